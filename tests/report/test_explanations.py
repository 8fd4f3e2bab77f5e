"""Every figure of every agreement and example can be told, in both languages, and to a program."""

from pathlib import Path

import pytest

from avtalskalk import api
from avtalskalk.engine.bridge import Bridge
from avtalskalk.engine.calculate import years_with_figures
from avtalskalk.engine.explain import Explained
from avtalskalk.reading.workspace import Loaded
from avtalskalk.report.options import Options
from avtalskalk.texts import LANGUAGES

PROJECT = Path(__file__).parent.parent.parent
FILES = sorted(
    path
    for folder in ("agreements", "examples")
    for path in (PROJECT / folder).rglob("*.yaml")
    if path.read_text(encoding="utf-8").find("\navtalskalk: 1\n") > 0
)


def told(found: Explained | Bridge, loaded: Loaded) -> None:
    """The words and tables in both languages, and the record: nothing in braces is left."""
    for language in LANGUAGES:
        document = api.told(found, loaded, language)
        text = api.render(document, "table", Options(language=language))
        assert text.strip()
        assert "{" not in text
    assert api.explained(found, loaded)


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
        if len(years) > 1 and all(loaded.plan.year(year).segments for year in years):
            first, last = years
            told(api.bridge(loaded, first, last, party), loaded)
