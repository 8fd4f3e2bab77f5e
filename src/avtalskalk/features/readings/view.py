"""An agreement's readings side by side: what each party pays under each, and the money at stake."""

from collections.abc import Iterable, Iterator, Sequence

from avtalskalk.calculation.comparison import together
from avtalskalk.features.readings.readings import Readings, Stake, stakes
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
from avtalskalk.report.pivot import PartyLine, YearLines, amount_cell, rounded, year_rows
from avtalskalk.report.scale import Scale, scale
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
    readings, language = readings.select(options), options.language
    at_stake = list(stakes(readings))
    amounts = [paid.amount or 0 for stake in at_stake for paid in stake.amounts]
    shown = scale(readings.heading.currency, options.unit, amounts)
    titles = [reading.name or phrase("as_written", language) for reading in readings.read]
    years: dict[str, list[Stake]] = {}
    for stake in at_stake:
        years.setdefault(stake.year, []).append(stake)
    with_total = options.totals and len(options.party) != 1
    lines = [
        _year_lines(readings, stakes_of_year, shown.step, with_total=with_total)
        for stakes_of_year in years.values()
    ]
    items = readings.heading.items
    names = [readings.parties.get(party, party) for party in options.party]
    names += [items.get(item, item) for item in options.item]
    about = [phrase("readings", language), *selected(names, language)]
    labels = [statement.year for statement in readings.read[0].statements]
    return Table(
        readings.heading.title,
        (Column(BLANK, "text"), *map(shown.column, (*titles, phrase("at_stake", language)))),
        tuple(year_rows(lines, phrase("total", language))),
        subtitle(about, labels, shown, options),
        tuple(_notes(readings, at_stake, shown, language)),
    )


def _year_lines(
    readings: Readings, at_stake: Sequence[Stake], step: int, *, with_total: bool
) -> YearLines:
    """A year's parties and their total, each reading rounded so that it adds up."""
    *parties, whole = at_stake
    exact = zip(*(stake.amounts for stake in parties), strict=True)
    columns = [rounded(column, step) for column in exact]
    lines = [
        _line(readings.parties[stake.party], stake._replace(amounts=amounts))
        for stake, amounts in zip(parties, zip(*columns, strict=True), strict=True)
    ]
    total = _line("", whole._replace(amounts=tuple(map(together, columns))))
    return YearLines(whole.year, lines, total if with_total else None)


def _line(label: str, stake: Stake) -> PartyLine:
    """A row's amounts and what is at stake."""
    return PartyLine(label, (*map(amount_cell, stake.amounts), Cell(stake.amount)))


def _notes(
    readings: Readings, at_stake: Sequence[Stake], shown: Scale, language: Language
) -> Iterator[str]:
    """What the columns are, what is marked, missing and assumed."""
    for reading in readings.read[1:]:
        yield f"{reading.name}: {reading.title}"
    yield phrase("at_stake_is", language)
    amounts = [paid for stake in at_stake for paid in stake.amounts]
    if any(paid.conditional for paid in amounts):
        yield phrase("marked", language)
    sides = ((reading.name, reading.statements) for reading in readings.read)
    yield from spoken_lacking_of(sides, language)
    as_written = readings.read[0].statements
    for text in dict.fromkeys(text for year in as_written for text in year.assumptions):
        yield assumption(text, language)
    if shown.rounds([paid.amount or 0 for paid in amounts]):
        yield shown.note(language)
