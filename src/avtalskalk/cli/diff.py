"""`avtalskalk diff`: what differs between two versions, in sentences and in money."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, Any, Final

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import (
    AgreementFile,
    Agreements,
    agreement_file,
    naming,
    work_on,
)
from avtalskalk.cli.errors import DONE, FINDINGS, INVALID, Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, destination
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import Diagnostic, Phrase
from avtalskalk.features.diff.compared import Diffed, Pair, paired
from avtalskalk.features.diff.records import records
from avtalskalk.features.diff.view import documents
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.model.statement import Basis
from avtalskalk.report.records import with_skipped

_TWO = 2
_ALONE = 1
"""Both versions are sent whole between processes, which takes as long as to compare them."""


def diff(
    context: typer.Context,
    paths: options.Paths = None,
    git: Annotated[options.Text, options.option("git")] = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
    jobs: options.Jobs = None,
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
    for file in (*old, *new):
        if file.belongs_to_others:
            raise Invalid(*file.diagnostics)
    agreements = Agreements((*old, *new), settings)
    valid = list(agreements)
    agreements.results = len(valid)
    if agreements.stopped:
        return INVALID
    pairs = paired(
        *([loaded for of, loaded in valid if of == side] for side in _SIDES),
        whole=not agreements.wrong,
    )
    if agreements.wrong:
        pairs = _comparable(pairs, (old, new), agreements, settings)
    subjects = ((_file_of(pair), pair) for pair in pairs)

    def written(diffed: Sequence[Diffed]) -> Iterator[bytes]:
        rows = with_skipped(records(diffed, view), agreements.skipped)
        return write(form, documents(diffed, view), rows, view)

    diffed: list[Diffed] = []
    question = settings.years, settings.basis, settings.question
    for agreement in agreements.computed(partial(compared, *question), subjects, _ALONE):
        with naming(_file_of((agreement.old, agreement.new)), settings):
            deque(written([agreement]), maxlen=0)
        diffed.append(agreement)
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
    agreements.results = len(diffed)
    if agreements.stopped:
        return INVALID
    target.write(written(diffed))
    differs = exit_code and any(agreement.differs for agreement in diffed)
    return agreements.exit_code() or (FINDINGS if differs else DONE)


_SIDES: Final = ("old", "new")
_Version = tuple[str, Loaded]
"""An agreement, and which side it is on."""


def _of_side(side: str, loaded: Loaded) -> _Version:
    return side, loaded


def _file_of(pair: Pair) -> str:
    """The file that a pair is known by: the new one, if there is any."""
    old, new = pair
    version = new or old
    return version.file if version else ""


def compared(
    years: tuple[int, ...] | None, basis: Basis, how: Mapping[str, Any], pair: Pair
) -> Diffed:
    """What differs between two versions of an agreement, of which one may be lacking."""
    old, new = ([version] if version else [] for version in pair)
    (result,) = api.diff(old, new, years, basis, **how)
    # What is wrong may show only when a year is worked out: a hole in a key, say.
    statements = result.comparison.statements if result.comparison else ()
    diagnostics = (d for statement in statements for d in statement.diagnostics)
    errors = {(d.code, d.path): d for d in diagnostics if d.severity == "error"}
    if errors:
        raise Invalid(*errors.values())
    return result


def _comparable(
    pairs: Iterable[Pair],
    sides: Iterable[Sequence[AgreementFile[_Version]]],
    agreements: Agreements[_Version],
    settings: Settings,
) -> Iterator[Pair]:
    """The pairs without those whose other version may be in a file that is left out.

    It would be called new, or ended, and all of its amount a difference.
    """
    left_out = [[file for file in files if not file.valid] for files in sides]
    for pair in pairs:
        wrong = [files for version, files in zip(pair, left_out, strict=True) if version is None]
        if any(wrong):
            name = next(version.name for version in pair if version)
            finding = Diagnostic("AV836", {"agreement": name}, severity="warning")
            messages.findings([finding], settings)
            agreements.skipped.append((_file_of(pair), [finding]))
        else:
            yield pair


def _versions(
    paths: Sequence[str], settings: Settings, target: Output
) -> tuple[list[AgreementFile[_Version]], list[AgreementFile[_Version]]]:
    """The old and the new version: two paths, or one at a revision and as it is now."""

    def files(side: str, path: str) -> list[AgreementFile[_Version]]:
        return list(work_on("diff", [path], target, settings, partial(_of_side, side), _ALONE))

    revision = settings.given.get("git")
    if revision is None:
        if len(paths) != _TWO:
            raise Misuse(code="AV897")
        return files("old", paths[0]), files("new", paths[1])
    if len(paths) != 1 or paths[0] == "-":
        raise Misuse(code="AV897")
    of_file = partial(agreement_file, partial(_of_side, "old"), "", settings.years)
    old = list(map(of_file, api.stream_at(revision, paths[0])))
    return old, files("new", paths[0])
