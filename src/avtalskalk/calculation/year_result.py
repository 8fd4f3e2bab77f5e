"""A year's lines to what each party pays: limits, rounding and surcharges, in this order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation import indices
from avtalskalk.calculation.allocation import CostLine, ExactParts, NotKnown, added, lines
from avtalskalk.calculation.costs import covered
from avtalskalk.calculation.limits import (
    AppliedLimit,
    Before,
    Block,
    LimitedYear,
    YearLimit,
    apply_limits,
)
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan, PlanYear, weighing_of
from avtalskalk.calculation.settlement import Adjustment, adjustment
from avtalskalk.calculation.timeline import Segment
from avtalskalk.diagnostics import Amount, Diagnostic, Number, Path
from avtalskalk.model.costs import Surcharge
from avtalskalk.model.statement import Basis
from avtalskalk.money import common, half_up, largest_remainder, rounded


class RoundedParts(NamedTuple):
    """Exact amounts in whole minor units by party: rounded to a unit, by a method.

    The method is one of the agreement's, or ``line``: to the smallest unit, where the agreement
    rounds the total.
    """

    exact: ExactParts
    amounts: list[int]
    unit: int
    method: str


class Surcharged(NamedTuple):
    """A percentage on some parties' amounts of a line: what it is on, exact, and by party.

    It is on rounded amounts and rounded itself; where the total is rounded, it is on exact ones
    and in the smallest unit, for the total's rounding to take it in.
    """

    surcharge: Surcharge
    on: Mapping[str, Fraction]
    exact: Mapping[str, Fraction]
    amounts: list[int]


class Charged(NamedTuple):
    """A line in whole minor units by party: as it was split, and as ``rounded`` after its limits.

    ``moved_by_limits`` is what its limits move; None where it has none.
    """

    line: CostLine
    split: RoundedParts
    rounded: RoundedParts
    limited: LimitedYear | None = None
    moved_by_limits: list[int] | None = None
    surcharge: Surcharged | None = None

    @property
    def kept(self) -> ExactParts:
        """What the line comes to exactly, before surcharges."""
        return self.rounded.exact

    @property
    def rounding(self) -> list[int]:
        """What rounding moves once more, beside what the line's limits do."""
        moved = self.moved_by_limits or [0] * len(self.split.amounts)
        return _minus(_minus(self.rounded.amounts, self.split.amounts), moved)


class Carried(NamedTuple):
    """An earlier year's surplus or deficit that is a line of a year's budget."""

    year: str
    adjustment: Adjustment


class Result(NamedTuple):
    """A year on a basis, in whole minor units by party.

    ``moved_by_limits`` and ``rounding`` are what the period's limits and the rounding at the total
    move beside the lines; ``limited`` are those limits, and ``rounded`` the total.
    ``remarks`` are findings of the limits that are no errors, the period's first.  ``totals`` are
    before surcharges, the total ``rounded`` is with them, and what is ``carried`` here from earlier
    years comes on both; where something is ``unknown`` they are the sums of what is known.
    """

    charged: Sequence[Charged]
    unknown: Sequence[NotKnown]
    totals: Sequence[int]
    moved_by_limits: Sequence[int] | None = None
    rounding: Sequence[int] | None = None
    limited: LimitedYear | None = None
    rounded: RoundedParts | None = None
    remarks: tuple[Diagnostic, ...] = ()
    carried: tuple[Carried, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the year's data, each once, and the remarks."""
        reasons = dict.fromkeys([unknown.why for unknown in self.unknown])
        return (*[why.fault for why in reasons if why.fault is not None], *self.remarks)

    @property
    def applied(self) -> tuple[AppliedLimit, ...]:
        """The period's limits as they were applied."""
        return () if self.limited is None else self.limited.applied


def of_year(plan: Plan, number: int, basis: Basis) -> Result:
    """A fiscal year's result; what is carried there from earlier years is in the budget."""
    result = _of_year_alone(plan, number, basis)
    agreed = plan.agreement.reconciliation
    if basis != "budget" or agreed is None:
        return result
    later = {rule.carry_to for rule in (agreed.surplus, agreed.deficit) if rule and rule.carry_to}
    carried: list[Carried] = []
    unknown = [*result.unknown]
    for years in sorted(later, reverse=True):
        earlier = plan.year(number - years)
        moved = adjustment_of(plan, number - years) if earlier.segments else None
        if isinstance(moved, Unknown):
            # What is not known yet is not carried yet; what is wrong makes this year wrong too.
            unknown += [NotKnown("", moved)] if moved.fault else []
        elif moved is not None and moved.carried == years:
            carried.append(Carried(earlier.label, moved))
    return result._replace(carried=tuple(carried), unknown=unknown)


def _of_year_alone(plan: Plan, number: int, basis: Basis) -> Result:
    """A fiscal year's result without what is carried there, kept in the plan for later years."""
    key = number, basis
    result: Result | None = plan.results.get(key)
    if result is None:
        result = plan.results[key] = _result(plan, plan.year(number), basis)
    return result


def adjustment_of(plan: Plan, number: int, outcome: Basis = "actual") -> Adjustment | Unknown:
    """What the settlement of a fiscal year moves: an outcome against the budget.

    What is carried into the year from earlier ones is left out.  Unknown where a figure of either
    is not known.
    """
    sides: list[list[int]] = []
    for basis in ("budget", outcome):
        result = _of_year_alone(plan, number, basis)
        amounts = paid(plan, number, result)
        if result.unknown:
            return result.unknown[0].why
        sides.append([amount for amount in amounts if amount is not None])
    return adjustment(plan, plan.year(number), *sides)


def _result(plan: Plan, year: PlanYear, basis: Basis) -> Result:
    """What each party pays in a year that has terms."""
    known, unknown = lines(plan, year, basis)
    charged: list[Charged] = []
    remarks: tuple[Diagnostic, ...] = ()
    totals = [0] * len(plan.parties)
    for line in known:
        charge = _charged(plan, year, basis, line)
        if isinstance(charge, Unknown):
            unknown += [NotKnown(name, charge) for name in line.names]
            continue
        charged.append(charge)
        if charge.limited is not None:
            remarks += charge.limited.remarks
        pairs = zip(totals, charge.rounded.amounts, strict=True)
        totals = [total + amount for total, amount in pairs]
    result = Result(charged, unknown, totals, remarks=remarks)
    if unknown or not charged or not plan.rounds_at_total:
        return result
    return _at_total(plan, year, basis, result)


def _minus(amounts: Sequence[int], less: Sequence[int]) -> list[int]:
    return [amount - taken for amount, taken in zip(amounts, less, strict=True)]


def paid(plan: Plan, number: int, result: Result) -> list[int | None]:
    """What each party pays in a fiscal year, surcharges and what is carried there included.

    None where something that the party's amount needs is not known.
    """
    columns: list[Sequence[int]] = []
    if result.rounded is not None:
        columns.append(result.rounded.amounts)
    else:
        surcharges = (charged.surcharge for charged in result.charged)
        columns += [result.totals, *(known.amounts for known in surcharges if known)]
    columns += [carried.adjustment.amounts for carried in result.carried]
    amounts: list[int | None] = [sum(column) for column in zip(*columns, strict=True)]
    if result.unknown:
        incomplete = _incomplete(plan, number, result)
        pairs = zip(plan.parties, amounts, strict=True)
        amounts = [None if party in incomplete else amount for party, amount in pairs]
    return amounts


def _incomplete(plan: Plan, number: int, result: Result) -> frozenset[str]:
    """The parties whose total needs something that is not known."""
    everyone = frozenset(plan.parties)
    if plan.rounds_at_total:
        return everyone
    incomplete: set[str] = set()
    for unknown in result.unknown:
        if not unknown.name or not plan.shares_are_known(unknown.name):
            return everyone
        for segment in plan.year(number).segments:
            weighing = weighing_of(plan, unknown.name, segment)
            if isinstance(weighing, Unknown):
                return everyone
            shares = zip(plan.parties, weighing.shares, strict=True)
            incomplete |= {party for party, share in shares if share}
    return frozenset(incomplete)


# --- rounding ------------------------------------------------------------------------------


def _charged(plan: Plan, year: PlanYear, basis: Basis, line: CostLine) -> Charged | Unknown:
    """A line rounded as agreed, with what its own limits move and a surcharge add."""
    split = _rounded(plan, line.exact, line)
    charged = Charged(line, split, split)
    if line.item.limits:
        limits = _limits_of_line(plan, year, basis, line)
        if isinstance(limits, Unknown):
            return limits
        exact = ExactParts(*common([limits.amounts[party] for party in plan.parties]))
        after = _rounded(plan, exact, line)
        moved = _moved(plan, limits, after.unit)
        charged = charged._replace(limited=limits, moved_by_limits=moved, rounded=after)
    surcharge = line.item.surcharge
    if surcharge is None:
        return charged
    among = plan.parties if surcharge.parties is None else surcharge.parties
    at_total, rounded_line = plan.rounds_at_total, charged.rounded
    base = rounded_line.exact.fractions if at_total else map(Fraction, rounded_line.amounts)
    on = {party: amount for party, amount in zip(plan.parties, base, strict=True) if party in among}
    exacts = {party: surcharge.percent * amount for party, amount in on.items()}
    unit = 1 if at_total else plan.unit
    rounded_exacts = {p: half_up(e.numerator, e.denominator, unit) for p, e in exacts.items()}
    amounts = [rounded_exacts.get(party, 0) for party in plan.parties]
    return charged._replace(surcharge=Surcharged(surcharge, on, exacts, amounts))


def _moved(plan: Plan, limits: LimitedYear, unit: int) -> list[int]:
    """What limits move, in whole units by party.

    What is taken from some and what others take are rounded each by itself: together they are
    nothing where the limits leave the total as it is, and whom no limit moves is not moved here.
    """
    moved = dict.fromkeys(plan.parties, Fraction(0))
    for applied in limits.applied:
        for party, amount in applied.moved.items():
            moved[party] += amount
    more = common([max(amount, Fraction(0)) for amount in moved.values()])
    less = common([max(-amount, Fraction(0)) for amount in moved.values()])
    return _minus(largest_remainder(*more, unit), largest_remainder(*less, unit))


def _rounded(plan: Plan, exact: ExactParts, line: CostLine | None = None) -> RoundedParts:
    """Exact parts of a line, or of the total, rounded as the agreement says."""
    numerators, denominator = exact
    if line is not None and plan.rounds_at_total:
        # To the smallest unit: the rounding that the agreement speaks of is the total's.
        return RoundedParts(exact, largest_remainder(numerators, denominator), 1, "line")
    method, rest_to = plan.method, plan.rest_to
    if line is not None and line.own_amounts:
        # The parties' own amounts have no total to meet.
        method, rest_to = "up" if method == "up" else "half_up", None
    elif not method:
        # One who bears nothing takes no rest.
        takes = rest_to is not None and numerators[rest_to]
        method, rest_to = ("rest_to", rest_to) if takes else ("largest_remainder", None)
    amounts = rounded(numerators, denominator, plan.unit, method, rest_to)
    return RoundedParts(exact, amounts, plan.unit, method)


def _at_total(plan: Plan, year: PlanYear, basis: Basis, result: Result) -> Result:
    """The period's limits on the parties' totals, and the rounding of these."""
    exact = added([charged.kept for charged in result.charged], len(plan.parties))
    if any(segment.term.limits.limits for segment in year.segments):
        after = _limits_of_total(plan, year, basis, result.charged)
        if isinstance(after, Unknown):
            return result._replace(unknown=[*result.unknown, NotKnown("", after)])
        exact = ExactParts(*common([after.amounts[party] for party in plan.parties]))
        result = result._replace(limited=after, remarks=(*after.remarks, *result.remarks))
    totals = _rounded(plan, exact)
    total, beside = totals, [charged.rounded.amounts for charged in result.charged]
    surcharges = [charged.surcharge for charged in result.charged if charged.surcharge]
    if surcharges:
        parts = [[s.exact.get(p, Fraction(0)) for p in plan.parties] for s in surcharges]
        more = [ExactParts(*common(amounts)) for amounts in parts]
        total = _rounded(plan, added([exact, *more], len(plan.parties)))
        beside += [surcharge.amounts for surcharge in surcharges]
    by_limits = None
    if any(applied.moved for applied in result.applied):
        assert result.limited is not None  # noqa: S101 - it has applied them
        by_limits = _moved(plan, result.limited, 1)
        beside.append(by_limits)
    rows = [sum(column) for column in zip(*beside, strict=True)]
    rounding = _minus(total.amounts, rows)
    return result._replace(
        totals=totals.amounts, moved_by_limits=by_limits, rounding=rounding, rounded=total
    )


# --- limits --------------------------------------------------------------------------------


def _limits_of_line(
    plan: Plan, year: PlanYear, basis: Basis, line: CostLine
) -> LimitedYear | Unknown:
    """A line's exact amounts under its own limits."""
    amounts = dict(zip(plan.parties, line.exact.fractions, strict=True))
    segments = [portion.segment for portion in line.portions]
    name = line.names[0]
    limits = [
        YearLimit(limit, ("costs", name, "limits", place), (0,), Before(None))
        for place, limit in enumerate(line.item.limits)
    ]
    return _limits_of_blocks(plan, year, basis, [(segments, amounts)], limits)


def _limits_of_total(
    plan: Plan, year: PlanYear, basis: Basis, charged: Sequence[Charged]
) -> LimitedYear | Unknown:
    """The parties' exact totals under the limits of the year's periods, period by period."""
    by_period: dict[int, list[Segment]] = {}
    for segment in year.segments:
        by_period.setdefault(segment.term.place, []).append(segment)
    alone = len(by_period) == 1
    blocks = [
        (segments, _in_period(plan, year, charged, segments, alone=alone))
        for segments in by_period.values()
    ]
    return _limits_of_blocks(
        plan, year, basis, blocks, _year_limits([block[0] for block in blocks])
    )


def _year_limits(periods: Sequence[Sequence[Segment]]) -> list[YearLimit]:
    """The limits of a year's periods, in an order that keeps each period's own.

    The same limit in periods that follow each other, written again or continued, is one.
    """
    known: list[YearLimit] = []
    for block, segments in enumerate(periods):
        limits, period = segments[0].term.limits
        following = 0  # before this place stand those that the period has written earlier
        for number, limit in enumerate(limits):
            same = limit.model_copy(update={"source": ""})
            for place in range(following, len(known)):
                goes_on = known[place].blocks[-1] == block - 1
                if goes_on and known[place].limit.model_copy(update={"source": ""}) == same:
                    held = known[place]
                    known[place] = held._replace(blocks=(*held.blocks, block))
                    following = place + 1
                    break
            else:
                path: Path = ("periods", period, "limits", number)
                known.insert(following, YearLimit(limit, path, (block,), Before(None)))
                following += 1
    return known


def _in_period(
    plan: Plan,
    year: PlanYear,
    charged: Sequence[Charged],
    segments: Sequence[Segment],
    *,
    alone: bool,
) -> dict[str, Fraction]:
    """Each party's exact amount in some segments, the lines' own limits counted in by time."""
    if alone:
        total = added([charge.kept for charge in charged], len(plan.parties))
        return dict(zip(plan.parties, total.fractions, strict=True))
    period = segments[0].term.place
    amounts = dict.fromkeys(plan.parties, Fraction(0))
    for charge in charged:
        inside = []
        for portion in charge.line.portions:
            if portion.segment.term.place == period:
                inside.append(portion.segment)
                for party, amount in zip(plan.parties, portion.parts.fractions, strict=True):
                    amounts[party] += amount
        if charge.limited is None:
            continue
        part = Fraction(covered(plan, inside, year))
        part /= covered(plan, [portion.segment for portion in charge.line.portions], year)
        moved = zip(charge.kept.fractions, charge.line.exact.fractions, strict=True)
        for party, (kept, exact) in zip(plan.parties, moved, strict=True):
            amounts[party] += (kept - exact) * part
    return amounts


def _limits_of_blocks(
    plan: Plan,
    year: PlanYear,
    basis: Basis,
    blocks: Sequence[tuple[Sequence[Segment], dict[str, Fraction]]],
    limits: Sequence[YearLimit],
) -> LimitedYear | Unknown:
    """Exact amounts under limits, each compared with the year before where it is to be."""
    compared: list[YearLimit] = []
    for year_limit in limits:
        limit, item = year_limit.limit, year_limit.path[1] if year_limit.path[0] == "costs" else ""
        last = plan.year(year.number - 1 if limit.since is None else limit.since)
        before, changes = Before(None, last.label), {}
        if year.number <= last.number:
            before = Before(None)
        elif limit.changes:
            segment = blocks[year_limit.blocks[0]][0][0]
            paid = _before(plan, last, basis, str(item), segment)
            if isinstance(paid, Unknown):
                return paid
            before = paid
        if before.amounts is not None:
            for key, change in limit.changes.items():
                path, years = (*year_limit.path, key), range(last.number + 1, year.number + 1)
                series, month = plan.agreement.indices, plan.first_month
                yearly = indices.yearly_changes(series, change, years, path, month)
                if isinstance(yearly, Unknown):
                    return yearly
                changes[key] = yearly
        compared.append(year_limit._replace(before=before, changes=changes))
    parts = []
    for segments, amounts in blocks:
        # One who takes no part may all the same bear its part of what is split as it was.
        whole = Fraction(covered(plan, segments, year))
        part = dict.fromkeys((party for party, amount in amounts.items() if amount), whole)
        parts.append(Block(amounts, part | _part_by_party(plan, segments, year)))
    result = apply_limits(parts, compared)
    if isinstance(result, Unknown):
        if result.fault is None:
            return result
        told = {**result.fault.arguments, "year": year.label}
        if isinstance(difference := told.get("amount"), Number):
            told["amount"] = Amount(abs(difference.value), plan.agreement.currency)
        return result._replace(fault=replace(result.fault, arguments=told))
    remarks = tuple(
        replace(remark, arguments={**remark.arguments, "year": year.label})
        for remark in result.remarks
    )
    return result._replace(remarks=remarks)


def _part_by_party(plan: Plan, segments: Sequence[Segment], year: PlanYear) -> dict[str, Fraction]:
    """For how much of a year each party takes part, those that do at all."""
    if all(segment.parties == plan.parties for segment in segments):
        return dict.fromkeys(plan.parties, Fraction(covered(plan, segments, year)))
    parts = {
        party: covered(plan, [segment for segment in segments if party in segment.parties], year)
        for party in plan.parties
    }
    return {party: Fraction(part) for party, part in parts.items() if part}


def _before(
    plan: Plan, last: PlanYear, basis: Basis, item: str, segment: Segment
) -> Before | Unknown:
    """What the parties paid in an earlier year: as stated, otherwise computed on the same basis."""
    stated = _paid(plan, last, item)
    if stated is not None:
        return stated
    if not last.segments or not segment.term.span.has_start:
        return Before(None, last.label)
    _compute_up_to(plan, last.number, basis)
    computed = _of_year_alone(plan, last.number, basis)
    lacking = [unknown for unknown in computed.unknown if not item or unknown.name in (item, "")]
    if lacking:
        return lacking[0].why
    amounts: Sequence[int] = computed.totals
    segments: Sequence[Segment] = last.segments
    if item:
        charged = next((line for line in computed.charged if item in line.line.names), None)
        if charged is None:
            return Before(None, last.label)
        amounts = charged.rounded.amounts
        segments = [portion.segment for portion in charged.line.portions]
    part = _part_by_party(plan, segments, last)
    paid = {
        party: Fraction(amount) / part[party]
        for party, amount in zip(plan.parties, amounts, strict=True)
        if party in part
    }
    return Before(paid, last.label)


def counted(plan: Plan, number: int, basis: Basis) -> dict[str, Fraction]:
    """What each party pays in a year as the next year's cap on an increase counts it.

    That is without surcharges, and without what is carried there from a settlement.
    """
    totals = _of_year_alone(plan, number, basis).totals
    return {party: Fraction(amount) for party, amount in zip(plan.parties, totals, strict=True)}


def paid_before(plan: Plan, number: int, basis: Basis) -> dict[str, Fraction] | Unknown | None:
    """What each party paid the year before, for as much of a year as it takes part in this one.

    None: there is no year before.  It is what a cap on an increase compares with.
    """
    year = plan.year(number)
    before = _before(plan, plan.year(number - 1), basis, "", year.segments[0])
    if isinstance(before, Unknown) or before.amounts is None:
        return before if isinstance(before, Unknown) else None
    part = _part_by_party(plan, year.segments, year)
    return {party: amount * part.get(party, 0) for party, amount in before.amounts.items()}


def _paid(plan: Plan, year: PlanYear, item: str) -> Before | None:
    """What is stated to have been paid in a year: in the item for its own limit, or at the top.

    The top is for the total, and also serves the only item.
    """
    agreement = plan.agreement
    paid = agreement.paid
    path: Path = ("paid", year.label)
    if item and agreement.costs[item].paid is not None:
        paid, path = agreement.costs[item].paid, ("costs", item, "paid", year.label)
    elif item and len(agreement.costs) > 1:
        return None
    amounts = (paid or {}).get(year.number)
    if amounts is None:
        return None
    return Before({party: Fraction(amount) for party, amount in amounts.items()}, year.label, path)


def _compute_up_to(plan: Plan, last: int, basis: Basis) -> None:
    """Compute the years before one by one from the first, so that no year waits for many."""
    first = min((term.span.first.year for term in plan.terms if term.span.has_start), default=last)
    for number in range(first - 1, last):
        if plan.year(number).segments:
            _of_year_alone(plan, number, basis)
