"""What a workspace has in common, put into an agreement's data before it is checked."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Place, unknown_name
from avtalskalk.files.yaml import YamlDocument, position
from avtalskalk.model.files_beside import WrittenShared
from avtalskalk.model.statement import Input
from avtalskalk.model.validation import read_record
from avtalskalk.model.values import could_be_two, two_ways

MOST_TABLE_FINDINGS = 20
"""So many findings of a table in a file of its own are shown."""

_SECTIONS = ("keys", "indices", "sources")

Section = Mapping[str, object]


class Shared(NamedTuple):
    """A workspace's ``shared.yaml``; its findings belong to every agreement there.

    ``words`` has the texts of each entry, which name what it uses in turn.
    """

    document: YamlDocument
    sections: Mapping[str, Section]
    diagnostics: tuple[Diagnostic, ...]
    words: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, document: YamlDocument) -> "Shared":
        """Sort what a file holds, and say what it may not hold."""
        data = document.data if isinstance(document.data, dict) else {}
        _, wrong = read_record(WrittenShared, data)
        missing = document.without_value
        findings = [
            diagnostic.within(document.file)
            for diagnostic in wrong
            if diagnostic.path not in missing
        ]
        sections = {
            name: data[name] for name in ("parties", *_SECTIONS) if isinstance(data.get(name), dict)
        }
        words = {
            (name, entry): _words(content)
            for name, section in sections.items()
            for entry, content in section.items()
        }
        return cls(document, sections, (*document.diagnostics, *findings), words)


def _words(data: object) -> str:
    """Every key and text in some data, each on a line; no deeper than the reader lets it be."""
    if isinstance(data, dict):
        return "\n".join(f"{key}\n{_words(value)}" for key, value in data.items())
    return "\n".join(map(_words, data)) if isinstance(data, list) else str(data)


@dataclass(frozen=True, slots=True)
class Merged:
    """An agreement's data with what it takes from its workspace.

    ``origins`` leads from a path in it to the path in ``shared.yaml`` where it came from.
    ``tables`` are the paths of values that come from a table: each finds file and place of a path
    below.  ``failed`` are those with a table that is wrong, ``more`` how many
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
        for above, place_of in self.tables.items():
            length = len(above)
            if diagnostic.path[:length] == above:
                file, place = place_of(diagnostic.path[length:])
                return replace(diagnostic, file=file, place=place, related=())
        path = self._home(diagnostic.path)
        if path is None:
            return diagnostic
        homes = map(self._home, diagnostic.related)
        related = tuple(home for home in homes if home)
        return replace(diagnostic, file=shared_file, path=path, related=related)

    def follows(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding may only follow from what is wrong with a table.

        What its figures say themselves is looked at all the same.
        """
        path = diagnostic.path
        if path in self.failed:
            return True
        return not diagnostic.code.startswith("AV2") and any(
            path[: len(above)] == above for above in self.failed
        )

    def bounded(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings; of those on each table, once each, the first and how many more there are.

        A table that several keys are in would otherwise be reported for each of them.
        """
        kept: list[Diagnostic] = []
        by_table: dict[str, dict[object, Diagnostic]] = {}
        for diagnostic in findings:
            if diagnostic.file in self.more:
                key = (diagnostic.code, diagnostic.place, *diagnostic.arguments.items())
                by_table.setdefault(diagnostic.file, {}).setdefault(key, diagnostic)
            else:
                kept.append(diagnostic)
        for file, on_table in by_table.items():
            first = sorted(on_table.values(), key=position)[:MOST_TABLE_FINDINGS]
            kept += first
            if more := self.more[file] + len(on_table) - len(first):
                severity = min(diagnostic.severity for diagnostic in first)
                counts: dict[str, Argument] = {"shown": len(first), "more": more}
                kept.append(Diagnostic("AV038", counts, file=file, severity=severity))
        return kept

    def _home(self, path: Path) -> Path | None:
        for length in range(min(3, len(path)), 0, -1):
            if path[:length] in self.origins:
                return self.origins[path[:length]] + path[length:]
        return None


def merge(data: Mapping[str, object], shared: Shared | None) -> Merged:
    """Put in the parties an agreement lists, and the keys, indices and sources it names.

    What it writes itself goes first.
    """
    merged = Merged(dict(data))
    parties = merged.data.get("parties")
    known = shared.sections.get("parties", {}) if shared else {}
    if isinstance(parties, list) and parties and all(isinstance(party, str) for party in parties):
        merged.data["parties"] = _listed(parties, known, merged, shared)
    elif isinstance(parties, dict) and any(party in known for party in parties):
        merged.data["parties"] = {
            party: _filled(party, value, known[party], merged) if party in known else value
            for party, value in parties.items()
        }
    if shared:
        # A section of the wrong kind is left for the checks to refuse.
        sections = {name: data.get(name, {}) for name in _SECTIONS}
        stated: dict[str, Section] = {
            name: section for name, section in sections.items() if isinstance(section, dict)
        }
        for section, name in _named(_words(data), stated, merged, shared):
            entry = shared.sections[section][name]
            if section == "keys":
                entry = _own_values(entry, merged.data.get("parties"))
            stated[section] = {**stated[section], name: entry}
            merged.data[section] = stated[section]
            merged.origins[section, name] = (section, name)
            if "numbers" in data and section != "sources":
                for path, text in _scalars(entry, (section, name)):
                    if {"values", "links"} & {*path} and could_be_two(text):
                        # How the agreement writes numbers says nothing of what is shared.
                        fault = two_ways(text)
                        context = dict(fault.context or {})
                        merged.diagnostics.append(Diagnostic(fault.type, context, path))
    return merged


def _scalars(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts in a value, each with its path."""
    if not isinstance(value, dict | list):
        yield path, str(value)
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _scalars(item, (*path, key))


def _own_values(key: object, parties: object) -> object:
    """A shared key with the values of an agreement's own parties; it serves others too."""
    values = key.get("values") if isinstance(key, dict) else None
    if not isinstance(key, dict) or not isinstance(values, dict) or not isinstance(parties, dict):
        return key
    is_dated = any(str(when)[:1].isdigit() for when in values)
    own: dict[object, object] = {}
    for name, value in values.items():
        if not is_dated:
            own |= {name: value} if name in parties else {}
        elif isinstance(value, dict) and value:
            by_party = {party: number for party, number in value.items() if party in parties}
            own |= {name: by_party} if by_party else {}
        else:
            own[name] = value
    rest = {field: value for field, value in key.items() if field != "values"}
    return {**rest, "values": own} if own else rest


def _listed(ids: list[str], known: Section, merged: Merged, shared: Shared | None) -> Section:
    """A list of ids as the parties they name."""
    parties: dict[str, object] = {}
    nameless: list[str] = []
    for index, party in enumerate(ids):
        path = ("parties", index)
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


def _filled(party: str, stated: object, common: object, merged: Merged) -> object:
    """A party as the agreement writes it, and what only the workspace knows of it."""
    mine, ours = _as_mapping(stated), _as_mapping(common)
    if mine is None or ours is None or (isinstance(common, str) and isinstance(stated, str)):
        return stated
    more = {key: value for key, value in ours.items() if key not in mine}
    for key in more:
        # A party that is only a name there has no key of its own to point at.
        below = () if isinstance(common, str) else (key,)
        merged.origins["parties", party, key] = ("parties", party, *below)
    return {**mine, **more} if more else stated


def _as_mapping(party: object) -> Section | None:
    if isinstance(party, dict):
        return party
    return {"name": party} if isinstance(party, str) and party else None


def _named(
    text: str, stated: Mapping[str, Section], merged: Merged, shared: Shared
) -> list[tuple[str, str]]:
    """What an agreement's words name, and what that names in turn, in the shared file's order.

    A word of a title that happens to be the same brings in something unused, which does no harm.
    """
    candidates = [
        (section, name)
        for section, name in shared.words
        if section in stated and name not in stated[section]
    ]
    texts = [text]
    for home in merged.origins.values():
        entry = (str(home[0]), str(home[1]))
        texts += [shared.words[entry]] if entry in shared.words else []
    named: set[tuple[str, str]] = set()
    while texts:
        text = texts.pop()
        for entry in candidates:
            name = entry[1]
            # Most names are not there at all, which is quickly seen.
            if entry in named or name not in text:
                continue
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                named.add(entry)
                texts.append(shared.words[entry])
    return [entry for entry in candidates if entry in named]
