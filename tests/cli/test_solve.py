"""`solve`: the value that gives what is wanted, in words and for programs."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import ENDLESS, SOUND, WRONG, Command, written

ALINGSAS = Path(__file__).parents[2] / "agreements" / "alingsas-spadbarn.yaml"


@pytest.fixture
def alingsas(tmp_path: Path) -> str:
    """The agreement from the sources, in the folder that the command runs in."""
    return written(tmp_path, "alingsas.yaml", ALINGSAS.read_text(encoding="utf-8"))


def text(printed: str) -> str:
    return printed.replace("\u00a0", " ")


def test_alingsas_by_cost(command: Command, alingsas: str, tmp_path: Path) -> None:
    """1 800 000 kr, said in words and with the table; `calc` of a file with it gives 900 000."""
    done = command("solve", alingsas, "--want", "alingsas<=900000", "--vary", "cost", lang="sv")
    said = text(done.out)
    assert (done.code, done.err) == (0, "")
    assert "\ncost högst 1 800 000 kr\n" in said
    assert "Exakt värde, kontrollerat i hela beräkningen." in said
    assert "Beloppen följer cost linjärt, så det finns inga andra svar." in said
    row = next(line for line in said.splitlines() if line.startswith("Alingsås kommun"))
    assert "957 238*" in row
    assert "900 000*" in row
    known = "known_part: {alingsas: 957 238 kr}"
    file = ALINGSAS.read_text("utf-8").replace(known, "value: 1 800 000 kr")
    put_back = command("calc", written(tmp_path, "b.yaml", file), "--year", "2023", "-f", "json")
    assert paid(put_back.out)["alingsas"] == "900000.00"


def test_alingsas_by_share(command: Command, alingsas: str, tmp_path: Path) -> None:
    """An exact fraction and its percent; `calc` of a file with it gives 900 000."""
    words = ("--want", "alingsas==900000", "--vary", "share.alingsas")
    said = text(command("solve", alingsas, *words).out)
    assert "share.alingsas = 225000/478619 ≈ 47.0103%" in said
    answer = json.loads(command("solve", alingsas, *words, "-f", "json").out)
    (only,) = answer["answers"]
    assert (only["value"], only["exact"], answer["unique"]) == ("225000/478619", True, True)
    assert only["amounts"] == {"hsnv": "1014476.00", "alingsas": "900000.00"}
    known = "known_part: {alingsas: 957 238 kr}"
    split = "    split: {hsnv: 50 %, alingsas: 50 %}"
    file = ALINGSAS.read_text("utf-8").replace(known, "value: 1 914 476 kr")
    file = file.replace(split, f"    split: {{hsnv: rest, alingsas: {only['value']}}}")
    put_back = command("calc", written(tmp_path, "b.yaml", file), "--year", "2023", "-f", "json")
    assert paid(put_back.out) == only["amounts"]


def paid(out: str) -> dict[str, str]:
    """What each party pays by a statement as JSON."""
    return {total["party"]: total["amount"] for total in json.loads(out)["totals"]}


def test_everything_nothing_and_several(command: Command, sound: str) -> None:
    """It is said when every value will do, when none will (exit 1), and when there are several."""
    year = ("--year", "2023", "--vary", "share.kommun")
    every = command("solve", sound, *year, "--want", "kommun<=2 mkr")
    assert (every.code, "Every value from 0% to 100% gives the wanted result." in every.out) == (
        0,
        True,
    )
    none = command("solve", sound, *year, "--want", "kommun>=2 mkr", lang="sv")
    assert none.code == 1
    assert "Inget värde från 0 % till 100 % ger det önskade resultatet." in text(none.out)
    answer = json.loads(command("solve", sound, *year, "--want", "kommun>=2 mkr", "-f", "json").out)
    assert (answer["holds"], answer["answers"], answer["unique"]) == ("none", [], False)


def test_several_answers(command: Command, tmp_path: Path) -> None:
    """Where amounts stay the same for a while both ends are told, and that there may be more."""
    limit = "limits: [{party: kommun, max: 400 000, difference: region}]"
    capped = SOUND.replace("kommun: rest}", f"kommun: rest}}\n    {limit}")
    file = written(tmp_path, "tak.yaml", capped)
    done = command(
        *("solve", file, "--year", "2023", "--vary", "share.kommun", "--want", "kommun==400000")
    )
    said = text(done.out)
    assert "There are several answers: 2 bounds between 0% and 100%." in said
    assert "share.kommun at least 1/3" in said
    assert "share.kommun at most 100%" in said
    assert "33 values from 0% to 100% were tried" in " ".join(said.split())


def test_nearest(command: Command, sound: str) -> None:
    """What öre cannot give is told as the nearest there is, and how near that is."""
    words = ("--vary", "share.region", "--want", "region==kommun")
    thirds = command("solve", sound, "--year", "2023", *words)
    assert "share.region = 50%" in thirds.out
    odd = command(
        *("solve", sound, "--year", "2023", "--vary", "cost.drift=1..2 kr", "--want"),
        *("kommun==60 000,40",),
        lang="sv",
    )
    assert "Närmaste värde, inom 0,01 kr" in text(odd.out)


def test_scenarios_and_break_even(command: Command, sound: str, tmp_path: Path) -> None:
    """With a scenario, between one and the agreement as it stands, and from which day."""
    written(tmp_path, "scenarios/lika.yaml", "title: Lika\nsplit: equal\n")
    written(tmp_path, "scenarios/dyr.yaml", "title: Dyr\ncost: {lokal: +400 000 kr}\n")
    year = ("--year", "2023", "--scenario", "lika")
    under = command("solve", sound, *year, "--vary", "cost.drift", "--want", "kommun<=500000")
    assert "With the scenario lika." in under.out
    assert "cost.drift at most SEK 800,000" in text(under.out)
    even = ("--break-even", "kommun", "--vary", "cost.drift")
    both = command("solve", sound, *year, "--scenario", "dyr", *even, lang="sv")
    # Half of x + 200 000 is 30 % of x + 600 000 at 400 000.
    assert "cost.drift = 400 000 kr" in text(both.out)
    assert "lika mycket med lika som med dyr" in both.out
    alone = command("solve", sound, *year, *even)
    assert "with lika as with the agreement as it is" in " ".join(alone.out.split())
    assert alone.code == 1
    day = command("solve", sound, *year, "--vary", "date", "--want", "kommun<=480000")
    assert "date at least 2023-07-0" in day.out


@pytest.mark.parametrize(
    ("words", "code", "number"),
    [
        (("--want", "kommun<=1"), "AV849", 2),
        (("--want", "kommun<=1", "--vary", "cost", "--vary", "price"), "AV824", 2),
        (("--vary", "cost"), "AV876", 2),
        (("--vary", "cost", "--want", "kommun<=1", "--break-even", "kommun"), "AV824", 2),
        (("--vary", "cost", "--break-even", "kommun"), "AV877", 2),
        (("--vary", "cost", "--break-even", "x", "--scenario", "ett"), "AV101", 2),
        (("--vary", "date", "--want", "kommun<=1"), "AV878", 2),
        (("--vary", "cost", "--want", "kommun"), "AV853", 2),
        (("--vary", "cost", "--want", "x<=1"), "AV101", 2),
        (("--vary", "cost", "--want", "frame"), "AV855", 2),
        (("--vary", "cap", "--want", "kommun<=1"), "AV857", 2),
        (("--vary", "title", "--want", "kommun<=1"), "AV852", 2),
        (("--vary", "share.kommun=110 %..120 %", "--want", "kommun<=1"), "AV209", 3),
    ],
)
def test_what_cannot_be_asked(
    command: Command, sound: str, tmp_path: Path, words: tuple[str, ...], code: str, number: int
) -> None:
    """A slip in an option is code 2, a value that cannot be code 3."""
    written(tmp_path, "scenarios/ett.yaml", "title: Ett\nsplit: equal\n")
    done = command("solve", sound, "--year", "2023", *words)
    assert (done.code, done.out) == (number, "")
    assert f"[{code}]" in done.err


def test_which_year(command: Command, sound: str, tmp_path: Path) -> None:
    """The year must be said where there are several, and be one that can be worked out."""
    words = ("--vary", "share.kommun", "--want", "kommun<=1")
    assert "[AV870]" in command("solve", sound, *words).err
    assert "[AV874]" in command("solve", sound, *words, "--year", "2024").err
    assert "[AV820]" in command("solve", sound, *words, "--basis", "actual").err
    endless = written(tmp_path, "evig.yaml", ENDLESS)
    assert "[AV870]" in command("solve", endless, "--vary", "cost", "--want", "a<=1").err
    wrong = written(tmp_path, "fel.yaml", WRONG)
    assert command("solve", wrong, *words).code == 3
