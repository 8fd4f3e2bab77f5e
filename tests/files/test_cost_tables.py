"""Costs that stand in tables: a budget by item and year, charges by party and year."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from avtalskalk import api
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.files.workspace import Loaded, load

AGREEMENT = """\
avtalskalk: 1
id: x
title: Ett avtal
parties: {{a: Norra kommun, b: {{name: Södra kommun, municipality_code: 1489}}}}
periods: [{{from: 2024-01-01, to: 2025-12-31, split: {{a: 60 %, b: 40 %}}}}]
costs:
  {costs}
"""
BUDGET = """\
Budget 2024

Post;Budget 2024;Budget 2025;Utfall 2024
Drift;1 000,50 kr;1 020;990
Hyra;-200;;
"""
CHARGES = (
    "sep=;\når;kommun;belopp\n2024;Norra kommun;100\n2024;1489 Södra;50,25\n2025;a;0\n2025;b;60\n"
)


def read(folder: Path, costs: str, *, more: str = "", **tables: str) -> Loaded:
    """An agreement with some costs, and the tables beside it."""
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    path = folder / "x.yaml"
    path.write_text(AGREEMENT.format(costs=costs) + more, encoding="utf-8")
    (loaded,) = load([path])
    return loaded


def totals(loaded: Loaded, year: int = 2024, basis: Any = "budget") -> dict[str, int | None]:
    """What each party pays, in öre."""
    (statement,) = api.calculate(loaded, years=[year], basis=basis)
    return {total.party: total.amount for total in statement.totals}


def errors(loaded: Loaded) -> list[tuple[str, object]]:
    """Each finding, and what it names."""
    said = loaded.diagnostics
    return [(d.code, d.arguments.get("name") or d.arguments.get("names")) for d in said]


def test_a_budget_by_item_and_year(tmp_path: Path) -> None:
    """Each item takes its own row, which may be called otherwise, and the columns of `value`."""
    loaded = read(
        tmp_path,
        "drift: {budget: {file: t.csv, value: Budget}, actual: {file: t.csv, value: Utfall}}\n"
        "  lokal: {budget: {file: t.csv, value: Budget, row: Hyra}}",
        t=BUDGET,
    )
    assert errors(loaded) == []
    # 60 % and 40 % of 1 000,50 − 200 = 800,50; each item is rounded: 600,30 − 120 and 400,20 − 80.
    assert totals(loaded) == {"a": 48030, "b": 32020}
    # The year 2025 has no figure for the rent: it is not known.
    assert totals(loaded, 2025) == {"a": None, "b": None}
    assert totals(loaded, 2024, "actual") == {"a": None, "b": None}
    file, line = loaded.file_and_line(("costs", "drift", "budget", "2024"))
    assert (Path(file).name, line) == ("t.csv", 4)
    assert [Path(table.path).name for table in loaded.inputs] == ["x.yaml", "t.csv"]


@pytest.mark.parametrize(
    "table",
    [
        "år;belopp\n2024;100\n2025;200\n",
        "post;2024;2025\ndrift;100;200\nSumma;100;200\n",
        "år;Drift;\n2024;100\n2025;200\n",
        "item;year;amount\nDRIFT;2024;100\nDrift;2025;200\n",
        "Verksamhet;År;Kr\ndrift;2024;100 kr\ndrift;2025;200,00\n",
    ],
)
def test_layouts_of_a_budget(tmp_path: Path, table: str) -> None:
    """A series, years or items in columns, and a row for each figure say the same."""
    loaded = read(tmp_path, "drift: {budget: {file: t.csv}}", t=table)
    assert errors(loaded) == []
    assert totals(loaded) == {"a": 6000, "b": 4000}
    assert totals(loaded, 2025) == {"a": 12000, "b": 8000}


def test_a_list_of_charges(tmp_path: Path) -> None:
    """Parties go by id, name or code; what each pays is its own, and 0 is an amount."""
    loaded = read(tmp_path, "avgift: {amounts: {file: t.csv}, sum: {2024: 150.25}}", t=CHARGES)
    assert errors(loaded) == []
    assert totals(loaded) == {"a": 10000, "b": 5025}
    assert totals(loaded, 2025) == {"a": 0, "b": 6000}


def test_a_sheet_of_a_workbook(tmp_path: Path) -> None:
    """A workbook's sheet by its name."""
    book = Workbook()
    sheet = book.create_sheet("Drift")
    for row in (["post", 2024], ["drift", 100.5]):
        sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    loaded = read(tmp_path, "drift: {budget: {file: t.xlsx, sheet: Drift}}")
    assert totals(loaded) == {"a": 6030, "b": 4020}


@pytest.mark.parametrize(
    ("costs", "table", "expected"),
    [
        ("drift: {budget: {file: t.csv}}", "post;2024\nHyra;5\n", [("AV088", "drift")]),
        ("d: {amounts: {file: t.csv}}", "part;2024\na;5\n", [("AV088", "b")]),
        ("d: {amounts: {file: t.csv}}", "part;2024;2025\na;5;6\nb;7;\n", [("AV088", "b")]),
        (
            "d: {amounts: {file: t.csv}}",
            "part;2024\nNorr;5\n",
            [("AV088", "a"), ("AV088", "b"), ("AV089", ("Norr",))],
        ),
        ("d: {amounts: {file: t.csv}}", "part;2024\na;5\nb;6\nc;7\n", [("AV089", ("c",))]),
        (
            "d: {budget: {file: t.csv}}",
            "post;2024\nd;5\nKaffe;6\nTotal;11\n",
            [("AV089", ("Kaffe",))],
        ),
        ("d: {budget: {file: t.csv}}", "post;2024\nd;5\nD;6\n", [("AV080", None)]),
        ("d: {budget: {file: t.csv}}", "post;belopp\nd;5\n", [("AV074", None)]),
        ("d: {amounts: {file: t.csv}}", "år;belopp\n2024;5\n", [("AV074", None)]),
        ("d: {budget: {file: t.csv}}", "post;Budget 2024;Utfall 2024\nd;5;6\n", [("AV075", None)]),
        ("d: {budget: {file: t.csv, value: Prognos}}", BUDGET, [("AV074", None)]),
        ("d: {budget: {file: t.csv}}", "post;2024\nd;1,234\n", [("AV202", None)]),
        ("d: {budget: {file: t.csv}}", "post;2024\nd;fem\n", [("AV201", None)]),
        ("d: {budget: {file: t.csv}}", "post;2024-03\nd;5\n", [("AV212", None)]),
        ("d: {budget: {file: t.csv, 2024: 5}}", "post;2024\nd;5\n", [("AV291", None)]),
        ("d: {amounts: {file: t.csv, row: e}}", CHARGES, [("AV291", None)]),
        ("d: {budget: {file: t.csv, numbers: 12}}", "post;2024\nd;5\n", [("AV222", None)]),
        ("d: {budget: {file: no.csv}}", "", [("AV050", "no.csv")]),
        ("d: {budget: {file: ../no.csv}}", "", [("AV057", "../no.csv")]),
        ("d: {budget: {file: t.csv}, amount: 5}", "post;2024\nd;5\n", [("AV404", None)]),
    ],
)
def test_what_is_wrong(tmp_path: Path, costs: str, table: str, expected: list[Any]) -> None:
    """Each mistake is said once, and what only follows from it is not."""
    assert errors(read(tmp_path, costs, t=table)) == expected


def test_a_reading_takes_another_table(tmp_path: Path) -> None:
    """A reading may set a cost from a table."""
    loaded = read(
        tmp_path,
        "drift: {budget: {2024: 100}}",
        more="readings: {annan: {title: Annan, set: {costs.drift.budget: {file: t.csv}}}}\n",
        t="post;2024\ndrift;300\n",
    )
    assert errors(loaded) == []
    result = api.readings(loaded, years=[2024])
    assert result is not None
    amounts = [[total.amount for total in statement.totals] for statement in result.statements]
    assert amounts == [[6000, 4000], [18000, 12000]]


def test_a_what_if_on_a_table(tmp_path: Path) -> None:
    """A percentage on a cost from a table; what stands in a table is not saved in the file."""
    loaded = read(tmp_path, "drift: {budget: {file: t.csv}}", t="post;2024\ndrift;100\n")
    what = api.whatif(loaded, [ChangeRequest("cost", "drift", "+10 %")], years=[2024])
    assert [change.path for change in what.changes] == ["costs.drift.budget.2024"]
    assert [change.value for change in what.changes] == ["110"]
    refused = api.saved(what, str(tmp_path / "y.yaml"))
    assert [finding.code for finding in refused if isinstance(finding, Diagnostic)] == ["AV774"]
