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
            "write low, expected and high, like `--vary '{given}=-5 %; 0 %; +10 %'`",
            "With `--how range` each input has a low, an expected and a high value, in this order, "
            "separated by semicolons. Together they give a range for each party.",
        ),
    ),
    "AV848": Message(
        sv=Words(
            "det blir {count} kombinationer, och högst {most} prövas",
            "ta större steg, eller pröva färre indata åt gången",
            "Antalet kombinationer är antalet värden för varje indata multiplicerade. Steget "
            "skrivs efter kolon: `share.lerum=30 %..60 %:5 %` är sju värden.",
        ),
        en=Words(
            "there are {count} combinations, and at most {most} are tried",
            "take larger steps, or try fewer inputs at a time",
            "The number of combinations is the number of values of each input multiplied. The step "
            "comes after the colon: `share.lerum=30 %..60 %:5 %` is seven values.",
        ),
    ),
    "AV849": Message(
        sv=Words(
            "ange vad `{command}` ska pröva",
            "lägg till exempel till `--vary cost` för `solve`, eller `--vary 'cost=-2 %..6 %:1 "
            "%'` för `sweep`",
            "Det som kan prövas är `cost`, `cost.POST`, `price.POST`, `share.PART`, "
            "`index.SERIE`, `key.NYCKEL.PART` eller en sökväg i filen, som "
            "`costs.drift.budget.2024`.",
        ),
        en=Words(
            "say what `{command}` should try",
            "add for example `--vary cost` for `solve`, or `--vary 'cost=-2 %..6 %:1 %'` for "
            "`sweep`",
            "What can be tried is `cost`, `cost.ITEM`, `price.ITEM`, `share.PARTY`, "
            "`index.SERIES`, `key.KEY.PARTY` or a path in the file, such as "
            "`costs.drift.budget.2024`.",
        ),
    ),
    "AV850": Message(
        sv=Words(
            "`{given}` anger inte vad som prövas och vid vilka värden",
            "skriv `INDATA=LÄGST..HÖGST:STEG`, som `share.lerum=30 %..60 %:5 %`, eller värden "
            "med semikolon emellan, som `cost=-2 %; 0 %; +4 %`",
            "Före likhetstecknet anges vad som prövas, efter det vilka värden. Ett område har två "
            "punkter mellan lägst och högst, och kan ha ett steg efter kolon.",
        ),
        en=Words(
            "`{given}` does not say what is tried and at which values",
            "write `INPUT=LOW..HIGH:STEP`, like `share.lerum=30 %..60 %:5 %`, or values with "
            "semicolons between, like `cost=-2 %; 0 %; +4 %`",
            "Before the equals sign comes what is tried, after it the values. A range has two dots "
            "between the lowest and the highest and may have a step after a colon.",
        ),
    ),
    "AV851": Message(
        sv=Words(
            "`{given}` är inget område",
            "skriv lägst, högst och steg av samma slag, det lägsta först och steget större än noll",
            "Värdena i ett område är av ett slag: procent, belopp, tal eller dagar. Mellan dagar "
            "är steget ett antal dagar eller en tid, som `1 month`. Högst 100 000 värden prövas "
            "för en indata.",
        ),
        en=Words(
            "`{given}` is not a range",
            "write the lowest, the highest and the step as the same kind, the lowest first and the "
            "step above zero",
            "The values of a range are of one kind: percent, amounts, numbers or days. Between "
            "days the step is a number of days or a length, such as `1 month`. At most 100,000 "
            "values of an input are tried.",
        ),
    ),
    "AV852": Message(
        sv=Words(
            "ange mellan vilka värden `{given}` ska sökas",
            "skriv `--vary '{given}=LÄGST..HÖGST'`",
            "Andelar, kostnader, priser, index och fördelningsnycklar har ett område från början. "
            "För annat i filen, och där inget värde finns än, måste området anges.",
        ),
        en=Words(
            "say between which values to look for `{given}`",
            "write `--vary '{given}=LOW..HIGH'`",
            "Shares, costs, prices, indices and keys have a range from the start. For anything "
            "else in the file, and where there is no value yet, the range must be given.",
        ),
    ),
    "AV853": Message(
        sv=Words(
            "`{given}` kan inte läsas som ett önskat resultat",
            "skriv till exempel `lerum<=900000`, `lerum==ale`, `total>=2 mkr` eller `frame`",
            "Till vänster anges en part, `any` för var och en av dem eller `total` för alla "
            "tillsammans. I mitten `<`, `<=`, `>`, `>=` eller `==`, och till höger ett belopp, en "
            "part eller `frame`, partens ram. `any.increase<=5 %` är ökningen från året före. "
            "`frame` ensamt betyder att alla ska hålla sin ram. Skriv allt inom citattecken: "
            "annars tolkar skalet `<` och `>`.",
        ),
        en=Words(
            "`{given}` cannot be read as a wanted result",
            "write for example `lerum<=900000`, `lerum==ale`, `total>=2 mkr` or `frame`",
            "On the left is a party, `any` for each of them, or `total` for all together. In the "
            "middle is `<`, `<=`, `>`, `>=` or `==`, and on the right an amount, a party or "
            "`frame`, the party's frame. `any.increase<=5 %` is the increase from the year before. "
            "`frame` alone means that everyone must stay within its frame. Put it all in quotes: "
            "otherwise the shell interprets `<` and `>`.",
        ),
    ),
    "AV855": Message(
        sv=Words(
            "avtalet har ingen ram för {name} {given}",
            "lägg till den: `frames: {{party}: {{given}: 1 000 000}}`, eller skriv beloppet i "
            "stället för `frame`",
            "En ram är vad en part har budgeterat för ett år. Utan den finns inget att hålla.",
        ),
        en=Words(
            "the agreement has no frame for {name} in {given}",
            "add it: `frames: {{party}: {{given}: 1 000 000}}`, or write the amount instead of "
            "`frame`",
            "A frame is what a party has budgeted for a year. Without it there is nothing to stay "
            "within.",
        ),
    ),
    "AV857": Message(
        sv=Words(
            "det finns inget tak för `{given}` det året",
            "lägg till ett i avtalet: `limits: [{party: lerum, max: 900 000, difference: others}]`",
            "Ett tak är `max` eller `max_increase` under `limits`, i den period som gäller eller "
            "för en kostnadspost. `cap` är det första som finns och `cap.lerum` det första för en "
            "part.",
        ),
        en=Words(
            "there is no cap for `{given}` in that year",
            "add one to the agreement: `limits: [{party: lerum, max: 900 000, difference: "
            "others}]`",
            "A cap is `max` or `max_increase` under `limits`, in the period that applies or for a "
            "cost item. `cap` is the first there is, and `cap.lerum` the first one for a party.",
        ),
    ),
    "AV858": Message(
        sv=Words(
            "`{command}` räknar ett avtal i taget, och här är {count}",
            "ange filen med avtalet",
            "Det som prövas är ett avtals egna andelar och kostnader. Du kan ange en mapp om den "
            "bara har ett avtal.",
        ),
        en=Words(
            "`{command}` takes one agreement at a time, and here are {count}",
            "name the agreement's file",
            "What is tried is one agreement's own shares and costs. You can give a folder if it "
            "has only one agreement.",
        ),
    ),
    "AV874": Message(
        sv=Words(
            "{year} kan inte räknas ut\nsaknas: {known}",
            "välj ett år som avtalet har belopp för, eller fyll i det som saknas",
            "Värdet söks genom att beloppen räknas ut. Det går inte för ett år som avtalet inte "
            "gäller, eller som saknar belopp: programmet gissar inte. En ökning räknas från året "
            "före, som avtalet gäller eller som står under `paid`.",
        ),
        en=Words(
            "{year} cannot be calculated\nmissing: {known}",
            "choose a year that the agreement has amounts for, or fill in what is missing",
            "The value is found by calculating the amounts. That cannot be done for a year that "
            "the agreement does not cover, or that lacks amounts: the program does not guess. An "
            "increase counts from the year before, which the agreement covers or `paid` states.",
        ),
    ),
    "AV876": Message(
        sv=Words(
            "ange vilket resultat `solve` ska söka",
            "lägg till exempel till `--want 'lerum<=900000'`",
            "Det önskade resultatet är ett belopp för en part, två parter som betalar lika, eller "
            "att alla håller sin ram: `frame`.",
        ),
        en=Words(
            "say which result `solve` should look for",
            "add for example `--want 'lerum<=900000'`",
            "The wanted result is an amount for a party, two parties that pay the same, or "
            "everyone within its frame: `frame`.",
        ),
    ),
    "AV877": Message(
        sv=Words(
            "`solve` tar ett scenario, eller två att jämföra, och här är {count}",
            "ange scenarierna så: `--break-even lerum --scenario ett --scenario annat`; med "
            "`--want` högst ett",
            "Med `--want` söks ett värde i avtalet som det är, eller med ett scenario. Med "
            "`--break-even` söks det värde där en part betalar lika mycket med ett scenario som "
            "med ett annat, eller med avtalet som det är.",
        ),
        en=Words(
            "`solve` takes one scenario, or two to compare, and here are {count}",
            "give the scenarios like this: `--break-even lerum --scenario one --scenario other`; "
            "with `--want` at most one",
            "With `--want` a value is looked for in the agreement as it is, or with a scenario. "
            "With `--break-even` it is the value at which a party pays the same with one scenario "
            "as with another, or with the agreement as it is.",
        ),
    ),
    "AV878": Message(
        sv=Words(
            "ange vad som ska gälla från den dag som söks",
            "lägg till ett scenario, som `--scenario ny-fordelning`, eller sök en dag i filen, "
            "som `--vary periods.2024.to`",
            "`--vary date` söker den dag från vilken ett scenarios ändringar ska gälla. Utan "
            "scenario ändras inget.",
        ),
        en=Words(
            "say what should apply from the day that is looked for",
            "add a scenario, like `--scenario new-split`, or look for a day in the file, like "
            "`--vary periods.2024.to`",
            "`--vary date` looks for the day from which a scenario's changes should apply. Without "
            "a scenario nothing changes.",
        ),
    ),
}
