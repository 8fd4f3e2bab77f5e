"""Wrong usage: exit 2, one message in the user's language, the nearest right word named."""

import pytest
import typer
from tests.cli.conftest import Command

from avtalskalk import __version__


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("cacl", "a.yaml"), "AV101", "menade du `calc`?"),
        (("calc", "--fromat", "csv"), "AV101", "menade du `--format`?"),
        (("--strict",), "AV101", "`--help` efter kommandot visar alla"),
        (("calc", "-x"), "AV101", "välj bland: "),
        (("calc", "a.yaml", "-f", "jsom"), "AV803", "menade du json?"),
        (("calc", "a.yaml", "--basis", "bugdet"), "AV803", "menade du budget?"),
        (("calc", "a.yaml", "--year"), "AV804", "skriv `--year ÅR`"),
        (("calc", "a.yaml", "--year", "--by", "item"), "AV804", "skriv `--year ÅR`"),
        (("calc", "a.yaml", "--today", "", "--by", "item"), "AV804", "skriv `--today DATUM`"),
        (("verify", "a.json", "--fingerprint="), "AV804", "`--fingerprint` saknar ett värde"),
        (("verify", "a.json", ""), "AV940", "mappen där filerna är nu"),
        (("check", "a.yaml", "--strict=ja"), "AV830", "skriv bara `--strict`"),
        (("check",), "AV805", "avtalskalk check avtal.yaml"),
        (("show",), "AV805", "avtalskalk show avtal.yaml"),
        (("calc", "a.yaml", "--year", "223"), "AV806", "--year 2023"),
        (("calc", "a.yaml", "--year", "2023/25"), "AV806", "--year 2023"),
        (("calc", "a.yaml", "--years", "2023"), "AV807", "2023..2026"),
        (("calc", "a.yaml", "--years", "2026..2023"), "AV807", "2023..2026"),
        (("calc", "a.yaml", "--today", "30 juni"), "AV808", "--today 2023-06-30"),
        (("calc", "a", "--year", "2023", "--years", "2023..2024"), "AV824", "ta bort en"),
        (("schema", "a.yaml"), "AV825", "skriv bara `avtalskalk schema`"),
        (("calc", "a.yaml", "--width", "3"), "AV118", "40 till 1000"),
        (("check", "--explain", "AV1044"), "AV101", "menade du `AV104`"),
        (("check", "-", "--fix"), "AV827", "spara texten i en fil"),
    ],
)
def test_each_slip(command: Command, words: tuple[str, ...], code: str, says: str) -> None:
    """Each slip has its message, and nothing is printed."""
    done = command(*words, lang="sv")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"fel[{code}]: ")
    assert says in done.err


def test_what_typer_adds_is_still_said(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal that we have no words for is passed on, as wrong usage."""

    def refused(*_: object, **__: object) -> None:
        raise typer.TyperException("odd")  # noqa: EM101 - the reason itself

    monkeypatch.setattr(typer.Typer, "__call__", refused)
    done = command("calc", "a.yaml")
    assert done.code == 2
    assert "AV832" in done.err
    assert "odd" in done.err


def test_a_fault_of_our_own(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault is exit 4 and one line that asks for a report; the traceback comes with -v."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("avtalskalk.cli.calc.resolve", broken)
    done = command("calc", "a.yaml")
    told = command("calc", "a.yaml", "-v")
    assert (done.code, done.out, done.err.count("\n")) == (4, "", 1)
    assert done.err.startswith("error[AV890]: a fault in avtalskalk itself (ZeroDivisionError")
    assert __version__ in done.err
    assert told.err.startswith("Traceback")
    assert told.err.endswith(done.err)


def test_a_fault_in_the_messages(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not even the message can be made, one plain line is said."""

    def broken(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr("avtalskalk.cli.calc.resolve", broken)
    monkeypatch.setattr("avtalskalk.report.messages.message", broken)
    done = command("calc", "a.yaml", lang="sv")
    assert (done.code, done.out, done.err.count("\n")) == (4, "", 1)
    assert done.err.startswith(f"error[AV890]: avtalskalk {__version__}: KeyError, ")


def test_an_input_error_without_a_name_is_of_the_output(
    command: Command, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An error of the system that names no file is that of standard output."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("avtalskalk.cli.calc.resolve", full)
    monkeypatch.setattr("avtalskalk.cli.streams.discard", lambda _: None)
    done = command("calc", "a.yaml")
    assert (done.code, capfd.readouterr().out) == (6, "")
    assert "error[AV817]: the disk is full: `stdout`" in done.err


def test_ctrl_d_is_an_interruption(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typer's own word for an interruption ends as Ctrl-C does."""

    def aborted(*_: object, **__: object) -> None:
        raise typer.Abort

    monkeypatch.setattr(typer.Typer, "__call__", aborted)
    with pytest.raises(KeyboardInterrupt):
        command("calc", "a.yaml")


def test_the_version_among_other_words(command: Command) -> None:
    """--version is answered wherever it stands before the command."""
    assert command("--version", "calc") == (0, f"avtalskalk {__version__}\n", "")


def test_no_words_at_all_is_a_call_for_help(command: Command) -> None:
    """The bare command prints the help."""
    assert command() == command("--help")


def test_the_language_before_the_command(command: Command) -> None:
    """--lang may stand before the command, too."""
    assert command("--lang", "sv", "calc") == command("calc", "--lang", "sv")
    assert command("--lang=sv", "--help").out.startswith("Användning")
    assert command("--lang", "sv").out.startswith("Användning")


@pytest.mark.parametrize(
    "before", [("-q",), ("--quiet", "--color", "never"), ("--no-config",), ("--width", "60")]
)
def test_what_every_command_has_may_stand_before_it(
    command: Command, sound: str, before: tuple[str, ...]
) -> None:
    """An option that every command has means the same before the command and after it."""
    words = ("calc", sound, "--year", "2023", "--item", "drift")
    done = command(*before, *words)
    assert done.code == 0
    assert done == command(*words, *before)


def test_the_language_after_the_call_for_help(command: Command) -> None:
    """--lang holds for the help wherever it stands."""
    shown = command("calc", "--help", lang="sv")
    assert command("calc", "--help", "--lang", "sv") == shown
    assert command("--lang=sv", "calc", "--help") == shown
