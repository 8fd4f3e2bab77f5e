"""`avtalskalk show`: an agreement in plain words."""

from collections.abc import Iterator
from typing import Any

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.agreements import agreements_of, read
from avtalskalk.cli.errors import INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination
from avtalskalk.cli.settings import resolve
from avtalskalk.features.show.agreement_record import records
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
from avtalskalk.report.document import Document
from avtalskalk.report.records import with_skipped


def show(
    context: typer.Context,
    paths: options.Paths = None,
    reading: options.Reading = None,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
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
    """Describe all agreements; nothing is written unless all are valid."""
    settings = resolve(context)
    target, form, view = destination(settings)
    agreements = agreements_of(read("show", paths, target), settings)
    day = settings.today

    def document_of(loaded: Loaded) -> Iterator[Document]:
        yield api.show(loaded, settings.language, today=day)
        agreements.results += 1

    def row_of(loaded: Loaded) -> Iterator[dict[str, Any]]:
        yield api.agreement_record(loaded, today=day)
        agreements.results += 1

    documents = agreements.each(document_of)
    rows = with_skipped(records(agreements.each(row_of)), agreements.skipped)
    with Spool() as result:
        result.extend(write(form, documents, rows, view))
        if agreements.stopped:
            return INVALID
        agreements.refuse_unknown_names()
        target.write(result.read())
    return agreements.exit_code()
