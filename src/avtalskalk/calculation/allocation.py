"""A year's items to lines: each split between the parties, exactly."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from avtalskalk.calculation.costs import (
    Cost,
    Piece,
    Product,
    cost,
    cut_piece,
    netted,
    overhead,
    pieces_of,
)
from avtalskalk.calculation.missing import Unknown, faulty, missing, wrong
from avtalskalk.calculation.prepared import (
    Plan,
    PlanYear,
    Weighing,
    has_steps,
    not_taking_part,
    split_of,
    weighing_of,
)
from avtalskalk.calculation.split_rules import Flow, Written, changes, divide, weigh
from avtalskalk.calculation.timeline import Segment
from avtalskalk.diagnostics import Amount, Argument, Diagnostic, Path, Sum, unknown_name
from avtalskalk.model.costs import Item
from avtalskalk.model.splits import AsOf
from avtalskalk.model.statement import Basis
from avtalskalk.money import common


class ExactParts(NamedTuple):
    """Exact amounts by party, in the file's order: numerators over one denominator."""

    numerators: list[int]
    denominator: int

    @property
    def fractions(self) -> list[Fraction]:
        """The amounts one by one."""
        return [Fraction(number, self.denominator) for number in self.numerators]


class Portion(NamedTuple):
    """A piece of a line split between the parties, exactly.

    It was split ``by`` shares, by a flow through steps (of what the piece takes off the cost,
    where it is below zero), or not at all: then the amounts are the parties' own.
    """

    piece: Piece
    parts: ExactParts
    by: Weighing | Flow | None

    @property
    def segment(self) -> Segment:
        """The part of the year."""
        return self.piece.segment

    @property
    def shares(self) -> tuple[Fraction, ...] | None:
        """The parties' shares; None where the amount is not split by shares."""
        return self.by.shares if isinstance(self.by, Weighing) else None


class CostLine(NamedTuple):
    """One item in a year, or several netted by a split with steps, before limits and rounding.

    ``exact`` is each party's year; ``own_amounts`` says that the amounts are the parties' own.
    """

    names: tuple[str, ...]
    item: Item
    costs: tuple[Cost, ...]
    own_amounts: bool
    portions: tuple[Portion, ...]
    exact: ExactParts

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
    """An item that has no line in a year, and why; "" for what belongs to no item."""

    name: str
    why: Unknown


def lines(plan: Plan, year: PlanYear, basis: Basis) -> tuple[list[CostLine], list[NotKnown]]:
    """Every item of a year as a line, or as not known; those not there that year are left out."""
    costs = _costs(plan, year, basis)
    known: list[CostLine] = []
    unknown = [] if costs or plan.profiles else [NotKnown("", Unknown("costs", ("costs",)))]
    for names in _grouped(plan, costs, year):
        line = _line(plan, names, [costs[name] for name in names])
        if isinstance(line, Unknown):
            unknown += [NotKnown(name, line) for name in names]
        else:
            known.append(line)
    return known, unknown


def _costs(plan: Plan, year: PlanYear, basis: Basis) -> dict[str, Cost | Unknown]:
    """Each item's cost in the file's order; overheads after the items that they are on."""
    items = plan.agreement.costs
    costs: dict[str, Cost | Unknown | None] = {
        name: cost(plan, name, year, basis) for name, item in items.items() if item.percent is None
    }
    waiting = [name for name in items if name not in costs]
    while waiting:
        ready = [name for name in waiting if all(base in costs for base in items[name].of or ())]
        if not ready:
            costs |= dict.fromkeys(waiting, missing("costs", waiting[0], "of"))
            break
        for name in ready:
            bases = {base: costs[base] for base in items[name].of or ()}
            unknown = next((base for base in bases.values() if isinstance(base, Unknown)), None)
            on = {base: known for base, known in bases.items() if isinstance(known, Cost)}
            costs[name] = unknown or overhead(plan, name, on, year)
        waiting = [name for name in waiting if name not in ready]
    return {name: known for name in items if (known := costs[name]) is not None}


def _grouped(
    plan: Plan, costs: Mapping[str, Cost | Unknown], year: PlanYear
) -> list[tuple[str, ...]]:
    """The items line by line: those that go through steps by the same name stand together."""
    if not plan.steps:
        return [(name,) for name in costs]
    groups: dict[object, list[str]] = {}
    for name, known in costs.items():
        profile = plan.profiles[name]
        segments: Sequence[Segment] = ()
        if not profile.own_amounts:
            # An item that is not known goes the same way as one that is.
            segments = (
                [piece.segment for piece in known.pieces]
                if isinstance(known, Cost)
                else pieces_of(profile, year)
            )
        flows = any(has_steps(plan, name, segment) for segment in segments)
        together = flows and profile.split is not None
        groups.setdefault(("steps", profile.split) if together else name, []).append(name)
    return [tuple(names) for names in groups.values()]


def _line(
    plan: Plan, names: tuple[str, ...], costs: Sequence[Cost | Unknown]
) -> CostLine | Unknown:
    """One line: its pieces, each split between the parties."""
    known: list[Cost] = []
    for item_cost in costs:
        if isinstance(item_cost, Unknown):
            return item_cost
        known.append(item_cost)
    for name, item_cost in zip(names, known, strict=True):
        question = whose_shares(plan, name, item_cost)
        if question is not None:
            return faulty(question)
    pieces: Sequence[Piece] = known[0].pieces
    if len(known) > 1:
        pieces = netted(plan, [piece for item_cost in known for piece in item_cost.pieces])
    if plan.steps:
        pieces = [part for piece in pieces for part in _cut(plan, names[0], piece)]
    portions: list[Portion] = []
    for piece in pieces:
        portion = _portion(plan, names, piece)
        if isinstance(portion, Unknown):
            return portion
        if sum(portion.parts.numerators) != piece.amount * portion.parts.denominator:
            message = f"{names[0]}: the parts of {piece.amount} do not sum to it"
            raise ValueError(message)
        portions.append(portion)
    exact = added([portion.parts for portion in portions], len(plan.parties))
    own_amounts = pieces[0].own_amounts is not None
    item = plan.profiles[names[0]].item
    return CostLine(names, item, tuple(known), own_amounts, tuple(portions), exact)


def whose_shares(plan: Plan, name: str, correction: Cost) -> Diagnostic | None:
    """The question whose shares a correction goes by, with what both answers come to.

    None where it says so, or where the year that is corrected was split in the same way or is
    not the agreement's.  Where that year's shares lack a number, only the other answer is known.
    """
    item = plan.profiles[name].item
    if item.adjusts is None or item.split is not None or item.amounts is not None:
        return None
    path: Path = ("costs", name, "for")
    as_of = Written(AsOf.model_construct(as_of=item.adjusts, split=None), path)
    now = dict.fromkeys(plan.parties, Fraction(0))
    then: dict[str, Fraction] | None = dict(now)
    for piece in correction.pieces:
        weighing = weighing_of(plan, name, piece.segment)
        shares = weigh(as_of, plan.moment(piece.segment))
        if isinstance(weighing, Unknown) or (isinstance(shares, Unknown) and shares.fault):
            return None
        for party, share in zip(plan.parties, weighing.shares, strict=True):
            now[party] += piece.amount * share
        if isinstance(shares, Unknown) or then is None:
            then = None
        else:
            then = {party: then[party] + piece.amount * shares.of(party) for party in then}
    if now == then:
        return None

    def paid(amounts: Mapping[str, Fraction]) -> Sum:
        currency, names = plan.heading.currency, plan.heading.parties
        return Sum(tuple((names[party], Amount(amounts[party], currency)) for party in names))

    arguments: dict[str, Argument] = {
        "item": name,
        "corrected": plan.year(item.adjusts).label,
        "year": plan.moment(correction.pieces[0].segment).year,
        "then": "" if then is None else paid(then),
        "now": paid(now),
    }
    return Diagnostic("AV427", arguments, path, related=(("costs", name, correction.key),))


def _cut(plan: Plan, name: str, piece: Piece) -> list[Piece]:
    """A piece that goes through steps, cut where amounts in these change."""
    if piece.own_amounts is not None or not has_steps(plan, name, piece.segment):
        return [piece]
    written = split_of(plan, name, piece.segment)
    days = () if written is None else changes(written, plan.moment(piece.segment).named)
    return cut_piece(plan, piece, [day.toordinal() for day in days])


def _portion(plan: Plan, names: tuple[str, ...], piece: Piece) -> Portion | Unknown:
    """One piece of a line split between the parties."""
    if piece.own_amounts is not None:
        return _own_portion(plan, names[0], piece, piece.own_amounts)
    if plan.steps and has_steps(plan, names[0], piece.segment):
        return _through_steps(plan, names, piece)
    weighing = weighing_of(plan, names[0], piece.segment)
    if isinstance(weighing, Unknown):
        return weighing
    number, under = piece.amount.numerator, piece.amount.denominator
    parts = ExactParts([number * weight for weight in weighing.weights], under * weighing.total)
    return Portion(piece, parts, weighing)


def _own_portion(
    plan: Plan, name: str, piece: Piece, amounts: Mapping[str, Product]
) -> Portion | Unknown:
    """The parties' own amounts, as they are."""
    unknown = [party for party in amounts if party not in plan.parties]
    if unknown:
        arguments = unknown_name("party", unknown[0], plan.parties)
        return wrong("AV101", ("costs", name), **arguments)
    exact = [amounts[party].amount if party in amounts else 0 for party in plan.parties]
    return Portion(piece, ExactParts(*common(exact)), None)


def _through_steps(plan: Plan, names: tuple[str, ...], piece: Piece) -> Portion | Unknown:
    """A piece through a split with steps: a cost as it is, a deduction alone turned round."""
    written = split_of(plan, names[0], piece.segment)
    if written is None:
        return missing("periods", piece.segment.term.place, "split")
    amount = Fraction(piece.amount)
    if amount < 0 and len(names) > 1:
        return wrong("AV123", written.path, items=names)
    flow = divide(written, abs(amount), Fraction(piece.part), plan.moment(piece.segment))
    if isinstance(flow, Unknown):
        return flow
    outside = not_taking_part(plan, piece.segment, flow.amounts, written)
    if outside is not None:
        return outside
    sign = -1 if amount < 0 else 1
    exact = [sign * flow.amounts.get(party, Fraction(0)) for party in plan.parties]
    return Portion(piece, ExactParts(*common(exact)), flow)


def added(several: Sequence[ExactParts], count: int) -> ExactParts:
    """Exact parts added party by party; ``count`` is how many parties there are."""
    if len(several) == 1:
        return several[0]
    denominator = lcm(*(parts.denominator for parts in several))
    sums = [0] * count
    for parts in several:
        times = denominator // parts.denominator
        for place, number in enumerate(parts.numerators):
            sums[place] += number * times
    return ExactParts(sums, denominator)
