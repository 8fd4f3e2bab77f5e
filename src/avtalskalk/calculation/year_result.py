"""A year's lines to what each party pays: limits, rounding and surcharges, in this order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.allocation import Line, NotKnown, Parts, added, lines
from avtalskalk.calculation.costs import covered
from avtalskalk.calculation.limits import Applied, Before, Limited, limited
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan, YearOf
from avtalskalk.calculation.timeline import Limits, Segment
from avtalskalk.calculation.trace import inside
from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.model.costs import Surcharge
from avtalskalk.model.limits import Limit
from avtalskalk.model.statement import Basis
from avtalskalk.money import common, half_up, largest_remainder, rounded


class Charged(NamedTuple):
    """A line in whole minor units by party: split, moved by its limits, and surcharged."""

    line: Line
    kept: Parts
    split: Sequence[int]
    limit: Sequence[int] | None = None
    surcharge: Sequence[int] | None = None

    @property
    def amounts(self) -> Sequence[int]:
        """What the line comes to for each party, before surcharges."""
        return self.split if self.limit is None else _plus(self.split, self.limit)


class Result(NamedTuple):
    """A year on a basis, in whole minor units by party.

    ``limit`` and ``rounding`` are what the period's limits and the rounding at the total move
    beside the lines.  ``totals`` are before surcharges; where something is ``unknown`` they are
    the sums of what is known.
    """

    charged: Sequence[Charged]
    unknown: Sequence[NotKnown]
    totals: Sequence[int]
    limit: Sequence[int] | None = None
    rounding: Sequence[int] | None = None
    applied: tuple[Applied, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()


def result(plan: Plan, year: YearOf, basis: Basis) -> Result:
    """What each party pays in a year that has terms."""
    found, unknown = lines(plan, year, basis)
    charged: list[Charged] = []
    for line in found:
        held = _held(plan, year, basis, line) if line.item.limits else line
        if isinstance(held, Unknown):
            unknown += [NotKnown(name, held) for name in line.names]
        else:
            charged.append(_charged(plan, held))
    sums = [0] * len(plan.parties)
    for one in charged:
        sums = _plus(sums, one.amounts)
    plain = Result(charged, unknown, sums)
    if unknown or not charged or not plan.rounds_at_total:
        return plain
    return _at_total(plan, year, basis, plain)


def of_year(plan: Plan, number: int, basis: Basis) -> Result:
    """A fiscal year's result, kept in the plan: limits look at the year before."""
    where = number, basis
    if where not in plan.results:
        plan.results[where] = result(plan, plan.year(number), basis)
    found: Result = plan.results[where]
    return found


def _plus(a: Sequence[int], b: Sequence[int]) -> list[int]:
    return [one + other for one, other in zip(a, b, strict=True)]


def _minus(a: Sequence[int], b: Sequence[int]) -> list[int]:
    return [one - other for one, other in zip(a, b, strict=True)]


# --- rounding ------------------------------------------------------------------------------


def _charged(plan: Plan, line: Line) -> Charged:
    """A line rounded: to the smallest unit where the total is rounded, otherwise as agreed."""
    kept = _kept(plan, line)
    split = _line_rounded(plan, line.exact, own=line.own)
    limit = None
    if line.limits:
        limit = _minus(_line_rounded(plan, kept, own=line.own), split)
    charged = Charged(line, kept, split, limit)
    if line.item.surcharge is None:
        return charged
    return charged._replace(surcharge=_surcharged(plan, line.item.surcharge, charged.amounts))


def _line_rounded(plan: Plan, exact: Parts, *, own: bool) -> list[int]:
    if plan.rounds_at_total:
        return largest_remainder(exact.numerators, exact.denominator)
    return in_units(plan, exact, own=own)


def in_units(plan: Plan, exact: Parts, *, own: bool = False) -> list[int]:
    """Exact parts rounded as the agreement says; own amounts have no total to meet."""
    rounding = plan.agreement.rounding
    method = rounding.method if isinstance(rounding.method, str) else ""
    if own:
        method = "up" if method == "up" else "half_up"
    rest_to = None if own else plan.rest_to
    return rounded(exact.numerators, exact.denominator, rounding.to, method, rest_to)


def _surcharged(plan: Plan, surcharge: Surcharge, amounts: Sequence[int]) -> list[int]:
    """A percentage on the parties' rounded amounts, half up to the same unit."""
    percent, unit = surcharge.percent, plan.agreement.rounding.to
    among = plan.parties if surcharge.parties is None else surcharge.parties
    return [
        half_up(amount * percent.numerator, percent.denominator, unit) if party in among else 0
        for party, amount in zip(plan.parties, amounts, strict=True)
    ]


def _at_total(plan: Plan, year: YearOf, basis: Basis, plain: Result) -> Result:
    """The period's limits on the parties' totals, and the rounding of these."""
    kept = added([one.kept for one in plain.charged], len(plan.parties))
    applied: tuple[Applied, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    stretches = _stretches(year)
    if any(limits.limits for limits in stretches):
        held: list[Parts] = []
        for limits, segments in stretches.items():
            amounts = _in_stretch(plan, plain.charged, segments, alone=len(stretches) == 1)
            path: Path = ("periods", limits.place, "limits")
            after = _limited(plan, year, basis, amounts, limits.limits, segments, path)
            if isinstance(after, Unknown):
                return plain._replace(unknown=[*plain.unknown, NotKnown("", after)])
            held.append(Parts(*common([after.amounts[party] for party in plan.parties])))
            applied += after.applied
            remarks += after.remarks
        kept = added(held, len(plan.parties))
    finest = largest_remainder(kept.numerators, kept.denominator)
    goal = in_units(plan, kept)
    if not any(one.moved for one in applied):
        return plain._replace(
            totals=goal, rounding=_minus(goal, plain.totals), applied=applied, remarks=remarks
        )
    return plain._replace(
        totals=goal,
        limit=_minus(finest, plain.totals),
        rounding=_minus(goal, finest),
        applied=applied,
        remarks=remarks,
    )


# --- limits --------------------------------------------------------------------------------


def _kept(plan: Plan, line: Line) -> Parts:
    """A line's exact parts once its limits have moved what they move."""
    if not line.limits:
        return line.exact
    amounts = dict(zip(plan.parties, line.exact.fractions, strict=True))
    for one in line.limits:
        for party, moved in one.moved.items():
            amounts[party] += moved
    return Parts(*common(list(amounts.values())))


def _held(plan: Plan, year: YearOf, basis: Basis, line: Line) -> Line | Unknown:
    """A line with what its own limits move."""
    amounts = dict(zip(plan.parties, line.exact.fractions, strict=True))
    path: Path = ("costs", line.names[0], "limits")
    segments = [portion.segment for portion in line.portions]
    after = _limited(plan, year, basis, amounts, line.item.limits, segments, path)
    if isinstance(after, Unknown):
        return after
    return line._replace(limits=after.applied, remarks=after.remarks)


def _stretches(year: YearOf) -> dict[Limits, list[Segment]]:
    """The year's segments by the limits they stand under, in the order of time."""
    found: dict[Limits, list[Segment]] = {}
    for segment in year.segments:
        limits = segment.term.limits
        same = next((one for one in found if one == limits), limits)
        found.setdefault(same, []).append(segment)
    return found


def _in_stretch(
    plan: Plan, charged: Sequence[Charged], segments: Sequence[Segment], *, alone: bool
) -> dict[str, Fraction]:
    """Each party's exact amount in some segments, the lines' own limits counted in by days."""
    if alone:
        total = added([one.kept for one in charged], len(plan.parties))
        return dict(zip(plan.parties, total.fractions, strict=True))
    places = {segment.term.place for segment in segments}
    amounts = dict.fromkeys(plan.parties, Fraction(0))
    for one in charged:
        days = inside = 0
        for portion in one.line.portions:
            long = portion.segment.span.stop - portion.segment.span.start
            days += long
            if portion.segment.term.place in places:
                inside += long
                for party, amount in zip(plan.parties, portion.parts.fractions, strict=True):
                    amounts[party] += amount
        moved = zip(one.kept.fractions, one.line.exact.fractions, strict=True)
        for party, (kept, exact) in zip(plan.parties, moved, strict=True):
            amounts[party] += (kept - exact) * Fraction(inside, days)
    return amounts


def _limited(
    plan: Plan,
    year: YearOf,
    basis: Basis,
    amounts: dict[str, Fraction],
    limits: Sequence[Limit],
    segments: Sequence[Segment],
    path: Path,
) -> Limited | Unknown:
    """Exact amounts held by limits, for as much of the year as the segments cover."""
    before = Before(None)
    if any(one.max_increase is not None or one.min_increase is not None for one in limits):
        item = str(path[1]) if path[0] == "costs" else ""
        found = _before(plan, year, basis, item, segments[0])
        if isinstance(found, Unknown):
            return found
        before = found._replace(year=plan.year(year.number - 1).label)
    part = _part_of_each(plan, segments, year)
    taking_part = {party: amount for party, amount in amounts.items() if party in part}
    with inside(plan.trace, "limits", path, segments=segments):
        held = limited(taking_part, limits, before, part, path, plan.trace)
    if isinstance(held, Unknown):
        return held
    remarks = tuple(
        replace(one, arguments={**one.arguments, "year": year.label}) for one in held.remarks
    )
    return held._replace(amounts=amounts | held.amounts, remarks=remarks)


def _part_of_each(plan: Plan, segments: Sequence[Segment], year: YearOf) -> dict[str, Fraction]:
    """For how much of a year each party takes part, those that do at all."""
    if all(segment.parties == plan.parties for segment in segments):
        return dict.fromkeys(plan.parties, Fraction(covered(plan, segments, year)))
    parts = {
        party: covered(plan, [one for one in segments if party in one.parties], year)
        for party in plan.parties
    }
    return {party: Fraction(part) for party, part in parts.items() if part}


def _before(
    plan: Plan, year: YearOf, basis: Basis, item: str, segment: Segment
) -> Before | Unknown:
    """What the parties paid the year before: as stated, otherwise computed on the same basis."""
    stated = _paid(plan, year.number - 1, item)
    if stated is not None:
        return Before({party: Fraction(amount) for party, amount in stated.items()})
    # The year before has a tree of its own.
    plan = replace(plan, trace=None)
    last = plan.year(year.number - 1)
    if not last.segments or not segment.term.span.has_start:
        return Before(None)
    _compute_up_to(plan, year.number - 1, basis)
    computed = of_year(plan, year.number - 1, basis)
    lacking = [one for one in computed.unknown if not item or one.name in (item, "")]
    if lacking:
        return lacking[0].why
    amounts: Sequence[int] = computed.totals
    segments: Sequence[Segment] = last.segments
    if item:
        line = next((one for one in computed.charged if item in one.line.names), None)
        if line is None:
            return Before(None)
        amounts = line.amounts
        segments = [portion.segment for portion in line.line.portions]
    part = _part_of_each(plan, segments, last)
    return Before(
        {
            party: Fraction(amount) / part[party]
            for party, amount in zip(plan.parties, amounts, strict=True)
            if party in part
        }
    )


def _paid(plan: Plan, number: int, item: str) -> Mapping[str, int] | None:
    """What was paid in a year: in the item for its own limit, at the top for the total.

    The top also serves the only item.
    """
    agreement = plan.agreement
    if item and agreement.costs[item].paid is not None:
        return agreement.costs[item].paid.get(number)  # type: ignore[union-attr]
    if item and len(agreement.costs) > 1:
        return None
    return (agreement.paid or {}).get(number)


def _compute_up_to(plan: Plan, last: int, basis: Basis) -> None:
    """Compute the years before one by one from the first, so that no year waits for many."""
    first = min((term.span.first.year for term in plan.terms if term.span.has_start), default=last)
    for number in range(first - 1, last):
        if plan.year(number).segments:
            of_year(plan, number, basis)
