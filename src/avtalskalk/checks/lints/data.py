"""Keys, amounts and indices that have grown old, are not final, or are used by nothing."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from avtalskalk.calculation import indices
from avtalskalk.calculation.costs import item_span, pieces_of
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.timeline import Term, terms
from avtalskalk.checks.errors.names import named_keys
from avtalskalk.checks.lints.shares import followed
from avtalskalk.checks.lints.subject import Subject
from avtalskalk.diagnostics import Amount, Argument, Diagnostic, Findings, Path
from avtalskalk.model.costs import Item
from avtalskalk.model.dated import Dated, at
from avtalskalk.model.keys import Key, Observation
from avtalskalk.periods import add_months, year_label, year_of

OLD = 5
"""A value older than so many years is told."""


def _is_old(since: date, today: date) -> bool:
    return add_months(since, 12 * OLD) < today


# --- keys ----------------------------------------------------------------------------------


def _dated_keys(plan: Plan, names: Iterable[str]) -> list[str]:
    """The keys with dated values that keys rest on, formulas followed, each once."""
    known = plan.agreement.keys
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen and name in known:
            seen.add(name)
            waiting += _in_formula(known[name])
    return [name for name in known if name in seen and _observations(known[name])]


def _in_formula(key: Key) -> tuple[str, ...]:
    if not key.formula:
        return ()
    from avtalskalk.calculation.formula import parse

    return tuple(parse(key.formula).names)


def _observations(key: Key) -> tuple[Observation, ...]:
    """A key's dated values; none of one that is the same every year."""
    values = key.values or ()
    return () if values and values[0].when is None else values


def _observed(plan: Plan, name: str, year: int) -> tuple[str, ...]:
    """The observations of a key that a year uses, as written, the latest last."""
    found = plan.key_values(name, year)
    return () if isinstance(found, Unknown) else found.observed


def _keys_of(subject: Subject, term: Term) -> Iterator[str]:
    """The keys that today's terms and items name."""
    places = {stated.place for stated in term.splits.values()}
    for name, path in named_keys(subject.plan):
        if path[0] == "periods" and path[1] not in places:
            continue
        if path[0] != "costs" or _exists(subject, subject.plan.agreement.costs[str(path[1])]):
            yield name


def _exists(subject: Subject, item: Item) -> bool:
    """Whether an item exists today."""
    own, today = item_span(item), subject.today
    return today is not None and own.start <= today.toordinal() < own.stop


def old_keys(subject: Subject) -> Findings:
    """A key whose value for this year was observed too long ago, or is frozen there."""
    plan, today, term = subject.plan, subject.today, subject.term
    if not plan.agreement.keys or term is None or today is None:
        return
    for name in _dated_keys(plan, _keys_of(subject, term)):
        used = _observed(plan, name, subject.year)
        key = plan.agreement.keys[name]
        for one in _observations(key):
            if used and one.key == used[-1] and one.when and _is_old(one.when, today):
                label = year_label(subject.year, plan.first_month)
                yield Diagnostic(
                    "AV726",
                    {"key": name, "year": label, "observation": one.key, "limit": OLD},
                    ("keys", name, "values", one.key),
                    at="key",
                    severity="note",
                )


def unused_observations(subject: Subject) -> Findings:
    """Observations that no year of the agreement uses.

    A warning where nothing says which observation a year uses: then it is the year's own, and
    the paper often means that of the year before.
    """
    plan = subject.plan
    if not plan.agreement.keys:
        return
    named = _dated_keys(plan, (name for name, _ in named_keys(plan)))
    for name, key in plan.agreement.keys.items():
        values = _observations(key)
        if name in subject.common or not values or (name not in named and _spoken_of(plan, name)):
            continue
        years = _years_near(plan, key) if name in named else ()
        used = {one for year in years for one in _observed(plan, name, year)}
        unused = tuple(one.key for one in values if one.key not in used)
        if unused:
            unsaid = not {"use", "frozen"} & key.model_fields_set
            own_days = unsaid and not all(one.whole_year for one in values)
            yield Diagnostic(
                "AV733",
                {"key": name, "observations": unused},
                ("keys", name, "values", unused[0]),
                at="key",
                severity="warning" if own_days else "note",
            )


def _spoken_of(plan: Plan, name: str) -> bool:
    """Whether a key that no split names is there for a reading, or for shares made from it."""
    readings = plan.agreement.readings.values()
    return name in followed(plan) or any(name in repr(one.set) for one in readings)


def _years_near(plan: Plan, key: Key) -> set[int]:
    """The years in force that may use a key's observations, options used; the first in any case."""
    days = [one.when for one in key.values or () if one.when]
    first, last = (day.year - key.use.year for day in (days[0], days[-1]))
    years: set[int] = set()
    for term in terms(plan.agreement, assume_extended=True):
        begins = year_of(term.span.first, plan.first_month) if term.span.has_start else first - 1
        ends = year_of(term.span.last, plan.first_month)
        years.add(begins)
        years.update(range(max(begins, first - 1), min(ends, last + 1) + 1))
    return years


# --- amounts and indices -------------------------------------------------------------------


def unchanged_amounts(subject: Subject) -> Findings:
    """An amount or a price without an index that has been the same for too long."""
    term, today = subject.term, subject.today
    if term is None or today is None:
        return
    for name, item in subject.plan.unusual.items():
        if item.index is not None or not _exists(subject, item):
            continue
        for form in ("amount", "price"):
            since = _since(subject, term, item, getattr(item, form) or ())
            if since is not None and _is_old(since[0], today):
                day, value, key = since
                yield Diagnostic(
                    "AV727",
                    {
                        "item": name,
                        "amount": Amount(value, subject.plan.agreement.currency),
                        "since": day,
                        "limit": OLD,
                    },
                    ("costs", name, form, *((key,) if key else ())),
                    severity="note",
                )


def _since(
    subject: Subject, term: Term, item: Item, dated: Dated
) -> tuple[date, Fraction, str] | None:
    """Since when today's value holds, the value, and its key; terms agreed anew begin anew."""
    change = at(dated, subject.today or date.min)
    if change is None:
        return None
    period = subject.plan.agreement.periods[term.place]
    days = [day for day in (change.start or item.start, period.start) if day is not None]
    return (max(days), change.value, change.key) if days else None


def preliminary_indices(subject: Subject) -> Findings:
    """Years that are worked out on an index value that is not final."""
    plan = subject.plan
    if not plan.agreement.indices:
        return
    for name, item in plan.unusual.items():
        if item.index is None or not item.index.series:
            continue
        years = tuple(
            year_label(year, plan.first_month)
            for year in subject.years()
            if _is_preliminary(plan, name, item, year)
        )
        if years:
            path: Path = ("costs", name, "index")
            arguments: dict[str, Argument] = {
                "item": name,
                "index": item.index.series,
                "years": years,
            }
            yield Diagnostic("AV728", arguments, path, at="key", severity="note")


def _is_preliminary(plan: Plan, name: str, item: Item, year: int) -> bool:
    if item.index is None or not pieces_of(item, plan.year(year)):
        return False
    found = indices.factor(plan.agreement.indices, item.index, year, name, plan.first_month)
    return not isinstance(found, Unknown) and found.preliminary
