"""A result for programs before any format: lists of typed rows, and what stands beside them."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.model.statement import in_currency
from avtalskalk.words.formats import currency_digits

Kind = Literal["text", "money", "exact", "number", "count", "day", "flag"]
"""Money is in minor units, a whole number or a fraction; ``exact`` is a number written as a
fraction where it is not whole, ``number`` one written as a decimal where that ends, or a day.
All but a flag may be None."""


class Field(NamedTuple):
    """One column: its name, what its values are, and the object that nests it, if any does.

    One that is there ``alone`` is for a format that writes nothing but the main list: otherwise
    the value stands in the head, or in another list.
    """

    name: str
    kind: Kind = "text"
    within: str = ""
    alone: bool = False


def fields(kind: Kind, *names: str) -> tuple[Field, ...]:
    """Columns of one kind that follow each other."""
    return tuple(Field(name, kind) for name in names)


class Rows(NamedTuple):
    """Some rows of a list, their money in one currency.

    Each has a value for every field; in a list without fields it is a mapping of plain values.
    """

    list: str
    rows: Iterable[Iterable[object] | Mapping[str, object]]
    currency: str = ""


class Records(NamedTuple):
    """The lists of a result by name, their rows some at a time, and the values beside them.

    ``main`` is the list of a format that has room for one; ``nested`` says that rows are trees,
    which are read with their levels indented.
    """

    schema: str
    head: Mapping[str, object]
    lists: Mapping[str, tuple[Field, ...]]
    rows: Iterable[Rows]
    main: str = ""
    nested: bool = False


def with_skipped(records: Records, skipped: Iterable[tuple[str, Iterable[Diagnostic]]]) -> Records:
    """A result with the files that are left out of it and why, known when all rows are there."""

    def rows() -> Iterator[Rows]:
        yield from records.rows
        for file, diagnostics in skipped:
            # Most runs skip nothing, and need no words of messages.
            from avtalskalk.report.messages import record

            yield Rows("skipped", [{"path": file, "diagnostics": list(map(record, diagnostics))}])

    return records._replace(lists={**records.lists, "skipped": ()}, rows=rows())


def plain_rows(records: Records, name: str = "") -> list[dict[str, object]]:
    """The rows of a list, the main one without a name, under the names of their columns.

    Money is a Decimal in the currency's own unit, a Fraction where it is not whole minor units;
    shares and numbers are fractions or whole numbers, days dates.
    """
    name = name or records.main
    rows: list[dict[str, object]] = []
    for piece in records.rows:
        for row in piece.rows if piece.list == name else ():
            if isinstance(row, Mapping):
                rows.append(dict(row))
                continue
            values: dict[str, object] = {}
            for field, value in zip(records.lists[name], row, strict=True):
                values[field.name] = value
                if field.kind == "money" and isinstance(value, int | Fraction):
                    values[field.name] = (
                        in_currency(value.numerator, piece.currency)
                        if value.denominator == 1
                        else Fraction(value, 10 ** currency_digits(piece.currency))
                    )
            rows.append(values)
    return rows
