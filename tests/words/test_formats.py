"""Numbers, money, shares and texts as Swedish and English write them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from avtalskalk.diagnostics import Amount, Argument, Number, Phrase, Sum
from avtalskalk.words import LANGUAGES, Language
from avtalskalk.words import formats as shown
from avtalskalk.words.phrases import PHRASES

LOCALES = {"sv": "sv_SE", "en": "en"}

languages = st.sampled_from(LANGUAGES)
minors = st.integers(-(10**18), 10**18)


@given(minors, languages, st.sampled_from([0, 2, 3]))
def test_money_is_written_as_babel_writes_it(minor: int, language: Language, digits: int) -> None:
    """Groups, decimal mark and minus sign are those of CLDR."""
    value = Decimal(minor).scaleb(-digits)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    expected = format_decimal(value, pattern, LOCALES[language], decimal_quantization=False)
    assert shown.money(minor, digits, language, digits) == expected


@given(minors, languages)
def test_whole_amounts_lose_their_decimals(minor: int, language: Language) -> None:
    """An amount of whole kronor is written without öre."""
    assert shown.money(minor * 100, 2, language, 0) == format_decimal(
        minor, "#,##0", LOCALES[language]
    )


def test_nothing_is_rounded_on_the_way_out() -> None:
    """An amount that has more decimals than are asked for is a mistake, never cut."""
    with pytest.raises(ValueError, match="more than 0 decimals"):
        shown.money(150, 2, "sv", 0)


@given(minors.filter(lambda minor: minor % 100 != 0), languages)
def test_an_amount_has_its_currency_where_babel_has_it(minor: int, language: Language) -> None:
    """``957 238,50 kr``, and in English the code before the figures."""
    value = Decimal(minor).scaleb(-2)
    swedish = format_currency(value, "SEK", locale="sv_SE", decimal_quantization=False)
    english = format_currency(
        value, "SEK", "¤\u00a0#,##0.00", locale="en", decimal_quantization=False
    )
    expected = {"sv": swedish, "en": english}
    assert shown.amount(minor, "SEK", language) == expected[language]


@given(st.decimals(-1000, 1000, places=4), languages)
def test_percent_is_written_as_babel_writes_it(value: Decimal, language: Language) -> None:
    """``17,5 %`` with a no-break space, ``17.5%``."""
    expected = format_percent(value, locale=LOCALES[language], decimal_quantization=False)
    fraction = Fraction(value)
    if fraction:
        assert shown.percent(fraction, language) == expected


@pytest.mark.parametrize(
    ("argument", "swedish", "english"),
    [
        ("text", "text", "text"),
        (2023, "2023", "2023"),
        (Number(42_382), "42 382", "42,382"),
        (Number(Fraction(29_385, 100)), "293,85", "293.85"),
        (Number(Fraction(1, 3)), "1/3", "1/3"),
        (Fraction(1, 2), "50 %", "50%"),
        (Fraction(1, 3), "1/3", "1/3"),
        (Fraction(1_098, 10_000_000), "0,01098 %", "0.01098%"),
        (Amount(95_723_800, "SEK"), "957 238 kr", "SEK 957,238"),
        (Amount(-4_637_850, "SEK"), "-46 378,50 kr", "-SEK 46,378.50"),
        (Amount(Fraction(101, 2), "SEK"), "0,505 kr", "SEK 0.505"),
        (Amount(Fraction(100, 3), "SEK"), "≈ 0,33 kr", "≈ SEK 0.33"),
        (Amount(1_234, "JPY"), "1 234 JPY", "JPY 1,234"),
        (Amount(1_234, "KWD"), "1,234 KWD", "KWD 1.234"),
        (Phrase("missing"), "saknas", "missing"),
        (date(2023, 1, 31), "2023-01-31", "2023-01-31"),
        (("a", Fraction(1, 2), 3), "a, 50 %, 3", "a, 50%, 3"),
        (Sum((("a", Fraction(1, 2)), ("b", Fraction(1, 3)))), "a 50 % + b 1/3", "a 50% + b 1/3"),
    ],
)
def test_arguments_of_messages(argument: Argument, swedish: str, english: str) -> None:
    """Every kind of argument is said in both languages."""
    assert shown.say(argument, "sv").replace("\u00a0", " ") == swedish
    assert shown.say(argument, "en").replace("\u00a0", " ") == english


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(1, 2), "50 %"),
        (Fraction(1, 8), "12,5 %"),
        (Fraction(2, 7), "2/7"),
        (Fraction(42_382, 85_882), "49,35 %"),
        (Fraction(123_456, 1_000_000), "12,35 %"),
        (Fraction(1, 30_001), "0,003 %"),
        (Fraction(-1, 30_001), "-0,003 %"),
        (Fraction(29_999, 30_001), "99,99 %"),
        (Fraction(30_000, 30_001), "99,997 %"),
        (Fraction(1, 10**12 + 1), "0,0000000001 %"),
        (Fraction(300, 299), "100,33 %"),
        (Fraction(0), "0 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_shares_at_a_glance(share: Fraction, text: str) -> None:
    """In a table a share is exact where it is simple, otherwise percent with two decimals."""
    assert shown.roughly(share, "sv").replace("\u00a0", " ") == text


@given(st.text())
def test_what_others_wrote_cannot_command_a_terminal(text: str) -> None:
    """Control characters, turned writing and lone surrogates are written out."""
    safe = shown.safe(text)
    safe.encode()
    assert all(char.isprintable() or char.isspace() for char in safe)
    assert not set(safe) & set("\x1b\n\r\t\u202e\u2066\u200b")


def test_escapes_are_readable() -> None:
    """What is written out says which character it was."""
    assert shown.safe("Alingsås [a]\x1b[31m\u202e\n\ud800") == (
        r"Alingsås [a]\x1b[31m\u202e\n\ud800"
    )


@given(st.text("aå漢", min_size=80, max_size=120))
def test_long_texts_lose_their_middle(text: str) -> None:
    """A message never fills a screen with what someone pasted."""
    short = shown.shortened(text)
    assert len(short) <= 100
    assert (short == text) == (len(text) <= 100)
    assert text.startswith(short.split("…", maxsplit=1)[0][:60])


def test_templates_keep_other_braces() -> None:
    """Braces that are part of YAML, and names without an argument, stay as they are."""
    filled = shown.fill("write `{a: 50 %}` or {b: {c}} for {name}", {"name": "x"}, "en")
    assert filled == "write `{a: 50 %}` or {b: {c}} for x"


def test_a_line_without_its_argument_is_left_out() -> None:
    """A line that asks for something empty says nothing."""
    assert shown.fill("first\nsee {one}\nlast {two}", {"one": "", "two": 2}, "en") == (
        "first\nlast 2"
    )


def test_every_phrase_has_both_languages_and_the_same_arguments() -> None:
    """A phrase is complete, and fills in the same in Swedish and English."""
    for key, both in PHRASES.items():
        assert both.sv, key
        assert both.en, key
        assert set(shown._PLACEHOLDER.findall(both.sv)) == set(
            shown._PLACEHOLDER.findall(both.en)
        ) or key.startswith(("unit", "rounded")), key
