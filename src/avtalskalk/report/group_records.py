"""Totals by party, agreement, item or period for programs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from avtalskalk.model.statement import Input, Statement
from avtalskalk.report.grouping import Group, Grouping
from avtalskalk.report.options import By, Options
from avtalskalk.report.records import Field, Rows, fields
from avtalskalk.report.selection import select
from avtalskalk.report.statement_records import SUM, rows_beside
from avtalskalk.report.yearly_change import difference, relative

GROUPED_BY: Mapping[By, tuple[Field, ...]] = MappingProxyType(
    {
        "party": fields("text", "year", "party", "name"),
        "agreement": fields("text", "agreement", "year"),
        "item": fields("text", "agreement", "year", "item", "line"),
        "period": (Field("year"), *fields("day", "from", "to")),
    }
)


CHANGE = (Field("difference", "money"), Field("relative", "exact"))


def columns(by: By, *, change: bool) -> tuple[Field, ...]:
    """What a total is the total of, what it comes to, and the change from the year before."""
    return (*GROUPED_BY[by], *SUM, *(CHANGE if change else ()))


def group_values(group: Group, year: str, by: By) -> tuple[object, ...]:
    """What a group's total of a year is the total of."""
    values = {**group._asdict(), "from": group.start, "to": group.end, "line": group.line or ""}
    if group.payer:
        values |= group.payer._asdict()
    values["year"] = year
    return tuple(values[field.name] for field in GROUPED_BY[by])


def group_rows(
    agreements: Iterable[Sequence[Statement]], options: Options, by: By
) -> Iterator[Rows]:
    """The totals, and what stands beside each agreement's figures."""
    written: set[Input] = set()
    grouping = Grouping(by)
    for years in agreements:
        statements = [select(statement, options) for statement in years]
        for statement in statements:
            grouping.add(statement)
        if by in {"agreement", "item"}:
            # No other agreement can add to these groups.
            yield from _total_rows(grouping, change=options.change)
            grouping = Grouping(by)
        yield from rows_beside(statements, written)
    yield from _total_rows(grouping, change=options.change)


def _total_rows(grouping: Grouping, *, change: bool) -> Iterator[Rows]:
    """The totals of each group's years, those in the same currency together."""
    rows = []
    for group, years in grouping.totals().items():
        before = None
        for year, total in sorted(years.items()):
            (known,), (paid,) = total.known, total.sides
            amount = None if total.lacking else known.amount
            sums = (amount, group.currency, known.conditional, amount is not None)
            changes = (before and difference(before, paid), before and relative(before, paid))
            before = paid
            row = *group_values(group, year, grouping.by), *sums, *(changes if change else ())
            rows.append((group.currency, row))
    for currency, same in groupby(rows, key=lambda row: row[0]):
        yield Rows("totals", [row for _, row in same], currency)
