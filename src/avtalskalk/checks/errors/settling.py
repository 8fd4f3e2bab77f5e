"""What is wrong with how an agreement is billed and settled."""

from fractions import Fraction
from functools import partial

from avtalskalk.calculation.prepared import Plan, named
from avtalskalk.calculation.split_rules import depends_on_amount
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


def netted_payers(plan: Plan) -> Findings:
    """Items that go through steps together, and that not the same party pays."""
    paying = payers(plan) if plan.steps else {}
    together: dict[str, list[str]] = {}
    for name, profile in plan.profiles.items():
        if profile.split is not None and not profile.own_amounts:
            together.setdefault(profile.split, []).append(name)
    for called, names in together.items():
        written = (named(plan.agreement, term, called) for term in plan.terms)
        others = [name for name in names if paying.get(name) != paying.get(names[0])]
        if others and any(
            split and depends_on_amount(split, partial(named, plan.agreement, term))
            for split, term in zip(written, plan.terms, strict=True)
        ):
            items = tuple(plan.heading.items[name] for name in names)
            stated = next(name for name in names if plan.agreement.costs[name].paid_by)
            yield Diagnostic("AV623", {"items": items}, ("costs", stated, "paid_by"))


CHECKS = (instalment_parts, several_payers, netted_payers)
