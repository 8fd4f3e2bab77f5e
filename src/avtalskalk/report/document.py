"""A report before any format: its title and sections of texts and typed tables, data only."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.report.workbook import WorkbookSheet

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


class Cell(NamedTuple):
    """A value in a table and a mark after it, such as ``*`` for a conditional amount.

    ``target`` is the anchor of a section that says more, where a format can lead there.  ``kind``
    is what the value is where that is another than its column's.
    """

    value: Value
    mark: str = ""
    target: str = ""
    kind: Kind | None = None


class Column(NamedTuple):
    """One column: its title and what its cells are.

    For money, ``digits`` is the power of ten that makes minor units what is shown (2: kronor,
    5: thousands of kronor) and ``decimals`` how many of them are written.  Shares have so many
    ``places`` (None: as many as each needs).
    """

    title: str
    kind: Kind
    digits: int = 2
    decimals: int = 0
    places: int | None = None


class Row(NamedTuple):
    """One row; ``level`` is how far its first cell is indented."""

    cells: tuple[Cell, ...]
    role: Role = "body"
    level: int = 0


class Slider(NamedTuple):
    """An input with its values in words, and the place of that which the table has."""

    name: str
    values: tuple[str, ...]
    place: int


class Sliders(NamedTuple):
    """Inputs that the reader of a page can move, and what the table then shows, computed before.

    ``figures`` are for every combination of values, the last slider quickest, the cells of the
    table's rows but for headings and the first cell of each.
    """

    sliders: tuple[Slider, ...]
    figures: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A grid with its title, what it shows, and the notes that stand below it.

    Where nothing can be moved, a table with ``sliders`` is that of the values they stand at.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    sliders: Sliders | None = None

    def __post_init__(self) -> None:
        """Every row has a cell for every column."""
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            message = f"a row of {self.title!r} does not fit its columns"
            raise ValueError(message)


class Paragraph(NamedTuple):
    """Running text."""

    text: str


class Bullets(NamedTuple):
    """A list, one text for each point."""

    points: tuple[str, ...]


class Series(NamedTuple):
    """One row of figures in a chart, one for each of its places, as a table's cells hold them."""

    name: str
    values: tuple[Value, ...]


class Chart(NamedTuple):
    """Amounts as bars, those of the series on top of each other; a table has the same figures.

    ``column`` says what the figures are; ``about`` is what a reader hears who cannot see it.  With
    ``starts`` it is a bridge: a bar of the only series begins there, in minor units, and goes as
    far as its figure and to the side of its sign; the first and the last begin at zero.
    """

    title: str
    about: str
    column: Column
    places: tuple[str, ...]
    series: tuple[Series, ...]
    starts: tuple[int, ...] = ()

    def column_of(self, place: int) -> Column:
        """What the figures at a place are: those between the ends of a bridge are differences."""
        between = self.starts and 0 < place < len(self.places) - 1
        return self.column._replace(kind="difference") if between else self.column


class Stretch(NamedTuple):
    """Days in a time line, both ends included: certain or only possible, and with an end or not."""

    first: date
    last: date
    certain: bool = True
    goes_on: bool = False


class Lane(NamedTuple):
    """A row of a time line: what it is of, its stretches and its days."""

    name: str
    stretches: tuple[Stretch, ...]
    days: tuple[date, ...]


class Timeline(NamedTuple):
    """Stretches and days from one day to another; the text beside has what must be known of them.

    ``about`` is what a reader hears who cannot see it.
    """

    about: str
    first: date
    last: date
    lanes: tuple[Lane, ...]

    def part(self, day: date) -> Fraction:
        """How much of the time is before a day, from 0 to 1."""
        inside = min(max(day, self.first), self.last)
        return Fraction((inside - self.first).days, (self.last - self.first).days + 1)


TextBlock = Paragraph | Bullets | Table | Timeline | Diagnostic
"""A diagnostic is laid out as a message, with its place in the file."""

Block = TextBlock | Chart
"""Formats of plain text leave charts out."""


class Section(NamedTuple):
    """What stands under one heading; without one it only follows the section before.

    One that is ``folded`` is opened by those who want it, where a format can do that.
    """

    heading: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    folded: bool = False


class Document(NamedTuple):
    """A title, which may be empty where a table has it, and sections in reading order.

    ``sheets`` compute the same figures, in a format that can; they stand before the sections.
    """

    title: str
    sections: tuple[Section, ...]
    sheets: tuple[WorkbookSheet, ...] = ()


def of_blocks(*blocks: Block) -> Document:
    """Blocks that follow each other and need no title."""
    return Document("", (Section("", blocks),))
