"""Who owes whom for a year: each line is paid by somebody, and the others owe their parts of it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.model.statement import Allocation, Heading, Statement

HOST = ""
"""Stands for a host that is no party."""


class TransferPart(NamedTuple):
    """A party's part of an item ("": of none) that is in a transfer; below zero it is taken off."""

    item: str
    party: str
    amount: int


class Transfer(NamedTuple):
    """What one owes another for a year, all lines netted; ``amount`` is above zero, minor units.

    ``payee``, or ``payer``, is `HOST` for a host that is no party; both are the same where nobody
    is said to bill.  ``internal`` says that both belong to one legal body: a journal entry and no
    invoice.  ``parts`` are what it was netted of, () where it is a whole.  ``item`` is one that is
    billed by itself (`billed_on`), "" otherwise.
    """

    agreement: str
    year: str
    payer: str
    payee: str
    amount: int
    currency: str
    internal: bool = False
    parts: tuple[TransferPart, ...] = ()
    item: str = ""


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
    return _netted(plan, statement, statement.rows)


def _netted(plan: Plan, statement: Statement, rows: Iterable[Allocation]) -> tuple[Transfer, ...]:
    """What rows make some owe others, netted pair by pair."""
    paying = payers(plan)
    owed: dict[tuple[str, str], dict[tuple[str, str], int]] = {}
    for row in rows:
        item = first_item(row.item)
        payer = paying.get(item)
        if payer is None or payer == row.party:
            continue
        against = (payer, row.party) in owed
        parts = owed.setdefault((payer, row.party) if against else (row.party, payer), {})
        amount = -row.amount if against else row.amount
        parts[item, row.party] = parts.get((item, row.party), 0) + amount
    debts = [
        transfer(plan, statement.heading, statement.year, party, payer, amount, parts)
        for (party, payer), parts in owed.items()
        if (amount := sum(parts.values()))
    ]
    order = (*plan.parties, HOST)
    return tuple(sorted(debts, key=lambda debt: (order.index(debt.payer), order.index(debt.payee))))


def debts(plan: Plan, statement: Statement) -> tuple[Transfer, ...] | None:
    """As `transfers`, with each item that is billed by itself apart.

    Where nobody is said to pay for all, each party's own year is owed.
    """
    if any(total.amount is None for total in statement.totals):
        return None
    costs = plan.agreement.costs
    by_item: dict[str, list[Allocation]] = {"": []}
    for row in statement.rows:
        name = first_item(row.item)
        apart = name in costs and costs[name].billed_on is not None
        by_item.setdefault(name if apart else "", []).append(row)
    if payers(plan):
        return tuple(
            debt._replace(item=name)
            for name, rows in by_item.items()
            for debt in _netted(plan, statement, rows)
        )
    heading, year = statement.heading, statement.year
    owed: list[Transfer] = []
    for name, rows in by_item.items():
        for party in plan.parties:
            own = [row for row in rows if row.party == party]
            amount = sum(row.amount for row in own)
            parts = tuple(TransferPart(first_item(row.item), party, row.amount) for row in own)
            owed += [
                Transfer(
                    *(heading.agreement, year, party, party, amount, heading.currency),
                    parts=parts if len(by_item) > 1 else (),
                    item=name,
                )
            ] * bool(amount)
    return tuple(owed)


def first_item(label: str) -> str:
    """The item of a row, the first of those that go through steps together; "" where none."""
    return label.split(" + ", maxsplit=1)[0]


def transfer(
    plan: Plan,
    heading: Heading,
    year: str,
    payer: str,
    payee: str,
    amount: int,
    netted: Mapping[tuple[str, str], int] | None = None,
) -> Transfer:
    """An amount that one owes another; below zero the other way round."""
    sign = -1 if amount < 0 else 1
    if amount < 0:
        payer, payee = payee, payer
    bodies = (plan.agreement.parties.get(name, plan.agreement.host) for name in (payer, payee))
    # Two of the same number are one legal body.
    numbers = {getattr(body, "org_no", "") for body in bodies}
    internal = payer != payee and len(numbers) == 1 and numbers != {""}
    parts = tuple(TransferPart(*whose, sign * part) for whose, part in (netted or {}).items())
    return Transfer(
        heading.agreement, year, payer, payee, abs(amount), heading.currency, internal, parts
    )
