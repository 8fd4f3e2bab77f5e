"""A table's figures as the values of a key or an index, each with its place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from avtalskalk.diagnostics import Path, Place, Severity, named
from avtalskalk.files.data_table import MOST_NAMED, Cell, DataTable, Spot, TableFindings, folded
from avtalskalk.model.values import could_be_two, is_percent, two_ways

_MOST_DIGITS = 15
"""What a workbook's numbers hold exactly."""

_STATUS = {"preliminär": "preliminary", "slutlig": "final", "definitiv": "final"}
_SUMS = ("summa", "totalt", "total", "sum", "netto")
_NO_FIGURE = frozenset({"", "-", "–", "—", ".", "..", "...", "…"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(slots=True)
class TableValues:
    """The values that a key or an index has from a table, and where each of them stands."""

    table: DataTable
    findings: TableFindings
    values: dict[str, object] = field(default_factory=dict)
    spots: dict[Path, Spot] = field(default_factory=dict)

    def place(self, path: Path) -> tuple[str, Place]:
        """File and place of a path below ``values``, or of the nearest above it."""
        sheet = self.table.sheet
        for length in range(len(path), 0, -1):
            if path[:length] in self.spots:
                return sheet.file, sheet.place(*self.spots[path[:length]])
        return sheet.file, sheet.place(0, 0)

    def put(self, figure: Cell, path: Path) -> None:
        """Put a figure where it belongs, unless something is wrong with it."""
        if not self.is_valid(figure):
            return
        if path in self.spots:
            self.repeated(figure, path)
            return
        self.spots[path] = figure.at
        number = self.table.number(figure.value)
        if len(path) == 1:
            self.values[str(path[0])] = number
            return
        self.spots.setdefault(path[:1], figure.when_at)
        by_party = self.values.setdefault(str(path[0]), {})
        assert isinstance(by_party, dict)  # noqa: S101 - for the type checker
        by_party[path[1]] = number

    def repeated(self, figure: Cell, path: Path) -> None:
        """A second figure for the same date and party."""
        line = self.table.sheet.rows[self.spots[path].row].number
        self.findings.add("AV080", figure.at, line=line, when=figure.when)

    def is_valid(self, figure: Cell) -> bool:
        """Whether a figure is there, and its date too; the model looks at what they say."""
        text = figure.value
        code = ""
        if text in _NO_FIGURE:
            code = "AV078"
        elif text.startswith("#"):
            code = "AV079"
        elif self.table.sheet.is_workbook and _PLAIN.fullmatch(text):
            digits = re.sub("[-.]", "", text).strip("0")
            code = "AV082" if len(digits) > _MOST_DIGITS else ""
        if code:
            self.findings.add(code, figure.at, text=text)
        elif could_be_two(number := self.table.number(text)) and not is_percent(number):
            # How the agreement writes numbers says nothing of the table.
            fault = two_ways(number)
            code = fault.type
            if not self.table.mixed:
                self.findings.add(code, figure.at, **(fault.context or {}))
        if not self.table.columns.dated or figure.when[:1].isdecimal():
            return not code
        if figure.when:
            self.findings.add("AV085", figure.when_at, text=figure.when)
        else:
            self.findings.add("AV078", figure.when_at)
        return False


def key_values(
    table: DataTable, key: str, parties: Mapping[str, object], *, shared: bool
) -> TableValues:
    """The values of an agreement's parties; what a table has for others is passed over.

    None of the parties in a table is an error, unless it is shared with other agreements.
    """
    result = TableValues(table, TableFindings(table.sheet))
    columns = table.columns
    if columns.party is None and not columns.wide:
        for figure in table.figures():
            result.put(figure, (figure.when,))
        return result
    if not parties:
        return result
    names = _names(parties)
    places = {
        party: sorted({place for name in called for place in table.of_party.get(name, ())})
        for party, called in names.items()
    }
    for party, of_party in places.items():
        for figure in table.figures_of(of_party):
            result.put(figure, (figure.when, party) if columns.dated else (party,))
    if not any(places.values()):
        known = dict.fromkeys(table.cell(*table.spot_of(name)) for name in table.of_party)
        at = Spot(0, columns.figures[0] if columns.party is None else columns.party)
        severity: Severity = "warning" if shared else "error"
        result.findings.add("AV083", at, severity, key=key, known=tuple(known)[:MOST_NAMED])
        return result
    present = {name for party, of_party in places.items() if of_party for name in names[party]}
    for party, of_party in places.items():
        matches = () if of_party else map(table.nearest, names[party])
        near = next(filter(None, matches), "")
        if near and near not in present:
            at = table.spot_of(near)
            text = table.cell(*at)
            result.findings.add("AV084", at, "warning", key=key, text=text, party=party)
    return result


def _names(parties: Mapping[str, object]) -> dict[str, list[str]]:
    """What a table may call each party: its id, its name, its municipality's code."""
    taken = {folded(party): party for party in parties}
    names = {party: [folded(party)] for party in parties}
    for party, written in parties.items():
        record = written if isinstance(written, dict) else {"name": written}
        for key in ("name", "municipality_code"):
            name = record.get(key)
            if isinstance(name, str) and taken.setdefault(folded(name), party) == party:
                names[party].append(folded(name))
    return names


def annual(
    table: DataTable, item: str, called: Iterable[str], items: Mapping[str, Iterable[str]]
) -> TableValues:
    """An item's amounts by year; a table without items is that item's own.

    ``called`` is what the table may call it, ``items`` what it may call each of the agreement's.
    """
    result = TableValues(table, TableFindings(table.sheet))
    if table.is_wrong:
        return result
    is_own = table.columns.party is None and not table.columns.wide
    figures = [*(table.figures() if is_own else table.figures_of(_places(table, called)))]
    for figure in figures:
        result.put(figure, (figure.when,))
    if figures:
        _find_unused(result, [name for names in items.values() for name in names])
    else:
        _find_missing(result, item)
    return result


def amounts(table: DataTable, parties: Mapping[str, object]) -> TableValues:
    """What each party pays by year; one without an amount is an error, for it is not zero."""
    result = TableValues(table, TableFindings(table.sheet))
    if table.is_wrong:
        return result
    names = _names(parties)
    figures = {
        party: [*table.figures_of(_places(table, called))] for party, called in names.items()
    }
    for party, of_party in figures.items():
        for figure in of_party:
            result.put(figure, (figure.when, party))
    for party, of_party in figures.items():
        years = dict.fromkeys(map(str, result.values))
        for figure in of_party:
            years.pop(figure.when, None)
        if years or not of_party:
            _find_missing(result, party, tuple(years))
    _find_unused(result, [name for called in names.values() for name in called])
    return result


def _places(table: DataTable, called: Iterable[str]) -> list[int]:
    """The rows, or columns, of what a table calls by any of some names."""
    return sorted({place for name in called for place in table.of_party.get(folded(name), ())})


def _find_missing(result: TableValues, name: str, years: tuple[str, ...] = ()) -> None:
    """A party or an item that has no amount in a table."""
    table = result.table
    known = dict.fromkeys(table.cell(*table.spot_of(name)) for name in table.of_party)
    at = Spot(0, table.columns.party or 0)
    result.findings.add("AV088", at, name=name, years=years, known=tuple(known)[:MOST_NAMED])


def _find_unused(result: TableValues, called: Iterable[str]) -> None:
    """Rows, or columns, with figures that nobody in the agreement has; a sum is none."""
    table = result.table
    used = {*_places(table, called), *_places(table, _SUMS)}
    unused = {
        place: table.cell(*table.spot_of(name))
        for name, places in table.of_party.items()
        for place in places
        if place not in used and any(figure.value for figure in table.figures_of([place]))
    }
    if unused:
        at = table.spot_of(folded(next(iter(unused.values()))))
        result.findings.add("AV089", at, "note", names=named((*dict.fromkeys(unused.values()),)))


def index_values(table: DataTable) -> TableValues:
    """An index's values by month: one, or a list where it was published more than once."""
    result = TableValues(table, TableFindings(table.sheet))
    months: dict[str, dict[str, dict[str, str]]] = {}
    for figure in table.figures():
        if not result.is_valid(figure):
            continue
        month = figure.when[:7] if _DAY.fullmatch(figure.when) else figure.when
        publications = months.setdefault(month, {})
        # When the value was published, and whether it is final.
        publication: dict[str, str] = {}
        for role in ("published", "status"):
            column = getattr(table.columns, role)
            if column is not None and (text := table.cell(figure.at.row, column)):
                publication[role] = _STATUS.get(text.casefold(), text)
        day = publication.get("published", "")
        if day in publications:
            result.repeated(figure, (month, list(publications).index(day)))
            continue
        path: Path = (month, len(publications))
        publications[day] = {"value": table.number(figure.value), **publication}
        result.spots.setdefault((month,), figure.when_at)
        result.spots[path] = figure.at
        for role in publication:
            spot = Spot(figure.at.row, getattr(table.columns, role))
            # Where it is the month's only one, its place in the list is not in the path.
            result.spots[(*path, role)] = spot
            result.spots.setdefault((month, role), spot)
        result.spots.setdefault((month, "value"), figure.at)
    for month, publications in months.items():
        values = list(publications.values())
        result.values[month] = values if len(values) > 1 else values[0]
    return result
