"""A rounded table adds up, stays near, and is the nearest that does."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from avtalskalk.report.adding_up import Arc, Rounded, add_up, cheapest, cost_of_up, figures

units = st.sampled_from([1, 2, 3, 10, 100, 100_000])


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[int]], list[int], int]:
    """A table of amounts around the unit, its rows in groups, and the unit."""
    width, height = draw(st.integers(1, 5)), draw(st.integers(1, 6))
    unit = draw(units)
    amount = st.integers(-5 * unit, 8 * unit) | st.just(0) | st.integers(-(10**17), 10**17)
    row = st.lists(amount, min_size=width, max_size=width)
    cells = draw(st.lists(row, min_size=height, max_size=height))
    groups = [0]
    for _ in range(height - 1):
        groups.append(groups[-1] + draw(st.integers(0, 1)))
    return cells, groups, unit


@given(tables())
def test_rows_groups_and_columns_add_up(table: tuple[list[list[int]], list[int], int]) -> None:
    """Every sum is the sum of what is shown."""
    cells, groups, unit = table
    rounded = add_up(cells, unit, groups)
    assert rounded.rows == [sum(row) for row in rounded.cells]
    assert rounded.columns == [sum(column) for column in zip(*rounded.cells, strict=True)]
    assert rounded.groups == [
        sum(row for row, group in zip(rounded.rows, groups, strict=True) if group == wanted)
        for wanted in range(groups[-1] + 1)
    ]
    assert rounded.parts == [
        [
            sum(
                row[place]
                for row, group in zip(rounded.cells, groups, strict=True)
                if group == wanted
            )
            for place in range(len(cells[0]))
        ]
        for wanted in range(groups[-1] + 1)
    ]
    assert rounded.total == sum(rounded.groups) == sum(rounded.columns)


@given(tables())
def test_every_figure_is_within_one_unit(table: tuple[list[list[int]], list[int], int]) -> None:
    """Figures are multiples of the unit, and those that were so already are as they were."""
    cells, groups, unit = table
    arcs = figures(cells, groups, unit)
    for arc, shown in zip(arcs, cheapest(arcs, unit), strict=True):
        assert shown % unit == 0
        assert abs(shown - arc.amount) < unit
        assert shown == arc.amount or arc.amount % unit


@given(tables())
def test_the_grand_total_is_rounded_half_up(
    table: tuple[list[list[int]], list[int], int],
) -> None:
    """What matters most is rounded as anyone would."""
    cells, groups, unit = table
    exact = sum(map(sum, cells))
    half_up = (2 * abs(exact) + unit) // (2 * unit) * unit
    assert add_up(cells, unit, groups).total == (half_up if exact > 0 else -half_up)


@given(tables())
def test_no_other_way_is_cheaper(table: tuple[list[list[int]], list[int], int]) -> None:
    """The flow costs as little as the one networkx finds."""
    cells, groups, unit = table
    arcs = figures(cells, groups, unit)
    ups = [shown > arc.amount for arc, shown in zip(arcs, cheapest(arcs, unit), strict=True)]
    costs = [cost_of_up(arc, unit, place, len(arcs)) for place, arc in enumerate(arcs)]
    paid = sum(cost for cost, up in zip(costs, ups, strict=True) if up and cost is not None)
    assert paid == least(arcs, costs, unit)


def least(arcs: list[Arc], costs: list[int | None], unit: int) -> int:
    """The least cost of going up that balances every node, by network simplex."""
    graph = nx.MultiDiGraph()
    demand: dict[int, int] = {}
    for arc, cost in zip(arcs, costs, strict=True):
        demand[arc.head] = demand.get(arc.head, 0) - arc.amount // unit
        demand[arc.tail] = demand.get(arc.tail, 0) + arc.amount // unit
        if cost is not None:
            graph.add_edge(arc.tail, arc.head, capacity=1, weight=cost)
    graph.add_nodes_from((node, {"demand": units}) for node, units in demand.items())
    cost, _ = nx.network_simplex(graph)
    return int(cost)


@given(tables())
def test_negative_tables_mirror_positive_ones(
    table: tuple[list[list[int]], list[int], int],
) -> None:
    """A table with all signs turned is rounded to the same figures, turned."""
    cells, groups, unit = table
    opposite = [[-cell for cell in row] for row in cells]
    assert add_up(opposite, unit, groups).total == -add_up(cells, unit, groups).total


def test_a_tie_goes_to_the_first() -> None:
    """Two halves share one unit: the first named gets it."""
    assert add_up([[50], [50]], 100).cells == [[100], [0]]
    assert add_up([[-50], [-50]], 100).cells == [[-100], [0]]


def test_what_is_missing_counts_as_nothing() -> None:
    """A missing figure leaves the others to add up among themselves."""
    rounded = add_up([[None, 149], [None, 149]], 100)
    assert rounded.columns == [0, 300]
    assert rounded.cells == [[0, 200], [0, 100]]


def test_an_empty_table() -> None:
    """A table without rows has a total of nothing."""
    assert add_up([], 100) == Rounded([], [], [], [], [], 0)


def test_a_figure_is_not_rounded_to_the_nearest_where_that_would_not_add_up() -> None:
    """Three times 0,40 make 1,20: one of them is shown as 1."""
    assert add_up([[40], [40], [40]], 100).cells == [[100], [0], [0]]
