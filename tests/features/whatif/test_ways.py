"""A split reached part of the way or year by year, and who leaves fixed amounts; by hand."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from avtalskalk import api
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.whatif import WhatIf

HEAD = """avtalskalk: 1
id: lyktan
title: Lyktan
parties: {a: A kommun, b: B kommun}
"""
LEVEL = (
    HEAD
    + """\
periods: [{from: 2024-01-01, to: 2028-12-31, split: {a: 60 %, b: rest}}]
keys: {population: {values: {a: 30 000, b: 10 000}}}
costs:
  drift: {budget: {2024: 900 000, 2025: 900 000, 2026: 900 000, 2027: 900 000, 2028: 900 000}}
"""
)
YEARS = range(2024, 2029)

Changed = Callable[..., WhatIf]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """What an agreement comes to with changes."""

    def of(text: str, *requests: ChangeRequest, years: range = YEARS) -> WhatIf:
        path = tmp_path / "lyktan.yaml"
        path.write_text(text, encoding="utf-8")
        return api.whatif(path, requests, years)

    return of


def paid(what: WhatIf, party: str = "a") -> list[int | None]:
    """What a party pays after the change, in kronor, year by year."""
    assert what.comparison is not None, what.diagnostics
    figures = [figure for figure in what.comparison.figures if figure.party == party]
    return [None if figure.after is None else figure.after // 100 for figure in figures]


def test_phased_in_over_three_years(changed: Changed) -> None:
    """From 60 to 30 % in three equal steps: 50, 40 and 30 % of 900 000 kr, and 60 % before."""
    split = api.change("split", "a=30 %,b=rest", phase_in="2025..2027")
    assert paid(changed(LEVEL, split)) == [540_000, 450_000, 360_000, 270_000, 270_000]


def test_half_way(changed: Changed) -> None:
    """Half way from 60 to 30 % is 45 % of 900 000 kr; a third of the way is 50 %."""
    for blend, amount in (
        ("50 %", 405_000),
        ("1/3", 450_000),
        ("0 %", 540_000),
        ("100 %", 270_000),
    ):
        split = api.change("split", "a=30 %,b=rest", blend=blend)
        assert paid(changed(LEVEL, split)) == [amount] * 5


def test_phased_in_half_of_the_way(changed: Changed) -> None:
    """By inhabitants A has 75 %: half of the way is 67,5 %, in two steps 63,75 and 67,5 %."""
    split = api.change("split", "by=population", blend="50 %", phase_in="2026..2027")
    assert paid(changed(LEVEL, split)) == [540_000, 540_000, 573_750, 607_500, 607_500]


def test_one_share_phased_in(changed: Changed) -> None:
    """One party's share goes the same way: from 60 to 40 % by 50 %."""
    share = api.change("share", "a=40 %", phase_in="2025..2026")
    assert paid(changed(LEVEL, share)) == [540_000, 450_000, 360_000, 360_000, 360_000]


def test_each_period_from_its_own_split(changed: Changed) -> None:
    """A later period is phased in from what it would have had itself.

    60 % until 2025, then 80 %; to 20 % by thirds from 2025: 60 - 40/3 is 46 2/3 %, 80 - 40 is 40 %,
    20 %.
    """
    text = LEVEL.replace(
        "to: 2028-12-31, split: {a: 60 %, b: rest}}",
        "to: 2025-12-31, split: {a: 60 %, b: rest}}, "
        "{from: 2026-01-01, to: 2028-12-31, split: {a: 80 %, b: rest}}",
    )
    split = api.change("split", "a=20 %,b=rest", phase_in="2025..2027")
    expected = [540_000, 420_000, 360_000, 180_000, 180_000]
    assert paid(changed(text, split)) == expected
    # Asked for one year alone the way to it is the same.
    assert paid(changed(text, split, years=range(2026, 2027))) == expected[2:3]


def test_an_item_without_a_split_of_its_own(changed: Changed) -> None:
    """An item goes from the period's split: half way from 60 % to equal is 55 %."""
    split = api.change("split", "drift:equal", blend="50 %")
    assert paid(changed(LEVEL, split)) == [495_000] * 5


def test_fiscal_years_from_july(changed: Changed) -> None:
    """The steps are by fiscal year: 2025/26 and 2026/27, 50 and 40 %."""
    text = LEVEL.replace("title: Lyktan", "title: Lyktan\nfiscal_year: {starts: 07-01}").replace(
        "from: 2024-01-01, to: 2028-12-31", "from: 2024-07-01, to: 2029-06-30"
    )
    for year in reversed(YEARS):
        text = text.replace(f"{year}: 900", f"{year}/{year - 1999}: 900")
    split = api.change("split", "a=40 %,b=rest", phase_in="2025..2026")
    assert paid(changed(text, split)) == [540_000, 450_000, 360_000, 360_000, 360_000]


def test_in_a_scenario_and_kept(tmp_path: Path) -> None:
    """A scenario has the same fields, and the agreement that is saved comes to the same."""
    path = tmp_path / "lyktan.yaml"
    path.write_text(LEVEL, encoding="utf-8")
    (tmp_path / "scenarios").mkdir()
    scenario = tmp_path / "scenarios" / "infasning.yaml"
    scenario.write_text("split: {a: 30 %, b: rest}\nphase_in: 2025..2027\nblend: 50 %\n", "utf-8")
    what = api.whatif(path, (), YEARS, scenario=api.scenario("infasning", path))
    # Half way is 45 %: from 60 by 55 and 50 %.
    expected = [540_000, 495_000, 450_000, 405_000, 405_000]
    assert paid(what) == expected
    text = api.saved(what, str(tmp_path / "nytt.yaml"))
    assert isinstance(text, str)
    (tmp_path / "nytt.yaml").write_text(text, encoding="utf-8")
    statements = api.calculate(tmp_path / "nytt.yaml", YEARS)
    assert [int(s.totals[0].amount or 0) // 100 for s in statements] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("phase_in: 2025..2027\ncost: +3 %\n", "AV871"),
        ("blend: 50 %\n", "AV871"),
        ("split: equal\nphase_in: 2027..2025\n", "AV807"),
        ("split: equal\nphase_in: snart\n", "AV807"),
        ("split: equal\nphase_in: 2025..2027\nfrom: 2025-01-01\n", "AV824"),
        ("split: equal\nblend: 150 %\n", "AV209"),
    ],
)
def test_a_way_that_leads_nowhere(tmp_path: Path, text: str, code: str) -> None:
    """What is wrong with a scenario's way is said at its line."""
    path = tmp_path / "lyktan.yaml"
    path.write_text(LEVEL, encoding="utf-8")
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "fel.yaml").write_text(text, encoding="utf-8")
    (diagnostic,) = api.scenario("fel", path).diagnostics
    assert diagnostic.code == code
    assert diagnostic.place is not None


def test_an_option_that_is_no_way() -> None:
    """Neither a year that ends before it begins nor a day beside the years."""
    for how, start in (({"phase_in": "2027..2025"}, None), ({"blend": "halva"}, None)):
        with pytest.raises(AgreementError):
            api.change("split", "equal", start, **how)


# --- Who leaves fixed amounts --------------------------------------------------------------

STEPS = """avtalskalk: 1
id: namnd
title: Nämnden
parties: {a: A kommun, b: B kommun, c: C kommun}
keys: {population: {values: {a: 30 000, b: 10 000, c: 20 000}}}
periods:
  - from: 2024-01-01
    to: 2026-12-31
    split:
      steps:
        - {fixed: {a: 75 000, b: 75 000, c: 75 000}}
        - {rest: {by: population}}
costs: {kansli: {budget: {2025: 1 000 000}}}
"""


def test_who_leaves_pays_no_fixed_amount(changed: Changed) -> None:
    """Without C, A and B pay 75 000 each and 850 000 by 30 000 and 10 000 inhabitants.

    637 500 and 212 500, so 712 500 and 287 500; C pays nothing.
    """
    what = changed(STEPS, api.change("leave", "c"), years=range(2025, 2026))
    assert [paid(what, party) for party in "abc"] == [[712_500], [287_500], [0]]


def test_agreed_amounts_go_with_who_leaves(changed: Changed) -> None:
    """C's agreed 300 kr from the year after is nobody's; A and B pay theirs."""
    cost = "amounts: {2025: {a: 100, b: 200, c: 300}, 2026: {a: 100, b: 200, c: 300}}"
    text = STEPS.replace("budget: {2025: 1 000 000}", cost)
    what = changed(text, api.change("leave", "c"), years=range(2026, 2027))
    assert [paid(what, party) for party in "abc"] == [[100], [200], [0]]


def test_a_step_with_nobody_left_is_none(changed: Changed) -> None:
    """If only C had a fixed amount, what is left is by inhabitants: 750 000 and 250 000."""
    text = STEPS.replace("{a: 75 000, b: 75 000, c: 75 000}", "{c: 75 000}")
    what = changed(text, api.change("leave", "c"), years=range(2025, 2026))
    assert [paid(what, party) for party in "abc"] == [[750_000], [250_000], [0]]


# --- Who joins -----------------------------------------------------------------------------


def test_who_joins_with_a_share(changed: Changed) -> None:
    """With 20 % for C from 2026 A and B have 60 and 40 % of the rest: 432, 288 and 180 tkr."""
    joined = api.change("join", "c=20 %", date(2026, 1, 1))
    what = changed(LEVEL, joined, years=range(2025, 2027))
    amounts = [paid(what, party) for party in "abc"]
    assert amounts == [[540_000, 432_000], [360_000, 288_000], [0, 180_000]]


def test_who_joins_by_its_value_of_the_key(changed: Changed) -> None:
    """By 30 000, 10 000 and 20 000 inhabitants 900 000 kr is 450 000, 150 000 and 300 000."""
    text = LEVEL.replace("{a: 60 %, b: rest}", "{by: population}")
    year = range(2026, 2027)
    for joined in (
        [api.change("join", "c=20 000")],
        [api.change("join", "c"), api.change("key", "population.c=20 000")],
    ):
        what = changed(text, *joined, years=year)
        assert [paid(what, party) for party in "abc"] == [[450_000], [150_000], [300_000]]


def test_who_joins_what_is_equal(changed: Changed) -> None:
    """Where all pay the same, or those named do, nothing more need be said: 300 000 kr each."""
    for equal in ("equal", "{equal: [a, b]}"):
        text = LEVEL.replace("{a: 60 %, b: rest}", equal)
        what = changed(text, api.change("join", "c"), years=range(2026, 2027))
        assert [paid(what, party) for party in "abc"] == [[300_000]] * 3


@pytest.mark.parametrize(
    ("split", "joined", "code"),
    [
        # Fixed shares say nothing of C, and a number is no share.
        ("{a: 60 %, b: rest}", "c", "AV783"),
        ("{a: 60 %, b: rest}", "c=20 000", "AV783"),
        # Nobody has a share of what a key splits, and C has no value of it.
        ("{by: population}", "c=20 %", "AV783"),
        ("{by: population}", "c", "AV783"),
        # B takes part already.
        ("equal", "b", "AV783"),
    ],
)
def test_it_is_asked_what_who_joins_pays(
    changed: Changed, split: str, joined: str, code: str
) -> None:
    """What is not said is not guessed; the finding is at the option."""
    text = LEVEL.replace("{a: 60 %, b: rest}", split)
    what = changed(text, api.change("join", joined), years=range(2026, 2027))
    assert what.comparison is None
    assert [(d.code, d.path) for d in what.diagnostics] == [(code, (f"--join {joined}",))]


# --- A longer agreement --------------------------------------------------------------------

ENDING = (
    HEAD
    + """\
periods: [{from: 2024-01-01, to: 2025-12-31, split: {by: population}}]
keys:
  population:
    values: {2023-11-01: {a: 30 000, b: 10 000}, 2024-11-01: {a: 20 000, b: 20 000}}
    use: {date: 11-01, year: -1}
indices: {kpi: {values: {2022-10: 100, 2023-10: 100, 2024-10: 104}}}
costs:
  drift: {budget: {2024: 900 000, 2025: {value: 1 000 000, source: KF 2024}}}
  hyra: {amount: 100 000, index: {series: kpi, base: 2023-10, use: {month: 10, year: -1}}}
"""
)


def test_two_years_more(changed: Changed) -> None:
    """1 000 000 kr and the rent at the index of 2024, 104 000 kr, by half: 552 000 kr each year.

    What is carried forward is marked, and none of it is said to be from the paper.
    """
    what = changed(ENDING, api.change("extend", "2 years"), years=range(2025, 2029))
    assert paid(what) == [552_000] * 3
    assert what.outcome is not None
    data = what.outcome.made.data
    assert data["periods"][0]["to"] == "2027-12-31"
    assert data["costs"]["drift"]["budget"]["2027"] == {
        "value": "1 000 000", "assumption": "costs.drift.budget.2027 = costs.drift.budget.2025",
    }  # fmt: skip
    assert data["assumptions"] == [
        "indices.kpi.values.2025-10 = indices.kpi.values.2024-10",
        "indices.kpi.values.2026-10 = indices.kpi.values.2024-10",
        "keys.population.values.2025-11-01 = keys.population.values.2024-11-01",
        "keys.population.values.2026-11-01 = keys.population.values.2024-11-01",
    ]


def test_an_extended_agreement_is_changed_further(changed: Changed) -> None:
    """3 % more in the years that were added: 1 030 000 and 104 000 * 1.03 = 107 120, by half."""
    extended = api.change("extend", "1 year")
    what = changed(ENDING, api.change("cost", "+3 %"), extended, years=range(2026, 2027))
    assert paid(what) == [568_560]


def test_what_never_ends_is_not_extended(changed: Changed) -> None:
    """An agreement until further notice has no end to move; no length is no extension."""
    text = LEVEL.replace(", to: 2028-12-31", "")
    for words, code in (("2 years", "AV309"), ("länge", "AV214")):
        what = changed(text, api.change("extend", words))
        assert [d.code for d in what.diagnostics] == [code]


def test_who_joins_and_more_years_in_a_scenario_and_kept(tmp_path: Path) -> None:
    """Both are fields of a scenario, and what is saved comes to the same, with its comments."""
    path = tmp_path / "lyktan.yaml"
    path.write_text(f"{ENDING}# Fler poster kommer.\n", encoding="utf-8")
    (tmp_path / "scenarios").mkdir()
    scenario = tmp_path / "scenarios" / "fler.yaml"
    scenario.write_text("from: 2026-01-01\njoin: {c: 10 000}\nextend: 1 år\n", encoding="utf-8")
    what = api.whatif(path, (), [2025, 2026], scenario=api.scenario("fler", path))
    # 1 104 000 kr by 20 000, 20 000 and 10 000 inhabitants.
    assert [paid(what, party) for party in "abc"] == [
        [552_000, 441_600], [552_000, 441_600], [0, 220_800],
    ]  # fmt: skip
    text = api.saved(what, str(tmp_path / "nytt.yaml"))
    assert isinstance(text, str), text
    assert "# Fler poster kommer." in text
    (tmp_path / "nytt.yaml").write_text(text, encoding="utf-8")
    (statement,) = api.calculate(tmp_path / "nytt.yaml", [2026])
    assert [int(total.amount or 0) // 100 for total in statement.totals] == [
        441_600, 441_600, 220_800,
    ]  # fmt: skip
