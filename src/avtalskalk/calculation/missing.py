"""What stands where a figure cannot be had: the name of what is missing, or what is wrong."""

from typing import NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Path


class Unknown(NamedTuple):
    """A figure is not known: ``what`` is missing, as an author would write its path.

    With a ``fault`` it is not missing but wrong, and the calculation ends in that diagnostic.
    """

    what: str
    path: Path
    fault: Diagnostic | None = None

    def __hash__(self) -> int:
        """By the place: a fault's arguments are a mapping, which has no hash of its own."""
        return hash((self.what, self.path))


def missing(*path: str | int) -> Unknown:
    """A figure that is not there, named by its path (list places from 0, written from 1)."""
    return Unknown(dotted(path), path)


def wrong(code: str, path: Path, **arguments: Argument) -> Unknown:
    """A figure that cannot be had because something in the file is wrong."""
    return faulty(Diagnostic(code, arguments, path))


def faulty(diagnostic: Diagnostic) -> Unknown:
    """A figure that cannot be had because of what a diagnostic says."""
    return Unknown(dotted(diagnostic.path), diagnostic.path, diagnostic)


AGREEMENTS = "agreements"
"""The first key of a path that leads into another agreement, by its id."""


def in_agreement(agreement: str, what: str) -> str:
    """What is called something in another agreement, by its id; or in one that it rests on."""
    return what if ": " in what else f"{agreement}: {what}"


def path_in_agreement(agreement: str, path: Path) -> Path:
    """A path in another agreement, by its id; or in one that it rests on."""
    return path if not path or path[0] == AGREEMENTS else (AGREEMENTS, agreement, *path)


def dotted(path: Path) -> str:
    """A path as an author writes it: keys with dots, list places counted from 1."""
    return ".".join(str(key + 1) if isinstance(key, int) else key for key in path)
