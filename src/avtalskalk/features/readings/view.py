"""An agreement's readings side by side: what each party pays under each, and the money at stake."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from avtalskalk.model.statement import Heading, Statement, Total
from avtalskalk.money import largest_remainder
from avtalskalk.report.document import Document, Paragraph
from avtalskalk.report.notes import MARK, spoken_lacking_of, spoken_years
from avtalskalk.report.options import Options
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.selection import select
from avtalskalk.report.table import BLANK, NOTHING, Cell, Column, Row, Table
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, phrase

AS_WRITTEN = ""
"""The name of the main reading, in rows that a program reads."""


def named_after(document: Document, name: str, title: str, language: Language) -> Document:
    """A description that says, below its heading, which reading it is of."""
    said = phrase("reading", language).format_map({"name": name, "title": title})
    first, *rest = document.blocks
    return Document((first, Paragraph(said), *rest))


class Read(NamedTuple):
    """One reading of an agreement: its statements for the years that all readings share."""

    name: str
    title: str
    statements: tuple[Statement, ...]


class Readings(NamedTuple):
    """One agreement as it is written (first) and under each of its readings."""

    read: tuple[Read, ...]

    @property
    def heading(self) -> Heading:
        """The agreement's own words."""
        return self.read[0].statements[0].heading

    @property
    def parties(self) -> dict[str, str]:
        """Every party under any reading, with its name."""
        found: dict[str, str] = {}
        for one in self.read:
            for statement in one.statements:
                found = {**statement.heading.parties, **found}
        return found

    def select(self, options: Options) -> "Readings":
        """The parties and the items asked for."""
        return Readings(
            tuple(
                one._replace(statements=tuple(select(each, options) for each in one.statements))
                for one in self.read
            )
        )


class Figure(NamedTuple):
    """What a party pays under one reading; ``there`` is False where it is no party then."""

    amount: int | None
    conditional: bool
    there: bool = True


class Stake(NamedTuple):
    """One party's year (all parties': ``party`` is empty) under each reading.

    ``amount`` is the largest less the smallest, None where a figure is missing; whoever is no
    party under a reading pays nothing then.
    """

    year: str
    party: str
    figures: tuple[Figure, ...]

    @property
    def amount(self) -> int | None:
        """The money at stake."""
        amounts = [one.amount for one in self.figures]
        known = [one for one in amounts if one is not None]
        return max(known) - min(known) if len(known) == len(amounts) else None


def stakes(readings: Readings) -> Iterator[Stake]:
    """Each year's parties, and then all of them together."""
    for years in zip(*(one.statements for one in readings.read), strict=True):
        columns = [{total.party: total for total in one.totals} for one in years]
        named = [party for party in readings.parties if any(party in each for each in columns)]
        for party in named:
            yield Stake(years[0].year, party, tuple(_figure(one.get(party)) for one in columns))
        if named:
            yield Stake(years[0].year, "", tuple(_sum(list(one.values())) for one in columns))


def _figure(total: Total | None) -> Figure:
    if total is None:
        return Figure(0, conditional=False, there=False)
    return Figure(total.amount, total.conditional)


def _sum(totals: Sequence[Total]) -> Figure:
    amounts = [one.amount for one in totals]
    known = [one for one in amounts if one is not None]
    amount = sum(known) if len(known) == len(amounts) else None
    return Figure(amount, any(one.conditional for one in totals), there=bool(totals))


def table(readings: Readings, options: Options) -> Table:
    """One agreement's readings as columns, its parties as rows, year by year."""
    readings, language = readings.select(options), options.language
    found = list(stakes(readings))
    amounts = [one.amount or 0 for stake in found for one in stake.figures]
    shown = scale(readings.heading.currency, options.unit, amounts)
    titles = [one.name or phrase("as_written", language) for one in readings.read]
    return Table(
        readings.heading.title,
        (Column(BLANK, "text"), *map(shown.column, (*titles, phrase("at_stake", language)))),
        tuple(_rows(found, readings.parties, shown, options)),
        _subtitle(readings, shown, options),
        tuple(_notes(readings, found, shown, options)),
    )


def _rows(
    found: Sequence[Stake], parties: Mapping[str, str], shown: Scale, options: Options
) -> Iterator[Row]:
    """A single year's parties and their total; of several years each with its parties below."""
    years = list(dict.fromkeys(one.year for one in found))
    with_total = options.totals and len(options.party) != 1
    for year in years:
        *own, total = _rounded([one for one in found if one.year == year], shown.step)
        level = int(len(years) > 1)
        if level:
            cells = _cells(total) if with_total else [Cell(BLANK)] * (len(total.figures) + 1)
            yield Row((Cell(year), *cells), "subtotal" if with_total else "head")
        for one in own:
            yield Row((Cell(parties[one.party]), *_cells(one)), level=level)
        if with_total and not level:
            yield Row((Cell(phrase("total", options.language)), *_cells(total)), "total")


def _rounded(found: Sequence[Stake], step: int) -> list[Stake]:
    """A year's figures rounded so that each reading adds up; its total stands last."""
    columns = []
    for column in zip(*(one.figures for one in found[:-1]), strict=True):
        cells = largest_remainder([one.amount or 0 for one in column], 1, step)
        columns.append([*cells, sum(cells)])
    return [
        one._replace(
            figures=tuple(
                figure._replace(amount=None if figure.amount is None else cells[place])
                for figure, cells in zip(one.figures, columns, strict=True)
            )
        )
        for place, one in enumerate(found)
    ]


def _cells(stake: Stake) -> list[Cell]:
    """A row's amounts and what is at stake."""
    return [
        *(
            Cell(one.amount, MARK if one.conditional else "") if one.there else Cell(NOTHING)
            for one in stake.figures
        ),
        Cell(stake.amount),
    ]


def _subtitle(readings: Readings, shown: Scale, options: Options) -> str:
    language = options.language
    years = spoken_years(one.year for one in readings.read[0].statements)
    parts = [
        phrase("readings", language),
        f"{phrase(options.basis, language)} {years}",
        shown.said(language),
    ]
    if options.party or options.item:
        items = readings.heading.items
        names = [readings.parties.get(one, one) for one in options.party]
        names += [items.get(one, one) for one in options.item]
        parts.insert(1, phrase("selected", language).replace("{names}", ", ".join(names)))
    return capital(" · ".join(parts))


def _notes(
    readings: Readings, found: Sequence[Stake], shown: Scale, options: Options
) -> Iterator[str]:
    """What the columns are, what is marked, missing and assumed."""
    language = options.language
    for one in readings.read[1:]:
        yield f"{one.name}: {one.title}"
    yield phrase("at_stake_is", language)
    if any(figure.conditional for one in found for figure in one.figures):
        yield phrase("marked", language)
    yield from spoken_lacking_of(((one.name, one.statements) for one in readings.read), language)
    for text in readings.read[0].statements[0].assumptions:
        yield phrase("assumption", language).replace("{text}", text)
    if shown.rounds([figure.amount or 0 for one in found for figure in one.figures]):
        yield shown.note(language)
