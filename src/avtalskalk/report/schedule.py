"""A schedule: parties down and cost items across, with sums both ways."""

from collections.abc import Sequence

from avtalskalk.model.statement import Statement
from avtalskalk.report.bodies import chosen_names
from avtalskalk.report.document import BLANK, Cell, Column, Table
from avtalskalk.report.figures import FigureKey, Figures, cost_lines, parties, year_figures
from avtalskalk.report.notes import notes
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import PartyLine, YearLines, amount_cell, year_rows
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.scale import scale
from avtalskalk.report.titles import line_name, selected, subtitle
from avtalskalk.words.formats import phrase


def schedule_table(statements: Sequence[Statement], options: Options) -> Table:
    """What each party pays of each cost line, year by year; rounded it adds up both ways."""
    heading, language = statements[0].heading, options.language
    amounts = [row.amount for statement in statements for row in statement.rows]
    shown = scale(heading.currency, options.unit, amounts)
    lines = cost_lines(statements)
    whole = options.totals and len(lines) > 1

    def cells(figures: Figures, party: str | None) -> tuple[Cell, ...]:
        keys = [FigureKey(line, party=party) for line in lines]
        keys += [FigureKey(party=party)] if whole else []
        return tuple(amount_cell(figures.get(key)) for key in keys)

    titles = [line_name(heading, line, language) for line in lines]
    titles += [phrase("total", language)] if whole else []
    labels = [statement.year for statement in statements]
    picked = chosen_names([heading], options)

    def build(step: int) -> Table:
        years: list[YearLines] = []
        for statement in statements:
            figures = year_figures(statement, step)
            names = parties([statement])
            rows = [
                PartyLine(heading.parties.get(name, name), cells(figures, name)) for name in names
            ]
            total = (
                PartyLine("", cells(figures, None)) if options.totals and len(names) > 1 else None
            )
            if rows:
                years.append(YearLines(statement.year, rows, total))
        return Table(
            heading.title,
            (Column(BLANK, "text"), *map(shown.column, titles)) if years else (),
            tuple(year_rows(years, phrase("total", language))) if years else (),
            subtitle(selected(picked, language), labels, shown, options),
            notes(statements, language, shown),
        )

    return in_unit(build, shown, amounts, options)
