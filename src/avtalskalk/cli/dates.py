"""`avtalskalk dates`: what falls due."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.agreements import agreements_of, read, write_result
from avtalskalk.cli.errors import DONE, FINDINGS, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination
from avtalskalk.cli.settings import resolve
from avtalskalk.features.calendar.due import Calendar
from avtalskalk.features.calendar.view import documents, records
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.report.records import with_skipped

_A_YEAR = 365
_MOST_DAYS = 36_500


def dates(
    context: typer.Context,
    paths: options.Paths = None,
    within: Annotated[options.Text, options.option("within")] = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
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
    """Write all days from today on; exit 1 where something is within the days asked for."""
    settings = resolve(context)
    target, form, view = destination(settings)
    agreements = agreements_of(read("dates", paths, target), settings)
    first = settings.today
    days = _days(within) if within else _A_YEAR
    last = first + min(timedelta(days=days), date.max - first)
    near = False

    def of_agreement(loaded: Loaded) -> Iterator[Calendar]:
        """An agreement's days; one that has none in the time is a result, too."""
        nonlocal near
        calendar = api.dates(loaded, first, last, assume_extended=assume_extended)
        agreements.results += 1
        near = near or bool(within and calendar.days)
        yield calendar

    def written(calendars: Iterable[Calendar]) -> Iterator[bytes]:
        rows = with_skipped(records(calendars, first, last, view.language), agreements.skipped)
        return write(form, documents(calendars, first, last, view), rows, view)

    code = write_result(agreements, target, written(agreements.each(of_agreement, written)))
    return code or (FINDINGS if near else DONE)


def _days(within: str) -> int:
    """A number of days as an option has it: ``90d``, or ``90``."""
    match = re.fullmatch(r"([0-9]{1,5})\s*d?", within.strip())
    if match is None or not 0 < int(match[1]) <= _MOST_DAYS:
        raise Misuse(
            code="AV118", key="--within", value=within, least=1, most=_MOST_DAYS, least_of_all=""
        )
    return int(match[1])
