"""What a file with an agreement's own tests may say, `NAME.test.yaml`."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field, ValidationInfo

from avtalskalk.model.readers import read_list, read_mapping
from avtalskalk.model.record import Record
from avtalskalk.model.statement import BASES, Basis
from avtalskalk.model.values import (
    AMOUNT,
    FIRST_DAY,
    LINE,
    TEXT_OR_NUMBER,
    YEAR,
    YES,
    Read,
    choice,
    fault,
    read_amount,
    read_text,
    read_year,
)

_MOST_YEARS = 200

Amounts = Mapping[str, int]
"""Minor units by party; an item's may be all parties' together, under no name."""


def _read_years(value: object, info: ValidationInfo) -> tuple[int, ...]:
    """``2019..2022``, or a list."""
    if isinstance(value, list):
        return tuple(dict.fromkeys(read_list(value, lambda year: read_year(year, info))))
    text = read_text(value)
    first, dots, last = text.partition("..")
    years = range(read_year(first, info), read_year(last, info) + 1) if dots else range(0)
    if not 0 < len(years) <= _MOST_YEARS:
        fault("AV807", given=text)
    return tuple(years)


def _read_amounts(value: object, info: ValidationInfo) -> Amounts:
    rows = read_mapping(value, str, lambda amount: read_amount(amount, info))
    return {party: amount for party, amount, _ in rows}


def _read_items(value: object, info: ValidationInfo) -> dict[str, Amounts]:
    """What an item comes to, or each party's part of it."""

    def read_item(amounts: object) -> Amounts:
        if isinstance(amounts, dict):
            return _read_amounts(amounts, info)
        return {"": read_amount(amounts, info)}

    return {item: amounts for item, amounts, _ in read_mapping(value, str, read_item)}


YEARS = Read(_read_years, TEXT_OR_NUMBER, info=True)
BY_PARTY = Read(_read_amounts, {"type": "object"}, info=True)
BY_ITEM = Read(_read_items, {"type": "object"}, info=True)


class Tests(Record):
    """The whole file; each case is validated by itself, so that a wrong one leaves the others."""

    cases: list[Any]


class WrittenCase(Record):
    """One case: what is calculated, and what must come out; what it does not name is not compared.

    ``set`` changes the agreement by path, as a reading does.  Without ``today`` no day has passed.
    """

    name: Annotated[str, LINE] = ""
    year: Annotated[int | None, YEAR] = None
    years: Annotated[tuple[int, ...], YEARS] = ()
    basis: Annotated[Basis, choice(*BASES)] = "budget"
    reading: Annotated[str, LINE] = ""
    changes: dict[str, Any] = Field({}, alias="set")
    today: Annotated[date | None, FIRST_DAY] = None
    assume_extended: Annotated[bool, YES] = False
    tolerance: Annotated[int, AMOUNT] = 0
    amounts: Annotated[Amounts, BY_PARTY] = Field({})
    total: Annotated[int | None, AMOUNT] = None
    items: Annotated[Mapping[str, Amounts], BY_ITEM] = Field({})
    incomplete: Annotated[bool | None, YES] = None
    conditional: Annotated[bool | None, YES] = None
    in_force: Annotated[bool | None, YES] = None
    error: Annotated[str, LINE] = ""
