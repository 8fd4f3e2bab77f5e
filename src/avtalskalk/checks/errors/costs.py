"""Cost items whose forms, days or figures do not go together."""

from fractions import Fraction

from avtalskalk.calculation.costs import covered, item_span, pieces_of, total_spans
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan, has_steps, weighing_of
from avtalskalk.calculation.timeline import Segment, terms
from avtalskalk.checks.errors.periods import reversed_days
from avtalskalk.diagnostics import Amount, Argument, Diagnostic, Findings, Path, one_of
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.costs import FORMS, Annual, Item
from avtalskalk.model.statement import BASES, Basis

_WITH_ACTUAL = ("amount", "total", "price")


def item_forms(plan: Plan) -> Findings:
    """Each item is exactly one of the forms, with what belongs to it."""
    for name, item in plan.unusual.items():
        path: Path = ("costs", name)
        stated = [form for form in FORMS if getattr(item, form) is not None]
        annual = [form for form in stated if form in BASES]
        other = [form for form in stated if form not in BASES]
        if not stated:
            yield Diagnostic("AV403", {"item": name}, path, at="key")
        elif len(other) > 1 or (
            other and annual and not (annual == ["actual"] and other[0] in _WITH_ACTUAL)
        ):
            yield Diagnostic(
                "AV404", {"item": name, "forms": tuple(stated)}, path, at="key",
                related=tuple((*path, form) for form in stated),
            )  # fmt: skip
        if item.price is not None and (item.quantity is None) == (item.per is None):
            keys = ("quantity", "per")
            both = keys if item.per is not None else ()
            arguments = one_of(keys, both, "quantity: 4 080", "per: population")
            yield Diagnostic("AV297", arguments, (*path, "price"), at="key")
        if item.quantity is not None and item.price is None:
            missing: dict[str, Argument] = {"key": "price", "line": "price: 1 150 kr"}
            yield Diagnostic("AV292", missing, (*path, "quantity"), at="key")
        if (item.percent is None) != (item.of is None):
            key = "percent" if item.percent is None else "of"
            line = "percent: 5 %" if item.percent is None else "of: [staff, premises]"
            yield Diagnostic("AV292", {"key": key, "line": line}, path, at="key")
        if item.adjusts is not None and item.kind != "adjustment":
            yield Diagnostic("AV413", {"item": name}, (*path, "for"), at="key")
        if item.kind == "adjustment" and any(form not in (*BASES, "amounts") for form in stated):
            yield Diagnostic("AV419", {"item": name}, (*path, "kind"))


def item_days(plan: Plan) -> Findings:
    """An item's own days, and one amount for a time that has no end."""
    agreement = plan.agreement
    for name, item in plan.unusual.items():
        path: Path = ("costs", name)
        if item.start and item.to and item.to < item.start:
            yield Diagnostic(
                "AV301", reversed_days("from", item.start, "to", item.to), (*path, "to"),
                related=((*path, "from"),),
            )  # fmt: skip
        elif item.total is not None and not total_spans(plan, item):
            yield Diagnostic("AV410", {"item": name}, (*path, "total"), at="key")
        elif (item.start or item.to) and not _exists(agreement, item):
            yield Diagnostic("AV411", {"item": name}, path, at="key")


def _exists(agreement: Agreement, item: Item) -> bool:
    """Whether an item exists on any day that the agreement holds, options used."""
    own = item_span(item)
    return any(own.overlap(term.span) for term in terms(agreement, assume_extended=True))


def signs(plan: Plan) -> Findings:
    """Revenue and grants are written as positive amounts."""
    for name, profile in plan.profiles.items():
        for basis, annual in profile.annual if profile.sign < 0 else ():
            for year, figure in annual.figures.items():
                if (figure.amount or figure.part) < 0:
                    yield Diagnostic(
                        "AV412",
                        {"kind": profile.item.kind, "item": name},
                        ("costs", name, basis, annual.keys[year]),
                        severity="warning",
                    )


def part_years(plan: Plan) -> Findings:
    """An annual amount for a year that is covered in part must say what it means."""
    for name, (item, _, plain, _, stated) in plan.profiles.items():
        for basis, annual in stated if plain or item.kind != "adjustment" else ():
            for number, figure in annual.figures.items():
                if not (plain and plan.year(number).whole) or figure.party:
                    yield from _part_year(plan, name, basis, annual, number)


def _part_year(plan: Plan, name: str, basis: Basis, annual: Annual, number: int) -> Findings:
    """One annual figure: its year is covered, wholly or with `covers`, and can be solved."""
    item = plan.agreement.costs[name]
    figure, currency = annual.figures[number], plan.agreement.currency
    year = plan.year(number)
    path: Path = ("costs", name, basis, annual.keys[number])
    parts = pieces_of(item, year)
    if not parts:
        yield Diagnostic(
            "AV415", {"item": name, "year": year.label}, path, at="key", severity="warning"
        )
        return
    part = covered(plan, parts, year)
    said = item.covers is not None and getattr(item.covers, basis)
    if part != 1 and not said:
        amount = figure.part if figure.amount is None else figure.amount
        yield Diagnostic(
            "AV405",
            {
                "item": name, "year": year.label,
                "first": parts[0].span.first, "last": parts[-1].span.last,
                "whole": Amount(amount, currency), "prorated": Amount(amount * part, currency),
                "part": Fraction(part),
            },
            path,
        )  # fmt: skip
    if figure.party in plan.parties and plan.shares_are_known(name):
        place = plan.parties.index(figure.party)
        shares = [weighing_of(plan, name, one) for one in parts]
        if all(not isinstance(one, Unknown) and not one.shares[place] for one in shares):
            yield Diagnostic(
                "AV406",
                {"party": figure.party, "year": year.label},
                (*path, "known_part", figure.party),
            )


def known_parts(plan: Plan) -> Findings:
    """A known part gives the whole only where the whole is split by plain shares."""
    for name, year, figure, path in plan.told:
        if not figure.party:
            continue
        item = plan.agreement.costs[name]
        stands_in_the_way = [
            key for key in ("portion", "index", "factor") if getattr(item, key) is not None
        ]
        if any(has_steps(plan, name, segment) for segment in plan.year(year).segments):
            stands_in_the_way.append("steps")
        if item.kind == "adjustment":
            stands_in_the_way.append("adjustment")
        if stands_in_the_way:
            yield Diagnostic(
                "AV416",
                {"item": name, "with": tuple(stands_in_the_way)},
                (*path, "known_part"),
                at="key",
            )


def netted(plan: Plan) -> Findings:
    """What belongs to one item cannot stand on one that is netted with others before its split."""
    if not plan.steps:
        return
    groups: dict[str, list[str]] = {}
    for name, item in plan.agreement.costs.items():
        called = plan.profiles[name].split
        own = item.per is not None or item.bands is not None or item.amounts is not None
        whole = (Segment(term.span, term, plan.parties) for term in plan.terms)
        if called is not None and not own and any(has_steps(plan, name, one) for one in whole):
            groups.setdefault(called, []).append(name)
    for names in groups.values():
        for name in names:
            item = plan.agreement.costs[name]
            with_others = any(
                other != name and item_span(item).overlap(item_span(plan.agreement.costs[other]))
                for other in names
            )
            for key in ("surcharge", "limits"):
                if with_others and getattr(item, key):
                    yield Diagnostic(
                        "AV425", {"item": name, "key": key}, ("costs", name, key), at="key"
                    )
