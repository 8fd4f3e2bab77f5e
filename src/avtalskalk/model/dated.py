"""Dated values: what changes over time."""

from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationInfo

from avtalskalk.model.readers import read_mapping
from avtalskalk.model.values import (
    AMOUNT,
    CHANGE,
    NUMBER,
    PRICE,
    PRICE_OR_SHARE,
    SHARE,
    Read,
    Setting,
    fault,
    is_month_or_year,
    is_year,
    read_first_day,
    setting,
    year,
)
from avtalskalk.periods import year_label


class DatedValue(NamedTuple):
    """A value and the day from which it holds (None: always); ``key`` is as written."""

    start: date | None
    value: Any
    key: str

    @property
    def label(self) -> str:
        """The key as it is shown: a year that does not start in January by both its years."""
        if self.start is None or not is_year(self.key):
            return self.key
        return year_label(self.start.year, self.start.month)


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


def start_of(key: object, file: Setting) -> date:
    """The day from which a dated value holds: a date, a month's first day, a year's first."""
    text = str(key).strip()
    if is_year(text):
        return date(year(text, file, f"{text}-01-01"), file.first_month, 1)
    if file.first_month != 1 and is_month_or_year(text):
        fiscal = f"{text[:4]}/{text[-2:]}"
        none = dict.fromkeys(("day", "named_end", "named_start"), "")
        fault("AV234", text=text, ends=fiscal, starts=f"{text}-01", **none)
    return read_first_day(key)


def read_start(key: object, info: ValidationInfo) -> date:
    """The day from which a dated value holds."""
    return start_of(key, setting(info))


def observed_on(key: object, file: Setting) -> date:
    """The day of an observation; one of a calendar year is for the year that starts in it."""
    text = str(key).strip()
    return start_of(text, file._replace(named="start")) if is_year(text) else read_first_day(key)


def read_observed(key: object, info: ValidationInfo) -> date:
    """The day of an observation."""
    return observed_on(key, setting(info))


def read_year_start(key: object, info: ValidationInfo) -> date:
    """The first day of a year; a share changes by year."""
    file = setting(info)
    return date(year(str(key).strip(), file), file.first_month, 1)


def dated(reader: Read, *, by_year: bool = False) -> Read:
    """One value, or values by the date (or only by the year) from which each holds."""
    read_key = read_year_start if by_year else read_start

    def read(value: object, info: ValidationInfo) -> Dated:
        if not isinstance(value, dict):
            return (DatedValue(None, reader.read(value, info), ""),)
        rows = read_mapping(
            value, lambda key: read_key(key, info), lambda inner: reader.read(inner, info)
        )
        return tuple(DatedValue(*row) for row in sorted(rows, key=lambda row: row[0]))

    single = dict(reader.schema)
    by_date = {"type": "object", "additionalProperties": single}
    return Read(read, {"anyOf": [single, by_date]}, info=True)


DATED_AMOUNT = dated(AMOUNT)
DATED_PRICE = dated(PRICE)
DATED_PRICE_OR_SHARE = dated(PRICE_OR_SHARE)
DATED_NUMBER = dated(NUMBER)
DATED_SHARE = dated(SHARE, by_year=True)
DATED_CHANGE = dated(CHANGE, by_year=True)
