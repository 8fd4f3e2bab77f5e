"""What falls due: each kind by hand, and the calendar file read by an independent reader."""

from datetime import date
from typing import Any

import pytest
from tests.conftest import PROJECT
from tests.small_agreements import PERIOD, whole

from avtalskalk import api
from avtalskalk.checks.validation import examine
from avtalskalk.features.calendar.due import Due
from avtalskalk.features.calendar.view import documents, records
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.report.options import Options

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)


def due(given: dict[str, Any], first: date = FIRST, last: date = LAST) -> dict[str, list[str]]:
    """The days of a small agreement by kind."""
    data = whole("split: equal") | given
    examined = examine(data)
    assert examined.agreement is not None, examined.diagnostics
    loaded = Loaded("test.yaml", examined.agreement, plan=examined.plan, data=data)
    days: dict[str, list[str]] = {}
    for day in api.dates(loaded, first, last).days:
        days.setdefault(day.kind, []).append(str(day.day))
    return days


def test_terms_end_and_an_option_is_decided_on() -> None:
    """The end is the period's last day; the option has a day of its own."""
    period = {**PERIOD, "split": "equal"}
    option = {"extend": "1 year", "decide_by": "2024-09-30"}
    assert due({"periods": [{**period, "option": option}]}) == {
        "option": ["2024-09-30"],
        "ends": ["2024-12-31"],
    }
    # Without one, the option must be used before the terms end.
    assert due({"periods": [{**period, "option": {"extend": "1 year"}}]}) == {
        "ends": ["2024-12-31"],
        "option": ["2024-12-31"],
    }
    # A later period shows what became of it.
    later = {"from": "2025-01-01", "to": "2025-12-31", "split": "equal"}
    assert due({"periods": [{**period, "option": option}, later]}) == {
        "ends": ["2024-12-31", "2025-12-31"]
    }


def test_notice_is_given_before_each_renewal() -> None:
    """Six months before each 31 December; such an agreement does not end by itself."""
    renews = {"years": "1", "notice": "6 months"}
    assert due({"periods": [{**PERIOD, "split": "equal", "renews": renews}]}) == {
        "notice": ["2024-06-30", "2025-06-30", "2026-06-30"]
    }


def test_terms_end_when_the_last_renewal_does() -> None:
    """Renewed once for a year, the terms end on 31 December of the year after."""
    renews = {"years": "1", "notice": "6 months", "times": "1"}
    assert due({"periods": [{**PERIOD, "split": "equal", "renews": renews}]}) == {
        "notice": ["2024-06-30"],
        "ends": ["2025-12-31"],
    }


def test_a_yearly_index_is_fetched_when_its_year_is_over() -> None:
    """An index of years has no month."""
    given = {
        "indices": {"pris": {"values": {"2023": "100"}}},
        "costs": {
            "hyra": {
                "amount": {"2024": "100"},
                "index": {"series": "pris", "base": "2023", "level": "2024"},
            }
        },
        "periods": [{"from": "2024-01-01", "to": "2025-12-31", "split": "equal"}],
    }
    assert due(given)["index"] == ["2024-12-31"]


def test_keys_and_index_values_are_fetched_for_the_years_that_need_them() -> None:
    """1 November of the year before; the October index of the year before, on its last day."""
    given = {
        "periods": [{"from": "2024-01-01", "to": "2026-12-31", "split": {"by": "folk"}}],
        "keys": {
            "folk": {
                "use": {"date": "11-01", "year": "-1"},
                "values": {"2023-11-01": {"a": "1", "b": "1", "c": "1"}},
            }
        },
        "indices": {"kpi": {"values": {"2023-10": "100"}}},
        "costs": {
            "hyra": {
                "amount": {"2024": "100"},
                "index": {"series": "kpi", "base": "2023-10", "level": "2024"},
            }
        },
    }
    days = due(given)
    assert days["key"] == ["2024-11-01", "2025-11-01"]
    assert days["index"] == ["2024-10-31", "2025-10-31"]


def test_each_counting_day_of_a_key_in_the_years_that_hold() -> None:
    """Two days for 2024, and then for 2026, since what is counted is for two years."""
    given = {
        "periods": [{"from": "2024-01-01", "to": "2026-12-31", "split": {"by": "folk"}}],
        "keys": {
            "folk": {
                "use": [{"date": "04-15"}, {"date": "10-15", "year": "-1"}, {"every": "month"}],
                "holds": {"years": "2", "from": "2024"},
                "values": {"2024": {"a": "1", "b": "1", "c": "1"}},
            }
        },
    }
    assert due(given)["key"] == ["2024-04-15", "2025-10-15", "2026-04-15"]


def test_bills_and_settlements() -> None:
    """Half-yearly in arrears with 30 days, and the settlement the February after."""
    given = {
        "host": "a",
        "costs": {"drift": {"budget": {"2024": "300"}}},
        "invoicing": {"instalments": "half_yearly", "in": "arrears", "due_days": "30"},
        "reconciliation": {"deficit": "settle", "date": "02-15"},
    }
    assert due(given) == {
        "billed": ["2024-06-30", "2024-12-31"],
        "due": ["2024-07-30", "2025-01-30"],
        "ends": ["2024-12-31"],
        "settlement": ["2025-02-15"],
    }


def test_only_days_in_the_time_asked_for() -> None:
    """Both its first day and its last are in it."""
    last = date(2024, 12, 31)
    assert due({}, last, last) == {"ends": ["2024-12-31"]}
    assert due({}, date(2025, 1, 1)) == {}


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar(day: date) -> None:
    """No day is too early or too late to ask from."""
    assert due({}, day, day) == {}


def calendar_of_alingsas(today: date) -> tuple[bytes, tuple[Due, ...]]:
    """The Alingsås agreement's days as an iCalendar file, and as values."""
    (loaded,) = api.load(PROJECT / "agreements" / "alingsas-spadbarn.yaml")
    calendar = api.dates(loaded, today, date(2030, 1, 1))
    options = Options(language="sv", version="1.0")
    pages = documents([calendar], today, date(2030, 1, 1), options)
    rows = records([calendar], today, date(2030, 1, 1), "sv")
    return b"".join(write("ics", pages, rows, options)), calendar.days


def test_the_calendar_file_is_one_that_others_read() -> None:
    """Read line by line as RFC 5545 has it: each day once, whole, with an id of its own."""
    content, days = calendar_of_alingsas(date(2019, 1, 1))
    text = content.decode("utf-8")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    starts = [line.removeprefix("DTSTART;VALUE=DATE:") for line in lines if "DTSTART" in line]
    assert starts == [f"{due.day:%Y%m%d}" for due in days]
    assert {"20211231", "20221231", "20231231"} <= set(starts)
    ids = [line for line in lines if line.startswith("UID:")]
    assert len(set(ids)) == len(ids) == len(days)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(days)


def test_an_id_is_the_same_at_every_run() -> None:
    """A later run has the same ids for the days that are left, and the same bytes for them."""
    early, _ = calendar_of_alingsas(date(2019, 1, 1))
    late, days = calendar_of_alingsas(date(2022, 6, 1))
    assert days
    events = late.split(b"BEGIN:VEVENT")[1:]
    assert all(event.split(b"END:VEVENT")[0] in early for event in events)


def test_what_is_billed_by_itself_has_its_day() -> None:
    """A fee with a day of its own is billed then, beside the year's instalments."""
    (loaded,) = api.load(PROJECT / "examples" / "membership.yaml")
    days = api.dates(loaded, date(2024, 7, 1), date(2024, 7, 31)).days
    fee = [day for day in days if day.about.get("item") == "Anslutningsavgift"]
    assert [day.kind for day in fee] == ["billed", "due"]
    assert [day.day for day in fee] == [date(2024, 7, 1), date(2024, 7, 31)]
