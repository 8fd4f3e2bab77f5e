"""A sheet's rows, understood by their headings, as the values of a key or an index."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Place, Severity, nearest
from avtalskalk.files.shared import MOST_TABLE_FINDINGS as MOST_FINDINGS
from avtalskalk.files.sheets import Sheet

_MOST_NAMED = 10
_MOST_COMPARED = 2000
_MOST_DIGITS = 15
"""What a workbook's numbers hold exactly."""
_THOUSAND = 3

_WORDS: Mapping[str, tuple[str, ...]] = {
    "when": ("år", "year", "datum", "date", "månad", "month"),
    "party": ("part", "party", "kommun", "municipality", "region"),
    "value": ("värde", "value", "antal", "index"),
    "published": ("publicerad", "published"),
    "status": ("status",),
}
_STATUS = {"preliminär": "preliminary", "slutlig": "final", "definitiv": "final"}
_NO_FIGURE = frozenset({"", "-", "–", "—", ".", "..", "...", "…"})

# A year, a month or a day as a heading, perhaps after what is counted: `2023`, `Folkmängd 2023`.
_DATED = re.compile(r"(?:(?P<what>.*\S)\s+)?(?P<when>[12]\d{3}(?:/\d\d|[-M]\d\d(?:-\d\d)?)?)")
_OFFICIAL_MONTH = re.compile(r"(\d{4})M(\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A municipality's or a region's code before its name, as official statistics write them.
_CODE = re.compile(r"(\d{4}|\d\d)\s\D")
_ADDED = re.compile(r"^\d+\s|s? (?:kommun|stad)$")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_MARKED = re.compile(r"[-+\u2212]?(?P<whole>\d[\d\s]*)(?P<mark>[.,])(?P<decimals>\d+)")


class Spot(NamedTuple):
    """A cell of a sheet: the index of its row, and of its column."""

    row: int
    column: int


class Layout(NamedTuple):
    """Which column says what; those in ``wide`` have the figures of a date, or of a party.

    One that says nothing is that of a table which is not understood.
    """

    when: int | None = None
    party: int | None = None
    value: int | None = None
    published: int | None = None
    status: int | None = None
    wide: Mapping[int, str] = {}

    @property
    def figures(self) -> tuple[int, ...]:
        """The columns that have figures."""
        return tuple(self.wide) if self.value is None else (self.value,)


_UNKNOWN = Layout()


class Figure(NamedTuple):
    """A figure: its date (empty for none) and its value as written, and where they stand."""

    when: str
    when_at: Spot
    value: str
    at: Spot


@dataclass(slots=True)
class Findings:
    """What is wrong with a table: the first findings, and how many more there are."""

    sheet: Sheet
    found: list[Diagnostic] = field(default_factory=list)
    more: int = 0

    def add(self, code: str, at: Spot, severity: Severity = "error", **arguments: Argument) -> None:
        """A finding at a cell, with the heading of its column."""
        if len(self.found) >= MOST_FINDINGS:
            self.more += 1
            return
        place = self.sheet.place(*at) if self.sheet.rows else None
        headings = headings_of(self.sheet)
        column = headings[at.column] if at.column < len(headings) else ""
        said = {"column": column, **arguments}
        self.found.append(
            Diagnostic(code, said, file=self.sheet.file, place=place, severity=severity)
        )


@dataclass(slots=True)
class Table:
    """A sheet and how it is laid out.

    ``of_party`` are the rows, or in a wide table the columns, by what they call their party, and
    ``near`` what may be meant by a party that it does not have.  ``decimals`` says that the mark
    in its numbers can only be a decimal mark.
    """

    sheet: Sheet
    findings: Findings
    layout: Layout = _UNKNOWN
    of_party: dict[str, list[int]] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    decimals: bool = False

    def cell(self, row: int, column: int) -> str:
        """A cell's text; empty where its row is too short."""
        cells = self.sheet.rows[row].cells
        return cells[column] if column < len(cells) else ""

    @property
    def body(self) -> range:
        """The indices of the rows below the heading."""
        return range(1, len(self.sheet.rows))


@dataclass(slots=True)
class Filled:
    """The values that a key or an index has from a table, and where each of them stands."""

    findings: Findings
    values: dict[str, object] = field(default_factory=dict)
    spots: dict[Path, Spot] = field(default_factory=dict)

    def place(self, path: Path) -> tuple[str, Place]:
        """File and place of a path below ``values``, or of the nearest above it."""
        sheet = self.findings.sheet
        for length in range(len(path), 0, -1):
            if path[:length] in self.spots:
                return sheet.file, sheet.place(*self.spots[path[:length]])
        return sheet.file, sheet.place(0, 0)


def headings_of(sheet: Sheet) -> Sequence[str]:
    """The first row that has something in it."""
    return sheet.rows[0].cells if sheet.rows else ()


# --- how a table is laid out -----------------------------------------------------------------


def key_table(sheet: Sheet) -> Table:
    """A sheet as a table of figures by party, with what is wrong with it as a whole."""
    return _understood(sheet, _key_layout)


def index_table(sheet: Sheet) -> Table:
    """A sheet as a table of an index's published values, with what is wrong with it."""
    return _understood(sheet, _index_layout)


_Read = Callable[[Sheet, Mapping[str, int], Findings], Layout]


def _understood(sheet: Sheet, layout: _Read) -> Table:
    said = list(sheet.diagnostics[:MOST_FINDINGS])
    findings = Findings(sheet, said, len(sheet.diagnostics) - len(said))
    table = Table(sheet, findings)
    if sheet.rows or not said:
        table.layout = layout(sheet, _roles(sheet, findings), findings)
        _strays(table)
        _sort_parties(table)
        _decimal_mark(table)
    return table


def _roles(sheet: Sheet, findings: Findings) -> dict[str, int]:
    """The columns whose heading is one of the words for what a column can hold."""
    roles: dict[str, int] = {}
    headings = headings_of(sheet)
    for column, heading in enumerate(headings):
        for role in (role for role, words in _WORDS.items() if heading.casefold() in words):
            if role in roles:
                first = headings[roles[role]]
                findings.add("AV075", Spot(0, column), first=first, second=heading)
            roles.setdefault(role, column)
    return roles


def _key_layout(sheet: Sheet, roles: Mapping[str, int], findings: Findings) -> Layout:
    """A row for each figure, for each party (a column for each date), or for each date."""
    when, party, value = (roles.get(role) for role in ("when", "party", "value"))
    others = _others(sheet, roles)
    if party is not None and value is not None:
        return Layout(when, party, value)
    if party is not None and when is None and (dates := _dates(others, findings)):
        return Layout(party=party, wide=dates)
    if party is None and when is not None and (value is None) == bool(others):
        return Layout(when, value=value, wide=others)
    _lacking(("party", "value"), roles, others, findings)
    return _UNKNOWN


def _index_layout(sheet: Sheet, roles: Mapping[str, int], findings: Findings) -> Layout:
    """A row for each value that was published."""
    when, value = roles.get("when"), roles.get("value")
    if when is not None and value is not None:
        return Layout(when, None, value, roles.get("published"), roles.get("status"))
    _lacking(("when", "value"), roles, _others(sheet, roles), findings)
    return _UNKNOWN


def _others(sheet: Sheet, roles: Mapping[str, int]) -> dict[int, str]:
    """The headings that are none of our words."""
    headings = enumerate(headings_of(sheet))
    return {column: one for column, one in headings if one and column not in roles.values()}


def _lacking(
    needed: Iterable[str], roles: Mapping[str, int], others: Mapping[int, str], findings: Findings
) -> None:
    """Say which columns there must be, and which of the others may be meant by it."""
    lacking = [role for role in needed if role not in roles]
    for role in lacking:
        words = _WORDS[role]
        near = [(column, word) for column, one in others.items() if (word := nearest(one, words))]
        if not near and len(lacking) == len(others) == 1:
            near = [(column, words[0]) for column in others]
        column, word = near[0] if near else (0, "")
        written = others[column] if near else ""
        known = () if near else tuple(others.values())[:_MOST_NAMED]
        findings.add("AV074", Spot(0, column), words=words, written=written, word=word, known=known)


def _dates(others: Mapping[int, str], findings: Findings) -> dict[int, str]:
    """The columns that each have the figures of a date; all must count the same."""
    matches = {column: _DATED.fullmatch(one) for column, one in others.items()}
    found = {column: match for column, match in matches.items() if match}
    kinds: dict[str | None, int] = {}
    for column, match in found.items():
        kinds.setdefault(match["what"], column)
    if len(kinds) > 1:
        first, second, *_ = kinds.values()
        findings.add("AV075", Spot(0, second), first=others[first], second=others[second])
    return {column: match["when"] for column, match in found.items()}


def _strays(table: Table) -> None:
    """Cells below no heading: a merged heading, or a decimal comma that has cut a cell in two."""
    headings = headings_of(table.sheet)
    nameless = [column for column, one in enumerate(headings) if not one]
    told: set[int] = set()
    for row, (_, cells) in enumerate(table.sheet.rows):
        beyond = range(len(headings), len(cells))
        if beyond and table.sheet.delimiter == ",":
            at = Spot(row, len(headings))
            table.findings.add("AV077", at, cells=len(cells), headings=len(headings))
            beyond = range(0)
        for column in (*nameless, *beyond):
            if column not in told and table.cell(row, column):
                told.add(column)
                table.findings.add("AV076", Spot(row, column))


def _sort_parties(table: Table) -> None:
    """Find the rows, or the columns, of each party; a figure for nobody is said."""
    layout = table.layout
    if layout.party is None:
        named: Iterable[tuple[int, str]] = layout.wide.items()
    else:
        column = layout.party
        named = ((row, table.cell(row, column)) for row in table.body)
    for place, name in named:
        folded = _folded(name)
        code = _CODE.match(folded)
        for one in (folded, code[1]) if code else (folded,):
            table.of_party.setdefault(one, []).append(place)
    for row in table.of_party.pop("", ()):
        if any(table.cell(row, column) for column in layout.figures):
            table.findings.add("AV078", Spot(row, layout.party or 0))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _decimal_mark(table: Table) -> None:
    """One decimal mark throughout a text; a number that can be read in one way only shows it."""
    first: dict[str, Spot] = {}
    for row in () if table.sheet.is_workbook else table.body:
        for column in table.layout.figures:
            if marked := _MARKED.fullmatch(table.cell(row, column)):
                first.setdefault(marked["mark"], Spot(row, column))
                table.decimals = table.decimals or not _could_be_thousands(marked)
    if len(first) > 1:
        one, other = first.values()
        table.findings.add("AV081", other, text=table.cell(*other), first=table.cell(*one))


def _could_be_thousands(marked: re.Match[str]) -> bool:
    whole = re.sub(r"\s", "", marked["whole"])
    return len(marked["decimals"]) == _THOUSAND and len(whole) <= _THOUSAND and whole != "0"


# --- the figures of a key --------------------------------------------------------------------


def key_values(table: Table, key: str, parties: Mapping[str, object], *, shared: bool) -> Filled:
    """The values of an agreement's parties; what a table has for others is passed over.

    None of the parties in a table is an error, unless it is shared with other agreements.
    """
    filled = Filled(Findings(table.sheet))
    layout = table.layout
    if layout.party is None and not layout.wide:
        for figure in _rows(table):
            _take(filled, table, figure, (figure.when,))
        return filled
    if not parties:
        return filled
    names = _names(parties)
    places = {party: _places(table, called) for party, called in names.items()}
    for party, found in places.items():
        for figure in _figures(table, found):
            _take(filled, table, figure, (figure.when, party) if _is_dated(layout) else (party,))
    if not any(places.values()):
        known = dict.fromkeys(_written(table, one) for one in table.of_party)
        at = Spot(0, layout.figures[0] if layout.party is None else layout.party)
        severity: Severity = "warning" if shared else "error"
        filled.findings.add("AV083", at, severity, key=key, known=tuple(known)[:_MOST_NAMED])
        return filled
    known_here = {name for party in places if places[party] for name in names[party]}
    for party, found in places.items():
        near = "" if found else _near(table, names[party])
        if near and near not in known_here:
            text, at = _written(table, near), _spot_of(table, near)
            filled.findings.add("AV084", at, "warning", key=key, text=text, party=party)
    return filled


def _is_dated(layout: Layout) -> bool:
    return layout.when is not None or layout.party is None or bool(layout.wide)


def _figures(table: Table, places: Iterable[int]) -> Iterator[Figure]:
    """The figures in a party's rows, or columns; in a wide table those that are there."""
    layout = table.layout
    for place in places:
        if layout.party is None:
            found = (_figure(table, row, place) for row in table.body)
            yield from (one for one in found if one.value)
        elif layout.value is not None:
            yield _figure(table, place, layout.value)
        else:
            for column, when in layout.wide.items():
                if value := table.cell(place, column):
                    yield Figure(_date(when), Spot(0, column), value, Spot(place, column))


def _rows(table: Table) -> Iterator[Figure]:
    """The figures of a table that has one in each row, for everybody alike."""
    value = table.layout.value
    for row in table.body if value is not None else ():
        figure = _figure(table, row, value or 0)
        if figure.when or figure.value:
            yield figure


def _figure(table: Table, row: int, value: int) -> Figure:
    when = table.layout.when
    text = "" if when is None else _date(table.cell(row, when))
    return Figure(text, Spot(row, when or 0), table.cell(row, value), Spot(row, value))


def _date(text: str) -> str:
    """A date as the format writes it; official statistics write a month ``2023M10``."""
    return _OFFICIAL_MONTH.sub(r"\1-\2", text)


def _take(filled: Filled, table: Table, figure: Figure, path: Path) -> None:
    """Put a figure where it belongs, unless something is wrong with it."""
    if not _is_sound(filled.findings, table, figure):
        return
    if path in filled.spots:
        _repeated(filled, table, figure, path)
        return
    filled.spots[path] = figure.at
    number = _number(table, figure.value)
    if len(path) == 1:
        filled.values[str(path[0])] = number
        return
    filled.spots.setdefault(path[:1], figure.when_at)
    by_party = filled.values.setdefault(str(path[0]), {})
    assert isinstance(by_party, dict)  # noqa: S101 - for the type checker
    by_party[path[1]] = number


def _repeated(filled: Filled, table: Table, figure: Figure, path: Path) -> None:
    line = table.sheet.rows[filled.spots[path].row].number
    filled.findings.add("AV080", figure.at, line=line, when=figure.when)


def _is_sound(findings: Findings, table: Table, figure: Figure) -> bool:
    """Whether a figure is there, and its date too; the model looks at what they say."""
    code = ""
    if figure.value in _NO_FIGURE:
        code = "AV078"
    elif figure.value.startswith("#"):
        code = "AV079"
    elif table.sheet.is_workbook and _digits(figure.value) > _MOST_DIGITS:
        code = "AV082"
    if code:
        findings.add(code, figure.at, text=figure.value)
    if not _is_dated(table.layout) or figure.when[:1].isdecimal():
        return not code
    if figure.when:
        findings.add("AV085", figure.when_at, text=figure.when)
    else:
        findings.add("AV078", figure.when_at)
    return False


def _digits(text: str) -> int:
    """How many digits count in a plain number; in other text none."""
    return len(re.sub("[-.]", "", text).strip("0")) if _PLAIN.fullmatch(text) else 0


def _number(table: Table, text: str) -> str:
    """A number that is not taken for thousands where its mark can only be a decimal mark."""
    marked = _MARKED.fullmatch(text) if table.decimals else None
    return f"{text}0" if marked and _could_be_thousands(marked) else text


# --- the figures of an index -----------------------------------------------------------------


def index_values(table: Table) -> Filled:
    """An index's values by month: one, or a list where it was published more than once."""
    filled = Filled(Findings(table.sheet))
    months: dict[str, dict[str, dict[str, str]]] = {}
    for figure in _rows(table):
        if not _is_sound(filled.findings, table, figure):
            continue
        month = figure.when[:7] if _DAY.fullmatch(figure.when) else figure.when
        known = months.setdefault(month, {})
        said = _publication(table, figure.at.row)
        path: Path = (month, len(known))
        published = said.get("published", "")
        if published in known:
            _repeated(filled, table, figure, (month, list(known).index(published)))
            continue
        known[published] = {"value": _number(table, figure.value), **said}
        filled.spots.setdefault((month,), figure.when_at)
        filled.spots[path] = figure.at
        for role in said:
            column = getattr(table.layout, role)
            # Where it is the month's only one, its place in the list is not in the path.
            filled.spots[(*path, role)] = Spot(figure.at.row, column)
            filled.spots.setdefault((month, role), Spot(figure.at.row, column))
        filled.spots.setdefault((month, "value"), figure.at)
    for month, known in months.items():
        every = list(known.values())
        filled.values[month] = every if len(every) > 1 else every[0]
    return filled


def _publication(table: Table, row: int) -> dict[str, str]:
    """What a row says of a value besides the value: when it was published, whether it is final."""
    said: dict[str, str] = {}
    for role in ("published", "status"):
        column = getattr(table.layout, role)
        if column is not None and (text := table.cell(row, column)):
            said[role] = _STATUS.get(text.casefold(), text)
    return said


# --- parties ---------------------------------------------------------------------------------


def _names(parties: Mapping[str, object]) -> dict[str, list[str]]:
    """What a table may call each party: its id, its name, its municipality's code."""
    taken = {_folded(party): party for party in parties}
    names = {party: [_folded(party)] for party in parties}
    for party, said in parties.items():
        held = said if isinstance(said, dict) else {"name": said}
        for key in ("name", "municipality_code"):
            name = held.get(key)
            if isinstance(name, str) and taken.setdefault(_folded(name), party) == party:
                names[party].append(_folded(name))
    return names


def _places(table: Table, names: Iterable[str]) -> list[int]:
    return sorted({place for name in names for place in table.of_party.get(name, ())})


def _spot_of(table: Table, name: str) -> Spot:
    """The first cell that calls a party by a name."""
    place = table.of_party[name][0]
    return Spot(0, place) if table.layout.party is None else Spot(place, table.layout.party)


def _written(table: Table, name: str) -> str:
    """A name as the table writes it."""
    return table.cell(*_spot_of(table, name))


def _near(table: Table, names: Iterable[str]) -> str:
    """What a table may have meant by a party that it does not have; nothing where none is near."""
    return next((near for name in names if (near := _nearest(table, name))), "")


def _nearest(table: Table, name: str) -> str:
    """The table's name most like another; looked for once, however many agreements ask."""
    if name not in table.near:
        if len(table.of_party) > _MOST_COMPARED or len(table.near) > _MOST_COMPARED:
            return ""
        bare = {_ADDED.sub("", one): one for one in table.of_party}
        table.near[name] = bare.get(nearest(_ADDED.sub("", name), bare, 0.8), "")
    return table.near[name]
