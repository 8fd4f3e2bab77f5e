"""What each party pays beside its frame, agreement by agreement and in all."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from avtalskalk.calculation.comparison import together
from avtalskalk.model.comparison import Paid
from avtalskalk.model.statement import Input, Statement, Total
from avtalskalk.report.document import Cell, Column, Document, Role, Row, Table, of_blocks
from avtalskalk.report.group_view import Portfolio
from avtalskalk.report.grouping import Group, parts
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import PART, amount_cell, head_row, marked, rounded
from avtalskalk.report.records import Field, Rows, fields
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.selection import select
from avtalskalk.report.statement_records import rows_beside
from avtalskalk.report.titles import selected, subtitle
from avtalskalk.words.formats import phrase

FRAME = (
    *fields("text", "agreement", "year", "party", "name"),
    *fields("money", "amount", "frame", "excess"),
    Field("currency"),
    *fields("flag", "conditional", "complete"),
)


class FrameLine(NamedTuple):
    """One party's year of an agreement, and its frame; None where there is no such figure."""

    agreement: str
    group: Group
    amount: Paid
    frame: Paid


def _frame(statement: Statement, total: Total) -> int | None:
    return statement.heading.frames.get(total.party, {}).get(int(statement.year[:4]))


def documents(agreements: Iterable[Sequence[Statement]], options: Options) -> Iterator[Document]:
    """A table for each year and currency: agreements with their parties, and the sums.

    A party that no agreement gives a frame is left out, unless it is picked out or nobody has one.
    """
    portfolio = Portfolio(options._replace(by="party"))
    lines: dict[tuple[str, str], list[FrameLine]] = {}
    for statements in agreements:
        chosen = [select(statement, options) for statement in statements]
        portfolio.know(chosen)
        for statement in chosen:
            heading = statement.heading
            groups = parts(statement, "party")
            for total, (group, *_) in zip(statement.totals, groups, strict=True):
                sides = Paid(total.amount, total.conditional), Paid(_frame(statement, total))
                portfolio.grouping.put(group, statement.year, sides)
                line = FrameLine(heading.agreement, group, *sides)
                lines.setdefault((heading.currency, statement.year), []).append(line)
    homes = portfolio.grouping.homes()
    framed = {homes[line.group] for of_year in lines.values() for line in of_year
              if line.frame.amount is not None}  # fmt: skip
    for (currency, year), of_year in sorted(lines.items(), key=lambda item: item[0][1]):
        shown = [line._replace(group=homes[line.group]) for line in of_year
                 if options.party or not framed or homes[line.group] in framed]  # fmt: skip
        if shown:
            amounts = [p.amount or 0 for line in shown for p in (line.amount, line.frame)]
            how = scale(currency, options.unit, amounts)
            build = partial(_table, shown, year, portfolio, how, options)
            yield of_blocks(in_unit(build, how, amounts, options))


def _table(
    lines: Sequence[FrameLine],
    year: str,
    portfolio: Portfolio,
    shown: Scale,
    options: Options,
    step: int,
) -> Table:
    """A year's agreements with their parties below them, in steps of so many minor units."""
    language = options.language
    paid = rounded([line.amount for line in lines], step)
    frames = rounded([line.frame for line in lines], step)
    rows: list[Row] = []

    def row(label: str, amount: Paid, frame: Paid, role: Role = "body", level: int = 0) -> Row:
        known = amount.amount is not None and frame.amount is not None
        excess = (amount.amount or 0) - (frame.amount or 0) if known else None
        return Row(
            (Cell(label), amount_cell(amount), amount_cell(frame), Cell(excess)), role, level
        )

    sums: dict[Group, list[tuple[Paid, Paid]]] = {}
    before = ""
    for line, amount, frame in zip(lines, paid, frames, strict=True):
        if line.agreement != before:
            before = line.agreement
            rows.append(head_row(portfolio.agreements[before].title, 3))
        rows.append(row(portfolio.label(line.group, language), amount, frame, level=1))
        # What lacks one of the two is in no sum of the other.
        lacking = Paid(None, amount.conditional, partial=True)
        known = amount.amount is not None and frame.amount is not None
        pair = (amount, frame) if known else (lacking, lacking)
        sums.setdefault(line.group, []).append(pair)
    if options.totals:
        by_party = [
            (portfolio.label(group, language), list(map(together, zip(*pairs, strict=True))))
            for group, pairs in sums.items()
        ]
        for label, (amount, frame) in by_party if len(by_party) > 1 else ():
            rows.append(row(label, amount, frame, "sum"))
        totals = list(map(together, zip(*(sides for _, sides in by_party), strict=True)))
        key = "known_total" if any(side.partial and side.amount for side in totals) else "total"
        rows.append(row(phrase(key, language), totals[0], totals[1], "total"))
    subject = portfolio.subject(shown.currency, language)
    about = [subject, *selected(portfolio.selected(options), language)]
    marks = [phrase("frame_part", language)] if marked(rows, PART) else []
    conditional = any(side.conditional for side in paid)
    return Table(
        phrase("frames", language),
        (
            Column(phrase("party", language), "text"),
            shown.column(phrase("amount", language)),
            shown.column(phrase("frame", language)),
            shown.column(phrase("excess", language))._replace(kind="difference"),
        ),
        tuple(rows),
        subtitle(about, [year], shown, options),
        (*([phrase("marked", language)] if conditional else []), *marks),
    )


def frame_rows(agreements: Iterable[Sequence[Statement]], options: Options) -> Iterator[Rows]:
    """Every party's year and its frame, and what stands beside each agreement's figures."""
    written: set[Input] = set()
    for statements in agreements:
        chosen = [select(statement, options) for statement in statements]
        heading = chosen[0].heading
        rows = []
        for statement in chosen:
            for total in statement.totals:
                frame = _frame(statement, total)
                known = total.amount is not None and frame is not None
                rows.append((
                    heading.agreement, statement.year, total.party, heading.parties[total.party],
                    total.amount, frame, (total.amount or 0) - (frame or 0) if known else None,
                    heading.currency, total.conditional, known,
                ))  # fmt: skip
        yield Rows("frames", rows, heading.currency)
        yield from rows_beside(chosen, written)
