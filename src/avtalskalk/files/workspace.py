"""Files, folders and standard input to checked agreements: one at a time, in path order."""

import itertools
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Generic, NamedTuple, TypeVar

from avtalskalk.calculation.missing import AGREEMENTS
from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.readings import Changed, examine_all
from avtalskalk.diagnostics import (
    Argument,
    Diagnostic,
    Path,
    Phrase,
    Severity,
    fault,
    unknown_name,
)
from avtalskalk.files.agreement_index import FROM_AGREEMENT, AgreementIndex, references
from avtalskalk.files.characters import MOST_BYTES
from avtalskalk.files.files import SCENARIOS, SHARED, Identity, read_bytes, shown, unreadable
from avtalskalk.files.folders import TESTS, FileToRead, files_below, in_workspace, workspace_of
from avtalskalk.files.shared import Merged, Shared, merge
from avtalskalk.files.yaml import MOST_FINDINGS, YamlDocument, read
from avtalskalk.files.yaml_places import locate, unspaced
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import Input
from avtalskalk.read_only import ReadOnly

if TYPE_CHECKING:
    # Few agreements name tables, and a start must not wait for what reads them.
    from avtalskalk.files.data_files import Tables

T = TypeVar("T")

STDIN = "-"
# Compiled when a file is odd enough to be asked: compiling costs a start more than reading a file.
_CLAIMS = rb"""(?m)^[ \t{]*["']?avtalskalk["']?[ \t]*:"""
_LOOKS_LIKE = (
    rb"""(?m)^["']?parties["']?[ \t]*:""",
    rb"""(?m)^["']?periods["']?[ \t]*:""",
)


class Loaded(NamedTuple):
    """One agreement, or what stands in its way.

    ``file`` is relative to the working folder, ``location`` absolute (empty for stdin and for
    what is no file).  ``agreement`` is None where an error stops all of it; ``plan`` is it made
    ready, as the checks used it, ``data`` what both were made from, ``merged`` where that was
    written.  ``inputs`` are the files it rests on, its own first.  ``readings`` are what it is
    under each of its readings; ``reading`` names the one that it is under, if any, and ``changes``
    are what that has changed.  ``sources`` are the agreements, by id, that it rests on.
    """

    file: str
    agreement: Agreement | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    inputs: tuple[Input, ...] = ()
    location: str = ""
    documents: tuple[YamlDocument, ...] = ()
    plan: Plan | None = None
    data: object = None
    merged: Merged | None = None
    readings: Mapping[str, Changed] = ReadOnly()
    reading: str = ""
    changes: Changed | None = None
    sources: Mapping[str, "Loaded"] = ReadOnly()

    def __repr__(self) -> str:
        """What it is, in a line: all that it holds would be pages."""
        what = f"agreement {self.agreement.id}" if self.agreement else "no valid agreement"
        return f"<Loaded {self.file}: {what}, {len(self.diagnostics)} findings>"

    @property
    def name(self) -> str:
        """What the agreement is called in messages: its id."""
        return self.agreement.id if self.agreement else self.file

    @property
    def belongs_to_others(self) -> bool:
        """Whether it is a named file that serves agreements and is none: shared data, say."""
        return any(diagnostic.code == "AV065" for diagnostic in self.diagnostics)

    @property
    def input(self) -> Input:
        """The file itself."""
        return self.inputs[0] if self.inputs else Input(self.file, "")

    def placed(self, diagnostic: Diagnostic) -> Diagnostic:
        """A finding with its line and column, as far as it has any."""
        above, inside = diagnostic.path[:2], diagnostic.path[2:]
        # It may be in an agreement that this one rests on; a file may have such a key, too.
        source = self.sources.get(str(above[1])) if above[1:] and above[0] == AGREEMENTS else None
        if source:
            return source.placed(replace(diagnostic, path=inside, file="")).within(source.file)
        if self.changes:
            diagnostic = replace(diagnostic, path=self.changes.at_home(diagnostic.path))
        if self.merged and not diagnostic.file:
            diagnostic = self.merged.at_home(diagnostic, self.documents[-1].file).within(self.file)
        if diagnostic.place:
            return diagnostic
        for document in self.documents:
            if document.file == diagnostic.file:
                place = locate(document.text, diagnostic.path, diagnostic.at)
                related = (locate(document.text, path, "key") for path in diagnostic.related)
                lines = tuple(sorted({place.line for place in related if place}))
                return replace(diagnostic, place=place, lines=lines)
        return diagnostic

    def file_and_line(self, path: Path) -> tuple[str, int | None]:
        """The file and the line that a path leads to."""
        placed = self.placed(Diagnostic("", path=path))
        return placed.file or self.file, placed.place.line if placed.place else None


class _Step(NamedTuple):
    """One step of a run: a file to read, or why one is passed over, or the end of a folder.

    ``folder`` is what the folder is called that the user has named, ``raw`` what standard input
    held.
    """

    folder: str
    file: FileToRead | Diagnostic | None
    raw: bytes | None = None


class FileRead(NamedTuple, Generic[T]):
    """What a function gives of the agreement in a file; None for a file that is none.

    ``inputs`` are the files that it rests on, as they are found from the working folder.
    """

    step: _Step
    result: T | None = None
    inputs: tuple[str, ...] = ()
    identity: Identity | None = None
    workspace_and_id: tuple[str, str] | None = None


Spread = Callable[
    [Callable[[Iterable[_Step]], Iterator[FileRead[T]]], Iterable[_Step]], Iterator[FileRead[T]]
]
"""How a function of the steps of a run, several at a time, gives what it does for all of them."""


def load(
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    cwd: str | os.PathLike[str] | None = None,
    named: bool = True,
) -> Iterator[Loaded]:
    """Read files, folders (what is below them in path order) and ``-``, each file once.

    One agreement after the other, valid or not, each with its findings at their places.  A file
    that a user has not ``named`` is passed over, as in a folder, where it is no agreement.
    """
    for file in load_each(_as_read, paths, stdin=stdin, cwd=cwd, named=named):
        if file.result is not None:
            yield file.result


def load_each(
    work: Callable[[Loaded], T],
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    cwd: str | os.PathLike[str] | None = None,
    named: bool = True,
    spread: Spread[T] | None = None,
) -> Iterator[FileRead[T]]:
    """As `load`, with what a function gives of each agreement.

    Files are read, and the function called, wherever ``spread`` calls what it is given: the order
    of files, and what one has to do with another, is seen to here.
    """
    cwd = os.path.abspath(cwd or os.getcwd())
    seen: set[Identity] = set()
    ids: dict[tuple[str, str], str] = {}
    count = 0
    steps = _steps([os.fspath(path) for path in paths], cwd, stdin, named=named)
    read_steps = partial(_read_steps, work, cwd)
    for file in spread(read_steps, steps) if spread else read_steps(steps):
        step, key = file.step, file.workspace_and_id
        if step.file is None:
            if not count:
                nothing = _refused(step.folder, Diagnostic("AV051", {"name": step.folder}))
                yield file._replace(result=work(nothing))
            count = 0
            continue
        if file.result is None:
            continue
        count += bool(step.folder)
        if file.identity:
            if file.identity in seen:
                # It has been read under another name.
                continue
            seen.add(file.identity)
        name = step.file.name if isinstance(step.file, FileToRead) else ""
        if key and ids.setdefault(key, name) != name:
            # Rare enough to be read once more, here where that is known.
            loaded = read_again(file, cwd)
            same_id = Diagnostic("AV056", {"id": key[1], "first": ids[key]}, ("id",), file=name)
            diagnostics = (*loaded.diagnostics, loaded.placed(same_id))
            loaded = loaded._replace(agreement=None, plan=None, diagnostics=diagnostics)
            yield file._replace(result=work(loaded))
        else:
            yield file


def read_again(file: FileRead[T], cwd: str = "") -> Loaded:
    """The agreement in a file that has been read, with its text and all."""
    (again,) = _read_steps(_as_read, os.path.abspath(cwd or os.getcwd()), [file.step])
    name = file.step.file.name if isinstance(file.step.file, FileToRead) else ""
    return again.result or _refused(name, Diagnostic("AV065", {"name": name}))


def load_text(text: str, location: str) -> Loaded:
    """An agreement's text as it would be read if it stood in a file at a location."""
    cwd = os.getcwd()
    location = os.path.join(cwd, location)
    folder = os.path.dirname(location)
    file = FileToRead(location, _name(location, cwd), workspace_of(folder), named=True)
    loaded = _Reader(cwd).agreement(file, text.encode("utf-8"))
    return loaded or _refused(file.name, Diagnostic("AV054"))


def _as_read(loaded: Loaded) -> Loaded:
    return loaded


def _steps(
    paths: Iterable[str], cwd: str, stdin: BinaryIO | None, *, named: bool
) -> Iterator[_Step]:
    """What files, folders and standard input there are to read, in order."""
    for path in paths:
        if path == STDIN:
            file = FileToRead("", STDIN, workspace_of(cwd), named=True)
            try:
                yield _Step("", file, stdin.read(MOST_BYTES + 1) if stdin else b"")
            except OSError as error:
                yield _Step("", unreadable(error, STDIN).within(STDIN))
            continue
        location = os.path.normpath(os.path.join(cwd, path))
        name = _name(location, cwd)
        try:
            is_folder = stat.S_ISDIR(os.stat(location).st_mode)
        except (OSError, ValueError) as error:
            yield _Step("", unreadable(error, location).within(name))
            continue
        if is_folder:
            yield from (_Step(name, file) for file in files_below(location, name))
            yield _Step(name, None)
        else:
            root = workspace_of(os.path.dirname(location))
            yield _Step("", FileToRead(location, name, root, named=named))


def _read_steps(
    work: Callable[[Loaded], T], cwd: str, steps: Iterable[_Step]
) -> Iterator[FileRead[T]]:
    """What a function gives of the agreement in each file, if there is one."""
    reader = _Reader(cwd)
    for step in steps:
        file, raw, identity = step.file, step.raw, None
        if isinstance(file, FileToRead) and raw is None:
            content = read_bytes(file.location)
            if isinstance(content, Diagnostic):
                file = content.within(file.name)
            else:
                raw, identity = content
        loaded: Loaded | None = None
        if isinstance(file, Diagnostic):
            loaded = _refused(file.file, file)
        elif file and raw is not None:
            try:
                loaded = reader.agreement(file, raw)
            except Exception as error:  # noqa: BLE001 - nobody knows what it may be
                # A fault of our own is the file's, so that the others are still read.
                loaded = _refused(file.name, fault(error))
        if loaded is None:
            yield FileRead(step)
            continue
        name = loaded.data.get("id") if isinstance(loaded.data, dict) else None
        key = None
        if isinstance(name, str) and name and isinstance(file, FileToRead):
            key = file.root, name
        inputs = (loaded.location, *(file_read.path for file_read in loaded.inputs))
        yield FileRead(step, work(loaded), tuple(filter(None, inputs)), identity, key)


def _name(location: str, cwd: str) -> str:
    """A path relative to the working folder, with ``/``."""
    try:
        relative = os.path.relpath(location, cwd)
    except ValueError:
        # Another drive of Windows.
        relative = location
    return shown(relative.replace(os.sep, "/"))


class _Reader:
    """What reads one file after the other; what they have in common is kept."""

    def __init__(self, cwd: str) -> None:
        self.cwd = cwd
        self.shared_of: dict[str, Shared | Diagnostic | None] = {}
        self.tables: Tables | None = None
        self.index: AgreementIndex | None = None
        self.sources: dict[str, Loaded] = {}

    def agreement(self, file: FileToRead, raw: bytes) -> Loaded | None:
        """The agreement in a file's bytes; None for a file that was not named and is none."""
        is_shared = file.location == os.path.join(file.root, SHARED)
        no_agreement = Diagnostic("AV065", {"name": file.name})
        if file.named and (is_shared or file.location.endswith(TESTS)):
            return _refused(file.name, no_agreement)
        if not file.named and not _may_be_agreement(raw):
            return None
        document = read(raw, file.name)
        data = document.data
        diagnostics = [*document.diagnostics]
        if isinstance(data, dict) and "avtalskalk" not in data:
            looks_like = "parties" in data and "periods" in data
            if not looks_like and not file.named:
                return None
            from avtalskalk.model.files_beside import LAYOUT_KEYS, SCENARIO_KEYS

            folder = os.path.basename(os.path.dirname(file.location))
            beside = any(data and data.keys() <= keys for keys in (SCENARIO_KEYS, LAYOUT_KEYS))
            if not looks_like and (folder == SCENARIOS or beside):
                return _refused(file.name, no_agreement)
            diagnostics.insert(0, Diagnostic("AV054", file=file.name))
            data = {"avtalskalk": "1", **data} if looks_like else None
        elif not isinstance(data, dict) and not file.named:
            # Unreadable: whether it says that it is an agreement, or looks like one.
            claims = re.search(_CLAIMS, _letters(raw)) or _looks_like_agreement(raw)
            if not claims:
                return None
        return self.checked(file, document, data, diagnostics)

    def checked(
        self, file: FileToRead, document: YamlDocument, data: object, diagnostics: list[Diagnostic]
    ) -> Loaded:
        """An agreement with what it takes from its workspace, and all that is wrong with it."""
        shared = self.shared(file.root)
        documents: tuple[YamlDocument, ...] = (document,)
        merged: Merged | None = None
        agreement = plan = None
        readings: Mapping[str, Changed] = ReadOnly()
        sources: Mapping[str, Loaded] = ReadOnly()
        if isinstance(shared, Diagnostic):
            diagnostics.append(shared)
        else:
            if shared:
                diagnostics += shared.diagnostics
                documents = (document, shared.document)
            if isinstance(data, dict) and (not shared or isinstance(shared.document.data, dict)):
                merged = merge(data, shared)
        if merged:
            if any("file" in document.text for document in documents):
                self.put_tables(file, merged)
            if any(FROM_AGREEMENT in document.text for document in documents):
                sources = self.sources_of(file, merged)
            plans = {name: source.plan for name, source in sources.items() if source.plan}
            examined = examine_all(merged.data, plans)
            if merged.diagnostics or examined.diagnostics:
                diagnostics += _without_repeats(merged, examined.diagnostics, documents)
            agreement, plan, readings = examined.agreement, examined.plan, examined.readings
        if any(diagnostic.stops_all for diagnostic in diagnostics):
            agreement = plan = None
        inputs = [Input(document.file, document.sha256) for document in documents]
        inputs += merged.inputs if merged else ()
        inputs += [input_file for source in sources.values() for input_file in source.inputs]
        loaded = Loaded(
            file.name,
            agreement,
            (),
            tuple(dict.fromkeys(inputs)),
            file.location,
            documents,
            plan,
            merged.data if merged else None,
            merged,
            readings,
            sources=ReadOnly(sources),
        )
        return loaded._replace(diagnostics=tuple(map(loaded.placed, diagnostics)))

    def put_tables(self, file: FileToRead, merged: Merged) -> None:
        """Put in the values of keys and indices that stand in tables of their own."""
        from avtalskalk.files.data_files import Homes, Tables

        self.tables = self.tables or Tables()
        folder = os.path.dirname(file.location) or self.cwd
        self.tables.put_into(merged, Homes(folder, file.root, partial(_name, cwd=self.cwd)))

    def sources_of(self, file: FileToRead, merged: Merged) -> dict[str, Loaded]:
        """The agreements that an agreement's amounts come from, with those that they rest on.

        What stands in the way of one is reported where it is named.
        """
        if self.index is None or self.index.root != file.root:
            # As with what is shared: other workspaces are not kept.
            self.index = AgreementIndex(file.root, _name(file.root, self.cwd))
            self.sources = {}
        named = list(references(merged.data))
        refused = self.index.refused(str(merged.data.get("id")), (name for _, name in named))
        sources: dict[str, Loaded] = {}
        for path, name in named:
            source = refused or self.source(self.index, name)
            if isinstance(source, Diagnostic):
                merged.diagnostics.append(replace(source, path=path))
                merged.failed.append(path)
            else:
                sources |= {name: source, **source.sources}
        return sources

    def source(self, index: AgreementIndex, name: str) -> Loaded | Diagnostic:
        """The agreement of a workspace with an id, or why nothing can be taken from it."""
        files = index.known.get(name, [])
        if not files:
            return Diagnostic("AV101", unknown_name("agreement", name, sorted(index.known)))
        if len(files) > 1:
            return Diagnostic("AV056", {"id": name, "first": files[1].name})
        if name not in self.sources:
            content = read_bytes(files[0].location)
            raw = b"" if isinstance(content, Diagnostic) else content[0]
            refused = _refused(files[0].name, Diagnostic("AV065"))
            self.sources[name] = self.agreement(files[0], raw) or refused
        source = self.sources[name]
        if source.plan is None:
            why = Phrase("taken_not_valid")
            return Diagnostic("AV428", {"id": name, "why": why})
        return source

    def shared(self, root: str) -> Shared | Diagnostic | None:
        """The workspace's shared file, or why it cannot be read; None where there is none."""
        if root in self.shared_of:
            return self.shared_of[root]
        location = os.path.join(root, SHARED)
        name = _name(location, self.cwd)
        shared: Shared | Diagnostic | None = None
        if os.path.lexists(location):
            place = in_workspace(location, root, name)
            content = place if isinstance(place, Diagnostic) else read_bytes(place)
            if isinstance(content, Diagnostic):
                shared = replace(content, file=name)
            else:
                shared = Shared.of(read(content[0], name))
        # Most often the next agreement is of the same workspace; others are not kept.
        self.shared_of = {root: shared}
        return shared


def _may_be_agreement(raw: bytes) -> bool:
    """A quick look that spares the parsing of other people's YAML."""
    return b"avtalskalk" in _letters(raw) or _looks_like_agreement(raw)


def _looks_like_agreement(raw: bytes) -> bool:
    return all(re.search(pattern, _letters(raw)) for pattern in _LOOKS_LIKE)


def _letters(raw: bytes) -> bytes:
    """A text's letters, also where a wrong encoding has two bytes for each."""
    return raw.replace(b"\0", b"")


def _refused(file: str, diagnostic: Diagnostic) -> Loaded:
    return Loaded(file, None, (replace(diagnostic, file=file),))


def _without_repeats(
    merged: Merged, findings: Iterable[Diagnostic], documents: tuple[YamlDocument, ...]
) -> list[Diagnostic]:
    """The findings on an agreement, each in its file, without those on values left empty."""
    document, common = documents[0], documents[-1]
    placed = [
        merged.at_home(diagnostic, common.file).within(document.file)
        for diagnostic in (*merged.diagnostics, *itertools.filterfalse(merged.follows, findings))
    ]
    kept: list[Diagnostic] = []
    remaining = merged.bounded(placed) if merged.more else placed
    for index, diagnostic in enumerate(remaining):
        home = document if diagnostic.file == document.file else common
        if len(kept) >= MOST_FINDINGS:
            # More than anyone would read; an error where one of them is.
            errors = any(diagnostic.stops_all for diagnostic in remaining[index:])
            counts: dict[str, Argument] = {"shown": len(kept), "more": len(remaining) - index}
            severity: Severity = "error" if errors else "warning"
            kept.append(Diagnostic("AV038", counts, file=document.file, severity=severity))
            break
        if diagnostic.file in merged.more:
            kept.append(diagnostic)
        elif not home.explains(diagnostic.path):
            error = diagnostic.severity == "error"
            lines = unspaced(home.text, diagnostic.path) if error else ()
            instead = [line.within(home.file) for line in lines]
            kept += [line for line in instead if line not in kept] if lines else [diagnostic]
    return kept
