"""Agreements as they stood at a git revision, laid out in a temporary folder.

Git is run with fixed arguments and no shell, and is only asked what a revision holds: no hook, no
filter and no network comes into it.  Links and submodules are not followed, and nothing is
written outside the temporary folder.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.files.characters import MOST_BYTES
from avtalskalk.files.files import SETTINGS, shown
from avtalskalk.files.workspace import Loaded

_ENDINGS = (".toml", ".yaml", ".yml", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
"""What settings, an agreement and the tables that it names can be called."""

_MOST_FILES = 20_000
_MOST_IN_ALL = 500_000_000
_MOST_SECONDS = 120

# What git and the system need to find themselves and the user's own trust in a folder.
_KEPT = ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "XDG_CONFIG_HOME", "TMPDIR", "TEMP")
_SET = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
}

_FILE_MODES = (b"100644", b"100755")


class Revision(NamedTuple):
    """A folder in which the files of a revision lie as they lay in the repository.

    ``path`` is where in it the file or folder is, and ``name`` what that is called from the top
    of the repository.
    """

    folder: str
    path: str
    name: str


class _File(NamedTuple):
    """One file of a revision: its path from the top of the repository, its content's name."""

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
        files = git.files(commit)
        root = _root({file.path for file in files}, name)
        # What an agreement of the workspace may need.
        useful = [
            file
            for file in files
            if _is_below(file.path, root)
            and file.size <= MOST_BYTES
            and file.path.lower().endswith(_ENDINGS)
        ]
        if not any(_is_below(file.path, name) for file in useful):
            raise _refused("AV893", name=shown(path), revision=shown(revision))
        if len(useful) > _MOST_FILES or sum(file.size for file in useful) > _MOST_IN_ALL:
            raise _refused("AV895", name=shown(name or "."))
        for file, content in git.contents(useful):
            _lay_out(top, file.path, content)
        settings = os.path.join(top, *root.split("/"), SETTINGS)
        if not os.path.exists(settings):
            # Settings above the temporary folder, which are not the revision's, are kept out.
            os.makedirs(os.path.dirname(settings), exist_ok=True)
            with open(settings, "xb"):
                pass
        yield Revision(top, os.path.join(top, *name.split("/")) if name else top, name)


def called(loaded: Loaded, revision: str) -> Loaded:
    """What was read from a revision, its files called as git calls them."""

    def name(file: str) -> str:
        return shown(f"{revision}:{file}") if file else ""

    return loaded._replace(
        file=name(loaded.file),
        location="",
        diagnostics=tuple(
            replace(finding, file=name(finding.file)) for finding in loaded.diagnostics
        ),
        inputs=tuple(file._replace(path=name(file.path)) for file in loaded.inputs),
        documents=tuple(file._replace(file=name(file.file)) for file in loaded.documents),
    )


def _refused(code: str, **arguments: str) -> AgreementError:
    return AgreementError((Diagnostic(code, dict(arguments)),))


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
            raise _refused("AV891")
        git = cls(program, folder)
        inside = git.run("rev-parse", "--is-inside-work-tree") or b""
        if inside.strip() != b"true":
            raise _refused("AV892", name=shown(given))
        return git

    def commit(self, revision: str) -> str:
        """The full name of a revision's commit."""
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        name = self.run(*words)
        if name is None:
            raise _refused("AV894", revision=shown(revision))
        return name.decode("ascii").strip()

    def prefix(self) -> str:
        """The folder's path from the top of the repository, with a slash after it."""
        return os.fsdecode((self.run("rev-parse", "--show-prefix") or b"").rstrip(b"\r\n"))

    def files(self, commit: str) -> list[_File]:
        """Every ordinary file of a commit; links and submodules are left out."""
        listing = self.run("ls-tree", "-r", "-z", "-l", "--full-tree", commit) or b""
        files = []
        for line in filter(None, listing.split(b"\0")):
            fields, _, path = line.partition(b"\t")
            mode, _, content, size = fields.split()
            if mode in _FILE_MODES:
                files.append(_File(os.fsdecode(path), content.decode("ascii"), int(size)))
        return files

    def contents(self, files: Sequence[_File]) -> Iterator[tuple[_File, bytes]]:
        """The content of each file, one after the other."""
        names = "".join(f"{file.content}\n" for file in files).encode("ascii")
        answer = self.run("cat-file", "--batch", put_in=names) or b""
        place = 0
        for file in files:
            start = answer.index(b"\n", place) + 1
            if b" blob " not in answer[place:start]:
                # A repository that is not whole lacks it, and nothing is fetched.
                place = start
                continue
            yield file, answer[start : start + file.size]
            place = start + file.size + 1

    def run(self, *arguments: str, put_in: bytes = b"") -> bytes | None:
        """What git answers; None where it refuses."""
        # No variable that turns it to another repository.
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | _SET
        try:
            done = subprocess.run(  # noqa: S603 - a fixed program and our own words, no shell
                [self.program, "--no-pager", "-C", self.folder, *arguments],
                input=put_in,
                capture_output=True,
                check=False,
                env=environment,
                timeout=_MOST_SECONDS,
            )
        except (OSError, ValueError, subprocess.TimeoutExpired):
            return None
        return done.stdout if done.returncode == 0 else None


def _root(paths: set[str], name: str) -> str:
    """The nearest folder upwards that has settings at the revision, or the path's own folder."""
    start = name.rpartition("/")[0] if name in paths else name
    folder = start
    while f"{folder}/{SETTINGS}".lstrip("/") not in paths:
        if not folder:
            return start
        folder = folder.rpartition("/")[0]
    return folder


def _is_below(path: str, folder: str) -> bool:
    return not folder or path == folder or path.startswith(f"{folder}/")


def _lay_out(top: str, path: str, content: bytes) -> None:
    """Write a file below a folder; a name that would lead elsewhere is passed over."""
    parts = path.split("/")
    location = os.path.join(top, *parts)
    strange = any(part in {"", ".", ".."} or os.path.basename(part) != part for part in parts)
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
