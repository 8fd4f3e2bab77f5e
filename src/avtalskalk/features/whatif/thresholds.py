"""Thresholds that a script sets on what parties pay: ``alingsas > 1 000 000``, ``any > frame``."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne
from typing import Final, NamedTuple

from avtalskalk.diagnostics import Amount, Argument, Diagnostic, Phrase, Severity
from avtalskalk.model.comparison import ComparedYear
from avtalskalk.model.statement import Heading, Payer
from avtalskalk.model.values import amount, share
from avtalskalk.read_only import ReadOnly

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
    """An agreement's years as they are judged: each party's figures, and all parties'.

    ``bodies`` are the payers that a word of a threshold means where agreements call a body
    differently.
    """

    heading: Heading
    figures: tuple[ComparedYear, ...]
    totals: tuple[ComparedYear, ...]
    bodies: Mapping[str, Collection[Payer]] = ReadOnly()

    def is_of(self, figure: ComparedYear, word: str) -> bool:
        """Whether a figure is that of the party that a word means."""
        return figure.party == word or self.heading.payer(figure.party) in self.bodies.get(word, ())


class _Unknown(Exception):  # noqa: N818 - reported as a note, no error of the program
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
    figures = list(_concerned(threshold, judged))
    if not figures and (threshold.who, threshold.bound) == (ANY, FRAME) and judged.figures:
        # Nobody has a frame in any of the years: nothing is tried then.
        nobody: dict[str, Argument] = {
            "condition": threshold.written,
            "who": Phrase("all_parties"),
            "year": tuple(dict.fromkeys(figure.year for figure in judged.figures)),
            "reason": Phrase("no_frame"),
        }
        yield Diagnostic("AV778", nobody, severity="note")
    for figure in figures:
        about: dict[str, Argument] = {
            "condition": threshold.written,
            "who": judged.heading.parties.get(figure.party) or Phrase("all_parties"),
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
            shown = Amount(minor or 0, judged.heading.currency)
            code = "AV779" if threshold.difference else "AV777"
            yield Diagnostic(code, {**about, "amount": shown}, severity=threshold.severity)


def _concerned(threshold: Threshold, judged: Judged) -> Iterable[ComparedYear]:
    """The figures that a threshold is about; of any party, those that can be compared."""
    if threshold.who == TOTAL:
        return judged.totals
    if threshold.who != ANY:
        return [figure for figure in judged.figures if judged.is_of(figure, threshold.who)]
    if threshold.bound == FRAME:
        return [figure for figure in judged.figures if _frame(figure, judged) is not None]
    return judged.figures


def _value(threshold: Threshold, figure: ComparedYear) -> Fraction | int:
    """What is compared: an amount or a change, in minor units or as a part."""
    value: Fraction | int | None = figure.after
    if threshold.difference:
        value = figure.relative if threshold.bound.endswith("%") else figure.difference
    if value is None:
        # A change of nothing is no part of it.
        raise _Unknown("nothing_before" if figure.before == 0 else "not_complete")
    return value


def _bound(threshold: Threshold, figure: ComparedYear, judged: Judged) -> Fraction | int:
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
        figures = judged.totals if bound == TOTAL else judged.figures
        same_year = (
            f for f in figures if f.year == figure.year and (not f.party or judged.is_of(f, bound))
        )
        compared = next(same_year, None)
        return 0 if compared is None else _value(threshold, compared)
    return amount(bound, judged.heading.currency)


def _frame(figure: ComparedYear, judged: Judged) -> int | None:
    """A party's frame in a year, in minor units."""
    frames: Mapping[int, int] = judged.heading.frames.get(figure.party, {})
    return frames.get(int(figure.year[:4]))
