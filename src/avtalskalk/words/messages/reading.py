"""Words for reading a file (AV001-AV048) and finding it in its workspace (AV049-AV099)."""

from avtalskalk.words import Message, Words

MESSAGES: dict[str, Message] = {
    "AV001": Message(
        Words(
            "filen är större än {limit} MB",
            "dela upp den i ett avtal per fil, eller lägg långa tabeller i en egen fil",
            "Ett avtal skrivet för hand är några kB. En fil på flera MB är nästan alltid något "
            "annat, till exempel en export, och läses inte alls. Lägg långa tabeller, som "
            "invånarantal för alla kommuner, i en CSV-fil som fördelningsnyckeln hämtar.",
        ),
        Words(
            "the file is larger than {limit} MB",
            "split it into one agreement per file, or put long tables in a file of their own",
            "An agreement written by hand is a few kB. A file of several MB is nearly always "
            "something else, such as an export, and is not read at all. Put long tables, such as "
            "the inhabitants of every municipality, in a CSV file that the key reads.",
        ),
    ),
    "AV002": Message(
        Words(
            "filen är tom",
            "skriv innehållet, eller ta bort filen",
            "Filen har inget innehåll, eller bara kommentarer och tomma rader. Ett avtal behöver "
            "minst `avtalskalk`, `id`, `title`, två parter och en period. Hade filen innehåll "
            "förut kan den ha sparats fel: leta efter en äldre version.",
        ),
        Words(
            "the file is empty",
            "write its content, or remove the file",
            "The file has no content, or only comments and empty lines. An agreement needs at "
            "least `avtalskalk`, `id`, `title`, two parties and a period. If the file had content "
            "before, it may have been saved wrongly: look for an older version.",
        ),
    ),
    "AV003": Message(
        Words(
            "filen är inte text",
            "spara avtalet som vanlig text (UTF-8); Word- och Excelfiler kan inte läsas",
            "Filen innehåller noll-byte, som ingen textfil har. Oftast är det ett Word-, Excel- "
            "eller PDF-dokument som har fått ändelsen `.yaml`. Skriv avtalet i en textredigerare, "
            "till exempel Anteckningar.",
        ),
        Words(
            "the file is not text",
            "save the agreement as plain text (UTF-8); a Word or Excel document cannot be read",
            "The file contains null bytes, which no text file has. It is usually a Word, Excel or "
            "PDF document with the ending `.yaml`. Write the agreement in a text editor, such as "
            "Notepad.",
        ),
    ),
    "AV004": Message(
        Words(
            "filen är sparad som UTF-16 eller UTF-32",
            "öppna den och välj Spara som, Kodning: UTF-8",
            "Texten är sparad med två eller fyra byte per tecken, som Windows kallar Unicode. "
            "Avtal läses som UTF-8, och det kan alla textredigerare spara. Innehållet behöver inte "
            "ändras.",
        ),
        Words(
            "the file is saved as UTF-16 or UTF-32",
            "open it and choose Save as, Encoding: UTF-8",
            "The text is saved with two or four bytes a character, which Windows calls Unicode. "
            "Agreements are read as UTF-8, which every text editor can save. The content need not "
            "change.",
        ),
    ),
    "AV005": Message(
        Words(
            "rad {line} är inte skriven i UTF-8 (byte {byte}, troligen ett `{letter}`)",
            "öppna filen och välj Spara som, Kodning: UTF-8; kontrollera sedan å, ä och ö",
            "Filen är sparad i en äldre kodning, oftast Windows-1252 (ANSI), där å, ä och ö skrivs "
            "på ett annat sätt. En gissning kunde ge fel namn i ett beslut, så filen läses först "
            "när den är sparad som UTF-8. Raden visas som i Windows-1252.",
        ),
        Words(
            "line {line} is not written in UTF-8 (byte {byte}, probably a `{letter}`)",
            "open the file and choose Save as, Encoding: UTF-8; then check å, ä and ö",
            "The file is saved in an older encoding, usually Windows-1252 (ANSI), which writes å, "
            "ä and ö in another way. A guess could put a wrong name in a decision, so the file is "
            "not read until it is saved as UTF-8. The line is shown as Windows-1252 would show it.",
        ),
    ),
    "AV006": Message(
        sv=Words(
            "ett tecken som inte får finnas i en text ({character})",
            "ta bort tecknet; syns det inte, skriv om ordet eller raden",
            "Styrtecken, osynliga tecken och tecken som ändrar skrivriktningen kan dölja eller "
            "ändra det som visas: ett belopp kan se ut som ett annat, och två program kan läsa "
            "raden olika. De följer oftast med när text klistras in från ett annat program. Inget "
            "avtal behöver dem.",
        ),
        en=Words(
            "a character that is not allowed in a text ({character})",
            "remove the character; if you cannot see it, retype the word or the line",
            "Control characters, invisible characters and characters that change the writing "
            "direction can hide or change what is shown: an amount can look like another, and two "
            "programs can read the line differently. They usually come along when text is pasted "
            "from another program. No agreement needs them.",
        ),
    ),
    "AV008": Message(
        Words(
            "fler än {limit} nivåer inuti varandra",
            "ta bort överflödiga klamrar och hakparenteser; ett avtal behöver knappt tio nivåer",
            "Läsningen avbryts, eftersom en fil med tusentals öppna parenteser annars kan stoppa "
            "programmet. Oftast har en parentes upprepats av misstag.",
        ),
        Words(
            "more than {limit} levels inside each other",
            "remove the extra braces and brackets; an agreement hardly needs ten levels",
            "Reading stops here, because a file with thousands of open brackets could otherwise "
            "stop the whole program. Usually a bracket has been repeated by mistake.",
        ),
    ),
    "AV009": Message(
        Words(
            "fler än {limit} värden i filen",
            "lägg långa tabeller i en CSV-fil, eller dela upp filen",
            "Inget avtal som skrivits för hand har så många värden, och att läsa dem kunde ta allt "
            "minne i datorn. Lägg långa tabeller, som nyckeltal per kommun och år, i en egen fil.",
        ),
        Words(
            "more than {limit} values in the file",
            "put long tables in a CSV file, or split the file",
            "No agreement written by hand has so many values, and reading them could take all the "
            "computer's memory. Put long tables, such as key figures by municipality and year, in "
            "a file of their own.",
        ),
    ),
    "AV010": Message(
        Words(
            "raden går inte att läsa som YAML ({problem})",
            "jämför med raderna omkring: kolon och mellanslag, indrag, citattecken och klamrar",
            "YAML är filens skrivsätt: `fält: värde`, med indrag för det som hör ihop. Här går det "
            "inte att avgöra vad som menas; orden inom parentes kommer från YAML-läsaren. Felet "
            "kan finnas på raden ovanför.",
        ),
        Words(
            "the line cannot be read as YAML ({problem})",
            "compare it with the lines around it: colon and space, indentation, quotes and braces",
            "YAML is the way the file is written: `field: value`, with indentation for what "
            "belongs together. The meaning is not clear here; the words in brackets come from the "
            "YAML parser. The mistake may be on the line above.",
        ),
    ),
    "AV011": Message(
        Words(
            "raden är indragen med tabb",
            "byt tabben mot mellanslag, lika många som på raderna omkring",
            "YAML tillåter bara mellanslag i början av en rad, eftersom en tabb är olika bred i "
            "olika program. Ställ in textredigeraren så att tabbtangenten ger två mellanslag. "
            "Programmet kan inte veta hur många som menas och rättar därför inte själv.",
        ),
        Words(
            "the line is indented with a tab",
            "replace the tab with spaces, as many as on the lines around it",
            "YAML allows only spaces at the beginning of a line, because programs show tabs with "
            "different widths. Set your editor so that the Tab key gives two spaces. The program "
            "cannot know how many are meant, so it does not correct this itself.",
        ),
    ),
    "AV012": Message(
        Words(
            "mellanslag saknas efter kolonet",
            "skriv `{instead}`",
            "Ett kolon skiljer fält och värde åt bara när ett mellanslag följer. Annars hör det "
            "till ordet, som i `12:30`. Fel: `kommunen:50 %`. Rätt: `kommunen: 50 %`.",
        ),
        Words(
            "a space is missing after the colon",
            "write `{instead}`",
            "A colon separates field and value only when a space follows. Otherwise it is part of "
            "the word, as in `12:30`. Wrong: `kommunen:50 %`. Right: `kommunen: 50 %`.",
        ),
    ),
    "AV013": Message(
        Words(
            "citattecknet {quote} avslutas inte",
            "sätt {quote} sist i texten; ska tecknet ingå i texten, använd den andra sortens "
            "citattecken runt om",
            "En text som börjar med ett citattecken slutar vid nästa likadana, även flera rader "
            "längre ned. Saknas det läses resten av filen som en enda text. Rätt: `title: "
            '"Lyktan"`.',
        ),
        Words(
            "the quote {quote} is not closed",
            "put {quote} at the end of the text; if the quote is part of the text, use the other "
            "kind of quotes around it",
            "A text that begins with a quote ends at the next one of the same kind, even several "
            "lines below. If there is none, the rest of the file is read as a single text. Right: "
            '`title: "Lyktan"`.',
        ),
    ),
    "AV014": Message(
        Words(
            "{opening} avslutas inte med {closing}, eller så saknas ett kommatecken",
            "sätt {closing} sist, och ett kommatecken mellan värdena",
            "Det som börjar med {opening} slutar med {closing}, med komma mellan värdena. Rätt: "
            "`split: {hsnv: 50 %, alingsas: 50 %}` och `among: [hsnv, alingsas]`. Långa "
            "uppräkningar är lättare att läsa på egna rader utan parenteser.",
        ),
        Words(
            "{opening} is not closed with {closing}, or a comma is missing",
            "put {closing} at the end, and a comma between the values",
            "What begins with {opening} ends with {closing}, with commas between the values. "
            "Right: `split: {hsnv: 50 %, alingsas: 50 %}` and `among: [hsnv, alingsas]`. Long "
            "lists are easier to read on lines of their own without brackets.",
        ),
    ),
    "AV015": Message(
        Words(
            "raden är mer indragen än rad {line}, som redan har ett värde",
            "ge raden samma indrag som rad {line}; hör den till texten där, sätt citattecken runt "
            "hela texten",
            "En indragen rad hör till raden ovanför, men ett fält har antingen ett värde på sin "
            "egen rad eller rader under sig, inte båda. Fel: `title: Lyktan` följt av ett indraget "
            "`id: lyktan`. Rätt: båda längst till vänster.",
        ),
        Words(
            "the line is indented more than line {line}, which already has a value",
            "give the line the same indentation as line {line}; if it belongs to the text there, "
            "put quotes around the whole text",
            "An indented line belongs to the line above, but a field has either a value on its own "
            "line or lines below it, not both. Wrong: `title: Lyktan` followed by an indented `id: "
            "lyktan`. Right: both at the far left.",
        ),
    ),
    "AV016": Message(
        Words(
            "ett kolon i en text",
            "sätt citattecken runt texten: `{instead}`",
            "Kolon och mellanslag betyder för YAML att ett fältnamn slutar där. Hör kolonet till "
            'texten behövs citattecken. Fel: `title: Avtal: del 2`. Rätt: `title: "Avtal: del 2"`.',
        ),
        Words(
            "a colon inside a text",
            "put quotes around the text: `{instead}`",
            "To YAML, a colon and a space mean that a field name ends there. If the colon belongs "
            'to the text, it needs quotes. Wrong: `title: Avtal: del 2`. Right: `title: "Avtal: '
            'del 2"`.',
        ),
    ),
    "AV017": Message(
        Words(
            "en text kan inte börja med `{character}` utan citattecken",
            "skriv `{instead}`",
            "Några tecken har en särskild betydelse för YAML när de kommer först: `@`, `%`, `*`, "
            "`&`, `!`, `|`, `>` och grav accent. Inne i en text betyder de inget särskilt. Fel: "
            '`notes: *nytt*`. Rätt: `notes: "*nytt*"`.',
        ),
        Words(
            "a text cannot begin with `{character}` without quotes",
            "write `{instead}`",
            "Some characters have a special meaning to YAML when they come first: `@`, `%`, `*`, "
            "`&`, `!`, `|`, `>` and the grave accent. Inside a text they mean nothing special. "
            'Wrong: `notes: *new*`. Right: `notes: "*new*"`.',
        ),
    ),
    "AV018": Message(
        Words(
            "texten efter {closing} hör inte till något",
            "låt {closing} vara sist på raden, eller sätt citattecken runt hela texten",
            "När ett citat, en klammer eller en hakparentes är avslutad är värdet slut. Fel: "
            '`title: "Lyktan" i Exempelby`. Rätt: `title: "Lyktan i Exempelby"` eller `title: '
            "Lyktan i Exempelby`. Citatet kan också ha börjat på en tidigare rad.",
        ),
        Words(
            "the text after {closing} belongs to nothing",
            "put {closing} last on the line, or put quotes around the whole text",
            "When a quote, a brace or a bracket is closed, the value is complete. Wrong: `title: "
            '"Lyktan" in Exempelby`. Right: `title: "Lyktan in Exempelby"` or `title: Lyktan in '
            "Exempelby`. The quote may also have been opened on an earlier line.",
        ),
    ),
    "AV019": Message(
        Words(
            "ett {closing} för mycket",
            "ta bort det, eller sätt in det tecken som saknas tidigare på raden",
            "Varje avslutande klammer eller hakparentes hör till en som öppnar, och här finns "
            "ingen kvar att avsluta. Rätt: `split: {hsnv: 50 %, alingsas: 50 %}`.",
        ),
        Words(
            "one {closing} too many",
            "remove it, or add its opening partner earlier on the line",
            "Every closing brace or bracket belongs to one that opens, and here none is left to "
            "close. Right: `split: {hsnv: 50 %, alingsas: 50 %}`.",
        ),
    ),
    "AV020": Message(
        Words(
            "ett YAML-ankare kan inte användas i ett avtal: `{written}`",
            "ta bort ordet som börjar med `&`; är det en text, sätt citattecken runt den",
            "Ett ankare återanvänder en del av filen på ett annat ställe, och då syns det inte "
            "längre på raden vad som gäller. Skriv ut värdet där det gäller. En fördelning som "
            "används flera gånger kan få ett namn under `splits` eller `shares`.",
        ),
        Words(
            "a YAML anchor cannot be used in an agreement: `{written}`",
            "remove the word that begins with `&`; if it is text, put quotes around it",
            "An anchor lets a part of the file be reused elsewhere, and then a line no longer "
            "shows what applies. Write the value where it applies. A split that is used several "
            "times can have a name under `splits` or `shares`.",
        ),
    ),
    "AV021": Message(
        Words(
            "en YAML-hänvisning kan inte användas i ett avtal: `{written}`",
            "skriv ut det den hänvisar till; är det en text, sätt citattecken runt den",
            "En hänvisning (`*namn`) hämtar ett värde från ett annat ställe i filen, och några få "
            "rader kan då bli miljontals. Skriv värdet där det gäller, så att raden kan jämföras "
            "med avtalet.",
        ),
        Words(
            "a YAML alias cannot be used in an agreement: `{written}`",
            "write out what it refers to; if it is text, put quotes around it",
            "An alias (`*name`) fetches a value from elsewhere in the file, and a few lines can "
            "then become millions. Write the value where it applies, so that the line can be "
            "compared with the paper.",
        ),
    ),
    "AV022": Message(
        Words(
            "en YAML-etikett kan inte användas i ett avtal: `{written}`",
            "ta bort ordet som börjar med `!`; är det en text, sätt citattecken runt den",
            "Etiketter anger hur ett värde ska tolkas, men här avgör fältet det: ett belopp är ett "
            'belopp och en text en text. Fel: `title: !viktigt`. Rätt: `title: "!viktigt"`.',
        ),
        Words(
            "a YAML tag cannot be used in an agreement: `{written}`",
            "remove the word that begins with `!`; if it is text, put quotes around it",
            "Tags say how a value is read, but here the field decides that: an amount is an amount "
            'and a text a text. Wrong: `title: !important`. Right: `title: "!important"`.',
        ),
    ),
    "AV023": Message(
        Words(
            "fältet `<<` kan inte användas i ett avtal",
            "skriv ut de fält som det skulle hämta",
            "`<<` hämtar fält från ett annat ställe i filen, på ett sätt som inte alla program "
            "läser lika. Skriv det som gäller där det gäller. För perioder finns `continues: "
            "true`.",
        ),
        Words(
            "the field `<<` cannot be used in an agreement",
            "write out the fields that it would fetch",
            "`<<` fetches fields from elsewhere in the file, in a way that not every program reads "
            "alike. Write what applies where it applies. For periods there is `continues: true`.",
        ),
    ),
    "AV024": Message(
        Words(
            "filen innehåller ett andra dokument",
            "ta bort raden med `---` eller `...`, eller lägg det andra avtalet i en egen fil",
            "En fil är ett avtal. Raden `---` börjar ett nytt YAML-dokument, som annars kunde "
            "hoppas över utan att någon märkte det. Ett `---` allra först i filen går bra.",
        ),
        Words(
            "the file contains a second document",
            "remove the line with `---` or `...`, or put the other agreement in its own file",
            "One file is one agreement. The line `---` begins a new YAML document, which could "
            "otherwise be skipped without anyone noticing. A `---` at the very top is fine.",
        ),
    ),
    "AV025": Message(
        Words(
            "`{key}` finns två gånger, den första på rad {line}",
            "ta bort den ena, eller rätta dess namn",
            "Ett fält får finnas en gång på varje ställe. Annars är det oklart vilket värde som "
            "gäller, och många program tar det sista utan ett ord. Ofta är det en kopierad rad där "
            "året eller parten inte har ändrats.",
        ),
        Words(
            "`{key}` appears twice, first on line {line}",
            "remove one of them, or correct its name",
            "A field may appear once in each place. Otherwise it is unclear which value applies, "
            "and many programs take the last without a word. Often it is a copied line where the "
            "year or the party was not changed.",
        ),
    ),
    "AV026": Message(
        Words(
            "ett fältnamn måste vara ett ord, inte en lista eller något inom klamrar",
            "skriv ett ord följt av kolon: `alingsas: 50 %`",
            "Till vänster om kolonet finns alltid ett namn, ett år eller ett datum. Fel: `[a, b]: "
            "50 %`. Rätt: en rad för var och en, `a: 50 %` och `b: 50 %`.",
        ),
        Words(
            "a field name must be a word, not a list or something in braces",
            "write a word followed by a colon: `alingsas: 50 %`",
            "To the left of the colon there is always a name, a year or a date. Wrong: `[a, b]: "
            "50 %`. Right: a line for each, `a: 50 %` and `b: 50 %`.",
        ),
    ),
    "AV027": Message(
        Words(
            "filen består inte av rader med fält och värde",
            "skriv varje rad som `fält: värde`, med kolon och mellanslag",
            "Överst i ett avtal finns fälten `avtalskalk`, `id`, `title`, `parties`, `periods` och "
            "så vidare. En lista eller löpande text kan inte läsas. Oftast saknas kolonen, eller "
            "så börjar raderna med bindestreck.",
        ),
        Words(
            "the file does not consist of lines with a field and a value",
            "write each line as `field: value`, with a colon and a space",
            "The top level of an agreement has the fields `avtalskalk`, `id`, `title`, `parties`, "
            "`periods` and so on. A list or running text cannot be read. Usually the colons are "
            "missing, or the lines begin with dashes.",
        ),
    ),
    "AV028": Message(
        Words(
            "`{key}` har inget värde",
            "skriv värdet efter kolonet; är det inte känt, ta bort raden",
            "En tom rad, eller två citattecken utan något emellan, kan betyda noll, okänt eller "
            "glömt, och programmet gissar inte. Är värdet inte känt, ta bort hela raden: "
            "resultatet blir då ofullständigt och anger vad som saknas. Fel: `2024:`. Rätt: "
            "`2024: 0 kr`, eller ingen rad alls. Ett värde som börjar med `#` läses som en "
            "kommentar och behöver citattecken.",
        ),
        Words(
            "`{key}` has no value",
            "write the value after the colon; if it is not known, remove the line",
            "An empty line, or two quotes with nothing between them, can mean zero, unknown or "
            "forgotten, and the program does not guess. If the value is not known, remove the "
            "whole line: the result is then incomplete and says what is missing. Wrong: "
            "`2024:`. Right: `2024: 0 kr`, or no line at all. A value that begins with `#` is "
            "read as a comment and needs quotes.",
        ),
    ),
    "AV030": Message(
        Words(
            "en tom punkt i listan",
            "skriv något efter bindestrecket, eller ta bort raden",
            "Ett ensamt bindestreck är en punkt utan innehåll. Ofta är raden efter för lite "
            "indragen: den ska börja till höger om bindestrecket.",
        ),
        Words(
            "an empty item in the list",
            "write something after the dash, or remove the line",
            "A dash alone is an item without content. Often the next line is indented too little: "
            "it must begin to the right of the dash.",
        ),
    ),
    "AV031": Message(
        Words(
            "kommatecknet i `{wrong}` delar värdet, för inom klamrar skiljer komma värden åt",
            "skriv `{right}`",
            "Inom `{ }` och `[ ]` skiljer komma värden åt: `{alingsas: 12,5 %}` blir 12 och ett "
            "löst `5 %`, och `{name: Lerum, kommun}` namnet Lerum och ett löst `kommun`. Skriv "
            'decimalpunkt, `{alingsas: 12.5 %}`, eller citattecken, `{name: "Lerum, kommun"}`, '
            "eller sätt värdet på en egen rad. `avtalskalk check --fix` skriver dem åt dig.",
        ),
        Words(
            "the comma in `{wrong}` splits the value, because commas separate values inside braces",
            "write `{right}`",
            "Inside `{ }` and `[ ]` commas separate values: `{alingsas: 12,5 %}` becomes 12 and a "
            "loose `5 %`, and `{name: Lerum, kommun}` the name Lerum and a loose `kommun`. Write "
            'a decimal point, `{alingsas: 12.5 %}`, or quotes, `{name: "Lerum, kommun"}`, or put '
            "the value on a line of its own. `avtalskalk check --fix` writes them for you.",
        ),
    ),
    "AV033": Message(
        Words(
            "kommatecknet i `{wrong}` delar talet: är det tusental eller decimaler?",
            "skriv `{right}` för tusental, `{decimals}` för decimaler",
            "Inom klamrar skiljer komma värden åt, och tre siffror efter ett komma kan vara både "
            "tusental och decimaler. Skillnaden är tusenfaldig, så programmet gissar inte och "
            "rättar inte själv.",
        ),
        Words(
            "the comma in `{wrong}` splits the number: are these thousands or decimals?",
            "write `{right}` for thousands, `{decimals}` for decimals",
            "Inside braces commas separate values, and three digits after a comma can be thousands "
            "as well as decimals. The difference is a thousandfold, so the program does not guess "
            "and does not correct this itself.",
        ),
    ),
    "AV034": Message(
        Words(
            "`{words}` har varken kolon eller värde",
            "skriv `{words}: …` med ett värde, eller ta bort det; hör det till texten före "
            "kommatecknet, sätt citattecken runt hela texten",
            "Inom klamrar finns par av fält och värde, med komma emellan. Ett komma i en text "
            "eller ett tal delar den på samma sätt. Rätt: `{hsnv: 50 %, alingsas: 50 %}` och "
            '`{name: "Lerum, kommun"}`.',
        ),
        Words(
            "`{words}` has neither a colon nor a value",
            "write `{words}: …` with a value, or remove it; if it belongs to the text before the "
            "comma, put quotes around the whole text",
            "Braces hold pairs of field and value, separated by commas. A comma in a text or a "
            "number splits it in the same way. Right: `{hsnv: 50 %, alingsas: 50 %}` and `{name: "
            '"Lerum, kommun"}`.',
        ),
    ),
    "AV037": Message(
        Words(
            "ett omvänt snedstreck i en text med dubbla citattecken",
            "skriv texten med enkla citattecken: `{instead}`",
            "Mellan dubbla citattecken är `\\` början på en kod, som `\\n` för ny rad, och den här "
            "koden finns inte. Mellan enkla citattecken är `\\` ett vanligt tecken. Rätt: `file: "
            "'data\\invånare.csv'`, eller med vanliga snedstreck.",
        ),
        Words(
            "a backslash in a text with double quotes",
            "write the text with single quotes: `{instead}`",
            "Between double quotes `\\` begins a code, such as `\\n` for a new line, and this code "
            "does not exist. Between single quotes `\\` is an ordinary character. Right: `file: "
            "'data\\population.csv'`, or with forward slashes.",
        ),
    ),
    "AV038": Message(
        Words(
            "bara de {shown} första meddelandena om filen visas; inte visade: {more}",
            "rätta de första felen och kör igen",
            "När en fil har så många fel har de oftast en gemensam orsak, till exempel en export i "
            "fel form. Listan kortas så att de första går att läsa.",
        ),
        Words(
            "only the first {shown} messages about the file are shown; not shown: {more}",
            "correct the first errors and run again",
            "When a file has so many errors, they usually have one cause, such as an export in the "
            "wrong form. The list is cut so that the first ones can be read.",
        ),
    ),
    "AV039": Message(
        Words(
            "ett värde utan fältnamn",
            "skriv fältet före kolonet: `alingsas: 50 %`",
            "Till vänster om varje kolon anges vad värdet gäller: ett namn, ett år eller ett "
            "datum. Här finns ingenting, eller en tom text.",
        ),
        Words(
            "a value without a field name",
            "write the field before the colon: `alingsas: 50 %`",
            "To the left of each colon is what the value is about: a name, a year or a date. Here "
            "there is nothing, or an empty text.",
        ),
    ),
    "AV040": Message(
        Words(
            "ett kolon saknas på raden",
            "skriv `{instead}`; fortsätter raden texten ovanför, dra in den mer än fältet",
            "Varje rad är ett fält, ett kolon, ett mellanslag och ett värde. En text på flera "
            "rader fortsätter indragen under sitt fält. Fel: `title Lyktan`. Rätt: `title: "
            "Lyktan`.",
        ),
        Words(
            "a colon is missing on the line",
            "write `{instead}`; if the line continues the text above, indent it more than the "
            "field",
            "Each line is a field, a colon, a space and a value. A text on several lines continues "
            "indented below its field. Wrong: `title Lyktan`. Right: `title: Lyktan`.",
        ),
    ),
    "AV041": Message(
        Words(
            "en lista och fält blandas på samma nivå (från rad {line})",
            "låt alla rader på nivån börja med `- `, eller ingen",
            "På varje nivå finns antingen fält eller en lista med bindestreck, inte båda. Ofta "
            "saknas ett bindestreck, eller så ska raden vara mer indragen så att den hör till "
            "punkten ovanför.",
        ),
        Words(
            "a list and fields are mixed on one level (from line {line})",
            "let all lines of the level begin with `- `, or none",
            "On each level there are either fields or a list with dashes, not both. Often a dash "
            "is missing, or the line should be indented more so that it belongs to the item above.",
        ),
    ),
    "AV042": Message(
        Words(
            "radens indrag stämmer inte med raderna ovanför (från rad {line})",
            "ge raden exakt samma indrag som de rader som den hör ihop med",
            "Det som hör ihop börjar i samma kolumn. Ett mellanslag för mycket eller för lite gör "
            "att raden inte hör till något. Rätt: `hsnv: 50 %` och `alingsas: 50 %` under "
            "varandra, lika långt in.",
        ),
        Words(
            "the line's indentation does not match the lines above (from line {line})",
            "give the line exactly the same indentation as the lines it belongs with",
            "What belongs together begins in the same column. With one space too many or too few, "
            "the line belongs to nothing. Right: `hsnv: 50 %` and `alingsas: 50 %` below each "
            "other, equally far in.",
        ),
    ),
    "AV043": Message(
        Words(
            "en lista med bindestreck kan inte börja på fältets egen rad",
            "sätt `{instead}` på nästa rad, indraget; är bindestrecket en del av texten, sätt "
            "citattecken runt den",
            "Ett bindestreck följt av mellanslag är en punkt i en lista och kommer först på sin "
            "rad. Rätt: `periods:` och på nästa rad `  - from: 2023-01-01`. Ett minus framför ett "
            "belopp skrivs utan mellanslag: `-46 378`.",
        ),
        Words(
            "a list with dashes cannot begin on the field's own line",
            "put `{instead}` on the next line, indented; if the dash is part of the text, put "
            "quotes around it",
            "A dash followed by a space is an item of a list and comes first on its line. "
            "Right: `periods:` and on the next line `  - from: 2023-01-01`. A minus before an "
            "amount is written without a space: `-46 378`.",
        ),
    ),
    "AV044": Message(
        Words(
            "det finns inget före kommatecknet",
            "ta bort kommatecknet, eller skriv det som saknas före det",
            "Inom klamrar och hakparenteser skiljer ett komma varje par från nästa. Fel: `{a: "
            "50 %,, b: 50 %}`. Rätt: `{a: 50 %, b: 50 %}`.",
        ),
        Words(
            "there is nothing before the comma",
            "remove the comma, or write what is missing before it",
            "Inside braces and brackets one comma separates each pair from the next. Wrong: "
            "`{a: 50 %,, b: 50 %}`. Right: `{a: 50 %, b: 50 %}`.",
        ),
    ),
    "AV050": Message(
        sv=Words(
            "`{name}` finns inte",
            "menade du `{nearest}`?\nkontrollera namnet, och att kommandot körs i rätt mapp",
            "Det finns ingen fil eller mapp med det namnet. Sökvägen räknas från den mapp där "
            'kommandot körs. Namn med mellanslag behöver citattecken: `"mitt avtal.yaml"`.',
        ),
        en=Words(
            "`{name}` does not exist",
            "did you mean `{nearest}`?\ncheck the name, and that the command is run in the "
            "right folder",
            "There is no file or folder with that name. The path starts from the folder in which "
            'the command is run. Names with spaces need quotes: `"my agreement.yaml"`.',
        ),
    ),
    "AV051": Message(
        Words(
            "inga avtal i mappen `{name}`",
            "ange en annan mapp, eller lägg till raden `avtalskalk: 1` i de filer som är avtal",
            "Avtal är de filer som slutar på `.yaml` eller `.yml` och har fältet `avtalskalk`. "
            "Dolda och länkade mappar läses inte, inte heller `shared.yaml` och `NAMN.test.yaml`.",
        ),
        Words(
            "no agreements in the folder `{name}`",
            "name another folder, or add the line `avtalskalk: 1` to the files that are agreements",
            "Agreements are the files that end in `.yaml` or `.yml` and have the field "
            "`avtalskalk`. Hidden and linked folders are not read, nor are `shared.yaml` and "
            "`NAME.test.yaml`.",
        ),
    ),
    "AV052": Message(
        Words(
            "du saknar behörighet att läsa `{name}`",
            "be filens ägare om läsrättighet, eller kopiera filen till en egen mapp",
            "Datorn nekar dig att läsa filen eller mappen. Det kan också bero på att ett annat "
            "program har den öppen.",
        ),
        Words(
            "you are not allowed to read `{name}`",
            "ask the file's owner for permission, or copy the file to a folder of your own",
            "The computer does not let you read the file or folder. Another program may also have "
            "it open.",
        ),
    ),
    "AV053": Message(
        Words(
            "`{name}` är ingen vanlig fil",
            "ange en fil på disken, eller skriv `-` och skicka texten på standard in",
            "Det är ett rör, en enhet eller något annat utan ett bestämt innehåll. Rätt: "
            "`avtalskalk check avtal.yaml` eller `… | avtalskalk check -`.",
        ),
        Words(
            "`{name}` is not an ordinary file",
            "name a file on the disk, or write `-` and send the text to standard input",
            "It is a pipe, a device or something else without a fixed content. Right: `avtalskalk "
            "check agreement.yaml` or `… | avtalskalk check -`.",
        ),
    ),
    "AV054": Message(
        Words(
            "fältet `avtalskalk` saknas, som visar att filen är ett avtal",
            "lägg till raden `avtalskalk: 1` överst, eller ange en annan fil",
            "Raden visar att filen är ett avtal och vilken version av formatet den är skriven i. I "
            "en mapp hoppas filer utan raden över, men en fil som anges vid namn måste vara ett "
            "avtal. En fil med både `parties` och `periods` hoppas inte heller över, för då skulle "
            "avtalet saknas i summan utan att det märks. Kontrollera om fältet är felstavat.",
        ),
        Words(
            "the field `avtalskalk` is missing, which shows that the file is an agreement",
            "add the line `avtalskalk: 1` at the top, or name another file",
            "The line shows that the file is an agreement and in which version of the format it is "
            "written. In a folder, files without the line are skipped, but a file named on the "
            "command line must be an agreement. A file with both `parties` and `periods` is not "
            "skipped either, because the agreement would be missing from the total without anyone "
            "noticing. Check whether the field is misspelt.",
        ),
    ),
    "AV056": Message(
        Words(
            "`{first}` har också `id: {id}`",
            "ge det ena avtalet ett annat `id`; är filen en kopia, ta bort den",
            "Varje avtal i en mapp har ett eget `id`, så att rader och summor hamnar på rätt avtal "
            "och inget räknas två gånger. Oftast är det en kopierad fil där raden inte har "
            "ändrats.",
        ),
        Words(
            "`{first}` also has `id: {id}`",
            "give one of the agreements another `id`; if the file is a copy, remove it",
            "Each agreement in a folder has its own `id`, so that rows and totals go to the right "
            "agreement and nothing is counted twice. Usually it is a copied file in which the line "
            "was not changed.",
        ),
    ),
    "AV057": Message(
        Words(
            "`{name}` leder ut ur mappen med avtal",
            "lägg själva filen i mappen, och ange den därifrån",
            "Ett avtal läser bara filer i sin egen arbetsyta, även när en länk följs: tabeller, "
            "inställningar, tester och scenarier. Annars kunde ett avtal från någon annan läsa vad "
            "som helst på datorn, och en kopia av mappen skulle sakna sina siffror. Arbetsytan är "
            "närmaste mapp uppåt med en `avtalskalk.toml`, som får vara tom, annars avtalets egen "
            "mapp. Ett avtal som anges på kommandoraden läses även genom en länk, men inget skrivs "
            "genom en länk som leder ut: ange då var filen är.",
        ),
        Words(
            "`{name}` leads out of the folder of agreements",
            "put the file itself in the folder, and name it from there",
            "An agreement reads only files in its own workspace, also when a link is followed: "
            "tables, settings, tests and scenarios. Otherwise somebody else's agreement could read "
            "anything on the computer, and a copy of the folder would lack its figures. The "
            "workspace is the nearest folder upwards with an `avtalskalk.toml`, which may be "
            "empty, otherwise the agreement's own folder. An agreement named on the command line "
            "is also read through a link, but nothing is written through one that leads out: then "
            "say where the file is.",
        ),
    ),
    "AV058": Message(
        Words(
            "`{name}` gick inte att läsa ({reason})",
            "försök igen; är det en nätverksmapp, kontrollera förbindelsen",
            "Datorn kunde inte läsa filen; orden inom parentes är datorns egna. Inget har ändrats "
            "eller skrivits.",
        ),
        Words(
            "`{name}` could not be read ({reason})",
            "try again; if it is a network folder, check the connection",
            "The computer could not read the file; the words in brackets are its own. Nothing has "
            "been changed or written.",
        ),
    ),
    "AV061": Message(
        Words(
            "här finns ingen `shared.yaml` med parternas namn: {parties}",
            "skriv varje part på en egen rad med id och namn, som `kommunen: Exempelby kommun`; "
            "ligger `shared.yaml` i en mapp ovanför, lägg en tom `avtalskalk.toml` bredvid den",
            "En lista av id:n räcker bara när parterna finns i `shared.yaml` överst i mappen med "
            "avtal. Filen `avtalskalk.toml`, som får vara tom, visar vilken mapp det är. Rätt utan "
            "den: `parties: {hsnv: Hälso- och sjukvårdsnämnden, alingsas: Alingsås kommun}`.",
        ),
        Words(
            "there is no `shared.yaml` here with the parties' names: {parties}",
            "write each party on a line of its own with id and name, like `kommunen: Exempelby "
            "kommun`; if `shared.yaml` is in a folder above, put an empty `avtalskalk.toml` beside "
            "it",
            "A list of ids is enough only when the parties are in `shared.yaml` at the top of the "
            "folder of agreements. The file `avtalskalk.toml`, which may be empty, shows which "
            "folder that is. Right without it: `parties: {hsnv: Health board, alingsas: Town of "
            "Alingsås}`.",
        ),
    ),
    "AV062": Message(
        Words(
            "inställningarna går inte att läsa ({reason})",
            'skriv en inställning per rad: `lang = "sv"`',
            "`avtalskalk.toml` har rader med namn, likhetstecken och värde inom citattecken, i "
            "UTF-8. Orden inom parentes kommer från TOML-läsaren. Med `--no-config` körs kommandot "
            "utan filen.",
        ),
        Words(
            "the settings cannot be read ({reason})",
            'write one setting on each line: `lang = "sv"`',
            "`avtalskalk.toml` has lines with a name, an equals sign and a value in quotes, in "
            "UTF-8. The words in brackets come from the TOML parser. With `--no-config` the "
            "command runs without the file.",
        ),
    ),
    "AV065": Message(
        sv=Words(
            "`{name}` är inget avtal, utan hör till andra avtal i mappen",
            "ange mappen eller ett av dess avtal, utan `.test` i namnet; testerna körs med "
            "`avtalskalk test`, ett scenario med `whatif --scenario`, en layout med "
            "`report --layout`",
            "`shared.yaml` överst i en mapp har de parter, fördelningsnycklar, index och källor "
            "som avtalen delar, och kontrolleras tillsammans med dem. En fil `NAMN.test.yaml` har "
            "de belopp som avtalet `NAMN.yaml` ska ge, ett scenario har ändringar att räkna "
            "på, och en layout har en rapports avsnitt. Ingen av dem är själv ett avtal. Bland "
            "namnen på avtal, som i "
            "`agreements/*.yaml`, hoppas de över.",
        ),
        en=Words(
            "`{name}` is not an agreement; it belongs to others in the folder",
            "name the folder or one of its agreements, without `.test`; `avtalskalk test` runs the "
            "tests, `whatif --scenario` a scenario, `report --layout` a layout",
            "`shared.yaml` at the top of a folder has the parties, keys, indices and sources that "
            "the agreements share, and is checked together with them. A file `NAME.test.yaml` has "
            "the amounts that the agreement `NAME.yaml` must give, a scenario has changes to "
            "calculate, and a layout has a report's sections. None of them is an agreement "
            "itself. Among the names of agreements, as in "
            "`agreements/*.yaml`, they are passed over.",
        ),
    ),
    "AV067": Message(
        Words(
            "parten `{party}` finns två gånger i listan",
            "ta bort den ena, eller rätta dess id",
            "Varje part finns en gång i listan. Annars är det oklart om den ska betala en eller "
            "två andelar. Oftast har en kopierad rad inte ändrats.",
        ),
        Words(
            "the party `{party}` appears twice in the list",
            "remove one of them, or correct its id",
            "Each party appears once in the list. Otherwise it is unclear whether it pays one "
            "share or two. Usually a copied line was not changed.",
        ),
    ),
    "AV072": Message(
        Words(
            "filen kan inte läsas som en tabell",
            "öppna den i Excel och spara som .xlsx utan lösenord, eller som CSV UTF-8",
            "En fördelningsnyckels fil är CSV (text) eller XLSX. Äldre Excelfiler (.xls), filer "
            "med lösenord, PDF och skadade filer kan inte läsas, vad de än heter. Skadat är också "
            "ett blad vars rader och celler inte står i ordning, eller som har en cell två gånger.",
        ),
        Words(
            "the file cannot be read as a table",
            "open it in Excel and save it as .xlsx without a password, or as CSV UTF-8",
            "A key's file is CSV (text) or XLSX. Older workbooks (.xls), workbooks with a "
            "password, PDF and damaged files cannot be read, whatever they are called. A sheet "
            "whose rows and cells are not in order, or which has a cell twice, is damaged, too.",
        ),
    ),
    "AV073": Message(
        Words(
            "tabellen är för stor",
            "högst {megabytes} MB (ett ark {unpacked} MB uppackat), {rows} rader, {columns} "
            "kolumner och {cells} celler; behåll de rader och kolumner som behövs",
            "En liten fil kan begära mer minne än datorn har, så läsningen har gränser, även för "
            "hur lång text en cell har. I en Excelfil kan en enda bortglömd cell långt ned till "
            "höger göra arket stort: markera de tomma raderna och kolumnerna och ta bort dem.",
        ),
        Words(
            "the table is too large",
            "at most {megabytes} MB (a workbook {unpacked} MB unpacked), {rows} rows, {columns} "
            "columns and {cells} cells; keep the rows and columns that are needed",
            "A small file can ask for more memory than the computer has, so there are limits, also "
            "on how long the text of a cell is. In a workbook a single forgotten cell far down to "
            "the right can make the sheet large: mark the empty rows and columns and delete them.",
        ),
    ),
    "AV074": Message(
        Words(
            "rubrikraden saknar en kolumn som heter {words}",
            "menade du `{written}`? skriv `{word}`\nokända rubriker: {known}",
            "Första raden anger vad kolumnerna är: datum eller år, part och värde. Andra ord läses "
            "inte, så att ingen siffra hamnar fel. En titel ensam på sin rad ovanför rubrikerna "
            "får finnas. Rätt: `år;part;värde`.",
        ),
        Words(
            "the heading row lacks a column called {words}",
            "did you mean `{written}`? write `{word}`\nunknown headings: {known}",
            "The first row says what the columns are: date or year, party and value. Other words "
            "are not read, so that no figure ends up in the wrong place. A title alone in its row "
            "above the headings is no matter. Right: `year;party;value`.",
        ),
    ),
    "AV075": Message(
        Words(
            "två kolumner betyder samma sak: `{first}` och `{second}`",
            "ta bort den ena, eller ge den en annan rubrik",
            "Det går inte att veta vilken som gäller. En kolumn med bara information kan heta till "
            "exempel `anmärkning`. I en tabell med ett år per kolumn ska alla år mäta samma sak: "
            "`Folkmängd 2022` och `Födda 2023` hör till två tabeller.",
        ),
        Words(
            "two columns mean the same: `{first}` and `{second}`",
            "remove one of them, or give it another heading",
            "There is no way to know which one applies. A column that is only information can be "
            "called `remark`, for example. In a table with a year in each column all years must "
            "measure the same: `Population 2022` and `Births 2023` belong in two tables.",
        ),
    ),
    "AV076": Message(
        Words(
            "en cell finns i en kolumn utan rubrik",
            "skriv kolumnens rubrik i första raden; är cellerna sammanfogade, dela dem",
            "Utan rubrik går det inte att veta vad siffran är. En rubrik som är sammanfogad över "
            "flera kolumner finns bara i den första. En kolumn med anteckningar behöver också en "
            "rubrik, till exempel `anmärkning`.",
        ),
        Words(
            "a cell is in a column without a heading",
            "write the column's heading in the first row; if cells are merged, split them",
            "Without a heading there is no way to know what the figure is. A heading that is "
            "merged over several columns is only in the first. A column of notes needs a heading "
            "too, such as `remark`.",
        ),
    ),
    "AV077": Message(
        Words(
            "raden har {cells} celler, rubrikraden {headings}",
            'sätt citattecken runt tal med decimalkomma: `"42,5"`; eller använd semikolon mellan '
            "cellerna",
            "I en fil med komma mellan cellerna blir `42,5` två celler. Svenska Excel skriver "
            "semikolon när du väljer CSV, och det fungerar. Rätt: `2023;lerum;42,5`.",
        ),
        Words(
            "the row has {cells} cells, the heading row {headings}",
            'put quotes around numbers with a decimal comma: `"42,5"`; or use semicolons between '
            "the cells",
            "In a file with commas between the cells `42,5` becomes two cells. Swedish Excel "
            "writes semicolons when you choose CSV, and that works. Right: `2023;lerum;42,5`.",
        ),
    ),
    "AV078": Message(
        Words(
            "ett värde saknas i kolumnen `{column}`",
            "skriv värdet; är det inte känt än, ta bort raden (i en tabell med ett år eller en "
            "part per kolumn: lämna cellen tom)",
            "Ett värde som inte är känt utelämnas; det är aldrig noll. Statistikens `..` betyder "
            "också att värdet saknas. En formel som aldrig har räknats ut är tom: öppna filen i "
            "Excel och spara den. I sammanfogade celler finns värdet bara i den första.",
        ),
        Words(
            "a value is missing in the column `{column}`",
            "write the value; if it is not yet known, remove the row (in a table with a year or a "
            "party in each column: leave the cell empty)",
            "A value that is not known is left out; it is never zero. The `..` of official "
            "statistics also means that the value is missing. A formula that was never calculated "
            "is empty: open the workbook in Excel and save it. In merged cells only the first has "
            "the value.",
        ),
    ),
    "AV079": Message(
        Words(
            "cellen har ett fel i stället för ett tal: `{text}`",
            "rätta formeln i arket, eller skriv talet",
            "Excel skriver `#SAKNAS!` eller `#DIVISION/0!` där en formel inte ger något tal. "
            "Oftast söker formeln något som inte finns, till exempel ett kommunnamn som är stavat "
            "på ett annat sätt.",
        ),
        Words(
            "the cell has an error instead of a number: `{text}`",
            "correct the formula in the workbook, or write the number",
            "Excel writes `#N/A` or `#DIV/0!` where a formula gives no number. Usually the formula "
            "looks for something that does not exist, such as a municipality's name that is spelt "
            "in another way.",
        ),
    ),
    "AV080": Message(
        Words(
            "samma part och datum som på rad {line}",
            "ta bort den ena raden, eller rätta datumet eller parten",
            "Två värden för samma part och dag är två svar. Ofta är tabellen uppdelad på något "
            "mer, som kön eller ålder: summera den först. I ett index skiljs raderna åt av "
            "kolumnen `publicerad`.",
        ),
        Words(
            "the same party and date as in row {line}",
            "remove one of the rows, or correct the date or the party",
            "Two values for the same party and day are two answers. Often the table is divided by "
            "something more, such as sex or age: sum it first. In an index the column `published` "
            "tells the rows apart.",
        ),
    ),
    "AV081": Message(
        Words(
            "talen är skrivna på två sätt: `{text}` och `{first}`",
            "skriv alla tal i filen på ett sätt, med mellanslag för tusental",
            "I en fil med två sätt kan `42,382` vara fyrtiotvå tusen eller fyrtiotvå. Använd ett "
            "och samma decimaltecken i hela filen. Rätt: `42 382` och `17,5`.",
        ),
        Words(
            "the numbers are written in two ways: `{text}` and `{first}`",
            "write all numbers in the file in one way, with spaces for thousands",
            "In a file with two ways, `42,382` may be forty-two thousand or forty-two. Use one "
            "decimal mark throughout the file. Right: `42 382` and `17.5`.",
        ),
    ),
    "AV082": Message(
        Words(
            "`{text}` har fler siffror än ett kalkylark räknar med exakt",
            "avrunda i arket: `=AVRUNDA(…; 2)`",
            "Ett kalkylark har högst 15 säkra siffror. Resten är räknefel, som "
            "`36,900000000000006` av tre gånger 12,3, och ska inte avgöra vem som betalar ett öre "
            "mer.",
        ),
        Words(
            "`{text}` has more digits than a workbook calculates exactly",
            "round it in the workbook: `=ROUND(…, 2)`",
            "A workbook has at most 15 reliable digits. The rest is noise, as in "
            "`36.900000000000006` for three times 12.3, and must not decide who pays an öre more.",
        ),
    ),
    "AV083": Message(
        Words(
            "tabellen för `{key}` har ingen av avtalets parter",
            "skriv parternas id, namn eller kommunkod i tabellen, som i avtalet\ni tabellen finns: "
            "{known}",
            "En part känns igen på sitt id, sitt namn eller sin `municipality_code`; stora och "
            "små bokstäver spelar ingen roll. `1489 Alingsås` känns igen på koden. Rader för "
            "andra än parterna är tillåtna och används inte.",
        ),
        Words(
            "the table of `{key}` has none of the agreement's parties",
            "write the parties' ids, names or municipality codes in the table, as in the "
            "agreement\nthe table has: {known}",
            "A party is recognised by its id, its name or its `municipality_code`; upper and lower "
            "case do not matter. `1489 Alingsås` is recognised by the code. Rows for others than "
            "the parties are allowed and not used.",
        ),
    ),
    "AV084": Message(
        Words(
            "`{text}` är ingen part i avtalet, och `{party}` finns inte i tabellen",
            "är de samma, skriv `{party}` i tabellen, eller ge parten namnet från tabellen i "
            "avtalet",
            "Programmet gissar inte: utan värde räknas parten inte med i den här "
            "fördelningsnyckeln. En part känns igen på sitt id, sitt namn eller sin "
            "`municipality_code`. Med koden i avtalet kan officiell statistik (`1489 Alingsås`) "
            "användas som den är.",
        ),
        Words(
            "`{text}` is not a party of the agreement, and `{party}` is not in the table",
            "if they are the same, write `{party}` in the table, or give the party the table's "
            "name in the agreement",
            "The program does not guess: without a value the party is not counted by this key. A "
            "party is recognised by its id, its name or its `municipality_code`. With the code in "
            "the agreement, official statistics (`1489 Alingsås`) can be used as they are.",
        ),
    ),
    "AV085": Message(
        Words(
            "`{text}` är inget datum",
            "skriv `2024`, `2024-11` eller `2024-11-01`; är raden en summa eller en anteckning, ta "
            "bort den",
            "Datumkolumnen anger när varje rad gäller, så alla rader med en siffra behöver ett år, "
            "en månad eller en dag. En rad utan siffra, som en källa under tabellen, används inte.",
        ),
        Words(
            "`{text}` is not a date",
            "write `2024`, `2024-11` or `2024-11-01`; if the row is a total or a note, remove it",
            "The date column says when each row applies, so every row with a figure needs a year, "
            "a month or a day. A row without a figure, such as a source below the table, is not "
            "used.",
        ),
    ),
    "AV086": Message(
        Words(
            "ett citattecken avslutas inte på raden",
            "skriv det avslutande citattecknet, ta bort det första, eller ta bort radbrytningen i "
            "cellen",
            "Inom citattecken kan en cell innehålla komma och semikolon, så ett som saknas "
            "skulle svälja resten av filen. En cell får inte ha en radbrytning. Ett citattecken "
            'i texten skrivs dubbelt: `"5"" rör"`.',
        ),
        Words(
            "a quote is not closed on its line",
            "write the closing quote, remove the first, or remove the line break in the cell",
            "Inside quotes a cell can have commas and semicolons, so one that is missing would "
            "swallow the rest of the file. A cell must not have a line break. A quote in the text "
            'is written twice: `"5"" pipe"`.',
        ),
    ),
    "AV087": Message(
        Words(
            "läses inte i tabellen: {names}",
            "gäller siffrorna den tiden, skriv rubriken {headings}; annars ta bort kolumnen",
            "En kolumn med en rubrik som programmet inte känner igen läses inte, och då gäller "
            "siffrorna alla år i stället för sitt eget. Därför är det ett fel om kolumnen bara har "
            "datum eller år, eller har ett år i rubriken. Rätt: `år;part;värde`, eller "
            "`part;2023;2024` utan andra tecken vid årtalet (`2024*`). Andra kolumner, som `län`, "
            "får finnas; programmet anger bara att de inte läses. Ett datum som bara är "
            "upplysning kan heta `publicerad`.",
        ),
        Words(
            "not read in the table: {names}",
            "if the figures are for that time, write the heading {headings}; otherwise remove the "
            "column",
            "A column with a heading that the program does not know is not read, and the figures "
            "then apply in all years instead of their own. It is therefore an error if the column "
            "has nothing but dates or years, or has a year in its heading. Right: "
            "`year;party;value`, or `party;2023;2024` without other characters at the year "
            "(`2024*`). Other columns, such as `county`, may be there; the program only says that "
            "they are not read. A date that is only information can be called `published`.",
        ),
    ),
    "AV088": Message(
        Words(
            "`{name}` har inget belopp i tabellen",
            "skriv beloppet i tabellen, 0 om inget ska betalas, eller rätta namnet; en posts rad "
            "kan anges med `row: …`\når utan belopp: {years}\ni tabellen finns: {known}",
            "En post känns igen på sitt id, sin titel eller sin `row`, en part på sitt id, sitt "
            "namn eller sin `municipality_code`. Det som inte står i tabellen är okänt, och aldrig "
            "noll.",
        ),
        Words(
            "`{name}` has no amount in the table",
            "write the amount in the table, 0 if nothing is to be paid, or correct the name; an "
            "item's row can be given with `row: …`\nyears without an amount: {years}\nthe table "
            "has: {known}",
            "An item is recognised by its id, its title or its `row`, a party by its id, its name "
            "or its `municipality_code`. What is not in the table is not known, and never zero.",
        ),
    ),
    "AV089": Message(
        Words(
            "ur tabellen används inte: {names}",
            "hör det till avtalet, skriv det som en post eller en part",
            "En tabell kan vara hela verksamhetens. Rader som ingen post eller part heter som "
            "används inte, och summor (`Summa`, `Totalt`) räknas inte om.",
        ),
        Words(
            "not used from the table: {names}",
            "if it belongs to the agreement, write it as an item or a party",
            "A table may be that of a whole organisation. Rows that no item or party is called are "
            "not used, and sums (`Total`) are not added up again.",
        ),
    ),
}
