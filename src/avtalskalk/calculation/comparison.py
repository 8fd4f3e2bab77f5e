"""What each party pays before and after a change, year by year, and per inhabitant or visit."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan
from avtalskalk.model.comparison import (
    NOBODY,
    ComparedYear,
    Comparison,
    Paid,
    PerUnit,
    Volume,
    Volumes,
)
from avtalskalk.model.statement import Statement

INHABITANTS = "population"
"""The key that counts inhabitants, whether or not it says what it counts."""


def compare(
    before: Sequence[Statement], after: Sequence[Statement], volumes: Volumes = ((), ())
) -> Comparison:
    """One agreement's statements on two sides, at least one in all, beside each other.

    Both sides should be for the same years: a year that one of them lacks counts as without
    terms there.
    """
    currencies = {statement.heading.currency for statement in (*before, *after)}
    if len(currencies) > 1:
        return Comparison(tuple(before), tuple(after), "")
    figures = tuple(_figures(before, after))
    years = dict.fromkeys(figure.year for figure in figures)
    # Each year's parties together.
    totals = tuple(summed([f for f in figures if f.year == year]) for year in years)
    return Comparison(tuple(before), tuple(after), currencies.pop(), figures, totals, volumes)


def _figures(before: Sequence[Statement], after: Sequence[Statement]) -> Iterator[ComparedYear]:
    """Each year's parties, those of the agreement after the change first."""
    was, becomes = (
        {
            statement.year: {t.party: Paid(t.amount, t.conditional) for t in statement.totals}
            for statement in side
        }
        for side in (before, after)
    )
    agreement = (*after, *before)[0].heading.agreement
    order = dict.fromkeys(
        party for statement in (*after, *before) for party in statement.heading.parties
    )
    for year in sorted(was.keys() | becomes.keys()):
        sides = was.get(year, {}), becomes.get(year, {})
        for party in order:
            if any(party in side for side in sides):
                yield ComparedYear(
                    agreement, year, party, *(side.get(party, NOBODY) for side in sides)
                )


def summed(figures: Sequence[ComparedYear]) -> ComparedYear:
    """Figures of one agreement, at least one, as one: of the year and the party they share."""
    first = figures[0]
    return ComparedYear(
        first.agreement,
        first.year if all(figure.year == first.year for figure in figures) else "",
        first.party if all(figure.party == first.party for figure in figures) else "",
        together([figure.was for figure in figures]),
        together([figure.becomes for figure in figures]),
    )


def together(paid: Sequence[Paid]) -> Paid:
    """Amounts as one; not known where one of them is not, nobody's where all are.

    A part of what is partial anyway may be unknown.
    """
    known = [side.amount for side in paid if side.amount is not None]
    unknown = any(side.amount is None and not side.partial for side in paid)
    return Paid(
        None if unknown or (paid and not known) else sum(known),
        any(side.conditional for side in paid),
        any(side.there for side in paid),
        any(side.partial for side in paid),
    )


# --- Per inhabitant, visit or the like -----------------------------------------------------


def volumes(plan: Plan, years: Iterable[int]) -> tuple[Volume, ...]:
    """The volumes that an agreement knows for fiscal years, to set its amounts beside.

    These are its ``volumes``, which are all parties' together, and of its keys those that say
    their ``unit``, and ``population``, party by party.
    """
    return tuple(volume for year in years for volume in _volumes(plan, year))


def _volumes(plan: Plan, number: int) -> Iterator[Volume]:
    year = plan.year(number).label
    for name, key in plan.agreement.keys.items():
        if not (key.unit or name == INHABITANTS):
            continue
        values = plan.key_values(name, number)
        if isinstance(values, Unknown) or isinstance(values.by_party, Fraction):
            continue
        for party in plan.parties:
            if values.by_party.get(party, 0) > 0:
                yield Volume(name, key.unit, year, party, values.by_party[party])
    for name, by_year in plan.agreement.volumes.items():
        if by_year.get(number, 0) > 0:
            yield Volume(name, name, year, "", by_year[number])


def per_unit(comparison: Comparison) -> Iterator[PerUnit]:
    """Each year's amounts per unit of every volume that either side knows."""
    figures = {
        (figure.year, figure.party): figure for figure in (*comparison.figures, *comparison.totals)
    }
    was, becomes = (
        {(volume.name, volume.year, volume.party): volume for volume in side}
        for side in comparison.volumes
    )
    for place, volume in {**was, **becomes}.items():
        figure = figures.get(place[1:])
        if figure:
            yield PerUnit(
                volume.name,
                volume.unit,
                volume.year,
                volume.party,
                _per(figure.was, was.get(place)),
                _per(figure.becomes, becomes.get(place)),
            )


def _per(paid: Paid, volume: Volume | None) -> Fraction | None:
    if paid.amount is None or volume is None:
        return None
    return paid.amount / volume.value
