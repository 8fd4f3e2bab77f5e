"""Words about values that are tried and looked for by `sweep` and `solve`."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    "AV847": Message(
        sv=Words(
            "`{given}` har {count} värden, och ett spann behöver tre",
            "skriv lågt, väntat och högt, som `--vary '{given}=-5 %; 0 %; +10 %'`",
            "Med `--how range` har varje indata ett lågt, ett väntat och ett högt värde, i den "
            "ordningen, med semikolon emellan. Tillsammans ger de ett spann för varje part.",
        ),
        en=Words(
            "`{given}` has {count} values, and a range needs three",
            "write low, expected and high, as `--vary '{given}=-5 %; 0 %; +10 %'`",
            "With `--how range` each input has a low, an expected and a high value, in this "
            "order, with semicolons between. Together they give a range for each party.",
        ),
    ),
    "AV848": Message(
        sv=Words(
            "det blir {count} kombinationer, och fler än {most} prövas inte",
            "ta större steg, eller pröva färre indata åt gången",
            "Antalet kombinationer är antalet värden gånger vartannat. Steget står efter kolon: "
            "`share.lerum=30 %..60 %:5 %` är sju värden.",
        ),
        en=Words(
            "there are {count} combinations, and no more than {most} are tried",
            "take larger steps, or try fewer inputs at a time",
            "The number of combinations is the numbers of values multiplied. The step stands "
            "after the colon: `share.lerum=30 %..60 %:5 %` is seven values.",
        ),
    ),
    "AV849": Message(
        sv=Words(
            "`{command}` behöver veta vad som ska prövas",
            "lägg till exempel till `--vary cost` för `solve`, eller `--vary 'cost=-2 %..6 %:1 "
            "%'` för `sweep`",
            "Det som kan prövas är `cost`, `cost.POST`, `price.POST`, `share.PART`, "
            "`index.SERIE`, `key.NYCKEL.PART` eller en sökväg i filen, som "
            "`costs.drift.budget.2024`.",
        ),
        en=Words(
            "`{command}` needs to know what to try",
            "add for example `--vary cost` for `solve`, or `--vary 'cost=-2 %..6 %:1 %'` for "
            "`sweep`",
            "What can be tried is `cost`, `cost.ITEM`, `price.ITEM`, `share.PARTY`, "
            "`index.SERIES`, `key.KEY.PARTY` or a path in the file, such as "
            "`costs.drift.budget.2024`.",
        ),
    ),
    "AV850": Message(
        sv=Words(
            "`{given}` säger inte vad som prövas vid vilka värden",
            "skriv `INDATA=LÄGST..HÖGST:STEG`, som `share.lerum=30 %..60 %:5 %`, eller värden "
            "med semikolon emellan, som `cost=-2 %; 0 %; +4 %`",
            "Före likhetstecknet står vad som prövas och efter det vilka värden det får. Ett "
            "område har två punkter mellan lägst och högst och kan ha ett steg efter kolon.",
        ),
        en=Words(
            "`{given}` does not say what is tried at which values",
            "write `INPUT=LOW..HIGH:STEP`, as `share.lerum=30 %..60 %:5 %`, or values with "
            "semicolons between, as `cost=-2 %; 0 %; +4 %`",
            "Before the equals sign stands what is tried, and after it the values it is given. A "
            "range has two dots between the lowest and the highest and may have a step after a "
            "colon.",
        ),
    ),
    "AV851": Message(
        sv=Words(
            "`{given}` är inget område att gå igenom",
            "låt lägst, högst och steg vara av samma slag, det lägsta först och steget större än "
            "noll",
            "Värdena i ett område är av ett slag: procent, belopp, tal eller dagar. Mellan dagar "
            "är steget ett antal dagar eller en tid, som `1 month`. Fler än 100 000 värden för "
            "en indata prövas inte.",
        ),
        en=Words(
            "`{given}` is no range to go through",
            "let the lowest, the highest and the step be of the same kind, the lowest first and "
            "the step above zero",
            "The values of a range are of one kind: percent, amounts, numbers or days. Between "
            "days the step is a number of days or a length, such as `1 month`. No more than 100 "
            "000 values of an input are tried.",
        ),
    ),
    "AV852": Message(
        sv=Words(
            "mellan vilka värden ska `{given}` sökas?",
            "skriv `--vary '{given}=LÄGST..HÖGST'`",
            "För andelar, kostnader, priser, index och nycklar finns ett område att börja med. "
            "För annat i filen, och där inget står än, behöver det sägas.",
        ),
        en=Words(
            "between which values is `{given}` to be looked for?",
            "write `--vary '{given}=LOW..HIGH'`",
            "Shares, costs, prices, indices and keys have a range to begin with. For anything "
            "else in the file, and where nothing stands yet, it must be said.",
        ),
    ),
    "AV853": Message(
        sv=Words(
            "`{given}` går inte att läsa som något önskat",
            "skriv till exempel `lerum<=900000`, `lerum==ale`, `total>=2 mkr` eller `frame`",
            "Till vänster står en part, eller `total` för alla tillsammans. I mitten står `<=`, "
            "`>=` eller `==`, och till höger ett belopp, en part eller `frame`, partens ram. "
            "Ensamt betyder `frame` att alla ska hålla sig inom sin ram. Skriv hela inom "
            "citattecken: annars tar skalet `<` och `>` för sig självt.",
        ),
        en=Words(
            "`{given}` cannot be read as something wanted",
            "write for example `lerum<=900000`, `lerum==ale`, `total>=2 mkr` or `frame`",
            "To the left stands a party, or `total` for all together. In the middle stands `<=`, "
            "`>=` or `==`, and to the right an amount, a party or `frame`, the party's frame. "
            "Alone, `frame` means that everyone is to keep within its frame. Write it all in "
            "quotes: otherwise the shell takes `<` and `>` for its own.",
        ),
    ),
    "AV855": Message(
        sv=Words(
            "avtalet har ingen ram för {given}",
            "skriv in den: `frames: {lerum: {2024: 1 000 000}}`, eller skriv beloppet i stället "
            "för `frame`",
            "En ram är vad en part har räknat med för ett år. Utan den finns inget att hålla sig "
            "inom.",
        ),
        en=Words(
            "the agreement has no frame for {given}",
            "write it: `frames: {lerum: {2024: 1 000 000}}`, or write the amount instead of "
            "`frame`",
            "A frame is what a party has reckoned with for a year. Without it there is nothing "
            "to keep within.",
        ),
    ),
    "AV857": Message(
        sv=Words(
            "det finns inget tak som `{given}` kan vara, det året",
            "skriv in ett i avtalet: `limits: [{party: lerum, max: 900 000, difference: others}]`",
            "Ett tak är `max` i en gräns, i den period som gäller eller för en kostnad. `cap` är "
            "det första som finns och `cap.lerum` det första för en part.",
        ),
        en=Words(
            "there is no cap that `{given}` could be, in that year",
            "write one into the agreement: `limits: [{party: lerum, max: 900 000, difference: "
            "others}]`",
            "A cap is `max` in a limit, in the period that holds or for a cost. `cap` is the "
            "first there is, and `cap.lerum` the first one for a party.",
        ),
    ),
    "AV858": Message(
        sv=Words(
            "`{command}` gäller ett avtal i taget, och här är {count}",
            "peka ut filen med avtalet",
            "Det som prövas är ett avtals egna andelar och kostnader. En mapp går bra om den "
            "bara har ett avtal.",
        ),
        en=Words(
            "`{command}` is for one agreement at a time, and here are {count}",
            "name the agreement's file",
            "What is tried are one agreement's own shares and costs. A folder will do if it has "
            "one agreement only.",
        ),
    ),
    "AV874": Message(
        sv=Words(
            "{year} går inte att räkna ut\ndet som saknas: {known}",
            "välj ett år som avtalet har siffror för, eller skriv in det som saknas",
            "Ett värde söks genom att beloppen räknas ut. Det går inte för ett år som avtalet "
            "inte gäller, eller som saknar siffror: ingenting gissas.",
        ),
        en=Words(
            "{year} cannot be worked out\nwhat is missing: {known}",
            "choose a year that the agreement has figures for, or write what is missing",
            "A value is found by working the amounts out. That cannot be done for a year that "
            "the agreement does not cover, or that lacks figures: nothing is guessed.",
        ),
    ),
    "AV876": Message(
        sv=Words(
            "`solve` behöver veta vad som önskas",
            "lägg till exempel till `--want 'lerum<=900000'`",
            "Det som önskas är ett belopp för en part, två parter som betalar lika, eller att "
            "alla håller sig inom sin ram: `frame`.",
        ),
        en=Words(
            "`solve` needs to know what is wanted",
            "add for example `--want 'lerum<=900000'`",
            "What is wanted is an amount for a party, two parties that pay the same, or that "
            "everyone keeps within its frame: `frame`.",
        ),
    ),
    "AV877": Message(
        sv=Words(
            "`solve` tar ett scenario, eller två att jämföra, och här är {count}",
            "ange scenarierna så: `--break-even lerum --scenario ett --scenario annat`; med "
            "`--want` högst ett",
            "Med `--want` söks ett värde i avtalet som det står, eller med ett scenario. Med "
            "`--break-even` söks det värde där en part betalar lika mycket med ett scenario som "
            "med ett annat, eller som avtalet står.",
        ),
        en=Words(
            "`solve` takes one scenario, or two to compare, and here are {count}",
            "give the scenarios so: `--break-even lerum --scenario one --scenario other`; with "
            "`--want` one at most",
            "With `--want` a value is looked for in the agreement as it stands, or with a "
            "scenario. With `--break-even` it is the value at which a party pays the same with "
            "one scenario as with another, or as the agreement stands.",
        ),
    ),
    "AV878": Message(
        sv=Words(
            "vad är det som ska gälla från dagen som söks?",
            "lägg till ett scenario, som `--scenario ny-fordelning`, eller sök en dag i filen, "
            "som `--vary periods.2024.to`",
            "`--vary date` söker den dag från vilken ett scenarios ändringar ska gälla. Utan "
            "scenario är det inget som ändras.",
        ),
        en=Words(
            "what is to hold from the day that is looked for?",
            "add a scenario, as `--scenario new-split`, or look for a day in the file, as "
            "`--vary periods.2024.to`",
            "`--vary date` looks for the day from which a scenario's changes are to hold. "
            "Without a scenario nothing changes.",
        ),
    ),
}
