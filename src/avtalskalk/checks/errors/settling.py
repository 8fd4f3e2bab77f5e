"""What is wrong with how an agreement is billed and settled."""

from fractions import Fraction
from functools import partial

from avtalskalk.calculation.prepared import Plan, named
from avtalskalk.calculation.split_rules import depends_on_amount
from avtalskalk.calculation.transfers import payers
from avtalskalk.diagnostics import (
    Argument,
    Diagnostic,
    Findings,
    Number,
    Path,
    Phrase,
    missing_key,
    out_of_range,
)
from avtalskalk.model.values import FIRST_YEAR, LAST_YEAR
from avtalskalk.periods import year_label


def instalment_parts(plan: Plan) -> Findings:
    """Instalments that are not the whole year together."""
    invoicing = plan.agreement.invoicing
    if invoicing is None or isinstance(invoicing.instalments, str):
        return
    total = sum((instalment.part for instalment in invoicing.instalments), Fraction(0))
    if total != 1:
        yield Diagnostic("AV622", {"total": Number(total)}, ("invoicing", "instalments"))


def conditions(plan: Plan) -> Findings:
    """Numbers out of their bounds, and conditions on what is not settled."""
    agreement = plan.agreement
    agreed, invoicing = agreement.reconciliation, agreement.invoicing
    for kind in ("surplus", "deficit"):
        deviation = getattr(agreed, kind, None)
        if deviation is None:
            continue
        path: Path = ("reconciliation", kind)
        if deviation.carry_to is not None and deviation.carry_to < 1:
            yield Diagnostic("AV118", out_of_range("carry_to", deviation.carry_to, 1), path)
        for key in ("threshold", "above", "split") if deviation.do == "kept" else ():
            if getattr(deviation, key) is not None:
                yield _without_effect(key, kind, "where_settled", path)
    if invoicing is not None and (invoicing.due_days or 0) < 0:
        path = ("invoicing", "due_days")
        yield Diagnostic("AV118", out_of_range("due_days", str(invoicing.due_days), 0), path)
    if invoicing is not None and invoicing.round_total is not None and invoicing.round_total <= 0:
        text = str(invoicing.round_total)
        yield Diagnostic("AV601", {"text": text}, ("invoicing", "round_total"))
    host = payers(plan).get("", "")
    for year, parties in (agreement.billed or {}).items():
        label = year_label(year, plan.first_month)
        if host in parties:
            yield _without_effect(host, "billed", "where_invoiced", ("billed", label))
        if FIRST_YEAR <= year <= LAST_YEAR and not plan.year(year).segments:
            about: dict[str, Argument] = {"item": "billed", "year": label}
            yield Diagnostic("AV415", about, ("billed", label), at="key", severity="warning")


def interest(plan: Plan) -> Findings:
    """Interest until no day, on payments that have none, or with a day that has no effect."""
    agreed = plan.agreement.reconciliation
    if agreed is None or agreed.interest is None:
        return
    path: Path = ("reconciliation", "interest")
    if agreed.interest.to is None and agreed.date is None:
        yield Diagnostic("AV292", missing_key("to: 02-15"), path)
    if agreed.interest.base == "paid" and plan.agreement.invoicing is None:
        yield Diagnostic("AV292", missing_key("invoicing: {instalments: quarterly}"), path)
    if agreed.interest.base == "paid" and agreed.interest.start is not None:
        yield _without_effect("from", "interest", "where_deviation", path)


def _without_effect(key: str, inside: str, belongs_to: str, path: Path) -> Diagnostic:
    """A key that has no effect where it stands, and what it belongs to."""
    about: dict[str, Argument] = {"key": key, "item": inside, "where": Phrase(belongs_to)}
    return Diagnostic("AV413", about, (*path, key), at="key")


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


CHECKS = (instalment_parts, conditions, interest, several_payers, netted_payers)
