"""What differs between two versions: nothing in the writing, everything in the meaning."""

import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import Amount, Number
from avtalskalk.features.diff.differences import Difference, Differences, differences
from avtalskalk.features.diff.normal_form import Branch, Leaf
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.data_paths import patched
from avtalskalk.model.validation import validate

Data = dict[str, Any]
MakeData = Callable[..., Data]

SPLIT = "split: {a: 70 %, b: 30 %}"
COSTS = "costs: {drift: {budget: {2024: 1 914 tkr}}}"


def between(old: Data, new: Data) -> Differences:
    """What differs between two sound agreements."""
    before, after = examine(old), examine(new)
    assert before.agreement is not None, before.diagnostics
    assert after.agreement is not None, after.diagnostics
    return differences(before.agreement, after.agreement, new)


def keys(found: Differences) -> list[str]:
    return [".".join(one.keys) for one in found.others]


# --- The same ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("costs: {x: {budget: {2024: 1 914 tkr}}}", "costs: {x: {budget: {2024: 1914000.00 kr}}}"),
        ("costs: {x: {amount: {2024: 5}}}", "costs: {x: {amount: {2024-01-01: 5 kr}}}"),
        ("split: {a: 1/2, b: 1/2}", "split: {b: 50 %, a: 50.0 %}"),
        ("proration: days\nrounding: {to: 1 öre}", ""),
        ("split: {by: k, among: [a, b]}\nkeys: {k: {values: {a: 1, b: 2}}}",
         "split: {by: k, among: [b, a]}\nkeys: {k: {values: {b: 2.0, a: '1'}}}"),
        ("indices: {i: {values: {2024: 1, 2025: 2}}}",
         "indices: {i: {values: {2025-01: 2, 2024: {value: 1, status: final}}}}"),
        ("periods: [{from: 2024-01-01, split: equal, decisions: {a: [], b: {status: pending}}}]",
         "periods: [{from: 2024-01, split: equal, decisions: {b: [{status: pending}]}}]"),
        ("assumptions: [Ett., Två.]", "assumptions: [Två., Ett.]"),
        ("costs: {x: {amount: 1, covers: year}}",
         "costs: {x: {covers: {budget: year, forecast: year, actual: year}, amount: 1 kr}}"),
        ("host: {name: Z}\nprovider: Y", "provider: {name: Y}\nhost: {name: Z}"),
    ],
)  # fmt: skip
def test_another_way_to_write_the_same(data: MakeData, one: str, other: str) -> None:
    """Units, aliases of years, the order of keys, what is the default: no difference."""
    old, new = data(one), data(other)
    assert not between(old, new)
    assert not between(new, old)


def shuffled(value: Any, order: random.Random) -> Any:
    """The same data with its keys in another order; lists keep theirs."""
    if isinstance(value, dict):
        pairs = [(key, shuffled(inner, order)) for key, inner in value.items()]
        order.shuffle(pairs)
        return dict(pairs)
    return [shuffled(inner, order) for inner in value] if isinstance(value, list) else value


@given(seed=st.integers(0, 1000))
@settings(max_examples=10, deadline=None)
def test_keys_may_stand_in_any_order(whole_format: Data, seed: int) -> None:
    """Every construct of the format with its keys moved about means the same."""
    assert not between(whole_format, shuffled(whole_format, random.Random(seed)))  # noqa: S311


# --- Everything that differs ---------------------------------------------------------------

_WORDS = (
    *("10 %", "false", "true", "equal", "approved", "pending", "2024-05-05", "7", "monthly"),
    *("half_up", "up", "preliminary", "regionen", "alfa", "beta", "months", "actual", "grant"),
    *("year", "period", "kept", "others", "2 years", "arrears"),
)


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every single value with its path; what readings set has paths of its own."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if "." not in key:
                yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*path, str(place + 1)))
    else:
        yield ".".join(path), value


def other_values(value: str) -> Iterator[str]:
    """What might stand there instead: another figure, or another word."""
    for pattern in (r"\d(?=\D*$)", r"\d"):
        if re.search(pattern, value):
            yield re.sub(pattern, lambda found: str((int(found[0]) + 1) % 10), value, count=1)
    yield f"{value}x"
    if not re.search(r"\d", value):
        yield from _WORDS


@pytest.mark.slow
def test_every_value_that_changes_is_told(whole_format: Data) -> None:
    """Each value of the whole format set to another one, wherever that is valid: a difference."""
    base = examine(whole_format).agreement
    assert base is not None
    changed = 0
    for path, value in leaves(whole_format):
        for other in other_values(value):
            patch = patched(whole_format, {path: other})
            # The checks of what goes together take long, and differences do not rest on them.
            agreement = validate(patch.data).agreement
            if agreement is not None and agreement != base:
                assert differences(base, agreement, patch.data), (path, value, other)
                changed += 1
                break
    assert changed > 220


@pytest.mark.slow
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_random_patches_are_told(whole_format: Data, data: st.DataObject) -> None:
    """Several values at random set to others: a difference whenever the agreement is another."""
    base = examine(whole_format).agreement
    assert base is not None
    known = dict(leaves(whole_format))
    paths = data.draw(st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=4, unique=True))
    patch = patched(
        whole_format,
        {path: data.draw(st.sampled_from(list(other_values(known[path])))) for path in paths},
    )
    agreement = validate(patch.data).agreement
    if agreement is not None:
        assert bool(differences(base, agreement, patch.data)) == (agreement != base)


def test_what_is_there_on_one_side_alone(data: MakeData) -> None:
    """Parties, costs, keys, indices and sources are told one by one, the first of them too."""
    more = data(
        """
        split: {a: 70 %, b: 30 %}
        costs: {x: {amount: 1}, y: {amount: 2}}
        keys: {k: {values: {a: 1}}}
        indices: {i: {values: {2024: 1}}}
        sources: {s: {title: Avtal}}
        """
    )
    added = between(data(SPLIT), more)
    assert keys(added) == ["costs.x", "costs.y", "keys.k", "indices.i", "sources.s"]
    assert all(one.before is None for one in added.others)
    removed = between(more, data(SPLIT))
    assert keys(removed) == keys(added)
    assert all(one.after is None and one.path == () for one in removed.others)


def test_values_are_exact_and_lead_to_their_place(data: MakeData) -> None:
    """An amount of a year is told in öre, with the year as the new file writes it."""
    old = data("costs: {x: {budget: {2024: 100, 2025: 5}}}")
    new = data("costs: {x: {budget: {2024-01-01: 101,50, 2025: 5}}}")
    with pytest.raises(AssertionError):
        between(old, new)  # annual amounts are by year, so a day is refused
    new = data("costs: {x: {budget: {2024: 101.50, 2025: 5}}}")
    (one,) = between(old, new).others
    assert one == Difference(
        ("costs", "x", "budget", "2024"),
        ("costs", "x", "budget", "2024"),
        Leaf(Amount(10000, "SEK")),
        Leaf(Amount(10150, "SEK")),
    )


def test_a_key_by_day_and_by_year_is_not_the_same(data: MakeData) -> None:
    """A value for a whole year stands for each of its days, one for 1 January does not."""
    old = data("keys: {k: {values: {2024: {a: 1}}}}")
    new = data("keys: {k: {values: {2024-01-01: {a: 1}}}}")
    assert keys(between(old, new)) == ["keys.k.values.2024-01-01", "keys.k.values.2024"]


def test_a_known_part_that_becomes_an_amount(data: MakeData) -> None:
    """One party's part and a whole amount are two ways to state a year, told as one change."""
    old = data(f"{SPLIT}\ncosts: {{x: {{budget: {{2024: {{known_part: {{b: 30}}}}}}}}}}")
    new = data(f"{SPLIT}\ncosts: {{x: {{budget: {{2024: {{value: 100, source: Brev}}}}}}}}")
    (one,) = between(old, new).others
    assert isinstance(one.before, Branch)
    assert isinstance(one.after, Branch)


# --- Periods -------------------------------------------------------------------------------

TWO_YEARS: list[Data] = [
    {"from": "2021-01-01", "to": "2021-12-31", "split": {"a": "70 %", "b": "30 %"}},
    {"from": "2022-01-01", "to": "2022-12-31", "continues": "true"},
]


def with_periods(data: MakeData, *periods: Data) -> Data:
    return data("", periods=list(periods))


def test_from_which_day_a_split_is_another(data: MakeData) -> None:
    """70/30 that goes on is 50/50 from 2022 on: one sentence's worth, at the new split's line."""
    halves = {"a": "50 %", "b": "50 %"}
    old = with_periods(data, *TWO_YEARS)
    new = with_periods(data, TWO_YEARS[0], {**TWO_YEARS[1], "split": halves})
    found = between(old, new)
    (one,) = found.splits
    assert (one.name, one.span.first, one.end) == ("default", date(2022, 1, 1), None)
    assert one.path == ("periods", 1, "split")
    assert found.others == ()


def test_a_split_that_is_another_for_a_time(data: MakeData) -> None:
    """What is the same again afterwards ends; several periods in a row are one change."""
    third = {"from": "2023-01-01", "split": {"a": "70 %", "b": "30 %"}}
    old = with_periods(data, *TWO_YEARS, third)
    changed = {**TWO_YEARS[0], "split": "equal"}
    (one,) = between(old, with_periods(data, changed, TWO_YEARS[1], third)).splits
    assert (one.span.first, one.end) == (date(2021, 1, 1), date(2022, 12, 31))


def test_a_split_by_name_that_is_gone(data: MakeData) -> None:
    """A period without a split that it had: the period is the place, the other split is kept."""
    old = with_periods(
        data, {**TWO_YEARS[0], "splits": {"hr": {"a": "100 %"}, "it": {"b": "100 %"}}}
    )
    new = with_periods(data, {**TWO_YEARS[0], "splits": {"it": {"b": "100 %"}}})
    (one,) = between(old, new).splits
    assert (one.name, one.path, one.after) == ("hr", ("periods", 0), None)


def test_periods_are_known_by_their_days(data: MakeData) -> None:
    """One that is put in between is new; others keep theirs though they have other places."""
    extra = {"from": "2020-01-01", "to": "2020-12-31", "split": "equal"}
    found = between(with_periods(data, *TWO_YEARS), with_periods(data, extra, *TWO_YEARS))
    assert keys(found) == ["periods.2020-01-01"]
    assert found.others[0].path == ("periods", 0)
    gone = between(with_periods(data, extra, *TWO_YEARS), with_periods(data, *TWO_YEARS))
    assert keys(gone) == ["periods.2020-01-01"]


@pytest.mark.parametrize(
    ("days", "changed"),
    [
        ({"from": "2022-02-01", "to": "2022-12-31"}, "from"),
        ({"from": "2022-01-01", "to": "2022-11-30"}, "to"),
        ({"from": "2022-03-01", "to": "2022-10-31"}, "from"),
    ],
)
def test_a_period_with_other_days(data: MakeData, days: Data, changed: str) -> None:
    """A period is the same with one day moved, or both where the days still meet."""
    found = between(
        with_periods(data, *TWO_YEARS), with_periods(data, TWO_YEARS[0], {**TWO_YEARS[1], **days})
    )
    assert f"periods.{days['from']}.{changed}" in keys(found)
    assert f"periods.{days['from']}" not in keys(found)


def test_what_is_told_as_one_has_its_parts(data: MakeData) -> None:
    """A decision is one thing; what differs in it is there too."""
    old, new = (
        with_periods(data, {**TWO_YEARS[0], "decisions": {"a": {"status": "approved", "dnr": dnr}}})
        for dnr in ("1", "2")
    )
    (one,) = between(old, new).others
    assert one.keys == ("periods", "2021-01-01", "decisions", "a")
    assert [detail.keys[-1] for detail in one.details] == ["dnr"]


def test_several_decisions(data: MakeData) -> None:
    """A second body's decision beside the first is told with the party's."""
    one = {"status": "approved"}
    old, new = (
        with_periods(data, {**TWO_YEARS[0], "decisions": {"a": decided}})
        for decided in (one, [one, {"status": "pending"}])
    )
    assert keys(between(old, new)) == ["periods.2021-01-01.decisions.a"]


# --- Readings ------------------------------------------------------------------------------

READING = """
    costs: {x: {budget: {2024: 100}}}
    readings: {r: {title: T, set: {costs.x.budget.2024: 1 tkr}}}
"""


def test_a_reading_that_sets_the_same_in_other_words(data: MakeData) -> None:
    """What a reading sets is compared in what it makes of the agreement."""
    old, same = data(READING), data(READING.replace("1 tkr", "1 000 kr"))
    assert not between(old, same)
    (one,) = between(old, data(READING.replace("1 tkr", "2 tkr"))).others
    assert one.keys == ("readings", "r", "set", "costs", "x", "budget", "2024")
    assert (one.path, one.after) == (("readings", "r", "set"), Leaf(Amount(200000, "SEK")))


def test_a_reading_that_no_longer_fits(data: MakeData) -> None:
    """What the old reading set cannot be set in the new agreement: it is told that it differs."""
    text = "readings: {r: {title: T, set: {PERIOD.split: equal}}}"
    old = data(text.replace("PERIOD", "periods.2"), periods=TWO_YEARS)
    new = data(text.replace("PERIOD", "periods.1"), periods=TWO_YEARS[:1])
    last = between(old, new).others[-1]
    assert (last.keys, last.before, last.after) == (("readings", "r", "set"), None, None)


def test_numbers_are_numbers(data: MakeData) -> None:
    """A key's values are plain numbers, not money."""
    old, new = (data(f"keys: {{k: {{values: {{a: {value}}}}}}}") for value in ("1", "2"))
    (one,) = between(old, new).others
    assert one.after == Leaf(Number(2))


def test_what_an_index_is_rounded_to(data: MakeData) -> None:
    """A factor is rounded to a number, a change to a share, an amount to money."""
    clause = "series: kpi, base: 2021, level: 2022, cap: 5 %, round: {next_from: exact, "
    text = (
        f"{{indices: {{kpi: {{values: {{2021: 100}}}}}}, costs: {{x: {{amount: 5, index: {{{clause}"
    )
    old, new = (
        data(f"{text}{steps}}}}}}}}}}}")
        for steps in ("factor: 0.01, to: 1 kr", "factor: 0.1, to: 10 kr, change: 0.1 %")
    )
    changed = {one.path[-1]: one.after for one in between(old, new).others}
    assert changed == {
        "change": Leaf(Fraction(1, 1000)),
        "factor": Leaf(Number(Fraction(1, 10))),
        "to": Leaf(Amount(1000, "SEK")),
    }


def test_the_data_is_left_alone(data: MakeData) -> None:
    """To compare changes neither version."""
    old, new = data(READING), data(READING.replace("1 tkr", "2 tkr"))
    before = deepcopy((old, new))
    between(old, new)
    assert (old, new) == before


def test_an_agreement_is_like_itself(agreed: Callable[..., Agreement], data: MakeData) -> None:
    """No difference to itself."""
    assert not differences(agreed(COSTS), agreed(COSTS), data(COSTS))
