"""The counter: on a terminal, after a second, and never in the result."""

import pytest
from tests.cli.conftest import settings_of

from avtalskalk.cli import progress


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("words", [(), ("--quiet",), ("--lang", "sv")])
def test_all_come_through(
    words: tuple[str, ...],
    *,
    terminal: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever is shown, everything comes through in order, and stdout stays empty."""
    settings = settings_of("calc", *words)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal, raising=False)
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    for count in (0, 1, 5):
        assert list(progress.shown(range(count), settings)) == list(range(count))
    assert capsys.readouterr().out == ""


def test_quick_work_shows_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Within a second nothing is shown."""
    settings = settings_of("calc")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert list(progress.shown("abc", settings)) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")
