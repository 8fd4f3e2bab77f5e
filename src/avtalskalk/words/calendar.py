"""The words of what falls due, in Swedish and English."""

from collections.abc import Mapping
from typing import Final

from avtalskalk.words import Both

TITLE: Final = Both(
    "Datum från och med {first} till och med {last}", "Dates from {first} to {last}"
)
COLUMNS: Final = (Both("Vad", "What"), Both("Dag", "Day"))
NOTHING: Final = Both("Inget infaller under tiden.", "Nothing falls due in this time.")

TIMELINE: Final[Mapping[str, Both]] = {
    "title": Both("Tidslinje", "Time line"),
    "about": Both(
        "Tidslinje från {first} till {last}: villkoren, och dagar att inte glömma",
        "Time line from {first} to {last}: the terms, and days not to forget",
    ),
}
LANES: Final[Mapping[str, Both]] = {
    "possible": Both("Möjlig förlängning", "Possible extension"),
    "decisions": Both("Beslut, uppsägning", "Decisions, notice"),
    "bills": Both("Fakturor", "Bills"),
    "settlements": Both("Slutavräkning", "Final settlement"),
}

WHAT: Final[Mapping[str, Both]] = {
    "ends": Both("Villkoren från {first} upphör", "The terms from {first} end"),
    "option": Both(
        "Besluta senast nu om förlängning till {end}",
        "Last day to decide on an extension to {end}",
    ),
    "notice": Both(
        "Sista dag att säga upp; annars förlängs avtalet efter {last}",
        "Last day to give notice; otherwise the agreement is renewed after {last}",
    ),
    "silence": Both(
        "Den som inte har svarat har godkänt efter denna dag",
        "Whoever has not answered has approved after this day",
    ),
    "key": Both("Hämta {name} för {year}", "Fetch {name} for {year}"),
    "index": Both("Hämta {name} {month}, för {year}", "Fetch {name} {month}, for {year}"),
    "billed": Both("Fakturera delbetalning {number} {year}", "Bill instalment {number} of {year}"),
    "billed_amount": Both(
        "Fakturera delbetalning {number} {year}: {amount}",
        "Bill instalment {number} of {year}: {amount}",
    ),
    "due": Both(
        "Delbetalning {number} {year} förfaller", "Instalment {number} of {year} falls due"
    ),
    "due_amount": Both(
        "Delbetalning {number} {year} förfaller: {amount}",
        "Instalment {number} of {year} falls due: {amount}",
    ),
    "billed_item": Both("Fakturera {item} {year}", "Bill {item} of {year}"),
    "due_item": Both("{item} {year} förfaller", "{item} of {year} falls due"),
    "settlement": Both("Slutavräkning {year}", "Final settlement of {year}"),
}
