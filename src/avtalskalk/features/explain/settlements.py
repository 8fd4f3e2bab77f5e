"""A party's settlement of a year as a tree: what is left to pay, back to its budget and outcome."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from avtalskalk.calculation.allocation import ExactParts
from avtalskalk.calculation.party_settlements import PartySettlement
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settled_years import settle_year
from avtalskalk.calculation.settlement import Adjustment
from avtalskalk.calculation.transfers import first_item, payers
from avtalskalk.calculation.year_result import RoundedParts
from avtalskalk.diagnostics import Argument, Path, Phrase
from avtalskalk.features.explain.costs import CalculatedYear
from avtalskalk.features.explain.debts import again, paid_node, taken_off
from avtalskalk.features.explain.interest import interest_nodes
from avtalskalk.features.explain.nodes import Node, aside, money, party_name, total
from avtalskalk.features.explain.papers import papers_of
from avtalskalk.features.explain.rounding import rounding_node
from avtalskalk.features.explain.steps import flow_node
from avtalskalk.features.explain.tree import Explained, calculated_year, year_node
from avtalskalk.model.statement import Basis
from avtalskalk.money import common


@dataclass(frozen=True, slots=True)
class _Settled:
    """A year's settlement: both sides, what is moved, and every party's own."""

    budget: CalculatedYear
    outcome: CalculatedYear
    adjustment: Adjustment | None
    shares: tuple[PartySettlement, ...]

    @property
    def plan(self) -> Plan:
        return self.budget.plan

    def facts(self, party: str, **more: Argument) -> dict[str, Argument]:
        """What every sentence may name."""
        name = party_name(self.plan, party)
        return {"party": name, "year": self.budget.year.label, **more}


def explain_settlement(plan: Plan, number: int, party: str, basis: Basis = "actual") -> Explained:
    """Why a party pays, or gets back, what it does in a year's settlement on an outcome.

    The year must have terms and the party be the agreement's.
    """
    budget, outcome = (calculated_year(plan, number, side) for side in ("budget", basis))
    year = settle_year(plan, number, basis)
    shares = year.shares
    settled = _Settled(budget, outcome, year.adjustment, shares)
    before, after = budget.statement, outcome.statement
    both = dict.fromkeys((*before.missing, *after.missing))
    assumed = dict.fromkeys((*before.assumptions, *after.assumptions))
    statement = after._replace(missing=tuple(both), assumptions=tuple(assumed))
    share = next(share for share in shares if share.party == party)
    value = None if share.left is None else Fraction(share.left)
    facts = settled.facts(party)
    if party == payers(plan).get(""):
        # A host's settlement is what the others leave; what it bears itself stands beside.
        others = tuple(
            Node(
                "settlement_other",
                None if other.left is None else -Fraction(other.left),
                facts=settled.facts(other.party),
            )
            for other in shares
            if other.party != party
        )
        own = () if share.bears is None else (aside(_bears(settled, share)),)
        tree = Node("settlement_host", value, "amount", "sum", facts, children=(*others, *own))
    elif share.bears is None:
        sides = tuple(_side(side, party) for side in (budget, outcome))
        tree = Node("settlement", None, "amount", "given", facts, children=sides)
    else:
        paid = (
            *_payments(settled, share),
            *interest_nodes(settled.plan, share, settled.facts(share.party)),
        )
        children = _bears(settled, share), *paid
        tree = Node("settlement", value, "amount", "difference", facts, children=children)
    return Explained(statement, party, "", tree, "settlement")


def _side(side: CalculatedYear, party: str) -> Node:
    """What a party's year comes to on a basis."""
    return replace(year_node(side, party), rule="side")


def _bears(settled: _Settled, share: PartySettlement) -> Node:
    """What the party pays for the year in the end: its budget, and what is settled now.

    That is its outcome, where all of the deviation is settled as agreed; nothing is settled now of
    what is carried to a later year.
    """
    plan, moved = settled.plan, settled.adjustment
    assert moved is not None  # noqa: S101 - both sides are known
    agreed = plan.agreement.reconciliation
    adjusted = replace(_moved(settled, moved, share), source=agreed.source if agreed else "")
    budget = _side(settled.budget, share.party)
    children = [budget, adjusted]
    if moved.carried:
        later = plan.year(settled.budget.year.number + moved.carried).label
        amount = money(plan, abs(adjusted.value or Fraction(0)))
        about = {**adjusted.facts, "later": later, "amount": amount}
        beside = (aside(adjusted),)
        zero = Fraction(0)
        carried_on = Node("carried_on", zero, facts=about, path=_path(moved), children=beside)
        children = [budget, carried_on]
    elif moved.exact and moved.moved == moved.deviation and not moved.flow:
        carried = [child for child in budget.children if child.rule == "carried"]
        children = [_side(settled.outcome, share.party), *carried, aside(adjusted)]
    facts, bears = settled.facts(share.party), Fraction(share.bears or 0)
    return Node("settlement_part", bears, "amount", "sum", facts, children=tuple(children))


# --- What is settled of the deviation ----------------------------------------------------------


def _path(moved: Adjustment) -> Path:
    return ("reconciliation", moved.kind) if moved.rule else ()


def _moved(settled: _Settled, moved: Adjustment, share: PartySettlement) -> Node:
    """A party's part of the deviation, as far as the agreement moves it."""
    plan, rule = settled.plan, moved.rule
    facts = settled.facts(
        share.party,
        kind=Phrase(moved.kind),
        deviation=money(plan, abs(moved.deviation)),
        moved=money(plan, abs(moved.moved)),
    )
    if not moved.exact:
        name = "not_agreed" if moved.deviation else "no_deviation"
        if rule is not None:
            name = "kept" if rule.do == "kept" else "below_bound"
        beside = _deviation(settled, moved, facts), *_bounds(moved, facts)
        children = tuple(map(aside, beside))
        return Node(name, Fraction(0), facts=facts, path=_path(moved), children=children)
    node = _exactly(settled, moved, share, facts)
    exact, amount = node.value or Fraction(0), moved.amounts[plan.parties.index(share.party)]
    if exact == amount:
        return node
    takes = plan.rest_to is not None and moved.exact[plan.rest_to]
    method = "rest_to" if takes else "largest_remainder"
    most = moved.unit * (len(plan.parties) if takes else 1)
    parts = ExactParts(*common(moved.exact))
    rounded = RoundedParts(parts, list(moved.amounts), moved.unit, method)
    both = node, rounding_node(plan, share.party, rounded, exact, most)
    return Node("adjusted", Fraction(amount), "amount", "sum", facts, _path(moved), "", both)


def _exactly(
    settled: _Settled, moved: Adjustment, share: PartySettlement, facts: dict[str, Argument]
) -> Node:
    """A party's part of what is moved before it is rounded.

    It is its difference, all of it or cut in proportion, or by the split that the deviation has.
    """
    plan, path = settled.plan, _path(moved)
    exact = moved.exact[plan.parties.index(share.party)]
    deviation = _deviation(settled, moved, facts)
    bounds = tuple(_bounds(moved, facts))
    if moved.flow is not None:
        excess = _excess(plan, moved, deviation, bounds, facts)
        inner = flow_node(plan, moved.flow, share.party)
        inner = inner if moved.moved >= 0 else taken_off("flow_surplus", inner)
        last = settled.budget.year.segments[-1].term.place
        papers = papers_of(plan.agreement, inner.path, last)
        beside = map(aside, (excess, *bounds))
        by_split = Node(
            "settled_by_split", exact, "amount", "same", facts, (*path, "split"), "",
            (inner, *beside),
        )  # fmt: skip
        return replace(by_split, papers=papers)
    # The outcome less the budget, without what earlier years have carried there.
    outcome, budget = (_side(side, share.party) for side in (settled.outcome, settled.budget))
    carried = total(child for child in budget.children if child.rule == "carried")
    left_out = [Node("carried_left_out", -carried, facts=facts)] if carried else []
    value = (outcome.value or 0) - (budget.value or 0) + carried
    sides = outcome, again(budget), *left_out
    difference = Node("difference", Fraction(value), "amount", "difference", facts, children=sides)
    if moved.moved == moved.deviation:
        children = difference, *map(aside, (deviation, *bounds))
        name = "settled" if moved.deviation else "settled_between"
        return Node(name, exact, "amount", "same", facts, path, "", children)
    ratio = _excess(plan, moved, deviation, bounds, facts), again(deviation)
    value = Fraction(moved.moved, moved.deviation)
    part = Node("settled_fraction", value, "share", "quotient", facts, children=ratio)
    children = difference, part, *map(aside, bounds[:-1])
    return Node("settled_above", exact, "amount", "product", facts, path, "", children)


def _deviation(settled: _Settled, moved: Adjustment, facts: dict[str, Argument]) -> Node:
    """The surplus or the deficit of the whole, above zero."""
    basis: dict[str, Argument] = {"basis": settled.outcome.basis, "year": settled.budget.year.label}
    all_budget = Node("all_sides", Fraction(moved.planned), facts={**basis, "basis": "budget"})
    all_outcome = Node("all_sides", Fraction(moved.planned + moved.deviation), facts=basis)
    children = (all_outcome, all_budget) if moved.deviation >= 0 else (all_budget, all_outcome)
    value = Fraction(abs(moved.deviation))
    return Node("deviation", value, "amount", "difference", facts, children=children)


def _bounds(moved: Adjustment, facts: dict[str, Argument]) -> Iterator[Node]:
    """The threshold, and the amount of which only what exceeds it is settled, where agreed."""
    rule = moved.rule
    if rule is None:
        return
    for name, part, bound in (
        ("threshold", rule.threshold, moved.least),
        ("above", rule.above, moved.free),
    ):
        if part is not None:
            path: Path = (*_path(moved), name)
            about = {**facts, "share": part}
            percent = Node(f"{name}_percent", part, "share", facts=about, path=path)
            of_budget: dict[str, Argument] = {**facts, "basis": "budget"}
            planned = Node("all_sides", Fraction(abs(moved.planned)), facts=of_budget)
            below = abs(moved.deviation) < bound
            children = percent, planned
            yield Node(
                f"bound_{name}", bound, "amount", "product", about, path, "", children, bound=below
            )


def _excess(
    plan: Plan,
    moved: Adjustment,
    deviation: Node,
    bounds: tuple[Node, ...],
    facts: dict[str, Argument],
) -> Node:
    """What is settled of the deviation, above zero."""
    free = [bound for bound in bounds if bound.rule == "bound_above"]
    if not free:
        return deviation
    amount = Fraction(abs(moved.moved))
    rounding = (deviation.value or 0) - moved.free - amount
    children = [deviation, *free]
    if rounding:
        about = {**facts, "to": money(plan, plan.unit)}
        children.append(Node("excess_rounding", rounding, facts=about))
    return Node("excess", amount, "amount", "difference", facts, children=tuple(children))


# --- What is paid --------------------------------------------------------------------------------


def _payments(settled: _Settled, share: PartySettlement) -> Iterator[Node]:
    """What the party has paid: on account, or as stated, and to suppliers itself."""
    plan, year = settled.plan, settled.budget.year
    facts = settled.facts(share.party)
    paid = None if share.paid is None else Fraction(share.paid)
    billed = (plan.agreement.billed or {}).get(year.number)
    if billed is not None:
        stated = paid is not None
        path: Path = ("billed", year.label, *([share.party] if stated else []))
        yield Node("billed" if stated else "not_billed", paid, facts=facts, path=path)
    else:
        advances = tuple(paid_node(settled.budget, debt, share.party) for debt in share.advances)
        yield Node("on_account", paid, "amount", "sum", facts, children=advances)
    if not share.outlays:
        return
    paying = payers(plan)
    by_item: dict[str, int] = {}
    for row in settled.outcome.statement.rows:
        item = first_item(row.item)
        if paying.get(item) == share.party:
            by_item[item] = by_item.get(item, 0) + row.amount
    about = {
        item: {**facts, "item": plan.heading.items.get(item, ""), "basis": settled.outcome.basis}
        for item in by_item
    }
    outlays = tuple(
        Node("outlay", Fraction(amount), facts=about[item], path=("costs", item, "paid_by"))
        for item, amount in by_item.items()
    )
    yield Node("outlays", Fraction(share.outlays), "amount", "sum", facts, children=outlays)
