"""Reports in Markdown: pipe tables that read well as they stand, too."""

import re
from collections.abc import Iterable, Iterator, Sequence

from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Statement
from avtalskalk.report.document import Block, Bullets, Document, Heading, Paragraph
from avtalskalk.report.options import Options
from avtalskalk.report.table import BLANK, Cell, Column, Row, Table, written
from avtalskalk.report.views import Report
from avtalskalk.report.widths import padded, width
from avtalskalk.words import Language
from avtalskalk.words.formats import NO_BREAK, safe

# An indent that Markdown does not take away.
_INDENT = "\u2003"

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
# What makes a list, a heading or a quote when a line begins with it.
_OPENING = re.compile(r"^(#|>|[-+](?=\s|$)|=+$|\d+(?=[.)](?:\s|$)))")


def writer(options: Options) -> "_Writer":
    """The writer of Markdown."""
    return _Writer(options)


class _Writer:
    def __init__(self, options: Options) -> None:
        self._language = options.language
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
            self._spool.write([self._between, block(table, self._language)])
            self._between = "\n"


def document(whole: Document, language: Language) -> str:
    """A document's blocks with an empty line between them."""
    return "\n".join(block(one, language) for one in whole.blocks)


def block(one: Block, language: Language) -> str:
    """One block, each line ended."""
    match one:
        case Heading(text, level):
            return f"{'#' * level} {escaped(text)}\n"
        case Paragraph(text):
            return f"{escaped(text)}\n"
        case Bullets(points):
            return "".join(f"- {escaped(point)}\n" for point in points)
        case Table():
            return "\n".join(_table(one, language))


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    text = safe(text).replace("&", "&amp;").replace("<", "&lt;")
    text = _SPECIAL.sub(r"\\\1", text)
    return _OPENING.sub(lambda found: _without_meaning(found[0]), text)


def _without_meaning(opening: str) -> str:
    """A backslash takes the meaning from a sign; before a number it stands after it."""
    return f"{opening}\\" if opening.isdigit() else f"\\{opening}"


def _table(table: Table, language: Language) -> Iterator[str]:
    """Heading, what it shows, the grid and the notes, to be joined by line breaks."""
    yield f"## {escaped(table.title)}\n"
    if table.subtitle:
        yield f"{escaped(table.subtitle)}\n"
    if table.rows:
        yield "".join(_lines(_grid(table, language), table.columns))
    if table.notes:
        yield "".join(f"- {escaped(note)}\n" for note in table.notes)


def _grid(table: Table, language: Language) -> list[list[str]]:
    """The titles and the rows as text; sums are bold."""
    return [
        [escaped(column.title) for column in table.columns],
        *(_cells(row, table.columns, language) for row in table.rows),
    ]


def _cells(row: Row, columns: Sequence[Column], language: Language) -> list[str]:
    bold = "**" if row.role in {"head", "subtotal", "total"} else ""
    texts = [_text(cell, column, language) for cell, column in zip(row.cells, columns, strict=True)]
    marked = [f"{bold}{text}{bold}" if text and text[0] != "`" else text for text in texts]
    return [_INDENT * row.level + marked[0], *marked[1:]]


def _text(cell: Cell, column: Column, language: Language) -> str:
    if column.kind == "bar" and cell.value != BLANK:
        # As code its signs are equally wide, and its spaces stay.
        return f"`{written(cell, column, language).replace(' ', NO_BREAK)}`"
    return escaped(written(cell, column, language) + cell.mark)


def _lines(grid: list[list[str]], columns: Sequence[Column]) -> Iterator[str]:
    """The grid with its pipes in line; figures to the right."""
    sizes = [max(3, *map(width, cells)) for cells in zip(*grid, strict=True)]
    right = [column.kind not in {"text", "bar"} for column in columns]
    for place, cells in enumerate(grid):
        filled = (
            padded(cell, size, right=to_right)
            for cell, size, to_right in zip(cells, sizes, right, strict=True)
        )
        yield f"| {' | '.join(filled)} |\n"
        if place == 0:
            rules = (
                f"{'-' * (size - 1)}:" if to_right else "-" * size
                for size, to_right in zip(sizes, right, strict=True)
            )
            yield f"| {' | '.join(rules)} |\n"
