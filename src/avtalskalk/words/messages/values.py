"""Words about single values (AV20–AV23) and the structure they stand in (AV29)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- Amounts and numbers --------------------------------------------------------------
    "AV201": Message(
        sv=Words(
            "`{text}` är inget belopp",
            "skriv `{suggestion}`\n"
            "ett belopp skrivs som `1 914 476 kr`, `1914476,50`, `1 914 tkr` eller `1,9 mkr`",
            "Ett belopp är siffror med mellanslag mellan tusentalen, högst ett decimaltecken och "
            "eventuellt kr, tkr eller mkr efter. Det läses exakt. Fel: `1,9 miljoner kronor`. "
            "Rätt: `1,9 mkr`. Är beloppet inte känt, ta bort hela raden.",
        ),
        en=Words(
            "`{text}` is not an amount",
            "write `{suggestion}`\n"
            "an amount is written like `1 914 476 kr`, `1914476.50`, `1 914 tkr` or `1.9 mkr`",
            "An amount is digits with spaces between the thousands, at most one decimal mark and, "
            "if you like, kr, tkr or mkr after it. It is read exactly. Wrong: `1.9 million "
            "kronor`. Right: `1.9 mkr`. If the amount is not known, remove the whole line.",
        ),
    ),
    "AV202": Message(
        sv=Words(
            "`{text}` kan läsas på två sätt: tusental eller decimaler?",
            "skriv `{thousands}` om det är tusental\nskriv `{decimals}` om det är decimaler",
            "Tre siffror efter en punkt eller ett komma kan vara tusental eller decimaler, och "
            "skillnaden är tusenfaldig. Programmet gissar inte: skriv tusental med mellanslag, och "
            "decimaler med ett annat antal siffror. Skriver hela filen tal på ett sätt, ange det "
            "överst, som `numbers: 1,234.5`; för en tabell bredvid `file`.",
        ),
        en=Words(
            "`{text}` can be read in two ways: thousands or decimals?",
            "write `{thousands}` if these are thousands\nwrite `{decimals}` if these are decimals",
            "Three digits after a point or a comma can be thousands or decimals, and the "
            "difference is a thousandfold. The program does not guess: write thousands with "
            "spaces, and decimals with another number of digits. If the whole file writes numbers "
            "in one way, say so at the top, as `numbers: 1,234.5`; for a table beside `file`.",
        ),
    ),
    "AV203": Message(
        sv=Words(
            "`{text}` har fler decimaler än {currency} har ({digits})",
            "skriv beloppet som det ska betalas, med högst {digits} decimaler",
            "Ett belopp är pengar som någon betalar, och inget är mindre än valutans minsta enhet. "
            "Priser som multipliceras med en mängd får ha upp till tolv decimaler: `price: "
            "31,125`.",
        ),
        en=Words(
            "`{text}` has more decimals than {currency} has ({digits})",
            "write the amount that must be paid, with at most {digits} decimals",
            "An amount is money that somebody pays, and nothing is smaller than the currency's "
            "smallest unit. Prices that are multiplied by a quantity may have up to twelve "
            "decimals: `price: 31.125`.",
        ),
    ),
    "AV204": Message(
        sv=Words(
            "`{text}` är inte i avtalets valuta, {currency}",
            "skriv beloppet i {currency}, eller ange valutan överst: `currency: EUR`",
            "Alla belopp i ett avtal är i samma valuta, SEK om inget annat anges. Orden kr, tkr "
            "och mkr används bara för svenska, norska och danska kronor.",
        ),
        en=Words(
            "`{text}` is not in the agreement's currency, {currency}",
            "write the amount in {currency}, or name the currency at the top: `currency: EUR`",
            "All amounts of an agreement are in one currency, SEK unless it says otherwise. The "
            "words kr, tkr and mkr are only for Swedish, Norwegian and Danish kronor.",
        ),
    ),
    "AV205": Message(
        sv=Words(
            "`{text}` är inget tal",
            "skriv `{suggestion}`, utan enhet\nett tal skrivs som `42 382`, `293,85` eller `0,125`",
            "Nyckeltal, indextal, mängder och gränser är rena tal utan enhet. Mellanslag får bara "
            "finnas mellan grupper om tre siffror. Fel: `4 080 besök`. Rätt: `4 080`.",
        ),
        en=Words(
            "`{text}` is not a number",
            "write `{suggestion}`, without a unit\n"
            "a number is written like `42 382`, `293.85` or `0.125`",
            "Values of keys and indices, quantities and bounds are plain numbers without a unit. "
            "Spaces may only separate groups of three digits. Wrong: `4 080 visits`. Right: `4 "
            "080`.",
        ),
    ),
    "AV206": Message(
        sv=Words(
            "`{text}` har för många siffror",
            "skriv högst 18 siffror före decimaltecknet och 12 efter",
            "Gränsen är långt över varje offentlig budget. Ett längre tal är nästan alltid en "
            "inklistrad rad eller två tal efter varandra.",
        ),
        en=Words(
            "`{text}` has too many digits",
            "write at most 18 digits before the decimal mark and 12 after it",
            "The limit is far above any public budget. A longer number is nearly always a pasted "
            "line, or two numbers run together.",
        ),
    ),
    "AV207": Message(
        sv=Words(
            "andelen `{text}` saknar enhet",
            "skriv `{percent}` om du menar den andelen\nskriv `{literal}` om andelen verkligen är "
            "så liten",
            "Ett ensamt tal kan vara procent eller delar av ett, så en andel skrivs alltid med "
            "enhet, även när den är noll och även i `floor` och `cap`. Fel: `70`, `0,7` och "
            "`floor: 0`. Rätt: `70 %`, `7/10` och `floor: 0 %`.",
        ),
        en=Words(
            "the share `{text}` lacks its unit",
            "write `{percent}` if you mean that share\nwrite `{literal}` if the share really is "
            "that small",
            "A bare number can be percent or parts of one, so a share always has its unit, even "
            "when it is zero and even in `floor` and `cap`. Wrong: `70`, `0.7` and `floor: 0`. "
            "Right: `70 %`, `7/10` and `floor: 0 %`.",
        ),
    ),
    "AV208": Message(
        sv=Words(
            "`{text}` är ingen andel",
            "skriv `{suggestion}`\nen andel skrivs som `70 %`, `12,5 %`, `7/10` eller `rest`",
            "En andel är procent, promille eller ett bråk. En av parterna kan ha `rest`, det som "
            "är kvar. Fel: `hälften` och `resten`. Rätt: `1/2` och `rest`.",
        ),
        en=Words(
            "`{text}` is not a share",
            "write `{suggestion}`\na share is written like `70 %`, `12.5 %`, `7/10` or `rest`",
            "A share is percent, per mille or a fraction. One of the parties can have `rest`, "
            "which is what is left. Wrong: `half` and `the rest`. Right: `1/2` and `rest`.",
        ),
    ),
    "AV209": Message(
        sv=Words(
            "`{text}` är utanför 0–100 %",
            "skriv en andel mellan 0 % och 100 %",
            "En part kan inte betala mindre än inget eller mer än allt. Skriv intäkter och bidrag "
            "som egna kostnadsposter med `kind: revenue` eller `kind: grant`.",
        ),
        en=Words(
            "`{text}` is outside 0–100%",
            "write a share between 0% and 100%",
            "A party cannot pay less than nothing or more than all. Write revenue and grants as "
            "cost items of their own with `kind: revenue` or `kind: grant`.",
        ),
    ),
    # --- Dates ----------------------------------------------------------------------------
    "AV210": Message(
        sv=Words(
            "`{text}` är inget datum",
            "skriv `{suggestion}`\nskriv året först: `ÅÅÅÅ-{day}`\nett datum skrivs som "
            "`2019-01-31`, en månad som `2019-10`",
            "Datum skrivs med år, månad och dag, så att alla läser dem lika. En månad går också: "
            "som början är den månadens första dag, som slut dess sista.",
        ),
        en=Words(
            "`{text}` is not a date",
            "write `{suggestion}`\nput the year first: `YYYY-{day}`\na date is written like "
            "`2019-01-31`, a month like `2019-10`",
            "Dates have year, month and day, so that everybody reads them alike. A month works "
            "too: as a beginning it is the month's first day, as an end its last.",
        ),
    ),
    "AV211": Message(
        sv=Words(
            "datumet `{text}` finns inte",
            "jämför dagen och månaden med avtalet\nmånadens sista dag är `{suggestion}`",
            "Månaden har inte så många dagar, eller så är månadens nummer över tolv. Dag och månad "
            "kan ha bytt plats, och ett fel datum kan flytta pengar mellan år.",
        ),
        en=Words(
            "the date `{text}` does not exist",
            "compare the day and the month with the paper\nthe month's last day is `{suggestion}`",
            "The month does not have so many days, or its number is above twelve. Day and month "
            "may have been swapped, and a wrong date can move money between years.",
        ),
    ),
    "AV212": Message(
        sv=Words(
            "`{text}` är inget år",
            "skriv `{suggestion}`\nett år är mellan 1900 och 2199 och har fyra siffror, som `2024`",
            "Här anges ett år, eller ett brutet räkenskapsår som `2023/24`. Ett år utanför "
            "1900–2199 är nästan alltid felskrivet. Fel: `24: 800 000 kr`. Rätt: `2024: 800 000 "
            "kr`.",
        ),
        en=Words(
            "`{text}` is not a year",
            "write `{suggestion}`\n"
            "a year is between 1900 and 2199 and has four digits, like `2024`",
            "This is a year, or a fiscal year like `2023/24`. A year outside 1900–2199 is nearly "
            "always a slip. Wrong: `24: 800 000 kr`. Right: `2024: 800 000 kr`.",
        ),
    ),
    "AV213": Message(
        sv=Words(
            "`{text}` är inte två år i följd",
            "skriv `{suggestion}`",
            "Ett brutet räkenskapsår börjar ett år och slutar nästa, så det andra talet är det "
            "första plus ett.",
        ),
        en=Words(
            "`{text}` is not two years in a row",
            "write `{suggestion}`",
            "A fiscal year that does not start in January ends in the next year, so the second "
            "number is the first plus one.",
        ),
    ),
    "AV214": Message(
        sv=Words(
            "`{text}` är ingen tidslängd",
            "skriv `{suggestion}`\n"
            "en längd skrivs som `2 years` eller `12 months` (`2 år` och `12 månader` går också)",
            "En förlängning eller uppsägningstid är ett helt antal år eller månader, med "
            "siffror. Fel: `sex månader`. Rätt: `6 months`.",
        ),
        en=Words(
            "`{text}` is not a length of time",
            "write `{suggestion}`\na length is written like `2 years` or `12 months` (`2 år` and "
            "`12 månader` work too)",
            "An extension or a notice period is a whole number of years or months, in digits. "
            "Wrong: `six months`. Right: `6 months`.",
        ),
    ),
    # --- Words ----------------------------------------------------------------------------
    "AV215": Message(
        sv=Words(
            "`{text}` kan inte vara ett id, som är ett kort namn",
            "skriv till exempel `{suggestion}`\n"
            "ett id har bokstäver, siffror, `-` och `_`, och börjar med en bokstav",
            "Ett id är det korta namn som resten av filen använder. Hela namnet skrivs efter "
            "kolon, med vilka tecken som helst. Fel: `Exempelby kommun: Exempelby kommun`. Rätt: "
            "`exempelby: Exempelby kommun`.",
        ),
        en=Words(
            "`{text}` cannot be an id, which is a short name",
            "write for example `{suggestion}`\n"
            "an id has letters, digits, `-` and `_`, and begins with a letter",
            "An id is the short name that the rest of the file uses. The full name comes after the "
            "colon, with any characters. Wrong: `Exempelby kommun: Exempelby kommun`. Right: "
            "`exempelby: Exempelby kommun`.",
        ),
    ),
    "AV216": Message(
        sv=Words(
            "`{text}` är ett av formatets egna ord och kan inte vara ett id",
            "välj ett annat kort namn, och använd det i resten av filen",
            "Ord som `rest`, `equal` och `by` har en bestämd betydelse i en fördelning, och `any`, "
            "`total` och `frame` i ett villkor på vad parterna betalar. Vore de också id:n kunde "
            "samma rad läsas på två sätt.",
        ),
        en=Words(
            "`{text}` is one of the format's own words and cannot be an id",
            "choose another short name, and use it in the rest of the file",
            "Words like `rest`, `equal` and `by` have a fixed meaning in a split, and `any`, "
            "`total` and `frame` in a condition on what the parties pay. If they were ids as well, "
            "one line could be read in two ways.",
        ),
    ),
    "AV217": Message(
        sv=Words(
            "texten har en radbrytning eller ett osynligt tecken: `{text}`",
            "skriv om texten, på en rad: `{suggestion}`",
            "Styrtecken och tecken som ändrar skrivriktningen kan få en text att visa något annat "
            "än den säger, och tillåts inte. Radbrytningar får finnas i `notes` och `assumptions`, "
            "men inte i namn och rubriker.",
        ),
        en=Words(
            "the text has a line break or an invisible character: `{text}`",
            "retype the text, on one line: `{suggestion}`",
            "Control characters and characters that change the writing direction can make a text "
            "show something else than it says, and are not allowed. Line breaks may be used in "
            "`notes` and `assumptions`, but not in names and titles.",
        ),
    ),
    "AV218": Message(
        sv=Words(
            "texten är tom",
            "skriv texten, eller ta bort hela raden",
            "En tom text säger inget, och mellanslag syns inte. Är värdet inte känt, ta bort hela "
            "raden.",
        ),
        en=Words(
            "the text is empty",
            "write the text, or remove the whole line",
            "An empty text says nothing, and spaces do not show. If the value is not known, remove "
            "the whole line.",
        ),
    ),
    "AV219": Message(
        sv=Words(
            "`{text}` är varken ja eller nej",
            "skriv `true` för ja, `false` för nej",
            "Här svarar filen ja eller nej på en fråga. `ja`, `nej`, `yes` och `no` går också. Ett "
            "nej är detsamma som att utelämna raden.",
        ),
        en=Words(
            "`{text}` is neither yes nor no",
            "write `true` for yes, `false` for no",
            "Here the file answers yes or no to a question. `ja`, `nej`, `yes` and `no` work too. "
            "A no is the same as leaving the line out.",
        ),
    ),
    "AV220": Message(
        sv=Words(
            "`{text}` är inget organisationsnummer: kontrollsiffran stämmer inte",
            "jämför siffrorna med avtalet; numret skrivs som `212000-1553`",
            "Ett organisationsnummer har tio siffror, och den sista är en kontrollsiffra. En "
            "siffra är fel, saknas eller har bytt plats. Är numret inte känt, ta bort raden.",
        ),
        en=Words(
            "`{text}` is not a Swedish organisation number: the check digit is wrong",
            "compare the digits with the paper; the number is written like `212000-1553`",
            "An organisation number has ten digits, and the last is a check digit. A digit is "
            "wrong, missing or swapped with another. If the number is not known, remove the line.",
        ),
    ),
    "AV221": Message(
        sv=Words(
            "`{text}` är inget helt tal med högst tre siffror",
            "skriv `{suggestion}`\nett helt tal skrivs som `3` eller `-1`",
            "Det här är ett antal: år, gånger, dagar. Det går bara i hela tal.",
        ),
        en=Words(
            "`{text}` is not a whole number of at most three digits",
            "write `{suggestion}`\na whole number is written like `3` or `-1`",
            "This is a count: of years, times or days. It must be a whole number.",
        ),
    ),
    "AV222": Message(
        sv=Words(
            "`{text}` kan inte användas här",
            "skriv `{suggestion}`\ntillåtna ord: {choices}",
            "Här används ett av några bestämda ord. De är på engelska, så att samma fil kan läsas "
            "av alla. Fel: `status: godkänd`. Rätt: `status: approved`.",
        ),
        en=Words(
            "`{text}` cannot be used here",
            "write `{suggestion}`\nallowed words: {choices}",
            "This is one of a few fixed words. They are the same in every language. Wrong: "
            "`status: godkänd`. Right: `status: approved`.",
        ),
    ),
    "AV223": Message(
        sv=Words(
            "{text} är ett flyttal, och flyttal är inte exakta",
            'skicka talet som text, `"{text}"`, eller som Fraction',
            "Det här händer bara när avtalet byggs i Python. Ett flyttal kan inte ens skriva tio "
            "öre exakt; text och bråk kan det.",
        ),
        en=Words(
            "{text} is a float, and floats are not exact",
            'pass the number as text, `"{text}"`, or as a Fraction',
            "This happens only when an agreement is built in Python. A float cannot even write "
            "ten öre exactly; text and fractions can.",
        ),
    ),
    "AV224": Message(
        sv=Words(
            "`{text}` är ingen dag på året",
            "skriv `{suggestion}`\nmånad och dag, som `11-01` för den 1 november",
            "Här anges en dag som återkommer varje år, utan årtal.",
        ),
        en=Words(
            "`{text}` is not a day of the year",
            "write `{suggestion}`\nmonth and day, like `11-01` for 1 November",
            "This is a day that recurs each year, without the year.",
        ),
    ),
    "AV226": Message(
        sv=Words(
            "`{text}` är ungefärligt, och här räknas det exakt",
            "skriv `{exact}` om det är avtalets siffra, och skriv i `notes` att den är ungefärlig",
            "Ett ungefärligt tal kan inte fördelas på öret. Antingen har parterna kommit överens "
            "om att räkna med det, eller så är det inte känt: ta då bort hela raden.",
        ),
        en=Words(
            "`{text}` is approximate, and the figures here are exact",
            "write `{exact}` if that is the agreement's figure, and write in `notes` that it is "
            "approximate",
            "An approximate number cannot be split to the öre. Either the parties have agreed to "
            "use it, or it is not known: then remove the whole line.",
        ),
    ),
    "AV227": Message(
        sv=Words(
            "`{text}` är inget värde",
            "ta bort raden om värdet inte är känt, eller bara `{text}` om värdet står på raderna "
            "under",
            "Är värdet inte känt, ta bort hela raden: resultatet blir då ofullständigt och anger "
            "vad som saknas. Skriv inte noll: noll är ett belopp, och någon skulle betala för "
            "lite.",
        ),
        en=Words(
            "`{text}` is not a value",
            "remove the line if the value is not known, or only `{text}` if the value is on the "
            "lines below",
            "If the value is not known, remove the whole line: the result is then incomplete and "
            "says what is missing. Do not write zero: zero is an amount, and somebody would pay "
            "too little.",
        ),
    ),
    "AV228": Message(
        sv=Words(
            "`{text}` är ingen valuta",
            "skriv `{suggestion}`\nen valuta skrivs med tre stora bokstäver, som `SEK`",
            "Valutan anges med sin kod enligt ISO 4217. Utan `currency` är valutan SEK.",
        ),
        en=Words(
            "`{text}` is not a currency",
            "write `{suggestion}`\na currency is three capital letters, like `SEK`",
            "The currency is given by its ISO 4217 code. Without `currency` it is SEK.",
        ),
    ),
    "AV229": Message(
        sv=Words(
            "`{text}` är ingen kommun- eller regionkod",
            "skriv fyra siffror för en kommun (`1489`), två för en region (`14`)",
            "Koden är SCB:s. Skriv ut inledande nollor.",
        ),
        en=Words(
            "`{text}` is not a municipality or region code",
            "write four digits for a municipality (`1489`), two for a region (`14`)",
            "The code is Statistics Sweden's. Write leading zeros.",
        ),
    ),
    "AV230": Message(
        sv=Words(
            "ett räkenskapsår börjar inte `{text}`",
            "skriv den första i en månad, som `07-01`",
            "Ett räkenskapsår börjar den första i en månad.",
        ),
        en=Words(
            "a fiscal year does not start on `{text}`",
            "write the first day of a month, like `07-01`",
            "A fiscal year starts on the first day of a month.",
        ),
    ),
    "AV231": Message(
        sv=Words(
            "`{text}` är ett brutet räkenskapsår, men avtalets år är kalenderår",
            "skriv `{suggestion}`, eller ange överst när året börjar: "
            '`fiscal_year: {starts: "07-01"}`',
            "Ett år som `2023/24` går bara när räkenskapsåret inte börjar i januari.",
        ),
        en=Words(
            "`{text}` is a fiscal year over two calendar years, but the agreement's years are "
            "calendar years",
            "write `{suggestion}`, or say at the top when the year starts: "
            '`fiscal_year: {starts: "07-01"}`',
            "A year like `2023/24` needs a fiscal year that does not start in January.",
        ),
    ),
    "AV235": Message(
        sv=Words(
            "texten är längre än {most} tecken: `{text}`",
            "skriv kortare, och det som behöver förklaras i avtalets `notes`",
            "Namn, titlar och källor visas i tabeller och upprepas på många rader. Längre "
            "förklaringar hör hemma i avtalets `notes`, som inte har någon sådan gräns.",
        ),
        en=Words(
            "the text is longer than {most} characters: `{text}`",
            "write it shorter, and what needs explaining in the agreement's `notes`",
            "Names, titles and sources are shown in tables and repeated on many rows. Longer "
            "explanations belong in the agreement's `notes`, which have no such bound.",
        ),
    ),
    "AV236": Message(
        sv=Words(
            "`{text}` är inget kontonummer",
            "skriv siffror, och gärna kontots namn efter ett mellanslag: `1511 Kundfordringar`",
            "Ett konto anges med sitt nummer i partens egen kontoplan. Namnet följer med i "
            "SIE-filen.",
        ),
        en=Words(
            "`{text}` is not an account number",
            "write digits, and if you like the account's name after a space: `1511 Receivables`",
            "An account is given by its number in the party's own chart of accounts. The name "
            "follows in the SIE file.",
        ),
    ),
    "AV234": Message(
        sv=Words(
            "`{text}` kan vara räkenskapsåret {ends} eller {starts}",
            "skriv `{ends}` eller `{starts}`\n"
            "från kalenderårets början: skriv `{day}`\n"
            "eller ange en gång för alla vad ett år i filen heter: `{named_end}` efter året det "
            "slutar, `{named_start}` efter året det börjar",
            "Ett räkenskapsår som inte börjar i januari finns i två kalenderår, och papper "
            "använder båda som namn: FY2016 slutar 2016 i USA och Australien. Programmet gissar "
            "inte. Med `named` går både `2016` och `FY2016` att skriva. Observationer i "
            "fördelningsnycklar och index är kalenderår och berörs inte.",
        ),
        en=Words(
            "`{text}` may be the fiscal year {ends} or {starts}",
            "write `{ends}` or `{starts}`\n"
            "from the start of the calendar year: write `{day}`\n"
            "or say once what a year is called in the file: `{named_end}` by the year it ends in, "
            "`{named_start}` by the year it starts in",
            "A fiscal year that does not start in January is in two calendar years, and papers use "
            "both as its name: FY2016 ends in 2016 in the United States and Australia. The program "
            "does not guess. With `named` both `2016` and `FY2016` can be written. Observations in "
            "keys and indices are calendar years and are not concerned.",
        ),
    ),
    "AV232": Message(
        sv=Words(
            "formatets version `{text}` finns inte",
            "skriv `avtalskalk: 1`",
            "Den första raden anger vilken version av formatet filen är skriven i, så att den kan "
            "läsas likadant om tio år. Det här programmet kan version 1.",
        ),
        en=Words(
            "there is no version `{text}` of the format",
            "write `avtalskalk: 1`",
            "The first line says which version of the format the file is written in, so that it "
            "reads the same in ten years. This program knows version 1.",
        ),
    ),
    "AV233": Message(
        sv=Words(
            "`{text}` är ett pris, inte beloppet för ett år",
            "om pris gånger antal ska fördelas, skriv på egna rader `{priced}` och `{counted}`\nom "
            "var och en betalar för sina, skriv på egna rader `{each}` och `{per}`",
            "Ett belopp gäller ett år. Ett pris skrivs med det som det multipliceras med: `price: "
            "1 150 kr` med `quantity: 12` är 12 månader, och summan fördelas. `price: 31,25 kr` "
            "med `per: population` är vad varje part betalar för sina invånare, och inget "
            "fördelas. Fel: `amount: 1 150 kr per månad`.",
        ),
        en=Words(
            "`{text}` is a price, not the amount for a year",
            "if price times quantity is split, write on lines of their own `{priced}` and "
            "`{counted}`\nif each party pays for its own, write on lines of their own `{each}` and "
            "`{per}`",
            "An amount is for a year. A price is written with what it is multiplied by: `price: 1 "
            "150 kr` with `quantity: 12` is 12 months, and the sum is split. `price: 31.25 kr` "
            "with `per: population` is what each party pays for its inhabitants, and nothing is "
            "split. Wrong: `amount: 1 150 kr per month`.",
        ),
    ),
    # --- Structure ------------------------------------------------------------------------
    "AV290": Message(
        sv=Words(
            "`{key}` är samma som `{first}`, som redan finns här",
            "ta bort den ena raden, eller rätta den",
            "Samma år eller dag kan skrivas på flera sätt, men bara en gång. Annars avgör slumpen "
            "vilket värde som gäller.",
        ),
        en=Words(
            "`{key}` is the same as `{first}`, which is already here",
            "remove one of the lines, or correct it",
            "A year or a day can be written in several ways, but only once. Otherwise chance "
            "decides which value applies.",
        ),
    ),
    "AV291": Message(
        sv=Words(
            "fältet `{key}` kan inte användas här",
            "menade du `{nearest}`?\n`{key}` hör hemma under `{elsewhere}`\n"
            "`{key}` hör hemma i en post under `{within}`\ntillåtna fält här: {choices}",
            "Formatet känner inte till fältet på den här platsen: det är felstavat, skrivet på "
            "svenska eller för mycket eller för lite indraget. Fältet hoppas inte över, för då "
            "kunde en felstavad regel sakna verkan i åratal utan att någon såg det.",
        ),
        en=Words(
            "the field `{key}` cannot be used here",
            "did you mean `{nearest}`?\n`{key}` belongs under `{elsewhere}`\n"
            "`{key}` belongs in an entry under `{within}`\nfields allowed here: {choices}",
            "The format does not know this field in this place: it is misspelt, in another "
            "language, or indented too much or too little. It is not skipped, because a misspelt "
            "rule could then have no effect for years and nobody would notice.",
        ),
    ),
    "AV292": Message(
        sv=Words(
            "`{key}` saknas",
            "lägg till `{line}`",
            "Fältet krävs. I ett avtal krävs `avtalskalk`, `id`, `title`, minst två `parties` och "
            "minst en period; allt annat kan utelämnas. Vissa fält hör ihop: en mängd har ett "
            "pris, ett procentpåslag `percent` och `of`, ett tak eller golv anger med `difference` "
            "vem som tar skillnaden (`others`, en part eller `none`), en indexklausul har `series` "
            "med `base`, eller `yearly` med `from`. En testfil har `cases`, och varje test ett "
            "`year` (eller `years: 2019..2022`).",
        ),
        en=Words(
            "`{key}` is missing",
            "add `{line}`",
            "The field is required. An agreement requires `avtalskalk`, `id`, `title`, at least "
            "two `parties` and at least one period; everything else can be left out. Some fields "
            "belong together: a quantity has a price, an overhead `percent` and `of`, a cap or "
            "floor says with `difference` who takes the difference (`others`, a party or `none`), "
            "an index clause has `series` with `base`, or `yearly` with `from`. A test file has "
            "`cases`, and each test a `year` (or `years: 2019..2022`).",
        ),
    ),
    "AV293": Message(
        sv=Words(
            "här behövs rader med namn och värde, inte `{got}`",
            "skriv på raden under, längre in: `{example}`\n"
            "varje rad är ett namn, ett kolon, ett mellanslag och ett värde",
            "Här finns flera namngivna värden, som år eller parter. Ett ensamt värde eller en "
            "lista (rader med streck) visar inte vad som är vad. Fel: `budget: 800 000 kr`. Rätt: "
            "`budget:` och på raden under, längre in, `2024: 800 000 kr`.",
        ),
        en=Words(
            "this must be lines with a name and a value, not `{got}`",
            "write on the line below, further in: `{example}`\n"
            "each line is a name, a colon, a space and a value",
            "There are several named values here, such as years or parties. A single value or a "
            "list (lines with dashes) does not show which is which. Wrong: `budget: 800 000 kr`. "
            "Right: `budget:` and on the line below, further in, `2024: 800 000 kr`.",
        ),
    ),
    "AV294": Message(
        sv=Words(
            "här behövs en lista, inte `{got}`",
            "skriv `{example}`\nvarje post i en lista börjar med ett streck och ett mellanslag",
            "Ordningen i listan har betydelse. Varje post börjar på en egen rad med ett streck, "
            "och det som hör till den kommer under, lika långt in som det första ordet. Korta "
            "listor kan skrivas inom hakparenteser: `[a, b]`.",
        ),
        en=Words(
            "this must be a list, not `{got}`",
            "write `{example}`\neach entry of a list begins with a dash and a space",
            "The order of the list matters. Each entry begins on a line of its own with a dash, "
            "and what belongs to it comes below, as far in as its first word. Short lists can be "
            "written in brackets: `[a, b]`.",
        ),
    ),
    "AV295": Message(
        sv=Words(
            "här behövs ett enda värde, inte `{got}`",
            "skriv `{example}`\nvärdet skrivs på samma rad, efter kolonet",
            "Fältet har ett värde, inte flera. Har ett komma eller ett kolon delat texten av "
            "misstag, sätt citattecken runt den.",
        ),
        en=Words(
            "this must be a single value, not `{got}`",
            "write `{example}`\nthe value comes on the same line, after the colon",
            "The field has one value, not several. If a comma or a colon split the text by "
            "mistake, put quotes around it.",
        ),
    ),
    "AV296": Message(
        sv=Words(
            "här är det tomt, och minst {least} krävs",
            "lägg till det som saknas, eller ta bort hela raden",
            "En tom lista, eller ett namn utan något under sig, säger inget. Är inget känt, ta "
            "bort hela raden.",
        ),
        en=Words(
            "this is empty, and at least {least} is required",
            "add what is missing, or remove the whole line",
            "An empty list, or a name with nothing below it, says nothing. If nothing is known, "
            "remove the whole line.",
        ),
    ),
    "AV297": Message(
        sv=Words(
            "{rule}: {keys}",
            "behåll ett av dem: {stated}\ntill exempel {examples}",
            "Fälten svarar på samma fråga, och två svar eller inget går inte att räkna på. En "
            "fördelning är av ett slag; skriv flera slag tillsammans som `mix` eller `steps`. Ett "
            "belopp är känt i sin helhet (`value`) eller genom en parts del av det (`known_part`). "
            "Ett pris multipliceras med en mängd (`quantity`) eller med varje parts värde i en "
            "fördelningsnyckel (`per`). Ett tak eller golv gäller en part (`party`) eller alla "
            "(`each`). En fördelningsnyckel eller ett index har värden, en formel eller en fil; en "
            "fördelningsnyckel utan något av dem saknar sina värden.",
        ),
        en=Words(
            "{rule}: {keys}",
            "keep one of them: {stated}\nfor example {examples}",
            "The fields answer the same question, and with two answers or none nothing can be "
            "calculated. A split is of one kind; write several kinds together as `mix` or `steps`. "
            "An amount is known whole (`value`) or through one party's part of it (`known_part`). "
            "A price is multiplied by a quantity (`quantity`) or by each party's value of a key "
            "(`per`). A cap or floor applies to one party (`party`) or to all (`each`). A key or "
            "an index has values, a formula or a file; a key with none of them lacks its values.",
        ),
    ),
}
