"""`avtalskalk schema`: the JSON Schema of the agreement format."""

import json

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.errors import DONE
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output
from avtalskalk.cli.settings import resolve


def schema(
    context: typer.Context,
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
    target.write_text(json.dumps(api.schema(settings.language), ensure_ascii=False, indent=2), "\n")
    return DONE
