"""Dated data: values that change over time, and the keys and indices that splits refer to."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import Field, ValidationInfo

from avtalskalk.model.record import Record, reference
from avtalskalk.model.values import (
    AMOUNT,
    CHANGE,
    DAY_OF_YEAR,
    FIRST_DAY,
    ID,
    LINE,
    MONTH,
    NUMBER,
    PRICE,
    PRICE_OR_SHARE,
    SHARE,
    TEXT_OR_NUMBER,
    WHOLE,
    YEAR,
    YES,
    Read,
    choice,
    fault,
    read_first_day,
    setting,
    year,
)

V = TypeVar("V")


class Change(NamedTuple):
    """A value and the day from which it holds (None: always); ``key`` is as written."""

    start: date | None
    value: Any
    key: str


Dated = tuple[Change, ...]
"""Values in the order of their days; each holds until the next."""


def at(dated: Dated, day: date) -> Change | None:
    """The value that holds on a day; None before the first."""
    found = None
    for change in dated:
        if change.start is not None and change.start > day:
            break
        found = change
    return found


KEY = "[key]"
"""Stands last in a path whose key, not its value, is meant; pydantic's own mark."""


class InnerError(ValueError):
    """Errors of several values inside one that a function reads; `validation` unfolds them."""

    def __init__(self, errors: list[tuple[tuple[str | int, ...], ValueError]]) -> None:
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
    errors: list[tuple[tuple[str | int, ...], ValueError]] = []
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


def read_list(values: Iterable[object], read_one: Callable[[object], V]) -> tuple[V, ...]:
    """Read a list's values, all of them, and refuse with every error at once."""
    found: list[V] = []
    errors: list[tuple[tuple[str | int, ...], ValueError]] = []
    for place, one in enumerate(values):
        try:
            found.append(read_one(one))
        except ValueError as error:
            errors.append(((place,), error))
    if errors:
        raise InnerError(errors)
    return tuple(found)


def is_year(text: str) -> bool:
    """Whether a dated key is a year rather than a day or a month."""
    return re.fullmatch(r"\d{4}(/\d+)?", text.strip()) is not None


def read_start(key: object, info: ValidationInfo) -> date:
    """The day from which a dated value holds: a date, a month's first day, a year's first."""
    first_month = setting(info).first_month
    text = str(key).strip()
    if is_year(text):
        return date(year(text, first_month), first_month, 1)
    return read_first_day(key)


def read_year_start(key: object, info: ValidationInfo) -> date:
    """The first day of a year; a share changes by year."""
    first_month = setting(info).first_month
    return date(year(str(key).strip(), first_month), first_month, 1)


def dated(reader: Read, *, by_year: bool = False) -> Read:
    """One value, or values by the date (or only by the year) from which each holds."""
    read_key = read_year_start if by_year else read_start

    def read(value: object, info: ValidationInfo) -> Dated:
        def inner(one: object) -> Any:  # noqa: ANN401 - whatever the reader reads
            return reader.function(one, info) if reader.info else reader.function(one)

        if not isinstance(value, dict):
            return (Change(None, inner(value), ""),)
        rows = read_mapping(value, lambda key: read_key(key, info), inner)
        return tuple(
            Change(start, one, key) for start, one, key in sorted(rows, key=lambda r: r[0])
        )

    one = dict(reader.schema)
    return Read(read, {"anyOf": [one, {"type": "object", "additionalProperties": one}]}, info=True)


DATED_AMOUNT = dated(AMOUNT)
DATED_PRICE = dated(PRICE)
DATED_PRICE_OR_SHARE = dated(PRICE_OR_SHARE)
DATED_NUMBER = dated(NUMBER)
DATED_SHARE = dated(SHARE, by_year=True)


class KeyUse(Record):
    """Which observation a year uses: a day of it or of another year, or the latest by a day."""

    date: Annotated[tuple[int, int] | None, DAY_OF_YEAR] = None
    latest: Annotated[tuple[int, int] | None, DAY_OF_YEAR] = None
    year: Annotated[int, WHOLE] = 0


def _read_by_party(value: object) -> dict[str, Fraction] | Fraction:
    """A number for each party, or one number that is the same for all."""
    if isinstance(value, dict):
        rows = read_mapping(value, ID.function, NUMBER.function)
        return {party: amount for party, amount, _ in rows}
    return NUMBER.function(value)  # type: ignore[no-any-return]


class Observation(NamedTuple):
    """A key's values on a day or in a year; ``when`` None: undated; ``key`` as written."""

    when: date | None
    whole_year: bool
    values: dict[str, Fraction] | Fraction
    key: str


def read_observations(value: object, info: ValidationInfo) -> tuple[Observation, ...]:
    """A key's observations, in the order of their days."""
    if isinstance(value, dict) and value and not any(str(key)[:1].isdigit() for key in value):
        return (Observation(None, whole_year=False, values=_read_by_party(value), key=""),)
    rows = read_mapping(value, lambda key: read_start(key, info), _read_by_party)
    return tuple(
        Observation(start, whole_year=is_year(key), values=values, key=key)
        for start, values, key in sorted(rows, key=lambda row: row[0])
    )


OBSERVATIONS = Read(read_observations, {"type": "object", "additionalProperties": True}, info=True)


class Key(Record):
    """A key: dated values per party, or a formula over other keys, or a file of them."""

    title: Annotated[str, LINE] = ""
    unit: Annotated[str, LINE] = ""
    source: Annotated[str, LINE] = ""
    use: KeyUse = KeyUse()
    values: Annotated[tuple[Observation, ...] | None, OBSERVATIONS] = None
    average: Annotated[int, WHOLE] = 1
    frozen: Annotated[date | None, Read(read_start, TEXT_OR_NUMBER, info=True)] = None
    formula: Annotated[str, LINE] = ""
    file: Annotated[str, LINE] = ""


class IndexValue(Record):
    """One published value of an index for a month."""

    value: Annotated[Fraction, NUMBER]
    published: Annotated[date | None, FIRST_DAY] = None
    status: Annotated[str, choice("preliminary", "final")] = "final"


def read_series(value: object, info: ValidationInfo) -> dict[date, tuple[IndexValue, ...]]:
    """An index's values by month (a year means its first), each with its publications."""

    def publication(one: object) -> IndexValue:
        if not isinstance(one, Mapping):
            return IndexValue.model_construct(value=NUMBER.function(one))
        return IndexValue.model_validate(one, context=info.context)

    def publications(one: object) -> tuple[IndexValue, ...]:
        if one == []:
            fault("AV296", least=1)
        return read_list(one, publication) if isinstance(one, list) else (publication(one),)

    rows = read_mapping(value, lambda key: read_start(key, info).replace(day=1), publications)
    return {month: values for month, values, _ in sorted(rows, key=lambda row: row[0])}


_PUBLISHED = {"anyOf": [TEXT_OR_NUMBER, reference(IndexValue)]}
_SERIES = {"anyOf": [*_PUBLISHED["anyOf"], {"type": "array", "items": _PUBLISHED}]}


class Index(Record):
    """An index: a series of monthly or yearly values with their publications, or a file of it."""

    title: Annotated[str, LINE] = ""
    source: Annotated[str, LINE] = ""
    values: Annotated[
        dict[date, tuple[IndexValue, ...]],
        Read(read_series, {"type": "object", "additionalProperties": _SERIES}, info=True),
    ] = Field(default_factory=dict)
    file: Annotated[str, LINE] = ""


class IndexUse(Record):
    """How an amount follows an index."""

    month: Annotated[int, WHOLE]
    year: Annotated[int, WHOLE] = 0


class Indexation(Record):
    """The index clause of a cost item."""

    series: Annotated[str, ID] = ""
    base: Annotated[date | None, MONTH] = None
    level: Annotated[int | None, YEAR] = None
    use: IndexUse | None = None
    share: Annotated[Fraction, SHARE] = Fraction(1)
    floor: Annotated[Fraction | None, CHANGE] = None
    cap: Annotated[Fraction | None, CHANGE] = None
    one_way: Annotated[bool, YES] = False
    published_by: Annotated[date | None, FIRST_DAY] = None
    yearly: Annotated[Fraction | None, CHANGE] = None
    start: Annotated[int | None, YEAR] = Field(None, alias="from")
    source: Annotated[str, LINE] = ""
