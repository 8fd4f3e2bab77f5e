"""A small sample of the fuzzing, and that it sees what it is there to see."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import PROJECT, plain_environment

FUZZ = PROJECT / "tools" / "fuzz.py"
COMMANDS = PROJECT / "tools" / "fuzz_commands.py"

# The program behaving in every way it must not, a case for each.
BROKEN = f"""
import os, signal, sys, time
sys.path.insert(0, {str(FUZZ.parent)!r})
import fuzz
def carry_out(raw):
    match raw:
        case b"crash": raise KeyError(1)
        case b"kill": os.kill(os.getpid(), signal.SIGKILL)
        case b"slow":
            while True: pass
        case b"large": kept.append(bytearray(os.urandom(1) * 300_000_000))
    return "calculated"
kept = []
cases = b"fine crash fine kill slow fine large fine".split()
fuzz.carry_out, fuzz.case, fuzz.MOST_SECONDS = carry_out, lambda n, *_: cases[n], 4
tally = fuzz.fuzz(0, len(cases), 1, 2)
print(sorted(tally.outcomes.items()))
print(sorted((fault.number, fault.kind) for fault in tally.faults))
"""


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        env=plain_environment(),
        cwd=PROJECT,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=600,
    )


@pytest.mark.slow
def test_a_sample_of_mutated_files() -> None:
    """Files made to do harm, and some hundred mutated ones: no crash, no hang, no flood."""
    done = run(str(FUZZ), "--count", "300", "--seed", "7")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("300 files, seed 7, peak ")
    assert "calculated" in done.stdout


@pytest.mark.slow
def test_a_sample_of_commands_on_mutated_workspaces() -> None:
    """Every command, with files and options of all kinds: no fault, nothing opened outside."""
    done = run(str(COMMANDS), "--count", "250", "--seed", "7")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("250 files, seed 7, peak ")
    commands = {line.split()[0] for line in done.stdout.splitlines()[1:] if line.strip()}
    assert commands >= {"calc", "check", "whatif", "solve", "sweep", "diff", "seal", "verify"}
    assert commands >= {"report", "vouchers", "settle", "explain"}


# A command that reads and writes beside the workspace.
PRYING = f"""
import sys
sys.path.insert(0, {str(FUZZ.parent)!r})
import fuzz_commands, avtalskalk.cli.application as application
def run(words):
    open("../outside.yaml").close() if words[0] == "show" else open("../new", "w").close()
    return 0
fuzz_commands.sealed_result = lambda example, *_: "{{}}"
sys.addaudithook(fuzz_commands._watch)
application.run = run
for number in range(200):
    try:
        fuzz_commands.carry_out(f"1 {{number}}".encode())
    except fuzz_commands.fuzz.WrongError as error:
        print(error)
"""


def test_the_page_quotes_the_figures() -> None:
    """Each run of the file of figures stands on the page, and every outcome is one of its cases."""
    page = (PROJECT / "docs" / "attacks.md").read_text(encoding="utf-8")
    for run in json.loads((PROJECT / "docs" / "attacks.json").read_text(encoding="utf-8")):
        assert sum(run["outcomes"].values()) == run["cases"]
        seeds, faults = len(run["seeds"].split()), sum(map(len, run["faults"].values()))
        when = f"{run['date']} | {run['version']}"
        most = f"{run['seconds']} s | {run['megabytes']} MB"
        assert f"| {run['cases']:,} | {when} | {seeds} | {faults} | {most} |" in page


@pytest.mark.slow
def test_what_is_opened_outside_is_seen(tmp_path: Path) -> None:
    """A file that is read beside the workspace, and one that is written."""
    script = tmp_path / "prying.py"
    script.write_text(PRYING, encoding="utf-8")
    reported = run(str(script)).stdout
    assert "show: outside: read ../outside.yaml" in reported
    assert "calc: outside: wrote ../new" in reported


@pytest.mark.slow
def test_the_guard_sees(tmp_path: Path) -> None:
    """A crash, a killed process, a hang and a flood are each found, and the rest still runs."""
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, encoding="utf-8")
    outcomes, faults = run(str(script)).stdout.splitlines()
    assert outcomes == "[('calculated', 5), ('crashed', 1), ('killed', 1), ('slow', 1)]"
    assert faults.startswith("[(1, 'KeyError in ")
    assert "(3, 'process ended by -9'), (4, 'over 4 s'), (6, 'over 200 MB')]" in faults
