"""A report as a workbook: its cells compute what was calculated, and follow a change."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from tests.conftest import PROJECT
from tests.features.workbook.changes import CHANGES, TODAY, Changes, asked, workbook
from tests.features.workbook.spreadsheet import Spreadsheet

from avtalskalk import api
from avtalskalk.features.report import view
from avtalskalk.features.workbook import limits
from avtalskalk.files.workspace import Loaded
from avtalskalk.report.options import Options
from avtalskalk.words.workbook import WORDS

AGREEMENTS = [
    path
    for folder in ("examples", "agreements")
    for path in sorted((PROJECT / folder).glob("*.yaml"))
    if not path.name.endswith(".test.yaml")
]
# The only amounts of the examples that are typed: they come from an earlier year's settlement.
CARRIED = WORDS["carried"].en

THIRDS = """\
avtalskalk: 1
id: tredjedelar
title: Tredjedelar (påhittad)
parties: {a: A, b: B, c: C}
periods: [{from: 2024-01-01, to: 2024-12-31, split: equal}]
costs: {drift: {budget: {2024: 100 kr}}}
"""


def loaded(folder: Path, text: str) -> Loaded:
    """An agreement in a file."""
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    (agreement,) = api.load(path)
    return agreement


def column(book: Spreadsheet, sheet: str, title: str) -> list[object]:
    """What a column of a sheet comes to, row by row."""
    return [book.value(sheet, row[title]) for row in book.rows(sheet)]


def paid(book: Spreadsheet, year: int) -> dict[object, int]:
    """What the parties pay in a year, in öre, as the cells have it."""
    return {
        book.value("Result", row["Party, id"]): round(book.value("Result", row["Amount"]) * 100)
        for row in book.rows("Result")
        if book.value("Result", row["Year"]) == str(year)
        and (book.value("Result", row["Party, id"]))
    }


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.stem)
def test_the_cells_compute_what_was_calculated(path: Path) -> None:
    """Every formula gives the value stored with it, and every row of a year agrees to the öre."""
    (agreement,) = api.load(path)
    calculated = api.calculate(agreement, range(2019, 2031), today=TODAY, assume_extended=True)
    years = [int(statement.year[:4]) for statement in calculated if statement.rows]
    if not years:
        return
    content = workbook(agreement, *years)
    book, stored = Spreadsheet(content), load_workbook(BytesIO(content), data_only=True)
    assert "Amounts" in book.names
    for (sheet, place), formula in book.formulas.items():
        expected = stored[sheet][place].value
        value = book.value(sheet, place)
        if isinstance(expected, float | int):
            expected = pytest.approx(expected, rel=1e-12, abs=1e-9)
        else:
            expected = expected or ""
        assert value == expected, (sheet, place, formula)
    if "Amounts" in book.names:
        assert {*column(book, "Amounts", "Control")} == {"agrees"}
        places = [(row["Amount"], row["Note"]) for row in book.rows("Amounts") if "Note" in row]
        typed = [note for amount, note in places if ("Amounts", amount) not in book.formulas]
        notes = {book.value("Amounts", note) for note in typed}
        assert notes <= ({CARRIED} if path.stem == "settlement" else set())


@pytest.mark.parametrize("changes", CHANGES, ids=lambda changes: changes.example)
def test_a_change_is_followed(changes: Changes) -> None:
    """What is changed in the sheet comes to what `whatif` says of the same change."""
    book = Spreadsheet(workbook(changes.example, changes.year))
    before = paid(book, changes.year)
    entries = {
        book.value("Inputs", row["Place in the agreement's file"]): row["Value"]
        for row in book.rows("Inputs")
    }
    for place, (number, _) in changes.numbers.items():
        book.change("Inputs", entries[place], number)
    after = paid(book, changes.year)
    assert after == asked(changes) != before
    assert {*column(book, "Result", "Control")} <= {"as before", "follows the change"}
    assert column(book, "Inputs", "Changed?").count("changed") == len(changes.numbers)
    assert str(book.value("Result", "A3")).startswith(f"{len(changes.numbers)} values")


def test_how_the_ore_are_given_out(tmp_path: Path) -> None:
    """10,000 öre in three: 3,333 each and 1/3 left; the one that is missing goes to the first."""
    book = Spreadsheet(workbook(loaded(tmp_path, THIRDS), 2024))
    columns = {
        title: column(book, "Split", title)
        for title in ("Rounded down", "Remainder", "Order", "Extra", "Given")
    }
    assert columns["Rounded down"] == [3333, 3333, 3333, 9999]
    assert columns["Remainder"][:3] == pytest.approx([1 / 3] * 3)
    assert columns["Order"][:3] == [1, 2, 3]
    assert columns["Extra"] == [1, 0, 0, 1]
    assert columns["Given"] == [3334, 3333, 3333, 10000]
    # 100.02 kr: 3,334 each, and nothing left. Minus 100 kr: 3,334 back to the first.
    entry = next(iter(book.rows("Inputs")))["Value"]
    book.change("Inputs", entry, 100.02)
    assert paid(book, 2024) == {"a": 3334, "b": 3334, "c": 3334}
    book.change("Inputs", entry, -100)
    assert paid(book, 2024) == {"a": -3334, "b": -3333, "c": -3333}


def test_a_large_cost_is_split_in_whole_numbers(tmp_path: Path) -> None:
    """10 billion kr and 1 öre by 70.0001 % and 29.9999 %: 0.700001 and 0.299999 of the öre."""
    text = THIRDS.replace("split: equal", "split: {a: 70.0001 %, b: 29.9999 %}")
    book = Spreadsheet(
        workbook(loaded(tmp_path, text.replace("100 kr", "10 000 000 000.01 kr")), 2024)
    )
    assert paid(book, 2024) == {"a": 700_001_000_001, "b": 299_999_000_000, "c": 0}
    assert column(book, "Split", "Remainder")[:2] == pytest.approx([0.700001, 0.299999])


def test_beyond_exact_numbers_amounts_are_typed(tmp_path: Path) -> None:
    """Of 3 × 10^14 kr a spreadsheet does not keep the öre: numbers, as text, and why."""
    text = THIRDS.replace("100 kr", "300 000 000 000 000.03 kr")
    book = Spreadsheet(workbook(loaded(tmp_path, text), 2024))
    assert column(book, "Amounts", "Amount") == ["100,000,000,000,000.01"] * 3
    assert {*column(book, "Amounts", "Note")} == {WORDS["beyond"].en}
    assert "Inputs" not in book.names


def test_beyond_a_spreadsheet_s_digits_shares_are_typed(tmp_path: Path) -> None:
    """An amount of 17 digits is a text, which no formula divides: a third is written as it is."""
    agreement = loaded(tmp_path, THIRDS.replace("100 kr", "100 000 000 000 000.01"))
    book = Spreadsheet(workbook(agreement, 2024))
    assert column(book, "Result", "Share")[:3] == pytest.approx([1 / 3] * 3)
    shares = [book.formulas.get(("Result", row["Share"]), "") for row in book.rows("Result")]
    assert "D" not in "".join(shares)


def test_shares_say_from_which_year_they_are_used(tmp_path: Path) -> None:
    """Weights that two years have are written once, with the first of them."""
    text = THIRDS.replace(", to: 2024-12-31", "").replace("100 kr", "100 kr, 2025: 200 kr")
    book = Spreadsheet(workbook(loaded(tmp_path, text), 2024, 2025))
    assert {*column(book, "Shares", "From year")} == {"2024"}


def test_what_is_no_formula_is_a_typed_number(tmp_path: Path) -> None:
    """Limits of a year with two periods: every row that they reach is a number that says so."""
    text = """\
        avtalskalk: 1
        id: tak
        title: Tak
        parties: {a: A, b: B}
        periods:
          - from: 2024-01-01
            to: 2024-06-30
            split: {a: 70 %, b: 30 %}
            limits: [{party: a, max: 10 kr, difference: b}]
          - {from: 2024-07-01, to: 2024-12-31, split: {a: 60 %, b: 40 %}}
        costs: {drift: {budget: {2024: 100 kr}}}
        """
    book = Spreadsheet(workbook(loaded(tmp_path, text), 2024))
    assert {*column(book, "Amounts", "Note")} == {WORDS["typed"].en}
    assert {*column(book, "Amounts", "Control")} == {"agrees"}
    assert "Limits" not in book.names


def test_limits_in_more_rounds_than_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the last round still moves something, the sheet says that it is not enough.

    Of 150 kr by 1, 2, 4 and 8: at most 40 kr moves 40 from d, which makes c more than 40, then b.
    """
    monkeypatch.setattr(limits, "_MOST_ROUNDS", 2)
    text = THIRDS.replace("c: C}", "c: C, d: D}").replace("100 kr", "150 kr")
    limit = "limits: [{each: true, max: 90 kr, difference: others}]"
    text = text.replace("split: equal", f"split: {{parts: {{a: 1, b: 2, c: 4, d: 8}}}}, {limit}")
    book = Spreadsheet(workbook(loaded(tmp_path, text), 2024))
    assert WORDS["more_rounds"].en not in column(book, "Limits", "Control")
    entries = {book.value("Inputs", row["What"]): row["Value"] for row in book.rows("Inputs")}
    book.change("Inputs", entries["At most"], 40)
    assert WORDS["more_rounds"].en in column(book, "Limits", "Control")


def test_too_many_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the report is tables alone, and says why."""
    monkeypatch.setattr(view, "MOST_ROWS", 1)
    report = api.report(PROJECT / "examples" / "mix.yaml", [2024], today=TODAY)
    assert report is not None
    first, *_ = view.documents([report], None, Options("en"), computing=True)
    assert not first.sheets
    assert "(3, at most 1)" in first.sections[0].blocks[0].text  # type: ignore[union-attr]


def test_it_is_the_same_in_both_languages() -> None:
    """The same cells and formulas under Swedish names."""
    books = [Spreadsheet(workbook("limit-each", 2024, language=lang)) for lang in ("sv", "en")]
    swedish, english = books
    assert swedish.names[:6] == [
        "Resultat",
        "Underlag",
        "Andelar",
        "Fördelning",
        "Gränser",
        "Belopp",
    ]
    for first, second in list(zip(swedish.names, english.names, strict=False))[:6]:
        places = {place for sheet, place in swedish.cells if sheet == first}
        assert places == {place for sheet, place in english.cells if sheet == second}
    assert swedish.value("Resultat", "G5") == "stämmer"


def test_it_is_the_same_every_time() -> None:
    """Byte for byte."""
    assert workbook("complete") == workbook("complete")


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", '"&A1&"', "a!B2", "+1", "@SUM(A1)"])
def test_text_of_others_is_in_no_formula(tmp_path: Path, text: str) -> None:
    """Titles and names of the file stand as text; formulas have cells, numbers and our words."""
    quoted = "'" + text.replace("'", "''") + "'"
    made = THIRDS.replace("a: A", f"a: {quoted}").replace("Tredjedelar (påhittad)", quoted)
    content = workbook(
        loaded(tmp_path, made.replace("{budget", f"{{title: {quoted}, budget")), 2024
    )
    book = Spreadsheet(content)
    # Every formula is read whole, and has texts of our own alone.
    assert paid(book, 2024) == {"a": 3334, "b": 3333, "c": 3333}
    words = {both.en for both in WORDS.values()} | {""}
    for sheet, place in book.formulas:
        book.value(sheet, place)
        assert {*re.findall('"([^"]*)"', book.formulas[sheet, place])} <= words
    with ZipFile(BytesIO(content)) as archive:
        assert not [
            name for name in archive.namelist() if "vba" in name or "external" in name.lower()
        ]


def test_several_agreements() -> None:
    """One set of sheets, each row with its agreement; no chart of what cannot be compared."""
    reports = []
    for name in ("mix", "by-key"):
        report = api.report(PROJECT / "examples" / f"{name}.yaml", [2024], today=TODAY)
        assert report is not None
        reports.append(report)
    first, *_ = view.documents(reports, None, Options("en"), computing=True)
    result = first.sheets[0]
    assert [column.title for column in result.columns[:2]] == ["Agreement, id", "Agreement"]
    assert {str(row.cells[0].value) for row in result.rows} == {"mix", "by-key"}
    assert result.chart is None
