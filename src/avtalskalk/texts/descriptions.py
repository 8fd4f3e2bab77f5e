"""The words that describe an agreement to a person: `avtalskalk show`, in both languages."""

from typing import Final

from avtalskalk.texts import Both

MONTHS: Final = (
    *(Both("januari", "January"), Both("februari", "February"), Both("mars", "March")),
    *(Both("april", "April"), Both("maj", "May"), Both("juni", "June")),
    *(Both("juli", "July"), Both("augusti", "August"), Both("september", "September")),
    *(Both("oktober", "October"), Both("november", "November"), Both("december", "December")),
)

WORDS: Final[dict[str, Both]] = {
    # --- Headings and columns -------------------------------------------------------------
    "parties": Both("Parter", "Parties"),
    "terms": Both("Villkor över tid", "Terms over time"),
    "splits": Both("Fördelningar med namn", "Splits by name"),
    "decisions": Both("Beslut", "Decisions"),
    "costs": Both("Kostnader", "Costs"),
    "rules": Both("Regler", "Rules"),
    "missing": Both("Det som saknas", "What is missing"),
    "assumptions": Both("Antaganden", "Assumptions"),
    "readings": Both("Andra sätt att läsa avtalet", "Other ways to read the agreement"),
    "sources": Both("Källor", "Sources"),
    "notes": Both("Anteckningar", "Notes"),
    # --- The opening ----------------------------------------------------------------------
    "between": Both("Avtal mellan {parties}.", "An agreement between {parties}."),
    "and": Both("och", "and"),
    "in_force": Both("Avtalstid: {time}.", "Term: {time}."),
    "host": Both("{name} är värd och fakturerar de andra.", "{name} is host and bills the others."),
    "provider": Both("{name} utför arbetet.", "{name} does the work."),
    # --- Time -----------------------------------------------------------------------------
    "span": Both("{first}–{last}", "{first}–{last}"),
    "until_further_notice": Both("{first} och tills vidare", "{first} until further notice"),
    "no_start": Both("till och med {last}, utan känd början", "until {last}, start not known"),
    "no_start_no_end": Both(
        "tills vidare, utan känd början", "until further notice, start not known"
    ),
    "one_year": Both("ett år", "one year"),
    "years": Both("{years} år", "{years} years"),
    "one_month": Both("en månad", "one month"),
    "months": Both("{months} månader", "{months} months"),
    "day_of_month": Both("{day} {month}", "{day} {month}"),
    "joined": Both("med från {day}", "takes part from {day}"),
    "left": Both("med till och med {day}", "takes part until {day}"),
    # --- Standing of a period -------------------------------------------------------------
    "decided": Both("beslutat av alla", "decided by all"),
    "not_said": Both("beslut inte angivna", "decisions not given"),
    "partly": Both("{parties} har beslutat", "decided by {parties}"),
    "conditional": Both("villkorat: väntar på {parties}", "conditional: waits for {parties}"),
    "condition_met": Both("villkoret är uppfyllt", "the condition is met"),
    "refused": Both("{parties} har sagt nej", "refused by {parties}"),
    "option": Both("kan förlängas {length}", "may be extended by {length}"),
    "option_to": Both("kan förlängas till {last}", "may be extended to {last}"),
    "decide_by": Both("beslut senast {day}", "decision by {day}"),
    "renews": Both("förlängs {length} i taget", "renewed {length} at a time"),
    "renews_times": Both(
        "förlängs {length} i taget, högst {times} gånger",
        "renewed {length} at a time, at most {times} times",
    ),
    "renews_once": Both("förlängs {length}, en gång", "renewed {length}, once"),
    "notice": Both("uppsägningstid {length}", "notice {length}"),
    "terminated": Both("uppsagt till {day}", "terminated as of {day}"),
    "if_extended": Both("om optionen används", "if the option is taken up"),
    "if_renewed": Both("om ingen säger upp", "unless somebody gives notice"),
    # --- Decisions ------------------------------------------------------------------------
    "approved": Both("godkänt", "approved"),
    "pending": Both("väntar", "pending"),
    "proposed": Both("föreslaget", "proposed"),
    "refused_status": Both("avslaget", "refused"),
    "outcome_unknown": Both("utgången framgår inte", "outcome not stated"),
    # --- Splits ---------------------------------------------------------------------------
    "no_split": Both("inte avtalad", "not agreed"),
    "own_amounts": Both(
        "var och en har sitt belopp, inget delas", "each its own, nothing is split"
    ),
    "cost_shares": Both("kostnad", "cost"),
    "party": Both("Part", "Party"),
    "shares_beside": Both("Andelar bredvid varandra, {year}", "Shares beside each other, {year}"),
    "as_before": Both("som förut: {split}", "as before: {split}"),
    "share": Both("{party} {share}", "{party} {share}"),
    "share_from": Both("{share} från {when}", "{share} from {when}"),
    "rest": Both("resten", "the rest"),
    "equal": Both("lika mellan alla", "equally among all"),
    "equal_among": Both("lika mellan {parties}", "equally among {parties}"),
    "parts": Both("i proportionerna {parts}", "in the proportions {parts}"),
    "by": Both("efter {key}", "by {key}"),
    "by_among": Both("efter {key} mellan {parties}", "by {key} among {parties}"),
    "mix_part": Both("{weight}: {split}", "{weight}: {split}"),
    "step_fixed": Both("först {amounts}", "first {amounts}"),
    "step_first": Both("de första {amount}: {split}", "the first {amount}: {split}"),
    "step_rest": Both("därefter: {split}", "then: {split}"),
    "tolerance": Both(
        "{agreed}, så länge ingen avviker mer än {points} procentenheter från delning {actual}",
        "{agreed}, as long as nobody is more than {points} points from the split {actual}",
    ),
    "mean_of_lowest": Both(
        "{party} bär medelvärdet av de {count} lägsta av {splits}; resten: {others}",
        "{party} bears the mean of the {count} lowest of {splits}; the rest: {others}",
    ),
    "named": Both("enligt {name}", "as {name}"),
    "rounded": Both("{split}, andelar till {unit}", "{split}, shares to {unit}"),
    "see_names": Both("se fördelningarna med namn", "see the splits by name"),
    "by_name": Both("{name}, {time}: {split}", "{name}, {time}: {split}"),
    # --- Costs ----------------------------------------------------------------------------
    "budget": Both("budget", "budget"),
    "forecast": Both("prognos", "forecast"),
    "actual": Both("utfall", "actual"),
    "figure": Both("{basis} {year}: {figure}", "{basis} {year}: {figure}"),
    "figures": Both("{basis}: {figures}", "{basis}: {figures}"),
    "known_part": Both(
        "{amount} för {party}, summan räknas ut ur det",
        "{amount} for {party}, from which the total is worked out",
    ),
    "amount": Both("{amount} per år", "{amount} a year"),
    "amount_from": Both("{amount} per år från {when}", "{amount} a year from {when}"),
    "total": Both("{amount} för hela tiden", "{amount} for the whole time"),
    "price_quantity": Both("{price} × {quantity} per år", "{price} × {quantity} a year"),
    "price_per": Both("{price} per {key}, var och en för sig", "{price} per {key}, each by itself"),
    "price_from": Both("{price} från {when}", "{price} from {when}"),
    "bands": Both("ett belopp efter storlek på {key}", "an amount by the size of {key}"),
    "amounts": Both("avtalade belopp per part {year}: {amounts}", "agreed {year}: {amounts}"),
    "percent": Both("{percent} på {items}", "{percent} on {items}"),
    "revenue": Both("intäkt, dras av", "revenue, deducted"),
    "grant": Both("bidrag, dras av", "grant, deducted"),
    "adjustment": Both("rättelse av {year}", "correction of {year}"),
    "adjustment_plain": Both("rättelse", "correction"),
    "own_split": Both("delas {split}", "split {split}"),
    "from_to": Both("gäller {time}", "in force {time}"),
    "portion": Both("bara {share} hör till avtalet", "only {share} belongs to the agreement"),
    "covers_year": Both("beloppet gäller helt år", "the amount is for a whole year"),
    "covers_period": Both(
        "beloppet gäller avtalets del av året", "the amount is for the part year"
    ),
    "index": Both("räknas upp med {series}", "indexed by {series}"),
    "index_yearly": Both("ändras {change} per år", "changes by {change} a year"),
    "factor": Both("gånger {factor}", "times {factor}"),
    "factor_by": Both("gånger en faktor efter {key}", "times a factor by {key}"),
    "paid_by": Both("{party} lägger ut", "paid in the first place by {party}"),
    "surcharge": Both("påslag {percent}", "surcharge {percent}"),
    "limited": Both("med tak eller golv", "with a cap or a floor"),
    # --- Rules ----------------------------------------------------------------------------
    "fiscal_year": Both(
        "Räkenskapsåret börjar den 1 {month}.", "The fiscal year starts on 1 {month}."
    ),
    "proration_months": Both(
        "Delar av år räknas i månader.", "Parts of a year are counted in months."
    ),
    "proration_quarters": Both(
        "Delar av år räknas i kvartal.", "Parts of a year are counted in quarters."
    ),
    "proration_days": Both("Delar av år räknas i dagar.", "Parts of a year are counted in days."),
    "rounding": Both("Belopp avrundas till {unit}, {method}.", "Rounded to {unit}, {method}."),
    "largest_remainder": Both(
        "det som blir över till dem som avrundats ned mest",
        "what is left over to those rounded down most",
    ),
    "half_up": Both("var för sig", "each by itself"),
    "up": Both("uppåt", "upwards"),
    "rest_to": Both("resten till {party}", "the rest to {party}"),
    "at_total": Both("på årets summa", "on the year's total"),
    "limits": Both("Tak eller golv begränsar ändringen.", "Caps or floors bind the change."),
    "reconciliation": Both(
        "Överskott och underskott regleras i efterhand.",
        "Surplus and deficit are settled afterwards.",
    ),
    # --- What is missing ------------------------------------------------------------------
    "missing_split": Both("fördelningen {time}", "the split {time}"),
    "missing_costs": Both("alla belopp", "all amounts"),
    "missing_figures": Both("{item}: {basis} {years}", "{item}: {basis} {years}"),
    "missing_start": Both("när avtalet började gälla", "when the agreement came into force"),
    "missing_decision": Both("beslut av {parties} för {time}", "decisions by {parties} for {time}"),
    "missing_gap": Both("villkor för {time}", "terms for {time}"),
    # --- Sources --------------------------------------------------------------------------
    "dnr": Both("dnr {dnr}", "ref. {dnr}"),
    "as_source": Both("källa: {source}", "source: {source}"),
}
