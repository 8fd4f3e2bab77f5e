"""Words about sealed results (AV93, AV94)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    "AV930": Message(
        sv=Words(
            "filen är inget förseglat resultat",
            "ange en fil som `avtalskalk seal` har skrivit; finns den i ett arkiv eller ett brev, "
            "hämta den därifrån på nytt",
            "Ett förseglat resultat är en JSON-fil som `seal` har skrivit. Den läses hel eller "
            "inte alls: en fil som är avhuggen, hopklistrad eller något annat kan inte styrka "
            "något.",
        ),
        en=Words(
            "the file is no sealed result",
            "name a file that `avtalskalk seal` has written; where an archive or a letter has it, "
            "take it from there again",
            "A sealed result is a JSON file that `seal` has written. It is read whole or not at "
            "all: a file that is cut off, pasted together or something else can prove nothing.",
        ),
    ),
    "AV931": Message(
        sv=Words(
            "resultatet är förseglat av en annan version: `{schema}`",
            "installera en nyare avtalskalk och kör `verify` igen",
            "Det första som står i ett förseglat resultat är vilken uppbyggnad det har. En "
            "uppbyggnad som denna version inte känner läses inte på en gissning.",
        ),
        en=Words(
            "the result was sealed by another version: `{schema}`",
            "install a newer avtalskalk and run `verify` again",
            "The first thing in a sealed result is which structure it has. A structure that this "
            "version does not know is not read by guessing.",
        ),
    ),
    "AV932": Message(
        sv=Words(
            "filen har ändrats efter att den förseglades",
            "hämta den ursprungliga filen; fingeravtrycket i protokollet visar vilken den är",
            "Filen bär en kontrollsumma av sitt eget innehåll, och den stämmer inte: en siffra, "
            "ett namn eller något annat är inte vad det var. Radslut, indrag och nycklarnas "
            "ordning får ändras; de säger inget.",
        ),
        en=Words(
            "the file was edited after it was sealed",
            "take the original file; the fingerprint in the minutes shows which one that is",
            "The file holds a checksum of its own content, and it does not match: a figure, a "
            "name or something else is not what it was. Line ends, indents and the order of keys "
            "may change; they say nothing.",
        ),
    ),
    "AV933": Message(
        sv=Words(
            "fingeravtrycket är ett annat\nangivet: {given}\nfilens: {fingerprint}",
            "kontrollera avskriften; är den rätt, är detta inte den fil som protokollet avser",
            "Vem som helst kan försegla ett resultat på nytt, och den nya filen är också hel. Det "
            "är fingeravtrycket i protokollet som säger vilken av dem som beslutades.",
        ),
        en=Words(
            "the fingerprint is another\ngiven: {given}\nthe file's: {fingerprint}",
            "check how it was copied; if that is right, this is not the file that the minutes mean",
            "Anybody can seal a result anew, and the new file is whole too. It is the fingerprint "
            "in the minutes that says which of them was decided on.",
        ),
    ),
    "AV934": Message(
        sv=Words(
            "`{given}` är inget fingeravtryck",
            "skriv de sexton tecknen som `seal` visade, till exempel "
            "`--fingerprint 7KQ2-M4XW-9RTC-HB3D`",
            "Ett fingeravtryck har sexton tecken i fyra grupper. Siffrorna 0 och 1 och "
            "bokstäverna I och O finns inte i det, för de förväxlas på papper. Små bokstäver och "
            "andra streck går bra.",
        ),
        en=Words(
            "`{given}` is no fingerprint",
            "write the sixteen signs that `seal` showed, for example "
            "`--fingerprint 7KQ2-M4XW-9RTC-HB3D`",
            "A fingerprint has sixteen signs in four groups. The digits 0 and 1 and the letters I "
            "and O are never in it, for they are mixed up on paper. Small letters and other "
            "dashes will do.",
        ),
    ),
    "AV935": Message(
        sv=Words(
            "det förseglade resultatet håller inte ihop här",
            "hämta den ursprungliga filen; denna är inte skriven av `avtalskalk seal`",
            "Kontrollsumman stämmer, men på detta ställe står något som `seal` aldrig skriver: en "
            "siffra som är text, ett avtal som inte finns, en sökväg utanför mappen. Filen är "
            "gjord för hand eller av ett annat program.",
        ),
        en=Words(
            "the sealed result does not hold together here",
            "take the original file; this one was not written by `avtalskalk seal`",
            "The checksum matches, but in this place stands what `seal` never writes: a figure "
            "that is text, an agreement that is not there, a path outside the folder. The file "
            "was made by hand or by another program.",
        ),
    ),
    "AV936": Message(
        sv=Words(
            "inget av avtalen i det förseglade resultatet hittas, som `{path}`",
            "säg i vilken mapp filerna är nu: `avtalskalk verify FIL MAPP`",
            "Filerna söks på sina förseglade sökvägar, från mappen du står i och från den som det "
            "förseglade resultatet ligger i, och sedan efter avtalens id. Utan något av avtalen "
            "finns inget att räkna om.",
        ),
        en=Words(
            "none of the agreements in the sealed result is found, such as `{path}`",
            "say in which folder the files are now: `avtalskalk verify FILE FOLDER`",
            "The files are looked for at their sealed paths, from the folder you are in and from "
            "that of the sealed result, and then by the ids of the agreements. Without any of "
            "them there is nothing to work out again.",
        ),
    ),
    "AV937": Message(
        sv=Words(
            "`{agreement}` har inte kvar läsningen `{reading}`, som resultatet är förseglat enligt",
            "lägg tillbaka läsningen under `readings`",
            "Resultatet är räknat enligt en av avtalets läsningar. Utan den går det inte att "
            "räkna om; att räkna avtalet som skrivet vore att jämföra två olika saker.",
        ),
        en=Words(
            "`{agreement}` has lost the reading `{reading}`, which the result was sealed under",
            "put the reading back under `readings`",
            "The result was worked out by one of the agreement's readings. Without it nothing can "
            "be worked out again; the agreement as written would be another thing to compare with.",
        ),
    ),
    "AV938": Message(
        sv=Words(
            "ett förseglat resultat är högst {limit} MB",
            "försegla färre avtal eller färre år i samma fil",
            "En fil som är större är inte skriven av `seal`, och läses inte. Resultat som inte "
            "ryms delas på flera filer, som får var sitt fingeravtryck.",
        ),
        en=Words(
            "a sealed result is {limit} MB at most",
            "seal fewer agreements or fewer years in one file",
            "A larger file was not written by `seal`, and is not read. Results that do not fit go "
            "into several files, each with its own fingerprint.",
        ),
    ),
    "AV940": Message(
        sv=Words(
            "`verify` tar ett förseglat resultat, och kanske mappen där filerna är nu",
            "skriv `avtalskalk verify bokslut.json`, eller `avtalskalk verify bokslut.json avtal/`",
            "Ett förseglat resultat kontrolleras i taget. Står filerna inte där du är eller vid "
            "det förseglade resultatet säger du mappen efteråt.",
        ),
        en=Words(
            "`verify` takes one sealed result, and perhaps the folder where the files are now",
            "write `avtalskalk verify result.json`, or `avtalskalk verify result.json agreements/`",
            "One sealed result is verified at a time. Where the files are neither where you are "
            "nor beside the sealed result, the folder is named after it.",
        ),
    ),
    "AV941": Message(
        sv=Words(
            "det förseglade resultatet är ofullständigt: {figures} saknas",
            "fyll i det som saknas och försegla på nytt, om resultatet ska vara slutligt",
            "Det som saknas är förseglat som saknat. När det fylls i blir siffrorna andra, och "
            "`verify` säger att resultatet inte stämmer.",
        ),
        en=Words(
            "the sealed result is incomplete: without {figures}",
            "fill in what is missing and seal anew, if the result is to be final",
            "What is missing is sealed as missing. Once it is filled in the figures are others, "
            "and `verify` says that the result is not reproduced.",
        ),
    ),
}
