"""Reports in Markdown: pipe tables that read well as they stand, too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.formats.blocks import blocks_apart
from avtalskalk.formats.cells import cell_text
from avtalskalk.report.document import (
    BLANK,
    Bullets,
    Column,
    Document,
    Paragraph,
    Table,
    TextBlock,
    Timeline,
)
from avtalskalk.report.options import Options
from avtalskalk.report.widths import padded, width
from avtalskalk.words import Language
from avtalskalk.words.formats import NO_BREAK, safe

# An indent that Markdown does not take away.
_INDENT = "\u2003"

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
# What makes a list, a heading or a quote when a line begins with it.
_OPENING = re.compile(r"^(#|>|[-+](?=\s|$)|[-=]+$|\d+(?=[.)](?:\s|$)))")
_TIMELINE_COLUMNS = 80
_FENCE = re.compile("`+")


def write(documents: Iterable[Document], options: Options) -> Iterator[bytes]:
    """Documents in Markdown, their titles as headings of the first level."""
    block = partial(_block, language=options.language)
    return blocks_apart(documents, partial(_heading, "#"), partial(_heading, "##"), block)


def _heading(mark: str, text: str) -> str:
    return f"{mark} {escaped(text)}\n"


def _block(block: TextBlock, language: Language) -> str:
    """One block, each line ended."""
    match block:
        case Paragraph(text):
            return f"{escaped(text)}\n"
        case Bullets(points):
            return "".join(f"- {escaped(point)}\n" for point in points)
        case Table():
            return "\n".join(_table(block, language))
        case Timeline():
            from avtalskalk.formats.timelines import text_lines

            lines = text_lines(block, _TIMELINE_COLUMNS)
            return "".join(f"{line}\n" for line in ("```text", *lines, "```"))
        case Diagnostic():
            from avtalskalk.report.messages import message

            # As code, between fences that are longer than any in it.
            text = message(block, language)
            fence = "`" * max([3, *(len(run) + 1 for run in _FENCE.findall(text))])
            return f"{fence}text\n{text}\n{fence}\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    text = safe(text).replace("&", "&amp;").replace("<", "&lt;")
    text = _SPECIAL.sub(r"\\\1", text)
    # A backslash takes the meaning from a sign; before a number it stands after it.
    opening = _OPENING.match(text)
    if opening is None:
        return text
    sign, rest = opening[0], text[opening.end() :]
    return f"{sign}\\{rest}" if sign.isdigit() else f"\\{sign}{rest}"


def _table(table: Table, language: Language) -> Iterator[str]:
    """Heading, what it shows, the grid and the notes, to be joined by line breaks."""
    yield f"## {escaped(table.title)}\n"
    if table.subtitle:
        yield f"{escaped(table.subtitle)}\n"
    if table.rows:
        yield "".join(_lines(list(_grid(table, language)), table.columns))
    if table.notes:
        yield "".join(f"- {escaped(note)}\n" for note in table.notes)


def _grid(table: Table, language: Language) -> Iterator[list[str]]:
    """The titles and the rows as text; sums are bold."""
    yield [escaped(column.title) for column in table.columns]
    for row in table.rows:
        bold = "**" if row.role in {"head", "subtotal", "total"} else ""
        texts = []
        for cell, column in zip(row.cells, table.columns, strict=True):
            text = cell_text(cell, column, language)
            if column.kind == "bar" and cell.value != BLANK:
                # As code its signs are equally wide, and its spaces stay.
                texts.append(f"`{text.replace(' ', NO_BREAK)}`")
            else:
                text = escaped(text + cell.mark)
                texts.append(f"{bold}{text}{bold}" if text else "")
        yield [_INDENT * row.level + texts[0], *texts[1:]]


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
