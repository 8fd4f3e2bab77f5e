"""A second calculation, written from the documentation and sharing no code with the program.

Slow and plain: every day of a year is looked at by itself, and the days are added up.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

DAY = timedelta(days=1)

Shares = dict[str, Fraction]
Amounts = dict[str, Fraction]


class NobodyError(Exception):
    """A cap or floor whose difference nobody can take."""


@dataclass
class Item:
    """One cost: how it is written, what it costs by the terms of a day, and how it is split."""

    name: str
    written: dict[str, Any]
    # The item's amount for a whole year, in öre, by the terms of a day; None: prices by party.
    yearly: Callable[[int, date], Fraction] | None = None
    # What each party pays a year, where nothing is split.
    prices: Callable[[int, str], Fraction] | None = None
    # Amounts for the covered time of a year, however much of the year it is.
    covered: dict[int, Fraction] | None = None
    # One amount for the whole time of the agreement.
    total: Fraction | None = None
    overhead: tuple[Fraction, list[str]] | None = None
    split: Any = None
    first: date | None = None
    last: date | None = None
    sign: int = 1
    surcharge: tuple[Fraction, list[str]] | None = None


@dataclass
class Period:
    """A stretch of time with its split."""

    first: date
    last: date
    split: Any


@dataclass
class Agreement:
    """What the second calculation knows of an agreement, and the data of its file."""

    parties: list[str]
    keys: Mapping[str, Callable[[int], Mapping[str, int]]]
    # The month that the fiscal year begins in.
    month: int
    proration: str
    unit: int
    method: Any
    at_total: bool
    written: dict[str, Any] = field(default_factory=dict)
    periods: list[Period] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    joined: dict[str, date] = field(default_factory=dict)
    left: dict[str, date] = field(default_factory=dict)
    limits: list[dict[str, Any]] = field(default_factory=list)
    # What each party paid for 2022.
    paid: Amounts = field(default_factory=dict)

    def days(self, year: int) -> list[date]:
        """The days of a fiscal year."""
        first, after = date(year, self.month, 1), date(year + 1, self.month, 1)
        return [first + DAY * n for n in range((after - first).days)]

    def present(self, day: date) -> tuple[str, ...]:
        """The parties that take part on that day."""
        return tuple(party for party in self.parties if self.takes_part(party, day))

    def takes_part(self, party: str, day: date) -> bool:
        """Whether the party is one of the agreement's on that day."""
        first, last = self.joined.get(party, date.min), self.left.get(party, date.max)
        return first <= day <= last

    def weight(self, day: date) -> Fraction:
        """How much of its fiscal year a day is."""
        months = {"days": 12, "quarters": 3, "months": 1}[self.proration]
        before = (day.month - self.month) % 12 // months * months
        first = add_months(date(self.fiscal_year(day), self.month, 1), before)
        return Fraction(months, 12 * (add_months(first, months) - first).days)

    def length(self, day: date) -> Fraction:
        """How much of the agreement's whole time a day is: a day, or its part of a month."""
        return Fraction(1) if self.proration == "days" else self.weight(day)

    def fiscal_year(self, day: date) -> int:
        """The year that a day belongs to, named by its start."""
        return day.year - (day.month < self.month)


def add_months(day: date, months: int) -> date:
    """The first of a month some months later."""
    return date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, 1)


# What each party pays


def shares_of(agreement: Agreement, split: Any, year: int, day: date) -> Shares:
    """The exact shares of a split on a day."""
    present = agreement.present(day)
    match split:
        case {"fixed": fixed}:
            return dict(fixed)
        case {"equal": among}:
            sharing = [party for party in among or present if party in present]
            return {party: Fraction(1, len(sharing)) for party in sharing}
        case {"parts": parts}:
            sharing_parts = {party: part for party, part in parts.items() if party in present}
            whole = sum(sharing_parts.values())
            return {party: Fraction(part, whole) for party, part in sharing_parts.items()}
        case {"by": name, "among": among}:
            values = agreement.keys[name](year)
            sharing = [party for party in among or present if party in present]
            whole = sum(values[party] for party in sharing)
            return {party: Fraction(values[party], whole) for party in sharing}
        case {"mix": mix}:
            shares: Shares = defaultdict(Fraction)
            for weight, part in mix:
                for party, share in shares_of(agreement, part, year, day).items():
                    shares[party] += weight * share
            return shares
        case {"tolerance": (agreed, actual, points)}:
            now = shares_of(agreement, actual, year, day)
            then = shares_of(agreement, agreed, year, day)
            away = [
                abs(now.get(party, Fraction(0)) - then.get(party, Fraction(0)))
                for party in agreement.parties
            ]
            return now if max(away) > points else then
        case {"mean_of_lowest": (count, party, of, others)}:
            lowest = sorted(shares_of(agreement, part, year, day).get(party, 0) for part in of)
            share = Fraction(sum(lowest[:count])) / count
            rest = shares_of(agreement, others, year, day)
            result = {other: (1 - share) * part for other, part in rest.items()}
            result[party] = result.get(party, Fraction(0)) + share
            return result
        case _:
            raise AssertionError(split)


def exact_parts(agreement: Agreement, item: Item, year: int) -> Amounts:
    """What each party pays for an item before caps and rounding, in öre with all its decimals."""
    parts: Amounts = defaultdict(Fraction)
    for (period, present), amount in costs(agreement, item, year).items():
        day = next(d for d in agreement.days(year) if agreement.present(d) == present)
        split = agreement.periods[period].split if item.split is None else item.split
        if item.prices is not None:
            for party in present:
                parts[party] += amount * item.prices(year, party)
            continue
        for party, part in split_amount(agreement, item, split, amount, year, day).items():
            parts[party] += part
    return parts


def split_amount(
    agreement: Agreement, item: Item, split: Any, amount: Fraction, year: int, day: date
) -> Amounts:
    """What each party pays of an amount on the terms of a day."""
    if "steps" not in split:
        shares = shares_of(agreement, split, year, day)
        return {party: amount * share for party, share in shares.items()}
    assert item.yearly is not None
    part_of_year = amount / item.yearly(year, day)
    parts: Amounts = defaultdict(Fraction)
    fixed, first, of_first, of_rest = split["steps"]
    for party, step in fixed.items():
        parts[party] += step * part_of_year
        amount -= step * part_of_year
    taken = min(amount, first * part_of_year)
    for part_amount, part_split in ((taken, of_first), (amount - taken, of_rest)):
        for party, share in shares_of(agreement, part_split, year, day).items():
            parts[party] += part_amount * share
    return parts


def costs(
    agreement: Agreement, item: Item, year: int
) -> dict[tuple[int, tuple[str, ...]], Fraction]:
    """An item's cost by period and by who takes part, with its sign: the sum of its days.

    Where each party has its own price it is the part of the year that each pays its price for.
    """
    if item.overhead is not None:
        percent, of = item.overhead
        sums: dict[tuple[int, tuple[str, ...]], Fraction] = defaultdict(Fraction)
        for base in agreement.items:
            if base.name in of:
                for terms, cost in costs(agreement, base, year).items():
                    sums[terms] += percent * cost
        return sums
    covered = sum_over(agreement, item, [year], agreement.weight)
    whole = sum_over(agreement, item, range(2022, 2028), agreement.length)
    sums = defaultdict(Fraction)
    for day in agreement.days(year):
        period = in_force(agreement, item, day)
        if period is None:
            continue
        weight = agreement.weight(day)
        if item.prices is not None:
            cost = weight
        elif item.covered is not None:
            cost = item.covered[year] * weight / covered
        elif item.total is not None:
            cost = item.total * agreement.length(day) / whole
        else:
            assert item.yearly is not None
            cost = item.yearly(year, day) * weight
        sums[period, agreement.present(day)] += item.sign * cost
    return sums


def sum_over(
    agreement: Agreement, item: Item, years: Iterable[int], measure: Callable[[date], Fraction]
) -> Fraction:
    """Some years' days of an item by a measure."""
    days = (day for year in years for day in agreement.days(year))
    return sum((measure(d) for d in days if in_force(agreement, item, d) is not None), Fraction(0))


def in_force(agreement: Agreement, item: Item, day: date) -> int | None:
    """The number of the period that a day of an item falls in."""
    if not (item.first or date.min) <= day <= (item.last or date.max):
        return None
    fitting = (n for n, p in enumerate(agreement.periods) if p.first <= day <= p.last)
    return next(fitting, None)


def capped(agreement: Agreement, parts: Amounts, year: int, before: Amounts) -> Amounts:
    """What each party pays after the caps and floors, one at a time."""
    part_of_year = parts_of_year(agreement, year)
    for limit in agreement.limits:
        total = sum(parts.values(), Fraction(0))
        bounds: dict[str, tuple[Fraction | None, Fraction | None]] = {}
        for party in limit["parties"]:
            part = part_of_year[party]
            if not part:
                continue
            in_time = total * part / max(part_of_year.values())
            low = limit["min"] * part if "min" in limit else None
            high = limit["max"] * part if "max" in limit else None
            if "min_share" in limit:
                low = limit["min_share"] * in_time
            if "max_share" in limit:
                high = limit["max_share"] * in_time
            if total < 0 and ("min_share" in limit or "max_share" in limit):
                # The larger share of what all get back is the lower amount.
                low, high = high, low
            if "max_increase" in limit and party in before:
                high = (before[party] + abs(before[party]) * limit["max_increase"]) * part
            bounds[party] = (low, high)
        at_bound: set[str] = set()
        while moved := {
            party: bound
            for party, (low, high) in bounds.items()
            if (bound := within(parts.get(party, Fraction(0)), low, high)) != parts.get(party, 0)
        }:
            difference = sum((parts.get(p, 0) - bound for p, bound in moved.items()), Fraction(0))
            parts = {**parts, **moved}
            at_bound |= moved.keys()
            if limit["difference"] == "none":
                continue
            takers = {party: amount for party, amount in parts.items() if party not in at_bound}
            if limit["difference"] != "others":
                takers = {limit["difference"]: Fraction(1)}
            whole = sum(takers.values())
            if not whole:
                raise NobodyError
            for party, weight in takers.items():
                parts[party] = parts.get(party, Fraction(0)) + difference * weight / whole
    return parts


def parts_of_year(agreement: Agreement, year: int) -> Amounts:
    """For how much of a year each party takes part."""
    days = [
        day
        for day in agreement.days(year)
        if any(period.first <= day <= period.last for period in agreement.periods)
    ]
    return {
        party: sum(
            (agreement.weight(day) for day in days if agreement.takes_part(party, day)), Fraction(0)
        )
        for party in agreement.parties
    }


def year_before(agreement: Agreement, year: int) -> Amounts:
    """What each party paid the year before, as for a whole year."""
    if year - 1 not in years_of(agreement):
        return agreement.paid if year == 2023 else {}
    pays, parts = payments(agreement, year - 1), parts_of_year(agreement, year - 1)
    return {party: Fraction(pays.get(party, 0)) / part for party, part in parts.items() if part}


def within(amount: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    """An amount brought within its bounds."""
    if high is not None and amount > high:
        return high
    return low if low is not None and amount < low else amount


def rounded_parts(agreement: Agreement, parts: Amounts, *, alone: bool = False) -> dict[str, int]:
    """Exact parts in whole units, by the agreement's rule."""
    unit = agreement.unit
    total = nearest(sum(parts.values(), Fraction(0)), unit)
    method = agreement.method
    if method == "up":
        return {party: away_from_zero(part, unit) for party, part in parts.items()}
    if alone or method == "half_up":
        return {party: nearest(part, unit) for party, part in parts.items()}
    if isinstance(method, dict):
        taker = method["rest_to"]
        if parts.get(taker):
            whole = {p: nearest(part, unit) for p, part in parts.items() if p != taker}
            return whole | {taker: total - sum(whole.values())}
    sign = -1 if total < 0 else 1
    order = [party for party in agreement.parties if parts.get(party)]
    down = {party: sign * parts[party] // unit * unit for party in order}
    lost = {party: sign * parts[party] - down[party] for party in order}
    missing = (sign * total - sum(down.values())) // unit
    for party in sorted(order, key=lambda p: -lost[p])[:missing]:
        down[party] += unit
    return {party: int(sign * amount) for party, amount in down.items()}


def nearest(amount: Fraction, unit: int) -> int:
    """To the nearest unit, halves away from zero."""
    sign = -1 if amount < 0 else 1
    return sign * int((abs(amount) / unit + Fraction(1, 2)) // 1) * unit


def away_from_zero(amount: Fraction, unit: int) -> int:
    """To the next unit away from zero."""
    sign = -1 if amount < 0 else 1
    return sign * int(-(-abs(amount) / unit // 1)) * unit


def payments(agreement: Agreement, year: int) -> dict[str, int]:
    """What each party pays for a year, in whole units."""
    pays: dict[str, int] = defaultdict(int)
    exact: Amounts = defaultdict(Fraction)
    for item in agreement.items:
        parts = exact_parts(agreement, item, year)
        percent, parties = item.surcharge or (Fraction(0), [])
        if agreement.at_total:
            for party, part in parts.items():
                exact[party] += part * (1 + percent if party in parties else 1)
            continue
        for party, amount in rounded_parts(agreement, parts, alone=item.prices is not None).items():
            pays[party] += amount
            if party in parties:
                pays[party] += nearest(percent * amount, agreement.unit)
    if not agreement.at_total:
        return pays
    compares = any("max_increase" in limit for limit in agreement.limits)
    before = year_before(agreement, year) if compares else {}
    return rounded_parts(agreement, capped(agreement, dict(exact), year, before))


def years_of(agreement: Agreement) -> Iterator[int]:
    """The fiscal years in which the agreement has a cost."""
    first = agreement.fiscal_year(agreement.periods[0].first)
    last = agreement.fiscal_year(agreement.periods[-1].last)
    for year in range(first, last + 1):
        days = agreement.days(year)
        if any(
            in_force(agreement, item, day) is not None for item in agreement.items for day in days
        ):
            yield year
