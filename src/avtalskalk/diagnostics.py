"""What is wrong with an input: a code, its arguments and a place, collected as values.

The sentences are made from `avtalskalk.words` when a diagnostic is shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from functools import lru_cache
from itertools import chain, islice
from typing import Final, Literal, NamedTuple

from avtalskalk.read_only import ReadOnly

Severity = Literal["error", "warning", "note"]

Path = tuple[str | int, ...]
"""Where a value stands in a file: keys as the author wrote them, list places from 0."""


class Amount(NamedTuple):
    """An amount as an argument of a message: exact, in minor units of a currency."""

    minor: Fraction | int
    currency: str


class Number(NamedTuple):
    """A plain exact number as an argument of a message (a bare Fraction is a share)."""

    value: Fraction | int


class Phrase(NamedTuple):
    """A word or a sentence of `avtalskalk.words` as an argument of a message."""

    key: str


class Sum(NamedTuple):
    """Named terms that are added, as an argument of a message: ``a 50 % + b 55 %``.

    A term is a share, or an amount.
    """

    terms: tuple[tuple[str, Fraction | Amount], ...]


Argument = str | int | Fraction | Amount | Number | Phrase | Sum | date | tuple["Argument", ...]
"""What a message may hold: text, whole number, share (Fraction), amount, date, or a list."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: line and column from 1, ``end`` the column after the last."""

    line: int
    column: int
    end: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    ``file`` is relative with ``/`` (empty for none), ``path`` leads to the value in it, and
    ``at`` says whether the key or the value is meant.  ``place`` is found when it is shown;
    ``related`` are further paths in the same file that the finding is about, ``lines`` the lines
    they are on, found when it is shown.  An error of some fiscal ``years``, or of a ``reading``,
    is in the way of nothing else.
    """

    code: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    path: Path = ()
    at: Literal["key", "value"] = "value"
    file: str = ""
    place: Place | None = None
    related: tuple[Path, ...] = ()
    lines: tuple[int, ...] = ()
    severity: Severity = "error"
    years: tuple[int, ...] = ()
    reading: str = ""

    def __post_init__(self) -> None:
        """Keep the arguments from being changed: all results of an agreement share its findings."""
        if not isinstance(self.arguments, ReadOnly):
            object.__setattr__(self, "arguments", ReadOnly(self.arguments))

    @property
    def stops_all(self) -> bool:
        """Whether nothing can be calculated before this is put right."""
        return self.severity == "error" and not self.years and not self.reading

    def __str__(self) -> str:
        """The message in English, with its place and what to do."""
        return self.message("en")

    def message(self, language: Literal["sv", "en"]) -> str:
        """The message in a language, with its place and what to do, as a command shows it."""
        # The one import upwards: whoever prints a value expects to read it.
        from avtalskalk.report.messages import message

        return message(self, language)

    def within(self, file: str, prefix: Path = ()) -> "Diagnostic":
        """The same finding in a named file, its path below a prefix."""
        return replace(
            self,
            file=self.file or file,
            path=prefix + self.path,
            related=tuple(prefix + path for path in self.related),
        )


class SharedFindings:
    """What has been reported of files that several agreements use: it is said once."""

    def __init__(self) -> None:
        """Nothing has been reported."""
        self._reported: dict[tuple[str, str], list[Diagnostic]] = {}

    def new(self, file: str, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those of a file's findings that are its own, or that no other file has had."""
        new = []
        for diagnostic in diagnostics:
            if diagnostic.file not in {"", file}:
                place = diagnostic.file, diagnostic.code
                reported = self._reported.setdefault(place, [])
                if diagnostic in reported:
                    continue
                reported.append(diagnostic)
            new.append(diagnostic)
        return new


OWN_FAULT: Final = "AV890"
_FRAMES = 3


def fault(error: Exception, file: str = "") -> Diagnostic:
    """A fault of our own, perhaps in the work on one file, with what it takes to find it."""
    from traceback import extract_tb

    from avtalskalk import __version__

    frames = extract_tb(error.__traceback__)[-_FRAMES:]
    names = [frame.filename.replace("\\", "/").rpartition("/")[2] for frame in frames]
    lines = [f"{name}:{frame.lineno}" for name, frame in zip(names, frames, strict=True)]
    what = f"{type(error).__name__}, {' < '.join(reversed(lines))}"
    return Diagnostic(OWN_FAULT, {"what": what, "version": __version__}, file=file)


Findings = Iterator[Diagnostic]
"""What a check or a lint yields."""


_MOST_COMPARED = 100
"""So many known names are compared with one that is not known."""

MOST_NAMED: Final = 10
"""So many known names are listed."""


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known name most like another, small letters or not; empty where none is near.

    ``likeness`` is how alike they must be, where 1 is the same.
    """
    names = _Names.of(tuple(known))
    likely = names.likely(name.casefold())
    matches = get_close_matches(name.casefold(), likely, 1, likeness)
    return names.folded[matches[0]] if matches else ""


class _Names(NamedTuple):
    """Known names by their small letters, and where there are many by every three of these."""

    folded: Mapping[str, str]
    by_letters: Mapping[str, Sequence[str]]

    @classmethod
    @lru_cache(maxsize=8)
    def of(cls, known: tuple[str, ...]) -> "_Names":
        """Some names; kept, for whoever has thousands may ask for thousands."""
        folded = {word.casefold(): word for word in known}
        by_letters: dict[str, list[str]] = {}
        for word in folded if len(folded) > _MOST_COMPARED else ():
            for letters in _threes(word):
                by_letters.setdefault(letters, []).append(word)
        return cls(folded, by_letters)

    def likely(self, name: str) -> Iterable[str]:
        """All names, or of many those that share its rarest letters."""
        if not self.by_letters:
            return self.folded
        alike = sorted((self.by_letters.get(letters, ()) for letters in _threes(name)), key=len)
        return dict.fromkeys(islice(chain.from_iterable(alike), _MOST_COMPARED))


def _threes(word: str) -> set[str]:
    """Every three letters that follow each other, also those that a word begins and ends with."""
    padded = f" {word} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}


def unknown_name(
    kind: str, name: str, known: Iterable[str], advice: str = ""
) -> dict[str, Argument]:
    """The arguments of AV101: nothing of a kind, such as a party, is called by a name.

    The words of the kind are the phrase ``no_KIND``, those of the advice ``advice_ADVICE``.
    """
    names = tuple(known)
    near = nearest(name, names)
    return {
        "none": Phrase(f"no_{kind}"),
        "name": name,
        "nearest": near,
        "known": named(names) if not near or len(names) <= MOST_NAMED else (),
        "advice": Phrase(f"advice_{advice}") if advice else "",
    }


def named(names: Sequence[str]) -> tuple[str, ...]:
    """Names for a message: of many the first."""
    return (*names[:MOST_NAMED], *(("…",) if len(names) > MOST_NAMED else ()))


def unknown_key(key: str, known: Iterable[str]) -> dict[str, Argument]:
    """The arguments of AV291: a key cannot stand where only those known can.

    Among several kinds of record it may be known to another kind than the one that stands there.
    """
    names = tuple(name for name in known if name != key)
    near = nearest(key, names)
    choices = () if near else names
    places = {"elsewhere": "", "within": ""}
    return {"key": key, "nearest": near, "known": names, "choices": choices, **places}


def missing_key(line: str) -> dict[str, Argument]:
    """The arguments of AV292: a key is missing, which could be added as this ``key: value``."""
    return {"key": line.partition(":")[0], "line": line}


def one_of(
    keys: Iterable[str], stated: Iterable[str] = (), *examples: str, required: bool = True
) -> dict[str, Argument]:
    """The arguments of AV297: of some keys one must stand, or (not ``required``) one at most.

    ``stated`` are those that do stand, ``examples`` how they are written.
    """
    return {
        "rule": Phrase("must_be_one" if required else "may_be_one"),
        "keys": tuple(keys),
        "stated": tuple(stated),
        "examples": tuple(f"`{example}`" for example in examples),
    }


def out_of_range(
    key: str, value: str | int, least: int, most: int | None = None
) -> dict[str, Argument]:
    """The arguments of AV118: a number outside its bounds; without ``most`` it has no upper one."""
    bounds: dict[str, Argument] = {"least": least, "most": most or "", "least_of_all": ""}
    if most is None:
        bounds = {"least": "", "most": "", "least_of_all": least}
    return {"key": key, "value": str(value), **bounds}


class AgreementError(Exception):
    """The input is not a valid agreement; ``diagnostics`` says all that is wrong with it."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...], text: str = "") -> None:
        """Keep the findings; ``text`` is how they read in another language than English."""
        self.diagnostics = diagnostics
        self.text = text
        super().__init__(diagnostics, text)

    def __str__(self) -> str:
        """All that is wrong, message by message."""
        return self.text or "\n".join(map(str, self.diagnostics))
