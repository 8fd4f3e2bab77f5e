"""A year's items to lines: each split between the parties, exactly, and held by its limits."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from avtalskalk.calculation.costs import Cost, Piece, cost, cut_piece, netted, overhead, pieces_of
from avtalskalk.calculation.limits import Applied
from avtalskalk.calculation.missing import Unknown, missing, wrong
from avtalskalk.calculation.prepared import (
    Plan,
    Weighing,
    YearOf,
    has_steps,
    not_taking_part,
    split_of,
    weighing_of,
)
from avtalskalk.calculation.split_rules import Flow, changes, divide
from avtalskalk.calculation.timeline import Segment
from avtalskalk.calculation.trace import inside
from avtalskalk.diagnostics import Diagnostic, Path, unknown_name
from avtalskalk.model.costs import Item
from avtalskalk.model.statement import Basis
from avtalskalk.money import common


class Parts(NamedTuple):
    """Exact amounts by party, in the file's order: numerators over one denominator."""

    numerators: list[int]
    denominator: int

    @property
    def fractions(self) -> list[Fraction]:
        """The amounts one by one."""
        return [Fraction(number, self.denominator) for number in self.numerators]


class Portion(NamedTuple):
    """One segment's exact parts of a line; ``shares`` None where they are not plain shares."""

    segment: Segment
    parts: Parts
    shares: tuple[Fraction, ...] | None


class Line(NamedTuple):
    """One item in a year, or several netted by a split with steps, before rounding.

    ``exact`` is each party's year before the line's limits, ``limits`` what these moved.
    """

    names: tuple[str, ...]
    item: Item
    costs: tuple[Cost, ...]
    own: bool
    portions: tuple[Portion, ...]
    exact: Parts
    limits: tuple[Applied, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()

    @property
    def label(self) -> str:
        """The item's id, or those of the netted ones."""
        return self.names[0] if len(self.names) == 1 else " + ".join(self.names)

    @property
    def source(self) -> str:
        """The paper that the amount comes from."""
        figure = self.costs[0].figure
        return (figure.source if figure else "") or self.item.source


class NotKnown(NamedTuple):
    """An item that has no line in a year, and why."""

    name: str
    why: Unknown


def lines(plan: Plan, year: YearOf, basis: Basis) -> tuple[list[Line], list[NotKnown]]:
    """Every item of a year as a line, or as not known; those not there that year are left out."""
    costs = _costs(plan, year, basis)
    found: list[Line] = []
    unknown: list[NotKnown] = []
    for names in _grouped(plan, costs, year):
        line = _line(plan, names, costs)
        if isinstance(line, Unknown):
            unknown += [NotKnown(name, line) for name in names]
        else:
            found.append(line)
    return found, unknown


def _costs(plan: Plan, year: YearOf, basis: Basis) -> dict[str, Cost | Unknown]:
    """Each item's cost in the file's order; overheads after the items that they are on."""
    items = plan.agreement.costs
    found: dict[str, Cost | Unknown | None] = {
        name: cost(plan, name, year, basis) for name, item in items.items() if item.percent is None
    }
    waiting = [name for name in items if name not in found] if len(found) < len(items) else []
    while waiting:
        ready = [name for name in waiting if all(one in found for one in items[name].of or ())]
        if not ready:
            circle = missing("costs", waiting[0], "of")
            found |= dict.fromkeys(waiting, circle)
            break
        for name in ready:
            found[name] = _overhead(plan, name, found, year)
        waiting = [name for name in waiting if name not in ready]
    return {name: one for name in items if (one := found[name]) is not None}


def _overhead(
    plan: Plan, name: str, found: Mapping[str, Cost | Unknown | None], year: YearOf
) -> Cost | Unknown | None:
    item = plan.agreement.costs[name]
    bases = [found[one] for one in item.of or ()]
    for one in bases:
        if isinstance(one, Unknown):
            return one
    with inside(plan.trace, "cost", ("costs", name)):
        return overhead(plan, name, [one for one in bases if isinstance(one, Cost)], year)


def _grouped(
    plan: Plan, costs: Mapping[str, Cost | Unknown], year: YearOf
) -> list[tuple[str, ...]]:
    """The items line by line: those that go through steps by the same name stand together."""
    if not plan.steps:
        return [(name,) for name in costs]
    groups: dict[object, list[str]] = {}
    for name, one in costs.items():
        called = plan.profiles[name].split
        steps = called is not None and _flows(plan, name, one, year)
        groups.setdefault(("steps", called) if steps else name, []).append(name)
    return [tuple(names) for names in groups.values()]


def _flows(plan: Plan, name: str, one: Cost | Unknown, year: YearOf) -> bool:
    """Whether an item, known or not, goes through steps in some part of the year."""
    item = plan.agreement.costs[name]
    if item.per is not None or item.bands is not None or item.amounts is not None:
        return False
    if isinstance(one, Cost):
        segments: Sequence[Segment] = [piece.segment for piece in one.pieces]
    else:
        segments = pieces_of(item, year)
    return any(has_steps(plan, name, segment) for segment in segments)


def _line(
    plan: Plan, names: tuple[str, ...], costs: Mapping[str, Cost | Unknown]
) -> Line | Unknown:
    """One line: its pieces, each split between the parties."""
    if len(names) == 1:
        one = costs[names[0]]
        return one if isinstance(one, Unknown) else _alone(plan, names, one)
    known: list[Cost] = []
    for name in names:
        one = costs[name]
        if isinstance(one, Unknown):
            return one
        known.append(one)
    pieces = netted(plan, [piece for one in known for piece in one.pieces])
    return _split(plan, names, tuple(known), pieces)


def _alone(plan: Plan, names: tuple[str, ...], cost: Cost) -> Line | Unknown:
    """An item with a line of its own."""
    return _split(plan, names, (cost,), cost.pieces)


def _split(
    plan: Plan, names: tuple[str, ...], costs: tuple[Cost, ...], pieces: Sequence[Piece]
) -> Line | Unknown:
    portions: list[Portion] = []
    if plan.steps:
        pieces = [part for piece in pieces for part in _cut(plan, names[0], piece)]
    for piece in pieces:
        with inside(plan.trace, "portion", ("costs", names[0])):
            portion = _portion(plan, names, piece)
        if isinstance(portion, Unknown):
            return portion
        parts = portion.parts
        if sum(parts.numerators) != piece.amount * parts.denominator:
            message = f"{names[0]}: the parts of {piece.amount} do not sum to it"
            raise ValueError(message)
        portions.append(portion)
    exact = added([portion.parts for portion in portions], len(plan.parties))
    own = any(piece.own is not None for piece in pieces)
    return Line(names, plan.profiles[names[0]].item, costs, own, tuple(portions), exact)


def _portion(plan: Plan, names: tuple[str, ...], piece: Piece) -> Portion | Unknown:
    """One piece of a line split between the parties."""
    segment, amount = piece.segment, piece.amount
    if piece.own is not None:
        unknown = [party for party in piece.own if party not in plan.parties]
        if unknown:
            path: Path = ("costs", names[0])
            return wrong("AV101", path, **unknown_name("party", unknown[0], plan.parties))
        none = Fraction(0)
        own = [Fraction(piece.own.get(party, none)) for party in plan.parties]
        return Portion(segment, Parts(*common(own)), None)
    if has_steps(plan, names[0], segment):
        return _through_steps(plan, names, piece)
    weighing = weighing_of(plan, names[0], segment)
    if isinstance(weighing, Unknown):
        return weighing
    return Portion(segment, weighed(amount, weighing), weighing.shares)


def _cut(plan: Plan, name: str, piece: Piece) -> list[Piece]:
    """A piece that goes through steps, cut where amounts in these change."""
    if piece.own is not None or not has_steps(plan, name, piece.segment):
        return [piece]
    written = split_of(plan, name, piece.segment)
    named = plan.moment(piece.segment).named
    days = () if written is None else (day.toordinal() for day in changes(written, named))
    return cut_piece(plan, piece, tuple(days))


def weighed(amount: int | Fraction, weighing: Weighing) -> Parts:
    """An exact amount by the parties' weights."""
    number = amount.numerator
    return Parts(
        [number * weight for weight in weighing.weights], amount.denominator * weighing.total
    )


def _through_steps(plan: Plan, names: tuple[str, ...], piece: Piece) -> Portion | Unknown:
    """A piece through a split with steps: a cost as it is, a deduction alone turned round."""
    written = split_of(plan, names[0], piece.segment)
    if written is None:
        return missing("periods", piece.segment.term.place, "split")
    amount = Fraction(piece.amount)
    if amount < 0 and len(names) > 1:
        return wrong("AV123", written.path, items=names)
    sign = -1 if amount < 0 else 1
    found = divide(written, Flow(sign * amount, Fraction(piece.part)), plan.moment(piece.segment))
    if isinstance(found, Unknown):
        return found
    outside = not_taking_part(plan, piece.segment, found, written)
    if outside is not None:
        return outside
    none = Fraction(0)
    exact = [sign * found.get(party, none) for party in plan.parties]
    return Portion(piece.segment, Parts(*common(exact)), None)


def added(several: Sequence[Parts], count: int) -> Parts:
    """Exact parts added party by party; ``count`` is how many parties there are."""
    if len(several) == 1:
        return several[0]
    denominator = lcm(*(parts.denominator for parts in several))
    sums = [0] * count
    for parts in several:
        times = denominator // parts.denominator
        for place, number in enumerate(parts.numerators):
            sums[place] += number * times
    return Parts(sums, denominator)
