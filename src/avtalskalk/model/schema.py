"""The format's JSON Schema, and the keys it knows at a place."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic.json_schema import models_json_schema

from avtalskalk.diagnostics import Path
from avtalskalk.model import accounting, agreement, costs, indices, keys, limits, settling, splits
from avtalskalk.model.files_beside import WrittenLayout
from avtalskalk.model.record import REFERENCE, Record
from avtalskalk.words import Language

ROOT = "https://json-schema.org/draft/2020-12/schema"


@lru_cache(maxsize=1)
def json_schema() -> dict[str, Any]:
    """The JSON Schema of an agreement file, for editors and other checkers."""
    records = {
        name: value
        for module in (accounting, agreement, costs, indices, keys, limits, settling, splits)
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, Record) and value is not Record
    }
    _, whole = models_json_schema([(records[name], "validation") for name in sorted(records)])
    definitions = _referring(whole["$defs"] | {"Split": splits.split_schema()})
    top = definitions.pop("Agreement")
    return {"$schema": ROOT, **top, "title": "avtalskalk", "$defs": definitions}


def described_schema(language: Language) -> dict[str, Any]:
    """The same with what each field is for, as an editor shows it beside the field."""
    from avtalskalk.words.fields import field_text

    def described(node: Any, record: str) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(node, list):
            return [described(part, record) for part in node]
        if not isinstance(node, dict):
            return node
        # Titles repeat the names, and descriptions of records are for those who read the code.
        written = {
            key: described(value, record)
            for key, value in node.items()
            if key not in {"title", "description"} or not isinstance(value, str)
        }
        for name, value in written.get("properties", {}).items():
            value["description"] = field_text(record, name).text(language)
        return written

    schema = json_schema()
    top = {key: value for key, value in schema.items() if key not in {"$schema", "title", "$defs"}}
    return {
        "$schema": ROOT,
        "title": "avtalskalk",
        **described(top, "Agreement"),
        "$defs": {name: described(node, name) for name, node in schema["$defs"].items()},
    }


def layout_schema() -> dict[str, Any]:
    """The JSON Schema of a report's layout."""
    return {"$schema": ROOT, **_referring(WrittenLayout.model_json_schema())}


def _referring(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """A schema with its named records as references."""
    if isinstance(node, list):
        return [_referring(item) for item in node]
    if not isinstance(node, dict):
        return node
    if REFERENCE in node:
        return {"$ref": f"#/$defs/{node[REFERENCE]}"}
    return {key: _referring(value) for key, value in node.items() if key != "default"}


def _branches(node: Any, definitions: dict[str, Any]) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """A schema node and every branch that it may be, references followed."""
    if node is True:
        # Anything at all, such as the days of a key's values, and anything below it.
        yield {"additionalProperties": True}
    if not isinstance(node, dict):
        return
    if "$ref" in node:
        yield from _branches(definitions[node["$ref"].rpartition("/")[2]], definitions)
        return
    yield node
    for branch in (*node.get("anyOf", ()), *node.get("allOf", ()), node.get("then")):
        yield from _branches(branch, definitions)


def known_keys(path: Path) -> list[str]:
    """The keys that the format knows at a place, in its order; empty where any key can stand."""
    return list(dict.fromkeys(key for node in _at(path) for key in node.get("properties", ())))


def allows_any_key(path: Path) -> bool:
    """Whether a key of the author's own can stand at a place: an id, a year."""
    return any(node.get("additionalProperties") for node in _at(path))


def _at(path: Path) -> list[dict[str, Any]]:
    """Every schema node that a place may be."""
    schema = json_schema()
    definitions = schema["$defs"]
    nodes = list(_branches(schema, definitions))
    for key in path:
        inner = [
            node.get("items") if isinstance(key, int) else
            node.get("properties", {}).get(key, node.get("additionalProperties"))
            for node in nodes
        ]  # fmt: skip
        nodes = [branch for node in inner for branch in _branches(node, definitions)]
    return nodes
