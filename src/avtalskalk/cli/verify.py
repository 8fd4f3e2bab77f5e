"""`avtalskalk verify`: does a sealed result come out again, and if not, what has changed?"""

from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, FINDINGS
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.settings import resolve
from avtalskalk.cli.view_options import view_options
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.seal.records import records
from avtalskalk.features.seal.seal import as_fingerprint
from avtalskalk.features.seal.view import document
from avtalskalk.formats import RECORD_FORMATS, write
from avtalskalk.words.help import VERDICTS


def verify(
    context: typer.Context,
    paths: Annotated[options.Texts, typer.Argument()] = None,
    fingerprint: Annotated[options.Text, options.option("fingerprint")] = None,
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
    """Work a sealed result out again and write what came out; what cannot be used ends it."""
    settings = resolve(context)
    paths = paths or []
    if len(paths) not in (1, 2) or "" in paths:
        raise Misuse(code="AV940")
    given = settings.text("fingerprint")
    if given and as_fingerprint(given) is None:
        raise Misuse(code="AV934", given=given)
    target = Output(output or "")
    # What has been sealed is never written over.
    target.refuse(paths[0])
    form = file_format(settings)
    options = view_options(settings, form)
    try:
        found = api.verify(*paths, fingerprint=given)
    except AgreementError as error:
        raise Invalid(*error.diagnostics) from error
    confirmed = bool(given)
    documents = [document(found, options, confirmed=confirmed)]
    target.write(write(form, documents, records(found, confirmed=confirmed), options))
    if target.file or form in RECORD_FORMATS:
        # Otherwise the result says so itself.
        messages.verdict(settings, VERDICTS["reproduced" if found.reproduced else "not_reproduced"])
    return DONE if found.reproduced else FINDINGS
