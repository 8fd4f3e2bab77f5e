"""The keys that splits and prices refer to: observations with their days, or formulas."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Annotated, NamedTuple

from pydantic import Field, ValidationInfo

from avtalskalk.model.dated import read_observed
from avtalskalk.model.readers import one_or_several, read_mapping, record_of, record_or
from avtalskalk.model.record import Record
from avtalskalk.model.values import (
    DAY_OF_YEAR,
    ID,
    LINE,
    NUMBERS,
    PROSE,
    TEXT_OR_NUMBER,
    WHOLE,
    YEAR,
    Read,
    choice,
    is_percent,
    is_year,
    read_change,
    read_number,
)


class KeyUse(Record):
    """Which observation a year uses: a day of it or of another year, or the latest by a day.

    With ``every`` it is the mean of those of each month, or quarter, of a year.
    """

    date: Annotated[tuple[int, int] | None, DAY_OF_YEAR] = None
    latest: Annotated[tuple[int, int] | None, DAY_OF_YEAR] = None
    every: Annotated[str, choice("month", "quarter")] = ""
    year: Annotated[int, WHOLE] = 0


class KeyPercent(Fraction):
    """A value of a key that is written as a percentage: 98,5 % is 0,985."""


def _in_percent(value: object) -> bool:
    """Whether some value is written as a percentage."""
    if isinstance(value, dict):
        return any(map(_in_percent, value.values()))
    return is_percent(value)


def _read_by_party(
    value: object, read_value: Callable[[object], Fraction]
) -> dict[str, Fraction] | Fraction:
    """A number for each party, or one number that is the same for all."""
    if isinstance(value, dict):
        rows = read_mapping(value, ID.function, read_value)
        return {party: amount for party, amount, _ in rows}
    return read_value(value)


class Observation(NamedTuple):
    """A key's values on a day or in a year; ``when`` None: undated; ``key`` as written."""

    when: date | None
    whole_year: bool
    values: dict[str, Fraction] | Fraction
    key: str

    @property
    def in_percent(self) -> bool:
        """Whether its values are written as percentages."""
        values = self.values
        numbers = (values,) if isinstance(values, Fraction) else values.values()
        return all(isinstance(number, KeyPercent) for number in numbers)


def read_observations(value: object, info: ValidationInfo) -> tuple[Observation, ...]:
    """A key's observations, in the order of their days."""

    def read_percent(written: object) -> KeyPercent:
        # Where one value is a percentage all must be: a bare number asks.
        return KeyPercent(read_change(written))

    read_value = read_percent if _in_percent(value) else partial(read_number, info=info)
    read_values = partial(_read_by_party, read_value=read_value)
    if isinstance(value, dict) and value and not any(str(key)[:1].isdigit() for key in value):
        return (Observation(None, whole_year=False, values=read_values(value), key=""),)
    rows = read_mapping(value, lambda key: read_observed(key, info), read_values)
    return tuple(
        Observation(start, whole_year=is_year(key), values=values, key=key)
        for start, values, key in sorted(rows, key=lambda row: row[0])
    )


OBSERVATIONS = Read(read_observations, {"type": "object", "additionalProperties": True}, info=True)


class Average(Record):
    """A mean of several years: of the values themselves, or of each year's shares."""

    years: Annotated[int, WHOLE]
    of: Annotated[str, choice("values", "shares")] = "values"


class Holds(Record):
    """How many years what is used in one of them holds, and from which year that is counted."""

    years: Annotated[int, WHOLE]
    start: Annotated[int, YEAR] = Field(alias="from")


class Key(Record):
    """A key: dated values per party, or a formula over other keys, or a file of them.

    Where it has several in ``use``, the year's values are the mean of what they have.
    """

    title: Annotated[str, LINE] = ""
    unit: Annotated[str, LINE] = ""
    source: Annotated[str, LINE] = ""
    use: Annotated[tuple[KeyUse, ...], one_or_several(record_of(KeyUse))] = (
        KeyUse.model_construct(),
    )
    holds: Annotated[Holds | None, record_of(Holds)] = None
    values: Annotated[tuple[Observation, ...] | None, OBSERVATIONS] = None
    average: Annotated[int | Average, record_or(Average, WHOLE)] = 1
    frozen: Annotated[date | None, Read(read_observed, TEXT_OR_NUMBER, info=True)] = None
    formula: Annotated[str, PROSE] = ""
    file: Annotated[str, LINE] = ""
    value: Annotated[str, LINE] = ""
    sheet: Annotated[str, LINE] = ""
    numbers: Annotated[str, NUMBERS] = ""

    @property
    def years(self) -> int:
        """How many observations the values are a mean of."""
        return self.average if isinstance(self.average, int) else self.average.years

    @property
    def of_shares(self) -> bool:
        """Whether the mean is of each year's shares."""
        return isinstance(self.average, Average) and self.average.of == "shares"

    def year_used(self, year: int) -> int:
        """The year whose values a year uses, where they hold for several."""
        if self.holds is None or year < self.holds.start:
            return year
        return year - (year - self.holds.start) % self.holds.years
