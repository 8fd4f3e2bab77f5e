"""What is billed of a year: each payer's instalments, with VAT and rounding where agreed."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.calculation.instalments import billed_on, instalments, preliminary
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settlement import settled_on
from avtalskalk.calculation.transfers import (
    HOST,
    Transfer,
    TransferPart,
    debts,
    payers,
    transfer,
)
from avtalskalk.model.settling import Invoicing
from avtalskalk.model.statement import Statement
from avtalskalk.money import half_up, largest_remainder
from avtalskalk.periods import Span

Kind = Literal["instalment", "item", "balance", "year", "billed", "correction"]
"""An item is billed in full on a day of its own. A balance is what is left for the settlement where
a part is billed in advance; a year is billed as a whole where the agreement does not say how. What
has been billed is as the agreement states it, and a correction what it differs by."""


class Bill(NamedTuple):
    """One bill, in minor units: ``net``, ``vat`` on it, and what rounding adds to their ``total``.

    ``payee`` is None where the agreement does not say who bills, and `HOST` for a host that is no
    party.  ``span`` are the days it is for, ``billed`` and ``due`` its days, None where the
    agreement gives none.  ``debt`` is what is owed for the year, and ``weights`` how much of it an
    instalment is: so much of so much.  ``parts`` are what of the debt's parts the net amount is.
    """

    number: int
    kind: Kind
    payer: str
    payee: str | None
    span: Span | None
    billed: date | None
    due: date | None
    net: int
    vat: int
    rounding: int
    internal: bool
    debt: Transfer
    weights: tuple[Fraction, Fraction]
    parts: tuple[TransferPart, ...] = ()

    def with_parts(self, amounts: Iterable[int]) -> "Bill":
        """The bill with what of each part of its debt it is."""
        pairs = zip(self.debt.parts, amounts, strict=True)
        return self._replace(parts=tuple(part._replace(amount=amount) for part, amount in pairs))

    @property
    def total(self) -> int:
        """What is to be paid."""
        return self.net + self.vat + self.rounding


def bills(plan: Plan, number: int, statement: Statement) -> list[Bill]:
    """Every payer's bills in turn; each payer's net amounts sum to what it owes for the year."""
    made: list[Bill] = []
    all_debts = debts(plan, statement) or ()
    owed = [debt for debt in all_debts if not debt.item]
    invoicing = plan.agreement.invoicing
    parts = instalments(plan, number, owed)
    for place, debt in enumerate(owed):
        weighed = sum((part.weights[place] for part in parts), Fraction(0))
        unbilled = [part.amount for part in debt.parts]
        for part in parts:
            net = part.amounts[place]
            if net:
                days, weights = (part.span, part.billed, part.due), (part.weights[place], weighed)
                bill = _bill(invoicing, debt, "instalment", part.number, days, net, weights)
                # In proportion to what is left of each, so that the last bill has the rest.
                exact = [amount * net for amount in unbilled]
                amounts = largest_remainder(exact, sum(unbilled), total=net) if exact else []
                unbilled = [left - amount for left, amount in zip(unbilled, amounts, strict=True)]
                made.append(bill.with_parts(amounts))
        left = debt.amount - preliminary(invoicing, debt) if parts else debt.amount
        if left:
            kind: Kind = "balance" if parts else "year"
            on = settled_on(plan, number) if parts else None
            bill = _bill(invoicing, debt, kind, len(parts) + 1, (None, on, None), left)
            made.append(bill.with_parts(unbilled))
    apart = [debt for debt in all_debts if debt.item]
    items = [*dict.fromkeys(debt.item for debt in apart)]
    for debt in apart:
        days = None, *billed_on(plan, number, debt.item)
        count = len(parts) + 2 + items.index(debt.item)
        bill = _bill(invoicing, debt, "item", count, days, debt.amount)
        made.append(bill.with_parts(part.amount for part in debt.parts))
    order = (*plan.parties, HOST)

    def place_of(bill: Bill) -> tuple[int, int, date]:
        debt = bill.debt
        return order.index(debt.payer), order.index(debt.payee), bill.billed or date.max

    return sorted(made, key=place_of)


def corrected(
    plan: Plan, number: int, statement: Statement, made: Sequence[Bill], today: date | None
) -> list[Bill]:
    """A year's bills against what has been billed of it, where the agreement states that.

    A party's bills up to ``today`` (without it, all before the settlement) are then those that
    were billed, whatever they would be by now; a correction takes up the difference, with the next
    bill or at the settlement.  Each payer's bills sum to the same as before.
    """
    host, result = payers(plan).get(""), [*made]
    complete = all(total.amount is not None for total in statement.totals)
    billed = (plan.agreement.billed or {}).get(number, {}) if complete else {}
    for party, amount in billed.items():
        payee = party if host is None else host
        of_party = [
            bill
            for bill in result
            if {bill.debt.payer, bill.debt.payee} == {party, payee} and bill.kind != "balance"
        ]
        if party == host:
            continue
        past = [bill for bill in of_party if not (today and bill.billed and bill.billed > today)]
        later = [bill.billed for bill in of_party if bill.billed and bill not in past]
        planned = sum(bill.net if bill.debt.payer == party else -bill.net for bill in past)
        on = min(later, default=settled_on(plan, number))
        debt = transfer(plan, statement.heading, statement.year, party, payee, abs(amount))
        invoicing = plan.agreement.invoicing
        stated = _bill(invoicing, debt, "billed", 0, (None, None, None), amount)
        rest = _bill(invoicing, debt, "correction", 0, (None, on, None), planned - amount)
        place = result.index(of_party[0]) if of_party else len(result)
        kept = [bill for bill in result[place:] if bill not in past]
        result[place:] = [
            bill._replace(parts=(TransferPart("", party, bill.net),))
            for bill in (stated, rest)
            if bill.net
        ] + kept
    return result


def _bill(
    invoicing: Invoicing | None,
    debt: Transfer,
    kind: Kind,
    number: int,
    days: tuple[Span | None, date | None, date | None],
    net: int,
    weights: tuple[Fraction, Fraction] = (Fraction(1), Fraction(1)),
) -> Bill:
    """A bill for a part of a debt, with its VAT and what rounding adds."""
    payee = None if debt.payer == debt.payee else debt.payee
    amounts = net, *added(invoicing, net, internal=debt.internal)
    return Bill(number, kind, debt.payer, payee, *days, *amounts, debt.internal, debt, weights)


def added(
    invoicing: Invoicing | None, net: int, *, internal: bool, interest: int = 0
) -> tuple[int, int]:
    """VAT on a net amount in whole minor units, half up, and what rounding the total then adds.

    Interest is in the total, and has no VAT.  Inside one legal body nothing is sold and nothing
    paid: there is neither.
    """
    if invoicing is None or internal:
        return 0, 0
    exact = (invoicing.vat or 0) * Fraction(net)
    vat = half_up(exact.numerator, exact.denominator)
    total, unit = net + vat + interest, invoicing.round_total
    return vat, half_up(total, 1, unit) - total if unit else 0
