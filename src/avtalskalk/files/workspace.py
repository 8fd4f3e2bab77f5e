"""A folder of agreements, or one file, to checked agreements: one at a time, in path order."""

import itertools
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.readings import Changed, examine_all
from avtalskalk.checks.validation import validated
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.files import shared as common
from avtalskalk.files.characters import MOST_BYTES
from avtalskalk.files.files import SETTINGS, Identity, read_bytes, shown, unreadable
from avtalskalk.files.shared import Merged, Shared, merge
from avtalskalk.files.yaml import YamlDocument, read
from avtalskalk.files.yaml_diagnosis import MOST_FINDINGS, locate, unspaced
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import Input
from avtalskalk.model.validation import Checked

if TYPE_CHECKING:
    # Few agreements name tables, and a start must not wait for what reads them.
    from avtalskalk.files.data_files import Tables

STDIN = "-"
_ENDINGS = (".yaml", ".yml")
_TESTS = (".test.yaml", ".test.yml")
_MOST_KEPT = 64
"""So many workspaces' shared files are kept at a time."""

_TOGETHER, _MOST_TOGETHER = 4, 200_000
"""So many files of a folder, and bytes in them, are read before they are checked: code that runs
again and again stays in the processor's own memory, which makes a portfolio a tenth quicker."""

# Compiled when a file is odd enough to be asked: compiling costs a start more than reading a file.
_CLAIMS = rb"""(?m)^[ \t{]*["']?avtalskalk["']?[ \t]*:"""
_LOOKS_LIKE = (
    rb"""(?m)^["']?parties["']?[ \t]*:""",
    rb"""(?m)^["']?periods["']?[ \t]*:""",
)


class Loaded(NamedTuple):
    """One agreement, or what stands in its way.

    ``file`` is relative to the working folder, ``location`` absolute (empty for stdin and for
    what is no file).  ``agreement`` is None when any finding is an error; ``plan`` is it made
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
                look = partial(locate, document.text)
                place = look(diagnostic.path, diagnostic.at)
                others = [one.line for path in diagnostic.related if (one := look(path, "key"))]
                return replace(diagnostic, place=place, lines=tuple(sorted(set(others))))
        return diagnostic


class _Found(NamedTuple):
    """A file to read: where it is, its name in messages, its workspace."""

    location: str
    file: str
    root: str
    named: bool
    link: bool = False


class _Content(NamedTuple):
    """A file as read; no document where it was not named and has none of an agreement's words."""

    found: _Found
    raw: bytes
    document: YamlDocument | None
    identity: Identity | None = None

    @classmethod
    def of(cls, found: _Found, raw: bytes, identity: Identity | None = None) -> "_Content":
        """Read a file's bytes, if they may be an agreement's."""
        concerns_us = found.named or _may_be_agreement(raw)
        return cls(found, raw, read(raw, found.file) if concerns_us else None, identity)


class _Draft(NamedTuple):
    """An agreement before its values are looked at: its data, and what has been said so far.

    ``merged`` is None where there is no data to look at.
    """

    found: _Found
    documents: tuple[YamlDocument, ...]
    diagnostics: list[Diagnostic]
    merged: Merged | None


def load(
    paths: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    cwd: str | os.PathLike[str] | None = None,
) -> Iterator[Loaded]:
    """Read files, folders (what is below them in path order) and ``-``, each file once."""
    loader = _Loader(os.path.abspath(cwd or os.getcwd()), stdin)
    for path in paths:
        yield from loader.path(os.fspath(path))


def load_text(text: str, location: str) -> Loaded:
    """An agreement's text as it would be read if it stood in a file at a location."""
    loader = _Loader(os.getcwd(), None)
    folder = os.path.dirname(location)
    root = loader.root(folder) or folder
    found = _Found(location, loader.name(location), root, named=True)
    content = _Content.of(found, text.encode("utf-8"))
    loaded = loader.finished([content])
    return loaded[0] if loaded else _refused(found.file, Diagnostic("AV054"))


def root_above(folder: str) -> str | None:
    """The nearest folder upwards that has settings, if any has."""
    while not os.path.isfile(os.path.join(folder, SETTINGS)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


class _Loader:
    """One run: what has been read already, by identity and by id, and nothing of its content."""

    def __init__(self, cwd: str, stdin: BinaryIO | None) -> None:
        self.cwd = cwd
        self.stdin = stdin
        self.seen: set[Identity] = set()
        self.again = 0
        self.ids: dict[tuple[str, str], str] = {}
        self.roots: dict[str, str | None] = {}
        self.kept: dict[str, Shared | Diagnostic | None] = {}
        self.tables: Tables | None = None

    def path(self, path: str) -> Iterator[Loaded]:
        if path == STDIN:
            yield from self.standard_input()
            return
        location = os.path.normpath(os.path.join(self.cwd, path))
        file = self.name(location)
        try:
            is_folder = stat.S_ISDIR(os.stat(location).st_mode)
        except (OSError, ValueError) as error:
            yield _refused(file, unreadable(error, location))
            return
        if is_folder:
            yield from self.folder(location, file)
        else:
            folder = os.path.dirname(location)
            found = _Found(location, file, self.root(folder) or folder, named=True)
            yield from self.finished([_content(found)])

    def name(self, location: str) -> str:
        """A path relative to the working folder, with ``/``."""
        try:
            relative = os.path.relpath(location, self.cwd)
        except ValueError:
            # Another drive of Windows.
            relative = location
        return shown(relative.replace(os.sep, "/"))

    def root(self, folder: str) -> str | None:
        if folder not in self.roots:
            if len(self.roots) > _MOST_KEPT:
                self.roots.clear()
            self.roots[folder] = root_above(folder)
        return self.roots[folder]

    def standard_input(self) -> Iterator[Loaded]:
        raw = self.stdin.read(MOST_BYTES + 1) if self.stdin else b""
        root = self.root(self.cwd) or self.cwd
        found = _Found("", STDIN, root, named=True)
        yield from self.finished([_Content.of(found, raw)])

    def folder(self, location: str, file: str) -> Iterator[Loaded]:
        any_agreement, again = False, self.again
        below = self.below(location, file, self.root(location) or location)
        contents = (_content(one) if isinstance(one, _Found) else one for one in below)
        while some := tuple(_together(contents)):
            for loaded in self.finished(some):
                any_agreement = True
                yield loaded
        if not any_agreement and again == self.again:
            yield _refused(file, Diagnostic("AV051", {"name": file}))

    def below(self, top: str, file: str, root: str) -> Iterator[_Found | Loaded]:
        """The YAML files below a folder in path order; an own stack, however deep it goes."""
        prefix = "" if file == "." else f"{file}/"
        stack = [_listing(top, prefix, root)]
        while stack:
            entry = next(stack[-1], None)
            if entry is None:
                stack.pop()
            elif isinstance(entry, _Folder):
                stack.append(_listing(*entry))
            elif isinstance(entry, Loaded) or not self.outside(entry):
                yield entry
            else:
                yield _refused(entry.file, Diagnostic("AV057", {"name": entry.file}))

    @staticmethod
    def outside(found: _Found) -> bool:
        """Whether a linked file leads out of its workspace."""
        if not found.link:
            return False
        real, root = os.path.realpath(found.location), os.path.realpath(found.root)
        return not real.startswith(os.path.join(root, ""))

    def finished(self, some: Iterable[_Content | Loaded]) -> list[Loaded]:
        """The agreements in some files: the values of all are validated, then each is checked."""
        drafts = [one for content in some if (one := self.once(content))]
        values = [
            validated(one.merged.data) if isinstance(one, _Draft) and one.merged else None
            for one in drafts
        ]
        return [
            self.checked(draft, checked) if isinstance(draft, _Draft) else draft
            for draft, checked in zip(drafts, values, strict=True)
        ]

    def once(self, content: _Content | Loaded) -> _Draft | Loaded | None:
        """What is in a file, unless it has been read under another name."""
        if isinstance(content, Loaded):
            return content
        if content.identity in self.seen:
            self.again += 1
            return None
        draft = self.agreement(content)
        if draft and content.identity:
            self.seen.add(content.identity)
        return draft

    def agreement(self, content: _Content) -> _Draft | Loaded | None:
        """One file's agreement; None for a file that was not named and is none."""
        found, raw, document, _ = content
        if document is None:
            return None
        if found.named and (code := self.other_kind(found)):
            return _refused(found.file, Diagnostic(code, {"name": found.file}))
        data = document.data
        missing: tuple[Diagnostic, ...] = ()
        if isinstance(data, dict) and "avtalskalk" not in data:
            looks_like = "parties" in data and "periods" in data
            if not looks_like and not found.named:
                return None
            missing = (Diagnostic("AV055" if looks_like else "AV054", file=found.file),)
            data = {"avtalskalk": "1", **data} if looks_like else None
        elif not isinstance(data, dict) and not found.named and not _claims(raw):
            return None
        return self.draft(found, document, data, missing)

    def other_kind(self, found: _Found) -> str:
        """The code for a named file that has another use than to be an agreement."""
        if found.location == os.path.join(found.root, common.NAME):
            return "AV065"
        return "AV066" if found.location.endswith(_TESTS) else ""

    def draft(
        self, found: _Found, document: YamlDocument, data: object, missing: tuple[Diagnostic, ...]
    ) -> _Draft:
        """An agreement's data, with what it takes from its workspace."""
        shared = self.shared(found.root)
        diagnostics = [*missing, *document.diagnostics]
        documents: tuple[YamlDocument, ...] = (document,)
        merged: Merged | None = None
        readable = isinstance(data, dict)
        if isinstance(shared, Diagnostic):
            diagnostics.append(shared)
            readable = False
        elif shared:
            diagnostics += shared.diagnostics
            documents = (document, shared.document)
            readable = readable and isinstance(shared.document.data, dict)
        if readable and isinstance(data, dict) and not isinstance(shared, Diagnostic):
            merged = merge(data, document.text, shared)
            if merged.may_name_tables and any("file" in one.text for one in documents):
                self.put_tables(found, merged)
        return _Draft(found, documents, diagnostics, merged)

    def checked(self, draft: _Draft, values: Checked | None) -> Loaded:
        """Everything that is to be said of an agreement whose values have been validated."""
        found, documents, diagnostics, merged = draft
        agreement = plan = None
        if merged:
            examined = examine_all(merged.data, values)
            if merged.diagnostics or examined.diagnostics:
                diagnostics += _said_once(merged, examined.diagnostics, documents)
            diagnostics += self.same_id(found, merged.data)
            agreement, plan = examined.agreement, examined.plan
        if any(one.severity == "error" for one in diagnostics):
            agreement = plan = None
        inputs = tuple([Input(one.file, one.sha256) for one in documents])
        if merged and merged.inputs:
            inputs = tuple(dict.fromkeys([*inputs, *merged.inputs]))
        return Loaded(
            found.file,
            agreement,
            tuple(diagnostics),
            inputs,
            found.location,
            documents,
            plan,
            merged.data if merged else None,
            merged,
        )

    def put_tables(self, found: _Found, merged: Merged) -> None:
        """Put in the values of keys and indices that stand in tables of their own."""
        from avtalskalk.files.data_files import Homes, Tables

        self.tables = self.tables or Tables()
        folder = os.path.dirname(found.location) or self.cwd
        self.tables.put_into(merged, Homes(folder, found.root, self.name))

    def same_id(self, found: _Found, data: dict[str, object]) -> list[Diagnostic]:
        name = data.get("id")
        if not isinstance(name, str) or not name:
            return []
        first = self.ids.setdefault((found.root, name), found.file)
        if first == found.file:
            return []
        arguments = {"id": name, "first": first}
        return [Diagnostic("AV056", arguments, ("id",), file=found.file)]

    def shared(self, root: str) -> Shared | Diagnostic | None:
        """The workspace's shared file, or why it cannot be read; None where there is none."""
        if root not in self.kept:
            if len(self.kept) >= _MOST_KEPT:
                self.kept.clear()
            self.kept[root] = self.read_shared(os.path.join(root, common.NAME))
        return self.kept[root]

    def read_shared(self, location: str) -> Shared | Diagnostic | None:
        if not os.path.lexists(location):
            return None
        file = self.name(location)
        if self.outside(_Found(location, file, os.path.dirname(location), named=False, link=True)):
            return Diagnostic("AV057", {"name": file}, file=file)
        content = read_bytes(location)
        if isinstance(content, Diagnostic):
            return replace(content, file=file)
        return Shared.of(read(content[0], file))


class _Folder(NamedTuple):
    """A folder to go into."""

    location: str
    prefix: str
    root: str


def _listing(location: str, prefix: str, root: str) -> Iterator[_Found | _Folder | Loaded]:
    """What a folder holds that may concern us, in the order of names."""
    try:
        with os.scandir(location) as entries:
            names = sorted((entry.name, _kind(entry)) for entry in entries)
    except OSError as error:
        yield _refused(shown(prefix.rstrip("/") or "."), unreadable(error, location))
        return
    if (SETTINGS, "file") in names:
        root = location
    for name, kind in names:
        if name.startswith(".") or not kind:
            continue
        inside = os.path.join(location, name)
        file = shown(f"{prefix}{name}")
        if kind == "folder":
            yield _Folder(inside, f"{prefix}{name}/", root)
        elif _is_candidate(name) and not (name == common.NAME and location == root):
            yield _Found(inside, file, root, named=False, link=kind == "link")


def _kind(entry: os.DirEntry[str]) -> str:
    """A file, a folder, a link to a file; nothing for a link to a folder."""
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    if not entry.is_symlink():
        return "file"
    try:
        return "" if entry.is_dir() else "link"
    except OSError:
        return "link"


def _is_candidate(name: str) -> bool:
    small = name.lower()
    return small.endswith(_ENDINGS) and not small.endswith(_TESTS)


def _content(found: _Found) -> _Content | Loaded:
    """What a file holds, or why it cannot be read."""
    content = read_bytes(found.location)
    if isinstance(content, Diagnostic):
        return _refused(found.file, content)
    return _Content.of(found, *content)


def _together(contents: Iterator[_Content | Loaded]) -> Iterator[_Content | Loaded]:
    """The next few files, fewer where they are large."""
    size = 0
    for content in itertools.islice(contents, _TOGETHER):
        yield content
        size += len(content.raw) if isinstance(content, _Content) else 0
        if size > _MOST_TOGETHER:
            return


def _may_be_agreement(raw: bytes) -> bool:
    """A quick look that spares the parsing of other people's YAML."""
    # Text in a wrong encoding with two bytes a letter is still to be found, and complained about.
    seen = raw.replace(b"\0", b"") if b"\0" in raw else raw
    return b"avtalskalk" in seen or all(re.search(pattern, seen) for pattern in _LOOKS_LIKE)


def _claims(raw: bytes) -> bool:
    """Whether an unreadable file says that it is an agreement, or looks like one."""
    seen = raw.replace(b"\0", b"")
    claims = re.search(_CLAIMS, seen)
    return bool(claims) or all(re.search(pattern, seen) for pattern in _LOOKS_LIKE)


def _refused(file: str, diagnostic: Diagnostic) -> Loaded:
    return Loaded(file, None, (replace(diagnostic, file=file),))


def _said_once(
    merged: Merged, found: Iterable[Diagnostic], documents: tuple[YamlDocument, ...]
) -> list[Diagnostic]:
    """The findings on an agreement, each in its file, without those on values left empty."""
    own = documents[0]
    elsewhere = documents[-1]
    said: list[Diagnostic] = []
    homes = [
        merged.at_home(diagnostic, elsewhere.file).within(own.file)
        for diagnostic in (*merged.diagnostics, *itertools.filterfalse(merged.follows, found))
    ]
    everything = merged.bounded(homes) if merged.more else homes
    for number, home in enumerate(everything):
        if len(said) >= MOST_FINDINGS:
            said.append(_not_shown(everything[number:], len(said)).within(own.file))
            break
        if home.file in merged.more:
            said.append(home)
            continue
        document = own if home.file == own.file else elsewhere
        if document.explains(home.path):
            continue
        closer = unspaced(document.text, home.path) if home.severity == "error" else ()
        said += [one.within(home.file) for one in closer if one.within(home.file) not in said]
        if not closer:
            said.append(home)
    return said


def _not_shown(more: Sequence[Diagnostic], shown: int) -> Diagnostic:
    """What is said instead of findings beyond what anyone would read; an error where one is."""
    said = Diagnostic("AV038", {"shown": shown, "more": len(more)}, severity="warning")
    errors = any(one.severity == "error" for one in more)
    return replace(said, severity="error") if errors else said
