"""An agreement in plain words: every construct of the format is said, in both languages."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.golden_files import Golden

from avtalskalk import api
from avtalskalk.features.show.agreement_record import described
from avtalskalk.files.yaml import read
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import validate
from avtalskalk.report.agreement_text import describe
from avtalskalk.report.document import Bullets
from avtalskalk.report.options import Options
from avtalskalk.words import LANGUAGES, Language

SMALL = """\
avtalskalk: 1
id: a
title: A (påhittad)
parties: {a: Anna, b: Bo, c: Cecilia}
periods: [{from: 2023-01-01, to: 2024-12-31, split: equal}]
"""


def agreement(text: str) -> Agreement:
    checked = validate(read(text.encode(), "a.yaml").data)
    assert checked.diagnostics == ()
    assert checked.agreement
    return checked.agreement


def points(text: str, heading: str, today: date | None = None) -> tuple[str, ...]:
    """The points of a section of the English description; empty where there is none."""
    for section in describe(agreement(text), "en", today).sections:
        if section.heading == heading:
            (block,) = section.blocks
            assert isinstance(block, Bullets)
            return tuple(point.replace("\u00a0", " ") for point in block.points)
    return ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_construct(language: Language, golden: Golden, project: Path) -> None:
    """The whole format in one file is described from top to bottom."""
    whole = (project / "tests" / "model" / "whole_format.yaml").read_text("utf-8")
    shown = api.render(describe(agreement(whole), language), "table", Options(language, width=100))
    golden(f"show-whole-format.{language}.txt", shown)


def test_a_real_agreement(project: Path) -> None:
    """The Alingsås agreement reads as a memo would say it."""
    text = (project / "agreements" / "alingsas-spadbarn.yaml").read_text("utf-8")
    assert points(text, "Terms over time")[0] == (
        "2019-01-01–2020-12-31: Västra hälso- och sjukvårdsnämnden 70%, Alingsås kommun 30%; "
        "decided by all; may be extended by 2 years"
    )
    assert "Spädbarnsverksamheten: budget 2019–2022" in points(text, "What is missing")


@pytest.mark.parametrize(
    ("split", "words"),
    [
        ("equal", "equally among all"),
        ("{equal: [a, b]}", "equally among Anna and Bo"),
        ("{a: 1/3, b: 1/3, c: rest}", "Anna 1/3, Bo 1/3, Cecilia the rest"),
        ("{parts: {a: 2, b: 1}}", "in parts: Anna 2 and Bo 1"),
        ("{by: size}", "by size"),
        (
            "{steps: [{first: 50 000, split: {a: 100 %}}, {rest: equal}]}",
            "the first SEK 50,000: Anna 100%; then: equally among all",
        ),
        ("{steps: [{fixed: {a: 10, b: 20}}]}", "first Anna SEK 10 and Bo SEK 20"),
    ],
)
def test_splits_in_words(split: str, words: str) -> None:
    """A split is said in a sentence."""
    text = SMALL.replace("split: equal", f"split: {split}")
    (term,) = points(text + "keys: {size: {values: {a: 1, b: 2, c: 3}}}\n", "Terms over time")
    assert term.startswith(f"2023-01-01–2024-12-31: {words}; ")


@pytest.mark.parametrize(
    ("period", "standing"),
    [
        ("{split: equal}", "until further notice, start not stated: equally among all; "),
        ("{to: 2024-12, split: equal}", "until 2024-12-31, start not stated: equally"),
        ("{from: 2024-01-01}", "2024-01-01 until further notice: split not stated; "),
        ("{from: 2024-01-01, splits: {x: equal}}", "notice: see the named splits; "),
        ("{from: 2024-01-01, split: equal, notice: 18 months}", "notice one year and 6 months"),
        ("{from: 2024-01-01, split: equal, notice: 1 month}", "notice one month"),
        ("{to: 2024-12, split: equal, renews: {years: 1}}", "renewed one year at a time"),
        ("{to: 2024-12, split: equal, renews: {years: 1, times: 2}}", "time, at most 2 times"),
        ("{split: equal, decisions: {a: {status: refused}}}", "refused by Anna"),
        ("{split: equal, decisions: {a: {status: approved}}}", "decided by Anna"),
        (
            "{split: equal, condition: {silence_by: 2023-09-15}}",
            "conditional: waiting for Anna, Bo and Cecilia",
        ),
    ],
)
def test_how_a_period_stands(period: str, standing: str) -> None:
    """A period's time, whether it is decided and what may follow it are said."""
    text = SMALL.split("periods:", maxsplit=1)[0] + f"periods: [{period}]\n"
    assert standing in points(text, "Terms over time")[0]


@pytest.mark.parametrize(
    ("otherwise", "sentence", "missing"),
    [
        ("", "the agreement does not say what then applies; refused by Bo",
         "what applies where the condition has failed (from 2024-01-01 until further notice)"),
        (", otherwise: previous",
         "the condition has failed: the terms before apply; refused by Bo", ""),
    ],
)  # fmt: skip
def test_a_condition_that_has_failed(otherwise: str, sentence: str, missing: str) -> None:
    """What applies then is said, or that the agreement does not say it; no option is left."""
    text = (
        SMALL.split("periods:", maxsplit=1)[0]
        + f"""periods:
    - {{to: 2023-12-31, split: {{a: 1/2, b: 1/2}}}}
    - {{from: 2024-01-01, split: equal, condition: identical_decision{otherwise},
       decisions: {{b: {{status: refused}}}}, notice: 1 month}}
"""
    )
    term = points(text, "Terms over time")[1]
    assert sentence in term
    assert ("as before: Anna 50%" in term) == bool(otherwise)
    assert ("notice one month" in term) == (not otherwise)
    assert (missing in points(text, "What is missing")) == bool(missing)


def test_a_condition_that_is_met() -> None:
    """Silence after the day has met the condition, and nothing is waited for."""
    text = SMALL.replace("split: equal", "split: equal, condition: {silence_by: 2022-09-15}")
    before, after = (points(text, "Terms over time", date(2022, 9, day)) for day in (15, 16))
    assert before[0].endswith("waiting for Anna, Bo and Cecilia")
    assert after[0].endswith("the condition is met")
    assert points(text, "What is missing", date(2022, 9, 16)) == ("all amounts",)


def test_what_is_missing() -> None:
    """Gaps, years without a budget and a split that is not agreed are named."""
    text = SMALL.replace("split: equal}]", "split: equal}, {from: 2026-01-01, to: 2027-12-31}]")
    text += "costs: {x: {title: Hyran, budget: {2023: 1, 2026: 2}}}\n"
    assert points(text, "What is missing") == (
        "terms for 2025-01-01–2025-12-31",
        "the split (2026-01-01–2027-12-31)",
        "Hyran: budget 2024, 2027",
    )


def test_a_fiscal_year() -> None:
    """A fiscal year is said, and its years are written as the paper writes them."""
    text = SMALL + "fiscal_year: {starts: 07-01}\ncosts: {x: {budget: {2023/24: 100}}}\n"
    assert points(text, "Rules") == ("The fiscal year starts on 1 July.",)
    assert points(text, "Costs") == ("x: budget 2023/24: SEK 100",)
    assert points(text, "What is missing") == ("x: budget 2022/23, 2024/25",)


def test_rounding_to_the_item() -> None:
    """A rounding that is not the usual one is said, with what it is done on."""
    text = SMALL + "rounding: {to: 100 kr, method: up}\nproration: months\n"
    assert points(text, "Rules") == (
        "Parts of a year are counted in months.",
        "Amounts are rounded to SEK 100, upwards.",
    )


@pytest.mark.parametrize(
    ("parties", "host", "said"),
    [
        ("{a: Anna, b: Bo, c: Cecilia}", "b", "Bo is the host and invoices the others."),
        ("{a: Anna, b: Bo}", "b", "Bo is the host and invoices Anna."),
        (
            "{a: Anna, b: Bo}",
            "{name: Förbundet}",
            "Förbundet is the host and invoices the parties.",
        ),
    ],
)
def test_a_host(parties: str, host: str, said: str) -> None:
    """The host is called by its name, and so is the only other party."""
    text = SMALL.replace("{a: Anna, b: Bo, c: Cecilia}", parties)
    assert said in str(describe(agreement(f"{text}host: {host}\n"), "en").sections[0])


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("{series: kpi}", "indexed by kpi"),
        (
            "{series: kpi, base: 2021-10, level: 2022, floor: 0 %}",
            (
                "indexed by kpi from October 2021 at the level of 2022, each year with the value "
                "of October the year before, at least 0% per year"
            ),
        ),
        (
            "{series: kpi, base: 2020-06, use: {month: 6}, one_way: true}",
            (
                "indexed by kpi from June 2020 at the level of 2020, each year with the value of "
                "June the same year, never lower than the year before"
            ),
        ),
        (
            "{series: kpi, base: 2018-06, level: 2022, share: 80 %, cap: 3 %}",
            (
                "indexed by kpi from June 2018 at the level of 2022, each year with the value of "
                "June 4 years before, on 80% of the amount, at most 3% per year"
            ),
        ),
        ("{yearly: 2 %, from: 2024}", "changes by 2% per year from 2024"),
        ("{yearly: 2 %}", "changes by 2% per year"),
    ],
)
def test_an_index_clause_in_words(clause: str, words: str) -> None:
    """All that an index clause says is told, the observation it uses in words."""
    text = SMALL + f"costs: {{x: {{amount: 100, index: {clause}}}}}\nindices: {{kpi: {{}}}}\n"
    assert points(text, "Costs") == (f"x: SEK 100 per year; {words}",)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("{values: {a: 1}}", "k: the same values every year"),
        ("{values: {2023: {a: 1}}}", "k: the year's own value; there are values for 2023"),
        (
            "{title: Antal, unit: elever, use: {year: 1}, values: {2023: {a: 1}}, source: p}",
            (
                "Antal: the value for the year after; in elever; there are values for 2023; "
                "source: Papperet"
            ),
        ),
        (
            "{average: 2, values: {2015: 1, 2016: 1, 2017: 1, 2018: 1, 2019: 1, 2020: 1, 2021: 1}}",
            (
                "k: the year's own value; averaged with the value just before; there are values "
                "for 2015–2021"
            ),
        ),
        (
            "{frozen: 2012, values: {2013: 1}}",
            ("k: always the value for 2012-01-01; there are values for 2013"),
        ),
        ("{formula: a + b}", "k: worked out: a + b"),
    ],
)
def test_a_key_in_words(key: str, words: str) -> None:
    """Which value per year uses is told, and which there are."""
    text = SMALL + f"keys: {{k: {key}}}\nsources: {{p: {{title: Papperet}}}}\n"
    assert points(text, "Keys") == (words,)


def test_a_preliminary_index() -> None:
    """Months whose last publication is preliminary are named."""
    values = (
        "{2022-10: [{value: 1, status: preliminary}, 2], 2023-10: {value: 3, status: preliminary}}"
    )
    text = SMALL + f"indices: {{kpi: {{title: KPI, values: {values}}}}}\n"
    assert points(text, "Indices") == (
        "KPI: there are values for 2022-10 and 2023-10; preliminary for 2023-10",
    )


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (
            "{party: a, max_increase: 4 %, min_increase: 1 %, difference: b}",
            (
                "Anna pays at most 4% more than the year before and at least 1% more than the year "
                "before, and Bo takes the difference"
            ),
        ),
        (
            "{each: true, max_increase: -2 %}",
            "each party pays at least 2% less than the year before",
        ),
        (
            "{party: a, max: 10, min: 5, difference: none}",
            (
                "Anna pays at most SEK 10 per year and at least SEK 5 per year, and nobody takes "
                "the difference"
            ),
        ),
        (
            "{each: true, warn_above_share: 70 %}",
            ("a warning when any party pays more than 70% of the year's total"),
        ),
    ],
)
def test_a_limit_in_words(limit: str, words: str) -> None:
    """A limit's percentages and amounts are told, and who takes the difference."""
    text = SMALL.replace("split: equal}", f"split: equal, limits: [{limit}]}}")
    assert points(text, "Caps and floors on what a party pays") == (
        f"2023-01-01–2024-12-31: {words}",
    )


def test_the_only_other_party_takes_the_difference() -> None:
    """Of two parties, `others` is the other one."""
    text = SMALL.replace("{a: Anna, b: Bo, c: Cecilia}", "{a: Anna, b: Bo}")
    text += "costs: {x: {amount: 1, limits: [{party: a, max: 1, difference: others}]}}\n"
    assert points(text, "Costs")[0].endswith("at most SEK 1 per year, and Bo takes the difference")


def test_limits_hold_as_long_as_their_periods_go_on() -> None:
    """A period that goes on keeps the limits; one that does not ends them."""
    text = SMALL.replace(
        "split: equal}]",
        "split: equal, limits: [{party: a, max: 1, difference: b}]}, {from: 2025-01-01, to: "
        "2025-12-31, continues: true}, {from: 2026-01-01, split: equal}]",
    )
    (limit,) = points(text, "Caps and floors on what a party pays")
    assert limit.startswith("2023-01-01–2025-12-31: ")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("identical_decision", "requires identical decisions by all; "),
        ("{at_least: 2, of: [a, b]}", "requires decisions by at least 2 of Anna and Bo; "),
        (
            "{silence_by: 2023-09-15}",
            "whoever has not answered by 2023-09-15 counts as having approved; ",
        ),
    ],
)
def test_what_a_period_needs(condition: str, words: str) -> None:
    """A condition is told, beside how it stands."""
    text = SMALL.replace("split: equal", f"split: equal, condition: {condition}")
    assert words in points(text, "Terms over time")[0]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("reconciliation: {surplus: kept}", "A surplus is not settled."),
        (
            "reconciliation: {deficit: {do: settle, above: 2 %, split: default}}",
            (
                "A deficit is settled afterwards, to the extent that it is more than 2% of the "
                "year's budget, split as usual in the agreement."
            ),
        ),
        (
            "invoicing: {instalments: quarterly, in: advance, due_days: 30}",
            "Invoiced quarterly in advance, to be paid within 30 days.",
        ),
        (
            # Nothing is said of advance or arrears, and stated days need neither.
            "invoicing: {instalments: [{date: 06-15, part: 1/3}, {date: 12-15, part: 2/3}]}",
            "Invoiced 15 June (1/3) and 15 December (2/3).",
        ),
    ],
)
def test_settlement_and_invoices(rule: str, words: str) -> None:
    """What is done with a deviation and when it is invoiced are told."""
    assert points(f"{SMALL}{rule}\n", "Rules") == (words,)


def test_clauses_for_a_program() -> None:
    """Limits, index clauses and keys are values: shares exact, amounts as decimals."""
    text = SMALL.replace(
        "split: equal}", "split: equal, limits: [{party: a, max: 10.50, difference: none}]}"
    )
    text += (
        "costs: {x: {amount: 1, index: {series: kpi, base: 2021-10, use: {month: 10, year: -1}, "
        "floor: 2 %}}}\n"
        "keys: {k: {use: {date: 11-01, year: -1}, values: {2022-11-01: {a: 1}}}}\n"
    )
    one: Any = described(agreement(text))
    (limit,) = one["terms"][0]["limits"]
    assert (limit["party"], limit["max"], limit["min"], limit["difference"]) == (
        "a", "10.50", None, "none",
    )  # fmt: skip
    index = one["costs"]["x"]["index"]
    assert (index["base"], index["level"], index["floor"]) == ("2021-10", 2022, "1/50")
    key = one["keys"]["k"]
    assert key["use"] == {"date": "11-01", "latest": None, "every": None, "year": -1}
    assert (key["holds"], key["observations"]) == (None, ["2022-11-01"])
    two_days = "use: [{date: 04-15}, {latest: 10-15, year: -1}], holds: {years: 3, from: 2024}"
    text = text.replace("use: {date: 11-01, year: -1}", two_days)
    whole: Any = described(agreement(text))
    two = whole["keys"]["k"]
    assert two["use"] == [
        {"date": "04-15", "latest": None, "every": None, "year": 0},
        {"date": None, "latest": "10-15", "every": None, "year": -1},
    ]
    assert two["holds"] == {"years": 3, "from": 2024}


def test_decisions_for_a_program(project: Path) -> None:
    """Every decision is a row of its own, what the paper leaves out is None."""
    whole = (project / "tests" / "model" / "whole_format.yaml").read_text("utf-8")
    decisions: Any = described(agreement(whole))["decisions"]
    assert decisions[0] == {
        "from": "2019-01-01",
        "to": "2020-12-31",
        "party": "regionen",
        "status": "approved",
        "date": "06-27",
        "dnr": "HSN 2018-0101",
        "paragraph": "§ 7",
    }
    assert decisions[-1]["date"] is None


def test_for_a_program() -> None:
    """Shares that are fixed are values, other splits are named by their kind."""
    text = SMALL.replace("to: 2024-12-31, split: equal", "split: {a: 1/4, b: rest}, splits: "
                         "{x: equal, y: {a: {2023: 10 %, 2024: 20 %}, b: rest}}")  # fmt: skip
    terms: Any = described(agreement(text))["terms"]
    assert terms[0]["splits"] == {
        "x": {"kind": "equal"},
        "y": {"kind": "fixed"},
        "default": {"a": "1/4", "b": "rest"},
    }
