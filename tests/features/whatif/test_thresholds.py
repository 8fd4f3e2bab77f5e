"""Thresholds: how they are written, and the years that are beyond them."""

from collections.abc import Callable
from typing import Any

import pytest

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.comparison import compare
from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import Amount, Phrase
from avtalskalk.features.whatif.thresholds import Judged, passed, read_threshold

BEFORE = """
    periods: [{from: 2023-01-01, to: 2024-12-31, split: {a: 60 %, b: 40 %}}]
    costs: {x: {budget: {2023: 1 000 kr, 2024: 2 000 kr}}}
    frames: {a: {2023: 500 kr}, b: {2023: 900 kr}}
"""
AFTER = BEFORE.replace("a: 60 %, b: 40 %", "a: 70 %, b: 30 %")


@pytest.fixture(scope="module")
def judged(data: Callable[..., Any]) -> Judged:
    """An agreement before and after another split: a pays 600 and 1 200, then 700 and 1 400."""
    plans = [examine(data(text)).plan for text in (BEFORE, AFTER)]
    before, after = ([calculate(p, y, "budget") for y in (2023, 2024)] for p in plans if p)
    found = compare(before, after)
    return Judged(found.heading, found.figures, found.totals)


def beyond(written: str, judged: Judged) -> list[tuple[object, object]]:
    """The years beyond a threshold, each with the amount that is said, in öre."""
    threshold = read_threshold(written)
    assert threshold is not None
    return [
        (one.arguments["year"], one.arguments["amount"])
        for one in passed(threshold, judged)
        if one.code != "AV778"
    ]


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("a > 1 000 kr", {"2024": 140000}),
        ("a>=1,4 tkr", {"2024": 140000}),
        ("a > 1 400", {}),
        ("a < 1 tkr", {"2023": 70000}),
        ("a <= 700", {"2023": 70000}),
        ("a == 700", {"2023": 70000}),
        ("a != 700", {"2024": 140000}),
        ("b > a", {}),
        ("a > b", {"2023": 70000, "2024": 140000}),
        ("a > frame", {"2023": 70000}),
        ("any > frame", {"2023": 70000}),
        ("any > 1 300", {"2024": 140000}),
        ("total >= 2 000", {"2024": 200000}),
        ("a < total", {"2023": 70000, "2024": 140000}),
        ("a.difference > 100", {"2024": 20000}),
        ("a.difference > 10 %", {"2023": 10000, "2024": 20000}),
        ("b.difference < -25 %", {}),
        ("b.difference <= -25 %", {"2023": -10000, "2024": -20000}),
        ("total.difference != 0", {}),
    ],
)
def test_what_is_beyond(judged: Judged, written: str, years: dict[str, int]) -> None:
    """A threshold tells of the years in which it is reached, and of what is paid then."""
    assert beyond(written, judged) == [
        (year, Amount(minor, "SEK")) for year, minor in years.items()
    ]


@pytest.mark.parametrize(
    "written", ["", "a", "a 5", "a > ", "> 5", "a => 5", ".difference > 5", "a.difference > frame",
                "a > 5 %"],
)  # fmt: skip
def test_what_cannot_be_read(written: str) -> None:
    """What is no threshold is refused as a whole."""
    assert read_threshold(written) is None


@pytest.mark.parametrize(
    ("written", "parties"),
    [("a > b", ("a", "b")), ("any > b", ("b",)), ("total < 5", ()), ("a < frame", ("a",)),
     ("a < total", ("a",))],
)  # fmt: skip
def test_the_parties_it_names(written: str, parties: tuple[str, ...]) -> None:
    """A threshold knows whom it names, so that a misspelt party can be told of."""
    threshold = read_threshold(written)
    assert threshold is not None
    assert threshold.parties == parties


def test_a_part_of_nothing(judged: Judged) -> None:
    """What was nothing before has risen by no percentage, which is said; by an amount it has."""
    figures = tuple(one._replace(was=one.was._replace(amount=0)) for one in judged.figures)
    from_nothing = judged._replace(figures=figures)
    assert beyond("a.difference > 1 000", from_nothing) == [("2024", Amount(140000, "SEK"))]
    threshold = read_threshold("a.difference > 5 %")
    assert threshold is not None
    found = list(passed(threshold, from_nothing))
    assert [(one.code, one.arguments["reason"]) for one in found] == [
        ("AV778", Phrase("nothing_before"))
    ] * 2


def test_what_cannot_be_tried(judged: Judged, data: Callable[..., Any]) -> None:
    """A year without a frame, or without its figures, is neither within nor beyond."""
    threshold = read_threshold("b > frame")
    assert threshold is not None
    (one,) = [one for one in passed(threshold, judged) if one.code == "AV778"]
    assert (one.arguments["year"], one.severity) == ("2024", "note")
    threshold = read_threshold("any > frame")
    assert threshold is not None
    assert not any(one.code == "AV778" for one in passed(threshold, judged))
    without = judged._replace(figures=tuple(one for one in judged.figures if one.year == "2024"))
    (one,) = passed(threshold, without)
    assert (one.code, one.arguments["year"]) == ("AV778", ("2024",))
    assert one.arguments["reason"] == Phrase("no_frame")
    found = data("costs: {x: {budget: {2024: 5}}}")
    plan = examine(found).plan
    assert plan is not None
    lacking = compare([calculate(plan, 2024)], [calculate(plan, 2024)])
    threshold = read_threshold("total > 5")
    assert threshold is not None
    (one,) = passed(threshold, Judged(lacking.heading, lacking.figures, lacking.totals))
    assert one.arguments["reason"] == Phrase("not_complete")
    assert one.arguments["who"] == Phrase("all_parties")
