"""A sealed result, its checksum and fingerprint, and what has changed when it is calculated again.

Nothing here reads or writes: `seal_file` makes a `Seal` of a file and a file of one, and both
sides of a comparison are ordinary statements.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Literal, NamedTuple, TypeVar

from avtalskalk.calculation.comparison import compare
from avtalskalk.model.comparison import Comparison
from avtalskalk.model.statement import (
    Allocation,
    Basis,
    Heading,
    ItemTotal,
    Missing,
    Statement,
    Total,
)
from avtalskalk.report.plain import plain

SCHEMA = "avtalskalk/seal/1"
"""The structure of a sealed file and its version."""

MOST_BYTES = 25_000_000
"""A sealed file is no larger: some 2 000 agreements for five years."""

# Without 0, O, 1 and I, which are taken for each other when they are read off paper.
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_BITS = 5
_SIGNS, _GROUP = 16, 4


class File(NamedTuple):
    """A file that the figures rest on: path, relative with ``/``, fingerprint, size in bytes."""

    path: str
    sha256: str
    size: int


class How(NamedTuple):
    """What was asked for; ``years`` None: every year that an agreement had figures for.

    With ``settlement`` the years are settled on the basis, too.
    """

    basis: Basis
    years: tuple[int, ...] | None
    today: date | None
    assume_extended: bool
    settlement: bool = False


class SettledFigure(NamedTuple):
    """One figure of a year's settlement, by its name there; of no party where it is of the whole.

    ``amount`` is in minor units, None where it is missing.
    """

    agreement: str
    year: str
    party: str
    figure: str
    amount: int | None
    currency: str
    conditional: bool = False


class SealedAgreement(NamedTuple):
    """One agreement in a seal: its file, the version of its format, its reading, its years.

    ``settled`` are the figures of the years' settlements, where these are sealed.
    """

    file: str
    format: int
    reading: str
    statements: tuple[Statement, ...]
    settled: tuple[SettledFigure, ...] = ()

    @property
    def heading(self) -> Heading:
        """The agreement's own words."""
        return self.statements[0].heading

    @property
    def id(self) -> str:
        """What the agreement is called in every file that it may come to stand in."""
        return self.heading.agreement

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that its years start in."""
        return tuple(int(statement.year[:4]) for statement in self.statements)


class Seal(NamedTuple):
    """A sealed result; ``checksum`` is that of its content."""

    checksum: str
    version: str
    how: How
    inputs: tuple[File, ...]
    agreements: tuple[SealedAgreement, ...]

    @property
    def fingerprint(self) -> str:
        """What is written in the minutes."""
        return fingerprint(self.checksum)


# --- Checksum and fingerprint --------------------------------------------------------------


def checksum(content: Mapping[str, object]) -> str:
    """The SHA-256 of what a sealed file says, its own checksum apart, in hexadecimal.

    It is taken of the content and not of the bytes: line ends, indents and the order of keys
    may change on the way through mail and archives, and say nothing.
    """
    rest = {name: value for name, value in content.items() if name != "checksum"}
    written = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def fingerprint(checksum: str) -> str:
    """A checksum in short, for people: its first 80 bits as ``7KQ2-M4XW-9RTC-HB3D``."""
    first = int(checksum[: _SIGNS * _BITS // 4], 16)
    places = range(_BITS * (_SIGNS - 1), -1, -_BITS)
    signs = "".join(_ALPHABET[first >> place & len(_ALPHABET) - 1] for place in places)
    return "-".join(signs[start : start + _GROUP] for start in range(0, _SIGNS, _GROUP))


def as_fingerprint(given: str) -> str | None:
    """A fingerprint as somebody copied it, in its one form; None for what can be none.

    Small letters, spaces and whatever dashes a word processor made of ours are let pass.
    """
    signs = "".join(filter(str.isalnum, given)).upper()
    if len(signs) != _SIGNS or not set(signs) <= set(_ALPHABET):
        return None
    return "-".join(signs[start : start + _GROUP] for start in range(0, _SIGNS, _GROUP))


# --- The files -----------------------------------------------------------------------------

State = Literal["same", "renamed", "changed", "moved", "missing", "new"]
"""What has become of a file; one that has ``moved`` has another name and other content."""


class FileState(NamedTuple):
    """A file then and now: its path on each side, empty where it is not there."""

    state: State
    sealed: str
    now: str


def matched(
    sealed: Iterable[File], files: Iterable[File], homes: Mapping[str, str]
) -> tuple[FileState, ...]:
    """What has become of the files: first what is as it was, then what is only renamed.

    ``files`` are today's; ``homes`` leads from an agreement's sealed path to the file that it is
    in today.
    """
    then, now = ({file.path: file[1:] for file in side} for side in (sealed, files))
    left = {path: content for path, content in now.items() if then.get(path) != content}
    states: dict[str, FileState] = {}

    def match(state: State, path: str, today: str) -> None:
        states[path] = FileState(state, path, today)
        left.pop(today, None)

    for path, content in then.items():
        if now.get(path) == content:
            match("same", path, path)
    # What a file holds says more than what it is called: two may have changed names.
    for path, content in then.items():
        same = next((today for today in left if left[today] == content), "")
        if path not in states and same:
            match("renamed", path, same)
    for path in then:
        if path not in states and path in left:
            match("changed", path, path)
    for path in then:
        if path not in states:
            home = homes.get(path, "")
            match(*(("moved", path, home) if home in left else ("missing", path, "")))
    return (*(states[path] for path in then), *(FileState("new", "", path) for path in left))


# --- The figures ---------------------------------------------------------------------------

Row = TypeVar("Row", Allocation, Total, ItemTotal, Missing, SettledFigure)
Pair = tuple[Row | None, Row | None]
"""A row as it was sealed and as it is now; None where that side has no such row."""

# What tells a row from the others of its year, and the figures that it holds.
_ALLOCATION = (
    attrgetter("year", "start", "end", "item", "line", "party", "currency"),
    attrgetter("amount", "share", "conditional"),
)
_TOTAL = (attrgetter("year", "party", "currency"), attrgetter("amount", "conditional"))
_ITEM = (
    attrgetter("year", "item", "currency"),
    attrgetter("exact", "amount", "solved", "conditional"),
)
_MISSING = (attrgetter("year", "what"), attrgetter("what"))
_SETTLED = (attrgetter("year", "party", "figure", "currency"), attrgetter("amount"))


NameKind = Literal["agreement", "party", "item"]


class OtherName(NamedTuple):
    """What the agreement, a party or a cost was called; ``now`` is empty where it is gone."""

    agreement: str
    kind: NameKind
    id: str
    sealed: str
    now: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One agreement's sealed year and what it comes to now: the rows that differ, in order.

    ``now`` is None where the agreement is not among the files any more; then nothing else is
    known, and ``comparison`` is None.
    """

    sealed: Statement
    now: Statement | None
    comparison: Comparison | None = None
    rows: tuple[Pair[Allocation], ...] = ()
    totals: tuple[Pair[Total], ...] = ()
    items: tuple[Pair[ItemTotal], ...] = ()
    missing: tuple[Pair[Missing], ...] = ()
    settled: tuple[Pair[SettledFigure], ...] = ()

    @property
    def names(self) -> tuple[OtherName, ...]:
        """The names that are others now; those that have come since are of other figures."""
        if self.now is None:
            return ()
        then, now = self.sealed.heading, self.now.heading
        sides: dict[NameKind, tuple[Mapping[str, str], Mapping[str, str]]] = {
            "agreement": ({then.agreement: then.title}, {now.agreement: now.title}),
            "party": (then.parties, now.parties),
            "item": (then.items, now.items),
        }
        return tuple(
            OtherName(then.agreement, kind, name, sealed, names.get(name, ""))
            for kind, (sealed_names, names) in sides.items()
            for name, sealed in sealed_names.items()
            if names.get(name, "") != sealed
        )

    @property
    def reproduced(self) -> bool:
        """Whether every figure came out again, with the same names for whose and what it is.

        The agreement's title is no such name: its id is.
        """
        return self.same_figures and all(name.kind == "agreement" for name in self.names)

    @property
    def same_figures(self) -> bool:
        """Whether every figure of the same year came out again, whatever it is called."""
        return self.same_years and not self.settled

    @property
    def same_years(self) -> bool:
        """Whether every figure apart from the settlement did."""
        return (
            self.now is not None
            and self.now.year == self.sealed.year
            and not (self.rows or self.totals or self.items or self.missing)
        )

    @property
    def same_amounts(self) -> bool:
        """Whether at least every amount did."""
        return self.now is not None and all(
            old and new and old.amount == new.amount
            for old, new in (*self.rows, *self.totals, *self.settled)
        )

    @property
    def reworded(self) -> bool:
        """Whether the assumptions read otherwise, which is no figure."""
        return self.now is not None and set(self.sealed.assumptions) != set(self.now.assumptions)

    @property
    def other_notes(self) -> bool:
        """Whether notes, sources or kinds of costs are others, which are no figures either."""
        return self.now is not None and _beside(self.sealed) != _beside(self.now)


def _beside(statement: Statement) -> object:
    """What stands beside the figures of a year, as a program reads it."""
    rows = {(_ALLOCATION[0](row), row.source) for row in statement.rows}
    items = {(item.item, item.kind, item.source) for item in statement.items}
    return rows, items, [(note.key, plain(note.arguments)) for note in statement.notes]


def compared(
    sealed: Statement,
    now: Statement | None,
    settled: Iterable[SettledFigure] = (),
    settled_now: Iterable[SettledFigure] = (),
) -> Compared:
    """A sealed year beside what the same year comes to now, with the figures of its settlement."""
    if now is None:
        return Compared(sealed, None)
    return Compared(
        sealed,
        now,
        compare([sealed], [now]),
        _differing(sealed.rows, now.rows, *_ALLOCATION),
        _differing(sealed.totals, now.totals, *_TOTAL),
        _differing(sealed.items, now.items, *_ITEM),
        _differing(sealed.missing, now.missing, *_MISSING),
        _differing(settled, settled_now, *_SETTLED),
    )


def _differing(
    sealed: Iterable[Row],
    now: Iterable[Row],
    identity: Callable[[Row], object],
    figures: Callable[[Row], object],
) -> tuple[Pair[Row], ...]:
    """The rows whose figures are not the same on both sides, those that were sealed first."""
    before, after = _by_identity(sealed, identity), _by_identity(now, identity)
    pairs = ((before.get(key), after.get(key)) for key in {**before, **after})
    return tuple(
        (old, new)
        for old, new in pairs
        if old is None or new is None or figures(old) != figures(new)
    )


def _by_identity(rows: Iterable[Row], identity: Callable[[Row], object]) -> dict[object, Row]:
    """Rows by what tells them apart; those that nothing tells apart are numbered."""
    counts: Counter[object] = Counter()
    numbered: dict[object, Row] = {}
    for row in rows:
        key = identity(row)
        counts[key] += 1
        numbered[key, counts[key]] = row
    return numbered


@dataclass(frozen=True, slots=True)
class Recalculated:
    """A seal and what its files come to now.

    ``version`` is that of the program that says so, ``folder`` where it found the files, and
    ``years`` has every year of every agreement, as they were sealed.
    """

    seal: Seal
    version: str
    folder: str
    files: tuple[FileState, ...]
    years: tuple[Compared, ...]

    @property
    def reproduced(self) -> bool:
        """Whether every figure came out again."""
        return all(year.reproduced for year in self.years)

    @property
    def other_version(self) -> bool:
        """Whether another version of the program sealed the result."""
        return self.seal.version != self.version

    @property
    def untouched(self) -> bool:
        """Whether every file still says what it said; names may differ."""
        return all(file.state in ("same", "renamed") for file in self.files)
