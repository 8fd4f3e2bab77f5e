"""A diagnostic as a person, a program and a code review read it: the one layout of messages."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Place
from avtalskalk.report.plain import plain
from avtalskalk.report.widths import fold, width
from avtalskalk.words import LANGUAGES, Language
from avtalskalk.words.formats import fill, phrase, safe
from avtalskalk.words.messages import words

Role = Literal["head", "where", "excerpt", "caret", "further", "help"]

_TAB = "    "
_CUT = "…"

_QUOTED = re.compile("`[^`]*`")
_FURTHEST = 1000
# Stands for a space that no line may be broken at.
_SPACE = "\0"


class MessageLine(NamedTuple):
    """One line of a message, and what it is, for those who colour."""

    role: Role
    text: str


def message(diagnostic: Diagnostic, language: Language, columns: int = 100) -> str:
    """A diagnostic as text, without a line break at the end."""
    return "\n".join(line.text for line in lines(diagnostic, language, columns))


def lines(diagnostic: Diagnostic, language: Language, columns: int = 100) -> list[MessageLine]:
    """A diagnostic line by line; the excerpt is cut to so many columns around its place."""
    text, advice = text_and_help(diagnostic, language)
    first, *further = text.split("\n")
    severity = phrase(diagnostic.severity, language)
    shown = [MessageLine("head", f"{severity}[{diagnostic.code}]: {first}")]
    # File, line and column, or the path where there is no place to point at.
    file, at = safe(diagnostic.file), diagnostic.place
    place = ": ".join(filter(None, (file, dotted(diagnostic.path))))
    if at:
        place = f"{file}:{at.line}:{at.column}"
    if place:
        shown.append(MessageLine("where", f"  {place}"))
    if at:
        shown += _excerpt(at, columns)
    # The other lines that it is about, or paths where there are no lines to point at.
    also = ", ".join(map(dotted, diagnostic.related))
    if diagnostic.lines:
        numbers = [str(line) for line in diagnostic.lines if not at or line != at.line]
        key = "line" if len(numbers) == 1 else "lines"
        also = f"{phrase(key, language)} {', '.join(numbers)}" if numbers else ""
    if also:
        further.append(f"{phrase('related', language)}: {also}")
    for line in further:
        shown += _folded("further", line, columns)
    if advice:
        shown += _folded("help", f"{phrase('help', language)}: {advice}", columns)
    return shown


def _folded(role: Role, text: str, columns: int) -> list[MessageLine]:
    """Text on lines that fit, the first one indented less; what stands in `` ` `` stays whole."""
    kept = _QUOTED.sub(lambda found: found[0].replace(" ", _SPACE), text)
    first, *rest = (
        folded for line in kept.split("\n") for folded in fold(line, columns - 4, whole=True)
    )
    indented = [f"  {first}", *(f"    {line}" for line in rest)]
    return [MessageLine(role, line.replace(_SPACE, " ")) for line in indented]


def dotted(path: Path) -> str:
    """A path as the format writes it: keys with dots, list places counted from 1."""
    return ".".join(str(key + 1) if isinstance(key, int) else safe(key) for key in path)


def record(diagnostic: Diagnostic) -> dict[str, object]:
    """A diagnostic for a program: the same in every language, with the words of both."""
    place = diagnostic.place
    texts = {language: text_and_help(diagnostic, language) for language in LANGUAGES}
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "file": diagnostic.file or None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end": place.end if place else None,
        "path": dotted(diagnostic.path),
        "related": [dotted(path) for path in diagnostic.related],
        "message": {language: text for language, (text, _) in texts.items()},
        "help": {language: advice for language, (_, advice) in texts.items()},
        "arguments": plain(diagnostic.arguments),
    }


def text_and_help(diagnostic: Diagnostic, language: Language) -> tuple[str, str]:
    """What is wrong and what to do, the arguments put in."""
    template = words(diagnostic.code, language)
    arguments: Mapping[str, Argument] = diagnostic.arguments
    text = fill(template.text, arguments, language)
    if not text:
        # What is wrong is said even where the name in it is empty.
        text = fill(template.text, arguments, language, whole=True)
    return text, fill(template.help, arguments, language)


def _excerpt(place: Place, columns: int) -> list[MessageLine]:
    """The line in the file and, below it, carets under what is meant."""
    number = f"{place.line:>5} |"
    # A line may be a whole file long, and nothing further away than this fits in a message.
    first = max(place.column - 1 - _FURTHEST, 0)
    near = place.excerpt.rstrip()[first : place.column + _FURTHEST]
    shown = [_TAB if char == "\t" else safe(char) for char in near]
    start = min(place.column - 1 - first, len(shown))
    stop = max(min(place.end - 1 - first, len(shown)), start + 1)
    shown, start, stop = _window(shown, start, stop, columns - len(number) - 1)
    before = width("".join(shown[:start]))
    marked = max(width("".join(shown[start:stop])), 1)
    blank = " " * (len(number) - 1) + "|"
    return [
        MessageLine("excerpt", f"{number} {''.join(shown)}".rstrip()),
        MessageLine("caret", f"{blank} {' ' * before}{'^' * marked}"),
    ]


def _window(shown: list[str], start: int, stop: int, room: int) -> tuple[list[str], int, int]:
    """The part of a line around what is meant that fits in the room; its new places."""
    if width("".join(shown)) <= room:
        return shown, start, stop
    # A third of the room for what leads up to the place, the rest for what follows.
    first = start
    while first and width("".join(shown[first - 1 : start])) < room // 3:
        first -= 1
    left = [_CUT] if first else []
    last = first
    while last < len(shown) and width("".join(shown[first : last + 1])) < room - 1:
        last += 1
    right = [_CUT] if last < len(shown) else []
    moved = len(left) - first
    return [*left, *shown[first:last], *right], start + moved, min(stop, last) + moved
