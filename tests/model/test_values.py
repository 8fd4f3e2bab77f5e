"""What people write is read exactly, or refused with the code that explains it."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from avtalskalk.model import values
from avtalskalk.model.dated import DATED_AMOUNT, observed_on, start_of
from avtalskalk.model.values import (
    AMOUNT,
    CHANGE,
    CURRENCY,
    DAY_OF_YEAR,
    FIRST_DAY,
    FISCAL_START,
    ID,
    LAST_DAY,
    LINE,
    MONTH,
    MONTHS,
    MUNICIPALITY_CODE,
    NUMBER,
    NUMBERS,
    ORG_NO,
    PAPER_DATE,
    PRICE,
    PRICE_OR_SHARE,
    PROSE,
    REST,
    SHARE,
    VERSION,
    WHOLE,
    YEAR,
    YES,
    Read,
    Setting,
    choice,
    read_share_or_rest,
)

NO_BREAK, NARROW, MINUS = "\u00a0", "\u202f", "\u2212"
JULY = Setting(first_month=7)
EURO = Setting("EUR")
YEN = Setting("JPY")
SEK = Setting()
SHARE_OR_REST = Read(read_share_or_rest, {})
COLOUR = choice("approved", "pending", "refused")
KINDS = {name: kind for name, kind in vars(values).items() if isinstance(kind, Read)}
ADAPTERS = {
    id(kind): TypeAdapter[Any](Annotated[Any, kind])
    for kind in (*KINDS.values(), SHARE_OR_REST, COLOUR, DATED_AMOUNT)
}


def read(kind: Read, value: object, setting: Setting | None = None) -> Any:
    """A value as a kind reads it in a file with a setting."""
    return ADAPTERS[id(kind)].validate_python(value, context=setting)


def refused(kind: Read, value: object, setting: Setting | None = None) -> dict[str, Any]:
    """The arguments with which a kind refuses a value, its code among them.

    A suggestion that there is not is left out.
    """
    with pytest.raises(ValidationError) as caught:
        read(kind, value, setting)
    (error,) = caught.value.errors(include_url=False)
    arguments = error.get("ctx", {}).items()
    return {"code": error["type"], **{k: v for k, v in arguments if v != "" or k == "text"}}


# --- amounts, prices and numbers -----------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("1 914 476", 191_447_600),
        ("1 914 476 kr", 191_447_600),
        ("1 914 476 kronor", 191_447_600),
        ("1 914 476:-", 191_447_600),
        ("1 914 476 SEK", 191_447_600),
        ("1914476,50", 191_447_650),
        ("1914476.50", 191_447_650),
        ("1914476,5", 191_447_650),
        ("1 914 476,500", 191_447_650),  # more decimals than öre has, but no more öre
        (f"1{NO_BREAK}914{NO_BREAK}476{NO_BREAK}kr", 191_447_600),
        (f"1{NARROW}914{NARROW}476", 191_447_600),
        ("1 914 tkr", 191_400_000),
        ("1914tkr", 191_400_000),
        ("1,9140 mkr", 191_400_000),
        ("1'914'476", 191_447_600),
        ("1\u2019914\u2019476.50 kr", 191_447_650),
        ("1,9 mkr", 190_000_000),
        ("1,9 mnkr", 190_000_000),
        ("0,125 tkr", 12_500),
        ("-46 378", -4_637_800),
        (f"{MINUS}46 378", -4_637_800),
        ("-46 378,10", -4_637_810),
        ("+5", 500),
        ("0", 0),
        (" 7 kr ", 700),
        (7, 700),
        (10**15, 10**17),
        ("999 999 999 999 999 999", 99_999_999_999_999_999_900),
    ],
)
def test_amounts_are_whole_ore(written: object, minor: int) -> None:
    """An amount is read to the öre in every way that the format allows."""
    assert read(AMOUNT, written) == minor


@pytest.mark.parametrize(
    ("written", "setting", "minor"),
    [
        ("12,50 EUR", EURO, 1250),
        ("1 200", YEN, 1200),
        ("12,5", Setting("KWD"), 12_500),
        ("3 tkr", Setting("NOK"), 300_000),
        ("3 mkr", Setting("DKK"), 300_000_000),
        ("16,107", Setting("USD"), 1_610_700),  # an amount has two decimals: only thousands
        ("1,914,476.50 USD", Setting("USD"), 191_447_650),
        ("16,107", YEN, 16_107),
        ("€7,149,318", EURO, 714_931_800),
        ("EUR 7 149 318", EURO, 714_931_800),
        ("7 149 318 €", EURO, 714_931_800),
        ("1.234,50 €", EURO, 123_450),
        ("£7.1m", Setting("GBP"), 710_000_000),
        ("-£7.1 million", Setting("GBP"), -710_000_000),
        ("$1,234.50", Setting("USD"), 123_450),
        ("$-16,107", Setting("CAD"), -1_610_700),
        ("1,188:-", SEK, 118_800),  # no öre, so the comma groups thousands
        ("1.914.476:-", SEK, 191_447_600),
        ("2.5 Mkr", SEK, 250_000_000),
        ("3,2 miljoner kronor", SEK, 320_000_000),
        ("480 tusen", SEK, 48_000_000),
        ("1,2 miljarder", SEK, 120_000_000_000),
        ("12 KR", SEK, 1_200),
        ("1.914.476 tkr", SEK, 191_447_600_000),
        ("1,914,476.50", SEK, 191_447_650),
        ("\u2013500 kr", SEK, -50_000),
    ],
)
def test_amounts_are_in_the_currency_of_the_file(
    written: str, setting: Setting, minor: int
) -> None:
    """Each currency has its own number of decimals, and the Nordic ones their kronor."""
    assert read(AMOUNT, written, setting) == minor


@pytest.mark.parametrize("written", ["1,234 million", "$1,234m", "$1,250 million", "$1.234m"])
def test_three_digits_before_a_size_are_asked_about(written: str) -> None:
    """1,234 million is 1 234 000 000 or 1 234 000: nothing in the currency settles which."""
    with pytest.raises(ValidationError) as refused:
        read(AMOUNT, written, Setting("USD"))
    assert refused.value.errors()[0]["type"] == "AV202"


@pytest.mark.parametrize(
    ("written", "setting", "expected"),
    [
        ("1,005", None, {"code": "AV202", "thousands": "1 005", "decimals": "1,0050"}),
        ("-3.310 kr", None, {"code": "AV202", "thousands": "-3 310 kr", "decimals": "-3.31 kr"}),
        ("42.382", None, {"code": "AV202", "thousands": "42 382", "decimals": "42.3820"}),
        ("1,914 mkr", None, {"code": "AV202", "thousands": "1 914 mkr", "decimals": "1,9140 mkr"}),
        ("1.914 tkr", EURO, {"code": "AV204", "currency": "EUR"}),
        ("1.914 tkr", None, {"code": "AV202", "thousands": "1 914 tkr", "decimals": "1.9140 tkr"}),
        (
            "kr 1,910 miljoner",
            None,
            {"code": "AV201"},
        ),
        (
            "SEK 1,910 miljoner",
            None,
            {
                "code": "AV202",
                "thousands": "SEK 1 910 miljoner",
                "decimals": "SEK 1,91 miljoner",
            },
        ),
        ("1'91'476", None, {"code": "AV201"}),
        ("1 914,476", None, {"code": "AV203", "currency": "SEK", "digits": 2}),
        ("-0,001", None, {"code": "AV203", "currency": "SEK", "digits": 2}),
        ("1,5", YEN, {"code": "AV203", "currency": "JPY", "digits": 0}),
        ("16,100", Setting("USD"), {"code": "AV202", "thousands": "16 100", "decimals": "16,10"}),
        ("1,914 476 mkr", None, {"code": "AV201"}),
        ("12 EUR", None, {"code": "AV204", "currency": "SEK"}),
        ("12 kr", EURO, {"code": "AV204", "currency": "EUR"}),
        ("12 tkr", EURO, {"code": "AV204", "currency": "EUR"}),
        ("12:-", EURO, {"code": "AV204", "currency": "EUR"}),
        ("1,188:-", EURO, {"code": "AV204", "currency": "EUR"}),
        ("€12", None, {"code": "AV204", "currency": "SEK"}),
        ("$12", EURO, {"code": "AV204", "currency": "EUR"}),
        ("USD 12", Setting("CAD"), {"code": "AV204", "currency": "CAD"}),
        ("2,5 Mkr", EURO, {"code": "AV204", "currency": "EUR"}),
        ("€12 EUR", EURO, {"code": "AV201"}),
        ("-€-12", EURO, {"code": "AV201"}),
        ("7.1m", EURO, {"code": "AV201"}),  # metres, perhaps
        ("1,234,56", None, {"code": "AV201", "suggestion": "1 234,56"}),
        ("1.234,567", None, {"code": "AV203", "currency": "SEK", "digits": 2}),
        ("£1,5", Setting("JPY"), {"code": "AV204", "currency": "JPY"}),
        ("1" * 19, None, {"code": "AV206"}),
        ("0," + "1" * 13, None, {"code": "AV206"}),
        ("9" * 5000, None, {"code": "AV206"}),
        ("ca 30", None, {"code": "AV226", "exact": "30"}),
        ("cirka 30 000 kr", None, {"code": "AV226", "exact": "30 000 kr"}),
        ("~30", None, {"code": "AV226", "exact": "30"}),
        ("mycket", None, {"code": "AV201"}),
        ("1 91 476", None, {"code": "AV201"}),
        ("", None, {"code": "AV201"}),
        ("1e6", None, {"code": "AV201"}),
        ("\u09ea", None, {"code": "AV201"}),  # the Bengali 4, which looks like an 8
    ],
)
def test_amounts_that_are_not_plain_are_refused(
    written: str, setting: Setting | None, expected: dict[str, Any]
) -> None:
    """An amount that could mean two things, or nothing, is refused with the question."""
    expected = {"text": written, **expected}
    assert refused(AMOUNT, written, setting) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, {"code": "AV295", "got": "true"}),
        ({}, {"code": "AV295", "got": "{}"}),
        ([], {"code": "AV295", "got": "[]"}),
        (0.1, {"code": "AV223", "text": "0.1"}),
    ],
)
@pytest.mark.parametrize("kind", [AMOUNT, PRICE, NUMBER, SHARE, ID, LINE, FIRST_DAY, WHOLE])
def test_floats_and_containers_are_no_values(
    kind: Read, value: object, expected: dict[str, Any]
) -> None:
    """A float is never exact, and a list or a mapping is no single value."""
    assert refused(kind, value) == expected


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (PRICE, "31,25", Fraction(3125)),
        (PRICE, "0,12345", Fraction(2469, 200)),  # 12,345 öre
        (PRICE, "1 150 kr", Fraction(115_000)),
        (PRICE, "1,5 tkr", Fraction(150_000)),
        (PRICE_OR_SHARE, "31,25", Fraction(3125)),
        (PRICE_OR_SHARE, "0,1098 ‰", Fraction(1098, 10**7) * 100),
        (PRICE_OR_SHARE, "2 %", Fraction(2)),
        (NUMBER, "42 382", Fraction(42_382)),
        (NUMBER, "293,85", Fraction(29_385, 100)),
        (NUMBER, "0.125", Fraction(1, 8)),
        (NUMBER, Fraction(1), None),
        (NUMBER, "-3", Fraction(-3)),
        (NUMBER, "1 234,567", Fraction(1_234_567, 1000)),
        (NUMBER, "1.234.567", Fraction(1_234_567)),
        (NUMBER, "-1,234.567", Fraction(-1_234_567, 1000)),
        (NUMBER, "1'234", Fraction(1234)),
    ],
)
def test_prices_and_numbers_are_exact(
    kind: Read, written: object, expected: Fraction | None
) -> None:
    """Prices and numbers keep every decimal that is written."""
    if expected is None:
        assert refused(kind, written)["code"] == "AV205"
    else:
        assert read(kind, written) == expected


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("42,382", "AV202"),
        ("42.382", "AV202"),
        ("012,345", "AV202"),
        ("1.23.567", "AV205"),
        ("4 23 82", "AV205"),
        ("5 kr", "AV205"),
        ("1/2", "AV205"),
        ("omkring 30", "AV226"),
        ("1" * 19, "AV206"),
    ],
)
def test_numbers_that_are_not_plain_are_refused(written: str, code: str) -> None:
    """Thousands or decimals: the number asks, as the amount does."""
    assert refused(NUMBER, written)["code"] == code


@pytest.mark.parametrize(("written", "expected"), [("+1", 1), ("-1", -1), ("0", 0), (30, 30)])
def test_whole_numbers(written: object, expected: int) -> None:
    """A whole number may have a sign."""
    assert read(WHOLE, written) == expected


@pytest.mark.parametrize("written", ["1.0", "1 000", "", "1000", "ett"])
def test_what_is_no_whole_number_is_refused(written: str) -> None:
    """No decimals, no groups, no words, and nothing that counts beyond 999."""
    assert refused(WHOLE, written) == {"code": "AV221", "text": written}


# --- shares --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("70 %", Fraction(7, 10)),
        ("70%", Fraction(7, 10)),
        (f"70{NO_BREAK}%", Fraction(7, 10)),
        ("12,5 %", Fraction(1, 8)),
        ("12.5 %", Fraction(1, 8)),
        ("70 procent", Fraction(7, 10)),
        ("70 percent", Fraction(7, 10)),
        ("7/10", Fraction(7, 10)),
        ("7 / 10", Fraction(7, 10)),
        ("800/31 000", Fraction(8, 310)),
        ("0,1098 ‰", Fraction(1098, 10**7)),
        ("5 promille", Fraction(5, 1000)),
        ("0 %", Fraction(0)),
        ("100 %", Fraction(1)),
        ("33,333 %", Fraction(33_333, 100_000)),
    ],
)
def test_shares_are_exact(written: str, expected: Fraction) -> None:
    """A share is read in every way that the format allows."""
    assert read(SHARE, written) == expected
    assert read(SHARE_OR_REST, written) == expected


def test_rest_is_one_value() -> None:
    """The word `rest` is the share that is left, and shows as its word."""
    assert read(SHARE_OR_REST, "rest") is REST
    assert read(SHARE_OR_REST, "rest\u00a0") is REST
    assert read(SHARE_OR_REST, REST) is REST
    assert repr(REST) == "rest"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("70", {"code": "AV207", "percent": "70 %"}),
        ("0.7", {"code": "AV207", "percent": "70 %", "literal": "0.7 %"}),
        ("0,125", {"code": "AV207", "percent": "12,5 %", "literal": "0,125 %"}),
        (f"{MINUS}2", {"code": "AV209"}),
        ("0", {"code": "AV207", "percent": "0 %"}),
        ("sjuttio", {"code": "AV208"}),
        ("7/0", {"code": "AV208"}),
        (" /10", {"code": "AV208"}),
        ("1 2/100", {"code": "AV208"}),  # 12/100, or 1 and 2/100?
        ("70 % ungefär", {"code": "AV208"}),
        ("cirka 30 %", {"code": "AV226", "exact": "30 %"}),
        ("1" * 19 + " %", {"code": "AV206"}),
        ("1," + "1" * 13 + " %", {"code": "AV206"}),
        ("1/" + "1" * 19, {"code": "AV206"}),
        ("9" * 5000, {"code": "AV206"}),
        ("105 %", {"code": "AV209"}),
        ("1 200 000", {"code": "AV209"}),
        ("-5 %", {"code": "AV209"}),
        ("3/2", {"code": "AV209"}),
    ],
)
def test_shares_that_are_not_plain_are_refused(written: str, expected: dict[str, Any]) -> None:
    """A bare number is refused with the question which was meant; no share is over the whole."""
    assert refused(SHARE, written) == {"text": written.strip(), **expected}


@pytest.mark.parametrize(
    ("written", "expected"), [("-2 %", Fraction(-1, 50)), ("115 %", Fraction(23, 20))]
)
def test_a_change_may_be_below_nothing_or_above_the_whole(written: str, expected: Fraction) -> None:
    """A rate of change is a share without bounds."""
    assert read(CHANGE, written) == expected


# --- days and years ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (FIRST_DAY, "2019-01-01", date(2019, 1, 1)),
        (FIRST_DAY, "2019-10", date(2019, 10, 1)),
        (FIRST_DAY, date(2019, 10, 2), date(2019, 10, 2)),
        (LAST_DAY, "2019-10", date(2019, 10, 31)),
        (LAST_DAY, "2024-02", date(2024, 2, 29)),
        (LAST_DAY, "2019-10-05", date(2019, 10, 5)),
        (LAST_DAY, date(2019, 10, 2), date(2019, 10, 2)),
        (MONTH, "2007-10", date(2007, 10, 1)),
        (MONTH, "2007-10-17", date(2007, 10, 1)),
        (DAY_OF_YEAR, "11-01", (11, 1)),
        (DAY_OF_YEAR, "02-29", (2, 29)),
        (FISCAL_START, "07-01", 7),
        (PAPER_DATE, "06-27", "06-27"),
        (PAPER_DATE, "2018-09", "2018-09"),
        (PAPER_DATE, "2018-09-30", "2018-09-30"),
        (PAPER_DATE, "2018", "2018"),
        (YEAR, "2023", 2023),
        (YEAR, 1900, 1900),
        (MONTHS, "2 years", 24),
        (MONTHS, "1 year", 12),
        (MONTHS, "2 år", 24),
        (MONTHS, "12 months", 12),
        (MONTHS, "6 månader", 6),
        (MONTHS, "1 mån", 1),
    ],
)
def test_days_and_lengths(kind: Read, written: object, expected: object) -> None:
    """Dates, months, years and lengths are read as the paper writes them."""
    assert read(kind, written) == expected


@pytest.mark.parametrize(
    ("written", "named", "expected"),
    [
        ("2023/24", "", 2023),
        ("2023/2024", "end", 2023),
        ("2023/24", "start", 2023),
        ("2023-24", "", 2023),
        ("2023\u201324", "end", 2023),
        ("FY2023-2024", "", 2023),
        ("2099-00", "", 2099),
        ("2011-2012", "", 2011),
        ("2023", "start", 2023),
        ("2023", "end", 2022),
        ("FY2023", "end", 2022),
        ("FY 2023", "start", 2023),
    ],
)
def test_a_broken_year_has_the_name_that_the_file_says(
    written: str, named: str, expected: int
) -> None:
    """Where the year starts in July, 2023 is the year that starts or ends then."""
    assert read(YEAR, written, JULY._replace(named=named)) == expected


def test_two_years_with_a_dash_may_be_a_month() -> None:
    """`2011-12` is no year where only years stand, and asks where a month may stand, too."""
    assert refused(YEAR, "2011-12", JULY) == {
        "code": "AV212", "text": "2011-12", "suggestion": "2011/12",
    }  # fmt: skip
    assert refused(YEAR, "2011-12") == {"code": "AV212", "text": "2011-12"}
    with pytest.raises(values.Fault) as asked:
        start_of("2011-12", JULY)
    known = asked.value.context or {}
    assert (asked.value.type, known["ends"], known["starts"]) == ("AV234", "2011/12", "2011-12-01")
    (dated,) = read(DATED_AMOUNT, {"2011-12": "5"})
    assert (dated.start, dated.label) == (date(2011, 12, 1), "2011-12")
    (dated,) = read(DATED_AMOUNT, {"2015-16": "5"}, JULY)
    assert (dated.start, dated.label) == (date(2015, 7, 1), "2015/16")
    # An observation is on a day, or in a month, or in a calendar year.
    assert observed_on("2011-12", JULY) == date(2011, 12, 1)
    assert observed_on("2015-16", JULY) == date(2015, 7, 1)


@pytest.mark.parametrize("written", ["2016", "FY2016"])
def test_a_broken_year_of_two_names_is_asked_about(written: str) -> None:
    """Nothing says whether 2016 is 2015/16 or 2016/17."""
    arguments = refused(YEAR, written, JULY)
    assert (arguments["code"], arguments["ends"], arguments["starts"]) == (
        "AV234",
        "2015/16",
        "2016/17",
    )


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (FIRST_DAY, "27 juni 2018", {"code": "AV210", "suggestion": "2018-06-27"}),
        (FIRST_DAY, "den 1 maj", {"code": "AV210", "day": "05-01"}),
        (FIRST_DAY, "3rd October 2018", {"code": "AV210", "suggestion": "2018-10-03"}),
        (FIRST_DAY, "3 Oct 2018", {"code": "AV210", "suggestion": "2018-10-03"}),
        (FIRST_DAY, "20180627", {"code": "AV210", "suggestion": "2018-06-27"}),
        (FIRST_DAY, "2018/6/27", {"code": "AV210", "suggestion": "2018-06-27"}),
        (FIRST_DAY, "27.6.2018", {"code": "AV210", "suggestion": "2018-06-27"}),
        (FIRST_DAY, "27/6-2018", {"code": "AV210", "suggestion": "2018-06-27"}),
        (FIRST_DAY, "2018-6-7", {"code": "AV210", "suggestion": "2018-06-07"}),
        (FIRST_DAY, "5 foo 2018", {"code": "AV210"}),
        (FIRST_DAY, "2018", {"code": "AV210"}),
        (LAST_DAY, "snart", {"code": "AV210"}),
        (FIRST_DAY, "2023-02-29", {"code": "AV211"}),
        (FIRST_DAY, "2023-13-01", {"code": "AV211"}),
        (LAST_DAY, "2023-00", {"code": "AV211"}),
        (FIRST_DAY, "1899-12-31", {"code": "AV212"}),
        (FIRST_DAY, "2200-01-01", {"code": "AV212"}),
        (YEAR, "1899", {"code": "AV212"}),
        (YEAR, "23", {"code": "AV212"}),
        (YEAR, "2023-01", {"code": "AV212"}),
        (YEAR, "FY2023", {"code": "AV212", "suggestion": "2023"}),
        (YEAR, "2023/25", {"code": "AV213", "suggestion": "2023/24"}),
        (YEAR, "2099/2101", {"code": "AV213", "suggestion": "2099/00"}),
        (YEAR, "2023/24", {"code": "AV231", "suggestion": "2023"}),
        (YEAR, "2023-24", {"code": "AV231", "suggestion": "2023"}),
        (YEAR, "2023-25", {"code": "AV212"}),
        (FIRST_DAY, "2023-24", {"code": "AV211"}),
        (MONTHS, "2", {"code": "AV214"}),
        (MONTHS, "0 months", {"code": "AV214"}),
        (MONTHS, "1,5 years", {"code": "AV214"}),
        (DAY_OF_YEAR, "1 november", {"code": "AV224", "suggestion": "11-01"}),
        (DAY_OF_YEAR, "02-30", {"code": "AV211"}),
        (FISCAL_START, "07-02", {"code": "AV230"}),
        (PAPER_DATE, "13-01", {"code": "AV211"}),
        (PAPER_DATE, "27 juni", {"code": "AV210", "suggestion": "06-27"}),
        (PAPER_DATE, "i juni", {"code": "AV210"}),
        (PAPER_DATE, "1850", {"code": "AV212"}),
    ],
)
def test_days_that_are_none_are_refused(kind: Read, written: str, expected: dict[str, Any]) -> None:
    """A day written another way is refused with how to write it, where that is plain."""
    assert refused(kind, written) == {"text": written, **expected}


@pytest.mark.parametrize("written", ["2023/25", "2023/2034", "2023/2124", "2023/23"])
def test_a_broken_year_must_be_two_that_follow(written: str) -> None:
    """Also where years are broken, the second is the one after the first."""
    assert refused(YEAR, written, JULY) == {
        "code": "AV213",
        "text": written,
        "suggestion": "2023/24",
    }


# --- words ---------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["hsnv", "it-drift", "förskola", "a_1", "Ä", "a" * 64])
def test_ids(written: str) -> None:
    """Letters, digits, - and _, a letter first."""
    assert read(ID, written) == written


@pytest.mark.parametrize(
    ("written", "code", "suggestion"),
    [
        ("Alingsås kommun", "AV215", "alingsås-kommun"),
        ("2023", "AV215", ""),
        ("1:a", "AV215", "a"),
        ("-a", "AV215", "a"),
        ("", "AV215", ""),
        ("a" * 65, "AV215", "a" * 64),
        ("rest", "AV216", None),
        ("equal", "AV216", None),
        ("by", "AV216", None),
    ],
)
def test_what_is_no_id_is_refused(written: str, code: str, suggestion: str | None) -> None:
    """Numbers, spaces and the format's own words name nothing."""
    expected = {"code": code, "text": written}
    if suggestion:
        expected["suggestion"] = suggestion
    assert refused(ID, written) == expected


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (LINE, "no", "no"),
        (LINE, "å" * 500, "å" * 500),
        (LINE, "12:30", "12:30"),
        (LINE, "0010", "0010"),
        (LINE, " Alingsås [a] ", "Alingsås [a]"),
        (PROSE, "en rad\noch en till\n", "en rad\noch en till"),
        (MUNICIPALITY_CODE, "1489", "1489"),
        (MUNICIPALITY_CODE, "14", "14"),
        (CURRENCY, "EUR", "EUR"),
        (VERSION, "1", 1),
        (VERSION, 1, 1),
        (ORG_NO, "212000-1553", "212000-1553"),
        (ORG_NO, "2120001553", "212000-1553"),
        # 4 + 1 + 4 + 0 + 0 + 0 + 2 + 5 + (1 + 0) + 3 = 20, which ends in zero.
        (ORG_NO, " 212000 \u2013 1553", "212000-1553"),
        (COLOUR, "approved", "approved"),
        (COLOUR, " approved ", "approved"),
        (YES, "true", True),
        (YES, "Ja", True),
        (YES, "no", False),
        (YES, True, True),
    ],
)
def test_words(kind: Read, written: object, expected: object) -> None:
    """Texts stay the text they are, words of the format mean what they say."""
    assert read(kind, written) == expected


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (LINE, "", {"code": "AV218"}),
        (PROSE, " ", {"code": "AV218"}),
        (LINE, "a\nb", {"code": "AV217", "text": "a\nb"}),
        (LINE, "å" * 501, {"code": "AV235", "text": "å" * 501, "most": 500}),
        (LINE, "\x1b[31m", {"code": "AV217", "text": "\x1b[31m"}),
        (LINE, "a\u202eb", {"code": "AV217", "text": "a\u202eb"}),
        (PROSE, "a\tb", {"code": "AV217", "text": "a\tb"}),
        (YES, "kanske", {"code": "AV219", "text": "kanske"}),
        (ORG_NO, "212000-1554", {"code": "AV220", "text": "212000-1554"}),
        (ORG_NO, "nej", {"code": "AV220", "text": "nej"}),
        (ORG_NO, "212000-155", {"code": "AV220", "text": "212000-155"}),
        (ORG_NO, "16212000-1553", {"code": "AV220", "text": "16212000-1553"}),
        (ORG_NO, "21200\u0660-1553", {"code": "AV220", "text": "21200\u0660-1553"}),
        (CURRENCY, "kr", {"code": "AV228", "text": "kr", "suggestion": "SEK"}),
        (CURRENCY, "euro", {"code": "AV228", "text": "euro", "suggestion": "EUR"}),
        (CURRENCY, "£", {"code": "AV228", "text": "£", "suggestion": "GBP"}),
        (CURRENCY, "ABC", {"code": "AV228", "text": "ABC"}),
        (MUNICIPALITY_CODE, "148", {"code": "AV229", "text": "148"}),
        (VERSION, "2", {"code": "AV232", "text": "2"}),
    ],
)
def test_words_that_are_none_are_refused(
    kind: Read, written: str, expected: dict[str, Any]
) -> None:
    """Nothing that hides or breaks a line is text, and no word means nothing."""
    assert refused(kind, written) == expected


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [("godkänd", "approved"), ("aproved", "approved"), ("avslag", "refused"), ("xyz", "")],
)
def test_a_choice_names_the_word_that_was_meant(written: str, suggestion: str) -> None:
    """The paper's own word, or a slip, is answered with the format's."""
    assert refused(COLOUR, written) == {
        "code": "AV222",
        "text": written,
        "choices": ("approved", "pending", "refused"),
        **({"suggestion": suggestion} if suggestion else {}),
    }


def test_a_word_of_another_choice_is_not_suggested() -> None:
    """`kostnad` is a kind of item, not a status."""
    assert "suggestion" not in refused(COLOUR, "kostnad")


# --- properties ----------------------------------------------------------------------------

SPACES = st.sampled_from([" ", NO_BREAK, NARROW])
SIGNS = st.sampled_from([("", 1), ("+", 1), ("-", -1), (MINUS, -1)])
MARKS = st.sampled_from([",", "."])


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, Fraction]:
    """A number in some way that the format allows, and its value; never three decimals."""
    whole = draw(st.integers(0, 10**18 - 1))
    digits = draw(st.integers(0, 12).filter(lambda count: count != 3))
    decimals = draw(st.integers(0, 10**digits - 1)) if digits else 0
    space = draw(st.one_of(st.just(""), SPACES))
    sign, factor = draw(SIGNS)
    text = f"{sign}{whole:,}".replace(",", space)
    if digits:
        text += f"{draw(MARKS)}{decimals:0{digits}d}"
    return text, factor * Fraction(f"{whole}.{decimals:0{digits or 1}d}")


@given(figures())
def test_numbers_round_trip(figure: tuple[str, Fraction]) -> None:
    """However a number is grouped and marked, it is read as what it is, exactly."""
    text, value = figure
    assert values.number(text) == value


@given(
    st.integers(-(10**17), 10**17),
    st.one_of(st.just(""), SPACES),
    MARKS,
    st.sampled_from(["-", MINUS]),
    st.sampled_from(["", " kr", "kr", f"{NO_BREAK}kr", " kronor", ":-", " SEK"]),
)
def test_amounts_round_trip(minor: int, space: str, mark: str, minus: str, unit: str) -> None:
    """However an amount in öre is written, it is read as that many öre."""
    kronor, ore = divmod(abs(minor), 100)
    sign = minus if minor < 0 else ""
    text = f"{sign}{kronor:,}".replace(",", space) + f"{mark}{ore:02d}{unit}"
    assert values.amount(text) == minor


@given(
    st.integers(0, 10**9),
    MARKS,
    st.sampled_from([("tkr", 10**5), ("mkr", 10**8), ("mnkr", 10**8)]),
)
def test_thousands_and_millions_round_trip(
    thousandths: int, mark: str, unit: tuple[str, int]
) -> None:
    """A figure in tkr or mkr is exact; with three decimals after a few digits it asks."""
    word, minor = unit
    text = f"{thousandths // 1000}{mark}{thousandths % 1000:03d}0 {word}"
    assert values.amount(text) == Fraction(thousandths, 1000) * minor
    asks = 1000 <= thousandths < 10**6
    three = f"{thousandths // 1000}{mark}{thousandths % 1000:03d} {word}"
    if asks:
        assert refused(AMOUNT, three)["code"] == "AV202"
    else:
        assert values.amount(three) == Fraction(thousandths, 1000) * minor


@pytest.mark.parametrize(
    ("numbers", "text", "expected"),
    [
        ("1,234.5", "1,914", 1914),
        ("1,234.5", "1.914", Fraction(1914, 1000)),
        ("1.234,5", "-1.914", -1914),
        ("1.234,5", "1,914", Fraction(1914, 1000)),
        ("1 234,5", "1,914", Fraction(1914, 1000)),
        ("1 234,5", "1.914", None),
        ("1'234.5", "1.914", Fraction(1914, 1000)),
        ("1'234.5", "1,914", None),
        ("1234.5", "1.914", Fraction(1914, 1000)),
        ("1234,5", "1.914", None),
        # What can be read in one way only is read so, whatever the file says.
        ("1,234.5", "12,5", Fraction(25, 2)),
        ("1.234,5", "1,914,476", 1_914_476),
        ("1.234,5", "12 345.678", Fraction(12_345_678, 1000)),
        ("1.234,5", "0.125", Fraction(1, 8)),
    ],
)
def test_a_file_says_how_it_writes_numbers(
    numbers: str, text: str, expected: Fraction | int | None
) -> None:
    """One mark before three digits is what the file says that it is; one it does not use asks."""
    file = Setting("EUR" if expected == 1914 else "SEK", numbers=numbers)
    if expected is None:
        assert refused(NUMBER, text, file)["code"] == "AV202"
        assert refused(AMOUNT, f"{text} mkr", file)["code"] == "AV202"
        return
    assert read(NUMBER, text, file) == expected
    million = "million" if file.currency == "EUR" else "mkr"
    assert read(AMOUNT, f"{text} {million}", file) == expected * 10**8
    assert read(PRICE, text, file) == expected * 100


def test_a_mark_before_a_dash_is_never_decimal() -> None:
    """`1.914:-` is 1 914 kronor also where the file writes a decimal point."""
    assert read(AMOUNT, "1.914:-", Setting(numbers="1,234.5")) == 191_400


@pytest.mark.parametrize(
    ("written", "numbers"),
    [("1,234.5", "1,234.5"), ("1\u00a0234,5", "1 234,5"), ("1\u2019234.5", "1'234.5")],
)
def test_ways_of_writing(written: str, numbers: str) -> None:
    """A way of writing is shown by a number, with any space and any apostrophe."""
    assert read(NUMBERS, written) == numbers
    assert refused(NUMBERS, "1,234,5")["code"] == "AV222"


@given(
    st.integers(0, 10**12),
    st.integers(0, 12),
    MARKS,
    st.sampled_from(
        [("%", 100), (" %", 100), (f"{NO_BREAK}%", 100), (" procent", 100), (" percent", 100),
         (" ‰", 1000), ("‰", 1000), (" promille", 1000)]
    ),
)  # fmt: skip
def test_shares_round_trip(digits: int, decimals: int, mark: str, unit: tuple[str, int]) -> None:
    """However a share is written, it is read as what it is, exactly."""
    whole, rest = divmod(digits, 10**decimals)
    word, parts = unit
    text = f"{whole}{mark}{rest:0{decimals}d}{word}" if decimals else f"{whole}{word}"
    assert values.share(text) == Fraction(digits, 10**decimals * parts)


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.sampled_from(["/", " / ", "/ "]))
def test_ratios_round_trip(over: int, under: int, slash: str) -> None:
    """A ratio is the fraction it writes, grouped or not."""
    grouped = f"{over:,}{slash}{under:,}".replace(",", " ")
    assert values.share(grouped) == values.share(f"{over}{slash}{under}") == Fraction(over, under)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_dates_round_trip(day: date) -> None:
    """A day is read as that day, as a first and as a last one."""
    assert read(FIRST_DAY, day.isoformat()) == read(LAST_DAY, day.isoformat()) == day


@given(st.integers(1900, 2198), st.booleans())
def test_broken_years_round_trip(year: int, full: bool) -> None:  # noqa: FBT001
    """A fiscal year is named by the year it starts in, however it is written."""
    end = f"{year + 1}" if full else f"{(year + 1) % 100:02d}"
    for named in ("", "start", "end"):
        assert values.year(f"{year}/{end}", JULY._replace(named=named)) == year
    assert values.year(str(year), JULY._replace(named="start")) == year
    assert values.year(str(year + 1), JULY._replace(named="end")) == year


# Texts that come near what some kind reads, so that more than the first test of each is tried.
NEAR = st.text(alphabet="0123456789 ,./-%‰krtmåeön:'+~ca\u00a0\u2212\n\x00²\u09ea", max_size=30)
PLAIN = st.one_of(
    NEAR,
    st.text(max_size=50),
    st.integers(),
    st.booleans(),
    st.floats(),
    st.just([]),
    st.just({}),
    st.sampled_from(["9" * 5000, "0." + "0" * 5000 + "1", "1 " * 5000, "-" * 5000]),
)


@pytest.mark.parametrize("name", sorted(KINDS))
@given(value=PLAIN)
def test_whatever_is_written_is_read_or_refused_with_a_code(name: str, value: object) -> None:
    """No value raises anything but a refusal with a code."""
    try:
        read(KINDS[name], value)
    except ValidationError as error:
        assert [finding["type"][:2] for finding in error.errors(include_url=False)] == ["AV"]  # noqa: PT017


@pytest.mark.parametrize("digits", [5_000, 1_000_001])
@pytest.mark.parametrize("function", [values.number, values.share, values.amount])
@pytest.mark.parametrize("form", ["{}", "0.{}", "{} %", "1/{}", "{} kr"])
def test_a_number_of_any_length_is_refused(
    function: Callable[[str], object], form: str, digits: int
) -> None:
    """Not even a million digits raise anything but a refusal with a code."""
    with pytest.raises(values.Fault) as caught:
        function(form.format("7" * digits))
    assert caught.value.type[:2] == "AV"
