"""Where something stands in a YAML text: paths to places, and what only looks like YAML."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from yaml.events import ScalarEvent

from avtalskalk.diagnostics import Diagnostic, Path, Place
from avtalskalk.files.yaml import parse
from avtalskalk.files.yaml_nodes import (
    JoinedScalar,
    ListNode,
    MappingNode,
    Node,
    Source,
    end,
    scalars,
    start,
)

_YEAR = re.compile(r"(?:FY ?)?(?P<year>\d{4})(?P<more>/\d{2,4}|-\d{2}(?:-\d{2})?)?")


class CommaSlip(NamedTuple):
    """A comma slip in a text: from and up to which character, and what should stand there."""

    start: int
    end: int
    line: int
    code: str
    wrong: str
    right: str


def comma_slips(text: str) -> list[CommaSlip]:
    """Every comma slip of a text, in its order; none where its YAML is broken besides."""
    parsed = parse(text)
    if parsed.root is None or parsed.repaired:
        return []
    return sorted(
        (
            CommaSlip(start(node).index, end(node).index, start(node).line + 1, *node.slip)
            for node in scalars(parsed.root)
            if isinstance(node, JoinedScalar)
        ),
        key=lambda slip: slip.start,
    )


@lru_cache(maxsize=2)
def _tree_of(text: str) -> tuple[Source, Node | None]:
    """The tree of a text; the last two are kept, for many places are looked up in the same text."""
    parsed = parse(text)
    return parsed.source, parsed.root


def node_at(root: Node, path: Path) -> tuple[Node | None, Node, bool]:
    """The key and the value that a path leads to, or the nearest above it; whether it leads there.

    A list item has no key.
    """
    key: Node | None = None
    node = root
    # A bare year may be the one that ends in it.
    by_end = _is_end(root)
    for step in path:
        child = _child(node, step, by_end=by_end)
        if child is None:
            return key, node, False
        key, node = child
    return key, node, True


def _is_end(root: Node) -> bool:
    """Whether a file names its fiscal years by the year they end in."""
    node = root
    for name in ("fiscal_year", "named"):
        if not isinstance(node, MappingNode) or name not in _pairs(node):
            return False
        node = _pairs(node)[name][1]
    return isinstance(node, ScalarEvent) and node.value == "end"


def locate(text: str, path: Path, at: Literal["key", "value"] = "value") -> Place | None:
    """Where a path leads in a text, or the nearest value above it; None for unreadable text."""
    source, root = _tree_of(text)
    if root is None:
        return None
    key, node, exact = node_at(root, path)
    empty = isinstance(node, ScalarEvent) and not node.value and not node.style
    block = isinstance(node, MappingNode | ListNode) and not node.flow
    shown = key if key and (at == "key" or empty or block or not exact) else node
    return source.place_of(shown)


def unspaced(text: str, path: Path) -> tuple[Diagnostic, ...]:
    """The lines at a path that look like keys and values but for the space after the colon.

    To YAML they are one text over several lines, which is seen only where none is allowed.
    """
    from avtalskalk.files.yaml_errors import no_space

    source, root = _tree_of(text)
    if root is None:
        return ()
    _, node, exact = node_at(root, path)
    if not exact or not isinstance(node, ScalarEvent) or node.style or not node.value:
        return ()
    lines = range(start(node).line, end(node).line + 1)
    faults = [no_space(source, number) for number in lines]
    if not all(faults):
        return ()
    return tuple(replace(fault.diagnostic(), path=path) for fault in faults if fault)


def _child(node: Node, step: str | int, *, by_end: bool) -> tuple[Node | None, Node] | None:
    """The key and the value one step down.

    A year's key may be written as a day or a fiscal year, or named ``by_end``; an item may be
    named by its own text.
    """
    if isinstance(node, ListNode):
        if isinstance(step, int):
            return (None, node.items[step]) if 0 <= step < len(node.items) else None
        named = (
            item for item in node.items if isinstance(item, ScalarEvent) and item.value == step
        )
        return next(((None, item) for item in named), None)
    if not isinstance(node, MappingNode):
        return None
    pairs = _pairs(node)
    if str(step) in pairs:
        return pairs[str(step)]
    year = _start(str(step), by_end=by_end)
    if year is None:
        return None
    same = (pair for name, pair in pairs.items() if _start(name, by_end=by_end) == year)
    return next(same, None)


def _start(text: str, *, by_end: bool) -> int | None:
    """The year that one begins in, as a key names it; None for what names no year."""
    match = _YEAR.fullmatch(text)
    return int(match["year"]) - (by_end and not match["more"]) if match else None


@lru_cache(maxsize=8)
def _pairs(node: MappingNode) -> dict[str, tuple[Node, Node]]:
    """A mapping's first keys and values by the key's text; kept, as `_tree_of` keeps its tree."""
    pairs: dict[str, tuple[Node, Node]] = {}
    for key, value in node.pairs:
        if isinstance(key, ScalarEvent):
            pairs.setdefault(key.value, (key, value))
    return pairs
