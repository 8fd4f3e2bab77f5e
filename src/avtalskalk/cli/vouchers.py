"""`avtalskalk vouchers`: what a year's bills or its final settlement are booked as."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, cast

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options, streams
from avtalskalk.cli.agreements import (
    agreements_of,
    chosen_ids,
    nothing_left,
    payers_of,
    read,
    write_result,
)
from avtalskalk.cli.errors import INVALID, Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format, view_options
from avtalskalk.cli.settings import Settings, a_date, resolve
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.vouchers.records import records
from avtalskalk.features.vouchers.view import documents, notes_of
from avtalskalk.features.vouchers.vouchers import LegalBody, Of, Vouchers, of_bodies
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write, write_records
from avtalskalk.formats.sie import replacements
from avtalskalk.model.accounting import HOST_KEY
from avtalskalk.model.agreement import Body
from avtalskalk.model.statement import Basis, Payer
from avtalskalk.report.options import Options
from avtalskalk.report.records import with_skipped
from avtalskalk.words.help import VERDICTS

_SIE = "sie"


def vouchers(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    of: Annotated[options.Text, options.option("of")] = None,
    party: options.Party = None,
    day: Annotated[options.Text, options.option("day")] = None,
    reading: options.Reading = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
    totals: options.Totals = None,
    format: options.Format = None,
    output: options.Output = None,
    dialect: options.Dialect = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Book all agreements' years; nothing is written unless all are valid.

    A folder gets a SIE file for each legal body.
    """
    settings = resolve(context)
    folder = Path(output) if output and Path(output).is_dir() else None
    if folder and settings.chosen["format"].origin == "flag" and settings["format"] != _SIE:
        raise Misuse(code="AV813", given=str(output), format=settings["format"])
    target = Output("" if folder else output or "")
    form = _SIE if folder else file_format(settings)
    view = view_options(settings, form)
    what = cast("Of", of or "invoices")
    on = a_date(day, "--date") if day else None
    agreements = agreements_of(read("vouchers", paths, target), settings)
    view = agreements.with_bodies(view, hosts=_host_of)
    basis: Basis = "budget" if what == "invoices" else "actual"

    def of_agreement(loaded: Loaded) -> Iterator[Vouchers]:
        """An agreement's years, booked."""
        assert loaded.agreement is not None  # noqa: S101 - only valid agreements come here
        parties = chosen_ids((*payers_of(loaded.agreement), *_host_of(loaded)), view)
        years = agreements.compute(loaded, basis).years
        results = api.vouchers(loaded, years, what, parties=parties, day=on, **settings.question)
        if agreements.accept(loaded, [side for year in results for side in year.statements]):
            yield from results

    def written(results: Iterable[Vouchers]) -> Iterator[bytes]:
        rows = with_skipped(records(results, what, view.language), agreements.skipped)
        return write(form, documents(results, view), rows, view)

    # Where files are written for several, a fault could not be told to be an agreement's.
    years_booked = agreements.each(of_agreement, written, tried=form == _SIE)
    nothing = partial(nothing_left, settings, basis=basis)
    if form != _SIE:
        return write_result(agreements, target, written(years_booked), nothing)
    booked = list(years_booked)
    if agreements.stopped:
        return INVALID
    agreements.refuse_unknown_names()
    if not agreements.results:
        raise nothing()
    say_notes(booked, settings)
    files = files_of(of_bodies(booked), folder, target)
    for file in files.values():
        file.refuse(*agreements.locations)
    write_files(booked, what, files, view, settings)
    return agreements.exit_code()


def _host_of(loaded: Loaded) -> list[Payer]:
    """A host that is no party, as `accounting` names it."""
    host = loaded.agreement.host if loaded.agreement else None
    return [Payer(HOST_KEY, host.name, host.org_no)] if isinstance(host, Body) else []


def say_notes(booked: Iterable[Vouchers], settings: Settings) -> None:
    """Say what stands below a table: a SIE file has no room for it."""
    for year in booked if not settings.quiet else ():
        for text in notes_of(year, settings.language):
            streams.talk(f"{year.heading.title} {year.year}: {text}")


def files_of(
    bodies: Mapping[LegalBody, Sequence[Vouchers]], folder: Path | None, target: Output
) -> dict[LegalBody, Output]:
    """A file for each legal body in a folder; without one there must be a single body."""
    names = tuple(body.name for body in bodies)
    if not bodies or (len(bodies) > 1 and not folder):
        raise Invalid(Diagnostic("AV867", {"count": len(names), "bodies": names}))
    parties = [body.party for body in bodies]
    taken: dict[str, LegalBody] = {}
    files: dict[LegalBody, Output] = {}
    for body, years in bodies.items():
        name = body.party
        if parties.count(name) > 1:
            name = f"{years[0].heading.agreement}-{name}"
        # Two agreements may have the same id, too; and some systems do not tell `A` from `a`.
        while name.casefold() in taken:
            name = f"{name}-{len(taken)}"
        taken[name.casefold()] = body
        files[body] = Output(str(folder / f"{name}.si")) if folder else target
    return files


def write_files(
    booked: Sequence[Vouchers],
    of: Of,
    files: Mapping[LegalBody, Output],
    view: Options,
    settings: Settings,
) -> None:
    """Write each legal body's vouchers, and say what a SIE file has no room for."""
    changed: dict[str, str] = {}
    for body, years in of_bodies(booked).items():
        file = files[body]
        changed |= replacements(records(years, of, view.language))
        file.write(write_records(_SIE, records(years, of, view.language), view))
        if file.file and Path(settings.text("output")).is_dir():
            messages.verdict(settings, VERDICTS["wrote"], file=file.file.as_posix())
    if changed:
        pairs = tuple(f"`{character}` → `{instead}`" for character, instead in changed.items())
        messages.note(settings, "AV869", characters=pairs)
