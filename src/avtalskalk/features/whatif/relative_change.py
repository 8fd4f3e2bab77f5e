"""How a number is to change, as people write it: ``+3 %``, ``+250 tkr``, ``2 mkr``."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.features.whatif.change_request import Refused
from avtalskalk.model.values import read_text, share

SIGNS = "+-\u2212"
PERCENT = ("%", "\u2030", "procent", "promille", "percent")


class Shift(NamedTuple):
    """What becomes of a number: a part of it more (``+3 %``), some more, or another number."""

    part: Fraction | None = None
    more: Fraction | None = None
    to: Fraction | None = None

    def of(self, number: Fraction) -> Fraction:
        """A number as it becomes, exactly."""
        if self.part is not None:
            return number * (1 + self.part)
        return number + self.more if self.more is not None else self.to or Fraction(0)


def read_shift(written: object, read: Callable[[str], Fraction], *, bare: bool = False) -> Shift:
    """How a number is to change.  A percentage must have its sign, unless it may be ``bare``."""
    # A word processor makes a dash of the minus sign before a number.
    text = re.sub("^\u2013(?=[0-9])", "-", read_text(written))
    if text.endswith(PERCENT):
        if text[0] not in SIGNS and not bare:
            raise Refused("AV751", text=text)
        return Shift(part=share(text))
    return Shift(more=read(text)) if text[0] in SIGNS else Shift(to=read(text))
