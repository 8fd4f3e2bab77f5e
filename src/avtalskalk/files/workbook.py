"""The first visible sheet of a workbook (XLSX) as rows of text, whatever its file may ask for.

A workbook of 5 kB can ask for 500 GB: by a cell far down to the right, by what unpacks to a
thousand times its size, by one text that a million cells refer to.  So only the parts that say
what the cells hold are read, piece by piece and within bounds, and only cells with something in
them are kept.
"""

import re
import struct
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from posixpath import join, normpath
from types import MappingProxyType
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from avtalskalk.files.sheets import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_UNPACKED,
    NO_TABLE,
    TOO_LARGE,
    NoSuchSheetError,
    NotReadError,
    SheetRow,
)

_MOST_FILES = 10_000
_MOST_TAGS = 1_500_000
"""More than 300 000 cells in 100 000 rows have; each takes a microsecond."""
_LONGEST_TOKEN = 250_000
"""Characters of a tag with its attributes; the parser begins anew with each piece of it."""
_LONGEST_TEXT = 32_767
_LONGEST_FORMAT = 255
"""Characters in a cell, and in a number format, as Excel has them."""
_DEEPEST = 30
_PIECE = 65_536

_FAULTS = (
    *(BadZipFile, zlib.error, struct.error, expat.ExpatError, EOFError, RuntimeError),
    *(LookupError, ValueError, OverflowError),
)
"""What a damaged archive, one with a password, broken XML or a reference to nothing raise."""

_LETTERS = re.compile("[A-Z]{1,3}")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
_ASKED_AGAIN = 3
"""With three decimals a number could be taken for thousands; a fourth says that it is not."""

_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The numbers of the formats for dates and times that every workbook has."""
_SHOWN_AS_WRITTEN = re.compile(r'\[[^\]]*\]|"[^"]*"|[\\_*].')
_OF_A_DATE = re.compile("[dmyhs]", re.IGNORECASE)
_DAY_0, _DAY_0_OF_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - no zone
"""Of dates that count from 1900, as nearly all do, or from 1904."""
_NO_LEAP_DAY = 60
"""Excel has a 29 February 1900, so the days before it count from one day later."""
_MIDNIGHT = "T00:00:00"

_Attributes = dict[str, str]
_Starts = Mapping[str, Callable[[_Attributes], object]]
_Ends = Mapping[str, Callable[[str], object]]


def rows(raw: bytes, sheet: str = "") -> list[SheetRow]:
    """The rows that have something in them; raises NotReadError for what is no such file.

    They are those of a sheet by its name, or of the first visible one.
    """
    if raw.count(b"PK\x01\x02") > _MOST_FILES:
        raise NotReadError(TOO_LARGE)
    try:
        with ZipFile(BytesIO(raw)) as archive:
            return _rows(_Parts(archive), sheet)
    except _FAULTS as error:
        raise NotReadError(NO_TABLE) from error


def _rows(parts: "_Parts", called: str) -> list[SheetRow]:
    """The rows of the sheet that is called so, or of the first visible one."""
    book = next(name for kind, name in _relations(parts, "").values() if kind == "officeDocument")
    by_name: dict[str, str] = {}
    visible: list[str] = []
    first_days: list[datetime] = [_DAY_0]

    def sheet(attributes: _Attributes) -> None:
        ids = [value for key, value in attributes.items() if key.endswith(":id")]
        by_name.update((attributes.get("name", "").strip(), value) for value in ids)
        if attributes.get("state", "visible") == "visible":
            visible.extend(ids)

    def properties(attributes: _Attributes) -> None:
        if attributes.get("date1904", "0") in {"1", "true"}:
            first_days.append(_DAY_0_OF_1904)

    parts.read(book, {"sheet": sheet, "workbookPr": properties})
    if called and called not in by_name:
        raise NoSuchSheetError([*by_name])
    wanted = [by_name[called]] if called else visible
    related = _relations(parts, book)
    name = next(related[name][1] for name in wanted if related[name][0] == "worksheet")
    names = dict(related.values())
    cells = _Cells(_texts(parts, names), _date_styles(parts, names), first_days[-1])
    parts.read(name, cells.starts, cells.ends)
    return cells.rows


class _Parts:
    """The XML files of an archive, read within bounds on all of them together."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.unpacked = self.tags = 0

    def read(self, name: str, starts: _Starts, ends: _Ends = MappingProxyType({})) -> None:
        """Read a file: by tag what is to be done with attributes, and with a text at its end."""
        depth, text = 0, ""

        def start(tag: str, attributes: _Attributes) -> None:
            nonlocal depth, text
            depth += 1
            if depth > _DEEPEST:
                raise NotReadError(TOO_LARGE)
            text = ""
            if function := starts.get(tag.rpartition(":")[2]):
                function(attributes)

        def end(tag: str) -> None:
            nonlocal depth, text
            depth -= 1
            if function := ends.get(tag.rpartition(":")[2]):
                function(text)
            text = ""

        def characters(piece: str) -> None:
            nonlocal text
            text += piece
            if len(text) > _LONGEST_TEXT:
                raise NotReadError(TOO_LARGE)

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = characters
        parser.StartDoctypeDeclHandler = _refuse
        self.feed(parser, name)

    def feed(self, parser: expat.XMLParserType, name: str) -> None:
        """Give a parser a file piece by piece."""
        if self.archive.getinfo(name).compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            # The others do not unpack piece by piece.
            raise NotReadError(NO_TABLE)
        size = 0
        with self.archive.open(name) as part:
            while piece := part.read(_PIECE):
                size += len(piece)
                self.unpacked += len(piece)
                self.tags += piece.count(b"<")
                if self.unpacked > MOST_UNPACKED or self.tags > _MOST_TAGS:
                    raise NotReadError(TOO_LARGE)
                parser.Parse(piece, False)  # noqa: FBT003 - positional in the parser
                if size - parser.CurrentByteIndex > _LONGEST_TOKEN:
                    raise NotReadError(TOO_LARGE)
        parser.Parse(b"", True)  # noqa: FBT003 - as above


def _refuse(*_: object) -> None:
    """No workbook has definitions of its own, which could grow without end."""
    raise NotReadError(NO_TABLE)


def _relations(parts: _Parts, name: str) -> dict[str, tuple[str, str]]:
    """What a file (the archive, if empty) refers to: by id its kind and the file's name."""
    relations: dict[str, tuple[str, str]] = {}
    folder, _, own_name = name.rpartition("/")

    def relation(attributes: _Attributes) -> None:
        kind = attributes["Type"].rpartition("/")[2]
        target = normpath(join("/", folder, attributes["Target"])).lstrip("/")
        relations[attributes["Id"]] = (kind, target)

    parts.read(join(folder, "_rels", f"{own_name}.rels"), {"Relationship": relation})
    return relations


def _texts(parts: _Parts, names: Mapping[str, str]) -> list[str]:
    """The texts that cells refer to."""
    texts: list[str] = []
    runs = _Runs()
    if "sharedStrings" in names:
        ends = {**runs.ends, "si": lambda _: texts.append(runs.joined())}
        parts.read(names["sharedStrings"], {}, ends)
    return texts


class _Runs:
    """A text in parts, each in a type of its own, without how Japanese words are read."""

    def __init__(self) -> None:
        self.runs: list[str] = []
        self.ends: _Ends = {"t": self.runs.append, "rPh": lambda _: self.runs.pop()}

    def joined(self) -> str:
        """The whole text, which is then done."""
        if sum(map(len, self.runs)) > _LONGEST_TEXT:
            raise NotReadError(TOO_LARGE)
        text = "".join(self.runs).strip()
        self.runs.clear()
        return text


def _date_styles(parts: _Parts, names: Mapping[str, str]) -> set[str]:
    """The styles of cells whose numbers are dates, as cells refer to them."""
    formats = {str(number): True for number in _DATE_FORMATS}
    styles: list[str] = []

    def number_format(attributes: _Attributes) -> None:
        code = attributes.get("formatCode", "")[:_LONGEST_FORMAT].partition(";")[0]
        is_date = bool(_OF_A_DATE.search(_SHOWN_AS_WRITTEN.sub("", code)))
        formats[attributes["numFmtId"]] = is_date

    if "styles" in names:
        starts: _Starts = {
            "numFmt": number_format,
            # Styles that have a name come before those of the cells.
            "cellXfs": lambda _: styles.clear(),
            "xf": lambda attributes: styles.append(attributes.get("numFmtId", "")),
        }
        parts.read(names["styles"], starts)
    return {str(index) for index, style in enumerate(styles) if formats.get(style)}


class _Cells:
    """The cells of a sheet by rows; they must come in their order, each once."""

    def __init__(self, texts: list[str], date_styles: set[str], first_day: datetime) -> None:
        self.texts, self.date_styles, self.first_day = texts, date_styles, first_day
        self.rows: list[SheetRow] = []
        self.row, self.column = 0, 0
        self.columns: dict[str, int] = {}
        self.cells: list[str] = []
        self.kind, self.style, self.value = "", "", ""
        runs = _Runs()
        self.starts: _Starts = {"row": self.begin_row, "c": self.begin_cell}
        self.ends: _Ends = {
            "row": self.end_row,
            "c": self.end_cell,
            "v": self.set_value,
            "is": lambda _: self.set_value(runs.joined()),
            **runs.ends,
        }

    def begin_row(self, attributes: _Attributes) -> None:
        row = int(attributes.get("r", self.row + 1))
        if row <= self.row:
            raise NotReadError(NO_TABLE)
        self.row, self.column, self.cells = row, 0, []

    def begin_cell(self, attributes: _Attributes) -> None:
        column = self.column + 1
        if reference := attributes.get("r"):
            letters = reference.rstrip("0123456789")
            column = self.columns.get(letters) or self.column_called(letters)
            if reference != f"{letters}{self.row}":
                raise NotReadError(NO_TABLE)
        if column <= self.column:
            raise NotReadError(NO_TABLE)
        self.column = column
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.value = ""

    def column_called(self, letters: str) -> int:
        """A column's number, from 1."""
        if not _LETTERS.fullmatch(letters):
            raise NotReadError(NO_TABLE)
        column = 0
        for letter in letters:
            column = 26 * column + ord(letter) - ord("A") + 1
        self.columns[letters] = column
        return column

    def set_value(self, text: str) -> None:
        self.value = text.strip()

    def end_cell(self, _: str) -> None:
        text = self.text() if self.value else ""
        if text:
            if self.column > MOST_COLUMNS or self.row > MOST_ROWS:
                raise NotReadError(TOO_LARGE)
            self.cells += [""] * (self.column - 1 - len(self.cells))
            self.cells.append(text)

    def end_row(self, _: str) -> None:
        if self.cells:
            self.rows.append(SheetRow(self.row, self.cells))

    def text(self) -> str:
        """A cell's value as an author would write it; a formula's is its result."""
        value = self.value
        match self.kind:
            case "s":
                # Not from the end of the list: a minus is refused.
                return self.texts[int(f"0{value}")]
            case "inlineStr" | "str" | "e":
                return value
            case "b":
                return str(value == "1")
            case "d":
                return datetime.fromisoformat(value).isoformat().removesuffix(_MIDNIGHT)
            case _ if not _NUMBER.fullmatch(value):
                raise NotReadError(NO_TABLE)
            case _ if self.style in self.date_styles:
                return _moment(float(value), self.first_day)
            case _ if value.isdigit():
                return str(int(value))
            case _:
                return _decimal(float(value))


def _moment(days: float, first_day: datetime) -> str:
    """A number of days as the day it is, with its time unless that is midnight."""
    if 0 <= days < 1:
        return (_DAY_0 + timedelta(seconds=round(days * 86_400))).time().isoformat()
    if 1 <= days < _NO_LEAP_DAY and first_day == _DAY_0:
        days += 1
    try:
        moment = first_day + timedelta(milliseconds=round(days * 86_400_000))
    except OverflowError:
        return _decimal(days)
    return moment.isoformat().removesuffix(_MIDNIGHT)


def _decimal(value: float) -> str:
    """The shortest decimal that reads back as the same binary number."""
    text = repr(value)
    if "e" in text:
        text = f"{Decimal(text):f}"
    whole, _, decimals = text.removesuffix(".0").partition(".")
    if len(decimals) == _ASKED_AGAIN:
        decimals += "0"
    return f"{whole}.{decimals}" if decimals else whole
