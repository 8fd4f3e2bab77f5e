"""Reading agreements, checking them and working out what each party pays."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from avtalskalk.calculation.calculate import each_year, years_with_figures
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
    from avtalskalk.features.readings.view import Readings


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
    """Read agreements one at a time, sound or not, each with its findings at their places.

    ``paths`` are files, folders (the agreements below them) and ``-`` (``stdin``).
    """
    return read(paths, stdin=stdin)


def load(*paths: Source, language: Language = "en") -> list[Loaded]:
    """Read agreements; raises AgreementError, in the language, unless all are sound."""
    loaded = list(stream(paths))
    raise_errors((found for one in loaded for found in one.diagnostics), language)
    return loaded


def check(*paths: Source, today: date | None = None) -> list[Diagnostic]:
    """All findings on the files, warnings and notes too, in path order; empty where all is well.

    Without ``today`` nothing is told that depends on the day.
    """
    return [found for loaded in stream(paths) for found in findings(loaded, today=today)]


def findings(loaded: Loaded, *, today: date | None = None) -> list[Diagnostic]:
    """Everything that is to be said of one file; of a sound agreement the lints too."""
    return [*loaded.diagnostics, *worked_out(loaded), *_linted(loaded, today)]


def _linted(loaded: Loaded, today: date | None) -> list[Diagnostic]:
    """What the lints find, at its place; keys that others use too are not this file's alone."""
    if loaded.plan is None or loaded.merged is None:
        return []
    from avtalskalk.checks.lints import findings as of_plan

    elsewhere = (*loaded.merged.origins, *loaded.merged.tables)
    common = [str(path[1]) for path in elsewhere if path[0] == "keys"]
    found = of_plan(loaded.plan, loaded.data, today=today, common=common, said=loaded.diagnostics)
    return [loaded.placed(one) for one in found]


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
    asked = None if years is None else tuple(years)
    statements: list[Statement] = []
    for one in as_loaded(agreements):
        computed = compute(one, asked, basis, today=today, assume_extended=assume_extended)
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
    statements = each_year(plan, years, basis, rows=rows, inputs=loaded.inputs)
    return Computed(loaded, tuple([with_findings(one, loaded) for one in statements]))


def under(loaded: Loaded, reading: str) -> Loaded | None:
    """A sound agreement under one of its readings; None where it has none of that name."""
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
    from avtalskalk.features.readings.view import Read, Readings

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


def with_findings(statement: Statement, loaded: Loaded) -> Statement:
    """A statement with what was said of its file, its own findings at their places."""
    own = statement.diagnostics
    if own:
        found = (replace(one, file=one.file or loaded.file) for one in own)
        own = (*loaded.diagnostics, *map(loaded.placed, found))
    if own or loaded.diagnostics:
        statement = statement._replace(diagnostics=own or loaded.diagnostics)
    return with_reading(statement, loaded) if loaded.reading else statement


def with_reading(statement: Statement, loaded: Loaded) -> Statement:
    """A statement that says which reading it is under."""
    title = loaded.agreement.readings[loaded.reading].title if loaded.agreement else ""
    about = {"name": loaded.reading, "title": title}
    note = Note(statement.heading.agreement, statement.year, "reading", about)
    return statement._replace(notes=(note, *statement.notes))


_WORKED_OUT = {"solved_total": "AV841", "prorated": "AV842"}


def worked_out(loaded: Loaded) -> list[Diagnostic]:
    """The totals that are not the paper's own: solved from a part, or for a part of a year."""
    found: list[Diagnostic] = []
    plan = loaded.plan
    if plan is None or not _may_be_worked_out(plan):
        return found
    for basis in BASES:
        for statement in compute(loaded, None, basis).statements:
            for note in statement.notes:
                if note.key in _WORKED_OUT:
                    one = Diagnostic(_WORKED_OUT[note.key], note.arguments, note.path)
                    one = replace(one, file=loaded.file, severity="note")
                    found.append(loaded.placed(one))
    return found


def _may_be_worked_out(plan: Plan) -> bool:
    """Whether any annual amount is not simply that of a whole year, shared, as most are."""
    return any(
        figure.party or not (plan.profiles[name].plain and plan.year(number).whole)
        for name, item in plan.agreement.costs.items()
        for basis in BASES
        if (annual := item.figures(basis)) is not None
        for number, figure in annual.figures.items()
    )


def plan_of(loaded: Loaded, *, today: date | None, assume_extended: bool) -> Plan:
    """A sound agreement's plan for a day, with options used or not."""
    if loaded.plan is None:
        raise AgreementError(loaded.diagnostics)
    return prepared(loaded.plan, today=today, assume_extended=assume_extended)


def year_name(loaded: Loaded, year: int) -> str:
    """What an agreement calls a year: ``2023``, or ``2023/24``."""
    return year_label(year, loaded.agreement.first_month if loaded.agreement else 1)


def raise_errors(found: Iterable[Diagnostic], language: Language) -> None:
    """Raise all errors as one, readable."""
    errors = tuple(one for one in found if one.severity == "error")
    if errors:
        from avtalskalk.report.messages import message

        raise AgreementError(errors, "\n".join(message(one, language) for one in errors))
