"""`check`: all findings in one run, in three formats, and what can be mended."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import GAP, SOUND, WRONG, Command, written

from avtalskalk.files.workspace import load
from avtalskalk.words.messages import MESSAGES

SLIP = SOUND.replace("70 %, kommun: rest", "62,5 %, kommun: rest")


def test_a_sound_file(command: Command, sound: str) -> None:
    """A sound file prints nothing, and the verdict stands on stderr."""
    assert command("check", sound) == (0, "", "One file: no errors.\n")
    assert command("check", sound, lang="sv") == (0, "", "En fil: inga fel.\n")
    assert command("check", sound, "-q") == (0, "", "")


def test_all_findings_in_one_run(command: Command, tmp_path: Path) -> None:
    """Every finding of every file is printed, with its place, and the exit code is 3."""
    written(tmp_path, "avtal/a.yaml", WRONG.replace("id: fel", "id: a"))
    written(tmp_path, "avtal/b.yaml", WRONG.replace("id: fel", "id: b").replace("1 000", "ca"))
    done = command("check", "avtal", lang="sv")
    assert done.code == 3
    assert done.out.count("fel[AV104]") == 2
    assert "  avtal/a.yaml:8:12\n" in done.out
    assert done.err == "2 filer: 3 fel.\n"


def test_strict(command: Command, tmp_path: Path) -> None:
    """A warning is exit 0, and 1 with --strict."""
    gap = written(tmp_path, "lucka.yaml", GAP)
    done = command("check", gap)
    assert (done.code, done.err) == (0, "One file: one warning.\n")
    assert "warning[AV303]" in done.out
    assert command("check", gap, "--strict").code == 1


def test_json(command: Command, tmp_path: Path) -> None:
    """JSON has each finding with its place and the words of both languages."""
    done = command("check", written(tmp_path, "fel.yaml", WRONG), "-f", "json")
    (finding,) = json.loads(done.out)["findings"]
    assert (finding["code"], finding["file"], finding["line"]) == ("AV104", "fel.yaml", 8)
    assert set(finding["message"]) == {"sv", "en"}


def test_json_without_findings(command: Command, sound: str) -> None:
    """JSON of a sound file has an empty list."""
    assert json.loads(command("check", sound, "-f", "json").out)["findings"] == []


def test_github(command: Command, tmp_path: Path) -> None:
    """Annotations are one line each."""
    done = command("check", written(tmp_path, "fel.yaml", WRONG), "-f", "github")
    assert done.out.startswith("::error file=fel.yaml,line=8,col=12,")
    assert done.out.count("\n") == 1


def test_to_a_file(command: Command, tmp_path: Path) -> None:
    """-o writes the findings, .txt as text."""
    bad = written(tmp_path, "fel.yaml", WRONG)
    command("check", bad, "-o", "fynd.txt")
    assert (tmp_path / "fynd.txt").read_text("utf-8") == command("check", bad).out


def test_a_total_that_is_worked_out(command: Command, tmp_path: Path) -> None:
    """A total solved from a known part is shown, so that it can be held against the paper."""
    text = SOUND.replace("2023: 200 000 kr", "2023: {known_part: {kommun: 60 000}}")
    done = command("check", written(tmp_path, "a.yaml", text), lang="sv")
    assert done.code == 0
    assert "info[AV841]: lokal: summan 200\u00a0000\u00a0kr är uträknad" in done.out


def test_what_a_party_lays_out(command: Command, tmp_path: Path) -> None:
    """What a party pays the supplier is shown with what it bears, in case the two were mixed up."""
    text = SOUND.replace(
        "{budget: {2023: 200 000 kr", "{paid_by: kommun, budget: {2023: 200 000 kr"
    )
    done = command("check", written(tmp_path, "a.yaml", text), lang="sv")
    assert done.code == 0
    assert done.out.count("[AV740]") == 1
    assert "`budget: {2023: {known_part: {kommun: 200 000 kr}}}`" in done.out


def test_findings_that_are_not_shown_are_counted(command: Command, tmp_path: Path) -> None:
    """The verdict counts all, not those that are shown."""
    items = "".join(f"  x{n}: {{amount: mycket}}\n" for n in range(150))
    text = SOUND.split("costs:", maxsplit=1)[0] + "costs:\n" + items
    assert command("check", written(tmp_path, "a.yaml", text)).err == "One file: 150 errors.\n"


def test_a_prorated_total(command: Command, tmp_path: Path) -> None:
    """An amount for a whole year is shown with what it comes to in the part of it."""
    text = SOUND.replace("from: 2023-01-01", "from: 2023-07-01").replace(
        "{budget", "{covers: year, budget"
    )
    text = text.replace("Driften,", "Driften, covers: year,")
    done = command("check", written(tmp_path, "a.yaml", text))
    assert "note[AV842]: Driften: SEK\u00a01,000,000 for a whole year gives" in done.out


def test_explain(command: Command) -> None:
    """--explain prints a code's page in the language, and a message with nothing left blank."""
    done = command("check", "--explain", "av104", lang="sv")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("AV104: Hela kostnaden fördelas")
    shown = done.out.replace("\N{NO-BREAK SPACE}", " ")
    assert "\nTill exempel:\n\nfel[AV104]: andelarna summerar till 105 %, inte 100 %\n" in shown
    assert "  hjälp: ändra en andel (skillnaden är 5 %), eller skriv `rest` för den" in shown
    for code in MESSAGES:
        assert f"[{code}]: " in command("check", "--explain", code).out


def test_fix(command: Command, tmp_path: Path) -> None:
    """--fix changes the lines concerned, says which, and what is left is checked."""
    name = written(tmp_path, "a.yaml", SLIP.replace("\n", "\r\n"))
    assert command("check", name).code == 3
    done = command("check", name, "--fix", "-v")
    assert done.code == 0
    assert "note[AV831]: corrected line 8: `62,5 %` became `62.5 %`" in done.out
    assert "  a.yaml:8:21\n" in done.out
    assert done.err == "Corrected a.yaml.\nOne file: no errors.\n"
    expected = SLIP.replace("62,5", "62.5").replace("\n", "\r\n")
    assert (tmp_path / "a.yaml").read_bytes() == expected.encode()


def test_nothing_to_fix(command: Command, tmp_path: Path) -> None:
    """--fix leaves a file alone that it has nothing to mend in, sound or not."""
    name = written(tmp_path, "fel.yaml", WRONG)
    (tmp_path / "binär.yaml").write_bytes(b"\xff\xfe\x00")
    assert command("check", name, "binär.yaml", "--fix").code == 3
    assert (tmp_path / name).read_text("utf-8") == WRONG


def test_a_file_that_cannot_be_mended(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system refuses the mended file, one line says so."""

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "a.yaml")

    monkeypatch.setattr("avtalskalk.files.atomic_write.write_whole", refused)
    done = command("check", written(tmp_path, "a.yaml", SLIP), "--fix")
    assert done.code == 6
    assert "AV816" in done.err


def test_quiet_says_why_it_fails(command: Command, tmp_path: Path) -> None:
    """With -q a warning is silent, unless --strict makes it the reason of the exit code."""
    name = written(tmp_path, "a.yaml", GAP)
    assert command("check", name, "-q") == (0, "", "")
    strict = command("check", name, "--strict", "-q")
    assert (strict.code, strict.err) == (1, "")
    assert strict.out.startswith("warning[AV303]")
    assert "note[" not in strict.out


BESIDE = {
    "shared.yaml": "parties: {region: Region Exempel}\n",
    "lyktan.test.yaml": "cases: [{name: 70 %, year: 2023, amounts: {region: 840 000 kr}}]\n",
    "scenarios/dyrare.yaml": "title: Dyrare\ncost: +3 %\n",
    "dyrare.yml": "cost: +3 %\n",
}


@pytest.mark.parametrize("words", [("check",), ("calc", "-f", "csv"), ("show",), ("test",)])
def test_files_that_belong_to_agreements_are_passed_over(
    command: Command, sound: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Every name that `*.yaml` or a hook gives is taken, and notes say what is no agreement."""
    for name, text in BESIDE.items():
        written(tmp_path, name, text)
    alone = command(*words, sound)
    done = command(*words, "shared.yaml", sound, *list(BESIDE)[1:])
    assert done.code == alone.code == 0
    assert alone.out in done.out
    said = done.out + done.err
    assert said.count("note[AV065]") == (0 if words == ("test",) else len(BESIDE))
    for name in BESIDE:
        quiet = command(*words, name, sound, "-q")
        assert (quiet.code, quiet.out, quiet.err) == (0, command(*words, sound, "-q").out, "")


def test_a_commit_of_such_files_alone_is_checked(command: Command, tmp_path: Path) -> None:
    """`check` has nothing against them; a command that must calculate says that it cannot."""
    for name, text in BESIDE.items():
        written(tmp_path, name, text)
        checked = command("check", name)
        assert (checked.code, checked.out.startswith("note[AV065]")) == (0, True)
        for words in (("calc",), ("whatif", "--cost", "+1 %"), ("diff", name)):
            done = command(*words, name)
            assert (done.code, done.out, "error[AV065]" in done.err) == (3, "", True)


def test_what_is_no_agreement_and_serves_none_is_an_error(command: Command, tmp_path: Path) -> None:
    """A file that says nothing of any agreement is not passed over in silence."""
    name = written(tmp_path, "annat.yaml", "title: Något\nrader: [1, 2]\n")
    assert (command("check", name).code, "AV054" in command("check", name).out) == (3, True)


NAMED_BY_ITS_END = """\
avtalskalk: 1
id: a
title: A (påhittad)
parties: {a: Anna, b: Bo}
fiscal_year: {starts: 07-01, named: end}
periods: [{from: 2022-07-01, to: 2025-06-30, split: equal}]
costs:
  x:
    amounts:
      2023: {a: 1 kr}
      2024: {z: 1 kr}
      FY2025: {a: 1 kr}
  y: {price: 5 kr, quantity: v}
volumes:
  v:
    2023: 1
    2024: 1
    2025: 1
paid:
  2023: {a: 1 kr}
  2024: {z: 1 kr}
  2024/25: {a: 1 kr}
"""


def test_years_that_are_named_by_their_end(tmp_path: Path) -> None:
    """The year from July 2023 is written 2024: what is wrong in it is at its own line."""
    file = tmp_path / "a.yaml"
    file.write_text(NAMED_BY_ITS_END, encoding="utf-8")
    (loaded,) = load([str(file)])
    (unknown,) = (d for d in loaded.diagnostics if d.code == "AV101")
    assert unknown.place is not None
    assert (unknown.place.line, unknown.lines) == (11, (21,))
    for year, lines in {
        "2022/23": (10, 16, 20),
        "2023/24": (11, 17, 21),
        "2024/25": (12, 18, 22),
    }.items():
        paths = ("costs", "x", "amounts", year), ("volumes", "v", year), ("paid", year)
        assert tuple(loaded.file_and_line(path)[1] for path in paths) == lines


def test_what_is_wrong_in_a_shared_file_is_said_once(command: Command, tmp_path: Path) -> None:
    """A slip in `shared.yaml` is one error, however many agreements use the file."""
    written(tmp_path, "shared.yaml", "indices: {kpi: {values: {2023-10: ungefär 400}}}\n")
    for name in ("a", "b", "c"):
        text = SOUND.replace("id: lyktan", f"id: {name}")
        index = "amount: 1 000 kr\n    index: {series: kpi, level: 2023, base: 2023-10}\n"
        written(tmp_path, f"{name}.yaml", f"{text}  hyra:\n    {index}")
    done = command("check", ".")
    assert (done.code, done.out.count("AV226")) == (3, 1)
    assert done.err == "3 files: one error.\n"
    assert command("calc", ".").err.count("AV226") == 1
