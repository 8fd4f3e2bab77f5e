"""Scenario files: found by name or path, read, and put after the ones that they rest on."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path, Phrase, unknown_name
from avtalskalk.features.selftest.test_file import shown_name
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.scenarios import read_scenario
from avtalskalk.files.files import read_bytes
from avtalskalk.files.folders import root_above
from avtalskalk.files.yaml import YamlDocument, read
from avtalskalk.files.yaml_diagnosis import locate
from avtalskalk.model.statement import Input

FOLDER = "scenarios"
_ENDINGS = (".yaml", ".yml")
_WITHOUT_LINES = ("AV002", "AV027")


class ScenarioFile(NamedTuple):
    """A scenario with all that it rests on: every change in order, and the files they stand in.

    ``locations`` are where the files are, ``diagnostics`` what is wrong with them, placed.
    """

    name: str
    title: str = ""
    source: str = ""
    asked: tuple[ChangeRequest, ...] = ()
    documents: tuple[YamlDocument, ...] = ()
    locations: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The files, with their fingerprints."""
        return tuple(Input(one.file, one.sha256) for one in self.documents)

    def placed(self, one: Diagnostic) -> Diagnostic:
        """A finding with its line, where it is about one of the files."""
        for document in self.documents:
            if document.file == one.file and not one.place:
                return replace(one, place=locate(document.text, one.path, one.at))
        return one


def folders_of(location: str) -> tuple[str, ...]:
    """Where an agreement's scenarios may be; one that is sent in is taken to be right here."""
    folder = os.path.dirname(location) or os.getcwd()
    root = root_above(folder) or folder
    return tuple(dict.fromkeys(os.path.join(one, FOLDER) for one in (folder, root)))


def known_in(folders: Iterable[str]) -> tuple[str, ...]:
    """The names of the scenarios in some folders."""
    names: dict[str, None] = {}
    for folder in folders:
        try:
            files = sorted(one.name for one in os.scandir(folder) if one.is_file())
        except OSError:
            continue
        stems = (os.path.splitext(file) for file in files)
        names.update(dict.fromkeys(stem for stem, ending in stems if ending in _ENDINGS))
    return tuple(names)


def read_scenario_file(name: str, folders: Sequence[str]) -> ScenarioFile:
    """A scenario by its name, or by a path, with those that it is made after first."""
    return _Chain(tuple(folders)).whole(name)


class _Chain:
    """Scenarios that rest on each other, each read once."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        self.folders = folders
        self.documents: dict[str, YamlDocument] = {}
        self.asked: list[ChangeRequest] = []
        self.found: list[Diagnostic] = []

    def whole(self, name: str) -> ScenarioFile:
        title, source = self.add(name, Diagnostic("", path=()), ())
        stem = _stem(name) if _is_path(name) else name
        documents = tuple(self.documents.values())
        one = ScenarioFile(stem, title, source, tuple(self.asked), documents, tuple(self.documents))
        return one._replace(diagnostics=tuple(map(one.placed, self.found)))

    def add(self, name: str, where: Diagnostic, above: tuple[str, ...]) -> tuple[str, str]:
        """Add a scenario after those that it rests on; its title and source."""
        location = self.location(name, above)
        if location is None:
            self.lacking(name, where)
            return "", ""
        if location in above:
            names = [_stem(one) for one in (*above[above.index(location) :], location)]
            self.found.append(replace(where, code="AV113", arguments={"circle": " → ".join(names)}))
            return "", ""
        if location in self.documents:
            return "", ""
        return self.read(location, where, (*above, location))

    def read(self, location: str, where: Diagnostic, above: tuple[str, ...]) -> tuple[str, str]:
        file = shown_name(location)
        content = read_bytes(location)
        if isinstance(content, Diagnostic):
            self.found.append(replace(content, file=where.file or file, path=where.path))
            return "", ""
        document = read(content[0], file)
        self.documents[location] = document
        scenario = read_scenario(document.data, file)
        self.found += map(_of_a_scenario, document.diagnostics)
        self.found += [
            one for one in scenario.diagnostics if one.path not in document.without_value
        ]
        for place, name in enumerate(scenario.after):
            path: Path = ("after", place) if len(scenario.after) > 1 else ("after",)
            self.add(name, Diagnostic("", path=path, file=file), above)
        self.asked += scenario.asked
        return scenario.title, scenario.source

    def location(self, name: str, above: tuple[str, ...]) -> str | None:
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

    def lacking(self, name: str, where: Diagnostic) -> None:
        known = known_in(self.folders)
        path = where.path or (f"--scenario {name}",)
        arguments = unknown_name("scenario", name, known, "scenario")
        self.found.append(replace(where, code="AV101", arguments=arguments, path=path))


def _of_a_scenario(one: Diagnostic) -> Diagnostic:
    """What is wrong with a file's text; that it has no lines is not told as of an agreement."""
    if one.code not in _WITHOUT_LINES:
        return one
    return replace(one, code="AV768", arguments={"expected": Phrase("a_mapping")})


def _stem(location: str) -> str:
    """What a scenario is called by its file."""
    return os.path.splitext(os.path.basename(location))[0]


def _is_path(name: str) -> bool:
    """Whether a scenario is named by its file."""
    return name.endswith(_ENDINGS) or "/" in name or os.sep in name


def plain_value(written: str) -> object:
    """An option's value as a file would have it: ``{by: population}`` is a mapping."""
    if written[:1] not in {"{", "["}:
        return written
    document = read(f"value: {written}\n".encode("utf-8", "surrogatepass"), "")
    data = document.data if isinstance(document.data, dict) else {}
    return data.get("value", written) if not document.diagnostics else written
