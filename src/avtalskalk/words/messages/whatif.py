"""Words about what is asked to be changed in a what-if, and about thresholds (AV75–AV77)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- What is asked for ----------------------------------------------------------------
    "AV750": Message(
        sv=Words(
            "avtalet har ingen {what} `{name}`",
            "menade du `{nearest}`?\navtalet har: {known}",
            "Det som ändras anges med sitt id, ordet före kolon i avtalet: `--cost drift=+3 %`, "
            "`--share alingsas=40 %`, `--index kpi=2,5 %`.",
        ),
        en=Words(
            "the agreement has no {what} `{name}`",
            "did you mean `{nearest}`?\nthe agreement has: {known}",
            "What is changed is given by its id, the word before the colon in the agreement: "
            "`--cost operation=+3 %`, `--share alingsas=40 %`, `--index cpi=2.5 %`.",
        ),
    ),
    "AV751": Message(
        sv=Words(
            "`{text}` kan betyda så mycket mer, så mycket mindre, eller att så mycket blir kvar",
            "skriv `+{text}` eller `-{text}`",
            "En procentsats som ändrar ett belopp har alltid tecken, så att ingen behöver gissa. "
            "Ska en tiondel bort, skriv `-10 %`.",
        ),
        en=Words(
            "`{text}` can mean that much more, that much less, or that that much is left",
            "write `+{text}` or `-{text}`",
            "A percentage that changes an amount always has a sign, so that nobody has to guess. "
            "To take away a tenth, write `-10 %`.",
        ),
    ),
    "AV752": Message(
        sv=Words(
            "ange vilken kostnadspost som ska ändras med `{text}`",
            "skriv postens id först, som `--cost {first}={text}`\navtalet har: {known}",
            "En procentsats kan gälla alla kostnadsposter på en gång. Ett belopp gäller en av dem, "
            "och avtalet har flera.",
        ),
        en=Words(
            "say which cost item to change by `{text}`",
            "put the item's id first, like `--cost {first}={text}`\nthe agreement has: {known}",
            "A percentage can be for all cost items at once. An amount is for one of them, and the "
            "agreement has several.",
        ),
    ),
    "AV753": Message(
        sv=Words(
            "`{item}` är inte ett enda belopp och kan inte ändras med `{text}`",
            "{instead}",
            "Ett pris gånger en mängd, en tabell efter storlek och avtalade belopp per part blir "
            "ett belopp först när de räknas. En procentsats ändrar dem alla lika mycket. Ett "
            "procentpåslag ändras med `--set costs.ID.percent=5 %`. Ett belopp från ett annat "
            "avtal står kvar som det avtalet är skrivet; `--set costs.ID.factor=103 %` höjer det "
            "här.",
        ),
        en=Words(
            "`{item}` is not a single amount and cannot be changed by `{text}`",
            "{instead}",
            "A price times a quantity, a table by size and agreed amounts per party become an "
            "amount only when they are calculated. A percentage changes all of them alike. An "
            "overhead is changed with `--set costs.ID.percent=5 %`. An amount from another "
            "agreement stays as that agreement is written; `--set costs.ID.factor=103 %` raises "
            "it here.",
        ),
    ),
    "AV754": Message(
        sv=Words(
            "`{name}` har inget att ändra för {years}",
            "ange ett år som avtalet har belopp för, eller ett nytt belopp utan tecken",
            "En ökning eller minskning behöver något att utgå från. Det som inte är känt förblir "
            "okänt: programmet gissar inte.",
        ),
        en=Words(
            "`{name}` has nothing to change for {years}",
            "name a year that the agreement has amounts for, or give a new amount without a sign",
            "An increase or a decrease needs something to start from. What is not known stays "
            "unknown: the program does not guess.",
        ),
    ),
    "AV755": Message(
        sv=Words(
            "{day} är mitt i {year}, och beloppet gäller hela året",
            "välj den första dagen på ett år, eller ändra hela året utan `--from`",
            "Belopp, fördelningsnycklar och index för ett år kan inte delas vid en dag. Det kan "
            "villkor, belopp per år (`amount`) och priser.",
        ),
        en=Words(
            "{day} is inside {year}, and the figure is for the whole year",
            "choose the first day of a year, or change the whole year without `--from`",
            "Amounts, keys and indices for a year cannot be cut at a day. Terms, amounts per year "
            "(`amount`) and prices can.",
        ),
    ),
    "AV756": Message(
        sv=Words(
            "`{text}` är ett värde, men åren använder flera",
            "skriv en ändring i procent, eller ett år i taget",
            "Ett indextal gäller en månad. En procentsats räknas från värdet året före och kan "
            "gälla flera år i följd.",
        ),
        en=Words(
            "`{text}` is one value, but the years use several",
            "write a change in percent, or take one year at a time",
            "An index value is for one month. A percentage counts from the value of the year "
            "before and can apply for several years in a row.",
        ),
    ),
    "AV757": Message(
        sv=Words(
            "`{index}` har inget värde som {month} kan räknas upp från",
            "skriv i avtalet ett känt värde för samma månad ett tidigare år",
            "En ändring i procent räknas från samma månad året före. Är det värdet inte känt "
            "räknas den från året dessförinnan, och så vidare.",
        ),
        en=Words(
            "`{index}` has no value that {month} can be indexed from",
            "write in the agreement a known value for the same month of an earlier year",
            "A change in percent counts from the same month of the year before. If that value is "
            "not known, it counts from the year before that, and so on.",
        ),
    ),
    "AV758": Message(
        sv=Words(
            "`{key}` räknas ut av andra fördelningsnycklar: `{formula}`",
            "ändra fördelningsnycklarna i formeln i stället",
            "En fördelningsnyckel med formel har inga egna värden. Formeln själv ändras med `--set "
            "keys.ID.formula=…`.",
        ),
        en=Words(
            "`{key}` is calculated from other keys: `{formula}`",
            "change the keys in the formula instead",
            "A key with a formula has no values of its own. The formula itself is changed with "
            "`--set keys.ID.formula=…`.",
        ),
    ),
    "AV759": Message(
        sv=Words(
            "`{key}` har inget värde att ändra: {what} saknas",
            "skriv värdet i avtalet, eller ange ett nytt värde för en part som saknar det",
            "Det som ändras är den observation som åren använder. Finns den inte finns inget att "
            "ändra.",
        ),
        en=Words(
            "`{key}` has no value to change: {what} is missing",
            "write the value in the agreement, or give a new one for a party that lacks it",
            "What is changed is the observation that the years use. If it does not exist, there is "
            "nothing to change.",
        ),
    ),
    "AV760": Message(
        sv=Words(
            "`{key}` har ett enda värde för alla parter",
            "skriv utan part, som `--key {key}={value}`",
            "Fördelningsnyckeln skiljer inte mellan parterna, så den kan inte ändras för en av "
            "dem.",
        ),
        en=Words(
            "`{key}` has one value for all parties",
            "leave out the party, like `--key {key}={value}`",
            "The key has no values by party, so it cannot be changed for one of them.",
        ),
    ),
    "AV761": Message(
        sv=Words(
            "ange vilken part som `{key}` ska ändras för",
            "skriv `--key {key}.{first}={value}`\nfördelningsnyckeln har: {known}",
            "En procentsats kan ändra allas värden på en gång. Ett antal gäller en part.",
        ),
        en=Words(
            "say for which party to change `{key}`",
            "write `--key {key}.{first}={value}`\nthe key has: {known}",
            "A percentage can change everybody's values at once. A number is for one party.",
        ),
    ),
    "AV762": Message(
        sv=Words(
            "avtalet gäller inte {day}",
            "välj en dag som någon av avtalets perioder omfattar",
            "Från den dagen ska andra villkor gälla, och då måste det finnas villkor att ändra. En "
            "oanvänd option räknas inte in i avtalstiden.",
        ),
        en=Words(
            "the agreement is not in force on {day}",
            "choose a day that one of the agreement's periods covers",
            "Other terms are to apply from that day, so there must be terms to change. An unused "
            "option is not part of the agreement's term.",
        ),
    ),
    "AV763": Message(
        sv=Words(
            "avtalet har inga villkor att ändra {years}",
            "välj ett år som avtalet gäller, eller en tidigare dag i `--from`",
            "En ändrad fördelning gäller de perioder som omfattar åren, och med `--from` bara från "
            "den dagen.",
        ),
        en=Words(
            "the agreement has no terms to change in {years}",
            "choose a year that the agreement covers, or an earlier day in `--from`",
            "A changed split is for the periods that cover the years and, with `--from`, only from "
            "that day.",
        ),
    ),
    "AV764": Message(
        sv=Words(
            "`{text}` kan inte läsas som en fördelning",
            "skriv varje part med sin andel, som `a=62,5 %, b=rest`, eller `equal`, eller "
            "`by=NYCKEL`",
            "Ett komma skiljer två parter åt bara när ett id och `=` följer, så decimalkomma kan "
            "användas som vanligt. Varje part anges en gång.",
        ),
        en=Words(
            "`{text}` cannot be read as a split",
            "write each party with its share, like `a=62.5 %, b=rest`, or `equal`, or `by=KEY`",
            "A comma separates two parties only if an id and `=` follow, so a decimal comma can be "
            "used as usual. Each party is given once.",
        ),
    ),
    "AV765": Message(
        sv=Words(
            "andelarna är inte fasta, så andelen för `{party}` kan inte ändras för sig",
            "skriv hela fördelningen med `--split`, eller ändra fördelningsnyckeln med `--key`",
            "När en parts andel ändras behåller de andra sina proportioner. Det går när andelarna "
            "är procent, lika delar eller fasta delar, och någon annan part har en andel.",
        ),
        en=Words(
            "the shares are not fixed, so the share of `{party}` cannot be changed by itself",
            "write the whole split with `--split`, or change the key with `--key`",
            "When one party's share changes, the others keep their proportions. That works if the "
            "shares are percentages, equal or fixed parts, and some other party has a share.",
        ),
    ),
    "AV766": Message(
        sv=Words(
            "`{path}` kan inte ändras från en viss dag",
            "skriv datumet i sökvägen utan `--from`, eller räkna alla år som värdet gäller",
            "`--set` skriver ett värde på en plats i filen, och ett `total` är ett belopp för hela "
            "sin tid. Värden som ändras över tid skrivs med datum: `--set "
            "costs.hyra.amount.2024-07-01=41 000`.",
        ),
        en=Words(
            "`{path}` cannot be changed from a certain day",
            "write the date in the path without `--from`, or take all years that the value is for",
            "`--set` writes a value in one place of the file, and a `total` is one amount for all "
            "of its time. Values that change over time are written with their dates: `--set "
            "costs.rent.amount.2024-07-01=41 000`.",
        ),
    ),
    # --- Scenario files ---------------------------------------------------------------------
    "AV783": Message(
        sv=Words(
            "det går inte att räkna ut vad `{party}` ska betala som ny part",
            "skriv partens andel, som `--join {party}=20 %`, där andelarna är fasta, och dess "
            "värde, som `--join {party}=32 500`, där en nyckel fördelar; är nycklarna flera, "
            "`--key NYCKEL.{party}=VÄRDE`",
            "Fasta andelar säger inget om en ny part; de andra behåller sina proportioner av det "
            "som är kvar. En part som redan är med kan inte gå med. Den som delar lika behöver "
            "varken andel eller värde.",
        ),
        en=Words(
            "it cannot be worked out what `{party}` is to pay as a new party",
            "write the party's share, like `--join {party}=20 %`, where shares are fixed, and its "
            "value, like `--join {party}=32 500`, where a key splits; of several keys, "
            "`--key KEY.{party}=VALUE`",
            "Fixed shares say nothing of a new party; the others keep their proportions of what "
            "is left. A party that takes part already cannot join. One that shares equally needs "
            "neither a share nor a value.",
        ),
    ),
    "AV771": Message(
        sv=Words(
            "ange vad som ska ändras",
            "skriv till exempel `--cost +3 %`, `--split a=60 %,b=40 %` eller `--scenario NAMN`",
            "`whatif` jämför avtalet som det är med något annat. `--set SÖKVÄG=VÄRDE` kan ändra "
            "allt i filen.",
        ),
        en=Words(
            "say what to change",
            "write for example `--cost +3 %`, `--split a=60 %,b=40 %` or `--scenario NAME`",
            "`whatif` compares the agreement as it is with something else. `--set PATH=VALUE` can "
            "change everything in the file.",
        ),
    ),
    "AV772": Message(
        sv=Words(
            "ändringen påverkar inget belopp i `{agreement}` {years}",
            "",
            "Det som ändras används inte de åren, eller har redan det värdet. Det är inget fel.",
        ),
        en=Words(
            "the change affects no amount in `{agreement}` in {years}",
            "",
            "What is changed is not used in those years, or already has that value. It is not an "
            "error.",
        ),
    ),
    "AV773": Message(
        sv=Words(
            "`{given}` anger inte vad `{option}` ska ändra, och hur",
            "skriv `{option} {example}`",
            "Skriv det som ändras, ett likhetstecken och värdet. `--cost`, `--price` och `--index` "
            "tar också ett ensamt värde: då gäller det alla.",
        ),
        en=Words(
            "`{given}` does not say what `{option}` should change, and how",
            "write `{option} {example}`",
            "Write what is changed, an equals sign and the value. `--cost`, `--price` and "
            "`--index` also take a value alone: then it is for all.",
        ),
    ),
    "AV774": Message(
        sv=Words(
            "det ändrade avtalet kan inte sparas: `{path}` finns i en annan fil",
            "ändra i den filen, eller använd ändringen som ett scenario",
            "`--save` skriver en kopia av avtalets egen fil med ändringarna. Parter, "
            "fördelningsnycklar och index från `shared.yaml` eller en tabell finns inte där.",
        ),
        en=Words(
            "the changed agreement cannot be saved: `{path}` is in another file",
            "change that file, or use the change as a scenario",
            "`--save` writes a copy of the agreement's own file with the changes. Parties, keys "
            "and indices from `shared.yaml` or a table are not in it.",
        ),
    ),
    "AV775": Message(
        sv=Words(
            "det ändrade avtalet kan inte sparas utan att något annat i filen ändras",
            "ändra filen för hand på: {paths}",
            "`--save` ändrar bara de rader som det gäller. Skulle filen inte ge exakt det som "
            "räknades skrivs ingenting.",
        ),
        en=Words(
            "the changed agreement cannot be saved without changing something else in the file",
            "change the file by hand at: {paths}",
            "`--save` changes only the lines concerned. If the file would not give exactly what "
            "was calculated, nothing is written.",
        ),
    ),
    "AV780": Message(
        sv=Words(
            "`--save` skriver ett avtal, men flera räknas",
            "ange en enda avtalsfil",
            "Det ändrade avtalet blir en fil, så bara ett avtal kan sparas åt gången.",
        ),
        en=Words(
            "`--save` writes one agreement, but several are calculated",
            "name one agreement file",
            "The changed agreement becomes one file, so only one agreement can be saved at a time.",
        ),
    ),
    "AV782": Message(
        sv=Words(
            "`{first}` och `{second}` ändrar båda `{path}`",
            "ta bort den ena, eller skriv den som ska komma sist i ett scenario med `after`",
            "Två ändringar av samma sak kan läsas på två sätt: som att den ena ersätter den andra, "
            "eller som att båda gäller efter varandra. En ändring av något visst går före en av "
            "allt: med `--cost +3 %` och `--cost drift=+5 %` ökar drift med 5 % och resten med "
            "3 %. Ett scenario med `after` ändrar det som scenariot före ger.",
        ),
        en=Words(
            "`{first}` and `{second}` both change `{path}`",
            "remove one of them, or write the one that is to come last in a scenario with `after`",
            "Two changes of the same thing can be read in two ways: one replaces the other, or "
            "both apply one after the other. A change of one thing goes before a change of all: "
            "with `--cost +3 %` and `--cost drift=+5 %` drift rises by 5 % and the rest by 3 %. "
            "A scenario with `after` changes what the scenario before it gives.",
        ),
    ),
    # --- Thresholds ---------------------------------------------------------------------------
    "AV776": Message(
        sv=Words(
            "`{given}` kan inte läsas som ett villkor för `{option}`",
            "skriv till exempel `{option} 'alingsas > 1 000 000'`, `'alingsas > frame'` eller "
            "`'alingsas.difference > 5 %'`",
            "Ange först vems belopp: en parts id, `any` (vilken part som helst) eller `total`, med "
            "`.difference` för ändringen. Sedan `>`, `>=`, `<`, `<=`, `==` eller `!=`, och sist "
            "ett belopp, en procentsats av en ändring, en annan part eller `frame`.",
        ),
        en=Words(
            "`{given}` cannot be read as a condition for `{option}`",
            "write for example `{option} 'alingsas > 1 000 000'`, `'alingsas > frame'` or "
            "`'alingsas.difference > 5 %'`",
            "First give whose amount: a party's id, `any` (any party) or `total`, with "
            "`.difference` for the change. Then `>`, `>=`, `<`, `<=`, `==` or `!=`, and last an "
            "amount, a percentage of a change, another party or `frame`.",
        ),
    ),
    "AV777": Message(
        sv=Words(
            "`{condition}`: {who} betalar {amount} {year}",
            "",
            "Villkoret i `--fail-if` eller `--warn-if` är uppfyllt. Resultatet skrivs som vanligt; "
            "med `--fail-if` blir slutkoden 1.",
        ),
        en=Words(
            "`{condition}`: {who} pays {amount} in {year}",
            "",
            "The condition in `--fail-if` or `--warn-if` is met. The result is written as usual; "
            "with `--fail-if` the exit code is 1.",
        ),
    ),
    "AV778": Message(
        sv=Words(
            "`{condition}` kan inte kontrolleras för {who} {year}: {reason}",
            "",
            "Villkor kontrolleras bara mot kända belopp. Det som inte kan kontrolleras ändrar inte "
            "slutkoden.",
        ),
        en=Words(
            "`{condition}` cannot be checked for {who} in {year}: {reason}",
            "",
            "Conditions are checked only against known amounts. What cannot be checked does not "
            "change the exit code.",
        ),
    ),
    "AV779": Message(
        sv=Words(
            "`{condition}`: ändringen för {who} är {amount} {year}",
            "",
            "Villkoret för ändringen i `--fail-if` eller `--warn-if` är uppfyllt. Resultatet "
            "skrivs som vanligt; med `--fail-if` blir slutkoden 1.",
        ),
        en=Words(
            "`{condition}`: the change for {who} is {amount} in {year}",
            "",
            "The condition for the change in `--fail-if` or `--warn-if` is met. The result is "
            "written as usual; with `--fail-if` the exit code is 1.",
        ),
    ),
}
