"""A text read closely, as a tree with positions: what is wrong, and where everything stands.

It goes on after each fault as far as it can.  Files with nothing odd about them never come here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from yaml.nodes import Node as ParsersNode

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Place
from avtalskalk.files import decimal_commas, syntax
from avtalskalk.files.characters import BYTE_ORDER_MARK, REFUSED, STAND_IN, name_of
from avtalskalk.files.parser import FAULTS, MOST_FINDINGS, composed, may_be_composed
from avtalskalk.files.yaml_nodes import (
    BeyondError,
    Items,
    Mark,
    Node,
    Pairs,
    Slip,
    Source,
    Text,
    compose,
    opened,
    texts,
)

_MOST_MENDED = 20
_LONGEST_MENDED = 200_000

_GROUP = re.compile(r",(\d{3})")
_YEAR = re.compile(r"(\d{4})(?:/\d{2,4}|-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Grown:
    """A text read as a tree: root and source for places, data and findings of the whole.

    ``partial`` are the mappings in which an entry could not be read, and the texts with a tag.
    """

    source: Source
    root: Node | None = None
    data: object = None
    diagnostics: tuple[Diagnostic, ...] = ()
    mended: bool = False
    partial: frozenset[Path] = frozenset()


@lru_cache(maxsize=2)
def grown(text: str) -> Grown:
    """Read a text as a tree, going on after each fault that can be read past."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    source = Source(text)
    findings = _Findings(source)
    findings.characters()
    clean = REFUSED.sub(STAND_IN, text)
    current, root, sure, blanked = source, None, True, False
    lines: set[int] = set()
    for _ in range(_MOST_MENDED):
        current = source if clean == text else Source(clean)
        try:
            root, second = compose(clean)
        except BeyondError as beyond:
            findings.add(beyond.code, source.place(beyond.mark), {"limit": beyond.limit})
            break
        except FAULTS as error:
            known = syntax.without_marks_for_unknown(clean)
            if known != clean:
                clean, blanked = known, True
                continue
            fault = syntax.explain(error, current)
            if fault.place.line - 1 in lines or not (sure or fault.code == "AV011"):
                # A consequence of the fault before, as likely as a fault of its own.
                break
            findings.fault(fault)
            if fault.line is None or len(text) > _LONGEST_MENDED:
                break
            lines.add(fault.line)
            sure = sure and fault.code != "AV011"
            clean = _with_line(current, fault.line, fault.instead)
            continue
        if second:
            findings.add("AV024", source.place(second))
        break
    if root is None:
        if not findings.found:
            findings.add("AV002", None)
        return Grown(source, None, None, findings.sorted())
    decimal_commas.mend(root, current)
    survey = _Survey(findings, source, current)
    data = survey.top(root)
    if findings.more:
        # Too much is not read for anything further to be said.
        sure = False
    mended, partial = blanked or bool(lines), frozenset(survey.partial)
    return Grown(source, root, data if sure else None, findings.sorted(), mended, partial)


def _with_line(source: Source, number: int, instead: str) -> str:
    """The text with one line written otherwise, all other lines in their places."""
    lines = list(source.lines)
    lines[number] = instead
    return "\n".join(lines)


class _Findings:
    """The findings of a file in the order of its lines, not more than anyone would read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self.more = 0

    def add(
        self,
        code: str,
        place: Place | None,
        arguments: Mapping[str, Argument] = MappingProxyType({}),
        path: Path = (),
        at: Literal["key", "value"] = "value",
    ) -> None:
        if len(self.found) >= MOST_FINDINGS:
            self.more += 1
            return
        self.found.append(Diagnostic(code, arguments, path, at, place=place))

    def fault(self, fault: syntax.Fault) -> None:
        """A fault with its place in the author's text, where its line may be shorter."""
        place = fault.place
        excerpt = self.source.lines[place.line - 1]
        column = min(place.column, len(excerpt) + 1)
        end = max(column + 1, min(place.end, len(excerpt) + 1))
        shown = replace(place, column=column, excerpt=excerpt, end=end)
        self.add(fault.code, shown, fault.arguments)

    def characters(self) -> None:
        """The characters that no text may hold, each once a line."""
        if not REFUSED.search(self.source.text):
            return
        for number, line in enumerate(self.source.lines):
            for character in dict.fromkeys(REFUSED.findall(line)):
                code, name = name_of(character)
                column = line.index(character)
                place = self.source.line(number, column, column + 1)
                self.add(code, place, {"character": name})
            if self.more:
                break

    def sorted(self) -> tuple[Diagnostic, ...]:
        found = sorted(self.found, key=_position)
        if self.more:
            found.append(Diagnostic("AV038", {"shown": len(found), "more": self.more}))
        return tuple(found)


def _position(diagnostic: Diagnostic) -> tuple[int, int]:
    place = diagnostic.place
    return (place.line, place.column) if place else (0, 0)


class _Survey:
    """A walk over the tree that builds its data and finds what YAML allows and we do not."""

    def __init__(self, findings: _Findings, source: Source, read: Source) -> None:
        """Places are shown in the author's text; ``read`` is the text as it was read."""
        self.findings = findings
        self.source = source
        self.read = read
        self.partial: set[Path] = set()

    def top(self, root: Node) -> object:
        if isinstance(root, Pairs):
            return self.value(root, ())
        if isinstance(root, Text) and not root.value:
            self.findings.add("AV002", None)
        else:
            self.findings.add("AV027", self.source.place(root.start, root.end))
        return None

    def value(self, node: Node, path: Path) -> object:
        if node.oddity:
            self.odd(node, path)
        if isinstance(node, Pairs):
            return self.mapping(node, path)
        if isinstance(node, Items):
            return [self.item(item, (*path, place)) for place, item in enumerate(node.items)]
        return self.text(node, path) if isinstance(node, Text) else ""

    def odd(self, node: Node, path: Path, at: Literal["key", "value"] = "value") -> None:
        place = self.source.place(node.start, node.end)
        end = min(node.end.index, node.start.index + 80)
        written = self.read.text[node.start.index : end].split("\n")[0]
        if node.oddity == "AV022" and isinstance(node, Text):
            self.partial.add(path)
        self.findings.add(node.oddity, place, {"written": written.strip()}, path, at)

    def item(self, node: Node, path: Path) -> object:
        if isinstance(node, Text) and not node.value and not node.oddity:
            code = "AV030" if node.plain else "AV029"
            place = self.source.place(node.start, node.end)
            self.findings.add(code, place, {"key": "-"}, path)
        return self.value(node, path)

    def text(self, node: Text, path: Path) -> str:
        if node.oddity == "AV021":
            return ""
        if node.slip:
            self.slip(node, node.slip, path)
        return self.cleaned(node, path, "value")

    def slip(self, node: Text, slip: Slip, path: Path) -> None:
        place = self.source.place(node.start, node.end)
        arguments: dict[str, Argument] = {"wrong": slip.wrong, "right": slip.right}
        if slip.code == "AV033":
            # A fourth decimal, so that it does not ask again.
            arguments["decimals"] = _GROUP.sub(r".\g<1>0", slip.wrong)
        self.findings.add(slip.code, place, arguments, path)

    def cleaned(self, node: Text, path: Path, at: Literal["key", "value"]) -> str:
        """The text without what an escape in double quotes has let in."""
        if node.plain:
            return node.value
        place = self.source.place(node.start, node.end)
        for character in dict.fromkeys(REFUSED.findall(node.value)):
            code, name = name_of(character)
            self.findings.add(code, place, {"character": name}, path, at)
        return REFUSED.sub(STAND_IN, node.value)

    def mapping(self, node: Pairs, path: Path) -> dict[str, object]:
        data: dict[str, object] = {}
        first: dict[str, Mark] = {}
        for key, value in node.pairs:
            name = self.key(key, path)
            if name is not None:
                name = self.entry(name, key, value, node, path)
            if name is None:
                self.partial.add(path)
                continue
            read = self.value(value, (*path, name))
            if name in first:
                place = self.source.place(key.start, key.end)
                twice: dict[str, Argument] = {"key": name, "line": first[name].line + 1}
                self.findings.add("AV025", place, twice, (*path, name), "key")
                continue
            first[name] = key.start
            data[name] = read
        return data

    def key(self, key: Node, path: Path) -> str | None:
        """The key's text; None, with a finding, where it is none."""
        place = self.source.place(key.start, key.end)
        if not isinstance(key, Text):
            self.findings.add("AV026", place, path=path)
            return None
        if key.oddity:
            self.odd(key, path, "key")
            return None if key.oddity == "AV021" else key.value
        if key.value == "<<" and key.plain:
            self.findings.add("AV023", place, path=path)
            return None
        if not key.value:
            self.findings.add("AV039", place, path=path)
            return None
        return self.cleaned(key, path, "key")

    def entry(self, name: str, key: Node, value: Node, node: Pairs, path: Path) -> str | None:
        """The key of an entry with a value, or where it is said that it has none; else None."""
        if not isinstance(value, Text) or value.value or value.oddity:
            return name
        place = self.source.place(key.start, key.end)
        below = (*path, name)
        if not value.plain:
            self.findings.add("AV029", place, {"key": name}, below)
        elif mark := syntax.mark_for_unknown(self.source, key):
            self.findings.add("AV227", mark[1], {"text": mark[0]}, below)
        elif not (node.flow and decimal_commas.orphan_of(key, value, self.read)):
            self.findings.add("AV028", place, {"key": name}, below)
        elif ":" in name and isinstance(key, Text):
            key.value, _, value.value = name.partition(":")
            value.start, value.end = key.start, key.end
            self.findings.add("AV012", place, {"instead": f"{key.value}: {value.value}"}, path)
            return key.value
        else:
            self.findings.add("AV034", place, {"words": name}, path)
            return None
        return name


@dataclass(frozen=True, slots=True)
class Mendable:
    """A comma slip in a text: from and up to which character, and what should stand there."""

    code: str
    start: int
    end: int
    line: int
    wrong: str
    right: str


def slips(text: str) -> list[Mendable]:
    """Every comma slip of a text, in its order; none where its YAML is broken besides."""
    read = grown(text)
    if read.root is None or read.mended:
        return []
    found = [
        Mendable(slip.code, node.start.index, node.end.index, node.start.line + 1, *slip.words)
        for node in texts(read.root)
        if (slip := node.slip)
    ]
    return sorted(found, key=lambda slip: slip.start)


def locate(
    document_text: str, path: Path, at: Literal["key", "value"] = "value", *, sound: bool = False
) -> Place | None:
    """Where a path leads in a text, or the nearest value above it; None for unreadable text.

    A ``sound`` text has been read already and had nothing odd about it, which spares a closer look.
    """
    source, root = _tree(document_text) if sound else _grown(document_text)
    if root is None:
        return None
    key, node, whole = None, opened(root), True
    for step in path:
        found = _below(node, step)
        if found is None:
            whole = False
            break
        key, node = found[0], opened(found[1])
    empty = isinstance(node, Text) and not node.value and node.plain
    block = isinstance(node, Pairs | Items) and not node.flow
    shown = key if key and (at == "key" or empty or block or not whole) else node
    return source.place(shown.start, shown.end)


def _grown(text: str) -> tuple[Source, Node | None]:
    """Any text as a tree."""
    read = grown(text)
    return read.source, read.root


@lru_cache(maxsize=2)
def _tree(text: str) -> tuple[Source, Node | ParsersNode | None]:
    """A sound text as a tree, the parser's own where it may be."""
    text = text.removeprefix(BYTE_ORDER_MARK)
    raw = text.encode()
    return Source(text), composed(raw) if may_be_composed(raw) else compose(text)[0]


def unspaced(document_text: str, path: Path) -> tuple[Diagnostic, ...]:
    """The lines at a path that look like keys and values but for the space after the colon.

    To YAML they are one text over several lines, which is seen only where none is allowed.
    """
    read = grown(document_text)
    node = read.root
    for step in path:
        found = _below(node, step) if node else None
        node = found[1] if found else None
    if not isinstance(node, Text) or not node.plain or not node.value:
        return ()
    lines = range(node.start.line, node.end.line + 1)
    faults = [syntax.no_space(read.source, number) for number in lines]
    if not all(faults):
        return ()
    return tuple(replace(fault.diagnostic(), path=path) for fault in faults if fault)


def _below(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    """The key and the value one step down; a list item has no key."""
    if isinstance(node, Items):
        return _item(node, step)
    if not isinstance(node, Pairs):
        return None
    pairs = [(key, value) for key, value in node.pairs if isinstance(key, Text)]
    for key, value in pairs:
        if key.value == str(step):
            return key, value
    year = _YEAR.fullmatch(str(step))
    for key, value in pairs if year else ():
        written = _YEAR.fullmatch(key.value)
        if year and written and written[1] == year[1]:
            return key, value
    return None


def _item(node: Items, step: str | int) -> tuple[Node | None, Node] | None:
    """A list item by its place, or by its own text (ids in a list)."""
    if isinstance(step, int):
        return (None, node.items[step]) if 0 <= step < len(node.items) else None
    for item in node.items:
        if isinstance(item, Text) and item.value == step:
            return None, item
    return None
