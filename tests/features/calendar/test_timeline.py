"""Time lines of agreements: their terms, what may follow, and the days that come back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.small_agreements import whole

from avtalskalk import api
from avtalskalk.calculation.calculate import prepare
from avtalskalk.checks.validation import examine
from avtalskalk.features.calendar.timeline import timeline_section
from avtalskalk.report.document import Bullets, Lane, Section, Stretch, Timeline
from avtalskalk.report.options import Options
from avtalskalk.words import LANGUAGES

PROJECT = Path(__file__).parents[3]
TODAY = date(2024, 9, 1)


def section(periods: list[dict[str, Any]]) -> Section | None:
    """The section of an agreement with some periods, on 1 September 2024."""
    examined = examine(whole("{}", periods=periods))
    assert examined.agreement is not None, examined.diagnostics
    return timeline_section(prepare(examined.agreement, today=TODAY), TODAY, "en")


def lanes(periods: list[dict[str, Any]]) -> dict[str, Lane]:
    """Its lanes by their names."""
    found = section(periods)
    assert found is not None
    timeline = found.blocks[0]
    assert isinstance(timeline, Timeline)
    return {lane.name: lane for lane in timeline.lanes}


def test_an_agreements_days() -> None:
    """Four years, with a bill each quarter and a settlement the February after each."""
    loaded = api.load(PROJECT / "examples" / "settlement.yaml")[0]
    assert loaded.plan is not None
    found = timeline_section(loaded.plan, TODAY, "sv")
    assert found is not None
    timeline, beside = found.blocks
    assert isinstance(timeline, Timeline)
    assert isinstance(beside, Bullets)
    assert (timeline.first, timeline.last) == (date(2022, 1, 1), date(2026, 12, 31))
    by_name = {lane.name: lane.days for lane in timeline.lanes}
    assert [*by_name] == ["2022-01-01–2025-12-31", "Fakturor", "Slutavräkning"]
    assert len(by_name["Fakturor"]) == 16
    assert by_name["Slutavräkning"] == tuple(date(year, 2, 15) for year in range(2023, 2027))
    assert "2024-10-01: Fakturera delbetalning 4 2024: 554\u00a0000\u00a0kr" in beside.points
    assert "2025-02-15: Slutavräkning 2024" in beside.points


def test_what_may_follow() -> None:
    """An option of two years, with the day to decide; three renewals of one year at most."""
    first = {"from": "2024-01-01", "to": "2024-12-31", "split": "equal"}
    option = lanes([first | {"option": {"extend": "2 years", "decide_by": "2024-10-31"}}])
    possible = Stretch(date(2025, 1, 1), date(2026, 12, 31), certain=False)
    assert option["Possible extension"].stretches == (possible,)
    assert option["Decisions, notice"].days == (date(2024, 10, 31),)
    renews = lanes([first | {"renews": {"years": "1", "notice": "6 months"}}])
    (stretch,) = renews["Possible extension"].stretches
    assert (stretch.last.year - stretch.first.year, stretch.certain) == (2, False)
    # Renewed for 2024 already, once and no more.
    past = {"from": "2023-01-01", "to": "2023-12-31", "split": "equal"}
    once = lanes([past | {"renews": {"years": "1", "times": "1", "notice": "6 months"}}])
    assert [*once] == ["2023-01-01–2023-12-31", "2024-01-01–2024-12-31", "Decisions, notice"]


def test_what_has_no_end_goes_on() -> None:
    """Until further notice is drawn for three years after today."""
    (lane,) = lanes([{"from": "2020-01-01", "split": "equal"}]).values()
    assert lane.name == "2020-01-01–"
    assert lane.stretches[0].goes_on
    assert lane.stretches[0].last.year == 2027


def test_without_a_day_there_is_no_time_line() -> None:
    """Neither its start nor its end is known."""
    assert section([{"split": "equal"}]) is None


@pytest.mark.parametrize("name", ["settlement", "renewal", "option", "condition", "fiscal-year"])
def test_show_fits_in_80_columns(name: str) -> None:
    """In both languages, with the section's heading above and its days below."""
    loaded = api.load(PROJECT / "examples" / f"{name}.yaml")[0]
    for language in LANGUAGES:
        document = api.show(loaded, language, today=TODAY)
        text = api.render(document, "table", Options(language=language, width=80))
        heading = {"sv": "Tidslinje", "en": "Time line"}[language]
        drawn = text.split(f"\n{heading}\n\n")[1].split("\n\n")[0].splitlines()
        assert "█" in drawn[0]
        assert max(map(len, drawn)) <= 80


def test_the_time_line_for_a_program() -> None:
    """Days as text, no end where it goes on."""
    record = api.agreement_record(PROJECT / "examples" / "settlement.yaml", today=TODAY)
    (timeline,) = [block for block in record["description"]["en"] if "timeline" in block]
    assert timeline["lanes"][0]["stretches"] == [
        {"from": "2022-01-01", "to": "2025-12-31", "certain": True}
    ]
    assert timeline["lanes"][2]["days"][0] == "2023-02-15"
