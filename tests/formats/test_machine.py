"""CSV and JSON: exact, safe to open, streamed."""

import csv
import io
import json
import tracemalloc
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import making

from avtalskalk import api
from avtalskalk.diagnostics import Diagnostic, Number
from avtalskalk.formats import RECORDS, write_records
from avtalskalk.formats.csv import text_cell
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Note, Statement
from avtalskalk.report.options import Options
from avtalskalk.report.records import Field, Records, Rows
from avtalskalk.report.selection import by_agreement

PLAIN = Options(version="1.2.3")
PORTFOLIO = (
    *making.spadbarn(),
    *making.lyktan([2023, 2024], 7),
    *making.october(),
    *making.lines_of_their_own(),
    *making.euro(),
)


def written(form: str, statements: Sequence[Statement], options: Options = PLAIN) -> str:
    """A report as text."""
    return api.render(statements, form, options)


def csv_rows(statements: Sequence[Statement], options: Options = PLAIN) -> list[dict[str, str]]:
    """A CSV read back."""
    between = ";" if options.dialect == "excel-sv" else ","
    text = written("csv", statements, options).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text), delimiter=between))


def test_csv_and_json_have_the_same_rows_and_columns() -> None:
    """The same columns in the same order, and the same values."""
    rows = json.loads(written("json", PORTFOLIO))["allocations"]
    table = csv_rows(PORTFOLIO)
    assert [list(row) for row in rows] == [list(row) for row in table]
    as_text = {None: "", True: "true", False: "false"}
    assert [[as_text.get(cell, cell) for cell in row.values()] for row in rows] == [
        list(row.values()) for row in table
    ]


def test_keys_stand_in_the_order_of_the_documentation() -> None:
    """The top level and a row of each kind."""
    found = json.loads(written("json", PORTFOLIO))
    assert list(found) == [
        *("schema", "version", "basis", "options", "inputs", "allocations", "totals", "items"),
        *("missing", "notes", "assumptions", "share_sources", "diagnostics", "skipped"),
    ]
    assert list(found["allocations"][0]) == [
        *("agreement", "year", "from", "to", "item", "line", "basis", "party", "share"),
        *("amount", "currency", "conditional", "source", "complete"),
    ]
    assert list(found["totals"][0]) == [
        *("agreement", "year", "party", "amount", "currency", "conditional", "complete")
    ]
    assert (found["schema"], found["version"]) == ("avtalskalk/statement/1", "1.2.3")


def test_rows_sum_to_the_totals() -> None:
    """What is written sums exactly, by party and year, where no row lacks its amount."""
    found = json.loads(written("json", PORTFOLIO))
    sums: dict[tuple[str, str, str], Fraction] = {}
    incomplete = set()
    for row in found["allocations"]:
        key = row["agreement"], row["year"], row["party"]
        assert row["complete"] == (row["amount"] is not None)
        if row["complete"]:
            sums[key] = sums.get(key, Fraction(0)) + Fraction(row["amount"])
        else:
            incomplete.add(key)
    for total in found["totals"]:
        key = total["agreement"], total["year"], total["party"]
        assert total["complete"] == (total["amount"] is not None) == (key not in incomplete)
        if total["complete"]:
            assert Fraction(total["amount"]) == sums.get(key, 0)


def test_what_is_missing_is_null_and_named() -> None:
    """An incomplete total is null, and what it waits for stands under missing."""
    found = json.loads(written("json", making.spadbarn()))
    assert [total["amount"] for total in found["totals"]] == [None] * 4 + ["957238.00"] * 2
    assert [one["what"] for one in found["missing"]] == [
        "costs.verksamhet.budget.2021",
        "costs.verksamhet.budget.2022",
    ]
    assert [item["amount"] for item in found["items"]] == [None, None, "1914476.00"]


def test_what_years_share_is_said_once() -> None:
    """Inputs, assumptions and diagnostics of an agreement stand once, notes once a year."""
    note = Note("lyktan", "2023", "beyond_end", {"end": Number(1)})
    years = [
        year._replace(
            assumptions=("so it was read",),
            diagnostics=(Diagnostic("AV104"),),
            notes=(note._replace(year=year.year),),
        )
        for year in making.lyktan([2023, 2024])
    ]
    found = json.loads(written("json", years))
    assert found["inputs"] == [{"path": "avtal/lyktan.yaml", "sha256": "0" * 64}]
    assert found["assumptions"] == [
        {"agreement": "lyktan", "text": "so it was read", "years": ["2023", "2024"]}
    ]
    assert [one["code"] for one in found["diagnostics"]] == ["AV104"]
    assert [one["year"] for one in found["notes"]] == ["2023", "2024"]


def test_without_totals() -> None:
    """``--no-totals`` leaves them out."""
    assert json.loads(written("json", PORTFOLIO, PLAIN._replace(totals=False)))["totals"] == []


@pytest.mark.parametrize("by", ["party", "agreement", "item", "period"])
@pytest.mark.parametrize("dialect", ["plain", "excel-sv"])
def test_grouped_totals(by: str, dialect: str) -> None:
    """By any dimension CSV and JSON have the same rows, and JSON no allocations."""
    options = PLAIN._replace(by=by, dialect=dialect)  # type: ignore[arg-type]
    found = json.loads(written("json", PORTFOLIO, options))
    assert found["allocations"] == found["items"] == []
    known = [one["amount"] for one in found["totals"]]
    shown = [row["amount"].replace(",", ".") or None for row in csv_rows(PORTFOLIO, options)]
    assert shown == known
    assert None in known


def test_excel_in_swedish() -> None:
    """Semicolons, decimal commas, shares as decimals, and the mark Excel looks for."""
    options = PLAIN._replace(dialect="excel-sv")
    text = written("csv", making.euro(), options)
    assert text.startswith("\ufeffagreement;year;")
    first, second = csv_rows(making.euro(), options)
    assert (first["share"], first["amount"]) == ("0,333333333333", "33333,33")
    assert (second["share"], second["amount"]) == ("0,666666666667", "66666,67")
    own = csv_rows(making.lines_of_their_own(), options)[2]
    assert (own["line"], own["share"], own["amount"]) == ("surcharge", "", "30000,00")
    assert "\r" not in text


@pytest.mark.parametrize("form", RECORDS)
@pytest.mark.parametrize("row", [("a",), ("a", 1, 2)])
def test_a_row_has_a_value_for_every_column(form: str, row: tuple[object, ...]) -> None:
    """A row that is too short or too long is refused, and never written askew."""
    columns = (Field("name"), Field("amount", "money"))
    records = Records("x/1", {}, {"rows": columns}, [Rows("rows", [row], "SEK")], main="rows")
    with pytest.raises(ValueError, match="zip"):
        list(write_records(form, records, PLAIN))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain", "plain"),
        ("åäö 漢", "åäö 漢"),
        ("=1+1", "'=1+1"),
        ("+46", "'+46"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", '"\'\tx"'),
        ('say "no"', '"say ""no"""'),
        ("a,b", '"a,b"'),
        ("a;b", '"a;b"'),
        ("a\nb", '"a\nb"'),
        ("＝1", "'＝1"),  # noqa: RUF001
        ("", ""),
    ],
)
def test_cells_are_quoted_and_never_run(text: str, cell: str) -> None:
    """What a spreadsheet would run as a formula is only text."""
    assert text_cell(text) == cell


@given(st.text(max_size=20))
def test_any_text_survives(text: str) -> None:
    """Ids and sources of any kind are read back as they were, but for the apostrophe."""
    one = making.heading()._replace(agreement=text)
    rows = [making.row(one, 2024, text, "kommunen", -5, Fraction(1, 2), source=text)]
    year = Statement(one, "2024", "budget", rows=tuple(rows))
    try:
        text.encode()
    except UnicodeEncodeError:
        assert json.loads(written("json", [year]))
        return
    (found,) = json.loads(written("json", [year]))["allocations"]
    assert found["source"] == found["agreement"] == text
    assert found["amount"] == "-0.05"


def test_many_files_take_no_more_memory() -> None:
    """Statements are let go as they come: ten times as many need no more at a time."""
    years = [
        year._replace(heading=year.heading._replace(agreement=f"x{place}"))
        for place in range(20)
        for year in making.lyktan(range(2020, 2025))
    ]

    def peak(rounds: int, form: str) -> int:
        tracemalloc.start()
        statements = (year for _ in range(rounds) for year in years)
        with Spool() as waiting:
            waiting.extend(api.write_statements(by_agreement(statements), form, PLAIN))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    for form in ("csv", "json"):
        assert peak(20, form) < peak(5, form) + 500_000


def test_shares_are_exact() -> None:
    """A share that no decimals write is a fraction."""
    rows = csv_rows(making.euro())
    assert [row["share"] for row in rows] == ["1/3", "2/3"]
