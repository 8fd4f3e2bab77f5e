"""Bytes of a YAML file to plain data, every scalar the author's text, and to findings with places.

A sound file is built in one tight loop from the parser's events.  Whatever gives the loop pause
is read again as a tree with positions, which says what is wrong and reads on as far as it can.
"""

import hashlib
import re
from dataclasses import replace
from itertools import repeat
from typing import Literal, NamedTuple

from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from avtalskalk.diagnostics import Diagnostic, Path, Place
from avtalskalk.reading.characters import decode
from avtalskalk.reading.parser import DEEPEST, FAULTS, MOST_VALUES, events

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
            from avtalskalk.reading.closely import grown

            whole = grown(decoded.text)
            data, diagnostics, partial = whole.data, whole.diagnostics, whole.partial
    found = tuple(replace(diagnostic, file=file) for diagnostic in diagnostics)
    digest = hashlib.sha256(raw).hexdigest()
    return Document(file, decoded.text or "", data, found, digest, partial)


def _plain(raw: bytes) -> dict[str, object] | None:
    """The data of a file in which nothing is odd; None where it must be looked at closer."""
    if b"[" in raw and _COMMA_IN_LIST.search(raw):
        return None
    try:
        return _built(raw)
    except (*FAULTS, TypeError):
        # TypeError: a mapping or a list as a key.
        return None


def _built(raw: bytes) -> dict[str, object] | None:
    """Events to data.  A mapping's keys and values lie in one list until it ends."""
    take = events(raw)
    # Names of this function are found faster than the module's.
    scalar, mapping, sequence = ScalarEvent, MappingStartEvent, SequenceStartEvent
    mapping_end, sequence_end = MappingEndEvent, SequenceEndEvent
    found: list[object] = []
    above: list[list[object]] = []
    add = found.append
    for _ in repeat(None, MOST_VALUES):
        event = take()
        kind = event.__class__
        if kind is scalar:
            value = event.value  # type: ignore[union-attr]
            if not value:
                return None
            add(value)
        elif kind is mapping or kind is sequence:
            if len(above) >= DEEPEST:
                return None
            above.append(found)
            found = []
            add = found.append
        elif kind is mapping_end:
            halves = iter(found)
            whole = dict(zip(halves, halves, strict=True))
            if 2 * len(whole) != len(found):
                return None
            found = above.pop()
            add = found.append
            add(whole)
        elif kind is sequence_end:
            items = found
            found = above.pop()
            add = found.append
            add(items)
        elif kind is DocumentEndEvent:
            break
    top = found[0] if found and not above else None
    if not isinstance(top, dict) or not isinstance(take(), StreamEndEvent):
        return None
    return top


def locate(
    document_text: str, path: Path, at: Literal["key", "value"] = "value", *, sound: bool = False
) -> Place | None:
    """Where a path leads in a text; see `closely.locate`."""
    from avtalskalk.reading import closely

    return closely.locate(document_text, path, at, sound=sound)


def unspaced(document_text: str, path: Path) -> tuple[Diagnostic, ...]:
    """The lines at a path that only want a space after the colon; see `closely.unspaced`."""
    from avtalskalk.reading import closely

    return closely.unspaced(document_text, path)
