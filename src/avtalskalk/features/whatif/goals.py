"""What is wanted of what the parties pay: ``alingsas<=900000``, ``alingsas==lerum``, ``frame``."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Diagnostic, Path, Phrase, unknown_name
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import setting_of
from avtalskalk.model.values import Fault, Setting, amount

Sign = Literal["<=", ">=", "=="]

TOTAL = "total"
FRAME = "frame"
AT: Path = ("--want",)
"""Where a want is written: in the option."""

_WANT = re.compile(r"\s*(?P<left>[^<>=\s]+)\s*(?P<sign><=|>=|==|=|<|>)\s*(?P<right>.+?)\s*")
_SIGNS: Mapping[str, Sign] = {"<=": "<=", ">=": ">=", "==": "==", "=": "==", "<": "<=", ">": ">="}


class Bound(NamedTuple):
    """Whom an amount is compared with: a party (`TOTAL`: all together) or so many minor units."""

    party: str = ""
    minor: int = 0

    def of(self, amounts: Mapping[str, Fraction]) -> Fraction:
        """What it comes to, with the amounts that the parties pay."""
        if self.party == TOTAL:
            return sum(amounts.values(), Fraction(0))
        return amounts[self.party] if self.party else Fraction(self.minor)


class Want(NamedTuple):
    """Amounts that are wanted: every pair at most, at least or exactly what it is compared with."""

    pairs: tuple[tuple[Bound, Bound], ...]
    sign: Sign

    def margin(self, amounts: Mapping[str, Fraction]) -> Fraction:
        """How much is left before it no longer holds; below zero: how much is lacking.

        For ``==`` it is the difference, which is wanted to be none.
        """
        turned = -1 if self.sign == ">=" else 1
        return min(turned * (right.of(amounts) - left.of(amounts)) for left, right in self.pairs)

    def holds(self, margin: Fraction) -> bool:
        """Whether a margin is what is wanted."""
        return margin == 0 if self.sign == "==" else margin >= 0


def read_want(text: str, plan: Plan, year: int, data: object) -> Want | Diagnostic:
    """What is wanted in a year, as an option says it, or what is wrong with it."""
    agreement = plan.agreement
    if text.strip() == FRAME:
        pairs = tuple(_framed(agreement, party, year) for party in agreement.frames)
        known = tuple(one for one in pairs if one)
        return Want(known, "<=") if known else _wrong("AV855", given=plan.year(year).label)
    match = _WANT.fullmatch(text)
    if match is None:
        return _wrong("AV853", given=text)
    left = _party(match["left"], agreement)
    if isinstance(left, Diagnostic):
        return left
    sign = _SIGNS[match["sign"]]
    if match["right"] == FRAME:
        pair = _framed(agreement, left.party, year)
        return Want((pair,), sign) if pair else _wrong("AV855", given=plan.year(year).label)
    right = _right(match["right"], agreement, setting_of(data))
    return right if isinstance(right, Diagnostic) else Want(((left, right),), sign)


def _framed(agreement: Agreement, party: str, year: int) -> tuple[Bound, Bound] | None:
    """A party and its frame in a year, where it has one."""
    frame = agreement.frames.get(party, {}).get(year)
    return None if frame is None else (Bound(party), Bound(minor=frame))


def _party(name: str, agreement: Agreement) -> Bound | Diagnostic:
    if name == TOTAL or name in agreement.parties:
        return Bound(name)
    return Diagnostic("AV101", unknown_name("party", name, (*agreement.parties, TOTAL)), AT)


def _right(text: str, agreement: Agreement, file: Setting) -> Bound | Diagnostic:
    """A party, or an amount."""
    if text[0].isalpha():
        return _party(text, agreement)
    try:
        return Bound(minor=amount(text, file.currency))
    except Fault as fault:
        return Diagnostic(fault.type, dict(fault.context or {}), AT)


def _wrong(code: str, **arguments: str | tuple[str, ...] | Phrase) -> Diagnostic:
    return Diagnostic(code, arguments, AT)
