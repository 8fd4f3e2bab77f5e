"""Dated values: what changes over time, and how mappings and lists of values are read."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationInfo

from avtalskalk.diagnostics import Path
from avtalskalk.model.values import (
    AMOUNT,
    NUMBER,
    PRICE,
    PRICE_OR_SHARE,
    SHARE,
    Read,
    fault,
    read_first_day,
    setting,
    year,
)

V = TypeVar("V")


class DatedValue(NamedTuple):
    """A value and the day from which it holds (None: always); ``key`` is as written."""

    start: date | None
    value: Any
    key: str


Dated = tuple[DatedValue, ...]
"""Values in the order of their days; each holds until the next."""


def at(dated: Dated, day: date) -> DatedValue | None:
    """The value that holds on a day; None before the first."""
    latest = None
    for change in dated:
        if change.start is not None and change.start > day:
            break
        latest = change
    return latest


KEY = "[key]"
"""Stands last in a path whose key, not its value, is meant; pydantic's own mark."""


class InnerError(ValueError):
    """Errors of several values inside one that a function reads; `validation` unfolds them."""

    def __init__(self, errors: list[tuple[Path, ValueError]]) -> None:
        """Keep each error with its path below the value."""
        super().__init__("see errors")
        self.errors = errors


def read_mapping(
    value: object,
    read_key: Callable[[object], Any],
    read_value: Callable[[Any], Any],
) -> list[tuple[Any, Any, str]]:
    """Read a mapping's keys and values, all of them, and refuse with every error at once.

    Returns key, value and the key as written; two keys that mean the same are refused.
    """
    if not isinstance(value, dict):
        fault("AV293", got="[]" if isinstance(value, list) else str(value))
    if not value:
        fault("AV296", least=1)
    rows: list[tuple[Any, Any, str]] = []
    errors: list[tuple[Path, ValueError]] = []
    written: dict[Any, str] = {}
    for key, inner in value.items():
        try:
            meaning = read_key(key)
            if meaning in written:
                fault("AV290", key=str(key), first=written[meaning])
        except ValueError as error:
            errors.append(((str(key), KEY), error))
            continue
        written[meaning] = str(key)
        try:
            rows.append((meaning, read_value(inner), str(key)))
        except ValueError as error:
            errors.append(((str(key),), error))
    if errors:
        raise InnerError(errors)
    return rows


def read_list(values: Iterable[object], read_value: Callable[[object], V]) -> tuple[V, ...]:
    """Read a list's values, all of them, and refuse with every error at once."""
    items: list[V] = []
    errors: list[tuple[Path, ValueError]] = []
    for place, value in enumerate(values):
        try:
            items.append(read_value(value))
        except ValueError as error:
            errors.append(((place,), error))
    if errors:
        raise InnerError(errors)
    return tuple(items)


def is_year(text: str) -> bool:
    """Whether a dated key is a year rather than a day or a month."""
    return re.fullmatch(r"\d{4}(/\d+)?", text.strip()) is not None


def read_start(key: object, info: ValidationInfo) -> date:
    """The day from which a dated value holds: a date, a month's first day, a year's first."""
    if is_year(str(key)):
        return read_year_start(key, info)
    return read_first_day(key)


def read_year_start(key: object, info: ValidationInfo) -> date:
    """The first day of a year; a share changes by year."""
    first_month = setting(info).first_month
    return date(year(str(key).strip(), first_month), first_month, 1)


def dated(reader: Read, *, by_year: bool = False) -> Read:
    """One value, or values by the date (or only by the year) from which each holds."""
    read_key = read_year_start if by_year else read_start

    def read(value: object, info: ValidationInfo) -> Dated:
        def inner(text: object) -> Any:  # noqa: ANN401 - whatever the reader reads
            return reader.function(text, info) if reader.info else reader.function(text)

        if not isinstance(value, dict):
            return (DatedValue(None, inner(value), ""),)
        rows = read_mapping(value, lambda key: read_key(key, info), inner)
        return tuple(DatedValue(*row) for row in sorted(rows, key=lambda row: row[0]))

    single = dict(reader.schema)
    by_date = {"type": "object", "additionalProperties": single}
    return Read(read, {"anyOf": [single, by_date]}, info=True)


DATED_AMOUNT = dated(AMOUNT)
DATED_PRICE = dated(PRICE)
DATED_PRICE_OR_SHARE = dated(PRICE_OR_SHARE)
DATED_NUMBER = dated(NUMBER)
DATED_SHARE = dated(SHARE, by_year=True)
