"""Cost items whose forms, days or figures do not go together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from avtalskalk.calculation.allocation import whose_shares
from avtalskalk.calculation.costs import (
    Cost,
    cost,
    covered,
    item_span,
    pieces_of,
    stated_cost,
    total_spans,
    unlike_sum,
    what_it_covers,
)
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan, PlanYear, has_steps, weighing_of
from avtalskalk.calculation.timeline import Segment, terms
from avtalskalk.checks.errors.periods import reversed_days
from avtalskalk.diagnostics import (
    Argument,
    Diagnostic,
    Findings,
    Path,
    Phrase,
    missing_key,
    one_of,
)
from avtalskalk.model.costs import FORMS, Annual
from avtalskalk.model.statement import BASES, Basis
from avtalskalk.periods import year_of

_BESIDE_ACTUAL = ("amount", "total", "price")
"""The forms whose outcome may stand beside them."""
_YEARLY: tuple[Basis, ...] = ("budget", "forecast")
"""The bases that a price by a quantity is used as."""
_OWN_AMOUNTS = {"per": "quantity", "bands": "amount", "scale": "amount", "amounts": "budget"}
"""The fields that give each party its own amount, and what gives one that is split."""


def item_forms(plan: Plan) -> Findings:
    """Each item is exactly one of the forms, with what belongs to it."""
    for name, item in plan.agreement.costs.items():
        path: Path = ("costs", name)
        stated = [form for form in FORMS if getattr(item, form) is not None]
        annual = [form for form in stated if form in BASES]
        single = [form for form in stated if form not in BASES]
        if not stated:
            yield Diagnostic("AV403", {"item": name}, path, at="key")
        elif len(single) > 1 or (
            single and annual and not (annual == ["actual"] and single[0] in _BESIDE_ACTUAL)
        ):
            yield Diagnostic(
                "AV404", {"item": name, "forms": tuple(stated)}, path, at="key",
                related=tuple((*path, form) for form in stated),
            )  # fmt: skip
        if item.price is not None and (item.quantity is None) == (item.per is None):
            keys = ("quantity", "per")
            present = keys if item.per is not None else ()
            arguments = one_of(keys, present, "quantity: 4 080", "per: population")
            yield Diagnostic("AV297", arguments, (*path, "price"), at="key")
        if item.quantity is not None and isinstance(item.price, dict):
            yield Diagnostic("AV292", missing_key("per: population"), (*path, "price"), at="key")
        if item.quantity is not None and item.price is None:
            yield Diagnostic("AV292", missing_key("price: 1 150 kr"), (*path, "quantity"), at="key")
        if (item.percent is None) != (item.of is None):
            line = "percent: 5 %" if item.percent is None else "of: [staff, premises]"
            yield Diagnostic("AV292", missing_key(line), path, at="key")
        if item.kind == "adjustment" and any(form not in (*BASES, "amounts") for form in stated):
            yield Diagnostic("AV419", {"item": name}, (*path, "kind"))


def other_agreements(plan: Plan) -> Findings:
    """An amount from another agreement is for the same year and in the same currency."""
    for name, item in plan.agreement.costs.items():
        source = item.from_agreement and plan.sources.get(item.from_agreement.id)
        if not source:
            continue
        reasons = {
            "other_currency": source.heading.currency != plan.heading.currency,
            "other_year": source.first_month != plan.first_month,
        }
        for reason in (reason for reason, differs in reasons.items() if differs):
            why = Phrase(f"taken_{reason}")
            arguments: dict[str, Argument] = {"id": source.heading.agreement, "why": why}
            yield Diagnostic("AV428", arguments, ("costs", name, "from_agreement", "id"))


def without_effect(plan: Plan) -> Findings:
    """A field that the item's form leaves nothing to do for, which would be passed over."""
    for name, item in plan.agreement.costs.items():
        path: Path = ("costs", name)
        form = next((key for key in _OWN_AMOUNTS if getattr(item, key) is not None), "")
        if form and item.split is not None:
            yield Diagnostic(
                "AV426", {"item": name, "form": form, "instead": _OWN_AMOUNTS[form]},
                (*path, "split"), at="key", related=((*path, form),),
            )  # fmt: skip
        # An amount for a year, or for as much of it as is covered.
        by_year = item.annual or item.from_agreement
        yearly = by_year or item.amount or item.price or item.by_size
        for key, belongs in (
            ("for", item.kind == "adjustment" or item.adjusts is None),
            ("among", (item.per and not isinstance(item.price, dict)) or item.among is None),
            ("sum", item.amounts or item.stated_sum is None),
            ("covers", item.covers is None or (yearly and item.kind != "adjustment")),
        ):
            if not belongs:
                where = Phrase(f"where_{key}")
                arguments: dict[str, Argument] = {"key": key, "item": name, "where": where}
                yield Diagnostic("AV413", arguments, (*path, key), at="key")


def stated_sums(plan: Plan) -> Findings:
    """Agreed amounts make the sum that the paper states beside them."""
    for name, item in plan.agreement.costs.items():
        for year in item.stated_sums if item.amounts else ():
            difference = unlike_sum(plan, name, plan.year(year))
            if difference is not None:
                yield replace(difference, years=(year,))


def item_days(plan: Plan) -> Findings:
    """An item's own days, and one amount for a time that has no end."""
    for name, item in plan.agreement.costs.items():
        path: Path = ("costs", name)
        if item.start and item.to and item.to < item.start:
            yield Diagnostic(
                "AV301", reversed_days("from", item.start, "to", item.to), (*path, "to"),
                related=((*path, "from"),),
            )  # fmt: skip
        elif item.total is not None and not total_spans(plan, item):
            yield Diagnostic("AV410", {"item": name}, (*path, "total"), at="key")
        elif item.start or item.to:
            longest = terms(plan.agreement, assume_extended=True)
            if not any(item_span(item).overlap(term.span) for term in longest):
                yield Diagnostic("AV411", {"item": name}, path, at="key")


def signs(plan: Plan) -> Findings:
    """Revenue and grants are written as positive amounts."""
    for name, item in plan.agreement.costs.items():
        for basis, annual in item.annual if item.kind in ("revenue", "grant") else ():
            for year, figure in annual.figures.items():
                if (figure.amount or figure.part) < 0:
                    yield Diagnostic(
                        "AV412",
                        {"kind": item.kind, "item": name},
                        ("costs", name, basis, annual.keys[year]),
                        severity="warning",
                    )


def part_years(plan: Plan) -> Findings:
    """An annual amount for a year that is covered in part must say what it means."""
    for name, item in plan.agreement.costs.items():
        for basis, annual in item.annual if item.kind != "adjustment" else ():
            for number, figure in annual.figures.items():
                year = plan.year(number)
                pieces = pieces_of(plan.profiles[name], year)
                if figure.party or covered(plan, pieces, year) != 1:
                    yield from _part_year(plan, name, basis, annual, year, pieces)


def part_year_quantities(plan: Plan) -> Findings:
    """A quantity in a year that is covered in part must say what it is for, as an amount must."""
    for name, item in plan.agreement.costs.items():
        if item.quantity is None:
            continue
        spans = [term.span.overlap(item_span(item)) for term in plan.terms]
        days = [span.first for span in spans if span is not None and span.has_start]
        days += [span.last for span in spans if span is not None and span.has_end]
        for number in sorted({year_of(day, plan.first_month) for day in days}):
            if _overlap(pieces_of(plan.profiles[name], plan.year(number))):
                continue
            costs = [stated_cost(plan, name, plan.year(number), basis) for basis in _YEARLY]
            faults = [cost.fault for cost in costs if isinstance(cost, Unknown) and cost.fault]
            yield from (
                replace(fault, years=(number,))
                for fault in faults[:1]
                # A figure beside the quantity is asked about by itself.
                if fault.code == "AV405" and fault.path[2] not in BASES
            )


def _overlap(pieces: Sequence[Segment]) -> bool:
    """Whether two periods have days of a year in common, which is an error of theirs."""
    return any(after.span.first <= before.span.last for before, after in pairwise(pieces))


def _part_year(
    plan: Plan,
    name: str,
    basis: Basis,
    annual: Annual,
    year: PlanYear,
    pieces: Sequence[Segment],
) -> Findings:
    """One annual figure: its year is covered, wholly or with `covers`, and can be solved."""
    item, figure = plan.agreement.costs[name], annual.figures[year.number]
    path: Path = ("costs", name, basis, annual.keys[year.number])
    if not pieces:
        yield Diagnostic(
            "AV415", {"item": name, "year": year.label}, path, at="key", severity="warning"
        )
        return
    part = covered(plan, pieces, year)
    if _overlap(pieces):
        # That is an error by itself, and no part of a year can be counted before it is mended.
        return
    if part != 1 and not (item.covers and getattr(item.covers, basis)):
        amount = figure.part if figure.amount is None else figure.amount
        question = what_it_covers(plan, name, year, basis, Fraction(amount) * part, path)
        yield replace(question, years=(year.number,))
    if figure.party in plan.parties and plan.shares_are_known(name):
        place = plan.parties.index(figure.party)
        weighings = [weighing_of(plan, name, piece) for piece in pieces]
        if all(not isinstance(w, Unknown) and not w.shares[place] for w in weighings):
            yield Diagnostic(
                "AV406",
                {"party": figure.party, "year": year.label},
                (*path, "known_part", figure.party),
                years=(year.number,),
            )


def corrected_years(plan: Plan) -> Findings:
    """A correction of a year that was split in another way must say whose shares it goes by."""
    for name, item in plan.agreement.costs.items():
        questions: dict[int, Diagnostic] = {}
        for basis, annual in item.annual if item.adjusts is not None else ():
            for number in annual.figures:
                known = cost(plan, name, plan.year(number), basis)
                question = whose_shares(plan, name, known) if isinstance(known, Cost) else None
                if question is not None:
                    questions[number] = question
        if questions:
            yield replace(next(iter(questions.values())), years=tuple(questions))


def known_parts(plan: Plan) -> Findings:
    """A known part gives the whole only where the whole is split by plain shares."""
    for name, year, figure, path in plan.figures:
        if not figure.party:
            continue
        item = plan.agreement.costs[name]
        hindrances = [
            key for key in ("portion", "index", "factor") if getattr(item, key) is not None
        ]
        if any(has_steps(plan, name, segment) for segment in plan.year(year).segments):
            hindrances.append("steps")
        if item.kind == "adjustment":
            hindrances.append("adjustment")
        if hindrances:
            yield Diagnostic(
                "AV416",
                {"item": name, "with": tuple(hindrances)},
                (*path, "known_part"),
                at="key",
            )


def netted(plan: Plan) -> Findings:
    """What belongs to one item cannot stand on one that is netted with others before its split."""
    costs = plan.agreement.costs
    groups: dict[str, list[str]] = defaultdict(list)
    for name in costs:
        profile = plan.profiles[name]
        split, prices_each = profile.split, profile.own_amounts
        segments = (Segment(term.span, term, plan.parties) for term in plan.terms)
        if (
            split is not None
            and not prices_each
            and any(has_steps(plan, name, segment) for segment in segments)
        ):
            groups[split].append(name)
    for names in groups.values():
        for name in names:
            span = item_span(costs[name])
            is_netted = any(
                span.overlap(item_span(costs[beside])) for beside in names if beside != name
            )
            for key in ("surcharge", "limits"):
                if is_netted and getattr(costs[name], key):
                    yield Diagnostic(
                        "AV425", {"item": name, "key": key}, ("costs", name, key), at="key"
                    )


CHECKS = (
    item_forms,
    without_effect,
    stated_sums,
    other_agreements,
    item_days,
    signs,
    part_years,
    part_year_quantities,
    corrected_years,
    known_parts,
    netted,
)
