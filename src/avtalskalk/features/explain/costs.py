"""What an item costs in one part of a year, as a tree: read off the steps of its amount."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from avtalskalk.calculation.costs import AmountStep, BandRow, Bases, Cost, Counted, KnownPart, Piece
from avtalskalk.calculation.indices import Factor, RoundedAmount
from avtalskalk.calculation.keys import Values
from avtalskalk.calculation.prepared import Plan, PlanYear
from avtalskalk.calculation.taken import Taken
from avtalskalk.calculation.timeline import Segment
from avtalskalk.calculation.year_result import Result
from avtalskalk.diagnostics import Argument, Number, Path
from avtalskalk.features.explain.indices import index_node, rounded_node
from avtalskalk.features.explain.keys import key_sum, key_value, row_facts
from avtalskalk.features.explain.nodes import (
    Node,
    NodeUnit,
    aside,
    money,
    party_name,
    product,
    since,
    total,
)
from avtalskalk.features.explain.shares import share_node
from avtalskalk.model.dated import DatedValue
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.model.values import PriceShare

Facts = Mapping[str, Argument]

# Numbers that have a name of their own, with what they are shown as.
_GIVEN: Mapping[str, NodeUnit] = {
    "stated": "amount",
    "adjustment": "amount",
    "amount": "amount",
    "total_for_time": "amount",
    "agreed_amount": "amount",
    "band": "amount",
    "price": "price",
    "own_price": "price",
    "band_price": "price",
    "scale_part": "price",
    "scale_price": "price",
}
_OTHERS: Mapping[str, NodeUnit] = {
    "quantity": "number",
    "volume": "number",
    "portion": "share",
    "factor": "share",
    "index_not_of_actual": "number",
    "reduces_revenue": "number",
    "reduces_grant": "number",
}


@dataclass(frozen=True, slots=True)
class CalculatedYear:
    """A year that has been calculated, with all that made its figures."""

    plan: Plan
    year: PlanYear
    basis: Basis
    statement: Statement
    result: Result

    costs: Mapping[str, Cost]


def piece_node(calculated: CalculatedYear, piece: Piece) -> Node:
    """An item's cost in one of its pieces, or what several come to together."""
    days = _days(calculated, piece.segment)
    if piece.added:
        children = tuple(piece_node(calculated, added) for added in piece.added)
        return Node("net", Fraction(piece.amount), "amount", "sum", days, children=children)
    if piece.whole is not None:
        part = Node("part_of_piece", Fraction(piece.steps[0].value), "share", facts=days)
        children = piece_node(calculated, piece.whole), part
        return Node("cut", Fraction(piece.amount), "amount", "product", days, children=children)
    name, facts = piece.item, _facts(calculated, piece.item, piece.segment)
    if piece.own_amounts is not None:
        children = tuple(own_node(calculated, piece, party) for party in piece.own_amounts)
        path, source = ("costs", name), _source(calculated, name)
        value = Fraction(piece.amount)
        return Node("own_together", value, "amount", "sum", facts, path, source, children)
    children = _step_nodes(calculated, piece, piece.steps, "")
    if len(children) == 1:
        return children[0]
    return _multiplied("cost", calculated, name, facts, children)


def own_node(calculated: CalculatedYear, piece: Piece, party: str) -> Node:
    """A party's own amount of an item in a part of the year."""
    name = piece.item
    facts = _facts(calculated, name, piece.segment)
    facts = {**facts, "party": party_name(calculated.plan, party)}
    amount = (piece.own_amounts or {}).get(party)
    if amount is None:
        return Node("no_own", Fraction(0), facts=facts, path=("costs", name))
    children = _step_nodes(calculated, piece, amount.steps, party)
    return _multiplied("own_amount", calculated, name, facts, children)


def piece_nodes(calculated: CalculatedYear, name: str, *, own_of: str = "") -> list[Node]:
    """An item's cost piece by piece; with ``own_of``, that party's own amounts."""
    pieces = calculated.costs[name].pieces
    if own_of:
        return [own_node(calculated, piece, own_of) for piece in pieces]
    return [piece_node(calculated, piece) for piece in pieces]


def _days(calculated: CalculatedYear, segment: Segment) -> dict[str, Argument]:
    """The days of a part of the year, and whether it is all of it."""
    return {
        "first": segment.span.first,
        "last": segment.span.last,
        "year": calculated.year.label,
        "whole": segment.span == calculated.year.span,
    }


def _facts(calculated: CalculatedYear, name: str, segment: Segment) -> dict[str, Argument]:
    plan = calculated.plan
    kind = plan.agreement.costs[name].kind
    return {"item": plan.heading.items[name], "kind": kind, **_days(calculated, segment)}


def _source(calculated: CalculatedYear, name: str) -> str:
    figure = calculated.costs[name].figure
    return (figure.source if figure else "") or calculated.plan.agreement.costs[name].source


def _multiplied(
    rule: str, calculated: CalculatedYear, name: str, facts: Facts, children: tuple[Node, ...]
) -> Node:
    """Factors multiplied."""
    value = product(child for child in children if child.counts)
    path, source = ("costs", name), _source(calculated, name)
    return Node(rule, value, "amount", "product", facts, path, source, children)


# --- The steps of an amount -----------------------------------------------------------------


def _step_nodes(
    calculated: CalculatedYear, piece: Piece, steps: Sequence[AmountStep], party: str
) -> tuple[Node, ...]:
    return tuple(_step_node(calculated, piece, step, party) for step in steps)


def _step_node(  # noqa: PLR0911, PLR0912 - one for each kind
    calculated: CalculatedYear, piece: Piece, step: AmountStep, party: str
) -> Node:
    """One number that an amount is a product of, by its rule; ``party`` where it is its own."""
    plan, name, because = calculated.plan, piece.item, step.because
    facts = _facts(calculated, name, piece.segment)
    value = Fraction(step.value)
    match because:
        case Taken():
            # A tree inside the tree: it is imported where it is used.
            from avtalskalk.features.explain.taken import taken_node

            return taken_node(because, step.path, facts)
        case KnownPart():
            return _solved(calculated, piece, step, because, facts)
        case Counted():
            return _counted(calculated, piece, step, because)
        case Factor():
            return index_node(plan, because, step.path, facts)
        case RoundedAmount():
            return rounded_node(plan, because, step.path, facts)
        case Values():
            return key_value(plan, because, party)
        case BandRow():
            return _row(calculated, piece, step, because, party)
        case Bases():
            facts["items"] = tuple(plan.heading.items[base] for base in because.names)
            if step.rule == "percent":
                return Node("percent", value, "share", facts=facts, path=step.path)
            children = tuple(piece_node(calculated, base) for base in because.pieces)
            return Node("percent_of", value, "amount", "sum", facts, step.path, children=children)
        case _:
            pass
    if step.rule in _GIVEN:
        return _given(calculated, piece, step, because)
    if isinstance(because, DatedValue):
        facts |= since(because)
    if step.rule == "volume":
        facts["name"] = str(step.path[1])
    node = Node(step.rule, value, _OTHERS[step.rule], facts=facts, path=step.path)
    return aside(node) if step.rule == "index_not_of_actual" else node


def _given(calculated: CalculatedYear, piece: Piece, step: AmountStep, because: object) -> Node:
    """An amount or a price as the paper gives it, and from when where it is dated."""
    facts = {**_facts(calculated, piece.item, piece.segment), "basis": calculated.basis}
    rule = step.rule
    if isinstance(because, DatedValue):
        facts |= since(because)
        if isinstance(because.value, PriceShare):
            facts["of_value"] = "yes"
            rule = {"own_price": "own_price_share"}.get(rule, rule)
    adjusts = calculated.plan.agreement.costs[piece.item].adjusts
    if step.rule == "adjustment" and adjusts is not None:
        facts["adjusts"] = adjusts
    value, source = Fraction(step.value), _source(calculated, piece.item)
    return Node(rule, value, _GIVEN[step.rule], facts=facts, path=step.path, source=source)


def _solved(
    calculated: CalculatedYear, piece: Piece, step: AmountStep, solved: KnownPart, facts: Facts
) -> Node:
    """A total worked out from one party's known part, and the share that the party bears."""
    plan, figure = calculated.plan, calculated.costs[piece.item].figure
    assert figure is not None  # noqa: S101 - the known part stands in it
    party, titled = figure.party, party_name(plan, figure.party)
    source = _source(calculated, piece.item)
    known = Node(
        "known_part",
        Fraction(figure.part),
        facts={**facts, "basis": calculated.basis, "party": titled},
        path=(*step.path, "known_part", party),
        source=source,
    )
    shares = [share_node(plan, weighing.origin, party) for weighing in solved.weighings]
    share = shares[0]
    if len(shares) > 1:
        parts: list[Node] = []
        for of_time, weight in zip(shares, solved.weights, strict=True):
            children = of_time, Node("weight_in_time", Fraction(weight), "share")
            value, about, path = product(children), of_time.facts, of_time.path
            part = Node("borne_part", value, "share", "product", about, path, "", children)
            parts.append(part)
        named: dict[str, Argument] = {"party": titled}
        share = Node("borne_share", total(parts), "share", "sum", named, children=tuple(parts))
    facts = {
        **facts,
        "party": titled,
        "part": money(plan, figure.part),
        "share": share.value or Fraction(0),
    }
    children = known, share
    value = Fraction(step.value)
    return Node("solved", value, "amount", "quotient", facts, step.path, source, children)


# --- Parts of a year, and rows of a table -----------------------------------------------------


def _counted(calculated: CalculatedYear, piece: Piece, step: AmountStep, counted: Counted) -> Node:
    """A part of a year or of a time, with what is counted: 184 of 366 days."""
    facts = {
        **_days(calculated, piece.segment),
        "proration": calculated.plan.agreement.proration,
        "long": Number(counted.long),
        "all": Number(counted.all),
    }
    item = calculated.plan.agreement.costs[piece.item]
    never_prorated = item.kind == "adjustment" or item.amounts is not None
    path = () if never_prorated else _cut_by(calculated, piece)
    return Node(step.rule, Fraction(step.value), "share", facts=facts, path=path)


def _cut_by(calculated: CalculatedYear, piece: Piece) -> Path:
    """What makes a piece begin or end inside the year: the item's days or the period's."""
    agreement, year = calculated.plan.agreement, calculated.year.span
    span, place = piece.segment.span, piece.segment.term.place
    item, period = agreement.costs[piece.item], agreement.periods[place]
    ends: tuple[tuple[object, object, Path], ...] = (
        (item.start, span.first, ("costs", piece.item, "from")),
        (item.to, span.last, ("costs", piece.item, "to")),
        (period.start, span.first, ("periods", place, "from")),
        (period.to, span.last, ("periods", place, "to")),
    )
    inside = (year.first, year.last)
    cuts = (path for written, end, path in ends if written == end and written not in inside)
    return next(cuts, ())


def _row(
    calculated: CalculatedYear, piece: Piece, step: AmountStep, row: BandRow, party: str
) -> Node:
    """A number of a table's row, with the row's bounds and the size that falls in it."""
    if row.brackets:
        return _scale(calculated, piece, step, row.brackets, party)
    plan, key, table = calculated.plan, row.sizes.key, row.bands.table
    by = key_value(plan, key, party) if party else key_sum(plan, key, row.sizes.by_party)
    if step.rule in _GIVEN:
        node = _given(calculated, piece, step, row.change)
    else:
        item: dict[str, Argument] = {"item": plan.heading.items[piece.item]}
        node = Node(step.rule, Fraction(step.value), "share", facts=item, path=step.path)
    known = {**by.facts, **node.facts, **row_facts(table, row.place, row.size)}
    return replace(node, facts=known, children=(aside(by),), bound=True)


def _scale(
    calculated: CalculatedYear,
    piece: Piece,
    step: AmountStep,
    rows: tuple[BandRow, ...],
    party: str,
) -> Node:
    """The mean price of a scale: what its brackets come to together, by the whole size."""
    facts = {
        **_facts(calculated, piece.item, piece.segment),
        "party": party_name(calculated.plan, party),
    }
    brackets = []
    for row in rows:
        price = AmountStep("scale_part", Fraction(row.change.value if row.change else 0), row.path)
        node = _row(calculated, piece, price, row, party)
        part = Node("scale_size", row.size, "number", facts=node.facts)
        children = (replace(node, children=()), part)
        brackets.append(
            Node(
                "scale_bracket",
                product(children),
                "amount",
                "product",
                node.facts,
                children=children,
            )
        )
    together = Node(
        "scale", total(brackets), "amount", "sum", facts, step.path, children=tuple(brackets)
    )
    value, size = Fraction(step.value), sum(row.size for row in rows)
    if not size:
        return replace(brackets[0].children[0], path=rows[0].path)
    key = key_value(calculated.plan, rows[0].sizes.key, party)
    return Node(
        "scale_price", value, "price", "quotient", facts, step.path, children=(together, key)
    )
