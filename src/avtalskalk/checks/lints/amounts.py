"""Amounts that look like slips, lack something, or are above what a party has set aside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice, pairwise
from typing import NamedTuple

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.costs import Cost, cost
from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.lints.subject import Subject, to_tenths
from avtalskalk.diagnostics import Amount, Argument, Diagnostic, Findings, Number, Path, Phrase
from avtalskalk.model.costs import Item
from avtalskalk.model.statement import BASES
from avtalskalk.model.value_text import amount_text, number_text
from avtalskalk.model.values import Fault, price
from avtalskalk.periods import year_label

RISES = 3
"""So many rises in a row are a habit …"""
STEADY = Fraction(1, 200)
"""… where they are no further apart than this."""
THOUSANDFOLD = 500, 2000
"""A figure within these times its neighbour is about a thousand times it."""
JUMP = Fraction(5, 4)
"""So many times its neighbour, a total is another cost."""
MOST_THOUSANDS = 1_000_000
"""So many tkr are a billion, and more often kronor with the wrong unit."""


class Point(NamedTuple):
    """One figure of several that should be of a size: when, how much, and where it stands."""

    when: Argument
    value: int | Fraction
    path: Path


# --- raised by hand ------------------------------------------------------------------------


def raised_by_hand(subject: Subject) -> Findings:
    """An amount that is raised by nearly the same percentage every year, without an index."""
    first_month = subject.plan.first_month
    for name, item in subject.plan.agreement.costs.items():
        if item.index is not None or item.kind == "adjustment":
            continue
        for path, amounts in _yearly(name, item):
            # The rises of the last years on end, as far back as they are steady.
            rises: list[Fraction] = []
            for (year, amount), (next_year, higher) in reversed(list(pairwise(amounts))):
                if next_year != year + 1 or not 0 < amount < higher:
                    break
                rise = Fraction(higher - amount) / amount
                if max((rise, *rises)) - min((rise, *rises)) > STEADY:
                    break
                rises.append(rise)
            if len(rises) < RISES:
                continue
            least, most = to_tenths(min(rises)), to_tenths(max(rises))
            arguments: dict[str, Argument] = {
                "item": name,
                "first": year_label(amounts[-len(rises) - 1][0], first_month),
                "last": year_label(amounts[-1][0], first_month),
                "rises": (least,) if least == most else (least, most),
            }
            yield Diagnostic("AV731", arguments, path, at="key", severity="note")
            break


def _yearly(name: str, item: Item) -> Iterator[tuple[Path, list[tuple[int, int]]]]:
    """What an item states year by year: budgeted, forecast, or from the same day each year."""
    for basis, annual in item.annual:
        if basis != "actual":
            yield (
                ("costs", name, basis),
                [
                    (year, figure.amount)
                    for year, figure in sorted(annual.figures.items())
                    if figure.amount is not None
                ],
            )
    for form, dated in item.dated.items():
        changes = [(change.start, change.value) for change in dated if change.start]
        if len({(start.month, start.day) for start, _ in changes}) == 1:
            path: Path = ("costs", name, *form)
            yield path, [(start.year, value) for start, value in changes]


# --- sources and frames --------------------------------------------------------------------


def without_source(subject: Subject) -> Findings:
    """A cost that names no source, in an agreement that has sources.

    One from another agreement has the papers of that.
    """
    agreement = subject.plan.agreement
    for name, item in agreement.costs.items() if agreement.sources else ():
        figures = [figure for _, annual in item.annual for figure in annual.figures.values()]
        named = item.source or item.from_agreement
        if not named and not (figures and all(figure.source for figure in figures)):
            yield Diagnostic("AV732", {"item": name}, ("costs", name), at="key", severity="note")


def above_frames(subject: Subject) -> Findings:
    """A party's year, surcharges included, that is above what it has set aside."""
    plan, currency = subject.plan, subject.plan.agreement.currency
    for party, frames in plan.agreement.frames.items():
        for year, frame in frames.items():
            for basis in BASES:
                totals = calculate(plan, year, basis).totals
                amount = next((total.amount for total in totals if total.party == party), None)
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
    for basis, annual in item.annual:
        for year, figure in sorted(annual.figures.items()):
            part = sum(
                row.amount
                for row in calculate(plan, year, basis).rows
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


# --- totals that are solved ----------------------------------------------------------------


def solved_jumps(subject: Subject) -> Findings:
    """A total solved from a known part that jumps because the party's share does, as in a phase-in.

    The known part is then easily what the party pays the supplier, or is from before the change.
    """
    plan, currency = subject.plan, subject.plan.agreement.currency
    for name, item in plan.agreement.costs.items():
        for basis, annual in item.annual:
            for year, figure in sorted(annual.figures.items()):
                before = annual.figures.get(year - 1)
                if not figure.party or before is None or before.party != figure.party:
                    continue
                earlier = cost(plan, name, plan.year(year - 1), basis)
                later = cost(plan, name, plan.year(year), basis)
                if not isinstance(earlier, Cost) or not isinstance(later, Cost):
                    continue
                if _jumps(earlier.stated, later.stated) > _jumps(before.part, figure.part):
                    path: Path = ("costs", name, basis)
                    yield Diagnostic(
                        "AV742",
                        {
                            "item": plan.heading.items[name],
                            "party": plan.agreement.parties[figure.party].name,
                            "year_before": year_label(year - 1, plan.first_month),
                            "total_before": Amount(earlier.stated, currency),
                            "part_before": Amount(before.part, currency),
                            "share_before": before.part / Fraction(earlier.stated),
                            "year": year_label(year, plan.first_month),
                            "total": Amount(later.stated, currency),
                            "part": Amount(figure.part, currency),
                            "share": figure.part / Fraction(later.stated),
                            "basis": basis,
                            "figure": amount_text(figure.part, currency, "."),
                            "payer": figure.party,
                        },
                        (*path, annual.keys[year], "known_part", figure.party),
                        related=((*path, annual.keys[year - 1], "known_part", figure.party),),
                        severity="warning",
                    )
                    break


def _jumps(before: Fraction | int, after: Fraction | int) -> bool:
    """Whether an amount is far from that of the year before, above zero both."""
    small, large = sorted((Fraction(before), Fraction(after)))
    return small > 0 and large >= JUMP * small


# --- slips of unit -------------------------------------------------------------------------


def thousandfold(subject: Subject) -> Findings:
    """A figure that is about a thousand times its neighbour: one of them has the wrong unit."""
    plan = subject.plan
    for name, item in plan.agreement.costs.items():
        yield from _first_slip(name, _of_item(plan, name, item), plan.agreement.currency)
    for name, key in plan.agreement.keys.items():
        by_party: dict[str, list[Point]] = defaultdict(list)
        for observation in key.values or ():
            if not isinstance(observation.values, Fraction):
                for party, value in observation.values.items():
                    path: Path = ("keys", name, "values", observation.key, party)
                    by_party[party].append(Point(observation.key, value, path))
        yield from _first_slip(name, by_party.values(), "")
    for name, volumes in plan.agreement.volumes.items():
        by_label = {year_label(year, plan.first_month): volumes[year] for year in sorted(volumes)}
        points = [
            Point(label, value, ("volumes", name, label)) for label, value in by_label.items()
        ]
        yield from _first_slip(name, [points], "")


def _first_slip(name: str, rows: Iterable[Sequence[Point]], currency: str) -> Findings:
    """The first of neighbours that are a thousand times apart; more would be the same slip."""
    least, most = THOUSANDFOLD
    for earlier, later in (pair for points in rows for pair in pairwise(points)):
        small, large = sorted((earlier, later), key=lambda point: point.value)
        if small.value > 0 and least * small.value <= large.value <= most * small.value:
            values: list[Argument] = [
                Amount(point.value, currency) if currency else Number(point.value)
                for point in (small, large)
            ]
            yield Diagnostic(
                "AV735",
                {
                    "name": name,
                    "large": values[1],
                    "large_when": large.when,
                    "small": values[0],
                    "small_when": small.when,
                },
                later.path,
                related=(earlier.path,),
                severity="warning",
            )
            return


def _of_item(plan: Plan, name: str, item: Item) -> Iterator[Sequence[Point]]:
    """An item's figures: over the years, from basis to basis, and as they change by date."""
    by_year: dict[int, list[Point]] = defaultdict(list)
    for basis, annual in item.annual:
        points = []
        for year, figure in sorted(annual.figures.items()):
            if figure.amount is not None:
                key = annual.keys[year]
                path: Path = ("costs", name, basis, key)
                points.append(Point(key, figure.amount, path))
                by_year[year].append(Point((key, Phrase(basis)), figure.amount, path))
        yield points
    yield from by_year.values()
    for form, dated in item.dated.items():
        yield [
            Point(change.key, change.value, ("costs", name, *form, change.key)) for change in dated
        ]
    by_party: dict[str, list[Point]] = defaultdict(list)
    for year, amounts in sorted((item.amounts or {}).items()):
        label = year_label(year, plan.first_month)
        for party, amount in amounts.items():
            path = ("costs", name, "amounts", label, party)
            by_party[party].append(Point(label, amount, path))
    yield from by_party.values()


def in_thousands(subject: Subject) -> Findings:
    """An amount in tkr that is a billion or more: kronor, perhaps."""
    written = subject.written if isinstance(subject.written, Mapping) else {}
    for text, path in _texts(written.get("costs"), ("costs",)):
        try:
            kronor = price(text) / 100 if text.endswith("tkr") else 0
        except Fault:
            continue  # A sentence that ends so.
        if kronor >= 1000 * MOST_THOUSANDS:
            arguments: dict[str, Argument] = {
                "amount": text,
                "kronor": text.replace("tkr", "kr"),
                "millions": f"{number_text(Fraction(kronor, 10**6), '.')} mkr",
            }
            yield Diagnostic("AV736", arguments, path, severity="warning")


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


LINTS = (
    raised_by_hand,
    without_source,
    above_frames,
    laid_out,
    solved_jumps,
    thousandfold,
    in_thousands,
)
