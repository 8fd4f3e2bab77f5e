"""How a result is shown, as the options say that commands with results take."""

import sys
from collections.abc import Iterator
from typing import cast

from avtalskalk import __version__
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.options import OPTIONS
from avtalskalk.cli.settings import Settings
from avtalskalk.formats import DOCUMENTS
from avtalskalk.model.statement import Basis
from avtalskalk.report.options import By, Dialect, Options, Unit

# The options that do nothing in other formats than these.
_ONLY_IN = {"dialect": ("csv",), "unit": DOCUMENTS}

# What a result answers: the options under these headings of `--help`, and of those that show it.
_QUESTION = ("change", "choose")
_SHOWN = ("by", "totals", "depth")


def view_options(settings: Settings, form: str) -> Options:
    """What views and formats need to know; options that do nothing in the format are refused.

    What a command has no option for is as usual.
    """
    for name, forms in _ONLY_IN.items():
        if name in settings.chosen and settings.chosen[name].origin == "flag" and form not in forms:
            raise Misuse(code="AV828", option=f"--{name}", format=form)

    def chosen(name: str, usual: str = "") -> str:
        return settings[name] if name in settings.chosen else usual

    return Options(
        language=settings.language,
        basis=cast("Basis", chosen("basis", "budget")),
        unit=cast("Unit | None", chosen("unit") or None),
        by=cast("By | None", chosen("by") or None),
        party=settings.many("party"),
        item=settings.many("item"),
        totals=settings.totals if "totals" in settings.chosen else True,
        width=settings.width,
        color=settings.colored(sys.stdout) and not settings.text("output"),
        dialect=cast("Dialect", chosen("dialect", "plain")),
        version=__version__,
        today=settings.today if "today" in settings.chosen else None,
        asked=dict(_asked(settings)) if form == "json" else {},
    )


def _asked(settings: Settings) -> Iterator[tuple[str, object]]:
    """What was asked, by the options' names, also where nothing was said of an option.

    With it a result can be had again; the paths are among what it rests on.
    """
    for name, option in OPTIONS.items():
        if name not in settings.given or not (option.panel in _QUESTION or name in _SHOWN):
            continue
        key = option.long.removeprefix("--").replace("-", "_")
        if name == "today":
            yield key, str(settings.today)
        elif name == "years" or (name == "year" and "years" not in settings.given):
            yield "years", [str(year) for year in settings.years] if settings.years else None
        elif name in settings.chosen:
            yield key, settings.totals if name == "totals" else settings[name] or None
        elif name != "year":
            value = settings.given[name]
            yield key, list(value) if isinstance(value, list | tuple) else value
