"""`avtalskalk check`: is the file valid, and if not, what to do about it."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import read_each
from avtalskalk.cli.errors import DONE, FAULT, FINDINGS, INVALID, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, destination, unwritable
from avtalskalk.cli.progress import shown
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import OWN_FAULT, Argument, Diagnostic, Place
from avtalskalk.features.findings import (
    FileFindings,
    documents,
    file_findings,
    findings_of_all,
    records,
)
from avtalskalk.files.workspace import FileRead
from avtalskalk.formats import write
from avtalskalk.words.help import VERDICTS


def check(
    context: typer.Context,
    paths: options.Paths = None,
    today: options.Today = None,
    jobs: options.Jobs = None,
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
    if explain:
        from avtalskalk.cli.code_page import page

        Output(output or "").write_text(page(explain, settings.language, settings.width))
        return DONE
    target, form, view = destination(settings)
    work = partial(file_findings, today=settings.today)
    read_files = read_each("check", paths, target, work, settings.jobs)
    mended = tuple(_mended(paths or (), settings)) if fix else ()
    counts: Counter[str] = Counter()

    def written(findings: Iterable[Diagnostic]) -> Iterator[bytes]:
        return write(form, documents(findings), records(findings), view)

    target.write(written(_findings(read_files, mended, counts, settings, written)))
    parts = tuple(
        messages.counted(settings, f"{severity}s", counts[severity])
        for severity in ("error", "warning")
        if counts[severity]
    )
    files = messages.counted(settings, "files", counts["file"])
    messages.verdict(settings, VERDICTS["findings" if parts else "valid"], files=files, found=parts)
    if counts[OWN_FAULT]:
        return FAULT
    if counts["error"]:
        return INVALID
    return FINDINGS if strict and counts["warning"] else DONE


def _findings(
    files: Iterable[FileRead[FileFindings]],
    mended: Iterable[Diagnostic],
    counts: Counter[str],
    settings: Settings,
    written: Callable[[Iterable[Diagnostic]], Iterable[bytes]],
) -> Iterator[Diagnostic]:
    """What was mended, and then what there is to report of each file, counted by severity.

    What is ``written`` of a file is tried first, so that a fault in it is that file's alone.
    """
    yield from mended
    # What ends the command with a code of its own is said, however quiet it must be.
    failing = ("error", "warning") if settings.flag("strict") else ("error",)
    for reported in findings_of_all(shown(files, settings)):
        of_file = reported
        try:
            deque(written(of_file) if of_file else (), maxlen=0)
        except Exception as error:  # noqa: BLE001 - nobody knows what it may be
            of_file = [messages.own_fault(error, of_file[0].file, settings)]
        counts["file"] += not any(finding.code == "AV065" for finding in of_file)
        for finding in of_file:
            # One that stands for many that are not shown.
            more = str(finding.arguments["more"]) if finding.code == "AV038" else "1"
            counts[finding.severity] += int(more)
            counts[OWN_FAULT] += finding.code == OWN_FAULT
            if not settings.quiet or finding.severity in failing:
                yield finding


def _mended(paths: Sequence[str], settings: Settings) -> Iterator[Diagnostic]:
    """Write what can be mended without guessing; a note for each change."""
    from avtalskalk.files.atomic_write import write_whole
    from avtalskalk.files.yaml_edit import with_commas_mended

    if "-" in paths:
        raise Misuse(code="AV827")
    for loaded in api.stream(paths):
        try:
            text = Path(loaded.location).read_bytes().decode("utf-8") if loaded.location else ""
        except (OSError, UnicodeDecodeError):
            continue
        mended, changes = with_commas_mended(text)
        if not changes:
            continue
        try:
            write_whole(Path(loaded.location), mended.encode("utf-8"))
        except OSError as error:
            raise unwritable(error, loaded.file) from error
        lines = mended.splitlines()
        for line, before, after in changes:
            excerpt = lines[line - 1]
            column = max(excerpt.find(after), 0) + 1
            place = Place(line, column, column + len(after), excerpt)
            arguments: dict[str, Argument] = {"line": line, "before": before, "after": after}
            yield Diagnostic("AV831", arguments, file=loaded.file, place=place, severity="note")
        if settings.flag("verbose"):
            messages.verdict(settings, VERDICTS["fixed"], file=loaded.file)
