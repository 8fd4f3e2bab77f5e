"""Many what-ifs at once: a grid of values, each input alone to its ends, or a range of outcomes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate, product
from typing import Any, Literal, NamedTuple

from avtalskalk.calculation.prepared import Plan, prepared
from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.compiled import (
    Amounts,
    Compiled,
    Coordinates,
    Door,
    Grid,
    Question,
    amounts_of,
    compiled,
)
from avtalskalk.features.whatif.inputs import Axis
from avtalskalk.features.whatif.outcome import try_out
from avtalskalk.model.validation import setting_of
from avtalskalk.money import half_up

# Below so many combinations it is quicker not to compile.
_FEW = 50
# So many combinations are worked out both ways before what is compiled is trusted.
_PROBES = 8


class Varied(NamedTuple):
    """An agreement's plain data, the inputs to vary in it, and what is asked of it.

    ``also`` is changed besides, at every combination.
    """

    data: Any
    axes: tuple[Axis, ...]
    question: Question
    also: tuple[ChangeRequest, ...] = ()

    @property
    def grid(self) -> Grid:
        """Every combination of the inputs' values."""
        file = setting_of(self.data)
        return Grid(tuple(tuple(axis.asked(v, file) for v in axis.values) for axis in self.axes))


def door(varied: Varied) -> Door:
    """The agreement with what is asked for, validated and checked."""
    question = varied.question
    plan = examine(varied.data).plan
    assert plan is not None  # noqa: S101 - only sound agreements are varied

    def changed(asked: Sequence[ChangeRequest]) -> Plan:
        outcome = try_out(varied.data, plan, (*varied.also, *asked), question.years, question.basis)
        if outcome.plan is None:
            raise AgreementError(outcome.diagnostics)
        return prepared(
            outcome.plan, today=question.today, assume_extended=question.assume_extended
        )

    return changed


def _at_values(one: Diagnostic, tried: Sequence[str]) -> Diagnostic:
    """A finding on a combination, at the values that it has; one of them may have it already."""
    if one.path[:1] and one.path[0] in tried:
        return one
    return replace(one, path=(", ".join(tried),), at="value", related=())


class Sweep:
    """What an agreement comes to at every combination of a grid.

    Making one raises AgreementError where a value makes the agreement invalid; so does `at`
    where that shows only when a combination is worked out.
    """

    def __init__(self, varied: Varied) -> None:
        """Look at every value of each input, and compile the terms where that can be done."""
        self.axes, self.question, self.grid = varied.axes, varied.question, varied.grid
        self._door = door(varied)
        self._compiled = self._compile() if self.grid.size > _FEW else None

    @property
    def is_compiled(self) -> bool:
        """Whether combinations are worked out from compiled terms."""
        return self._compiled is not None

    def at(self, where: Coordinates) -> Amounts:
        """What is paid at a combination, year by year and party by party."""
        try:
            if self._compiled is not None:
                return self._compiled.at(where)
            return amounts_of(self._door(self.grid.asked(where)), self.question)
        except AgreementError as error:
            tried = [one.option for one in self.grid.asked(where)]
            raise AgreementError(
                tuple(_at_values(one, tried) for one in error.diagnostics)
            ) from error

    def between(self, start: int, stop: int) -> Iterator[tuple[Coordinates, Amounts]]:
        """The combinations from one number up to another, in order, with what they come to."""
        for number in range(start, stop):
            where = self.grid.coordinates(number)
            yield where, self.at(where)

    def _compile(self) -> Compiled | None:
        """The compiled terms, unless a combination comes to anything else the whole way."""
        found = compiled(self._door, self.grid, self.question)
        if found is None:
            return None
        last = self.grid.size - 1
        for number in sorted({last * probe // (_PROBES - 1) for probe in range(_PROBES)}):
            where = self.grid.coordinates(number)
            if found.at(where) != amounts_of(self._door(self.grid.asked(where)), self.question):
                return None
        return found


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
    through, question = door(varied), varied.question
    bars = []
    for axis, values in zip(varied.axes, varied.grid.inputs, strict=True):
        low, high = (amounts_of(through([values[end]]), question) for end in (0, -1))
        bars.append(Bar(axis, low, high))
    return Tornado(amounts_of(through([]), question), tuple(bars))


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
