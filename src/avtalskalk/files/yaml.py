"""Bytes of a YAML file to plain data, every scalar the author's text, and what is wrong with it."""

import hashlib
from dataclasses import replace
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.files.characters import decode
from avtalskalk.files.yaml_diagnosis import Parsed, parse
from avtalskalk.files.yaml_nodes import Source

_NO_VALUE = frozenset({"AV021", "AV028", "AV030", "AV227"})
"""What leaves a value unknown: anything further reported on that value would repeat it."""


class YamlDocument(NamedTuple):
    """A file as read: its text, its plain data (None if unreadable), and what is wrong so far.

    ``partial`` are the paths at which something is wrong that leaves what is below them valid.
    """

    file: str
    text: str
    data: object
    diagnostics: tuple[Diagnostic, ...]
    sha256: str
    partial: frozenset[Path] = frozenset()

    @property
    def without_value(self) -> frozenset[Path]:
        """Where a value is missing and that has been reported."""
        return frozenset(
            diagnostic.path for diagnostic in self.diagnostics if diagnostic.code in _NO_VALUE
        )

    def explains(self, path: Path) -> bool:
        """Whether a finding at a path would only repeat what has been reported in reading."""
        if not self.diagnostics:
            return False
        missing = self.without_value
        return path in self.partial or any(
            path[:length] in missing for length in range(len(path) + 1)
        )


def read(raw: bytes, file: str) -> YamlDocument:
    """Read a file's bytes; whatever they hold, the answer is a document."""
    text = decode(raw)
    parsed = parse(text) if isinstance(text, str) else Parsed(Source(""), diagnostics=(text,))
    return YamlDocument(
        file,
        parsed.source.text,
        parsed.data,
        tuple([replace(diagnostic, file=file) for diagnostic in parsed.diagnostics]),
        hashlib.sha256(raw).hexdigest(),
        parsed.partial,
    )
