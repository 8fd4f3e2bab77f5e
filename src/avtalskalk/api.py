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
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO

from avtalskalk.diagnostics import AgreementError, Diagnostic, Path
from avtalskalk.engine.calculate import calculate as calculate_year
from avtalskalk.engine.calculate import years_with_figures
from avtalskalk.engine.plan import Plan, prepared
from avtalskalk.engine.readings import names as reading_names
from avtalskalk.engine.readings import read_as
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import BASES, Basis, Note, Statement
from avtalskalk.periods import year_label
from avtalskalk.reading.workspace import Loaded
from avtalskalk.reading.workspace import load as read
from avtalskalk.report.options import Options
from avtalskalk.texts import Language

if TYPE_CHECKING:
    # What describes an agreement is not needed to work it out.
    from avtalskalk.engine.bridge import Bridge
    from avtalskalk.engine.explain import Explained
    from avtalskalk.engine.testing import Tried
    from avtalskalk.reading.expectations import Accepted
    from avtalskalk.reading.yaml import Document as YamlDocument
    from avtalskalk.report.document import Document
    from avtalskalk.report.readings_view import Readings

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


def under(loaded: Loaded, reading: str) -> Loaded | None:
    """A sound agreement under one of its readings; None where it has none of that name."""
    if reading not in reading_names(loaded.data):
        return None
    changes = read_as(loaded.data, reading)
    return replace(
        loaded,
        agreement=changes.examined.agreement,
        plan=changes.examined.plan,
        data=changes.data,
        reading=reading,
        changes=changes,
    )


def readings(
    loaded: Loaded,
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> "Readings | None":
    """One agreement as written and under each of its readings, for the years asked for.

    Without ``years`` every year that any reading has figures for; None where these have no end.
    """
    from avtalskalk.report.readings_view import Read, Readings

    def computed(one: Loaded, asked: tuple[int, ...] | None) -> Computed:
        return compute(one, asked, basis, today=today, assume_extended=assume_extended)

    each = [loaded, *(filter(None, (under(loaded, one) for one in reading_names(loaded.data))))]
    asked = None if years is None else tuple(years)
    if asked is None:
        known = [computed(one, None) for one in each]
        if any(one.endless for one in known):
            return None
        asked = tuple(sorted({int(s.year[:4]) for one in known for s in one.statements}))
    titles = loaded.agreement.readings if loaded.agreement else {}
    return Readings(
        tuple(
            Read(
                one.reading,
                titles[one.reading].title if one.reading else "",
                computed(one, asked).statements,
            )
            for one in each
        )
    )


def _with_inputs(statement: Statement, loaded: Loaded) -> Statement:
    """A statement with the files it rests on, and what was said of them."""
    found = (replace(one, file=one.file or loaded.file) for one in statement.diagnostics)
    said = (*loaded.diagnostics, *map(loaded.placed, found)) if statement.diagnostics else ()
    # It was made a moment ago and nobody else has it: to copy it would take longer than to add it.
    object.__setattr__(statement, "inputs", loaded.inputs)
    object.__setattr__(statement, "diagnostics", said or loaded.diagnostics)
    return _with_reading(statement, loaded) if loaded.reading else statement


def _with_reading(statement: Statement, loaded: Loaded) -> Statement:
    """A statement that says which reading it is under."""
    title = loaded.agreement.readings[loaded.reading].title if loaded.agreement else ""
    about = {"name": loaded.reading, "title": title}
    note = Note(statement.heading.agreement, statement.year, "reading", about)
    return replace(statement, notes=(note, *statement.notes))


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


@dataclass(frozen=True, slots=True)
class Tested:
    """One agreement's own tests: its cases tried, or what stands in their way.

    ``file`` is the test file's name and ``location`` where it is; both are empty for an
    agreement without tests.
    """

    loaded: Loaded | None = None
    file: str = ""
    location: str = ""
    document: "YamlDocument | None" = None
    tried: tuple["Tried", ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def invalid(self) -> bool:
        """Whether the tests, or some of them, cannot be tried."""
        found = (*self.diagnostics, *(one for each in self.tried for one in each.diagnostics))
        return any(one.severity == "error" for one in found)

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.invalid and all(one.passed for one in self.tried)


def test(paths: Iterable[Source]) -> Iterator[Tested]:
    """Try agreements' own tests, `NAME.test.yaml` beside `NAME.yaml`, one agreement at a time.

    ``paths`` are agreements, their test files, and folders, whose agreements without tests are
    passed over.
    """
    from avtalskalk.reading import expectations as files

    asked = files.asked_for(paths)
    for location in asked.alone:
        yield _alone(location)
    tried: set[str] = set()
    for loaded in stream(asked.agreements):
        location = files.beside(loaded.location)
        tried.add(location)
        if location or loaded.agreement is None or asked.names(loaded.file):
            yield _tested(loaded, location)
    for location in asked.alone_below(tried):
        yield _alone(location)


def _alone(path: str) -> Tested:
    """Tests whose agreement is not there."""
    from avtalskalk.reading.expectations import shown_name

    file = shown_name(path)
    wrong = Diagnostic("AV887", {"name": file, "agreement": file.replace(".test.", ".")}, file=file)
    return Tested(file=file, location=path, diagnostics=(wrong,))


def _tested(loaded: Loaded, location: str) -> Tested:
    """One agreement's tests tried."""
    from avtalskalk.engine.expectations import About, read_expectations
    from avtalskalk.engine.testing import tried
    from avtalskalk.model.validation import setting_of
    from avtalskalk.reading import expectations as files

    agreement, plan = loaded.agreement, loaded.plan
    if agreement is None or plan is None:
        return Tested(loaded, diagnostics=loaded.diagnostics)
    if not location:
        name = files.name_beside(loaded.file)
        wrong = Diagnostic("AV886", {"name": name, "agreement": loaded.file}, file=loaded.file)
        return Tested(loaded, diagnostics=(wrong,))
    file = files.shown_name(location)
    document = files.read_beside(location, file)
    about = About(
        tuple(agreement.parties),
        tuple(agreement.costs),
        reading_names(loaded.data),
        setting_of(loaded.data),
    )
    expected = read_expectations(document.data, about)
    found = (*document.diagnostics, *files.placed(document, expected.diagnostics))
    outcomes = tuple(tried(one, loaded.data, plan) for one in expected.cases)
    at_home = tuple(_at_home(one, loaded, document) for one in outcomes)
    return Tested(loaded, file, location, document, at_home, found)


def _at_home(tried: "Tried", loaded: Loaded, document: "YamlDocument") -> "Tried":
    """A case whose findings have their places, in the test file or in the agreement."""
    from avtalskalk.reading.expectations import placed

    found: list[Diagnostic] = []
    for one in tried.diagnostics:
        in_test = one.path[:1] == ("cases",)
        found += placed(document, [one]) if in_test else [loaded.placed(one.within(loaded.file))]
    return tried._replace(diagnostics=tuple(found))


def accept(tested: Tested) -> "Accepted":
    """The test file with the amounts that came out, where these differ from those expected.

    Nothing is written: see ``Accepted.text``.
    """
    from avtalskalk.engine.testing import acceptable
    from avtalskalk.reading.expectations import Accepted, rewritten

    if tested.document is None or tested.loaded is None or tested.loaded.agreement is None:
        return Accepted("", frozenset())
    amounts = acceptable(tested.tried)
    return rewritten(tested.document, amounts, tested.loaded.agreement.currency)


def show(
    agreement: Agreement | Loaded, language: Language = "en", *, today: date | None = None
) -> "Document":
    """An agreement in plain words: its terms over time, parties, splits and what is missing."""
    from avtalskalk.report.describe import describe
    from avtalskalk.report.readings_view import named_after

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
    from avtalskalk.report.described import described as describe

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
    from avtalskalk.engine.explain import explain as of_plan

    plan = _plan(loaded, today=today, assume_extended=assume_extended)
    found = of_plan(plan, year, party, basis, item)
    return replace(found, statement=_with_inputs(found.statement, loaded))


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
    from avtalskalk.engine.bridge import bridge as of_plan

    plan = _plan(loaded, today=today, assume_extended=assume_extended)
    return of_plan(plan, first, last, party, basis)


def _plan(loaded: Loaded, *, today: date | None, assume_extended: bool) -> Plan:
    if loaded.plan is None:
        raise AgreementError(loaded.diagnostics)
    return prepared(loaded.plan, today=today, assume_extended=assume_extended)


def year_name(loaded: Loaded, year: int) -> str:
    """What an agreement calls a year: ``2023``, or ``2023/24``."""
    return year_label(year, loaded.agreement.first_month if loaded.agreement else 1)


def told(
    found: "Explained | Bridge",
    loaded: Loaded,
    language: Language = "en",
    depth: int | None = None,
) -> "Document":
    """An explanation or a bridge in words and tables, for `render`."""
    from avtalskalk.engine.bridge import Bridge
    from avtalskalk.report import bridging, explanation

    if isinstance(found, Bridge):
        return bridging.document(found, language, partial(_place_of, loaded))
    return explanation.document(found, language, partial(_place_of, loaded), depth)


def explained(
    found: "Explained | Bridge", loaded: Loaded, depth: int | None = None
) -> dict[str, Any]:
    """As `told`, for a program: plain values, the words in both languages."""
    from avtalskalk.engine.bridge import Bridge
    from avtalskalk.report import bridging, explanation

    if isinstance(found, Bridge):
        return bridging.record(found, partial(_place_of, loaded))
    return explanation.record(found, partial(_place_of, loaded), depth)


def _place_of(loaded: Loaded, path: Path) -> tuple[str, int | None]:
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
