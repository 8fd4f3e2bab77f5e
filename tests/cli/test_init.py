"""`init`: from options or answers to a file that passes `check`; nothing is ever written over."""

import re
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from pathlib import Path

import pytest
from tests.cli.conftest import SOUND, Command, Finished, written
from tests.conftest import PROJECT

from avtalskalk.cli.options import OPTIONS
from avtalskalk.features.init.draft import KINDS
from avtalskalk.words import LANGUAGES, Language

TWO = ("--title", "Lyktan", "--party", "region=Region Exempel", "--party", "kommun=Exempelby")
SHARES = ("--share", "region=62,5 %", "--share", "kommun=rest")
PEOPLE = ("--population", "region=30 000", "--population", "kommun=10 000", "--counted", "11-01")
FIXED = ("--fixed", "region=100 000 kr", "--fixed", "kommun=60 000 kr")
COST = ("--from", "2024-01-01", "--amount", "1 000 000 kr", "--year", "2024")

# The options of each kind, and what the region pays of 1 000 000 kr: see test_starters.
KNOWN = {
    "percent": (SHARES, "625 000"),
    "population": (PEOPLE, "750 000"),
    "fixed": ((*PEOPLE, *FIXED), "730 000"),
    "joint-board": (("--share", "equal"), "500 000"),
    "family-centre": (SHARES, "625 000"),
    "rescue": (PEOPLE, "750 000"),
    "it": (PEOPLE, "750 000"),
    "school": (PEOPLE, "750 000"),
    "transit": (("--share", "equal"), "500 000"),
    "utilities": (PEOPLE, "750 000"),
    "finsam": (SHARES, "625 000"),
    "service": (PEOPLE, "750 000"),
    "levy": (PEOPLE, "750 000"),
}


def written_files(folder: Path) -> list[str]:
    """Every file in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


# --- From options -------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_written_checked_and_worked_out(
    command: Command, kind: str, lang: Language
) -> None:
    """A new agreement of each kind passes check without a word, and gives its amounts."""
    options, amount = KNOWN[kind]
    done = command("init", "a.yaml", "--kind", kind, *TWO, *options, *COST, lang=lang)
    assert (done.code, done.out) == (0, "")
    assert command("check", "a.yaml", "--strict", lang="en").err == "One file: no errors.\n"
    table = command("calc", "a.yaml", "--year", "2024", lang="sv").out
    assert re.search(rf"Region Exempel .*{amount}", table.replace("\N{NO-BREAK SPACE}", " "))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_may_be_begun_with_next_to_nothing(
    command: Command, kind: str, lang: Language
) -> None:
    """A name and two parties are enough for a file that passes check."""
    assert command("init", "a.yaml", "--kind", kind, *TWO, lang=lang).code == 0
    assert command("check", "a.yaml", "--strict", lang="en").err == "One file: no errors.\n"


@pytest.mark.parametrize("options", [(), (*SHARES, *COST)])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_next_command_works(command: Command, options: Sequence[str], lang: Language) -> None:
    """What init says to type next can be typed, also where the file's name has a space."""
    done = command("init", "nytt avtal.yaml", *TWO, *options, lang=lang)
    assert "nytt avtal.yaml" in done.err.splitlines()[0]
    program, *words = shlex.split(done.err.splitlines()[-1])
    assert program == "avtalskalk"
    assert words[0] == ("calc" if options else "check")
    assert command(*words).code == 0


def test_the_same_line_gives_the_same_file(command: Command, tmp_path: Path) -> None:
    """To standard output goes what else goes to the file, and nothing else is said."""
    assert command("init", "lyktan.yaml", *TWO).code == 0
    text = (tmp_path / "lyktan.yaml").read_text(encoding="utf-8")
    assert command("init", "-", *TWO, "--id", "lyktan") == (0, text, "")
    assert command("init", "-o", "-", *TWO) == (0, text, "")


def test_the_file_is_named_after_the_agreement(command: Command, tmp_path: Path) -> None:
    """Without a file the short name gives one; without that, the title does."""
    assert command("init", *TWO, "--title", "Ny (2024)").code == 0
    assert command("init", *TWO, "--id", "annan").code == 0
    assert command("init", *TWO, "-o", "tredje.yml").code == 0
    assert written_files(tmp_path) == ["annan.yaml", "ny.yaml", "tredje.yml"]
    assert "\nid: tredje\n" in (tmp_path / "tredje.yml").read_text(encoding="utf-8")


def test_quiet_says_nothing(command: Command) -> None:
    """With -q the file is written and nothing said."""
    assert command("init", "a.yaml", *TWO, "-q") == (0, "", "")


def test_short_ways_to_write(command: Command) -> None:
    """A party's name alone and an amount of a certain cost are understood."""
    done = command(
        *("init", "-", "--title", "T", "--party", "Region Exempel", "--party", "Exempelby"),
        *("--share", "lika", "--amount", "mat=10 kr", "--amount", "20 kr"),
        lang="sv",
    )
    assert "  region-exempel: Region Exempel\n  exempelby: Exempelby\n" in done.out
    assert "  mat:\n    amount: 10 kr" in done.out
    assert "    title: Verksamheten\n    amount: 20 kr" in done.out
    assert "    split: equal\n" in done.out


def test_a_warning_does_not_stop(command: Command, tmp_path: Path) -> None:
    """What check only warns of is said at its option, and the file is written."""
    done = command("init", "a.yaml", *TWO, *COST, "--to", "2024-12-31", "--year", "2030")
    assert done.code == 0
    assert done.err.startswith("warning[AV415]: ")
    assert "\n  --year\n" in done.err
    assert written_files(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize(
    ("options", "code", "place"),
    [
        (("--from", "1 mars 2024"), "AV210", "--from"),
        (("--to", "2024-02-30"), "AV211", "--to"),
        (("--from", "2024-02-01", "--to", "2024-01-01"), "AV301", "--to"),
        (("--share", "region=70", "--share", "kommun=rest"), "AV207", "--share"),
        (("--share", "region=70 %"), "AV104", "--share"),
        (("--share", "regon=70 %", "--share", "kommun=rest"), "AV101", "--share"),
        (("--amount", "1,2,3"), "AV201", "--amount"),
        (("--amount", "1 kr", "--year", "tjugo"), "AV212", "--year"),
        ((*COST, "--from", "2024-03-01"), "AV405", "--covers year|period"),
        (("--host", "regon"), "AV101", "--host"),
        (("--party", "by=Byn"), "AV216", "--party"),
        (("--party", "region=Igen"), "AV868", "--party"),
        (("--share", "region=1/2", "--share", "region=1/2"), "AV868", "--share"),
        (("--title", "rad\x07"), "AV006", "--title"),
        (("--id", "12"), "AV215", "--id"),
        (("--currency", "kr"), "AV228", "--currency"),
        (("--kind", "fixed", "--fixed", "region=hej"), "AV201", "--fixed"),
        (("--kind", "population", *PEOPLE, "--counted", "1 nov", "--year", "2024"), "", ""),
        (("--kind", "population", *PEOPLE, "--population", "x=1", "--year", "2024"), "", ""),
        (("--kind", "fixed", *PEOPLE, "--fixed", "region=x", "--year", "2024"), "", "--fixed"),
    ],
)
def test_a_wrong_value_is_named_by_its_option(
    command: Command, tmp_path: Path, options: Sequence[str], code: str, place: str
) -> None:
    """What check has against a value is said at its option; nothing is written, exit 2."""
    done = command("init", "a.yaml", *TWO, *options)
    assert done.code == 2
    assert f"error[{code}" in done.err
    assert f"\n  {place}" in done.err
    assert "a.yaml" not in done.err
    assert written_files(tmp_path) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("a.yaml", "b.yaml", *TWO), "AV861"),
        (("a.yaml", "-o", "b.yaml", *TWO), "AV824"),
        (("a.txt", *TWO), "AV862"),
        ((".", *TWO), "AV815"),
        (("a.yaml",), "AV863"),
        (("a.yaml", *TWO, "--share", "60 %"), "AV864"),
        (("a.yaml", *TWO, "--population", "a=1"), "AV865"),
        (("a.yaml", *TWO, "--kind", "joint-board", *SHARES, *FIXED), "AV824"),
        (("a.yaml", *TWO, "--kind", "population", *PEOPLE), "AV866"),
        (("a.yaml", *TWO, "--covers", "year"), "AV866"),
        (("a.yaml", *TWO, "--year", "2024"), "AV866"),
        (("a.yaml", *TWO, "--kind", "procent"), "AV803"),
        (("nowhere/a.yaml", *TWO), "AV814"),
    ],
)
def test_wrong_usage(command: Command, tmp_path: Path, words: Sequence[str], code: str) -> None:
    """Each slip has its message, exit 2, and nothing is written."""
    done = command("init", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error[{code}]: ")
    assert written_files(tmp_path) == []


@pytest.mark.parametrize("title", ["[a] # {b}: 'c' \"d\"", "- %x", "&a *b", "no", "12:30", "ö: å"])
def test_any_title_stays_what_it_is(command: Command, title: str) -> None:
    """A title that YAML would read something into is written so that it does not."""
    assert command("init", "a.yaml", *TWO, "--title", title).code == 0
    assert command("show", "a.yaml").out.splitlines()[0] == title


def test_half_a_character(command: Command) -> None:
    """What a command line holds and no file can, becomes a question mark."""
    assert command("init", "a.yaml", *TWO, "--title", "a\udcff").code == 0
    assert command("show", "a.yaml").out.startswith("a?\n")


# --- A file that is there -----------------------------------------------------------------


def test_a_file_is_never_written_over(command: Command, tmp_path: Path) -> None:
    """A file that is there is left as it was, exit 3; so is a link that leads nowhere."""
    written(tmp_path, "a.yaml", SOUND)
    (tmp_path / "b.yaml").symlink_to(tmp_path / "c.yaml")
    for words in (("a.yaml", *TWO), ("b.yaml", *TWO), (*TWO, "--id", "a")):
        done = command("init", *words)
        assert (done.code, done.out) == (3, "")
        assert done.err.startswith("error[AV860]: ")
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == SOUND
    assert written_files(tmp_path) == ["a.yaml", "b.yaml"]


def test_a_file_that_appears_meanwhile(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that somebody makes at the same moment is left alone, too."""

    def also_made(*_: object) -> str:
        written(tmp_path, "a.yaml", SOUND)
        return "new"

    monkeypatch.setattr("avtalskalk.cli.init.starter", also_made)
    assert command("init", "a.yaml", *TWO).err.startswith("error[AV860]: ")
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == SOUND
    assert written_files(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("code", ["AV816", "AV817"])
def test_what_cannot_be_written_leaves_nothing(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """A full disk or a missing permission is said in a line, and leaves no file behind."""
    number = {"AV816": 13, "AV817": 28}[code]

    def full(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("os.fsync", full)
    done = command("init", "a.yaml", *TWO)
    assert (done.code, done.err[:12]) == (6, f"error[{code}]")
    assert written_files(tmp_path) == []


# --- From answers -------------------------------------------------------------------------


class Answers(StringIO):
    """A keyboard whose typing is seen, as on a screen; Ctrl-C where the answer is None."""

    def __init__(self, *answers: str | None) -> None:
        """Keep the answers to come."""
        super().__init__()
        self.answers = iter(answers)

    def isatty(self) -> bool:
        """As if somebody sat there."""
        return True

    def readline(self, *_: object) -> str:  # type: ignore[override]
        """One answer; nothing at the end of them."""
        answer = next(self.answers, "")
        if answer is None:
            raise KeyboardInterrupt
        if answer == "":
            return ""
        sys.stderr.write(f"{answer}\n".replace("<Enter>", ""))
        return f"{answer}\n".replace("<Enter>", "")


Asked = Callable[..., Finished]


@pytest.fixture
def asked(command: Command, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """``asked([answers], "init", …)``: the command with somebody at the keyboard."""
    monkeypatch.setattr("avtalskalk.cli.init.is_terminal", lambda _: True)

    def carry_out(answers: Sequence[str | None], *words: str, lang: str = "en") -> Finished:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", Answers(*answers))
            return command(*words, "--width", "80", lang=lang)

    return carry_out


ENTER = "<Enter>"
PARTIES = (ENTER, "Region Exempel", "region", "Exempelby kommun", "kommun", ENTER)
LYKTAN = {
    "sv": (
        *("1", "Familjecentralen Lyktan (påhittad)", "lyktan", ENTER),
        *("Region Exempel", "regionen", "Exempelby kommun", "kommunen", ENTER),
        *("2024-01-01", "2025-12-31", "62,5 %", ENTER, "1 240 000 kr", "2024"),
    ),
    "en": (
        *("1", "Family centre Lyktan (invented)", "lyktan", ENTER),
        *("Region Example", "region", "Municipality of Exempelby", "exempelby", ENTER),
        *("2024-01-01", "2025-12-31", "62.5 %", ENTER, "1 240 000 kr", "2024"),
    ),
}


def shown_on(language: Language, info: str) -> str:
    """A block of the page on getting started."""
    page = PROJECT / "docs" / f"getting-started.{language}.md"
    found = re.search(rf"^```{info}\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_getting_started_shows_the_questions(
    asked: Asked, tmp_path: Path, language: Language
) -> None:
    """The dialogue and the file on the page are what the reader gets, to the letter."""
    done = asked(LYKTAN[language], "init", lang=language)
    seen = re.sub(" +$", "", f"$ avtalskalk init\n{done.err}", flags=re.MULTILINE)
    assert seen == shown_on(language, "text dialogue")
    assert done.code == 0
    text = (tmp_path / "lyktan.yaml").read_text(encoding="utf-8")
    assert text == shown_on(language, 'yaml title="lyktan.yaml"')


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_everything_may_be_passed_over(
    asked: Asked, command: Command, kind: str, lang: str
) -> None:
    """Whoever knows nothing but the names gets a file that passes check."""
    number = str([*KINDS].index(kind) + 1)
    answers = (number, "Lyktan", ENTER, *PARTIES, *[ENTER] * 12)
    assert asked(answers, "init", lang=lang).code == 0
    assert command("check", "lyktan.yaml", "--strict", lang="en").err == "One file: no errors.\n"


@pytest.mark.parametrize(
    ("kind", "answers", "amount"),
    [
        ("2", ("2024-01-01", ENTER, "1 000 000 kr", "2024", "11-01", "30 000", "10 000"), "750"),
        (
            "3",
            (
                *("2024-01-01", ENTER, "100 000 kr", "60 000 kr", "1 000 000 kr", ENTER),
                *("11-01", "2024", "30 000", "10 000"),
            ),
            "730",
        ),
        ("4", ("region", "2024-01-01", ENTER, "1", "equal", "1 000 000 kr", ENTER, "2024"), "500"),
        ("5", ("region", "2024-01-01", ENTER, "1", "1/4", ENTER, "1 mkr", ENTER, "2024"), "250"),
        (
            "7",
            ("region", "2024-01-01", ENTER, "1 mkr", ENTER, "2024", ENTER, "300", "100"),
            "750",
        ),
    ],
)
def test_each_kind_is_asked_for(
    asked: Asked, command: Command, kind: str, answers: Sequence[str], amount: str
) -> None:
    """The questions of each kind lead to its amounts."""
    done = asked((kind, "Lyktan", ENTER, *PARTIES, *answers), "init")
    assert done.code == 0, done.err
    assert "error" not in done.err
    table = command("calc", "lyktan.yaml", "--year", "2024", lang="sv").out
    assert re.search(rf"Region Exempel .*\b{amount} 000", table.replace("\N{NO-BREAK SPACE}", " "))


def test_what_is_given_is_not_asked_for(asked: Asked, tmp_path: Path) -> None:
    """Options answer their questions; only the rest is asked for."""
    words = (
        "init",
        "a.yaml",
        "--kind",
        "percent",
        "--title",
        "T",
        "--party",
        "a=A",
        "--share",
        "equal",
    )
    done = asked((ENTER, "B", "b", ENTER, "2024-01-01", ENTER, "1 kr", ENTER), *words)
    assert done.code == 0
    assert done.err.count(": ") + done.err.count("? ") >= 6
    assert written_files(tmp_path) == ["a.yaml"]
    assert asked((), "init", "b.yaml", *TWO).code == 0


def test_a_wrong_answer_is_asked_again(asked: Asked) -> None:
    """What check has against an answer is said, and the question put again."""
    answers = (
        *("x", "99", "1", ENTER, "Ly\x1b[Dktan", "Lyktan", "1", "lyktan", "kronor", ENTER),
        *("Region Exempel", "by", "region", "Exempelby", "region", "kommun", ENTER),
        *("27 juni 2024", "2024-06-27", "2024-01-01", "2024-12-31"),
        *("60", "60 %", "50 %", ENTER, "tusen", "1 000 kr", "nästa", "2024", ENTER, "1"),
    )
    done = asked(answers, "init")
    assert done.code == 0, done.err
    for code in (
        "AV006",
        "AV215",
        "AV228",
        "AV216",
        "AV868",
        "AV210",
        "AV301",
        "AV104",
        "AV201",
        "AV212",
    ):
        assert done.err.count(f"error[{code}]") == 1, code
    assert done.err.count("Write a number, 1–13.") == 2
    assert "help: write `2024-06-27`" in done.err
    assert "for the whole year:" in done.err


def test_each_answer_is_checked_at_once(asked: Asked) -> None:
    """Fixed amounts, the day and the numbers too, which stand in comments until all are known."""
    answers = (
        *("3", "Lyktan", ENTER, *PARTIES, "2024-01-01", ENTER),
        *("hej", "100 000 kr", "60 000 kr", "1 000 000 kr", "2024"),
        *("1 nov", "11-01", "hej", "30 000", "10 000"),
    )
    done = asked(answers, "init")
    assert done.code == 0, done.err
    questions = [line for line in done.err.splitlines() if line.endswith(("hej", "1 nov"))]
    assert len(questions) == 3
    for question in questions:
        after = done.err.partition(question)[2].splitlines()
        assert after[1].startswith("error[AV2")


def test_the_way_back(asked: Asked, command: Command) -> None:
    """`<` asks the question before anew, as often as it is written; what was answered stays."""
    answers = (
        *("<", "1", "Lyktan", ENTER, "EUR", "Region", "region", "Exempelby", "kommun", ENTER),
        *("2024-01-01", "<", "<", ENTER, "2025-01-01", ENTER),
        *("1/4", "<", "1/2", ENTER, "16,107", "2025"),
    )
    done = asked(answers, "init")
    assert done.code == 0, done.err
    assert done.err.count("Party 3, full name (Enter: no more): ") == 2
    assert done.err.count("What kind of agreement is it?") == 1
    text = command("calc", "lyktan.yaml", lang="en").out
    assert "8,053.50" in text  # 16 107 / 2
    assert "EUR" in text


def test_a_currency_without_kronor(asked: Asked, command: Command, tmp_path: Path) -> None:
    """Questions and comments show amounts without kr where kr could not be written."""
    done = asked(("1", "Lyktan", ENTER, "EUR", *PARTIES[1:], *[ENTER] * 8), "init")
    assert "like 1 240 000 (" in done.err or "like 1 240 000:" in done.err
    assert " kr" not in (tmp_path / "lyktan.yaml").read_text(encoding="utf-8")
    assert command("init", "b.yaml", *TWO, "--currency", "dollar").code == 2
    assert command("init", "b.yaml", *TWO, "--currency", "USD").code == 0
    assert "\ncurrency: USD\n" in (tmp_path / "b.yaml").read_text(encoding="utf-8")


def test_a_name_that_is_taken_is_asked_again(asked: Asked, tmp_path: Path) -> None:
    """A short name whose file is there already is refused before the other questions."""
    written(tmp_path, "lyktan.yaml", SOUND)
    done = asked(("1", "Lyktan", ENTER, "ny", *PARTIES, *[ENTER] * 8), "init")
    assert done.code == 0
    assert done.err.count("error[AV860]") == 1
    assert (tmp_path / "lyktan.yaml").read_text(encoding="utf-8") == SOUND
    assert written_files(tmp_path) == ["lyktan.yaml", "ny.yaml"]


def test_a_file_that_is_there_is_said_before_any_question(asked: Asked, sound: str) -> None:
    """Nobody answers questions in vain."""
    done = asked(("1",), "init", sound)
    assert (done.code, done.err.count("\n")) == (3, 2)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stop", [(), (None,)], ids=["end", "ctrl-c"])
@pytest.mark.parametrize("known", range(9))
def test_stopping_leaves_nothing(
    asked: Asked, tmp_path: Path, lang: str, stop: tuple[None, ...], known: int
) -> None:
    """Ctrl-C, and an end of the answers, at any question: nothing is written, and that is said."""
    done = asked((*("1", "Lyktan", ENTER, *PARTIES)[:known], *stop), "init", lang=lang)
    assert (done.code, done.out) == (130, "")
    assert done.err.splitlines()[-1] in {
        "Avbrutet: inget är skrivet.",
        "Stopped: nothing is written.",
    }
    assert written_files(tmp_path) == []


def test_answers_that_are_no_text(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Bytes that are no UTF-8 are read past, not tripped over."""
    from io import BytesIO, TextIOWrapper

    keyboard = TextIOWrapper(BytesIO(b"1\nLy\xffktan\nly\n\nA\na\nB\nb\n\n\n\n\n\n\n"), "utf-8")
    monkeypatch.setattr("avtalskalk.cli.init.is_terminal", lambda _: True)
    monkeypatch.setattr(sys, "stdin", keyboard)
    assert command("init").code == 0
    assert written_files(tmp_path) == ["ly.yaml"]


# --- Words --------------------------------------------------------------------------------


def test_the_kinds_that_may_be_chosen_are_those_there_are() -> None:
    """The option's words are the starters' kinds."""
    assert OPTIONS["kind"].words == tuple(KINDS)


def _both() -> Iterator[tuple[str, str]]:
    from avtalskalk.words import starters

    for table in (starters.COMMENTS, starters.KINDS, starters.QUESTIONS, starters.AFTERWARDS):
        yield from ((both.sv, both.en) for both in table.values())
    yield from ((both.sv, both.en) for pair in starters.ITEMS.values() for both in pair)


@pytest.mark.parametrize(("swedish", "english"), [*_both()])
def test_both_languages_have_the_same_parts(swedish: str, english: str) -> None:
    """Both languages have words, with the same places to fill."""
    assert swedish
    assert english
    assert re.findall(r"\{\w+\}", swedish) == re.findall(r"\{\w+\}", english)
