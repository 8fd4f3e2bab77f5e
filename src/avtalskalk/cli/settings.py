"""What a command was asked for: flag, then environment, then avtalskalk.toml, then default."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, TextIO

from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.language import as_language, from_locale
from avtalskalk.cli.options import OPTIONS, Command, Option, choices, default
from avtalskalk.cli.suggest import near
from avtalskalk.words import Language

CONFIGURATION = "avtalskalk.toml"

Origin = Literal["flag", "environment", "file", "locale", "default"]

_YES = ("yes", "true", "1")
_NO = ("no", "false", "0")
_NARROWEST, _WIDEST = 40, 1000
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
    """What holds for one run of a command."""

    command: Command
    language: Language
    chosen: Mapping[str, Choice]
    given: Mapping[str, Any]
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
        if not (text.isascii() and text.isdigit() and _NARROWEST <= int(text[:9]) <= _WIDEST):
            raise Misuse(code="AV829", given=text)
        return int(text)

    @property
    def today(self) -> date:
        """The day the run takes for today: the same all over the world at the same moment."""
        text = self["today"]
        return _date(text) if text else datetime.now(UTC).date()

    @property
    def totals(self) -> bool:
        """Whether totals are shown."""
        return self["totals"] in _YES

    @property
    def years(self) -> tuple[int, ...] | None:
        """The years asked for, each once and in order; None where none is."""
        single, several = self.many("year"), self.given.get("years")
        if single and several:
            raise Misuse(code="AV824", first="--year", second="--years")
        if several:
            return _years(several)
        return tuple(sorted({_year(text) for text in single})) or None


def resolve(command: Command, paths: Sequence[str], given: Mapping[str, Any]) -> Settings:
    """The settings of a command; a word that cannot be chosen ends it."""
    configured = {} if given.get("no_config") else _configured(paths)
    chosen = {
        name: _chosen(option, command, given, configured)
        for name, option in OPTIONS.items()
        if (option.setting and command.diagnoses)
        or (name in command.options and (option.setting or option.choices))
    }
    chosen["lang"] = language = _language(chosen["lang"])
    for name, choice in chosen.items():
        _checked(OPTIONS[name], choice, choices(OPTIONS[name], command))
    spoken = as_language(language.value) or "en"
    return Settings(command, spoken, chosen, given, terminal=is_terminal(sys.stdout))


def workspace(paths: Sequence[str]) -> Path | None:
    """The nearest folder upwards from the first path that has an avtalskalk.toml."""
    first = next((path for path in paths if path != "-"), ".")
    start = Path(first).absolute()
    return next((f for f in (start, *start.parents) if (f / CONFIGURATION).is_file()), None)


def _configured(paths: Sequence[str]) -> Mapping[str, Choice]:
    """What the environment and the workspace say, by option; the environment goes first."""
    folder = workspace(paths)
    found: dict[str, Choice] = {}
    if folder:
        from avtalskalk.files.settings import settings

        said = settings(folder, file=CONFIGURATION)
        if said.diagnostics:
            raise Invalid(*said.diagnostics)
        found = {n: Choice(value, "file", CONFIGURATION) for n, value in said.values.items()}
    for option in OPTIONS.values():
        variable = f"AVTALSKALK_{option.name.upper()}"
        if option.setting and os.environ.get(variable):
            found[option.name] = Choice(os.environ[variable], "environment", variable)
    return found


def _chosen(
    option: Option, command: Command, given: Mapping[str, Any], configured: Mapping[str, Choice]
) -> Choice:
    """An option's value and where it came from."""
    value = given.get(option.name)
    if value is not None:
        text = value if isinstance(value, str) else "yes" if value else "no"
        return Choice(text, "flag", option.long)
    if option.setting and option.name in configured:
        choice = configured[option.name]
        # A format that another command writes is no slip of this one's user.
        if option.name != "format" or choice.value in choices(option, command):
            return choice
    return Choice(default(option, command), "default")


def _language(choice: Choice) -> Choice:
    """The language, from the locale where nothing is said."""
    if choice.value:
        return choice
    language, variable = from_locale()
    return Choice(language, "locale" if variable else "default", variable)


def _checked(option: Option, choice: Choice, right: tuple[str, ...]) -> None:
    """Refuse a word that the option does not have."""
    if option.name == "today" and choice.value:
        _date(choice.value)
    if option.name == "totals":
        right = (*_YES, *_NO)
    if not right or not choice.value or choice.value in right:
        return
    if choice.origin == "flag":
        raise Misuse(
            code="AV803", given=choice.value, option=option.long, near=near(choice.value, right)
        )
    raise Misuse(
        code="AV826",
        given=choice.value,
        setting=option.name,
        origin=choice.name,
        near=near(choice.value, right),
    )


def _date(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise Misuse(code="AV808", given=text, option="--today") from None


def _year(text: str) -> int:
    """``2023``, or ``2023/24`` for a fiscal year."""
    first, slash, second = text.partition("/")
    if first.isascii() and first.isdigit() and _FIRST_YEAR <= int(first[:9]) <= _LAST_YEAR:
        year = int(first)
        if not slash or second == f"{(year + 1) % 100:02d}":
            return year
    raise Misuse(code="AV806", given=text)


def one_year(text: str) -> int:
    """A year as an option takes it; one that is none ends the command."""
    return _year(text)


def _years(text: str) -> tuple[int, ...]:
    """``2023..2026``, both included."""
    first, dots, last = text.partition("..")
    if not dots:
        raise Misuse(code="AV807", given=text)
    years = range(_year(first.strip()), _year(last.strip()) + 1)
    if not years or len(years) > _MOST_YEARS:
        raise Misuse(code="AV807", given=text)
    return tuple(years)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream goes to a person's screen; one that is closed does not."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
