"""Indices and keys as they become, in what the years asked about use of them."""

from copy import deepcopy
from datetime import date
from fractions import Fraction

from avtalskalk.calculation.indices import indexed_month, level_of, linked, month_used
from avtalskalk.calculation.missing import Unknown
from avtalskalk.diagnostics import Path
from avtalskalk.features.whatif.change_request import (
    ChangeRequest,
    NumberChange,
    Refused,
    read_number_change,
)
from avtalskalk.features.whatif.changes import Draft
from avtalskalk.model.dated import observed_on
from avtalskalk.model.indices import month_label
from avtalskalk.model.value_text import number_text, share_text
from avtalskalk.model.values import is_percent, number, read_text, share
from avtalskalk.periods import last_of_month


def change_index(draft: Draft, request: ChangeRequest) -> None:
    """An index in the years asked about: so much more than a year before, or another value."""
    agreement = draft.plan.agreement
    numbers = draft.setting.numbers
    change = read_number_change(request.value, lambda text: number(text, numbers), bare=True)
    if request.target:
        draft.known("an_index", request.target, agreement.indices)
    names = [name for name in agreement.indices if request.target in ("", name)]
    years = draft.years_from(request.start)
    months: dict[str, dict[date, date | None]] = {name: {} for name in names}
    for item in agreement.costs.values():
        clause = item.index
        if clause is not None and clause.series in months:
            for year in years:
                if year > level_of(clause):
                    month = month_used(clause, year)
                    months[clause.series].setdefault(month, clause.published_by)
    for _, limit in agreement.indexed_limits:
        if limit.series in months:
            for year in years:
                month = indexed_month(limit, year, agreement.first_month)
                months[limit.series].setdefault(month, None)
    if not any(months.values()):
        raise draft.nothing(names or ["indices"])
    if change.to is not None and max(map(len, months.values())) > 1:
        raise Refused("AV756", text=str(request.value))
    for name in names:
        _change_series(draft, name, months[name], change)


def _change_series(
    draft: Draft, name: str, months: dict[date, date | None], change: NumberChange
) -> None:
    """The values of some months, and of the same months in years before that lack them.

    With each month stands the day that pins the published value to be used.
    """
    path: Path = ("indices", name, "values")
    if draft.plan.agreement.indices[name].changes:
        if change.to is not None:
            raise Refused("AV756", text=str(draft.request.value))
        path = ("indices", name, "changes")
        for month in months:
            key = draft.year_key(draft.at(*path), month.year)
            draft.put((*path, key), share_text(change.of(Fraction(1)) - 1))
        return
    keys = {observed_on(key, draft.setting).replace(day=1): key for key in draft.at(*path) or ()}
    index = draft.plan.agreement.indices[name]
    first_year = min((month.year for month in keys), default=None)

    def value(month: date) -> Fraction | None:
        written = draft.at(*path, keys[month]) if month in keys else None
        return _published(written, draft.setting.numbers)

    for month, published_by in sorted(months.items()):
        waiting = [month]
        while change.to is None and value(_year_before(waiting[-1])) is None:
            waiting.append(_year_before(waiting[-1]))
            if waiting[-1].year <= (month.year if first_year is None else first_year):
                raise Refused("AV757", index=name, month=month.isoformat()[:7])
        for changed in reversed(waiting):
            before = _year_before(changed)
            becomes = change.of(value(before) or Fraction(0))
            if change.to is None:
                # A new value is written on the base of its own time.
                becomes *= linked(index, before) / linked(index, changed)
            text = number_text(becomes, str(draft.request.value))
            pinned = (
                {"value": text, "published": published_by.isoformat()} if published_by else text
            )
            draft.put((*path, keys.setdefault(changed, month_label(changed))), pinned)


def _year_before(month: date) -> date:
    return month.replace(year=month.year - 1)


def _published(written: object, numbers: str) -> Fraction | None:
    """A month's value, the last published where there are several; None where there is none."""
    if isinstance(written, list):
        written = max(written, key=lambda v: v.get("published", "") if isinstance(v, dict) else "")
    if isinstance(written, dict):
        written = written.get("value")
    return None if written is None else number(read_text(written), numbers)


def cut_key(draft: Draft, request: ChangeRequest) -> None:
    """Copy what a year before uses of a key as well, so that the change leaves that year alone."""
    name = request.target.partition(".")[0]
    if name not in draft.plan.agreement.keys:
        return
    for when in _observed(draft, name, draft.years_from(request.start)):
        path: Path = ("keys", name, "values")
        new, old = _observation_from_start(draft, name, when), draft.at(*path)
        if not new or new in old:
            continue
        draft.note_start()
        if when:
            draft.put((*path, new), old[when])
        else:
            draft.put(path, {draft.agreed.isoformat(): old, new: deepcopy(old)})
            draft.put(("keys", name, "use"), {"latest": f"{draft.setting.first_month:02}-01"})


def _observed(draft: Draft, name: str, years: list[int]) -> list[str]:
    """The observations that some years use, as they are written; an undated one is empty."""
    used = (draft.plan.key_values(name, year) for year in years)
    values = [known for known in used if not isinstance(known, Unknown)]
    return list(dict.fromkeys(when for known in values for when in known.observed))


def _observation_from_start(draft: Draft, name: str, when: str) -> str:
    """The day of a copy of an observation that the year before the change uses too; or empty.

    Means and frozen values are one for several years, and are changed where they stand.
    """
    key, first = draft.plan.agreement.keys[name], draft.years_from(draft.request.start)[0]
    before = draft.plan.year(first - 1)
    if not before.segments or when not in _observed(draft, name, [first - 1]):
        return ""
    if not when:
        return draft.plan.year(first).span.first.isoformat()
    (use, *others), for_several = key.use, key.holds or key.years > 1 or key.frozen
    if use.latest is None or others or for_several:
        return ""
    month, day = use.latest
    at_year = first + use.year
    return date(at_year, month, min(day, last_of_month(at_year, month).day)).isoformat()


def change_key(draft: Draft, request: ChangeRequest) -> None:
    """A key's value in what the years use of it: a party's, or everybody's by a percentage."""
    name, _, party = request.target.partition(".")
    agreement = draft.plan.agreement
    draft.known("a_key", name, agreement.keys)
    if party:
        draft.known("a_party", party, agreement.parties)
    if agreement.keys[name].formula:
        raise Refused("AV758", key=name, formula=agreement.keys[name].formula)
    values = agreement.keys[name].values or ()
    text = str(request.value)
    if any(observation.in_percent for observation in values) and text[:1].isdecimal():
        # A percentage without a sign is the value itself, where values are percentages.
        change = NumberChange(to=share(text))
    else:
        numbers = draft.setting.numbers
        change = read_number_change(request.value, lambda text: number(text, numbers))
    years = draft.years_from(request.start)
    observations = _observed(draft, name, years)
    if not observations:
        unknown = (draft.plan.key_values(name, year) for year in years)
        lacking = [value.what for value in unknown if isinstance(value, Unknown)]
        raise Refused("AV759", key=name, what=lacking[-1] if lacking else name)
    for when in observations:
        path: Path = ("keys", name, "values")
        new = _observation_from_start(draft, name, when)
        day = new if new in draft.at(*path) else when
        _change_observation(draft, (*path, day) if day else path, party, change)


def _change_observation(draft: Draft, path: Path, party: str, change: NumberChange) -> None:
    """One observation: of a party, of all by a percentage, or the one number that is for all."""
    key, text, old = path[1], str(draft.request.value), draft.at(*path)
    if not isinstance(old, dict):
        if party:
            raise Refused("AV760", key=key, value=text)
        draft.put(path, _text(change.of(_number(draft, old)), old))
        return
    if not party and change.part is None:
        known = tuple(old)
        raise Refused("AV761", key=key, value=text, first=known[0], known=known)
    for name in [party] if party else list(old):
        if name not in old and change.to is None:
            raise Refused("AV759", key=key, what=name)
        before = _number(draft, old[name]) if name in old else Fraction(0)
        # One that is new is written as those beside it.
        like = old.get(name, next(iter(old.values()), ""))
        draft.put((*path, name), _text(change.of(before), like))


def _number(draft: Draft, written: object) -> Fraction:
    """A value of a key, also one that is written as a percentage."""
    text = read_text(written)
    return share(text) if is_percent(text) else number(text, draft.setting.numbers)


def _text(value: Fraction, like: object) -> str:
    """A value of a key as another is written."""
    if is_percent(like):
        return f"{number_text(value * 100, like)} %"
    return number_text(value, like)
