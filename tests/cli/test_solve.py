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
    """1 800 000,01 kr, said in words and with the table; `calc` of a file with it gives 900 000."""
    done = command("solve", alingsas, "--want", "alingsas<=900000", "--vary", "cost", lang="sv")
    said = text(done.out)
    assert (done.code, done.err) == (0, "")
    assert "\ncost högst 1 800 000,01 kr\n" in said
    assert "Kontrollerat i hela beräkningen, på det som betalas." in said
    assert "33 värden, jämnt från 0 kr till 19 144 760 kr, visade var svaren finns" in said
    row = next(line for line in said.splitlines() if line.startswith("Alingsås kommun"))
    assert "957 238,00*" in row
    assert "900 000,00*" in row
    known = "known_part: {alingsas: 957 238 kr}"
    for cost, pays in (("1 800 000,01", "900000.00"), ("1 800 000,02", "900000.01")):
        file = ALINGSAS.read_text("utf-8").replace(known, f"value: {cost} kr")
        words = ("--year", "2023", "-f", "json")
        put_back = command("calc", written(tmp_path, "b.yaml", file), *words)
        assert paid(put_back.out)["alingsas"] == pays


def test_alingsas_by_share(command: Command, alingsas: str, tmp_path: Path) -> None:
    """A percentage with as few decimals as will do; `calc` of a file with it gives 900 000."""
    words = ("--want", "alingsas==900000", "--vary", "share.alingsas")
    said = text(command("solve", alingsas, *words).out)
    assert "share.alingsas = 47.0102522%" in said
    assert "The values from 47.01025216% to 47.01025267% give the same amount." in said
    answer = json.loads(command("solve", alingsas, *words, "-f", "json").out)
    (only,) = answer["answers"]
    assert (only["value"], only["side"], answer["unique"]) == ("0.470102522", "only", None)
    assert only["amounts"] == {"hsnv": "1014476.00", "alingsas": "900000.00"}
    known = "known_part: {alingsas: 957 238 kr}"
    split = "    split: {hsnv: 50 %, alingsas: 50 %}"
    file = ALINGSAS.read_text("utf-8").replace(known, "value: 1 914 476 kr")
    file = file.replace(split, "    split: {hsnv: rest, alingsas: 47.0102522 %}")
    put_back = command("calc", written(tmp_path, "b.yaml", file), "--year", "2023", "-f", "json")
    assert paid(put_back.out) == only["amounts"]


def paid(out: str) -> dict[str, str]:
    """What each party pays by a statement as JSON."""
    return {total["party"]: total["amount"] for total in json.loads(out)["totals"]}


def test_everything_and_nothing(command: Command, sound: str) -> None:
    """It is said when every value tried will do, and when none will (exit 1)."""
    year = ("--year", "2023", "--vary", "share.kommun")
    every = command("solve", sound, *year, "--want", "kommun<=2 mkr")
    assert every.code == 0
    assert "All 33 values tried from 0% to 100% give the wanted result." in every.out
    none = command("solve", sound, *year, "--want", "kommun>=2 mkr", lang="sv")
    assert none.code == 1
    said = " ".join(text(none.out).split())
    assert "Inget av 33 prövade värden från 0 % till 100 % ger det önskade resultatet." in said
    answer = json.loads(command("solve", sound, *year, "--want", "kommun>=2 mkr", "-f", "json").out)
    assert (answer["holds"], answer["answers"], answer["unique"]) == ("none", [], False)


def test_several_answers(command: Command, tmp_path: Path) -> None:
    """300 000 kr and half of the rest is 400 000 where drift and the other 200 000 are 500 000.

    Less than 300 000 kr in all cannot bear the fixed part, and says so.
    """
    steps = "split: {steps: [{fixed: {region: 300 000}}, {rest: equal}]}"
    text_of_file = SOUND.replace("split: {region: 70 %, kommun: rest}", steps)
    words = ("--year", "2023", "--vary", "cost.drift", "--want", "region<=400000")
    done = command("solve", written(tmp_path, "fast.yaml", text_of_file), *words)
    said = " ".join(text(done.out).split())
    assert "There are several answers: 2 bounds between SEK 0 and SEK 10,000,000." in said
    assert "cost.drift at least SEK 100,000 " in said
    assert "cost.drift at most SEK 300,000 " in said
    assert "nothing can be calculated: the fixed amounts in 2023 are SEK 300,000" in said


def test_values_that_cannot_be_calculated(command: Command, tmp_path: Path) -> None:
    """Above 110 kr all are at their cap: that is said, with why, and in JSON with its code."""
    text_of_file = """avtalskalk: 1
id: a
title: Tak
parties: {a: A, b: B}
paid: {2024: {a: 50 000, b: 50 000}}
periods:
  - from: 2025-01-01
    to: 2025-12-31
    split: equal
    limits: [{each: true, max_increase: 10 %, difference: others}]
costs: {drift: {price: 100 kr, quantity: 1 000}}
"""
    file = written(tmp_path, "tak.yaml", text_of_file)
    words = ("solve", file, "--want", "a<=49 000", "--vary", "price.drift")
    said = " ".join(text(command(*words).out).split())
    assert "price.drift at most 98 " in said
    assert "From 110.01 to 1,000 nothing can be calculated: 2025: nobody can take the" in said
    answer = json.loads(command(*words, "-f", "json").out)
    assert answer["unknown"] == [{"from": "110.01", "to": "1000", "code": "AV613"}]


def test_nearest(command: Command, sound: str) -> None:
    """What no value gives is told as the nearest there is, and is no answer (exit 1)."""
    words = ("--vary", "share.region", "--want", "region==kommun")
    half = command("solve", sound, "--year", "2023", *words)
    assert "share.region = 50%" in half.out
    odd = command(
        *("solve", sound, "--year", "2023", "--vary", "share.region=40 %..60 %", "--want"),
        *("total==1 000 000",),
    )
    assert (odd.code, "None of 33 values tried" in odd.out) == (1, True)
    few = command(
        *("solve", sound, "--year", "2023", "--vary", "cost.drift=1..1,10", "--want"),
        *("kommun<60 000,32",),
        lang="sv",
    )
    # 30 % of 200 001,05 kr is 60 000,315 kr, of which the other party pays the odd half öre.
    assert "cost.drift högst 1,05 kr" in text(few.out)
    assert "Alla 11 värden från 1 kr till 1,10 kr är prövade" in " ".join(text(few.out).split())


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
        (("--vary", "cost", "--want", "total<=frame"), "AV853", 2),
        (("--vary", "share.kommun=;", "--want", "kommun<=1"), "AV850", 2),
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


def test_who_has_no_frame_and_what_was_varied(command: Command, sound: str, tmp_path: Path) -> None:
    """The party without a frame is named, and no value that was only tried is shown."""
    framed = f"{Path(sound).read_text(encoding='utf-8')}frames: {{region: {{2023: 1 kr}}}}\n"
    file = written(tmp_path, "ram.yaml", framed)
    done = command("solve", file, "--year", "2023", "--vary", "cost", "--want", "any<=frame")
    assert "no frame for Exempelby kommun in 2023" in done.err
    assert "`frames: {kommun: {2023: 1 000 000}}`" in " ".join(done.err.split())
    done = command("solve", sound, "--year", "2023", "--vary", "price", "--want", "kommun<=1")
    assert "[AV754]" in done.err
    assert "\n  --vary price\n" in done.err


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
