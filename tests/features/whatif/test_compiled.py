"""An agreement compiled for many combinations gives what each of them gives the whole way."""

from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.whatif import compiled as module
from avtalskalk.features.whatif.compiled import Compiled, Grid, Question, amounts_of, compiled
from avtalskalk.features.whatif.inputs import Axis, read_axis
from avtalskalk.features.whatif.sweep import Varied, door
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


def varied(data: dict[str, Any], *vary: str) -> Varied:
    """Some inputs of an agreement to vary."""
    axes = [read_axis(text, Setting()) for text in vary]
    assert all(isinstance(axis, Axis) for axis in axes), axes
    return Varied(data, tuple(axes), Question(YEARS, "budget", PARTIES))  # type: ignore[arg-type]


def make(one: Varied) -> Compiled | None:
    return compiled(door(one), one.grid, one.question)


def every(grid: Grid) -> list[tuple[int, ...]]:
    return list(product(*(range(len(values)) for values in grid.inputs)))


def assert_the_same(one: Varied) -> None:
    """Every combination comes to the same compiled and the whole way."""
    found, through = make(one), door(one)
    assert found is not None
    for where in every(one.grid):
        assert found.at(where) == amounts_of(through(one.grid.asked(where)), one.question)


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
def test_compiled_is_the_whole_way(data: dict[str, Any], vary: list[str]) -> None:
    """Whatever is split in whatever way: each combination comes to the same öre."""
    assume(examine(data).plan is not None)
    one = varied(data, *vary)
    try:
        whole = [amounts_of(door(one)(one.grid.asked(w)), one.question) for w in every(one.grid)]
    except AgreementError:
        assume(False)  # noqa: FBT003 - some value makes the agreement invalid
    found = make(one)
    assume(found is not None)
    assert found is not None
    assert [found.at(where) for where in every(one.grid)] == whole


def test_inputs_that_move_different_things_are_compiled_apart() -> None:
    """A level, an index and a share need as many trips through the door as values, not products."""
    one = varied(RENT, "cost.hyra=90 000..100 000:100", "index.kpi=1 %..3 %:0,1 %", "share.a=1/3")
    count = 0
    through = door(one)

    def counted(asked: Any) -> Any:
        nonlocal count
        count += 1
        return through(asked)

    assert compiled(counted, one.grid, one.question) is not None
    assert one.grid.size == 101 * 21
    assert count < 101 + 21 + 30


def test_inputs_that_move_the_same_thing() -> None:
    """All costs and one of them, or two parties' shares of one split, are compiled together."""
    assert_the_same(varied(RENT, "cost=-5 %; +5 %", "cost.drift=1 000; 2 000", "index.kpi=1 %"))
    assert_the_same(varied(RENT, "share.a=10 %; 20 %", "share.b=10 %; 30 %"))


def test_an_input_that_moves_nothing_at_its_first_value() -> None:
    """What shows only where another input is not zero is seen all the same."""
    assert_the_same(varied(RENT, "costs.drift.budget.2023=0; 1 000", "cost.drift=-5 %; +5 %"))


def test_some_of_the_parties() -> None:
    """Only the parties asked about are told, in the order asked for."""
    one = varied(RENT, "share.a=10 %; 20 %")
    some = one._replace(question=one.question._replace(parties=("c", "a")))
    everyone, found = make(one), make(some)
    assert everyone is not None
    assert found is not None
    for where in every(one.grid):
        a, _, c, a_next, _, c_next = everyone.at(where)
        assert found.at(where) == (c, a, c_next, a_next)


def test_a_year_without_terms() -> None:
    """In a year that the agreement does not cover nobody pays anything."""
    one = varied(RENT, "share.a=10 %; 20 %")
    later = one._replace(question=one.question._replace(years=(2023, 2024)))
    found = make(later)
    assert found is not None
    assert found.at((1,))[3:] == (0, 0, 0)
    assert found.at((1,))[:3] == amounts_of(door(later)(later.grid.asked((1,))), later.question)[:3]


def test_a_year_that_lacks_a_figure() -> None:
    """What is not known stays unknown, and is never zero."""
    data = changed(costs={"drift": {"budget": {"2022": "100"}}})
    one = varied(data, "share.a=10 %; 20 %")
    found = make(one)
    assert found is not None
    assert found.at((0,))[3:] == (None, None, None)
    assert_the_same(one)


def test_a_split_that_is_not_agreed() -> None:
    """Without a split there is a cost and no amounts."""
    data = changed(periods=[{"from": "2022-01-01", "to": "2023-12-31"}])
    one = varied(data, "cost.drift=1 000; 2 000")
    found = make(one)
    assert found is not None
    assert found.at((1,)) == (None,) * 6


def test_a_total_that_rests_on_a_known_part() -> None:
    """A total solved from a party's part moves with the shares where these are set in the file."""
    known = {"drift": {"budget": {"2022": {"known_part": {"a": "100"}}, "2023": "300"}}}
    assert_the_same(varied(changed(costs=known), "cost.drift=-5 %; +5 %", "share.a=10 %; 20 %"))
    aside = {"known_part": {"a": "100"}}
    data = changed(
        costs={"drift": {"budget": {"2022": "1", "2023": "2"}, "actual": {"2022": aside}}}
    )
    assert_the_same(varied(data, "share.a=10 %; 20 %"))


def test_what_is_more_than_a_number() -> None:
    """A day is no number: such combinations go through the door."""
    data = changed(costs={"hyra": RENT["costs"]["hyra"]})
    assert make(varied(data, "periods.1.to=2023-06-30; 2023-12-31")) is None


def test_too_many_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs that move the same thing are not compiled where there are very many combinations."""
    monkeypatch.setattr(module, "MOST_TOGETHER", 3)
    one = varied(RENT, "share.a=10 %; 20 %", "share.b=10 %; 30 %")
    assert make(one) is None


def test_a_value_between_that_moves_something_else() -> None:
    """An input that at some value alone moves another thing is not compiled."""
    one = varied(RENT, "share.a=10 %; 20 %; 30 %; 40 %; 50 %")
    through = door(one)
    odd = door(
        varied(changed(costs={"drift": {"budget": {"2022": "1", "2023": "2"}}}), "cost=+0 %")
    )

    def sometimes(asked: Any) -> Any:
        return odd(asked) if asked[0].value == "20 %" else through(asked)

    assert compiled(sometimes, one.grid, one.question) is None


def test_what_is_kept_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been worked out is forgotten when it is too much, and worked out again."""
    monkeypatch.setattr(module, "_MOST_KEPT", 2)
    assert_the_same(varied(RENT, "share.a=10 %..60 %:10 %", "index.kpi=1 %; 3 %"))


def test_what_is_wrong_with_the_data_ends_it() -> None:
    """A combination whose year cannot be worked out is no amount but an error."""
    steps = {"steps": [{"fixed": {"a": "5 000"}}, {"rest": {"b": "100 %"}}]}
    data = changed(
        periods=[{"from": "2022-01-01", "to": "2023-12-31", "split": steps}],
        costs={"drift": {"amount": "10 000"}},
    )
    fixed = "periods.1.split.steps.1.fixed.a=5 000; 7 000; 5 000"
    found = make(varied(data, "cost.drift=10 000; 6 000; 10 000", fixed))
    assert found is not None
    assert found.at((1, 0)) == (500_000, 100_000, 0) * 2
    assert found.at((0, 1)) == (700_000, 300_000, 0) * 2
    with pytest.raises(AgreementError, match="AV121"):
        found.at((1, 1))


def test_alike() -> None:
    """Two values are alike where only numbers differ, and in nothing else."""
    alike = module._alike
    assert alike(1, 2)
    assert alike({"a": (1, "x")}, {"a": (2, "x")})
    assert not alike({"a": 1}, {"b": 1})
    assert not alike((1,), (1, 2))
    assert not alike("x", "y")
    assert not alike(True, 2)  # noqa: FBT003 - a yes is no number
    assert not alike(1, "1")
