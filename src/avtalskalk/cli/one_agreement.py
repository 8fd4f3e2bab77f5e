"""The one agreement that a command is about."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from avtalskalk import api
from avtalskalk.cli import messages
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.reading_option import ALL, Sought
from avtalskalk.cli.settings import Settings
from avtalskalk.diagnostics import AgreementError, Path
from avtalskalk.files.workspace import Loaded
from avtalskalk.words.help import VERDICTS

if TYPE_CHECKING:
    from avtalskalk.features.whatif.scenarios import ScenarioFile


def only_agreement(command: str, paths: Sequence[str], settings: Settings) -> Loaded | None:
    """The agreement that the paths lead to, as the reading asked for; None where it is wrong.

    What is said of it is said; several agreements, or all readings, are refused.
    """
    if not paths:
        raise Misuse(code="AV805", command=command)
    sought = Sought(settings.text("reading"))
    if sought.reading == ALL:
        raise Misuse(code="AV824", first=f"--reading {ALL}", second=command)
    found = list(api.stream(paths, stdin=sys.stdin.buffer))
    for one in found:
        messages.findings(one.diagnostics, settings)
    wrong = sum(one.agreement is None for one in found)
    if wrong:
        files = messages.counted(settings, "files", wrong)
        messages.verdict(settings, VERDICTS["nothing_written"], files=files, all=str(len(found)))
        return None
    if len(found) != 1:
        raise Misuse(code="AV858", command=command, count=len(found))
    loaded = sought.under(found[0])
    sought.finish(settings)
    return loaded


def placed(loaded: Loaded, error: AgreementError) -> Invalid:
    """What is wrong with an agreement as it is tried, at its place in the file or the option."""
    found = error.diagnostics
    return Invalid(*(one if _is_option(one.path) else loaded.placed(one) for one in found))


def _is_option(path: Path) -> bool:
    """Whether something is wrong in an option, which stands in no file."""
    return str(path[:1] and path[0]).startswith("--")


def misused(error: AgreementError) -> Misuse:
    """What is wrong with an option that tells of the agreement, as a slip in the command."""
    first = error.diagnostics[0]
    return Misuse(first.code, **first.arguments)


def scenarios(loaded: Loaded, settings: Settings) -> "list[ScenarioFile]":
    """The scenarios asked for; one that cannot be read is said with its place."""
    found = [api.scenario(name, loaded) for name in settings.many("scenario")]
    wrong = [one for each in found for one in each.diagnostics if one.severity == "error"]
    if wrong:
        raise Invalid(*wrong)
    return found
