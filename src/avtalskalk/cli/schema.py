"""`avtalskalk schema`: the JSON Schema of the agreement format."""

import json
from collections.abc import Sequence

from avtalskalk import api
from avtalskalk.cli.codes import DONE
from avtalskalk.cli.output import Output
from avtalskalk.cli.settings import Settings


def run(paths: Sequence[str], settings: Settings) -> int:  # noqa: ARG001 - every command's shape
    """Print the schema, or write it to a file."""
    output = Output(settings.text("output"))
    output.write_text(json.dumps(api.schema(), ensure_ascii=False, indent=2), "\n")
    return DONE
