"""Where a size falls in a table by size: in one row of it, or a part of it in each."""

from fractions import Fraction

from avtalskalk.model.tables import Rows


def row_of(table: Rows, size: Fraction) -> int:
    """The place of the first row whose bound a size is within; the last row has none."""
    for place, row in enumerate(table):
        if row.below is not None and size < row.below:
            return place
        if row.up_to is not None and size <= row.up_to:
            return place
    return len(table) - 1


def brackets_of(table: Rows, size: Fraction) -> dict[int, Fraction]:
    """How much of a size is in each row of a scale, those that it reaches; the first always."""
    parts: dict[int, Fraction] = {}
    bottom = Fraction(0)
    for place, row in enumerate(table):
        top = row.bound
        parts[place] = size - bottom if top is None else min(size, top) - bottom
        if top is None or size <= top:
            break
        bottom = top
    return parts
