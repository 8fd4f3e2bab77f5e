"""Vouchers as a SIE file of type 4I, for any accounting system in Sweden.

The specification (SIE-gruppen, 4B) fixes the order: the flag, what the file is, dimensions and
accounts, vouchers.  Series and number are left to the system that reads them, and so are fiscal
years.  The day of the file is that of its last voucher: the same rows give the same bytes.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

from avtalskalk.report.options import Options
from avtalskalk.report.plain import decimal
from avtalskalk.report.records import Records
from avtalskalk.words.formats import currency_digits

_CODE_PAGE = "cp437"

# A backslash has no escape of its own, and before a quote it would be one.
_INSTEAD = {
    "\\": "/",
    "\u00d8": "O",
    "\u00f8": "o",
    "€": "EUR",
    "…": "...",
    "\u2044": "/",
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
    **dict.fromkeys("\u00a0\u2009\u202f\t", " "),
}


def replacements(records: Records) -> dict[str, str]:
    """The characters of vouchers that the file cannot have, each with what stands for it."""
    texts = (
        str(value)
        for rows in records.rows
        if rows.list in ("entries", "objects")
        for row in rows.rows
        for value in row
    )
    characters = sorted({character for text in texts for character in text})
    return {c: replaced(c) for c in characters if replaced(c) != c}


def replaced(character: str) -> str:
    """What stands for a character in the file: itself where code page 437 has it."""
    instead = _INSTEAD.get(character, character)
    if _can_stand(instead):
        return instead
    bare = "".join(c for c in unicodedata.normalize("NFKD", character) if _can_stand(c))
    return bare or "?"


def _can_stand(text: str) -> bool:
    """Whether a text needs no control character and no other code page."""
    try:
        text.encode(_CODE_PAGE)
    except UnicodeEncodeError:
        return False
    return all(" " <= character != "\x7f" for character in text)


def write(records: Records, options: Options) -> Iterator[bytes]:
    """One body's vouchers, from the lists `entries` and `objects`."""
    entries: list[dict[str, Any]] = []
    objects: list[dict[str, Any]] = []
    for rows in records.rows:
        if rows.list in ("entries", "objects"):
            names = [field.name for field in records.lists[rows.list]]
            of_list = entries if rows.list == "entries" else objects
            of_list += [dict(zip(names, row, strict=True)) for row in rows.rows]
    of_line: dict[tuple[int, int], list[str]] = {}
    for code in objects:
        pair = f"{code['number']} {_quoted(code['code'])}"
        of_line.setdefault((code["voucher"], code["line"]), []).append(pair)
    first = entries[0] if entries else {}
    currency = first.get("currency", "SEK")
    lines = [
        "#FLAGGA 0",
        f"#PROGRAM {_quoted('avtalskalk')} {_quoted(options.version)}",
        "#FORMAT PC8",
        f"#GEN {max(map(_day, entries), default='')}",
        "#SIETYP 4",
        *([f"#ORGNR {first['org_no']}"] if first.get("org_no") else []),
        f"#FNAMN {_quoted(first.get('name', ''))}",
        *([f"#VALUTA {currency}"] if currency != "SEK" else []),
    ]
    # Each is declared once, whatever several agreements call it.
    accounts = {e["account"]: e["account_name"] for e in entries if e["account_name"]}
    dimensions = {code["number"]: code["dimension"] for code in objects}
    named = {(code["number"], code["code"]): code["name"] for code in objects if code["name"]}
    lines += [f"#KONTO {account} {_quoted(name)}" for account, name in sorted(accounts.items())]
    lines += [f"#DIM {number} {_quoted(name)}" for number, name in sorted(dimensions.items())]
    for (number, code), name in sorted(named.items()):
        lines.append(f"#OBJEKT {number} {_quoted(code)} {_quoted(name)}")
    before = None
    for entry in entries:
        if entry["voucher"] != before:
            lines += ["}"] if before is not None else []
            lines += [f'#VER "" "" {_day(entry)} {_quoted(entry["text"])}', "{"]
            before = entry["voucher"]
        listed = " ".join(of_line.get((entry["voucher"], entry["line"]), ()))
        amount = decimal(entry["amount"], currency_digits(entry["currency"]))
        lines.append(f"   #TRANS {entry['account']} {{{listed}}} {amount}")
    lines += ["}"] if entries else []
    yield "".join(f"{line}\r\n" for line in lines).encode(_CODE_PAGE)


def _day(entry: dict[str, Any]) -> str:
    return f"{entry['date']:%Y%m%d}"


def _quoted(text: str) -> str:
    """A field in quotes, in the characters of the file."""
    written = "".join(map(replaced, text)).replace('"', r"\"")
    return f'"{written}"'
