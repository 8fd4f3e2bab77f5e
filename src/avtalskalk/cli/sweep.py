"""`avtalskalk sweep`: what an agreement comes to at many values at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import (
    ALL_READINGS,
    Agreements,
    as_read,
    chosen_ids,
    misused,
    naming,
    nothing_left,
    payers_of,
    placed,
    scenario_files,
    scenarios,
    work_on,
)
from avtalskalk.cli.errors import INVALID, Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, destination, with_a_chart
from avtalskalk.cli.progress import shown
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.cli.workers import in_pieces, processors
from avtalskalk.diagnostics import (
    AgreementError,
    Diagnostic,
    Number,
    Phrase,
    out_of_range,
)
from avtalskalk.features.whatif import sweep_records, sweep_view
from avtalskalk.features.whatif.concern import Place, concerned
from avtalskalk.features.whatif.sweep import (
    DRAWS,
    MOST_COMBINATIONS,
    SEED,
    THREE,
    Combination,
    Extent,
    Sweep,
)
from avtalskalk.features.whatif.sweep import extents as extents_of
from avtalskalk.features.whatif.sweep import ranges as ranges_of
from avtalskalk.features.whatif.sweep import tornado as tornado_of
from avtalskalk.features.whatif.sweep_sums import SweepSums, Swept, swept
from avtalskalk.features.whatif.sweep_view import SweptAgreement
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.report.document import Chart, Document, Table, of_blocks
from avtalskalk.report.grouping import in_order
from avtalskalk.report.options import Options
from avtalskalk.report.records import Records, with_skipped

if TYPE_CHECKING:
    from avtalskalk.features.whatif.change_request import ChangeRequest
    from avtalskalk.features.whatif.scenarios import ScenarioFile
    from avtalskalk.features.whatif.whatif import WhatIf

# A process takes its time to begin: fewer combinations are done as quickly by one alone.
_MANY = 1_000
_PIECE = 200
_MOST_ON_A_PAGE = 50_000
_MOST_DRAWS = 100_000
_MOST_SEED = 10**18


_Faces = tuple[Iterable[Document], Records]
"""A result for people and for programs."""


class _SweepRun(NamedTuple):
    """What is to be shown, of what, and how."""

    settings: Settings
    form: str
    options: Options
    sweep: Sweep
    subject: SweptAgreement


def sweep(
    context: typer.Context,
    paths: options.Paths = None,
    scenario: options.Scenario = None,
    vary: options.Vary = None,
    how: Annotated[options.Text, options.option("how")] = None,
    draws: Annotated[options.Text, options.option("draws")] = None,
    seed: Annotated[options.Text, options.option("seed")] = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    party: options.Party = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
    jobs: options.Jobs = None,
    unit: options.Unit = None,
    format: options.Format = None,
    output: options.Output = None,
    dialect: options.Dialect = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Work out every combination, or each input alone, or a range; all of it or nothing."""
    settings = resolve(context)
    target, form, view = destination(settings)
    if not settings.many("vary"):
        raise Misuse(code="AV849", command="sweep")
    if settings.text("reading") == ALL_READINGS:
        raise Misuse(code="AV824", first=f"--reading {ALL_READINGS}", second="sweep")
    agreements = Agreements(work_on("sweep", paths, target, settings, as_read), settings)
    view = agreements.with_bodies(view)
    valid = list(agreements)
    agreements.results = len(valid)
    if agreements.stopped:
        return INVALID
    agreements.refuse_unknown_names()
    if len(valid) > 1 and (how or "grid") == "grid":
        with Spool() as result:
            faces = _together(valid, agreements, settings, view, target)
            if faces is None:
                return INVALID
            pages, records = faces
            result.extend(write(form, with_a_chart(pages, form), records, view))
            target.write(result.read())
        return agreements.exit_code()
    if len(valid) != 1:
        command = f"sweep --how {how}" if how else "sweep"
        raise Misuse(code="AV858", command=command, count=len(valid))
    (loaded,) = valid
    with naming(loaded.file, settings), Spool() as result:
        changes = scenarios(loaded, settings, target)
        question = _Question.of(settings)
        varied = _sweep_of(loaded, changes, question, _parties_of(loaded, view), MOST_COMBINATIONS)
        of_years = varied.baseline.years
        statements = api.compute(loaded, of_years, settings.basis, **settings.question).statements
        if not any(statement.in_force for statement in statements):
            raise nothing_left(settings, tuple(statement.year for statement in statements))
        subject = SweptAgreement(
            statements, varied.parties, varied.axes, loaded.inputs, varied.since
        )
        run = _SweepRun(settings, form, view, varied, subject)
        try:
            pages, records = _HOW[how or "grid"](run)
            records = with_skipped(records, agreements.skipped)
            result.extend(write(form, with_a_chart(pages, form), records, run.options))
        except AgreementError as error:
            raise placed(loaded, error) from error
        target.write(result.read())
    return agreements.exit_code()


def _parties_of(loaded: Loaded, view: Options) -> list[str]:
    """The parties of an agreement that are asked for; none for all of them."""
    agreement = loaded.agreement
    assert agreement is not None  # noqa: S101 - only valid agreements come here
    wanted = chosen_ids(payers_of(agreement), view)
    return [party for party in wanted if party in agreement.parties]


class _Question(NamedTuple):
    """What is asked of each agreement, in whatever process."""

    scenarios: tuple[str, ...]
    vary: tuple[str, ...]
    years: tuple[int, ...] | None
    basis: Basis
    how: Mapping[str, Any]

    @classmethod
    def of(cls, settings: Settings) -> "_Question":
        """What a command asks."""
        many = settings.many("scenario"), settings.many("vary")
        return cls(*many, settings.years, settings.basis, settings.question)


def _sweep_of(
    loaded: Loaded,
    changes: "list[ScenarioFile]",
    question: _Question,
    parties: Sequence[str],
    most: int,
) -> Sweep:
    """What is varied in an agreement, at no more than so many combinations."""
    if len(changes) > 1:
        raise Misuse(code="AV824", first="--scenario", second="--scenario")
    try:
        sweep = api.sweep(
            loaded,
            question.vary,
            question.years,
            question.basis,
            parties=parties,
            changes=[request for scenario in changes for request in scenario.requests],
            **question.how,
        )
    except AgreementError as error:
        raise misused(error) from error
    if sweep.size > most:
        raise Misuse(code="AV848", count=Number(sweep.size), most=Number(most))
    return sweep


# --- Many agreements -----------------------------------------------------------------------


class _Answer(NamedTuple):
    """What comes of an agreement's sweep: nothing where it is not in force in any of the years.

    ``places`` are those of a scenario's changes that it has something for, and ``unused`` is why
    it has nothing for others; ``locations`` are the scenarios' files.
    """

    name: str
    locations: tuple[str, ...]
    places: frozenset[Place]
    unused: tuple[tuple[Place, Diagnostic], ...]
    statements: tuple[Statement, ...]
    swept: Swept | None


def answered(question: _Question, subject: tuple[Loaded, Sequence[str]]) -> _Answer:
    """An agreement, some of its parties or all, at every combination."""
    loaded, parties = subject

    def ask(requests: "Sequence[ChangeRequest]", scenario: "ScenarioFile | None") -> "WhatIf":
        of_years = question.years, question.basis
        return api.whatif(loaded, requests, *of_years, scenario=scenario, **question.how)

    files = scenario_files(loaded, question.scenarios)
    parts = [concerned(ask, file) for file in files]
    changes = [part.scenario for part in parts if part.scenario]
    most = sweep_view.MOST_ROWS * sweep_view.MOST_COLUMNS
    sweep = _sweep_of(loaded, changes, question, parties, most)
    of_years = sweep.baseline.years, question.basis
    statements = api.compute(loaded, *of_years, **question.how).statements
    result = None
    if any(statement.in_force for statement in statements):
        try:
            result = swept(sweep, statements, loaded.inputs)
        except AgreementError as error:
            raise placed(loaded, error) from error
    return _Answer(
        loaded.name,
        tuple(location for file in files for location in file.locations),
        frozenset().union(*(part.places for part in parts)),
        tuple(finding for part in parts for finding in part.unused),
        statements,
        result,
    )


def _together(
    valid: Sequence[Loaded],
    agreements: Agreements[Loaded],
    settings: Settings,
    view: Options,
    target: Output,
) -> _Faces | None:
    """Every combination in all agreements that have what is varied, the others as they are.

    None where one of them cannot be worked out, which has been reported.
    """
    sums = SweepSums(view)
    years: list[str] = []
    unused: list[tuple[Place, Diagnostic]] = []
    places: set[Place] = set()
    agreements.results = 0
    with_parties = ((loaded, _parties_of(loaded, view)) for loaded in valid)
    subjects = (
        (subject[0].file, subject) for subject in with_parties if subject[1] or not view.party
    )
    for answer in agreements.computed(partial(answered, _Question.of(settings)), subjects):
        target.refuse(*answer.locations)
        unused += answer.unused
        places |= answer.places
        years += [statement.year for statement in answer.statements]
        if not answer.statements:
            messages.note(settings, "AV821", agreement=answer.name, basis=Phrase(settings.basis))
        if answer.swept:
            agreements.results += 1
            sums.add(answer.swept)
    if agreements.stopped:
        return None
    missing = [finding for place, finding in unused if place not in places]
    missing = [finding for number, finding in enumerate(missing) if finding not in missing[:number]]
    if missing := [*missing, *sums.missing_inputs]:
        raise Invalid(*missing)
    if not agreements.results:
        raise nothing_left(settings, in_order(years))
    pages = (
        of_blocks(*sweep_view.swept_blocks(together.subject, together.combinations, view))
        for together in sums.together(by_party=False)
    )
    records = sweep_records.together_records(sums.together(by_party=True), view)
    return pages, with_skipped(records, agreements.skipped)


# --- The grid ------------------------------------------------------------------------------


def _combinations(sweep: Sweep, numbers: range) -> list[Combination]:
    """The amounts of some combinations."""
    return list(sweep.combinations(numbers))


T = TypeVar("T")


def _computed(compute: Callable[[range], T], run: _SweepRun) -> Iterator[T]:
    """A grid computed in pieces, by several processes where that is worth their beginning."""
    size = run.sweep.size
    pieces = (range(start, min(start + _PIECE, size)) for start in range(0, size, _PIECE))
    jobs = run.settings.jobs or (processors() if size >= _MANY else 1)
    computed = in_pieces(compute, pieces, jobs)
    return shown(computed, run.settings, "progress_sweep", _PIECE)


def _grid(run: _SweepRun) -> _Faces:
    """Every combination."""
    run.sweep.try_values()
    combinations = _computed(partial(_combinations, run.sweep), run)
    return _grid_documents(run), sweep_records.grid_records(run.subject, combinations, run.options)


def _grid_documents(run: _SweepRun) -> Iterator[Document]:
    """The grid where it fits, otherwise how far it reaches; on a page below sliders."""
    subject, size, options = run.subject, run.sweep.size, run.options
    tables: list[Table] = []
    charts: list[Chart] = []
    if run.form == "html" and size * len(subject.figures) <= _MOST_ON_A_PAGE:
        pieces = _computed(partial(_combinations, run.sweep), run)
        combinations = [combination for piece in pieces for combination in piece]
        base = run.sweep.reached([])
        tables.append(sweep_view.slider_table(subject, base, combinations, options))
    if sweep_view.fits(subject.axes):
        combinations = list(run.sweep.combinations(range(size)))
        subject = sweep_view.with_faults(subject, combinations, options)
        grids = sweep_view.grid_tables(subject, combinations, options)
        tables += grids
        charts = sweep_view.grid_charts(grids, options)
    else:
        extents: list[Extent] = []
        for part in _computed(partial(extents_of, run.sweep), run):
            extents = extents or [Extent() for _ in part]
            for extent, more in zip(extents, part, strict=True):
                extent.join(more)
        tables.append(sweep_view.extent_table(subject, extents, size, options))
    yield of_blocks(*tables, *charts)


# --- Each alone, and a range ---------------------------------------------------------------


def _tornado(run: _SweepRun) -> _Faces:
    """Each input alone to its ends."""
    run.sweep.try_values()
    tornado = tornado_of(run.sweep)
    document = sweep_view.tornado_document(run.subject, tornado, run.options)
    return [document], sweep_records.tornado_records(run.subject, tornado)


def _range(run: _SweepRun) -> _Faces:
    """Low, expected and high to a range."""
    for axis in run.sweep.axes:
        if len(axis.values) != THREE:
            raise Misuse(code="AV847", given=axis.input.name, count=len(axis.values))
    draws = _whole(run.settings, "draws", DRAWS, _MOST_DRAWS)
    seed = _whole(run.settings, "seed", SEED, _MOST_SEED)
    ranges = ranges_of(run.sweep, draws, seed)
    document = sweep_view.range_document(run.subject, ranges, run.options)
    return [document], sweep_records.range_records(run.subject, ranges)


def _whole(settings: Settings, name: str, usual: int, most: int) -> int:
    """A whole number from 1 that an option gives."""
    text = settings.text(name)
    if not text:
        return usual
    if text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 0 < int(text) <= most:
        return int(text)
    raise Misuse(code="AV118", **out_of_range(f"--{name}", text, 1, most))


_HOW: Mapping[str, Callable[[_SweepRun], _Faces]] = {
    "grid": _grid,
    "tornado": _tornado,
    "range": _range,
}
