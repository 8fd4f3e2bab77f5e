"""Agreements as they stood at a git revision, laid out in a temporary folder.

Git is run with fixed arguments and no shell, and is only asked what a revision holds: no hook, no
filter and no network comes into it.  Links and submodules are not followed, and nothing is
written outside the temporary folder.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.files.characters import MOST_BYTES
from avtalskalk.files.files import SETTINGS, shown
from avtalskalk.files.workspace import Loaded

_ENDINGS = (".yaml", ".yml", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
"""What an agreement and the tables that it names can be called."""

_MOST_FILES = 20_000
_MOST_IN_ALL = 500_000_000
_MOST_SECONDS = 120

# What git and the system need to find themselves and the user's own trust in a folder.
_KEPT = ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "XDG_CONFIG_HOME", "TMPDIR", "TEMP")
_SAID = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
}

_FILE_MODES = (b"100644", b"100755")


class Revision(NamedTuple):
    """A folder in which the files of a revision lie as they lay in the repository.

    ``path`` is where in it the file or folder asked for is, and ``name`` what it is called from
    the top of the repository.
    """

    folder: str
    path: str
    name: str


class _Held(NamedTuple):
    """One file of a revision: its place from the top of the repository, and its content's name."""

    path: str
    content: str
    size: int


@contextmanager
def at_revision(revision: str, path: str) -> Iterator[Revision]:
    """What a file or folder of the working tree was at a revision, as long as it is looked at.

    Raises AgreementError where git, the repository, the revision or the path is not there.
    """
    location = os.path.abspath(path)
    folder = location if os.path.isdir(location) else os.path.dirname(location)
    git = _Git.for_folder(folder, path)
    commit = git.commit(revision)
    inside = git.prefix() + ("" if folder == location else os.path.basename(location))
    name = inside.strip("/")
    with tempfile.TemporaryDirectory(prefix="avtalskalk-") as top:
        held = _wanted(git.files(commit), name)
        if not any(_is_below(one.path, name) for one in held):
            raise _refused(Diagnostic("AV893", {"name": shown(path), "revision": shown(revision)}))
        for one, content in git.contents(held):
            _lay_out(top, one.path, content)
        _mark_root(top, name, held)
        yield Revision(top, os.path.join(top, *name.split("/")) if name else top, name)


def called(loaded: Loaded, revision: str) -> Loaded:
    """What was read from a revision, its files called as git calls them."""

    def name(file: str) -> str:
        return shown(f"{revision}:{file}") if file else ""

    return loaded._replace(
        file=name(loaded.file),
        location="",
        diagnostics=tuple(replace(one, file=name(one.file)) for one in loaded.diagnostics),
        inputs=tuple(one._replace(path=name(one.path)) for one in loaded.inputs),
        documents=tuple(one._replace(file=name(one.file)) for one in loaded.documents),
    )


def _refused(why: Diagnostic) -> AgreementError:
    return AgreementError((why,))


class _Git(NamedTuple):
    """Git in a folder of a repository."""

    program: str
    folder: str

    @classmethod
    def for_folder(cls, folder: str, given: str) -> "_Git":
        """Git, where it is installed and the folder of what was given is in a repository."""
        program = shutil.which("git")
        # Windows looks in the folder one stands in first, and that may be anybody's.
        if program is None or not os.path.isabs(program):
            raise _refused(Diagnostic("AV891"))
        git = cls(program, folder)
        inside = git._run("rev-parse", "--is-inside-work-tree") or b""
        if inside.strip() != b"true":
            raise _refused(Diagnostic("AV892", {"name": shown(given)}))
        return git

    def commit(self, revision: str) -> str:
        """The full name of a revision's commit."""
        found = self._run(
            *("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        )
        if found is None:
            raise _refused(Diagnostic("AV894", {"revision": shown(revision)}))
        return found.decode("ascii").strip()

    def prefix(self) -> str:
        """The folder's path from the top of the repository, with a slash after it."""
        return os.fsdecode((self._run("rev-parse", "--show-prefix") or b"").rstrip(b"\r\n"))

    def files(self, commit: str) -> list[_Held]:
        """Every ordinary file of a commit; links and submodules are left out."""
        listed = self._run("ls-tree", "-r", "-z", "-l", "--full-tree", commit) or b""
        found = []
        for line in filter(None, listed.split(b"\0")):
            about, _, path = line.partition(b"\t")
            mode, _, content, size = about.split()
            if mode in _FILE_MODES:
                found.append(_Held(os.fsdecode(path), content.decode("ascii"), int(size)))
        return found

    def contents(self, held: Sequence[_Held]) -> Iterator[tuple[_Held, bytes]]:
        """The content of each file, one after the other."""
        names = "".join(f"{one.content}\n" for one in held).encode("ascii")
        given = self._run("cat-file", "--batch", put_in=names) or b""
        place = 0
        for one in held:
            start = given.index(b"\n", place) + 1
            if b" blob " not in given[place:start]:
                # A repository that is not whole lacks it, and nothing is fetched.
                place = start
                continue
            yield one, given[start : start + one.size]
            place = start + one.size + 1

    def _run(self, *arguments: str, put_in: bytes = b"") -> bytes | None:
        """What git answers; None where it refuses."""
        try:
            done = subprocess.run(  # noqa: S603 - a fixed program and our own words, no shell
                [self.program, "--no-pager", "-C", self.folder, *arguments],
                input=put_in,
                capture_output=True,
                check=False,
                env=_environment(os.environ),
                timeout=_MOST_SECONDS,
            )
        except (OSError, ValueError, subprocess.TimeoutExpired):
            return None
        return done.stdout if done.returncode == 0 else None


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    """What git may know of our surroundings: no variable that turns it to another repository."""
    return {name: ours[name] for name in _KEPT if name in ours} | _SAID


# --- Which files, and where ----------------------------------------------------------------


def _wanted(held: Sequence[_Held], name: str) -> list[_Held]:
    """The files of the workspace that a path is in, which an agreement there may need."""
    root = _root(held, name)
    found = [
        one
        for one in held
        if _is_below(one.path, root) and _is_useful(one.path) and one.size <= MOST_BYTES
    ]
    if len(found) > _MOST_FILES or sum(one.size for one in found) > _MOST_IN_ALL:
        raise _refused(Diagnostic("AV895", {"name": shown(name or ".")}))
    return found


def _root(held: Sequence[_Held], name: str) -> str:
    """The nearest folder upwards that has settings at the revision, or the path's own folder."""
    paths = {one.path for one in held}
    own = name.rpartition("/")[0] if name in paths else name
    folder = own
    while f"{folder}/{SETTINGS}".lstrip("/") not in paths:
        if not folder:
            return own
        folder = folder.rpartition("/")[0]
    return folder


def _is_below(path: str, folder: str) -> bool:
    return not folder or path == folder or path.startswith(f"{folder}/")


def _is_useful(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name == SETTINGS or name.lower().endswith(_ENDINGS)


def _lay_out(top: str, path: str, content: bytes) -> None:
    """Write a file below a folder; a name that would lead elsewhere is passed over."""
    pieces = path.split("/")
    location = os.path.join(top, *pieces)
    strange = any(piece in {"", ".", ".."} or os.path.basename(piece) != piece for piece in pieces)
    if strange or os.path.splitdrive(path)[0]:
        return
    try:
        os.makedirs(os.path.dirname(location), exist_ok=True)
        # A new file each time: two names that this file system takes for one do not meet.
        with open(location, "xb") as file:
            file.write(content)
    except OSError:
        # A name that cannot be had here is no agreement's either.
        return


def _mark_root(top: str, name: str, held: Sequence[_Held]) -> None:
    """Keep settings above the temporary folder, which are not the revision's, out of it."""
    root = os.path.join(top, *_root(held, name).split("/"))
    location = os.path.join(root, SETTINGS)
    if not os.path.exists(location):
        os.makedirs(root, exist_ok=True)
        with open(location, "xb"):
            pass
