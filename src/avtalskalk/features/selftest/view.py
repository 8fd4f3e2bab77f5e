"""What came out otherwise than an agreement's own tests say, as tables."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.features.explain.explanation_text import SAID_ABOVE, Telling
from avtalskalk.features.explain.tree import Explained
from avtalskalk.features.explain.view import leveled
from avtalskalk.features.selftest.expectations import TOTAL, Case, Expected
from avtalskalk.features.selftest.run import Difference, Otherwise, Tried
from avtalskalk.model.statement import Heading, Statement
from avtalskalk.report.document import BLANK, Cell, Column, Document, Row, Table, of_blocks
from avtalskalk.report.notes import lacking, spoken_lacking
from avtalskalk.report.scale import scale
from avtalskalk.report.titles import spoken_years
from avtalskalk.words import Language
from avtalskalk.words.formats import amount, capital, phrase, safe

_LEVELS = 2


class CasePlace(NamedTuple):
    """Where a case stands: the test file and the line."""

    file: str
    line: int


class TriedFile(NamedTuple):
    """A test file with its cases, where each stands, and which amounts were written anew."""

    file: str
    agreement: str
    cases: tuple[tuple[Tried, CasePlace], ...]
    failures: int
    accepted: frozenset[Path] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()


def documents(files: Iterable[TriedFile], language: Language) -> Iterator[Document]:
    """A table for each case that fails or was accepted, then one over all files."""
    tried_files = [file for file in files if file.cases]
    for file in tried_files:
        for tried, place in file.cases:
            if tried.differences or tried.otherwise:
                yield of_blocks(failed_table(tried, place, language, file.accepted))
    if tried_files:
        yield of_blocks(_summary(tried_files, language))


def failed_table(
    tried: Tried, place: CasePlace, language: Language, accepted: frozenset[Path] = frozenset()
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
    differences = tried.differences
    if not differences or heading is None:
        return (), ()
    amounts = [amount for one in differences for amount in (one.expected.minor, one.got or 0)]
    shown = scale(heading.currency, None, amounts)
    all_accepted = all(difference.expected.path in accepted for difference in differences)
    pair = ("test_was", "test_is") if all_accepted else ("test_expected", "test_got")
    titles = (phrase(key, language) for key in (*pair, "test_difference"))
    rows = tuple(
        Row(
            (
                Cell(_label(difference, tried.case, heading, language)),
                Cell(difference.expected.minor),
                Cell(difference.got),
                Cell(difference.amount),
            )
        )
        for difference in differences
    )
    return (Column(BLANK, "text"), *map(shown.column, titles)), rows


def _label(difference: Difference, case: Case, heading: Heading, language: Language) -> str:
    """Whose amount it is, and of what."""
    year = [difference.year] if len(case.years) > 1 else []
    return ", ".join([*year, *_named(difference.expected, heading, language)])


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
    sentences = (text for explained in tried.explained for text in _why(explained, language))
    yield from dict.fromkeys(sentences)
    for statement in tried.statements:
        differences = [one for one in tried.differences if one.year == statement.year]
        sums = {one.expected.item for one in differences if one.expected.party == TOTAL}
        yield from _items(statement, sums, language)
        if statement.missing and any(one.got is None for one in differences):
            yield from spoken_lacking(lacking([statement], language), 0, language)


def _why(explained: Explained, language: Language) -> Iterator[str]:
    """The first levels of a figure's explanation; `explain` has the rest, with its places."""
    telling = Telling(explained.statement, language, lambda _: ("", None))
    for node, level in leveled(explained.tree, _LEVELS):
        if (level or not node.children) and node.rule not in SAID_ABOVE:
            yield telling.sentence(node)


def _otherwise(other: Otherwise, language: Language) -> str:
    what = phrase(f"test_{other.what}", language)
    expected, got = (_word(text, language) for text in (other.expected, other.got))
    text = phrase("test_otherwise", language).format(what=what, expected=expected, got=got)
    return capital(f"{other.year}: {text}" if other.year else text)


def _word(text: str, language: Language) -> str:
    """Yes or no in the reader's language; a code as it is."""
    return phrase(text or "nothing", language) if text in {"yes", "no", ""} else text


def _items(statement: Statement, sums: set[str], language: Language) -> Iterator[str]:
    """The amounts of items whose sum, or whose year's sum, is not the one expected."""
    for item in statement.items:
        if item.amount is not None and not sums.isdisjoint(("", item.item)):
            whole = amount(item.amount, statement.heading.currency, language)
            yield safe(f"{capital(item.title)}: {whole}")


def _summary(files: Iterable[TriedFile], language: Language) -> Table:
    """Each test file with its cases and how many of them failed."""
    columns = (
        Column(phrase("test_file", language), "text"),
        Column(phrase("test_cases", language), "count"),
        Column(phrase("test_failed", language), "count"),
    )
    rows = tuple(
        Row((Cell(file.file), Cell(len(file.cases)), Cell(file.failures))) for file in files
    )
    return Table(phrase("test_summary", language), columns, rows)
