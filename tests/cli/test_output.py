"""Where a result goes: files written whole or not at all, closed pipes, full disks, signals."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import SOUND, Command, written
from tests.conftest import plain_environment

from avtalskalk import api
from avtalskalk.cli import output
from avtalskalk.cli.commands import COMMANDS, options_of
from avtalskalk.cli.options import FORMATS

FULL = Path("/dev/full")


@pytest.mark.parametrize("ending", ["csv", "json", "md", "txt"])
def test_the_ending_picks_the_format(
    command: Command, sound: str, tmp_path: Path, ending: str
) -> None:
    """A file has the bytes that its format writes to standard output."""
    form = {"txt": "table"}.get(ending, ending)
    command("calc", sound, "-o", f"a.{ending}")
    printed = command("calc", sound, "-f", form)
    assert (tmp_path / f"a.{ending}").read_text("utf-8") == printed.out


def test_a_dash_is_standard_output(command: Command, sound: str) -> None:
    """`-o -` prints."""
    assert command("calc", sound, "-o", "-").out == command("calc", sound).out


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("-o", "a.xyz"), "AV812"),
        (("-o", "a.csv", "-f", "json"), "AV813"),
        (("-o", "saknas/a.csv"), "AV814"),
        (("-o", "."), "AV815"),
        (("-o", "\ud800"), "AV818"),
    ],
)
def test_what_cannot_be_written(
    command: Command, sound: str, given: tuple[str, ...], code: str
) -> None:
    """A bad name for the result is refused before anything is worked out."""
    done = command("calc", sound, *given)
    assert (done.code, done.out) == (6 if code == "AV818" else 2, "")
    assert code in done.err


def test_any_ending_with_a_format(command: Command, sound: str, tmp_path: Path) -> None:
    """A strange ending will do where the format is said."""
    done = command("calc", sound, "-o", "a.xyz", "-f", "csv")
    assert done.code == 0
    assert (tmp_path / "a.xyz").read_bytes().startswith(b"agreement,")


def test_a_folder_without_permission(
    command: Command, sound: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system refuses, one clear line says so and the old file is untouched."""
    (tmp_path / "a.csv").write_bytes(b"old")

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "a.csv")

    monkeypatch.setattr("avtalskalk.files.atomic_write.write_whole", refused)
    done = command("calc", sound, "-o", "a.csv")
    assert (done.code, done.out) == (6, "")
    assert "error[AV816]: you are not allowed to write `a.csv`" in done.err
    assert (tmp_path / "a.csv").read_bytes() == b"old"


# Every command that writes a file, but those that only write a new one.
OVERWRITING = {
    "calc": ("calc", "avtal.txt"),
    "check": ("check", "avtal.txt"),
    "check-code": ("check", "--explain", "AV104"),
    "show": ("show", "avtal.txt"),
    "explain": ("explain", "avtal.txt"),
    "whatif": ("whatif", "avtal.txt", "--scenario", "./mer.txt"),
    "sweep": ("sweep", "avtal.txt", "--vary", "cost=0 %; 1 %", "--scenario", "./mer.txt"),
    "solve": (
        "solve",
        "avtal.txt",
        *("--want", "a<=1"),
        "--vary",
        "cost",
        "--scenario",
        "./mer.txt",
    ),
    "diff": ("diff", "avtal.txt", "avtal.txt"),
    "invoice": ("invoice", "avtal.txt"),
    "settle": ("settle", "avtal.txt", "--year", "2024"),
    "report": ("report", "avtal.txt", "--layout", "layout.txt"),
    "vouchers": ("vouchers", "avtal.txt"),
    "dates": ("dates", "avtal.txt"),
    "test": ("test", "ren.yaml"),
    "verify": ("verify", "bokslut.txt"),
    "schema": ("schema",),
    "doctor": ("doctor",),
}
KEYED = """\
avtalskalk: 1
id: ren
title: Ren (påhittad)
parties: {a: Anna, b: Bo}
periods: [{from: 2024-01-01, to: 2024-12-31, split: {by: antal}}]
keys: {antal: {file: antal.txt}}
costs: {x: {budget: {2024: 100 kr}}}
"""


def test_every_command_that_overwrites_is_here() -> None:
    """A command that writes a file with `-o` is tried, but `seal`, which only writes new ones."""
    writing = {name for name in COMMANDS if "output" in options_of(name)} - {"seal", "init"}
    assert {name.partition("-")[0] for name in OVERWRITING} == writing


@pytest.mark.parametrize("words", OVERWRITING.values(), ids=OVERWRITING)
def test_no_result_takes_the_place_of_what_people_write(
    command: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """`-o` over what the command reads, a YAML file, the settings or a seal leaves every byte."""
    files = {
        "ren.yaml": KEYED,
        "avtal.txt": KEYED.replace("id: ren", "id: avtal"),
        "antal.txt": "part;antal\na;30\nb;70\n",
        "mer.txt": "title: Mer\ncost: +1 %\n",
        "layout.txt": "sections: [amounts]\n",
        "ren.test.yaml": "cases: [{name: 30 %, year: 2024, amounts: {a: 30 kr}}]\n",
        "avtalskalk.toml": "",
        "andra.yml": "hej",
    }
    for name, text in files.items():
        written(tmp_path, name, text)
    assert command("seal", "ren.yaml", "-o", "bokslut.txt").code == 0
    (tmp_path / "lank.txt").hardlink_to(tmp_path / "antal.txt")
    reads = {"avtal.txt", "antal.txt", "lank.txt"} if "avtal.txt" in words else set()
    if words[0] in {"test", "verify"}:
        reads = {"antal.txt", "lank.txt"}
    reads |= {name for name in ("mer.txt", "layout.txt") if {name, f"./{name}"} & {*words}}
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    form = () if words[0] == "schema" or "--explain" in words else ("-f", FORMATS[words[0]][0])
    for name in ("ren.yaml", "andra.yml", "avtalskalk.toml", "bokslut.txt", *sorted(reads)):
        ran = command(*words, "-o", name, *(() if name.endswith(".txt") else form))
        assert (ran.code, ran.out) == (3, "")
        assert f"error[AV860]: `{name}` already exists and is not overwritten" in ran.err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_result_takes_the_place_of_an_earlier_result(
    command: Command, sound: str, tmp_path: Path
) -> None:
    """A file that nothing reads, of a name of our formats, is replaced as before."""
    for _ in range(2):
        assert command("calc", sound, "-o", "kostnad.csv").code == 0
    assert (tmp_path / "kostnad.csv").read_bytes().startswith(b"agreement,")


def test_reasons_in_words() -> None:
    """A full disk and a refusal have words of their own, the rest the system's."""
    codes = [output.unwritable(OSError(n, "odd"), "a").diagnostic.code for n in (28, 13, 5)]
    assert codes == ["AV817", "AV816", "AV818"]


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [("calc", "a.yaml", "-f", "csv"), ("--version",), ("--help",)])
def test_a_full_disk_behind_standard_output(tmp_path: Path, words: tuple[str, ...]) -> None:
    """What does not fit is one clear line and exit 2, not a traceback."""
    written(tmp_path, "a.yaml", SOUND)
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "avtalskalk", *words],
            cwd=tmp_path,
            env=plain_environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 6
    assert done.stderr.startswith(b"error[AV817]: the disk is full")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
def test_a_device_is_written_to_and_not_replaced(command: Command, sound: str) -> None:
    """`-o` on a device writes to it; the device stays what it is."""
    done = command("calc", sound, "-o", str(FULL), "-f", "csv")
    assert done.code == 6
    assert "AV817" in done.err
    assert FULL.is_char_device()


@pytest.mark.parametrize("words", ["calc a.yaml", "calc -", "--version", "check a.yaml"])
@pytest.mark.skipif(os.name == "nt", reason="a shell that closes streams")
def test_streams_that_are_closed(tmp_path: Path, words: str) -> None:
    """A stream that the caller has closed is an empty one, and no fault."""
    written(tmp_path, "a.yaml", SOUND)
    expected = 3 if words.endswith("-") else 0
    for closed in ("<&-", ">&-", "<&- >&-", "2>&-"):
        done = subprocess.run(
            ["sh", "-c", f'"$0" -m avtalskalk {words} {closed}', sys.executable],
            cwd=tmp_path,
            env=plain_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        assert done.returncode == expected
        assert b"AV890" not in done.stderr
        assert b"Traceback" not in done.stderr


def test_a_standard_input_that_cannot_be_read(tmp_path: Path) -> None:
    """A standard input that is open for writing is reported as a file is."""
    with (tmp_path / "x").open("wb") as stdin:
        (loaded,) = api.stream(["-"], stdin=stdin)
    assert [diagnostic.code for diagnostic in loaded.diagnostics] == ["AV058"]


def test_a_reader_that_has_gone(tmp_path: Path) -> None:
    """`| head` closes the pipe: nothing is said and the exit code is the result's own."""
    name = written(tmp_path, "a.yaml", SOUND)
    process = subprocess.Popen(
        [sys.executable, "-m", "avtalskalk", "calc", name, "-f", "csv"],
        cwd=tmp_path,
        env=plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


def test_closed_streams(tmp_path: Path) -> None:
    """With standard output or error closed the exit code still tells."""
    name = written(tmp_path, "a.yaml", SOUND)
    words = [sys.executable, "-m", "avtalskalk", "calc"]
    for path, closed, code in ((name, ">&-", 0), ("saknas.yaml", "2>&-", 3)):
        done = subprocess.run(
            ["sh", "-c", f'"$@" {closed}', "sh", *words, path],
            cwd=tmp_path,
            env=plain_environment(),
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


def test_ctrl_c(tmp_path: Path) -> None:
    """Ctrl-C ends the command at once, quietly, with the code that a shell expects."""
    start = """
import sys
import avtalskalk.cli.application
from avtalskalk.__main__ import main
print("started", flush=True)
sys.exit(main())
"""
    process = subprocess.Popen(
        [sys.executable, "-c", start, "calc", "-"],
        cwd=tmp_path,
        env=plain_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout
        process.stdout.readline()
        # A moment to get from there into the command, which then waits for its input.
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_request_to_stop_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A signal to stop while a file is written leaves the old one and nothing else."""
    (tmp_path / "a.csv").write_bytes(b"old")

    def stopped(_: int) -> None:
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr("os.fsync", stopped)
    with pytest.raises(SystemExit) as ended:
        output.Output(str(tmp_path / "a.csv")).write_text("new")
    assert ended.value.code == 128 + signal.SIGTERM
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"old"
