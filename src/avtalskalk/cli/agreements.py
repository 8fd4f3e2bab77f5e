"""The agreements that a command works on: read, reported and counted in one place."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from avtalskalk import api
from avtalskalk.checks.readings import names as reading_names
from avtalskalk.cli import messages, streams
from avtalskalk.cli.errors import DONE, FAULT, INVALID, PARTIAL, Invalid, Misuse
from avtalskalk.cli.output import Output
from avtalskalk.cli.progress import shown
from avtalskalk.cli.settings import Settings
from avtalskalk.cli.workers import spread
from avtalskalk.diagnostics import (
    OWN_FAULT,
    AgreementError,
    Diagnostic,
    Path,
    Phrase,
    Severity,
    SharedFindings,
    fault,
    unknown_name,
)
from avtalskalk.features.computed import elsewhere
from avtalskalk.files.workspace import FileRead, Loaded, load_each
from avtalskalk.formats.spool import Spool
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import Basis, Payer, Statement
from avtalskalk.read_only import ReadOnly
from avtalskalk.report.bodies import meant
from avtalskalk.report.options import Options
from avtalskalk.report.selection import select
from avtalskalk.words.help import VERDICTS

if TYPE_CHECKING:
    from avtalskalk.features.whatif.scenarios import ScenarioFile

R = TypeVar("R")
T = TypeVar("T")
P = TypeVar("P")

_FORESEEN = (AgreementError, Misuse, Invalid, OSError)
"""What is no fault of our own; a full disk is not, for one."""

_MOST_NAMED = 5

ALL_READINGS = "all"
"""Asks for every reading side by side; no reading can be called so."""


class AgreementFile(NamedTuple, Generic[T]):
    """One file as a run reports and counts it, with what a command makes of its agreement.

    It is ``valid`` under the reading asked for, where it has that: ``has_reading`` is None where
    none is asked for.  ``payers`` are its parties, ``items`` and ``readings`` names in it,
    ``failure`` is why there is no result, with the ``traceback`` of a fault of our own.
    """

    file: str
    name: str
    location: str
    diagnostics: Sequence[Diagnostic]
    belongs_to_others: bool
    valid: bool
    has_reading: bool | None = None
    payers: Sequence[Payer] = ()
    items: Sequence[str] = ()
    readings: Sequence[str] = ()
    result: T | None = None
    failure: Exception | Diagnostic | None = None
    traceback: str = ""


def read(command: str, paths: Sequence[str] | None, target: Output) -> Iterator[Loaded]:
    """Read a command's paths, one agreement at a time."""
    files = read_each(command, paths, target, as_read, 1)
    return (file.result for file in files if file.result is not None)


def as_read(loaded: Loaded) -> Loaded:
    """An agreement by itself, for a command that works on it later."""
    return loaded


def work_on(
    command: str,
    paths: Sequence[str] | None,
    target: Output,
    settings: Settings,
    work: Callable[[Loaded], T],
    by_itself: int | None = None,
) -> Iterator[AgreementFile[T]]:
    """Read a command's paths, and call a function with each valid agreement, by several jobs.

    ``by_itself`` is how many where it is not said, if not as many as are worth it.
    """
    of_file = partial(agreement_file, work, settings.text("reading"), settings.years)
    files = read_each(command, paths, target, of_file, settings.jobs or by_itself)
    return (file.result for file in files if file.result is not None)


def read_each(
    command: str,
    paths: Sequence[str] | None,
    target: Output,
    work: Callable[[Loaded], T],
    jobs: int | None,
) -> Iterator[FileRead[T]]:
    """What a function gives of each file below a command's paths, in order.

    The result of the command takes no read file's place.  Without any paths there is nothing to
    do.
    """
    if not paths:
        raise Misuse(code="AV805", command=command)

    def kept(file: FileRead[T]) -> FileRead[T]:
        target.refuse(*file.inputs)
        return file

    by_jobs = partial(spread, jobs=jobs)
    return map(kept, load_each(work, paths, stdin=sys.stdin.buffer, spread=by_jobs))


def agreement_file(
    work: Callable[[Loaded], T], reading: str, years: Sequence[int] | None, loaded: Loaded
) -> AgreementFile[T]:
    """A file's agreement under a reading (as it is written where it lacks it), and its result.

    A fault of our own is that agreement's.
    """
    agreement, read_as = loaded.agreement, loaded
    names: tuple[str, ...] = ()
    has_reading: bool | None = None
    if agreement is not None and reading:
        names = reading_names(loaded.data)
        has_reading = bool(names) if reading == ALL_READINGS else reading in names
        read_as = api.with_reading(loaded, reading) or loaded
    file: AgreementFile[T] = AgreementFile(
        loaded.file,
        loaded.name,
        loaded.location,
        tuple(concerning(read_as, years)) if agreement else loaded.diagnostics,
        loaded.belongs_to_others,
        read_as.agreement is not None,
        has_reading,
        tuple(payers_of(agreement)) if agreement else (),
        (*agreement.costs,) if agreement else (),
        names,
    )
    return _with_result(file, work, read_as) if file.valid else file


def _with_result(file: AgreementFile[T], work: Callable[[P], T], subject: P) -> AgreementFile[T]:
    """A file with what a function gives of something in it; a fault of our own is that file's."""
    try:
        return file._replace(result=work(subject))
    except _FORESEEN as error:
        return file._replace(failure=error)
    except Exception as error:  # noqa: BLE001 - nobody knows what it may be
        from traceback import format_exception

        text = "".join(format_exception(error)).rstrip("\n")
        return file._replace(failure=fault(error, file.file), traceback=text)


def of_subject(work: Callable[[P], T], subject: tuple[str, P]) -> AgreementFile[T]:
    """What a function gives of something that has been read, and the file that it is in."""
    file: AgreementFile[T] = AgreementFile(subject[0], "", "", (), False, True)
    return _with_result(file, work, subject[1])


def payers_of(agreement: Agreement) -> Iterator[Payer]:
    """An agreement's parties, as bodies are told apart by."""
    for party, known in agreement.parties.items():
        yield Payer(party, known.name, known.org_no)


def chosen_ids(payers: Iterable[Payer], view: Options) -> list[str]:
    """The ids of the parties asked for: as they are asked for, and then those of their bodies."""
    bodies = [payer.party for payer in payers if payer in view.payers]
    return [*dict.fromkeys((*view.party, *bodies))]


def concerning(loaded: Loaded, years: Sequence[int] | None) -> Iterator[Diagnostic]:
    """What was reported of a valid agreement, errors of other years and readings as notes.

    Errors of the years asked for show when these are calculated.
    """
    for diagnostic in loaded.diagnostics:
        if diagnostic.severity != "error" or diagnostic.reading not in {"", loaded.reading}:
            yield elsewhere(diagnostic)
        elif not diagnostic.years:
            yield diagnostic
        elif years and not set(years).intersection(diagnostic.years):
            yield elsewhere(diagnostic)


def shown_by_years(
    loaded: Loaded, statements: Iterable[Statement], years: Sequence[int] | None
) -> list[Diagnostic]:
    """What shows only when a year is worked out, as a hole in a key; the worst at each place."""
    reported = {(diagnostic.code, diagnostic.path) for diagnostic in concerning(loaded, years)}
    by_place: dict[tuple[str, Path], Diagnostic] = {}
    for statement in statements:
        for diagnostic in statement.diagnostics:
            place = diagnostic.code, diagnostic.path
            if place not in reported and (place not in by_place or diagnostic.severity == "error"):
                by_place[place] = diagnostic
    return list(by_place.values())


class Agreements(Generic[T]):
    """The agreements of one run: iterating gives the results of the valid ones.

    What is wrong with the others is reported and counted.  After the first wrong one nothing
    will be written, unless the run keeps going, so the rest are only looked at for their own
    errors.  ``results`` are what there is to write: years in force, or whatever a command counts.
    """

    def __init__(self, files: Iterable[AgreementFile[T]], settings: Settings) -> None:
        """Take agreements as they are read; none has been read yet."""
        self._files = files
        self._settings = settings
        self._reading = settings.text("reading")
        self._keeps_going = settings.flag("keep_going")
        self._readings: dict[str, None] = {}
        self._with_reading = 0
        self._without_reading: list[str] = []
        self._shared = SharedFindings()
        self._current = ""
        self.count = 0
        self.wrong = 0
        self.has_fault = False
        self.results = 0
        self.incomplete: list[Statement] = []
        self.skipped: list[tuple[str, Sequence[Diagnostic]]] = []
        self.locations: list[str] = []
        self._chosen: frozenset[Payer] = frozenset()
        self.bodies: dict[str, Sequence[Payer]] = {}
        self.payers: dict[Payer, str] = {}
        self.parties: dict[str, None] = {}
        self.items: dict[str, None] = {}

    def __iter__(self) -> Iterator[T]:
        for _, result in self._valid:
            yield result

    def each(
        self,
        results_of: Callable[[T], Iterable[R]],
        written: Callable[[Sequence[R]], Iterable[bytes]] = lambda _: (),
        *,
        tried: bool = False,
    ) -> Iterator[R]:
        """What a function gives for each result; a fault of our own is that agreement's.

        Where a run keeps going, what is ``written`` of one agreement by itself is ``tried`` first:
        in the whole result, a fault in it would end that of the others, too.
        """
        for file, result in self._valid:
            self._current = file.file
            before = self.results
            try:
                if tried or self._keeps_going:
                    results = list(results_of(result))
                    deque(written(results), maxlen=0)
                    yield from results
                else:
                    yield from results_of(result)
            except _FORESEEN:
                raise
            except Exception as error:  # noqa: BLE001 - nobody knows what it may be
                self.results = before
                self._fail(file.file, messages.own_fault(error, file.file, self._settings))
        self._current = ""

    def again(self, results: Iterable[R], file_of: Callable[[R], str]) -> Iterator[R]:
        """Results that are handed out once more, to be shown; each is known by its file."""
        for result in results:
            self._current = file_of(result)
            yield result
        self._current = ""

    def fill(self, result: Spool, pieces: Iterable[bytes]) -> None:
        """Make a result; a fault in showing an agreement is that agreement's.

        It is that of the one that was handed out last.  The rest are read for their own errors.
        """
        try:
            result.extend(pieces)
        except _FORESEEN:
            raise
        except Exception as error:
            if not self._current:
                raise
            self.results = 0
            file = self._current
            self._fail(file, messages.own_fault(error, file, self._settings))
            deque(self._valid, maxlen=0)

    @cached_property
    def _valid(self) -> Iterator[tuple[AgreementFile[T], T]]:
        """The valid files that are left, each with its result: once through, whoever asks."""
        beside: list[Diagnostic] = []
        for file in shown(self._files, self._settings):
            if file.belongs_to_others:
                beside += file.diagnostics
                continue
            self.count += 1
            self.locations += [file.location] if file.location else []
            if file.has_reading:
                self._with_reading += 1
            elif file.has_reading is not None:
                self._without_reading.append(file.name)
            self._readings |= dict.fromkeys(file.readings)
            messages.findings(self._shared.new(file.file, file.diagnostics), self._settings)
            if not file.valid:
                self._skip(file.file, file.diagnostics)
            elif not self.wrong or self._keeps_going:
                self.know([payer.party for payer in file.payers], file.items)
                self.payers |= {p: file.name for p in file.payers if p not in self.payers}
                if file.failure:
                    self._report_failure(file)
                elif file.result is not None:
                    yield file, file.result
        # Among agreements they are passed over; alone there is nothing to work on.
        if self.count:
            beside = [replace(diagnostic, severity="note") for diagnostic in beside]
        else:
            self.count = self.wrong = len(beside)
        messages.findings(beside, self._settings)

    def computed(
        self,
        work: Callable[[P], R],
        subjects: Iterable[tuple[str, P]],
        by_itself: int | None = None,
    ) -> Iterator[R]:
        """What a function gives of what has been read, each with its file, as `work_on` does."""
        in_turn = partial(map, partial(of_subject, work))
        for file in spread(in_turn, subjects, self._settings.jobs or by_itself):
            if file.failure:
                self._report_failure(file)
            elif file.result is not None:
                yield file.result

    def _report_failure(self, file: AgreementFile[Any]) -> None:
        """Count a file without a result; what is no fault of our own ends a run that stops."""
        if isinstance(file.failure, Diagnostic):
            if self._settings.flag("verbose"):
                streams.talk(file.traceback)
            self._fail(file.file, file.failure)
        elif isinstance(file.failure, Invalid) and self._keeps_going:
            messages.findings(file.failure.diagnostics, self._settings)
            self._skip(file.file, file.failure.diagnostics)
        elif file.failure:
            raise file.failure

    def _fail(self, file: str, diagnostic: Diagnostic) -> None:
        messages.findings([diagnostic], self._settings)
        self._skip(file, [diagnostic])

    def _skip(self, file: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Count a file that is wrong, and keep why for a result without it."""
        self.wrong += 1
        self.has_fault |= any(diagnostic.code == OWN_FAULT for diagnostic in diagnostics)
        if self._keeps_going:
            self.skipped.append((file, diagnostics))

    def with_bodies(
        self,
        view: Options,
        named: Mapping[str, str] = ReadOnly(),
        hosts: Callable[[T], Iterable[Payer]] = lambda _: (),
    ) -> Options:
        """How results are shown, with the bodies that its parties are in all agreements.

        These are read for that.  Others are ``named`` elsewhere, each with how, and ``hosts`` are
        bodies that are no parties.  An id that is a body's in one agreement and another's in
        another is refused; where a body has other ids, too, they are named.  In a single
        agreement an id is that party.
        """
        named = {party: f"--party {party}" for party in view.party} | {**named}
        files = list(self._valid) if named else []
        self._valid = iter(files) if named else self._valid
        if self.wrong and not self._keeps_going:
            return view
        for file, result in files:
            for payer in hosts(result):
                self.know([payer.party], ())
                self.payers.setdefault(payer, file.name)
        for word, written in named.items():
            if len(files) > 1 or word not in self.parties:
                self.bodies[word] = self.body_of(word, written)
        self._chosen = frozenset().union(*(self.bodies.get(party, ()) for party in view.party))
        return view._replace(payers=self._chosen)

    def body_of(self, word: str, written: str) -> Sequence[Payer]:
        """What the agreements call the body that a word means, if it means any."""
        of_bodies = meant(word, self.payers)
        if len(of_bodies) > 1:
            firsts = (payers[0] for payers in of_bodies.values())
            bodies = (
                f"{' '.join(filter(None, payer[1:]))} ({self.payers[payer]})" for payer in firsts
            )
            raise Misuse(code="AV889", given=written, bodies=tuple(_first_named(bodies)))
        for payers in of_bodies.values():
            others = [payer for payer in payers if payer.party != word]
            if len(payers) > len(others) > 0:
                ids = tuple(
                    _first_named(f"{self.payers[other]}: {other.party}" for other in others)
                )
                messages.note(self._settings, "AV859", given=written, ids=ids)
            self.know([word], ())
            return payers
        return ()

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
        self.note(computed.name, computed.statements, basis, endless=computed.endless)
        return computed

    def note(
        self, name: str, statements: Sequence[Statement], basis: Basis, *, endless: bool
    ) -> None:
        """Report what is odd about the years of an agreement."""
        if endless:
            raise Misuse(code="AV809", agreement=name)
        if not statements:
            messages.note(self._settings, "AV821", agreement=name, basis=Phrase(basis))
        outside = tuple(s.year for s in statements if not s.in_force)
        if outside:
            messages.note(self._settings, "AV822", agreement=name, years=outside)

    def accept(self, loaded: Loaded, statements: Sequence[Statement]) -> bool:
        """As `take`, of what is worked out in this process."""
        diagnostics = shown_by_years(loaded, statements, self._settings.years)
        return self.take(loaded.file, diagnostics, statements)

    def take(
        self, file: str, diagnostics: Sequence[Diagnostic], statements: Sequence[Statement]
    ) -> bool:
        """Count a file's statements, and report what shows only when a year is worked out.

        An agreement that has an error after all counts as wrong, and is not accepted.
        """
        messages.findings(diagnostics, self._settings)
        if any(diagnostic.severity == "error" for diagnostic in diagnostics):
            self._skip(file, diagnostics)
            return False
        self.results += sum(statement.in_force for statement in statements)
        if self._settings.flag("fail_on_incomplete"):
            settings = self._settings
            shown = Options(
                party=settings.many("party"), payers=self._chosen, item=settings.many("item")
            )
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
        return PARTIAL if self.wrong else DONE

    def _say_wrong(self, verdict: str) -> None:
        files = messages.counted(self._settings, "files", self.wrong)
        messages.verdict(self._settings, VERDICTS[verdict], files=files, all=str(self.count))


def agreements_of(loaded: Iterable[Loaded], settings: Settings) -> Agreements[Loaded]:
    """Agreements that are read in this process, each under the reading asked for."""
    of_file = partial(agreement_file, as_read, settings.text("reading"), settings.years)
    return Agreements(map(of_file, loaded), settings)


def write_result(
    agreements: Agreements[T],
    target: Output,
    pieces: Iterable[bytes],
    nothing: Callable[[], Invalid] | None = None,
) -> int:
    """Write a result when all of it is worked out, and give the exit code.

    ``nothing`` says why there is none, for a command that must have one.
    """
    with Spool() as result:
        agreements.fill(result, pieces)
        if agreements.stopped:
            return INVALID
        agreements.refuse_unknown_names()
        if nothing is not None and not agreements.results:
            raise nothing()
        target.write(result.read())
    return agreements.exit_code()


def report_missing(statements: Iterable[Statement], severity: Severity, settings: Settings) -> None:
    """Report that a result is incomplete, and what is missing, if anything is."""
    missing = (missing for statement in statements for missing in statement.missing)
    named = tuple(_first_named(f"{figure.agreement}: {figure.what}" for figure in missing))
    if named:
        messages.findings([Diagnostic("AV941", {"figures": named}, severity=severity)], settings)


def _first_named(names: Iterable[str]) -> Iterator[str]:
    """The first of some names, each once, and that there are more."""
    distinct = list(dict.fromkeys(names))
    yield from distinct[:_MOST_NAMED]
    if len(distinct) > _MOST_NAMED:
        yield "…"


def refuse_unknown(kind: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a name of a kind that nothing has."""
    known = tuple(known)
    for name in given:
        if known and name not in known:
            raise Misuse(code="AV101", **unknown_name(kind, name, known))


def nothing_left(
    settings: Settings, years: Sequence[str] = (), basis: Basis | None = None
) -> Invalid:
    """Why there is no result: no terms in the years (those asked for), or no figures at all."""
    years = years or tuple(map(str, settings.years or ()))
    if not years:
        return Invalid(Diagnostic("AV820", {"basis": Phrase(basis or settings.basis)}))
    return Invalid(Diagnostic("AV819", {"years": tuple(years)}))


@contextmanager
def naming(file: str, settings: Settings) -> Iterator[None]:
    """Name the file in a fault of our own, for a command that works on a single one."""
    try:
        yield
    except _FORESEEN:
        raise
    except Exception as error:
        raise Invalid(messages.own_fault(error, file, settings)) from error


# --- One agreement ------------------------------------------------------------------------


def only_agreement(
    command: str, paths: Sequence[str] | None, settings: Settings, target: Output
) -> Loaded | None:
    """The one agreement that a command's paths lead to; None where it is wrong."""
    if settings.text("reading") == ALL_READINGS:
        raise Misuse(code="AV824", first=f"--reading {ALL_READINGS}", second=command)
    agreements = agreements_of(read(command, paths, target), settings)
    valid = list(agreements)
    if agreements.stopped:
        return None
    agreements.refuse_unknown_names()
    if len(valid) != 1:
        raise Misuse(code="AV858", command=command, count=len(valid))
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
    """The scenarios asked for, as `scenario_files`; the result takes the place of none of them."""
    files = scenario_files(loaded, settings.many("scenario"))
    target.refuse(*(location for file in files for location in file.locations))
    return files


def scenario_files(loaded: Loaded, names: Iterable[str]) -> "list[ScenarioFile]":
    """Scenarios by their names; one that cannot be read is reported at its place."""
    files = [api.scenario(name, loaded) for name in names]
    diagnostics = [diagnostic for file in files for diagnostic in file.diagnostics]
    errors = [error for error in diagnostics if error.severity == "error"]
    if errors:
        raise Invalid(*errors)
    return files
