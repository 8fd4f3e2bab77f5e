"""`whatif`: something changed, what that does to each party, thresholds, saving and watching."""

import csv
import io
import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import BARE, ENDLESS, HOLE, SOUND, WRONG, Command, written
from tests.conftest import plain_environment

SEED = Path(__file__).parent.parent.parent / "agreements" / "alingsas-spadbarn.yaml"


@pytest.fixture
def sound(tmp_path: Path) -> str:
    return written(tmp_path, "lyktan.yaml", SOUND)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_seeds_own_what_if(command: Command) -> None:
    """2023 at 70/30 instead of 50/50 moves 382 895,20 kr from the municipality to the board."""
    split = ("--split", "hsnv=70 %,alingsas=30 %")
    done = command("whatif", str(SEED), "--year", "2023", *split, "-f", "csv")
    assert done.code == 0
    assert [(r["party"], r["before"], r["after"], r["difference"]) for r in rows(done.out)] == [
        ("hsnv", "957238.00", "1340133.20", "382895.20"),
        ("alingsas", "957238.00", "574342.80", "-382895.20"),
    ]


@pytest.mark.parametrize("form", ["table", "md", "csv", "json"])
def test_every_format_of_calc(command: Command, sound: str, form: str) -> None:
    """Each format has what is paid before and after, and what was changed or by how much."""
    done = command("whatif", sound, "--year", "2023", "--cost", "drift=+10 %", "-f", form)
    assert done.code == 0
    before, after = (
        ("840000.00", "910000.00") if form in {"csv", "json"} else ("840,000", "910,000")
    )
    assert before in done.out
    assert after in done.out


def test_json_has_its_inputs(command: Command, sound: str, tmp_path: Path) -> None:
    """The files that a scenario rests on are named with their fingerprints."""
    (tmp_path / "scenarios").mkdir()
    written(tmp_path / "scenarios", "dyrare.yaml", "title: Dyrare\ncost: +3 %\n")
    found = json.loads(command("whatif", sound, "--scenario", "dyrare", "-f", "json").out)
    assert [one["path"].rpartition("/")[2] for one in found["inputs"]] == [
        "lyktan.yaml",
        "dyrare.yaml",
    ]


def test_json_has_what_is_said_once(command: Command, sound: str) -> None:
    """A warning that the change brings stands among the diagnostics, at the option."""
    option = "costs.drift.budget.2030=5 kr"
    done = command("whatif", sound, "--set", option, "--year", "2023", "-f", "json")
    (one,) = json.loads(done.out)["diagnostics"]
    assert (one["code"], one["path"]) == ("AV415", f"--set {option}")


def test_years_that_the_change_brings(command: Command, sound: str) -> None:
    """Without years those with figures before or after are compared."""
    done = command("whatif", sound, "--set", "costs.lokal.budget.2024=300 tkr", "-f", "csv")
    found = {(one["year"], one["party"]): one["difference"] for one in rows(done.out)}
    assert found["2023", "region"] == "0.00"
    # Without the figure the year was incomplete, so there is no difference to tell.
    assert not found["2024", "region"]


def test_several_scenarios(command: Command, sound: str, tmp_path: Path) -> None:
    """Scenarios stand beside each other, each after what it rests on, with options on top."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    written(folder, "dyrare.yaml", "title: Ett dyrare år\nsource: KF § 5\ncost: +10 %\n")
    written(folder, "lika.yaml", "after: dyrare\nsplit: equal\n")
    names = ("--scenario", "dyrare", "--scenario", str(folder / "lika.yaml"))
    done = command("whatif", sound, "--year", "2023", *names)
    assert "dyrare: Ett dyrare år (KF § 5)" in done.out
    done = command("whatif", sound, "--year", "2023", *names, "-f", "csv")
    after = {(one["scenario"], one["party"]): one["after"] for one in rows(done.out)}
    assert after == {
        ("dyrare", "region"): "924000.00",
        ("dyrare", "kommun"): "396000.00",
        ("lika", "region"): "660000.00",
        ("lika", "kommun"): "660000.00",
    }
    done = command("whatif", sound, "--year", "2023", *names[2:], "--cost", "lokal=0", "-f", "csv")
    assert {one["after"] for one in rows(done.out)} == {"550000.00"}


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("--split", "region=70 %,kommun=35 %"), "--split region=70 %,kommun=35 %"),
        (("--scenario", "fel"), "scenarios/fel.yaml:2:8"),
    ],
)
def test_a_change_that_makes_the_agreement_invalid(
    command: Command, sound: str, tmp_path: Path, words: tuple[str, ...], where: str
) -> None:
    """The finding names the option or the scenario's line; nothing is written; exit code 3."""
    (tmp_path / "scenarios").mkdir()
    written(tmp_path / "scenarios", "fel.yaml", "title: Fel\nsplit: {region: 70 %, kommun: 35 %}\n")
    kept, out = tmp_path / "nytt.yaml", tmp_path / "ut.csv"
    done = command("whatif", sound, *words, "--save", str(kept), "-o", str(out))
    assert (done.code, done.out) == (3, "")
    assert "error[AV104]" in done.err
    assert where in done.err
    assert not kept.exists()
    assert not out.exists()


def test_saving(command: Command, sound: str, tmp_path: Path) -> None:
    """The saved agreement keeps its comments and comes to the same figures as the what-if."""
    text = SOUND.replace("costs:\n", "# Kostnaderna.\ncosts:\n")
    written(tmp_path, "lyktan.yaml", text)
    kept = tmp_path / "nytt.yaml"
    words = (
        "--cost",
        "drift=+3,3 %",
        "--split",
        "region=62,5 %,kommun=rest",
        "--from",
        "2024-01-01",
    )
    done = command(
        "whatif", sound, *words, "--years", "2023..2024", "--save", str(kept), "-f", "csv"
    )
    assert done.code == 0, done.err
    after = {(one["year"], one["party"]): one["after"] for one in rows(done.out)}
    again = json.loads(command("calc", str(kept), "--years", "2023..2024", "-f", "json").out)
    assert {(one["year"], one["party"]): one["amount"] or "" for one in again["totals"]} == after
    assert "# Kostnaderna.\n" in kept.read_text(encoding="utf-8")
    refused = command("whatif", sound, *words, "--year", "2024", "--save", str(kept))
    assert (refused.code, "AV860" in refused.err) == (3, True)


@pytest.mark.parametrize("amount", ["200 000 kr", "{2024: 200 000 kr, 2025: 200 000 kr}"])
def test_a_year_holds_from_its_first_day(command: Command, tmp_path: Path, amount: str) -> None:
    """10 % more for 2025 is capped at 5 % over the 100 000 kr of 2024, and is saved so.

    Both ways to write the same amount give the same: 105 000 and 115 000 kr of 220 000 kr.
    """
    text = f"""avtalskalk: 1
id: avtal
title: Avtal
parties: {{a: A, b: B}}
periods:
  - from: 2024-01-01
    to: 2025-12-31
    split: equal
    limits: [{{party: a, max_increase: 5 %, difference: b}}]
costs: {{drift: {{amount: {amount}}}}}
"""
    words = ("--year", "2025", "--cost", "+10 %", "--save", str(tmp_path / "nytt.yaml"))
    done = command("whatif", written(tmp_path, "avtal.yaml", text), *words, "-f", "json")
    result = json.loads(done.out)
    assert {row["party"]: row["after"] for row in result["figures"]} == {
        "a": "105000.00",
        "b": "115000.00",
    }
    assert result["scenarios"][0]["since"] == ("" if "{" in amount else "2025-01-01")
    again = json.loads(command("calc", str(tmp_path / "nytt.yaml"), "-f", "json", "--years",
                               "2024..2025").out)  # fmt: skip
    assert [row["amount"] for row in again["totals"]] == [
        *("100000.00", "100000.00", "105000.00", "115000.00"),
    ]


def test_the_day_is_in_the_result(command: Command, tmp_path: Path) -> None:
    """Where an undated amount is cut, the result says from which day, in both languages."""
    text = SOUND.replace("costs:\n", "costs:\n  hyra: {amount: 100 kr}\n")
    sound = written(tmp_path, "lyktan.yaml", text)
    words = ("--year", "2024", "--cost", "hyra=+10 %")
    assert "The change applies from 2024-01-01; earlier" in command("whatif", sound, *words).out
    said = command("whatif", sound, *words, lang="sv").out
    assert "Ändringen gäller från 2024-01-01; tidigare år är som förut." in said
    swept = command("sweep", sound, "--year", "2024", "--vary", "cost.hyra=+0 %; +10 %").out
    assert "The change applies from 2024-01-01" in swept


def test_saving_beside_readings(command: Command, tmp_path: Path) -> None:
    """A reading that no longer fits what is saved is told of, and nothing is written."""
    text = SOUND + "readings: {jamnt: {title: Lika, set: {periods.2024.split: equal}}}\n"
    sound = written(tmp_path, "lyktan.yaml", text)
    kept = tmp_path / "nytt.yaml"
    words = ("--split", "equal", "--from", "2024-07-01", "--year", "2024")
    done = command("whatif", sound, *words, "--save", str(kept))
    assert (done.code, done.out, kept.exists()) == (3, "", False)
    assert "AV702" in done.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "AV771"),
        (("--cost", "+3 %", "--watch", "--save", "x.yaml"), "AV824"),
        (("--cost", "+3 %", "--reading", "all"), "AV824"),
        (("--cost", "+3 %", "--reading", "x", "--save", "x.yaml"), "AV824"),
        (("--scenario", "a", "--scenario", "b", "--save", "x.yaml"), "AV824"),
        (("--cost", "+3 %", "--save", "-"), "AV824"),
        (("--cost", "+3 %", "--save", "x.txt", "-o", "./x.txt"), "AV824"),
        (("--cost", "+3 %", "--save", "x" * 300), "AV818"),
        (("--cost", "+3 %", "--from", "then"), "AV808"),
        (("--share", "40 %"), "AV773"),
        (("--cost", "+3 %", "--fail-if", "kommun"), "AV776"),
        (("--cost", "+3 %", "--fail-if", "kommun > 1,555"), "AV776"),
        (("--cost", "+3 %", "--fail-if", "komun > 1"), "AV101"),
        (("--cost", "+3 %", "--party", "komun"), "AV101"),
        (("--cost", "+3 %", "--item", "dirft"), "AV101"),
        (("--cost", "+3 %", "-f", "json", "--unit", "tkr"), "AV828"),
    ],
)
def test_words_that_do_not_fit(
    command: Command, sound: str, words: tuple[str, ...], code: str
) -> None:
    """What cannot be carried out as written is refused, with exit code 2."""
    done = command("whatif", sound, *words)
    assert (done.code, done.out) == (6 if code == "AV818" else 2, "")
    assert code in done.err


def test_years_must_be_named(command: Command, tmp_path: Path) -> None:
    """Figures without end, a basis without figures and a year without terms say so."""
    endless = written(tmp_path, "evig.yaml", ENDLESS)
    assert "AV809" in command("whatif", endless, "--cost", "+3 %").err
    sound = written(tmp_path, "lyktan.yaml", SOUND)
    done = command("whatif", sound, "--set", "title=x", "--basis", "actual")
    assert (done.code, "AV820" in done.err) == (3, True)
    done = command("whatif", sound, "--set", "title=x", "--year", "2030")
    assert (done.code, "AV819" in done.err) == (3, True)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("", "AV002", "skriv innehållet"),
        ("- cost\n", "AV027", "skriv varje rad som `fält: värde`"),
        ("title: [a]\n", "AV295", 'hjälp: skriv `"a"`'),
        ("cost: {drift: {2023: 5}}\n", "AV295", "hjälp: värdet skrivs på samma rad"),
    ],
)
def test_a_scenario_that_is_none(
    command: Command, sound: str, tmp_path: Path, text: str, code: str, said: str
) -> None:
    """What is wrong with a scenario's file is told as of a scenario, not of an agreement."""
    written(tmp_path, "scenarios/dyrare.yaml", text)
    done = command("whatif", sound, "--scenario", "dyrare", lang="sv")
    assert (done.code, done.out) == (3, "")
    assert f"fel[{code}]" in done.err
    assert said in done.err
    assert "avtalskalk: 1" not in done.err
    assert "{example}" not in done.err


def test_a_folder_is_no_scenario(command: Command, sound: str, tmp_path: Path) -> None:
    """A folder that is called as a scenario's file would be is not among those to choose from."""
    written(tmp_path, "scenarios/dyrare.yaml", "cost: +3 %\n")
    (tmp_path / "scenarios" / "dyrast.yaml").mkdir()
    done = command("whatif", sound, "--scenario", "dyrast")
    assert (done.code, "did you mean `dyrare`?" in done.err) == (3, True)
    assert "dyrast," not in done.err


@pytest.mark.parametrize("words", [("--leave", "a"), ("--split", "equal"), ("--cost", "+3 %")])
def test_no_year_to_change(command: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Without figures there is no year that a change could be for, and that is what is said."""
    bare = written(tmp_path, "bar.yaml", BARE)
    done = command("whatif", bare, *words)
    assert (done.code, done.out) == (3, "")
    assert "note[AV821]: `bar` has no amounts for budget" in done.err
    assert "error[AV820]" in done.err
    done = command("whatif", bare, "--price", "+3 %", "--year", "2023", lang="sv")
    assert (done.code, "`costs` har inget att ändra för 2023" in done.err) == (3, True)


def test_agreements_that_are_not_concerned(command: Command, sound: str, tmp_path: Path) -> None:
    """Of several, those that lack what is changed stand as they are; if all do, it is an error."""
    bare = written(tmp_path, "bar.yaml", BARE)
    both = (sound, bare, "--year", "2023", "-f", "csv")
    alone = command("whatif", sound, "--cost", "drift=+10 %", *both[2:])
    done = command("whatif", *both, "--cost", "drift=+10 %", lang="sv")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        f"{alone.out}bar,,2023,a,,,,,SEK,false,false\nbar,,2023,b,,,,,SEK,false,false\n"
    )
    done = command("whatif", *both, "--leave", "nobody")
    assert (done.code, done.out) == (3, "")
    assert done.err.count("error[AV750]: the agreement has no party `nobody`") == 2
    # Each change must concern something; a name that is wrong must not pass for one of another.
    done = command("whatif", *both, "--cost", "drift=+10 %", "--cost", "dirft=+10 %")
    assert (done.code, done.out) == (3, "")
    assert "error[AV750]: the agreement has no cost item `dirft`" in done.err


def test_no_path(command: Command) -> None:
    """Without an agreement there is nothing to change."""
    assert "AV805" in command("whatif", "--cost", "+3 %").err


# --- Thresholds ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"), [("calc", ()), ("whatif", ("--cost", "+0 %"))], ids=["calc", "whatif"]
)
def test_thresholds(command: Command, sound: str, name: str, words: tuple[str, ...]) -> None:
    """The report comes first, the verdict on stderr, and 1 is the code where one is passed."""
    line = (name, sound, "--year", "2023", *words)
    plain = command(*line)
    failed = command(*line, "--fail-if", "kommun >= 360 tkr", "--warn-if", "any > 1 mkr")
    assert (failed.code, failed.out) == (1, plain.out)
    assert "error[AV777]: `kommun >= 360 tkr`: Exempelby kommun pays SEK\xa0360,000" in failed.err
    warned = command(*line, "--warn-if", "kommun >= 360 tkr", "--fail-if", "kommun > 360 tkr")
    assert (warned.code, warned.out) == (0, plain.out)
    assert "warning[AV777]" in warned.err


def test_a_change_is_no_threshold_of_calc(command: Command, sound: str) -> None:
    """Where nothing is changed there is no difference, and readings have one baseline each."""
    done = command("calc", sound, "--fail-if", "kommun.difference > 5")
    assert (done.code, "AV776" in done.err) == (2, True)
    done = command("calc", sound, "--reading", "all", "--fail-if", "kommun > 5")
    assert (done.code, "AV824" in done.err) == (2, True)


def test_a_threshold_for_a_scenario(command: Command, sound: str, tmp_path: Path) -> None:
    """The verdict names the scenario that is beyond."""
    (tmp_path / "scenarios").mkdir()
    written(tmp_path / "scenarios", "dyrare.yaml", "cost: +10 %\n")
    words = ("--scenario", "dyrare", "--fail-if", "kommun.difference > 5 %", "--year", "2023")
    done = command("whatif", sound, *words)
    assert done.code == 1
    assert "the change for Exempelby kommun is SEK\xa036,000 in 2023\n  lyktan.dyrare" in done.err


# --- Watching ------------------------------------------------------------------------------------


@pytest.fixture
def watched(sound: str, tmp_path: Path) -> "Iterator[subprocess.Popen[str]]":
    """A what-if that watches the agreement; its rounds come on standard output."""
    words = ("whatif", sound, "--year", "2023", "--split", "equal", "--watch", "-f", "csv")
    with subprocess.Popen(
        [sys.executable, "-m", "avtalskalk", *words],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=plain_environment() | {"LC_ALL": "C.UTF-8"},
    ) as process:
        yield process
        process.kill()


def round_of(process: "subprocess.Popen[str]") -> list[str]:
    """The three lines of a round."""
    assert process.stdout is not None
    return [process.stdout.readline() for _ in range(3)]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_watching(watched: "subprocess.Popen[str]", tmp_path: Path) -> None:
    """It is worked out again when the file is saved, through an error, until Ctrl-C."""
    file = tmp_path / "lyktan.yaml"
    assert ",600000.00," in round_of(watched)[1]
    file.write_text("avtalskalk: 1\n", encoding="utf-8")
    assert watched.stderr is not None
    assert "AV292" in watched.stderr.readline()
    file.write_text(SOUND.replace("1 000 000", "2 000 000"), encoding="utf-8")
    assert ",1100000.00," in round_of(watched)[1]
    watched.send_signal(signal.SIGINT)
    _, said = watched.communicate(timeout=30)
    assert watched.returncode == 0
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is not seen there")
def test_watching_a_name_that_goes(
    command: Command, sound: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file saved without the party that is shown is waited for; a slip at the start is not."""

    def watch_twice(again: Callable[[], object], _: object) -> None:
        again()
        written(tmp_path, "lyktan.yaml", SOUND.replace("kommun:", "staden:"))
        again()

    monkeypatch.setattr("avtalskalk.cli.watching.watch", watch_twice)
    words = ("whatif", sound, "--cost", "+3 %", "--watch", "--party")
    done = command(*words, "nobody")
    assert (done.code, done.err.count("AV101")) == (2, 1)
    done = command(*words, "kommun")
    assert (done.code, done.err.count("error[AV101]: no party is called `kommun`")) == (0, 1)


def test_watching_ends_when_nobody_reads(watched: "subprocess.Popen[str]") -> None:
    """Once the reader has gone there is nobody to work for."""
    round_of(watched)
    assert watched.stdout is not None
    watched.stdout.close()
    assert watched.wait(timeout=30) == 0


def test_an_index_over_its_new_base(command: Command, tmp_path: Path) -> None:
    """10 % above 250 is 275 on the old base, and 110 on the new: 137 500, and 150 000 at +20 %."""
    text = (Path(__file__).parents[2] / "examples" / "index-links.yaml").read_text("utf-8")
    file = written(tmp_path, "x.yaml", text)
    for change, amount in (("+10 %", "137500.00"), ("+20 %", "150000.00"), ("99", "123750.00")):
        done = command("whatif", file, "--index", f"kpi={change}", "--year", "2025", "-f", "json")
        assert [row["after"] for row in json.loads(done.out)["totals"]] == [amount]


def test_a_link_in_a_diff(command: Command, tmp_path: Path) -> None:
    """A link is a number, not a share."""
    text = (Path(__file__).parents[2] / "examples" / "index-links.yaml").read_text("utf-8")
    old, new = (
        written(tmp_path, f"{name}.yaml", text.replace("{old: 250, new: 100}", link))
        for name, link in (("old", "2.5"), ("new", "2.4"))
    )
    assert "changes from 2.5 to 2.4" in command("diff", old, new).out


SETTLEMENT = str(Path(__file__).parents[2] / "examples" / "settlement.yaml")


def test_the_settlement_under_another_split(command: Command) -> None:
    """Lilla at 40 %: 4 200 000 and 40 % of the 102 501 that is settled, 41 000,40.

    It has paid 2 120 000 on account and 512 500 to suppliers, whatever the split:
    4 241 000,40 - 2 632 500 = 1 608 500,40, against 548 250,30 as it is.
    """
    asked = ("whatif", SETTLEMENT, "--year", "2023", "--split", "stora=60 %,lilla=rest")
    data = json.loads(command(*asked, "--settlement", "-f", "json").out)
    figures = {row["party"]: row for row in data["figures"]}
    lilla, stora = figures["lilla"], figures["stora"]
    assert (lilla["before"], lilla["after"]) == ("548250.30", "1608500.40")
    assert stora["difference"] == "-1060250.10"
    assert (data["basis"], data["options"]["basis"]) == ("actual", "actual")
    assert data["options"]["settlement"]
    table = command(*asked, "--settlement").out
    assert "Final settlement · before and after · actual 2023" in table
    assert "What has been paid on account is the same before and after." in table


def test_a_settlement_that_lacks_a_figure_is_missing_on_both_sides(command: Command) -> None:
    """2024 has no actual figures yet: that is said, and no amount is made up."""
    done = command(
        "whatif", SETTLEMENT, "--year", "2024", "--split", "equal", "--settlement", "-f", "json"
    )
    data = json.loads(done.out)
    assert {row["before"] for row in data["figures"]} == {None}
    assert "costs.drift.actual.2024" in {row["what"] for row in data["missing"]}


def test_a_settlement_has_no_items(command: Command) -> None:
    """It is of a whole year, on an outcome."""
    for other in (("--item", "drift"), ("--basis", "actual")):
        done = command("whatif", SETTLEMENT, "--split", "equal", "--settlement", *other)
        assert done.code == 2
        assert f"`--settlement` and `{other[0]}` cannot be used together" in done.err


def test_a_percentage_where_all_is_another_agreement_s(command: Command, project: Path) -> None:
    """In a folder the costs of their own change; who only pays by another agreement is counted."""
    chain = str(project / "examples" / "chain")
    done = command("whatif", chain, "--year", "2025", "--cost", "+2 %", "--by", "agreement")
    assert done.code == 0
    # 2 % of the association's own 21 000 000 kr, and of the state's 8 400 000 kr.
    assert "+420,000" in done.out
    assert "+168,000" in done.out
    assert "Not affected (1)" in done.out
    assert "namnden" in done.out
    alone = command("whatif", f"{chain}/namnden.yaml", "--year", "2025", "--cost", "+2 %")
    assert (alone.code, "AV754" in alone.err) == (3, True)


def test_an_index_of_changes(command: Command, project: Path) -> None:
    """1 000 000 × 1,05 × 1,03 × 1,03 = 1 113 945 in 2026; the file then has 3 % for both years."""
    file = str(project / "examples" / "index-changes.yaml")
    words = ("--years", "2025..2026", "--index", "pkv=3 %", "--item", "personal")
    done = command("whatif", file, *words, "--save", "ny.yaml")
    assert "1,113,945.00" in done.out
    assert "changes: {2024: 5 %, 2025: 3 %, 2026: 3 %}" in Path("ny.yaml").read_text("utf-8")
    level = command("whatif", file, "--year", "2025", "--index", "pkv=103")
    assert (level.code, "AV756" in level.err) == (3, True)


def test_keep_going(command: Command, tmp_path: Path) -> None:
    """What can be worked out is, and the exit code and the JSON tell of what is not.

    Ten per cent more of 1 000 000 kr are 100 000 kr, of which the region pays 70 %.
    """
    written(tmp_path, "avtal/a.yaml", SOUND)
    written(tmp_path, "avtal/b.yaml", WRONG)
    words = ("whatif", "avtal", "--cost", "drift=+10 %", "--year", "2023")
    assert command(*words).code == 3
    done = command(*words, "--keep-going", "-f", "json")
    assert (done.code, "[AV104]" in done.err) == (5, True)
    assert "Left out because of errors: one file of 2." in done.err
    result = json.loads(done.out)
    assert [file["path"] for file in result["skipped"]] == ["avtal/b.yaml"]
    assert {(f["party"], f["difference"]) for f in result["figures"]} == {
        ("region", "70000.00"),
        ("kommun", "30000.00"),
    }
    # What shows only when the year is worked out is left out, too.
    written(tmp_path, "avtal/b.yaml", HOLE)
    assert command(*words).code == 3
    done = command(*words, "--keep-going", "-f", "csv")
    assert (done.code, {row["agreement"] for row in rows(done.out)}) == (5, {"lyktan"})
    # Where nothing is left there is no result, whatever was asked for.
    done = command("whatif", "avtal/b.yaml", *words[2:], "--keep-going")
    assert (done.code, done.out) == (3, "")
