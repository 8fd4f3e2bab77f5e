"""`avtalskalk settle`: the final settlement of a year."""

from collections.abc import Iterator
from typing import Annotated, cast

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.agreements import Agreements, nothing_left, read
from avtalskalk.cli.exit_codes import INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format, view_options
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.features.settle.records import records
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.features.settle.view import documents
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Basis


def settle(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    outcome: Annotated[options.Text, options.option("outcome")] = None,
    reading: options.Reading = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
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
    """Settle all agreements' years and write them; nothing is written unless all are valid."""
    settings = resolve(context)
    target = Output(output or "")
    form = file_format(settings)
    view = view_options(settings, form)
    agreements = Agreements(read("settle", paths, target), settings)
    settled = list(_settled(agreements, settings))
    with Spool() as result:
        result.extend(
            write(form, documents(settled, view), records(settled, outcome_of(settings)), view)
        )
        if agreements.stopped:
            return INVALID
        agreements.refuse_unknown_names()
        if not settled:
            raise nothing_left(settings)
        target.write(result.read())
    return agreements.exit_code()


def outcome_of(settings: Settings) -> Basis:
    """What a year is settled against."""
    return cast("Basis", settings.text("outcome") or "actual")


def _settled(agreements: Agreements, settings: Settings) -> Iterator[Settlement]:
    """Each agreement's years, settled."""
    basis = outcome_of(settings)
    for loaded in agreements:
        settlements = api.settle(loaded, settings.years, basis, **settings.question)
        statements = [s for settled in settlements for s in (settled.budget, settled.outcome)]
        if agreements.accept(loaded, statements):
            yield from settlements
