"""A sheet that is being made, row by row: what is put in a cell can be named by later formulas."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from avtalskalk.features.workbook.expression import Expression, constant
from avtalskalk.report.workbook import FIRST_ROW, CellKind, RowRole, WorkbookCell, WorkbookRow


@dataclass(slots=True)
class SheetDraft:
    """A sheet's name, its columns by what they are called here, and its rows."""

    name: str
    columns: Mapping[str, CellKind]
    rows: list[WorkbookRow] = field(default_factory=list)

    def row(self, texts: Mapping[str, str], role: RowRole = "body") -> int:
        """A new row with texts, those that there is a column for; its place."""
        cells = {}
        for place, column in enumerate(self.columns):
            if texts.get(column):
                cells[place] = WorkbookCell(texts[column], "text")
        self.rows.append(WorkbookRow(cells, role))
        return len(self.rows) - 1

    def place(self, row: int, column: str) -> tuple[str, str, int]:
        """Where a cell is: the sheet, the column's letter and the row's number."""
        return self.name, chr(ord("A") + [*self.columns].index(column)), FIRST_ROW + row

    def put(
        self, row: int, column: str, content: Expression, kind: CellKind | None = None
    ) -> Expression:
        """Fill a cell with a formula, or with a number where that is all it is; the cell's name."""
        number = content == constant(content.value) and "/" not in content.text
        self.cell(row, column, content.value, "" if number else content.text, kind)
        return self.named(row, column, content.value)

    def named(self, row: int, column: str, value: Fraction) -> Expression:
        """A cell's name as part of a formula."""
        sheet, letter, number = place = self.place(row, column)
        return Expression(f"{sheet}!{letter}{number}", value, place=place)

    def cell(
        self,
        row: int,
        column: str,
        value: Fraction | str,
        formula: str = "",
        kind: CellKind | None = None,
        *,
        entry: bool = False,
    ) -> None:
        """Fill a cell; a formula names cells of its own sheet without the sheet."""
        formula = formula.replace(f"{self.name}!", "")
        cell = WorkbookCell(value, kind or self.columns[column], formula, entry)
        self.rows[row].cells[[*self.columns].index(column)] = cell

    def span(self, column: str) -> str:
        """All of a column's cells, as part of a formula."""
        sheet, letter, first = self.place(0, column)
        return f"{sheet}!{letter}{first}:{letter}{max(first, first + len(self.rows) - 1)}"
