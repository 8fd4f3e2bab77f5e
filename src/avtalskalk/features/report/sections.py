"""A report's sections: each a function from the report to texts, tables and charts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from avtalskalk.calculation.comparison import together, volumes
from avtalskalk.diagnostics import Amount, Argument
from avtalskalk.features.calendar.due import due_days
from avtalskalk.features.calendar.timeline import timeline_section
from avtalskalk.features.calendar.view import documents as calendar_documents
from avtalskalk.features.explain import view as explanation_view
from avtalskalk.features.explain.tree import explain
from avtalskalk.features.invoice.billing import bill
from avtalskalk.features.invoice.view import table as billing_table
from avtalskalk.features.readings.readings import in_each_reading
from avtalskalk.features.readings.view import table as readings_table
from avtalskalk.features.report.report import Report
from avtalskalk.features.settle.settlement import Settlement, settle
from avtalskalk.features.settle.view import documents as settlement_documents
from avtalskalk.model.comparison import ComparedYear, Paid
from avtalskalk.model.statement import Statement
from avtalskalk.report import comparison_view
from avtalskalk.report.agreement_text import describe
from avtalskalk.report.document import (
    BLANK,
    Cell,
    Chart,
    Column,
    Paragraph,
    Row,
    Section,
    Series,
    Table,
)
from avtalskalk.report.figures import parties
from avtalskalk.report.notes import notes
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import amount_cell, rounded
from avtalskalk.report.scale import scale
from avtalskalk.report.schedule import schedule_table
from avtalskalk.report.statement_view import agreement_table
from avtalskalk.report.titles import listed, spoken_years
from avtalskalk.words import Language
from avtalskalk.words.formats import amount, capital, fill, percent, phrase, roughly
from avtalskalk.words.report import WORDS

_A_YEAR = timedelta(days=365)
_MOST_BARS = 60
# A name and a single cost say what the year's own table does.
_FEWEST_ACROSS = 2

Sections = Iterator[Section]


def worded(key: str, language: Language, **arguments: Argument) -> str:
    """Words of reports."""
    return fill(WORDS[key].text(language), arguments, language)


def _paid(statement: Statement) -> dict[str, Paid]:
    """What each party pays in a year."""
    return {total.party: Paid(total.amount, total.conditional) for total in statement.totals}


# --- Texts -------------------------------------------------------------------------------------


def summary(report: Report, options: Options) -> Sections:
    """The paragraph for a memo: the cost, what it was, what each party pays, what is settled."""
    language, statement, before = options.language, report.statement, report.before
    heading = statement.heading
    about: dict[str, Argument] = {"title": heading.title, "year": statement.year}
    paid = _paid(statement)
    whole = together([*paid.values()]) if paid else Paid(None)
    if not statement.in_force or whole.amount is None:
        key = "total_missing" if statement.in_force else "not_in_force"
        texts = [worded(key, language, **about)]
    else:
        about["amount"] = Amount(whole.amount, heading.currency)
        was = together([*_paid(before).values()]).amount if before and before.totals else None
        key = "total"
        if was:
            difference = whole.amount - was
            key = "total_more" if difference > 0 else "total_less" if difference else "total_same"
            about |= {
                "before": before.year if before else "",
                "difference": Amount(abs(difference), heading.currency),
                "percent": percent(Fraction(abs(difference), abs(was)), language, 1),
            }
        texts = [worded(key, language, **about)]
        named = [
            worded(
                "party" if whole.amount else "party_alone",
                language,
                party=heading.parties[party],
                amount=Amount(side.amount or 0, heading.currency),
                share=roughly(Fraction(side.amount or 0, whole.amount or 1), language),
            )
            for party, side in paid.items()
        ]
        if len(named) > 1:
            texts.append(f"{listed(named, language)}.")
        if whole.conditional:
            texts.append(worded("conditional", language))
    for settlement in _settled(report)[-1:]:
        agreement = report.plan.agreement
        texts += [
            worded(
                "transfer",
                language,
                year=settlement.year,
                payer=agreement.body_name(transfer.payer),
                payee=agreement.body_name(transfer.payee),
                amount=Amount(transfer.amount, heading.currency),
            )
            for transfer in settlement.transfers
        ]
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
        anchors = {name: _anchor(report, party) for party, name in names.items()}
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
        yield Section("", (replace(table, title=title, notes=()),))


def years(report: Report, options: Options) -> Sections:
    """What each party pays, year by year, cost by cost."""
    if len(report.statements) > 1:
        table = agreement_table(report.statements, options)
        title = worded("years", options.language)
        yield Section("", (replace(table, title=title, notes=_further(table, report, options)),))


def change(report: Report, options: Options) -> Sections:
    """What each party pays in the year and the year before, and the difference."""
    before, statement, language = report.before, report.statement, options.language
    if before is None:
        return
    names = parties([before, statement])
    absent = Paid(0, there=False)
    sides = [[_paid(year).get(party, absent) for party in names] for year in (before, statement)]
    money = scale(
        statement.heading.currency,
        options.unit,
        [paid.amount or 0 for side in sides for paid in side],
    )
    was, becomes = (rounded(side, money.step) for side in sides)
    lines = [
        (statement.heading.parties.get(party, party), first, last)
        for party, first, last in zip(names, was, becomes, strict=True)
    ]
    lines.append((phrase("total", language), together(was), together(becomes)))
    rows = []
    for number, (name, first, last) in enumerate(lines):
        compared = ComparedYear("", "", "", first, last)
        part = compared.relative
        cells = (
            Cell(name),
            amount_cell(first),
            amount_cell(last),
            Cell(compared.difference),
            Cell(BLANK if part is None else part),
        )
        rows.append(Row(cells, "total" if number == len(names) else "body"))
    columns = (
        Column(BLANK, "text"),
        money.column(before.year),
        money.column(statement.year),
        Column(worded("difference", language), "difference", money.digits, money.decimals),
        Column(worded("relative", language), "relative"),
    )
    title = worded("change", language, before=before.year)
    yield Section("", (Table(title, columns, tuple(rows), capital(money.unit_name(language))),))


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
    paid = {party: side.amount for party, side in _paid(statement).items()}
    paid[""] = together([*_paid(statement).values()]).amount if paid else None
    rows = []
    for volume in volumes(report.plan, [report.number]):
        minor = paid.get(volume.party)
        if volume.party and volume.party not in paid:
            continue
        name = heading.parties.get(volume.party, phrase("total", language))
        price = None if minor is None else amount(minor / volume.value, heading.currency, language)
        unit = volume.unit or worded("inhabitants", language)
        count = int(volume.value) if volume.value.denominator == 1 else str(volume.value)
        rows.append(Row((Cell(name), Cell(unit), Cell(count), Cell(minor), Cell(price))))
    if not rows:
        return
    money = scale(heading.currency, None, [minor for minor in paid.values() if minor is not None])
    columns = (
        Column(BLANK, "text"),
        Column(worded("unit", language), "text"),
        Column(worded("count", language), "count"),
        money.column(phrase("amount", language)),
        Column(worded("per", language), "count"),
    )
    yield Section(
        "", (Table(worded("per_unit", language, year=statement.year), columns, tuple(rows)),)
    )


def _further(table: Table, report: Report, options: Options) -> tuple[str, ...]:
    """A table's notes but for those that stand below the year's own."""
    known = notes([report.statement], options.language)
    return tuple(note for note in table.notes if note not in known)


def _titled(table: Table, title: str) -> Table:
    """A table under another title, which says what its subtitle does but for the unit."""
    unit = table.subtitle.rpartition(" · ")[2]
    return replace(table, title=title, subtitle=capital(unit))


def _settled(report: Report) -> list[Settlement]:
    """The settlements of the years whose outcome is known."""
    numbers = [int(statement.year[:4]) for statement in report.statements]
    settlements = settle(
        report.loaded, numbers, today=report.today, assume_extended=report.assume_extended
    )
    return [s for s in settlements if any(share.left is not None for share in s.shares)]


def settlement(report: Report, options: Options) -> Sections:
    """The latest year whose outcome is known: budget, outcome, what is paid and what is left."""
    for settled in _settled(report)[-1:]:
        for document in settlement_documents([settled], options):
            for section in document.sections:
                first, *others = section.blocks
                if isinstance(first, Table):
                    title = worded("settlement", options.language, year=settled.year)
                    first = _titled(first, title)
                yield section._replace(blocks=(first, *others))


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
            table = _titled(billing_table(billing, options), title)
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


def _anchor(report: Report, party: str) -> str:
    """What the explanation of a party's amount is called where others lead to it."""
    return f"{report.statement.heading.agreement}.{party}"


def explanations(report: Report, options: Options) -> Sections:
    """How each party's amount is worked out, down to the file and the paper."""
    language, statement = options.language, report.statement
    for party in parties([statement]):
        explained = explain(report.plan, report.number, party, report.basis)
        document = explanation_view.document(explained, language, report.loaded.file_and_line)
        name = statement.heading.parties[party]
        blocks = tuple(block for section in document.sections for block in section.blocks)
        yield Section(
            worded("explanation", language, party=name), blocks, _anchor(report, party), folded=True
        )


# --- Charts ------------------------------------------------------------------------------------


def chart(report: Report, options: Options) -> Sections:
    """What each party pays, the years beside each other, as far as there is room for them."""
    names = parties(report.statements)
    most = max(1, _MOST_BARS // max(len(names), 1))
    shown = report.statements[-most:]
    if not names or len(names) > _MOST_BARS or not any(s.totals for s in shown):
        return
    absent = Paid(0, there=False)
    sides = [[_paid(year).get(party, absent) for party in names] for year in shown]
    heading, language = report.statement.heading, options.language
    money = scale(heading.currency, options.unit or "kr", [])
    series = [
        Series(
            statement.year,
            tuple(amount_cell(paid).value for paid in rounded(side, money.step)),
        )
        for statement, side in zip(shown, sides, strict=True)
    ]
    labels = spoken_years(statement.year for statement in shown)
    yield Section(
        "",
        (
            Chart(
                worded("chart", language),
                worded("chart_about", language, years=labels),
                money.column(money.unit_name(language)),
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
