"""What is wrong with how an agreement is billed and settled."""

from fractions import Fraction

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.transfers import payers
from avtalskalk.diagnostics import Diagnostic, Findings, Number


def instalment_parts(plan: Plan) -> Findings:
    """Instalments that are not the whole year together."""
    invoicing = plan.agreement.invoicing
    if invoicing is None or isinstance(invoicing.instalments, str):
        return
    total = sum((instalment.part for instalment in invoicing.instalments), Fraction(0))
    if total != 1:
        yield Diagnostic("AV622", {"total": Number(total)}, ("invoicing", "instalments"))


def several_payers(plan: Plan) -> Findings:
    """Several who pay, none of them a host, and amounts that belong to no item."""
    paying = payers(plan)
    if paying and "" not in paying and plan.rounds_at_total:
        names = tuple(plan.heading.parties[party] for party in dict.fromkeys(paying.values()))
        yield Diagnostic("AV621", {"parties": names}, ("rounding",), at="key")


CHECKS = (instalment_parts, several_payers)
