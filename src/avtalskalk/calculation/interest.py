"""Interest in a settlement: on what a party paid on account, or on what it settles afterwards."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from avtalskalk.calculation.bills import Bill
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settlement import settled_on
from avtalskalk.model.dated import at
from avtalskalk.periods import next_day

DAY = timedelta(days=1)


class InterestPart(NamedTuple):
    """Interest on an amount at one rate, from one day until another, which is not counted.

    ``amount`` is in minor units, above zero where the party has it to its credit; ``days`` of a
    year of ``year_days`` are counted.
    """

    amount: Fraction
    rate: Fraction
    first: date
    until: date
    days: int
    year_days: int

    @property
    def exact(self) -> Fraction:
        """The interest in minor units, above zero to the party's credit."""
        return self.amount * self.rate * Fraction(self.days, self.year_days)


def interest(
    plan: Plan, number: int, party: str, adjusted: int, paid: int | None, bills: Iterable[Bill]
) -> tuple[InterestPart, ...] | None:
    """Interest until a year's settlement on what a party settles now, or has paid on account.

    None where the rate, the days or what was paid are not known.
    """
    agreement, last = plan.agreement, plan.year(number).span.last
    agreed = agreement.reconciliation.interest if agreement.reconciliation else None
    if agreed is None:
        return ()
    amounts: list[tuple[Fraction, date]] | None = None
    if agreed.base == "deviation":
        first = next_day(agreed.start, last) if agreed.start else last + DAY
        amounts = [(Fraction(-adjusted), first)]
    elif paid is not None:
        # What it paid is divided as its bills are.
        billed = [
            (bill.net if bill.payer == party else -bill.net, bill.due or bill.billed)
            for bill in bills
            if bill.kind in ("instalment", "item") and party in (bill.payer, bill.payee)
        ]
        whole = sum(amount for amount, _ in billed)
        if whole:
            amounts = [(Fraction(paid * amount, whole), day) for amount, day in billed if day]
        elif not paid:
            amounts = []
    if amounts is None:
        return None
    parts: list[InterestPart] = []
    for amount, first in amounts:
        until = settled_on(plan, number)
        if agreed.to is not None:
            until = next_day(agreed.to, max(last, first - DAY))
        if until is None:
            return None
        changes = (change.start for change in agreed.rate if change.start)
        days_of_change = [first, *(day for day in changes if first < day < until), until]
        for begins, ends in pairwise(days_of_change) if first < until else ():
            rate = at(agreed.rate, begins)
            if rate is None:
                return None
            days, year_days = counted(agreed.days, begins, ends)
            parts.append(InterestPart(amount, rate.value, begins, ends, days, year_days))
    return tuple(parts)


def counted(convention: str, first: date, until: date) -> tuple[int, int]:
    """The days from one until another, and those of a year: real ones, or months of thirty."""
    if convention == "actual/365":
        return (until - first).days, 365
    begins, ends = (day.year * 360 + day.month * 30 + min(day.day, 30) for day in (first, until))
    return ends - begins, 360
