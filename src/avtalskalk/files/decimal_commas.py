"""The decimal comma inside braces, where YAML takes every comma as a separator.

``{alingsas: 12,5 %}`` is to YAML a share of 12 and a key ``5 %`` without a value.  Here the
pieces are put together again, and what should have been written is found.
"""

import re
from itertools import takewhile
from typing import TypeGuard

from yaml.events import ScalarEvent

from avtalskalk.files.yaml_nodes import (
    JoinedScalar,
    ListNode,
    MappingNode,
    Node,
    Slip,
    Source,
    end,
    refused,
    start,
)

_MOST_PIECES = 6
"""Of a number with commas between its thousands; the longest has eighteen digits."""

_UNIT = "%|‰|procent|promille|percent|kr|kronor|tkr|mkr|mnkr|SEK|NOK|DKK|EUR|:-"
_SPACE = " \u00a0\u2009\u202f"
# A minus as on the keyboard or as a word processor sets it.
_WHOLE = f"[-+\u2212\u2013]?\\d[\\d{_SPACE}]*"
_NUMBER = re.compile(f"({_WHOLE}),(\\d+)[{_SPACE}]*({_UNIT})?", re.IGNORECASE)
_GROUPS = re.compile(
    f"([-+\u2212\u2013]?[1-9]\\d{{0,2}}(?:,\\d{{3}})+)([{_SPACE}]*(?:{_UNIT})?)", re.IGNORECASE
)
_PIECE = re.compile(f"\\d+[{_SPACE}]*({_UNIT})?", re.IGNORECASE)
_ONLY_A_COMMA = re.compile(r"\s*,\s*")
_AFTER_A_NUMBER = re.compile(r"\d\s*,\s*$")
_FAR_BACK = 20
_NO_COLON = re.compile(r"\s*(?:#[^\n]*\n\s*)*[,}\]]")
_ID = re.compile(r"[^\W\d_][\w-]*")
_AMOUNT = re.compile(f"{_WHOLE}(?:[.]\\d+)?[{_SPACE}]*(?:{_UNIT})?", re.IGNORECASE)
_MORE_THAN_NUMBERS = re.compile(r"[^\W\d_]{2}")

# With these, digits after a comma can only be decimals: nobody means 12 500 per cent.
_SHARES = frozenset({"%", "‰", "procent", "promille", "percent"})
_TEXTS = frozenset(
    {"title", "name", "notes", "unit", "paragraph", "dnr", "url", "source", "org_no"}
)


def orphan_of(key: Node, value: Node, source: Source) -> ScalarEvent | None:
    """The key, if it stands alone between commas without a colon."""
    if not _is_plain(value) or value.value or not _is_plain(key):
        return None
    return key if _NO_COLON.match(source.text, end(key).index) else None


def mend_mapping(node: MappingNode, source: Source) -> None:
    """Put together in place what commas have cut apart in braces, each marked with its slip."""
    if all(not isinstance(value, ScalarEvent) or value.value for _, value in node.pairs):
        # Where every key has a value no comma has cut anything off.
        return
    mended: list[tuple[Node, Node]] = []
    index = 0
    while index < len(node.pairs):
        key, value = node.pairs[index]
        index += 1
        if _is_plain(value) and value.value:
            after = (orphan_of(*node.pairs[i], source) for i in range(index, len(node.pairs)))
            orphans = [orphan for orphan in takewhile(bool, after) if orphan]
            value, used = _joined(key, value, orphans, source)
            index += used
        mended.append((key, value))
    node.pairs = mended


def mend_list(node: ListNode, source: Source) -> None:
    """In a list only what no list could hold otherwise: a number and a cut off share or amount."""
    mended: list[Node] = []
    for item in node.items:
        before = mended[-1] if mended else None
        if isinstance(before, MappingNode) and before.flow and len(before.pairs) == 1:
            key, value = before.pairs[0]
            if joined := _number_in_list(value, item, source):
                before.pairs = [(key, joined)]
                continue
        if before and (joined := _number_in_list(before, item, source)):
            mended[-1] = joined
            continue
        mended.append(item)
    node.items = mended


def _number_in_list(value: Node, item: Node, source: Source) -> ScalarEvent | None:
    if not _is_plain(value) or not _is_plain(item) or isinstance(value, JoinedScalar):
        return None
    first = start(value).index
    if _AFTER_A_NUMBER.search(source.text[max(first - _FAR_BACK, 0) : first]):
        # Nobody knows which two of three pieces a comma has cut apart.
        return None
    slip = _number(source.text[first : end(item).index])
    unit = _PIECE.fullmatch(item.value)
    return JoinedScalar(value, item, slip.right, slip) if slip and unit and unit[1] else None


def _joined(
    key: Node, value: ScalarEvent, orphans: list[ScalarEvent], source: Source
) -> tuple[ScalarEvent, int]:
    """The value with the pieces after it that belong to it, and how many they are."""
    pieces = [*takewhile(lambda orphan: _PIECE.fullmatch(orphan.value), orphans)]
    if 0 < len(pieces) <= _MOST_PIECES:
        # All of them or none: nobody knows which two of three a comma has cut apart.
        last = pieces[-1]
        if slip := _number(source.text[start(value).index : end(last).index]):
            return JoinedScalar(value, last, slip.right, slip), len(pieces)
    if not orphans or not _is_sentence(key, value, orphans):
        return value, 0
    before = value
    for orphan in orphans:
        if not _ONLY_A_COMMA.fullmatch(source.text, end(before).index, start(orphan).index):
            # A comment stands between them, which is no part of the text.
            return value, 0
        before = orphan
    last = orphans[-1]
    words = " ".join(source.text[start(value).index : end(last).index].split())
    slip = Slip("AV031", words, quoted(words))
    return JoinedScalar(value, last, words, slip), len(orphans)


def _is_plain(node: Node) -> TypeGuard[ScalarEvent]:
    return isinstance(node, ScalarEvent) and not node.style and not refused(node)


def _number(written: str) -> Slip | None:
    """What to write for a number that a comma, and nothing but it, has cut apart."""
    if groups := _GROUPS.fullmatch(written):
        number, unit = groups.groups()
        spaced = number.replace(",", " ") + unit
        if number.count(",") > 1:
            return Slip("AV031", written, spaced)
        if unit.strip().casefold() not in _SHARES:
            return Slip("AV033", written, spaced)
    if _NUMBER.fullmatch(written):
        return Slip("AV031", written, written.replace(",", "."))
    return None


def _is_sentence(key: Node, value: ScalarEvent, orphans: list[ScalarEvent]) -> bool:
    """Whether the pieces are surely one text: a key for texts, or words that are no id."""
    if isinstance(key, ScalarEvent) and key.value in _TEXTS:
        return True
    words = [value.value, *(orphan.value for orphan in orphans)]
    if _AMOUNT.fullmatch(words[0]):
        # What comes after a number is a remark, and quotes would make it a part of it.
        return False
    if not all(_MORE_THAN_NUMBERS.search(word) for word in words):
        return False
    return not any(_ID.fullmatch(word) or ":" in word for word in words[1:])


def quoted(words: str) -> str:
    """A text in the quotes that need no change inside it, as far as there are such."""
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"
