"""Grids, each input alone, and ranges: amounts worked out by hand, or each as a file by itself."""

from fractions import Fraction
from itertools import islice, product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.prepared import prepare
from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.whatif import sweep as module
from avtalskalk.features.whatif.changes import Baseline
from avtalskalk.features.whatif.inputs import Axis, read_axis
from avtalskalk.features.whatif.outcome import try_out
from avtalskalk.features.whatif.sweep import (
    WEIGHTS,
    Amounts,
    Extent,
    Outcomes,
    Sweep,
    extents,
    random_numbers,
    ranges,
    spread,
    tornado,
)
from avtalskalk.model.values import Setting

PARTIES = ("a", "b", "c")
YEARS = (2022, 2023)

RENT: dict[str, Any] = {
    "avtalskalk": "1",
    "id": "hyra",
    "title": "Hyra (påhittad)",
    "parties": {"a": "A", "b": "B", "c": "C"},
    "periods": [
        {
            "from": "2022-01-01",
            "to": "2023-12-31",
            "split": {"a": "40 %", "b": "35 %", "c": "25 %"},
        }
    ],
    "costs": {
        "hyra": {
            "amount": "100 001,01",
            "index": {"series": "kpi", "level": "2021", "base": "2020-10"},
        },
        "drift": {"budget": {"2022": "33 333,33", "2023": "44 444,44"}},
    },
    "indices": {"kpi": {"values": {"2020-10": "336,97", "2021-10": "346,37", "2022-10": "384,04"}}},
    "keys": {
        "population": {
            "values": {
                "2022": {"a": "101", "b": "57", "c": "33"},
                "2023": {"a": "102", "b": "59", "c": "31"},
            }
        }
    },
}

INPUTS = (
    "cost=-2 %..2 %:1 %",
    "cost.drift=-10 %; 0 %; +7 %",
    "cost.hyra=90 000 kr..110 000 kr:9 999,99 kr",
    "share.a=10 %; 1/3; 50 %",
    "share.c=0 %..20 %:10 %",
    "index.kpi=1 %; 2,5 %",
    "key.population.a=+0; +10; +33",
    "costs.drift.budget.2023=1 tkr..2 tkr:333 kr",
    "costs.drift.budget.2022=0; 1000,01",
)


def changed(**changes: object) -> dict[str, Any]:
    """The rent with other things at its top level."""
    return {**RENT, **changes}


def swept(data: dict[str, Any], *vary: str, years: tuple[int, ...] = YEARS) -> Sweep:
    """Some inputs of an agreement to vary."""
    axes = [read_axis(text, Setting()) for text in vary]
    assert all(isinstance(axis, Axis) for axis in axes), axes
    plan = examine(data).plan
    assert plan is not None
    return Sweep(Baseline(data, plan, years), tuple(axes), PARTIES)  # type: ignore[arg-type]


PLAIN = changed(
    periods=[
        {"from": "2022-01-01", "to": "2022-12-31", "split": {"a": "50 %", "b": "30 %", "c": "20 %"}}
    ],
    costs={"drift": {"budget": {"2022": "1 000"}}, "lokal": {"budget": {"2022": "500"}}},
)


def in_2022(data: dict[str, Any], *vary: str) -> Sweep:
    """Some inputs of an agreement to vary, for 2022."""
    return swept(data, *vary, years=(2022,))


def everything(sweep: Sweep) -> list[tuple[int, ...]]:
    """Every combination of a grid, by the places of its values."""
    return list(product(*(range(len(axis.values)) for axis in sweep.axes)))


def by_itself(sweep: Sweep, where: tuple[int, ...]) -> Amounts:
    """What a combination comes to when its data are read, checked and calculated as a file."""
    outcome = try_out(sweep.baseline, sweep.requests(where))
    plan = examine(outcome.made.data).plan
    if plan is None or outcome.made.diagnostics:
        raise AgreementError(outcome.diagnostics)
    amounts: list[int | None] = []
    for year in sweep.baseline.years:
        totals = {t.party: t.amount for t in calculate(plan, year, "budget").totals}
        amounts += [totals.get(party, 0) for party in PARTIES]
    return tuple(amounts)


def assert_each_by_itself(sweep: Sweep) -> None:
    """Every combination comes to what its data come to as a file."""
    for where in everything(sweep):
        assert sweep.at(where) == by_itself(sweep, where)


ROUNDINGS: tuple[dict[str, Any], ...] = (
    {},
    {"to": "1 kr"},
    {"to": "1 kr", "at": "total"},
    {"to": "1 kr", "method": "half_up"},
    {"method": {"rest_to": "b"}},
)
SPLITS: tuple[object, ...] = (
    {"a": "40 %", "b": "35 %", "c": "25 %"},
    {"a": "40 %", "b": "rest", "c": "1/7"},
    {"by": "population"},
    {
        "mix": [
            {"weight": "20 %", "split": "equal"},
            {"weight": "rest", "split": {"by": "population"}},
        ]
    },
    {"steps": [{"first": "50 000", "split": {"a": "100 %"}}, {"rest": {"by": "population"}}]},
)


@st.composite
def agreements(draw: st.DrawFn) -> dict[str, Any]:
    """The rent split in one way or another, perhaps with terms that change inside a year."""
    split = draw(st.sampled_from(SPLITS))
    periods: list[dict[str, Any]] = [{"from": "2022-01-01", "to": "2023-12-31", "split": split}]
    if draw(st.booleans()):
        last = draw(st.sampled_from(["2022-12-31", "2022-05-17"]))
        first = {"2022-12-31": "2023-01-01", "2022-05-17": "2022-05-18"}[last]
        periods[0]["to"] = last
        again = draw(st.booleans())
        own: dict[str, Any] = {"continues": "true"} if again else {"split": SPLITS[0]}
        periods.append({"from": first, "to": "2023-12-31", **own})
    if draw(st.booleans()):
        periods[0]["limits"] = [{"party": "a", "max": "50 000", "difference": "others"}]
    costs = {**RENT["costs"], "drift": {**RENT["costs"]["drift"], "covers": "year"}}
    extra: dict[str, Any] = draw(
        st.sampled_from(
            [
                {"hyra": costs["hyra"]},
                {"avgift": {"price": "31,25", "per": "population"}},
                {"bidrag": {"kind": "grant", "amount": "7 000,07"}},
                {"overhead": {"percent": "5 %", "of": ["hyra", "drift"]}},
                {"moms": {"amount": "999", "surcharge": {"percent": "6 %", "parties": ["b"]}}},
            ]
        )
    )
    return changed(
        periods=periods,
        costs={**costs, **extra},
        rounding=draw(st.sampled_from(ROUNDINGS)) or {"to": "1 öre"},
    )


@pytest.mark.slow
@settings(max_examples=60)
@given(agreements(), st.lists(st.sampled_from(INPUTS), min_size=1, max_size=3, unique=True))
def test_a_combination_is_what_its_file_is(data: dict[str, Any], vary: list[str]) -> None:
    """Whatever is split in whatever way: each combination comes to the öre of its own file."""
    assume(examine(data).plan is not None)
    sweep = swept(data, *vary)
    try:
        expected = [by_itself(sweep, where) for where in everything(sweep)]
    except AgreementError:
        assume(False)  # noqa: FBT003 - some value makes the agreement invalid
    assert [sweep.at(where) for where in everything(sweep)] == expected


def test_inputs_that_move_the_same_thing() -> None:
    """All costs and one of them go together; two changes of the same thing are refused."""
    vary = ("cost=-5 %; +5 %", "cost.drift=1 000; 2 000", "index.kpi=1 %")
    assert_each_by_itself(swept(RENT, *vary))
    for same in (
        ("share.a=10 %; 20 %", "share.b=10 %; 30 %"),
        ("cost.drift=1 000; 2 000", "costs.drift.budget.2022=1 000; 2 000"),
        ("cost.drift=+0 %; +5 %", "cost.drift=1 000; 2 000"),
    ):
        for pair in (same, [*reversed(same)]):
            with pytest.raises(AgreementError, match="AV782"):
                swept(RENT, *pair).at((0, 0))


def test_an_input_that_moves_nothing_at_its_first_value() -> None:
    """What shows only where another input is not zero is seen all the same."""
    assert_each_by_itself(swept(RENT, "costs.drift.budget.2023=0; 1 000", "share.a=10 %; 20 %"))


def test_some_of_the_parties() -> None:
    """Only the parties asked about have amounts, in the order asked for."""
    sweep = swept(RENT, "share.a=10 %; 20 %")
    some = sweep._replace(parties=("c", "a"))
    for where in everything(sweep):
        a, _, c, a_next, _, c_next = sweep.at(where)
        assert some.at(where) == (c, a, c_next, a_next)


def test_a_year_without_terms() -> None:
    """In a year that the agreement does not cover nobody pays anything."""
    sweep = swept(RENT, "share.a=10 %; 20 %", years=(2023, 2024))
    assert sweep.at((1,))[3:] == (0, 0, 0)
    assert_each_by_itself(sweep)


def test_a_year_that_lacks_a_figure() -> None:
    """What is not known stays unknown, and is never zero."""
    data = changed(costs={"drift": {"budget": {"2022": "100"}}})
    sweep = swept(data, "share.a=10 %; 20 %")
    assert sweep.at((0,)) == (1_000, 5_250, 3_750, None, None, None)
    assert_each_by_itself(sweep)


def test_a_split_that_is_not_agreed() -> None:
    """Without a split there is a cost and no amounts."""
    data = changed(periods=[{"from": "2022-01-01", "to": "2023-12-31"}])
    assert swept(data, "cost.drift=1 000; 2 000").at((1,)) == (None,) * 6


def test_a_total_that_rests_on_a_known_part() -> None:
    """A total solved from a party's part moves with the shares where these are set in the file."""
    known = {"drift": {"budget": {"2022": {"known_part": {"a": "100"}}, "2023": "300"}}}
    vary = ("cost.drift=-5 %; +5 %", "share.a=10 %; 20 %")
    assert_each_by_itself(swept(changed(costs=known), *vary))
    aside = {"known_part": {"a": "100"}}
    data = changed(
        costs={"drift": {"budget": {"2022": "1", "2023": "2"}, "actual": {"2022": aside}}}
    )
    assert_each_by_itself(swept(data, "share.a=10 %; 20 %"))


def test_a_day() -> None:
    """A day moves the terms themselves: the cost of the days that are left is split."""
    data = changed(costs={"hyra": {"amount": "36 500"}}, periods=PLAIN["periods"])
    sweep = in_2022(data, "periods.1.to=2022-01-01..2022-03-31:1")
    assert sweep.at((9,)) == (50_000, 30_000, 20_000)


def test_a_year_that_somebody_extends() -> None:
    """An option that is taken to be used has terms to vary."""
    periods = [{**RENT["periods"][0], "to": "2022-12-31", "option": {"extend": "1 year"}}]
    data = changed(periods=periods, costs={"drift": {"budget": {"2023": "200"}}})
    sweep = swept(data, "share.a=50 %", years=(2023,))
    plan = prepare(sweep.baseline.plan.agreement, assume_extended=True)
    used = sweep.baseline._replace(plan=plan, assume_extended=True)
    extended = sweep._replace(baseline=used)
    with pytest.raises(AgreementError, match="AV763"):
        sweep.at((0,))
    assert extended.at((0,)) == (10_000, 5_833, 4_167)


def test_what_is_wrong_with_the_data_ends_it() -> None:
    """A combination whose year cannot be worked out is no amount but an error."""
    steps = {"steps": [{"fixed": {"a": "5 000"}}, {"rest": {"b": "100 %"}}]}
    data = changed(
        periods=[{"from": "2022-01-01", "to": "2023-12-31", "split": steps}],
        costs={"drift": {"amount": "10 000"}},
    )
    fixed = "periods.1.split.steps.1.fixed.a=5 000; 7 000; 5 000"
    sweep = swept(data, "cost.drift=10 000; 6 000; 10 000", fixed)
    assert sweep.at((1, 0)) == (500_000, 100_000, 0) * 2
    assert sweep.at((0, 1)) == (700_000, 300_000, 0) * 2
    with pytest.raises(AgreementError, match="AV121"):
        sweep.at((1, 1))


def test_a_grid_in_order() -> None:
    """The last input moves quickest; every combination comes to what it should."""
    sweep = in_2022(PLAIN, "cost.drift=-10 %; +10 %", "share.a=50 %; 60 %")
    assert [combination[:2] for combination in sweep.combinations(range(4))] == [
        ((0, 0), (70_000, 42_000, 28_000)),
        ((0, 1), (84_000, 33_600, 22_400)),
        ((1, 0), (80_000, 48_000, 32_000)),
        ((1, 1), (96_000, 38_400, 25_600)),
    ]


def test_a_value_that_cannot_be() -> None:
    """A share above the whole is not known; the option's value is named, and the rest goes on."""
    alone = in_2022(PLAIN, "share.a=50 %..110 %:60 %")
    beside = in_2022(PLAIN, "share.a=50 %..110 %:60 %", "cost=1 %; 2 %")
    beside.try_values()
    known, unknown = alone.combinations(range(2))
    assert known == ((0,), (75_000, 45_000, 30_000), None)
    assert unknown[:2] == ((1,), (None, None, None))
    assert unknown.fault is not None
    assert unknown.fault.code == "AV209"
    never = in_2022(PLAIN, "share.a=110 %; 120 %")
    for stop in (lambda: alone.at((1,)), lambda: beside.at((1, 1)), never.try_values):
        with pytest.raises(AgreementError) as stopped:
            stop()
        (found,) = stopped.value.diagnostics
        assert (found.code, found.path) == ("AV209", ("--vary share.a=110 %",))
    small = in_2022(PLAIN, "costs.drift.budget.2022=100; 5 kr")
    assert small.at((1,)) == (25_250, 15_150, 10_100)


def test_a_combination_that_cannot_be() -> None:
    """What is wrong with a combination alone is said with all of its values."""
    steps = {"steps": [{"fixed": {"a": "500"}}, {"rest": {"b": "100 %"}}]}
    data = changed(
        periods=[{"from": "2022-01-01", "to": "2022-12-31", "split": steps}],
        costs={"drift": {"amount": "1 000"}},
    )
    fixed = f"periods.1.split.steps.1.fixed.a={'100; ' * 10}700; {'100; ' * 9}100"
    sweep = in_2022(data, fixed, "cost.drift=1 000; 600; 1 000")
    faults = {c.coordinates: c.fault for c in sweep.combinations(range(sweep.size))}
    found = faults[10, 1]
    assert found is not None
    values = "--vary periods.1.split.steps.1.fixed.a=700, --vary cost.drift=600 kr"
    assert (found.code, found.path) == ("AV121", (values,))


def test_extents() -> None:
    """The least, the mean and the most with their values; parts join to the whole."""
    sweep = in_2022(PLAIN, "cost.drift=-10 %; +10 %", "share.a=50 %; 60 %")
    first, second = extents(sweep, range(3)), extents(sweep, range(3, 4))
    for one, other in zip(first, second, strict=True):
        one.join(other)
    a, b, _ = first
    assert (a.least, a.mean, a.most) == (70_000, 82_500, 96_000)
    assert (a.at_least, a.at_most) == ((0, 0), (1, 1))
    assert (b.least, b.at_least) == (33_600, (0, 1))
    assert first == extents(sweep, range(4))


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
    found = tornado(in_2022(PLAIN, "cost.drift=-10 %..+10 %", "share.a=40 %..70 %", "share.b=30 %"))
    assert found.base == (75_000, 45_000, 30_000)
    drift, share, nothing = found.bars
    assert (drift.low, drift.high) == ((70_000, 42_000, 28_000), (80_000, 48_000, 32_000))
    assert (share.low[0], share.high[0]) == (60_000, 105_000)
    assert found.ordered(0) == [share, drift, nothing]
    assert [spread(bar, 0) for bar in found.ordered(0)] == [45_000, 10_000, 0]


def test_a_bar_does_not_follow_the_order_typed() -> None:
    """A grant from 250 to 100 kr, in any order: a pays half of 1 250 and of 1 400 kr."""
    data = changed(
        periods=PLAIN["periods"],
        costs={**PLAIN["costs"], "bidrag": {"kind": "grant", "budget": {"2022": "200"}}},
    )
    for values in ("100..250", "250; 100", "200; 250; 100"):
        (bar,) = tornado(in_2022(data, f"cost.bidrag={values}")).bars
        assert [end.value for end in bar.axis.ends] == [10_000, 25_000]
        assert (bar.low[0], bar.high[0]) == (70_000, 62_500)


def test_each_input_alone_in_a_year_that_is_not_known() -> None:
    """What is not known has no span, and stands last."""
    data = changed(costs={"drift": {"budget": {"2023": "1"}}})
    one = in_2022(data, "share.a=40 %..70 %")
    found = tornado(one)
    assert found.base == (None, None, None)
    assert spread(found.bars[0], 0) is None
    assert found.ordered(0) == list(found.bars)


THREE = ("cost.drift=900; 1 000; 1 200", "cost.lokal=400; 500; 500")


def test_a_range_of_all_combinations() -> None:
    """Nine combinations of 1 300 to 1 700, weighed 30, 40 and 30 %, by hand."""
    found = ranges(in_2022(PLAIN, *THREE))
    assert (found.how, found.looked_at) == ("all", 9)
    # Totals 1300 (9 %), 1400 (21 + 12 %), 1500 (28 %), 1600 (9 %), 1700 (21 %); a has half.
    assert found.outcomes[0] == Outcomes(65_000, 70_000, 75_000, 75_000, 85_000, 85_000)


def test_a_range_of_draws() -> None:
    """So many draws from a seed, the same every time, near to what all combinations give."""
    sweep = in_2022(PLAIN, *THREE)
    found = ranges(sweep, draws=8, seed=1)
    assert (found.how, found.looked_at, found.seed) == ("sample", 8, 1)
    assert found == ranges(sweep, draws=8, seed=1)
    assert found != ranges(sweep, draws=8, seed=2)


def test_draws_have_their_weights() -> None:
    """Of 100 000 draws about 30, 40 and 30 % are low, expected and high."""
    drawn = [module.drawn(number) for number in islice(random_numbers(1), 100_000)]
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
    found = ranges(in_2022(data, "share.a=10 %; 20 %; 30 %"))
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
    sweep = in_2022(RENT, "cost=-1 %; +1 %", "share.a=1/3; 1/4; 1/5")
    where = [sweep.coordinates(number) for number in range(sweep.size)]
    assert where == list(product(range(2), range(3)))
