"""The value of one input that gives what is wanted: exact where the amounts follow it in a line.

An answer is looked for with the exact amounts, before rounding, and counts only when it is put
back through the whole calculation.  Where the amounts do not follow a line, two values between
which the answer lies are brought together until they are as near as values can be said.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from avtalskalk.calculation.allocation import added
from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.year_result import Result, of_year
from avtalskalk.diagnostics import AgreementError, Argument, Diagnostic
from avtalskalk.features.whatif.change_request import Baseline, ChangeRequest
from avtalskalk.features.whatif.goals import Bound, Want, read_want
from avtalskalk.features.whatif.inputs import Quantity, Unit, request, writable
from avtalskalk.features.whatif.outcome import changed_plan
from avtalskalk.features.whatif.search_range import DATE, Ends, read_ends
from avtalskalk.model.statement import Statement
from avtalskalk.model.validation import setting_of

LOOKED_AT = 33
"""At so many values, evenly from the lowest to the highest, it is seen where answers lie."""

TOLERANCE: dict[Unit, Fraction] = {
    "share": Fraction(1, 10**8),
    "change": Fraction(1, 10**8),
    "amount": Fraction(1),
    "number": Fraction(1, 10**6),
    "day": Fraction(1),
}
"""How near to each other two values are brought that an answer lies between."""

_ALONG_THE_LINE = 8
_OTHER = "\0other"


class Paid(NamedTuple):
    """What the parties pay, in minor units: as rounded, and exactly."""

    rounded: dict[str, Fraction]
    exact: dict[str, Fraction]
    statement: Statement


class Tried(NamedTuple):
    """A value put in, and the margin that it leaves: see `Want.margin`.

    ``margin`` is by the amounts as they are paid, ``exact`` by the amounts before rounding.
    """

    value: Quantity
    margin: Fraction
    exact: Fraction
    paid: Paid


Side = Literal["least", "most", "only"]


class Answer(NamedTuple):
    """A value that does, put back through the whole calculation.

    ``side`` says whether it is the least that does, the most, or the only one about there.
    """

    tried: Tried
    side: Side

    @property
    def exact(self) -> bool:
        """Whether the amounts before rounding are just what is wanted."""
        return self.tried.exact == 0


class Solution(NamedTuple):
    """What was found from the lowest to the highest value.

    Without answers every value does (``holds``), or none.  ``linear`` says that the amounts
    follow the input in a line, so that there can be no further answer.
    """

    low: Quantity
    high: Quantity
    answers: tuple[Answer, ...]
    holds: bool
    linear: bool


Payments = Callable[[Quantity], Paid]
"""What is paid at a value; raises AgreementError where the value cannot be."""


Try = Callable[[Quantity], Tried]
"""A value put in; raises AgreementError where it cannot be."""


def paid(plan: Plan, baseline: Baseline) -> Paid:
    """What the parties pay in the year by a plan; raises AgreementError where it is not known."""
    year, basis = baseline.years[0], baseline.basis
    statement = calculate(plan, year, basis)
    wrong = tuple(one for one in statement.diagnostics if one.severity == "error")
    lacking = tuple(dict.fromkeys(one.what for one in statement.missing))
    if wrong or lacking or not statement.in_force:
        arguments: dict[str, Argument] = {"year": statement.year, "known": lacking}
        raise AgreementError(wrong or (Diagnostic("AV874", arguments, ("--year",)),))
    rounded = {one.party: Fraction(one.amount or 0) for one in statement.totals}
    exact = exact_amounts(plan, of_year(plan, year, basis))
    return Paid(rounded, exact, statement)


def exact_amounts(plan: Plan, result: Result) -> dict[str, Fraction]:
    """Each party's year before rounding, with what limits move and surcharges add."""
    kept = added([one.kept for one in result.charged], len(plan.parties))
    found = dict(zip(plan.parties, kept.fractions, strict=True))
    for one in result.charged:
        surcharge = one.line.item.surcharge
        if surcharge is not None:
            among = plan.parties if surcharge.parties is None else surcharge.parties
            for party, amount in zip(plan.parties, one.kept.fractions, strict=True):
                found[party] += amount * surcharge.percent if party in among else 0
    for applied in result.applied:
        for party, moved in applied.moved.items():
            found[party] += moved
    return found


def break_even(party: str, one: Payments, other: Payments) -> tuple[Payments, Want]:
    """What makes a party pay the same one way and another, as payments and what is wanted."""

    def at(value: Quantity) -> Paid:
        here, there = one(value), other(value)
        return Paid(
            {**here.rounded, _OTHER: there.rounded[party]},
            {**here.exact, _OTHER: there.exact[party]},
            here.statement,
        )

    return at, Want(((Bound(party), Bound(_OTHER)),), "==")


def solve(at: Payments, want: Want, low: Quantity, high: Quantity) -> Solution:
    """Where, from the lowest to the highest value, what is wanted begins and ends to hold.

    Values that cannot be are passed over; raises AgreementError where none can.
    """

    def tried(value: Quantity) -> Tried:
        found = at(value)
        return Tried(value, want.margin(found.rounded), want.margin(found.exact), found)

    looked = list(_looked_at(tried, low, high))
    answers = tuple(_answers(tried, want, looked))
    holds = not answers and _does(want, looked[0])
    return Solution(low, high, answers, holds, _in_a_line(looked))


def _looked_at(at: Try, low: Quantity, high: Quantity) -> Iterator[Tried]:
    """Values from the lowest to the highest, evenly, but for those that cannot be."""
    width = high.value - low.value
    steps = (low.value + width * place / (LOOKED_AT - 1) for place in range(LOOKED_AT))
    refused: AgreementError | None = None
    some = False
    for value in dict.fromkeys(writable(low._replace(value=step)) for step in steps):
        try:
            found = at(value)
        except AgreementError as error:
            refused = refused or error
        else:
            some = True
            yield found
    if refused is not None and not some:
        raise refused


def _in_a_line(looked: Sequence[Tried]) -> bool:
    """Whether the exact margins follow the values in a line, to the smallest unit."""
    first, last = looked[0], looked[-1]
    width = last.value.value - first.value.value
    slope = (last.exact - first.exact) / width if width else Fraction(0)
    return all(
        abs(first.exact + slope * (one.value.value - first.value.value) - one.exact) <= 1
        for one in looked
    )


def _answers(at: Try, want: Want, looked: Sequence[Tried]) -> Iterator[Answer]:
    """Where what is wanted begins or ceases to hold, or where two amounts meet, in order."""
    if want.sign == "==":
        yield from _met(at, want, looked)
        return
    for before, one in pairwise(looked):
        held = _does(want, before)
        if held != _does(want, one):
            inside, outside = (before, one) if held else (one, before)
            found, _ = _narrowed(at, want, inside, outside, lambda t: _does(want, t))
            yield Answer(found, "most" if held else "least")


def _does(want: Want, one: Tried) -> bool:
    """Whether a value does: by what is paid, and by the amounts before rounding."""
    return want.holds(one.margin) and want.holds(one.exact)


def _met(at: Try, want: Want, looked: Sequence[Tried]) -> Iterator[Answer]:
    """Where two amounts meet; where they are the same for a while, the ends of that."""
    stretches = [list(group) for _, group in groupby(looked, lambda one: one.exact == 0)]
    for place, stretch in enumerate(stretches):
        if stretch[0].exact:
            for before, one in pairwise(stretch):
                if before.exact * one.exact < 0:
                    yield Answer(_meeting(at, want, before, one), "only")
        elif len(stretch) == 1:
            yield Answer(stretch[0], "only")
        elif len(stretches) > 1:
            before = stretches[place - 1][-1] if place else stretch[0]
            after = stretches[place + 1][0] if place + 1 < len(stretches) else stretch[-1]
            yield Answer(_end(at, want, stretch[0], before), "least")
            yield Answer(_end(at, want, stretch[-1], after), "most")


def _end(at: Try, want: Want, inside: Tried, outside: Tried) -> Tried:
    """The last value, towards one that does not, at which amounts are still the same."""
    return _narrowed(at, want, inside, outside, lambda one: one.exact == 0)[0]


def _meeting(at: Try, want: Want, below: Tried, above: Tried) -> Tried:
    """The value between two at which amounts meet, or come nearest."""
    both = _narrowed(at, want, below, above, lambda one: one.exact * below.exact > 0)
    return min(both, key=lambda one: abs(one.margin))


def _narrowed(
    at: Try, want: Want, one: Tried, other: Tried, like_one: Callable[[Tried], bool]
) -> tuple[Tried, Tried]:
    """Two values brought together until nothing can be said between them.

    First along the line between their exact margins, which ends at once where they follow one,
    then by halves; last comes the plainest value that there is between them.
    """
    step = 0
    while (value := _between(one, other, along=step < _ALONG_THE_LINE)) is not None:
        step += 1
        found = at(value)
        if found.exact == 0 and one.exact and other.exact and want.holds(found.margin):
            return found, found
        if like_one(found):
            one = found
        else:
            other = found
    ends = sorted((one.value.value, other.value.value))
    plainest = at(writable(one.value._replace(value=simplest(*ends))))
    return (plainest, plainest) if plainest.exact == 0 and _does(want, plainest) else (one, other)


def simplest(low: Fraction, high: Fraction) -> Fraction:
    """The fraction with the smallest denominator from one number up to another."""
    whole = -(-low.numerator // low.denominator)
    if whole <= high:
        # Of whole numbers the one nearest to none.
        return Fraction(min(max(whole, 0), high.numerator // high.denominator))
    floor = whole - 1
    return floor + 1 / simplest(1 / (high - floor), 1 / (low - floor))


def _between(one: Tried, other: Tried, *, along: bool) -> Quantity | None:
    """A value between two: where the line between them meets none left, or the middle."""
    unit = one.value.unit
    start, width = one.value.value, other.value.value - one.value.value
    if abs(width) <= TOLERANCE[unit]:
        return None
    ends = (one.value, other.value)
    if along and one.exact != other.exact:
        part = one.exact / (one.exact - other.exact)
        value = writable(Quantity(unit, start + width * part))
        if 0 < part < 1 and value not in ends:
            return value
    value = writable(Quantity(unit, start + width / 2))
    return None if value in ends else value


# --- As an option asks it ------------------------------------------------------------------


class Solved(NamedTuple):
    """What was asked and what was found; ``before`` is the year without any change.

    For a break-even ``want`` is empty and ``party`` whose it is.
    """

    ends: Ends
    solution: Solution
    before: Statement
    want: str = ""
    party: str = ""


class Changes(NamedTuple):
    """What is changed besides: on the one side, and for a break-even on the other."""

    here: tuple[ChangeRequest, ...] = ()
    there: tuple[ChangeRequest, ...] = ()


_NONE = Changes()


def solved(baseline: Baseline, vary: str, want: str, changes: Changes = _NONE) -> Solved:
    """Solve for an input by its name; raises AgreementError for what cannot be."""
    ends = read_ends(vary, baseline)
    wanted = read_want(want, baseline.plan, baseline.years[0], baseline.data)
    if isinstance(ends, Diagnostic) or isinstance(wanted, Diagnostic):
        wrong = (one for one in (ends, wanted) if isinstance(one, Diagnostic))
        raise AgreementError(tuple(wrong))
    before = paid(baseline.plan, baseline).statement
    solution = solve(payments(baseline, ends, changes.here), wanted, ends.low, ends.high)
    return Solved(ends, solution, before, want=want)


def broken_even(baseline: Baseline, vary: str, party: str, changes: Changes) -> Solved:
    """Solve for the value at which a party pays the same with one change and with another."""
    ends = read_ends(vary, baseline)
    if isinstance(ends, Diagnostic):
        raise AgreementError((ends,))
    before = paid(baseline.plan, baseline).statement
    here, there = (payments(baseline, ends, side) for side in changes)
    solution = solve(*break_even(party, here, there), ends.low, ends.high)
    return Solved(ends, solution, before, party=party)


def payments(baseline: Baseline, ends: Ends, also: Sequence[ChangeRequest] = ()) -> Payments:
    """What the parties pay when a value is put in, with what else is changed."""
    setting = setting_of(baseline.data)

    def at(value: Quantity) -> Paid:
        if ends.input.said == DATE:
            requests = [one._replace(start=value.day) for one in also]
        else:
            varied = request(ends.input, value, setting, relative=ends.relative)
            requests = [*also, varied]
        return paid(changed_plan(baseline, requests), baseline)

    return at
