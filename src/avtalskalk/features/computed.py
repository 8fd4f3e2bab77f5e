"""An agreement's statements, calculated from its file: what every feature begins with."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from avtalskalk.calculation.calculate import calculate, years_with_figures
from avtalskalk.calculation.prepared import Plan, prepared
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Basis, Note, Statement
from avtalskalk.read_only import ReadOnly
from avtalskalk.words import Language


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
        return self.loaded.name

    @property
    def years(self) -> list[int]:
        """The years that have terms, by the calendar year they start in."""
        return [int(statement.year[:4]) for statement in self.statements if statement.in_force]


def compute(
    loaded: Loaded,
    years: tuple[int, ...] | None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> Computed:
    """One valid agreement's statements; see `calculate`."""
    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    if years is None:
        known = years_with_figures(plan, basis)
        if known is None:
            return Computed(loaded, endless=True)
        years = tuple(known)
    calculated = (calculate(plan, year, basis, inputs=loaded.inputs) for year in years)
    statements = [statement._replace(today=today) for statement in calculated]
    return Computed(loaded, tuple([with_findings(statement, loaded) for statement in statements]))


def plan_of(loaded: Loaded, *, today: date | None, assume_extended: bool) -> Plan:
    """A valid agreement's plan for a day, with options used or not."""
    if loaded.plan is None:
        raise AgreementError(loaded.diagnostics)
    return prepared(loaded.plan, today=today, assume_extended=assume_extended)


def chosen_years(
    plan: Plan, loaded: Loaded, years: Iterable[int] | None, basis: Basis
) -> list[int]:
    """The years asked for, or all that have figures on a basis, as far as they have terms.

    Raises ValueError where years must be named, because the figures have no end.
    """
    known = years_with_figures(plan, basis) if years is None else years
    if known is None:
        raise no_end(loaded)
    return [number for number in known if plan.year(number).segments]


def no_end(loaded: Loaded) -> ValueError:
    """What is raised where years must be named."""
    return ValueError(f"the figures of {loaded.file} have no end: say which years")


def with_reading(loaded: Loaded, reading: str) -> Loaded | None:
    """A valid agreement under one of its readings; None where it has none of that name."""
    changes = loaded.readings.get(reading)
    if changes is None:
        return None
    return loaded._replace(
        agreement=changes.examined.agreement,
        plan=changes.examined.plan,
        data=changes.data,
        readings=ReadOnly({reading: changes}),
        reading=reading,
        changes=changes,
    )


def with_findings(statement: Statement, loaded: Loaded) -> Statement:
    """A statement with the findings on its file, and its own at their places.

    What is wrong with the file elsewhere, in another year or reading, is a note here.
    """
    in_file = (replace(d, file=d.file or loaded.file) for d in statement.diagnostics)
    own = tuple(map(loaded.placed, in_file))
    reported = {(d.code, d.path) for d in own}
    others = (d for d in loaded.diagnostics if (d.code, d.path) not in reported)
    diagnostics = (*map(elsewhere, others), *own)
    if diagnostics:
        statement = statement._replace(diagnostics=diagnostics)
    return note_reading(statement, loaded) if loaded.reading else statement


def elsewhere(diagnostic: Diagnostic) -> Diagnostic:
    """A finding as a note, where it is an error of other years, or of another reading."""
    is_error = diagnostic.severity == "error" and not diagnostic.stops_all
    return replace(diagnostic, severity="note") if is_error else diagnostic


def note_reading(statement: Statement, loaded: Loaded) -> Statement:
    """A statement with a note on which reading it is of."""
    title = loaded.agreement.readings[loaded.reading].title if loaded.agreement else ""
    about = {"name": loaded.reading, "title": title}
    note = Note(statement.heading.agreement, statement.year, "reading", about)
    return statement._replace(notes=(note, *statement.notes))


def raise_errors(diagnostics: Iterable[Diagnostic], language: Language) -> None:
    """Raise all errors as one, readable."""
    errors = tuple(error for error in diagnostics if error.severity == "error")
    if errors:
        from avtalskalk.report.messages import message

        raise AgreementError(errors, "\n".join(message(error, language) for error in errors))
