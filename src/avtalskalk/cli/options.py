"""The commands and their options as data, so that help, settings and parsing cannot disagree."""

from typing import Final, NamedTuple

# The options of the program itself that set up completion.
COMPLETIONS: Final = ("--install-completion", "--show-completion")

FORMATS: Final = ("table", "csv", "json", "md")


class Option(NamedTuple):
    """One option: its flags, what it takes and whether a setting may stand in for it.

    A ``metavar`` of "" is a flag that takes nothing; with ``choices`` they are the metavar.
    """

    name: str
    flags: tuple[str, ...]
    group: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""
    many: bool = False
    setting: bool = False
    hidden: bool = False

    @property
    def long(self) -> str:
        """The flag as messages name it."""
        return self.flags[0].partition("/")[0]

    @property
    def takes_value(self) -> bool:
        """Whether something must follow the flag."""
        return bool(self.metavar or self.choices)


class Command(NamedTuple):
    """One command: its name is its module's too; ``formats`` are those it can write.

    ``diagnoses`` is for the command that shows every setting, also those that are wrong, and
    ``makes_file`` for the one whose only path is the file it writes, ``verifies`` for the one
    that takes a sealed result, and where its files are, and ``compares`` for the one that takes an
    old and a new version.
    """

    name: str
    takes_paths: bool
    options: tuple[str, ...]
    formats: tuple[str, ...] = ()
    default_format: str = ""
    diagnoses: bool = False
    makes_file: bool = False
    verifies: bool = False
    compares: bool = False


# What `init` is told of a new agreement; these stand in no other command.
_ANSWERS: Final = (
    Option(
        "kind",
        ("--kind",),
        "answers",
        choices=("percent", "population", "fixed", "joint-board", "family-centre"),
        default="percent",
    ),
    Option("title", ("--title",), "answers", "TITLE"),
    Option("id", ("--id",), "answers", "ID"),
    Option("named", ("--party",), "answers", "ID=NAME", many=True),
    Option("host", ("--host",), "answers", "ID"),
    Option("start", ("--from",), "answers", "DATE"),
    Option("end", ("--to",), "answers", "DATE"),
    Option("share", ("--share",), "answers", "ID=SHARE", many=True),
    Option("fixed", ("--fixed",), "answers", "ID=AMOUNT", many=True),
    Option("population", ("--population",), "answers", "ID=NUMBER", many=True),
    Option("counted", ("--counted",), "answers", "DAY"),
    Option("amount", ("--amount",), "answers", "AMOUNT", many=True),
    Option("of_year", ("--year",), "answers", "YEAR"),
    Option("covers", ("--covers",), "answers", choices=("year", "period")),
)

# What is to be different in a what-if.
_CHANGES: Final = (
    Option("scenario", ("--scenario",), "change", "SCENARIO", many=True),
    Option("split", ("--split",), "change", "SPLIT", many=True),
    Option("new_share", ("--share",), "change", "PARTY=SHARE", many=True),
    Option("cost", ("--cost",), "change", "ITEM=CHANGE", many=True),
    Option("price", ("--price",), "change", "ITEM=CHANGE", many=True),
    Option("index", ("--index",), "change", "INDEX=CHANGE", many=True),
    Option("key", ("--key",), "change", "KEY=CHANGE", many=True),
    Option("leave", ("--leave",), "change", "PARTY", many=True),
    Option("set", ("--set",), "change", "PATH=VALUE", many=True),
    Option("since", ("--from",), "change", "DATE"),
)

_ALL: Final = (
    Option("year", ("--year",), "choose", "YEAR", many=True),
    Option("years", ("--years",), "choose", "YEARS"),
    Option(
        "basis",
        ("--basis",),
        "choose",
        choices=("budget", "forecast", "actual"),
        default="budget",
        setting=True,
    ),
    Option("reading", ("--reading",), "choose", "READING"),
    Option("party", ("--party",), "choose", "PARTY", many=True),
    Option("item", ("--item",), "choose", "ITEM", many=True),
    Option("vary", ("--vary",), "choose", "INPUT", many=True),
    Option("want", ("--want",), "choose", "WANT"),
    Option("break_even", ("--break-even",), "choose", "PARTY"),
    Option("how", ("--how",), "choose", choices=("grid", "tornado", "range"), default="grid"),
    Option("draws", ("--draws",), "choose", "NUMBER"),
    Option("seed", ("--seed",), "choose", "NUMBER"),
    Option("assume_extended", ("--assume-extended",), "choose"),
    Option("today", ("--today",), "choose", "DATE", setting=True),
    Option("keep_going", ("--keep-going",), "choose"),
    Option("fail_if", ("--fail-if",), "choose", "CONDITION", many=True),
    Option("warn_if", ("--warn-if",), "choose", "CONDITION", many=True),
    Option("fingerprint", ("--fingerprint",), "choose", "FINGERPRINT"),
    Option("strict", ("--strict",), "choose"),
    Option("explain", ("--explain",), "choose", "CODE"),
    Option("from_year", ("--from",), "choose", "YEAR"),
    Option("to_year", ("--to",), "choose", "YEAR"),
    Option("git", ("--git",), "choose", "REVISION"),
    Option("exit_code", ("--exit-code",), "choose"),
    Option("fix", ("--fix",), "choose"),
    Option("accept", ("--accept",), "choose"),
    Option(
        "by", ("--by",), "result", choices=("party", "agreement", "item", "period"), setting=True
    ),
    Option("unit", ("--unit",), "result", choices=("kr", "tkr", "mkr"), setting=True),
    Option("totals", ("--totals/--no-totals",), "result", default="yes", setting=True),
    Option("depth", ("--depth",), "result", "NUMBER"),
    Option("save", ("--save",), "result", "FILE"),
    Option("watch", ("--watch",), "result"),
    Option("format", ("--format", "-f"), "result", choices=FORMATS, setting=True),
    Option("output", ("--output", "-o"), "result", "FILE"),
    Option(
        "dialect",
        ("--dialect",),
        "result",
        choices=("plain", "excel-sv"),
        default="plain",
        setting=True,
    ),
    Option("lang", ("--lang",), "general", choices=("sv", "en"), setting=True),
    Option(
        "color",
        ("--color",),
        "general",
        choices=("auto", "always", "never"),
        default="auto",
        setting=True,
    ),
    Option("width", ("--width",), "general", "COLUMNS", hidden=True),
    Option("quiet", ("--quiet", "-q"), "general"),
    Option("verbose", ("--verbose", "-v"), "general"),
    Option("no_config", ("--no-config",), "general"),
)

OPTIONS: Final = {option.name: option for option in (*_ANSWERS, *_CHANGES, *_ALL)}

_GENERAL: Final = ("lang", "color", "width", "quiet", "verbose", "no_config")

COMMANDS: Final = {
    command.name: command
    for command in (
        Command(
            "init",
            takes_paths=True,
            options=(*(option.name for option in _ANSWERS), "output", *_GENERAL),
            makes_file=True,
        ),
        Command(
            "calc",
            takes_paths=True,
            options=(
                *("year", "years", "basis", "reading", "party", "item"),
                *("assume_extended", "today"),
                *("keep_going", "fail_if", "warn_if"),
                *("by", "unit", "totals", "format", "output", "dialect"),
                *_GENERAL,
            ),
            formats=FORMATS,
            default_format="table",
        ),
        Command(
            "whatif",
            takes_paths=True,
            options=(
                *(option.name for option in _CHANGES),
                *("year", "years", "basis", "reading", "party", "item"),
                *("assume_extended", "today", "fail_if", "warn_if"),
                *("unit", "totals", "save", "watch", "format", "output", "dialect"),
                *_GENERAL,
            ),
            formats=FORMATS,
            default_format="table",
        ),
        Command(
            "check",
            takes_paths=True,
            options=("today", "strict", "explain", "fix", "format", "output", *_GENERAL),
            formats=("text", "json", "github"),
            default_format="text",
        ),
        Command(
            "show",
            takes_paths=True,
            options=("reading", "today", "keep_going", "format", "output", *_GENERAL),
            formats=("table", "md", "json"),
            default_format="table",
        ),
        Command(
            "test",
            takes_paths=True,
            options=("accept", "format", "output", *_GENERAL),
            formats=("table", "json"),
            default_format="table",
        ),
        Command(
            "explain",
            takes_paths=True,
            options=(
                *("year", "years", "from_year", "to_year", "basis", "reading", "party", "item"),
                *("assume_extended", "today", "depth", "format", "output"),
                *_GENERAL,
            ),
            formats=("table", "md", "json"),
            default_format="table",
        ),
        Command(
            "seal",
            takes_paths=True,
            options=(
                *("year", "years", "basis", "reading", "assume_extended", "today", "output"),
                *_GENERAL,
            ),
        ),
        Command(
            "verify",
            takes_paths=True,
            options=("fingerprint", "format", "output", *_GENERAL),
            formats=("table", "md", "json"),
            default_format="table",
            verifies=True,
        ),
        Command(
            "solve",
            takes_paths=True,
            options=(
                *(
                    "scenario",
                    "want",
                    "vary",
                    "break_even",
                    "year",
                    "basis",
                    "reading",
                    "assume_extended",
                    "today",
                ),
                *("unit", "format", "output"),
                *_GENERAL,
            ),
            formats=("table", "md", "json"),
            default_format="table",
        ),
        Command(
            "sweep",
            takes_paths=True,
            options=(
                *("scenario", "vary", "how", "draws", "seed"),
                *("year", "years", "basis", "reading", "party"),
                *("assume_extended", "today"),
                *("unit", "format", "output", "dialect"),
                *_GENERAL,
            ),
            formats=FORMATS,
            default_format="table",
        ),
        Command(
            "diff",
            takes_paths=True,
            options=(
                *("git", "year", "years", "basis", "assume_extended", "today", "exit_code"),
                *("unit", "totals", "format", "output"),
                *_GENERAL,
            ),
            formats=("table", "md", "json"),
            default_format="table",
            compares=True,
        ),
        Command("schema", takes_paths=False, options=("output", *_GENERAL)),
        Command(
            "doctor",
            takes_paths=False,
            options=("format", "output", *_GENERAL),
            formats=("table", "json"),
            default_format="table",
            diagnoses=True,
        ),
    )
}


def choices(option: Option, command: Command) -> tuple[str, ...]:
    """The words an option takes in a command: a command has formats of its own."""
    return command.formats if option.name == "format" else option.choices


def default(option: Option, command: Command) -> str:
    """What holds in a command when nothing is said; empty where that is found out later."""
    return command.default_format if option.name == "format" else option.default
