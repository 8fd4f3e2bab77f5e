"""Words about what an agreement says: splits and parties (AV1), periods (AV3), costs (AV4), other (AV6)."""

from typing import Final

from avtalskalk.texts import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- Parties and splits ---------------------------------------------------------------
    "AV101": Message(
        sv=Words(
            "`{party}` är ingen av avtalets parter",
            "menade du `{nearest}`?\nparterna är: {known}",
            "Andelar, beslut och betalare anges med parternas id:n, det korta namnet före kolon "
            "under `parties`. En mottagare eller utförare som inte betalar är ingen part; den "
            "skrivs som `host` eller `provider`.",
        ),
        en=Words(
            "`{party}` is none of the agreement's parties",
            "did you mean `{nearest}`?\nthe parties are: {known}",
            "Shares, decisions and payers are given by the parties' ids, the short names before "
            "the colon under `parties`. A receiver or provider that does not pay is no party; it "
            "is written as `host` or `provider`.",
        ),
    ),
    "AV102": Message(
        sv=Words(
            "ett avtal har minst två parter, här står {count}",
            "lägg till den andra parten under `parties`",
            "En ensam part har ingen att dela med. Är motparten en nämnd i samma kommun är den "
            "ändå en egen part.",
        ),
        en=Words(
            "an agreement has at least two parties, here stands {count}",
            "add the other party under `parties`",
            "A single party has nobody to share with. Where the other side is a board of the same "
            "municipality, it is still a party of its own.",
        ),
    ),
    "AV103": Message(
        sv=Words(
            "andelarna blir {total} före `rest`, och då blir resten mindre än noll\n"
            "{shares} = {total}\n"
            "år {year}",
            "sänk en andel med minst {difference}",
            "`rest` är det som blir kvar upp till 100 %. När de andra redan har mer än så finns "
            "inget kvar, och en part kan inte bära mindre än inget.",
        ),
        en=Words(
            "the shares make {total} before `rest`, which leaves less than nothing\n"
            "{shares} = {total}\n"
            "year {year}",
            "lower a share by at least {difference}",
            "`rest` is what is left up to 100 %. When the others already have more than that, "
            "nothing is left, and a party cannot bear less than nothing.",
        ),
    ),
    "AV104": Message(
        sv=Words(
            "andelarna blir {total}, de ska bli 100 %\n{shares} = {total}\når {year}",
            "ändra en andel, eller skriv `rest` för den ena",
            "Det som fördelas är hela kostnaden, varken mer eller mindre, så andelarna ska bli "
            "precis 100 %. Tredjedelar skrivs som `1/3`, och `rest` tar det som är kvar.",
        ),
        en=Words(
            "the shares make {total}; they must make 100 %\n{shares} = {total}\nyear {year}",
            "change a share, or write `rest` for one of them",
            "What is split is the whole cost, neither more nor less, so the shares must make 100 % "
            "exactly. Thirds are written `1/3`, and `rest` takes what is left.",
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
            "parterna är en lista av id:n, men det finns ingen gemensam fil att slå upp dem i",
            "skriv namnen: `id: Namn`, en rad för varje part, eller lägg dem i `shared.yaml`",
            "En lista av id:n räcker när arbetsmappens `shared.yaml` har parternas namn. Annars "
            "skrivs namnen i avtalet.",
        ),
        en=Words(
            "the parties are a list of ids, but there is no shared file to find them in",
            "write their names: `id: Name`, one line each, or put them in `shared.yaml`",
            "A list of ids is enough when the workspace's `shared.yaml` has the parties' names. "
            "Otherwise the names are written in the agreement.",
        ),
    ),
    "AV107": Message(
        sv=Words(
            "det finns ingen fördelning som heter `{name}`",
            "menade du `{nearest}`?\nnamnge den i periodens `splits`, eller skriv fördelningen här",
            "Ett ensamt ord som fördelning är ett namn på en av periodens `splits` eller avtalets "
            "`shares`. `default` är periodens egen `split`.",
        ),
        en=Words(
            "there is no split called `{name}`",
            "did you mean `{nearest}`?\nname it in the period's `splits`, or write the split here",
            "A single word as a split is the name of one of the period's `splits` or the "
            "agreement's `shares`. `default` is the period's own `split`.",
        ),
    ),
    "AV108": Message(
        sv=Words(
            "{party} lämnar {left}, innan den går med {joined}",
            "rätta den ena dagen",
            "En part deltar från och med `joined` till och med `left`.",
        ),
        en=Words(
            "{party} leaves on {left}, before it joins on {joined}",
            "mend one of the days",
            "A party takes part from `joined` through `left`.",
        ),
    ),
    "AV109": Message(
        sv=Words(
            "`{party}` har en proportion under noll",
            "skriv noll eller mer",
            "Proportioner säger hur mycket var och en bär i förhållande till de andra. Under noll "
            "går inte att bära.",
        ),
        en=Words(
            "`{party}` has a proportion below zero",
            "write zero or more",
            "Proportions say how much each bears compared with the others. Nobody can bear less "
            "than nothing.",
        ),
    ),
    "AV110": Message(
        sv=Words(
            "proportionerna är noll tillsammans",
            "minst en part måste ha mer än noll",
            "Något ska fördelas, och då måste någon bära det.",
        ),
        en=Words(
            "the proportions are zero together",
            "at least one party must have more than zero",
            "Something is to be split, so somebody must bear it.",
        ),
    ),
    "AV111": Message(
        sv=Words(
            "{party} har en andel {first}–{last}, men är inte med då",
            "dela perioden vid den dagen, med nya andelar, eller rätta `joined` och `left`",
            "Avtalade andelar gäller dem som är med. Vem som tar den andel som blir ledig när någon "
            "inte är med måste avtalet säga; det gissas inte.",
        ),
        en=Words(
            "{party} has a share {first}–{last}, but does not take part then",
            "divide the period at that day, with new shares, or mend `joined` and `left`",
            "Agreed shares are for those who take part. Who takes the share that falls free when "
            "somebody does not is for the agreement to say; it is not guessed.",
        ),
    ),
    "AV113": Message(
        sv=Words(
            "fördelningen `{name}` hänvisar till sig själv",
            "skriv fördelningen på ett av ställena",
            "Ett namn får stå för ett annat namn, men till slut måste det stå en fördelning.",
        ),
        en=Words(
            "the split `{name}` refers to itself",
            "write the split in one of the places",
            "A name may stand for another name, but in the end there must be a split.",
        ),
    ),
    # --- Periods and decisions ------------------------------------------------------------
    "AV301": Message(
        sv=Words(
            "slutet {last} ligger före början {first}",
            "byt plats på dagarna, eller rätta den ena",
            "`from` är den första dagen och `to` den sista, båda inräknade, som i papperet.",
        ),
        en=Words(
            "the end {last} is before the beginning {first}",
            "change the days' places, or mend one of them",
            "`from` is the first day and `to` the last, both included, as in the paper.",
        ),
    ),
    "AV302": Message(
        sv=Words(
            "perioden börjar {first}, men den förra slutar först {last}",
            "låt den förra sluta dagen före, eller den här börja dagen efter",
            "Två perioder kan inte gälla samma dag. `to` är den sista dagen som gäller, inte den "
            "första som inte gör det.",
        ),
        en=Words(
            "the period begins on {first}, but the one before ends only on {last}",
            "let the one before end the day before, or this one begin the day after",
            "Two periods cannot hold on the same day. `to` is the last day that holds, not the "
            "first that does not.",
        ),
    ),
    "AV303": Message(
        sv=Words(
            "inga villkor gäller {first}–{last}",
            "fattas en period? annars är glappet som det ska",
            "Dagar utan villkor fördelas inte. Det kan vara rätt, men oftare har en förlängning "
            "glömts eller en dag blivit fel.",
        ),
        en=Words(
            "no terms hold {first}–{last}",
            "is a period missing? otherwise the gap is as it should be",
            "Days without terms are not split. That can be right, but more often an extension was "
            "forgotten or a day is wrong.",
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
            "villkoret är inte helt",
            "skriv `identical_decision`, `{at_least: 2, of: [a, b, c]}` eller "
            "`{silence_by: 2023-09-15}`",
            "Ett villkor är att alla beslutar lika, att minst så många av dem som nämns gör det, "
            "eller att tystnad efter en dag räknas som ja. `at_least` och `of` hör ihop.",
        ),
        en=Words(
            "the condition is not whole",
            "write `identical_decision`, `{at_least: 2, of: [a, b, c]}` or "
            "`{silence_by: 2023-09-15}`",
            "A condition is that all decide the same, that at least so many of those named do, or "
            "that silence after a day counts as yes. `at_least` and `of` go together.",
        ),
    ),
    "AV307": Message(
        sv=Words(
            "den första perioden har ingen att fortsätta",
            "ta bort `continues`, och skriv periodens fördelning",
            "`continues: true` tar över fördelning och gränser från perioden före i tiden.",
        ),
        en=Words(
            "the first period has none to continue",
            "take `continues` away, and write the period's split",
            "`continues: true` takes over the split and the limits of the period before in time.",
        ),
    ),
    "AV308": Message(
        sv=Words(
            "en option är antingen en längd eller en dag",
            "skriv `option: {extend: 2 years}` eller `option: {extend_to: 2022-12-31}`",
            "Optionen säger hur länge avtalet kan förlängas: `extend` med en längd efter periodens "
            "slut, eller `extend_to` med den sista dagen.",
        ),
        en=Words(
            "an option is either a length or a day",
            "write `option: {extend: 2 years}` or `option: {extend_to: 2022-12-31}`",
            "The option says how far the agreement can be extended: `extend` with a length beyond "
            "the period's end, or `extend_to` with the last day.",
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
    "AV311": Message(
        sv=Words(
            "uppsagt till {day}, innan perioden börjar {first}",
            "flytta `terminated` till den period som slutar då",
            "`terminated` är den sista dagen som perioden gäller.",
        ),
        en=Words(
            "terminated on {day}, before the period begins on {first}",
            "move `terminated` to the period that ends then",
            "`terminated` is the last day that the period holds.",
        ),
    ),
    "AV312": Message(
        sv=Words(
            "villkoret kräver {count} av {most}",
            "skriv ett antal mellan 1 och {most}",
            "`at_least` är hur många av dem i `of` som måste godkänna.",
        ),
        en=Words(
            "the condition asks for {count} of {most}",
            "write a number between 1 and {most}",
            "`at_least` is how many of those in `of` must approve.",
        ),
    ),
    "AV313": Message(
        sv=Words(
            "en förlängning är minst ett år i taget",
            "skriv hur många år: `renews: {years: 2}`",
            "`renews` säger hur många år i taget avtalet förlängs när ingen säger upp det.",
        ),
        en=Words(
            "a renewal is at least one year at a time",
            "write how many years: `renews: {years: 2}`",
            "`renews` says how many years at a time the agreement runs on when nobody gives notice.",
        ),
    ),
    "AV314": Message(
        sv=Words(
            "`{party}` har sagt nej, men perioden gäller ändå i filen",
            "ta bort perioden, eller skriv villkoret: `condition: identical_decision`",
            "Med ett villkor räknas perioden och märks som villkorad. Utan det räknas den som om "
            "alla hade sagt ja.",
        ),
        en=Words(
            "`{party}` has refused, but the period holds in the file all the same",
            "take the period away, or write the condition: `condition: identical_decision`",
            "With a condition the period is computed and marked conditional. Without one it is "
            "computed as if all had agreed.",
        ),
    ),
    # --- Costs ----------------------------------------------------------------------------
    "AV401": Message(
        sv=Words(
            "skriv antingen `value` eller `known_part`",
            "`{value: 1 914 476, source: …}` för hela beloppet, "
            "`{known_part: {alingsas: 957 238}}` för en parts del",
            "Ett belopp är antingen känt i sin helhet eller genom en parts del av det. Då räknas "
            "helheten ut ur fördelningen.",
        ),
        en=Words(
            "write either `value` or `known_part`",
            "`{value: 1 914 476, source: …}` for the whole amount, "
            "`{known_part: {alingsas: 957 238}}` for one party's part",
            "An amount is known either whole or through one party's part of it. The whole is then "
            "solved from the split.",
        ),
    ),
    "AV402": Message(
        sv=Words(
            "flera parters delar är kända: {parties}",
            "behåll en; de andras delar följer av fördelningen",
            "En känd del räcker för att räkna ut helheten. Två delar kan säga emot varandra. Är "
            "alla delar avtalade belopp skrivs de som `amounts`.",
        ),
        en=Words(
            "several parties' parts are known: {parties}",
            "keep one; the others follow from the split",
            "One known part is enough to solve the whole. Two parts can contradict each other. "
            "Where all parts are agreed amounts, they are written as `amounts`.",
        ),
    ),
    "AV403": Message(
        sv=Words(
            "posten `{item}` säger inte vad den kostar",
            "skriv `budget: {2024: …}`, `amount: …`, `total: …` eller `price: …` med `quantity: …`",
            "En kostnadspost har en av flera former. Är inget belopp känt utelämnas posten, och "
            "resultatet blir ofullständigt i stället för fel.",
        ),
        en=Words(
            "the item `{item}` does not say what it costs",
            "write `budget: {2024: …}`, `amount: …`, `total: …` or `price: …` with `quantity: …`",
            "A cost item has one of several forms. Where no amount is known the item is left out, "
            "and the result is incomplete rather than wrong.",
        ),
    ),
    "AV404": Message(
        sv=Words(
            "posten `{item}` har flera former: {forms}",
            "behåll en, eller dela posten i två",
            "Varje post säger på ett enda sätt vad den kostar, så att inget räknas två gånger. "
            "Bredvid `amount`, `total` och `price` med `quantity` får bara `actual` stå.",
        ),
        en=Words(
            "the item `{item}` has several forms: {forms}",
            "keep one, or divide the item in two",
            "Each item says in a single way what it costs, so that nothing counts twice. Only "
            "`actual` may stand beside `amount`, `total` and `price` with `quantity`.",
        ),
    ),
    "AV405": Message(
        sv=Words(
            "{year} omfattas bara {first}–{last}: gäller beloppet hela året eller bara den delen?\n"
            "hela året: {prorated} av {whole} fördelas\n"
            "bara delen: {whole} fördelas",
            "skriv `covers: year` på posten `{item}` om beloppet gäller hela året\n"
            "skriv `covers: period` om det bara gäller tiden som avtalet omfattar",
            "När avtalet eller posten bara gäller en del av året betyder ett årsbelopp två olika "
            "saker, och skillnaden är pengar. Papperet vet; programmet frågar.",
        ),
        en=Words(
            "only {first}–{last} of {year} is covered: is the amount for the whole year or for "
            "that part?\n"
            "the whole year: {prorated} of {whole} is split\n"
            "the part: {whole} is split",
            "write `covers: year` on the item `{item}` if the amount is for the whole year\n"
            "write `covers: period` if it is only for the time that the agreement covers",
            "When the agreement or the item holds for part of a year, an annual amount can mean "
            "two things, and the difference is money. The paper knows; the program asks.",
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
    "AV407": Message(
        sv=Words(
            "priset på `{item}` behöver en mängd",
            "skriv `quantity: 4 080`, namnet på en av `volumes`, eller `per: nyckel`",
            "Ett pris gångras antingen med en mängd, och delas sedan, eller med varje parts eget "
            "värde av en nyckel. Ett av dem ska stå.",
        ),
        en=Words(
            "the price of `{item}` needs a quantity",
            "write `quantity: 4 080`, the name of one of the `volumes`, or `per: key`",
            "A price is multiplied either by a quantity, and then split, or by each party's own "
            "value of a key. One of the two must stand.",
        ),
    ),
    "AV408": Message(
        sv=Words(
            "mängden på `{item}` har inget pris",
            "skriv `price: 1 150`",
            "En mängd kostar inget i sig. Används den bara för nyckeltal hör den hemma i `volumes`.",
        ),
        en=Words(
            "the quantity of `{item}` has no price",
            "write `price: 1 150`",
            "A quantity costs nothing by itself. If it is only for figures per unit it belongs in "
            "`volumes`.",
        ),
    ),
    "AV409": Message(
        sv=Words(
            "det finns inga `volumes` som heter `{name}`",
            "menade du `{nearest}`?\nskriv dem överst: `volumes:` och därunder `{name}: {2024: 30}`",
            "En mängd kan vara ett tal eller namnet på något under `volumes`, där varje år har "
            "sitt eget värde.",
        ),
        en=Words(
            "there are no `volumes` called `{name}`",
            "did you mean `{nearest}`?\nwrite them at the top: `volumes:` and below it `{name}: {2024: 30}`",
            "A quantity can be a number or the name of something under `volumes`, where each year "
            "has its own value.",
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
            "rätta postens `from` och `to`, eller avtalets perioder",
            "En post kan börja senare och sluta tidigare än avtalet, men någon dag måste båda gälla.",
        ),
        en=Words(
            "the item `{item}` exists only when the agreement does not hold",
            "mend the item's `from` and `to`, or the agreement's periods",
            "An item can begin later and end earlier than the agreement, but on some day both must "
            "hold.",
        ),
    ),
    "AV412": Message(
        sv=Words(
            "`{item}` är `{kind}` och har ett belopp under noll, så det höjer kostnaden",
            "skriv intäkter och bidrag som positiva belopp",
            "`kind: revenue` och `kind: grant` dras av. Ett minus till gör dem till kostnader.",
        ),
        en=Words(
            "`{item}` is a `{kind}` with an amount below zero, so it raises the cost",
            "write revenue and grants as positive amounts",
            "`kind: revenue` and `kind: grant` are deducted. Another minus makes them costs.",
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
            "`{item}` har ett belopp för {year}, men avtalet gäller inte det året",
            "rätta året, eller lägg till perioden som fattas",
            "Beloppet fördelas inte, för inga villkor gäller. Oftast har ett årtal blivit fel, "
            "eller en förlängning glömts.",
        ),
        en=Words(
            "`{item}` has an amount for {year}, but the agreement does not hold that year",
            "mend the year, or add the period that is missing",
            "The amount is not split, as no terms hold. Mostly a year is wrong, or an extension "
            "was forgotten.",
        ),
    ),
    "AV418": Message(
        sv=Words(
            "påslaget `{item}` behöver både `percent` och `of`",
            "skriv `percent: 5 %` och `of: [post, post]`",
            "Ett procentpåslag är på namngivna poster, aldrig på allt.",
        ),
        en=Words(
            "the overhead `{item}` needs both `percent` and `of`",
            "write `percent: 5 %` and `of: [item, item]`",
            "An overhead percentage is on named items, never on everything.",
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
