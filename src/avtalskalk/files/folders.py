"""The YAML files below a folder, in path order."""

import os
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.files.files import SETTINGS, SHARED, shown, unreadable

ENDINGS = (".yaml", ".yml")
TESTS = (".test.yaml", ".test.yml")


class FileToRead(NamedTuple):
    """Where a file is, what messages call it, the top of its workspace; ``named`` by the user."""

    location: str
    name: str
    root: str
    named: bool = False


class _Folder(NamedTuple):
    """A folder to go into."""

    location: str
    prefix: str
    root: str


def root_above(folder: str) -> str | None:
    """The nearest folder upwards that has settings, if any has."""
    while not os.path.isfile(os.path.join(folder, SETTINGS)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def workspace_of(folder: str) -> str:
    """The top of the workspace that a folder is in: itself, where no folder above has settings."""
    return root_above(folder) or folder


def in_workspace(path: str, root: str, name: str) -> str | Diagnostic:
    """Where a file is when links are followed; one outside its workspace is not touched.

    Whatever is read or written because another file or a folder names it goes this way: a link,
    or a path in a file, may come from anybody.  ``name`` is what messages call it.
    """
    try:
        location = os.path.realpath(path)
    except (OSError, ValueError) as error:
        return unreadable(error, path)
    if not location.startswith(os.path.join(os.path.realpath(root), "")):
        return Diagnostic("AV057", {"name": name})
    return location


def files_below(location: str, name: str) -> Iterator[FileToRead | Diagnostic]:
    """What may be an agreement, and why a folder or a file there is passed over.

    Hidden and linked folders are left out.
    """
    prefix = "" if name == "." else f"{name}/"
    # An own stack of listings, however deep the folders lie.
    stack = [_listed(_Folder(location, prefix, workspace_of(location)))]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
        elif isinstance(entry, _Folder):
            stack.append(_listed(entry))
        else:
            yield entry


def _listed(folder: _Folder) -> Iterator[FileToRead | _Folder | Diagnostic]:
    """What a folder holds that may concern us, in the order of names."""
    location, prefix, root = folder
    try:
        with os.scandir(location) as entries:
            kinds = sorted((entry.name, _kind(entry)) for entry in entries)
    except OSError as error:
        yield unreadable(error, location).within(shown(prefix.rstrip("/") or "."))
        return
    if (SETTINGS, "file") in kinds:
        root = location
    for name, kind in kinds:
        if name.startswith(".") or not kind:
            continue
        inside, lower = os.path.join(location, name), name.lower()
        shared = name == SHARED and location == root
        if kind == "folder":
            yield _Folder(inside, f"{prefix}{name}/", root)
        elif lower.endswith(ENDINGS) and not lower.endswith(TESTS) and not shared:
            file = shown(f"{prefix}{name}")
            place = in_workspace(inside, root, file) if kind == "link" else inside
            if isinstance(place, Diagnostic):
                yield replace(place, file=file)
            else:
                yield FileToRead(inside, file, root)


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
