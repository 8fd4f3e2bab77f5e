"""Agreements as they stood at a git revision, laid out in a temporary folder.

Git is run with fixed arguments and no shell, and is only asked what a revision holds: no hook, no
filter and no network comes into it.  Links and submodules are not followed, and nothing is
written outside the temporary folder.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain, repeat
from threading import Timer
from typing import IO, NamedTuple, cast

from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.files.characters import MOST_BYTES
from avtalskalk.files.files import SETTINGS, shown
from avtalskalk.files.workspace import Loaded

_ENDINGS = (b".toml", b".yaml", b".yml", b".csv", b".tsv", b".txt", b".xlsx", b".xlsm")
"""What settings, an agreement and the tables that it names can be called."""

# A repository of some hundred kB can list a thousand million paths, or unpack to any size.
_MOST_LISTED = 500_000
_MOST_FILES = 20_000
_MOST_IN_ALL = 100_000_000
_LONGEST_PATH = 10_000
_DEEPEST = 100
_MOST_SECONDS = 30
_CHUNK = 100_000

# What git and the system need to find themselves and the user's own trust in a folder.
_KEPT = ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "XDG_CONFIG_HOME", "TMPDIR", "TEMP")
_SET = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    # An older git does not know that it may not fetch, and the repository says with what program.
    "GIT_ALLOW_PROTOCOL": "none",
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


@contextmanager
def at_revision(revision: str, path: str) -> Iterator[Revision]:
    """What a file or folder of the working tree was at a revision, as long as it is looked at.

    Raises AgreementError where git, the repository, the revision or the path is not there.
    """
    location = os.path.abspath(path)
    folder = location if os.path.isdir(location) else os.path.dirname(location)
    git = _Git.for_folder(folder, path, revision)
    commit = git.commit()
    inside = git.prefix() + ("" if folder == location else os.path.basename(location))
    name = inside.strip("/")
    root = git.root(commit, name)
    with tempfile.TemporaryDirectory(prefix="avtalskalk-") as top:
        # What an agreement of the workspace may need.
        files = git.readable(git.useful_files(commit, root), root)
        below = f"{name}/" if name else ""
        if not any(f"{file.path}/".startswith(below) for file in files):
            raise _refused("AV893", name=shown(path), revision=shown(revision))
        for file, content in git.contents(files):
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
        sources={key: called(source, revision) for key, source in loaded.sources.items()},
        documents=tuple(file._replace(file=name(file.file)) for file in loaded.documents),
    )


def _refused(code: str, **arguments: str) -> AgreementError:
    return AgreementError((Diagnostic(code, dict(arguments)),))


class _Git(NamedTuple):
    """Git in a folder of a repository, for one revision."""

    program: str
    folder: str
    revision: str

    @classmethod
    def for_folder(cls, folder: str, given: str, revision: str) -> "_Git":
        """Git, where it is installed and the folder of what was given is in a repository."""
        program = shutil.which("git")
        # Windows looks in the folder one stands in first, and that may be anybody's.
        if program is None or not os.path.isabs(program):
            raise _refused("AV891")
        git = cls(program, folder, revision)
        inside = git.run("rev-parse", "--is-inside-work-tree") or b""
        if inside.strip() != b"true":
            raise _refused("AV892", name=shown(given))
        return git

    def commit(self) -> str:
        """The full name of the revision's commit."""
        name = f"{self.revision}^{{commit}}"
        commit = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        if commit is None:
            raise _refused("AV894", revision=shown(self.revision))
        return commit.decode("ascii").strip()

    def prefix(self) -> str:
        """The folder's path from the top of the repository, with a slash after it."""
        return os.fsdecode((self.run("rev-parse", "--show-prefix") or b"").rstrip(b"\r\n"))

    def root(self, commit: str, name: str) -> str:
        """The nearest folder upwards with settings at the revision, or the path's own folder."""
        folders = [name]
        while folders[-1]:
            folders.append(folders[-1].rpartition("/")[0])
        settings = {f"{folder}/{SETTINGS}".lstrip("/"): folder for folder in folders}
        paths = [*settings, name] if name else list(settings)
        listing = self.run("ls-tree", "-z", "--full-tree", commit, "--", *paths)
        if listing is None:
            raise self.lacking(name)
        files = {file.path for file in map(_file, listing.split(b"\0")) if file}
        start = name.rpartition("/")[0] if name in files else name
        return next((folder for path, folder in settings.items() if path in files), start)

    def useful_files(self, commit: str, root: str) -> list[_File]:
        """The files of a workspace that an agreement may need; links are left out.

        The listing is read as it comes, and no further than what may be laid out.
        """
        too_large = _refused("AV895", name=shown(root or "."))
        files: list[_File] = []
        folders: set[str] = set()
        count, rest = 0, b""
        below = ("--", f"{root}/") if root else ()
        with self.started("ls-tree", "-r", "-z", "--full-tree", commit, *below) as (_, answer):
            while chunk := answer.read(_CHUNK):
                *lines, rest = (rest + chunk).split(b"\0")
                count += len(lines)
                if count > _MOST_LISTED or len(rest) > _LONGEST_PATH:
                    raise too_large
                useful = (line for line in lines if line[-5:].lower().endswith(_ENDINGS))
                for file in filter(None, map(_file, useful)):
                    files.append(file)
                    parts = file.path.split("/")[: _DEEPEST + 1]
                    folders.update("/".join(parts[:end]) for end in range(1, len(parts)))
                    if len(files) + len(folders) > _MOST_FILES or len(parts) > _DEEPEST:
                        raise too_large
        return files

    def readable(self, files: Sequence[_File], root: str) -> list[_File]:
        """The files that are not too large to be an agreement's; each of all must be there."""
        names = "".join(f"{file.content}\n" for file in files).encode("ascii")
        answer = (self.run("cat-file", "--batch-check", put_in=names) or b"").splitlines()
        readable: list[_File] = []
        total = 0
        for file, line in zip(files, chain(answer, repeat(b"")), strict=False):
            _, kind, size, *_ = (*line.split(), b"", b"", b"")
            if kind != b"blob":
                raise self.lacking(file.path)
            if int(size) <= MOST_BYTES:
                readable.append(file)
                total += int(size)
            if total > _MOST_IN_ALL:
                raise _refused("AV895", name=shown(root or "."))
        return readable

    def contents(self, files: Sequence[_File]) -> Iterator[tuple[_File, bytes]]:
        """The content of each file, one after the other."""
        with self.started("cat-file", "--batch") as (ask, answer):
            for file in files:
                ask(f"{file.content}\n".encode("ascii"))
                *_, size = answer.readline().split() or [b"0"]
                content = answer.read(int(size) + 1)
                if len(content) != int(size) + 1:
                    raise self.lacking(file.path)
                yield file, content[:-1]

    def lacking(self, path: str) -> AgreementError:
        """That something in a repository that is not whole cannot be read."""
        return _refused("AV899", name=shown(path or "."), revision=shown(self.revision))

    def run(self, *arguments: str, put_in: bytes = b"") -> bytes | None:
        """What git answers; None where it refuses."""
        try:
            done = subprocess.run(  # noqa: S603 - a fixed program and our own words, no shell
                [self.program, "--no-pager", "-C", self.folder, *arguments],
                input=put_in,
                capture_output=True,
                check=False,
                env=_environment(),
                timeout=_MOST_SECONDS,
            )
        except (OSError, ValueError, subprocess.TimeoutExpired):
            return None
        return done.stdout if done.returncode == 0 else None

    @contextmanager
    def started(self, *arguments: str) -> Iterator[tuple[Callable[[bytes], int], IO[bytes]]]:
        """What puts questions to git, and its answers, to be read as they come."""
        with subprocess.Popen(  # noqa: S603 - as above
            [self.program, "--no-pager", "-C", self.folder, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        ) as process:
            timer = Timer(_MOST_SECONDS, process.kill)
            timer.start()
            try:
                put_in, answer = (cast("IO[bytes]", end) for end in (process.stdin, process.stdout))
                yield partial(os.write, put_in.fileno()), answer
                put_in.close()
                if process.wait():
                    raise self.lacking("")
            except OSError:
                raise self.lacking("") from None
            finally:
                timer.cancel()
                process.kill()


def _environment() -> dict[str, str]:
    """The variables that git gets: none that turns it to another repository."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | _SET


def _file(line: bytes) -> _File | None:
    """An ordinary file from a line of a listing."""
    words, _, path = line.partition(b"\t")
    mode, _, content = (*words.split(), b"", b"", b"")[:3]
    return _File(os.fsdecode(path), content.decode("ascii")) if mode in _FILE_MODES else None


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
