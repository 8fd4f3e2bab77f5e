"""Amounts that look like slips, lack something, or are above what a party has set aside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice, pairwise
from typing import NamedTuple

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.lints.subject import Subject, to_tenths
from avtalskalk.diagnostics import Amount, Argument, Diagnostic, Findings, Number, Path, Phrase
from avtalskalk.model.costs import Item
from avtalskalk.model.dated import Dated
from avtalskalk.model.statement import BASES
from avtalskalk.model.value_text import amount_text
from avtalskalk.periods import year_label

RISES = 3
"""So many rises in a row are a habit …"""
STEADY = Fraction(1, 200)
"""… where they are no further apart than this."""
THOUSANDFOLD = 500, 2000
"""A figure within these times its neighbour is about a thousand times it."""
MOST_THOUSANDS = 100_000
"""So many tkr are a hundred million, and more often kronor with the wrong unit."""


class Point(NamedTuple):
    """One figure of several that should be of a size: when, how much, and where it stands."""

    when: Argument
    value: int | Fraction
    path: Path


# --- raised by hand ------------------------------------------------------------------------


def raised_by_hand(subject: Subject) -> Findings:
    """An amount that is raised by nearly the same percentage every year, without an index."""
    for name, item in subject.plan.agreement.costs.items():
        if item.index is not None or item.kind == "adjustment":
            continue
        for path, series in _yearly(name, item):
            rises = _last_rises(series)
            if len(rises) >= RISES:
                yield _raised(subject.plan, name, path, series, rises)
                break


def _raised(
    plan: Plan, name: str, path: Path, series: Sequence[tuple[int, int]], rises: Sequence[Fraction]
) -> Diagnostic:
    least, most = (to_tenths(one) for one in (min(rises), max(rises)))
    years = [year_label(year, plan.first_month) for year, _ in series[-len(rises) - 1 :]]
    arguments: dict[str, Argument] = {
        "item": name,
        "first": years[0],
        "last": years[-1],
        "rises": (least,) if least == most else (least, most),
    }
    return Diagnostic("AV731", arguments, path, at="key", severity="note")


def _yearly(name: str, item: Item) -> Iterator[tuple[Path, list[tuple[int, int]]]]:
    """What an item states year by year: budgeted, forecast, or from the same day each year."""
    for basis in ("budget", "forecast"):
        annual = item.figures(basis)
        if annual:
            known = ((year, one.amount) for year, one in sorted(annual.figures.items()))
            yield (
                ("costs", name, basis),
                [(year, amount) for year, amount in known if amount is not None],
            )
    for form in ("amount", "price"):
        dated: Dated = getattr(item, form) or ()
        days = {(one.start.month, one.start.day) for one in dated if one.start}
        if len(days) == 1:
            yield (
                ("costs", name, form),
                [(one.start.year, one.value) for one in dated if one.start],
            )


def _last_rises(series: Sequence[tuple[int, int]]) -> list[Fraction]:
    """The rises of the last years on end, as far back as they are steady."""
    rises: list[Fraction] = []
    for (year, amount), (after, higher) in reversed(list(pairwise(series))):
        if after != year + 1 or not 0 < amount < higher:
            break
        rise = Fraction(higher - amount) / amount
        if max((rise, *rises)) - min((rise, *rises)) > STEADY:
            break
        rises.append(rise)
    return rises


# --- sources and frames --------------------------------------------------------------------


def without_source(subject: Subject) -> Findings:
    """A cost that names no source, in an agreement that has sources."""
    agreement = subject.plan.agreement
    for name, item in agreement.costs.items() if agreement.sources else ():
        figures = [
            figure
            for basis in BASES
            if (annual := item.figures(basis)) is not None
            for figure in annual.figures.values()
        ]
        if not item.source and not (figures and all(one.source for one in figures)):
            yield Diagnostic("AV732", {"item": name}, ("costs", name), at="key", severity="note")


def above_frames(subject: Subject) -> Findings:
    """A party's year, surcharges included, that is above what it has set aside."""
    plan, currency = subject.plan, subject.plan.agreement.currency
    for party, frames in plan.agreement.frames.items():
        for year, frame in frames.items():
            for basis in BASES:
                totals = calculate(plan, year, basis).totals
                amount = next((one.amount for one in totals if one.party == party), None)
                if amount is not None and amount > frame:
                    label = year_label(year, plan.first_month)
                    yield Diagnostic(
                        "AV734",
                        {
                            "party": plan.agreement.parties[party].name,
                            "basis": Phrase(basis),
                            "year": label,
                            "amount": Amount(amount, currency),
                            "frame": Amount(frame, currency),
                            "above": Amount(amount - frame, currency),
                        },
                        ("frames", party, label),
                        severity="warning",
                    )


# --- who pays the supplier -----------------------------------------------------------------


def laid_out(subject: Subject) -> Findings:
    """What a party pays the supplier and what it bears of that: one may be meant for the other.

    A paper's amount for one party is easily written with `paid_by`, where it is a known part.
    """
    for name, item in subject.plan.agreement.costs.items():
        if item.paid_by is not None:
            yield from islice(_laid_out(subject.plan, name, item, item.paid_by), 1)


def _laid_out(plan: Plan, name: str, item: Item, payer: str) -> Findings:
    """The years, on any basis, in which a party bears a part of a stated amount that it pays."""
    agreement = plan.agreement
    for basis in BASES:
        annual = item.figures(basis)
        for year, figure in sorted(annual.figures.items()) if annual else ():
            rows = calculate(plan, year, basis).rows
            part = sum(
                row.amount
                for row in rows
                if (row.item, row.line, row.party) == (name, "split", payer)
            )
            if figure.amount and part not in (0, figure.amount):
                yield Diagnostic(
                    "AV740",
                    {
                        "item": plan.heading.items[name],
                        "year": year_label(year, plan.first_month),
                        "party": agreement.parties[payer].name,
                        "total": Amount(figure.amount, agreement.currency),
                        "part": Amount(part, agreement.currency),
                        "basis": basis,
                        "payer": payer,
                        "figure": amount_text(figure.amount, agreement.currency, "."),
                    },
                    ("costs", name, "paid_by"),
                    severity="note",
                )


# --- slips of unit -------------------------------------------------------------------------


def thousandfold(subject: Subject) -> Findings:
    """A figure that is about a thousand times its neighbour: one of them has the wrong unit."""
    plan = subject.plan
    for name, item in plan.agreement.costs.items():
        yield from _first_slip(name, _of_item(plan, name, item), plan.agreement.currency)
    for key, own in plan.agreement.keys.items():
        by_party: dict[str, list[Point]] = {}
        for one in own.values or ():
            if not isinstance(one.values, Fraction):
                for party, value in one.values.items():
                    path: Path = ("keys", key, "values", one.key, party)
                    by_party.setdefault(party, []).append(Point(one.key, value, path))
        yield from _first_slip(key, by_party.values(), "")
    for name, volumes in plan.agreement.volumes.items():
        points = [
            Point(year_label(year, plan.first_month), value, ("volumes", name, str(year)))
            for year, value in sorted(volumes.items())
        ]
        yield from _first_slip(name, [points], "")


def _first_slip(name: str, series: Iterable[Sequence[Point]], currency: str) -> Findings:
    """The first of neighbours that are a thousand times apart; more would be the same slip."""
    least, most = THOUSANDFOLD
    for points in series:
        for one, other in pairwise(points):
            small, large = sorted((one, other), key=lambda point: point.value)
            if small.value > 0 and least * small.value <= large.value <= most * small.value:
                yield Diagnostic(
                    "AV735",
                    {
                        "name": name,
                        "large": _shown(large, currency),
                        "large_when": large.when,
                        "small": _shown(small, currency),
                        "small_when": small.when,
                    },
                    other.path,
                    related=(one.path,),
                    severity="warning",
                )
                return


def _shown(point: Point, currency: str) -> Argument:
    return Amount(point.value, currency) if currency else Number(point.value)


def _of_item(plan: Plan, name: str, item: Item) -> Iterator[Sequence[Point]]:
    """An item's figures: over the years, from basis to basis, and as they change by date."""
    by_year: dict[int, list[Point]] = {}
    for basis in BASES:
        annual = item.figures(basis)
        points = []
        for year, figure in sorted(annual.figures.items()) if annual else ():
            if figure.amount is not None:
                key = annual.keys[year] if annual else ""
                path: Path = ("costs", name, basis, key)
                points.append(Point(key, figure.amount, path))
                by_year.setdefault(year, []).append(
                    Point((key, Phrase(basis)), figure.amount, path)
                )
        yield points
    yield from by_year.values()
    for form in ("amount", "price"):
        dated: Dated = getattr(item, form) or ()
        yield [Point(one.key, one.value, ("costs", name, form, one.key)) for one in dated]
    by_party: dict[str, list[Point]] = {}
    for year, amounts in sorted((item.amounts or {}).items()):
        label = year_label(year, plan.first_month)
        for party, amount in amounts.items():
            path = ("costs", name, "amounts", str(year), party)
            by_party.setdefault(party, []).append(Point(label, amount, path))
    yield from by_party.values()


def in_thousands(subject: Subject) -> Findings:
    """An amount in tkr that is a hundred million or more: kronor, perhaps."""
    written = subject.written if isinstance(subject.written, Mapping) else {}
    for text, path in _texts(written.get("costs"), ("costs",)):
        if text.endswith("tkr") and _whole(text) >= MOST_THOUSANDS:
            yield Diagnostic("AV736", {"amount": text}, path, severity="warning")


def _texts(node: object, path: Path) -> Iterator[tuple[str, Path]]:
    """Every text in plain data, with its place."""
    if isinstance(node, str):
        yield node, path
    elif isinstance(node, Mapping):
        for key, below in node.items():
            yield from _texts(below, (*path, key))
    elif isinstance(node, list):
        for place, below in enumerate(node):
            yield from _texts(below, (*path, place))


def _whole(text: str) -> int:
    """The whole number that an amount begins with."""
    digits = text.replace(".", ",").partition(",")[0]
    return int("".join(char for char in digits if char.isdigit()) or "0")
