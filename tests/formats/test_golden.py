"""Every view in every format, kept as files to read: tests/golden."""

from collections.abc import Sequence

import pytest
from tests import making
from tests.golden_files import Golden

from avtalskalk import api
from avtalskalk.model.statement import Statement
from avtalskalk.report.options import Options

SWEDISH = Options(version="0.0.0")
ENGLISH = SWEDISH._replace(language="en")

PORTFOLIO = (*making.lyktan([2023, 2024]), *making.october(), *making.outside(), *making.euro())

CASES: dict[str, tuple[Sequence[Statement], Options]] = {
    "one-year": (making.spadbarn()[2:], SWEDISH),
    "one-year.en": (making.spadbarn()[2:], ENGLISH),
    "some-years-missing": (making.spadbarn(), SWEDISH),
    "some-years-missing.en": (making.spadbarn(), ENGLISH),
    "several-costs": (making.lyktan(), SWEDISH),
    "several-costs-ore": (making.lyktan([2024, 2025, 2026], 7), SWEDISH),
    "several-costs-tkr": (making.lyktan([2024, 2025], 45_678), SWEDISH._replace(unit="tkr")),
    "several-costs-mkr.en": (making.lyktan(), ENGLISH._replace(unit="mkr")),
    "change-in-october": (making.october()[1:2], SWEDISH),
    "change-in-october-years": (making.october(), SWEDISH),
    "lines-of-their-own": (making.lines_of_their_own(), SWEDISH),
    "lines-of-their-own-kr.en": (making.lines_of_their_own(), ENGLISH._replace(unit="kr")),
    "one-party": (making.lyktan(), SWEDISH._replace(party=("kommunen",))),
    "one-item": (making.lyktan(), SWEDISH._replace(item=("personal",))),
    "no-totals": (making.lyktan(), SWEDISH._replace(totals=False)),
    "not-in-force": (making.outside(), SWEDISH),
    "portfolio": (PORTFOLIO, SWEDISH),
    "by-party": (PORTFOLIO, SWEDISH._replace(by="party")),
    "by-agreement": (PORTFOLIO, SWEDISH._replace(by="agreement")),
    "by-item": (PORTFOLIO, SWEDISH._replace(by="item")),
    "by-period": (PORTFOLIO, SWEDISH._replace(by="period")),
    "by-party-missing": (making.spadbarn(), ENGLISH._replace(by="party", unit="tkr")),
    "large-80": (making.large([2021, 2022, 2023])[:3], SWEDISH._replace(unit="tkr")),
    "large-120": (making.large(), SWEDISH._replace(width=120, unit="mkr")),
}

ENDINGS = {"table": "txt", "csv": "csv", "json": "json", "md": "md"}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("form", ["table", "md"])
def test_tables(name: str, form: str, golden: Golden) -> None:
    """Every view looks as its file in tests/golden."""
    golden(f"{name}.{ENDINGS[form]}", written(form, *CASES[name]))


@pytest.mark.parametrize("name", ["some-years-missing", "change-in-october-years", "by-item"])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_machine_formats(name: str, form: str, golden: Golden) -> None:
    """Flat rows look as their file in tests/golden."""
    golden(f"{name}.{ENDINGS[form]}", written(form, *CASES[name]))


def test_the_swedish_excel_dialect(golden: Golden) -> None:
    """A Swedish Excel opens it: semicolons, decimal commas, shares as decimals, a mark of UTF-8."""
    options = SWEDISH._replace(dialect="excel-sv")
    golden("excel-sv.csv", written("csv", [*making.lyktan(), *making.euro()], options))


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("by", ["party", "agreement", "item", "period", None])
def test_machine_formats_are_the_same_in_every_language(form: str, by: str | None) -> None:
    """Nothing in CSV or JSON depends on the language, the width or the unit."""
    swedish = SWEDISH._replace(by=by)  # type: ignore[arg-type]
    other = swedish._replace(language="en", width=40, unit="mkr", color=True)
    assert written(form, PORTFOLIO, swedish) == written(form, PORTFOLIO, other)


@pytest.mark.parametrize("form", ENDINGS)
def test_nothing_to_show(form: str) -> None:
    """A report of nothing is well formed, and says nothing."""
    text = written(form, [], SWEDISH)
    assert text == "" or form in {"csv", "json"}


@pytest.mark.parametrize("width", [20, 40, 80, 81, 120, 200])
@pytest.mark.parametrize("name", ["several-costs-ore", "some-years-missing", "large-120"])
def test_figures_are_never_cut(name: str, width: int) -> None:
    """Every figure stands whole in the table at any width, and lines fit where they can."""
    statements, options = CASES[name]
    wide = written("table", statements, options._replace(width=500))
    narrow = written("table", statements, options._replace(width=width))
    figures = [word for word in wide.split() if word[0].isdigit()]
    shown = narrow.split()
    assert all(figure in shown for figure in figures if "\N{NO-BREAK SPACE}" in figure)
    if width >= 80:
        assert max(map(len, narrow.splitlines())) <= width


def written(form: str, statements: Sequence[Statement], options: Options) -> str:
    """A report as text."""
    return api.render(statements, form, options)
