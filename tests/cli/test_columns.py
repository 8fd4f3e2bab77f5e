"""What programs read: the page on columns, and the JSON Schema of each command's result.

``pytest --refresh-golden tests/cli/test_columns.py`` writes both anew; read the difference.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.conftest import Command
from tests.cli.test_every_format import COMMANDS, folder

from avtalskalk import formats
from avtalskalk.cli.options import FORMATS
from avtalskalk.report.options import Options
from avtalskalk.report.records import Field, Records

__all__ = ["folder"]

ROOT = "https://json-schema.org/draft/2020-12/schema"
TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "money": {"type": ["string", "null"], "pattern": r"^-?[0-9]+(\.[0-9]+|/[0-9]+)?$"},
    "exact": {"type": ["string", "null"], "pattern": "^-?[0-9]+(/[0-9]+)?$"},
    "number": {"type": ["string", "null"]},
    "count": {"type": ["integer", "null"]},
    "day": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "flag": {"type": ["boolean", "null"]},
}
HEADING = """\
# Columns · Kolumner

What a program reads of each command with `-f json`, and of the list in **bold** with `-f csv` and
`-f ndjson`: the lists by their names, and the columns of each. The [JSON Schema][1] of each result
stands beside this page. A list without columns has objects that describe themselves; messages, for
one, as `check -f json` has them.

Money is a text with a decimal point, in the currency's own unit (a fraction where it is no whole
öre); shares are exact fractions (`1/3`); days are `2024-01-31`; what is not known is `null`, and
empty in CSV. What they mean is told under [for scripts](cli.md#for-scripts).

[1]: https://json-schema.org
"""


class Result:
    """A command's lists, as it hands them to a format, and its JSON."""

    def __init__(self, name: str, records: Records, text: str) -> None:
        """Keep what was seen of one run."""
        self.command = name.partition("-")[0]
        self.schema, self.main = records.schema, records.main
        self.lists, self.nested = dict(records.lists), records.nested
        self.json = json.loads(text)


@pytest.fixture
def results(
    folder: Path,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> list[Result]:
    """Every command's result."""
    seen: list[Records] = []
    write = formats.write_records

    def caught(name: str, records: Records, options: Options) -> Iterator[bytes]:
        seen.append(records)
        return write(name, records, options)

    monkeypatch.setattr(formats, "write_records", caught)
    assert folder.is_dir()
    found = []
    for name, words in COMMANDS.items():
        if "json" not in FORMATS[words[0]]:
            continue
        seen.clear()
        out = command(*words, "-f", "json").out
        found.append(Result(name, seen[-1], out))
    return found


def schema_of(results: list[Result]) -> dict[str, Any]:
    """The JSON Schema of results of one kind: what they share, and the lists of any of them."""
    lists: dict[str, Any] = {}
    for result in results:
        for name, fields in result.lists.items():
            items = _row(fields) if fields else {"type": "object"}
            known = lists.setdefault(name, {"type": "array", "items": {"anyOf": []}})
            if items not in known["items"]["anyOf"]:
                known["items"]["anyOf"].append(items)
    heads = [set(result.json) - set(result.lists) for result in results]
    always = set.intersection(*(set(result.json) for result in results))
    return {
        "$schema": ROOT,
        "title": results[0].schema,
        "type": "object",
        "required": sorted(always),
        "properties": {
            "schema": {"const": results[0].schema},
            **{name: {} for name in sorted(set.union(*heads) - {"schema"})},
            **lists,
        },
    }


def _row(fields: tuple[Field, ...]) -> dict[str, Any]:
    written = [field for field in fields if not field.alone]
    properties: dict[str, Any] = {}
    for within, group in groupby(written, key=lambda field: field.within):
        inner = {field.name: TYPES[field.kind] for field in group}
        properties |= {within: {"type": "object"}} if within else inner
    return {"type": "object", "properties": properties, "required": [*properties]}


def page(kinds: dict[str, list[Result]]) -> str:
    """The page on all columns."""
    lines = [HEADING]
    for schema, results in kinds.items():
        commands = " · ".join(f"`{c}`" for c in dict.fromkeys(r.command for r in results))
        lines += [
            f"## {_name(schema)}\n",
            f"{commands}: [`{schema}`](schemas/{_name(schema)}.json)\n",
        ]
        lines.append("| list | columns |\n| --- | --- |")
        rows: dict[tuple[str, str], None] = {}
        for result in results:
            for name, fields in result.lists.items():
                # The inputs of a sweep are columns, too, as they are called there.
                names = [f"`{f.within or f.name}`" for f in fields]
                title = f"**`{name}`**" if name == result.main else f"`{name}`"
                rows[title, ", ".join(dict.fromkeys(names))] = None
        lines += [f"| {title} | {columns} |" for title, columns in rows]
        lines.append("")
    return "\n".join(lines)


def _name(schema: str) -> str:
    return schema.split("/")[1]


def test_results_are_as_documented(
    results: list[Result], project: Path, request: pytest.FixtureRequest
) -> None:
    """The page and the schemas are those of the results, and every result keeps to its schema."""
    kinds: dict[str, list[Result]] = {}
    for result in results:
        kinds.setdefault(result.schema, []).append(result)
    kinds = dict(sorted(kinds.items()))
    made = {"columns.md": page(kinds)}
    for schema, of_kind in kinds.items():
        written = schema_of(of_kind)
        made[f"schemas/{_name(schema)}.json"] = json.dumps(written, indent=1) + "\n"
        validator = jsonschema.Draft202012Validator(written)
        for result in of_kind:
            validator.validate(result.json)
    docs = project / "docs"
    if request.config.getoption("--refresh-golden"):
        (docs / "schemas").mkdir(exist_ok=True)
        for name, text in made.items():
            (docs / name).write_text(text, encoding="utf-8", newline="\n")
    there = {name: (docs / name).read_text(encoding="utf-8") for name in made}
    assert there == made
    assert {file.name for file in (docs / "schemas").iterdir()} == {
        name.removeprefix("schemas/") for name in made if name.startswith("schemas/")
    }
