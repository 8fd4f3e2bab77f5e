"""`avtalskalk verify`: does a sealed result come out again, and if not, what has changed?"""

from pathlib import Path
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import naming
from avtalskalk.cli.errors import DONE, FINDINGS, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination
from avtalskalk.cli.settings import resolve
from avtalskalk.features.seal.records import records
from avtalskalk.features.seal.seal import as_fingerprint
from avtalskalk.features.seal.view import document
from avtalskalk.formats import RECORD_FORMATS, write
from avtalskalk.words.help import VERDICTS

_MOST_PATHS = 2


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
    if not paths or len(paths) > _MOST_PATHS or "" in paths:
        raise Misuse(code="AV940")
    if fingerprint and as_fingerprint(fingerprint) is None:
        raise Misuse(code="AV934", given=fingerprint)
    target, form, view = destination(settings)
    target.refuse(paths[0])
    confirmed = bool(fingerprint)
    with naming(paths[0], settings):
        again = api.verify(*paths, fingerprint=fingerprint or "")
        target.refuse(*(str(Path(again.folder, file.now)) for file in again.files))
        documents = [document(again, view, confirmed=confirmed)]
        target.write(write(form, documents, records(again, confirmed=confirmed), view))
    if target.file or form in RECORD_FORMATS:
        # Otherwise the result says so itself.
        messages.verdict(settings, VERDICTS["reproduced" if again.reproduced else "not_reproduced"])
    return DONE if again.reproduced else FINDINGS
