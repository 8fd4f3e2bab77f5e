"""The pages that `--help` shows, in the reader's language."""

import shutil
from collections.abc import Iterable, Iterator
from textwrap import wrap

from avtalskalk.cli.options import COMMANDS, COMPLETIONS, OPTIONS, Command, Option, choices, default
from avtalskalk.words import Both, Language
from avtalskalk.words.help import ARGUMENTS, EXAMPLES, HEADINGS, METAVARS
from avtalskalk.words.help import COMMANDS as COMMAND_WORDS
from avtalskalk.words.help import OPTIONS as OPTION_WORDS

_GROUPS = ("answers", "change", "choose", "result", "general")
_WIDEST_NAME = 30
_LONGEST_LINE = 100

Entry = tuple[str, str]


def said(both: Both, language: Language) -> str:
    """A phrase in a language."""
    return both.sv if language == "sv" else both.en


def metavar(option: Option, command: Command, language: Language) -> str:
    """What an option takes: its words, or a placeholder in the reader's language."""
    words = choices(option, command)
    if words:
        return "|".join(words)
    return said(METAVARS[option.metavar], language) if option.metavar else ""


def program_page(language: Language) -> str:
    """The page of `avtalskalk --help`."""
    usage = " ".join(("avtalskalk", *(said(HEADINGS[k], language) for k in ("command", "options"))))
    commands = [(name, said(COMMAND_WORDS[name], language)) for name in COMMANDS]
    general = [
        *((flag, said(OPTION_WORDS[flag[2:].replace("-", "_")], language)) for flag in COMPLETIONS),
        ("--version", said(OPTION_WORDS["version"], language)),
        ("-h, --help", said(OPTION_WORDS["help"], language)),
    ]
    sections = {"commands": commands, "general": general}
    return _page("avtalskalk", usage, sections, language)


def command_page(command: Command, language: Language) -> str:
    """The page of one command."""
    options = said(HEADINGS["options"], language)
    paths, meant = _paths(command, language)
    words = ("avtalskalk", command.name, *filter(None, [paths]), options)
    sections: dict[str, list[Entry]] = {}
    if command.takes_paths:
        sections["arguments"] = [(paths, meant)]
    for group in _GROUPS:
        sections[group] = [
            _entry(OPTIONS[name], command, language)
            for name in command.options
            if OPTIONS[name].group == group and not OPTIONS[name].hidden
        ]
    sections["general"].append(("-h, --help", said(OPTION_WORDS["help"], language)))
    return _page(command.name, " ".join(words), sections, language)


def _paths(command: Command, language: Language) -> Entry:
    """The paths that a command takes, and what they are; empty where it takes none."""
    if command.makes_file:
        return f"[{said(METAVARS['FILE'], language)}]", said(ARGUMENTS["file"], language)
    if command.verifies:
        words = f"{said(METAVARS['FILE'], language)} [{said(METAVARS['PATH'], language)}]"
        return words, said(ARGUMENTS["seal"], language)
    if command.compares:
        return said(HEADINGS["versions"], language), said(ARGUMENTS["diff"], language)
    if command.takes_paths:
        return f"{said(METAVARS['PATH'], language)}…", said(ARGUMENTS["path"], language)
    return "", ""


def _entry(option: Option, command: Command, language: Language) -> Entry:
    """An option's flags with what they take, and what it does."""
    flags = [flag.replace("/", ", ") for flag in option.flags]
    name = " ".join(filter(None, (", ".join(sorted(flags, key=len)),
                                  metavar(option, command, language))))  # fmt: skip
    text = said(OPTION_WORDS[option.name], language)
    value = default(option, command)
    if value and option.takes_value:
        words = said(HEADINGS["default"], language).replace("{value}", value)
        text = f"{text} ({words})"
    return name, text


def _page(name: str, usage: str, sections: dict[str, list[Entry]], language: Language) -> str:
    """Usage, what the command does, its sections and examples."""
    width = min(max(shutil.get_terminal_size().columns, 40), _LONGEST_LINE)
    lines = [f"{said(HEADINGS['usage'], language)}: {usage}", ""]
    lines += wrap(said(COMMAND_WORDS[name], language), width)
    for heading, entries in sections.items():
        if entries:
            lines += ["", f"{said(HEADINGS[heading], language)}:", *_listed(entries, width)]
    lines += ["", f"{said(HEADINGS['examples'], language)}:"]
    lines += [f"  avtalskalk {said(example, language)}" for example in EXAMPLES[name]]
    return "\n".join(lines) + "\n"


def _listed(entries: Iterable[Entry], width: int) -> Iterator[str]:
    """Names to the left and what they mean to the right; a long name has a line of its own."""
    entries = list(entries)
    column = 4 + max((len(name) for name, _ in entries if len(name) <= _WIDEST_NAME), default=8)
    for name, text in entries:
        shown = wrap(text, max(width - column, 20)) or [""]
        if len(name) > _WIDEST_NAME:
            yield f"  {name}"
        else:
            yield f"  {name}".ljust(column) + shown.pop(0)
        yield from (" " * column + line for line in shown)
