"""One figure as a tree, from what a party pays back to what is written in the papers.

The tree is read off what the calculation made: every figure carries what it was made of.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from avtalskalk.calculation.allocation import CostLine, Portion
from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan, usual_shares, weighing_of
from avtalskalk.calculation.split_rules import Flow
from avtalskalk.calculation.timeline import Segment
from avtalskalk.calculation.year_result import Charged, of_year
from avtalskalk.diagnostics import Argument, Path
from avtalskalk.features.explain.costs import CalculatedYear, own_node, piece_node
from avtalskalk.features.explain.limits import limit_nodes
from avtalskalk.features.explain.nodes import Node, aside, party_name, total, with_facts
from avtalskalk.features.explain.papers import papers_of
from avtalskalk.features.explain.rounding import (
    carried_nodes,
    line_rounding,
    surcharge_nodes,
    total_rounding,
)
from avtalskalk.features.explain.shares import share_node, shared
from avtalskalk.features.explain.steps import flow_node
from avtalskalk.model.statement import BASES, Basis, Statement
from avtalskalk.periods import Span

Kind = Literal["year", "settlement", "instalment"]
"""What is explained of a year: what a party pays, what is left for it to pay, or a bill."""

# A period's place, ``splits`` and a name.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Explained:
    """A party's year, or a figure of it: the figure's tree and the year's statement.

    With ``item`` it is the party's part of that; ``number`` is that of an instalment.
    """

    statement: Statement
    party: str
    item: str
    tree: Node
    kind: Kind = "year"
    number: int | None = None


def calculated_year(plan: Plan, number: int, basis: Basis) -> CalculatedYear:
    """Calculate a year that has terms, and keep all that made its figures."""
    statement = calculate(plan, number, basis)
    year, result = plan.year(number), of_year(plan, number, basis)
    costs = {
        name: cost
        for charged in result.charged
        for name, cost in zip(charged.line.names, charged.line.costs, strict=True)
    }
    return CalculatedYear(plan, year, basis, statement, result, costs)


def explain(
    plan: Plan, number: int, party: str, basis: Basis = "budget", item: str = ""
) -> Explained:
    """Why a party pays what it pays in a year; with an item, its part of that alone.

    The year must have terms and the party and the item must be the agreement's.
    """
    return explained(calculated_year(plan, number, basis), party, item)


def explained(calculated: CalculatedYear, party: str, item: str = "") -> Explained:
    """As `explain`, of a year that has been calculated."""
    tree = item_node(calculated, party, item) if item else year_node(calculated, party)
    return Explained(calculated.statement, party, item, tree)


# --- The year -------------------------------------------------------------------------------


def year_node(calculated: CalculatedYear, party: str) -> Node:
    """All that the party pays in the year."""
    plan, year, result = calculated.plan, calculated.year, calculated.result
    children = [_line(calculated, party, charged) for charged in result.charged]
    for charged in result.charged:
        children += surcharge_nodes(plan, party, charged)
    exact = total(children)
    children += _unknown(calculated, party)
    if result.rounded is not None:
        limits = list(limit_nodes(plan, year, party, result.limited) if result.limited else ())
        exact += total(node for node in limits if node.counts)
        children += [*limits, *total_rounding(plan, party, result, exact)]
    children += carried_nodes(plan, party, result)
    totals = calculated.statement.totals
    amount = next(row.amount for row in totals if row.party == party)
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "year": year.label,
        "basis": calculated.basis,
        "count": len(children),
        "conditional": any(row.conditional for row in totals),
    }
    # When in the year the party takes part.
    spans: list[Span] = []
    for segment in calculated.year.segments:
        if party not in segment.parties:
            continue
        if spans and spans[-1].stop == segment.span.start:
            spans[-1] = Span(spans[-1].start, segment.span.stop)
        else:
            spans.append(segment.span)
    if spans != [year.span]:
        facts["spans"] = tuple((span.first, span.last) for span in spans)
    value = None if amount is None else Fraction(amount)
    return Node("total", value, "amount", "sum", facts, children=tuple(children))


def item_node(calculated: CalculatedYear, party: str, item: str) -> Node:
    """The party's part of one item, or of the items that it goes through steps with."""
    plan = calculated.plan
    for charged in calculated.result.charged:
        if item in charged.line.names:
            line = _line(calculated, party, charged)
            surcharges = surcharge_nodes(plan, party, charged)
            if not surcharges:
                return line
            value = total((line, *surcharges))
            return replace(line, value=value, children=(*line.children, *surcharges))
    for unknown in _unknown(calculated, party):
        if unknown.facts["name"] in (item, ""):
            return unknown
    facts: dict[str, Argument] = {
        "item": plan.heading.items[item],
        "year": calculated.year.label,
        "party": party_name(plan, party),
    }
    return Node("not_there", Fraction(0), facts=facts, path=("costs", item))


# --- What is not known ------------------------------------------------------------------------


def _unknown(calculated: CalculatedYear, party: str) -> Iterator[Node]:
    """What is not known, and what the party would bear of it."""
    plan = calculated.plan
    for name, why in calculated.result.unknown:
        # What limits wait for concerns no item, and splits nothing.
        known = name or not plan.agreement.costs
        shares = tuple(_known_shares(calculated, party, name)) if known else ()
        facts: dict[str, Argument] = {
            "what": why.what,
            "name": name,
            "item": plan.heading.items.get(name, ""),
            "basis": calculated.basis,
            "party": party_name(plan, party),
            "year": calculated.year.label,
            **_of_data(plan, why),
        }
        if why.fault is not None:
            facts["code"] = why.fault.code
        yield Node(
            "missing" if why.fault is None else "faulty",
            None,
            facts=facts,
            path=why.path,
            children=shares,
            # Of what the party bears nothing of, nothing is lacking.
            counts=not shares or any(share.value for share in shares),
        )


def _of_data(plan: Plan, why: Unknown) -> dict[str, Argument]:
    """What is missing, where it is an item's figure or an observation of a key or an index."""
    agreement, (kind, *below) = plan.agreement, why.path
    if kind == "costs" and len(below) > 1 and below[1] in BASES:
        item = plan.heading.items[str(below[0])]
        return {"lacks": "figure", "item": item, "year": str(below[-1])}
    if kind == "costs":
        return {"lacks": "other" if below else "costs"}
    if kind == "periods" and below[1:2] in (["split"], ["splits"]) and len(below) <= _NAMED:
        return {"lacks": "split"}
    when = why.what.removeprefix(f"{kind}.{below[0]}.values.")
    if kind == "keys" and len(below) > 1:
        key = agreement.keys[str(below[0])]
        return {"lacks": "key", "data": key.title or key.unit or str(below[0]), "when": when}
    if kind == "indices":
        index = agreement.indices[str(below[0])]
        return {"lacks": "index", "data": index.title or str(below[0]), "when": when}
    return {"lacks": "other"}


def _known_shares(calculated: CalculatedYear, party: str, item: str) -> Iterator[Node]:
    """How a cost without an amount would be split, as far as that can be told."""
    plan, segments = calculated.plan, calculated.year.segments
    if item and not plan.shares_are_known(item):
        return
    for segment in segments:
        if item:
            weighing = weighing_of(plan, item, segment)
            shares = None if isinstance(weighing, Unknown) else weighing.origin
        else:
            # Those of the period's split, where it has no steps.
            shares = usual_shares(plan, segment)
        if shares is None:
            continue
        outside = _outside(plan, party, segment)
        node = outside or share_node(plan, shares, party)
        yield aside(_dated(plan, node, segment, several=len(segments) > 1))


# --- A line -----------------------------------------------------------------------------------


def _line(calculated: CalculatedYear, party: str, charged: Charged) -> Node:
    """What the party pays of one line, before surcharges."""
    plan, line = calculated.plan, charged.line
    children = list(portion_nodes(calculated, party, line))
    if charged.limited is not None:
        children += limit_nodes(plan, calculated.year, party, charged.limited)
    exact = total(child for child in children if child.counts)
    children += line_rounding(plan, party, charged, exact)
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "item": " + ".join(plan.heading.items[name] for name in line.names),
        "year": calculated.year.label,
        "count": len(children),
    }
    amount = Fraction(charged.rounded.amounts[plan.parties.index(party)])
    path: Path = ("costs", line.names[0])
    return Node("line", amount, "amount", "sum", facts, path, line.source, tuple(children))


def portion_nodes(calculated: CalculatedYear, party: str, line: CostLine) -> Iterator[Node]:
    """The party's exact part of each portion of a line."""
    for portion in line.portions:
        node = _portion(calculated, party, portion)
        several = len(line.portions) > 1
        yield _dated(calculated.plan, node, portion.segment, several=several)


def _portion(calculated: CalculatedYear, party: str, portion: Portion) -> Node:
    plan, piece, by = calculated.plan, portion.piece, portion.by
    outside = _outside(plan, party, portion.segment)
    if outside is not None and not portion.parts.numerators[plan.parties.index(party)]:
        return outside
    if by is None:
        return own_node(calculated, piece, party)
    amount = piece_node(calculated, piece)
    if not isinstance(by, Flow):
        return shared(plan, amount, share_node(plan, by.origin, party), party)
    node = flow_node(plan, by, party)
    if piece.amount >= 0:
        return replace(node, children=(*node.children, aside(amount)))
    children = Node("deducted", Fraction(-1), "number"), node, aside(amount)
    value = -(node.value or Fraction(0))
    facts, path = node.facts, node.path
    return Node("flow_deducted", value, "amount", "product", facts, path, "", children)


def _dated(plan: Plan, node: Node, segment: Segment, *, several: bool) -> Node:
    """What holds in a part of the year, with its days, its terms and their papers."""
    term = segment.term
    condition = ""
    if plan.agreement.periods[term.place].condition is not None:
        condition = "unmet" if term.conditional else "met"
        if term.refusing:
            condition = "falls_back" if term.falls_back else "failed"
    goes_on = node.path[:1] == ("periods",) and node.path[1] != term.place
    facts: dict[str, Argument] = {
        "first": segment.span.first,
        "last": segment.span.last,
        "several": several,
        "condition": condition,
        "goes_on": goes_on,
        "standing": term.standing,
    }
    papers = papers_of(plan.agreement, node.path, term.place)
    return replace(with_facts(node, **facts), papers=papers)


def _outside(plan: Plan, party: str, segment: Segment) -> Node | None:
    """What a party bears while it takes no part, which is nothing; None where it does."""
    if party in segment.parties:
        return None
    member, first = plan.agreement.parties[party], segment.span.first
    gone = [day for day in member.left if day < first]
    rule, day, word = "no_longer", max(gone, default=None), "left"
    if day is None:
        rule, day, word = "not_yet", min(member.joined, default=None), "joined"
    facts: dict[str, Argument] = {"party": party_name(plan, party), "day": day or date.min}
    return Node(rule, Fraction(0), facts=facts, path=("parties", party, word))
