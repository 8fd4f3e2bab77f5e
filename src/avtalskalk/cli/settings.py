"""What a command was asked for: flag, then environment, then avtalskalk.toml, then default."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, TextIO, cast

import typer

from avtalskalk.cli.commands import options_of
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.help_pages import metavar
from avtalskalk.cli.language import as_language, from_locale
from avtalskalk.cli.options import FORMATS, OPTIONS, default_of, words_of
from avtalskalk.diagnostics import nearest, out_of_range
from avtalskalk.files.files import SETTINGS
from avtalskalk.files.folders import root_above
from avtalskalk.model.statement import Basis
from avtalskalk.words import Language

Origin = Literal["flag", "environment", "file", "locale", "default"]

_YES = ("yes", "true", "1")
_NO = ("no", "false", "0")
_NARROWEST, _WIDEST = 40, 1000
_MOST_JOBS = 64
_FIRST_YEAR, _LAST_YEAR, _MOST_YEARS = 1900, 2199, 200

# What a console is taken to hold where it does not say: long lines fold in a paper's width.
_PIPED_WIDTH = 100


class Choice(NamedTuple):
    """A setting's value and where it came from: what kind of place, and its name there."""

    value: str
    origin: Origin
    name: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one run of a command; ``years`` are those asked for, None where none is."""

    language: Language
    chosen: Mapping[str, Choice]
    given: Mapping[str, Any]
    formats: tuple[str, ...]
    years: tuple[int, ...] | None
    terminal: bool

    def __getitem__(self, name: str) -> str:
        """A setting's value; empty where nothing is said."""
        return self.chosen[name].value

    def flag(self, name: str) -> bool:
        """Whether a flag was given."""
        return bool(self.given.get(name))

    def text(self, name: str) -> str:
        """What was given for an option that no setting stands in for; empty where nothing."""
        return str(self.given.get(name) or "")

    def many(self, name: str) -> tuple[str, ...]:
        """What was given for an option that may be repeated."""
        return tuple(self.given.get(name) or ())

    @property
    def basis(self) -> Basis:
        """Which amounts are asked for."""
        return cast("Basis", self["basis"])

    @property
    def question(self) -> Mapping[str, Any]:
        """How an agreement is worked out, as the library's functions take it."""
        return {"today": self.today, "assume_extended": self.flag("assume_extended")}

    @property
    def quiet(self) -> bool:
        """Whether only the result and the errors are wanted."""
        return self.flag("quiet")

    def colored(self, stream: TextIO) -> bool:
        """Whether to colour: on a terminal, unless NO_COLOR or --color say otherwise."""
        if self["color"] == "auto":
            return is_terminal(stream) and not os.environ.get("NO_COLOR")
        return self["color"] == "always"

    @property
    def width(self) -> int:
        """How many columns a table may take."""
        text = self.text("width")
        if not text:
            return shutil.get_terminal_size().columns if self.terminal else _PIPED_WIDTH
        return whole_number("--width", text, _NARROWEST, _WIDEST)

    @property
    def jobs(self) -> int | None:
        """How many processes work at once; None where that is left to the program."""
        text = self.text("jobs")
        return whole_number("--jobs", text, 1, _MOST_JOBS) if text else None

    @property
    def today(self) -> date:
        """The day the run takes for today: the same all over the world at the same moment."""
        text = self["today"]
        return a_date(text, "--today") if text else datetime.now(UTC).date()

    @property
    def totals(self) -> bool:
        """Whether totals are shown."""
        return self["totals"] in _YES


def resolve(context: typer.Context, *, every: bool = False, no_config: bool = False) -> Settings:
    """The settings of a command; what cannot be chosen ends it.

    ``every`` is for the command that shows the settings of all.
    """
    before = context.parent.params if context.parent else {}
    # An option that every command has may stand before the command, too.
    given = {
        name: before.get(name, value) if value in (None, False) else value
        for name, value in context.params.items()
    }
    command, addressee = str(context.info_name), context.obj
    options = options_of(command)
    _refuse_lacking_values(command, given, addressee.language)
    if context.args:
        raise Misuse(code="AV825", command=command, given=context.args[0])
    configured = {} if no_config or given["no_config"] else _configured(command, given)
    chosen: dict[str, Choice] = {}
    for name, option in OPTIONS.items():
        if option.setting and (every or name in options):
            value = given.get(name)
            if value is None:
                usual = Choice(default_of(name, command), "default")
                chosen[name] = configured.get(name, usual)
            else:
                text = value if isinstance(value, str) else "yes" if value else "no"
                chosen[name] = Choice(text, "flag", option.long)
    if not chosen["lang"].value:
        language, variable = from_locale()
        chosen["lang"] = Choice(language, "locale" if variable else "default", variable)
    for name, choice in chosen.items():
        _check(name, choice, words_of(name, command))
    for name, option in options.items():
        if option.words and name not in chosen:
            _check(name, Choice(given[name] or "", "flag", option.long), option.words)
    addressee.language = as_language(chosen["lang"].value) or "en"
    formats = FORMATS.get(command, ())
    terminal = is_terminal(sys.stdout)
    return Settings(addressee.language, chosen, given, formats, _years(given), terminal)


def _refuse_lacking_values(command: str, given: Mapping[str, Any], language: Language) -> None:
    """Refuse a flag, or nothing, where an option must have a value.

    The next option would be taken for the value, and a script's empty variable for none at all.
    """
    options = options_of(command)
    flags = {
        flag for option in options.values() for flag in option.every_flag if flag.startswith("--")
    }
    for name, option in options.items():
        value = given[name]
        values = value if isinstance(value, list | tuple) else [value]
        if any(text == "" or text in flags for text in values):
            takes = metavar(name, command, language)
            raise Misuse(code="AV804", option=option.long, metavar=takes)


def workspace(paths: Sequence[str]) -> Path | None:
    """The nearest folder upwards from the first path that has an avtalskalk.toml."""
    first = next((path for path in paths if path != "-"), ".")
    root = root_above(os.path.normpath(Path(first).absolute()))
    return None if root is None else Path(root)


def _configured(command: str, given: Mapping[str, Any]) -> Mapping[str, Choice]:
    """What the environment and the workspace say, by option; the environment goes first."""
    folder = workspace(given.get("paths") or ())
    configured: dict[str, Choice] = {}
    if folder:
        from avtalskalk.files.settings import settings

        file = settings(folder, file=SETTINGS)
        if file.diagnostics:
            raise Invalid(*file.diagnostics)
        configured = {n: Choice(value, "file", SETTINGS) for n, value in file.values.items()}
    for name, option in OPTIONS.items():
        variable = f"AVTALSKALK_{name.upper()}"
        if option.setting and os.environ.get(variable):
            configured[name] = Choice(os.environ[variable], "environment", variable)
    # A format that another command writes is no slip of this one's user.
    if "format" in configured and configured["format"].value not in words_of("format", command):
        del configured["format"]
    return configured


def _check(name: str, choice: Choice, words: tuple[str, ...]) -> None:
    """Refuse a word that an option does not have."""
    if name == "today" and choice.value:
        a_date(choice.value, "--today")
    if name == "totals":
        words = (*_YES, *_NO)
    if not words or not choice.value or choice.value in words:
        return
    match = nearest(choice.value, words)
    suggestions = (match,) if match else words
    if choice.origin == "flag":
        raise Misuse(code="AV803", given=choice.value, option=choice.name, near=suggestions)
    raise Misuse(
        code="AV826", given=choice.value, setting=name, origin=choice.name, near=suggestions
    )


def _years(given: Mapping[str, Any]) -> tuple[int, ...] | None:
    """The years asked for, each once and in order; None where none is.

    ``--year`` is for one, as often as it is written; ``--years 2023..2026`` has both ends in it.
    """
    single, several = given.get("year"), given.get("years")
    if single and several:
        raise Misuse(code="AV824", first="--year", second="--years")
    if not several:
        return tuple(sorted({one_year(text) for text in single or ()})) or None
    first, dots, last = several.partition("..")
    years = range(one_year(first.strip()), one_year(last.strip()) + 1) if dots else range(0)
    if not years or len(years) > _MOST_YEARS:
        raise Misuse(code="AV807", given=several)
    return tuple(years)


def a_date(text: str, option: str) -> date:
    """A day that an option gives."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise Misuse(code="AV808", given=text, option=option) from None


def one_year(text: str) -> int:
    """A year as an option takes it: ``2023``, or ``2023/24`` or ``2023-24`` for a fiscal year."""
    first, slash, second = text.replace("-", "/").partition("/")
    if first.isascii() and first.isdigit() and _FIRST_YEAR <= int(first[:9]) <= _LAST_YEAR:
        year = int(first)
        if not slash or second == f"{(year + 1) % 100:02d}":
            return year
    raise Misuse(code="AV806", given=text)


def settlement_of(settings: Settings) -> Basis | None:
    """The outcome that years are settled on, where a settlement is asked for; otherwise None."""
    if settings.flag("settlement"):
        for name in ("item", "basis"):
            if settings.given.get(name):
                raise Misuse(code="AV824", first="--settlement", second=f"--{name}")
        return cast("Basis", settings.text("outcome") or "actual")
    if settings.text("outcome"):
        raise Misuse(code="AV871", given="--outcome", lacking="--settlement")
    return None


def whole_number(flag: str, text: str, least: int, most: int) -> int:
    """A whole number that an option gives, within its bounds."""
    digits = len(str(most))
    if not (text.isascii() and text.isdigit() and least <= int(text[: digits + 1]) <= most):
        raise Misuse(code="AV118", **out_of_range(flag, text, least, most))
    return int(text)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream goes to a person's screen; one that is closed does not."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
