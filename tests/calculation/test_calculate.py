"""What each party pays, on small agreements whose amounts a person has worked out."""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

import pytest

from avtalskalk.calculation.calculate import calculate, prepare, years_with_figures
from avtalskalk.calculation.prepared import prepared
from avtalskalk.diagnostics import Amount, Sum
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import Basis, Statement

Pays = Callable[..., dict[str, int | None]]
Stated = Callable[..., Statement]
Agreed = Callable[..., Agreement]


def whats(statement: Statement) -> Sequence[str]:
    """What is missing, by name."""
    return [missing.what for missing in statement.missing]


# --- splitting and rounding ----------------------------------------------------------------


def test_103_ore_at_70_30(pays: Pays) -> None:
    """1,03 kr at 70/30 is 72,1 and 30,9 öre: cut to 72 and 30, the odd one to b."""
    text = """
        split: {a: 70 %, b: 30 %}
        costs: {drift: {budget: {2024: 1.03}}}
    """
    assert pays(text) == {"a": 72, "b": 31, "c": 0}


def test_100_kr_on_three(pays: Pays) -> None:
    """100 kr on three is 33,333…: the tie goes to the first named."""
    text = "{split: equal, costs: {drift: {amount: 100}}}"
    assert pays(text) == {"a": 3334, "b": 3333, "c": 3333}


def test_the_first_named_is_the_first_of_the_file(pays: Pays, agreed: Agreed) -> None:
    """The order of `parties` settles the tie, not the order within the split."""
    text = "{split: {parts: {c: 1, b: 1, a: 1}}, costs: {drift: {amount: 100}}}"
    assert pays(text) == {"a": 3334, "b": 3333, "c": 3333}
    turned = calculate(agreed(text, parties={"c": "C", "b": "B", "a": "A"}), 2024)
    assert {total.party: total.amount for total in turned.totals} == {
        "c": 3334,
        "b": 3333,
        "a": 3333,
    }


def test_a_negative_total_mirrors(pays: Pays) -> None:
    """-100 kr on three is turned, split and turned back."""
    text = "{split: equal, costs: {drift: {amount: -100}}}"
    assert pays(text) == {"a": -3334, "b": -3333, "c": -3333}


def test_a_million_billion_kronor(pays: Pays) -> None:
    """10^15 kr at 1/3, 1/3, 1/3 is exact to the öre."""
    text = "{split: equal, costs: {drift: {budget: {2024: 1 000 000 000 000 000 kr}}}}"
    third = 33_333_333_333_333_333
    assert pays(text) == {"a": third + 1, "b": third, "c": third}


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [
        # 100 000 kr at 1/3 each is 33 333,333…
        ("{to: 1 kr}", [33_334_00, 33_333_00, 33_333_00]),
        ("{to: 100 kr}", [33_400_00, 33_300_00, 33_300_00]),
        ("{to: 1 tkr}", [34_000_00, 33_000_00, 33_000_00]),
        ("{to: kr, method: half_up}", [33_333_00, 33_333_00, 33_333_00]),
        ("{to: 1 000 kr, method: up}", [34_000_00, 34_000_00, 34_000_00]),
        ("{method: up}", [33_333_34, 33_333_34, 33_333_34]),
        ("{to: öre, method: half_up}", [33_333_33, 33_333_33, 33_333_33]),
        ("{to: 100 kr, method: {rest_to: c}}", [33_300_00, 33_300_00, 33_400_00]),
        ("{to: 1 kr, at: total}", [33_334_00, 33_333_00, 33_333_00]),
    ],
)
def test_rounding(pays: Pays, rounding: str, expected: list[int]) -> None:
    """Each method rounds to each unit as it says."""
    text = f"{{split: equal, rounding: {rounding}, costs: {{drift: {{amount: 100 000}}}}}}"
    assert list(pays(text).values()) == expected


def test_rounding_at_each_item_or_at_the_total(pays: Pays, stated: Stated) -> None:
    """Two items of 50 kr on three: 17+17 for a at the item, 33 and a third, 34, at the total."""
    text = """
        split: equal
        rounding: {{to: 1 kr, at: {at}}}
        costs: {{x: {{amount: 50}}, y: {{amount: 50}}}}
    """
    # At the item 50 is 16,67 each: 17, 17, 16, twice.  At the total 100 is 34, 33, 33.
    assert pays(text.format(at="item")) == {"a": 3400, "b": 3400, "c": 3200}
    assert pays(text.format(at="total")) == {"a": 3400, "b": 3300, "c": 3300}
    rows = [row for row in stated(text.format(at="total")).rows if row.line == "rounding"]
    # In öre the items are 1667, 1667, 1666 each: 3334, 3334, 3332 before the total is rounded.
    assert [(row.party, row.amount, row.item) for row in rows] == [
        ("a", 66, ""),
        ("b", -34, ""),
        ("c", -32, ""),
    ]


def test_rest_to_a_party_without_a_share(pays: Pays) -> None:
    """A party whose share is zero never gets the residue."""
    text = """
        split: {a: 1/3, b: rest}
        rounding: {to: 1 kr, method: {rest_to: c}}
        costs: {drift: {amount: 100}}
    """
    assert pays(text) == {"a": 3300, "b": 6700, "c": 0}


def test_rounding_that_changes_the_total_is_noted(stated: Stated) -> None:
    """Up on three of 100 kr comes to 102 kr, two more than the cost."""
    text = "{split: equal, rounding: {to: 1 kr, method: up}, costs: {drift: {amount: 100}}}"
    (note,) = stated(text).notes
    assert (note.key, note.arguments["difference"]) == ("rounding_changed", (200, "SEK"))


# --- time ----------------------------------------------------------------------------------

IN_OCTOBER = """
    proration: {proration}
    periods:
    - {{from: 2023-01-01, to: 2023-10-02, split: {{a: 70 %, b: 30 %}}}}
    - {{from: 2023-10-03, split: {{a: 50 %, b: 50 %}}}}
    costs: {{drift: {{amount: 365 000}}}}
"""


def test_a_split_that_changes_on_3_october(stated: Stated) -> None:
    """275 days of 365 at 70/30 and 90 at 50/50: 1 000 kr a day."""
    statement = stated(IN_OCTOBER.format(proration="days"), 2023)
    assert [(row.start, row.end, row.party, row.amount) for row in statement.rows] == [
        (date(2023, 1, 1), date(2023, 10, 2), "a", 192_500_00),  # 275 000 at 70 %
        (date(2023, 1, 1), date(2023, 10, 2), "b", 82_500_00),
        (date(2023, 10, 3), date(2023, 12, 31), "a", 45_000_00),  # 90 000 at 50 %
        (date(2023, 10, 3), date(2023, 12, 31), "b", 45_000_00),
    ]
    assert sum(row.amount for row in statement.rows) == 365_000_00


@pytest.mark.parametrize(
    ("proration", "a"),
    [
        # 9 2/31 months of 12: 365 000 x (0,7 x 281 + 0,5 x 91) / 372
        ("months", 23_764_247),
        # 3 2/92 quarters of 4: 365 000 x (0,7 x 278 + 0,5 x 90) / 368
        ("quarters", 23_764_674),
    ],
)
def test_a_broken_month_or_quarter_counts_its_days(pays: Pays, proration: str, a: int) -> None:
    """October is cut after two of its 31 days, its quarter after two of 92."""
    days, whole = (281, 372) if proration == "months" else (278, 368)
    exact = Fraction(365_000_00) * (70 * days + 50 * (whole - days)) / (100 * whole)
    assert round(exact) == a
    assert pays(IN_OCTOBER.format(proration=proration), 2023) == {
        "a": a,
        "b": 365_000_00 - a,
        "c": 0,
    }


@pytest.mark.parametrize(
    ("proration", "expected"),
    [
        ("days", 306_000_00),  # 306 days of the leap year's 366
        ("months", 305_000_00),  # 10 of 12
        ("quarters", 30_567_033),  # 31 of 91 days and three quarters: 366 000 x 304/364
    ],
)
def test_a_start_in_march_of_a_leap_year(pays: Pays, proration: str, expected: int) -> None:
    """From 1 March 2024, by days, months and quarters."""
    text = f"""
        proration: {proration}
        periods: [{{from: 2024-03-01, split: {{a: 100 %}}}}]
        costs: {{drift: {{amount: 366 000}}}}
    """
    assert pays(text) == {"a": expected, "b": 0, "c": 0}


def test_a_fiscal_year_from_july(pays: Pays, stated: Stated) -> None:
    """From 1 January 2024 half of 2023/24 is covered by months, all of 2024/25."""
    text = """
        fiscal_year: {starts: 07-01, named: start}
        proration: months
        periods: [{from: 2024-01-01, split: {a: 100 %}}]
        costs:
          drift: {amount: 120 000}
          hyra: {covers: year, budget: {2023/24: 12 000, 2024: 24 000}}
    """
    assert pays(text, 2023)["a"] == 66_000_00
    assert pays(text, 2024)["a"] == 144_000_00
    assert stated(text, 2023).year == "2023/24"


def test_dated_shares_change_with_the_fiscal_year(pays: Pays) -> None:
    """70 % from July 2024 on, 60 % from July 2025 on; before the first it is missing."""
    text = """
        fiscal_year: {starts: 07-01, named: start}
        periods: [{from: 2023-07-01, split: {a: {2024: 70 %, 2025/26: 60 %}, b: rest}}]
        costs: {drift: {amount: 100}}
    """
    assert pays(text, 2024) == {"a": 7000, "b": 3000, "c": 0}
    assert pays(text, 2026) == {"a": 6000, "b": 4000, "c": 0}
    assert pays(text, 2023) == {"a": None, "b": None, "c": None}


def test_a_dated_share_before_its_first_is_named(stated: Stated) -> None:
    """What is missing is the share itself, in the year that needs it."""
    text = """
        periods: [{from: 2023-01-01, split: {a: {2024: 70 %}, b: rest}}]
        costs: {drift: {amount: 100}}
    """
    assert whats(stated(text, 2023)) == ["periods.1.split.a.2023"]


def test_no_terms_is_not_zero(stated: Stated) -> None:
    """A year outside all periods is not in force, and has no totals at all."""
    statement = stated("{split: equal, costs: {drift: {amount: 100}}}", 2025)
    assert (statement.in_force, statement.totals, statement.rows) == (False, (), ())


FACTORED = """
periods: [{from: 2024-01-01, to: 2024-12-31, split: equal}]
keys: {pop: {values: {a: 60 000, b: 30 000, c: 10 000}}}
costs:
  drift:
    budget: {2024: 99}
    factor: {by: pop, table: [{up_to: 50 000, factor: 1 %}, {factor: 200 %}]}
  avgift:
    price: 2
    per: pop
    factor: {by: pop, table: [{up_to: 30 000, factor: 0 %}, {factor: 50 %}]}
  hyra: {amount: 300, factor: 0 %}
  bidrag: {kind: grant, amount: 100, factor: 150 %}
  lika: {amount: 10, factor: 100 %}
"""


def test_what_a_factor_did_is_noted(stated: Stated) -> None:
    """The sum of the sizes, 100 000, is in the last row, so a cost of 99 doubles, and that is said.

    The price per inhabitant is 120 000 + 60 000 + 20 000 without its factor, half of the first
    with it.  A factor of nothing and of a grant are said too, one of 100 % is not.
    """
    noted = {note.path[1]: note.arguments for note in stated(FACTORED, 2024).notes}
    assert {item: (about["before"], about["after"]) for item, about in noted.items()} == {
        "drift": (Amount(99_00, "SEK"), Amount(198_00, "SEK")),
        "avgift": (Amount(200_000_00, "SEK"), Amount(60_000_00, "SEK")),
        "hyra": (Amount(300_00, "SEK"), Amount(0, "SEK")),
        "bidrag": (Amount(-100_00, "SEK"), Amount(-150_00, "SEK")),
    }


def test_a_period_without_start_is_noted(stated: Stated) -> None:
    """The figures of a period that the paper gives no start for carry a note."""
    statement = stated("{periods: [{split: equal}], costs: {drift: {amount: 100}}}", 1950)
    assert [note.key for note in statement.notes] == ["no_start"]
    assert statement.totals[0].amount == 3334


def test_a_part_of_a_year_is_noted(stated: Stated) -> None:
    """A year that is covered in part says from when to when, and how much."""
    text = "{periods: [{from: 2024-07-01, split: equal}], costs: {drift: {amount: 366}}}"
    (note,) = stated(text).notes
    assert (note.key, dict(note.arguments)) == (
        "partial_year",
        {"first": date(2024, 7, 1), "last": date(2024, 12, 31), "part": Fraction(184, 366)},
    )


def test_a_gap_is_not_paid_for(pays: Pays) -> None:
    """January and December of 2023 by months: 2 of 12."""
    text = """
        proration: months
        periods:
        - {to: 2023-01-31, split: {a: 100 %}}
        - {from: 2023-12-01, split: {a: 100 %}}
        costs: {drift: {amount: 120}}
    """
    assert pays(text, 2023)["a"] == 2000


# --- items ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "total", "b"),
    [
        ("50 %", 191_447_600, 95_723_800),  # 957 238 x 2
        ("30 %", 319_079_333, 223_355_533),  # 957 238 / 0,3 = 3 190 793,333…
        ("1/3", 287_171_400, 191_447_600),  # 957 238 x 3
    ],
)
def test_a_known_part_gives_the_total(stated: Stated, share: str, total: int, b: int) -> None:
    """The total is the one whose split gives the known part, which itself stays exact."""
    text = f"""
        split: {{a: {share}, b: rest}}
        costs: {{drift: {{budget: {{2024: {{known_part: {{a: 957 238}}}}}}}}}}
    """
    statement = stated(text)
    assert [one.amount for one in statement.totals] == [95_723_800, b, 0]
    (item,) = statement.items
    assert (item.amount, item.solved) == (total, True)
    assert [note.key for note in statement.notes] == ["solved_total"]


def test_an_actual_says_which_volume_it_rests_on(stated: Stated) -> None:
    """3,85 × 12 000 and 9 000 days and 5 kr for up to 10: the budget's volumes, and said so."""
    text = """
        keys:
          days: {values: {2024: {a: 12 000, b: 9 000, c: 0}}}
          size: {values: {a: 9, b: 9, c: 9}}
        costs:
          rent: {price: 3.85, per: days}
          fee: {bands: {by: size, table: [{below: 10, amount: 5}, {amount: 7}]}}
          care: {split: equal, price: 1, quantity: 3, actual: {2024: 3}}
    """
    budget, actual = stated(text), stated(text, basis="actual")
    expected = [46_200_00 + 500 + 100, 34_650_00 + 500 + 100, 500 + 100]
    assert [total.amount for total in actual.totals] == expected
    assert budget.notes == ()
    rests_on = [(note.arguments["volume"], note.arguments["observed"]) for note in actual.notes]
    assert rests_on == [("days", ("2024",)), ("size", ("",))]


def test_a_known_part_with_a_change_in_the_year(pays: Pays) -> None:
    """275 days at 70 % and 90 at 50 % are 65,07 % of the year: a's 237 500 is that of 365 000."""
    text = """
        periods:
        - {from: 2023-01-01, to: 2023-10-02, split: {a: 70 %, b: 30 %}}
        - {from: 2023-10-03, split: {a: 50 %, b: 50 %}}
        costs: {drift: {budget: {2023: {known_part: {a: 237 500}}}}}
    """
    assert pays(text, 2023) == {"a": 237_500_00, "b": 127_500_00, "c": 0}


@pytest.mark.parametrize(("covers", "a", "b"), [("period", 30_000_00, 70_000_00),
                                                ("year", 15_000_00, 35_000_00)])  # fmt: skip
def test_a_known_part_of_a_half_year(pays: Pays, covers: str, a: int, b: int) -> None:
    """30 000 kr at 30 % is of 100 000 kr: for the half year itself, or half of it for a year's."""
    text = f"""
        proration: months
        periods: [{{from: 2024-07-01, split: {{a: 30 %, b: 70 %}}}}]
        costs: {{drift: {{covers: {covers}, budget: {{2024: {{known_part: {{a: 30 000}}}}}}}}}}
    """
    assert pays(text) == {"a": a, "b": b, "c": 0}


def test_a_known_part_without_a_split_is_missing(stated: Stated) -> None:
    """A total cannot be solved from a part when no split is agreed."""
    text = "{costs: {drift: {budget: {2024: {known_part: {a: 1}}}}}}"
    statement = stated(text)
    assert whats(statement) == ["periods.1.split"]
    assert [total.amount for total in statement.totals] == [None, None, None]


@pytest.mark.parametrize(
    ("covers", "budget", "actual"),
    [
        ("year", 6_000_00, 7_000_00),
        ("period", 12_000_00, 14_000_00),
        ("{budget: year, actual: period}", 6_000_00, 14_000_00),
    ],
)
def test_covers_says_what_an_amount_is_for(
    pays: Pays, covers: str, budget: int, actual: int
) -> None:
    """In a half year an amount for the year is halved, one for the period is not."""
    text = f"""
        proration: months
        periods: [{{from: 2024-07-01, split: {{a: 100 %}}}}]
        costs: {{drift: {{covers: {covers}, budget: {{2024: 12 000}}, actual: {{2024: 14 000}}}}}}
    """
    assert pays(text)["a"] == budget
    assert pays(text, basis="actual")["a"] == actual


def test_a_total_for_the_whole_time(pays: Pays) -> None:
    """30 000 kr over 30 months from July 2023: 6, 12 and 12 months of 1 000 kr."""
    text = """
        proration: months
        periods:
        - {from: 2023-07-01, to: 2024-06-30, split: {a: 100 %}}
        - {from: 2024-07-01, to: 2025-12-31, split: {a: 50 %, b: 50 %}}
        costs: {projekt: {total: 30 000}}
    """
    assert pays(text, 2023) == {"a": 6_000_00, "b": 0, "c": 0}
    assert pays(text, 2024) == {"a": 9_000_00, "b": 3_000_00, "c": 0}
    assert pays(text, 2025) == {"a": 6_000_00, "b": 6_000_00, "c": 0}


def test_a_total_for_an_items_own_time(pays: Pays) -> None:
    """731 kr over two years' days, 366 and 365, though the agreement has no end."""
    text = """
        periods: [{from: 2020-01-01, split: {a: 100 %}}]
        costs: {projekt: {total: 731, from: 2024-01-01, to: 2025-12-31}}
    """
    assert [pays(text, year)["a"] for year in (2023, 2024, 2025, 2026)] == [0, 36600, 36500, 0]


def test_price_times_quantity(pays: Pays) -> None:
    """1 150,50 kr x 4 080 = 4 694 040 kr, split 60/40."""
    text = """
        split: {a: 60 %, b: 40 %}
        costs: {besok: {price: "1 150,50", quantity: 4 080}}
    """
    assert pays(text) == {"a": 281_642_400, "b": 187_761_600, "c": 0}


def test_dated_price_and_quantity(pays: Pays) -> None:
    """10 kr x 12 for half a year and 20 kr x 12 for the other, by months: 60 + 120."""
    text = """
        proration: months
        split: {a: 100 %}
        costs: {besok: {price: {2024-01-01: 10, 2024-07-01: 20}, quantity: {2024: 12}}}
    """
    assert pays(text)["a"] == 180_00


def test_a_quantity_by_name(pays: Pays, stated: Stated) -> None:
    """A quantity may be a name in `volumes`, each year's for its own."""
    text = """
        periods: [{from: 2024-01-01, split: {a: 100 %}}]
        volumes: {modrar: {2024: 30, 2025: 31.5}}
        costs: {besok: {price: 100, quantity: modrar}}
    """
    assert pays(text, 2024)["a"] == 3_000_00
    assert pays(text, 2025)["a"] == 3_150_00
    assert whats(stated(text, 2026)) == ["volumes.modrar.2026"]


@pytest.mark.parametrize(
    ("item", "missing"),
    [
        ("{amount: {2025: 5}}", "costs.x.amount.2024"),
        ("{price: {2025: 5}, quantity: 1}", "costs.x.price.2024"),
        ("{price: 5, quantity: {2025: 5}}", "costs.x.quantity.2024"),
        ("{budget: {2025: 5}}", "costs.x.budget.2024"),
        ("{forecast: {2025: 5}}", "costs.x.budget.2024"),
        ("{amounts: {2025: {a: 5}}}", "costs.x.amounts.2024"),
    ],
)
def test_what_is_not_there_yet_is_missing_and_named(
    stated: Stated, item: str, missing: str
) -> None:
    """A value before its first date is not zero: it is named, and the totals are not given."""
    statement = stated(f"{{periods: [{{split: equal}}], costs: {{x: {item}, y: {{amount: 1}}}}}}")
    assert whats(statement) == [missing]
    assert [total.amount for total in statement.totals] == [None, None, None]
    assert [(item.item, item.amount) for item in statement.items] == [("x", None), ("y", 100)]


def test_only_those_who_share_a_missing_item_are_incomplete(pays: Pays) -> None:
    """The item that is missing is none of c's, so that total stands."""
    text = """
        split: equal
        costs: {x: {budget: {2025: 5}, split: {a: 50 %, b: 50 %}}, y: {amount: 3}}
        periods: [{}]
    """
    assert pays(text) == {"a": None, "b": None, "c": 100}


def test_at_total_a_missing_item_leaves_everybody_incomplete(pays: Pays) -> None:
    """The total cannot be rounded before it is known."""
    text = """
        split: equal
        periods: [{}]
        rounding: {at: total}
        costs: {x: {budget: {2025: 5}, split: {a: 50 %, b: 50 %}}, y: {amount: 3}}
    """
    assert pays(text) == {"a": None, "b": None, "c": None}


def test_without_costs_everything_is_missing(stated: Stated) -> None:
    """An agreement whose paper gives no costs says so."""
    statement = stated("{split: equal}")
    assert whats(statement) == ["costs"]
    assert [total.complete for total in statement.totals] == [False, False, False]


def test_without_costs_the_shares_are_told(stated: Stated) -> None:
    """What the paper says of the split is a note: for each part of the year where it changes."""
    (note,) = stated("{periods: [{from: 2024-01-01, split: {a: 30 %, b: rest}}]}", 2024).notes
    shares = note.arguments["shares"]
    assert isinstance(shares, Sum)
    assert dict(shares.terms) == {"A": Fraction(3, 10), "B": Fraction(7, 10)}
    text = """
        periods:
        - {from: 2024-01-01, to: 2024-06-30, split: {a: 100 %}}
        - {from: 2024-07-01, to: 2024-12-31, split: equal}
    """
    notes = [note for note in stated(text, 2024).notes if note.key == "shares_alone_between"]
    assert [note.arguments["first"] for note in notes] == [date(2024, 1, 1), date(2024, 7, 1)]


def test_dated_amounts_hold_until_the_next(pays: Pays) -> None:
    """400 from 2023, 500 from July 2024: by months half of each in 2024."""
    text = """
        proration: months
        periods: [{from: 2023-01-01, split: {a: 100 %}}]
        costs: {x: {amount: {2023: 400, 2024-07-01: 500}}}
    """
    assert [pays(text, year)["a"] for year in (2023, 2024, 2025)] == [40000, 45000, 50000]


def test_an_item_with_its_own_days(pays: Pays) -> None:
    """April to December by months is nine of twelve, then nothing."""
    text = """
        proration: months
        periods: [{from: 2024-01-01, split: {a: 100 %}}]
        costs: {x: {amount: 1200, from: 2024-04-01, to: 2024-12}, y: {amount: 1}}
    """
    assert pays(text, 2024)["a"] == 901_00
    assert pays(text, 2025)["a"] == 1_00


def test_revenue_and_grants_reduce_the_cost(pays: Pays, stated: Stated) -> None:
    """1 000 less 100 and 300 is 600, split 50/50; each has its own line below zero."""
    text = """
        split: {a: 50 %, b: 50 %}
        costs:
          x: {amount: 1 000}
          intakt: {kind: revenue, budget: {2024: 100}}
          bidrag: {kind: grant, amount: 300}
    """
    assert pays(text) == {"a": 300_00, "b": 300_00, "c": 0}
    assert [item.amount for item in stated(text).items] == [100_000, -10_000, -30_000]


def test_the_bases_do_not_stand_in_for_each_other(pays: Pays, stated: Stated) -> None:
    """An amount stands for budget and forecast; the actual is its own, or missing."""
    text = """
        split: {a: 100 %}
        costs: {x: {amount: 100, actual: {2024: 90}}, y: {budget: {2024: 1}, forecast: {2024: 2}}}
    """
    assert pays(text, basis="budget")["a"] == 101_00
    assert pays(text, basis="forecast")["a"] == 102_00
    assert whats(stated(text, basis="actual")) == ["costs.y.actual.2024"]


def test_sources_come_with_the_rows(stated: Stated) -> None:
    """A figure's own source goes before the item's."""
    text = """
        split: {a: 100 %}
        sources: {s: {title: S}, t: {title: T}}
        costs: {x: {source: s, budget: {2024: {value: 1, source: t}}}, y: {source: s, amount: 1}}
    """
    assert [row.source for row in stated(text).rows] == ["t", "s"]


# --- names, parties and conditions ---------------------------------------------------------


def test_splits_by_name(pays: Pays) -> None:
    """An item follows the split it names: the period's, the agreement's, or the default."""
    text = """
        periods: [{split: {a: 100 %}, splits: {hr: {b: 100 %}, same: owner}}]
        shares: {owner: {c: 100 %}}
        costs:
          x: {amount: 1}
          y: {amount: 2, split: hr}
          z: {amount: 4, split: owner}
          w: {amount: 8, split: same}
          v: {amount: 16, split: default}
    """
    assert pays(text) == {"a": 17_00, "b": 2_00, "c": 12_00}


def test_a_name_that_the_period_does_not_have_is_not_agreed(stated: Stated) -> None:
    """The first period has no split by that name: missing, not the default."""
    text = """
        periods:
        - {from: 2023-01-01, to: 2023-12-31, split: equal}
        - {from: 2024-01-01, continues: true, splits: {hr: {b: 100 %}}}
        costs: {x: {amount: 1, split: hr}}
    """
    assert whats(stated(text, 2023)) == ["periods.1.splits.hr"]
    assert [total.amount for total in stated(text, 2024).totals] == [0, 100, 0]


def test_a_period_continues_what_it_does_not_write(pays: Pays) -> None:
    """The default goes on from the period before, the named split is changed."""
    text = """
        periods:
        - {from: 2023-01-01, to: 2023-12-31, split: {a: 100 %}, splits: {hr: {b: 100 %}}}
        - {from: 2024-01-01, continues: true, splits: {hr: {c: 100 %}}}
        costs: {x: {amount: 1}, y: {amount: 2, split: hr}}
    """
    assert pays(text, 2023) == {"a": 100, "b": 200, "c": 0}
    assert pays(text, 2024) == {"a": 100, "b": 0, "c": 200}


def test_a_party_that_joins(agreed: Agreed) -> None:
    """Two share January to June, three the rest of 2024: by months 60 + 40 of 120 + 120."""
    text = "{proration: months, split: equal, costs: {x: {amount: 240}}}"
    joined = {"a": "A", "b": "B", "c": {"name": "C", "joined": "2024-07-01"}}
    found = calculate(agreed(text, parties=joined), 2024)
    assert [total.amount for total in found.totals] == [100_00, 100_00, 40_00]


def test_a_party_that_joins_again(agreed: Agreed) -> None:
    """In for January to March and from October: by months 6 × 20 / 3 = 40, the others 100."""
    text = "{proration: months, split: equal, costs: {x: {amount: 240}}}"
    c = {"name": "C", "joined": ["2024-10-01", "2020-01-01"], "left": "2024-03-31"}
    found = calculate(agreed(text, parties={"a": "A", "b": "B", "c": c}), 2024)
    assert [total.amount for total in found.totals] == [100_00, 100_00, 40_00]


def test_a_leaver_does_not_raise_the_others(agreed: Agreed) -> None:
    """With the shares of 2023 b goes on with a third of 300, and a takes c's third beside its own.

    A cap binds whoever bears an amount, also without taking part.
    """
    text = """
        periods:
        - {from: 2023-01-01, to: 2023-12-31, split: equal}
        - {from: 2024-01-01, split: {as_of: 2023}, limits: [{party: c, max: 0, difference: a}]}
        costs: {x: {amount: 300}}
    """
    left = {"a": "A", "b": "B", "c": {"name": "C", "left": "2023-12-31"}}
    found = calculate(agreed(text, parties=left), 2024)
    assert [total.amount for total in found.totals] == [200_00, 100_00, 0]


@pytest.mark.parametrize(
    ("split", "amounts"),
    [
        ("{mix: [{weight: 50 %, split: {as_of: 2023}}, {weight: 50 %, split: equal}]}",
         (50_00, 50_00, 20_00)),
        # 17 % of 16 2/3, 42 % of 41 2/3, and the rest to the last that is in.
        ("{mix: [{weight: 50 %, split: {as_of: 2023}}, {weight: 50 %, split: equal}], round: 1 %}",
         (50_40, 49_20, 20_40)),
        ("{as_of: 2023, split: {a: 50 %, c: 50 %}}", (60_00, 0, 60_00)),
        ("{steps: [{first: 60, split: {as_of: 2023}}, {rest: equal}]}", (50_00, 50_00, 20_00)),
    ],
)  # fmt: skip
def test_a_leaver_inside_another_split(
    agreed: Agreed, split: str, amounts: tuple[int, ...]
) -> None:
    """Half of 120 as in 2023, 20 each, and half by the two that are left, 30 each."""
    text = f"""
        periods:
        - {{from: 2023-01-01, to: 2023-12-31, split: equal}}
        - {{from: 2024-01-01, split: {split}}}
        costs: {{x: {{amount: 120}}}}
    """
    left = {"a": "A", "b": "B", "c": {"name": "C", "left": "2023-12-31"}}
    found = calculate(agreed(text, parties=left), 2024)
    assert not found.diagnostics
    assert tuple(total.amount for total in found.totals) == amounts


def test_a_party_that_leaves(agreed: Agreed) -> None:
    """Through June a has two parts of four, then two of three: by months 120 x 1/2 + 120 x 2/3."""
    text = "{proration: months, split: {parts: {a: 2, b: 1, c: 1}}, costs: {x: {amount: 240}}}"
    left = {"a": "A", "b": "B", "c": {"name": "C", "left": "2024-06-30"}}
    found = calculate(agreed(text, parties=left), 2024)
    assert [total.amount for total in found.totals] == [140_00, 70_00, 30_00]


@pytest.mark.parametrize(
    ("condition", "decisions", "today", "waiting"),
    [
        ("identical_decision", "{a: {status: approved}}", None, ["B", "C"]),
        (
            "identical_decision",
            "{a: {status: approved}, b: {status: approved}, c: {status: approved}}",
            None,
            None,
        ),
        ("identical_decision",
         "{a: [{status: approved}, {status: pending}], b: {date: 2024}, c: {status: approved}}",
         None, ["A", "B"]),
        ("{at_least: 2, of: [a, b]}", "{a: {status: approved}}", None, ["B"]),
        ("{at_least: 1, of: [a, b]}", "{a: {status: approved}}", None, None),
        ("{silence_by: 2023-09-15}", "{a: {status: approved}}", None, ["B", "C"]),
        ("{silence_by: 2023-09-15}", "{a: {status: approved}}", date(2023, 9, 15), ["B", "C"]),
        ("{silence_by: 2023-09-15}", "{a: {status: approved}}", date(2023, 9, 16), None),
        ("{at_least: 2, of: [a, b, c]}", "{a: {status: refused}}", None, ["A", "B", "C"]),
    ],
)  # fmt: skip
def test_conditions(
    stated: Stated, condition: str, decisions: str, today: date | None, waiting: list[str] | None
) -> None:
    """A period whose condition is not met is computed, and every figure says so."""
    text = f"""
        periods: [{{from: 2024-01-01, split: equal, condition: {condition},
                   decisions: {decisions}}}]
        costs: {{x: {{amount: 3}}}}
    """
    statement = stated(text, today=today)
    assert [total.amount for total in statement.totals] == [100, 100, 100]
    expected = {waiting is not None}
    assert {row.conditional for row in statement.rows} == expected
    assert {total.conditional for total in statement.totals} == expected
    said = {note.key: note.arguments for note in statement.notes}
    names = said["conditional"]["waiting"] if "conditional" in said else ()
    assert names == tuple(waiting or ())
    assert ("refused" in said) == ("refused" in decisions)


@pytest.mark.parametrize(
    ("condition", "decisions", "refusing"),
    [
        ("identical_decision", "{a: {status: approved}, b: {status: refused}}", ("B",)),
        ("identical_decision", "{b: [{status: approved}, {status: refused}]}", ("B",)),
        ("{at_least: 2, of: [a, b, c]}", "{b: {status: refused}, c: {status: refused}}",
         ("B", "C")),
        ("{silence_by: 2023-09-15}", "{a: {status: refused}}", ("A",)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("otherwise", ["", "otherwise: previous, "])
def test_a_condition_that_fails(
    stated: Stated, condition: str, decisions: str, refusing: tuple[str, ...], otherwise: str
) -> None:
    """The terms before go on where the paper says so: 70, 20 and 10 % instead of a third each.

    In the continuing year after it, too, since those are then the terms in force.  A cap goes with
    its terms: what c pays is at most 50 in the terms that have failed.
    """
    text = f"""
        periods:
        - {{from: 2023-01-01, to: 2023-12-31, split: {{a: 70 %, b: 20 %, c: 10 %}}}}
        - {{from: 2024-01-01, to: 2024-12-31, split: equal, condition: {condition}, {otherwise}
           limits: [{{party: c, max: 50, difference: a}}], decisions: {decisions}}}
        - {{from: 2025-01-01, to: 2025-12-31, continues: true}}
        costs: {{x: {{amount: 300}}}}
    """
    for year in (2024, 2025):
        statement = stated(text, year, today=date(2024, 1, 1))
        amounts = [total.amount for total in statement.totals]
        assert amounts == ([210_00, 60_00, 30_00] if otherwise else [150_00, 100_00, 50_00])
        conditional = {total.conditional for total in statement.totals}
        notes = {note.key: note.arguments for note in statement.notes}
        if year == 2025:
            assert (conditional, notes) == ({False}, {})
            continue
        assert conditional == {not otherwise}
        (key,) = notes
        assert key == ("falls_back" if otherwise else "condition_failed")
        assert notes[key]["party"] == refusing


def test_terms_that_go_on_still_wait_for_their_own_condition(stated: Stated) -> None:
    """A decision on the terms before is waited for in the year in which they go on, too."""
    text = """
        periods:
        - {from: 2023-01-01, to: 2023-12-31, split: {a: 1/2, b: 1/2}, condition: identical_decision}
        - {from: 2024-01-01, split: equal, condition: identical_decision, otherwise: previous,
           decisions: {a: {status: refused}}}
        costs: {x: {amount: 300}}
    """
    statement = stated(text)
    assert [total.amount for total in statement.totals] == [150_00, 150_00, 0]
    notes = {note.key: note.arguments for note in statement.notes}
    assert notes["conditional"]["waiting"] == ("A", "B", "C")
    assert notes["falls_back"]["party"] == ("A",)


@pytest.mark.parametrize(
    ("option", "last"),
    [("{extend: 2 years}", 2026), ("{extend_to: 2025-12}", 2025), ("{extend: 12 months}", 2025)],
)
def test_an_option_counts_only_when_it_is_assumed(stated: Stated, option: str, last: int) -> None:
    """An unused option is no part of the agreement's time."""
    text = f"""
        periods: [{{from: 2024-01-01, to: 2024-12-31, split: equal, option: {option}}}]
        costs: {{x: {{amount: 3}}}}
    """
    assert not stated(text, 2025).in_force
    extended = stated(text, last, assume_extended=True)
    assert [total.amount for total in extended.totals] == [100, 100, 100]
    assert [note.key for note in extended.notes] == ["assumed_extended"]
    assert not stated(text, last + 1, assume_extended=True).in_force


def test_an_option_ends_where_the_next_period_starts(pays: Pays) -> None:
    """The written period goes before the option of the one before it."""
    text = """
        proration: months
        periods:
        - {from: 2024-01-01, to: 2024-06-30, split: {a: 100 %}, option: {extend: 1 year}}
        - {from: 2024-10-01, to: 2024-12-31, split: {b: 100 %}}
        costs: {x: {amount: 12}}
    """
    assert pays(text, 2024) == {"a": 600, "b": 300, "c": 0}
    assert pays(text, 2024, assume_extended=True) == {"a": 900, "b": 300, "c": 0}


@pytest.mark.parametrize(
    ("renewal", "rest", "in_force"),
    [
        ("{years: 2}", "", [2024, 2025, 2026, 2027, 2028, 2199]),
        ("{years: 2, times: 1}", "", [2024, 2025, 2026]),
        ("{years: 1, times: 3}", "", [2024, 2025, 2026, 2027]),
        ("{years: 2}", ", terminated: 2026-12-31", [2024, 2025, 2026]),
        ("{years: 2}", ", terminated: 2024-12-31", [2024]),
        ("{years: 999, times: 999}", "", [2024, 2025, 2026, 2027, 2028, 2199]),
    ],
)
def test_renewals(stated: Stated, renewal: str, rest: str, in_force: list[int]) -> None:
    """A period renews so many times, or for ever, until it is terminated."""
    text = f"""
        periods: [{{from: 2024-01-01, to: 2024-12-31, split: equal, renews: {renewal}{rest}}}]
        costs: {{x: {{amount: 3}}}}
    """
    years = [2024, 2025, 2026, 2027, 2028, 2199]
    assert [year for year in years if stated(text, year).in_force] == in_force
    notes = {year: [note.key for note in stated(text, year).notes] for year in in_force}
    assert notes == {year: ["beyond_end"] if year > 2024 else [] for year in in_force}


def test_a_renewal_ends_where_the_next_period_starts(pays: Pays) -> None:
    """A renewing period gives way to the next that is written."""
    text = """
        periods:
        - {from: 2024-01-01, to: 2024-12-31, split: {a: 100 %}, renews: {years: 1}}
        - {from: 2026-01-01, split: {b: 100 %}}
        costs: {x: {amount: 1}}
    """
    assert pays(text, 2025) == {"a": 100, "b": 0, "c": 0}
    assert pays(text, 2026) == {"a": 0, "b": 100, "c": 0}


def test_a_period_that_is_terminated_early_ends_then(pays: Pays) -> None:
    """The last day in force is that of the termination: six months of twelve."""
    text = """
        proration: months
        periods: [{from: 2024-01-01, split: {a: 100 %}, terminated: 2024-06-30}]
        costs: {x: {amount: 12}}
    """
    assert pays(text) == {"a": 600, "b": 0, "c": 0}


def test_periods_may_stand_in_any_order(pays: Pays) -> None:
    """Time decides which period is before which, not the file."""
    text = """
        periods:
        - {from: 2024-01-01, continues: true}
        - {from: 2023-01-01, to: 2023-12-31, split: {a: 100 %}}
        costs: {x: {amount: 1}}
    """
    assert pays(text, 2024) == {"a": 100, "b": 0, "c": 0}


# --- what stands beside --------------------------------------------------------------------


def test_assumptions_come_with_every_statement(stated: Stated) -> None:
    """What the paper left open is told with the figures."""
    statement = stated("{split: equal, assumptions: [Det ena., Det andra.]}")
    assert statement.assumptions == ("Det ena.", "Det andra.")


def test_an_amounts_assumption_comes_with_the_years_that_rest_on_it(stated: Stated) -> None:
    """How 2025's part was read concerns neither 2024 nor the budget that replaces it."""
    text = """
        periods: [{from: 2024-01-01, split: equal}]
        assumptions: [Det ena.]
        costs:
          x:
            budget:
              2024: 1
              2025: {known_part: {a: 100}, assumption: Halva.}
    """
    assert [stated(text, year).assumptions for year in (2024, 2025)] == [
        ("Det ena.",),
        ("Det ena.", "Halva."),
    ]


def test_the_papers_of_a_split_are_those_that_write_it_and_go_on_with_it(stated: Stated) -> None:
    """2025 goes on with the split of 2024: both papers say so; an item's own split is its own."""
    text = """
        periods:
        - {from: 2024-01-01, to: 2024-12-31, split: equal, source: avtal}
        - {from: 2025-01-01, to: 2025-12-31, continues: true, source: beslut}
        costs: {x: {amount: 3}}
    """
    assert stated(text, 2024).share_sources == ("avtal",)
    assert stated(text, 2025).share_sources == ("avtal", "beslut")
    own = text.replace("amount: 3", "amount: 3, split: {a: 100 %}")
    assert stated(own, 2025).share_sources == ()


def test_a_prorated_amount_is_noted(stated: Stated) -> None:
    """A year's amount that was cut to the time covered says from what to what."""
    text = """
        proration: months
        periods: [{from: 2024-07-01, split: {a: 100 %}}]
        costs: {x: {covers: year, budget: {2024: 12}}}
    """
    note = next(note for note in stated(text).notes if note.key == "prorated")
    assert (note.arguments["stated"], note.arguments["used"]) == ((1200, "SEK"), (600, "SEK"))


def test_a_plan_gives_the_same_as_the_agreement(agreed: Agreed) -> None:
    """Working out the terms once is only quicker."""
    agreement = agreed("{periods: [{split: equal}], costs: {x: {amount: {2020: 5, 2022: 7}}}}")
    plan = prepare(agreement)
    for year in (2020, 2021, 2022, 2019):
        assert calculate(plan, year) == calculate(agreement, year)


@pytest.mark.parametrize(("today", "conditional"), [(None, True), (date(2024, 2, 1), False)])
def test_a_plan_may_be_asked_on_another_day(
    agreed: Agreed,
    today: date | None,
    conditional: bool,  # noqa: FBT001
) -> None:
    """Silence becomes consent by the day that is asked about, not by when the plan was made."""
    agreement = agreed("""
        periods: [{split: equal, condition: {silence_by: 2024-01-31}}]
        costs: {x: {amount: 1}}
    """)
    statement = calculate(prepared(prepare(agreement), today=today), 2024)
    assert {total.conditional for total in statement.totals} == {conditional}


def test_a_plan_may_be_asked_with_its_options_used(agreed: Agreed) -> None:
    """The option counts where it is asked for, and only there."""
    agreement = agreed("""
        periods: [{from: 2024-01-01, to: 2024-12-31, split: equal, option: {extend: 1 year}}]
        costs: {x: {amount: 1}}
    """)
    plan = prepare(agreement)
    plans = [prepared(plan, assume_extended=extended) for extended in (True, False)]
    assert [calculate(one, 2025).in_force for one in plans] == [True, False]


@pytest.mark.parametrize(
    ("costs", "basis", "years"),
    [
        ("{x: {budget: {2024: 1, 2022: 1}}}", "budget", [2022, 2024]),
        ("{x: {budget: {2024: 1}}}", "actual", []),
        ("{x: {amount: 1}}", "budget", [2022, 2023, 2024]),
        ("{x: {amount: 1}}", "actual", []),
        ("{x: {amount: 1, from: 2023-05-01}}", "budget", [2023, 2024]),
        ("{x: {price: 1, quantity: v}}", "budget", [2023]),
        ("{x: {amounts: {2023: {a: 1}}}}", "actual", [2023]),
        ("{x: {kind: adjustment, budget: {2023: 1}}}", "budget", [2023]),
        ("{x: {budget: {2022: 1}}, y: {percent: 5 %, of: [x]}}", "budget", [2022]),
        ("{x: {price: 1, per: k}}", "actual", [2022, 2023, 2024]),
        ("{}", "budget", []),
    ],
)
def test_years_with_figures(agreed: Agreed, costs: str, basis: Basis, years: list[int]) -> None:
    """The years that the items have figures for, within their time."""
    text = f"""
        periods: [{{from: 2022-07-01, to: 2024-06-30, split: equal}}]
        volumes: {{v: {{2023: 5}}}}
        keys: {{k: {{values: {{a: 1, b: 2, c: 3}}}}}}
        costs: {costs.replace("{budget:", "{covers: period, budget:")}
    """
    assert years_with_figures(prepare(agreed(text)), basis) == years


@pytest.mark.parametrize("period", ["{from: 2022-07-01, split: equal}", "{split: equal}"])
def test_years_with_figures_may_have_no_end(agreed: Agreed, period: str) -> None:
    """An amount per year until further notice, or from nobody knows when, has no list of years."""
    agreement = agreed(f"{{periods: [{period}], costs: {{x: {{amount: 1}}}}}}")
    assert years_with_figures(prepare(agreement), "budget") is None


def test_corrections_alone_have_their_years(agreed: Callable[..., Agreement]) -> None:
    """An agreement that has nothing but a correction is of the year in which that is taken."""
    correction = "{kind: adjustment, for: 2023, budget: {2024: -100}}"
    alone = prepare(agreed(f"{{split: equal, costs: {{x: {correction}}}}}"))
    assert years_with_figures(alone, "budget") == [2024]
    beside = f"{{split: equal, costs: {{x: {correction}, y: {{budget: {{2023: 100}}}}}}}}"
    assert years_with_figures(prepare(agreed(beside)), "budget") == [2023]
