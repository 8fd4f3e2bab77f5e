"""A year's bills for people: each payer's instalments with their days and amounts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from avtalskalk.calculation.bills import Bill
from avtalskalk.calculation.transfers import nobodys
from avtalskalk.diagnostics import Argument
from avtalskalk.features.invoice.billing import Billing
from avtalskalk.report.document import BLANK, Cell, Column, Document, Row, Table, of_blocks
from avtalskalk.report.notes import notes
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import MARK
from avtalskalk.report.scale import scale
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, fill
from avtalskalk.words.settlement import WORDS

_TITLES = {"billed": "has_been_billed", "item": "year"}


def documents(billings: Iterable[Billing], options: Options) -> Iterator[Document]:
    """A table for each agreement's year."""
    return (of_blocks(table(billing, options)) for billing in billings)


def table(billing: Billing, options: Options, title: str = "") -> Table:
    """The payers with their bills below them; VAT and rounding only where there is any.

    It stands under a title that says so, or else under the agreement's.
    """
    language, bills = options.language, billing.bills
    amounts = [amount for bill in bills for amount in (bill.net, bill.vat, bill.total)]
    shown = scale(billing.heading.currency, None, amounts)
    extra = [name for name in ("vat", "rounding") if any(getattr(bill, name) for bill in bills)]
    money = ["net", *extra, "total"] if extra else ["net"]
    titles = {"net": "net", "vat": "vat", "rounding": "rounding", "total": "to_pay"}
    columns = (
        Column(BLANK, "text"),
        *(Column(_words(key, language), "text") for key in ("is_for", "billed_on", "due_on")),
        *(shown.column(_words(titles[name], language)) for name in money),
    )
    rows: list[Row] = []
    several = len({bill.payee for bill in bills if bill.payee}) > 1
    for (payer, payee), of_payer in groupby(bills, key=lambda bill: (bill.payer, bill.payee)):
        of_pair = list(of_payer)
        name = _name(billing, payer)
        label = f"{name} → {_name(billing, payee)}" if several and payee else name
        internal = MARK if of_pair[0].internal else ""
        sums = [Cell(sum(getattr(bill, key) for bill in of_pair), internal) for key in money]
        rows.append(Row((Cell(label), *[Cell(BLANK)] * 3, *sums), "subtotal"))
        rows += [_row(billing, bill, money, language) for bill in of_pair]
    if rows and options.totals:
        sums = [Cell(sum(getattr(bill, key) for bill in bills)) for key in money]
        rows.append(Row((Cell(_words("total", language)), *[Cell(BLANK)] * 3, *sums), "total"))
    unit = shown.unit_name(language)
    billed = fill(_words("billing", language), {"year": billing.statement.year}, language)
    return Table(
        title or billing.heading.title,
        columns,
        tuple(rows),
        capital(unit) if title else f"{billed} · {unit}",
        tuple(_notes(billing, language)),
    )


def _row(billing: Billing, bill: Bill, money: Sequence[str], language: Language) -> Row:
    """One bill: its number or what it is, its days and its amounts."""
    label = str(bill.number)
    if bill.kind != "instalment":
        title = _words(_TITLES.get(bill.kind, bill.kind), language)
        label = billing.heading.items.get(bill.debt.item, title)
    days = [
        f"{bill.span.first}–{bill.span.last}" if bill.span else BLANK,
        str(bill.billed or BLANK),
        str(bill.due or BLANK),
    ]
    cells = [Cell(label), *map(Cell, days), *(Cell(getattr(bill, key)) for key in money)]
    return Row(tuple(cells), "body", 1)


def _notes(billing: Billing, language: Language) -> Iterator[str]:
    agreement = billing.loaded.agreement
    if agreement is None:
        return
    if not billing.bills and billing.statement.missing:
        yield _words("no_bills", language)
    payees = {bill.payee for bill in billing.bills}
    if None in payees:
        yield _words("no_payee", language)
    elif len(payees) == 1:
        # Several are named with each payer.
        name = _name(billing, payees.pop() or "")
        yield fill(_words("to_payee", language), {"payee": name}, language)
    names = nobodys(billing.loaded.plan) if billing.loaded.plan else ()
    if names:
        items = tuple(billing.heading.items[name] for name in names)
        yield fill(_words("nobodys", language), {"items": items}, language)
    if agreement.invoicing is None:
        yield _words("no_instalments", language)
    for name in dict.fromkeys(bill.payer for bill in billing.bills):
        party = agreement.parties.get(name)
        if party and party.reference:
            about: dict[str, Argument] = {"party": party.name, "reference": party.reference}
            yield fill(_words("reference", language), about, language)
    if any(bill.internal for bill in billing.bills):
        yield _words("internal", language)
    yield from notes([billing.statement], language)


def _name(billing: Billing, name: str) -> str:
    agreement = billing.loaded.agreement
    return agreement.body_name(name) if agreement else name


def _words(key: str, language: Language) -> str:
    return WORDS[key].text(language)
