"""Each party's settlement of a year: what it bears, what it has paid, and what is left."""

from collections.abc import Mapping
from typing import NamedTuple

from avtalskalk.calculation.instalments import on_account, preliminary
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settlement import Adjustment
from avtalskalk.calculation.transfers import first_item, payers, transfers
from avtalskalk.model.statement import Statement


class PartySettlement(NamedTuple):
    """One party's settlement of a year, in minor units; None where a figure is missing.

    ``budget`` and ``outcome`` are its year on both bases, ``adjusted`` what of the difference the
    agreement settles now, and ``bears`` what it pays for the year in the end.  ``outlays`` are the
    costs that it has paid itself, ``paid`` what it has paid on account, and ``left`` what remains:
    above zero it pays, below it gets back.
    """

    party: str
    budget: int | None
    outcome: int | None
    adjusted: int | None
    bears: int | None
    outlays: int | None
    paid: int | None
    left: int | None


def party_settlements(
    plan: Plan,
    budget: Statement,
    outcome: Statement,
    adjustment: Adjustment | None,
    billed: Mapping[str, int] | None,
) -> list[PartySettlement]:
    """Every party's settlement; a host's is what the others leave."""
    paying = payers(plan)
    host = paying.get("")
    owed = transfers(plan, budget)
    shares: list[PartySettlement] = []
    for place, (before, after) in enumerate(zip(budget.totals, outcome.totals, strict=True)):
        party = before.party
        carried = sum(r.amount for r in budget.rows if r.line == "carried" and r.party == party)
        outlays = sum(r.amount for r in outcome.rows if paying.get(first_item(r.item)) == party)
        result = None if after.amount is None else after.amount + carried
        share = PartySettlement(party, before.amount, result, None, None, outlays, None, None)
        if adjustment is not None and before.amount is not None and owed is not None:
            adjusted = adjustment.amounts[place]
            bears = before.amount + (0 if adjustment.carried else adjusted)
            # Where nobody is said to pay for all, each party's own amount is what is billed.
            reckoned = (
                on_account(plan, owed, party)
                if paying
                else preliminary(plan.agreement.invoicing, before.amount)
            )
            paid = reckoned if billed is None else billed.get(party, 0 if party == host else None)
            left = None if paid is None else bears - outlays - paid
            share = share._replace(adjusted=adjusted, bears=bears, paid=paid, left=left)
        shares.append(share)
    others = [share for share in shares if share.party != host]
    if len(others) == len(shares):
        return shares
    left, paid = (
        None if None in column else -sum(amount or 0 for amount in column)
        for column in ([s.left for s in others], [s.paid for s in others])
    )
    return [s if s.party != host else s._replace(left=left, paid=paid) for s in shares]
