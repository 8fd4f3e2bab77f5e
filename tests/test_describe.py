"""An agreement in plain words: every construct of the format is said, in both languages."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.golden_files import Golden

from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import validate
from avtalskalk.reading.yaml import read
from avtalskalk.render.terminal import document
from avtalskalk.report.describe import describe
from avtalskalk.report.described import described
from avtalskalk.report.document import Bullets, Heading
from avtalskalk.report.options import Options
from avtalskalk.texts import LANGUAGES, Language

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
    blocks = describe(agreement(text), "en", today).blocks
    for title, block in pairwise(blocks):
        if isinstance(title, Heading) and title.text == heading:
            assert isinstance(block, Bullets)
            return tuple(point.replace("\u00a0", " ") for point in block.points)
    return ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_construct(language: Language, golden: Golden, project: Path) -> None:
    """The whole format in one file is described from top to bottom."""
    whole = (project / "tests" / "model" / "whole_format.yaml").read_text("utf-8")
    shown = document(describe(agreement(whole), language), Options(language, width=100))
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
        ("{parts: {a: 2, b: 1}}", "in the proportions Anna 2 and Bo 1"),
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
        ("{split: equal}", "until further notice, start not known: equally among all; "),
        ("{to: 2024-12, split: equal}", "until 2024-12-31, start not known: equally"),
        ("{from: 2024-01-01}", "2024-01-01 until further notice: not agreed; "),
        ("{from: 2024-01-01, splits: {x: equal}}", "notice: see the splits by name; "),
        ("{from: 2024-01-01, split: equal, notice: 18 months}", "notice one year and 6 months"),
        ("{from: 2024-01-01, split: equal, notice: 1 month}", "notice one month"),
        ("{to: 2024-12, split: equal, renews: {years: 1}}", "renewed one year at a time"),
        ("{to: 2024-12, split: equal, renews: {years: 1, times: 2}}", "time, at most 2 times"),
        ("{split: equal, decisions: {a: {status: refused}}}", "refused by Anna"),
        ("{split: equal, decisions: {a: {status: approved}}}", "decided by Anna"),
        (
            "{split: equal, condition: {silence_by: 2023-09-15}}",
            "conditional: waits for Anna, Bo and Cecilia",
        ),
    ],
)
def test_how_a_period_stands(period: str, standing: str) -> None:
    """A period's time, whether it is decided and what may follow it are said."""
    text = SMALL.split("periods:", maxsplit=1)[0] + f"periods: [{period}]\n"
    assert standing in points(text, "Terms over time")[0]


def test_a_condition_that_is_met() -> None:
    """Silence after the day has met the condition, and nothing is waited for."""
    text = SMALL.replace("split: equal", "split: equal, condition: {silence_by: 2022-09-15}")
    before, after = (points(text, "Terms over time", date(2022, 9, day)) for day in (15, 16))
    assert before[0].endswith("waits for Anna, Bo and Cecilia")
    assert after[0].endswith("the condition is met")
    assert points(text, "What is missing", date(2022, 9, 16)) == ("all amounts",)


def test_what_is_missing() -> None:
    """Gaps, years without a budget and a split that is not agreed are named."""
    text = SMALL.replace("split: equal}]", "split: equal}, {from: 2026-01-01, to: 2027-12-31}]")
    text += "costs: {x: {title: Hyran, budget: {2023: 1, 2026: 2}}}\n"
    assert points(text, "What is missing") == (
        "terms for 2025-01-01–2025-12-31",
        "the split 2026-01-01–2027-12-31",
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
        "Rounded to SEK 100, upwards.",
    )


def test_a_host_that_is_a_party() -> None:
    """The host is called by its name."""
    first = describe(agreement(SMALL + "host: b\n"), "en").blocks[1]
    assert "Bo is host and bills the others." in str(first)


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
