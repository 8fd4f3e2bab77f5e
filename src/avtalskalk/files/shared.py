"""What a workspace has in common, put into an agreement's data before it is checked."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Place, unknown_key, unknown_name
from avtalskalk.files.yaml import YamlDocument
from avtalskalk.files.yaml_diagnosis import position
from avtalskalk.model.statement import Input

MOST_TABLE_FINDINGS = 20
"""So many findings of a table in a file of its own are said."""

_SECTIONS = ("keys", "indices", "sources")
# The version may stand there as in every other file of ours.
_KNOWN = ("parties", *_SECTIONS)
_ALLOWED = frozenset({*_KNOWN, "avtalskalk"})

Section = Mapping[str, object]


class Shared(NamedTuple):
    """A workspace's ``shared.yaml``; its findings belong to every agreement there."""

    document: YamlDocument
    sections: Mapping[str, Section]
    diagnostics: tuple[Diagnostic, ...]
    words: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, document: YamlDocument) -> "Shared":
        """Sort what a file holds, and say what it may not hold."""
        data = document.data if isinstance(document.data, dict) else {}
        found = [
            Diagnostic("AV291", unknown_key(key, _KNOWN), (key,), "key")
            for key in data
            if key not in _ALLOWED
        ]
        sections: dict[str, Section] = {}
        for name in _KNOWN:
            section = data.get(name, {})
            if isinstance(section, dict):
                sections[name] = section
            elif (name,) not in document.without_value:
                expected: dict[str, Argument] = {"got": "- …", "example": "id: …"}
                found.append(Diagnostic("AV293", expected, (name,)))
        words = {
            (name, key): "\n".join(_texts(sections[name][key]))
            for name in sections
            for key in sections[name]
        }
        own = tuple(diagnostic.within(document.file) for diagnostic in found)
        return cls(document, sections, (*document.diagnostics, *own), words)


def _texts(value: object) -> Iterator[str]:
    """Every text in some data; no deeper than the reader lets it be."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield key
            yield from _texts(below)
    for below in value if isinstance(value, list) else ():
        yield from _texts(below)


@dataclass(frozen=True, slots=True)
class Merged:
    """An agreement's data with what it takes from its workspace.

    ``origins`` leads from a path in it to the path in ``shared.yaml`` where it came from.
    ``tables`` are the keys and indices whose values come from a table: each finds file and place
    of a path below ``values``.  ``failed`` are those with a table that is wrong, ``more`` how many
    findings on a table are not among the diagnostics, and ``inputs`` the files of the tables.
    """

    data: dict[str, object]
    origins: dict[Path, Path] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    tables: dict[Path, Callable[[Path], tuple[str, Place]]] = field(default_factory=dict)
    failed: list[Path] = field(default_factory=list)
    more: dict[str, int] = field(default_factory=dict)
    inputs: list[Input] = field(default_factory=list)

    def at_home(self, diagnostic: Diagnostic, shared_file: str) -> Diagnostic:
        """A finding with its path and file where the value was written."""
        for above, where in self.tables.items():
            length = len(above)
            if diagnostic.path[: length + 1] == (*above, "values"):
                file, place = where(diagnostic.path[length + 1 :])
                return replace(diagnostic, file=file, place=place, related=())
        path = self._home(diagnostic.path)
        if path is None:
            return diagnostic
        related = tuple(home for one in diagnostic.related if (home := self._home(one)))
        return replace(diagnostic, file=shared_file, path=path, related=related)

    def follows(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding may only follow from what is wrong with a table.

        What its figures say themselves is looked at all the same.
        """
        path = diagnostic.path
        return not diagnostic.code.startswith("AV2") and any(
            path[: len(above)] == above for above in self.failed
        )

    def bounded(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings; of those on each table, once each, the first and how many more there are.

        A table that several keys are in would otherwise be said to be wrong for each of them.
        """
        kept: list[Diagnostic] = []
        by_table: dict[str, dict[object, Diagnostic]] = {}
        for one in found:
            if one.file in self.more:
                key = (one.code, one.place, *one.arguments.items())
                by_table.setdefault(one.file, {}).setdefault(key, one)
            else:
                kept.append(one)
        for file, said in by_table.items():
            first = sorted(said.values(), key=position)[:MOST_TABLE_FINDINGS]
            kept += first
            if more := self.more[file] + len(said) - len(first):
                severity = min(one.severity for one in first)
                arguments: dict[str, Argument] = {"shown": len(first), "more": more}
                kept.append(Diagnostic("AV038", arguments, file=file, severity=severity))
        return kept

    def _home(self, path: Path) -> Path | None:
        for length in range(min(3, len(path)), 0, -1):
            if path[:length] in self.origins:
                return self.origins[path[:length]] + path[length:]
        return None


def merge(data: Mapping[str, object], text: str, shared: Shared | None) -> Merged:
    """Put in the parties an agreement lists, and the keys, indices and sources it mentions.

    What it writes itself goes first.
    """
    merged = Merged(dict(data))
    _parties(merged, shared)
    if shared:
        # A section of the wrong kind is left for the checks to refuse.
        own = {one: held for one in _SECTIONS if isinstance(held := data.get(one, {}), dict)}
        for section, name in _mentioned(text, own, merged, shared):
            own[section] = {**own[section], name: shared.sections[section][name]}
            merged.data[section] = own[section]
            merged.origins[section, name] = (section, name)
    return merged


def _parties(merged: Merged, shared: Shared | None) -> None:
    own = merged.data.get("parties")
    known = shared.sections.get("parties", {}) if shared else {}
    if isinstance(own, list) and own and all(isinstance(one, str) for one in own):
        merged.data["parties"] = _listed(own, known, merged, shared)
    elif isinstance(own, dict) and any(party in known for party in own):
        merged.data["parties"] = {
            party: _filled(party, value, known[party], merged) if party in known else value
            for party, value in own.items()
        }


def _listed(own: list[str], known: Section, merged: Merged, shared: Shared | None) -> Section:
    """A list of ids as the parties they name."""
    parties: dict[str, object] = {}
    nameless: list[str] = []
    for place, party in enumerate(own):
        path = ("parties", place)
        if not party:
            continue
        if party in parties:
            merged.diagnostics.append(Diagnostic("AV067", {"party": party}, path))
        elif party in known:
            merged.origins["parties", party] = ("parties", party)
        elif shared is None:
            nameless.append(party)
        else:
            arguments = unknown_name("party", party, known, "shared")
            merged.diagnostics.append(Diagnostic("AV101", arguments, path))
        parties[party] = known.get(party, party)
    if nameless:
        merged.diagnostics.append(Diagnostic("AV061", {"parties": tuple(nameless)}, ("parties",)))
    return parties


def _filled(party: str, own: object, common: object, merged: Merged) -> object:
    """A party as the agreement writes it, and what only the workspace knows of it."""
    mine, ours = _as_mapping(own), _as_mapping(common)
    if mine is None or ours is None or (isinstance(common, str) and isinstance(own, str)):
        return own
    more = {key: value for key, value in ours.items() if key not in mine}
    for key in more:
        # A party that is only a name there has no key of its own to point at.
        below = () if isinstance(common, str) else (key,)
        merged.origins["parties", party, key] = ("parties", party, *below)
    return {**mine, **more} if more else own


def _as_mapping(party: object) -> Section | None:
    if isinstance(party, dict):
        return party
    return {"name": party} if isinstance(party, str) and party else None


def _mentioned(
    text: str, own: Mapping[str, Section], merged: Merged, shared: Shared
) -> list[tuple[str, str]]:
    """What an agreement's words name, and what that names in turn, in the shared file's order.

    A word that only happens to be the same brings in something unused, which does no harm.
    """
    names = [
        (section, name)
        for section, name in shared.words
        if section in own and name not in own[section]
    ]
    parties = (shared.words[home[0], home[1]] for home in _homes(merged) if home in shared.words)
    texts = [text, *parties]
    found: set[tuple[str, str]] = set()
    while texts:
        said = texts.pop()
        for name in names:
            if name not in found and _says(said, name[1]):
                found.add(name)
                texts.append(shared.words[name])
    return [name for name in names if name in found]


def _homes(merged: Merged) -> Iterator[tuple[str, str]]:
    for home in merged.origins.values():
        yield str(home[0]), str(home[1])


def _says(text: str, name: str) -> bool:
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
