"""Messages as the workflow commands that GitHub shows beside the lines they are about."""

from collections.abc import Iterable, Iterator

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.report.document import Document
from avtalskalk.report.messages import text_and_help
from avtalskalk.report.options import Options
from avtalskalk.words import Language
from avtalskalk.words.formats import phrase, safe


def write(documents: Iterable[Document], options: Options) -> Iterator[bytes]:
    """A command on a line for each message; there is nothing to make of anything else."""
    for document in documents:
        for section in document.sections:
            for block in section.blocks:
                if isinstance(block, Diagnostic):
                    line = f"{annotation(block, options.language)}\n"
                    yield line.encode("utf-8", "backslashreplace")


def annotation(diagnostic: Diagnostic, language: Language) -> str:
    """A diagnostic as one command."""
    text, advice = text_and_help(diagnostic, language)
    if advice:
        text += f"\n{phrase('help', language)}: {advice}"
    level = "notice" if diagnostic.severity == "note" else diagnostic.severity
    properties: dict[str, str | int] = {"file": safe(diagnostic.file)} if diagnostic.file else {}
    if diagnostic.place:
        place = diagnostic.place
        properties |= {"line": place.line, "col": place.column, "endColumn": place.end}
    properties["title"] = diagnostic.code
    written = ",".join(
        f"{name}={_data(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
    )
    return f"::{level} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
