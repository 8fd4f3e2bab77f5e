"""Each party's settlement of a year: what it bears, what it has paid, and what is left."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.bills import bills
from avtalskalk.calculation.instalments import Advance, on_account
from avtalskalk.calculation.interest import InterestPart, interest
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settlement import Adjustment
from avtalskalk.calculation.transfers import debts, first_item, payers
from avtalskalk.model.statement import Statement
from avtalskalk.money import half_up


class PartySettlement(NamedTuple):
    """One party's settlement of a year, in minor units; None where a figure is missing.

    ``budget`` and ``outcome`` are its year on both bases, ``adjusted`` what of the difference the
    agreement settles now, and ``bears`` what it pays for the year in the end.  ``outlays`` are the
    costs that it has paid itself, ``paid`` what it has paid on account, and ``left`` what remains:
    above zero it pays, below it gets back; ``interest`` is in it, the sum of ``interest_parts``
    turned and rounded half up once.  ``advances`` are what ``paid`` was reckoned of, ()
    where it is stated what was billed.
    """

    party: str
    budget: int | None
    outcome: int | None
    adjusted: int | None
    bears: int | None
    outlays: int | None
    paid: int | None
    left: int | None
    advances: tuple[Advance, ...] = ()
    interest: int | None = 0
    interest_parts: tuple[InterestPart, ...] = ()

    @property
    def outlaid(self) -> int | None:
        """All that it has paid, on account and to suppliers."""
        return None if self.paid is None else self.paid + (self.outlays or 0)

    @property
    def figures(self) -> dict[str, int | None]:
        """Every amount by its name."""
        others = ("party", "advances", "interest_parts")
        return {name: value for name, value in self._asdict().items() if name not in others}


def party_settlements(
    plan: Plan,
    number: int,
    budget: Statement,
    outcome: Statement,
    adjustment: Adjustment | None,
    paid_before: Mapping[str, int] | None = None,
) -> tuple[PartySettlement, ...]:
    """Every party's settlement of a fiscal year; a host's is what the others leave.

    With ``paid_before`` that is what they have paid on account, whatever the agreement says.
    """
    billed = paid_before
    if billed is None:
        billed = (plan.agreement.billed or {}).get(number)
    paying = payers(plan)
    host = paying.get("")
    owed = debts(plan, budget)
    agreed = plan.agreement.reconciliation
    billing = bills(plan, number, budget) if agreed and agreed.interest else ()
    shares: list[PartySettlement] = []
    for place, (before, after) in enumerate(zip(budget.totals, outcome.totals, strict=True)):
        party = before.party
        carried = sum(r.amount for r in budget.rows if r.line == "carried" and r.party == party)
        outlays = sum(r.amount for r in outcome.rows if paying.get(first_item(r.item)) == party)
        result = None if after.amount is None else after.amount + carried
        share = PartySettlement(party, before.amount, result, None, None, outlays, None, None)
        if adjustment is not None and before.amount is not None and owed is not None:
            adjusted = adjustment.amounts[place]
            settled_now = 0 if adjustment.carried else adjusted
            bears = before.amount + settled_now
            advances = on_account(plan, owed, party) if billed is None else ()
            reckoned = sum(advance.amount for advance in advances)
            paid = reckoned if billed is None else billed.get(party, 0 if party == host else None)
            left = None if paid is None else bears - outlays - paid
            parts = interest(plan, number, party, settled_now, paid, billing)
            more = None
            if parts is not None:
                exact = sum((part.exact for part in parts), Fraction(0))
                more = -half_up(exact.numerator, exact.denominator)
            share = share._replace(
                adjusted=adjusted,
                bears=bears,
                paid=paid,
                left=None if left is None or more is None else left + more,
                advances=advances,
                interest=more,
                interest_parts=parts or (),
            )
        shares.append(share)
    others = [share for share in shares if share.party != host]
    if len(others) == len(shares):
        return tuple(shares)
    left, paid, more = (
        None if None in column else -sum(amount or 0 for amount in column)
        for column in zip(*((s.left, s.paid, s.interest) for s in others), strict=True)
    )
    return tuple(
        s if s.party != host else s._replace(left=left, paid=paid, interest=more) for s in shares
    )
