"""Mending what can be mended without guessing: commas inside braces, and nothing else."""

from typing import NamedTuple

from avtalskalk.files.characters import BYTE_ORDER_MARK
from avtalskalk.files.decimal_commas import quoted
from avtalskalk.files.yaml import Document, read
from avtalskalk.files.yaml_diagnosis import slips


class Fixed(NamedTuple):
    """One change: the line it is on (from 1), what stood there and what stands there now."""

    line: int
    before: str
    after: str


def fix(text: str) -> tuple[str, list[Fixed]]:
    """Write a decimal point, or quotes, where a comma inside braces has cut a value in two.

    Everything else stays as it was, to the last byte.  A text that would not read as intended
    afterwards is left alone as well.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    body = text.removeprefix(BYTE_ORDER_MARK)
    pieces: list[str] = []
    fixed: list[Fixed] = []
    done = 0
    for slip in slips(body) or ():
        if slip.code == "AV033":
            continue
        written = body[slip.start : slip.end]
        # A text may go on over several lines; the quotes then enclose them as they are.
        after = slip.right if slip.wrong == written else quoted(written)
        pieces += [body[done : slip.start], after]
        fixed.append(Fixed(slip.line, slip.wrong, slip.right))
        done = slip.end
    mended = mark + "".join(pieces) + body[done:]
    return (mended, fixed) if fixed and _as_intended(text, mended) else (text, [])


def _as_intended(before: str, after: str) -> bool:
    """Whether a text now says what the reader took it to mean, with no finding but those left."""
    meant, said = _read(before), _read(after)
    left = [d.code for d in meant.diagnostics if d.code not in {"AV031", "AV032"}]
    return meant.data == said.data and [d.code for d in said.diagnostics] == left


def _read(text: str) -> Document:
    return read(text.encode("utf-8", "surrogatepass"), "")
