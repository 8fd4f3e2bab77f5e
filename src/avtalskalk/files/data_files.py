"""The tables that agreements name, put into their data before it is checked."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.files.files import read_bytes, unreadable
from avtalskalk.files.shared import Merged
from avtalskalk.files.sheets import Sheet, read_sheet
from avtalskalk.files.tables import Table, index_table, index_values, key_table, key_values
from avtalskalk.model.statement import Input

_SECTIONS = ("keys", "indices")
_MOST_KEPT_ROWS = 300_000
_MOST_KEPT_FILES = 64


class Homes(NamedTuple):
    """Where the files of an agreement are looked for, and what messages call a file."""

    folder: str
    root: str
    name: Callable[[str], str]

    def location(self, file: str, *, shared: bool) -> str | Diagnostic:
        """Where a file is when links are followed; it must be in the workspace."""
        folder = self.root if shared else self.folder
        try:
            location = os.path.realpath(os.path.join(folder, file.replace("\\", "/")))
        except ValueError as error:
            return unreadable(error, file)
        if not location.startswith(os.path.join(os.path.realpath(self.root), "")):
            return Diagnostic("AV057", {"name": file})
        return location


class Use(NamedTuple):
    """A key or an index that names a file, and where it stands in the data."""

    section: str
    name: str
    path: Path
    holder: Mapping[str, object]


@dataclass(slots=True)
class Tables:
    """The tables of one run; each file is read once, as long as they all fit."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    tables: dict[tuple[str, str], Table] = field(default_factory=dict)
    rows: int = 0

    def put_into(self, merged: Merged, homes: Homes) -> None:
        """Put the values of every table that an agreement names into its data."""
        for use in tuple(uses(merged.data)):
            table = self._table(use, homes, shared=use.path in merged.origins)
            if isinstance(table, Diagnostic):
                merged.diagnostics.append(replace(table, path=(*use.path, "file")))
                merged.failed.append(use.path)
            else:
                _put(merged, use, table)

    def _table(self, use: Use, homes: Homes, *, shared: bool) -> Table | Diagnostic:
        """A file of the workspace as a table, or why there is none."""
        location = homes.location(str(use.holder["file"]), shared=shared)
        if isinstance(location, Diagnostic):
            return location
        sheet = self._sheet(location, homes)
        if isinstance(sheet, Diagnostic):
            return sheet
        known = self.tables.get((location, use.section))
        if known is None:
            known = (key_table if use.section == "keys" else index_table)(sheet)
            self.tables[location, use.section] = known
        return known

    def _sheet(self, location: str, homes: Homes) -> Sheet | Diagnostic:
        if location not in self.sheets:
            content = read_bytes(location)
            if isinstance(content, Diagnostic):
                return content
            if self.rows > _MOST_KEPT_ROWS or len(self.sheets) >= _MOST_KEPT_FILES:
                self.sheets.clear()
                self.tables.clear()
                self.rows = 0
            self.sheets[location] = read_sheet(content[0], homes.name(location))
            self.rows += len(self.sheets[location].rows)
        return self.sheets[location]


def uses(data: Mapping[str, object]) -> Iterator[Use]:
    """Every key and index that has its values from a file, also where a reading sets one."""
    for section in _SECTIONS:
        for name, holder in _mapping(data.get(section)).items():
            if _names_file(holder):
                yield Use(section, name, (section, name), _mapping(holder))
    for reading, said in _mapping(data.get("readings")).items():
        for written, holder in _mapping(_mapping(said).get("set")).items():
            section, _, name = written.partition(".")
            if section in _SECTIONS and "." not in name and _names_file(holder):
                path = ("readings", reading, "set", written)
                yield Use(section, name, path, _mapping(holder))


def _names_file(holder: object) -> bool:
    """Whether values come from a file, and from nothing else besides."""
    held = _mapping(holder)
    file = held.get("file")
    return isinstance(file, str) and bool(file) and not held.keys() & {"values", "formula"}


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _put(merged: Merged, use: Use, table: Table) -> None:
    """Put a table's values, and what is wrong with them, into an agreement's data."""
    if use.section == "keys":
        parties = _mapping(merged.data.get("parties"))
        filled = key_values(table, use.name, parties, shared=use.path in merged.origins)
    else:
        filled = index_values(table)
    file = table.sheet.file
    found = [*table.findings.found, *filled.findings.found]
    merged.diagnostics.extend(found)
    merged.more[file] = table.findings.more + filled.findings.more
    merged.inputs.append(Input(file, table.sheet.sha256))
    if any(one.severity == "error" for one in found):
        merged.failed.append(use.path)
    if filled.values:
        # Without `file`: one that a reading sets later is then not overlooked but refused.
        rest = {key: value for key, value in use.holder.items() if key != "file"}
        _replace(merged.data, use.path, {**rest, "values": filled.values})
        merged.tables[use.path] = filled.place


def _replace(data: dict[str, object], path: Path, value: object) -> None:
    """Put a value at a path of the data; what lies on the way is copied first."""
    holder = data
    for key in map(str, path[:-1]):
        below = dict(_mapping(holder[key]))
        holder[key] = below
        holder = below
    holder[str(path[-1])] = value
