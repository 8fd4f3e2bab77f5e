"""A bridge from one year to another, as a table with a row for each bar."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from avtalskalk.diagnostics import Amount
from avtalskalk.features.explain.bridge import Bar, Bridge, Part, Reasons
from avtalskalk.features.explain.explanation_text import Locate, Telling
from avtalskalk.features.explain.view import node_record, told
from avtalskalk.report.document import Bullets, Cell, Column, Document, Row, Section, Table
from avtalskalk.report.notes import missing_in_words
from avtalskalk.report.plain import exact
from avtalskalk.report.records import Records, Rows
from avtalskalk.words import LANGUAGES, Language
from avtalskalk.words.formats import capital, possessive, safe, signed


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
    sections = [Section("", (table, Bullets(tuple(_beside(found, telling)))))]
    reasons = tuple(dict.fromkeys(_reasons(found, telling)))
    if reasons:
        sections.append(Section(telling.word("words"), (Bullets(reasons),)))
    return Document("", tuple(sections))


def _money(minor: int | None, telling: Telling) -> str:
    """A bar's amount with its sign; one that is not known."""
    if minor is None:
        return telling.word("not_known")
    return signed(telling.money(minor), minor)


def _rows(found: Bridge, telling: Telling, labels: list[str]) -> Iterator[Row]:
    """The start, the bars with their items, the end."""
    yield _end(telling.word("start", year=labels[0]), found.first.value, telling)
    for bar in found.bars:
        if bar.rule == "surcharges" and not bar.amount:
            continue
        yield _row(telling.word(bar.rule), bar.amount, _why_of_bar(bar, telling), telling)
        for part in bar.parts if len(bar.parts) > 1 else ():
            if part.amount:
                label = capital(safe(part.item))
                yield _row(label, part.amount, _why(bar, part, telling), telling, 1)
    yield _end(telling.word("end", year=labels[1]), found.last.value, telling)


def _row(label: str, minor: int | None, why: str, telling: Telling, level: int = 0) -> Row:
    return Row((Cell(label), Cell(_money(minor, telling)), Cell(why)), "body", level)


def _end(label: str, value: Fraction | None, telling: Telling) -> Row:
    """The amount of one of the years."""
    text = telling.word("missing") if value is None else telling.money(value)
    return Row((Cell(label), Cell(text), Cell("")), "total")


def _why_of_bar(bar: Bar, telling: Telling) -> str:
    """What the only item of a bar went from and to, or that nothing changed."""
    if bar.amount == 0 and not any(part.amount for part in bar.parts):
        return telling.word("nothing")
    return _why(bar, bar.parts[0], telling) if len(bar.parts) == 1 else ""


def _why(bar: Bar, part: Part, telling: Telling) -> str:
    """What a bar's item went from and to."""
    if part.before is None or part.after is None:
        return ""
    say = telling.share if bar.rule == "split" else telling.money
    return telling.word("from_to", before=say(part.before), after=say(part.after))


def _beside(found: Bridge, telling: Telling) -> Iterator[str]:
    """How the bars are made; or what is missing, and the shares that are known all the same."""
    if not found.lacking:
        yield telling.word("bridge_note")
    heading, language = telling.statement.heading, telling.language
    party = safe(heading.parties[found.party])
    for lacking in found.lacking:
        what = missing_in_words(lacking.what, lacking.year, heading, language)
        yield telling.word("lacking", what=what)
    for item, before, after in found.shares:
        yield telling.word(
            "same_shares" if before == after else "lacking_shares",
            owner=possessive(party, language),
            item=safe(item) or telling.word("all_costs"),
            before=telling.share(before),
            after=telling.share(after),
        )


def _reasons(found: Bridge, telling: Telling) -> Iterator[str]:
    """What differs between the years behind the bars that are not zero."""
    for bar in found.bars:
        for part in bar.parts:
            if part.amount:
                yield from _told(found, part.reasons, telling)
        # A limit is told also where it moves the same in both years, or nothing.
        if bar.amount or bar.rule == "limits":
            yield from _told(found, bar.reasons, telling)


def _told(found: Bridge, reasons: Reasons, telling: Telling) -> Iterator[str]:
    """The sentences of both years' numbers, each with its year, where it does not begin with it."""
    for statement, nodes in zip(found.statements, reasons, strict=True):
        year = statement.year
        for sentence in told(telling, nodes):
            dated = sentence.startswith(year)
            yield sentence if dated else telling.word("in_year", year=year, sentence=sentence)


def records(bridges: Iterable[dict[str, object]]) -> Records:
    """Bridges for a program."""
    rows = (Rows("bridges", [record]) for record in bridges)
    return Records("avtalskalk/bridge/1", {}, {"bridges": ()}, rows, nested=True)


def record(found: Bridge, locate: Locate) -> dict[str, object]:
    """A bridge for a program."""
    statements = found.statements
    heading = statements[0].heading
    tellings = {language: Telling(statements[1], language, locate) for language in LANGUAGES}
    return {
        "agreement": heading.agreement,
        "title": heading.title,
        "party": found.party,
        "basis": statements[0].basis,
        "currency": heading.currency,
        "from": statements[0].year,
        "to": statements[1].year,
        "start": _exact(found.first.value, heading.currency),
        "end": _exact(found.last.value, heading.currency),
        "bars": [_bar_record(bar, tellings, heading.currency) for bar in found.bars],
        "missing": [{"year": one.year, "what": one.what} for one in found.lacking],
        "shares": [
            {"item": item or None, "before": str(before), "after": str(after)}
            for item, before, after in found.shares
        ],
    }


def _exact(minor: Fraction | int | None, currency: str) -> str | None:
    return None if minor is None else exact(Amount(minor, currency))


def _bar_record(bar: Bar, tellings: dict[Language, Telling], currency: str) -> dict[str, object]:
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
                **_reasons_record(part.reasons, tellings),
            }
            for part in bar.parts
        ],
        **_reasons_record(bar.reasons, tellings),
    }


def _reasons_record(reasons: Reasons, tellings: dict[Language, Telling]) -> dict[str, object]:
    """Both years' numbers, each without those below it."""
    return {
        name: [node_record(node, tellings, 0) for node in nodes]
        for name, nodes in zip(reasons._fields, reasons, strict=True)
    }
