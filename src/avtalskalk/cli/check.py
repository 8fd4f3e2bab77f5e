"""`avtalskalk check`: is the file valid, and if not, what to do about it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import read
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.exit_codes import DONE, FAULT, FINDINGS, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format, unwritable
from avtalskalk.cli.progress import shown
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.cli.view_options import view_options
from avtalskalk.diagnostics import OWN_FAULT, Argument, Diagnostic, Place
from avtalskalk.features.findings import findings_of_all
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.report.findings import documents, records
from avtalskalk.words.help import VERDICTS


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
    if explain:
        from avtalskalk.cli.code_page import page

        Output(output or "").write_text(page(explain, settings.language, settings.width))
        return DONE
    target = Output(output or "")
    loaded = read("check", paths, target)
    form = file_format(settings)
    view = view_options(settings, form)
    mended = tuple(_mend(paths or (), settings)) if fix else ()
    counts: Counter[str] = Counter()
    findings = _findings(loaded, mended, counts, settings)
    target.write(write(form, documents(findings), records(findings), view))
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
    agreements: Iterable[Loaded],
    mended: Iterable[Diagnostic],
    counts: Counter[str],
    settings: Settings,
) -> Iterator[Diagnostic]:
    """What was mended, and then what there is to report of each file, counted by severity."""
    yield from mended
    # What ends the command with a code of its own is said, however quiet it must be.
    failing = ("error", "warning") if settings.flag("strict") else ("error",)
    for of_file in findings_of_all(shown(agreements, settings), today=settings.today):
        counts["file"] += not any(finding.code == "AV065" for finding in of_file)
        for finding in of_file:
            # One that stands for many that are not shown.
            more = str(finding.arguments["more"]) if finding.code == "AV038" else "1"
            counts[finding.severity] += int(more)
            counts[OWN_FAULT] += finding.code == OWN_FAULT
            if not settings.quiet or finding.severity in failing:
                yield finding


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
