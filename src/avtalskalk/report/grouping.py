"""Totals by party, agreement, item or period, over any number of statements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple, assert_never

from avtalskalk.model.statement import Line, Statement
from avtalskalk.report.options import By


class Group(NamedTuple):
    """What a total is the total of; what does not tell groups apart is empty.

    A party or a period is the same in all agreements, an item belongs to its own.
    """

    currency: str
    party: str = ""
    agreement: str = ""
    item: str = ""
    line: Line | None = None
    start: date | None = None
    end: date | None = None


@dataclass(slots=True)
class Sum:
    """What a group comes to in a year, None where a figure is missing."""

    amount: int | None
    conditional: bool


Part = tuple[Group, int | None, bool]
"""What is added to a group: an amount, None where it is missing, and whether it is conditional."""


def parts(statement: Statement, by: By) -> Iterator[Part]:
    """A statement's amounts with the group each belongs to."""
    match by:
        case "party":
            return _of_parties(statement)
        case "agreement":
            return _of_agreement(statement)
        case "item":
            return _of_items(statement)
        case "period":
            return _of_periods(statement)
        case _:
            assert_never(by)


def _of_parties(statement: Statement) -> Iterator[Part]:
    currency = statement.heading.currency
    for total in statement.totals:
        yield _of_party(currency, total.party), total.amount, total.conditional


@lru_cache(maxsize=1024)
def _of_party(currency: str, party: str) -> Group:
    """A party's group; the same few come back in every year of every agreement."""
    return Group(currency, party)


def _of_agreement(statement: Statement) -> Iterator[Part]:
    group = Group(statement.heading.currency, agreement=statement.heading.agreement)
    for total in statement.totals:
        yield group, total.amount, total.conditional


def _of_items(statement: Statement) -> Iterator[Part]:
    """Rows by their item, those without one by their line; an incomplete item has no sum."""
    currency, agreement = statement.heading.currency, statement.heading.agreement
    for row in statement.rows:
        line = None if row.item else row.line
        group = Group(currency, agreement=agreement, item=row.item, line=line)
        yield group, row.amount, row.conditional
    for item in statement.items:
        if item.amount is None:
            group = Group(currency, agreement=agreement, item=item.item)
            yield group, None, item.conditional


def _of_periods(statement: Statement) -> Iterator[Part]:
    """Rows by their days; what is missing of a year is a group without days."""
    currency = statement.heading.currency
    for row in statement.rows:
        group = Group(currency, start=row.start, end=row.end)
        yield group, row.amount, row.conditional
    if any(total.amount is None for total in statement.totals):
        yield Group(currency), None, False


@dataclass(slots=True)
class Grouping:
    """Sums that grow as statements are added: group → year → sum, in order of appearance."""

    by: By
    found: dict[Group, dict[str, Sum]] = field(default_factory=dict)

    def add(self, statement: Statement) -> None:
        """Add a statement's amounts to its groups."""
        year = statement.year
        for group, amount, conditional in parts(statement, self.by):
            years = self.found.get(group)
            if years is None:
                years = self.found[group] = {}
            so_far = years.get(year)
            if so_far is None:
                years[year] = Sum(amount, conditional)
                continue
            if amount is None or so_far.amount is None:
                so_far.amount = None
            else:
                so_far.amount += amount
            if conditional:
                so_far.conditional = True


def in_order(years: Iterable[str]) -> list[str]:
    """Labels of years, each once, the earliest first."""
    return sorted(set(years))
