"""Spans of days: cut without loss, and measured in days, months and quarters."""

from calendar import isleap
from datetime import date
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskalk.periods import (
    LAST_DAY,
    Proration,
    Span,
    add_months,
    coverage,
    last_of_month,
    measure,
    year_label,
    year_of,
    year_span,
)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MONTHS = st.integers(1, 12)
YEARS = st.integers(1900, 2199)
PRORATIONS = st.sampled_from(get_args(Proration))
SPANS = st.lists(DAYS, min_size=2, max_size=2).map(lambda days: Span.between(min(days), max(days)))


def between(first: str, last: str) -> Span:
    return Span.between(date.fromisoformat(first), date.fromisoformat(last))


# --- by hand -------------------------------------------------------------------------------


def test_a_span_has_both_its_days() -> None:
    """Inclusive at the door, half-open inside: one day is a span of one."""
    span = between("2024-02-29", "2024-02-29")
    assert (span.first, span.last, span.stop - span.start) == (
        date(2024, 2, 29),
        date(2024, 2, 29),
        1,
    )


def test_the_known_day_of_a_span_is_one_that_somebody_has_named() -> None:
    """The first day, or of a span without a start the last; never the end of time."""
    day = date(2024, 5, 1)
    assert Span.between(day, None).known_day == day
    assert Span.between(None, day).known_day == day


@pytest.mark.parametrize("last", [date(2024, 5, 1), date(2024, 4, 30)])
def test_an_empty_span_is_refused(last: date) -> None:
    """A span ends after it starts."""
    start = date(2024, 5, 1).toordinal()
    with pytest.raises(ValueError, match="an empty span"):
        Span(start, last.toordinal())


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        (None, None, (False, False)),
        (date(2024, 1, 1), None, (True, False)),
        (None, date(2024, 1, 1), (False, True)),
        (date(2024, 1, 1), date(2024, 1, 1), (True, True)),
    ],
)
def test_a_span_knows_whether_it_has_ends(
    first: date | None, last: date | None, ends: tuple[bool, bool]
) -> None:
    """None is without start, or without end."""
    span = Span.between(first, last)
    assert (span.has_start, span.has_end) == ends


def test_until_further_notice_still_has_a_last_day_of_the_calendar() -> None:
    """A span without end can be asked for its last day."""
    assert Span.between(None, None).last == LAST_DAY


def test_overlap_is_what_both_have() -> None:
    """1 January to 30 June and 1 June to 31 December share June."""
    spring, rest = between("2024-01-01", "2024-06-30"), between("2024-06-01", "2024-12-31")
    assert spring.overlap(rest) == between("2024-06-01", "2024-06-30")


def test_neighbours_do_not_overlap() -> None:
    """The day after the last is not in the span."""
    assert between("2024-01-01", "2024-06-30").overlap(between("2024-07-01", "2024-07-01")) is None


def test_a_cut_starts_a_piece_on_each_day_inside() -> None:
    """A cut on the first day, outside, or twice on the same day makes no further piece."""
    span = between("2023-01-01", "2023-12-31")
    days = ["2023-10-03", "2023-01-01", "2023-10-03", "2024-01-01", "2022-05-05"]
    pieces = span.cut(date.fromisoformat(day).toordinal() for day in days)
    assert pieces == [between("2023-01-01", "2023-10-02"), between("2023-10-03", "2023-12-31")]


def test_a_change_on_3_october_is_275_and_90_days() -> None:
    """January to September has 273 days; with 1 and 2 October 275 of 365 are before the change."""
    year = year_span(2023)
    before, after = year.cut([date(2023, 10, 3).toordinal()])
    assert [coverage(piece, year, "days") for piece in (before, after)] == [
        Fraction(275, 365),
        Fraction(90, 365),
    ]


@pytest.mark.parametrize(("year", "days"), [(2023, 365), (2024, 366), (1900, 365), (2000, 366)])
def test_leap_years_have_366_days(year: int, days: int) -> None:
    """Every fourth year, but 1900 is none and 2000 is one."""
    assert measure(year_span(year), "days") == days


def test_a_fiscal_year_has_its_leap_day_where_it_lies() -> None:
    """July 2023 to June 2024 has 29 February 2024 in it; July 2024 to June 2025 has none."""
    assert measure(year_span(2023, 7), "days") == 366
    assert measure(year_span(2024, 7), "days") == 365


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-03-01", "2024-12-31", Fraction(10)),
        ("2024-02-01", "2024-02-29", Fraction(1)),
        ("2024-02-15", "2024-02-29", Fraction(15, 29)),
        ("2023-02-15", "2023-02-28", Fraction(14, 28)),
        ("2024-01-16", "2024-03-15", Fraction(16, 31) + 1 + Fraction(15, 31)),
        ("2024-04-10", "2024-04-12", Fraction(3, 30)),
    ],
)
def test_each_month_weighs_the_same(first: str, last: str, expected: Fraction) -> None:
    """A broken month counts its days over all its days."""
    assert measure(between(first, last), "months") == expected


@pytest.mark.parametrize(
    ("first", "last", "month", "expected"),
    [
        ("2023-04-01", "2023-12-31", 1, Fraction(3)),
        ("2023-05-01", "2023-06-30", 1, Fraction(61, 91)),  # April to June: 30 + 31 + 30
        ("2024-02-01", "2024-03-31", 1, Fraction(60, 91)),  # leap year: 31 + 29 + 31
        ("2023-05-01", "2023-07-31", 5, Fraction(1)),  # May to July is a quarter from May on
        ("2023-01-01", "2023-01-31", 2, Fraction(31, 92)),  # November to January: 30 + 31 + 31
    ],
)
def test_each_quarter_of_the_fiscal_year_weighs_the_same(
    first: str, last: str, month: int, expected: Fraction
) -> None:
    """Quarters follow the fiscal year, and a broken one counts its days."""
    assert measure(between(first, last), "quarters", month) == expected


@pytest.mark.parametrize(
    ("proration", "expected"),
    [
        ("days", Fraction(306, 366)),
        ("months", Fraction(10, 12)),
        ("quarters", (Fraction(31, 91) + 3) / 4),  # March of January to March: 31 of 91
    ],
)
def test_coverage_from_1_march(proration: Proration, expected: Fraction) -> None:
    """March to December 2024 by each way to count."""
    assert coverage(between("2024-03-01", "2024-12-31"), year_span(2024), proration) == expected


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("2023-06-30", 7, 2022), ("2023-07-01", 7, 2023), ("2023-01-01", 1, 2023)],
)
def test_a_fiscal_year_is_named_by_the_year_it_starts_in(day: str, month: int, year: int) -> None:
    """30 June 2023 lies in 2022/23 where the year starts in July."""
    assert year_of(date.fromisoformat(day), month) == year


@pytest.mark.parametrize(
    ("year", "month", "label"), [(2023, 1, "2023"), (2023, 7, "2023/24"), (1999, 7, "1999/00")]
)
def test_a_broken_year_is_written_with_both(year: int, month: int, label: str) -> None:
    """Only a year that does not start in January has two numbers."""
    assert year_label(year, month) == label


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-01-15", -1, "2023-12-15"),
        ("2024-12-01", 1, "2025-01-01"),
        ("2024-03-31", -13, "2023-02-28"),
    ],
)
def test_months_are_added_to_the_same_day_or_the_last(day: str, months: int, expected: str) -> None:
    """Where the month has no such day, its last stands."""
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


def test_the_last_of_february_knows_leap_years() -> None:
    """29 February in 2024, 28 in 2023."""
    assert (last_of_month(2024, 2), last_of_month(2023, 2)) == (
        date(2024, 2, 29),
        date(2023, 2, 28),
    )


# --- properties ----------------------------------------------------------------------------


@given(SPANS, st.lists(DAYS, max_size=8))
def test_the_pieces_of_a_cut_join_to_the_span(span: Span, days: list[date]) -> None:
    """Nothing is lost between the pieces, nothing lies in two."""
    pieces = span.cut(day.toordinal() for day in days)
    assert (pieces[0].start, pieces[-1].stop) == (span.start, span.stop)
    assert [one.stop for one in pieces[:-1]] == [one.start for one in pieces[1:]]


@given(YEARS, MONTHS, PRORATIONS, st.lists(st.integers(0, 366), max_size=8))
def test_the_coverage_of_all_pieces_is_the_whole_year(
    year: int, month: int, proration: Proration, days: list[int]
) -> None:
    """However a year is cut, its pieces cover it once."""
    span = year_span(year, month)
    pieces = span.cut(span.start + day for day in days)
    assert sum((coverage(one, span, proration) for one in pieces), Fraction(0)) == 1


@given(SPANS, PRORATIONS, MONTHS, st.lists(DAYS, max_size=4))
def test_the_measure_of_all_pieces_is_that_of_the_span(
    span: Span, proration: Proration, month: int, days: list[date]
) -> None:
    """However a span is cut, its pieces are as long together as the span."""
    pieces = span.cut(day.toordinal() for day in days)
    lengths = [measure(one, proration, month) for one in pieces]
    assert sum(lengths, Fraction(0)) == measure(span, proration, month)


@given(YEARS, MONTHS)
def test_a_whole_year_is_twelve_months_or_four_quarters(year: int, month: int) -> None:
    """The unit that prorates fits the year exactly, in leap years too."""
    span = year_span(year, month)
    leap = isleap(year if month <= 2 else year + 1)
    assert measure(span, "days", month) == 365 + leap
    assert measure(span, "months", month) == 12
    assert measure(span, "quarters", month) == 4


@given(DAYS, MONTHS)
def test_a_day_lies_in_the_year_it_is_said_to(day: date, month: int) -> None:
    """`year_of` and `year_span` agree."""
    span = year_span(year_of(day, month), month)
    assert span.start <= day.toordinal() < span.stop


@given(SPANS, SPANS)
def test_overlap_is_the_same_both_ways(one: Span, other: Span) -> None:
    """Two spans share the same days whichever is asked, and only days of both."""
    shared = one.overlap(other)
    assert shared == other.overlap(one)
    if shared is not None:
        assert (shared.overlap(one), shared.overlap(other)) == (shared, shared)


@given(DAYS, st.integers(-1200, 1200))
def test_adding_months_moves_the_month_by_exactly_as_many(day: date, months: int) -> None:
    """The month is counted on, and the day is the same unless the month is too short."""
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == min(day.day, last_of_month(moved.year, moved.month).day)
