"""What is wanted of what the parties pay: ``lerum<=900000``, ``any.increase<=5 %``, ``frame``."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from operator import eq, ge, gt, le, lt
from types import MappingProxyType
from typing import Literal, NamedTuple

from avtalskalk.calculation.calculate import calculate
from avtalskalk.diagnostics import AgreementError, Argument, Diagnostic, Path, unknown_name
from avtalskalk.features.whatif.change_request import read_number_change
from avtalskalk.features.whatif.changes import Baseline
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import setting_of
from avtalskalk.model.values import Fault, amount
from avtalskalk.read_only import ReadOnly

Sign = Literal["<", "<=", ">", ">=", "=="]

ANY = "any"
TOTAL = "total"
FRAME = "frame"
YEAR: Path = ("--year",)
AT: Path = ("--want",)
"""Where a goal is written: in the option."""

_GOAL = re.compile(r"\s*(?P<left>[^<>=\s]+)\s*(?P<sign><=|>=|==|=|<|>)\s*(?P<right>.+?)\s*")
_RELATIONS: Mapping[Sign, Callable[[Fraction, int], bool]] = MappingProxyType(
    {"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq}
)
_INCREASE, _DIFFERENCE = ".increase", ".difference"
_SIGNS: Mapping[str, Sign] = {"<=": "<=", ">=": ">=", "==": "==", "=": "==", "<": "<", ">": ">"}


class PartyAmounts(NamedTuple):
    """What each party pays in the year; and in it and the year before as a cap compares them.

    ``counted`` and ``before`` are empty where nobody asks for them; ``year_before`` is what that
    year is called.
    """

    paid: Mapping[str, Fraction]
    counted: Mapping[str, Fraction] = ReadOnly()
    before: Mapping[str, Fraction] = ReadOnly()
    year_before: str = ""


class Bound(NamedTuple):
    """What an amount is compared with: what a party pays, or so many minor units.

    `TOTAL` is all parties together.  With ``increase`` it is what the party paid the year before,
    with such a part of it and so many minor units more.
    """

    party: str = ""
    minor: Fraction | int = 0
    part: Fraction = Fraction(0)
    increase: bool = False

    def of(self, known: Mapping[str, Fraction]) -> Fraction:
        """What it comes to, of what each party pays or paid."""
        stands = Fraction(0)
        if self.party == TOTAL:
            stands = sum(known.values(), Fraction(0))
        elif self.party:
            stands = known.get(self.party, Fraction(0))
        return stands + abs(stands) * self.part + self.minor


class Goal(NamedTuple):
    """Amounts that are wanted: every pair in the relation that the sign says."""

    pairs: tuple[tuple[Bound, Bound], ...]
    sign: Sign

    @property
    def compares_years(self) -> bool:
        """Whether it needs what was paid the year before."""
        return any(right.increase for _, right in self.pairs)

    def differences(self, amounts: PartyAmounts) -> list[Fraction]:
        """How much more each amount is than what it is compared with.

        Who paid nothing the year before is not compared with it, as a cap does not either; raises
        AgreementError where that is everyone.
        """
        paid, counted, before, year = amounts
        differences = [
            left.of(counted) - right.of(before)
            if right.increase
            else left.of(paid) - right.of(paid)
            for left, right in self.pairs
            if not right.increase or left.party in (TOTAL, *before)
        ]
        if not differences:
            known = tuple(f"paid.{year}.{left.party}" for left, _ in self.pairs)
            raise AgreementError((Diagnostic("AV874", {"year": year, "known": known}, YEAR),))
        return differences

    def holds(self, amounts: PartyAmounts) -> bool:
        """Whether it is as wanted, for every pair."""
        relation = _RELATIONS[self.sign]
        return all(relation(difference, 0) for difference in self.differences(amounts))


def read_goal(text: str, baseline: Baseline) -> Goal | Diagnostic:
    """What is wanted in the year, as an option says it, or what is wrong with it."""
    year = baseline.years[0]
    by_party = baseline.plan.agreement.frames
    frames = {party: Bound(minor=years[year]) for party, years in by_party.items() if year in years}
    if text.strip() == FRAME and frames:
        return Goal(tuple((Bound(party), frame) for party, frame in frames.items()), "<=")
    match = _GOAL.fullmatch(f"{ANY}<={FRAME}" if text.strip() == FRAME else text)
    if match is None or (match["left"], match["right"]) == (TOTAL, FRAME):
        return Diagnostic("AV853", {"given": text}, AT)
    name = match["left"].removesuffix(_INCREASE).removesuffix(_DIFFERENCE)
    lefts = _bounds(name, baseline.plan.agreement)
    if isinstance(lefts, Diagnostic):
        return lefts
    pairs: list[tuple[Bound, Bound]] = []
    for left in lefts:
        if match["left"] != name:
            than_now = match["left"].endswith(_DIFFERENCE)
            right = _increased(left, match["right"], baseline, than_now=than_now)
        else:
            right = _compared_with(match["right"], frames, left, baseline)
        if isinstance(right, Diagnostic):
            return right
        pairs.append((left, right))
    return Goal(tuple(pairs), _SIGNS[match["sign"]])


def _increased(left: Bound, text: str, baseline: Baseline, *, than_now: bool) -> Bound | Diagnostic:
    """What a party paid the year before, with an increase: ``5 %`` or ``100 tkr``.

    Than now: what it pays in the same year by the agreement as it stands.
    """
    currency = setting_of(baseline.data).currency
    try:
        change = read_number_change(text, lambda t: Fraction(amount(t, currency)), bare=True)
    except Fault as fault:
        return Diagnostic(fault.type, dict(fault.context or {}), AT)
    more = int(change.more or change.to or 0)
    bound = left._replace(minor=more, part=change.part or Fraction(0), increase=True)
    if not than_now:
        return bound
    statement = calculate(baseline.plan, baseline.years[0], baseline.basis)
    amounts = {total.party: total.amount for total in statement.totals}
    if None in amounts.values() or not amounts:
        lacking = tuple(missing.what for missing in statement.missing)
        return Diagnostic("AV874", {"year": statement.year, "known": lacking}, YEAR)
    now = {party: Fraction(amount or 0) for party, amount in amounts.items()}
    return Bound(minor=bound.of(now))


def _compared_with(
    text: str, frames: Mapping[str, Bound], left: Bound, baseline: Baseline
) -> Bound | Diagnostic:
    """An amount, a party, or a party's own frame."""
    agreement = baseline.plan.agreement
    if text == FRAME and left.party not in frames:
        about: dict[str, Argument] = {
            "party": left.party,
            "name": agreement.parties[left.party].name,
            "given": baseline.plan.year(baseline.years[0]).label,
        }
        return Diagnostic("AV855", about, AT)
    if text == FRAME:
        return frames[left.party]
    if text[0].isalpha():
        others = _bounds(text, agreement, every=False)
        return others if isinstance(others, Diagnostic) else others[0]
    try:
        return Bound(minor=amount(text, setting_of(baseline.data).currency))
    except Fault as fault:
        return Diagnostic(fault.type, dict(fault.context or {}), AT)


def _bounds(name: str, agreement: Agreement, *, every: bool = True) -> list[Bound] | Diagnostic:
    """A party, all of them together, or every one of them."""
    if every and name == ANY:
        return [Bound(party) for party in agreement.parties]
    if name == TOTAL or name in agreement.parties:
        return [Bound(name)]
    known = (*agreement.parties, TOTAL, *([ANY] if every else []))
    return Diagnostic("AV101", unknown_name("party", name, known), AT)
