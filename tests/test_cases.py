"""The amounts that a person worked out by hand (cases/) are what the program computes."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from avtalskalk.calculation.calculate import calculate
from avtalskalk.files.workspace import load
from avtalskalk.model.statement import BASES, Basis, Statement

PROJECT = Path(__file__).parent.parent
CASES = PROJECT / "tests" / "cases"
ALLOWED = {
    "year", "basis", "assume_extended", "today", "amounts", "items", "conditional", "missing",
    "in_force",
}  # fmt: skip


class Case(NamedTuple):
    """One year of one file, as a person says it must come out; amounts in öre."""

    name: str
    file: str
    year: int
    basis: Basis
    assume_extended: bool
    today: date | None
    amounts: dict[str, int]
    items: dict[str, int]
    conditional: bool
    missing: tuple[str, ...]
    in_force: bool


def read_cases() -> Iterator[Case]:
    """Every case of every file in cases/, with all values read as the text they are."""
    for path in sorted(CASES.glob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
        for entry in data["expect"]:
            assert entry.keys() <= ALLOWED, f"{path.name}: {entry.keys() - ALLOWED}"
            yield read_case(path.stem, data["file"], entry)


def read_case(name: str, file: str, entry: dict[str, Any]) -> Case:
    """One entry of ``expect``; what it leaves out has its usual value."""
    said = entry.get("basis", "budget")
    (basis,) = (each for each in BASES if each == said)
    return Case(
        name,
        file,
        int(entry["year"]),
        basis,
        entry.get("assume_extended") == "true",
        date.fromisoformat(entry["today"]) if "today" in entry else None,
        {party: minor(amount) for party, amount in entry.get("amounts", {}).items()},
        {item: minor(amount) for item, amount in entry.get("items", {}).items()},
        entry.get("conditional") == "true",
        tuple(entry.get("missing", ())),
        entry.get("in_force") != "false",
    )


def minor(amount: str) -> int:
    """Whole öre of an amount as the cases write it: ``-1 234,50``."""
    whole, decimals = amount.replace(" ", "").split(",")
    assert len(decimals) == 2, f"{amount}: kronor and öre, please"
    return int(Fraction(f"{whole}.{decimals}") * 100)


CASE_LIST = list(read_cases())


def computed(case: Case) -> Statement:
    """What the program makes of the case's file and year."""
    (loaded,) = load([case.file], cwd=PROJECT)
    assert loaded.plan is not None, loaded.diagnostics
    return calculate(
        loaded.plan,
        case.year,
        case.basis,
        today=case.today,
        assume_extended=case.assume_extended,
    )


@pytest.fixture(
    params=CASE_LIST,
    ids=[f"{case.name}-{case.year}-{case.basis}-{place}" for place, case in enumerate(CASE_LIST)],
)
def case(request: pytest.FixtureRequest) -> Case:
    """Each case in turn."""
    assert isinstance(request.param, Case)
    return request.param


def test_amounts_are_those_worked_out_by_hand(case: Case) -> None:
    """Each party pays exactly what the hand-made case says, or nothing where there are no terms."""
    statement = computed(case)
    totals = {total.party: total.amount for total in statement.totals}
    assert statement.in_force == case.in_force
    if case.missing:
        assert set(totals.values()) == {None}
    else:
        assert totals == case.amounts


def test_rows_sum_to_totals(case: Case) -> None:
    """The rows of each party sum to its total, to the öre."""
    statement = computed(case)
    for total in statement.totals:
        if total.amount is not None:
            own = [row.amount for row in statement.rows if row.party == total.party]
            assert sum(own) == total.amount


def test_items_come_to_what_was_worked_out_by_hand(case: Case) -> None:
    """Each cost item that a case names comes to the amount it says."""
    amounts = {item.item: item.amount for item in computed(case).items}
    assert amounts.items() >= case.items.items()


def test_conditions_and_missing_figures_are_named(case: Case) -> None:
    """What rests on a condition says so, and what is missing is named by its place."""
    statement = computed(case)
    assert {total.conditional for total in statement.totals} <= {case.conditional}
    assert {row.conditional for row in statement.rows} <= {case.conditional}
    assert tuple(missing.what for missing in statement.missing) == case.missing


def test_every_example_has_a_case() -> None:
    """No example stands without amounts that a person worked out."""
    examples = {
        path.relative_to(PROJECT).as_posix()
        for path in (PROJECT / "examples").rglob("*.yaml")
        if path.name != "shared.yaml" and path.parent.name not in {"scenarios", "layouts"}
    }
    assert examples - {case.file for case in CASE_LIST} == set()


def test_every_example_says_that_it_is_invented() -> None:
    """An example's title and its comment say that its figures are invented; a scenario says so."""
    for path in (PROJECT / "examples").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        first_comment = re.split(r"(?m)^\w", text)[0].lower()
        assert "påhittade" in first_comment or "påhittat" in first_comment, path.name
        assert "invented" in first_comment, path.name
        if "\navtalskalk:" in text:
            title = next(line for line in text.splitlines() if line.startswith("title: "))
            assert title.endswith("(påhittad)"), path.name
