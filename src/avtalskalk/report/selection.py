"""The part of a statement that a reader has asked for."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from avtalskalk.model.statement import Statement, Total
from avtalskalk.report.bodies import is_chosen
from avtalskalk.report.options import Options


def by_agreement(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Statements that follow each other, one agreement at a time."""
    return (
        list(years)
        for _, years in groupby(statements, key=lambda statement: statement.heading.agreement)
    )


def items_of(item: str) -> list[str]:
    """The items that a row is of: several where the split goes by what they come to together."""
    return item.split(" + ")


def select(statement: Statement, options: Options) -> Statement:
    """A statement with the parties and items asked for, and what these sum to."""
    if options.item:
        statement = _of_items(statement, options.item)
    if options.party:
        heading = statement.heading
        rows = (row for row in statement.rows if is_chosen(heading, row.party, options))
        totals = (total for total in statement.totals if is_chosen(heading, total.party, options))
        statement = statement._replace(rows=tuple(rows), totals=tuple(totals))
    return statement


def _of_items(statement: Statement, items: tuple[str, ...]) -> Statement:
    """Rows of the items; a total is missing where one of them is."""
    wanted = frozenset(items)
    rows = tuple(row for row in statement.rows if not wanted.isdisjoint(items_of(row.item)))
    kept = tuple(item for item in statement.items if not wanted.isdisjoint(items_of(item.item)))
    sums = dict.fromkeys((total.party for total in statement.totals), 0)
    conditional = set()
    for row in rows:
        sums[row.party] = sums.get(row.party, 0) + row.amount
        if row.conditional:
            conditional.add(row.party)
    complete = all(item.amount is not None for item in kept)
    totals = tuple(
        Total(
            statement.heading.agreement,
            statement.year,
            party,
            amount if complete else None,
            statement.heading.currency,
            party in conditional,
            complete,
        )
        for party, amount in sums.items()
        if kept
    )
    return statement._replace(rows=rows, items=kept, totals=totals)
