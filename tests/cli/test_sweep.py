"""`sweep`: a grid, each input alone and a range, for people and for programs."""

import csv
import io
import json
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from tests.cli.conftest import BARE, ENDLESS, HOLE, SOUND, WRONG, Command, written

GRID = ("--vary", "share.kommun=30 %..50 %:10 %", "--vary", "cost.drift=-10 %; +10 %")
YEAR = ("--year", "2023")


def text(printed: str) -> str:
    return printed.replace("\u00a0", " ")


def test_one_input(command: Command, sound: str) -> None:
    """Of one input each value has a row, and each party a column."""
    done = command("sweep", sound, *YEAR, "--vary", "share.kommun=30 %..40 %:5 %", lang="sv")
    assert (done.code, done.err) == (0, "")
    lines = [line.split("  ") for line in text(done.out).splitlines()]
    rows = {line[0]: [cell.strip() for cell in line[1:] if cell.strip()] for line in lines}
    assert rows["30 %"] == ["840 000", "360 000"]
    assert rows["35 %"] == ["780 000", "420 000"]
    assert rows["40 %"] == ["720 000", "480 000"]


def test_several_years(command: Command, sound: str) -> None:
    """Each year has its rows below it; a year that lacks a figure says what is missing."""
    done = command("sweep", sound, "--vary", "share.kommun=30 %; 40 %", "--unit", "tkr")
    assert "2023" in done.out
    assert "2024" in done.out
    assert "Missing: budget 2024 for lokal" in done.out
    assert "Rounded to whole SEK thousands, each amount separately" in done.out


def test_two_inputs_are_a_heat_table(command: Command, sound: str) -> None:
    """Of two inputs one is rows and the other columns, darker the more is paid."""
    done = command("sweep", sound, *YEAR, *GRID, "--party", "kommun")
    said = text(done.out)
    assert said.startswith("Exempelby kommun, 2023\nSweep · budget 2023 · SEK\n")
    assert "share.kommun ↓  cost.drift →" in said
    assert "50%                           550,000▓  650,000█" in said
    assert "330,000 " in said
    assert "The darker" in said


def test_amounts_that_are_all_the_same_have_no_shade(command: Command, sound: str) -> None:
    """Where nothing moves the amount there is nothing to shade."""
    vary = ("--vary", "costs.drift.budget.2024=1; 2", "--vary", "costs.lokal.budget.2024=1; 2")
    done = command("sweep", sound, *YEAR, *vary, "--party", "kommun")
    assert done.code == 0
    assert "█" not in done.out.replace("░ ▒ ▓ █", "")


def test_three_inputs_are_told_by_their_ends(command: Command, sound: str) -> None:
    """A grid too large to show has its least, mean and most, and where these are."""
    more = ("--vary", "cost.lokal=-5 %; +5 %")
    done = command("sweep", sound, *YEAR, *GRID, *more, lang="sv")
    said = text(done.out)
    assert "12 kombinationer." in said
    least = "Lägst vid share.kommun 30 %, cost.drift -10 %, cost.lokal -5 %: Exempelby kommun 2023."
    assert least in " ".join(said.split())
    assert "Exempelby kommun  327 000  480 000  655 000" in said


def test_what_is_not_known_is_counted(command: Command, sound: str) -> None:
    """In a year that lacks a figure no combination is known."""
    inputs = ("share.kommun=30 %; 40 %", "cost.drift=1; 2", "costs.lokal.budget.2023=1; 2")
    vary = [word for name in inputs for word in ("--vary", name)]
    done = command("sweep", sound, "--year", "2024", *vary)
    assert "For 8 combinations the amount is not known." in done.out


def test_csv_has_every_combination(command: Command, sound: str) -> None:
    """A row for each combination, year and party, the inputs in columns of their own."""
    done = command("sweep", sound, *YEAR, *GRID, "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert list(rows[0]) == [
        *(
            "agreement",
            "share.kommun",
            "cost.drift",
            "year",
            "party",
            "amount",
            "currency",
            "reason",
        )
    ]
    found = [(row["share.kommun"], row["cost.drift"], row["party"], row["amount"]) for row in rows]
    expected = []
    for share, change in product(("0.3", "0.4", "0.5"), ("-0.1", "0.1")):
        total = 1_000_000 * (1 + Fraction(change)) + 200_000
        own = total * Fraction(share)
        expected += [
            (share, change, "region", f"{total - own}.00"),
            (share, change, "kommun", f"{own}.00"),
        ]
    assert found == expected


def test_csv_for_a_swedish_excel(command: Command, sound: str) -> None:
    """Semicolons and decimal commas; what is not known is an empty cell."""
    done = command(
        "sweep", sound, "--vary", "share.kommun=1/3; 2,5 %", "-f", "csv", "--dialect", "excel-sv"
    )
    lines = done.out.splitlines()
    assert lines[0] == "\ufeffagreement;share.kommun;year;party;amount;currency;reason"
    assert lines[1] == "lyktan;1/3;2023;region;800000,00;SEK;"
    assert lines[3] == "lyktan;1/3;2024;region;;SEK;the year is incomplete"
    assert lines[5] == "lyktan;0,025;2023;region;1170000,00;SEK;"


def test_json_has_every_combination(command: Command, sound: str) -> None:
    """The same rows as JSON, amounts exact and None where not known."""
    done = command("sweep", sound, *GRID, "-f", "json")
    data = json.loads(done.out)
    assert data["schema"] == "avtalskalk/sweep/1"
    assert len(data["rows"]) == 3 * 2 * 2 * 2
    assert data["rows"][1] == {
        "agreement": "lyktan",
        "values": {"share.kommun": "0.3", "cost.drift": "-0.1"},
        "year": "2023",
        "party": "kommun",
        "amount": "330000.00",
        "reason": None,
    }
    assert data["rows"][2]["amount"] is None
    assert data["rows"][2]["reason"] == "the year is incomplete"


def test_why_a_combination_has_no_amount(command: Command, sound: str) -> None:
    """What cannot be has its reason on every row, in the language; the rest has its amounts."""
    words = ("sweep", sound, *YEAR, "--vary", "share.kommun=30 %; 110 %", "-f", "csv")
    done = command(*words, lang="sv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["amount"], row["reason"][:6]) for row in rows] == [
        ("840000.00", ""),
        ("360000.00", ""),
        ("", "AV209:"),
        ("", "AV209:"),
    ]
    assert "110" in rows[2]["reason"]
    assert rows[2]["reason"] != list(csv.DictReader(io.StringIO(command(*words).out)))[2]["reason"]


def test_a_small_amount_and_other_values(command: Command, sound: str) -> None:
    """Less than a krona has its öre; amounts and days are exact in a program's rows."""
    vary = (
        "--vary",
        "costs.drift.budget.2023=0,05 kr; 1 kr",
        "--vary",
        "costs.lokal.budget.2023=0",
    )
    done = command("sweep", sound, *YEAR, *vary, "-f", "csv", "--party", "kommun")
    assert "lyktan,0.05,0,2023,kommun,0.01,SEK" in done.out
    days = command(
        *("sweep", sound, "--year", "2024"),
        *("--vary", "periods.1.to=2024-11-30; 2024-12-31", "-f", "csv"),
    )
    # The last day is not known to the whole month, and the other year lacks a figure.
    assert days.code == 0
    assert "lyktan,2024-11-30,2024,region,,SEK" in days.out


def test_each_alone(command: Command, sound: str) -> None:
    """With --how tornado each input goes to its ends alone, the one that moves most first."""
    vary = ("--vary", "cost.drift=-10 %..10 %", "--vary", "share.kommun=25 %..45 %")
    done = command("sweep", sound, *YEAR, *vary, "--how", "tornado", "--party", "kommun", lang="sv")
    lines = text(done.out).splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("share.kommun"))
    assert " ".join(lines[first].split()).startswith(
        "share.kommun 25 % – 45 % 300 000 540 000 240 000 │"
    )
    assert lines[first + 1].startswith("cost.drift -10 % – +10 %")
    assert "Med avtalet som det är: 360 000 kr." in lines


def test_each_alone_for_programs(command: Command, sound: str) -> None:
    """Flat rows of each input alone; what is not known is empty."""
    vary = ("--vary", "cost.drift=-10 %..10 %")
    done = command("sweep", sound, *vary, "--how", "tornado", "--party", "kommun", "-f", "csv")
    assert done.out.splitlines() == [
        "agreement,year,party,input,lowest,highest,amount,at_lowest,at_highest,currency",
        "lyktan,2023,kommun,cost.drift,-0.1,0.1,360000.00,330000.00,390000.00,SEK",
        "lyktan,2024,kommun,cost.drift,-0.1,0.1,,,,SEK",
    ]


def test_a_range(command: Command, sound: str) -> None:
    """From low, expected and high to a range for each party, and how it was found."""
    vary = ("--vary", "cost.drift=-10 %; 0 %; 20 %", "--vary", "cost.lokal=-50 %; 0 %; 50 %")
    done = command("sweep", sound, *YEAR, *vary, "--how", "range", lang="sv")
    said = text(done.out)
    row = next(line for line in said.splitlines() if line.startswith("Exempelby kommun"))
    # 30 % of 1 000 to 1 500 tkr: nine combinations that weigh 9, 24, 25, 21, 12 and 9 of 100.
    assert " ".join(row.split()) == (
        "Exempelby kommun 300 000 330 000 360 000 369 000 420 000 450 000"
    )
    assert "Alla 9 kombinationer är räknade." in said
    assert "vikterna 30, 40 och 30 %" in " ".join(said.split())
    assert "cost.drift: -10 % · 0 % · +20 %" in said


def test_a_range_that_is_drawn(command: Command, sound: str) -> None:
    """Too many combinations are drawn from, the same for the same seed, and that is said."""
    vary = ("--vary", "cost.drift=-10 %; 0 %; 20 %", "--vary", "cost.lokal=-50 %; 0 %; 50 %")
    how = ("--how", "range", "--draws", "5", "--seed", "7", "-f", "json")
    first, again = (command("sweep", sound, *YEAR, *vary, *how) for _ in range(2))
    assert first == again
    (row, _) = json.loads(first.out)["rows"]
    assert (row["method"], row["looked_at"], row["seed"]) == ("sample", 5, 7)
    assert row["expected"] == "840000.00"
    said = command("sweep", sound, *YEAR, *vary, *how[:-2])
    assert "5 combinations are drawn, from seed 7." in said.out


def test_markdown(command: Command, sound: str) -> None:
    """The same tables as Markdown."""
    done = command("sweep", sound, *YEAR, "--vary", "share.kommun=30 %; 40 %", "-f", "md")
    assert "| share.kommun | Region Exempel | Exempelby kommun |" in done.out
    assert "| 40%          |        720,000 |          480,000 |" in done.out


def test_a_scenario_besides(command: Command, sound: str, tmp_path: Path) -> None:
    """What a scenario changes holds at every value."""
    written(tmp_path, "scenarios/dyrare.yaml", "title: Dyrare\ncost: {lokal: +100 000 kr}\n")
    vary = ("--vary", "share.kommun=50 %")
    done = command("sweep", sound, *YEAR, *vary, "--scenario", "dyrare", "-f", "csv")
    assert "kommun,650000.00" in done.out
    twice = command("sweep", sound, *vary, "--scenario", "dyrare", "--scenario", "dyrare")
    assert (twice.code, "AV824" in twice.err) == (2, True)
    none = command("sweep", sound, *vary, "--scenario", "saknas")
    assert none.code == 3


@pytest.mark.parametrize(
    ("words", "code", "number"),
    [
        ((), "AV849", 2),
        (("--vary", "cost"), "AV850", 2),
        (("--vary", "cost=1 %..x"), "AV201", 2),
        (("--vary", "cost=+1 %", "--party", "komun"), "AV101", 2),
        (("--vary", "cost=+1 %", "--how", "range"), "AV847", 2),
        (("--vary", "cost=1 %; 2 %; 3 %", "--how", "range", "--draws", "0"), "AV118", 2),
        (("--vary", "cost=1 %; 2 %; 3 %", "--how", "range", "--seed", "x"), "AV118", 2),
        (("--vary", "cost=+1 %", "--dialect", "excel-sv"), "AV828", 2),
        (("--vary", "cost=+1 %", "--reading", "all"), "AV824", 2),
        (("--vary", "cost=+1 %", "--year", "2030"), "AV819", 3),
        (("--vary", "cost=+1 %", "--basis", "actual"), "AV820", 3),
        (("--vary", "share.kommun=110 %; 120 %"), "AV209", 3),
        (("--vary", "share.komun=50 %"), "AV750", 3),
        (
            (*("--vary", "share.kommun=0..99,99 %:0,01"), *GRID, "--vary", "cost=0..999 %:0,1"),
            "AV848",
            2,
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_asked(
    command: Command, sound: str, words: tuple[str, ...], code: str, number: int
) -> None:
    """A slip in an option is code 2, a value that cannot be code 3; nothing is written."""
    done = command("sweep", sound, *words)
    assert (done.code, done.out) == (number, "")
    assert f"[{code}]" in done.err


def test_one_agreement_at_a_time(command: Command, sound: str, tmp_path: Path) -> None:
    """No file, several, a wrong one, or one whose figures have no end, are refused."""
    vary = ("--vary", "cost=+1 %")
    assert "[AV805]" in command("sweep", *vary).err
    other = written(tmp_path, "bar.yaml", BARE)
    assert "[AV858]" in command("sweep", sound, other, *vary, "--how", "tornado").err
    wrong = written(tmp_path, "fel.yaml", WRONG)
    done = command("sweep", wrong, *vary)
    assert (done.code, done.out) == (3, "")
    endless = written(tmp_path, "evig.yaml", ENDLESS)
    assert "[AV809]" in command("sweep", endless, *vary).err


BIG = (
    *("--vary", "cost.drift=0 %..9,9 %:0,1 %"),
    *("--vary", "cost.lokal=0 %..9,9 %:0,1 %"),
    *("--vary", "share.kommun=10 %..40 %:10 %"),
)


@pytest.mark.slow
def test_several_processes_give_the_same_in_order(
    command: Command, sound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two thousand combinations by two processes are those of one, in the same order."""
    vary = [word.replace("0 %..9,9 %:0,1 %", "0 %..2,1 %:0,1 %") for word in BIG]
    monkeypatch.setattr("avtalskalk.cli.sweep.processors", lambda: 2)
    two = command("sweep", sound, *YEAR, *vary, "-f", "csv")
    monkeypatch.setattr("avtalskalk.cli.sweep.processors", lambda: 1)
    one = command("sweep", sound, *YEAR, *vary, "-f", "csv")
    assert two == one
    assert two.out.count("\n") == 1 + 22 * 22 * 4 * 2
    assert two.out.endswith("lyktan,0.021,0.021,0.4,2023,kommun,490080.00,SEK,\n")


def test_what_is_wrong_in_a_process_is_said(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A combination that cannot be worked out in another process is counted; the rest goes on."""
    steps = "split: {steps: [{fixed: {region: 500 000}}, {rest: {kommun: 100 %}}]}"
    file = written(
        tmp_path, "steg.yaml", SOUND.replace("split: {region: 70 %, kommun: rest}", steps)
    )
    monkeypatch.setattr("avtalskalk.cli.sweep._MANY", 1)
    monkeypatch.setattr("avtalskalk.cli.sweep.processors", lambda: 2)
    fixed = "; ".join(["100", *["100"] * 39, "1 100 000", *["100"] * 39])
    vary = (
        *("--vary", f"periods.1.split.steps.1.fixed.region={fixed}"),
        *("--vary", "cost.drift=0 %; -50 %; 0 %"),
        *("--vary", "cost.lokal=0 %; +1 %; 0 %"),
    )
    done = command("sweep", file, *YEAR, *vary)
    assert done.code == 0
    assert "not known" in done.out


def test_a_value_that_cannot_be_is_said_in_its_row(command: Command, sound: str) -> None:
    """110 % of 1 200 000 kr is nobody's share; 50 % is 600 000 kr all the same."""
    done = command("sweep", sound, *YEAR, "--vary", "share.kommun=50 %; 110 %")
    rows = [" ".join(line.split()) for line in done.out.split("\n")]
    assert done.code == 0
    assert "50% 600,000 600,000" in rows
    assert "110% missing missing" in rows
    assert "share.kommun = 110% cannot be calculated:" in done.out
    each = command("sweep", sound, *YEAR, "--how", "tornado", "--vary", "share.kommun=50 %; 110 %")
    assert "missing" in each.out


def test_shares_that_do_not_end(command: Command, sound: str) -> None:
    """A seventh of 1 200 000 kr is 171 428,57 kr; the value is shown exact and in percent."""
    words = ("--vary", "share.kommun=1/7; 1/3", "--unit", "kr")
    done = command("sweep", sound, *YEAR, *words, lang="sv")
    assert "1/7 ≈ 14,2857 %" in text(done.out)
    assert "171 429" in text(done.out)


def test_keep_going(command: Command, tmp_path: Path) -> None:
    """The agreements that can be worked out are swept, and the others are named.

    One per cent more of 1 200 000 kr is 1 212 000 kr, of which the region pays 70 % = 848 400.
    """
    written(tmp_path, "avtal/a.yaml", SOUND)
    written(tmp_path, "avtal/b.yaml", WRONG)
    written(tmp_path, "avtal/c.yaml", SOUND.replace("lyktan", "tva"))
    written(tmp_path, "avtal/d.yaml", HOLE)
    words = ("sweep", "avtal", *YEAR, "--vary", "cost=1 %", "-f", "json")
    assert command(*words).code == 3
    done = command(*words, "--keep-going")
    assert done.code == 5
    result = json.loads(done.out)
    assert [file["path"] for file in result["skipped"]] == ["avtal/b.yaml", "avtal/d.yaml"]
    # Twice, for two agreements.
    assert [row["amount"] for row in result["rows"]] == ["1696800.00", "727200.00"]
    # One that is left is swept by itself, and none is no result.
    done = command("sweep", "avtal/a.yaml", "avtal/b.yaml", *words[2:], "--keep-going")
    result = json.loads(done.out)
    assert (done.code, [file["path"] for file in result["skipped"]]) == (5, ["avtal/b.yaml"])
    assert [row["amount"] for row in result["rows"]] == ["848400.00", "363600.00"]
    written(tmp_path, "avtal/a.yaml", HOLE)
    done = command("sweep", "avtal/a.yaml", "avtal/d.yaml", *words[2:], "--keep-going")
    assert (done.code, done.out) == (3, "")
    done = command("sweep", "avtal/b.yaml", *words[2:], "--keep-going")
    assert (done.code, done.out) == (3, "")
