"""Words about what is asked to be changed in a what-if, and about thresholds (AV75–AV77)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- What is asked for ----------------------------------------------------------------
    "AV750": Message(
        sv=Words(
            "avtalet har ingen {what} `{name}`",
            "menade du `{nearest}`?\navtalet har: {known}",
            "Det som ändras nämns med sitt id, så som det står i avtalet före kolon: "
            "`--cost drift=+3 %`, `--share alingsas=40 %`, `--index kpi=2,5 %`.",
        ),
        en=Words(
            "the agreement has no {what} `{name}`",
            "did you mean `{nearest}`?\nthe agreement has: {known}",
            "What is changed is named by its id, as it stands in the agreement before the colon: "
            "`--cost operation=+3 %`, `--share alingsas=40 %`, `--index cpi=2.5 %`.",
        ),
    ),
    "AV751": Message(
        sv=Words(
            "`{text}` kan betyda så mycket mer, så mycket mindre eller att så mycket blir kvar",
            "skriv `+{text}` eller `-{text}`",
            "En procentsats som ändrar ett belopp har alltid tecken, så att ingen behöver gissa. "
            "Ska en tiondel bort skrivs `-10 %`.",
        ),
        en=Words(
            "`{text}` can mean so much more, so much less, or that so much is left",
            "write `+{text}` or `-{text}`",
            "A percentage that changes an amount always has a sign, so that nobody has to guess. "
            "To take away a tenth, write `-10 %`.",
        ),
    ),
    "AV752": Message(
        sv=Words(
            "vilken kostnad ska ändras med `{text}`?",
            "skriv kostnadens id först, som `--cost {first}={text}`\navtalet har: {known}",
            "En procentsats kan gälla alla kostnader på en gång. Ett belopp gäller en av dem, och "
            "ett avtal med flera kostnader säger inte vilken.",
        ),
        en=Words(
            "which cost is to be changed by `{text}`?",
            "put the id of the cost first, as `--cost {first}={text}`\nthe agreement has: {known}",
            "A percentage can be for all costs at once. An amount is for one of them, and an "
            "agreement with several does not say which.",
        ),
    ),
    "AV753": Message(
        sv=Words(
            "`{item}` är inte ett enda belopp, så den kan inte ändras med `{text}`",
            "skriv en procentsats, som `{item}=+3 %`, eller ändra det som beloppet bygger på med "
            "`--price` eller `--set`",
            "Ett pris gånger en mängd, en tabell efter storlek och överenskomna belopp per part "
            "blir ett belopp först när de räknas. En procentsats ändrar dem alla lika mycket; ett "
            "påslag på andra kostnader ändras med `--set costs.ID.percent=5 %`.",
        ),
        en=Words(
            "`{item}` is not one amount, so it cannot be changed by `{text}`",
            "write a percentage, as `{item}=+3 %`, or change what the amount rests on with "
            "`--price` or `--set`",
            "A price times a quantity, a table by size and agreed amounts per party become an "
            "amount only when they are worked out. A percentage changes all of them alike; an "
            "overhead on other costs is changed with `--set costs.ID.percent=5 %`.",
        ),
    ),
    "AV754": Message(
        sv=Words(
            "`{name}` har inget att ändra för {years}",
            "ange ett år som avtalet har siffror för, eller ett nytt belopp utan tecken",
            "En ökning eller minskning behöver något att utgå från. Det som inte är känt förblir "
            "okänt: ingenting gissas.",
        ),
        en=Words(
            "`{name}` has nothing to change for {years}",
            "name a year that the agreement has figures for, or give a new amount without a sign",
            "An increase or a decrease needs something to start from. What is not known stays "
            "unknown: nothing is guessed.",
        ),
    ),
    "AV755": Message(
        sv=Words(
            "{day} ligger mitt i {year}, och siffran gäller hela året",
            "välj den första dagen på ett år, eller ändra hela året utan `--from`",
            "Belopp, nycklar och index för ett år kan inte delas på en dag. Villkor kan det, och "
            "belopp som står per år (`amount`) och priser också.",
        ),
        en=Words(
            "{day} lies inside {year}, and the figure is for the whole year",
            "choose the first day of a year, or change the whole year without `--from`",
            "Amounts, keys and indices for a year cannot be cut at a day. Terms can, and so can "
            "amounts that are stated per year (`amount`) and prices.",
        ),
    ),
    "AV756": Message(
        sv=Words(
            "`{text}` är ett värde, men åren använder flera",
            "skriv en ändring i procent, eller ett år i taget",
            "Ett indextal gäller en månad. En procentsats räknas från värdet ett år tidigare och "
            "kan gälla flera år i följd.",
        ),
        en=Words(
            "`{text}` is one value, but the years use several",
            "write a change in percent, or take one year at a time",
            "An index value is for one month. A percentage counts from the value a year earlier "
            "and can hold for several years in a row.",
        ),
    ),
    "AV757": Message(
        sv=Words(
            "`{index}` har inget värde som {month} kan räknas upp från",
            "skriv in ett känt värde för samma månad ett tidigare år i avtalet",
            "En ändring i procent räknas från samma månad året före, och är det inte känt från "
            "året före det, till det första kända.",
        ),
        en=Words(
            "`{index}` has no value that {month} can be counted from",
            "write a known value for the same month of an earlier year into the agreement",
            "A change in percent counts from the same month a year earlier and, where that is not "
            "known, from the year before it, back to the first known one.",
        ),
    ),
    "AV758": Message(
        sv=Words(
            "`{key}` räknas ut av andra nycklar: `{formula}`",
            "ändra nycklarna i formeln i stället",
            "En nyckel med formel har inga egna värden. Formeln själv ändras med "
            "`--set keys.ID.formula=…`.",
        ),
        en=Words(
            "`{key}` is worked out from other keys: `{formula}`",
            "change the keys in the formula instead",
            "A key with a formula has no values of its own. The formula itself is changed with "
            "`--set keys.ID.formula=…`.",
        ),
    ),
    "AV759": Message(
        sv=Words(
            "`{key}` har inget värde att ändra: {what} saknas",
            "skriv in värdet i avtalet, eller ett nytt värde för en part som saknar det",
            "Det som ändras är den observation som åren använder. Finns den inte än finns inget "
            "att ändra.",
        ),
        en=Words(
            "`{key}` has no value to change: {what} is missing",
            "write the value into the agreement, or give a new one for a party that lacks it",
            "What is changed is the observation that the years use. Where that is not there yet, "
            "there is nothing to change.",
        ),
    ),
    "AV760": Message(
        sv=Words(
            "`{key}` har ett enda värde för alla parter",
            "skriv utan part, som `--key {key}={value}`",
            "Nyckeln skiljer inte mellan parterna, och därför går det inte att ändra den för en.",
        ),
        en=Words(
            "`{key}` has one value for all parties",
            "leave out the party, as `--key {key}={value}`",
            "The key does not tell the parties apart, so it cannot be changed for one of them.",
        ),
    ),
    "AV761": Message(
        sv=Words(
            "vilken part ska `{key}` ändras för?",
            "skriv `--key {key}.{first}={value}`\nnyckeln har: {known}",
            "En procentsats kan ändra allas värden på en gång. Ett antal gäller en part.",
        ),
        en=Words(
            "for which party is `{key}` to be changed?",
            "write `--key {key}.{first}={value}`\nthe key has: {known}",
            "A percentage can change everybody's values at once. A number is for one party.",
        ),
    ),
    "AV762": Message(
        sv=Words(
            "avtalet gäller inte {day}",
            "välj en dag som någon av avtalets perioder omfattar",
            "Från den dagen ska andra villkor gälla, och då måste det finnas villkor att ändra. "
            "Används en option först efter dagen räknas den inte med.",
        ),
        en=Words(
            "the agreement is not in force on {day}",
            "choose a day that one of the agreement's periods covers",
            "From that day on other terms are to hold, so there must be terms to change. An unused "
            "option is not part of the agreement's time.",
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
            "that day on.",
        ),
    ),
    "AV764": Message(
        sv=Words(
            "`{text}` går inte att läsa som en fördelning",
            "skriv varje part med sin andel, som `a=62,5 %, b=rest`, eller `equal`, eller "
            "`by=NYCKEL`",
            "Ett komma skiljer två parter åt bara när det följs av ett id och `=`. Ett "
            "decimalkomma behöver därför inget särskilt tecken. Varje part nämns en gång.",
        ),
        en=Words(
            "`{text}` cannot be read as a split",
            "write each party with its share, as `a=62.5 %, b=rest`, or `equal`, or `by=KEY`",
            "A comma parts two parties only where an id and `=` follow. A decimal comma therefore "
            "needs no sign of its own. Each party is named once.",
        ),
    ),
    "AV765": Message(
        sv=Words(
            "andelarna är inte fasta, så en andel för `{party}` kan inte sättas för sig",
            "skriv hela fördelningen med `--split`, eller ändra nyckeln med `--key`",
            "Med en fast andel för en part behåller de andra sina proportioner. Det går där "
            "andelarna är skrivna i procent, är lika eller i proportion till fasta tal, och där "
            "någon annan har en andel.",
        ),
        en=Words(
            "the shares are not fixed, so one for `{party}` cannot be set by itself",
            "write the whole split with `--split`, or change the key with `--key`",
            "With a fixed share for one party the others keep their proportions. That works where "
            "shares are in percent, equal or in proportion to fixed numbers, and where somebody "
            "else has one.",
        ),
    ),
    "AV766": Message(
        sv=Words(
            "`{path}` kan inte sättas från en viss dag",
            "skriv datumet i det som sätts, eller utelämna `--from`",
            "`--set` skriver ett värde på en plats i filen. Värden som ändras över tid skrivs med "
            "sina datum: `--set costs.hyra.amount.2024-07-01=41 000`.",
        ),
        en=Words(
            "`{path}` cannot be set from a certain day on",
            "write the date into what is set, or leave out `--from`",
            "`--set` writes a value at a place in the file. Values that change over time are "
            "written with their dates: `--set costs.rent.amount.2024-07-01=41 000`.",
        ),
    ),
    # --- Scenario files ---------------------------------------------------------------------
    "AV768": Message(
        sv=Words(
            "innehållet är av fel slag",
            "skriv {expected}",
            "I ett scenario står under `cost`, `price`, `index` och `key` ett värde, eller "
            "rader med id och värde; under `share` och `set` rader; under `leave` och `after` "
            "ett namn eller en lista. I en testfil står under `cases` en lista, under "
            "`amounts`, `items` och `set` rader med nyckel och värde, och `years` är år i följd "
            "eller en lista.",
        ),
        en=Words(
            "the content is of the wrong kind",
            "write {expected}",
            "In a scenario, below `cost`, `price`, `index` and `key` stands a value, or lines "
            "of id and value; below `share` and `set` lines; below `leave` and `after` a name "
            "or a list. In a test file, below `cases` stands a list, below `amounts`, `items` "
            "and `set` lines of key and value, and `years` are years in a row or a list.",
        ),
    ),
    "AV771": Message(
        sv=Words(
            "säg vad som ska vara annorlunda",
            "skriv till exempel `--cost +3 %`, `--split a=60 %,b=40 %` eller `--scenario NAMN`",
            "`whatif` jämför avtalet som det står med något annat. `--set SÖKVÄG=VÄRDE` når allt "
            "som kan stå i filen.",
        ),
        en=Words(
            "say what is to be different",
            "write for example `--cost +3 %`, `--split a=60 %,b=40 %` or `--scenario NAME`",
            "`whatif` compares the agreement as it stands with something else. "
            "`--set PATH=VALUE` reaches everything that can stand in the file.",
        ),
    ),
    "AV772": Message(
        sv=Words(
            "ändringen rör inget belopp i `{agreement}` {years}",
            "",
            "Det som ändras används inte de åren, eller står redan så. Det är en upplysning, "
            "inget fel.",
        ),
        en=Words(
            "the change moves no amount in `{agreement}` in {years}",
            "",
            "What is changed is not used in those years, or stands so already. It is for "
            "information, no fault.",
        ),
    ),
    "AV773": Message(
        sv=Words(
            "`{given}` säger inte vad `{option}` ska ändra, och hur",
            "skriv `{option} {example}`",
            "Ett namn säger vad som ändras, värdet hur. Mellan dem står ett likhetstecken. "
            "`--cost`, `--price` och `--index` tar också ett värde för sig: då gäller det alla.",
        ),
        en=Words(
            "`{given}` does not say what `{option}` is to change, and how",
            "write `{option} {example}`",
            "A name says what is changed, the value how. Between them stands an equals sign. "
            "`--cost`, `--price` and `--index` also take a value alone: then it is for all.",
        ),
    ),
    "AV774": Message(
        sv=Words(
            "det ändrade avtalet kan inte sparas: `{path}` står i en annan fil",
            "ändra i den filen, eller använd ändringen som ett scenario",
            "`--save` skriver en kopia av avtalets egen fil med ändringarna i. Parter, nycklar och "
            "index som hämtas från `shared.yaml` eller en tabell står inte där.",
        ),
        en=Words(
            "the changed agreement cannot be saved: `{path}` stands in another file",
            "change that file, or use the change as a scenario",
            "`--save` writes a copy of the agreement's own file with the changes in it. Parties, "
            "keys and indices from `shared.yaml` or a table do not stand there.",
        ),
    ),
    "AV775": Message(
        sv=Words(
            "det ändrade avtalet kan inte sparas så att allt annat i filen står kvar",
            "ändra filen för hand på: {paths}",
            "`--save` ändrar bara de rader som det gäller, och skriver ingenting om filen "
            "efteråt inte säger precis det som räknades.",
        ),
        en=Words(
            "the changed agreement cannot be saved so that all else in the file stays",
            "change the file by hand at: {paths}",
            "`--save` changes only the lines concerned, and writes nothing where the file would "
            "not say exactly what was worked out.",
        ),
    ),
    "AV780": Message(
        sv=Words(
            "`--save` skriver ett avtal, men flera räknas",
            "ange en enda avtalsfil",
            "Det ändrade avtalet blir en fil. Med flera avtal skulle bara ett av dem få plats.",
        ),
        en=Words(
            "`--save` writes one agreement, but several are worked out",
            "name one agreement file",
            "The changed agreement becomes one file. Of several only one would have room.",
        ),
    ),
    "AV781": Message(
        sv=Words(
            "ändringen gäller inget i `{agreement}`, som inte är med i jämförelsen",
            "",
            "När flera avtal räknas kan några sakna det som ändras: parten, kostnaden, siffror för "
            "året. De namnges och lämnas utanför. Gäller ändringen inget avtal är det ett fel.",
        ),
        en=Words(
            "the change concerns nothing in `{agreement}`, which is not compared",
            "",
            "Of several agreements some may lack what is changed: the party, the cost, figures for "
            "the year. They are named and left out. If the change concerns none of the agreements, "
            "that is an error.",
        ),
    ),
    # --- Thresholds ---------------------------------------------------------------------------
    "AV776": Message(
        sv=Words(
            "`{given}` går inte att läsa som en gräns för `{option}`",
            "skriv till exempel `{option} 'alingsas > 1 000 000'`, `'alingsas > frame'` eller "
            "`'alingsas.difference > 5 %'`",
            "Först står vems belopp: en parts id, `any` (vilken part som helst) eller `total`, "
            "med `.difference` om det är ändringen. Sedan `>`, `>=`, `<`, `<=`, `==` eller `!=`, "
            "och sist ett belopp, en procentsats av en ändring, en annan part eller `frame`.",
        ),
        en=Words(
            "`{given}` cannot be read as a threshold for `{option}`",
            "write for example `{option} 'alingsas > 1 000 000'`, `'alingsas > frame'` or "
            "`'alingsas.difference > 5 %'`",
            "First stands whose amount: a party's id, `any` (whichever party) or `total`, with "
            "`.difference` for the change. Then `>`, `>=`, `<`, `<=`, `==` or `!=`, and last an "
            "amount, a percentage of a change, another party or `frame`.",
        ),
    ),
    "AV777": Message(
        sv=Words(
            "`{condition}`: {who} betalar {amount} {year}",
            "",
            "Gränsen i `--fail-if` eller `--warn-if` är nådd. Resultatet är skrivet som vanligt; "
            "med `--fail-if` blir slutkoden 1.",
        ),
        en=Words(
            "`{condition}`: {who} pays {amount} in {year}",
            "",
            "The threshold in `--fail-if` or `--warn-if` is reached. The result is written as "
            "usual; with `--fail-if` the exit code is 1.",
        ),
    ),
    "AV778": Message(
        sv=Words(
            "`{condition}` går inte att pröva för {who} {year}: {reason}",
            "",
            "En gräns prövas bara mot belopp som är kända. Det som inte kan prövas ändrar inte "
            "slutkoden, men sägs.",
        ),
        en=Words(
            "`{condition}` cannot be tried for {who} in {year}: {reason}",
            "",
            "A threshold is tried only against amounts that are known. What cannot be tried does "
            "not change the exit code, but is said.",
        ),
    ),
    "AV779": Message(
        sv=Words(
            "`{condition}`: ändringen för {who} är {amount} {year}",
            "",
            "Gränsen för ändringen i `--fail-if` eller `--warn-if` är nådd. Resultatet är skrivet "
            "som vanligt; med `--fail-if` blir slutkoden 1.",
        ),
        en=Words(
            "`{condition}`: the change for {who} is {amount} in {year}",
            "",
            "The threshold for the change in `--fail-if` or `--warn-if` is reached. The result is "
            "written as usual; with `--fail-if` the exit code is 1.",
        ),
    ),
}
