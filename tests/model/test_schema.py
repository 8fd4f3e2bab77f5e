"""The JSON Schema accepts what the program accepts, and knows every key of the format."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from avtalskalk.files.yaml import read
from avtalskalk.model.schema import allows_any_key, json_schema, known_keys

PROJECT = Path(__file__).parent.parent.parent
WHOLE_FORMAT = Path(__file__).with_name("whole_format.yaml")
FOLDERS = (PROJECT / "agreements", PROJECT / "examples")
FILES = [
    *(
        path
        for folder in FOLDERS
        for path in sorted(folder.rglob("*.yaml"))
        if path.name != "shared.yaml" and not path.name.endswith(".test.yaml")
        if path.parent.name not in {"scenarios", "layouts"}
    ),
    WHOLE_FORMAT,
]
HEAD = {"avtalskalk": "1", "id": "t", "title": "T", "parties": {"a": "A", "b": "B"}}


def refusals(data: object) -> list[str]:
    """What the schema has against some data, by JSON path."""
    validator = Draft202012Validator(json_schema())
    return sorted(error.json_path for error in validator.iter_errors(data))


def as_json(node: object) -> object:
    """What an editor's YAML reader hands to a schema: keys and dates as text."""
    if isinstance(node, dict):
        return {as_text(key): as_json(inner) for key, inner in node.items()}
    if isinstance(node, list):
        return [as_json(inner) for inner in node]
    return node.isoformat() if isinstance(node, date) else node


def as_text(key: object) -> str:
    return key.isoformat() if isinstance(key, date) else str(key)


def as_the_program_reads_it(path: Path) -> object:
    return read(path.read_bytes(), path.name).data


def as_an_editor_reads_it(path: Path) -> object:
    return as_json(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_the_schema_is_valid() -> None:
    """It is a schema of draft 2020-12, as it says."""
    schema = json_schema()
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


def test_every_reference_leads_somewhere() -> None:
    """Each `$ref` names a definition, and each definition is named by one, or is a value's."""

    def references(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            for key, inner in node.items():
                if key == "$ref":
                    yield inner
                yield from references(inner)
        elif isinstance(node, list):
            for inner in node:
                yield from references(inner)

    schema = json_schema()
    known = {f"#/$defs/{name}" for name in schema["$defs"]}
    assert set(references(schema)) - known == set()


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
@pytest.mark.parametrize("reader", [as_the_program_reads_it, as_an_editor_reads_it])
def test_every_file_is_accepted(path: Path, reader: Any) -> None:
    """Every agreement and example passes, as text and as an editor types its values."""
    assert refusals(reader(path)) == []


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"cost": {}}, "$"),
        ({"periods": []}, "$.periods"),
        ({"periods": [{"splitt": "equal"}]}, "$.periods[0]"),
        ({"periods": [{"split": {"mix": [{"wait": "1 %"}]}}]}, "$.periods[0].split"),
        ({"costs": {"x": {"amonut": "5"}}}, "$.costs.x"),
        ({"proration": "weeks"}, "$.proration"),
        ({"avtalskalk": "2"}, "$.avtalskalk"),
    ],
)
def test_what_is_misspelt_is_refused(wrong: dict[str, Any], path: str) -> None:
    """A key or a word that the format does not have is refused where it stands."""
    result = refusals({**HEAD, "periods": [{"split": "equal"}], **wrong})
    assert {finding[: len(path)] for finding in result} == {path}


@pytest.mark.parametrize("missing", ["avtalskalk", "id", "title", "parties", "periods"])
def test_what_must_be_there_is_asked_for(missing: str) -> None:
    """The five keys that every agreement has are required."""
    data = {**HEAD, "periods": [{"split": "equal"}]}
    del data[missing]
    assert refusals(data) == ["$"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("fiscal_year",), ["starts", "named"]),
        (("periods", 0, "option"), ["extend", "extend_to", "decide_by", "source"]),
        (("periods", 0, "split", "mix", 1), ["weight", "split"]),
        (("periods", 0, "splits", "hr", "tolerance"), ["agreed", "actual", "points", "round"]),
        (("costs", "x", "budget", "2024"), ["value", "known_part", "source", "assumption"]),
        (("costs", "x", "surcharge"), ["percent", "parties", "title", "source"]),
        (("parties", "a", "name"), []),
        (("no", "such", "place"), []),
    ],
)
def test_known_keys(path: tuple[str | int, ...], expected: list[str]) -> None:
    """The keys that can stand at a place, in the format's order; none where any key can."""
    assert known_keys(path) == expected


def test_the_top_knows_all_its_keys() -> None:
    """The top level's keys are those of the format."""
    expected = (
        "avtalskalk id title currency numbers fiscal_year parties host provider periods costs keys "
        "indices shares rounding proration invoicing reconciliation frames volumes paid billed "
        "accounting sources assumptions readings lints notes"
    )
    assert known_keys(()) == expected.split()


def test_the_whole_format_uses_every_key() -> None:
    """No key of the schema is left out of the file that shows the whole format."""
    used: dict[tuple[str, ...], set[str]] = {}

    def walk(node: object, path: tuple[str | int, ...]) -> None:
        """Note which of a place's known keys stand there; alike places are one record."""
        if isinstance(node, dict):
            known = tuple(known_keys(path))
            if allows_any_key(path) and not set(known) & node.keys():
                # Amounts by year: those from a table are put in before the model reads them.
                known = ()
            used.setdefault(known, set()).update(set(known) & node.keys())
            for key, inner in node.items():
                walk(inner, (*path, key))
        elif isinstance(node, list):
            for place, inner in enumerate(node):
                walk(inner, (*path, place))

    walk(as_the_program_reads_it(WHOLE_FORMAT), ())
    assert {known: set(known) - keys for known, keys in used.items() if set(known) - keys} == {}
    assert len(used) > 25
