"""What falls due, for people and for programs."""

from collections.abc import Iterable, Iterator
from datetime import date

from avtalskalk.features.calendar.due import Calendar, Due
from avtalskalk.report.document import Cell, Column, Document, Paragraph, Row, Table, of_blocks
from avtalskalk.report.options import Options
from avtalskalk.report.records import Field, Records, Rows, fields
from avtalskalk.report.statement_records import INPUT
from avtalskalk.words import Language
from avtalskalk.words.calendar import COLUMNS, NOTHING, TITLE, WHAT
from avtalskalk.words.formats import fill

_LISTS = {
    "inputs": INPUT,
    "dates": (
        *fields("text", "agreement", "title"),
        Field("date", "day"),
        *fields("text", "kind", "what", "uid"),
    ),
}


def documents(
    calendars: Iterable[Calendar], first: date, last: date, options: Options
) -> Iterator[Document]:
    """A table for each agreement that has a day in the time."""
    language = options.language
    subtitle = fill(TITLE.text(language), {"first": first, "last": last}, language)
    columns = tuple(Column(title.text(language), "text") for title in COLUMNS)
    empty = True
    for calendar in calendars:
        rows = [Row((Cell(what(d, language)), Cell(str(d.day)))) for d in calendar.days]
        if rows:
            empty = False
            yield of_blocks(Table(calendar.title, columns, tuple(rows), subtitle))
    if empty:
        yield of_blocks(Paragraph(subtitle), Paragraph(NOTHING.text(language)))


def records(calendars: Iterable[Calendar], first: date, last: date, language: Language) -> Records:
    """The days as rows, each with an id that is the same at every run."""
    head = {"from": first.isoformat(), "to": last.isoformat()}
    return Records("avtalskalk/dates/1", head, _LISTS, _rows(calendars, language), main="dates")


def _rows(calendars: Iterable[Calendar], language: Language) -> Iterator[Rows]:
    for calendar in calendars:
        yield Rows("inputs", calendar.loaded.inputs)
        name = calendar.name
        days = [
            (name, calendar.title, d.day, d.kind, what(d, language), f"{d.key}@{name}.avtalskalk")
            for d in calendar.days
        ]
        yield Rows("dates", days)


def what(due: Due, language: Language) -> str:
    """What falls due, in words."""
    beside = next((word for word in ("item", "amount") if word in due.about), "")
    key = f"{due.kind}_{beside}" if beside else due.kind
    return fill(WHAT[key].text(language), due.about, language)
