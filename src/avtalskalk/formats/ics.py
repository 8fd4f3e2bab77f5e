"""A result's days as an iCalendar file, for any calendar program."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

from icalendar import Calendar, Event

from avtalskalk.report.options import Options
from avtalskalk.report.records import Records


def write(records: Records, options: Options) -> Iterator[bytes]:
    """One event for each row of the main list, by its fields date, title, what and uid.

    A whole day each, stamped with that day itself: the same rows give the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//avtalskalk//{options.version}//{options.language.upper()}")
    calendar.add("version", "2.0")
    names = [field.name for field in records.lists[records.main]]
    for rows in records.rows:
        if rows.list != records.main:
            continue
        for values in rows.rows:
            row: dict[str, Any] = dict(zip(names, values, strict=True))
            event = Event()
            event.add("uid", row["uid"])
            event.add("dtstamp", datetime.combine(row["date"], time(), UTC))
            event.add("dtstart", row["date"])
            event.add("summary", f"{row['title']}: {row['what']}")
            event.add("transp", "TRANSPARENT")
            calendar.add_component(event)
    yield calendar.to_ical()
