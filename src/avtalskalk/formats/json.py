"""All lists of a result as one JSON object: a row on a line, or trees with indented levels."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import groupby
from typing import Any

from avtalskalk.diagnostics import Amount
from avtalskalk.formats.spool import Spool
from avtalskalk.report.options import Options
from avtalskalk.report.plain import decimal, exact, shortest
from avtalskalk.report.records import Field, Records, Rows
from avtalskalk.words.formats import currency_digits

# Made once: `json.dumps` would make one for each thing that is written.
_encode = json.JSONEncoder(ensure_ascii=False).encode
_encode_tree = json.JSONEncoder(ensure_ascii=False, indent=1).encode
_text = lru_cache(maxsize=4096)(_encode)
# JSON lets these stand, and the name of a file may have them.
_UNSEEN = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_BOOLEAN = {False: "false", True: "true"}


def write(records: Records, options: Options) -> Iterator[bytes]:
    """The head, and then the lists; each waits in a spool of its own until all rows are there."""
    with ExitStack() as stack:
        lists = {name: stack.enter_context(Spool()) for name in records.lists}
        started: set[str] = set()
        for rows in records.rows:
            # Rows as JSON, without what stands elsewhere in it.
            fields = records.lists[rows.list]
            if records.nested:
                # No text in JSON has a line break of its own.
                lines = [_encode_tree(row).replace("\n", "\n  ") for row in rows.rows]
            elif not fields:
                lines = list(map(_encode, rows.rows))
            else:
                lines = row_lines(rows, fields)
            if lines:
                before = ",\n  " if rows.list in started else "\n  "
                started.add(rows.list)
                lists[rows.list].extend([encoded(before + ",\n  ".join(lines))])
        head = {"schema": records.schema, "version": options.version, **records.head}
        if options.asked:
            head["options"] = dict(options.asked)
        # An object with its first values, to be continued.
        opened = _encode_tree(head)[: -len("\n}")] if records.nested else _encode(head)[: -len("}")]
        yield encoded(opened)
        for name, spool in lists.items():
            yield f',\n "{name}": ['.encode()
            yield from spool.read()
            yield b"\n ]" if records.nested and name in started else b"]"
        yield b"\n}\n" if records.nested else b"}\n"


def escaped(text: str) -> str:
    """JSON with what turns the direction of writing, or is not seen, as the escapes of JSON."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def encoded(text: str) -> bytes:
    """UTF-8; half of a surrogate pair, which a file may hold, as an escape."""
    return escaped(text).encode("utf-8", "backslashreplace")


def row_lines(rows: Rows, fields: tuple[Field, ...], *, alone: bool = False) -> list[str]:
    """Each of some rows as an object; without what stands elsewhere, unless they are alone."""
    # Column by column, which is quicker than row by row.
    columns = list(zip(*rows.rows, strict=True))
    template, writers = _row_writer(fields, rows.currency, alone=alone)
    pairs = zip(writers, columns, strict=True) if columns else ()
    values = [map(write, column) for write, column in pairs if write]
    return [template % row for row in zip(*values, strict=True)]


@lru_cache(maxsize=64)
def _row_writer(
    fields: tuple[Field, ...], currency: str, *, alone: bool
) -> tuple[str, list[Callable[[Any], str] | None]]:
    """A row with ``%s`` for each value, and what writes each; None where nothing does."""
    kinds = _kinds(currency)
    writers = [None if field.alone and not alone else kinds[field.kind] for field in fields]
    written = [field for field in fields if alone or not field.alone]
    members = []
    for within, group in groupby(written, key=lambda field: field.within):
        inner = ", ".join(f"{_name(field.name)}: %s" for field in group)
        members.append(f"{_name(within)}: {{{inner}}}" if within else inner)
    return f"{{{', '.join(members)}}}", writers


def _name(name: str) -> str:
    return _encode(name).replace("%", "%%")


def _kinds(currency: str) -> dict[str, Callable[[Any], str]]:
    """What writes a value of each kind: exact values as strings."""
    digits = currency_digits(currency)

    def money(minor: Fraction | int | None) -> str:
        if isinstance(minor, int):
            return f'"{decimal(minor, digits)}"'
        return "null" if minor is None else f'"{exact(Amount(minor, currency))}"'

    return {
        "text": _text,
        "money": money,
        "exact": _quoted,
        "number": lambda value: "null" if value is None else f'"{shortest(value)}"',
        "count": _encode,
        "day": _day,
        "flag": _BOOLEAN.__getitem__,
    }


def _quoted(value: Fraction | date | None) -> str:
    return "null" if value is None else f'"{value}"'


_day = lru_cache(maxsize=4096)(_quoted)
