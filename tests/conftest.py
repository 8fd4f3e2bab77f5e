"""What all tests share: the folders of the project, and a run of the command in a process."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

# A machine that is busy is slow, and that says nothing of the program. The examples are the same
# in each run, so that a change is judged by what it changes; `--hypothesis-profile hunting` looks
# for new ones.
settings.register_profile("hunting", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")

pytest_plugins = ["tests.golden_files", "tests.small_agreements"]

PROJECT = Path(__file__).parent.parent

Run = Callable[..., subprocess.CompletedProcess[str]]
"""``run("calc", "a.yaml", cwd=folder, env={...})``: the finished process, its output as text."""


def pytest_configure() -> None:
    """Let what the tests start hear Ctrl-C, also where they run in the background of a shell."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder that holds pyproject.toml."""
    return PROJECT


@pytest.fixture(scope="session")
def avtalskalk() -> Run:
    """The command, run in a process of its own with nothing of the machine's settings."""

    def run(
        *arguments: str,
        cwd: Path = PROJECT,
        env: dict[str, str] | None = None,
        stdin: str = "",
        python: Sequence[str] = (),
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *python, "-m", "avtalskalk", *arguments],
            cwd=cwd,
            env=plain_environment() | (env or {}),
            input=stdin,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=120,
        )

    return run


def plain_environment() -> dict[str, str]:
    """The environment without what changes an output: settings, language, colour, width."""
    changing = ("AVTALSKALK_", "LC_", "LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(changing)}
    return kept | {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
