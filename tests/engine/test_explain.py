"""A figure's tree is the calculation: its numbers recombine, and each value it names is used."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from fractions import Fraction
from itertools import groupby
from math import prod
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

import pytest
import yaml

from avtalskalk.engine.calculate import calculate, prepare, years_with_figures
from avtalskalk.engine.explain import explain
from avtalskalk.engine.formula import evaluate, parse
from avtalskalk.engine.nodes import Node
from avtalskalk.engine.plan import Plan
from avtalskalk.engine.validation import examine
from avtalskalk.model.statement import BASES, Basis

PROJECT = Path(__file__).parent.parent.parent
HEAD = {"avtalskalk": "1", "id": "case", "title": "Case", "parties": {"a": "A", "b": "B", "c": "C"}}
PERIOD = {"from": "2024-01-01", "to": "2024-12-31"}


class Figure(NamedTuple):
    """A figure to explain: an agreement's plain data, a year, a basis and a party."""

    name: str
    data: Any
    year: int
    basis: Basis
    party: str


def plain(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def whole(given: Mapping[str, Any]) -> dict[str, Any]:
    """The plain data of the agreement that a case gives a piece of."""
    data = HEAD | {"periods": [PERIOD]} | dict(given)
    own = {key: data.pop(key) for key in ("split", "splits", "limits") if key in data}
    data["periods"] = [data["periods"][0] | own, *data["periods"][1:]]
    return data


def of_examples() -> Iterator[Figure]:
    """Every party's years in the smallest examples and in the agreements from the sources."""
    for path in sorted([*PROJECT.glob("examples/*.yaml"), *PROJECT.glob("agreements/*.yaml")]):
        if path.name.endswith(".test.yaml"):
            continue
        data = plain(path)
        agreement = examine(data).agreement
        if agreement is None:
            continue
        plan = prepare(agreement)
        for basis in BASES:
            known = years_with_figures(plan, basis)
            for year in [2023, 2024, 2025] if known is None else known[:3]:
                if plan.year(year).segments:
                    for party in plan.parties:
                        yield Figure(path.stem, data, year, basis, party)


def of_cases() -> Iterator[Figure]:
    """Every party's year in the cases that a person worked out, rule by rule."""
    for path in sorted(PROJECT.glob("tests/rules/*.yaml")):
        for case in plain(path):
            data = whole(case["given"])
            for said in case.get("expect", {}):
                year, _, basis = said.partition(" ")
                for party in data["parties"]:
                    name = f"{path.stem}: {case['case']}"
                    yield Figure(name, data, int(year), basis or "budget", party)


def planned(data: Any) -> Plan | None:
    agreement = examine(data).agreement
    return None if agreement is None else prepare(agreement)


def tree_of(figure: Figure) -> Node:
    plan = planned(figure.data)
    assert plan is not None
    return explain(plan, figure.year, figure.party, figure.basis).tree


def amount(figure: Figure, data: Any) -> object:
    """The figure for other data: its amount, None where incomplete, a word where it is refused."""
    plan = planned(data)
    if plan is None:
        return "refused"
    statement = calculate(plan, figure.year, figure.basis)
    if any(one.severity == "error" for one in statement.diagnostics):
        return "refused"
    return next((t.amount for t in statement.totals if t.party == figure.party), "no such party")


def walked(node: Node) -> Iterator[Node]:
    yield node
    for one in node.children:
        yield from walked(one)


def weighty(node: Node, *, beside: bool = False) -> Iterator[tuple[Node, bool]]:
    """Every node that can make a difference, and whether it stands beside.

    What is multiplied by nothing makes none.
    """
    beside = beside or not node.counts or node.bound is False
    yield node, beside
    nothing = node.how in ("product", "same") and not node.value
    for one in node.children:
        if not nothing or not one.value:
            yield from weighty(one, beside=beside)


FIGURES = [*of_examples(), *of_cases()]
BY_NAME = {name: list(found) for name, found in groupby(FIGURES, lambda one: one.name)}
every_agreement = pytest.mark.parametrize("name", BY_NAME)


# --- Recombining -----------------------------------------------------------------------------


def recombined(node: Node) -> Fraction | None:  # noqa: C901, PLR0911, PLR0912 - one per way
    """A node's value from those below it."""
    counted = [one for one in node.children if one.counts]
    values = [one.value for one in counted if one.value is not None]
    if node.value is None or len(values) < len(counted):
        return None
    match node.how:
        case "given":
            assert not counted
            return node.value
        case "same":
            (value,) = values
            return value
        case "sum":
            return sum(values, Fraction(0))
        case "product":
            return prod(values, start=Fraction(1))
        case "quotient":
            return values[0] / values[1]
        case "difference":
            return values[0] - sum(values[1:], Fraction(0))
        case "rest":
            return 1 - sum(values, Fraction(0))
        case "mean":
            return sum(values, Fraction(0)) / len(values)
        case "least":
            return min(values)
        case "one_of":
            return Fraction(1, int(str(node.facts["count"])))
        case "power":
            return (1 + values[0]) ** int(str(node.facts["times"]))
        case "partly":
            return 1 + values[0] * (values[1] - 1)
        case "formula":
            named = {str(one.facts["name"]): one.value or Fraction(0) for one in counted}
            return evaluate(parse(str(node.facts["formula"])), named)


@every_agreement
def test_the_numbers_of_a_tree_recombine_to_the_figure(name: str) -> None:
    """Every number is exactly what those below it make, from the leaves to what is paid."""
    for figure in BY_NAME[name]:
        recombines(figure)


def recombines(figure: Figure) -> None:
    tree = tree_of(figure)
    assert tree.value == amount(figure, figure.data)
    for node in walked(tree):
        if node.value is not None:
            assert recombined(node) == node.value, node.rule
        if node.rule.startswith("rounding_"):
            # What a tree leaves out must not hide in the rounding.
            assert node.value is not None
            assert abs(node.value) < unit_of(figure)


def unit_of(figure: Figure) -> int:
    """What the agreement rounds to, in minor units."""
    plan = planned(figure.data)
    assert plan is not None
    return plan.agreement.rounding.to * len(plan.parties)


# --- Every value is used -----------------------------------------------------------------------


def found(data: Any, path: tuple[str | int, ...]) -> tuple[Any, Any]:
    """The mapping or list that holds what a path leads to, and its key there."""
    holder: Any = None
    key: Any = None
    for step in path:
        holder = data if holder is None else holder[key]
        key = step
        if isinstance(holder, dict) and step not in holder:
            same = [one for one in holder if same_time(str(one), str(step))]
            assert same, f"{path} leads nowhere"
            key = same[0]
    assert holder[key] is not None, path
    return holder, key


def same_time(one: str, other: str) -> bool:
    """Whether two keys are the same year or month, written in two ways."""
    return one.partition("/")[0] == other.partition("/")[0] or other.startswith(one[:7])


def without(data: Any, path: tuple[str | int, ...]) -> Any:
    changed = deepcopy(data)
    holder, key = found(changed, path)
    del holder[key]
    return changed


def otherwise(data: Any, node: Node) -> Iterator[Any]:
    """Data with a value that a node names changed by much, in several ways."""
    holder, key = found(data, node.path)
    if not isinstance(holder[key], str) or node.value is None:
        return
    value = node.value
    others = [Fraction(0), value / 2, value * 2 + 1, value * 10**6 + 10**6, -value * 10**6 - 10**6]
    for other in others:
        changed = deepcopy(data)
        holder, key = found(changed, node.path)
        holder[key] = written(other, node)
        yield changed


def written(value: Fraction, node: Node) -> str:
    """A value as a file has it."""
    if node.unit == "share":
        return f"{value.numerator}/{value.denominator}"
    scaled = value / 100 if node.unit in ("amount", "price") else value
    return f"{int(scaled * 10**4) / 10**4:f}".rstrip("0").rstrip(".")


# Where a figure happens to be the same without a value, which another case shows to be used.
COINCIDENCES = {
    ("by: means of three, the year before and the two before it", "key_mean"),
    ("limits: whole kronor at the total, limits first", "limit_taken"),
    ("limits: whole kronor at the total, limits first", "rounding_largest_remainder"),
    ("shares: decimal proportions, rounded at half a step", "part"),
    ("shares: a proportion of zero takes no part, and not the rest either", "part"),
    ("tolerance: year by year, agreed anew", "fixed_share"),
    ("indices: an index and two per cent less", "yearly_change"),
    ("indices: the level's year is as written, whatever the yearly change began", "yearly_change"),
    ("indices: a part of the amount is indexed", "index_share"),
    ("steps: a correction takes nothing off the top a second time", "line"),
    ("steps: a correction in half a year does not make the fixed amounts whole", "line"),
    ("steps: the steps of an item by itself, with a first part that changes", "steps"),
    (
        "costs: a surcharge of half an öre is rounded up, and of whole kronor to kronor",
        "surcharge_exact",
    ),
}
# A formula whose value is the same whatever the key is.
CONSTANT = {"formulas: exact thirds, with a residue"}


@every_agreement
def test_every_value_that_a_tree_names_is_used(name: str) -> None:
    """Without it the figure is another, incomplete or refused; and so where it is quite another.

    What stands beside, such as a limit that did not bind, need only make a difference by enough.
    """
    for figure in BY_NAME[name]:
        is_used(figure)


def is_used(figure: Figure) -> None:
    now = amount(figure, figure.data)
    if now is None or figure.name in CONSTANT:
        return
    nodes = {one.path: (one, beside) for one, beside in weighty(tree_of(figure)) if one.path}
    for node, beside in nodes.values():
        if node.value is None:
            continue
        # One times an amount is the amount: a rule that changes nothing this year.
        neutral = not node.value or (node.value == 1 and node.unit != "amount")
        coincides = (figure.name, node.rule) in COINCIDENCES
        if not (beside or neutral or coincides):
            assert amount(figure, without(figure.data, node.path)) != now, node
        others = [amount(figure, data) for data in otherwise(figure.data, node)]
        assert not others or set(others) != {now}, node


# --- What the examples and the cases do not show -------------------------------------------------

MORE = {
    "a known part in a year whose split changes": """
        periods:
          - {from: 2024-01-01, to: 2024-06-30, split: {a: 50 %, b: 50 %}}
          - {from: 2024-07-01, to: 2024-12-31, split: {a: 25 %, b: 75 %}}
        costs: {x: {budget: {2024: {known_part: {a: 100}}}, covers: year}}
    """,
    "no costs": "{split: equal}",
    "steps by name": """
        split: named
        splits: {named: {steps: [{first: 100, split: {a: 100 %}}, {rest: equal}]}}
        costs:
          x: {split: {mix: [{weight: 50 %, split: named}, {weight: rest, split: equal}]},
              amount: 1 000}
    """,
    "a limit that moves nothing to others": """
        split: equal
        limits: [{party: a, max: 10, difference: none}]
        costs: {x: {amount: 100}}
    """,
    "a limit on a change for a party that paid nothing before": """
        split: equal
        limits: [{party: a, max_increase: 10 %, max: 5, difference: b}]
        paid: {2023: {b: 100}}
        costs: {x: {amount: 100}}
    """,
    "a surcharge for some": """
        split: equal
        costs: {x: {amount: 99, surcharge: {percent: 5 %, parties: [a]}}}
    """,
    "rounding to one who bears nothing": """
        split: {a: 1/3, b: 2/3}
        rounding: {to: 1 kr, method: {rest_to: c}}
        costs: {x: {amount: 100}}
    """,
    "a source that is only a text": """
        periods: [{from: 2024-01-01, to: 2024-12-31, split: equal, source: the paper}]
        costs: {x: {amount: 100, source: another}}
    """,
}


@pytest.mark.parametrize("name", MORE)
def test_the_rest(name: str) -> None:
    """What is rare is told too, and recombines."""
    data = whole(yaml.load(dedent(MORE[name]), Loader=yaml.BaseLoader))  # noqa: S506 - text only
    plan = planned(data)
    assert plan is not None
    for party in plan.parties:
        figure = Figure(name, data, 2024, "budget", party)
        recombines(figure)
        for item in plan.agreement.costs:
            assert explain(plan, 2024, party, "budget", item).tree.rule
