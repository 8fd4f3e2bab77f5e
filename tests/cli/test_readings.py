"""`--reading`: an agreement as one of its readings, and all of them with the money at stake."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import ENDLESS, SOUND, Command, written

from avtalskalk import api

READ = (
    SOUND
    + """\
readings:
  hela:
    title: Beloppet är kommunens del
    set:
      costs.drift.budget.2023: {known_part: {kommun: 1 000 000 kr}}
  jamnt: {title: Lika delar, set: {periods.1.split: equal}}
assumptions: [Beloppet läses som hela kostnaden.]
"""
)
MISSING = READ.replace("{periods.1.split: equal}", "{costs.lokal: {budget: {2022: 5 kr}}}")
THIRD = """\
  tre:
    title: Med en till
    set:
      parties: {region: Region Exempel, kommun: Exempelby kommun, granne: Grannby kommun}
      periods.1.split: equal
"""


@pytest.fixture
def read(tmp_path: Path) -> str:
    return written(tmp_path, "lyktan.yaml", READ)


def test_one_reading(command: Command, read: str) -> None:
    """The figures are the reading's, and its title stands below them; a total is solved anew."""
    done = command("calc", read, "--reading", "hela", "--year", "2023", "--item", "drift")
    assert done.code == 0
    assert "3,333,333.33" in done.out
    assert "\nReading hela: Beloppet är kommunens del\n" in done.out
    notes = json.loads(command("calc", read, "--reading", "hela", "-f", "json").out)["notes"]
    assert {n["arguments"]["name"] for n in notes if n["key"] == "reading"} == {"hela"}


def test_that_there_is_another_reading_is_said(command: Command, read: str) -> None:
    """Below the figures as written stands each other reading, with the most that a party's moves.

    In 2023 `hela` makes 1 000 000 the 30 % of the municipality: 2 333 333.33 instead of 700 000
    for the region, +1 633 333.33.  `jamnt` moves 20 % of 1 200 000 in 2023, and in 2024 20 % of
    1 100 000 and of what is not known.
    """
    for lang, expected in (
        ("en", ("Another reading (`--reading {}`): {}. It changes a party's amount by up to {}.",
                "SEK 1,633,333.33 (2023)", "SEK 240,000 (2023)")),
        ("sv", ("Annan tolkning (`--reading {}`): {}. Den ändrar en parts belopp med upp till {}.",
                "1 633 333,33 kr (2023)", "240 000 kr (2023)")),
    ):  # fmt: skip
        shown = " ".join(command("calc", read, lang=lang).out.split())
        sentence, *amounts = expected
        whole = sentence.format("hela", "Beloppet är kommunens del", amounts[0])
        assert whole in shown
        assert sentence.format("jamnt", "Lika delar", amounts[1]) in shown
        assert shown.index(whole) < shown.index("Beloppet läses som hela kostnaden.")
    notes = json.loads(command("calc", read, "-f", "json").out)["notes"]
    of_years = [(n["year"], n["key"], n["arguments"].get("amount")) for n in notes]
    of_hela, of_jamnt = ({"amount": a, "currency": "SEK"} for a in ("1633333.33", "240000.00"))
    assert of_years == [
        ("2023", "other_reading", of_hela),
        ("2023", "other_reading", of_jamnt),
        ("2024", "reading_unknown", None),
    ]
    of_one = command("calc", read, "--reading", "jamnt", "-f", "json").out
    assert {n["key"] for n in json.loads(of_one)["notes"]} == {"reading"}
    in_library = api.calculate(read)
    assert [note.key for year in in_library for note in year.notes] == [n["key"] for n in notes]


def test_a_reading_that_changes_nothing_is_not_said(command: Command, tmp_path: Path) -> None:
    """A year in which a reading gives the same amounts has no note on it, known or not."""
    text = READ.replace("to: 2024-12-31", "to: 2025-12-31").replace(
        "  jamnt: {title: Lika delar, set: {periods.1.split: equal}}\n", ""
    )
    written(tmp_path, "lyktan.yaml", text)
    notes = json.loads(command("calc", "lyktan.yaml", "--years", "2023..2025", "-f", "json").out)
    assert [note["year"] for note in notes["notes"]] == ["2023"]


def test_show(command: Command, read: str) -> None:
    """`show` describes the agreement as the reading has it, and says so."""
    done = command("show", read, "--reading", "jamnt")
    assert "\nReading jamnt: Lika delar\n" in done.out
    assert "equal" in done.out
    (described,) = json.loads(command("show", read, "--reading", "jamnt", "-f", "json").out)[
        "agreements"
    ]
    assert described["reading"] == "jamnt"


def test_a_name_that_no_agreement_has(command: Command, read: str) -> None:
    """It is wrong usage, answered with the nearest; nothing is written."""
    done = command("calc", read, "--reading", "hel")
    assert (done.code, done.out) == (2, "")
    assert "did you mean `hela`?" in done.err


def test_without_any_readings(command: Command, sound: str) -> None:
    """There is nothing that could be meant, and nothing to set side by side."""
    done = command("calc", sound, "--reading", "hela")
    assert (done.code, done.err) == (
        2,
        "error[AV101]: no reading is called `hela`\n",
    )
    assert command("calc", sound, "--reading", "all").code == 3


def test_those_that_lack_it_are_as_written(command: Command, read: str, tmp_path: Path) -> None:
    """Of a folder the others keep the main reading, and a note says which."""
    written(tmp_path, "b.yaml", SOUND.replace("lyktan", "b"))
    done = command("calc", ".", "--reading", "hela", "--year", "2023", "--by", "agreement")
    assert done.code == 0
    assert "note[AV844]: the reading `hela` is missing; calculated as written: b" in done.err
    assert read


def test_all_side_by_side(command: Command, read: str) -> None:
    """Each reading is a column, and what is at stake the last; years follow each other."""
    done = command("calc", read, "--reading", "all", "--years", "2023..2024")
    lines = [line.split("  ") for line in done.out.replace("\u00a0", " ").splitlines()]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert done.code == 0
    assert ["as written", "hela", "jamnt", "at stake"] in cells
    assert [
        "Region Exempel",
        "840,000.00",
        "2,473,333.33",
        "600,000.00",
        "1,873,333.33",
    ] in cells
    assert "\nhela: Beloppet är kommunens del\n" in done.out
    assert "\nAssumption: Beloppet läses som hela kostnaden.\n" in done.out
    assert "Missing: budget 2024 for lokal." in done.out
    assert "missing" in " ".join(cells[5] + cells[9])


def test_selected_and_rounded(command: Command, read: str) -> None:
    """A party, an item and a unit are picked as everywhere; a single party has no total."""
    given = ("calc", read, "--reading", "all", "--year", "2023")
    one = command(*given, "--party", "kommun", "--item", "drift", "--unit", "tkr").out
    assert "selected: Exempelby kommun, Driften" in one
    assert "Total" not in one
    rounded = command(*given, "--unit", "tkr").out
    assert "Rounded to whole SEK thousands" in rounded
    assert "Total" not in command(*given, "--no-totals").out
    several = command(*given[:-2], "--years", "2023..2024", "--no-totals").out
    assert "\n2023  " not in several


def test_a_party_of_one_reading_alone(command: Command, tmp_path: Path) -> None:
    """Who is no party otherwise pays nothing then, and is a dash in the table."""
    name = written(tmp_path, "a.yaml", READ.replace("assumptions:", THIRD + "assumptions:"))
    table = command("calc", name, "--reading", "all", "--year", "2023").out
    (row,) = [line for line in table.splitlines() if line.startswith("Grannby")]
    assert row.split()[2:] == ["–", "–", "–", "399,999.99", "399,999.99"]
    found = json.loads(command("calc", name, "--reading", "all", "-f", "json").out)["totals"]
    assert {row["reading"] for row in found if row["party"] == "granne"} == {"tre"}


def test_json(command: Command, read: str) -> None:
    """The rows name the reading, and what is at stake stands by party and for all."""
    found = json.loads(
        command("calc", read, "--reading", "all", "--year", "2023", "-f", "json").out
    )
    assert found["schema"] == "avtalskalk/readings/1"
    assert [one["reading"] for one in found["readings"]] == ["", "hela", "jamnt"]
    amounts = {(row["reading"], row["party"]): row["amount"] for row in found["totals"]}
    assert amounts["", "kommun"] == "360000.00"
    assert amounts["jamnt", "kommun"] == "600000.00"
    stakes = {row["party"]: row["amount"] for row in found["stakes"]}
    assert stakes == {"region": "1873333.33", "kommun": "700000.00", None: "2333333.33"}
    assert found["inputs"][0]["path"] == read


def test_csv(command: Command, read: str) -> None:
    """A line for each year, reading and party; a missing figure is empty."""
    given = ("calc", read, "--reading", "all", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(command(*given).out)))
    first = rows[0]
    assert (first["reading"], first["amount"], first["at_stake"]) == ("", "840000.00", "1873333.33")
    assert {row["complete"]: row["amount"] for row in rows}["false"] == ""
    swedish = command(*given, "--dialect", "excel-sv").out
    assert swedish.startswith("\ufeffagreement;year;reading;")
    assert ";840000,00;SEK;false;true;1873333,33\n" in swedish


def test_markdown_and_files(command: Command, read: str, tmp_path: Path) -> None:
    """A table for each agreement, also into a file."""
    written(tmp_path, "b.yaml", READ.replace("id: lyktan", "id: b"))
    written(tmp_path, "c.yaml", SOUND.replace("id: lyktan", "id: c"))
    done = command("calc", ".", "--reading", "all", "-f", "md")
    assert done.out.count("## Lyktan (påhittad)\n") == 2
    assert "note[AV845]: no other readings, not shown: c" in done.err
    command("calc", ".", "--reading", "all", "-o", "a.md")
    assert (tmp_path / "a.md").read_text("utf-8") == done.out
    assert read


def test_years_of_any_reading(command: Command, tmp_path: Path) -> None:
    """Without years, every year that one of the readings has figures for."""
    name = written(tmp_path, "a.yaml", MISSING.replace("from: 2023", "from: 2022"))
    found = json.loads(command("calc", name, "--reading", "all", "-f", "json").out)
    assert {row["year"] for row in found["totals"]} == {"2022", "2023", "2024"}
    assert {row["reading"] for row in found["missing"] if row["year"] == "2022"} >= {"", "jamnt"}
    table = command("calc", name, "--reading", "all").out
    assert "jamnt: budget 2023 for lokal" in table


def test_conditional_figures_are_marked(command: Command, tmp_path: Path) -> None:
    """A figure that rests on a decision is marked under every reading."""
    condition = READ.replace("    split:", "    condition: identical_decision\n    split:", 1)
    name = written(tmp_path, "a.yaml", condition)
    assert "* Conditional amount." in command("calc", name, "--reading", "all").out


def test_what_cannot_be_done(command: Command, read: str, tmp_path: Path) -> None:
    """Figures without end ask for years, sums over agreements are no readings."""
    readings = "readings: {r: {title: R, set: {costs.x.amount: 5 kr}}}\n"
    endless = written(tmp_path, "evig.yaml", ENDLESS + readings)
    assert "AV809" in command("calc", endless, "--reading", "all").err
    assert "AV824" in command("calc", read, "--reading", "all", "--by", "party").err
    outside = command("calc", read, "--reading", "all", "--year", "2030")
    assert (outside.code, outside.out) == (3, "")


HOLE = """\
avtalskalk: 1
id: hal
title: Hål (påhittat)
parties: {a: Anna, b: Bo}
periods: [{from: 2023-01-01, to: 2024-12-31, split: equal}]
keys: {k: {values: {2022: {a: 1, b: 2}, 2024: {a: 1, b: 2}}}}
costs: {x: {budget: {2023: 100 kr}}}
readings: {r: {title: R, set: {periods.1.split: {by: k}}}}
"""


def test_what_is_wrong_only_in_a_year_is_an_error(command: Command, tmp_path: Path) -> None:
    """A hole in a key that one of the readings uses: nothing is written."""
    name = written(tmp_path, "a.yaml", HOLE)
    for reading in ("r", "all"):
        done = command("calc", name, "--reading", reading, "--year", "2023")
        assert (done.code, done.out) == (3, ""), reading
        assert "a.yaml:" in done.err
