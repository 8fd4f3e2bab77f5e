"""Totals over many agreements as tables: by party, agreement, item or period."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from avtalskalk.calculation.comparison import together
from avtalskalk.model.comparison import NOBODY, Paid
from avtalskalk.model.statement import Heading, Statement
from avtalskalk.report.bodies import chosen_names
from avtalskalk.report.document import Cell, Column, Row, Table
from avtalskalk.report.figures import FigureLine, in_file_order
from avtalskalk.report.grouping import Group, Grouping, GroupTotal, in_order
from avtalskalk.report.notes import lacking, spoken_lacking
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import MARK, PART, amount_cell, head_row, marked, rounded
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.scale import scale
from avtalskalk.report.titles import line_name, selected, subtitle
from avtalskalk.report.yearly_change import with_change
from avtalskalk.words import Language
from avtalskalk.words.formats import phrase

# How many missing figures a table over many agreements names.
MOST_NAMED = 5

_Totals = Mapping[Group, Mapping[str, GroupTotal]]


class Portfolio:
    """What is summed over all agreements, what these and their parties are called, what is missing.

    Without a group asked for, each party's amounts are summed.
    """

    def __init__(self, options: Options) -> None:
        """Nothing is added yet."""
        self.grouping = Grouping(options.by or "party")
        self.agreements: dict[str, Heading] = {}
        self.lacking: dict[str, dict[str, Iterable[str]]] = {}
        self.incomplete: set[str] = set()
        self._taking: set[str] = set()
        # Otherwise the agreement's own table says what it lacks.
        self._keeps_lacking = options.by is not None
        self._language = options.language

    def add(self, statements: Sequence[Statement]) -> None:
        """Take an agreement's years."""
        for statement in statements:
            if statement.in_force:
                self.grouping.add(statement)
        self.know(statements)

    def know(self, statements: Sequence[Statement]) -> None:
        """Take note of what an agreement and its parties are called, and of what is missing."""
        heading = statements[0].heading
        for statement in statements:
            if statement.in_force:
                if any(total.amount is None for total in statement.totals):
                    self.incomplete.add(heading.agreement)
                self.agreements[heading.agreement] = heading
                if any(note.key == "from_agreement" for note in statement.notes):
                    self._taking.add(heading.agreement)
        if self._keeps_lacking:
            missing = self.lacking.setdefault(heading.currency, {})
            for figure, years in lacking(statements, self._language).items():
                missing[f"{heading.agreement}: {figure}"] = years

    def selected(self, options: Options) -> list[str]:
        """The names of the parties and items that are picked out."""
        headings = self.agreements.values()
        items = (
            next((heading.items[item] for heading in headings if item in heading.items), item)
            for item in options.item
        )
        return [*chosen_names(headings, options), *items]

    def label(self, group: Group, language: Language) -> str:
        """What a party, an agreement or an item of one is called."""
        if group.payer:
            return group.payer.name
        heading = self.agreements[group.agreement]
        if group.item or group.line:
            return line_name(heading, FigureLine(group.item, group.line or "split"), language)
        return heading.title

    def titles(self, currency: str) -> list[str]:
        """The agreements in a currency."""
        headings = self.agreements.values()
        return [heading.title for heading in headings if heading.currency == currency]

    def subject(self, currency: str, language: Language) -> str:
        """What the sums in a currency are of: so many agreements, or the only one."""
        titles = self.titles(currency)
        if len(titles) == 1:
            return titles[0]
        return phrase("count_agreements", language).replace("{count}", str(len(titles)))

    def taken(self, currency: str, language: Language) -> Iterator[str]:
        """Which agreements have amounts from others, where a change of those is not followed."""
        taking = [key for key in self._taking if self.agreements[key].currency == currency]
        if taking:
            text = phrase("resting_as_written", language)
            yield text.replace("{agreements}", ", ".join(sorted(taking)))

    def notes(
        self, currency: str, rows: Sequence[Row], language: Language, part: str = "known_part"
    ) -> Iterator[str]:
        """What the marks in a table mean, and what is not known: the first of it by name.

        ``part`` are the words for a sum of what is known.
        """
        if marked(rows, MARK):
            yield phrase("marked", language)
        headings = [h for h in self.agreements.values() if h.currency == currency]
        incomplete = sum(heading.agreement in self.incomplete for heading in headings)
        if marked(rows, PART):
            counts = {"count": str(incomplete), "all": str(len(headings))}
            yield phrase(part, language).format_map(counts)
        missing = self.lacking.get(currency, {})
        named = dict(islice(missing.items(), MOST_NAMED))
        yield from spoken_lacking(named, len(missing) - len(named), language)


class _GroupLine(NamedTuple):
    """A row before it is rounded; without amounts it is a heading."""

    label: str
    amounts: Sequence[Paid] = ()
    level: int = 0


def group_tables(portfolio: Portfolio, options: Options) -> Iterator[Table]:
    """The groups of each currency in a table, years as columns."""
    sums = portfolio.grouping.totals()
    for currency in dict.fromkeys(group.currency for group in sums):
        # The sum over a single agreement has been shown as its own table.
        if options.by or len(portfolio.titles(currency)) > 1:
            groups = [group for group in sums if group.currency == currency]
            if portfolio.grouping.by == "item":
                # Each agreement's items in the order of its file, then what belongs to none.
                lines: dict[str, dict[FigureLine, Group]] = {}
                for group in groups:
                    line = FigureLine(group.item, group.line or "split")
                    lines.setdefault(group.agreement, {})[line] = group
                groups = [
                    of_agreement[line]
                    for agreement, of_agreement in lines.items()
                    for line in in_file_order(of_agreement, portfolio.agreements[agreement].items)
                ]
            totals = {group: sums[group] for group in groups}
            yield _group_table(currency, totals, portfolio, options)


def _group_table(currency: str, totals: _Totals, portfolio: Portfolio, options: Options) -> Table:
    language, by = options.language, portfolio.grouping.by
    amounts = [
        year_total.known[0].amount or 0
        for years in totals.values()
        for year_total in years.values()
    ]
    shown = scale(currency, options.unit, amounts)
    years = in_order(year for year_totals in totals.values() for year in year_totals)
    if by == "period":
        # Each span of days on a row, and what is missing of a year after its known days.
        spans = sorted(
            (year, group.start is None, str(group.start), str(group.end), _paid(year_total))
            for group, year_totals in totals.items()
            for year, year_total in year_totals.items()
        )
        known = {year for year, without_days, *_ in spans if not without_days}
        rest = phrase("rest_of_year", language)
        lines = [
            _GroupLine((rest if year in known else "{year}").format(year=year), [paid])
            if without_days
            else _GroupLine(f"{start} – {end}", [paid])
            for year, without_days, start, end, paid in spans
        ]
    else:
        lines = list(_year_lines(totals, portfolio, years, language))
    titles = years if by != "period" and len(years) > 1 else [phrase("amount", language)]
    chosen = selected(portfolio.selected(options), language)
    about = [portfolio.subject(currency, language), *chosen]

    if options.change:
        titles = [*titles, phrase("average", language)]

    def table(step: int) -> Table:
        rows = tuple(_group_rows(lines, step, options))
        return Table(
            phrase(f"by_{by}" if options.by else "all_agreements", language),
            (Column(phrase(by, language), "text"), *map(shown.column, titles)),
            rows,
            subtitle(about, years, shown, options),
            tuple(portfolio.notes(currency, rows, language)),
        )

    return in_unit(table, shown, amounts, options)


def _year_lines(
    totals: _Totals, portfolio: Portfolio, years: Sequence[str], language: Language
) -> Iterator[_GroupLine]:
    """Each group on a row; items below their agreement where there are several."""
    several = len({group.agreement for group in totals}) > 1
    before = ""
    for group, year_totals in totals.items():
        below = several and bool(group.item or group.line)
        if below and group.agreement != before:
            before = group.agreement
            yield _GroupLine(portfolio.agreements[before].title)
        label = portfolio.label(group, language)
        yield _GroupLine(label, [_paid(year_totals.get(year)) for year in years], int(below))


def _paid(group_total: GroupTotal | None) -> Paid:
    return group_total.sides[0] if group_total else NOBODY


def _group_rows(lines: Sequence[_GroupLine], step: int, options: Options) -> Iterator[Row]:
    """The groups and their total, each year rounded so that it adds up."""
    exact = list(zip(*(line.amounts for line in lines if line.amounts), strict=True))
    columns = [rounded(column, step) for column in exact]
    rows = zip(*columns, strict=True)
    for line in lines:
        if line.amounts:
            shown = next(rows)
            row = Row((Cell(line.label), *map(amount_cell, shown)), "body", line.level)
            yield from with_change(row, line.amounts, shown, step, options)
        else:
            yield head_row(line.label, len(columns) + options.change)
    if options.totals:
        sums = list(map(together, columns))
        label = "known_total" if any(paid.partial and paid.amount for paid in sums) else "total"
        total = Row((Cell(phrase(label, options.language)), *map(amount_cell, sums)), "total")
        yield from with_change(total, list(map(together, exact)), sums, step, options)
