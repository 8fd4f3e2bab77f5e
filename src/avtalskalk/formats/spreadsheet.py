"""Documents as an Excel workbook, their figures as numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from types import MappingProxyType
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.formats.cells import begins_sums, cell_text, without_bars
from avtalskalk.formats.timelines import text_lines
from avtalskalk.report.document import (
    Bullets,
    Cell,
    Chart,
    Column,
    Document,
    Paragraph,
    Role,
    Table,
    TextBlock,
    Timeline,
)
from avtalskalk.report.options import Options
from avtalskalk.report.widths import fold, width
from avtalskalk.report.workbook import (
    FIRST_ROW,
    CellKind,
    WorkbookCell,
    WorkbookChart,
    WorkbookSheet,
)
from avtalskalk.words import Language
from avtalskalk.words.formats import decimals_of, money, safe

# What Excel takes: the length of a sheet's name and of a text, and digits that a number keeps.
_NAME_LENGTH, _TEXT_LENGTH, _NUMBER_DIGITS = 31, 32767, 15
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'"))
_TEXT_COLUMNS, _UPRIGHT = 100, 100
_WIDEST, _NARROWEST = 60, 9
_SPACED = 24
_SHARE_DECIMALS = 2
_BAR = "#2A6F97"
# How a cell that is computed is shown, whatever it comes to; smaller numbers as they are written.
_COMPUTED: Mapping[CellKind, str] = MappingProxyType(
    {
        "money": "#,##0.00",
        "minor": "#,##0",
        "exact": "#,##0.0000",
        "share": "0.00##%",
        "number": "General",
    }
)
_GROUPED = 10_000
_MUTED, _ENTRY, _EDGE = "#555C63", "#FFF4C2", "#D9CFA8"
_HIDDEN = 50
"""The first of the columns that a bridge's bars are drawn from."""

# The same files give the same bytes, so a workbook is as old as the format.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write(documents: Iterable[Document], options: Options) -> Iterator[bytes]:
    """A workbook with a sheet for each document, and for each of its sections with a heading."""
    file = BytesIO()
    # Text stays text, whatever it looks like: nothing that others wrote is run or opened.
    as_text = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(file, as_text) as workbook:
        sheets = _Sheets(workbook, options.language)
        title = ""
        for document in documents:
            title = title or document.title
            for sheet in document.sheets:
                _ComputingSheet(sheets, sheet.name).fill(sheet)
            sheets.document(document)
        sheets.end()
        workbook.set_properties({"title": safe(title), "created": _MADE})
    yield file.getvalue()


class _Sheets:
    """A workbook that is being written, its sheets' names and its cells' formats."""

    def __init__(self, workbook: Workbook, language: Language) -> None:
        self.workbook = workbook
        self.language = language
        self.names: set[str] = set()
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def document(self, document: Document) -> None:
        """A document's sheets: its texts on the first, each section with tables on its own."""
        first = None
        for section in document.sections:
            tables = [block for block in section.blocks if isinstance(block, Table | Chart)]
            sheet = first
            if first is None or tables:
                titles = [] if first else [document.title]
                titles += [section.heading, *(table.title for table in tables)]
                sheet = _Sheet(self, next(filter(None, titles), ""))
                if first is None and document.title:
                    sheet.line(document.title, {"bold": True, "font_size": 16})
            assert sheet is not None  # noqa: S101 - made above
            first = first or sheet
            if section.heading:
                sheet.line(section.heading, {"bold": True, "font_size": 14})
            for block in section.blocks:
                sheet.block(block)

    def end(self) -> None:
        """A workbook must have a sheet."""
        if not self.names:
            self.workbook.add_worksheet("avtalskalk")

    def name(self, title: str) -> str:
        """A name for a sheet that Excel takes and no other sheet has, however it is written."""
        wanted = " ".join(safe(title).translate(_FORBIDDEN_IN_NAMES).split()) or "avtalskalk"
        name, number = _cut(wanted, _NAME_LENGTH), 1
        while name.casefold() in self.names or name.casefold() == "history":
            number += 1
            suffix = f" ({number})"
            name = _cut(wanted, _NAME_LENGTH - len(suffix)) + suffix
        self.names.add(name.casefold())
        return name

    def format(self, **properties: Any) -> Any:  # noqa: ANN401 - the library's own
        """A cell's format; equal ones are one."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format(properties)
        return self.formats[key]


class _Sheet:
    """A sheet that is being filled from above; ``row`` is the next free one."""

    def __init__(self, sheets: _Sheets, title: str) -> None:
        self.sheets = sheets
        self.sheet: Worksheet = sheets.workbook.add_worksheet(sheets.name(title))
        self.row = 0
        self.widths: dict[int, int] = {}
        self.tables = 0
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.hide_gridlines(2)

    def line(self, text: str, properties: dict[str, Any]) -> None:
        """A text on lines of its own, each in the first column and reaching over the others."""
        for part in fold(safe(text), _TEXT_COLUMNS):
            self.sheet.write_string(
                self.row, 0, part[:_TEXT_LENGTH], self.sheets.format(**properties)
            )
            self.row += 1

    def block(self, block: TextBlock | Chart) -> None:
        """One block and an empty line below it."""
        match block:
            case Paragraph(text):
                self.line(text, {})
            case Bullets(points):
                for point in points:
                    self.line(f"• {point}", {})
            case Table():
                self.table(block)
            case Chart():
                self.chart(block)
            case Timeline():
                for text in text_lines(block, _TEXT_COLUMNS):
                    self.line(text, {"font_name": "Courier New"})
            case Diagnostic():
                from avtalskalk.report.messages import message

                for text in message(block, self.sheets.language).splitlines():
                    self.line(text, {"font_name": "Courier New"})
        self.row += 1

    # --- Tables ------------------------------------------------------------------------------

    def table(self, table: Table) -> None:
        """Title, what it shows, the grid and the notes."""
        self.line(table.title, {"bold": True, "font_size": 12})
        if table.subtitle:
            self.line(table.subtitle, {"font_color": _MUTED})
        table = without_bars(table)
        if table.rows:
            self.titles(table.columns)
            before: Role = "body"
            for row in table.rows:
                line_above = begins_sums(row.role, before)
                cells = zip(row.cells, table.columns, strict=True)
                for place, (cell, column) in enumerate(cells):
                    level = row.level if place == 0 else 0
                    self.cell(place, cell, column, self.look(row.role, level, line_above))
                before = row.role
                self.row += 1
        for note in table.notes:
            self.line(note, {"font_color": _MUTED, "font_size": 9})

    def titles(self, columns: Sequence[Column]) -> None:
        """The columns' titles; those of a sheet's first table stay in sight."""
        for place, column in enumerate(columns):
            align = "left" if column.kind == "text" else "right"
            look = self.sheets.format(bold=True, bottom=1, text_wrap=True, align=align)
            if column.title:
                self.sheet.write_string(self.row, place, safe(column.title), look)
            else:
                self.sheet.write_blank(self.row, place, None, look)
            self.wide(place, column.title)
        if self.tables == 0:
            self.sheet.freeze_panes(self.row + 1, 1)
            self.sheet.repeat_rows(self.row)
        self.tables += 1
        self.row += 1

    @staticmethod
    def look(role: Role, level: int, line_above: bool) -> dict[str, Any]:  # noqa: FBT001
        """How a row of a role looks."""
        look: dict[str, Any] = {"valign": "bottom"}
        if role in {"head", "subtotal", "total"}:
            look["bold"] = True
        if line_above:
            look["top"] = 1
        if level:
            look |= {"align": "left", "indent": level}
        return look

    def cell(self, place: int, cell: Cell, column: Column, look: dict[str, Any]) -> None:
        """A cell: a number where it is one that Excel keeps whole, otherwise its text."""
        text = cell_text(cell, column, self.sheets.language)
        number: Decimal | float | None = None
        pattern = ""
        match cell.value:
            case int() as minor if len(str(abs(minor))) > _NUMBER_DIGITS:
                pass  # more than a number of Excel's keeps: it is text
            case int() as minor if column.kind in {"money", "difference"}:
                number, pattern = _decimal(minor, column.digits), _pattern(column.decimals)
            case int() as count:
                number, pattern = count, _pattern(0)
            case Fraction() as share:
                places = decimals_of(share * 100)
                shown_places = _SHARE_DECIMALS if places is None else min(places, _SHARE_DECIMALS)
                shown_places = shown_places if column.places is None else column.places
                number = share.numerator / share.denominator
                pattern = f"{_pattern(shown_places)}%"
            case _:
                pass  # text, or shares that follow each other
        if (cell.kind or column.kind) in {"difference", "relative"}:
            pattern = _signed(pattern)
        if number is None:
            if column.kind != "text":
                look = {**look, "align": "right"}
            elif place == 0 and len(text) > _WIDEST:
                look = {**look, "text_wrap": True}
            shown = f"{text}{cell.mark}"[:_TEXT_LENGTH]
            if shown:
                self.sheet.write_string(self.row, place, shown, self.sheets.format(**look))
            elif look:
                self.sheet.write_blank(self.row, place, None, self.sheets.format(**look))
        else:
            mark = f'"{cell.mark}"' if cell.mark else ""
            pattern = ";".join(f"{part}{mark}" for part in pattern.split(";"))
            look = {**look, "num_format": pattern, "align": "right"}
            self.sheet.write_number(self.row, place, number, self.sheets.format(**look))
        self.wide(place, text + cell.mark, 2 * int(look.get("indent", 0)))

    def wide(self, place: int, text: str, indent: int = 0) -> None:
        """Make a column wide enough for a text."""
        size = min(max(width(text) + indent + 2, _NARROWEST), _WIDEST)
        if size > self.widths.get(place, 0):
            self.widths[place] = size
            self.sheet.set_column(place, place, size)
            if sum(self.widths.values()) > _UPRIGHT:
                self.sheet.set_landscape()

    # --- Charts ------------------------------------------------------------------------------

    def chart(self, chart: Chart) -> None:
        """Excel's own chart over the figures, which stand below it."""
        # The chart's title is the cell above them: a text of its own may be taken for a formula.
        first, last = self.row + 23, len(chart.series)
        title = [self.sheet.get_name(), first - 1, 0]
        self.sheet.write_string(first - 1, 0, safe(chart.title), self.sheets.format(bold=True))
        for number, series in enumerate(chart.series, 1):
            look = self.sheets.format(bold=True, align="right", bottom=1)
            self.sheet.write_string(first, number, safe(series.name), look)
        for number, name in enumerate(chart.places, 1):
            self.sheet.write_string(first + number, 0, safe(name))
            self.wide(0, name)
        kind = {"type": "bar", "subtype": "stacked"} if chart.starts else {"type": "bar"}
        drawn = self.sheets.workbook.add_chart(kind)
        sheet, end = self.sheet.get_name(), first + len(chart.places)
        for number, series in enumerate(chart.series, 1):
            for place, value in enumerate(series.values, 1):
                column = chart.column_of(place - 1)
                pattern = _pattern(column.decimals)
                pattern = _signed(pattern) if column.kind == "difference" else pattern
                look = self.sheets.format(num_format=pattern)
                if isinstance(value, int):
                    amount = _decimal(value, chart.column.digits)
                    self.sheet.write_number(first + place, number, amount, look)
                else:
                    text = cell_text(Cell(value), chart.column, self.sheets.language)
                    self.sheet.write_string(first + place, number, text, look)
            if chart.starts:
                self.bridge(chart, drawn, first)
                continue
            drawn.add_series(
                {
                    "name": [sheet, first, number],
                    "categories": [sheet, first + 1, 0, end, 0],
                    "values": [sheet, first + 1, number, end, number],
                    "fill": {"color": _BAR, "transparency": 60 * (last - number) // max(last, 1)},
                    "data_labels": {"value": True},
                    "gap": 40,
                }
            )
        drawn.set_title({"name": title, "name_font": {"size": 12}})
        drawn.set_legend({"position": "bottom"} if last > 1 else {"none": True})
        drawn.set_x_axis({"num_format": "#,##0", "label_position": "low"})
        drawn.set_y_axis({"reverse": True, "label_position": "low"})
        drawn.set_size({"width": 760, "height": 420})
        self.sheet.insert_chart(self.row, 0, drawn, {"description": safe(chart.about)})
        self.row = end + 1

    def bridge(self, chart: Chart, drawn: Any, first: int) -> None:  # noqa: ANN401 - the library's
        """A bridge's bars: what is below them, which is not seen, and they on each side of zero."""
        sheet, (series,) = self.sheet.get_name(), chart.series
        end = first + len(chart.places)
        labels: list[list[dict[str, Any]]] = [[], [], []]
        for place, value in enumerate(series.values):
            start, length = chart.starts[place], value if isinstance(value, int) else 0
            low, high = sorted((start, start + length))
            above, below = max(high, 0) - max(low, 0), min(low, 0) - min(high, 0)
            parts = (low if low > 0 else min(high, 0), above, below)
            text = cell_text(Cell(value), chart.column_of(place), self.sheets.language)
            for number, part in enumerate(parts):
                amount = _decimal(part, chart.column.digits)
                self.sheet.write_number(first + 1 + place, _HIDDEN + number, amount)
                labelled = number == (2 if high <= 0 and low < 0 else 1)
                labels[number].append({"value": text} if labelled else {"delete": True})
        self.sheet.set_column(_HIDDEN, _HIDDEN + 2, None, None, {"hidden": True})
        drawn.show_hidden_data()
        for number, custom in enumerate(labels):
            column = _HIDDEN + number
            drawn.add_series(
                {
                    "categories": [sheet, first + 1, 0, end, 0],
                    "values": [sheet, first + 1, column, end, column],
                    "fill": {"color": _BAR, "transparency": 50} if number else {"none": True},
                    "data_labels": {"value": True, "custom": custom} if number else {},
                    "gap": 40,
                }
            )


# --- Sheets that compute ---------------------------------------------------------------------


class _ComputingSheet(_Sheet):
    """A sheet that is laid out already: its cells' places are in its formulas."""

    def fill(self, content: WorkbookSheet) -> None:
        """Title, two lines, the columns' titles that stay in sight, the rows, and a chart."""
        format_of = self.sheets.format
        self.sheet.set_landscape()
        self.line(content.title, {"bold": True, "font_size": 16})
        for number, line in enumerate(content.lines, 1):
            self.compute(number, 0, line, {"font_color": _MUTED})
        used = max(place for row in content.rows for place in row.cells) + 1
        top, last = FIRST_ROW - 1, FIRST_ROW - 2 + len(content.rows)
        for place, column in enumerate(content.columns[:used]):
            left = column.kind in {"text", "control"}
            look = {"align": "left" if left else "right", "indent": int(column.kind == "control")}
            look |= {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}
            self.sheet.write_string(top - 1, place, column.title, format_of(**look))
            self.wide(place, max(column.title.split(), key=width), 1)
            for text, color in content.warnings if column.kind == "control" else ():
                rule = {"type": "cell", "criteria": "==", "value": f'"{text}"'}
                rule |= {"format": format_of(font_color=color, bold=True)}
                self.sheet.conditional_format(top, place, last, place, rule)
        self.sheet.freeze_panes(top, 0)
        self.sheet.repeat_rows(top - 1)
        for number, row in enumerate(content.rows, top):
            look = {}
            if row.role != "body":
                look = {"bold": True, "top": 1, "valign": "top"}
                self.sheet.set_row(number, _SPACED)
            for place in range(used):
                if place in row.cells:
                    left = content.columns[place].kind == "text"
                    aligned = {**look, "align": "left" if left else "right"}
                    self.wide(place, self.compute(number, place, row.cells[place], aligned), 1)
                elif look:
                    self.sheet.write_blank(number, place, None, format_of(**look))
        if content.chart:
            self.bars(content.chart, used + 1)

    def compute(self, row: int, place: int, cell: WorkbookCell, look: dict[str, Any]) -> str:
        """A cell, with its value beside its formula; the value as text."""
        if cell.entry:
            look = {**look, "bg_color": _ENTRY, "border": 1, "border_color": _EDGE}
        value: float | str
        if not isinstance(cell.value, str) and abs(cell.value) >= 10 ** (_NUMBER_DIGITS - 2):
            # More than a number of Excel's keeps.
            minor = int(cell.value * 100)
            text = money(minor, 2, self.sheets.language, 2)
            cell = cell._replace(value=text, kind="text")
        if isinstance(cell.value, str):
            value = text = safe(cell.value)[:_TEXT_LENGTH]
            if cell.kind == "control" and place:
                look = {**look, "align": "left", "indent": 1}
        else:
            value, pattern = float(cell.value), _COMPUTED[cell.kind]
            if cell.kind == "number" and abs(value) >= _GROUPED:
                pattern = _COMPUTED["minor"]
            text = f"{value:,.{len(pattern.partition('.')[2].rstrip('%'))}f}"
            look = {**look, "num_format": pattern, "align": "right"}
        shown = self.sheets.format(**look)
        if cell.formula:
            self.sheet.write_formula(row, place, f"={cell.formula}", shown, value)
        elif isinstance(value, str):
            self.sheet.write_string(row, place, value, shown)
        else:
            self.sheet.write_number(row, place, value, shown)
        return text

    def bars(self, chart: WorkbookChart, beside: int) -> None:
        """Excel's own chart over a column, beside the cells; it covers the cell with its title."""
        name, top = self.sheet.get_name(), FIRST_ROW - 1
        first, last = top + chart.first, top + chart.last
        self.sheet.write_string(top - 1, beside, chart.title, self.sheets.format(bold=True))
        drawn = self.sheets.workbook.add_chart({"type": "bar"})
        drawn.add_series(
            {
                "categories": [name, first, chart.names, last, chart.names],
                "values": [name, first, chart.values, last, chart.values],
                "fill": {"color": _BAR},
                "data_labels": {"value": True, "num_format": _pattern(0)},
                "gap": 40,
            }
        )
        drawn.set_title({"name": [name, top - 1, beside], "name_font": {"size": 12}})
        drawn.set_legend({"none": True})
        drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        drawn.set_y_axis({"reverse": True, "label_position": "low"})
        drawn.set_size({"width": 620, "height": 140 + 40 * (last - first + 1)})
        self.sheet.insert_chart(top - 1, beside, drawn, {"description": chart.about})


def _cut(text: str, length: int) -> str:
    """A text as long as Excel counts: a sign beyond the first 65,536 is two."""
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore").strip()


def _pattern(decimals: int) -> str:
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


def _signed(pattern: str) -> str:
    return f"+{pattern};-{pattern};{pattern}"


def _decimal(minor: int, digits: int) -> Decimal:
    return Decimal(minor).scaleb(-digits)
