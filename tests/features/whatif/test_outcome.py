"""Properties of what-ifs: nothing changed moves nothing, and order is no matter."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small_agreements import whole

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.comparison import compare
from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.validation import examine
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.changes import Baseline
from avtalskalk.features.whatif.outcome import try_out
from avtalskalk.model.statement import Statement

Data = dict[str, Any]

TEXT = """
periods:
- {from: 2023-01-01, to: 2023-12-31, split: {a: 70 %, b: 20 %, c: rest}}
- {from: 2024-01-01, to: 2025-12-31, split: {by: k}}
keys: {k: {values: {a: 4 001, b: 3 002, c: 2 003}}}
indices: {kpi: {values: {2022-10: '400,5', 2023-10: '412,25', 2024-10: '420,75'}}}
costs:
  x: {budget: {2023: '1 000,03', 2024: {known_part: {b: '333,31'}}, 2025: 1 234 567}}
  y: {amount: 777, index: {series: kpi, base: 2022-10, level: 2023}}
  z: {price: '31,25', per: k}
"""
YEARS = (2023, 2024, 2025)
FOUND = whole(TEXT)


def sound(data: Data) -> Plan:
    """The plan of data that has no error."""
    plan = examine(data).plan
    assert plan is not None
    return plan


PLAN = sound(FOUND)


def statements(plan: Plan) -> list[Statement]:
    """What an agreement comes to in all years."""
    return [calculate(plan, year, "budget") for year in YEARS]


def changed(*asked: ChangeRequest) -> list[Statement]:
    """What the agreement comes to with changes."""
    outcome = try_out(Baseline(FOUND, PLAN, YEARS), asked)
    assert outcome.plan is not None, outcome.diagnostics
    return statements(outcome.plan)


NOTHING = st.sampled_from(
    [
        ChangeRequest("cost", "", "+0 %"),
        ChangeRequest("cost", "x", "-0 kr"),
        ChangeRequest("price", "", "+0 %"),
        ChangeRequest("key", "k", "+0 %"),
        ChangeRequest("key", "k.a", "4 001"),
        ChangeRequest("set", "title", "Another title"),
        ChangeRequest("set", "costs.y.amount", "777"),
        ChangeRequest("set", "periods.1.split.a", "70 %"),
    ]
)


@given(st.lists(NOTHING, max_size=3, unique_by=lambda r: r.kind.replace("price", "cost")))
@settings(max_examples=30, deadline=None)
def test_what_changes_nothing_makes_no_difference(asked: list[ChangeRequest]) -> None:
    """A what-if that says what holds already gives a difference of zero for each party and year."""
    found = compare(statements(PLAN), changed(*asked))
    assert len(found.figures) == len(YEARS) * 3
    assert {one.difference for one in found.figures} == {0}


def test_a_split_of_the_parties_own_amounts_is_refused() -> None:
    """A price per key is paid by each: another split of it would change nothing, and says so."""
    outcome = try_out(Baseline(FOUND, PLAN, YEARS), [ChangeRequest("split", "z", "equal")])
    assert [finding.code for finding in outcome.diagnostics] == ["AV426"]


DIFFERENT = (
    ChangeRequest("cost", "x", "+3,3 %"),
    ChangeRequest("set", "costs.y.amount", "900"),
    ChangeRequest("price", "z", "+12,5 %"),
    ChangeRequest("key", "k.a", "+500"),
    ChangeRequest("key", "k.b", "-1,5 %"),
    ChangeRequest("index", "kpi", "2,5 %"),
    ChangeRequest("set", "periods.1.split", {"a": "50 %", "b": "rest"}),
)


@given(st.permutations(DIFFERENT), st.integers(2, len(DIFFERENT)))
@settings(max_examples=40, deadline=None)
def test_the_order_of_changes_to_different_things(asked: list[ChangeRequest], count: int) -> None:
    """What touches different things gives the same in any order."""
    chosen = asked[:count]
    assert changed(*chosen) == changed(*reversed(chosen))


FOR_A_YEAR = (
    *(request for request in DIFFERENT if request.kind != "set"),
    ChangeRequest("cost", "", "-7 %"),
    ChangeRequest("cost", "y", "500"),
    ChangeRequest("split", "", "equal"),
    ChangeRequest("split", "y", "a=10 %, b=rest"),
    ChangeRequest("leave", "c", ""),
)


@pytest.mark.parametrize("year", [2024, 2025])
@pytest.mark.parametrize("request_", FOR_A_YEAR, ids=lambda r: f"{r.kind}-{r.target}")
def test_a_change_for_a_year_leaves_the_years_before(request_: ChangeRequest, year: int) -> None:
    """What is asked for from a year on moves that year, and no amount of an earlier one."""
    outcome = try_out(Baseline(FOUND, PLAN, (year,)), [request_])
    assert outcome.plan is not None, outcome.diagnostics
    before, after = statements(PLAN), statements(outcome.plan)
    place = YEARS.index(year)
    assert [one.totals for one in after[:place]] == [one.totals for one in before[:place]]
    assert after[place].totals != before[place].totals


def test_each_of_them_moves_something() -> None:
    """The changes whose order is tried are changes."""
    before = [one.totals for one in statements(PLAN)]
    assert all([one.totals for one in changed(asked)] != before for asked in DIFFERENT)


def test_a_basis_without_figures(data: Callable[..., Data]) -> None:
    """A relative change of a basis that has nothing is refused, and says for which years."""
    found = data("split: equal\ncosts: {x: {budget: {2024: 5}}}")
    baseline = Baseline(found, sound(found), (2024,), "actual")
    outcome = try_out(baseline, [ChangeRequest("cost", "x", "+3 %")])
    (one,) = outcome.diagnostics
    assert (one.code, one.arguments["years"]) == ("AV754", ("2024",))
