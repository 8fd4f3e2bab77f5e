"""`avtalskalk diff`: what differs between two versions, in sentences and in money."""

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import Agreements, read
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

_TWO = 2


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
    """Compare two versions; nothing is written unless both are valid."""
    settings = resolve(context)
    target = Output(output or "")
    form = file_format(settings)
    view = view_options(settings, form)
    old, new = _versions(paths or [], settings, target)
    for loaded in (*old, *new):
        if loaded.belongs_to_others:
            raise Invalid(*loaded.diagnostics)
    agreements = Agreements((*old, *new), settings)
    valid = list(agreements)
    if agreements.stopped:
        return INVALID
    sides = valid[: len(old)], valid[len(old) :]
    diffed = api.diff(*sides, settings.years, settings.basis, **settings.question)
    _refuse_wrong_years(diffed)
    for agreement in diffed:
        _note_what_is_not_compared(agreement, settings)
    target.write(write(form, documents(diffed, view), records(diffed, view), view))
    return FINDINGS if exit_code and any(agreement.differs for agreement in diffed) else DONE


def _versions(
    paths: Sequence[str], settings: Settings, target: Output
) -> tuple[list[Loaded], list[Loaded]]:
    """The old and the new version: two paths, or one at a revision and as it is now."""
    revision = settings.given.get("git")
    if revision is None:
        if len(paths) != _TWO:
            raise Misuse(code="AV897")
        old, new = (list(read("diff", [path], target)) for path in paths)
        return old, new
    if len(paths) != 1 or paths[0] == "-":
        raise Misuse(code="AV897")
    try:
        old = api.stream_at(revision, paths[0])
    except AgreementError as error:
        raise Invalid(*error.diagnostics) from error
    return old, list(read("diff", paths, target))


def _refuse_wrong_years(diffed: Iterable[Diffed]) -> None:
    """What is wrong may show only when a year is worked out: a hole in a key, say."""
    for agreement in diffed:
        comparison = agreement.compared.comparison if agreement.compared else None
        errors = {
            (diagnostic.code, diagnostic.path): diagnostic
            for statement in (comparison.statements if comparison else ())
            for diagnostic in statement.diagnostics
            if diagnostic.severity == "error"
        }
        if errors:
            raise Invalid(*errors.values())


def _note_what_is_not_compared(diffed: Diffed, settings: Settings) -> None:
    """Say for which years the amounts are not compared, and why."""
    comparison = diffed.compared.comparison if diffed.compared else None
    if diffed.endless:
        messages.note(settings, "AV809", agreement=diffed.name)
    elif comparison:
        in_force = {statement.year for statement in comparison.statements if statement.in_force}
        outside = tuple(s.year for s in comparison.after if s.year not in in_force)
        if outside:
            messages.note(settings, "AV822", agreement=diffed.name, years=outside)
    elif diffed.compared:
        messages.note(settings, "AV821", agreement=diffed.name, basis=Phrase(settings.basis))
