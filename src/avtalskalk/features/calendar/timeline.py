"""An agreement's time line: its terms, what may come after them, and the days that recur."""

from datetime import date, timedelta

from avtalskalk.calculation.instalments import instalments
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settlement import settled_on
from avtalskalk.calculation.timeline import before, in_order, option_end
from avtalskalk.features.calendar.due import days_of_money, days_of_periods
from avtalskalk.features.calendar.view import what
from avtalskalk.periods import add_months, year_of
from avtalskalk.report.document import Bullets, Lane, Section, Stretch, Timeline
from avtalskalk.words import Language
from avtalskalk.words.calendar import LANES, TIMELINE
from avtalskalk.words.formats import fill

# What has no end is drawn for so many years after it began, and after today.
_YEARS_AFTER = 3
# Renewals and options that are drawn, one after the other.
_MOST_RENEWALS = 3


def timeline_section(plan: Plan, today: date, language: Language) -> Section | None:
    """The time line with its days beside it; None where no day of the agreement is known.

    Of the days that come back every year those of one year are listed: today's, or the nearest.
    """
    of_terms = (_lane_of_term(plan, place, today) for place in range(len(plan.terms)))
    lanes = [lane for lane in of_terms if lane is not None]
    if not lanes:
        return None
    possible = _possible(plan)
    if possible:
        lanes.append(Lane(LANES["possible"].text(language), possible, ()))
    stretches = [stretch for lane in lanes for stretch in lane.stretches]
    first = date(min(stretch.first for stretch in stretches).year, 1, 1)
    last = date(max(stretch.last for stretch in stretches).year, 12, 31)
    years = [
        number
        for number in range(year_of(first, plan.first_month), year_of(last, plan.first_month) + 1)
        if plan.year(number).segments
    ]
    decisions = [due for due in days_of_periods(plan) if first <= due.day <= last]
    by_lane = {
        "decisions": [due.day for due in decisions if due.kind != "ends"],
        "bills": [
            part.billed for number in years for part in instalments(plan, number, ())
        ],
        "settlements": [day for number in years if (day := settled_on(plan, number))],
    }  # fmt: skip
    latest = max((last, *by_lane["settlements"], *by_lane["bills"]))
    last = date(latest.year, 12, 31)
    lanes += [
        Lane(LANES[name].text(language), (), tuple(days)) for name, days in by_lane.items() if days
    ]
    now = year_of(today, plan.first_month)
    nearest = min(years, key=lambda number: abs(number - now), default=now)
    of_money = (due for due in days_of_money(plan, nearest, nearest) if due.kind != "due")
    listed = sorted((*decisions, *of_money), key=lambda due: (due.day, due.key))
    points = [f"{due.day}: {what(due, language)}" for due in listed]
    about = fill(TIMELINE["about"].text(language), {"first": first, "last": last}, language)
    timeline = Timeline(about, first, last, tuple(lanes))
    beside = (Bullets(tuple(points)),) if points else ()
    return Section(TIMELINE["title"].text(language), (timeline, *beside))


def _lane_of_term(plan: Plan, place: int, today: date) -> Lane | None:
    """One of the terms, named by its days; None where none of these is known."""
    term = plan.terms[place]
    span = term.span
    if not span.has_start and not span.has_end:
        return None
    first = span.first if span.has_start else before(add_months(span.last, -12))
    later = max(first, today) + timedelta(days=365 * _YEARS_AFTER)
    last = span.last if span.has_end else later
    ends = first if span.has_start else "", last if span.has_end else ""
    stretch = Stretch(first, last, certain=not term.conditional, goes_on=not span.has_end)
    return Lane("–".join(map(str, ends)), (stretch,), ())


def _possible(plan: Plan) -> tuple[Stretch, ...]:
    """What may follow the last period: an option that is not used yet, or renewals."""
    place, period = in_order(plan.agreement)[-1]
    ends = [term.span.last for term in plan.terms if term.place == place and term.span.has_end]
    if not ends or period.terminated or place in plan.fallen:
        return ()
    following = date.fromordinal(ends[-1].toordinal() + 1)
    until = option_end(period)
    if until is not None and until >= following:
        return (Stretch(following, until, certain=False),)
    if period.renews is None or period.to is None:
        return ()
    months = 12 * period.renews.years
    # The renewals that have been are among the terms.
    used = (ends[-1].year - period.to.year) * 12 // months
    most = _MOST_RENEWALS
    if period.renews.times is not None:
        most = min(most, period.renews.times - used)
    if most < 1:
        return ()
    return (Stretch(following, before(add_months(following, months * most)), certain=False),)
