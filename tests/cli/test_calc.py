"""`calc`: what it writes, what it says beside it, and when it writes nothing."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import BARE, ENDLESS, GAP, SOUND, WRONG, Command, written

from avtalskalk import api


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_year_in_json(command: Command, sound: str) -> None:
    """JSON has each party's total as a string with a decimal point."""
    done = command("calc", sound, "--year", "2023", "-f", "json")
    totals = {row["party"]: row["amount"] for row in json.loads(done.out)["totals"]}
    assert (done.code, done.err) == (0, "")
    assert totals == {"region": "840000.00", "kommun": "360000.00"}


def test_every_year_with_figures(command: Command, sound: str) -> None:
    """Without a year, every year that the file has figures for is worked out."""
    done = command("calc", sound, "-f", "csv")
    assert {row["year"] for row in rows(done.out)} == {"2023", "2024"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("--years", "2023..2024"), {"2023", "2024"}),
        (("--year", "2024", "--year", "2023"), {"2023", "2024"}),
        (("--year", "2024/25"), {"2024"}),
        (("--year", "2024-25"), {"2024"}),
    ],
)
def test_ways_to_say_years(
    command: Command, sound: str, asked: tuple[str, ...], expected: set[str]
) -> None:
    """Years are said one by one or as a row, and a fiscal year as the paper writes it."""
    done = command("calc", sound, *asked, "-f", "json")
    assert {row["year"] for row in json.loads(done.out)["totals"]} == expected


def test_a_missing_figure_is_named(command: Command, sound: str) -> None:
    """A year without a figure is incomplete and named, and that is no error."""
    done = command("calc", sound, "--year", "2024", "-f", "json")
    result = json.loads(done.out)
    assert done.code == 0
    assert [row["what"] for row in result["missing"]] == ["costs.lokal.budget.2024"]
    assert [row["complete"] for row in result["totals"]] == [False, False]


def test_endless_figures_ask_for_years(command: Command, tmp_path: Path) -> None:
    """Figures without an end need years, and the message says what to write."""
    done = command("calc", written(tmp_path, "evig.yaml", ENDLESS))
    assert (done.code, done.out) == (2, "")
    assert "AV809" in done.err
    assert "--years 2026..2028" in done.err


def test_an_agreement_without_figures_is_noted(
    command: Command, tmp_path: Path, sound: str
) -> None:
    """An agreement without figures is passed over with a note while others have some."""
    bare = written(tmp_path, "bar.yaml", BARE)
    done = command("calc", bare, sound, "-f", "csv")
    assert done.code == 0
    assert "note[AV821]: `bar` has no amounts for budget" in done.err


def test_no_figures_at_all(command: Command, tmp_path: Path) -> None:
    """Where no agreement has any figures, nothing is left to write."""
    done = command("calc", written(tmp_path, "bar.yaml", BARE))
    assert (done.code, done.out) == (3, "")
    assert "error[AV820]" in done.err


def test_a_year_outside_the_terms(command: Command, sound: str) -> None:
    """A year without terms is a note, and with nothing left an error."""
    done = command("calc", sound, "--year", "2030", lang="sv")
    assert (done.code, done.out) == (3, "")
    assert "info[AV822]: `lyktan` gäller inte 2030" in done.err
    assert "fel[AV819]: inget avtal gäller 2030" in done.err


def test_one_bad_file_stops_all(command: Command, tmp_path: Path, sound: str) -> None:
    """With one bad file nothing is written, every finding is said, and an old file stays."""
    bad = written(tmp_path, "fel.yaml", WRONG)
    worse = written(tmp_path, "värre.yaml", WRONG.replace("id: fel", "id: nej"))
    out = tmp_path / "kostnad.csv"
    out.write_bytes(b"old")
    done = command("calc", bad, sound, worse, "--year", "2023", "-o", out.name)
    assert (done.code, done.out) == (3, "")
    assert done.err.count("error[AV104]") == 2
    assert done.err.endswith("Nothing was calculated or written; errors in 2 files of 3.\n")
    assert out.read_bytes() == b"old"


def test_keep_going(command: Command, tmp_path: Path, sound: str) -> None:
    """With --keep-going a bad file stops only itself, and the exit code still tells."""
    bad = written(tmp_path, "fel.yaml", WRONG)
    done = command("calc", bad, sound, "--year", "2023", "-f", "csv", "--keep-going")
    assert done.code == 5
    assert {row["agreement"] for row in rows(done.out)} == {"lyktan"}
    assert done.err.endswith("Left out because of errors: one file of 2.\n")


def test_keep_going_with_nothing_left(command: Command, tmp_path: Path) -> None:
    """--keep-going with no sound file left writes nothing."""
    done = command("calc", written(tmp_path, "fel.yaml", WRONG), "--keep-going")
    assert (done.code, done.out) == (3, "")


def test_warnings_are_said_beside(command: Command, tmp_path: Path) -> None:
    """A warning goes to stderr, the result stays as it is, and -q silences it."""
    gap = written(tmp_path, "lucka.yaml", GAP)
    done = command("calc", gap, "--year", "2023", "-f", "csv")
    silent = command("calc", gap, "--year", "2023", "-f", "csv", "-q")
    assert "warning[AV303]" in done.err
    assert (silent.code, silent.err, silent.out) == (0, "", done.out)


@pytest.mark.parametrize(
    ("option", "given", "code", "near"),
    [("--party", "komun", "AV101", "kommun"), ("--item", "drif", "AV101", "drift")],
)
def test_a_misspelt_name(
    command: Command, sound: str, option: str, given: str, code: str, near: str
) -> None:
    """A party or an item that is not there is answered with the nearest that is."""
    done = command("calc", sound, option, given, "--year", "2023")
    assert (done.code, done.out) == (2, "")
    assert code in done.err
    assert f"did you mean `{near}`?" in done.err


def test_a_selection(command: Command, sound: str) -> None:
    """--party and --item keep only what was asked for."""
    done = command(
        *("calc", sound, "--party", "kommun", "--item", "drift"), "--year", "2023", "-f", "csv"
    )
    assert [row["amount"] for row in rows(done.out)] == ["300000.00"]


def test_by_party_over_a_folder(command: Command, tmp_path: Path) -> None:
    """A folder's agreements are summed by party."""
    written(tmp_path, "avtal/lyktan.yaml", SOUND)
    written(tmp_path, "avtal/stjärnan.yaml", SOUND.replace("lyktan", "stjärnan"))
    done = command("calc", "avtal", "--by", "party", "--year", "2023", "-f", "json")
    totals = {row["party"]: row["amount"] for row in json.loads(done.out)["totals"]}
    assert totals == {"region": "1680000.00", "kommun": "720000.00"}


BODY = """\
avtalskalk: 1
id: {id}
title: {id} (påhittad)
parties: {{{payer}, regionen: Region Exempel}}
periods: [{{from: 2024-01-01, to: 2024-12-31, split: {{{id_of}: 60 %, regionen: rest}}}}]
costs: {{x: {{budget: {{2024: {amount}}}}}}}
"""
ALE_NUMBER = "212000-0142"
LERUM_NUMBER = "212000-1553"


def _bodies(folder: Path, *payers: str) -> None:
    """A file for each payer, which pays 60 % of 100 kr in the first, of 200 in the second."""
    for place, payer in enumerate(payers, 1):
        id_of = payer.partition(":")[0]
        text = BODY.format(id=f"avtal-{place}", payer=payer, id_of=id_of, amount=place * 100)
        written(folder, f"avtal/{place}.yaml", text)


@pytest.mark.parametrize(
    ("payers", "expected"),
    [
        # One id, two bodies: 60 % of 100 and of 200, each on its own row.
        (
            ("kommunen: Ale kommun", "kommunen: Lerums kommun"),
            [("kommunen", "Ale kommun", 60), ("kommunen", "Lerums kommun", 120)],
        ),
        # One body under two ids, by its number (60 + 120) or by its name.
        (
            (f"ale: {{name: Ale, org_no: {ALE_NUMBER}}}",
             f"kommunen: {{name: Ale kommun, org_no: {ALE_NUMBER}}}"),
            [("ale", "Ale", 180)],
        ),
        (("ale: Ale kommun", "kommunen: Ale Kommun"), [("ale", "Ale kommun", 180)]),
        # The third has no number but the name of the first and of no other: 60 + 180.
        (
            (f"a: {{name: Ale, org_no: {ALE_NUMBER}}}",
             f"a: {{name: Lerum, org_no: {LERUM_NUMBER}}}",
             "a: Ale"),
            [("a", "Ale", 240), ("a", "Lerum", 120)],
        ),
        # Two numbers are two bodies, and which of them the third is nobody knows: 180 by itself.
        (
            (f"a: {{name: Ale, org_no: {ALE_NUMBER}}}",
             f"a: {{name: Ale, org_no: {LERUM_NUMBER}}}",
             "a: Ale"),
            [("a", "Ale", 60), ("a", "Ale", 120), ("a", "Ale", 180)],
        ),
    ],
)  # fmt: skip
def test_no_money_on_another_bodys_row(
    command: Command, tmp_path: Path, payers: tuple[str, ...], expected: list[tuple[str, str, int]]
) -> None:
    """Sums over agreements go by body, not by what an agreement happens to call it."""
    _bodies(tmp_path, *payers)
    for form in ("csv", "json"):
        out = command("calc", "avtal", "--by", "party", "-f", form).out
        totals = rows(out) if form == "csv" else json.loads(out)["totals"]
        paid = [(row["party"], row["name"], row["amount"]) for row in totals]
        assert [row for row in paid if row[0] != "regionen"] == [
            (party, name, f"{amount}.00") for party, name, amount in expected
        ]
    for words in (("--by", "party"), ()):
        table = command("calc", "avtal", *words).out.rpartition("agreements · ")[2]
        shown = [tuple(line.rsplit(maxsplit=1)) for line in table.splitlines()]
        for _, name, amount in expected:
            assert (name, str(amount)) in shown


def test_that_an_id_means_two_bodies_is_said_once(command: Command, tmp_path: Path) -> None:
    """`check` of a folder says so of the second file, and not again of the third."""
    _bodies(tmp_path, "kommunen: Ale kommun", "kommunen: Lerums kommun", "kommunen: Kungälv")
    checked = command("check", "avtal", "-f", "json").out
    (note,) = [d for d in json.loads(checked)["findings"] if d["code"] == "AV069"]
    assert (note["file"], note["severity"]) == ("avtal/2.yaml", "note")
    assert [d.code for d in api.check(tmp_path / "avtal")].count("AV069") == 1
    # A number given in one file alone settles nothing: the names are the same.
    _bodies(tmp_path, f"k: {{name: Ale, org_no: {ALE_NUMBER}}}", "k: Ale", "l: Lerum")
    assert "AV069" not in command("check", "avtal").out


def test_json_says_what_was_asked_and_what_was_left_out(command: Command, tmp_path: Path) -> None:
    """A result can be had again: day, years, reading and options, and the files it is without."""
    for name, text in (("lyktan.yaml", SOUND), ("fel.yaml", WRONG), ("gap.yaml", GAP)):
        written(tmp_path, name, text.replace("id: lyktan", f"id: {name[:-5]}"))
    words = ("--years", "2023..2024", "--keep-going", "--party", "kommun", "--today", "2024-05-06")
    done = command("calc", "lyktan.yaml", "fel.yaml", *words, "-f", "json")
    written_json = json.loads(done.out)
    assert (done.code, written_json["basis"]) == (5, "budget")
    assert written_json["options"] == {
        "years": ["2023", "2024"],
        "basis": "budget",
        "reading": None,
        "party": ["kommun"],
        "item": [],
        "assume_extended": False,
        "today": "2024-05-06",
        "keep_going": True,
        "fail_if": [],
        "warn_if": [],
        "fail_on_incomplete": False,
        "by": None,
        "totals": True,
    }
    (skipped,) = written_json["skipped"]
    assert (skipped["path"], [d["code"] for d in skipped["diagnostics"]]) == ("fel.yaml", ["AV104"])
    shown = json.loads(command("show", ".", "--keep-going", "-f", "json").out)
    assert [file["path"] for file in shown["skipped"]] == ["fel.yaml"]
    assert date.fromisoformat(shown["options"]["today"]) > date(2026, 1, 1)
    whole = json.loads(command("calc", "lyktan.yaml", "-f", "json").out)
    assert (whole["options"]["years"], whole["skipped"]) == (None, [])


INCOMPLETE = SOUND.replace("{budget: {2023: 200 000 kr}}", "{budget: {2024: 200 000 kr}}")


def test_what_is_missing_has_a_row(command: Command, tmp_path: Path) -> None:
    """A year without all its amounts does not sum to less: its rows say what is not known."""
    file = written(tmp_path, "a.yaml", INCOMPLETE)
    read = ("--year", "2023", "-f", "csv")
    # 70 % and 30 % of 1 000 000; what the premises cost in 2023 is not known.
    amounts = [
        (row["item"], row["party"], row["share"], row["amount"], row["complete"])
        for row in rows(command("calc", file, *read).out)
    ]
    assert amounts == [
        ("drift", "region", "7/10", "700000.00", "true"),
        ("drift", "kommun", "3/10", "300000.00", "true"),
        ("lokal", "region", "7/10", "", "false"),
        ("lokal", "kommun", "3/10", "", "false"),
    ]
    chosen = rows(command("calc", file, *read, "--party", "kommun", "--item", "lokal").out)
    assert [(row["party"], row["item"], row["amount"]) for row in chosen] == [
        ("kommun", "lokal", "")
    ]
    found = json.loads(command("calc", file, "--year", "2023", "-f", "json").out)["allocations"]
    assert [row["amount"] for row in found] == ["700000.00", "300000.00", None, None]


def test_a_wholly_unknown_year_has_rows(command: Command, tmp_path: Path) -> None:
    """Of a year without any amount there is a row for each item and party, none of them known."""
    file = written(tmp_path, "a.yaml", SOUND.replace("to: 2024", "to: 2025"))
    unknown = rows(command("calc", file, "--year", "2025", "-f", "csv").out)
    assert [(row["item"], row["party"], row["amount"], row["complete"]) for row in unknown] == [
        (item, party, "", "false") for item in ("drift", "lokal") for party in ("region", "kommun")
    ]


def test_a_script_can_ask_to_fail_on_what_is_missing(command: Command, tmp_path: Path) -> None:
    """`--fail-on-incomplete` prints the result, says what is missing and ends with 1."""
    file = written(tmp_path, "a.yaml", INCOMPLETE)
    done = command("calc", file, "--fail-on-incomplete", "-q", "-f", "csv")
    assert (done.code, len(rows(done.out))) == (1, 8)
    assert done.err.startswith(
        "error[AV941]: the result is incomplete: lyktan: costs.lokal.budget.2023 is missing"
    )
    for words in (("--year", "2024"), ("--item", "drift"), ("--party", "okand")):
        done = command("calc", file, "--fail-on-incomplete", *words)
        assert (done.code, "AV941" in done.err) == (2 if "okand" in words else 0, False)
    assert command("calc", file).code == 0


@pytest.mark.parametrize(
    ("option", "form"),
    [
        (("--unit", "tkr"), "csv"),
        (("--rounding", "plain"), "csv"),
        (("--decimals", "1"), "json"),
        (("--dialect", "excel-sv"), "json"),
    ],
)
def test_an_option_that_does_nothing(
    command: Command, sound: str, option: tuple[str, str], form: str
) -> None:
    """An option that would change nothing in the format is refused, not passed over."""
    done = command("calc", sound, *option, "-f", form)
    assert (done.code, done.out) == (2, "")
    assert "AV828" in done.err


def test_shares_with_the_decimals_asked_for(command: Command, tmp_path: Path) -> None:
    """1/3 and 2/3 with two decimals, 0.0004 with none; without the option as each needs."""
    text = "avtalskalk: 1\nid: a\ntitle: A\nparties: {a: A, b: B}\nperiods:\n"
    text += "  - {from: 2024-01-01, to: 2024-12-31, split: {a: SHARE, b: rest}}\n"
    text += "costs: {drift: {budget: {2024: 3 000 kr}}}\n"
    third = written(tmp_path, "a.yaml", text.replace("SHARE", "1/3"))
    tiny = written(tmp_path, "b.yaml", text.replace("SHARE", "0.04 %"))
    assert "33.33%" in command("calc", third, "--decimals", "2").out
    assert "66.67%" in command("calc", third, "--decimals", "2", "-f", "md").out
    assert "1/3" in command("calc", third).out
    assert [line.split()[1] for line in command("calc", tiny, "--decimals", "0").out.splitlines()
            if line.startswith(("A ", "B "))] == ["0%", "100%"]  # fmt: skip
    assert "0.04%" in command("calc", tiny).out
    assert "AV118" in command("calc", third, "--decimals", "11").err


def test_excel_dialect(command: Command, sound: str, tmp_path: Path) -> None:
    """The Swedish Excel dialect has a byte-order mark, semicolons and decimal commas."""
    done = command("calc", sound, "--year", "2023", "-o", "a.csv", "--dialect", "excel-sv")
    data = (tmp_path / "a.csv").read_bytes()
    assert (done.code, done.out, done.err) == (0, "", "")
    assert data.startswith(b"\xef\xbb\xbfagreement;")
    assert b";0,7;700000,00;" in data


def test_no_path(command: Command) -> None:
    """Without a path the message says what to write."""
    done = command("calc", lang="sv")
    assert done.code == 2
    assert "avtalskalk calc avtal.yaml" in done.err


def test_many_files_keep_memory_in_order(command: Command, tmp_path: Path) -> None:
    """A folder of more than fifty agreements is worked out like a small one."""
    for number in range(55):
        written(tmp_path, f"avtal/a{number:02}.yaml", SOUND.replace("lyktan", f"a{number:02}"))
    done = command("calc", "avtal", "--by", "agreement", "--year", "2023", "-f", "json")
    assert len(json.loads(done.out)["totals"]) == 55


def test_verbose_says_what_was_written(command: Command, sound: str) -> None:
    """With -v the file that was written is named, on stderr."""
    done = command("calc", sound, "--year", "2023", "-o", "a.json", "-v")
    assert (done.code, done.out, done.err) == (0, "", "Wrote a.json.\n")
