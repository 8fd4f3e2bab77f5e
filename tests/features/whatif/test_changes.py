"""What a what-if asks for: the values that it sets, and what each party then pays."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.prepared import prepared
from avtalskalk.checks.validation import examine
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.changes import Baseline, applied
from avtalskalk.features.whatif.outcome import Outcome, change_data, try_out
from avtalskalk.model.value_text import number_text, share_text
from avtalskalk.model.values import number

Data = dict[str, Any]
MakeData = Callable[..., Data]

TWO_YEARS = """
    periods:
    - from: 2023-01-01
      to: 2023-12-31
      split: {a: 70 %, b: 30 %}
      splits: {hr: {a: 20 %, b: rest}}
    - {from: 2024-01-01, to: 2024-12-31, continues: true, option: {extend: 1 year}}
"""
DRIFT = TWO_YEARS + "    costs: {x: {budget: {2023: 1 000 kr, 2024: 2 000 kr}}}\n"


def tried(
    text: str, data: MakeData, *asked: ChangeRequest, years: tuple[int, ...] = (2024,)
) -> Outcome:
    """What changes come to, for a small agreement with its budget."""
    found = data(text)
    plan = examine(found).plan
    assert plan is not None
    return try_out(Baseline(found, plan, years), asked)


def set_by(
    text: str, data: MakeData, *asked: ChangeRequest, years: tuple[int, ...] = (2024,)
) -> Data:
    """The values that changes set, by path; the changed agreement must be sound."""
    outcome = tried(text, data, *asked, years=years)
    assert outcome.plan is not None, outcome.diagnostics
    assert applied(data(text), outcome.made.changes) == outcome.made.data
    return {one.path: one.value for one in outcome.made.changes}


def paid(outcome: Outcome, year: int = 2024) -> dict[str, int | None]:
    """What each party pays after the changes, in öre."""
    assert outcome.plan is not None, outcome.diagnostics
    return {one.party: one.amount for one in calculate(outcome.plan, year, "budget").totals}


def refused(
    text: str, data: MakeData, *asked: ChangeRequest, years: tuple[int, ...] = (2024,)
) -> str:
    """The code of the one finding that stops a change."""
    outcome = tried(text, data, *asked, years=years)
    assert outcome.plan is None
    (one,) = outcome.diagnostics
    assert one.path == (asked[-1].option,) or asked[-1].option == ""
    return one.code


# --- Costs and prices ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "becomes"),
    [
        ("+3 %", "2 060 kr"),
        ("-12,5 %", "1 750 kr"),
        ("+0,001 %", "2 000,02 kr"),
        ("+250 kr", "2 250 kr"),
        ("\u2212250", "1 750 kr"),
        ("\u2013250", "1 750 kr"),
        ("2 mkr", "2 000 000 kr"),
    ],
)
def test_a_cost(data: MakeData, value: str, becomes: str) -> None:
    """A cost rises by a part of it or by an amount, or is another amount, rounded to öre."""
    found = set_by(DRIFT, data, ChangeRequest("cost", "x", value))
    assert found == {"costs.x.budget.2024": becomes}


def test_a_cost_is_rounded_half_up(data: MakeData) -> None:
    """0,50 kr and half a percent is 0,5025 kr, which becomes 0,50; 1,5 % makes 0,5075, so 0,51."""
    text = "split: equal\ncosts: {x: {budget: {2024: '0,50'}}}"
    assert set_by(text, data, ChangeRequest("cost", "", "+0,5 %")) == {}
    assert set_by(text, data, ChangeRequest("cost", "", "+1,5 %")) == {
        "costs.x.budget.2024": "0,51"
    }
    assert set_by(text, data, ChangeRequest("cost", "", "+1 %")) == {"costs.x.budget.2024": "0,51"}


def test_all_costs_and_no_revenue(data: MakeData) -> None:
    """A percentage without a name is for the costs, not for what reduces them or rests on them."""
    text = """
    split: equal
    costs:
      x: {budget: {2024: 100 kr}}
      y: {amount: 200 kr}
      z: {kind: grant, budget: {2024: 10 kr}}
      o: {percent: 5 %, of: [x]}
    """
    found = set_by(text, data, ChangeRequest("cost", "", "+10 %"))
    assert found == {"costs.x.budget.2024": "110 kr", "costs.y.amount": "220 kr"}


@pytest.mark.parametrize(
    ("item", "becomes"),
    [
        ("{total: 1 000 kr}", {"costs.x.total": "1 020 kr"}),
        ("{price: '31,25', quantity: 4}", {"costs.x.price": "31,8750"}),
        ("{price: '0,105 ‰', per: k}", {"costs.x.price": "0,1071 ‰"}),
        (
            "{bands: {by: k, table: [{below: 2, amount: 100}, {amount: {2023: 200, 2025: 300}}]}}",
            {"costs.x.bands.table.1.amount": "102", "costs.x.bands.table.2.amount.2023": "204"},
        ),
        (
            "{amounts: {2024: {a: 100, b: 50}, 2025: {a: 1}}}",
            {"costs.x.amounts.2024.a": "102", "costs.x.amounts.2024.b": "51"},
        ),
        (
            "{amounts: {2024: {a: 100, b: 50}}, sum: 150}",
            {
                "costs.x.amounts.2024.a": "102",
                "costs.x.amounts.2024.b": "51",
                "costs.x.sum": None,
            },
        ),
        (
            "{budget: {2024: {value: 100 kr, source: s}}}",
            {"costs.x.budget.2024.value": "102 kr"},
        ),
        ("{amount: {2023: 100, 2024: 200, 2025: 300}}", {"costs.x.amount.2024": "204"}),
    ],
)
def test_a_cost_in_every_form(data: MakeData, item: str, becomes: Data) -> None:
    """Two percent more is two percent of whatever states the year's amount."""
    text = f"""
    split: equal
    keys: {{k: {{values: {{a: 1, b: 2, c: 3}}}}}}
    sources: {{s: {{title: S}}}}
    costs: {{x: {item}}}
    """
    assert set_by(text, data, ChangeRequest("cost", "x", "+2 %")) == becomes


def test_a_new_figure(data: MakeData) -> None:
    """An amount without a sign can stand where there was none."""
    text = TWO_YEARS + "    costs: {x: {budget: {2023: 1 kr}}}\n"
    assert set_by(text, data, ChangeRequest("cost", "x", "2 tkr")) == {
        "costs.x.budget.2024": "2 000 kr"
    }


@pytest.mark.parametrize(
    ("amount", "start", "becomes"),
    [
        ("100", date(2024, 7, 1), {"costs.x.amount": {"2023": "100", "2024-07-01": "110"}}),
        ("100", date(2024, 1, 1), {"costs.x.amount": {"2023": "100", "2024": "110"}}),
        ("100", date(2023, 1, 1), {"costs.x.amount": "110"}),
        (
            "{2023: 100, 2024-03-01: 200}",
            date(2023, 7, 1),
            {"costs.x.amount.2023-07-01": "110", "costs.x.amount.2024-03-01": "220"},
        ),
    ],
)
def test_an_amount_from_a_day_on(data: MakeData, amount: str, start: date, becomes: Data) -> None:
    """An amount per year changes on the day itself, and whatever comes after changes too."""
    text = TWO_YEARS + f"    costs: {{x: {{amount: {amount}}}}}\n"
    asked = ChangeRequest("cost", "x", "+10 %", start)
    assert set_by(text, data, asked, years=(2023, 2024)) == becomes


def test_an_amount_of_an_agreement_without_a_start(data: MakeData) -> None:
    """Where nobody knows when the agreement began, the old amount holds from before any year."""
    text = "periods: [{to: 2024-12-31, split: equal}]\ncosts: {x: {amount: 100}}"
    found = set_by(text, data, ChangeRequest("cost", "x", "+10 %", date(2024, 1, 1)))
    assert found == {"costs.x.amount": {"1900": "100", "2024": "110"}}


def test_figures_from_a_day_on(data: MakeData) -> None:
    """Annual figures change from the year that begins that day."""
    asked = ChangeRequest("cost", "x", "+10 %", date(2024, 1, 1))
    found = set_by(DRIFT, data, asked, years=(2023, 2024))
    assert found == {"costs.x.budget.2024": "2 200 kr"}


@pytest.mark.parametrize(
    ("value", "becomes"), [("+10 %", "1 265 kr"), ("+50", "1 200 kr"), ("1,5 tkr", "1,5 tkr")]
)
def test_a_price(data: MakeData, value: str, becomes: str) -> None:
    """A price rises by a part or an amount, or is another as it is written."""
    text = "split: equal\ncosts: {x: {price: 1 150 kr, quantity: 4}, y: {amount: 1}}"
    assert set_by(text, data, ChangeRequest("price", "", value)) == {"costs.x.price": becomes}


# --- Two changes, and some of the years ---------------------------------------------------------

TWO_COSTS = """
    split: equal
    keys: {k: {values: {a: 10, b: 20, c: 30}}}
    costs:
      x: {budget: {2024: 1 000 kr}}
      y: {budget: {2024: 500 kr}}
      z: {price: 10 kr, per: k}
"""


@pytest.mark.parametrize("turned", [False, True])
def test_the_particular_goes_before_the_general(data: MakeData, turned: bool) -> None:  # noqa: FBT001
    """All costs 3 % more and x 5 % more is x 5 % more and the others 3 %, in any order."""
    asked = [
        ChangeRequest("cost", "", "+3 %"),
        ChangeRequest("cost", "x", "+5 %"),
        ChangeRequest("price", "z", "12 kr"),
        ChangeRequest("key", "k", "+10 %"),
        ChangeRequest("key", "k.b", "25"),
    ]
    assert set_by(TWO_COSTS, data, *(reversed(asked) if turned else asked)) == {
        "costs.x.budget.2024": "1 050 kr",
        "costs.y.budget.2024": "515 kr",
        "costs.z.price": "12 kr",
        "keys.k.values.a": "11",
        "keys.k.values.b": "25",
        "keys.k.values.c": "33",
    }
    by_path = ChangeRequest("set", "costs.x.budget.2024", "2 000 kr")
    assert set_by(TWO_COSTS, data, asked[0], by_path) == {
        "costs.x.budget.2024": "2 000 kr",
        "costs.y.budget.2024": "515 kr",
        "costs.z.price": "10,3 kr",
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("cost", "x", "+3 %"), ("cost", "x", "+5 %")),
        (("cost", "", "+3 %"), ("cost", "", "+5 %")),
        (("cost", "z", "+3 %"), ("price", "z", "+5 %")),
        (("cost", "", "+3 %"), ("price", "", "+5 %")),
        (("set", "costs.x.budget.2024", "5"), ("cost", "x", "+5 %")),
        (("set", "title", "T"), ("set", "title", "U")),
        (("split", "", "equal"), ("share", "a", "40 %")),
        (("share", "a", "40 %"), ("share", "b", "40 %")),
        (("share", "a", "40 %"), ("leave", "c", "")),
        (("key", "k.a", "+1"), ("key", "k.a", "12")),
        (("set", "periods.1.split", "equal"), ("split", "", "a=40 %, b=30 %, c=30 %")),
    ],
)
def test_two_changes_of_the_same_thing(data: MakeData, first: Any, second: Any) -> None:
    """Nobody can tell which of them holds, or both, so both orders are refused."""
    text = TWO_COSTS.replace("split: equal", "split: {a: 50 %, b: 30 %, c: 20 %}")
    asked = [ChangeRequest(*first), ChangeRequest(*second)]
    for pair in (asked, [*reversed(asked)]):
        assert [found.code for found in tried(text, data, *pair).diagnostics] == ["AV782"]


def test_changes_one_after_the_other(data: MakeData) -> None:
    """A scenario, and what is added to it, changes what the scenario before it gives.

    1 000 kr and 250 kr is 1 250 kr; 4 % more is 1 300 kr.  From two days both hold, each from its
    own: 1 000 kr and 10 % in 2023 alone, another 10 % in 2024 of what was 2 000 kr.
    """
    dearer = ChangeRequest("cost", "x", "+250 kr", path=("cost", "x"), file="dearer.yaml")
    found = tried(TWO_COSTS, data, dearer, ChangeRequest("cost", "x", "+4 %"))
    assert found.made.changes[-1].value == "1 300 kr"
    asked = [ChangeRequest("cost", "x", "+10 %", date(year, 1, 1)) for year in (2023, 2024)]
    made = tried(DRIFT, data, *asked, years=(2023, 2024)).made
    assert made.data["costs"]["x"]["budget"] == {"2023": "1 100 kr", "2024": "2 420 kr"}


def test_who_leaves_does_so_from_the_new_split(data: MakeData) -> None:
    """With a split for those who are left, in any order: 60 and 40 % of 100 kr."""
    text = "split: {a: 50 %, b: 30 %, c: 20 %}\ncosts: {x: {amount: 100}}"
    asked = [ChangeRequest("leave", "c", ""), ChangeRequest("split", "", "a=60 %, b=rest")]
    for pair in (asked, [*reversed(asked)]):
        assert paid(tried(text, data, *pair)) == {"a": 6_000, "b": 4_000, "c": 0}


def test_who_leaves_for_good_joins_no_more(data: MakeData) -> None:
    """The earlier membership stays, the present one ends, and a later one falls away."""
    text = """
        parties: {a: A, b: B, c: {name: C, joined: [2020-01-01, 2023-01-01, 2025-07-01],
                                  left: [2021-12-31, 2025-03-31]}}
        periods: [{from: 2020-01-01, split: equal}]
        costs: {x: {amount: 300}}
    """
    changes = set_by(text, data, ChangeRequest("leave", "c", ""))
    assert changes["parties.c.left"] == ["2021-12-31", "2023-12-31"]
    assert changes["parties.c.joined"] == ["2020-01-01", "2023-01-01"]


def test_all_that_leave_at_once(data: MakeData) -> None:
    """What b and c bore of 50, 30 and 20 % is all borne by a, in any order."""
    text = "split: {a: 50 %, b: 30 %, c: 20 %}\ncosts: {x: {amount: 100}}"
    asked = [ChangeRequest("leave", "b", ""), ChangeRequest("leave", "c", "")]
    for pair in (asked, [*reversed(asked)]):
        assert paid(tried(text, data, *pair)) == {"a": 10_000, "b": 0, "c": 0}


@pytest.mark.parametrize(
    "item",
    [
        "amount: 200 000 kr",
        "amount: {2023: 200 000 kr, 2024: 200 000 kr}",
        "amount: {2023: 200 000 kr}",
        "budget: {2023: 200 000 kr, 2024: 200 000 kr}",
        "price: 200 kr, quantity: 1 000",
        "price: 2 kr, per: k",
        "amounts: {2023: {a: 100 000, b: 100 000}, 2024: {a: 100 000, b: 100 000}}",
    ],
)
def test_a_change_for_one_year_leaves_the_year_before(data: MakeData, item: str) -> None:
    """However the cost is written, 10 % more for 2024 leaves the 100 000 kr of 2023.

    A party pays at most 5 % more than the year before: 105 000 kr of 220 000 kr, not 110 000.
    """
    text = f"""
    parties: {{a: A, b: B}}
    periods:
    - from: 2023-01-01
      to: 2024-12-31
      split: equal
      limits: [{{party: a, max_increase: 5 %, difference: b}}]
    keys: {{k: {{values: {{a: 50 000, b: 50 000}}}}}}
    costs: {{x: {{{item}}}}}
    """
    outcome = tried(text, data, ChangeRequest("cost", "", "+10 %"))
    assert paid(outcome, 2023) == {"a": 10_000_000, "b": 10_000_000}
    assert paid(outcome) == {"a": 10_500_000, "b": 11_500_000}
    whole = tried(text, data, ChangeRequest("cost", "", "+10 %"), years=(2023, 2024))
    assert paid(whole, 2023) == paid(whole) == {"a": 11_000_000, "b": 11_000_000}
    assert whole.made.since is None


def test_terms_for_one_year_leave_the_year_before(data: MakeData) -> None:
    """A split, a share, a key and a party that leaves: 2023 is as it was, and the day is kept."""
    text = """
    periods: [{from: 2023-01-01, split: {a: 50 %, b: 30 %, c: 20 %}, splits: {kk: {by: k}}}]
    keys:
      k: {values: {a: 10, b: 20, c: 30}}
      d: {use: {latest: 11-01, year: -1}, values: {2021-12-31: {a: 1, b: 1, c: 2}}}
    costs: {x: {amount: 600}, y: {amount: 600, split: kk}, z: {amount: 400, split: {by: d}}}
    """
    # 300 + 100 + 100, 180 + 200 + 100, 120 + 300 + 200 kr.
    before = {"a": 50_000, "b": 48_000, "c": 62_000}
    assert paid(tried(text, data), 2023) == before
    changes: dict[tuple[Any, str, str], dict[str, int]] = {
        ("split", "", "equal"): {"a": 40_000, "b": 50_000, "c": 70_000},
        ("share", "a", "0 %"): {"a": 20_000, "b": 66_000, "c": 74_000},
        # 600 kr by 30, 20 and 30 of 80.
        ("key", "k.a", "30"): {"a": 62_500, "b": 43_000, "c": 54_500},
        # 400 kr by 2, 1 and 2 of 5.
        ("key", "d.a", "+1"): {"a": 56_000, "b": 46_000, "c": 58_000},
        ("split", "z", "a=100 %"): {"a": 80_000, "b": 38_000, "c": 42_000},
        # 375 + 225 by 50 and 30; 200 + 400 by 10 and 20; 200 + 200 by 1 and 1.
        ("leave", "c", ""): {"a": 77_500, "b": 82_500, "c": 0},
    }
    for change, after in changes.items():
        outcome = tried(text, data, ChangeRequest(*change))
        assert (paid(outcome, 2023), paid(outcome)) == (before, after), change
        assert paid(outcome, 2025) == after
        assert outcome.made.since == date(2024, 1, 1)
    total = text.replace("x: {amount: 600}", "x: {total: 600, from: 2023-01-01, to: 2024-12-31}")
    assert refused(total, data, ChangeRequest("cost", "x", "+3 %")) == "AV766"


# --- Terms --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        ("a=62,5 %,b=37,5 %", {"a": "62,5 %", "b": "37,5 %"}),
        ("a=62,5%, b=rest", {"a": "62,5%", "b": "rest"}),
        ("a=1/3; b=2/3", {"a": "1/3", "b": "2/3"}),
        ("equal", "equal"),
        ({"by": "k"}, {"by": "k"}),
        ("by=k", {"by": "k"}),
    ],
)
def test_a_split(data: MakeData, said: object, becomes: object) -> None:
    """A comma parts two shares only before an id and an equals sign."""
    text = DRIFT + "    keys: {k: {values: {a: 1, b: 2, c: 3}}}\n"
    assert set_by(text, data, ChangeRequest("split", "", said)) == {"periods.2.split": becomes}


def test_terms_that_go_on_become_their_own_to_be_changed(data: MakeData) -> None:
    """A condition has failed, so 2024 has 2023's 70 and 30 %: with 40 % for b, a has 60 %."""
    text = """
        periods:
        - {from: 2023-01-01, to: 2023-12-31, split: {a: 70 %, b: 30 %}}
        - {from: 2024-01-01, to: 2024-12-31, split: equal, condition: identical_decision,
           otherwise: previous, decisions: {a: {status: refused}}}
        costs: {x: {amount: 1 000}}
    """
    share = ChangeRequest("share", "b", "40 %")
    assert paid(tried(text, data, share)) == {"a": 600_00, "b": 400_00, "c": 0}
    assert paid(tried(text, data, share), 2023) == {"a": 700_00, "b": 300_00, "c": 0}
    split = ChangeRequest("split", "", "equal")
    assert paid(tried(text, data, split), 2024) == dict.fromkeys("abc", 333_33) | {"a": 333_34}


def test_a_split_of_several_years(data: MakeData) -> None:
    """A period that takes over its split takes over the changed one."""
    asked = ChangeRequest("split", "", "equal")
    assert set_by(DRIFT, data, asked, years=(2023, 2024)) == {"periods.1.split": "equal"}


@pytest.mark.parametrize(
    ("target", "path"), [("hr", "periods.1.splits.hr"), ("x", "costs.x.split"), ("s", "shares.s")]
)
def test_a_split_by_name(data: MakeData, target: str, path: str) -> None:
    """A split can be that of a name, of an item or of the agreement's shares."""
    text = DRIFT + "    shares: {s: {a: 26 %, b: rest}}\n"
    asked = ChangeRequest("split", target, "equal")
    assert set_by(text, data, asked, years=(2023, 2024)) == {path: "equal"}


@pytest.mark.parametrize(
    ("target", "becomes"),
    [
        (
            "x",
            {
                "costs.x.split": "x",
                "periods.1.splits.x": {"a": "70 %", "b": "30 %"},
                "periods.2.splits.x": "equal",
            },
        ),
        (
            "s",
            {
                "shares.s": None,
                "periods.1.splits.s": {"a": "26 %", "b": "rest"},
                "periods.2.splits.s": "equal",
            },
        ),
        ("hr", {"periods.2.splits.hr": "equal"}),
    ],
)
def test_a_split_by_name_from_the_second_year(data: MakeData, target: str, becomes: Data) -> None:
    """An item's own split and a shared one have no days, so the periods have them instead."""
    text = DRIFT + "    shares: {s: {a: 26 %, b: rest}}\n"
    assert set_by(text, data, ChangeRequest("split", target, "equal")) == becomes
    if target == "x":
        outcome = tried(text, data, ChangeRequest("split", "x", "a=40 %, b=60 %"))
        # 70 and 30 % of 1 000 kr in 2023 as before; 40 and 60 % of 2 000 kr in 2024.
        assert paid(outcome, 2023) == {"a": 70_000, "b": 30_000, "c": 0}
        assert paid(outcome) == {"a": 80_000, "b": 120_000, "c": 0}
    taken = text.replace("{x: {budget", "{s: {amount: 1}, hr: {amount: 1}, x: {budget")
    assert refused(taken, data, ChangeRequest("split", "hr", "equal")) == "AV766"


@pytest.mark.parametrize(
    ("split", "becomes"),
    [
        ("{a: 60 %, b: 30 %, c: 10 %}", {"a": "20 %", "b": "60 %", "c": "20 %"}),
        ("{a: 60 %, b: rest}", {"a": "20 %", "b": "rest"}),
        ("{a: rest, b: 30 %, c: 30 %}", {"a": "20 %", "b": "40 %", "c": "40 %"}),
        ("equal", {"a": "20 %", "b": "40 %", "c": "40 %"}),
        ("{equal: [a, b]}", {"a": "20 %", "b": "80 %"}),
        ("{parts: {b: 1, c: 2}}", {"b": "4/15", "c": "8/15", "a": "20 %"}),
        ("s", {"a": "20 %", "b": "80 %"}),
        (
            "{a: {2023: 50 %, 2024: 60 %}, b: {2023: 25 %, 2024: 10 %}, c: rest}",
            {"a": "20 %", "b": {"2023": "40 %", "2024": "20 %"}, "c": "rest"},
        ),
        (
            "{a: {2023: 100 %, 2024: 50 %}, b: {2024: 50 %}}",
            {"a": "20 %", "b": "80 %"},
        ),
    ],
)
def test_a_share(data: MakeData, split: str, becomes: object) -> None:
    """With another share for one party the others keep their proportions."""
    text = f"shares: {{s: {{a: 1/4, b: 3/4}}}}\nsplit: {split}\ncosts: {{x: {{amount: 1}}}}"
    asked = ChangeRequest("share", "a", "20 %")
    if "100 %" in split:
        assert refused(text, data, asked) == "AV765"
    else:
        assert set_by(text, data, asked) == {"periods.1.split": becomes}


def test_the_share_of_one_of_two(data: MakeData) -> None:
    """Of two parties the other bears what is left, though it bore nothing before."""
    two = {"a": "A", "b": "B"}
    found = data("split: {a: 100 %}\ncosts: {x: {amount: 1}}", parties=two)
    plan = examine(found).plan
    assert plan is not None
    made = change_data(Baseline(found, plan, (2024,)), [ChangeRequest("share", "a", "40 %")])
    assert [one.value for one in made.changes] == [{"a": "40 %", "b": "60 %"}]


def test_the_share_in_a_split_taken_over(data: MakeData) -> None:
    """A share of a split that is taken over is changed in the period itself, the rest copied."""
    assert set_by(DRIFT, data, ChangeRequest("share", "a", "40 %")) == {
        "periods.2.split": {"a": "40 %", "b": "60 %"}
    }
    assert set_by(DRIFT, data, ChangeRequest("share", "hr.a", "40 %")) == {
        "periods.2.splits.hr": {"a": "40 %", "b": "rest"}
    }
    named = DRIFT.replace("split: {a: 70 %, b: 30 %}", "split: hr")
    assert set_by(named, data, ChangeRequest("share", "a", "40 %")) == {
        "periods.2.split": {"a": "40 %", "b": "rest"}
    }


def test_a_split_from_a_day_on(data: MakeData) -> None:
    """The period is cut there, and its later part goes on with all that it had."""
    text = DRIFT.replace("option: {extend: 1 year}", "option: {extend: 1 year}, source: s")
    text += "    sources: {s: {title: S}}\n"
    asked = ChangeRequest("split", "", "a=20 %, b=rest", date(2024, 7, 1))
    outcome = tried(text, data, asked)
    assert {one.path: one.value for one in outcome.made.changes} == {
        "periods.2.to": "2024-06-30",
        "periods.2.option": None,
        "periods.3": {
            "from": "2024-07-01",
            "to": "2024-12-31",
            "option": {"extend": "1 year"},
            "continues": "true",
            "source": "s",
        },
        "periods.3.split": {"a": "20 %", "b": "rest"},
    }
    # 182 of 366 days at 70 %, 184 at 20 %, of 2 000 kr: 69 617,49 + 20 109,29 öre = 89 726,78.
    assert paid(outcome) == {"a": 89727, "b": 110273, "c": 0}
    assert outcome.plan is not None
    used = prepared(outcome.plan, assume_extended=True)
    assert used.terms[-1].span.last == date(2025, 12, 31)


def test_a_split_from_the_first_day(data: MakeData) -> None:
    """A period that begins that day is not cut."""
    asked = ChangeRequest("split", "", "equal", date(2024, 1, 1))
    assert set_by(DRIFT, data, asked, years=(2023, 2024)) == {"periods.2.split": "equal"}


@pytest.mark.parametrize(
    ("renews", "end"), [("{years: 2}", {}), ("{years: 2, times: 1}", {"to": "2025-12-31"})]
)
def test_a_split_from_a_day_of_renewed_time(data: MakeData, renews: str, end: Data) -> None:
    """Time that the agreement runs on is not cut out of the period: the new one ends it."""
    text = f"""
    periods: [{{from: 2023-01-01, to: 2023-12-31, renews: {renews}, split: {{a: 70 %, b: 30 %}}}}]
    costs: {{x: {{amount: 100}}}}
    """
    found = set_by(text, data, ChangeRequest("split", "", "equal", date(2024, 7, 1)))
    later = {"from": "2024-07-01", **end, "continues": "true"}
    assert found == {"periods.2": later, "periods.2.split": "equal"}
    # The first renewed year begins with the period's own terms no less than the second.
    outcome = tried(text, data, ChangeRequest("split", "", "equal"))
    assert paid(outcome, 2023) == {"a": 7_000, "b": 3_000, "c": 0}
    assert paid(outcome, 2024) == {"a": 3_334, "b": 3_333, "c": 3_333}
    assert outcome.made.since == date(2024, 1, 1)


def test_two_changes_from_two_days(data: MakeData) -> None:
    """A period can be cut twice, and each change holds from its own day."""
    asked = (
        ChangeRequest("split", "", "a=20 %, b=rest", date(2024, 7, 1)),
        ChangeRequest("split", "", "equal", date(2024, 10, 1)),
    )
    one, other = tried(DRIFT, data, *asked), tried(DRIFT, data, *reversed(asked))
    assert other.diagnostics == one.diagnostics == ()
    # 182 days at 70 %, 92 at 20 % and 92 at a third, of 2 000 kr in 366 days, in öre:
    # 96 429,87, 86 812,39 and 16 757,74.
    assert paid(one) == paid(other) == {"a": 96430, "b": 86812, "c": 16758}


# --- A party that leaves ------------------------------------------------------------------------


def test_a_party_leaves(data: MakeData) -> None:
    """From that day the others bear its part in the proportions they had."""
    text = """
    periods: [{from: 2024-01-01, to: 2025-12-31, split: {a: 50 %, b: 30 %, c: 20 %}}]
    costs: {x: {amount: 1 000 kr}}
    """
    outcome = tried(
        text, data, ChangeRequest("leave", "a", "", date(2025, 1, 1)), years=(2024, 2025)
    )
    assert outcome.diagnostics == ()
    found = {one.path: one.value for one in outcome.made.changes}
    assert found["parties.a"] == {"name": "A", "left": "2024-12-31"}
    assert found["periods.2.split"] == {"b": "60 %", "c": "40 %"}
    assert paid(outcome) == {"a": 50000, "b": 30000, "c": 20000}
    assert paid(outcome, 2025) == {"a": 0, "b": 60000, "c": 40000}


def test_a_party_leaves_from_the_start(data: MakeData) -> None:
    """Without a day a party leaves on the first day of the terms, also where that is in April."""
    text = """
    periods: [{from: 2024-04-01, to: 2024-12-31, split: {a: 50 %, b: 30 %, c: 20 %}}]
    costs: {x: {total: 900 kr, split: {a: 1/3, b: rest}}}
    """
    outcome = tried(text, data, ChangeRequest("leave", "a", ""))
    assert outcome.diagnostics == ()
    found = {one.path: one.value for one in outcome.made.changes}
    assert found["parties.a"] == {"name": "A", "left": "2024-03-31"}
    assert found["periods.1.split"] == {"b": "60 %", "c": "40 %"}
    assert paid(outcome) == {"a": 0, "b": 90000, "c": 0}


def test_a_party_leaves_every_split(data: MakeData) -> None:
    """Named splits, items' own, and shares inside other kinds lose it too."""
    text = """
    parties: {a: {name: A, joined: 2023-01-01}, b: B, c: C}
    periods:
    - from: 2023-01-01
      to: 2023-12-31
      split: {mix: [{weight: 50 %, split: {a: 60 %, b: 40 %}}, {weight: rest, split: equal}]}
      splits: {hr: {a: 1/2, b: 1/4, c: 1/4}}
    - {from: 2024-01-01, to: 2024-12-31, continues: true}
    shares: {s: {a: 50 %, b: rest}}
    keys: {k: {values: {a: 1, b: 2, c: 3}}}
    costs:
      x: {amount: 100}
      y: {amount: 100, split: {steps: [{first: 10, split: {a: 1/2, b: 1/2}}, {rest: {by: k}}]}}
      z:
        amount: 100
        split: {tolerance: {agreed: {2023: {a: 50 %, b: 50 %}}, actual: {by: k}, points: 50}}
    """
    outcome = tried(text, data, ChangeRequest("leave", "a", ""))
    assert outcome.diagnostics == ()
    found = {one.path: one.value for one in outcome.made.changes}
    assert found["parties.a.left"] == "2023-12-31"
    assert found["periods.2.split"]["mix"][0]["split"] == {"b": "100 %"}
    assert found["periods.2.splits.hr"] == {"b": "50 %", "c": "50 %"}
    assert found["periods.2.splits.y"]["steps"][0]["split"] == {"b": "100 %"}
    assert found["periods.2.splits.z"]["tolerance"]["agreed"]["2023"] == {"b": "100 %"}
    assert found["periods.2.splits.s"] == {"b": "rest"}
    assert (found["costs.y.split"], found["costs.z.split"], found["shares.s"]) == ("y", "z", None)
    assert paid(outcome)["a"] == 0
    assert paid(outcome, 2023) == paid(tried(text, data), 2023)


def test_a_party_that_bears_all_cannot_leave(data: MakeData) -> None:
    """Nobody is there to take over, and the finding stands at the option."""
    text = "split: {a: 100 %}\ncosts: {x: {amount: 1}}"
    outcome = tried(text, data, ChangeRequest("leave", "a", "", option="--leave a"))
    assert {one.path for one in outcome.diagnostics} == {("--leave a",)}
    assert outcome.plan is None


# --- Known parts --------------------------------------------------------------------------------

KNOWN = TWO_YEARS + "    costs: {x: {budget: {2024: {known_part: {b: 100 kr}}}}}\n"


def test_a_solved_total_stays_when_terms_change(data: MakeData) -> None:
    """100 kr at 30 % is 333,33 kr in all, and stays so at 50 %: 166,67 and 166,66."""
    outcome = tried(KNOWN, data, ChangeRequest("split", "", "a=50 %, b=50 %"))
    assert outcome.made.changes[0][:2] == ("costs.x.budget.2024", "333,33 kr")
    assert paid(outcome) == {"a": 16667, "b": 16666, "c": 0}


def test_a_known_part_that_is_set_itself(data: MakeData) -> None:
    """Whoever sets the part means the part, and the total is solved from it anew."""
    asked = (
        ChangeRequest("set", "costs.x.budget.2024.known_part.b", "60 kr"),
        ChangeRequest("set", "periods.2.split", {"a": "40 %", "b": "60 %"}),
    )
    assert paid(tried(KNOWN, data, *asked)) == {"a": 4000, "b": 6000, "c": 0}


def test_a_cost_with_a_known_part(data: MakeData) -> None:
    """Three percent more is of the total, which keeps its source."""
    text = (
        KNOWN.replace("{b: 100 kr}}", "{b: 90 kr}, source: s}") + "    sources: {s: {title: S}}\n"
    )
    outcome = tried(text, data, ChangeRequest("cost", "", "+10 %"))
    assert outcome.made.data["costs"]["x"]["budget"]["2024"] == {"value": "330 kr", "source": "s"}


def test_a_known_part_of_a_year_without_terms(data: MakeData) -> None:
    """What cannot be solved is left as it stands."""
    text = KNOWN.replace("2024: {known", "2026: {known")
    assert set_by(text, data, ChangeRequest("split", "", "equal")) == {"periods.2.split": "equal"}


# --- Keys and indices ---------------------------------------------------------------------------

COUNTED = """
    periods: [{from: 2023-01-01, to: 2026-12-31, split: {by: k}}]
    costs: {x: {amount: 600}}
    keys:
      k: {use: {date: 11-01, year: -1}, values: {2022-11-01: {a: 1, b: 2, c: 3}, 2023-11-01: %s}}
"""


@pytest.mark.parametrize(
    ("target", "value", "becomes"),
    [
        ("k.a", "+500", {"a": "1 500"}),
        ("k.a", "44 000", {"a": "44 000"}),
        ("k.b", "-2,5 %", {"b": "1 950"}),
        ("k", "+10 %", {"a": "1 100", "b": "2 200", "c": "0,55"}),
    ],
)
def test_a_key(data: MakeData, target: str, value: str, becomes: dict[str, str]) -> None:
    """A party's value, or everybody's by a percentage, in the observation that the year uses."""
    text = COUNTED % "{a: 1 000, b: 2 000, c: '0,5'}"
    found = set_by(text, data, ChangeRequest("key", target, value), years=(2024, 2025))
    assert found == {f"keys.k.values.2023-11-01.{party}": one for party, one in becomes.items()}


def test_a_key_in_percent(data: MakeData) -> None:
    """Percentages stay percentages, and one without a sign is the value itself."""
    text = "split: {by: k}\nkeys: {k: {values: {2024: {a: 60 %, b: 12.5 %, c: 0 %}}}}\n"
    where = "keys.k.values.2024"
    assert set_by(text, data, ChangeRequest("key", "k.b", "37,5 %")) == {f"{where}.b": "37.5 %"}
    assert set_by(text, data, ChangeRequest("key", "k.a", "+10 %")) == {f"{where}.a": "66 %"}
    flat = "split: equal\nkeys: {k: {values: {2024: 50 %}}}\ncosts: {x: {price: 10, per: k}}\n"
    assert set_by(flat, data, ChangeRequest("key", "k", "-10 %")) == {where: "45 %"}


def test_a_key_that_holds_for_years_is_changed_where_it_stands(data: MakeData) -> None:
    """From 2025 on: what 2024 uses too is one value for all its years."""
    text = COUNTED.replace("year: -1}", "year: -1}, holds: {years: 3, from: 2024}")
    request = ChangeRequest("key", "k.a", "5", start=date(2025, 1, 1))
    found = set_by(text % "{a: 1, b: 2, c: 3}", data, request, years=(2025, 2026))
    assert found == {"keys.k.values.2023-11-01.a": "5"}


def test_a_key_without_days_or_parties(data: MakeData) -> None:
    """What is the same every year, or for everybody, is changed where it stands."""
    text = """
    split: {by: land}
    keys: {land: {values: {a: 1, b: 2, c: 3}}, level: {values: {2024: 250 000}}}
    costs: {x: {amount: 6}, y: {price: '0,01', per: level}}
    """
    assert set_by(text, data, ChangeRequest("key", "land.a", "4")) == {"keys.land.values.a": "4"}
    assert set_by(text, data, ChangeRequest("key", "level", "+2 %")) == {
        "keys.level.values.2024": "255 000"
    }


def test_a_key_of_a_party_that_had_none(data: MakeData) -> None:
    """A new value can be given to a party that lacks one, but not more than it had."""
    text = """
    split: {by: k, among: [a, b]}
    keys: {k: {values: {a: 1, b: 2}}}
    costs: {x: {amount: 6}}
    """
    assert set_by(text, data, ChangeRequest("key", "k.c", "4")) == {"keys.k.values.c": "4"}
    assert refused(text, data, ChangeRequest("key", "k.c", "+4")) == "AV759"


INDEXED = """
    periods: [{from: 2023-01-01, to: 2026-12-31, split: equal}]
    costs:
      x: {amount: 1 000 kr, index: {series: kpi, base: 2022-10, level: 2023%s}}
      y: {amount: 1 000 kr, index: {yearly: 2 %%, from: 2024}}
    indices: {kpi: {values: {2022-10: 400, 2023-10: %s}}}
"""


def test_an_index(data: MakeData) -> None:
    """So much more than a year before, year after year, known or not."""
    text = INDEXED % ("", "412")
    found = set_by(text, data, ChangeRequest("index", "kpi", "2,5 %"), years=(2023, 2024, 2025))
    assert found == {"indices.kpi.values.2023-10": "410", "indices.kpi.values.2024-10": "420,25"}
    found = set_by(text, data, ChangeRequest("index", "", "+3 %"), years=(2026,))
    assert found == {
        "indices.kpi.values.2024-10": "424,36",
        "indices.kpi.values.2025-10": "437,0908",
    }
    found = set_by(text, data, ChangeRequest("index", "kpi", "430"), years=(2024,))
    assert found == {"indices.kpi.values.2023-10": "430"}


def test_an_index_with_publications(data: MakeData) -> None:
    """What is assumed counts as published on the day that pins the vintage."""
    values = "[{value: 412, published: 2023-11-01}, {value: 414, published: 2023-12-01}]"
    text = (INDEXED % (", published_by: 2024-12-31", values)).replace(
        "2022-10: 400", "2022-10: {value: 400, published: 2022-11-01}"
    )
    found = set_by(text, data, ChangeRequest("index", "kpi", "+10 %"), years=(2025,))
    assert found == {"indices.kpi.values.2024-10": {"value": "455,4", "published": "2024-12-31"}}


ROUNDED = """
    split: {parts: {a: 1, b: 2}, round: 1 %}
    costs: {x: {amount: 1}}
"""

# --- What is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (ChangeRequest("cost", "y", "+3 %"), "AV750"),
        (ChangeRequest("price", "y", "+3 %"), "AV750"),
        (ChangeRequest("share", "d", "3 %"), "AV750"),
        (ChangeRequest("leave", "d", ""), "AV750"),
        (ChangeRequest("key", "d.a", "3"), "AV750"),
        (ChangeRequest("index", "d", "3 %"), "AV750"),
        (ChangeRequest("split", "d", "equal"), "AV750"),
        (ChangeRequest("cost", "", "3 %"), "AV751"),
        (ChangeRequest("price", "", "+3 %"), "AV754"),
        (ChangeRequest("index", "", "+3 %"), "AV754"),
        (ChangeRequest("cost", "", "+3 %", date(2024, 2, 1)), "AV755"),
        (ChangeRequest("split", "", "equal", date(2026, 2, 1)), "AV762"),
        (ChangeRequest("split", "", "a=10 %, a=90 %"), "AV764"),
        (ChangeRequest("split", "", "a=10 %, b"), "AV208"),
        (ChangeRequest("split", "", "a=10 %, b="), "AV764"),
        (ChangeRequest("set", "costs.x.budget.2024", "1", date(2024, 1, 1)), "AV766"),
        (ChangeRequest("set", "costs.z.q.2024", "1"), "AV101"),
        (ChangeRequest("cost", "", "+x"), "AV201"),
        (ChangeRequest("share", "a", "40"), "AV207"),
        (ChangeRequest("cost", "", {"a": "1"}), "AV295"),
    ],
)
def test_what_cannot_be_asked(data: MakeData, asked: ChangeRequest, code: str) -> None:
    """What fits nothing is said at the option, and nothing is worked out."""
    assert refused(DRIFT, data, asked._replace(option="--option")) == code


@pytest.mark.parametrize(
    ("item", "asked", "code"),
    [
        ("{price: 5, quantity: 2}", ChangeRequest("cost", "x", "2 kr"), "AV753"),
        ("{price: '5 ‰', per: k}", ChangeRequest("price", "x", "+2 kr"), "AV753"),
        ("{percent: 5 %, of: [y]}", ChangeRequest("cost", "x", "+2 %"), "AV753"),
        ("{total: 5}", ChangeRequest("cost", "x", "+2 %", date(2024, 7, 1)), "AV766"),
        ("{amounts: {2023: {a: 5}}}", ChangeRequest("cost", "x", "+2 %"), "AV754"),
        ("{actual: {2024: 5}}", ChangeRequest("cost", "x", "+2 %"), "AV754"),
        ("{amount: 5}", ChangeRequest("key", "k.a", "+2 %"), "AV760"),
        ("{amount: 5}", ChangeRequest("key", "f.a", "+2 %"), "AV758"),
    ],
)
def test_what_an_item_cannot(data: MakeData, item: str, asked: ChangeRequest, code: str) -> None:
    """An item that is not one amount, and a key that is not anybody's own, say so."""
    text = f"""
    split: equal
    keys: {{k: {{values: {{2024: 7}}}}, f: {{formula: k * 2}}}}
    costs: {{x: {item}, y: {{amount: 1}}}}
    """
    assert refused(text, data, asked) == code


def test_what_is_set_is_looked_at_before_more_is_changed(data: MakeData) -> None:
    """A cost that is added can be changed further; where what is set is wrong, that is all."""
    new = ChangeRequest("set", "costs.y", {"budget": {"2024": "100"}})
    found = set_by(DRIFT, data, new, ChangeRequest("cost", "y", "+3 %"))
    assert found == {"costs.y": {"budget": {"2024": "100"}}, "costs.y.budget.2024": "103"}
    wrong = ChangeRequest("set", "periods.1.split", {"parts": "x"}, option="--set")
    assert refused(DRIFT, data, ChangeRequest("share", "a", "3 %"), wrong) == "AV293"
    outcome = tried(DRIFT, data, wrong, ChangeRequest("share", "a", "3 %"))
    assert [(one.code, one.path) for one in outcome.diagnostics] == [("AV293", ("--set",))]


def test_terms_set_for_extended_time(data: MakeData) -> None:
    """The years of an option that is assumed to be used are still there after something is set."""
    found = data(DRIFT.replace("2024: 2 000 kr", "2025: 2 000 kr"))
    plan = examine(found).plan
    assert plan is not None
    used = prepared(plan, assume_extended=True)
    asked = [ChangeRequest("set", "title", "T"), ChangeRequest("split", "", "equal")]
    made = change_data(Baseline(found, used, (2025,), assume_extended=True), asked)
    assert [one.path for one in made.changes] == ["periods.3", "title", "periods.3.split"]


def test_several_costs(data: MakeData) -> None:
    """An amount without a name is for the only cost, and refused where there are several."""
    one = "split: equal\ncosts: {x: {amount: 1}}"
    assert set_by(one, data, ChangeRequest("cost", "", "5")) == {"costs.x.amount": "5"}
    assert (
        refused(one.replace("}}", "}, y: {amount: 2}}"), data, ChangeRequest("cost", "", "5"))
        == "AV752"
    )
    none = "split: equal\ncosts: {x: {kind: grant, amount: 1}}"
    assert refused(none, data, ChangeRequest("cost", "", "5")) == "AV754"


def test_terms_of_a_year_without_any(data: MakeData) -> None:
    """A split cannot change where there are no terms."""
    assert refused(DRIFT, data, ChangeRequest("split", "", "equal"), years=(2030,)) == "AV763"


def test_all_that_is_wrong_is_said(data: MakeData) -> None:
    """Two changes that cannot be made are both told of."""
    asked = (
        ChangeRequest("cost", "y", "+3 %", option="1"),
        ChangeRequest("share", "a", "3", option="2"),
    )
    found = tried(DRIFT, data, *asked).diagnostics
    assert [(one.code, one.path) for one in found] == [("AV750", ("1",)), ("AV207", ("2",))]


# --- The door -----------------------------------------------------------------------------------


def test_a_finding_stands_at_the_change(data: MakeData) -> None:
    """What is wrong with a value is said where it was asked for, in a file with its place there."""
    option = ChangeRequest("split", "", "a=70 %, b=35 %", option="--split a=70 %, b=35 %")
    (one,) = tried(DRIFT, data, option).diagnostics
    assert (one.code, one.path, one.file) == ("AV104", (option.option,), "")
    in_file = ChangeRequest("split", "", {"a": "70", "b": "rest"}, path=("split",), file="s.yaml")
    (one,) = tried(DRIFT, data, in_file).diagnostics
    assert (one.code, one.path, one.file) == ("AV207", ("split", "a"), "s.yaml")


def test_a_finding_elsewhere_stands_at_the_change_that_brings_it(data: MakeData) -> None:
    """A check that fails because of a change, somewhere else, is told at that change."""
    asked = (
        ChangeRequest("cost", "x", "+3 %", option="--cost"),
        ChangeRequest("set", "parties", {"a": "A", "c": "C"}, option="--set parties"),
    )
    found = tried(DRIFT, data, *asked).diagnostics
    assert {(one.code, one.path) for one in found} == {("AV101", ("--set parties",))}


def test_periods_that_are_no_list(data: MakeData) -> None:
    """A value set where periods stood is the door's to refuse."""
    outcome = tried(
        DRIFT, data, ChangeRequest("set", "periods", "x"), ChangeRequest("set", "title", "y")
    )
    assert [one.code for one in outcome.diagnostics] == ["AV294"]


def test_what_was_said_before_is_not_said_again(data: MakeData) -> None:
    """A warning on the agreement itself is none on the change."""
    text = "split: {a: 50 %, b: 50 %}\ncosts: {x: {amount: 1}}"
    assert examine(data(text)).diagnostics
    assert tried(text, data, ChangeRequest("cost", "", "+3 %")).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "asked", "code"),
    [
        (COUNTED % "{a: 1, b: 2, c: 3}", ChangeRequest("share", "a", "40 %"), "AV765"),
        (ROUNDED, ChangeRequest("share", "a", "40 %"), "AV765"),
        (COUNTED % "{a: 1, b: 2, c: 3}", ChangeRequest("key", "k", "+500"), "AV761"),
        (
            COUNTED % "{a: 1, b: 2, c: 3}",
            ChangeRequest("key", "k.a", "+5", date(2026, 1, 1)),
            "AV759",
        ),
        (INDEXED % ("", "412"), ChangeRequest("index", "kpi", "430"), "AV756"),
        (INDEXED % ("", "412"), ChangeRequest("index", "", "2 %", date(2027, 1, 1)), "AV754"),
    ],
)
def test_what_data_cannot(data: MakeData, text: str, asked: ChangeRequest, code: str) -> None:
    """Shares that are not fixed, and observations that are not there, cannot be changed so."""
    years = (2024, 2025, 2026) if "2026" in text else (2024,)
    assert refused(text, data, asked, years=years) == code


def test_an_index_with_nothing_to_count_from(data: MakeData) -> None:
    """An index that begins with its base has no year before it."""
    text = (INDEXED % ("", "412")).replace("2022-10: 400, 2023-10: 412", "2022-04: 400")
    assert refused(text, data, ChangeRequest("index", "kpi", "2 %")) == "AV757"


def test_a_party_leaves_the_mean_of_the_lowest(data: MakeData) -> None:
    """Splits in a list lose it too, and those that do not name it stay as they are."""
    text = """
    split:
      mean_of_lowest:
        count: 1
        party: b
        of: [{a: 50 %, b: 50 %}, {b: 20 %, c: 80 %}]
        others: {c: 100 %}
    costs: {x: {amount: 100}}
    """
    outcome = tried(text, data, ChangeRequest("leave", "a", ""))
    changed = outcome.made.data["periods"][0]["split"]["mean_of_lowest"]
    assert changed["of"] == [{"b": "100 %"}, {"b": "20 %", "c": "80 %"}]


def test_a_finding_on_what_holds_a_change(data: MakeData) -> None:
    """A finding on the whole of which one part was changed is told at that part's change."""
    asked = ChangeRequest("set", "periods.2.to", "2023-06-30", option="--set")
    outcome = tried(DRIFT, data, asked)
    assert {one.path for one in outcome.diagnostics} == {("--set",)}
    assert outcome.options == {("--set",)}
    sum_too_high = ChangeRequest("set", "periods.1.split.a", "80 %", option="--set")
    (one,) = tried(DRIFT, data, sum_too_high).diagnostics
    assert (one.code, one.path) == ("AV104", ("--set",))
    overlap = ChangeRequest("set", "periods.1.to", "2024-03-31", option="--set")
    assert {one.path for one in tried(DRIFT, data, overlap).diagnostics} == {("--set",)}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(1, 8), "12,5 %"),
        (Fraction(1, 3), "1/3"),
        (Fraction(0), "0 %"),
        (Fraction(10**18 + 1, 3 * 10**18), "33,333333333333 %"),
    ],
)
def test_shares_as_they_are_written(value: Fraction, said: str) -> None:
    """A share is in percent while that is short, then a fraction, and at last rounded."""
    assert share_text(value) == said


@pytest.mark.parametrize(
    ("value", "like", "said"),
    [
        (Fraction(1234567), "", "1 234 567"),
        (Fraction(-5, 2), "1.5", "-2.5"),
        (Fraction(1, 8), "", "0,125"),
        (Fraction(9, 8), "", "1,1250"),
        (Fraction(10001, 8), "", "1 250,125"),
        (Fraction(1, 3), "", "0,333333333333"),
    ],
)
def test_numbers_as_they_are_written(value: Fraction, like: str, said: str) -> None:
    """A number is read back as it was, and never as thousands."""
    assert number_text(value, like) == said
    assert abs(number(said) - value) < Fraction(1, 10**12)
