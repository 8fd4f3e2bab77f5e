"""Words for reading a file (AV001-AV048) and finding it in its workspace (AV049-AV099)."""

from avtalskalk.words import Message, Words

MESSAGES: dict[str, Message] = {
    "AV001": Message(
        Words(
            "filen är större än {limit} MB",
            "dela upp den i ett avtal per fil, eller lägg långa tabeller i en egen fil",
            "Ett avtal skrivet för hand är några kB; en fil på flera MB är nästan alltid något "
            "annat, till exempel en export. Därför läses den inte alls. Långa tabeller, som "
            "invånarantal för alla kommuner, ligger bättre i en CSV-fil som nyckeln pekar på.",
        ),
        Words(
            "the file is larger than {limit} MB",
            "split it into one agreement per file, or put long tables in a file of their own",
            "An agreement written by hand is a few kB; a file of several MB is nearly always "
            "something else, an export for instance. So it is not read at all. Long tables, "
            "such as the inhabitants of every municipality, belong in a CSV file that the key "
            "names.",
        ),
    ),
    "AV002": Message(
        Words(
            "filen är tom",
            "skriv avtalet, som börjar med raden `avtalskalk: 1`",
            "Filen har inget innehåll, eller bara kommentarer och tomma rader. Minst "
            "`avtalskalk`, `id`, `title`, två parter och en period behövs. Var filen inte tom "
            "förut kan den ha sparats fel: titta efter en äldre version.",
        ),
        Words(
            "the file is empty",
            "write the agreement, which begins with the line `avtalskalk: 1`",
            "The file has no content, or only comments and empty lines. It takes at least "
            "`avtalskalk`, `id`, `title`, two parties and a period. If the file was not empty "
            "before, it may have been saved wrongly: look for an older version.",
        ),
    ),
    "AV003": Message(
        Words(
            "filen är inte text",
            "spara avtalet som vanlig text (UTF-8); ett Word- eller Excelark kan inte läsas",
            "Filen innehåller tecknet noll, som ingen textfil har. Oftast är det ett Word-, "
            "Excel- eller PDF-dokument som har fått ändelsen `.yaml`. Ett avtal skrivs i en "
            "textredigerare, till exempel Anteckningar.",
        ),
        Words(
            "the file is not text",
            "save the agreement as plain text (UTF-8); a Word or Excel document cannot be read",
            "The file holds the character zero, which no text file has. Most often it is a "
            "Word, Excel or PDF document with the ending `.yaml`. An agreement is written in a "
            "text editor, such as Notepad.",
        ),
    ),
    "AV004": Message(
        Words(
            "filen är sparad som UTF-16 eller UTF-32",
            "öppna den och välj Spara som, Kodning: UTF-8",
            "Texten är läsbar för människor men sparad med två eller fyra byte per tecken, som "
            "Windows kallar Unicode. Avtal läses som UTF-8, som alla redigerare kan spara. "
            "Innehållet behöver inte ändras.",
        ),
        Words(
            "the file is saved as UTF-16 or UTF-32",
            "open it and choose Save as, Encoding: UTF-8",
            "The text can be read by people but is saved with two or four bytes a character, "
            "which Windows calls Unicode. Agreements are read as UTF-8, which every editor can "
            "save. The content need not be changed.",
        ),
    ),
    "AV005": Message(
        Words(
            "rad {line} är inte skriven i UTF-8 (byte {byte}, troligen ett `{letter}`)",
            "öppna filen och välj Spara som, Kodning: UTF-8; kontrollera sedan å, ä och ö",
            "Filen är sparad i en äldre kodning, oftast Windows-1252 (ANSI), där å, ä och ö "
            "skrivs på ett annat sätt. Att gissa kunde ge fel namn i beslutet, så filen läses "
            "inte förrän den är sparad som UTF-8. Raden visas som den skulle se ut i "
            "Windows-1252.",
        ),
        Words(
            "line {line} is not written in UTF-8 (byte {byte}, probably a `{letter}`)",
            "open the file and choose Save as, Encoding: UTF-8; then check å, ä and ö",
            "The file is saved in an older encoding, most often Windows-1252 (ANSI), which "
            "writes å, ä and ö in another way. A guess could put a wrong name in a decision, so "
            "the file is not read until it is saved as UTF-8. The line is shown as Windows-1252 "
            "would read it.",
        ),
    ),
    "AV006": Message(
        sv=Words(
            "ett tecken som inte får stå i en text ({character})",
            "ta bort tecknet; skriv om ordet eller raden om det inte syns",
            "Styrtecken, osynliga tecken och tecken som vänder skrivriktningen kan dölja eller "
            "ändra det som visas, så att ett belopp eller namn ser ut som ett annat än det som "
            "räknas, eller så att två program läser raden olika. De kommer oftast med när text "
            "klistras in från ett annat program. Inget avtal behöver dem.",
        ),
        en=Words(
            "a character that cannot stand in a text ({character})",
            "take the character away; write the word or the line anew if it cannot be seen",
            "Control characters, invisible characters and characters that turn the writing "
            "direction can hide or change what is shown, so that an amount or a name looks like "
            "another than the one that counts, or so that two programs read the line "
            "differently. They mostly come along when text is pasted from another program. No "
            "agreement needs them.",
        ),
    ),
    "AV008": Message(
        Words(
            "fler än {limit} nivåer inuti varandra",
            "ta bort överflödiga klamrar och hakparenteser; ett avtal behöver knappt tio nivåer",
            "Läsningen avbryts där nivåerna blir för många, eftersom en fil med tusentals öppna "
            "parenteser annars kan stoppa hela programmet. Oftast är det en parentes som har "
            "upprepats av misstag.",
        ),
        Words(
            "more than {limit} levels inside each other",
            "take away braces and brackets that are too many; an agreement hardly needs ten levels",
            "Reading stops where the levels become too many, because a file of thousands of "
            "open brackets could otherwise bring the whole program down. Most often a bracket "
            "has been repeated by mistake.",
        ),
    ),
    "AV009": Message(
        Words(
            "fler än {limit} värden i filen",
            "lägg långa tabeller i en CSV-fil, eller dela upp filen",
            "Så många värden har inget avtal som skrivits för hand, och att läsa dem skulle "
            "kunna ta all datorns minne. Långa tabeller, som nyckeltal per kommun och år, hör "
            "hemma i en egen fil.",
        ),
        Words(
            "more than {limit} values in the file",
            "put long tables in a CSV file, or split the file",
            "No agreement written by hand has so many values, and reading them could take all "
            "the computer's memory. Long tables, such as key figures by municipality and year, "
            "belong in a file of their own.",
        ),
    ),
    "AV010": Message(
        Words(
            "raden går inte att läsa som YAML ({problem})",
            "jämför med raderna omkring: kolon och mellanslag, indrag, citattecken och klamrar",
            "YAML är det sätt att skriva som filen använder: `nyckel: värde`, med indrag för "
            "det som hör ihop. Här går det inte att se vad som menas, och det som står inom "
            "parentes är läsarens egna ord. Felet kan ligga på raden ovanför.",
        ),
        Words(
            "the line cannot be read as YAML ({problem})",
            "compare it with the lines around: colon and space, indentation, quotes and braces",
            "YAML is the way of writing that the file uses: `key: value`, with indentation for "
            "what belongs together. Here it cannot be seen what is meant, and the words in "
            "brackets are the parser's own. The mistake may be on the line above.",
        ),
    ),
    "AV011": Message(
        Words(
            "raden är indragen med tabb",
            "byt tabben mot mellanslag, lika många som på raderna omkring",
            "YAML tillåter bara mellanslag i början av en rad, eftersom en tabb är olika bred i "
            "olika program. Ställ gärna in redigeraren så att tabbtangenten ger två mellanslag. "
            "Hur många mellanslag som menas kan programmet inte veta, så det rättar inte själv.",
        ),
        Words(
            "the line is indented with a tab",
            "replace the tab by spaces, as many as on the lines around",
            "YAML allows only spaces at the beginning of a line, because a tab is of different "
            "width in different programs. Set the editor so that the tab key gives two spaces. "
            "How many spaces are meant the program cannot know, so it does not mend this itself.",
        ),
    ),
    "AV012": Message(
        Words(
            "mellanslag saknas efter kolonet",
            "skriv `{instead}`",
            "Ett kolon skiljer nyckel och värde åt bara när ett mellanslag följer; annars hör "
            "det till ordet, som i `12:30`. Fel: `kommunen:50 %`. Rätt: `kommunen: 50 %`.",
        ),
        Words(
            "a space is missing after the colon",
            "write `{instead}`",
            "A colon separates key and value only when a space follows; otherwise it is a part "
            "of the word, as in `12:30`. Wrong: `kommunen:50 %`. Right: `kommunen: 50 %`.",
        ),
    ),
    "AV013": Message(
        Words(
            "citattecknet {quote} avslutas aldrig",
            "sätt {quote} sist i texten; ska tecknet stå i texten, välj den andra sortens "
            "citattecken runt om",
            "En text som börjar med ett citattecken går till nästa likadana, även över flera "
            "rader. Utan ett sådant läses hela resten av filen som en enda text. Rätt: `title: "
            '"Lyktan"`.',
        ),
        Words(
            "the quote {quote} is never closed",
            "put {quote} at the end of the text; if it is to stand in the text, use the other "
            "kind of quotes around it",
            "A text that begins with a quote goes on to the next one of the same kind, over "
            "several lines too. Without one, all the rest of the file is read as a single text. "
            'Right: `title: "Lyktan"`.',
        ),
    ),
    "AV014": Message(
        Words(
            "{opening} avslutas inte med {closing}, eller ett kommatecken saknas på vägen",
            "sätt {closing} efter det sista, och ett kommatecken mellan vart och ett",
            "Det som börjar med {opening} ska sluta med {closing}, och däremellan skiljer "
            "komma. Rätt: `split: {hsnv: 50 %, alingsas: 50 %}` och `among: [hsnv, alingsas]`. "
            "Långa uppräkningar är lättare att läsa på egna rader utan parenteser.",
        ),
        Words(
            "{opening} is not closed with {closing}, or a comma is missing on the way",
            "put {closing} after the last, and a comma between each",
            "What begins with {opening} ends with {closing}, and commas stand between. Right: "
            "`split: {hsnv: 50 %, alingsas: 50 %}` and `among: [hsnv, alingsas]`. Long lists "
            "are easier to read on lines of their own without brackets.",
        ),
    ),
    "AV015": Message(
        Words(
            "raden är mer indragen än rad {line}, som redan har ett värde",
            "ge raden samma indrag som rad {line}; fortsätter den texten där, sätt citattecken "
            "runt hela texten",
            "En rad som är indragen under en annan hör till den, men en nyckel har antingen ett "
            "värde på samma rad eller något under sig, inte båda. Fel: `title: Lyktan` följt av "
            "ett indraget `id: lyktan`. Rätt: båda längst till vänster.",
        ),
        Words(
            "the line is indented deeper than line {line}, which already has a value",
            "give the line the same indentation as line {line}; if it goes on with the text "
            "there, put quotes around the whole text",
            "A line indented below another belongs to it, but a key has either a value on its "
            "own line or something below it, not both. Wrong: `title: Lyktan` followed by an "
            "indented `id: lyktan`. Right: both at the far left.",
        ),
    ),
    "AV016": Message(
        Words(
            "ett kolon i en text",
            "sätt citattecken runt texten: `{instead}`",
            "Kolon och mellanslag betyder för YAML att en ny nyckel slutar där. Ska kolonet "
            "höra till texten behövs citattecken. Fel: `title: Avtal: del 2`. Rätt: `title: "
            '"Avtal: del 2"`.',
        ),
        Words(
            "a colon in a text",
            "put quotes around the text: `{instead}`",
            "To YAML a colon and a space mean that another key ends there. If the colon belongs "
            "to the text, it needs quotes. Wrong: `title: Avtal: del 2`. Right: `title: "
            '"Avtal: del 2"`.',
        ),
    ),
    "AV017": Message(
        Words(
            "en text kan inte börja med `{character}` utan citattecken",
            "skriv `{instead}`",
            "Vissa tecken har en egen betydelse för YAML när de står först: `@`, `%`, `*`, `&`, "
            "`!`, `|`, `>` och grav accent. Inne i en text betyder de ingenting särskilt. Fel: "
            '`notes: *nytt*`. Rätt: `notes: "*nytt*"`.',
        ),
        Words(
            "a text cannot begin with `{character}` without quotes",
            "write `{instead}`",
            "Some characters have a meaning of their own to YAML when they come first: `@`, "
            "`%`, `*`, `&`, `!`, `|`, `>` and the grave accent. Inside a text they mean nothing "
            'special. Wrong: `notes: *new*`. Right: `notes: "*new*"`.',
        ),
    ),
    "AV018": Message(
        Words(
            "något står kvar efter {closing}",
            "låt {closing} stå sist på raden, eller sätt citattecken runt hela texten",
            "När ett citat, en klammer eller en hakparentes är avslutad är värdet färdigt. Fel: "
            '`title: "Lyktan" i Exempelby`. Rätt: `title: "Lyktan i Exempelby"` eller '
            "`title: Lyktan i Exempelby`. Ett citat kan också ha öppnats på en tidigare rad.",
        ),
        Words(
            "something is left over after {closing}",
            "let {closing} be the last on the line, or put quotes around the whole text",
            "When a quote, a brace or a bracket is closed, the value is complete. Wrong: "
            '`title: "Lyktan" in Exempelby`. Right: `title: "Lyktan in Exempelby"` or '
            "`title: Lyktan in Exempelby`. A quote may also have been opened on an earlier line.",
        ),
    ),
    "AV019": Message(
        Words(
            "ett {closing} för mycket",
            "ta bort det, eller sätt det som ska höra ihop med det tidigare på raden",
            "Varje avslutande klammer eller hakparentes hör till en som öppnar. Här finns ingen "
            "kvar att avsluta. Rätt: `split: {hsnv: 50 %, alingsas: 50 %}`.",
        ),
        Words(
            "one {closing} too many",
            "take it away, or put the one it belongs with earlier on the line",
            "Every closing brace or bracket belongs to one that opens. Here none is left to "
            "close. Right: `split: {hsnv: 50 %, alingsas: 50 %}`.",
        ),
    ),
    "AV020": Message(
        Words(
            "ett YAML-ankare kan inte användas i ett avtal: `{written}`",
            "ta bort ordet som börjar med `&`; är det en text, sätt citattecken runt den",
            "Med ankare kan en del av en fil återanvändas på ett annat ställe, men då syns det "
            "inte längre på raden vad som gäller. Skriv ut värdet där det gäller. En fördelning "
            "som används flera gånger kan få ett namn under `splits` eller `shares`.",
        ),
        Words(
            "a YAML anchor cannot be used in an agreement: `{written}`",
            "take away the word that begins with `&`; if it is a text, put quotes around it",
            "Anchors let a part of a file be used again elsewhere, but then a line no longer "
            "shows what holds. Write the value where it holds. A split that is used several "
            "times can have a name under `splits` or `shares`.",
        ),
    ),
    "AV021": Message(
        Words(
            "en YAML-hänvisning kan inte användas i ett avtal: `{written}`",
            "skriv ut det den hänvisar till; är det en text, sätt citattecken runt den",
            "En hänvisning (`*namn`) hämtar ett värde från ett annat ställe i filen, och några "
            "få rader kan så bli miljontals. Värdet ska stå där det gäller, så att raden kan "
            "jämföras med papperet.",
        ),
        Words(
            "a YAML alias cannot be used in an agreement: `{written}`",
            "write out what it refers to; if it is a text, put quotes around it",
            "An alias (`*name`) fetches a value from elsewhere in the file, and a few lines can "
            "so become millions. The value is to stand where it holds, so that the line can be "
            "compared with the paper.",
        ),
    ),
    "AV022": Message(
        Words(
            "en YAML-etikett kan inte användas i ett avtal: `{written}`",
            "ta bort ordet som börjar med `!`; är det en text, sätt citattecken runt den",
            "Etiketter säger hur ett värde ska tolkas, men här avgörs det av nyckeln: ett "
            "belopp är ett belopp och en text en text. Fel: `title: !viktigt`. Rätt: `title: "
            '"!viktigt"`.',
        ),
        Words(
            "a YAML tag cannot be used in an agreement: `{written}`",
            "take away the word that begins with `!`; if it is a text, put quotes around it",
            "Tags say how a value is to be read, but here the key decides that: an amount is an "
            "amount and a text a text. Wrong: `title: !important`. Right: `title: "
            '"!important"`.',
        ),
    ),
    "AV023": Message(
        Words(
            "nyckeln `<<` kan inte användas i ett avtal",
            "skriv ut de nycklar den skulle hämta",
            "`<<` slår ihop nycklar från ett annat ställe i filen, på ett sätt som inte alla "
            "program läser lika. Det som gäller ska stå där det gäller. För perioder finns "
            "`continues: true`.",
        ),
        Words(
            "the key `<<` cannot be used in an agreement",
            "write out the keys it would fetch",
            "`<<` merges keys from elsewhere in the file, in a way that not every program reads "
            "alike. What holds is to stand where it holds. For periods there is `continues: "
            "true`.",
        ),
    ),
    "AV024": Message(
        Words(
            "ett andra dokument i samma fil",
            "ta bort raden med `---` eller `...`, eller lägg det andra avtalet i en egen fil",
            "En fil är ett avtal. Raden `---` börjar ett nytt YAML-dokument, som annars skulle "
            "kunna bli förbigånget utan att någon märker det. Ett `---` allra först i filen går "
            "bra.",
        ),
        Words(
            "a second document in the same file",
            "take away the line with `---` or `...`, or put the other agreement in its own file",
            "One file is one agreement. The line `---` begins a new YAML document, which could "
            "otherwise be passed over without anyone noticing. A `---` at the very top is fine.",
        ),
    ),
    "AV025": Message(
        Words(
            "`{key}` står två gånger, första gången på rad {line}",
            "ta bort den ena, eller rätta dess namn",
            "En nyckel får stå en gång på varje ställe; annars vore det oklart vilket värde som "
            "gäller, och många program tar utan ett ord det sista. Ofta är det en kopierad rad "
            "där året eller parten inte har ändrats.",
        ),
        Words(
            "`{key}` stands twice, the first time on line {line}",
            "take one of them away, or correct its name",
            "A key may stand once in each place; otherwise it would be unclear which value "
            "holds, and many programs take the last without a word. Often it is a copied line "
            "where the year or the party has not been changed.",
        ),
    ),
    "AV026": Message(
        Words(
            "en nyckel måste vara ett ord, inte en lista eller något inom klamrar",
            "skriv nyckeln som ett ord följt av kolon: `alingsas: 50 %`",
            "Till vänster om kolonet står alltid ett namn, ett år eller ett datum. Fel: `[a, "
            "b]: 50 %`. Rätt: en rad för var och en, `a: 50 %` och `b: 50 %`.",
        ),
        Words(
            "a key must be a word, not a list or something in braces",
            "write the key as a word followed by a colon: `alingsas: 50 %`",
            "To the left of the colon there is always a name, a year or a date. Wrong: `[a, b]: "
            "50 %`. Right: a line for each, `a: 50 %` and `b: 50 %`.",
        ),
    ),
    "AV027": Message(
        Words(
            "filen består inte av rader med nyckel och värde",
            "skriv varje rad som `nyckel: värde`, med kolon och mellanslag; den första är "
            "`avtalskalk: 1`",
            "Ett avtal är på översta nivån ett antal nycklar: `avtalskalk`, `id`, `title`, "
            "`parties`, `periods` och så vidare. En lista eller löpande text kan inte läsas så. "
            "Vanligast är att kolonen saknas, eller att raderna börjar med bindestreck.",
        ),
        Words(
            "the file does not consist of lines with key and value",
            "write each line as `key: value`, with a colon and a space; the first is "
            "`avtalskalk: 1`",
            "At the top level an agreement is a number of keys: `avtalskalk`, `id`, `title`, "
            "`parties`, `periods` and so on. A list or running text cannot be read so. Most "
            "often the colons are missing, or the lines begin with dashes.",
        ),
    ),
    "AV028": Message(
        Words(
            "`{key}` har inget värde",
            "skriv värdet efter kolonet; är det inte känt, ta bort raden",
            "En tom rad kan betyda noll, okänt eller glömt, och det får inte gissas. Det som "
            "inte är känt lämnas ut, rad och allt: då blir det som behöver värdet ofullständigt "
            "och det sägs vad som saknas. Fel: `2024:`. Rätt: `2024: 0 kr`, eller ingen rad "
            "alls. Börjar värdet med `#` läses det som en kommentar och behöver citattecken.",
        ),
        Words(
            "`{key}` has no value",
            "write the value after the colon; if it is not known, take the line away",
            "An empty line can mean zero, unknown or forgotten, and that must not be guessed. "
            "What is not known is left out, line and all: then whatever needs the value is "
            "incomplete and says what is missing. Wrong: `2024:`. Right: `2024: 0 kr`, or no "
            "line at all. A value that begins with `#` is read as a comment and needs quotes.",
        ),
    ),
    "AV029": Message(
        Words(
            "`{key}` har en tom text som värde",
            "skriv värdet mellan citattecknen; är det inte känt, ta bort raden",
            "Två citattecken utan något emellan, eller ett `|` utan rader under, är ett värde "
            "som inte säger något. Det som inte är känt lämnas ut, rad och allt.",
        ),
        Words(
            "`{key}` has an empty text as its value",
            "write the value between the quotes; if it is not known, take the line away",
            "Two quotes with nothing between them, or a `|` with no lines below, are a value "
            "that says nothing. What is not known is left out, line and all.",
        ),
    ),
    "AV030": Message(
        Words(
            "en tom punkt i listan",
            "skriv något efter bindestrecket, eller ta bort raden",
            "Ett ensamt bindestreck är en punkt utan innehåll. Ofta är raden efter för lite "
            "indragen: det som hör till punkten ska börja till höger om bindestrecket.",
        ),
        Words(
            "an empty item in the list",
            "write something after the dash, or take the line away",
            "A dash alone is an item without content. Often the line after it is indented too "
            "little: what belongs to the item begins to the right of the dash.",
        ),
    ),
    "AV031": Message(
        Words(
            "kommatecknet i `{wrong}` delar talet, för inom klamrar skiljer komma värden åt",
            "skriv `{right}`",
            "Inom `{ }` och `[ ]` läser YAML varje komma som en gräns: `{alingsas: 12,5 %}` "
            "blir 12 och ett löst `5 %`. Skriv decimalpunkt där, `{alingsas: 12.5 %}`, eller "
            "sätt värdet på en egen rad, `alingsas: 12,5 %`. `avtalskalk check --fix` skriver "
            "punkten åt dig.",
        ),
        Words(
            "the comma in `{wrong}` cuts the number, because inside braces commas separate values",
            "write `{right}`",
            "Inside `{ }` and `[ ]` YAML reads every comma as a border: `{alingsas: 12,5 %}` "
            "becomes 12 and a loose `5 %`. Write a decimal point there, `{alingsas: 12.5 %}`, "
            "or put the value on a line of its own, `alingsas: 12,5 %`. `avtalskalk check "
            "--fix` writes the point for you.",
        ),
    ),
    "AV032": Message(
        Words(
            "kommatecknet i `{wrong}` delar texten, för inom klamrar skiljer komma värden åt",
            "skriv `{right}`",
            "Inom `{ }` och `[ ]` läser YAML varje komma som en gräns: `{name: Lerum, kommun}` "
            "blir namnet Lerum och ett löst `kommun`. Citattecken håller ihop texten: `{name: "
            '"Lerum, kommun"}`. `avtalskalk check --fix` skriver dem åt dig.',
        ),
        Words(
            "the comma in `{wrong}` cuts the text, because inside braces commas separate values",
            "write `{right}`",
            "Inside `{ }` and `[ ]` YAML reads every comma as a border: `{name: Lerum, kommun}` "
            "becomes the name Lerum and a loose `kommun`. Quotes hold the text together: "
            '`{name: "Lerum, kommun"}`. `avtalskalk check --fix` writes them for you.',
        ),
    ),
    "AV033": Message(
        Words(
            "kommatecknet i `{wrong}` delar talet: är det tusental eller decimaler",
            "skriv `{right}` för tusental, `{decimals}` för decimaler",
            "Inom klamrar läser YAML varje komma som en gräns, och tre siffror efter ett komma "
            "kan vara både tusental och decimaler. Skillnaden är tusen gånger, så programmet "
            "gissar inte och rättar inte själv.",
        ),
        Words(
            "the comma in `{wrong}` cuts the number: are these thousands or decimals",
            "write `{right}` for thousands, `{decimals}` for decimals",
            "Inside braces YAML reads every comma as a border, and three digits after a comma "
            "can be thousands as well as decimals. The difference is a thousand times, so the "
            "program does not guess and does not mend this itself.",
        ),
    ),
    "AV034": Message(
        Words(
            "`{words}` står ensamt mellan kommatecken, utan kolon och värde",
            "skriv `{words}: …` med ett värde, eller ta bort det; hör det till texten före "
            "kommatecknet, sätt citattecken runt hela texten",
            "Inom klamrar står par av nyckel och värde, åtskilda av komma. Ett komma i en text "
            "eller ett tal delar den på samma sätt. Rätt: `{hsnv: 50 %, alingsas: 50 %}` och "
            '`{name: "Lerum, kommun"}`.',
        ),
        Words(
            "`{words}` stands alone between commas, without a colon and a value",
            "write `{words}: …` with a value, or take it away; if it belongs to the text before "
            "the comma, put quotes around the whole text",
            "Braces hold pairs of key and value, separated by commas. A comma in a text or a "
            "number cuts it in the same way. Right: `{hsnv: 50 %, alingsas: 50 %}` and `{name: "
            '"Lerum, kommun"}`.',
        ),
    ),
    "AV037": Message(
        Words(
            "ett omvänt snedstreck i en text med dubbla citattecken",
            "skriv texten med enkla citattecken: `{instead}`",
            "Mellan dubbla citattecken är `\\` början på en kod, som `\\n` för ny rad, och den "
            "här koden finns inte. Mellan enkla citattecken betyder `\\` bara sig självt. Rätt: "
            "`file: 'data\\invånare.csv'`, eller med vanliga snedstreck.",
        ),
        Words(
            "a backslash in a text with double quotes",
            "write the text with single quotes: `{instead}`",
            "Between double quotes `\\` begins a code, such as `\\n` for a new line, and this "
            "code does not exist. Between single quotes `\\` means only itself. Right: `file: "
            "'data\\population.csv'`, or with ordinary slashes.",
        ),
    ),
    "AV038": Message(
        Words(
            "bara de {shown} första fynden i filen visas; inte visade: {more}",
            "rätta de första och kör igen",
            "När en fil har så många fel har de oftast en gemensam orsak, till exempel en "
            "export i fel form. Listan kortas av så att de första går att läsa.",
        ),
        Words(
            "only the first {shown} findings in the file are shown; not shown: {more}",
            "mend the first ones and run again",
            "When a file has so many mistakes, they mostly have one cause, such as an export in "
            "the wrong form. The list is cut so that the first ones can be read.",
        ),
    ),
    "AV039": Message(
        Words(
            "ett värde utan nyckel",
            "skriv nyckeln före kolonet: `alingsas: 50 %`",
            "Till vänster om varje kolon står vad värdet gäller: ett namn, ett år eller ett "
            "datum. Här står ingenting, eller en tom text.",
        ),
        Words(
            "a value without a key",
            "write the key before the colon: `alingsas: 50 %`",
            "To the left of each colon stands what the value is about: a name, a year or a "
            "date. Here there is nothing, or an empty text.",
        ),
    ),
    "AV040": Message(
        Words(
            "ett kolon saknas på raden",
            "skriv `{instead}`; fortsätter raden texten ovanför, dra in den mer än nyckeln",
            "Varje rad är en nyckel, ett kolon, ett mellanslag och ett värde. En text som går "
            "över flera rader fortsätter indragen under sin nyckel. Fel: `title Lyktan`. Rätt: "
            "`title: Lyktan`.",
        ),
        Words(
            "a colon is missing on the line",
            "write `{instead}`; if the line goes on with the text above, indent it more than "
            "the key",
            "Each line is a key, a colon, a space and a value. A text over several lines goes "
            "on indented below its key. Wrong: `title Lyktan`. Right: `title: Lyktan`.",
        ),
    ),
    "AV041": Message(
        Words(
            "en lista och nycklar blandas på samma nivå (från rad {line})",
            "låt alla rader på nivån börja med `- `, eller ingen",
            "På varje nivå står antingen nycklar eller en lista med bindestreck, inte båda. "
            "Ofta saknas ett bindestreck, eller så ska raden vara mer indragen så att den hör "
            "till punkten ovanför.",
        ),
        Words(
            "a list and keys are mixed on one level (from line {line})",
            "let all lines of the level begin with `- `, or none",
            "On each level there are either keys or a list with dashes, not both. Often a dash "
            "is missing, or the line should be indented more so that it belongs to the item "
            "above.",
        ),
    ),
    "AV042": Message(
        Words(
            "raden har ett indrag som inte stämmer med raderna ovanför (från rad {line})",
            "ge raden exakt samma indrag som de rader den hör ihop med",
            "Det som hör ihop börjar i samma kolumn; ett mellanslag för mycket eller för lite "
            "gör att raden inte hör till något. Rätt: `hsnv: 50 %` och `alingsas: 50 %` under "
            "varandra, lika långt in.",
        ),
        Words(
            "the line's indentation does not match the lines above (from line {line})",
            "give the line exactly the same indentation as the lines it belongs with",
            "What belongs together begins in the same column; one space too many or too few "
            "leaves the line belonging to nothing. Right: `hsnv: 50 %` and `alingsas: 50 %` "
            "below each other, equally far in.",
        ),
    ),
    "AV043": Message(
        Words(
            "en lista med bindestreck kan inte börja på nyckelns egen rad",
            "sätt `{instead}` på nästa rad, indraget; är bindestrecket en del av texten, sätt "
            "citattecken runt den",
            "Ett bindestreck följt av mellanslag är en punkt i en lista och står först på sin "
            "rad. Rätt: `periods:` och på nästa rad `  - from: 2023-01-01`. Ett minus framför "
            "ett belopp skrivs utan mellanslag: `-46 378`.",
        ),
        Words(
            "a list with dashes cannot begin on the key's own line",
            "put `{instead}` on the next line, indented; if the dash is a part of the text, put "
            "quotes around it",
            "A dash followed by a space is an item of a list and comes first on its line. "
            "Right: `periods:` and on the next line `  - from: 2023-01-01`. A minus before an "
            "amount is written without a space: `-46 378`.",
        ),
    ),
    "AV044": Message(
        Words(
            "inget står före kommatecknet",
            "ta bort kommatecknet, eller skriv det som saknas före det",
            "Inom klamrar och hakparenteser skiljer ett komma varje par från nästa. Fel: `{a: "
            "50 %,, b: 50 %}`. Rätt: `{a: 50 %, b: 50 %}`.",
        ),
        Words(
            "nothing stands before the comma",
            "take the comma away, or write what is missing before it",
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
            "There is no file or folder of that name. The path is counted from the folder in "
            'which the command is run. Names with spaces need quotes: `"my agreement.yaml"`.',
        ),
    ),
    "AV051": Message(
        Words(
            "inga avtal i mappen `{name}`",
            "ge en annan mapp, eller lägg till raden `avtalskalk: 1` i de filer som är avtal",
            "Avtal är de filer på `.yaml` och `.yml` som har nyckeln `avtalskalk`. Dolda och "
            "länkade mappar räknas inte, inte heller `shared.yaml` och `NAMN.test.yaml`.",
        ),
        Words(
            "no agreements in the folder `{name}`",
            "give another folder, or add the line `avtalskalk: 1` to the files that are agreements",
            "Agreements are the `.yaml` and `.yml` files that have the key `avtalskalk`. Hidden "
            "and linked folders do not count, nor do `shared.yaml` and `NAME.test.yaml`.",
        ),
    ),
    "AV052": Message(
        Words(
            "`{name}` får inte läsas",
            "be den som äger filen om läsrättighet, eller kopiera den till en egen mapp",
            "Datorn säger att du saknar behörighet till filen eller mappen. Det kan också bero "
            "på att ett annat program har den öppen.",
        ),
        Words(
            "`{name}` may not be read",
            "ask the file's owner for permission to read it, or copy it to a folder of your own",
            "The computer says that you lack permission for the file or folder. It can also be "
            "that another program has it open.",
        ),
    ),
    "AV053": Message(
        Words(
            "`{name}` är ingen vanlig fil",
            "ge en fil på disken, eller skriv `-` och skicka texten på standard in",
            "Det är ett rör, en enhet eller något annat som inte har ett bestämt innehåll att "
            "läsa om. Rätt: `avtalskalk check avtal.yaml` eller `… | avtalskalk check -`.",
        ),
        Words(
            "`{name}` is not an ordinary file",
            "give a file on the disk, or write `-` and send the text to standard input",
            "It is a pipe, a device or something else that has no settled content to read "
            "again. Right: `avtalskalk check agreement.yaml` or `… | avtalskalk check -`.",
        ),
    ),
    "AV054": Message(
        Words(
            "filen är inget avtal: nyckeln `avtalskalk` saknas",
            "lägg till raden `avtalskalk: 1` överst om den är ett avtal, annars ge en annan fil",
            "Raden talar om att filen är ett avtal och vilken version av formatet den är "
            "skriven i. I en mapp går filer utan den förbi, men en fil som nämns vid namn måste "
            "vara ett avtal.",
        ),
        Words(
            "the file is no agreement: the key `avtalskalk` is missing",
            "add the line `avtalskalk: 1` at the top if it is an agreement, or give another file",
            "The line says that the file is an agreement and in which version of the format it "
            "is written. In a folder files without it are passed over, but a file named "
            "outright must be an agreement.",
        ),
    ),
    "AV055": Message(
        Words(
            "filen ser ut som ett avtal men saknar nyckeln `avtalskalk`",
            "lägg till raden `avtalskalk: 1` överst",
            "Filen har både `parties` och `periods`. Utan raden `avtalskalk: 1` skulle den gå "
            "förbi när mappen räknas, och ett avtal fattas i summan utan att det märks. Se "
            "efter om nyckeln är felstavad.",
        ),
        Words(
            "the file looks like an agreement but lacks the key `avtalskalk`",
            "add the line `avtalskalk: 1` at the top",
            "The file has both `parties` and `periods`. Without the line `avtalskalk: 1` it "
            "would be passed over when the folder is computed, and an agreement would be "
            "missing from the sum unnoticed. See whether the key is misspelt.",
        ),
    ),
    "AV056": Message(
        Words(
            "`id: {id}` har redan `{first}`",
            "ge det ena avtalet ett annat `id`; är filen en kopia, ta bort den",
            "Varje avtal i en mapp har sitt eget `id`, så att rader och summor kan hänföras "
            "till rätt avtal och inget räknas två gånger. Oftast är det en kopierad fil där "
            "raden inte har ändrats.",
        ),
        Words(
            "`{first}` already has `id: {id}`",
            "give one of the agreements another `id`; if the file is a copy, take it away",
            "Each agreement of a folder has its own `id`, so that rows and sums belong to the "
            "right agreement and nothing is counted twice. Most often it is a copied file in "
            "which the line has not been changed.",
        ),
    ),
    "AV057": Message(
        Words(
            "`{name}` är en länk som leder ut ur mappen med avtal",
            "lägg själva filen i mappen, eller ta bort länken",
            "En länk i en mapp kan peka på vilken fil som helst, och den som räknar mappen ser "
            "inte det. Därför läses bara det som ligger i mappen. Nämns länken vid namn på "
            "kommandoraden följs den.",
        ),
        Words(
            "`{name}` is a link that leads out of the folder of agreements",
            "put the file itself in the folder, or take the link away",
            "A link in a folder can point to any file, and whoever computes the folder does not "
            "see that. So only what lies in the folder is read. A link that is named on the "
            "command line is followed.",
        ),
    ),
    "AV058": Message(
        Words(
            "`{name}` gick inte att läsa ({reason})",
            "försök igen; är det en nätverksmapp, kontrollera förbindelsen",
            "Datorn kunde inte läsa filen, och det som står inom parentes är dess egna ord. "
            "Inget har ändrats eller skrivits.",
        ),
        Words(
            "`{name}` could not be read ({reason})",
            "try again; if it is a network folder, check the connection",
            "The computer could not read the file, and the words in brackets are its own. "
            "Nothing has been changed or written.",
        ),
    ),
    "AV061": Message(
        Words(
            "här finns ingen `shared.yaml` att hämta parternas namn från: {parties}",
            "skriv varje part på en egen rad med id och namn, som `kommunen: Exempelby kommun`; "
            "ligger `shared.yaml` i en mapp ovanför, lägg en tom `avtalskalk.toml` bredvid den",
            "En lista av id:n räcker bara när parterna står i `shared.yaml` överst i mappen med "
            "avtal. Vilken mapp det är visar filen `avtalskalk.toml`, som får vara tom. Rätt "
            "utan den: `parties: {hsnv: Hälso- och sjukvårdsnämnden, alingsas: Alingsås "
            "kommun}`.",
        ),
        Words(
            "there is no `shared.yaml` here to fetch the parties' names from: {parties}",
            "write each party on a line of its own with id and name, like `kommunen: Exempelby "
            "kommun`; if `shared.yaml` is in a folder above, put an empty `avtalskalk.toml` beside "
            "it",
            "A list of ids is enough only when the parties are in `shared.yaml` at the top of "
            "the folder of agreements. Which folder that is, the file `avtalskalk.toml` shows; "
            "it may be empty. Right without it: `parties: {hsnv: Health board, alingsas: Town "
            "of Alingsås}`.",
        ),
    ),
    "AV062": Message(
        Words(
            "inställningarna går inte att läsa ({reason})",
            'skriv en inställning per rad: `lang = "sv"`',
            "`avtalskalk.toml` har rader med namn, likhetstecken och värde inom citattecken, i "
            "UTF-8. Det som står inom parentes är läsarens egna ord. Med `--no-config` körs "
            "kommandot utan filen.",
        ),
        Words(
            "the settings cannot be read ({reason})",
            'write one setting a line: `lang = "sv"`',
            "`avtalskalk.toml` has lines with a name, an equals sign and a value in quotes, in "
            "UTF-8. The words in brackets are the reader's own. With `--no-config` the command "
            "runs without the file.",
        ),
    ),
    "AV064": Message(
        Words(
            "inställningen `{key}` ska ha ett ord som värde",
            'skriv värdet inom citattecken, som på kommandoraden: `{key} = "…"`',
            "Varje inställning har samma värden som flaggan med samma namn: en text, ett datum, "
            "eller `true` och `false`. Listor, tal och tabeller passar inte.",
        ),
        Words(
            "the setting `{key}` takes a word as its value",
            'write the value in quotes, as on the command line: `{key} = "…"`',
            "Each setting has the same values as the flag of the same name: a text, a date, or "
            "`true` and `false`. Lists, numbers and tables do not fit.",
        ),
    ),
    "AV065": Message(
        sv=Words(
            "`{name}` är inget avtal, utan hör till andra avtal i mappen",
            "ange mappen eller ett av dess avtal, utan `.test` i namnet; testerna körs med "
            "`avtalskalk test`",
            "`shared.yaml` överst i en mapp med avtal har parter, nycklar, index och källor som "
            "avtalen hämtar därifrån; den kontrolleras tillsammans med de avtal som använder "
            "den. En fil `NAMN.test.yaml` har de belopp som avtalet `NAMN.yaml` ska ge. Ingen "
            "av dem går att räkna på.",
        ),
        en=Words(
            "`{name}` is no agreement; it belongs to others in the folder",
            "give the folder or one of its agreements, without `.test` in its name; `avtalskalk "
            "test` runs the tests",
            "`shared.yaml` at the top of a folder of agreements has parties, keys, indices and "
            "sources that the agreements fetch from it; it is checked together with the "
            "agreements that use it. A file `NAME.test.yaml` has the amounts that the agreement "
            "`NAME.yaml` is to give. Neither can be computed.",
        ),
    ),
    "AV067": Message(
        Words(
            "parten `{party}` står två gånger i listan",
            "ta bort den ena, eller rätta dess id",
            "Varje part står en gång; annars vore det oklart om den ska betala en eller två "
            "andelar. Oftast har en kopierad rad inte ändrats.",
        ),
        Words(
            "the party `{party}` stands twice in the list",
            "take one of them away, or correct its id",
            "Each party stands once; otherwise it would be unclear whether it pays one share or "
            "two. Mostly a copied line has not been changed.",
        ),
    ),
    "AV070": Message(
        Words(
            "`{name}` ligger utanför mappen med avtal",
            "lägg filen i mappen, och skriv dess namn därifrån: `file: data/folkmangd.csv`",
            "Ett avtal läser bara filer i sin egen arbetsyta, även när en länk följs. Annars "
            "kunde ett avtal från någon annan läsa vad som helst på datorn, och en kopia av "
            "mappen skulle sakna sina siffror. Arbetsytan är närmaste mapp uppåt med en "
            "`avtalskalk.toml`, som får vara tom, annars avtalets egen mapp.",
        ),
        Words(
            "`{name}` lies outside the folder of agreements",
            "put the file in the folder, and write its name from there: `file: data/people.csv`",
            "An agreement only reads files in its own workspace, also when a link is followed. "
            "Otherwise somebody else's agreement could read anything on the computer, and a copy "
            "of the folder would lack its figures. The workspace is the nearest folder upwards "
            "with an `avtalskalk.toml`, which may be empty, otherwise the agreement's own folder.",
        ),
    ),
    "AV071": Message(
        Words(
            "för att läsa Excelark (XLSX) behövs ett tillägg",
            "installera det: `pip install 'avtalskalk[xlsx]'`\neller spara arket som CSV UTF-8",
            "De flesta har sina nycklar i avtalet eller i CSV, så det som läser Excelark följer "
            "inte med av sig självt. En CSV-fil kan alltid läsas: välj Spara som, CSV UTF-8 i "
            "Excel och byt ändelsen i avtalet.",
        ),
        Words(
            "to read workbooks (XLSX) an extra is needed",
            "install it: `pip install 'avtalskalk[xlsx]'`\nor save the sheet as CSV UTF-8",
            "Most people have their keys in the agreement or as CSV, so what reads workbooks "
            "does not come along by itself. A CSV file can always be read: choose Save as, CSV "
            "UTF-8 in Excel and change the ending in the agreement.",
        ),
    ),
    "AV072": Message(
        Words(
            "filen är ingen tabell som kan läsas",
            "öppna den i Excel och spara som .xlsx utan lösenord, eller som CSV UTF-8",
            "En nyckels fil är CSV (text) eller XLSX. Äldre Excelark (.xls), ark med lösenord, "
            "PDF och skadade filer kan inte läsas, vad de än heter.",
        ),
        Words(
            "the file is no table that can be read",
            "open it in Excel and save it as .xlsx without a password, or as CSV UTF-8",
            "A key's file is CSV (text) or XLSX. Older workbooks (.xls), workbooks with a "
            "password, PDF and damaged files cannot be read, whatever they are called.",
        ),
    ),
    "AV073": Message(
        Words(
            "tabellen är för stor",
            "högst {megabytes} MB (ett ark {unpacked} MB uppackat), {rows} rader och {columns} "
            "kolumner; behåll de rader och kolumner som behövs",
            "En liten fil kan begära mer minne än datorn har, så läsningen har gränser. I ett "
            "Excelark kan en enda bortglömd cell långt ner till höger göra arket stort: markera "
            "de tomma raderna och kolumnerna och ta bort dem.",
        ),
        Words(
            "the table is too large",
            "at most {megabytes} MB (a workbook {unpacked} MB unpacked), {rows} rows and "
            "{columns} columns; keep the rows and columns that are needed",
            "A small file can ask for more memory than the computer has, so reading has its "
            "limits. In a workbook a single forgotten cell far down to the right can make the "
            "sheet large: mark the empty rows and columns and delete them.",
        ),
    ),
    "AV074": Message(
        Words(
            "rubrikraden saknar en kolumn, med något av namnen {words}",
            "menade du det med `{written}`? skriv `{word}`\nokända rubriker: {known}",
            "Första raden säger vad kolumnerna är: datum eller år, part och värde. Andra ord "
            "läses inte, för att ingen siffra ska hamna fel. Står det en titel ovanför "
            "rubrikerna, ta bort den. Rätt: `år;part;värde`.",
        ),
        Words(
            "the heading row lacks a column, named one of {words}",
            "did you mean that by `{written}`? write `{word}`\nheadings not known: {known}",
            "The first row says what the columns are: date or year, party and value. Other words "
            "are not read, so that no figure goes to the wrong place. If a title stands above "
            "the headings, take it away. Right: `year;party;value`.",
        ),
    ),
    "AV075": Message(
        Words(
            "två kolumner för samma sak: `{first}` och `{second}`",
            "ta bort den ena, eller ge den en annan rubrik",
            "Vilken av dem som gäller går inte att veta. Den som bara är en upplysning kan heta "
            "till exempel `anmärkning`. I en tabell med ett år per kolumn ska alla år gälla "
            "samma sak: `Folkmängd 2022` och `Födda 2023` hör till två tabeller.",
        ),
        Words(
            "two columns for the same: `{first}` and `{second}`",
            "take one of them away, or give it another heading",
            "Which of them counts cannot be known. One that is only information can be called "
            "`remark`, for instance. In a table with a year in each column all years must count "
            "the same: `Population 2022` and `Births 2023` belong to two tables.",
        ),
    ),
    "AV076": Message(
        Words(
            "en cell i en kolumn utan rubrik",
            "skriv kolumnens rubrik i första raden; sammanfogade celler: dela dem",
            "Utan rubrik går det inte att veta vad siffran är. Är rubriken sammanfogad över "
            "flera kolumner står den bara i den första av dem. En kolumn med anteckningar "
            "behöver också en rubrik, till exempel `anmärkning`.",
        ),
        Words(
            "a cell in a column without a heading",
            "write the column's heading in the first row; merged cells: split them",
            "Without a heading it cannot be known what the figure is. If a heading is merged "
            "over several columns, it stands only in the first of them. A column of notes needs "
            "a heading too, such as `remark`.",
        ),
    ),
    "AV077": Message(
        Words(
            "raden har {cells} celler, rubrikraden {headings}",
            'ett tal med decimalkomma behöver citattecken: `"42,5"`; eller ha semikolon mellan '
            "cellerna",
            "I en fil med komma mellan cellerna blir `42,5` två celler. Svenska Excel skriver "
            "semikolon när man väljer CSV, och då går det bra. Rätt: `2023;lerum;42,5`.",
        ),
        Words(
            "the row has {cells} cells, the heading row {headings}",
            'a number with a decimal comma needs quotes: `"42,5"`; or have semicolons between '
            "the cells",
            "In a file with commas between the cells `42,5` becomes two cells. Swedish Excel "
            "writes semicolons when CSV is chosen, and then all is well. Right: "
            "`2023;lerum;42,5`.",
        ),
    ),
    "AV078": Message(
        Words(
            "ett värde saknas i kolumnen `{column}`",
            "skriv det som saknas; är siffran inte känd än, ta bort raden (i en tabell med ett "
            "år eller en part per kolumn: lämna cellen tom)",
            "En siffra som inte är känd utelämnas, den är aldrig noll. Statistikens `..` betyder "
            "också att siffran saknas. En formel som aldrig har räknats ut är tom: öppna arket i "
            "Excel och spara det. I sammanfogade celler står värdet bara i den första.",
        ),
        Words(
            "a value is missing in the column `{column}`",
            "write what is missing; if the figure is not yet known, take the row away (in a "
            "table with a year or a party in each column: leave the cell empty)",
            "A figure that is not known is left out, it is never zero. The `..` of official "
            "statistics means that it is missing, too. A formula that was never computed is "
            "empty: open the workbook in Excel and save it. In merged cells only the first has "
            "the value.",
        ),
    ),
    "AV079": Message(
        Words(
            "cellen har ett fel i stället för ett tal: `{text}`",
            "rätta formeln i arket, eller skriv talet",
            "Excel skriver `#N/A`, `#SAKNAS!` eller `#DIVISION/0!` där en formel inte ger något "
            "tal. Oftast söker formeln något som inte finns, till exempel ett kommunnamn som är "
            "stavat på ett annat sätt.",
        ),
        Words(
            "the cell has an error instead of a number: `{text}`",
            "mend the formula in the workbook, or write the number",
            "Excel writes `#N/A`, `#REF!` or `#DIV/0!` where a formula gives no number. Mostly "
            "the formula looks for something that is not there, such as a municipality's name "
            "that is spelt in another way.",
        ),
    ),
    "AV080": Message(
        Words(
            "samma part och datum som på rad {line}",
            "ta bort den ena raden, eller rätta datumet eller parten",
            "Två värden för samma part och dag vore två svar. Ofta är tabellen uppdelad på något "
            "mer, som kön eller ålder: summera den först. I ett index skiljs raderna åt av "
            "`publicerad`.",
        ),
        Words(
            "the same party and date as in row {line}",
            "take one of the rows away, or mend the date or the party",
            "Two values for the same party and day would be two answers. Often the table is "
            "divided by something more, such as sex or age: sum it first. In an index "
            "`published` tells the rows apart.",
        ),
    ),
    "AV081": Message(
        Words(
            "`{text}` och `{first}`: både komma och punkt i talen",
            "använd ett av dem som decimaltecken i hela filen, och mellanslag för tusental",
            "I en fil med båda kan `42,382` vara fyrtiotvå tusen eller fyrtiotvå. Det som hör "
            "till filen är ett och samma decimaltecken. Rätt: `42 382` och `17,5`.",
        ),
        Words(
            "`{text}` and `{first}`: both comma and point in the numbers",
            "use one of them as the decimal mark in the whole file, and spaces for thousands",
            "In a file with both, `42,382` may be forty-two thousand or forty-two. A file has "
            "one decimal mark throughout. Right: `42 382` and `17.5`.",
        ),
    ),
    "AV082": Message(
        Words(
            "`{text}` har fler siffror än ett kalkylark räknar exakt med",
            "avrunda i arket: `=AVRUNDA(…; 2)`",
            "Ett kalkylark har högst 15 säkra siffror. De som kommer efter är skräp från "
            "uträkningen, som `36,900000000000006` av tre gånger 12,3, och ska inte avgöra vem "
            "som betalar ett öre mer.",
        ),
        Words(
            "`{text}` has more digits than a workbook computes exactly",
            "round it in the workbook: `=ROUND(…, 2)`",
            "A workbook has at most 15 digits that are sure. Those that follow are rubbish from "
            "the computing, as in `36.900000000000006` for three times 12.3, and must not decide "
            "who pays an öre more.",
        ),
    ),
    "AV083": Message(
        Words(
            "tabellen för `{key}` har ingen av avtalets parter",
            "skriv parternas id, namn eller kommunkod i tabellen, som i avtalet\ndär finns: "
            "{known}",
            "En part känns igen på sitt id, sitt namn eller sin `municipality_code`; stora och "
            "små bokstäver spelar ingen roll. `1489 Alingsås` känns igen på koden. Rader för "
            "andra än parterna är tillåtna och används inte.",
        ),
        Words(
            "the table of `{key}` has none of the agreement's parties",
            "write the parties' ids, names or municipality codes in the table, as in the "
            "agreement\nit has: {known}",
            "A party is known by its id, its name or its `municipality_code`; capitals make no "
            "difference. `1489 Alingsås` is known by the code. Rows for others than the parties "
            "are allowed and not used.",
        ),
    ),
    "AV084": Message(
        Words(
            "`{text}` är ingen part i avtalet, och `{party}` finns inte i tabellen",
            "är det samma, skriv `{party}` i tabellen, eller ge parten dess namn därifrån i "
            "avtalet",
            "Inget gissas: utan värde räknas parten inte med av den här nyckeln. En part känns "
            "igen på sitt id, sitt namn eller sin `municipality_code`, så med koden i avtalet "
            "går officiell statistik (`1489 Alingsås`) att använda som den är.",
        ),
        Words(
            "`{text}` is no party of the agreement, and `{party}` is not in the table",
            "if they are the same, write `{party}` in the table, or give the party its name from "
            "there in the agreement",
            "Nothing is guessed: without a value the party is not counted by this key. A party "
            "is known by its id, its name or its `municipality_code`, so with the code in the "
            "agreement official statistics (`1489 Alingsås`) can be used as they are.",
        ),
    ),
    "AV085": Message(
        Words(
            "`{text}` är inget datum",
            "skriv `2024`, `2024-11` eller `2024-11-01`; är raden en summa eller en anteckning, ta "
            "bort den",
            "Datumkolumnen säger när varje rad gäller, så alla rader med en siffra behöver "
            "ett år, en månad eller en dag. En rad utan siffra, som en källa under tabellen, gör "
            "ingenting.",
        ),
        Words(
            "`{text}` is no date",
            "write `2024`, `2024-11` or `2024-11-01`; if the row is a sum or a note, take it away",
            "The column of dates says when each row holds, so every row with a figure needs a "
            "year, a month or a day. A row without a figure, such as a source below the table, "
            "does nothing.",
        ),
    ),
    "AV086": Message(
        Words(
            "ett citattecken som inte avslutas på raden",
            "skriv ett till, ta bort det, eller ta bort radbrytningen i cellen",
            "Inom citattecken kan en cell innehålla komma och semikolon, så ett som saknas "
            "skulle svälja resten av filen. En cell får inte ha en radbrytning. Ett citattecken "
            'i texten skrivs dubbelt: `"5"" rör"`.',
        ),
        Words(
            "a quote that does not end on its line",
            "write one more, take it away, or take away the line break in the cell",
            "Within quotes a cell can have commas and semicolons, so one that is missing would "
            "swallow the rest of the file. A cell must not have a line break. A quote in the "
            'text is written double: `"5"" pipe"`.',
        ),
    ),
}
