"""The agreements that a command works on: read, reported and counted in one place."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from avtalskalk import api
from avtalskalk.checks.readings import names as reading_names
from avtalskalk.cli import messages
from avtalskalk.cli.errors import DONE, FAULT, INVALID, Invalid, Misuse
from avtalskalk.cli.output import Output
from avtalskalk.cli.progress import shown
from avtalskalk.cli.settings import Settings
from avtalskalk.diagnostics import (
    OWN_FAULT,
    AgreementError,
    Diagnostic,
    Path,
    Phrase,
    Severity,
    fault,
    unknown_name,
)
from avtalskalk.features.computed import elsewhere
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.report.options import Options
from avtalskalk.report.selection import select
from avtalskalk.words.help import VERDICTS

if TYPE_CHECKING:
    from avtalskalk.features.whatif.scenarios import ScenarioFile

T = TypeVar("T")

_MOST_NAMED = 5

ALL_READINGS = "all"
"""Asks for every reading side by side; no reading can be called so."""


def read(command: str, paths: Sequence[str] | None, target: Output) -> Iterator[Loaded]:
    """Read a command's paths, one agreement at a time; the result takes no read file's place.

    Without any paths there is nothing to do.
    """
    if not paths:
        raise Misuse(code="AV805", command=command)

    def kept(loaded: Loaded) -> Loaded:
        target.refuse(loaded.location, *(file.path for file in loaded.inputs))
        return loaded

    return map(kept, api.stream(paths, stdin=sys.stdin.buffer))


class Agreements:
    """The agreements of one run: iterating gives the valid ones, under the reading asked for.

    What is wrong with the others is reported and counted.  After the first wrong one nothing
    will be written, unless the run keeps going, so the rest are only read, for their own errors.
    ``results`` are what there is to write: years in force, or whatever a command counts.
    """

    def __init__(self, loaded: Iterable[Loaded], settings: Settings) -> None:
        """Take agreements as they are read; none has been read yet."""
        self._loaded = loaded
        self._settings = settings
        self._reading = settings.text("reading")
        self._keeps_going = settings.flag("keep_going")
        self._readings: dict[str, None] = {}
        self._with_reading = 0
        self._without_reading: list[str] = []
        self.count = 0
        self.wrong = 0
        self.has_fault = False
        self.results = 0
        self.incomplete: list[Statement] = []
        self.skipped: list[tuple[str, Sequence[Diagnostic]]] = []
        self.locations: list[str] = []
        self.parties: dict[str, None] = {}
        self.items: dict[str, None] = {}

    def __iter__(self) -> Iterator[Loaded]:
        beside: list[Diagnostic] = []
        for loaded in shown(self._loaded, self._settings):
            if loaded.belongs_to_others:
                beside += loaded.diagnostics
                continue
            self.count += 1
            self.locations += [loaded.location] if loaded.location else []
            if loaded.agreement is None:
                messages.findings(loaded.diagnostics, self._settings)
                self._skip(loaded, loaded.diagnostics)
                continue
            read_as = self._as_reading(loaded)
            concerning = list(self._concerning(read_as))
            messages.findings(concerning, self._settings)
            if read_as.agreement is None:
                self._skip(loaded, concerning)
            elif not self.wrong or self._keeps_going:
                self.know(loaded.agreement.parties, loaded.agreement.costs)
                yield read_as
        # Among agreements they are passed over; alone there is nothing to work on.
        if self.count:
            beside = [replace(diagnostic, severity="note") for diagnostic in beside]
        else:
            self.count = self.wrong = len(beside)
        messages.findings(beside, self._settings)

    def _concerning(self, loaded: Loaded) -> Iterator[Diagnostic]:
        """What was reported of a valid agreement, errors of other years and readings as notes.

        Errors of the years asked for show when these are calculated.
        """
        years = set(self._settings.years or ())
        for diagnostic in loaded.diagnostics:
            if diagnostic.severity != "error" or diagnostic.reading not in {"", loaded.reading}:
                yield elsewhere(diagnostic)
            elif not diagnostic.years:
                yield diagnostic
            elif years and not years.intersection(diagnostic.years):
                yield elsewhere(diagnostic)

    def each(self, results_of: Callable[[Loaded], Iterable[T]]) -> Iterator[T]:
        """What a function gives for each agreement; a fault of our own is that agreement's."""
        for loaded in self:
            try:
                yield from results_of(loaded)
            except (AgreementError, Misuse, Invalid):
                raise
            except Exception as error:  # noqa: BLE001 - nobody knows what it may be
                diagnostic = fault(error, loaded.file)
                messages.findings([diagnostic], self._settings)
                self._skip(loaded, [diagnostic])

    def _skip(self, loaded: Loaded, diagnostics: Sequence[Diagnostic]) -> None:
        """Count a file that is wrong, and keep why for a result without it."""
        self.wrong += 1
        self.has_fault |= any(diagnostic.code == OWN_FAULT for diagnostic in diagnostics)
        if self._keeps_going:
            self.skipped.append((loaded.file, diagnostics))

    def _as_reading(self, loaded: Loaded) -> Loaded:
        """An agreement under the reading asked for; as it is written where it lacks it."""
        if not self._reading:
            return loaded
        names = reading_names(loaded.data)
        self._readings |= dict.fromkeys(names)
        if names if self._reading == ALL_READINGS else self._reading in names:
            self._with_reading += 1
        else:
            self._without_reading.append(name_of(loaded))
        return api.with_reading(loaded, self._reading) or loaded

    def know(self, parties: Iterable[str], items: Iterable[str]) -> None:
        """Take note of names that options may hold."""
        self.parties |= dict.fromkeys(parties)
        self.items |= dict.fromkeys(items)

    def compute(self, loaded: Loaded, basis: Basis | None = None) -> api.Computed:
        """What an agreement comes to in the years asked for; what is odd about them is noted.

        ``basis`` is for a command that has no choice of it.
        """
        settings = self._settings
        basis = basis or settings.basis
        computed = api.compute(loaded, settings.years, basis, **settings.question)
        if computed.endless:
            raise Misuse(code="AV809", agreement=computed.name)
        if not computed.statements:
            messages.note(settings, "AV821", agreement=computed.name, basis=Phrase(basis))
        outside = tuple(s.year for s in computed.statements if not s.in_force)
        if outside:
            messages.note(settings, "AV822", agreement=computed.name, years=outside)
        return computed

    def accept(self, loaded: Loaded, statements: Sequence[Statement]) -> bool:
        """Report what shows only when a year is worked out, as a hole in a key.

        An agreement that has an error after all counts as wrong, and is not accepted.
        """
        reported = {(diagnostic.code, diagnostic.path) for diagnostic in self._concerning(loaded)}
        by_place: dict[tuple[str, Path], Diagnostic] = {}
        for statement in statements:
            for diagnostic in statement.diagnostics:
                place = diagnostic.code, diagnostic.path
                if place not in reported and (
                    place not in by_place or diagnostic.severity == "error"
                ):
                    by_place[place] = diagnostic
        diagnostics = list(by_place.values())
        messages.findings(diagnostics, self._settings)
        if any(diagnostic.severity == "error" for diagnostic in diagnostics):
            self._skip(loaded, diagnostics)
            return False
        self.results += sum(statement.in_force for statement in statements)
        if self._settings.flag("fail_on_incomplete"):
            settings = self._settings
            shown = Options(party=settings.many("party"), item=settings.many("item"))
            for statement in statements:
                if any(total.amount is None for total in select(statement, shown).totals):
                    self.incomplete.append(statement)
        return True

    @property
    def stopped(self) -> bool:
        """Whether nothing may be written, which is then said.

        A run that keeps going stops only where it has no result at all.  After a fault of our
        own it ends as such.
        """
        if not self.wrong or (self._keeps_going and self.results):
            return False
        self._say_wrong("nothing_written")
        if self.has_fault:
            raise Invalid(is_fault=True)
        return True

    def refuse_unknown_names(self) -> None:
        """Refuse a reading, a party or an item that none of the agreements has."""
        settings = self._settings
        if self._reading and not self._with_reading:
            if self._reading == ALL_READINGS:
                raise Invalid(Diagnostic("AV846"))
            known = (*self._readings, ALL_READINGS) if self._readings else ()
            raise Misuse(code="AV101", **unknown_name("reading", self._reading, known))
        if self._without_reading:
            code = "AV845" if self._reading == ALL_READINGS else "AV844"
            agreements = tuple(self._without_reading)
            messages.note(settings, code, given=self._reading, agreements=agreements)
        for kind, names in (("party", self.parties), ("item", self.items)):
            refuse_unknown(kind, settings.many(kind), names)

    def exit_code(self) -> int:
        """The exit code of a run that has written its result, and what it left out."""
        if self.wrong:
            self._say_wrong("kept_going")
        if self.has_fault:
            return FAULT
        return INVALID if self.wrong else DONE

    def _say_wrong(self, verdict: str) -> None:
        files = messages.counted(self._settings, "files", self.wrong)
        messages.verdict(self._settings, VERDICTS[verdict], files=files, all=str(self.count))


def write_result(
    agreements: Agreements, target: Output, pieces: Iterable[bytes], nothing: Invalid | None = None
) -> int:
    """Write a result when all of it is worked out, and give the exit code.

    ``nothing`` is why there is none, for a command that must have one.
    """
    with Spool() as result:
        result.extend(pieces)
        if agreements.stopped:
            return INVALID
        agreements.refuse_unknown_names()
        if nothing is not None and not agreements.results:
            raise nothing
        target.write(result.read())
    return agreements.exit_code()


def report_missing(statements: Iterable[Statement], severity: Severity, settings: Settings) -> None:
    """Report that a result is incomplete, and what is missing, if anything is."""
    missing = (missing for statement in statements for missing in statement.missing)
    figures = tuple(dict.fromkeys(f"{figure.agreement}: {figure.what}" for figure in missing))
    if figures:
        more = ("…",) if len(figures) > _MOST_NAMED else ()
        named = (*figures[:_MOST_NAMED], *more)
        messages.findings([Diagnostic("AV941", {"figures": named}, severity=severity)], settings)


def refuse_unknown(kind: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a name of a kind that nothing has."""
    known = tuple(known)
    for name in given:
        if known and name not in known:
            raise Misuse(code="AV101", **unknown_name(kind, name, known))


def name_of(loaded: Loaded) -> str:
    """What an agreement is called in messages."""
    return loaded.agreement.id if loaded.agreement else loaded.file


def nothing_left(
    settings: Settings, years: Sequence[str] = (), basis: Basis | None = None
) -> Invalid:
    """Why there is no result: no terms in the years (those asked for), or no figures at all."""
    years = years or tuple(map(str, settings.years or ()))
    if not years:
        return Invalid(Diagnostic("AV820", {"basis": Phrase(basis or settings.basis)}))
    return Invalid(Diagnostic("AV819", {"years": tuple(years)}))


# --- One agreement ------------------------------------------------------------------------


def only_agreement(
    command: str, paths: Sequence[str] | None, settings: Settings, target: Output
) -> Loaded | None:
    """The one agreement that a command's paths lead to; None where it is wrong."""
    if settings.text("reading") == ALL_READINGS:
        raise Misuse(code="AV824", first=f"--reading {ALL_READINGS}", second=command)
    agreements = Agreements(read(command, paths, target), settings)
    valid = list(agreements)
    if agreements.stopped:
        return None
    if len(valid) != 1:
        raise Misuse(code="AV858", command=command, count=len(valid))
    agreements.refuse_unknown_names()
    return valid[0]


def placed(loaded: Loaded, error: AgreementError) -> Invalid:
    """What is wrong with an agreement as it is tried, at its place in the file or the option."""
    return Invalid(
        *(
            # What is wrong in an option stands in no file.
            d if str(d.path[:1] and d.path[0]).startswith("--") else loaded.placed(d)
            for d in error.diagnostics
        )
    )


def misused(error: AgreementError) -> Misuse:
    """What is wrong with an option that tells of the agreement, as a slip in the command."""
    first = error.diagnostics[0]
    return Misuse(first.code, **first.arguments)


def scenarios(loaded: Loaded, settings: Settings, target: Output) -> "list[ScenarioFile]":
    """The scenarios asked for; one that cannot be read is reported at its place."""
    files = [api.scenario(name, loaded) for name in settings.many("scenario")]
    target.refuse(*(location for file in files for location in file.locations))
    diagnostics = [diagnostic for file in files for diagnostic in file.diagnostics]
    errors = [error for error in diagnostics if error.severity == "error"]
    if errors:
        raise Invalid(*errors)
    return files
