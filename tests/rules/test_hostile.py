"""Formulas and figures that somebody wrote to break something: a diagnostic, never more."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.rules.test_rules import whole

from avtalskalk.checks.validation import examine

ATTACKS = [
    "__import__('os').system('ls')",
    "p.__class__",
    "p.real",
    "p ** 9",
    "p ** p ** p ** p",
    "p // 2",
    "p % 2",
    "p @ p",
    "p << 400",
    "lambda: p",
    "[p for p in (1, 2)]",
    "{p: p}",
    "(p, p)",
    "p if p else p",
    "p and p",
    "p < 2",
    "not p",
    "~p",
    "p := 5",
    "(q := p)",
    "p[0]",
    "f'{p}'",
    "'p'",
    '"\\d"',
    "b'p'",
    "...",
    "None",
    "True",
    "1e9",
    "1_000",
    "0x10",
    "1j",
    "1if",
    "1if p else 2",
    "007",
    "1,5",
    "1 000",
    "round(p)",
    "round(p, 13)",
    "round(p, -1)",
    "round(p, p)",
    "round(p, True)",
    "round(p, 1.0)",
    "round(p, ndigits=1)",
    "max()",
    "min(*p)",
    "max(**p)",
    "min(p, key=p)",
    "abs(p)",
    "sum(p, p)",
    "eval(p)",
    "await p",
    "yield p",
    "p; p",
    "import os",
    "p +",
    "()",
    "",
    "\u0660 + p",  # an Arabic digit
    "\u2460 + p",  # a circled one
    "\uff50 + 1",  # a wide p, which Python takes for p
    "p \u2212 1",  # the minus sign of a word processor
    "p\u00a0+ 1",  # a no-break space
    "p + 1  # and a comment that is\nno comment",
    "(" * 240 + "p" + ")" * 240,
    "-" * 400 + "p",
    "(" * 100 + "p" + "+p)" * 100,
    "9" * 10_000,
    "9" * 499 + "*p",
    "p" * 500,
]


def agreement(formula: str) -> dict[str, Any]:
    """An agreement that shares by a formula over the key ``p``."""
    return whole(
        {
            "split": {"by": "n"},
            "keys": {"p": {"values": {"a": "1", "b": "2", "c": "3"}}, "n": {"formula": formula}},
            "costs": {"drift": {"budget": {"2024": "100"}}},
        }
    )


@pytest.mark.parametrize("formula", ATTACKS)
def test_a_formula_is_a_few_signs_and_nothing_else(formula: str) -> None:
    """What is no sum of keys and numbers is refused at the formula."""
    refused, diagnostics, _ = examine(agreement(formula))
    assert refused is None
    assert ("keys", "n") in {one.path[:2] for one in diagnostics}


@pytest.mark.parametrize("formula", ["(" * 90 + "p" + ")" * 90, "(" * 90 + "p" + "+p)" * 90])
def test_many_brackets_are_no_attack(formula: str) -> None:
    """A formula that a person could have written is read, deep as it may be."""
    assert examine(agreement(formula)).diagnostics == ()


@given(st.text(alphabet="pq(),.+-*/ 0123456789roundmiax_åé\u2212\n\t[]'\"\\", max_size=60))
@example("p\x00")
@example("\ud800")
@example("p + 1 # a comment")
def test_no_text_as_a_formula_raises(formula: str) -> None:
    """Whatever a formula says, there is an agreement or a diagnostic."""
    found, diagnostics, _ = examine(agreement(formula))
    assert (found is None) == any(one.stops_all for one in diagnostics)


# Names and numbers where they can do most harm: far years, zeros, long ranges.
FIGURES = st.sampled_from(["0", "-1", "1", "999", "-999", "999999999999999999", "0.000000000001"])
SHARES = st.sampled_from(["0 %", "100 %", "-100 %", "-250 %", "99999 %", "1/3", "50 %"])


@given(FIGURES, FIGURES, FIGURES, st.booleans())
def test_no_use_of_a_key_raises(year: str, average: str, value: str, latest: bool) -> None:  # noqa: FBT001
    """Whatever observation is asked for, there is an agreement or a diagnostic."""
    key = {
        "use": {"latest" if latest else "date": "02-29", "year": year},
        "average": average,
        "values": {str(one): {"a": value, "b": "1", "c": "0"} for one in (1900, 2023, 2024, 2199)},
    }
    data = whole(
        {"split": {"by": "n"}, "keys": {"n": key}, "costs": {"d": {"budget": {"2024": "100"}}}}
    )
    found, diagnostics, _ = examine(data)
    assert (found is None) == any(one.stops_all for one in diagnostics)


@given(SHARES, SHARES, SHARES, FIGURES, FIGURES, st.booleans(), st.integers(1900, 2199))
def test_no_index_clause_raises(
    floor: str,
    cap: str,
    yearly: str,
    lag: str,
    value: str,
    one_way: bool,  # noqa: FBT001
    start: int,
) -> None:
    """Whatever an index clause says, there is an agreement or a diagnostic."""
    clause = {
        "series": "kpi", "base": "2020-01", "use": {"month": "1", "year": lag}, "floor": floor,
        "cap": cap, "one_way": str(one_way).lower(), "yearly": yearly, "from": str(start),
    }  # fmt: skip
    data = whole(
        {
            "split": "equal",
            "indices": {"kpi": {"values": {str(one): value for one in range(2015, 2025)}}},
            "costs": {"d": {"amount": "100", "index": clause}},
        }
    )
    found, diagnostics, _ = examine(data)
    assert (found is None) == any(one.stops_all for one in diagnostics)


AMOUNTS = st.sampled_from(["0", "-100", "50", "100", "100.01", "999999999999999"])
LIMIT = st.fixed_dictionaries(
    {"difference": st.sampled_from(["a", "b", "others", "none"])},
    optional={
        "party": st.sampled_from(["a", "b", "c"]),
        "each": st.just("true"),
        "max": AMOUNTS,
        "min": AMOUNTS,
        "max_increase": SHARES,
        "min_increase": SHARES,
    },
)


@given(st.lists(LIMIT, min_size=1, max_size=4), st.tuples(AMOUNTS, AMOUNTS, AMOUNTS), AMOUNTS)
def test_limits_never_go_round_and_round(
    limits: list[dict[str, str]], paid: tuple[str, str, str], cost: str
) -> None:
    """Whatever limits say, they end in amounts or in a diagnostic."""
    data = whole(
        {
            "split": "equal",
            "limits": limits,
            "paid": {"2023": dict(zip("abc", paid, strict=True))},
            "costs": {"d": {"budget": {"2024": cost}}},
        }
    )
    found, diagnostics, _ = examine(data)
    assert (found is None) == any(one.stops_all for one in diagnostics)
