"""Bytes of a YAML file to plain data, every scalar the author's text, and to findings with places.

A sound file is taken from the parser's own tree in a few lines.  Whatever gives them pause is read
again as a tree with positions, which says what is wrong and reads on as far as it can.
"""

import hashlib
import re
from dataclasses import replace
from typing import Literal, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode

from avtalskalk.diagnostics import Diagnostic, Path, Place
from avtalskalk.files.characters import decode
from avtalskalk.files.parser import DEEPEST, FAULTS, composed, may_be_composed

_UNKNOWN = frozenset({"AV021", "AV028", "AV029", "AV030", "AV227"})
"""What leaves a value unknown: anything further said about that value would say it twice."""

# A number with a comma soon after a bracket: perhaps a decimal comma that cut a list item in two.
_COMMA_IN_LIST = re.compile(rb"\[[^\[\]]{0,200}\d,\d")


class Document(NamedTuple):
    """A file as read: its text, its plain data (None if unreadable), and what is wrong so far."""

    file: str
    text: str
    data: object
    diagnostics: tuple[Diagnostic, ...]
    sha256: str
    partial: frozenset[Path] = frozenset()

    @property
    def unknown(self) -> tuple[Path, ...]:
        """Where a value is missing and that has been said."""
        return tuple(d.path for d in self.diagnostics if d.code in _UNKNOWN)

    def echoes(self) -> "Echoes":
        """Whether what is said of a path only repeats what has been said in reading."""
        return Echoes(frozenset(self.unknown), self.partial)


class Echoes:
    """Where something is wrong that has been said: in all of a value, or in it alone."""

    def __init__(self, unknown: frozenset[Path], partial: frozenset[Path]) -> None:
        """Keep the places of either kind."""
        self.unknown, self.partial = unknown, partial

    def __contains__(self, path: Path) -> bool:
        """Whether a path leads to one of these, or below one that is unknown."""
        if path in self.partial:
            return True
        return any(path[:length] in self.unknown for length in range(len(path) + 1))


def read(raw: bytes, file: str) -> Document:
    """Read a file's bytes; whatever they hold, the answer is a document."""
    decoded = decode(raw)
    data: object = None
    partial: frozenset[Path] = frozenset()
    diagnostics = decoded.diagnostics
    if decoded.text is not None:
        if decoded.plain:
            data = _plain(raw)
        if data is None:
            # Looking closely takes much code, which a start should not wait for.
            from avtalskalk.files.yaml_diagnosis import grown

            whole = grown(decoded.text)
            data, diagnostics, partial = whole.data, whole.diagnostics, whole.partial
    found = tuple([replace(diagnostic, file=file) for diagnostic in diagnostics])
    digest = hashlib.sha256(raw).hexdigest()
    return Document(file, decoded.text or "", data, found, digest, partial)


def _plain(raw: bytes) -> dict[str, object] | None:
    """The data of a file in which nothing is odd; None where it must be looked at closer."""
    if not may_be_composed(raw) or (b"[" in raw and _COMMA_IN_LIST.search(raw)):
        return None
    try:
        root = composed(raw)
        return _mapping(root.value, DEEPEST - 1) if isinstance(root, MappingNode) else None
    except (*FAULTS, TypeError, RecursionError):
        # TypeError: a mapping or a list as a key.  RecursionError: far too deep, without the C
        # library.
        return None


def _mapping(pairs: list[tuple[Node, Node]], deeper: int) -> dict[str, object]:
    """A mapping's data, with so many levels below it; raises ValueError where anything is odd."""
    found = {
        key.value: value.value if value.__class__ is ScalarNode else _inside(value, deeper)
        for key, value in pairs
    }
    if len(found) != len(pairs) or "" in found or not all(found.values()):
        raise ValueError
    return found


def _inside(node: Node, deeper: int) -> object:
    """The data of a node; it and what is below it may be so many levels."""
    if isinstance(node, ScalarNode):
        return node.value
    if not deeper:
        raise ValueError
    if isinstance(node, MappingNode):
        return _mapping(node.value, deeper - 1)
    items = [_inside(one, deeper - 1) for one in node.value]
    if not all(items):
        raise ValueError
    return items


def locate(
    document_text: str, path: Path, at: Literal["key", "value"] = "value", *, sound: bool = False
) -> Place | None:
    """Where a path leads in a text; see `yaml_diagnosis.locate`."""
    from avtalskalk.files import yaml_diagnosis

    return yaml_diagnosis.locate(document_text, path, at, sound=sound)


def unspaced(document_text: str, path: Path) -> tuple[Diagnostic, ...]:
    """The lines at a path that only want a space after the colon; see `yaml_diagnosis.unspaced`."""
    from avtalskalk.files import yaml_diagnosis

    return yaml_diagnosis.unspaced(document_text, path)
