"""The words that describe an agreement to a person: `avtalskalk show`, in both languages."""

from typing import Final

from avtalskalk.words import Both

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
    "splits": Both("Fördelningar med namn", "Named splits"),
    "decisions": Both("Beslut", "Decisions"),
    "costs": Both("Kostnader", "Costs"),
    "limits": Both("Tak och golv för vad en part betalar", "Caps and floors on what a party pays"),
    "keys": Both("Fördelningsnycklar", "Keys"),
    "indices": Both("Index", "Indices"),
    "figures_beside": Both("Övriga uppgifter", "Other figures"),
    "rules": Both("Regler", "Rules"),
    "accounting": Both("Bokföring", "Accounting"),
    "missing": Both("Det som saknas", "What is missing"),
    "assumptions": Both("Antaganden", "Assumptions"),
    "readings": Both("Andra tolkningar av avtalet", "Other readings of the agreement"),
    "sources": Both("Källor", "Sources"),
    "notes": Both("Anteckningar", "Notes"),
    # --- The opening ----------------------------------------------------------------------
    "and": Both("och", "and"),
    "in_force": Both("Gäller {time}.", "In force {time}."),
    "host": Both(
        "{name} är värd och fakturerar {others}.", "{name} is the host and invoices {others}."
    ),
    "the_others": Both("de andra", "the others"),
    "the_parties": Both("parterna", "the parties"),
    "provider": Both("{name} utför arbetet.", "{name} does the work."),
    # --- Time -----------------------------------------------------------------------------
    "span": Both("{first}–{last}", "{first}–{last}"),
    "onwards": Both("{first} och framåt", "{first} onwards"),
    "until_further_notice": Both(
        "från och med {first}, tills vidare", "from {first} until further notice"
    ),
    "no_start": Both("till och med {last}, utan angiven början", "until {last}, start not stated"),
    "no_start_no_end": Both(
        "tills vidare, utan angiven början", "until further notice, start not stated"
    ),
    "one_year": Both("ett år", "one year"),
    "years": Both("{years} år", "{years} years"),
    "one_month": Both("en månad", "one month"),
    "months": Both("{months} månader", "{months} months"),
    "day_of_month": Both("{day} {month}", "{day} {month}"),
    "reference": Both("fakturareferens {reference}", "invoice reference {reference}"),
    "joined": Both("med från och med {day}", "takes part from {day}"),
    "left": Both("med till och med {day}", "takes part until {day}"),
    # --- Standing of a period -------------------------------------------------------------
    "decided": Both("beslutat av alla", "decided by all"),
    "not_said": Both("beslut inte angivna", "decisions not stated"),
    "partly": Both("{parties} har beslutat", "decided by {parties}"),
    "needs_all": Both("kräver likalydande beslut av alla", "requires identical decisions by all"),
    "needs_at_least": Both(
        "kräver beslut av minst {count} av {parties}",
        "requires decisions by at least {count} of {parties}",
    ),
    "needs_no_answer": Both(
        "den som inte har svarat till och med {day} räknas som om den hade godkänt",
        "whoever has not answered by {day} counts as having approved",
    ),
    "conditional": Both("villkorat: väntar på {parties}", "conditional: waiting for {parties}"),
    "otherwise": Both("annars gäller de tidigare villkoren", "otherwise the terms before go on"),
    "condition_failed": Both(
        "villkoret är inte uppfyllt, och avtalet säger inte vad som då gäller",
        "the condition has failed, and the agreement does not say what then applies",
    ),
    "falls_back": Both(
        "villkoret är inte uppfyllt: de tidigare villkoren gäller",
        "the condition has failed: the terms before apply",
    ),
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
    "if_extended": Both("om optionen används", "if the option is used"),
    "if_renewed": Both("om ingen säger upp", "unless somebody gives notice"),
    # --- Decisions ------------------------------------------------------------------------
    "approved": Both("godkänt", "approved"),
    "pending": Both("väntar", "pending"),
    "proposed": Both("föreslaget", "proposed"),
    "refused_status": Both("avslaget", "refused"),
    "outcome_unknown": Both("beslutet framgår inte", "outcome not stated"),
    # --- Splits ---------------------------------------------------------------------------
    "no_split": Both("fördelningen framgår inte", "split not stated"),
    "own_amounts": Both(
        "varje part har sitt eget belopp, inget delas",
        "each party has its own amount, nothing is split",
    ),
    "cost_shares": Both("kostnad", "cost"),
    "party": Both("Part", "Party"),
    "shares_beside": Both("Andelar i jämförelse, {year}", "Shares compared, {year}"),
    "as_before": Both("som förut: {split}", "as before: {split}"),
    "share": Both("{party} {share}", "{party} {share}"),
    "share_from": Both("{share} från {when}", "{share} from {when}"),
    "rest": Both("resten", "the rest"),
    "equal": Both("lika mellan alla", "equally among all"),
    "equal_among": Both("lika mellan {parties}", "equally among {parties}"),
    "parts": Both("i delar: {parts}", "in parts: {parts}"),
    "by": Both("efter {key}", "by {key}"),
    "by_among": Both("efter {key} mellan {parties}", "by {key} among {parties}"),
    "by_bands": Both(
        "{split}, vägt efter storlek ({table})", "{split}, weighted by size ({table})"
    ),
    "by_scale": Both("{split}, i en trappa ({table})", "{split}, on a scale ({table})"),
    "mix_part": Both("{weight}: {split}", "{weight}: {split}"),
    "step_fixed": Both("först {amounts}", "first {amounts}"),
    "step_first": Both("de första {amount}: {split}", "the first {amount}: {split}"),
    "step_rest": Both("därefter: {split}", "then: {split}"),
    "tolerance": Both(
        "{agreed}, så länge ingen andel avviker mer än {points} procentenheter från fördelningen "
        "{actual}",
        "{agreed}, as long as no share is more than {points} percentage points from the split "
        "{actual}",
    ),
    "mean_of_lowest": Both(
        "{party} betalar medelvärdet av de {count} lägsta fördelningarna ({splits}); resten: "
        "{others}",
        "{party} pays the mean of the {count} lowest splits ({splits}); the rest: {others}",
    ),
    "as_of": Both("som {year}", "as in {year}"),
    "split_as_of": Both("{split}, som {year}", "{split}, as in {year}"),
    "named": Both("enligt {name}", "as {name}"),
    "rounded": Both("{split}, andelar till {unit}", "{split}, shares to {unit}"),
    "see_names": Both("se fördelningarna med namn", "see the named splits"),
    "by_name": Both("{name}, {time}: {split}", "{name}, {time}: {split}"),
    # --- Costs ----------------------------------------------------------------------------
    "budget": Both("budget", "budget"),
    "forecast": Both("prognos", "forecast"),
    "actual": Both("utfall", "actual"),
    "figure": Both("{basis} {year}: {figure}", "{basis} {year}: {figure}"),
    "figures": Both("{basis}: {figures}", "{basis}: {figures}"),
    "known_part": Both(
        "{amount} för {party}, summan räknas ut av det",
        "{amount} for {party}, from which the total is worked out",
    ),
    "amount": Both("{amount} per år", "{amount} per year"),
    "amount_from": Both("{amount} per år från {when}", "{amount} per year from {when}"),
    "total": Both("{amount} för hela tiden", "{amount} for the whole time"),
    "price_quantity": Both("{price} × {quantity} per år", "{price} × {quantity} per year"),
    "price_per": Both(
        "{price} per {key}, varje part för sig", "{price} per {key}, each party by itself"
    ),
    "price_from": Both("{price} från {when}", "{price} from {when}"),
    "from_agreement": Both(
        "vad {party} betalar enligt avtalet {agreement}",
        "what {party} pays by the agreement {agreement}",
    ),
    "bands": Both(
        "ett belopp efter storlek på {key}: {table}", "an amount by the size of {key}: {table}"
    ),
    "scale": Both(
        "en trappa efter {key}, varje del till sitt pris: {table}",
        "a scale by {key}, each part at its own price: {table}",
    ),
    "price_each": Both("{price} per enhet", "{price} per unit"),
    "below": Both("under {bound}", "below {bound}"),
    "up_to": Both("till och med {bound}", "up to {bound}"),
    "above": Both("däröver", "above that"),
    "only_among": Both("bara för {parties}", "only for {parties}"),
    "amounts": Both(
        "avtalade belopp per part {year}: {amounts}", "agreed amounts per party {year}: {amounts}"
    ),
    "amounts_of_sum": Both(
        "avtalade belopp per part {year}: {amounts}, tillsammans {total}",
        "agreed amounts per party {year}: {amounts}, {total} together",
    ),
    "percent": Both("{percent} på {items}", "{percent} on {items}"),
    "revenue": Both("intäkt, dras av", "revenue, deducted"),
    "grant": Both("bidrag, dras av", "grant, deducted"),
    "adjustment": Both("rättelse av {year}", "correction of {year}"),
    "adjustment_plain": Both("rättelse", "correction"),
    "own_split": Both("delas {split}", "split {split}"),
    "from_to": Both("gäller {time}", "in force {time}"),
    "portion": Both("avtalet omfattar bara {share}", "the agreement covers only {share}"),
    "covers_year": Both("beloppet gäller ett helt år", "the amount is for a whole year"),
    "covers_period": Both(
        "beloppet gäller avtalets del av året", "the amount is for the agreement's part of the year"
    ),
    "factor": Both("gånger {factor}", "times {factor}"),
    "factor_by": Both("gånger en faktor efter {key}: {table}", "times a factor by {key}: {table}"),
    "paid_by": Both("{party} betalar räkningen", "{party} pays the bill"),
    "billed_on": Both("faktureras för sig {day}", "billed by itself on {day}"),
    "surcharge": Both("{title} {percent}", "{title} {percent}"),
    "surcharge_for": Both("{title} {percent} för {parties}", "{title} {percent} for {parties}"),
    "surcharge_title": Both("påslag", "surcharge"),
    # --- Indices --------------------------------------------------------------------------
    "index": Both("räknas upp med {series}", "indexed by {series}"),
    "index_from": Both(
        "räknas upp med {series} från {base} i {level} års nivå, varje år med värdet för {month} "
        "{when}",
        "indexed by {series} from {base} at the level of {level}, each year with the value of "
        "{month} {when}",
    ),
    "index_from_year": Both(
        "räknas upp med {series} från {base} i {level} års nivå, varje år med årsvärdet {when}",
        "indexed by {series} from {base} at the level of {level}, each year with the yearly value "
        "{when}",
    ),
    "index_link": Both(
        "ny bas från {month}, länkad med {link}", "a new base from {month}, linked by {link}"
    ),
    "index_share": Both("på {share} av beloppet", "on {share} of the amount"),
    "index_floor": Both("lägst {change} per år", "at least {change} per year"),
    "index_cap": Both("högst {change} per år", "at most {change} per year"),
    "index_one_way": Both("aldrig lägre än året före", "never lower than the year before"),
    "index_published_by": Both(
        "enligt det som publicerats till och med {day}", "by what was published by {day}"
    ),
    "index_threshold_adjustment": Both(
        "bara när det har rört sig mer än {above} sedan beloppet senast ändrades",
        "only when it has moved more than {above} since the amount last changed",
    ),
    "index_threshold_year": Both(
        "bara när det har rört sig mer än {above} sedan året före",
        "only when it has moved more than {above} since the year before",
    ),
    "index_round_index": Both(
        "indextalen avrundas till närmaste {step}", "the index is rounded to the nearest {step}"
    ),
    "index_round_change": Both(
        "varje års ändring avrundas till närmaste {step}",
        "each year's change is rounded to the nearest {step}",
    ),
    "index_round_factor": Both(
        "faktorn avrundas till närmaste {step}", "the factor is rounded to the nearest {step}"
    ),
    "index_round_to": Both(
        "det uppräknade avrundas till närmaste {step}",
        "what comes of it is rounded to the nearest {step}",
    ),
    "index_next_from_rounded": Both(
        "nästa år räknas från det avrundade", "the next year goes on from what was rounded"
    ),
    "index_changes": Both("ändringar {changes}", "changes {changes}"),
    "index_yearly": Both("ändras {change} per år", "changes by {change} per year"),
    "index_yearly_from": Both(
        "ändras {change} per år från {year}", "changes by {change} per year from {year}"
    ),
    "index_preliminary": Both("preliminärt för {months}", "preliminary for {months}"),
    "two_years_before": Both("två år före", "two years before"),
    "year_before": Both("året före", "the year before"),
    "same_year": Both("samma år", "the same year"),
    "year_after": Both("året efter", "the year after"),
    "years_before": Both("{years} år före", "{years} years before"),
    "years_after": Both("{years} år efter", "{years} years after"),
    # --- Keys -----------------------------------------------------------------------------
    "key_own": Both("årets eget värde", "the year's own value"),
    "key_year": Both("värdet för {when}", "the value for {when}"),
    "key_day": Both("värdet den {day} {when}", "the value on {day} {when}"),
    "key_latest": Both(
        "det senaste värdet till och med den {day} {when}", "the latest value by {day} {when}"
    ),
    "key_every_month": Both(
        "medelvärdet av varje månads värde {when}", "the mean of each month's value {when}"
    ),
    "key_every_quarter": Both(
        "medelvärdet av varje kvartals värde {when}", "the mean of each quarter's value {when}"
    ),
    "key_several": Both("medelvärdet av {values}", "the mean of {values}"),
    "key_holds": Both(
        "gäller {years} i taget, räknat från {start}", "for {years} at a time, counted from {start}"
    ),
    "key_frozen": Both("alltid värdet för {when}", "always the value for {when}"),
    "key_average_two": Both(
        "i medeltal med värdet närmast före", "averaged with the value just before"
    ),
    "key_average": Both(
        "i medeltal med de {count} värdena närmast före",
        "averaged with the {count} values just before",
    ),
    "key_average_shares_two": Both(
        "medeltalet av andelarna då och året före", "the mean of the shares then and just before"
    ),
    "key_average_shares": Both(
        "medeltalet av andelarna då och de {count} åren före",
        "the mean of the shares then and the {count} times before",
    ),
    "key_undated": Both("samma värden alla år", "the same values every year"),
    "key_formula": Both("räknas ut: {formula}", "worked out: {formula}"),
    "key_file": Both("ur filen {file}", "from the file {file}"),
    "key_unit": Both("i {unit}", "in {unit}"),
    "key_values": Both("värden finns för {days}", "there are values for {days}"),
    # --- Limits ---------------------------------------------------------------------------
    "each_party": Both("var och en", "each party"),
    "each_but": Both("var och en utom {parties}", "each party but {parties}"),
    "any_party": Both("någon", "any party"),
    "limit": Both("{who} betalar {bounds}", "{who} pays {bounds}"),
    "limit_in": Both("{time}: {limit}", "{time}: {limit}"),
    "max_increase_more": Both(
        "högst {change} mer än året före", "at most {change} more than the year before"
    ),
    "max_increase_less": Both(
        "minst {change} mindre än året före", "at least {change} less than the year before"
    ),
    "min_increase_more": Both(
        "minst {change} mer än året före", "at least {change} more than the year before"
    ),
    "min_increase_less": Both(
        "högst {change} mindre än året före", "at most {change} less than the year before"
    ),
    "from_year": Both("{text} från {year}", "{text} from {year}"),
    "max_increase_by_index": Both(
        "högst så mycket mer än året före som ändringen av {series}",
        "at most as much more than the year before as the change of {series}",
    ),
    "min_increase_by_index": Both(
        "minst så mycket mer än året före som ändringen av {series}",
        "at least as much more than the year before as the change of {series}",
    ),
    "index_month": Both("{series} för {month} {when}", "{series} for {month} {when}"),
    "index_year": Both("{series} för {when}", "{series} for {when}"),
    "index_plus": Both("{series} plus {change}", "{series} plus {change}"),
    "limit_since": Both(
        "räknat från {year}, så att det som inte används sparas",
        "counted from {year}, so that what is not used is kept",
    ),
    "after_zero_free": Both("utan gräns året efter 0 kr", "without a limit in the year after 0"),
    "after_zero_zero": Both("och 0 kr året efter 0 kr", "and 0 in the year after 0"),
    "per_year": Both("{amount} per år", "{amount} per year"),
    "at_most": Both("högst {amount}", "at most {amount}"),
    "at_least": Both("minst {amount}", "at least {amount}"),
    "nothing_below": Both(
        "inget om det blir mindre än {amount}", "nothing where it would be less than {amount}"
    ),
    "of_total": Both("{share} av summan", "{share} of the total"),
    "difference": Both("och {party} tar skillnaden", "and {party} takes the difference"),
    "difference_others": Both("och de andra tar skillnaden", "and the others take the difference"),
    "difference_none": Both("och ingen tar skillnaden", "and nobody takes the difference"),
    "limit_warns": Both(
        "varning när {who} betalar mer än {share} av årets summa",
        "a warning when {who} pays more than {share} of the year's total",
    ),
    # --- Rules ----------------------------------------------------------------------------
    "fiscal_year": Both(
        "Räkenskapsåret börjar den 1 {month}.", "The fiscal year starts on 1 {month}."
    ),
    "fiscal_year_start": Both(
        "Räkenskapsåret börjar den 1 {month} och heter efter året det börjar.",
        "The fiscal year starts on 1 {month} and is named by the year it starts in.",
    ),
    "fiscal_year_end": Both(
        "Räkenskapsåret börjar den 1 {month} och heter efter året det slutar.",
        "The fiscal year starts on 1 {month} and is named by the year it ends in.",
    ),
    "proration_months": Both(
        "Delar av ett år räknas i månader.", "Parts of a year are counted in months."
    ),
    "proration_quarters": Both(
        "Delar av ett år räknas i kvartal.", "Parts of a year are counted in quarters."
    ),
    "proration_days": Both(
        "Delar av ett år räknas i dagar.", "Parts of a year are counted in days."
    ),
    "rounding": Both(
        "Belopp avrundas till {unit}, {method}.", "Amounts are rounded to {unit}, {method}."
    ),
    "largest_remainder": Both(
        "resten går till dem som har avrundats ned mest",
        "the remainder goes to those rounded down most",
    ),
    "half_up": Both("varje belopp för sig", "each amount by itself"),
    "up": Both("uppåt", "upwards"),
    "rest_to": Both("resten till {party}", "the rest to {party}"),
    "at_total": Both("på årets summa", "on the year's total"),
    "surplus": Both("Överskott {done}", "A surplus {done}"),
    "deficit": Both("Underskott {done}", "A deficit {done}"),
    "settle": Both("regleras i efterhand", "is settled afterwards"),
    "kept": Both("regleras inte", "is not settled"),
    "carried": Both(
        "förs till budgeten {years} år senare", "is carried to the budget {years} years later"
    ),
    "carried_next": Both("förs till nästa års budget", "is carried to the next year's budget"),
    "threshold": Both(
        "när det är minst {share} av årets budget",
        "when it is at least {share} of the year's budget",
    ),
    "above_share": Both(
        "till den del det är mer än {share} av årets budget",
        "to the extent that it is more than {share} of the year's budget",
    ),
    "as_agreed": Both("som beloppen är avtalade", "as the amounts are agreed"),
    "as_default": Both("som vanligt i avtalet", "as usual in the agreement"),
    "invoicing": Both("Faktureras {how}", "Invoiced {how}"),
    "monthly": Both("månadsvis", "monthly"),
    "quarterly": Both("kvartalsvis", "quarterly"),
    "tertial": Both("tertialvis", "every four months"),
    "half_yearly": Both("halvårsvis", "half-yearly"),
    "yearly": Both("årsvis", "yearly"),
    "advance": Both("i förskott", "in advance"),
    "arrears": Both("i efterskott", "in arrears"),
    "due_days": Both("att betala inom {days} dagar", "to be paid within {days} days"),
    "preliminary": Both(
        "{share} faktureras preliminärt, resten vid slutavräkningen",
        "{share} billed in advance, the rest with the final settlement",
    ),
    "settled_by": Both(
        "Slutavräkningen görs senast den {day} året efter.",
        "The final settlement is done by {day} the year after.",
    ),
    "vat": Both("med {share} moms", "with {share} VAT"),
    "round_total": Both("slutsumman avrundas till {unit}", "the invoice total rounded to {unit}"),
    "at_settlement": Both("slutavräkningen", "the final settlement"),
    "dimensions": Both("dimensioner i SIE: {numbers}", "dimensions in SIE: {numbers}"),
    # --- Figures beside -------------------------------------------------------------------
    "frame": Both("ram för {party}: {figures}", "frame of {party}: {figures}"),
    "volume": Both("volym {name}: {figures}", "volume {name}: {figures}"),
    "paid": Both("betalat {year}: {amounts}", "paid {year}: {amounts}"),
    "interest_paid": Both(
        "Ränta {rate} per år ({days}) på det som betalats på konto, från förfallodagen till {last}",
        "Interest of {rate} a year ({days}) on what was paid on account, from when it was due to "
        "{last}",
    ),
    "interest_deviation": Both(
        "Ränta {rate} per år ({days}) på det som regleras, från {first} till {last}",
        "Interest of {rate} a year ({days}) on what is settled, from {first} to {last}",
    ),
    "year_end": Both("årets slut", "the year's end"),
    "billed": Both("fakturerat {year}: {amounts}", "billed {year}: {amounts}"),
    # --- What is missing ------------------------------------------------------------------
    "missing_split": Both("fördelning ({time})", "the split ({time})"),
    "missing_costs": Both("alla belopp", "all amounts"),
    "missing_figures": Both("{item}: {basis} {years}", "{item}: {basis} {years}"),
    "missing_start": Both("när avtalet började gälla", "when the agreement came into force"),
    "missing_decision": Both("beslut av {parties} ({time})", "decisions by {parties} ({time})"),
    "missing_otherwise": Both(
        "vad som gäller när villkoret inte är uppfyllt ({time})",
        "what applies where the condition has failed ({time})",
    ),
    "missing_gap": Both("villkor för {time}", "terms for {time}"),
    # --- Sources --------------------------------------------------------------------------
    "dnr": Both("dnr {dnr}", "ref. {dnr}"),
    "as_source": Both("källa: {source}", "source: {source}"),
}
