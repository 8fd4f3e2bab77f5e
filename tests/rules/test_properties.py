"""What holds for every agreement, of whatever rules: random ones of the whole format."""

import json
from collections.abc import Callable
from copy import deepcopy
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from avtalskalk.calculation.allocation import lines
from avtalskalk.calculation.calculate import calculate, prepare
from avtalskalk.checks.validation import examine
from avtalskalk.model.statement import Statement

pytestmark = pytest.mark.slow

Data = dict[str, Any]
PARTIES = ("ale", "bjuv", "ceder")
KEYS = ("population", "calls", "size")
YEAR = 2024
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


# --- random agreements ---------------------------------------------------------------------

whole_numbers = st.integers(1, 30)
kronor = st.integers(0, 10**7).map(lambda ore: f"{ore // 100}.{ore % 100:02d}")


@st.composite
def shares(draw: st.DrawFn, names: tuple[str, ...] = PARTIES) -> dict[str, str]:
    """Fixed shares that make the whole, the last sometimes called the rest."""
    weights = draw(st.lists(whole_numbers, min_size=len(names), max_size=len(names)))
    written = {
        name: f"{weight}/{sum(weights)}" for name, weight in zip(names, weights, strict=True)
    }
    if draw(st.booleans()):
        written[names[-1]] = "rest"
    return written


rounds = st.fixed_dictionaries({}, optional={"round": st.sampled_from(["1 %", "0.1 %"])})
proportions = st.fixed_dictionaries({name: whole_numbers.map(str) for name in PARTIES})
by_key = st.sampled_from(KEYS).map(lambda key: {"by": key})
plain: st.SearchStrategy[Any] = st.one_of(
    st.just("equal"),
    shares(),
    st.builds(lambda parts, more: {"parts": parts, **more}, proportions, rounds),
    st.builds(lambda by, more: {**by, **more}, by_key, rounds),
    st.sampled_from(KEYS).map(lambda key: {"by": key, "among": ["ale", "ceder"]}),
)


def _mixed(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    def mix(weights: dict[str, str], splits: list[Any]) -> Data:
        pairs = zip(weights.values(), splits, strict=True)
        return {"mix": [{"weight": weight, "split": split} for weight, split in pairs]}

    return st.builds(mix, shares(("x", "y")), st.lists(inner, min_size=2, max_size=2))


def _of_shares(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Splits of splits that are shares alone."""
    tolerance = st.builds(
        lambda agreed, actual, points: {
            "tolerance": {"agreed": agreed, "actual": actual, "points": str(points)}
        },
        shares(),
        inner,
        st.integers(0, 40),
    )
    lowest = st.builds(
        lambda party, of, others: {
            "mean_of_lowest": {"count": "2", "party": party, "of": of, "others": others}
        },
        st.sampled_from(PARTIES),
        st.lists(inner, min_size=2, max_size=3),
        inner,
    )
    return st.one_of(_mixed(inner), tolerance, lowest)


share_splits = st.recursive(plain, _of_shares, max_leaves=5)


def _of_steps(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    first = st.builds(lambda amount, split: {"first": amount, "split": split}, kronor, inner)
    steps = st.builds(
        lambda several, rest: {"steps": [*several, {"rest": rest}]},
        st.lists(first, min_size=1, max_size=2),
        inner,
    )
    return st.one_of(_mixed(inner), steps)


splits = st.one_of(share_splits, st.recursive(share_splits, _of_steps, max_leaves=4))

annual = kronor.map(lambda amount: {"budget": {str(YEAR): amount}})
items = st.one_of(
    annual,
    annual,
    st.builds(lambda one, split: {**one, "split": split}, annual, splits),
    st.builds(
        lambda one, share: {**one, "portion": share}, annual, st.sampled_from(["1/3", "70 %"])
    ),
    annual.map(lambda one: {**one, "factor": "90 %"}),
    st.builds(lambda amount, first: {"amount": amount, "from": first}, kronor,
              st.sampled_from(["2024-01-01", "2024-03-15", "2024-10-03"])),
    st.builds(lambda a, b: {"amount": {"2024": a, "2024-07-01": b}}, kronor, kronor),
    st.builds(lambda price, key: {"price": price, "per": key}, kronor, st.sampled_from(KEYS)),
    st.builds(lambda price, count: {"price": price, "quantity": str(count)}, kronor, whole_numbers),
    st.builds(
        lambda low, high: {
            "bands": {
                "by": "population",
                "table": [{"up_to": "15", "amount": low}, {"amount": high}],
            }
        },
        kronor,
        kronor,
    ),
    kronor.map(lambda amount: {"amounts": {str(YEAR): {"ale": amount, "bjuv": "0"}}}),
    kronor.map(lambda amount: {"amount": amount, "index": {
        "series": "kpi", "base": "2022-10", "level": "2023", "cap": "4 %"}}),
    st.builds(lambda one, share: {**one, "kind": "revenue", "split": "equal", "portion": share},
              annual, st.just("1/10")),
)  # fmt: skip


@st.composite
def agreements(draw: st.DrawFn) -> Data:
    """A random agreement of three parties that the checks accept."""
    values = {name: str(draw(whole_numbers)) for name in PARTIES}
    calls = {
        str(year): {name: str(draw(whole_numbers)) for name in PARTIES} for year in (2023, 2024)
    }
    costs = {f"item{n}": one for n, one in enumerate(draw(st.lists(items, min_size=1, max_size=4)))}
    if draw(st.booleans()):
        costs["overhead"] = {"percent": "5 %", "of": ["item0"], "split": draw(plain)}
    data: Data = {
        "avtalskalk": "1",
        "id": "random",
        "title": "Random",
        "parties": {name: name.title() for name in PARTIES},
        "proration": draw(st.sampled_from(["days", "months", "quarters"])),
        "periods": [{"from": "2024-01-01", "to": "2024-12-31", "split": draw(splits)}],
        "keys": {
            "population": {"values": values},
            "calls": {"average": "2", "values": calls},
            "size": {"formula": "round(calls, 1) + population / 3"},
        },
        "indices": {"kpi": {"values": {"2022-10": "300.5", "2023-10": "317.1"}}},
        "costs": costs,
    }
    if draw(st.booleans()):
        middle = draw(st.sampled_from(["2024-02-29", "2024-06-30", "2024-10-02"]))
        after = {"2024-02-29": "2024-03-01", "2024-06-30": "2024-07-01", "2024-10-02": "2024-10-03"}
        data["periods"][0]["to"] = middle
        for item in costs.values():
            if "budget" in item:
                item["covers"] = "year"
        data["periods"].append({"from": after[middle], "to": "2024-12-31", "split": draw(splits)})
    if draw(st.booleans()):
        joined = draw(st.sampled_from(["2024-04-01", "2024-07-01"]))
        data["parties"]["bjuv"] = {"name": "Bjuv", "left": "2024-12-31"}
        data["parties"]["ceder"] = {"name": "Ceder", "joined": joined}
    data["rounding"] = draw(
        st.sampled_from([{"to": "1 öre"}, {"to": "1 kr"}, {"to": "100 kr", "at": "total"}])
    )
    if draw(st.booleans()) and data["rounding"].get("at") != "item":
        difference = draw(st.sampled_from(["others", "bjuv"]))
        limit = {"party": "ale", "max": draw(kronor), "difference": difference}
        for period in data["periods"]:
            period["limits"] = [limit]
    return data


class Year(NamedTuple):
    """What an agreement comes to: the statement, and each line's exact parts by party."""

    statement: Statement
    exact: dict[str, dict[str, Fraction]]

    @property
    def totals(self) -> dict[str, int | None]:
        """Each party's total."""
        return {total.party: total.amount for total in self.statement.totals}


def year_of(data: Data) -> Year:
    """The year 2024 of an agreement; one that the checks refuse is no example."""
    agreement, _, _ = examine(deepcopy(data))
    assume(agreement is not None)
    assert agreement is not None
    plan = prepare(agreement)
    found, _ = lines(plan, plan.year(YEAR), "budget")
    exact = {
        line.label: dict(zip(plan.parties, line.exact.fractions, strict=True)) for line in found
    }
    return Year(calculate(agreement, YEAR), exact)


# --- sums ----------------------------------------------------------------------------------


@MANY
@given(agreements())
def test_parts_sum_to_the_net_cost_after_every_step(data: Data) -> None:
    """What is split sums to what it costs, segment by segment, and the rows to the totals."""
    agreement, _, _ = examine(deepcopy(data))
    assume(agreement is not None)
    assert agreement is not None
    plan = prepare(agreement)
    for line in lines(plan, plan.year(YEAR), "budget")[0]:
        cost = sum(Fraction(piece.amount) for one in line.costs for piece in one.pieces)
        assert sum(line.exact.fractions) == cost
        assert sum(sum(portion.parts.fractions) for portion in line.portions) == cost
        for portion in line.portions:
            if portion.shares is not None:
                assert sum(portion.shares) == 1
                assert min(portion.shares) >= 0
    statement = calculate(plan, YEAR)
    for total in statement.totals:
        assert total.amount == sum(r.amount for r in statement.rows if r.party == total.party)


@MANY
@given(agreements())
def test_limits_move_money_and_neither_make_nor_lose_it(data: Data) -> None:
    """Where somebody takes the difference, the parties' sum is the same with and without limits."""
    without = deepcopy(data)
    for period in without["periods"]:
        period.pop("limits", None)
    without["rounding"] = {**without["rounding"], "at": "total"}
    one, other = year_of(data), year_of(without)
    assert one.exact == other.exact
    assume(None not in one.totals.values())
    if any("limits" in period for period in data["periods"]):
        assert sum(one.totals.values()) == sum(other.totals.values())  # type: ignore[arg-type]


# --- the same agreement, otherwise written ---------------------------------------------------


def _ten_times(data: Data) -> Data:
    """The agreement with every amount ten times as large."""

    def scaled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: scaled(inner) for key, inner in value.items()}
        ore = int(Fraction(value) * 1000)
        return f"{ore // 100}.{ore % 100:02d}"

    def through(value: Any) -> Any:
        if isinstance(value, list):
            return [through(one) for one in value]
        if not isinstance(value, dict):
            return value
        return {
            key: scaled(inner)
            if key in ("budget", "amount", "price", "amounts", "first", "max")
            else through(inner)
            for key, inner in value.items()
        }

    result: Data = through(data)
    return result


@MANY
@given(agreements())
def test_ten_times_the_amounts_are_ten_times_the_exact_parts(data: Data) -> None:
    """Scaling every amount in the file by 10 scales every exact part by 10."""
    small, large = year_of(data), year_of(_ten_times(data))
    assert large.exact == {
        item: {party: part * 10 for party, part in parts.items()}
        for item, parts in small.exact.items()
    }


@MANY
@given(agreements())
def test_names_mean_nothing(data: Data) -> None:
    """Other ids for the parties, items and keys give the same amounts."""
    names = {
        "ale": "zorn", "bjuv": "ybbe", "ceder": "xaver", "item0": "omega", "item1": "alfa",
        "population": "qvantum", "calls": "aaa", "size": "bbb",
    }  # fmt: skip
    text = json.dumps(data)
    for name, other in names.items():
        text = text.replace(name, other)
    one, other_year = year_of(data), year_of(json.loads(text))
    assert [*one.totals.values()] == [*other_year.totals.values()]


def _has_round(value: Any) -> bool:
    return '"round"' in json.dumps(value)


@MANY
@given(agreements(), st.permutations(PARTIES))
def test_the_order_of_parties_settles_only_ties(data: Data, order: list[str]) -> None:
    """Parties in another order have the same exact parts, and amounts within one unit."""
    assume(not _has_round(data))  # the last party takes what rounded shares leave
    other = {**data, "parties": {name: data["parties"][name] for name in order}}
    one, another = year_of(data), year_of(other)
    assert one.exact == another.exact
    unit = {"1 öre": 1, "1 kr": 100, "100 kr": 10_000}[data["rounding"]["to"]]
    for party, amount in one.totals.items():
        second = another.totals[party]
        if amount is not None and second is not None:
            assert abs(amount - second) <= unit * max(1, len(one.exact))


@MANY
@given(agreements())
def test_the_order_of_keys_in_a_mapping_changes_nothing(data: Data) -> None:
    """Items, keys and shares in another order give the same exact parts and totals."""
    other = {**data, "costs": dict(reversed(data["costs"].items()))}
    other["keys"] = dict(reversed(data["keys"].items()))
    one, another = year_of(data), year_of(other)
    assert one.totals == another.totals


# --- two ways to write one rule ---------------------------------------------------------------


def _same(data: Data, one: Any, other: Any) -> None:
    """An agreement with one split and with the other: the same öre."""
    totals = []
    for split in (one, other):
        changed = deepcopy(data)
        for period in changed["periods"]:
            period["split"] = deepcopy(split)
        changed["parties"] = {name: name.title() for name in PARTIES}
        totals.append(year_of(changed).totals)
    assert totals[0] == totals[1]


EQUIVALENT: list[tuple[str, Any, Any]] = [
    ("equal is parts of one each", "equal", {"parts": dict.fromkeys(PARTIES, "1")}),
    ("equal is thirds", "equal", dict.fromkeys(PARTIES, "1/3")),
    ("equal is thirds and the rest", "equal", {"ale": "1/3", "bjuv": "1/3", "ceder": "rest"}),
    ("equal is among all", "equal", {"equal": [*PARTIES]}),
    ("a key among all is the key", {"by": "calls"}, {"by": "calls", "among": [*PARTIES]}),
    ("a formula that is a key", {"by": "population"}, {"by": "copy"}),
    ("percent is a fraction", {"ale": "62.5 %", "bjuv": "rest"}, {"ale": "5/8", "bjuv": "3/8"}),
    (
        "dated with one value is plain",
        {"ale": {"2024": "70 %"}, "bjuv": "rest"},
        {"ale": "70 %", "bjuv": "30 %"},
    ),
    (
        "the lowest of one is that one",
        {"mean_of_lowest": {"count": "1", "party": "ale", "of": [{"ale": "40 %", "bjuv": "60 %"}],
                            "others": {"bjuv": "100 %"}}},
        {"ale": "40 %", "bjuv": "60 %"},
    ),
    (
        "a share of nothing is none",
        {"ale": "70 %", "bjuv": "30 %", "ceder": "0 %"},
        {"ale": "70 %", "bjuv": "30 %"},
    ),
]  # fmt: skip


WAYS = [pytest.param(*rest, id=name) for name, *rest in EQUIVALENT]


@pytest.mark.parametrize(("one", "other"), WAYS)
@settings(max_examples=15, deadline=None)
@given(data=agreements())
def test_two_ways_to_write_a_split(one: Any, other: Any, data: Data) -> None:
    """A split written in two ways gives the same öre."""
    data["keys"]["copy"] = {"formula": "population"}
    _same(data, one, other)


@MANY
@given(agreements(), proportions)
def test_a_key_is_parts_of_the_same_numbers(data: Data, parts: dict[str, str]) -> None:
    """By a key is proportions of the key's values."""
    data["keys"]["same"] = {"values": parts}
    _same(data, {"by": "same"}, {"parts": parts})


def _in_mix(*parts: tuple[Any, Any]) -> Data:
    return {"mix": [{"weight": weight, "split": split} for weight, split in parts]}


AGREED = {"ale": "1/7", "bjuv": "6/7"}
WRAPS: list[tuple[str, Callable[[Any], Data]]] = [
    ("a mix of one", lambda split: _in_mix(("100 %", split))),
    ("a mix with its rest", lambda split: _in_mix(("30 %", split), ("rest", split))),
    ("a dated weight", lambda split: _in_mix(({"2024": "100 %"}, split))),
    ("a weight of nothing", lambda split: _in_mix(("0 %", "equal"), ("rest", split))),
    (
        "a tolerance that is not kept to",
        lambda split: {"tolerance": {"agreed": AGREED, "actual": split, "points": "0"}},
    ),
]


@pytest.mark.parametrize("wrap", [pytest.param(wrap, id=name) for name, wrap in WRAPS])
@settings(max_examples=25, deadline=None)
@given(data=agreements(), split=share_splits)
def test_a_split_inside_another_that_changes_nothing(
    wrap: Callable[[Any], Any], data: Data, split: Any
) -> None:
    """A mix of 100 %, a mix of the same twice and the like are the split itself."""
    _same(data, split, wrap(split))


@MANY
@given(agreements(), splits)
def test_steps_of_only_a_rest_are_the_split(data: Data, split: Any) -> None:
    """Steps with only the rest, item by item, are the split itself."""
    costs = {name: one for name, one in data["costs"].items() if "budget" in one}
    assume(costs)
    name = next(iter(costs))
    data["costs"] = {name: {**costs[name], "split": split}}
    one = year_of(data)
    data["costs"] = {name: {**costs[name], "split": {"steps": [{"rest": split}]}}}
    assert year_of(data).totals == one.totals


@MANY
@given(agreements())
def test_a_split_by_its_name_is_the_split(data: Data) -> None:
    """A split among the shares and called by its name is the split written where it is used."""
    other = deepcopy(data)
    other["shares"] = {}
    for place, period in enumerate(other["periods"]):
        other["shares"][f"named{place}"] = period["split"]
        period["split"] = f"named{place}"
    assert year_of(data).totals == year_of(other).totals


@MANY
@given(agreements())
def test_an_amount_dated_from_the_start_is_the_amount(data: Data) -> None:
    """An amount, a price and a quantity dated from the year's start are the plain ones."""
    other = deepcopy(data)
    for item in other["costs"].values():
        for key in ("amount", "price", "quantity"):
            if isinstance(item.get(key), str):
                item[key] = {str(YEAR): item[key]}
    assert year_of(data).totals == year_of(other).totals


@MANY
@given(agreements())
def test_a_limit_that_never_binds_is_none(data: Data) -> None:
    """A ceiling far above and a floor far below change no öre of the exact total."""
    for period in data["periods"]:
        period.pop("limits", None)
    data["rounding"] = {**data["rounding"], "at": "total"}
    other = deepcopy(data)
    for period in other["periods"]:
        period["limits"] = [
            {"each": "true", "max": "999999999999", "min": "-999999999999", "difference": "others"},
            {"party": "ale", "warn_above_share": "100 %"},
        ]
    assert year_of(data).totals == year_of(other).totals


@MANY
@given(agreements())
def test_a_period_cut_in_two_is_the_period(data: Data) -> None:
    """A continuing period changes nothing of what an item without steps comes to."""
    assume(len(data["periods"]) == 1 and '"steps"' not in json.dumps(data))
    assume("limits" not in data["periods"][0])
    other = deepcopy(data)
    other["periods"][0]["to"] = "2024-06-30"
    other["periods"].append({"from": "2024-07-01", "to": "2024-12-31", "continues": "true"})
    for version in (data, other):
        for item in version["costs"].values():
            if "budget" in item:
                item["covers"] = "year"
    assert year_of(data).totals == year_of(other).totals
