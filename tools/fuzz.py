"""Mutated files through the whole program: nothing may crash, hang or eat the memory.

    python tools/fuzz.py --count 100000 --seed 1
    python tools/fuzz.py --seed 1 --only 4711 --keep cases
    python tools/fuzz.py --count 5000 --seeds 20..59 --figures docs/attacks.json

Each case comes from its number and the seed alone, so a fault can be looked at again. The
files are read, checked and calculated for all years on every basis; all that was said and all
results are rendered in both languages.  The work is done in processes of its own: one that is
killed, or is too slow, costs its case and no more.
"""

# ruff: noqa: INP001, T201, E501 - a script of its own, which prints, with lists made to be skimmed

import argparse
import json
import multiprocessing
import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from itertools import cycle
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import FrameType
from typing import Any, Literal, NamedTuple

PROJECT = Path(__file__).parent.parent
MOST_MEGABYTES = 200
MOST_SECONDS = 10
"""Of processor time, for one file; a busy machine must not look like a hang."""

_BLOCK = 250
_LONGEST = 30_000
_PATIENCE = 12 * MOST_SECONDS
_MOST_DATA = 4 << 30

# --- Making files --------------------------------------------------------------------------

_TOKEN = re.compile(r"[\w./%-]+|[^\s\w]|\s+")
_NUMBER = re.compile(r"(?<![\w-])\d+(?: \d{3})*(?:[.,]\d+)?(?![\w-])")
_PERCENT = re.compile(r"\d+(?:[.,]\d+)? ?%")
_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
_KEY = re.compile(r"(?m)(?<![^\s{,])[\w-]+(?=:(?:\s|$))")
_VALUE = re.compile(r"(?m)(?<=: )[^\n{}\[\],]+")

_NUMBERS = (
    *(
        "0",
        "1",
        "-1",
        "-0",
        "0,5",
        "1/3",
        "0/0",
        "1/0",
        "100",
        "99,999999999999",
        "0,1234567890123",
    ),
    *("1 000 000", "1,000", "1.000.000", "1e9", "0x1f", "1_000", "010", "999999999999999999"),
    *("9" * 19, "9" * 400, "1" + "0" * 5000, "∞", "NaN", "-inf", "٣", "½", "1 000", "−5"),
    *(
        "100 %",
        "0 %",
        "33,333333333333 %",
        "-5 %",
        "101 %",
        "5 ‰",
        "rest",
        "equal",
        "2 mkr",
        "5 tkr",
    ),
)
_DATES = (
    *(
        "2023-02-29",
        "2024-02-29",
        "0000-00-00",
        "9999-12-31",
        "1899-12-31",
        "1900-01-01",
        "2199-12-31",
    ),
    *("2200-01-01", "2023-13-01", "2023-06", "2023", "2023/24", "2023/2024", "27 juni", "20230101"),
    *("2023-12-31", "2023-01-01", "2023-07-01", "2022-12-31", "2026-01-15", "12-31", "02-29"),
)
_ODD = (
    *("\0", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\ud800", "\U0001f600"),
    *("é", "e\u0301", "İ", "ß", "\u0e01\u0e33", "A" * 3000, "\t", "\r", "\r\n", "&a ", "*a", "!!python/object:os "),
    *("<<: ", "[a]", "[/]", "{", "}", "[", "]", "'", '"', "|\n", ">\n", "# ", "? ", "- ", ": ", "%", "@", "`"),
    *('"\\x1b[31m"', '"\\ud800"', '"\\U00110000"', '"\\0"', "---\n", "...\n", "%YAML 9.9\n", ",", ", ", "=1+1"),
)  # fmt: skip

HOSTILE: tuple[bytes, ...] = (
    b"",
    b"\xff\xfe\x00",
    b"[" * 50_000,
    b"{" * 50_000,
    b"- " * 50_000,
    b"? " * 50_000,
    b"a: " * 50_000,
    b"avtalskalk: 1\nid: " + b"[" * 50_000,
    b"avtalskalk: 1\nid: a\na: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)
    ),
    b"avtalskalk: 1\nid: a\ntitle: " + b"9" * 5000 + b"\n",
    b"\n".join(b" " * n + b"a:" for n in range(2000)),
    b'avtalskalk: 1\ntitle: "' + b"\\e" * 100_000 + b'"\n',
    b"avtalskalk: 1\nid: " + b"a" * 4_900_000,
    b"avtalskalk: 1\n" + b"".join(b"k%d: 1\n" % n for n in range(60_000)),
    b"avtalskalk: 1\nparties: [" + b"a," * 60_000 + b"]\n",
    b"avtalskalk: 1\n" + b"# " + b"x" * 1_000_000 + b"\n",
    b"avtalskalk: 1\n\t\t\t- a\n" * 2000,
)
"""Files that other programs have died of."""

_SOUND = """\
avtalskalk: 1
id: a
title: {title}
parties: {{a: {name}, b: Bo}}
periods: [{{from: 2023-01-01, to: {last}, split: {split}}}]
costs: {{x: {{title: {title}, budget: {{2023: {amount}}}}}}}
"""


def _written(**different: str) -> bytes:
    usual = {"title": "A", "name": "Anna", "last": "2023-12-31", "split": "equal", "amount": "1 kr"}
    return _SOUND.format(**(usual | different)).encode("utf-8", "surrogatepass")


CRAFTED = (
    _written(title='"Alingsås [a]"'),
    _written(title='"[/]"', name='"[bold]Anna[/bold]"'),
    _written(title='"\\e[31m"'),
    _written(title='"\\ud800"'),
    _written(title="\x1b[31m"),
    _written(title='"=cmd|x!A1"', name='"@a,b;c"'),
    _written(title="e\u0301" * 2000, name="\U0001f600" * 500),
    _written(amount="9" * 5000),
    _written(amount="9" * 18 + " kr"),
    _written(amount="-" + "9" * 18),
    _written(last="9999-12-31"),
    _written(last="2199-12-31"),
    _written(split="{a: 1/" + "9" * 17 + ", b: rest}"),
    _written(split="{a: " + "9" * 5000 + " %, b: rest}"),
)
"""Small agreements with one value that is hard to show or to reckon with."""


def seeds() -> list[str]:
    """The project's agreements, sound ones as many times as there are wrong ones, as text."""
    sound, wrong = _texts("agreements", "examples"), _texts("tests")
    return [*sound * (len(wrong) // len(sound) + 1), *wrong]


def _texts(*folders: str) -> list[str]:
    """What files below folders hold, in the order of their paths; long ones only cost time."""
    paths = sorted(path for one in folders for path in (PROJECT / one).rglob("*.y*ml"))
    texts = [path.read_bytes().decode("utf-8", "replace") for path in paths]
    return [text for text in texts if len(text) < _LONGEST]


Random = random.Random
Mutation = Callable[[str, Random, Sequence[str]], str]


def _place(text: str, chance: Random) -> int:
    return chance.randint(0, len(text))


def _insert(text: str, chance: Random, new: str) -> str:
    place = _place(text, chance)
    return text[:place] + new + text[place:]


def _swap_one(text: str, chance: Random, pattern: re.Pattern[str], new: Sequence[str]) -> str:
    """One place where a pattern is found, written otherwise."""
    found = list(pattern.finditer(text))
    if not found or not new:
        return text
    one = chance.choice(found)
    return text[: one.start()] + chance.choice(new) + text[one.end() :]


def _line(kind: Literal["double", "drop", "swap", "indent", "dedent"]) -> Mutation:
    def mutate(text: str, chance: Random, others: Sequence[str]) -> str:  # noqa: ARG001
        lines = text.split("\n")
        one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
        match kind:
            case "double":
                lines.insert(two, lines[one])
            case "drop":
                del lines[one]
            case "swap":
                lines[one], lines[two] = lines[two], lines[one]
            case "indent":
                lines[one] = " " * chance.randint(1, 4) + lines[one]
            case "dedent":
                lines[one] = lines[one].removeprefix("  ")
        return "\n".join(lines)

    return mutate


def _character(text: str, chance: Random, others: Sequence[str]) -> str:  # noqa: ARG001
    if not text:
        return text
    place = chance.randrange(len(text))
    return text[:place] + chr(ord(text[place]) ^ (1 << chance.randrange(7))) + text[place + 1 :]


def _odd(text: str, chance: Random, others: Sequence[str]) -> str:  # noqa: ARG001
    return _insert(text, chance, chance.choice(_ODD))


def _deep(text: str, chance: Random, others: Sequence[str]) -> str:  # noqa: ARG001
    how_deep = chance.choice((5, 39, 41, 300, 20_000))
    sign = chance.choice(("[", "{", "- ", "{a: ", "[{"))
    return _insert(text, chance, sign * how_deep)


def _cut(text: str, chance: Random, others: Sequence[str]) -> str:  # noqa: ARG001
    start = _place(text, chance)
    return text[:start] + text[start + chance.choice((1, 3, 20, 200, 100_000)) :]


def _token(text: str, chance: Random, others: Sequence[str]) -> str:
    tokens = _TOKEN.findall(text)
    more = _TOKEN.findall(chance.choice(others))
    if not tokens or not more:
        return text
    tokens[chance.randrange(len(tokens))] = chance.choice(more)
    return "".join(tokens)


def _splice(text: str, chance: Random, others: Sequence[str]) -> str:
    """Some lines of another file put in, at the depth of the line they are put before."""
    lines, more = text.split("\n"), chance.choice(others).split("\n")
    start, place = chance.randrange(len(more)), chance.randrange(len(lines))
    taken = more[start : start + chance.randint(1, 8)]
    depth = len(lines[place]) - len(lines[place].lstrip(" "))
    own = len(taken[0]) - len(taken[0].lstrip(" "))
    moved = [" " * depth + line[min(own, len(line) - len(line.lstrip(" "))) :] for line in taken]
    return "\n".join([*lines[:place], *moved, *lines[place:]])


def _section(text: str, chance: Random, others: Sequence[str]) -> str:
    """A whole section of another file instead of the own one, or beside it."""
    pattern = re.compile(r"(?m)^(\w+):.*\n(?:[ #-].*\n|\n)*")
    theirs = list(pattern.finditer(chance.choice(others)))
    if not theirs:
        return text
    new = chance.choice(theirs)
    own = next((one for one in pattern.finditer(text) if one[1] == new[1]), None)
    if own is None:
        return f"{text.rstrip()}\n{new[0]}"
    return text[: own.start()] + new[0] + text[own.end() :]


def _value(pattern: re.Pattern[str], new: Sequence[str] = ()) -> Mutation:
    """A number, a date or a key written otherwise: as in a list, or as in another file."""

    def mutate(text: str, chance: Random, others: Sequence[str]) -> str:
        theirs = pattern.findall(chance.choice(others)) if not new or chance.random() < 0.5 else new  # noqa: PLR2004
        return _swap_one(text, chance, pattern, theirs)

    return mutate


# What leaves the YAML whole stands many times, so that the checks and the engine are reached.
MUTATIONS: tuple[tuple[int, Mutation], ...] = (
    (12, _value(_NUMBER, _NUMBERS)),
    (6, _value(_NUMBER)),
    (6, _value(_PERCENT, _NUMBERS)),
    (8, _value(_DATE, _DATES)),
    (6, _value(_YEAR, ("1900", "2199", "2022", "2023", "2024", "2023/24"))),
    (8, _value(_KEY)),
    (8, _value(_VALUE)),
    (4, _value(_VALUE, (*_NUMBERS, *_DATES, "true", "ja", "~", "a", "[]", "{}"))),
    (8, _section),
    (4, _splice),
    (4, _token),
    (3, _line("double")),
    (3, _line("drop")),
    (3, _line("swap")),
    (3, _line("indent")),
    (2, _line("dedent")),
    (3, _character),
    (4, _odd),
    (1, _deep),
    (2, _cut),
)


def case(number: int, seed: int, others: Sequence[str]) -> bytes:
    """The file with a number: first the ones made by hand, then mutated ones."""
    made = (*HOSTILE, *CRAFTED)
    if number < len(made):
        return made[number]
    chance = Random(f"{seed} {number}")
    text = chance.choice(others)
    weights = [weight for weight, _ in MUTATIONS]
    for _, mutate in chance.choices(MUTATIONS, weights, k=chance.choice((1, 1, 1, 2, 2, 3, 5))):
        text = mutate(text, chance, others)
    raw = text.encode("utf-8", "surrogatepass")
    if raw and chance.random() < 0.05:  # noqa: PLR2004 - one in twenty
        place = chance.randrange(len(raw))
        raw = raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :]
    return raw


# --- Carrying out --------------------------------------------------------------------------

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_YEARS = (2019, 2023, 2024)


class WrongError(Exception):
    """Something is untrue that must always be true."""


def carry_out(raw: bytes) -> str:
    """Everything there is to do with a file; the answer says how far it came."""
    from avtalskalk import api
    from avtalskalk.files.yaml_edit import with_commas_mended

    outcome = "nothing"
    for loaded in api.stream(["-"], stdin=BytesIO(raw)):
        _say(loaded.diagnostics)
        if loaded.agreement is None:
            if not any(one.severity == "error" for one in loaded.diagnostics):
                message = "refused without a reason"
                raise WrongError(message)
            outcome = "refused by the reader" if _unread(loaded) else "refused by the checks"
        else:
            outcome = "calculated"
            _say(api.derived_totals(loaded))
            _calculate(loaded)
    if len(raw) < 1 << 16:
        with_commas_mended(raw.decode("utf-8", "surrogateescape"))
    return outcome


def _unread(loaded: Any) -> bool:  # noqa: ANN401 - what the program hands over
    return any(one.code < "AV1" for one in loaded.diagnostics if one.severity == "error")


def _say(diagnostics: Sequence[Any]) -> None:
    """Every finding in every layout; no sign in it may steer a terminal."""
    from avtalskalk.formats.github import annotation
    from avtalskalk.formats.terminal import message
    from avtalskalk.report.messages import record
    from avtalskalk.report.options import Options

    for one in diagnostics:
        record(one)
        for language in ("sv", "en"):
            shown = message(one, Options(language, width=80))
            if odd := _CONTROL.search(shown):
                text = f"{one.code} shows {odd[0]!r}"
                raise WrongError(text)
            annotation(one, language)
    if diagnostics:
        message(diagnostics[0], Options("sv", width=40, color=True))


def _calculate(loaded: Any) -> None:  # noqa: ANN401 - what the program hands over
    """All years on every basis, in every format; the document too."""
    from avtalskalk import api
    from avtalskalk.formats import DOCUMENT_FORMATS, DOCUMENTS, RECORDS
    from avtalskalk.model.statement import BASES
    from avtalskalk.report.options import Options

    # Those that take a library and a tenth of a second are for one file in sixteen.
    with_all = loaded.inputs[0].sha256.startswith("0")
    forms = [f for f in (*DOCUMENTS, *RECORDS)
             if with_all or f in RECORDS or not DOCUMENT_FORMATS[f].binary]  # fmt: skip
    for basis in BASES:
        computed = api.compute(loaded, None, basis)
        if computed.endless:
            computed = api.compute(loaded, _YEARS, basis)
        # A life as long as the format allows makes a table that is only wide.
        statements = computed.statements[:40]
        for statement in statements:
            _say(statement.diagnostics)
            _adds_up(statement)
        if statements:
            for form, language in zip(forms, cycle(("sv", "en")), strict=False):
                api.render_bytes(statements, form, Options(language, basis=basis, width=80))
            api.render(statements, "csv", Options("sv", by="item", dialect="excel-sv"))
            api.render(statements, "table", Options("en", by="party", color=True, width=60))
    for language in ("sv", "en"):
        api.render(api.show(loaded, language), "table", Options(language, width=80))  # type: ignore[arg-type]
    api.agreement_record(loaded)


def _adds_up(statement: Any) -> None:  # noqa: ANN401 - what the program hands over
    """The rows sum to the totals, to the öre."""
    sums: Counter[str] = Counter()
    for row in statement.rows:
        sums[row.party] += row.amount
    for total in statement.totals:
        if total.complete and total.amount != sums[total.party]:
            text = f"{total.party} {total.year}: rows {sums[total.party]}, total {total.amount}"
            raise WrongError(text)


# --- In processes of its own ---------------------------------------------------------------


class Fault(NamedTuple):
    """What went wrong with a case: in short, and in full."""

    number: int
    kind: str
    detail: str = ""


class SlowError(BaseException):
    """A case has used up its time; no `except Exception` may hold it back."""


def _too_slow(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signals call it
    raise SlowError


def megabytes() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def attempt(number: int, raw: bytes, memory: bool = True) -> tuple[str, Fault | None]:  # noqa: FBT001, FBT002
    """Carry out one case; its outcome, and what was wrong."""
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        outcome = carry_out(raw)
    except SlowError:
        return "slow", Fault(number, f"over {MOST_SECONDS} s", traceback.format_exc()[-3000:])
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if "avtalskalk" in frame.filename] or frames
        where = f"{Path(own[-1].filename).name}:{own[-1].name}:{own[-1].lineno}"
        kind = f"{type(error).__name__} in {where}"
        if isinstance(error, WrongError):
            kind = f"{kind} ({re.sub('[0-9]+', '#', str(error))[:60]})"
        return "crashed", Fault(number, kind, traceback.format_exc()[-3000:])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if memory and megabytes() > MOST_MEGABYTES:
        return outcome, Fault(number, f"over {MOST_MEGABYTES} MB", f"{megabytes():.0f} MB")
    return outcome, None


def _work(pipe: Connection, start: int, stop: int, seed: int, others: Sequence[str]) -> None:
    """A worker: cases one after the other, what each came to into the pipe."""
    signal.signal(signal.SIGPROF, _too_slow)
    # A case that asks for everything must not take the machine with it.  What is only reserved,
    # as by the library that draws charts, takes nothing.
    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_DATA, _MOST_DATA))
    for number in range(start, stop):
        before = time.process_time()
        outcome, fault = attempt(number, case(number, seed, others))
        pipe.send((number, outcome, fault, megabytes(), time.process_time() - before))
        if megabytes() > MOST_MEGABYTES:
            # A peak cannot be taken back: the rest goes to a fresh process.
            break


@dataclass
class Tally:
    """What has come out so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    peak: float = 0.0
    seconds: float = 0.0

    def add(
        self, outcome: str, fault: Fault | None, peak: float = 0.0, seconds: float = 0.0
    ) -> None:
        """Count a case."""
        self.outcomes[outcome] += 1
        self.faults += [fault] if fault else []
        self.peak = max(self.peak, peak)
        self.seconds = max(self.seconds, seconds)


@dataclass
class Worker:
    """A process with the cases it has been given; ``reached`` is the one it is at."""

    process: Any
    reached: int
    stop: int
    since: float = field(default_factory=time.monotonic)


def fuzz(start: int, count: int, seed: int, processes: int) -> Tally:
    """Carry out so many cases; see `Tally`."""
    others, tally = seeds(), Tally()
    stop = start + count
    waiting = [(one, min(one + _BLOCK, stop)) for one in range(start, stop, _BLOCK)][::-1]
    workers: dict[Connection, Worker] = {}
    while waiting or workers:
        while waiting and len(workers) < processes:
            pipe, worker = _started(*waiting.pop(), seed, others)
            workers[pipe] = worker
        for pipe in wait(list(workers), timeout=1):
            if left := _heard(pipe, workers, tally):  # type: ignore[arg-type]
                waiting.append(left)
        for worker in workers.values():
            if time.monotonic() - worker.since > _PATIENCE:
                worker.process.kill()
        _show(tally, count)
    return tally


def _started(start: int, stop: int, seed: int, others: Sequence[str]) -> tuple[Connection, Worker]:
    # A copy of this process has all modules and seeds already.
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, start, stop, seed, others))
    process.start()
    theirs.close()
    return ours, Worker(process, start, stop)


def _heard(
    pipe: Connection, workers: dict[Connection, Worker], tally: Tally
) -> tuple[int, int] | None:
    """Take what a worker says; where it has ended, the cases that it has left undone."""
    worker = workers[pipe]
    try:
        number, outcome, fault, peak, seconds = pipe.recv()
    except EOFError:
        worker.process.join()
        del workers[pipe]
        if worker.process.exitcode:
            kind = f"process ended by {worker.process.exitcode}"
            tally.add("killed", Fault(worker.reached, kind))
            worker.reached += 1
        return (worker.reached, worker.stop) if worker.reached < worker.stop else None
    tally.add(outcome, fault, peak, seconds)
    worker.reached, worker.since = number + 1, time.monotonic()
    return None


def _show(tally: Tally, count: int) -> None:
    if sys.stderr.isatty():
        done = tally.outcomes.total()
        print(f"\r{done} of {count}, {len(tally.faults)} faults", end="", file=sys.stderr)


# --- What is said --------------------------------------------------------------------------


def smaller(raw: bytes, kind: str) -> bytes:
    """The same fault with fewer lines, as far as single lines can be taken out."""
    lines = raw.split(b"\n")
    place = 0
    while place < len(lines) and len(lines) < 500:  # noqa: PLR2004 - more takes too long
        without = [*lines[:place], *lines[place + 1 :]]
        _, fault = attempt(0, b"\n".join(without), memory=False)
        if fault and fault.kind == kind:
            lines = without
        else:
            place += 1
    return b"\n".join(lines)


def report(tally: Tally, seed: int, folder: Path | None) -> None:
    """Print the outcomes, and each kind of fault with its smallest case."""
    others = seeds()
    print(f"{tally.outcomes.total()} files, seed {seed}, peak {tally.peak:.0f} MB")
    for outcome, count in sorted(tally.outcomes.items()):
        print(f"  {outcome}: {count}")
    kinds: dict[str, list[Fault]] = {}
    for fault in tally.faults:
        kinds.setdefault(fault.kind, []).append(fault)
    for kind, faults in sorted(kinds.items(), key=lambda one: -len(one[1])):
        first = min(faults, key=lambda one: len(case(one.number, seed, others)))
        print(f"\n{kind}: {len(faults)}, smallest {first.number}\n{first.detail}")
        raw = case(first.number, seed, others)
        if not first.kind.startswith(("process", "over")):
            raw = smaller(raw, kind)
        if folder:
            folder.mkdir(exist_ok=True)
            (folder / f"{first.number}.yaml").write_bytes(raw)
        if len(raw) < 4000:  # noqa: PLR2004 - longer ones are read in the folder
            print(raw.decode("utf-8", "backslashreplace"))


# --- Figures of long runs ------------------------------------------------------------------


def run_seeds(path: Path, asked: Sequence[int], count: int, processes: int) -> int:
    """Run seeds that are not in a file of figures yet, and add each to it; 1 for a fault.

    A run is what one program met with one version of a day.  It can be stopped at any time and
    taken up again.
    """
    from avtalskalk import __version__

    runs: list[dict[str, Any]] = json.loads(path.read_text()) if path.exists() else []
    program = Path(sys.argv[0]).name
    day = date.today().isoformat()  # noqa: DTZ011 - of whoever runs it
    name = {"program": program, "date": day, "version": __version__, "cases a seed": count}
    run = next((run for run in runs if run.items() >= name.items()), None)
    if run is None:
        run = {**name, "seeds": "", "cases": 0, "seconds": 0, "megabytes": 0, "outcomes": {}}
        run["faults"] = {}
        runs.append(run)
    done = {seed for run in runs if run["program"] == program for seed in run["seeds"].split()}
    for seed in asked:
        if str(seed) in done:
            continue
        tally = fuzz(0, count, seed, processes)
        run["seeds"] = f"{run['seeds']} {seed}".lstrip()
        run["cases"] += tally.outcomes.total()
        run["seconds"] = max(run["seconds"], round(tally.seconds, 1))
        run["megabytes"] = max(run["megabytes"], round(tally.peak))
        outcomes = Counter(run["outcomes"]) + tally.outcomes
        run["outcomes"] = dict(sorted(outcomes.items()))
        for fault in tally.faults:
            cases = run["faults"].setdefault(fault.kind, [])
            cases.append(f"{seed} {fault.number}")
        path.write_text(json.dumps(runs, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if run["faults"] else 0


def _ready() -> None:
    """Import everything and carry out one case, so that no worker has to do it anew."""
    signal.signal(signal.SIGPROF, _too_slow)
    sys.path.insert(0, str(PROJECT / "src"))
    carry_out(CRAFTED[0])
    # No settings and no shared file may stand where standard input is taken to be.
    os.chdir(tempfile.mkdtemp())


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000, help="so many files (10000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="the first case's number")
    parser.add_argument("--only", type=int, help="one case, in this process")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="a folder for the smallest case of each fault")
    parser.add_argument("--seeds", help="so many files for each seed, like 20..59")
    parser.add_argument("--figures", type=Path, help="where each seed's figures go; none is redone")
    chosen = parser.parse_args(words)
    folder = chosen.keep.absolute() if chosen.keep else None
    figures = chosen.figures.absolute() if chosen.figures else None
    here = Path.cwd()
    _ready()
    try:
        if figures:
            first, _, last = chosen.seeds.partition("..")
            seeds_asked = range(int(first), int(last) + 1)
            return run_seeds(figures, seeds_asked, chosen.count, chosen.processes)
        if chosen.only is None:
            tally = fuzz(chosen.start, chosen.count, chosen.seed, chosen.processes)
        else:
            tally = Tally()
            tally.add(*attempt(chosen.only, case(chosen.only, chosen.seed, seeds())))
        report(tally, chosen.seed, folder)
    finally:
        os.chdir(here)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
