"""Vouchers for programs: every line, and the objects of each; a SIE file is made of them."""

from collections.abc import Iterable, Iterator

from avtalskalk.diagnostics import Argument
from avtalskalk.features.vouchers.vouchers import Entry, Of, Voucher, Vouchers
from avtalskalk.model.accounting import HOST_KEY
from avtalskalk.model.statement import Input
from avtalskalk.report.records import Field, Records, Rows, fields
from avtalskalk.report.statement_records import (
    INPUT,
    MISSING,
    assumption_rows,
    diagnostic_rows,
    input_rows,
)
from avtalskalk.words import Language
from avtalskalk.words.formats import fill
from avtalskalk.words.vouchers import WORDS

_LISTS = {
    "inputs": INPUT,
    "entries": (
        *fields("text", "agreement", "year", "body", "name", "org_no"),
        Field("voucher", "count"),
        Field("date", "day"),
        *fields("text", "text", "kind", "counterparty"),
        Field("line", "count"),
        *fields("text", "role", "account", "account_name", "objects"),
        Field("amount", "money"),
        Field("currency"),
        *fields("flag", "internal", "conditional"),
    ),
    "objects": (
        *fields("count", "voucher", "line", "number"),
        *fields("text", "dimension", "code", "name"),
    ),
    "missing": MISSING,
    "assumptions": (),
    "diagnostics": (),
}


def records(booked: Iterable[Vouchers], of: Of, language: Language) -> Records:
    """Vouchers for a program, numbered through, one agreement's year at a time."""
    return Records("avtalskalk/vouchers/1", {"of": of}, _LISTS, _rows(booked, language), "entries")


def _rows(booked: Iterable[Vouchers], language: Language) -> Iterator[Rows]:
    inputs: set[Input] = set()
    diagnostics: list[object] = []
    count = 0
    for year in booked:
        heading = year.heading
        totals = [total for side in year.statements for total in side.totals]
        conditional = {total.party for total in totals if total.conditional}
        entries: list[tuple[object, ...]] = []
        objects: list[tuple[object, ...]] = []
        for voucher in year.vouchers:
            count += 1
            body, claim = voucher.body, voucher.claim
            other = claim.other(voucher.party) or HOST_KEY
            text = WORDS["text"].text(language)
            about: dict[str, Argument] = {
                "title": heading.title,
                "year": claim.year,
                "what": what(year, voucher, language),
            }
            for place, entry in enumerate(voucher.entries, 1):
                entries.append(
                    (
                        heading.agreement, claim.year, body.party, body.name, body.org_no, count,
                        voucher.day, fill(text, about, language), claim.kind, other,
                        place, entry.role, entry.account, entry.name, objects_text(entry),
                        entry.amount, heading.currency, claim.internal,
                        not conditional.isdisjoint(claim.both),
                    )
                )  # fmt: skip
                objects += [(count, place, *code) for code in entry.objects]
        yield Rows("entries", entries, heading.currency)
        yield Rows("objects", objects)
        lacking = [(f.agreement, f.year, f.what) for side in year.statements for f in side.missing]
        yield Rows("missing", lacking)
        yield assumption_rows(year.statements)
        yield input_rows(year.statements, inputs)
        yield diagnostic_rows(year.statements, diagnostics)


def what(year: Vouchers, voucher: Voucher, language: Language) -> str:
    """What a voucher is for, and with whom."""
    agreement, claim = year.loaded.agreement, voucher.claim
    other = claim.other(voucher.party)
    about: dict[str, Argument] = {
        "number": claim.number,
        "item": year.heading.items.get(claim.item, claim.item),
        "other": agreement.body_name(other) if agreement else other,
    }
    return fill(WORDS[f"what_{claim.kind}"].text(language), about, language)


def objects_text(entry: Entry) -> str:
    """An entry's objects in a cell: ``ansvar 4100, motpart 831``."""
    return ", ".join(f"{code.dimension} {code.code}" for code in entry.objects)
