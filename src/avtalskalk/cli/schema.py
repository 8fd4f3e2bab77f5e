"""`avtalskalk schema`: the JSON Schema of agreements, or of a report's layouts."""

import json
from typing import Annotated, Literal, cast

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.errors import DONE
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output
from avtalskalk.cli.settings import resolve


def schema(
    context: typer.Context,
    schema_of: Annotated[options.Text, options.option("schema_of")] = None,
    output: options.Output = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Print the schema, or write it to a file."""
    settings = resolve(context)
    target = Output(output or "")
    of = cast("Literal['agreement', 'layout']", schema_of or "agreement")
    # A file that is kept must not change with the computer: another language is asked for.
    asked = settings.chosen["lang"].origin not in {"locale", "default"}
    schema = api.schema(settings.language if asked else "en", of)
    target.write_text(json.dumps(schema, ensure_ascii=False, indent=2), "\n")
    return DONE
