"""An agreement at many combinations of values: its terms compiled once, then whole numbers.

Each value of each input goes through the same door as a file.  Where values only move numbers,
never what is there, the combinations need not: the pieces of the agreement that the inputs move
are put together, and the engine works out costs and weights for the inputs that these rest on,
once; a combination is then whole numbers multiplied and rounded.  Where an input moves anything
else, every combination goes through the door.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import product
from operator import add
from typing import Any, Generic, NamedTuple, TypeVar

from avtalskalk.calculation.allocation import Line, Parts, added, lines, weighed
from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan, Weighing, YearOf, prepare, weighing_of
from avtalskalk.calculation.year_result import in_units
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.model.costs import Item
from avtalskalk.model.record import Record
from avtalskalk.model.statement import BASES, Basis

Amounts = tuple[int | None, ...]
"""What is paid, year by year and in each year party by party; None where it is not known."""

Coordinates = tuple[int, ...]
"""Which of its values each input has, by their places."""

Door = Callable[[Sequence[ChangeRequest]], Plan]
"""An agreement with changes, validated and checked; raises AgreementError."""

Piece = tuple[str, ...]
"""A part of an agreement: a key of the top level, or one thing below it."""

Pieces = Mapping[Piece, Any]

MOST_TOGETHER = 5_000
"""So many combinations of inputs that move the same piece go through the door to be compiled."""

_MOST_KEPT = 20_000
_BY_NAME = ("costs", "indices", "keys", "volumes", "shares")

V = TypeVar("V")


class Question(NamedTuple):
    """What is asked at every combination: which years, on which basis, of which parties."""

    years: tuple[int, ...]
    basis: Basis
    parties: tuple[str, ...]
    today: date | None = None
    assume_extended: bool = False


class Grid(NamedTuple):
    """Every combination of some inputs' values, numbered with the last input quickest."""

    inputs: tuple[tuple[ChangeRequest, ...], ...]

    @property
    def size(self) -> int:
        """How many combinations there are."""
        count = 1
        for values in self.inputs:
            count *= len(values)
        return count

    def coordinates(self, number: int) -> Coordinates:
        """Which values a combination has."""
        found = []
        for values in reversed(self.inputs):
            number, place = divmod(number, len(values))
            found.append(place)
        return tuple(reversed(found))

    def asked(self, where: Coordinates) -> tuple[ChangeRequest, ...]:
        """What a combination asks for."""
        return tuple(values[place] for values, place in zip(self.inputs, where, strict=True))


def amounts_of(plan: Plan, question: Question) -> Amounts:
    """What a plan comes to, the whole way; raises AgreementError where the data is wrong."""
    found: list[int | None] = []
    for year in question.years:
        statement = calculate(plan, year, question.basis, rows=False)
        wrong = tuple(one for one in statement.diagnostics if one.severity == "error")
        if wrong:
            raise AgreementError(wrong)
        paid = {total.party: total.amount for total in statement.totals}
        found += [paid.get(party, 0) for party in question.parties]
    return tuple(found)


# --- Compiling -----------------------------------------------------------------------------


class Block(NamedTuple):
    """Inputs that move the same pieces, and these pieces at each of their combinations."""

    inputs: tuple[int, ...]
    pieces: Mapping[Coordinates, Pieces]

    def at(self, where: Coordinates) -> Pieces:
        """The pieces at a combination of all inputs."""
        return self.pieces[tuple([where[place] for place in self.inputs])]

    @property
    def moves_costs(self) -> bool:
        """Whether costs, and not only how they are split, may rest on these inputs."""
        return any(
            piece[0] not in ("periods", "shares") for piece in next(iter(self.pieces.values()))
        )

    @property
    def moves_splits(self) -> bool:
        """Whether how costs are split may rest on these inputs."""
        first, *others = self.pieces.values()
        return any(piece[0] not in ("costs", "indices", "volumes") for piece in first) or any(
            value.split != first[piece].split
            for pieces in others
            for piece, value in pieces.items()
            if piece[0] == "costs"
        )


def compiled(door: Door, grid: Grid, question: Question) -> "Compiled | None":
    """The terms compiled for a grid; None where some value moves more than numbers.

    Raises AgreementError where a value makes the agreement invalid.
    """
    first = (0,) * len(grid.inputs)
    base = door(grid.asked(first))
    moved = [_moved_by(door, grid, place) for place in range(len(grid.inputs))]
    blocks = []
    for inputs in _together(moved):
        moves = frozenset[Piece]().union(*(moved[place] for place in inputs))
        block = _block(door, grid, inputs, _pieces(base), moves)
        if block is None:
            return None
        blocks.append(block)
    return Compiled(base, question, tuple(blocks))


def _pieces(plan: Plan) -> dict[Piece, Any]:
    """An agreement in pieces, those that have names one by one."""
    found: dict[Piece, Any] = {}
    for name in type(plan.agreement).model_fields:
        value = getattr(plan.agreement, name)
        if name in _BY_NAME:
            found |= {(name, key): one for key, one in value.items()}
        else:
            found[name,] = value
    return found


def _moved_by(door: Door, grid: Grid, place: int) -> frozenset[Piece]:
    """The pieces that an input moves, tried at both ends and in the middle of its values.

    The others stand at their first values and at their last: what moves nothing where another
    is zero may move something where it is not.
    """
    count = len(grid.inputs[place])
    found: set[Piece] = set()
    for others in {0, -1}:
        start = tuple(others % len(values) for values in grid.inputs)
        tried = [
            _pieces(door(grid.asked((*start[:place], value, *start[place + 1 :]))))
            for value in sorted({0, count // 2, count - 1})
        ]
        for pieces in tried[1:]:
            found |= _moved(tried[0], pieces)
    return frozenset(found)


def _moved(before: Pieces, after: Pieces) -> set[Piece]:
    """The pieces that are not the same."""
    return {one for one in {**before, **after} if before.get(one) != after.get(one)}


def _together(moved: Sequence[frozenset[Piece]]) -> list[tuple[int, ...]]:
    """The inputs that move something, those that share a piece together."""
    groups: list[tuple[tuple[int, ...], frozenset[Piece]]] = []
    for place, pieces in enumerate(moved):
        if pieces:
            near = [one for one in groups if one[1] & pieces]
            inputs = (*(place for one in near for place in one[0]), place)
            groups = [one for one in groups if one not in near]
            groups.append((inputs, pieces.union(*(one[1] for one in near))))
    return [tuple(sorted(inputs)) for inputs, _ in groups]


def _block(
    door: Door, grid: Grid, inputs: tuple[int, ...], base: Pieces, moves: frozenset[Piece]
) -> Block | None:
    """The pieces at every combination of a few inputs, the others at their first values.

    None where there are too many, or where they move anything but the numbers of these pieces.
    """
    own = Grid(tuple(grid.inputs[place] for place in inputs))
    if own.size > MOST_TOGETHER:
        return None
    found: dict[Coordinates, Pieces] = {}
    for values in product(*(range(len(each)) for each in own.inputs)):
        given = dict(zip(inputs, values, strict=True))
        where = tuple(given.get(place, 0) for place in range(len(grid.inputs)))
        pieces = _pieces(door(grid.asked(where)))
        if not moves >= _moved(base, pieces):
            return None
        if not all(_alike(base.get(one), pieces.get(one)) for one in moves):
            return None
        found[values] = {one: pieces[one] for one in moves}
    return Block(inputs, found)


def _alike(a: Any, b: Any) -> bool:  # noqa: ANN401 - whatever an agreement holds
    """Whether two values differ in numbers at most."""
    if _is_number(a) and _is_number(b):
        return True
    if type(a) is not type(b):
        return False
    if isinstance(a, Record):
        names = a.model_fields_set
        return names == b.model_fields_set and all(
            _alike(getattr(a, name), getattr(b, name)) for name in names
        )
    if isinstance(a, dict):
        return list(a) == list(b) and all(_alike(one, b[key]) for key, one in a.items())
    if isinstance(a, tuple):
        return len(a) == len(b) and all(map(_alike, a, b))
    return bool(a == b)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


# --- Running -------------------------------------------------------------------------------


class Costs(NamedTuple):
    """A year's costs: own amounts, rounded and summed by party, and each line's exact portions.

    ``own`` is None where no line has any.
    """

    own: list[int] | None
    shared: Sequence[Sequence[Fraction]]


Weights = Sequence[Sequence[Weighing]]
"""How each portion of each line of a year that is shared weighs the parties."""


class _Kept(Generic[V]):
    """What has been worked out, by the coordinates of the inputs that it rests on."""

    def __init__(self, inputs: Iterable[int], work_out: Callable[[Coordinates], V]) -> None:
        self._inputs = tuple(sorted(inputs))
        self._work_out = work_out
        self._found: dict[Coordinates, V] = {}

    def at(self, where: Coordinates) -> V:
        """What there is at a combination of all inputs."""
        own = tuple([where[place] for place in self._inputs])
        if own not in self._found:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            self._found[own] = self._work_out(where)
        return self._found[own]


class Compiled:
    """An agreement compiled for a grid; `at` says what it comes to at a combination."""

    def __init__(self, base: Plan, question: Question, blocks: Sequence[Block]) -> None:
        """See `compiled`."""
        self._base, self._question, self._blocks = base, question, blocks
        items = base.agreement.costs.values()
        # Steps and limits look at amounts, so costs and weights cannot be told apart.
        self._apart = not (base.steps or base.rounds_at_total) and not any(
            item.surcharge or item.limits for item in items
        )
        everyone = question.parties == base.parties
        self._places = None if everyone else [base.parties.index(p) for p in question.parties]
        solved = any(map(_has_known_part, items))
        self._costs = _Kept(
            (place for one in blocks if solved or one.moves_costs for place in one.inputs),
            self._costs_at,
        )
        self._weights = _Kept(
            (place for one in blocks if one.moves_splits for place in one.inputs),
            self._weights_at,
        )

    def at(self, where: Coordinates) -> Amounts:
        """What the agreement comes to, year by year and party by party.

        Raises AgreementError where the data is wrong.
        """
        costs = self._costs.at(where) if self._apart else None
        weights = self._weights.at(where) if costs else None
        if costs is None or weights is None:
            return amounts_of(self._plan(where), self._question)
        base = self._base
        found: list[int] = []
        for year, splits in zip(costs, weights, strict=True):
            sums = year.own
            for portions, weighings in zip(year.shared, splits, strict=True):
                parts = list(map(weighed, portions, weighings))
                amounts = in_units(base, added(parts, len(base.parties)))
                sums = amounts if sums is None else list(map(add, sums, amounts))
            paid = sums or [0] * len(base.parties)
            found += paid if self._places is None else [paid[place] for place in self._places]
        return tuple(found)

    def _plan(self, where: Coordinates) -> Plan:
        """The agreement at a combination, put together from its pieces."""
        agreement = self._base.agreement
        moved: dict[str, Any] = {}
        for block in self._blocks:
            for piece, value in block.at(where).items():
                if len(piece) == 1:
                    moved[piece[0]] = value
                else:
                    top, name = piece
                    moved.setdefault(top, dict(getattr(agreement, top)))[name] = value
        return prepare(
            agreement.model_copy(update=moved),
            today=self._question.today,
            assume_extended=self._question.assume_extended,
        )

    def _costs_at(self, where: Coordinates) -> list[Costs] | None:
        """Each year's costs; None where one of them is not known."""
        return self._each_year(where, _costs_of)

    def _weights_at(self, where: Coordinates) -> list[Weights] | None:
        """Each year's weights; None where one of them is not known."""
        return self._each_year(where, _weights_of)

    def _each_year(
        self, where: Coordinates, of: Callable[[Plan, YearOf, Basis], V | None]
    ) -> list[V] | None:
        plan, found = self._plan(where), []
        for number in self._question.years:
            one = of(plan, plan.year(number), self._question.basis)
            if one is None:
                return None
            found.append(one)
        return found


def _has_known_part(item: Item) -> bool:
    """Whether some amount of an item is solved from how it is split."""
    annual = (item.figures(basis) for basis in BASES)
    return any(f.amount is None for one in annual if one for f in one.figures.values())


def _known_lines(plan: Plan, year: YearOf, basis: Basis) -> list[Line] | None:
    """The lines of a year; None where something is not known."""
    if not year.segments:
        return []
    found, unknown = lines(plan, year, basis)
    return None if unknown or not found else found


def _costs_of(plan: Plan, year: YearOf, basis: Basis) -> Costs | None:
    found = _known_lines(plan, year, basis)
    if found is None:
        return None
    own: list[int] | None = None
    shared = []
    for line in found:
        if line.own:
            amounts = in_units(plan, line.exact, own=True)
            own = amounts if own is None else list(map(add, own, amounts))
        else:
            shared.append([_sum(portion.parts) for portion in line.portions])
    return Costs(own, shared)


def _sum(parts: Parts) -> Fraction:
    """What parts come to together, exactly."""
    return Fraction(sum(parts.numerators), parts.denominator)


def _weights_of(plan: Plan, year: YearOf, basis: Basis) -> Weights | None:
    found = _known_lines(plan, year, basis)
    return None if found is None else [_weighings(plan, line) for line in found if not line.own]


def _weighings(plan: Plan, line: Line) -> list[Weighing]:
    found = (weighing_of(plan, line.names[0], portion.segment) for portion in line.portions)
    return [one for one in found if not isinstance(one, Unknown)]
