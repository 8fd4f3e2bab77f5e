"""An agreement that no check has seen: what it lacks or says wrongly is told, never raised."""

from collections.abc import Callable
from typing import Any

import pytest

from avtalskalk.calculation.calculate import calculate
from avtalskalk.model.statement import Statement
from avtalskalk.model.validation import validate

Data = Callable[..., dict[str, Any]]


def computed(data: dict[str, Any]) -> Statement:
    """What 2024 comes to, straight from an agreement's values."""
    found = validate(data)
    assert found.agreement is not None, found.diagnostics
    return calculate(found.agreement, 2024)


X = "costs: {x: {amount: 100"


@pytest.mark.parametrize(
    ("text", "lacking", "codes"),
    [
        (X + ", split: {by: gone}}}", ["keys.gone"], []),
        (X + ", split: {by: k}}}\nkeys: {k: {formula: gone + 1}}", [], ["AV501"]),
        (X + ", split: {by: k}}}\nkeys: {k: {formula: 1 +}}", [], ["AV511"]),
        (X + ", split: {by: k}}}\nkeys: {k: {formula: l}, l: {formula: k}}", [], ["AV506"]),
        ("costs: {x: {percent: 5 %, of: [y]}, y: {percent: 5 %, of: [x]}}", ["costs.x.of"], []),
        (X + ", split: s}}\nshares: {s: t, t: s}", ["periods.1.splits.s"], []),
        ("split: equal\ncosts: {x: {budget: {2024: {known_part: {a: 1}}}, split: {b: 100 %}}}",
         [], ["AV406"]),
    ],
)  # fmt: skip
def test_what_no_check_has_seen_is_told(
    data: Data, text: str, lacking: list[str], codes: list[str]
) -> None:
    """The engine trusts that the checks have been there, and still guesses nothing without them."""
    statement = computed(data(text))
    assert [one.what for one in statement.missing] == lacking
    assert [one.code for one in statement.diagnostics] == codes
    assert any(total.amount is None for total in statement.totals)
