"""Agreements and figures in words: shown, explained, and written in a format."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from avtalskalk.api.calculating import plan_of, with_findings
from avtalskalk.diagnostics import AgreementError, Diagnostic, Path
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.report.options import Options
from avtalskalk.words import Language

if TYPE_CHECKING:
    # What describes an agreement is not needed to work it out.
    from avtalskalk.features.explain.bridge import Bridge
    from avtalskalk.features.explain.tree import Explained
    from avtalskalk.report.document import Document


def show(
    agreement: Agreement | Loaded, language: Language = "en", *, today: date | None = None
) -> "Document":
    """An agreement in plain words: its terms over time, parties, splits and what is missing."""
    from avtalskalk.features.readings.view import named_after
    from avtalskalk.report.agreement_text import describe

    if not isinstance(agreement, Loaded):
        return describe(agreement, language, today)
    if agreement.agreement is None:
        raise AgreementError(agreement.diagnostics)
    document = describe(agreement.agreement, language, today)
    if agreement.reading:
        title = agreement.agreement.readings[agreement.reading].title
        document = named_after(document, agreement.reading, title, language)
    return document


def described(loaded: Loaded, *, today: date | None = None) -> dict[str, Any]:
    """As `show`, for a program: plain values, the words in both languages."""
    from avtalskalk.features.show.agreement_record import described as describe

    if loaded.agreement is None:
        raise AgreementError(loaded.diagnostics)
    inputs = [{"path": one.path, "sha256": one.sha256} for one in loaded.inputs]
    reading = {"reading": loaded.reading} if loaded.reading else {}
    return {"inputs": inputs, **reading, **describe(loaded.agreement, today)}


def explain(
    loaded: Loaded,
    year: int,
    party: str,
    basis: Basis = "budget",
    *,
    item: str = "",
    today: date | None = None,
    assume_extended: bool = False,
) -> "Explained":
    """Where a party's figure comes from: the calculation as a tree, down to file and paper.

    The agreement must be sound and have terms in the year; with an item, its part alone.
    """
    from avtalskalk.features.explain.tree import explain as of_plan

    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    found = of_plan(plan, year, party, basis, item)
    statement = found.statement._replace(inputs=loaded.inputs)
    return replace(found, statement=with_findings(statement, loaded))


def bridge(
    loaded: Loaded,
    first: int,
    last: int,
    party: str,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> "Bridge":
    """What changes a party's amount from one year to another, thing by thing, to the öre."""
    from avtalskalk.features.explain.bridge import bridge as of_plan

    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    return of_plan(plan, first, last, party, basis)


def told(
    found: "Explained | Bridge",
    loaded: Loaded,
    language: Language = "en",
    depth: int | None = None,
) -> "Document":
    """An explanation or a bridge in words and tables, for `render`."""
    from avtalskalk.features.explain import bridge_view, view
    from avtalskalk.features.explain.bridge import Bridge

    if isinstance(found, Bridge):
        return bridge_view.document(found, language, partial(place_of, loaded))
    return view.document(found, language, partial(place_of, loaded), depth)


def explained(
    found: "Explained | Bridge", loaded: Loaded, depth: int | None = None
) -> dict[str, Any]:
    """As `told`, for a program: plain values, the words in both languages."""
    from avtalskalk.features.explain import bridge_view, view
    from avtalskalk.features.explain.bridge import Bridge

    if isinstance(found, Bridge):
        return bridge_view.record(found, partial(place_of, loaded))
    return view.record(found, partial(place_of, loaded), depth)


def place_of(loaded: Loaded, path: Path) -> tuple[str, int | None]:
    """The file and the line that a path leads to."""
    placed = loaded.placed(Diagnostic("", path=path))
    return placed.file or loaded.file, placed.place.line if placed.place else None


def render(
    what: "Iterable[Statement] | Statement | Document",
    format: str = "table",  # noqa: A002 - the command's own word
    options: Options | None = None,
) -> str:
    """Statements as ``table``, ``csv``, ``json`` or ``md``; a document as ``table`` or ``md``."""
    from avtalskalk.report.document import Document

    options = options or Options(language="en")
    if isinstance(what, Document):
        return _document(what, format, options)
    statements = [what] if isinstance(what, Statement) else what
    from avtalskalk.formats import WRITERS

    writer = WRITERS[format](options)
    for statement in statements:
        writer.add(statement)
    return b"".join(writer.finish()).decode("utf-8")


def _document(document: "Document", format: str, options: Options) -> str:  # noqa: A002 - as above
    if format == "md":
        from avtalskalk.formats import markdown

        return markdown.document(document, options.language)
    if format == "table":
        from avtalskalk.formats import terminal

        return terminal.document(document, options)
    raise KeyError(format)


def schema() -> dict[str, Any]:
    """The JSON Schema of the agreement format."""
    from avtalskalk.model.schema import json_schema

    return json_schema()
