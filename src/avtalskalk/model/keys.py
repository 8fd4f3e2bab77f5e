"""The keys that splits and prices refer to: observations with their days, or formulas."""

from datetime import date
from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import ValidationInfo

from avtalskalk.model.dated import is_year, read_observed
from avtalskalk.model.readers import read_mapping, record_or
from avtalskalk.model.record import Record
from avtalskalk.model.values import (
    DAY_OF_YEAR,
    ID,
    LINE,
    NUMBER,
    PROSE,
    TEXT_OR_NUMBER,
    WHOLE,
    Read,
    choice,
)


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
    rows = read_mapping(value, lambda key: read_observed(key, info), _read_by_party)
    return tuple(
        Observation(start, whole_year=is_year(key), values=values, key=key)
        for start, values, key in sorted(rows, key=lambda row: row[0])
    )


OBSERVATIONS = Read(read_observations, {"type": "object", "additionalProperties": True}, info=True)


class Average(Record):
    """A mean of several years: of the values themselves, or of each year's shares."""

    years: Annotated[int, WHOLE]
    of: Annotated[str, choice("values", "shares")] = "values"


class Key(Record):
    """A key: dated values per party, or a formula over other keys, or a file of them."""

    title: Annotated[str, LINE] = ""
    unit: Annotated[str, LINE] = ""
    source: Annotated[str, LINE] = ""
    use: KeyUse = KeyUse.model_construct()
    values: Annotated[tuple[Observation, ...] | None, OBSERVATIONS] = None
    average: Annotated[int | Average, record_or(Average, WHOLE)] = 1
    frozen: Annotated[date | None, Read(read_observed, TEXT_OR_NUMBER, info=True)] = None
    formula: Annotated[str, PROSE] = ""
    file: Annotated[str, LINE] = ""
    value: Annotated[str, LINE] = ""
    sheet: Annotated[str, LINE] = ""

    @property
    def years(self) -> int:
        """How many observations the values are a mean of."""
        return self.average if isinstance(self.average, int) else self.average.years

    @property
    def of_shares(self) -> bool:
        """Whether the mean is of each year's shares."""
        return isinstance(self.average, Average) and self.average.of == "shares"
