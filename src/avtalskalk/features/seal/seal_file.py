"""The file of a sealed result, and where the files that it names are today.

A seal comes from an archive or a mail: anything may stand in it, and nothing is taken on trust.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import PureWindowsPath
from typing import Any, NamedTuple, NoReturn, TypeVar, cast, get_args

from avtalskalk.diagnostics import Diagnostic, Path, Place
from avtalskalk.features.seal.seal import (
    MOST_BYTES,
    SCHEMA,
    File,
    How,
    Seal,
    SealedAgreement,
    checksum,
)
from avtalskalk.files.files import read_bytes, shown, unreadable
from avtalskalk.files.workspace import Loaded, load
from avtalskalk.model.statement import (
    BASES,
    Allocation,
    Basis,
    Heading,
    Input,
    ItemTotal,
    Line,
    Missing,
    Statement,
    Total,
)
from avtalskalk.words.formats import currency_digits

_KIND = SCHEMA.rpartition("/")[0]
# No figure of ours is this long, and Python will not write one that is much longer.
_DIGITS = "[0-9]{1,1000}"
_AMOUNT = re.compile(rf"-?{_DIGITS}(\.{_DIGITS})?")
_FRACTION = re.compile(rf"-?{_DIGITS}(\.{_DIGITS}|/{_DIGITS})?")
_YEAR = re.compile(r"(19|20|21)[0-9]{2}(/[0-9]{2})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_BASIS = re.compile("|".join(BASES))
_LINE = re.compile("|".join(get_args(Line)))

_Read = TypeVar("_Read")


def read_seal(file: str) -> Seal | Diagnostic:
    """A sealed result from its file, or what is wrong with that."""
    content = read_bytes(file, MOST_BYTES)
    found = content if isinstance(content, Diagnostic) else seal(content[0])
    return found if isinstance(found, Seal) else found.within(shown(file))


def seal(raw: bytes) -> Seal | Diagnostic:
    """A sealed result from its bytes, or why they are none: first of all, that they were edited."""
    if len(raw) > MOST_BYTES:
        return Diagnostic("AV938", {"limit": MOST_BYTES // 1_000_000})
    data = _parsed(raw)
    if isinstance(data, Diagnostic):
        return data
    schema = data.get("schema")
    if schema != SCHEMA:
        known = isinstance(schema, str) and schema.rpartition("/")[0] == _KIND
        return Diagnostic("AV931", {"schema": str(schema)}) if known else Diagnostic("AV930")
    if data.get("checksum") != checksum(data):
        return Diagnostic("AV932")
    try:
        return _seal(_Part(data, ()))
    except _OddError as odd:
        return Diagnostic("AV935", path=odd.path)


def _parsed(raw: bytes) -> dict[str, Any] | Diagnostic:
    """The JSON of a file; what JSON itself leaves open, as a key that comes twice, is refused."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Diagnostic("AV930")
    try:
        data = json.loads(
            text, object_pairs_hook=_once, parse_float=_refused, parse_constant=_refused
        )
    except json.JSONDecodeError as error:
        excerpt = text.split("\n")[error.lineno - 1]
        place = Place(error.lineno, error.colno, error.colno + 1, excerpt)
        return Diagnostic("AV930", place=place)
    except (ValueError, RecursionError):
        return Diagnostic("AV930")
    return data if isinstance(data, dict) else Diagnostic("AV930")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refused(_: str) -> NoReturn:
    raise ValueError


# --- A sealed result from plain data -------------------------------------------------------


class _OddError(Exception):
    """Something stands in a seal that this program never writes there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class _Part:
    """A part of the data and the path to it; whatever is read of it is checked first."""

    def __init__(self, value: object, path: Path) -> None:
        self.value = value
        self.path = path

    def __getitem__(self, name: str) -> "_Part":
        below = (*self.path, name)
        if not isinstance(self.value, dict) or name not in self.value:
            raise _OddError(below)
        return _Part(self.value[name], below)

    def each(self) -> "Iterator[_Part]":
        """The elements of a list."""
        if not isinstance(self.value, list):
            raise _OddError(self.path)
        return (_Part(one, (*self.path, place)) for place, one in enumerate(self.value))

    def names(self) -> dict[str, str]:
        """A mapping of text to text."""
        if not isinstance(self.value, dict):
            raise _OddError(self.path)
        return {name: self[name].text() for name in self.value}

    def text(self, form: re.Pattern[str] | None = None) -> str:
        """A text, of a form."""
        if not isinstance(self.value, str) or (form and not form.fullmatch(self.value)):
            raise _OddError(self.path)
        return self.value

    def read(self, convert: Callable[[str], _Read], form: re.Pattern[str]) -> _Read:
        """A text of a form as something else."""
        try:
            return convert(self.text(form))
        except (ValueError, ZeroDivisionError):
            raise _OddError(self.path) from None

    def number(self) -> int:
        """A whole number that is not negative."""
        if type(self.value) is not int or self.value < 0:
            raise _OddError(self.path)
        return self.value

    def yes(self) -> bool:
        """Yes or no."""
        if not isinstance(self.value, bool):
            raise _OddError(self.path)
        return self.value

    def day(self) -> date:
        """A day."""
        return self.read(date.fromisoformat, _DAY)

    def minor(self, currency: str, form: re.Pattern[str] = _AMOUNT) -> Fraction:
        """An amount in minor units."""
        factor: int = 10 ** currency_digits(currency)
        return self.read(Fraction, form) * factor

    def amount(self, currency: str) -> int:
        """An amount in whole minor units."""
        minor = self.minor(currency)
        if minor.denominator != 1:
            raise _OddError(self.path)
        return minor.numerator

    def file(self) -> str:
        """A path below the folder that the seal is of, on every system."""
        path = PureWindowsPath(self.text())
        if not path.parts or path.anchor or ".." in path.parts:
            raise _OddError(self.path)
        return self.text()

    def maybe(self, read: "Callable[[_Part], _Read]") -> _Read | None:
        """What may be null."""
        return None if self.value is None else read(self)


def _seal(data: _Part) -> Seal:
    options = data["options"]
    how = How(
        cast("Basis", options["basis"].text(_BASIS)),
        options["years"].maybe(lambda years: tuple(one.read(int, _YEAR) for one in years.each())),
        options["today"].maybe(_Part.day),
        options["assume_extended"].yes(),
    )
    inputs = tuple(
        File(one["path"].file(), one["sha256"].text(_SHA256), one["size"].number())
        for one in data["inputs"].each()
    )
    agreements = tuple(_agreements(_Rows(data, how.basis)))
    return Seal(data["checksum"].text(), data["version"].text(), how, inputs, agreements)


class _Rows:
    """The rows of a seal by agreement and year; those of an agreement that is not there are odd."""

    def __init__(self, data: _Part, basis: Basis) -> None:
        self.data = data
        self.basis = basis
        self.headings: dict[str, Heading] = {}
        self.years: dict[tuple[str, str], None] = {}
        for one in data["agreements"].each():
            heading = _heading(one)
            years = [(heading.agreement, year.text(_YEAR)) for year in one["years"].each()]
            if not years or heading.agreement in self.headings:
                raise _OddError(one.path)
            self.headings[heading.agreement] = heading
            self.years |= dict.fromkeys(years)
        self.assumptions: dict[str, list[str]] = {}
        for said in data["assumptions"].each():
            self.assumptions.setdefault(said["agreement"].text(), []).append(said["text"].text())
        self.allocations = self.sorted("allocations", self.allocation)
        self.totals = self.sorted("totals", self.total)
        self.items = self.sorted("items", self.item)
        self.missing = self.sorted("missing", self.lacking)

    def sorted(
        self, section: str, read: Callable[[_Part, Heading, str], _Read]
    ) -> dict[tuple[str, str], tuple[_Read, ...]]:
        """The rows of a section."""
        found: dict[tuple[str, str], list[_Read]] = {key: [] for key in self.years}
        for part in self.data[section].each():
            key = part["agreement"].text(), part["year"].text()
            if key not in found:
                raise _OddError(part.path)
            found[key].append(read(part, self.headings[key[0]], key[1]))
        return {key: tuple(rows) for key, rows in found.items()}

    def allocation(self, part: _Part, heading: Heading, year: str) -> Allocation:
        """A row of `allocations`."""
        return Allocation(
            heading.agreement,
            year,
            part["from"].day(),
            part["to"].day(),
            part["item"].text(),
            cast("Line", part["line"].text(_LINE)),
            self.basis,
            part["party"].text(),
            part["share"].maybe(lambda share: share.read(Fraction, _FRACTION)),
            part["amount"].amount(heading.currency),
            _currency(part, heading),
            part["conditional"].yes(),
            part["source"].text(),
        )

    @staticmethod
    def total(part: _Part, heading: Heading, year: str) -> Total:
        """A row of `totals`."""
        return Total(
            heading.agreement,
            year,
            part["party"].text(),
            part["amount"].maybe(lambda amount: amount.amount(heading.currency)),
            _currency(part, heading),
            part["conditional"].yes(),
            part["complete"].yes(),
        )

    @staticmethod
    def item(part: _Part, heading: Heading, year: str) -> ItemTotal:
        """A row of `items`."""
        item = part["item"].text()
        return ItemTotal(
            heading.agreement,
            year,
            item,
            heading.items.get(item, item),
            part["kind"].text(),
            part["exact"].maybe(lambda exact: exact.minor(heading.currency, _FRACTION)),
            part["amount"].maybe(lambda amount: amount.amount(heading.currency)),
            _currency(part, heading),
            part["solved"].yes(),
            part["conditional"].yes(),
            part["source"].text(),
        )

    @staticmethod
    def lacking(part: _Part, heading: Heading, year: str) -> Missing:
        """A row of `missing`."""
        return Missing(heading.agreement, year, part["what"].text(), ())


def _heading(part: _Part) -> Heading:
    return Heading(
        part["agreement"].text(),
        part["title"].text(),
        part["parties"].names(),
        part["currency"].text(_CURRENCY),
        part["items"].names(),
    )


def _currency(part: _Part, heading: Heading) -> str:
    """A row's currency, which is that of its agreement."""
    return part["currency"].text(re.compile(heading.currency))


def _agreements(rows: _Rows) -> Iterator[SealedAgreement]:
    for part in rows.data["agreements"].each():
        agreement = part["agreement"].text()
        statements = tuple(_year(rows, agreement, year.text()) for year in part["years"].each())
        yield SealedAgreement(
            part["file"].file(), part["format"].number(), part["reading"].text(), statements
        )


def _year(rows: _Rows, agreement: str, year: str) -> Statement:
    """One year; without totals the agreement was not in force, and assumed nothing."""
    key = agreement, year
    in_force = bool(rows.totals[key])
    return Statement(
        rows.headings[agreement],
        year,
        rows.basis,
        in_force,
        rows.allocations[key],
        rows.totals[key],
        rows.items[key],
        rows.missing[key],
        assumptions=tuple(rows.assumptions.get(agreement, ())) if in_force else (),
    )


# --- The files today -----------------------------------------------------------------------


def below(base: str, path: str) -> str:
    """A path from the working folder as it is from another folder, links followed."""
    location = os.path.realpath(path)
    return shown(os.path.relpath(location, os.path.realpath(base)).replace(os.sep, "/"))


def listed(inputs: Iterable[Input], base: str) -> tuple[list[File], list[Diagnostic]]:
    """Files as a seal lists them, and why some cannot be."""
    found: list[File] = []
    wrong: list[Diagnostic] = []
    for one in inputs:
        try:
            found.append(File(below(base, one.path), one.sha256, os.stat(one.path).st_size))
        except (OSError, ValueError) as error:
            wrong.append(unreadable(error, one.path).within(one.path))
    return found, wrong


def base_of(paths: Iterable[str]) -> str:
    """The folder that a seal names its files from.

    The working folder where they all are below it, otherwise the nearest that holds them all.
    """
    here = os.path.realpath(os.curdir)
    folders = [os.path.dirname(os.path.realpath(path)) for path in paths]
    return here if os.path.commonpath([here, *folders]) == here else os.path.commonpath(folders)


class Today(NamedTuple):
    """The folder that a seal's files are in today, and the agreements that are there, by id."""

    base: str
    agreements: dict[str, Loaded]

    @property
    def folder(self) -> str:
        """The folder as it is called from the working folder."""
        return below(os.curdir, self.base)


def todays(seal: Seal, file: str, folder: str = "") -> Today | None:
    """Where a seal's agreements are today, sound or not; None where not one of them is found.

    They are looked for at their sealed paths, and then by their ids in all files of the folder:
    the one that is given, else the working folder, else that of the seal, or one above these.
    """
    for base in [folder] if folder else _bases(seal, file):
        found = _at_their_paths(seal, base)
        if len(found) < len(seal.agreements):
            found = _by_id(seal, base) | found
        if found:
            return Today(base, found)
    return None


def _bases(seal: Seal, file: str) -> Iterable[str]:
    """The folders that the sealed paths may begin at, those with such files first."""
    near = [os.path.realpath(os.curdir), os.path.dirname(os.path.realpath(file))]
    above = (one for start in near for one in _upwards(start))
    there = [
        folder
        for folder in dict.fromkeys(above)
        if any(os.path.isfile(os.path.join(folder, one.file)) for one in seal.agreements)
    ]
    return dict.fromkeys([*there, *near])


def _upwards(folder: str) -> Iterator[str]:
    yield folder
    while (above := os.path.dirname(folder)) != folder:
        folder = above
        yield folder


def _at_their_paths(seal: Seal, base: str) -> dict[str, Loaded]:
    """The agreements in the files that they were sealed from, also files that are unsound now."""
    wanted = {one.file: one.id for one in seal.agreements}
    ids = frozenset(wanted.values())
    there = (path for path in (os.path.join(base, one) for one in wanted) if os.path.isfile(path))
    named = (
        (_id(loaded) or wanted.get(below(base, loaded.file), ""), loaded) for loaded in load(there)
    )
    return {name: loaded for name, loaded in named if name in ids}


def _by_id(seal: Seal, base: str) -> dict[str, Loaded]:
    """The agreements in whatever files of a folder they are; the first of several."""
    wanted = {one.id for one in seal.agreements}
    found: dict[str, Loaded] = {}
    for loaded in load([base]):
        if _id(loaded) in wanted:
            found.setdefault(_id(loaded), loaded)
    return found


def _id(loaded: Loaded) -> str:
    """What an agreement is called, also one that is not sound; empty where it cannot be told."""
    data = loaded.documents[0].data if loaded.documents else None
    name = data.get("id") if isinstance(data, dict) else None
    return name if isinstance(name, str) else ""
