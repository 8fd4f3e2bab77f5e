"""Indices and keys as they become, in what the years asked about use of them."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from avtalskalk.calculation.indices import level_of, month_used
from avtalskalk.calculation.missing import Unknown
from avtalskalk.diagnostics import Path
from avtalskalk.features.whatif.change_request import ChangeRequest, Draft, Refused
from avtalskalk.features.whatif.relative_change import Shift, read_shift
from avtalskalk.model.value_text import number_text
from avtalskalk.model.values import number, read_text


def change_index(draft: Draft, asked: ChangeRequest) -> None:
    """An index in the years asked about: so much more than a year before, or another value."""
    agreement = draft.plan.agreement
    shift = read_shift(asked.value, number, bare=True)
    if asked.target:
        draft.known("an_index", asked.target, agreement.indices)
    used = [name for name in agreement.indices if asked.target in ("", name)]
    months = {name: _months(draft, asked, name) for name in used}
    if not any(months.values()):
        raise draft.nothing(used or ["indices"])
    if shift.to is not None and max(len(one) for one in months.values()) > 1:
        raise Refused("AV756", text=str(asked.value))
    for name, each in months.items():
        for month, published_by in sorted(each.items()):
            _change_month(draft, asked, name, month, published_by, shift)


def _months(draft: Draft, asked: ChangeRequest, name: str) -> dict[date, date | None]:
    """The months of an index that the years use, each with the day that pins its vintage."""
    found: dict[date, date | None] = {}
    for item in draft.plan.agreement.costs.values():
        clause = item.index
        if clause is None or clause.series != name:
            continue
        for year in draft.years_from(asked.start):
            if year > level_of(clause):
                found.setdefault(month_used(clause, year), clause.published_by)
    return found


def _change_month(
    draft: Draft,
    asked: ChangeRequest,
    name: str,
    month: date,
    published_by: date | None,
    shift: Shift,
) -> None:
    """One month's value, and those of the years before that are not known yet."""
    path: Path = ("indices", name, "values")
    waiting = [month]
    while shift.to is None and _published(draft, path, _year_before(waiting[-1])) is None:
        waiting.append(_year_before(waiting[-1]))
        if waiting[-1].year <= min(_years_known(draft, path), default=month.year):
            raise Refused("AV757", index=name, month=month.isoformat()[:7])
    for one in reversed(waiting):
        before = _published(draft, path, _year_before(one)) or Fraction(0)
        text = number_text(shift.of(before), str(asked.value))
        pinned = {"value": text, "published": published_by.isoformat()} if published_by else text
        draft.put(asked, (*path, _month_key(draft, path, one)), pinned)


def _year_before(month: date) -> date:
    return month.replace(year=month.year - 1)


def _years_known(draft: Draft, path: Path) -> Iterator[int]:
    return (draft.first_day(key).year for key in draft.at(*path) or ())


def _month_key(draft: Draft, path: Path, month: date) -> str:
    """A month as a series writes it."""
    written = draft.at(*path) or {}
    same = (key for key in written if draft.first_day(key).replace(day=1) == month)
    return next(same, month.isoformat()[:7])


def _published(draft: Draft, path: Path, month: date) -> Fraction | None:
    """A month's value, the last published where there are several; None where there is none."""
    value = draft.at(*path, _month_key(draft, path, month))
    if isinstance(value, list):
        value = max(
            value, key=lambda one: one.get("published", "") if isinstance(one, dict) else ""
        )
    if isinstance(value, dict):
        value = value.get("value")
    return None if value is None else number(read_text(value))


def change_key(draft: Draft, asked: ChangeRequest) -> None:
    """A key's value in what the years use of it: a party's, or everybody's by a percentage."""
    name, _, party = asked.target.partition(".")
    agreement = draft.plan.agreement
    draft.known("a_key", name, agreement.keys)
    if party:
        draft.known("a_party", party, agreement.parties)
    if agreement.keys[name].formula:
        raise Refused("AV758", key=name, formula=agreement.keys[name].formula)
    shift = read_shift(asked.value, number)
    for when in _observed(draft, asked, name):
        path: Path = ("keys", name, "values", when) if when else ("keys", name, "values")
        _change_observation(draft, asked, path, party, shift)


def _observed(draft: Draft, asked: ChangeRequest, name: str) -> list[str]:
    """The observations that the years use, as they are written; at least one must be there."""
    found: dict[str, None] = {}
    lacking = name
    for year in draft.years_from(asked.start):
        values = draft.plan.key_values(name, year)
        if isinstance(values, Unknown):
            lacking = values.what
        else:
            found |= dict.fromkeys(values.observed)
    if not found:
        raise Refused("AV759", key=name, what=lacking)
    return list(found)


def _change_observation(
    draft: Draft, asked: ChangeRequest, path: Path, party: str, shift: Shift
) -> None:
    """One observation: of a party, of all by a percentage, or the one number that is for all."""
    old = draft.at(*path)
    if not isinstance(old, dict):
        if party:
            raise Refused("AV760", key=path[1], value=str(asked.value))
        draft.put(asked, path, number_text(shift.of(number(read_text(old))), old))
        return
    if not party and shift.part is None:
        known = tuple(old)
        value = str(asked.value)
        raise Refused("AV761", key=path[1], value=value, first=known[0], known=known)
    for one in [party] if party else list(old):
        if one not in old and shift.to is None:
            raise Refused("AV759", key=path[1], what=one)
        before = number(read_text(old[one])) if one in old else Fraction(0)
        draft.put(asked, (*path, one), number_text(shift.of(before), old.get(one, "")))
