"""Invoicing and the final settlement, as an agreement states them."""

from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field, ValidationInfo

from avtalskalk.diagnostics import one_of
from avtalskalk.model.dated import DATED_SHARE, Dated
from avtalskalk.model.readers import list_or, record_of
from avtalskalk.model.record import Record, reference
from avtalskalk.model.splits import SPLIT, Split
from avtalskalk.model.values import (
    AMOUNT,
    DAY_OF_YEAR,
    LINE,
    SHARE,
    WHOLE,
    Read,
    choice,
    fault,
    read_choice,
)


class Instalment(Record):
    """One instalment: a day of the year and the part of the year's amount."""

    date: Annotated[tuple[int, int], DAY_OF_YEAR]
    part: Annotated[Fraction, SHARE]


_INSTALMENTS = list_or(
    record_of(Instalment), choice("monthly", "quarterly", "tertial", "half_yearly", "yearly")
)


class Invoicing(Record):
    """When and how the host invoices the others.

    ``preliminary`` is the part of the year's amount that is billed before the settlement.
    """

    instalments: Annotated[str | tuple[Instalment, ...], _INSTALMENTS]
    within: Annotated[str, choice("advance", "arrears")] = Field("advance", alias="in")
    due_days: Annotated[int | None, WHOLE] = None
    preliminary: Annotated[Fraction | None, SHARE] = None
    vat: Annotated[Fraction | None, SHARE] = None
    round_total: Annotated[int | None, AMOUNT] = None
    source: Annotated[str, LINE] = ""


class Carry(Record):
    """That a difference is carried, and so many years."""

    carry_to: Annotated[int, WHOLE]


_DO = {"anyOf": [{"enum": ["settle", "kept"]}, reference(Carry)]}


class Deviation(Record):
    """What is done with a surplus or a deficit."""

    do: Annotated[Any, Read(lambda value: value, _DO)] = "settle"
    carry_to: Annotated[int | None, WHOLE] = None
    threshold: Annotated[Fraction | None, SHARE] = None
    above: Annotated[Fraction | None, SHARE] = None
    split: Annotated[Split | None, SPLIT] = None


def read_deviation(value: object, info: ValidationInfo) -> Deviation:
    """``settle``, ``kept``, ``{carry_to: +1}``, or one of these under ``do`` with conditions."""
    words, forms = ("settle", "kept"), ("{carry_to: +1}",)
    if not isinstance(value, dict):
        return Deviation(do=read_choice(value, words, forms))
    deviation = Deviation.model_validate(value, context=info.context)
    if isinstance(deviation.do, dict):
        carried = Carry.model_validate(deviation.do, context=info.context)
        return deviation.model_copy(update={"do": "carry", "carry_to": carried.carry_to})
    if deviation.carry_to is not None:
        if "do" in value:
            keys = ("do", "carry_to")
            fault("AV297", **one_of(keys, keys, required=False))
        return deviation.model_copy(update={"do": "carry"})
    read_choice(deviation.do, words, forms)
    return deviation


DEVIATION = Read(
    read_deviation,
    {"anyOf": [{"enum": ["settle", "kept"]}, reference(Deviation)]},
    info=True,
)


class Interest(Record):
    """Interest in the settlement: a yearly rate, on what, how days are counted, and when.

    It is on what was paid on account, from the day each part was due, or on what is settled of the
    deviation, from the year's end or ``from``; until ``to``, or the day of the settlement.
    """

    rate: Annotated[Dated, DATED_SHARE]
    base: Annotated[str, choice("paid", "deviation")]
    days: Annotated[str, choice("actual/365", "30/360")] = "actual/365"
    start: Annotated[tuple[int, int] | None, DAY_OF_YEAR] = Field(None, alias="from")
    to: Annotated[tuple[int, int] | None, DAY_OF_YEAR] = None
    source: Annotated[str, LINE] = ""


class Reconciliation(Record):
    """The final settlement: what is done with a surplus and with a deficit, and when.

    ``date`` is the day by which it is done, in the year after.
    """

    surplus: Annotated[Deviation | None, DEVIATION] = None
    deficit: Annotated[Deviation | None, DEVIATION] = None
    interest: Annotated[Interest | None, record_of(Interest)] = None
    date: Annotated[tuple[int, int] | None, DAY_OF_YEAR] = None
    source: Annotated[str, LINE] = ""
