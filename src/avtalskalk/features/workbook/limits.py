"""Caps and floors as formulas: each limit's rounds below each other, a party on each row."""

from collections.abc import Mapping
from typing import NamedTuple

from avtalskalk.calculation.limits import AppliedLimit, LimitBound
from avtalskalk.features.workbook.book import BookYear, Texts
from avtalskalk.features.workbook.expression import (
    Expression,
    absolute,
    choose,
    constant,
    greatest,
    least,
    total,
)
from avtalskalk.report.workbook import CellKind

# With ``each``, what some are spared may push others over their limits, round by round.
_MOST_ROUNDS = 8

ByParty = dict[str, Expression]


class BoundCells(NamedTuple):
    """A party's bounds, as far as it has them."""

    least: Expression | None
    most: Expression | None
    nothing_below: Expression | None


def after_limit(
    year: BookYear, applied: AppliedLimit, amounts: Mapping[str, Expression], texts: Texts
) -> ByParty:
    """What the parties come to after a limit."""
    taking_part = {party: amounts.get(party, constant(0)) for party in applied.amounts}
    whole = total([*taking_part.values()])
    bounds = {party: bound_cells(year, applied, party, whole) for party in applied.bounds}
    place = int(applied.path[-1]) + 1
    capped: ByParty = {}
    bound: ByParty = {}
    rounds = min(len(bounds), _MOST_ROUNDS) if applied.limit.each else 1
    for number in range(rounds):
        key = "limit" if rounds == 1 else "limit_round"
        what = year.book.word(key, place=place, number=number + 1)
        about = {**texts, "what": what}
        taking_part, bound, capped = limit_round(year, applied, taking_part, bounds, capped, about)
    if len(bounds) > rounds > 1:
        draft = year.book.sheets["limits"]
        still = greatest([absolute(amount) for amount in bound.values()]) > constant(0)
        text = f'IF({still.text},"{year.book.word("more_rounds")}","")'
        draft.cell(len(draft.rows) - 1, "control", "", text)
    return {**amounts, **taking_part}


def limit_round(
    year: BookYear,
    applied: AppliedLimit,
    amounts: ByParty,
    bounds: Mapping[str, BoundCells],
    capped: ByParty,
    texts: Texts,
) -> tuple[ByParty, ByParty, ByParty]:
    """The amounts after one round, what it moved of whom it bound, and rounds before too."""
    draft, taker = year.book.sheets["limits"], applied.limit.difference
    rows = {party: draft.row({**texts, **year.party(party)}) for party in amounts}
    below = draft.row({**texts, "party": year.book.word("sum")}, "subtotal")
    before = {p: draft.put(rows[p], "before", amount) for p, amount in amounts.items()}
    within, bound = dict(before), {}
    for party, (lowest, highest, nothing_below) in bounds.items():
        kept = before[party]
        if highest is not None:
            kept = least([kept, draft.put(rows[party], "most", highest)])
        if lowest is not None:
            kept = greatest([kept, draft.put(rows[party], "least", lowest)])
        if nothing_below is not None:
            small = absolute(before[party]) < absolute(nothing_below)
            kept = choose(small, constant(0), kept)
        within[party] = draft.put(rows[party], "within", kept)
        difference = draft.put(rows[party], "difference", before[party] - within[party])
        bound[party] = difference
    moved = draft.put(below, "difference", total([*bound.values()]))
    weights: ByParty = {}
    # Of a total below zero that is limited by shares, those who take part are below zero too.
    falls = any(
        b.total is not None and b.total < 0 for o in applied.bounds.values() for b in o.bounds
    )
    sign = constant(-1 if falls else 1)
    for party, amount in before.items():
        if taker == "others":
            # Whom a limit has bound, now or in a round before, takes nothing.
            part = choose(amount * sign > constant(0), amount, constant(0))
            for known in (capped.get(party), bound.get(party)):
                if known is not None:
                    part = choose(absolute(known) > constant(0), constant(0), part)
            weights[party] = draft.put(rows[party], "taker", part)
        elif taker == party:
            weights[party] = draft.put(rows[party], "taker", constant(1))
    after = {}
    all_weights = draft.put(below, "taker", total([*weights.values()])) if weights else None
    for party, row in rows.items():
        amount = within[party]
        if party in weights and all_weights is not None:
            share = moved * weights[party] / all_weights
            amount += choose(absolute(all_weights) > constant(0), share, constant(0))
        after[party] = draft.put(row, "after", amount)
    for column, terms in (("before", before), ("after", after)):
        draft.put(below, column, total([*terms.values()]))
    together = {
        p: absolute(bound[p]) + absolute(capped[p]) if p in capped else bound[p] for p in bound
    }
    return after, bound, together


def bound_cells(year: BookYear, applied: AppliedLimit, party: str, whole: Expression) -> BoundCells:
    """A party's bounds for its part of a year; ``whole`` is what all come to before the limit."""
    known: dict[str, list[Expression]] = {"least": [], "most": [], "nothing_below": []}
    limits, part = applied.bounds[party], applied.part[party]
    for bound in limits.bounds:
        if bound.changes:
            amount = after_changes(year, applied, party, bound) * constant(part)
        else:
            texts, path = {"what": year.book.word(bound.key)}, (*applied.path, bound.key)
            kind: CellKind = "money" if bound.total is None else "share"
            entry = year.entry(path, bound.value, kind, texts)
            # A party that is in for half of the time has its share of half of the total.
            in_time = constant(part / max(applied.part.values()))
            amount = entry * constant(part) if bound.total is None else entry * whole * in_time
        side = bound.key if bound.key in known else "most" if bound.key[:3] == "max" else "least"
        if bound.total is not None and bound.total < 0 and side in {"most", "least"}:
            # Of a total below zero, the largest share is the lowest amount.
            side = "least" if side == "most" else "most"
        known[side].append(amount)
    return BoundCells(
        greatest(known["least"]) if known["least"] else None,
        least(known["most"]) if known["most"] else None,
        known["nothing_below"][0] if known["nothing_below"] else None,
    )


def after_changes(
    year: BookYear, applied: AppliedLimit, party: str, bound: LimitBound
) -> Expression:
    """What was paid in an earlier year, after the changes that are allowed since."""
    before = applied.before
    paid = (before.amounts or {})[party]
    known = year.book.paid.get((year.statement.heading.agreement, before.year, party))
    if before.path or known is None or known.value != paid:
        what = year.book.word("paid_before", before=before.year)
        path = (*before.path, party) if before.path else ("paid", before.year, party)
        known = year.entry(path, paid, "money", {"what": what, **year.party(party)})
    times = constant(1)
    texts = {"what": year.book.word(bound.key)}
    for yearly in bound.changes:
        day = "" if yearly.factor is None else yearly.year
        times *= constant(1) + year.entry(yearly.path, yearly.value, "share", texts, day)
    return known + absolute(known) * (times - constant(1))
