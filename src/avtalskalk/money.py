"""Whole minor units of money, split and rounded: the only module that does either.

Every amount is a whole number of the currency's smallest unit (öre), or an exact
fraction of it written as a numerator over a common denominator.  No float comes near.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm


def half_up(numerator: int, denominator: int, unit: int = 1) -> int:
    """Round an exact amount to the nearest multiple of a unit, halves away from zero.

    The amount is ``numerator / denominator`` (denominator above zero), the unit a whole
    number of minor units; so is the result.
    """
    size = denominator * unit
    steps = (2 * abs(numerator) + size) // (2 * size)
    return -steps * unit if numerator < 0 else steps * unit


def nearest(value: Fraction, unit: Fraction | int) -> Fraction:
    """An exact number rounded to the nearest multiple of a unit, halves away from zero."""
    steps = value / unit
    return half_up(steps.numerator, steps.denominator) * Fraction(unit)


def up(numerator: int, denominator: int, unit: int = 1) -> int:
    """Round an exact amount away from zero to a multiple of a unit; shapes as `half_up`."""
    size = denominator * unit
    steps = -(-abs(numerator) // size)
    return -steps * unit if numerator < 0 else steps * unit


def largest_remainder(
    parts: Sequence[int], denominator: int, unit: int = 1, total: int | None = None
) -> list[int]:
    """Round exact parts to multiples of a unit so that they sum to their rounded total.

    ``parts`` are numerators over ``denominator``, in minor units.  Each part is cut down,
    and what is then missing of the total (the parts' sum, itself rounded half up, unless
    ``total`` is given) goes unit by unit to the parts that lost most, the first of equals.
    A negative sum is rounded as a positive one and turned back.  A part of zero stays zero.
    """
    if sum(parts) < 0:
        opposite = None if total is None else -total
        mirrored = largest_remainder([-part for part in parts], denominator, unit, opposite)
        return [-part for part in mirrored]
    size = denominator * unit
    rounded: list[int] = []
    lost: list[int] = []
    for part in parts:
        whole, rest = divmod(part, size)
        rounded.append(whole)
        lost.append(rest)
    # What was cut off is a small number, and its sum says what is missing of the rounded total.
    left = (2 * sum(lost) + size) // (2 * size) if total is None else total // unit - sum(rounded)
    if left == 1 and any(lost):
        # As below, for what is most usual: one unit, to the first of those that lost most.
        rounded[lost.index(max(lost))] += 1
    elif left:
        order = sorted((-rest, place) for place, rest in enumerate(lost) if parts[place])
        usual = 0 < left <= len(order)
        for _, place in order[:left] if usual else _taken_around(order, left):
            rounded[place] += 1 if left > 0 else -1
    return rounded if unit == 1 else [part * unit for part in rounded]


def _taken_around(order: list[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """The first ``count`` of an order that starts again when it ends (from behind below zero)."""
    if count < 0:
        order, count = order[::-1], -count
    rounds, rest = divmod(count, len(order))
    return order * rounds + order[:rest]


def allocate(total: int, weights: Sequence[int], unit: int = 1) -> list[int]:
    """Split a whole amount by whole weights so that the parts sum to it exactly.

    ``total`` is in minor units and rounded half up to the unit first; weights are zero or
    above with a sum above zero.  Largest remainder, ties to the first: 103 at 70/30 gives
    72 and 31; 10000 on three equal weights gives 3334, 3333, 3333; a weight of zero gives
    zero; a negative total mirrors the positive one.
    """
    if min(weights) < 0 or not any(weights):
        message = "weights must be zero or above and not all zero"
        raise ValueError(message)
    return largest_remainder([total * weight for weight in weights], sum(weights), unit)


def common(fractions: Sequence[Fraction | int]) -> tuple[list[int], int]:
    """Write fractions as numerators over their least common denominator."""
    ratios = [fraction.as_integer_ratio() for fraction in fractions]
    denominator = lcm(*[under for _, under in ratios])
    return [over * (denominator // under) for over, under in ratios], denominator


def rounded(
    parts: Sequence[int], denominator: int, unit: int, method: str, rest_to: int | None = None
) -> list[int]:
    """Round exact parts to a unit by a named method; shapes as `largest_remainder`.

    ``half_up`` and ``up`` round each part for itself, so the sum may change.  With ``rest_to``
    (a place among the parts) the others are rounded half up and that one takes what is left
    of the rounded sum; where its part is zero it takes nothing, and the largest remainder rules.
    """
    if rest_to is not None:
        if not parts[rest_to]:
            return largest_remainder(parts, denominator, unit)
        result = [half_up(part, denominator, unit) for part in parts]
        result[rest_to] += half_up(sum(parts), denominator, unit) - sum(result)
        return result
    if method == "half_up":
        return [half_up(part, denominator, unit) for part in parts]
    if method == "up":
        return [up(part, denominator, unit) for part in parts]
    return largest_remainder(parts, denominator, unit)
