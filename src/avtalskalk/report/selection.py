"""The part of a statement that a reader has asked for."""

from avtalskalk.model.statement import Statement, Total
from avtalskalk.report.options import Options


def items_of(item: str) -> list[str]:
    """The items that a row is of: several where the split goes by what they come to together."""
    return item.split(" + ")


def select(statement: Statement, options: Options) -> Statement:
    """A statement with the parties and items asked for, and what these sum to."""
    if options.item:
        statement = _of_items(statement, options.item)
    if options.party:
        statement = _of_parties(statement, options.party)
    return statement


def _of_parties(statement: Statement, parties: tuple[str, ...]) -> Statement:
    return statement._replace(
        rows=tuple(row for row in statement.rows if row.party in parties),
        totals=tuple(total for total in statement.totals if total.party in parties),
    )


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
