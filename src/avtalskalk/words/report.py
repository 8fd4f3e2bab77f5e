"""The words of reports, in Swedish and English."""

from collections.abc import Mapping
from typing import Final

from avtalskalk.words import Both

WORDS: Final[Mapping[str, Both]] = {
    # Headings.
    "summary": Both("Sammanfattning", "Summary"),
    "amounts": Both("Kostnad {year}", "Cost {year}"),
    "schedule": Both("Parter och poster {year}", "Parties and items {year}"),
    "years": Both("År för år", "Year by year"),
    "change": Both("Skillnad mot {before}", "Difference from {before}"),
    "proposals": Both("Förslag", "Proposals"),
    "unaffected": Both(
        "Förslaget {scenario} ändrar inget i {count} av {all} avtal: {agreements}.",
        "The proposal {scenario} changes nothing in {count} of {all} agreements: {agreements}.",
    ),
    "bridges": Both("Det som ändrade beloppen", "What changed the amounts"),
    "no_bridges": Both(
        "Parterna är för många för att alla ska få plats här. `avtalskalk explain --from {before} "
        "--to {year} --party ID` visar vad som ändrade en parts belopp.",
        "The parties are too many for all to fit here. `avtalskalk explain --from {before} --to "
        "{year} --party ID` shows what changed a party's amount.",
    ),
    "bridge": Both("Det som ändrade beloppet: {party}", "What changed the amount: {party}"),
    "chart": Both("Kostnad per part", "Cost per party"),
    "per_unit": Both("Kostnad per enhet {year}", "Cost per unit {year}"),
    "settlement": Both("Slutavräkning {year}", "Final settlement {year}"),
    "missing": Both(
        "Det som saknas: slutavräkning {year}", "What is missing: final settlement {year}"
    ),
    "unsettled": Both(
        "Slutavräkningen för {year} går inte att göra.",
        "The final settlement of {year} cannot be made.",
    ),
    "invoices": Both("Fakturering {year}", "Billing {year}"),
    "terms": Both("Avtalet", "The agreement"),
    "readings": Both("Tolkningar", "Readings"),
    "dates": Both("Datum att bevaka", "Dates to watch"),
    "explanation": Both(
        "Så är beloppet uträknat: {party}", "How the amount is worked out: {party}"
    ),
    "inputs": Both("Underlag", "What the figures rest on"),
    "agreements": Both("Alla avtal {year}", "All agreements {year}"),
    # Columns and notes.
    "difference": Both("Skillnad", "Difference"),
    "relative": Both("I procent", "In percent"),
    "count": Both("Antal", "Count"),
    "unit": Both("Enhet", "Unit"),
    "per": Both("Kronor per enhet", "Per unit"),
    "file": Both("Fil", "File"),
    "sha256": Both("Kontrollsumma (SHA-256)", "Fingerprint (SHA-256)"),
    "inputs_note": Both(
        "Räknat med avtalskalk {version} på avtalet som det såg ut {today}. Samma filer ger samma "
        "belopp.",
        "Calculated with avtalskalk {version} on the agreement as of {today}. The same files give "
        "the same amounts.",
    ),
    "inhabitants": Both("invånare", "inhabitants"),
    # The paragraph for a memo.
    "total": Both("{title} kostar {amount} {year}.", "{title} costs {amount} in {year}."),
    "total_more": Both(
        "{title} kostar {amount} {year}, vilket är {difference} ({percent}) mer än {before}.",
        "{title} costs {amount} in {year}, which is {difference} ({percent}) more than in "
        "{before}.",
    ),
    "total_less": Both(
        "{title} kostar {amount} {year}, vilket är {difference} ({percent}) mindre än {before}.",
        "{title} costs {amount} in {year}, which is {difference} ({percent}) less than in "
        "{before}.",
    ),
    "total_same": Both(
        "{title} kostar {amount} {year}, lika mycket som {before}.",
        "{title} costs {amount} in {year}, as much as in {before}.",
    ),
    "total_missing": Both(
        "Kostnaden för {title} {year} går inte att räkna ut än: uppgifter saknas.",
        "The cost of {title} in {year} cannot be worked out yet: figures are missing.",
    ),
    "not_in_force": Both(
        "Avtalet {title} gäller inte {year}.", "The agreement {title} is not in force in {year}."
    ),
    "party": Both("{party} betalar {amount} ({share})", "{party} pays {amount} ({share})"),
    "party_alone": Both("{party} betalar {amount}", "{party} pays {amount}"),
    "conditional": Both(
        "Beloppen förutsätter beslut som inte är fattade.",
        "The amounts depend on decisions that are not taken.",
    ),
    "transfer": Both(
        "Enligt slutavräkningen för {year} betalar {payer} {amount} till {payee}.",
        "By the final settlement of {year}, {payer} pays {amount} to {payee}.",
    ),
    # What a chart says to those who cannot see it.
    "chart_about": Both(
        "Stapeldiagram: vad varje part betalar, {years}. Beloppen står i tabellerna.",
        "Bar chart: what each party pays, {years}. The amounts stand in the tables.",
    ),
}
