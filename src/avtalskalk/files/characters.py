"""Bytes to text: what a file may hold as characters, said with the line where it does not."""

import re
from typing import NamedTuple

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

# What is left when these are taken away needs a closer look: control characters, the first
# bytes of every character in REFUSED, and the marks of YAML that agreements may not use.
_LOOKED_AT = b"&*!<\\\x7f\xc2\xd8\xe2\xef"
_HARMLESS = bytes({*b"\t\n\r", *range(ord(" "), 256)} - {*_LOOKED_AT})

_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class Decoded(NamedTuple):
    """A file's text without its byte order mark; None where it is no text at all.

    ``plain`` says that nothing in it needs a closer look.
    """

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()
    plain: bool = False


def decode(raw: bytes) -> Decoded:
    """Read bytes as UTF-8, with or without a byte order mark."""
    if len(raw) > MOST_BYTES:
        return _refuse("AV001", limit=MOST_BYTES // 1_000_000)
    odd = raw.translate(None, _HARMLESS)
    if odd and (refused := _no_text(raw)):
        return refused
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return _wrong_encoding(raw, error.start)
    text = text.removeprefix(BYTE_ORDER_MARK)
    marks = odd.translate(None, _LOOKED_AT[-4:])
    return Decoded(text, plain=not marks and not (odd and REFUSED.search(text)))


def name_of(character: str) -> tuple[str, str]:
    """The code of a refused character, and its name as ``U+001B``."""
    kinds = (("AV007", f"[{_DIRECTION}]"), ("AV036", f"[{_HIDDEN}]"), ("AV006", REFUSED))
    code = next(code for code, kind in kinds if re.match(kind, character))
    return code, f"U+{ord(character):04X}"


def _refuse(code: str, **arguments: str | int) -> Decoded:
    return Decoded(None, (Diagnostic(code, arguments),))


def _no_text(raw: bytes) -> Decoded | None:
    """What a program other than a text editor, or one set to another encoding, has written."""
    if raw.startswith(_UTF_16_OR_32):
        return _refuse("AV004")
    if b"\0" not in raw:
        return None
    # Ordinary text in UTF-16 without a mark: nearly every other byte is zero.
    halves = (raw[::2].count(0), raw[1::2].count(0))
    return _refuse("AV004" if max(halves) * 3 > len(raw) else "AV003")


def _wrong_encoding(raw: bytes, start: int) -> Decoded:
    first = raw.rfind(b"\n", 0, start) + 1
    last = raw.find(b"\n", start)
    # Shown as a Swedish Windows would read it, where it most often comes from.
    line = raw[first : last if last >= 0 else None].rstrip(b"\r").decode("cp1252", "replace")
    column = start - first + 1
    before = raw[first:start].decode("utf-8", "replace")
    shown = before + line[column - 1 :]
    column = len(before) + 1
    number = raw.count(b"\n", 0, start) + 1
    arguments: dict[str, Argument] = {
        "byte": f"{raw[start]:02X}",
        "line": number,
        "letter": shown[column - 1],
    }
    place = Place(number, column, column + 1, shown)
    return Decoded(None, (Diagnostic("AV005", arguments, place=place),))
