"""Completion with the Tab key: what may stand next on a line, from the files named on it.

Typer speaks with the shells; here are the values.  Nothing is said while completing, whatever
the files hold: they are read as plain data, not checked.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import typer

from avtalskalk.diagnostics import Diagnostic

VARIABLE: Final = "_AVTALSKALK_COMPLETE"
"""What a shell sets when it asks, as typer names it."""

# Where the shells' scripts put the line: bash in the first, the others in the second.
_LINES: Final = ("COMP_WORDS", "_TYPER_COMPLETE_ARGS")

_MOST_FILES = 50
_MOST_BYTES = 1_000_000
_MOST_NAMES = 300
_ENDINGS = (".yaml", ".yml")
_TESTS = (".test.yaml", ".test.yml")
_BASES = ("budget", "forecast", "actual")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
# What no shell reads anything into; a file may call its parties what it likes.
_PLAIN_WORD = re.compile(r"\w[\w.-]*")
_PLAIN_PATH = re.compile(r"[\w./@%+,-]*")

Data = Mapping[str, Any]


def words_on_line() -> list[str]:
    """The words after the program's name on the line that a shell asks about."""
    return [word for name in _LINES for word in os.environ.get(name, "").split()[1:]]


def join_equals() -> None:
    """Make ``--party = al``, the three words that bash cuts ``--party=al`` in, two again."""
    line, number = (os.environ.get(name) for name in ("COMP_WORDS", "COMP_CWORD"))
    if line and number:
        place, on_line = int(number), line.split("\n")
        before = [word for word in on_line[:place] if word != "="]
        os.environ["COMP_WORDS"] = "\n".join((*before, *on_line[place:]))
        os.environ["COMP_CWORD"] = str(len(before))


# --- Values -------------------------------------------------------------------------------

Values = Callable[[typer.Context, str], list[str]] | Callable[[str], list[str]]


def _option(values: Callable[[Iterable[Data], str], Iterable[str]]) -> Values:
    """How an option is completed: with values from the agreements named on the line."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        names = dict.fromkeys(values(_agreements(_paths(ctx)), incomplete))
        plain = filter(_PLAIN_WORD.fullmatch, names)
        return [name for name in plain if name.startswith(incomplete)]

    return complete


def _paths(ctx: typer.Context) -> list[str]:
    """The paths on the line; those before an option that lacks its value were left over."""
    return [*(ctx.params.get("paths") or ()), *ctx.args]


def paths(incomplete: str) -> list[str]:
    """Agreements, and the folders that may lead to them.

    A folder alone comes with what it holds: otherwise a shell takes it for the whole answer.
    """
    names = list(_listed(incomplete))
    if len(names) == 1 and names[0].endswith("/"):
        names += _listed(names[0])
    if len(names) > _MOST_NAMES or not all(map(_PLAIN_PATH.fullmatch, names)):
        # The shell's own completion does better.
        return []
    return sorted(names)


def _listed(begun: str) -> Iterator[str]:
    """The agreements and folders whose names begin so."""
    start = begun.rpartition("/")[2]
    prefix = begun.removesuffix(start)
    try:
        with os.scandir(prefix or ".") as entries:
            names = [(entry.name, entry.is_dir()) for entry in entries]
    except (OSError, ValueError):
        return
    for name, is_folder in names:
        if name.startswith(start) and not name.startswith("."):
            if is_folder:
                yield f"{prefix}{name}/"
            elif name.lower().endswith(_ENDINGS) and not name.lower().endswith(_TESTS):
                yield prefix + name


def _agreements(paths: Sequence[str]) -> Iterator[Data]:
    """The plain data of the agreements named, or in the folders named; some of very many."""
    from avtalskalk.files.files import read_bytes
    from avtalskalk.files.folders import in_workspace, workspace_of
    from avtalskalk.files.yaml import read

    room = _MOST_BYTES
    files: list[str] = []
    for path in paths:
        if Path(path).is_file():
            files.append(path)
        elif Path(path).is_dir():
            # The agreements in a folder and the folders right below it.
            for name in sorted(_listed(f"{path.rstrip('/')}/")):
                files += sorted(_listed(name)) if name.endswith("/") else [name]
    for file in files[:_MOST_FILES]:
        root = workspace_of(str(Path(file).absolute().parent))
        place = file if file in paths else in_workspace(file, root, file)
        content = place if isinstance(place, Diagnostic) else read_bytes(place, room)
        if isinstance(content, Diagnostic):
            continue
        raw = content[0]
        room -= len(raw)
        if room < 0:
            return
        data = read(raw, file).data if raw else None
        if isinstance(data, dict):
            yield data


def _keys(part: object) -> list[str]:
    """The keys of a mapping, or the texts of a list."""
    return [key for key in part if isinstance(key, str)] if isinstance(part, dict | list) else []


def _under(key: str) -> Callable[[Iterable[Data], str], Iterator[str]]:
    """The names under a key of the top level."""
    return lambda agreements, _: (name for data in agreements for name in _keys(data.get(key)))


def _years(agreements: Iterable[Data], incomplete: str) -> Iterator[str]:
    """The years that the terms and the amounts name, and those between."""
    named = sorted(int(year) for data in agreements for year in _named_years(data))
    if named:
        yield from map(str, range(named[0], named[-1] + 1))


def _named_years(data: Data) -> Iterator[str]:
    """The years of an agreement's periods and of the amounts that are for a year."""
    periods, costs = data.get("periods"), data.get("costs")
    for period in periods if isinstance(periods, list) else ():
        days = (period.get(key) for key in ("from", "to")) if isinstance(period, dict) else ()
        yield from _years_in(day for day in days if isinstance(day, str))
    for item in costs.values() if isinstance(costs, dict) else ():
        for basis in _BASES if isinstance(item, dict) else ():
            yield from _years_in(_keys(item.get(basis)))


def _years_in(texts: Iterable[str]) -> Iterator[str]:
    return (match[0] for text in texts if (match := _YEAR.match(text)))


def _year_spans(agreements: Iterable[Data], incomplete: str) -> Iterator[str]:
    """``2023..2026``: from the year that is written to each later one, or each to the last."""
    years = list(_years(agreements, incomplete))
    first, dots, _ = incomplete.partition("..")
    if dots:
        return (f"{first}..{year}" for year in years if year > first)
    return (f"{year}..{years[-1]}" for year in years[:-1])


def codes(incomplete: str) -> list[str]:
    """The codes of the messages."""
    from avtalskalk.words.messages import MESSAGES

    return [code for code in sorted(MESSAGES) if code.startswith(incomplete)]


parties: Final = _option(_under("parties"))
items: Final = _option(_under("costs"))
readings: Final = _option(_under("readings"))
years: Final = _option(_years)
year_spans: Final = _option(_year_spans)
