"""Vouchers for people: a table for each legal body, debit and credit side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from avtalskalk.diagnostics import Argument
from avtalskalk.features.invoice.billing import Billing
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.features.vouchers.records import objects_text, what
from avtalskalk.features.vouchers.vouchers import Vouchers, left_for_settlement, of_bodies
from avtalskalk.report.document import BLANK, Cell, Column, Document, Row, Table, of_blocks
from avtalskalk.report.notes import notes
from avtalskalk.report.options import Options
from avtalskalk.report.scale import scale
from avtalskalk.report.titles import listed
from avtalskalk.words import Language
from avtalskalk.words.formats import capital, fill, phrase, safe
from avtalskalk.words.settlement import WORDS as SETTLEMENT
from avtalskalk.words.vouchers import WORDS


def documents(booked: Iterable[Vouchers], options: Options) -> Iterator[Document]:
    """The legal bodies of each agreement's year after each other."""
    for year in booked:
        tables = [table(body.name, own, options) for body, (own,) in of_bodies([year]).items()]
        tables = tables or [table(year.heading.title, year, options)]
        below = tuple(notes_of(year, options.language))
        yield of_blocks(*tables[:-1], replace(tables[-1], notes=below))


def table(title: str, year: Vouchers, options: Options) -> Table:
    """Vouchers, each with its lines below it."""
    language = options.language
    entries = [entry for voucher in year.vouchers for entry in voucher.entries]
    shown = scale(year.heading.currency, None, [entry.amount for entry in entries])
    columns = (
        Column(BLANK, "text"),
        Column(_words("account", language), "text"),
        Column(BLANK, "text"),
        shown.column(_words("debit", language)),
        shown.column(_words("credit", language)),
    )
    rows: list[Row] = []
    for voucher in year.vouchers:
        label = f"{voucher.day} {what(year, voucher, language)}"
        rows.append(Row((Cell(label), *[Cell(BLANK)] * 4), "subtotal"))
        for entry in voucher.entries:
            name = entry.name or capital(phrase(f"role_{entry.role}", language))
            codes = (Cell(entry.account), Cell(objects_text(entry)))
            debit, credit = (max(entry.amount, 0) or BLANK, max(-entry.amount, 0) or BLANK)
            rows.append(Row((Cell(name), *codes, Cell(debit), Cell(credit)), "body", 1))
    if rows and options.totals:
        sums = [sum(max(sign * entry.amount, 0) for entry in entries) for sign in (1, -1)]
        cells = (Cell(_words("total", language)), *[Cell(BLANK)] * 2, *map(Cell, sums))
        rows.append(Row(cells, "total"))
    of = "invoices" if isinstance(year.source, Billing) else "settlement"
    subtitle = fill(_words(of, language), {"year": year.year}, language)
    subtitle = " · ".join([year.heading.title, subtitle, shown.unit_name(language)])
    return Table(title, columns, tuple(rows), subtitle)


def notes_of(year: Vouchers, language: Language) -> Iterator[str]:
    """What is not booked and why, and what the amounts rest on."""
    agreement, source = year.loaded.agreement, year.source
    if agreement is None:
        return
    if year.without:
        names = [safe(agreement.body_name(party)) for party in year.without]
        # However many they are, all of them: `fill` shortens a long text.
        yield _words("without", language).replace("{parties}", listed(names, language))
    if any(voucher.claim.internal for voucher in year.vouchers):
        yield _words("internal", language)
    if agreement.host is None:
        yield SETTLEMENT["no_payee"].text(language)
    elif not year.vouchers:
        yield _words("nothing", language)
    if isinstance(source, Settlement):
        for share in source.unbilled:
            about: dict[str, Argument] = {
                "party": year.heading.parties[share.party],
                "year": year.year,
            }
            yield fill(SETTLEMENT["unbilled"].text(language), about, language)
    elif left_for_settlement(source):
        yield _words("balance", language)
    # One at a time: a year's budget and its outcome are not two years with a change between them.
    yield from dict.fromkeys(text for side in year.statements for text in notes([side], language))


def _words(key: str, language: Language) -> str:
    return WORDS[key].text(language)
