"""What holds for every agreement: sums, names, order and scale, on agreements made at random."""

from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from avtalskalk.calculation.calculate import calculate, prepare
from avtalskalk.checks.validation import examine
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import BASES, Basis, Statement
from avtalskalk.money import half_up
from avtalskalk.periods import year_of

pytestmark = pytest.mark.slow

Data = dict[str, Any]
IDS = ["alfa", "beta", "gamma", "delta"]
UNITS = {"öre": 1, "1 kr": 100, "100 kr": 10_000, "1 tkr": 100_000}
FIRST, LAST = date(2022, 1, 1), date(2026, 12, 31)
DAYS = st.dates(FIRST, LAST)
AMOUNTS = st.integers(-(10**11), 10**11)


def written(minor: int) -> str:
    """An amount in öre as a file writes it."""
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}.{abs(minor) % 100:02d}"


@st.composite
def splits(draw: st.DrawFn, parties: list[str]) -> Any:
    """Fixed shares, equal ones, or proportions."""
    kind = draw(st.sampled_from(["fixed", "equal", "parts"]))
    if kind == "equal":
        among = draw(st.lists(st.sampled_from(parties), min_size=1, unique=True))
        return draw(st.sampled_from(["equal", {"equal": among}]))
    weights = draw(
        st.lists(st.integers(0, 100), min_size=len(parties), max_size=len(parties)).filter(any)
    )
    if kind == "parts":
        return {
            "parts": {party: str(weight) for party, weight in zip(parties, weights, strict=True)}
        }
    whole = sum(weights)
    shares = {party: f"{weight}/{whole}" for party, weight in zip(parties, weights, strict=True)}
    if draw(st.booleans()):
        shares[draw(st.sampled_from(parties))] = "rest"
    return shares


@st.composite
def items(draw: st.DrawFn, parties: list[str]) -> Data:
    """A cost, a revenue or a grant: so much a year, for a time of its own or not."""
    item: Data = {"kind": draw(st.sampled_from(["cost", "revenue", "grant"]))}
    if draw(st.booleans()):
        item["amount"] = written(draw(AMOUNTS))
    else:
        item["covers"] = draw(st.sampled_from(["year", "period"]))
        item["budget"] = {str(year): written(draw(AMOUNTS)) for year in range(2021, 2027)}
    if draw(st.booleans()):
        item["split"] = draw(splits(parties))
    if draw(st.booleans()):
        first, last = sorted(draw(st.tuples(DAYS, DAYS)))
        item |= {"from": first.isoformat(), "to": last.isoformat()}
    return item


@st.composite
def agreements(draw: st.DrawFn) -> Data:
    """An agreement of some parties over some periods."""
    parties = IDS[: draw(st.integers(2, 4))]
    cuts = sorted(draw(st.sets(DAYS.filter(lambda day: day > FIRST), max_size=3)))
    starts = [FIRST, *cuts]
    ends = [day - timedelta(1) for day in cuts] + [LAST]
    periods = [
        {"from": first.isoformat(), "to": last.isoformat(), "split": draw(splits(parties))}
        for first, last in zip(starts, ends, strict=True)
    ]
    count = draw(st.integers(1, 3))
    rounding = {
        "to": draw(st.sampled_from(list(UNITS))),
        "at": draw(st.sampled_from(["item", "total"])),
    }
    return {
        "avtalskalk": "1",
        "id": "slump",
        "title": "Slump",
        "fiscal_year": {
            "starts": draw(st.sampled_from(["01-01", "07-01", "11-01"])),
            "named": "start",
        },
        "proration": draw(st.sampled_from(["days", "months", "quarters"])),
        "rounding": rounding,
        "parties": {party: party.title() for party in parties},
        "periods": periods,
        "costs": {f"post-{place}": draw(items(parties)) for place in range(count)},
    }


def agreed(data: Data) -> Agreement:
    found = examine(data)
    assert found.agreement is not None, found.diagnostics
    return found.agreement


def year_in(data: Data) -> int:
    """A fiscal year that the agreement covers whole."""
    return year_of(date(2024, 6, 30), int(data["fiscal_year"]["starts"][:2]))


def paid(statement: Statement) -> dict[str, int | None]:
    return {total.party: total.amount for total in statement.totals}


def by_item(statement: Statement) -> dict[tuple[str, str], int]:
    """What each party pays of each item."""
    found: dict[tuple[str, str], int] = {}
    for row in statement.rows:
        if row.line == "split":
            where = row.item, row.party
            found[where] = found.get(where, 0) + row.amount
    return found


def scaled(data: Data, times: int) -> Data:
    """The same agreement with every amount so many times as large."""
    result = deepcopy(data)
    for item in result["costs"].values():
        if "amount" in item:
            item["amount"] = written(minor(item["amount"]) * times)
        for year, amount in item.get("budget", {}).items():
            item["budget"][year] = written(minor(amount) * times)
    return result


def minor(amount: str) -> int:
    return int(amount.replace(".", ""))


@given(agreements(), st.integers(2021, 2026))
@settings(deadline=None)
def test_rows_sum_to_totals_and_totals_to_the_rounded_cost(data: Data, year: int) -> None:
    """Nothing is lost or made: by party, by item, and all together."""
    statement = calculate(agreed(data), year)
    unit, at = UNITS[data["rounding"]["to"]], data["rounding"]["at"]
    for total in statement.totals:
        assert total.amount == sum(row.amount for row in statement.rows if row.party == total.party)
        assert (total.amount or 0) % unit == 0
    for item in statement.items:
        assert item.amount == sum(row.amount for row in statement.rows if row.item == item.item)
        assert item.exact is not None
        rounded_to = unit if at == "item" else 1
        assert item.amount == half_up(item.exact.numerator, item.exact.denominator, rounded_to)
    if at == "total":
        net = sum((item.exact or Fraction(0) for item in statement.items), Fraction(0))
        assert sum(total.amount or 0 for total in statement.totals) == half_up(
            net.numerator, net.denominator, unit
        )


@given(agreements())
@settings(deadline=None)
def test_each_party_is_within_a_unit_of_exact(data: Data) -> None:
    """No party's item is a unit or more from exact, as a million times the cost shows it."""
    year, times = year_in(data), 10**6
    unit = UNITS[data["rounding"]["to"]] if data["rounding"]["at"] == "item" else 1
    fine = {**scaled(data, times), "rounding": {"to": "öre"}}
    rough, exact = by_item(calculate(agreed(data), year)), by_item(calculate(agreed(fine), year))
    for where in rough.keys() | exact.keys():
        off = abs(rough.get(where, 0) * times - exact.get(where, 0))
        assert off <= unit * times + 1


@given(agreements(), st.integers(2021, 2026), st.sampled_from(BASES))
@settings(deadline=None)
def test_what_a_plan_keeps_changes_nothing(data: Data, year: int, basis: Basis) -> None:
    """A plan that has calculated other years and bases gives the same as a new one."""
    agreement = agreed(data)
    plan = prepare(agreement)
    for other in (year - 1, year + 1):
        for any_basis in BASES:
            calculate(plan, other, any_basis)
    assert calculate(plan, year, basis) == calculate(agreement, year, basis)


@given(agreements(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_keys_changes_nothing(data: Data, random: Any) -> None:
    """But for the parties', whose order settles ties, mappings may stand in any order."""

    def shuffled(node: Any, path: tuple[str, ...] = ()) -> Any:
        if isinstance(node, list):
            return [shuffled(inner, path) for inner in node]
        if not isinstance(node, dict):
            return node
        keys = list(node)
        if path != ("parties",):
            random.shuffle(keys)
        return {key: shuffled(node[key], (*path, key)) for key in keys}

    year = year_in(data)
    assert paid(calculate(agreed(shuffled(data)), year)) == paid(calculate(agreed(data), year))


@given(agreements())
@settings(deadline=None)
def test_the_names_of_parties_change_nothing(data: Data) -> None:
    """Under other names, in the same order, everybody pays the same."""
    names = dict(zip(IDS, ["z", "y", "x", "w"], strict=True))

    def renamed(node: Any) -> Any:
        if isinstance(node, dict):
            return {names.get(key, key): renamed(inner) for key, inner in node.items()}
        if isinstance(node, list):
            return [renamed(inner) for inner in node]
        return names.get(node, node)

    year = year_in(data)
    expected = {
        names[party]: amount for party, amount in paid(calculate(agreed(data), year)).items()
    }
    assert paid(calculate(agreed(renamed(data)), year)) == expected


@given(agreements())
@settings(deadline=None)
def test_the_order_of_parties_matters_in_ties_only(data: Data) -> None:
    """Turned around, no party's item moves by more than one unit, and the items not at all."""
    turned = {**data, "parties": dict(reversed(data["parties"].items()))}
    year = year_in(data)
    one, other = calculate(agreed(data), year), calculate(agreed(turned), year)
    unit = UNITS[data["rounding"]["to"]]
    lines = len(data["costs"]) + 1
    for party, amount in paid(one).items():
        assert abs((amount or 0) - (paid(other)[party] or 0)) <= unit * lines
    assert {item.item: item.amount for item in one.items} == {
        item.item: item.amount for item in other.items
    }


@given(agreements(), st.sampled_from([10, -1]))
@settings(deadline=None)
def test_scaling_the_amounts_scales_the_exact_cost(data: Data, times: int) -> None:
    """Ten times the amounts is ten times each exact cost; the opposite is the mirror to the öre."""
    year = year_in(data)
    one, other = calculate(agreed(data), year), calculate(agreed(scaled(data, times)), year)
    assert [item.exact for item in other.items] == [
        item.exact * times for item in one.items if item.exact is not None
    ]
    if times == -1:
        assert paid(other) == {party: -(amount or 0) for party, amount in paid(one).items()}


@given(agreements(), st.integers(2022, 2025), AMOUNTS)
@settings(deadline=None)
def test_a_solved_total_gives_the_part_it_was_solved_from(data: Data, year: int, part: int) -> None:
    """However the terms change in the year, the party named bears exactly its known part."""
    first = next(iter(data["parties"]))
    budget = {str(year): {"known_part": {first: written(part)}}}
    costs = {"x": {"covers": "period", "budget": budget}}
    found = examine({**data, "rounding": {"to": "öre"}, "costs": costs})
    # A party without a share cannot have a known part: that is an error of its year.
    assume(not any(finding.severity == "error" for finding in found.diagnostics))
    assert found.agreement is not None
    statement = calculate(found.agreement, year)
    assert paid(statement)[first] == part
