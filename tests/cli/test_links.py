"""Links in a folder that somebody sent: nothing outside the workspace is read or written."""

import os
from pathlib import Path

import pytest
from tests.cli.conftest import SOUND, Command, written
from tests.cli.test_completion import line

PRIVATE = "LÖSENORD = hemligt\n"
TESTS = "cases:\n  - year: 2023\n    amounts: {region: 1 kr}\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the one that commands run in, with a file that is nobody's business."""
    folder = tmp_path.parent / f"{tmp_path.name}-outside"
    folder.mkdir()
    written(folder, "secret", PRIVATE)
    return folder


def link(path: Path, target: Path) -> None:
    """A link, with the folder that it is in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def test_settings(command: Command, tmp_path: Path, outside: Path, sound: str) -> None:
    """Settings that lead out of their folder are refused, and no line of them is shown."""
    link(tmp_path / "avtalskalk.toml", outside / "secret")
    done = command("calc", sound)
    assert (done.code, done.out) == (3, "")
    assert "error[AV057]" in done.err
    assert "hemligt" not in done.err
    assert "hemligt" not in "".join(command("doctor")[1:])


def test_tests(command: Command, tmp_path: Path, outside: Path, sound: str) -> None:
    """An agreement's tests are in its workspace; `--accept` writes nothing outside it."""
    written(outside, "t.yaml", TESTS)
    link(tmp_path / "lyktan.test.yaml", outside / "t.yaml")
    for path in (sound, "lyktan.test.yaml", "."):
        done = command("test", path, "--accept")
        assert done.code == 3
        assert "error[AV057]" in done.err
    assert (outside / "t.yaml").read_text("utf-8") == TESTS


def test_the_agreement_of_tests(command: Command, tmp_path: Path, outside: Path) -> None:
    """Tests that are named lead to no agreement outside; a link in the folder is followed."""
    written(outside, "x.yaml", SOUND)
    written(tmp_path, "x.test.yaml", TESTS)
    link(tmp_path / "x.yaml", outside / "x.yaml")
    for path in ("x.test.yaml", "."):
        done = command("test", path)
        assert done.code == 3
        assert done.err.count("error[AV057]") == 1
        assert "AV887" not in done.err
    (tmp_path / "x.yaml").unlink()
    written(tmp_path / "inre", "y.yaml", SOUND)
    link(tmp_path / "x.yaml", tmp_path / "inre" / "y.yaml")
    assert command("test", "x.test.yaml", "--accept").code == 0
    assert "region: 840 000 kr" in (tmp_path / "x.test.yaml").read_text("utf-8")


@pytest.mark.parametrize("place", ["scenarios", "scenarios/dyrt.yaml"])
def test_scenarios(command: Command, tmp_path: Path, outside: Path, sound: str, place: str) -> None:
    """Neither a scenario nor the folder of them leads out; the names outside are not listed."""
    written(outside, "dyrt.yaml", PRIVATE)
    link(tmp_path / place, outside / Path(place).relative_to("scenarios"))
    done = command("whatif", sound, "--scenario", "dyrt")
    assert (done.code, done.out) == (3, "")
    assert "error[AV057]" in done.err
    assert "hemligt" not in done.err
    if place == "scenarios":
        assert "secret" not in command("whatif", sound, "--scenario", "secre").err


def test_what_a_scenario_rests_on(
    command: Command, tmp_path: Path, outside: Path, sound: str
) -> None:
    """A scenario that is named as a path may be anywhere; what it is made after is beside it."""
    written(outside, "dyrt.yaml", "title: Dyrt\nafter: annat\ncost: {drift: +1 %}\n")
    written(tmp_path, "hemligt.yaml", PRIVATE)
    link(outside / "annat.yaml", tmp_path / "hemligt.yaml")
    done = command("whatif", sound, "--scenario", str(outside / "dyrt.yaml"))
    assert (done.code, done.out) == (3, "")
    assert "error[AV057]" in done.err
    assert "LÖSENORD" not in done.err


def test_results(command: Command, tmp_path: Path, outside: Path, sound: str) -> None:
    """A result goes through no link out, to a file, a new one, or by a folder."""
    link(tmp_path / "r.csv", outside / "secret")
    link(tmp_path / "ny.csv", outside / "ny.csv")
    link(tmp_path / "mapp", outside)
    written(tmp_path, "avtalskalk.toml", "")
    for name in ("r.csv", "ny.csv", "mapp/x.csv"):
        done = command("calc", sound, "-o", name)
        assert (done.code, done.out) == (3, "")
        assert f"error[AV057]: `{name}`" in done.err
    changes = ("--cost", "drift=+1 %")
    assert command("whatif", sound, *changes, "--save", "mapp/x.yaml").code == 3
    assert command("seal", sound, "-o", "mapp/x.json").code == 3
    assert [path.name for path in outside.iterdir()] == ["secret"]
    assert (outside / "secret").read_text("utf-8") == PRIVATE


def test_results_in_the_folder(command: Command, tmp_path: Path, sound: str) -> None:
    """A link within the workspace is followed, and so is one to a device."""
    (tmp_path / "år").mkdir()
    written(tmp_path, "avtalskalk.toml", "")
    link(tmp_path / "r.csv", tmp_path / "år" / "2023.csv")
    assert command("calc", sound, "-o", "r.csv").code == 0
    assert (tmp_path / "år" / "2023.csv").read_bytes().startswith(b"agreement,")
    link(tmp_path / "ut.csv", Path("/dev/null"))
    assert command("calc", sound, "-o", "ut.csv").code == 0


def test_fixes(command: Command, tmp_path: Path, outside: Path) -> None:
    """An agreement that a link leads to is read where it is named, but not written."""
    wrong = SOUND.replace("70 %, kommun", "62,5 %, kommun")
    written(outside, "x.yaml", wrong)
    link(tmp_path / "x.yaml", outside / "x.yaml")
    done = command("check", "--fix", "x.yaml")
    assert done.code == 3
    assert "error[AV057]" in done.err
    assert (outside / "x.yaml").read_text("utf-8") == wrong


def test_completion(
    command: Command, tmp_path: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Tab key reads no file outside, and waits for no pipe."""
    written(outside, "x.yaml", SOUND)
    link(tmp_path / "x.yaml", outside / "x.yaml")
    os.mkfifo(tmp_path / "y.yaml")
    for name, value in line("calc", ".", "--party", "").items():
        monkeypatch.setenv(name, value)
    assert command().out.strip() == ""
