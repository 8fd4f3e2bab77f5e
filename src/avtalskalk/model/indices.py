"""Indices with their publications, and the clauses by which costs follow them."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated

from pydantic import Field, ValidationInfo

from avtalskalk.model.dated import read_observed
from avtalskalk.model.readers import read_list, read_mapping
from avtalskalk.model.record import Record, reference
from avtalskalk.model.values import (
    CHANGE,
    FIRST_DAY,
    ID,
    LINE,
    MONTH,
    NUMBER,
    SHARE,
    TEXT_OR_NUMBER,
    WHOLE,
    YEAR,
    YES,
    Read,
    choice,
    fault,
    read_number,
)


class IndexValue(Record):
    """One published value of an index for a month."""

    value: Annotated[Fraction, NUMBER]
    published: Annotated[date | None, FIRST_DAY] = None
    status: Annotated[str, choice("preliminary", "final")] = "final"


def read_series(value: object, info: ValidationInfo) -> dict[date, tuple[IndexValue, ...]]:
    """An index's values by month (a year means its first), each with its publications."""

    def publication(written: object) -> IndexValue:
        if not isinstance(written, Mapping):
            return IndexValue.model_construct(value=read_number(written))
        return IndexValue.model_validate(written, context=info.context)

    def publications(written: object) -> tuple[IndexValue, ...]:
        if written == []:
            fault("AV296", least=1)
        if isinstance(written, list):
            return read_list(written, publication)
        return (publication(written),)

    rows = read_mapping(value, lambda key: read_observed(key, info).replace(day=1), publications)
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
