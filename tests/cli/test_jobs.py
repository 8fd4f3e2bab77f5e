"""`--jobs`: several processes, the same result to the byte, and nothing left when they stop."""

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks.make_portfolio import make
from tests.cli.conftest import GAP, SOUND, WRONG, Command, written
from tests.cli.test_sweep import BIG, YEAR
from tests.conftest import PROJECT, plain_environment

from avtalskalk.cli import workers
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.diagnostics import Diagnostic


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few files at a time, so that what concerns two files is in two processes."""
    monkeypatch.setattr(workers, "_PIECE", 4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files with everything that one has to do with another, three of them wrong."""
    folder = tmp_path / "avtal"
    make(folder, 14, wrong=2)
    shutil.copy(folder / "a00001.yaml", folder / "b-same-id.yaml")
    os.link(folder / "a00002.yaml", folder / "b-same-file.yaml")
    other_region = (folder / "a00003.yaml").read_text(encoding="utf-8").replace("avtal-3", "c")
    written(folder, "c.yaml", other_region.replace("Region Påhitt", "Region Annat"))
    written(folder, "d.yaml", SOUND.replace("split: {region: 70 %, kommun: rest}", "split: even"))
    written(folder, "e.yaml", GAP)
    written(folder, "none.yaml", "a: 1\n")
    (folder / "empty").mkdir()
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ("calc",),
        ("calc", "-f", "csv", "--keep-going"),
        ("calc", "-f", "json", "--keep-going", "--years", "2020..2025"),
        ("calc", "--by", "party", "--keep-going", "--warn-if", "region > 1 mkr"),
        ("calc", "-f", "html", "--keep-going", "--fail-on-incomplete"),
        ("whatif", "--cost", "+1 %", "--keep-going"),
        (
            "whatif",
            "--cost",
            "drift=+1 %",
            "-f",
            "csv",
            "--keep-going",
            "--warn-if",
            "region > 1 mkr",
        ),
        ("whatif", "--cost", "+1 %", "--by", "party", "--keep-going", "-f", "json"),
        ("whatif", "--cost", "+1 %"),
        ("sweep", "--vary", "cost=1 %; 2 %", "--year", "2023", "--keep-going", "-f", "csv"),
        ("sweep", "--vary", "cost=1 %; 2 %", "--year", "2023", "--keep-going"),
        ("check",),
        ("check", "-f", "json", "--strict"),
    ],
    ids=" ".join,
)
def test_as_many_as_one(command: Command, folder: Path, words: tuple[str, ...]) -> None:
    """What two processes write and say is what one does, and the code is the same."""
    assert folder.is_dir()
    paths = ("avtal", "avtal/empty", "avtal/e.yaml")
    alone = command(*words, *paths, "--jobs", "1")
    assert "AV056" in alone.err + alone.out
    assert command(*words, *paths, "--jobs", "2") == alone


@pytest.mark.parametrize(("files", "most"), [(499, 1), (500, 2)])
def test_by_itself(monkeypatch: pytest.MonkeyPatch, files: int, most: int) -> None:
    """Five hundred files are spread by themselves; fewer are not worth the processes."""
    begun: list[int] = []

    def in_pieces(
        compute: Callable[[list[int]], list[int]], pieces: Iterator[list[int]], jobs: int
    ) -> Iterator[list[int]]:
        begun.append(jobs)
        return map(compute, pieces)

    monkeypatch.setattr(workers, "in_pieces", in_pieces)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    assert list(workers.spread(iter, range(files))) == list(range(files))
    assert begun == [2] * (most > 1)


def test_a_number_of_jobs(command: Command, tmp_path: Path) -> None:
    """It is a whole number from 1."""
    file = written(tmp_path, "a.yaml", SOUND)
    assert command("calc", file, "--jobs", "2") == command("calc", file)
    for number in ("0", "two", "65"):
        done = command("calc", file, "--jobs", number)
        assert (done.code, done.out) == (2, "")
        assert "[AV118]" in done.err
    assert "[AV104]" in command("check", written(tmp_path, "b.yaml", WRONG), "--jobs", "2").out


def test_two_versions(command: Command, folder: Path) -> None:
    """What differs between two folders is the same by two processes as by one."""
    newer = folder.parent / "ny"
    shutil.copytree(folder, newer)
    for file in (newer / "a00001.yaml", newer / "b-same-id.yaml", newer / "b-same-file.yaml"):
        file.unlink()
    changed = (newer / "a00004.yaml").read_text(encoding="utf-8").replace("5 kr", "6 kr")
    written(newer, "a00004.yaml", changed)
    for words in ((), ("--keep-going",), ("--keep-going", "-f", "json", "--year", "2022")):
        alone = command("diff", "avtal", "ny", *words, "--jobs", "1")
        assert alone.code == (5 if words else 3)
        assert command("diff", "avtal", "ny", *words, "--jobs", "2") == alone


SWEEP = ("sweep", "lyktan.yaml", *YEAR, *BIG[:-1], "share.kommun=1 %..40 %:0,5 %")
CALC = ("calc", "many", "--jobs", "2")


@pytest.mark.parametrize("error", [Misuse("AV805", command="calc"), Invalid(Diagnostic("AV846"))])
def test_what_ends_a_command_reaches_it(error: Misuse | Invalid) -> None:
    """A slip that shows in another process is said as one that shows here."""
    sent = pickle.loads(pickle.dumps(error))  # noqa: S301 - what we wrote ourselves
    assert (type(sent), vars(sent)) == (type(error), vars(error))


def processes_below(parent: int) -> list[int]:
    """The processes that a process has begun, on a system that tells."""
    try:
        below = Path(f"/proc/{parent}/task/{parent}/children").read_text("utf-8")
    except OSError:
        return []
    return [int(number) for number in below.split()]


def is_working(process: int) -> bool:
    """Whether a process is there and not only waits to be buried."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        return False


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no /proc to look in")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("words", [SWEEP, CALC], ids=["sweep", "calc"])
def test_nothing_is_left_working(tmp_path: Path, words: tuple[str, ...], how: int) -> None:
    """A command that is stopped, in whatever way, leaves no process behind."""
    written(tmp_path, "lyktan.yaml", SOUND)
    make(tmp_path / "many", 2000)
    process = subprocess.Popen(
        [sys.executable, "-m", "avtalskalk", *words, "-f", "csv"],
        cwd=tmp_path,
        env=plain_environment() | {"PYTHONPATH": str(PROJECT / "src")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    workers: list[int] = []
    for _ in range(300):
        time.sleep(0.1)
        workers = processes_below(process.pid)
        if len(workers) > 2:
            break
    if not workers:
        process.kill()
        process.wait()
        pytest.skip("one processor alone")
    process.send_signal(how)
    try:
        process.wait(60)
    finally:
        process.kill()
    for _ in range(200):
        if not any(map(is_working, workers)):
            return
        time.sleep(0.1)
    pytest.fail(f"still working: {[one for one in workers if is_working(one)]}")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no /proc to look in")
def test_a_worker_that_dies(tmp_path: Path) -> None:
    """A process that is killed ends the command as a fault, and nothing is written."""
    make(tmp_path / "many", 2000)
    process = subprocess.Popen(
        [sys.executable, "-m", "avtalskalk", *CALC, "-o", "result.csv"],
        cwd=tmp_path,
        env=plain_environment() | {"PYTHONPATH": str(PROJECT / "src")},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    while len(workers_of := processes_below(process.pid)) < 3:
        assert process.poll() is None
        time.sleep(0.05)
    os.kill(workers_of[-1], signal.SIGKILL)
    _, messages = process.communicate(timeout=60)
    assert process.returncode == 4
    assert messages.startswith("error[AV890]: ")
    assert "Traceback" not in messages
    assert not (tmp_path / "result.csv").exists()
