"""The editor of YAML texts: the values concerned change, all else stays to the last byte.

An edit puts a text in place of what stands from one position of the parser's tree to another.
Whatever comes out is read again, and unless it says exactly the data wanted there is no text.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from yaml.events import ScalarEvent

from avtalskalk.diagnostics import Path
from avtalskalk.files.characters import BYTE_ORDER_MARK
from avtalskalk.files.decimal_commas import quoted
from avtalskalk.files.yaml import YamlDocument, parse, read
from avtalskalk.files.yaml_nodes import ListNode, MappingNode, Node, end, scalars, start
from avtalskalk.files.yaml_places import comma_slips, node_at

_LONGEST = 90
# What can stand without quotes anywhere, and what brackets and braces forbid besides.
_PLAIN = re.compile(
    r"(?![-?:,\[\]{}#&*!|>'\"%@`\s])(?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<!\s)|[-?]\S[^:#\n]*(?<!\s)"
)
_IN_FLOW = re.compile(r"[^,\[\]{}]*")


class Edit(NamedTuple):
    """What is put in place of the characters from one position up to another."""

    start: int
    end: int
    text: str


class Fixed(NamedTuple):
    """One change: the line it is on (from 1), what stood there and what stands there now."""

    line: int
    before: str
    after: str


def with_data(document: YamlDocument, data: object) -> str | None:
    """A valid document's text with other data; None where that cannot be written into it."""
    root = parse(document.text).root
    if root is None:
        return None
    try:
        edits = sorted(_Editor(document.text).edits(root, document.data, data))
    except _NoPlaceError:
        return None
    return _if_it_says(_edited(document.text, edits), data)


def with_scalar(text: str, path: Path, written: str) -> str | None:
    """A text with a scalar written otherwise; None where it would not be read as that alone."""
    root, before = parse(text).root, _read(text)
    _, node, exact = node_at(root, path) if root else (None, None, False)
    if not exact or not isinstance(node, ScalarEvent) or before.diagnostics:
        return None
    data: Any = deepcopy(before.data)
    holder = data
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = written.strip("\"'")
    return _if_it_says(_edited(text, [Edit(start(node).index, end(node).index, written)]), data)


def with_commas_mended(text: str) -> tuple[str, list[Fixed]]:
    """Write a decimal point, or quotes, where a comma inside braces has cut a value in two.

    A text that would not read as intended afterwards is left alone.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    body = text.removeprefix(BYTE_ORDER_MARK)
    edits: dict[int, Edit] = {}
    fixed: list[Fixed] = []
    for slip in comma_slips(body):
        if slip.code == "AV033":
            # Thousands or decimals: a person must say.
            continue
        written = body[slip.start : slip.end]
        # A text may go on over several lines; the quotes then enclose them as they are.
        instead = slip.right if slip.wrong == written else quoted(written)
        edits[slip.start] = Edit(slip.start, slip.end, instead)
        fixed.append(Fixed(slip.line, slip.wrong, slip.right))
    mended = _edited(body, edits.values())
    before, after = _read(body), _read(mended)
    left = [finding.code for finding in before.diagnostics if finding.code != "AV031"]
    as_intended = before.data == after.data and [f.code for f in after.diagnostics] == left
    # Where every scalar stands where it should, so does all between them: the comments, too.
    moved = 0
    expected: list[_Span] = []
    for span in _spans(body):
        first = span.start + moved
        if edit := edits.get(span.start):
            moved += len(edit.text) - (edit.end - edit.start)
        expected.append(_Span(first, span.end + moved, span.value))
    if fixed and as_intended and _spans(mended) == expected:
        return mark + mended, fixed
    return text, []


class _Span(NamedTuple):
    """Where a scalar stands, and what it says."""

    start: int
    end: int
    value: str


def _spans(text: str) -> list[_Span]:
    """Every scalar of a text, in its order."""
    root = parse(text).root
    nodes = scalars(root) if root else ()
    return sorted(_Span(start(node).index, end(node).index, node.value) for node in nodes)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made, which are in order and apart."""
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])


def _read(text: str) -> YamlDocument:
    return read(text.encode("utf-8", "surrogatepass"), "")


def _if_it_says(text: str, data: object) -> str | None:
    """A text, if it says some data and nothing is wrong with it."""
    document = _read(text)
    return text if document.data == data and not document.diagnostics else None


class _NoPlaceError(Exception):
    """There is no way to change the text that leaves all else as it stands."""


class _Editor:
    """The edits that make one text say other data."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"

    def edits(self, node: Node, old: Any, new: Any) -> Iterator[Edit]:  # noqa: ANN401 - plain data
        """What makes a node's text say the new data."""
        if old == new:
            return
        if isinstance(node, MappingNode) and isinstance(new, dict) and not node.flow:
            yield from self.mapping(node, old, new)
        elif isinstance(node, ListNode) and isinstance(new, list) and not node.flow:
            yield from self.list(node, old, new)
        elif isinstance(node, MappingNode | ListNode) and node.flow:
            yield from self.flow(node, old, new)
        elif isinstance(node, ScalarEvent) and self.text[start(node).index] not in "|>":
            yield self.replaced(node, _scalar_like(self.written(node), new))
        else:
            raise _NoPlaceError

    def written(self, node: Node) -> str:
        return self.text[start(node).index : end(node).index]

    def replaced(self, node: Node, text: str) -> Edit:
        return Edit(start(node).index, end(node).index, text)

    # --- Brackets and braces ------------------------------------------------------------------

    def flow(self, node: MappingNode | ListNode, old: Any, new: Any) -> Iterator[Edit]:  # noqa: ANN401
        """Change what differs inside; where the keys are others, write the whole of it anew."""
        parts: list[tuple[Node, Any, Any]] = []
        if isinstance(node, MappingNode) and isinstance(new, dict) and list(old) == list(new):
            values = (value for _, value in node.pairs)
            parts = [*zip(values, old.values(), new.values(), strict=True)]
        elif isinstance(node, ListNode) and isinstance(new, list) and len(old) == len(new):
            parts = [*zip(node.items, old, new, strict=True)]
        else:
            parts = [(node, old, new)]
        for part, before, after in parts:
            if before == after:
                continue
            if "#" in self.written(part) and not isinstance(part, ScalarEvent):
                # A comment would be lost.
                raise _NoPlaceError
            if isinstance(before, str) and isinstance(after, str):
                yield self.replaced(part, _scalar_like(self.written(part), after, flow=True))
            else:
                yield self.replaced(part, _flow(after))

    # --- Lines --------------------------------------------------------------------------------

    def mapping(self, node: MappingNode, old: Any, new: Any) -> Iterator[Edit]:  # noqa: ANN401
        """Change the values of keys that stay, take lines away, put lines in."""
        nodes = {
            key.value: (key, value) for key, value in node.pairs if isinstance(key, ScalarEvent)
        }
        if list(nodes) != list(old):
            raise _NoPlaceError
        kept = [key for key in old if key in new]
        indent = " " * start(node).column
        if not kept:
            first, last = start(node).index, self.last(node)
            if "#" in self.text[first:last]:
                raise _NoPlaceError
            yield Edit(first, last, f"{self.newline}{indent}".join(_lines(new)))
            return
        for key, (key_node, value) in nodes.items():
            kind = dict if isinstance(value, MappingNode) else list
            if key not in new:
                yield self.without(key_node, value)
            elif (
                isinstance(value, MappingNode | ListNode)
                and not value.flow
                and not isinstance(new[key], kind)
            ):
                # What stands on lines below the key becomes something of another kind.
                yield Edit(end(key_node).index, self.last(value), f": {_flow(new[key])}")
            else:
                yield from self.edits(value, old[key], new[key])
        for key, value in new.items():
            if key in nodes:
                continue
            # Years and days stand in their order, everything else last.
            earlier = [name for name in kept if name < key] if key[:1].isdigit() else []
            after = earlier[-1] if earlier else kept[-1]
            position = self.end_of_line(self.last(nodes[after][1]))
            lines = (f"{self.newline}{indent}{line}" for line in _lines({key: value}))
            yield Edit(position, position, "".join(lines))

    def without(self, key: Node, value: Node) -> Edit:
        """A key's lines taken away."""
        first = self.text.rfind("\n", 0, start(key).index) + 1
        if self.text[first : start(key).index].strip():
            # A list's dash, or a brace, stands before it.
            raise _NoPlaceError
        last = self.end_of_line(self.last(value)) + len(self.newline)
        return Edit(first, min(last, len(self.text)), "")

    def list(self, node: ListNode, old: Any, new: Any) -> Iterator[Edit]:  # noqa: ANN401
        """Change the items of a list of lines, and put new ones after the last."""
        if len(new) < len(old) or len(node.items) != len(old):
            raise _NoPlaceError
        for item, before, after in zip(node.items, old, new[: len(old)], strict=True):
            yield from self.edits(item, before, after)
        position = self.end_of_line(self.last(node))
        dash = " " * start(node).column
        for item in new[len(old) :]:
            first, *rest = _lines(item) if isinstance(item, dict) else [_flow(item)]
            lines = [f"{dash}- {first}", *(f"{dash}  {line}" for line in rest)]
            yield Edit(position, position, "".join(f"{self.newline}{line}" for line in lines))

    def last(self, node: Node) -> int:
        """Where a value's own text ends; a block's node goes on over comments below it."""
        while isinstance(node, MappingNode | ListNode) and not node.flow:
            node = node.pairs[-1][1] if isinstance(node, MappingNode) else node.items[-1]
        return start(node).index + len(self.written(node).rstrip())

    def end_of_line(self, position: int) -> int:
        line_end = self.text.find(self.newline, position)
        return len(self.text) if line_end < 0 else line_end


def _lines(data: Mapping[str, Any]) -> list[str]:
    """A mapping as lines; what is inside is on the same line where it fits."""
    lines: list[str] = []
    for key, value in data.items():
        line = f"{_scalar(key)}: {_flow(value, inside=False)}"
        if isinstance(value, dict) and len(line) > _LONGEST:
            lines += [f"{_scalar(key)}:", *(f"  {below}" for below in _lines(value))]
        else:
            lines.append(line)
    return lines


def _flow(data: Any, *, inside: bool = True) -> str:  # noqa: ANN401 - plain data
    """Data on one line; ``inside`` says that brackets or braces are around it."""
    if isinstance(data, dict):
        pairs = (f"{_scalar(key, flow=True)}: {_flow(value)}" for key, value in data.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(data, list):
        return f"[{', '.join(map(_flow, data))}]"
    return _scalar(str(data), flow=inside)


def _scalar_like(old: str, new: Any, *, flow: bool = False) -> str:  # noqa: ANN401 - plain data
    """A value in the quotes that stood there before."""
    if not isinstance(new, str):
        return _flow(new)
    if old[:1] == "'":
        return "'" + new.replace("'", "''") + "'"
    return json.dumps(new, ensure_ascii=False) if old[:1] == '"' else _scalar(new, flow=flow)


def _scalar(text: str, *, flow: bool = False) -> str:
    """A text as it can stand, in quotes where it must."""
    if _PLAIN.fullmatch(text) and (not flow or _IN_FLOW.fullmatch(text)):
        return text
    return json.dumps(text, ensure_ascii=False)
