"""What an agreement's own tests say that it must come to: plain data to cases, or what is wrong.

A file `NAME.test.yaml` beside the agreement has ``cases``, each a year (or several) with the
amounts expected.  What a case does not name is not compared.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from avtalskalk.diagnostics import (
    Argument,
    Diagnostic,
    Path,
    Phrase,
    missing_key,
    one_of,
    unknown_key,
    unknown_name,
)
from avtalskalk.model.statement import BASES, Basis
from avtalskalk.model.values import Fault, Setting, amount, read_first_day, read_text, read_yes
from avtalskalk.model.values import year as read_year

TOTAL = ""
"""In a place where a party stands: all of them together."""

_MOST_YEARS = 200


class About(NamedTuple):
    """What the cases may name of the agreement they are about."""

    parties: tuple[str, ...]
    items: tuple[str, ...]
    readings: tuple[str, ...]
    setting: Setting


class Expected(NamedTuple):
    """One amount: of an item (of the whole: ``item`` is empty) and a party, in minor units."""

    item: str
    party: str
    minor: int
    path: Path


class Case(NamedTuple):
    """One case: what is worked out, and what it must come to; None where nothing is expected.

    ``changes`` are set by path, as a reading's are.  Without ``today`` no day has passed.
    """

    path: Path
    name: str = ""
    years: tuple[int, ...] = ()
    basis: Basis = "budget"
    reading: str = ""
    changes: Mapping[str, object] = {}
    today: date | None = None
    assume_extended: bool = False
    tolerance: int = 0
    amounts: tuple[Expected, ...] = ()
    incomplete: bool | None = None
    conditional: bool | None = None
    in_force: bool | None = None
    error: str = ""


class Expectations(NamedTuple):
    """The cases that can be tried, and what is wrong with the file."""

    cases: tuple[Case, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_expectations(data: object, about: About) -> Expectations:
    """The cases of a test file's plain data."""
    reader = _Reader(about)
    found = list(reader.cases(data))
    return Expectations(tuple(found), tuple(reader.found))


class _Reader:
    """One file: its cases one after another, and all that is wrong with them."""

    def __init__(self, about: About) -> None:
        self.about = about
        self.found: list[Diagnostic] = []

    def cases(self, data: object) -> Iterator[Case]:
        if not isinstance(data, dict):
            return
        self.known_keys(data, ("cases",), ())
        if "cases" not in data:
            self.add("AV292", (), "key", **missing_key("cases: …"))
        elif not isinstance(data["cases"], list):
            self.kind("a_list", ("cases",))
        else:
            for place, one in enumerate(data["cases"]):
                case = self.case(one, ("cases", place))
                if case is not None:
                    yield case

    def case(self, data: object, path: Path) -> Case | None:
        """One case; None where something is wrong with it."""
        before = len(self.found)
        if not isinstance(data, dict):
            self.kind("a_mapping", path)
            return None
        self.known_keys(data, tuple(_FIELDS), path)
        read: dict[str, Any] = {}
        amounts: list[Expected] = []
        for key, value in data.items():
            below = (*path, key)
            if key in _AMOUNTS:
                amounts += _AMOUNTS[key](self, value, below)
            elif key in _FIELDS:
                name, field = _FIELDS[key]
                read[name] = self.tried(field, value, below)
        case = Case(path, **read)._replace(amounts=tuple(amounts)) if self.ok(before) else None
        self.consistent(data, path)
        if case is None or not self.ok(before):
            return None
        return case if case.name else case._replace(name=_named(case))

    def ok(self, before: int) -> bool:
        """Whether nothing has been found since."""
        return len(self.found) == before

    def consistent(self, data: Mapping[str, object], path: Path) -> None:
        """A case has a year and expects something, and nothing that cannot go together."""
        if "year" not in data and "years" not in data:
            self.add("AV292", path, "value", **missing_key("year: …"))
        if not any(key in data for key in _OUTCOMES):
            self.add("AV884", path)
        for first, second in _AT_ODDS:
            if first in data and second in data:
                keys = (first, second)
                self.add("AV297", (*path, second), "key", **one_of(keys, keys, required=False))

    def tried(self, field: "_Field", value: object, path: Path) -> object:
        """A value; what is wrong with it is added."""
        try:
            return field(self, value, path)
        except Fault as fault:
            context = fault.context or {}
            self.found.append(Diagnostic(fault.type, context, path))
            return None

    def add(self, code: str, path: Path, at: str = "value", **arguments: Argument) -> None:
        self.found.append(Diagnostic(code, arguments, path, "key" if at == "key" else "value"))

    def kind(self, expected: str, path: Path) -> None:
        self.add("AV768", path, expected=Phrase(expected))

    def word(self, value: object, words: tuple[str, ...], path: Path) -> str:
        if value not in words:
            self.add("AV768", path, expected=", ".join(words))
        return str(value)

    def known_keys(self, data: Mapping[str, object], known: tuple[str, ...], path: Path) -> None:
        for key in data:
            if key not in known:
                self.add("AV291", (*path, key), "key", **unknown_key(key, known))

    def known(self, what: str, name: str, names: tuple[str, ...], path: Path, at: str) -> None:
        if name not in names:
            self.add("AV101", path, at, **unknown_name(what, name, names))

    def minor(self, value: object, path: Path) -> int | None:
        """An amount in the agreement's currency."""

        def read(_: "_Reader", text: object, __: Path) -> int:
            return amount(read_text(text), self.about.setting.currency)

        found = self.tried(read, value, path)
        return found if isinstance(found, int) else None

    def year(self, value: object) -> int:
        return read_year(read_text(value), self.about.setting.first_month)

    # --- The amounts ----------------------------------------------------------------------

    def by_party(self, value: object, path: Path, item: str = "") -> Iterator[Expected]:
        """Amounts by party."""
        if not isinstance(value, dict):
            self.kind("a_mapping", path)
            return
        for party, one in value.items():
            below = (*path, party)
            self.known("party", party, self.about.parties, below, "key")
            yield from self.one(item, party, one, below)

    def total(self, value: object, path: Path) -> Iterator[Expected]:
        """All parties together."""
        return self.one("", TOTAL, value, path)

    def by_item(self, value: object, path: Path) -> Iterator[Expected]:
        """What an item comes to, or each party's part of it."""
        if not isinstance(value, dict):
            self.kind("a_mapping", path)
            return
        for item, one in value.items():
            below = (*path, item)
            self.known("item", item, self.about.items, below, "key")
            if isinstance(one, dict):
                yield from self.by_party(one, below, item)
            else:
                yield from self.one(item, TOTAL, one, below)

    def one(self, item: str, party: str, value: object, path: Path) -> Iterator[Expected]:
        minor = self.minor(value, path)
        if minor is not None:
            yield Expected(item, party, minor, path)


_Field = Callable[[_Reader, object, Path], object]


def _text(_: _Reader, value: object, __: Path) -> str:
    return read_text(value)


def _yes(_: _Reader, value: object, __: Path) -> bool:
    return read_yes(value)


def _day(_: _Reader, value: object, __: Path) -> date:
    return read_first_day(read_text(value))


def _one_year(reader: _Reader, value: object, _: Path) -> tuple[int, ...]:
    return (reader.year(value),)


def _years(reader: _Reader, value: object, path: Path) -> tuple[int, ...]:
    """``2019..2022``, or a list."""
    if isinstance(value, list):
        return tuple(dict.fromkeys(reader.year(one) for one in value))
    first, dots, last = read_text(value).partition("..")
    years = range(reader.year(first.strip()), reader.year(last.strip()) + 1) if dots else range(0)
    if not 0 < len(years) <= _MOST_YEARS:
        reader.add("AV768", path, expected="2019..2022")
    return tuple(years)


def _basis(reader: _Reader, value: object, path: Path) -> str:
    return reader.word(value, BASES, path)


def _reading(reader: _Reader, value: object, path: Path) -> str:
    name = read_text(value)
    reader.known("reading", name, reader.about.readings, path, "value")
    return name


def _changes(reader: _Reader, value: object, path: Path) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    reader.kind("a_mapping", path)
    return {}


def _tolerance(reader: _Reader, value: object, path: Path) -> int:
    return abs(reader.minor(value, path) or 0)


def _left_to_amounts(_: _Reader, __: object, ___: Path) -> None:
    """Amounts are read apart, for they know their places."""


_FIELDS: Mapping[str, tuple[str, _Field]] = {
    "name": ("name", _text),
    "year": ("years", _one_year),
    "years": ("years", _years),
    "basis": ("basis", _basis),
    "reading": ("reading", _reading),
    "set": ("changes", _changes),
    "today": ("today", _day),
    "assume_extended": ("assume_extended", _yes),
    "tolerance": ("tolerance", _tolerance),
    "amounts": ("amounts", _left_to_amounts),
    "total": ("amounts", _left_to_amounts),
    "items": ("amounts", _left_to_amounts),
    "incomplete": ("incomplete", _yes),
    "conditional": ("conditional", _yes),
    "in_force": ("in_force", _yes),
    "error": ("error", _text),
}
_AMOUNTS: Mapping[str, Callable[[_Reader, object, Path], Iterator[Expected]]] = {
    "amounts": _Reader.by_party,
    "total": _Reader.total,
    "items": _Reader.by_item,
}
_OUTCOMES = (*_AMOUNTS, "incomplete", "conditional", "in_force", "error")
_AT_ODDS = (
    ("year", "years"),
    *(("error", one) for one in (*_AMOUNTS, "incomplete", "conditional", "in_force")),
)


def _named(case: Case) -> str:
    """What a case without a name is called."""
    years = "–".join(dict.fromkeys(map(str, (case.years[0], case.years[-1]))))
    return " ".join(filter(None, (years, case.reading)))
