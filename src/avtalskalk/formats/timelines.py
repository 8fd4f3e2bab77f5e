"""A time line as text or as HTML: a bar for each stretch, a sign for each day."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from html import escape

from avtalskalk.report.document import Timeline
from avtalskalk.report.widths import padded, width
from avtalskalk.words.formats import safe

_WIDEST = 60
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_YEAR = 4
_MOST_YEARS = 12


def text_lines(timeline: Timeline, columns: int) -> list[str]:
    """The lanes below each other with their names before them, and the years below all."""
    names = [safe(lane.name) for lane in timeline.lanes]
    name_columns = max(map(width, names))
    room = max(min(columns - name_columns - 2, _WIDEST), _YEAR)

    def place(day: date) -> int:
        return min(int(timeline.part(day) * room), room - 1)

    lines: list[str] = []
    for name, lane in zip(names, timeline.lanes, strict=True):
        signs = [" "] * room
        for stretch in lane.stretches:
            for column in range(place(stretch.first), place(stretch.last) + 1):
                signs[column] = "█" if stretch.certain else "░"
            if stretch.goes_on:
                signs[place(stretch.last)] = "▶"
        for day in lane.days:
            if timeline.first <= day <= timeline.last:
                signs[place(day)] = "◆"
        lines.append(f"{padded(name, name_columns)}  {''.join(signs)}".rstrip())
    years, below = [" "] * room, ["─"] * room
    for year in labelled_years(timeline, room // (_YEAR + 1)):
        column = place(max(date(year, 1, 1), timeline.first))
        below[column] = "┴"
        if column + _YEAR <= room:
            years[column : column + _YEAR] = str(year)
    gap = " " * (name_columns + 2)
    return [*lines, gap + "".join(below), (gap + "".join(years)).rstrip()]


def labelled_years(timeline: Timeline, most: int) -> Iterator[int]:
    """The years that are named on an axis with room for so many, evenly apart."""
    first, last = timeline.first.year, timeline.last.year
    step = next((step for step in _STEPS if (last - first) // step < max(most, 1)), _STEPS[-1])
    return iter(range(first, last + 1, step))


def html(timeline: Timeline) -> Iterator[str]:
    """A row for each lane: its name, and its stretches and days where they are in time."""

    def percent(first: date, last: date | None = None) -> str:
        """From where in the time, and how much of it, in tenths of 1 %."""
        start = timeline.part(first)
        ends = f"left:{float(start * 100):.1f}%"
        if last is None:
            return ends
        stop = timeline.part(last) + Fraction(1, (timeline.last - timeline.first).days + 1)
        return f"{ends};width:{float((stop - start) * 100):.1f}%"

    yield f'<div class="timeline" role="img" aria-label="{escape(safe(timeline.about))}">\n'
    for lane in timeline.lanes:
        yield f"<span>{escape(safe(lane.name))}</span><div>"
        for stretch in lane.stretches:
            kind = "on" if stretch.goes_on else "ends"
            kind = kind if stretch.certain else f"{kind} maybe"
            yield f'<b class="{kind}" style="{percent(stretch.first, stretch.last)}"></b>'
        for day in lane.days:
            if timeline.first <= day <= timeline.last:
                yield f'<i style="{percent(day)}" title="{day}"></i>'
        yield "</div>\n"
    yield "<span></span><div>"
    for year in labelled_years(timeline, _MOST_YEARS):
        yield f'<small style="{percent(date(year, 1, 1))}">{year}</small>'
    yield "</div>\n</div>\n"
