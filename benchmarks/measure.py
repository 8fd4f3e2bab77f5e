"""Processes measured: time on the clock, processor time and memory, in interleaved rounds."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

PROJECT = Path(__file__).parent.parent


class Run(NamedTuple):
    """One finished process: seconds on the clock, of the processor (with system), its peak."""

    wall: float
    cpu: float
    megabytes: float


class Runs(list[Run]):
    """Every run of one command, in the order of the rounds."""

    def middle(self) -> Run:
        """The median of each column."""
        return Run(*(median(column) for column in zip(*self, strict=True)))

    def over(self, others: "Runs") -> tuple[float, float]:
        """How many times another command's clock and processor time: medians over the rounds.

        Round by round, so that a machine that slows down for a while slows both sides.
        """
        pairs = list(zip(self, others, strict=True))
        return median(a.wall / b.wall for a, b in pairs), median(a.cpu / b.cpu for a, b in pairs)


def run(words: Sequence[str], output: Path | None = None) -> Run:
    """Run Python with some words and measure it; a failure ends the whole."""
    # Without compiled modules a start would be measured that nobody has twice.
    left_out = ("AVTALSKALK_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: text for name, text in os.environ.items() if not name.startswith(left_out)}
    environment = {**kept, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(PROJECT / "src")}
    with (output or Path(os.devnull)).open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, *words], env=environment, stdout=out)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{' '.join(words)}: exit code {process.returncode}"
        raise SystemExit(message)
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def interleaved(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Runs]:
    """Run all commands in turn, round after round, so that what disturbs one disturbs all.

    One round goes before, to compile what is imported and to warm the disk's cache.
    """
    runs = {name: Runs() for name in commands}
    for number in range(rounds + 1):
        for name, words in commands.items():
            one = run(words)
            if number:
                runs[name].append(one)
    return runs
