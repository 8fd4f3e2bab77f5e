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
class GroupTotal:
    """What a group comes to in a year, None where a figure is missing; it grows in place."""

    amount: int | None
    conditional: bool


Part = tuple[Group, int | None, bool]
"""What is added to a group: an amount, None where it is missing, and whether it is conditional."""


def parts(statement: Statement, by: By) -> Iterator[Part]:
    """A statement's amounts with the group each belongs to."""
    currency, agreement = statement.heading.currency, statement.heading.agreement
    match by:
        case "party":
            for total in statement.totals:
                yield _party_group(currency, total.party), total.amount, total.conditional
        case "agreement":
            group = Group(currency, agreement=agreement)
            for total in statement.totals:
                yield group, total.amount, total.conditional
        case "item":
            # Rows without an item by their line; an incomplete item has no sum.
            for row in statement.rows:
                line = None if row.item else row.line
                group = Group(currency, agreement=agreement, item=row.item, line=line)
                yield group, row.amount, row.conditional
            for item in statement.items:
                if item.amount is None:
                    group = Group(currency, agreement=agreement, item=item.item)
                    yield group, None, item.conditional
        case "period":
            for row in statement.rows:
                yield Group(currency, start=row.start, end=row.end), row.amount, row.conditional
            # What is missing of a year is a group without days.
            if any(total.amount is None for total in statement.totals):
                yield Group(currency), None, False
        case _:
            assert_never(by)


@lru_cache(maxsize=1024)
def _party_group(currency: str, party: str) -> Group:
    """A party's group; the same few come back in every year of every agreement."""
    return Group(currency, party)


@dataclass(slots=True)
class Grouping:
    """Sums that grow as statements are added: group → year → total, in order of appearance."""

    by: By
    totals: dict[Group, dict[str, GroupTotal]] = field(default_factory=dict)

    def add(self, statement: Statement) -> None:
        """Add a statement's amounts to its groups."""
        year = statement.year
        for group, amount, conditional in parts(statement, self.by):
            years = self.totals.get(group)
            if years is None:
                years = self.totals[group] = {}
            total = years.get(year)
            if total is None:
                years[year] = GroupTotal(amount, conditional)
                continue
            if amount is None or total.amount is None:
                total.amount = None
            else:
                total.amount += amount
            if conditional:
                total.conditional = True


def in_order(years: Iterable[str]) -> list[str]:
    """Labels of years, each once, the earliest first."""
    return sorted(set(years))
