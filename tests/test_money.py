"""Money is split and rounded exactly: parts sum to the whole, ties go to the first named."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from avtalskalk.money import allocate, common, half_up, largest_remainder, rounded, up

UNITS = st.sampled_from([1, 50, 100, 10_000, 100_000])
TOTALS = st.integers(-(10**17), 10**17)
WEIGHTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=8).filter(any)
PARTS = st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=8)
DENOMINATORS = st.integers(1, 10**6)
METHODS = st.sampled_from(["largest_remainder", "half_up", "up"])


# --- by hand -------------------------------------------------------------------------------


def test_103_at_70_30_is_72_and_31() -> None:
    """103 x 0.7 = 72.1 and 103 x 0.3 = 30.9: cut to 72 and 30, the odd one to the 0.9."""
    assert allocate(103, [70, 30]) == [72, 31]


def test_a_tie_goes_to_the_first() -> None:
    """100 kr on three is 3333 1/3 öre each: the odd öre goes to the first of equals."""
    assert allocate(10_000, [1, 1, 1]) == [3334, 3333, 3333]


def test_two_odd_units_go_to_the_first_two() -> None:
    """200 on three is 66 2/3 each, cut to 66: the two that are left go to the first two."""
    assert allocate(200, [1, 1, 1]) == [67, 67, 66]


def test_the_greater_loss_goes_before_the_first_place() -> None:
    """100 at 1:2:4 is 14 2/7, 28 4/7, 57 1/7: the odd one goes to the second."""
    assert allocate(100, [1, 2, 4]) == [14, 29, 57]


@pytest.mark.parametrize(
    ("total", "weights", "expected"),
    [
        (-103, [70, 30], [-72, -31]),
        (-10_000, [1, 1, 1], [-3334, -3333, -3333]),
        (-1, [1, 1], [-1, 0]),
    ],
)
def test_a_negative_total_mirrors_the_positive(
    total: int, weights: list[int], expected: list[int]
) -> None:
    """A total below zero is split as the positive one and turned back."""
    assert allocate(total, weights) == expected


def test_a_million_billion_kronor_is_exact() -> None:
    """10^15 kr is 10^17 öre; a third is 33 333 333 333 333 333 1/3, where a float fails."""
    third = 33_333_333_333_333_333
    assert allocate(10**17, [1, 1, 1]) == [third + 1, third, third]


def test_a_weight_of_zero_gets_nothing() -> None:
    """A third of 100 is 33 1/3, and the odd one passes over the first, whose weight is zero."""
    assert allocate(100, [0, 1, 1, 1]) == [0, 34, 33, 33]


def test_a_total_is_rounded_to_the_unit_first() -> None:
    """1 049,50 kr in hundreds is 1 000 kr: on three equal 400, 300 and 300."""
    assert allocate(104_950, [1, 1, 1], 10_000) == [40_000, 30_000, 30_000]


@pytest.mark.parametrize("weights", [[0, 0], [-1, 2], [1, -1]])
def test_weights_below_zero_or_all_zero_are_refused(weights: list[int]) -> None:
    """There is no splitting by nothing, or by less."""
    with pytest.raises(ValueError, match="weights must be zero or above and not all zero"):
        allocate(100, weights)


@pytest.mark.parametrize(
    ("numerator", "denominator", "unit", "expected"),
    [
        (5, 2, 1, 3),  # 2.5
        (-5, 2, 1, -3),
        (7, 3, 1, 2),  # 2.33
        (8, 3, 1, 3),  # 2.67
        (49, 1, 100, 0),
        (50, 1, 100, 100),
        (-50, 1, 100, -100),
        (149, 1, 100, 100),
        (0, 7, 100, 0),
    ],
)
def test_half_up_rounds_halves_away_from_zero(
    numerator: int, denominator: int, unit: int, expected: int
) -> None:
    """An amount goes to the nearest multiple of the unit, a half away from zero."""
    assert half_up(numerator, denominator, unit) == expected


@pytest.mark.parametrize(
    ("numerator", "denominator", "unit", "expected"),
    [
        (1, 10, 1, 1),
        (-1, 10, 1, -1),
        (2, 1, 1, 2),
        (100, 1, 100, 100),
        (101, 1, 100, 200),
        (-101, 1, 100, -200),
        (0, 3, 100, 0),
    ],
)
def test_up_rounds_away_from_zero(
    numerator: int, denominator: int, unit: int, expected: int
) -> None:
    """Whatever is not a multiple of the unit goes to the next one away from zero."""
    assert up(numerator, denominator, unit) == expected


def test_parts_of_both_signs_meet_their_rounded_sum() -> None:
    """10/3 - 4/3 + 2/3 is 8/3, rounded 3: cut down 3, -2 and 0; one each to two that lost 2/3."""
    assert largest_remainder([10, -4, 2], 3) == [3, -1, 1]


@pytest.mark.parametrize(
    ("parts", "total", "expected"),
    [
        ([100, 100, 100], 100, [34, 33, 33]),
        ([100, 100, 100], 103, [35, 34, 34]),  # four above the cut-down 33: around, and one more
        ([100, 100, 100], 99, [33, 33, 33]),
        ([100, 100, 100], 97, [33, 32, 32]),  # two below: from behind
        ([-200, -200, -200], -199, [-67, -66, -66]),
    ],
)
def test_a_total_that_is_given_is_met(parts: list[int], total: int, expected: list[int]) -> None:
    """Thirds are cut down, and what is missing of the total goes around those that lost most."""
    assert largest_remainder(parts, 3, 1, total) == expected


@given(st.lists(st.integers(0, 50), min_size=1, max_size=5), st.integers(1, 20))
def test_what_is_missing_goes_to_those_that_lost_most(parts: list[int], size: int) -> None:
    """Unit by unit, the first of equals first; a part of zero gets none."""
    missing = (2 * sum(parts) + size) // (2 * size) - sum(part // size for part in parts)
    order = sorted(range(len(parts)), key=lambda place: (-(parts[place] % size), place))
    takers = [place for place in order if parts[place]][:missing]
    expected = [part // size + (place in takers) for place, part in enumerate(parts)]
    assert largest_remainder(parts, size) == expected


def test_rest_to_takes_what_the_others_leave() -> None:
    """100 kr on three in whole kronor: the others 33 kr, and the third the 34 that are left."""
    parts = [10_000, 10_000, 10_000]
    assert rounded(parts, 3, 100, "", rest_to=2) == [3300, 3300, 3400]


def test_rest_to_a_part_of_zero_takes_nothing() -> None:
    """A party whose share is zero never gets the residue: the largest remainder rules."""
    assert rounded([10_000, 10_000, 10_000, 0], 3, 100, "", rest_to=3) == [3400, 3300, 3300, 0]


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("largest_remainder", [200, 200, 100]),  # 166.67 each of 500: the third loses the tie
        ("half_up", [200, 200, 200]),
        ("up", [200, 200, 200]),
    ],
)
def test_each_method_rounds_its_own_way(method: str, expected: list[int]) -> None:
    """500/3 each to hundreds: only the largest remainder still sums to 500."""
    assert rounded([500, 500, 500], 3, 100, method) == expected


def test_common_finds_the_least_denominator() -> None:
    """1/2, 2/3 and 5/6 are 3, 4 and 5 sixths."""
    assert common([Fraction(1, 2), Fraction(2, 3), Fraction(5, 6)]) == ([3, 4, 5], 6)


# --- properties ----------------------------------------------------------------------------


@given(TOTALS, WEIGHTS, UNITS)
def test_parts_sum_to_the_rounded_total(total: int, weights: list[int], unit: int) -> None:
    """What is allocated sums to the total, rounded half up to the unit."""
    assert sum(allocate(total, weights, unit)) == half_up(total, 1, unit)


@given(TOTALS, WEIGHTS, UNITS)
def test_each_part_is_within_a_unit_of_exact(total: int, weights: list[int], unit: int) -> None:
    """No part is a whole unit or more from what it would be exactly."""
    exact = [Fraction(total * weight, sum(weights)) for weight in weights]
    parts = allocate(total, weights, unit)
    assert [abs(part - one) < unit for part, one in zip(parts, exact, strict=True)] == [
        True for _ in weights
    ]


@given(TOTALS, WEIGHTS, UNITS)
def test_zero_weights_pay_nothing(total: int, weights: list[int], unit: int) -> None:
    """A weight of zero gives zero, whatever rounding leaves."""
    parts = allocate(total, [*weights, 0], unit)
    assert {part for part, weight in zip(parts, [*weights, 0], strict=True) if not weight} == {0}


@given(TOTALS, WEIGHTS, UNITS, st.integers(1, 10**6))
def test_scaling_the_weights_changes_nothing(
    total: int, weights: list[int], unit: int, factor: int
) -> None:
    """Only the proportions of the weights count."""
    scaled = [weight * factor for weight in weights]
    assert allocate(total, scaled, unit) == allocate(total, weights, unit)


@given(TOTALS, WEIGHTS, UNITS)
def test_a_negative_total_is_the_mirror(total: int, weights: list[int], unit: int) -> None:
    """Turning the total's sign turns every part's sign and nothing else."""
    assert allocate(-total, weights, unit) == [-part for part in allocate(total, weights, unit)]


@given(st.integers(0, 10**6), st.lists(st.integers(1, 50), min_size=2, max_size=4))
def test_the_order_of_weights_matters_in_ties_only(total: int, weights: list[int]) -> None:
    """Unless two different weights lose equally much, each has the same part in every order."""
    lost = [total * weight % sum(weights) for weight in set(weights)]
    assume(len(set(lost)) == len(lost))
    expected = sorted(zip(weights, allocate(total, weights), strict=True))
    for order in permutations(weights):
        assert sorted(zip(order, allocate(total, order), strict=True)) == expected


@given(PARTS, DENOMINATORS, UNITS)
def test_exact_parts_of_any_sign_meet_their_sum(
    parts: list[int], denominator: int, unit: int
) -> None:
    """Parts of both signs sum to their rounded sum, each within a unit, zero staying zero."""
    result = largest_remainder(parts, denominator, unit)
    assert sum(result) == half_up(sum(parts), denominator, unit)
    for part, exact in zip(result, parts, strict=True):
        assert abs(Fraction(part) - Fraction(exact, denominator)) < unit
        assert exact or not part
        assert part % unit == 0


@given(PARTS, DENOMINATORS, UNITS)
def test_half_up_is_never_more_than_half_a_unit_off(
    parts: list[int], denominator: int, unit: int
) -> None:
    """Half up finds the nearest multiple."""
    for part in parts:
        off = abs(half_up(part, denominator, unit) - Fraction(part, denominator))
        assert 2 * off <= unit


@given(PARTS, DENOMINATORS, UNITS)
def test_up_is_away_from_zero_by_less_than_a_unit(
    parts: list[int], denominator: int, unit: int
) -> None:
    """Rounding up never falls short, and never goes a whole unit too far."""
    for part in parts:
        over = abs(up(part, denominator, unit)) - Fraction(abs(part), denominator)
        assert 0 <= over < unit


@given(PARTS, DENOMINATORS, UNITS, METHODS)
def test_every_method_mirrors_and_keeps_zero(
    parts: list[int], denominator: int, unit: int, method: str
) -> None:
    """Every method turns with the sign and leaves a part of zero alone."""
    result = rounded([*parts, 0], denominator, unit, method)
    mirror = rounded([-part for part in [*parts, 0]], denominator, unit, method)
    assert mirror == [-part for part in result]
    assert result[-1] == 0


@given(PARTS, DENOMINATORS, UNITS, st.integers(0, 7))
def test_rest_to_meets_the_rounded_sum(
    parts: list[int], denominator: int, unit: int, place: int
) -> None:
    """The others are half up, and the one named makes the sum right."""
    rest_to = place % len(parts)
    result = rounded(parts, denominator, unit, "", rest_to)
    assert sum(result) == half_up(sum(parts), denominator, unit)
    if parts[rest_to]:
        others = [half_up(part, denominator, unit) for part in parts]
        assert result[:rest_to] + result[rest_to + 1 :] == others[:rest_to] + others[rest_to + 1 :]


@given(st.lists(st.fractions(), max_size=8))
def test_common_keeps_every_value(fractions: list[Fraction]) -> None:
    """Numerators over the common denominator are the fractions they came from."""
    numerators, denominator = common(fractions)
    assert [Fraction(one, denominator) for one in numerators] == fractions
