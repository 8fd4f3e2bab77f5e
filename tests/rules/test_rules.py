"""Every rule kind against amounts that a person worked out: the files beside this one.

A case is a piece of an agreement (parties ``a``, ``b`` and ``c``, the whole of 2024, unless it
says otherwise; a ``split`` or ``limits`` at the top is the one period's) and what each party pays,
in the parties' order: ``2024: 520 000,00 / 275 000,00 / 205 000,00``.  The arithmetic stands in
the comments and is done by hand; no flag refreshes these numbers.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from avtalskalk.calculation.calculate import calculate
from avtalskalk.checks.validation import examine
from avtalskalk.model.statement import BASES, Basis, Statement

FOLDER = Path(__file__).parent
HEAD = {"avtalskalk": "1", "id": "case", "title": "Case", "parties": {"a": "A", "b": "B", "c": "C"}}
PERIOD = {"from": "2024-01-01", "to": "2024-12-31"}
OF_THE_PERIOD = ("split", "splits", "limits")
KEYS = {"case", "given", "expect", "refused"}
EXPECTED = {"amounts", "items", "missing", "found"}


class Case(NamedTuple):
    """One case: the plain data of its agreement, and a year of it or what refuses it."""

    name: str
    data: dict[str, Any]
    year: str = ""
    expected: Mapping[str, Any] = {}
    refused: tuple[str, ...] = ()


def whole(given: Mapping[str, Any]) -> dict[str, Any]:
    """The plain data of the agreement that a case gives a piece of."""
    data = HEAD | {"periods": [PERIOD]} | dict(given)
    own = {key: data.pop(key) for key in OF_THE_PERIOD if key in data}
    data["periods"] = [data["periods"][0] | own, *data["periods"][1:]]
    return data


def read_cases() -> Iterator[Case]:
    """Every year of every case, and every refusal; all values are the text they are."""
    for path in sorted(FOLDER.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for one in yaml.load(text, Loader=yaml.BaseLoader):  # noqa: S506 - text only
            name = f"{path.stem}: {one['case']}"
            assert one.keys() <= KEYS, name
            assert {"expect", "refused"} & one.keys(), name
            data = whole(one["given"])
            if "refused" in one:
                yield Case(name, data, refused=tuple(one["refused"]))
            for year, expected in one.get("expect", {}).items():
                said = {"amounts": expected} if isinstance(expected, str) else expected
                assert said.keys() <= EXPECTED, name
                yield Case(name, data, year, said)


CASES = list(read_cases())
YEARS = [case for case in CASES if case.year]
REFUSALS = [case for case in CASES if not case.year]


def amounts(text: str) -> list[int]:
    """Whole öre of amounts as a case writes them: ``-1 234,50 / 0,00``."""
    parts = [part.strip().replace(" ", "").replace(",", ".") for part in text.split("/")]
    assert all(part[-3] == "." for part in parts), f"{text}: kronor and öre, please"
    return [int(Fraction(part) * 100) for part in parts]


def basis_of(year: str) -> tuple[int, Basis]:
    """The year and the basis of ``2024`` or ``2024 actual``."""
    number, _, said = year.partition(" ")
    (basis,) = (each for each in BASES if each == (said or "budget"))
    return int(number), basis


def computed(case: Case) -> Statement:
    """What the program makes of the case's year."""
    agreement, diagnostics, _ = examine(case.data)
    assert agreement is not None, diagnostics
    year, basis = basis_of(case.year)
    return calculate(agreement, year, basis)


def written(path: tuple[str | int, ...]) -> str:
    """A path as the cases write it, list places counted from 1."""
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in path)


@pytest.fixture(params=YEARS, ids=[f"{case.name}, {case.year}" for case in YEARS])
def case(request: pytest.FixtureRequest) -> Case:
    """Each year of each case in turn."""
    assert isinstance(request.param, Case)
    return request.param


def test_each_party_pays_what_was_worked_out_by_hand(case: Case) -> None:
    """Amounts, items, what is missing and what is found are as the case says."""
    statement = computed(case)
    expected = case.expected
    totals = [total.amount for total in statement.totals]
    if "amounts" in expected:
        assert totals == amounts(expected["amounts"])
    for item, amount in expected.get("items", {}).items():
        assert {one.item: one.amount for one in statement.items}[item] == amounts(amount)[0]
    assert [one.what for one in statement.missing] == list(expected.get("missing", ()))
    found = [f"{one.code} {written(one.path)}" for one in statement.diagnostics]
    assert found == list(expected.get("found", ()))


def test_rows_sum_to_the_totals(case: Case) -> None:
    """Each party's rows sum to its total, and each item's rows to the item."""
    statement = computed(case)
    for total in statement.totals:
        if total.amount is not None:
            own = [row.amount for row in statement.rows if row.party == total.party]
            assert sum(own) == total.amount
    for item in statement.items:
        if item.amount is not None:
            assert sum(row.amount for row in statement.rows if row.item == item.item) == item.amount


@pytest.mark.parametrize("case", REFUSALS, ids=[case.name for case in REFUSALS])
def test_what_is_wrong_is_named_with_its_place(case: Case) -> None:
    """What cannot be computed is refused, with a code and the place in the file."""
    agreement, diagnostics, _ = examine(case.data)
    errors = [one for one in diagnostics if one.severity == "error"]
    assert (agreement is None) == any(one.stops_all for one in errors)
    assert [f"{one.code} {written(one.path)}" for one in errors] == list(case.refused)


def test_every_kind_of_split_has_its_cases() -> None:
    """No kind of split stands without at least three years worked out by hand."""
    from avtalskalk.model.splits import KINDS

    for kind in KINDS:
        assert sum(kind in str(case.data) for case in YEARS) >= 3, kind
