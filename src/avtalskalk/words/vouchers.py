"""The words of vouchers, in Swedish and English."""

from collections.abc import Mapping
from typing import Final

from avtalskalk.words import Both

WORDS: Final[Mapping[str, Both]] = {
    "invoices": Both("Verifikationer för fakturorna {year}", "Vouchers of the invoices {year}"),
    "settlement": Both(
        "Verifikationer för slutavräkningen {year}", "Vouchers of the final settlement {year}"
    ),
    "account": Both("Konto", "Account"),
    "debit": Both("Debet", "Debit"),
    "credit": Both("Kredit", "Credit"),
    "total": Both("Summa", "Total"),
    # What a voucher is for, in the table and as its text.
    "what_instalment": Both("delbetalning {number}: {other}", "instalment {number}: {other}"),
    "what_item": Both("{item}: {other}", "{item}: {other}"),
    "what_year": Both("hela året: {other}", "the whole year: {other}"),
    "what_correction": Both(
        "rättelse mot det fakturerade: {other}", "correction of what was billed: {other}"
    ),
    "what_settlement": Both("slutavräkning: {other}", "final settlement: {other}"),
    "text": Both("{title} {year}, {what}", "{title} {year}, {what}"),
    # What stands below the table.
    "without": Both(
        "Bokförs inte här: {parties}, som saknar konton i `accounting`.",
        "Not booked here: {parties}, without accounts in `accounting`.",
    ),
    "balance": Both(
        "Det som återstår till slutavräkningen bokförs med den.",
        "What is left for the final settlement is booked with it.",
    ),
    "internal": Both(
        "Inom samma juridiska person: en enda verifikation, utan fordran, skuld och moms.",
        "Within the same legal body: a single voucher, without receivable, liability and VAT.",
    ),
    "nothing": Both("Det finns inget att bokföra.", "There is nothing to book."),
}
