"""Indices with their publications, and the clauses by which costs follow them."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated

from pydantic import Field, ValidationInfo

from avtalskalk.model.dated import DATED_CHANGE, Dated, read_observed
from avtalskalk.model.readers import mapping_of, read_list, read_mapping, record_of
from avtalskalk.model.record import Record, reference
from avtalskalk.model.values import (
    CHANGE,
    FIRST_DAY,
    ID,
    LINE,
    NUMBER,
    NUMBERS,
    SHARE,
    SHARE_STEP,
    STEP,
    TEXT_OR_NUMBER,
    UNIT,
    WHOLE,
    YEAR,
    YES,
    Read,
    choice,
    fault,
    is_year,
    read_month,
    read_number,
)


class IndexYear(date):
    """A year of an index, by the day that its value stands for."""


def month_label(month: date) -> str:
    """A month of an index as the format writes it, or a year of one."""
    return str(month.year) if isinstance(month, IndexYear) else month.isoformat()[:7]


def read_index_month(value: object, info: ValidationInfo) -> date:
    """A month of an index, or a year of one."""
    if not is_year(str(value)):
        return read_month(value)
    first = read_observed(value, info)
    return IndexYear(first.year, first.month, 1)


class IndexValue(Record):
    """One published value of an index for a month."""

    value: Annotated[Fraction, NUMBER]
    published: Annotated[date | None, FIRST_DAY] = None
    status: Annotated[str, choice("preliminary", "final")] = "final"


def read_series(value: object, info: ValidationInfo) -> dict[date, tuple[IndexValue, ...]]:
    """An index's values by month (a year means its first), each with its publications."""

    def publication(written: object) -> IndexValue:
        if not isinstance(written, Mapping):
            return IndexValue.model_construct(value=read_number(written, info))
        return IndexValue.model_validate(written, context=info.context)

    def publications(written: object) -> tuple[IndexValue, ...]:
        if written == []:
            fault("AV296", least=1)
        if isinstance(written, list):
            return read_list(written, publication)
        return (publication(written),)

    rows = read_mapping(value, lambda key: read_index_month(key, info), publications)
    return {month: values for month, values, _ in sorted(rows, key=lambda row: row[0])}


class Rebased(Record):
    """A month's value on an old base and on a new one."""

    old: Annotated[Fraction, NUMBER]
    new: Annotated[Fraction, NUMBER]


def read_links(value: object, info: ValidationInfo) -> dict[date, Fraction]:
    """What values are multiplied by from a month on, or a month's values on both bases."""

    def read_link(written: object) -> Fraction:
        if not isinstance(written, Mapping):
            return read_number(written, info)
        rebased = Rebased.model_validate(written, context=info.context)
        # What is no index on either base is reported as a link of zero.
        return rebased.old / rebased.new if min(rebased.old, rebased.new) > 0 else Fraction(0)

    rows = read_mapping(value, lambda key: read_index_month(key, info), read_link)
    return {month: link for month, link, _ in sorted(rows, key=lambda row: row[0])}


_LINKS = {"anyOf": [TEXT_OR_NUMBER, reference(Rebased)]}
_PUBLISHED = {"anyOf": [TEXT_OR_NUMBER, reference(IndexValue)]}
_SERIES = {"anyOf": [*_PUBLISHED["anyOf"], {"type": "array", "items": _PUBLISHED}]}


class Index(Record):
    """An index: monthly or yearly values with their publications, yearly changes, or a file."""

    title: Annotated[str, LINE] = ""
    source: Annotated[str, LINE] = ""
    values: Annotated[
        dict[date, tuple[IndexValue, ...]],
        Read(read_series, {"type": "object", "additionalProperties": _SERIES}, info=True),
    ] = Field(default_factory=dict)
    changes: Annotated[dict[int, Fraction], mapping_of(YEAR, CHANGE)] = Field(default_factory=dict)
    links: Annotated[
        dict[date, Fraction],
        Read(read_links, {"type": "object", "additionalProperties": _LINKS}, info=True),
    ] = Field(default_factory=dict)
    file: Annotated[str, LINE] = ""
    value: Annotated[str, LINE] = ""
    sheet: Annotated[str, LINE] = ""
    numbers: Annotated[str, NUMBERS] = ""


class IndexUse(Record):
    """Which value of an index a year uses: a month of it or of another year, or a year's own."""

    month: Annotated[int | None, WHOLE] = None
    year: Annotated[int, WHOLE] = 0


class Threshold(Record):
    """How much an index must have moved for an amount to follow it, and since when it is counted.

    That is since the amount last followed it (``adjustment``), or since the year before (``year``).
    """

    above: Annotated[Fraction, SHARE]
    since: Annotated[str, choice("adjustment", "year")]


class IndexRounding(Record):
    """What is rounded, to the nearest multiple of what.

    That is the index's values, each year's change of it, the factor that comes of it, or the amount
    or price that is multiplied by the factor (``to``, in minor units).  ``next_from`` says whether
    the next year goes on from the exact amount or the rounded one.
    """

    index: Annotated[Fraction | None, STEP] = None
    change: Annotated[Fraction | None, SHARE_STEP] = None
    factor: Annotated[Fraction | None, STEP] = None
    to: Annotated[int | None, UNIT] = None
    next_from: Annotated[str, choice("exact", "rounded")] = ""


class Indexation(Record):
    """The index clause of a cost item."""

    series: Annotated[str, ID] = ""
    base: Annotated[date | None, Read(read_index_month, TEXT_OR_NUMBER, info=True)] = None
    level: Annotated[int | None, YEAR] = None
    use: IndexUse | None = None
    share: Annotated[Fraction, SHARE] = Fraction(1)
    floor: Annotated[Fraction | None, CHANGE] = None
    cap: Annotated[Fraction | None, CHANGE] = None
    one_way: Annotated[bool, YES] = False
    threshold: Annotated[Threshold | None, record_of(Threshold)] = None
    round: Annotated[IndexRounding | None, record_of(IndexRounding)] = None
    published_by: Annotated[date | None, FIRST_DAY] = None
    yearly: Annotated[Dated | None, DATED_CHANGE] = None
    start: Annotated[int | None, YEAR] = Field(None, alias="from")
    source: Annotated[str, LINE] = ""
