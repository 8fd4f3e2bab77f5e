"""The usual year, in few steps: annual figures, one term all year, shares that do not change.

Most years of most agreements are like this, and a portfolio has thousands of them.  Everything
else, and every year whose steps are asked for, goes the whole way; the tests hold the two equal.
"""

from collections.abc import Sequence
from typing import NamedTuple

from avtalskalk.engine.plan import Plan, Weighing, YearOf, weighing_of
from avtalskalk.engine.remarks import of_terms
from avtalskalk.engine.unknown import Unknown
from avtalskalk.model.costs import Figure
from avtalskalk.model.statement import Allocation, Basis, ItemTotal, Statement, Total
from avtalskalk.money import rounded


class Split(NamedTuple):
    """One item's annual figure and what each party bears of it, in the file's order."""

    name: str
    figure: Figure
    amounts: Sequence[int]
    weighing: Weighing


def plain_year(plan: Plan, year: YearOf, basis: Basis, *, rows: bool) -> Statement | None:
    """A year's statement, with rows or with totals alone; None where the year is not so usual."""
    if not plan.plain or not year.whole:
        return None
    splits = _splits(plan, year, basis)
    if not splits:
        return None
    agreement, currency = plan.agreement, plan.agreement.currency
    segment = year.segments[0]
    conditional = segment.term.conditional
    sums = [sum(column) for column in zip(*(one.amounts for one in splits), strict=True)]
    return Statement(
        heading=plan.heading,
        year=year.label,
        basis=basis,
        rows=tuple(_rows(plan, year, basis, splits)) if rows else (),
        totals=tuple(
            [
                Total(agreement.id, year.label, party, amount, currency, conditional, True)  # noqa: FBT003
                for party, amount in zip(plan.parties, sums, strict=True)
            ]
        ),
        items=tuple(_items(plan, year, splits)) if rows else (),
        notes=of_terms(plan, year),
        assumptions=agreement.assumptions,
    )


def _splits(plan: Plan, year: YearOf, basis: Basis) -> list[Split]:
    """Every item split and rounded; nothing where one is not a plain known amount."""
    number, segment = year.number, year.segments[0]
    unit, method, rest_to = plan.agreement.rounding.to, plan.method, plan.rest_to
    splits: list[Split] = []
    for name, (item, _, _, sign) in plan.profiles.items():
        annual = item.figures(basis)
        figure = annual.figures.get(number) if annual else None
        if figure is None or figure.amount is None:
            return []
        weighing = weighing_of(plan, name, segment)
        if isinstance(weighing, Unknown):
            return []
        amount = sign * figure.amount
        exact = [amount * weight for weight in weighing.weights]
        amounts = rounded(exact, weighing.total, unit, method, rest_to)
        if sum(amounts) != amount:
            # Rounding has changed the total, which is to be said: not so usual after all.
            return []
        splits.append(Split(name, figure, amounts, weighing))
    return splits


def _rows(plan: Plan, year: YearOf, basis: Basis, splits: Sequence[Split]) -> list[Allocation]:
    agreement, currency, label = plan.agreement.id, plan.agreement.currency, year.label
    segment = year.segments[0]
    first, last, conditional = segment.span.first, segment.span.last, segment.term.conditional
    return [
        Allocation(
            agreement, label, first, last, one.name, "split", basis, party, share, amount,
            currency, conditional, one.figure.source or plan.profiles[one.name].item.source,
        )
        for one in splits
        for party, share, amount in zip(
            plan.parties, one.weighing.shares, one.amounts, strict=True
        )
        if amount or share
    ]  # fmt: skip


def _items(plan: Plan, year: YearOf, splits: Sequence[Split]) -> list[ItemTotal]:
    conditional = year.segments[0].term.conditional
    agreement, currency = plan.agreement.id, plan.agreement.currency
    found = []
    for name, figure, amounts, _ in splits:
        item, sign = plan.profiles[name].item, plan.profiles[name].sign
        exact = sign * (figure.amount or 0)
        found.append(
            ItemTotal(
                agreement, year.label, name, item.title or name, item.kind, exact, sum(amounts),
                currency, False, conditional, figure.source or item.source,  # noqa: FBT003
            )
        )  # fmt: skip
    return found
