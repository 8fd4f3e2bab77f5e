"""A figure's tree is the calculation: its numbers recombine, and each value it names is used."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from fractions import Fraction
from itertools import groupby
from math import floor, prod
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

import pytest
import yaml

from avtalskalk import api
from avtalskalk.calculation.bills import bills
from avtalskalk.calculation.calculate import calculate, prepare, years_with_figures
from avtalskalk.calculation.formula import evaluate, parse
from avtalskalk.calculation.party_settlements import party_settlements
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settlement import Adjustment
from avtalskalk.calculation.year_result import adjustment_of
from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import Number
from avtalskalk.features.explain import tree as trees
from avtalskalk.features.explain.explanation_text import words_of
from avtalskalk.features.explain.instalments import explain_instalment
from avtalskalk.features.explain.nodes import Node
from avtalskalk.features.explain.settlements import explain_settlement
from avtalskalk.features.explain.tree import explain
from avtalskalk.model.statement import BASES, Basis
from avtalskalk.words.explanations import RULES

PROJECT = Path(__file__).parents[3]
HEAD = {"avtalskalk": "1", "id": "case", "title": "Case", "parties": {"a": "A", "b": "B", "c": "C"}}
PERIOD = {"from": "2024-01-01", "to": "2024-12-31"}


class Figure(NamedTuple):
    """A figure to explain: an agreement's plain data, a year, a basis and a party.

    With ``settled`` it is what is left to pay on that basis; with a number an instalment.
    """

    name: str
    data: Any
    year: int
    basis: Basis
    party: str
    settled: bool = False
    instalment: int = 0


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


def of_settlements() -> Iterator[Figure]:
    """Every party's settlement and bills in the settlements worked by hand, and some beside."""
    cases = plain(PROJECT / "tests/features/settle/settlements.yaml")
    given = {case["case"]: case["given"] for case in cases}
    given |= {case.pop("case"): case for case in plain(Path(__file__).parent / "money_moves.yaml")}
    data = {name: hosted(case) for name, case in given.items()}
    data["example"] = plain(PROJECT / "examples/settlement.yaml")
    for name, case in data.items():
        for year in (2022, 2023) if name == "example" else (2024,):
            for party in case["parties"]:
                yield Figure(name, case, year, "actual", party, settled=True)
                for number in range(1, 6):
                    yield Figure(name, case, year, "budget", party, instalment=number)


def hosted(case: dict[str, Any]) -> dict[str, Any]:
    """A case's plain data, equal and with a as its host where it does not say otherwise."""
    data = whole({"host": "a"} | case)
    data["periods"] = [{"split": "equal"} | period for period in data["periods"]]
    return {key: value for key, value in data.items() if value != "null"}


def planned(data: Any) -> Plan | None:
    agreement = examine(data).agreement
    return None if agreement is None else prepare(agreement)


def tree_of(figure: Figure) -> Node:
    plan = planned(figure.data)
    assert plan is not None
    if figure.settled:
        return explain_settlement(plan, figure.year, figure.party, figure.basis).tree
    if figure.instalment:
        return explain_instalment(plan, figure.year, figure.party, figure.instalment).tree
    return explain(plan, figure.year, figure.party, figure.basis).tree


def amount(figure: Figure, data: Any) -> object:
    """The figure for other data: its amount, None where incomplete, a word where it is refused."""
    plan = planned(data)
    if plan is None:
        return "refused"
    statement = calculate(plan, figure.year, figure.basis)
    if any(one.severity == "error" for one in statement.diagnostics):
        return "refused"
    amounts = {total.party: total.amount for total in statement.totals}
    if figure.settled:
        budget = calculate(plan, figure.year)
        moved = adjustment_of(plan, figure.year, figure.basis)
        adjustment = moved if isinstance(moved, Adjustment) else None
        settled = party_settlements(plan, figure.year, budget, statement, adjustment)
        amounts = {share.party: share.left for share in settled}
    elif figure.instalment and None not in amounts.values():
        amounts = dict.fromkeys(amounts, 0)
        for bill in bills(plan, figure.year, statement):
            if bill.number == figure.instalment:
                amounts[bill.payer] = (amounts.get(bill.payer) or 0) + bill.total
    return amounts.get(figure.party, "no such party")


def walked(node: Node) -> Iterator[Node]:
    yield node
    for one in node.children:
        yield from walked(one)


def weighty(node: Node, *, beside: bool = False) -> Iterator[tuple[Node, bool]]:
    """Every node that can make a difference, and whether it stands beside.

    What is multiplied by nothing makes none, nor does an amount whose steps pass the party over;
    of several that are nothing, none does by itself.
    """
    beside = beside or not node.counts or node.bound is False
    yield node, beside
    passed_over = node.rule in {"steps", "mix_flow"}
    nothing = (node.how in ("product", "same") or passed_over) and not node.value
    alone = sum(not one.value for one in node.children) == 1
    for one in node.children:
        if not nothing or (alone and not one.value):
            yield from weighty(one, beside=beside)


FIGURES = [*of_examples(), *of_cases(), *of_settlements()]
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
        case "rounded":
            unit = node.facts["unit"]
            assert isinstance(unit, Number)
            (value,) = values
            return floor(value / unit.value + Fraction(1, 2)) * Fraction(unit.value)
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


def test_a_node_must_follow_from_those_below_it() -> None:
    """A value that is not what its children make is refused where it is made."""
    half = Node("part", Fraction(1, 2), "share")
    assert Node("whole", Fraction(1), "share", "sum", children=(half, half)).value == 1
    with pytest.raises(ValueError, match="is not the sum of"):
        Node("whole", Fraction(1), "share", "sum", children=(half,))


def test_what_a_tree_leaves_out_cannot_hide_in_the_rounding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A part divided by two in the explanation alone is refused, not told as rounding."""
    monkeypatch.setattr(trees, "piece_node", lambda *_: Node("stated", Fraction(5_000)))
    data = whole({"split": "equal", "costs": {"x": {"amount": "100"}}})
    with pytest.raises(ValueError, match="explained as"):
        tree_of(Figure("half", data, 2024, "budget", "a"))


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
    ("the residue of a settlement goes where that of the year goes", "rounding_rest_to"),
    ("by: means of three, the year before and the two before it", "key_mean"),
    ("limits: nothing below a share, and the others take it", "own_amount"),
    ("limits: whole kronor at the total, limits first", "limit_taken"),
    ("limits: whole kronor at the total, limits first", "rounding_exact"),
    ("limits: whole kronor at the total, limits first", "rounding_largest_remainder"),
    ("limits: whole kronor at the total, limits first", "rounding_largest_remainder_others"),
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


@pytest.mark.slow
@every_agreement
def test_every_value_that_a_tree_names_is_used(name: str) -> None:
    """Without it the figure is another, incomplete or refused; and so where it is quite another.

    What stands beside, such as a limit that did not bind, need only make a difference by enough.
    """
    for figure in BY_NAME[name]:
        is_used(figure)


def is_used(figure: Figure) -> None:
    now = amount(figure, figure.data)
    if figure.settled:
        # What is budgeted is paid by the budget, too: the two cancel.  It is written, at least.
        for node in walked(tree_of(figure)):
            if node.path and node.value is not None:
                found(figure.data, node.path)
        return
    if now is None or figure.name in CONSTANT:
        return
    nodes = {one.path: (one, beside) for one, beside in weighty(tree_of(figure)) if one.path}
    for node, beside in nodes.values():
        # A bill is explained by the budget; what was billed in fact only stands beside it.
        if node.rule == "billed" and figure.instalment:
            continue
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
    "corrections in two halves": """
        periods:
          - {from: 2024-01-01, to: 2024-06-30, split: equal}
          - {from: 2024-07-01, to: 2024-12-31, split: {a: 100 %}}
        costs: {x: {kind: adjustment, budget: {2024: 300}}, y: {amount: 366}}
    """,
    "an amount for the time of two periods in a year": """
        periods:
          - {from: 2024-04-01, to: 2024-06-30, split: equal}
          - {from: 2024-07-01, to: 2024-12-31, split: {a: 100 %}}
        costs: {x: {budget: {2024: 275}, covers: period}}
    """,
    "a key that two formulas name, and one that they both are named by": """
        split: {by: sum}
        keys:
          n: {values: {2024: {a: 1, b: 2, c: 3}}}
          more: {formula: "n + 1"}
          twice: {formula: "more + more"}
          sum: {formula: "n + more + twice"}
        costs: {x: {amount: 100}}
    """,
    "a limit for all that binds nobody, and the one who would take the difference": """
        split: equal
        limits: [{each: true, max: 1 000, difference: c}]
        costs: {x: {amount: 100}}
    """,
    "a limit for all that binds two": """
        split: {a: 45 %, b: 45 %, c: 10 %}
        limits: [{each: true, max: 40, difference: c}]
        costs: {x: {amount: 100}}
    """,
    "a floor that the others' difference pushes a party below": """
        split: {a: 10 %, b: 17 %, c: 73 %}
        limits: [{each: true, min: 160, difference: others}]
        costs: {x: {amount: 1 000}}
    """,
    "a change is limited for one that paid nothing before": """
        split: equal
        limits: [{party: a, max_increase: 10 %, difference: b}]
        paid: {2023: {b: 100}}
        costs: {x: {amount: 100}}
    """,
    "a change is limited in one item by what was paid another year": """
        periods: [{from: 2023-01-01, to: 2024-12-31, split: equal}]
        costs:
          x: {amount: 100, paid: {2022: {a: 1}},
              limits: [{party: a, max_increase: 10 %, difference: b}]}
          y: {amount: 100, limits: [{party: a, max_increase: 10 %, difference: b}]}
    """,
    "a warning at a share of the year, and none": """
        split: {a: 71 %, b: 29 %}
        limits: [{each: true, warn_above_share: 70 %}, {party: a, max: 0, difference: none}]
        costs: {x: {amount: 100}}
    """,
    "a warning where nobody pays": """
        split: {a: 71 %, b: 29 %}
        limits: [{each: true, warn_above_share: 70 %}]
        costs: {x: {amount: 0}}
    """,
    "the year before has no price": """
        periods:
          - {from: 2023-01-01, to: 2024-12-31, split: equal,
             limits: [{party: a, max_increase: 10 %, difference: b}]}
        costs: {x: {price: {2024: 5}, quantity: 10}}
    """,
    "the year before has no amount": """
        periods:
          - {from: 2023-01-01, to: 2024-12-31, split: equal,
             limits: [{party: a, max_increase: 10 %, difference: b}]}
        costs: {x: {budget: {2024: 100}}}
    """,
    "no split": "costs: {x: {amount: 100}}",
    "no split by the name that an item uses": """
        periods:
          - {from: 2024-01-01, to: 2024-06-30, split: equal, splits: {named: equal}}
          - {from: 2024-07-01, to: 2024-12-31, split: equal}
        costs: {x: {amount: 100, split: named}}
    """,
    "an item that has ended": """
        periods: [{from: 2023-01-01, to: 2024-12-31, split: equal}]
        costs: {x: {amount: 100, to: 2023-12-31}, y: {amount: 100}}
    """,
    "no costs, and steps": "split: {steps: [{first: 1, split: {a: 100 %}}, {rest: equal}]}",
    "no costs, and a key that is not known": """
        split: {by: n}
        keys: {n: {values: {2023: {a: 1}}}}
    """,
    "a gap, one that comes and one that has left": """
        parties: {a: A, b: {name: B, joined: 2024-09-01}, c: {name: C, left: 2023-12-31}}
        periods:
          - {from: 2024-01-01, to: 2024-04-30, split: equal}
          - {from: 2024-07-01, to: 2024-12-31, split: equal}
        costs: {x: {amount: 366}, y: {budget: {2025: 1}, covers: year}}
    """,
    "an index with a floor below zero that never falls": """
        periods: [{from: 2023-01-01, to: 2024-12-31, split: equal}]
        indices: {k: {values: {2023-01: 100, 2024-01: 90}}}
        costs:
          x: {amount: 100, index: {series: k, base: 2023-01, level: 2023, floor: -20 %,
                                   one_way: true}}
    """,
    "an index is not for the actual amount": """
        indices: {k: {values: {2023-01: 100, 2024-01: 90}}}
        split: equal
        costs:
          x: {amount: 100, actual: {2024: 90}, index: {series: k, base: 2023-01, level: 2023}}
    """,
    "a source that is only a text": """
        periods: [{from: 2024-01-01, to: 2024-12-31, split: equal, source: the paper}]
        costs: {x: {amount: 100, source: another}}
    """,
}


def more(name: str) -> Plan:
    """One of the rare agreements."""
    plan = planned(whole(yaml.load(dedent(MORE[name]), Loader=yaml.BaseLoader)))  # noqa: S506
    assert plan is not None
    return plan


def rare(name: str) -> Iterator[Node]:
    """Every tree of 2024 in one of the rare agreements, of years and of items."""
    plan = more(name)
    for party in plan.parties:
        for basis in BASES:
            for item in ("", *plan.agreement.costs):
                yield explain(plan, 2024, party, basis, item).tree


@pytest.mark.parametrize("name", MORE)
def test_the_rest(name: str) -> None:
    """What is rare is told too, and recombines."""
    data = whole(yaml.load(dedent(MORE[name]), Loader=yaml.BaseLoader))  # noqa: S506 - text only
    for party in more(name).parties:
        recombines(Figure(name, data, 2024, "budget", party))
    for tree in rare(name):
        for node in walked(tree):
            assert recombined(node) in {node.value, None}, node.rule


def test_a_fault_is_told() -> None:
    """Fixed amounts above the cost, in 2040, are nothing missing but wrong: the code is named."""
    fixed = {"fixed": {"a": {"2024": "50", "2040": "500"}}}
    period = {"from": "2024-01-01", "split": {"steps": [fixed, {"rest": "equal"}]}}
    plan = planned(whole({"periods": [period], "costs": {"x": {"amount": "100"}}}))
    assert plan is not None
    (node,) = explain(plan, 2040, "a").tree.children
    assert (node.rule, node.value, node.facts["code"]) == ("faulty", None, "AV121")


# --- What a tree says -------------------------------------------------------------------------


def only(tree: Node, rule: str) -> Node:
    """The only number of a rule in a tree."""
    (node,) = [one for one in walked(tree) if one.rule == rule]
    return node


def test_a_party_that_joins_is_told_from_when() -> None:
    """B joins on 1 September: before it bears nothing by its own line, and pays for the rest."""
    plan = more("a gap, one that comes and one that has left")
    tree = explain(plan, 2024, "b", item="x").tree
    early = [one for one in walked(tree) if one.rule == "not_yet"]
    assert {(one.path, one.value) for one in early} == {(("parties", "b", "joined"), Fraction(0))}
    spans = explain(plan, 2024, "b").tree.facts["spans"]
    assert spans == ((date(2024, 9, 1), date(2024, 12, 31)),)
    assert explain(plan, 2024, "c").tree.facts["spans"] == ()
    assert explain(plan, 2024, "a").tree.facts["spans"] == (
        (date(2024, 1, 1), date(2024, 4, 30)),
        (date(2024, 7, 1), date(2024, 12, 31)),
    )


def test_an_item_is_cut_by_its_own_days() -> None:
    """What makes a part of the year is the item's first day, not the period's."""
    data = whole({"split": "equal", "costs": {"x": {"amount": "366", "from": "2024-07-01"}}})
    plan = planned(data)
    assert plan is not None
    part = only(explain(plan, 2024, "a").tree, "part_of_year")
    assert part.path == ("costs", "x", "from")
    assert (part.facts["long"], part.facts["all"]) == (Number(184), Number(366))


def test_what_an_index_counts_each_year() -> None:
    """A year of a chain names the months that it is from and to, not the year itself."""
    plan = planned(plain(PROJECT / "examples" / "index-collar.yaml"))
    assert plan is not None
    tree = explain(plan, 2022, "regionen").tree
    year = only(tree, "index_year_floor")
    assert (year.facts["before_month"], year.facts["month"]) == ("2020-10", "2021-10")
    assert (year.facts["change"], year.facts["limit"]) == (Fraction(15, 1000), Fraction(2, 100))
    assert only(tree, "index_cap_free").bound is False


def test_a_pinned_index_is_that_of_its_own_clause() -> None:
    """Two items use one index; only the one with ``published_by`` says so."""
    text = """
        split: equal
        indices: {k: {values: {2023-01: {value: 100, published: 2023-02-01},
                               2024-01: {value: 110, published: 2024-02-01}}}}
        costs:
          x: {amount: 1, index: {series: k, base: 2023-01, level: 2023, published_by: 2024-03-01}}
          y: {amount: 1, index: {series: k, base: 2023-01, level: 2023}}
    """
    plan = planned(whole(yaml.load(dedent(text), Loader=yaml.BaseLoader)))  # noqa: S506
    assert plan is not None
    pinned = {
        item: {
            str(one.facts["pinned"])
            for one in walked(explain(plan, 2024, "a", item=item).tree)
            if one.rule == "index_value"
        }
        for item in "xy"
    }
    assert pinned == {"x": {"2024-03-01"}, "y": {""}}


def test_who_takes_what_a_limit_moves() -> None:
    """The one who is held is told who takes the difference; the one who takes it, from whom."""
    name = "a limit for all that binds two"
    held = only(explain(more(name), 2024, "a").tree, "limit_binds")
    assert (held.facts["takes"], held.facts["taker"]) == ("party", "C")
    taken = only(explain(more(name), 2024, "c").tree, "limit_taken")
    assert (taken.value, taken.facts["parties"]) == (Fraction(1000), ("A", "B"))
    assert [one.rule for one in taken.children] == ["limit_of", "limit_of"]


def test_a_floor_below_zero_does_not_hold_what_never_falls() -> None:
    """Ten per cent down, floor at twenty below: that the amount never falls is what binds."""
    plan = more("an index with a floor below zero that never falls")
    tree = explain(plan, 2024, "a").tree
    assert only(tree, "index_one_way").bound is True
    assert only(tree, "index_floor_free").bound is False


def test_all_words_are_said() -> None:
    """There are words for every rule, and no words for what is no rule."""
    every = [*map(tree_of, FIGURES), *(tree for name in MORE for tree in rare(name))]
    every.append(api.explain(PROJECT / "examples/chain/namnden.yaml", 2025, "teknik").tree)
    said = {words_of(node) for tree in every for node in walked(tree)}
    assert said | {"faulty"} == set(RULES)
