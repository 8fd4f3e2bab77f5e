"""A table in thousands adds up, or has each figure's nearest; either way it says so below."""

from hypothesis import given
from tests import making
from tests.report.test_views import statements

from avtalskalk.model.statement import Statement
from avtalskalk.report.adding_up import add_up
from avtalskalk.report.document import Cell, Column, Row, Table
from avtalskalk.report.figures import year_figures
from avtalskalk.report.options import Options
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.scale import scale
from avtalskalk.report.statement_view import agreement_table

KR = scale("SEK", "kr", [])


def grid(rows: list[list[int]]) -> Table:
    """A table of amounts without names."""
    columns = [Column("", "money")] * len(rows[0])
    return Table("", tuple(columns), tuple(Row(tuple(map(Cell, row))) for row in rows))


def values(table: Table) -> list[list[object]]:
    """What the cells hold."""
    return [[cell.value for cell in row.cells] for row in table.rows]


def thirds(step: int) -> Table:
    """Three times 0.40 kr and their sum, 1.20 kr."""
    rounded = add_up([[40], [40], [40]], step)
    return grid([*rounded.cells, [rounded.total]])


def test_a_table_that_adds_up_says_how_many_are_not_the_nearest() -> None:
    """0.40 thrice is 1.20, shown as 1: one part is 1 and not 0, so 1 of 4 is not the nearest."""
    table = in_unit(thirds, KR, [40], Options("sv"))
    assert values(table) == [[100], [0], [0], [100]]
    text = "Avrundat åt andra hållet för att tabellen ska summera: 1 av 4 belopp."
    assert table.notes[1:] == (text,)


def test_plain_rounding_takes_each_amount_alone() -> None:
    """0.40 is 0 and 1.20 is 1, so the parts are 0 and their sum 1, and the table says why."""
    table = in_unit(thirds, KR, [40], Options("en", rounding="plain"))
    assert values(table) == [[0], [0], [0], [100]]
    (text,) = table.notes
    assert text.startswith("Rounded to whole SEK, each amount separately, so sums may differ in")


def test_nothing_is_said_where_all_are_the_nearest_or_exact() -> None:
    """0.20, 0.90 and 1.10 are nearest 0, 1 and 1, which adds up; whole amounts are not rounded."""

    def table(step: int) -> Table:
        rounded = add_up([[20], [90]], step)
        return grid([*rounded.cells, [rounded.total]])

    assert len(in_unit(table, KR, [20, 90], Options("sv")).notes) == 1
    assert in_unit(table, KR, [200, 900], Options("sv")).notes == ()


def test_subtotals_both_ways_that_cannot_be_done_are_told() -> None:
    """Halves at 1·2, 2·1, 2·3 and 3·1, the first two rows and columns summed: no way is near.

    Row 2 and column 1 are 1, so 2·3 and 3·1 are both 1 less 2·1, and 1·2 is too since the corner
    is 1; then all are 3 less twice 2·1, which is 1 or 3, where the total is 2.
    """
    exact = [[0, 50, 0], [50, 0, 50], [50, 0, 0]]

    def table(step: int) -> Table:
        rows = add_up(exact, step).cells
        rows = [*rows[:2], [sum(pair) for pair in zip(*rows[:2], strict=True)], rows[2]]
        rows.append([sum(pair) for pair in zip(*rows[2:], strict=True)])
        return grid([[*row[:2], sum(row[:2]), row[2], sum(row)] for row in rows])

    (_, *said) = in_unit(table, KR, [50], Options("en")).notes
    assert said[-1] == (
        "The table cannot add up in all directions with every amount within one unit of the exact "
        "one: 1 of 25 amounts are further away."
    )


@given(statements())
def test_a_year_has_the_same_figures_alone_and_beside_others(years: list[Statement]) -> None:
    """What is shown by days in one table is in the other their sum, and each is near."""
    step = 100_000
    for year in years:
        rounded, exact = year_figures(year, step), year_figures(year)
        for key, figure in rounded.items():
            if figure.amount is not None:
                assert abs(figure.amount - (exact[key].amount or 0)) < step
        for key in rounded:
            parts = [
                part.amount
                for other, part in rounded.items()
                if other.days and key.line and other._replace(days=None) == key
            ]
            if parts and None not in [*parts, rounded[key].amount]:
                assert sum(part or 0 for part in parts) == rounded[key].amount


def test_shares_have_the_decimals_asked_for() -> None:
    """1/3 as it is read at a glance, and with one decimal; without, nothing is forced."""
    (year,) = making.spadbarn()[2:]
    shares = [
        [column.places for column in agreement_table([year], Options("sv", decimals=n)).columns]
        for n in (None, 0, 3)
    ]
    assert shares == [[None, None, None], [None, 0, None], [None, 3, None]]
