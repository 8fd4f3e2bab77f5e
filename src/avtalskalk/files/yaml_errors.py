"""What is wrong where YAML itself cannot be read, in the words of a person who writes agreements.

The parser's own sentences say what it waited for; what the writer did is seen in the line.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import yaml

from avtalskalk.diagnostics import Argument, Diagnostic, Place
from avtalskalk.files.characters import LINE_BREAK
from avtalskalk.files.decimal_commas import quoted
from avtalskalk.files.yaml_nodes import Mark, Source

_NO_SPACE = re.compile(r"(\s*(?:- +)*)([^\W\d_][\w-]*):(?=[^\s/:])(.*)")
_KEY = re.compile(r"(\s*(?:- +)*)((?:[^\s:#{}\[\],\"'-][^:{}\[\]]*?|\"[^\"]*\"|'[^']*')):\s+(?=\S)")
_ITEM = re.compile(r"\s*(?:- +)+(?=\S)")
_COMMENT = re.compile(r"\s+#.*$")
_CLOSERS = {"{": "}", "[": "]"}
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


class _Error:
    """The parser's error with the lines it is about.

    ``mark`` is where the parser stopped and ``opened`` where what it was reading began.
    """

    def __init__(self, error: yaml.MarkedYAMLError, source: Source) -> None:
        self.source = source
        self.problem = str(error.problem or "")
        self.context = str(error.context or "")
        self.mark = cast("Mark", error.problem_mark)
        self.opened = cast("Mark", error.context_mark or error.problem_mark)
        self.number = min(self.mark.line, len(source.lines) - 1)
        self.text = source.lines[self.number]
        self.before = self.text[: self.mark.column]
        self.character = self.text[self.mark.column : self.mark.column + 1]
        self.opening = source.text[self.opened.index : self.opened.index + 1]

    def above(self) -> int | None:
        """The nearest line above that is not empty."""
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
    marked = _Error(error, source)
    for words, rule in _RULES:
        if (words in marked.problem or words in marked.context) and (fault := rule(marked)):
            return fault
    return Fault("AV010", marked.here(), {"problem": marked.problem})


def no_space(source: Source, number: int) -> Fault | None:
    """``title:Avtal`` on a line: without a space the colon is a part of the word."""
    match = _NO_SPACE.fullmatch(source.lines[number])
    if not match:
        return None
    indent, key, rest = match.groups()
    instead = f"{indent}{key}: {rest}"
    place = source.line(number, len(indent))
    return Fault("AV012", place, {"instead": instead.strip()}, number, instead)


def _tab(error: _Error) -> Fault | None:
    if error.character != "\t":
        return None
    instead = error.text.replace("\t", "  ") if error.text.strip() else ""
    place = error.source.line(error.number, error.mark.column, error.mark.column + 1)
    return Fault("AV011", place, {}, error.number, instead)


def _no_space_or_colon(source: Source, number: int) -> Fault:
    """A line that lacks the space after its colon, or the colon itself."""
    if fault := no_space(source, number):
        return fault
    text = source.lines[number]
    words = _COMMENT.sub("", text).strip()
    key, _, rest = words.partition(" ")
    arguments: dict[str, Argument] = {"instead": f"{key}: {rest.strip(' =')}".strip()}
    return Fault("AV040", source.line(number, len(text) - len(text.lstrip())), arguments)


def _colon(error: _Error) -> Fault | None:
    """A further ``: `` on a line, or a line that goes on from one that is already complete."""
    if start := _KEY.match(error.before) or _ITEM.match(error.before):
        return _in_quotes("AV016", error.source, error.number, start.end())
    above = error.above()
    if above is None:
        return None
    line = error.source.lines[above]
    if no_space(error.source, above) or not (_KEY.match(line) or line.lstrip().startswith("-")):
        return _no_space_or_colon(error.source, above)
    return Fault("AV015", error.source.line(error.number), {"line": above + 1})


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


def _open_bracket(error: _Error) -> Fault | None:
    if fault := _colon_in_braces(error):
        return fault
    closing = _CLOSERS.get(error.opening, "}")
    arguments: dict[str, Argument] = {"opening": error.opening, "closing": closing}
    return Fault("AV014", error.source.place(error.opened), arguments)


def _colon_in_braces(error: _Error) -> Fault | None:
    if error.character != ":" or error.opened.line != error.mark.line:
        return None
    entry = re.search(r"[{\[,]\s*[^{}\[\],:]+:\s+([^{}\[\],\"']+)$", error.before)
    if not entry:
        return None
    start = entry.start(1)
    tail = re.compile(r"[^,{}\[\]]*").match(error.text, error.mark.column)
    end = tail.end() if tail else len(error.text)
    words = error.text[start:end].rstrip()
    safe = quoted(words)
    instead = error.text[:start] + safe + error.text[start + len(words) :]
    place = error.source.line(error.number, start, start + len(words))
    shown = error.text[entry.start() + 1 : start].strip() + " " + safe
    return Fault("AV016", place, {"instead": shown}, error.number, instead)


def _no_key(error: _Error) -> Fault | None:
    """Something stands where the next key of a mapping should begin."""
    if error.character in {"}", "]"}:
        return Fault("AV019", error.here(), {"closing": error.character})
    if error.character == ":":
        return Fault("AV039", error.here(), {})
    start = _KEY.match(error.before)
    if start and error.before[start.end() : start.end() + 1] in {"*", "&"}:
        column = start.end()
        character = error.before[column]
        return _in_quotes("AV017", error.source, error.number, column, character=character)
    before = error.before.rstrip()
    if before[-1:] in {'"', "'", "}", "]"}:
        return Fault("AV018", error.here(), {"closing": before[-1]})
    if error.character == "-":
        return Fault("AV041", error.here(), {"line": error.opened.line + 1})
    above = error.above()
    line = error.source.lines[above] if above is not None else ""
    further_out = len(line) - len(line.lstrip()) < error.mark.column
    if above is not None and _KEY.match(line) and further_out:
        return Fault("AV015", error.source.line(error.number), {"line": above + 1})
    return Fault("AV042", error.source.line(error.number), {"line": error.opened.line + 1})


def _no_dash(error: _Error) -> Fault | None:
    code = "AV041" if error.mark.column == error.opened.column else "AV042"
    return Fault(code, error.source.line(error.number), {"line": error.opened.line + 1})


def _first_character(error: _Error) -> Fault | None:
    """A text begins with a character that means something to YAML."""
    mark, character = error.opened, error.opening
    if not error.context:
        mark = error.mark
        character = error.source.text[mark.index : mark.index + 1]
    return _in_quotes("AV017", error.source, mark.line, mark.column, character=character)


def _escape(error: _Error) -> Fault | None:
    line = error.source.lines[error.opened.line]
    written = re.match(r'"((?:[^"\\]|\\.)*)"', line[error.opened.column :])
    words = written[1] if written else ""
    return Fault("AV037", error.here(), {"instead": "'" + words.replace("'", "''") + "'"})


def _nothing_there(error: _Error) -> Fault | None:
    """A comma after a comma, or the end of the file, where a value should be."""
    if error.character == ",":
        return Fault("AV044", error.here(), {})
    opening = _unclosed(error.source.text[: error.mark.index])
    if opening is None and error.character in _CLOSERS.values():
        return Fault("AV019", error.here(), {"closing": error.character})
    if opening is None:
        return None
    number, column = opening
    place = error.source.line(number, column)
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


# The first rule that fits; both parsers' words, cut down to what they share.
_RULES: tuple[tuple[str, Callable[[_Error], Fault | None]], ...] = (
    ("tab character", _tab),
    ("cannot start any token", _tab),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", lambda e: _no_space_or_colon(e.source, e.opened.line)),
    ("unknown escape character", _escape),
    ("Unicode character escape", _escape),
    *((words, lambda e: Fault("AV013", e.source.place(e.opened), {"quote": e.opening}))
      for words in ("unexpected end of stream", "unexpected document")),
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
    ("entries are not allowed",
     lambda e: Fault("AV043", e.here(), {"instead": e.text[e.mark.column :].strip()})),
    ("node content", _nothing_there),
    ("document start>", lambda e: Fault("AV024", e.here(), {})),
)  # fmt: skip
