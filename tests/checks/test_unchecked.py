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
    result = validate(data)
    assert result.agreement is not None, result.diagnostics
    return calculate(result.agreement, 2024)


X = "costs: {x: {amount: 100"


@pytest.mark.parametrize(
    ("text", "lacking", "codes"),
    [
        (X + ", split: {by: gone}}}", ["keys.gone"], []),
        (X + ", split: {by: k}}}\nkeys: {k: {formula: gone + 1}}", [], ["AV101"]),
        (X + ", split: {by: k}}}\nkeys: {k: {formula: 1 +}}", [], ["AV511"]),
        (X + ", split: {by: k}}}\nkeys: {k: {formula: l}, l: {formula: k}}", [], ["AV113"]),
        ("costs: {x: {percent: 5 %, of: [y]}, y: {percent: 5 %, of: [x]}}", ["costs.x.of"], []),
        (X + ", split: s}}\nshares: {s: t, t: s}", ["periods.1.splits.s"], []),
        ("split: equal\ncosts: {x: {budget: {2024: {known_part: {a: 1}}}, split: {b: 100 %}}}",
         [], ["AV406"]),
        (X + ", split: {a: 50 %, b: 40 %}}}", [], ["AV104"]),
        (X + ", split: {a: 70 %, b: 50 %, c: rest}}}", [], ["AV103"]),
        (X + ", split: {a: 70 %, b: rest, c: rest}}}", [], ["AV105"]),
        (X + ", split: {mix: [{weight: 50 %, split: equal}]}}}", [], ["AV104"]),
        (X + ", split: {a: 50 %, z: 50 %}}}", [], ["AV101"]),
        (X + ", split: {steps: [{fixed: {z: 1}}, {rest: equal}]}}}", [], ["AV101"]),
        ("costs: {x: {amounts: {2024: {a: 1, z: 1}}}}", [], ["AV101"]),
    ],
)  # fmt: skip
def test_what_no_check_has_seen_is_told(
    data: Data, text: str, lacking: list[str], codes: list[str]
) -> None:
    """The engine trusts that the checks have been there, and still guesses nothing without them."""
    statement = computed(data(text))
    assert [finding.what for finding in statement.missing] == lacking
    assert [finding.code for finding in statement.diagnostics] == codes
    assert any(total.amount is None for total in statement.totals)
