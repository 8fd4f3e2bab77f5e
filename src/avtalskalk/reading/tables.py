"""Tables in files of their own, read by their headings, as the values of keys and indices."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Place
from avtalskalk.model.statement import Input
from avtalskalk.reading.files import choices, nearest, read_bytes, unreadable
from avtalskalk.reading.shared import Merged
from avtalskalk.reading.sheets import Row, Sheet, read_sheet

MOST_FINDINGS = 20
"""So many findings of a table are said."""

_MOST_KEPT_ROWS = 300_000
_MOST_KEPT_FILES = 64
_MOST_COMPARED = 2000
_MOST_DIGITS = 15
"""What a workbook's numbers hold exactly."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "when": ("år", "year", "datum", "date", "månad", "month"),
    "party": ("part", "party", "kommun", "municipality", "region"),
    "value": ("värde", "value", "antal", "index"),
    "published": ("publicerad", "published"),
    "status": ("status",),
}
_STATUS = {"preliminär": "preliminary", "slutlig": "final", "definitiv": "final"}
_NO_FIGURE = frozenset({"", "-", "–", "—", ".", "..", "...", "…"})

# A year, month or day as a heading, perhaps after what is counted: `2023`, `Folkmängd 2023`.
_DATED = re.compile(r"(?:(?P<what>.*\S)\s+)?(?P<when>[12]\d{3}(?:(?:-|M)\d\d(?:-\d\d)?|/\d\d)?)")
_OFFICIAL_MONTH = re.compile(r"(\d{4})M(\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A municipality's or a region's code before its name, as the official statistics write them.
_CODE = re.compile(r"(\d{4}|\d\d)\s+\D")
_ENDING = re.compile(r"^\d+\s+|s? (?:kommun|stad)$")
_MARKED = re.compile(r"[-+\u2212]?(?P<whole>\d[\d\s]*)(?P<mark>[.,])(?P<decimals>\d+)")
_THOUSAND = 3


class Spot(NamedTuple):
    """A cell of a sheet: the index of its row and of its column."""

    row: int
    column: int


class Layout(NamedTuple):
    """Which columns say what; ``wide`` are those that hold the figures of a date or a party."""

    when: int | None = None
    party: int | None = None
    value: int | None = None
    published: int | None = None
    status: int | None = None
    wide: Mapping[int, str] = {}


class Figure(NamedTuple):
    """A figure of a table: its date ("" for none) and value as written, and where they stand."""

    when: str
    value: str
    when_at: Spot
    at: Spot


@dataclass(slots=True)
class Findings:
    """The findings of a table: the first in full, of the others how many."""

    sheet: Sheet
    found: list[Diagnostic] = field(default_factory=list)
    more: int = 0

    def add(self, code: str, at: Spot, **arguments: Argument) -> None:
        """A finding at a cell, with its column's heading."""
        if len(self.found) >= MOST_FINDINGS:
            self.more += 1
            return
        place = self.sheet.place(*at) if self.sheet.rows else None
        said = {"column": _heading(self.sheet, at.column), **arguments}
        self.found.append(Diagnostic(code, said, file=self.sheet.file, place=place))


@dataclass(slots=True)
class Table:
    """A sheet whose headings have been understood (``layout`` None where they cannot be).

    ``of_party`` are the rows, or the columns of a wide table, by what they call the party;
    ``decimals`` says that the mark in its numbers is sure to be a decimal mark.
    """

    sheet: Sheet
    layout: Layout | None
    findings: Findings
    of_party: dict[str, list[int]] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    decimals: bool = False

    def cell(self, row: int, column: int) -> str:
        """A cell's text; empty where its row is too short."""
        cells = self.sheet.rows[row].cells
        return cells[column] if column < len(cells) else ""


@dataclass(slots=True)
class Filled:
    """The values that a key or an index has from a table, and where each of them stands."""

    findings: Findings
    values: dict[str, object] = field(default_factory=dict)
    spots: dict[Path, Spot] = field(default_factory=dict)

    def place(self, path: Path) -> tuple[str, Place]:
        """The file and the place of a path below ``values``, or the nearest above it."""
        sheet = self.findings.sheet
        for length in range(len(path), 0, -1):
            if path[:length] in self.spots:
                return sheet.file, sheet.place(*self.spots[path[:length]])
        return sheet.file, sheet.place(0, 0)


# --- from files into agreements ------------------------------------------------------------


class Tables:
    """The tables of one run; each file is read once, as long as they all fit."""

    def __init__(self) -> None:
        """Begin with none."""
        self.sheets: dict[str, Sheet | Diagnostic] = {}
        self.tables: dict[tuple[str, str], Table] = {}
        self.rows = 0

    def put_into(self, merged: Merged, homes: "Homes") -> None:
        """Put the values of every table that an agreement names into its data."""
        for path, holder in tuple(_holders(merged.data)):
            sheet = self.sheet(holder["file"], homes, shared=path in merged.origins)
            if isinstance(sheet, Diagnostic):
                merged.diagnostics.append(replace(sheet, path=(*path, "file")))
                merged.failed.append(path)
            else:
                self._fill(merged, path, holder, sheet)

    def _fill(
        self, merged: Merged, path: Path, holder: Mapping[str, object], sheet: Sheet
    ) -> None:
        section = str(path[-1]).partition(".")[0] if "set" in path else str(path[0])
        parties = merged.data.get("parties")
        table = self.table(sheet, section)
        filled = Filled(Findings(sheet))
        if table.layout is None or not isinstance(parties, dict):
            merged.failed.append(path)
        elif section == "indices":
            _fill_index(filled, table)
        else:
            _fill_key(filled, table, parties, shared=path in merged.origins)
        found = (*table.findings.found, *filled.findings.found)
        merged.diagnostics += [one.within("") for one in found]
        merged.more[sheet.file] = (
            merged.more.get(sheet.file, 0) + table.findings.more + filled.findings.more
        )
        if any(one.severity == "error" for one in found):
            merged.failed.append(path)
        merged.inputs.append(Input(sheet.file, sheet.sha256))
        if filled.values:
            # Without `file`: what a reading sets there would change nothing, and is refused.
            rest = {key: value for key, value in holder.items() if key != "file"}
            merged.data = _replaced(merged.data, path, {**rest, "values": filled.values})
            merged.tables[path] = filled.place

    def sheet(self, file: str, homes: "Homes", *, shared: bool) -> Sheet | Diagnostic:
        """A file of the workspace as a sheet, or why there is none."""
        location = homes.location(file, shared=shared)
        if isinstance(location, Diagnostic):
            return location
        if location not in self.sheets:
            content = read_bytes(location)
            if isinstance(content, Diagnostic):
                return content
            self._make_room()
            sheet = read_sheet(content[0], homes.name(location))
            self.rows += len(sheet.rows)
            self.sheets[location] = sheet
        return self.sheets[location]

    def _make_room(self) -> None:
        if self.rows > _MOST_KEPT_ROWS or len(self.sheets) >= _MOST_KEPT_FILES:
            self.sheets.clear()
            self.tables.clear()
            self.rows = 0

    def table(self, sheet: Sheet, section: str) -> Table:
        """A sheet as a table for keys or for indices."""
        if (sheet.file, section) not in self.tables:
            self.tables[sheet.file, section] = _understood(sheet, section)
        return self.tables[sheet.file, section]
