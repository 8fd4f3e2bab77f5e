"""Settings: flag over environment over file over default, and where each came from."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.conftest import SOUND, Command, settings_of, written

from avtalskalk.cli import language


def test_the_order(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flag goes before the environment, that before the file, and that before the default."""
    written(tmp_path, "avtalskalk.toml", 'basis = "actual"\nunit = "mkr"\n')

    def origins(*words: str) -> list[tuple[str, str]]:
        found = json.loads(command("doctor", "-f", "json", *words).out)["settings"]
        return [(found[n]["value"], found[n]["origin"]) for n in ("basis", "unit", "color")]

    assert origins() == [("actual", "file"), ("mkr", "file"), ("auto", "default")]
    monkeypatch.setenv("AVTALSKALK_BASIS", "forecast")
    assert origins()[0] == ("forecast", "environment")
    assert origins("--color", "never")[2] == ("never", "flag")
    assert origins("--no-config")[:2] == [("budget", "default"), ("", "default")]


def test_the_workspace_of_the_path(command: Command, tmp_path: Path) -> None:
    """The settings are those of the workspace that the agreement lies in."""
    written(tmp_path, "avtal/avtalskalk.toml", 'lang = "sv"\n')
    written(tmp_path, "avtal/djupt/a.yaml", SOUND)
    done = command("calc", "avtal/djupt/a.yaml", "--party", "nix")
    assert done.err.startswith("fel[AV101]")


@pytest.mark.parametrize(
    ("text", "code"),
    [('basis = "bugdet"\n', "AV826"), ('lnag = "sv"\n', "AV291"), ("basis\n", "AV062")],
)
def test_bad_settings(command: Command, tmp_path: Path, sound: str, text: str, code: str) -> None:
    """A setting that cannot be understood stops the command, unless it is passed over."""
    written(tmp_path, "avtalskalk.toml", text)
    done = command("calc", sound, "--year", "2023", "-f", "csv")
    assert done.code == (2 if code == "AV826" else 3)
    assert code in done.err
    assert command("calc", sound, "--year", "2023", "-f", "csv", "--no-config").code == 0


def test_a_format_that_the_command_does_not_have(
    command: Command, sound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A format in the settings holds for the commands that write it, and only for them."""
    monkeypatch.setenv("AVTALSKALK_FORMAT", "csv")
    assert command("calc", sound, "--year", "2023").out.startswith("agreement,")
    assert command("check", sound, "-q").code == 0


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LC_ALL": "sv_SE.UTF-8", "LANG": "en_US"}, ("sv", "LC_ALL")),
        ({"LC_MESSAGES": "sv", "LANG": "en_US"}, ("sv", "LC_MESSAGES")),
        ({"LANG": "sv-FI"}, ("sv", "LANG")),
        ({"LANG": "Swedish_Sweden.1252"}, ("sv", "LANG")),
        ({"LC_ALL": "C", "LANG": "sv_SE"}, ("en", "LC_ALL")),
        ({"LANG": "svx"}, ("en", "LANG")),
        ({}, ("en", "")),
    ],
)
def test_the_locale(
    variables: dict[str, str], expected: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Swedish where the system is Swedish, otherwise English; the first variable set decides."""
    for name in language.LOCALE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language.from_locale() == expected


def test_windows_has_no_such_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows the system's own locale is asked."""
    for name in language.LOCALE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda: ("Swedish_Sweden", "1252"))
    assert language.from_locale() == ("sv", "")


def test_the_language_in_the_environment(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """AVTALSKALK_LANG goes before the locale, for wrong usage and help too."""
    monkeypatch.setenv("AVTALSKALK_LANG", "sv")
    assert command("cacl").err.startswith("fel")
    assert command("cacl", "--no-config").err.startswith("error")
    assert command("--help").out.startswith("Användning")


def test_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour is for terminals, unless NO_COLOR or --color say otherwise."""
    monkeypatch.delenv("NO_COLOR", raising=False)

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    closed = io.StringIO()
    closed.close()
    asked = settings_of("calc")
    assert [asked.colored(s) for s in (Terminal(), io.StringIO(), closed)] == [True, False, False]
    assert settings_of("calc", "--color", "always").colored(io.StringIO())
    assert not settings_of("calc", "--color", "never").colored(Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not asked.colored(Terminal())


def test_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table takes what it is told, what the terminal has, or a paper's width."""
    monkeypatch.setenv("COLUMNS", "71")
    assert settings_of("calc", "--width", "50").width == 50
    asked = settings_of("calc")
    assert asked.width == 100
    assert replace(asked, terminal=True).width == 71


def test_today() -> None:
    """Without --today it is the day it is, the same in every time zone."""
    assert settings_of("calc").today == datetime.now(UTC).date()
    assert settings_of("calc", "--today", "2023-06-30").today.isoformat() == "2023-06-30"
