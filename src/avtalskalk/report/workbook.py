"""Sheets whose cells compute, before any format: typed cells, some with a formula beside."""

from fractions import Fraction
from typing import Literal, NamedTuple

CellKind = Literal["text", "money", "minor", "exact", "share", "number", "control"]
"""Money is in the currency's main unit and ``minor`` in whole minor units, ``exact`` with parts of
them; a control says how a figure compares with the one that was calculated."""

RowRole = Literal["body", "subtotal", "total"]

FIRST_ROW = 5
"""The row of a sheet's first cells, counted from 1: above are title, two lines and the columns'."""


class WorkbookCell(NamedTuple):
    """A number or a text, as calculated; ``formula`` gives the same where the sheet computes it.

    An ``entry`` is what the reader may change.
    """

    value: Fraction | str
    kind: CellKind
    formula: str = ""
    entry: bool = False


class WorkbookColumn(NamedTuple):
    """One column: its title and what most of its cells are."""

    title: str
    kind: CellKind


class WorkbookRow(NamedTuple):
    """One row: its cells by their columns' places, those that are not empty."""

    cells: dict[int, WorkbookCell]
    role: RowRole = "body"


class WorkbookChart(NamedTuple):
    """Bars of a column's values: the title, the places of names and values, and the rows."""

    title: str
    about: str
    names: int
    values: int
    first: int
    last: int


class WorkbookSheet(NamedTuple):
    """One sheet: its name (letters alone), a title, two lines below it, columns, rows and a chart.

    ``warnings`` are controls that stand out, with their colours.
    """

    name: str
    title: str
    lines: tuple[WorkbookCell, WorkbookCell]
    columns: tuple[WorkbookColumn, ...]
    rows: tuple[WorkbookRow, ...]
    warnings: tuple[tuple[str, str], ...] = ()
    chart: WorkbookChart | None = None
