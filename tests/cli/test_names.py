"""Names of files that somebody sent: what a terminal obeys, or a log reads, is made harmless."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import SOUND, Command, Finished, written

from avtalskalk.cli.commands import COMMANDS
from avtalskalk.cli.options import FORMATS

ODD = "\x1b[31m\u202e\u2066\u200b\x85\u2028\r\n::error::x"
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]|^::error::x", re.MULTILINE
)
CASES = "cases: [{year: 2023, amounts: {region: 1 kr}}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """A folder with such a name, of an agreement, its tests and its scenarios; its name."""
    name = f"d{ODD}"
    written(tmp_path / name, "avtalskalk.toml", "")
    written(tmp_path / name, f"a{ODD}.yaml", SOUND)
    written(tmp_path / name, f"a{ODD}.test.yaml", CASES)
    written(tmp_path / name, f"fel{ODD}.yaml", SOUND.replace("costs", "kosts"))
    written(tmp_path / name / "scenarios", f"dyrt{ODD}.yaml", "cost: {drift: +1 %}\n")
    return name


def harmless(done: Finished) -> bool:
    """Whether nothing that was printed is obeyed by a terminal, or read by GitHub."""
    return not OBEYED.search(done.out) and not OBEYED.search(done.err)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("calc d~/a~.yaml", 0),
        ("calc d~", 3),
        ("check d~", 3),
        ("check borta~.yaml", 3),
        ("show d~/a~.yaml", 0),
        ("explain d~/a~.yaml --year 2023 --party region", 0),
        ("whatif d~/a~.yaml --scenario dyrt~", 0),
        ("whatif d~/a~.yaml --scenario d~/scenarios/dyrt~.yaml --scenario dyrt~", 0),
        ("whatif d~/a~.yaml --scenario borta~", 3),
        ("sweep d~/a~.yaml --year 2023 --vary cost.drift=0..2:1 --scenario dyrt~", 0),
        ("diff d~/a~.yaml d~/a~.yaml", 0),
        ("diff d~/a~.yaml d~/a~.yaml --git HEAD~", 2),
        ("test d~/a~.yaml", 1),
        ("seal d~/a~.yaml --year 2023 -o s~.json", 0),
        ("verify borta~.json", 3),
        ("calc d~/a~.yaml -o borta~/r.csv", 2),
        ("init d~/a~.yaml --title T --party a=A --party b=B", 3),
    ],
)
def test_names_in_every_format(command: Command, folder: str, words: str, code: int) -> None:
    """Whatever the command and the format, a name is written so that nobody obeys it."""
    assert folder
    line = [word.replace("~", ODD) for word in words.split()]
    # What is no text is obeyed by no terminal; one year explained has no chart.
    others = {"xlsx", "docx", "pdf", "png", *(["svg"] if line[0] == "explain" else [])}
    forms = (f for f in FORMATS.get(line[0], ()) if f not in others)
    formats = [] if "-o" in line else [["-f", form] for form in forms]
    for chosen in formats or [[]]:
        done = command(*line, *chosen)
        assert done.code == code, done
        assert harmless(done), ascii(done)
    assert line[0] in COMMANDS


def test_doctor(
    command: Command, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workspace's name, and what the settings hold; JSON has the name itself, escaped."""
    monkeypatch.chdir(tmp_path / folder)
    written(tmp_path / folder, "avtalskalk.toml", 'unit = "\\u001b[31m"\n')
    assert harmless(command("doctor"))
    written(tmp_path / folder, "avtalskalk.toml", "")
    assert harmless(command("doctor"))
    done = command("doctor", "-f", "json")
    assert harmless(done)
    assert json.loads(done.out)["facts"]["workspace"].endswith(f"/{folder}/avtalskalk.toml")
