"""Reading agreements, checking them and working out what each party pays."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from avtalskalk.calculation.calculate import calculate as calculate_year
from avtalskalk.calculation.calculate import years_with_figures
from avtalskalk.calculation.prepared import Plan, prepared
from avtalskalk.checks.readings import names as reading_names
from avtalskalk.checks.readings import read_as
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.files.workspace import Loaded
from avtalskalk.files.workspace import load as read
from avtalskalk.model.statement import BASES, Basis, Note, Statement
from avtalskalk.periods import year_label
from avtalskalk.words import Language

if TYPE_CHECKING:
    # What describes an agreement is not needed to work it out.
    from avtalskalk.features.readings.readings import Readings


Source = str | os.PathLike[str]


class Computed(NamedTuple):
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
    """Read agreements one at a time, valid or not, each with its findings at their places.

    ``paths`` are files, folders (the agreements below them) and ``-`` (``stdin``).
    """
    return read(paths, stdin=stdin)


def load(*paths: Source, language: Language = "en") -> list[Loaded]:
    """Read agreements; raises AgreementError, in the language, unless all are valid."""
    loaded = list(stream(paths))
    raise_errors((error for agreement in loaded for error in agreement.diagnostics), language)
    return loaded


def check(*paths: Source, today: date | None = None) -> list[Diagnostic]:
    """All findings on the files, warnings and notes too, in path order; empty where all is well.

    Without ``today`` nothing is told that depends on the day.
    """
    return [finding for loaded in stream(paths) for finding in findings(loaded, today=today)]


def findings(loaded: Loaded, *, today: date | None = None) -> list[Diagnostic]:
    """Everything that there is to report of one file; of a valid agreement the lints too."""
    return [*loaded.diagnostics, *derived_totals(loaded), *_linted(loaded, today)]


def _linted(loaded: Loaded, today: date | None) -> list[Diagnostic]:
    """What the lints find, at its place; keys that others use too are not this file's alone."""
    if loaded.plan is None or loaded.merged is None:
        return []
    from avtalskalk.checks.lints import findings as of_plan

    elsewhere = (*loaded.merged.origins, *loaded.merged.tables)
    common = [str(path[1]) for path in elsewhere if path[0] == "keys"]
    diagnostics = of_plan(
        loaded.plan, loaded.data, today=today, common=common, errors=loaded.diagnostics
    )
    return [loaded.placed(diagnostic) for diagnostic in diagnostics]


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
    years = None if years is None else tuple(years)
    statements: list[Statement] = []
    for loaded in as_loaded(agreements):
        computed = compute(loaded, years, basis, today=today, assume_extended=assume_extended)
        statements += with_an_end(computed).statements
    return statements


def as_loaded(agreements: Iterable[Loaded] | Loaded | Source) -> Iterable[Loaded]:
    """Agreements, or those in a file or a folder."""
    if isinstance(agreements, Loaded):
        return [agreements]
    return load(agreements) if isinstance(agreements, str | os.PathLike) else agreements


def with_an_end(computed: Computed) -> Computed:
    """What an agreement comes to, unless years must be named because its figures have no end."""
    if computed.endless:
        message = f"the figures of {computed.loaded.file} have no end: say which years"
        raise ValueError(message)
    return computed


def compute(
    loaded: Loaded,
    years: tuple[int, ...] | None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> Computed:
    """One valid agreement's statements; see `calculate`."""
    if loaded.plan is None:
        raise AgreementError(loaded.diagnostics)
    plan = prepared(loaded.plan, today=today, assume_extended=assume_extended)
    if years is None:
        known = years_with_figures(plan, basis)
        if known is None:
            return Computed(loaded, endless=True)
        years = tuple(known)
    statements = [calculate_year(plan, year, basis, inputs=loaded.inputs) for year in years]
    return Computed(loaded, tuple([with_findings(statement, loaded) for statement in statements]))


def with_reading(loaded: Loaded, reading: str) -> Loaded | None:
    """A valid agreement under one of its readings; None where it has none of that name."""
    if reading not in reading_names(loaded.data):
        return None
    changes = read_as(loaded.data, reading)
    return loaded._replace(
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
    from avtalskalk.features.readings.readings import Readings, ReadingStatements

    question: dict[str, Any] = {"today": today, "assume_extended": assume_extended}
    readings = (with_reading(loaded, name) for name in reading_names(loaded.data))
    versions = [loaded, *filter(None, readings)]
    years = None if years is None else tuple(years)
    if years is None:
        computed = [compute(version, None, basis, **question) for version in versions]
        if any(version.endless for version in computed):
            return None
        years = tuple(sorted({int(s.year[:4]) for version in computed for s in version.statements}))
    titles = loaded.agreement.readings if loaded.agreement else {}
    return Readings(
        tuple(
            ReadingStatements(
                version.reading,
                titles[version.reading].title if version.reading else "",
                compute(version, years, basis, **question).statements,
            )
            for version in versions
        )
    )


def with_findings(statement: Statement, loaded: Loaded) -> Statement:
    """A statement with the findings on its file, and its own at their places."""
    diagnostics = loaded.diagnostics
    if statement.diagnostics:
        in_file = (replace(d, file=d.file or loaded.file) for d in statement.diagnostics)
        diagnostics = (*diagnostics, *map(loaded.placed, in_file))
    if diagnostics:
        statement = statement._replace(diagnostics=diagnostics)
    return note_reading(statement, loaded) if loaded.reading else statement


def note_reading(statement: Statement, loaded: Loaded) -> Statement:
    """A statement with a note on which reading it is of."""
    title = loaded.agreement.readings[loaded.reading].title if loaded.agreement else ""
    about = {"name": loaded.reading, "title": title}
    note = Note(statement.heading.agreement, statement.year, "reading", about)
    return statement._replace(notes=(note, *statement.notes))


_DERIVED = {"solved_total": "AV841", "prorated": "AV842"}


def derived_totals(loaded: Loaded) -> list[Diagnostic]:
    """The totals that are not the paper's own: solved from a part, or for a part of a year."""
    diagnostics: list[Diagnostic] = []
    plan = loaded.plan
    if plan is None:
        return diagnostics
    for basis in BASES:
        for statement in compute(loaded, None, basis).statements:
            for note in statement.notes:
                if note.key in _DERIVED:
                    derived = Diagnostic(_DERIVED[note.key], note.arguments, note.path)
                    derived = replace(derived, file=loaded.file, severity="note")
                    diagnostics.append(loaded.placed(derived))
    return diagnostics


def plan_of(loaded: Loaded, *, today: date | None, assume_extended: bool) -> Plan:
    """A valid agreement's plan for a day, with options used or not."""
    if loaded.plan is None:
        raise AgreementError(loaded.diagnostics)
    return prepared(loaded.plan, today=today, assume_extended=assume_extended)


def year_name(loaded: Loaded, year: int) -> str:
    """What an agreement calls a year: ``2023``, or ``2023/24``."""
    return year_label(year, loaded.agreement.first_month if loaded.agreement else 1)


def raise_errors(diagnostics: Iterable[Diagnostic], language: Language) -> None:
    """Raise all errors as one, readable."""
    errors = tuple(error for error in diagnostics if error.severity == "error")
    if errors:
        from avtalskalk.report.messages import message

        raise AgreementError(errors, "\n".join(message(error, language) for error in errors))
