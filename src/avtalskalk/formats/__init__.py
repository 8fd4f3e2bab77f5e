"""Results as bytes: one module a format, found by name in one of two registries.

Documents are for people, records for programs.  A format's module has one function,
``write(documents, options)`` or ``write(records, options)``, which gives UTF-8 (SIE its own
code page) in pieces as it is handed what to write, and need not hold more than the format asks for.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from avtalskalk.report.document import Document
    from avtalskalk.report.options import Options
    from avtalskalk.report.records import Records


class Format(NamedTuple):
    """The module that writes a format, and how its files end.

    One that is not ``general`` is for some results alone; one that is ``binary`` is no text.
    ``libraries`` are those of the extra ``report`` that it needs, by the names of their modules.
    """

    module: str
    ending: str
    general: bool = True
    binary: bool = False
    libraries: tuple[str, ...] = ()


CHARTS = ("vl_convert",)
"""What draws charts; a page in HTML needs it too where it has one."""

DOCUMENT_FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "table": Format("terminal", ".txt"),
        "md": Format("markdown", ".md"),
        "html": Format("html", ".html"),
        "xlsx": Format("spreadsheet", ".xlsx", binary=True, libraries=("xlsxwriter",)),
        "docx": Format("word", ".docx", binary=True, libraries=("docx", *CHARTS)),
        "pdf": Format("pdf", ".pdf", binary=True, libraries=("typst", *CHARTS)),
        "svg": Format("chart_svg", ".svg", general=False, libraries=CHARTS),
        "png": Format("chart_png", ".png", general=False, binary=True, libraries=CHARTS),
        "text": Format("terminal", ".txt", general=False),
        "github": Format("github", "", general=False),
    }
)
RECORD_FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("csv", ".csv"),
        "json": Format("json", ".json"),
        "ndjson": Format("ndjson", ".ndjson"),
        "ics": Format("ics", ".ics", general=False),
        "sie": Format("sie", ".si", general=False),
        "sarif": Format("sarif", ".sarif", general=False),
        "junit": Format("junit", ".xml", general=False),
    }
)

PICTURES = ("svg", "png")
"""The formats that are a document's chart and nothing else."""

DOCUMENTS = tuple(name for name, form in DOCUMENT_FORMATS.items() if form.general)
"""The formats for people that any document can be written in."""

RECORDS = tuple(name for name, form in RECORD_FORMATS.items() if form.general)


def lacking(libraries: Iterable[str]) -> list[str]:
    """Those of some libraries that are not installed."""
    return [library for library in libraries if find_spec(library) is None]


def write(
    name: str, documents: "Iterable[Document]", records: "Records", options: "Options"
) -> Iterator[bytes]:
    """A result in a format by its name; what the format has no use for is not worked out."""
    if name in DOCUMENT_FORMATS:
        return write_documents(name, documents, options)
    return write_records(name, records, options)


def write_documents(
    name: str, documents: "Iterable[Document]", options: "Options"
) -> Iterator[bytes]:
    """Documents after each other in a format."""
    module = import_module(f"avtalskalk.formats.{DOCUMENT_FORMATS[name].module}")
    pieces: Iterator[bytes] = module.write(documents, options)
    return pieces


def write_records(name: str, records: "Records", options: "Options") -> Iterator[bytes]:
    """A result's lists in a format."""
    module = import_module(f"avtalskalk.formats.{RECORD_FORMATS[name].module}")
    pieces: Iterator[bytes] = module.write(records, options)
    return pieces
