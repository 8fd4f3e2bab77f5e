"""The paper read another way: what a path leads to, and what is wrong under a reading."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from avtalskalk.calculation.calculate import calculate
from avtalskalk.checks.readings import examine_all, names, read_as
from avtalskalk.model.data_paths import patched

Data = dict[str, Any]
MakeData = Callable[..., Data]

TWO_PERIODS = """
    periods:
    - {from: 2023-01-01, to: 2023-12-31, split: {a: 70 %, b: 30 %}, splits: {hr: equal}}
    - {from: 2024-01-01, to: 2025-12-31, continues: true}
    costs: {x: {budget: {2023: 1, 2024: 2}}}
"""


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("costs.x.budget.2023", ("costs", "x", "budget", "2023")),
        ("costs.x.budget.2025", ("costs", "x", "budget", "2025")),
        ("costs.x.title", ("costs", "x", "title")),
        ("costs.y.amount", ("costs", "y", "amount")),
        ("title", ("title",)),
        ("periods.1.split", ("periods", 0, "split")),
        ("periods.2.split", ("periods", 1, "split")),
        ("periods.-1.split", ("periods", 1, "split")),
        ("periods.2023.split", ("periods", 0, "split")),
        ("periods.2025.split", ("periods", 1, "split")),
        ("periods.2024-07-01.split", ("periods", 1, "split")),
        ("periods.2024-07.split.a", ("periods", 1, "split", "a")),
        ("periods.-1.splits.hr", ("periods", 1, "splits", "hr")),
        ("rounding.to", ("rounding", "to")),
    ],
)
def test_a_path_leads_to_its_place(data: MakeData, path: str, where: tuple[str | int, ...]) -> None:
    """Keys with dots, places from 1 or -1, periods by a year or a day, and keys that can stand."""
    before = data(TWO_PERIODS)
    kept = deepcopy(before)
    change = patched(before, {path: "new"})
    result = change.data
    for key in where:
        result = result[key]
    assert (result, change.places, change.diagnostics) == ("new", {path: where}, ())
    assert before == kept


def test_a_year_may_be_written_as_another_way_it_stands_there(data: MakeData) -> None:
    """A fiscal year that is named by its start is the same figure as 2023 and as 2023/24."""
    text = "{fiscal_year: {starts: 07-01, named: start}, costs: {x: {budget: {2023/24: 1}}}}"
    change = patched(data(text), {"costs.x.budget.2023": "5"})
    assert change.data["costs"]["x"]["budget"] == {"2023/24": "5"}


@pytest.mark.parametrize(
    ("path", "code", "nearest"),
    [
        ("cost.x.amount", "AV101", "costs"),
        ("costs.x.amuont", "AV101", "amount"),
        ("title.x", "AV101", ""),
        ("costs..x", "AV101", ""),
        (".".join("x" * 20), "AV101", ""),
        ("periods.3.split", "AV101", ""),
        ("periods.0.split", "AV101", ""),
        ("periods.2022.split", "AV101", ""),
        ("periods.first.split", "AV101", ""),
        (f"periods.{'9' * 5000}.split", "AV101", ""),
    ],
)
def test_a_path_that_fits_nothing_is_an_error(
    data: MakeData, path: str, code: str, nearest: str
) -> None:
    """It is named with the nearest that would fit, at the path itself."""
    (finding,) = patched(data(TWO_PERIODS), {path: "new"}, ("readings", "r", "set")).diagnostics
    assert (finding.code, finding.arguments["nearest"]) == (code, nearest)
    assert (finding.path, finding.at) == (("readings", "r", "set", path), "key")


def test_a_year_that_several_periods_cover_is_an_error(data: MakeData) -> None:
    """Which of the two is meant is not guessed."""
    text = "periods: [{to: 2024-06-30}, {from: 2024-07-01}]"
    (finding,) = patched(data(text), {"periods.2024.split": "equal"}).diagnostics
    assert finding.code == "AV702"


@pytest.mark.parametrize(
    "periods",
    [
        [{"from": "x"}, {"from": "2024-01-01", "to": "2024-12-31"}],
        ["text", {"from": "2024-01-01"}],
        [{"from": "2025-01-01", "to": "2024-01-01"}, {"from": "2024-01-01"}],
    ],
)
def test_a_period_without_days_that_make_sense_covers_nothing(
    data: MakeData, periods: list[Any]
) -> None:
    """The other period alone covers the year."""
    change = patched(data("", periods=periods), {"periods.2024.split": "equal"})
    assert change.places == {"periods.2024.split": ("periods", 1, "split")}


@pytest.mark.parametrize("written", ["periods.1.split.a", "periods.x.split.a"])
def test_periods_that_are_no_list_raise_nothing(data: MakeData, written: str) -> None:
    """A reading may set anything, also what makes no sense."""
    changes = {"periods": {"1": {"from": "2024-01-01"}, "x": {}}, written: "1 %"}
    assert [finding.code for finding in patched(data(""), changes).diagnostics] == ["AV101"]


def test_what_a_period_continues_is_brought_down_before_it_is_changed(data: MakeData) -> None:
    """The period before, and the shares that are not changed, stay as they are."""
    change = patched(data(TWO_PERIODS), {"periods.2.split.a": "60 %"})
    first, second = change.data["periods"]
    assert first["split"] == {"a": "70 %", "b": "30 %"}
    assert second["split"] == {"a": "60 %", "b": "30 %"}


def test_what_is_continued_through_several_periods_is_brought_down(data: MakeData) -> None:
    """The split is that of the last period before that writes one, as far as they continue."""
    text = """
        periods:
        - {from: 2022-01-01, to: 2022-12-31, split: {a: 100 %}, splits: {hr: equal}}
        - {from: 2023-01-01, to: 2023-12-31, continues: true, split: {b: 100 %}}
        - {from: 2024-01-01, to: 2024-12-31, continues: true}
    """
    changes = {"periods.3.split.c": "5 %", "periods.3.splits.it": "equal"}
    change = patched(data(text), changes)
    assert change.data["periods"][2]["split"] == {"b": "100 %", "c": "5 %"}
    assert change.data["periods"][2]["splits"] == {"hr": "equal", "it": "equal"}


@pytest.mark.parametrize("continues", ["true", "false"])
def test_nothing_to_bring_down_is_an_empty_split(data: MakeData, continues: str) -> None:
    """Where the period before has no split, or this one does not continue, it starts anew."""
    text = f"""
        periods:
        - {{from: 2023-01-01, to: 2023-12-31}}
        - {{from: 2024-01-01, continues: {continues}}}
    """
    change = patched(data(text), {"periods.2.split.a": "100 %"})
    assert change.data["periods"][1]["split"] == {"a": "100 %"}


READING = """
    split: {a: 50 %, b: 50 %}
    parties: {a: A, b: B}
    costs: {x: {budget: {2024: 100}}}
    readings: {other: {title: Other, set: {SET}}}
"""


def reading(changes: str) -> str:
    return READING.replace("{SET}", f"{{{changes}}}")


def test_a_reading_is_calculated_beside_the_main_one(data: MakeData) -> None:
    """The main reading stands, and the other has its own figures."""
    whole = data(reading("periods.1.split: {a: 100 %, b: 0 %}, costs.x.budget.2024: 60"))
    assert names(whole) == ("other",)
    examined = examine_all(whole)
    agreements = [examined.agreement, read_as(whole, "other").examined.agreement]
    assert all(agreements)
    assert list(examined.readings) == ["other"]
    paid = [
        [t.amount for t in calculate(finding, 2024).totals] for finding in agreements if finding
    ]
    assert paid == [[5000, 5000], [6000, 0]]


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ("costs.x.amuont: 1", "AV101", ("costs.x.amuont",)),
        ("costs.x.budget.2024: fel", "AV201", ("costs.x.budget.2024",)),
        ("'periods.1.split': {a: 70 %, b: 40 %}", "AV104", ("periods.1.split",)),
        ("'periods.1.split': {a: 70, b: rest}", "AV207", ("periods.1.split", "a")),
        ("periods.1.split.a: 60 %", "AV104", ("periods.1.split.a",)),
    ],
)
def test_what_is_wrong_under_a_reading_is_told_at_the_reading(
    data: MakeData, changes: str, code: str, path: tuple[str, ...]
) -> None:
    """A reading goes through the same door as the file, and its findings lead to what it sets."""
    result = examine_all(data(reading(changes)))
    assert result.agreement is not None
    assert {finding.reading for finding in result.diagnostics} == {"other"}
    expected = [(code, ("readings", "other", "set", *path))]
    assert [(finding.code, finding.path) for finding in result.diagnostics] == expected


def test_warnings_under_a_reading_let_the_agreement_through(data: MakeData) -> None:
    """A figure for a year outside the terms is told, whoever sets it."""
    result = examine_all(data(reading("costs.x.budget.2030: 1")))
    assert result.agreement is not None
    assert [(finding.code, finding.severity) for finding in result.diagnostics] == [
        ("AV415", "warning")
    ]


def test_what_is_wrong_without_the_reading_is_told_once(data: MakeData) -> None:
    """A finding of the agreement itself is not repeated for each of its readings."""
    text = reading("costs.x.title: X").replace("2024: 100", "2024: 100, 2030: 1")
    assert [finding.code for finding in examine_all(data(text)).diagnostics] == ["AV415"]


@pytest.mark.parametrize("value", ["text", {}, {"readings": []}])
def test_data_without_readings_has_no_names(value: object) -> None:
    """Whatever the data is, asking for its readings is safe."""
    assert names(value) == ()
