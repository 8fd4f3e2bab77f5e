"""What a key is for each party in a year: which observation, averaged, frozen or by formula."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from avtalskalk.calculation.missing import Unknown, missing, wrong
from avtalskalk.diagnostics import unknown_name
from avtalskalk.periods import (
    Span,
    add_months,
    last_of_month,
    year_label,
    year_of,
    year_span,
)
from avtalskalk.read_only import ReadOnly

if TYPE_CHECKING:
    # Few agreements have formulas; Python's syntax trees wait until one does.
    from avtalskalk.calculation.formula import Formula
    from avtalskalk.model.keys import Key, KeyUse, Observation


_MONTHS = {"month": 1, "quarter": 3}
_MONTHS_A_YEAR = 12

MOST_FORMULAS = 200
"""So deep may formulas rest on formulas; nobody follows them further."""


class Values(NamedTuple):
    """A key's values for a year: by party, or one for all; ``observed`` are the days used.

    ``faults`` are why a party has no value, where more than that can be said.  A key may know
    many who are no party to the agreement: what they lack is nobody's concern until it is asked.
    ``used`` are the observations that the values are the mean of, the latest last; ``among`` the
    parties of whose shares, where the mean is of shares; ``inner`` the values of the keys that a
    formula names, by their names.
    """

    name: str
    key: "Key"
    by_party: Mapping[str, Fraction] | Fraction
    observed: tuple[str, ...]
    faults: Mapping[str, Unknown] = ReadOnly()
    used: "tuple[Observation, ...]" = ()
    inner: "Mapping[str, Values]" = ReadOnly()
    among: tuple[str, ...] = ()

    def of(self, party: str) -> Fraction | None:
        """One party's value; None where it has none."""
        if isinstance(self.by_party, Fraction):
            return self.by_party
        return self.by_party.get(party)


class _Lookup(NamedTuple):
    """The keys, the year that their values are for, and the values worked out by now."""

    keys: "Mapping[str, Key]"
    year: int
    first_month: int
    known: dict[str, Values | Unknown]


def values(keys: "Mapping[str, Key]", name: str, year: int, first_month: int) -> Values | Unknown:
    """A key's values for a fiscal year, named by the calendar year it starts in.

    An observation after the last or before the first is missing; a hole between is wrong.
    """
    lookup = _Lookup(keys, year, first_month, {})
    # The key and those it rests on, each named in the formula of the one before.
    way: dict[str, None] = {name: None}
    while way:
        last = next(reversed(way))
        path = ("keys", last, "formula")
        named = _names(keys[last].formula) if last in keys else ()
        inner = next((key for key in named if key in keys and key not in lookup.known), None)
        if inner is None:
            lookup.known[last] = _values(last, lookup)
        elif inner in way:
            ring = [*way][[*way].index(inner) :]
            lookup.known[last] = wrong("AV113", path, circle=" → ".join([*ring, inner]))
        elif len(way) > MOST_FORMULAS:
            lookup.known[last] = wrong("AV125", path, limit=MOST_FORMULAS)
        else:
            way[inner] = None
            continue
        del way[last]
    return lookup.known[name]


def _names(formula: str) -> tuple[str, ...]:
    """The keys that a formula names; none where it cannot be read."""
    if not formula:
        return ()
    from avtalskalk.calculation.formula import FormulaError, parse

    try:
        return parse(formula).names
    except FormulaError:
        return ()


def _values(name: str, lookup: _Lookup) -> Values | Unknown:
    """A key's values, where those of the keys in its formula are known."""
    key = lookup.keys.get(name)
    if key is None:
        return missing("keys", name)
    if key.formula:
        return _formula(name, key, lookup)
    if key.values is None:
        return missing("keys", name, "values")
    used = _used(name, key, key.year_used(lookup.year), lookup.first_month)
    if isinstance(used, Unknown):
        return used
    if len(used) == 1:
        return Values(name, key, used[0].values, (used[0].key,), used=used)
    return _mean(name, key, used)


def _mean(name: str, key: "Key", used: "tuple[Observation, ...]") -> Values | Unknown:
    """Party by party, the mean of several observations; all must have the party's value."""
    observed = tuple(entry.key for entry in used)
    scalars = [entry.values for entry in used if isinstance(entry.values, Fraction)]
    if len(scalars) == len(used):
        mean = sum(scalars, Fraction(0)) / len(scalars)
        return Values(name, key, mean, observed, used=used)
    tables = [entry.values for entry in used if not isinstance(entry.values, Fraction)]
    if scalars:
        return wrong("AV509", ("keys", name, "values", observed[-1]), key=name)
    means: dict[str, Fraction] = {}
    faults: dict[str, Unknown] = {}
    for party in dict.fromkeys(party for table in tables for party in table):
        lacking = [when for table, when in zip(tables, observed, strict=True) if party not in table]
        if lacking:
            path = ("keys", name, "values", lacking[0])
            faults[party] = wrong("AV503", path, key=name, party=party, when=lacking[0])
        else:
            means[party] = sum((table[party] for table in tables), Fraction(0)) / len(tables)
    return Values(name, key, means, observed, faults, used)


def mean_of_shares(values: Values, parties: Sequence[str]) -> Values | Unknown:
    """The mean of each party's share among some, observation by observation; all have values."""
    shares: dict[str, list[Fraction]] = {party: [] for party in parties}
    for observation in values.used:
        table = observation.values
        if isinstance(table, Fraction):
            table = dict.fromkeys(parties, table)
        total = sum((table[party] for party in parties), Fraction(0))
        if parties and not total:
            when = observation.key
            return wrong("AV508", ("keys", values.name), key=values.name, year=when)
        for party in parties:
            shares[party].append(table[party] / total)
    means = {party: sum(parts, Fraction(0)) / len(parts) for party, parts in shares.items()}
    return values._replace(by_party=means, among=tuple(parties))


def _used(
    name: str, key: "Key", year: int, first_month: int
) -> "tuple[Observation, ...] | Unknown":
    """The observations that a year uses, the latest last."""
    series = key.values or ()
    if series[0].when is None:
        return series[:1]
    if len(key.use) > 1 or key.use[0].every:
        return _several(name, key, year, first_month)
    place = _chosen(name, key, key.use[0], year, first_month)
    if isinstance(place, Unknown):
        return place
    first = place - key.years + 1
    if key.years == 1:
        return (series[place],)
    hole = _hole(series[max(first, 0) : place + 1])
    if hole is not None:
        return wrong("AV502", ("keys", name, "values"), key=name, when=hole)
    if first < 0:
        # A mean lacks, first of all, the same day a year before the earliest.
        earliest = series[0].when
        day = _day_in(earliest.year - 1, earliest.month, earliest.day)
        lacking = str(day.year) if series[0].whole_year else day.isoformat()
        return Unknown(f"keys.{name}.values.{lacking}", ("keys", name, "values"))
    return tuple(series[first : place + 1])


def _several(
    name: str, key: "Key", year: int, first_month: int
) -> "tuple[Observation, ...] | Unknown":
    """The observations of several days, or of each month or quarter; the same in years before."""
    series = key.values or ()
    places: list[int] = []
    for number in range(year - key.years + 1, year + 1):
        for use in key.use:
            chosen: list[int | Unknown] = []
            if use.every:
                whole, length = year_span(number + use.year, first_month), _MONTHS[use.every]
                starts = range(length, _MONTHS_A_YEAR, length)
                ends = [add_months(whole.first, months).toordinal() for months in starts]
                for span in whole.cut(ends):
                    label = span.first.isoformat()[:7]
                    chosen.append(_inside(name, series, span, label))
            else:
                chosen.append(_chosen(name, key, use, number, first_month))
            for place in chosen:
                if isinstance(place, Unknown):
                    return place
                places.append(place)
    return tuple(series[place] for place in sorted(places))


def _hole(series: "Sequence[Observation]") -> str | None:
    """The year that a yearly series passes over; None where it does not, or is not yearly."""
    days = [observation.when for observation in series if observation.when]
    if len({(day.month, day.day) for day in days}) != 1:
        return None
    years = [day.year for day in days]
    for a, b in pairwise(years):
        if b != a + 1:
            return str(a + 1)
    return None


def _chosen(name: str, key: "Key", use: "KeyUse", year: int, first_month: int) -> int | Unknown:
    """The place of the observation that a year uses."""
    series = key.values or ()
    days = [observation.when or date.min for observation in series]
    if key.frozen is not None:
        if key.frozen in days:
            return days.index(key.frozen)
        return wrong("AV505", ("keys", name, "frozen"), key=name, when=_written(key.frozen, series))
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
    label = year_label(at_year, first_month)
    return _inside(name, series, year_span(at_year, first_month), label)


def _inside(name: str, series: "Sequence[Observation]", span: Span, label: str) -> int | Unknown:
    """The place of the only observation of a year, or of a part of one."""
    days = [observation.when or date.min for observation in series]
    inside = [place for place, day in enumerate(days) if span.start <= day.toordinal() < span.stop]
    if len(inside) > 1:
        return wrong(
            "AV504", ("keys", name), key=name, year=label,
            observations=tuple(series[place].key for place in inside),
        )  # fmt: skip
    if inside:
        return inside[0]
    return _absent(name, days, span.first, label)


def _day_in(year: int, month: int, day: int) -> date:
    """A day of a year; 29 February is the 28th where the year has none."""
    return date(year, month, min(day, last_of_month(year, month).day))


def _written(day: date, series: "Sequence[Observation]") -> str:
    """A day as its series writes days: a year alone where the series has years."""
    return (
        str(day.year) if all(observation.whole_year for observation in series) else day.isoformat()
    )


def _exactly(
    name: str, series: "Sequence[Observation]", days: Sequence[date], wanted: date, label: str
) -> int | Unknown:
    """The observation on a day; a yearly one stands for the days of its year that have none."""
    for place, day in enumerate(days):
        if day == wanted and not series[place].whole_year:
            return place
    for place, day in enumerate(days):
        if series[place].whole_year and day.year == year_of(wanted):
            return place
    return _absent(name, days, wanted, label)


def _absent(name: str, days: Sequence[date], wanted: date, label: str) -> Unknown:
    """An observation that is not there: not yet or from before, or a hole, which is wrong."""
    if days[0] < wanted < days[-1]:
        return wrong("AV502", ("keys", name, "values"), key=name, when=label)
    return missing("keys", name, "values", label)


def _formula(name: str, key: "Key", lookup: _Lookup) -> Values | Unknown:
    """A key by its formula, party by party; each key in it uses its own observation."""
    from avtalskalk.calculation.formula import FormulaError, parse

    path = ("keys", name, "formula")
    try:
        formula = parse(key.formula)
    except FormulaError as error:
        return wrong(error.code, path, key=name, text=error.text)
    inner: dict[str, Values] = {}
    for inner_name in formula.names:
        if inner_name not in lookup.keys:
            return wrong("AV101", path, **unknown_name("key", inner_name, lookup.keys))
        inner_values = lookup.known[inner_name]
        if isinstance(inner_values, Unknown):
            return inner_values
        inner[inner_name] = inner_values
    observed = tuple(
        dict.fromkeys(when for key_values in inner.values() for when in key_values.observed)
    )
    by_key = [key_values.by_party for key_values in inner.values()]
    tables = [table for table in by_key if not isinstance(table, Fraction)]
    if not tables:
        alike = _computed(name, formula, inner, "", observed)
        if isinstance(alike, Unknown):
            return alike
        return Values(name, key, alike, observed, inner=inner)
    results: dict[str, Fraction] = {}
    faults: dict[str, Unknown] = {}
    for party in dict.fromkeys(party for table in tables for party in table):
        value = _computed(name, formula, inner, party, observed)
        if isinstance(value, Unknown):
            faults[party] = value
        else:
            results[party] = value
    return Values(name, key, results, observed, faults, inner=inner)


def _computed(
    name: str,
    formula: "Formula",
    inner: Mapping[str, Values],
    party: str,
    observed: tuple[str, ...],
) -> Fraction | Unknown:
    """A formula's value for one party, out of its values of the keys in it."""
    from avtalskalk.calculation.formula import FormulaError, evaluate

    numbers: dict[str, Fraction] = {}
    for key, values_of_key in inner.items():
        value = values_of_key.of(party)
        if value is None:
            when = (values_of_key.observed or observed or ("",))[-1]
            path = ("keys", key, "values", when) if when else ("keys", key, "values")
            lacking = wrong("AV503", path, key=key, party=party, when=when)
            return values_of_key.faults.get(party, lacking)
        numbers[key] = value
    try:
        return evaluate(formula, numbers)
    except FormulaError as error:
        return wrong(error.code, ("keys", name, "formula"), key=name, text=error.text)
