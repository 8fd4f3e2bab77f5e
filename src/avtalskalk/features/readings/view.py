"""An agreement's readings side by side: what each party pays under each, and the money at stake."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from avtalskalk.features.readings.readings import Readings, Stake, stakes
from avtalskalk.report.bodies import chosen_names
from avtalskalk.report.document import (
    BLANK,
    Cell,
    Column,
    Document,
    Paragraph,
    Section,
    Table,
    of_blocks,
)
from avtalskalk.report.notes import assumption, spoken_lacking_of
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import PartyLine, YearLines, amount_cell, year_rows
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.scale import scale
from avtalskalk.report.titles import selected, subtitle
from avtalskalk.words import Language
from avtalskalk.words.formats import phrase


def named_after(document: Document, name: str, title: str, language: Language) -> Document:
    """A description that says, below its title, which reading it is of."""
    reading = phrase("reading", language).format_map({"name": name, "title": title})
    return document._replace(sections=(Section("", (Paragraph(reading),)), *document.sections))


def documents(compared: Iterable[Readings], options: Options) -> Iterator[Document]:
    """A table for each agreement."""
    return (of_blocks(table(readings, options)) for readings in compared)


def table(readings: Readings, options: Options) -> Table:
    """One agreement's readings as columns, its parties as rows, year by year."""
    readings = readings.select(options)
    amounts = [row.amount for statement in readings.statements for row in statement.rows]
    shown = scale(readings.heading.currency, options.unit, amounts)
    language = options.language
    titles = [reading.name or phrase("as_written", language) for reading in readings.read]
    items = readings.heading.items
    names = chosen_names((statement.heading for statement in readings.statements), options)
    with_total = options.totals and len(names) != 1
    names += [items.get(item, item) for item in options.item]
    about = [phrase("readings", language), *selected(names, language)]
    labels = [statement.year for statement in readings.read[0].statements]

    def build(step: int) -> Table:
        at_stake = list(stakes(readings, step))
        lines = [
            YearLines(
                year,
                [_line(readings.parties[stake.party], stake) for stake in parties],
                _line("", whole) if with_total else None,
            )
            for year, of_year in groupby(at_stake, key=lambda stake: stake.year)
            for *parties, whole in [of_year]
        ]
        return Table(
            readings.heading.title,
            (Column(BLANK, "text"), *map(shown.column, (*titles, phrase("at_stake", language)))),
            tuple(year_rows(lines, phrase("total", language))),
            subtitle(about, labels, shown, options),
            tuple(_notes(readings, at_stake, language)),
        )

    return in_unit(build, shown, amounts, options)


def _line(label: str, stake: Stake) -> PartyLine:
    """A row's amounts and what is at stake."""
    return PartyLine(label, (*map(amount_cell, stake.amounts), Cell(stake.amount)))


def _notes(readings: Readings, at_stake: Sequence[Stake], language: Language) -> Iterator[str]:
    """What the columns are, what is marked, missing and assumed."""
    for reading in readings.read[1:]:
        yield f"{reading.name}: {reading.title}"
    yield phrase("at_stake_is", language)
    if any(paid.conditional for stake in at_stake for paid in stake.amounts):
        yield phrase("marked", language)
    sides = ((reading.name, reading.statements) for reading in readings.read)
    yield from spoken_lacking_of(sides, language)
    as_written = readings.read[0].statements
    for text in dict.fromkeys(text for year in as_written for text in year.assumptions):
        yield assumption(text, language)
