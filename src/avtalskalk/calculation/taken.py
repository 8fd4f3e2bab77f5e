"""What a party pays by another agreement, as the amount of a cost item."""

from dataclasses import replace
from typing import NamedTuple

from avtalskalk.calculation.missing import Unknown, faulty, in_agreement, path_in_agreement
from avtalskalk.calculation.prepared import Plan
from avtalskalk.model.costs import FromAgreement
from avtalskalk.model.statement import Basis, Statement


class Taken(NamedTuple):
    """What a party pays in a year by another agreement, in minor units, with all that made it."""

    plan: Plan
    number: int
    party: str
    amount: int
    statement: Statement

    @property
    def conditional(self) -> bool:
        """Whether it rests on a condition that is not met."""
        return any(total.conditional for total in self.statement.totals)


def taken(plan: Plan, named: FromAgreement, number: int, basis: Basis) -> Taken | Unknown:
    """What the party pays in a fiscal year by the other agreement.

    What is missing or wrong there is missing or wrong here, at its place in that agreement.
    """
    # A calculation inside a calculation: it is imported where it is used.
    from avtalskalk.calculation.calculate import calculate

    source = plan.sources.get(named.id)
    if source is None:
        return Unknown(in_agreement(named.id, "id"), path_in_agreement(named.id, ("id",)))
    statement = calculate(source, number, basis)
    for wrong in statement.diagnostics:
        if wrong.severity == "error":
            path = path_in_agreement(named.id, wrong.path)
            return faulty(replace(wrong, path=path, related=()))
    if not statement.in_force:
        path = path_in_agreement(named.id, ("periods",))
        return Unknown(in_agreement(named.id, f"periods.{statement.year}"), path)
    amount = next((t.amount for t in statement.totals if t.party == named.party), None)
    if amount is None:
        lacking = statement.missing[0]
        path = path_in_agreement(named.id, lacking.path)
        return Unknown(in_agreement(named.id, lacking.what), path)
    return Taken(source, number, named.party, amount, statement)


def years_taken(plan: Plan, named: FromAgreement, basis: Basis) -> set[int] | None:
    """The years that the other agreement has figures for; None where these have no end."""
    from avtalskalk.calculation.calculate import years_with_figures

    source = plan.sources.get(named.id)
    known = [] if source is None else years_with_figures(source, basis)
    return None if known is None else set(known)
