"""A year's bills for programs."""

from collections.abc import Iterable, Iterator

from avtalskalk.calculation.transfers import HOST
from avtalskalk.features.invoice.billing import Billing
from avtalskalk.model.statement import Input
from avtalskalk.report.records import Field, Records, Rows, fields
from avtalskalk.report.statement_records import (
    INPUT,
    MISSING,
    assumption_rows,
    diagnostic_rows,
    input_rows,
)

_LISTS = {
    "inputs": INPUT,
    "bills": (
        *fields("text", "agreement", "year", "payer", "payer_name", "payee", "payee_name"),
        Field("reference"),
        Field("number", "count"),
        Field("kind"),
        *fields("day", "from", "to", "billed", "due"),
        *fields("money", "net", "vat", "rounding", "total"),
        Field("currency"),
        *fields("flag", "internal", "conditional"),
        Field("item"),
    ),
    "missing": MISSING,
    "assumptions": (),
    "diagnostics": (),
}


def records(billings: Iterable[Billing]) -> Records:
    """Bills for a program, one agreement's year at a time."""
    return Records("avtalskalk/invoice/1", {}, _LISTS, _rows(billings), main="bills")


def _rows(billings: Iterable[Billing]) -> Iterator[Rows]:
    inputs: set[Input] = set()
    diagnostics: list[object] = []
    for billing in billings:
        statement, agreement = billing.statement, billing.loaded.agreement
        heading = statement.heading
        if agreement is None:
            continue
        conditional = {total.party for total in statement.totals if total.conditional}
        rows = [
            (
                heading.agreement, statement.year,
                bill.payer if bill.payer != HOST else None, agreement.body_name(bill.payer),
                bill.payee if bill.payee != HOST else None,
                None if bill.payee is None else agreement.body_name(bill.payee),
                agreement.parties[bill.payer].reference if bill.payer in agreement.parties else "",
                bill.number, bill.kind,
                bill.span.first if bill.span else None, bill.span.last if bill.span else None,
                bill.billed, bill.due, bill.net, bill.vat, bill.rounding, bill.total,
                heading.currency, bill.internal, bill.payer in conditional,
                bill.debt.item,
            )
            for bill in billing.bills
        ]  # fmt: skip
        yield Rows("bills", rows, heading.currency)
        lacking = [(figure.agreement, figure.year, figure.what) for figure in statement.missing]
        yield Rows("missing", lacking)
        yield assumption_rows([statement])
        yield input_rows([statement], inputs)
        yield diagnostic_rows([statement], diagnostics)
