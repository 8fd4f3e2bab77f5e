"""`avtalskalk diff`: what differs between two versions, in sentences and in money."""

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, FINDINGS, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.cli.view_options import view_options
from avtalskalk.diagnostics import AgreementError, Phrase
from avtalskalk.features.diff.compared import Diffed
from avtalskalk.features.diff.records import records
from avtalskalk.features.diff.view import documents
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.words.help import VERDICTS

_BOTH = 2


def diff(
    context: typer.Context,
    paths: options.Paths = None,
    git: Annotated[options.Text, options.option("git")] = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    exit_code: Annotated[bool, options.option("exit_code")] = False,
    unit: options.Unit = None,
    totals: options.Totals = None,
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
    """Compare two versions; nothing is written unless both are sound."""
    settings = resolve(context)
    paths = paths or []
    target = Output(output or "")
    form = file_format(settings)
    options = view_options(settings, form)
    old, new = _versions(paths, settings)
    found = [*old, *new]
    for loaded in found:
        messages.findings(loaded.diagnostics, settings)
    wrong = sum(loaded.agreement is None for loaded in found)
    if wrong:
        counted = messages.counted(settings, "files", wrong)
        messages.verdict(settings, VERDICTS["nothing_written"], files=counted, all=str(len(found)))
        return INVALID
    diffed = api.diff(
        old,
        new,
        settings.years,
        options.basis,
        today=settings.today,
        assume_extended=settings.flag("assume_extended"),
    )
    _refuse_wrong_years(diffed)
    for one in diffed:
        _say_not_compared(one, settings)
    target.write(write(form, documents(diffed, options), records(diffed, options), options))
    return FINDINGS if settings.flag("exit_code") and any(one.differs for one in diffed) else DONE


def _versions(paths: Sequence[str], settings: Settings) -> tuple[list[Loaded], list[Loaded]]:
    """The old and the new version: two paths, or one at a revision and as it is now."""
    revision = settings.given.get("git")
    if revision is None:
        if len(paths) != _BOTH:
            raise Misuse(code="AV897")
        return _read(paths[0]), _read(paths[1])
    if len(paths) != 1 or paths[0] == "-":
        raise Misuse(code="AV897")
    try:
        old = api.stream_at(revision, paths[0])
    except AgreementError as error:
        raise Invalid(*error.diagnostics) from error
    return old, _read(paths[0])


def _read(path: str) -> list[Loaded]:
    return list(api.stream([path], stdin=sys.stdin.buffer))


def _refuse_wrong_years(diffed: Iterable[Diffed]) -> None:
    """What is wrong may show only when a year is worked out: a hole in a key, say."""
    for one in diffed:
        comparison = one.compared.comparison if one.compared else None
        statements = comparison.statements if comparison else ()
        errors = dict.fromkeys(
            found
            for statement in statements
            for found in statement.diagnostics
            if found.severity == "error"
        )
        if errors:
            raise Invalid(*errors)


def _say_not_compared(one: Diffed, settings: Settings) -> None:
    """Say for which years the amounts are not compared, and why."""
    comparison = one.compared.comparison if one.compared else None
    if one.endless:
        messages.note(settings, "AV809", agreement=one.name)
    elif comparison:
        in_force = {each.year for each in comparison.statements if each.in_force}
        unused = [each.year for each in comparison.after if each.year not in in_force]
        if unused:
            messages.note(settings, "AV822", agreement=one.name, years=tuple(unused))
    elif one.compared:
        messages.note(settings, "AV821", agreement=one.name, basis=Phrase(settings["basis"]))
