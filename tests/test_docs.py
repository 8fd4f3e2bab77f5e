"""What the documentation says is true: its commands give what it shows, its YAML is the format's.

``python tests/test_docs.py`` writes the commands' output into the pages anew; read the difference
before you keep it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

PROJECT = Path(__file__).parent.parent
PAGES = [
    PROJECT / "README.md",
    *sorted((PROJECT / "docs").glob("*.md")),
    *sorted((PROJECT / "docs").glob("[es][nv]/*.md")),
]
FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
TITLE = re.compile(r'title="([^"/]+)"')
EXIT = re.compile(r"exit=(\d)")
COMMAND = "$ avtalskalk "


class Shown(NamedTuple):
    """A command in a page: its line and words, what stands below it, and the exit code."""

    line: str
    words: list[str]
    output: str
    code: int


def shown_in(block: re.Match[str]) -> Iterator[Shown]:
    """The commands of a console block."""
    code = EXIT.search(block["info"])
    for part in re.split(r"^(?=\$ )", block["text"], flags=re.MULTILINE):
        if part.strip():
            command, _, output = part.partition("\n")
            assert command.startswith(COMMAND), f"not a command to test: {command}"
            words = shlex.split(command.removeprefix(COMMAND))
            yield Shown(command, words, output.rstrip("\n"), int(code[1]) if code else 0)


def carried_out(words: list[str], folder: Path, language: str) -> tuple[str, int]:
    """What a command prints and says in a folder, and its exit code."""
    # As for a reader who has set nothing: no settings, no colour, output that goes elsewhere.
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    finished = subprocess.run(
        [sys.executable, "-m", "avtalskalk", *words],
        cwd=folder,
        env=kept | {"LC_ALL": language, "PYTHONPATH": str(PROJECT / "src")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    # As a terminal shows it: the result, and what is said about it after that.
    lines = [*finished.stdout.splitlines(), *finished.stderr.splitlines()]
    return "\n".join(line.rstrip() for line in lines), finished.returncode


def prepared(folder: Path) -> Path:
    """A folder as the reader has it: the project's agreements and examples."""
    for name in ("agreements", "examples"):
        shutil.copytree(PROJECT / name, folder / name)
    return folder


def language_of(page: Path) -> str:
    """The locale of a page's readers."""
    return "sv_SE.UTF-8" if page.name.endswith(".sv.md") else "en_GB.UTF-8"


def walked(page: Path, folder: Path) -> Iterator[re.Match[str]]:
    """The blocks of a page, in order; the files it shows are written on the way."""
    for block in FENCE.finditer(page.read_text(encoding="utf-8")):
        title = TITLE.search(block["info"])
        if title:
            (folder / title[1]).write_text(block["text"], encoding="utf-8", newline="\n")
        yield block


def blocks(page: Path, kind: str) -> Iterator[re.Match[str]]:
    """The blocks of one kind in a page."""
    for block in FENCE.finditer(page.read_text(encoding="utf-8")):
        if block["info"].split(" ")[0] == kind:
            yield block


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """Every command in the documentation prints what stands below it, with its exit code."""
    folder = prepared(tmp_path)
    for block in walked(page, folder):
        if block["info"].startswith("console"):
            for shown in shown_in(block):
                output, code = carried_out(shown.words, folder, language_of(page))
                assert (output, code) == (shown.output, shown.code), shown.line


def complete(data: dict[str, Any]) -> dict[str, Any]:
    """A piece of an agreement as a whole one: the piece, and what must stand around it."""
    return {
        "avtalskalk": "1",
        "id": "page",
        "title": "A page's piece",
        "parties": {"regionen": "Region Exempel", "kommunen": "Exempelby kommun"},
        "periods": [{"from": "2024-01-01"}],
    } | data


PIECES = [
    pytest.param(block["text"], id=f"{page.name}:{place}")
    for page in PAGES
    for place, block in enumerate(blocks(page, "yaml"), 1)
]


@pytest.mark.parametrize("text", PIECES)
def test_pieces_of_agreements_are_well_written(text: str) -> None:
    """Every piece of YAML in the documentation is read as a piece of an agreement, or a layout."""
    from avtalskalk.files.workspace import load_text
    from avtalskalk.model.files_beside import WrittenLayout
    from avtalskalk.model.validation import read_record, validate

    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - text only
    if "sections" in data:
        assert read_record(WrittenLayout, data)[1] == ()
        return
    forms = [form for item in data.get("costs", {}).values() for form in item.values()]
    if any("file" in form for form in forms):
        # The tables that it names are those of the examples.
        whole = yaml.safe_dump(complete(data), allow_unicode=True)
        loaded = load_text(whole, str(PROJECT / "examples" / "piece.yaml"))
        assert [d for d in loaded.diagnostics if d.severity == "error"] == []
        return
    assert validate(complete(data)).diagnostics == ()


def test_every_command_has_its_place_in_the_documentation() -> None:
    """The page on the commands has a heading for each, and names all of its options."""
    from avtalskalk.cli.commands import COMMANDS, options_of

    page = (PROJECT / "docs" / "cli.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"\n## `avtalskalk {command}" in page
        for option in options_of(command).values():
            if not option.hidden:
                assert f"`{option.long}" in page, option.long


def test_every_key_of_the_format_is_documented() -> None:
    """The page on the format names every key that a file may hold."""
    from avtalskalk.model.schema import json_schema

    page = (PROJECT / "docs" / "format.md").read_text(encoding="utf-8")
    code = " ".join(re.findall(r"`[^`\n]+`|^```yaml.*?^```", page, re.MULTILINE | re.DOTALL))
    words = set(re.findall(r"[a-z_]+", code))
    assert set(_keys(json_schema())) - words == set()


def _keys(part: object) -> Iterator[str]:
    """Every key that any part of a JSON Schema names."""
    if isinstance(part, dict):
        yield from part.get("properties", {})
        for inner in part.values():
            yield from _keys(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _keys(inner)


def refresh(page: Path, folder: Path, language: str) -> None:
    """Write what the commands of a page print in a folder into it."""
    text = page.read_text(encoding="utf-8")
    for block in walked(page, folder):
        if block["info"].startswith("console"):
            lines = []
            for shown in shown_in(block):
                output, _ = carried_out(shown.words, folder, language)
                lines += [shown.line, *output.splitlines()]
            text = text.replace(block[0], "\n".join([f"```{block['info']}", *lines, "```"]), 1)
    page.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for each in PAGES:
        with tempfile.TemporaryDirectory() as name:
            refresh(each, prepared(Path(name)), language_of(each))
