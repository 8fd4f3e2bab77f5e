"""`avtalskalk diff`: what differs between two versions, in sentences and in money."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import agreements_of, naming, read
from avtalskalk.cli.errors import DONE, FINDINGS, INVALID, Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, destination
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import Phrase
from avtalskalk.features.diff.compared import Diffed, paired
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
    rounding: options.Rounding = None,
    decimals: options.Decimals = None,
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
    target, form, view = destination(settings)
    old, new = _versions(paths or [], settings, target)
    for loaded in (*old, *new):
        if loaded.belongs_to_others:
            raise Invalid(*loaded.diagnostics)
    agreements = agreements_of((*old, *new), settings)
    valid = list(agreements)
    if agreements.stopped:
        return INVALID
    sides = valid[: len(old)], valid[len(old) :]

    def written(diffed: Sequence[Diffed]) -> Iterator[bytes]:
        return write(form, documents(diffed, view), records(diffed, view), view)

    diffed: list[Diffed] = []
    for before, after in paired(*sides):
        versions = [version for version in (after, before) if version]
        with naming(versions[0].file, settings):
            pair = ([before] if before else []), ([after] if after else [])
            diffed += api.diff(*pair, settings.years, settings.basis, **settings.question)
            deque(written(diffed[-1:]), maxlen=0)
    for agreement in diffed:
        # What is wrong may show only when a year is worked out: a hole in a key, say.
        comparison = agreement.comparison
        statements = comparison.statements if comparison else ()
        diagnostics = (d for statement in statements for d in statement.diagnostics)
        errors = {(d.code, d.path): d for d in diagnostics if d.severity == "error"}
        if errors:
            raise Invalid(*errors.values())
    for agreement in diffed:
        comparison = agreement.comparison
        if agreement.endless:
            messages.note(settings, "AV809", agreement=agreement.name)
        elif comparison:
            in_force = {statement.year for statement in comparison.statements if statement.in_force}
            compared_years = dict.fromkeys(statement.year for statement in comparison.statements)
            outside = tuple(year for year in compared_years if year not in in_force)
            if outside:
                messages.note(settings, "AV822", agreement=agreement.name, years=outside)
        elif agreement.compared:
            messages.note(settings, "AV821", agreement=agreement.name, basis=Phrase(settings.basis))
    target.write(written(diffed))
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
    return api.stream_at(revision, paths[0]), list(read("diff", paths, target))
