"""What is wrong where YAML itself cannot be read, in the words of a person who writes agreements.

The parser's own sentences say what it waited for; what the writer did is seen in the line.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from avtalskalk.diagnostics import Argument, Diagnostic, Place
from avtalskalk.files.characters import LINE_BREAK
from avtalskalk.files.decimal_commas import quoted
from avtalskalk.files.yaml_nodes import Node, Source, known

_NO_SPACE = re.compile(r"(\s*(?:- +)*)([^\W\d_][\w-]*):(?=[^\s/:])(.*)")
_KEY = re.compile(r"(\s*(?:- +)*)((?:[^\s:#{}\[\],\"'-][^:{}\[\]]*?|\"[^\"]*\"|'[^']*')):\s+(?=\S)")
_ITEM = re.compile(r"\s*(?:- +)+(?=\S)")
_COMMENT = re.compile(r"\s+#.*$")
_CLOSERS = {"{": "}", "[": "]"}
_NOT_KNOWN = re.compile(r"(:[ ]+)([-?])(?=\s*(?:[,}]|\s#|$))", re.MULTILINE)
_FAR_BACK = 10_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and where; ``line`` and ``instead`` how to read on as if it were mended."""

    code: str
    place: Place
    arguments: dict[str, Argument]
    line: int | None = None
    instead: str = ""

    def diagnostic(self) -> Diagnostic:
        """The finding."""
        return Diagnostic(self.code, self.arguments, place=self.place)


class Error:
    """The parser's error with the lines it is about."""

    def __init__(self, error: yaml.MarkedYAMLError, source: Source) -> None:
        """Look the line up."""
        self.source = source
        self.problem = str(error.problem or "")
        self.context = str(error.context or "")
        self.mark = known(error.problem_mark)
        self.opened = known(error.context_mark or error.problem_mark)
        lines = source.lines
        self.number = min(self.mark.line, len(lines) - 1)
        self.text = lines[self.number]
        self.before = self.text[: self.mark.column]
        self.character = self.text[self.mark.column : self.mark.column + 1]

    def above(self) -> int | None:
        """The nearest line above that says something."""
        lines = self.source.lines
        numbers = range(self.number - 1, -1, -1)
        return next((n for n in numbers if _COMMENT.sub("", f" {lines[n]}").strip()), None)

    def here(self) -> Place:
        """The line from where the parser stopped."""
        return self.source.place(self.mark)


def explain(error: Exception, source: Source) -> Fault:
    """What an error of the parser means."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Fault("AV010", source.line(0), {"problem": str(error).splitlines()[0][:100]})
    seen = Error(error, source)
    for words, rule in _RULES:
        if (words in seen.problem or words in seen.context) and (fault := rule(seen)):
            return fault
    return Fault("AV010", seen.here(), {"problem": seen.problem})


def without_marks_for_unknown(text: str) -> str:
    """A text where ``2024: -`` and ``2025: ?`` have no value; all else in its place.

    To YAML the dash begins a list and the question mark a key.
    """
    return _NOT_KNOWN.sub(r"\1 ", text)


def mark_for_unknown(source: Source, key: Node) -> tuple[str, Place] | None:
    """The dash or the question mark that stands after a key for what is not known."""
    line, column = key.end.line, key.end.column
    found = _NOT_KNOWN.match(source.lines[line], column)
    return (found[2], source.line(line, found.start(2), found.end(2))) if found else None


def _tab(seen: Error) -> Fault | None:
    if seen.character != "\t":
        return None
    instead = "" if not seen.text.strip() else seen.text.replace("\t", "  ")
    place = seen.source.line(seen.number, seen.mark.column, seen.mark.column + 1)
    return Fault("AV011", place, {}, seen.number, instead)


def no_space(source: Source, number: int) -> Fault | None:
    """``title:Avtal`` on a line: without a space the colon is a part of the word."""
    found = _NO_SPACE.fullmatch(source.lines[number])
    if not found:
        return None
    indent, key, rest = found.groups()
    instead = f"{indent}{key}: {rest}"
    place = source.line(number, len(indent))
    return Fault("AV012", place, {"instead": instead.strip()}, number, instead)


def _no_colon(source: Source, number: int) -> Fault:
    text = source.lines[number]
    words = _COMMENT.sub("", text).strip()
    key, _, rest = words.partition(" ")
    arguments: dict[str, Argument] = {"instead": f"{key}: {rest.strip(' =')}".strip()}
    return Fault("AV040", source.line(number, len(text) - len(text.lstrip())), arguments)


def _colon(seen: Error) -> Fault | None:
    """A further ``: `` on a line, or a line that goes on from one that is already complete."""
    start = _KEY.match(seen.before) or _ITEM.match(seen.before)
    if start:
        return _in_quotes("AV016", seen.source, seen.number, start.end())
    above = seen.above()
    if above is None:
        return None
    if fault := no_space(seen.source, above):
        return fault
    line = seen.source.lines[above]
    if not _KEY.match(line) and not line.lstrip().startswith("-"):
        return _no_colon(seen.source, above)
    return Fault("AV015", seen.source.line(seen.number), {"line": above + 1})


def _in_quotes(code: str, source: Source, number: int, start: int, **arguments: str) -> Fault:
    """The rest of a line is a text that needs quotes."""
    text = source.lines[number]
    comment = _COMMENT.search(text, start)
    end = comment.start() if comment else len(text.rstrip())
    flow = _unclosed(text[:start]) is not None
    if flow:
        end = start + len(re.split(r"[,{}\[\]]", text[start:end], maxsplit=1)[0].rstrip())
    safe = quoted(text[start:end])
    instead = text[:start] + safe + text[end:]
    shown = safe if flow else (text[:start] + safe).strip()
    place = source.line(number, start, end)
    return Fault(code, place, {"instead": shown, **arguments}, number, instead)


def _key_without_colon(seen: Error) -> Fault | None:
    line = seen.opened.line
    return no_space(seen.source, line) or _no_colon(seen.source, line)


def _open_quote(seen: Error) -> Fault | None:
    quote = seen.source.text[seen.opened.index : seen.opened.index + 1]
    return Fault("AV013", seen.source.place(seen.opened), {"quote": quote})


def _open_bracket(seen: Error) -> Fault | None:
    opening = seen.source.text[seen.opened.index : seen.opened.index + 1]
    if fault := _colon_in_braces(seen):
        return fault
    closing = _CLOSERS.get(opening, "}")
    return Fault("AV014", seen.source.place(seen.opened), {"opening": opening, "closing": closing})


def _colon_in_braces(seen: Error) -> Fault | None:
    if seen.character != ":" or seen.opened.line != seen.mark.line:
        return None
    entry = re.search(r"[{\[,]\s*[^{}\[\],:]+:\s+([^{}\[\],\"']+)$", seen.before)
    if not entry:
        return None
    start = entry.start(1)
    tail = re.compile(r"[^,{}\[\]]*").match(seen.text, seen.mark.column)
    end = tail.end() if tail else len(seen.text)
    words = seen.text[start:end].rstrip()
    safe = quoted(words)
    instead = seen.text[:start] + safe + seen.text[start + len(words) :]
    place = seen.source.line(seen.number, start, start + len(words))
    shown = seen.text[entry.start() + 1 : start].strip() + " " + safe
    return Fault("AV016", place, {"instead": shown}, seen.number, instead)


def _no_key(seen: Error) -> Fault | None:
    """Something stands where the next key of a mapping should begin."""
    if seen.character in {"}", "]"}:
        return Fault("AV019", seen.here(), {"closing": seen.character})
    if seen.character == ":":
        return Fault("AV039", seen.here(), {})
    start = _KEY.match(seen.before)
    if start and seen.before[start.end() : start.end() + 1] in {"*", "&"}:
        column = start.end()
        character = seen.before[column]
        return _in_quotes("AV017", seen.source, seen.number, column, character=character)
    before = seen.before.rstrip()
    if before[-1:] in {'"', "'", "}", "]"}:
        return Fault("AV018", seen.here(), {"closing": before[-1]})
    if seen.character == "-":
        return Fault("AV041", seen.here(), {"line": seen.opened.line + 1})
    above = seen.above()
    if above is not None and _is_complete(seen.source.lines[above], seen.mark.column):
        return Fault("AV015", seen.source.line(seen.number), {"line": above + 1})
    return Fault("AV042", seen.source.line(seen.number), {"line": seen.opened.line + 1})


def _is_complete(line: str, column: int) -> bool:
    """Whether a line is a key with its value, further out than a column."""
    return bool(_KEY.match(line)) and len(line) - len(line.lstrip()) < column


def _no_dash(seen: Error) -> Fault | None:
    code = "AV041" if seen.mark.column == seen.opened.column else "AV042"
    return Fault(code, seen.source.line(seen.number), {"line": seen.opened.line + 1})


def _first_character(seen: Error) -> Fault | None:
    """A text begins with a character that means something to YAML."""
    opened = seen.opened if seen.context else seen.mark
    character = seen.source.text[opened.index : opened.index + 1]
    return _in_quotes("AV017", seen.source, opened.line, opened.column, character=character)


def _dash_on_line(seen: Error) -> Fault | None:
    return Fault("AV043", seen.here(), {"instead": seen.text[seen.mark.column :].strip()})


def _escape(seen: Error) -> Fault | None:
    line = seen.source.lines[seen.opened.line]
    written = re.match(r'"((?:[^"\\]|\\.)*)"', line[seen.opened.column :])
    words = written[1] if written else ""
    return Fault("AV037", seen.here(), {"instead": "'" + words.replace("'", "''") + "'"})


def _nothing_there(seen: Error) -> Fault | None:
    """A comma after a comma, or the end of the file, where a value should be."""
    if seen.character == ",":
        return Fault("AV044", seen.here(), {})
    opening = _unclosed(seen.source.text[: seen.mark.index])
    if opening is None and seen.character in _CLOSERS.values():
        return Fault("AV019", seen.here(), {"closing": seen.character})
    if opening is None:
        return None
    number, column = opening
    place = seen.source.line(number, column)
    bracket = place.excerpt[column]
    return Fault("AV014", place, {"opening": bracket, "closing": _CLOSERS[bracket]})


def _unclosed(before: str) -> tuple[int, int] | None:
    """The line and column (from 0) of the last bracket that nothing closes, quotes not heeded."""
    closed = 0
    for index in range(len(before) - 1, max(len(before) - _FAR_BACK, 0) - 1, -1):
        if before[index] in _CLOSERS:
            closed -= 1
        elif before[index] in _CLOSERS.values():
            closed += 1
        if closed < 0:
            lines = LINE_BREAK.split(before[:index])
            return len(lines) - 1, len(lines[-1])
    return None


def _second_document(seen: Error) -> Fault | None:
    return Fault("AV024", seen.here(), {})


# The first rule that fits; both parsers' words, cut down to what they share.
_RULES: tuple[tuple[str, Callable[[Error], Fault | None]], ...] = (
    ("tab character", _tab),
    ("cannot start any token", _tab),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _key_without_colon),
    ("unknown escape character", _escape),
    ("Unicode character escape", _escape),
    ("unexpected end of stream", _open_quote),
    ("unexpected document", _open_quote),
    ("while parsing a flow mapping", _open_bracket),
    ("while parsing a flow sequence", _open_bracket),
    ("did not find expected key", _no_key),
    ("while parsing a block mapping", _no_key),
    ("while parsing a block collection", _no_dash),
    ("cannot start any token", _first_character),
    ("while scanning an alias", _first_character),
    ("while scanning an anchor", _first_character),
    ("while parsing a tag", _first_character),
    ("while scanning a tag", _first_character),
    ("while scanning a directive", _first_character),
    ("while scanning a block scalar", _first_character),
    ("entries are not allowed", _dash_on_line),
    ("node content", _nothing_there),
    ("document start>", _second_document),
)
