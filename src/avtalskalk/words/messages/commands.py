"""Words about commands, options and output (AV8), and about what is not computed yet (AV9)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- The command and its options ------------------------------------------------------
    "AV803": Message(
        sv=Words(
            "`{given}` går inte att välja för `{option}`",
            "menade du {near}?",
            "Väljaren tar ett av några bestämda ord. De står i hjälpen för kommandot, och "
            "gäller likadant i `avtalskalk.toml` och i miljövariabler.",
        ),
        en=Words(
            "`{given}` is no choice for `{option}`",
            "did you mean {near}?",
            "The option takes one of a few words. The help of the command lists them, and the "
            "same words hold in `avtalskalk.toml` and in environment variables.",
        ),
    ),
    "AV804": Message(
        sv=Words(
            "efter `{option}` fattas ett värde",
            "skriv `{option} {metavar}`",
            "Väljaren behöver något efter sig. Står den sist på raden, följs den av en ny "
            "väljare eller är värdet tomt, vet programmet inte vad som menas.",
        ),
        en=Words(
            "there is no value after `{option}`",
            "write `{option} {metavar}`",
            "The option needs something after it. Where it stands last on the line, is followed by "
            "another option or has an empty value, the program cannot know what was meant.",
        ),
    ),
    "AV805": Message(
        sv=Words(
            "`{command}` behöver veta vilken fil eller mapp det gäller",
            "skriv till exempel `avtalskalk {command} avtal.yaml`, eller `avtalskalk {command} .` "
            "för mappen du står i",
            "En sökväg är en avtalsfil, en mapp med avtal, eller `-` för det som skickas in. "
            "Flera går bra efter varandra.",
        ),
        en=Words(
            "`{command}` needs to know which file or folder",
            "write for example `avtalskalk {command} agreement.yaml`, or "
            "`avtalskalk {command} .` for the folder you are in",
            "A path is an agreement file, a folder of agreements, or `-` for standard input. "
            "Several may follow one another.",
        ),
    ),
    "AV806": Message(
        sv=Words(
            "`{given}` är inget år",
            "skriv till exempel `--year 2023`, eller `--years 2023..2026` för flera",
            "Ett år skrivs med fyra siffror, 1900–2199. Ett räkenskapsår som inte börjar i "
            "januari får skrivas `2023/24`; `2023` betyder då samma sak.",
        ),
        en=Words(
            "`{given}` is no year",
            "write for example `--year 2023`, or `--years 2023..2026` for several",
            "A year is written with four digits, 1900–2199. A fiscal year that does not start "
            "in January may be written `2023/24`; `2023` then means the same.",
        ),
    ),
    "AV807": Message(
        sv=Words(
            "`{given}` är inga år i följd",
            "skriv det första och det sista året, som `--years 2023..2026`",
            "Två punkter står mellan det första och det sista året, båda räknas med. Högst 200 "
            "år räknas på en gång, och det första får inte ligga efter det sista.",
        ),
        en=Words(
            "`{given}` is no row of years",
            "write the first and the last year, as `--years 2023..2026`",
            "Two dots stand between the first and the last year, and both are counted. At most "
            "200 years are worked out at a time, and the first may not lie after the last.",
        ),
    ),
    "AV808": Message(
        sv=Words(
            "`{given}` är inget datum för `{option}`",
            "skriv år, månad och dag, som `{option} 2023-06-30`",
            "Datum skrivs som på papperet, med år, månad och dag och bindestreck emellan. "
            "Dagen måste finnas i kalendern.",
        ),
        en=Words(
            "`{given}` is no date for `{option}`",
            "write year, month and day, as `{option} 2023-06-30`",
            "Dates are written as on paper, year, month and day with hyphens between. The day "
            "must exist in the calendar.",
        ),
    ),
    "AV809": Message(
        sv=Words(
            "beloppen i `{agreement}` har inget slut: ange vilka år",
            "skriv till exempel `--year 2026`, eller `--years 2026..2028`",
            "Utan `--year` räknas varje år som filen har belopp för. Ett avtal som löper tills "
            "vidare med ett belopp per år har belopp för alla år framåt, och då måste åren "
            "anges. Vid en jämförelse visas ändå det som skiljer i ord.",
        ),
        en=Words(
            "the figures in `{agreement}` have no end: say which years",
            "write for example `--year 2026`, or `--years 2026..2028`",
            "Without `--year` every year that the file has figures for is worked out. An "
            "agreement until further notice with an amount per year has figures for all years "
            "to come, and then the years must be said. In a comparison what differs in words is "
            "shown all the same.",
        ),
    ),
    "AV812": Message(
        sv=Words(
            "ändelsen på `{given}` säger inte vilket format som ska skrivas",
            "låt filen sluta på {near}, eller säg formatet med `--format`",
            "Filens ändelse väljer formatet. En annan ändelse går bra när `--format` säger "
            "vad filen ska innehålla.",
        ),
        en=Words(
            "the ending of `{given}` does not say which format to write",
            "let the file end in {near}, or give the format with `--format`",
            "The ending of the file picks the format. Another ending will do where `--format` "
            "says what the file is to hold.",
        ),
    ),
    "AV813": Message(
        sv=Words(
            "`--format {format}` och filen `{given}` säger olika saker",
            "ta bort `--format`, eller ge filen en annan ändelse",
            "Filens ändelse väljer formatet. När väljaren säger något annat är det troligen en "
            "felskrivning, och filen skulle överraska den som öppnar den.",
        ),
        en=Words(
            "`--format {format}` and the file `{given}` say different things",
            "leave out `--format`, or give the file another ending",
            "The ending of the file picks the format. Where the option says something else it "
            "is most likely a slip, and the file would surprise whoever opens it.",
        ),
    ),
    "AV814": Message(
        sv=Words(
            "mappen för `{given}` finns inte",
            "skapa mappen, eller skriv till en mapp som finns",
            "Programmet skapar inga mappar av sig självt. En felskriven sökväg skulle annars "
            "lägga resultatet där ingen letar.",
        ),
        en=Words(
            "the folder for `{given}` does not exist",
            "make the folder, or write to one that exists",
            "The program makes no folders of its own accord. A misspelt path would otherwise "
            "put the result where nobody looks.",
        ),
    ),
    "AV815": Message(
        sv=Words(
            "`{given}` är en mapp, ingen fil",
            "lägg till ett filnamn, som `{given}/kostnad.csv`",
            "Resultatet skrivs till en fil. Mappen är kvar som den var.",
        ),
        en=Words(
            "`{given}` is a folder, no file",
            "add a file name, as `{given}/costs.csv`",
            "The result is written to a file. The folder is left as it was.",
        ),
    ),
    "AV816": Message(
        sv=Words(
            "`{given}` får inte skrivas",
            "stäng filen om den är öppen i ett annat program, eller skriv till en mapp där du "
            "har rätt att spara",
            "Systemet tillät inte att filen skrevs. En fil som redan fanns är kvar som den var.",
        ),
        en=Words(
            "`{given}` may not be written",
            "close the file if it is open in another program, or write to a folder where you "
            "are allowed to save",
            "The system did not allow the file to be written. A file that was already there is "
            "left as it was.",
        ),
    ),
    "AV817": Message(
        sv=Words(
            "disken är full: `{given}` kunde inte skrivas",
            "gör plats och kör kommandot igen",
            "Resultatet skrivs helt eller inte alls. En fil som redan fanns är kvar som den "
            "var, och ingen halvfärdig fil ligger kvar.",
        ),
        en=Words(
            "the disk is full: `{given}` could not be written",
            "make room and run the command again",
            "The result is written whole or not at all. A file that was already there is left "
            "as it was, and no half-written file remains.",
        ),
    ),
    "AV818": Message(
        sv=Words(
            "`{given}` kunde inte skrivas: {reason}",
            "försök igen, eller skriv till en annan fil",
            "Systemet kunde inte skriva filen. En fil som redan fanns är kvar som den var, och "
            "ingen halvfärdig fil ligger kvar.",
        ),
        en=Words(
            "`{given}` could not be written: {reason}",
            "try again, or write to another file",
            "The system could not write the file. A file that was already there is left as it "
            "was, and no half-written file remains.",
        ),
    ),
    "AV819": Message(
        sv=Words(
            "inget avtal gäller {years}",
            "välj ett år inom avtalstiden; `avtalskalk show` visar den",
            "Varje avtal räknas bara de år det gäller. När inget avtal är kvar finns inget "
            "resultat att skriva, och kommandot slutar med kod 3.",
        ),
        en=Words(
            "no agreement is in force in {years}",
            "choose a year within the terms; `avtalskalk show` shows them",
            "Each agreement is worked out only for the years it is in force. Where none is left "
            "there is no result to write, and the command ends with code 3.",
        ),
    ),
    "AV820": Message(
        sv=Words(
            "inget avtal har siffror att räkna på för {basis}",
            "skriv in ett belopp under `costs`, eller säg vilket år det gäller med `--year` för "
            "att se vad som saknas",
            "Utan `--year` räknas varje år som filen har siffror för. Finns inga sådana år är "
            "det inget att räkna; ett avtal utan belopp är ändå ett riktigt avtal.",
        ),
        en=Words(
            "no agreement has figures to work with for {basis}",
            "write an amount under `costs`, or say which year it is about with `--year` to see "
            "what is missing",
            "Without `--year` every year that the file has figures for is worked out. Where "
            "there are no such years there is nothing to work out; an agreement without amounts "
            "is still a sound agreement.",
        ),
    ),
    "AV821": Message(
        sv=Words(
            "`{agreement}` har inga siffror för {basis} och räknas inte",
            "",
            "Utan `--year` räknas bara de år som ett avtal har siffror för. Med `--year` visas "
            "avtalet, med namnet på det som saknas.",
        ),
        en=Words(
            "`{agreement}` has no figures for {basis} and is left out",
            "",
            "Without `--year` only the years an agreement has figures for are worked out. With "
            "`--year` the agreement is shown, with the name of what is missing.",
        ),
    ),
    "AV822": Message(
        sv=Words(
            "`{agreement}` gäller inte {years}",
            "",
            "Avtalet har inga villkor det året, och då räknas ingenting. Det är en upplysning, "
            "inget fel: andra avtal i mappen kan gälla.",
        ),
        en=Words(
            "`{agreement}` is not in force in {years}",
            "",
            "The agreement has no terms in that year, and nothing is worked out. It is for "
            "information, no error: other agreements in the folder may be in force.",
        ),
    ),
    "AV824": Message(
        sv=Words(
            "`{first}` och `{second}` kan inte användas tillsammans",
            "ta bort en av dem",
            "De två väljarna säger olika saker om samma sak. Programmet gissar inte vilken som "
            "gäller.",
        ),
        en=Words(
            "`{first}` and `{second}` cannot be used together",
            "leave one of them out",
            "The two options say different things about the same matter. The program does not "
            "guess which one holds.",
        ),
    ),
    "AV825": Message(
        sv=Words(
            "`{command}` tar ingen sökväg, men fick `{given}`",
            "skriv bara `avtalskalk {command}`",
            "Kommandot gäller programmet självt, inte någon viss fil.",
        ),
        en=Words(
            "`{command}` takes no path, but was given `{given}`",
            "write just `avtalskalk {command}`",
            "The command is about the program itself, not about any one file.",
        ),
    ),
    "AV826": Message(
        sv=Words(
            "`{given}` går inte att välja för `{setting}`, som kommer från {origin}",
            "menade du {near}? `--no-config` bortser från inställningarna",
            "En inställning tar samma ord som väljaren med samma namn. `avtalskalk doctor` "
            "visar alla inställningar och varifrån var och en kommer.",
        ),
        en=Words(
            "`{given}` is no choice for `{setting}`, which comes from {origin}",
            "did you mean {near}? `--no-config` passes over the settings",
            "A setting takes the same words as the option of the same name. `avtalskalk doctor` "
            "shows all settings and where each of them comes from.",
        ),
    ),
    "AV827": Message(
        sv=Words(
            "`--fix` kan inte laga det som skickas in med `-`",
            "spara det i en fil och laga filen",
            "Lagningen skrivs i filen den gäller. Det som skickas in har ingen fil.",
        ),
        en=Words(
            "`--fix` cannot mend what is sent in with `-`",
            "save it in a file and mend the file",
            "What is mended is written to its file. What is sent in has no file.",
        ),
    ),
    "AV828": Message(
        sv=Words(
            "`{option}` gör ingenting i formatet {format}",
            "ta bort `{option}`, eller välj ett annat format med `--format`",
            "Väljaren ändrar bara hur vissa format ser ut. Den som väljer något väntar sig att "
            "det syns, så programmet säger ifrån i stället för att strunta i det.",
        ),
        en=Words(
            "`{option}` does nothing in the format {format}",
            "leave out `{option}`, or choose another format with `--format`",
            "The option only changes how some formats look. Whoever chooses something expects "
            "to see it, so the program speaks up instead of passing it over.",
        ),
    ),
    "AV830": Message(
        sv=Words(
            "`{option}` tar inget värde",
            "skriv bara `{option}`",
            "Väljaren är på när den står där och av annars. Den har inget efter sig.",
        ),
        en=Words(
            "`{option}` takes no value",
            "write just `{option}`",
            "The option is on where it stands and off otherwise. Nothing follows it.",
        ),
    ),
    "AV831": Message(
        sv=Words(
            "lagade rad {line}: `{before}` blev `{after}`",
            "",
            "`check --fix` ändrar bara det som kan lagas utan att gissa, och bara de rader det "
            "gäller. Resten av filen är oförändrad.",
        ),
        en=Words(
            "mended line {line}: `{before}` became `{after}`",
            "",
            "`check --fix` changes only what can be mended without guessing, and only the lines "
            "concerned. The rest of the file is unchanged.",
        ),
    ),
    "AV832": Message(
        sv=Words(
            "kommandot kunde inte förstås: {reason}",
            "`avtalskalk --help` visar hur ett kommando skrivs",
            "Ordningen är `avtalskalk`, kommandot, sökvägarna och väljarna.",
        ),
        en=Words(
            "the command could not be understood: {reason}",
            "`avtalskalk --help` shows how a command is written",
            "The order is `avtalskalk`, the command, the paths and the options.",
        ),
    ),
    "AV841": Message(
        sv=Words(
            "{item}: summan {total} är uträknad ur den kända delen för {party}, {part}",
            "",
            "Avtalet anger en parts del och inte hela kostnaden. Summan är den vars fördelning "
            "ger just den delen. Stämmer den inte med papperet är det troligen fel del eller fel "
            "andel som är inskriven.",
        ),
        en=Words(
            "{item}: the total {total} is worked out from the known part of {party}, {part}",
            "",
            "The agreement states one party's part and not the whole cost. The total is the one "
            "whose split gives exactly that part. Where it does not agree with the paper, the "
            "part or the share is most likely wrong.",
        ),
    ),
    "AV842": Message(
        sv=Words(
            "{item}: {stated} för helt år ger {used} för {first}–{last}",
            "",
            "Beloppet gäller ett helt år, men avtalet täcker bara en del av det. Är beloppet "
            "redan räknat på den delen, skriv `covers: period` på posten.",
        ),
        en=Words(
            "{item}: {stated} for a whole year gives {used} for {first}–{last}",
            "",
            "The amount is for a whole year, but the agreement covers only a part of it. Where "
            "the amount is already for that part, write `covers: period` on the item.",
        ),
    ),
    # --- A new agreement ------------------------------------------------------------------
    "AV860": Message(
        sv=Words(
            "`{given}` finns redan, och rörs inte",
            "skriv ett annat filnamn, eller ta bort eller byt namn på filen som finns",
            "`init`, `seal` och `whatif --save` gör en ny fil och skriver aldrig över någon som "
            "finns, och `verify` inte över det förseglade. Filen kan vara någons arbete, och då "
            "går den inte att få tillbaka.",
        ),
        en=Words(
            "`{given}` is there already, and is left alone",
            "write another file name, or remove or rename the file that is there",
            "`init`, `seal` and `whatif --save` make a new file and never write over one that is "
            "there, nor does `verify` over what is sealed. The file may be somebody's work, and "
            "could not be had back.",
        ),
    ),
    "AV861": Message(
        sv=Words(
            "`init` skriver en fil, men fick flera: {given}",
            "skriv ett filnamn, och ett namn med blanksteg inom citattecken",
            "Varje avtal är en fil. Har namnet blanksteg tar skalet det för flera namn, om det "
            'inte står inom citattecken: `avtalskalk init "nytt avtal.yaml"`.',
        ),
        en=Words(
            "`init` writes one file, but was given several: {given}",
            "write one file name, and quotes around a name with spaces",
            "Each agreement is a file. The shell takes a name with spaces for several names, "
            'unless it stands in quotes: `avtalskalk init "new agreement.yaml"`.',
        ),
    ),
    "AV862": Message(
        sv=Words(
            "`{given}` har inte den ändelse som en avtalsfil har",
            "skriv `{right}`",
            "En avtalsfil slutar på `.yaml` (eller `.yml`). Filer med andra ändelser går "
            "programmet förbi när det läser en mapp, och då vore avtalet inte med.",
        ),
        en=Words(
            "`{given}` does not end as the file of an agreement does",
            "write `{right}`",
            "The file of an agreement ends in `.yaml` (or `.yml`). Files with other endings are "
            "passed over when a folder is read, and the agreement would not be among them.",
        ),
    ),
    "AV863": Message(
        sv=Words(
            "det fattas {options}, och ingen sitter vid skärmen och kan svara",
            'skriv till exempel `--title "Lyktan" --party "regionen=Region Exempel" '
            '--party "kommunen=Exempelby kommun"`',
            "Ett avtal har ett namn och minst två parter. På en skärm frågar `init` efter dem; i "
            "ett skript måste de sägas. Allt annat får fattas.",
        ),
        en=Words(
            "{options} must be given, and nobody sits at a screen to be asked",
            'write for example `--title "Lyktan" --party "region=Region Exempel" '
            '--party "municipality=Exempelby kommun"`',
            "An agreement has a name and at least two parties. On a screen `init` asks for them; "
            "in a script they must be said. Everything else may be missing.",
        ),
    ),
    "AV864": Message(
        sv=Words(
            "`{option} {given}` säger inte vilken part det gäller",
            'skriv partens korta namn och = först, som `{option} "lerum={given}"`',
            "Det som skiljer sig mellan parterna skrivs en gång för varje part, med partens "
            "korta namn framför likhetstecknet.",
        ),
        en=Words(
            "`{option} {given}` does not say which party it is about",
            'write the party\'s short name and = first, as `{option} "lerum={given}"`',
            "What differs between the parties is written once for each party, with the party's "
            "short name before the equals sign.",
        ),
    ),
    "AV865": Message(
        sv=Words(
            "`{option}` hör inte till `--kind {kind}`",
            "ta bort `{option}`, eller välj en annan sort med `--kind`: {near}",
            "Varje sorts avtal delar kostnaden på sitt sätt. En uppgift som inte används vore "
            "bortglömd utan att någon märkte det.",
        ),
        en=Words(
            "`{option}` does not belong to `--kind {kind}`",
            "leave out `{option}`, or choose another kind with `--kind`: {near}",
            "Each kind of agreement shares the cost in its own way. Something that is not used "
            "would be lost without anybody noticing.",
        ),
    ),
    "AV866": Message(
        sv=Words(
            "`{option}` betyder ingenting utan `{other}`",
            "skriv också `{example}`, eller ta bort `{option}`",
            "Ett antal invånare och ett belopp som gäller en viss tid behöver sitt år, och ett "
            "år behöver något som gäller det året.",
        ),
        en=Words(
            "`{option}` means nothing without `{other}`",
            "write `{example}` too, or leave out `{option}`",
            "A number of inhabitants and an amount for a certain time need their year, and a "
            "year needs something that is for that year.",
        ),
    ),
    # --- Readings -------------------------------------------------------------------------
    "AV844": Message(
        sv=Words(
            "läsningen `{given}` finns inte i {agreements}, som räknas som det är skrivet",
            "",
            "Ett avtal som saknar den läsning som begärs räknas som det är skrivet. Andra avtal "
            "i mappen räknas enligt läsningen, och det står under deras siffror.",
        ),
        en=Words(
            "there is no reading `{given}` in {agreements}, which is taken as it is written",
            "",
            "An agreement that lacks the reading asked for is taken as it is written. Others in "
            "the folder are taken by the reading, and it says so below their figures.",
        ),
    ),
    "AV845": Message(
        sv=Words(
            "inga andra läsningar i {agreements}: inte med",
            "",
            "Med `--reading all` visas de avtal som kan läsas på flera sätt. De andra har "
            "samma belopp hur de än läses.",
        ),
        en=Words(
            "no other readings in {agreements}: left out",
            "",
            "With `--reading all` the agreements that can be read in several ways are shown. "
            "The others have the same amounts either way.",
        ),
    ),
    "AV846": Message(
        sv=Words(
            "inget av avtalen har någon annan läsning",
            "skriv den under `readings:` i avtalet, med `title:` och `set:`",
            "En läsning är ett annat sätt att läsa papperet: vad som då ska stå i stället, "
            "efter sin sökväg i filen. Utan någon sådan finns inget att ställa bredvid.",
        ),
        en=Words(
            "none of the agreements has another reading",
            "write it under `readings:` in the agreement, with `title:` and `set:`",
            "A reading is another way to read the paper: what would then stand instead, by its "
            "path in the file. Without any there is nothing to set side by side.",
        ),
    ),
    # --- Agreements' own tests --------------------------------------------------------------
    "AV884": Message(
        sv=Words(
            "provet säger inte vad som ska komma ut",
            "skriv till `amounts:` med ett belopp per part",
            "Ett prov jämför bara det som står i det, så ett prov utan något väntat skulle "
            "alltid stämma. Väntade belopp räknas ut för hand, ur papperet.",
        ),
        en=Words(
            "the test does not say what is to come out",
            "add `amounts:` with an amount for each party",
            "A test compares only what stands in it, so one that expects nothing would always "
            "pass. Expected amounts are worked out by hand, from the paper.",
        ),
    ),
    "AV886": Message(
        sv=Words(
            "`{agreement}` har inga prov",
            "skriv väntade belopp i `{name}`",
            "Ett avtals egna prov står i en fil bredvid det, med samma namn och `.test` före "
            "ändelsen. I en mapp går avtal utan prov förbi.",
        ),
        en=Words(
            "`{agreement}` has no tests",
            "write expected amounts in `{name}`",
            "An agreement's own tests stand in a file beside it, with the same name and `.test` "
            "before the ending. In a folder agreements without tests are passed over.",
        ),
    ),
    "AV887": Message(
        sv=Words(
            "avtalet som `{name}` prövar finns inte",
            "ge testfilen avtalets namn, eller lägg `{agreement}` bredvid den",
            "En testfil `NAMN.test.yaml` prövar avtalet `NAMN.yaml` i samma mapp. Har avtalet "
            "bytt namn ska proven byta med det, annars prövas det inte längre.",
        ),
        en=Words(
            "the agreement that `{name}` is about is not there",
            "give the test file the agreement's name, or put `{agreement}` beside it",
            "A test file `NAME.test.yaml` is about the agreement `NAME.yaml` in the same folder. "
            "Where the agreement has a new name its tests must have it too, or it is not tested "
            "any more.",
        ),
    ),
    "AV888": Message(
        sv=Words(
            "`{command}` läser avtal ur filer, inte det som skickas in",
            "skriv filens namn i stället för `-`",
            "Ett avtals egna tester står i en fil bredvid det, och ett förseglat resultat ska "
            "kunna räknas om om ett år: då måste det finnas en fil att läsa.",
        ),
        en=Words(
            "`{command}` reads agreements from files, not from standard input",
            "write the file's name instead of `-`",
            "An agreement's own tests stand in a file beside it, and a sealed result must be "
            "possible to work out again in a year: then there must be a file to read.",
        ),
    ),
    "AV870": Message(
        sv=Words(
            "`{command}` gäller ett år: vilket?\navtalet har belopp för {known}",
            "lägg till `--year`, som `--year 2024`",
            "Varje belopp hör till ett år. Har avtalet belopp för ett enda år behöver det inte "
            "anges.",
        ),
        en=Words(
            "`{command}` is for one year: which?\nthe agreement has figures for {known}",
            "add `--year`, as `--year 2024`",
            "An amount belongs to a year. Where the agreement has figures for one year only, it "
            "need not be said.",
        ),
    ),
    "AV871": Message(
        sv=Words(
            "`{given}` kräver `{lacking}`",
            "skriv båda åren, som `--from 2022 --to 2023`",
            "En förändring går från ett år till ett annat, och båda måste sägas.",
        ),
        en=Words(
            "`{given}` needs `{lacking}`",
            "write both years, as `--from 2022 --to 2023`",
            "A change goes from one year to another, and both must be said.",
        ),
    ),
    "AV873": Message(
        sv=Words(
            "`--reading all` kan inte användas med `{command}`",
            "välj en läsning, eller utelämna `--reading`",
            "En förklaring och ett förseglat resultat gäller belopp som är räknade på ett sätt. "
            "`calc --reading all` visar läsningarna bredvid varandra.",
        ),
        en=Words(
            "`--reading all` cannot be used with `{command}`",
            "choose one reading, or leave out `--reading`",
            "An explanation and a sealed result are of amounts worked out in one way. `calc "
            "--reading all` shows the readings side by side.",
        ),
    ),
    "AV868": Message(
        sv=Words(
            "`{given}` är sagt två gånger",
            "välj ett annat kort namn, eller ta bort det ena",
            "Varje part har ett eget kort namn, och varje uppgift om den sägs en gång. Två som "
            "heter lika går inte att skilja åt.",
        ),
        en=Words(
            "`{given}` is said twice",
            "choose another short name, or take one of them away",
            "Each party has a short name of its own, and each thing about it is said once. Two "
            "with the same name cannot be told apart.",
        ),
    ),
    "AV890": Message(
        sv=Words(
            "fel i avtalskalk självt ({what}): rapportera det gärna, med version {version}, "
            "kommandot, filen och det som `-v` visar",
            "",
            "Programmet stötte på något det borde ha klarat. Det är aldrig ditt fel, och inget "
            "har skrivits.",
        ),
        en=Words(
            "a fault in avtalskalk itself ({what}): please report it, with version {version}, "
            "the command, the file and what `-v` shows",
            "",
            "The program met something it should have managed. It is never your fault, and "
            "nothing has been written.",
        ),
    ),
    # --- What the format has and the engine does not compute yet ---------------------------
    "AV901": Message(
        sv=Words(
            "`{form}` finns i formatet, men den här versionen kan inte räkna med det ännu",
            "räkna utan det, eller vänta på en senare version",
            "Filen är rätt skriven. Programmet säger hellre nej än räknar utan en regel som "
            "avtalet har.",
        ),
        en=Words(
            "`{form}` is part of the format, but this version cannot compute it yet",
            "compute without it, or wait for a later version",
            "The file is written correctly. The program would rather refuse than compute without "
            "a rule that the agreement has.",
        ),
    ),
}
