"""What a key is for each party in a year: which observation, averaged, frozen or by formula."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.engine.formula import FormulaError, evaluate, parse
from avtalskalk.engine.unknown import Unknown, missing, wrong
from avtalskalk.model.dated import Key, Observation
from avtalskalk.periods import last_of_month, year_of, year_span


class Values(NamedTuple):
    """A key's values for a year: by party, or one for all; ``observed`` are the days used."""

    by_party: Mapping[str, Fraction] | Fraction
    observed: tuple[str, ...]

    def of(self, party: str) -> Fraction | None:
        """One party's value; None where it has none."""
        if isinstance(self.by_party, Fraction):
            return self.by_party
        return self.by_party.get(party)


def values(keys: Mapping[str, Key], name: str, year: int, first_month: int) -> Values | Unknown:
    """A key's values for a fiscal year, named by the calendar year it starts in.

    An observation after the last or before the first is missing; a hole between is wrong.
    """
    return _values(keys, name, year, first_month, ())


def _values(
    keys: Mapping[str, Key], name: str, year: int, first_month: int, above: tuple[str, ...]
) -> Values | Unknown:
    key = keys.get(name)
    if key is None:
        return missing("keys", name)
    if key.formula:
        return _formula(keys, name, key, year, first_month, (*above, name))
    if key.values is None:
        return missing("keys", name, "values")
    used = _used(name, key, year, first_month)
    if isinstance(used, Unknown):
        return used
    observed = tuple(one.key for one in used)
    if len(used) == 1:
        return Values(used[0].values, observed)
    return _mean(name, used, observed)


def _mean(name: str, used: Sequence[Observation], observed: tuple[str, ...]) -> Values | Unknown:
    """Party by party, the mean of several observations; all must have the party's value."""
    scalars = [one.values for one in used if isinstance(one.values, Fraction)]
    if len(scalars) == len(used):
        return Values(sum(scalars, Fraction(0)) / len(scalars), observed)
    tables = [one.values for one in used if not isinstance(one.values, Fraction)]
    if scalars:
        return wrong("AV509", ("keys", name, "values", observed[-1]), key=name)
    parties = dict.fromkeys(party for table in tables for party in table)
    means: dict[str, Fraction] = {}
    for party in parties:
        for table, when in zip(tables, observed, strict=True):
            if party not in table:
                return wrong(
                    "AV503", ("keys", name, "values", when), key=name, party=party, when=when
                )
        means[party] = sum((table[party] for table in tables), Fraction(0)) / len(tables)
    return Values(means, observed)


def _used(name: str, key: Key, year: int, first_month: int) -> tuple[Observation, ...] | Unknown:
    """The observations that a year uses, the latest last."""
    series = key.values or ()
    if series[0].when is None:
        return series[:1]
    place = _chosen(name, key, year, first_month)
    if isinstance(place, Unknown):
        return place
    first = place - key.average + 1
    if key.average == 1:
        return (series[place],)
    hole = _hole(series[max(first, 0) : place + 1])
    if hole is not None:
        return wrong("AV502", ("keys", name, "values"), key=name, when=hole)
    if first < 0:
        earliest = series[0].key
        return Unknown(f"keys.{name} (before {earliest})", ("keys", name, "values"))
    return tuple(series[first : place + 1])


def _hole(series: Sequence[Observation]) -> str | None:
    """The year that a yearly series passes over; None where it does not, or is not yearly."""
    days = [one.when for one in series if one.when]
    if len({(day.month, day.day) for day in days}) != 1:
        return None
    years = [day.year for day in days]
    for a, b in zip(years, years[1:], strict=False):
        if b != a + 1:
            return str(a + 1)
    return None


def _chosen(name: str, key: Key, year: int, first_month: int) -> int | Unknown:
    """The place of the observation that a year uses."""
    series = key.values or ()
    days = [one.when or date.min for one in series]
    if key.frozen is not None:
        if key.frozen in days:
            return days.index(key.frozen)
        return wrong("AV505", ("keys", name, "frozen"), key=name, when=_written(key.frozen, series))
    use = key.use
    at_year = year + use.year
    if use.latest is not None:
        bound = _day_in(at_year, *use.latest)
        earlier = [place for place, day in enumerate(days) if day <= bound]
        if not earlier:
            return missing("keys", name, "values", bound.isoformat())
        return earlier[-1]
    if use.date is not None:
        wanted = _day_in(at_year, *use.date)
        return _exactly(name, series, days, wanted, wanted.isoformat())
    span = year_span(at_year, first_month)
    inside = [place for place, day in enumerate(days) if span.start <= day.toordinal() < span.stop]
    if len(inside) > 1:
        return wrong(
            "AV504", ("keys", name), key=name, year=str(at_year),
            observations=tuple(series[place].key for place in inside),
        )  # fmt: skip
    if inside:
        return inside[0]
    return _absent(name, days, span.first, str(at_year))


def _day_in(year: int, month: int, day: int) -> date:
    """A day of a year; 29 February is the 28th where the year has none."""
    return date(year, month, min(day, last_of_month(year, month).day))


def _written(day: date, series: Sequence[Observation]) -> str:
    """A day as its series writes days: a year alone where the series has years."""
    return str(day.year) if all(one.whole_year for one in series) else day.isoformat()


def _exactly(
    name: str, series: Sequence[Observation], days: Sequence[date], wanted: date, label: str
) -> int | Unknown:
    """The observation on a day; a yearly one stands for every day of its year."""
    for place, day in enumerate(days):
        if day == wanted or (series[place].whole_year and day.year == year_of(wanted)):
            return place
    return _absent(name, days, wanted, label)


def _absent(name: str, days: Sequence[date], wanted: date, label: str) -> Unknown:
    """An observation that is not there: not yet or from before, or a hole, which is wrong."""
    if days[0] < wanted < days[-1]:
        return wrong("AV502", ("keys", name, "values"), key=name, when=label)
    return missing("keys", name, "values", label)


def _formula(  # noqa: PLR0913 - the year and the keys on the way to it
    keys: Mapping[str, Key],
    name: str,
    key: Key,
    year: int,
    first_month: int,
    above: tuple[str, ...],
) -> Values | Unknown:
    """A key by its formula, party by party; each key in it uses its own observation."""
    path = ("keys", name, "formula")
    try:
        formula = parse(key.formula)
    except FormulaError as error:
        return wrong(error.code, path, key=name, text=error.text)
    inner: dict[str, Values] = {}
    for one in formula.names:
        if one in above:
            return wrong("AV506", path, key=name, circle=" → ".join((*above, one)))
        if one not in keys:
            return wrong("AV501", path, key=one, nearest="", known=tuple(keys))
        found = _values(keys, one, year, first_month, above)
        if isinstance(found, Unknown):
            return found
        inner[one] = found
    observed = tuple(dict.fromkeys(when for one in inner.values() for when in one.observed))
    parties = dict.fromkeys(
        party
        for one in inner.values()
        if not isinstance(one.by_party, Fraction)
        for party in one.by_party
    )
    try:
        if not parties:
            alike = {one: found.by_party for one, found in inner.items()}
            return Values(evaluate(formula, alike), observed)  # type: ignore[arg-type]
        results: dict[str, Fraction] = {}
        for party in parties:
            own = {one: found.of(party) for one, found in inner.items()}
            lacking = [one for one, value in own.items() if value is None]
            if lacking:
                return wrong(
                    "AV503", ("keys", lacking[0], "values"), key=lacking[0], party=party,
                    when=str(year),
                )  # fmt: skip
            results[party] = evaluate(formula, own)  # type: ignore[arg-type]
    except FormulaError as error:
        return wrong(error.code, path, key=name, text=error.text)
    return Values(results, observed)
