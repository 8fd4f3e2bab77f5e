"""The figures of one agreement's year, summed by item, segment and party and rounded to add up."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.model.comparison import Paid
from avtalskalk.model.statement import Allocation, Line, Statement
from avtalskalk.report.selection import items_of


class FigureLine(NamedTuple):
    """Rows that belong together: an item's parts, or a line of its own such as a limit.

    What is split of an item and what is a party's own is one, with the line ``split``.
    """

    item: str
    line: Line


class Days(NamedTuple):
    """The days, both inclusive, for which a cost line's shares are the same."""

    start: date
    end: date


class FigureKey(NamedTuple):
    """Which figure: a cell has a line and a party, a sum lacks what it is summed over."""

    line: FigureLine | None = None
    days: Days | None = None
    party: str | None = None


Figures = dict[FigureKey, Paid]
"""A year's figures; what the year does not have at all is not in it."""


def line_of(row: Allocation) -> FigureLine:
    """The cost line that a row belongs to."""
    return FigureLine(row.item, "split" if row.line == "own" else row.line)


def cost_lines(statements: Iterable[Statement]) -> list[FigureLine]:
    """The cost lines of an agreement's years: items in the file's order, then what has no item."""
    lines: dict[FigureLine, None] = {}
    items: dict[str, None] = {}
    for statement in statements:
        items |= dict.fromkeys(statement.heading.items)
        lines |= dict.fromkeys(FigureLine(item.item, "split") for item in statement.items)
        lines |= dict.fromkeys(map(line_of, statement.rows))
    return in_file_order(lines, items)


def in_file_order(lines: Iterable[FigureLine], items: Iterable[str]) -> list[FigureLine]:
    """Cost lines by their items as the file has them, then those without an item."""
    order = {item: place for place, item in enumerate(items)}
    return sorted(
        lines,
        key=lambda line: (
            not line.item,
            order.get(items_of(line.item)[0], len(order)),
            line.item,
            _LINES.index(line.line),
        ),
    )


_LINES: tuple[Line, ...] = ("split", "own", "limit", "rounding", "surcharge", "carried")


def parties(statements: Iterable[Statement]) -> list[str]:
    """The parties that have figures in some year, in the file's order."""
    names: dict[str, None] = {}
    order: dict[str, int] = {}
    for statement in statements:
        order |= {party: place for place, party in enumerate(statement.heading.parties)}
        names |= dict.fromkeys(total.party for total in statement.totals)
        names |= dict.fromkeys(row.party for row in statement.rows)
    return sorted(names, key=lambda party: (order.get(party, len(order)), party))


def share_days(statement: Statement) -> dict[FigureLine, list[Days]]:
    """The days of the shares of each line whose shares change within the year."""
    shares: dict[FigureLine, dict[Days, dict[str, Fraction | None]]] = {}
    for row in statement.rows:
        of_line = shares.setdefault(line_of(row), {})
        of_line.setdefault(Days(row.start, row.end), {})[row.party] = row.share
    days: dict[FigureLine, list[Days]] = {}
    for line, parts in shares.items():
        first, *later = parts.values()
        if any(part != first for part in later):
            days[line] = sorted(parts)
    return days


def shares(
    statements: Iterable[Statement], cut: frozenset[FigureLine]
) -> dict[FigureKey, tuple[Fraction, ...]]:
    """The shares of each party of each line as they follow each other in time.

    What is for a time not divided by shares, but by steps, has none: half would mislead.
    """
    changes: dict[FigureKey, list[Fraction | None]] = {}
    for statement in statements:
        rows = sorted(statement.rows, key=lambda row: row.start)
        dated = [(_cell_key(row, cut), row.share) for row in rows]
        # Those of what has no amount yet.
        dated += [
            (FigureKey(FigureLine(item.item, "split"), None, party), share)
            for item in statement.items
            for party, share in item.shares.items()
        ]
        for key, share in dated:
            known = changes.setdefault(key, [])
            if known[-1:] != [share]:
                known.append(share)
    return {
        key: tuple(share for share in known if share is not None)
        for key, known in changes.items()
        if None not in known
    }


def _cell_key(row: Allocation, cut: frozenset[FigureLine]) -> FigureKey:
    """Which cell a row belongs to: by its days too where the line is shown so."""
    line = line_of(row)
    return FigureKey(line, Days(row.start, row.end) if line in cut else None, row.party)


def year_figures(statement: Statement, step: int = 1) -> Figures:
    """A year's figures in steps of so many minor units, with each line's sums and its days'.

    They are the same wherever the year is shown in the same unit.
    """
    figures: Figures = {}
    cut = frozenset(share_days(statement))
    for row in statement.rows:
        cell = _cell_key(row, cut)
        # A set, for a line that is not cut by days is its own only row.
        sums = {
            *(cell, cell._replace(party=None), cell._replace(days=None), FigureKey(cell.line)),
            *(FigureKey(party=row.party), FigureKey()),
        }
        for key in sums:
            before = figures.get(key, Paid(0))
            amount = (before.amount or 0) + row.amount
            figures[key] = Paid(amount, before.conditional or row.conditional)
    if any((figure.amount or 0) % step for figure in figures.values()):
        _round(figures, cut, step)
    for total in statement.totals:
        key = FigureKey(party=total.party)
        known = figures.get(key, Paid(0)).amount
        figures[key] = Paid(None if total.amount is None else known, total.conditional)
    # An incomplete item has no sum, and no whole amount for the parties that wait for it.
    for item in statement.items:
        if item.amount is None:
            line = FigureLine(item.item, "split")
            figures[FigureKey(line)] = Paid(None, item.conditional)
            for total in statement.totals:
                if total.amount is None:
                    figures[FigureKey(line, None, total.party)] = Paid(None, item.conditional)
    totals = [figures[FigureKey(party=total.party)] for total in statement.totals]
    if any(figure.amount is None for figure in totals):
        figures[FigureKey()] = Paid(None, any(figure.conditional for figure in totals))
    return figures


def party_totals(statement: Statement, step: int = 1) -> dict[str, Paid]:
    """What each party pays in a year, in steps as its table has them."""
    exact = {total.party: Paid(total.amount, total.conditional) for total in statement.totals}
    if not any((paid.amount or 0) % step for paid in exact.values()):
        return exact
    figures = year_figures(statement, step)
    return {party: figures[FigureKey(party=party)] for party in exact}


def _round(figures: Figures, cut: frozenset[FigureLine], step: int) -> None:
    """Round all of a year's figures so that they still add up."""
    # Imported here: most tables are exact, and a start should not wait for this.
    from avtalskalk.report.adding_up import add_up

    cells = [key for key in figures if key.line and key.party and (key.days or key.line not in cut)]
    rows = list(dict.fromkeys((key.line, key.days) for key in cells))
    lines = {line: place for place, line in enumerate(dict.fromkeys(line for line, _ in rows))}
    across = list(dict.fromkeys(key.party for key in cells))
    exact = [
        [figures[key].amount if (key := FigureKey(*row, party)) in figures else None
         for party in across]
        for row in rows
    ]  # fmt: skip
    rounded = add_up(exact, step, [lines[line] for line, _ in rows])
    amounts: dict[FigureKey, int] = {FigureKey(): rounded.total}
    for party, amount in zip(across, rounded.columns, strict=True):
        amounts[FigureKey(party=party)] = amount
    for row, amount, row_amounts in zip(rows, rounded.rows, rounded.cells, strict=True):
        amounts[FigureKey(*row)] = amount
        amounts |= {
            FigureKey(*row, party): part for party, part in zip(across, row_amounts, strict=True)
        }
    for line, amount, parts in zip(lines, rounded.groups, rounded.parts, strict=True):
        amounts[FigureKey(line)] = amount
        amounts |= {
            FigureKey(line, None, party): part for party, part in zip(across, parts, strict=True)
        }
    for key, figure in figures.items():
        figures[key] = figure._replace(amount=amounts[key])
