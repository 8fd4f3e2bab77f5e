"""Statements as the sheets of a workbook: results, what they rest on, and how they come about."""

from collections.abc import Sequence
from fractions import Fraction

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.year_result import of_year
from avtalskalk.features.workbook.amounts import RowKey, Rows, amount_rows
from avtalskalk.features.workbook.book import COLUMNS, Book, BookYear
from avtalskalk.features.workbook.costs import piece_amount
from avtalskalk.features.workbook.draft import SheetDraft
from avtalskalk.features.workbook.expression import Expression, constant, nearest, total
from avtalskalk.model.statement import Statement
from avtalskalk.report.figures import FigureLine
from avtalskalk.report.titles import line_name
from avtalskalk.report.workbook import (
    WorkbookCell,
    WorkbookChart,
    WorkbookColumn,
    WorkbookSheet,
)
from avtalskalk.words import Language
from avtalskalk.words.formats import currency_digits, phrase

MOST_ROWS = 10_000
"""A workbook of more rows than this takes long to open; then its figures are numbers alone."""

# A spreadsheet keeps 15 digits; öre of larger amounts are not exact there.
_MOST_MINOR = 10**13
# Minor units beyond these are more digits than a spreadsheet's numbers have.
_MOST_DIGITS = 10**15
_MOST_BARS = 60
_WRONG, _OTHERWISE = "#B3261E", "#B26A00"
_WARNINGS = {
    "differs": _WRONG, "not_whole": _WRONG, "rounded_weights": _WRONG, "more_rounds": _WRONG,
    "changed": _OTHERWISE, "follows": _OTHERWISE,
}  # fmt: skip


def sheets(years: Sequence[tuple[Plan, Statement]], language: Language) -> list[WorkbookSheet]:
    """The sheets of some agreements' years."""
    several = len({statement.heading.agreement for _, statement in years}) > 1
    book = Book(language, {})
    for key, columns in COLUMNS.items():
        chosen = {
            name: kind
            for name, kind in columns.items()
            if several or name not in {"agreement", "title"}
        }
        book.sheets[key] = SheetDraft(book.word(key), chosen)
    books = [
        BookYear(book, plan, statement, of_year(plan, int(statement.year[:4]), statement.basis))
        for plan, statement in years
        if statement.in_force
    ]
    exact = [
        year for year in books if all(abs(row.amount) < _MOST_MINOR for row in year.statement.rows)
    ]
    # Costs, then shares: what can be changed stands together.
    for year in exact:
        for charged in year.result.charged:
            for portion in charged.line.portions:
                if portion.piece.own_amounts is None:
                    piece_amount(year, portion.piece)
    for year in books:
        year_amounts(year, amount_rows(year) if year in exact else None)
    return finished(book, books, several=several)


def year_amounts(year: BookYear, known: Rows | None) -> None:
    """A year's rows party by party, each beside what was calculated, and the parties' totals.

    Without formulas (None) its amounts are beyond a spreadsheet's exact numbers.
    """
    book, statement, unit = year.book, year.statement, constant(year.unit)
    calculated = {
        RowKey(
            row.item, row.line, row.party, str(row.start) if row.line in {"split", "own"} else ""
        ): row
        for row in statement.rows
    }
    draft, heading = book.sheets["amounts"], statement.heading
    paid: dict[str, Expression] = {}
    for party in year.plan.parties:
        cells = []
        for key in dict.fromkeys([*(known or ()), *calculated]):
            if key.party != party:
                continue
            row, given = calculated.get(key), (known or {}).get(key)
            amount = Fraction(row.amount if row else 0) / year.unit
            line = FigureLine(key.item, "split" if key.line == "own" else key.line)
            texts = {
                **year.where, **year.party(party), "item_id": key.item,
                "item": line_name(heading, line, book.language), "start": key.start,
                "end": str(row.end) if row and key.start else "",
            }  # fmt: skip
            if given is None:
                note = "carried" if key.line == "carried" else "typed"
                texts["note"] = book.word("beyond" if known is None else note)
            place = draft.row(texts)
            if given and given.share:
                draft.put(place, "share", given.share)
            elif row and row.share is not None:
                draft.put(place, "share", constant(row.share))
            cells.append(
                draft.put(place, "amount", given.amount / unit if given else constant(amount))
            )
            draft.cell(place, "calculated", amount)
            _control(book, draft, place)
        if known is not None:
            paid[party] = nearest(total(cells), currency_digits(heading.currency))
    year_totals(year, paid)


def _control(book: Book, draft: SheetDraft, place: int) -> None:
    """Whether an amount is what was calculated; after a change only whether it has followed."""
    amount, calculated = (
        "{}!{}{}".format(*draft.place(place, column)) for column in ("amount", "calculated")
    )
    changed = f'{book.sheets["result"].name}!$A$3<>"{book.word("unchanged")}"'
    words = [book.word(key) for key in ("same", "follows", "agrees", "differs")]
    same, follows, agrees, differs = words
    formula = (
        f'IF({changed},IF({amount}={calculated},"{same}","{follows}"),'
        f'IF({amount}={calculated},"{agrees}","{differs}"))'
    )
    draft.cell(place, "control", agrees, formula)


def year_totals(year: BookYear, paid: dict[str, Expression]) -> None:
    """What each party pays in a year, and all together."""
    book, statement, draft = year.book, year.statement, year.book.sheets["result"]
    totals = {total.party: total.amount for total in statement.totals}
    rows = {party: draft.row({**year.where, **year.party(party)}) for party in totals}
    below = draft.row({**year.where, "party": phrase("total", book.language)}, "total")
    complete = all(amount is not None for amount in totals.values())
    whole = Fraction(sum(amount or 0 for amount in totals.values())) / year.unit
    cells = []
    for party, row in rows.items():
        amount = totals[party]
        if amount is None:
            draft.cell(row, "amount", phrase("missing", book.language), kind="text")
            continue
        calculated = Fraction(amount) / year.unit
        cell = draft.put(row, "amount", paid.get(party, constant(calculated)))
        cells.append(cell)
        draft.cell(row, "calculated", calculated)
        _control(book, draft, row)
        key = (statement.heading.agreement, statement.year, party)
        book.paid[key] = nearest(cell * constant(year.unit))
        if complete and whole:
            # An amount of more digits than a spreadsheet has is written as a text.
            computes = abs(whole * year.unit) < _MOST_DIGITS
            divided = cell / draft.named(below, "amount", whole)
            draft.put(row, "share", divided if computes else constant(divided.value))
    if not complete:
        draft.cell(below, "amount", phrase("missing", book.language), kind="text")
        return
    digits = currency_digits(statement.heading.currency)
    draft.put(below, "amount", nearest(total(cells), digits) if paid else constant(whole))
    draft.cell(below, "calculated", whole)
    _control(book, draft, below)


def finished(book: Book, books: Sequence[BookYear], *, several: bool) -> list[WorkbookSheet]:
    """The sheets that have something on them, with titles, and a chart of one agreement's year."""
    entries = book.sheets["inputs"]
    changed = (
        f'COUNTIF({entries.span("changed")},"{book.word("changed")}")' if entries.rows else "0"
    )
    unchanged = book.word("unchanged")
    status = f'IF({changed}=0,"{unchanged}",{changed}&"{book.word("some_changed")}")'
    warnings = tuple((book.word(word), color) for word, color in _WARNINGS.items())
    made = []
    for key, draft in book.sheets.items():
        if not draft.rows:
            continue
        line = WorkbookCell(book.word(f"{key}_about"), "text")
        second = WorkbookCell("", "text")
        chart = None
        if key == "result":
            second = WorkbookCell(unchanged, "control", status)
            chart = None if several else result_chart(draft, books[-1])
        title = book.word(f"{key}_title")
        if key == "result" and not several:
            title = books[0].statement.heading.title
        columns = tuple(
            WorkbookColumn(book.word(f"column_{name}"), kind)
            for name, kind in draft.columns.items()
        )
        made.append(
            WorkbookSheet(
                draft.name, title, (line, second), columns, tuple(draft.rows), warnings, chart
            )
        )
    return made


def result_chart(draft: SheetDraft, year: BookYear) -> WorkbookChart | None:
    """What each party pays in the last of the years."""
    number = len(year.statement.totals)
    if not number or number > _MOST_BARS or any(t.amount is None for t in year.statement.totals):
        return None
    names, values = ([*draft.columns].index(column) for column in ("party", "amount"))
    last = len(draft.rows) - 2
    title = year.book.word("chart", year=year.statement.year)
    about = year.book.word("chart_about")
    return WorkbookChart(title, about, names, values, last - number + 1, last)
