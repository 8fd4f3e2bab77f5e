"""What came out otherwise than an agreement's own tests say, as tables and as plain rows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avtalskalk.diagnostics import Path
from avtalskalk.features.explain.explanation_text import Telling
from avtalskalk.features.explain.tree import Explained
from avtalskalk.features.explain.view import SAID_ABOVE, leveled
from avtalskalk.features.selftest.expectations import TOTAL, Case, Expected
from avtalskalk.features.selftest.run import Difference, Otherwise, Tried
from avtalskalk.model.statement import Heading, Statement
from avtalskalk.report.notes import spoken_years
from avtalskalk.report.plain import decimal
from avtalskalk.report.scale import scale
from avtalskalk.report.table import BLANK, Cell, Column, Row, Table
from avtalskalk.words import Language
from avtalskalk.words.formats import amount, capital, currency_digits, phrase, safe

_LEVELS = 2


class Place(NamedTuple):
    """Where a case stands: the test file and the line."""

    file: str
    line: int


def failed_table(
    tried: Tried, place: Place, language: Language, accepted: frozenset[Path] = frozenset()
) -> Table:
    """A case that came out otherwise: each amount expected, what it is, and why."""
    heading = tried.statements[0].heading if tried.statements else None
    columns, rows = _grid(tried, heading, language, accepted)
    return Table(
        tried.case.name,
        columns,
        rows,
        f"{place.file}:{place.line} · {_about(tried.case, language)}",
        tuple(_notes(tried, language)),
    )


def _about(case: Case, language: Language) -> str:
    """What the case works out."""
    parts = [f"{phrase(case.basis, language)} {spoken_years(map(str, case.years))}"]
    if case.reading:
        parts.append(phrase("under_reading", language).replace("{name}", case.reading))
    if case.changes:
        parts.append(phrase("with_changes", language).replace("{paths}", ", ".join(case.changes)))
    return " · ".join(parts)


def _grid(
    tried: Tried, heading: Heading | None, language: Language, accepted: frozenset[Path]
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    found = tried.differences
    if not found or heading is None:
        return (), ()
    amounts = [one for each in found for one in (each.expected.minor, each.got or 0)]
    shown = scale(heading.currency, None, amounts)
    taken = all(one.expected.path in accepted for one in found)
    pair = ("test_was", "test_is") if taken else ("test_expected", "test_got")
    titles = (*pair, "test_difference")
    columns = (Column(BLANK, "text"), *(shown.column(phrase(one, language)) for one in titles))
    return columns, tuple(
        Row(
            (
                Cell(_label(each, tried.case, heading, language)),
                Cell(each.expected.minor),
                Cell(each.got),
                Cell(None if each.got is None else each.got - each.expected.minor),
            )
        )
        for each in found
    )


def _label(one: Difference, case: Case, heading: Heading, language: Language) -> str:
    """Whose amount it is, and of what."""
    parts = [one.year] if len(case.years) > 1 else []
    return ", ".join([*parts, *_named(one.expected, heading, language)])


def _named(expected: Expected, heading: Heading, language: Language) -> list[str]:
    item, party = expected.item, expected.party
    names = [heading.items.get(item, item)] if item else []
    if party != TOTAL:
        return [*names, heading.parties.get(party, party)]
    return names or [phrase("total", language)]


def _notes(tried: Tried, language: Language) -> Iterator[str]:
    """What else came out otherwise, and why the failing figures are what they are."""
    for other in tried.otherwise:
        yield _otherwise(other, language)
    sentences = (text for one in tried.explained for text in _why(one, language))
    yield from dict.fromkeys(sentences)
    for each in tried.statements:
        found = [one for one in tried.differences if one.year == each.year]
        yield from _items(each, {one.expected.item for one in found if _is_sum(one)}, language)
        if each.missing and any(one.got is None for one in found):
            figures = ", ".join(dict.fromkeys(one.what for one in each.missing))
            yield phrase("missing_figures", language).replace("{figures}", safe(figures))


def _is_sum(one: Difference) -> bool:
    """Whether an amount is that of all the parties."""
    return one.expected.party == TOTAL


def _why(found: Explained, language: Language) -> Iterator[str]:
    """The first levels of a figure's explanation; `explain` has the rest, with its places."""
    telling = Telling(found.statement, language, lambda _: ("", None))
    for node, level in leveled(found.tree, _LEVELS):
        if (level or not node.children) and node.rule not in SAID_ABOVE:
            yield telling.sentence(node)


def _otherwise(one: Otherwise, language: Language) -> str:
    what = phrase(f"test_{one.what}", language)
    expected, got = (_word(text, language) for text in (one.expected, one.got))
    said = phrase("test_otherwise", language)
    said = said.format(what=what, expected=expected, got=got)
    return capital(f"{one.year}: {said}" if one.year else said)


def _word(text: str, language: Language) -> str:
    """Yes or no in the reader's language; a code as it is."""
    return phrase(text or "nothing", language) if text in {"yes", "no", ""} else text


def _items(statement: Statement, sums: set[str], language: Language) -> Iterator[str]:
    """The amounts of items whose sum, or whose year's sum, is not the one expected."""
    for item in statement.items:
        if item.amount is not None and not sums.isdisjoint(("", item.item)):
            whole = amount(item.amount, statement.heading.currency, language)
            yield safe(f"{capital(item.title)}: {whole}")


def summary(files: Iterable[tuple[str, int, int]], language: Language) -> Table:
    """Each test file with its cases and how many of them failed."""
    titles = ("test_file", "test_cases", "test_failed")
    kinds = ("text", "count", "count")
    columns = tuple(
        Column(phrase(title, language), "text" if kind == "text" else "count")
        for title, kind in zip(titles, kinds, strict=True)
    )
    rows = tuple(Row((Cell(file), Cell(cases), Cell(bad))) for file, cases, bad in files)
    return Table(phrase("test_summary", language), columns, rows)


def record(
    tried: Tried, place: Place, agreement: str, accepted: frozenset[Path]
) -> dict[str, object]:
    """A case for a program."""
    currency = tried.statements[0].heading.currency if tried.statements else "SEK"
    case = tried.case
    return {
        "agreement": agreement,
        "file": place.file,
        "line": place.line,
        "case": case.name,
        "years": [str(year) for year in case.years],
        "basis": case.basis,
        "reading": case.reading,
        "passed": tried.passed,
        "differences": [
            {
                "year": one.year,
                "item": one.expected.item,
                "party": one.expected.party or None,
                "expected": _decimal(one.expected.minor, currency),
                "got": _decimal(one.got, currency),
                "difference": _decimal(
                    None if one.got is None else one.got - one.expected.minor, currency
                ),
                "currency": currency,
                "accepted": one.expected.path in accepted,
            }
            for one in tried.differences
        ],
        "otherwise": [
            {"year": one.year, "what": one.what, "expected": one.expected, "got": one.got}
            for one in tried.otherwise
        ],
        "errors": [one.code for one in tried.diagnostics],
    }


def _decimal(minor: int | None, currency: str) -> str | None:
    return None if minor is None else decimal(minor, currency_digits(currency))
