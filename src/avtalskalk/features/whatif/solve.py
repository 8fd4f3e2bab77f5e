"""The values of one input that give what is wanted, by what the parties then pay.

Every value that is tried goes through the whole calculation.  Values evenly apart show where what
is wanted begins or ceases to hold, and where nothing can be calculated; between two that differ,
the place is narrowed down until no value of the input's own unit lies between.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from math import ceil, floor
from typing import Literal, NamedTuple

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.year_result import counted, paid_before
from avtalskalk.diagnostics import AgreementError, Argument, Diagnostic
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.changes import Baseline
from avtalskalk.features.whatif.goals import Bound, Goal, PartyAmounts, read_goal
from avtalskalk.features.whatif.inputs import AT, Axis, Quantity
from avtalskalk.features.whatif.outcome import change_data, changed_plan
from avtalskalk.features.whatif.search_range import DATE, grains, read_search_range
from avtalskalk.model.statement import Statement
from avtalskalk.model.validation import setting_of

LOOKED_AT = 33
"""So many values, evenly from the lowest to the highest, show where answers lie."""

MOST_TRIED = 400
"""Where there are no more values than this in all, every one of them is tried."""

CLOSE = 100
"""So many minor units may be left between what is paid and what is wanted at most or at least."""

# The states on both sides of an amount that is wanted and that no value gives.
_PASSED = {"under", "over"}
_OTHERWISE = "\0otherwise"


class Payment(NamedTuple):
    """What the parties pay at a value, in minor units, and the statement that says so."""

    amounts: PartyAmounts
    statement: Statement


State = Literal["met", "under", "over", "unknown"]


class Trial(NamedTuple):
    """A value put in.

    It is ``met`` where what is wanted holds, otherwise ``over``; of an amount that is wanted
    exactly it is ``under`` where less is paid.  ``unknown`` values cannot be calculated, as
    ``fault`` says.
    """

    value: Quantity
    state: State
    payment: Payment | None = None
    distance: Fraction = Fraction(0)
    fault: Diagnostic | None = None

    @property
    def kind(self) -> tuple[State, str]:
        """What makes it another kind of value than its neighbour."""
        return self.state, self.fault.code if self.fault else ""


Side = Literal["least", "most", "only", "nearest"]


class Answer(NamedTuple):
    """A value that does, put back through the whole calculation.

    ``side`` is whether it is the least value that does, the most, or one (``only``) of those from
    ``low`` to ``high``, which all do; ``nearest`` where no value gives exactly what is wanted.
    """

    trial: Trial
    side: Side
    low: Quantity
    high: Quantity

    @property
    def payment(self) -> Payment:
        """What is paid with it."""
        assert self.trial.payment is not None  # noqa: S101 - an answer has been calculated
        return self.trial.payment


class ValueStretch(NamedTuple):
    """Values of one kind next to each other: the lowest and the highest that were tried."""

    low: Trial
    high: Trial


class Solution(NamedTuple):
    """What was found from the lowest to the highest value.

    ``stretches`` are all values in order, as far as those ``tried`` evenly apart show it;
    ``complete`` says that every value there is was tried.
    """

    low: Quantity
    high: Quantity
    answers: tuple[Answer, ...]
    stretches: tuple[ValueStretch, ...]
    tried: int
    complete: bool

    @property
    def states(self) -> set[State]:
        """The states of the values."""
        return {stretch.low.state for stretch in self.stretches}

    @property
    def holds(self) -> bool:
        """Whether what is wanted holds at some value."""
        return "met" in self.states

    @property
    def unknown(self) -> tuple[ValueStretch, ...]:
        """The values at which nothing can be calculated."""
        return tuple(stretch for stretch in self.stretches if stretch.low.state == "unknown")

    @property
    def unique(self) -> bool | None:
        """Whether there is one answer only; None where that has not been shown."""
        if len(self.answers) != 1 or self.answers[0].side == "nearest":
            return False
        return True if self.complete else None


PayAt = Callable[[Quantity], Payment]
"""What is paid at a value; raises AgreementError where the value cannot be."""


class _Search:
    """Values tried, each once."""

    def __init__(self, pay_at: PayAt, goal: Goal, low: Quantity) -> None:
        self.pay_at, self.goal, self.low = pay_at, goal, low
        self.trials: dict[Fraction, Trial] = {}
        self.error: AgreementError | None = None

    def put_in(self, number: Fraction) -> Trial:
        """The trial of a value."""
        if number in self.trials:
            return self.trials[number]
        value = self.low._replace(value=number)
        try:
            payment = self.pay_at(value)
            differences = self.goal.differences(payment.amounts)
        except AgreementError as error:
            self.error = self.error or error
            trial = Trial(value, "unknown", fault=error.diagnostics[0])
        else:
            state: State = "met" if self.goal.holds(payment.amounts) else "over"
            if state == "over" and self.goal.sign == "==" and max(differences) < 0:
                state = "under"
            trial = Trial(value, state, payment, max(map(abs, differences)))
        self.trials[number] = trial
        return trial

    def narrow(self, first: Trial, last: Trial, grain: Fraction) -> None:
        """Try values between two that differ, until nothing lies between those that do."""
        waiting = [(first, last)]
        while waiting:
            a, b = waiting.pop()
            if a.kind != b.kind:
                number = floor((a.value.value + b.value.value) / 2 / grain) * grain
                if a.value.value < number < b.value.value:
                    middle = self.put_in(number)
                    waiting += [(a, middle), (middle, b)]

    def stretches(self) -> tuple[ValueStretch, ...]:
        """The values by now, those of one kind together."""
        ordered = [self.trials[number] for number in sorted(self.trials)]
        groups = (list(group) for _, group in groupby(ordered, lambda trial: trial.kind))
        return tuple(ValueStretch(group[0], group[-1]) for group in groups)


def solve(pay_at: PayAt, goal: Goal, axis: Axis, steps: Sequence[Fraction]) -> Solution:
    """Where what is wanted holds, from the lowest to the highest value.

    ``steps`` are how far apart values may be: finer ones for an amount that is wanted exactly and
    not given yet, and where the next value makes too much of a difference.
    Raises AgreementError where no value can be calculated.
    """
    low, high = axis.ends
    search, grain = _Search(pay_at, goal, low), steps[0]
    first, last = ceil(low.value / grain), floor(high.value / grain)
    count = last - first + 1
    complete = 0 < count <= MOST_TRIED
    tried = count if complete else LOOKED_AT
    apart = Fraction(last - first, max(tried - 1, 1))
    places = [floor(first + apart * place) for place in range(tried)]
    numbers = [place * grain for place in places] if count > 0 else [low.value, high.value]
    trials = [search.put_in(number) for number in dict.fromkeys(numbers)]
    if search.error is not None and all(trial.state == "unknown" for trial in trials):
        raise search.error
    for step in steps:
        for before, after in pairwise(search.stretches()):
            a, b = before.high, after.low
            if goal.sign == "==":
                coarse = {a.state, b.state} == _PASSED
            else:
                coarse = "unknown" not in (a.state, b.state) and a.distance + b.distance > CLOSE
            if step == grain or coarse:
                search.narrow(a, b, step)
    stretches = search.stretches()
    complete = complete and len(steps) == 1
    answers = tuple(_answers(search, stretches, apart * grain))
    return Solution(low, high, answers, stretches, len(places), complete)


def _answers(
    search: _Search, stretches: Sequence[ValueStretch], apart: Fraction
) -> Iterator[Answer]:
    """The ends of what holds, where they are not the ends of the range."""
    last = len(stretches) - 1
    exactly = search.goal.sign == "=="
    for place, (low, high) in enumerate(stretches):
        ends = low.value, high.value
        if low.state != "met":
            after = stretches[min(place + 1, last)].low
            if {low.state, after.state} == _PASSED:
                nearest = min((high, after), key=lambda trial: trial.distance)
                yield Answer(nearest, "nearest", high.value, after.value)
        elif exactly and last and high.value.value - low.value.value < apart:
            yield Answer(search.put_in(roundest(low.value.value, high.value.value)), "only", *ends)
        else:
            if place > 0:
                yield Answer(low, "least", *ends)
            if place < last:
                yield Answer(high, "most", *ends)


def roundest(low: Fraction, high: Fraction) -> Fraction:
    """Of all numbers from one to another that with the fewest digits."""
    if low <= 0 <= high:
        return Fraction(0)
    scale = Fraction(10) ** len(str(ceil(abs(high))))
    while (number := ceil(low / scale) * scale) > high:
        scale /= 10
    return number


# --- what is paid at a value -----------------------------------------------------------------


def payments_of(
    baseline: Baseline,
    axis: Axis,
    besides: Sequence[ChangeRequest] = (),
    *,
    year_before: bool = False,
) -> PayAt:
    """What the parties pay when a value is put in, with what is changed besides.

    With ``year_before`` also what they paid then.
    """
    setting = setting_of(baseline.data)

    def at(value: Quantity) -> Payment:
        if axis.input.name == DATE:
            requests = [change._replace(start=value.day) for change in besides]
        else:
            # Which values are tried is not what anybody wrote.
            request = axis.request(value, setting)
            requests = [*besides, request._replace(option=f"{AT[0]} {axis.input.name}")]
        plan = changed_plan(baseline, requests)
        return payment_of(plan, baseline, year_before=year_before)

    return at


def payment_of(plan: Plan, baseline: Baseline, *, year_before: bool = False) -> Payment:
    """What the parties pay in the year by a plan; raises AgreementError where it is not known."""
    year, basis = baseline.years[0], baseline.basis
    statement = calculate(plan, year, basis)
    errors = tuple(d for d in statement.diagnostics if d.severity == "error")
    lacking = tuple(dict.fromkeys(missing.what for missing in statement.missing))
    if errors or lacking or not statement.in_force:
        arguments: dict[str, Argument] = {"year": statement.year, "known": lacking}
        raise AgreementError(errors or (Diagnostic("AV874", arguments, ("--year",)),))
    amounts = {total.party: Fraction(total.amount or 0) for total in statement.totals}
    if not year_before:
        return Payment(PartyAmounts(amounts), statement)
    before = paid_before(plan, year, basis)
    if before is None or isinstance(before, Unknown):
        label = plan.year(year - 1).label
        known = (before.what if before else f"paid.{label}",)
        raise AgreementError((Diagnostic("AV874", {"year": label, "known": known}, ("--year",)),))
    now = counted(plan, year, basis)
    return Payment(PartyAmounts(amounts, now, before, plan.year(year - 1).label), statement)


def break_even(party: str, here: PayAt, there: PayAt) -> tuple[PayAt, Goal]:
    """What makes a party pay the same one way and another, as payments and what is wanted."""

    def at(value: Quantity) -> Payment:
        payment, otherwise = here(value), there(value)
        amounts = {**payment.amounts.paid, _OTHERWISE: otherwise.amounts.paid[party]}
        return Payment(PartyAmounts(amounts), payment.statement)

    return at, Goal(((Bound(party), Bound(_OTHERWISE)),), "==")


# --- as an option asks it --------------------------------------------------------------------


class Solved(NamedTuple):
    """What was asked and what was found; ``before`` is the year without any change.

    For a break-even ``want`` is empty and ``party`` whose it is.  ``since`` is the day that values
    hold from, where they cut an agreement that began earlier.
    """

    axis: Axis
    solution: Solution
    before: Statement
    want: str = ""
    party: str = ""
    since: str = ""


def solved(
    baseline: Baseline, vary: str, want: str, besides: Sequence[ChangeRequest] = ()
) -> Solved:
    """Solve for an input by its name; raises AgreementError for what cannot be."""
    axis, goal = read_search_range(vary, baseline), read_goal(want, baseline)
    if isinstance(axis, Diagnostic) or isinstance(goal, Diagnostic):
        raise AgreementError(tuple(d for d in (axis, goal) if isinstance(d, Diagnostic)))
    before = calculate(baseline.plan, baseline.years[0], baseline.basis)
    pay_at = payments_of(baseline, axis, besides, year_before=goal.compares_years)
    solution = solve(pay_at, goal, axis, grains(axis, baseline))
    since = _since(baseline, axis, besides)
    return Solved(axis, solution, before, want=want, since=since)


def _since(baseline: Baseline, axis: Axis, besides: Sequence[ChangeRequest]) -> str:
    """The day that a value holds from, where it cuts an agreement that began earlier."""
    if axis.input.name == DATE:
        return ""
    request = axis.request(axis.ends[0], setting_of(baseline.data))
    day = change_data(baseline, (*besides, request)).since
    return day.isoformat() if day else ""


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
    before = calculate(baseline.plan, baseline.years[0], baseline.basis)
    sides = (payments_of(baseline, axis, besides) for besides in (here, there))
    solution = solve(*break_even(party, *sides), axis, grains(axis, baseline))
    since = _since(baseline, axis, here) or _since(baseline, axis, there)
    return Solved(axis, solution, before, party=party, since=since)
