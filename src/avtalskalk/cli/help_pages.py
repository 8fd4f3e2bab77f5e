"""The pages that `--help` shows, in the reader's language.

Typer's own pages have English words that nothing changes, so ours are written here.
"""

import shutil
from collections.abc import Iterator
from textwrap import wrap
from typing import Annotated

import typer

from avtalskalk.cli import streams
from avtalskalk.cli.commands import COMMANDS, options_of, takes_paths
from avtalskalk.cli.options import ARGUMENTS, default_of, words_of
from avtalskalk.cli.options import option as typer_option
from avtalskalk.words import Both, Language
from avtalskalk.words import help as words

_PANELS = ("answers", "change", "choose", "result", "general")
_WIDEST_NAME = 30
_LONGEST_LINE = 100

Entry = tuple[str, str]


def show(context: typer.Context, value: bool) -> None:
    """Print the page of the program or of a command, and end there."""
    if value and not context.resilient_parsing:
        command = str(context.info_name) if context.parent else ""
        page = (
            command_page(command, context.obj.language)
            if command
            else program_page(context.obj.language)
        )
        streams.write(page.encode())
        raise typer.Exit


Help = Annotated[bool, typer_option("help", callback=show)]


def metavar(name: str, command: str, language: Language) -> str:
    """What an option takes in a command: its words, or a placeholder in the reader's language."""
    placeholder = options_of(command)[name].metavar
    if placeholder:
        return words.METAVARS[placeholder].text(language)
    return "|".join(words_of(name, command))


def program_page(language: Language) -> str:
    """The page of `avtalskalk --help`."""
    usage = f"avtalskalk {words.HEADINGS['command'].text(language)}"
    commands = [(name, words.COMMANDS[name].text(language)) for name in COMMANDS]
    sections = {"commands": commands, "general": list(_entries("", "general", language))}
    return _page("avtalskalk", usage, words.PROGRAM, sections, language)


def command_page(command: str, language: Language) -> str:
    """The page of one command."""
    usage = f"avtalskalk {command}"
    sections: dict[str, list[Entry]] = {}
    if takes_paths(command):
        argument = ARGUMENTS.get(command, "PATH…")
        paths = words.METAVARS[argument].text(language)
        usage = f"{usage} {paths}"
        sections["arguments"] = [(paths, words.ARGUMENTS[argument].text(language))]
    for panel in _PANELS:
        sections[panel] = list(_entries(command, panel, language))
    return _page(command, usage, words.COMMANDS[command], sections, language)


def _entries(command: str, panel: str, language: Language) -> Iterator[Entry]:
    """A command's options under a heading: flags with what they take, and what they do."""
    for name, option in options_of(command).items():
        if option.panel != panel or option.hidden:
            continue
        flags = ", ".join(sorted(option.every_flag, key=len))
        own = words.OPTIONS_OF.get(command, {})
        text = own.get(name, words.OPTIONS[name]).text(language)
        default = default_of(name, command)
        if default and (option.words or name == "format"):
            template = words.HEADINGS["default"].text(language)
            text = f"{text} ({template.replace('{value}', default)})"
        yield f"{flags} {metavar(name, command, language)}".rstrip(), text


def _page(
    command: str, usage: str, sentence: Both, sections: dict[str, list[Entry]], language: Language
) -> str:
    """Usage, what the command does, its sections and examples."""
    width = min(max(shutil.get_terminal_size().columns, 40), _LONGEST_LINE)
    options = words.HEADINGS["options"].text(language)
    lines = [f"{words.HEADINGS['usage'].text(language)}: {usage} {options}", ""]
    lines += wrap(sentence.text(language), width)
    for heading, entries in sections.items():
        if entries:
            lines += ["", f"{words.HEADINGS[heading].text(language)}:"]
            # Names to the left and what they mean to the right; a long name has its own line.
            widths = [len(name) for name, _ in entries if len(name) <= _WIDEST_NAME]
            column = 4 + max(widths, default=8)
            for name, text in entries:
                shown = wrap(text, max(width - column, 20)) or [""]
                first = "" if len(name) > _WIDEST_NAME else shown.pop(0)
                lines.append(f"  {name}".ljust(column) + first if first else f"  {name}")
                lines += (" " * column + line for line in shown)
    lines += ["", f"{words.HEADINGS['examples'].text(language)}:"]
    lines += [f"  avtalskalk {line.text(language)}" for line in words.EXAMPLES[command]]
    return "\n".join(lines) + "\n"
