"""Changes to an agreement's plain data by path: the paper read another way, or terms tried out.

A path is keys with dots, list places counted from 1 or from -1 backwards; a period may be named
by a year or a day that it alone covers.  The data is copied, never changed in place.
"""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path, nearest, unknown_name
from avtalskalk.model.schema import allows_any_key, known_keys
from avtalskalk.model.validation import at_path, setting_of
from avtalskalk.model.values import Fault, Setting, read_first_day, read_last_day, year
from avtalskalk.periods import FIRST_DAY, LAST_DAY, Span, year_span

MOST_KEYS = 12

_TAKEN_OVER: tuple[Path, ...] = (("split",), ("splits",), ("limits",))
"""What a period that continues has from the period before, as far as it writes none itself."""


class Patched(NamedTuple):
    """Changed data; ``places`` are where each change stands now, by its path as written."""

    data: Any
    places: Mapping[str, Path]
    diagnostics: tuple[Diagnostic, ...]


class MisfitError(ValueError):
    """A path that fits nothing: ``key`` is where it ends to fit, ``known`` what stands there.

    ``kind`` is what the key should have been: a ``field``, or a ``place`` in a list.
    """

    def __init__(self, kind: str, key: str, known: Sequence[str] = ()) -> None:
        """Keep the kind, the key and what could stand in its place."""
        super().__init__(kind)
        self.kind, self.key, self.known = kind, key, tuple(dict.fromkeys(known))


def patched(data: object, changes: Mapping[str, object], at: Path = ()) -> Patched:
    """Plain data with values set by path; ``at`` is where the changes themselves are written."""
    result = deepcopy(data)
    places: dict[str, Path] = {}
    misfits: list[Diagnostic] = []
    for written, value in changes.items():
        try:
            places[written] = set_value(result, written, deepcopy(value))
        except MisfitError as error:
            misfits.append(replace(misfit(error, written), path=(*at, written)))
    return Patched(result, places, tuple(misfits))


def misfit(error: MisfitError, written: str) -> Diagnostic:
    """A path that fits nothing as a finding, without its place."""
    if error.kind == "several":
        return Diagnostic("AV702", {"path": written, "key": error.key}, at="key")
    advice = "place" if error.kind == "place" else ""
    arguments = unknown_name(error.kind, error.key, error.known, advice)
    return Diagnostic("AV101", arguments, at="key")


def set_value(data: Any, written: str, value: object) -> Path:  # noqa: ANN401 - plain data
    """Set what a path leads to, in place, and give the path; raises MisfitError."""
    keys = written.split(".")
    if not all(keys) or len(keys) > MOST_KEYS:
        raise MisfitError("field", written)
    path: Path = ()
    holder = data
    for text in keys[:-1]:
        key = _meant(data, holder, path, text)
        _bring_down(data, (*path, key))
        if isinstance(holder, dict) and key not in holder:
            # A slip of the pen (costs.verksamhte.budget.2023) must not begin something of its own.
            near = nearest(key, holder, 0.8)
            if near and key not in known_keys(path) and not key[0].isdigit():
                raise MisfitError("field", key, [near])
            holder[key] = {}
        holder = holder[key]
        path = (*path, key)
    last = _meant(data, holder, path, keys[-1])
    holder[last] = value
    return (*path, last)


def _meant(data: Any, holder: Any, path: Path, text: str) -> Any:  # noqa: ANN401 - plain data
    """The key of a mapping, or the place in a list, that a piece of a path means."""
    if isinstance(holder, list):
        return _place(data, holder, path, text)
    if not isinstance(holder, dict):
        raise MisfitError("field", text)
    if text in holder:
        return text
    # Another way to write a year that stands there.
    file = setting_of(data)
    number = _year(text, file)
    if number is not None:
        for key in holder:
            if _year(str(key), file) == number:
                return key
    known = known_keys(path)
    if text in known or allows_any_key(path):
        return text
    raise MisfitError("field", text, [*holder, *known])


def _year(text: str, file: Setting) -> int | None:
    try:
        return year(text, file)
    except Fault:
        return None


def _place(data: Any, holder: list[Any], path: Path, key: str) -> int:  # noqa: ANN401
    """A place in a list from 0; in the periods also by a year or a day that one alone covers."""
    number = int(key) if re.fullmatch("-?[0-9]{1,9}", key) else None
    if number is not None and 0 < abs(number) <= len(holder):
        return number - 1 if number > 0 else len(holder) + number
    if path == ("periods",):
        covering = _covering(holder, key, setting_of(data))
        if len(covering) == 1:
            return covering[0]
        if covering:
            raise MisfitError("several", key)
    raise MisfitError("place", key, [str(place + 1) for place in range(len(holder))])


def _covering(periods: list[Any], key: str, file: Setting) -> list[int]:
    """The periods that a year or a day falls in, by their places."""
    number = _year(key, file)
    try:
        span = (
            year_span(number, file.first_month)
            if number is not None
            else Span.between(read_first_day(key), read_last_day(key))
        )
    except Fault:
        return []
    covered = [_span(period) for period in periods]
    return [place for place, days in enumerate(covered) if days and days.overlap(span)]


def _span(period: object) -> Span | None:
    """A period's days, as far as they can be read."""
    if not isinstance(period, dict):
        return None
    try:
        first: date = read_first_day(period["from"]) if "from" in period else FIRST_DAY
        last: date = read_last_day(period["to"]) if "to" in period else LAST_DAY
    except Fault:
        return None
    return Span.between(first, last) if first <= last else None


def _bring_down(data: Any, path: Path) -> None:  # noqa: ANN401 - plain data
    """Copy to a continuing period what it takes over, before something below it is changed."""
    if path[:1] != ("periods",) or path[2:3] not in _TAKEN_OVER:
        return
    _, place, *keys = path
    holder = at_path(data, path[:-1])
    # Of the splits by name each is taken over for itself, of the others the whole.
    if len(keys) > (2 if keys[0] == "splits" else 1) or not isinstance(place, int):
        return
    if isinstance(holder, dict) and keys[-1] not in holder:
        inherited = taken_over(data["periods"], place, tuple(keys))
        if inherited is not None:
            holder[keys[-1]] = deepcopy(inherited)


def taken_over(periods: list[Any], place: int, keys: Path) -> object:
    """What a period has from those it continues; None where that is nothing."""
    inherited: object = None
    yes = ("true", "yes", "ja")
    while inherited is None and str(periods[place].get("continues", "")).strip().lower() in yes:
        # The place of the period before in time.
        days = _span(periods[place])
        if days is None:
            return None
        earlier = [
            (span.start, number)
            for number, period in enumerate(periods)
            if number != place and (span := _span(period)) and span.start < days.start
        ]
        if not earlier:
            return None
        place = max(earlier)[1]
        inherited = at_path(periods[place], keys)
    return inherited
