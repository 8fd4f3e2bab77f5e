"""How figures are shown, as the options say that every command with figures takes."""

import sys
from typing import cast

from avtalskalk import __version__
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.settings import Settings
from avtalskalk.model.statement import Basis
from avtalskalk.report.options import Dialect, Options, Unit


def looks(settings: Settings, form: str) -> Options:
    """What a writer needs to know; options that do nothing in the format are refused."""
    for name, forms in (("dialect", {"csv"}), ("unit", {"table", "md"})):
        if settings.chosen[name].origin == "flag" and form not in forms:
            raise Misuse(code="AV828", option=f"--{name}", format=form)
    return Options(
        language=settings.language,
        basis=cast("Basis", settings["basis"]),
        unit=cast("Unit | None", settings["unit"] or None),
        party=settings.many("party"),
        item=settings.many("item"),
        width=settings.width,
        color=settings.colored(sys.stdout) and not settings.text("output"),
        dialect=cast("Dialect", settings["dialect"]),
        version=__version__,
    )
