"""A figure's tree to a person: a table of its numbers, and the same in words."""

from collections.abc import Iterable, Iterator

from avtalskalk.diagnostics import Amount
from avtalskalk.features.explain.explanation_text import SAID_ABOVE, Locate, Telling
from avtalskalk.features.explain.nodes import Node
from avtalskalk.features.explain.tree import Explained
from avtalskalk.report.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
)
from avtalskalk.report.messages import dotted
from avtalskalk.report.notes import notes
from avtalskalk.report.pivot import MARK
from avtalskalk.report.plain import exact, plain
from avtalskalk.report.records import Records, Rows
from avtalskalk.words import LANGUAGES, Language
from avtalskalk.words.formats import safe

# --- Documents -----------------------------------------------------------------------------


def document(
    found: Explained, language: Language, locate: Locate, depth: int | None = None
) -> Document:
    """An explanation: the figure, its tree as a table, the same in words, and what to know."""
    telling = Telling(found.statement, language, locate)
    rows = list(leveled(found.tree, depth))
    sections = [
        Section("", (Paragraph(telling.sentence(found.tree)), _table(telling, rows))),
        *_sentences(telling, [node for node, _ in rows[1:]]),
    ]
    beside = [text.removeprefix(f"{MARK} ") for text in notes([found.statement], language)]
    if depth is not None and len(rows) < sum(1 for _ in leveled(found.tree, None)):
        beside.append(telling.word("deeper", depth=str(depth)))
    if beside:
        sections.append(Section(telling.word("beside"), (Bullets(tuple(beside)),)))
    return Document(_title(telling, found), tuple(sections))


def _sentences(telling: Telling, nodes: list[Node]) -> Iterator[Section]:
    """What the table's rows do not say by themselves, and last the decisions behind the splits."""
    sentences: dict[str, None] = {}
    sources: set[str] = set()
    for node in nodes:
        if telling.needs_words(node, sources):
            sentences[telling.brief(node, sources)] = None
            sources.add(node.source)
    standing = dict.fromkeys(text for node in nodes for text in telling.standing(node))
    for heading, texts in (("words", sentences), ("decisions", standing)):
        if texts:
            yield Section(telling.word(heading), (Bullets(tuple(texts)),))


def told(telling: Telling, nodes: Iterable[Node]) -> Iterator[str]:
    """The sentences of numbers, without those that only repeat the number above."""
    return (telling.whole(node) for node in nodes if node.rule not in SAID_ABOVE)


def _title(telling: Telling, found: Explained) -> str:
    heading = found.statement.heading
    said = {"party": safe(heading.parties[found.party]), "year": found.statement.year}
    if found.item:
        return telling.word("title_item", item=safe(heading.items[found.item]), **said)
    return telling.word("title", **said)


def leveled(node: Node, depth: int | None, level: int = 0) -> Iterator[tuple[Node, int]]:
    """Every node and how deep it lies, the one above before those below."""
    yield node, level
    if depth is None or level < depth:
        for one in node.children:
            yield from leveled(one, depth, level + 1)


def _table(telling: Telling, rows: list[tuple[Node, int]]) -> Table:
    """The tree as a grid: what, how much, and where it is written."""
    fractions = any(telling.exact(node) for node, _ in rows)
    columns = [
        Column(telling.word("step"), "text"),
        Column(telling.word("value"), "text"),
        *([Column(telling.word("exact"), "text")] if fractions else []),
        Column(telling.word("where"), "text"),
    ]
    beside = any(not node.counts for node, _ in rows)
    return Table(
        telling.word("tree"),
        tuple(columns),
        tuple(_row(telling, node, level, fractions=fractions) for node, level in rows),
        "",
        (telling.word("tree_note"),) if beside else (),
    )


def _row(telling: Telling, node: Node, level: int, *, fractions: bool) -> Row:
    cells = [
        Cell(telling.label(node)),
        Cell(telling.value(node)),
        *([Cell(telling.exact(node))] if fractions else []),
        Cell(telling.place(node)),
    ]
    return Row(tuple(cells), "total" if level == 0 else "body", level)


# --- For a program -------------------------------------------------------------------------


def records(explanations: Iterable[dict[str, object]]) -> Records:
    """Explanations for a program."""
    rows = (Rows("explanations", [record]) for record in explanations)
    return Records("avtalskalk/explanation/1", {}, {"explanations": ()}, rows, nested=True)


def record(found: Explained, locate: Locate, depth: int | None = None) -> dict[str, object]:
    """An explanation for a program: exact values as strings, the words in both languages."""
    heading = found.statement.heading
    tellings = {language: Telling(found.statement, language, locate) for language in LANGUAGES}
    return {
        "agreement": heading.agreement,
        "title": heading.title,
        "year": found.statement.year,
        "basis": found.statement.basis,
        "party": found.party,
        "item": found.item or None,
        "currency": heading.currency,
        "complete": found.tree.value is not None,
        "conditional": any(total.conditional for total in found.statement.totals),
        "missing": [one.what for one in found.statement.missing],
        "inputs": [{"path": one.path, "sha256": one.sha256} for one in found.statement.inputs],
        "assumptions": list(found.statement.assumptions),
        "figure": node_record(found.tree, tellings, depth),
    }


def node_record(
    node: Node, tellings: dict[Language, Telling], depth: int | None = None
) -> dict[str, object]:
    """A node and those below it."""
    one = tellings["en"]
    file, line = one.locate(node.path) if node.path else ("", None)
    below = [] if depth == 0 else node.children
    deeper = None if depth is None else depth - 1
    return {
        "rule": node.rule,
        "value": _value(node, one.currency),
        "unit": node.unit,
        "displayed": {language: each.value(node) for language, each in tellings.items()},
        "how": node.how,
        "counts": node.counts,
        "bound": node.bound,
        "path": dotted(node.path) or None,
        "file": file or None,
        "line": line,
        "source": node.source or None,
        "papers": [paper._asdict() for paper in node.papers],
        "facts": plain(node.facts),
        "sentence": {language: _sentence(each, node) for language, each in tellings.items()},
        "children": [node_record(child, tellings, deeper) for child in below],
    }


def _sentence(telling: Telling, node: Node) -> str:
    """A number's sentence without its place and papers, which stand by themselves."""
    return " ".join(filter(None, (telling.sentence(node), telling.terms(node))))


def _value(node: Node, currency: str) -> str | None:
    if node.value is None:
        return None
    if node.unit in ("amount", "price"):
        return exact(Amount(node.value, currency))
    return str(node.value)
