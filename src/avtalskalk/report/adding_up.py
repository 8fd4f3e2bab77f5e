"""Rounding a whole table so that every row and every column still adds up.

Each figure, sums too, is cut down or rounded up to a multiple of the unit, never further, so it
stays within one unit of the exact one and exact multiples stay as they are.  Which go up is the
cheapest flow through a network: from the grand total through a column, the column's part of a
group, a cell, its row and the row's group, and round again.  The exact table is such a flow, so
there is one in whole units (Cox, "A constructive procedure for unbiased controlled rounding",
1987).
"""

from collections import Counter
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple


class Rounded(NamedTuple):
    """A rounded table in minor units: cells, sums of rows, groups of rows and columns, and all.

    ``parts`` are the columns' sums over each group of rows.
    """

    cells: list[list[int]]
    parts: list[list[int]]
    rows: list[int]
    groups: list[int]
    columns: list[int]
    total: int


class Arc(NamedTuple):
    """One figure of a table: it is part of two sums, once on each side.

    ``weight`` is how much it matters that it moves little.
    """

    tail: int
    head: int
    amount: int
    weight: int


def add_up(
    cells: Sequence[Sequence[int | None]], unit: int, groups: Sequence[int] | None = None
) -> Rounded:
    """Round a table of minor units to multiples of a unit; None counts as nothing.

    ``groups`` says which group each row belongs to, from 0 on without gaps (default: each row is
    its own).  Of all ways that add up, the one is taken that moves the grand total least, then
    the sums of columns and groups, then those of rows and of columns' parts, then the cells.
    """
    exact = [[cell or 0 for cell in row] for row in cells]
    grouped = list(groups or range(len(exact)))
    rounded = iter(cheapest(figures(exact, grouped, unit), unit))
    shown = [[next(rounded) for _ in row] for row in exact]
    parts = [
        [next(rounded) for _ in exact[0]] if count > 1 else shown[grouped.index(group)]
        for group, count in sorted(Counter(grouped).items())
    ]
    return Rounded(
        shown,
        parts,
        [next(rounded) for _ in exact],
        [next(rounded) for _ in parts],
        [next(rounded) for _ in (exact or [[]])[0]],
        next(rounded),
    )


def figures(exact: Sequence[Sequence[int]], groups: Sequence[int], unit: int) -> list[Arc]:
    """A table's cells, parts, sums of rows, groups and columns, and grand total, as arcs.

    Parts are those of groups of several rows; of others they are the cells.  One sum weighs more
    than all that is below it together.
    """
    columns = list(zip(*exact, strict=True))
    by_group = [[0] * len(columns) for _ in range(max(groups, default=-1) + 1)]
    for row, group in zip(exact, groups, strict=True):
        by_group[group] = [sum(pair) for pair in zip(by_group[group], row, strict=True)]
    several = [group for group, count in sorted(Counter(groups).items()) if count > 1]
    first_row, first_group = 2, 2 + len(exact)
    first_column = first_group + len(by_group)
    # Where the cells of each group come from: its parts, or the columns themselves.
    first_part = dict.fromkeys(range(len(by_group)), first_column)
    for place, group in enumerate(several, 1):
        first_part[group] = first_column + place * len(columns)
    most = 2 * unit + 1
    cell = 1
    row_sum = 1 + len(exact) * len(columns) * cell * most
    side = row_sum * (1 + (len(exact) + len(several) * len(columns)) * most)
    total = side * (1 + (len(by_group) + len(columns)) * most)
    return [
        *(
            Arc(first_part[groups[r]] + c, first_row + r, amount, cell)
            for r, row in enumerate(exact)
            for c, amount in enumerate(row)
        ),
        *(
            Arc(first_column + c, first_part[group] + c, amount, row_sum)
            for group in several
            for c, amount in enumerate(by_group[group])
        ),
        *(
            Arc(first_row + r, first_group + groups[r], sum(row), row_sum)
            for r, row in enumerate(exact)
        ),
        *(Arc(first_group + g, 0, sum(parts), side) for g, parts in enumerate(by_group)),
        *(Arc(1, first_column + c, sum(column), side) for c, column in enumerate(columns)),
        Arc(0, 1, sum(map(sum, exact)), total),
    ]


def cheapest(arcs: Sequence[Arc], unit: int) -> list[int]:
    """The figures rounded so that what flows into each node flows out of it, at the least cost."""
    costs = [cost_of_up(arc, unit, place, len(arcs)) for place, arc in enumerate(arcs)]
    up = [cost is not None and cost < 0 for cost in costs]
    excess = [0] * (1 + max(max(arc.tail, arc.head) for arc in arcs))
    around: list[list[int]] = [[] for _ in excess]
    for place, arc in enumerate(arcs):
        units = arc.amount // unit + up[place]
        excess[arc.head] += units
        excess[arc.tail] -= units
        if costs[place] is not None:
            around[arc.tail].append(place)
            around[arc.head].append(place)
    prices = [cost or 0 for cost in costs]
    network = _Network(arcs, prices, up, around, [0] * (len(excess) + 2))
    for _ in range(sum(units for units in excess if units > 0)):
        start, end, path = _shortest(network, excess)
        for place in path:
            up[place] = not up[place]
        excess[start] -= 1
        excess[end] += 1
    return [(arc.amount // unit + up[place]) * unit for place, arc in enumerate(arcs)]


def cost_of_up(figure: Arc, unit: int, place: int, count: int) -> int | None:
    """What it costs to round a figure up instead of down; None where it need not be rounded.

    Halves are equally near both ways: then they go away from zero, the first figures first.
    Without its weight and the order, the cost is at least 1 and at most ``2 * unit + 1``.
    """
    rest = figure.amount % unit
    if not rest:
        return None
    away = 1 if figure.amount > 0 else -1
    nearness = figure.weight * (2 * (unit - 2 * rest) - away)
    return nearness * count * count - away * (count - place)


class _Network(NamedTuple):
    """What is searched: arcs, what each costs, which are up, and which touch a node.

    ``level`` is how far the searches have lifted each node, and last the source of all that is
    too much and the sink of all that is too little.  Measured from level to level no step costs
    less than nothing, so the nearest node is always done first (Edmonds and Karp, 1972).
    """

    arcs: Sequence[Arc]
    costs: Sequence[int]
    up: Sequence[bool]
    around: Sequence[Sequence[int]]
    level: list[int]


def _shortest(network: _Network, excess: Sequence[int]) -> tuple[int, int, list[int]]:
    """The cheapest way from a node with too much to one with too little, and what it turns."""
    came, done, (distance, end) = _search(network, excess)
    for node, before in done.items():
        network.level[node] += before - distance
    network.level[len(excess)] -= distance
    node, path = end, []
    while node in came:
        path.append(came[node])
        arc = network.arcs[came[node]]
        node = arc.head if network.up[came[node]] else arc.tail
    return node, end, path


def _search(
    network: _Network, excess: Sequence[int]
) -> tuple[dict[int, int], dict[int, int], tuple[int, int]]:
    """How each node is come to, how far those that are done are, and how far which end is.

    A figure that is down can be gone through forwards, one that is up only back, for what that
    saves.  Distances are from level to level.
    """
    arcs, costs, up, around, level = network
    source, sink = level[-2], level[-1]
    known = {node: source - level[node] for node, units in enumerate(excess) if units > 0}
    came: dict[int, int] = {}
    done: dict[int, int] = {}
    ends: list[tuple[int, int]] = []
    waiting = [(distance, node) for node, distance in known.items()]
    heapify(waiting)
    while not ends or (waiting and waiting[0] < ends[0]):
        distance, node = heappop(waiting)
        if node in done:
            continue
        done[node] = distance
        here = distance + level[node]
        if excess[node] < 0:
            heappush(ends, (here - sink, node))
        for place in around[node]:
            tail, head, _, _ = arcs[place]
            neighbour = tail if up[place] else head
            if neighbour == node or neighbour in done:
                continue
            length = here + (-costs[place] if up[place] else costs[place]) - level[neighbour]
            if neighbour not in known or length < known[neighbour]:
                known[neighbour], came[neighbour] = length, place
                heappush(waiting, (length, neighbour))
    return came, done, ends[0]
