"""The main list of a result as CSV: plain, or as a Swedish Excel opens it."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any

from avtalskalk.diagnostics import Amount
from avtalskalk.money import half_up
from avtalskalk.report.options import Options
from avtalskalk.report.plain import decimal, exact, shortest
from avtalskalk.report.records import Field, Records
from avtalskalk.words.formats import currency_digits

_MARK_OF_UTF8 = "\ufeff"

# A spreadsheet runs a text that begins so; the wide ones too, where Japanese is typed.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
_QUOTED = frozenset('",;\r\n\t')

# Excel counts with fifteen digits.
_SHARE_DECIMALS = 12


def write(records: Records, options: Options) -> Iterator[bytes]:
    """The names of the columns, and the rows, each on a line."""
    swedish = options.dialect == "excel-sv"
    separator = ";" if swedish else ","
    fields = records.lists[records.main]
    mark = _MARK_OF_UTF8 if swedish else ""
    names = separator.join(text_cell(field.name) for field in fields)
    yield f"{mark}{names}\n".encode()
    cell_writers = lru_cache(partial(_cell_writers, fields, swedish=swedish))
    for rows in records.rows:
        if rows.list != records.main:
            continue
        # Column by column, which is quicker than row by row.
        columns = list(zip(*rows.rows, strict=True))
        if columns:
            writers = cell_writers(rows.currency)
            cells = [map(write, column) for write, column in zip(writers, columns, strict=True)]
            lines = map(separator.join, zip(*cells, strict=True))
            yield "\n".join([*lines, ""]).encode("utf-8", "backslashreplace")


def _cell_writers(
    fields: tuple[Field, ...], currency: str, *, swedish: bool
) -> list[Callable[[Any], str]]:
    """For each column what makes a cell of a value."""
    digits = currency_digits(currency)

    def money(minor: Fraction | int | None) -> str:
        if minor is None:
            return ""
        text = decimal(minor, digits) if isinstance(minor, int) else exact(Amount(minor, currency))
        return text.replace(".", ",") if swedish else text

    def number(value: Fraction | None) -> str:
        text = "" if value is None else shortest(value)
        return text.replace(".", ",") if swedish else text

    by_kind: dict[str, Callable[[Any], str]] = {
        "text": text_cell,
        "money": money,
        "exact": partial(share_cell, comma=swedish),
        "number": number,
        "count": lambda count: "" if count is None else str(count),
        "day": _day,
        "flag": {False: "false", True: "true"}.__getitem__,
    }
    return [by_kind[field.kind] for field in fields]


@lru_cache(maxsize=4096)
def _day(day: date | None) -> str:
    return str(day or "")


@lru_cache(maxsize=4096)
def text_cell(text: str | None) -> str:
    """A text as a cell: quoted where it must be, and never run as a formula."""
    if not text:
        return ""
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
