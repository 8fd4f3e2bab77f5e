"""A difference as a bar from a middle line: to the left pays less, to the right pays more."""

from fractions import Fraction

from avtalskalk.money import half_up

_AXIS = "│"
_WHOLE, _LEFT_END, _RIGHT_END = "█", "▐", "▌"


def bar(value: Fraction, columns: int) -> str:
    """A value from -1 to 1 as a bar in an odd number of columns, drawn in halves of a column.

    What is not zero is at least a half.
    """
    side = columns // 2
    halves = half_up(abs(value.numerator) * 2 * side, value.denominator)
    whole, half = divmod(max(halves, 1) if value else 0, 2)
    if value < 0:
        return f"{_LEFT_END * half}{_WHOLE * whole}".rjust(side) + _AXIS + " " * side
    return " " * side + _AXIS + f"{_WHOLE * whole}{_RIGHT_END * half}".ljust(side)


def title(columns: int) -> str:
    """What stands above bars: less to the left, more to the right."""
    side = columns // 2
    return "-".center(side) + _AXIS + "+".center(side)
