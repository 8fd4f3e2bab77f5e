"""The words of the command line: what `--help` shows, by key, in both languages.

A command declares its options alone; `cli.help_pages` finds their words here, by the name of the
parameter, its metavar and its panel.
"""

from typing import Final

from avtalskalk.words import Both

HEADINGS: Final[dict[str, Both]] = {
    "usage": Both("Användning", "Usage"),
    "commands": Both("Kommandon", "Commands"),
    "arguments": Both("Vad", "What"),
    "answers": Both("Avtalet", "The agreement"),
    "change": Both("Vad som ändras", "What is changed"),
    "choose": Both("Välj", "Choose"),
    "result": Both("Resultat", "Result"),
    "general": Both("Allmänt", "General"),
    "examples": Both("Exempel", "Examples"),
    "default": Both("standard: {value}", "default: {value}"),
    "command": Both("KOMMANDO", "COMMAND"),
    "options": Both("FLAGGOR", "OPTIONS"),
}

METAVARS: Final[dict[str, Both]] = {
    "PATH…": Both("SÖKVÄG…", "PATH…"),
    "FILE…": Both("SÖKVÄG…", "PATH…"),
    "PATH": Both("SÖKVÄG", "PATH"),
    "OLD NEW": Both("GAMMAL NY", "OLD NEW"),
    "FILE [PATH]": Both("FIL [SÖKVÄG]", "FILE [PATH]"),
    "[FILE]": Both("[FIL]", "[FILE]"),
    "FILE": Both("FIL", "FILE"),
    "YEAR": Both("ÅR", "YEAR"),
    "YEARS": Both("ÅR..ÅR", "YEAR..YEAR"),
    "CURRENCY": Both("VALUTA", "CURRENCY"),
    "DATE": Both("DATUM", "DATE"),
    "READING": Both("TOLKNING", "READING"),
    "INPUT": Both("INDATA", "INPUT"),
    "WANT": Both("RESULTAT", "RESULT"),
    "PARTY": Both("PART", "PARTY"),
    "ITEM": Both("POST", "ITEM"),
    "CODE": Both("KOD", "CODE"),
    "TITLE": Both("NAMN", "TITLE"),
    "ID": Both("ID", "ID"),
    "ID=NAME": Both("ID=NAMN", "ID=NAME"),
    "ID=SHARE": Both("ID=ANDEL", "ID=SHARE"),
    "ID=AMOUNT": Both("ID=BELOPP", "ID=AMOUNT"),
    "ID=NUMBER": Both("ID=ANTAL", "ID=NUMBER"),
    "AMOUNT": Both("BELOPP", "AMOUNT"),
    "DAY": Both("MM-DD", "MM-DD"),
    "NUMBER": Both("ANTAL", "NUMBER"),
    "FINGERPRINT": Both("FINGERAVTRYCK", "FINGERPRINT"),
    "SCENARIO": Both("SCENARIO", "SCENARIO"),
    "SHARE": Both("ANDEL", "SHARE"),
    "SPLIT": Both("FÖRDELNING", "SPLIT"),
    "PARTY=SHARE": Both("PART=ANDEL", "PARTY=SHARE"),
    "ITEM=CHANGE": Both("[POST=]ÄNDRING", "[ITEM=]CHANGE"),
    "INDEX=CHANGE": Both("[INDEX=]ÄNDRING", "[INDEX=]CHANGE"),
    "KEY=CHANGE": Both("NYCKEL=ÄNDRING", "KEY=CHANGE"),
    "PATH=VALUE": Both("SÖKVÄG=VÄRDE", "PATH=VALUE"),
    "CONDITION": Both("VILLKOR", "CONDITION"),
    "REVISION": Both("REVISION", "REVISION"),
    "DAYS": Both("DAGAR", "DAYS"),
    "TIME": Both("TID", "TIME"),
    "COLUMNS": Both("TECKEN", "CHARACTERS"),
}

PROGRAM: Final = Both(
    "Räknar ut vad varje part betalar enligt ett avtal om delade kostnader.",
    "Works out what each party pays under a cost-sharing agreement.",
)

COMMANDS: Final[dict[str, Both]] = {
    "init": Both(
        "Börja på ett nytt avtal: svara på frågor och få en fil med förklaringar.",
        "Start a new agreement: answer questions and get a file with explanations.",
    ),
    "calc": Both(
        "Räkna ut vad varje part betalar, år för år.",
        "Work out what each party pays, year by year.",
    ),
    "whatif": Both(
        "Räkna på en ändring: en annan fördelning, en högre kostnad eller en part som går ur, och "
        "vad det betyder för varje part.",
        "Calculate a change: another split, a higher cost or a party that leaves, and what it "
        "means for each party.",
    ),
    "check": Both(
        "Kontrollera att filerna är rätt skrivna och hänger ihop.",
        "Check that the files are valid and consistent.",
    ),
    "show": Both(
        "Visa ett avtal i klartext: villkor, parter, fördelning och vad som saknas.",
        "Show an agreement in plain words: terms, parties, splits and what is missing.",
    ),
    "test": Both(
        "Testa att avtalen ger de belopp som står i deras egna tester, NAMN.test.yaml bredvid "
        "NAMN.yaml.",
        "Test that agreements give the amounts in their own tests, NAME.test.yaml beside "
        "NAME.yaml.",
    ),
    "explain": Both(
        "Förklara ett belopp: hur det är uträknat, eller vad som ändrade det mellan två år.",
        "Explain an amount: how it is worked out, or what changed it between two years.",
    ),
    "invoice": Both(
        "Ta fram underlag för årets fakturor: vem som faktureras vad, och när.",
        "Work out the basis for the year's invoices: who is billed what, and when.",
    ),
    "settle": Both(
        "Räkna ut slutavräkningen: budget och utfall sida vid sida, och vad varje part ska betala "
        "eller få tillbaka.",
        "Work out the final settlement: budget and actual side by side, and what each party pays "
        "or gets back.",
    ),
    "report": Both(
        "Gör en rapport över ett år: belopp, skillnader, diagram, villkor och uträkningar. "
        "Som webbsida, PDF, Word, Excel eller Markdown.",
        "Make a report on a year: amounts, differences, charts, terms and how it is all worked "
        "out. As a web page, PDF, Word, Excel or Markdown.",
    ),
    "vouchers": Both(
        "Bokför årets fakturor eller slutavräkning: balanserade verifikationer för båda sidor, "
        "även som SIE-filer.",
        "Book the year's invoices or final settlement: balanced vouchers for both sides, also as "
        "SIE files.",
    ),
    "dates": Both(
        "Visa vilka dagar som närmar sig: beslut, uppsägning, siffror att hämta, fakturor och "
        "slutavräkning; även som kalenderfil.",
        "Show which days are coming: decisions, notice, figures to fetch, bills and settlements; "
        "also as a calendar file.",
    ),
    "seal": Both(
        "Försegla ett resultat som ska stå sig i flera år, och få ett fingeravtryck till "
        "protokollet.",
        "Seal a result that must last for years, and get a fingerprint for the minutes.",
    ),
    "verify": Both(
        "Räkna om ett förseglat resultat ur dagens filer och visa om det stämmer, eller vad som "
        "har ändrats.",
        "Recalculate a sealed result from today's files and show whether it is reproduced, or what "
        "has changed.",
    ),
    "solve": Both(
        "Sök det värde som ger ett önskat belopp: kostnad, andel, fördelningsnyckel, dag eller "
        "tak.",
        "Find the value that gives a wanted amount: a cost, a share, a key, a day or a cap.",
    ),
    "sweep": Both(
        "Pröva många värden på en gång: alla kombinationer, varje värde för sig, eller ett spann "
        "från lågt, väntat och högt.",
        "Try many values at once: every combination, each by itself, or a range from low, expected "
        "and high.",
    ),
    "diff": Both(
        "Visa vad som skiljer två versioner av ett avtal, i ord och i pengar.",
        "Show what differs between two versions of an agreement, in words and in money.",
    ),
    "schema": Both(
        "Skriv ut formatets JSON Schema, för textredigerare som hjälper till medan du skriver.",
        "Print the JSON Schema of the format, for editors that help while you write.",
    ),
    "doctor": Both(
        "Visa version, inställningar och varifrån var och en kommer.",
        "Show the version, the settings and where each of them comes from.",
    ),
}

EXAMPLES: Final[dict[str, tuple[Both, ...]]] = {
    "avtalskalk": (
        Both("init", "init"),
        Both("calc avtal.yaml --year 2023", "calc agreement.yaml --year 2023"),
        Both("check avtal/", "check agreements/"),
        Both("show avtal.yaml", "show agreement.yaml"),
    ),
    "calc": (
        Both("calc avtal.yaml --year 2023", "calc agreement.yaml --year 2023"),
        Both(
            "calc avtal/ --years 2023..2026 --by party --unit tkr",
            "calc agreements/ --years 2023..2026 --by party --unit tkr",
        ),
        Both(
            "calc avtal.yaml -o kostnad.csv --dialect excel-sv",
            "calc agreement.yaml -o costs.csv --dialect excel-sv",
        ),
    ),
    "whatif": (
        Both(
            "whatif avtal.yaml --year 2023 --split hsnv=70%,alingsas=30%",
            "whatif agreement.yaml --year 2023 --split hsnv=70%,alingsas=30%",
        ),
        Both(
            "whatif avtal.yaml --year 2024 --cost +3% --index kpi=2,5%",
            "whatif agreement.yaml --year 2024 --cost +3% --index cpi=2.5%",
        ),
        Both(
            "whatif avtal.yaml --scenario besparing --scenario oförändrat",
            "whatif agreement.yaml --scenario savings --scenario unchanged",
        ),
    ),
    "check": (
        Both("check avtal/", "check agreements/"),
        Both("check avtal/ --today 2025-01-01", "check agreements/ --today 2025-01-01"),
        Both("check avtal.yaml --fix", "check agreement.yaml --fix"),
        Both("check --explain AV104", "check --explain AV104"),
    ),
    "show": (
        Both("show avtal.yaml", "show agreement.yaml"),
        Both("show avtal.yaml -o avtal.md", "show agreement.yaml -o agreement.md"),
    ),
    "init": (
        Both("init", "init"),
        Both(
            "init lyktan.yaml --title Lyktan --party reg=Regionen --party kom=Kommunen",
            "init lyktan.yaml --title Lyktan --party reg=Region --party mun=Municipality",
        ),
    ),
    "test": (
        Both("test avtal/", "test agreements/"),
        Both("test avtal.yaml --accept", "test agreement.yaml --accept"),
    ),
    "explain": (
        Both(
            "explain avtal.yaml --year 2023 --party alingsas",
            "explain agreement.yaml --year 2023 --party alingsas",
        ),
        Both(
            "explain avtal.yaml --from 2022 --to 2023 --party alingsas",
            "explain agreement.yaml --from 2022 --to 2023 --party alingsas",
        ),
    ),
    "invoice": (
        Both("invoice avtal.yaml --year 2024", "invoice agreement.yaml --year 2024"),
        Both(
            "invoice avtal/ --year 2024 -o underlag.csv",
            "invoice agreements/ --year 2024 -o invoices.csv",
        ),
    ),
    "settle": (
        Both("settle avtal.yaml --year 2023", "settle agreement.yaml --year 2023"),
        Both(
            "settle avtal.yaml --year 2024 --outcome forecast",
            "settle agreement.yaml --year 2024 --outcome forecast",
        ),
    ),
    "report": (
        Both(
            "report avtal.yaml --year 2025 -o rapport.html",
            "report agreement.yaml --year 2025 -o report.html",
        ),
        Both(
            "report avtal/ --year 2025 --unit tkr -o rapport.pdf",
            "report agreements/ --year 2025 --unit tkr -o report.pdf",
        ),
    ),
    "vouchers": (
        Both("vouchers avtal.yaml --year 2024", "vouchers agreement.yaml --year 2024"),
        Both(
            "vouchers avtal.yaml --year 2023 --of settlement --party lerum -o lerum.si",
            "vouchers agreement.yaml --year 2023 --of settlement --party lerum -o lerum.si",
        ),
    ),
    "dates": (
        Both("dates avtal/ --within 90d", "dates agreements/ --within 90d"),
        Both("dates avtal/ -o datum.ics", "dates agreements/ -o dates.ics"),
    ),
    "seal": (
        Both(
            "seal avtal/ --year 2023 -o bokslut-2023.json",
            "seal agreements/ --year 2023 -o accounts-2023.json",
        ),
    ),
    "verify": (
        Both(
            "verify bokslut-2023.json --fingerprint 7KQ2-M4XW-9RTC-HB3D",
            "verify accounts-2023.json --fingerprint 7KQ2-M4XW-9RTC-HB3D",
        ),
        Both("verify bokslut-2023.json avtal/", "verify accounts-2023.json agreements/"),
    ),
    "solve": (
        Both(
            "solve avtal.yaml --year 2024 --want 'lerum<=900000' --vary cost",
            "solve agreement.yaml --year 2024 --want 'lerum<=900000' --vary cost",
        ),
        Both(
            "solve avtal.yaml --year 2024 --want lerum==ale --vary share.lerum",
            "solve agreement.yaml --year 2024 --want lerum==ale --vary share.lerum",
        ),
    ),
    "sweep": (
        Both(
            "sweep avtal.yaml --vary 'share.lerum=30 %..60 %:5 %' --vary 'cost=-2 %..6 %:1 %'",
            "sweep agreement.yaml --vary 'share.lerum=30 %..60 %:5 %' --vary 'cost=-2 %..6 %:1 %'",
        ),
        Both(
            "sweep avtal.yaml --how tornado --vary 'cost=-5 %..5 %' --vary 'index.kpi=1 %..4 %'",
            "sweep agreement.yaml --how tornado --vary 'cost=-5 %..5 %' "
            "--vary 'index.kpi=1 %..4 %'",
        ),
    ),
    "diff": (
        Both("diff avtal-2021.yaml avtal.yaml", "diff agreement-2021.yaml agreement.yaml"),
        Both("diff --git HEAD avtal/ --year 2024", "diff --git HEAD agreements/ --year 2024"),
    ),
    "schema": (Both("schema -o avtal.schema.json", "schema -o agreement.schema.json"),),
    "doctor": (Both("doctor", "doctor"), Both("doctor -f json", "doctor -f json")),
}

ARGUMENTS: Final[dict[str, Both]] = {
    "OLD NEW": Both(
        "två avtalsfiler, eller två mappar där avtal med samma id jämförs; med --git en fil eller "
        "en mapp",
        "two agreement files, or two folders in which agreements with the same id are compared; "
        "with --git one file or folder",
    ),
    "FILE [PATH]": Both(
        "ett förseglat resultat, och mappen med dagens filer om de varken är där du är eller vid "
        "resultatet",
        "a sealed result, and the folder of today's files if they are neither where you are nor "
        "beside it",
    ),
    "[FILE]": Both(
        "filen som skrivs (standard: ID.yaml); - är skärmen. En fil som finns skrivs inte över",
        "the file to write (default: ID.yaml); - is standard output. An existing file is not "
        "overwritten",
    ),
    "PATH…": Both(
        "en avtalsfil, en mapp med avtal, eller - för standard in",
        "an agreement file, a folder of agreements, or - for standard input",
    ),
    "FILE…": Both(
        "en avtalsfil eller en mapp med avtal",
        "an agreement file or a folder of agreements",
    ),
    "PATH": Both(
        "en avtalsfil, en mapp med bara ett avtal, eller - för standard in",
        "an agreement file, a folder with only one agreement, or - for standard input",
    ),
}

OPTIONS: Final[dict[str, Both]] = {
    "scenario": Both(
        "ett scenario i mappen scenarios, eller en fil; flera visas bredvid varandra",
        "a scenario in the folder scenarios, or a file; several are shown side by side",
    ),
    "against": Both(
        "ett scenario att jämföra med i stället för med avtalet som det är",
        "a scenario to compare with instead of the agreement as it is",
    ),
    "split": Both(
        "en annan fördelning, som a=62,5 %,b=rest eller equal; för en viss kostnadspost skrivs "
        "POST: först",
        "another split, like a=62.5 %,b=rest or equal; for a certain cost item, put ITEM: before "
        "it",
    ),
    "new_share": Both(
        "en parts andel, som lerum=40 %; de andra behåller sina proportioner",
        "a party's share, like lerum=40 %; the others keep their proportions",
    ),
    "blend": Both(
        "så stor del av vägen från den fördelning som gäller till --split, som 50 %",
        "so much of the way from the split that applies to --split, like 50 %",
    ),
    "phase_in": Both(
        "fasa in --split i lika steg, som 2025..2027: en tredjedel, två tredjedelar, hela",
        "phase --split in by equal steps, like 2025..2027: a third, two thirds, the whole",
    ),
    "cost": Both(
        "kostnaderna, eller en av dem: +3 %, drift=+250 tkr, drift=2 mkr",
        "the costs, or one of them: +3 %, operation=+250 tkr, operation=2 mkr",
    ),
    "price": Both("priserna, eller ett av dem", "the prices, or one of them"),
    "index": Both(
        "ett index för de år som räknas, ändrat från året före: kpi=2,5 %",
        "an index for the years calculated, changed from the year before: cpi=2.5 %",
    ),
    "key": Both(
        "en fördelningsnyckel, för en part eller för alla: population.lerum=+500, population=+2 %",
        "a key, for one party or for all: population.lerum=+500, population=+2 %",
    ),
    "leave": Both("en part som går ur", "a party that leaves"),
    "join": Both(
        "en part som går med, med sin andel, som ale=20 %, eller sitt värde för nyckeln, som "
        "ale=32 500",
        "a party that joins, with its share, like ale=20 %, or its value of the key, like "
        "ale=32 500",
    ),
    "extend": Both(
        "förläng avtalet, som '2 år'; det som saknas de åren skrivs fram",
        "extend the agreement, like '2 years'; what those years lack is carried forward",
    ),
    "set": Both(
        "vad som helst i filen, som costs.drift.budget.2024='2 mkr'",
        "anything in the file, like costs.operation.budget.2024='2 mkr'",
    ),
    "since": Both(
        "ändra från den dagen; annars från det första av de år som räknas",
        "change from that day; otherwise from the first of the years calculated",
    ),
    "fail_if": Both(
        "slutkod 1 om villkoret är uppfyllt, som 'alingsas > 1 mkr' eller 'any > frame'",
        "exit code 1 if the condition is met, like 'alingsas > 1 mkr' or 'any > frame'",
    ),
    "warn_if": Both("varna om villkoret är uppfyllt", "warn if the condition is met"),
    "fail_on_incomplete": Both(
        "slutkod 1 om ett belopp i resultatet saknas",
        "exit code 1 if an amount in the result is missing",
    ),
    "save": Both(
        "skriv det ändrade avtalet till en ny fil; kommentarer och ordning bevaras",
        "write the changed agreement to a new file; comments and order are kept",
    ),
    "watch": Both(
        "räkna om när en fil sparas; Ctrl-C avslutar",
        "recalculate when a file is saved; Ctrl-C stops",
    ),
    "kind": Both("vilken sorts avtal det är", "what kind of agreement it is"),
    "title": Both("avtalets namn", "the name of the agreement"),
    "id": Both(
        "ett kort namn på avtalet (standard: filens namn)",
        "a short name for the agreement (default: the file's name)",
    ),
    "named": Both(
        "en part, som lerum=Lerums kommun; en gång för varje part",
        "a party, like lerum=Lerums kommun; once for each party",
    ),
    "currency": Both(
        "avtalets valuta, som EUR (standard: SEK)",
        "the agreement's currency, like EUR (default: SEK)",
    ),
    "host": Both(
        "den part som bokför kostnaden och fakturerar de andra",
        "the party that books the cost and invoices the others",
    ),
    "start": Both("avtalets första dag", "the first day of the agreement"),
    "end": Both("avtalets sista dag", "the last day of the agreement"),
    "share": Both(
        "en parts andel, som lerum=40 %, lerum=1/3 eller lerum=rest; equal ger alla lika",
        "a party's share, like lerum=40 %, lerum=1/3 or lerum=rest; equal gives all the same",
    ),
    "fixed": Both(
        "en parts fasta belopp per år, före det som delas efter invånare",
        "a party's fixed amount per year, before what is shared by inhabitants",
    ),
    "population": Both(
        "en parts antal invånare, eller konton, elever …, det som används för --year",
        "a party's inhabitants, or accounts, pupils …, the number used for --year",
    ),
    "counted": Both(
        "den dag året före då invånarna räknas, som 11-01",
        "the day of the year before on which inhabitants are counted, like 11-01",
    ),
    "amount": Both(
        "det som ska delas, per år eller för --year; ID=BELOPP för en viss kostnadspost",
        "what is shared, per year or for --year; ID=AMOUNT for a certain cost item",
    ),
    "of_year": Both("året som beloppet gäller", "the year that the amount is for"),
    "covers": Both(
        "om beloppet gäller hela året eller bara avtalets del av det",
        "whether the amount is for the whole year or only for the agreement's part of it",
    ),
    "year": Both("år som räknas; kan upprepas", "year to calculate; may be repeated"),
    "years": Both("flera år i följd, som 2023..2026", "several years in a row, like 2023..2026"),
    "basis": Both("vilka belopp som räknas", "which amounts to use"),
    "of": Both(
        "det som bokförs: årets fakturor, eller slutavräkningen",
        "what is booked: the year's invoices, or the final settlement",
    ),
    "schema_of": Both(
        "det som beskrivs: avtal, eller layouter för rapporter",
        "what is described: agreements, or layouts of reports",
    ),
    "day": Both(
        "bokföringsdag, i stället för den som avtalet anger",
        "the day it is booked, instead of the agreement's",
    ),
    "within": Both(
        "visa det som infaller inom så många dagar, som 90d; något som infaller ger då kod 1 "
        "(annars visas ett år)",
        "show what falls due within so many days, like 90d; anything that does then gives exit "
        "code 1 (otherwise a year is shown)",
    ),
    "settlement": Both(
        "av slutavräkningen: det som återstår att betala eller få tillbaka",
        "of the final settlement: what is left to pay or get back",
    ),
    "instalment": Both(
        "förklara den delbetalning som faktureras för året, som 1",
        "explain the instalment with this number of the year's bills, like 1",
    ),
    "layout": Both(
        "en YAML-fil som anger rapportens avsnitt, deras ordning och rubriker",
        "a YAML file that says which sections the report has, in which order and under which "
        "headings",
    ),
    "outcome": Both(
        "vad budgeten regleras mot: utfallet, eller prognosen, som ger en preliminär avräkning",
        "what the budget is settled against: actual, or the forecast for a preliminary settlement",
    ),
    "reading": Both(
        "räkna enligt en annan tolkning i avtalet", "calculate by another reading in the agreement"
    ),
    "party": Both("visa bara denna part; kan upprepas", "show this party only; may be repeated"),
    "item": Both(
        "visa bara denna kostnadspost; kan upprepas",
        "show this cost item only; may be repeated",
    ),
    "by": Both(
        "summera per part, avtal, post eller period", "sum by party, agreement, item or period"
    ),
    "sort": Both(
        "effect: de parter som ändringen gäller mest först, annars som i filen",
        "effect: the parties that the change affects most first, otherwise as in the file",
    ),
    "per_unit": Both(
        "visa också beloppen per invånare, besök eller liknande",
        "show the amounts per inhabitant, visit or the like, too",
    ),
    "change": Both(
        "visa skillnaden mellan åren, i belopp och procent",
        "show the difference between the years, in amounts and percent",
    ),
    "frames": Both(
        "visa beloppen bredvid parternas ramar, och vad som är över",
        "show the amounts beside the parties' frames, and what is over",
    ),
    "across": Both(
        "vad kolumnerna är: år, eller poster med parterna på raderna",
        "what the columns are: years, or items with the parties as rows",
    ),
    "vary": Both(
        "det som prövas, och vid vilka värden: share.lerum=30 %..60 %:5 %, cost=-2 %; 0 %; +4 %, "
        "index.kpi, key.population.lerum, price eller en sökväg; kan upprepas",
        "what is tried, and at which values: share.lerum=30 %..60 %:5 %, cost=-2 %; 0 %; +4 %, "
        "index.kpi, key.population.lerum, price or a path; may be repeated",
    ),
    "want": Both(
        "önskat resultat: lerum<=900000, lerum==ale, total>=2 mkr, any.increase<=5 %, "
        "lerum<=frame, eller frame: alla inom sin ram",
        "wanted result: lerum<=900000, lerum==ale, total>=2 mkr, any.increase<=5 %, lerum<=frame, "
        "or frame: everyone within its frame",
    ),
    "break_even": Both(
        "sök var denna part betalar lika mycket med ett scenario som med ett annat, eller med "
        "avtalet som det är",
        "look for where this party pays the same with one scenario as with another, or with the "
        "agreement as it is",
    ),
    "how": Both(
        "grid: alla kombinationer; tornado: varje värde för sig; range: spann från låg, väntad och "
        "hög",
        "grid: every combination; tornado: each by itself; range: from low, expected and high",
    ),
    "draws": Both(
        "så många kombinationer dras när alla är för många (standard: 10000)",
        "draw this many combinations when all are too many (default: 10000)",
    ),
    "seed": Both(
        "startvärde för dragningen (standard: 1); samma tal ger samma resultat",
        "seed of the drawing (default: 1); the same number gives the same result",
    ),
    "assume_extended": Both(
        "räkna som om outnyttjade optioner används",
        "calculate as if unused options to extend are used",
    ),
    "format": Both("hur resultatet skrivs", "how the result is written"),
    "output": Both(
        "skriv till en fil, vars ändelse väljer formatet; - är skärmen",
        "write to a file, whose ending chooses the format; - is standard output",
    ),
    "dialect": Both(
        "csv som en svensk Excel öppnar rätt",
        "csv the way a Swedish Excel opens it",
    ),
    "unit": Both("visa i kronor, tusental eller miljoner", "show in kronor, thousands or millions"),
    "rounding": Both(
        "så att tabellen summerar, eller varje belopp för sig",
        "so that the table adds up, or each amount by itself",
    ),
    "decimals": Both(
        "så många decimaler för andelar (standard: så många som behövs)",
        "so many decimals for shares (default: as many as needed)",
    ),
    "totals": Both("visa summor eller inte", "show totals or not"),
    "keep_going": Both(
        "räkna de giltiga avtalen, även om en fil har fel",
        "calculate the valid agreements even if a file has errors",
    ),
    "jobs": Both(
        "hur många processer som arbetar samtidigt (standard: efter antalet filer)",
        "how many processes work at once (default: by the number of files)",
    ),
    "today": Both(
        "räkna som om det vore denna dag, så att körningen kan göras om",
        "calculate as if it were this day, so that a run can be repeated",
    ),
    "lang": Both("språk", "language"),
    "color": Both("färg i resultatet", "colour in the result"),
    "width": Both("tabellens bredd i tecken", "the width of a table in characters"),
    "quiet": Both("visa bara resultatet och felen", "show only the result and the errors"),
    "verbose": Both("visa mer om vad som görs", "show more about what is done"),
    "no_config": Both(
        "bortse från avtalskalk.toml och AVTALSKALK_…",
        "ignore avtalskalk.toml and AVTALSKALK_…",
    ),
    "fingerprint": Both(
        "fingeravtrycket i protokollet, som filen ska ha",
        "the fingerprint in the minutes, which the file must have",
    ),
    "strict": Both("varningar ger slutkod 1", "warnings give exit code 1"),
    "explain": Both("förklara en felkod, som AV104", "explain a code, such as AV104"),
    "from_year": Both(
        "året att jämföra med; visar vad som har ändrats till --to",
        "the year to compare with; shows what has changed up to --to",
    ),
    "to_year": Both("det år som förändringen leder till", "the year that the change leads to"),
    "depth": Both(
        "visa så många steg av förklaringen",
        "show this many steps of the explanation",
    ),
    "git": Both(
        "jämför med filen eller mappen i den git-revisionen, som HEAD eller main\u00a03",
        "compare with the file or folder at that git revision, like HEAD or main\u00a03",
    ),
    "exit_code": Both("avsluta med kod 1 om något skiljer", "end with code 1 if anything differs"),
    "fix": Both(
        "rätta det som kan rättas utan att gissa; bara de raderna ändras",
        "correct what can be corrected without guessing; only those lines change",
    ),
    "install_completion": Both(
        "låt tabbtangenten fylla i ord, filer, parter och år i det skal du kör nu",
        "let the Tab key fill in words, files, parties and years in the shell you run now",
    ),
    "show_completion": Both(
        "visa det som --install-completion lägger till",
        "show what --install-completion adds",
    ),
    "accept": Both(
        "skriv in de belopp som räknades fram i testfilen; bara de beloppen ändras",
        "write the calculated amounts into the test file; only those amounts change",
    ),
    "version": Both("visa versionen", "show the version"),
    "help": Both("visa denna hjälp", "show this help"),
}

OPTIONS_OF: Final[dict[str, dict[str, Both]]] = {
    "calc": {
        "reading": Both(
            "räkna enligt en annan tolkning i avtalet; all visar alla bredvid varandra, och vad "
            "som står på spel",
            "calculate by another reading in the agreement; all shows all of them side by side, "
            "and what is at stake",
        ),
    },
    "solve": {
        "year": Both("år som räknas", "year to calculate"),
        "vary": Both(
            "det som söks: cost, cost.drift, share.lerum, index.kpi, key.population.lerum, price, "
            "cap, date eller en sökväg; med =LÄGST..HÖGST om du vill",
            "what is looked for: cost, cost.drift, share.lerum, index.kpi, key.population.lerum, "
            "price, cap, date or a path; with =LOW..HIGH if you like",
        ),
        "scenario": Both(
            "ett scenario i mappen scenarios, eller en fil, som värdet söks med; två med "
            "--break-even",
            "a scenario in the folder scenarios, or a file, to look for the value with; two with "
            "--break-even",
        ),
    },
    "report": {
        "scenario": Both(
            "ett förslag i mappen scenarios, eller en fil, att ha med bredvid avtalet som det är",
            "a proposal in the folder scenarios, or a file, to have beside the agreement as it is",
        ),
    },
    "sweep": {
        "scenario": Both(
            "ett scenario i mappen scenarios, eller en fil, som värdena prövas i",
            "a scenario in the folder scenarios, or a file, to try the values in",
        ),
    },
}
"""What an option does in one command, where that is more or less than in the others."""

DOCTOR: Final[dict[str, Both]] = {
    "program": Both("Program", "Program"),
    "settings": Both("Inställningar", "Settings"),
    "version": Both("version", "version"),
    "python": Both("Python", "Python"),
    "platform": Both("system", "platform"),
    "encoding": Both("teckenkodning", "encoding"),
    "terminal": Both("terminal", "terminal"),
    "columns": Both("{count} tecken bred", "{count} columns wide"),
    "no_terminal": Both("ingen, utdata går vidare", "none, output goes elsewhere"),
    "workspace": Both("arbetsyta", "workspace"),
    "no_workspace": Both("ingen avtalskalk.toml", "no avtalskalk.toml"),
    "libraries": Both("bibliotek", "libraries"),
    "yaml": Both("YAML-läsare", "YAML reader"),
    "yaml_c": Both("libyaml (snabb)", "libyaml (fast)"),
    "yaml_pure": Both("ren Python (långsam)", "pure Python (slow)"),
    "name": Both("vad", "what"),
    "value": Both("värde", "value"),
    "origin": Both("varifrån", "from"),
    "from_default": Both("standard", "default"),
    "from_flag": Both("flaggan {name}", "the option {name}"),
    "from_environment": Both("miljövariabeln {name}", "the environment variable {name}"),
    "from_file": Both("filen {name}", "the file {name}"),
    "from_locale": Both("språkinställningen {name}", "the locale {name}"),
    "unset": Both("–", "–"),
}

VERDICTS: Final[dict[str, Both]] = {
    "valid": Both("{files}: inga fel.", "{files}: no errors."),
    "findings": Both("{files}: {found}.", "{files}: {found}."),
    "one_file": Both("en fil", "one file"),
    "files": Both("{count} filer", "{count} files"),
    "one_error": Both("ett fel", "one error"),
    "errors": Both("{count} fel", "{count} errors"),
    "one_warning": Both("en varning", "one warning"),
    "warnings": Both("{count} varningar", "{count} warnings"),
    "nothing_written": Both(
        "Inget är räknat eller skrivet: {files} av {all} har fel.",
        "Nothing was calculated or written; errors in {files} of {all}.",
    ),
    "nothing_changed": Both("Inget är räknat eller skrivet.", "Nothing was calculated or written."),
    "kept_going": Both(
        "Inte med på grund av fel: {files} av {all}.",
        "Left out because of errors: {files} of {all}.",
    ),
    "written": Both("Skrev {file}.", "Wrote {file}."),
    "fixed": Both("Rättade {file}.", "Corrected {file}."),
    "one_case": Both("ett test", "one test"),
    "cases": Both("{count} tester", "{count} tests"),
    "one_amount": Both("ett belopp", "one amount"),
    "amounts": Both("{count} belopp", "{count} amounts"),
    "tests_passed": Both("{cases}: allt stämmer.", "{cases}: all passed."),
    "tests_failed": Both("{cases}: {failed} stämmer inte.", "{cases}: {failed} failed."),
    "tests_invalid": Both(
        "{cases}: {failed} stämmer inte, och {files} gick inte att testa.",
        "{cases}: {failed} failed, and {files} could not be tested.",
    ),
    "nothing_tested": Both("Inget är testat.", "Nothing was tested."),
    "accepted": Both("Skrev {amounts} i {file}.", "Wrote {amounts} in {file}."),
    "one_agreement": Both("ett avtal", "one agreement"),
    "agreements": Both("{count} avtal", "{count} agreements"),
    "wrote": Both("Skrev {file}.", "Wrote {file}."),
    "sealed": Both(
        "Förseglade {agreements} i {file}. Skriv fingeravtrycket i protokollet.",
        "Sealed {agreements} in {file}. Write the fingerprint in the minutes.",
    ),
    "sealed_out": Both(
        "Fingeravtrycket är {fingerprint}. Skriv det i protokollet.",
        "The fingerprint is {fingerprint}. Write it in the minutes.",
    ),
    "reproduced": Both("Stämmer.", "Reproduced."),
    "not_reproduced": Both("Stämmer inte.", "Not reproduced."),
    "progress": Both("läser avtal", "reading agreements"),
    "progress_sweep": Both("kombinationer", "combinations"),
}
