"""A figure's tree to a person: a table of its numbers, and the same in words."""

from collections.abc import Iterable, Iterator, Mapping

from avtalskalk.diagnostics import Amount
from avtalskalk.features.explain.explanation_text import REPEATED, ExplanationWords, Locate
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


Said = dict[tuple[object, ...], str]
"""Numbers that follow from many others, and with which party these have been listed."""

_MANY = 10


def anchor(agreement: str, party: str) -> str:
    """What the explanation of a party's amount is called where others lead to it."""
    return f"{agreement}.{party}"


def document(
    explained: Explained,
    language: Language,
    locate: Locate,
    depth: int | None = None,
    said: Said | None = None,
) -> Document:
    """An explanation: the figure, its tree as a table, the same in words, and what to know.

    With ``said`` it stands among those of other parties: what follows from many numbers has them
    only the first time, as a key's values, and long lists of names are cut short.
    """
    most_named = None if said is None else _MANY
    words = ExplanationWords(explained.statement, language, locate, most_named)
    rows: list[tuple[Node, int]] = []
    elsewhere: dict[int, str] = {}
    deeper = -1
    for node, level in leveled(explained.tree, depth):
        if deeper >= 0 and level > deeper:
            continue
        deeper = -1
        if said is not None and len(node.children) > _MANY:
            list_of = (node.rule, node.path, node.value, node.facts.get("when"), len(node.children))
            if list_of in said:
                elsewhere[len(rows)], deeper = said[list_of], level
            said.setdefault(list_of, explained.party)
        rows.append((node, level))
    opening = Paragraph(words.sentence(explained.tree))
    sections = [Section("", (opening, _table(words, rows, elsewhere)))]
    # What the table's rows do not say by themselves, and last the decisions behind the splits.
    nodes = [node for node, _ in rows[1:]]
    in_words: dict[str, None] = {}
    sources: set[str] = set()
    for node in nodes:
        if words.needs_words(node, sources):
            in_words[words.brief(node, sources)] = None
            sources.add(node.source)
    standing = dict.fromkeys(text for node in nodes for text in words.standing(node))
    for key, texts in (("words", in_words), ("decisions", standing)):
        if texts:
            sections.append(Section(words.word(key), (Bullets(tuple(texts)),)))
    beside = [text.removeprefix(f"{MARK} ") for text in notes([explained.statement], language)]
    if depth is not None and len(rows) < sum(1 for _ in leveled(explained.tree, None)):
        beside.append(words.word("deeper", depth=str(depth)))
    if beside:
        sections.append(Section(words.word("beside"), (Bullets(tuple(beside)),)))
    heading = explained.statement.heading
    names = {"party": safe(heading.parties[explained.party]), "year": explained.statement.year}
    title = words.word("title", **names)
    if explained.item:
        title = words.word("title_item", item=safe(heading.items[explained.item]), **names)
    elif explained.kind != "year":
        title = words.word(f"title_{explained.kind}", number=str(explained.number), **names)
    return Document(title, tuple(sections))


def sentences(words: ExplanationWords, nodes: Iterable[Node]) -> Iterator[str]:
    """The sentences of numbers, without those that only repeat the number above."""
    return (words.whole(node) for node in nodes if node.rule not in REPEATED)


def leveled(node: Node, depth: int | None, level: int = 0) -> Iterator[tuple[Node, int]]:
    """Every node and how deep it lies, the one above before those below."""
    yield node, level
    if depth is None or level < depth:
        for child in node.children:
            yield from leveled(child, depth, level + 1)


def _table(
    words: ExplanationWords, rows: list[tuple[Node, int]], elsewhere: Mapping[int, str]
) -> Table:
    """The tree as a grid: what, how much, and where it is written, or with whom it is listed."""
    fractions = any(words.exact(node) for node, _ in rows)
    columns = [
        Column(words.word("step"), "text"),
        Column(words.word("value"), "text"),
        *([Column(words.word("exact"), "text")] if fractions else []),
        Column(words.word("where"), "text"),
    ]
    beside = any(not node.counts for node, _ in rows)
    return Table(
        words.word("tree"),
        tuple(columns),
        tuple(
            _row(words, node, level, elsewhere.get(place, ""), fractions=fractions)
            for place, (node, level) in enumerate(rows)
        ),
        "",
        (words.word("tree_note"),) if beside else (),
    )


def _row(
    words: ExplanationWords, node: Node, level: int, listed_with: str, *, fractions: bool
) -> Row:
    label = Cell(words.label(node))
    if listed_with:
        heading = words.statement.heading
        party = safe(heading.parties[listed_with])
        text = words.word("listed_with", label=str(label.value), party=party)
        label = Cell(text, target=anchor(heading.agreement, listed_with))
    cells = [
        label,
        Cell(words.value(node)),
        *([Cell(words.exact(node))] if fractions else []),
        Cell(words.place(node)),
    ]
    return Row(tuple(cells), "total" if level == 0 else "body", level)


# --- For a program -------------------------------------------------------------------------


def records(explanations: Iterable[dict[str, object]]) -> Records:
    """Explanations for a program."""
    rows = (Rows("explanations", [record]) for record in explanations)
    return Records("avtalskalk/explanation/1", {}, {"explanations": ()}, rows, nested=True)


def record(explained: Explained, locate: Locate, depth: int | None = None) -> dict[str, object]:
    """An explanation for a program: exact values as strings, the words in both languages."""
    heading = explained.statement.heading
    by_language = {
        language: ExplanationWords(explained.statement, language, locate) for language in LANGUAGES
    }
    return {
        "agreement": heading.agreement,
        "title": heading.title,
        "year": explained.statement.year,
        "basis": explained.statement.basis,
        "party": explained.party,
        "item": explained.item or None,
        "kind": explained.kind,
        "number": explained.number,
        "currency": heading.currency,
        "complete": explained.tree.value is not None,
        "conditional": any(total.conditional for total in explained.statement.totals),
        "missing": [missing.what for missing in explained.statement.missing],
        "inputs": [
            {"path": read.path, "sha256": read.sha256} for read in explained.statement.inputs
        ],
        "assumptions": list(explained.statement.assumptions),
        "figure": node_record(explained.tree, by_language, depth),
    }


def node_record(
    node: Node, by_language: dict[Language, ExplanationWords], depth: int | None = None
) -> dict[str, object]:
    """A node and those below it."""
    english = by_language["en"]
    file, line = english.locate(node.path) if node.path else ("", None)
    below = [] if depth == 0 else node.children
    deeper = None if depth is None else depth - 1
    return {
        "rule": node.rule,
        "value": _value(node, english.currency),
        "unit": node.unit,
        "displayed": {language: words.value(node) for language, words in by_language.items()},
        "how": node.how,
        "counts": node.counts,
        "bound": node.bound,
        "path": dotted(node.path) or None,
        "file": file or None,
        "line": line,
        "source": node.source or None,
        "papers": [paper._asdict() for paper in node.papers],
        "facts": plain(node.facts),
        "sentence": {
            language: " ".join(filter(None, (words.sentence(node), words.terms(node))))
            for language, words in by_language.items()
        },
        "children": [node_record(child, by_language, deeper) for child in below],
    }


def _value(node: Node, currency: str) -> str | None:
    if node.value is None:
        return None
    if node.unit in ("amount", "price"):
        return exact(Amount(node.value, currency))
    return str(node.value)
