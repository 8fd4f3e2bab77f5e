"""Flat rows as CSV, one line at a time: plain, or as a Swedish Excel opens it."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from avtalskalk.formats.row_cells import COLUMNS, Days, Shares, Texts, cut, groups
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Allocation, Statement
from avtalskalk.money import half_up
from avtalskalk.report.options import Options
from avtalskalk.report.plain import decimal
from avtalskalk.report.selection import select
from avtalskalk.words.formats import currency_digits

_MARK_OF_UTF8 = "\ufeff"

# A spreadsheet runs a text that begins so; the wide ones too, where Japanese is typed.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
_QUOTED = frozenset('",;\r\n\t')

# Excel counts with fifteen digits.
_SHARE_DECIMALS = 12
_BOOLEAN = {False: "false", True: "true"}


def writer(options: Options) -> "_Writer":
    """The writer of CSV."""
    return _Writer(options)


class _Writer:
    def __init__(self, options: Options) -> None:
        self._options = options
        swedish = options.dialect == "excel-sv"
        self._between = ";" if swedish else ","
        self._comma = swedish
        self._texts = Texts(text_cell)
        self._days = Days()
        self._shares = Shares(partial(share_cell, comma=swedish))
        self._groups = groups(options.by)
        self._spool = Spool()
        names = self._groups.columns if self._groups else COLUMNS
        mark = _MARK_OF_UTF8 if swedish else ""
        self._spool.write([mark, self._between.join(names), "\n"])

    def add(self, statement: Statement) -> None:
        statement = select(statement, self._options)
        if self._groups:
            self._spool.write(map(self._group_line, self._groups.add(statement)))
        else:
            self._spool.write(self._lines(statement))

    def finish(self) -> Iterator[bytes]:
        if self._groups:
            self._spool.write(map(self._group_line, self._groups.finish()))
        return self._spool.read()

    def _lines(self, statement: Statement) -> list[str]:
        """The rows of a statement; what stays the same from row to row is written once."""
        texts, shares, between = self._texts, self._shares.known, self._between
        digits = currency_digits(statement.heading.currency)
        shortest, point = cut(digits)
        mark = "," if self._comma else "."
        own = f"{texts[statement.heading.agreement]}{between}{texts[statement.year]}"
        lines = []
        head = tail = ""
        before: Allocation | None = None
        for row in statement.rows:
            _, _, start, end, item, line, basis, party, share, minor, _, conditional, source = row
            # By identity, which is quick: where it misses, the same text is written again.
            if (
                before is None
                or item is not before[4]
                or line is not before[5]
                or start is not before[2]
                or end is not before[3]
            ):
                days = f"{self._days[start]}{between}{self._days[end]}"
                head = between.join((own, days, texts[item], line, basis, ""))
            if before is None or conditional is not before[11] or source is not before[12]:
                flag = _BOOLEAN[conditional]
                tail = between.join(("", texts[row.currency], flag, f"{texts[source]}\n"))
            before = row
            part, _ = shares.get(id(share)) or self._shares.add(share)
            figures = str(minor)
            if len(figures) > shortest:
                figures = f"{figures[:point]}{mark}{figures[point:]}"
            else:
                figures = decimal(minor, digits).replace(".", mark)
            lines.append(f"{head}{texts[party]}{between}{part}{between}{figures}{tail}")
        return lines

    def _cell(self, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return _BOOLEAN[value]
        return self._texts[str(value)]

    def _group_line(self, row: dict[str, object]) -> str:
        amount = row["amount"]
        if isinstance(amount, str) and self._comma:
            amount = amount.replace(".", ",")
        # An amount below zero is no formula.
        cells = (
            amount or "" if name == "amount" else self._cell(value) for name, value in row.items()
        )
        return self._between.join(map(str, cells)) + "\n"


def text_cell(text: str) -> str:
    """A text as a cell: quoted where it must be, and never run as a formula."""
    if text.startswith(_FORMULA):
        text = f"'{text}"
    if _QUOTED.isdisjoint(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def share_cell(share: Fraction | None, *, comma: bool) -> str:
    """A share as a cell: exact, or where a Swedish Excel reads it with a decimal comma."""
    if share is None:
        return ""
    if not comma:
        return str(share)
    scaled = half_up(share.numerator * 10**_SHARE_DECIMALS, share.denominator)
    figures = decimal(scaled, _SHARE_DECIMALS).rstrip("0").rstrip(".")
    return figures.replace(".", ",")
