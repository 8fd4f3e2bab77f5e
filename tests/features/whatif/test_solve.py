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
    roundest,
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


def answers(found: Solved) -> list[tuple[str, Any]]:
    """Each answer's side and value."""
    return [(answer.side, answer.trial.value.value) for answer in found.solution.answers]


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
    """Of 1 800 000,01 kr the odd öre is paid by the other party: that is the most that does."""
    found = api.solve(alingsas, "cost", "alingsas<=900000", 2023)
    assert answers(found) == [("most", 180_000_001)]
    for cost, pays in (("1 800 000,01 kr", 90_000_000), ("1 800 000,02 kr", 90_000_001)):
        change = patched(alingsas.data, {"costs.verksamhet.budget.2023": cost})
        assert paid(change.data, 2023) == {"hsnv": 90_000_001, "alingsas": pays}


def test_alingsas_by_share(alingsas: Loaded) -> None:
    """47.0102522 % of 1 914 476 kr is 899 999,996 kr, paid as 900 000: put into the file, too."""
    found = api.solve(alingsas, "share.alingsas", "alingsas==900000", 2023)
    assert answers(found) == [("only", Fraction("0.470102522"))]
    changes = {
        "costs.verksamhet.budget.2023": "1 914 476 kr",
        "periods.2023.split": {"hsnv": "rest", "alingsas": "47.0102522 %"},
    }
    assert paid(patched(alingsas.data, changes).data, 2023) == {
        "hsnv": 101_447_600,
        "alingsas": 90_000_000,
    }


def test_alingsas_by_a_percentage(alingsas: Loaded) -> None:
    """A change of the cost in percent is as fine as is needed: -114 476 of 1 914 476 kr."""
    found = api.solve(alingsas, "cost=-100 %..+100 %", "alingsas==900000", 2023)
    ((side, value),) = answers(found)
    assert side == "only"
    assert abs(value - Fraction(-114_476, 1_914_476)) < Fraction(1, 10**8)


# --- What is wanted ------------------------------------------------------------------------


def test_at_least_and_at_most() -> None:
    """At most is bound from above, at least from below; less than 800 kr is an öre less.

    Half of 1 100 and 500 kr is 800 kr.
    """
    assert answers(sought(PLAIN, "a<=800", "cost.drift")) == [("most", 110_000)]
    assert answers(sought(PLAIN, "a>=800", "cost.drift")) == [("least", 110_000)]
    assert answers(sought(PLAIN, "a < 800", "cost.drift")) == [("most", 109_999)]
    assert answers(sought(PLAIN, "a>800", "cost.drift")) == [("least", 110_001)]
    assert answers(sought(PLAIN, "total>=2 tkr", "cost.drift")) == [("least", 150_000)]


def test_two_parties_the_same() -> None:
    """A share at which two parties pay the same: b has 3/5 of what a leaves."""
    assert answers(sought(PLAIN, "a==b", "share.a")) == [("only", Fraction(3, 8))]


def test_frames() -> None:
    """Within its frame, one party or everyone: the one that binds first decides.

    30 % of 2 000,01 kr is 600,003 kr, and 600 are paid.
    """
    assert answers(sought(PLAIN, "b<=frame", "cost.drift")) == [("most", 150_001)]
    assert answers(sought(PLAIN, "frame", "cost.drift")) == [("most", 110_000)]


def test_everything_or_nothing() -> None:
    """It is said when every value that is tried will do, and when none will."""
    every = sought(PLAIN, "a<=1 mkr", "share.a").solution
    assert (every.answers, every.states, every.unique) == ((), {"met"}, False)
    none = sought(PLAIN, "total==1 mkr", "share.a").solution
    assert (none.answers, none.holds) == ((), False)
    alike = sought(PLAIN, "total==1 500", "share.a").solution
    assert (alike.answers, alike.states) == ((), {"met"})


def test_several_answers() -> None:
    """Where a floor or a cap holds an amount for a while, the ends of that are told.

    20.0003 % of 1 500 kr is 300,0045 kr, and 300 are paid; 19.9998 % is 299,997.
    """
    limit = {"party": "b", "min": "300", "difference": "a"}
    data = {**PLAIN, "periods": [{**PLAIN["periods"][0], "limits": [limit]}]}
    assert answers(sought(data, "b<=300", "share.b")) == [("most", Fraction("0.200003"))]
    stretch = sought(data, "b==300", "share.b")
    assert answers(stretch) == [("most", Fraction("0.200003"))]
    assert stretch.solution.unique is None
    floor = {"party": "b", "max": "300", "difference": "a"}
    other = {**PLAIN, "periods": [{**PLAIN["periods"][0], "limits": [floor]}]}
    assert answers(sought(other, "b==300", "share.b")) == [("least", Fraction("0.199998"))]
    both = {"party": "b", "min": "300", "max": "450", "difference": "a"}
    data = {**PLAIN, "periods": [{**PLAIN["periods"][0], "limits": [both]}]}
    # 24 % of 1 500 kr is 360 kr, which is less than 360,01 and more than 359,99.
    assert answers(sought(data, "b==360", "share.b=20 %..28 %")) == [("only", Fraction("0.24"))]


def test_tiers_do_not_follow_a_line() -> None:
    """Through a tier the amounts follow a broken line, and its exact corner is found."""
    steps = {"steps": [{"first": "600", "split": {"a": "100 %"}}, {"rest": "equal"}]}
    data = {**PLAIN, "periods": [{**PLAIN["periods"][0], "split": steps}]}
    found = sought(data, "a<=900", "cost.drift")
    assert answers(found) == [("most", 100_000)]


def test_a_day_is_halved_to() -> None:
    """The last day at which a rent stays within an amount: 146 of 365 days of 36 500."""
    data = changed(costs={"hyra": {"amount": "36 500"}}, periods=PLAIN["periods"])
    found = sought(data, "total<=14 600", "periods.1.to")
    ((side, value),) = answers(found)
    assert (side, Quantity("day", value).day.isoformat()) == ("most", "2022-05-26")
    assert answers(sought(data, "total<=14 650", "periods.1.to")) == answers(found)
    assert answers(sought(data, "total<14 600", "periods.1.to")) == [("most", value - 1)]
    # All 365 days have been tried, so it has been shown that there is no other.
    assert (found.solution.complete, found.solution.unique) == (True, True)


def test_a_key_an_index_and_a_price() -> None:
    """Each kind of input has a range to begin with."""
    by_key = {"from": "2022-01-01", "to": "2022-12-31", "split": {"by": "population"}}
    data = {**PLAIN, "periods": [by_key]}
    assert answers(sought(data, "a==750", "key.population.a")) == [("only", 90)]
    priced = {**PLAIN, "costs": {"x": {"price": "12,50", "quantity": "100"}}}
    assert answers(sought(priced, "a==750", "price.x")) == [("only", 15)]
    # Of 1 500 kr at most 750 is the price's own öre: 15,01 gives 750,50.
    assert answers(sought(priced, "a<=750", "price.x")) == [("most", 15)]
    indexed = {**PLAIN, "costs": {"x": {"amount": "1 000", "index": _INDEX}}}
    ((_, rate),) = answers(sought(indexed, "total<=1 050", "index.kpi"))
    assert abs(rate - Fraction(5, 100)) < Fraction(1, 1000)


_INDEX = {"series": "kpi", "level": "2021", "base": "2020-10"}


def test_a_cap() -> None:
    """The cap that leaves another party so much is a number in the file's own limit."""
    limit = {"party": "a", "max": "700", "difference": "b"}
    warns = {"party": "c", "warn_above_share": "90 %"}
    data = {**PLAIN, "periods": [{**PLAIN["periods"][0], "limits": [warns, limit]}]}
    assert answers(sought(data, "b<=550", "cap")) == [("least", 65_000)]
    assert answers(sought(data, "b<=550", "cap.a")) == [("least", 65_000)]
    own = {**PLAIN, "costs": {"x": {"budget": {"2022": "1 000"}, "limits": [limit]}}}
    own["costs"]["x"]["limits"][0] = {**limit, "max": "400"}
    assert answers(sought(own, "b<=350", "cap")) == [("least", 45_000)]


def test_surcharges_count() -> None:
    """What is paid has its surcharge, and the answer reckons with it."""
    extra = {"budget": {"2022": "1 000"}, "surcharge": {"percent": "25 %", "parties": ["a"]}}
    data = {**PLAIN, "costs": {"x": extra}}
    assert answers(sought(data, "a==500", "cost")) == [("only", 80_000)]
    assert answers(sought(data, "b==300", "cost")) == [("only", 100_000)]


def test_values_that_cannot_be_are_passed_over() -> None:
    """Of values some of which cannot be, those that can are looked at, and which is said."""
    found = sought(PLAIN, "a<=800", "share.a=0 %..200 %")
    # 53.3335 % of 1 500 kr is 800,0025 kr, and 800 are paid.
    assert answers(found) == [("most", Fraction("0.533335"))]
    ((low, high),) = found.solution.unknown
    assert [low.value.value, high.value.value] == [1 + Fraction(1, 10**6), Fraction(2)]
    assert low.fault is not None
    assert low.fault.code == "AV209"
    with pytest.raises(AgreementError, match="AV209"):
        sought(PLAIN, "a<=800", "share.a=110 %..200 %")


def test_what_no_value_gives() -> None:
    """Between two values next to each other the amount passes it: the nearer is told as that.

    Of 1 000,02 kr in thirds each pays 333,34; of thousands nobody pays 333,34 kr.
    """
    thirds = {"a": "1/3", "b": "1/3", "c": "1/3"}
    data = {**PLAIN, "periods": [{**PLAIN["periods"][0], "split": thirds}]}
    data["costs"] = {"x": {"budget": {"2022": "1 000"}}}
    found = sought(data, "a==333,34", "cost=100 kr..2 000,01 kr")
    assert answers(found) == [("only", 100_000)]
    (answer,) = found.solution.answers
    assert [answer.low.value, answer.high.value] == [Fraction(100_000), Fraction(100_002)]
    rounded = {**data, "rounding": {"to": "1 kr"}}
    nearest = sought(rounded, "a==333,34", "cost=100 kr..2 000,01 kr")
    ((side, value),) = answers(nearest)
    assert (side, nearest.solution.holds, nearest.solution.unique) == ("nearest", False, False)
    # 333 kr is 0,34 kr too little, 334 is 0,66 too much.
    assert nearest.solution.answers[0].payment.amounts.paid["a"] == 33_300
    assert value == nearest.solution.answers[0].low.value


CAPPED = changed(
    periods=[{**PLAIN["periods"][0], "split": "equal", "limits": [
        {"each": "true", "max_increase": "10 %", "difference": "others"}
    ]}],
    paid={"2021": {"a": "50 000", "b": "50 000", "c": "50 000"}},
    costs={"drift": {"price": "150 kr", "quantity": "1 000"}},
)  # fmt: skip


def test_values_without_a_calculation() -> None:
    """At 147 kr each pays 49 000; above 165 kr all are at their cap, which no value can be."""
    found = sought(CAPPED, "a<=49 000", "price.drift")
    assert answers(found) == [("most", 147)]
    ((low, high),) = found.solution.unknown
    assert [low.value.value, high.value.value] == [Fraction("165.01"), Fraction(1500)]
    above = sought(CAPPED, "a<=60 000", "price.drift")
    assert answers(above) == [("most", 165)]
    fixed = {"steps": [{"fixed": {"a": "10 000", "b": "10 000"}}, {"rest": "equal"}]}
    data = changed(
        periods=[{**PLAIN["periods"][0], "split": fixed}],
        costs={"drift": {"budget": {"2022": "1 mkr"}}},
    )
    # 10 000 and a third of what 20 000 leave: 20 000 at 50 000; less than 20 000 cannot be split.
    assert answers(sought(data, "a<=20 000", "cost.drift")) == [
        ("least", 2_000_000),
        ("most", 5_000_000),
    ]


def test_an_increase_and_the_cap_on_it() -> None:
    """Nobody more than 5 % above the 50 000 kr of the year before: 157 500 kr in all.

    An increase of at most 4 000 kr is 162 000; a cap of 8 % lets each pay 54 000.
    """
    assert answers(sought(CAPPED, "any.increase<=5 %", "price.drift")) == [
        ("most", Fraction("157.5"))
    ]
    assert answers(sought(CAPPED, "a.increase<=4 tkr", "price.drift")) == [("most", 162)]
    assert answers(sought(CAPPED, "total.increase>=0 %", "price.drift")) == [
        ("least", 150),
        ("most", 165),
    ]
    limit = {"party": "a", "max_increase": "5 %", "difference": "b"}
    dearer = {**CAPPED["costs"]["drift"], "price": "180 kr"}
    data = {
        **CAPPED,
        "costs": {"drift": dearer},
        "periods": [{**CAPPED["periods"][0], "limits": [limit]}],
    }
    for vary in ("cap", "cap.a", "periods.1.limits.1.max_increase"):
        # Half an öre more than 54 000 kr is still paid as 54 000.
        assert answers(sought(data, "a<=54 000", vary)) == [("most", Fraction("0.08"))]
    with pytest.raises(AgreementError, match="AV874"):
        sought(PLAIN, "a.increase<=5 %", "cost.drift")
    # Who is new is not compared, and alone cannot be; 147 000 of 150 000 kr is 2 % less.
    new = {**data, "paid": {"2021": {"a": "50 000", "b": "50 000"}}}
    assert answers(sought(new, "any.increase<=-2 %", "price.drift")) == [("most", 147)]
    with pytest.raises(AgreementError, match="AV874"):
        sought(new, "c.increase<=5 %", "price.drift")


def test_an_increase_without_what_is_carried() -> None:
    """On a's 50 kr of 2022 come 2 %, 1 kr, and of 2021 half of 10 kr with 2 %, 5,10 kr.

    A cap does not count them, nor does the goal: 10 % more than the 50 kr of 2021 is 55 kr, so
    the cost is 110 kr at most (110,01 is still 55 for a, who is not the one that gets the öre).
    """
    period = {"from": "2021-01-01", "to": "2022-12-31", "split": {"a": "rest", "b": "50 %"}}
    data = changed(
        parties={"a": "Anna", "b": "Bo"},
        keys={},
        periods=[period],
        costs={
            "x": {
                "budget": {"2021": "100", "2022": "100"},
                "actual": {"2021": "110"},
                "surcharge": {"percent": "2 %", "parties": ["a"]},
            }
        },
        reconciliation={"surplus": {"carry_to": "+1"}, "deficit": {"carry_to": "+1"}},
    )
    assert paid(data)["a"] == 50_00 + 1_00 + 5_10
    ((side, most),) = answers(sought(data, "a.increase<=10 %", "cost.x"))
    assert (side, most // 100) == ("most", 110)


@pytest.mark.parametrize(
    ("vary", "unit", "low", "high"),
    [
        ("cost.drift=50 000..100 000", "amount", 5_000_000, 10_000_000),
        ("cost.drift=50 000", "amount", 5_000_000, 5_000_000),
        ("cost.drift=50..100 tkr", "amount", 5_000_000, 10_000_000),
        ("cost.drift=0,5 mkr..1,9 mkr", "amount", 50_000_000, 190_000_000),
        ("cost=-10 %..10 %", "change", "-0.1", "0.1"),
        ("cost=\u20132 %..+6 %:1 %", "change", "-0.02", "0.06"),
        ("cost=-2 %; 0 %; +4 %", "change", "-0.02", "0.04"),
        ("cost.drift=+10..+20 tkr", "amount", 1_000_000, 2_000_000),
        ("costs.drift.budget.2022=50 000..100 000", "amount", 5_000_000, 10_000_000),
        ("frames.a.2022=500..1 000", "amount", 50_000, 100_000),
        ("price.x=12,50..12,75 kr", "number", "12.5", "12.75"),
        ("price.x=1,1250 kr..1,25 kr", "number", "1.125", "1.25"),
        ("costs.x.price=1,1250 kr..1,3750 kr", "number", "1.125", "1.375"),
        ("costs.x.price=12,50 kr..13 kr", "amount", 1_250, 1_300),
        ("key.population.a=+0..+2 000:500", "number", 0, 2_000),
        ("index.kpi=1 %..4 %:0,5 %", "change", "0.01", "0.04"),
        ("share.a=30..60 %", "share", "0.3", "0.6"),
        ("share.a=1/3..2/3", "share", "1/3", "2/3"),
        ("periods.1.to=2022-06-30..2022-12-31", "day", 738_336, 738_520),
        ("keys.population.values.2022.a=10..20", "number", 10, 20),
    ],
)
def test_every_way_to_write_a_range(vary: str, unit: str, low: Any, high: Any) -> None:
    """What the pages and messages show for a range is read, and its values can be put in."""
    data = changed(
        periods=[{**PLAIN["periods"][0], "split": {"a": "50 %", "b": "rest"}}],
        frames=PLAIN["frames"],
        costs={
            "drift": {"budget": {"2022": "1 000"}},
            "x": {"price": "12,50", "quantity": "100"},
            "y": {"amount": "1 000", "index": _INDEX},
            "z": {"price": "1", "per": "population"},
        },
    )
    found = sought(data, "a>=0", vary).solution
    assert [(end.unit, end.value) for end in (found.low, found.high)] == [
        (unit, Fraction(low)),
        (unit, Fraction(high)),
    ]
    # A budget for all of 2022 cannot be for half of it, and says so.
    assert found.states == {"met"} or (unit == "day" and found.holds)


@pytest.mark.parametrize(
    ("want", "vary", "code"),
    [
        ("a<=800", "cap", "AV857"),
        ("a<=800", "costs.x.budget.2022", "AV852"),
        ("a<=800", "key.nothing.a", "AV852"),
        ("a<=800", "periods.1.split", "AV852"),
        ("a<=800", "id", "AV852"),
        ("a<=800", "date=0", "AV808"),
        ("a<=800", "date=1 kr..2 kr", "AV808"),
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
    with pytest.raises(AgreementError, match="AV763"):
        sought(PLAIN, "a<=800", "share.a", 2024)


def test_break_even() -> None:
    """The cost at which a third part of it and a fixed split give a party the same."""
    steps = {"steps": [{"first": "600", "split": {"a": "100 %"}}, {"rest": {"b": "100 %"}}]}
    other = {**PLAIN, "periods": [{**PLAIN["periods"][0], "split": steps}]}
    low, high = (read_quantity(text, SEK) for text in ("0 kr", "10 tkr"))
    axis = Axis(read_input("cost.drift"), (low, high), (low, high))
    here, there = (payments_of(baseline_of(data), axis) for data in (PLAIN, other))
    found = solve(*break_even("a", here, there), axis, [Fraction(1)])
    # Half of 500 + x is 600 at x = 700.
    assert [a.trial.value.value for a in found.answers] == [70_000]


def test_break_even_of_two_changes() -> None:
    """The drift at which a pays the same with a share of 60 % as with 300 kr less of the rent."""
    baseline = baseline_of(PLAIN)
    here = (ChangeRequest("share", "a", "60 %"),)
    there = (ChangeRequest("cost", "lokal", "+300 kr"),)
    found = broken_even(baseline, "cost.drift", "a", here, there)
    # 60 % of (x + 500) is half of (x + 800) at x = 1 000.
    assert answers(found) == [("only", 100_000)]
    assert (found.party, found.want) == ("a", "")
    with pytest.raises(AgreementError, match="AV852"):
        broken_even(baseline, "id", "a", here, there)


def test_the_day_from_which_a_change_holds() -> None:
    """A share that falls to none on 1 July costs the party half of the year's 36 500."""
    data = changed(costs={"hyra": {"amount": "36 500"}}, periods=PLAIN["periods"])
    no_more = (ChangeRequest("share", "a", "0 %"),)
    found = solved(baseline_of(data), "date", "a>=9 050", no_more)
    # 50 kr a day for 181 days.
    ((side, value),) = answers(found)
    assert (side, Quantity("day", value).day.isoformat()) == ("least", "2022-07-01")


def test_a_small_share_of_a_large_amount() -> None:
    """0.000001 % of 12 345 678 901,23 kr is 123,46 kr, so less than 0.0001 % must be told apart.

    200 kr is 0.00000162000003 %, and 0.00000162 % is paid as 200,00.
    """
    data = changed(
        periods=[{**PLAIN["periods"][0], "split": {"a": "rest", "b": "0.000001 %"}}],
        costs={"drift": {"budget": {"2022": "12 345 678 901.23"}}},
    )
    ((side, value),) = answers(sought(data, "b<=200", "share.b"))
    assert side == "most"
    assert Fraction("1.61e-8") <= value <= Fraction("1.6204e-8")
    assert value * 1_234_567_890_123 <= 20_000 + Fraction(1, 2)


def test_a_value_holds_from_the_year() -> None:
    """An undated rent sought for 2023 leaves 2022 alone: a is capped at 5 % over 18 250 kr."""
    limit = {"party": "a", "max_increase": "5 %", "difference": "b"}
    data = changed(
        costs={"hyra": {"amount": "36 500"}},
        periods=[{**PLAIN["periods"][0], "to": "2023-12-31", "limits": [limit]}],
    )
    found = sought(data, "a>=19 162,50", "cost.hyra", 2023)
    # 18 250 and 5 % is 19 162,50, which is half of 38 325.
    assert answers(found) == [("least", 3_832_500)]
    assert found.since == "2023-01-01"


def test_a_change_besides() -> None:
    """A value is sought with other terms than those that stand: 60 % of x + 500 is 900."""
    dearer = (ChangeRequest("share", "a", "60 %"),)
    found = solved(baseline_of(PLAIN), "cost.drift", "a<=900", dearer)
    assert answers(found) == [("most", 100_000)]


@pytest.mark.parametrize(
    ("vary", "low", "high"),
    [
        ("cost", "-1", "9"),
        ("cost.bidrag", "-1", "9"),
        ("price.x", "0", "125"),
        ("price.y", "-1", "9"),
        ("price.z", "-1", "9"),
        ("price.w", "0", "125"),
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
            "w": {"price": "12,50 kr", "quantity": "100"},
            "bidrag": {"kind": "grant", "budget": {"2022": "0"}},
        },
    )
    axis = read_search_range(vary, baseline_of(data))
    assert isinstance(axis, Axis)
    assert tuple(value.value for value in axis.ends) == (Fraction(low), Fraction(high))


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
    [
        ("1/3", "1/2", "0.4"),
        ("-1/2", "1/2", "0"),
        ("17999.99", "18000.01", "18000"),
        ("5", "5", "5"),
    ],
)
def test_the_roundest_number_between(low: str, high: str, expected: str) -> None:
    """Of all numbers from one to another that with the fewest digits."""
    assert roundest(Fraction(low), Fraction(high)) == Fraction(expected)


def test_a_solution_has_its_parts() -> None:
    """What is found can be told apart: values, margins and statements."""
    found = sought(PLAIN, "a<=800", "cost.drift")
    (answer,) = found.solution.answers
    assert isinstance(found.solution, Solution)
    assert isinstance(answer, Answer)
    assert isinstance(answer.trial, Trial)
    assert answer.payment.statement.year == "2022"
    assert found.before.totals[0].amount == 75_000
