"""A figure's tree to a person: a table of its numbers, and the same in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from avtalskalk.diagnostics import Amount, Argument, Path
from avtalskalk.engine.explain import Explained
from avtalskalk.engine.nodes import Node, Paper
from avtalskalk.model.statement import Statement
from avtalskalk.report.document import Block, Bullets, Document, Heading, Paragraph
from avtalskalk.report.messages import dotted
from avtalskalk.report.notes import MARK, listed, notes
from avtalskalk.report.plain import exact, plain
from avtalskalk.report.table import Cell, Column, Row, Table
from avtalskalk.texts import LANGUAGES, Language
from avtalskalk.texts.explanations import RULES, WORDS
from avtalskalk.texts.formats import (
    NO_BREAK,
    amount,
    capital,
    currency_digits,
    decimals_of,
    number,
    safe,
    say,
    share,
)

Locate = Callable[[Path], tuple[str, int | None]]
"""Where a path is written: the file and the line (None where it is not known)."""

_NEARLY = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of one language for one explanation."""

    statement: Statement
    language: Language
    locate: Locate

    def word(self, key: str, **parts: str) -> str:
        """A phrase of `texts.explanations`, with its parts put in."""
        both = WORDS[key]
        return (both.sv if self.language == "sv" else both.en).format(**parts)

    @property
    def currency(self) -> str:
        """The agreement's currency."""
        return self.statement.heading.currency

    # --- Values ---------------------------------------------------------------------------

    def value(self, node: Node, value: Fraction | None = None) -> str:
        """A node's value as a person reads it."""
        value = node.value if value is None else value
        if value is None:
            return self.word("missing")
        if node.unit == "amount":
            return amount(value, self.currency, self.language)
        if node.unit == "share":
            return share(value, self.language)
        if node.unit == "price":
            return self.price(value)
        return self.number(value)

    def price(self, minor: Fraction) -> str:
        """A price; one that is a share of the unit as such."""
        places = decimals_of(Fraction(minor, 10 ** currency_digits(self.currency)))
        if places is None or abs(minor) < 1:
            return share(Fraction(minor, 10 ** currency_digits(self.currency)), self.language)
        return amount(minor, self.currency, self.language)

    def number(self, value: Fraction) -> str:
        """A number; one whose decimals do not end is marked as nearly so."""
        if decimals_of(value) is None:
            return f"≈{NO_BREAK}{number(value, self.language, _NEARLY)}"
        return number(value, self.language)

    def exact(self, node: Node) -> str:
        """A value that cannot be written out, as a fraction; "" for all others."""
        if node.value is None or node.unit in ("share", "price"):
            return ""
        scale = 10 ** currency_digits(self.currency) if node.unit == "amount" else 1
        value = Fraction(node.value, scale)
        if decimals_of(value) is not None:
            return ""
        return f"{value.numerator}/{value.denominator}"

    # --- Words ----------------------------------------------------------------------------

    def label(self, node: Node) -> str:
        """What a node is, in few words."""
        said = RULES[_key(node)].label
        text = (said.sv if self.language == "sv" else said.en).format_map(self._said(node))
        text = capital(" ".join(text.split()))
        return text if node.counts else f"({text})"

    def sentence(self, node: Node) -> str:
        """What a node says, in a sentence."""
        said = RULES[_key(node)].sentence
        text = (said.sv if self.language == "sv" else said.en).format_map(self._said(node))
        text = capital(text)
        if node.facts.get("several"):
            days = {name: say(node.facts[name], self.language) for name in ("first", "last")}
            text = self.word("during", sentence=text, **days)
        return text

    def _said(self, node: Node) -> dict[str, str]:
        """Everything that a sentence may hold."""
        counted = [one for one in node.children if one.counts]
        said = {name: self._fact(name, value) for name, value in node.facts.items()}
        said["value"] = self.value(node)
        said["opposite"] = self.value(node, -(node.value or Fraction(0)))
        for name, one in zip(("first_value", "second_value"), node.children, strict=False):
            said[name] = self.value(one)
        said["factors"] = " × ".join(self._factor(one) for one in counted)
        said["bounds"] = self._bounds(said)
        if "row" in node.facts:
            said["interval"] = self._interval(node, said)
        if "proration" in node.facts:
            said["units"] = self.word(str(node.facts["proration"]))
        return said

    def _fact(self, name: str, value: Argument) -> str:
        if name == "basis":
            return self.word(str(value))
        if type(value) is tuple:
            words = [say(one, self.language) for one in value]
            return listed(words, self.language) if words else ""
        if isinstance(value, Fraction) and name == "change":
            return (
                share(value, self.language)
                if decimals_of(value * 100) is not None
                else (
                    f"≈{NO_BREAK}{number(value * 100, self.language, 2)}"
                    f"{NO_BREAK if self.language == 'sv' else ''}%"
                )
            )
        return say(value, self.language)

    def _factor(self, node: Node) -> str:
        """A factor as it stands in a product: a share or a number below zero in brackets."""
        text = self.value(node)
        return f"({text})" if node.value is not None and node.value < 0 else text

    def _bounds(self, said: dict[str, str]) -> str:
        """What a limit bounds: ``at most …``, ``at least …``, or both."""
        words = []
        if said.get("most"):
            words.append(self.word("at_most", most=said["most"]))
        if said.get("least"):
            words.append(self.word("at_least", least=said["least"]))
        return listed(words, self.language) if words else self.word("any")

    def _interval(self, node: Node, said: dict[str, str]) -> str:
        """The sizes that a row of a table is for."""
        words = []
        if said["least"]:
            key = "from_up" if node.facts["from_inclusive"] else "above"
            words.append(self.word(key, least=said["least"]))
        if said["most"]:
            key = "up_to" if node.facts["to_inclusive"] else "below"
            words.append(self.word(key, most=said["most"]))
        return listed(words, self.language) if words else self.word("any")

    # --- Places and papers ----------------------------------------------------------------

    def place(self, node: Node) -> str:
        """File and line."""
        if not node.path:
            return ""
        file, line = self.locate(node.path)
        return f"{safe(file)}:{line}" if line else safe(file)

    def _reference(self, node: Node) -> str:
        """Where a value is written, as a sentence."""
        if not node.path or not self.place(node):
            return ""
        return self.word("according_to", path=dotted(node.path), place=self.place(node))

    def source(self, node: Node) -> str:
        """The paper that a value comes from, as a sentence."""
        if not node.source:
            return ""
        title, dnr, paragraph, day = self.statement.heading.sources.get(
            node.source, ("", "", "", "")
        )
        paper = self._found_by(Paper("", "", title or node.source, dnr, paragraph, day))
        return self.word("source", paper=paper)

    def papers(self, node: Node) -> str:
        """The decisions and papers behind a split, as a sentence."""
        by_time: dict[str, dict[str, None]] = {}
        for one in node.papers:
            by_time.setdefault(self._time(one), {})[self._paper(one)] = None
        return " ".join(
            self.word("papers", time=time, papers="; ".join(said)) for time, said in by_time.items()
        )

    def _time(self, one: Paper) -> str:
        """The days of a paper's period."""
        key = {(True, True): "time", (True, False): "time_from", (False, True): "time_to"}.get(
            (bool(one.first), bool(one.last)), "time_all"
        )
        return self.word(key, first=one.first, last=one.last)

    def _paper(self, one: Paper) -> str:
        if not one.party:
            return self._found_by(one)
        status = self._found_by(one._replace(title=self.word(one.status)), one.title)
        return self.word("decided", party=safe(one.party), status=status)

    def _found_by(self, one: Paper, body: str = "") -> str:
        """A paper by its title, with what it is found by."""
        dnr = self.word("dnr", dnr=safe(one.dnr)) if one.dnr else ""
        paragraph = safe(one.paragraph).replace("§ ", f"§{NO_BREAK}")
        found_by = ", ".join(filter(None, (safe(body), dnr, paragraph, safe(one.date))))
        return f"{safe(one.title)} ({found_by})" if found_by else safe(one.title)

    def whole(self, node: Node) -> str:
        """A sentence with all that belongs to it: where it is written, its papers."""
        parts = [self.sentence(node)]
        if node.rule not in ("line", "total"):
            parts.append(self._reference(node))
        parts += [self.papers(node), self.source(node)]
        return " ".join(filter(None, parts))


def _key(node: Node) -> str:
    """The words of a rule: some have other words below zero, or for what is not there."""
    rule = node.rule
    if rule == "total" and node.value is None:
        return "total_unknown"
    if rule in ("total", "line", "cost") and (node.value or 0) < 0:
        return f"{rule}_negative"
    if rule in ("index", "index_partly", "index_change") and node.value == 1:
        return f"{rule}_same"
    if rule == "own_amount" and len(node.children) == 1:
        return "own_amount_plain"
    if rule == "adjustment" and "adjusts" in node.facts:
        return "adjustment_for"
    if rule == "index_value" and node.facts["published"]:
        return "index_value_published"
    if rule == "rounding_largest_remainder" and not node.facts["takers"]:
        return "rounding_largest_remainder_even"
    return rule


# --- Documents -----------------------------------------------------------------------------


def document(
    found: Explained, language: Language, locate: Locate, depth: int | None = None
) -> Document:
    """An explanation: the figure, its tree as a table, the same in words, and what to know."""
    telling = Telling(found.statement, language, locate)
    rows = list(_walked(found.tree, depth))
    blocks: list[Block] = [
        Heading(_title(telling, found)),
        Paragraph(telling.sentence(found.tree)),
        _table(telling, rows),
        Heading(telling.word("words"), 2),
        Bullets(tuple(dict.fromkeys(telling.whole(node) for node, _ in rows[1:]))),
    ]
    beside = [text.removeprefix(f"{MARK} ") for text in notes([found.statement], language)]
    if depth is not None and len(rows) < sum(1 for _ in _walked(found.tree, None)):
        beside.append(telling.word("deeper", depth=str(depth)))
    if beside:
        blocks += [Heading(telling.word("beside"), 2), Bullets(tuple(beside))]
    return Document(tuple(blocks))


def _title(telling: Telling, found: Explained) -> str:
    heading = found.statement.heading
    said = {"party": safe(heading.parties[found.party]), "year": found.statement.year}
    if found.item:
        return telling.word("title_item", item=safe(heading.items[found.item]), **said)
    return telling.word("title", **said)


def _walked(node: Node, depth: int | None, level: int = 0) -> Iterator[tuple[Node, int]]:
    """Every node and how deep it lies, the one above before those below."""
    yield node, level
    if depth is None or level < depth:
        for one in node.children:
            yield from _walked(one, depth, level + 1)


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
        "sentence": {language: each.sentence(node) for language, each in tellings.items()},
        "children": [node_record(child, tellings, deeper) for child in below],
    }


def _value(node: Node, currency: str) -> str | None:
    if node.value is None:
        return None
    if node.unit in ("amount", "price"):
        return exact(Amount(node.value, currency))
    return str(node.value)
