"""An independent reader of SIE files of type 4I, written from SIE-gruppen's specification (4B).

It knows nothing of the program, and refuses what the specification does: a post out of its group's
order, one that is missing, a control character, an amount that is none, a voucher out of balance.
"""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

# 5.12: the flag, then what the file is, then the chart of accounts, then vouchers.
GROUPS = (
    ("#FLAGGA",),
    ("#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#PROSA", "#FTYP", "#FNR", "#ORGNR", "#ADRESS",
     "#FNAMN", "#RAR", "#KPTYP", "#VALUTA"),
    ("#KONTO", "#KTYP", "#DIM", "#UNDERDIM", "#OBJEKT"),
    ("#VER", "{", "#TRANS", "}"),
)  # fmt: skip
# 6: the posts that a file of type 4I must have.
REQUIRED = {"#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#FNAMN"}

# 5.7: fields with spaces between them, each perhaps in quotes, where a quote has a backslash
# before it; an object list is in braces.
FIELD = re.compile(r'[ \t]*(?:"(?P<quoted>(?:\\"|[^"])*)"|\{(?P<list>[^}]*)\}|(?P<bare>[^\s"{}]+))')


class Transaction(NamedTuple):
    """A line of a voucher: above zero debit."""

    account: str
    objects: dict[str, str]
    amount: Decimal


class Verification(NamedTuple):
    """One voucher."""

    day: date
    text: str
    transactions: list[Transaction]


class SieFile(NamedTuple):
    """A file: its posts before the vouchers, and the vouchers."""

    posts: dict[str, list[list[str]]]
    vouchers: list[Verification]


def fields(line: str) -> list[str]:
    """A line's fields; an object list is one, with its braces."""
    values: list[str] = []
    place = 0
    while line[place:].strip():
        match = FIELD.match(line, place)
        assert match is not None, line[place:]
        place = match.end()
        if match["list"] is not None:
            values.append(f"{{{match['list']}}}")
        else:
            values.append((match["quoted"] or "").replace('\\"', '"') or match["bare"] or "")
    return values


def day(text: str) -> date:
    """A date as 5.10 has it."""
    assert re.fullmatch(r"\d{8}", text), text
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


def read_sie(content: bytes) -> SieFile:
    """Read a file, and refuse what is wrong in it."""
    text = content.decode("cp437")
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", text)
    assert text.endswith("\n")
    posts: dict[str, list[list[str]]] = {}
    vouchers: list[Verification] = []
    group = 0
    inside = False
    for line in filter(str.strip, re.split("\r?\n", text)):
        if line.strip() in ("{", "}"):
            assert inside == (line.strip() == "}")
            inside = not inside
            continue
        label, *values = fields(line)
        place = next(place for place, labels in enumerate(GROUPS) if label in labels)
        assert place >= group, f"{label} stands too late"
        group = place
        assert inside == (label == "#TRANS")
        if label == "#VER":
            _series, _number, when, what = values
            vouchers.append(Verification(day(when), what, []))
        elif label == "#TRANS":
            account, objects, amount = values
            assert account.isdigit()
            assert re.fullmatch(r"-?\d+(\.\d{1,2})?", amount), amount
            pairs = fields(objects[1:-1])
            by_dimension = dict(zip(pairs[::2], pairs[1::2], strict=True))
            vouchers[-1].transactions.append(Transaction(account, by_dimension, Decimal(amount)))
        else:
            posts.setdefault(label, []).append(values)
    assert not inside
    assert posts.keys() >= REQUIRED
    assert posts["#FLAGGA"] == [["0"]]
    assert posts["#FORMAT"] == [["PC8"]]
    assert posts["#SIETYP"] == [["4"]]
    day(posts["#GEN"][0][0])
    declared = {values[0] for values in posts.get("#DIM", [])}
    for voucher in vouchers:
        assert voucher.transactions
        assert sum(line.amount for line in voucher.transactions) == 0
        assert all(line.objects.keys() <= declared for line in voucher.transactions)
    return SieFile(posts, vouchers)
