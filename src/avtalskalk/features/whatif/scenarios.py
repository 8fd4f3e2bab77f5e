"""Scenario files: found by name or path, read, and put after the ones that they rest on."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar, get_args

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Phrase, unknown_key, unknown_name
from avtalskalk.features.selftest.test_file import shown_name
from avtalskalk.features.whatif.change_request import NEEDS_A_NAME, ChangeRequest, Kind
from avtalskalk.files.files import read_bytes
from avtalskalk.files.folders import root_above
from avtalskalk.files.yaml import YamlDocument, read
from avtalskalk.files.yaml_diagnosis import locate
from avtalskalk.model.statement import Input
from avtalskalk.model.values import Fault, read_first_day, read_text

T = TypeVar("T")

_FOLDER = "scenarios"
_ENDINGS = (".yaml", ".yml")
_WITHOUT_LINES = ("AV002", "AV027")
_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_KEYS: Final = ("title", "source", "after", "from", *_KINDS)


class ScenarioFile(NamedTuple):
    """A scenario with all that it rests on: every change in order, and the files they stand in.

    ``locations`` are where the files are, ``diagnostics`` what is wrong with them, placed.
    """

    name: str
    title: str = ""
    source: str = ""
    requests: tuple[ChangeRequest, ...] = ()
    documents: tuple[YamlDocument, ...] = ()
    locations: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The files, with their fingerprints."""
        return tuple(Input(document.file, document.sha256) for document in self.documents)

    def placed(self, finding: Diagnostic) -> Diagnostic:
        """A finding with its line, where it is about one of the files."""
        for document in self.documents:
            if document.file == finding.file and not finding.place:
                return replace(finding, place=locate(document.text, finding.path, finding.at))
        return finding


# --- from files --------------------------------------------------------------------------------


def folders_of(location: str) -> tuple[str, ...]:
    """Where an agreement's scenarios may be; one that is sent in is taken to be right here."""
    folder = os.path.dirname(location) or os.getcwd()
    root = root_above(folder) or folder
    return tuple(dict.fromkeys(os.path.join(path, _FOLDER) for path in (folder, root)))


def read_scenario_file(name: str, folders: Sequence[str]) -> ScenarioFile:
    """A scenario by its name, or by a path, with those that it is made after first."""
    chain = _Chain(folders)
    title, source = chain.add(name, Diagnostic("", path=()), ())
    scenario = ScenarioFile(
        _stem(name) if _is_path(name) else name,
        title,
        source,
        tuple(chain.requests),
        tuple(chain.documents.values()),
        tuple(chain.documents),
    )
    return scenario._replace(diagnostics=tuple(map(scenario.placed, chain.diagnostics)))


class _Chain:
    """Scenarios that rest on each other, each read once."""

    def __init__(self, folders: Sequence[str]) -> None:
        self.folders = folders
        self.documents: dict[str, YamlDocument] = {}
        self.requests: list[ChangeRequest] = []
        self.diagnostics: list[Diagnostic] = []

    def add(self, name: str, named: Diagnostic, above: tuple[str, ...]) -> tuple[str, str]:
        """Add a scenario after those that it rests on; its title and source.

        ``above`` are those that rest on it, and ``named`` is a finding at its name.
        """
        location = self._location(name, above)
        if location is None:
            arguments = unknown_name("scenario", name, _names_in(self.folders), "scenario")
            path = named.path or (f"--scenario {name}",)
            self.diagnostics.append(replace(named, code="AV101", arguments=arguments, path=path))
            return "", ""
        if location in above:
            names = [_stem(path) for path in (*above[above.index(location) :], location)]
            circle = {"circle": " → ".join(names)}
            self.diagnostics.append(replace(named, code="AV113", arguments=circle))
            return "", ""
        if location in self.documents:
            return "", ""
        file = shown_name(location)
        content = read_bytes(location)
        if isinstance(content, Diagnostic):
            self.diagnostics.append(replace(content, file=named.file or file, path=named.path))
            return "", ""
        document = read(content[0], file)
        self.documents[location] = document
        scenario = read_scenario(document.data, file)
        for finding in document.diagnostics:
            # An empty file is a scenario that lacks its mapping, not an agreement that lacks it.
            expected: dict[str, Argument] = {"expected": Phrase("a_mapping")}
            empty = replace(finding, code="AV768", arguments=expected)
            self.diagnostics.append(empty if finding.code in _WITHOUT_LINES else finding)
        self.diagnostics += [
            d for d in scenario.diagnostics if d.path not in document.without_value
        ]
        for place, before in enumerate(scenario.after):
            after: Path = ("after", place) if len(scenario.after) > 1 else ("after",)
            self.add(before, Diagnostic("", path=after, file=file), (*above, location))
        self.requests += scenario.requests
        return scenario.title, scenario.source

    def _location(self, name: str, above: tuple[str, ...]) -> str | None:
        """Where a scenario is: a name's file beside the one that rests on it goes first."""
        if _is_path(name) and not above:
            return os.path.abspath(name)
        beside = [os.path.dirname(above[-1])] if above else []
        candidates = (
            os.path.join(folder, f"{name}{ending}")
            for folder in (*beside, *self.folders)
            for ending in _ENDINGS
        )
        safe = os.path.basename(name) == name
        return next(filter(os.path.isfile, candidates), None) if safe else None


def _names_in(folders: Iterable[str]) -> tuple[str, ...]:
    """The names of the scenarios in some folders."""
    names: dict[str, None] = {}
    for folder in folders:
        try:
            files = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
        except OSError:
            continue
        stems = (os.path.splitext(file) for file in files)
        names.update(dict.fromkeys(stem for stem, ending in stems if ending in _ENDINGS))
    return tuple(names)


def _stem(location: str) -> str:
    """What a scenario is called by its file."""
    return os.path.splitext(os.path.basename(location))[0]


def _is_path(name: str) -> bool:
    """Whether a scenario is named by its file."""
    return name.endswith(_ENDINGS) or "/" in name or os.sep in name


# --- one file's plain data ---------------------------------------------------------------------


class Scenario(NamedTuple):
    """A scenario as one file says it: what it is made after, and what it changes itself."""

    title: str = ""
    source: str = ""
    after: tuple[str, ...] = ()
    requests: tuple[ChangeRequest, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_scenario(data: object, file: str) -> Scenario:
    """A scenario file's plain data, and what is wrong with it."""
    if not isinstance(data, Mapping):
        return Scenario()
    reader = _Reader(file)
    reader.start = reader.value(data, "from", read_first_day)
    for key, value in data.items():
        reader.changes(key, value)
    return Scenario(
        reader.value(data, "title", read_text) or "",
        reader.value(data, "source", read_text) or "",
        tuple(reader.names(data["after"], ("after",))) if "after" in data else (),
        tuple(reader.requests),
        tuple(reader.diagnostics),
    )


class _Reader:
    """One scenario file, and all that is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.start: date | None = None
        self.requests: list[ChangeRequest] = []
        self.diagnostics: list[Diagnostic] = []

    def value(self, data: Mapping[str, Any], key: str, read: Callable[[Any], T]) -> T | None:
        """What stands under a key; None where that is nothing, or wrong."""
        try:
            return read(data[key]) if key in data else None
        except Fault as fault:
            self._add(fault.type, (key,), **(fault.context or {}))
            return None

    def names(self, value: object, path: Path) -> Iterator[str]:
        """A name, or a list of them."""
        for place, name in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(name, str):
                yield name
            else:
                self._add("AV768", (*path, place), expected=Phrase("a_name"))

    def changes(self, key: str, value: Any) -> None:  # noqa: ANN401 - plain data
        """The changes below a key: one for all there is, or a line for each thing of the kind."""
        if key not in _KEYS:
            self._add("AV291", (key,), **unknown_key(key, _KEYS))
        kind = next((kind for kind in _KINDS if kind == key), None)
        path: Path = (key,)
        if kind is None:
            return
        if kind == "leave":
            for name in self.names(value, path):
                self._request(kind, name, "", path)
        elif kind == "split":
            self._request(kind, "", value, path)
        elif isinstance(value, Mapping):
            for name, below in value.items():
                if kind == "key" and isinstance(below, Mapping):
                    for party, change in below.items():
                        self._request(kind, f"{name}.{party}", change, (*path, name, party))
                else:
                    self._request(kind, name, below, (*path, name))
        elif kind in NEEDS_A_NAME or not isinstance(value, str):
            self._add("AV768", path, expected=Phrase("a_mapping"))
        else:
            self._request(kind, "", value, path)

    def _add(self, code: str, path: Path, **arguments: Argument) -> None:
        at: Any = "key" if code == "AV291" else "value"
        self.diagnostics.append(Diagnostic(code, arguments, path, at, self.file))

    def _request(self, kind: Kind, target: str, value: Any, path: Path) -> None:  # noqa: ANN401
        request = ChangeRequest(kind, target, value, self.start, path, file=self.file)
        self.requests.append(request)
