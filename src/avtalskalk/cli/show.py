"""`avtalskalk show`: an agreement in plain words."""

from collections.abc import Iterable, Iterator

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.agreements import agreements_of, read, write_result
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination
from avtalskalk.cli.settings import resolve
from avtalskalk.features.show.agreement_record import records
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
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

    def counted(loaded: Loaded) -> Iterator[Loaded]:
        agreements.results += 1
        yield loaded

    def written(described: Iterable[Loaded]) -> Iterator[bytes]:
        documents = (api.show(loaded, settings.language, today=day) for loaded in described)
        rows = records(api.agreement_record(loaded, today=day) for loaded in described)
        return write(form, documents, with_skipped(rows, agreements.skipped), view)

    return write_result(agreements, target, written(agreements.each(counted, written)))
