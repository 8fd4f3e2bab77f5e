"""`avtalskalk doctor`: the program, its surroundings and where each setting comes from."""

import json
import platform
import sys
from collections.abc import Iterator
from importlib import metadata

import typer

from avtalskalk import __version__
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import DONE, Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.settings import Settings, resolve, workspace
from avtalskalk.files.files import SETTINGS
from avtalskalk.formats.json import escaped
from avtalskalk.words.formats import safe
from avtalskalk.words.help import DOCTOR

_LIBRARIES = ("pydantic", "PyYAML", "rich", "typer")


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
        result = {
            "schema": "avtalskalk/doctor/1",
            "facts": _facts(settings),
            "settings": {
                name: {"value": choice.value, "origin": choice.origin, "name": choice.name}
                for name, choice in settings.chosen.items()
            },
        }
        target.write_text(escaped(json.dumps(result, ensure_ascii=False, indent=2)), "\n")
    else:
        target.write_text(*(f"{line}\n" for line in _lines(settings)))
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


def _facts(settings: Settings) -> dict[str, str]:
    """The program and its surroundings, by keys of `words.help.DOCTOR`."""
    import yaml

    language = settings.language
    terminal = DOCTOR["columns"].text(language).replace("{count}", str(settings.width))
    folder = workspace(())
    return {
        "version": __version__,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.release()} {platform.machine()}",
        "libraries": ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES),
        "yaml": DOCTOR["yaml_c" if yaml.__with_libyaml__ else "yaml_pure"].text(language),
        "encoding": str(sys.stdout.encoding),
        "terminal": terminal if settings.terminal else DOCTOR["no_terminal"].text(language),
        "workspace": (folder / SETTINGS).as_posix()
        if folder
        else DOCTOR["no_workspace"].text(language),
    }


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "?"


def _lines(settings: Settings) -> Iterator[str]:
    """Two aligned lists."""
    language = settings.language
    facts = [(DOCTOR[name].text(language), safe(value)) for name, value in _facts(settings).items()]
    yield DOCTOR["program"].text(language)
    widest = max(len(name) for name, _ in facts)
    yield from (f"  {name.ljust(widest)}  {value}" for name, value in facts)
    yield ""
    yield DOCTOR["settings"].text(language)
    rows = [
        (
            name,
            safe(choice.value) or DOCTOR["unset"].text(language),
            DOCTOR[f"from_{choice.origin}"].text(language).replace("{name}", choice.name),
        )
        for name, choice in settings.chosen.items()
    ]
    names, values = (max(len(row[place]) for row in rows) for place in (0, 1))
    yield from (f"  {n.ljust(names)}  {v.ljust(values)}  {origin}" for n, v, origin in rows)
