"""What can be varied and at which values, as an option says it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.whatif.inputs import (
    Axis,
    Input,
    Quantity,
    Unit,
    read_axis,
    read_input,
    read_quantity,
    writable,
    written,
)
from avtalskalk.model.values import Setting

SEK = Setting()


def axis(text: str, file: Setting = SEK) -> Axis:
    found = read_axis(text, file)
    assert isinstance(found, Axis), found
    return found


def values(text: str) -> list[str]:
    """The values of an input as they are asked for."""
    one = axis(text)
    return [str(one.request(value, SEK).value) for value in one.values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("share.alingsas=30 %..60 %:15 %", ["30 %", "45 %", "60 %"]),
        ("share.alingsas=30..60 %:15", ["30 %", "45 %", "60 %"]),
        ("share.a=1/3; 50 %", ["1/3", "50 %"]),
        ("cost=-2 %..+1 %:1 %", ["-2 %", "-1 %", "+0 %", "+1 %"]),
        ("cost=-2 %; 0 %; 4,5 %", ["-2 %", "+0 %", "+4.5 %"]),
        ("costs.drift.budget.2024=1 mkr..1,1 mkr:100 tkr", ["1000000 kr", "1100000 kr"]),
        ("costs.x.amount=1:-..2:-:1", ["1 kr", "2 kr"]),
        ("key.population.lerum=40 000..41 000:500", ["40000", "40500", "41000"]),
        ("price.x=1,1250..1,25:0,0625", ["1.1250", "1.1875", "1.25"]),
        ("x.1.to=2024-01-31..2024-03-31:1 month", ["2024-01-31", "2024-02-29", "2024-03-31"]),
        ("periods.1.to=2024-01-01..2024-01-08:7", ["2024-01-01", "2024-01-08"]),
        ("periods.1.to=2024-01-01..2024-03-15", ["2024-01-01", "2024-02-01", "2024-03-01"]),
        ("cost=5 %..5 %", ["+5 %"]),
        ("index.kpi=2 %; 3,5 %", ["2 %", "3.5 %"]),
        ("cost.drift=50 000..100 000:25 000", ["50000 kr", "75000 kr", "100000 kr"]),
        ("cost.drift=50 000..50 001:0,50", ["50000 kr", "50000.5 kr", "50001 kr"]),
        ("cost.drift=+50 000; +100 000", ["+50000 kr", "+100000 kr"]),
        ("cost=\u20132 %; 0 %; 4 %", ["-2 %", "+0 %", "+4 %"]),
        ("cost.drift=\u201350 000; 50 000", ["-50000 kr", "+50000 kr"]),
        ("price.besok=\u20135; 5,1250 kr", ["-5", "+5.1250"]),
        ("price.besok=1 100 kr..1 200 kr:50", ["1100", "1150", "1200"]),
        ("key.population.lerum=+0..+2 000:1 000", ["+0", "+1000", "+2000"]),
    ],
)  # fmt: skip
def test_values(text: str, expected: list[str]) -> None:
    """A range with its step, or a list; with a sign where it is something to add."""
    assert values(text) == expected


def test_a_range_without_a_step() -> None:
    """A range that says no step has ten even ones."""
    assert values("share.a=0 %..100 %") == [f"{percent} %" for percent in range(0, 101, 10)]
    assert len(values("x.y=1 kr..1,03 kr")) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("share.a", "AV850"),
        ("=1..2", "AV850"),
        ("share.a=", "AV850"),
        ("share.a=30 %..2 mkr", "AV851"),
        ("share.a=60 %..30 %", "AV851"),
        ("share.a=30 %..60 %:0 %", "AV851"),
        ("share.a=30 %..60 %:-5 %", "AV208"),
        ("share.a=30 %..60 %:1 kr", "AV851"),
        ("share.a=0 %..100 %:0,0001 %", "AV851"),
        ("share.a=..60 %", "AV851"),
        ("share.a=30 %; 2 kr", "AV851"),
        ("periods.1.to=2024-01-01..2024-03-15:0", "AV851"),
        ("periods.1.to=2024-01-01..2024-03-15:1 kr", "AV851"),
        ("share.a=x..y", "AV201"),
        ("share.a=30 %%; 2 %", "AV208"),
        ("periods.1.to=2024-02-30; 2024-03-01", "AV211"),
        ("key.x.y=1.2.3; 4", "AV205"),
    ],
)
def test_what_is_no_range(text: str, code: str) -> None:
    """What cannot be read says why, at the option."""
    found = read_axis(text, SEK)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.path) == (code, ("--vary",))


def test_inputs() -> None:
    """Inputs have short names; everything else is a path into the file."""
    assert read_input(" share.alingsas ") == Input("share", "alingsas", "share.alingsas")
    assert read_input("key.population.lerum") == Input(
        "key", "population.lerum", "key.population.lerum"
    )
    assert read_input("cost") == Input("cost", "", "cost")
    path = "costs.drift.budget.2024"
    assert read_input(path) == Input("set", path, path)


def test_another_currency() -> None:
    """An amount is written in the file's currency."""
    euro = Setting("EUR", 1)
    one = axis("costs.x.amount=10 EUR; 20,5 EUR", euro)
    assert [one.request(value, euro).value for value in one.values] == ["10 EUR", "20.5 EUR"]


QUANTITIES = st.one_of(
    st.builds(Quantity, st.just("amount"), st.integers(-(10**12), 10**12).map(Fraction)),
    st.builds(
        Quantity,
        st.sampled_from(["number", "share"]),
        st.fractions(0, 1000, max_denominator=10**6),
    ),
    st.builds(Quantity, st.just("day"), st.integers(700_000, 750_000).map(Fraction)),
)


@given(QUANTITIES)
def test_what_is_written_is_read(one: Quantity) -> None:
    """A value that can be written is read as the same."""
    exact = writable(one)
    assert read_quantity(written(exact, SEK), SEK) == exact
    assert abs(exact.value - one.value) <= Fraction(1, 2 * 10**12)


@pytest.mark.parametrize(
    ("unit", "value"), [("amount", Fraction(5, 2)), ("day", Fraction(1001, 2))]
)
def test_whole_minor_units_and_days(unit: Unit, value: Fraction) -> None:
    """An amount is whole minor units and a day a whole day: half of one goes up."""
    assert writable(Quantity(unit, value)).value == (value + Fraction(1, 2)) // 1


def test_a_share_below_zero() -> None:
    """A share that is taken away has decimals, for it cannot be written as a fraction."""
    third = writable(Quantity("share", Fraction(-1, 3)))
    assert written(third, SEK, signed=True) == "-33.333333333333 %"
