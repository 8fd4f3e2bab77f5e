"""The typed grid that every view makes and every format writes."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple, assert_never

from avtalskalk.report.bars import bar
from avtalskalk.words import Language
from avtalskalk.words.formats import money, number, percent, phrase, roughly, safe, signed

Kind = Literal["text", "money", "percent", "count", "difference", "relative", "bar"]
"""A difference is money, and a relative one a part of what it differs from, with their signs; a
bar goes from -1 to 1."""

Role = Literal["head", "body", "subtotal", "sum", "total"]
"""A heading without figures, a part, a sum with its parts below, a party's or group's sum over
all parts above, the grand total."""

Value = str | int | Fraction | tuple[Fraction, ...] | None
"""What a cell holds: text, minor units or a count, a share or several that follow each other in
time, or None for a figure that is missing.  An empty text is an empty cell."""

BLANK = ""
NOTHING = "–"
"""What does not exist, such as a party in a year before it joined; not the same as missing."""


BAR_COLUMNS = 21
"""How wide a bar is where nothing asks for less."""


class Cell(NamedTuple):
    """A value in a table and a mark after it, such as ``*`` for a conditional amount."""

    value: Value
    mark: str = ""


class Column(NamedTuple):
    """One column: its title and what its cells are.

    For money, ``digits`` is the power of ten that makes minor units what is shown (2: kronor,
    5: thousands of kronor) and ``decimals`` how many of them are written.
    """

    title: str
    kind: Kind
    digits: int = 2
    decimals: int = 0


class Row(NamedTuple):
    """One row; ``level`` is how far its first cell is indented."""

    cells: tuple[Cell, ...]
    role: Role = "body"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid with its title, what it shows, and the notes that stand below it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    subtitle: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Every row has a cell for every column."""
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            message = f"a row of {self.title!r} does not fit its columns"
            raise ValueError(message)


def written(cell: Cell, column: Column, language: Language) -> str:
    """A cell as text, without its mark."""
    match cell.value:
        case None:
            return phrase("missing", language)
        case str() as text:
            return safe(text)
        case tuple() as shares:
            return _shares(shares, language)
        case Fraction() as part if column.kind == "relative":
            return signed(percent(part, language, 1), part)
        case Fraction() as part if column.kind == "bar":
            return bar(part, BAR_COLUMNS)
        case Fraction() as one:
            return roughly(one, language)
        case int() as minor if column.kind in {"money", "difference"}:
            text = money(minor, column.digits, language, column.decimals)
            return signed(text, minor) if column.kind == "difference" else text
        case int() as count:
            return number(count, language)
        case _:
            assert_never(cell.value)


def _shares(shares: tuple[Fraction, ...], language: Language) -> str:
    """Shares that follow each other: ``70 → 50 %``, only the first and the last of many."""
    texts = [roughly(one, language) for one in shares]
    if any(text.endswith("%") for text in texts):
        # A fraction beside percents cannot be compared with them, so it is percent too.
        texts = [
            text if text.endswith("%") else percent(one, language, 2)
            for text, one in zip(texts, shares, strict=True)
        ]
        sign = "\u00a0%" if language == "sv" else "%"
        texts[:-1] = [text.removesuffix(sign) for text in texts[:-1]]
    most = 3
    if len(texts) > most:
        texts = [texts[0], "…", texts[-1]]
    return " → ".join(texts)
