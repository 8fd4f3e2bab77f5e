"""`avtalskalk doctor`: the program, its surroundings and where each setting comes from."""

import platform
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from typing import NamedTuple

from avtalskalk import __version__
from avtalskalk.cli.codes import DONE
from avtalskalk.cli.guide import said
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.settings import CONFIGURATION, Choice, Settings, workspace
from avtalskalk.words import Language
from avtalskalk.words.help import DOCTOR

_LIBRARIES = ("pydantic", "PyYAML", "rich", "typer")


class Fact(NamedTuple):
    """One thing that is so."""

    name: str
    value: str


def run(paths: Sequence[str], settings: Settings) -> int:  # noqa: ARG001 - every command's shape
    """Print what holds here; it never fails for what it finds."""
    output = Output(settings.text("output"))
    if file_format(settings) == "json":
        output.write_text(_as_json(settings))
    else:
        output.write_text(*(f"{line}\n" for line in _as_text(settings)))
    return DONE


def _facts(settings: Settings) -> Iterator[Fact]:
    """The program and its surroundings; keys of `texts.help.DOCTOR` and values."""
    language = settings.language
    yield Fact("version", __version__)
    yield Fact("python", platform.python_version())
    yield Fact("platform", f"{platform.system()} {platform.release()} {platform.machine()}")
    yield Fact("libraries", ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES))
    yield Fact("yaml", said(DOCTOR["yaml_c" if _has_libyaml() else "yaml_pure"], language))
    yield Fact("encoding", str(sys.stdout.encoding))
    yield Fact("terminal", _terminal(settings))
    folder = workspace(())
    none = said(DOCTOR["no_workspace"], language)
    yield Fact("workspace", (folder / CONFIGURATION).as_posix() if folder else none)


def _terminal(settings: Settings) -> str:
    if not settings.terminal:
        return said(DOCTOR["no_terminal"], settings.language)
    columns = said(DOCTOR["columns"], settings.language)
    return columns.replace("{count}", str(settings.width))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"


def _has_libyaml() -> bool:
    import yaml

    return bool(yaml.__with_libyaml__)


def _origin(choice: Choice, language: Language) -> str:
    words = said(DOCTOR[f"from_{choice.origin}"], language)
    return words.replace("{name}", choice.name)


def _as_text(settings: Settings) -> Iterator[str]:
    """Two aligned lists."""
    language = settings.language
    facts = [(said(DOCTOR[fact.name], language), fact.value) for fact in _facts(settings)]
    yield said(DOCTOR["program"], language)
    wide = max(len(name) for name, _ in facts)
    yield from (f"  {name.ljust(wide)}  {value}" for name, value in facts)
    yield ""
    yield said(DOCTOR["settings"], language)
    rows = [
        (name, choice.value or said(DOCTOR["unset"], language), _origin(choice, language))
        for name, choice in settings.chosen.items()
    ]
    names, values = (max(len(row[place]) for row in rows) for place in (0, 1))
    yield from (f"  {n.ljust(names)}  {v.ljust(values)}  {origin}" for n, v, origin in rows)


def _as_json(settings: Settings) -> str:
    import json

    return (
        json.dumps(
            {
                "schema": "avtalskalk/doctor/1",
                "facts": {fact.name: fact.value for fact in _facts(settings)},
                "settings": {
                    name: {"value": choice.value, "origin": choice.origin, "name": choice.name}
                    for name, choice in settings.chosen.items()
                },
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )
