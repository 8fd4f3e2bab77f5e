"""Files, folders and standard input to checked agreements: one at a time, in path order."""

import itertools
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.readings import Changed, examine_all
from avtalskalk.diagnostics import Argument, Diagnostic, Path, Severity, fault
from avtalskalk.files.characters import MOST_BYTES
from avtalskalk.files.files import SCENARIOS, SHARED, Identity, read_bytes, shown, unreadable
from avtalskalk.files.folders import TESTS, FileToRead, files_below, in_workspace, workspace_of
from avtalskalk.files.shared import Merged, Shared, merge
from avtalskalk.files.yaml import MOST_FINDINGS, YamlDocument, read
from avtalskalk.files.yaml_places import locate, unspaced
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import Input

if TYPE_CHECKING:
    # Few agreements name tables, and a start must not wait for what reads them.
    from avtalskalk.files.data_files import Tables

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
    written.  ``inputs`` are the files it rests on, its own first.  ``reading`` names the reading
    that it is under, if any, and ``changes`` are what that has changed.
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
    reading: str = ""
    changes: Changed | None = None

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
    reader = _Reader(os.path.abspath(cwd or os.getcwd()), stdin, named=named)
    for path in paths:
        yield from reader.path(os.fspath(path))


def load_text(text: str, location: str) -> Loaded:
    """An agreement's text as it would be read if it stood in a file at a location."""
    reader = _Reader(os.getcwd(), None)
    folder = os.path.dirname(location)
    file = FileToRead(location, reader.name(location), workspace_of(folder), named=True)
    loaded = reader.agreement(file, text.encode("utf-8"))
    return loaded or _refused(file.name, Diagnostic("AV054"))


class _Reader:
    """One run: what has been read already, by identity and by id, and nothing of its content."""

    def __init__(self, cwd: str, stdin: BinaryIO | None, *, named: bool = True) -> None:
        self.cwd = cwd
        self.named = named
        self.stdin = stdin
        self.seen: set[Identity] = set()
        self.repeated = 0
        self.ids: dict[tuple[str, str], str] = {}
        self.shared_of: dict[str, Shared | Diagnostic | None] = {}
        self.tables: Tables | None = None

    def path(self, path: str) -> Iterator[Loaded]:
        """What a file, a folder or standard input holds."""
        if path == STDIN:
            try:
                raw = self.stdin.read(MOST_BYTES + 1) if self.stdin else b""
            except OSError as error:
                yield _refused(STDIN, unreadable(error, STDIN))
                return
            file = FileToRead("", STDIN, workspace_of(self.cwd), named=True)
            yield from filter(None, [self.whatever(file, raw)])
            return
        location = os.path.normpath(os.path.join(self.cwd, path))
        name = self.name(location)
        try:
            is_folder = stat.S_ISDIR(os.stat(location).st_mode)
        except (OSError, ValueError) as error:
            yield _refused(name, unreadable(error, location))
            return
        if is_folder:
            yield from self.folder(location, name)
        else:
            root = workspace_of(os.path.dirname(location))
            file = FileToRead(location, name, root, named=self.named)
            yield from filter(None, [self.file(file)])

    def folder(self, location: str, name: str) -> Iterator[Loaded]:
        """The agreements below a folder; that there are none is an error."""
        count, repeated = 0, self.repeated
        for file in files_below(location, name):
            loaded = _refused(file.file, file) if isinstance(file, Diagnostic) else self.file(file)
            if loaded:
                count += 1
                yield loaded
        if not count and repeated == self.repeated:
            yield _refused(name, Diagnostic("AV051", {"name": name}))

    def name(self, location: str) -> str:
        """A path relative to the working folder, with ``/``."""
        try:
            relative = os.path.relpath(location, self.cwd)
        except ValueError:
            # Another drive of Windows.
            relative = location
        return shown(relative.replace(os.sep, "/"))

    def file(self, file: FileToRead) -> Loaded | None:
        """What a file holds; None where it is no agreement, or was read under another name."""
        content = read_bytes(file.location)
        if isinstance(content, Diagnostic):
            return _refused(file.name, content)
        raw, identity = content
        if identity in self.seen:
            self.repeated += 1
            return None
        loaded = self.whatever(file, raw)
        if loaded:
            self.seen.add(identity)
        return loaded

    def whatever(self, file: FileToRead, raw: bytes) -> Loaded | None:
        """As `agreement`; a fault of our own is the file's, so that the others are still read."""
        try:
            return self.agreement(file, raw)
        except Exception as error:  # noqa: BLE001 - nobody knows what it may be
            return _refused(file.name, fault(error))

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
            from avtalskalk.model.files_beside import SCENARIO_KEYS

            folder = os.path.basename(os.path.dirname(file.location))
            if not looks_like and (folder == SCENARIOS or (data and data.keys() <= SCENARIO_KEYS)):
                return _refused(file.name, no_agreement)
            diagnostics.insert(0, Diagnostic("AV054", file=file.name))
            data = {"avtalskalk": "1", **data} if looks_like else None
        elif not isinstance(data, dict) and not file.named and not _claims(raw):
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
            examined = examine_all(merged.data)
            if merged.diagnostics or examined.diagnostics:
                diagnostics += _without_repeats(merged, examined.diagnostics, documents)
            diagnostics += self.same_id(file, merged.data)
            agreement, plan = examined.agreement, examined.plan
        if any(diagnostic.stops_all for diagnostic in diagnostics):
            agreement = plan = None
        inputs = [Input(document.file, document.sha256) for document in documents]
        loaded = Loaded(
            file.name,
            agreement,
            (),
            tuple(dict.fromkeys([*inputs, *(merged.inputs if merged else ())])),
            file.location,
            documents,
            plan,
            merged.data if merged else None,
            merged,
        )
        return loaded._replace(diagnostics=tuple(map(loaded.placed, diagnostics)))

    def put_tables(self, file: FileToRead, merged: Merged) -> None:
        """Put in the values of keys and indices that stand in tables of their own."""
        from avtalskalk.files.data_files import Homes, Tables

        self.tables = self.tables or Tables()
        folder = os.path.dirname(file.location) or self.cwd
        self.tables.put_into(merged, Homes(folder, file.root, self.name))

    def same_id(self, file: FileToRead, data: dict[str, object]) -> list[Diagnostic]:
        """That another agreement of the workspace has the same id."""
        name = data.get("id")
        if not isinstance(name, str) or not name:
            return []
        first = self.ids.setdefault((file.root, name), file.name)
        if first == file.name:
            return []
        return [Diagnostic("AV056", {"id": name, "first": first}, ("id",), file=file.name)]

    def shared(self, root: str) -> Shared | Diagnostic | None:
        """The workspace's shared file, or why it cannot be read; None where there is none."""
        if root in self.shared_of:
            return self.shared_of[root]
        location = os.path.join(root, SHARED)
        name = self.name(location)
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


def _claims(raw: bytes) -> bool:
    """Whether an unreadable file says that it is an agreement, or looks like one."""
    return bool(re.search(_CLAIMS, _letters(raw))) or _looks_like_agreement(raw)


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
