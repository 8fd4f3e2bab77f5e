"""Words about sealed results (AV93, AV94)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    "AV930": Message(
        sv=Words(
            "filen är inget förseglat resultat",
            "ange en fil som `avtalskalk seal` har skrivit; finns den i ett arkiv eller ett brev, "
            "hämta den därifrån igen",
            "Ett förseglat resultat är en JSON-fil som `seal` har skrivit. Den läses hel eller "
            "inte alls: en avhuggen, hopklistrad eller annan fil bevisar ingenting.",
        ),
        en=Words(
            "the file is not a sealed result",
            "name a file that `avtalskalk seal` has written; if an archive or a letter has it, "
            "fetch it from there again",
            "A sealed result is a JSON file that `seal` has written. It is read whole or not at "
            "all: a file that is cut off, pasted together or something else proves nothing.",
        ),
    ),
    "AV931": Message(
        sv=Words(
            "resultatet är förseglat av en annan version: `{schema}`",
            "installera en nyare avtalskalk och kör `verify` igen",
            "Ett förseglat resultat börjar med sitt formats version. Ett format som den här "
            "versionen inte känner till läses inte på en gissning.",
        ),
        en=Words(
            "the result was sealed by another version: `{schema}`",
            "install a newer avtalskalk and run `verify` again",
            "A sealed result begins with the version of its format. A format that this version "
            "does not know is not read by guessing.",
        ),
    ),
    "AV932": Message(
        sv=Words(
            "filen har ändrats efter att den förseglades",
            "hämta den ursprungliga filen; fingeravtrycket i protokollet visar vilken den är",
            "Filen har en kontrollsumma av sitt eget innehåll, och den stämmer inte: en siffra, "
            "ett namn eller något annat är ändrat. Radslut, indrag och fältens ordning får ändras; "
            "de betyder inget.",
        ),
        en=Words(
            "the file was changed after it was sealed",
            "fetch the original file; the fingerprint in the minutes shows which one that is",
            "The file has a checksum of its own content, and it does not match: a figure, a name "
            "or something else has changed. Line ends, indents and the order of fields may change; "
            "they mean nothing.",
        ),
    ),
    "AV933": Message(
        sv=Words(
            "fingeravtrycket stämmer inte\nangivet: {given}\nfilens: {fingerprint}",
            "kontrollera avskriften; är den rätt är detta inte filen som protokollet avser",
            "Vem som helst kan försegla ett nytt resultat, och även den filen är giltig. "
            "Fingeravtrycket i protokollet visar vilken fil som beslutades.",
        ),
        en=Words(
            "the fingerprint does not match\ngiven: {given}\nthe file's: {fingerprint}",
            "check how it was copied; if that is right, this is not the file that the minutes "
            "refer to",
            "Anybody can seal a new result, and that file is valid too. The fingerprint in the "
            "minutes shows which file was decided on.",
        ),
    ),
    "AV934": Message(
        sv=Words(
            "`{given}` är inget fingeravtryck",
            "skriv de sexton tecknen som `seal` visade, till exempel "
            "`--fingerprint 7KQ2-M4XW-9RTC-HB3D`",
            "Ett fingeravtryck har sexton tecken i fyra grupper. Siffrorna 0 och 1 och bokstäverna "
            "I och O används inte, eftersom de lätt förväxlas. Små bokstäver och andra streck går "
            "bra.",
        ),
        en=Words(
            "`{given}` is not a fingerprint",
            "write the sixteen characters that `seal` showed, for example `--fingerprint "
            "7KQ2-M4XW-9RTC-HB3D`",
            "A fingerprint has sixteen characters in four groups. The digits 0 and 1 and the "
            "letters I and O are not used, because they are easily confused. Lower case and other "
            "dashes work too.",
        ),
    ),
    "AV935": Message(
        sv=Words(
            "det förseglade resultatet är inte giltigt här",
            "hämta den ursprungliga filen; den här är inte skriven av `avtalskalk seal`",
            "Kontrollsumman stämmer, men här finns något som `seal` aldrig skriver: en siffra som "
            "är text, ett fält för mycket, ett år två gånger, en rad med annat än de belopp som "
            "förseglades, en sökväg utanför mappen. Filen är gjord för hand eller av ett annat "
            "program.",
        ),
        en=Words(
            "the sealed result is not valid here",
            "fetch the original file; this one was not written by `avtalskalk seal`",
            "The checksum matches, but here is something that `seal` never writes: a figure that "
            "is text, a field too many, a year twice, a row of other amounts than those that were "
            "sealed, a path outside the folder. The file was made by hand or by another program.",
        ),
    ),
    "AV936": Message(
        sv=Words(
            "inget av avtalen i det förseglade resultatet hittas, till exempel `{path}`",
            "ange i vilken mapp filerna är nu: `avtalskalk verify FIL MAPP`",
            "Filerna söks på sina förseglade sökvägar, från mappen du är i och från det förseglade "
            "resultatets mapp, som högst till toppen av arbetsytan, och sedan efter avtalens id. "
            "Utan något av avtalen finns inget att räkna om.",
        ),
        en=Words(
            "none of the agreements in the sealed result is found, such as `{path}`",
            "say in which folder the files are now: `avtalskalk verify FILE FOLDER`",
            "The files are looked for at their sealed paths, from the folder you are in and from "
            "the sealed result's folder, up to the top of the workspace at most, and then by the "
            "ids of the agreements. Without any of them there is nothing to recalculate.",
        ),
    ),
    "AV937": Message(
        sv=Words(
            "`{agreement}` saknar tolkningen `{reading}`, som det förseglade resultatet använder",
            "lägg tillbaka tolkningen under `readings`",
            "Resultatet är räknat enligt en av avtalets tolkningar och kan inte räknas om utan "
            "den. Avtalet som det är skrivet ger något annat.",
        ),
        en=Words(
            "`{agreement}` lacks the reading `{reading}`, which the sealed result uses",
            "put the reading back under `readings`",
            "The result was calculated by one of the agreement's readings and cannot be "
            "recalculated without it. The agreement as written gives something else.",
        ),
    ),
    "AV938": Message(
        sv=Words(
            "ett förseglat resultat är högst {limit} MB",
            "försegla färre avtal eller färre år i samma fil",
            "En större fil är inte skriven av `seal` och läses inte. Resultat som inte ryms delas "
            "på flera filer, var och en med sitt fingeravtryck.",
        ),
        en=Words(
            "a sealed result is at most {limit} MB",
            "seal fewer agreements or fewer years in one file",
            "A larger file was not written by `seal`, and is not read. Results that do not fit go "
            "into several files, each with its own fingerprint.",
        ),
    ),
    "AV940": Message(
        sv=Words(
            "`verify` tar ett förseglat resultat, och om det behövs mappen där filerna är nu",
            "skriv `avtalskalk verify bokslut.json`, eller `avtalskalk verify bokslut.json avtal/`",
            "Ett förseglat resultat kontrolleras i taget. Är filerna varken där du är eller vid "
            "det förseglade resultatet, ange mappen efteråt.",
        ),
        en=Words(
            "`verify` takes one sealed result and, if needed, the folder where the files are now",
            "write `avtalskalk verify result.json`, or `avtalskalk verify result.json agreements/`",
            "One sealed result is verified at a time. If the files are neither where you are nor "
            "beside the sealed result, give the folder after it.",
        ),
    ),
    "AV941": Message(
        sv=Words(
            "resultatet är ofullständigt: {figures} saknas",
            "fyll i det som saknas och kör kommandot igen, om resultatet ska vara slutligt",
            "Det som saknas räknas aldrig som noll. `calc --fail-on-incomplete` skriver resultatet "
            "och avslutas med kod 1. I ett förseglat resultat är det förseglat som saknat: när det "
            "fylls i ändras siffrorna, och `verify` visar att resultatet inte stämmer.",
        ),
        en=Words(
            "the result is incomplete: {figures} is missing",
            "fill in what is missing and run the command again, if the result must be final",
            "What is missing never counts as zero. `calc --fail-on-incomplete` writes the result "
            "and ends with code 1. In a sealed result it is sealed as missing: when it is filled "
            "in the figures change, and `verify` shows that the result is not reproduced.",
        ),
    ),
}
