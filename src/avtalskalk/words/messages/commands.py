"""Words about commands, options and output (AV8), and about what is not computed yet (AV9)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    # --- The command and its options ------------------------------------------------------
    "AV803": Message(
        sv=Words(
            "`{given}` kan inte användas för `{option}`",
            "menade du {near}?",
            "Flaggan tar ett av några bestämda ord. De visas i hjälpen för kommandot, och är "
            "desamma i `avtalskalk.toml` och i miljövariabler.",
        ),
        en=Words(
            "`{given}` cannot be used for `{option}`",
            "did you mean {near}?",
            "The option takes one of a few fixed words. The command's help lists them, and they "
            "are the same in `avtalskalk.toml` and in environment variables.",
        ),
    ),
    "AV804": Message(
        sv=Words(
            "`{option}` saknar ett värde",
            "skriv `{option} {metavar}`",
            "Flaggan behöver ett värde efter sig. Kommer den sist, följs den av en ny flagga eller "
            "är värdet tomt, går det inte att veta vad som menas.",
        ),
        en=Words(
            "`{option}` lacks a value",
            "write `{option} {metavar}`",
            "The option needs a value after it. If it comes last, is followed by another option or "
            "has an empty value, there is no way to know what was meant.",
        ),
    ),
    "AV805": Message(
        sv=Words(
            "`{command}` behöver en fil eller en mapp",
            "skriv till exempel `avtalskalk {command} avtal.yaml`, eller `avtalskalk {command} .` "
            "för mappen du står i",
            "En sökväg är en avtalsfil, en mapp med avtal, eller `-` för standard in. Du kan ange "
            "flera efter varandra.",
        ),
        en=Words(
            "`{command}` needs a file or a folder",
            "write for example `avtalskalk {command} agreement.yaml`, or "
            "`avtalskalk {command} .` for the folder you are in",
            "A path is an agreement file, a folder of agreements, or `-` for standard input. You "
            "can give several, one after another.",
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
            "`{given}` is not a year",
            "write for example `--year 2023`, or `--years 2023..2026` for several",
            "A year is written with four digits, 1900–2199. A fiscal year that does not start "
            "in January may be written `2023/24`; `2023` then means the same.",
        ),
    ),
    "AV807": Message(
        sv=Words(
            "`{given}` är inte år i följd",
            "skriv det första och det sista året med två punkter emellan, som `2023..2026`",
            "Skriv två punkter mellan det första och det sista året; båda räknas med. Högst 200 år "
            "räknas på en gång, och det första får inte vara efter det sista.",
        ),
        en=Words(
            "`{given}` is not a span of years",
            "write the first and the last year with two dots between, like `2023..2026`",
            "Write two dots between the first and the last year; both are included. At most 200 "
            "years are calculated at a time, and the first must not be after the last.",
        ),
    ),
    "AV808": Message(
        sv=Words(
            "`{given}` är inget datum för `{option}`",
            "skriv år, månad och dag, som `{option} 2023-06-30`",
            "Datum skrivs med år, månad och dag, och bindestreck emellan. Dagen måste finnas i "
            "kalendern.",
        ),
        en=Words(
            "`{given}` is not a date for `{option}`",
            "write year, month and day, like `{option} 2023-06-30`",
            "Dates are written with year, month and day, and hyphens between. The day must exist "
            "in the calendar.",
        ),
    ),
    "AV809": Message(
        sv=Words(
            "beloppen i `{agreement}` har inget slut: ange vilka år",
            "skriv till exempel `--year 2026`, eller `--years 2026..2028`",
            "Utan `--year` räknas varje år som filen har belopp för. Ett avtal som gäller tills "
            "vidare med ett belopp per år har belopp för alla kommande år, och då måste du ange "
            "vilka. I en jämförelse visas ändå det som skiljer i ord.",
        ),
        en=Words(
            "the amounts in `{agreement}` have no end: say which years",
            "write for example `--year 2026`, or `--years 2026..2028`",
            "Without `--year`, every year that the file has amounts for is calculated. An "
            "agreement until further notice with an amount per year has amounts for all years to "
            "come, and then you must say which. A comparison still shows what differs in words.",
        ),
    ),
    "AV812": Message(
        sv=Words(
            "ändelsen på `{given}` visar inte vilket format som ska skrivas",
            "låt filen sluta på {near}, eller ange formatet med `--format`",
            "Filens ändelse väljer formatet. En annan ändelse fungerar när `--format` anger "
            "formatet.",
        ),
        en=Words(
            "the ending of `{given}` does not show which format to write",
            "let the file end in {near}, or give the format with `--format`",
            "The file's ending chooses the format. Another ending works if `--format` gives the "
            "format.",
        ),
    ),
    "AV813": Message(
        sv=Words(
            "`--format {format}` och filen `{given}` anger olika format",
            "ta bort `--format`, eller ge filen en annan ändelse",
            "Filens ändelse väljer formatet. Anger flaggan ett annat är det troligen ett misstag, "
            "och filen skulle överraska den som öppnar den.",
        ),
        en=Words(
            "`--format {format}` and the file `{given}` give different formats",
            "leave out `--format`, or give the file another ending",
            "The file's ending chooses the format. If the option gives another, it is probably a "
            "mistake, and the file would surprise whoever opens it.",
        ),
    ),
    "AV814": Message(
        sv=Words(
            "mappen för `{given}` finns inte",
            "skapa mappen, eller skriv till en mapp som finns",
            "Programmet skapar inga mappar. En felskriven sökväg skulle annars lägga resultatet "
            "där ingen letar.",
        ),
        en=Words(
            "the folder for `{given}` does not exist",
            "create the folder, or write to one that exists",
            "The program creates no folders. A misspelt path would otherwise put the result where "
            "nobody looks.",
        ),
    ),
    "AV815": Message(
        sv=Words(
            "`{given}` är en mapp och ingen fil",
            "lägg till ett filnamn, som `{given}/kostnad.csv`",
            "Resultatet skrivs till en fil. Mappen är inte ändrad.",
        ),
        en=Words(
            "`{given}` is a folder, not a file",
            "add a file name, like `{given}/costs.csv`",
            "The result is written to a file. The folder is unchanged.",
        ),
    ),
    "AV816": Message(
        sv=Words(
            "du saknar behörighet att skriva `{given}`",
            "stäng filen om den är öppen i ett annat program, eller skriv till en mapp där du får "
            "spara",
            "Datorn nekar dig att skriva filen. En fil som redan fanns är inte ändrad.",
        ),
        en=Words(
            "you are not allowed to write `{given}`",
            "close the file if it is open in another program, or write to a folder where you may "
            "save",
            "The computer does not let you write the file. A file that already existed is "
            "unchanged.",
        ),
    ),
    "AV817": Message(
        sv=Words(
            "disken är full: `{given}` kunde inte skrivas",
            "frigör utrymme och kör kommandot igen",
            "Resultatet skrivs helt eller inte alls. En fil som redan fanns är inte ändrad, och "
            "ingen halvfärdig fil är kvar.",
        ),
        en=Words(
            "the disk is full: `{given}` could not be written",
            "free some space and run the command again",
            "The result is written whole or not at all. A file that already existed is unchanged, "
            "and no half-written file is left.",
        ),
    ),
    "AV818": Message(
        sv=Words(
            "`{given}` kunde inte skrivas: {reason}",
            "försök igen, eller skriv till en annan fil",
            "Datorn kunde inte skriva filen. En fil som redan fanns är inte ändrad, och ingen "
            "halvfärdig fil är kvar.",
        ),
        en=Words(
            "`{given}` could not be written: {reason}",
            "try again, or write to another file",
            "The computer could not write the file. A file that already existed is unchanged, and "
            "no half-written file is left.",
        ),
    ),
    "AV819": Message(
        sv=Words(
            "inget avtal gäller {years}",
            "välj ett år inom avtalstiden; `avtalskalk show` visar den",
            "Ett avtal räknas bara för de år det gäller. Finns inget avtal kvar finns inget "
            "resultat att skriva, och kommandot avslutas med kod 3.",
        ),
        en=Words(
            "no agreement is in force in {years}",
            "choose a year in which it is in force; `avtalskalk show` shows the term",
            "An agreement is calculated only for the years it is in force. If none is left there "
            "is no result to write, and the command ends with code 3.",
        ),
    ),
    "AV820": Message(
        sv=Words(
            "inget avtal har belopp för {basis}",
            "skriv ett belopp under `costs`, eller ange ett år med `--year` för att se "
            "fördelningen och vad som saknas",
            "Utan `--year` räknas varje år som filen har belopp för. Saknas sådana år finns inget "
            "att räkna. Ett avtal utan belopp är ändå giltigt.",
        ),
        en=Words(
            "no agreement has amounts for {basis}",
            "write an amount under `costs`, or give a year with `--year` to see the split and what "
            "is missing",
            "Without `--year`, every year that the file has amounts for is calculated. If there is "
            "no such year, there is nothing to calculate. An agreement without amounts is still "
            "valid.",
        ),
    ),
    "AV821": Message(
        sv=Words(
            "`{agreement}` har inga belopp för {basis} och räknas inte",
            "",
            "Utan `--year` räknas bara de år som ett avtal har belopp för. Med `--year` visas "
            "avtalet, med det som saknas.",
        ),
        en=Words(
            "`{agreement}` has no amounts for {basis} and is not calculated",
            "",
            "Without `--year`, only the years that an agreement has amounts for are calculated. "
            "With `--year` the agreement is shown, with what is missing.",
        ),
    ),
    "AV822": Message(
        sv=Words(
            "`{agreement}` gäller inte {years}",
            "",
            "Avtalet har inga villkor det året, och då räknas ingenting. Det är inget fel: andra "
            "avtal i mappen kan gälla.",
        ),
        en=Words(
            "`{agreement}` is not in force in {years}",
            "",
            "The agreement has no terms in that year, and nothing is calculated. It is not an "
            "error: other agreements in the folder may be in force.",
        ),
    ),
    "AV824": Message(
        sv=Words(
            "`{first}` och `{second}` kan inte användas tillsammans",
            "ta bort en av dem",
            "De två flaggorna anger olika svar på samma fråga. Programmet gissar inte vilken som "
            "gäller.",
        ),
        en=Words(
            "`{first}` and `{second}` cannot be used together",
            "remove one of them",
            "The two options give different answers to the same question. The program does not "
            "guess which one applies.",
        ),
    ),
    "AV825": Message(
        sv=Words(
            "`{command}` tar ingen sökväg, men fick `{given}`",
            "skriv bara `avtalskalk {command}`",
            "Kommandot gäller programmet självt, inte en viss fil.",
        ),
        en=Words(
            "`{command}` takes no path, but was given `{given}`",
            "write just `avtalskalk {command}`",
            "The command is about the program itself, not about a certain file.",
        ),
    ),
    "AV826": Message(
        sv=Words(
            "`{given}` kan inte användas för `{setting}`, som kommer från {origin}",
            "menade du {near}? `--no-config` bortser från inställningarna",
            "En inställning har samma värden som flaggan med samma namn. `avtalskalk doctor` visar "
            "alla inställningar och varifrån de kommer.",
        ),
        en=Words(
            "`{given}` cannot be used for `{setting}`, which comes from {origin}",
            "did you mean {near}? `--no-config` ignores the settings",
            "A setting has the same values as the option with the same name. `avtalskalk doctor` "
            "shows all settings and where they come from.",
        ),
    ),
    "AV827": Message(
        sv=Words(
            "`--fix` kan inte rätta det som skickas på standard in",
            "spara texten i en fil och rätta filen",
            "Rättelser skrivs i filen, och standard in har ingen fil.",
        ),
        en=Words(
            "`--fix` cannot correct what is sent to standard input",
            "save the text in a file and correct the file",
            "Corrections are written to the file, and standard input has no file.",
        ),
    ),
    "AV828": Message(
        sv=Words(
            "`{option}` har ingen verkan i formatet {format}",
            "ta bort `{option}`, eller välj ett annat format med `--format`",
            "Flaggan ändrar bara hur vissa format ser ut. Den som anger den väntar sig att det "
            "syns, så programmet stannar i stället för att hoppa över den.",
        ),
        en=Words(
            "`{option}` has no effect in the format {format}",
            "remove `{option}`, or choose another format with `--format`",
            "The option only changes how some formats look. Whoever gives it expects to see it, so "
            "the program stops instead of ignoring it.",
        ),
    ),
    "AV830": Message(
        sv=Words(
            "`{option}` tar inget värde",
            "skriv bara `{option}`",
            "Flaggan är på när den anges och annars av. Inget värde följer efter den.",
        ),
        en=Words(
            "`{option}` takes no value",
            "write just `{option}`",
            "The option is on when it is given and off otherwise. No value follows it.",
        ),
    ),
    "AV831": Message(
        sv=Words(
            "rättade rad {line}: `{before}` blev `{after}`",
            "",
            "`check --fix` ändrar bara det som kan rättas utan att gissa, och bara de rader det "
            "gäller. Resten av filen är oförändrad.",
        ),
        en=Words(
            "corrected line {line}: `{before}` became `{after}`",
            "",
            "`check --fix` changes only what can be corrected without guessing, and only those "
            "lines. The rest of the file is unchanged.",
        ),
    ),
    "AV832": Message(
        sv=Words(
            "kommandot kunde inte förstås: {reason}",
            "`avtalskalk --help` visar hur ett kommando skrivs",
            "Ordningen är `avtalskalk`, kommandot, sökvägarna och flaggorna.",
        ),
        en=Words(
            "the command could not be understood: {reason}",
            "`avtalskalk --help` shows how a command is written",
            "The order is `avtalskalk`, the command, the paths and the options.",
        ),
    ),
    "AV833": Message(
        sv=Words(
            "{format} skrivs med {libraries}, som inte är installerat",
            "installera tillägget: `python -m pip install 'avtalskalk[report]'`",
            "Excel, Word, PDF och diagram skrivs av bibliotek som är stora och därför ett tillägg. "
            "Tabeller, Markdown, CSV och JSON behöver dem inte.",
        ),
        en=Words(
            "{format} is written with {libraries}, which is not installed",
            "install the extra: `python -m pip install 'avtalskalk[report]'`",
            "Excel, Word, PDF and charts are written by libraries that are large and therefore an "
            "extra. Tables, Markdown, CSV and JSON do not need them.",
        ),
    ),
    "AV834": Message(
        sv=Words(
            "{format} går inte att läsa i terminalen",
            "ange en fil: `-o resultat.{format}`",
            "Formatet är ingen text. Till en fil eller ett annat program går det bra.",
        ),
        en=Words(
            "{format} cannot be read in the terminal",
            "name a file: `-o result.{format}`",
            "The format is no text. It can go to a file or to another program.",
        ),
    ),
    "AV835": Message(
        sv=Words(
            "resultatet har inget diagram att skriva som {format}",
            "`report` har ett för ett avtal i taget, med avsnittet `chart` i layouten; `whatif` om "
            "något ändras, `sweep` för några få värden, `explain --from --to` för två år",
            "Ett diagram visar vad varje part betalar, eller hur mycket en ändring ger. Det finns "
            "om staplarna inte är fler än det finns plats för och något belopp är känt.",
        ),
        en=Words(
            "the result has no chart to write as {format}",
            "`report` has one on one agreement at a time, with the section `chart` in the layout; "
            "`whatif` if something changes, `sweep` for a few values, `explain --from --to` for "
            "two years",
            "A chart shows what each party pays, or how much a change makes. There is one unless "
            "there are more bars than there is room for, or no amount is known.",
        ),
    ),
    "AV841": Message(
        sv=Words(
            "{item}: summan {total} är uträknad av den kända delen för {party}, {part}",
            "",
            "Avtalet anger en parts del och inte hela kostnaden. Summan är den som ger just den "
            "delen när den fördelas. Stämmer den inte med avtalet är troligen delen eller andelen "
            "fel.",
        ),
        en=Words(
            "{item}: the total {total} is worked out from the known part of {party}, {part}",
            "",
            "The agreement states one party's part and not the whole cost. The total is the one "
            "that gives exactly that part when it is split. If it does not match the agreement, "
            "the part or the share is probably wrong.",
        ),
    ),
    "AV842": Message(
        sv=Words(
            "{item}: {stated} för helt år ger {used} för {first}–{last}",
            "",
            "Beloppet gäller ett helt år, men avtalet täcker bara en del av det. Är beloppet redan "
            "för den delen, skriv `covers: period` på posten.",
        ),
        en=Words(
            "{item}: {stated} for a whole year gives {used} for {first}–{last}",
            "",
            "The amount is for a whole year, but the agreement covers only a part of it. If the "
            "amount is already for that part, write `covers: period` on the item.",
        ),
    ),
    # --- A new agreement ------------------------------------------------------------------
    "AV860": Message(
        sv=Words(
            "`{given}` finns redan och skrivs inte över",
            "skriv ett annat filnamn",
            "`init`, `seal` och `whatif --save` skriver en ny fil, aldrig över en som finns. `-o` "
            "skriver aldrig över en YAML-fil, inställningarna, ett förseglat resultat eller en "
            "fil som kommandot läser. Filen är inte ändrad.",
        ),
        en=Words(
            "`{given}` already exists and is not overwritten",
            "write another file name",
            "`init`, `seal` and `whatif --save` write a new file, never over an existing one. `-o` "
            "never overwrites a YAML file, the settings, a sealed result or a file that the "
            "command reads. The file is unchanged.",
        ),
    ),
    "AV861": Message(
        sv=Words(
            "`init` skriver en fil, men fick flera: {given}",
            "skriv ett filnamn, med citattecken runt ett namn med mellanslag",
            "Varje avtal är en fil. Ett namn med mellanslag räknas som flera namn om det inte har "
            'citattecken: `avtalskalk init "nytt avtal.yaml"`.',
        ),
        en=Words(
            "`init` writes one file, but was given several: {given}",
            "write one file name, with quotes around a name with spaces",
            "Each agreement is one file. A name with spaces counts as several names unless it has "
            'quotes: `avtalskalk init "new agreement.yaml"`.',
        ),
    ),
    "AV862": Message(
        sv=Words(
            "`{given}` har inte en avtalsfils ändelse",
            "skriv `{right}`",
            "En avtalsfil slutar på `.yaml` eller `.yml`. Filer med andra ändelser hoppas över när "
            "en mapp läses, och då vore avtalet inte med.",
        ),
        en=Words(
            "`{given}` does not have the ending of an agreement file",
            "write `{right}`",
            "An agreement file ends in `.yaml` or `.yml`. Files with other endings are skipped "
            "when a folder is read, and the agreement would be left out.",
        ),
    ),
    "AV863": Message(
        sv=Words(
            "{options} saknas, och det finns ingen skärm att fråga på",
            'skriv till exempel `--title "Lyktan" --party "regionen=Region Exempel" '
            '--party "kommunen=Exempelby kommun"`',
            "Ett avtal har ett namn och minst två parter. På en skärm frågar `init` efter dem; i "
            "ett skript måste de anges. Allt annat får saknas.",
        ),
        en=Words(
            "{options} must be given, because there is no screen to ask on",
            'write for example `--title "Lyktan" --party "region=Region Exempel" '
            '--party "municipality=Exempelby kommun"`',
            "An agreement has a name and at least two parties. On a screen `init` asks for them; "
            "in a script they must be given. Everything else may be missing.",
        ),
    ),
    "AV864": Message(
        sv=Words(
            "`{option} {given}` anger inte vilken part det gäller",
            'skriv partens korta namn och = först, som `{option} "lerum={given}"`',
            "Det som skiljer sig mellan parterna skrivs en gång för varje part, med partens korta "
            "namn före likhetstecknet.",
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
            "Varje sorts avtal delar kostnaden på sitt sätt. En uppgift som inte används skulle gå "
            "förlorad utan att någon märkte det.",
        ),
        en=Words(
            "`{option}` does not belong to `--kind {kind}`",
            "remove `{option}`, or choose another kind with `--kind`: {near}",
            "Each kind of agreement shares the cost in its own way. Information that is not used "
            "would be lost without anybody noticing.",
        ),
    ),
    "AV866": Message(
        sv=Words(
            "`{option}` behöver `{other}`",
            "skriv också `{example}`, eller ta bort `{option}`",
            "Ett antal invånare, eller ett belopp för en viss tid, behöver sitt år. Ett år behöver "
            "något som gäller det året.",
        ),
        en=Words(
            "`{option}` needs `{other}`",
            "write `{example}` too, or remove `{option}`",
            "A number of inhabitants, or an amount for a certain time, needs its year. A year "
            "needs something that is for that year.",
        ),
    ),
    "AV836": Message(
        sv=Words(
            "`{agreement}` jämförs inte: den andra versionen kan vara i en fil som är utelämnad",
            "rätta filen",
            "Med `--keep-going` utelämnas filer med fel. Ett avtal som bara finns på ena sidan kan "
            "då ha sin andra version i en sådan fil, och hela beloppet skulle bli en skillnad.",
        ),
        en=Words(
            "`{agreement}` is not compared: its other version may be in a file that is left out",
            "correct the file",
            "With `--keep-going` files with errors are left out. An agreement that is on one side "
            "only may then have its other version in such a file, and its whole amount would seem "
            "to be a difference.",
        ),
    ),
    # --- Bodies of several agreements ----------------------------------------------------
    "AV859": Message(
        sv=Words(
            "`{given}` gäller samma part i andra avtal, där den heter: {ids}",
            "",
            "Ett kortnamn är varje avtals eget ord. Av flera avtal menas parten som sådan: den som "
            "har samma organisationsnummer, eller där inget står samma namn.",
        ),
        en=Words(
            "`{given}` is the same party in other agreements, which call it: {ids}",
            "",
            "An id is each agreement's own word. Of several agreements the party as such is meant: "
            "the one with the same organisation number, or where none is stated the same name.",
        ),
    ),
    "AV889": Message(
        sv=Words(
            "`{given}` kan vara flera parter i de här avtalen: {bodies}",
            "skriv organisationsnumret eller namnet i stället, en gång för varje part som ska vara "
            "med; är de en och samma, skriv `org_no` i avtalen",
            "Avtalen har samma kortnamn eller samma namn för parter som inte är desamma: de har "
            "olika organisationsnummer, eller olika namn och inget nummer. En summa över dem vore "
            "flera parters pengar.",
        ),
        en=Words(
            "`{given}` may be several parties in these agreements: {bodies}",
            "write the organisation number or the name instead, once for each party that is to be "
            "there; if they are the same, write `org_no` in the agreements",
            "The agreements have the same id or the same name for parties that are not the same: "
            "they have different organisation numbers, or different names and no number. A sum "
            "over them would be the money of several parties.",
        ),
    ),
    # --- Readings -------------------------------------------------------------------------
    "AV844": Message(
        sv=Words(
            "tolkningen `{given}` saknas; räknas som skrivet: {agreements}",
            "",
            "Ett avtal som saknar tolkningen räknas som det är skrivet. Andra avtal i mappen "
            "räknas enligt tolkningen, och det står under deras belopp.",
        ),
        en=Words(
            "the reading `{given}` is missing; calculated as written: {agreements}",
            "",
            "An agreement without the reading is calculated as written. Other agreements in the "
            "folder are calculated by the reading, and a note below their amounts says so.",
        ),
    ),
    "AV845": Message(
        sv=Words(
            "inga andra tolkningar, visas inte: {agreements}",
            "",
            "Med `--reading all` visas de avtal som kan tolkas på flera sätt. De andra har bara "
            "ett belopp.",
        ),
        en=Words(
            "no other readings, not shown: {agreements}",
            "",
            "With `--reading all` the agreements that can be read in several ways are shown. The "
            "others have only one amount.",
        ),
    ),
    "AV846": Message(
        sv=Words(
            "inget av avtalen har någon annan tolkning",
            "skriv den under `readings:` i avtalet, med `title:` och `set:`",
            "En tolkning är ett annat sätt att läsa avtalet: vilka värden som då gäller, efter "
            "deras sökväg i filen. Utan någon sådan finns inget att jämföra.",
        ),
        en=Words(
            "none of the agreements has another reading",
            "write it under `readings:` in the agreement, with `title:` and `set:`",
            "A reading is another way to understand the agreement: which values then apply, by "
            "their path in the file. Without one there is nothing to compare.",
        ),
    ),
    # --- Agreements' own tests --------------------------------------------------------------
    "AV869": Message(
        sv=Words(
            "tecken som en SIE-fil inte kan ha är utbytta: {characters}",
            "",
            "En SIE-fil har teckenuppsättningen PC8 (codepage 437), utan tankstreck, typografiska "
            "citattecken och Ø. Bakstreck har en egen betydelse i filen. Bara texter berörs, inga "
            "belopp.",
        ),
        en=Words(
            "characters that a SIE file cannot have were replaced: {characters}",
            "",
            "A SIE file has the characters of PC8 (code page 437), without dashes, curly quotes "
            "and Ø. A backslash has a meaning of its own in the file. Only texts are affected, "
            "no amounts.",
        ),
    ),
    "AV867": Message(
        sv=Words(
            "en SIE-fil är för en enda juridisk person, men här bokförs {count}",
            "välj vems med `--party`, eller skriv till en mapp, som `-o sie/`: {bodies}",
            "Till en mapp skrivs en fil för varje juridisk person, med alla avtals verifikationer.",
        ),
        en=Words(
            "a SIE file is for a single legal body, but {count} are booked here",
            "choose whose with `--party`, or write to a folder, like `-o sie/`: {bodies}",
            "In a folder there is a file for each legal body, with the vouchers of all agreements.",
        ),
    ),
    "AV884": Message(
        sv=Words(
            "testet saknar väntat resultat",
            "lägg till `amounts:` med ett belopp för varje part",
            "Ett test jämför bara det som anges, så ett test utan väntat resultat skulle alltid "
            "lyckas. Räkna ut väntade belopp för hand, ur avtalet.",
        ),
        en=Words(
            "the test has no expected result",
            "add `amounts:` with an amount for each party",
            "A test compares only what it states, so one without an expected result would always "
            "pass. Work out expected amounts by hand, from the agreement.",
        ),
    ),
    "AV886": Message(
        sv=Words(
            "`{agreement}` har inga tester",
            "skriv väntade belopp i `{name}`",
            "Ett avtals egna tester är en fil bredvid det, med samma namn och `.test` före "
            "ändelsen. I en mapp hoppas avtal utan tester över.",
        ),
        en=Words(
            "`{agreement}` has no tests",
            "write expected amounts in `{name}`",
            "An agreement's own tests are in a file beside it, with the same name and `.test` "
            "before the ending. In a folder, agreements without tests are skipped.",
        ),
    ),
    "AV887": Message(
        sv=Words(
            "avtalet som `{name}` testar finns inte",
            "ge testfilen avtalets namn, eller lägg `{agreement}` bredvid den",
            "En testfil `NAMN.test.yaml` testar avtalet `NAMN.yaml` i samma mapp. Har avtalet bytt "
            "namn måste testfilen också byta, annars testas det inte längre.",
        ),
        en=Words(
            "the agreement that `{name}` tests does not exist",
            "give the test file the agreement's name, or put `{agreement}` beside it",
            "A test file `NAME.test.yaml` tests the agreement `NAME.yaml` in the same folder. If "
            "the agreement has a new name, the test file must have it too, or the agreement is no "
            "longer tested.",
        ),
    ),
    "AV888": Message(
        sv=Words(
            "`{command}` läser avtal ur filer, inte från standard in",
            "skriv filens namn i stället för `-`",
            "Ett avtals egna tester är en fil bredvid det, och ett förseglat resultat ska kunna "
            "räknas om senare. Därför måste det finnas en fil att läsa.",
        ),
        en=Words(
            "`{command}` reads agreements from files, not from standard input",
            "write the file's name instead of `-`",
            "An agreement's own tests are in a file beside it, and it must be possible to "
            "recalculate a sealed result later. So there must be a file to read.",
        ),
    ),
    "AV870": Message(
        sv=Words(
            "ange vilket år `{command}` gäller\navtalet har belopp för {known}",
            "lägg till `--year`, som `--year 2024`",
            "Ett belopp hör till ett år. Har avtalet belopp för bara ett år behöver det inte "
            "anges.",
        ),
        en=Words(
            "say which year `{command}` is for\nthe agreement has amounts for {known}",
            "add `--year`, like `--year 2024`",
            "An amount belongs to a year. If the agreement has amounts for only one year, you need "
            "not say which.",
        ),
    ),
    "AV871": Message(
        sv=Words(
            "`{given}` kräver `{lacking}`",
            "skriv båda, som `--from 2022 --to 2023` eller `--split equal --phase-in 2025..2027`",
            "Den ena säger inget utan den andra: en förändring går från ett år till ett annat, och "
            "`--outcome` anger vad en slutavräkning bygger på.",
        ),
        en=Words(
            "`{given}` needs `{lacking}`",
            "write both, like `--from 2022 --to 2023` or `--split equal --phase-in 2025..2027`",
            "One says nothing without the other: a change goes from one year to another, and "
            "`--outcome` says what a settlement is against.",
        ),
    ),
    "AV873": Message(
        sv=Words(
            "`--reading all` kan inte användas med `{command}`",
            "ange en tolkning, eller utelämna `--reading`",
            "En förklaring och ett förseglat resultat gäller belopp som är räknade på ett sätt. "
            "`calc --reading all` visar tolkningarna bredvid varandra.",
        ),
        en=Words(
            "`--reading all` cannot be used with `{command}`",
            "choose one reading, or remove `--reading`",
            "An explanation and a sealed result are of amounts calculated in one way. `calc "
            "--reading all` shows the readings side by side.",
        ),
    ),
    "AV868": Message(
        sv=Words(
            "`{given}` är angivet två gånger",
            "välj ett annat kort namn, eller ta bort det ena",
            "Varje part har ett eget kort namn, och varje uppgift om parten anges en gång. Två "
            "parter med samma namn kan inte skiljas åt.",
        ),
        en=Words(
            "`{given}` is given twice",
            "choose another short name, or remove one of them",
            "Each party has a short name of its own, and each detail about it is given once. Two "
            "with the same name cannot be told apart.",
        ),
    ),
    "AV890": Message(
        sv=Words(
            "fel i avtalskalk självt ({what}): rapportera det gärna, med version {version}, "
            "kommandot och filen",
            "",
            "Programmet stötte på något som det borde ha klarat. Det är aldrig ditt fel. Gäller "
            "felet en av flera filer behandlas de andra ändå.",
        ),
        en=Words(
            "a fault in avtalskalk itself ({what}): please report it, with version {version}, "
            "the command and the file",
            "",
            "The program met something that it should have handled. It is never your fault. Where "
            "it concerns one of several files the others are still processed.",
        ),
    ),
}
