"""`avtalskalk diff`: what differs between two versions, in sentences and in money."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, cast

import typer

from avtalskalk import __version__, api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, FINDINGS, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import AgreementError, Phrase
from avtalskalk.features.diff import view
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats.comparison import Documents, Json
from avtalskalk.model.statement import Basis
from avtalskalk.report.comparison_view import Beside, Scenario
from avtalskalk.report.options import Options, Unit
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
    if form == "json" and settings.chosen["unit"].origin == "flag":
        raise Misuse(code="AV828", option="--unit", format=form)
    options = _options(settings)
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
    target.write(_json(diffed, options) if form == "json" else _documents(diffed, options, form))
    return FINDINGS if settings.flag("exit_code") and any(one.differs for one in diffed) else DONE


def _options(settings: Settings) -> Options:
    return Options(
        language=settings.language,
        basis=cast("Basis", settings["basis"]),
        unit=cast("Unit | None", settings["unit"] or None),
        totals=settings.totals,
        width=settings.width,
        color=settings.colored(sys.stdout) and not settings.text("output"),
        version=__version__,
        today=settings.today,
    )


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


def _refuse_wrong_years(diffed: Iterable[api.Diffed]) -> None:
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


def _say_not_compared(one: api.Diffed, settings: Settings) -> None:
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


def _documents(diffed: Sequence[api.Diffed], options: Options, form: str) -> Iterator[bytes]:
    """Each agreement that differs, and a sentence for those that do not."""
    writer = Documents(options, markdown=form == "md")
    for one in diffed:
        if one.compared and (one.differs or len(diffed) == 1):
            writer.put(view.document(one.compared, options, one.place).blocks)
        elif one.compared is None:
            known = one.new or one.old
            title = known.agreement.title if known and known.agreement else one.name
            writer.put(view.alone(title, new=one.new is not None, options=options))
    alike = sum(not one.differs for one in diffed)
    if alike and len(diffed) > 1:
        writer.put(view.alike(alike, every=alike == len(diffed), options=options))
    return writer.finish()


def _json(diffed: Sequence[api.Diffed], options: Options) -> Iterator[bytes]:
    """Every agreement, what differs in each, and its amounts before and after."""
    writer = Json(options, "avtalskalk/diff/1")
    for one in diffed:
        change = "changed" if one.differs else "same"
        if one.compared is None:
            change = "added" if one.new else "removed"
        files = {"old": one.old.file if one.old else None, "new": one.new.file if one.new else None}
        writer.put("agreements", [{"agreement": one.name, "change": change, **files}])
        if one.compared:
            writer.put("differences", view.records(one.compared, one.place))
            comparison = one.compared.comparison
            if comparison:
                writer.add(Beside((Scenario("", "", comparison),)))
    return writer.finish()
