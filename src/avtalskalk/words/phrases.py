"""The words of reports: headings, units, lines and notes, in Swedish and English."""

from collections.abc import Mapping
from types import MappingProxyType

from avtalskalk.words import Both

PHRASES: Mapping[str, Both] = MappingProxyType(
    {
        # Severities, as a message opens.
        "error": Both("fel", "error"),
        "warning": Both("varning", "warning"),
        "note": Both("anm.", "note"),
        "help": Both("hjälp", "help"),
        "related": Both("se även", "see also"),
        "line": Both("rad", "line"),
        "lines": Both("raderna", "lines"),
        # The bases.
        "budget": Both("budget", "budget"),
        "forecast": Both("prognos", "forecast"),
        "actual": Both("utfall", "actual"),
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
        "period": Both("Tid", "Time"),
        "total": Both("Summa", "Total"),
        "all_agreements": Both("Alla avtal tillsammans", "All agreements together"),
        "count_agreements": Both("{count} avtal", "{count} agreements"),
        "by_party": Both("Per part", "By party"),
        "by_agreement": Both("Per avtal", "By agreement"),
        "by_item": Both("Per kostnad", "By cost"),
        "by_period": Both("Per tid", "By time"),
        "missing": Both("saknas", "missing"),
        "rest_of_year": Both("{year}, övrigt", "{year}, all else"),
        "selected": Both("urval: {names}", "selected: {names}"),
        # Lines that are not a plain part of an item.
        "line_rounding": Both("Avrundning", "Rounding"),
        "line_limit": Both("Begränsning", "Limit"),
        "line_surcharge": Both("Påslag", "Surcharge"),
        "line_carried": Both("Överfört från tidigare år", "Carried from an earlier year"),
        "line_split": Both("Gemensamt", "In common"),
        "line_own": Both("Egna belopp", "Own amounts"),
        "line_of_item": Both("{item}: {line}", "{item}: {line}"),
        # The days that a note speaks of, by the ends that they have.
        "days": Both("{first} – {last}", "{first} – {last}"),
        "days_from": Both("tiden från och med {first}", "the time from {first} on"),
        "days_to": Both("tiden till och med {last}", "the time until {last}"),
        "days_all": Both("avtalet", "the agreement"),
        # What stands between the last two names of a list.
        "and": Both("och", "and"),
        # What stands below a table.
        "more": Both("och {count} till", "and {count} more"),
        "the_shares": Both("andelarna", "the shares"),
        "the_weights": Both("vikterna", "the weights"),
        "one_share": Both("en andel", "a share"),
        "one_weight": Both("en vikt", "a weight"),
        "of_one_share": Both("den ena parten", "one of the parties"),
        "of_one_weight": Both("en av delarna", "one of the parts"),
        "missing_in": Both("{what} {years}", "{what} {years}"),
        "missing_for": Both("{what} (behövs för {years})", "{what} (needed for {years})"),
        "missing_figures": Both("Saknas: {figures}.", "Missing: {figures}."),
        "rounded": Both(
            "Avrundat till {unit} så att varje kolumn summerar; exakta belopp fås med --format csv "
            "eller json.",
            "Rounded to {unit} so that every column adds up; --format csv and json give the exact "
            "amounts.",
        ),
        "rounded_kr": Both("hela kronor", "whole SEK"),
        "rounded_tkr": Both("hela tusental kronor", "whole SEK thousands"),
        "rounded_mkr": Both("tiondels miljoner kronor", "tenths of SEK millions"),
        "rounded_other_kr": Both("hela {currency}", "whole {currency}"),
        "rounded_other_tkr": Both("hela tusental {currency}", "whole {currency} thousands"),
        "rounded_other_mkr": Both("tiondels miljoner {currency}", "tenths of {currency} millions"),
        "shares_of": Both("Andelarna avser {years}.", "The shares are those of {years}."),
        "shares_change": Both("Andelarna ändras {years}.", "The shares change in {years}."),
        "sources": Both("Källor: {sources}.", "Sources: {sources}."),
        "source": Both("Källa: {sources}.", "Source: {sources}."),
        "dnr": Both("dnr\u00a0{dnr}", "ref.\u00a0{dnr}"),
        "assumption": Both("Antagande: {text}", "Assumption: {text}"),
        "marked": Both("* Villkorat belopp.", "* Conditional amount."),
        # An agreement's own tests.
        "a_list": Both("en lista, med `-` framför vart och ett", "a list, with `-` before each"),
        "a_mapping": Both("rader med nyckel, kolon och värde", "lines of key, colon and value"),
        "a_name": Both("ett namn", "a name"),
        "a_key": Both("nyckel", "key"),
        "an_index": Both("indexserie", "index"),
        "a_split": Both("fördelning", "split"),
        "a_party": Both("part", "party"),
        "an_item": Both("kostnad", "cost"),
        # How many of some keys can stand in one place.
        "must_be_one": Both("här ska stå exakt ett av", "exactly one must stand here of"),
        "may_be_one": Both("här kan stå högst ett av", "at most one can stand here of"),
        # What a name that nothing has should have been, and what can be done.
        "no_party": Both("ingen part", "no party"),
        "no_item": Both("ingen kostnad", "no cost"),
        "no_split": Both("ingen fördelning", "no split"),
        "no_key": Both("ingen nyckel", "no key"),
        "no_index": Both("inget index", "no index"),
        "no_volume": Both("ingen volym", "no volume"),
        "no_reading": Both("ingen läsning", "no reading"),
        "no_scenario": Both("inget scenario", "no scenario"),
        "no_lint": Both("ingen varning eller anmärkning", "no warning or note"),
        "no_code": Both("inget meddelande", "no message"),
        "no_command": Both("inget kommando", "no command"),
        "no_option": Both("ingen väljare", "no option"),
        "no_field": Both("inget fält här", "no field here"),
        "no_place": Both("ingen plats i listan", "no place in the list"),
        "advice_split": Both(
            "skriv andelarna här, en rad för varje part, eller ge fördelningen namnet under "
            "periodens `splits`",
            "write the shares here, one line for each party, or name the split in the period's "
            "`splits`",
        ),
        "advice_volume": Both(
            "skriv mängden som ett tal, eller under `volumes` överst: `besök: {2024: 30}`",
            "write the quantity as a number, or in `volumes` at the top: `visits: {2024: 30}`",
        ),
        "advice_shared": Both(
            "eller skriv partens namn här: `id: Namnet`",
            "or write the party's name here: `id: Its name`",
        ),
        "advice_scenario": Both(
            "lägg det i mappen `scenarios`, eller ange filen, som `--scenario dyrare.yaml`",
            "put it in the folder `scenarios`, or name the file, as `--scenario dearer.yaml`",
        ),
        "advice_lint": Both(
            "skriv koden så som `check` visar den, till exempel `AV303: glappet är avtalat`",
            "write the code as `check` shows it, for example `AV303: the gap is agreed`",
        ),
        "advice_command": Both("`avtalskalk --help` visar alla", "`avtalskalk --help` shows all"),
        "advice_option": Both(
            "`--help` efter kommandot visar alla", "`--help` after the command shows all"
        ),
        "advice_place": Both(
            "en period anges också med ett år som den omfattar",
            "a period is also named by a year that it covers",
        ),
        # Why a threshold cannot be tried.
        "all_parties": Both("alla parter", "all parties"),
        "no_frame": Both("ingen ram är angiven", "no frame is given"),
        "not_complete": Both("året är ofullständigt", "the year is incomplete"),
        "nothing_before": Both("före ändringen betalas inget", "nothing is paid before the change"),
        "under_reading": Both("läsning {name}", "reading {name}"),
        "with_changes": Both("med {paths}", "with {paths}"),
        "test_expected": Both("väntat", "expected"),
        "test_got": Both("blev", "got"),
        "test_was": Both("var", "was"),
        "test_is": Both("skrivet nu", "written now"),
        "test_difference": Both("skillnad", "difference"),
        "test_incomplete": Both("ofullständigt", "incomplete"),
        "test_conditional": Both("villkorat", "conditional"),
        "test_in_force": Both("gäller året", "in force"),
        "test_error": Both("fel", "error"),
        "test_otherwise": Both(
            "{what}: väntat {expected}, blev {got}.", "{what}: expected {expected}, got {got}."
        ),
        "test_file": Both("Fil", "File"),
        "test_cases": Both("Prov", "Tests"),
        "test_failed": Both("Stämmer inte", "Failed"),
        "test_summary": Both("Avtalens egna prov", "The agreements' own tests"),
        "yes": Both("ja", "yes"),
        "no": Both("nej", "no"),
        "nothing": Both("inget", "none"),
        # Readings side by side.
        "readings": Both("olika läsningar", "readings"),
        "as_written": Both("som skrivet", "as written"),
        "at_stake": Both("står på spel", "at stake"),
        "at_stake_is": Both(
            "Står på spel: det högsta beloppet minus det lägsta.",
            "At stake: the largest amount less the smallest.",
        ),
        # A change beside what it changes.
        "before_after": Both("före och efter", "before and after"),
        "before": Both("Före", "Before"),
        "after": Both("Efter", "After"),
        "difference": Both("Skillnad", "Difference"),
        "change": Both("Ändring", "Change"),
        "all_years": Both("Alla åren", "All years"),
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
            "Stämmer: varje siffra blir exakt densamma igen.",
            "Reproduced: every figure comes out exactly the same again.",
        ),
        "seal_differs": Both(
            "Stämmer inte: siffrorna blir andra för {agreements}.",
            "Not reproduced: the figures come out otherwise for {agreements}.",
        ),
        "seal_differs_beside": Both(
            "Varje belopp är detsamma, men inte andelarna, villkoren, summorna före avrundning "
            "eller det som saknas.",
            "Every amount is the same, but not the shares, the conditions, the sums before "
            "rounding or what is missing.",
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
            "Outnyttjade optioner räknas som använda.", "Unused options count as taken up."
        ),
        "seal_reading": Both(
            "{agreement} är räknat enligt läsningen {reading}.",
            "{agreement} is worked out under the reading {reading}.",
        ),
        "seal_confirmed": Both(
            "Fingeravtrycket är det som angavs.", "The fingerprint is the one that was given."
        ),
        "seal_unconfirmed": Both(
            "Jämför fingeravtrycket med det i protokollet: vem som helst kan försegla på nytt.",
            "Compare the fingerprint with the one in the minutes: anybody can seal anew.",
        ),
        "seal_folder": Both("Filerna är lästa i `{folder}`.", "The files were read in `{folder}`."),
        "seal_all_same": Both(
            "Alla filer är desamma som då, byte för byte.",
            "All files are the same as then, byte for byte.",
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
            "{sealed} är inte kvar bland filerna{effect}.",
            "{sealed} is not among the files any more{effect}.",
        ),
        "seal_file_new": Both("{now} är ny{effect}.", "{now} is new{effect}."),
        "seal_no_effect": Both(", utan verkan på någon siffra", ", without effect on any figure"),
        "seal_version": Both(
            "Förseglat av version {sealed}, omräknat av version {now}{effect}.",
            "Sealed by version {sealed}, worked out again by version {now}{effect}.",
        ),
        "seal_only_version": Both(
            "Ingen fil är ändrad: skillnaden kommer av att programmet är ett annat.",
            "No file has changed: the difference comes from another version of the program.",
        ),
        "seal_neither": Both(
            "Varken filerna eller programmet är ändrade: det som är förseglat är inte vad "
            "programmet räknar fram ur filerna.",
            "Neither the files nor the program have changed: what is sealed is not what the "
            "program makes of the files.",
        ),
        "seal_absent": Both(
            "{agreement} finns inte bland filerna, så dess belopp kan inte räknas om.",
            "{agreement} is not among the files, so its amounts cannot be worked out again.",
        ),
        "seal_reworded": Both(
            "{agreement}: antagandena lyder annorlunda nu.",
            "{agreement}: the assumptions read otherwise now.",
        ),
        "seal_currency": Both(
            "Valutan var {sealed} och är {now}; beloppen jämförs inte.",
            "The currency was {sealed} and is {now}; the amounts are not compared.",
        ),
        "seal_sealed": Both("Förseglat", "Sealed"),
        "seal_now": Both("Nu", "Now"),
        "seal_share": Both(
            "{party}, {item}: andelen var {sealed} och är {now}.",
            "{party}, {item}: the share was {sealed} and is {now}.",
        ),
        "seal_conditional": Both("{party}: villkorat nu.", "{party}: conditional now."),
        "seal_unconditional": Both(
            "{party}: inte villkorat längre.", "{party}: not conditional any more."
        ),
        "seal_exact": Both(
            "{item}: summan före avrundning var {sealed} och är {now}.",
            "{item}: the sum before rounding was {sealed} and is {now}.",
        ),
        "seal_missing_then": Both("Saknades då: {figures}.", "Missing then: {figures}."),
        "seal_missing_now": Both("Saknas nu: {figures}.", "Missing now: {figures}."),
        # Many what-ifs at once.
        "sweep": Both("svep", "sweep"),
        "tornado": Both("vart och ett för sig", "each alone"),
        "range": Both("spann", "range"),
        "shades": Both(
            "Ju mörkare (░ ▒ ▓ █), desto högre belopp i sin tabell.",
            "The darker (░ ▒ ▓ █), the higher the amount in its table.",
        ),
        "rounded_each": Both(
            "Avrundat till {unit}, varje belopp för sig; exakta belopp fås med --format csv eller "
            "json.",
            "Rounded to {unit}, each amount for itself; --format csv or json gives exact amounts.",
        ),
        "least": Both("Lägst", "Least"),
        "mean": Both("Medel", "Mean"),
        "most": Both("Högst", "Most"),
        "least_at": Both("Lägst vid {values}: {figures}.", "Least at {values}: {figures}."),
        "most_at": Both("Högst vid {values}: {figures}.", "Most at {values}: {figures}."),
        "combinations": Both("{count} kombinationer.", "{count} combinations."),
        "not_known_at": Both(
            "Vid {count} kombinationer är beloppet inte känt.",
            "At {count} combinations the amount is not known.",
        ),
        "input": Both("Indata", "Input"),
        "at_first": Both("Vid första", "At first"),
        "at_last": Both("Vid sista", "At last"),
        "span": Both("Skillnad", "Span"),
        "as_it_stands": Both("Som avtalet står: {amount}.", "As the agreement stands: {amount}."),
        "range_least": Both("Lägst", "Least"),
        "range_low": Both("10 % under", "10% below"),
        "range_expected": Both("Väntat", "Expected"),
        "range_mean": Both("Medel", "Mean"),
        "range_high": Both("10 % över", "10% above"),
        "range_most": Both("Högst", "Most"),
        "range_weights": Both(
            "Varje indata för sig antas bli låg, väntad eller hög med vikterna 30, 40 och 30 %: "
            "låg och hög är värden som underskrids och överskrids en gång av tio.",
            "Each input is taken to be low, expected or high on its own, with weights of 30, 40 "
            "and 30%: low and high are values that one case in ten lies below, and one above.",
        ),
        "range_all": Both(
            "Alla {count} kombinationer är räknade.", "All {count} combinations are worked out."
        ),
        "range_sample": Both(
            "{count} kombinationer är dragna, med början från {seed}.",
            "{count} combinations are drawn, from seed {seed}.",
        ),
        # What is looked for, and what is found.
        "wanted": Both(
            "Önskat {year}: {want}. Sökt: {input}.", "Wanted {year}: {want}. Sought: {input}."
        ),
        "break_even": Both(
            "När {party} {year} betalar lika mycket med {here} som med {there}. Sökt: {input}.",
            "Where {party} pays the same in {year} with {here} as with {there}. Sought: {input}.",
        ),
        "unchanged": Both("avtalet som det står", "the agreement as it stands"),
        "under_scenario": Both("Med scenariot {scenario}.", "With the scenario {scenario}."),
        "answer_only": Both("{input} = {value}", "{input} = {value}"),
        "answer_most": Both("{input} högst {value}", "{input} at most {value}"),
        "answer_least": Both("{input} minst {value}", "{input} at least {value}"),
        "answer_exact": Both(
            "Exakt, och satt på plats i hela beräkningen.",
            "Exact, and put back through the whole calculation.",
        ),
        "answer_near": Both(
            "Närmast möjliga, inom {tolerance}, och satt på plats i hela beräkningen.",
            "As near as it comes, within {tolerance}, and put back through the whole calculation.",
        ),
        "answers_several": Both(
            "Svaret är inte ensamt: {count} gränser mellan {low} och {high}.",
            "The answer is not the only one: {count} bounds between {low} and {high}.",
        ),
        "all_hold": Both(
            "Varje värde från {low} till {high} ger det önskade.",
            "Every value from {low} to {high} gives what is wanted.",
        ),
        "none_holds": Both(
            "Inget värde från {low} till {high} ger det önskade.",
            "No value from {low} to {high} gives what is wanted.",
        ),
        "in_a_line": Both(
            "Beloppen följer {input} i en rät linje, så det finns inga andra svar.",
            "The amounts follow {input} in a straight line, so there are no other answers.",
        ),
        "not_in_a_line": Both(
            "Beloppen följer inte {input} i en rät linje; {count} värden från {low} till {high} "
            "är prövade, och svar som ligger tätare än de kan ha förbigåtts.",
            "The amounts do not follow {input} in a straight line; {count} values from {low} to "
            "{high} were tried, and answers that lie closer than these may have been passed over.",
        ),
        # Notes of a statement; their keys are the engine's, but those of a reading and a seal.
        "sealed": Both(
            "Förseglat, fingeravtryck {fingerprint}.", "Sealed, fingerprint {fingerprint}."
        ),
        "reading": Both("Läsning {name}: {title}", "Reading {name}: {title}"),
        "conditional": Both(
            "Villkorat: {time} förutsätter beslut av {waiting}.",
            "Conditional: {time} depends on decisions by {waiting}.",
        ),
        "no_start": Both(
            "Avtalet anger ingen början; beloppen förutsätter att det redan gäller.",
            "The agreement gives no start; the amounts suppose that it is already in force.",
        ),
        "beyond_end": Both(
            "Beloppen vilar på förlängning efter {end}.",
            "The amounts rest on renewal after {end}.",
        ),
        "assumed_extended": Both(
            "Beloppen förutsätter att optionen efter {end} används.",
            "The amounts assume that the option after {end} is used.",
        ),
        "solved_total": Both(
            "{item}: summan {total} är uträknad ur den kända delen för {party}, {part}.",
            "{item}: the total {total} is worked out from the known part of {party}, {part}.",
        ),
        "rounding_changed": Both(
            "{item}: avrundningen ändrar summan med {difference}.",
            "{item}: rounding changes the total by {difference}.",
        ),
        "limit_untried": Both(
            "Gränsen {limit} har inte prövats: vad parterna betalade året före är inte känt.",
            "The limit {limit} was not applied: what was paid the year before is not known.",
        ),
        "preliminary_index": Both(
            "{item}: indexet är preliminärt; beloppet kan ändras när det slutliga kommer.",
            "{item}: the index is preliminary; the amount may change when the final one comes.",
        ),
        "not_in_force": Both(
            "Avtalet gäller inte {year}.", "The agreement is not in force in {year}."
        ),
        "partial_year": Both(
            "Avtalet gäller bara {first} – {last}, {part} av året.",
            "The agreement covers only {first} – {last}, {part} of the year.",
        ),
        "gap": Both(
            "Avtalet har inga villkor för {first} – {last}.",
            "The agreement has no terms for {first} – {last}.",
        ),
        "refused": Both("{party} har sagt nej.", "{party} has refused."),
        "prorated": Both(
            "{item}: {stated} för helt år ger {used} för {first} – {last}.",
            "{item}: {stated} for a whole year gives {used} for {first} – {last}.",
        ),
        "assumed_silence": Both(
            "{party} räknas som överens: inget beslut till och med {day}.",
            "{party} counts as approving: no decision by {day}.",
        ),
        "no_costs": Both("Avtalet anger inga kostnader.", "The agreement states no costs."),
    }
)
