"""Words about what an agreement says: parties (AV1), periods (AV3), costs (AV4), other (AV6)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- Parties and splits ---------------------------------------------------------------
    "AV101": Message(
        sv=Words(
            "{none} heter `{name}`",
            "menade du `{nearest}`?\ndet finns: {known}\n{advice}",
            "Parter, kostnader, nycklar, index, volymer och fördelningar anges med sina id:n, det "
            "korta namnet före kolon under `parties`, `costs`, `keys`, `indices`, `volumes` och "
            "`shares` (fördelningar även under periodens `splits`). En mottagare eller utförare "
            "som inte betalar är ingen part; den skrivs som `provider: Namnet`, eller "
            "`host: {name: Namnet}` om den fakturerar de andra. Ett ensamt ord som fördelning är "
            "`equal` (lika delar), `default` (periodens egen `split`) eller ett sådant id. En "
            "sökväg under `set` eller efter `--set` har namnen i filen med punkter emellan, som "
            "`costs.drift.budget.2024`.",
        ),
        en=Words(
            "{none} is called `{name}`",
            "did you mean `{nearest}`?\nthere is: {known}\n{advice}",
            "Parties, costs, keys, indices, volumes and splits are named by their ids, the short "
            "names before the colon under `parties`, `costs`, `keys`, `indices`, `volumes` and "
            "`shares` (splits also under the period's `splits`). A receiver or provider that does "
            "not pay is no party; it is written as `provider: Its name`, or "
            "`host: {name: Its name}` if it invoices the others. A single word as a split is "
            "`equal` (equal shares), `default` (the period's own `split`) or such an id. A path "
            "under `set` or after `--set` has the names in the file with points between, like "
            "`costs.running.budget.2024`.",
        ),
    ),
    "AV102": Message(
        sv=Words(
            "ett avtal har minst två parter, men här står bara {count}",
            "lägg till den andra parten under `parties`: `kommunen: Exempelby kommun`",
            "En ensam part har ingen att dela med. Är motparten en nämnd i samma kommun är den "
            "ändå en egen part.",
        ),
        en=Words(
            "an agreement has at least two parties, but only {count} stands here",
            "add the other party under `parties`: `kommunen: Exempelby kommun`",
            "A single party has nobody to share with. Where the other side is a board of the "
            "same municipality, it is still a party of its own.",
        ),
    ),
    "AV103": Message(
        sv=Words(
            "de andra har redan {total}, så `rest` blir mindre än noll\n{shares} = {total}\n"
            "år {year}",
            "sänk {one} med minst {difference}",
            "`rest` är det som blir kvar upp till 100 %. När de andra redan har mer än så finns "
            "inget kvar, och en part kan inte bära mindre än inget.",
        ),
        en=Words(
            "the others already have {total}, so `rest` would be less than nothing\n"
            "{shares} = {total}\nyear {year}",
            "lower {one} by at least {difference}",
            "`rest` is what is left up to 100 %. When the others already have more than that, "
            "nothing is left, and a party cannot bear less than nothing.",
        ),
    ),
    "AV104": Message(
        sv=Words(
            "{what} blir {total}, de ska bli 100 %\n{shares} = {total}\når {year}",
            "ändra {one} (det skiljer {difference}), eller skriv `rest` för {of_one}\n"
            "fattas en part? lägg till `{add}`",
            "Det som fördelas är hela kostnaden, varken mer eller mindre, så andelarna ska bli "
            "precis 100 %. Tredjedelar skrivs som `1/3`, och `rest` tar det som är kvar. En part "
            "som inte nämns har 0 %.",
        ),
        en=Words(
            "{what} make {total}; they must make 100 %\n{shares} = {total}\nyear {year}",
            "change {one} (it is {difference} off), or write `rest` for {of_one}\n"
            "is a party missing? add `{add}`",
            "What is split is the whole cost, neither more nor less, so the shares must make 100 "
            "% exactly. Thirds are written `1/3`, and `rest` takes what is left. A party that is "
            "not named has 0 %.",
        ),
    ),
    "AV105": Message(
        sv=Words(
            "`rest` står för flera parter: {parties}",
            "skriv en andel för alla utom en",
            "Bara en part kan ta resten. Delar flera på den lika är det en `mix`, eller så skrivs "
            "deras andelar ut.",
        ),
        en=Words(
            "`rest` stands for several parties: {parties}",
            "write a share for all but one",
            "Only one party can take the rest. If several share it equally that is a `mix`, or "
            "their shares are written out.",
        ),
    ),
    "AV106": Message(
        sv=Words(
            "parterna står som en lista, men var och en behöver ett kort namn",
            "skriv utan streck, en rad för varje part: `{example}`",
            "Resten av filen kallar parterna vid det korta namnet, deras id. Fel: `- regionen: "
            "Region Exempel` och `- Region Exempel`. Rätt: `regionen: Region Exempel`. En lista "
            "av id:n, `[regionen, kommunen]`, räcker när mappens `shared.yaml` har namnen.",
        ),
        en=Words(
            "the parties are a list, but each needs a short name",
            "write without dashes, one line for each party: `{example}`",
            "The rest of the file calls the parties by the short name, their id. Wrong: `- "
            "regionen: Region Exempel` and `- Region Exempel`. Right: `regionen: Region "
            "Exempel`. A list of ids, `[regionen, kommunen]`, is enough when the folder's "
            "`shared.yaml` has the names.",
        ),
    ),
    "AV109": Message(
        sv=Words(
            "`{what}` är mindre än noll",
            "skriv noll eller mer",
            "Proportioner säger hur mycket var och en betalar i förhållande till de andra, "
            "belopp i `steps` tas av kostnaden innan resten delas, och en tolerans är hur långt "
            "andelarna får avvika. Inget av dem kan vara mindre än inget. Det som sänker "
            "kostnaden är en egen post, `kind: revenue`.",
        ),
        en=Words(
            "`{what}` is below zero",
            "write zero or more",
            "Proportions say how much each pays in relation to the others, amounts in `steps` "
            "are taken from the cost before the rest is split, and a tolerance is how far the "
            "shares may move. None of them can be less than nothing. What lowers the cost is an "
            "item of its own, `kind: revenue`.",
        ),
    ),
    "AV110": Message(
        sv=Words(
            "alla proportioner är noll",
            "skriv mer än noll för minst en part",
            "Något ska fördelas, och då måste någon bära det.",
        ),
        en=Words(
            "all proportions are zero",
            "write more than zero for at least one party",
            "Something is to be split, so somebody must bear it.",
        ),
    ),
    "AV111": Message(
        sv=Words(
            "{party} har en andel {first}–{last}, men är inte med då",
            "dela perioden i två vid den dagen, med egna andelar i var och en, eller rätta "
            "`joined` och `left`",
            "Avtalade andelar gäller dem som är med. Vem som tar den andel som blir ledig när "
            "någon inte är med måste avtalet säga; det gissas inte.",
        ),
        en=Words(
            "{party} has a share {first}–{last}, but does not take part then",
            "divide the period in two at that day, each with shares of its own, or mend `joined` "
            "and `left`",
            "Agreed shares are for those who take part. Who takes the share that falls free when "
            "somebody does not is for the agreement to say; it is not guessed.",
        ),
    ),
    "AV113": Message(
        sv=Words(
            "det går i ring: {circle}",
            "ta bort eller skriv om ett av stegen",
            "En fördelning får namnge en annan, ett påslag ligga på ett påslag, en nyckel "
            "räknas ut ur en annan och ett scenario göras efter ett annat, men till slut måste "
            "det finnas något att börja med.",
        ),
        en=Words(
            "it goes in a ring: {circle}",
            "take away or rewrite one of the steps",
            "A split may name another, an overhead be on an overhead, a key be computed from "
            "another and a scenario be made after another, but in the end there must be "
            "something to begin with.",
        ),
    ),
    # --- Periods and decisions ------------------------------------------------------------
    "AV301": Message(
        sv=Words(
            "`{last_key}` {last} ligger före `{first_key}` {first}",
            "rätta det ena; har de bytt plats?",
            "Den första och den sista dagen är båda inräknade, som i papperet: en period eller "
            "en kostnad gäller `from`–`to`, eller till `terminated` om den är uppsagd, och en "
            "part deltar `joined`–`left`.",
        ),
        en=Words(
            "`{last_key}` {last} is before `{first_key}` {first}",
            "mend one of them; have they changed places?",
            "The first and the last day are both included, as in the paper: a period or a cost "
            "holds `from`–`to`, or to `terminated` where notice was given, and a party takes "
            "part `joined`–`left`.",
        ),
    ),
    "AV302": Message(
        sv=Words(
            "perioden börjar {first}, men den förra gäller till och med {last}",
            "låt den förra sluta dagen före: `{key}: {before}`, eller den här börja dagen efter "
            "{last}",
            "Två perioder kan inte gälla samma dag. `to` är den sista dagen som gäller, inte den "
            "första som inte gör det. Fel: `to: 2024-01-01` följt av `from: 2024-01-01`. Rätt: "
            "`to: 2023-12-31`.",
        ),
        en=Words(
            "the period begins on {first}, but the one before holds through {last}",
            "let the one before end the day before: `{key}: {before}`, or this one begin the day "
            "after {last}",
            "Two periods cannot hold on the same day. `to` is the last day that holds, not the "
            "first that does not. Wrong: `to: 2024-01-01` followed by `from: 2024-01-01`. Right: "
            "`to: 2023-12-31`.",
        ),
    ),
    "AV303": Message(
        sv=Words(
            "inga villkor gäller {first}–{last}",
            "lägg till perioden som fattas, eller rätta en dag; är glappet som det ska, skriv "
            "varför: `lints: {AV303: …}`",
            "Dagar utan villkor fördelas inte. Det kan vara rätt, men oftare har en förlängning "
            "glömts eller en dag blivit fel.",
        ),
        en=Words(
            "no terms hold {first}–{last}",
            "add the period that is missing, or mend a day; if the gap is as it should be, write "
            "why: `lints: {AV303: …}`",
            "Days without terms are not split. That can be right, but more often an extension "
            "was forgotten or a day is wrong.",
        ),
    ),
    "AV304": Message(
        sv=Words(
            "bara den första perioden får sakna `from`",
            "skriv periodens första dag: `from: 2024-01-01`",
            "När papperet inte säger när avtalet började utelämnas `from` i den första perioden. "
            "De följande måste säga när de tar vid.",
        ),
        en=Words(
            "only the first period may lack `from`",
            "write the period's first day: `from: 2024-01-01`",
            "Where the paper does not say when the agreement began, the first period has no "
            "`from`. Those that follow must say when they take over.",
        ),
    ),
    "AV305": Message(
        sv=Words(
            "bara den sista perioden får sakna `to`, men nästa börjar {next}",
            "skriv periodens sista dag, dagen före nästa",
            "En period utan `to` gäller tills vidare, så ingen annan kan ta vid efter den.",
        ),
        en=Words(
            "only the last period may lack `to`, but the next begins on {next}",
            "write the period's last day, the day before the next",
            "A period without `to` holds until further notice, so no other can follow it.",
        ),
    ),
    "AV306": Message(
        sv=Words(
            "villkoret saknar en del",
            "skriv `identical_decision`, `{at_least: 2, of: [a, b, c]}` eller `{silence_by: "
            "2023-09-15}`",
            "Ett villkor är att alla beslutar lika, att minst så många av dem som nämns gör det, "
            "eller att tystnad efter en dag räknas som ja. `at_least` och `of` hör ihop.",
        ),
        en=Words(
            "the condition lacks a part",
            "write `identical_decision`, `{at_least: 2, of: [a, b, c]}` or `{silence_by: "
            "2023-09-15}`",
            "A condition is that all decide the same, that at least so many of those named do, "
            "or that silence after a day counts as yes. `at_least` and `of` go together.",
        ),
    ),
    "AV307": Message(
        sv=Words(
            "den första perioden har ingen före sig att fortsätta",
            "ta bort `continues`, och skriv periodens fördelning",
            "`continues: true` tar över fördelning och gränser från perioden före i tiden.",
        ),
        en=Words(
            "the first period has none before it to continue",
            "take `continues` away, and write the period's split",
            "`continues: true` takes over the split and the limits of the period before in time.",
        ),
    ),
    "AV309": Message(
        sv=Words(
            "`{key}` behöver en period som tar slut",
            "skriv periodens sista dag med `to`, eller ta bort `{key}`",
            "En period utan `to` gäller tills vidare, så det finns inget att förlänga.",
        ),
        en=Words(
            "`{key}` needs a period that ends",
            "write the period's last day with `to`, or take `{key}` away",
            "A period without `to` holds until further notice, so there is nothing to extend.",
        ),
    ),
    "AV310": Message(
        sv=Words(
            "optionen går till {end}, som inte är efter periodens slut {last}",
            "skriv den dag som förlängningen skulle sluta",
            "En option förlänger perioden, så dess sista dag ligger efter periodens.",
        ),
        en=Words(
            "the option runs to {end}, which is not after the period's end {last}",
            "write the day that the extension would end",
            "An option extends the period, so its last day lies after the period's.",
        ),
    ),
    "AV314": Message(
        sv=Words(
            "`{party}` har sagt nej, men perioden räknas ändå som gällande",
            "ta bort perioden, eller skriv villkoret: `condition: identical_decision`",
            "Med ett villkor räknas perioden och märks som villkorad. Utan det räknas den som om "
            "alla hade sagt ja.",
        ),
        en=Words(
            "`{party}` has refused, but the period is computed as if in force",
            "take the period away, or write the condition: `condition: identical_decision`",
            "With a condition the period is computed and marked conditional. Without one it is "
            "computed as if all had agreed.",
        ),
    ),
    # --- Costs ----------------------------------------------------------------------------
    "AV402": Message(
        sv=Words(
            "flera parters delar är kända: {parties}",
            "behåll en av delarna; de andras följer av fördelningen",
            "En känd del räcker för att räkna ut helheten. Två delar kan säga emot varandra. Är "
            "alla delar avtalade belopp skrivs de som `amounts: {2024: {regionen: 400 000, "
            "kommunen: 390 000}}`.",
        ),
        en=Words(
            "several parties' parts are known: {parties}",
            "keep one of the parts; the others follow from the split",
            "One known part is enough to solve the whole. Two parts can contradict each other. "
            "Where all parts are agreed amounts, they are written as `amounts: {2024: {regionen: "
            "400 000, kommunen: 390 000}}`.",
        ),
    ),
    "AV403": Message(
        sv=Words(
            "posten `{item}` säger inte vad den kostar",
            "skriv `amount: 40 000 kr` för ett belopp per år, eller `budget: {2024: 40 000 kr}` "
            "för ett visst år\n"
            "andra former: `total`, `price` med `quantity`, `amounts`, `bands`, `percent`",
            "En kostnadspost har en av flera former. Är inget belopp känt utelämnas hela posten, "
            "och resultatet blir ofullständigt i stället för fel.",
        ),
        en=Words(
            "the item `{item}` does not say what it costs",
            "write `amount: 40 000 kr` for an amount per year, or `budget: {2024: 40 000 kr}` "
            "for a certain year\n"
            "other forms: `total`, `price` with `quantity`, `amounts`, `bands`, `percent`",
            "A cost item has one of several forms. Where no amount is known the whole item is "
            "left out, and the result is incomplete rather than wrong.",
        ),
    ),
    "AV404": Message(
        sv=Words(
            "posten `{item}` säger på flera sätt vad den kostar: {forms}",
            "behåll ett av dem, eller dela posten i två",
            "Varje post säger på ett enda sätt vad den kostar, så att inget räknas två gånger. "
            "Bredvid `amount`, `total` och `price` med `quantity` får bara `actual` stå.",
        ),
        en=Words(
            "the item `{item}` says in several ways what it costs: {forms}",
            "keep one of them, or divide the item in two",
            "Each item says in a single way what it costs, so that nothing counts twice. Only "
            "`actual` may stand beside `amount`, `total` and `price` with `quantity`.",
        ),
    ),
    "AV405": Message(
        sv=Words(
            "av {year} omfattas bara {first}–{last}: är beloppet för hela året eller bara för "
            "den tiden?\nför hela året: {prorated} fördelas, av {whole}\n"
            "bara för den tiden: {whole} fördelas",
            "skriv `covers: year` under posten `{item}`, om beloppet är för hela året\n"
            "skriv `covers: period`, om det bara är för den tiden",
            "När avtalet eller posten bara gäller en del av året betyder ett årsbelopp två olika "
            "saker, och skillnaden är pengar. Papperet vet; programmet frågar. `covers` står "
            "under posten, lika långt in som `budget`, och kan sägas för varje slag: `covers: "
            "{budget: year, actual: period}`.",
        ),
        en=Words(
            "only {first}–{last} of {year} is covered: is the amount for the whole year or just "
            "for that time?\nfor the whole year: {prorated} is split, of {whole}\n"
            "just for that time: {whole} is split",
            "write `covers: year` under the item `{item}` if the amount is for the whole year\n"
            "write `covers: period` if it is just for that time",
            "When the agreement or the item holds for part of a year, an annual amount can mean "
            "two things, and the difference is money. The paper knows; the program asks. "
            "`covers` stands under the item, as far in as `budget`, and can be said for each "
            "kind: `covers: {budget: year, actual: period}`.",
        ),
    ),
    "AV406": Message(
        sv=Words(
            "`{party}` bär inget {year}, så dess del kan inte ge helheten",
            "kontrollera fördelningen, eller skriv helheten: `{value: …}`",
            "Helheten räknas ut genom att dela den kända delen med partens andel. Är andelen noll "
            "går det inte.",
        ),
        en=Words(
            "`{party}` bears nothing in {year}, so its part cannot give the whole",
            "check the split, or write the whole: `{value: …}`",
            "The whole is solved by dividing the known part by the party's share. Where the share "
            "is zero, that cannot be done.",
        ),
    ),
    "AV410": Message(
        sv=Words(
            "`total` på `{item}` behöver en tid med början och slut",
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
            "posten `{item}` finns bara när avtalet inte gäller",
            "rätta postens `from` och `to`, eller lägg till perioden som fattas",
            "En post kan börja senare och sluta tidigare än avtalet, men någon dag måste båda "
            "gälla.",
        ),
        en=Words(
            "the item `{item}` exists only when the agreement does not hold",
            "mend the item's `from` and `to`, or add the period that is missing",
            "An item can begin later and end earlier than the agreement, but on some day both "
            "must hold.",
        ),
    ),
    "AV412": Message(
        sv=Words(
            "`{item}` har `kind: {kind}` och ett belopp under noll, så det höjer kostnaden",
            "skriv beloppet utan minus; intäkter och bidrag dras av ändå",
            "`kind: revenue` och `kind: grant` dras av. Ett minus till gör dem till kostnader. "
            "Rätt: `2024: 120 000 kr`.",
        ),
        en=Words(
            "`{item}` has `kind: {kind}` and an amount below zero, so it raises the cost",
            "write the amount without a minus; revenue and grants are deducted anyway",
            "`kind: revenue` and `kind: grant` are deducted. Another minus makes them costs. "
            "Right: `2024: 120 000 kr`.",
        ),
    ),
    "AV413": Message(
        sv=Words(
            "`for` hör till en rättelse, men `{item}` är ingen",
            "skriv `kind: adjustment`, eller ta bort `for`",
            "En rättelse av ett tidigare år säger vilket år den avser med `for`.",
        ),
        en=Words(
            "`for` belongs to a correction, but `{item}` is none",
            "write `kind: adjustment`, or take `for` away",
            "A correction for an earlier year says with `for` which year it is about.",
        ),
    ),
    "AV415": Message(
        sv=Words(
            "`{item}` har ett belopp för {year}, men avtalet gäller inte då",
            "rätta året, eller lägg till perioden som fattas",
            "Beloppet fördelas inte, för inga villkor gäller. Oftast har ett årtal blivit fel, "
            "eller en förlängning glömts.",
        ),
        en=Words(
            "`{item}` has an amount for {year}, but the agreement does not hold then",
            "mend the year, or add the period that is missing",
            "The amount is not split, as no terms hold. Mostly a year is wrong, or an extension "
            "was forgotten.",
        ),
    ),
    "AV419": Message(
        sv=Words(
            "rättelsen `{item}` skrivs med belopp för de år den tas upp",
            "skriv `actual: {2018: -46 378}` eller `amounts: {2018: {a: …, b: …}}`",
            "En rättelse läggs till med sitt tecken de år den anges, och inga andra.",
        ),
        en=Words(
            "the correction `{item}` is written with amounts for the years it is taken up",
            "write `actual: {2018: -46 378}` or `amounts: {2018: {a: …, b: …}}`",
            "A correction is added with its own sign in the years it is given, and in no others.",
        ),
    ),
    # --- Rounding, sources and readings ---------------------------------------------------
    "AV601": Message(
        sv=Words(
            "det går inte att avrunda till `{text}`",
            "skriv `1 öre`, `1 kr`, `100 kr` eller `1 000 kr`",
            "Avrundningen är till hela multiplar av ett belopp över noll.",
        ),
        en=Words(
            "amounts cannot be rounded to `{text}`",
            "write `1 öre`, `1 kr`, `100 kr` or `1 000 kr`",
            "Rounding is to whole multiples of an amount above zero.",
        ),
    ),
    "AV603": Message(
        sv=Words(
            "källan `{source}` finns inte under `sources`",
            "menade du `{nearest}`?",
            "En källa får vara fri text, men den här är nästan lik ett av id:na under `sources`. "
            "Är den felstavad pekar siffran inte på sitt papper.",
        ),
        en=Words(
            "the source `{source}` is not under `sources`",
            "did you mean `{nearest}`?",
            "A source may be free text, but this one is nearly the same as an id under `sources`. "
            "If it is misspelt, the figure does not point to its paper.",
        ),
    ),
}
