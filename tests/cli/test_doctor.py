"""`doctor`: what holds here, and never a failure."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command, written

from avtalskalk import __version__
from avtalskalk.cli import doctor
from avtalskalk.cli.options import OPTIONS


def test_for_a_person(command: Command, tmp_path: Path) -> None:
    """The facts and the settings are two aligned lists in the reader's language."""
    written(tmp_path, "avtalskalk.toml", 'unit = "tkr"\n')
    out = command("doctor", lang="sv").out
    assert out.startswith(f"Program\n  version        {__version__}\n")
    assert "  unit      tkr     filen avtalskalk.toml\n" in out
    assert "  lang      sv      språkinställningen LC_ALL\n" in out
    assert (tmp_path / "avtalskalk.toml").as_posix() in out


def test_for_a_program(command: Command) -> None:
    """JSON has every setting that there is."""
    found = json.loads(command("doctor", "-f", "json").out)
    assert found["facts"]["version"] == __version__
    assert {name for name, option in OPTIONS.items() if option.setting} <= set(found["settings"])


def test_what_is_not_there(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library without metadata and a slow YAML reader are said, not stumbled on."""
    monkeypatch.setattr(doctor, "_LIBRARIES", ("no-such-library",))
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    out = command("doctor").out
    assert "no-such-library ?" in out
    assert "pure Python (slow)" in out


def test_on_a_terminal(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal its width is told."""
    monkeypatch.setenv("COLUMNS", "77")
    monkeypatch.setattr("avtalskalk.cli.settings.is_terminal", lambda _: True)
    assert "77 columns wide" in command("doctor").out


@pytest.mark.parametrize("text", ['lnag = "sv"\n', 'basis = "bugdet"\n'])
def test_settings_that_are_wrong(command: Command, tmp_path: Path, text: str) -> None:
    """What is wrong with the settings is said, and the rest is shown without them."""
    written(tmp_path, "avtalskalk.toml", text)
    done = command("doctor")
    assert done.code == 0
    assert done.err.startswith("error[AV")
    assert "  basis     budget  default\n" in done.out


def test_a_slip_is_still_a_slip(command: Command) -> None:
    """Wrong usage of the doctor itself is exit 2."""
    assert command("doctor", "-f", "csv").code == 2
    assert command("doctor", "-f", "csv", "--no-config").code == 2
