"""Every row of a statement as a formula, item by item and then at the total."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from avtalskalk.calculation.limits import LimitedYear
from avtalskalk.calculation.year_result import Charged, RoundedParts
from avtalskalk.features.workbook.book import BookYear, NotComputedError, ShareCells, Texts
from avtalskalk.features.workbook.draft import SheetDraft
from avtalskalk.features.workbook.expression import Expression, constant, greatest, nearest, total
from avtalskalk.features.workbook.limits import after_limit
from avtalskalk.features.workbook.splits import Block, PortionParts, given_out, portion_parts
from avtalskalk.model.statement import Line

# A percentage of minor units has noise beyond these decimals in a spreadsheet.
_DECIMALS = 6

ByParty = dict[str, Expression]


class RowKey(NamedTuple):
    """What tells a statement's rows apart: item, line, party, and the first day of a split's."""

    item: str
    line: Line
    party: str
    start: str = ""


class AmountRow(NamedTuple):
    """A row's amount in minor units, and its share where it is one of a cost."""

    amount: Expression
    share: Expression | None = None


Rows = dict[RowKey, AmountRow]


class LineRows(NamedTuple):
    """A line's rows, and what it comes to: exactly before surcharges, these, and rounded."""

    rows: Rows
    exact: ByParty
    surcharge: ByParty


def amount_rows(year: BookYear) -> Rows:
    """All rows that formulas give, by what a statement knows them by.

    A line that they do not give is left out as a whole, and with the rounding at the total all
    that goes into it: what follows a change in part would add up to nothing.
    """
    drafts = [year.book.sheets[name] for name in ("split", "limits")]
    start = [len(draft.rows) for draft in drafts]
    lines: list[LineRows] = []
    rows: Rows = {}
    try:
        for charged in year.result.charged:
            before = [len(draft.rows) for draft in drafts]
            try:
                lines.append(line_rows(year, charged))
            except NotComputedError:
                if year.plan.rounds_at_total:
                    raise
                _cut_back(drafts, before)
        rows = dict(chain.from_iterable(line.rows.items() for line in lines))
        if year.result.rounded is not None:
            rows |= total_rows(year, year.result.rounded, lines, rows)
    except NotComputedError:
        _cut_back(drafts, start)
        return {}
    return rows


def _cut_back(drafts: Sequence[SheetDraft], lengths: Sequence[int]) -> None:
    """Take away the rows that a line or a year has begun."""
    for draft, length in zip(drafts, lengths, strict=True):
        del draft.rows[length:]


def total_rows(year: BookYear, parts: RoundedParts, lines: Sequence[LineRows], rows: Rows) -> Rows:
    """What limits and rounding move at the total."""
    result, texts = year.result, {**year.where, "item": year.book.word("total")}
    names = [p for p in year.plan.parties if any(p in line.exact for line in lines)]
    exact = {p: total([line.exact[p] for line in lines if p in line.exact]) for p in names}
    more: Rows = {}
    if result.limited is not None:
        before, exact = exact, _limited(year, result.limited, exact, texts)
        moved = _moved(year, texts, before, exact, 1)
        more |= _beside(year, "", "limit", moved, result.moved_by_limits)
    surcharges = [line.surcharge for line in lines]
    exact = {p: total([exact[p], *(s[p] for s in surcharges if p in s)]) for p in names}
    about = {**texts, "what": year.book.word("rounded_total")}
    _, given = _rounded(year, parts, about, exact)
    rounding = {}
    for party, amount in given.items():
        known = [row.amount for key, row in (rows | more).items() if key.party == party]
        rounding[party] = amount - total(known)
    return more | _beside(year, "", "rounding", rounding, result.rounding)


def line_rows(year: BookYear, charged: Charged) -> LineRows:
    """One line's rows."""
    line, word = charged.line, year.book.word
    texts = {**year.where, **year.items(line.names)}
    parts = [portion_parts(year, portion, texts) for portion in line.portions]
    over = over_one_part if len(parts) == 1 else over_several_parts
    exact, given, rows = over(year, charged, texts, parts)
    if charged.limited is not None:
        after = _limited(year, charged.limited, exact, texts)
        moved = _moved(year, texts, exact, after, charged.rounded.unit)
        about = {**texts, "what": word("after_limits")}
        exact, limited = _rounded(year, charged.rounded, about, after)
        rounding = {party: limited[party] - given[party] - moved[party] for party in given}
        rows |= _beside(year, line.label, "limit", moved, charged.moved_by_limits)
        rows |= _beside(year, line.label, "rounding", rounding, charged.rounding)
        given = limited
    if charged.surcharge is None:
        return LineRows(rows, exact, {})
    at_total, surcharge = year.plan.rounds_at_total, charged.surcharge
    path = ("costs", line.names[0], "surcharge", "percent")
    about = {**year.items(line.names), "what": word("surcharge")}
    percent = year.entry(path, surcharge.surcharge.percent, "share", about)
    unit = constant(1 if at_total else year.plan.unit)
    base = exact if at_total else given
    parts_of = {party: percent * base[party] for party in surcharge.on if party in base}
    amounts = {
        party: nearest(nearest(part / unit, _DECIMALS)) * unit for party, part in parts_of.items()
    }
    rows |= _beside(year, line.label, "surcharge", amounts, surcharge.amounts)
    return LineRows(rows, exact, parts_of)


def over_one_part(
    year: BookYear, charged: Charged, texts: Texts, parts: Sequence[PortionParts]
) -> tuple[ByParty, ByParty, Rows]:
    """A line that is split in one way all the year."""
    part, days = parts[0], _days(parts[0])
    names = [party for party in year.plan.parties if party in part.exact]
    about = {**texts, **days, "what": year.book.word("rounded")}
    exact = {party: part.exact[party] for party in names}
    cells = part.shares or ShareCells({})
    exact, given = _rounded(year, charged.split, about, exact, part.cost, cells)
    rows = {
        RowKey(charged.line.label, _kind(charged), party, days["start"]): AmountRow(
            given[party], cells.share.get(party)
        )
        for party in names
    }
    return exact, given, rows


def over_several_parts(
    year: BookYear, charged: Charged, texts: Texts, parts: Sequence[PortionParts]
) -> tuple[ByParty, ByParty, Rows]:
    """A line that is split in several parts of the year: rounded over all, then over these."""
    draft, word = year.book.sheets["split"], year.book.word
    label, kind = charged.line.label, _kind(charged)
    inside: dict[str, dict[str, Expression]] = {}
    for party in year.plan.parties:
        for part in parts:
            if party not in part.exact:
                continue
            days = _days(part)
            row = draft.row({**texts, **days, **year.party(party), "what": word("part_of")})
            if part.shares is not None and part.cost is not None:
                draft.put(row, "share", part.shares.share[party])
                draft.put(row, "cost", part.cost)
            cell = draft.put(row, "exact", part.exact[party])
            inside.setdefault(party, {})[days["start"]] = cell
    sums = {party: total([*cells.values()]) for party, cells in inside.items()}
    about = {**texts, "what": word("rounded")}
    exact, given = _rounded(year, charged.split, about, sums)
    calculated = {RowKey(r.item, r.line, r.party, str(r.start)): r for r in year.statement.rows}
    days_of = {days["start"]: days for days in map(_days, parts)}
    shares = {_days(part)["start"]: part.shares for part in parts}
    rows: Rows = {}
    for party, cells in inside.items():
        keys = [RowKey(label, kind, party, start) for start in cells]
        known = [calculated[key].amount if key in calculated else 0 for key in keys]
        over = {**texts, **year.party(party), "what": word("over_year")}
        block = Block(
            over, [days_of[start] for start in cells], [*cells.values()], charged.split.unit, "",
            known, to=given[party],
        )  # fmt: skip
        for key, amount in zip(keys, given_out(year, block)[1], strict=True):
            share = shares[key.start]
            rows[key] = AmountRow(amount, share.share[party] if share else None)
    return exact, given, rows


def _kind(charged: Charged) -> Line:
    return "own" if charged.line.own_amounts else "split"


def _days(part: PortionParts) -> dict[str, str]:
    """The first and last day of a part of the year."""
    span = part.portion.segment.span
    return {"start": str(span.first), "end": str(span.last)}


def _rounded(
    year: BookYear,
    parts: RoundedParts,
    texts: Texts,
    exact: ByParty,
    cost: Expression | None = None,
    shares: ShareCells | None = None,
) -> tuple[ByParty, ByParty]:
    """Amounts as cells: exactly, and rounded as some parts were; perhaps shares of one cost."""
    places = {party: place for place, party in enumerate(year.plan.parties)}
    rest_to = None
    if parts.method == "rest_to" and year.plan.rest_to is not None:
        rest_to = [*exact].index(year.plan.parties[year.plan.rest_to])
    cells = shares if shares and shares.share else None
    block = Block(
        texts,
        [year.party(party) for party in exact],
        [*exact.values()],
        parts.unit,
        parts.method,
        [parts.amounts[places[party]] for party in exact],
        rest_to,
        cost=cost if cells else None,
        share=[cells.share[party] for party in exact] if cells else None,
        weight=[cells.weight[party] for party in exact] if cells and cells.weight else None,
        whole=cells.whole if cells else None,
    )
    known, given = given_out(year, block)
    return dict(zip(exact, known, strict=True)), dict(zip(exact, given, strict=True))


def _limited(year: BookYear, limited: LimitedYear, exact: ByParty, texts: Texts) -> ByParty:
    """Amounts after limits; those of a year's several periods are not written as formulas."""
    after: Mapping[str, Expression] = exact
    for applied in limited.applied:
        after = after_limit(year, applied, after, texts)
    amounts = limited.amounts
    if len(limited.blocks) > 1 or any(after[p].value != amounts[p] for p in after):
        raise NotComputedError
    return {**after}


def _moved(year: BookYear, texts: Texts, before: ByParty, after: ByParty, unit: int) -> ByParty:
    """What limits move, in whole units: what is added and what is taken off, each by itself."""
    sides = []
    for word, first, second in (("moved_more", after, before), ("moved_less", before, after)):
        moved = [greatest([first[party] - second[party], constant(0)]) for party in before]
        about = {**texts, "what": year.book.word(word)}
        parties = [year.party(party) for party in before]
        sides.append(given_out(year, Block(about, parties, moved, unit, ""))[1])
    return {party: more - less for party, more, less in zip(before, *sides, strict=True)}


def _beside(
    year: BookYear, item: str, line: Line, amounts: ByParty, calculated: Sequence[int] | None
) -> Rows:
    """Rows beside a split, as they were calculated."""
    numbers = calculated or [0] * len(year.plan.parties)
    for party, number in zip(year.plan.parties, numbers, strict=True):
        if (amounts[party].value if party in amounts else 0) != number:
            raise NotComputedError
    return {RowKey(item, line, party): AmountRow(amount) for party, amount in amounts.items()}
