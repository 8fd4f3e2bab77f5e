"""A YAML file's bytes to plain data, every scalar the author's text, and what is wrong with it.

Reading goes on after each fault as far as it can.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from yaml.events import AliasEvent, ScalarEvent

from avtalskalk.diagnostics import Argument, Diagnostic, Path, Place
from avtalskalk.files import decimal_commas
from avtalskalk.files.characters import BYTE_ORDER_MARK, REFUSED, STAND_IN, decode, name_of
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
    start,
)
from avtalskalk.read_only import ReadOnly

if TYPE_CHECKING:
    from avtalskalk.files.yaml_errors import Fault

MOST_FINDINGS = 100
_MOST_REPAIRS = 20
_LONGEST_REPAIRED = 200_000

_GROUP = re.compile(r",(\d{3})")
_NOT_KNOWN = re.compile(r"([ ]*:[ ]+)([-?])(?=\s*(?:[,}]|\s#|$))", re.MULTILINE)
"""``2024: -`` and ``2025: ?``: to YAML the dash begins a list and the question mark a key."""

_NO_VALUE = frozenset({"AV021", "AV028", "AV030", "AV227"})
"""What leaves a value unknown: anything further reported on that value would repeat it."""


class YamlDocument(NamedTuple):
    """A file as read: its text, its plain data (None if unreadable), and what is wrong so far.

    ``partial`` are the paths at which something is wrong that leaves what is below them valid.
    """

    file: str
    text: str
    data: object
    diagnostics: tuple[Diagnostic, ...]
    sha256: str
    partial: frozenset[Path] = frozenset()

    @property
    def without_value(self) -> frozenset[Path]:
        """Where a value is missing and that has been reported."""
        return frozenset(
            diagnostic.path for diagnostic in self.diagnostics if diagnostic.code in _NO_VALUE
        )

    def explains(self, path: Path) -> bool:
        """Whether a finding at a path would only repeat what has been reported in reading."""
        if not self.diagnostics:
            return False
        missing = self.without_value
        return path in self.partial or any(
            path[:length] in missing for length in range(len(path) + 1)
        )


def read(raw: bytes, file: str) -> YamlDocument:
    """Read a file's bytes; whatever they hold, the answer is a document."""
    text = decode(raw)
    parsed = parse(text) if isinstance(text, str) else Parsed(Source(""), diagnostics=(text,))
    return YamlDocument(
        file,
        parsed.source.text,
        parsed.data,
        tuple([replace(diagnostic, file=file) for diagnostic in parsed.diagnostics]),
        hashlib.sha256(raw).hexdigest(),
        parsed.partial,
    )


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
    survey = _Survey(findings, tree)
    data: object = None
    if isinstance(tree.root, MappingNode):
        data = survey.value(tree.root, ())
    elif isinstance(tree.root, ScalarEvent) and not tree.root.value:
        findings.add("AV002", None)
    else:
        findings.add("AV027", source.place_of(tree.root))
    if tree.fault and not findings.diagnostics:
        findings.fault(tree.fault)
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

    It is not ``certain`` where a tab stood for an indent.  ``fault`` is why marks for what is not
    known were read as nothing; the walk over the tree reports each of them instead.
    """

    source: Source
    root: Node | None = None
    certain: bool = True
    repaired: bool = False
    fault: "Fault | None" = None


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

            fault = yaml_errors.explain(error, tree.source)
            if (blanked := _NOT_KNOWN.sub(r"\1 ", text)) != text:
                tree = tree._replace(source=Source(blanked), repaired=True, fault=fault)
                continue
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
            source = Source("\n".join(written))
            tree = tree._replace(source=source, certain=certain, repaired=True)
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
        arguments: Mapping[str, Argument] = ReadOnly(),
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

    def __init__(self, findings: _Findings, tree: _Tree) -> None:
        self.findings = findings
        self.place = findings.source.place_of
        self.read = tree.source
        self.repaired = tree.repaired
        self.partial: set[Path] = set()

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
            elif name is not None and self.repaired:
                self.not_known(key, (*path, name))
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
        if isinstance(key, ScalarEvent):
            if (key.value and (key.value != "<<" or key.style)) or refused(key):
                return self.text(key, path, "key")
            code = "AV023" if key.value else "AV039"
        elif isinstance(key, AliasEvent):
            self.refused("AV021", key, path, "key")
            return None
        else:
            code = "AV026"
        self.findings.add(code, self.place(key), path=path)
        return None

    def empty(
        self, name: str, key: Node, value: ScalarEvent, node: MappingNode, path: Path
    ) -> str | None:
        """The key of an entry without a value, with a finding; None where it is no entry."""
        if refused(value):
            return name
        below = (*path, name)
        if not value.style and self.not_known(key, below):
            pass
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

    def not_known(self, key: Node, path: Path) -> bool:
        """Whether a mark for what is not known stands after a key, which is then reported."""
        line = end(key).line
        mark = _NOT_KNOWN.match(self.findings.source.lines[line], end(key).column)
        if mark:
            place = self.findings.source.line(line, mark.start(2), mark.end(2))
            self.findings.add("AV227", place, {"text": mark[2]}, path)
        return bool(mark)
