"""A sheet understood by its headings: which column says what, and where each party stands."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Severity, nearest
from avtalskalk.files.shared import MOST_TABLE_FINDINGS
from avtalskalk.files.sheets import Sheet, SheetRow
from avtalskalk.model.values import could_be_two, settled, without_groups

MOST_NAMED = 10
_MOST_COMPARED = 2000

_WORDS: Mapping[str, tuple[str, ...]] = {
    "when": (
        *("år", "year", "datum", "date", "månad", "month"),
        *("tid", "time", "årtal", "period", "kvartal", "quarter"),
    ),
    "party": ("part", "party", "kommun", "municipality", "region", "kunta", "kommune"),
    "value": ("värde", "value", "antal", "index", "folkmängd", "population"),
    "published": ("publicerad", "published"),
    "status": ("status",),
}

# What the columns of a table of costs are called besides.
_OF_COSTS: Mapping[str, tuple[str, ...]] = {
    "party": ("post", "kostnad", "konto", "verksamhet", "item", "cost", "account"),
    "value": ("belopp", "avgift", "kr", "amount", "fee", "budget", "prognos", "utfall"),
}

# A year, a month or a day as a heading, perhaps after what is counted: `2023`, `Folkmängd 2023`.
_DATED = re.compile(
    r"(?:(?P<what>.*\S)\s+)?(?P<when>[12]\d{3}(?:/(?:\d\d){1,2}|[-M]\d\d(?:-\d\d)?)?)"
)
_YEAR = r"(?:19|20|21)\d\d"
_HAS_YEAR = re.compile(rf"(?<!\d)(?P<year>{_YEAR})(?!\d)(?P<digits>.*\d)?")
_ONLY_DATE = re.compile(rf"{_YEAR}(?:/(?:\d\d){{1,2}}|[-M]\d\d(?:-\d\d)?|[KQ]\d)?")
# A municipality's code (`1980`) looks like a year.
_OF_CODES = re.compile(r"(?:kod|code|nr)$")
_OFFICIAL_MONTH = re.compile(r"(\d{4})M(\d\d)")
# A municipality's or a region's code before its name, as official statistics write them.
_CODE = re.compile(r"(\d{4}|\d\d)\s\D")
_ADDED = re.compile(r"^\d+\s|s? (?:kommun|stad)$")
_MARKED = re.compile(r"[0-9][0-9\s.,'\u2019]*")
_SIGNS = "-+\u2212\u2013"


class Spot(NamedTuple):
    """A cell of a sheet: the index of its row, and of its column."""

    row: int
    column: int


class Columns(NamedTuple):
    """Which column says what; those in ``wide`` have the figures of a date, or of a party.

    None of them says anything where a table is not understood.
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

    @property
    def dated(self) -> bool:
        """Whether each figure has a date."""
        return self.when is not None or self.party is None or bool(self.wide)


class Cell(NamedTuple):
    """A figure: its date (empty for none) and its value as written, and where they stand."""

    when: str
    when_at: Spot
    value: str
    at: Spot


@dataclass(slots=True)
class TableFindings:
    """What is wrong with a table: the first findings, and how many more there are."""

    sheet: Sheet
    diagnostics: list[Diagnostic] = field(default_factory=list)
    more: int = 0

    def add(self, code: str, at: Spot, severity: Severity = "error", **arguments: Argument) -> None:
        """A finding at a cell, with the heading of its column."""
        if len(self.diagnostics) >= MOST_TABLE_FINDINGS:
            self.more += 1
            return
        sheet = self.sheet
        place = sheet.place(*at) if sheet.rows else None
        column = sheet.headings[at.column] if at.column < len(sheet.headings) else ""
        arguments = {"column": column, **arguments}
        self.diagnostics.append(
            Diagnostic(code, arguments, file=sheet.file, place=place, severity=severity)
        )


@dataclass(slots=True)
class DataTable:
    """A sheet and its columns.

    ``of_party`` are the rows, or in a wide table the columns, by what they call their party, and
    ``near`` the table's names most like those it does not have.  ``groups`` and ``decimals`` are
    the marks in its numbers that can only be between thousands, and only before decimals; a table
    is ``mixed`` where these contradict each other.
    """

    sheet: Sheet
    findings: TableFindings
    columns: Columns = field(default_factory=Columns)
    of_party: dict[str, list[int]] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    decimals: set[str] = field(default_factory=set)
    mixed: bool = False

    def cell(self, row: int, column: int) -> str:
        """A cell's text; empty where its row is too short."""
        cells = self.sheet.rows[row].cells
        return cells[column] if column < len(cells) else ""

    @property
    def is_wrong(self) -> bool:
        """Whether the table as a whole is not understood, or can be read in two ways."""
        return any(finding.severity == "error" for finding in self.findings.diagnostics)

    @property
    def body(self) -> range:
        """The indices of the rows below the heading."""
        return range(1, len(self.sheet.rows))

    def figure(self, row: int, column: int) -> Cell:
        """The figure in a cell, with the date of its row."""
        when = self.columns.when
        date = "" if when is None else as_date(self.cell(row, when))
        return Cell(date, Spot(row, when or 0), self.cell(row, column), Spot(row, column))

    def figures_of(self, places: Iterable[int]) -> Iterator[Cell]:
        """The figures in a party's rows, or columns; in a wide table those that are there."""
        columns = self.columns
        for place in places:
            if columns.party is None:
                figures = (self.figure(row, place) for row in self.body)
                yield from (figure for figure in figures if figure.value)
            elif columns.value is not None:
                yield self.figure(place, columns.value)
            else:
                for column, when in columns.wide.items():
                    if value := self.cell(place, column):
                        yield Cell(as_date(when), Spot(0, column), value, Spot(place, column))

    def figures(self) -> Iterator[Cell]:
        """The figures of a table that has one in each row, for everybody alike."""
        for row in self.body if self.columns.value is not None else ():
            figure = self.figure(row, self.columns.value or 0)
            if figure.when or figure.value:
                yield figure

    def number(self, text: str) -> str:
        """A number that could be read in two ways, as the others in the table are written."""
        group, decimal = "".join(self.groups) or " ", "".join(self.decimals) or " "
        return settled(text, f"1{group}234{decimal}5")

    def spot_of(self, name: str) -> Spot:
        """The first cell that calls a party by a name."""
        place = self.of_party[name][0]
        return Spot(0, place) if self.columns.party is None else Spot(place, self.columns.party)

    def nearest(self, name: str) -> str:
        """The table's name most like another; looked for once, however many agreements ask."""
        if name not in self.near:
            if len(self.of_party) > _MOST_COMPARED or len(self.near) > _MOST_COMPARED:
                return ""
            bare = {_ADDED.sub("", known): known for known in self.of_party}
            self.near[name] = bare.get(nearest(_ADDED.sub("", name), bare, 0.8), "")
        return self.near[name]


def as_date(text: str) -> str:
    """A date as the format writes it; official statistics write a month ``2023M10``."""
    return _OFFICIAL_MONTH.sub(r"\1-\2", text)


def folded(name: str) -> str:
    """A name without capitals and spare spaces, its accents composed, as names are compared."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def understood(sheet: Sheet, section: str, value: str = "", numbers: str = "") -> DataTable:
    """A sheet as a table for ``keys``, ``indices`` or a form of cost, and what is wrong with it.

    ``value`` is the heading of the column, or what stands before the date in those of several,
    that has the figures; the others are then for other keys.  ``numbers`` is how they are written,
    where that is said.
    """
    sheet = replace(sheet, rows=without_titles_and_notes(sheet.rows))
    first = list(sheet.diagnostics[:MOST_TABLE_FINDINGS])
    findings = TableFindings(sheet, first, len(sheet.diagnostics) - len(first))
    table = DataTable(sheet, findings)
    if sheet.rows or not first:
        words = dict(_WORDS)
        if section not in {"keys", "indices"}:
            words["value"] = _OF_COSTS["value"] + _WORDS["value"]
            if section != "amounts":
                words["party"] = _OF_COSTS["party"]
        if value:
            words["value"] = (folded(value),)
        roles = _roles(sheet, findings, words)
        if section == "indices":
            table.columns = _index_columns(sheet, roles, findings, words)
        else:
            table.columns = _key_columns(sheet, roles, findings, words, named=bool(value))
        is_cost = section not in {"keys", "indices"}
        without_party = table.columns.party is None and not table.columns.wide
        missing = "" if table.columns.dated or not is_cost else "when"
        if section == "amounts" and without_party:
            missing = "party"
        if table.columns.figures and missing:
            rest = _without_role(sheet, roles)
            table.columns = _not_understood((missing,), roles, rest, findings, words)
        _find_unread(table, roles, value)
        _find_strays(table)
        _sort_parties(table)
        _find_marks(table, numbers)
    return table


def without_titles_and_notes(rows: Sequence[SheetRow]) -> Sequence[SheetRow]:
    """A table's rows from its headings on, without the notes that stand below an empty row.

    Official tables have a title above and remarks below, each alone in its row: a heading row has
    two cells at least, or a date in its last one.
    """
    start = 0
    for place, (_, cells) in enumerate(rows):
        if sum(map(bool, cells)) > 1 or (len(cells) > 1 and _DATED.fullmatch(cells[-1])):
            start = place
            break
    end = len(rows)
    for place in range(len(rows) - 1, start, -1):
        number, cells = rows[place]
        if len(cells) > 1 or _ONLY_DATE.fullmatch(cells[0]):
            break
        if number > rows[place - 1].number + 1:
            end = place
    return rows[start:end]


def _roles(
    sheet: Sheet, findings: TableFindings, words_of: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """The columns whose heading is one of the words for what a column can hold.

    A column without a heading that stands first, as in official tables, is that of the parties
    where all headings beside it are dates.
    """
    roles: dict[str, int] = {}
    first, *others = sheet.headings or ("",)
    if not first and others and all(map(_DATED.fullmatch, others)):
        roles["party"] = 0
    for column, heading in enumerate(sheet.headings):
        for role, words in words_of.items():
            if folded(heading) in words:
                if role in roles:
                    first = sheet.headings[roles[role]]
                    findings.add("AV075", Spot(0, column), first=first, second=heading)
                roles.setdefault(role, column)
    return roles


def _key_columns(
    sheet: Sheet,
    roles: Mapping[str, int],
    findings: TableFindings,
    words: Mapping[str, tuple[str, ...]],
    *,
    named: bool,
) -> Columns:
    """A row for each figure, for each party (a column for each date), or for each date."""
    when, party, value = (roles.get(role) for role in ("when", "party", "value"))
    rest = _without_role(sheet, roles)
    if party is not None and value is not None:
        return Columns(when, party, value)
    counted = words["value"] if named else ()
    if party is not None and when is None and (dates := _dates(rest, findings, counted)):
        return Columns(party=party, wide=dates)
    # With a column named, those beside it are for others and hold no party's figures.
    if party is None and when is not None and ((value is None) == bool(rest) or (named and value)):
        if value is not None:
            return Columns(when, value=value)
        if not named:
            return Columns(when, wide=rest)
    return _not_understood(("party", "value"), roles, rest, findings, words)


def _index_columns(
    sheet: Sheet,
    roles: Mapping[str, int],
    findings: TableFindings,
    words: Mapping[str, tuple[str, ...]],
) -> Columns:
    """A row for each value that was published."""
    when, value = roles.get("when"), roles.get("value")
    if when is not None and value is not None:
        return Columns(when, None, value, roles.get("published"), roles.get("status"))
    return _not_understood(("when", "value"), roles, _without_role(sheet, roles), findings, words)


def _without_role(sheet: Sheet, roles: Mapping[str, int]) -> dict[int, str]:
    """The headings that are none of our words."""
    taken = {*roles.values()}
    headings = enumerate(sheet.headings)
    return {column: heading for column, heading in headings if heading and column not in taken}


def _not_understood(
    needed: Iterable[str],
    roles: Mapping[str, int],
    rest: Mapping[int, str],
    findings: TableFindings,
    words_of: Mapping[str, tuple[str, ...]],
) -> Columns:
    """Report which columns there must be, and which of the rest may be meant by it."""
    missing = [role for role in needed if role not in roles]
    for role in missing:
        words = words_of[role]
        near = [(column, word) for column, name in rest.items() if (word := nearest(name, words))]
        if not near and len(missing) == len(rest) == 1:
            near = [(column, words[0]) for column in rest]
        column, word = near[0] if near else (0, "")
        written = rest[column] if near else ""
        known = () if near else tuple(rest.values())[:MOST_NAMED]
        findings.add("AV074", Spot(0, column), words=words, written=written, word=word, known=known)
    return Columns()


def _dates(
    rest: Mapping[int, str], findings: TableFindings, values: Sequence[str]
) -> dict[int, str]:
    """The columns that each have the figures of a date; all must count the same.

    Where it is said what they count, those of what is counted beside it are left out.
    """
    dates: dict[int, str] = {}
    counted: dict[str | None, int] = {}
    for column, heading in rest.items():
        if match := _DATED.fullmatch(heading):
            if values and folded(match["what"] or "") not in values:
                continue
            dates[column] = match["when"]
            counted.setdefault(match["what"], column)
    if len(counted) > 1:
        first, second, *_ = counted.values()
        findings.add("AV075", Spot(0, second), first=rest[first], second=rest[second])
    return dates


def _find_strays(table: DataTable) -> None:
    """Cells below no heading: a merged heading, or a decimal comma that has cut a cell in two."""
    headings = table.sheet.headings
    party = table.columns.party
    nameless = [
        column for column, heading in enumerate(headings) if not heading and column != party
    ]
    reported: set[int] = set()
    for row, (_, cells) in enumerate(table.sheet.rows):
        beyond = range(len(headings), len(cells))
        if beyond and table.sheet.delimiter == ",":
            at = Spot(row, len(headings))
            table.findings.add("AV077", at, cells=len(cells), headings=len(headings))
            beyond = range(0)
        for column in (*nameless, *beyond):
            if column not in reported and table.cell(row, column):
                reported.add(column)
                table.findings.add("AV076", Spot(row, column))


def _find_unread(table: DataTable, roles: Mapping[str, int], value: str) -> None:
    """The columns that are not read; one that may be the date of the figures is an error."""
    columns = table.columns
    is_understood = bool(columns.figures) and not table.findings.diagnostics
    read = {columns.when, columns.party, columns.value, columns.published, columns.status}
    unread: dict[int, str] = {}
    for column, heading in enumerate(table.sheet.headings):
        if not heading or column in (read if is_understood else roles.values()):
            continue
        dated = _DATED.fullmatch(heading)
        if column in columns.wide or (value and dated and dated["what"]):
            continue
        cells = [cell for row in table.body if (cell := table.cell(row, column))]
        year = _HAS_YEAR.search(heading)
        headings: tuple[str, ...] = ()
        if year and any(cell[0].isdecimal() for cell in cells):
            further = ("-11", "-11-01") if year["digits"] else ()
            headings = tuple(f"`{year['year']}{rest}`" for rest in ("", *further))
        elif cells and column != roles.get("published") and not _OF_CODES.search(folded(heading)):
            headings = ("`år`",) if all(map(_ONLY_DATE.fullmatch, cells)) else ()
        if headings and (year or is_understood):
            table.findings.add("AV087", Spot(0, column), names=(heading,), headings=headings)
        else:
            unread[column] = heading
    if unread and is_understood and not value:
        names = tuple(unread.values())[:MOST_NAMED]
        table.findings.add("AV087", Spot(0, min(unread)), "note", names=names, headings=())


def _sort_parties(table: DataTable) -> None:
    """Find the rows, or the columns, of each party; a figure for nobody is reported."""
    party = table.columns.party
    if party is None:
        named: Iterable[tuple[int, str]] = table.columns.wide.items()
    else:
        named = ((row, table.cell(row, party)) for row in table.body)
    for place, written in named:
        name = folded(written)
        code = _CODE.match(name)
        for known in (name, code[1]) if code else (name,):
            table.of_party.setdefault(known, []).append(place)
    for row in table.of_party.pop("", ()):
        if any(table.cell(row, column) for column in table.columns.figures):
            table.findings.add("AV078", Spot(row, party or 0))


def _find_marks(table: DataTable, numbers: str) -> None:
    """One way of writing throughout a text, which a number that has no other way shows.

    ``numbers`` is how its numbers are said to be written.
    """
    first: dict[tuple[str, str], Spot | None] = {}
    if numbers:
        first = dict.fromkeys((("group", numbers[1:-5]), ("decimal", numbers[-2])))
    for row in () if table.sheet.is_workbook else table.body:
        for column in table.columns.figures:
            spot = Spot(row, column)
            number = table.cell(*spot).lstrip(_SIGNS)
            marks = [mark for mark in number if mark in ".,"]
            if not marks or not _MARKED.fullmatch(number):
                continue
            if could_be_two(number):
                first.setdefault(("either", marks[0]), spot)
                continue
            if without_groups(number) != number:
                first.setdefault(("group", marks[0]), spot)
            if len(set(marks)) > 1 or without_groups(number) == number:
                first.setdefault(("decimal", marks[-1]), spot)
    table.groups = {mark for way, mark in first if way == "group" and mark.strip()}
    table.decimals = {mark for way, mark in first if way == "decimal"}
    open_marks = {mark for way, mark in first if way == "either"} - table.groups - table.decimals
    known = table.groups | table.decimals
    contradictory = table.groups & table.decimals or max(len(table.groups), len(table.decimals)) > 1
    table.mixed = bool(contradictory or (open_marks and len(known | open_marks) > 1))
    if table.mixed:
        spots = [spot for spot in first.values() if spot]
        later = max(spots)
        earlier = table.cell(*min(spots)) if len(spots) > 1 else numbers
        table.findings.add("AV081", later, text=table.cell(*later), first=earlier)
