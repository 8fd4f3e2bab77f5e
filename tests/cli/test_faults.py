"""A fault of our own in one file of many: it is that file's, and the others are still processed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import SOUND, Command

from avtalskalk.calculation import calculate
from avtalskalk.checks import readings

COMMANDS = (
    ("calc", "avtal", "--keep-going", "-f", "csv"),
    ("calc", "avtal", "--keep-going", "--year", "2023", "-f", "json"),
    ("show", "avtal", "--keep-going"),
    ("check", "avtal"),
)
STOPPING = (
    ("calc", "avtal"),
    ("explain", "avtal", "--year", "2023"),
    ("whatif", "avtal", "--cost", "+1 %"),
    ("seal", "avtal"),
    ("diff", "avtal", "avtal"),
    ("solve", "avtal/2.yaml", "--vary", "cost", "--want", "kommun<=1", "--year", "2023"),
    ("sweep", "avtal/2.yaml", "--vary", "cost=1 kr..2 kr:1 kr"),
    ("test", "avtal/2.yaml"),
)


def failing(function: Callable[..., Any], fails: Callable[..., bool]) -> Callable[..., Any]:
    """A function that has a fault for some arguments."""

    def wrapped(*arguments: Any, **named: Any) -> Any:
        if fails(*arguments):
            raise ZeroDivisionError
        return function(*arguments, **named)

    return wrapped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three agreements, of which the second will have a fault."""
    (tmp_path / "avtal").mkdir()
    for number in (1, 2, 3):
        text = SOUND.replace("lyktan", f"avtal-{number}")
        (tmp_path / "avtal" / f"{number}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def in_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault shows when the agreement is checked."""
    examine = failing(readings.examine_all, lambda data, *_: data["id"] == "avtal-2")
    monkeypatch.setattr("avtalskalk.files.workspace.examine_all", examine)


@pytest.fixture
def in_calculation(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault shows when a year is worked out."""
    of_year = failing(calculate.calculate, lambda plan, *_: plan.agreement.id == "avtal-2")
    monkeypatch.setattr("avtalskalk.features.computed.calculate", of_year)


@pytest.mark.usefixtures("folder", "in_reading")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_reading_goes_on(command: Command, arguments: tuple[str, ...]) -> None:
    """The fault names its file, the first and the third are processed, and the exit code is 4."""
    done = command(*arguments)
    said = done.out if arguments[0] == "check" else done.err
    assert done.code == 4
    assert said.count("error[AV890]: a fault in avtalskalk itself (ZeroDivisionError") == 1
    assert "\n  avtal/2.yaml\n" in said
    if arguments[0] != "check":
        assert "avtal-1" in done.out or "Lyktan" in done.out
        assert "avtal-2" not in done.out


@pytest.mark.usefixtures("folder", "in_calculation")
@pytest.mark.parametrize("arguments", [c for c in COMMANDS if c[0] != "show"], ids=" ".join)
def test_calculation_goes_on(command: Command, arguments: tuple[str, ...]) -> None:
    """So it is where the fault shows later."""
    done = command(*arguments)
    said = done.out if arguments[0] == "check" else done.err
    assert done.code == 4
    assert said.count("AV890") == 1
    assert "\n  avtal/2.yaml\n" in said
    assert "avtal-2" not in done.out


@pytest.mark.usefixtures("folder", "in_reading")
@pytest.mark.parametrize("arguments", STOPPING, ids=" ".join)
def test_nothing_is_written_unless_asked_for(command: Command, arguments: tuple[str, ...]) -> None:
    """Without --keep-going there is no result, and the fault's file is named."""
    done = command(*arguments)
    assert (done.code, done.out) == (4, "")
    assert "AV890" in done.err
    assert "\n  avtal/2.yaml\n" in done.err
