"""Many what-ifs at once: a grid of values, each input alone to its ends, or a range of outcomes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import accumulate, product
from math import prod
from typing import Any, Literal, NamedTuple

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.prepared import Plan, prepare
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.whatif.change_request import Baseline, ChangeRequest
from avtalskalk.features.whatif.inputs import Axis
from avtalskalk.features.whatif.outcome import changed_plan
from avtalskalk.model.statement import Basis
from avtalskalk.model.validation import setting_of, validate
from avtalskalk.money import half_up

Amounts = tuple[int | None, ...]
"""What is paid, year by year and in each year party by party; None where it is not known."""

Coordinates = tuple[int, ...]
"""Which of its values each input has, by their places."""

MOST_COMBINATIONS = 1_000_000
"""More take hours."""


class Question(NamedTuple):
    """What is asked at every combination: which years, on which basis, of which parties."""

    years: tuple[int, ...]
    basis: Basis
    parties: tuple[str, ...]
    today: date | None = None
    assume_extended: bool = False


class Varied(NamedTuple):
    """A valid agreement's plain data, the inputs to vary in it, and what is asked of it.

    ``also`` is changed besides, at every combination.  Combinations are numbered with the last
    input quickest.
    """

    data: Any
    axes: tuple[Axis, ...]
    question: Question
    also: tuple[ChangeRequest, ...] = ()

    @property
    def size(self) -> int:
        """How many combinations there are."""
        return prod(len(axis.values) for axis in self.axes)

    @property
    def baseline(self) -> Baseline:
        """The agreement as it stands."""
        years, basis, _, today, assume_extended = self.question
        agreement = validate(self.data).agreement
        assert agreement is not None  # noqa: S101 - only valid agreements are varied
        plan = prepare(agreement, today=today, assume_extended=assume_extended)
        return Baseline(self.data, plan, years, basis, today, assume_extended)


class Sweep:
    """What an agreement comes to at every combination of its inputs' values."""

    def __init__(self, varied: Varied) -> None:
        """Make the agreement ready; no value is looked at yet."""
        self.axes, self.question, self.size = varied.axes, varied.question, varied.size
        self._baseline, self._also = varied.baseline, varied.also
        self._setting = setting_of(varied.data)

    def coordinates(self, number: int) -> Coordinates:
        """Which values a combination has."""
        places = []
        for axis in reversed(self.axes):
            number, place = divmod(number, len(axis.values))
            places.append(place)
        return tuple(reversed(places))

    def requests(self, where: Coordinates) -> list[ChangeRequest]:
        """What a combination changes, but for what is changed at all of them."""
        return [
            axis.request(axis.values[place], self._setting)
            for axis, place in zip(self.axes, where, strict=True)
        ]

    def at(self, where: Coordinates) -> Amounts:
        """What is paid at a combination, year by year and party by party.

        Raises AgreementError where the agreement cannot have these values.
        """
        requests = self.requests(where)
        try:
            return amounts_of(changed_plan(self._baseline, (*self._also, *requests)), self.question)
        except AgreementError as error:
            options = [request.option for request in requests]
            raise AgreementError(
                tuple(
                    # What is plainly due to one of the values stands there already.
                    one
                    if one.path[:1] and one.path[0] in options
                    else replace(one, path=(", ".join(options),), at="value", related=())
                    for one in error.diagnostics
                )
            ) from error

    def between(self, start: int, stop: int) -> Iterator[tuple[Coordinates, Amounts]]:
        """The combinations from one number up to another, in order, with what they come to."""
        for number in range(start, stop):
            where = self.coordinates(number)
            yield where, self.at(where)

    def try_values(self) -> None:
        """Try each value by itself, the other inputs at their first.

        Raises AgreementError for a value that the agreement cannot have, before very many
        combinations have been worked out.  All values of the last input come first of all anyway.
        """
        for place, axis in enumerate(self.axes[:-1]):
            for number in range(len(axis.values)):
                self.at((*[0] * place, number, *[0] * (len(self.axes) - place - 1)))


def amounts_of(plan: Plan, question: Question) -> Amounts:
    """What a plan comes to; raises AgreementError where a year cannot be calculated."""
    amounts: list[int | None] = []
    for year in question.years:
        statement = calculate(plan, year, question.basis, rows=False)
        errors = tuple(one for one in statement.diagnostics if one.severity == "error")
        if errors:
            raise AgreementError(errors)
        paid = {total.party: total.amount for total in statement.totals}
        amounts += [paid.get(party, 0) for party in question.parties]
    return tuple(amounts)


# --- What a grid comes to in all -----------------------------------------------------------


@dataclass(slots=True)
class Extent:
    """One party's year over many combinations, in minor units, and where its ends are.

    ``unknown`` counts the combinations at which it is not known.
    """

    least: int | None = None
    most: int | None = None
    at_least: Coordinates = ()
    at_most: Coordinates = ()
    total: int = 0
    count: int = 0
    unknown: int = 0

    def add(self, amount: int | None, where: Coordinates) -> None:
        """Take one more combination."""
        if amount is None:
            self.unknown += 1
            return
        self.total += amount
        self.count += 1
        if self.least is None or amount < self.least:
            self.least, self.at_least = amount, where
        if self.most is None or amount > self.most:
            self.most, self.at_most = amount, where

    def join(self, other: "Extent") -> None:
        """Take the combinations of another, which come later in the order."""
        for amount, where in ((other.least, other.at_least), (other.most, other.at_most)):
            if amount is not None:
                self.add(amount, where)
                self.total -= amount
                self.count -= 1
        self.total += other.total
        self.count += other.count
        self.unknown += other.unknown

    @property
    def mean(self) -> int | None:
        """The mean of the combinations, half up."""
        return half_up(self.total, self.count) if self.count else None


def extents(sweep: Sweep, start: int, stop: int) -> list[Extent]:
    """The extent of each party's year over some combinations, in the order of `Amounts`."""
    question = sweep.question
    found = [Extent() for _ in range(len(question.years) * len(question.parties))]
    for where, amounts in sweep.between(start, stop):
        for one, amount in zip(found, amounts, strict=True):
            one.add(amount, where)
    return found


# --- Each input alone ----------------------------------------------------------------------


class Bar(NamedTuple):
    """What an input does alone: the amounts at its first value and at its last."""

    axis: Axis
    low: Amounts
    high: Amounts


class Tornado(NamedTuple):
    """The amounts as the agreement stands, and each input alone at its two ends."""

    base: Amounts
    bars: tuple[Bar, ...]

    def ordered(self, place: int) -> list[Bar]:
        """The inputs by how much they move one of the amounts, the most first."""
        return sorted(self.bars, key=lambda bar: -(spread(bar, place) or 0))


def spread(bar: Bar, place: int) -> int | None:
    """How far an input moves one of the amounts, from end to end."""
    low, high = bar.low[place], bar.high[place]
    return None if low is None or high is None else abs(high - low)


def tornado(varied: Varied) -> Tornado:
    """Each input to its ends, the others as they stand."""
    baseline, setting = varied.baseline, setting_of(varied.data)

    def amounts(*requests: ChangeRequest) -> Amounts:
        plan = changed_plan(baseline, (*varied.also, *requests))
        return amounts_of(plan, varied.question)

    bars = [
        Bar(axis, *(amounts(axis.request(axis.values[end], setting)) for end in (0, -1)))
        for axis in varied.axes
    ]
    return Tornado(amounts(), tuple(bars))


# --- Low, expected and high ----------------------------------------------------------------

WEIGHTS = (3, 4, 3)
"""How much low, expected and high weigh, of ten: low and high are each passed one time in ten."""

THREE = len(WEIGHTS)
DRAWS, SEED = 10_000, 1


class Outcomes(NamedTuple):
    """One party's year: the least, what one in ten is below, the expected, the mean, and so on."""

    least: int
    low: int
    expected: int
    mean: int
    high: int
    most: int


class Ranges(NamedTuple):
    """Outcomes in the order of `Amounts` (None: not known), and how they were found.

    ``how`` is ``all`` for every combination, weighed, and ``sample`` for ``looked_at`` draws
    from a seed.
    """

    how: Literal["all", "sample"]
    looked_at: int
    seed: int
    outcomes: tuple[Outcomes | None, ...]


def ranges(sweep: Sweep, draws: int = DRAWS, seed: int = SEED) -> Ranges:
    """From a low, an expected and a high value of each input to a range of each amount.

    The inputs vary each for itself.  Every combination is looked at where there are not more of
    them than draws, otherwise so many are drawn.
    """
    count = len(sweep.axes)
    if THREE**count <= draws:
        drawn: Sequence[tuple[Coordinates, int]] = [
            (where, _weight(where)) for where in product(range(THREE), repeat=count)
        ]
        how: Literal["all", "sample"] = "all"
    else:
        numbers = random_numbers(seed)
        drawn = [(tuple(_drawn(next(numbers)) for _ in range(count)), 1) for _ in range(draws)]
        how = "sample"
    expected = sweep.at((1,) * count)
    found = [(sweep.at(where), weight) for where, weight in drawn]
    outcomes = tuple(
        _outcomes([(amounts[place], weight) for amounts, weight in found], middle)
        for place, middle in enumerate(expected)
    )
    return Ranges(how, len(drawn), seed, outcomes)


def _weight(where: Coordinates) -> int:
    weight = 1
    for place in where:
        weight *= WEIGHTS[place]
    return weight


def _outcomes(found: Sequence[tuple[Any, int]], expected: int | None) -> Outcomes | None:
    """The marks of a weighed distribution."""
    if expected is None or any(amount is None for amount, _ in found):
        return None
    ordered = sorted(found)
    total = sum(weight for _, weight in ordered)
    mean = half_up(sum(amount * weight for amount, weight in ordered), total)
    return Outcomes(
        ordered[0][0],
        _quantile(ordered, Fraction(total, 10)),
        expected,
        mean,
        _quantile(ordered, Fraction(9 * total, 10)),
        ordered[-1][0],
    )


def _quantile(ordered: Sequence[tuple[int, int]], wanted: Fraction) -> int:
    """The first amount that, with those below it, has so much weight."""
    sums = accumulate(weight for _, weight in ordered)
    return next(one for (one, _), reached in zip(ordered, sums, strict=True) if reached >= wanted)


def _drawn(number: int) -> int:
    """One of three places, by weight."""
    left = number % sum(WEIGHTS)
    return next(place for place, upto in enumerate(accumulate(WEIGHTS)) if left < upto)


def random_numbers(seed: int) -> Iterator[int]:
    """Numbers of 64 bits that a seed gives for ever, the same everywhere (SplitMix64)."""
    mask = (1 << 64) - 1
    state = seed & mask
    while True:
        state = (state + 0x9E3779B97F4A7C15) & mask
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        yield mixed ^ (mixed >> 31)
