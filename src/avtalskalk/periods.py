"""Spans of days, years and how much of a year a span covers.

A span is half-open inside (first day, day after the last); at the door and in every output
the last day is inclusive, as in the paper.  A year is named by the calendar year it starts in.
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Literal

Proration = Literal["days", "months", "quarters"]

FIRST_DAY = date(1, 1, 1)
LAST_DAY = date(9999, 12, 31)
_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from ``start`` up to but not including ``stop``, as ordinals; ``start < stop``."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if self.start >= self.stop:
            message = f"an empty span: {self.start} to {self.stop}"
            raise ValueError(message)

    @classmethod
    def between(cls, first: date | None, last: date | None) -> "Span":
        """The span from the first to the last day, both inclusive; None is without end."""
        return cls((first or FIRST_DAY).toordinal(), (last or LAST_DAY).toordinal() + 1)

    @property
    def first(self) -> date:
        """The first day."""
        return date.fromordinal(self.start)

    @property
    def last(self) -> date:
        """The last day, inclusive."""
        return date.fromordinal(self.stop - 1)

    @property
    def has_end(self) -> bool:
        """Whether the span ends."""
        return self.stop <= _LAST

    @property
    def has_start(self) -> bool:
        """Whether the span starts."""
        return self.start > _FIRST

    @property
    def known_day(self) -> date:
        """A day of the span that somebody has named: its first, or without a start its last."""
        return self.first if self.has_start else self.last

    def overlap(self, span: "Span") -> "Span | None":
        """The days in both spans, or None."""
        if self.stop <= span.start or span.stop <= self.start:
            return None
        return Span(max(self.start, span.start), min(self.stop, span.stop))

    def cut(self, days: Iterable[int]) -> list["Span"]:
        """The span in pieces, a new one starting on each of the days (ordinals) inside it."""
        inside = sorted({day for day in days if self.start < day < self.stop})
        bounds = [self.start, *inside, self.stop]
        return [Span(a, b) for a, b in pairwise(bounds)]


@lru_cache(maxsize=1024)
def year_span(year: int, first_month: int = 1) -> Span:
    """The days of a fiscal year that starts on the first of ``first_month``."""
    return Span(date(year, first_month, 1).toordinal(), date(year + 1, first_month, 1).toordinal())


def year_of(day: date, first_month: int = 1) -> int:
    """The fiscal year that a day lies in, named by the calendar year it starts in."""
    return day.year - (day.month < first_month)


def year_label(year: int, first_month: int = 1) -> str:
    """How a year is written: ``2023``, or ``2023/24`` where it does not start in January."""
    return str(year) if first_month == 1 else f"{year}/{(year + 1) % 100:02d}"


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def next_day(month_and_day: tuple[int, int], after: date) -> date:
    """The next day after another that has a month and a day, or that month's last."""
    month, day = month_and_day
    year = after.year if (month, day) > (after.month, after.day) else after.year + 1
    return date(year, month, min(day, last_of_month(year, month).day))


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)
def measure(span: Span, proration: Proration, first_month: int = 1) -> Fraction:
    """How long a span is in days, months or quarters.

    Each month (or quarter) weighs the same; a broken one counts its days over all its days.
    Quarters follow the fiscal year.  The span must have both a start and an end.
    """
    if proration == "days":
        return Fraction(span.stop - span.start)
    step = 1 if proration == "months" else 3
    first = span.first
    block = add_months(first.replace(day=1), -((first.month - first_month) % step))
    length = Fraction(0)
    while block.toordinal() < span.stop:
        following = add_months(block, step)
        start, stop = block.toordinal(), following.toordinal()
        inside = min(stop, span.stop) - max(start, span.start)
        length += Fraction(inside, stop - start)
        block = following
    return length


def coverage(span: Span, year: Span, proration: Proration) -> Fraction:
    """The part of a fiscal year that a span inside it covers, above 0 and up to 1."""
    if span == year:
        return Fraction(1)
    if proration == "days":
        return Fraction(span.stop - span.start, year.stop - year.start)
    return measure(span, proration, year.first.month) / (12 if proration == "months" else 4)
