"""Paths into an agreement: slips, splits by name, and that nothing written raises anything else."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalskalk.checks.readings import examine_all, examine_changes, read_as
from avtalskalk.model.data_paths import patched

Data = dict[str, Any]
MakeData = Callable[..., Data]

WHOLE = """
    periods:
    - {from: 2023-01-01, to: 2023-06-30, split: equal, splits: {hr: {a: 1, b: 2}, it: {c: 1}}}
    - {from: 2023-07-01, to: 2023-12-31, continues: ja, splits: {hr: {b: 1}}}
    - {from: 2024-01-01, continues: ' true ', limits: [{of: a, max: 5}]}
    - {from: 2026-01-01, continues: true}
    costs: {verksamhet: {budget: {2023: 1, 2024: {value: 2}}}, lokaler: {amount: 3}}
    keys: {invånare: {values: {2023-11-01: {a: 1}}}}
"""


def after(data: Data, *changes: str) -> Any:
    change = patched(data, dict.fromkeys(changes, "new"))
    assert change.diagnostics == ()
    return change.data


def test_a_split_by_name_is_taken_over_from_the_period_that_wrote_it(data: MakeData) -> None:
    """To change a's share of one split copies that split alone, from as far back as it stands."""
    periods = after(data(WHOLE), "periods.2.splits.it.a", "periods.3.splits.hr.a")["periods"]
    assert periods[1]["splits"] == {"hr": {"b": "1"}, "it": {"c": "1", "a": "new"}}
    assert periods[2]["splits"]["hr"] == {"b": "1", "a": "new"}
    assert periods[0]["splits"] == {"hr": {"a": "1", "b": "2"}, "it": {"c": "1"}}


@pytest.mark.parametrize("days", [{}, {"from": "x"}])
def test_nothing_before_is_nothing_to_take_over(data: MakeData, days: Data) -> None:
    """A first period, or one without days that make sense, that continues has no share before."""
    change = patched(data("", periods=[{**days, "continues": "true"}]), {"periods.1.split.a": "1"})
    assert change.data["periods"][0]["split"] == {"a": "1"}


def test_a_limit_is_taken_over_with_the_others(data: MakeData) -> None:
    """A change inside one limit of the period before copies them all."""
    third, fourth = after(data(WHOLE), "periods.4.limits.1.max")["periods"][2:]
    assert (third["limits"][0]["max"], fourth["limits"]) == ("5", [{"of": "a", "max": "new"}])


def test_what_is_written_is_not_taken_over(data: MakeData) -> None:
    """A period that has limits of its own keeps them."""
    assert after(data(WHOLE), "periods.3.limits.-1.max")["periods"][2]["limits"] == [
        {"of": "a", "max": "new"}
    ]


def test_a_split_in_words_has_nothing_below_it(data: MakeData) -> None:
    """`split: equal` is taken over, and then it has no shares to change."""
    (finding,) = patched(data(WHOLE), {"periods.2.split.a": "50 %"}).diagnostics
    assert (finding.code, finding.arguments["name"]) == ("AV101", "a")


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("costs.verksamhte.budget.2023", "verksamhet"),
        ("keys.invanare.values", "invånare"),
        ("costs.lokal.amount", "lokaler"),
    ],
)
def test_a_slip_begins_nothing_new(data: MakeData, path: str, nearest: str) -> None:
    """A name nearly that of something there is no new cost, key or index with one figure in it."""
    (finding,) = patched(data(WHOLE), {path: "1"}).diagnostics
    assert (finding.code, finding.arguments["nearest"]) == ("AV101", nearest)


@pytest.mark.parametrize(
    "path",
    [
        "costs.ny.amount",
        "costs.verksamhet.budget.2025.value",
        "keys.invånare.values.2024-11-01.a",
        "paid.2022.a",
        "costs.verksamhets",
        "rounding.method.rest_to",
    ],
)
def test_what_can_stand_there_may_be_added(data: MakeData, path: str) -> None:
    """A new name, a new year or day, a key of the format; a whole new thing under any name."""
    result = after(data(WHOLE), path)
    for key in path.split("."):
        result = result[key]
    assert result == "new"


@pytest.mark.parametrize("whole", [None, "text", [], {}, {"periods": "x"}, {"periods": {"1": {}}}])
def test_data_that_is_no_agreement_raises_nothing(whole: Any) -> None:
    """Whatever the data is, a path fits or is told not to."""
    for path in ("periods.1.split.a", "periods.1.splits.hr.a", "costs.x", "a.b.c"):
        assert len(patched(whole, {path: "1"}).diagnostics) <= 1


WORDS = """
    periods costs split splits hr limits verksamhet budget 2023 2024 2023/24 2023-07 2023-08-01
    1 2 -1 -4 0 99 a of max value amount keys values first continues from - -- ٣ 1900 2199 9999
"""
KEYS = st.sampled_from(WORDS.split()) | st.text(max_size=8)
PATHS = st.lists(KEYS, max_size=6).map(".".join) | st.text(max_size=30)


@pytest.mark.slow
@given(paths=st.lists(PATHS, max_size=4), value=st.sampled_from(["1", {}, {"a": "1"}, ["x"]]))
@settings(max_examples=300, deadline=None)
def test_any_paths_fit_or_are_told(data: MakeData, paths: list[str], value: Any) -> None:
    """Nothing that is written as a path raises anything but what says that it does not fit."""
    before = data(WHOLE)
    kept = deepcopy(before)
    change = patched(before, dict.fromkeys(paths, value))
    assert {finding.code for finding in change.diagnostics} <= {"AV101", "AV702"}
    assert len(change.places) + len(change.diagnostics) == len(set(paths))
    assert before == kept


# --- Readings: where what they change was written ----------------------------------------------

READ = """
    split: {a: 50 %, b: 50 %}
    shares: {nobody: {c: 100 %}}
    costs: {x: {budget: {2024: {known_part: {a: 100}}}}}
    readings:
      other: {title: Other, set: {periods.2024.split: {a: 25 %, b: 75 %}, costs.x.title: X}}
      worse: {title: Worse, set: {costs.x.title: Y}}
"""


def test_a_place_under_a_reading_is_where_it_was_written(data: MakeData) -> None:
    """What a reading sets stands at the reading, all else where it stands in the agreement."""
    changed = read_as(data(READ), "other")
    at: tuple[str | int, ...] = ("readings", "other", "set", "periods.2024.split")
    assert changed.at_home(("periods", 0, "split", "a")) == (*at, "a")
    assert changed.at_home(("costs", "x", "budget")) == ("costs", "x", "budget")


def test_a_reading_solves_a_total_anew(data: MakeData) -> None:
    """The part that the paper states stays, so the total is another where the shares are."""
    changed = examine_changes(data(READ), {"periods.1.split": {"a": "20 %", "b": "80 %"}})
    assert changed.examined.plan is not None
    from avtalskalk.calculation.calculate import calculate

    assert [finding.amount for finding in calculate(changed.examined.plan, 2024).totals][:2] == [
        10000,
        40000,
    ]


def test_what_shows_elsewhere_is_told_at_the_reading(data: MakeData) -> None:
    """A reading without b is wrong at the reading, though it is the split that still names b."""
    text = READ.replace("costs.x.title: Y", "parties: {a: A, c: C}")
    result = examine_all(data(text)).diagnostics
    errors = [finding for finding in result if finding.severity == "error"]
    assert errors
    assert {finding.path[:2] for finding in errors} == {("readings", "worse")}
    assert any(finding.related for finding in errors)
