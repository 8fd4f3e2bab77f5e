"""What a YAML text says, where it says it, and what is wrong with it.

It goes on after each fault as far as it can.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from yaml.events import AliasEvent, ScalarEvent

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Place
from avtalskalk.files import decimal_commas
from avtalskalk.files.characters import BYTE_ORDER_MARK, REFUSED, STAND_IN, name_of
from avtalskalk.files.yaml_nodes import (
    FAULTS,
    JoinedScalar,
    ListNode,
    MappingNode,
    Node,
    Source,
    TooMuchError,
    compose,
    end,
    refused,
    scalars,
    start,
)

if TYPE_CHECKING:
    from avtalskalk.files.yaml_errors import Fault

MOST_FINDINGS = 100
_MOST_REPAIRS = 20
_LONGEST_REPAIRED = 200_000

_GROUP = re.compile(r",(\d{3})")
_YEAR = re.compile(r"(\d{4})(?:/\d{2,4}|-\d{2}(?:-\d{2})?)?")
_NOT_KNOWN = re.compile(r"(:[ ]+)([-?])(?=\s*(?:[,}]|\s#|$))", re.MULTILINE)
"""``2024: -`` and ``2025: ?``: to YAML the dash begins a list and the question mark a key."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text read as a tree: root and source for places, data and findings of the whole.

    ``repaired`` says that the tree is that of a text with a fault written otherwise. ``partial``
    are the mappings in which an entry could not be read, and the texts with a tag.
    """

    source: Source
    root: Node | None = None
    data: object = None
    diagnostics: tuple[Diagnostic, ...] = ()
    repaired: bool = False
    partial: frozenset[Path] = frozenset()


def parse(text: str) -> Parsed:
    """Read a text as far as it can be read; no data where nobody can tell what was meant."""
    source = Source(text.removeprefix(BYTE_ORDER_MARK))
    findings = _Findings(source)
    findings.characters()
    tree = _repaired_tree(REFUSED.sub(STAND_IN, source.text), findings)
    if tree.root is None:
        if not findings.diagnostics:
            findings.add("AV002", None)
        return Parsed(source, diagnostics=findings.sorted())
    survey = _Survey(findings, tree.source)
    data = survey.top(tree.root)
    # Of a text with more findings than are shown nothing further is said.
    usable = tree.certain and not findings.more
    return Parsed(
        source,
        tree.root,
        data if usable else None,
        findings.sorted(),
        tree.repaired,
        frozenset(survey.partial),
    )


class _Tree(NamedTuple):
    """The root of a text, and the text as it was read in the end.

    It is not ``certain`` where a tab stood for an indent.
    """

    source: Source
    root: Node | None = None
    certain: bool = True
    repaired: bool = False


def _repaired_tree(text: str, findings: "_Findings") -> _Tree:
    """The tree of a text; each line that YAML cannot read is read as it was most likely meant."""
    tree = _Tree(Source(text))
    lines: set[int] = set()
    for _ in range(_MOST_REPAIRS):
        text = tree.source.text
        try:
            root, second = compose(text)
        except TooMuchError as error:
            findings.add(error.code, findings.source.place(error.mark), {"limit": error.limit})
            break
        except FAULTS as error:
            from avtalskalk.files import yaml_errors

            if (blanked := _NOT_KNOWN.sub(r"\1 ", text)) != text:
                # The walk over the tree names each of them.
                tree = tree._replace(source=Source(blanked), repaired=True)
                continue
            fault = yaml_errors.explain(error, tree.source)
            if fault.place.line - 1 in lines or not (tree.certain or fault.code == "AV011"):
                # A consequence of the fault before, as likely as a fault of its own.
                break
            findings.fault(fault)
            if fault.line is None or len(text) > _LONGEST_REPAIRED:
                break
            lines.add(fault.line)
            written = [*tree.source.lines]
            written[fault.line] = fault.instead
            certain = tree.certain and fault.code != "AV011"
            tree = _Tree(Source("\n".join(written)), None, certain, repaired=True)
        else:
            if second:
                findings.add("AV024", findings.source.place(second))
            return tree._replace(root=root)
    return tree


class _Findings:
    """The findings of a file in the order of its lines, not more than anyone would read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self.more = 0

    def add(
        self,
        code: str,
        place: Place | None,
        arguments: Mapping[str, Argument] = MappingProxyType({}),
        path: Path = (),
        at: Literal["key", "value"] = "value",
    ) -> None:
        if len(self.diagnostics) >= MOST_FINDINGS:
            self.more += 1
            return
        self.diagnostics.append(Diagnostic(code, arguments, path, at, place=place))

    def fault(self, fault: "Fault") -> None:
        """A fault with its place in the author's text, where its line may be shorter."""
        excerpt = self.source.lines[fault.place.line - 1]
        column = min(fault.place.column, len(excerpt) + 1)
        end = max(column + 1, min(fault.place.end, len(excerpt) + 1))
        place = replace(fault.place, column=column, excerpt=excerpt, end=end)
        self.add(fault.code, place, fault.arguments)

    def characters(self) -> None:
        """The characters that no text may hold, each once a line."""
        if not REFUSED.search(self.source.text):
            return
        for number, line in enumerate(self.source.lines):
            for character in dict.fromkeys(REFUSED.findall(line)):
                column = line.index(character)
                place = self.source.line(number, column, column + 1)
                self.add("AV006", place, {"character": name_of(character)})
            if self.more:
                break

    def sorted(self) -> tuple[Diagnostic, ...]:
        diagnostics = sorted(self.diagnostics, key=position)
        if self.more:
            counts: dict[str, Argument] = {"shown": len(diagnostics), "more": self.more}
            diagnostics.append(Diagnostic("AV038", counts))
        return tuple(diagnostics)


def position(diagnostic: Diagnostic) -> tuple[int, int]:
    """Line and column, to sort by; before the first where a finding has none."""
    place = diagnostic.place
    return (place.line, place.column) if place else (0, 0)


class _Survey:
    """A walk over the tree that builds its data and finds what YAML allows and we do not.

    Places are shown in the author's text; ``read`` is the text as it was read.
    """

    def __init__(self, findings: _Findings, read: Source) -> None:
        self.findings = findings
        self.place = findings.source.place_of
        self.read = read
        self.partial: set[Path] = set()

    def top(self, root: Node) -> object:
        if isinstance(root, MappingNode):
            return self.value(root, ())
        if isinstance(root, ScalarEvent) and not root.value:
            self.findings.add("AV002", None)
        else:
            self.findings.add("AV027", self.place(root))
        return None

    def value(self, node: Node, path: Path) -> object:
        if isinstance(node, ScalarEvent):
            return self.text(node, path)
        if code := refused(node):
            self.refused(code, node, path)
        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        if isinstance(node, ListNode):
            if node.flow:
                decimal_commas.mend_list(node, self.read)
            return [self.item(item, (*path, index)) for index, item in enumerate(node.items)]
        return ""

    def refused(
        self, code: str, node: Node, path: Path, at: Literal["key", "value"] = "value"
    ) -> None:
        """An anchor, an alias or a tag."""
        first = start(node).index
        written = self.read.text[first : min(end(node).index, first + 80)].split("\n")[0].strip()
        if code == "AV022" and isinstance(node, ScalarEvent):
            self.partial.add(path)
        self.findings.add(code, self.place(node), {"written": written}, path, at)

    def item(self, node: Node, path: Path) -> object:
        if isinstance(node, ScalarEvent) and not node.value and not refused(node):
            self.findings.add("AV030", self.place(node), path=path)
        return self.value(node, path)

    def text(self, node: ScalarEvent, path: Path, at: Literal["key", "value"] = "value") -> str:
        """A scalar's text, without what an escape in double quotes has let in."""
        if node.anchor or node.tag:
            self.refused(refused(node), node, path, at)
        if isinstance(node, JoinedScalar):
            code, wrong, right = node.slip
            arguments: dict[str, Argument] = {"wrong": wrong, "right": right}
            if code == "AV033":
                # A fourth decimal, so that it is not ambiguous again.
                arguments["decimals"] = _GROUP.sub(r".\g<1>0", wrong)
            self.findings.add(code, self.place(node), arguments, path)
        if not node.style:
            return node.value
        for character in dict.fromkeys(REFUSED.findall(node.value)):
            shown = {"character": name_of(character)}
            self.findings.add("AV006", self.place(node), shown, path, at)
        return REFUSED.sub(STAND_IN, node.value)

    def mapping(self, node: MappingNode, path: Path) -> dict[str, object]:
        if node.flow:
            decimal_commas.mend_mapping(node, self.read)
        data: dict[str, object] = {}
        first: dict[str, Node] = {}
        for key, value in node.pairs:
            name = self.key(key, path)
            if name is not None and isinstance(value, ScalarEvent) and not value.value:
                name = self.empty(name, key, value, node, path)
            if name is None:
                self.partial.add(path)
                continue
            content = self.value(value, (*path, name))
            if name in first:
                twice: dict[str, Argument] = {"key": name, "line": start(first[name]).line + 1}
                self.findings.add("AV025", self.place(key), twice, (*path, name), "key")
                continue
            first[name] = key
            data[name] = content
        return data

    def key(self, key: Node, path: Path) -> str | None:
        """The key's text; None, with a finding, where it is none."""
        if isinstance(key, AliasEvent):
            self.refused("AV021", key, path, "key")
            return None
        if not isinstance(key, ScalarEvent):
            code = "AV026"
        elif (key.value and (key.value != "<<" or key.style)) or refused(key):
            return self.text(key, path, "key")
        else:
            code = "AV023" if key.value else "AV039"
        self.findings.add(code, self.place(key), path=path)
        return None

    def empty(
        self, name: str, key: Node, value: ScalarEvent, node: MappingNode, path: Path
    ) -> str | None:
        """The key of an entry without a value, with a finding; None where it is no entry."""
        if refused(value):
            return name
        below = (*path, name)
        line, column = end(key).line, end(key).column
        mark = _NOT_KNOWN.match(self.findings.source.lines[line], column)
        if mark and not value.style:
            place = self.findings.source.line(line, mark.start(2), mark.end(2))
            self.findings.add("AV227", place, {"text": mark[2]}, below)
        elif value.style or not (node.flow and decimal_commas.orphan_of(key, value, self.read)):
            self.findings.add("AV028", self.place(key), {"key": name}, below)
        elif ":" in name and isinstance(key, ScalarEvent):
            key.value, _, value.value = name.partition(":")
            value.start_mark, value.end_mark = key.start_mark, key.end_mark
            instead = f"{key.value}: {value.value}"
            self.findings.add("AV012", self.place(key), {"instead": instead}, path)
            return key.value
        else:
            self.findings.add("AV034", self.place(key), {"words": name}, path)
            return None
        return name


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
    for step in path:
        child = _child(node, step)
        if child is None:
            return key, node, False
        key, node = child
    return key, node, True


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


def _child(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    """The key and the value one step down.

    A year's key may be written as a day or a fiscal year; an item may be named by its own text.
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
    pairs = [(key, value) for key, value in node.pairs if isinstance(key, ScalarEvent)]
    for key, value in pairs:
        if key.value == str(step):
            return key, value
    if year := _YEAR.fullmatch(str(step)):
        for key, value in pairs:
            written = _YEAR.fullmatch(key.value)
            if written and written[1] == year[1]:
                return key, value
    return None
