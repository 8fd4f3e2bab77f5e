"""A fiscal year settled on an outcome: both sides, what is moved, and every party's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.party_settlements import PartySettlement, party_settlements
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settlement import Adjustment
from avtalskalk.calculation.transfers import payers
from avtalskalk.calculation.year_result import adjustment_of
from avtalskalk.model.statement import Basis, Missing, Statement


@dataclass(frozen=True, slots=True)
class SettledYear:
    """A year's budget and outcome, and each party's settlement; no shares where it has no terms.

    ``adjustment`` is None where a figure is missing.
    """

    budget: Statement
    outcome: Statement
    adjustment: Adjustment | None = None
    shares: tuple[PartySettlement, ...] = ()

    def paid(self, plan: Plan) -> dict[str, int]:
        """What each party of a plan has paid on account, as far as it is known: to the host."""
        paid = {share.party: share.paid for share in self.shares}
        host = payers(plan).get("")
        known = {party: paid.get(party, 0) for party in plan.parties if party != host}
        return {party: amount for party, amount in known.items() if amount is not None}

    def left_to_pay(self, statement: Statement) -> Statement:
        """The outcome's statement with what is left for each party to pay in place of its year."""
        if not self.shares:
            return statement
        heading, year = statement.heading, statement.year
        left = {share.party: share.left for share in self.shares}
        totals = tuple(
            total._replace(amount=left[total.party], complete=left[total.party] is not None)
            for total in statement.totals
        )
        missing = [*self.budget.missing, *statement.missing]
        if self.adjustment is not None:
            # What is missing is what was billed.
            names = (party for party, amount in left.items() if amount is None)
            what = (f"billed.{year}.{party}" for party in names)
            missing += [Missing(heading.agreement, year, w, tuple(w.split("."))) for w in what]
        left_out = tuple(dict.fromkeys(missing))
        return statement._replace(rows=(), items=(), totals=totals, missing=left_out)


def settle_year(
    plan: Plan, number: int, basis: Basis = "actual", paid: Mapping[str, int] | None = None
) -> SettledYear:
    """A fiscal year settled on an outcome.

    With ``paid`` that is what the parties have paid on account, whatever the agreement says.
    """
    budget, outcome = (calculate(plan, number, side) for side in ("budget", basis))
    if not plan.year(number).segments:
        return SettledYear(budget, outcome)
    moved = adjustment_of(plan, number, basis)
    adjustment = moved if isinstance(moved, Adjustment) else None
    reported = [diagnostic.path for diagnostic in (*budget.diagnostics, *outcome.diagnostics)]
    # What the settlement itself finds wrong is in neither of its sides.
    if isinstance(moved, Unknown) and moved.fault and moved.fault.path not in reported:
        outcome = outcome._replace(diagnostics=(*outcome.diagnostics, moved.fault))
    shares = party_settlements(plan, number, budget, outcome, adjustment, paid)
    return SettledYear(budget, outcome, adjustment, shares)
