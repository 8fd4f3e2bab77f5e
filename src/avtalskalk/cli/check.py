"""`avtalskalk check`: is the file sound, and if not, what to do about it."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.exit_codes import DONE, FINDINGS, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format, unwritable
from avtalskalk.cli.progress import shown
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.cli.view_options import view_options
from avtalskalk.diagnostics import Argument, Diagnostic, Place
from avtalskalk.formats import write
from avtalskalk.report.findings import documents, records
from avtalskalk.words.help import VERDICTS


@dataclass(slots=True)
class Tally:
    """How many files and findings there have been."""

    files: int = 0
    errors: int = 0
    warnings: int = 0


def check(
    context: typer.Context,
    paths: options.Paths = None,
    today: options.Today = None,
    strict: Annotated[bool, options.option("strict")] = False,
    explain: Annotated[options.Text, options.option("explain")] = None,
    fix: Annotated[bool, options.option("fix")] = False,
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
    """Print every finding on every file, then the verdict; or explain a code."""
    settings = resolve(context)
    paths = paths or []
    if settings.text("explain"):
        return _explain(settings.text("explain"), settings)
    if not paths:
        raise Misuse(code="AV805", command="check")
    target = Output(output or "")
    form = file_format(settings)
    options = view_options(settings, form)
    mended = tuple(_mend(paths, settings)) if settings.flag("fix") else ()
    tally = Tally()
    found = _findings(paths, mended, tally, settings)
    target.write(write(form, documents(found), records(found), options))
    _say_verdict(tally, settings)
    if tally.errors:
        return INVALID
    return FINDINGS if tally.warnings and settings.flag("strict") else DONE


def _findings(
    paths: Sequence[str], mended: Iterable[Diagnostic], tally: Tally, settings: Settings
) -> Iterator[Diagnostic]:
    """What was mended, and then what is to be said of each file."""
    yield from mended
    for loaded in shown(api.stream(paths, stdin=sys.stdin.buffer), settings):
        tally.files += 1
        for one in api.findings(loaded, today=settings.today):
            count = int(str(one.arguments["more"])) if one.code == "AV038" else 1
            tally.errors += count * (one.severity == "error")
            tally.warnings += count * (one.severity == "warning")
            if one.severity == "error" or not settings.quiet:
                yield one


def _say_verdict(tally: Tally, settings: Settings) -> None:
    counts = {"errors": tally.errors, "warnings": tally.warnings}
    found = tuple(
        messages.counted(settings, what, count) for what, count in counts.items() if count
    )
    files = messages.counted(settings, "files", tally.files)
    messages.verdict(settings, VERDICTS["findings" if found else "sound"], files=files, found=found)


# --- Explaining and mending ---------------------------------------------------------------


def _explain(given: str, settings: Settings) -> int:
    """Print a code's page."""
    from avtalskalk.cli.explanation import page

    output = Output(settings.text("output"))
    output.write_text(page(given, settings.language, settings.width))
    return DONE


def _mend(paths: Sequence[str], settings: Settings) -> Iterator[Diagnostic]:
    """Write what can be mended without guessing; a note for each change."""
    if "-" in paths:
        raise Misuse(code="AV827")
    for loaded in api.stream(paths):
        if loaded.location:
            yield from _mend_file(Path(loaded.location), loaded.file, settings)


def _mend_file(path: Path, name: str, settings: Settings) -> Iterator[Diagnostic]:
    from avtalskalk.files.atomic_write import write_whole
    from avtalskalk.files.yaml_edit import with_commas_mended

    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return
    mended, changes = with_commas_mended(text)
    if not changes:
        return
    try:
        write_whole(path, mended.encode("utf-8"))
    except OSError as error:
        raise unwritable(error, name) from error
    lines = mended.splitlines()
    for line, before, after in changes:
        excerpt = lines[line - 1]
        column = max(excerpt.find(after), 0) + 1
        place = Place(line, column, column + len(after), excerpt)
        arguments: dict[str, Argument] = {"line": line, "before": before, "after": after}
        yield Diagnostic("AV831", arguments, file=name, place=place, severity="note")
    if settings.flag("verbose"):
        messages.verdict(settings, VERDICTS["fixed"], file=name)
