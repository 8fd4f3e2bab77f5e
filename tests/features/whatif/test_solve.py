"""The value that gives what is wanted, put back through the calculation by the test itself."""

from fractions import Fraction
from typing import Any

import pytest
from tests.conftest import PROJECT
from tests.features.whatif.test_sweep import changed

from avtalskalk import api
from avtalskalk.calculation.calculate import calculate
from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.changes import Baseline
from avtalskalk.features.whatif.inputs import Axis, Quantity, read_input, read_quantity
from avtalskalk.features.whatif.search_range import read_search_range
from avtalskalk.features.whatif.solve import (
    Answer,
    Solution,
    Solved,
    Trial,
    break_even,
    broken_even,
    payments_of,
    simplest,
    solve,
    solved,
)
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.data_paths import patched
from avtalskalk.model.values import Setting

ALINGSAS = PROJECT / "agreements" / "alingsas-spadbarn.yaml"
SEK = Setting()

PLAIN = changed(
    periods=[
        {"from": "2022-01-01", "to": "2022-12-31", "split": {"a": "50 %", "b": "30 %", "c": "20 %"}}
    ],
    costs={"drift": {"budget": {"2022": "1 000"}}, "lokal": {"budget": {"2022": "500"}}},
    frames={"a": {"2022": "800"}, "b": {"2022": "600"}},
)


def baseline_of(data: dict[str, Any], year: int = 2022) -> Baseline:
    plan = examine(data).plan
    assert plan is not None
    return Baseline(data, plan, (year,))


def sought(data: dict[str, Any], want: str, vary: str, year: int = 2022) -> Solved:
    return solved(baseline_of(data, year), vary, want)


def answers(found: Solved) -> list[tuple[str, Any, bool]]:
    """Each answer's side, value and whether it is exact."""
    return [(a.side, a.trial.value.value, a.exact) for a in found.solution.answers]


def paid(data: dict[str, Any], year: int = 2022) -> dict[str, int | None]:
    plan = examine(data).plan
    assert plan is not None
    return {total.party: total.amount for total in calculate(plan, year).totals}


# --- Alingsås ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def alingsas() -> Loaded:
    (loaded,) = api.load(ALINGSAS)
    return loaded


def test_alingsas_by_cost(alingsas: Loaded) -> None:
    """A cost of 1 800 000 brings Alingsås to 900 000 kr, also when it is put into the file."""
    found = api.solve(alingsas, "cost", "alingsas<=900000", 2023)
    assert answers(found) == [("most", 180_000_000, True)]
    assert found.solution.linear
    change = patched(alingsas.data, {"costs.verksamhet.budget.2023": "1 800 000 kr"})
    assert paid(change.data, 2023) == {"hsnv": 90_000_000, "alingsas": 90_000_000}


def test_alingsas_by_share(alingsas: Loaded) -> None:
    """A share of 225000/478619 does, also when it is put into the file beside the solved total."""
    found = api.solve(alingsas, "share.alingsas", "alingsas==900000", 2023)
    assert answers(found) == [("only", Fraction(225_000, 478_619), True)]
    changes = {
        "costs.verksamhet.budget.2023": "1 914 476 kr",
        "periods.2023.split": {"hsnv": "rest", "alingsas": "225000/478619"},
    }
    assert paid(patched(alingsas.data, changes).data, 2023) == {
        "hsnv": 101_447_600,
        "alingsas": 90_000_000,
    }


def test_alingsas_by_a_percentage(alingsas: Loaded) -> None:
    """A change of the cost in percent, with twelve decimals, gives the same öre."""
    found = api.solve(alingsas, "cost=-100 %..+100 %", "alingsas==900000", 2023)
    ((side, value, exact),) = answers(found)
    assert (side, exact) == ("only", True)
    assert abs(value - Fraction(-114_476, 1_914_476)) < Fraction(1, 10**13)


# --- What is wanted ------------------------------------------------------------------------


def test_at_least_and_at_most() -> None:
    """At most is bound from above, at least from below; the bound itself will do."""
    assert answers(sought(PLAIN, "a<=800", "cost.drift")) == [("most", 110_000, True)]
    assert answers(sought(PLAIN, "a>=800", "cost.drift")) == [("least", 110_000, True)]
    assert answers(sought(PLAIN, "a < 800", "cost.drift")) == [("most", 110_000, True)]
    assert answers(sought(PLAIN, "total>=2 tkr", "cost.drift")) == [("least", 150_000, True)]


def test_two_parties_the_same() -> None:
    """A share at which two parties pay the same: b has 3/5 of what a leaves."""
    assert answers(sought(PLAIN, "a==b", "share.a")) == [("only", Fraction(3, 8), True)]


def test_frames() -> None:
    """Within its frame, one party or everyone: the one that binds first decides."""
    assert answers(sought(PLAIN, "b<=frame", "cost.drift")) == [("most", 150_000, True)]
    assert answers(sought(PLAIN, "frame", "cost.drift")) == [("most", 110_000, True)]


def test_everything_or_nothing() -> None:
    """It is said when every value will do, and when none will."""
    every = sought(PLAIN, "a<=1 mkr", "share.a").solution
    assert (every.answers, every.holds) == ((), True)
    none = sought(PLAIN, "total==1 mkr", "share.a").solution
    assert (none.answers, none.holds) == ((), False)
    alike = sought(PLAIN, "total==1 500", "share.a").solution
    assert (alike.answers, alike.holds) == ((), True)


def test_several_answers() -> None:
    """Where a floor or a cap holds an amount for a while, the ends of that are told."""
    limit = {"party": "b", "min": "300", "difference": "a"}
    data = {**PLAIN, "periods": [{**PLAIN["periods"][0], "limits": [limit]}]}
    found = sought(data, "b<=300", "share.b")
    assert answers(found) == [("most", Fraction(1, 5), True)]
    assert not found.solution.linear
    stretch = sought(data, "b==300", "share.b")
    assert answers(stretch) == [("least", 0, True), ("most", Fraction(1, 5), True)]
    floor = {"party": "b", "max": "300", "difference": "a"}
    other = {**PLAIN, "periods": [{**PLAIN["periods"][0], "limits": [floor]}]}
    assert answers(sought(other, "b==300", "share.b")) == [
        ("least", Fraction(1, 5), True),
        ("most", 1, True),
    ]


def test_tiers_do_not_follow_a_line() -> None:
    """Through a tier the amounts follow a broken line, and its exact corner is found."""
    steps = {"steps": [{"first": "600", "split": {"a": "100 %"}}, {"rest": "equal"}]}
    data = {**PLAIN, "periods": [{**PLAIN["periods"][0], "split": steps}]}
    found = sought(data, "a<=900", "cost.drift")
    assert answers(found) == [("most", 100_000, True)]
    assert not found.solution.linear


def test_a_day_is_halved_to() -> None:
    """The last day at which a rent stays within an amount: 146 of 365 days of 36 500."""
    data = changed(costs={"hyra": {"amount": "36 500"}}, periods=PLAIN["periods"])
    found = sought(data, "total<=14 600", "periods.1.to")
    ((side, value, exact),) = answers(found)
    assert (side, Quantity("day", value).day.isoformat(), exact) == ("most", "2022-05-26", True)
    between = sought(data, "total<=14 650", "periods.1.to")
    assert [exact for _, _, exact in answers(between)] == [False]
    assert between.solution.answers[0].trial.margin == 5_000


def test_a_key_an_index_and_a_price() -> None:
    """Each kind of input has a range to begin with."""
    by_key = {"from": "2022-01-01", "to": "2022-12-31", "split": {"by": "population"}}
    data = {**PLAIN, "periods": [by_key]}
    ((_, value, exact),) = answers(sought(data, "a==750", "key.population.a"))
    assert (value, exact) == (90, True)
    priced = {**PLAIN, "costs": {"x": {"price": "12,50", "quantity": "100"}}}
    ((_, price, exact),) = answers(sought(priced, "a==750", "price.x"))
    assert (price, exact) == (15, True)
    indexed = {**PLAIN, "costs": {"x": {"amount": "1 000", "index": _INDEX}}}
    ((_, rate, _),) = answers(sought(indexed, "total<=1 050", "index.kpi"))
    assert abs(rate - Fraction(5, 100)) < Fraction(1, 1000)


_INDEX = {"series": "kpi", "level": "2021", "base": "2020-10"}


def test_a_cap() -> None:
    """The cap that leaves another party so much is a number in the file's own limit."""
    limit = {"party": "a", "max": "700", "difference": "b"}
    warns = {"party": "c", "warn_above_share": "90 %"}
    data = {**PLAIN, "periods": [{**PLAIN["periods"][0], "limits": [warns, limit]}]}
    assert answers(sought(data, "b<=550", "cap")) == [("least", 65_000, True)]
    assert answers(sought(data, "b<=550", "cap.a")) == [("least", 65_000, True)]
    own = {**PLAIN, "costs": {"x": {"budget": {"2022": "1 000"}, "limits": [limit]}}}
    own["costs"]["x"]["limits"][0] = {**limit, "max": "400"}
    assert answers(sought(own, "b<=350", "cap")) == [("least", 45_000, True)]


def test_surcharges_count() -> None:
    """What is paid has its surcharge, and the answer reckons with it."""
    extra = {"budget": {"2022": "1 000"}, "surcharge": {"percent": "25 %", "parties": ["a"]}}
    data = {**PLAIN, "costs": {"x": extra}}
    assert answers(sought(data, "a==500", "cost")) == [("only", 80_000, True)]
    assert answers(sought(data, "b==300", "cost")) == [("only", 100_000, True)]


def test_values_that_cannot_be_are_passed_over() -> None:
    """Of values some of which cannot be, those that can are looked at; none is an error."""
    found = sought(PLAIN, "a<=800", "share.a=0 %..200 %")
    assert [side for side, _, _ in answers(found)] == ["most"]
    with pytest.raises(AgreementError, match="AV209"):
        sought(PLAIN, "a<=800", "share.a=110 %..200 %")


def test_an_answer_that_cannot_be_written_exactly() -> None:
    """Thirds of an öre cannot be paid: the nearest is told as such."""
    thirds = {"a": "1/3", "b": "1/3", "c": "1/3"}
    data = {**PLAIN, "periods": [{**PLAIN["periods"][0], "split": thirds}]}
    del data["costs"]
    data["costs"] = {"x": {"budget": {"2022": "1 000"}}}
    ((side, value, exact),) = answers(sought(data, "a==333,34", "cost=100 kr..2 000,01 kr"))
    assert (side, value, exact) == ("only", 100_002, True)


@pytest.mark.parametrize(
    ("want", "vary", "code"),
    [
        ("a<=800", "cap", "AV857"),
        ("a<=800", "costs.x.budget.2022", "AV852"),
        ("a<=800", "key.nothing.a", "AV852"),
        ("a<=800", "periods.1.split", "AV852"),
        ("a<=800", "id", "AV852"),
        ("a<=800", "share.a=x", "AV201"),
        ("x<=800", "cost", "AV101"),
        ("a<=x", "cost", "AV101"),
        ("a<=8.0.0", "cost", "AV201"),
        ("a", "cost", "AV853"),
        ("c<=frame", "cost", "AV855"),
    ],
)
def test_what_cannot_be_asked(want: str, vary: str, code: str) -> None:
    """What cannot be read is said with its code."""
    with pytest.raises(AgreementError, match=code):
        sought(PLAIN, want, vary)


def test_frames_that_are_not_there() -> None:
    """Without any frame for the year there is none to keep within."""
    data = {**PLAIN, "frames": {"a": {"2023": "1"}}}
    with pytest.raises(AgreementError, match="AV855"):
        sought(data, "frame", "cost.drift")


def test_a_year_that_cannot_be_worked_out() -> None:
    """A year that lacks a figure, or has no terms, is refused."""
    data = {**PLAIN, "costs": {"x": {"budget": {"2023": "1"}}}}
    with pytest.raises(AgreementError, match="AV874"):
        sought(data, "a<=800", "share.a")
    with pytest.raises(AgreementError, match="AV874"):
        sought(PLAIN, "a<=800", "share.a", 2024)


def test_break_even() -> None:
    """The cost at which a third part of it and a fixed split give a party the same."""
    steps = {"steps": [{"first": "600", "split": {"a": "100 %"}}, {"rest": {"b": "100 %"}}]}
    other = {**PLAIN, "periods": [{**PLAIN["periods"][0], "split": steps}]}
    low, high = (read_quantity(text, SEK) for text in ("0 kr", "10 tkr"))
    axis = Axis(read_input("cost.drift"), (low, high))
    here, there = (payments_of(baseline_of(data), axis) for data in (PLAIN, other))
    found = solve(*break_even("a", here, there), low, high)
    # Half of 500 + x is 600 at x = 700.
    assert [a.trial.value.value for a in found.answers] == [70_000]


def test_break_even_of_two_changes() -> None:
    """The drift at which a pays the same with a share of 60 % as with 300 kr less of the rent."""
    baseline = baseline_of(PLAIN)
    here = (ChangeRequest("share", "a", "60 %"),)
    there = (ChangeRequest("cost", "lokal", "+300 kr"),)
    found = broken_even(baseline, "cost.drift", "a", here, there)
    # 60 % of (x + 500) is half of (x + 800) at x = 1 000.
    assert answers(found) == [("only", 100_000, True)]
    assert (found.party, found.want) == ("a", "")
    with pytest.raises(AgreementError, match="AV852"):
        broken_even(baseline, "id", "a", here, there)


def test_the_day_from_which_a_change_holds() -> None:
    """A share that falls to none on 1 July costs the party half of the year's 36 500."""
    data = changed(costs={"hyra": {"amount": "36 500"}}, periods=PLAIN["periods"])
    no_more = (ChangeRequest("share", "a", "0 %"),)
    found = solved(baseline_of(data), "date", "a>=9 050", no_more)
    # 50 kr a day for 181 days.
    ((side, value, exact),) = answers(found)
    assert (side, Quantity("day", value).day.isoformat(), exact) == ("least", "2022-07-01", True)


def test_a_change_besides() -> None:
    """A value is sought with other terms than those that stand: 60 % of x + 500 is 900."""
    dearer = (ChangeRequest("share", "a", "60 %"),)
    found = solved(baseline_of(PLAIN), "cost.drift", "a<=900", dearer)
    assert answers(found) == [("most", 100_000, True)]


@pytest.mark.parametrize(
    ("vary", "low", "high"),
    [
        ("cost", "-1", "9"),
        ("cost.bidrag", "-1", "9"),
        ("price.x", "0", "125"),
        ("price.y", "-1", "9"),
        ("price.z", "-1", "9"),
        ("periods.1.split.a", "0", "1"),
        ("costs.lokal.budget.2022=100..200 kr", "10000", "20000"),
    ],
)
def test_where_an_answer_is_looked_for(vary: str, low: str, high: str) -> None:
    """What is an amount or a price from nothing to ten times that; all together in percent."""
    data = changed(
        periods=PLAIN["periods"],
        costs={
            **PLAIN["costs"],
            "x": {"price": "12,50", "quantity": "100"},
            "y": {"price": {"2022": "1", "2023": "2"}, "quantity": "100"},
            "z": {"price": "0,5 %", "per": "population"},
            "bidrag": {"kind": "grant", "budget": {"2022": "0"}},
        },
    )
    axis = read_search_range(vary, baseline_of(data))
    assert isinstance(axis, Axis)
    assert tuple(value.value for value in axis.values) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize("vary", ["costs.lokal.budget.2022", "keys.population.values.2022.a"])
def test_nothing_to_begin_with(vary: str) -> None:
    """What is nothing has no range to begin with: ten times nothing is nothing."""
    data = changed(
        periods=PLAIN["periods"],
        costs={**PLAIN["costs"], "lokal": {"budget": {"2022": "0"}}},
        keys={"population": {"values": {"2022": {"a": "0"}}}},
    )
    found = read_search_range(vary, baseline_of(data))
    assert isinstance(found, Diagnostic)
    assert found.code == "AV852"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("1/3", "1/2", "1/2"), ("0.3332", "0.3334", "1/3"), ("-1/2", "1/2", "0"), ("3/2", "7/2", "2")],
)
def test_the_plainest_number_between(low: str, high: str, expected: str) -> None:
    """Of all fractions between two that with the smallest denominator."""
    assert simplest(Fraction(low), Fraction(high)) == Fraction(expected)


def test_a_solution_has_its_parts() -> None:
    """What is found can be told apart: values, margins and statements."""
    found = sought(PLAIN, "a<=800", "cost.drift")
    (answer,) = found.solution.answers
    assert isinstance(found.solution, Solution)
    assert isinstance(answer, Answer)
    assert isinstance(answer.trial, Trial)
    assert answer.trial.payment.statement.year == "2022"
    assert found.before.totals[0].amount == 75_000
