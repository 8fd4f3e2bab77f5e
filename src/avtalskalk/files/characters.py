"""Bytes to text: what a file may hold as characters, said with the line where it does not."""

import re

from avtalskalk.diagnostics import Argument, Diagnostic, Place

MOST_BYTES = 5_000_000
BYTE_ORDER_MARK = "\ufeff"
STAND_IN = "\ufffd"
"""Takes the place of a refused character, so that the rest of the file can still be read."""

LINE_BREAK = re.compile("\r\n|\r|\n")

_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
# Line ends that only some programs see, a byte order mark inside the text, half characters.
_HIDDEN = "\x85\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
REFUSED = re.compile(f"[{_CONTROL}{_HIDDEN}{_DIRECTION}]")

_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def decode(raw: bytes) -> str | Diagnostic:
    """Bytes in UTF-8 as a text without its byte order mark, or why they are none."""
    if len(raw) > MOST_BYTES:
        return Diagnostic("AV001", {"limit": MOST_BYTES // 1_000_000})
    if raw.startswith(_UTF_16_OR_32):
        return Diagnostic("AV004")
    if b"\0" in raw:
        # Ordinary text in UTF-16 without a mark: nearly every other byte is zero.
        zeros = max(raw[::2].count(0), raw[1::2].count(0))
        return Diagnostic("AV004" if zeros * 3 > len(raw) else "AV003")
    try:
        return raw.decode().removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        # The byte that is no UTF-8, in its line.
        start = error.start
        first = raw.rfind(b"\n", 0, start) + 1
        last = raw.find(b"\n", start)
        before = raw[first:start].decode("utf-8", "replace")
        # Shown as a Swedish Windows would read it, where it most often comes from.
        after = raw[start : last if last >= 0 else None].rstrip(b"\r").decode("cp1252", "replace")
        number = raw.count(b"\n", 0, start) + 1
        arguments: dict[str, Argument] = {
            "byte": f"{raw[start]:02X}",
            "line": number,
            "letter": after[:1],
        }
        column = len(before) + 1
        return Diagnostic(
            "AV005", arguments, place=Place(number, column, column + 1, before + after)
        )


def name_of(character: str) -> str:
    """A character's name, as ``U+001B``."""
    return f"U+{ord(character):04X}"
