"""Words about what an agreement says: parties (AV1), periods (AV3), costs (AV4), other (AV6)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- Parties and splits ---------------------------------------------------------------
    "AV101": Message(
        sv=Words(
            "{none} heter `{name}`",
            "menade du `{nearest}`?\nvälj bland: {known}\n{advice}",
            "Parter, kostnadsposter, fördelningsnycklar, index, volymer och fördelningar anges med "
            "sina id, orden före kolon under `parties`, `costs`, `keys`, `indices`, `volumes` och "
            "`shares` (fördelningar också under periodens `splits`). En mottagare eller utförare "
            "som inte betalar är ingen part: skriv `provider: Namnet`, eller `host: {name: "
            "Namnet}` om den fakturerar de andra. En fördelning i ett ord är `equal` (lika delar), "
            "`default` (periodens egen `split`) eller ett sådant id. En sökväg under `set` eller "
            "efter `--set` är fält med punkter emellan, som `costs.drift.budget.2024`.",
        ),
        en=Words(
            "{none} is called `{name}`",
            "did you mean `{nearest}`?\nchoose from: {known}\n{advice}",
            "Parties, cost items, keys, indices, volumes and splits are given by their ids, the "
            "words before the colon under `parties`, `costs`, `keys`, `indices`, `volumes` and "
            "`shares` (splits also under the period's `splits`). A receiver or provider that does "
            "not pay is not a party: write `provider: Name`, or `host: {name: Name}` if it "
            "invoices the others. A split in one word is `equal` (equal shares), `default` (the "
            "period's own `split`) or such an id. A path under `set` or after `--set` is fields "
            "with dots between them, like `costs.running.budget.2024`.",
        ),
    ),
    "AV102": Message(
        sv=Words(
            "ett avtal har minst två parter, men här finns bara {count}",
            "lägg till den andra parten under `parties`: `kommunen: Exempelby kommun`",
            "En ensam part har ingen att dela med. En nämnd i samma kommun räknas också som en "
            "egen part.",
        ),
        en=Words(
            "an agreement has at least two parties, but there is only {count} here",
            "add the other party under `parties`: `kommunen: Exempelby kommun`",
            "A single party has nobody to share with. A board of the same municipality also counts "
            "as a party of its own.",
        ),
    ),
    "AV103": Message(
        sv=Words(
            "de andras andelar är redan {total}, så `rest` blir mindre än noll\n{shares} = "
            "{total}\når {year}",
            "sänk {one} med minst {difference}",
            "`rest` är det som är kvar upp till 100 %. Har de andra redan mer än så finns inget "
            "kvar, och ingen kan betala mindre än noll.",
        ),
        en=Words(
            "the others' shares are already {total}, so `rest` would be less than zero\n{shares} = "
            "{total}\nyear {year}",
            "lower {one} by at least {difference}",
            "`rest` is what is left up to 100%. If the others already have more than that, nothing "
            "is left, and nobody can pay less than zero.",
        ),
    ),
    "AV104": Message(
        sv=Words(
            "{what} summerar till {total}, inte 100 %\n{shares} = {total}\når {year}",
            "ändra {one} (skillnaden är {difference}), eller skriv `rest` för {of_one}\nsaknas en "
            "part? lägg till `{add}`\nstår det så i avtalet? skriv `{parts}`: andelar i "
            "förhållande till talen",
            "Hela kostnaden fördelas, varken mer eller mindre, så andelarna ska bli precis 100 %. "
            "Skriv tredjedelar som `1/3`; `rest` tar det som är kvar. En part som inte nämns har 0 "
            "%.",
        ),
        en=Words(
            "{what} add up to {total}, not 100%\n{shares} = {total}\nyear {year}",
            "change {one} (the difference is {difference}), or write `rest` for {of_one}\nis a "
            "party missing? add `{add}`\ndoes the agreement say so? write `{parts}`: shares in "
            "proportion to the numbers",
            "The whole cost is split, neither more nor less, so the shares must add up to exactly "
            "100%. Write thirds as `1/3`; `rest` takes what is left. A party that is not named has "
            "0%.",
        ),
    ),
    "AV105": Message(
        sv=Words(
            "flera parter har `rest`: {parties}",
            "skriv en andel för alla parter utom en",
            "Bara en part kan ta resten. Ska flera dela resten lika, använd en `mix` eller skriv "
            "ut deras andelar.",
        ),
        en=Words(
            "several parties have `rest`: {parties}",
            "write a share for all parties but one",
            "Only one party can take the rest. If several share it equally, use a `mix` or write "
            "out their shares.",
        ),
    ),
    "AV106": Message(
        sv=Words(
            "parterna är en lista, men var och en behöver ett kort namn",
            "skriv utan streck, en rad för varje part: `{example}`",
            "Resten av filen använder partens korta namn, dess id. Fel: `- regionen: Region "
            "Exempel` och `- Region Exempel`. Rätt: `regionen: Region Exempel`. En lista av id:n, "
            "`[regionen, kommunen]`, räcker när mappens `shared.yaml` har namnen.",
        ),
        en=Words(
            "the parties are a list, but each needs a short name",
            "write without dashes, one line for each party: `{example}`",
            "The rest of the file uses the party's short name, its id. Wrong: `- regionen: Region "
            "Exempel` and `- Region Exempel`. Right: `regionen: Region Exempel`. A list of ids, "
            "`[regionen, kommunen]`, is enough when the folder's `shared.yaml` has the names.",
        ),
    ),
    "AV109": Message(
        sv=Words(
            "`{what}` är mindre än noll",
            "skriv noll eller mer",
            "Delar anger hur mycket varje part betalar i förhållande till de andra, belopp i "
            "`steps` tas från kostnaden innan resten delas, och en tolerans är hur långt andelarna "
            "får avvika. Inget av dem kan vara under noll. Det som sänker kostnaden är en egen "
            "kostnadspost med `kind: revenue`.",
        ),
        en=Words(
            "`{what}` is below zero",
            "write zero or more",
            "Parts say how much each party pays compared with the others, amounts in `steps` are "
            "taken from the cost before the rest is shared, and a tolerance is how far the shares "
            "may differ. None of them can be below zero. What lowers the cost is a cost item of "
            "its own with `kind: revenue`.",
        ),
    ),
    "AV110": Message(
        sv=Words(
            "alla har noll delar",
            "skriv mer än noll för minst en part",
            "Hela kostnaden ska fördelas, så någon måste ha en del.",
        ),
        en=Words(
            "all have zero parts",
            "write more than zero for at least one party",
            "The whole cost is split, so somebody must have a part.",
        ),
    ),
    "AV111": Message(
        sv=Words(
            "{party} har en andel {day}, men är inte med då",
            "dela perioden där parten börjar eller slutar, med egna andelar i varje del, eller "
            "rätta `joined` och `left`",
            "Avtalade andelar gäller dem som är med. Avtalet måste ange vem som tar en andel som "
            "blir ledig; programmet gissar inte.",
        ),
        en=Words(
            "{party} has a share on {day}, but does not take part then",
            "split the period in two where the party joins or leaves, each with its own shares, or "
            "correct `joined` and `left`",
            "Agreed shares are for those who take part. The agreement must say who takes a share "
            "that nobody has; the program does not guess.",
        ),
    ),
    "AV113": Message(
        sv=Words(
            "hänvisningarna går i en cirkel: {circle}",
            "ta bort eller skriv om en av hänvisningarna",
            "En fördelning får nämna en annan, ett påslag räknas på ett påslag, en "
            "fördelningsnyckel räknas ut av en annan, ett belopp komma från ett annat avtal och "
            "ett scenario göras efter ett annat, men till slut måste det finnas något att börja "
            "med.",
        ),
        en=Words(
            "the references form a circle: {circle}",
            "remove or rewrite one of the references",
            "A split may name another, an overhead be on an overhead, a key be calculated from "
            "another, an amount come from another agreement and a scenario come after another, but "
            "in the end there must be something to "
            "start from.",
        ),
    ),
    "AV428": Message(
        sv=Words(
            "inget kan hämtas från avtalet `{id}`: {why}",
            "rätta det avtalet, eller skriv beloppen här, år för år under `budget` och `actual`",
            "Ett belopp från ett annat avtal är vad en part betalar enligt det, samma "
            "räkenskapsår, på samma underlag och i samma valuta. Vilken del av ett annat "
            "räkenskapsår som menas, eller vilken kurs, står i papperet och skrivs som belopp. "
            "`avtalskalk check` på det andra avtalet visar vad som är fel i det.",
        ),
        en=Words(
            "nothing can be taken from the agreement `{id}`: {why}",
            "correct that agreement, or write the amounts here, year by year under `budget` and "
            "`actual`",
            "An amount from another agreement is what a party pays by it, in the same fiscal year, "
            "on the same basis and in the same currency. Which part of another fiscal year is "
            "meant, or which rate, stands in the paper and is written as an amount. `avtalskalk "
            "check` on the other agreement shows what is wrong in it.",
        ),
    ),
    "AV429": Message(
        sv=Words(
            "beloppen för {year} i `{item}` blir {total}, men `sum` är {stated}\n"
            "{amounts} = {total}",
            "ändra ett av beloppen eller `sum` (skillnaden är {difference})\n"
            "står det så i avtalet? ta bort `sum`, och skriv skillnaden under `assumptions`",
            "`sum` är den summa som avtalet anger bredvid `amounts`. Den ändrar inget belopp, men "
            "visar om ett av dem är fel avskrivet, eller om avtalets belopp inte blir avtalets "
            "summa. Ska summan i stället fördelas, skriv den som `budget` med en `split`.",
        ),
        en=Words(
            "the amounts for {year} in `{item}` make {total}, but `sum` is {stated}\n{amounts} = "
            "{total}",
            "change one of the amounts or `sum` (the difference is {difference})\ndoes the "
            "agreement say so? remove `sum`, and write the difference under `assumptions`",
            "`sum` is the sum that the agreement states beside `amounts`. It changes no amount, "
            "but shows whether one of them is miscopied, or whether the agreement's amounts do not "
            "make its sum. If the sum must be split instead, write it as `budget` with a `split`.",
        ),
    ),
    # --- Periods and decisions ------------------------------------------------------------
    "AV301": Message(
        sv=Words(
            "`{last_key}` {last} är före `{first_key}` {first}",
            "rätta det ena; har de bytt plats?",
            "Den första och den sista dagen räknas båda med: en period eller en kostnadspost "
            "gäller `from`–`to`, eller till `terminated` om den är uppsagd, och en part är med "
            "`joined`–`left`.",
        ),
        en=Words(
            "`{last_key}` {last} is before `{first_key}` {first}",
            "correct one of them; have they been swapped?",
            "The first and the last day are both included: a period or a cost item applies "
            "`from`–`to`, or until `terminated` if notice was given, and a party takes part "
            "`joined`–`left`.",
        ),
    ),
    "AV302": Message(
        sv=Words(
            "perioden börjar {first}, men den förra gäller till och med {last}",
            "låt den förra sluta dagen före: `{key}: {before}`, eller den här börja dagen efter "
            "{last}",
            "Två perioder kan inte gälla samma dag. `to` är den sista dagen som perioden gäller. "
            "Fel: `to: 2024-01-01` följt av `from: 2024-01-01`. Rätt: `to: 2023-12-31`.",
        ),
        en=Words(
            "the period begins on {first}, but the one before runs to {last}",
            "let the one before end the day before: `{key}: {before}`, or this one begin the day "
            "after {last}",
            "Two periods cannot apply on the same day. `to` is the last day that the period "
            "applies. Wrong: `to: 2024-01-01` followed by `from: 2024-01-01`. Right: `to: "
            "2023-12-31`.",
        ),
    ),
    "AV303": Message(
        sv=Words(
            "avtalet har inga villkor {first}–{last}",
            "lägg till perioden som saknas, eller rätta en dag; är luckan avsedd, skriv varför: "
            "`lints: {AV303: …}`",
            "Kostnader för dagar utan villkor fördelas inte. Det kan vara rätt, men oftare har en "
            "förlängning glömts eller en dag blivit fel.",
        ),
        en=Words(
            "the agreement has no terms {first}–{last}",
            "add the missing period, or correct a day; if the gap is intended, write why: `lints: "
            "{AV303: …}`",
            "Costs for days without terms are not split. That can be right, but more often an "
            "extension was forgotten or a day is wrong.",
        ),
    ),
    "AV304": Message(
        sv=Words(
            "bara den första perioden får sakna `from`",
            "skriv periodens första dag: `from: 2024-01-01`",
            "Anger avtalet inte när det började, utelämna `from` i den första perioden. De "
            "följande måste ange när de börjar.",
        ),
        en=Words(
            "only the first period may lack `from`",
            "write the period's first day: `from: 2024-01-01`",
            "If the agreement does not say when it began, leave out `from` in the first period. "
            "Those that follow must say when they begin.",
        ),
    ),
    "AV305": Message(
        sv=Words(
            "bara den sista perioden får sakna `to`, men nästa börjar {next}",
            "skriv `to: {last}` i den här perioden: dagen före nästa periods `from`",
            "En period utan `to` gäller tills vidare, så ingen annan kan följa efter den.",
        ),
        en=Words(
            "only the last period may lack `to`, but the next begins on {next}",
            "write `to: {last}` in this period: the day before the next period's `from`",
            "A period without `to` applies until further notice, so no other can follow it.",
        ),
    ),
    "AV306": Message(
        sv=Words(
            "villkoret är ofullständigt",
            "skriv `identical_decision`, `{at_least: 2, of: […]}` eller `{silence_by: 2023-09-15}`",
            "Ett villkor är att alla beslutar lika, att minst så många av de nämnda gör det, eller "
            "att den som tiger till en viss dag räknas som ja. `at_least` och `of` hör ihop.",
        ),
        en=Words(
            "the condition is incomplete",
            "write `identical_decision`, `{at_least: 2, of: […]}` or `{silence_by: 2023-09-15}`",
            "A condition is that all decide the same, that at least so many of those named do, or "
            "that silence until a certain day counts as yes. `at_least` and `of` belong together.",
        ),
    ),
    "AV307": Message(
        sv=Words(
            "`{key}` behöver en period före den första att fortsätta",
            "ta bort `{key}`, och skriv periodens fördelning",
            "`continues: true` tar över fördelning och tak eller golv från den föregående "
            "perioden, och det gör `otherwise: previous` när villkoret inte uppfylls.",
        ),
        en=Words(
            "`{key}` requires a period before the first to continue",
            "remove `{key}`, and write the period's split",
            "`continues: true` takes over the split and the caps and floors of the period before, "
            "and `otherwise: previous` does so where the condition fails.",
        ),
    ),
    "AV309": Message(
        sv=Words(
            "`{key}` kräver en period som tar slut",
            "skriv periodens sista dag med `to`, eller ta bort `{key}`",
            "En period utan `to` gäller tills vidare, så det finns inget att förlänga.",
        ),
        en=Words(
            "`{key}` requires a period that ends",
            "write the period's last day with `to`, or remove `{key}`",
            "A period without `to` applies until further notice, so there is nothing to extend.",
        ),
    ),
    "AV310": Message(
        sv=Words(
            "optionen går till {end}, som inte är efter periodens slut {last}",
            "skriv den dag då förlängningen slutar",
            "En option förlänger perioden, så dess sista dag är efter periodens.",
        ),
        en=Words(
            "the option runs to {end}, which is not after the period's end {last}",
            "write the day on which the extension ends",
            "An option extends the period, so its last day is after the period's.",
        ),
    ),
    "AV314": Message(
        sv=Words(
            "`{party}` har sagt nej, men perioden räknas ändå som gällande",
            "ta bort perioden, eller skriv att den är villkorad: `condition: identical_decision`",
            "Med ett villkor räknas perioden och visas som villkorad. Utan villkor räknas den som "
            "om alla hade godkänt.",
        ),
        en=Words(
            "`{party}` has refused, but the period is calculated as if in force",
            "remove the period, or write that it is conditional: `condition: identical_decision`",
            "With a condition the period is calculated and shown as conditional. Without one it is "
            "calculated as if all had approved.",
        ),
    ),
    # --- Costs ----------------------------------------------------------------------------
    "AV402": Message(
        sv=Words(
            "flera parters delar är kända: {parties}",
            "behåll en av delarna; de andras följer av fördelningen",
            "En känd del räcker för att räkna ut hela beloppet, och två delar kan säga emot "
            "varandra. Är alla delar avtalade, skriv dem som `amounts: {2024: {regionen: 400 000, "
            "kommunen: 390 000}}`.",
        ),
        en=Words(
            "several parties' parts are known: {parties}",
            "keep one of the parts; the others follow from the split",
            "One known part is enough to work out the whole amount, and two parts can contradict "
            "each other. If all parts are agreed, write them as `amounts: {2024: {regionen: 400 "
            "000, kommunen: 390 000}}`.",
        ),
    ),
    "AV403": Message(
        sv=Words(
            "kostnadsposten `{item}` saknar belopp",
            "skriv `amount: 40 000 kr` för ett belopp per år, eller `budget: {2024: 40 000 kr}` "
            "för ett visst år\nandra sätt: `total`, `price` med `quantity`, `amounts`, `bands`, "
            "`percent`",
            "En kostnadspost anger sitt belopp på ett av flera sätt. Är inget belopp känt, ta bort "
            "hela posten: resultatet blir då ofullständigt i stället för fel.",
        ),
        en=Words(
            "the cost item `{item}` has no amount",
            "write `amount: 40 000 kr` for an amount per year, or `budget: {2024: 40 000 kr}` for "
            "a certain year\nother ways: `total`, `price` with `quantity`, `amounts`, `bands`, "
            "`percent`",
            "A cost item gives its amount in one of several ways. If no amount is known, remove "
            "the whole item: the result is then incomplete instead of wrong.",
        ),
    ),
    "AV404": Message(
        sv=Words(
            "kostnadsposten `{item}` anger sitt belopp på flera sätt: {forms}",
            "behåll ett av dem, eller dela posten i två",
            "En kostnadspost anger sitt belopp på ett enda sätt, så att inget räknas två gånger. "
            "Bara `actual` får finnas bredvid `amount`, `total` och `price` med `quantity`.",
        ),
        en=Words(
            "the cost item `{item}` gives its amount in several ways: {forms}",
            "keep one of them, or split the item in two",
            "A cost item gives its amount in a single way, so that nothing counts twice. Only "
            "`actual` may appear beside `amount`, `total` and `price` with `quantity`.",
        ),
    ),
    "AV405": Message(
        sv=Words(
            "`{item}` gäller bara {first}–{last} av {year}: är beloppet för hela året eller bara "
            "för den tiden?\nför hela året: {prorated} av {whole} fördelas\nbara för den tiden: "
            "{whole} fördelas",
            "skriv `covers: {for_year}` under `{item}` om beloppet är för hela året\n"
            "skriv `covers: {for_period}` om det bara är för den tiden",
            "När avtalet eller posten gäller en del av året kan ett årsbelopp betyda två saker, "
            "och skillnaden är pengar. Programmet gissar inte. Skriv `covers` under posten, lika "
            "långt in som `budget`; det kan anges för varje slag: `covers: {budget: year, actual: "
            "period}`.",
        ),
        en=Words(
            "`{item}` applies only {first}–{last} of {year}: is the amount for the whole year or "
            "only for that time?\nfor the whole year: {prorated} of {whole} is split\nonly for "
            "that time: {whole} is split",
            "write `covers: {for_year}` under `{item}` if the amount is for the whole year\n"
            "write `covers: {for_period}` if it is only for that time",
            "When the agreement or the item covers part of a year, an annual amount can mean two "
            "things, and the difference is money. The program does not guess. Write `covers` under "
            "the item, as far in as `budget`; it can be given for each basis: `covers: {budget: "
            "year, actual: period}`.",
        ),
    ),
    "AV406": Message(
        sv=Words(
            "`{party}` betalar inget {year}, så hela beloppet kan inte räknas ut av dess del",
            "kontrollera fördelningen, eller skriv hela beloppet: `{value: …}`",
            "Hela beloppet är den kända delen delad med partens andel. Är andelen noll går det "
            "inte att räkna ut.",
        ),
        en=Words(
            "`{party}` pays nothing in {year}, so its part cannot give the whole amount",
            "check the split, or write the whole amount: `{value: …}`",
            "The whole amount is the known part divided by the party's share. If the share is "
            "zero, it cannot be worked out.",
        ),
    ),
    "AV410": Message(
        sv=Words(
            "`total` för `{item}` behöver en tid med början och slut",
            "skriv periodens `from` och `to`, eller postens egna; ett belopp per år är `amount`",
            "Ett belopp för hela tiden sprids jämnt över den, så tiden måste ta slut.",
        ),
        en=Words(
            "the `total` of `{item}` needs a time with a beginning and an end",
            "write the period's `from` and `to`, or the item's own; an amount per year is `amount`",
            "One amount for the whole time is spread evenly over it, so the time must end.",
        ),
    ),
    "AV411": Message(
        sv=Words(
            "kostnadsposten `{item}` gäller bara när avtalet inte gäller",
            "rätta postens `from` och `to`, eller lägg till perioden som saknas",
            "En kostnadspost kan börja senare och sluta tidigare än avtalet, men båda måste gälla "
            "minst en gemensam dag.",
        ),
        en=Words(
            "the cost item `{item}` applies only when the agreement does not",
            "correct the item's `from` and `to`, or add the missing period",
            "A cost item can begin later and end earlier than the agreement, but they must have at "
            "least one day in common.",
        ),
    ),
    "AV412": Message(
        sv=Words(
            "`{item}` har `kind: {kind}` och ett belopp under noll, så det höjer kostnaden",
            "skriv beloppet utan minus; intäkter och bidrag dras alltid av",
            "`kind: revenue` och `kind: grant` dras av, så ett minus gör dem till kostnader. Rätt: "
            "`2024: 120 000 kr`.",
        ),
        en=Words(
            "`{item}` has `kind: {kind}` and an amount below zero, so it raises the cost",
            "write the amount without a minus; revenue and grants are always deducted",
            "`kind: revenue` and `kind: grant` are deducted, so a minus turns them into costs. "
            "Right: `2024: 120 000 kr`.",
        ),
    ),
    "AV413": Message(
        sv=Words(
            "`{key}` har ingen verkan i `{item}`: det hör till {where}",
            "ta bort `{key}`",
            "Ett fält utan verkan läses lätt som en regel som gäller. `for` anger vilket år en "
            "rättelse är för, `among` vilka parter som betalar ett pris per värde i en "
            "fördelningsnyckel, och `covers` om ett belopp är för hela året eller för avtalets "
            "del av det.",
        ),
        en=Words(
            "`{key}` has no effect in `{item}`: it belongs to {where}",
            "remove `{key}`",
            "A field without effect is easily read as a rule that applies. `for` says which year a "
            "correction is for, `among` which parties pay a price per value of a key, and `covers` "
            "whether an amount is for the whole year or for the agreement's part of it.",
        ),
    ),
    "AV415": Message(
        sv=Words(
            "`{item}` har ett belopp för {year}, men avtalet gäller inte då",
            "rätta året, eller lägg till perioden som saknas",
            "Beloppet fördelas inte, eftersom inga villkor gäller. Oftast är ett årtal fel, eller "
            "så har en förlängning glömts.",
        ),
        en=Words(
            "`{item}` has an amount for {year}, but the agreement is not in force then",
            "correct the year, or add the missing period",
            "The amount is not split, because no terms apply. Usually a year is wrong, or an "
            "extension was forgotten.",
        ),
    ),
    "AV419": Message(
        sv=Words(
            "rättelsen `{item}` måste ha ett belopp för varje år som den tas upp",
            "skriv `actual: {2018: -46 378}` eller `amounts: {2018: {a: …, b: …}}`",
            "En rättelse läggs till med sitt tecken de år som anges, och bara då.",
        ),
        en=Words(
            "the correction `{item}` must have an amount for each year in which it is taken up",
            "write `actual: {2018: -46 378}` or `amounts: {2018: {a: …, b: …}}`",
            "A correction is added with its own sign in the years given, and only then.",
        ),
    ),
    # --- Rounding, sources and readings ---------------------------------------------------
    "AV601": Message(
        sv=Words(
            "det går inte att avrunda till `{text}`",
            "skriv ett belopp över noll, som `1 kr` eller `1 000 kr`; ett tal, som `0.1`; eller en "
            "andel, som `0.1 %`",
            "Det som avrundas blir en hel multipel av det som anges: `0.1` är en decimal, `1 tkr` "
            "hela tusental kronor.",
        ),
        en=Words(
            "nothing can be rounded to `{text}`",
            "write an amount above zero, such as `1 kr` or `1 000 kr`; a number, such as `0.1`; or "
            "a share, such as `0.1 %`",
            "What is rounded becomes a whole multiple of what is stated: `0.1` is one decimal, "
            "`1 tkr` whole thousands of kronor.",
        ),
    ),
    "AV603": Message(
        sv=Words(
            "källan `{source}` finns inte under `sources`",
            "menade du `{nearest}`?",
            "En källa får vara fri text, men den här är nästan lik ett id under `sources`. Är den "
            "felstavad går siffran inte att spåra till sin handling.",
        ),
        en=Words(
            "the source `{source}` is not under `sources`",
            "did you mean `{nearest}`?",
            "A source may be free text, but this one is nearly the same as an id under `sources`. "
            "If it is misspelt, the figure cannot be traced to its document.",
        ),
    ),
    "AV069": Message(
        Words(
            "`{party}` är {name} här men {other} i `{first}`",
            "är det samma part, skriv samma namn eller ange `org_no`; annars kan id:t vara kvar, "
            "för parterna har var sin rad i summor över flera avtal",
            "Ett id är avtalets eget ord för en part. I summor över flera avtal är två parter "
            "samma om de har samma `org_no` eller, där det inte är angivet, samma namn. Står "
            "parterna i `shared.yaml` heter de lika i alla avtal.",
        ),
        Words(
            "`{party}` is {name} here but {other} in `{first}`",
            "if it is the same body, write the same name or give its `org_no`; otherwise the id "
            "can stay, because each body has its own row in totals over several agreements",
            "An id is an agreement's own word for a party. In totals over several agreements two "
            "parties are the same if they have the same `org_no` or, where that is not given, the "
            "same name. If the parties are in `shared.yaml`, they have the same name everywhere.",
        ),
    ),
}
