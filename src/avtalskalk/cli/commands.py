"""The commands by name: each is a function in a module of the same name."""

from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import signature
from typing import Final

from avtalskalk.cli.options import OPTIONS, CommandOption
from avtalskalk.words.help import COMMANDS as SENTENCES

COMMANDS: Final = tuple(SENTENCES)

_OF_THE_PROGRAM: Final = (
    *("lang", "color", "width", "quiet", "verbose", "no_config"),
    *("version", "install_completion", "show_completion", "help"),
)


def function_of(command: str) -> Callable[..., int]:
    """A command's function, imported now."""
    function: Callable[..., int] = getattr(import_module(f"avtalskalk.cli.{command}"), command)
    return function


def options_of(command: str) -> Mapping[str, CommandOption]:
    """The options of a command, by their parameters' names; "" has those before the command."""
    names = signature(function_of(command)).parameters if command else _OF_THE_PROGRAM
    return {name: OPTIONS[name] for name in names if name in OPTIONS}


def takes_paths(command: str) -> bool:
    """Whether a command takes paths."""
    return "paths" in signature(function_of(command)).parameters
