"""The usual year, in few steps: annual figures, one term all year, shares that do not change.

Most years of most agreements are like this, and a portfolio has thousands of them.  Everything
else, and every year whose steps are asked for, goes the whole way; the tests hold the two equal.
"""

from collections.abc import Sequence

from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.notes import of_terms
from avtalskalk.calculation.prepared import Borne, Plan, YearOf, weighing_of
from avtalskalk.model.statement import Allocation, Basis, Input, ItemTotal, Statement, Total
from avtalskalk.money import rounded

Amounts = Sequence[Sequence[int]]
"""For each item what each party bears of it, in the file's order, in minor units."""


def plain_year(
    plan: Plan,
    year: YearOf,
    basis: Basis,
    rows: bool,  # noqa: FBT001 - by place is quicker, and there are thousands
    inputs: tuple[Input, ...],
) -> Statement | None:
    """A whole year of a plain plan, with rows or with totals alone; None where it is not so usual.

    Not so usual is a figure that is unknown, and rounding that changes what an item comes to.
    """
    borne = _borne(plan, year, basis)
    amounts = _amounts(plan, year.number, borne)
    if not amounts:
        return None
    heading, label = plan.heading, year.label
    agreement, currency = heading.agreement, heading.currency
    conditional = year.segments[0].term.conditional
    sums = map(sum, zip(*amounts))  # noqa: B905 - all are as long
    totals = [
        Total(agreement, label, party, amount, currency, conditional, True)  # noqa: FBT003
        for party, amount in zip(plan.parties, sums, strict=True)
    ]
    # By place, which is twice as quick as by name: in force, and with nothing missing.
    return Statement(
        heading, label, basis, True,  # noqa: FBT003
        tuple(_rows(plan, year, basis, borne, amounts)) if rows else (),
        tuple(totals),
        tuple(_items(plan, year, borne, amounts)) if rows else (),
        (), of_terms(plan, year), plan.agreement.assumptions, (), inputs,
    )  # fmt: skip


def _borne(plan: Plan, year: YearOf, basis: Basis) -> Sequence[Borne]:
    """Every item with what is borne of it in a year; nothing where one is not so usual."""
    segment = year.segments[0]
    where = basis, segment.term.place, segment.parties
    found = plan.borne.get(where)
    if found is None:
        found = []
        for name, (item, _, _, sign, _) in plan.profiles.items():
            annual, weighing = item.figures(basis), weighing_of(plan, name, segment)
            if annual is None or isinstance(weighing, Unknown):
                return ()
            found.append(Borne(name, item, annual.figures, sign, weighing))
        if all(one.weighing.constant for one in found):
            plan.borne[where] = found
    return found


def _amounts(plan: Plan, number: int, borne: Sequence[Borne]) -> Amounts:
    """Every item split and rounded; nothing where one is not a plain known amount."""
    unit, method, rest_to = plan.unit, plan.method, plan.rest_to
    found = []
    for _, _, figures, sign, weighing in borne:
        figure = figures.get(number)
        if figure is None or figure.amount is None:
            return ()
        amount = sign * figure.amount
        exact = [amount * weight for weight in weighing.weights]
        amounts = rounded(exact, weighing.total, unit, method, rest_to)
        if sum(amounts) != amount:
            # Rounding has changed the total, which is to be said: not so usual after all.
            return ()
        found.append(amounts)
    return found


def _rows(
    plan: Plan, year: YearOf, basis: Basis, borne: Sequence[Borne], amounts: Amounts
) -> list[Allocation]:
    agreement, currency, label = plan.heading.agreement, plan.heading.currency, year.label
    segment = year.segments[0]
    first, last, conditional = segment.span.first, segment.span.last, segment.term.conditional
    return [
        Allocation(
            agreement, label, first, last, one.name, "split", basis, party, share, amount,
            currency, conditional, source,
        )
        for one, each in zip(borne, amounts, strict=True)
        for source in (one.figures[year.number].source or one.item.source,)
        for party, share, amount in zip(plan.parties, one.weighing.shares, each, strict=True)
        if amount or share
    ]  # fmt: skip


def _items(plan: Plan, year: YearOf, borne: Sequence[Borne], amounts: Amounts) -> list[ItemTotal]:
    agreement, currency, titles = plan.heading.agreement, plan.heading.currency, plan.heading.items
    conditional = year.segments[0].term.conditional
    return [
        ItemTotal(
            agreement, year.label, name, titles[name], item.kind, exact, exact, currency,
            False, conditional, figures[year.number].source or item.source,  # noqa: FBT003
        )
        for (name, item, figures, _, _), each in zip(borne, amounts, strict=True)
        for exact in (sum(each),)
    ]  # fmt: skip
