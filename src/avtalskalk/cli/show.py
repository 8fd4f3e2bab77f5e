"""`avtalskalk show`: an agreement in plain words."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping

import typer

from avtalskalk import __version__, api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.exit_codes import DONE, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.reading_option import Sought
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats.spool import Spool
from avtalskalk.report.options import Options
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
    write = _FORMATS[file_format(settings)]
    files = wrong = 0
    sought = Sought(settings.text("reading"))
    spool = Spool()

    def sound() -> Iterator[Loaded]:
        nonlocal files, wrong
        for loaded in api.stream(paths, stdin=sys.stdin.buffer):
            files += 1
            messages.findings(loaded.diagnostics, settings)
            if loaded.agreement is None:
                wrong += 1
            else:
                yield sought.under(loaded)

    spool.write(write(sound(), settings))
    kept_going = settings.flag("keep_going") and wrong < files
    described = spool.read()
    if not wrong or kept_going:
        sought.finish(settings)
    if not wrong or kept_going:
        target.write(described)
    # What waits in a temporary file is let go, where it is not wanted, too.
    deque(described, maxlen=0)
    if wrong:
        key = "kept_going" if kept_going else "nothing_written"
        counted = messages.counted(settings, "files", wrong)
        messages.verdict(settings, VERDICTS[key], files=counted, all=str(files))
    return INVALID if wrong else DONE


def _as_table(agreements: Iterable[Loaded], settings: Settings) -> Iterator[str]:
    colored = settings.colored(sys.stdout) and not settings.text("output")
    options = Options(settings.language, width=settings.width, color=colored)
    return _documents(agreements, settings, "table", options)


def _as_markdown(agreements: Iterable[Loaded], settings: Settings) -> Iterator[str]:
    return _documents(agreements, settings, "md", Options(settings.language))


def _documents(
    agreements: Iterable[Loaded], settings: Settings, form: str, options: Options
) -> Iterator[str]:
    """Each agreement's description, with an empty line between them."""
    between = ""
    for loaded in agreements:
        document = api.show(loaded, settings.language, today=settings.today)
        yield between + api.render(document, form, options)
        between = "\n"


def _as_json(agreements: Iterable[Loaded], settings: Settings) -> Iterator[str]:
    import json

    head = {"schema": "avtalskalk/agreement/1", "version": __version__}
    yield json.dumps(head)[:-1] + ', "agreements": ['
    between = "\n"
    for loaded in agreements:
        described = api.described(loaded, today=settings.today)
        yield between + json.dumps(described, ensure_ascii=False, indent=2)
        between = ",\n"
    yield "\n]}\n"


_FORMATS: Mapping[str, Callable[[Iterable[Loaded], Settings], Iterator[str]]] = {
    "table": _as_table,
    "md": _as_markdown,
    "json": _as_json,
}
