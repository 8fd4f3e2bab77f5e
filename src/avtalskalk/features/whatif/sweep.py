"""Many what-ifs at once: a grid of values, each input alone to its ends, or a range of outcomes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate, product
from math import prod
from typing import Any, Literal, NamedTuple

from avtalskalk.calculation.year_result import of_year, paid
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.changes import Baseline
from avtalskalk.features.whatif.inputs import Axis
from avtalskalk.features.whatif.outcome import change_data, changed_plan
from avtalskalk.model.validation import setting_of
from avtalskalk.money import half_up

Amounts = tuple[int | None, ...]
"""What is paid, year by year and in each year party by party; None where it is not known."""

Coordinates = tuple[int, ...]
"""Which of its values each input has, by their places."""

MOST_COMBINATIONS = 1_000_000
"""More take hours."""

MOST_TRIED = 1_000
"""So many values of an input are tried before the combinations."""


class Combination(NamedTuple):
    """What a combination comes to, and where it cannot be why."""

    coordinates: Coordinates
    amounts: Amounts
    fault: Diagnostic | None = None


class Sweep(NamedTuple):
    """A valid agreement, the inputs to vary in it, and the parties whose amounts are wanted.

    ``also`` is changed besides, at every combination.  Combinations are numbered with the last
    input quickest.  A sweep can be pickled, so that several processes share the work.
    """

    baseline: Baseline
    axes: tuple[Axis, ...]
    parties: tuple[str, ...]
    also: tuple[ChangeRequest, ...] = ()

    @property
    def size(self) -> int:
        """How many combinations there are."""
        return prod(len(axis.values) for axis in self.axes)

    def coordinates(self, number: int) -> Coordinates:
        """Which values a combination has."""
        places = []
        for axis in reversed(self.axes):
            number, place = divmod(number, len(axis.values))
            places.append(place)
        return tuple(reversed(places))

    @property
    def since(self) -> str:
        """The day that the values hold from, where they cut an agreement that began earlier."""
        first = self.requests((0,) * len(self.axes))
        made = (change_data(self.baseline, (*self.also, request)) for request in first)
        days = {change.since.isoformat() for change in made if change.since}
        return min(days, default="")

    def requests(self, coordinates: Coordinates) -> list[ChangeRequest]:
        """What a combination changes, but for what is changed at all of them."""
        setting = setting_of(self.baseline.data)
        return [
            axis.request(axis.values[place], setting)
            for axis, place in zip(self.axes, coordinates, strict=True)
        ]

    def amounts(self, requests: Sequence[ChangeRequest]) -> Amounts:
        """What is paid with something changed; raises AgreementError where that cannot be."""
        plan = changed_plan(self.baseline, (*self.also, *requests))
        amounts: list[int | None] = []
        for year in self.baseline.years:
            result = of_year(plan, year, self.baseline.basis)
            errors = tuple(d for d in result.diagnostics if d.severity == "error")
            if errors:
                raise AgreementError(errors)
            by_party = dict(zip(plan.parties, paid(plan, year, result), strict=True))
            amounts += [by_party.get(party, 0) for party in self.parties]
        return tuple(amounts)

    def at(self, coordinates: Coordinates) -> Amounts:
        """What is paid at a combination, year by year and party by party.

        Raises AgreementError where the agreement cannot have these values.
        """
        requests = self.requests(coordinates)
        try:
            return self.amounts(requests)
        except AgreementError as error:
            options = [request.option for request in requests]
            combination = (", ".join(options),)
            beside = {request.file for request in self.also if request.file}
            diagnostics = (
                # What is plainly due to one of the values, or a scenario, stands there already.
                diagnostic
                if (diagnostic.path[:1] and diagnostic.path[0] in options)
                or diagnostic.file in beside
                else replace(diagnostic, path=combination, at="value", related=())
                for diagnostic in error.diagnostics
            )
            raise AgreementError(tuple(diagnostics)) from error

    def reached(self, requests: Sequence[ChangeRequest]) -> Amounts:
        """What is paid with something changed; nothing is known where that cannot be."""
        try:
            return self.amounts(requests)
        except AgreementError:
            return self.unknown

    @property
    def unknown(self) -> Amounts:
        """Amounts of which none is known."""
        return (None,) * (len(self.baseline.years) * len(self.parties))

    def combinations(self, numbers: Iterable[int]) -> Iterator[Combination]:
        """The combinations that have some numbers, in order, with what they come to."""
        for number in numbers:
            coordinates = self.coordinates(number)
            try:
                combination = Combination(coordinates, self.at(coordinates))
            except AgreementError as error:
                combination = Combination(coordinates, self.unknown, error.diagnostics[0])
            yield combination

    def try_values(self) -> None:
        """Try values until one can be; raises AgreementError where none of these can.

        Of each input they are evenly apart, the other inputs at their first.
        """
        fault: AgreementError | None = None
        for place, axis in enumerate(self.axes):
            last = len(axis.values) - 1
            apart = last // MOST_TRIED + 1
            for number in (*range(0, last, apart), last):
                try:
                    self.at((*[0] * place, number, *[0] * (len(self.axes) - place - 1)))
                except AgreementError as error:
                    fault = fault or error
                else:
                    return
        if fault:
            raise fault


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

    def add(self, amount: int | None, coordinates: Coordinates) -> None:
        """Take one more combination."""
        if amount is None:
            self.unknown += 1
            return
        self.total += amount
        self.count += 1
        if self.least is None or amount < self.least:
            self.least, self.at_least = amount, coordinates
        if self.most is None or amount > self.most:
            self.most, self.at_most = amount, coordinates

    def join(self, later: "Extent") -> None:
        """Take the combinations of another extent, which come later in the order."""
        for amount, coordinates in ((later.least, later.at_least), (later.most, later.at_most)):
            if amount is not None:
                self.add(amount, coordinates)
                self.total -= amount
                self.count -= 1
        self.total += later.total
        self.count += later.count
        self.unknown += later.unknown

    @property
    def mean(self) -> int | None:
        """The mean of the combinations, half up."""
        return half_up(self.total, self.count) if self.count else None


def extents(sweep: Sweep, numbers: Iterable[int]) -> list[Extent]:
    """The extent of each party's year over some combinations, in the order of `Amounts`."""
    result = [Extent() for _ in range(len(sweep.baseline.years) * len(sweep.parties))]
    for coordinates, amounts, _ in sweep.combinations(numbers):
        for extent, amount in zip(result, amounts, strict=True):
            extent.add(amount, coordinates)
    return result


# --- Each input alone ----------------------------------------------------------------------


class Bar(NamedTuple):
    """What an input does alone: the amounts at its lowest value and at its highest."""

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


def tornado(sweep: Sweep) -> Tornado:
    """Each input to its ends, the others as they stand."""
    setting = setting_of(sweep.baseline.data)
    bars = []
    for axis in sweep.axes:
        ends = (axis.request(value, setting) for value in axis.ends)
        bars.append(Bar(axis, *(sweep.reached([request]) for request in ends)))
    return Tornado(sweep.reached([]), tuple(bars))


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
    weights: Mapping[Coordinates, int]
    how: Literal["all", "sample"]
    if THREE**count <= draws:
        combinations = product(range(THREE), repeat=count)
        weights = {places: prod(WEIGHTS[place] for place in places) for places in combinations}
        how, looked_at = "all", len(weights)
    else:
        numbers = random_numbers(seed)
        weights = Counter(tuple(drawn(next(numbers)) for _ in range(count)) for _ in range(draws))
        how, looked_at = "sample", draws
    sweep.try_values()
    expected = sweep.reached(sweep.requests((1,) * count))
    weighed = [
        (sweep.reached(sweep.requests(coordinates)), weight)
        for coordinates, weight in weights.items()
    ]
    outcomes = tuple(
        _outcomes([(amounts[place], weight) for amounts, weight in weighed], middle)
        for place, middle in enumerate(expected)
    )
    return Ranges(how, looked_at, seed, outcomes)


def _outcomes(weighed: Sequence[tuple[Any, int]], expected: int | None) -> Outcomes | None:
    """The marks of a weighed distribution."""
    if expected is None or any(amount is None for amount, _ in weighed):
        return None
    ordered = sorted(weighed)
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
    return next(
        amount for (amount, _), reached in zip(ordered, sums, strict=True) if reached >= wanted
    )


def drawn(number: int) -> int:
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
