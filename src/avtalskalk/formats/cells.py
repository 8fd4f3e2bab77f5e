"""A table's cells as text, as every format for people has them."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import assert_never

from avtalskalk.money import half_up
from avtalskalk.report.document import Cell, Column, Role, Row, Table
from avtalskalk.report.widths import width
from avtalskalk.words import Language
from avtalskalk.words.formats import money, number, percent, phrase, roughly, safe, signed

_APART, _INDENT = 3, 2

BAR_COLUMNS = 21
"""How wide a bar is where nothing asks for less."""

_MOST_SHARES = 3

_AXIS = "│"
_WHOLE, _LEFT_END, _RIGHT_END = "█", "▐", "▌"


def cell_text(cell: Cell, column: Column, language: Language) -> str:
    """A cell as text, without its mark."""
    kind = cell.kind or column.kind
    match cell.value:
        case None:
            return phrase("missing", language)
        case str() as text:
            return safe(text)
        case tuple() as shares:
            # Shares that follow each other: ``70 → 50 %``, only the first and the last of many.
            texts = [_share(share, column, language) for share in shares]
            if any(text.endswith("%") for text in texts):
                # A fraction beside percents cannot be compared with them, so it is percent too.
                texts = [
                    text if text.endswith("%") else percent(share, language, 2)
                    for text, share in zip(texts, shares, strict=True)
                ]
                sign = "\u00a0%" if language == "sv" else "%"
                texts[:-1] = [text.removesuffix(sign) for text in texts[:-1]]
            if len(texts) > _MOST_SHARES:
                texts = [texts[0], "…", texts[-1]]
            return " → ".join(texts)
        case Fraction() as part if kind == "relative":
            return signed(_share(part, column, language, 1), part)
        case Fraction() as part if kind == "bar":
            return bar(part, BAR_COLUMNS)
        case Fraction() as share:
            return _share(share, column, language)
        case int() as minor if kind in {"money", "difference"}:
            text = money(minor, column.digits, language, column.decimals)
            return signed(text, minor) if kind == "difference" else text
        case int() as count:
            return number(count, language)
        case _:
            assert_never(cell.value)


def _share(share: Fraction, column: Column, language: Language, usual: int | None = None) -> str:
    """A share with the decimals of its column, or else the usual ones, or as at a glance."""
    if column.places is not None:
        return percent(share, language, column.places, forced=True)
    return roughly(share, language) if usual is None else percent(share, language, usual)


def without_bars(table: Table) -> Table:
    """A table without its bars, for formats that draw none: the figures beside say the same."""
    shown = [place for place, column in enumerate(table.columns) if column.kind != "bar"]
    columns = tuple(table.columns[place] for place in shown)
    rows = tuple(row._replace(cells=tuple(row.cells[p] for p in shown)) for row in table.rows)
    return replace(table, columns=columns, rows=rows)


def row_texts(row: Row, columns: Sequence[Column], language: Language) -> list[str]:
    """A row's cells as text with their marks."""
    cells = zip(row.cells, columns, strict=True)
    return [cell_text(cell, column, language) + cell.mark for cell, column in cells]


def column_widths(table: Table, language: Language, folded: int = 30) -> list[int]:
    """About how many characters each column needs, when longer texts are folded."""
    # A title may stand on as many lines as it has words.
    texts = [[max(column.title.split(), key=width, default="") for column in table.columns]]
    for row in table.rows:
        first, *others = row_texts(row, table.columns, language)
        texts.append([" " * _INDENT * row.level + first, *others])
    columns = zip(*texts, strict=True)
    return [min(folded, max(map(width, column))) + _APART for column in columns]


def begins_sums(role: Role, before: Role) -> bool:
    """Whether a row begins the sums of what stands before it."""
    return role in {"sum", "total"} and role != before


def bar(value: Fraction, columns: int) -> str:
    """A value from -1 to 1 as a bar from a middle line, in an odd number of columns.

    To the left pays less, to the right more, drawn in halves of a column; what is not zero is at
    least a half.
    """
    side = columns // 2
    halves = half_up(abs(value.numerator) * 2 * side, value.denominator)
    whole, half = divmod(max(halves, 1) if value else 0, 2)
    if value < 0:
        return f"{_LEFT_END * half}{_WHOLE * whole}".rjust(side) + _AXIS + " " * side
    return " " * side + _AXIS + f"{_WHOLE * whole}{_RIGHT_END * half}".ljust(side)


def bar_title(columns: int) -> str:
    """What stands above bars: less to the left, more to the right."""
    side = columns // 2
    return "-".center(side) + _AXIS + "+".center(side)
