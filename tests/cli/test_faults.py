"""A fault of our own in one file of many: it is that file's, and the others are still processed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import SOUND, Command
from tests.conftest import PROJECT

from avtalskalk.calculation import calculate
from avtalskalk.checks import readings
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.calendar import due as calendar
from avtalskalk.features.report import sections
from avtalskalk.features.seal import seal_file, sealing
from avtalskalk.features.vouchers import records as vouchers_records
from avtalskalk.formats import html, json, terminal
from avtalskalk.words import formats

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
    ("sweep", "avtal/2.yaml", "--vary", "cost=-1 %; 1 %"),
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
        text = SOUND.replace("lyktan", f"avtal-{number}").replace("Lyktan", f"Lyktan {number}")
        text = text.replace("Region Exempel", f"Region Exempel i Lyktan {number}")
        text = text.replace("drift: {", "drift: {actual: {2023: 990 000 kr}, ")
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


@pytest.fixture
def in_showing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault shows when a text of the agreement is written, in a table or as JSON."""

    def bad(text: str) -> bool:
        return "Lyktan 2" in text or "avtal-2" in text

    monkeypatch.setattr(terminal, "safe", failing(formats.safe, bad))
    monkeypatch.setattr(json, "escaped", failing(json.escaped, bad))


@pytest.mark.usefixtures("folder", "in_showing")
@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize("name", ["calc", "show", "settle", "invoice", "dates"])
def test_showing_goes_on(command: Command, name: str, form: str) -> None:
    """A fault in showing one agreement leaves the two others in the result; exit code 4."""
    done = command(name, "avtal", "--keep-going", "--today", "2024-05-01", "-f", form)
    assert done.code == 4
    assert done.err.count("AV890") == 1
    assert "\n  avtal/2.yaml\n" in done.err
    assert "2 of 3" not in done.err
    for number, there in (("1", True), ("2", False), ("3", True)):
        assert (f"Lyktan {number}" in done.out or f'"avtal-{number}"' in done.out) == there


@pytest.mark.usefixtures("folder", "in_showing")
@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize(
    "arguments",
    [
        *(
            [name, "avtal", "--today", "2024-05-01"]
            for name in ("calc", "show", "settle", "invoice", "dates")
        ),
        *(list(words) for words in STOPPING if words[0] not in {"calc", "seal", "test"}),
    ],
    ids=" ".join,
)
def test_a_fault_in_showing_names_its_file(
    command: Command, tmp_path: Path, arguments: list[str], form: str
) -> None:
    """Without --keep-going nothing is written, and what is wrong with the third file is said."""
    (tmp_path / "avtal" / "3.yaml").write_text("avtalskalk: 1\nid: x\n", encoding="utf-8")
    if arguments[0] == "diff":
        (tmp_path / "avtal" / "3.yaml").unlink()
    done = command(*arguments, "-f", form)
    assert (done.code, done.out) == (4, "")
    assert done.err.count("AV890") == 1
    assert "\n  avtal/2.yaml\n" in done.err
    assert ("avtal/3.yaml" in done.err) == (arguments[1:2] == ["avtal"] and arguments[0] != "diff")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("form", ["txt", "md", "html", "xlsx", "docx", "pdf"])
@pytest.mark.parametrize("keeps_going", [True, False])
def test_a_fault_in_a_report(
    command: Command, monkeypatch: pytest.MonkeyPatch, form: str, *, keeps_going: bool
) -> None:
    """It names its file; a run that keeps going has the two others."""
    bad = failing(calendar.due_days, lambda loaded, *_: "avtal/2" in loaded.file)
    monkeypatch.setattr(sections, "due_days", bad)
    Path("layout.yaml").write_text("sections: [amounts, dates]\n")
    written = Path(f"report.{form}")
    words = ("report", "avtal", "--layout", "layout.yaml", "-o", str(written), "--year", "2023")
    done = command(*words, *(["--keep-going"] if keeps_going else []))
    assert done.code == 4
    assert done.err.count("AV890") == 1
    assert "\n  avtal/2.yaml\n" in done.err
    assert written.exists() == keeps_going
    if keeps_going and form in {"txt", "md", "html"}:
        text = written.read_text(encoding="utf-8")
        assert ["Lyktan 1" in text, "Lyktan 2" in text, "Lyktan 3" in text] == [True, False, True]


@pytest.mark.usefixtures("folder", "in_showing")
@pytest.mark.parametrize("form", ["table", "html"])
def test_a_fault_in_showing_a_report(
    command: Command, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """So does one in what is made of it."""
    monkeypatch.setattr(html, "safe", failing(formats.safe, lambda text: "Lyktan 2" in text))
    done = command("report", "avtal/2.yaml", "--year", "2023", "-f", form)
    assert (done.code, done.out) == (4, "")
    assert "\n  avtal/2.yaml\n" in done.err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("keeps_going", [True, False])
def test_a_fault_in_a_sie_file(
    command: Command, monkeypatch: pytest.MonkeyPatch, *, keeps_going: bool
) -> None:
    """It names its agreement, where files go to a folder, too; so does one in another format."""
    example = (PROJECT / "examples" / "vouchers.yaml").read_text(encoding="utf-8")
    for number in (1, 2, 3):
        text = example.replace("id: vouchers", f"id: avtal-{number}")
        text = text.replace("title: Gemensam", f"title: Lyktan {number} gemensam")
        Path(f"avtal/{number}.yaml").write_text(text, encoding="utf-8")
    bad = failing(formats.fill, lambda _, about, *__: "Lyktan 2" in str(about.get("title")))
    monkeypatch.setattr(vouchers_records, "fill", bad)
    Path("books").mkdir()
    for form in (["-o", "books"], ["-o", "v.csv"]):
        words = ("vouchers", "avtal", "--year", "2024", *form)
        done = command(*words, *(["--keep-going"] if keeps_going else []))
        assert done.code == 4, done.err
        assert done.err.count("AV890") == 1
        assert "\n  avtal/2.yaml\n" in done.err
        assert (bool(list(Path("books").iterdir())), Path("v.csv").exists()) == (
            keeps_going,
            keeps_going and form[1] == "v.csv",
        )


@pytest.mark.usefixtures("folder")
def test_verifying_names_the_file(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in working an agreement out again is that file's, another the sealed result's."""
    assert command("seal", "avtal", "--year", "2023", "-o", "seal.json").code == 0
    of_year = failing(calculate.calculate, lambda plan, *_: plan.agreement.id == "avtal-2")
    with monkeypatch.context() as patched:
        patched.setattr("avtalskalk.features.computed.calculate", of_year)
        done = command("verify", "seal.json")
    assert (done.code, done.out, done.err.count("AV890")) == (4, "", 1)
    assert "\n  avtal/2.yaml\n" in done.err
    monkeypatch.setattr(terminal, "safe", failing(formats.safe, lambda _: True))
    done = command("verify", "seal.json")
    assert (done.code, done.out, done.err.count("AV890")) == (4, "", 1)
    assert "\n  seal.json\n" in done.err


@pytest.mark.usefixtures("folder")
def test_sealing_names_its_file(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault when an agreement is sealed."""
    bad = failing(seal_file.content, lambda *words: "avtal-2" in str(words))
    monkeypatch.setattr(sealing, "content", bad)
    done = command("seal", "avtal")
    assert (done.code, done.out) == (4, "")
    assert "\n  avtal/2.yaml\n" in done.err


@pytest.mark.usefixtures("folder")
def test_a_fault_in_a_message(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`check` reports the findings on the others."""
    for number in (1, 2, 3):
        text = (tmp_path / "avtal" / f"{number}.yaml").read_text(encoding="utf-8")
        text = text.replace("kommun: rest", "kommun: 35 %")
        (tmp_path / "avtal" / f"{number}.yaml").write_text(text, encoding="utf-8")

    def bad(finding: Diagnostic, *_: object) -> bool:
        return finding.file == "avtal/2.yaml" and finding.code != "AV890"

    monkeypatch.setattr(terminal, "message", failing(terminal.message, bad))
    done = command("check", "avtal")
    assert done.code == 4
    assert done.out.count("error[AV") == 3
    assert "\n  avtal/2.yaml\n" in done.out


@pytest.mark.usefixtures("folder")
def test_a_fault_in_a_test(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`test` shows the cases of the others."""
    for number in (1, 2, 3):
        case = f"cases: [{{name: Fall {number}, year: 2024, amounts: {{region: 1 kr}}}}]\n"
        (tmp_path / "avtal" / f"{number}.test.yaml").write_text(case, encoding="utf-8")
    bad = failing(formats.safe, lambda text: "Fall 2" in text)
    monkeypatch.setattr(terminal, "safe", bad)
    done = command("test", "avtal")
    assert done.code == 4
    assert "Fall 1" in done.out
    assert "Fall 2" not in done.out
    assert "Fall 3" in done.out
    assert "\n  avtal/2.test.yaml\n" in done.err


@pytest.mark.usefixtures("folder", "in_calculation")
@pytest.mark.parametrize("name", ["invoice", "calc"])
def test_the_traceback_is_there_for_those_who_ask(command: Command, name: str) -> None:
    """-v, as for a fault that concerns no file."""
    assert "Traceback" not in command(name, "avtal").err
    assert command(name, "avtal", "-v").err.count("Traceback") == 1
