"""Diagnostics as a person, a program and a code review read them."""

import json
from dataclasses import replace

import pytest

from avtalskalk.diagnostics import Amount, Diagnostic, Number, Phrase, Place, Sum
from avtalskalk.formats.github import annotation
from avtalskalk.report import messages
from avtalskalk.report.plain import decimal, plain
from avtalskalk.report.widths import width
from avtalskalk.words import Message, Words
from avtalskalk.words.messages import MESSAGES

EXCERPT = "    split: {hsnv: 50 %, alingsas: 55 %}"
SPLIT = Place(14, 12, 40, EXCERPT)


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words of our own, for the real ones have tests of their own."""
    swedish = Words("andelarna blir {sum}, de ska bli 100 %\n{parts} = {sum}", "ändra `rest`", "")
    english = Words("the shares make {sum}\n{parts} = {sum}", "change one\nsecond {sum}", "")
    monkeypatch.setitem(MESSAGES, "AV104", Message(swedish, english))
    bare = Words("{what} is not here", "", "")
    monkeypatch.setitem(MESSAGES, "AV291", Message(bare, bare))
    long = Words("no", "write `split: {a: 50 %, b: 50 %}` " + "or something else " * 8, "")
    monkeypatch.setitem(MESSAGES, "AV292", Message(long, long))


def shares(place: Place | None = SPLIT) -> Diagnostic:
    """Shares of 105 %."""
    return Diagnostic(
        "AV104",
        {"sum": "105 %", "parts": "hsnv 50 % + alingsas 55 %"},
        ("periods", 0, "split"),
        file="agreements/alingsas-spadbarn.yaml",
        place=place,
    )


def test_the_layout() -> None:
    """The one layout: what, where, the line with carets, the details, what to do."""
    assert messages.message(shares(), "sv") == (
        "fel[AV104]: andelarna blir 105 %, de ska bli 100 %\n"
        "  agreements/alingsas-spadbarn.yaml:14:12\n"
        "   14 |     split: {hsnv: 50 %, alingsas: 55 %}\n"
        "      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  hsnv 50 % + alingsas 55 % = 105 %\n"
        "  hjälp: ändra `rest`"
    )


def test_the_layout_in_english() -> None:
    """The same in English; help of several lines is indented below its first."""
    assert messages.message(shares(), "en").splitlines()[-3:] == [
        "  hsnv 50 % + alingsas 55 % = 105 %",
        "  help: change one",
        "    second 105 %",
    ]


def test_without_a_place() -> None:
    """What has no place in a file is named by its path, list places counted from 1."""
    assert "  agreements/alingsas-spadbarn.yaml: periods.1.split" in messages.message(
        shares(place=None), "sv"
    )
    bare = Diagnostic("AV291", {"what": "x"}, severity="warning")
    assert messages.message(bare, "sv") == "varning[AV291]: x is not here"
    assert messages.message(Diagnostic("AV291", {"what": "x"}, severity="note"), "sv") == (
        "info[AV291]: x is not here"
    )


@pytest.mark.parametrize(
    ("lines", "swedish", "english"),
    [
        ((20,), "  se även: rad 20", "  see also: line 20"),
        ((7, 14, 20), "  se även: raderna 7, 20", "  see also: lines 7, 20"),
        ((14,), None, None),
    ],
)
def test_other_lines(lines: tuple[int, ...], swedish: str | None, english: str | None) -> None:
    """The other lines that a finding is about are named, but not the one that is shown."""
    one = replace(shares(), related=(("costs",),) * len(lines), lines=lines)
    said = (messages.message(one, "sv"), messages.message(one, "en"))
    also = [next((line for line in text.splitlines() if "se" in line[2:5]), None) for text in said]
    assert also == [swedish, english]


def test_related_paths() -> None:
    """Further places that a finding is about are named."""
    found = Diagnostic("AV291", {"what": "x"}, related=(("periods", 1, "split"), ("costs",)))
    assert messages.message(found, "en").endswith("\n  see also: periods.2.split, costs")


def carets(place: Place, columns: int = 100) -> tuple[str, str]:
    """The excerpt and the line below it, without what leads up to them."""
    found = Diagnostic("AV291", {"what": "x"}, file="a.yaml", place=place)
    lines = messages.lines(found, "en", columns)
    text = {line.role: line.text for line in lines}
    return text["excerpt"][8:], text["caret"][8:]


@pytest.mark.parametrize(
    ("excerpt", "meant"),
    [
        ("a: b", "b"),
        ("\tname: värde", "värde"),
        ("titel: 漢字 och mer", "mer"),
        ("titel: 漢字 och mer", "漢字"),
        ("titel: a\u030angstrom mer", "mer"),
        ("titel: \u202evänt mer", "mer"),
        ("titel: \x1b[31m mer", "[31m"),
    ],
)
def test_carets_stand_under_what_is_meant(excerpt: str, meant: str) -> None:
    """Tabs, wide and combining characters and written-out ones do not move the carets."""
    column = excerpt.index(meant) + 1
    shown, below = carets(Place(1, column, column + len(meant), excerpt))
    before = shown[: shown.index(meant)]
    assert len(below) - below.count("^") == width(before)
    assert below.count("^") == width(meant)
    assert "\x1b" not in shown
    assert "\t" not in shown


@pytest.mark.parametrize("column", [1, 20, 150, 290, 300])
@pytest.mark.parametrize("columns", [40, 80])
def test_long_lines_are_cut_around_the_caret(column: int, columns: int) -> None:
    """What is meant is in what is shown, and the line fits."""
    excerpt = "".join(chr(ord("a") + place % 26) for place in range(300))
    shown, below = carets(Place(1, column, column + 3, excerpt), columns)
    assert width(shown) <= columns - 8
    marked = shown[below.index("^") : len(below)]
    assert marked
    assert excerpt[column - 1 :].startswith(marked[:1])
    assert shown.startswith("…") or column < 60


def test_a_place_beyond_the_line_is_its_end() -> None:
    """A line that has been cut off by its reader does no harm."""
    assert carets(Place(1, 10, 9, "ab")) == ("ab", "  ^")
    assert carets(Place(1, 1, 1, "")) == ("", "^")
    assert carets(Place(1, 1, 5, "   ")) == ("", "^")


def test_long_help_is_folded_and_what_is_to_be_pasted_is_not() -> None:
    """Help fits in the columns; a quotation stays on one line."""
    text = messages.message(Diagnostic("AV292"), "en", 40)
    assert all(len(line) <= 44 for line in text.splitlines())
    assert "`split: {a: 50 %, b: 50 %}`" in text


def test_what_a_file_says_is_never_a_command_to_the_terminal() -> None:
    """Control characters in file names, keys and arguments are written out."""
    found = Diagnostic("AV291", {"what": "\x1b[31m"}, ("\x1b[2J",), file="\x07.yaml")
    text = messages.message(found, "en")
    assert text == "error[AV291]: \\x1b[31m is not here\n  \\x07.yaml: \\x1b[2J"


def test_the_record_of_a_program() -> None:
    """A record is plain data, the same in every language, with the words of both."""
    found = messages.record(shares())
    assert json.loads(json.dumps(found)) == found
    assert (found["code"], found["file"]) == ("AV104", "agreements/alingsas-spadbarn.yaml")
    assert (found["line"], found["column"], found["end"]) == (14, 12, 40)
    assert found["path"] == "periods.1.split"
    assert found["help"] == {"sv": "ändra `rest`", "en": "change one\nsecond 105 %"}
    bare = messages.record(Diagnostic("AV291", {"what": "x"}))
    assert (bare["file"], bare["line"]) == (None, None)


def test_annotations_for_github() -> None:
    """A workflow command; its own signs in the text are written out."""
    assert annotation(shares(), "sv") == (
        "::error file=agreements/alingsas-spadbarn.yaml,line=14,col=12,endColumn=40,title=AV104"
        "::andelarna blir 105 %25, de ska bli 100 %25%0Ahsnv 50 %25 + alingsas 55 %25 = 105 %25"
        "%0Ahjälp: ändra `rest`"
    )
    found = Diagnostic("AV291", {"what": "x"}, file="a,b:c.yaml", severity="note")
    assert annotation(found, "en") == ("::notice file=a%2Cb%3Ac.yaml,title=AV291::x is not here")
    bare = Diagnostic("AV291", {"what": "x"}, severity="warning")
    assert annotation(bare, "en") == "::warning title=AV291::x is not here"


def test_arguments_for_a_program() -> None:
    """Amounts, shares and numbers stay exact."""
    from datetime import date
    from fractions import Fraction

    assert plain(
        {
            "amount": Amount(95_723_800, "SEK"),
            "third": Amount(Fraction(100, 3), "SEK"),
            "number": Number(Fraction(1, 3)),
            "share": Fraction(1, 2),
            "sum": Sum((("a", Fraction(1, 2)),)),
            "phrase": Phrase("missing"),
            "day": date(2023, 1, 1),
            "list": ("a", 1),
        }
    ) == {
        "amount": {"amount": "957238.00", "currency": "SEK"},
        "third": {"amount": "1/3", "currency": "SEK"},
        "number": "1/3",
        "share": "1/2",
        "sum": [{"name": "a", "share": "1/2"}],
        "phrase": "missing",
        "day": "2023-01-01",
        "list": ["a", 1],
    }


@pytest.mark.parametrize(
    ("minor", "digits", "text"),
    [
        (0, 2, "0.00"),
        (5, 2, "0.05"),
        (-5, 2, "-0.05"),
        (-50, 2, "-0.50"),
        (100, 2, "1.00"),
        (-100, 2, "-1.00"),
        (12_345, 0, "12345"),
        (-1_234, 3, "-1.234"),
        (10**17, 2, "1000000000000000.00"),
    ],
)
def test_amounts_with_a_decimal_point(minor: int, digits: int, text: str) -> None:
    """Minor units become decimals without rounding."""
    assert decimal(minor, digits) == text
