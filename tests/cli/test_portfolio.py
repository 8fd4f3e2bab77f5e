"""Folders of a thousand files, some of them wrong, and results that cannot be written."""

import csv
import os
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.make_portfolio import make
from tests.conftest import plain_environment

FILES, WRONG = 1000, 50

# The command, made to wait for us when all is written but nothing has taken the file's name.
WAITING = """
import os, sys, time
def fsync(handle):
    print("written", flush=True)
    time.sleep(60)
os.fsync = fsync
sys.argv[0] = "avtalskalk"
from avtalskalk.__main__ import main
sys.exit(main())
"""


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portfolio")
    make(folder / "many", FILES, wrong=WRONG)
    make(folder / "few", 3)
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A result from before, alone in its folder."""
    file = tmp_path / "result.csv"
    file.write_bytes(b"the old result\n")
    return file


def run(folder: Path, *words: str, limit: int = 0) -> subprocess.CompletedProcess[str]:
    """The command in a folder; ``limit`` is the largest file that it may write, in bytes."""

    def limited() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "avtalskalk", *words],
        cwd=folder,
        env=plain_environment(),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
        preexec_fn=limited,
    )


def named(text: str) -> list[str]:
    """The files that messages are about, in their order."""
    return re.findall(r"^  (many/\S+?\.yaml):\d+:\d+$", text, re.MULTILINE)


def wrong_files() -> list[str]:
    step = FILES // WRONG
    return [f"many/a{number:05d}.yaml" for number in range(step - 1, FILES, step)]


def untouched(old: Path) -> bool:
    """Whether the old result is all there is in its folder."""
    return old.read_bytes() == b"the old result\n" and list(old.parent.iterdir()) == [old]


@pytest.mark.slow
@pytest.mark.parametrize("words", [("check", "-q"), ("calc", "-f", "csv")])
def test_every_finding_in_one_run(portfolio: Path, words: tuple[str, ...]) -> None:
    """Fifty wrong files of a thousand are all named in one run, and nothing is calculated."""
    done = run(portfolio, words[0], "many", *words[1:])
    assert done.returncode == 3
    said = done.stdout if words[0] == "check" else done.stderr
    assert named(said) == wrong_files()
    assert said.count("error[AV104]") == WRONG
    if words[0] == "calc":
        assert done.stdout == ""
        assert done.stderr.rstrip().splitlines()[-1].startswith("Nothing")


@pytest.mark.slow
def test_keep_going(portfolio: Path) -> None:
    """With --keep-going the other 950 are calculated; the verdict and the code tell of the 50."""
    done = run(portfolio, "calc", "many", "--keep-going", "-f", "csv")
    assert done.returncode == 5
    agreements = {row["agreement"] for row in csv.DictReader(done.stdout.splitlines())}
    assert len(agreements) == FILES - WRONG
    assert named(done.stderr) == wrong_files()
    verdict = done.stderr.rstrip().splitlines()[-1]
    assert str(WRONG) in verdict
    assert str(FILES) in verdict


@pytest.mark.slow
def test_the_rows_sum_to_the_totals(portfolio: Path) -> None:
    """Every row of a thousand agreements sums to the totals by party, to the öre.

    What files call `region` is several bodies, each with a total of its own.
    """
    totals = run(portfolio, "calc", "many", "--keep-going", "--by", "party", "-f", "csv")
    rows = run(portfolio, "calc", "many", "--keep-going", "-f", "csv")
    found, expected = (_sums(written.stdout) for written in (rows, totals))
    assert found == expected
    bodies = [(row["year"], row["name"]) for row in csv.DictReader(totals.stdout.splitlines())]
    assert len(bodies) == len(set(bodies)) > len(expected)


def _sums(text: str) -> dict[tuple[str, str], int]:
    """What rows of CSV come to by year and party, in öre."""
    sums: dict[tuple[str, str], int] = {}
    for row in csv.DictReader(text.splitlines()):
        key = row["year"], row["party"]
        sums[key] = sums.get(key, 0) + int(row["amount"].replace(".", ""))
    return sums


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_stopped_while_writing(portfolio: Path, old: Path, number: signal.Signals) -> None:
    """A run that is stopped while it writes leaves the old file as it was, and nothing else.

    One that is killed outright cannot clean up after itself: what it leaves is hidden, and no
    later run takes it for an agreement or a result.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING, "calc", "few", "-o", str(old)],
        cwd=portfolio,
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout
    assert process.stdout.readline() == "written\n"
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    if number == signal.SIGKILL:
        assert process.returncode == -number
        assert old.read_bytes() == b"the old result\n"
        assert all(one.name.startswith(".") for one in old.parent.iterdir() if one != old)
    else:
        assert process.returncode == 128 + number
        assert untouched(old)


def test_a_disk_that_fills_up(portfolio: Path, old: Path) -> None:
    """A file that does not fit leaves the old one as it was, with one clear line."""
    done = run(portfolio, "calc", "few", "-o", str(old), limit=1000)
    assert done.returncode == 6
    assert done.stderr.startswith("error[AV817]: ")
    assert untouched(old)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("form", ["csv", "json", "table", "md"])
def test_a_full_device(portfolio: Path, form: str) -> None:
    """A device without room is one clear line, as a file and as standard output."""
    done = run(portfolio, "calc", "few", "-f", form, "-o", "/dev/full")
    assert (done.returncode, done.stdout) == (6, "")
    assert done.stderr.startswith("error[AV817]: ")
    with Path("/dev/full").open("wb") as full:
        spilled = subprocess.run(
            [sys.executable, "-m", "avtalskalk", "calc", "few", "-f", form],
            cwd=portfolio,
            env=plain_environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
        )
    assert spilled.returncode == 6
    assert spilled.stderr.startswith("error[AV817]: ")
    assert "Traceback" not in spilled.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_permission(portfolio: Path, old: Path) -> None:
    """A folder that may not be written to is one clear line, and the old file stays."""
    old.parent.chmod(0o555)
    try:
        done = run(portfolio, "calc", "few", "-o", str(old))
    finally:
        old.parent.chmod(0o755)
    assert done.returncode == 6
    assert done.stderr.startswith("error[AV816]: ")
    assert untouched(old)


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="no folder that refuses everybody")
def test_a_folder_that_refuses_everybody(portfolio: Path) -> None:
    """The same for the superuser, in a folder where nobody may make a file."""
    done = run(portfolio, "calc", "few", "-o", "/sys/kernel/result.csv")
    assert done.returncode == 6
    assert done.stderr.startswith("error[AV816]: ")
    assert len(done.stderr.splitlines()) <= 3
