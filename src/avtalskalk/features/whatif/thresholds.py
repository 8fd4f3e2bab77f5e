"""Thresholds that a script sets on what parties pay: ``alingsas > 1 000 000``, ``any > frame``."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne
from typing import Final, NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Amount, Argument, Diagnostic, Phrase, Severity
from avtalskalk.model.comparison import Figure
from avtalskalk.model.values import amount, share

ANY, TOTAL, FRAME = "any", "total", "frame"
_DIFFERENCE = ".difference"
_WRITTEN = re.compile(r"([^\s<>=!]+)\s*(>=|<=|==|!=|>|<)\s*([^\s<>=!].*)")
_SIGNS: Final = {">": gt, ">=": ge, "<": lt, "<=": le, "==": eq, "!=": ne}


class Threshold(NamedTuple):
    """One threshold: whose amount, or change, stands in what relation to what."""

    written: str
    who: str
    difference: bool
    sign: str
    bound: str
    severity: Severity = "error"

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that it names."""
        named = [self.who] if self.who not in (ANY, TOTAL) else []
        if self.bound[:1].isalpha() and self.bound not in (FRAME, TOTAL):
            named.append(self.bound)
        return tuple(named)


class Judged(NamedTuple):
    """An agreement's years as they are judged: each party's figures, and all parties'."""

    plan: Plan
    figures: tuple[Figure, ...]
    totals: tuple[Figure, ...]


class _Unknown(Exception):  # noqa: N818 - said to the reader, no error of the program
    """An amount that the threshold needs is not known; ``why`` is a phrase."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def read_threshold(written: str, severity: Severity = "error") -> Threshold | None:
    """A threshold as it is written; None where it cannot be read."""
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        return None
    who, sign, bound = match.groups()
    difference = who.endswith(_DIFFERENCE)
    who = who.removesuffix(_DIFFERENCE)
    if not who or (difference and bound == FRAME) or (bound.endswith("%") and not difference):
        return None
    return Threshold(written.strip(), who, difference, sign, bound.strip(), severity)


def passed(threshold: Threshold, judged: Judged) -> Iterator[Diagnostic]:
    """The years in which an agreement is beyond a threshold, and those that cannot be judged.

    Raises Fault for an amount that cannot be read in the agreement's currency.
    """
    if (threshold.who, threshold.bound) == (ANY, FRAME) and judged.figures:
        yield from _without_frames(threshold, judged)
    for figure in _concerned(threshold, judged):
        about: dict[str, Argument] = {
            "condition": threshold.written,
            "who": _name(figure, judged),
            "year": figure.year,
        }
        try:
            value = _value(threshold, figure)
            beyond = _SIGNS[threshold.sign](value, _bound(threshold, figure, judged))
        except _Unknown as unknown:
            reason = {**about, "reason": Phrase(unknown.why)}
            yield Diagnostic("AV778", reason, severity="note")
            continue
        if beyond:
            minor = figure.difference if threshold.difference else figure.after
            shown = Amount(minor or 0, judged.plan.agreement.currency)
            code = "AV779" if threshold.difference else "AV777"
            yield Diagnostic(code, {**about, "amount": shown}, severity=threshold.severity)


def _without_frames(threshold: Threshold, judged: Judged) -> Iterator[Diagnostic]:
    """That nobody has a frame in any of the years, where that is so: nothing is tried then."""
    if not any(_concerned(threshold, judged)):
        about: dict[str, Argument] = {
            "condition": threshold.written,
            "who": Phrase("all_parties"),
            "year": tuple(dict.fromkeys(one.year for one in judged.figures)),
            "reason": Phrase("no_frame"),
        }
        yield Diagnostic("AV778", about, severity="note")


def _concerned(threshold: Threshold, judged: Judged) -> Iterable[Figure]:
    """The figures that a threshold is about; of any party, those that can be compared."""
    if threshold.who == TOTAL:
        return judged.totals
    if threshold.who != ANY:
        return [one for one in judged.figures if one.party == threshold.who]
    if threshold.bound == FRAME:
        return [one for one in judged.figures if _frame(one, judged) is not None]
    return judged.figures


def _name(figure: Figure, judged: Judged) -> str | Phrase:
    party = judged.plan.agreement.parties.get(figure.party)
    return party.name if party else Phrase("all_parties")


def _value(threshold: Threshold, figure: Figure) -> Fraction | int:
    """What is compared: an amount or a change, in minor units or as a part."""
    if not threshold.difference:
        found: Fraction | int | None = figure.after
    else:
        found = figure.relative if threshold.bound.endswith("%") else figure.difference
    if found is None:
        # A change of nothing is no part of it.
        raise _Unknown("nothing_before" if figure.before == 0 else "not_complete")
    return found


def _bound(threshold: Threshold, figure: Figure, judged: Judged) -> Fraction | int:
    """What it is compared with, in the same measure."""
    bound = threshold.bound
    if bound == FRAME:
        frame = _frame(figure, judged)
        if frame is None:
            raise _Unknown("no_frame")
        return frame
    if bound.endswith("%"):
        return share(bound)
    if bound[0].isalpha():
        others = judged.totals if bound == TOTAL else judged.figures
        other = [one for one in others if one.year == figure.year and one.party in ("", bound)]
        return _value(threshold, other[0]) if other else 0
    return amount(bound, judged.plan.agreement.currency)


def _frame(figure: Figure, judged: Judged) -> int | None:
    """A party's frame in a year, in minor units."""
    frames: Mapping[int, int] = judged.plan.agreement.frames.get(figure.party, {})
    return frames.get(int(figure.year[:4]))
