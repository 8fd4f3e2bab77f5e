"""Words about what a sound file says that somebody should look at (AV72, AV73)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- Days and decisions ---------------------------------------------------------------
    "AV721": Message(
        sv=Words(
            "optionen till och med {end} ska användas senast {day}, om {left} dagar",
            "besluta, och skriv förlängningen som en ny period med `continues: true`",
            "Sägs när det är högst 90 dagar kvar till `decide_by`, eller till periodens sista dag "
            "om ingen sådan står. En option som ingen använder i tid är borta. `--today` säger "
            "vilken dag som ska räknas som i dag.",
        ),
        en=Words(
            "the option until {end} must be used by {day}, in {left} days",
            "decide, and write the extension as a new period with `continues: true`",
            "Told when 90 days or fewer are left to `decide_by`, or to the last day of the period "
            "where that is not written. An option that nobody uses in time is gone. `--today` says "
            "which day to take for today.",
        ),
    ),
    "AV722": Message(
        sv=Words(
            "optionen till och med {end} skulle ha använts senast {day}\n"
            "ingen period visar att den har det",
            "skriv den period som använder optionen, eller ta bort `option` om den inte blev av",
            "Dagen har gått, och filen säger inte hur det blev. En oanvänd option räknas inte. "
            "Så länge perioden löper är det en varning, efter dess slut en anmärkning.",
        ),
        en=Words(
            "the option until {end} was to be used by {day}\nno period shows that it was",
            "write the period that uses the option, or take `option` away if nothing came of it",
            "The day has gone by, and the file does not say what became of it. An unused option is "
            "not counted. While the period runs this is a warning, after its end a note.",
        ),
    ),
    "AV723": Message(
        sv=Words(
            "sista dagen att säga upp till {last} är {day}, om {left} dagar\n"
            "säger ingen upp gäller avtalet till och med {until}",
            "besluta; säger någon upp, skriv periodens sista dag: `terminated: {last}`",
            "Sägs när det är högst 90 dagar kvar till den dag då avtalet senast måste sägas upp "
            "för att inte förlängas av sig självt. Dagen är räknad från `renews: {years: …, "
            "notice: …}`.",
        ),
        en=Words(
            "the last day to give notice for {last} is {day}, in {left} days\n"
            "if nobody does, the agreement holds until {until}",
            "decide; if somebody gives notice, write the last day in force: `terminated: {last}`",
            "Told when 90 days or fewer are left to the day by which notice must be given, if the "
            "agreement is not to renew itself. The day is counted from `renews: {years: …, notice: "
            "…}`.",
        ),
    ),
    "AV724": Message(
        sv=Words(
            "för perioden saknas godkännande av {lacking}\n{approved} har godkänt den",
            "skriv beslutet under `{party}` när det är känt, eller villkoret: "
            "`condition: identical_decision`",
            "En period räknas som gällande även om bara ena sidans beslut står i filen. Att det "
            "andra saknas kan betyda att det inte är fattat, eller att papperet inte är funnet.",
        ),
        en=Words(
            "the period has no approval by {lacking}\nit is approved by {approved}",
            "write the decision under `{party}` when it is known, or the condition: "
            "`condition: identical_decision`",
            "A period counts as in force even where only one side's decision is in the file. That "
            "the other is missing may mean that it was not taken, or that the paper was not found.",
        ),
    ),
    "AV725": Message(
        sv=Words(
            "villkoret är inte uppfyllt: godkännande av {waiting} saknas",
            "skriv beslutet under periodens `decisions` när det är fattat: "
            "`{party}: {date: …, status: approved}`",
            "Perioden räknas, och varje belopp som vilar på den säger att det är villkorat. När "
            "perioden väl har börjat är det en varning, dessförinnan en anmärkning.",
        ),
        en=Words(
            "the condition is not met: there is no approval by {waiting}",
            "write the decision under the period's `decisions` when it is taken: "
            "`{party}: {date: …, status: approved}`",
            "The period is computed, and every amount that rests on it says that it is "
            "conditional. Once the period has begun this is a warning, before that a note.",
        ),
    ),
    # --- What has grown old, or is not final ----------------------------------------------
    "AV726": Message(
        sv=Words(
            "nyckeln `{key}` för {year} är från {observation}, mer än {limit} år sedan",
            "lägg till en ny observation, eller pröva om `use` och `frozen` är som ni vill ha det",
            "Sägs om det år som pågår, när nyckelns senast använda observation är mer än fem år "
            "gammal. En nyckel som ingen räknar om låter gamla förhållanden avgöra vem som "
            "betalar.",
        ),
        en=Words(
            "the key `{key}` for {year} is from {observation}, more than {limit} years ago",
            "add a new observation, or consider whether `use` and `frozen` are as you want them",
            "Told of the year that is running, when the key's latest observation in use is more "
            "than five years old. A key that nobody works out anew lets old circumstances decide "
            "who pays.",
        ),
    ),
    "AV727": Message(
        sv=Words(
            "`{item}` har varit {amount} sedan {since}, mer än {limit} år, utan index",
            "pröva om beloppet ska räknas upp: `index: {series: …, base: …, level: …}`",
            "Ett belopp som står stilla i många år täcker allt mindre av kostnaden, och höjs sedan "
            "med ett ryck. Sägs om `amount` och `price` som gäller i dag och har varit desamma i "
            "mer än fem år; börjar en ny period räknas det därifrån.",
        ),
        en=Words(
            "`{item}` has been {amount} since {since}, more than {limit} years, without an index",
            "consider whether the amount should be raised: `index: {series: …, base: …, level: …}`",
            "An amount that stands still for many years covers less and less of the cost, and is "
            "then raised with a jerk. Told of an `amount` or a `price` that holds today and has "
            "been the same for more than five years; where a new period begins, from there.",
        ),
    ),
    "AV728": Message(
        sv=Words(
            "`{item}` är för {years} uppräknad med ett preliminärt värde av `{index}`",
            "lägg till det slutliga värdet när det är publicerat, `status: final`, och räkna om",
            "Ett indexvärde med `status: preliminary` kan komma att ändras, och då ändras beloppen "
            "för de år som använder det.",
        ),
        en=Words(
            "`{item}` follows a preliminary value of `{index}` for {years}",
            "add the final value when it is published, `status: final`, and calculate anew",
            "An index value with `status: preliminary` may still change, and with it the amounts "
            "of the years that use it.",
        ),
    ),
    # --- Shares and their key -------------------------------------------------------------
    "AV729": Message(
        sv=Words(
            "andelarna är de som `{key}` gav {then}\n"
            "{latest} ger nyckeln `{party}` {now}, inte {agreed}",
            "räkna om andelarna, eller låt nyckeln avgöra: `split: {by: …}`",
            "Sägs när de avtalade procenttalen stämmer med en tidigare observation av en nyckel i "
            "filen, men någon parts andel skiljer sig mer än en procentenhet från vad den senaste "
            "ger. Avtalet räknas med procenttalen. Är de överenskomna som de är, skriv varför "
            "under `lints`.",
        ),
        en=Words(
            "the shares are what `{key}` gave for {then}\n"
            "for {latest} the key gives `{party}` {now}, not {agreed}",
            "work out the shares anew, or let the key decide: `split: {by: …}`",
            "Told when the agreed percentages are those of an earlier observation of a key in the "
            "file, but some party's share is more than one percentage point from what the latest "
            "gives. The agreement is calculated with the percentages. If they are agreed as they "
            "are, write why under `lints`.",
        ),
    ),
    "AV730": Message(
        sv=Words(
            "de avtalade andelarna gäller inte {years}, utan de verkliga\n"
            "de ligger mer än {points} procentenheter ifrån de avtalade",
            "avtala nya andelar, om de gamla inte ska stå kvar",
            "Med `tolerance` gäller de avtalade andelarna bara så länge verkligheten håller sig "
            "inom bandet. Det är så det ska räknas, men procenttalen i papperet gäller inte "
            "längre.",
        ),
        en=Words(
            "the agreed shares do not hold for {years}, but the actual ones\n"
            "these are more than {points} percentage points from those agreed",
            "agree on new shares, unless the old ones are to stay",
            "With `tolerance` the agreed shares hold only while reality keeps within the band. The "
            "amounts are right, but the percentages in the paper hold no longer.",
        ),
    ),
    # --- Amounts --------------------------------------------------------------------------
    "AV731": Message(
        sv=Words(
            "`{item}` höjs varje år {first}–{last} med nästan samma procent ({rises}), utan index",
            "säger papperet hur det räknas upp, skriv ett belopp med `index`",
            "Minst tre höjningar i rad, högst en halv procentenhet ifrån varandra, ser ut som en "
            "uppräkning som görs för hand. Med `index` görs den lika varje år, och `explain` visar "
            "varifrån den kommer.",
        ),
        en=Words(
            "`{item}` rises every year {first}–{last} by nearly the same per cent ({rises}), "
            "without an index",
            "if the paper says how it is raised, write one amount with an `index`",
            "At least three rises in a row, no more than half a percentage point apart, look like "
            "a regulation that is made by hand. With `index` it is made alike every year, and "
            "`explain` shows where it comes from.",
        ),
    ),
    "AV732": Message(
        sv=Words(
            "kostnaden `{item}` har ingen källa",
            "skriv papperets id: `source: …`, på kostnaden eller på varje belopp",
            "Avtalet har `sources`, men den här kostnaden, eller något av dess belopp, säger inte "
            "varifrån den kommer. Sägs inte i ett avtal utan `sources`.",
        ),
        en=Words(
            "the cost `{item}` has no source",
            "write the paper's id: `source: …`, on the cost or on each amount",
            "The agreement has `sources`, but this cost, or one of its amounts, does not say where "
            "it comes from. Not told of an agreement without `sources`.",
        ),
    ),
    "AV733": Message(
        sv=Words(
            "inget av avtalets år använder det som `{key}` har för {observations}",
            "säg vilken observation ett år använder, som `use: {date: 11-01, year: -1}`, eller ta "
            "bort den som är över",
            "Utan `use` använder ett år den observation som ligger i året självt, medan papperet "
            "ofta menar den från året före; därför är det då en varning. Med `use`, `frozen` eller "
            "årtal är det en anmärkning. Sägs inte om värden i `shared.yaml` och egna tabeller, "
            "som andra avtal kan använda.",
        ),
        en=Words(
            "no year of the agreement uses what `{key}` has for {observations}",
            "say which observation a year uses, as in `use: {date: 11-01, year: -1}`, or take away "
            "what is left over",
            "Without `use` a year uses the observation that lies in the year itself, while the "
            "paper often means that of the year before; so it is a warning then. With `use`, "
            "`frozen` or plain years it is a note. Not told of values in `shared.yaml` and in "
            "tables, which other agreements may use.",
        ),
    ),
    "AV734": Message(
        sv=Words(
            "{party} får {amount} att betala {year} ({basis})\ndet är {above} över ramen {frame}",
            "höj ramen under `frames`, eller sänk kostnaden",
            "En ram är vad en part har satt av för ett år. Den jämförs med partens hela år, påslag "
            "inräknade, på varje grund som har belopp.",
        ),
        en=Words(
            "{party} has {amount} to pay for {year} ({basis})\n"
            "that is {above} above its frame of {frame}",
            "raise the frame under `frames`, or lower the cost",
            "A frame is what a party has set aside for a year. It is compared with the party's "
            "whole year, surcharges included, on every basis that has amounts.",
        ),
    ),
    "AV735": Message(
        sv=Words(
            "`{name}` är {large} ({large_when}) och {small} ({small_when}), omkring tusen gånger "
            "mindre",
            "kontrollera enheten, kr eller tkr: ett av värdena är troligen fel",
            "Sägs när ett värde är mellan 500 och 2 000 gånger sin granne: året före, en annan "
            "grund samma år, eller samma parts förra observation. Så ser det ut när någon har "
            "glömt eller lagt till tusental.",
        ),
        en=Words(
            "`{name}` is {large} ({large_when}) and {small} ({small_when}), about a thousand times "
            "less",
            "look at the unit, kr or tkr: one of the values is probably wrong",
            "Told when a value is between 500 and 2,000 times its neighbour: the year before, "
            "another basis of the same year, or the same party's observation before. That is how "
            "it looks when somebody forgot or added thousands.",
        ),
    ),
    "AV736": Message(
        sv=Words(
            "`{amount}` är hundra miljoner eller mer: menades kr?",
            "skriv `kr` om beloppet är i kronor; är det rätt, skriv det i `mkr`",
            "Sägs om belopp på 100 000 tkr och mer. Oftare är det kronor som har fått fel enhet än "
            "en så stor kostnad i ett avtal.",
        ),
        en=Words(
            "`{amount}` is a hundred million or more: was kr meant?",
            "write `kr` if the amount is in kronor; if it is right, write it in `mkr`",
            "Told of amounts of 100,000 tkr and more. More often these are kronor with the wrong "
            "unit than so large a cost in an agreement.",
        ),
    ),
    "AV740": Message(
        sv=Words(
            "{item}: {party} betalar {total} till leverantören {year} och bär {part} av det",
            "är {total} i stället vad {party} ska bära, ta bort `paid_by` och skriv `{basis}: "
            "{{year}: {known_part: {{payer}: {figure}}}}`",
            "`paid_by` säger vem som betalar räkningen, och sedan delas beloppet som avtalet "
            "säger. `known_part` säger vad en part ska bära, och då räknas hela kostnaden ut ur "
            "det. Papperets belopp för en part är oftast det senare.",
        ),
        en=Words(
            "{item}: {party} pays {total} to the supplier in {year} and bears {part} of it",
            "if {total} is what {party} is to bear, take `paid_by` away and write `{basis}: "
            "{{year}: {known_part: {{payer}: {figure}}}}`",
            "`paid_by` says who pays the bill, and the amount is then split as the agreement says. "
            "`known_part` says what one party is to bear, and the whole cost is worked out from "
            "that. The paper's amount for a party is mostly the latter.",
        ),
    ),
    # --- What a file asks not to be told --------------------------------------------------
    "AV738": Message(
        sv=Words(
            "{lint} är utelämnad ({count}): {reason}",
            "",
            "Filen ber att få slippa den varningen eller anmärkningen och säger varför. Talet är "
            "hur många gånger den annars hade sagts.",
        ),
        en=Words(
            "{lint} is left out ({count}): {reason}",
            "",
            "The file asks not to be told that warning or note, and says why. The number is how "
            "many times it would have been told otherwise.",
        ),
    ),
    "AV739": Message(
        sv=Words(
            "det finns ingen {lint} att utelämna",
            "ta bort raden `{lint}: …` under `lints`",
            "Det som raden skulle tysta sägs inte längre om filen. Står den kvar tystar den nästa "
            "gång, då skälet kanske inte gäller.",
        ),
        en=Words(
            "there is no {lint} to leave out",
            "take away the line `{lint}: …` under `lints`",
            "What the line was to silence is no longer told of the file. If it stays, it silences "
            "the next time, when the reason may not hold.",
        ),
    ),
}
