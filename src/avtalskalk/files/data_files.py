"""The tables that agreements name, put into their data before it is checked."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.files.data_table import DataTable, understood
from avtalskalk.files.files import read_bytes
from avtalskalk.files.folders import in_workspace
from avtalskalk.files.shared import Merged
from avtalskalk.files.sheets import Sheet, read_sheet
from avtalskalk.files.table_values import amounts, annual, index_values, key_values
from avtalskalk.model.costs import CostRow, CostTable
from avtalskalk.model.statement import BASES, Input
from avtalskalk.model.validation import read_record
from avtalskalk.model.values import WAYS_OF_WRITING

_SECTIONS = ("keys", "indices")
_COSTS: Final[dict[str, type[CostTable]]] = {
    **dict.fromkeys(BASES, CostRow),
    "amounts": CostTable,
}
_OF_TABLE = ("file", "value", "sheet", "numbers")
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
        return in_workspace(os.path.join(folder, file.replace("\\", "/")), self.root, file)


class Use(NamedTuple):
    """What has its values from a file, and where it stands in the data.

    ``section`` is keys or indices, or the form of a cost; ``name`` the key, index or item.
    """

    section: str
    name: str
    path: Path
    holder: Mapping[str, object]

    def text(self, field: str) -> str:
        """What stands in one of its fields; empty where that is no text."""
        text = self.holder.get(field)
        return text if isinstance(text, str) else ""


@dataclass(slots=True)
class Tables:
    """The tables of one run; each file is read once, as long as they all fit."""

    sheets: dict[tuple[str, str], Sheet] = field(default_factory=dict)
    tables: dict[tuple[str, ...], DataTable] = field(default_factory=dict)
    rows: int = 0

    def put_into(self, merged: Merged, homes: Homes) -> None:
        """Put the values of every table that an agreement names into its data."""
        every = tuple(uses(merged.data))
        for use in every:
            if use.section in _COSTS:
                _, wrong = read_record(_COSTS[use.section], use.holder)
                if wrong:
                    merged.diagnostics.extend(
                        replace(finding, path=(*use.path, *finding.path)) for finding in wrong
                    )
                    _replace(merged, use.path, {})
                    merged.failed.append(use.path)
                    continue
            if use.text("numbers") not in {"", *WAYS_OF_WRITING}:
                # The model says what is wrong with it.
                merged.failed.append(use.path)
                continue
            shared = use.path in merged.origins
            location = homes.location(str(use.holder["file"]), shared=shared)
            table = (
                location
                if isinstance(location, Diagnostic)
                else self.table(location, use, homes.name)
            )
            if isinstance(table, Diagnostic):
                # A path of one word is that of another field than the file.
                merged.diagnostics.append(
                    replace(table, path=(*use.path, *(table.path or ("file",))))
                )
                merged.failed.append(use.path)
                if use.section in _COSTS:
                    _replace(merged, use.path, {})
            else:
                _put(merged, use, table, _items(merged, every), shared=shared)

    def table(self, location: str, use: Use, name: Callable[[str], str]) -> DataTable | Diagnostic:
        """A file as a table for a key or an index, or why it cannot be read."""
        called = use.text("sheet")
        key = location, called, use.section, use.text("value"), use.text("numbers")
        if key in self.tables:
            return self.tables[key]
        place = location, called
        if place not in self.sheets:
            content = read_bytes(location)
            if isinstance(content, Diagnostic):
                return content
            if self.rows > _MOST_KEPT_ROWS or len(self.sheets) >= _MOST_KEPT_FILES:
                self.sheets.clear()
                self.tables.clear()
                self.rows = 0
            self.sheets[place] = read_sheet(content[0], name(location), called)
            self.rows += len(self.sheets[place].rows)
        sheet = self.sheets[place]
        if sheet.no_sheet is not None:
            return Diagnostic("AV101", sheet.no_sheet, ("sheet",))
        self.tables[key] = understood(sheet, use.section, use.text("value"), use.text("numbers"))
        return self.tables[key]


def uses(data: Mapping[str, object]) -> Iterator[Use]:
    """Every key, index and cost that has its values from a file, also where a reading sets one."""
    for section in _SECTIONS:
        for name, holder in _mapping(data.get(section)).items():
            if _names_file(holder):
                yield Use(section, name, (section, name), _mapping(holder))
    for name, item in _mapping(data.get("costs")).items():
        for form in _COSTS:
            if "file" in (holder := _mapping(_mapping(item).get(form))):
                yield Use(form, name, ("costs", name, form), holder)
    for reading, record in _mapping(data.get("readings")).items():
        for written, holder in _mapping(_mapping(record).get("set")).items():
            section, _, name = written.partition(".")
            path = ("readings", reading, "set", written)
            if section in _SECTIONS and "." not in name and _names_file(holder):
                yield Use(section, name, path, _mapping(holder))
            name, _, form = name.rpartition(".")
            if section == "costs" and form in _COSTS and "file" in _mapping(holder):
                yield Use(form, name, path, _mapping(holder))


def _names_file(holder: object) -> bool:
    """Whether values come from a file, and from nothing else besides."""
    record = _mapping(holder)
    file = record.get("file")
    return isinstance(file, str) and bool(file) and not record.keys() & {"values", "formula"}


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _items(merged: Merged, every: Iterable[Use]) -> dict[str, set[str]]:
    """What tables may call each item: its id and title, and the rows that it names."""
    items = _mapping(merged.data.get("costs"))
    called = {
        name: {text for text in (name, _mapping(item).get("title")) if isinstance(text, str)}
        for name, item in items.items()
    }
    for use in every:
        if use.text("row"):
            called.setdefault(use.name, set()).add(use.text("row"))
    return called


def _put(
    merged: Merged, use: Use, table: DataTable, items: Mapping[str, set[str]], *, shared: bool
) -> None:
    """Put a table's values, and what is wrong with them, into an agreement's data."""
    parties = _mapping(merged.data.get("parties"))
    if use.section == "indices":
        result = index_values(table)
    elif use.section == "keys":
        result = key_values(table, use.name, parties, shared=shared)
    elif use.section == "amounts":
        result = amounts(table, parties)
    else:
        row = use.text("row")
        result = annual(table, use.name, {row} if row else items.get(use.name, ()), items)
    file = table.sheet.file
    diagnostics = [*table.findings.diagnostics, *result.findings.diagnostics]
    merged.diagnostics.extend(diagnostics)
    merged.more[file] = table.findings.more + result.findings.more
    # An error is each agreement's own; a note on the table need be read once only.
    table.findings.diagnostics = [
        diagnostic for diagnostic in table.findings.diagnostics if diagnostic.severity == "error"
    ]
    merged.inputs.append(Input(file, table.sheet.sha256))
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        merged.failed.append(use.path)
    if use.section in _COSTS:
        _replace(merged, use.path, result.values)
        merged.tables[use.path] = result.place
    elif result.values:
        # Without `file` and what belongs to it: one that a reading sets later is then not
        # overlooked but refused.
        rest = {key: value for key, value in use.holder.items() if key not in _OF_TABLE}
        _replace(merged, use.path, {**rest, "values": result.values})
        merged.tables[*use.path, "values"] = result.place


def _replace(merged: Merged, path: Path, value: object) -> None:
    """Put a value in place of another; what lies on the way is copied, for others may have it."""
    holder: dict[str, object] = merged.data
    for key in map(str, path[:-1]):
        below = dict(_mapping(holder[key]))
        holder[key] = below
        holder = below
    holder[str(path[-1])] = value
