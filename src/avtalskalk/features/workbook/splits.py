"""A line between the parties, as formulas: exact parts, and how the öre are given out."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.allocation import Portion
from avtalskalk.calculation.prepared import Weighing
from avtalskalk.calculation.split_rules import Flow, Shares
from avtalskalk.features.workbook.book import BookYear, NotComputedError, ShareCells, Texts
from avtalskalk.features.workbook.costs import piece_amount, product
from avtalskalk.features.workbook.expression import (
    Expression,
    absolute,
    away,
    choose,
    constant,
    floor,
    least,
    modulo,
    nearest,
    order,
    total,
)
from avtalskalk.features.workbook.shares import mix_weights, shares_of
from avtalskalk.model.dated import DatedValue
from avtalskalk.model.splits import Mix

# A spreadsheet keeps 15 digits: whole numbers up to here are exact in every step.
_DIGITS, _MOST_EXACT = 15, 10**14
_LEAST_DECIMALS, _MOST_DECIMALS = 2, 6

ByParty = dict[str, Expression]


class PortionParts(NamedTuple):
    """A part of a line: what each party bears of it, and by which shares of which cost."""

    portion: Portion
    exact: ByParty
    cost: Expression | None = None
    shares: ShareCells | None = None


def portion_parts(year: BookYear, portion: Portion, texts: Texts) -> PortionParts:
    """What each party bears of a part of a line, before rounding."""
    piece, by = portion.piece, portion.by
    if piece.own_amounts is not None:
        own = {
            party: product(year, piece, amount.steps, party)
            for party, amount in piece.own_amounts.items()
        }
        return PortionParts(portion, own)
    cost = piece_amount(year, piece)
    if isinstance(by, Weighing):
        cells = shares_of(year, by.origin)
        exact = {party: cost * share for party, share in cells.share.items()}
        return PortionParts(portion, exact, cost, cells)
    assert isinstance(by, Flow)  # noqa: S101 - the third way
    row = year.book.sheets["split"].row({**texts, "what": year.book.word("cost")})
    put = year.book.sheets["split"].put(row, "cost", cost)
    flow = flow_parts(year, by, absolute(put), texts)
    sign = choose(put < constant(0), constant(-1), constant(1))
    exact = {party: amount if cost.value >= 0 else sign * amount for party, amount in flow.items()}
    return PortionParts(portion, exact, put)


def flow_parts(year: BookYear, flow: Flow, amount: Expression, texts: Texts) -> ByParty:
    """What each party bears of an amount that goes through a split's steps."""
    parts: list[ByParty] = []
    if isinstance(flow.shares, Shares):
        cells = shares_of(year, flow.shares)
        return {party: amount * share for party, share in cells.share.items()}
    if isinstance(flow.split, Mix):
        weights = mix_weights(year, flow.split, flow.path, flow.day)
        for weight, inner in zip(weights, flow.inner.values(), strict=True):
            parts.append(flow_parts(year, inner, amount * weight, texts))
    elif flow.inner:
        parts = [flow_parts(year, inner, amount, texts) for inner in flow.inner.values()]
    draft, left = year.book.sheets["split"], amount
    for place, stage in enumerate(flow.stages):
        row = draft.row({**texts, "what": year.book.word("stage", place=place + 1)})
        left = draft.put(row, "cost", left)
        path = (*flow.path, "steps", place)
        if stage.inner is None:
            fixed = {
                party: _for_part(year, (*path, "fixed", party), change, flow.part, party)
                for party, change in stage.written.items()
            }
            parts.append(fixed)
            taken = draft.put(row, "exact", total([*fixed.values()]))
        else:
            taken = left
            if stage.written:
                most = _for_part(year, (*path, "first"), stage.written[""], flow.part)
                taken = least([left, most])
            taken = draft.put(row, "exact", taken)
            parts.append(flow_parts(year, stage.inner, taken, texts))
        left = left - taken
    names = dict.fromkeys(party for part in parts for party in part)
    return {p: total([part[p] for part in parts if p in part]) for p in names}


def _for_part(
    year: BookYear, path: tuple[str | int, ...], change: DatedValue, part: Fraction, party: str = ""
) -> Expression:
    """An amount per year inside a split, for as much of the year as the cost is."""
    place = int(path[path.index("steps") + 1]) + 1
    texts = {"what": year.book.word("stage_amount", place=place), **year.party(party)}
    path = (*path, change.key) if change.key else path
    return year.entry(path, change.value, "money", texts) * constant(part)


class Block(NamedTuple):
    """Exact parts to be rounded together: what they are, of whom, and by which rule.

    ``calculated`` is what they were rounded to (None: nothing to compare with), ``to`` the total
    that they are to make where that is not their own.
    """

    texts: Texts
    rows: Sequence[Texts]
    exact: Sequence[Expression]
    unit: int
    method: str
    calculated: Sequence[int] | None = None
    rest_to: int | None = None
    to: Expression | None = None
    cost: Expression | None = None
    share: Sequence[Expression] | None = None
    weight: Sequence[Expression] | None = None
    whole: Expression | None = None


def given_out(year: BookYear, block: Block) -> tuple[list[Expression], list[Expression]]:
    """The exact parts and the whole minor units, each step of the rounding in its own column."""
    draft, unit = year.book.sheets["split"], constant(block.unit)
    rows = [draft.row({**block.texts, **texts}) for texts in block.rows]
    below = draft.row({**block.texts, "party": year.book.word("sum")}, "subtotal")
    if block.share is not None and block.cost is not None:
        for row, share in zip(rows, block.share, strict=True):
            draft.put(row, "share", share)
            draft.put(row, "cost", block.cost)
    exact = [draft.put(row, "exact", part) for row, part in zip(rows, block.exact, strict=True)]
    all_exact = draft.put(below, "exact", total(exact))
    size = len(str(int(sum(abs(part.value) for part in exact))))
    decimals = min(max(_DIGITS - size, _LEAST_DECIMALS), _MOST_DECIMALS)
    rounding = away if block.method == "up" else nearest
    rounded = [rounding(nearest(part / unit, decimals)) * unit for part in (*exact, all_exact)]
    *given, whole = rounded
    if block.rest_to is not None:
        others = [part for place, part in enumerate(given) if place != block.rest_to]
        given[block.rest_to] = whole - total(others)
    elif block.method not in {"half_up", "up"}:
        sign = choose(all_exact < constant(0), constant(-1), constant(1))
        cuts, remainders = [], []
        for place, row in enumerate(rows):
            cut, lost = cut_down(block, place, sign * exact[place], decimals)
            cuts.append(draft.put(row, "floor", cut))
            remainders.append(
                draft.put(
                    row, "remainder", lost or nearest(sign * exact[place] - cuts[-1], decimals)
                )
            )
        left = sign * (block.to or whole) - draft.put(below, "floor", total(cuts))
        extra = draft.put(below, "extra", left)
        for place, row in enumerate(rows):
            rank = draft.put(row, "order", order(remainders, place))
            more = draft.put(row, "extra", choose(rank * unit <= extra, unit, constant(0)))
            given[place] = sign * (cuts[place] + more)
    if block.calculated is not None and [part.value for part in given] != [*block.calculated]:
        raise NotComputedError
    cells = [draft.put(row, "given", part) for row, part in zip(rows, given, strict=True)]
    draft.put(below, "given", total(cells))
    return exact, cells


def cut_down(
    block: Block, place: int, part: Expression, decimals: int
) -> tuple[Expression, Expression | None]:
    """A part cut down to whole units, and what is lost where whole numbers give it exactly.

    So many times the sum of the weights as the cost has are split without a remainder; what is
    left of it is small enough to be multiplied exactly.
    """
    unit, cost, whole = constant(block.unit), block.cost, block.whole
    rounded = floor(nearest(part / unit, decimals)) * unit
    if block.to or cost is None or whole is None or block.weight is None:
        return rounded, None
    largest = max(whole.value * whole.value * block.unit, abs(cost.value))
    if cost.value.denominator != 1 or largest > _MOST_EXACT:
        return rounded, None
    size, weight, divisor = absolute(cost), block.weight[place], whole * unit
    left = modulo(size, divisor) * weight
    cut = floor(size / divisor) * weight + floor(left / divisor)
    return cut * unit, modulo(left, divisor) / whole
