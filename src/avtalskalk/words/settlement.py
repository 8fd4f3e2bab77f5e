"""The words of settlements and of what is billed, in Swedish and English."""

from collections.abc import Mapping
from typing import Final

from avtalskalk.words import Both

FIGURES: Final[Mapping[str, Both]] = {
    "deviation": Both("Utfall minus budget", "Outcome less budget"),
    "moved": Both("Det som regleras", "What is settled"),
    "budget": Both("Budget", "Budget"),
    "outcome": Both("Utfall", "Outcome"),
    "adjusted": Both("Del av det som regleras", "Part of what is settled"),
    "bears": Both("Årets del", "Its part"),
    "outlays": Both("Betalt till leverantörer", "Paid to suppliers"),
    "paid": Both("Betalt i förväg", "Paid on account"),
    "interest": Both("Ränta", "Interest"),
    "left": Both("Att betala", "To pay"),
}
"""The figures of a settlement, by their names in `PartySettlement` and `Adjustment`."""

WORDS: Final[Mapping[str, Both]] = {
    "title": Both("Slutavräkning {year}", "Final settlement {year}"),
    "preliminary_title": Both("Preliminär avräkning {year}", "Preliminary settlement {year}"),
    "budget": Both("Budget", "Budget"),
    "actual": Both("Utfall", "Actual"),
    "forecast": Both("Prognos", "Forecast"),
    "share": Both("Andel", "Share"),
    "bears": Both("Årets del", "Its part"),
    "paid": Both("Betalt", "Paid"),
    "interest": Both("Ränta", "Interest"),
    "interest_missing": Both(
        "Saknas: räntesats eller dagar för {party} {year} (`interest`).",
        "Missing: the rate of interest or the days for {party} in {year} (`interest`).",
    ),
    "left": Both("Att betala", "To pay"),
    "total": Both("Summa", "Total"),
    # What stands below the table.
    "minus": Both("Minus: får tillbaka.", "Minus: gets back."),
    "not_agreed": Both(
        "Avtalet säger inte vad som händer med {kind} på {amount}: inget regleras.",
        "The agreement does not say what happens with the {kind} of {amount}: nothing is settled.",
    ),
    "same_actual": Both(
        "Utfallet är lika stort som budgeten.", "The actual cost is the same as the budget."
    ),
    "same_forecast": Both(
        "Prognosen är lika stor som budgeten.", "The forecast is the same as the budget."
    ),
    "same_budget": Both("Inget skiljer från budgeten.", "Nothing differs from the budget."),
    "kept": Both(
        "{kind} på {amount} regleras inte: det stannar i verksamheten.",
        "The {kind} of {amount} is not settled: it stays with the service.",
    ),
    "below": Both(
        "{kind} på {amount} är mindre än {share} av budgeten ({bound}) och regleras inte.",
        "The {kind} of {amount} is below {share} of the budget ({bound}) and is not settled.",
    ),
    "above": Both(
        "Av {kind} på {amount} regleras {moved}: det som är över {share} av budgeten ({bound}).",
        "Of the {kind} of {amount}, {moved} is settled: what exceeds {share} of the budget "
        "({bound}).",
    ),
    "settled": Both("{kind} på {amount} regleras.", "The {kind} of {amount} is settled."),
    "own_split": Both("Det fördelas så här: {split}", "It is divided like this: {split}"),
    "above_carried": Both(
        "Av {kind} på {amount} förs bara det vidare som är över {share} av budgeten ({bound}).",
        "Of the {kind} of {amount}, only what exceeds {share} of the budget ({bound}) is carried.",
    ),
    "carried_whole": Both(
        "{kind} på {amount} förs till {year} och är en rad i det årets budget.",
        "The {kind} of {amount} is carried to {year}, as a line of that year's budget.",
    ),
    "carried": Both(
        "Av {kind} på {amount} förs {moved} till {year} och är en rad i det årets budget.",
        "Of the {kind} of {amount}, {moved} is carried to {year}, as a line of that year's budget.",
    ),
    "carried_nowhere": Both(
        "Av {kind} på {amount} ska {moved} föras till {year}, men avtalet har inga villkor för det "
        "året: beloppet är inte med i någon budget.",
        "Of the {kind} of {amount}, {moved} should be carried to {year}, but the agreement has no "
        "terms for that year: the amount is in no budget.",
    ),
    "rest_deficit": Both("{host} bär {rest} av {kind}.", "{host} bears {rest} of the {kind}."),
    "rest_surplus": Both("{host} behåller {rest} av {kind}.", "{host} keeps {rest} of the {kind}."),
    "unbilled": Both(
        "Saknas: vad {party} har fakturerats för {year} (`billed`).",
        "Missing: what {party} was billed for {year} (`billed`).",
    ),
    "nobodys": Both(
        "Avtalet säger inte vem som betalar {items} (`host` eller `paid_by`): det faktureras inte.",
        "The agreement does not say who pays {items} (`host` or `paid_by`): it is not billed.",
    ),
    "by_day": Both("Regleras senast {day}.", "To be settled by {day}."),
    "billed": Both(
        "Betalt: det som avtalets `billed` anger.", "Paid: as the agreement's `billed` says."
    ),
    "on_budget": Both("Betalt: enligt budgeten.", "Paid: as the budget says."),
    "on_part": Both(
        "Betalt: {share} av budgeten, som avtalet säger.",
        "Paid: {share} of the budget, as the agreement says.",
    ),
    "outlays": Both(
        "Betalt av {party}: {amount} till leverantörer, minus det som andra har betalat dit.",
        "Paid by {party}: {amount} to suppliers, less what others have paid to it.",
    ),
    "income": Both(
        "{party} har fått {amount} mer i intäkter än det har betalat till leverantörer: det räknas "
        "av från det betalda.",
        "{party} has received {amount} more in revenue than it has paid to suppliers, which is "
        "deducted from what it has paid.",
    ),
    "from_forecast": Both(
        "Preliminärt: bygger på prognosen.", "Preliminary: it rests on the forecast."
    ),
    # What is billed.
    "billing": Both("Fakturaunderlag {year}", "Basis for invoices {year}"),
    "is_for": Both("Avser", "For"),
    "billed_on": Both("Faktureras", "Billed"),
    "due_on": Both("Förfaller", "Due"),
    "net": Both("Belopp", "Amount"),
    "vat": Both("Moms", "VAT"),
    "rounding": Both("Öresavrundning", "Rounding"),
    "to_pay": Both("Att betala", "To pay"),
    "has_been_billed": Both("Redan fakturerat", "Already billed"),
    "correction": Both("Rättelse mot det fakturerade", "Correction of what was billed"),
    "balance": Both("Till slutavräkningen", "For the settlement"),
    "year": Both("Årets belopp", "The year's amount"),
    "to_payee": Both("Betalas till {payee}.", "To be paid to {payee}."),
    "no_payee": Both(
        "Avtalet säger inte vem som fakturerar (`host`).",
        "The agreement does not say who bills (`host`).",
    ),
    "no_instalments": Both(
        "Avtalet säger inte när det faktureras (`invoicing`).",
        "The agreement does not say when it is billed (`invoicing`).",
    ),
    "reference": Both("Referens {party}: {reference}.", "Reference {party}: {reference}."),
    "no_bills": Both(
        "Året är ofullständigt, så inget kan faktureras.",
        "The year is incomplete, so nothing can be billed.",
    ),
    # Who pays whom.
    "transfers": Both("Vem betalar vem", "Who pays whom"),
    "from": Both("Från", "From"),
    "to": Both("Till", "To"),
    "amount": Both("Belopp", "Amount"),
    "internal": Both(
        "* Inom samma juridiska person: bokföringsorder, ingen faktura.",
        "* Within the same legal body: a journal entry, no invoice.",
    ),
}
