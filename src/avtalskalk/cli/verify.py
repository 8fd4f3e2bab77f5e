"""`avtalskalk verify`: does a sealed result come out again, and if not, what has changed?"""

import json
import sys
from typing import Annotated

import typer

from avtalskalk import __version__, api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, FINDINGS
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.seal.seal import Recalculated, as_fingerprint
from avtalskalk.report.options import Options
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
    try:
        found = api.verify(*paths, fingerprint=given)
    except AgreementError as error:
        raise Invalid(*error.diagnostics) from error
    target.write_text(_written(found, form, settings, confirmed=bool(given)))
    if target.file or form == "json":
        # Otherwise the result says so itself.
        messages.verdict(settings, VERDICTS["reproduced" if found.reproduced else "not_reproduced"])
    return DONE if found.reproduced else FINDINGS


def _written(found: Recalculated, form: str, settings: Settings, *, confirmed: bool) -> str:
    """What came out, in the format."""
    from avtalskalk.features.seal.view import document, record

    if form == "json":
        head = {"schema": "avtalskalk/verification/1", "version": __version__}
        whole = {**head, **record(found, confirmed=confirmed)}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    colored = settings.colored(sys.stdout) and not settings.text("output")
    options = Options(settings.language, width=settings.width, color=colored)
    return api.render(document(found, options, confirmed=confirmed), form, options)
