"""The figures of one agreement's year, summed by item, segment and party and rounded to add up."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.model.statement import Allocation, Line, Statement
from avtalskalk.report.scale import Scale
from avtalskalk.report.selection import items_of


class Block(NamedTuple):
    """Rows that belong together: an item's parts, or a line of its own such as a limit.

    What is split of an item and what is a party's own is one block, with the line ``split``.
    """

    item: str
    line: Line


class Segment(NamedTuple):
    """The days, both inclusive, for which a block's shares are the same."""

    start: date
    end: date


class Key(NamedTuple):
    """Which figure: a cell has a block and a party, a sum lacks what it is summed over."""

    block: Block | None = None
    segment: Segment | None = None
    party: str | None = None


class Figure(NamedTuple):
    """An amount in minor units, None where it is missing, and whether it is conditional."""

    amount: int | None
    conditional: bool = False


Figures = dict[Key, Figure]
"""A year's figures; what the year does not have at all is not in it."""


def block_of(row: Allocation) -> Block:
    """The block that a row belongs to."""
    return Block(row.item, "split" if row.line == "own" else row.line)


def blocks(statements: Iterable[Statement]) -> list[Block]:
    """The blocks of an agreement's years: items in the file's order, then what has no item."""
    seen: dict[Block, None] = {}
    items: dict[str, None] = {}
    for statement in statements:
        items |= dict.fromkeys(statement.heading.items)
        seen |= dict.fromkeys(Block(item.item, "split") for item in statement.items)
        seen |= dict.fromkeys(map(block_of, statement.rows))
    return in_file_order(seen, items)


def in_file_order(blocks: Iterable[Block], items: Iterable[str]) -> list[Block]:
    """Blocks by their items as the file has them, then those without an item."""
    order = {item: place for place, item in enumerate(items)}
    return sorted(
        blocks,
        key=lambda block: (
            not block.item,
            order.get(items_of(block.item)[0], len(order)),
            block.item,
            _LINES.index(block.line),
        ),
    )


_LINES: tuple[Line, ...] = ("split", "own", "limit", "rounding", "surcharge", "carried")


def parties(statements: Iterable[Statement]) -> list[str]:
    """The parties that have figures in some year, in the file's order."""
    seen: dict[str, None] = {}
    order: dict[str, int] = {}
    for statement in statements:
        order |= {party: place for place, party in enumerate(statement.heading.parties)}
        seen |= dict.fromkeys(total.party for total in statement.totals)
        seen |= dict.fromkeys(row.party for row in statement.rows)
    return sorted(seen, key=lambda party: (order.get(party, len(order)), party))


def segments(statement: Statement, block: Block) -> list[Segment]:
    """The segments of a block where its shares change within the year, otherwise none."""
    shares: dict[Segment, dict[str, Fraction | None]] = {}
    for row in statement.rows:
        if block_of(row) == block:
            shares.setdefault(Segment(row.start, row.end), {})[row.party] = row.share
    first, *others = shares.values() or [{}]
    return sorted(shares) if any(other != first for other in others) else []


def shares(
    statements: Iterable[Statement], cut: frozenset[Block]
) -> dict[Key, tuple[Fraction, ...]]:
    """The shares of each party of each block as they follow each other in time.

    What is for a time not divided by shares, but by steps, has none: half would mislead.
    """
    found: dict[Key, list[Fraction | None]] = {}
    for statement in statements:
        for key, share in _stated(statement, cut):
            known = found.setdefault(key, [])
            if known[-1:] != [share]:
                known.append(share)
    return {
        key: tuple(share for share in known if share is not None)
        for key, known in found.items()
        if None not in known
    }


def _stated(statement: Statement, cut: frozenset[Block]) -> Iterator[tuple[Key, Fraction | None]]:
    """A year's shares: those of its amounts, and those of what has no amount yet."""
    for row in sorted(statement.rows, key=lambda row: row.start):
        yield _cell(row, cut), row.share
    for item in statement.items:
        for party, share in item.shares.items():
            yield Key(Block(item.item, "split"), None, party), share


def _cell(row: Allocation, cut: frozenset[Block]) -> Key:
    """Which cell a row belongs to: by its days too where the block is shown so."""
    block = block_of(row)
    return Key(block, Segment(row.start, row.end) if block in cut else None, row.party)


def figures(statement: Statement, cut: Iterable[Block], scale: Scale) -> Figures:
    """A year's figures on a scale; ``cut`` are the blocks that are shown segment by segment."""
    found = _summed(statement.rows, frozenset(cut))
    if scale.rounds(figure.amount or 0 for figure in found.values()):
        _round(found, scale.step)
    for total in statement.totals:
        key = Key(party=total.party)
        known = found.get(key, Figure(0)).amount
        found[key] = Figure(None if total.amount is None else known, total.conditional)
    _mark_missing(statement, found)
    every = [found[Key(party=total.party)] for total in statement.totals]
    if any(figure.amount is None for figure in every):
        found[Key()] = Figure(None, any(figure.conditional for figure in every))
    return found


def _summed(rows: Sequence[Allocation], cut: frozenset[Block]) -> Figures:
    """The rows summed to cells and to every sum of them."""
    found: Figures = {}
    for row in rows:
        cell = _cell(row, cut)
        line = cell._replace(party=None)
        # A set, for a block that is not cut is its own only line.
        for key in {cell, line, Key(cell.block), Key(party=row.party), Key()}:
            old = found.get(key, Figure(0))
            amount = (old.amount or 0) + row.amount
            found[key] = Figure(amount, old.conditional or row.conditional)
    return found


def _round(found: Figures, step: int) -> None:
    """Round all of a year's figures so that they still add up."""
    # Imported here: most tables are exact, and a start should not wait for this.
    from avtalskalk.report.adding_up import add_up

    cells = [key for key in found if key.block and key.party]
    lines = list(dict.fromkeys((key.block, key.segment) for key in cells))
    heads = list(dict.fromkeys(block for block, _ in lines))
    across = list(dict.fromkeys(key.party for key in cells))
    exact = [[_amount(found, Key(*line, party)) for party in across] for line in lines]
    rounded = add_up(exact, step, [heads.index(block) for block, _ in lines])
    new: dict[Key, int] = {Key(): rounded.total}
    new |= {Key(party=party): sum_ for party, sum_ in zip(across, rounded.columns, strict=True)}
    new |= {Key(*line): sum_ for line, sum_ in zip(lines, rounded.rows, strict=True)}
    new |= {Key(block): sum_ for block, sum_ in zip(heads, rounded.groups, strict=True)}
    for line, row in zip(lines, rounded.cells, strict=True):
        new |= {Key(*line, party): cell for party, cell in zip(across, row, strict=True)}
    for key, figure in found.items():
        found[key] = Figure(new[key], figure.conditional)


def _amount(found: Figures, key: Key) -> int | None:
    return found[key].amount if key in found else None


def _mark_missing(statement: Statement, found: Figures) -> None:
    """An incomplete item has no sum, and no whole amount for the parties that wait for it."""
    for item in statement.items:
        if item.amount is None:
            block = Block(item.item, "split")
            found[Key(block)] = Figure(None, item.conditional)
            for total in statement.totals:
                if total.amount is None:
                    found[Key(block, None, total.party)] = Figure(None, item.conditional)
