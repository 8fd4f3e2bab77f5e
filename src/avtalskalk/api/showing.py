"""Agreements and figures in words: shown, explained, and written in a format."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from avtalskalk.api.calculating import plan_of, with_findings
from avtalskalk.diagnostics import AgreementError
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


def agreement_record(loaded: Loaded, *, today: date | None = None) -> dict[str, Any]:
    """As `show`, for a program: plain values, the words in both languages."""
    from avtalskalk.features.show.agreement_record import described

    if loaded.agreement is None:
        raise AgreementError(loaded.diagnostics)
    inputs = [file._asdict() for file in loaded.inputs]
    reading = {"reading": loaded.reading} if loaded.reading else {}
    return {"inputs": inputs, **reading, **described(loaded.agreement, today)}


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


def explanation_document(
    explained: "Explained | Bridge",
    loaded: Loaded,
    language: Language = "en",
    depth: int | None = None,
) -> "Document":
    """An explanation or a bridge in words and tables, for `render`."""
    from avtalskalk.features.explain import bridge_view, view
    from avtalskalk.features.explain.bridge import Bridge

    if isinstance(explained, Bridge):
        return bridge_view.document(explained, language, loaded.file_and_line)
    return view.document(explained, language, loaded.file_and_line, depth)


def explanation_record(
    explained: "Explained | Bridge", loaded: Loaded, depth: int | None = None
) -> dict[str, Any]:
    """As `explanation_document`, for a program: plain values, the words in both languages."""
    from avtalskalk.features.explain import bridge_view, view
    from avtalskalk.features.explain.bridge import Bridge

    if isinstance(explained, Bridge):
        return bridge_view.record(explained, loaded.file_and_line)
    return view.record(explained, loaded.file_and_line, depth)


def render(
    result: "Iterable[Statement] | Statement | Document",
    format: str = "table",  # noqa: A002 - the command's own word
    options: Options | None = None,
) -> str:
    """Statements in any of the formats; a document in one of those for people."""
    from avtalskalk.formats import write_documents
    from avtalskalk.report.document import Document
    from avtalskalk.report.selection import by_agreement

    options = options or Options(language="en")
    if isinstance(result, Document):
        pieces = write_documents(format, [result], options)
    else:
        statements = [result] if isinstance(result, Statement) else result
        pieces = write_statements(by_agreement(statements), format, options)
    return b"".join(pieces).decode("utf-8")


def write_statements(
    agreements: Iterable[Sequence[Statement]],
    format: str,  # noqa: A002 - as above
    options: Options,
) -> Iterator[bytes]:
    """Statements, one agreement at a time, in pieces of a format."""
    from avtalskalk.formats import DOCUMENT_FORMATS, write_documents, write_records

    # Each is imported where it is wanted: a start should not wait for the other.
    if format in DOCUMENT_FORMATS:
        from avtalskalk.report.statement_view import documents

        return write_documents(format, documents(agreements, options), options)
    from avtalskalk.report.statement_records import records

    return write_records(format, records(agreements, options), options)


def schema() -> dict[str, Any]:
    """The JSON Schema of the agreement format."""
    from avtalskalk.model.schema import json_schema

    return json_schema()
