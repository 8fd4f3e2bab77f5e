"""One party's share under a split, as a tree: read off the shares that the split gave."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import assert_never

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settlement import AS_AGREED
from avtalskalk.calculation.split_rules import MixWeights, Shares
from avtalskalk.diagnostics import Amount, Argument, Number, Path
from avtalskalk.features.explain.keys import (
    key_days,
    key_sum,
    key_title,
    key_value,
    row_facts,
)
from avtalskalk.features.explain.nodes import (
    Node,
    aside,
    in_force,
    party_name,
    party_names,
    product,
    since,
    total,
    unused,
)
from avtalskalk.model.splits import (
    AsOf,
    By,
    Equal,
    Fixed,
    MeanOfLowest,
    Mix,
    Named,
    Parts,
    Steps,
    Tolerance,
)
from avtalskalk.model.tables import Rows
from avtalskalk.model.values import REST


def share_node(plan: Plan, shares: Shares, party: str) -> Node:
    """A party's share, and how the split came to it."""
    exact = shares.exact
    if exact is None:
        return _unrounded(plan, shares, party)
    inner, value = _unrounded(plan, exact, party), shares.of(party)
    band = ("tolerance",) if isinstance(shares.split, Tolerance) else ()
    path: Path = (*shares.path, *band, "round")
    facts: dict[str, Argument] = {
        "step": shares.step or Fraction(0),
        "party": party_name(plan, party),
        "exact": exact.of(party),
    }
    off = value - exact.of(party)
    rounding = Node("share_rounding", off, "points", facts=facts, path=path)
    # The last party that has a share takes the rest; the others are rounded half up.
    rule = "rounded_share_rest" if party == [*shares.weights][-1] else "rounded_share"
    return Node(rule, value, "share", "sum", facts, shares.path, children=(inner, rounding))


def _unrounded(plan: Plan, shares: Shares, party: str) -> Node:  # noqa: PLR0911 - one a kind
    """A share before it is rounded, by the kind of its split."""
    split = shares.split
    match split:
        case Fixed():
            return _fixed(plan, split, shares, party)
        case Equal():
            return _equal(plan, shares, party)
        case Parts():
            return _parts(plan, shares, party)
        case By():
            return _by(plan, split, shares, party)
        case Mix():
            return _mix(plan, split, shares, party)
        case Tolerance():
            return _tolerance(plan, split, shares, party)
        case MeanOfLowest():
            return _lowest(plan, split, shares, party)
        case Named():
            facts: dict[str, Argument] = {"party": party_name(plan, party), "name": split.name}
            inner = share_node(plan, shares.inner[()], party)
            return Node(
                "named_share", inner.value, "share", "same", facts, shares.path, children=(inner,)
            )
        case AsOf():
            return _as_of(plan, split, shares, party)
        case Steps():
            raise TypeError(split)
        case _:
            assert_never(split)


def _no_share(plan: Plan, shares: Shares, party: str) -> Node:
    """A share of nothing: the split passes over the party."""
    facts: dict[str, Argument] = {"party": party_name(plan, party)}
    return Node("no_share", Fraction(0), "share", facts=facts, path=shares.path)


def _fixed(plan: Plan, split: Fixed, shares: Shares, party: str) -> Node:
    if party not in split.shares:
        return _no_share(plan, shares, party)
    if shares.path[-1:] == (AS_AGREED,):
        whose: dict[str, Argument] = {"party": party_name(plan, party)}
        path = shares.path[:-1]
        return Node("as_agreed_share", shares.of(party), "share", facts=whose, path=path)
    change = in_force(split.shares[party], shares.day)
    facts: dict[str, Argument] = {"party": party_name(plan, party), **since(change)}
    path = (*shares.path, party, *([change.key] if change.key else []))
    value = shares.of(party)
    if change.value is not REST:
        return Node("fixed_share", value, "share", facts=facts, path=path)
    agreed = tuple(_fixed(plan, split, shares, name) for name in split.shares if name != party)
    return Node("rest_share", value, "share", "rest", facts, path, children=agreed)


def _equal(plan: Plan, shares: Shares, party: str) -> Node:
    if party not in shares.values:
        return _no_share(plan, shares, party)
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "count": len(shares.values),
        "parties": party_names(plan, shares.values),
    }
    return Node("equal_share", shares.of(party), "share", "one_of", facts, shares.path)


def _parts(plan: Plan, shares: Shares, party: str) -> Node:
    if party not in shares.values:
        return _no_share(plan, shares, party)
    parts = {
        name: Node(
            "part", Fraction(value), "number",
            facts={"party": party_name(plan, name)}, path=(*shares.path, "parts", name),
        )
        for name, value in shares.values.items()
    }  # fmt: skip
    together = Node(
        "sum_of_parts",
        sum(map(Fraction, shares.values.values()), Fraction(0)),
        "number",
        "sum",
        {"parties": party_names(plan, shares.values)},
        shares.path,
        children=tuple(parts.values()),
    )
    children = parts[party], together
    return _quotient("parts_share", shares, children, {"party": party_name(plan, party)}, party)


def _by(plan: Plan, split: By, shares: Shares, party: str) -> Node:
    key = shares.key
    if party not in shares.values or key is None:
        return _no_share(plan, shares, party)
    for form, table in split.tables.items():
        weights = {name: _weight(plan, shares, name, form, table) for name in shares.values}
        all_of_them: dict[str, Argument] = {"parties": party_names(plan, shares.values)}
        nodes = tuple(weights.values())
        together = Node(
            "sum_of_weights", total(nodes), "number", "sum", all_of_them, shares.path,
            children=nodes,
        )  # fmt: skip
        named: dict[str, Argument] = {"party": party_name(plan, party), "key": key_title(key)}
        return _quotient("weight_share", shares, (weights[party], together), named, party)
    if key.among:
        # The mean of shares among the same parties is the share.
        return key_value(plan, key, party)
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "key": key_title(key),
        "when": key_days(key),
    }
    children = key_value(plan, key, party), key_sum(plan, key, shares.values)
    return _quotient("key_share", shares, children, facts, party)


def _weight(plan: Plan, shares: Shares, party: str, form: str, table: Rows) -> Node:
    """What a party weighs by its size: the weight of its row, or its size times a factor.

    On a scale each part of the size has a factor of its own.
    """
    assert shares.key is not None  # noqa: S101 - a size is a value of a key
    size = key_value(plan, shares.key, party)
    weighed = shares.by_size[party]
    rows: list[Node] = []
    for place, part in weighed.parts.items():
        row = table[place]
        facts = {**size.facts, **row_facts(table, place, size.value or Fraction(0))}
        path: Path = (*shares.path, form, place)
        if row.weight is not None:
            children: tuple[Node, ...] = (aside(size),)
            path = (*path, "weight")
            return Node(
                "size_weight", row.weight, "number", "given", facts, path,
                children=children, bound=True,
            )  # fmt: skip
        factor = Node(
            "size_factor", row.factor, "share", facts=facts, path=(*path, "factor"), bound=True
        )
        counted = Node("scale_size", part, "number", facts=facts) if form == "scale" else size
        children = factor, counted
        value = product(children)
        rows.append(Node("size_part", value, "number", "product", facts, path, children=children))
    if form != "scale":
        return rows[0]
    facts = {"party": party_name(plan, party), "key": key_title(shares.key)}
    children = (*rows, aside(size))
    return Node(
        "scale_weight", weighed.weight, "number", "sum", facts, shares.path, children=children
    )


def _quotient(
    rule: str,
    shares: Shares,
    children: tuple[Node, Node],
    facts: Mapping[str, Argument],
    party: str,
) -> Node:
    """A share in proportion: the party's number over the sum of all."""
    number, together = (Number(child.value or 0) for child in children)
    facts = {**facts, "own": number, "all": together}
    value = shares.of(party)
    return Node(rule, value, "share", "quotient", facts, shares.path, children=children)


# --- Mixes --------------------------------------------------------------------------------


def _mix(plan: Plan, split: Mix, shares: Shares, party: str) -> Node:
    parts: list[Node] = []
    for place in range(len(split.mix)):
        weight = weight_node(split, shares.path, shares.weights_of, place, shares.day)
        inner = shares.inner.get(("mix", place, "split"))
        facts: dict[str, Argument] = {"party": party_name(plan, party), "place": place + 1}
        if inner is None:
            children: tuple[Node, ...] = (weight,)
            rule, path = "mix_part_unused", weight.path
        else:
            children = weight, share_node(plan, inner, party)
            rule, path = "mix_part", (*shares.path, "mix", place)
        value = product(children)
        parts.append(Node(rule, value, "share", "product", facts, path, children=children))
    facts = {"party": party_name(plan, party), "count": len(parts)}
    value = shares.of(party)
    return Node("mix_share", value, "share", "sum", facts, shares.path, children=tuple(parts))


def weight_node(split: Mix, path: Path, weights: MixWeights | None, place: int, day: date) -> Node:
    """The weight of one part of a mix; one that takes the rest follows from the others."""
    assert weights is not None  # noqa: S101 - a mix has them
    change = in_force(split.mix[place].weight, day)
    end = (*path, "mix", place, "weight", *([change.key] if change.key else []))
    facts: dict[str, Argument] = {"place": place + 1, **since(change)}
    value = weights.of(place)
    if change.value is not REST:
        return Node("weight", value, "share", facts=facts, path=end)
    agreed = tuple(
        weight_node(split, path, weights, part, day)
        for part in range(len(split.mix))
        if part != place
    )
    return Node("weight_rest", value, "share", "rest", facts, end, children=agreed)


# --- A tolerance and the mean of the lowest -----------------------------------------------


def _tolerance(plan: Plan, split: Tolerance, shares: Shares, party: str) -> Node:
    nodes = {below: share_node(plan, inner, party) for below, inner in shares.inner.items()}
    agreed, actual = nodes.values()
    exceeded = shares.used == (("tolerance", "actual"),)
    furthest = max(shares.moved, key=lambda name: shares.moved[name])
    points = split.tolerance.points
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "points": Number(points),
        "furthest": party_name(plan, furthest),
        "moved": Number(shares.moved[furthest] * 100),
        "agreed": agreed.value or Fraction(0),
        "actual": actual.value or Fraction(0),
    }
    path = (*shares.path, "tolerance", "points")
    threshold = aside(Node("points", points, "number", facts=facts, path=path, bound=exceeded))
    used, passed_over = (actual, agreed) if exceeded else (agreed, actual)
    return Node(
        "tolerance_actual" if exceeded else "tolerance_agreed",
        shares.of(party),
        "share",
        "same",
        facts,
        shares.path,
        children=(used, threshold, unused(passed_over)),
        bound=exceeded,
    )


def _lowest(plan: Plan, split: MeanOfLowest, shares: Shares, party: str) -> Node:
    """The mean of its lowest shares for one party, and what it leaves for the others."""
    lowest = split.mean_of_lowest.party
    mean = _mean(plan, split, shares)
    share = share_node(plan, shares.inner["mean_of_lowest", "others"], party)
    if party == lowest and not share.value:
        return mean
    facts: dict[str, Argument] = {"party": party_name(plan, party), "one": party_name(plan, lowest)}
    rest = 1 - (mean.value or Fraction(0))
    left = Node("left_share", rest, "share", "rest", facts, shares.path, children=(mean,))
    children, path = (left, share), (*shares.path, "mean_of_lowest", "others")
    shared = Node(
        "others_share", product(children), "share", "product", facts, path, children=children
    )
    if party != lowest:
        return shared
    facts = {"party": party_name(plan, party)}
    children = mean, shared
    value = shares.of(party)
    return Node("lowest_share", value, "share", "sum", facts, shares.path, children=children)


def _mean(plan: Plan, split: MeanOfLowest, shares: Shares) -> Node:
    """The mean of the lowest candidates; the others stand beside."""
    rule = split.mean_of_lowest
    *candidates, _ = shares.inner
    nodes = {below: share_node(plan, shares.inner[below], rule.party) for below in candidates}
    children = tuple(
        node if below in shares.used else unused(node) for below, node in nodes.items()
    )
    taken = [child.value or Fraction(0) for child in children if child.counts]
    facts: dict[str, Argument] = {
        "party": party_name(plan, rule.party),
        "count": len(taken),
        "all": len(children),
        "taken": tuple(taken),
        "passed": tuple(child.value or Fraction(0) for child in children if not child.counts),
    }
    path = (*shares.path, "mean_of_lowest")
    mean = sum(taken, Fraction(0)) / len(taken)
    return Node("lowest", mean, "share", "mean", facts, path, children=children)


# --- An earlier year -----------------------------------------------------------------------


def _as_of(plan: Plan, split: AsOf, shares: Shares, party: str) -> Node:
    """A share as it was in an earlier year, or in the parts of it."""
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "year": plan.year(split.as_of).label,
    }
    nodes = [share_node(plan, inner, party) for inner in shares.inner.values()]
    value, path = shares.of(party), (*shares.path, "as_of")
    if len(nodes) == 1:
        return Node("as_of_share", value, "share", "same", facts, path, children=tuple(nodes))
    assert shares.weights_of is not None  # noqa: S101 - the parts of a year have weights
    parts = []
    for place, node in enumerate(nodes):
        children = node, Node("weight_in_time", shares.weights_of.of(place), "share")
        part = product(children)
        parts.append(Node("borne_part", part, "share", "product", facts, path, children=children))
    return Node("as_of_share", value, "share", "sum", facts, path, children=tuple(parts))


# --- A share of an amount -----------------------------------------------------------------


def shared(plan: Plan, amount: Node, share: Node, party: str) -> Node:
    """A share of an amount."""
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "share": share.value or Fraction(0),
        "amount": Amount(amount.value or 0, plan.heading.currency),
    }
    children = share, amount
    return Node(
        "share_of", product(children), "amount", "product", facts, share.path, children=children
    )
