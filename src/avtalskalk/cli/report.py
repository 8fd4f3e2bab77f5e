"""`avtalskalk report`: a year's report for those who decide."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.agreements import agreements_of, nothing_left, read, write_result
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination, require
from avtalskalk.cli.settings import resolve
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import CHARTS, write_documents

if TYPE_CHECKING:
    from avtalskalk.features.report.report import Report


def report(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
    layout: Annotated[options.Text, options.option("layout")] = None,
    unit: options.Unit = None,
    format: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Report on all agreements; nothing is written unless all are valid."""
    from avtalskalk.features.report.view import documents

    settings = resolve(context)
    target, form, view = destination(settings)
    if form == "html":
        require(form, CHARTS)
    chosen = None
    if layout:
        chosen = api.report_layout(layout)
        target.refuse(layout)
        if chosen.diagnostics:
            raise Invalid(*chosen.diagnostics)
    agreements = agreements_of(read("report", paths, target), settings)

    def report_of(loaded: Loaded) -> "Iterator[Report]":
        found = api.report(loaded, settings.years, settings.basis, **settings.question)
        if found is None:
            # What there is to say of it is said where its years are worked out.
            agreements.compute(loaded)
        elif agreements.accept(loaded, found.statements[-1:]):
            yield found

    reports = list(agreements.each(report_of))
    pages = list(documents(reports, chosen, view))
    if form in {"svg", "png"} and reports:
        from avtalskalk.formats.charts import charts_of

        if not charts_of(pages):
            raise Misuse(code="AV835", format=form)
    pieces = write_documents(form, pages, view)
    return write_result(agreements, target, pieces, lambda: nothing_left(settings))
