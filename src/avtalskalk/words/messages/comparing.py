"""Words about comparing two versions of an agreement (AV891–AV899)."""

from typing import Final

from avtalskalk.words import Message, Words

MESSAGES: Final[dict[str, Message]] = {
    "AV891": Message(
        sv=Words(
            "git finns inte på den här datorn, eller hittas inte",
            "installera git, eller jämför två filer: `avtalskalk diff GAMMAL NY`",
            "`diff --git` läser en äldre version med programmet git, som måste finnas där datorn "
            "letar efter program. Två filer eller mappar jämförs utan git.",
        ),
        en=Words(
            "git is not on this computer, or is not found",
            "install git, or compare two files: `avtalskalk diff OLD NEW`",
            "`diff --git` reads an older version with the program git, which must be where the "
            "computer looks for programs. Two files or folders are compared without git.",
        ),
    ),
    "AV892": Message(
        sv=Words(
            "{name} ligger inte i något git-arkiv, eller i ett som git inte får läsa",
            "ange en fil eller en mapp i arkivets arbetskopia, eller jämför två filer: "
            "`avtalskalk diff GAMMAL NY`",
            "En revision finns i ett git-arkiv. Git läser inte ett arkiv som en annan användare "
            "äger, om det inte finns i `safe.directory`.",
        ),
        en=Words(
            "{name} is not in a git repository, or in one that git may not read",
            "name a file or a folder in the repository's working tree, or compare two files: "
            "`avtalskalk diff OLD NEW`",
            "A revision is in a git repository. Git does not read one that another user owns, "
            "unless it is in `safe.directory`.",
        ),
    ),
    "AV893": Message(
        sv=Words(
            "{name} finns inte i revisionen {revision}",
            "`git log -- {name}` visar i vilka revisioner den finns",
            "Filen eller mappen är nyare än revisionen, hette något annat då, eller är en länk. "
            "Länkar följs inte i en revision.",
        ),
        en=Words(
            "{name} is not in the revision {revision}",
            "`git log -- {name}` shows which revisions have it",
            "The file or folder is newer than the revision, was called something else then, or is "
            "a link. Links are not followed in a revision.",
        ),
    ),
    "AV894": Message(
        sv=Words(
            "git känner inte till revisionen {revision}",
            "skriv ett namn som git har, som HEAD, HEAD~1, en gren, en tagg eller de första "
            "tecknen i en incheckning",
            "Revisionen kan vara felstavad eller finnas bara på servern: hämta den då med `git "
            "fetch`. Programmet hämtar inget självt.",
        ),
        en=Words(
            "git does not know the revision {revision}",
            "write a name that git has, such as HEAD, HEAD~1, a branch, a tag or the first "
            "characters of a commit",
            "The revision may be misspelt or exist only on the server: then fetch it with `git "
            "fetch`. The program fetches nothing itself.",
        ),
    ),
    "AV895": Message(
        sv=Words(
            "arbetsytan med {name} är för stor för att läsas ur en revision",
            "lägg en `avtalskalk.toml` i mappen med avtalen, så läses bara den mappen",
            "Ur en revision läses hela arbetsytan, eftersom avtalen kan använda gemensamma "
            "uppgifter och tabeller. Mer än 20 000 filer och mappar eller 100 MB läses inte.",
        ),
        en=Words(
            "the workspace with {name} is too large to read from a revision",
            "put an `avtalskalk.toml` in the folder of the agreements, so that only that folder is "
            "read",
            "The whole workspace is read from a revision, because agreements can use shared data "
            "and tables. More than 20,000 files and folders, or 100 MB, are not read.",
        ),
    ),
    "AV897": Message(
        sv=Words(
            "`diff` jämför två versioner",
            "skriv `avtalskalk diff GAMMAL NY`, eller `avtalskalk diff --git REVISION SÖKVÄG`",
            "Den första är den gamla versionen och den andra den nya: två filer, eller två mappar. "
            "Med `--git` är den gamla samma fil eller mapp i en revision, så bara en sökväg anges. "
            "Det som skickas på standard in finns inte i någon revision.",
        ),
        en=Words(
            "`diff` compares two versions",
            "write `avtalskalk diff OLD NEW`, or `avtalskalk diff --git REVISION PATH`",
            "The first is the old version and the second the new one: two files, or two folders. "
            "With `--git` the old one is the same file or folder in a revision, so you give only "
            "one path. What is sent to standard input is not in any revision.",
        ),
    ),
    "AV899": Message(
        sv=Words(
            "git kan inte läsa {name} i revisionen {revision}: innehållet saknas i arkivet",
            "hämta det som saknas: `git fetch --refetch --no-filter`, eller klona arkivet på nytt",
            "En klon med `--filter` har inte allt innehåll, och ett skadat arkiv inte heller. En "
            "jämförelse utan det som saknas skulle visa fel skillnader. Programmet hämtar inget "
            "självt.",
        ),
        en=Words(
            "git cannot read {name} in the revision {revision}: the repository lacks the content",
            "fetch what is missing: `git fetch --refetch --no-filter`, or clone the repository "
            "again",
            "A clone made with `--filter` does not have all content, nor does a damaged "
            "repository. A comparison without what is missing would show wrong differences. The "
            "program fetches nothing itself.",
        ),
    ),
}
