"""A file's text with some of its data changed: the lines concerned alone, comments and order kept.

Data before and after is compared along the text's own tree.  Whatever comes out is read again, and
unless it says exactly the data wanted there is no text.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from avtalskalk.files.yaml import Document, read
from avtalskalk.files.yaml_diagnosis import grown
from avtalskalk.files.yaml_nodes import Items, Node, Pairs, Text

_LONGEST = 90
# What can stand without quotes anywhere, and what brackets and braces forbid besides.
_PLAIN = re.compile(
    r"(?![-?:,\[\]{}#&*!|>'\"%@`\s])(?:[^:#\n]|:(?=\S)|(?<=\S)#)*(?<!\s)|[-?]\S[^:#\n]*(?<!\s)"
)
_IN_FLOW = re.compile(r"[^,\[\]{}]*")


class _Edit(NamedTuple):
    """What is put in place of the characters from one place up to another."""

    start: int
    end: int
    text: str


class _NotWritten(Exception):  # noqa: N818 - told to the caller as no text at all
    """There is no way to change the text that leaves all else as it stands."""


def rewritten(document: Document, data: object) -> str | None:
    """A sound document's text with other data; None where that cannot be written into it."""
    text = document.text
    root = grown(text).root
    if root is None:
        return None
    try:
        edits = sorted(_Writer(text).edits(root, document.data, data))
    except _NotWritten:
        return None
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    changed = "".join([*pieces, text[done:]])
    again = read(changed.encode("utf-8"), document.file)
    return changed if again.data == data and not again.diagnostics else None


class _Writer:
    """One text and how its lines end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line = "\r\n" if "\r\n" in text else "\n"

    def edits(self, node: Node, old: Any, new: Any) -> Iterator[_Edit]:  # noqa: ANN401 - plain data
        """What makes a node's text say the new data."""
        if old == new:
            return
        if isinstance(node, Pairs) and isinstance(new, dict) and not node.flow:
            yield from self.block(node, old, new)
        elif isinstance(node, Items) and isinstance(new, list) and not node.flow:
            yield from self.items(node, old, new)
        elif isinstance(node, (Pairs, Items)) and node.flow:
            yield from self.flow(node, old, new)
        elif isinstance(node, Text) and self.text[node.start.index] not in "|>":
            yield self.instead(node, _scalar_like(self.written(node), new))
        else:
            raise _NotWritten

    def written(self, node: Node) -> str:
        return self.text[node.start.index : node.end.index]

    def instead(self, node: Node, text: str) -> _Edit:
        return _Edit(node.start.index, node.end.index, text)

    # --- Brackets and braces ------------------------------------------------------------------

    def flow(self, node: Pairs | Items, old: Any, new: Any) -> Iterator[_Edit]:  # noqa: ANN401
        """Change what differs inside; where other keys stand there, write the whole of it anew."""
        if isinstance(node, Pairs) and isinstance(new, dict) and list(old) == list(new):
            for (_, value), key in zip(node.pairs, old, strict=True):
                if old[key] != new[key]:
                    yield self.flow_value(value, old[key], new[key])
        elif isinstance(node, Items) and isinstance(new, list) and len(old) == len(new):
            for item, before, after in zip(node.items, old, new[: len(old)], strict=True):
                if before != after:
                    yield self.flow_value(item, before, after)
        elif "#" in self.written(node):
            raise _NotWritten
        else:
            yield self.instead(node, _flow(new))

    def flow_value(self, node: Node, old: Any, new: Any) -> _Edit:  # noqa: ANN401
        if isinstance(node, Text) or "#" not in self.written(node):
            if isinstance(old, type(new)) and isinstance(new, str):
                return self.instead(node, _scalar_like(self.written(node), new, flow=True))
            return self.instead(node, _flow(new))
        raise _NotWritten

    # --- Lines --------------------------------------------------------------------------------

    def block(self, node: Pairs, old: Any, new: Any) -> Iterator[_Edit]:  # noqa: ANN401
        """Change the values of keys that stay, take lines away, put lines in."""
        nodes = {key.value: (key, value) for key, value in node.pairs if isinstance(key, Text)}
        if list(nodes) != list(old):
            raise _NotWritten
        kept = [key for key in old if key in new]
        if not kept:
            yield self.all_lines(node, new)
            return
        for key, (key_node, value) in nodes.items():
            if key not in new:
                yield self.without(key_node, value)
            elif (
                isinstance(value, (Pairs, Items))
                and not value.flow
                and _other_kind(value, new[key])
            ):
                start = key_node.end.index
                yield _Edit(start, self.last(value), f": {_flow(new[key])}")
            else:
                yield from self.edits(value, old[key], new[key])
        yield from self.added(node, nodes, kept, new)

    def added(
        self,
        node: Pairs,
        nodes: Mapping[str, tuple[Text, Node]],
        kept: list[str],
        new: Mapping[str, Any],
    ) -> Iterator[_Edit]:
        """Lines for new keys, each after the key that it follows."""
        indent = " " * node.start.column
        for key, value in new.items():
            if key not in nodes:
                end = self.end_of_line(self.last(nodes[_before(key, kept)][1]))
                lines = (f"{self.line}{indent}{line}" for line in _lines({key: value}))
                yield _Edit(end, end, "".join(lines))

    def all_lines(self, node: Pairs, new: Mapping[str, Any]) -> _Edit:
        """A whole mapping written anew; a comment inside it would have no place."""
        start, end = node.start.index, self.last(node)
        if "#" in self.text[start:end]:
            raise _NotWritten
        indent = " " * node.start.column
        return _Edit(start, end, f"{self.line}{indent}".join(_lines(new)))

    def without(self, key: Text, value: Node) -> _Edit:
        """A key's lines taken away."""
        start = self.text.rfind("\n", 0, key.start.index) + 1
        if self.text[start : key.start.index].strip():
            # A list's dash, or a brace, stands before it.
            raise _NotWritten
        end = self.end_of_line(self.last(value))
        return _Edit(start, min(end + len(self.line), len(self.text)), "")

    def items(self, node: Items, old: Any, new: Any) -> Iterator[_Edit]:  # noqa: ANN401
        """Change the items of a list of lines, and put new ones after the last."""
        if len(new) < len(old) or len(node.items) != len(old):
            raise _NotWritten
        for item, before, after in zip(node.items, old, new[: len(old)], strict=True):
            yield from self.edits(item, before, after)
        end = self.end_of_line(self.last(node))
        dash = " " * node.start.column
        for one in new[len(old) :]:
            first, *rest = _lines(one) if isinstance(one, dict) else [_flow(one)]
            lines = [f"{dash}- {first}", *(f"{dash}  {line}" for line in rest)]
            yield _Edit(end, end, "".join(f"{self.line}{line}" for line in lines))

    def last(self, node: Node) -> int:
        """Where a value's own text ends; a block's node goes on over comments below it."""
        while isinstance(node, (Pairs, Items)) and not node.flow:
            node = list(node.children())[-1]
        return node.start.index + len(self.written(node).rstrip())

    def end_of_line(self, place: int) -> int:
        end = self.text.find(self.line, place)
        return len(self.text) if end < 0 else end


def _other_kind(node: Node, new: object) -> bool:
    """Whether what stands on lines below a key is to become something of another kind."""
    return not isinstance(new, dict if isinstance(node, Pairs) else list)


def _before(key: str, kept: list[str]) -> str:
    """The key that a new one comes after: years and days are in their order."""
    earlier = [one for one in kept if one < key] if key[:1].isdigit() else []
    return earlier[-1] if earlier else kept[-1]


def _lines(data: Mapping[str, Any]) -> list[str]:
    """A mapping as lines; what is inside is on the same line where it fits."""
    lines: list[str] = []
    for key, value in data.items():
        line = f"{_scalar(key)}: {_flow(value, inside=False)}"
        if isinstance(value, dict) and len(line) > _LONGEST:
            lines += [f"{_scalar(key)}:", *(f"  {one}" for one in _lines(value))]
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
