"""What bounds a party's amount: caps, floors, and who takes the difference."""

from fractions import Fraction
from typing import Annotated

from pydantic import ValidationInfo

from avtalskalk.model.readers import read_list
from avtalskalk.model.record import Record, reference
from avtalskalk.model.values import AMOUNT, CHANGE, ID, LINE, SHARE, YES, Read, fault


class Limit(Record):
    """One limit: whom it binds, at what, and who takes the difference."""

    party: Annotated[str | None, ID] = None
    each: Annotated[bool, YES] = False
    max_increase: Annotated[Fraction | None, CHANGE] = None
    min_increase: Annotated[Fraction | None, CHANGE] = None
    max: Annotated[int | None, AMOUNT] = None
    min: Annotated[int | None, AMOUNT] = None
    warn_above_share: Annotated[Fraction | None, SHARE] = None
    difference: Annotated[str | None, LINE] = None
    source: Annotated[str, LINE] = ""


def read_limits(value: object, info: ValidationInfo) -> tuple[Limit, ...]:
    """A list of limits, in the order they bind."""
    if not isinstance(value, (list, tuple)):
        fault("AV294", got="{}" if isinstance(value, dict) else str(value))
    return read_list(value, lambda one: Limit.model_validate(one, context=info.context))


LIMITS = Read(read_limits, {"type": "array", "items": reference(Limit)}, info=True)
