"""Reports and messages for a terminal: rich draws them, here stands what it does not decide.

That is: which columns there is room for, where a name is folded, and that no figure is ever cut
or torn apart (rich breaks lines at no-break spaces, which are what groups the digits).  Rich is
imported when there is a table or a colour to draw, and the rest where it is used: a start that
shows one table waits for no more than that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.formats.blocks import blocks_apart
from avtalskalk.formats.cells import BAR_COLUMNS, bar, bar_title, begins_sums, cell_text
from avtalskalk.report.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Paragraph,
    Role,
    Table,
)
from avtalskalk.report.options import Options
from avtalskalk.report.widths import fold, width
from avtalskalk.words import Language
from avtalskalk.words.formats import safe

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

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
    heading = partial(_heading, options=options)
    return blocks_apart(documents, heading, heading, partial(_block, options=options))


def _heading(text: str, options: Options) -> str:
    return _painted(_plain(safe(text), _columns(options), _BOLD), options)


def _block(block: Block, options: Options) -> str:
    """One block, each line ended."""
    columns = _columns(options)
    match block:
        case Paragraph(text):
            return _painted(_plain(safe(text), columns), options)
        case Bullets(points):
            return _painted(_hanging(map(safe, points), _BULLET, columns), options)
        case Table():
            return "".join(_table(block, options))
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
    from rich.text import Text

    return _drawn(Text("\n").join(Text.assemble(*line) for line in shown), options)


def _drawn(what: "RenderableType", options: Options) -> str:
    """What rich makes of something, the same in every terminal; nothing is cut or wrapped."""
    from io import StringIO

    from rich.console import Console

    console = Console(
        file=StringIO(),
        # Widths are decided here; without both of these rich would ask the terminal.
        width=_UNBOUNDED,
        height=1,
        color_system="standard" if options.color else None,
        force_terminal=options.color,
        force_interactive=False,
        force_jupyter=False,
        no_color=not options.color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(what, soft_wrap=True)
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
            yield _part_drawn(part, options, columns, bars if len(parts) == 1 else [])
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
    return [line._replace(cells=(*line.cells[:kept], *line.cells[start:stop])) for line in grid]


def _part_drawn(
    part: list[_TextLine], options: Options, room: int, bars: Sequence[Cell] = ()
) -> str:
    """A part of the grid: a rule below the titles and above each kind of total."""
    from rich.box import HORIZONTALS
    from rich.table import Table as Drawing

    # Nothing is padded and widths are given: rich takes twice as long where it must find them.
    drawing = Drawing(
        box=HORIZONTALS, show_edge=False, padding=0, header_style=_BOLD, border_style=_DIM
    )
    titles, *rows = part
    sizes = [max(map(width, column)) for column in zip(*(line.cells for line in part), strict=True)]
    left = room - sum(_GAP + size for size in sizes)
    bar_columns = _bar_columns(part, left) if bars else 0
    longest = max(width(line.indent + line.label) for line in part)
    name = max(min(left - (_GAP + bar_columns if bar_columns else 0), longest), 1)
    drawing.add_column(titles.label, vertical="bottom", no_wrap=True)
    for title, size in zip(titles.cells, sizes, strict=True):
        # Rich itself puts one column between two.
        room_for = size + _GAP - 1
        drawing.add_column(
            _figure(title), justify="right", vertical="bottom", no_wrap=True, width=room_for
        )
    if bar_columns:
        above = _bar_room(bar_title(bar_columns))
        drawing.add_column(above, vertical="bottom", no_wrap=True)
    for line, after, drawn in zip_longest(rows, rows[1:], bars):
        bar_text = ""
        if bar_columns and isinstance(drawn.value, Fraction):
            bar_text = bar(drawn.value, bar_columns)
        drawing.add_row(
            _name(line, name),
            *map(_figure, line.cells),
            *([_bar_room(bar_text)] if bar_columns else []),
            style=_BOLD if line.role in {"head", "subtotal", "total"} else _PLAIN,
            end_section=after is not None and begins_sums(after.role, line.role),
        )
    return _drawn(drawing, options)


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


def _bar_room(text: str) -> "Text":
    """A bar with its distance to the figures, as far as rich does not keep it itself."""
    from rich.text import Text

    return Text(" " * (_GAP - 1) + text)


def _name(line: _TextLine, columns: int) -> "Text":
    """A name, folded with its further lines indented."""
    from rich.text import Text

    room = columns - len(line.indent)
    first, *rest = [line.label]
    if width(line.label) > room:
        first, *rest = fold(line.label, max(room - len(_INDENT), 1))
    return Text("\n".join((line.indent + first, *(line.indent + _INDENT + more for more in rest))))


def _figure(text: str) -> "RenderableType":
    """A figure; the place of a mark that it does not have stays empty."""
    from rich.padding import Padding
    from rich.text import Text

    if text.endswith(" "):
        return Padding(Text(text[:-1]), (0, 1, 0, 0))
    return Text(text)
