"""`check` tells what a sound file says that somebody should look at; `calc` never asks."""

import json
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from tests.cli.conftest import GAP, SOUND, Command, written

from avtalskalk import api

PROJECT = Path(__file__).parent.parent.parent
OPTION = SOUND.replace(
    "    split: {region",
    "    option: {extend: 1 year, decide_by: 2024-06-30}\n    split: {region",
)
DAY = ("--today", "2024-06-01")


def test_the_day(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What depends on the day follows --today, or the setting of the same name."""
    name = written(tmp_path, "a.yaml", OPTION)
    done = command("check", name, *DAY, lang="sv")
    assert "varning[AV721]: optionen till och med 2025-12-31 ska användas" in done.out
    assert "2024-06-30, om 29 dagar" in done.out
    assert done.err == "En fil: en varning.\n"
    assert command("check", name, "--today", "2024-01-01").out == ""
    monkeypatch.setenv("AVTALSKALK_TODAY", "2024-07-01")
    assert "warning[AV722]" in command("check", name).out


def test_a_note_is_no_warning(command: Command, tmp_path: Path) -> None:
    """With --strict a lint that is a warning gives exit code 1, and one that is a note does not."""
    name = written(tmp_path, "a.yaml", OPTION)
    assert command("check", name, *DAY, "--strict").code == 1
    done = command("check", name, "--today", "2025-01-01", "--strict")
    assert (done.code, done.err) == (0, "One file: no errors.\n")
    assert "note[AV722]" in done.out


def test_a_suppression_shows_its_reason(command: Command, tmp_path: Path) -> None:
    """What a file asks not to be told is no warning, and the reason stands instead."""
    name = written(tmp_path, "a.yaml", f"{OPTION}lints:\n  AV721: nytt avtal förhandlas\n")
    done = command("check", name, *DAY, "--strict", lang="sv")
    assert done.code == 0
    assert "info[AV738]: AV721 visas inte (1): nytt avtal förhandlas\n  a.yaml:14:3\n" in done.out
    done = command("check", name, "--today", "2024-01-01", "--strict", lang="sv")
    assert done.code == 1
    assert "varning[AV739]: det finns ingen AV721 att dölja" in done.out


def test_a_suppressed_warning_in_calc(command: Command, tmp_path: Path) -> None:
    """A check's warning that is suppressed is none in calc either: the reason stands there too."""
    name = written(tmp_path, "a.yaml", f"{GAP}lints: {{AV303: avtalat}}\n")
    done = command("calc", name, "--year", "2024")
    assert done.code == 0
    assert "note[AV738]: AV303 is not shown (1): avtalat" in done.err
    assert "warning" not in done.err


def test_calc_runs_no_lints(command: Command, sound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only check asks the lints."""
    asked: list[object] = []

    def note(*arguments: object, **_: object) -> list[object]:
        asked.append(arguments)
        return []

    monkeypatch.setattr("avtalskalk.checks.lints.findings", note)
    assert command("calc", sound).code == 0
    assert command("explain", sound, "--year", "2023", "--party", "kommun").code == 0
    assert command("show", sound).code == 0
    assert not asked
    assert command("check", sound).code == 0
    assert len(asked) == 1


def test_json(command: Command, tmp_path: Path) -> None:
    """JSON has the lints with their arguments, and api.check the same findings."""
    name = written(tmp_path, "a.yaml", OPTION)
    (finding,) = json.loads(command("check", name, *DAY, "-f", "json").out)["findings"]
    assert (finding["code"], finding["path"]) == ("AV721", "periods.1.option.decide_by")
    assert finding["arguments"] == {"day": "2024-06-30", "end": "2025-12-31", "left": 29}
    (one,) = api.check(name, today=date(2024, 6, 1))
    assert (one.code, one.file, one.place and one.place.line) == (
        "AV721",
        "a.yaml",
        finding["line"],
    )
    assert api.check(name, today=date(2023, 6, 1)) == []


KEYED = """\
avtalskalk: 1
id: nyckel
title: Nyckel (påhittad)
parties: {region: Region Exempel, kommun: Exempelby kommun}
periods: [{from: 2024-01-01, to: 2024-12-31, split: {by: invånare}}]
"""
VALUES = """\
keys:
  invånare:
    values:
      2020: {region: 3, kommun: 1}
      2023: {region: 3, kommun: 1}
      2024: {region: 3000, kommun: 1}
"""


def test_values_in_common(command: Command, tmp_path: Path) -> None:
    """Observations that others may use are not said to be left over; a slip among them is told."""
    own = written(tmp_path, "own.yaml", KEYED + VALUES)
    out = command("check", own).out
    assert "AV733" in out
    assert "AV735" in out
    (tmp_path / "own.yaml").unlink()
    written(tmp_path, "avtalskalk.toml", "")
    written(tmp_path, "shared.yaml", VALUES)
    name = written(tmp_path, "a.yaml", KEYED)
    out = command("check", name).out
    assert "AV733" not in out
    assert "warning[AV735]" in out
    assert "  shared.yaml:6:22\n" in out


def test_values_in_a_table(command: Command, tmp_path: Path) -> None:
    """A table may have more years than an agreement uses."""
    written(tmp_path, "k.csv", "date;party;value\n2020;region;3\n2020;kommun;1\n"
            "2024;region;3\n2024;kommun;1\n")  # fmt: skip
    name = written(tmp_path, "a.yaml", KEYED + "keys: {invånare: {file: k.csv}}\n")
    assert command("check", name).out == ""


def test_our_own_files(command: Command, tmp_path: Path) -> None:
    """What is told of our own agreements and examples is this, and all of it is true."""
    for folder in ("agreements", "examples"):
        copytree(PROJECT / folder, tmp_path / folder)
    done = command("check", "agreements", "examples", "--today", "2026-06-30", "-f", "json")
    found = [(one["file"], one["code"]) for one in json.loads(done.out)["findings"]]
    assert [one for one in found if one[1] >= "AV7" and one[1] < "AV8"] == [
        # two periods that one side's decision is known of, and one that waits for both
        ("agreements/alingsas-spadbarn.yaml", "AV724"),
        ("agreements/alingsas-spadbarn.yaml", "AV724"),
        ("agreements/alingsas-spadbarn.yaml", "AV725"),
        ("agreements/familjecentraler-vastra-gotaland.yaml", "AV725"),
        ("examples/complete.yaml", "AV725"),
        ("examples/condition.yaml", "AV725"),
        # the key is frozen in another year, and one value came a day too late
        ("examples/key-frozen.yaml", "AV733"),
        ("examples/key-latest.yaml", "AV733"),
        # the option was not used, and reality moved
        ("examples/option.yaml", "AV722"),
        # what is hidden is said to be
        ("examples/settlement.yaml", "AV738"),
        ("examples/tolerance.yaml", "AV730"),
    ]


def test_a_cap_in_its_first_year_can_be_suppressed(command: Command, tmp_path: Path) -> None:
    """Where nothing was paid before, the file says why it is no matter; the result says it."""
    limit = "    limits: [{party: kommun, max_increase: 4 %, difference: region}]\n"
    capped = SOUND.replace("    split:", f"{limit}    split:", 1).replace("2023: 200", "2022: 200")
    capped = capped.replace("  lokal: {budget: {2022: 200 000 kr}}\n", "")
    name = written(tmp_path, "a.yaml", capped)
    assert "AV611" in command("calc", name, "--year", "2023").err
    name = written(tmp_path, "b.yaml", capped + "lints: {AV611: nytt avtal}\n")
    done = command("calc", name, "--year", "2023")
    assert "warning[AV611]" not in done.err
    assert "was not applied" in done.out
    checked = command("check", name)
    assert "warning[AV611]" not in checked.out
    assert "AV738" in checked.out
