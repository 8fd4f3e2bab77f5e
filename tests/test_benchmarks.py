"""The benchmarks run, on few files; what they measure is nothing for a test to judge."""

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.make_portfolio import make
from tests.conftest import PROJECT, plain_environment


@pytest.mark.slow
def test_the_benchmarks_run() -> None:
    """Every part measures, and the plain script has the same totals as the program."""
    done = subprocess.run(
        [sys.executable, "benchmarks/run.py", "--files", "20", "--rounds", "1"],
        cwd=PROJECT,
        env=plain_environment(),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    for what in (
        "--version",
        "all of it",
        "50 items, 20 parties: mixes in mixes",
        "20 files × 5 years, totals by party",
        "20 files to json",
        "1000 of them that come to another öre",
        "20 files checked, all lints",
    ):
        assert f"| {what} |" in done.stdout


def test_the_same_files_every_time(tmp_path: Path) -> None:
    """The portfolio is the same for the same number, about 65 lines each, and some can be wrong."""
    for folder in ("one", "two"):
        make(tmp_path / folder, 10, wrong=2)
    texts = [path.read_text("utf-8") for path in sorted((tmp_path / "one").iterdir())]
    assert texts == [path.read_text("utf-8") for path in sorted((tmp_path / "two").iterdir())]
    assert {text.count("\n") for text in texts} == {65}
    assert len(set(texts)) == 10
