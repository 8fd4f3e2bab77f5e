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
            "Rätt: `1,9 mkr`. Ett belopp som inte är känt utelämnas, hela raden.",
        ),
        en=Words(
            "`{text}` is not an amount",
            "write `{suggestion}`\n"
            "an amount is written like `1 914 476 kr`, `1914476.50`, `1 914 tkr` or `1.9 mkr`",
            "An amount is digits with spaces between the thousands, at most one decimal mark and "
            "kr, tkr or mkr after it if you like. It is read exactly. Wrong: `1.9 million "
            "kronor`. Right: `1.9 mkr`. An amount that is not known is left out, the whole line.",
        ),
    ),
    "AV202": Message(
        sv=Words(
            "`{text}` kan läsas på två sätt: tusental eller decimaler?",
            "skriv `{thousands}` om det är tusental\nskriv `{decimals}` om det är decimaler",
            "Tre siffror efter en punkt eller ett komma kan vara tusental eller decimaler, och "
            "skillnaden är tusen gånger. Programmet gissar inte: tusental skrivs med mellanslag, "
            "decimaler med ett annat antal siffror.",
        ),
        en=Words(
            "`{text}` can be read in two ways: thousands or decimals?",
            "write `{thousands}` if these are thousands\nwrite `{decimals}` if these are decimals",
            "Three digits after a point or a comma can be thousands or decimals, and the "
            "difference is a thousandfold. Nothing is guessed: thousands are written with spaces, "
            "decimals with another number of digits.",
        ),
    ),
    "AV203": Message(
        sv=Words(
            "`{text}` har fler decimaler än {currency} har ({digits})",
            "skriv beloppet som det ska betalas, med högst {digits} decimaler",
            "Ett belopp är pengar som någon betalar, och det finns inget mindre än valutans "
            "minsta enhet. Priser som ska gångras med en mängd får ha upp till tolv decimaler: "
            "`price: 31,125`.",
        ),
        en=Words(
            "`{text}` has more decimals than {currency} has ({digits})",
            "write the amount as it is to be paid, with at most {digits} decimals",
            "An amount is money that somebody pays, and nothing is smaller than the currency's "
            "smallest unit. Prices that are multiplied by a quantity may have up to twelve "
            "decimals: `price: 31.125`.",
        ),
    ),
    "AV204": Message(
        sv=Words(
            "`{text}` är inte i avtalets valuta, {currency}",
            "skriv beloppet i {currency}, eller ange valutan överst: `currency: EUR`",
            "Alla belopp i ett avtal är i en och samma valuta, SEK om inget annat sägs. Orden kr, "
            "tkr och mkr går bara för svenska, norska och danska kronor.",
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
            "Nyckeltal, indextal, mängder och gränser skrivs som rena tal, utan enhet. "
            "Mellanslag står bara mellan grupper om tre siffror. Fel: `4 080 besök`. Rätt: `4 "
            "080`.",
        ),
        en=Words(
            "`{text}` is not a number",
            "write `{suggestion}`, without a unit\n"
            "a number is written like `42 382`, `293.85` or `0.125`",
            "Values of keys and indices, quantities and bounds are plain numbers without a unit. "
            "Spaces stand only between groups of three digits. Wrong: `4 080 visits`. Right: `4 "
            "080`.",
        ),
    ),
    "AV206": Message(
        sv=Words(
            "`{text}` har för många siffror",
            "högst 18 siffror före decimaltecknet och 12 efter",
            "Gränsen ligger långt över varje offentlig budget. Ett längre tal är nästan alltid en "
            "inklistrad rad eller två tal som hamnat ihop.",
        ),
        en=Words(
            "`{text}` has too many digits",
            "at most 18 digits before the decimal mark and 12 after it",
            "The limit lies far above any public budget. A longer number is nearly always a line "
            "pasted in, or two numbers that ended up together.",
        ),
    ),
    "AV207": Message(
        sv=Words(
            "andelen `{text}` saknar enhet",
            "skriv `{percent}`, om det är den andelen\n"
            "skriv `{literal}`, om det verkligen är så lite",
            "Ett ensamt tal kan vara procent eller delar av ett, så en andel skrivs alltid med "
            "enhet, även när den är noll och även i `floor` och `cap`. Fel: `70`, `0,7` och "
            "`floor: 0`. Rätt: `70 %`, `7/10` och `floor: 0 %`.",
        ),
        en=Words(
            "the share `{text}` lacks its unit",
            "write `{percent}`, if that is the share\nwrite `{literal}`, if it really is so little",
            "A bare number can be percent or parts of one, so a share always has its unit, also "
            "where it is zero and also in `floor` and `cap`. Wrong: `70`, `0.7` and `floor: 0`. "
            "Right: `70 %`, `7/10` and `floor: 0 %`.",
        ),
    ),
    "AV208": Message(
        sv=Words(
            "`{text}` är ingen andel",
            "skriv `{suggestion}`\nen andel skrivs som `70 %`, `12,5 %`, `7/10` eller `rest`",
            "En andel är procent, promille eller ett bråk. `rest` är det som blir kvar när de "
            "andra har fått sitt, och kan stå för en av parterna. Fel: `hälften` och `resten`. "
            "Rätt: `1/2` och `rest`.",
        ),
        en=Words(
            "`{text}` is not a share",
            "write `{suggestion}`\na share is written like `70 %`, `12.5 %`, `7/10` or `rest`",
            "A share is percent, per mille or a fraction. `rest` is what is left when the others "
            "have theirs, and can stand for one of the parties. Wrong: `half` and `the rest`. "
            "Right: `1/2` and `rest`.",
        ),
    ),
    "AV209": Message(
        sv=Words(
            "`{text}` är utanför 0–100 %",
            "skriv en andel mellan 0 % och 100 %",
            "En part kan inte bära mindre än inget eller mer än allt. Intäkter och bidrag skrivs "
            "som egna poster med `kind: revenue` eller `kind: grant`.",
        ),
        en=Words(
            "`{text}` is outside 0–100 %",
            "write a share between 0 % and 100 %",
            "A party cannot bear less than nothing or more than all. Revenue and grants are items "
            "of their own with `kind: revenue` or `kind: grant`.",
        ),
    ),
    # --- Dates ----------------------------------------------------------------------------
    "AV210": Message(
        sv=Words(
            "`{text}` är inget datum",
            "skriv `{suggestion}`\nsätt året före: `ÅÅÅÅ-{day}`\n"
            "ett datum skrivs som `2019-01-31`, en månad som `2019-10`",
            "Datum skrivs med år, månad och dag, så att de läses lika överallt. En månad går "
            "också: som början är det månadens första dag, som slut dess sista.",
        ),
        en=Words(
            "`{text}` is not a date",
            "write `{suggestion}`\nput the year before it: `YYYY-{day}`\n"
            "a date is written like `2019-01-31`, a month like `2019-10`",
            "Dates have year, month and day, so that they read the same everywhere. A month will "
            "do as well: as a beginning it is the month's first day, as an end its last.",
        ),
    ),
    "AV211": Message(
        sv=Words(
            "`{text}` finns inte i kalendern",
            "kontrollera dagen och månaden mot papperet\nmånadens sista dag är `{suggestion}`",
            "Månaden har inte så många dagar, eller så är månaden större än tolv. Dag och månad "
            "kan ha bytt plats: ett förväxlat datum kan flytta pengar mellan år.",
        ),
        en=Words(
            "`{text}` is not in the calendar",
            "check the day and the month with the paper\nthe month's last day is `{suggestion}`",
            "The month does not have so many days, or is above twelve. Day and month may have "
            "changed places: a mistaken date can move money between years.",
        ),
    ),
    "AV212": Message(
        sv=Words(
            "`{text}` är inget år",
            "skriv `{suggestion}`\nett år är mellan 1900 och 2199 och har fyra siffror, som `2024`",
            "Här står ett år, eller ett brutet räkenskapsår som `2023/24`. År utanför 1900–2199 "
            "är nästan alltid felskrivna. Fel: `24: 800 000 kr`. Rätt: `2024: 800 000 kr`.",
        ),
        en=Words(
            "`{text}` is not a year",
            "write `{suggestion}`\n"
            "a year is between 1900 and 2199 and has four digits, like `2024`",
            "Here stands a year, or a fiscal year like `2023/24`. A year outside 1900–2199 is "
            "nearly always a slip. Wrong: `24: 800 000 kr`. Right: `2024: 800 000 kr`.",
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
            "A fiscal year that does not start in January ends in the year after, so the second "
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
            "write `{suggestion}`\n"
            "a length is written like `2 years` or `12 months` (`2 år` and `12 månader` will do "
            "as well)",
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
            "Ett id är det korta namn som resten av filen använder. Det fullständiga namnet "
            "skrivs efter kolon, med vilka tecken som helst. Fel: `Exempelby kommun: Exempelby "
            "kommun`. Rätt: `exempelby: Exempelby kommun`.",
        ),
        en=Words(
            "`{text}` cannot be an id, which is a short name",
            "write for example `{suggestion}`\n"
            "an id has letters, digits, `-` and `_`, and begins with a letter",
            "An id is the short name that the rest of the file uses. The full name comes after "
            "the colon, in any characters. Wrong: `Exempelby kommun: Exempelby kommun`. Right: "
            "`exempelby: Exempelby kommun`.",
        ),
    ),
    "AV216": Message(
        sv=Words(
            "`{text}` är ett av formatets egna ord och kan inte vara ett id",
            "välj ett annat kort namn, och låt resten av filen använda det",
            "Ord som `rest`, `equal` och `by` betyder något bestämt i en fördelning. Vore de "
            "också id:n kunde samma rad läsas på två sätt.",
        ),
        en=Words(
            "`{text}` is one of the format's own words and cannot be an id",
            "choose another short name, and let the rest of the file use it",
            "Words like `rest`, `equal` and `by` mean something in a split. If they were ids as "
            "well, one line could be read in two ways.",
        ),
    ),
    "AV217": Message(
        sv=Words(
            "texten har en radbrytning eller ett tecken som inte syns: `{text}`",
            "skriv texten på nytt, på en rad: `{suggestion}`",
            "Styrtecken och tecken som vänder skrivriktningen kan få en text att visa något "
            "annat än den säger. De tas inte emot; radbrytningar får stå i `notes` och "
            "`assumptions`, men inte i namn och rubriker.",
        ),
        en=Words(
            "the text has a line break or a character that does not show: `{text}`",
            "write the text anew, on one line: `{suggestion}`",
            "Control characters and marks that turn the writing direction can make a text show "
            "something else than it says. They are refused; line breaks may stand in `notes` and "
            "`assumptions`, but not in names and titles.",
        ),
    ),
    "AV218": Message(
        sv=Words(
            "här saknas en text",
            "skriv texten, eller ta bort hela raden",
            "En tom text säger inget, och mellanslag syns inte. Det som inte är känt utelämnas, "
            "rad och allt.",
        ),
        en=Words(
            "a text is missing here",
            "write the text, or take the whole line away",
            "An empty text says nothing, and spaces do not show. What is not known is left out, "
            "line and all.",
        ),
    ),
    "AV219": Message(
        sv=Words(
            "`{text}` är varken ja eller nej",
            "skriv `true` för ja, `false` för nej",
            "Här svarar filen på en fråga med ja eller nej. `ja`, `nej`, `yes` och `no` går "
            "också. Ett nej är detsamma som att raden inte står.",
        ),
        en=Words(
            "`{text}` is neither yes nor no",
            "write `true` for yes, `false` for no",
            "Here the file answers a question with yes or no. `ja`, `nej`, `yes` and `no` will "
            "do as well. A no is the same as leaving the line out.",
        ),
    ),
    "AV220": Message(
        sv=Words(
            "`{text}` är inget organisationsnummer: kontrollsiffran stämmer inte",
            "jämför siffrorna med papperet; det skrivs som `212000-1553`",
            "Ett organisationsnummer har tio siffror, och den sista är en kontrollsiffra. En "
            "siffra är fel, fattas eller har bytt plats. Är numret inte känt utelämnas raden.",
        ),
        en=Words(
            "`{text}` is not a Swedish organisation number: the check digit does not fit",
            "compare the digits with the paper; it is written like `212000-1553`",
            "An organisation number has ten digits, and the last one checks the others. A digit "
            "is wrong, missing or has changed places. Where the number is not known the line is "
            "left out.",
        ),
    ),
    "AV221": Message(
        sv=Words(
            "`{text}` är inget helt tal",
            "skriv `{suggestion}`\nett helt tal skrivs som `3` eller `-1`",
            "Här räknas något: år, gånger, dagar. Det går bara i hela tal.",
        ),
        en=Words(
            "`{text}` is not a whole number",
            "write `{suggestion}`\na whole number is written like `3` or `-1`",
            "Something is counted here: years, times, days. That takes whole numbers.",
        ),
    ),
    "AV222": Message(
        sv=Words(
            "`{text}` går inte att välja här",
            "skriv `{suggestion}`\nhär går att välja: {choices}",
            "Här står ett av några bestämda ord. De är på engelska, så att samma fil kan läsas "
            "av alla. Fel: `status: godkänd`. Rätt: `status: approved`.",
        ),
        en=Words(
            "`{text}` is no choice here",
            "write `{suggestion}`\nthe choices are: {choices}",
            "One of a few words stands here. They are the same in every language. Wrong: "
            "`status: godkänd`. Right: `status: approved`.",
        ),
    ),
    "AV223": Message(
        sv=Words(
            "{text} är ett flyttal, och flyttal är inte exakta",
            'skicka talet som text, `"{text}"`, eller som Fraction',
            "Det här händer bara när avtalet byggs i Python. Flyttal kan inte skriva ens tio öre "
            "exakt; text och bråk kan det.",
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
            "Här står en dag som återkommer varje år, utan årtal.",
        ),
        en=Words(
            "`{text}` is not a day of the year",
            "write `{suggestion}`\nmonth and day, like `11-01` for 1 November",
            "Here stands a day that recurs each year, without the year.",
        ),
    ),
    "AV226": Message(
        sv=Words(
            "`{text}` är ungefärligt, och här räknas det exakt",
            "skriv `{exact}` om det är siffran i papperet, och säg i `notes` att den är ungefärlig",
            "Ett ungefärligt tal kan inte fördelas på öret. Antingen är talet det som parterna "
            "har kommit överens om att räkna med, eller så är det inte känt och utelämnas, rad "
            "och allt.",
        ),
        en=Words(
            "`{text}` is approximate, and the figures here are exact",
            "write `{exact}` if that is the paper's figure, and say in `notes` that it is rough",
            "An approximate number cannot be split to the öre. Either it is what the parties "
            "have agreed to reckon with, or it is not known and is left out, line and all.",
        ),
    ),
    "AV227": Message(
        sv=Words(
            "`{text}` är inget värde att räkna med",
            "ta bort raden, om värdet inte är känt; resultaten säger då vad som saknas",
            "Det som inte är känt utelämnas, rad och allt. Då blir det som behöver värdet "
            "ofullständigt, och det sägs vad som fattas. Skriv inte noll: noll är ett belopp, "
            "och någon skulle betala för lite.",
        ),
        en=Words(
            "`{text}` is no value to reckon with",
            "take the line away if the value is not known; the results then say what is missing",
            "What is not known is left out, line and all. Whatever needs the value is then "
            "incomplete, and it is said what is missing. Do not write zero: zero is an amount, "
            "and somebody would pay too little.",
        ),
    ),
    "AV228": Message(
        sv=Words(
            "`{text}` är ingen valuta",
            "skriv `{suggestion}`\nen valuta skrivs med tre stora bokstäver, som `SEK`",
            "Valutan anges med sin kod enligt ISO 4217. Utan `currency` är den SEK.",
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
            "en kommun har fyra siffror (`1489`), en region två (`14`)",
            "Koden är SCB:s. Inledande nollor skrivs ut.",
        ),
        en=Words(
            "`{text}` is not a municipality or region code",
            "a municipality has four digits (`1489`), a region two (`14`)",
            "The code is Statistics Sweden's. Leading zeros are written.",
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
            "write the first of a month, like `07-01`",
            "A fiscal year starts on the first of a month.",
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
            "`{text}` is a split fiscal year, but the agreement's years are calendar years",
            "write `{suggestion}`, or say at the top when the year starts: "
            '`fiscal_year: {starts: "07-01"}`',
            "A year like `2023/24` needs a fiscal year that does not start in January.",
        ),
    ),
    "AV232": Message(
        sv=Words(
            "formatets version `{text}` finns inte",
            "skriv `avtalskalk: 1`",
            "Den första raden säger vilken version av formatet filen är skriven i, så att den kan "
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
            "skriv på egna rader `{priced}` och `{counted}`: priset gånger antalet delas\n"
            "skriv på egna rader `{each}` och `{per}`: var och en betalar för sina, inget delas",
            "Ett belopp gäller ett år. Ett pris skrivs med hur många det gångras med: `price: 1 "
            "150 kr` med `quantity: 12` är 12 månader, och summan delas. `price: 31,25 kr` med "
            "`per: population` är vad varje part betalar för sina invånare, och där delas inget. "
            "Fel: `amount: 1 150 kr per månad`.",
        ),
        en=Words(
            "`{text}` is a price, not the amount of a year",
            "write on lines of their own `{priced}` and `{counted}`: price times quantity is "
            "split\n"
            "write on lines of their own `{each}` and `{per}`: each pays for its own, nothing is "
            "split",
            "An amount is for a year. A price is written with how many it is multiplied by: "
            "`price: 1 150 kr` with `quantity: 12` is 12 months, and the sum is split. `price: "
            "31.25 kr` with `per: population` is what each party pays for its inhabitants, and "
            "nothing is split. Wrong: `amount: 1 150 kr per month`.",
        ),
    ),
    # --- Structure ------------------------------------------------------------------------
    "AV290": Message(
        sv=Words(
            "`{key}` är samma som `{first}`, som redan står här",
            "ta bort den ena raden, eller rätta året",
            "Samma år eller dag kan skrivas på flera sätt, men bara en gång. Annars vore det "
            "slumpen som avgjorde vilket värde som gällde.",
        ),
        en=Words(
            "`{key}` is the same as `{first}`, which already stands here",
            "take one of the lines away, or mend the year",
            "A year or a day can be written in several ways, but only once. Otherwise chance "
            "would decide which value held.",
        ),
    ),
    "AV291": Message(
        sv=Words(
            "`{key}` kan inte stå här",
            "menade du `{nearest}`?\n`{key}` hör hemma under `{elsewhere}`\nhär kan stå: {choices}",
            "Formatet känner inte ordet på den här platsen: det är felstavat, står på svenska "
            "eller har hamnat för långt in eller ut. Det hoppas inte över, för då kunde en "
            "felstavad regel vara utan verkan i åratal utan att någon såg det.",
        ),
        en=Words(
            "`{key}` cannot stand here",
            "did you mean `{nearest}`?\n`{key}` belongs under `{elsewhere}`\n"
            "this can stand here: {choices}",
            "The format does not know the word at this place: it is misspelt, is in another "
            "language or stands too far in or out. It is not passed over, for then a misspelt "
            "rule could be without effect for years and nobody would see.",
        ),
    ),
    "AV292": Message(
        sv=Words(
            "`{key}` saknas",
            "lägg till `{line}`",
            "Det här måste stå för att resten ska gå att förstå. I ett avtal är det "
            "`avtalskalk`, `id`, `title`, minst två `parties` och minst en period; allt annat "
            "kan utelämnas. Somligt hör ihop: en mängd har ett pris, ett påslag `percent` och "
            "`of`, en gräns säger med `difference` vem som tar mellanskillnaden (`others`, en "
            "part eller `none`), en indexklausul har `series` med `base`, eller `yearly` med "
            "`from`. En testfil har `cases`, och varje test ett `year` (eller `years: "
            "2019..2022`).",
        ),
        en=Words(
            "`{key}` is missing",
            "add `{line}`",
            "This must be there for the rest to make sense. In an agreement that is "
            "`avtalskalk`, `id`, `title`, at least two `parties` and at least one period; all "
            "else can be left out. Some things go together: a quantity has a price, an overhead "
            "`percent` and `of`, a limit says with `difference` who takes the difference "
            "(`others`, a party or `none`), an index clause has `series` with `base`, or "
            "`yearly` with `from`. A test file has `cases`, and each test a `year` (or `years: "
            "2019..2022`).",
        ),
    ),
    "AV293": Message(
        sv=Words(
            "här ska det stå rader med namn och värde, inte `{got}`",
            "skriv på raden under, längre in: `{example}`\n"
            "varje rad är ett namn, ett kolon, ett mellanslag och ett värde",
            "Platsen delar upp sig i flera namngivna värden, som år eller parter. Ett ensamt "
            "värde eller en lista (rader med streck) säger inte vad som är vad. Fel: `budget: "
            "800 000 kr`. Rätt: `budget:` och på raden under, längre in, `2024: 800 000 kr`.",
        ),
        en=Words(
            "lines with a name and a value are to stand here, not `{got}`",
            "write on the line below, further in: `{example}`\n"
            "each line is a name, a colon, a space and a value",
            "This place divides into several named values, such as years or parties. A single "
            "value or a list (lines with dashes) does not say which is which. Wrong: `budget: "
            "800 000 kr`. Right: `budget:` and on the line below, further in, `2024: 800 000 kr`.",
        ),
    ),
    "AV294": Message(
        sv=Words(
            "här ska det stå en lista, inte `{got}`",
            "skriv `{example}`\nvarje post i en lista börjar med ett streck och ett mellanslag",
            "Platsen är en lista, där ordningen betyder något. Varje post börjar på egen rad med "
            "ett streck, och det som hör till den står under, lika långt in som det första "
            "ordet. Korta listor kan stå inom hakparenteser: `[a, b]`.",
        ),
        en=Words(
            "a list is to stand here, not `{got}`",
            "write `{example}`\neach entry of a list begins with a dash and a space",
            "This place is a list, in which the order matters. Each entry begins on a line of "
            "its own with a dash, and what belongs to it stands below, as far in as its first "
            "word. Short lists can stand in brackets: `[a, b]`.",
        ),
    ),
    "AV295": Message(
        sv=Words(
            "här ska det stå ett enda värde, inte `{got}`",
            "skriv `{example}`\nvärdet står på samma rad, efter kolonet",
            "Platsen har ett värde, inte flera. Är texten uppdelad av misstag, av ett komma "
            "eller ett kolon, sätt citattecken om den.",
        ),
        en=Words(
            "a single value is to stand here, not `{got}`",
            "write `{example}`\nthe value stands on the same line, after the colon",
            "This place has one value, not several. If the text came apart by mistake, at a "
            "comma or a colon, put quotes around it.",
        ),
    ),
    "AV296": Message(
        sv=Words(
            "här är det tomt, och minst {least} måste stå",
            "lägg till det som saknas, eller ta bort hela raden",
            "En tom lista, eller ett namn utan något under sig, säger inget. Det som inte är "
            "känt utelämnas, rad och allt.",
        ),
        en=Words(
            "this is empty, and at least {least} must stand",
            "add what is missing, or take the whole line away",
            "An empty list, or a name with nothing below it, says nothing. What is not known is "
            "left out, line and all.",
        ),
    ),
    "AV297": Message(
        sv=Words(
            "{rule}: {keys}",
            "behåll ett av dem: {stated}\ntill exempel {examples}",
            "Nycklarna svarar på samma fråga, och två svar eller inget går inte att räkna på. "
            "En fördelning är av ett slag; flera slag tillsammans är en `mix` eller `steps`. "
            "Ett belopp är känt i sin helhet (`value`) eller genom en parts del av det "
            "(`known_part`). Ett pris gångras med en mängd (`quantity`) eller med varje parts "
            "värde av en nyckel (`per`). En gräns gäller en part (`party`) eller alla (`each`). "
            "En nyckel eller ett index har värden, en formel eller en fil, och en nyckel utan "
            "något av dem väntar på sina värden.",
        ),
        en=Words(
            "{rule}: {keys}",
            "keep one of them: {stated}\nfor instance {examples}",
            "The keys answer the same question, and with two answers or none nothing can be "
            "computed. A split is of one kind; several kinds together are a `mix` or `steps`. "
            "An amount is known whole (`value`) or through one party's part of it "
            "(`known_part`). A price is multiplied by a quantity (`quantity`) or by each "
            "party's value of a key (`per`). A limit is for one party (`party`) or for all "
            "(`each`). A key or an index has values, a formula or a file, and a key with none "
            "of them waits for its values.",
        ),
    ),
}
