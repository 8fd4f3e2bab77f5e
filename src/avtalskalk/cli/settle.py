"""`avtalskalk settle`: the final settlement of a year."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import cast

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.agreements import Agreements, agreements_of, nothing_left, read, write_result
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.features.settle.records import records
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.features.settle.view import documents
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.model.statement import Basis
from avtalskalk.report.records import with_skipped


def settle(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    outcome: options.Outcome = None,
    reading: options.Reading = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
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
    """Settle all agreements' years and write them; nothing is written unless all are valid."""
    settings = resolve(context)
    target, form, view = destination(settings)
    agreements = agreements_of(read("settle", paths, target), settings)
    outcome_basis = cast("Basis", outcome or "actual")

    def written(settlements: Iterable[Settlement]) -> Iterator[bytes]:
        rows = with_skipped(records(settlements, outcome_basis), agreements.skipped)
        return write(form, documents(settlements, view), rows, view)

    settled = agreements.each(partial(_settled, agreements, settings, outcome_basis), written)
    nothing = partial(nothing_left, settings, basis=outcome_basis)
    return write_result(agreements, target, written(settled), nothing)


def _settled(
    agreements: Agreements[Loaded], settings: Settings, outcome: Basis, loaded: Loaded
) -> Iterator[Settlement]:
    """An agreement's years, settled."""
    years = agreements.compute(loaded, outcome).years
    settlements = api.settle(loaded, years, outcome, **settings.question)
    statements = [side for settled in settlements for side in (settled.budget, settled.outcome)]
    if agreements.accept(loaded, statements):
        yield from settlements
