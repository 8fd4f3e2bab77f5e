"""Rounding a whole table so that every row and every column still adds up.

Each figure, sums too, is cut down or rounded up to a multiple of the unit, never further, so it
stays within one unit of the exact one and exact multiples stay as they are.  Which go up is the
cheapest flow through a network: from the grand total through a column, a cell, its row and the
row's group, and round again.  The exact table is such a flow, so there is one in whole units
(Cox, "A constructive procedure for unbiased controlled rounding", 1987).
"""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple


class Rounded(NamedTuple):
    """A rounded table in minor units: cells, sums of rows, groups of rows and columns, and all."""

    cells: list[list[int]]
    rows: list[int]
    groups: list[int]
    columns: list[int]
    total: int


class Figure(NamedTuple):
    """One figure of a table as an arc: it is part of two sums, once on each side.

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
    the sums of columns and groups, then those of rows, then the cells.
    """
    exact = [[cell or 0 for cell in row] for row in cells]
    found = iter(cheapest(figures(exact, groups or range(len(exact)), unit), unit))
    return Rounded(
        [[next(found) for _ in row] for row in exact],
        [next(found) for _ in exact],
        [next(found) for _ in range(max(groups or range(len(exact)), default=-1) + 1)],
        [next(found) for _ in (exact or [[]])[0]],
        next(found),
    )


def figures(exact: Sequence[Sequence[int]], groups: Sequence[int], unit: int) -> list[Figure]:
    """A table's cells, sums of rows, groups and columns, and grand total, as arcs of a network.

    One sum weighs more than all that is below it together.
    """
    columns = list(zip(*exact, strict=True))
    sums = [0] * (max(groups, default=-1) + 1)
    for row, group in zip(exact, groups, strict=True):
        sums[group] += sum(row)
    first_row, first_group = 2, 2 + len(exact)
    first_column = first_group + len(sums)
    most = 2 * unit + 1
    cell = 1
    row_sum = 1 + len(exact) * len(columns) * cell * most
    side = row_sum * (1 + len(exact) * most)
    total = side * (1 + (len(sums) + len(columns)) * most)
    return [
        *(
            Figure(first_column + c, first_row + r, amount, cell)
            for r, row in enumerate(exact)
            for c, amount in enumerate(row)
        ),
        *(
            Figure(first_row + r, first_group + groups[r], sum(row), row_sum)
            for r, row in enumerate(exact)
        ),
        *(Figure(first_group + g, 0, amount, side) for g, amount in enumerate(sums)),
        *(Figure(1, first_column + c, sum(column), side) for c, column in enumerate(columns)),
        Figure(0, 1, sum(sums), total),
    ]


def cheapest(arcs: Sequence[Figure], unit: int) -> list[int]:
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
    while any(excess):
        start, end, path = _shortest(arcs, [cost or 0 for cost in costs], up, excess, around)
        for place in path:
            up[place] = not up[place]
        excess[start] -= 1
        excess[end] += 1
    return [(arc.amount // unit + up[place]) * unit for place, arc in enumerate(arcs)]


def cost_of_up(figure: Figure, unit: int, place: int, count: int) -> int | None:
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


def _shortest(
    arcs: Sequence[Figure],
    costs: Sequence[int],
    up: Sequence[bool],
    excess: Sequence[int],
    around: Sequence[Sequence[int]],
) -> tuple[int, int, list[int]]:
    """The cheapest way from a node with too much to one with too little, and what it turns.

    A figure that is down can be gone through forwards, one that is up only back, for what that
    saves.  Costs may be below zero, but no way round is, so the search ends.
    """
    distance = {node: 0 for node, units in enumerate(excess) if units > 0}
    came: dict[int, int] = {}
    waiting = deque(distance)
    while waiting:
        node = waiting.popleft()
        for place in around[node]:
            arc = arcs[place]
            if (arc.head if up[place] else arc.tail) != node:
                continue
            other = arc.tail if up[place] else arc.head
            length = distance[node] + (-costs[place] if up[place] else costs[place])
            if other not in distance or length < distance[other]:
                distance[other], came[other] = length, place
                waiting.append(other)
    end = min(
        (node for node, units in enumerate(excess) if units < 0 and node in distance),
        key=lambda node: (distance[node], node),
    )
    node, path = end, []
    while node in came:
        path.append(came[node])
        arc = arcs[came[node]]
        node = arc.head if up[came[node]] else arc.tail
    return node, end, path
