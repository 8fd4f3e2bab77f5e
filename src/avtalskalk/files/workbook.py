"""The first sheet of a workbook (XLSX) as rows of text, whatever its file may ask for.

A sheet of 5 kB can ask for 500 GB: by a cell far down to the right, by what unpacks to a
thousand times its size, by a million elements where a library makes an object of each.  So every
part is first read through by a parser that keeps nothing, and only then by the library.
"""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import IO, Any
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from avtalskalk.files.sheets import (
    MOST_ROWS,
    MOST_UNPACKED,
    NO_TABLE,
    NO_WORKBOOKS,
    TOO_LARGE,
    NotReadError,
    SheetRow,
    trimmed,
)

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REPEATED = {(2, f"{_MAIN} si"), (3, f"{_MAIN} row")}
"""The elements, by their depth, whose content the library lets go when it has read them."""
_MOST_REPEATED = 1_048_576
"""As many rows as a sheet can have."""
_MOST_KEPT = 100_000
_DEEPEST = 30
_ASKED_AGAIN = 3
"""With three decimals a number could be taken for thousands; a fourth says that it is not."""


def rows(raw: bytes) -> list[SheetRow]:
    """The rows that have something in them; raises NotReadError for what is no such file."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise NotReadError(NO_WORKBOOKS) from None
    try:
        with warnings.catch_warnings():
            # What the library passes over (charts, conditional formats) is no matter of ours.
            warnings.simplefilter("ignore")
            with ZipFile(BytesIO(raw)) as archive:
                _survey(archive)
            book = load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
            sheet = next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
            # What a sheet says of its size may be wrong, and what lies outside is passed over.
            sheet.reset_dimensions()
            return list(_rows(sheet.iter_rows()))
    except NotReadError:
        raise
    except Exception as error:  # whatever the library stumbles over
        raise NotReadError(NO_TABLE) from error


def _rows(rows: Iterable[Iterable[Any]]) -> Iterator[SheetRow]:
    for number, row in enumerate(rows, 1):
        cells = trimmed([_text(cell.value) for cell in row])
        if number > (MOST_ROWS if cells else _MOST_REPEATED):
            raise NotReadError(TOO_LARGE)
        if cells:
            yield SheetRow(number, cells)


def _text(value: object) -> str:
    """A cell's value as an author would write it; a formula's is its result."""
    match value:
        case None:
            return ""
        case float():
            return _decimal(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat()
        case _:
            return str(value).strip()


def _decimal(value: float) -> str:
    """The shortest decimal that reads back as the same binary number."""
    whole, _, decimals = f"{Decimal(repr(value)):f}".removesuffix(".0").partition(".")
    if len(decimals) == _ASKED_AGAIN:
        decimals += "0"
    return f"{whole}.{decimals}" if decimals else whole


def _survey(archive: ZipFile) -> None:
    """Refuse an archive that would fill the memory when it is read."""
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise NotReadError(TOO_LARGE)
    for entry in entries:
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            # The others do not unpack piece by piece.
            raise NotReadError(NO_TABLE)
        with archive.open(entry) as part:
            _Survey().read(part)


class _Survey:
    """How much of a part the library would hold at a time."""

    def __init__(self) -> None:
        self.depth = self.repeated = self.kept = self.within = 0

    def read(self, part: IO[bytes]) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.StartDoctypeDeclHandler = self.declared
        try:
            parser.ParseFile(part)
        except expat.ExpatError:
            # A picture, or something that the library will not read further than this either.
            return

    def start(self, name: str, _: object) -> None:
        self.depth += 1
        if (self.depth, name) in _REPEATED:
            self.repeated += 1
            self.within = self.kept
        self.kept += 1
        if self.kept > _MOST_KEPT or self.repeated > _MOST_REPEATED or self.depth > _DEEPEST:
            raise NotReadError(TOO_LARGE)

    def end(self, name: str) -> None:
        if (self.depth, name) in _REPEATED:
            self.kept = self.within
        self.depth -= 1

    def declared(self, *_: object) -> None:
        raise NotReadError(NO_TABLE)
