"""A file written whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.files.folders import in_workspace, workspace_of

Content = bytes | Iterable[bytes]
"""All of a file, or its pieces one after the other: a large result need not be in memory."""


def write_whole(path: Path, data: Content) -> None:
    """Replace a file's content in one step; a link is followed, owner and mode are kept.

    The bytes go to a temporary file in the same folder and reach the disk before it takes the
    name.  Whatever happens on the way, the old file is untouched and nothing is left behind.
    A file that has further names (hard links), or an owner who cannot be given to another file,
    is written over instead.  Raises OSError as the system gives it, and AgreementError where a
    link leads out of the workspace.
    """
    # The file that a link leads to is replaced, not the link.
    _write(_followed(path), data, _replaced)


def write_new(path: Path, data: Content) -> None:
    """Make a file that is not there yet, in one step; raises FileExistsError where it is.

    Otherwise raises as `write_whole`.
    """
    _followed(path)
    _write(path, data, _named)


def _followed(path: Path) -> Path:
    """Where a file is written when links are followed, also those of its folders."""
    root = workspace_of(os.path.dirname(os.path.abspath(path)))
    place = in_workspace(str(path), root, path.as_posix())
    if isinstance(place, Diagnostic):
        raise AgreementError((place,))
    return Path(place)


def _replaced(temporary: Path, path: Path) -> None:
    """Let a temporary file take the place of a file, or its content that of the file's."""
    try:
        before = path.stat()
    except FileNotFoundError:
        temporary.replace(path)
        return
    made = temporary.stat()
    is_alike = before.st_nlink == 1
    if is_alike and (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.chown(temporary, before.st_uid, before.st_gid)
        except OSError:
            is_alike = False
    if is_alike:
        temporary.replace(path)
        return
    old = path.read_bytes()
    with temporary.open("rb") as new, path.open("r+b") as file:
        try:
            shutil.copyfileobj(new, file)
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            # No longer than it was, so it has room.
            file.seek(0)
            file.write(old)
            file.truncate()
            raise
    temporary.unlink()


def _named(temporary: Path, path: Path) -> None:
    """Give a file a name that is free."""
    try:
        # Unlike a replacement, a second name is refused where somebody has just taken it.
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        # Not every file system knows second names.
        if os.path.lexists(path):
            raise FileExistsError from None
        temporary.replace(path)
    else:
        temporary.unlink()


def _write(path: Path, data: Content, finish: Callable[[Path, Path], object]) -> None:
    """Write a temporary file beside a path, and let it become the path's."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        finish(temporary, path)
    except BaseException:
        # An interruption too; only a process that is killed outright leaves the file.
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file there is, or what a new file gets."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
