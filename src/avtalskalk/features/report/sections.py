"""A report's sections: each a function from the report to texts, tables and charts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from avtalskalk.calculation.comparison import together, volumes
from avtalskalk.diagnostics import Argument
from avtalskalk.features.calendar.due import due_days
from avtalskalk.features.calendar.timeline import timeline_section
from avtalskalk.features.calendar.view import documents as calendar_documents
from avtalskalk.features.explain import bridge_view
from avtalskalk.features.explain import view as explanation_view
from avtalskalk.features.explain.bridge import bridge_of
from avtalskalk.features.explain.tree import calculated_year, explained
from avtalskalk.features.invoice.billing import bill
from avtalskalk.features.invoice.view import table as billing_table
from avtalskalk.features.readings.readings import in_each_reading
from avtalskalk.features.readings.view import table as readings_table
from avtalskalk.features.report.report import Report
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.features.settle.view import lacking_notes
from avtalskalk.features.settle.view import tables as settlement_tables
from avtalskalk.model.comparison import ComparedYear, Paid
from avtalskalk.model.statement import Statement
from avtalskalk.money import half_up
from avtalskalk.report import comparison_view
from avtalskalk.report.agreement_text import describe
from avtalskalk.report.document import (
    BLANK,
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Paragraph,
    Row,
    Section,
    Series,
    Table,
)
from avtalskalk.report.figures import parties, party_totals
from avtalskalk.report.notes import lacking, notes, spoken_lacking
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import amount_cell
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.schedule import schedule_table
from avtalskalk.report.statement_view import agreement_table
from avtalskalk.report.titles import listed, spoken_years
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, currency_digits, fill, percent, phrase, roughly
from avtalskalk.words.report import WORDS

_A_YEAR = timedelta(days=365)
_MOST_BARS = 60
# A name and a single cost say what the year's own table does.
_FEWEST_ACROSS = 2
_COMPARED = 2
_MOST_BRIDGES = 12

Sections = Iterator[Section]


def worded(key: str, language: Language, **arguments: Argument) -> str:
    """Words of reports."""
    return fill(WORDS[key].text(language), arguments, language)


def _scale(statements: Sequence[Statement], options: Options) -> Scale:
    amounts = [row.amount for statement in statements for row in statement.rows]
    return scale(statements[0].heading.currency, options.unit, amounts)


def _totals(report: Report, statements: Sequence[Statement], options: Options) -> Table:
    """What each party pays in some years, and all together, as the years' own tables have it.

    Of two years also the difference.
    """
    names, language = parties(statements), options.language
    shown, absent = _scale(statements, options), Paid(0, there=False)

    def build(step: int) -> Table:
        exact = [party_totals(statement) for statement in statements]
        sides = [party_totals(s, step) for s in statements] if step > 1 else exact
        rows = []
        for party in [*names, ""]:
            paid, whole = (
                [side.get(party, absent) if party else together([*side.values()]) for side in kind]
                for kind in (sides, exact)
            )
            cells = [
                Cell(report.statement.heading.parties.get(party, party)),
                *map(amount_cell, paid),
            ]
            if not party:
                cells[0] = Cell(phrase("total", language))
            if len(statements) == _COMPARED:
                relative = ComparedYear("", "", "", *whole).relative
                cells.append(Cell(ComparedYear("", "", "", *paid).difference))
                cells.append(Cell(BLANK if relative is None else relative))
            rows.append(Row(tuple(cells), "body" if party else "total"))
        columns = [Column(BLANK, "text"), *(shown.column(year.year) for year in statements)]
        if len(statements) == _COMPARED:
            difference = shown.column(worded("difference", language))
            columns.append(difference._replace(kind="difference"))
            title = worded("relative", language)
            columns.append(Column(title, "relative", places=options.decimals))
        return Table("", tuple(columns), tuple(rows), capital(shown.unit_name(language)))

    amounts = [row.amount for statement in statements for row in statement.rows]
    return in_unit(build, shown, amounts, options)


# --- Texts -------------------------------------------------------------------------------------


def summary(report: Report, options: Options) -> Sections:
    """The paragraph for a memo: the cost, what it was, what each party pays, what is settled.

    Its figures are those of the tables.
    """
    language, statement, before = options.language, report.statement, report.before
    heading, shown = statement.heading, _scale([statement], options)
    about: dict[str, Argument] = {"title": heading.title, "year": statement.year}

    def money(cell: Cell) -> str:
        return shown.text(cell.value, language) if isinstance(cell.value, int) else ""

    exact = party_totals(statement)
    whole = together([*exact.values()]) if exact else Paid(None)
    if not statement.in_force or whole.amount is None:
        key = "total_missing" if statement.in_force else "not_in_force"
        texts = [worded(key, language, **about)]
    else:
        was = together([*party_totals(before).values()]).amount if before else None
        compared = [before] if before and was else []
        *rows, total = _totals(report, [*compared, statement], options).rows
        place = 1 + len(compared)
        about["amount"] = money(total.cells[place])
        key = "total"
        if before and was:
            difference = whole.amount - was
            key = "total_more" if difference > 0 else "total_less" if difference else "total_same"
            about |= {
                "before": before.year,
                "difference": money(total.cells[3]).lstrip("-"),
                "percent": percent(Fraction(abs(difference), abs(was)), language, 1),
            }
        texts = [worded(key, language, **about)]
        named = [
            worded(
                "party" if whole.amount else "party_alone",
                language,
                party=str(row.cells[0].value),
                amount=money(row.cells[place]),
                share=roughly(Fraction(exact[party].amount or 0, whole.amount or 1), language),
            )
            for row, party in zip(rows, parties([*compared, statement]), strict=True)
            if party in exact
        ]
        if len(named) > 1:
            texts.append(f"{listed(named, language)}.")
        if whole.conditional:
            texts.append(worded("conditional", language))
    for settled in _settlements(report).made[-1:]:
        for table in settlement_tables(settled, options)[1:]:
            for row in table.rows:
                payer, payee, left = row.cells
                about = {"year": settled.year, "amount": money(left)}
                about |= {"payer": str(payer.value), "payee": str(payee.value)}
                texts.append(worded("transfer", language, **about))
    yield Section(worded("summary", language), (Paragraph(" ".join(texts)),))


def terms(report: Report, options: Options) -> Sections:
    """The agreement in words, as `show` has it."""
    timeline = timeline_section(report.plan, report.today, options.language)
    agreement = report.plan.agreement
    first, *others = describe(agreement, options.language, report.today, timeline).sections
    yield first._replace(heading=worded("terms", options.language))
    yield from others


# --- Tables ------------------------------------------------------------------------------------


def amounts(report: Report, options: Options) -> Sections:
    """What each party pays in the year, cost by cost; parties lead to their explanations."""
    title = worded("amounts", options.language, year=report.statement.year)
    table = agreement_table([report.statement], options)
    if report.explained:
        names = report.statement.heading.parties
        anchors = {
            name: explanation_view.anchor(report.statement.heading.agreement, party)
            for party, name in names.items()
        }
        # A party's sum, or its only row.
        summed = any(row.role == "sum" for row in table.rows)
        rows = tuple(
            row._replace(cells=(first._replace(target=anchors.get(str(first.value), "")), *others))
            if row.role == "sum" or not summed
            else row
            for row in table.rows
            for first, *others in [row.cells]
        )
        table = replace(table, rows=rows)
    yield Section("", (replace(table, title=title),))


def schedule(report: Report, options: Options) -> Sections:
    """The year with parties down and costs across, where there are several."""
    table = schedule_table([report.statement], options)
    if len(table.columns) > _FEWEST_ACROSS:
        title = worded("schedule", options.language, year=report.statement.year)
        yield Section("", (replace(table, title=title, notes=_further(table, report, options)),))


def years(report: Report, options: Options) -> Sections:
    """What each party pays, year by year, cost by cost."""
    if len(report.statements) > 1:
        table = agreement_table(report.statements, options)
        title = worded("years", options.language)
        yield Section("", (replace(table, title=title, notes=_further(table, report, options)),))


def change(report: Report, options: Options) -> Sections:
    """What each party pays in the year and the year before, and the difference."""
    if report.before:
        table = _totals(report, [report.before, report.statement], options)
        title = worded("change", options.language, before=report.before.year)
        yield Section("", (replace(table, title=title),))


def bridges(report: Report, options: Options) -> Sections:
    """What changed each party's amount from the year before, bar by bar."""
    before, language = report.before, options.language
    if before is None:
        return
    known = {total.party for total in before.totals}
    names = [party for party in parties([report.statement]) if party in known]
    if len(names) > _MOST_BRIDGES:
        about: dict[str, Argument] = {"before": before.year, "year": report.statement.year}
        text = worded("no_bridges", language, **about)
        yield Section(worded("bridges", language), (Paragraph(text),))
        return
    years = (
        calculated_year(report.plan, report.number - 1, report.basis),
        calculated_year(report.plan, report.number, report.basis),
    )
    for party in names:
        bridge = bridge_of(years, party)
        document = bridge_view.document(bridge, language, report.loaded.file_and_line)
        blocks = tuple(block for section in document.sections for block in section.blocks)
        title = worded("bridge", language, party=report.statement.heading.parties[party])
        yield Section(title, blocks, folded=True)


def proposals(report: Report, options: Options) -> Sections:
    """Scenarios beside the agreement as it is, and what each does to the parties."""
    if report.proposals:
        title = worded("proposals", options.language)
        below = replace(comparison_view.table(report.proposals, options), title=title)
        drawn = comparison_view.chart(report.proposals, options)
        yield Section("", (below, *([drawn] if drawn else [])))


def per_unit(report: Report, options: Options) -> Sections:
    """What the year comes to per inhabitant, visit or the like, where the agreement counts them."""
    language, statement = options.language, report.statement
    heading = statement.heading
    exact = party_totals(statement)
    table = _totals(report, [statement], options)
    names = [*parties([statement]), ""]
    cells = {party: row.cells for party, row in zip(names, table.rows, strict=True)}
    digits = currency_digits(heading.currency)
    rows = []
    for volume in volumes(report.plan, [report.number]):
        if volume.party not in cells:
            continue
        paid = exact[volume.party] if volume.party else together([*exact.values()])
        price = None
        if paid.amount is not None:
            per = paid.amount / volume.value
            price = half_up(per.numerator, per.denominator)
        unit = volume.unit or worded("inhabitants", language)
        count = int(volume.value) if volume.value.denominator == 1 else str(volume.value)
        name, amount = cells[volume.party]
        rows.append(Row((name, Cell(unit), Cell(count), amount, Cell(price))))
    if rows:
        columns = (
            Column(BLANK, "text"),
            Column(worded("unit", language), "text"),
            Column(worded("count", language), "count"),
            table.columns[1]._replace(title=phrase("amount", language)),
            Column(worded("per", language), "money", digits, digits),
        )
        title = worded("per_unit", language, year=statement.year)
        yield Section("", (Table(title, columns, tuple(rows), table.subtitle, table.notes[:1]),))


def _further(table: Table, report: Report, options: Options) -> tuple[str, ...]:
    """A table's notes but for those that stand below the year's own."""
    known = notes([report.statement], options.language, _scale([report.statement], options))
    return tuple(note for note in table.notes if note not in known)


class _Settlements(NamedTuple):
    """The report's years that are settled, and later ones of whose outcome only a part is known."""

    made: Sequence[Settlement]
    unmade: Sequence[Settlement]


def _settlements(report: Report) -> _Settlements:
    settlements = report.settlements
    made = [s for s in settlements if any(share.left is not None for share in s.shares)]
    later = settlements[settlements.index(made[-1]) + 1 :] if made else settlements
    return _Settlements(made, [s for s in later if s.outcome.rows])


def settlement(report: Report, options: Options) -> Sections:
    """The latest year whose outcome is known: budget, outcome, what is paid and what is left.

    Of later years with some outcome it says why they cannot be settled.
    """
    language = options.language
    made, unmade = _settlements(report)
    for settled in made[-1:]:
        title = worded("settlement", language, year=settled.year)
        yield Section("", tuple(settlement_tables(settled, options, title)))
    for settled in unmade:
        sides = settled.budget, settled.outcome
        blocks: list[Block] = [Paragraph(worded("unsettled", language, year=settled.year))]
        # An error that both sides have is the first's.
        errors = [[d for d in side.diagnostics if d.severity == "error"] for side in sides]
        blocks += errors[0] or errors[1]
        why = [*spoken_lacking(lacking(sides, language), 0, language)]
        why += lacking_notes(settled, language)
        blocks += [Bullets(tuple(why))] if why else []
        yield Section(worded("missing", language, year=settled.year), tuple(blocks))


def invoices(report: Report, options: Options) -> Sections:
    """The year's instalments, where the agreement says when it is billed."""
    if report.plan.agreement.invoicing is None:
        return
    billings = bill(
        report.loaded,
        [report.number],
        today=report.today,
        assume_extended=report.assume_extended,
    )
    title = worded("invoices", options.language, year=report.statement.year)
    for billing in billings:
        if billing.bills:
            table = billing_table(billing, options, title)
            yield Section("", (replace(table, notes=_further(table, report, options)),))


def readings(report: Report, options: Options) -> Sections:
    """What each reading comes to, and the money at stake."""
    if not report.plan.agreement.readings:
        return
    compared = in_each_reading(
        report.loaded,
        (report.number,),
        report.basis,
        today=report.today,
        assume_extended=report.assume_extended,
    )
    if compared is not None:
        table = readings_table(compared, options)
        yield Section("", (replace(table, title=worded("readings", options.language)),))


def dates(report: Report, options: Options) -> Sections:
    """What falls due within a year from today."""
    last = report.today + _A_YEAR
    calendar = due_days(report.loaded, report.today, last, assume_extended=report.assume_extended)
    if calendar.days:
        (document,) = calendar_documents([calendar], report.today, last, options)
        for section in document.sections:
            tables = (block for block in section.blocks if isinstance(block, Table))
            title = worded("dates", options.language)
            yield Section("", tuple(replace(table, title=title) for table in tables))


def inputs(report: Report, options: Options) -> Sections:
    """The files that the figures rest on, with their fingerprints."""
    language = options.language
    columns = tuple(Column(worded(key, language), "text") for key in ("file", "sha256"))
    rows = tuple(Row((Cell(file.path), Cell(file.sha256))) for file in report.loaded.inputs)
    note = worded("inputs_note", language, version=options.version, today=report.today)
    yield Section("", (Table(worded("inputs", language), columns, rows, notes=(note,)),))


def explanations(report: Report, options: Options) -> Sections:
    """How each party's amount is worked out, down to the file and the paper."""
    language, statement = options.language, report.statement
    calculated = calculated_year(report.plan, report.number, report.basis)
    said: explanation_view.Said = {}
    for party in parties([statement]):
        document = explanation_view.document(
            explained(calculated, party), language, report.loaded.file_and_line, said=said
        )
        name = statement.heading.parties[party]
        blocks = tuple(block for section in document.sections for block in section.blocks)
        yield Section(
            worded("explanation", language, party=name),
            blocks,
            explanation_view.anchor(statement.heading.agreement, party),
            folded=True,
        )


# --- Charts ------------------------------------------------------------------------------------


def chart(report: Report, options: Options) -> Sections:
    """What each party pays, the years beside each other, as far as there is room for them."""
    names = parties(report.statements)
    most = max(1, _MOST_BARS // max(len(names), 1))
    shown = report.statements[-most:]
    if not names or len(names) > _MOST_BARS or not any(s.totals for s in shown):
        return
    heading, language = report.statement.heading, options.language
    table = _totals(report, shown, options)
    series = [
        Series(column.title, tuple(row.cells[place].value for row in table.rows[:-1]))
        for place, column in enumerate(table.columns[1 : 1 + len(shown)], 1)
    ]
    labels = spoken_years(statement.year for statement in shown)
    yield Section(
        "",
        (
            Chart(
                worded("chart", language),
                worded("chart_about", language, years=labels),
                table.columns[1]._replace(title=table.subtitle),
                tuple(heading.parties.get(party, party) for party in names),
                tuple(series),
            ),
        ),
    )


SECTIONS: Final[Mapping[str, Callable[[Report, Options], Sections]]] = MappingProxyType(
    {
        "summary": summary,
        "amounts": amounts,
        "schedule": schedule,
        "chart": chart,
        "change": change,
        "bridge": bridges,
        "proposals": proposals,
        "years": years,
        "per_unit": per_unit,
        "settlement": settlement,
        "invoices": invoices,
        "terms": terms,
        "readings": readings,
        "dates": dates,
        "explanations": explanations,
        "inputs": inputs,
    }
)
"""All sections by the names that a layout has for them, in the order they stand without one."""
