"""Words about rules and their data: steps (AV11), tables (AV42), keys (AV5), limits (AV61)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    "AV112": Message(
        sv=Words(
            "inga parter kan bära kostnaden {year}",
            "kontrollera vilka som är med det året, och deras värden",
            "Fördelningen pekar bara på parter som inte är med, eller på värden som är noll. "
            "Någon måste bära kostnaden.",
        ),
        en=Words(
            "no party can bear the cost in {year}",
            "check who takes part that year, and their values",
            "The split points only to parties that do not take part, or to values that are "
            "zero. Somebody must bear the cost.",
        ),
    ),
    "AV114": Message(
        sv=Words(
            "avrundade andelar blir mer än 100 % {year}, så `{party}` skulle få mindre än noll",
            "avrunda finare: `round: 0.1 %`",
            "Andelar avrundas var för sig och den sista parten tar det som är kvar. Med många "
            "små andelar och grov avrundning räcker det inte till.",
        ),
        en=Words(
            "rounded shares make more than 100 % in {year}, so `{party}` would have less than "
            "nothing",
            "round more finely: `round: 0.1 %`",
            "Shares are rounded one by one and the last party takes what is left. With many "
            "small shares and coarse rounding, nothing is left.",
        ),
    ),
    "AV115": Message(
        sv=Words(
            "ett steg är antingen `fixed`, `first` med `split`, eller `rest`",
            "skriv som `{fixed: {a: 4 800}}`, `{first: 50 000, split: {a: 100 %}}` eller "
            "`{rest: equal}`",
            "Kostnaden flyter genom stegen i ordning, och varje steg tar sin del på ett enda sätt.",
        ),
        en=Words(
            "a step is either `fixed`, `first` with `split`, or `rest`",
            "write it like `{fixed: {a: 4 800}}`, `{first: 50 000, split: {a: 100 %}}` or "
            "`{rest: equal}`",
            "The cost flows through the steps in order, and each step takes its part in a "
            "single way.",
        ),
    ),
    "AV116": Message(
        sv=Words(
            "`rest` tar allt som är kvar, så inget steg kan följa",
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
            "Det är ett antal, skrivet med siffror: hur många av resultaten som medelvärdet tas "
            "på (`count`), hur många parter som måste godkänna (`at_least`), hur många "
            "observationer ett medelvärde har (`average`), hur många år i taget avtalet "
            "förlängs (`years`). Med en flagga är det till exempel antalet tecken på en rad "
            "eller steg i en förklaring.",
        ),
        en=Words(
            "`{key}` cannot be `{value}`",
            "write a whole number from {least} to {most}\nwrite a whole number from "
            "{least_of_all} upwards",
            "It is a number of things, written in digits: how many of the results the mean is "
            "of (`count`), how many parties must approve (`at_least`), how many observations a "
            "mean has (`average`), how many years at a time the agreement is extended "
            "(`years`). With an option it is for instance the characters on a line or the steps "
            "of an explanation.",
        ),
    ),
    "AV120": Message(
        sv=Words(
            "här kan inte `steps` stå",
            "använd en fördelning som bara är andelar",
            "Här jämförs andelar med varandra, och med steg beror andelarna på hur stor "
            "kostnaden är.",
        ),
        en=Words(
            "`steps` cannot stand here",
            "use a split that is shares alone",
            "Shares are compared here, and with steps the shares depend on the size of the cost.",
        ),
    ),
    "AV121": Message(
        sv=Words(
            "de fasta beloppen, {fixed}, är större än det som finns att ta av {year}, {cost}",
            "sänk beloppen, eller skriv `first` i stället för `fixed`: det tar högst det som finns",
            "Fasta belopp tas av kostnaden först. Räcker den inte till måste avtalet säga vem "
            "som får mindre; det gissas inte.",
        ),
        en=Words(
            "the fixed amounts, {fixed}, are more than there is to take from in {year}, {cost}",
            "lower the amounts, or write `first` instead of `fixed`: it takes at most what "
            "there is",
            "Fixed amounts come off the cost first. Where it does not suffice, the agreement "
            "must say who gets less; that is not guessed.",
        ),
    ),
    "AV122": Message(
        sv=Words(
            "{left} är kvar efter sista steget {year}",
            "lägg till ett sista steg: `- {rest: …}`",
            "Hela kostnaden ska bäras av någon. Utan `rest` räcker stegen bara när kostnaden "
            "är liten nog.",
        ),
        en=Words(
            "{left} is left after the last step in {year}",
            "add a last step: `- {rest: …}`",
            "The whole cost must be borne by somebody. Without `rest` the steps suffice only "
            "while the cost is small enough.",
        ),
    ),
    "AV123": Message(
        sv=Words(
            "posterna {items} blir tillsammans mindre än noll",
            "ge intäkten en egen fördelning, eller kontrollera beloppen",
            "Poster som går genom samma steg räknas ihop först. Ett överskott kan inte flyta "
            "genom steg som tar av en kostnad.",
        ),
        en=Words(
            "the items {items} come to less than nothing together",
            "give the revenue a split of its own, or check the amounts",
            "Items that go through the same steps are added first. A surplus cannot flow "
            "through steps that take off a cost.",
        ),
    ),
    "AV124": Message(
        sv=Words(
            "{party} är part, men bär inget i någon period",
            "skriv den som `host` eller `provider` om den bara tar emot eller utför\n"
            "bär den 0 % med avsikt, skriv ut det: `0 %`",
            "En part i ett avtal om kostnader brukar bära något. Den som tar emot pengarna eller "
            "gör arbetet är ofta inte part; den skrivs som `host: {name: …}` eller `provider: …`.",
        ),
        en=Words(
            "{party} is a party, but bears nothing in any period",
            "write it as `host` or `provider` if it only receives or does the work\n"
            "if it bears 0 % on purpose, write so: `0 %`",
            "A party to an agreement on costs usually bears something. The one that receives the "
            "money or does the work is often no party; it is written as `host: {name: …}` or "
            "`provider: …`.",
        ),
    ),
    "AV125": Message(
        sv=Words(
            "fördelningen hänvisar till andra i fler än {limit} led",
            "skriv den utan så många namn på namn",
            "Ett namn får stå för en fördelning som i sin tur nämner andra. När varje namn nämner "
            "flera växer antalet led utan gräns, och ingen kan längre följa vem som betalar.",
        ),
        en=Words(
            "the split refers to others in more than {limit} turns",
            "write it without so many names of names",
            "A name may stand for a split that names others in turn. Where every name names "
            "several, the turns multiply without end, and nobody can follow who pays.",
        ),
    ),
    "AV416": Message(
        sv=Words(
            "en känd del kan inte ge helheten tillsammans med {with}",
            "skriv helheten: `{value: …}`",
            "Helheten räknas ut genom att dela den kända delen med partens andel. Det går bara "
            "när andelen inte beror på beloppet och inget annat ändrar det.",
        ),
        en=Words(
            "a known part cannot give the whole together with {with}",
            "write the whole: `{value: …}`",
            "The whole is solved by dividing the known part by the party's share. That works "
            "only where the share does not depend on the amount and nothing else changes it.",
        ),
    ),
    "AV422": Message(
        sv=Words(
            "raden säger inte sitt värde",
            "skriv `{word}: …` på varje rad i tabellen",
            "I `bands` har varje rad ett belopp, `amount`; i `factor` har varje rad en andel, "
            "`factor`.",
        ),
        en=Words(
            "the row does not say its value",
            "write `{word}: …` in every row of the table",
            "In `bands` every row has an amount, `amount`; in `factor` every row has a share, "
            "`factor`.",
        ),
    ),
    "AV423": Message(
        sv=Words(
            "varje rad utom den sista har en gräns, `below` eller `up_to`",
            "skriv en gräns på raden, och ingen på den sista",
            "`below: 7 000` är mindre än, `up_to: 7 000` är till och med. Den sista raden "
            "gäller allt däröver.",
        ),
        en=Words(
            "every row but the last has a bound, `below` or `up_to`",
            "write a bound in the row, and none in the last",
            "`below: 7 000` is less than, `up_to: 7 000` is through. The last row holds for "
            "all above.",
        ),
    ),
    "AV424": Message(
        sv=Words(
            "gränsen {bound} är inte högre än raden före, {before}",
            "ordna raderna så att gränserna stiger",
            "Varje värde ska hamna i precis en rad. Med gränser som överlappar vore det "
            "ordningen som avgjorde.",
        ),
        en=Words(
            "the bound {bound} is not above the row before, {before}",
            "order the rows so that the bounds rise",
            "Every value must fall in exactly one row. With bounds that overlap, the order "
            "would decide.",
        ),
    ),
    "AV425": Message(
        sv=Words(
            "posten `{item}` räknas ihop med andra före fördelningen och kan inte ha `{key}`",
            "ge posten en egen fördelning, eller skriv `{key}` på något som står ensamt",
            "Poster som går genom samma steg, `steps`, räknas ihop till en rad. Ett tillägg eller "
            "en gräns på en av dem har då inget eget belopp att verka på.",
        ),
        en=Words(
            "the item `{item}` is netted with others before the split and cannot have `{key}`",
            "give the item a split of its own, or write `{key}` on one that stands alone",
            "Items that go through the same `steps` are added to one line. A surcharge or a limit "
            "on one of them then has no amount of its own to work on.",
        ),
    ),
    "AV502": Message(
        sv=Words(
            "nyckeln `{key}` har ett hål: {when} fattas",
            "skriv värdena för {when}",
            "Det finns värden både före och efter, så det här är en lucka och inte en siffra "
            "som ännu väntas. Att hoppa över den skulle ge fel medelvärde eller fel år.",
        ),
        en=Words(
            "the key `{key}` has a hole: {when} is missing",
            "write the values for {when}",
            "There are values both before and after, so this is a gap and not a figure still "
            "to come. Passing over it would give the wrong mean or the wrong year.",
        ),
    ),
    "AV503": Message(
        sv=Words(
            "nyckeln `{key}` har inget värde för `{party}` ({when})",
            "skriv partens värde, eller säg vilka som delar: `among: [a, b]`",
            "Alla som delar efter en nyckel måste ha ett värde. Ett tomt värde är inte noll: "
            "då skulle de andra betala för mycket utan att det syns.",
        ),
        en=Words(
            "the key `{key}` has no value for `{party}` ({when})",
            "write the party's value, or say who shares: `among: [a, b]`",
            "All who share by a key must have a value. A missing one is not zero: the others "
            "would pay too much and nobody would see.",
        ),
    ),
    "AV504": Message(
        sv=Words(
            "nyckeln `{key}` har flera värden {year}: {observations}",
            "säg vilket som gäller: `use: {date: 11-01}`",
            "Utan `use` används årets eget värde, och då får det bara finnas ett. Vilken dag "
            "som gäller står i avtalet.",
        ),
        en=Words(
            "the key `{key}` has several values in {year}: {observations}",
            "say which one holds: `use: {date: 11-01}`",
            "Without `use` the year's own value is used, and then there can be only one. The "
            "agreement says which day holds.",
        ),
    ),
    "AV505": Message(
        sv=Words(
            "nyckeln `{key}` är fryst till {when}, men det värdet finns inte",
            "skriv värdena för {when}, eller rätta `frozen`",
            "En fryst nyckel använder alltid samma observation, och den måste stå under `values`.",
        ),
        en=Words(
            "the key `{key}` is frozen at {when}, but that value is not there",
            "write the values for {when}, or mend `frozen`",
            "A frozen key always uses the same observation, and it must stand under `values`.",
        ),
    ),
    "AV507": Message(
        sv=Words(
            "nyckeln `{key}` är under noll för `{party}` ({year})",
            "rätta värdet",
            "En nyckel säger hur mycket av något en part har, och under noll går inte att dela "
            "efter.",
        ),
        en=Words(
            "the key `{key}` is below zero for `{party}` ({year})",
            "mend the value",
            "A key says how much of something a party has, and nothing can be shared by less "
            "than nothing.",
        ),
    ),
    "AV508": Message(
        sv=Words(
            "nyckeln `{key}` är noll för alla som delar {year}",
            "rätta värdena, eller dela på ett annat sätt det året",
            "Andelarna är värdet delat med summan, och summan är noll.",
        ),
        en=Words(
            "the key `{key}` is zero for all who share in {year}",
            "mend the values, or share in another way that year",
            "The shares are the value divided by the sum, and the sum is zero.",
        ),
    ),
    "AV509": Message(
        sv=Words(
            "nyckeln `{key}` har ibland ett värde för var och en, ibland ett för alla",
            "skriv alla observationer på samma sätt",
            "Ett medelvärde kan bara tas av observationer av samma slag.",
        ),
        en=Words(
            "the key `{key}` sometimes has a value for each, sometimes one for all",
            "write all observations in the same way",
            "A mean can only be taken of observations of the same kind.",
        ),
    ),
    "AV510": Message(
        sv=Words(
            "formeln är för lång",
            "högst 500 tecken; dela den i flera nycklar",
            "En formel som ingen kan läsa kan ingen försvara. Delresultat blir egna nycklar.",
        ),
        en=Words(
            "the formula is too long",
            "at most 500 characters; divide it into several keys",
            "A formula that nobody can read nobody can defend. Let partial results be keys of "
            "their own.",
        ),
    ),
    "AV511": Message(
        sv=Words(
            "formeln går inte att läsa vid `{text}`",
            "använd namn på nycklar, tal med decimalpunkt, `+ - * / ( )`, `round(x, 1)`, `min` "
            "och `max`",
            "Formler räknar bara med de här få tecknen, exakt. Nycklar som ska stå i en formel "
            "har inga bindestreck i namnet.",
        ),
        en=Words(
            "the formula cannot be read at `{text}`",
            "use names of keys, numbers with a decimal point, `+ - * / ( )`, `round(x, 1)`, "
            "`min` and `max`",
            "Formulas use only these few signs, exactly. Keys that stand in a formula have no "
            "hyphens in their names.",
        ),
    ),
    "AV512": Message(
        sv=Words(
            "formeln för `{key}` delar med noll: `{text}`",
            "rätta värdet, eller formeln",
            "Något i nämnaren är noll för en av parterna.",
        ),
        en=Words(
            "the formula of `{key}` divides by zero: `{text}`",
            "mend the value, or the formula",
            "Something below the line is zero for one of the parties.",
        ),
    ),
    "AV513": Message(
        sv=Words(
            "formeln för `{key}` ger ett orimligt stort tal: `{text}`",
            "kontrollera värdena",
            "Talet har fler än 200 siffror. Någon faktor står nog en gång för mycket.",
        ),
        en=Words(
            "the formula of `{key}` gives an absurdly large number: `{text}`",
            "check the values",
            "The number has more than 200 digits. Some factor probably stands once too often.",
        ),
    ),
    "AV517": Message(
        sv=Words(
            "nyckeln `{key}` har ett värde för `{party}`, som inte är part",
            "menade du `{nearest}`?\nta annars bort raden",
            "Ett värde för någon som inte delar används inte. Är namnet felstavat saknar en "
            "annan part sitt värde.",
        ),
        en=Words(
            "the key `{key}` has a value for `{party}`, which is no party",
            "did you mean `{nearest}`?\notherwise take the line away",
            "A value for somebody who does not share is not used. If the name is misspelt, "
            "another party lacks its value.",
        ),
    ),
    "AV518": Message(
        sv=Words(
            "`{word}` gör inget på nyckeln `{key}`, som inte har några daterade värden",
            "ta bort `{word}`, eller skriv det på nycklarna i formeln",
            "`use`, `average` och `frozen` väljer bland observationer med datum. En formel "
            "använder sina nycklars egna val, och ett odaterat värde är detsamma varje år.",
        ),
        en=Words(
            "`{word}` does nothing on the key `{key}`, which has no dated values",
            "take `{word}` away, or write it on the keys in the formula",
            "`use`, `average` and `frozen` choose among dated observations. A formula uses its "
            "keys' own choices, and an undated value is the same every year.",
        ),
    ),
    "AV524": Message(
        sv=Words(
            "posten `{item}` är i {level} års nivå och kan inte räknas {year}",
            "skriv beloppet för tidigare år för sig, eller rätta `level`",
            "Ett index räknar framåt från nivååret. Vad som gällde före det vet bara papperet.",
        ),
        en=Words(
            "the item `{item}` is at the level of {level} and cannot be computed for {year}",
            "write the amount for earlier years by itself, or mend `level`",
            "An index counts forward from the level's year. What held before it only the paper "
            "knows.",
        ),
    ),
    "AV525": Message(
        sv=Words(
            "posten `{item}` har belopp år för år, och sådana räknas inte upp",
            "skriv beloppet som `amount: …`, eller ta bort `index`",
            "Ett belopp som är bestämt för ett visst år är redan i det årets priser. Index hör "
            "till `amount`, `price` och `bands`.",
        ),
        en=Words(
            "the item `{item}` has amounts year by year, and such are not indexed",
            "write the amount as `amount: …`, or take `index` away",
            "An amount that is fixed for a certain year is already in that year's prices. An "
            "index goes with `amount`, `price` and `bands`.",
        ),
    ),
    "AV527": Message(
        sv=Words(
            "`use` säger månad {month}, men basen är {base}",
            "skriv samma månad i båda",
            "Varje år jämförs samma månad med basmånaden.",
        ),
        en=Words(
            "`use` says month {month}, but the base is {base}",
            "write the same month in both",
            "Each year the same month is compared with the base month.",
        ),
    ),
    "AV528": Message(
        sv=Words(
            "`{least}` är högre än `{most}`",
            "byt plats på dem, eller rätta en",
            "`floor`, `min` och `min_increase` är det lägsta som en ändring eller ett belopp "
            "kan bli, `cap`, `max` och `max_increase` det högsta. Två gränser som inte kan "
            "hållas samtidigt skrivs som två gränser efter varandra, som verkar i ordning.",
        ),
        en=Words(
            "`{least}` is above `{most}`",
            "change their places, or mend one",
            "`floor`, `min` and `min_increase` are the least that a change or an amount can "
            "come to, `cap`, `max` and `max_increase` the most. Two bounds that cannot both be "
            "kept are written as two limits after each other, which work in order.",
        ),
    ),
    "AV529": Message(
        sv=Words(
            "indexet `{index}` är noll eller mindre",
            "rätta värdet",
            "Ett belopp gångras med årets index delat med basens. Noll går inte att dela med, och "
            "under noll har inget index.",
        ),
        en=Words(
            "the index `{index}` is zero or less",
            "mend the value",
            "An amount is multiplied by the year's index divided by the base's. Nothing can be "
            "divided by zero, and no index is below it.",
        ),
    ),
    "AV611": Message(
        sv=Words(
            "gränsen har inget föregående år att jämföra {year} med, och gör inget",
            "skriv vad som betalades {before}: `paid: {{before}: {{paid}}}`",
            "En gräns för ökning jämför med året före. Räknas inte det året av avtalet, skrivs "
            "det som betalades under `paid`.",
        ),
        en=Words(
            "the limit has no year before to compare {year} with, and does nothing",
            "write what was paid in {before}: `paid: {{before}: {{paid}}}`",
            "A limit on increases compares with the year before. Where the agreement does not "
            "compute that year, what was paid is written under `paid`.",
        ),
    ),
    "AV612": Message(
        sv=Words(
            "gräns {first} bryts igen av gräns {second}",
            "ändra ordningen, eller låt en annan part ta skillnaden",
            "Gränser verkar i ordning, var och en en gång. Här skjuter den senare över mer på "
            "någon än den tidigare tillåter, och avtalet säger inte vad som då gäller.",
        ),
        en=Words(
            "limit {first} is broken again by limit {second}",
            "change the order, or let another party take the difference",
            "Limits work in order, each once. Here the later one moves more onto somebody than "
            "the earlier allows, and the agreement does not say what then holds.",
        ),
    ),
    "AV613": Message(
        sv=Words(
            "ingen kan ta skillnaden: alla andra är bundna eller betalar inget",
            "namnge en part: `difference: värdkommunen`",
            "`others` är de som betalar något och inte själva binds av gränsen. Finns ingen "
            "sådan måste avtalet säga vem.",
        ),
        en=Words(
            "nobody can take the difference: all others are bound or pay nothing",
            "name a party: `difference: host`",
            "`others` are those who pay something and are not bound by the limit themselves. "
            "Where there is none, the agreement must say who.",
        ),
    ),
    "AV614": Message(
        sv=Words(
            "`{party}` bär {share} av kostnaden {year}, mer än {most}",
            "se över fördelningen; inget belopp har flyttats",
            "Gränsen flyttar inga pengar. Den säger till när en part bär mer än avtalet räknat "
            "med.",
        ),
        en=Words(
            "`{party}` bears {share} of the cost in {year}, more than {most}",
            "look at the split; no money has been moved",
            "The limit moves no money. It tells when a party bears more than the agreement "
            "expected.",
        ),
    ),
    "AV615": Message(
        sv=Words(
            "gränsen säger inte vid vad",
            "skriv `max_increase: 4 %`, `max: 1 000 000`, `min: …` eller `warn_above_share: 70 %`",
            "En gräns binder vid ett belopp eller vid en ändring från året före.",
        ),
        en=Words(
            "the limit does not say at what",
            "write `max_increase: 4 %`, `max: 1 000 000`, `min: …` or `warn_above_share: 70 %`",
            "A limit binds at an amount or at a change from the year before.",
        ),
    ),
    "AV617": Message(
        sv=Words(
            "gränser på parternas summor kräver avrundning på summan",
            "skriv `at: total`, eller ta bort `at`",
            "En periods gränser binder vad parterna betalar tillsammans, så det är summan som "
            "avrundas.",
        ),
        en=Words(
            "limits on the parties' totals need rounding at the total",
            "write `at: total`, or take `at` away",
            "A period's limits bind what the parties pay in all, so it is the total that is "
            "rounded.",
        ),
    ),
    "AV618": Message(
        sv=Words(
            "`{party}` kan inte själv ta skillnaden",
            "namnge en annan part, eller skriv `others`",
            "Den som är bunden av gränsen kan inte också bära det som gränsen flyttar.",
        ),
        en=Words(
            "`{party}` cannot take the difference itself",
            "name another party, or write `others`",
            "The one that the limit binds cannot also bear what the limit moves.",
        ),
    ),
    # --- Paths of readings and what-ifs ---------------------------------------------------
    "AV702": Message(
        sv=Words(
            "flera perioder gäller `{key}`, så `{path}` kan betyda flera saker",
            "skriv en dag i stället för året, eller periodens nummer i filen",
            "En period kan pekas ut med ett år eller en dag som bara den omfattar. Byter "
            "villkoren under året behövs en dag.",
        ),
        en=Words(
            "several periods cover `{key}`, so `{path}` can mean several things",
            "write a day instead of the year, or the period's number in the file",
            "A period can be named by a year or a day that it alone covers. Where the terms "
            "change during the year, a day is needed.",
        ),
    ),
}
