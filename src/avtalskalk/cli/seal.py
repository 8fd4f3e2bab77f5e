"""`avtalskalk seal`: a result that must stand for years, and a fingerprint for the minutes."""

from collections.abc import Sequence
from typing import cast

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options, streams
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output
from avtalskalk.cli.progress import shown
from avtalskalk.cli.reading_option import ALL, Sought
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import AgreementError, Diagnostic, Phrase
from avtalskalk.features.seal.seal import How
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Basis
from avtalskalk.words.help import VERDICTS

_MOST_NAMED = 5


def seal(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    output: options.Output = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Seal what all agreements come to; nothing is written unless all are sound."""
    settings = resolve(context)
    paths = paths or []
    if not paths:
        raise Misuse(code="AV805", command="seal")
    if "-" in paths:
        raise Misuse(code="AV888", command="seal")
    sought = Sought(settings.text("reading"))
    if sought.reading == ALL:
        raise Misuse(code="AV873", command="seal")
    # What has been sealed is never written over.
    target = Output(output or "", new=True)
    how = How(
        cast("Basis", settings["basis"]),
        settings.years,
        settings.today,
        settings.flag("assume_extended"),
    )
    computed: list[api.Computed] = []
    files = wrong = 0
    for loaded in shown(api.stream(paths), settings):
        files += 1
        messages.findings(loaded.diagnostics, settings)
        if loaded.agreement is None:
            wrong += 1
        elif not wrong:
            computed.append(_computed(sought.under(loaded), how, settings))
    if wrong:
        counted = messages.counted(settings, "files", wrong)
        messages.verdict(settings, VERDICTS["nothing_written"], files=counted, all=str(files))
        return INVALID
    sought.finish(settings)
    _seal(computed, how, target, settings)
    return DONE


def _computed(loaded: Loaded, how: How, settings: Settings) -> api.Computed:
    """What an agreement comes to; what is odd about that is said."""
    computed = api.compute(
        loaded, how.years, how.basis, today=how.today, assume_extended=how.assume_extended
    )
    if computed.endless:
        raise Misuse(code="AV809", agreement=computed.name)
    if not computed.statements:
        messages.note(settings, "AV821", agreement=computed.name, basis=Phrase(how.basis))
    unused = tuple(one.year for one in computed.statements if not one.in_force)
    if unused:
        messages.note(settings, "AV822", agreement=computed.name, years=unused)
    return computed


def _seal(computed: Sequence[api.Computed], how: How, output: Output, settings: Settings) -> None:
    """Write the seal, and its fingerprint where that is not in the way of it."""
    try:
        sealed = api.sealed(computed, how)
    except AgreementError as error:
        raise Invalid(*error.diagnostics) from error
    _say_missing(computed, settings)
    output.write([sealed.content])
    fingerprint = sealed.seal.fingerprint
    if output.file is None:
        messages.verdict(settings, VERDICTS["sealed_out"], fingerprint=fingerprint)
        return
    streams.write(f"{fingerprint}\n".encode())
    agreements = messages.counted(settings, "agreements", len(sealed.seal.agreements))
    file = output.file.as_posix()
    messages.verdict(settings, VERDICTS["sealed"], agreements=agreements, file=file)


def _say_missing(computed: Sequence[api.Computed], settings: Settings) -> None:
    """Warn that the result is incomplete, if it is."""
    missing = (each for one in computed for s in one.statements for each in s.missing)
    figures = tuple(dict.fromkeys(f"{each.agreement}: {each.what}" for each in missing))
    if figures:
        more = ("…",) if len(figures) > _MOST_NAMED else ()
        named = (*figures[:_MOST_NAMED], *more)
        messages.findings([Diagnostic("AV941", {"figures": named}, severity="warning")], settings)
