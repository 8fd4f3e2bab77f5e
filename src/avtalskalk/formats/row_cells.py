"""What JSON and CSV share: their columns, and texts that are the same from row to row."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from avtalskalk.report.plain import decimal
from avtalskalk.words.formats import currency_digits

if TYPE_CHECKING:
    from avtalskalk.formats.groups import Groups
    from avtalskalk.report.options import By

COLUMNS = (
    *("agreement", "year", "from", "to", "item", "line", "basis", "party", "share"),
    *("amount", "currency", "conditional", "source"),
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


def groups(by: "By | None") -> "Groups | None":
    """What adds up totals by a group, where that is wanted; imported by those alone."""
    if by is None:
        return None
    from avtalskalk.formats.groups import Groups

    return Groups(by)
