"""Who owes whom for a year: each line is paid by somebody, and the others owe their parts of it."""

from typing import NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import Heading, Statement

HOST = ""
"""Stands for a host that is no party."""


class Transfer(NamedTuple):
    """What one owes another for a year, all lines netted; ``amount`` is above zero, minor units.

    ``payee``, or ``payer``, is `HOST` for a host that is no party.  ``internal`` says that both
    belong to one legal body: a journal entry and no invoice.
    """

    agreement: str
    year: str
    payer: str
    payee: str
    amount: int
    currency: str
    internal: bool


def payers(plan: Plan) -> dict[str, str]:
    """Who pays each item to begin with: as it says itself, otherwise the host.

    "" as an item is for what belongs to none.  Items that nobody is named for are left out.
    """
    agreement = plan.agreement
    host = agreement.host if isinstance(agreement.host, str) else HOST
    stated = {name: item.paid_by for name, item in agreement.costs.items()}
    if agreement.host is not None:
        return {name: payer or host for name, payer in {**stated, "": None}.items()}
    named = {name: payer for name, payer in stated.items() if payer}
    # Without a host, what belongs to no item is owed to the only one who pays.
    only = {*stated.values()}
    return named | ({"": only.pop() or HOST} if len(only) == 1 and named else {})


def nobodys(plan: Plan) -> tuple[str, ...]:
    """The items that some pay and nobody is named for, where others have somebody who pays."""
    paying = payers(plan)
    return tuple(name for name in plan.agreement.costs if paying and name not in paying)


def transfers(plan: Plan, statement: Statement) -> tuple[Transfer, ...] | None:
    """Who owes whom for a year, netted pair by pair; None where the year is incomplete.

    They leave every party with its total: what it has paid for all, and what it owes and is owed,
    sum to it.
    """
    if any(total.amount is None for total in statement.totals):
        return None
    paying = payers(plan)
    owed: dict[tuple[str, str], int] = {}
    for row in statement.rows:
        payer = paying.get(first_item(row.item))
        if payer is None or payer == row.party:
            continue
        if (payer, row.party) in owed:
            owed[payer, row.party] -= row.amount
        else:
            owed[row.party, payer] = owed.get((row.party, payer), 0) + row.amount
    debts = [
        transfer(plan, statement.heading, statement.year, party, payer, amount)
        for (party, payer), amount in owed.items()
        if amount
    ]
    order = (*plan.parties, HOST)
    return tuple(sorted(debts, key=lambda debt: (order.index(debt.payer), order.index(debt.payee))))


def first_item(label: str) -> str:
    """The item of a row, the first of those that go through steps together; "" where none."""
    return label.split(" + ", maxsplit=1)[0]


def transfer(
    plan: Plan, heading: Heading, year: str, payer: str, payee: str, amount: int
) -> Transfer:
    """An amount that one owes another; below zero the other way round."""
    if amount < 0:
        payer, payee, amount = payee, payer, -amount
    internal = _one_body(plan.agreement, payer, payee)
    return Transfer(heading.agreement, year, payer, payee, amount, heading.currency, internal)


def _one_body(agreement: Agreement, payer: str, payee: str) -> bool:
    """Whether two belong to the same legal body, by its number."""
    bodies = [agreement.parties.get(name, agreement.host) for name in (payer, payee)]
    numbers = [getattr(body, "org_no", "") for body in bodies]
    return bool(numbers[0]) and numbers[0] == numbers[1]
