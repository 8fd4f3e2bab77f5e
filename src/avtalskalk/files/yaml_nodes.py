"""YAML text to a tree of nodes with positions, from the parser's events and no deeper than safe."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)
from yaml.nodes import CollectionNode, MappingNode, ScalarNode
from yaml.nodes import Node as ParsersNode

from avtalskalk.diagnostics import Place
from avtalskalk.files.characters import LINE_BREAK
from avtalskalk.files.parser import DEEPEST, MOST_VALUES, events


class Mark(Protocol):
    """A position from 0: ``index`` counts characters from the start of the text."""

    index: int
    line: int
    column: int


def known(mark: Mark | None) -> Mark:
    """A position that the parser gives for every event, though its types do not say so."""
    assert mark is not None  # noqa: S101 - told to the type checker; no input makes it None
    return mark


@dataclass(slots=True, eq=False)
class Node:
    """A value in a file from ``start`` up to ``end``; ``oddity`` is what it may not have."""

    start: Mark
    end: Mark
    oddity: str = ""

    def children(self) -> Iterable["Node"]:
        """What it holds: a mapping's keys and values, a list's items."""
        return ()


@dataclass(slots=True, eq=False)
class Slip:
    """A comma that YAML took as a separator: what stands there, and what was meant."""

    code: str
    wrong: str
    right: str

    @property
    def words(self) -> tuple[str, str]:
        """What stands there and what to write."""
        return self.wrong, self.right


@dataclass(slots=True, eq=False)
class Text(Node):
    """A scalar; ``plain`` is without quotes."""

    value: str = ""
    plain: bool = True
    slip: Slip | None = None


@dataclass(slots=True, eq=False)
class Pairs(Node):
    """A mapping; ``flow`` is written in braces."""

    flow: bool = False
    pairs: list[tuple[Node, Node]] = field(default_factory=list)

    def children(self) -> Iterable[Node]:
        """Keys and values in turn."""
        return (part for pair in self.pairs for part in pair)


@dataclass(slots=True, eq=False)
class Items(Node):
    """A list; ``flow`` is written in brackets."""

    flow: bool = False
    items: list[Node] = field(default_factory=list)

    def children(self) -> Iterable[Node]:
        """The items."""
        return self.items


def texts(root: Node) -> Iterator[Text]:
    """Every scalar below a node, keys too, in no particular order."""
    nodes = [root]
    while nodes:
        node = nodes.pop()
        nodes.extend(node.children())
        if isinstance(node, Text):
            yield node


class BeyondError(Exception):
    """The text goes beyond a limit: ``code`` says which, ``mark`` where."""

    def __init__(self, code: str, limit: int, event: Event) -> None:
        """Keep what a message needs."""
        super().__init__(code)
        self.code, self.limit, self.mark = code, limit, known(event.start_mark)


class Source:
    """A text by lines, to show places in it."""

    def __init__(self, text: str) -> None:
        """Keep the text; its lines are cut when one is asked for."""
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

    def line(self, number: int, column: int = 0, end: int | None = None) -> Place:
        """A whole line (from 0), or a part of it."""
        excerpt = self.lines[number]
        last = len(excerpt) if end is None else min(end, len(excerpt))
        return Place(number + 1, column + 1, max(column + 1, last) + 1, excerpt)


def compose(text: str) -> tuple[Node | None, Mark | None]:
    """The tree of the first document (None for none), and where a second one begins.

    Raises one of FAULTS for bad YAML, and BeyondError where a limit is passed.
    """
    take = events(text)
    take()
    start = take()
    if not isinstance(start, DocumentStartEvent):
        return None, None
    root = _document(take)
    after = take()
    return root, None if isinstance(after, StreamEndEvent) or not after else after.start_mark


def opened(node: "Node | ParsersNode") -> Node:
    """A node of the parser's own tree of a sound text as one of ours, with what it holds directly.

    What that holds in turn stays the parser's: few nodes of a file are ever asked for.
    """
    if isinstance(node, Node):
        return node
    start, end = known(node.start_mark), known(node.end_mark)
    if isinstance(node, ScalarNode):
        return Text(start, end, value=node.value, plain=not node.style)
    assert isinstance(node, CollectionNode)  # noqa: S101 - told to the type checker
    held: list[Any] = node.value
    if isinstance(node, MappingNode):
        pairs = [(opened(key), value) for key, value in held]
        return Pairs(start, end, flow=bool(node.flow_style), pairs=pairs)
    items = [opened(one) if isinstance(one, ScalarNode) else one for one in held]
    return Items(start, end, flow=bool(node.flow_style), items=items)


def _document(take: Callable[[], Event | None]) -> Node:
    """The events of one document as a tree; an own stack, so that depth costs no recursion."""
    top = Items(_NOWHERE, _NOWHERE)
    open_nodes: list[tuple[Pairs | Items, list[Node]]] = [(top, top.items)]
    for count, event in enumerate(_until_end(take)):
        if count >= MOST_VALUES:
            raise BeyondError("AV009", MOST_VALUES, event)  # noqa: EM101 - a code, no sentence
        if isinstance(event, ScalarEvent):
            open_nodes[-1][1].append(_text(event))
        elif isinstance(event, CollectionStartEvent):
            if len(open_nodes) > DEEPEST:
                raise BeyondError("AV008", DEEPEST, event)  # noqa: EM101 - a code, no sentence
            open_nodes.append((_collection(event), []))
        elif isinstance(event, CollectionEndEvent):
            node, children = open_nodes.pop()
            open_nodes[-1][1].append(_closed(node, children, known(event.end_mark)))
        else:
            # What an alias stands for is not asked.
            alias = Text(known(event.start_mark), known(event.end_mark), "AV021", "*")
            open_nodes[-1][1].append(alias)
    return top.items[0]


def _until_end(take: Callable[[], Event | None]) -> Iterator[Event]:
    while (event := take()) and not isinstance(event, DocumentEndEvent):
        yield event


def _collection(event: CollectionStartEvent) -> Pairs | Items:
    kind = Pairs if isinstance(event, MappingStartEvent) else Items
    start, end = known(event.start_mark), known(event.end_mark)
    return kind(start, end, _oddity(event), flow=bool(event.flow_style))


def _closed(node: Pairs | Items, children: list[Node], end: Mark) -> Node:
    if isinstance(node, Pairs):
        node.pairs = list(zip(children[::2], children[1::2], strict=True))
    else:
        node.items = children
    node.end = end
    return node


def _text(event: ScalarEvent) -> Text:
    start, end = known(event.start_mark), known(event.end_mark)
    return Text(start, end, _oddity(event), event.value, plain=not event.style)


def _oddity(event: ScalarEvent | CollectionStartEvent) -> str:
    if event.anchor:
        return "AV020"
    return "AV022" if event.tag else ""


class _Start:
    """The position before everything."""

    index = line = column = 0


_NOWHERE: Mark = _Start()
