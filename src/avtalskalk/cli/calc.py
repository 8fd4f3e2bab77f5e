"""`avtalskalk calc`: what each party pays."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import ALL_READINGS, Agreements, nothing_left, read, report_missing
from avtalskalk.cli.errors import DONE, FINDINGS, INVALID, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.cli.thresholds import Thresholds
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
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
    fail_if: options.FailIf = None,
    warn_if: options.WarnIf = None,
    fail_on_incomplete: Annotated[bool, options.option("fail_on_incomplete")] = False,
    by: Annotated[options.Text, options.option("by")] = None,
    unit: options.Unit = None,
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
    agreements = Agreements(read("calc", paths, target), settings)
    side_by_side = reading == ALL_READINGS
    if side_by_side and by:
        raise Misuse(code="AV824", first=f"--reading {ALL_READINGS}", second="--by")
    thresholds = Thresholds(settings)
    if side_by_side and thresholds:
        raise Misuse(code="AV824", first=f"--reading {ALL_READINGS}", second="--fail-if")
    if side_by_side:
        # Few ask for readings side by side, and all the words of messages come with them.
        from avtalskalk.features.readings.records import records
        from avtalskalk.features.readings.view import documents
        from avtalskalk.report.records import with_skipped

        readings = agreements.each(partial(_readings, agreements, settings))
        rows = with_skipped(records(readings, view), agreements.skipped)
        pieces = write(form, documents(readings, view), rows, view)
    else:
        statements = agreements.each(partial(_statements, agreements, thresholds, settings))
        pieces = api.write_statements(statements, form, view, agreements.skipped)
    with Spool() as result:
        # All is worked out before anything is written.
        result.extend(pieces)
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


def _statements(
    agreements: Agreements, thresholds: Thresholds, settings: Settings, loaded: Loaded
) -> Iterator[Sequence[Statement]]:
    """An agreement's statements, measured against the thresholds."""
    computed = agreements.compute(loaded)
    statements = api.with_stakes(computed, settings.basis, **settings.question).statements
    if agreements.accept(loaded, statements) and statements:
        if loaded.plan is not None:
            thresholds.judge_statements(loaded.plan, statements)
        yield statements


def _readings(agreements: Agreements, settings: Settings, loaded: Loaded) -> "Iterator[Readings]":
    """An agreement that has readings, under each of them."""
    if not (loaded.agreement and loaded.agreement.readings):
        return
    readings = api.readings(loaded, settings.years, settings.basis, **settings.question)
    if readings is None:
        raise Misuse(code="AV809", agreement=loaded.file)
    if agreements.accept(loaded, readings.statements) and readings.statements:
        yield readings
