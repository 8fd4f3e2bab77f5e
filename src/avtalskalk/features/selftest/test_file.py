"""The file with an agreement's own tests: found beside it, read, and its amounts written anew."""

import os
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.files.files import read_bytes, shown_name
from avtalskalk.files.folders import ENDINGS, in_workspace, workspace_of
from avtalskalk.files.yaml import YamlDocument, read
from avtalskalk.files.yaml_edit import with_scalar
from avtalskalk.files.yaml_places import locate
from avtalskalk.words.formats import currency_digits

_TEST = ".test"
_UNIT = re.compile(r"[ \u00a0\u202f]*(kr|kronor|:-|[A-Z]{3})$")


def is_test(path: str) -> bool:
    """Whether a path is that of a file with tests."""
    stem, ending = os.path.splitext(path)
    return ending in ENDINGS and stem.endswith(_TEST)


def beside(location: str) -> str:
    """Where an agreement's tests are; empty where it has none."""
    stem, _ = os.path.splitext(location)
    candidates = (f"{stem}{_TEST}{ending}" for ending in ENDINGS)
    return next(filter(os.path.isfile, candidates), "") if location else ""


def agreement_of(location: str) -> str | Diagnostic:
    """The agreement that a test file is about, which must be in the workspace.

    Empty where it is not there.
    """
    stem, _ = os.path.splitext(location)
    candidates = (f"{stem.removesuffix(_TEST)}{ending}" for ending in ENDINGS)
    agreement = next(filter(os.path.isfile, candidates), "")
    place = _in_its_workspace(agreement) if agreement else ""
    return place if isinstance(place, Diagnostic) else agreement


def _in_its_workspace(location: str) -> str | Diagnostic:
    """Where a file beside another one is when links are followed."""
    root = workspace_of(os.path.dirname(os.path.abspath(location)))
    return in_workspace(location, root, shown_name(location))


def name_beside(file: str) -> str:
    """What the tests of an agreement's file are called."""
    return f"{os.path.splitext(file)[0]}{_TEST}{ENDINGS[0]}"


class Targets(NamedTuple):
    """What paths name to be tested: agreements and folders, the tests that have no agreement."""

    agreements: tuple[str, ...]
    folders: tuple[str, ...]
    alone: tuple[str, ...]

    def names(self, file: str) -> bool:
        """Whether an agreement was itself named, by its file or by its tests."""
        return any(shown_name(path) == file for path in self.agreements)

    def alone_below(self, tried: Container[str]) -> Iterator[str]:
        """The tests in the folders whose agreement is not there."""
        for folder in self.folders:
            for location in below(os.path.abspath(folder)):
                if location not in tried and not agreement_of(location):
                    yield location


def targets_of(paths: Iterable[str | os.PathLike[str]]) -> Targets:
    """What is to be tested; a test file stands for its agreement."""
    texts = [os.fspath(path) for path in paths]
    about = {path: agreement_of(path) for path in texts if is_test(path) and os.path.isfile(path)}
    return Targets(
        tuple(path for text in texts if (path := about.get(text, text)) and isinstance(path, str)),
        tuple(filter(os.path.isdir, texts)),
        tuple(
            path
            for path, agreement in about.items()
            if not agreement or isinstance(agreement, Diagnostic)
        ),
    )


def below(folder: str) -> Iterator[str]:
    """The test files below a folder in path order, hidden and linked folders passed over."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if is_test(name) and not name.startswith("."):
                yield os.path.join(parent, name)


def read_beside(location: str, file: str) -> YamlDocument:
    """A test file's document; what stands in its way is among the findings."""
    place = _in_its_workspace(location)
    content = place if isinstance(place, Diagnostic) else read_bytes(place)
    if isinstance(content, Diagnostic):
        return YamlDocument(file, "", None, (replace(content, file=file),), "")
    return read(content[0], file)


def placed(document: YamlDocument, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings on a test file with their places, but those on values that are left empty."""
    return [
        replace(
            diagnostic,
            file=document.file,
            place=locate(document.text, diagnostic.path, diagnostic.at),
        )
        for diagnostic in diagnostics
        if not document.explains(diagnostic.path)
    ]


class Accepted(NamedTuple):
    """A test file's text with amounts written anew, and the paths of those amounts."""

    text: str
    paths: frozenset[Path]


def with_amounts(document: YamlDocument, amounts: Mapping[Path, int], currency: str) -> Accepted:
    """The file's text with amounts (minor units) written anew, as far as they could be.

    Only the amounts themselves change, each in the way that it was written.
    """
    text = document.text
    paths: set[Path] = set()
    for path, minor in amounts.items():
        place = locate(text, path)
        old = place.excerpt[place.column - 1 : place.end - 1] if place else ""
        candidates = (with_scalar(text, path, new) for new in _written(minor, old, currency))
        if changed := next(filter(None, candidates), None):
            text = changed
            paths.add(path)
    return Accepted(text, frozenset(paths))


def _written(minor: int, old: str, currency: str) -> Iterator[str]:
    """Ways to write an amount, the one most like what stood there first."""
    quote = old[0] if old[:1] in {'"', "'"} else ""
    plain = old.strip("\"'")
    unit = _UNIT.search(plain)
    digits = currency_digits(currency)
    whole, rest = divmod(abs(minor), 10**digits)
    spaced = re.search(r"\d[ \u00a0\u202f]\d", plain) or not re.search(r"\d{4}", plain)
    figures = f"{whole:,}".replace(",", " ") if spaced else str(whole)
    had_decimals = re.search(r"[.,]\d+", plain[: unit.start()] if unit else plain)
    sign, end = "-" if minor < 0 else "", unit[0] if unit else ""
    if not rest and not (had_decimals and digits):
        yield f"{quote}{sign}{figures}{end}{quote}"
        return
    marks = (".", ",") if "." in plain else (",", ".")
    for mark in marks:
        yield f"{quote}{sign}{figures}{mark}{rest:0{digits}d}{end}{quote}"
