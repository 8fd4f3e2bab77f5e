"""A sealed result that has been worked out again: what came out, in words and tables."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.diagnostics import Argument
from avtalskalk.features.seal.seal import (
    Compared,
    OtherName,
    Pair,
    Recalculated,
    Row,
    SealedAgreement,
    SettledFigure,
)
from avtalskalk.model.comparison import NOBODY, Comparison, Paid
from avtalskalk.model.statement import Allocation, Heading, ItemTotal, Note, Statement, Total
from avtalskalk.report.document import (
    BLANK,
    NOTHING,
    Bullets,
    Cell,
    Column,
    Document,
    Paragraph,
    Role,
    Section,
    Table,
)
from avtalskalk.report.document import Row as TableRow
from avtalskalk.report.figures import Days, FigureLine, cost_lines, line_of
from avtalskalk.report.notes import missing_in_words
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import amount_cell, head_row
from avtalskalk.report.scale import scale
from avtalskalk.report.selection import by_agreement
from avtalskalk.report.statement_view import documents as statement_documents
from avtalskalk.report.titles import line_name, spoken_years
from avtalskalk.words import Language
from avtalskalk.words.formats import (
    capital,
    currency_digits,
    number,
    percent,
    phrase,
    roughly,
    say,
    share,
)
from avtalskalk.words.settlement import FIGURES

# So many files, or shares, are listed one by one.
_MOST_LISTED = 20

# So many more decimals than the currency has.
_FINER = 4


def document(result: Recalculated, options: Options, *, confirmed: bool = False) -> Document:
    """What came out: the verdict, why, and the figures, corrected row by row where they differ.

    ``confirmed`` says that the fingerprint was given, and is the right one.
    """
    language, fingerprint = options.language, result.seal.fingerprint
    if result.reproduced:
        verdict = phrase("seal_reproduced", language)
        # The figures as `calc` shows them, with the fingerprint below.
        about = {"fingerprint": fingerprint}
        statements = [
            now._replace(notes=(*now.notes, Note(now.heading.agreement, now.year, "sealed", about)))
            if now.in_force
            else now
            for year in result.years
            if (now := year.now)
        ]
        sealed_options = options._replace(basis=result.seal.how.basis)
        tables = [
            block
            for repeated in statement_documents(by_agreement(statements), sealed_options)
            for section in repeated.sections
            for block in section.blocks
            if isinstance(block, Table)
        ]
        tables += [
            left_table(agreement, statement, language)
            for agreement in result.seal.agreements
            for statement in agreement.statements
            if agreement.settled and statement.in_force
        ]
    else:
        same_figures = all(year.same_figures for year in result.years)
        titles = _titles(result, lambda year: not year.reproduced)
        verdict = _sentence(
            "seal_differs_in_names" if same_figures else "seal_differs",
            language,
            agreements=_first(titles, language),
        )
        if not same_figures and all(year.same_amounts for year in result.years):
            verdict = f"{verdict} {phrase('seal_differs_beside', language)}"
        tables = [
            _correction(year, year.comparison, fingerprint, language)
            for year in result.years
            if year.comparison and not year.same_years
        ]
        tables += [settled_table(year, language) for year in result.years if year.settled]
    points = tuple(_points(result, confirmed, language))
    title = _sentence("seal_title", language, fingerprint=fingerprint)
    return Document(title, (Section("", (Paragraph(verdict), Bullets(points), *tables)),))


def _sentence(key: str, language: Language, **arguments: Argument) -> str:
    parts = {name: say(value, language) for name, value in arguments.items()}
    return phrase(key, language).format_map(parts)


# --- In words ------------------------------------------------------------------------------


def _titles(result: Recalculated, which: Callable[[Compared], bool]) -> list[str]:
    """The agreements with such a year, by their titles then."""
    return list(dict.fromkeys(year.sealed.heading.title for year in result.years if which(year)))


def _first(texts: Sequence[str], language: Language) -> tuple[str, ...]:
    """Texts, the last of very many only counted."""
    if len(texts) <= _MOST_LISTED:
        return tuple(texts)
    more = phrase("more", language).format(count=len(texts) - _MOST_LISTED)
    return (*texts[:_MOST_LISTED], more)


def _points(result: Recalculated, confirmed: bool, language: Language) -> Iterator[str]:  # noqa: FBT001
    """When and how the result was sealed, and what is not the same as then.

    The fingerprint, the program, the files and the agreements.
    """
    how = result.seal.how
    yield _sentence(
        "seal_made" if how.today else "seal_made_any_day",
        language,
        day=how.today or "",
        version=result.seal.version,
        basis=phrase(how.basis, language),
        years=spoken_years(sorted({year.sealed.year for year in result.years})),
    )
    if how.assume_extended:
        yield phrase("seal_extended", language)
    yield from _first(
        [
            _sentence("seal_reading", language, agreement=sealed.id, reading=sealed.reading)
            for sealed in result.seal.agreements
            if sealed.reading
        ],
        language,
    )
    yield phrase("seal_confirmed" if confirmed else "seal_unconfirmed", language)
    effect = phrase("seal_no_effect", language) if result.reproduced else ""
    if result.folder != ".":
        yield _sentence("seal_folder", language, folder=result.folder)
    changed = [file for file in result.files if file.state != "same"]
    if not changed:
        yield phrase("seal_all_same", language)
    states = [
        _sentence(
            f"seal_file_{file.state}", language, sealed=file.sealed, now=file.now, effect=effect
        )
        for file in changed
    ]
    yield from _first(states, language)
    if result.other_version:
        sides = {"sealed": result.seal.version, "now": result.version}
        yield _sentence("seal_version", language, effect=effect, **sides)
    if result.untouched and not result.reproduced:
        yield phrase("seal_only_version" if result.other_version else "seal_neither", language)
    names = dict.fromkeys(name for year in result.years for name in year.names)
    yield from _first([_other_name(name, language) for name in names], language)
    absent = _titles(result, lambda year: year.now is None)
    reworded = _titles(result, lambda year: year.reworded)
    # Other figures have other notes.
    noted = _titles(result, lambda year: year.same_figures and year.other_notes)
    for key, titles in (
        ("seal_absent", absent),
        ("seal_reworded", reworded),
        ("seal_other_notes", noted),
    ):
        sentences = [_sentence(key, language, agreement=title) for title in titles]
        yield from _first(sentences, language)


def _other_name(name: OtherName, language: Language) -> str:
    return _sentence(
        "seal_name_changed" if name.now else "seal_name_gone",
        language,
        agreement=name.agreement,
        id=name.id,
        sealed=name.sealed,
        now=name.now,
    )


# --- In tables -----------------------------------------------------------------------------


def _correction(
    year: Compared, comparison: Comparison, fingerprint: str, language: Language
) -> Table:
    """What a party's year was sealed with, what it is now, and the difference; row by row."""
    then, now = year.sealed.heading, (year.now or year.sealed).heading
    # The words of now, with what has no word any more.
    heading = now._replace(
        parties={**now.parties, **then.parties, **now.parties},
        items={**now.items, **then.items, **now.items},
    )
    about = capital(f"{phrase(year.sealed.basis, language)} {year.sealed.year}")
    fingerprinted = _sentence("sealed", language, fingerprint=fingerprint)
    if not comparison.currency:
        sides = {"sealed": comparison.before[0].heading.currency, "now": heading.currency}
        currencies = _sentence("seal_currency", language, **sides)
        return Table(heading.title, (), (), about, (currencies, fingerprinted))
    sides_rows = list(_details(year, heading, language))
    # Also who pays the same: together they make up the total.
    for figure in comparison.figures:
        name = heading.parties.get(figure.party, figure.party)
        sides_rows.append(_Sides(name, figure.was, figure.becomes, "sum"))
    for figure in comparison.totals:
        total = phrase("total", language)
        sides_rows.append(_Sides(total, figure.was, figure.becomes, "total"))
    shown = scale(comparison.currency, None, [amount for row in sides_rows for amount in row.shown])
    columns = (
        Column(BLANK, "text"),
        shown.column(phrase("seal_sealed", language)),
        shown.column(phrase("seal_now", language)),
        shown.column(phrase("difference", language))._replace(kind="difference"),
    )
    rows = tuple(row.row() for row in sides_rows)
    notes = (*_notes(year, comparison, heading, language), fingerprinted)
    return Table(heading.title, columns, rows, f"{about} · {shown.unit_name(language)}", notes)


def left_table(agreement: SealedAgreement, year: Statement, language: Language) -> Table:
    """What is left to pay of a year whose settlement is sealed."""
    heading = year.heading
    left = {
        figure.party: figure.amount
        for figure in agreement.settled
        if figure.year == year.year and figure.figure == "left"
    }
    shown = scale(heading.currency, None, [amount or 0 for amount in left.values()])
    columns = Column(BLANK, "text"), shown.column(_figure_name("left", language))
    rows = tuple(
        TableRow((Cell(heading.parties.get(party, party)), Cell(amount)))
        for party, amount in left.items()
    )
    about = f"{capital(phrase('settlement', language))} {year.year}"
    return Table(heading.title, columns, rows, f"{about} · {shown.unit_name(language)}")


def settled_table(year: Compared, language: Language) -> Table:
    """The figures of a year's settlement that differ, party by party."""
    heading = (year.now or year.sealed).heading
    names = {**heading.parties, **year.sealed.heading.parties, **heading.parties}
    rows: list[_Sides] = []
    before = None
    for was, now in year.settled:
        figure = either((was, now))
        if figure.party != before:
            title = names.get(figure.party, figure.party) or phrase("seal_whole", language)
            rows.append(_Sides(title))
            before = figure.party
        label = _figure_name(figure.figure, language)
        rows.append(_Sides(label, paid(was), paid(now), "body", 1))
    amounts = [amount for row in rows for amount in row.shown]
    shown = scale(year.sealed.heading.currency, None, amounts)
    columns = (
        Column(BLANK, "text"),
        shown.column(phrase("seal_sealed", language)),
        shown.column(phrase("seal_now", language)),
        shown.column(phrase("difference", language))._replace(kind="difference"),
    )
    about = f"{capital(phrase('settlement', language))} {year.sealed.year}"
    table_rows = tuple(row.row() for row in rows)
    return Table(heading.title, columns, table_rows, f"{about} · {shown.unit_name(language)}")


def _figure_name(figure: str, language: Language) -> str:
    return FIGURES[figure].text(language)


class _Sides(NamedTuple):
    """A row on both sides, or a heading that has none."""

    label: str
    was: Paid | None = None
    now: Paid | None = None
    role: Role = "head"
    level: int = 0

    @property
    def shown(self) -> list[int]:
        """The amounts that the row shows."""
        if not (self.was and self.now):
            return []
        amounts = (self.was.amount, self.now.amount, difference(self.was, self.now))
        return [amount for amount in amounts if amount]

    def row(self) -> TableRow:
        """The row of a table."""
        if not (self.was and self.now):
            return head_row(self.label, 3, self.level)
        cells = (amount_cell(self.was), amount_cell(self.now), Cell(difference(self.was, self.now)))
        return TableRow((Cell(self.label), *cells), self.role, self.level)


def difference(was: Paid, now: Paid) -> int | None:
    """How much more it is now, in minor units; None where that is not known."""
    return None if was.amount is None or now.amount is None else now.amount - was.amount


def _details(year: Compared, heading: Heading, language: Language) -> Iterator[_Sides]:
    """The rows that differ, below what they are of; not where the sums say the same."""
    statements = [side for side in (year.sealed, year.now) if side]
    lines = cost_lines(statements)
    spans = {(row.start, row.end) for side in statements for row in side.rows}
    if len(lines) == 1 and len(spans) == 1:
        return
    several = len(spans) > 1
    for line in lines:
        pairs = [pair for pair in year.rows if line_of(either(pair)) == line]
        if pairs:
            yield _Sides(line_name(heading, line, language))
        by_days: dict[Days, list[Pair[Allocation]]] = {}
        for pair in pairs:
            row = either(pair)
            by_days.setdefault(Days(row.start, row.end), []).append(pair)
        for days, changed in by_days.items():
            if several:
                yield _Sides(f"{days.start} – {days.end}", level=1)
            for was, now in changed:
                party = either((was, now)).party
                name = heading.parties.get(party, party)
                yield _Sides(name, paid(was), paid(now), "body", 1 + several)


def either(pair: Pair[Row]) -> Row:
    """A row as it is now, or as it was where it is not there any more."""
    return next(row for row in reversed(pair) if row)


def paid(row: Allocation | Total | ItemTotal | SettledFigure | None) -> Paid:
    """What a row comes to, nothing where there is none."""
    return Paid(row.amount, row.conditional) if row else NOBODY


def _notes(
    year: Compared, comparison: Comparison, heading: Heading, language: Language
) -> Iterator[str]:
    """What amounts do not tell: shares, conditions, sums before rounding, missing figures."""
    if any(figure.was.conditional or figure.becomes.conditional for figure in comparison.figures):
        yield phrase("marked", language)
    yield from _first(list(dict.fromkeys(_shares(year, heading, language))), language)
    for figure in comparison.figures:
        if figure.was.conditional != figure.becomes.conditional:
            key = "seal_conditional" if figure.becomes.conditional else "seal_unconditional"
            party = heading.parties.get(figure.party, figure.party)
            yield _sentence(key, language, party=party)
    for was, now in year.items:
        if was and now and was.exact != now.exact and was.amount == now.amount:
            name = line_name(heading, FigureLine(now.item, "split"), language)
            sides = {"sealed": _exact(was, language), "now": _exact(now, language)}
            yield _sentence("seal_exact", language, item=name, **sides)
    for key, place in (("seal_missing_then", 0), ("seal_missing_now", 1)):
        figures = [
            missing_in_words(missing.what, missing.year, heading, language)
            for pair in year.missing
            if (missing := pair[place])
        ]
        if figures:
            yield _sentence(key, language, figures=_first(figures, language))


def _shares(year: Compared, heading: Heading, language: Language) -> Iterator[str]:
    """The shares that are others than they were."""
    for was, now in year.rows:
        if was and now and was.share != now.share:
            # Two shares at a glance; exactly where they would look the same.
            parts = (was.share, now.share)
            glance = [None if part is None else percent(part, language, 2) for part in parts]
            write = share if glance[0] == glance[1] else roughly
            before, after = [NOTHING if part is None else write(part, language) for part in parts]
            yield _sentence(
                "seal_share",
                language,
                party=heading.parties.get(now.party, now.party),
                item=line_name(heading, line_of(now), language),
                sealed=before,
                now=after,
            )


def _exact(item: ItemTotal, language: Language) -> str:
    """What a cost comes to before it is rounded, with decimals enough to tell two apart."""
    if item.exact is None:
        return NOTHING
    digits = currency_digits(item.currency)
    return number(Fraction(item.exact, 10**digits), language, digits + _FINER)
