"""`avtalskalk invoice`: the basis for a year's invoices."""

from collections.abc import Iterable, Iterator
from functools import partial

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.agreements import Agreements, agreements_of, nothing_left, read, write_result
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.features.invoice.billing import Billing
from avtalskalk.features.invoice.records import records
from avtalskalk.features.invoice.view import documents
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.report.records import with_skipped


def invoice(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    reading: options.Reading = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
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
    """Bill all agreements' years and write the bills; nothing is written unless all are valid."""
    settings = resolve(context)
    target, form, view = destination(settings)
    agreements = agreements_of(read("invoice", paths, target), settings)

    def written(billings: Iterable[Billing]) -> Iterator[bytes]:
        rows = with_skipped(records(billings), agreements.skipped)
        return write(form, documents(billings, view), rows, view)

    billings = agreements.each(partial(_billed, agreements, settings), written)
    nothing = partial(nothing_left, settings, basis="budget")
    return write_result(agreements, target, written(billings), nothing)


def _billed(
    agreements: Agreements[Loaded], settings: Settings, loaded: Loaded
) -> Iterator[Billing]:
    """An agreement's years, billed."""
    years = agreements.compute(loaded, "budget").years
    billings = api.invoice(loaded, years, **settings.question)
    if agreements.accept(loaded, [billing.statement for billing in billings]):
        yield from billings
