"""`avtalskalk doctor`: the program, its surroundings and where each setting comes from."""

import platform
import sys
from collections.abc import Iterator
from importlib import metadata
from typing import NamedTuple

import typer

from avtalskalk import __version__
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.settings import CONFIGURATION, Choice, Settings, resolve, workspace
from avtalskalk.words import Language
from avtalskalk.words.help import DOCTOR

_LIBRARIES = ("pydantic", "PyYAML", "rich", "typer")


class Fact(NamedTuple):
    """One thing that is so."""

    name: str
    value: str


def doctor(
    context: typer.Context,
    format: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Print what holds here; it never fails for what it finds."""
    settings = _settings(context)
    target = Output(output or "")
    if file_format(settings) == "json":
        target.write_text(_as_json(settings))
    else:
        target.write_text(*(f"{line}\n" for line in _as_text(settings)))
    return DONE


def _settings(context: typer.Context) -> Settings:
    """All settings; what is wrong with them is reported, and they are shown without it."""
    try:
        return resolve(context, every=True)
    except (Misuse, Invalid) as wrong:
        if context.params["no_config"]:
            raise
        settings = resolve(context, every=True, no_config=True)
        diagnostics = (wrong.diagnostic,) if isinstance(wrong, Misuse) else wrong.diagnostics
        messages.findings(diagnostics, settings)
        return settings


def _facts(settings: Settings) -> Iterator[Fact]:
    """The program and its surroundings; keys of `texts.help.DOCTOR` and values."""
    language = settings.language
    yield Fact("version", __version__)
    yield Fact("python", platform.python_version())
    yield Fact("platform", f"{platform.system()} {platform.release()} {platform.machine()}")
    yield Fact("libraries", ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES))
    yield Fact("yaml", DOCTOR["yaml_c" if _has_libyaml() else "yaml_pure"].text(language))
    yield Fact("encoding", str(sys.stdout.encoding))
    yield Fact("terminal", _terminal(settings))
    folder = workspace(())
    none = DOCTOR["no_workspace"].text(language)
    yield Fact("workspace", (folder / CONFIGURATION).as_posix() if folder else none)


def _terminal(settings: Settings) -> str:
    if not settings.terminal:
        return DOCTOR["no_terminal"].text(settings.language)
    columns = DOCTOR["columns"].text(settings.language)
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
    words = DOCTOR[f"from_{choice.origin}"].text(language)
    return words.replace("{name}", choice.name)


def _as_text(settings: Settings) -> Iterator[str]:
    """Two aligned lists."""
    language = settings.language
    facts = [(DOCTOR[fact.name].text(language), fact.value) for fact in _facts(settings)]
    yield DOCTOR["program"].text(language)
    wide = max(len(name) for name, _ in facts)
    yield from (f"  {name.ljust(wide)}  {value}" for name, value in facts)
    yield ""
    yield DOCTOR["settings"].text(language)
    rows = [
        (name, choice.value or DOCTOR["unset"].text(language), _origin(choice, language))
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
