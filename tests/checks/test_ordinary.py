"""An ordinary agreement is spared the checks that can find nothing in it, and no others."""

from pathlib import Path

import pytest

from avtalskalk.calculation.prepared import Plan, prepare
from avtalskalk.checks.errors import CHECKS, OF_ORDINARY, calculated_years
from avtalskalk.files.yaml import read
from avtalskalk.model.validation import validate

ROOT = Path(__file__).parent.parent.parent
FILES = sorted(
    path
    for folder in ("agreements", "examples", "tests/cases", "tests/errors")
    for path in (ROOT / folder).rglob("*.yaml")
)


USUAL = """
avtalskalk: 1
id: t
title: T
parties: {a: A, b: B}
periods: [{from: 2024-01-01, split: {a: 50 %, b: 50 %}}]
costs: {x: {budget: {2024: 100 kr}}}
"""


def plan_of(text: str) -> Plan:
    """An agreement made ready, checked or not."""
    agreement = validate(read(text.encode(), "a.yaml").data).agreement
    assert agreement is not None
    return prepare(agreement)


def plans() -> dict[Path, Plan]:
    """Every agreement there is whose values are right, checked or not."""
    found = {}
    for path in FILES:
        agreement = validate(read(path.read_bytes(), path.name).data).agreement
        if agreement:
            found[path] = prepare(agreement)
    return found


def test_what_an_ordinary_agreement_is_spared() -> None:
    """None of the checks left out finds anything in the hundreds of files there are."""
    ordinary = {path: plan for path, plan in plans().items() if plan.ordinary}
    assert len(ordinary) > 40
    spared = [check for check in CHECKS if check not in OF_ORDINARY]
    for path, plan in ordinary.items():
        found = [one for check in (*spared, calculated_years) for one in check(plan)]
        assert not found, path


@pytest.mark.parametrize(
    ("check", "usual", "wrong"),
    [
        ("few_parties", "{a: A, b: B}", "{a: A}"),
        ("party_names", "b: 50 %", "c: 50 %"),
        ("period_days", "2024-01-01", "2024-01-01, to: 2023-12-31"),
        ("period_words", "2024-01-01", "2024-01-01, continues: true"),
        ("fixed_shares", "b: 50 %", "b: 60 %"),
        ("signs", "{budget: {2024: 100 kr}}", "{kind: grant, budget: {2024: -100 kr}}"),
        ("part_years", "2024-01-01", "2024-07-01"),
    ],
)
def test_what_an_ordinary_agreement_is_asked(check: str, usual: str, wrong: str) -> None:
    """Each of its checks finds what is wrong in one that is ordinary otherwise."""
    plan = plan_of(USUAL.replace(usual, wrong))
    assert plan.ordinary
    assert check in {one.__name__ for one in OF_ORDINARY if list(one(plan))}


def test_the_order_is_the_same() -> None:
    """What is found is told in the order of the one list."""
    assert [check for check in CHECKS if check in OF_ORDINARY] == list(OF_ORDINARY)


@pytest.mark.parametrize(
    "text",
    [
        "rounding: {to: 1 kr}",
        "shares: {s: {a: 50 %, b: 50 %}}",
        "keys: {k: {values: {a: 1, b: 2}}}",
        "lints: {AV721: skäl}",
        "sources: {s: {title: S}}",
        "invoicing: {instalments: monthly}",
    ],
)
def test_what_makes_an_agreement_less_ordinary(text: str) -> None:
    """Whatever few agreements have brings every check with it."""
    assert plan_of(USUAL).ordinary
    assert not plan_of(f"{USUAL}{text}\n").ordinary
