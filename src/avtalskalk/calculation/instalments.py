"""A year's amounts in instalments: when each is billed, and how much of the year it is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.prepared import Plan, PlanYear
from avtalskalk.calculation.transfers import Transfer, payers
from avtalskalk.model.settling import Invoicing
from avtalskalk.money import common, half_up
from avtalskalk.periods import Span, add_months, next_day

MONTHS = {"monthly": 1, "quarterly": 3, "tertial": 4, "half_yearly": 6, "yearly": 12}


class YearInstalment(NamedTuple):
    """One instalment of a year: its number from 1, what it is for, when it is billed and due.

    ``span`` are the days it is for, None where the agreement gives a day alone; ``amounts`` are
    in minor units, one for each of the year's transfers, and ``weights`` how much of a whole
    instalment it is for each of these, or how much of the year where the agreement says so.
    """

    number: int
    span: Span | None
    billed: date
    due: date | None
    amounts: tuple[int, ...]
    weights: tuple[Fraction, ...]


class Advance(NamedTuple):
    """What a party pays of a debt before the settlement; below zero it is paid it."""

    debt: Transfer
    amount: int


def instalments(plan: Plan, number: int, owed: Sequence[Transfer]) -> tuple[YearInstalment, ...]:
    """What is owed for a fiscal year in the instalments that the agreement bills.

    They sum to the amounts, or to the part of these that is billed in advance, where the
    agreement bills preliminary amounts.  Each is cut down to the currency's smallest unit, and the
    last takes what is left.  () where the agreement does not say how it is invoiced.
    """
    invoicing, year = plan.agreement.invoicing, plan.year(number)
    if invoicing is None:
        return ()
    host = payers(plan).get("")
    parts = list(_parts(invoicing, year))
    columns: list[list[int]] = []
    weighted: list[list[Fraction]] = []
    for debt in owed:
        # What the host owes a party follows the time that the party is in.
        party = debt.payee if debt.payer == host else debt.payer
        weights = [part.of(year, party) for part in parts]
        weighted.append(weights)
        columns.append(_cut(preliminary(invoicing, debt), weights))
    within = timedelta(days=invoicing.due_days or 0)
    return tuple(
        YearInstalment(
            place + 1,
            part.span,
            part.billed,
            part.billed + within if invoicing.due_days is not None else None,
            tuple(column[place] for column in columns),
            tuple(weights[place] for weights in weighted),
        )
        for place, part in enumerate(parts)
    )


def billed_on(plan: Plan, number: int, item: str) -> tuple[date, date | None]:
    """When an item that is billed by itself is billed and due in a fiscal year."""
    day, invoicing = plan.agreement.costs[item].billed_on, plan.agreement.invoicing
    assert day is not None  # noqa: S101 - only such an item is billed by itself
    billed = next_day(day, plan.year(number).span.first - timedelta(days=1))
    if invoicing is None or invoicing.due_days is None:
        return billed, None
    return billed, billed + timedelta(days=invoicing.due_days)


def preliminary(invoicing: Invoicing | None, debt: Transfer) -> int:
    """What is billed of a debt before its settlement, in minor units, rounded half up.

    An item that is billed by itself is billed in full.
    """
    if invoicing is None or invoicing.preliminary is None or debt.item:
        return debt.amount
    exact = invoicing.preliminary * debt.amount
    return half_up(exact.numerator, exact.denominator)


def on_account(plan: Plan, owed: Iterable[Transfer], party: str) -> tuple[Advance, ...]:
    """What a party pays before the settlement, and is paid, in minor units."""
    return tuple(
        Advance(debt, preliminary(plan.agreement.invoicing, debt) * sign)
        for debt in owed
        if (sign := (debt.payer == party) or -(debt.payee == party))
    )


class _Part(NamedTuple):
    """One instalment before it has amounts; ``share`` is its part of the year, if stated."""

    billed: date
    span: Span | None
    share: Fraction | None

    def of(self, year: PlanYear, party: str) -> Fraction:
        """How much of an instalment it is for a party; one covered in part counts its days."""
        if self.span is None:
            return self.share or Fraction(0)
        covered = (
            segment.span.overlap(self.span) for segment in year.segments if party in segment.parties
        )
        days = sum(span.stop - span.start for span in covered if span)
        return Fraction(days, self.span.stop - self.span.start)


def _parts(invoicing: Invoicing, year: PlanYear) -> Iterator[_Part]:
    """The instalments of a year, in the order of their days."""
    first = year.span.first
    if not isinstance(invoicing.instalments, str):
        before = first - timedelta(days=1)
        dated = [
            _Part(next_day(instalment.date, before), None, instalment.part)
            for instalment in invoicing.instalments
        ]
        yield from sorted(dated, key=lambda part: part.billed)
        return
    months = MONTHS[invoicing.instalments]
    for start in range(0, 12, months):
        begins, ends = add_months(first, start), add_months(first, start + months)
        span = Span(begins.toordinal(), ends.toordinal())
        if not any(segment.span.overlap(span) for segment in year.segments):
            continue
        yield _Part(span.first if invoicing.within == "advance" else span.last, span, None)


def _cut(amount: int, parts: list[Fraction]) -> list[int]:
    """A whole amount in proportion to some parts, each cut down, the last taking what is left."""
    if not any(parts):
        # Not in at any time, as with a fee that is paid before: all at once, with the first.
        return [amount, *[0] * (len(parts) - 1)]
    weights, _ = common(parts)
    total = sum(weights)
    sign = -1 if amount < 0 else 1
    cut = [sign * (abs(amount) * weight // total) for weight in weights]
    last = max(place for place, weight in enumerate(weights) if weight)
    cut[last] += amount - sum(cut)
    return cut
