"""Words about what a sound file says that somebody should look at (AV72, AV73)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- Days and decisions ---------------------------------------------------------------
    "AV721": Message(
        sv=Words(
            "optionen till och med {end} ska användas senast {day}, om {left} dagar",
            "besluta, och skriv förlängningen som en ny period med `continues: true`",
            "Varnar när högst 90 dagar är kvar till `decide_by`, eller till periodens sista dag om "
            "`decide_by` saknas. En option som ingen använder i tid upphör. `--today` anger vilken "
            "dag som räknas som i dag.",
        ),
        en=Words(
            "the option until {end} must be used by {day}, in {left} days",
            "decide, and write the extension as a new period with `continues: true`",
            "Reported when 90 days or fewer are left to `decide_by`, or to the period's last day "
            "if there is no `decide_by`. An option that nobody uses in time lapses. `--today` says "
            "which day counts as today.",
        ),
    ),
    "AV722": Message(
        sv=Words(
            "optionen till och med {end} skulle ha använts senast {day}\ningen period visar att "
            "den användes",
            "skriv den period som använder optionen, eller ta bort `option` om den inte användes",
            "Dagen har gått, och filen visar inte vad som hände. En oanvänd option räknas inte. "
            "Meddelandet är en varning medan perioden löper, därefter info.",
        ),
        en=Words(
            "the option until {end} had to be used by {day}\nno period shows that it was",
            "write the period that uses the option, or remove `option` if it was not used",
            "The day has passed, and the file does not show what happened. An unused option is not "
            "counted. The message is a warning while the period runs, after that a note.",
        ),
    ),
    "AV723": Message(
        sv=Words(
            "sista dagen för uppsägning till {last} är {day}, om {left} dagar\nsäger ingen upp "
            "avtalet gäller det till och med {until}",
            "besluta; sägs avtalet upp, skriv periodens sista dag: `terminated: {last}`",
            "Varnar när högst 90 dagar är kvar till den dag då avtalet senast måste sägas upp för "
            "att inte förlängas av sig självt. Dagen räknas från `renews: {years: …, notice: …}`.",
        ),
        en=Words(
            "the last day to give notice for {last} is {day}, in {left} days\nif nobody gives "
            "notice, the agreement runs until {until}",
            "decide; if notice is given, write the last day in force: `terminated: {last}`",
            "Reported when 90 days or fewer are left to the last day for giving notice before the "
            "agreement renews itself. The day is counted from `renews: {years: …, notice: …}`.",
        ),
    ),
    "AV724": Message(
        sv=Words(
            "perioden saknar godkännande av {lacking}\ngodkänd av {approved}",
            "skriv beslutet under `{party}` när det är känt, eller villkoret: "
            "`condition: identical_decision`",
            "En period räknas som gällande även om bara ena sidans beslut finns i filen. Att det "
            "andra saknas kan betyda att det inte är fattat, eller att handlingen inte har "
            "hittats.",
        ),
        en=Words(
            "the period has no approval by {lacking}\napproved by {approved}",
            "write the decision under `{party}` when it is known, or the condition: "
            "`condition: identical_decision`",
            "A period counts as in force even if the file has only one side's decision. The other "
            "may not have been taken, or its document may not have been found.",
        ),
    ),
    "AV725": Message(
        sv=Words(
            "villkoret är inte uppfyllt: godkännande av {waiting} saknas",
            "skriv beslutet under periodens `decisions` när det är fattat: "
            "`{party}: {date: …, status: approved}`\n"
            "eller, om någon har sagt nej, vad som då gäller: `otherwise: previous`",
            "Perioden räknas, och varje belopp som bygger på den visas som villkorat. Meddelandet "
            "är en varning när perioden har börjat, dessförinnan info.",
        ),
        en=Words(
            "the condition is not met: the approval by {waiting} is missing",
            "write the decision under the period's `decisions` when it is taken: "
            "`{party}: {date: …, status: approved}`\n"
            "or, if somebody has refused, what then applies: `otherwise: previous`",
            "The period is calculated, and every amount that rests on it is shown as conditional. "
            "The message is a warning once the period has begun, before that a note.",
        ),
    ),
    # --- What has grown old, or is not final ----------------------------------------------
    "AV726": Message(
        sv=Words(
            "fördelningsnyckeln `{key}` för {year} är från {observation}, mer än {limit} år sedan",
            "lägg till en ny observation, eller kontrollera att `use` och `frozen` är som ni vill "
            "ha dem",
            "Gäller det pågående året, när den senast använda observationen är mer än fem år "
            "gammal. En fördelningsnyckel som ingen uppdaterar låter gamla förhållanden avgöra vem "
            "som betalar.",
        ),
        en=Words(
            "the key `{key}` for {year} is from {observation}, more than {limit} years ago",
            "add a new observation, or check that `use` and `frozen` are as you want them",
            "Concerns the current year, when the latest observation in use is more than five years "
            "old. A key that nobody updates lets old circumstances decide who pays.",
        ),
    ),
    "AV727": Message(
        sv=Words(
            "`{item}` har varit {amount} sedan {since}, mer än {limit} år, utan index",
            "ta ställning till om beloppet ska räknas upp: `index: {series: …, base: …, level: …}`",
            "Ett belopp som är oförändrat i många år täcker allt mindre av kostnaden och höjs "
            "sedan mycket på en gång. Gäller `amount` och `price` som används i dag och har varit "
            "desamma i mer än fem år; en ny period räknas som en ny början.",
        ),
        en=Words(
            "`{item}` has been {amount} since {since}, more than {limit} years, without an index",
            "consider whether the amount should be raised: `index: {series: …, base: …, level: …}`",
            "An amount that is unchanged for many years covers less and less of the cost, and is "
            "then raised a lot at once. Concerns an `amount` or a `price` that is used today and "
            "has been the same for more than five years; a new period counts as a new beginning.",
        ),
    ),
    "AV728": Message(
        sv=Words(
            "`{item}` räknas för {years} upp med ett preliminärt värde av `{index}`",
            "lägg till det slutliga värdet när det är publicerat, `status: final`, och räkna om",
            "Ett indexvärde med `status: preliminary` kan ändras, och då ändras beloppen för de år "
            "som använder det.",
        ),
        en=Words(
            "`{item}` is indexed for {years} with a preliminary value of `{index}`",
            "add the final value when it is published, `status: final`, and calculate again",
            "An index value with `status: preliminary` may still change, and with it the amounts "
            "of the years that use it.",
        ),
    ),
    "AV741": Message(
        sv=Words(
            "indexet `{index}` går från {before} ({earlier}) till {value} ({month})",
            "har det fått en ny bas, skriv samma månads värde på båda baserna: "
            "`links: {{month}: {old: …, new: …}}`",
            "Ett index som byter basår börjar om nära 100, och beloppen minskar. Med `links` "
            "räknas de nya värdena om till den äldre basen: värdena från den månaden multipliceras "
            "med `old` delat med `new`, eller med det tal som statistiken anger. Stämmer värdena, "
            "skriv varför under `lints`.",
        ),
        en=Words(
            "the index `{index}` goes from {before} ({earlier}) to {value} ({month})",
            "if it has a new base, write the same month's value on both: "
            "`links: {{month}: {old: …, new: …}}`",
            "An index that changes its base year starts again near 100, and the amounts fall with "
            "it. With `links` the new values are converted to the older base: those from that "
            "month on are multiplied by `old` divided by `new`, or by the number that the "
            "statistics give. If the values are right, say why under `lints`.",
        ),
    ),
    # --- Shares and their key -------------------------------------------------------------
    "AV729": Message(
        sv=Words(
            "andelarna är de som `{key}` gav {then}\n"
            "{latest} ger nyckeln `{party}` {now}, inte {agreed}",
            "räkna om andelarna, eller låt fördelningsnyckeln avgöra: `split: {by: …}`",
            "Visas när de avtalade procenttalen stämmer med en tidigare observation av en "
            "fördelningsnyckel i filen, men någon parts andel skiljer sig mer än en procentenhet "
            "från den senaste. Avtalet räknas med procenttalen. Är det avsett, skriv varför under "
            "`lints`.",
        ),
        en=Words(
            "the shares are what `{key}` gave for {then}\n"
            "for {latest} the key gives `{party}` {now}, not {agreed}",
            "update the shares, or let the key decide: `split: {by: …}`",
            "Reported when the agreed percentages match an earlier observation of a key in the "
            "file, but some party's share is more than one percentage point from the latest. The "
            "agreement is calculated with the percentages. If that is intended, write why under "
            "`lints`.",
        ),
    ),
    "AV730": Message(
        sv=Words(
            "{years} används de verkliga andelarna i stället för de avtalade\nde skiljer sig mer "
            "än {points} procentenheter",
            "avtala nya andelar, om inte de gamla ska vara kvar",
            "Med `tolerance` gäller de avtalade andelarna bara så länge de verkliga inte avviker "
            "mer. Beloppen är rätt, men avtalets procenttal används inte längre.",
        ),
        en=Words(
            "the actual shares are used for {years} instead of the agreed ones\nthey differ by "
            "more than {points} percentage points",
            "agree on new shares, unless the old ones are to stay",
            "With `tolerance` the agreed shares apply only while the actual ones differ no more. "
            "The amounts are right, but the agreement's percentages are no longer used.",
        ),
    ),
    # --- Amounts --------------------------------------------------------------------------
    "AV731": Message(
        sv=Words(
            "`{item}` höjs varje år {first}–{last} med nästan samma procent ({rises}), utan index",
            "anger avtalet hur beloppet räknas upp, skriv ett belopp med `index`",
            "Minst tre höjningar i rad, som skiljer sig högst en halv procentenhet, ser ut som en "
            "uppräkning för hand. Med `index` räknas beloppet upp likadant varje år, och `explain` "
            "visar hur.",
        ),
        en=Words(
            "`{item}` rises every year {first}–{last} by nearly the same percentage ({rises}), "
            "without an index",
            "if the agreement says how the amount is raised, write one amount with an `index`",
            "At least three rises in a row, no more than half a percentage point apart, look like "
            "indexation by hand. With `index` the amount is raised alike every year, and `explain` "
            "shows how.",
        ),
    ),
    "AV732": Message(
        sv=Words(
            "kostnadsposten `{item}` har ingen källa",
            "skriv handlingens id: `source: …`, på posten eller på varje belopp",
            "Avtalet har `sources`, men kostnadsposten, eller något av dess belopp, anger inte "
            "varifrån den kommer. Visas inte för ett avtal utan `sources`.",
        ),
        en=Words(
            "the cost item `{item}` has no source",
            "write the document's id: `source: …`, on the item or on each amount",
            "The agreement has `sources`, but this cost item, or one of its amounts, does not say "
            "where it comes from. Not reported for an agreement without `sources`.",
        ),
    ),
    "AV733": Message(
        sv=Words(
            "inget av avtalets år använder värdet i `{key}` för {observations}",
            "ange vilken observation ett år använder, som `use: {date: 11-01, year: -1}`, eller ta "
            "bort den som är över",
            "Utan `use` använder ett år observationen från året självt, men avtalet menar ofta den "
            "från året före; därför är det då en varning. Med `use`, `frozen` eller årtal är det "
            "info. Visas inte för värden i `shared.yaml` och tabeller, som andra avtal kan "
            "använda.",
        ),
        en=Words(
            "no year of the agreement uses the value of `{key}` for {observations}",
            "say which observation a year uses, as in `use: {date: 11-01, year: -1}`, or remove "
            "the one that is not needed",
            "Without `use` a year uses the observation of that same year, but the agreement often "
            "means that of the year before; so it is a warning then. With `use`, `frozen` or plain "
            "years it is a note. Not reported for values in `shared.yaml` and in tables, which "
            "other agreements may use.",
        ),
    ),
    "AV734": Message(
        sv=Words(
            "{party} ska betala {amount} för {year} ({basis})\ndet är {above} mer än ramen {frame}",
            "höj ramen under `frames`, eller sänk kostnaden",
            "En ram är vad en part har budgeterat för ett år. Den jämförs med partens hela år, med "
            "påslag, för budget, prognos och utfall var för sig.",
        ),
        en=Words(
            "{party} must pay {amount} for {year} ({basis})\nthat is {above} more than its frame "
            "of {frame}",
            "raise the frame under `frames`, or lower the cost",
            "A frame is what a party has budgeted for a year. It is compared with the party's "
            "whole year, with surcharges, on every basis that has amounts.",
        ),
    ),
    "AV735": Message(
        sv=Words(
            "`{name}` är {large} ({large_when}) och {small} ({small_when}), omkring tusen gånger "
            "mindre",
            "kontrollera enheten, kr eller tkr: ett av värdena är troligen fel",
            "Visas när ett värde är 500–2 000 gånger större än det som det jämförs med: året före, "
            "ett annat slag av belopp samma år, eller samma parts förra observation. Så ser det ut "
            "när någon har skrivit kr i stället för tkr, eller tvärtom.",
        ),
        en=Words(
            "`{name}` is {large} ({large_when}) and {small} ({small_when}), about a thousand times "
            "less",
            "check the unit, kr or tkr: one of the values is probably wrong",
            "Reported when a value is 500–2,000 times the one it is compared with: the year "
            "before, another basis in the same year, or the same party's earlier observation. That "
            "happens when somebody writes kr instead of tkr, or the reverse.",
        ),
    ),
    "AV736": Message(
        sv=Words(
            "`{amount}` är en miljard eller mer: menade du kr?",
            "skriv `{kronor}` om beloppet är i kronor\nskriv `{millions}` om det är rätt",
            "Visas för belopp på 1 000 000 tkr och mer. Oftare är det kronor med fel enhet än en "
            "så stor kostnad.",
        ),
        en=Words(
            "`{amount}` is a billion or more: did you mean kr?",
            "write `{kronor}` if the amount is in kronor\nwrite `{millions}` if it is right",
            "Reported for amounts of 1,000,000 tkr and more. More often these are kronor with the "
            "wrong unit than so large a cost.",
        ),
    ),
    "AV740": Message(
        sv=Words(
            "{item}: {party} betalar {total} till leverantören {year}, men partens egen del är "
            "{part}",
            "är {total} partens egen del, ta bort `paid_by` och skriv `{basis}: {{year}: "
            "{known_part: {{payer}: {figure}}}}`",
            "`paid_by` anger vem som betalar räkningen, och beloppet fördelas sedan enligt "
            "avtalet. `known_part` anger en parts egen del, och hela kostnaden räknas ut av den. "
            "Avtalets belopp för en part är oftast det senare.",
        ),
        en=Words(
            "{item}: {party} pays {total} to the supplier in {year}, but its own part is {part}",
            "if {total} is the party's own part, remove `paid_by` and write `{basis}: {{year}: "
            "{known_part: {{payer}: {figure}}}}`",
            "`paid_by` says who pays the bill, and the amount is then split by the agreement. "
            "`known_part` says what one party's own part is, and the whole cost is worked out from "
            "it. An agreement's amount for a party is usually the latter.",
        ),
    ),
    "AV742": Message(
        sv=Words(
            "{item}: hela kostnaden räknas ut till {total_before} för {year_before} men {total} "
            "för {year}\nden kända delen är {part_before} och {part}, och andelen för {party} "
            "{share_before} och {share}",
            "är {figure} hela kostnaden, skriv `{basis}: {{year}: {figure}}`, och "
            "`paid_by: {payer}` om parten betalar den till leverantören\nändras det parten ska "
            "bära när andelen ändras? rätta det ena beloppet",
            "`known_part` anger vad en part själv bär, och hela kostnaden räknas ut av partens "
            "andel. Fasas andelen in medan beloppet står still ändras kostnaden i stället, "
            "omvänt mot andelen. Oftast är beloppet då hela räkningen, eller från ett annat år. "
            "Har kostnaden verkligen ändrats så mycket, skriv varför under `lints`.",
        ),
        en=Words(
            "{item}: the whole cost is worked out to be {total_before} for {year_before} but "
            "{total} for {year}\nthe known part is {part_before} and {part}, and the share of "
            "{party} {share_before} and {share}",
            "if {figure} is the whole cost, write `{basis}: {{year}: {figure}}`, and `paid_by: "
            "{payer}` if the party pays it to the supplier\ndoes what the party bears change with "
            "its share? correct one of the amounts",
            "`known_part` says what a party bears itself, and the whole cost is worked out from "
            "the party's share. If the share is phased in while the amount stands still, the cost "
            "changes instead, the other way. Most often the amount is then the whole bill, or of "
            "another year. If the cost really changed that much, say why under `lints`.",
        ),
    ),
    # --- What a file asks not to be told --------------------------------------------------
    "AV738": Message(
        sv=Words(
            "{lint} visas inte ({count}): {reason}",
            "",
            "Filen döljer varningen eller informationen och anger varför. Talet är hur många "
            "gånger den annars hade visats.",
        ),
        en=Words(
            "{lint} is not shown ({count}): {reason}",
            "",
            "The file hides that warning or note, and says why. The number is how many times it "
            "would have been shown otherwise.",
        ),
    ),
    "AV739": Message(
        sv=Words(
            "det finns ingen {lint} att dölja",
            "ta bort raden `{lint}: …` under `lints`",
            "Det som raden skulle dölja visas inte längre för filen. Är raden kvar döljer den "
            "nästa gång, då skälet kanske inte gäller.",
        ),
        en=Words(
            "there is no {lint} to hide",
            "remove the line `{lint}: …` under `lints`",
            "What the line hid is no longer reported for the file. If the line stays, it will hide "
            "the next one, when the reason may not apply.",
        ),
    ),
}
