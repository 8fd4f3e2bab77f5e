"""Keys, amounts and indices that have grown old, are not final, or are used by nothing."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from avtalskalk.calculation import indices
from avtalskalk.calculation.costs import item_span, pieces_of
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.timeline import terms
from avtalskalk.checks.errors.names import named_keys
from avtalskalk.checks.lints.shares import keys_behind_shares
from avtalskalk.checks.lints.subject import Subject
from avtalskalk.diagnostics import Amount, Argument, Diagnostic, Findings, Number, Path
from avtalskalk.model.costs import Item
from avtalskalk.model.dated import at
from avtalskalk.model.indices import month_label
from avtalskalk.model.keys import Key, Observation
from avtalskalk.periods import add_months, year_label, year_of

JUMP = 2
"""So many times no price index rises in a year, or falls at all."""
OLD = 5
"""A value older than so many years is reported."""
_WORD = re.compile(r"[\w-]+")


def _is_old(since: date, today: date) -> bool:
    return add_months(since, 12 * OLD) < today


# --- keys ----------------------------------------------------------------------------------


def _dated_keys(plan: Plan, names: Iterable[str]) -> list[str]:
    """The keys with dated values that keys rest on, formulas followed, each once."""
    known = plan.agreement.keys
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in known:
            continue
        seen.add(name)
        if known[name].formula:
            # Few agreements have formulas, and a start need not wait for what only they need.
            from avtalskalk.calculation.formula import parse

            waiting += parse(known[name].formula).names
    return [name for name in known if name in seen and _observations(known[name])]


def _observations(key: Key) -> tuple[Observation, ...]:
    """A key's dated values; none of one that is the same every year."""
    values = key.values or ()
    return () if values and values[0].when is None else values


def _observed(plan: Plan, name: str, year: int) -> tuple[str, ...]:
    """The observations of a key that a year uses, as written, the latest last."""
    values = plan.key_values(name, year)
    return () if isinstance(values, Unknown) else values.observed


def _exists(item: Item, today: date) -> bool:
    """Whether an item exists today."""
    span = item_span(item)
    return span.start <= today.toordinal() < span.stop


def old_keys(subject: Subject) -> Findings:
    """A key whose value for this year was observed too long ago, or is frozen there."""
    plan, today, term = subject.plan, subject.today, subject.term
    if term is None or today is None:
        return
    places = {stated.place for stated in term.splits.values()}
    names = [
        name
        for name, path in named_keys(plan)
        if (path[0] != "periods" or path[1] in places)
        and (path[0] != "costs" or _exists(plan.agreement.costs[str(path[1])], today))
    ]
    for name in _dated_keys(plan, names):
        used = _observed(plan, name, subject.year)
        for observation in _observations(plan.agreement.keys[name]):
            day, latest = observation.when, used and observation.key == used[-1]
            if latest and day and _is_old(day, today):
                label = year_label(subject.year, plan.first_month)
                yield Diagnostic(
                    "AV726",
                    {"key": name, "year": label, "observation": observation.key, "limit": OLD},
                    ("keys", name, "values", observation.key),
                    at="key",
                    severity="note",
                )


def unused_observations(subject: Subject) -> Findings:
    """Observations that no year of the agreement uses.

    A warning where nothing says which observation a year uses: then it is the year's own, and
    the paper often means that of the year before.
    """
    plan = subject.plan
    named = set(_dated_keys(plan, (name for name, _ in named_keys(plan))))
    # One that no split names may be there for a reading, or for shares made from it.
    readings = repr([reading.set for reading in plan.agreement.readings.values()])
    mentioned = keys_behind_shares(plan) | set(_WORD.findall(readings))
    for name, key in plan.agreement.keys.items():
        values = _observations(key)
        if name in subject.common or not values or (name not in named and name in mentioned):
            continue
        years = _years_near(plan, key) if name in named else ()
        of_years = (plan.key_values(name, year) for year in years)
        if any(isinstance(used, Unknown) and used.fault for used in of_years):
            # What is wrong with the key is reported already.
            continue
        used = {observed for year in years for observed in _observed(plan, name, year)}
        unused = tuple(value.key for value in values if value.key not in used)
        if unused:
            by_default = not {"use", "frozen"} & key.model_fields_set
            days = not all(value.whole_year for value in values)
            yield Diagnostic(
                "AV733",
                {"key": name, "observations": unused},
                ("keys", name, "values", unused[0]),
                at="key",
                severity="warning" if by_default and days else "note",
            )


def _years_near(plan: Plan, key: Key) -> set[int]:
    """The years in force that may use a key's observations, options used; the first in any case."""
    days = [value.when for value in key.values or () if value.when]
    first = days[0].year - max(use.year for use in key.use)
    last = days[-1].year - min(use.year for use in key.use)
    last += key.holds.years if key.holds else 0
    years: set[int] = set()
    for term in terms(plan.agreement, assume_extended=True):
        begins = year_of(term.span.first, plan.first_month) if term.span.has_start else first - 1
        ends = year_of(term.span.last, plan.first_month)
        years.add(begins)
        years.update(range(max(begins, first - 1), min(ends, last + 1) + 1))
    return years


# --- amounts and indices -------------------------------------------------------------------


def unchanged_amounts(subject: Subject) -> Findings:
    """An amount that has stood still for years without an index; terms agreed anew begin anew."""
    term, today = subject.term, subject.today
    if term is None or today is None:
        return
    agreement = subject.plan.agreement
    for name, item in agreement.costs.items():
        if item.index is not None or not _exists(item, today):
            continue
        for form, dated in item.dated.items():
            change = at(dated, today)
            if change is None:
                continue
            days = (change.start or item.start, agreement.periods[term.place].start)
            since = max((day for day in days if day is not None), default=today)
            if _is_old(since, today):
                yield Diagnostic(
                    "AV727",
                    {
                        "item": name,
                        "amount": Amount(change.value, agreement.currency),
                        "since": since,
                        "limit": OLD,
                    },
                    ("costs", name, *form, *((change.key,) if change.key else ())),
                    severity="note",
                )


def preliminary_indices(subject: Subject) -> Findings:
    """Years that are worked out on an index value that is not final."""
    plan = subject.plan
    for name, item in plan.agreement.costs.items():
        if item.index is None or not item.index.series:
            continue
        years: list[str] = []
        for year in subject.years():
            if pieces_of(plan.profiles[name], plan.year(year)):
                series = plan.agreement.indices
                factor = indices.factor(series, item.index, year, name, plan.first_month)
                if not isinstance(factor, Unknown) and factor.preliminary:
                    years.append(year_label(year, plan.first_month))
        if years:
            arguments: dict[str, Argument] = {
                "item": name,
                "index": item.index.series,
                "years": tuple(years),
            }
            path: Path = ("costs", name, "index")
            yield Diagnostic("AV728", arguments, path, at="key", severity="note")


def index_jumps(subject: Subject) -> Findings:
    """An index that doubles in a year, or halves: it may have a new base."""
    for name, index in subject.plan.agreement.indices.items():
        for (before, earlier), (month, later) in pairwise(index.values.items()):
            first, second = earlier[-1].value, later[-1].value
            change = second * indices.linked(index, month)
            change /= first * indices.linked(index, before) or 1
            if 1 / JUMP < change < JUMP ** max(month.year - before.year, 1):
                continue
            arguments = {"index": name, "earlier": month_label(before), "month": month_label(month)}
            yield Diagnostic(
                "AV741",
                {**arguments, "before": Number(first), "value": Number(second)},
                ("indices", name, "values", month_label(month)),
                at="key",
                severity="warning",
            )


LINTS = (index_jumps, old_keys, unchanged_amounts, preliminary_indices, unused_observations)
