"""The library: what the commands do, as functions on values.

Nothing here prints or knows a terminal.  A file that is no valid agreement raises
`AgreementError`, whose text says all that is wrong with it and whose ``diagnostics`` hold the
same as values; `check` returns them instead.  A wrong argument raises ValueError or TypeError.
Without ``today`` it is the day that it is, as on the command line.

    >>> from avtalskalk import calculate, render
    >>> statements = calculate("agreements", years=[2023])
    >>> print(render(statements, "csv"))
    >>> statements.to_records("totals")
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from avtalskalk.calculation.calculate import prepare, years_with_figures
from avtalskalk.calculation.prepared import Plan, prepared
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.features.computed import (
    Computed,
    no_end,
    plan_of,
    raise_errors,
    with_findings,
    with_reading,
)
from avtalskalk.features.computed import compute as of_loaded
from avtalskalk.files.workspace import Loaded, load_each
from avtalskalk.files.workspace import load as read
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import BASES, Basis, Statement
from avtalskalk.periods import year_label
from avtalskalk.report.options import Options
from avtalskalk.words import LANGUAGES, Language

if TYPE_CHECKING:
    # What a feature needs beside the calculation is imported by its functions.
    from avtalskalk.features.calendar.due import Calendar
    from avtalskalk.features.diff.compared import Diffed
    from avtalskalk.features.explain.bridge import Bridge
    from avtalskalk.features.explain.tree import Explained
    from avtalskalk.features.invoice.billing import Billing
    from avtalskalk.features.readings.readings import Readings
    from avtalskalk.features.report.layout import Layout
    from avtalskalk.features.report.report import Report
    from avtalskalk.features.seal.seal import How, Recalculated
    from avtalskalk.features.seal.sealing import Sealed
    from avtalskalk.features.selftest.test_file import Accepted
    from avtalskalk.features.selftest.tested import Tested
    from avtalskalk.features.settle.settlement import Settlement
    from avtalskalk.features.vouchers.vouchers import Of, Vouchers
    from avtalskalk.features.whatif.change_request import ChangeRequest, Kind
    from avtalskalk.features.whatif.scenarios import ScenarioFile
    from avtalskalk.features.whatif.solve import Solved
    from avtalskalk.features.whatif.sweep import Sweep
    from avtalskalk.features.whatif.whatif import WhatIf
    from avtalskalk.report.document import Document, Section

__all__ = [
    "Computed",
    "Source",
    "Statements",
    "accept",
    "agreement_record",
    "break_even",
    "bridge",
    "calculate",
    "change",
    "check",
    "compute",
    "dates",
    "derived_totals",
    "diff",
    "explain",
    "explain_instalment",
    "explain_settlement",
    "explanation_document",
    "explanation_record",
    "findings",
    "invoice",
    "load",
    "load_data",
    "load_text",
    "readings",
    "render",
    "render_bytes",
    "report",
    "report_document",
    "report_layout",
    "saved",
    "scenario",
    "schema",
    "seal",
    "sealed",
    "settle",
    "show",
    "solve",
    "stream",
    "stream_at",
    "sweep",
    "test",
    "to_records",
    "verify",
    "vouchers",
    "whatif",
    "whatif_settled",
    "with_reading",
    "with_stakes",
    "write_statements",
    "year_name",
]

Source = str | os.PathLike[str]


class Statements(list[Statement]):
    """What `calculate` gives: statements, which a notebook shows as the tables of `calc`."""

    def to_records(self, of: str = "") -> list[dict[str, object]]:
        """As `to_records` of them."""
        return to_records(self, of)

    def _repr_html_(self) -> str:
        from avtalskalk.formats.html import articles
        from avtalskalk.report.selection import by_agreement
        from avtalskalk.report.statement_view import documents

        options = Options(language="en")
        return articles(documents(by_agreement(self), options), options)


_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def _question(
    years: Iterable[int] | None, basis: Basis = "budget", today: date | None = None
) -> tuple[tuple[int, ...] | None, date]:
    """The years and the day that are asked for; what cannot be is refused in plain words."""
    if basis not in BASES:
        message = f"basis must be one of {_listed(BASES)}, not {basis!r}"
        raise ValueError(message)
    if years is not None:
        if isinstance(years, int | str):
            message = f"years must be several, such as [{years}], not {years!r}"
            raise TypeError(message)
        years = tuple(years)
    for year in years or ():
        if isinstance(year, bool) or not isinstance(year, int):
            message = f"a year must be a whole number, such as 2024, not {year!r}"
            raise TypeError(message)
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            message = f"a year must be from {_FIRST_YEAR} to {_LAST_YEAR}, not {year}"
            raise ValueError(message)
    if today is not None and not isinstance(today, date):
        message = f"today must be a date, not {today!r}"
        raise TypeError(message)
    now = today or datetime.now(UTC)
    return years, now.date() if isinstance(now, datetime) else now


def _known(kind: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a name of a kind, a party for one, that is not among those known."""
    known = tuple(known)
    for name in names:
        if name not in known:
            message = f"there is no {kind} {name!r}, only {_listed(known)}"
            raise ValueError(message)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(repr, names)) or "none"


def stream(paths: Iterable[Source] | Source, *, stdin: BinaryIO | None = None) -> Iterator[Loaded]:
    """Read agreements one at a time, valid or not, each with its findings at their places.

    ``paths`` are files, folders (the agreements below them) and ``-`` (``stdin``).
    """
    return read([paths] if isinstance(paths, str | os.PathLike) else paths, stdin=stdin)


def load(*paths: Source, language: Language = "en") -> list[Loaded]:
    """Read agreements; raises AgreementError, in the language, unless all are valid.

    An error that belongs to some years, or to a reading, is raised by what calculates them.
    """
    files = list(stream(paths))
    # Among agreements, what belongs to them is passed over.
    loaded = [file for file in files if not file.belongs_to_others] or files
    diagnostics = (diagnostic for agreement in loaded for diagnostic in agreement.diagnostics)
    raise_errors((error for error in diagnostics if error.stops_all), language)
    return loaded


def load_text(text: str, name: str = "agreement.yaml") -> Loaded:
    """Read an agreement's text; raises as `load`.

    ``name`` is the file it would stand in: messages call it so, and the tables and the
    `shared.yaml` that it uses are looked for from there.
    """
    from avtalskalk.files.workspace import load_text as as_read

    loaded = as_read(text, name)
    raise_errors((error for error in loaded.diagnostics if error.stops_all), "en")
    return loaded


def load_data(data: Mapping[str, object], name: str = "agreement.yaml") -> Loaded:
    """Read an agreement as data: mappings, lists and what stands in them; raises as `load`.

    A value is written as in a file (``"62,5 %"``), or is a whole number, a Decimal, a date or
    True and False.  A float raises TypeError: 0.1 is none of the numbers that it looks like.
    """
    return load_text(json.dumps(_written(data), ensure_ascii=False, indent=2), name)


def _written(value: object) -> object:
    """Data as JSON has it, which YAML reads, too."""
    match value:
        case Mapping():
            return {str(key): _written(part) for key, part in value.items()}
        case list() | tuple():
            return [_written(part) for part in value]
        case None | bool() | int() | str():
            return value
        case Decimal() | date():
            return str(value)
        case _:
            message = f"write {value!r} as a text, a whole number or a Decimal"
            raise TypeError(message)


def check(*paths: Source, today: date | None = None) -> list[Diagnostic]:
    """All findings on the files, warnings and notes too, in path order; empty where all is well."""
    from avtalskalk.features.findings import file_findings, findings_of_all

    _, today = _question(None, today=today)
    in_turn = findings_of_all(load_each(partial(file_findings, today=today), paths))
    return [finding for of_file in in_turn for finding in of_file]


def findings(loaded: Loaded, *, today: date | None = None) -> list[Diagnostic]:
    """Everything that there is to report of one file; of a valid agreement the lints too."""
    from avtalskalk.features.findings import findings as of_file

    return of_file(loaded, today=_question(None, today=today)[1])


def derived_totals(loaded: Loaded) -> list[Diagnostic]:
    """The totals that are not the paper's own: solved from a part, or for a part of a year."""
    from avtalskalk.features.findings import derived_totals as of_file

    return of_file(loaded)


def compute(
    loaded: Loaded | Source,
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> Computed:
    """One valid agreement's statements, and whether its figures have no end; see `calculate`."""
    loaded = _one(loaded)
    years, today = _question(years, basis, today)
    return of_loaded(loaded, years, basis, today=today, assume_extended=assume_extended)


def calculate(
    agreements: Iterable[Loaded] | Loaded | Source,
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> Statements:
    """What each party pays: one statement for each agreement and year, in that order.

    ``years`` are named by the calendar year they start in; without them every year that an
    agreement has figures for.  Amounts are whole minor units (öre).  Raises AgreementError for
    a path that is no valid agreement, or a year that has an error, and ValueError where years must
    be named, because an agreement's figures have no end.
    """
    years, today = _question(years, basis, today)
    statements = Statements()
    for loaded in _as_loaded(agreements):
        computed = of_loaded(loaded, years, basis, today=today, assume_extended=assume_extended)
        computed = with_stakes(
            _with_an_end(computed), basis, today=today, assume_extended=assume_extended
        )
        statements += computed.statements
    raise_errors((d for statement in statements for d in statement.diagnostics), "en")
    return statements


def with_stakes(
    computed: Computed,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> Computed:
    """An agreement's statements with a note on each reading that changes what a party pays."""
    _, today = _question(None, basis, today)
    if not (computed.loaded.agreement and computed.loaded.agreement.readings):
        return computed
    from avtalskalk.features.readings.readings import with_stakes as of_computed

    return of_computed(computed, basis, today=today, assume_extended=assume_extended)


def _as_loaded(agreements: Iterable[Loaded] | Loaded | Source) -> Iterator[Loaded]:
    """Agreements, or those in a file or a folder."""
    if isinstance(agreements, str | os.PathLike):
        agreements = load(agreements)
    for agreement in [agreements] if isinstance(agreements, Loaded) else agreements:
        if not isinstance(agreement, Loaded):
            message = f"an agreement must be one that `load` has read, not {agreement!r}"
            raise TypeError(message)
        yield agreement


def _one(agreement: Loaded | Source) -> Loaded:
    """An agreement that has been read, or the only one that a path leads to."""
    agreements = list(_as_loaded(agreement))
    if len(agreements) != 1:
        message = f"{agreement} has {len(agreements)} agreements: name the file of one"
        raise ValueError(message)
    return agreements[0]


def _with_an_end(computed: Computed) -> Computed:
    """What an agreement comes to, unless years must be named because its figures have no end."""
    if computed.endless:
        raise no_end(computed.loaded)
    return computed


def settle(
    loaded: Loaded | Source,
    years: Iterable[int] | None = None,
    outcome: Basis = "actual",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> "list[Settlement]":
    """The final settlement of an agreement's years: an outcome against the budget.

    Without ``years`` every year that has figures of the outcome.  Amounts are whole minor units;
    raises AgreementError for an agreement that is not valid.  ValueError
    where years must be named, because the figures have no end.
    """
    from avtalskalk.features.settle.settlement import settle as of_years

    loaded = _one(loaded)
    return of_years(loaded, years, outcome, today=today, assume_extended=assume_extended)


def report(
    loaded: Loaded | Source,
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    scenarios: "Sequence[ScenarioFile]" = (),
    in_part: bool = False,
    today: date | None = None,
    assume_extended: bool = False,
) -> "Report | None":
    """What a report on the last of some years needs; None where there is nothing to report on.

    Without ``years`` it is on this year, or else on the last with figures; a single year is
    compared with the one before.  ``scenarios`` are set beside the agreement as it is, with
    ``in_part`` also where it lacks some of what they change; the report says what.
    `report_document` lays it out.  Raises AgreementError for an agreement that is not valid, and
    for a scenario that cannot be worked out.
    """
    from avtalskalk.features.report.report import report as of_years

    loaded = _one(loaded)
    years, today = _question(years, basis, today)
    question: dict[str, Any] = {"today": today, "assume_extended": assume_extended}
    made = of_years(loaded, years, basis, scenarios=scenarios, **question)
    if made and made.unused and not in_part:
        raise AgreementError(tuple(finding for _, finding in made.unused))
    return made


def report_layout(path: Source) -> "Layout":
    """The layout of a file, with what is wrong with it."""
    from avtalskalk.features.report.layout import read_layout

    return read_layout(os.fspath(path))


def report_document(
    report: "Report",
    layout: "Layout | None" = None,
    options: Options | None = None,
    *,
    computing: bool = False,
) -> "Document":
    """A report for `render` and `render_bytes`: all sections, or those of a layout.

    With ``computing`` it has the sheets that compute its figures, for ``xlsx``.
    """
    from avtalskalk.features.report.layout import Layout
    from avtalskalk.features.report.view import document, workbook

    options = options or Options(language="en")
    laid_out = document(report, layout or Layout(), options)
    return laid_out._replace(sheets=workbook([report], options).sheets) if computing else laid_out


def dates(
    loaded: Loaded | Source, first: date, last: date, *, assume_extended: bool = False
) -> "Calendar":
    """What falls due under a valid agreement from one day to another, both included.

    Raises AgreementError for an agreement that is not valid.
    """
    from avtalskalk.features.calendar.due import due_days

    loaded = _one(loaded)
    return due_days(loaded, first, last, assume_extended=assume_extended)


def invoice(
    loaded: Loaded | Source,
    years: Iterable[int] | None = None,
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> "list[Billing]":
    """What is billed of an agreement's budgeted years: each payer's instalments.

    Without ``years`` every year that has a budget.  Amounts are whole minor units; raises
    AgreementError for an agreement that is not valid.  ValueError
    where years must be named, because the figures have no end.
    """
    from avtalskalk.features.invoice.billing import bill

    loaded = _one(loaded)
    return bill(loaded, years, today=today, assume_extended=assume_extended)


def vouchers(
    loaded: Loaded | Source,
    years: Iterable[int] | None = None,
    of: "Of" = "invoices",
    *,
    parties: Iterable[str] = (),
    day: date | None = None,
    today: date | None = None,
    assume_extended: bool = False,
) -> "list[Vouchers]":
    """What an agreement's bills, or its final settlement, are booked as, on its `accounting`.

    In the books of the ``parties``, or of all that have accounts.  ``day`` is when, otherwise the
    day that the agreement has.  What is missing to book a year is an error among the diagnostics
    of its first statement, and then it has no vouchers.  Raises as `invoice`.
    """
    from avtalskalk.features.vouchers.vouchers import book

    loaded = _one(loaded)
    question: dict[str, Any] = {"today": today, "assume_extended": assume_extended}
    return book(loaded, years, of, parties=tuple(parties), day=day, **question)


def readings(
    loaded: Loaded | Source,
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> "Readings | None":
    """One agreement as written and under each of its readings, for the years asked for.

    Without ``years`` every year that any reading has figures for; None where these have no end.
    """
    from avtalskalk.features.readings.readings import in_each_reading

    loaded = _one(loaded)
    years, today = _question(years, basis, today)
    return in_each_reading(loaded, years, basis, today=today, assume_extended=assume_extended)


def year_name(loaded: Loaded, year: int) -> str:
    """What an agreement calls a year: ``2023``, or ``2023/24``."""
    return year_label(year, loaded.agreement.first_month if loaded.agreement else 1)


def show(
    agreement: Agreement | Loaded | Source, language: Language = "en", *, today: date | None = None
) -> "Document":
    """An agreement in plain words: its terms over time, parties, splits and what is missing."""
    from avtalskalk.features.readings.view import named_after
    from avtalskalk.report.agreement_text import describe

    _, today = _question(None, today=today)
    if isinstance(agreement, Agreement):
        timeline = _timeline(prepare(agreement, today=today), today, language)
        return describe(agreement, language, today, timeline)
    loaded = _one(agreement)
    if loaded.agreement is None:
        raise AgreementError(loaded.diagnostics)
    timeline = _timeline(loaded.plan, today, language)
    document = describe(loaded.agreement, language, today, timeline)
    if loaded.reading:
        title = loaded.agreement.readings[loaded.reading].title
        document = named_after(document, loaded.reading, title, language)
    return document


def agreement_record(loaded: Loaded | Source, *, today: date | None = None) -> dict[str, Any]:
    """As `show`, for a program: plain values, the words in both languages."""
    from avtalskalk.features.show.agreement_record import described

    loaded = _one(loaded)
    _, today = _question(None, today=today)
    if loaded.agreement is None:
        raise AgreementError(loaded.diagnostics)
    inputs = [file._asdict() for file in loaded.inputs]
    reading = {"reading": loaded.reading} if loaded.reading else {}
    timelines = {language: _timeline(loaded.plan, today, language) for language in LANGUAGES}
    return {"inputs": inputs, **reading, **described(loaded.agreement, today, timelines)}


def _timeline(plan: Plan | None, today: date, language: Language) -> "Section | None":
    """An agreement's time line, where it can be calculated and days of it are known."""
    from avtalskalk.features.calendar.timeline import timeline_section

    return timeline_section(prepared(plan, today=today), today, language) if plan else None


def explain(
    loaded: Loaded | Source,
    year: int,
    party: str,
    basis: Basis = "budget",
    *,
    item: str = "",
    today: date | None = None,
    assume_extended: bool = False,
) -> "Explained":
    """Where a party's figure comes from: the calculation as a tree, down to file and paper.

    The agreement must be valid and have terms in the year; with an item, its part alone.
    """
    from avtalskalk.features.explain.tree import explain as of_plan

    _question((year,), basis)
    loaded, plan = _explicable(loaded, year, party, today, assume_extended=assume_extended)
    _known("cost item", (item,) if item else (), plan.agreement.costs)
    return _explained(of_plan(plan, year, party, basis, item), loaded)


def explain_settlement(
    loaded: Loaded | Source,
    year: int,
    party: str,
    outcome: Basis = "actual",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> "Explained":
    """As `explain`, of what is left for a party to pay in the year's settlement on an outcome."""
    from avtalskalk.features.explain.settlements import explain_settlement as of_plan

    loaded, plan = _explicable(loaded, year, party, today, assume_extended=assume_extended)
    return _explained(of_plan(plan, year, party, outcome), loaded)


def explain_instalment(
    loaded: Loaded | Source,
    year: int,
    party: str,
    number: int,
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> "Explained":
    """As `explain`, of what a party is billed in an instalment of the year's budget.

    What is left for the settlement has the number after the last.
    """
    from avtalskalk.features.explain.instalments import explain_instalment as of_plan

    loaded, plan = _explicable(loaded, year, party, today, assume_extended=assume_extended)
    return _explained(of_plan(plan, year, party, number), loaded)


def _explicable(
    loaded: Loaded | Source, year: int, party: str, today: date | None, *, assume_extended: bool
) -> tuple[Loaded, Plan]:
    """A valid agreement that is in force in a year and has a party, and its plan."""
    loaded = _one(loaded)
    _, today = _question((year,), today=today)
    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    _known("party", (party,), plan.agreement.parties)
    _in_force(plan, year)
    return loaded, plan


def _explained(explained: "Explained", loaded: Loaded) -> "Explained":
    """An explanation with the findings on the agreement's file."""
    statement = explained.statement._replace(inputs=loaded.inputs)
    return replace(explained, statement=with_findings(statement, loaded))


def bridge(
    loaded: Loaded | Source,
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

    loaded = _one(loaded)
    _, today = _question((first, last), basis, today)
    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    _known("party", (party,), plan.agreement.parties)
    _in_force(plan, first, last)
    return of_plan(plan, first, last, party, basis)


def _in_force(plan: Plan, *years: int) -> None:
    """Refuse years in which an agreement has no terms."""
    for year in years:
        if not plan.year(year).segments:
            message = f"{plan.agreement.id} is not in force in {plan.year(year).label}"
            raise ValueError(message)


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


def to_records(
    result: "Iterable[Statement] | Statement | Iterable[Settlement] | Iterable[Billing] | WhatIf",
    of: str = "",
) -> list[dict[str, object]]:
    """A result's rows for pandas, polars and the like, under their names in CSV and JSON.

    Amounts are Decimal in the currency's own unit (a Fraction where they are not whole minor
    units), shares Fraction, days date, and what is not known None.  ``of`` names another list of
    the JSON than the one that CSV has, such as ``totals``; ValueError where there is none.
    """
    from avtalskalk.features.invoice.billing import Billing
    from avtalskalk.features.settle.settlement import Settlement
    from avtalskalk.features.whatif.whatif import WhatIf
    from avtalskalk.report import comparison_records, statement_records
    from avtalskalk.report.comparison import ComparedScenario, ScenarioSet
    from avtalskalk.report.records import plain_rows
    from avtalskalk.report.selection import by_agreement

    options = Options(language="en")
    results: list[Any] = [result] if isinstance(result, Statement | WhatIf) else list(result)
    match results[0] if results else None:
        case WhatIf() as what:
            raise_errors(what.diagnostics, "en")
            if what.endless:
                raise no_end(what.loaded)
            sets = []
            if what.comparison:
                scenario = ComparedScenario(what.name, what.title, what.comparison, what.since)
                sets.append(ScenarioSet((scenario,)))
            records = comparison_records.records(sets, options)
        case Settlement(outcome=outcome):
            from avtalskalk.features.settle.records import records as of_settlements

            records = of_settlements(results, outcome.basis)
        case Billing():
            from avtalskalk.features.invoice.records import records as of_bills

            records = of_bills(results)
        case Statement() | None:
            records = statement_records.records(by_agreement(results), options)
        case other:
            message = f"there are no rows of {other!r}"
            raise TypeError(message)
    _known("list", [of] if of else [], records.lists)
    return plain_rows(records, of)


def render(
    result: "Iterable[Statement] | Statement | Document",
    format: str = "table",  # noqa: A002 - the command's own word
    options: Options | None = None,
) -> str:
    """Statements in any of the formats; a document in one of those for people.

    Raises ValueError for a format that is no text: `render_bytes` gives that.
    """
    from avtalskalk.formats import DOCUMENT_FORMATS

    if format in DOCUMENT_FORMATS and DOCUMENT_FORMATS[format].binary:
        message = f"{format} is no text: use render_bytes"
        raise ValueError(message)
    return render_bytes(result, format, options).decode("utf-8")


def render_bytes(
    result: "Iterable[Statement] | Statement | Document",
    format: str = "xlsx",  # noqa: A002 - as above
    options: Options | None = None,
) -> bytes:
    """As `render`, in any format: what a file of it holds.

    Raises ModuleNotFoundError where the format needs the extra ``report``.
    """
    from avtalskalk.formats import DOCUMENT_FORMATS, RECORD_FORMATS, write_documents
    from avtalskalk.report.document import Document
    from avtalskalk.report.selection import by_agreement

    options = options or Options(language="en")
    if isinstance(result, Document):
        _known("format", (format,), DOCUMENT_FORMATS)
        pieces = write_documents(format, [result], options)
    else:
        statements = [result] if isinstance(result, Statement) else list(result)
        _known("format", (format,), (*DOCUMENT_FORMATS, *RECORD_FORMATS))
        headings = [statement.heading for statement in statements]
        _known("party", options.party, dict.fromkeys(p for h in headings for p in h.parties))
        _known("cost item", options.item, dict.fromkeys(i for h in headings for i in h.items))
        for statement in statements[:1]:
            # What they say of themselves goes before what is asked for them.
            asked = {"basis": statement.basis, "today": str(statement.today or "") or None}
            options = options._replace(basis=statement.basis, asked=options.asked or asked)
        pieces = write_statements(by_agreement(statements), format, options)
    return b"".join(pieces)


def write_statements(
    agreements: Iterable[Sequence[Statement]],
    format: str,  # noqa: A002 - as above
    options: Options,
    skipped: Iterable[tuple[str, Sequence[Diagnostic]]] = (),
) -> Iterator[bytes]:
    """Statements, one agreement at a time, in pieces of a format.

    ``skipped`` are the files that are left out and why, looked at when all agreements are read.
    """
    from avtalskalk.formats import DOCUMENT_FORMATS, write_documents, write_records

    # Each is imported where it is wanted: a start should not wait for the other.
    if format in DOCUMENT_FORMATS:
        if options.frames:
            from avtalskalk.report.frame_view import documents
        else:
            from avtalskalk.report.statement_view import documents

        return write_documents(format, documents(agreements, options), options)
    from avtalskalk.report.records import with_skipped
    from avtalskalk.report.statement_records import records

    return write_records(format, with_skipped(records(agreements, options), skipped), options)


def schema(
    language: Language = "en", of: Literal["agreement", "layout"] = "agreement"
) -> dict[str, Any]:
    """The JSON Schema of agreements, its fields described in a language, or of report layouts."""
    from avtalskalk.model.schema import described_schema, layout_schema

    return layout_schema() if of == "layout" else described_schema(language)


def seal(
    agreements: Iterable[Loaded] | Loaded | Source,
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    settlement: bool = False,
    today: date | None = None,
    assume_extended: bool = False,
) -> "Sealed":
    """What each party pays, as `calculate` says, with all that it takes to repeat it in years.

    With ``settlement`` also the years' settlements, the basis being their outcome.  The same files
    and options give the same bytes.  Raises as `calculate`, and AgreementError
    where no agreement has figures, or two have the same id.
    """
    from avtalskalk.features.seal.seal import How

    how = How(basis, *_question(years, basis, today), assume_extended, settlement)
    computed = (
        of_loaded(loaded, how.years, basis, today=how.today, assume_extended=assume_extended)
        for loaded in _as_loaded(agreements)
    )
    return sealed(map(_with_an_end, computed), how)


def sealed(computed: Iterable[Computed], how: "How") -> "Sealed":
    """As `seal`, of what is calculated already; agreements without any years are left out."""
    from avtalskalk.features.seal.sealing import sealed as of_computed

    return of_computed(computed, how)


def verify(file: Source, folder: Source = "", *, fingerprint: str = "") -> "Recalculated":
    """Whether a sealed result comes out again from the files of today, or what has changed.

    The files are looked for in ``folder``, or else where the seal's paths lead from the working
    folder, from the seal's own or from one above these in the same workspace; an agreement whose
    file has another name is found by its id.  Raises AgreementError where the seal was edited or
    is none, has another fingerprint than the one given, where nothing of it is found, and where a
    file is invalid.
    """
    from avtalskalk.features.seal.sealing import recalculated

    return recalculated(os.fspath(file), os.fspath(folder), fingerprint=fingerprint)


def diff(
    old: Source | Loaded | Iterable[Loaded],
    new: Source | Loaded | Iterable[Loaded],
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> "list[Diffed]":
    """What differs between two versions of an agreement, in meaning and in what is paid.

    Each side is a file, a folder, or what has been read.  A single agreement on each side is
    compared whatever it is called, otherwise those of the same id.  Without ``years`` the
    amounts are compared for every year that either version has figures for.  Raises
    AgreementError for a path that is no valid agreement.
    """
    from avtalskalk.features.diff.compared import diffed, paired

    years, today = _question(years, basis, today)
    before, after = (list(_as_loaded(side)) for side in (old, new))
    return [
        diffed(*pair, years, basis, today=today, assume_extended=assume_extended)
        for pair in paired(before, after)
    ]


def stream_at(revision: str, path: Source) -> list[Loaded]:
    """Agreements as they stood at a git revision, valid or not, each with its findings.

    They are called as git calls them, ``HEAD~1:agreements/lyktan.yaml``.  Raises AgreementError
    where git, the revision, or the path in it is not there.
    """
    from avtalskalk.features.diff.revisions import at_revision, called

    with at_revision(revision, os.fspath(path)) as checkout:
        agreements = read([checkout.path], cwd=checkout.folder)
        return [called(loaded, revision) for loaded in agreements]


def test(paths: Iterable[Source] | Source) -> "Iterator[Tested]":
    """Try agreements' own tests, `NAME.test.yaml` beside `NAME.yaml`, one agreement at a time.

    ``paths`` are agreements, their test files, and folders, whose agreements without tests are
    passed over.
    """
    from avtalskalk.features.selftest.tested import tested

    return tested([paths] if isinstance(paths, str | os.PathLike) else paths)


def accept(tested: "Tested") -> "Accepted":
    """The test file with the amounts that came out, where these differ from those expected.

    Nothing is written: see ``Accepted.text``.
    """
    from avtalskalk.features.selftest.tested import accept as with_amounts

    return with_amounts(tested)


def sweep(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded | Source,
    vary: Iterable[str],
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    parties: Iterable[str] = (),
    changes: Iterable["ChangeRequest"] = (),
    today: date | None = None,
    assume_extended: bool = False,
) -> "Sweep":
    """What an agreement comes to at every combination of some inputs' values.

    ``vary`` are as ``share.alingsas=30 %..60 %:5 %``; ``parties`` picks some of them; ``changes``
    hold at every combination.  Raises AgreementError where one cannot be read; `Sweep.try_values`
    and `Sweep.at` raise it where a value makes the agreement invalid.
    """
    from avtalskalk.features.whatif.inputs import Input, read_axis
    from avtalskalk.features.whatif.search_range import takes_amount
    from avtalskalk.features.whatif.sweep import Sweep
    from avtalskalk.features.whatif.whatif import baseline_of
    from avtalskalk.model.validation import setting_of

    loaded = _one(loaded)
    years, today = _question(years, basis, today)
    baseline = baseline_of(loaded, years or (), basis, today, assume_extended=assume_extended)
    parties = tuple(parties)
    _known("party", parties, baseline.plan.agreement.parties)
    if years is None:
        with_figures = years_with_figures(baseline.plan, basis)
        if with_figures is None:
            raise AgreementError((Diagnostic("AV809", {"agreement": baseline.plan.agreement.id}),))
        baseline = baseline._replace(years=tuple(with_figures))

    def is_amount(what: Input) -> bool:
        return takes_amount(what, baseline)

    axes = [read_axis(text, setting_of(loaded.data), is_amount) for text in vary]
    wrong = tuple(axis for axis in axes if isinstance(axis, Diagnostic))
    if wrong:
        raise AgreementError(wrong)
    known = tuple(axis for axis in axes if not isinstance(axis, Diagnostic))
    return Sweep(baseline, known, parties or baseline.plan.parties, tuple(changes))


def solve(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded | Source,
    vary: str,
    want: str,
    year: int,
    basis: Basis = "budget",
    *,
    changes: Iterable["ChangeRequest"] = (),
    today: date | None = None,
    assume_extended: bool = False,
) -> "Solved":
    """The value of one input that gives what is wanted in a year.

    ``vary`` is as ``cost`` or ``share.alingsas=0 %..60 %``, ``want`` as ``alingsas<=900000``;
    ``changes`` hold besides.  Raises AgreementError where one cannot be read, or where the year
    cannot be worked out.
    """
    from avtalskalk.features.whatif.solve import solved
    from avtalskalk.features.whatif.whatif import baseline_of

    loaded = _one(loaded)
    _, today = _question((year,), basis, today)
    baseline = baseline_of(loaded, (year,), basis, today, assume_extended=assume_extended)
    return solved(baseline, vary, want, tuple(changes))


def break_even(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded | Source,
    vary: str,
    party: str,
    year: int,
    basis: Basis = "budget",
    *,
    changes: Iterable["ChangeRequest"] = (),
    otherwise: Iterable["ChangeRequest"] = (),
    today: date | None = None,
    assume_extended: bool = False,
) -> "Solved":
    """The value at which a party pays the same with some changes and with others; see `solve`."""
    from avtalskalk.features.whatif.solve import broken_even
    from avtalskalk.features.whatif.whatif import baseline_of

    loaded = _one(loaded)
    _, today = _question((year,), basis, today)
    baseline = baseline_of(loaded, (year,), basis, today, assume_extended=assume_extended)
    return broken_even(baseline, vary, party, tuple(changes), tuple(otherwise))


def whatif(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded | Source,
    changes: Iterable["ChangeRequest"] = (),
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    scenario: "ScenarioFile | None" = None,
    against: "WhatIf | None" = None,
    today: date | None = None,
    assume_extended: bool = False,
) -> "WhatIf":
    """A valid agreement with a scenario's changes, and then others, beside how it stands.

    ``years`` are those compared, and what changes without a day of its own are for; without them
    every year that the agreement has figures for, before or after.  With ``against`` it is
    compared with that what-if of the same years instead.
    """
    from avtalskalk.features.whatif.whatif import whatif as compared

    loaded = _one(loaded)
    years, today = _question(years, basis, today)
    question: dict[str, Any] = {"today": today, "assume_extended": assume_extended}
    question["against"] = against
    return compared(loaded, changes, years, basis, scenario=scenario, **question)


def whatif_settled(
    what: "WhatIf", *, today: date | None = None, assume_extended: bool = False
) -> "WhatIf":
    """A what-if on an outcome, with what is left to pay when its years are settled.

    What has been paid on account is the same before and after the change.
    """
    from avtalskalk.features.whatif.whatif import settled

    _, today = _question(None, today=today)
    return settled(what, today=today, assume_extended=assume_extended)


def saved(what: "WhatIf", location: str) -> str | tuple[Diagnostic, ...]:
    """The agreement's own text with the changes in it, comments and order kept.

    It comes to the same figures when it stands in a file at ``location``; where that cannot be,
    the findings say why.
    """
    from avtalskalk.features.whatif.whatif import saved as text_of

    return text_of(what, location)


def change(
    kind: "Kind", text: str, start: date | None = None, *, blend: str = "", phase_in: str = ""
) -> "ChangeRequest":
    """One change, as the option of the same name says it: ``change("cost", "+3 %")``.

    With ``start`` it holds from that day on.  A split or a share may be reached part of the way
    (``blend="50 %"``) or year by year (``phase_in="2025..2027"``).  Raises
    AgreementError where a name or a value is lacking.
    """
    from avtalskalk.features.whatif.change_request import Refused, from_option, on_the_way

    try:
        return on_the_way(from_option(kind, text, start), blend, phase_in)
    except Refused as refused:
        raise AgreementError((Diagnostic(refused.code, refused.arguments),)) from None


def scenario(name: str, loaded: Loaded | Source, option: str = "--scenario") -> "ScenarioFile":
    """A scenario for an agreement, by its name or as a path, with all that it is made after.

    ``option`` is where the name is written, for a finding on it.
    """
    from avtalskalk.features.whatif.scenarios import folders_of, read_scenario_file

    loaded = _one(loaded)
    return read_scenario_file(name, folders_of(loaded.location), option)
