"""A bridge from one year to another, as a table with a row for each bar."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import accumulate

from avtalskalk.diagnostics import Amount
from avtalskalk.features.explain.bridge import Bridge, BridgeBar, BridgePart, Reasons
from avtalskalk.features.explain.bridge_sums import BridgeSums
from avtalskalk.features.explain.explanation_text import ExplanationWords, Locate
from avtalskalk.features.explain.view import node_record, sentences
from avtalskalk.report.document import (
    Bullets,
    Cell,
    Chart,
    Column,
    Document,
    Row,
    Section,
    Series,
    Table,
)
from avtalskalk.report.notes import missing_in_words
from avtalskalk.report.plain import exact
from avtalskalk.report.records import Records, Rows
from avtalskalk.report.scale import scale
from avtalskalk.words import LANGUAGES, Language
from avtalskalk.words.formats import capital, possessive, safe, signed


def document(bridge: Bridge, language: Language, locate: Locate) -> Document:
    """A bridge: start, a bar for each thing that changed, end, and what is missing."""
    statements = bridge.statements
    words = ExplanationWords(statements[1], language, locate)
    heading = statements[0].heading
    labels = [statement.year for statement in statements]
    table = Table(
        words.word(
            "bridge", party=safe(heading.parties[bridge.party]), first=labels[0], last=labels[1]
        ),
        (
            Column(words.word("bar"), "text"),
            Column(words.word("amount"), "text"),
            Column(words.word("why"), "text"),
        ),
        tuple(_rows(bridge, words, labels)),
        safe(heading.title),
    )
    drawn = chart(bridge, words)
    beside = Bullets(tuple(_beside(bridge, words)))
    sections = [Section("", (table, *([drawn] if drawn else []), beside))]
    reasons = tuple(dict.fromkeys(_reasons(bridge, words)))
    if reasons:
        sections.append(Section(words.word("words"), (Bullets(reasons),)))
    return Document("", tuple(sections))


def chart(bridge: Bridge, words: ExplanationWords) -> Chart | None:
    """The bars between the years' amounts, each to the side of its effect; None where unknown."""
    ends = bridge.first.value, bridge.last.value
    bars = [bar for bar in bridge.bars if bar.amount]
    if None in ends:
        return None
    first, last = (int(end or 0) for end in ends)
    amounts = [bar.amount or 0 for bar in bars]
    heading, years = bridge.statements[0].heading, [year.year for year in bridge.statements]
    unit = scale(heading.currency, None, [first, *amounts, last])
    title = words.word(
        "bridge", party=safe(heading.parties[bridge.party]), first=years[0], last=years[1]
    )
    return Chart(
        title,
        words.word("bridge_about", title=title),
        unit.column(unit.unit_name(words.language)),
        (
            words.word("start", year=years[0]),
            *(words.word(bar.rule) for bar in bars),
            words.word("end", year=years[1]),
        ),
        (Series("", (first, *amounts, last)),),
        (0, *accumulate(amounts[:-1], initial=first), 0) if bars else (0, 0),
    )


def _money(minor: int | None, words: ExplanationWords) -> str:
    """A bar's amount with its sign; one that is not known."""
    if minor is None:
        return words.word("not_known")
    return signed(words.money(minor), minor)


def _rows(bridge: Bridge, words: ExplanationWords, labels: list[str]) -> Iterator[Row]:
    """The start, the bars with their items, the end."""
    yield _end(words.word("start", year=labels[0]), bridge.first.value, words)
    for bar in bridge.bars:
        if bar.rule in ("surcharges", "carried") and not bar.amount:
            continue
        yield _row(words.word(bar.rule), bar.amount, _why_of_bar(bar, words), words)
        for part in bar.parts if len(bar.parts) > 1 else ():
            if part.amount:
                label = capital(safe(part.item))
                yield _row(label, part.amount, _why(bar, part, words), words, 1)
    yield _end(words.word("end", year=labels[1]), bridge.last.value, words)


def _row(label: str, minor: int | None, why: str, words: ExplanationWords, level: int = 0) -> Row:
    return Row((Cell(label), Cell(_money(minor, words)), Cell(why)), "body", level)


def _end(label: str, value: Fraction | None, words: ExplanationWords) -> Row:
    """The amount of one of the years."""
    text = words.word("missing") if value is None else words.money(value)
    return Row((Cell(label), Cell(text), Cell("")), "total")


def _why_of_bar(bar: BridgeBar, words: ExplanationWords) -> str:
    """What the only item of a bar went from and to, or that nothing changed."""
    if bar.amount == 0 and not any(part.amount for part in bar.parts):
        return words.word("nothing")
    return _why(bar, bar.parts[0], words) if len(bar.parts) == 1 else ""


def _why(bar: BridgeBar, part: BridgePart, words: ExplanationWords) -> str:
    """What a bar's item went from and to."""
    if part.before is None or part.after is None:
        return ""
    say = words.share if bar.rule == "split" else words.money
    return words.word("from_to", before=say(part.before), after=say(part.after))


def _beside(bridge: Bridge, words: ExplanationWords) -> Iterator[str]:
    """How the bars are made; or what is missing, and the shares that are known all the same."""
    if not bridge.lacking:
        yield words.word("bridge_note")
    heading, language = words.statement.heading, words.language
    party = safe(heading.parties[bridge.party])
    for lacking in bridge.lacking:
        what = missing_in_words(lacking.what, lacking.year, heading, language)
        yield words.word("lacking", what=what)
    for item, before, after in bridge.shares:
        yield words.word(
            "same_shares" if before == after else "lacking_shares",
            owner=possessive(party, language),
            item=safe(item) or words.word("all_costs"),
            before=words.share(before),
            after=words.share(after),
        )


def _reasons(bridge: Bridge, words: ExplanationWords) -> Iterator[str]:
    """What differs between the years behind the bars that are not zero."""
    for bar in bridge.bars:
        for part in bar.parts:
            if part.amount:
                yield from _sentences(bridge, part.reasons, words)
        # A limit is told also where it moves the same in both years, or nothing.
        if bar.amount or bar.rule == "limits":
            yield from _sentences(bridge, bar.reasons, words)


def _sentences(bridge: Bridge, reasons: Reasons, words: ExplanationWords) -> Iterator[str]:
    """The sentences of both years' numbers, each with its year, where it does not begin with it."""
    for statement, nodes in zip(bridge.statements, reasons, strict=True):
        year = statement.year
        for sentence in sentences(words, nodes):
            dated = sentence.startswith(year)
            yield sentence if dated else words.word("in_year", year=year, sentence=sentence)


def records(bridges: Iterable[dict[str, object]], sums: BridgeSums) -> Records:
    """Bridges for a program, and what they are summed from where a party has several."""

    def rows() -> Iterator[Rows]:
        for record in bridges:
            yield Rows("bridges", [record])
        yield from sums.rows()

    return Records("avtalskalk/bridge/1", {}, {"bridges": (), "sums": ()}, rows(), nested=True)


def record(bridge: Bridge, locate: Locate) -> dict[str, object]:
    """A bridge for a program."""
    statements = bridge.statements
    heading = statements[0].heading
    by_language = {
        language: ExplanationWords(statements[1], language, locate) for language in LANGUAGES
    }
    return {
        "agreement": heading.agreement,
        "title": heading.title,
        "party": bridge.party,
        "basis": statements[0].basis,
        "currency": heading.currency,
        "from": statements[0].year,
        "to": statements[1].year,
        "start": _exact(bridge.first.value, heading.currency),
        "end": _exact(bridge.last.value, heading.currency),
        "bars": [_bar_record(bar, by_language, heading.currency) for bar in bridge.bars],
        "missing": [{"year": lacking.year, "what": lacking.what} for lacking in bridge.lacking],
        "shares": [
            {"item": item or None, "before": str(before), "after": str(after)}
            for item, before, after in bridge.shares
        ],
    }


def _exact(minor: Fraction | int | None, currency: str) -> str | None:
    return None if minor is None else exact(Amount(minor, currency))


def _bar_record(
    bar: BridgeBar, by_language: dict[Language, ExplanationWords], currency: str
) -> dict[str, object]:
    def end(value: Fraction | None) -> str | None:
        shares = bar.rule == "split" and value is not None
        return str(value) if shares else _exact(value, currency)

    return {
        "bar": bar.rule,
        "amount": _exact(bar.amount, currency),
        "parts": [
            {
                "item": part.item,
                "amount": _exact(part.amount, currency),
                "before": end(part.before),
                "after": end(part.after),
                **_reasons_record(part.reasons, by_language),
            }
            for part in bar.parts
        ],
        **_reasons_record(bar.reasons, by_language),
    }


def _reasons_record(
    reasons: Reasons, by_language: dict[Language, ExplanationWords]
) -> dict[str, object]:
    """Both years' numbers, each without those below it."""
    return {
        name: [node_record(node, by_language, 0) for node in nodes]
        for name, nodes in zip(reasons._fields, reasons, strict=True)
    }
