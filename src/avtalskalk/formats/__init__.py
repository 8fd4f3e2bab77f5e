"""Tables and rows to bytes: one module per format, found by name in a read-only registry.

A writer takes statements one at a time and keeps no more of them than it must; what it has
written waits in a temporary file until `finish`, so that nothing is shown before all is known
to be valid.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol

from avtalskalk.model.statement import Statement
from avtalskalk.report.options import Options


class Writer(Protocol):
    """A report that is being written."""

    def add(self, statement: Statement) -> None:
        """Take one more statement; the years of an agreement follow each other."""

    def finish(self) -> Iterator[bytes]:
        """All of the report in pieces, UTF-8 with plain line feeds; to be called once."""


def _writer(module: str) -> Callable[[Options], Writer]:
    """The writer of a module, which is imported when it is first wanted."""

    def make(options: Options) -> Writer:
        made: Writer = import_module(f"avtalskalk.formats.{module}").writer(options)
        return made

    return make


WRITERS: Mapping[str, Callable[[Options], Writer]] = MappingProxyType(
    {
        "table": _writer("terminal"),
        "csv": _writer("csv"),
        "json": _writer("json"),
        "md": _writer("markdown"),
    }
)
"""The formats by name."""
