"""Statements to tables: every heading and every row that a reader of amounts sees."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.model.statement import Heading, Statement
from avtalskalk.report.document import BLANK, Cell, Column, Document, Role, Row, Table, of_blocks
from avtalskalk.report.figures import (
    Days,
    FigureKey,
    FigureLine,
    Figures,
    cost_lines,
    parties,
    share_days,
    shares,
    year_figures,
)
from avtalskalk.report.group_view import Portfolio, group_tables
from avtalskalk.report.notes import notes
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import amount_cell
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.scale import scale
from avtalskalk.report.schedule import schedule_table
from avtalskalk.report.selection import select
from avtalskalk.report.titles import line_name, selected, subtitle
from avtalskalk.words import Language
from avtalskalk.words.formats import phrase


def documents(agreements: Iterable[Sequence[Statement]], options: Options) -> Iterator[Document]:
    """A table for each agreement's years, and then those over all of them.

    No more than one agreement's statements are kept.
    """
    portfolio = Portfolio(options)
    for years in agreements:
        statements = [select(statement, options) for statement in years]
        if not options.by:
            table = schedule_table if options.across == "item" else agreement_table
            yield of_blocks(table(statements, options))
        portfolio.add(statements)
    tables = tuple(group_tables(portfolio, options)) if options.by or options.totals else ()
    if tables:
        yield of_blocks(*tables)


def agreement_table(statements: Sequence[Statement], options: Options) -> Table:
    """What each party pays under one agreement: cost by cost, then in all; years as columns."""
    heading, language = statements[0].heading, options.language
    amounts = [row.amount for statement in statements for row in statement.rows]
    shown = scale(heading.currency, options.unit, amounts)
    days = share_days(statements[0]) if len(statements) == 1 else {}
    grid = _Grid(
        heading,
        cost_lines(statements),
        parties(statements),
        days,
        [],
        shares(statements, frozenset(days)),
    )
    years = [statement.year for statement in statements]
    titles = years if len(years) > 1 else [phrase("amount", language)]
    columns = (
        Column(BLANK, "text"),
        *(
            [Column(phrase("share", language), "percent", places=options.decimals)]
            if grid.shares
            else []
        ),
        *map(shown.column, titles),
    )
    about = []
    if len(grid.lines) == 1 and len(grid.parties) != 1:
        about.append(line_name(heading, grid.lines[0], language))
    names = [grid.party(party) for party in grid.parties]
    if len(names) == 1:
        about += names
    elif options.party:
        about += selected(names, language)

    def build(step: int) -> Table:
        in_steps = [year_figures(statement, step) for statement in statements]
        rows = tuple(_rows(grid._replace(years=in_steps), options))
        return Table(
            heading.title,
            columns if rows else (),
            rows,
            subtitle(about, years, shown, options),
            notes(statements, language, shown),
        )

    return in_unit(build, shown, amounts, options)


class _Grid(NamedTuple):
    """The cost lines and parties of an agreement's years, their shares, and their figures.

    ``days`` are those of each line's shares where these change within the only year.  Over
    several years there is no room for days: there a share shows how it changes.
    """

    heading: Heading
    lines: list[FigureLine]
    parties: list[str]
    days: Mapping[FigureLine, list[Days]]
    years: list[Figures]
    shares: Mapping[FigureKey, tuple[Fraction, ...]]

    def party(self, party: str) -> str:
        """A party's name."""
        return self.heading.parties.get(party, party)

    def row(self, label: str, key: FigureKey, role: Role = "body", level: int = 0) -> Row:
        """The row of a figure: its label, its share where there is one, and its years."""
        cells = [Cell(label)]
        if self.shares:
            share = self.shares.get(key, ())
            cells.append(Cell(share if len(share) > 1 else share[0] if share else BLANK))
        cells += [amount_cell(year.get(key)) for year in self.years]
        return Row(tuple(cells), role, level)


def _rows(grid: _Grid, options: Options) -> Iterator[Row]:
    """Every cost line, then what the parties pay in all, then the grand total."""
    for line in grid.lines:
        yield from _line_rows(grid, line, options.language)
    if not options.totals or not grid.lines:
        return
    several_lines = len(grid.lines) > 1 or bool(grid.days)
    if len(grid.parties) > 1 and several_lines:
        for party in grid.parties:
            yield grid.row(grid.party(party), FigureKey(party=party), "sum")
    if len(grid.parties) > 1 or several_lines:
        yield grid.row(phrase("total", options.language), FigureKey(), "total")


def _line_rows(grid: _Grid, line: FigureLine, language: Language) -> Iterator[Row]:
    """A line's sum and its parts; the line is not named where it is the only one."""
    label = line_name(grid.heading, line, language)
    spans = grid.days.get(line)
    if len(grid.parties) == 1 and not spans:
        yield grid.row(label, FigureKey(line, party=grid.parties[0]))
        return
    level = 0
    if len(grid.lines) > 1:
        yield grid.row(label, FigureKey(line), "subtotal")
        level = 1
    parts: list[Days | None] = [*spans] if spans else [None]
    for span in parts:
        if span:
            days = f"{span.start} – {span.end}"
            yield grid.row(days, FigureKey(line, span), "subtotal", level)
        for party in grid.parties:
            key = FigureKey(line, span, party)
            if any(key in year for year in grid.years):
                yield grid.row(grid.party(party), key, level=level + bool(span))
