"""How many columns a text takes where every character has its own, and how to fit it in fewer."""

import unicodedata
from functools import lru_cache
from itertools import accumulate, takewhile


def width(text: str) -> int:
    """The columns of a text: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(map(_character_width, text))


@lru_cache(maxsize=1024)
def _character_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """A text filled with spaces to a number of columns."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def fold(text: str, columns: int, *, whole: bool = False) -> list[str]:
    """A text on lines of at most so many columns, broken at spaces where it can be.

    With ``whole`` no word is broken: one that does not fit sticks out.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer) <= columns:
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = [word] if whole else _broken(word, columns)
        lines.extend(pieces)
    return [*lines, line]


def _broken(word: str, columns: int) -> list[str]:
    """A word in pieces that fit, after a hyphen or a slash where there is one."""
    pieces: list[str] = []
    # How much fits is all that is asked of the rest each time: a word may be a page long.
    while (fit := _fitting(word, columns)) < len(word):
        cut = max(word.rfind(mark, 0, fit) for mark in "-/_.") + 1
        pieces.append(word[: cut or fit])
        word = word[cut or fit :]
    return [*pieces, word]


def _fitting(word: str, columns: int) -> int:
    """How many characters of a word fit in so many columns, at least one."""
    taken = accumulate(map(_character_width, word))
    return max(sum(1 for _ in takewhile(lambda used: used <= columns, taken)), 1)
