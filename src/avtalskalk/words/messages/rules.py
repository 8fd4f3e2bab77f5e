"""Words about rules and their data: steps (AV11), tables (AV42), keys (AV5), limits (AV61)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    "AV112": Message(
        sv=Words(
            "ingen part kan betala kostnaden {year}",
            "kontrollera vilka som är med det året, och deras värden",
            "Fördelningen gäller bara parter som inte är med, eller värden som är noll. Någon "
            "måste betala.",
        ),
        en=Words(
            "no party can pay the cost in {year}",
            "check who takes part that year, and their values",
            "The split names only parties that do not take part, or values that are zero. Somebody "
            "must pay.",
        ),
    ),
    "AV114": Message(
        sv=Words(
            "de avrundade andelarna summerar till mer än 100 % {year}, så `{party}` skulle få "
            "mindre än noll",
            "avrunda finare: `round: 0.1 %`",
            "Andelarna avrundas var för sig och den sista parten tar det som är kvar. Med många "
            "små andelar och grov avrundning blir inget kvar.",
        ),
        en=Words(
            "the rounded shares add up to more than 100% in {year}, so `{party}` would have less "
            "than zero",
            "round more finely: `round: 0.1 %`",
            "Shares are rounded one by one and the last party takes what is left. With many "
            "small shares and coarse rounding, nothing is left.",
        ),
    ),
    "AV115": Message(
        sv=Words(
            "ett steg är antingen `fixed`, `first` med `split`, eller `rest`",
            "skriv till exempel `{fixed: {a: 4 800}}`, `{first: 50 000, split: {a: 100 %}}` eller "
            "`{rest: equal}`",
            "Kostnaden går genom stegen i ordning, och varje steg tar sin del på ett enda sätt.",
        ),
        en=Words(
            "a step is either `fixed`, `first` with `split`, or `rest`",
            "write for example `{fixed: {a: 4 800}}`, `{first: 50 000, split: {a: 100 %}}` or "
            "`{rest: equal}`",
            "The cost goes through the steps in order, and each step takes its part in a single "
            "way.",
        ),
    ),
    "AV116": Message(
        sv=Words(
            "`rest` tar allt som är kvar, så inget steg kan följa efter",
            "flytta steget med `rest` sist",
            "Det sista steget tar det som de andra har lämnat.",
        ),
        en=Words(
            "`rest` takes all that is left, so no step can follow",
            "move the step with `rest` to the end",
            "The last step takes what the others have left.",
        ),
    ),
    "AV118": Message(
        sv=Words(
            "`{key}` kan inte vara `{value}`",
            "skriv ett heltal från {least} till {most}\nskriv ett heltal från {least_of_all} "
            "och uppåt",
            "Det är ett antal, skrivet med siffror: hur många resultat medelvärdet tas av "
            "(`count`), hur många parter som måste godkänna (`at_least`), hur många observationer "
            "ett medelvärde har (`average`), hur många år i taget avtalet förlängs (`years`). För "
            "en flagga är det till exempel antalet tecken på en rad eller steg i en förklaring.",
        ),
        en=Words(
            "`{key}` cannot be `{value}`",
            "write a whole number from {least} to {most}\nwrite a whole number from "
            "{least_of_all} upwards",
            "It is a number, written in digits: how many results the mean is of (`count`), how "
            "many parties must approve (`at_least`), how many observations a mean has (`average`), "
            "how many years at a time the agreement is renewed (`years`). For an option it is, for "
            "example, the characters on a line or the steps of an explanation.",
        ),
    ),
    "AV120": Message(
        sv=Words(
            "`steps` kan inte användas här",
            "använd en fördelning med bara andelar",
            "Här jämförs andelar med varandra, och med steg beror andelarna på hur stor "
            "kostnaden är.",
        ),
        en=Words(
            "`steps` cannot be used here",
            "use a split with shares only",
            "Shares are compared here, and with steps the shares depend on the size of the cost.",
        ),
    ),
    "AV121": Message(
        sv=Words(
            "de fasta beloppen {year} är {fixed}, mer än kostnaden som är kvar, {cost}",
            "sänk beloppen, eller skriv steget som `{first: …, split: …}`: det tar högst det som "
            "finns kvar",
            "Fasta belopp tas från kostnaden först. Räcker den inte måste avtalet ange vem som får "
            "mindre; programmet gissar inte.",
        ),
        en=Words(
            "the fixed amounts in {year} are {fixed}, more than the cost that is left, {cost}",
            "lower the amounts, or write the step as `{first: …, split: …}`: it takes at most "
            "what is left",
            "Fixed amounts are taken from the cost first. If it is not enough, the agreement must "
            "say who gets less; the program does not guess.",
        ),
    ),
    "AV122": Message(
        sv=Words(
            "{left} är kvar efter sista steget {year}",
            "lägg till ett sista steg: `- {rest: …}`",
            "Någon måste betala hela kostnaden. Utan `rest` räcker stegen bara när kostnaden är "
            "liten nog.",
        ),
        en=Words(
            "{left} is left after the last step in {year}",
            "add a last step: `- {rest: …}`",
            "Somebody must pay the whole cost. Without `rest` the steps are enough only while the "
            "cost is small.",
        ),
    ),
    "AV123": Message(
        sv=Words(
            "posterna {items} blir tillsammans mindre än noll",
            "ge intäkten en egen fördelning, eller kontrollera beloppen",
            "Kostnadsposter som går genom samma steg läggs ihop först. Ett överskott kan inte gå "
            "genom steg som tar av en kostnad.",
        ),
        en=Words(
            "the items {items} add up to less than zero",
            "give the revenue a split of its own, or check the amounts",
            "Cost items that go through the same steps are added first. A surplus cannot go "
            "through steps that take from a cost.",
        ),
    ),
    "AV124": Message(
        sv=Words(
            "{party} är part, men betalar inget i någon period",
            "skriv den som `host` eller `provider` om den bara tar emot pengar eller utför "
            "arbetet\nska den betala 0 %, skriv ut det: `0 %`",
            "En part i ett avtal om kostnader brukar betala något. Den som tar emot pengarna eller "
            "utför arbetet är ofta inte part; skriv den som `host: {name: …}` eller `provider: …`.",
        ),
        en=Words(
            "{party} is a party, but pays nothing in any period",
            "write it as `host` or `provider` if it only receives money or does the work\nif it "
            "must pay 0%, write so: `0 %`",
            "A party to a cost agreement usually pays something. The one that receives the money "
            "or does the work is often not a party; write it as `host: {name: …}` or `provider: "
            "…`.",
        ),
    ),
    "AV125": Message(
        sv=Words(
            "hänvisningarna går i mer än {limit} led",
            "skriv fördelningen eller formeln med färre namn i rad",
            "Ett namn får stå för en fördelning som nämner andra namn, och en formel får nämna "
            "andra formler. När varje namn nämner flera växer leden utan gräns, och ingen kan "
            "följa vem som betalar.",
        ),
        en=Words(
            "the references go on for more than {limit} steps",
            "write the split or the formula with fewer names in a row",
            "A name may stand for a split that names other splits, and a formula may name other "
            "formulas. If every name names several, the chain grows without limit, and nobody can "
            "follow who pays.",
        ),
    ),
    "AV127": Message(
        sv=Words(
            "`as_of: {as_of}` måste vara ett år före {year} som avtalet gäller",
            "skriv ett tidigare år, eller skriv ut andelarna",
            "`as_of` är fördelningen som den var ett tidigare år. Fördelningen för samma år, ett "
            "senare år eller ett år utanför avtalet finns inte att hämta.",
        ),
        en=Words(
            "`as_of: {as_of}` must be a year before {year} that the agreement covers",
            "write an earlier year, or write out the shares",
            "`as_of` is the split as it was in an earlier year. There is none to take from the "
            "same year, a later one or a year outside the agreement.",
        ),
    ),
    "AV416": Message(
        sv=Words(
            "hela beloppet kan inte räknas ut av en känd del tillsammans med {with}",
            "skriv hela beloppet: `{value: …}`",
            "Hela beloppet är den kända delen delad med partens andel. Det går bara när andelen "
            "inte beror på beloppet och inget annat ändrar det.",
        ),
        en=Words(
            "the whole amount cannot be worked out from a known part together with {with}",
            "write the whole amount: `{value: …}`",
            "The whole amount is the known part divided by the party's share. That works only if "
            "the share does not depend on the amount and nothing else changes it.",
        ),
    ),
    "AV422": Message(
        sv=Words(
            "raden saknar sitt värde",
            "skriv `{word}: …` på varje rad i tabellen",
            "I `bands` har varje rad ett belopp, `amount`, eller ett pris per enhet, `price`, i "
            "`scale` ett pris och i `factor` en faktor, `factor`. I en fördelning har `bands` en "
            "vikt, `weight`, eller en faktor, och `scale` en faktor.",
        ),
        en=Words(
            "the row lacks its value",
            "write `{word}: …` in every row of the table",
            "In `bands` every row has an amount, `amount`, or a price per unit, `price`, in "
            "`scale` a price and in `factor` a factor, `factor`. In a split `bands` has a weight, "
            "`weight`, or a factor, and `scale` a factor.",
        ),
    ),
    "AV423": Message(
        sv=Words(
            "varje rad utom den sista måste ha en gräns, `below` eller `up_to`",
            "skriv en gräns på raden, och ingen gräns på den sista",
            "`below: 7 000` är under 7 000, `up_to: 7 000` är till och med 7 000. Den sista raden "
            "gäller allt däröver.",
        ),
        en=Words(
            "every row but the last must have a bound, `below` or `up_to`",
            "write a bound in the row, and no bound in the last",
            "`below: 7 000` is less than 7 000, `up_to: 7 000` includes 7 000. The last row is for "
            "everything above.",
        ),
    ),
    "AV424": Message(
        sv=Words(
            "gränsen {bound} är inte högre än gränsen på raden före, {before}",
            "ordna raderna så att gränserna stiger",
            "Varje värde ska hamna på precis en rad. Om gränserna överlappar avgör ordningen.",
        ),
        en=Words(
            "the bound {bound} is not above that of the row before, {before}",
            "order the rows so that the bounds rise",
            "Every value must fall in exactly one row. If the bounds overlap, the order decides.",
        ),
    ),
    "AV425": Message(
        sv=Words(
            "kostnadsposten `{item}` läggs ihop med andra före fördelningen och kan inte ha "
            "`{key}`",
            "ge posten en egen fördelning, eller flytta `{key}` till en post som inte läggs ihop",
            "Poster som går genom samma `steps` läggs ihop till en rad. Ett påslag, ett tak eller "
            "ett golv på en av dem har då inget eget belopp att räkna på.",
        ),
        en=Words(
            "the cost item `{item}` is added to others before the split and cannot have `{key}`",
            "give the item a split of its own, or move `{key}` to an item that is not added to "
            "others",
            "Items that go through the same `steps` are added into one row. A surcharge, a cap or "
            "a floor on one of them then has no amount of its own to work on.",
        ),
    ),
    "AV426": Message(
        sv=Words(
            "`{item}` har både `{form}`, där var och en betalar sitt eget belopp, och `split`, som "
            "fördelar ett belopp: vilket gäller?",
            "ta bort `split` om var och en betalar sitt\n"
            "skriv `{instead}: …` i stället för `{form}` om summan ska fördelas",
            "Ett pris med `per`, `bands` och `amounts` ger varje part dess eget belopp, så det "
            "finns inget att fördela. Ska summan i stället fördelas, eller betalas av en av "
            "parterna, är den en vanlig kostnad: ett belopp, eller ett pris gånger en mängd.",
        ),
        en=Words(
            "`{item}` has both `{form}`, where each party pays its own amount, and `split`, which "
            "divides one amount: which is meant?",
            "remove `split` if each pays its own\nwrite `{instead}: …` instead of `{form}` if the "
            "sum must be split",
            "A price with `per`, `bands` and `amounts` give each party its own amount, so there is "
            "nothing to split. If the sum must be split instead, or paid by one of the parties, it "
            "is an ordinary cost: an amount, or a price times a quantity.",
        ),
    ),
    "AV427": Message(
        sv=Words(
            "`{item}` rättar {corrected} men tas upp {year}: vilket års andelar gäller?\n"
            "som {corrected}: {then}\nsom {year}: {now}",
            "skriv `split: {as_of: {corrected}}` under `{item}` om det är {corrected} års andelar\n"
            "skriv `split: default` om det är andelarna det år som rättelsen tas upp",
            "Båda finns i verkliga avtal, och skillnaden är pengar. Programmet gissar inte. En "
            "rättelse av ett år som avtalet inte gäller, eller som delades likadant, behöver inget "
            "`split`.",
        ),
        en=Words(
            "`{item}` corrects {corrected} but is taken up in {year}: which year's shares apply?\n"
            "as in {corrected}: {then}\nas in {year}: {now}",
            "write `split: {as_of: {corrected}}` under `{item}` for the shares of {corrected}\n"
            "write `split: default` for the shares of the year in which it is taken up",
            "Both occur in real agreements, and the difference is money. The program does not "
            "guess. A correction of a year that the agreement does not cover, or that was split "
            "in the same way, needs no `split`.",
        ),
    ),
    "AV502": Message(
        sv=Words(
            "fördelningsnyckeln `{key}` har en lucka: {when} saknas",
            "skriv värdena för {when}",
            "Det finns värden både före och efter, så det här är en lucka och inte ett värde som "
            "ännu väntas. Att hoppa över den skulle ge fel medelvärde eller fel år.",
        ),
        en=Words(
            "the key `{key}` has a gap: {when} is missing",
            "write the values for {when}",
            "There are values both before and after, so this is a gap and not a value still to "
            "come. Skipping it would give the wrong mean or the wrong year.",
        ),
    ),
    "AV503": Message(
        sv=Words(
            "fördelningsnyckeln `{key}` har inget värde för `{party}` ({when})",
            "skriv partens värde, eller ange vilka som delar: `among: [a, b]`",
            "Alla som delar efter en fördelningsnyckel måste ha ett värde. Ett värde som saknas är "
            "inte noll: då skulle de andra betala för mycket utan att det märktes.",
        ),
        en=Words(
            "the key `{key}` has no value for `{party}` ({when})",
            "write the party's value, or say who shares: `among: [a, b]`",
            "All who share by a key must have a value. A missing value is not zero: the others "
            "would pay too much and nobody would notice.",
        ),
    ),
    "AV504": Message(
        sv=Words(
            "fördelningsnyckeln `{key}` har flera värden {year}: {observations}",
            "ange vilket som gäller: `use: {date: 11-01}`\n"
            "skriv `use: [{date: 04-15}, {date: 10-15}]` för medelvärdet av flera dagar",
            "Utan `use` används årets eget värde, och då får det bara finnas ett. Avtalet anger "
            "vilken dag som gäller.",
        ),
        en=Words(
            "the key `{key}` has several values in {year}: {observations}",
            "say which one applies: `use: {date: 11-01}`\n"
            "write `use: [{date: 04-15}, {date: 10-15}]` for the mean of several days",
            "Without `use` the year's own value is used, and then there can be only one. The "
            "agreement says which day applies.",
        ),
    ),
    "AV505": Message(
        sv=Words(
            "fördelningsnyckeln `{key}` är fryst till {when}, men det värdet saknas",
            "skriv värdena för {when}, eller rätta `frozen`",
            "En fryst fördelningsnyckel använder alltid samma observation, och den måste finnas "
            "under `values`.",
        ),
        en=Words(
            "the key `{key}` is frozen at {when}, but that value is missing",
            "write the values for {when}, or correct `frozen`",
            "A frozen key always uses the same observation, and it must be under `values`.",
        ),
    ),
    "AV507": Message(
        sv=Words(
            "fördelningsnyckeln `{key}` är under noll för `{party}` ({year})",
            "rätta värdet",
            "En fördelningsnyckel anger hur mycket av något en part har. Det går inte att dela "
            "efter värden under noll.",
        ),
        en=Words(
            "the key `{key}` is below zero for `{party}` ({year})",
            "correct the value",
            "A key says how much of something a party has. Costs cannot be shared by values below "
            "zero.",
        ),
    ),
    "AV508": Message(
        sv=Words(
            "fördelningsnyckeln `{key}` är noll för alla som delar {year}",
            "rätta värdena, eller dela på ett annat sätt det året",
            "Andelarna är värdet delat med summan, och summan är noll.",
        ),
        en=Words(
            "the key `{key}` is zero for all who share in {year}",
            "correct the values, or share in another way that year",
            "Each share is the value divided by the sum, and the sum is zero.",
        ),
    ),
    "AV509": Message(
        sv=Words(
            "fördelningsnyckeln `{key}` har ibland ett värde för varje part, ibland ett för alla",
            "skriv alla observationer på samma sätt",
            "Ett medelvärde kan bara tas av observationer av samma slag.",
        ),
        en=Words(
            "the key `{key}` sometimes has a value for each party, sometimes one for all",
            "write all observations in the same way",
            "A mean can only be taken of observations of the same kind.",
        ),
    ),
    "AV510": Message(
        sv=Words(
            "formeln är för lång",
            "skriv högst 500 tecken; dela formeln i flera fördelningsnycklar",
            "En formel som ingen kan läsa kan ingen försvara. Skriv delresultat som egna "
            "fördelningsnycklar.",
        ),
        en=Words(
            "the formula is too long",
            "write at most 500 characters; divide the formula into several keys",
            "Nobody can defend a formula that nobody can read. Write partial results as keys of "
            "their own.",
        ),
    ),
    "AV511": Message(
        sv=Words(
            "formeln går inte att läsa vid `{text}`",
            "använd fördelningsnycklarnas namn, tal med decimalpunkt, `+ - * / ( )`, `round(x, "
            "1)`, `min` och `max`",
            "Formler räknar bara med de här tecknen, exakt. Fördelningsnycklar i en formel får "
            "inte ha bindestreck i namnet.",
        ),
        en=Words(
            "the formula cannot be read at `{text}`",
            "use names of keys, numbers with a decimal point, `+ - * / ( )`, `round(x, 1)`, "
            "`min` and `max`",
            "Formulas use only these signs, and are exact. Keys in a formula must not have hyphens "
            "in their names.",
        ),
    ),
    "AV512": Message(
        sv=Words(
            "formeln för `{key}` delar med noll: `{text}`",
            "rätta värdet, eller formeln",
            "Nämnaren är noll för en av parterna.",
        ),
        en=Words(
            "the formula of `{key}` divides by zero: `{text}`",
            "correct the value, or the formula",
            "The denominator is zero for one of the parties.",
        ),
    ),
    "AV513": Message(
        sv=Words(
            "formeln för `{key}` ger ett orimligt stort tal: `{text}`",
            "kontrollera värdena",
            "Talet har fler än 200 siffror. Troligen är en faktor med en gång för mycket.",
        ),
        en=Words(
            "the formula of `{key}` gives an absurdly large number: `{text}`",
            "check the values",
            "The number has more than 200 digits. Probably a factor is used once too often.",
        ),
    ),
    "AV517": Message(
        sv=Words(
            "fördelningsnyckeln `{key}` har ett värde för `{party}`, som inte är part",
            "menade du `{nearest}`?\nta annars bort värdet; en fördelningsnyckel som flera avtal "
            "använder kan finnas i `shared.yaml`",
            "Ett värde för någon som inte delar används inte. Är namnet felstavat saknar en "
            "annan part sitt värde. En fördelningsnyckel i `shared.yaml` eller i en tabell får ha "
            "värden för andra än avtalets parter.",
        ),
        en=Words(
            "the key `{key}` has a value for `{party}`, which is not a party",
            "did you mean `{nearest}`?\notherwise remove the value; a key that several agreements "
            "use can be in `shared.yaml`",
            "A value for somebody who does not share is not used. If the name is misspelt, "
            "another party lacks its value. A key in `shared.yaml` or in a table may have values "
            "for others than the agreement's parties.",
        ),
    ),
    "AV518": Message(
        sv=Words(
            "`{word}` har ingen verkan på fördelningsnyckeln `{key}`, som inte har några daterade "
            "värden",
            "ta bort `{word}`, eller skriv det på fördelningsnycklarna i formeln",
            "`use`, `average` och `frozen` väljer bland observationer med datum. En formel "
            "använder sina nycklars egna val, och ett odaterat värde är detsamma varje år.",
        ),
        en=Words(
            "`{word}` has no effect on the key `{key}`, which has no dated values",
            "remove `{word}`, or write it on the keys in the formula",
            "`use`, `average` and `frozen` choose among dated observations. A formula uses its "
            "keys' own choices, and an undated value is the same every year.",
        ),
    ),
    "AV524": Message(
        sv=Words(
            "kostnadsposten `{item}` är i {level} års nivå och kan inte räknas för {year}",
            "skriv beloppet för tidigare år för sig, eller rätta `level`",
            "Ett index räknar framåt från nivååret. Vad som gällde före det framgår bara av "
            "avtalet.",
        ),
        en=Words(
            "the cost item `{item}` is at the level of {level} and cannot be calculated for {year}",
            "write the amount for earlier years separately, or correct `level`",
            "An index counts forward from the level's year. Only the agreement shows what applied "
            "before it.",
        ),
    ),
    "AV525": Message(
        sv=Words(
            "kostnadsposten `{item}` har belopp år för år, och sådana räknas inte upp",
            "skriv beloppet som `amount: …`, eller ta bort `index`",
            "Ett belopp för ett visst år är redan i det årets priser. Index hör till `amount`, "
            "`price` och `bands`.",
        ),
        en=Words(
            "the cost item `{item}` has amounts year by year, and those are not indexed",
            "write the amount as `amount: …`, or remove `index`",
            "An amount for a certain year is already in that year's prices. An index belongs to "
            "`amount`, `price` and `bands`.",
        ),
    ),
    "AV527": Message(
        sv=Words(
            "`use` anger månad {month}, men basen är {base}",
            "skriv samma månad i båda",
            "Varje år jämförs samma månad som basens.",
        ),
        en=Words(
            "`use` says month {month}, but the base is {base}",
            "write the same month in both",
            "Each year the same month as the base's is compared.",
        ),
    ),
    "AV528": Message(
        sv=Words(
            "`{least}` är högre än `{most}`",
            "byt plats på dem, eller rätta ett av dem",
            "`floor`, `min` och `min_increase` är det lägsta som en ändring eller ett belopp kan "
            "bli, `cap`, `max` och `max_increase` det högsta. Kan två inte gälla samtidigt, skriv "
            "dem som två poster efter varandra i `limits`: de gäller i ordning.",
        ),
        en=Words(
            "`{least}` is above `{most}`",
            "swap them, or correct one of them",
            "`floor`, `min` and `min_increase` are the lowest that a change or an amount can be, "
            "`cap`, `max` and `max_increase` the highest. If two cannot apply at once, write them "
            "as two entries after each other in `limits`: they apply in order.",
        ),
    ),
    "AV529": Message(
        sv=Words(
            "indexet `{index}` är noll eller mindre",
            "rätta värdet",
            "Ett belopp multipliceras med årets index delat med basens. Det går inte att dela med "
            "noll, och inget index är under noll.",
        ),
        en=Words(
            "the index `{index}` is zero or less",
            "correct the value",
            "An amount is multiplied by the year's index divided by the base's. Nothing can be "
            "divided by zero, and no index is below zero.",
        ),
    ),
    "AV531": Message(
        sv=Words(
            "basen `{base}` är ett år, men indexet `{index}` har månader",
            "skriv månaden, som `{month}`",
            "Ett belopp räknas upp med samma månad varje år. Är det årsmedeltalet som gäller, "
            "skriv indexets värden per år: `2020: 104,2`.",
        ),
        en=Words(
            "the base `{base}` is a year, but the index `{index}` has months",
            "write the month, such as `{month}`",
            "An amount is indexed by the same month every year. If it is the yearly mean that "
            "applies, write the index's values by year: `2020: 104.2`.",
        ),
    ),
    "AV611": Message(
        sv=Words(
            "taket eller golvet har inget år före {year} att jämföra med, och har ingen verkan",
            "skriv vad som betalades {before}: `paid: {{before}: {{paid}}}`",
            "Ett tak eller golv för ändringen jämför med året före. Räknar avtalet inte det året, "
            "skriv vad som betalades under `paid`.",
        ),
        en=Words(
            "the cap or floor has no year before {year} to compare with, and has no effect",
            "write what was paid in {before}: `paid: {{before}: {{paid}}}`",
            "A cap or floor on the change compares with the year before. If the agreement does not "
            "calculate that year, write what was paid under `paid`.",
        ),
    ),
    "AV612": Message(
        sv=Words(
            "{year}: regel {second} i `limits` bryter mot regel {first}",
            "ändra ordningen, eller låt en annan part ta skillnaden",
            "Tak och golv gäller i ordning, ett i taget. Här flyttar det senare mer till en part "
            "än det tidigare tillåter, och avtalet anger inte vad som då gäller.",
        ),
        en=Words(
            "{year}: rule {second} of `limits` breaks rule {first}",
            "change the order, or let another party take the difference",
            "Caps and floors apply in order, one at a time. Here the later one moves more to a "
            "party than the earlier one allows, and the agreement does not say what applies then.",
        ),
    ),
    "AV613": Message(
        sv=Words(
            "{year}: ingen kan ta skillnaden {amount}; för alla andra gäller taket eller golvet, "
            "eller så betalar de inget",
            "ange en part: `difference: värdkommunen`",
            "`others` är de som betalar något och som taket eller golvet inte ändrar. Finns ingen "
            "sådan måste avtalet ange vem som tar skillnaden.",
        ),
        en=Words(
            "{year}: nobody can take the difference {amount}; all others are at the cap or floor, "
            "or pay nothing",
            "name a party: `difference: host`",
            "`others` are those who pay something and are not changed by the cap or floor. If "
            "there is none, the agreement must say who takes the difference.",
        ),
    ),
    "AV614": Message(
        sv=Words(
            "`{party}` betalar {share} av kostnaden {year}, mer än {most}",
            "se över fördelningen; inga belopp har ändrats",
            "`warn_above_share` ändrar inga belopp. Den varnar när en part betalar mer än avtalet "
            "räknat med.",
        ),
        en=Words(
            "`{party}` pays {share} of the cost in {year}, more than {most}",
            "review the split; no amounts have been changed",
            "`warn_above_share` changes no amounts. It warns when a party pays more than the "
            "agreement expected.",
        ),
    ),
    "AV617": Message(
        sv=Words(
            "tak och golv på parternas summor kräver avrundning på summan",
            "skriv `at: total`, eller ta bort `at`",
            "En periods tak och golv gäller vad parterna betalar sammanlagt, så det är summan som "
            "avrundas.",
        ),
        en=Words(
            "caps and floors on the parties' totals require rounding at the total",
            "write `at: total`, or remove `at`",
            "A period's caps and floors apply to what the parties pay in all, so it is the total "
            "that is rounded.",
        ),
    ),
    "AV618": Message(
        sv=Words(
            "`{party}` kan inte själv ta skillnaden",
            "ange en annan part, eller skriv `others`",
            "Den part som taket eller golvet gäller kan inte också ta det belopp som flyttas.",
        ),
        en=Words(
            "`{party}` cannot take the difference itself",
            "name another party, or write `others`",
            "The party that the cap or floor applies to cannot also take the amount that it moves.",
        ),
    ),
    "AV621": Message(
        sv=Words(
            "{parties} betalar var sin post, så avrundning och tak på summan har ingen mottagare",
            "skriv `host: …` med den som fakturerar de andra, eller `rounding: {at: item}`",
            "Det som inte hör till någon post betalas till värden. Utan värd, och med flera som "
            "betalar, går det inte att säga vem som är skyldig vem.",
        ),
        en=Words(
            "{parties} each pay an item, so rounding and caps on the total have no payee",
            "write `host: …` with the party that bills the others, or `rounding: {at: item}`",
            "What belongs to no item is paid to the host. Without one, and with several who pay, "
            "nobody can tell who owes whom.",
        ),
    ),
    "AV622": Message(
        sv=Words(
            "delbetalningarna är tillsammans {total} av året, inte hela",
            "ändra en `part` så att de blir 1 tillsammans, till exempel `1/2` och `1/2`",
            "Varje parts delbetalningar ska bli partens belopp för året.",
        ),
        en=Words(
            "the instalments make {total} of the year together, not the whole",
            "change a `part` so that they make 1 together, for example `1/2` and `1/2`",
            "A party's instalments must sum to its amount for the year.",
        ),
    ),
    "AV624": Message(
        sv=Words(
            "{party} saknar konto för {what}: `{key}` finns inte",
            "skriv `{example}`, med kontot eller koden som {party} använder",
            "Kommuner och regioner har egna kontoplaner, så varje konto hämtas ur avtalets "
            "`accounting`. `--party` väljer vems verifikationer som skrivs, och då behövs bara "
            "den partens konton.",
        ),
        en=Words(
            "{party} has no account for {what}: there is no `{key}`",
            "write `{example}`, with the account or the code that {party} uses",
            "Municipalities and regions have charts of accounts of their own, so every account is "
            "taken from the agreement's `accounting`. `--party` chooses whose vouchers are "
            "written, and then only that party's accounts are needed.",
        ),
    ),
    "AV625": Message(
        sv=Words(
            "avtalet anger ingen dag att bokföra {year}",
            "ange den, till exempel `--date {day}`",
            "Fakturor bokförs den dag som `invoicing` ger dem och slutavräkningen den dag som "
            "`date` i `reconciliation` anger. Annars behövs en dag: datorns klocka används aldrig.",
        ),
        en=Words(
            "the agreement gives no day on which {year} is booked",
            "say which, for example `--date {day}`",
            "Invoices are booked on the day that `invoicing` gives them, and the final settlement "
            "on the day of `date` in `reconciliation`. Otherwise a day is needed: the clock of the "
            "computer is never used.",
        ),
    ),
    "AV626": Message(
        sv=Words(
            "`{party}` betalade 0 kr {before} och ska betala {amount} {year}: gäller taket då?",
            "skriv `after_zero: free`, om det inte finns något tak året efter 0 kr\n"
            "skriv `after_zero: zero`, om beloppet ska vara kvar på 0 kr",
            "En ändring i procent från 0 kr är 0 kr. Läst ordagrant betalar parten då aldrig "
            "något, och det är sällan vad avtalet menar.",
        ),
        en=Words(
            "`{party}` paid 0 in {before} and is to pay {amount} in {year}: does the cap apply?",
            "write `after_zero: free`, if there is no cap in the year after 0\n"
            "write `after_zero: zero`, if the amount must stay at 0",
            "A change in per cent from 0 is 0. To the letter, the party then never pays anything, "
            "which is seldom what the agreement means.",
        ),
    ),
    "AV623": Message(
        sv=Words(
            "{items} delas tillsammans i steg, men olika parter betalar dem",
            "ange samma `paid_by` för dem, eller ge en av dem en egen `split`",
            "Poster som går genom samma steg blir en rad. Betalar olika parter dem går det inte "
            "att säga vem raden är en skuld till.",
        ),
        en=Words(
            "{items} go through steps together, but different parties pay them",
            "give them the same `paid_by`, or give one of them a `split` of its own",
            "Items that go through the same steps are one line. Where different parties pay them "
            "nobody can tell whom that line is owed to.",
        ),
    ),
    # --- Paths of readings and what-ifs ---------------------------------------------------
    "AV702": Message(
        sv=Words(
            "flera perioder omfattar `{key}`, så `{path}` kan betyda flera saker",
            "skriv en dag i stället för året, eller periodens nummer i filen",
            "En period kan anges med ett år eller en dag som bara den omfattar. Ändras villkoren "
            "under året behövs en dag.",
        ),
        en=Words(
            "several periods cover `{key}`, so `{path}` can mean several things",
            "write a day instead of the year, or the period's number in the file",
            "A period can be named by a year or a day that it alone covers. If the terms change "
            "during the year, a day is needed.",
        ),
    ),
}
