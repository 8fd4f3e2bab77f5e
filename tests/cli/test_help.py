"""Help: every command, option and argument in both languages, at every width."""

import re
from inspect import signature
from itertools import pairwise

import pytest
from tests.cli.conftest import Command

from avtalskalk.cli.application import run
from avtalskalk.cli.commands import COMMANDS, function_of, options_of
from avtalskalk.cli.help_pages import command_page, metavar, program_page
from avtalskalk.cli.options import ARGUMENTS, OPTIONS
from avtalskalk.words import LANGUAGES, Both, Language
from avtalskalk.words import help as words
from avtalskalk.words.descriptions import WORDS


def test_everything_has_words() -> None:
    """Every option and placeholder has its words, and no words lack their thing."""
    arguments = {"PATH…", *ARGUMENTS.values()}
    assert set(words.EXAMPLES) == {*COMMANDS, "avtalskalk"}
    assert set(words.OPTIONS) == set(OPTIONS)
    for command, own in words.OPTIONS_OF.items():
        assert own.keys() <= options_of(command).keys()
    assert set(words.ARGUMENTS) == arguments
    assert set(words.METAVARS) == {*arguments, *(o.metavar for o in OPTIONS.values() if o.metavar)}


def test_help_promises_what_is_accepted(command: Command) -> None:
    """`solve` and `sweep` take one agreement, `solve` one year, and `calc` alone all readings."""
    for name in ("solve", "sweep"):
        page = " ".join(command(name, "--help").out.split())
        assert f"avtalskalk {name} PATH OPTIONS" in page
        assert "a folder with only one agreement" in page
        assert "all shows all of them" not in page
        assert "year to calculate; may be repeated" not in page or name == "sweep"
        assert ("--vary INPUT what is tried" in page) == (name == "sweep")
    assert "all shows all of them" in " ".join(command("calc", "--help").out.split())


def test_every_option_is_used() -> None:
    """Every option belongs to a command or to the program."""
    assert {name for command in (*COMMANDS, "") for name in options_of(command)} == set(OPTIONS)


def test_every_parameter_is_an_option() -> None:
    """A command has no parameter that the table of options does not know."""
    for command in COMMANDS:
        names = {*signature(function_of(command)).parameters} - {"context", "paths"}
        assert names == set(options_of(command))


@pytest.mark.parametrize(
    "both",
    [
        *(
            both
            for table in (
                *(words.HEADINGS, words.METAVARS, words.COMMANDS, words.OPTIONS),
                *words.OPTIONS_OF.values(),
            )
            for both in table.values()
        ),
        words.PROGRAM,
        *words.ARGUMENTS.values(),
        *words.DOCTOR.values(),
        *words.VERDICTS.values(),
        *WORDS.values(),
    ],
)
def test_both_languages_take_the_same_parts(both: Both) -> None:
    """The two languages have text, and place the same parts in it."""
    assert both.sv
    assert both.en
    assert set(re.findall(r"\{\w+\}", both.sv)) == set(re.findall(r"\{\w+\}", both.en))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", ["20", "40", "80", "120"])
def test_pages_fit_the_width(
    language: Language, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line of help is longer than the screen, short of one that cannot be cut."""
    monkeypatch.setenv("COLUMNS", columns)
    pages = [program_page(language), *(command_page(c, language) for c in COMMANDS)]
    room = max(int(columns), 40)
    long = [line for page in pages for line in page.split("\n") if len(line) > room]
    assert all(line.startswith("  ") or "avtalskalk" in line for line in long)
    assert columns != "120" or not long


@pytest.mark.parametrize("name", [*COMMANDS, ""])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_is_printed(command: Command, name: str, lang: str) -> None:
    """--help and -h print the page in the user's language, exit 0."""
    given = [name] if name else []
    done = command(*given, "--help", lang=lang)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith({"sv": "Användning: ", "en": "Usage: "}[lang])
    assert command(*given, "-h", lang=lang) == done


@pytest.mark.parametrize("name", COMMANDS)
def test_every_visible_option_is_on_the_page(name: str) -> None:
    """The page names every flag of the command."""
    page = command_page(name, "en")
    for option in options_of(name).values():
        assert all((flag in page) != option.hidden for flag in option.every_flag)


def test_a_flag_takes_nothing() -> None:
    """What an option takes is shown in the reader's language, its words as they are."""
    shown = [metavar(name, "calc", "sv") for name in ("year", "format", "quiet")]
    assert shown == ["ÅR", "table|md|html|xlsx|docx|pdf|csv|json|ndjson", ""]


def test_sections_are_set_apart() -> None:
    """An empty line stands before every section."""
    lines = program_page("sv").split("\n")
    headings = [(a, b) for a, b in pairwise(lines) if b.endswith(":") and not b.startswith(" ")]
    assert headings
    assert all(before == "" for before, _ in headings)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("help",), ("--help",)),
        (("help", "calc"), ("calc", "--help")),
        (("--lang", "sv", "help", "whatif"), ("whatif", "--help", "--lang", "sv")),
    ],
)
def test_help_is_a_word_too(
    words: tuple[str, ...], same: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    """`help calc` is `calc --help`, in the language asked for."""
    assert (run(words), run(same)) == (0, 0)
    page = capfd.readouterr().out
    half = len(page) // 2
    assert page[:half] == page[half:] != ""


def test_help_on_nothing_that_there_is(capfd: pytest.CaptureFixture[str]) -> None:
    """A command that there is not is refused, with the nearest one."""
    assert run(("help", "clac", "--lang", "en")) == 2
    assert "`calc`" in capfd.readouterr().err
