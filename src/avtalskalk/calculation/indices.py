"""What an index clause multiplies an amount by in a year."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from avtalskalk.calculation.missing import Unknown, missing, wrong
from avtalskalk.diagnostics import Path
from avtalskalk.model.dated import at
from avtalskalk.money import nearest
from avtalskalk.periods import year_label

if TYPE_CHECKING:
    # Few agreements have any, and a start need not know what they are.
    from avtalskalk.model.dated import Dated
    from avtalskalk.model.indices import Index, Indexation, IndexValue
    from avtalskalk.model.limits import IndexedChange


class Published(NamedTuple):
    """A month's value of an index, as it is used: the month is written ``2024-10``.

    It is the published value of ``entry``, times the ``links`` to the base of earlier values.
    """

    month: str
    value: Fraction
    entry: "IndexValue"
    links: "tuple[tuple[date, Fraction], ...]" = ()


class ChainYear(NamedTuple):
    """One year of a chain that the clause bounds: what it multiplies by, and the factor after it.

    ``change`` is the index's own; ``bound`` names what bounded it: ``floor``, ``cap``,
    ``one_way`` or ``threshold``, "" where nothing did.
    """

    number: int
    before: Published
    now: Published
    change: Fraction
    growth: Fraction
    value: Fraction
    bound: str


class YearlyChange(NamedTuple):
    """How much an amount may change in one year, by the index's ``factor`` where it follows one.

    ``path`` is where it is written.
    """

    year: str
    value: Fraction
    path: Path
    factor: "Factor | None" = None


class Steady(NamedTuple):
    """The fixed yearly change of a clause: from which year, and the change of each by this one."""

    first: int
    changes: tuple[YearlyChange, ...]
    value: Fraction


class Factor(NamedTuple):
    """What an index clause multiplies an amount by, exactly, and what that is made of.

    ``used`` and ``base`` are the index's values in the year and in the level's (None in the
    level's own year, and for a fixed change alone); ``years`` is the chain between them, for a
    clause that bounds each year's change, and for an index of changes.  ``unshared`` is what the
    index alone gives, before the clause's share of it.
    """

    value: Fraction
    clause: "Indexation"
    unshared: Fraction = Fraction(1)
    steady: Steady | None = None
    used: Published | None = None
    base: Published | None = None
    years: tuple[ChainYear, ...] = ()

    @property
    def preliminary(self) -> bool:
        """Whether the index's value in the year, or in the base, may still change."""
        return any(end and end.entry.status == "preliminary" for end in (self.used, self.base))


class RoundedAmount(NamedTuple):
    """An amount or a price as it comes out by an index, which is rounded.

    ``before`` is what the year's change is of: as it is stated, or the rounded one of the year
    before, where that is what the next year goes on from.
    """

    factor: Factor
    stated: Fraction
    before: Fraction
    exact: Fraction
    value: Fraction
    unit: int

    @property
    def times(self) -> Fraction:
        """How many times what is stated it is."""
        return self.value / self.stated if self.stated else Fraction(1)

    @property
    def by_year_before(self) -> bool:
        """Whether it goes on from the rounded amount of the year before."""
        return self.exact != self.stated * self.factor.value


def factor(
    indices: "Mapping[str, Index]", clause: "Indexation", year: int, item: str, first_month: int
) -> Factor | Unknown:
    """The factor of an item's index clause in a fiscal year."""
    level = level_of(clause)
    steady = None
    if clause.yearly is not None:
        first_day = clause.yearly[0].start
        start = first_day.year if first_day else clause.start or year
        # The level's year has the amount as written, so nothing changes in it or before.
        first = max(start, level + 1) if clause.series else start
        path: Path = ("costs", item, "index", "yearly")
        changes = yearly_changes(indices, clause.yearly, range(first, year + 1), path, first_month)
        if isinstance(changes, Unknown):
            return changes
        growth = prod([1 + change.value for change in changes], start=Fraction(1))
        steady = Steady(first, changes, growth)
    result = Factor(Fraction(1), clause, steady=steady)
    if clause.series:
        if year < level:
            return wrong(
                "AV524", ("costs", item, "index"), item=item,
                year=year_label(year, first_month), level=year_label(level, first_month),
            )  # fmt: skip
        indexed = _indexed(result, indices[clause.series], year)
        if isinstance(indexed, Unknown):
            return indexed
        result = indexed
    change = result.unshared * (steady.value if steady else 1)
    if clause.round and clause.round.factor:
        change = nearest(change, clause.round.factor)
    return result._replace(value=1 + clause.share * (change - 1))


def factors_to_round(
    indices: "Mapping[str, Index]", by: Factor, year: int, item: str, first_month: int
) -> tuple[Factor, ...] | Unknown:
    """The factors by which an amount that is rounded comes out, the last by the year's own.

    They are those of the years that go on from each other; of none in the level's year, and where
    nothing is rounded.
    """
    clause, steady = by.clause, by.steady
    level_year = by.used is None and not (steady and steady.changes)
    if clause.round is None or clause.round.to is None or level_year:
        return ()
    if clause.round.next_from != "rounded":
        return (by,)
    first = steady.first if steady and not clause.series else level_of(clause) + 1
    factors: list[Factor] = []
    for number in range(first, year):
        known = factor(indices, clause, number, item, first_month)
        if isinstance(known, Unknown):
            return known
        factors.append(known)
    return (*factors, by)


def rounded_amount(stated: Fraction, factors: Sequence[Factor]) -> RoundedAmount:
    """An amount by the factors of years that each go on from the one before, the last the year's.

    Where years do not go on from each other, it is the year's factor alone.
    """
    rounding = factors[-1].clause.round
    unit = rounding.to if rounding and rounding.to else 1
    before = exact = value = stated
    times = Fraction(1)
    for by in factors:
        before = value
        exact = before * by.value / times if times else Fraction(0)
        value, times = nearest(exact, unit), by.value
    return RoundedAmount(factors[-1], stated, before, exact, value, unit)


def yearly_changes(
    indices: "Mapping[str, Index]",
    change: "Dated | IndexedChange",
    years: Iterable[int],
    path: Path,
    first_month: int,
) -> tuple[YearlyChange, ...] | Unknown:
    """How much an amount may change in each of some years, as a cap written at ``path`` says."""
    from avtalskalk.model.indices import Indexation

    changes: list[YearlyChange] = []
    for year in years:
        label = year_label(year, first_month)
        if isinstance(change, tuple):
            dated = at(change, date(year, first_month, 1))
            if dated is None:
                return missing(*path, label)
            dated_path = (*path, dated.key) if dated.key else path
            changes.append(YearlyChange(label, dated.value, dated_path))
            continue
        # The index's own change is from the same month of the year before.
        base = indexed_month(change, year - 1, first_month)
        clause = Indexation.model_construct(series=change.series, base=base, level=year - 1)
        by_index = factor(indices, clause, year, "", first_month)
        if isinstance(by_index, Unknown):
            return by_index
        changes.append(YearlyChange(label, by_index.value - 1 + change.plus, path, by_index))
    return tuple(changes)


def indexed_month(limit: "IndexedChange", year: int, first_month: int) -> date:
    """The month whose value stands for a year, or the year itself of an index of years."""
    from avtalskalk.model.indices import IndexYear

    month, years_on = (limit.use.month, limit.use.year) if limit.use else (None, 0)
    if month is None:
        return IndexYear(year + years_on, first_month, 1)
    return date(year + years_on, month, 1)


def level_of(clause: "Indexation") -> int:
    """The year in whose prices an indexed amount is."""
    if clause.level is not None:
        return clause.level
    use, base = clause.use, clause.base
    return base.year - (use.year if use else 0) if base else 0


def month_used(clause: "Indexation", year: int) -> date:
    """The month whose value a year uses: as far from it as ``base`` is from ``level``."""
    base = clause.base or date.min
    return base.replace(year=base.year + year - level_of(clause))


def _indexed(result: Factor, index: "Index", year: int) -> Factor | Unknown:
    """The index's own factor by a year, each year's change bounded where the clause says so."""
    clause, level = result.clause, level_of(result.clause)
    if year == level:
        return result
    base = _published(index, clause, level)
    used = _published(index, clause, year)
    if isinstance(base, Unknown):
        return base
    if isinstance(used, Unknown):
        return used
    result = result._replace(unshared=used.value / base.value, used=used, base=base)
    rounds = clause.round.change if clause.round else None
    bounds = clause.floor, clause.cap, clause.threshold, rounds
    from_base = clause.one_way and bounds == (None,) * len(bounds)
    if not (from_base or any(bound is not None for bound in bounds) or index.changes):
        return result
    years: list[ChainYear] = []
    value, before = Fraction(1), base
    for number in range(level + 1, year + 1):
        now = _published(index, clause, number)
        if isinstance(now, Unknown):
            return now
        change = now.value / before.value - 1
        if from_base:
            # What never falls, and is bounded by nothing else, follows the index from its base.
            growth, bound = now.value / base.value / value, ""
            if growth < 1:
                growth, bound = Fraction(1), "one_way"
        else:
            bounded, bound = _bounded(clause, change)
            growth = 1 + bounded
        value *= growth
        years.append(ChainYear(number, before, now, change, growth, value, bound))
        threshold = clause.threshold if bound == "threshold" else None
        waits = threshold is not None and threshold.since == "adjustment"
        before = before if waits else now
    return result._replace(unshared=value, years=tuple(years))


def _published(index: "Index", clause: "Indexation", year: int) -> Published | Unknown:
    """The latest value of the month that a year uses, or the latest by the clause's own day."""
    from avtalskalk.model.indices import IndexValue, month_label

    month = month_used(clause, year)
    label = month_label(month)
    if index.changes:
        first = min(index.changes)
        years = range(first, month.year + 1)
        lacking = next((number for number in years if number not in index.changes), None)
        if lacking is not None or month.year < first - 1:
            return missing("indices", clause.series, "changes", str(lacking or month.year))
        value = prod([1 + index.changes[number] for number in years], start=Fraction(1))
        return Published(label, value, IndexValue.model_construct(value=value))
    path = ("indices", clause.series, "values", label)
    entries = index.values.get(month)
    if entries is None:
        return missing(*path)
    by = clause.published_by
    if by is not None:
        entries = tuple(entry for entry in entries if entry.published and entry.published <= by)
        if not entries:
            return Unknown(f"indices.{clause.series}.values.{label} ({by.isoformat()})", path)
    latest = max(entries, key=lambda entry: (entry.published or date.min, entry.status == "final"))
    links = tuple((start, link) for start, link in index.links.items() if start <= month)
    value = latest.value * linked(index, month)
    if clause.round and clause.round.index:
        value = nearest(value, clause.round.index)
    return Published(label, value, latest, links)


def linked(index: "Index", month: date) -> Fraction:
    """What a month's value is multiplied by, to be on the base of the earliest values."""
    links = (link for start, link in index.links.items() if start <= month)
    return prod(links, start=Fraction(1))


def _bounded(clause: "Indexation", change: Fraction) -> tuple[Fraction, str]:
    """A year's change, rounded and within the clause's bounds, and the one it was brought to."""
    if clause.round and clause.round.change:
        change = nearest(change, clause.round.change)
    if clause.threshold is not None and abs(change) <= clause.threshold.above:
        return Fraction(0), "threshold"
    floor, name = clause.floor, "floor"
    if clause.one_way and (floor is None or floor < 0):
        # A floor below zero is not what bounds an amount that never falls.
        floor, name = Fraction(0), "one_way"
    bound = ""
    if clause.cap is not None and change > clause.cap:
        change, bound = clause.cap, "cap"
    if floor is not None and change < floor:
        change, bound = floor, name
    return change, bound
