"""`schema`: the format's JSON Schema, printed and kept in the documentation."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from tests.cli.conftest import Command

from avtalskalk.api import schema
from avtalskalk.words import Language
from avtalskalk.words.fields import FIELDS, field_text


def test_it_is_a_schema(command: Command, tmp_path: Path) -> None:
    """The schema is printed, or written to a file."""
    done = command("schema")
    command("schema", "-o", "a.json")
    assert json.loads(done.out)["$schema"].startswith("https://json-schema.org/")
    assert (tmp_path / "a.json").read_text("utf-8") == done.out


@pytest.mark.parametrize("of", ["agreement", "layout"])
def test_the_committed_schema_is_fresh(command: Command, project: Path, of: str) -> None:
    """docs/agreement.schema.json is what the command prints; write it anew with -o."""
    committed = (project / "docs" / f"{of}.schema.json").read_text("utf-8")
    assert committed == command("schema", "--of", of).out


def test_layouts_are_as_their_schema_says(command: Command, project: Path) -> None:
    """The example is valid; a section that no report has, and two in one, are not."""
    schema = json.loads(command("schema", "--of", "layout").out)
    layout = yaml.safe_load((project / "examples" / "layouts" / "namnd.yaml").read_text("utf-8"))
    jsonschema.validate(layout, schema)
    for sections in (["amount"], [{"text": "a", "chart": "b"}], "chart"):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"sections": sections}, schema)


def properties(node: Any, record: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The fields of a record, wherever they stand in its schema."""
    if isinstance(node, list):
        for part in node:
            yield from properties(part, record)
    elif isinstance(node, dict):
        for name, value in node.get("properties", {}).items():
            yield record, name, value
        for key, value in node.items():
            yield from () if key == "$defs" else properties(value, record)


def fields(schema: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """All fields of the format."""
    records = {"Agreement": schema, **schema["$defs"]}
    return [field for name, node in records.items() for field in properties(node, name)]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_field_is_described(command: Command, lang: Language) -> None:
    """An editor shows what each field is for, in the reader's language."""
    described = fields(json.loads(command("schema", "--lang", lang).out))
    assert len(described) > 250
    for record, name, value in described:
        assert value["description"] == field_text(record, name).text(lang)


def test_no_description_is_of_nothing() -> None:
    """Every description is of a field that there is."""
    names = {name for _, name, _ in fields(schema())}
    own = {f"{record}.{name}" for record, name, _ in fields(schema())}
    assert set(FIELDS) <= names | own


def test_the_schema_knows_good_files_from_bad(project: Path) -> None:
    """An editor marks no good file, and of the gallery's values written wrongly the most."""
    validator = jsonschema.Draft202012Validator(schema())

    def valid(path: Path) -> bool:
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        return bool(validator.is_valid(data))

    good = [*(project / "examples").glob("*.yaml"), *(project / "agreements").glob("*.yaml")]
    good = [path for path in good if not path.name.endswith(".test.yaml")]
    assert [path.name for path in good if not valid(path)] == []
    gallery = (project / "tests" / "errors").glob("AV2*.yaml")
    bad = [path for path in gallery if not path.name.endswith(".fixed.yaml")]
    marked = [path for path in bad if not valid(path)]
    assert len(marked) > len(bad) / 2, sorted(path.name for path in set(bad) - set(marked))
