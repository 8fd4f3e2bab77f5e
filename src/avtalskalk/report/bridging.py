"""A bridge from one year to another, as a table with a row for each bar."""

from collections.abc import Iterator

from avtalskalk.diagnostics import Amount
from avtalskalk.engine.bridge import Bar, Bridge, Part
from avtalskalk.report.document import Block, Bullets, Document, Heading
from avtalskalk.report.explanation import Locate, Telling, node_record
from avtalskalk.report.plain import exact
from avtalskalk.report.table import Cell, Column, Row, Table
from avtalskalk.texts import LANGUAGES, Language
from avtalskalk.texts.formats import amount, safe, share


def document(found: Bridge, language: Language, locate: Locate) -> Document:
    """A bridge: start, a bar for each thing that changed, end, and what is missing."""
    statements = found.statements
    telling = Telling(statements[1], language, locate)
    heading = statements[0].heading
    labels = [one.year for one in statements]
    table = Table(
        telling.word(
            "bridge", party=safe(heading.parties[found.party]), first=labels[0], last=labels[1]
        ),
        (
            Column(telling.word("bar"), "text"),
            Column(telling.word("amount"), "text"),
            Column(telling.word("why"), "text"),
        ),
        tuple(_rows(found, telling, labels)),
        safe(heading.title),
    )
    blocks: list[Block] = [table, Bullets(tuple(_beside(found, telling)))]
    reasons = tuple(dict.fromkeys(_reasons(found, telling)))
    if reasons:
        blocks += [Heading(telling.word("words"), 2), Bullets(reasons)]
    return Document(tuple(blocks))


def _money(minor: int | None, telling: Telling, *, signed: bool = False) -> str:
    if minor is None:
        return telling.word("missing")
    text = amount(minor, telling.currency, telling.language)
    return f"+{text}" if signed and minor > 0 else text


def _rows(found: Bridge, telling: Telling, labels: list[str]) -> Iterator[Row]:
    """The start, the bars with their items, the end."""
    yield _ends(telling.word("start", year=labels[0]), found.first.value, telling)
    for bar in found.bars:
        if bar.rule == "surcharges" and not bar.amount:
            continue
        several = len(bar.parts) > 1
        why = _why(bar, bar.parts[0], telling) if len(bar.parts) == 1 and not several else ""
        if bar.amount == 0 and not any(part.amount for part in bar.parts):
            why = telling.word("nothing")
        label = telling.word(bar.rule)
        yield Row((Cell(label), Cell(_money(bar.amount, telling, signed=True)), Cell(why)))
        if several:
            for part in bar.parts:
                if part.amount:
                    cells = (
                        part.item,
                        _money(part.amount, telling, signed=True),
                        _why(bar, part, telling),
                    )
                    yield Row(tuple(map(Cell, cells)), "body", 1)
    yield _ends(telling.word("end", year=labels[1]), found.last.value, telling)


def _ends(label: str, value: object, telling: Telling) -> Row:
    minor = None if value is None else int(value)  # type: ignore[call-overload]
    return Row((Cell(label), Cell(_money(minor, telling)), Cell("")), "total")


def _why(bar: Bar, part: Part, telling: Telling) -> str:
    """What a bar's item went from and to."""
    if part.before is None or part.after is None:
        return ""
    if bar.rule == "split":
        ends = (share(one, telling.language) for one in (part.before, part.after))
    else:
        ends = (
            amount(one, telling.currency, telling.language) for one in (part.before, part.after)
        )
    before, after = ends
    return telling.word("from_to", before=before, after=after)


def _beside(found: Bridge, telling: Telling) -> Iterator[str]:
    """What is missing, the shares that are known all the same, and how the bars are made."""
    party = safe(telling.statement.heading.parties[found.party])
    for lacking in found.lacking:
        yield telling.word("lacking", year=lacking.year, what=safe(lacking.what))
    for item, before, after in found.shares:
        yield telling.word(
            "same_shares" if before == after else "lacking_shares",
            party=party,
            item=safe(item),
            before=share(before, telling.language),
            after=share(after, telling.language),
        )
    yield telling.word("bridge_note")


def _reasons(found: Bridge, telling: Telling) -> Iterator[str]:
    """The later year's rules behind the bars that are not zero."""
    for bar in found.bars:
        for part in bar.parts:
            if part.amount:
                yield from _reason(found, bar, part, telling)
        for node in bar.nodes:
            yield telling.whole(node)


def _reason(found: Bridge, bar: Bar, part: Part, telling: Telling) -> Iterator[str]:
    """Why an item is part of a bar: for a split what held in both years, otherwise its amount."""
    if bar.rule == "split":
        for statement, node in zip(found.statements, (part.earlier, part.node), strict=True):
            if node is not None:
                yield telling.word("in_year", year=statement.year, sentence=telling.whole(node))
        return
    for one in part.node.children[1:] or (part.node,):
        yield telling.whole(one)


def record(found: Bridge, locate: Locate) -> dict[str, object]:
    """A bridge for a program."""
    statements = found.statements
    heading = statements[0].heading
    tellings = {language: Telling(statements[1], language, locate) for language in LANGUAGES}

    def money(minor: int | None) -> str | None:
        return None if minor is None else exact(Amount(minor, heading.currency))

    def part_record(bar: Bar, part: Part) -> dict[str, object]:
        unit = "share" if bar.rule == "split" else "amount"
        ends = {
            name: None
            if value is None
            else str(value)
            if unit == "share"
            else exact(Amount(value, heading.currency))
            for name, value in (("before", part.before), ("after", part.after))
        }
        node = node_record(part.node, tellings)
        earlier = part.earlier and node_record(part.earlier, tellings)
        return {
            "item": part.item,
            "amount": money(part.amount),
            **ends,
            "rule": node,
            "earlier_rule": earlier,
        }

    return {
        "agreement": heading.agreement,
        "title": heading.title,
        "party": found.party,
        "basis": statements[0].basis,
        "currency": heading.currency,
        "from": statements[0].year,
        "to": statements[1].year,
        "start": money(None if found.first.value is None else int(found.first.value)),
        "end": money(None if found.last.value is None else int(found.last.value)),
        "bars": [
            {
                "bar": bar.rule,
                "amount": money(bar.amount),
                "parts": [part_record(bar, part) for part in bar.parts],
                "rules": [node_record(node, tellings) for node in bar.nodes],
            }
            for bar in found.bars
        ],
        "missing": [{"year": one.year, "what": one.what} for one in found.lacking],
        "shares": [
            {"item": item, "before": str(before), "after": str(after)}
            for item, before, after in found.shares
        ],
    }
