"""Measure the program against what it must not be slower than; ratios, all in one run.

    python benchmarks/run.py                        everything, as benchmarks/RESULTS.md has it
    python benchmarks/run.py --part start file      some parts
    python benchmarks/run.py --files 1000 --rounds 3
    python benchmarks/run.py --write                also into benchmarks/RESULTS.md; of some parts
                                                    those rows alone

A machine is never quiet: the commands of a part take turns, round after round, and a ratio is
the median over the rounds.  Processor time is what counts, the clock stands beside it.  Nothing
here is a test; the tests only see that it runs, and name what a start may import.
"""

import argparse
import csv
import json
import os
import platform
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

from make_portfolio import make
from measure import PROJECT, Runs, interleaved, run

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
PLAIN = str(HERE / "plain_script.py")
OURS = ("-m", "avtalskalk")
AGREEMENT = str(PROJECT / "agreements" / "alingsas-spadbarn.yaml")
PACKAGES = ("pydantic", "pydantic-core", "PyYAML", "typer", "rich")


class Size(NamedTuple):
    """How much is measured."""

    files: int
    rounds: int


class Row(NamedTuple):
    """One line of the results: a ratio by clock and by processor (or megabytes), and its goal.

    The goal is for the processor, unless it is ``on_the_clock``.
    """

    what: str
    against: str
    goal: float
    clock: float | None
    processor: float
    unit: str = "×"
    on_the_clock: bool = False

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        return ((self.clock or 0) if self.on_the_clock else self.processor) <= self.goal


# --- The parts -----------------------------------------------------------------------------

_PASS = "python -c pass"  # noqa: S105 - no password
_IMPORTS = "python -c 'import pydantic, yaml, typer'"


def start(size: Size, folder: Path) -> Iterator[Row]:
    """Starting: whole processes that do little."""
    make(folder / "one", 1)
    usual = str(folder / "one" / "a00000.yaml")
    starts: Sequence[tuple[str, Sequence[str], str, float]] = (
        ("--version", ("--version",), _PASS, 1.5),
        ("--help", ("--help",), _IMPORTS, 0.9),
        ("calc of one file to JSON", ("calc", usual, "-f", "json"), _IMPORTS, 2.3),
        ("calc of one file to a table", ("calc", usual), _IMPORTS, 2.6),
        ("the same of one with readings", ("calc", AGREEMENT), _IMPORTS, 2.6),
    )
    commands: dict[str, Sequence[str]] = {
        _PASS: ("-c", "pass"),
        _IMPORTS: ("-c", "import pydantic, yaml, typer"),
    }
    commands |= {name: (*OURS, *words) for name, words, _, _ in starts}
    runs = interleaved(commands, size.rounds * 3)
    for name, _, against, goal in starts:
        yield Row(name, against, goal, *runs[name].over(runs[against]))


def file(size: Size, folder: Path) -> Iterator[Row]:
    """One file, step by step, inside one process."""
    some, found = folder / "some", folder / "steps.json"
    make(some, min(size.files, 300))
    # In a process of its own: the peak of this one would count as that of those it starts.
    run((str(HERE / "one_file.py"), str(some), str(size.rounds * 3)), found)
    for what, goal, ratio in json.loads(found.read_bytes()):
        yield Row(what, "yaml.load(CSafeLoader) of the same text", goal, None, ratio)


def nested(size: Size, folder: Path) -> Iterator[Row]:
    """One large agreement with nested splits, beside flat ones."""
    found = folder / "nested.txt"
    run((str(HERE / "nested.py"), str(size.rounds * 3)), found)
    what = "50 items, 20 parties: mixes in mixes"
    ratio = float(found.read_text(encoding="utf-8"))
    yield Row(what, "as many flat fixed splits", 3, None, ratio)


def portfolio(size: Size, folder: Path) -> Iterator[Row]:
    """Many files in one process and in two, beside the plain script, with the same totals."""
    many = str(folder / "many")
    make(Path(many), size.files)
    totals, rows, plain = folder / "totals.csv", folder / "rows.csv", folder / "plain.txt"
    shared = folder / "shared.csv"
    calc = ("calc", many, "-f", "csv", "--jobs")
    commands = {
        "script": (PLAIN, many),
        "totals": (*OURS, *calc, "1", "--by", "party", "-o", str(totals)),
        "rows": (*OURS, *calc, "1", "-o", str(rows)),
        "two processes": (*OURS, *calc, "2", "--by", "party", "-o", str(shared)),
    }
    runs = interleaved(commands, size.rounds)
    run(commands["script"], plain)
    _same_totals(plain, totals, rows, shared)
    against = "the plain script for its totals"
    what = f"{size.files} files × 5 years"
    yield Row(f"{what}, totals by party", against, 1.6, *runs["totals"].over(runs["script"]))
    yield Row(f"{what}, every row to CSV", against, 1.6, *runs["rows"].over(runs["script"]))
    by_two = runs["two processes"].over(runs["script"])
    what = f"{what}, totals by party, two processes"
    yield Row(what, f"{against}, on the clock", 0.9, *by_two, on_the_clock=True)
    _print_times(runs)


def _same_totals(plain: Path, *ours: Path) -> None:
    """End the run unless all have the same totals, to the öre."""
    words = (line.split() for line in plain.read_text(encoding="utf-8").splitlines())
    expected = {(year, party): _ore(amount) for year, party, amount in words}
    for path in ours:
        found: Counter[tuple[str, str]] = Counter()
        with path.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                found[row["year"], row["party"]] += _ore(row["amount"])
        if found != expected:
            message = f"{path.name} has other totals than the plain script"
            raise SystemExit(message)


def _ore(amount: str) -> int:
    kronor, _, decimals = amount.partition(".")
    return int(kronor + f"{decimals:0<2}")


def growth(size: Size, folder: Path) -> Iterator[Row]:
    """A tenth of the files and all of them: time in proportion, memory nearly the same."""
    few, many = str(folder / "few"), str(folder / "many")
    one = str(folder / "one")
    make(Path(one), 1)
    make(Path(few), size.files // 10)
    make(Path(many), size.files)
    for form in ("csv", "json"):
        words = ("-f", form, "-o", str(folder / f"growth.{form}"), "--jobs", "1")
        commands = {
            "one": (*OURS, "calc", one, *words),
            "few": (*OURS, "calc", few, *words),
            "many": (*OURS, "calc", many, *words),
        }
        runs = interleaved(commands, size.rounds)
        rounds = list(zip(*(runs[name] for name in commands), strict=True))
        against = f"ten times {size.files // 10} files, start-up apart"
        clock = median((b.wall - none.wall) / (a.wall - none.wall) for none, a, b in rounds)
        cpu = median((b.cpu - none.cpu) / (a.cpu - none.cpu) for none, a, b in rounds)
        yield Row(f"{size.files} files to {form}", against, 1.1, clock / 10, cpu / 10)
        grown = median(b.megabytes - a.megabytes for _, a, b in rounds)
        what = f"memory, {size.files // 10} → {size.files} files to {form}"
        yield Row(what, "growth of the peak", 15, None, grown, "MB")


def check(size: Size, folder: Path) -> Iterator[Row]:
    """Checking many files with all lints, two findings in each, beside calculating them."""
    many = str(folder / "checked")
    count = min(size.files, 1000)
    make(Path(many), count)
    one_job = ("--jobs", "1")
    commands = {
        "calc": (*OURS, "calc", many, *one_job, "-f", "csv", "-o", str(folder / "calculated.csv")),
        "check": (*OURS, "check", many, *one_job, "-o", str(folder / "findings.txt")),
    }
    runs = interleaved(commands, size.rounds)
    ratios = runs["check"].over(runs["calc"])
    yield Row(f"{count} files checked, all lints", "calc of every row to CSV", 1.5, *ratios)
    _print_times(runs)


def sweep(size: Size, folder: Path) -> Iterator[Row]:
    """Very many what-ifs at once, beside the calculation alone; ten for each file."""
    own, found = folder / "sweep", folder / "sweep.json"
    own.mkdir()
    words = (str(HERE / "sweeping.py"), str(own), str(size.files * 10), str(size.rounds))
    run(words, found)
    for row in json.loads(found.read_bytes()):
        yield Row(*row)


PARTS: Mapping[str, Callable[[Size, Path], Iterator[Row]]] = {
    "start": start,
    "file": file,
    "nested": nested,
    "portfolio": portfolio,
    "growth": growth,
    "sweep": sweep,
    "check": check,
}


# --- What is said --------------------------------------------------------------------------


def _print_times(runs: Mapping[str, Runs]) -> None:
    for name, found in runs.items():
        one = found.middle()
        print(f"  {name}: {one.wall:.2f} s, processor {one.cpu:.2f} s, {one.megabytes:.0f} MB")


def _table(rows: Sequence[Row]) -> str:
    head = (
        "| what | against | goal | processor | clock | |\n"
        "| --- | --- | ---: | ---: | ---: | --- |\n"
    )
    return head + "".join(_line(row) for row in rows)


def _line(row: Row) -> str:
    decimals = {"MB": 1, "×": 2}.get(row.unit, 0)
    clock = "" if row.clock is None else f"{row.clock:.{decimals}f} {row.unit}"
    met = "met" if row.met else "**not met**"
    cells = (
        row.what,
        row.against,
        f"{row.goal:.3g} {row.unit}".strip(),
        f"{row.processor:.{decimals}f} {row.unit}".strip(),
        clock,
        met,
    )
    return f"| {' | '.join(cells)} |\n"


def _document(rows: Sequence[Row], size: Size) -> str:
    """The results with what they were measured on."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    day = datetime.now(tz=UTC).date().isoformat()
    return f"""\
# Measured

By `python benchmarks/run.py --files {size.files} --rounds {size.rounds} --write`, {day}.
{platform.python_implementation()} {platform.python_version()}, {versions};
{platform.system()} {platform.machine()}, {os.cpu_count()} processors.

Ratios, medians over interleaved rounds. Processor time (user and system) decides; on a busy
machine the clock says less. The plain script is `plain_script.py`: PyYAML's C loader, `Decimal`,
largest remainder. Its totals and ours were compared in the run and are equal to the öre.

{_table(rows)}"""


def _with_rows(text: str, rows: Sequence[Row]) -> str:
    """The results as they were, with some rows measured anew."""
    lines = text.splitlines(keepends=True)
    for row in rows:
        places = [place for place, line in enumerate(lines) if line.startswith(f"| {row.what} |")]
        place = places[0] if places else len(lines)
        lines[place : place + 1] = [_line(row)]
    return "".join(lines)


def main(words: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--part", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--files", type=int, default=10_000, help="so many files (10000)")
    parser.add_argument("--rounds", type=int, default=5, help="so many times each (5)")
    parser.add_argument("--write", action="store_true", help="write benchmarks/RESULTS.md")
    chosen = parser.parse_args(words)
    size = Size(chosen.files, chosen.rounds)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for part in chosen.part:
            found = list(PARTS[part](size, Path(folder)))
            rows += found
            print(_table(found))
    if chosen.write:
        text = _document(rows, size)
        if set(chosen.part) < set(PARTS):
            text = _with_rows(RESULTS.read_text(encoding="utf-8"), rows)
        RESULTS.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
