"""`seal` and `verify`: results that stand for years, and what has changed since."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import BARE, ENDLESS, SOUND, WRONG, Command, Finished, written
from tests.conftest import PROJECT

import avtalskalk
from avtalskalk import api
from avtalskalk.calculation.party_settlements import PartySettlement
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.features.seal import seal_file as files
from avtalskalk.features.seal.records import records
from avtalskalk.features.seal.seal import Recalculated, Seal, checksum
from avtalskalk.features.seal.view import document
from avtalskalk.formats import write_records
from avtalskalk.model.statement import BASES
from avtalskalk.report.options import Options
from avtalskalk.words.settlement import FIGURES

FINGERPRINT = re.compile(r"(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}\n")

KEYED = """\
avtalskalk: 1
id: fyren
title: Fyren (påhittad)
parties: {region: Region Exempel, kommun: Exempelby kommun}
periods: [{from: 2023-01-01, to: 2023-12-31, split: {by: elever}}]
keys: {elever: {unit: elever, file: elever.csv}}
costs: {drift: {budget: {2023: 1 000 kr}}}
"""
PUPILS = "år;kommun;antal\n2023;region;30\n2023;kommun;70\n"


@pytest.fixture
def workspace(tmp_path: Path, command: Command) -> Path:
    """Two agreements, one with a key in a table, sealed for 2023 as `bokslut.json`."""
    written(tmp_path, "avtalskalk.toml", 'today = "2023-06-01"\n')
    written(tmp_path, "lyktan.yaml", SOUND)
    written(tmp_path, "fyren.yaml", KEYED)
    written(tmp_path, "elever.csv", PUPILS)
    assert command("seal", ".", "--year", "2023", "-o", "bokslut.json").code == 0
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def edit(path: Path, *keys: str | int, value: object) -> None:
    """Change a value of a sealed file and let its checksum be right again, as a forger would."""
    content = json.loads(path.read_text("utf-8"))
    content = replaced(content, keys, value)
    path.write_text(json.dumps(content), encoding="utf-8")


def replaced(content: dict[str, Any], keys: tuple[str | int, ...], value: object) -> dict[str, Any]:
    content = deepcopy(content)
    holder: Any = content
    for key in keys[:-1]:
        holder = holder[key]
    holder[keys[-1]] = value
    return {**content, "checksum": checksum(content)}


def points(done: Finished) -> list[str]:
    """What the verdict rests on, but when it was sealed and the fingerprint."""
    return re.findall(r"^• (.*)$", done.out, re.MULTILINE)[2:]


def plain(text: str) -> str:
    return re.sub(" +", " ", text.replace("\u00a0", " "))


# --- Sealing -------------------------------------------------------------------------------


def test_a_seal_prints_its_fingerprint(command: Command, sound: str, tmp_path: Path) -> None:
    """The fingerprint alone is the result, for a script too; what to do with it is said."""
    done = command("seal", sound, "--year", "2023", "-o", "bokslut.json", lang="sv")
    assert done.code == 0
    assert FINGERPRINT.fullmatch(done.out)
    assert done.err == "Förseglade ett avtal i bokslut.json. Skriv fingeravtrycket i protokollet.\n"
    raw = (tmp_path / "bokslut.json").read_bytes()
    sealed = files.seal(raw)
    assert isinstance(sealed, Seal)
    assert sealed.fingerprint == done.out.strip()


def test_a_seal_without_a_file(command: Command, sound: str) -> None:
    """On standard output the result is the sealed file itself, and the fingerprint is said."""
    done = command("seal", sound, "--year", "2023")
    sealed = files.seal(done.out.encode())
    assert isinstance(sealed, Seal)
    assert done.err == f"The fingerprint is {sealed.fingerprint}. Write it in the minutes.\n"


def test_what_a_seal_holds(workspace: Path) -> None:
    """Inputs with size and SHA-256, version, format, options, every row, totals and items."""
    content = json.loads((workspace / "bokslut.json").read_text("utf-8"))
    assert content["schema"] == "avtalskalk/seal/1"
    assert content["version"] == avtalskalk.__version__
    assert content["options"] == {
        "basis": "budget",
        "years": ["2023"],
        "today": "2023-06-01",
        "assume_extended": False,
    }
    assert [one["path"] for one in content["inputs"]] == ["fyren.yaml", "elever.csv", "lyktan.yaml"]
    assert content["inputs"][1]["size"] == len(PUPILS.encode())
    assert [one["format"] for one in content["agreements"]] == [1, 1]
    amounts = {(row["item"], row["party"]): row["amount"] for row in content["allocations"][2:]}
    assert amounts == {
        ("drift", "region"): "700000.00",
        ("drift", "kommun"): "300000.00",
        ("lokal", "region"): "140000.00",
        ("lokal", "kommun"): "60000.00",
    }
    assert content["totals"][0]["amount"] == "300.00"
    assert content["items"][0]["exact"] == "1000.00"
    assert content["missing"] == content["assumptions"] == []
    assert list(content)[-1] == "assumptions"


def test_the_same_files_give_the_same_bytes(command: Command, workspace: Path) -> None:
    """Sealed again, in either language, the file is the same; the rows are those of `calc`."""
    options = ("--year", "2023", "-o")
    command("seal", ".", *options, "again.json", lang="sv")
    first = (workspace / "bokslut.json").read_bytes()
    assert (workspace / "again.json").read_bytes() == first
    calculated = json.loads(command("calc", ".", "--year", "2023", "-f", "json").out)
    sealed = json.loads(first)
    # All is known, which `calc` says in each row and a seal in its totals.
    assert all(row.pop("complete") for row in calculated["allocations"])
    for name in ("allocations", "totals", "items", "missing", "notes", "assumptions"):
        assert sealed[name] == calculated[name]


def test_a_seal_is_not_written_over(command: Command, workspace: Path) -> None:
    """A file that is there already is left alone."""
    before = (workspace / "bokslut.json").read_bytes()
    done = command("seal", "lyktan.yaml", "-o", "bokslut.json")
    assert (done.code, "AV860" in done.err) == (3, True)
    assert (workspace / "bokslut.json").read_bytes() == before


def test_a_verification_is_not_written_over_its_seal(command: Command, workspace: Path) -> None:
    """What is sealed is left alone by its own verification, also by another name."""
    before = (workspace / "bokslut.json").read_bytes()
    (workspace / "lank.json").symlink_to("bokslut.json")
    for name in ("./bokslut.json", "lank.json"):
        done = command("verify", "bokslut.json", "-o", name)
        assert (done.code, "AV860" in done.err) == (3, True)
    assert (workspace / "bokslut.json").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("fel.yaml", "lyktan.yaml"), 3, "AV104"),
        (("evig.yaml",), 2, "AV809"),
        (("bar.yaml",), 3, "AV820"),
        (("lyktan.yaml", "--year", "2030"), 3, "AV819"),
        (("lyktan.yaml", "annan/lyktan.yaml"), 3, "AV056"),
        (("lyktan.yaml", "--reading", "hel"), 2, "AV101"),
        (("-",), 2, "AV888"),
        ((), 2, "AV805"),
        (("lyktan.yaml", "--reading", "all"), 2, "AV873"),
    ],
)
def test_what_cannot_be_sealed(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """Nothing is written, and the reason is said."""
    texts = {"lyktan": SOUND, "annan/lyktan": SOUND, "fel": WRONG, "evig": ENDLESS, "bar": BARE}
    for name, text in texts.items():
        written(tmp_path, f"{name}.yaml", text)
    done = command("seal", *arguments, "-o", "bokslut.json")
    assert done.code == code
    assert f"[{said}]" in done.err
    assert not (tmp_path / "bokslut.json").exists()


def test_what_is_odd_is_said(command: Command, tmp_path: Path, sound: str) -> None:
    """A year outside the terms, missing figures and agreements without any are told of."""
    written(tmp_path, "bar.yaml", BARE)
    done = command("seal", sound, "bar.yaml", "--years", "2024..2025", "-o", "b.json")
    assert done.code == 0
    assert "[AV822]: `lyktan` is not in force in 2025" in done.err
    assert "[AV941]: the result is incomplete: lyktan: costs.lokal.bud" in done.err
    assert "[AV821]" in command("seal", sound, "bar.yaml", "-o", "c.json").err


# --- Verifying -----------------------------------------------------------------------------


def test_the_same_files(command: Command, workspace: Path) -> None:
    """What is as it was is reproduced; the report shows the figures with the fingerprint."""
    done = command("verify", "bokslut.json", lang="sv")
    fingerprint = api.verify("bokslut.json").seal.fingerprint
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Förseglat resultat {fingerprint}\n\nStämmer: varje siffra blir ")
    assert "• Förseglat 2023-06-01 med avtalskalk" in done.out
    assert points(done) == ["Alla filer är oförändrade, byte för byte."]
    assert "\nRegion Exempel 840 000\n" in plain(done.out)
    assert done.out.count(f"Förseglat, fingeravtryck {fingerprint}.") == 2
    assert workspace.exists()


def test_a_digit_in_a_key_file(command: Command, workspace: Path) -> None:
    """One digit of a table gives correction rows for each party, which add up; exit 1."""
    change(workspace / "elever.csv", "region;30", "region;50")
    done = command("verify", "bokslut.json")
    assert done.code == 1
    assert "Not reproduced: the figures are different for Fyren (påhittad)." in done.out
    assert points(done) == ["elever.csv has changed."]
    text = plain(done.out)
    # 50 of 120 is 416,666… and 70 of 120 is 583,333… of 1 000 kr.
    assert "\nRegion Exempel 300.00 416.67 +116.67\n" in text
    assert "\nExempelby kommun 700.00 583.33 -116.67\n" in text
    assert "\nTotal 1,000.00 1,000.00 0.00\n" in text
    assert "Region Exempel, Drift: the share was 30% and is 5/12." in text
    assert "Lyktan" not in done.out


def test_a_file_that_was_renamed(command: Command, workspace: Path) -> None:
    """Another name for the same content, or another folder for all of it, changes nothing."""
    (workspace / "lyktan.yaml").rename(workspace / "lampan.yaml")
    done = command("verify", "bokslut.json")
    assert done.code == 0
    assert points(done) == ["lyktan.yaml is now called lampan.yaml; the content is the same."]


def test_a_table_that_was_renamed(command: Command, workspace: Path) -> None:
    """A table under another name is found through the agreement, which names it."""
    (workspace / "elever.csv").rename(workspace / "nyckel.csv")
    change(workspace / "fyren.yaml", "elever.csv", "nyckel.csv")
    done = command("verify", "bokslut.json")
    assert done.code == 0
    assert points(done) == [
        "fyren.yaml has changed, but no figure changes.",
        "elever.csv is now called nyckel.csv; the content is the same.",
    ]


def test_renamed_and_changed(command: Command, workspace: Path) -> None:
    """A file of another name and other content is found by the agreement's id."""
    (workspace / "lyktan.yaml").rename(workspace / "lampan.yaml")
    change(workspace / "lampan.yaml", "1 000 000", "1 000 001")
    done = command("verify", "bokslut.json", lang="sv")
    assert done.code == 1
    assert points(done) == ["lyktan.yaml heter nu lampan.yaml och är ändrad."]
    text = plain(done.out)
    assert "\nDriften\n Region Exempel 700 000,00 700 000,70 +0,70\n" in text
    assert "\nRegion Exempel 840 000,00 840 000,70 +0,70\n" in text
    assert "\nSumma 1 200 000,00 1 200 001,00 +1,00\n" in text
    assert "Lokal" not in done.out


def test_cosmetic_changes(command: Command, workspace: Path) -> None:
    """Comments, line ends and figures of other years touch no sealed figure; exit 0."""
    path = workspace / "lyktan.yaml"
    text = path.read_text("utf-8").replace("1 100 000", "1 200 000")
    path.write_text(f"# Ny rad\n{text}".replace("\n", "\r\n"), encoding="utf-8", newline="")
    done = command("verify", "bokslut.json")
    assert done.code == 0
    assert points(done) == ["lyktan.yaml has changed, but no figure changes."]


def test_another_version(
    command: Command, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version that alters nothing reproduces; one that does is named as the cause."""
    monkeypatch.setattr("avtalskalk.features.seal.sealing.__version__", "9.0")
    done = command("verify", "bokslut.json")
    sentence = f"Sealed by version {avtalskalk.__version__}, recalculated by version 9.0"
    assert done.code == 0
    assert points(done)[1:] == [f"{sentence}, but no figure changes."]
    edit(workspace / "bokslut.json", "allocations", 0, "amount", value="299.99")
    done = command("verify", "bokslut.json")
    assert done.code == 1
    cause = "No files have changed: the difference comes from another version of the program."
    assert points(done)[1:] == [f"{sentence}.", cause]


def test_a_forged_seal(command: Command, workspace: Path) -> None:
    """Figures that the files never gave are found out though the checksum is right."""
    edit(workspace / "bokslut.json", "totals", 0, "amount", value="299.99")
    done = command("verify", "bokslut.json")
    assert done.code == 1
    assert points(done)[1].startswith("Neither the files nor the program have changed: the sealed")
    assert "\nRegion Exempel 299.99 300.00 +0.01\n" in plain(done.out)


def test_an_agreement_that_is_gone(command: Command, workspace: Path) -> None:
    """An agreement without a file cannot be reproduced, and is named."""
    (workspace / "fyren.yaml").unlink()
    done = command("verify", "bokslut.json")
    assert done.code == 1
    assert points(done) == [
        "fyren.yaml is no longer among the files.",
        "elever.csv is no longer among the files.",
        "Fyren (påhittad) is not among the files, so its amounts cannot be recalculated.",
    ]


def test_a_new_input(command: Command, workspace: Path) -> None:
    """A file that an agreement did not rest on before is named."""
    written(workspace, "shared.yaml", "parties: {kommun: Exempelby kommun}\n")
    done = command("verify", "bokslut.json")
    assert done.code == 0
    assert points(done) == ["shared.yaml is new, but no figure changes."]


def test_what_is_no_amount(command: Command, workspace: Path) -> None:
    """A condition that has come and assumptions that read otherwise are said."""
    change(
        workspace / "lyktan.yaml",
        "    split:",
        "    condition: identical_decision\n    split:",
    )
    change(workspace / "lyktan.yaml", "costs:", "assumptions: Inga.\ncosts:")
    done = command("verify", "bokslut.json")
    assert done.code == 1
    assert "\nNot reproduced: the figures are different for Lyktan" in done.out
    assert " The amounts are the same, but " in done.out.replace("\n", " ")
    assert points(done)[1:] == ["Lyktan (påhittad): the assumptions are worded differently now."]
    assert "Exempelby kommun: conditional now." in done.out
    assert "\n* Conditional amount.\n" in done.out


def test_missing_then_and_missing_now(command: Command, workspace: Path) -> None:
    """A figure that is taken out is missing now; one that is filled in was missing then."""
    change(workspace / "lyktan.yaml", "{2023: 200 000 kr}", "{2024: 200 000 kr}")
    done = command("verify", "bokslut.json")
    assert done.code == 1
    assert "\nMissing now: budget 2023 for lokal.\n" in done.out
    assert "\nTotal 1,200,000 missing missing\n" in plain(done.out)
    assert command("seal", "lyktan.yaml", "--year", "2023", "-o", "brist.json").code == 0
    change(workspace / "lyktan.yaml", "{2024: 200 000 kr}", "{2023: 200 000 kr}")
    done = command("verify", "brist.json")
    assert done.code == 1
    assert "\nMissing then: budget 2023 for lokal.\n" in done.out


def test_days_tell_rows_apart(command: Command, workspace: Path) -> None:
    """Terms that change within the year give rows of their own, below their days."""
    change(
        workspace / "lyktan.yaml",
        "    to: 2024-12-31\n",
        "    to: 2023-06-30\n    split: {region: 70 %, kommun: rest}\n"
        "  - from: 2023-07-01\n    to: 2023-12-31\n    split: equal\n"
        "  - from: 2024-01-01\n    to: 2024-12-31\n",
    )
    done = command("verify", "bokslut.json")
    assert done.code == 1
    text = plain(done.out)
    assert "\nDriften\n 2023-01-01 – 2023-12-31\n Region Exempel 700,000.00 – -700,000.00\n" in text
    # 181 of 365 days at 70 % and 184 at half: 1 200 000 × (126,7 + 92) / 365.
    assert "\nRegion Exempel 840,000.00 719,013.70 -120,986.30\n" in text
    assert "\nTotal 1,200,000.00 1,200,000.00 0.00\n" in text


def test_shares_that_look_the_same(command: Command, workspace: Path) -> None:
    """Shares that differ beyond two decimals are written out exactly."""
    change(workspace / "lyktan.yaml", "region: 70 %", "region: 70.0001 %")
    done = command("verify", "bokslut.json", lang="sv")
    assert done.code == 1
    text = plain(done.out)
    assert "Region Exempel, Driften: andelen var 70 % och är 70,0001 %." in text
    assert "Exempelby kommun, Lokal: andelen var 30 % och är 29,9999 %." in text


def test_a_year_out_of_force(command: Command, workspace: Path) -> None:
    """A year without terms is sealed as one, and is reproduced as one."""
    change(workspace / "lyktan.yaml", "costs:", "assumptions: Inga.\ncosts:")
    command("seal", "lyktan.yaml", "--years", "2023..2025", "-o", "b.json")
    done = command("verify", "b.json")
    assert (done.code, points(done)) == (0, ["All files are unchanged, byte for byte."])
    change(workspace / "lyktan.yaml", "2024-12-31", "2025-12-31")
    done = command("verify", "b.json")
    assert done.code == 1
    assert "\nTotal – missing missing\n" in plain(done.out)


def test_very_many_files(command: Command, tmp_path: Path) -> None:
    """Of very many files that changed the last are only counted."""
    for number in range(25):
        written(tmp_path, f"{number:02}.yaml", SOUND.replace("id: lyktan", f"id: a{number}"))
    assert command("seal", ".", "--year", "2023", "-o", "b.json").code == 0
    for number in range(25):
        change(tmp_path / f"{number:02}.yaml", "avtalskalk", "# Ny rad\navtalskalk")
    done = command("verify", "b.json")
    assert (done.code, len(points(done)), points(done)[-1]) == (0, 21, "and 5 more")


def test_another_currency(command: Command, workspace: Path) -> None:
    """Amounts in different currencies are not set against each other."""
    change(workspace / "lyktan.yaml", "parties:", "currency: EUR\nparties:")
    text = (workspace / "lyktan.yaml").read_text("utf-8").replace(" kr", "")
    (workspace / "lyktan.yaml").write_text(text, encoding="utf-8")
    done = command("verify", "bokslut.json")
    assert done.code == 1
    assert "The currency was SEK and is EUR; the amounts are not compared." in done.out


def test_before_rounding(command: Command, workspace: Path) -> None:
    """A sum that differs by less than an öre is told, though no amount does."""
    edit(workspace / "bokslut.json", "items", 0, "exact", value="300001/300")
    done = command("verify", "bokslut.json", lang="sv")
    assert done.code == 1
    text = plain(done.out)
    assert "Beloppen är desamma" in text
    assert "Drift: summan före avrundning var 1 000,003333 och är 1 000,000000." in text


def test_a_reading(command: Command, workspace: Path) -> None:
    """A result under a reading is verified under it, and not where the reading has gone."""
    reading = "readings: {hel: {title: Allt, set: {costs.drift.budget.2023: 2 000 000 kr}}}\n"
    written(workspace, "lyktan.yaml", SOUND + reading)
    command("seal", "lyktan.yaml", "--year", "2023", "--reading", "hel", "-o", "hel.json")
    done = command("verify", "hel.json")
    assert done.code == 0
    assert points(done)[0].startswith("Compare the fingerprint")
    assert "• lyktan is calculated by the reading hel.\n" in done.out
    written(workspace, "lyktan.yaml", SOUND)
    done = command("verify", "hel.json")
    assert (done.code, "[AV937]" in done.err) == (3, True)


def test_the_day_of_the_seal_holds(command: Command, tmp_path: Path) -> None:
    """What rests on silence is worked out as on the day of the seal, whenever it is verified."""
    example = (PROJECT / "examples" / "silence.yaml").read_text("utf-8")
    written(tmp_path, "tyst.yaml", example)
    for day in ("2000-01-01", "2100-01-01"):
        command("seal", "tyst.yaml", "--today", day, "-o", f"{day}.json")
        assert command("verify", f"{day}.json").code == 0
    early, late = (json.loads((tmp_path / f"{d}-01-01.json").read_text()) for d in (2000, 2100))
    assert early["totals"] != late["totals"]


def test_options_to_extend(command: Command, tmp_path: Path) -> None:
    """What assumes that options are used is verified so, and says it."""
    example = (PROJECT / "examples" / "option.yaml").read_text("utf-8")
    written(tmp_path, "option.yaml", example)
    command("seal", "option.yaml", "--assume-extended", "-o", "b.json")
    done = command("verify", "b.json")
    assert done.code == 0
    assert "• Unused options count as used.\n" in done.out


# --- Where the files are -------------------------------------------------------------------


def test_from_wherever_one_stands(
    command: Command, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files are found from the seal's folder, from one below, or in the folder named."""
    inner = workspace / "inre"
    inner.mkdir()
    monkeypatch.chdir(inner)
    done = command("verify", "../bokslut.json")
    assert (done.code, points(done)[0]) == (0, "The files were read in `..`.")
    (workspace / "bokslut.json").rename(inner / "bokslut.json")
    assert command("verify", "bokslut.json").code == 0
    away = workspace.parent / f"{workspace.name}-away"
    (away / "arkiv").mkdir(parents=True)
    (inner / "bokslut.json").rename(away / "arkiv" / "bokslut.json")
    monkeypatch.chdir(away)
    done = command("verify", "arkiv/bokslut.json")
    assert (done.code, "[AV936]" in done.err) == (3, True)
    assert command("verify", "arkiv/bokslut.json", str(workspace)).code == 0


def test_sealed_from_outside(
    command: Command, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that are not below the working folder are named from the folder that holds them."""
    (workspace / "inre").mkdir()
    monkeypatch.chdir(workspace / "inre")
    done = command("seal", "../lyktan.yaml", "--year", "2023", "-o", "b.json")
    assert done.code == 0
    assert json.loads(Path("b.json").read_text())["inputs"][0]["path"] == "lyktan.yaml"
    assert command("verify", "b.json").code == 0


def test_a_file_that_is_wrong_now(command: Command, workspace: Path) -> None:
    """A file that is no valid agreement any more is said to be so, at its place; exit 3."""
    change(workspace / "lyktan.yaml", "kommun: rest", "kommun: 35 %")
    done = command("verify", "bokslut.json")
    assert (done.code, done.out) == (3, "")
    assert "error[AV104]" in done.err
    assert "  lyktan.yaml:8:" in done.err
    (workspace / "lyktan.yaml").write_bytes(b"\xff")
    assert command("verify", "bokslut.json").code == 3


def test_a_hole_in_a_key(command: Command, workspace: Path) -> None:
    """What is wrong only when the year is worked out ends it too, said once."""
    change(workspace / "elever.csv", "2023;kommun;70\n", "")
    done = command("verify", "bokslut.json")
    assert (done.code, done.out) == (3, "")
    assert done.err.count("error[AV") == 1


def test_another_agreement_at_the_path(command: Command, workspace: Path) -> None:
    """Two agreements that have changed names are both found, for what they hold."""
    (workspace / "lyktan.yaml").rename(workspace / "x")
    (workspace / "fyren.yaml").rename(workspace / "lyktan.yaml")
    (workspace / "x").rename(workspace / "fyren.yaml")
    done = command("verify", "bokslut.json")
    assert done.code == 0
    assert len(points(done)) == 2


# --- Seals that cannot be used -------------------------------------------------------------


def test_the_fingerprint(command: Command, workspace: Path) -> None:
    """The right one is confirmed, however it is copied; another one ends it, exit 3."""
    right = api.verify("bokslut.json").seal.fingerprint
    done = command("verify", "bokslut.json", "--fingerprint", right.lower().replace("-", " "))
    assert done.code == 0
    assert "• The fingerprint is the one that was given.\n" in done.out
    done = command("verify", "bokslut.json", "--fingerprint", "7KQ2-M4XW-9RTC-HB3D")
    assert (done.code, done.out) == (3, "")
    assert "error[AV933]" in done.err
    assert right in done.err
    assert command("verify", "bokslut.json", "--fingerprint", "7KQ2").code == 2
    assert workspace.exists()


def test_an_edited_seal(command: Command, workspace: Path) -> None:
    """A digit, a name or an option that was edited is noticed; another layout is no edit."""
    path = workspace / "bokslut.json"
    original = path.read_text("utf-8")
    for old, new in (("300.00", "300.01"), ("Exempelby", "Exempelbo"), ("budget", "actual")):
        assert old in original
        path.write_text(original.replace(old, new, 1), encoding="utf-8")
        done = command("verify", "bokslut.json")
        assert (done.code, done.out) == (3, "")
        assert "error[AV932]" in done.err
    otherwise = json.dumps(json.loads(original), indent=4, sort_keys=True).replace("\n", "\r\n")
    path.write_text(otherwise, encoding="utf-8-sig", newline="")
    assert command("verify", "bokslut.json").code == 0


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"[]",
        b'"avtalskalk/seal/1"',
        b'{"schema": "avtalskalk/statement/1"}',
        b'{"schema": 1}',
        b'{"schema": "avtalskalk/seal/1", "schema": "avtalskalk/seal/1"}',
        b'{"schema": "avtalskalk/seal/1", "version": NaN}',
        b'{"schema": "avtalskalk/seal/1", "version": 1e999}',
        b'{"schema": "avtalskalk/seal/1", "version": ' + b"9" * 5000 + b"}",
        b'{"schema": "avtalskalk/seal/1",\n "version": "\x1b[31m',
    ],
)
def test_what_is_no_seal(command: Command, tmp_path: Path, raw: bytes) -> None:
    """Whatever a file holds, it is read as a seal or refused in words; exit 3."""
    (tmp_path / "b.json").write_bytes(raw)
    done = command("verify", "b.json")
    assert (done.code, done.out) == (3, "")
    assert "error[AV930]" in done.err
    assert "\x1b" not in done.err


def test_files_that_cannot_be_read(command: Command, tmp_path: Path) -> None:
    """A folder, a file that is not there and one that is too large are refused."""
    (tmp_path / "mapp").mkdir()
    (tmp_path / "stor.json").write_bytes(b" " * 25_000_001)
    for name, code in (("mapp", "AV053"), ("borta.json", "AV05"), ("stor.json", "AV938")):
        done = command("verify", name)
        assert (done.code, done.out) == (3, "")
        assert code in done.err
    for words in ((), ("a", "b", "c")):
        assert command("verify", *words).code == 2


HOSTILE: tuple[object, ...] = (
    *(None, 1, -1, True, "", "x", [], {}, [[]], {"a": 1}, 10**400, "-0", "0.001", "SEK", "EUR"),
    *("../x", "/etc/passwd", "C:\\x", "a\\..\\..\\x", "\x1b[31m\n\x00", "\ud800", "limit"),
    *("1e9", "9" * 1001, "1/0", "0001-01-01", "9999-12-31", "2023-13-01", "2199", "2024/25"),
)


def below(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every path into some data, of lists the first two elements."""
    keys: list[Any] = list(value) if isinstance(value, dict) else []
    if isinstance(value, list):
        keys = list(range(len(value)))[:2]
    for key in keys:
        yield (*path, key)
        inner: Any = value
        yield from below(inner[key], (*path, key))


@pytest.mark.slow
def test_hostile_content(workspace: Path) -> None:
    """Whatever stands anywhere in a seal whose checksum is right, it is refused or reported."""
    content = json.loads((workspace / "bokslut.json").read_text("utf-8"))
    path = workspace / "hostile.json"
    options = Options("sv")
    for keys in [one for one in below(content) if one != ("checksum",)]:
        for value in HOSTILE:
            raw = json.dumps(replaced(content, keys, value)).encode()
            if isinstance(files.seal(raw), Diagnostic):
                continue
            path.write_bytes(raw)
            found = verified(path)
            if isinstance(found, AgreementError):
                assert {one.code for one in found.diagnostics} <= {"AV936", "AV937"}
                continue
            assert "\x1b" not in api.render(document(found, options), "table", options)
            assert list(write_records("json", records(found), options))


def verified(path: Path) -> Recalculated | AgreementError:
    try:
        return api.verify(path)
    except AgreementError as error:
        return error


def test_paths_lead_nowhere_else(workspace: Path) -> None:
    """A path that leads out of the seal's folder is refused before anything is looked for."""
    content = json.loads((workspace / "bokslut.json").read_text("utf-8"))
    for name in ("../lyktan.yaml", "/lyktan.yaml", "C:lyktan.yaml", "a/../../lyktan.yaml", ""):
        keys: tuple[str | int, ...]
        for keys in (("inputs", 0, "path"), ("agreements", 1, "file")):
            found = files.seal(json.dumps(replaced(content, keys, name)).encode())
            assert isinstance(found, Diagnostic)
            assert (found.code, found.path) == ("AV935", keys)


def astray(workspace: Path) -> None:
    """Let the seal say that its first agreement, `fyren`, is in `hemligt.txt`."""
    path = workspace / "bokslut.json"
    content = json.loads(path.read_text("utf-8"))
    content["agreements"][0]["file"] = content["inputs"][1]["path"] = "hemligt.txt"
    path.write_text(json.dumps({**content, "checksum": checksum(content)}), encoding="utf-8")


def test_nothing_is_read_above_the_workspace(command: Command, workspace: Path) -> None:
    """A sealed path is tried in the workspace and in the seal's folder, not in those above."""
    written(workspace.parent, "hemligt.txt", "avtalskalk: [lösenord\n")
    astray(workspace)
    for name in ("fyren.yaml", "lyktan.yaml"):
        (workspace / name).unlink()
    done = command("verify", "bokslut.json")
    assert (done.code, "[AV936]" in done.err) == (3, True)
    assert "lösenord" not in done.err
    # Nor by a link in the folder.
    (workspace / "hemligt.txt").symlink_to(workspace.parent / "hemligt.txt")
    done = command("verify", "bokslut.json", ".")
    assert (done.code, "[AV936]" in done.err) == (3, True)


def test_nothing_is_shown_of_a_file_that_is_no_agreement(command: Command, workspace: Path) -> None:
    """A file at a sealed path that is something else is only said to be no agreement."""
    astray(workspace)
    (workspace / "fyren.yaml").unlink()
    for text in ("root:$6$salt: [x\n", "lösen: ord\n", "{lösen"):
        written(workspace, "hemligt.txt", text)
        done = command("verify", "bokslut.json")
        assert (done.code, done.out) == (3, "")
        assert "error[AV054]" in done.err
        assert "\n  hemligt.txt\n" in done.err
        assert text[:4] not in done.err


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("allocations", 0, "basis"), "actual"),
        (("allocations", 0, "approved"), "999999.00"),
        (("totals", 0, "complete"), False),
        (("agreements", 0, "years"), ["2023", "2023"]),
        (("agreements", 0, "years"), ["2024"]),
        (("agreements", 0, "file"), "annat.yaml"),
        (("inputs", 1, "path"), "fyren.yaml"),
        (("extra",), {"amount": "999"}),
        (("notes",), [{"agreement": "x", "year": "2023", "key": "x", "arguments": {}}]),
        (("assumptions",), [{"agreement": "x", "text": "x"}]),
    ],
)
def test_what_seal_never_writes(
    workspace: Path, keys: tuple[str | int, ...], value: object
) -> None:
    """A row on another basis, a key too many, a year twice, a file that is not listed: refused."""
    content = json.loads((workspace / "bokslut.json").read_text("utf-8"))
    found = files.seal(json.dumps(replaced(content, keys, value)).encode())
    assert isinstance(found, Diagnostic)
    assert found.code == "AV935"
    assert found.path[: len(keys)] == keys[: len(found.path)]


def test_a_seal_without_agreements(workspace: Path) -> None:
    """Nothing at all can be no result."""
    content = json.loads((workspace / "bokslut.json").read_text("utf-8"))
    lists = ("inputs", "agreements", "allocations", "totals", "items", "missing", "notes")
    empty = {**content, **{name: [] for name in lists}}
    found = files.seal(json.dumps({**empty, "checksum": checksum(empty)}).encode())
    assert isinstance(found, Diagnostic)
    assert (found.code, found.path) == ("AV935", ("agreements",))


def test_names_that_changed_places(command: Command, workspace: Path) -> None:
    """The same figures under each other's names are not reproduced; exit 1."""
    edit(workspace / "bokslut.json", "agreements", 0, "parties", "region", value="Exempelby kommun")
    done = command("verify", "bokslut.json")
    assert done.code == 1
    text = " ".join(done.out.split())
    assert "Not reproduced: the figures are the same, but the names are different for Fyr" in text
    assert points(done)[-1] == (
        "fyren: `region` was called Exempelby kommun and is now called Region Exempel."
    )
    record = json.loads(command("verify", "bokslut.json", "-f", "json").out)
    assert record["names"] == [
        {
            "agreement": "fyren",
            "kind": "party",
            "id": "region",
            "sealed": "Exempelby kommun",
            "now": "Region Exempel",
        }
    ]


def test_a_file_of_another_size(command: Command, workspace: Path) -> None:
    """A size that the file never had is no unchanged file."""
    edit(workspace / "bokslut.json", "inputs", 0, "size", value=1)
    done = command("verify", "bokslut.json")
    assert points(done) == ["fyren.yaml has changed, but no figure changes."]


def test_a_source_that_is_another(command: Command, workspace: Path) -> None:
    """What a seal cites beside its figures is compared too, and reported."""
    edit(workspace / "bokslut.json", "allocations", 0, "source", value="KF § 1")
    done = command("verify", "bokslut.json")
    assert done.code == 0
    assert points(done)[1:] == [
        "Fyren (påhittad): notes or sources are different now, but no figure changes."
    ]


# --- Formats, the library, the examples ----------------------------------------------------


def test_json(command: Command, workspace: Path) -> None:
    """For a program: the verdict, the files, corrections with both sides; no language in it."""
    change(workspace / "lyktan.yaml", "1 000 000", "1 000 001")
    done = command("verify", "bokslut.json", "-f", "json")
    assert (done.code, done.err) == (1, "Not reproduced.\n")
    found = json.loads(done.out)
    assert found["schema"] == "avtalskalk/verification/1"
    assert found["reproduced"] is False
    assert found["seal"]["confirmed"] is False
    assert found["inputs"][2] == {
        "state": "changed",
        "sealed": "lyktan.yaml",
        "now": "lyktan.yaml",
    }
    assert [one["reproduced"] for one in found["years"]] == [True, False]
    assert found["corrections"][0] == {
        "agreement": "lyktan",
        "year": "2023",
        "party": "region",
        "currency": "SEK",
        "sealed": {"amount": "840000.00", "conditional": False},
        "now": {"amount": "840000.70", "conditional": False},
        "difference": "0.70",
    }
    assert found["rows"][1]["difference"] == "0.30"
    assert found["rows"][1]["now"] == {"amount": "300000.30", "conditional": False, "share": "3/10"}
    assert found["items"][0]["now"]["exact"] == "1000001.00"
    assert command("verify", "bokslut.json", "-f", "json", lang="sv").out == done.out


def test_json_of_what_is_missing(command: Command, workspace: Path) -> None:
    """A figure that is missing is null, never 0, and named."""
    change(workspace / "lyktan.yaml", "{2023: 200 000 kr}", "{2024: 200 000 kr}")
    found = json.loads(command("verify", "bokslut.json", "-f", "json").out)
    assert found["missing"] == [
        {
            "agreement": "lyktan",
            "year": "2023",
            "what": "costs.lokal.budget.2023",
            "sealed": False,
            "now": True,
        }
    ]
    assert found["corrections"][0]["now"]["amount"] is None
    assert found["corrections"][0]["difference"] is None
    assert found["rows"][0]["now"] is None
    assert found["rows"][0]["difference"] == "-140000.00"


def test_a_file_of_its_own(command: Command, workspace: Path) -> None:
    """A report is written to a file, and the verdict is said beside it."""
    done = command("verify", "bokslut.json", "-o", "intyg.md", lang="sv")
    assert (done.code, done.out, done.err) == (0, "", "Stämmer.\n")
    text = (workspace / "intyg.md").read_text("utf-8")
    assert text.startswith("# Förseglat resultat ")
    assert "\n- Alla filer är oförändrade, byte för byte.\n" in text


def test_the_library(workspace: Path) -> None:
    """`seal` and `verify` do as the commands; what is wrong raises AgreementError."""
    sealed = avtalskalk.seal("lyktan.yaml", [2023], today=date(2023, 6, 1))
    assert avtalskalk.seal(api.load("lyktan.yaml"), [2023], today=date(2023, 6, 1)) == sealed
    path = workspace / "b.json"
    path.write_bytes(sealed.content)
    assert avtalskalk.verify(path, fingerprint=sealed.seal.fingerprint).reproduced
    written(workspace, "evig.yaml", ENDLESS)
    with pytest.raises(ValueError, match="no end"):
        avtalskalk.seal("evig.yaml")
    with pytest.raises(AgreementError, match="AV933"):
        avtalskalk.verify(path, fingerprint="x")
    with pytest.raises(AgreementError, match="AV050"):
        avtalskalk.verify(workspace / "x" / "borta.json")
    loaded = api.load("lyktan.yaml")
    (workspace / "lyktan.yaml").unlink()
    with pytest.raises(AgreementError, match="lyktan"):
        avtalskalk.seal(loaded)


EXAMPLES = [
    path
    for folder in ("examples", "agreements")
    for path in sorted((PROJECT / folder).glob("*.yaml"))
    if ".test." not in path.name
]


@pytest.mark.slow
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_comes_out_again(path: Path, tmp_path: Path) -> None:
    """What is sealed of any example is read back as the very figures that were sealed."""
    loaded = api.load(path)
    for basis in BASES:
        in_force = [one for one in api.calculate(loaded, range(2005, 2040), basis) if one.in_force]
        sealed = api.seal(loaded, [int(one.year[:4]) for one in in_force], basis)
        assert list(sealed.seal.agreements[0].years) == [int(one.year[:4]) for one in in_force]
        (tmp_path / "b.json").write_bytes(sealed.content)
        assert api.verify(tmp_path / "b.json", path.parent).reproduced
        if in_force:
            sealed = api.seal(
                loaded, [int(one.year[:4]) for one in in_force], basis, settlement=True
            )
            (tmp_path / "s.json").write_bytes(sealed.content)
            again = api.verify(tmp_path / "s.json", path.parent)
            assert again.reproduced
            assert again.seal.agreements[0].settled


# --- A settlement ------------------------------------------------------------------------------


@pytest.fixture
def settled(command: Command, tmp_path: Path) -> Path:
    """A folder with the example's agreement and its settlement of 2023, sealed."""
    text = (PROJECT / "examples" / "settlement.yaml").read_text("utf-8")
    file = written(tmp_path, "raddning.yaml", text)
    done = command("seal", file, "--year", "2023", "--settlement", "-o", "s.json")
    assert done.code == 0, done.err
    return tmp_path


def figures(folder: Path) -> dict[tuple[str, str], str]:
    """The sealed figures by party and name."""
    rows = json.loads((folder / "s.json").read_text("utf-8"))["settlements"]
    return {(row["party"], row["figure"]): row["amount"] for row in rows}


def test_a_seal_holds_a_settlement(command: Command, settled: Path) -> None:
    """Every figure of it: 548 250,30 that Lilla pays, and all that it is made of."""
    content = json.loads((settled / "s.json").read_text("utf-8"))
    assert content["options"]["settlement"] is True
    assert content["options"]["basis"] == "actual"
    lilla = {name: amount for (party, name), amount in figures(settled).items() if party == "lilla"}
    assert lilla == {
        "budget": "3150000.00",
        "outcome": "3243750.30",
        "adjusted": "30750.30",
        "bears": "3180750.30",
        "outlays": "512500.00",
        "paid": "2120000.00",
        "left": "548250.30",
        "interest": "0.00",
    }
    assert figures(settled)["", "moved"] == "102501.00"
    out = command("verify", "s.json").out.replace("\u00a0", " ")
    assert "Reproduced" in out
    assert "Final settlement 2023 · SEK" in out
    assert "Lilla kommun   548,250.30" in out


def test_a_settlement_that_changes_says_which_figures(command: Command, settled: Path) -> None:
    """A budget 1 000 kr higher moves no actual amount, but the settlement: 312 501 becomes 311 501.

    Free is 2 % of 10 501 000, 210 020: 101 481 is settled, 30 % of it 30 444,30.  Lilla has paid
    80 % of 3 000 300 - 350 000 = 2 120 240: 3 150 300 + 30 444,30 - 2 120 240 - 512 500.
    """
    change(settled / "raddning.yaml", "2023: 10 000 000", "2023: 10 001 000")
    done = command("verify", "s.json", "-f", "json")
    assert done.code == 1
    data = json.loads(done.out)
    assert data["rows"] == data["corrections"] == []
    rows = {(row["party"], row["figure"]): row for row in data["settlements"]}
    assert rows["", "deviation"]["now"]["amount"] == "311501.00"
    assert rows["lilla", "left"]["now"]["amount"] == "548004.30"
    assert rows["lilla", "left"]["difference"] == "-246.00"
    assert ("lilla", "outcome") not in rows
    out = command("verify", "s.json").out
    assert "Actual 2023" not in out
    assert "Part of what is settled" in out


def test_a_seal_with_half_a_settlement(command: Command, settled: Path) -> None:
    """The option without the figures, or figures of somebody's own, are nothing `seal` writes."""
    sealed = json.loads((settled / "s.json").read_text("utf-8"))
    options = {name: value for name, value in sealed["options"].items() if name != "settlement"}
    in_euro = [row | {"currency": "EUR"} for row in sealed["settlements"]]
    for content in (
        {name: value for name, value in sealed.items() if name != "settlements"},
        sealed | {"options": options},
        sealed | {"settlements": in_euro},
    ):
        content["checksum"] = checksum(content)
        (settled / "t.json").write_text(json.dumps(content), encoding="utf-8")
        done = command("verify", "t.json")
        assert (done.code, "AV935" in done.err) == (3, True)


def test_a_settlement_without_a_budget(command: Command, tmp_path: Path) -> None:
    """What is missing is said, and sealed as missing."""
    text = SOUND.replace("budget:", "actual:")
    file = written(tmp_path, "x.yaml", text)
    done = command("seal", file, "--year", "2023", "--settlement", "-o", "s.json")
    assert done.code == 0
    assert "lyktan: costs.drift.budget.2023" in done.err
    assert figures(tmp_path)["kommun", "left"] is None


def test_every_figure_of_a_settlement_has_words() -> None:
    """Of each party's settlement, and of the whole."""
    assert {*PartySettlement._fields} - {"party", "advances", "interest_parts"} <= {*FIGURES}
