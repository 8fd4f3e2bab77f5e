"""Reports and messages for a terminal: aligned columns that never cut a figure.

Written without rich: a start costs nothing, a figure is never shortened, and the same bytes come
from every version of everything.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.model.statement import Statement
from avtalskalk.render.spool import Spool
from avtalskalk.report.document import Block, Bullets, Document, Heading, Paragraph
from avtalskalk.report.messages import lines
from avtalskalk.report.options import Options
from avtalskalk.report.table import Cell, Column, Row, Table, written
from avtalskalk.report.views import Report
from avtalskalk.report.widths import fold, padded, width
from avtalskalk.texts import Language
from avtalskalk.texts.formats import safe

_GAP = "  "
_INDENT = "  "
_RULE = "─"
_BULLET = "• "

# A name is folded rather than narrower than this; below it, columns go to a table of their own.
_NARROWEST_NAME = 24
_NARROWEST = 20

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_SEVERITY = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}


def writer(options: Options) -> "_Writer":
    """The writer of tables for a terminal."""
    return _Writer(options)


class _Writer:
    def __init__(self, options: Options) -> None:
        self._options = options
        self._report = Report(options)
        self._spool = Spool()
        self._between = ""

    def add(self, statement: Statement) -> None:
        self._write(self._report.add(statement))

    def finish(self) -> Iterator[bytes]:
        self._write(self._report.finish())
        return self._spool.read()

    def _write(self, tables: Iterable[Table]) -> None:
        for table in tables:
            text = block(table, self._options)
            self._spool.write([self._between, text])
            self._between = "\n"


def document(whole: Document, options: Options) -> str:
    """A document's blocks with an empty line between them."""
    return "\n".join(block(one, options) for one in whole.blocks)


def block(one: Block, options: Options) -> str:
    """One block, each line ended."""
    columns = max(options.width, _NARROWEST)
    return "".join(f"{line.rstrip()}\n" for line in _lines(one, options, columns))


def _lines(one: Block, options: Options, columns: int) -> Iterable[str]:
    match one:
        case Heading(text):
            return [_styled(line, _BOLD, options) for line in fold(safe(text), columns)]
        case Paragraph(text):
            return fold(safe(text), columns)
        case Bullets(points):
            return _bullets(points, columns)
        case Table():
            return _table(one, options, columns)


def message(diagnostic: Diagnostic, options: Options) -> str:
    """A diagnostic in the one layout of messages, coloured where that is wanted; lines ended."""
    shown = []
    for role, text in lines(diagnostic, options.language, max(options.width, 40)):
        if role == "head":
            label, colon, rest = text.partition(":")
            severity = _styled(label, _SEVERITY[diagnostic.severity], options)
            shown.append(f"{severity}{colon}{_styled(rest, _BOLD, options)}")
        elif role == "caret":
            shown.append(_styled(text, _SEVERITY[diagnostic.severity], options))
        else:
            shown.append(_styled(text, _DIM, options) if role == "where" else text)
    return "".join(f"{line}\n" for line in shown)


def _styled(text: str, style: str, options: Options) -> str:
    return f"{style}{text}{_PLAIN}" if options.color and text else text


def _bullets(points: Sequence[str], columns: int) -> list[str]:
    shown = []
    for point in points:
        first, *rest = fold(safe(point), columns - len(_BULLET))
        shown += [_BULLET + first, *(f"{' ' * len(_BULLET)}{line}" for line in rest)]
    return shown


# --- Tables ----------------------------------------------------------------------------------


class _Line(NamedTuple):
    """A row as text: a label with its indent, and the other cells."""

    indent: str
    label: str
    cells: tuple[str, ...]
    row: Row | None


def _table(table: Table, options: Options, columns: int) -> Iterator[str]:
    """Title, what it shows, the grid in as many parts as the width asks for, and the notes."""
    for line in fold(safe(table.title), columns):
        yield _styled(line, _BOLD, options)
    if table.subtitle:
        yield from fold(safe(table.subtitle), columns)
    if table.rows:
        grid = _grid(table, options.language)
        for part in _parts(grid, table.columns, columns):
            yield ""
            yield from _drawn(part, options, columns)
    if table.notes:
        yield ""
    for note in table.notes:
        first, *rest = fold(note, columns - len(_INDENT))
        yield first
        yield from (_INDENT + line for line in rest)


def _grid(table: Table, language: Language) -> list[_Line]:
    """The table's cells as text, marks in a place of their own so that digits stand in line."""
    marked = [any(row.cells[c].mark for row in table.rows) for c in range(len(table.columns))]
    head, *titles = (
        column.title + " " * has for column, has in zip(table.columns, marked, strict=True)
    )
    shown = [_Line("", head, tuple(titles), None)]
    for row in table.rows:
        label, *cells = (
            _text(cell, column, language, has)
            for cell, column, has in zip(row.cells, table.columns, marked, strict=True)
        )
        shown.append(_Line(_INDENT * row.level, label, tuple(cells), row))
    return shown


def _text(cell: Cell, column: Column, language: Language, marked: bool) -> str:  # noqa: FBT001
    return written(cell, column, language) + (f"{cell.mark:1}" if marked else "")


def _parts(grid: list[_Line], columns: Sequence[Column], room: int) -> Iterator[list[_Line]]:
    """The grid cut into as few parts as fit, each with the labels and shares again."""
    kept = 1 if len(columns) > 1 and columns[1].kind == "percent" else 0
    sizes = [max(width(line.cells[c]) for line in grid) for c in range(len(columns) - 1)]
    name = min(_NARROWEST_NAME, max(width(line.indent + line.label) for line in grid))
    fixed = name + sum(len(_GAP) + size for size in sizes[:kept])
    start, used = kept, fixed
    for place in range(kept, len(sizes)):
        used += len(_GAP) + sizes[place]
        if used > room and place > start:
            yield _part(grid, kept, start, place)
            start, used = place, fixed + len(_GAP) + sizes[place]
    yield _part(grid, kept, start, len(sizes))


def _part(grid: list[_Line], kept: int, start: int, stop: int) -> list[_Line]:
    return [line._replace(cells=(*line.cells[:kept], *line.cells[start:stop])) for line in grid]


def _drawn(grid: list[_Line], options: Options, room: int) -> Iterator[str]:
    """Lines of the grid: a rule below the titles and above each kind of total."""
    sizes = [max(map(width, column)) for column in zip(*(line.cells for line in grid), strict=True)]
    names = max(width(line.indent + line.label) for line in grid)
    left = max(room - sum(len(_GAP) + size for size in sizes), 1)
    name = min(names, left)
    rule = _styled(_RULE * (name + sum(len(_GAP) + size for size in sizes)), _DIM, options)
    before = "titles"
    for line in grid:
        role = line.row.role if line.row else "titles"
        if role != before and (before == "titles" or role in {"sum", "total"}):
            yield rule
        before = role
        yield from _row(line, name, sizes, options)


def _row(line: _Line, name: int, sizes: Sequence[int], options: Options) -> Iterator[str]:
    """One row; a name that is folded has its figures on its last line."""
    room = name - len(line.indent)
    label = [line.label]
    if width(line.label) > room:
        first, *rest = fold(line.label, max(room - len(_INDENT), 1))
        label = [first, *(_INDENT + more for more in rest)]
    figures = "".join(
        _GAP + padded(cell, size, right=True) for cell, size in zip(line.cells, sizes, strict=True)
    )
    bold = line.row is None or line.row.role in {"head", "subtotal", "total"}
    for place, text in enumerate(label):
        shown = line.indent + text
        if place == len(label) - 1:
            shown = padded(shown, name) + figures
        yield _styled(shown.rstrip(), _BOLD, options) if bold else shown
