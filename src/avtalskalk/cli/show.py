"""`avtalskalk show`: an agreement in plain words."""

import sys
from collections.abc import Iterator

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.exit_codes import DONE, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.reading_option import Sought
from avtalskalk.cli.settings import resolve
from avtalskalk.cli.view_options import view_options
from avtalskalk.features.show.agreement_record import records
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
from avtalskalk.words.help import VERDICTS


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
    """Describe all agreements; nothing is written unless all are sound."""
    settings = resolve(context)
    paths = paths or []
    if not paths:
        raise Misuse(code="AV805", command="show")
    target = Output(output or "")
    form = file_format(settings)
    options = view_options(settings, form)
    files = wrong = 0
    sought = Sought(settings.text("reading"))

    def sound() -> Iterator[Loaded]:
        nonlocal files, wrong
        for loaded in api.stream(paths, stdin=sys.stdin.buffer):
            files += 1
            messages.findings(loaded.diagnostics, settings)
            if loaded.agreement is None:
                wrong += 1
            else:
                yield sought.under(loaded)

    agreements, day = sound(), settings.today
    documents = (api.show(loaded, settings.language, today=day) for loaded in agreements)
    described = records(api.agreement_record(loaded, today=day) for loaded in agreements)
    with Spool() as result:
        result.extend(write(form, documents, described, options))
        kept_going = settings.flag("keep_going") and wrong < files
        if not wrong or kept_going:
            sought.finish(settings)
            target.write(result.read())
    if wrong:
        key = "kept_going" if kept_going else "nothing_written"
        counted = messages.counted(settings, "files", wrong)
        messages.verdict(settings, VERDICTS[key], files=counted, all=str(files))
    return INVALID if wrong else DONE
