"""The library: what the commands do, as functions on values.

Nothing here prints or knows a terminal.  A file that is no valid agreement raises
`AgreementError`, whose text says all that is wrong with it and whose ``diagnostics`` hold the
same as values; `check` returns them instead.

    >>> from avtalskalk import calculate, load
    >>> from avtalskalk.api import render
    >>> statements = calculate(load("agreements"), years=[2023])
    >>> print(render(statements, "csv"))
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.engine.calculate import calculate as calculate_year
from avtalskalk.engine.calculate import years_with_figures
from avtalskalk.engine.plan import prepared
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import BASES, Basis, Statement
from avtalskalk.reading.workspace import Loaded
from avtalskalk.reading.workspace import load as read
from avtalskalk.report.options import Options
from avtalskalk.texts import Language

if TYPE_CHECKING:
    # What describes an agreement is not needed to work it out.
    from avtalskalk.report.document import Document

Source = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Computed:
    """What one agreement comes to: a statement for each year asked for, in order.

    ``endless`` says that no years were asked for and that its figures have no end: then there
    are no statements.
    """

    loaded: Loaded
    statements: tuple[Statement, ...] = ()
    endless: bool = False

    @property
    def name(self) -> str:
        """What the agreement is called in messages: its id."""
        return self.loaded.agreement.id if self.loaded.agreement else self.loaded.file


def stream(paths: Iterable[Source], *, stdin: BinaryIO | None = None) -> Iterator[Loaded]:
    """Read agreements one at a time, sound or not, each with its findings at their places.

    ``paths`` are files, folders (the agreements below them) and ``-`` (``stdin``).
    """
    for loaded in read(paths, stdin=stdin):
        if not loaded.diagnostics:
            yield loaded
        else:
            yield replace(loaded, diagnostics=tuple(map(loaded.placed, loaded.diagnostics)))


def load(*paths: Source, language: Language = "en") -> list[Loaded]:
    """Read agreements; raises AgreementError, in the language, unless all are sound."""
    loaded = list(stream(paths))
    _raise_errors((found for one in loaded for found in one.diagnostics), language)
    return loaded


def check(*paths: Source) -> list[Diagnostic]:
    """All findings on the files, warnings too, in path order; empty where all is well."""
    return [found for loaded in stream(paths) for found in loaded.diagnostics]


def calculate(
    agreements: Iterable[Loaded] | Loaded | Source,
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> list[Statement]:
    """What each party pays: one statement for each agreement and year, in that order.

    ``years`` are named by the calendar year they start in; without them every year that an
    agreement has figures for.  Amounts are whole minor units (öre).  Raises AgreementError for
    a path that is no valid agreement and ValueError where years must be named, because an
    agreement's figures have no end.
    """
    if isinstance(agreements, Loaded):
        agreements = [agreements]
    elif isinstance(agreements, str | os.PathLike):
        agreements = load(agreements)
    asked = None if years is None else tuple(years)
    statements: list[Statement] = []
    for loaded in agreements:
        computed = compute(loaded, asked, basis, today=today, assume_extended=assume_extended)
        if computed.endless:
            message = f"the figures of {loaded.file} have no end: say which years"
            raise ValueError(message)
        statements += computed.statements
    return statements


def compute(
    loaded: Loaded,
    years: tuple[int, ...] | None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
    rows: bool = True,
) -> Computed:
    """One sound agreement's statements; see `calculate`.  ``rows`` False: totals will do."""
    if loaded.plan is None:
        raise AgreementError(loaded.diagnostics)
    plan = prepared(loaded.plan, today=today, assume_extended=assume_extended)
    if years is None:
        known = years_with_figures(plan, basis)
        if known is None:
            return Computed(loaded, endless=True)
        years = tuple(known)
    return Computed(
        loaded,
        tuple(_with_inputs(calculate_year(plan, year, basis, rows=rows), loaded) for year in years),
    )


def _with_inputs(statement: Statement, loaded: Loaded) -> Statement:
    """A statement with the files it rests on, and what was said of them."""
    said = (*loaded.diagnostics, *map(loaded.placed, statement.diagnostics))
    return replace(statement, inputs=loaded.inputs, diagnostics=said)


_WORKED_OUT = {"solved_total": "AV841", "prorated": "AV842"}


def worked_out(loaded: Loaded) -> list[Diagnostic]:
    """The totals that are not the paper's own: solved from a part, or for a part of a year."""
    found: list[Diagnostic] = []
    if loaded.agreement is None:
        return []
    for basis in BASES:
        for statement in compute(loaded, None, basis).statements:
            for note in statement.notes:
                if note.key in _WORKED_OUT:
                    one = Diagnostic(_WORKED_OUT[note.key], note.arguments, note.path)
                    one = replace(one, file=loaded.file, severity="note")
                    found.append(loaded.placed(one))
    return found


def show(
    agreement: Agreement | Loaded, language: Language = "en", *, today: date | None = None
) -> "Document":
    """An agreement in plain words: its terms over time, parties, splits and what is missing."""
    from avtalskalk.report.describe import describe

    if isinstance(agreement, Loaded):
        if agreement.agreement is None:
            raise AgreementError(agreement.diagnostics)
        agreement = agreement.agreement
    return describe(agreement, language, today)


def described(loaded: Loaded, *, today: date | None = None) -> dict[str, Any]:
    """As `show`, for a program: plain values, the words in both languages."""
    from avtalskalk.report.described import described as describe

    if loaded.agreement is None:
        raise AgreementError(loaded.diagnostics)
    inputs = [{"path": one.path, "sha256": one.sha256} for one in loaded.inputs]
    return {"inputs": inputs, **describe(loaded.agreement, today)}


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
    from avtalskalk.render import WRITERS

    writer = WRITERS[format](options)
    for statement in statements:
        writer.add(statement)
    return b"".join(writer.finish()).decode("utf-8")


def _document(document: "Document", format: str, options: Options) -> str:  # noqa: A002 - as above
    if format == "md":
        from avtalskalk.render import markdown

        return markdown.document(document, options.language)
    if format == "table":
        from avtalskalk.render import terminal

        return terminal.document(document, options)
    raise KeyError(format)


def schema() -> dict[str, Any]:
    """The JSON Schema of the agreement format."""
    from avtalskalk.model.schema import json_schema

    return json_schema()


def _raise_errors(found: Iterable[Diagnostic], language: Language) -> None:
    """Raise all errors as one, readable."""
    errors = tuple(one for one in found if one.severity == "error")
    if errors:
        from avtalskalk.report.messages import message

        raise AgreementError(errors, "\n".join(message(one, language) for one in errors))
