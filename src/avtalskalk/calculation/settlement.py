"""The final settlement: what of a year's surplus or deficit each party pays or gets back."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan, PlanYear, not_taking_part
from avtalskalk.calculation.split_rules import Flow, Written, divide
from avtalskalk.model.dated import Dated, DatedValue
from avtalskalk.model.settling import Deviation
from avtalskalk.model.splits import Fixed, Named
from avtalskalk.money import common, half_up, rounded
from avtalskalk.periods import next_day

AS_AGREED = "as_agreed"
"""The split of a deviation by its name: each party's actual amount less its budget amount."""

Kind = Literal["surplus", "deficit"]


class Adjustment(NamedTuple):
    """What a year's deviation from its budget moves, in minor units by party in the file's order.

    ``deviation`` is actual less budget: above zero a deficit.  ``rule`` is what the agreement
    says of such a year (None: nothing), ``least`` the amount of its threshold and ``free`` the
    amount of which only what exceeds it is settled, of the year's budget, ``planned``.
    ``amounts`` sum to ``moved``; above zero a party still pays.  ``exact`` are the same before
    they are rounded to ``unit``, () where nothing is settled; ``flow`` is how a split of the
    deviation's own divided it.
    """

    kind: Kind
    planned: int
    deviation: int
    rule: Deviation | None
    least: Fraction
    free: Fraction
    moved: int
    amounts: tuple[int, ...]
    exact: tuple[Fraction, ...] = ()
    unit: int = 1
    flow: Flow | None = None

    @property
    def carried(self) -> int:
        """How many years later it is a line of the budget; 0 where it is not carried."""
        return (self.rule.carry_to or 0) if self.rule and any(self.amounts) else 0


def adjustment(
    plan: Plan, year: PlanYear, budget: Sequence[int], actual: Sequence[int]
) -> Adjustment | Unknown:
    """What a year's settlement moves, from what each party's year comes to on both bases.

    Reconciliation is actual minus budget.  Percentages are of the year's budget.
    """
    planned = sum(budget)
    deviation = sum(actual) - planned
    agreed = plan.agreement.reconciliation
    kind: Kind = "surplus" if deviation < 0 else "deficit"
    rule = getattr(agreed, kind) if agreed else None
    if not deviation and agreed and rule is None:
        # No deviation of the whole: what the parties' shares differ by is of either kind.
        kind, rule = "surplus", agreed.surplus
    differences = [after - before for before, after in zip(budget, actual, strict=True)]
    parts = (rule.threshold, rule.above) if rule else (None, None)
    least, free = (abs(planned) * (part or Fraction(0)) for part in parts)
    nothing = Adjustment(kind, planned, deviation, rule, least, free, 0, (0,) * len(budget))
    if rule is None or rule.do == "kept" or abs(deviation) < max(least, free):
        return nothing
    excess = abs(deviation) - free
    moved = half_up(excess.numerator, excess.denominator, plan.unit) if free else abs(deviation)
    moved = -moved if deviation < 0 else moved
    settled = nothing._replace(moved=moved)
    if rule.split is not None and rule.split != Named(AS_AGREED):
        return _by_own_split(
            plan, year, settled, Written(rule.split, ("reconciliation", kind, "split")), actual
        )
    if moved == deviation:
        exact = tuple(map(Fraction, differences))
        return settled._replace(amounts=tuple(differences), exact=exact)
    # Only a part of it: every party's difference is cut in the same proportion.
    return _rounded(plan, settled, [Fraction(d * moved, deviation) for d in differences])


def settled_on(plan: Plan, number: int) -> date | None:
    """The day by which a fiscal year is settled, in the year after; None where none is agreed."""
    agreed = plan.agreement.reconciliation
    if agreed is None or agreed.date is None:
        return None
    return next_day(agreed.date, plan.year(number).span.last)


def _by_own_split(
    plan: Plan, year: PlanYear, settled: Adjustment, written: Written, actual: Sequence[int]
) -> Adjustment | Unknown:
    """A deviation divided by a split of its own, by the terms in force at the end of the year."""
    last = year.segments[-1]
    # Whoever left during the year still bears its part of what is shared as agreed.
    bears = {party for party, amount in zip(plan.parties, actual, strict=True) if amount}
    segment = last._replace(parties=tuple(p for p in plan.parties if p in bears | {*last.parties}))
    moment = plan.moment(last)
    total = sum(actual)
    by_actual = None
    if total and min(amount * total for amount in actual) >= 0:
        shares: dict[str, Dated] = {
            party: (DatedValue(None, Fraction(amount, total), ""),)
            for party, amount in zip(plan.parties, actual, strict=True)
        }
        by_actual = Written(Fixed(shares), (*written.path, AS_AGREED))

    def named(name: str) -> Written | None:
        return by_actual if name == AS_AGREED else moment.named(name)

    moment = moment._replace(named=named)
    flow = divide(written, Fraction(abs(settled.moved)), Fraction(1), moment)
    if isinstance(flow, Unknown):
        return flow
    outside = not_taking_part(plan, segment, flow.amounts, written)
    if outside is not None:
        return outside
    sign = -1 if settled.moved < 0 else 1
    exact = [sign * flow.amounts.get(party, Fraction(0)) for party in plan.parties]
    return _rounded(plan, settled._replace(flow=flow), exact)


def _rounded(plan: Plan, settled: Adjustment, exact: Sequence[Fraction]) -> Adjustment:
    """Exact parts of what is settled in whole units that sum to it, the residue as agreed."""
    unit = 1 if settled.moved % plan.unit else plan.unit
    amounts = rounded(*common(exact), unit, "largest_remainder", plan.rest_to)
    return settled._replace(amounts=tuple(amounts), exact=tuple(exact), unit=unit)
