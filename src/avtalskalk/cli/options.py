"""The options of all commands: what each takes, and the annotations of those that are shared.

A command is a function whose parameters are its options; one is found here, and its sentence in
`words.help`, by the name of the parameter.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, NamedTuple

import typer

from avtalskalk.cli import completion
from avtalskalk.formats import DOCUMENTS, PICTURES, RECORDS

_ROWS: Final = (*DOCUMENTS, *RECORDS)
# What has no rows that stand alone is no table for a spreadsheet.
_PAGES: Final = (*DOCUMENTS, "json")

FORMATS: Final[Mapping[str, tuple[str, ...]]] = {
    "calc": _ROWS,
    "whatif": (*_ROWS, *PICTURES),
    "check": ("text", *DOCUMENTS[1:], "json", "github", "sarif"),
    "show": _PAGES,
    "test": (*_PAGES, "junit"),
    "explain": (*_PAGES, *PICTURES),
    "verify": _PAGES,
    "dates": (*_ROWS, "ics"),
    "invoice": _ROWS,
    "settle": _ROWS,
    "report": (*DOCUMENTS, *PICTURES),
    "vouchers": (*_ROWS, "sie"),
    "solve": _PAGES,
    "sweep": (*_ROWS, *PICTURES),
    "diff": _PAGES,
    "doctor": ("table", "json"),
}
"""What each command can write; the first where nothing else is said."""

ARGUMENTS: Final = {
    "init": "[FILE]",
    "seal": "FILE…",
    "test": "FILE…",
    "verify": "FILE [PATH]",
    "diff": "OLD NEW",
    "solve": "PATH",
    "sweep": "PATH",
}
"""What stands for the paths of a command, where that is not PATH…"""


class CommandOption(NamedTuple):
    """One option: its flags, the heading it stands under in `--help`, and what it takes.

    With neither ``metavar`` nor ``words`` it takes nothing; ``words`` are all that it takes.  A
    ``setting`` may be given by the environment and avtalskalk.toml, too.  With ``values`` the Tab
    key completes it.
    """

    flags: tuple[str, ...]
    panel: str
    metavar: str = ""
    words: tuple[str, ...] = ()
    default: str = ""
    setting: bool = False
    hidden: bool = False
    values: completion.Values | None = None

    @property
    def long(self) -> str:
        """The flag as messages name it."""
        return self.flags[0].partition("/")[0]

    @property
    def every_flag(self) -> tuple[str, ...]:
        """All that may be written for it: ``--totals/--no-totals`` is two."""
        return tuple(flag for pair in self.flags for flag in pair.split("/"))


OPTIONS: Final[Mapping[str, CommandOption]] = {
    # What `init` is told of a new agreement.
    "kind": CommandOption(
        ("--kind",),
        "answers",
        words=(
            *("percent", "population", "fixed", "joint-board", "family-centre", "rescue", "it"),
            *("school", "transit", "utilities", "finsam", "service", "levy"),
        ),
        default="percent",
    ),
    "title": CommandOption(("--title",), "answers", "TITLE"),
    "id": CommandOption(("--id",), "answers", "ID"),
    "currency": CommandOption(("--currency",), "answers", "CURRENCY"),
    "named": CommandOption(("--party",), "answers", "ID=NAME"),
    "host": CommandOption(("--host",), "answers", "ID"),
    "start": CommandOption(("--from",), "answers", "DATE"),
    "end": CommandOption(("--to",), "answers", "DATE"),
    "share": CommandOption(("--share",), "answers", "ID=SHARE"),
    "fixed": CommandOption(("--fixed",), "answers", "ID=AMOUNT"),
    "population": CommandOption(("--population",), "answers", "ID=NUMBER"),
    "counted": CommandOption(("--counted",), "answers", "DAY"),
    "amount": CommandOption(("--amount",), "answers", "AMOUNT"),
    "of_year": CommandOption(("--year",), "answers", "YEAR"),
    "covers": CommandOption(("--covers",), "answers", words=("year", "period")),
    # What is to be different in a what-if.
    "scenario": CommandOption(("--scenario",), "change", "SCENARIO"),
    "against": CommandOption(("--against",), "change", "SCENARIO"),
    "split": CommandOption(("--split",), "change", "SPLIT"),
    "new_share": CommandOption(("--share",), "change", "PARTY=SHARE"),
    "blend": CommandOption(("--blend",), "change", "SHARE"),
    "phase_in": CommandOption(("--phase-in",), "change", "YEARS"),
    "cost": CommandOption(("--cost",), "change", "ITEM=CHANGE"),
    "price": CommandOption(("--price",), "change", "ITEM=CHANGE"),
    "index": CommandOption(("--index",), "change", "INDEX=CHANGE"),
    "key": CommandOption(("--key",), "change", "KEY=CHANGE"),
    "leave": CommandOption(("--leave",), "change", "PARTY", values=completion.parties),
    "join": CommandOption(("--join",), "change", "PARTY"),
    "extend": CommandOption(("--extend",), "change", "TIME"),
    "set": CommandOption(("--set",), "change", "PATH=VALUE"),
    "since": CommandOption(("--from",), "change", "DATE"),
    # What is read and chosen.
    "year": CommandOption(("--year",), "choose", "YEAR", values=completion.years),
    "years": CommandOption(("--years",), "choose", "YEARS", values=completion.year_spans),
    "basis": CommandOption(
        ("--basis",),
        "choose",
        words=("budget", "forecast", "actual"),
        default="budget",
        setting=True,
    ),
    "outcome": CommandOption(
        ("--outcome",), "choose", words=("actual", "forecast"), default="actual"
    ),
    "settlement": CommandOption(("--settlement",), "choose"),
    "instalment": CommandOption(("--instalment",), "choose", "NUMBER"),
    "of": CommandOption(("--of",), "choose", words=("invoices", "settlement"), default="invoices"),
    "schema_of": CommandOption(
        ("--of",), "choose", words=("agreement", "layout"), default="agreement"
    ),
    "day": CommandOption(("--date",), "choose", "DATE"),
    "within": CommandOption(("--within",), "choose", "DAYS"),
    "reading": CommandOption(("--reading",), "choose", "READING", values=completion.readings),
    "party": CommandOption(("--party",), "choose", "PARTY", values=completion.parties),
    "item": CommandOption(("--item",), "choose", "ITEM", values=completion.items),
    "vary": CommandOption(("--vary",), "choose", "INPUT"),
    "want": CommandOption(("--want",), "choose", "WANT"),
    "break_even": CommandOption(("--break-even",), "choose", "PARTY", values=completion.parties),
    "how": CommandOption(("--how",), "choose", words=("grid", "tornado", "range"), default="grid"),
    "draws": CommandOption(("--draws",), "choose", "NUMBER"),
    "seed": CommandOption(("--seed",), "choose", "NUMBER"),
    "assume_extended": CommandOption(("--assume-extended",), "choose"),
    "today": CommandOption(("--today",), "choose", "DATE", setting=True),
    "keep_going": CommandOption(("--keep-going",), "choose"),
    "jobs": CommandOption(("--jobs",), "general", "NUMBER"),
    "fail_if": CommandOption(("--fail-if",), "choose", "CONDITION"),
    "warn_if": CommandOption(("--warn-if",), "choose", "CONDITION"),
    "fail_on_incomplete": CommandOption(("--fail-on-incomplete",), "choose"),
    "fingerprint": CommandOption(("--fingerprint",), "choose", "FINGERPRINT"),
    "strict": CommandOption(("--strict",), "choose"),
    "explain": CommandOption(("--explain",), "choose", "CODE", values=completion.codes),
    "from_year": CommandOption(("--from",), "choose", "YEAR"),
    "to_year": CommandOption(("--to",), "choose", "YEAR"),
    "git": CommandOption(("--git",), "choose", "REVISION"),
    "exit_code": CommandOption(("--exit-code",), "choose"),
    "fix": CommandOption(("--fix",), "choose"),
    "accept": CommandOption(("--accept",), "choose"),
    # The result.
    "by": CommandOption(
        ("--by",), "result", words=("party", "agreement", "item", "period"), setting=True
    ),
    "change": CommandOption(("--change",), "result"),
    "frames": CommandOption(("--frames",), "result"),
    "layout": CommandOption(("--layout",), "result", "FILE"),
    "across": CommandOption(("--across",), "result", words=("year", "item"), default="year"),
    "sort": CommandOption(("--sort",), "result", words=("effect",)),
    "per_unit": CommandOption(("--per-unit",), "result"),
    "unit": CommandOption(("--unit",), "result", words=("kr", "tkr", "mkr"), setting=True),
    "rounding": CommandOption(
        ("--rounding",), "result", words=("add-up", "plain"), default="add-up", setting=True
    ),
    "decimals": CommandOption(("--decimals",), "result", "NUMBER"),
    "totals": CommandOption(("--totals/--no-totals",), "result", default="yes", setting=True),
    "depth": CommandOption(("--depth",), "result", "NUMBER"),
    "save": CommandOption(("--save",), "result", "FILE"),
    "watch": CommandOption(("--watch",), "result"),
    # Its words are those of the command, in `FORMATS`.
    "format": CommandOption(("--format", "-f"), "result", setting=True),
    "output": CommandOption(("--output", "-o"), "result", "FILE"),
    "dialect": CommandOption(
        ("--dialect",), "result", words=("plain", "excel-sv"), default="plain", setting=True
    ),
    # What every command has, and the program itself before the command.
    "lang": CommandOption(("--lang",), "general", words=("sv", "en"), setting=True),
    "color": CommandOption(
        ("--color",), "general", words=("auto", "always", "never"), default="auto", setting=True
    ),
    "width": CommandOption(("--width",), "general", "COLUMNS", hidden=True),
    "quiet": CommandOption(("--quiet", "-q"), "general"),
    "verbose": CommandOption(("--verbose", "-v"), "general"),
    "no_config": CommandOption(("--no-config",), "general"),
    "version": CommandOption(("--version",), "general"),
    "install_completion": CommandOption(("--install-completion",), "general"),
    "show_completion": CommandOption(("--show-completion",), "general"),
    "help": CommandOption(("--help", "-h"), "general"),
}


def words_of(name: str, command: str) -> tuple[str, ...]:
    """The words that an option takes in a command."""
    return FORMATS.get(command, ()) if name == "format" else OPTIONS[name].words


def default_of(name: str, command: str) -> str:
    """What holds in a command where nothing is said; empty where that is found out later."""
    return next(iter(words_of(name, command)), "") if name == "format" else OPTIONS[name].default


def option(name: str, callback: Callable[..., None] | None = None) -> Any:  # noqa: ANN401 - as typer's
    """An option as typer takes it; one with a ``callback`` acts before all others."""

    def one_of_words(ctx: typer.Context, incomplete: str) -> list[str]:
        return [word for word in words_of(name, str(ctx.info_name)) if word.startswith(incomplete)]

    flags, *_, hidden, values = OPTIONS[name]
    return typer.Option(
        *flags,
        hidden=hidden,
        autocompletion=values or one_of_words,
        callback=callback,
        is_eager=callback is not None,
    )


Text = str | None
Texts = list[str] | None

# --- What several commands have -----------------------------------------------------------

Paths = Annotated[Texts, typer.Argument(autocompletion=completion.paths)]
Scenario = Annotated[Texts, option("scenario")]
Year = Annotated[Texts, option("year")]
Years = Annotated[Text, option("years")]
Basis = Annotated[Text, option("basis")]
Reading = Annotated[Text, option("reading")]
Party = Annotated[Texts, option("party")]
Item = Annotated[Texts, option("item")]
Vary = Annotated[Texts, option("vary")]
Settlement = Annotated[bool, option("settlement")]
Outcome = Annotated[Text, option("outcome")]
AssumeExtended = Annotated[bool, option("assume_extended")]
Today = Annotated[Text, option("today")]
KeepGoing = Annotated[bool, option("keep_going")]
Jobs = Annotated[Text, option("jobs")]
FailIf = Annotated[Texts, option("fail_if")]
WarnIf = Annotated[Texts, option("warn_if")]
By = Annotated[Text, option("by")]
Unit = Annotated[Text, option("unit")]
Rounding = Annotated[Text, option("rounding")]
Decimals = Annotated[Text, option("decimals")]
Totals = Annotated[bool | None, option("totals")]
Format = Annotated[Text, option("format")]
Output = Annotated[Text, option("output")]
Dialect = Annotated[Text, option("dialect")]

# --- What every command has ---------------------------------------------------------------

Lang = Annotated[Text, option("lang")]
Color = Annotated[Text, option("color")]
Width = Annotated[Text, option("width")]
Quiet = Annotated[bool, option("quiet")]
Verbose = Annotated[bool, option("verbose")]
NoConfig = Annotated[bool, option("no_config")]
