"""Reports and messages for a terminal, line by line; rich colours them.

Which columns there is room for, and where a name is folded, is decided here: no figure is ever cut
or torn apart.  Rich is imported when there is a colour to draw.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.formats.blocks import blocks_apart
from avtalskalk.formats.cells import BAR_COLUMNS, bar, bar_title, begins_sums, cell_text
from avtalskalk.report.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Paragraph,
    Role,
    Table,
    TextBlock,
    Timeline,
)
from avtalskalk.report.options import Options
from avtalskalk.report.widths import fold, padded, width
from avtalskalk.words import Language
from avtalskalk.words.formats import safe

_GAP = 2
_INDENT = "  "
_BULLET = "• "

# A name is folded rather than narrower than this; below it, columns go to a table of their own.
_NARROWEST_NAME = 24
_NARROWEST = 20
_NARROWEST_BAR = 5
_NARROWEST_BESIDE_BAR = 18

_BOLD, _DIM, _PLAIN = "bold", "dim", ""
_SEVERITY = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}

# Wider than anything that is drawn.
_UNBOUNDED = 1 << 20

_Piece = tuple[str, str]
"""A text and its style."""


def write(documents: Iterable[Document], options: Options) -> Iterator[bytes]:
    """Documents as they are drawn in a terminal of a width, perhaps in colour."""

    def heading(text: str) -> str:
        return _painted(_plain(safe(text), _columns(options), _BOLD), options)

    return blocks_apart(documents, heading, heading, partial(_block, options=options))


def _block(block: TextBlock, options: Options) -> str:
    """One block, each line ended."""
    columns = _columns(options)
    match block:
        case Paragraph(text):
            return _painted(_plain(safe(text), columns), options)
        case Bullets(points):
            return _painted(_hanging(map(safe, points), _BULLET, columns), options)
        case Table():
            return "".join(_table(block, options))
        case Timeline():
            from avtalskalk.formats.timelines import text_lines

            return "".join(f"{line}\n" for line in text_lines(block, columns))
        case Diagnostic():
            return message(block, options)


def _columns(options: Options) -> int:
    return max(options.width, _NARROWEST)


def message(diagnostic: Diagnostic, options: Options) -> str:
    """A diagnostic in the one layout of messages, coloured where that is wanted; lines ended."""
    from avtalskalk.report.messages import lines

    severity = _SEVERITY[diagnostic.severity]
    styles = {"caret": severity, "where": _DIM}
    shown: list[list[_Piece]] = []
    for role, text in lines(diagnostic, options.language, max(options.width, 40)):
        if role == "head":
            label, colon, rest = text.partition(":")
            shown.append([(label, severity), (colon, _PLAIN), (rest, _BOLD)])
        else:
            shown.append([(text, styles.get(role, _PLAIN))])
    return _painted(shown, options)


# --- Running text ----------------------------------------------------------------------------


def _plain(text: str, columns: int, style: str = _PLAIN) -> Iterator[list[_Piece]]:
    """A text folded to the width."""
    return ([(line, style)] for line in fold(text, columns))


def _hanging(texts: Iterable[str], opening: str, columns: int) -> Iterator[list[_Piece]]:
    """Texts that each begin at the margin, their further lines indented."""
    for text in texts:
        first, *rest = fold(text, columns - len(_INDENT))
        yield [(opening + first, _PLAIN)]
        yield from ([(_INDENT + line, _PLAIN)] for line in rest)


def _painted(shown: Iterable[Sequence[_Piece]], options: Options) -> str:
    """Lines in their styles, each ended; where there is no colour they are ready as they stand."""
    if not options.color:
        return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in shown)
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=StringIO(),
        # Widths are decided here; without both of these rich would ask the terminal.
        width=_UNBOUNDED,
        height=1,
        color_system="standard",
        force_terminal=True,
        force_interactive=False,
        force_jupyter=False,
        no_color=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as capture:
        text = Text("\n").join(Text.assemble(*line) for line in shown)
        console.print(text, soft_wrap=True)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().split("\n")[:-1])


# --- Tables ----------------------------------------------------------------------------------


class _TextLine(NamedTuple):
    """A row as text: a label with its indent, and the other cells with their marks."""

    indent: str
    label: str
    cells: tuple[str, ...]
    role: Role


def _table(table: Table, options: Options) -> Iterator[str]:
    """Title, what it shows, the grid in as many parts as the width asks for, and the notes."""
    columns = _columns(options)
    yield _painted(_plain(safe(table.title), columns, _BOLD), options)
    if table.subtitle:
        yield _painted(_plain(safe(table.subtitle), columns), options)
    if table.rows:
        bars: list[Cell] = []
        if table.columns[-1].kind == "bar":
            bars = [row.cells[-1] for row in table.rows]
            rows = tuple(row._replace(cells=row.cells[:-1]) for row in table.rows)
            table = replace(table, columns=table.columns[:-1], rows=rows)
        parts = list(_parts(_grid(table, options.language), table.columns, columns))
        for part in parts:
            yield "\n"
            # Bars are for the eye, the figures beside them say the same: no part is for them alone.
            drawn = _part_drawn(part, columns, bars if len(parts) == 1 else [])
            yield _painted(drawn, options)
    if table.notes:
        yield "\n"
        yield _painted(_hanging(table.notes, "", columns), options)


def _grid(table: Table, language: Language) -> list[_TextLine]:
    """The table's cells as text, marks in a place of their own so that digits stand in line."""
    marked = [any(row.cells[c].mark for row in table.rows) for c in range(len(table.columns))]
    head, *titles = (
        column.title + " " * has for column, has in zip(table.columns, marked, strict=True)
    )
    lines = [_TextLine("", head, tuple(titles), "head")]
    for row in table.rows:
        label, *cells = (
            cell_text(cell, column, language) + (f"{cell.mark:1}" if has else "")
            for cell, column, has in zip(row.cells, table.columns, marked, strict=True)
        )
        lines.append(_TextLine(_INDENT * row.level, label, tuple(cells), row.role))
    return lines


def _parts(
    grid: list[_TextLine], columns: Sequence[Column], room: int
) -> Iterator[list[_TextLine]]:
    """The grid cut into as few parts as fit, each with the labels and shares again."""
    kept = 1 if len(columns) > 1 and columns[1].kind == "percent" else 0
    sizes = [max(width(line.cells[c]) for line in grid) for c in range(len(columns) - 1)]
    name = min(_NARROWEST_NAME, max(width(line.indent + line.label) for line in grid))
    fixed = name + sum(_GAP + size for size in sizes[:kept])
    start, used = kept, fixed
    for place in range(kept, len(sizes)):
        used += _GAP + sizes[place]
        if used > room and place > start:
            yield _part(grid, kept, start, place)
            start, used = place, fixed + _GAP + sizes[place]
    yield _part(grid, kept, start, len(sizes))


def _part(grid: list[_TextLine], kept: int, start: int, stop: int) -> list[_TextLine]:
    """Some columns of the grid; a row with nothing there is left out, unless it heads others."""
    part: list[_TextLine] = []
    for place, line in enumerate(grid):
        cells = line.cells[start:stop]
        below = grid[place + 1].indent if place + 1 < len(grid) else ""
        if any(cells) or not any(line.cells[kept:]) or len(below) > len(line.indent):
            part.append(line._replace(cells=(*line.cells[:kept], *cells)))
    return part


def _part_drawn(
    part: list[_TextLine], room: int, bars: Sequence[Cell] = ()
) -> Iterator[list[_Piece]]:
    """A part of the grid: a rule below the titles and above each kind of total."""
    titles, *rows = part
    sizes = [max(map(width, column)) for column in zip(*(line.cells for line in part), strict=True)]
    left = room - sum(_GAP + size for size in sizes)
    bar_columns = _bar_columns(part, left) if bars else 0
    longest = max(width(line.indent + line.label) for line in part)
    bar_room = _GAP + bar_columns if bar_columns else 0
    name = max(min(left - bar_room, longest), 1)
    names = [[titles.label], *(_name_lines(line, name) for line in rows)]
    widest = max(width(text) for lines in names for text in lines)
    rule = [("─" * (widest + sum(_GAP + size for size in sizes) + bar_room), _DIM)]
    before = titles
    for place, line in enumerate(part):
        if before is titles is not line or begins_sums(line.role, before.role):
            yield rule
        before = line
        style = _BOLD if line.role in {"head", "subtotal", "total"} else _PLAIN
        # The figures stand on the last line of a name that is folded.
        *folded, name_line = names[place]
        yield from ([(text, style)] for text in folded)
        cells = [
            padded(cell, size, right=True) for cell, size in zip(line.cells, sizes, strict=True)
        ]
        if bar_columns and line is titles:
            cells.append(bar_title(bar_columns))
        elif bar_columns and isinstance(part_of_bar := bars[place - 1].value, Fraction):
            cells.append(bar(part_of_bar, bar_columns))
        yield [((" " * _GAP).join([padded(name_line, widest), *cells]), style)]


def _bar_columns(part: list[_TextLine], left: int) -> int:
    """How wide bars can be beside the figures; 0 where there is no room for them."""
    longest = max(width(line.indent + line.label) for line in part)
    # Rather a name on two lines than no bars.
    for name in (longest, _NARROWEST_NAME, _NARROWEST_BESIDE_BAR):
        columns = min(left - min(name, longest) - _GAP, BAR_COLUMNS)
        # An odd number: the line that bars start from stands in the middle.
        columns -= columns % 2 == 0
        if columns >= _NARROWEST_BAR:
            return columns
    return 0


def _name_lines(line: _TextLine, columns: int) -> list[str]:
    """A name, folded with its further lines indented."""
    room = columns - len(line.indent)
    if width(line.label) <= room:
        return [line.indent + line.label]
    first, *rest = fold(line.label, max(room - len(_INDENT), 1))
    return [line.indent + first, *(line.indent + _INDENT + more for more in rest)]
