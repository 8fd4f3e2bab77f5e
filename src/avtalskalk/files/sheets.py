"""A table's bytes, CSV or XLSX, to rows of text with their places."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Number, Place, unknown_name
from avtalskalk.files.characters import LINE_BREAK, MOST_BYTES, decode

MOST_ROWS = 100_000
MOST_COLUMNS = 100
MOST_CELLS = 300_000
MOST_CHARACTERS = 10_000_000
MOST_UNPACKED = 30_000_000
"""Bytes of a workbook when unpacked: 100 000 rows of three or four columns."""

_BETWEEN = " | "
_DELIMITERS = "\t;,"
_SEPARATOR = re.compile(rf'"?sep=([{_DELIMITERS}])"?[\s;,]*')
"""The line that Excel takes for what stands between the cells."""
_MOST_TITLES = 20
_QUOTED = re.compile('"(?:[^"]|"")*+"')
_WORKBOOK = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
"""Excel before 2007, and every workbook with a password."""


class SheetRow(NamedTuple):
    """A row that is not empty: its number in the file from 1, its cells as far as they go."""

    number: int
    cells: Sequence[str]


class NotReadError(Exception):
    """A file that cannot be read as a table; its argument is one of the codes for why."""


class NoSuchSheetError(Exception):
    """A workbook without a sheet of a name; ``known`` are those that it has."""

    def __init__(self, known: Sequence[str]) -> None:
        """Keep the names."""
        super().__init__()
        self.known = known


NO_TABLE = "AV072"
TOO_LARGE = "AV073"

_LIMITS: dict[str, Argument] = {
    "megabytes": MOST_BYTES // 1_000_000,
    "unpacked": MOST_UNPACKED // 1_000_000,
    "rows": Number(MOST_ROWS),
    "columns": MOST_COLUMNS,
    "cells": Number(MOST_CELLS),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as rows of text, the heading row first; and what is wrong with the file so far.

    ``lines`` are those of the text, ``delimiter`` what stands between its cells; a workbook has
    neither.  ``no_sheet`` says, for a name that no sheet has, what could be meant.
    """

    file: str
    sha256: str
    rows: Sequence[SheetRow] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Sequence[str] = ()
    delimiter: str = ""
    no_sheet: Mapping[str, Argument] | None = None

    @property
    def is_workbook(self) -> bool:
        """Whether its numbers come from a workbook, which has them as binary fractions."""
        return not self.delimiter

    @property
    def headings(self) -> Sequence[str]:
        """The first row that has something in it."""
        return self.rows[0].cells if self.rows else ()

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands, by the row's index and the column's."""
        number, cells = self.rows[row]
        if self.is_workbook:
            excerpt = _BETWEEN.join(cells)
            start = sum(len(cell) + len(_BETWEEN) for cell in cells[:column])
            end = start + len(cells[column]) if column < len(cells) else start
        else:
            excerpt = self.lines[number - 1]
            spans = _spans(excerpt, self.delimiter)
            start, end = spans[column] if column < len(spans) else (len(excerpt), len(excerpt))
        return Place(number, start + 1, max(end, start + 1) + 1, excerpt)


def read_sheet(raw: bytes, file: str, name: str = "") -> Sheet:
    """Read a table's bytes; whatever they hold, the answer is a sheet.

    ``name`` is that of a sheet of a workbook; without it the first visible one is read.
    """
    sheet = Sheet(file, hashlib.sha256(raw).hexdigest())
    try:
        content = _read(raw, sheet, name)
        # Cells of a workbook may share one long text.
        characters = sum(len(cell) for row in content.rows for cell in row.cells)
        if sum(len(row.cells) for row in content.rows) > MOST_CELLS or characters > MOST_CHARACTERS:
            raise NotReadError(TOO_LARGE)  # noqa: TRY301 - as what is refused further in
    except NoSuchSheetError as error:
        return replace(sheet, no_sheet=unknown_name("sheet", name, error.known))
    except NotReadError as error:
        return replace(sheet, diagnostics=(Diagnostic(str(error), _LIMITS, file=file),))
    return content


def _read(raw: bytes, sheet: Sheet, name: str) -> Sheet:
    if len(raw) > MOST_BYTES:
        raise NotReadError(TOO_LARGE)
    if raw.startswith(_OLD_WORKBOOK):
        raise NotReadError(NO_TABLE)
    if not raw.startswith(_WORKBOOK):
        if name:
            raise NoSuchSheetError(())
        return _delimited(raw, sheet)
    from avtalskalk.files.workbook import rows

    return replace(sheet, rows=rows(raw, name))


def trimmed(cells: list[str]) -> list[str]:
    """A row's cells without the empty ones at its end; too many are refused."""
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise NotReadError(TOO_LARGE)
    return cells


def _delimited(raw: bytes, sheet: Sheet) -> Sheet:
    """The rows of a text: comma, semicolon or tab between the cells, quotes where needed."""
    text = decode(raw)
    if isinstance(text, Diagnostic):
        if text.code == "AV003":
            raise NotReadError(NO_TABLE)
        return replace(sheet, diagnostics=(text.within(sheet.file),))
    lines = LINE_BREAK.split(text, MOST_ROWS)
    if len(lines) > MOST_ROWS and lines.pop().strip():
        raise NotReadError(TOO_LARGE)
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    stated = _SEPARATOR.fullmatch(lines[first])
    delimiter = stated[1] if stated else delimiter_of(lines[first:])
    rows: list[SheetRow] = []
    diagnostics = []
    for number, line in enumerate(lines, 1):
        if stated and number == first + 1:
            continue
        if line.count('"') % 2:
            place = Place(number, line.rindex('"') + 1, len(line) + 1, line)
            diagnostics.append(Diagnostic("AV086", place=place, file=sheet.file))
        elif cells := trimmed(_cells(line, delimiter)):
            rows.append(SheetRow(number, cells))
    return replace(
        sheet, rows=rows, diagnostics=tuple(diagnostics), lines=lines, delimiter=delimiter
    )


def delimiter_of(lines: Sequence[str]) -> str:
    """What stands between the cells of a text.

    It is what the heading and the row below it have equally much of, with titles above them or
    not; without such rows what the first line has, and in a single column it does not matter.
    """
    filled = (_QUOTED.sub("", line) for line in lines if line.strip())
    bare = [*islice(filled, _MOST_TITLES)]
    for above, below in pairwise(bare):
        for mark in _DELIMITERS:
            if above.count(mark) == below.count(mark) > 0:
                return mark
    heading = bare[0] if bare else ""
    return next((mark for mark in _DELIMITERS if mark in heading), ",")


def _cells(line: str, delimiter: str) -> list[str]:
    if '"' not in line:
        return [cell.strip() for cell in line.split(delimiter)]
    cells = [line[start:end].strip() for start, end in _spans(line, delimiter)]
    return [
        cell[1:-1].replace('""', '"').strip() if _QUOTED.fullmatch(cell) else cell for cell in cells
    ]


def _spans(line: str, delimiter: str) -> list[tuple[int, int]]:
    """From and up to which character each cell of a line goes; its quotes are closed."""
    cell = re.compile(rf'(?:[^"{delimiter}]++|"[^"]*+")*+')
    spans: list[tuple[int, int]] = []
    start = 0
    while start <= len(line):
        match = cell.match(line, start)
        end = match.end() if match else len(line)
        spans.append((start, end))
        start = end + 1
    return spans
