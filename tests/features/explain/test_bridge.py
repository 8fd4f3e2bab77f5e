"""What changed an amount from one year to another: bars that close to the öre."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from tests.features.explain.test_tree import BY_NAME, planned

from avtalskalk.calculation.calculate import prepare
from avtalskalk.features.explain.bridge import Bridge, bridge
from avtalskalk.model.agreement import Agreement

Agreed = Callable[..., Agreement]
YEARS = "from: 2023-01-01, to: 2024-12-31"


@pytest.fixture
def bars(agreed: Agreed) -> Callable[..., dict[str, int | None]]:
    """``bars("…", "a")``: what each thing moves for a party from 2023 to 2024."""

    def read(text: str, party: str = "a", basis: Any = "budget") -> dict[str, int | None]:
        found = bridge(prepare(agreed(text)), 2023, 2024, party, basis)
        assert closes(found)
        return {bar.rule: bar.amount for bar in found.bars if bar.amount}

    return read


def closes(found: Bridge) -> bool:
    """Whether start and bars are the end."""
    if found.first.value is None or found.last.value is None:
        return all(bar.amount is None for bar in found.bars)
    moved = sum(bar.amount or 0 for bar in found.bars)
    return found.first.value + moved == found.last.value


@pytest.mark.parametrize("name", BY_NAME)
def test_every_bridge_closes(name: str) -> None:
    """Start and bars are the end, to the öre, between all years of every rule kind."""
    figures = BY_NAME[name]
    plan = planned(figures[0].data)
    assert plan is not None
    first = figures[0].year
    for year in {first - 1, *(one.year for one in figures), first + 1}:
        if plan.year(first).segments and plan.year(year).segments:
            for party in plan.parties:
                assert closes(bridge(plan, first, year, party, figures[0].basis))


def test_a_change_of_shares_is_all_split(agreed: Agreed) -> None:
    """From 70/30 to 50/50 on 1 914 476 kr: 382 895,20 kr for the smaller party, all of it split."""
    agreement = agreed("""
        periods:
          - {from: 2023-01-01, to: 2023-12-31, split: {a: 70 %, b: 30 %}}
          - {from: 2024-01-01, to: 2024-12-31, split: {a: 50 %, b: 50 %}}
        costs: {x: {budget: {2023: 1 914 476, 2024: 1 914 476}}}
    """)
    found = bridge(prepare(agreement), 2023, 2024, "b")
    assert {bar.rule: bar.amount for bar in found.bars if bar.amount} == {"split": 38289520}
    (part,) = found.bars[2].parts
    assert (part.before, part.after) == (Fraction(3, 10), Fraction(1, 2))
    for place, nodes in enumerate(part.reasons):
        assert {node.path for node in nodes} == {("periods", place, "split", "b")}


def test_volume_before_price(bars: Callable[..., Any]) -> None:
    """100 at 5 kr to 120 at 6 kr, half each: 50 kr of volume at the old price, 60 kr of price."""
    text = f"""
        periods: [{{{YEARS}, split: {{a: 50 %, b: 50 %}}}}]
        costs: {{x: {{price: {{2023: 5, 2024: 6}}, quantity: {{2023: 100, 2024: 120}}}}}}
    """
    assert bars(text) == {"volume": 5000, "price_index": 6000}


@pytest.mark.parametrize(
    ("costs", "moved"),
    [
        # 5 % of 100 000 kr more: half of 100 000 and of 5 000 kr.
        ("amount: 1 000 000, index: {series: k, base: 2023-01, level: 2023}", (0, 5_250_000)),
        # 100 at 5 kr to 120 at 6: half of 100 and of 5 kr more, then half of 120 and of 6 kr.
        ("price: {2023: 5, 2024: 6}, quantity: {2023: 100, 2024: 120}", (5_250, 6_300)),
        ("budget: {2023: 1 000, 2024: 1 200}", (10_500, 0)),
    ],
)
def test_an_overhead_moves_with_what_it_is_on(
    bars: Callable[..., Any], costs: str, moved: tuple[int, int]
) -> None:
    """An overhead of 5 % has the volume and the prices of the cost that it is on."""
    text = f"""
        periods: [{{{YEARS}, split: {{a: 50 %, b: 50 %}}}}]
        costs: {{x: {{{costs}}}, o: {{percent: 5 %, of: [x]}}}}
        indices: {{k: {{values: {{2023-01: 100, 2024-01: 110}}}}}}
    """
    found = bars(text)
    assert (found.get("volume", 0), found.get("price_index", 0)) == moved


def test_an_overhead_on_two_costs(bars: Callable[..., Any]) -> None:
    """10 % of 1 000 kr and of 100 at 5 kr, on which 10 % more is laid again.

    The 1 000 rise by an index of 10 %, the 100 become 200: 100 kr of price and 500 of volume,
    with the overheads 121 and 605 kr, of which a has half.
    """
    text = f"""
        periods: [{{{YEARS}, split: {{a: 50 %, b: 50 %}}}}]
        costs:
          x: {{amount: 1 000, index: {{series: k, base: 2023-01, level: 2023}}}}
          y: {{price: 5, quantity: {{2023: 100, 2024: 200}}}}
          o: {{percent: 10 %, of: [x, y]}}
          p: {{percent: 10 %, of: [x, y, o]}}
        indices: {{k: {{values: {{2023-01: 100, 2024-01: 110}}}}}}
    """
    assert bars(text) == {"volume": 30_250, "price_index": 6_050}


def test_an_index_is_a_price(bars: Callable[..., Any]) -> None:
    """1 000 kr and ten per cent more by the index."""
    text = f"""
        periods: [{{{YEARS}, split: equal}}]
        costs: {{x: {{amount: 3 000, index: {{series: k, base: 2023-01, level: 2023}}}}}}
        indices: {{k: {{values: {{2023-01: 100, 2024-01: 110}}}}}}
    """
    assert bars(text) == {"price_index": 10000}


def test_own_amounts_by_size(bars: Callable[..., Any]) -> None:
    """Ten inhabitants more at 2 kr, then 1 kr more for each of 110."""
    text = f"""
        periods: [{{{YEARS}, split: equal}}]
        keys: {{p: {{values: {{2023: {{a: 100, b: 1, c: 1}}, 2024: {{a: 110, b: 1, c: 1}}}}}}}}
        costs: {{x: {{price: {{2023: 2, 2024: 3}}, per: p}}}}
    """
    assert bars(text) == {"volume": 2000, "price_index": 11000}


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [("10, 10", {"price_index": 5000}), ("10, 20", {"volume": 25000})],
)
def test_a_row_of_a_table(bars: Callable[..., Any], sizes: str, expected: dict[str, int]) -> None:
    """The same row at another amount is price, another row volume."""
    first, last = sizes.split(", ")
    text = f"""
        periods: [{{{YEARS}, split: equal}}]
        keys:
          p: {{values: {{2023: {{a: {first}, b: 1, c: 1}}, 2024: {{a: {last}, b: 1, c: 1}}}}}}
        costs:
          x:
            bands:
              by: p
              table: [{{below: 15, amount: {{2023: 50, 2024: 100}}}}, {{amount: 300}}]
    """
    assert bars(text) == expected


def test_items_that_come_and_go_are_volume(bars: Callable[..., Any]) -> None:
    """A new item and one that has ended, half each."""
    text = f"""
        periods: [{{{YEARS}, split: {{a: 50 %, b: 50 %}}}}]
        costs:
          x: {{amount: 100, to: 2023-12-31}}
          y: {{amount: 300, from: 2024-01-01}}
    """
    assert bars(text) == {"volume": 10000}


def test_steps_are_gone_through_again(bars: Callable[..., Any]) -> None:
    """Of 200 kr more, a bears nothing: its first 100 kr are filled already."""
    text = f"""
        periods: [{{{YEARS}, split: {{steps: [{{first: 100, split: {{a: 100 %}}}},
                                             {{rest: {{b: 100 %}}}}]}}}}]
        costs: {{x: {{budget: {{2023: 200, 2024: 400}}}}}}
    """
    assert bars(text) == {}
    assert bars(text, "b") == {"volume": 20000}


def test_steps_that_a_smaller_cost_does_not_fill(bars: Callable[..., Any]) -> None:
    """A cost below the fixed amounts of the year before goes in proportion, the rest is split."""
    text = """
        periods:
          - {from: 2023-01-01, to: 2023-12-31,
             split: {steps: [{fixed: {a: 60}}, {rest: {b: 100 %}}]}}
          - {from: 2024-01-01, to: 2024-12-31, split: {a: 100 %}}
        costs: {x: {budget: {2023: 100, 2024: 50}}}
    """
    assert bars(text) == {"volume": -3000, "split": 2000}


def test_a_limit_has_its_own_bar(bars: Callable[..., Any]) -> None:
    """300 kr more, but no more than 10 % above 500 kr: 250 kr are taken away again."""
    text = f"""
        periods: [{{{YEARS}, split: {{a: 50 %, b: 50 %}}, limits:
            [{{party: a, max_increase: 10 %, difference: b}}]}}]
        paid: {{2022: {{a: 1 000, b: 1 000}}}}
        costs: {{x: {{budget: {{2023: 1 000, 2024: 1 600}}}}}}
    """
    assert bars(text) == {"volume": 30000, "limits": -25000}


def test_surcharges_and_rounding(bars: Callable[..., Any]) -> None:
    """A third of one öre more: nothing is moved but the rounding; a surcharge has its bar."""
    text = f"""
        periods: [{{{YEARS}, split: equal}}]
        costs: {{x: {{budget: {{2023: 300, 2024: 600.01}}, surcharge: {{percent: 6 %}}}}}}
    """
    assert bars(text) == {"volume": 10000, "rounding": 1, "surcharges": 600}


def test_an_incomplete_year_says_what_is_missing(agreed: Agreed) -> None:
    """Without an amount the bars are unknown, and the shares known all the same."""
    agreement = agreed("""
        periods:
          - {from: 2023-01-01, to: 2023-12-31, split: {a: 70 %, b: 30 %}}
          - {from: 2024-01-01, to: 2024-12-31, split: {a: 50 %, b: 50 %}}
        costs: {x: {budget: {2024: 100}}}
    """)
    found = bridge(prepare(agreement), 2023, 2024, "b")
    assert [tuple(one) for one in found.lacking] == [("2023", "costs.x.budget.2023")]
    assert found.shares == (("x", Fraction(3, 10), Fraction(1, 2)),)
    assert {bar.amount for bar in found.bars} == {None}


def test_an_agreement_without_costs(agreed: Agreed) -> None:
    """What is missing are the costs themselves."""
    agreement = agreed(f"{{periods: [{{{YEARS}, split: equal}}]}}")
    found = bridge(prepare(agreement), 2023, 2024, "b")
    assert [one.what for one in found.lacking] == ["costs", "costs"]
