"""What came out otherwise than an agreement's own tests say, as tables."""

from collections.abc import Iterable, Iterator

from avtalskalk.features.explain.explanation_text import REPEATED, ExplanationWords
from avtalskalk.features.explain.view import leveled
from avtalskalk.features.selftest.expectations import TOTAL
from avtalskalk.features.selftest.run import Tried
from avtalskalk.features.selftest.tested import Tested
from avtalskalk.report.document import BLANK, Cell, Column, Document, Row, Table, of_blocks
from avtalskalk.report.notes import lacking, spoken_lacking
from avtalskalk.report.scale import scale
from avtalskalk.report.titles import spoken_years
from avtalskalk.words import Language
from avtalskalk.words.formats import amount, capital, phrase, safe

_LEVELS = 2


def documents(files: Iterable[Tested], language: Language) -> Iterator[Document]:
    """A table for each case that fails or was accepted, then one over all files."""
    tried_files = [file for file in files if file.tried]
    for file in tried_files:
        for tried in file.tried:
            if tried.differences or tried.otherwise:
                yield of_blocks(_failed_table(file, tried, language))
    if tried_files:
        # Each test file with its cases and how many of them failed.
        columns = (
            Column(phrase("test_file", language), "text"),
            Column(phrase("test_cases", language), "count"),
            Column(phrase("test_failed", language), "count"),
        )
        rows = tuple(
            Row((Cell(file.file), Cell(len(file.tried)), Cell(file.failures)))
            for file in tried_files
        )
        yield of_blocks(Table(phrase("test_summary", language), columns, rows))


def _failed_table(file: Tested, tried: Tried, language: Language) -> Table:
    """A case that came out otherwise: each amount expected, what it is, and why."""
    case, differences = tried.case, tried.differences
    about = [f"{phrase(case.basis, language)} {spoken_years(map(str, case.years))}"]
    if case.reading:
        about.append(phrase("under_reading", language).replace("{name}", case.reading))
    if case.changes:
        about.append(phrase("with_changes", language).replace("{paths}", ", ".join(case.changes)))
    columns: tuple[Column, ...] = ()
    rows: list[Row] = []
    if differences and tried.statements:
        heading = tried.statements[0].heading
        amounts = [minor for d in differences for minor in (d.expected.minor, d.got or 0)]
        shown = scale(heading.currency, None, amounts)
        all_accepted = all(difference.expected.path in file.accepted for difference in differences)
        pair = ("test_was", "test_is") if all_accepted else ("test_expected", "test_got")
        titles = (phrase(key, language) for key in (*pair, "test_difference"))
        columns = (Column(BLANK, "text"), *map(shown.column, titles))
        for difference in differences:
            year = [difference.year] if len(case.years) > 1 else []
            # Of what the amount is, and whose.
            item, party = difference.expected.item, difference.expected.party
            names = [heading.items.get(item, item)] if item else []
            if party != TOTAL:
                names.append(heading.parties.get(party, party))
            label = ", ".join([*year, *(names or [phrase("total", language)])])
            cells = (difference.expected.minor, difference.got, difference.amount)
            rows.append(Row((Cell(label), *map(Cell, cells))))
    subtitle = f"{file.file}:{file.line(tried)} · {' · '.join(about)}"
    return Table(case.name, columns, tuple(rows), subtitle, tuple(_notes(tried, language)))


def _notes(tried: Tried, language: Language) -> Iterator[str]:
    """What else came out otherwise, and why the failing figures are what they are."""
    for outcome in tried.otherwise:
        # Yes or no in the reader's language; a code as it is.
        expected, got = (
            phrase(text or "nothing", language) if text in {"yes", "no", ""} else text
            for text in (outcome.expected, outcome.got)
        )
        what = phrase(f"test_{outcome.what}", language)
        text = phrase("test_otherwise", language).format(what=what, expected=expected, got=got)
        yield capital(f"{outcome.year}: {text}" if outcome.year else text)
    # The first levels of the explanations; `explain` has the rest, with its places.
    sentences: dict[str, None] = {}
    for explained in tried.explained:
        words = ExplanationWords(explained.statement, language, lambda _: ("", None))
        for node, level in leveled(explained.tree, _LEVELS):
            if (level or not node.children) and node.rule not in REPEATED:
                sentences[words.sentence(node)] = None
    yield from sentences
    for statement in tried.statements:
        differences = [d for d in tried.differences if d.year == statement.year]
        sums = {d.expected.item for d in differences if d.expected.party == TOTAL}
        for item in statement.items:
            if item.amount is not None and not sums.isdisjoint(("", item.item)):
                whole = amount(item.amount, statement.heading.currency, language)
                yield safe(f"{capital(item.title)}: {whole}")
        carried = [row.amount for row in statement.rows if row.line == "carried"]
        if carried and "" in sums:
            whole = amount(sum(carried), statement.heading.currency, language)
            yield f"{phrase('line_carried', language)}: {whole}"
        if statement.missing and any(difference.got is None for difference in differences):
            yield from spoken_lacking(lacking([statement], language), 0, language)
