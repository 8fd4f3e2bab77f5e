"""`explain`: where a figure comes from, and what changed it, for people and for programs."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import BARE, HOLE, SOUND, WRONG, Command, written

ALINGSAS = Path(__file__).parent.parent.parent / "agreements" / "alingsas-spadbarn.yaml"


@pytest.fixture
def alingsas(tmp_path: Path) -> str:
    """The agreement from the sources, in the folder that the command runs in."""
    return written(tmp_path, "alingsas.yaml", ALINGSAS.read_text(encoding="utf-8"))


def test_the_figure_of_alingsas(command: Command, alingsas: str, tmp_path: Path) -> None:
    """2023 names the split's line, the decision's diary number and the source of 957 238 kr."""
    said = command("explain", alingsas, "--year", "2023", "--party", "alingsas", lang="sv").out
    text = " ".join(said.replace("\u00a0", " ").split())
    lines = (tmp_path / alingsas).read_text(encoding="utf-8").splitlines()
    line = 1 + lines.index("    split: {hsnv: 50 %, alingsas: 50 %}")
    assert "Alingsås kommun betalar 50 % av 1 914 476 kr, alltså 957 238 kr." in text
    assert f"Andel av beloppet 957 238 kr alingsas.yaml:{line}" in text
    assert "godkänt (dnr HSNV 2021-00233, § 196, 2021-10-01)" in text
    assert "957 238 kr för Alingsås kommun är 50 % av 1 914 476 kr" in text
    assert "Källa: Tjänsteskrivelse till Alingsås socialnämnd" in text
    assert "Villkorat" in text


def test_in_english(command: Command, sound: str) -> None:
    """The same in English; every party and item where none is named."""
    said = command("explain", sound, "--year", "2023").out.replace("\u00a0", " ")
    assert "Explanation: Region Exempel 2023" in said
    assert "Exempelby kommun pays 30% of SEK 1,000,000, that is SEK 300,000." in said


def test_one_item(command: Command, sound: str) -> None:
    """One item's part alone; one that is not there that year is said so."""
    done = command("explain", sound, "--year", "2023", "--party", "kommun", "--item", "lokal")
    assert "Explanation: Exempelby kommun 2023, lokal" in done.out
    assert "Driften" not in done.out


def test_a_missing_figure(command: Command, sound: str) -> None:
    """What is missing is named, and so is the share that is known."""
    said = command("explain", sound, "--year", "2024", "--party", "kommun").out
    assert "cannot be calculated: something is missing" in said
    said = " ".join(said.split())
    assert "The amount of lokal is not known for 2024 (budget)." in said
    assert "Write it as costs.lokal.budget.2024 (lyktan.yaml:11)." in said


def test_json(command: Command, alingsas: str) -> None:
    """JSON has exact values, places and words in both languages."""
    done = command("explain", alingsas, "--year", "2023", "--party", "alingsas", "-f", "json")
    data = json.loads(done.out)
    assert data["schema"] == "avtalskalk/explanation/1"
    (found,) = data["explanations"]
    figure = found["figure"]
    assert (figure["value"], figure["unit"], figure["how"]) == ("957238.00", "amount", "sum")
    share = figure["children"][0]["children"][0]["children"][0]
    assert (share["value"], share["path"]) == ("1/2", "periods.3.split.alingsas")
    assert share["sentence"]["en"] == "Alingsås kommun's share is 50%."
    assert found["conditional"]


def test_depth(command: Command, sound: str) -> None:
    """No deeper than asked for, and it is said."""
    words = ("explain", sound, "--year", "2023", "--party", "kommun")
    shallow = command(*words, "--depth", "1").out
    assert "are not shown; leave out --depth" in shallow
    assert "that is" not in shallow
    found = json.loads(command(*words, "--depth", "0", "-f", "json").out)["explanations"][0]
    assert found["figure"]["children"] == []
    assert command(*words, "--depth", "x").code == 2


def test_markdown_to_a_file(command: Command, sound: str, tmp_path: Path) -> None:
    """The file's ending picks Markdown."""
    assert command("explain", sound, "--year", "2023", "-o", "a.md").code == 0
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# Explanation: Region Exempel 2023\n")


def test_a_reading(command: Command, alingsas: str) -> None:
    """Under another reading the figure is explained by what the reading sets."""
    said = command(
        "explain", alingsas, "--year", "2023", "--party", "alingsas",
        "--reading", "hela-kostnaden", "-f", "json",
    )  # fmt: skip
    (found,) = json.loads(said.out)["explanations"]
    assert found["figure"]["value"] == "478619.00"
    lines = [child["line"] for child in found["figure"]["children"][0]["children"][0]["children"]]
    written_at = ALINGSAS.read_text(encoding="utf-8").splitlines()
    assert "costs.verksamhet.budget.2023:" in written_at[lines[1] - 1]


def test_from_one_year_to_another(command: Command, tmp_path: Path) -> None:
    """A bar on each row, in both languages, and the same for a program."""
    text = SOUND.replace(", lokal: {budget: {2023: 200 000 kr}}", "")
    file = written(tmp_path, "b.yaml", text.replace("  lokal: {budget: {2023: 200 000 kr}}\n", ""))
    words = ("explain", file, "--from", "2023", "--to", "2024", "--party", "kommun")
    assert "+30 000 kr" in command(*words, lang="sv").out.replace("\u00a0", " ")
    assert "Volume" in command(*words).out
    data = json.loads(command(*words, "-f", "json").out)
    (found,) = data["bridges"]
    assert (data["schema"], found["start"], found["end"]) == (
        "avtalskalk/bridge/1", "300000.00", "330000.00",
    )  # fmt: skip
    assert [bar["amount"] for bar in found["bars"]][:3] == ["30000.00", "0.00", "0.00"]


def test_an_incomplete_bridge(command: Command, sound: str) -> None:
    """What is missing is named, and the shares that are known are shown."""
    done = command("explain", sound, "--from", "2023", "--to", "2024", "--party", "kommun")
    assert "Missing: budget 2024 for lokal." in done.out
    assert "is 30% in both years" in done.out
    assert done.code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--year", "2023", "--party", "komun"], 2, "AV101"),
        (["--year", "2023", "--item", "drif"], 2, "AV101"),
        (["--year", "2030"], 3, "AV819"),
        (["--from", "2023", "--to", "2030"], 3, "AV819"),
        (["--from", "2023"], 2, "AV871"),
        (["--to", "2023"], 2, "AV871"),
        (["--from", "2023", "--to", "2024", "--year", "2023"], 2, "AV824"),
        (["--from", "2023", "--to", "2024", "--depth", "2"], 2, "AV824"),
        (["--from", "x", "--to", "2024"], 2, "AV806"),
        (["--year", "2023", "--reading", "all"], 2, "AV873"),
        ([], 2, "AV870"),
    ],
)
def test_what_cannot_be_explained(
    command: Command, sound: str, words: list[str], code: int, said: str
) -> None:
    """Slips of the command end it, and say what to write."""
    done = command("explain", sound, *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_the_only_year_need_not_be_said(command: Command, tmp_path: Path) -> None:
    """Where there are figures for one year only, that is the one."""
    file = written(tmp_path, "a.yaml", BARE + "costs: {x: {budget: {2023: 100 kr}}}\n")
    assert "Anna pays SEK 50 for 2023" in command("explain", file).out.replace("\u00a0", " ")


def test_no_path_and_a_wrong_file(command: Command, tmp_path: Path) -> None:
    """A path is needed, and one wrong file stops all."""
    assert command("explain").code == 2
    done = command("explain", written(tmp_path, "w.yaml", WRONG), "--year", "2023")
    assert (done.code, done.out) == (3, "")


# --- Settlements and bills ---------------------------------------------------------------------

SETTLEMENT = ALINGSAS.parent.parent / "examples" / "settlement.yaml"


def explained(command: Command, *asked: str, lang: str = "en") -> str:
    """What is said of the example's figures, on one line with plain spaces."""
    done = command("explain", str(SETTLEMENT), *asked, "--width", "200", lang=lang)
    assert done.code == 0, done.err
    return " ".join(done.out.replace("\u00a0", " ").split())


def test_a_settlement_is_explained_to_its_paragraph(command: Command) -> None:
    """Lilla's 548 250,30 of 2023: its part less what it paid on account and to the landlord.

    Its outcome is 30 % of 10 812 501, 3 243 750,30; 93 750,30 above its budget.  Of the deficit of
    312 501, 210 000 (2 % of 10 500 000) is free: 93 750,30 x 102 501 / 312 501 = 30 750,30.
    On account: 80 % of (3 000 000 - 350 000) = 2 120 000.
    3 150 000 + 30 750,30 - 2 120 000 - 512 500 = 548 250,30.
    """
    asked = ("--year", "2023", "--party", "lilla", "--settlement")
    text = explained(command, *asked)
    lines = SETTLEMENT.read_text(encoding="utf-8").splitlines()
    line = 1 + lines.index("  deficit: {do: settle, above: 2 %}")
    assert "Lilla kommun pays SEK 548,250.30 in the final settlement for 2023." in text
    assert "Part of the deficit SEK 30,750.30" in text
    assert f"examples/settlement.yaml:{line} " in text
    assert "Source: Avtalet § 7." in text
    assert "Only what exceeds 2% of the budget, SEK 210,000, is settled." in text
    assert "SEK 93,750.30 × 4881/14881 for Lilla kommun" in text
    assert "Before the final settlement 80% of SEK 2,650,000 is billed" in text
    assert "Lilla kommun has itself paid SEK 512,500 to suppliers." in text
    swedish = explained(command, *asked, lang="sv")
    assert "Lilla kommun betalar 548 250,30 kr i slutavräkningen för 2023." in swedish
    assert "Av underskottet på 312 501 kr räknas 102 501 kr" in swedish


def test_the_hosts_settlement_is_what_the_others_leave(command: Command) -> None:
    """Stora gets what Lilla pays; what it bears itself stands beside."""
    text = explained(command, "--year", "2023", "--party", "stora", "--settlement")
    assert "gets SEK 548,250.30 in the final settlement for 2023: what the others pay." in text
    assert "(Its part) SEK 7,421,750.70" in text


def test_what_is_carried_is_not_settled_now(command: Command) -> None:
    """30 % of 2022's surplus of 100 000 is a line of 2024."""
    text = explained(command, "--year", "2022", "--party", "lilla", "--settlement")
    assert "The surplus of SEK 100,000 is carried to the budget of 2024: SEK 30,000" in text


def test_a_forecast_is_settled_too(command: Command, sound: str) -> None:
    """`--outcome` is that of `settle`; without forecasts nothing can be told."""
    asked = ("explain", sound, "--year", "2023", "--settlement", "--outcome", "forecast")
    done = command(*asked, "--width", "200")
    assert "cannot be calculated: something is missing" in done.out
    alone = command("explain", sound, "--year", "2023", "--outcome", "forecast")
    assert alone.code == 2
    assert "`--outcome` needs `--settlement`" in alone.err
    for other in (("--item", "drift"), ("--instalment", "1"), ("--basis", "actual")):
        both = command("explain", sound, "--year", "2023", "--settlement", *other)
        assert both.code == 2
        assert f"`--settlement` and `{other[0]}` cannot be used together" in both.err


def test_an_instalment_is_explained_to_its_years_amount(command: Command) -> None:
    """Lilla's fourth of 2025: a quarter of 80 % of 3 300 000 - 350 000, 590 000."""
    asked = ("--year", "2025", "--party", "lilla", "--instalment")
    text = explained(command, *asked, "4")
    assert "Lilla kommun is billed SEK 590,000 as instalment 4 of 2025." in text
    assert "It is billed on 2025-10-01. It is due on 2025-10-31." in text
    assert "25% of SEK 2,360,000 is SEK 590,000." in text
    assert "80% of SEK 2,950,000 is billed, that is SEK 2,360,000." in text
    assert "Stora kommun's part of Brandstationen, SEK 350,000, is taken off." in text
    balance = explained(command, *asked, "5", lang="sv")
    assert "590 000 kr återstår för Lilla kommun till slutavräkningen för 2025." in balance
    none = explained(command, *asked, "6")
    assert "Lilla kommun is billed nothing as instalment 6 of 2025." in none


def test_what_was_billed_in_fact_stands_beside_an_instalment(
    command: Command, tmp_path: Path
) -> None:
    """A bill is that of the budget; that 2 400 000 was billed in all is said, and counts not."""
    text = SETTLEMENT.read_text("utf-8") + "billed: {2023: {lilla: 2 400 000 kr}}\n"
    file = written(tmp_path, "billed.yaml", text)
    asked = ("explain", file, "--year", "2023", "--party", "lilla", "--instalment", "1")
    out = command(*asked).out.replace("\u00a0", " ")
    assert "is billed SEK 530,000 as instalment 1 of 2023." in out
    assert "(Billed 2023)" in out
    assert "Lilla kommun was billed SEK 2,400,000 for 2023." in out


def test_a_settlement_for_a_program(command: Command) -> None:
    """The record says what kind of figure it is."""
    done = command(
        "explain",
        str(SETTLEMENT),
        "--year",
        "2023",
        "--party",
        "lilla",
        "--settlement",
        "-f",
        "json",
    )
    (record,) = json.loads(done.out)["explanations"]
    assert (record["kind"], record["number"]) == ("settlement", None)
    assert record["figure"]["value"] == "548250.30"


def test_a_bridge_is_a_picture(command: Command, project: Path, tmp_path: Path) -> None:
    """From a year to another there is something to draw, of one year alone there is not."""
    file = str(project / "examples" / "settlement.yaml")
    party = ("--party", "stora")
    done = command("explain", file, *party, "--from", "2023", "--to", "2024", "-o", "a.svg")
    assert (done.code, (tmp_path / "a.svg").read_text("utf-8").count("+350,000") > 0) == (0, True)
    done = command("explain", file, *party, "--year", "2024", "-o", "b.svg")
    assert (done.code, "AV835" in done.err) == (2, True)


def test_keep_going(command: Command, tmp_path: Path) -> None:
    """The valid agreements are explained; the others are named with why they are not."""
    written(tmp_path, "avtal/a.yaml", SOUND)
    written(tmp_path, "avtal/b.yaml", WRONG)
    written(tmp_path, "avtal/c.yaml", HOLE)
    words = ("explain", "avtal", "--party", "region", "--year", "2023", "-f", "json")
    assert command(*words).code == 3
    done = command(*words, "--keep-going")
    assert done.code == 5
    result = json.loads(done.out)
    assert [file["path"] for file in result["skipped"]] == ["avtal/b.yaml", "avtal/c.yaml"]
    # 70 % of 1 200 000 kr.
    assert [e["figure"]["value"] for e in result["explanations"]] == ["840000.00"]
    only = command("explain", "avtal/a.yaml", "avtal/c.yaml", *words[2:])
    assert (only.code, only.out) == (3, "")
