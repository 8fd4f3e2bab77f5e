"""What JSON and CSV share: their columns, and texts that are the same from row to row."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from avtalskalk.model.statement import Statement
from avtalskalk.report.grouping import Group, Grouping, Sum
from avtalskalk.report.options import By
from avtalskalk.report.plain import decimal
from avtalskalk.texts.formats import currency_digits

COLUMNS = (
    *("agreement", "year", "from", "to", "item", "line", "basis", "party", "share"),
    *("amount", "currency", "conditional", "source"),
)

_SUM = ("amount", "currency", "conditional", "complete")
GROUP_COLUMNS: Mapping[By, tuple[str, ...]] = MappingProxyType(
    {
        "party": ("year", "party", *_SUM),
        "agreement": ("agreement", "year", *_SUM),
        "item": ("agreement", "year", "item", "line", *_SUM),
        "period": ("year", "from", "to", *_SUM),
    }
)

# Texts are forgotten when there are this many, so that memory does not grow with the files.
_MOST = 10_000


class Texts(dict[str, str]):
    """Texts as a format writes them, each worked out once."""

    def __init__(self, write: Callable[[str], str]) -> None:
        """Nothing is written yet."""
        super().__init__()
        self._write = write

    def __missing__(self, text: str) -> str:
        """Write a text that is new, and keep it."""
        if len(self) >= _MOST:
            self.clear()
        written = self[text] = self._write(text)
        return written


class Days(dict[date, str]):
    """Days as every format writes them, each worked out once."""

    def __missing__(self, day: date) -> str:
        """Write a day that is new, and keep it."""
        if len(self) >= _MOST:
            self.clear()
        written = self[day] = day.isoformat()
        return written


class Shares:
    """Shares as a format writes them, by identity: to hash a fraction is slow.

    Each share is kept with its text, or another could come to stand in its place in memory.
    """

    def __init__(self, write: Callable[[Fraction | None], str]) -> None:
        """Nothing is written yet."""
        self._write = write
        self.known: dict[int, tuple[str, Fraction | None]] = {}

    def add(self, share: Fraction | None) -> tuple[str, Fraction | None]:
        """Write a share that is not known, and keep it."""
        if len(self.known) >= _MOST:
            self.known.clear()
        written = self.known[id(share)] = (self._write(share), share)
        return written


def cut(digits: int) -> tuple[int, int]:
    """How many figures more than which can simply be cut in two, and where: see `decimal`.

    To do so in place is worth it where there are hundreds of thousands of rows.
    """
    return (digits + 1, -digits) if digits else (_MOST, 0)


def amount(minor: int | None, currency: str) -> str | None:
    """An amount with a decimal point and the currency's decimals."""
    return None if minor is None else decimal(minor, currency_digits(currency))


class Groups:
    """Grouped totals as flat rows; what belongs to one agreement is let go with it."""

    def __init__(self, by: By) -> None:
        """Nothing is added yet."""
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
                yield {name: row[name] for name in GROUP_COLUMNS[self._by]}
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
