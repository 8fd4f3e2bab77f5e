"""Grouped totals as the flat rows of JSON and CSV."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from avtalskalk.formats.row_cells import amount
from avtalskalk.model.statement import Statement
from avtalskalk.report.grouping import Group, Grouping, Sum
from avtalskalk.report.options import By

_SUM = ("amount", "currency", "conditional", "complete")
GROUP_COLUMNS: Mapping[By, tuple[str, ...]] = MappingProxyType(
    {
        "party": ("year", "party", *_SUM),
        "agreement": ("agreement", "year", *_SUM),
        "item": ("agreement", "year", "item", "line", *_SUM),
        "period": ("year", "from", "to", *_SUM),
    }
)


class Groups:
    """Grouped totals as flat rows; what belongs to one agreement is let go with it."""

    def __init__(self, by: By) -> None:
        """Nothing is added yet."""
        self.columns = GROUP_COLUMNS[by]
        self._by = by
        self._grouping = Grouping(by)
        self._agreement: str | None = None

    def add(self, statement: Statement) -> Iterator[dict[str, object]]:
        """Take one more statement; the rows that it cannot change any more."""
        agreement = statement.heading.agreement
        if self._by in {"agreement", "item"} and agreement != self._agreement:
            yield from self.finish()
        self._agreement = agreement
        self._grouping.add(statement)

    def finish(self) -> Iterator[dict[str, object]]:
        """The rows that are left."""
        for group, years in self._grouping.found.items():
            for year, one in years.items():
                row = _flat(group, year, one)
                yield {name: row[name] for name in self.columns}
        self._grouping = Grouping(self._by)


def _flat(group: Group, year: str, one: Sum) -> dict[str, object]:
    return {
        "agreement": group.agreement,
        "year": year,
        "from": _day(group.start),
        "to": _day(group.end),
        "item": group.item,
        "line": group.line or "",
        "party": group.party,
        "amount": amount(one.amount, group.currency),
        "currency": group.currency,
        "conditional": one.conditional,
        "complete": one.amount is not None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
