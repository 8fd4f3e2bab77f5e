"""Totals by party, agreement, item or period, over any number of statements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, assert_never

from avtalskalk.model.comparison import NOBODY, Paid
from avtalskalk.model.statement import Line, Payer, Statement
from avtalskalk.report.bodies import bodies
from avtalskalk.report.options import By


class Group(NamedTuple):
    """What a total is the total of; what does not tell groups apart is empty.

    A period is the same in all agreements, an item belongs to its own; of payers those are the
    same that `Grouping.totals` finds to be one body.
    """

    currency: str
    payer: Payer | None = None
    agreement: str = ""
    item: str = ""
    line: Line | None = None
    start: date | None = None
    end: date | None = None


@dataclass(slots=True)
class GroupTotal:
    """What a group comes to in a year, once for each side that is compared; it grows in place.

    ``known`` are the parts that are known on every side, so that the sides can be compared;
    ``lacking`` is how many are not, and ``parts`` how many there are.
    """

    known: list[Paid]
    lacking: int = 0
    parts: int = 0

    def add(self, sides: Sequence[Paid], parts: int = 1, lacking: int = 0) -> None:
        """Take some more parts, what is known of them together."""
        if any(paid.amount is None for paid in sides):
            lacking = parts
            sides = [paid._replace(amount=0) for paid in sides]
        self.known = [_plus(*pair) for pair in zip(self.known, sides, strict=True)]
        self.lacking += lacking
        self.parts += parts

    @property
    def sides(self) -> list[Paid]:
        """What the group comes to on each side: nothing is known where all parts are lacking."""
        if not self.lacking:
            return self.known
        if self.lacking == self.parts:
            return [paid._replace(amount=None, partial=True) for paid in self.known]
        return [paid._replace(partial=True) for paid in self.known]


def _plus(first: Paid, second: Paid) -> Paid:
    return Paid(
        (first.amount or 0) + (second.amount or 0),
        first.conditional or second.conditional,
        first.there or second.there,
    )


Part = tuple[Group, int | None, bool]
"""What is added to a group: an amount, None where it is missing, and whether it is conditional."""


def parts(statement: Statement, by: By) -> Iterator[Part]:
    """A statement's amounts with the group each belongs to."""
    currency, agreement = statement.heading.currency, statement.heading.agreement
    match by:
        case "party":
            for total in statement.totals:
                group = Group(currency, statement.heading.payer(total.party))
                yield group, total.amount, total.conditional
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


Totals = dict[Group, dict[str, GroupTotal]]


@dataclass(slots=True)
class Grouping:
    """Sums that grow as statements are added: group → year → total, in order of appearance."""

    by: By
    _sums: Totals = field(default_factory=dict)

    def add(self, *sides: Statement | None, unaffected: bool = False) -> None:
        """Add a year's amounts to its groups, on each side that is compared.

        A side is None where the agreement has no such year there.  Agreements that are
        ``unaffected`` by what is compared are one group where groups belong to agreements.
        """
        year = next(statement.year for statement in sides if statement)
        amounts: dict[Group, list[Paid]] = {}
        for place, statement in enumerate(sides):
            for group, amount, conditional in parts(statement, self.by) if statement else ():
                home = Group(group.currency) if unaffected and group.agreement else group
                paid = amounts.setdefault(home, [NOBODY] * len(sides))
                unknown = amount is None or paid[place].amount is None
                paid[place] = _plus(paid[place], Paid(amount, conditional))
                if unknown:
                    paid[place] = paid[place]._replace(amount=None)
        for group, paid in amounts.items():
            self.put(group, year, paid)

    def put(self, group: Group, year: str, sides: Sequence[Paid]) -> None:
        """Add amounts that belong to a group's year, one for each side."""
        _total(self._sums, group, year, len(sides)).add(sides)

    def totals(self) -> Totals:
        """The sums; those of one body together, under the id and the name it had first."""
        if self.by != "party":
            return self._sums
        totals: Totals = {}
        for group, home in self.homes().items():
            for year, total in self._sums[group].items():
                home_total = _total(totals, home, year, len(total.known))
                home_total.add(total.known, total.parts, total.lacking)
        return totals

    def homes(self) -> dict[Group, Group]:
        """The first group of the same body, for each group of a party."""
        body_of = bodies(group.payer for group in self._sums if group.payer)
        first: dict[tuple[str, str], Group] = {}
        return {
            group: first.setdefault((group.currency, body_of[group.payer]), group)
            for group in self._sums
            if group.payer
        }


def _total(totals: Totals, group: Group, year: str, sides: int) -> GroupTotal:
    """A group's total of a year, which begins as nothing."""
    years = totals.setdefault(group, {})
    total = years.get(year)
    if total is None:
        total = years[year] = GroupTotal([NOBODY] * sides)
    return total


def in_order(years: Iterable[str]) -> list[str]:
    """Labels of years, each once, the earliest first."""
    return sorted(set(years))
