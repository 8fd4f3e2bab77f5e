"""What is shared: cost items, in each of the forms that a paper states them."""

from datetime import date
from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import Field, ValidationInfo

from avtalskalk.diagnostics import one_of
from avtalskalk.model.dated import DATED_AMOUNT, DATED_NUMBER, DATED_PRICE_OR_SHARE, Dated
from avtalskalk.model.indices import Indexation
from avtalskalk.model.limits import LIMITS, Limit
from avtalskalk.model.readers import mapping_of, read_mapping, record_of, record_or
from avtalskalk.model.record import Record, reference
from avtalskalk.model.splits import SPLIT, Split
from avtalskalk.model.statement import BASES, Basis
from avtalskalk.model.tables import Bands
from avtalskalk.model.values import (
    ADDITION,
    AMOUNT,
    CHANGE,
    DAY_OF_YEAR,
    FIRST_DAY,
    ID,
    LAST_DAY,
    LINE,
    NAME,
    NUMBERS,
    PROSE,
    SHARE,
    YEAR,
    Read,
    choice,
    fault,
    read_amount,
    read_id,
    read_year,
)

FORMS = (
    *(
        "budget",
        "forecast",
        "actual",
        "amount",
        "total",
        "price",
        "bands",
        "scale",
        "amounts",
        "percent",
    ),
    "from_agreement",
)


class Stated(Record):
    """An annual amount with its source, or one party's known part of an unknown one.

    ``assumption`` is how the paper was read to get it; it follows what rests on the amount.
    """

    value: Annotated[int | None, AMOUNT] = None
    known_part: Annotated[
        dict[Annotated[str, ID], Annotated[int, AMOUNT]] | None, Field(min_length=1)
    ] = None
    source: Annotated[str, LINE] = ""
    assumption: Annotated[str, PROSE] = ""


class AnnualFigure(NamedTuple):
    """An annual amount in minor units (None: unknown), or one party's known part of it."""

    amount: int | None
    party: str = ""
    part: int = 0
    source: str = ""
    assumption: str = ""


def read_figure(value: object, info: ValidationInfo) -> AnnualFigure:
    """An amount, or with its source: ``{value: …, source: …}``, ``{known_part: …, source: …}``."""
    if not isinstance(value, dict):
        return AnnualFigure(read_amount(value, info))
    stated = Stated.model_validate(value, context=info.context)
    if (stated.value is None) == (stated.known_part is None):
        keys = ("value", "known_part")
        present = [key for key in keys if key in value]
        examples = ("value: 1 914 476", "known_part: {kommunen: 957 238}")
        fault("AV297", **one_of(keys, present, *examples))
    if stated.known_part is None:
        return AnnualFigure(stated.value, "", 0, stated.source, stated.assumption)
    if len(stated.known_part) > 1:
        fault("AV402", parties=tuple(stated.known_part))
    ((party, part),) = stated.known_part.items()
    return AnnualFigure(None, party, part, stated.source, stated.assumption)


class CostTable(Record):
    """Where agreed amounts by party and year stand in a table of their own."""

    file: Annotated[str, LINE]
    value: Annotated[str, LINE] = ""
    sheet: Annotated[str, LINE] = ""
    numbers: Annotated[str, NUMBERS] = ""


class CostRow(CostTable):
    """Where an item's amounts by year stand in a table: its ``row``, if not its id or title."""

    row: Annotated[str, LINE] = ""


class Annual(NamedTuple):
    """Annual figures: by year, and each year as written."""

    figures: dict[int, AnnualFigure]
    keys: dict[int, str]


def read_annual(value: object, info: ValidationInfo) -> Annual:
    """Figures by year."""
    rows = read_mapping(
        value, lambda key: read_year(key, info), lambda figure: read_figure(figure, info)
    )
    return Annual({year: figure for year, figure, _ in rows}, {year: key for year, _, key in rows})


def read_quantity(value: object, info: ValidationInfo) -> Dated | str:
    """A quantity, dated where it changes, or the name of one of the ``volumes``."""
    if isinstance(value, str) and value[:1].isalpha():
        return read_id(value)
    return DATED_NUMBER.function(value, info)  # type: ignore[no-any-return]


def read_prices(value: object, info: ValidationInfo) -> Dated | dict[str, Dated]:
    """A price, dated where it changes, or one for each party."""
    if isinstance(value, dict) and any(str(key)[:1].isalpha() for key in value):
        return BY_PARTY.function(value, info)  # type: ignore[no-any-return]
    return DATED_PRICE_OR_SHARE.function(value, info)  # type: ignore[no-any-return]


BY_PARTY = mapping_of(ID, DATED_PRICE_OR_SHARE)
PRICES = Read(
    read_prices, {"anyOf": [*DATED_PRICE_OR_SHARE.schema["anyOf"], BY_PARTY.schema]}, info=True
)
_STATED = {"anyOf": [AMOUNT.schema, reference(Stated)]}
_BY_YEAR = {"type": "object", "additionalProperties": _STATED}
ANNUAL = Read(read_annual, {"anyOf": [_BY_YEAR, reference(CostRow)]}, info=True)
AMOUNTS = mapping_of(YEAR, mapping_of(ID, AMOUNT))
"""Agreed amounts by year and party, in minor units."""
AMOUNTS_OR_TABLE = Read(
    AMOUNTS.function,
    {"anyOf": [dict(AMOUNTS.schema), reference(CostTable)]},
    info=AMOUNTS.info,
)
"""The same; the table is put in before they are read."""
AMOUNTS_BY_YEAR = mapping_of(YEAR, AMOUNT)
SUM = Read(
    lambda value, info: (AMOUNTS_BY_YEAR if isinstance(value, dict) else AMOUNT).read(value, info),
    {"anyOf": [dict(AMOUNT.schema), dict(AMOUNTS_BY_YEAR.schema)]},
    info=True,
)
"""What agreed amounts make: the same every year, or by year."""
QUANTITY = Read(read_quantity, {"type": ["string", "number", "object"]}, info=True)


class FromAgreement(Record):
    """What a party pays by another agreement of the workspace, year by year and basis by basis."""

    id: Annotated[str, NAME]
    party: Annotated[str, ID]


class Surcharge(Record):
    """A percentage on some parties' amounts of an item."""

    percent: Annotated[Fraction, SHARE]
    parties: tuple[Annotated[str, ID], ...] | None = None
    title: Annotated[str, LINE] = ""
    source: Annotated[str, LINE] = ""


_COVERS = choice("year", "period")


class Covers(Record):
    """What a stated annual amount covers, basis by basis."""

    budget: Annotated[str | None, _COVERS] = None
    forecast: Annotated[str | None, _COVERS] = None
    actual: Annotated[str | None, _COVERS] = None


def read_word_for_all(value: object) -> Covers:
    """What stated annual amounts cover, one word for all bases."""
    word = _COVERS.function(value)
    return Covers(budget=word, forecast=word, actual=word)


class Item(Record):
    """A cost item; exactly one of its forms says what it costs."""

    title: Annotated[str, LINE] = ""
    kind: Annotated[str, choice("cost", "revenue", "grant", "adjustment")] = "cost"
    source: Annotated[str, LINE] = ""
    budget: Annotated[Annual | None, ANNUAL] = None
    forecast: Annotated[Annual | None, ANNUAL] = None
    actual: Annotated[Annual | None, ANNUAL] = None
    amount: Annotated[Dated | None, DATED_AMOUNT] = None
    total: Annotated[int | None, AMOUNT] = None
    price: Annotated[Dated | dict[str, Dated] | None, PRICES] = None
    quantity: Annotated[Dated | str | None, QUANTITY] = None
    per: Annotated[str | None, ID] = None
    among: tuple[Annotated[str, ID], ...] | None = None
    bands: Annotated[Bands | None, record_of(Bands)] = None
    scale: Annotated[Bands | None, record_of(Bands)] = None
    amounts: Annotated[dict[int, dict[str, int]] | None, AMOUNTS_OR_TABLE] = None
    stated_sum: Annotated[int | dict[int, int] | None, SUM] = Field(None, alias="sum")
    percent: Annotated[Fraction | None, ADDITION] = None
    of: tuple[Annotated[str, ID], ...] | None = None
    from_agreement: Annotated[FromAgreement | None, record_of(FromAgreement)] = None
    split: Annotated[Split | None, SPLIT] = None
    start: Annotated[date | None, FIRST_DAY] = Field(None, alias="from")
    to: Annotated[date | None, LAST_DAY] = None
    adjusts: Annotated[int | None, YEAR] = Field(None, alias="for")
    portion: Annotated[Fraction | None, SHARE] = None
    covers: Annotated[Covers | None, record_or(Covers, Read(read_word_for_all, _COVERS.schema))] = (
        None
    )
    index: Annotated[Indexation | None, record_of(Indexation)] = None
    factor: Annotated[Fraction | Bands | None, record_or(Bands, CHANGE)] = None
    paid_by: Annotated[str | None, ID] = None
    billed_on: Annotated[tuple[int, int] | None, DAY_OF_YEAR] = None
    surcharge: Annotated[Surcharge | None, record_of(Surcharge)] = None
    limits: Annotated[tuple[Limit, ...], LIMITS] = ()
    paid: Annotated[dict[int, dict[str, int]] | None, AMOUNTS] = None
    notes: Annotated[str, LINE] = ""

    @property
    def by_size(self) -> Bands | None:
        """The table that gives each party an amount by its size: of rows, or of brackets."""
        return self.bands or self.scale

    @property
    def prices(self) -> dict[str, Dated]:
        """The price by party; by "" where it is the same for all."""
        return self.price if isinstance(self.price, dict) else {"": self.price or ()}

    @property
    def dated(self) -> dict[tuple[str, ...], Dated]:
        """The amount and the prices that may be dated, by where they are written in the item."""
        prices = {("price", *filter(None, (party,))): price for party, price in self.prices.items()}
        return {("amount",): self.amount or (), **prices}

    @property
    def stated_sums(self) -> dict[int, int]:
        """What the agreed amounts of each year must make, where that is stated beside them."""
        if isinstance(self.stated_sum, int):
            return dict.fromkeys(self.amounts or (), self.stated_sum)
        return self.stated_sum or {}

    @property
    def annual(self) -> list[tuple[Basis, Annual]]:
        """The stated annual figures, basis by basis."""
        return [(basis, figures) for basis in BASES if (figures := self.figures(basis))]

    def figures(self, basis: str) -> Annual | None:
        """The stated annual figures of a basis."""
        return getattr(self, basis)  # type: ignore[no-any-return]
