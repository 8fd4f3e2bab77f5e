"""Ownership, cost and risk shares are shown beside each other, and none is used for another."""

from datetime import date
from typing import Any

from tests.rules.test_rules import whole

from avtalskalk.checks.validation import examine
from avtalskalk.features.show.agreement_record import described
from avtalskalk.formats.cells import cell_text
from avtalskalk.report.agreement_text import describe
from avtalskalk.report.document import Table


def grid(given: dict[str, Any], today: date | None = None) -> list[list[str]]:
    """The headings and rows of the table that a description has."""
    agreement, diagnostics, _ = examine(whole(given))
    assert agreement is not None, diagnostics
    sections = describe(agreement, "en", today).sections
    tables = [one for each in sections for one in each.blocks if isinstance(one, Table)]
    rows = [
        [cell_text(*pair, "en") for pair in zip(row.cells, table.columns, strict=True)]
        for table in tables
        for row in table.rows
    ]
    return [[column.title for column in table.columns] for table in tables] + rows


COSTS = {"drift": {"amount": "100"}}
SHARES = {"ownership": {"a": "26.86 %", "b": "rest"}, "risk": {"a": "90 %", "c": "10 %"}}


def test_kinds_of_shares_stand_beside_each_other() -> None:
    """The cost shares first, then each of the agreement's own in the file's order."""
    assert grid({"split": "equal", "shares": SHARES, "costs": COSTS}) == [
        ["Party", "cost", "ownership", "risk"],
        ["A", "1/3", "26.86%", "90%"],
        ["B", "1/3", "73.14%", "–"],
        ["C", "1/3", "–", "10%"],
    ]


def test_what_depends_on_the_amount_is_a_dash() -> None:
    """Steps have no shares of their own, and a key without figures none yet."""
    steps = {"steps": [{"first": "5", "split": {"a": "100 %"}}, {"rest": "equal"}]}
    keys = {"n": {"values": {"2019": {"a": "1", "b": "1", "c": "1"}}}}
    shares = {"ownership": {"a": "100 %"}, "later": {"by": "n"}}
    found = grid({"split": steps, "shares": shares, "keys": keys, "costs": COSTS})
    assert found[1] == ["A", "–", "100%", "–"]


def test_shares_are_those_of_today() -> None:
    """Shares that change are those of today, where the agreement is in force then."""
    given = {
        "periods": [
            {"from": "2024-01-01", "split": {"a": {"2024": "70 %", "2026": "50 %"}, "b": "rest"}}
        ],
        "shares": {"ownership": {"a": "100 %"}},
        "costs": COSTS,
    }
    assert grid(given, date(2027, 5, 1))[1] == ["A", "50%", "100%"]
    assert grid(given, date(2019, 5, 1))[1] == ["A", "70%", "100%"]


def test_no_table_without_other_shares() -> None:
    """An agreement of cost shares alone says them once."""
    assert grid({"split": "equal", "costs": COSTS}) == []


def test_without_cost_shares_the_others_stand_alone() -> None:
    """Where nothing is split, only the agreement's own shares are shown."""
    given = {
        "shares": {"ownership": {"a": "100 %"}},
        "costs": {"x": {"amounts": {"2024": {"a": "1"}}}},
    }
    assert grid(given)[0] == ["Party", "ownership"]


def test_a_program_gets_the_table_too() -> None:
    """The description for a program has the table's headings and rows."""
    agreement, _, _ = examine(whole({"split": "equal", "shares": SHARES, "costs": COSTS}))
    assert agreement is not None
    blocks = described(agreement)["description"]["en"]  # type: ignore[index]
    (table,) = (one for one in blocks if "table" in one)
    assert table["columns"] == ["Party", "cost", "ownership", "risk"]
    assert table["rows"][1] == ["B", "1/3", "73.14%", "–"]
