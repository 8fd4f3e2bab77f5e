"""One party's part of an amount that goes through a split with steps, as a tree."""

from collections.abc import Mapping
from fractions import Fraction

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.split_rules import Flow
from avtalskalk.diagnostics import Argument, Path
from avtalskalk.features.explain.nodes import Node, aside, money, party_name, party_names, since
from avtalskalk.features.explain.shares import share_node, shared, weight_node
from avtalskalk.model.dated import DatedValue
from avtalskalk.model.splits import Mix, Named


def flow_node(plan: Plan, flow: Flow, party: str) -> Node:
    """A party's part of an amount that flowed through a split."""
    value = flow.amounts.get(party, Fraction(0))
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "amount": money(plan, flow.amount),
    }
    if flow.shares is not None:
        return shared(plan, _amount(flow), share_node(plan, flow.shares, party), party)
    if isinstance(flow.split, Named):
        facts["name"] = flow.split.name
        children: tuple[Node, ...] = (flow_node(plan, flow.inner[()], party),)
        return Node("named_flow", value, "amount", "same", facts, flow.path, children=children)
    if isinstance(flow.split, Mix):
        places = range(len(flow.split.mix))
        children = tuple(_mixed(plan, flow.split, flow, place, party) for place in places)
        return Node("mix_flow", value, "amount", "sum", facts, flow.path, children=children)
    children = tuple(_stage(plan, flow, place, party) for place in range(len(flow.stages)))
    return Node("steps", value, "amount", "sum", facts, flow.path, children=children)


def _amount(flow: Flow) -> Node:
    """The amount that comes to a split; what it is has been explained above."""
    return Node("flow_amount", flow.amount)


def _mixed(plan: Plan, split: Mix, flow: Flow, place: int, party: str) -> Node:
    """A part of a mix whose amount goes its own way."""
    path: Path = (*flow.path, "mix", place)
    inner = flow.inner["mix", place, "split"]
    node = flow_node(plan, inner, party)
    weight = weight_node(split, flow.path, flow.weights_of, place, flow.day)
    facts: dict[str, Argument] = {
        "place": place + 1,
        "weight": weight.value or Fraction(0),
        "party": party_name(plan, party),
    }
    through = Node(
        "mix_amount",
        inner.amount,
        "amount",
        "product",
        facts,
        weight.path,
        children=(weight, _amount(flow)),
        counts=False,
    )
    children = node, through
    return Node("mix_flow_part", node.value, "amount", "same", facts, path, children=children)


# --- Steps ----------------------------------------------------------------------------------


def _stage(plan: Plan, flow: Flow, place: int, party: str) -> Node:
    """What a party bears in one step."""
    path: Path = (*flow.path, "steps", place)
    part = flow.stages[place]
    facts: dict[str, Argument] = {
        "place": place + 1,
        "party": party_name(plan, party),
        "left": money(plan, part.left),
        "taken": money(plan, part.taken),
    }
    if part.inner is None:
        if party not in part.written:
            facts["parties"] = party_names(plan, part.written)
            return Node("step_fixed_others", Fraction(0), facts=facts, path=(*path, "fixed"))
        # An amount off the top.
        change, end = part.written[party], (*path, "fixed", party)
        return _prorated(plan, "step_fixed", flow, change, part.amounts[party], end, facts)
    node, came = flow_node(plan, part.inner, party), _left(flow, place)
    if not part.written:
        children = node, aside(came)
        return Node("step_rest", node.value, "amount", "same", facts, path, children=children)
    end = (*path, "first")
    most = _prorated(plan, "step_most", flow, part.written[""], part.most, end, facts)
    facts["most"] = money(plan, part.most)
    bound = part.left > part.most
    amount = Node(
        "step_amount",
        part.taken,
        "amount",
        "least",
        facts,
        end,
        children=(most, came),
        counts=False,
        bound=bound,
    )
    rule = "step_first" if bound else "step_first_not_filled"
    children = node, amount
    return Node(rule, node.value, "amount", "same", facts, path, children=children, bound=bound)


def _prorated(
    plan: Plan,
    rule: str,
    flow: Flow,
    change: DatedValue,
    value: Fraction,
    path: Path,
    facts: Mapping[str, Argument],
) -> Node:
    """An amount per year inside a split, for as much of the year as the cost is."""
    yearly, end = Fraction(change.value), (*path, *([change.key] if change.key else []))
    if flow.part == 1:
        return Node(rule, value, facts={**facts, **since(change)}, path=end)
    facts = {**facts, "yearly": money(plan, yearly), "part": flow.part}
    children = (
        Node("yearly", yearly, facts={**facts, **since(change)}, path=end),
        Node("part_in_split", flow.part, "share", facts=facts),
    )
    return Node(f"{rule}_prorated", value, "amount", "product", facts, path, children=children)


def _left(flow: Flow, place: int) -> Node:
    """What is left of the amount when a step begins."""
    if not place:
        return _amount(flow)
    taken = tuple(
        Node(
            "step_taken",
            part.taken,
            facts={"place": earlier + 1},
            path=(*flow.path, "steps", earlier, "fixed" if part.inner is None else "first"),
        )
        for earlier, part in enumerate(flow.stages[:place])
    )
    left = flow.stages[place].left
    children, facts = (_amount(flow), *taken), {"place": place + 1}
    return Node("step_left", left, "amount", "difference", facts, flow.path, children=children)
