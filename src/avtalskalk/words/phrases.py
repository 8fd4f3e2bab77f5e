"""The words of reports: headings, units, lines and notes, in Swedish and English."""

from collections.abc import Mapping
from typing import Final

from avtalskalk.words import Both

PHRASES: Final[Mapping[str, Both]] = {
    # Severities, as a message opens.
    "error": Both("fel", "error"),
    "warning": Both("varning", "warning"),
    "note": Both("info", "note"),
    "help": Both("hjälp", "help"),
    "related": Both("se även", "see also"),
    "line": Both("rad", "line"),
    "lines": Both("raderna", "lines"),
    # The bases.
    "budget": Both("budget", "budget"),
    "forecast": Both("prognos", "forecast"),
    "actual": Both("utfall", "actual"),
    # What a year may differ from its budget by.
    "surplus": Both("överskottet", "surplus"),
    "deficit": Both("underskottet", "deficit"),
    # Units of a table; ``{currency}`` where it is not kronor.
    "unit_kr": Both("kronor", "SEK"),
    "unit_tkr": Both("tusental kronor (tkr)", "SEK thousand"),
    "unit_mkr": Both("miljoner kronor (mkr)", "SEK million"),
    "unit_other_kr": Both("{currency}", "{currency}"),
    "unit_other_tkr": Both("tusental {currency}", "{currency} thousand"),
    "unit_other_mkr": Both("miljoner {currency}", "{currency} million"),
    # Headings and labels of tables.
    "share": Both("Andel", "Share"),
    "amount": Both("Belopp", "Amount"),
    "party": Both("Part", "Party"),
    "agreement": Both("Avtal", "Agreement"),
    "item": Both("Kostnad", "Cost"),
    "period": Both("Period", "Period"),
    "total": Both("Summa", "Total"),
    "for_example": Both("Till exempel", "For example"),
    "all_agreements": Both("Alla avtal tillsammans", "All agreements together"),
    "count_agreements": Both("{count} avtal", "{count} agreements"),
    "new_agreements": Both("Nya avtal", "New agreements"),
    "ended_agreements": Both("Avslutade avtal", "Ended agreements"),
    "average": Both("Medel", "Average"),
    "frames": Both("Ramar", "Frames"),
    "frame": Both("Ram", "Frame"),
    "excess": Both("Över ramen", "Over the frame"),
    "frame_part": Both(
        "† Det som har både belopp och ram.", "† What has both an amount and a frame."
    ),
    "known_total": Both("Summa av det som är känt", "Total of what is known"),
    "known_part": Both(
        "† Det som är känt; uppgifter saknas i {count} av {all} avtal.",
        "† What is known; figures are missing in {count} of {all} agreements.",
    ),
    "known_in_all": Both(
        "† Det som är känt i alla kolumner; uppgifter saknas i {count} av {all} avtal.",
        "† What is known in every column; figures are missing in {count} of {all} agreements.",
    ),
    "known_in_some": Both(
        "Bara känt i en del av kolumnerna, och i ingen summa: {figures}.",
        "Known in some of the columns only, and in no sum: {figures}.",
    ),
    "new_agreement": Both("{title} (nytt)", "{title} (new)"),
    "old_agreement": Both("{title} (avslutat)", "{title} (ended)"),
    "rest": Both("Övrigt", "Other"),
    "resting_as_written": Both(
        "Tar belopp från andra avtal, så som de är skrivna, utan ändringen: {agreements}.",
        "With amounts from other agreements as these are written, without the change: "
        "{agreements}.",
    ),
    "unaffected": Both("Berörs inte ({count} avtal)", "Not affected ({count})"),
    "by_party": Both("Per part", "By party"),
    "by_agreement": Both("Per avtal", "By agreement"),
    "by_item": Both("Per kostnad", "By cost"),
    "by_period": Both("Per period", "By period"),
    "missing": Both("saknas", "missing"),
    "rest_of_year": Both("{year}, övrigt", "{year}, other"),
    "selected": Both("urval: {names}", "selected: {names}"),
    # Lines that are not a plain part of an item.
    "line_rounding": Both("Avrundning", "Rounding"),
    "line_limit": Both("Tak/golv", "Cap/floor"),
    "line_surcharge": Both("Påslag", "Surcharge"),
    "line_carried": Both("Överfört från tidigare år", "Carried from an earlier year"),
    "line_split": Both("Gemensamt", "In common"),
    "line_own": Both("Egna belopp", "Own amounts"),
    "line_of_item": Both("{item}: {line}", "{item}: {line}"),
    # The days that a note speaks of, by the ends that they have.
    "days": Both("{first}–{last}", "{first}–{last}"),
    "days_from": Both("tiden från och med {first}", "the time from {first}"),
    "days_to": Both("tiden till och med {last}", "the time until {last}"),
    "days_all": Both("hela avtalstiden", "the whole term"),
    # What stands between the last two names of a list.
    "and": Both("och", "and"),
    # What stands below a table.
    "more": Both("och {count} till", "and {count} more"),
    "the_shares": Both("andelarna", "the shares"),
    "where_for": Both("en rättelse, `kind: adjustment`", "a correction, `kind: adjustment`"),
    "where_sum": Both("avtalade belopp, `amounts`", "agreed amounts, `amounts`"),
    "where_among": Both("ett pris med `per`", "a price with `per`"),
    "where_months": Both("ett index med månader", "an index of months"),
    "where_values": Both("ett index med `values`", "an index with `values`"),
    "where_stated": Both(
        "ett belopp (`amount`) eller ett pris (`price`)", "an `amount` or a `price`"
    ),
    "where_series": Both("ett index med `series`", "an index with `series`"),
    "where_settled": Both("det som regleras", "what is settled"),
    "where_invoiced": Both("en part som värden fakturerar", "a party that the host invoices"),
    "where_deviation": Both("`base: deviation`", "`base: deviation`"),
    "where_condition": Both("en period med `condition`", "a period with `condition`"),
    "where_covers": Both("ett belopp eller ett pris per år", "an amount or a price per year"),
    "the_weights": Both("vikterna", "the weights"),
    "one_share": Both("en andel", "a share"),
    "one_weight": Both("en vikt", "a weight"),
    "of_one_share": Both("den ena parten", "one of the parties"),
    "of_one_weight": Both("en av delarna", "one of the parts"),
    "missing_cost": Both("{figure} {years} för {of}", "{figure} {years} for {of}"),
    "missing_before": Both(
        "{figure} för {of} (behövs för {years})", "{figure} for {of} (needed for {years})"
    ),
    "missing_keys": Both(
        "fördelningsnyckeln {figure} för {of} (behövs för {years})",
        "the key {figure} for {of} (needed for {years})",
    ),
    "missing_indices": Both(
        "indexet {figure} för {of} (behövs för {years})",
        "the index {figure} for {of} (needed for {years})",
    ),
    "missing_other": Both("{figure} {years}", "{figure} {years}"),
    "the_amount": Both("beloppet", "the amount"),
    "the_price": Both("priset", "the price"),
    "the_quantity": Both("mängden", "the quantity"),
    "missing_figures": Both("Saknas: {figures}.", "Missing: {figures}."),
    "rounded": Both(
        "Avrundat till {unit} så att varje kolumn summerar; exakta belopp fås med --format csv "
        "eller json.",
        "Rounded to {unit} so that every column adds up; --format csv and json give the exact "
        "amounts.",
    ),
    "rounded_each": Both(
        "Avrundat till {unit}, varje belopp för sig, så summor kan avvika i sista siffran; exakta "
        "belopp fås med --format csv eller json.",
        "Rounded to {unit}, each amount separately, so sums may differ in the last digit; --format "
        "csv and json give the exact amounts.",
    ),
    "rounded_other_way": Both(
        "Avrundat åt andra hållet för att tabellen ska summera: {count} av {amounts} belopp.",
        "Rounded the other way so that the table adds up: {count} of {amounts} amounts.",
    ),
    "rounded_far": Both(
        "Tabellen kan inte summera åt alla håll om varje belopp ska ligga inom en enhet från det "
        "exakta: {count} av {amounts} belopp ligger längre ifrån.",
        "The table cannot add up in all directions with every amount within one unit of the exact "
        "one: {count} of {amounts} amounts are further away.",
    ),
    "amount_tkr": Both("{figures} tkr", "SEK {figures} thousand"),
    "amount_mkr": Both("{figures} mkr", "SEK {figures} million"),
    "amount_other_tkr": Both("{figures} tusen {currency}", "{currency} {figures} thousand"),
    "amount_other_mkr": Both("{figures} miljoner {currency}", "{currency} {figures} million"),
    "rounded_kr": Both("hela kronor", "whole SEK"),
    "rounded_tkr": Both("hela tusental kronor", "whole SEK thousands"),
    "rounded_mkr": Both("tiondels miljoner kronor", "tenths of SEK millions"),
    "rounded_other_kr": Both("hela {currency}", "whole {currency}"),
    "rounded_other_tkr": Both("hela tusental {currency}", "whole {currency} thousands"),
    "rounded_other_mkr": Both("tiondels miljoner {currency}", "tenths of {currency} millions"),
    "shares_of": Both("Andelarna gäller {years}.", "The shares are for {years}."),
    "shares_change": Both("Andelarna ändras {years}.", "The shares change in {years}."),
    "sources": Both("Källor: {sources}.", "Sources: {sources}."),
    "source": Both("Källa: {sources}.", "Source: {sources}."),
    "amount_sources": Both(
        "Källor till beloppen: {sources}.", "Sources of the amounts: {sources}."
    ),
    "amount_source": Both("Källa till beloppen: {sources}.", "Source of the amounts: {sources}."),
    "share_sources": Both(
        "Källor till fördelningen: {sources}.", "Sources of the split: {sources}."
    ),
    "share_source": Both("Källa till fördelningen: {sources}.", "Source of the split: {sources}."),
    "dnr": Both("dnr\u00a0{dnr}", "ref.\u00a0{dnr}"),
    "assumption": Both("Antagande: {text}", "Assumption: {text}"),
    "marked": Both("* Villkorat belopp.", "* Conditional amount."),
    # An agreement's own tests.
    "a_list": Both("en lista, med `-` framför varje post", "a list, with `-` before each entry"),
    "a_mapping": Both("rader med fält, kolon och värde", "lines of field, colon and value"),
    "a_name": Both("ett namn", "a name"),
    "a_key": Both("fördelningsnyckel", "key"),
    "an_index": Both("indexserie", "index"),
    "a_split": Both("fördelning", "split"),
    "a_party": Both("part", "party"),
    "an_item": Both("kostnadspost", "cost item"),
    # How many of some keys can stand in one place.
    "must_be_one": Both("exakt ett av dessa krävs", "exactly one of these is required"),
    "may_be_one": Both("högst ett av dessa får finnas", "at most one of these is allowed"),
    # What a name that nothing has should have been, and what can be done.
    "no_party": Both("ingen part", "no party"),
    "no_item": Both("ingen kostnadspost", "no cost item"),
    "no_split": Both("ingen fördelning", "no split"),
    "no_dimension": Both("ingen dimension", "no dimension"),
    "no_key": Both("ingen fördelningsnyckel", "no key"),
    "no_index": Both("inget index", "no index"),
    "no_agreement": Both("inget avtal i arbetsytan", "no agreement in the workspace"),
    "no_sheet": Both("inget blad", "no sheet"),
    "no_volume": Both("ingen volym", "no volume"),
    "no_reading": Both("ingen tolkning", "no reading"),
    "no_scenario": Both("inget scenario", "no scenario"),
    "no_lint": Both("ingen varning eller info", "no warning or note"),
    "no_code": Both("inget meddelande", "no message"),
    "no_command": Both("inget kommando", "no command"),
    "no_option": Both("ingen flagga", "no option"),
    "no_field": Both("inget fält här", "no field here"),
    "no_place": Both("ingen plats i listan", "no place in the list"),
    "advice_split": Both(
        "skriv andelarna här, en rad för varje part, eller ge fördelningen namnet under "
        "periodens `splits`",
        "write the shares here, one line for each party, or name the split in the period's "
        "`splits`",
    ),
    "taken_not_valid": Both(
        "det har fel som först måste rättas", "it has errors that must be corrected first"
    ),
    "taken_other_currency": Both("det har en annan valuta", "it has another currency"),
    "taken_other_year": Both(
        "dess räkenskapsår börjar en annan månad", "its fiscal year starts in another month"
    ),
    # What can be changed where an item's amount is not one.
    "change_by_percent": Both(
        "skriv en procentsats, som `ID=+3 %`, eller ändra det som beloppet bygger på med `--price` "
        "eller `--set`",
        "write a percentage, like `ID=+3 %`, or change what the amount rests on with `--price` or "
        "`--set`",
    ),
    "change_other_agreement": Both(
        "ändra det andra avtalet, eller sätt en faktor här: `--set costs.ID.factor=103 %`",
        "change the other agreement, or set a factor here: `--set costs.ID.factor=103 %`",
    ),
    "advice_volume": Both(
        "skriv mängden som ett tal, eller under `volumes` överst: `besök: {2024: 30}`",
        "write the quantity as a number, or in `volumes` at the top: `visits: {2024: 30}`",
    ),
    "advice_dimension": Both(
        "skriv dess nummer under `dimensions`: `{motpart: 20}`",
        "write its number in `dimensions`: `{motpart: 20}`",
    ),
    # What is booked.
    "role_receivable": Both("fordran", "receivable"),
    "role_liability": Both("skuld", "liability"),
    "role_revenue": Both("intäkt", "revenue"),
    "role_cost": Both("kostnad", "cost"),
    "role_output_vat": Both("utgående moms", "output VAT"),
    "role_input_vat": Both("ingående moms", "input VAT"),
    "role_interest_income": Both("ränteintäkt", "interest income"),
    "role_interest_cost": Both("räntekostnad", "interest cost"),
    "role_rounding": Both("öresavrundning", "rounding"),
    "advice_shared": Both(
        "eller skriv partens namn här: `id: Namnet`",
        "or write the party's name here: `id: Name`",
    ),
    "advice_scenario": Both(
        "lägg det i mappen `scenarios`, eller ange filen, som `--scenario besparing.yaml`",
        "put it in the folder `scenarios`, or name the file, like `--scenario savings.yaml`",
    ),
    "advice_lint": Both(
        "skriv koden så som `check` visar den, till exempel `AV303: luckan är avtalad`",
        "write the code as `check` shows it, for example `AV303: the gap is agreed`",
    ),
    "advice_command": Both("`avtalskalk --help` visar alla", "`avtalskalk --help` shows all"),
    "advice_option": Both(
        "`--help` efter kommandot visar alla", "`--help` after the command shows all"
    ),
    "advice_place": Both(
        "en period kan också anges med ett år som den omfattar",
        "a period can also be named by a year that it covers",
    ),
    # Why a threshold cannot be tried.
    "all_parties": Both("alla parter", "all parties"),
    "no_frame": Both("ingen ram är angiven", "no frame is given"),
    "not_complete": Both("året är ofullständigt", "the year is incomplete"),
    "nothing_before": Both(
        "före ändringen betalar parten inget", "the party pays nothing before the change"
    ),
    "under_reading": Both("tolkning {name}", "reading {name}"),
    "with_changes": Both("med {paths}", "with {paths}"),
    "test_expected": Both("väntat", "expected"),
    "test_got": Both("blev", "got"),
    "test_was": Both("var", "was"),
    "test_is": Both("skrivet nu", "written now"),
    "test_difference": Both("skillnad", "difference"),
    "test_incomplete": Both("ofullständigt", "incomplete"),
    "test_conditional": Both("villkorat", "conditional"),
    "test_in_force": Both("gäller året", "in force that year"),
    "test_error": Both("fel", "error"),
    "test_otherwise": Both(
        "{what}: väntat {expected}, blev {got}.", "{what}: expected {expected}, got {got}."
    ),
    "test_file": Both("Fil", "File"),
    "test_cases": Both("Tester", "Tests"),
    "test_failed": Both("Stämmer inte", "Failed"),
    "test_summary": Both("Avtalens egna tester", "The agreements' own tests"),
    "yes": Both("ja", "yes"),
    "no": Both("nej", "no"),
    "nothing": Both("inget", "none"),
    # Readings side by side.
    "readings": Both("olika tolkningar", "readings"),
    "as_written": Both("som skrivet", "as written"),
    "at_stake": Both("står på spel", "at stake"),
    "at_stake_is": Both(
        "Står på spel: det högsta beloppet minus det lägsta.",
        "At stake: the largest amount minus the smallest.",
    ),
    # A change beside what it changes.
    "before_after": Both("före och efter", "before and after"),
    "compared_with": Both("jämfört med {name}", "compared with {name}"),
    "settlement": Both("slutavräkning", "final settlement"),
    "same_paid": Both(
        "Det som återstår att betala; minus: får tillbaka. Det som är betalt i förväg är lika "
        "mycket före och efter.",
        "What is left to pay; minus: gets back. What has been paid on account is the same before "
        "and after.",
    ),
    "now": Both("Nu", "Now"),
    "before": Both("Före", "Before"),
    "after": Both("Efter", "After"),
    "difference": Both("Skillnad", "Difference"),
    "change": Both("Ändring", "Change"),
    "difference_chart": Both(
        "Stapeldiagram: hur mycket mer eller mindre varje part betalar, {years}. Beloppen står i "
        "tabellen.",
        "Bar chart: how much more or less each party pays, {years}. The amounts stand in the "
        "table.",
    ),
    "all_years": Both("Alla åren", "All years"),
    "holds_since": Both(
        "Ändringen gäller från {day}; tidigare år är som förut.",
        "The change applies from {day}; earlier years are as before.",
    ),
    "other_currency": Both(
        "Beloppen är inte i samma valuta före och efter, så de jämförs inte.",
        "The amounts are not in the same currency before and after, so they are not compared.",
    ),
    "per_unit_title": Both("Per enhet", "Per unit"),
    "per_inhabitant": Both("Per invånare", "Per inhabitant"),
    "per_unit": Both("Per {unit}", "Per {unit}"),
    # A sealed result, and what it comes to when it is worked out again.
    "seal_title": Both("Förseglat resultat {fingerprint}", "Sealed result {fingerprint}"),
    "seal_reproduced": Both(
        "Stämmer: varje siffra blir exakt densamma när den räknas om.",
        "Reproduced: every figure is exactly the same when recalculated.",
    ),
    "seal_differs": Both(
        "Stämmer inte: siffrorna blir andra för {agreements}.",
        "Not reproduced: the figures are different for {agreements}.",
    ),
    "seal_differs_in_names": Both(
        "Stämmer inte: siffrorna är desamma, men namnen är andra för {agreements}.",
        "Not reproduced: the figures are the same, but the names are different for {agreements}.",
    ),
    "seal_differs_beside": Both(
        "Beloppen är desamma, men inte andelarna, villkoren, summorna före avrundning eller det "
        "som saknas.",
        "The amounts are the same, but not the shares, the conditions, the sums before rounding or "
        "what is missing.",
    ),
    "seal_made": Both(
        "Förseglat {day} med avtalskalk {version}: {basis} {years}.",
        "Sealed {day} by avtalskalk {version}: {basis} {years}.",
    ),
    "seal_made_any_day": Both(
        "Förseglat med avtalskalk {version}: {basis} {years}.",
        "Sealed by avtalskalk {version}: {basis} {years}.",
    ),
    "seal_extended": Both(
        "Outnyttjade optioner räknas som använda.", "Unused options count as used."
    ),
    "seal_reading": Both(
        "{agreement} är räknat enligt tolkningen {reading}.",
        "{agreement} is calculated by the reading {reading}.",
    ),
    "seal_confirmed": Both(
        "Fingeravtrycket är det som angavs.", "The fingerprint is the one that was given."
    ),
    "seal_unconfirmed": Both(
        "Jämför fingeravtrycket med det i protokollet: vem som helst kan försegla ett nytt "
        "resultat.",
        "Compare the fingerprint with the one in the minutes: anybody can seal a new result.",
    ),
    "seal_folder": Both("Filerna är lästa i `{folder}`.", "The files were read in `{folder}`."),
    "seal_all_same": Both(
        "Alla filer är oförändrade, byte för byte.",
        "All files are unchanged, byte for byte.",
    ),
    "seal_file_renamed": Both(
        "{sealed} heter nu {now}; innehållet är detsamma.",
        "{sealed} is now called {now}; the content is the same.",
    ),
    "seal_file_changed": Both("{sealed} är ändrad{effect}.", "{sealed} has changed{effect}."),
    "seal_file_moved": Both(
        "{sealed} heter nu {now} och är ändrad{effect}.",
        "{sealed} is now called {now} and has changed{effect}.",
    ),
    "seal_file_missing": Both(
        "{sealed} finns inte längre bland filerna{effect}.",
        "{sealed} is no longer among the files{effect}.",
    ),
    "seal_file_new": Both("{now} är ny{effect}.", "{now} is new{effect}."),
    "seal_no_effect": Both(", utan att någon siffra ändras", ", but no figure changes"),
    "seal_version": Both(
        "Förseglat av version {sealed}, omräknat av version {now}{effect}.",
        "Sealed by version {sealed}, recalculated by version {now}{effect}.",
    ),
    "seal_only_version": Both(
        "Inga filer är ändrade: skillnaden beror på att programmet har en annan version.",
        "No files have changed: the difference comes from another version of the program.",
    ),
    "seal_neither": Both(
        "Varken filerna eller programmet är ändrade: det förseglade resultatet är inte det som "
        "programmet räknar fram.",
        "Neither the files nor the program have changed: the sealed result is not what the program "
        "calculates from the files.",
    ),
    "seal_absent": Both(
        "{agreement} finns inte bland filerna, så dess belopp kan inte räknas om.",
        "{agreement} is not among the files, so its amounts cannot be recalculated.",
    ),
    "seal_reworded": Both(
        "{agreement}: antagandena är annorlunda formulerade nu.",
        "{agreement}: the assumptions are worded differently now.",
    ),
    "seal_other_notes": Both(
        "{agreement}: anmärkningar eller källor är andra nu, utan att någon siffra ändras.",
        "{agreement}: notes or sources are different now, but no figure changes.",
    ),
    "seal_name_changed": Both(
        "{agreement}: `{id}` hette {sealed} och heter nu {now}.",
        "{agreement}: `{id}` was called {sealed} and is now called {now}.",
    ),
    "seal_name_gone": Both(
        "{agreement}: `{id}` hette {sealed} och finns inte längre.",
        "{agreement}: `{id}` was called {sealed} and does not exist any more.",
    ),
    "seal_currency": Both(
        "Valutan var {sealed} och är {now}; beloppen jämförs inte.",
        "The currency was {sealed} and is {now}; the amounts are not compared.",
    ),
    "seal_sealed": Both("Förseglat", "Sealed"),
    "seal_now": Both("Nu", "Now"),
    "seal_whole": Both("Alla", "All"),
    "seal_share": Both(
        "{party}, {item}: andelen var {sealed} och är {now}.",
        "{party}, {item}: the share was {sealed} and is {now}.",
    ),
    "seal_conditional": Both("{party}: villkorat nu.", "{party}: conditional now."),
    "seal_unconditional": Both(
        "{party}: inte villkorat längre.", "{party}: no longer conditional."
    ),
    "seal_exact": Both(
        "{item}: summan före avrundning var {sealed} och är {now}.",
        "{item}: the sum before rounding was {sealed} and is {now}.",
    ),
    "seal_missing_then": Both("Saknades då: {figures}.", "Missing then: {figures}."),
    "seal_missing_now": Both("Saknas nu: {figures}.", "Missing now: {figures}."),
    # Many what-ifs at once.
    "sweep": Both("svep", "sweep"),
    "sweep_chart": Both(
        "Stapeldiagram med beloppen i tabellen.", "Bar chart with the amounts of the table."
    ),
    "tornado_chart": Both(
        "Stapeldiagram: hur mycket mer eller mindre som betalas vid det högsta värdet än vid det "
        "lägsta. Beloppen står i tabellen.",
        "Bar chart: how much more or less is paid at the highest value than at the lowest. The "
        "amounts stand in the table.",
    ),
    "tornado": Both("vart och ett för sig", "each by itself"),
    "range": Both("spann", "range"),
    "shades": Both(
        "Ju mörkare (░ ▒ ▓ █), desto högre belopp i tabellen.",
        "The darker (░ ▒ ▓ █), the higher the amount in the table.",
    ),
    "least": Both("Lägst", "Lowest"),
    "mean": Both("Medel", "Mean"),
    "most": Both("Högst", "Highest"),
    "least_at": Both("Lägst vid {values}: {figures}.", "Lowest at {values}: {figures}."),
    "most_at": Both("Högst vid {values}: {figures}.", "Highest at {values}: {figures}."),
    "combinations": Both("{count} kombinationer.", "{count} combinations."),
    "not_known_at": Both(
        "För {count} kombinationer är beloppet inte känt.",
        "For {count} combinations the amount is not known.",
    ),
    "input": Both("Indata", "Input"),
    "at_lowest": Both("Vid lägsta", "At lowest"),
    "at_highest": Both("Vid högsta", "At highest"),
    "span": Both("Skillnad", "Difference"),
    "as_it_stands": Both(
        "Med avtalet som det är: {amount}.", "With the agreement as it is: {amount}."
    ),
    "range_least": Both("Lägst", "Lowest"),
    "range_low": Both("10 % under", "10% below"),
    "range_expected": Both("Väntat", "Expected"),
    "range_mean": Both("Medel", "Mean"),
    "range_high": Both("10 % över", "10% above"),
    "range_most": Both("Högst", "Highest"),
    "range_weights": Both(
        "Varje indata antas för sig bli låg, väntad eller hög med vikterna 30, 40 och 30 %. Ett "
        "fall av tio är lägre än låg, och ett av tio högre än hög.",
        "Each input is taken by itself to be low, expected or high, with weights of 30, 40 and "
        "30%. One case in ten is below low, and one in ten above high.",
    ),
    "range_all": Both(
        "Alla {count} kombinationer är räknade.", "All {count} combinations are calculated."
    ),
    "range_sample": Both(
        "{count} kombinationer är dragna, med startvärdet {seed}.",
        "{count} combinations are drawn, from seed {seed}.",
    ),
    # What is looked for, and what is found.
    "wanted": Both(
        "Önskat {year}: {want}. Sökt: {input}.", "Wanted {year}: {want}. Sought: {input}."
    ),
    "break_even": Both(
        "{party} ska {year} betala lika mycket med {here} som med {there}. Sökt: {input}.",
        "{party} must pay the same in {year} with {here} as with {there}. Sought: {input}.",
    ),
    "unchanged": Both("avtalet som det är", "the agreement as it is"),
    "under_scenario": Both("Med scenariot {scenario}.", "With the scenario {scenario}."),
    "answer_only": Both("{input} = {value}", "{input} = {value}"),
    "answer_most": Both("{input} högst {value}", "{input} at most {value}"),
    "answer_least": Both("{input} minst {value}", "{input} at least {value}"),
    "answer_nearest": Both("{input} närmast vid {value}", "{input} nearest at {value}"),
    "answer_only_between": Both(
        "Värdena från {first} till {last} ger samma belopp.",
        "The values from {first} to {last} give the same amount.",
    ),
    "answer_nearest_between": Both(
        "Inget värde ger exakt det önskade: beloppet passerar det mellan {first} och {last}.",
        "No value gives exactly what is wanted: the amount passes it between {first} and {last}.",
    ),
    "answer_checked": Both(
        "Kontrollerat i hela beräkningen, på det som betalas.",
        "Checked in the whole calculation, on what is paid.",
    ),
    "answers_several": Both(
        "Det finns flera svar: {bounds} gränser mellan {low} och {high}.",
        "There are several answers: {bounds} bounds between {low} and {high}.",
    ),
    "all_hold_every": Both(
        "Alla {count} värden från {low} till {high} ger det önskade resultatet.",
        "All {count} values from {low} to {high} give the wanted result.",
    ),
    "all_hold_tried": Both(
        "Alla {count} prövade värden från {low} till {high} ger det önskade resultatet.",
        "All {count} values tried from {low} to {high} give the wanted result.",
    ),
    "none_holds_every": Both(
        "Inget av de {count} värdena från {low} till {high} ger det önskade resultatet.",
        "None of the {count} values from {low} to {high} gives the wanted result.",
    ),
    "none_holds_tried": Both(
        "Inget av {count} prövade värden från {low} till {high} ger det önskade resultatet.",
        "None of {count} values tried from {low} to {high} gives the wanted result.",
    ),
    "not_calculated_at": Both(
        "{values} kan inte räknas ut: {reason}.",
        "{values} cannot be calculated: {reason}.",
    ),
    "not_calculated_between": Both(
        "Från {first} till {last} kan inget räknas ut: {reason}.",
        "From {first} to {last} nothing can be calculated: {reason}.",
    ),
    "looked_at_every": Both(
        "Alla {count} värden från {low} till {high} är prövade, så det finns inga andra svar.",
        "All {count} values from {low} to {high} were tried, so there are no other answers.",
    ),
    "looked_at_tried": Both(
        "{count} värden, jämnt från {low} till {high}, visade var svaren finns; svar som ligger "
        "tätare kan ha missats.",
        "{count} values, evenly from {low} to {high}, showed where the answers are; answers that "
        "lie closer together may have been missed.",
    ),
    # Notes of a statement; their keys are the engine's, but those of a reading and a seal.
    "sealed": Both("Förseglat, fingeravtryck {fingerprint}.", "Sealed, fingerprint {fingerprint}."),
    "reading": Both("Tolkning {name}: {title}", "Reading {name}: {title}"),
    "other_reading": Both(
        "Annan tolkning (`--reading {name}`): {title}. Den ändrar en parts belopp med upp till "
        "{amount}.",
        "Another reading (`--reading {name}`): {title}. It changes a party's amount by up to "
        "{amount}.",
    ),
    "reading_unknown": Both(
        "Annan tolkning (`--reading {name}`): {title}. Hur mycket den ändrar är inte känt, "
        "eftersom belopp saknas.",
        "Another reading (`--reading {name}`): {title}. How much it changes is not known, because "
        "amounts are missing.",
    ),
    "conditional": Both(
        "Villkorat: beloppen för {time} förutsätter beslut av {waiting}.",
        "Conditional: the amounts for {time} depend on decisions by {waiting}.",
    ),
    "condition_failed": Both(
        "Villkoret för {time} är inte uppfyllt: {party} har sagt nej. Avtalet säger inte vad som "
        "då gäller; beloppen är räknade som om villkoret vore uppfyllt.",
        "The condition for {time} has failed (refused by {party}). The agreement does not say what "
        "then applies; the amounts are calculated as if the condition were met.",
    ),
    "falls_back": Both(
        "Villkoret för {time} är inte uppfyllt: {party} har sagt nej. De tidigare villkoren "
        "fortsätter att gälla.",
        "The condition for {time} has failed (refused by {party}). The terms before go on.",
    ),
    "no_start": Both(
        "Avtalet anger inte när det började; beloppen förutsätter att det redan gäller.",
        "The agreement does not say when it began; the amounts assume that it is already in force.",
    ),
    "beyond_end": Both(
        "Beloppen förutsätter att avtalet förlängs efter {end}.",
        "The amounts assume that the agreement is renewed after {end}.",
    ),
    "assumed_extended": Both(
        "Beloppen förutsätter att optionen efter {end} används.",
        "The amounts assume that the option after {end} is used.",
    ),
    "solved_total": Both(
        "{item}: summan {total} är uträknad av den kända delen för {party}, {part}.",
        "{item}: the total {total} is worked out from the known part of {party}, {part}.",
    ),
    "from_agreement": Both(
        "{item} är vad {party} betalar enligt avtalet {title}, så som det är skrivet.",
        "{item} is what {party} pays by the agreement {title}, as that is written.",
    ),
    "actual_volume": Both(
        "{item}: utfallet är räknat med {volume} {observed}, samma värden som i budgeten.",
        "{item}: the actual is calculated with {volume} {observed}, the same values as in the "
        "budget.",
    ),
    "actual_volume_undated": Both(
        "{item}: utfallet är räknat med {volume}, samma värden som i budgeten.",
        "{item}: the actual is calculated with {volume}, the same values as in the budget.",
    ),
    "rounding_changed": Both(
        "{item}: avrundningen ändrar summan med {difference}.",
        "{item}: rounding changes the total by {difference}.",
    ),
    "limit_untried": Both(
        "Taket eller golvet ({limit}) är inte tillämpat: det är inte känt vad parterna betalade "
        "året före.",
        "The cap or floor ({limit}) was not applied: what the parties paid the year before is not "
        "known.",
    ),
    "factor_changed": Both(
        "{item}: faktorn ändrar kostnaden från {before} till {after}.",
        "{item}: the factor changes the cost from {before} to {after}.",
    ),
    "preliminary_index": Both(
        "{item}: indexet är preliminärt; beloppet kan ändras när det slutliga kommer.",
        "{item}: the index is preliminary; the amount may change when the final one comes.",
    ),
    "not_in_force": Both("Avtalet gäller inte {year}.", "The agreement is not in force in {year}."),
    "partial_year": Both(
        "Avtalet gäller bara {first}–{last}, {part} av året.",
        "The agreement covers only {first}–{last}, {part} of the year.",
    ),
    "gap": Both(
        "Avtalet har inga villkor för {first}–{last}.",
        "The agreement has no terms for {first}–{last}.",
    ),
    "refused": Both("{party} har sagt nej.", "{party} has refused."),
    "prorated": Both(
        "{item}: {stated} för ett helt år ger {used} för {first}–{last}.",
        "{item}: {stated} for a whole year gives {used} for {first}–{last}.",
    ),
    "assumed_silence": Both(
        "{party} räknas som om den hade godkänt: inget beslut till och med {day}.",
        "{party} counts as having approved: no decision by {day}.",
    ),
    "no_costs": Both("Kostnaderna framgår inte.", "The costs are not stated."),
    "shares_alone": Both("Fördelningen är {shares}.", "The split is {shares}."),
    "shares_alone_between": Both(
        "Fördelningen {first}–{last} är {shares}.", "The split {first}–{last} is {shares}."
    ),
}
