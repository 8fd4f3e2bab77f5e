"""`avtalskalk calc`: what each party pays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import (
    ALL_READINGS,
    Agreements,
    agreements_of,
    nothing_left,
    read,
    report_missing,
    shown_by_years,
    work_on,
)
from avtalskalk.cli.errors import DONE, FINDINGS, INVALID, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.cli.thresholds import Thresholds
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Basis as StatementBasis
from avtalskalk.model.statement import Statement
from avtalskalk.words.help import VERDICTS

if TYPE_CHECKING:
    from avtalskalk.features.readings.readings import Readings


def calc(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    party: options.Party = None,
    item: options.Item = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
    jobs: options.Jobs = None,
    fail_if: options.FailIf = None,
    warn_if: options.WarnIf = None,
    fail_on_incomplete: Annotated[bool, options.option("fail_on_incomplete")] = False,
    by: options.By = None,
    change: Annotated[bool, options.option("change")] = False,
    frames: Annotated[bool, options.option("frames")] = False,
    across: Annotated[options.Text, options.option("across")] = None,
    unit: options.Unit = None,
    rounding: options.Rounding = None,
    decimals: options.Decimals = None,
    totals: options.Totals = None,
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
    """Work out all agreements and write them; nothing is written unless all are valid."""
    settings = resolve(context)
    target, form, view = destination(settings)
    side_by_side = reading == ALL_READINGS
    readings = f"--reading {ALL_READINGS}"
    one_year = settings.years is not None and len(settings.years) == 1
    by_item = across == "item"
    conflicts = {
        (readings, "--by"): side_by_side and by,
        (readings, "--fail-if"): side_by_side and (fail_if or warn_if),
        ("--across item", "--by"): by_item and by,
        ("--across item", readings): by_item and side_by_side,
        ("--frames", "--by"): frames and by,
        ("--frames", "--across"): frames and across,
        ("--frames", "--item"): frames and item,
        ("--frames", readings): frames and side_by_side,
        ("--change", "--frames"): change and frames,
        ("--change", "--across"): change and across,
        ("--change", readings): change and side_by_side,
        ("--change", "--by period"): change and by == "period",
        ("--change", "--year"): change and one_year,
    }
    for (first, second), conflict in conflicts.items():
        if conflict:
            raise Misuse(code="AV824", first=first, second=second)
    thresholds = Thresholds(settings)
    agreements: Agreements[Loaded] | Agreements[Calculated]
    if side_by_side:
        # Few ask for readings side by side, and all the words of messages come with them.
        from avtalskalk.features.readings.records import records
        from avtalskalk.features.readings.view import documents
        from avtalskalk.report.records import with_skipped

        agreements = under_readings = agreements_of(read("calc", paths, target), settings)
        view = agreements.with_bodies(view)

        def side_by_side_written(readings: "Iterable[Readings]") -> Iterator[bytes]:
            rows = with_skipped(records(readings, view), agreements.skipped)
            return write(form, documents(readings, view), rows, view)

        of_readings = partial(_readings, under_readings, settings)
        pieces = side_by_side_written(under_readings.each(of_readings, side_by_side_written))
    else:
        question = settings.years, settings.basis, {**settings.question}
        work = partial(calculated, *question)
        files = work_on("calc", paths, target, settings, work)
        agreements = worked_out = Agreements(files, settings)
        view = agreements.with_bodies(view, thresholds.parties)

        def written(statements: Iterable[Sequence[Statement]]) -> Iterator[bytes]:
            return api.write_statements(statements, form, view, agreements.skipped)

        of_agreement = partial(_statements, worked_out, thresholds, settings)
        pieces = written(worked_out.each(of_agreement, written))
    with Spool() as result:
        # All is worked out before anything is written.
        agreements.fill(result, pieces)
        if agreements.stopped:
            return INVALID
        agreements.refuse_unknown_names()
        thresholds.refuse_unknown_parties(agreements.parties)
        if not agreements.results:
            raise nothing_left(settings)
        target.write(result.read())
    failed = thresholds.verdict() or bool(agreements.incomplete)
    report_missing(agreements.incomplete, "error", settings)
    if target.file and verbose and not agreements.wrong:
        messages.verdict(settings, VERDICTS["written"], file=target.file.as_posix())
    return agreements.exit_code() or (FINDINGS if failed else DONE)


class Calculated(NamedTuple):
    """What an agreement comes to, for the process that writes it.

    ``diagnostics`` show only when the years are worked out.
    """

    file: str
    name: str
    endless: bool
    statements: Sequence[Statement]
    diagnostics: Sequence[Diagnostic]


def calculated(
    years: tuple[int, ...] | None,
    basis: StatementBasis,
    question: Mapping[str, Any],
    loaded: Loaded,
) -> Calculated:
    """An agreement's statements; in whatever process."""
    computed = api.compute(loaded, years, basis, **question)
    if not computed.endless:
        computed = api.with_stakes(computed, basis, **question)
    statements = computed.statements
    diagnostics = shown_by_years(loaded, statements, years)
    return Calculated(loaded.file, computed.name, computed.endless, statements, diagnostics)


def _statements(
    agreements: Agreements[Calculated],
    thresholds: Thresholds,
    settings: Settings,
    result: Calculated,
) -> Iterator[Sequence[Statement]]:
    """An agreement's statements, if there are any and nothing is wrong with them."""
    file, name, endless, statements, diagnostics = result
    agreements.note(name, statements, settings.basis, endless=endless)
    if agreements.take(file, diagnostics, statements) and statements:
        thresholds.judge_statements(statements, agreements.bodies)
        yield statements


def _readings(
    agreements: Agreements[Loaded], settings: Settings, loaded: Loaded
) -> "Iterator[Readings]":
    """An agreement that has readings, under each of them."""
    if not (loaded.agreement and loaded.agreement.readings):
        return
    readings = api.readings(loaded, settings.years, settings.basis, **settings.question)
    if readings is None:
        raise Misuse(code="AV809", agreement=loaded.file)
    if agreements.accept(loaded, readings.statements) and readings.statements:
        yield readings
