"""Corners that are easily lost: names of names, limits on those who are out, times that end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.prepared import Weighing, prepare
from avtalskalk.calculation.split_rules import Shares
from avtalskalk.checks.validation import Examined, examine
from avtalskalk.model.splits import Equal

Examine = Callable[..., Examined]
KEYS = "keys: {k: {values: {2024: {a: 1, b: 2, c: 3}}}"


def codes(found: Examined) -> list[str]:
    """The codes of the findings, in their order."""
    return [one.code for one in found.diagnostics]


def test_names_that_multiply_are_refused(examined: Examine) -> None:
    """Fourteen splits that each name the next twice would be gone through 8 192 times."""
    shares = ", ".join(
        f"s{n}: {{steps: [{{first: 1, split: s{n + 1}}}, {{rest: s{n + 1}}}]}}" for n in range(14)
    )
    text = f"split: s0\nshares: {{{shares}, s14: equal}}\ncosts: {{x: {{amount: 100}}}}"
    assert codes(examined(text)) == ["AV125"]


def test_formulas_on_formulas_end(examined: Examine) -> None:
    """Nobody follows more than two hundred formulas that each rest on the next."""

    def chain(length: int) -> Examined:
        keys = ", ".join(f"f{n}: {{formula: f{n + 1} + 1}}" for n in range(length))
        return examined(
            f"split: {{by: f0}}\ncosts: {{x: {{budget: {{2024: 606}}}}}}\n"
            f"{KEYS}, {keys}, f{length}: {{formula: k}}}}"
        )

    assert codes(chain(201)) == ["AV125"]
    plan = chain(199).plan
    assert plan is not None
    # The parties' 1, 2 and 3, each with 199 more, are 200, 201 and 202 of 603.
    assert [one.amount for one in calculate(plan, 2024).totals] == [20100, 20200, 20300]


def test_a_ring_of_formulas_is_named(examined: Examine) -> None:
    """What leads to the ring is no part of it."""
    keys = "keys: {k: {formula: a}, a: {formula: b + 1}, b: {formula: c}, c: {formula: a * 2}}"
    (finding,) = examined(f"split: {{by: k}}\ncosts: {{x: {{amount: 1}}}}\n{keys}").diagnostics
    assert (finding.code, finding.arguments) == ("AV113", {"circle": "a → b → c → a"})


def test_a_key_named_twice_is_worked_out_once(examined: Examine) -> None:
    """Forty formulas that each add the next two would otherwise take days."""
    chain = ", ".join(f"f{n}: {{formula: f{n + 1} + f{n + 2}}}" for n in range(40))
    text = (
        f"split: {{by: f0}}\ncosts: {{x: {{budget: {{2024: 600}}}}}}\n"
        f"{KEYS}, {chain}, f40: {{formula: k}}, f41: {{formula: k}}}}"
    )
    plan = examined(text).plan
    assert plan is not None
    assert [one.amount for one in calculate(plan, 2024).totals] == [10000, 20000, 30000]


def test_a_key_without_values_waits_for_them(examined: Examine) -> None:
    """The split is agreed before its numbers are out: incomplete, and no error."""
    plan = examined("split: {by: k}\nkeys: {k: {unit: x}}\ncosts: {x: {budget: {2024: 1}}}").plan
    assert plan is not None
    assert [one.what for one in calculate(plan, 2024).missing] == ["keys.k.values"]


def test_two_rests_in_a_mix_are_named_where_they_stand(examined: Examine) -> None:
    """The second weight is the one too many."""
    mix = "{mix: [{weight: rest, split: equal}, {weight: rest, split: equal}]}"
    (found,) = examined(f"split: {mix}").diagnostics
    assert (found.code, found.path) == ("AV105", ("periods", 0, "split", "mix", 1, "weight"))


def test_somebody_who_is_out_cannot_take_a_difference(examined: Examine) -> None:
    """The limit names c, who joins the year after."""
    text = (
        "parties: {a: A, b: B, c: {name: C, joined: 2025-01-01}}\nsplit: equal\n"
        "periods: [{from: 2024-01-01, to: 2024-12-31, "
        "limits: [{party: a, max: 10, difference: c}]}]\n"
        "costs: {x: {budget: {2024: 100}}}"
    )
    assert "AV613" in codes(examined(text))


@pytest.mark.parametrize(
    ("member", "limit", "amounts"),
    [
        ("joined: 2025-01-01", "{each: true, max_increase: 4 %, difference: others}", [100] * 3),
        ("joined: 2025-01-01", "{each: true, min: 50, difference: others}", [100] * 3),
        (
            "left: 2024-12-31",
            "{each: true, min_increase: -10 %, difference: others}",
            [150, 150, 0],
        ),
    ],
)
def test_limits_bind_those_who_take_part(
    examined: Examine, member: str, limit: str, amounts: list[int]
) -> None:
    """300 kr on equal shares: one who is new has no year before, one who has left pays nothing."""
    text = (
        f"parties: {{a: A, b: B, c: {{name: C, {member}}}}}\n"
        f"periods: [{{from: 2024-01-01, to: 2025-12-31, split: equal, limits: [{limit}]}}]\n"
        "costs: {x: {amount: 300}}"
    )
    plan = examined(text).plan
    assert plan is not None
    assert [amount * 100 for amount in amounts] == [
        one.amount for one in calculate(plan, 2025).totals
    ]


def test_a_total_says_nothing_of_the_time_after(examined: Examine) -> None:
    """With the option used, the year after the agreement's end is not known, and not zero."""
    found = examined(
        "periods: [{from: 2024-01-01, to: 2024-12-31, split: equal, option: {extend: 1 years}}]\n"
        "costs: {x: {total: 300}}"
    )
    assert found.agreement is not None
    plan = prepare(found.agreement, assume_extended=True)
    assert [one.what for one in calculate(plan, 2025).missing] == ["costs.x.total.2025"]


def test_options_hold_for_a_plan_too(examined: Examine) -> None:
    """A plan that was made without options is made anew when they are assumed."""
    plan = examined(
        "periods: [{from: 2024-01-01, to: 2024-12-31, split: equal, option: {extend: 1 years}}]\n"
        "costs: {x: {amount: 300}}"
    ).plan
    assert plan is not None
    assert (
        calculate(plan, 2025).in_force,
        calculate(plan, 2025, assume_extended=True).in_force,
    ) == (False, True)


def test_data_nested_beyond_any_file_is_refused() -> None:
    """A program may hand over what no file can hold."""
    split: Any = "equal"
    for _ in range(2000):
        split = {"mix": [{"weight": "100 %", "split": split}]}
    data = {
        "avtalskalk": "1",
        "id": "x",
        "title": "T",
        "parties": {"a": "A", "b": "B"},
        "periods": [{"split": split}],
    }
    assert codes(examine(data)) == ["AV008"]


def test_a_known_part_of_nothing_in_one_term_of_the_year_is_solved_from_the_others(
    examined: Examine,
) -> None:
    """B bears nothing until July and half from then on: a quarter of the year, by months."""
    plan = examined(
        "proration: months\n"
        "periods: [{from: 2024-01-01, to: 2024-06-30, split: {a: 100 %}},"
        " {from: 2024-07-01, to: 2024-12-31, split: {a: 50 %, b: 50 %}}]\n"
        "costs: {x: {budget: {2024: {known_part: {b: 100}}}}}"
    ).plan
    assert plan is not None
    assert [one.amount for one in calculate(plan, 2024).totals] == [30000, 10000, 0]


@pytest.mark.parametrize("weights", [{"a": 1, "b": 1}, {"a": 4, "b": -1}, {}])
def test_weights_that_do_not_make_their_total_are_refused(weights: dict[str, int]) -> None:
    """No split rule can lose or invent a part of a cost without a word."""
    whole = Shares({"a": 1}, 1, Equal(), ("split",), date(2024, 1, 1))
    with pytest.raises(ValueError, match="do not sum to 3"):
        replace(whole, weights=weights, total=3)
    with pytest.raises(ValueError, match="do not sum to 3"):
        Weighing(tuple(weights.values()), 3, (), whole)
