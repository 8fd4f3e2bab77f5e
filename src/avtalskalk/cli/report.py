"""`avtalskalk report`: a year's report for those who decide."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.agreements import (
    agreements_of,
    nothing_left,
    placed,
    read,
    scenarios,
    write_result,
)
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination, require, with_a_chart
from avtalskalk.cli.settings import resolve
from avtalskalk.diagnostics import AgreementError
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import CHARTS, DOCUMENT_FORMATS, write_documents

if TYPE_CHECKING:
    from avtalskalk.features.report.report import Report
    from avtalskalk.report.document import Document


def report(
    context: typer.Context,
    paths: options.Paths = None,
    scenario: options.Scenario = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
    layout: Annotated[options.Text, options.option("layout")] = None,
    unit: options.Unit = None,
    rounding: options.Rounding = None,
    decimals: options.Decimals = None,
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
    from avtalskalk.features.report.view import IN_BRIEF, document, documents

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
        if scenario and "proposals" not in {section.name for section in chosen.sections}:
            raise Misuse(code="AV824", first=f"--layout {layout}", second="--scenario")
    agreements = agreements_of(read("report", paths, target), settings)

    def report_of(loaded: Loaded) -> "Iterator[Report]":
        changes = scenarios(loaded, settings, target)
        try:
            of_years = settings.years, settings.basis
            found = api.report(
                loaded, *of_years, scenarios=changes, in_part=True, **settings.question
            )
        except AgreementError as error:
            invalid = placed(loaded, error)
            if not keep_going:
                raise invalid from error
            agreements.take(loaded.file, invalid.diagnostics, ())
            return
        if found is None:
            # What there is to say of it is said where its years are worked out.
            agreements.compute(loaded)
        elif agreements.accept(loaded, found.statements[-1:]):
            yield found

    # A file that is bound together at the end takes too long for each by itself.
    form_tried = "md" if DOCUMENT_FORMATS[form].binary else form

    def written(reports: "Iterable[Report]") -> Iterator[bytes]:
        pages = (document(report, chosen or IN_BRIEF, view) for report in reports)
        return write_documents(form_tried, pages, view)

    reports = list(agreements.each(report_of, written))
    used = frozenset().union(*(report.used for report in reports))
    unused = [item for report in reports for item in report.unused]
    nowhere = [finding for place, finding in unused if place not in used]
    if nowhere and not agreements.wrong:
        raise Invalid(*(d for number, d in enumerate(nowhere) if d not in nowhere[:number]))
    in_turn = partial(agreements.again, file_of=lambda report: report.loaded.file)
    pages: Iterable[Document] = documents(reports, chosen, view, in_turn, computing=form == "xlsx")
    pieces = write_documents(form, with_a_chart(pages, form) if reports else pages, view)
    return write_result(agreements, target, pieces, lambda: nothing_left(settings))
