"""What is wanted of what the parties pay: ``alingsas<=900000``, ``alingsas==lerum``, ``frame``."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path, unknown_name
from avtalskalk.features.whatif.changes import Baseline
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import setting_of
from avtalskalk.model.values import Fault, amount

Sign = Literal["<=", ">=", "=="]

TOTAL = "total"
FRAME = "frame"
AT: Path = ("--want",)
"""Where a goal is written: in the option."""

_GOAL = re.compile(r"\s*(?P<left>[^<>=\s]+)\s*(?P<sign><=|>=|==|=|<|>)\s*(?P<right>.+?)\s*")
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


class Goal(NamedTuple):
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


def read_goal(text: str, baseline: Baseline) -> Goal | Diagnostic:
    """What is wanted in the year, as an option says it, or what is wrong with it."""
    agreement, year = baseline.plan.agreement, baseline.years[0]
    frames = {
        party: by_year[year] for party, by_year in agreement.frames.items() if year in by_year
    }
    no_frame = Diagnostic("AV855", {"given": baseline.plan.year(year).label}, AT)
    if text.strip() == FRAME:
        pairs = tuple((Bound(party), Bound(minor=frame)) for party, frame in frames.items())
        return Goal(pairs, "<=") if pairs else no_frame
    match = _GOAL.fullmatch(text)
    if match is None:
        return Diagnostic("AV853", {"given": text}, AT)
    left, sign, right = match["left"], _SIGNS[match["sign"]], match["right"]
    party = _party(left, agreement)
    if isinstance(party, Diagnostic):
        return party
    if right == FRAME:
        frame = frames.get(left)
        return no_frame if frame is None else Goal(((party, Bound(minor=frame)),), sign)
    if right[0].isalpha():
        bound = _party(right, agreement)
        return bound if isinstance(bound, Diagnostic) else Goal(((party, bound),), sign)
    try:
        minor = amount(right, setting_of(baseline.data).currency)
    except Fault as fault:
        return Diagnostic(fault.type, dict(fault.context or {}), AT)
    return Goal(((party, Bound(minor=minor)),), sign)


def _party(name: str, agreement: Agreement) -> Bound | Diagnostic:
    """A party, or all of them."""
    if name == TOTAL or name in agreement.parties:
        return Bound(name)
    return Diagnostic("AV101", unknown_name("party", name, (*agreement.parties, TOTAL)), AT)
