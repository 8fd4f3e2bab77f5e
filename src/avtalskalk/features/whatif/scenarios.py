"""Scenario files: found by name or path, read, and put after the ones that they rest on."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple, get_args

from avtalskalk.diagnostics import Diagnostic, Path, unknown_name
from avtalskalk.features.whatif.change_request import ChangeRequest, Kind
from avtalskalk.files.files import SCENARIOS, read_bytes, shown_name
from avtalskalk.files.folders import ENDINGS, in_workspace, workspace_of
from avtalskalk.files.yaml import YamlDocument, read
from avtalskalk.files.yaml_places import locate
from avtalskalk.model.files_beside import WrittenScenario
from avtalskalk.model.statement import Input
from avtalskalk.model.validation import read_record
from avtalskalk.words.formats import safe

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


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
    def full_title(self) -> str:
        """What it is in words, with its source."""
        title = self.title or self.name
        return f"{title} ({self.source})" if self.source else title

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
    places = (folder, workspace_of(folder))
    return tuple(dict.fromkeys(os.path.join(path, SCENARIOS) for path in places))


def read_scenario_file(
    name: str, folders: Sequence[str], option: str = "--scenario"
) -> ScenarioFile:
    """A scenario by its name, or by a path, with those that it is made after first."""
    chain = _Chain(folders, option)
    title, source = chain.add(name, Diagnostic("", path=()), ())
    scenario = ScenarioFile(
        # As every name of a file, it may hold what a terminal obeys.
        safe(_stem(name) if _is_path(name) else name),
        title,
        source,
        tuple(chain.requests),
        tuple(chain.documents.values()),
        tuple(chain.documents),
    )
    return scenario._replace(diagnostics=tuple(map(scenario.placed, chain.diagnostics)))


class _Chain:
    """Scenarios that rest on each other, each read once."""

    def __init__(self, folders: Sequence[str], option: str) -> None:
        self.folders, self.option = folders, option
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
            path = named.path or (f"{self.option} {name}",)
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
        named_by_path = _is_path(name) and not above
        # It is in the agreement's workspace, or in that of the one that it stands beside.
        folder = os.path.dirname(location)
        root = _root_of(folder) if folder in self.folders else workspace_of(folder)
        target = location if named_by_path else in_workspace(location, root, file)
        content = target if isinstance(target, Diagnostic) else read_bytes(target)
        if isinstance(content, Diagnostic):
            self.diagnostics.append(replace(content, file=named.file or file, path=named.path))
            return "", ""
        document = read(content[0], file)
        self.documents[location] = document
        scenario = read_scenario(document.data, file)
        self.diagnostics += document.diagnostics
        missing = document.without_value
        self.diagnostics += [
            finding for finding in scenario.diagnostics if finding.path not in missing
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
            for ending in ENDINGS
        )
        safe = os.path.basename(name) == name
        return next(filter(os.path.isfile, candidates), None) if safe else None


def _names_in(folders: Iterable[str]) -> tuple[str, ...]:
    """The names of the scenarios in some folders."""
    names: dict[str, None] = {}
    for folder in folders:
        if isinstance(in_workspace(folder, _root_of(folder), folder), Diagnostic):
            continue
        try:
            files = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
        except OSError:
            continue
        stems = (os.path.splitext(file) for file in files)
        names.update(dict.fromkeys(stem for stem, ending in stems if ending in ENDINGS))
    return tuple(names)


def _root_of(scenarios: str) -> str:
    """The top of the workspace that a folder of scenarios is in; the folder may be a link."""
    return workspace_of(os.path.dirname(scenarios))


def _stem(location: str) -> str:
    """What a scenario is called by its file."""
    return os.path.splitext(os.path.basename(location))[0]


def _is_path(name: str) -> bool:
    """Whether a scenario is named by its file."""
    return name.endswith(ENDINGS) or "/" in name or os.sep in name


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
    record, diagnostics = read_record(WrittenScenario, data)
    if record is None:
        return Scenario(diagnostics=tuple(finding.within(file) for finding in diagnostics))
    way = {"blend": record.blend, "phase_in": record.phase_in}
    for key in [key for key, value in way.items() if value is not None]:
        if record.split is None and not record.share:
            found = Diagnostic("AV871", {"given": key, "lacking": "split"}, (key,), file=file)
            return Scenario(diagnostics=(found,))
        if key == "phase_in" and record.start:
            about = {"first": "from", "second": key}
            return Scenario(diagnostics=(Diagnostic("AV824", about, (key,), file=file),))
    requests = tuple(
        ChangeRequest(
            kind,
            target,
            value,
            record.start,
            path,
            "",
            file,
            *(way.values() if kind in ("split", "share") else ()),
        )
        # In the order of the file, which is the order they are made in.
        for kind in (key for key in data if key in _KINDS)
        for target, value, path in _targets(kind, getattr(record, kind))
    )
    return Scenario(record.title, record.source, record.after, requests)


def _targets(kind: Kind, value: Any) -> Iterator[tuple[str, Any, Path]]:  # noqa: ANN401 - plain data
    """What is changed below one of a scenario's keys, to what, and where that is written."""
    if kind == "leave":
        yield from ((party, "", (kind,)) for party in value)
    elif kind == "join" and not isinstance(value, Mapping):
        yield value, "", (kind,)
    elif kind == "split" or not isinstance(value, Mapping):
        yield "", value, (kind,)
    else:
        for name, below in value.items():
            if kind == "key" and isinstance(below, Mapping):
                # A key's parties may have lines of their own.
                for party, change in below.items():
                    yield f"{name}.{party}", change, (kind, name, party)
            else:
                yield name, below, (kind, name)
