"""What tables of amounts share: cells with marks, columns that add up, years and parties."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from avtalskalk.model.comparison import Paid
from avtalskalk.money import largest_remainder
from avtalskalk.report.document import BLANK, NOTHING, Cell, Role, Row

MARK = "*"
"""After an amount that is conditional."""

PART = "†"
"""After a sum that is of what is known."""


def amount_cell(paid: Paid | None) -> Cell:
    """An amount with its marks; what does not exist is a dash."""
    if paid is None or not paid.there:
        return Cell(NOTHING)
    part = PART if paid.partial and paid.amount is not None else ""
    return Cell(paid.amount, (MARK if paid.conditional else "") + part)


def marked(rows: Iterable[Row], mark: str) -> bool:
    """Whether a mark stands somewhere in a table, and must be explained below it."""
    return any(mark in cell.mark for row in rows for cell in row.cells)


def rounded(column: Sequence[Paid], step: int) -> list[Paid]:
    """A column's amounts in steps of so many minor units, so that they add up.

    A single column needs no flow: cut down, and what is missing to those that lost most.
    """
    amounts = largest_remainder([paid.amount or 0 for paid in column], 1, step)
    return [
        paid if paid.amount is None else paid._replace(amount=amount)
        for paid, amount in zip(column, amounts, strict=True)
    ]


class PartyLine(NamedTuple):
    """A party's cells, or a total's, and the lines that stand below it."""

    label: str
    cells: tuple[Cell, ...]
    details: tuple["PartyLine", ...] = ()


class YearLines(NamedTuple):
    """A year's parties and their total; without one the year is only named above them."""

    year: str
    parties: Sequence[PartyLine]
    total: PartyLine | None = None


def year_rows(years: Sequence[YearLines], total_label: str) -> Iterator[Row]:
    """A single year's parties and their total; of several years each with its parties below."""
    if len(years) == 1:
        ((_, parties, total_line),) = years
        for party in parties:
            yield from line_rows(party)
        if total_line:
            yield from line_rows(total_line._replace(label=total_label), "total")
        return
    for year, parties, total_line in years:
        if total_line:
            yield from line_rows(total_line._replace(label=year), "subtotal")
        else:
            yield head_row(year, len(parties[0].cells) if parties else 0)
        for party in parties:
            yield from line_rows(party, level=1)


def head_row(label: str, blanks: int, level: int = 0) -> Row:
    """A heading in a table: a label with empty cells beside it."""
    return Row((Cell(label), *[Cell(BLANK)] * blanks), "head", level)


def line_rows(line: PartyLine, role: Role = "body", level: int = 0) -> Iterator[Row]:
    """A line's row, and one level in those of its details."""
    with_parts = role == "body" and line.details
    yield Row((Cell(line.label), *line.cells), "subtotal" if with_parts else role, level)
    for detail in line.details:
        yield Row((Cell(detail.label), *detail.cells), "body", level + 1)
