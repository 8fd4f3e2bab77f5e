"""Keys, indices, stepwise and weighted splits, own amounts and limits, each worked out by hand."""

from collections.abc import Callable, Sequence
from textwrap import dedent
from typing import Any

import pytest

from avtalskalk.model.statement import Statement

Pays = Callable[..., dict[str, int | None]]
Stated = Callable[..., Statement]

POPULATION = """
    keys:
      population:
        use: {date: 11-01, year: -1}
        values:
          2022-11-01: {a: 1, b: 1, c: 2}
          2023-11-01: {a: 2, b: 3, c: 5}
"""


def kronor(paid: dict[str, int | None]) -> list[float | int | None]:
    """What the parties pay, in kronor; whole ones, or öre that are halves and the like."""
    return [None if one is None else one // 100 if one % 100 == 0 else one / 100
            for one in paid.values()]  # fmt: skip


def split(written: str, amount: str = "1 000", more: str = POPULATION) -> str:
    """An item that is split some way, beside keys."""
    return f"{more}\n    costs: {{x: {{amount: {amount}, split: {written}}}}}\n    split: equal\n"


# --- keys ----------------------------------------------------------------------------------


def test_by_a_key(pays: Pays) -> None:
    """2, 3 and 5 of ten, as they were on 1 November the year before."""
    assert kronor(pays(split("{by: population}"))) == [200, 300, 500]


def test_by_a_key_among_some(pays: Pays) -> None:
    """3 and 5 of eight: 375 and 625."""
    assert kronor(pays(split("{by: population, among: [b, c]}"))) == [0, 375, 625]


def test_shares_may_be_rounded_before_they_are_used(pays: Pays) -> None:
    """37,5 % to whole percent, half up, is 38; the last that has a share takes the other 62."""
    assert kronor(pays(split("{by: population, among: [b, c], round: 1 %}"))) == [0, 380, 620]


def test_equal_shares_may_be_rounded(pays: Pays) -> None:
    """A third is 33 % and 33 %, and 34 for the last."""
    assert kronor(pays(split("{equal: [a, b, c], round: 1 %}"))) == [330, 330, 340]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("{values: {a: 1, b: 1, c: 2}}", [250, 250, 500]),
        ("{values: {2023: {a: 1, b: 0, c: 0}, 2024: {a: 0, b: 1, c: 0}}}", [0, 1000, 0]),
        ("{values: {2024: 7}}", [333.34, 333.33, 333.33]),
        ("{frozen: 2020, values: {2020: {a: 1, b: 3, c: 0}, 2024: {a: 1, b: 0, c: 0}}}",
         [250, 750, 0]),
        (("{use: {latest: 06-01, year: -1}, values: {2022-09-01: {a: 3, b: 1, c: 0}, "
         "2023-06-02: {a: 1, b: 1, c: 1}}}"), [750, 250, 0]),
        ("{use: {date: 02-29, year: -1}, values: {2023-02-28: {a: 3, b: 1, c: 0}}}", [750, 250, 0]),
        (("{average: 3, values: {2022: {a: 1, b: 1, c: 1}, 2023: {a: 2, b: 4, c: 1}, "
         "2024: {a: 3, b: 4, c: 1}}}"), [333.33, 500, 166.67]),  # means 2, 3 and 1 of 6
        ("{average: 2, values: {2023: 1, 2024: 3}}", [333.34, 333.33, 333.33]),
    ],
)  # fmt: skip
def test_which_observation_a_year_uses(pays: Pays, key: str, expected: list[float]) -> None:
    """A key's own `use`, `frozen` and `average` choose among its observations."""
    assert kronor(pays(split("{by: k}", more=f"    keys: {{k: {key}}}"))) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("p + q", [300, 300, 400]),  # 3, 3 and 4
        ("p * q", [285.72, 285.71, 428.57]),  # 2, 2 and 3 of 7
        ("max(p, q) - min(p, q)", [250, 250, 500]),  # 1, 1 and 2
        ("round(q / 3, 0)", [500, 0, 500]),
        ("-(-p) + 0.5 - 0.5", [250, 500, 250]),
        ("+p / (1 + 1)", [250, 500, 250]),
    ],
)
def test_formulas(pays: Pays, formula: str, expected: list[float]) -> None:
    """A key by a formula over other keys, exactly: p is 1, 2, 1 and q is 2, 1, 3."""
    keys = "    keys: {p: {values: {a: 1, b: 2, c: 1}}, q: {values: {a: 2, b: 1, c: 3}}, "
    assert kronor(pays(split("{by: f}", more=f"{keys}f: {{formula: '{formula}'}}}}"))) == expected


@pytest.mark.parametrize(
    ("year", "missing"),
    [(2023, []), (2025, ["keys.population.values.2024-11-01"]),
     (2022, ["keys.population.values.2021-11-01"])],
)  # fmt: skip
def test_an_observation_that_is_not_there_is_waited_for(
    stated: Stated, year: int, missing: list[str]
) -> None:
    """After the last, or before the first, the year is incomplete and the observation named."""
    statement = stated(split("{by: population}") + "    periods: [{}]\n", year)
    assert [one.what for one in statement.missing] == missing
    assert {total.complete for total in statement.totals} == {not missing}


# --- splits --------------------------------------------------------------------------------


def test_a_mix(pays: Pays) -> None:
    """20 % equal is 66 2/3 each, 80 % by 2:3:5 is 160, 240, 400."""
    paid = pays(
        split("{mix: [{weight: 20 %, split: equal}, {weight: rest, split: {by: population}}]}")
    )
    assert kronor(paid) == [226.67, 306.67, 466.66]  # 226,667 306,667 466,667: two öre to a and b


def test_a_mix_with_dated_weights(pays: Pays) -> None:
    """75 % in 2024 and 50 % from 2025 on, then nothing of the first from 2026 on."""
    text = """
        periods: [{split: {mix: [{weight: {2024: 75 %, 2025: 50 %, 2026: 0 %}, split: {a: 100 %}},
                                 {weight: rest, split: {b: 100 %}}]}}]
        costs: {x: {amount: 100}}
    """
    assert kronor(pays(text, 2024)) == [75, 25, 0]
    assert kronor(pays(text, 2025)) == [50, 50, 0]
    assert kronor(pays(text, 2026)) == [0, 100, 0]
    assert kronor(pays(text, 2023)) == [None, None, None]


def test_steps(pays: Pays) -> None:
    """1 000 less 100 fixed for a, 300 for b alone, and 600 by 2:3:5."""
    steps = (
        "{steps: [{fixed: {a: 100}}, {first: 300, split: {b: 100 %}}, {rest: {by: population}}]}"
    )
    assert kronor(pays(split(steps))) == [100 + 120, 300 + 180, 300]


def test_a_tier_that_is_not_filled(pays: Pays) -> None:
    """Of 200 the first 300 are all there is."""
    steps = "{steps: [{first: 300, split: {b: 100 %}}, {rest: equal}]}"
    assert kronor(pays(split(steps, "200"))) == [0, 200, 0]


def test_amounts_in_steps_are_per_year(pays: Pays) -> None:
    """In half a year, by months, 600 of 1 200 less 150 of 300: 450 left for c."""
    text = """
        proration: months
        periods: [{from: 2024-07-01, split: {steps: [{fixed: {a: 300}}, {rest: {c: 100 %}}]}}]
        costs: {x: {amount: 1 200}}
    """
    assert kronor(pays(text)) == [150, 0, 450]


def test_items_through_the_same_steps_are_netted(pays: Pays, stated: Stated) -> None:
    """1 000 less a grant of 400 is 600: 500 first for a, 100 for b, on one line."""
    text = """
        split: {steps: [{first: 500, split: {a: 100 %}}, {rest: {b: 100 %}}]}
        costs: {x: {amount: 1 000}, g: {kind: grant, amount: 400}}
    """
    assert kronor(pays(text)) == [500, 100, 0]
    assert [item.item for item in stated(text).items] == ["x + g"]


def test_a_deduction_alone_goes_through_steps_as_it_is(pays: Pays) -> None:
    """A grant of 600 by its own steps takes 500 from a and 100 from b."""
    text = """
        split: equal
        costs: {g: {kind: grant, amount: 600,
                    split: {steps: [{first: 500, split: {a: 100 %}}, {rest: {b: 100 %}}]}}}
    """
    assert kronor(pays(text)) == [-500, -100, 0]


@pytest.mark.parametrize(
    ("points", "expected"), [("3", [750, 250, 0]), ("4", [750, 250, 0]), ("2.9", [780, 220, 0])]
)
def test_a_tolerance(pays: Pays, points: str, expected: list[int]) -> None:
    """78 % is three points from 75: more than 2,9, but not more than three."""
    more = "    keys: {cases: {values: {a: 78, b: 22, c: 0}}}"
    written = (
        "{tolerance: {agreed: {a: 75 %, b: 25 %}, actual: {by: cases}, "
        f"points: {points}, round: 1 %}}}}"
    )
    assert kronor(pays(split(written, more=more))) == expected


def test_the_mean_of_the_lowest(pays: Pays) -> None:
    """The three lowest of 50, 20, 25 and 30 % are 25 % in the mean, for a; b bears the rest."""
    written = (
        "{mean_of_lowest: {count: 3, party: a, others: {b: 100 %}, of: "
        "[{a: 50 %, b: rest}, {by: population}, {a: 1/4, b: rest}, {a: 30 %, b: rest}]}}"
    )
    assert kronor(pays(split(written))) == [250, 750, 0]


# --- what items cost -----------------------------------------------------------------------

KPI = """
    indices:
      kpi:
        values: {{2022-10: 100, 2023-10: {a}, 2024-10: {b}, 2025-10: {c}}}
    periods: [{{from: 2023-01-01, split: {{a: 100 %}}}}]
    costs: {{x: {{amount: 1 000, index: {{series: kpi, base: 2022-10, {rest}}}}}}}
"""


@pytest.mark.parametrize(
    ("values", "rest", "expected"),
    [
        ((110, 99, 121), "level: 2023", [1000, 1100, 990, 1210]),
        ((110, 99, 121), "use: {month: 10, year: -1}", [1000, 1100, 990, 1210]),
        ((110, 99, 121), "level: 2023, share: 50 %", [1000, 1050, 995, 1105]),
        # Floor 0: +10 %, 0 for -10 %, then +22 2/9 %: 1 100 x 121/99
        ((110, 99, 121), "level: 2023, floor: 0 %", [1000, 1100, 1100, 1344.44]),
        # Cap 5: +5, -10, +5: 1050, 945, 992,25
        ((110, 99, 121), "level: 2023, cap: 5 %", [1000, 1050, 945, 992.25]),
        # Never lower than the year before, compared with the base: the fall is made up first
        ((110, 99, 121), "level: 2023, one_way: true", [1000, 1100, 1100, 1210]),
        # With a cap no year's change is below zero: +5, 0, +5
        ((110, 99, 121), "level: 2023, one_way: true, cap: 5 %", [1000, 1050, 1050, 1102.5]),
    ],
)
def test_an_index(pays: Pays, values: Sequence[int], rest: str, expected: list[float]) -> None:
    """The level's year has the amount as written; each later one follows its own October."""
    a, b, c = values
    text = KPI.format(a=a, b=b, c=c, rest=rest)
    assert [kronor(pays(text, year))[0] for year in range(2023, 2027)] == expected


def test_an_index_that_is_not_published_is_waited_for(stated: Stated) -> None:
    """2027 needs October 2026, which is not there."""
    text = KPI.format(a=1, b=1, c=1, rest="level: 2023")
    assert [one.what for one in stated(text, 2027).missing] == ["indices.kpi.values.2026-10"]


@pytest.mark.parametrize(("by", "expected"), [("2023-12-01", [1100]), ("2024-12-01", [1200])])
def test_a_pinned_vintage(pays: Pays, by: str, expected: list[int]) -> None:
    """The latest value that was published by the day counts, not a later one."""
    text = f"""
        split: {{a: 100 %}}
        indices: {{kpi: {{values: {{
          2022-10: {{value: 100, published: 2022-11-10}},
          2023-10: [{{value: 110, published: 2023-11-10, status: preliminary}},
                    {{value: 120, published: 2024-11-10}}]}}}}}}
        costs: {{x: {{amount: 1 000,
                      index: {{series: kpi, base: 2022-10, level: 2023, published_by: {by}}}}}}}
    """
    assert kronor(pays(text))[:1] == expected


def test_a_fixed_change_each_year(pays: Pays) -> None:
    """2 % off each year from 2024 on: 980, then 960,40."""
    text = """
        periods: [{split: {a: 100 %}}]
        costs: {x: {amount: 1 000, index: {yearly: -2 %, from: 2024}}}
    """
    assert [kronor(pays(text, year))[0] for year in (2023, 2024, 2025)] == [1000, 980, 960.40]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("{amount: 31 000, portion: 800/31000}", [800, 0, 0]),
        ("{amount: 1 000, factor: 90 %}", [900, 0, 0]),
        ("{amount: 1 000, portion: 50 %, factor: 90 %}", [450, 0, 0]),
        ("{amount: 1 000, factor: {by: k, table: [{up_to: 9, factor: 50 %}, {factor: 80 %}]}}",
         [800, 0, 0]),  # the parties' sum is ten
        ("{price: 10, per: k}", [20, 30, 50]),
        ("{price: 10, per: k, among: [a, b]}", [20, 30, 0]),
        ("{price: 10 %, per: k}", [0.2, 0.3, 0.5]),
        ("{price: 10, per: k, factor: {by: k, table: [{below: 3, factor: 50 %}, {factor: 100 %}]}}",
         [10, 30, 50]),
        ("{bands: {by: k, table: [{below: 3, amount: 7}, {up_to: 3, amount: 8}, {amount: 9}]}}",
         [7, 8, 9]),
        ("{bands: {by: k, among: [c], table: [{below: 3, amount: 7}, {amount: 9}]}, factor: 50 %}",
         [0, 0, 4.5]),
        ("{amounts: {2024: {a: 5, c: 6}}}", [5, 0, 6]),
        ("{kind: grant, amounts: {2024: {a: 5, c: 6}}}", [-5, 0, -6]),
        ("{kind: adjustment, for: 2016, budget: {2024: -46}}", [-46, 0, 0]),
        ("{kind: adjustment, for: 2016, amounts: {2024: {b: 5}}}", [0, 5, 0]),
        ("{kind: adjustment, for: 2016, budget: {2023: 46}}", [0, 0, 0]),
    ],
)  # fmt: skip
def test_other_forms(pays: Pays, item: str, expected: list[float]) -> None:
    """What an item costs, by each form, with k at 2, 3 and 5 and the split all a's."""
    text = f"""
        periods: [{{split: {{a: 100 %}}}}]
        keys: {{k: {{values: {{a: 2, b: 3, c: 5}}}}}}
        costs: {{x: {item}}}
    """
    assert kronor(pays(text)) == expected


def test_overheads_come_after_the_items_they_are_on(pays: Pays) -> None:
    """5 % on 1 000 less 200 is 40, and 10 % on that 4; the overheads may stand first."""
    text = """
        split: {a: 100 %}
        costs:
          z: {percent: 10 %, of: [y]}
          y: {percent: 5 %, of: [x, g]}
          x: {amount: 1 000}
          g: {kind: grant, amount: 200}
    """
    assert kronor(pays(text)) == [844, 0, 0]


def test_a_surcharge(pays: Pays, stated: Stated) -> None:
    """6 % on b's rounded 33,33 is 2,00 (1,9998); rows of their own, in the total."""
    text = """
        split: equal
        costs: {x: {amount: 100, surcharge: {percent: 6 %, parties: [b]}}}
    """
    assert kronor(pays(text)) == [33.34, 35.33, 33.33]
    rows = [(row.line, row.party, row.amount) for row in stated(text).rows if row.line != "split"]
    assert rows == [("surcharge", "b", 200)]


@pytest.mark.parametrize(
    ("at", "paid", "rows"),
    [("item", 16, []), ("total", 17, [("surcharge", 48), ("surcharge", 48), ("rounding", 4)])],
)
def test_surcharges_are_rounded_with_the_total(
    pays: Pays, stated: Stated, at: str, paid: int, rows: list[tuple[str, int]]
) -> None:
    """6 % on 8 kr is 0,48, nothing by itself; twice it makes 16,96, that is 17."""
    text = f"""
        rounding: {{to: 1 kr, at: {at}}}
        split: {{b: 100 %}}
        costs:
          x: {{amount: 8, surcharge: {{percent: 6 %, parties: [b]}}}}
          y: {{amount: 8, surcharge: {{percent: 6 %, parties: [b]}}}}
    """
    assert kronor(pays(text)) == [0, paid, 0]
    assert [(row.line, row.amount) for row in stated(text).rows if row.line != "split"] == rows


def test_surcharges_at_the_total_are_on_exact_amounts(pays: Pays) -> None:
    """A third of 100, and 50 % on it: 49,9999… is 50; on the 33 shown, 49,50 would be too."""
    text = """
        rounding: {to: 1 kr, at: total}
        split: equal
        costs: {x: {amount: 100, surcharge: {percent: 50 %}}}
    """
    assert kronor(pays(text)) == [50, 50, 50]


# --- limits --------------------------------------------------------------------------------


def limited(limits: str, **more: Any) -> str:
    """1 000 kr at 50/30/20 under limits, with what was paid the year before."""
    paid = more.get("paid", "{a: 400, b: 300, c: 200}")
    return f"""
        periods: [{{split: {{a: 50 %, b: 30 %, c: 20 %}}, limits: {limits}}}]
        paid: {{2023: {paid}}}
        costs: {{x: {{amount: 1 000}}}}
    """


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ("[{party: a, max: 400, difference: b}]", [400, 400, 200]),
        ("[{party: a, max: 400, difference: others}]", [400, 360, 240]),  # 100 as 3:2
        ("[{party: a, max: 400, difference: none}]", [400, 300, 200]),
        ("[{party: c, min: 250, difference: a}]", [450, 300, 250]),
        ("[{party: a, max_increase: 15 %, difference: c}]", [460, 300, 240]),  # 400 x 1,15
        ("[{party: c, min_increase: 10 %, difference: a}]", [480, 300, 220]),  # 200 x 1,1
        ("[{party: b, max_increase: 0 %, difference: a}]", [500, 300, 200]),  # not broken
        # a is set to 420, its 80 go 3:2 to b and c: 348 and 232; b to 315, its 33 to c
        ("[{each: true, max_increase: 5 %, difference: none}]", [420, 300, 200]),
        ("[{party: a, max: 400, difference: b}, {party: b, max: 350, difference: c}]",
         [400, 350, 250]),
    ],
)  # fmt: skip
def test_limits(pays: Pays, limits: str, expected: list[float]) -> None:
    """Each limit binds its party, and says who takes the difference."""
    assert kronor(pays(limited(limits))) == expected


def test_a_limit_for_each_goes_on_until_nobody_breaks_it(pays: Pays) -> None:
    """First a to 450, its 50 go 3:2 to b and c (330, 220); b to 320, and its 10 to c: 230."""
    paid = "{a: 450, b: 320, c: 900}"
    text = limited("[{each: true, max_increase: 0 %, difference: others}]", paid=paid)
    assert kronor(pays(text)) == [450, 320, 230]


def test_a_limit_looks_at_the_year_before_it_computed(pays: Pays) -> None:
    """Half of 2023's 1 000 is 500; 2024's 2 000 may be 550 for a, and 2025's 605."""
    text = """
        periods: [{from: 2023-01-01, split: {a: 50 %, b: 50 %},
                   limits: [{party: a, max_increase: 10 %, difference: b}]}]
        costs: {x: {amount: {2023: 1 000, 2024: 2 000}}}
        paid: {2022: {a: 500, b: 500}}
    """
    assert [kronor(pays(text, year))[0] for year in (2023, 2024, 2025)] == [500, 550, 605]


def test_a_limit_with_nothing_to_compare_with_does_nothing(stated: Stated) -> None:
    """A first year has no year before: the limit does nothing, and a warning says so."""
    text = """
        split: {a: 50 %, b: 50 %}
        periods: [{from: 2024-01-01, limits: [{party: a, max_increase: 1 %, difference: b}]}]
        costs: {x: {amount: 100}}
    """
    statement = stated(text)
    assert [total.amount for total in statement.totals] == [5000, 5000, 0]
    assert [(one.code, one.severity) for one in statement.diagnostics] == [("AV611", "warning")]


def test_a_share_that_is_high_is_warned_of(stated: Stated) -> None:
    """Half is above 49 % and not above 50 %; no money moves."""
    text = limited("[{party: a, warn_above_share: 49 %}, {party: a, warn_above_share: 50 %}]")
    statement = stated(text)
    assert [total.amount for total in statement.totals] == [50000, 30000, 20000]
    assert [one.code for one in statement.diagnostics] == ["AV614"]


def test_an_items_own_limit(pays: Pays, stated: Stated) -> None:
    """The item's limit holds a at 10 of it; the other item is as it is."""
    text = """
        split: {a: 50 %, b: 50 %}
        costs:
          x: {amount: 100, limits: [{party: a, max: 10, difference: b}]}
          y: {amount: 100}
    """
    assert kronor(pays(text)) == [60, 140, 0]
    rows = [(row.item, row.party, row.amount) for row in stated(text).rows if row.line == "limit"]
    assert rows == [("x", "a", -4000), ("x", "b", 4000)]


def test_limits_in_a_part_of_a_year_are_for_that_part(pays: Pays) -> None:
    """Half a year by months: at most 200 of 400."""
    text = """
        proration: months
        periods: [{from: 2024-07-01, split: {a: 100 %},
                   limits: [{party: a, max: 400, difference: b}]}]
        costs: {x: {amount: 1 000}}
    """
    assert kronor(pays(text)) == [200, 300, 0]


def test_two_limits_that_break_each_other_are_an_error(stated: Stated) -> None:
    """The second holds b at 300 and gives a what the first had taken; the check says so."""
    text = limited("[{party: a, max: 400, difference: b}, {party: b, max: 300, difference: a}]")
    assert [finding.code for finding in stated(text).diagnostics] == ["AV612"]


# --- what is not known, and where it is named ----------------------------------------------


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("costs: {x: {price: {2025: 1}, per: k}}", "costs.x.price.2024"),
        ("costs: {x: {price: 1, per: later}}", "keys.later.values.2024"),
        ("costs: {x: {bands: {by: k, table: [{amount: {2025: 1}}]}}}",
         "costs.x.bands.table.1.amount.2024"),
        ("costs: {x: {bands: {by: later, table: [{amount: 1}]}}}", "keys.later.values.2024"),
        ("costs: {x: {amount: 1, factor: {by: later, table: [{factor: 1 %}]}}}",
         "keys.later.values.2024"),
        ("costs: {x: {price: 1, per: k, factor: {by: later, table: [{factor: 1 %}]}}}",
         "keys.later.values.2024"),
        ("costs: {x: {amount: 1, split: {by: f}}}", "keys.later.values.2024"),
        ("costs: {x: {amount: 1, split: {by: mean}}}", "keys.mean.values.2023"),
        ("costs: {x: {amount: 1, split: {by: newest}}}", "keys.newest.values.2024-01-01"),
        ("costs: {x: {amount: 1, split: {mix: [{weight: 100 %, split: {by: later}}]}}}",
         "keys.later.values.2024"),
        (("costs: {x: {amount: 1, split: {mix: [{weight: {2025: 1 %}, split: equal},"
         " {weight: rest, split: equal}]}}}"), "costs.x.split.mix.1.weight.2024"),
        (("costs: {x: {amount: 1, split: {tolerance: {agreed: {2025: {a: 100 %}}, actual: equal,"
         " points: 1}}}}"), "costs.x.split.tolerance.agreed.2024"),
        (("costs: {x: {amount: 1, split: {tolerance: {agreed: {a: {2025: 100 %}}, actual: equal,"
         " points: 1}}}}"), "costs.x.split.tolerance.agreed.a.2024"),
        (("costs: {x: {amount: 1, split: {tolerance: {agreed: {a: 100 %}, actual: {by: later},"
         " points: 1}}}}"), "keys.later.values.2024"),
        (("costs: {x: {amount: 1, split: {mean_of_lowest: {count: 1, party: a,"
         " of: [{by: later}], others: equal}}}}"), "keys.later.values.2024"),
        (("costs: {x: {amount: 1, split: {mean_of_lowest: {count: 1, party: a,"
         " of: [equal], others: {by: later}}}}}"), "keys.later.values.2024"),
        ("costs: {x: {amount: 1, split: {steps: [{fixed: {a: {2025: 1}}}, {rest: equal}]}}}",
         "costs.x.split.steps.1.fixed.a.2024"),
        (("costs: {x: {amount: 1, split: {steps: [{first: {2025: 1}, split: equal},"
         " {rest: equal}]}}}"), "costs.x.split.steps.1.first.2024"),
        ("costs: {x: {amount: 1, split: {steps: [{rest: {by: later}}]}}}",
         "keys.later.values.2024"),
        (("costs: {x: {amount: 1, split: {mix: [{weight: 100 %, split: {steps: ["
           "{rest: {by: later}}]"
         "}}]}}}"), "keys.later.values.2024"),
        (("costs: {x: {amount: 1, split: {mix: [{weight: {2025: 1 %}, split: {steps: ["
           "{rest: equal}]"
         "}}, {weight: rest, split: equal}]}}}"), "costs.x.split.mix.1.weight.2024"),
        ("costs: {x: {amount: 1, index: {series: kpi, base: 2020-10, level: 2021, floor: 0 %}}}",
         "indices.kpi.values.2022-10"),
        (("costs: {x: {amount: 1, index: {series: kpi, base: 2020-10, level: 2021,"
         " published_by: 2020-12-31}}}"), "indices.kpi.values.2020-10 (2020-12-31)"),
        ("costs: {x: {percent: 5 %, of: [y]}, y: {budget: {2025: 1}}}", "costs.y.budget.2024"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_by_its_place(stated: Stated, text: str, missing: str) -> None:
    """Whatever a figure needs and nobody knows yet is named as the file would write it."""
    more = """
        periods: [{from: 2024-01-01, split: equal}]
        keys:
          k: {values: {a: 2, b: 3, c: 5}}
          later: {values: {2025: {a: 1, b: 1, c: 1}}}
          f: {formula: k + later}
          mean: {average: 2, values: {2024: {a: 1, b: 1, c: 1}}}
          newest: {use: {latest: 01-01}, values: {2024-06-01: {a: 1, b: 1, c: 1}}}
        indices: {kpi: {values: {2020-10: 1, 2021-10: 1, 2023-10: 1}}}
    """
    statement = stated(dedent(more) + text)
    assert {one.what for one in statement.missing} == {missing}
    assert {total.complete for total in statement.totals} == {False}


# --- further combinations ------------------------------------------------------------------


def test_overheads_on_items_with_days_of_their_own(pays: Pays) -> None:
    """10 % from April on: of y's nine months 900, and of x's six from July 600, is 150."""
    text = """
        proration: months
        split: {a: 100 %}
        costs:
          x: {amount: 1 200, from: 2024-07-01}
          y: {amount: 1 200}
          z: {percent: 10 %, of: [x, y], from: 2024-04-01}
    """
    assert kronor(pays(text)) == [600 + 1200 + 150, 0, 0]


def test_an_overhead_on_nothing_is_nothing(pays: Pays) -> None:
    """Before its items, or its own days, an overhead does not exist."""
    text = """
        periods: [{from: 2023-01-01, split: {a: 100 %}}]
        costs:
          x: {amount: 100, from: 2024-01-01}
          z: {percent: 10 %, of: [x]}
          w: {percent: 10 %, of: [x], from: 2025-01-01}
    """
    assert [kronor(pays(text, year))[0] for year in (2023, 2024, 2025)] == [0, 110, 120]


def test_items_through_the_same_steps_with_days_of_their_own(pays: Pays) -> None:
    """Six months of 600 alone and six netted with 300: 200 first of 400 a year in each."""
    text = """
        proration: months
        split: {steps: [{first: 400, split: {a: 100 %}}, {rest: {b: 100 %}}]}
        costs: {x: {amount: 1 200}, y: {amount: 600, from: 2024-07-01}}
    """
    assert kronor(pays(text)) == [400, 400 + 700, 0]


def test_a_mix_with_steps_in_it(pays: Pays) -> None:
    """Half of 1 000 through steps, 300 for a and 200 for b; the other half equal in two."""
    written = (
        "{mix: [{weight: 50 %, split: {steps: [{first: 300, split: {a: 100 %}}, {rest: s}]}},"
        " {weight: rest, split: {equal: [a, b]}}]}"
    )
    assert kronor(pays(split(written, more="    shares: {s: {b: 100 %}}"))) == [550, 450, 0]


def test_steps_by_name(pays: Pays) -> None:
    """A name may stand for steps, and steps may change during the year: by months 100 and 200."""
    text = """
        proration: months
        periods: [{split: s, splits: {s: t, t: {steps: [
          {fixed: {a: {2024-01-01: 200, 2024-07-01: 400}}}, {rest: {b: 100 %}}]}}}]
        costs: {x: {amount: 1 000}}
    """
    assert kronor(pays(text)) == [300, 700, 0]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("{use: {date: 11-01, year: -1}, values: {2023: {a: 1, b: 1, c: 2}}}", [250, 250, 500]),
        ("{formula: n * 2}", [333.34, 333.33, 333.33]),
        ("{formula: n * p}", [250, 250, 500]),
    ],
)
def test_keys_by_year_and_of_one_number(pays: Pays, key: str, expected: list[float]) -> None:
    """A yearly observation stands for every day of its year; one number is everybody's."""
    more = (
        f"    keys: {{k: {key}, n: {{values: {{2024: 5}}}}, p: {{values: {{a: 1, b: 1, c: 2}}}}}}"
    )
    assert kronor(pays(split("{by: k}", more=more))) == expected


def test_terms_that_change_in_the_year_bring_their_limits(pays: Pays) -> None:
    """By months: 500 for a, held at 200 (half of 400); then 500 for a, held at 300 of 600."""
    text = """
        proration: months
        periods:
        - {to: 2024-06-30, split: {a: 100 %}, limits: [{party: a, max: 400, difference: b}]}
        - {from: 2024-07-01, split: {a: 100 %}, limits: [{party: a, max: 600, difference: c}]}
        costs: {x: {amount: 1 000}}
    """
    assert kronor(pays(text)) == [500, 300, 200]


def test_a_period_that_continues_keeps_its_limits(pays: Pays) -> None:
    """The same limits hold all year, though the split has changed."""
    text = """
        proration: months
        periods:
        - {to: 2024-06-30, split: {a: 100 %}, limits: [{party: a, max: 400, difference: b}]}
        - {from: 2024-07-01, split: {a: 50 %, c: 50 %}, continues: true}
        costs: {x: {amount: 1 000}}
    """
    assert kronor(pays(text)) == [400, 350, 250]


@pytest.mark.parametrize(
    "second",
    ["continues: true", "limits: [{party: a, max_increase: 0 %, difference: b, source: x}]"],
)
def test_a_limit_written_again_is_one_limit_on_the_year(pays: Pays, second: str) -> None:
    """600 + 400 is the 1 000 of last year; in each half alone 500 of 600 and 400 would be left."""
    text = f"""
        proration: months
        paid: {{2023: {{a: 1 000, b: 1 000, c: 0}}}}
        periods:
        - {{from: 2024-01-01, to: 2024-06-30, split: {{a: 60 %, b: 40 %}},
           limits: [{{party: a, max_increase: 0 %, difference: b}}]}}
        - {{from: 2024-07-01, split: {{a: 40 %, b: 60 %}}, {second}}}
        costs: {{x: {{amount: 2 000}}}}
    """
    assert kronor(pays(text)) == [1000, 1000, 0]


def test_a_limit_is_the_years_also_beside_one_that_is_not(pays: Pays) -> None:
    """By months, a has 1 000 + 100, b 900: b is capped at 350 of 700 a year, a at 1 000 of both.

    In each half by itself a would be left with 500 of 1 000, and 100.
    """
    text = """
        proration: months
        periods:
        - {to: 2024-06-30, split: {a: 100 %}, limits: [{party: a, max: 1 000, difference: c}]}
        - {from: 2024-07-01, split: {a: 10 %, b: 90 %},
           limits: [{party: b, max: 700, difference: c}, {party: a, max: 1 000, difference: c}]}
        costs: {x: {amount: 2 000}}
    """
    assert kronor(pays(text)) == [1000, 350, 650]


def rows_of(statement: Statement, line: str) -> dict[str, int]:
    """The rows of one kind, in öre by party."""
    return {row.party: row.amount for row in statement.rows if row.line == line}


def test_what_rounding_moves_is_no_limit(stated: Stated) -> None:
    """Only a and c are moved, as much as each other; the öre that b and c trade is rounding.

    30 % of 1 583 168,32 and of 79 158,42 are 498 698,022; the rows of b come to 498 698,03 and
    those of c to 498 698,01, of which 98 698,022 is above the cap.
    """
    statement = stated("""
        periods: [{split: {a: 40 %, b: 30 %, c: 30 %},
                   limits: [{party: c, max: 400 000, difference: a}]}]
        costs: {x: {amount: 1583168.32}, y: {amount: 79158.42}}
    """)
    assert rows_of(statement, "limit") == {"a": 98_698_02, "c": -98_698_02}
    assert rows_of(statement, "rounding") == {"b": -1, "c": 1}
    assert [total.amount for total in statement.totals] == [763_628_72, 498_698_02, 400_000_00]


def test_what_rounding_moves_is_no_limit_of_an_item(stated: Stated) -> None:
    """Thirds of 100: 34, 33, 33 kr.  Capped at 10, a leaves 23,33 to b; so 10, 56,67 and 33,33.

    Rounded again that is 10, 57 and 33, and the krona that a had got before is rounding.
    """
    statement = stated("""
        rounding: {to: 1 kr}
        split: equal
        costs: {x: {amount: 100, limits: [{party: a, max: 10, difference: b}]}}
    """)
    assert rows_of(statement, "limit") == {"a": -23_00, "b": 23_00}
    assert rows_of(statement, "rounding") == {"a": -1_00, "b": 1_00}
    assert [total.amount for total in statement.totals] == [10_00, 57_00, 33_00]


def test_a_part_of_a_year_without_a_broken_ore_has_none(stated: Stated) -> None:
    """Half a year at 2 öre is half an öre each, the other at 220 mkr just 55 mkr each.

    Of the 110 000 000,01 a gets the odd öre, in the part of the year that it comes from.
    """
    rows = stated("""
        proration: months
        split: {a: 50 %, b: 50 %}
        costs: {x: {amount: {2024-01-01: 0.02, 2024-07-01: 220 000 000}}}
    """).rows
    assert [(row.start.month, row.party, row.amount) for row in rows] == [
        (1, "a", 1), (1, "b", 0), (7, "a", 55_000_000_00), (7, "b", 55_000_000_00)
    ]  # fmt: skip


def test_parts_of_a_year_are_rounded_as_the_item_is(stated: Stated) -> None:
    """182 and 184 days of 1 000 kr by kronor: 497,27 and 502,73 are 497 and 503."""
    rows = stated("""
        rounding: {to: 1 kr}
        periods: [{to: 2024-06-30, split: {a: 100 %}}, {from: 2024-07-01, split: {a: 100 %}}]
        costs: {x: {amount: 1 000}}
    """).rows
    assert [row.amount for row in rows] == [497_00, 503_00]


def test_a_limit_that_stops_and_comes_again_is_another(pays: Pays) -> None:
    """Thirds of a year: 400 of 500 in the first, all 500 in the second, 400 again in the third."""
    text = """
        proration: months
        periods:
        - {to: 2024-04-30, split: {a: 100 %}, limits: [{party: a, max: 1 200, difference: b}]}
        - {from: 2024-05-01, to: 2024-08-31, split: {a: 100 %}}
        - {from: 2024-09-01, split: {a: 100 %}, limits: [{party: a, max: 1 200, difference: b}]}
        costs: {x: {amount: 1 500}}
    """
    assert kronor(pays(text)) == [1300, 200, 0]


def test_an_items_limit_looks_at_what_the_item_was_paid(pays: Pays) -> None:
    """The item's own `paid` of 40 may rise by 10 % to 44, and the year after to 48,40."""
    text = """
        periods: [{from: 2024-01-01, split: {a: 100 %}}]
        costs:
          x: {amount: 100, paid: {2023: {a: 40}},
              limits: [{party: a, max_increase: 10 %, difference: b}]}
          y: {amount: 1}
    """
    assert kronor(pays(text, 2024)) == [45, 56, 0]
    assert kronor(pays(text, 2025)) == [49.4, 51.6, 0]


def test_a_limit_that_waits_for_the_year_before_is_incomplete(stated: Stated) -> None:
    """What the parties paid in 2023 is not known, so 2024's bound is not either."""
    text = """
        periods: [{from: 2023-01-01, split: {a: 100 %},
                   limits: [{party: a, max_increase: 10 %, difference: b}]}]
        costs: {x: {budget: {2024: 100}}}
    """
    statement = stated(text)
    assert [one.what for one in statement.missing] == ["costs.x.budget.2023"]
    assert {total.amount for total in statement.totals} == {None}


def test_a_limit_with_a_bound_that_needs_no_year_before_still_binds(stated: Stated) -> None:
    """`max` holds at 400 although there is nothing for `max_increase` to compare with."""
    text = """
        periods: [{from: 2024-01-01, split: {a: 100 %}, limits: [
          {party: a, max: 400, max_increase: 1 %, difference: b},
          {each: true, warn_above_share: 50 %}]}]
        costs: {x: {amount: 1 000}}
    """
    statement = stated(text)
    assert [total.amount for total in statement.totals] == [40000, 60000, 0]
    assert {one.code for one in statement.diagnostics} == {"AV611", "AV614"}


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ("[{max: 1, difference: a}]", "AV297"),
        ("[{each: true, party: a, max: 1, difference: b}]", "AV297"),
        ("[{each: true, max: 1, difference: others}]", "AV613"),
        ("[{party: a}]", "AV297"),
        ("[{party: a, max: 1}]", "AV292"),
        ("[{party: a, max: 1, difference: a}]", "AV618"),
        ("[{party: a, max: 1, min: 2, difference: b}]", "AV528"),
        ("[{party: a, max_increase: 1 %, min_increase: 2 %, difference: b}]", "AV528"),
        ("[{party: a, max: 1, min_increase: 2 %, difference: b}]", "AV528"),
    ],
)
def test_limits_that_make_no_sense(examined: Callable[..., Any], limits: str, code: str) -> None:
    """A limit binds somebody at something that can be, and gives the difference to another."""
    text = f"""
        split: equal
        periods: [{{from: 2024-01-01, to: 2024-12-31, limits: {limits}}}]
        paid: {{2023: {{a: 100}}}}
        costs: {{x: {{budget: {{2024: 900}}}}}}
    """
    assert [one.code for one in examined(text).diagnostics] == [code]


def test_rounding_at_the_item_cannot_go_with_limits(examined: Callable[..., Any]) -> None:
    """Limits bind totals, so such a year is rounded at the total."""
    text = """
        rounding: {at: item}
        periods: [{split: equal, limits: [{party: a, max: 1, difference: b}]}]
    """
    assert [one.code for one in examined(text).diagnostics] == ["AV617"]


def test_a_known_part_cannot_go_through_steps(examined: Callable[..., Any]) -> None:
    """The shares of steps depend on the total, which is what is not known."""
    text = """
        split: {steps: [{first: 5, split: {a: 100 %}}, {rest: equal}]}
        costs: {x: {budget: {2024: {known_part: {a: 5}}}}}
    """
    assert [one.code for one in examined(text).diagnostics] == ["AV416"]
