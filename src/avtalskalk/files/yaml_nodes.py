"""YAML text to a tree of nodes with positions, from the parser's events and no deeper than safe."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, Protocol, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from avtalskalk.diagnostics import Place
from avtalskalk.files.characters import LINE_BREAK

DEEPEST = 40
"""PyYAML's own composer calls itself for each level, and dies on a line of brackets."""

MOST_VALUES = 100_000
"""More events than any agreement has; a tree of so many takes well under 100 MB."""

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The parser of the C library where there is one; the other is many times slower, else equal."""

FAULTS = (yaml.YAMLError, ValueError, OverflowError)
"""What a parser raises on bad text; the last two for numbers without end in escapes."""


class Mark(Protocol):
    """A position from 0: ``index`` counts characters from the start of the text."""

    index: int
    line: int
    column: int


@dataclass(slots=True, eq=False)
class MappingNode:
    """Keys and values, from its first event to its last; ``flow`` is written in braces."""

    event: MappingStartEvent
    last: Event
    flow: bool
    pairs: list[tuple["Node", "Node"]]


@dataclass(slots=True, eq=False)
class ListNode:
    """A list, from its first event to its last; ``flow`` is written in brackets."""

    event: SequenceStartEvent
    last: Event
    flow: bool
    items: list["Node"]


Node = ScalarEvent | AliasEvent | MappingNode | ListNode
"""A value, or a key: a scalar is the parser's own event, which has its text and its place."""


class Slip(NamedTuple):
    """A comma that YAML took as a separator: what is written, and what to write instead."""

    code: str
    wrong: str
    right: str


class JoinedScalar(ScalarEvent):
    """A scalar put together again of what a comma has cut apart."""

    def __init__(self, first: ScalarEvent, last: ScalarEvent, value: str, slip: Slip) -> None:
        """From the beginning of one scalar to the end of another."""
        super().__init__(None, None, (True, False), value, first.start_mark, last.end_mark)
        self.slip = slip


def start(node: Node) -> Mark:
    """Where a node begins; the parser gives every event a place, though its types do not say so."""
    event = node if isinstance(node, Event) else node.event
    return cast("Mark", event.start_mark)


def end(node: Node) -> Mark:
    """Where a node ends."""
    event = node if isinstance(node, Event) else node.last
    return cast("Mark", event.end_mark)


def refused(node: Node) -> str:
    """The code of an anchor, a tag or an alias; empty where a node has none of them."""
    if isinstance(node, AliasEvent):
        return "AV021"
    event = node if isinstance(node, ScalarEvent) else node.event
    if event.anchor:
        return "AV020"
    return "AV022" if event.tag else ""


def scalars(root: Node) -> Iterator[ScalarEvent]:
    """Every scalar below a node, keys too, in no particular order."""
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ScalarEvent):
            yield node
        elif isinstance(node, MappingNode):
            nodes.extend(part for pair in node.pairs for part in pair)
        elif isinstance(node, ListNode):
            nodes.extend(node.items)


class TooMuchError(Exception):
    """The text goes beyond a limit: ``code`` says which, ``mark`` where."""

    def __init__(self, code: str, limit: int, event: Event) -> None:
        """Keep what a message needs."""
        super().__init__(code)
        self.code, self.limit, self.mark = code, limit, cast("Mark", event.start_mark)


def compose(text: str) -> tuple[Node | None, Mark | None]:
    """The tree of the first document (None for none), and where a second one begins.

    Aliases are not followed: a few can stand for more than any memory holds.  Raises one of
    FAULTS for bad YAML, and TooMuchError where a limit is passed.
    """
    # The collections that are open, outermost first, each with the nodes beside it: an own stack,
    # so that depth costs no recursion.
    parents: list[tuple[Any, list[Node]]] = []
    nodes: list[Node] = []
    # The first two events are the beginnings of the stream and of the document.
    for count, event in enumerate(iter(LOADER(text).get_event, None), -2):
        if count >= MOST_VALUES:
            raise TooMuchError("AV009", MOST_VALUES, event)  # noqa: EM101 - a code, no sentence
        kind = type(event)
        if kind is ScalarEvent or kind is AliasEvent:
            nodes.append(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(parents) >= DEEPEST:
                raise TooMuchError("AV008", DEEPEST, event)  # noqa: EM101 - a code, no sentence
            parents.append((event, nodes))
            nodes = []
        elif kind is MappingEndEvent:
            first, beside = parents.pop()
            pairs = list(zip(nodes[::2], nodes[1::2], strict=True))
            beside.append(MappingNode(first, event, bool(first.flow_style), pairs))
            nodes = beside
        elif kind is SequenceEndEvent:
            first, beside = parents.pop()
            beside.append(ListNode(first, event, bool(first.flow_style), nodes))
            nodes = beside
        elif kind is DocumentStartEvent and nodes:
            return nodes[0], event.start_mark
    return nodes[0] if nodes else None, None


class Source:
    """A text by lines, to show places in it."""

    def __init__(self, text: str) -> None:
        """Keep the text; its lines are cut when a place is shown."""
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The lines, cut where YAML cuts them."""
        return LINE_BREAK.split(self.text)

    def place(self, start: Mark, end: Mark | None = None) -> Place:
        """From a position up to another, or to the end of the line where it lies further down."""
        # The parser may count a line after the last.
        number = min(start.line, len(self.lines) - 1)
        excerpt = self.lines[number]
        column = min(start.column, len(excerpt)) + 1
        last = end.column if end and end.line == start.line else len(excerpt)
        return Place(number + 1, column, max(column, min(last, len(excerpt))) + 1, excerpt)

    def place_of(self, node: Node) -> Place:
        """The whole of a node, or the rest of the line it begins on."""
        return self.place(start(node), end(node))

    def line(self, number: int, column: int = 0, end: int | None = None) -> Place:
        """A whole line (from 0), or a part of it."""
        excerpt = self.lines[number]
        last = len(excerpt) if end is None else min(end, len(excerpt))
        return Place(number + 1, column + 1, max(column + 1, last) + 1, excerpt)
