"""Bytes from the disk, and names as messages show them."""

import errno
import os
import re
import stat

from avtalskalk.diagnostics import Diagnostic, nearest
from avtalskalk.files.characters import MOST_BYTES

# A named pipe without a writer must not hold us; Windows has neither it nor the first of these.
_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

Identity = tuple[int, int]
"""What tells a file from all others, whatever it is called."""

SETTINGS = "avtalskalk.toml"
"""The file that makes a folder a workspace."""

SHARED = "shared.yaml"
"""The file with what the agreements of a workspace have in common."""

SCENARIOS = "scenarios"
"""The folder beside agreements that has their scenarios."""

_LOST = re.compile("[\ud800-\udfff]")


def identity(location: str) -> Identity | None:
    """What tells a file from all others; None where there is none."""
    try:
        status = os.stat(location)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def read_bytes(location: str, most: int = MOST_BYTES) -> tuple[bytes, Identity] | Diagnostic:
    """An ordinary file's bytes, one more than the most it may have; or why there are none."""
    try:
        handle = os.open(location, _HOW)
    except (OSError, ValueError) as error:
        return unreadable(error, location)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return Diagnostic("AV053", {"name": shown(os.path.basename(location))})
        size = min(status.st_size, most + 1)
        content = os.read(handle, size)
        # In one go, unless the system gives it in pieces.
        while len(content) < size and (more := os.read(handle, size - len(content))):
            content += more
    except OSError as error:
        return unreadable(error, location)
    else:
        return content, (status.st_dev, status.st_ino)
    finally:
        os.close(handle)


def unreadable(error: OSError | ValueError, location: str) -> Diagnostic:
    """Why a file or folder cannot be read."""
    name = shown(os.path.basename(os.path.normpath(location)))
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    if number in {errno.ENOENT, errno.ENOTDIR}:
        return Diagnostic("AV050", {"name": name, "nearest": _similar(location)})
    if number in {errno.EACCES, errno.EPERM}:
        return Diagnostic("AV052", {"name": name})
    if number in {errno.EISDIR, errno.ENXIO, errno.ENODEV}:
        return Diagnostic("AV053", {"name": name})
    return Diagnostic("AV058", {"name": name, "reason": os.strerror(number or 0)})


def _similar(location: str) -> str:
    """The nearest name there is in the folder, if any is near."""
    folder, name = os.path.split(os.path.normpath(location))
    try:
        # A link that leads nowhere is there itself.
        names = sorted({*os.listdir(folder)} - {name})
    except (OSError, ValueError):
        return ""
    # Endings would make all names alike.
    by_stem = {os.path.splitext(file)[0]: file for file in names}
    return shown(by_stem.get(nearest(os.path.splitext(name)[0], by_stem), ""))


def shown(name: str) -> str:
    """A file name that can be written anywhere; bytes that are no text become a question mark."""
    return _LOST.sub("\ufffd", name)


def shown_name(path: str) -> str:
    """A path as messages name it: relative to the working folder, with ``/``."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        # Another drive of Windows.
        relative = path
    return shown(relative.replace(os.sep, "/"))
