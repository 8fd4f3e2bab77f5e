"""`schema`: the format's JSON Schema, printed and kept in the documentation."""

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_it_is_a_schema(command: Command, tmp_path: Path) -> None:
    """The schema is printed, or written to a file."""
    done = command("schema")
    command("schema", "-o", "a.json")
    assert json.loads(done.out)["$schema"].startswith("https://json-schema.org/")
    assert (tmp_path / "a.json").read_text("utf-8") == done.out


def test_the_committed_schema_is_fresh(command: Command, project: Path) -> None:
    """docs/agreement.schema.json is what the command prints; write it anew with -o."""
    committed = (project / "docs" / "agreement.schema.json").read_text("utf-8")
    assert committed == command("schema").out
