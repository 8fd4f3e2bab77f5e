"""What bounds a party's amount: caps, floors, and who takes the difference."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from pydantic import Field, ValidationInfo

from avtalskalk.diagnostics import Path
from avtalskalk.model.dated import DATED_CHANGE, Dated
from avtalskalk.model.indices import IndexUse
from avtalskalk.model.readers import read_list
from avtalskalk.model.record import Record, reference
from avtalskalk.model.values import (
    AMOUNT_OR_SHARE,
    CHANGE,
    ID,
    LINE,
    SHARE,
    YEAR,
    YES,
    Read,
    choice,
    fault,
)


class IndexedChange(Record):
    """A change that is an index's own from the year before, and ``plus`` so much more."""

    series: Annotated[str, ID]
    use: IndexUse | None = None
    plus: Annotated[Fraction, CHANGE] = Fraction(0)


def read_yearly_change(value: object, info: ValidationInfo) -> Dated | IndexedChange:
    """A change in a year: a percentage, one that differs by year, or an index's change."""
    if isinstance(value, dict) and any(str(key)[:1].isalpha() for key in value):
        return IndexedChange.model_validate(value, context=info.context)
    return DATED_CHANGE.read(value, info)  # type: ignore[no-any-return]


_YEARLY_CHANGE = Read(
    read_yearly_change,
    {"anyOf": [*DATED_CHANGE.schema["anyOf"], reference(IndexedChange)]},
    info=True,
)


class Limit(Record):
    """One limit: whom it binds, at what, and who takes the difference.

    Whole numbers of ``max``, ``min`` and ``nothing_below`` are amounts in minor units, fractions
    are shares of the total.  A change is from the year before, or in all ``since`` a year.
    """

    party: Annotated[str | None, ID] = None
    each: Annotated[bool, YES] = False
    excepted: tuple[Annotated[str, ID], ...] = Field((), alias="except")
    max_increase: Annotated[Dated | IndexedChange | None, _YEARLY_CHANGE] = None
    min_increase: Annotated[Dated | IndexedChange | None, _YEARLY_CHANGE] = None
    since: Annotated[int | None, YEAR] = None
    after_zero: Annotated[str | None, choice("free", "zero")] = None
    max: Annotated[int | Fraction | None, AMOUNT_OR_SHARE] = None
    min: Annotated[int | Fraction | None, AMOUNT_OR_SHARE] = None
    nothing_below: Annotated[int | Fraction | None, AMOUNT_OR_SHARE] = None
    warn_above_share: Annotated[Fraction | None, SHARE] = None
    difference: Annotated[str | None, LINE] = None
    source: Annotated[str, LINE] = ""

    @property
    def parties(self) -> Iterator[tuple[str, Path]]:
        """The parties that are named, with their paths."""
        if self.party is not None:
            yield self.party, ("party",)
        for place, party in enumerate(self.excepted):
            yield party, ("except", place)
        if self.difference not in (None, "others", "none"):
            yield self.difference or "", ("difference",)

    @property
    def changes(self) -> dict[str, Dated | IndexedChange]:
        """The bounds that compare with an earlier year, by their keys."""
        keys = ("max_increase", "min_increase")
        return {key: change for key in keys if (change := getattr(self, key)) is not None}

    @property
    def amounts(self) -> dict[str, int | Fraction]:
        """The bounds that are amounts, or shares of the total, by their keys."""
        keys = ("max", "min", "nothing_below")
        return {key: bound for key in keys if (bound := getattr(self, key)) is not None}


def read_limits(value: object, info: ValidationInfo) -> tuple[Limit, ...]:
    """A list of limits, in the order they bind."""
    if not isinstance(value, (list, tuple)):
        fault("AV294", got="{}" if isinstance(value, dict) else str(value))
    return read_list(value, lambda one: Limit.model_validate(one, context=info.context))


LIMITS = Read(read_limits, {"type": "array", "items": reference(Limit)}, info=True)
