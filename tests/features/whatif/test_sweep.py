"""Grids, each input alone, and ranges: amounts worked out by hand."""

from fractions import Fraction
from itertools import islice, product
from typing import Any

import pytest
from tests.features.whatif.test_compiled import PARTIES, RENT, changed, varied

from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.whatif import sweep as module
from avtalskalk.features.whatif.compiled import Compiled, Grid, amounts_of
from avtalskalk.features.whatif.sweep import (
    WEIGHTS,
    Extent,
    Outcomes,
    Sweep,
    Varied,
    extents,
    random_numbers,
    ranges,
    spread,
    tornado,
)

PLAIN = changed(
    periods=[
        {"from": "2022-01-01", "to": "2022-12-31", "split": {"a": "50 %", "b": "30 %", "c": "20 %"}}
    ],
    costs={"drift": {"budget": {"2022": "1 000"}}, "lokal": {"budget": {"2022": "500"}}},
)


def asked(data: dict[str, Any], *vary: str) -> Varied:
    """Some inputs of an agreement to vary, for 2022."""
    one = varied(data, *vary)
    return one._replace(question=one.question._replace(years=(2022,)))


def test_a_grid_in_order() -> None:
    """The last input moves quickest; every combination comes to what it should."""
    sweep = Sweep(asked(PLAIN, "cost.drift=-10 %; +10 %", "share.a=50 %; 60 %"))
    assert list(sweep.between(0, 4)) == [
        ((0, 0), (70_000, 42_000, 28_000)),
        ((0, 1), (84_000, 33_600, 22_400)),
        ((1, 0), (80_000, 48_000, 32_000)),
        ((1, 1), (96_000, 38_400, 25_600)),
    ]
    assert not sweep.is_compiled


def test_a_large_grid_is_compiled_and_the_same() -> None:
    """Compiled or through the door, a grid has the same amounts; one part at a time too."""
    one = asked(PLAIN, "cost.drift=-10 %..+10 %:2 %", "share.a=50 %..60 %:1 %")
    sweep = Sweep(one)
    assert sweep.is_compiled
    found = list(sweep.between(0, sweep.grid.size))
    through = module.door(one)
    for where, amounts in found[::7]:
        assert amounts == amounts_of(through(one.grid.asked(where)), one.question)
    assert found[40:50] == list(sweep.between(40, 50))


def test_what_comes_out_otherwise_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a combination comes to anything else the whole way, that way is gone."""
    monkeypatch.setattr(Compiled, "at", lambda *_: (1, 2, 3))
    sweep = Sweep(asked(PLAIN, "share.a=0 %..60 %:1 %"))
    assert not sweep.is_compiled
    assert sweep.at((50,)) == (75_000, 45_000, 30_000)


def test_what_moves_more_than_numbers_goes_through_the_door() -> None:
    """A grid of days is worked out day by day."""
    data = changed(costs={"hyra": {"amount": "36 500"}}, periods=PLAIN["periods"])
    sweep = Sweep(asked(data, "periods.1.to=2022-01-01..2022-03-31:1"))
    assert not sweep.is_compiled
    assert sweep.at((9,)) == (50_000, 30_000, 20_000)


def test_a_value_that_cannot_be() -> None:
    """A share above the whole stops the sweep, and the option's value is named."""
    with pytest.raises(AgreementError) as stopped:
        Sweep(asked(PLAIN, "share.a=50 %..110 %:1 %"))
    (found,) = stopped.value.diagnostics
    assert (found.code, found.path) == ("AV209", ("--vary share.a=110 %",))
    small = Sweep(asked(PLAIN, "costs.drift.budget.2022=100; 5 kr"))
    assert small.at((1,)) == (25_250, 15_150, 10_100)


def test_a_combination_that_cannot_be() -> None:
    """What is wrong with a combination alone is said with all of its values."""
    steps = {"steps": [{"fixed": {"a": "500"}}, {"rest": {"b": "100 %"}}]}
    data = changed(
        periods=[{"from": "2022-01-01", "to": "2022-12-31", "split": steps}],
        costs={"drift": {"amount": "1 000"}},
    )
    fixed = f"periods.1.split.steps.1.fixed.a={'100; ' * 10}700; {'100; ' * 9}100"
    sweep = Sweep(asked(data, fixed, "cost.drift=1 000; 600; 1 000"))
    assert sweep.is_compiled
    with pytest.raises(AgreementError) as stopped:
        list(sweep.between(0, sweep.grid.size))
    (found,) = stopped.value.diagnostics
    values = "--vary periods.1.split.steps.1.fixed.a=700, --vary cost.drift=600"
    assert (found.code, found.path) == ("AV121", (values,))


def test_extents() -> None:
    """The least, the mean and the most with their values; parts join to the whole."""
    sweep = Sweep(asked(PLAIN, "cost.drift=-10 %; +10 %", "share.a=50 %; 60 %"))
    first, second = extents(sweep, 0, 3), extents(sweep, 3, 4)
    for one, other in zip(first, second, strict=True):
        one.join(other)
    a, b, _ = first
    assert (a.least, a.mean, a.most) == (70_000, 82_500, 96_000)
    assert (a.at_least, a.at_most) == ((0, 0), (1, 1))
    assert (b.least, b.at_least) == (33_600, (0, 1))
    assert first == extents(sweep, 0, 4)


def test_an_extent_of_what_is_not_known() -> None:
    """What is not known is counted, and is neither least nor most."""
    one, other = Extent(), Extent()
    one.add(None, (0,))
    other.add(None, (1,))
    other.add(5, (2,))
    one.join(other)
    assert (one.unknown, one.count, one.least, one.mean) == (2, 1, 5, 5)
    assert Extent().mean is None


def test_each_input_alone() -> None:
    """Each input to its ends while the others stand; the one that moves most is first."""
    found = tornado(asked(PLAIN, "cost.drift=-10 %..+10 %", "share.a=40 %..70 %", "share.b=30 %"))
    assert found.base == (75_000, 45_000, 30_000)
    drift, share, nothing = found.bars
    assert (drift.low, drift.high) == ((70_000, 42_000, 28_000), (80_000, 48_000, 32_000))
    assert (share.low[0], share.high[0]) == (60_000, 105_000)
    assert found.ordered(0) == [share, drift, nothing]
    assert [spread(bar, 0) for bar in found.ordered(0)] == [45_000, 10_000, 0]


def test_each_input_alone_in_a_year_that_is_not_known() -> None:
    """What is not known has no span, and stands last."""
    data = changed(costs={"drift": {"budget": {"2023": "1"}}})
    one = asked(data, "share.a=40 %..70 %")
    found = tornado(one)
    assert found.base == (None, None, None)
    assert spread(found.bars[0], 0) is None
    assert found.ordered(0) == list(found.bars)


THREE = ("cost.drift=900; 1 000; 1 200", "cost.lokal=400; 500; 500")


def test_a_range_of_all_combinations() -> None:
    """Nine combinations of 1 300 to 1 700, weighed 30, 40 and 30 %, by hand."""
    found = ranges(Sweep(asked(PLAIN, *THREE)))
    assert (found.how, found.looked_at) == ("all", 9)
    # Totals 1300 (9 %), 1400 (21 + 12 %), 1500 (28 %), 1600 (9 %), 1700 (21 %); a has half.
    assert found.outcomes[0] == Outcomes(65_000, 70_000, 75_000, 75_000, 85_000, 85_000)


def test_a_range_of_draws() -> None:
    """So many draws from a seed, the same every time, near to what all combinations give."""
    sweep = Sweep(asked(PLAIN, *THREE))
    found = ranges(sweep, draws=8, seed=1)
    assert (found.how, found.looked_at, found.seed) == ("sample", 8, 1)
    assert found == ranges(sweep, draws=8, seed=1)
    assert found != ranges(sweep, draws=8, seed=2)


def test_draws_have_their_weights() -> None:
    """Of 100 000 draws about 30, 40 and 30 % are low, expected and high."""
    drawn = [module._drawn(number) for number in islice(random_numbers(1), 100_000)]
    for place, weight in enumerate(WEIGHTS):
        assert abs(drawn.count(place) - 10_000 * weight) < 500


def test_random_numbers() -> None:
    """The numbers of a seed are those of SplitMix64, everywhere."""
    assert list(islice(random_numbers(1234567), 3)) == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
    ]


def test_a_range_that_is_not_known() -> None:
    """Where a figure is missing there is no range."""
    data = changed(costs={"drift": {"budget": {"2023": "1"}}})
    found = ranges(Sweep(asked(data, "share.a=10 %; 20 %; 30 %")))
    assert found.outcomes == (None,) * len(PARTIES)


def test_quantiles() -> None:
    """The tenth is the first amount that a tenth of the weight has reached."""
    ordered = [(1, 1), (2, 8), (3, 1)]
    assert module._quantile(ordered, Fraction(1)) == 1
    assert module._quantile(ordered, Fraction(11, 10)) == 2
    assert module._quantile(ordered, Fraction(9)) == 2
    assert module._quantile(ordered, Fraction(10)) == 3


def test_numbers_of_combinations() -> None:
    """Combinations are numbered in the order of their inputs, the last quickest."""
    one = asked(RENT, "cost=-1 %; +1 %", "share.a=1/3; 1/4; 1/5")
    grid: Grid = one.grid
    where = [grid.coordinates(number) for number in range(grid.size)]
    assert where == list(product(range(2), range(3)))
