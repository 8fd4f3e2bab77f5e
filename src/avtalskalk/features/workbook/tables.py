"""A table by size as formulas: a size's row, or how much of the size is in each."""

from collections.abc import Sequence
from fractions import Fraction

from avtalskalk.features.workbook.expression import (
    Expression,
    choose,
    constant,
    greatest,
    least,
)
from avtalskalk.model.tables import Rows


def brackets(table: Rows, size: Expression, values: Sequence[Expression]) -> list[Expression]:
    """How much of a size is in each row of a scale, times the row's value."""
    parts: list[Expression] = []
    bottom = Fraction(0)
    for row, value in zip(table, values, strict=True):
        reached = size if row.bound is None else least([size, constant(row.bound)])
        parts.append(greatest([reached - constant(bottom), constant(0)]) * value)
        bottom = row.bound or bottom
    return parts


def by_row(table: Rows, size: Expression, values: Sequence[Expression]) -> Expression:
    """The value of the row that a size falls in."""
    chosen = values[-1]
    for row, value in reversed([*zip(table[:-1], values[:-1], strict=True)]):
        if row.below is not None:
            chosen = choose(size < constant(row.below), value, chosen)
        elif row.up_to is not None:
            chosen = choose(size <= constant(row.up_to), value, chosen)
    return chosen
