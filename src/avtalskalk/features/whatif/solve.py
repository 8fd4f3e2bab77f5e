"""The value of one input that gives what is wanted: exact where the amounts follow it in a line.

An answer is looked for with the exact amounts, before rounding, and counts only when it is put
back through the whole calculation.  Where the amounts do not follow a line, two values between
which the answer lies are brought together until they are as near as values can be written.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from avtalskalk.calculation.allocation import added
from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.year_result import Result, of_year
from avtalskalk.diagnostics import AgreementError, Argument, Diagnostic
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.changes import Baseline
from avtalskalk.features.whatif.goals import Bound, Goal, read_goal
from avtalskalk.features.whatif.inputs import Axis, Quantity, Unit, writable
from avtalskalk.features.whatif.outcome import changed_plan
from avtalskalk.features.whatif.search_range import DATE, read_search_range
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
_OTHERWISE = "\0otherwise"


class Payment(NamedTuple):
    """What the parties pay, in minor units: as rounded, and exactly."""

    rounded: dict[str, Fraction]
    exact: dict[str, Fraction]
    statement: Statement


class Trial(NamedTuple):
    """A value put in, and the margin that it leaves: see `Goal.margin`.

    ``margin`` is by the amounts as they are paid, ``exact`` by the amounts before rounding.
    """

    value: Quantity
    margin: Fraction
    exact: Fraction
    payment: Payment


Side = Literal["least", "most", "only"]


class Answer(NamedTuple):
    """A value that does, put back through the whole calculation.

    ``side`` is whether it is the least value that does, the most, or the only one thereabouts.
    """

    trial: Trial
    side: Side

    @property
    def exact(self) -> bool:
        """Whether the amounts before rounding are just what is wanted."""
        return self.trial.exact == 0


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


Payments = Callable[[Quantity], Payment]
"""What is paid at a value; raises AgreementError where the value cannot be."""

Try = Callable[[Quantity], Trial]
"""A value put in; raises AgreementError where it cannot be."""


def solve(payments: Payments, goal: Goal, low: Quantity, high: Quantity) -> Solution:
    """Where, from the lowest to the highest value, what is wanted begins and ends to hold.

    Values that cannot be are passed over; raises AgreementError where none can.
    """

    def put_in(value: Quantity) -> Trial:
        payment = payments(value)
        return Trial(value, goal.margin(payment.rounded), goal.margin(payment.exact), payment)

    width = high.value - low.value
    steps = (low.value + width * place / (LOOKED_AT - 1) for place in range(LOOKED_AT))
    trials: list[Trial] = []
    refused: AgreementError | None = None
    for value in dict.fromkeys(writable(low._replace(value=step)) for step in steps):
        try:
            trials.append(put_in(value))
        except AgreementError as error:
            refused = refused or error
    if refused is not None and not trials:
        raise refused
    find = _meetings if goal.sign == "==" else _limits
    answers = tuple(find(put_in, goal, trials))
    holds = not answers and _meets(goal, trials[0])
    return Solution(low, high, answers, holds, _in_a_line(trials))


def _in_a_line(trials: Sequence[Trial]) -> bool:
    """Whether the exact margins follow the values in a line, to the smallest unit."""
    first, last = trials[0], trials[-1]
    width = last.value.value - first.value.value
    slope = (last.exact - first.exact) / width if width else Fraction(0)
    return all(
        abs(first.exact + slope * (trial.value.value - first.value.value) - trial.exact) <= 1
        for trial in trials
    )


def _meets(goal: Goal, trial: Trial) -> bool:
    """Whether a value does: by what is paid, and by the amounts before rounding."""
    return goal.holds(trial.margin) and goal.holds(trial.exact)


def _limits(put_in: Try, goal: Goal, trials: Sequence[Trial]) -> Iterator[Answer]:
    """Where what is wanted begins or ceases to hold, in order."""
    for before, after in pairwise(trials):
        met = _meets(goal, before)
        if met != _meets(goal, after):
            inside, outside = (before, after) if met else (after, before)
            trial, _ = _narrowed(put_in, goal, inside, outside, lambda t: _meets(goal, t))
            yield Answer(trial, "most" if met else "least")


def _meetings(put_in: Try, goal: Goal, trials: Sequence[Trial]) -> Iterator[Answer]:
    """Where two amounts meet; where they are the same for a while, the ends of that."""
    stretches = [list(group) for _, group in groupby(trials, lambda trial: trial.exact == 0)]
    for place, stretch in enumerate(stretches):
        if stretch[0].exact:
            for before, after in pairwise(stretch):
                if before.exact * after.exact < 0:
                    same_side = partial(_same_side, before)
                    sides = _narrowed(put_in, goal, before, after, same_side)
                    # Where they never meet to the fraction, the nearer of the two sides.
                    yield Answer(min(sides, key=lambda trial: abs(trial.margin)), "only")
        elif len(stretch) == 1:
            yield Answer(stretch[0], "only")
        elif len(stretches) > 1:
            first, last = stretch[0], stretch[-1]
            before = stretches[place - 1][-1] if place else first
            after = stretches[place + 1][0] if place + 1 < len(stretches) else last
            least, _ = _narrowed(put_in, goal, first, before, lambda trial: trial.exact == 0)
            most, _ = _narrowed(put_in, goal, last, after, lambda trial: trial.exact == 0)
            yield Answer(least, "least")
            yield Answer(most, "most")


def _same_side(a: Trial, b: Trial) -> bool:
    """Whether the one amount is the greater at two values alike."""
    return a.exact * b.exact > 0


def _narrowed(
    put_in: Try, goal: Goal, inside: Trial, outside: Trial, is_inside: Callable[[Trial], bool]
) -> tuple[Trial, Trial]:
    """Two values brought together until none can be written between them.

    First along the line between their exact margins, which ends at once where they follow one,
    then by halves; last comes the plainest value that there is between them.
    """
    step = 0
    while (value := _between(inside, outside, along=step < _ALONG_THE_LINE)) is not None:
        step += 1
        trial = put_in(value)
        if trial.exact == 0 and inside.exact and outside.exact and goal.holds(trial.margin):
            return trial, trial
        if is_inside(trial):
            inside = trial
        else:
            outside = trial
    low, high = sorted((inside.value.value, outside.value.value))
    plainest = put_in(writable(inside.value._replace(value=simplest(low, high))))
    if plainest.exact == 0 and _meets(goal, plainest):
        return plainest, plainest
    return inside, outside


def simplest(low: Fraction, high: Fraction) -> Fraction:
    """The fraction with the smallest denominator from one number up to another."""
    whole = -(-low.numerator // low.denominator)
    if whole <= high:
        # Of whole numbers the one nearest to none.
        return Fraction(min(max(whole, 0), high.numerator // high.denominator))
    floor = whole - 1
    return floor + 1 / simplest(1 / (high - floor), 1 / (low - floor))


def _between(a: Trial, b: Trial, *, along: bool) -> Quantity | None:
    """A value between two: where the line between them meets none left, or the middle."""
    unit, start = a.value.unit, a.value.value
    width = b.value.value - start
    if abs(width) <= TOLERANCE[unit]:
        return None
    if along and a.exact != b.exact:
        part = a.exact / (a.exact - b.exact)
        value = writable(Quantity(unit, start + width * part))
        if 0 < part < 1 and value not in (a.value, b.value):
            return value
    value = writable(Quantity(unit, start + width / 2))
    return None if value in (a.value, b.value) else value


# --- what is paid at a value -----------------------------------------------------------------


def payments_of(baseline: Baseline, axis: Axis, besides: Sequence[ChangeRequest] = ()) -> Payments:
    """What the parties pay when a value is put in, with what is changed besides."""
    setting = setting_of(baseline.data)

    def at(value: Quantity) -> Payment:
        if axis.input.name == DATE:
            requests = [change._replace(start=value.day) for change in besides]
        else:
            requests = [*besides, axis.request(value, setting)]
        return payment_of(changed_plan(baseline, requests), baseline)

    return at


def payment_of(plan: Plan, baseline: Baseline) -> Payment:
    """What the parties pay in the year by a plan; raises AgreementError where it is not known."""
    year, basis = baseline.years[0], baseline.basis
    statement = calculate(plan, year, basis)
    errors = tuple(d for d in statement.diagnostics if d.severity == "error")
    lacking = tuple(dict.fromkeys(missing.what for missing in statement.missing))
    if errors or lacking or not statement.in_force:
        arguments: dict[str, Argument] = {"year": statement.year, "known": lacking}
        raise AgreementError(errors or (Diagnostic("AV874", arguments, ("--year",)),))
    rounded = {total.party: Fraction(total.amount or 0) for total in statement.totals}
    exact = exact_amounts(plan, of_year(plan, year, basis))
    return Payment(rounded, exact, statement)


def exact_amounts(plan: Plan, result: Result) -> dict[str, Fraction]:
    """Each party's year before rounding, with what limits move and surcharges add."""
    kept = added([charged.kept for charged in result.charged], len(plan.parties))
    amounts = dict(zip(plan.parties, kept.fractions, strict=True))
    for charged in result.charged:
        surcharge = charged.line.item.surcharge
        if surcharge is not None:
            among = plan.parties if surcharge.parties is None else surcharge.parties
            for party, amount in zip(plan.parties, charged.kept.fractions, strict=True):
                amounts[party] += amount * surcharge.percent if party in among else 0
    for applied in result.applied:
        for party, moved in applied.moved.items():
            amounts[party] += moved
    return amounts


def break_even(party: str, here: Payments, there: Payments) -> tuple[Payments, Goal]:
    """What makes a party pay the same one way and another, as payments and what is wanted."""

    def at(value: Quantity) -> Payment:
        payment, otherwise = here(value), there(value)
        return Payment(
            {**payment.rounded, _OTHERWISE: otherwise.rounded[party]},
            {**payment.exact, _OTHERWISE: otherwise.exact[party]},
            payment.statement,
        )

    return at, Goal(((Bound(party), Bound(_OTHERWISE)),), "==")


# --- as an option asks it --------------------------------------------------------------------


class Solved(NamedTuple):
    """What was asked and what was found; ``before`` is the year without any change.

    For a break-even ``want`` is empty and ``party`` whose it is.
    """

    axis: Axis
    solution: Solution
    before: Statement
    want: str = ""
    party: str = ""


def solved(
    baseline: Baseline, vary: str, want: str, besides: Sequence[ChangeRequest] = ()
) -> Solved:
    """Solve for an input by its name; raises AgreementError for what cannot be."""
    axis, goal = read_search_range(vary, baseline), read_goal(want, baseline)
    if isinstance(axis, Diagnostic) or isinstance(goal, Diagnostic):
        raise AgreementError(tuple(d for d in (axis, goal) if isinstance(d, Diagnostic)))
    before = payment_of(baseline.plan, baseline).statement
    payments = payments_of(baseline, axis, besides)
    solution = solve(payments, goal, *axis.values)
    return Solved(axis, solution, before, want=want)


def broken_even(
    baseline: Baseline,
    vary: str,
    party: str,
    here: Sequence[ChangeRequest],
    there: Sequence[ChangeRequest],
) -> Solved:
    """Solve for the value at which a party pays the same with one change and with another."""
    axis = read_search_range(vary, baseline)
    if isinstance(axis, Diagnostic):
        raise AgreementError((axis,))
    before = payment_of(baseline.plan, baseline).statement
    sides = (payments_of(baseline, axis, besides) for besides in (here, there))
    solution = solve(*break_even(party, *sides), *axis.values)
    return Solved(axis, solution, before, party=party)
