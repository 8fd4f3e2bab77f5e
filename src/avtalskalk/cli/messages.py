"""What a command says beside its result: findings, notes and verdicts, on stderr."""

import sys
from collections.abc import Iterable

from avtalskalk.cli import streams
from avtalskalk.cli.settings import Settings
from avtalskalk.diagnostics import Argument, Diagnostic, fault
from avtalskalk.words import Both
from avtalskalk.words.formats import fill
from avtalskalk.words.help import VERDICTS


def findings(diagnostics: Iterable[Diagnostic], settings: Settings) -> None:
    """Report findings; with ``-q`` errors alone."""
    for finding in diagnostics:
        if finding.severity == "error" or not settings.quiet:
            streams.talk(layout(finding, settings).rstrip("\n"))


def own_fault(error: Exception, file: str, settings: Settings) -> Diagnostic:
    """A fault of our own in the work on a file; the traceback is said with ``-v``."""
    if settings.flag("verbose"):
        from traceback import format_exception

        streams.talk("".join(format_exception(error)).rstrip("\n"))
    return fault(error, file)


def note(settings: Settings, code: str, **arguments: Argument) -> None:
    """Report something that is for information."""
    findings([Diagnostic(code, arguments, severity="note")], settings)


def verdict(settings: Settings, sentence: Both, **arguments: Argument) -> None:
    """Say how it went."""
    if not settings.quiet:
        text = fill(sentence.text(settings.language), arguments, settings.language)
        streams.talk(text[:1].upper() + text[1:])


def counted(settings: Settings, what: str, count: int) -> str:
    """A number of things: ``one file``, ``4 files``."""
    key = f"one_{what.removesuffix('s')}" if count == 1 else what
    return VERDICTS[key].text(settings.language).replace("{count}", str(count))


def layout(diagnostic: Diagnostic, settings: Settings, *, colored: bool | None = None) -> str:
    """A finding in the one layout of messages, coloured for the screen that it goes to."""
    from avtalskalk.formats.terminal import message
    from avtalskalk.report.options import Options

    if colored is None:
        colored = settings.colored(sys.stderr)
    options = Options(settings.language, width=settings.width, color=colored)
    return message(diagnostic, options)
