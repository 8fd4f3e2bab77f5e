"""A schedule: parties down and costs across; it adds up both ways in every unit."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import PROJECT

from avtalskalk import api
from avtalskalk.money import half_up
from avtalskalk.report.document import Table
from avtalskalk.report.options import Options, Unit
from avtalskalk.report.schedule import schedule_table

PARTIES, ITEMS = 12, 6
STEPS: dict[Unit, int] = {"kr": 100, "tkr": 100_000, "mkr": 10_000_000}


def values(table: Table) -> list[tuple[object, ...]]:
    """What the cells of a table hold."""
    return [tuple(cell.value for cell in row.cells) for row in table.rows]


def test_parties_and_items() -> None:
    """2024 in the example: 70 and 30 % of 10.5 and 0.5 million, and -100 000 carried."""
    (statement,) = api.calculate(PROJECT / "examples" / "settlement.yaml", [2024])
    table = schedule_table([statement], Options("sv"))
    assert [column.title for column in table.columns] == [
        "", "Utryckning", "Brandstationen", "Överfört från tidigare år", "Summa",
    ]  # fmt: skip
    assert values(table) == [
        ("Stora kommun", 735000000, 35000000, -7000000, 763000000),
        ("Lilla kommun", 315000000, 15000000, -3000000, 327000000),
        ("Summa", 1050000000, 50000000, -10000000, 1090000000),
    ]


def test_a_missing_item_leaves_its_sums_missing(tmp_path: Path) -> None:
    """One item without its figure: its column and every sum over it are missing, the rest not."""
    path = tmp_path / "lyktan.yaml"
    path.write_text(
        "avtalskalk: 1\nid: lyktan\ntitle: Lyktan\nparties: {a: Anna, b: Bo}\n"
        "periods: [{from: 2024-01-01, to: 2024-12-31, split: equal}]\n"
        "costs: {drift: {budget: {2024: 100 kr}}, lokal: {actual: {2024: 3 kr}}}\n"
    )
    (statement,) = api.calculate(path, [2024])
    assert values(schedule_table([statement], Options("en"))) == [
        ("Anna", 5000, None, None), ("Bo", 5000, None, None), ("Total", 10000, None, None),
    ]  # fmt: skip


amounts = st.lists(st.integers(-(10**9), 10**10), min_size=ITEMS, max_size=ITEMS)
weights = st.lists(st.integers(1, 1000), min_size=PARTIES, max_size=PARTIES)


@settings(max_examples=25, deadline=None)
@given(amounts=amounts, weights=weights, unit=st.sampled_from(sorted(STEPS)))
@pytest.mark.slow
def test_rounded_it_adds_up_both_ways(
    tmp_path_factory: pytest.TempPathFactory, amounts: list[int], weights: list[int], unit: Unit
) -> None:
    """Each row and column sums, the grand total is the exact one rounded, each cell is near."""
    path = tmp_path_factory.mktemp("schedule") / "a.yaml"
    parts = {f"p{number}": weight for number, weight in enumerate(weights)}
    costs = "".join(
        f"  c{number}: {{budget: {{2024: {minor // 100}.{minor % 100:02} kr}}}}\n"
        for number, minor in enumerate(amounts)
    )
    path.write_text(
        "avtalskalk: 1\nid: a\ntitle: A\nparties: {"
        + ", ".join(f"{party}: {party}" for party in parts)
        + "}\nperiods:\n  - from: 2024-01-01\n    to: 2024-12-31\n    split: {parts: {"
        + ", ".join(f"{party}: {weight}" for party, weight in parts.items())
        + f"}}}}\ncosts:\n{costs}"
    )
    (statement,) = api.calculate(path, [2024])
    exact = [[0] * ITEMS for _ in range(PARTIES)]
    for row in statement.rows:
        exact[int(row.party[1:])][int(row.item[1:])] += row.amount
    table = schedule_table([statement], Options("en", unit=unit))
    grid = [[int(str(value)) for value in row[1:]] for row in values(table)]
    step, (*parties, total) = STEPS[unit], grid
    for *cells, row_sum in grid:
        assert sum(cells) == row_sum
    assert [sum(column) for column in zip(*parties, strict=True)] == total
    assert total[-1] == half_up(sum(map(sum, exact)), step) * step
    for shown, amounts_of_party in zip(parties, exact, strict=True):
        for rounded, minor in zip(shown, amounts_of_party, strict=False):
            assert rounded % step == 0
            assert abs(rounded - minor) < step
