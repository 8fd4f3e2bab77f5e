"""Tables by size: rows with bounds, and what goes with a size that falls in each."""

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from avtalskalk.model.dated import DATED_AMOUNT, DATED_PRICE_OR_SHARE, Dated
from avtalskalk.model.record import Record
from avtalskalk.model.values import CHANGE, ID, NUMBER


class Step(Record):
    """One row of a table by size: its bound, and the amount, price, weight or factor with it."""

    below: Annotated[Fraction | None, NUMBER] = None
    up_to: Annotated[Fraction | None, NUMBER] = None
    amount: Annotated[Dated | None, DATED_AMOUNT] = None
    price: Annotated[Dated | None, DATED_PRICE_OR_SHARE] = None
    weight: Annotated[Fraction | None, NUMBER] = None
    factor: Annotated[Fraction | None, CHANGE] = None

    @property
    def bound(self) -> Fraction | None:
        """The largest size of the row, or the one that it is below; None in the last."""
        return self.up_to if self.below is None else self.below


Rows = tuple[Step, ...]
"""The rows of a table, in the order of their bounds."""


class Bands(Record):
    """A table by the size of a key: of amounts and prices, or of factors."""

    by: Annotated[str, ID]
    table: Rows = Field(min_length=1)
    among: tuple[Annotated[str, ID], ...] | None = None
