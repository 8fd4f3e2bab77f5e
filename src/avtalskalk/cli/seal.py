"""`avtalskalk seal`: a result that must stand for years, and a fingerprint for the minutes."""

from collections.abc import Iterator
from contextlib import suppress

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options, streams
from avtalskalk.cli.agreements import ALL_READINGS, agreements_of, read, report_missing
from avtalskalk.cli.errors import DONE, INVALID, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output
from avtalskalk.cli.settings import resolve, settlement_of
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.seal.seal import How
from avtalskalk.files.workspace import Loaded
from avtalskalk.words.help import VERDICTS


def seal(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    settlement: options.Settlement = False,
    outcome: options.Outcome = None,
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
    """Seal what all agreements come to; nothing is written unless all are valid."""
    settings = resolve(context)
    if "-" in (paths or ()):
        raise Misuse(code="AV888", command="seal")
    if reading == ALL_READINGS:
        raise Misuse(code="AV873", command="seal")
    # What has been sealed is never written over.
    target = Output(output or "", new=True)
    agreements = agreements_of(read("seal", paths, target), settings)
    basis = settlement_of(settings) or settings.basis
    how = How(basis, settings.years, settings.today, assume_extended, settlement)

    def computed_of(loaded: Loaded) -> Iterator[api.Computed]:
        computed = agreements.compute(loaded, basis)
        # By itself first, so that a fault in sealing it names its file.
        with suppress(AgreementError):
            api.sealed([computed], how)
        yield computed

    computed = list(agreements.each(computed_of))
    if agreements.stopped:
        return INVALID
    agreements.refuse_unknown_names()
    sealed = api.sealed(computed, how)
    statements = [statement for result in computed for statement in result.statements]
    if settlement:
        budgets = (api.calculate(c.loaded, c.years, **settings.question) for c in computed)
        statements += [statement for of_agreement in budgets for statement in of_agreement]
    report_missing(statements, "warning", settings)
    target.write([sealed.content])
    fingerprint = sealed.seal.fingerprint
    if target.file is None:
        # The result stands on the screen already.
        messages.verdict(settings, VERDICTS["sealed_out"], fingerprint=fingerprint)
        return DONE
    streams.write(f"{fingerprint}\n".encode())
    count = messages.counted(settings, "agreements", len(sealed.seal.agreements))
    file = target.file.as_posix()
    messages.verdict(settings, VERDICTS["sealed"], agreements=count, file=file)
    return DONE
