"""What is told of figures: all of them can be, and what they say is true, in both languages."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from avtalskalk import api
from avtalskalk.calculation.calculate import years_with_figures
from avtalskalk.features.explain.bridge import Bridge
from avtalskalk.features.explain.explanation_text import ExplanationWords
from avtalskalk.features.explain.tree import Explained
from avtalskalk.files.workspace import Loaded
from avtalskalk.report.document import Bullets, Document, Paragraph
from avtalskalk.report.options import Options
from avtalskalk.words import LANGUAGES, Language

PROJECT = Path(__file__).parents[3]
FILES = sorted(
    path
    for folder in ("agreements", "examples")
    for path in (PROJECT / folder).rglob("*.yaml")
    if path.read_text(encoding="utf-8").find("\navtalskalk: 1\n") > 0
)


def told(found: Explained | Bridge, loaded: Loaded) -> None:
    """The words and tables in both languages, and the record: nothing in braces is left."""
    for language in LANGUAGES:
        document = api.explanation_document(found, loaded, language)
        text = api.render(document, "table", Options(language=language))
        assert text.strip()
        assert "{" not in text
    assert api.explanation_record(found, loaded)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_figure_is_told(path: Path) -> None:
    """Each party's figure in the first two years, and what changed it between them."""
    loaded = api.load(path)[0]
    assert loaded.agreement is not None
    assert loaded.plan is not None
    years = (years_with_figures(loaded.plan, "budget") or [2024, 2025])[:2]
    for party in loaded.agreement.parties:
        for year in years:
            if loaded.plan.year(year).segments:
                told(api.explain(loaded, year, party), loaded)
                for item in loaded.agreement.costs:
                    told(api.explain(loaded, year, party, item=item), loaded)
                told(api.explain_instalment(loaded, year, party, 1), loaded)
        for year in (years_with_figures(loaded.plan, "actual") or [])[:2]:
            if loaded.plan.year(year).segments:
                told(api.explain_settlement(loaded, year, party), loaded)
        if len(years) > 1 and all(loaded.plan.year(year).segments for year in years):
            first, last = years
            told(api.bridge(loaded, first, last, party), loaded)


# --- Sentences, read beside the example by a person -----------------------------------------


def words(name: str, year: int, party: str, language: Language) -> list[str]:
    """The sentences of a figure of an example."""
    loaded = api.load(PROJECT / "examples" / f"{name}.yaml")[0]
    return spoken(api.explanation_document(api.explain(loaded, year, party), loaded, language))


def spoken(document: Document) -> list[str]:
    """The sentences of a document, with plain spaces."""
    found: list[str] = []
    for block in (one for section in document.sections for one in section.blocks):
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += block.points
    return [text.replace("\u00a0", " ") for text in found]


SAID = yaml.safe_load((Path(__file__).parent / "explanations.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "said", SAID, ids=[f"{one['example']}-{place}" for place, one in enumerate(SAID)]
)
def test_what_is_said(monkeypatch: pytest.MonkeyPatch, said: Any) -> None:
    """A sentence names rule, numbers and days, and says what changed nothing."""
    monkeypatch.chdir(PROJECT / "examples")
    for language in LANGUAGES:
        assert said[language] in words(said["example"], said["year"], said["party"], language)


def changed(name: str, first: int, last: int, party: str) -> list[str]:
    """The sentences of a bridge in English."""
    loaded = api.load(PROJECT / "examples" / f"{name}.yaml")[0]
    return spoken(api.explanation_document(api.bridge(loaded, first, last, party), loaded, "en"))


@pytest.mark.parametrize(
    ("name", "years", "party", "said"),
    [
        ("price-per-key", (2014, 2015), "regionen", "The price of avgift is SEK 44.25 per unit"),
        ("price-per-key", (2014, 2015), "regionen", "2014: The price of avgift is SEK 31.25"),
        (
            "amount-dated",
            (2023, 2024),
            "regionen",
            "amount of drift is SEK 500,000 per year, from 2024-07",
        ),
        ("key-file", (2024, 2025), "norra", "has 31,000 of 60,000 (invånare 2024-11-01)"),
        ("steps", (2024, 2025), "regionen", "Step 3: of the rest, SEK 200,000, Region Exempel"),
        (
            "limit-increase",
            (2024, 2025),
            "kommunen",
            "2024: The cap of 15% lowers the amount for Exempelby kommun",
        ),
        (
            "limit-increase",
            (2024, 2025),
            "kommunen",
            "2025: The cap or floor changes nothing: the amount for Exempelby",
        ),
        ("complete", (2024, 2025), "regionen", "2025: Rounding to whole kronor"),
    ],
)
def test_a_bridge_says_what_differs(
    name: str, years: tuple[int, int], party: str, said: str
) -> None:
    """Each bar that moves is told by what is another in the two years."""
    assert any(said in sentence for sentence in changed(name, *years, party))


def test_a_bridge_says_nothing_of_what_is_the_same() -> None:
    """The inhabitants are as many in both years, so only the price is told."""
    assert not any(
        "population" in text for text in changed("price-per-key", 2014, 2015, "regionen")
    )


CAPPED = """
avtalskalk: 1
id: spärr
title: Spärr och tredjedelar
parties: {a: A, b: B, c: C}
periods:
  - from: 2025-01-01
    to: 2025-12-31
    split: equal
    limits: [{party: c, max: 20, difference: others}]
costs: {drift: {budget: {2025: 100}}}
"""


def test_rounding_says_what_is_rounded(tmp_path: Path) -> None:
    """What is rounded is the exact amount: a third of 100 and half of 13.333…, which is 40.

    The rows show 33.33 and 6.6667, so the last row is not the rounding of 40 but of the rows, and
    nobody says that 39.9967 is rounded down to 40.
    """
    path = tmp_path / "a.yaml"
    path.write_text(CAPPED, encoding="utf-8")
    (loaded,) = api.load(path)
    (*_, last) = api.explain(loaded, 2025, "b").tree.children
    assert last.rule == "rounding_exact"
    words = ExplanationWords(api.calculate(path)[0], "en", loaded.file_and_line).sentence(last)
    assert words.replace("\N{NO-BREAK SPACE}", " ").startswith(
        "Rounding to whole öre: the exact amount for B is SEK 40. The rows above, rounded one by "
        "one, add up to ≈ SEK 39.9967."
    )
