"""How people write amounts, shares, dates and the like, read exactly.

Each ``read_…`` function takes the author's text and returns the value, or raises a
`fault`: a code and its arguments, which become a diagnostic at the value's place.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final, NamedTuple, NoReturn

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from avtalskalk.diagnostics import Argument, nearest
from avtalskalk.periods import last_of_month, year_label
from avtalskalk.words.formats import CURRENCIES, KRONOR, currency_digits

FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST_WHOLE_DIGITS, MOST_DECIMALS = 18, 12


class Setting(NamedTuple):
    """What the values of a file depend on: its currency, its fiscal year and its way of writing.

    ``named`` says whether a year such as `2016` is the one that starts or ends then, if it is said;
    ``numbers`` how thousands and decimals are marked, as in `1,234.5`, if it is said.
    """

    currency: str = "SEK"
    first_month: int = 1
    named: str = ""
    numbers: str = ""


Fault = PydanticCustomError
"""A value that was refused; its type is a diagnostic's code, its context the arguments."""


def fault(code: str, **arguments: Argument) -> NoReturn:
    """Refuse a value with a diagnostic's code and arguments."""
    raise PydanticCustomError(code, "see the code", dict(arguments))


def setting(info: ValidationInfo) -> Setting:
    """The setting of the file being validated."""
    return info.context if isinstance(info.context, Setting) else Setting()


class Rest:
    """The share that is left when the others are taken; one object, `REST`."""

    def __repr__(self) -> str:
        return "rest"

    def __reduce__(self) -> str:
        """Stay the one object where it is copied, or sent to another process."""
        return "REST"


REST: Final = Rest()


# --- numbers -------------------------------------------------------------------------------

_SPACES = " \u00a0\u202f\u2009"
_NO_SPACES = str.maketrans("", "", _SPACES)
# Digits are 0-9 everywhere: one of another script may look like another (the Bengali 4 like 8).
_WHOLE = rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]+"
_FIGURE = rf"(?P<sign>[-+\u2212\u2013]?)(?P<whole>{_WHOLE})(?:[.,](?P<decimals>[0-9]+))?"
_NUMBER = re.compile(rf"{_FIGURE}(?P<unit>)")
_AMOUNT = re.compile(rf"{_FIGURE}[{_SPACES}]*(?P<unit>kr|kronor|:-|tkr|mkr|mnkr|[A-Z]{{3}})?")
_POWERS_OF_TEN = {"tkr": 3, "mkr": 6, "mnkr": 6}
_COMMAS = (
    r"[-+\u2212\u2013]?[1-9][0-9]{0,2}(?P<more>(?:,[0-9]{3})*),(?P<last>[0-9]{3})(?:\.|[^0-9,]|$)"
)
# The only mark of a number, before three digits, is one of thousands or of decimals.
_TWO_WAYS = re.compile(
    rf"(?<![0-9.,'\u2019])(?<![0-9][{_SPACES}])(?P<whole>(?!0[.,])[0-9]{{1,3}})(?P<mark>[.,])"
    rf"(?P<last>[0-9]{{3}})(?![0-9.,'\u2019]|[{_SPACES}][0-9])"
)
# Other ways that the world writes amounts: a sign or a code before or after, and words for sizes.
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD"}
_DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD", "USD"})
_SIZES = {
    **dict.fromkeys(("tusen", "thousand"), 3),
    **dict.fromkeys(("m", "mn", "miljon", "miljoner", "million", "millions"), 6),
    **dict.fromkeys(("miljard", "miljarder"), 9),
}
_CURRENCY = "[€£$]|[A-Z]{3}"
_OTHER_WAYS = (
    rf"(?P<sign>[-+\u2212\u2013]?)(?P<before>{_CURRENCY})?[{_SPACES}]*"
    rf"(?P<inner>[-\u2212\u2013]?)(?P<number>[0-9][0-9.,'\u2019{_SPACES}]*?)[{_SPACES}]*"
    rf"(?P<size>(?i:{'|'.join(_SIZES)})\b)?[{_SPACES}]*"
    rf"(?P<after>{_CURRENCY}|(?i:kr|kronor|tkr|mkr|mnkr)|:-)?"
)
_ABOUT = r"(?i)^(?:cirka|ca\.?|circa|c:a|omkring|ungefär|about|approx\.?|~)\s*(.+)$"


class WrittenNumber(NamedTuple):
    """A number as written: its digits without the mark, how many are decimals, and its unit."""

    digits: int
    decimals: int
    unit: str


def _text(value: object) -> str:
    """A scalar as text; a float or anything else that is no exact scalar is refused."""
    if type(value) is str:
        return value.strip()
    if isinstance(value, bool):
        fault("AV295", got=str(value).lower(), example="")
    if isinstance(value, float):
        fault("AV223", text=repr(value))
    if isinstance(value, Mapping | list | tuple):
        fault("AV295", got="{}" if isinstance(value, Mapping) else "[]", example="")
    if isinstance(value, Fraction):
        # Always with its slash: a share, and never a number or an amount.
        return f"{value.numerator}/{value.denominator}"
    return str(value)


def _read_number(text: str, pattern: re.Pattern[str], code: str) -> WrittenNumber:
    """Read a number by a pattern, or refuse it with the best explanation there is."""
    match = pattern.fullmatch(text)
    if match is None:
        if about := re.match(_ABOUT, text):
            fault("AV226", text=text, exact=about[1])
        spaced = _grouped_by_spaces(text)
        fault(code, text=text, suggestion=spaced if pattern.fullmatch(spaced) else "")
    whole, decimals = _digits(text, match)
    if could_be_two(text):
        raise two_ways(text)
    digits, unit = int(whole + decimals), match["unit"] or ""
    return WrittenNumber(-digits if match["sign"] in _MINUS else digits, len(decimals), unit)


_MINUS = ("-", "\u2212", "\u2013")


def _digits(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The digits before and after the mark of a number; more than the format has are refused."""
    whole, decimals = match["whole"].translate(_NO_SPACES), match["decimals"] or ""
    if len(whole) > MOST_WHOLE_DIGITS or len(decimals) > MOST_DECIMALS:
        fault("AV206", text=text)
    return whole, decimals


def _grouped_by_spaces(text: str) -> str:
    """A number grouped by points, commas or apostrophes, grouped by spaces instead."""
    if re.search(rf"[.,'\u2019][0-9]+[{_SPACES}][0-9]", text):
        return text
    return re.sub(r"(?<=\d)[.,'\u2019](?=\d{3}(?:\D|$))", " ", text)


def could_be_two(text: str) -> bool:
    """Whether the only mark of a number may be one of thousands or one of decimals."""
    return _TWO_WAYS.search(text) is not None


def two_ways(text: str) -> Fault:
    """The question which of two a number is, with what to write for either."""
    # With two decimals, or four, it can be read in one way only.
    decimals = re.sub(r"([.,]\d\d)(\d)", lambda m: m[1] if m[2] == "0" else f"{m[0]}0", text)
    thousands = _grouped_by_spaces(text)
    context = {"text": text, "thousands": thousands, "decimals": decimals}
    return Fault("AV202", "see the code", context)


def settled(text: str, numbers: str) -> str:
    """A number that could be read in two ways, as a file says that it writes numbers."""

    def unambiguous(match: re.Match[str]) -> str:
        mark = match["mark"]
        if mark == numbers[1:2]:
            return f"{match['whole']} {match['last']}"
        return f"{match['whole']}{mark}{match['last']}0" if mark == numbers[-2] else match[0]

    return _TWO_WAYS.sub(unambiguous, text) if numbers else text


def without_groups(number: str) -> str:
    """A number without marks between thousands, where they can be nothing else."""
    if re.fullmatch(r"[0-9]{1,3}(?:['\u2019][0-9]{3})+(?:[.,][0-9]+)?", number):
        return re.sub("['\u2019]", "", number)
    marks = [mark for mark in number if mark in ".,"]
    if len(marks) < 2:  # noqa: PLR2004 - one mark alone may be that of decimals
        return number
    group, last = marks[0], marks[-1]
    whole, _, decimals = number.rpartition(last) if last != group else (number, "", "")
    if not re.fullmatch(rf"[0-9]{{1,3}}(?:\{group}[0-9]{{3}})+", whole):
        return number
    return whole.replace(group, "") + (f".{decimals}" if last != group else "")


def _in_plain_way(text: str, currency: str) -> tuple[str, int]:
    """An amount that is written another way: in the plain way, and the power of ten it is in.

    What is no such amount stays as it is.
    """
    match = re.fullmatch(_OTHER_WAYS, text)
    if match is None or (match["before"] and match["after"]) or (match["sign"] and match["inner"]):
        return text, 0
    size, after = match["size"] or "", match["after"] or ""
    # A metre is no million: the letter alone needs the sign of a currency before it.
    if size.lower() == "m" and not match["before"]:
        return text, 0
    for written in (match["before"], after):
        code = _SIGNS.get(written or "", written or "")
        both_dollars = written == "$" and currency in _DOLLARS
        if code.isupper() and len(code) == len(currency) and code != currency and not both_dollars:
            fault("AV204", text=text, currency=currency)
    number = without_groups(match["number"].strip(_SPACES))
    if after == ":-" and re.fullmatch("[0-9]{1,3}[.,][0-9]{3}", number):
        # It stands for no öre, so the mark can be no decimal one.
        number = re.sub("[.,]", "", number)
    kronor = after.lower() if after.lower() in (":-", "kr", "kronor", *_POWERS_OF_TEN) else ""
    minus = "-" if match["inner"] or match["sign"] in _MINUS else ""
    plain = f"{minus}{number} {kronor}".rstrip()
    return (plain, _SIZES.get(size.lower(), 0)) if _AMOUNT.fullmatch(plain) else (text, 0)


@lru_cache(maxsize=8192)
def _amount(text: str, currency: str, numbers: str, *, with_groups: bool) -> tuple[int, int]:
    """An amount as a fraction of minor units: numerator, and ten to how many as denominator.

    ``with_groups`` lets commas that cannot be those of decimals group thousands.
    """
    # Before `:-` the mark can be no decimal one, whatever the file says.
    power, plain = 0, text if ":-" in text else settled(text, numbers)
    if not _AMOUNT.fullmatch(plain) or ":-" in text:
        plain, power = _in_plain_way(plain, currency)
    digits_of_minor = currency_digits(currency)
    grouped = re.match(_COMMAS, plain) if with_groups and "," in plain else None
    # Before a size, as in 1,234 million, three digits may be decimals in any currency.
    thousands = grouped and not power and grouped["last"][digits_of_minor:].strip("0")
    if grouped and (grouped["more"] or thousands):
        plain = plain.replace(",", " ")
    if match := _AMOUNT.fullmatch(plain):
        unit = match["unit"]
        if unit and unit != currency and (unit.isupper() or currency not in KRONOR):
            fault("AV204", text=text, currency=currency)
        if could_be_two(plain):
            raise two_ways(text)
    digits, decimals, unit = _read_number(plain, _AMOUNT, "AV201")
    shift = digits_of_minor + _POWERS_OF_TEN.get(unit, 0) + power - decimals
    return (digits * 10**shift, 0) if shift >= 0 else (digits, -shift)


def amount(text: str, currency: str = "SEK", numbers: str = "") -> int:
    """An amount in minor units; more decimals than the currency has are refused.

    ``numbers`` is how the file says that it writes numbers.  Commas group thousands in other
    currencies than kronor, if they cannot be decimals.
    """
    minor, beyond = _amount(text, currency, numbers, with_groups=currency not in KRONOR)
    if beyond:
        minor, rest = divmod(minor, 10**beyond)
        if rest:
            fault("AV203", text=text, currency=currency, digits=currency_digits(currency))
    return minor


def read_amount(value: object, info: ValidationInfo) -> int:
    """An amount of the file's currency, in minor units."""
    file = setting(info)
    return amount(_text(value), file.currency, file.numbers)


def read_unit(value: object, info: ValidationInfo) -> int:
    """What is rounded to, in minor units: ``1 öre``, ``1 kr``, ``1 000 kr``."""
    text = _text(value)
    if text in ("öre", "1 öre"):
        return 1
    words = {"kr": "1 kr", "krona": "1 kr", "kronor": "1 kr", "tkr": "1 tkr"}
    file = setting(info)
    unit = amount(words.get(text, text), file.currency, file.numbers)
    if unit <= 0:
        fault("AV601", text=text)
    return unit


def price(text: str, currency: str = "SEK", numbers: str = "") -> Fraction:
    """A price in minor units, as exact as it is written."""
    minor, beyond = _amount(text, currency, numbers, with_groups=False)
    return Fraction(minor, 10**beyond)


def read_price(value: object, info: ValidationInfo) -> Fraction:
    """A price of the file's currency, in minor units, as exact as it is written."""
    file = setting(info)
    return price(_text(value), file.currency, file.numbers)


class PriceShare(Fraction):
    """A price that is a share of each unit's value, in minor units: of a krona, 54 % is 54 öre."""


def read_price_or_share(value: object, info: ValidationInfo) -> Fraction:
    """A price in minor units, or a share of the key's value (``0,1098 ‰``) in minor units."""
    text = _text(value)
    if "%" in text or "\u2030" in text:
        return PriceShare(share(text) * 10 ** currency_digits(setting(info).currency))
    return read_price(value, info)


def read_amount_or_share(value: object, info: ValidationInfo) -> int | Fraction:
    """An amount in minor units, a whole number; or a share of the total, a fraction."""
    text = _text(value)
    return read_share(text) if _PERCENT.fullmatch(text) or "/" in text else read_amount(text, info)


@lru_cache(maxsize=8192)
def number(text: str, numbers: str = "") -> Fraction:
    """A plain exact number; ``numbers`` is how the file says that it writes them."""
    plain = settled(text, numbers)
    if not _NUMBER.fullmatch(plain):
        sign = plain[:1] if plain[:1] in "-+\u2212\u2013" else ""
        plain = sign + without_groups(plain[len(sign) :])
    digits, decimals, _ = _read_number(plain, _NUMBER, "AV205")
    return Fraction(digits, 10**decimals)


def read_number(value: object, info: ValidationInfo) -> Fraction:
    """A plain exact number, as keys and indices have them."""
    return number(_text(value), setting(info).numbers)


class NumberStep(Fraction):
    """What numbers are rounded to, ``0.1`` for one decimal; it is no share."""


def read_step(value: object, info: ValidationInfo) -> NumberStep:
    """What numbers are rounded to, above zero."""
    step = read_number(value, info)
    if step <= 0:
        fault("AV601", text=_text(value))
    return NumberStep(step)


def read_share_step(value: object) -> Fraction:
    """What shares are rounded to, above zero: ``0,1 %``."""
    step = read_share(value)
    if not step:
        fault("AV601", text=_text(value))
    return step


WAYS_OF_WRITING = ("1 234,5", "1 234.5", "1.234,5", "1,234.5", "1'234.5", "1234,5", "1234.5")
"""How a file can say that it writes numbers, by the marks in one."""


def read_way_of_writing(value: object) -> str:
    """How numbers are written in a file, as one of them is: `1,234.5`."""
    text = _text(value).replace("\u2019", "'")
    return read_choice(re.sub(f"[{_SPACES}]", " ", text), WAYS_OF_WRITING)


def read_whole(value: object) -> int:
    """A whole number with an optional sign."""
    text = _text(value)
    if not re.fullmatch(r"[-+]?[0-9]{1,3}", text):
        fault("AV221", text=text, suggestion="")
    return int(text)


# --- shares --------------------------------------------------------------------------------

_PERCENT = re.compile(rf"{_FIGURE}[{_SPACES}]*(?P<unit>%|\u2030|procent|promille|percent)")
_RATIO = re.compile(rf"({_WHOLE})[{_SPACES}]*/[{_SPACES}]*({_WHOLE})")


@lru_cache(maxsize=8192)
def share(text: str, least: int | None = None) -> Fraction:
    """A share: percent, per mille or a fraction; a bare number is refused with the question.

    With a ``least`` it is between so many wholes and the whole, and so is what is suggested.
    """
    if ratio := _RATIO.fullmatch(text):
        over, under = (part.translate(_NO_SPACES) for part in ratio.groups())
        if max(len(over), len(under)) > MOST_WHOLE_DIGITS:
            fault("AV206", text=text)
        if int(under) == 0:
            fault("AV208", text=text, suggestion="")
        return Fraction(int(over), int(under))
    match = _PERCENT.fullmatch(text)
    if match is None:
        if bare := _NUMBER.fullmatch(text):
            _digits(text, bare)
            # A bare number most likely means percent: ``0.7`` is 70 %, ``70`` too.
            value = Decimal(text.translate(_NO_SPACES).replace(",", ".").replace("\u2212", "-"))
            likely = value * 100 if -1 < value < 1 else value
            if least is not None and not least * 100 <= likely <= 100:  # noqa: PLR2004 - percent
                fault("AV209", text=text)
            # In braces a decimal comma would be another mistake, so the mark stays as written.
            percent = f"{likely.normalize():f} %".replace(".", "," if "," in text else ".")
            literal = f"{text} %" if likely != value else ""
            fault("AV207", text=text, percent=percent, literal=literal)
        if about := re.match(_ABOUT, text):
            fault("AV226", text=text, exact=about[1])
        fault("AV208", text=text, suggestion="")
    whole, decimals = _digits(text, match)
    scale = 1000 if match["unit"] in ("\u2030", "promille") else 100
    fraction = Fraction(int(whole + decimals), 10 ** len(decimals) * scale)
    return -fraction if match["sign"] in _MINUS else fraction


def is_percent(value: object) -> bool:
    """Whether a value is written as a percentage."""
    if not isinstance(value, str) or value[-1:].isdecimal():
        return False
    return _PERCENT.fullmatch(value.strip()) is not None


def read_change(value: object) -> Fraction:
    """A share that may be below zero or above the whole: a rate of change, a floor, a factor."""
    return share(_text(value))


def read_share(value: object) -> Fraction:
    """A share between nothing and the whole."""
    text = _text(value)
    part = share(text, least=0)
    if not 0 <= part <= 1:
        fault("AV209", text=text)
    return part


def read_addition(value: object) -> Fraction:
    """A share of other amounts that is added to them, or taken back where it is negative."""
    text = _text(value)
    part = share(text, least=-1)
    if not -1 <= part <= 1:
        fault("AV209", text=text)
    return part


def read_share_or_rest(value: object) -> Fraction | Rest:
    """A share between nothing and the whole, or the word ``rest``."""
    return REST if _text(value) == repr(REST) else read_share(value)


# --- days and years ------------------------------------------------------------------------

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_MONTH = r"(?a)(\d{4})-(\d\d)"
_DAY_OF_YEAR = r"(?a)(\d\d)-(\d\d)"
_FISCAL = re.compile(
    r"(?P<prefix>FY ?)?(?P<start>\d{4})(?:(?P<mark>[-/\u2013])(?P<end>\d+))?", re.ASCII
)
_MONTH_NUMBERS = frozenset(f"{month:02d}" for month in range(1, 13))
_LENGTH = r"(?a:(\d{1,3})) ?(years?|år|months?|månader|månad|mån)"
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTHS_OF_YEAR = len(_MONTHS)
# What few files ask is no compiled pattern: a start would wait for it longer than for a file.
_SPOKEN_DATE = r"(?i)(?:den )?(\d{1,2})(?:e|:e|th|st|nd|rd)? ([a-zåäö]{3,9})\.?(?: (\d{4}))?"
_OTHER_DATES = (
    (r"(\d{4})(\d\d)(\d\d)", "{0}-{1}-{2}"),
    (r"(\d{4})[./](\d{1,2})[./](\d{1,2})", "{0}-{1:0>2}-{2:0>2}"),
    (r"(\d{1,2})[./](\d{1,2})[ ./-](\d{4})", "{2}-{1:0>2}-{0:0>2}"),
    (r"(\d{4})-(\d{1,2})-(\d{1,2})", "{0}-{1:0>2}-{2:0>2}"),
)


def month_named(word: str) -> int:
    """The number of a month by its Swedish or English name; 0 for other words."""
    name = word.casefold()[:3].replace("may", "maj").replace("oct", "okt")
    return _MONTHS.index(name) + 1 if name in _MONTHS else 0


def _suggested_date(text: str) -> str:
    """A date written another way, as this format writes it; empty where it is not plain."""
    if spoken := re.fullmatch(_SPOKEN_DATE, text):
        month = month_named(spoken[2])
        if month:
            day = f"{month:02d}-{int(spoken[1]):02d}"
            return f"{spoken[3]}-{day}" if spoken[3] else day
    for pattern, form in _OTHER_DATES:
        if match := re.fullmatch(pattern, text):
            return form.format(*match.groups())
    return ""


def _day(text: str, year: str, month: str, day: str) -> date:
    """A day of the calendar within the years that an agreement can have."""
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        fault("AV212", text=text, suggestion="")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        fault("AV211", text=text, suggestion="")


@lru_cache(maxsize=4096)
def _date(text: str, *, last: bool) -> date:
    if match := _DATE.fullmatch(text):
        return _day(text, *match.groups())
    if match := re.fullmatch(_MONTH, text):
        first = _day(text, match[1], match[2], "1")
        return last_of_month(first.year, first.month) if last else first
    suggestion = _suggested_date(text)
    if re.fullmatch(_DAY_OF_YEAR, suggestion):
        # Which year it was, only the paper knows.
        fault("AV210", text=text, suggestion="", day=suggestion)
    fault("AV210", text=text, suggestion=suggestion, day="")


def read_first_day(value: object) -> date:
    """A date; a month means its first day."""
    if type(value) is date:
        return value
    return _date(_text(value), last=False)


def read_last_day(value: object) -> date:
    """A date, inclusive; a month means its last day."""
    if type(value) is date:
        return value
    return _date(_text(value), last=True)


def read_month(value: object) -> date:
    """A month, as its first day; a full date stands for its month."""
    return read_first_day(value).replace(day=1)


def read_day_of_year(value: object) -> tuple[int, int]:
    """A day that recurs each year, ``11-01``, as month and day."""
    text = _text(value)
    match = re.fullmatch(_DAY_OF_YEAR, text)
    if match is None:
        fault("AV224", text=text, suggestion=_suggested_date(text))
    day = _day(text, "2000", *match.groups())
    return day.month, day.day


def read_fiscal_start(value: object) -> int:
    """The month whose first day a fiscal year starts on."""
    month, day = read_day_of_year(value)
    if day != 1:
        fault("AV230", text=_text(value))
    return month


def read_paper_date(value: object) -> str:
    """A decision's date as far as the paper gives it: a day, a month, or a day without year."""
    text = _text(value)
    if _DATE.fullmatch(text):
        _date(text, last=False)
    elif is_year(text):
        year(text, Setting())
    elif re.fullmatch(_DAY_OF_YEAR, text):
        read_day_of_year(text)
    elif re.fullmatch(_DAY_OF_YEAR, day := _suggested_date(text)):
        fault("AV210", text=text, suggestion=day, day="")
    else:
        _date(text, last=False)
    return text


def is_year(text: str) -> bool:
    """Whether a text is a year, such as `2023/24`, rather than a day or a month.

    With a dash it must be two years in a row, the second of which is no month: `2015-16`.
    """
    match = _FISCAL.fullmatch(text.strip())
    if match is None or match["mark"] in (None, "/"):
        return match is not None
    return _ends_next(match) and not is_month_or_year(text)


def is_month_or_year(text: str) -> bool:
    """Whether a text may be a month or a fiscal year: `2011-12`."""
    match = _FISCAL.fullmatch(text.strip())
    if match is None or match["mark"] in (None, "/"):
        return False
    return _ends_next(match) and match["end"] in _MONTH_NUMBERS


def _ends_next(match: re.Match[str]) -> bool:
    """Whether the second of two years follows on the first."""
    following = int(match["start"]) + 1
    return match["end"] in (f"{following % 100:02d}", str(following))


@lru_cache(maxsize=4096)
def year(text: str, file: Setting, day: str = "") -> int:
    """A year, named by the calendar year it starts in.

    Where the fiscal year does not start in January it is written ``2023/24``, or ``2024`` if the
    file says which year that is.  ``day`` is what else may be meant by it.
    """
    match = _FISCAL.fullmatch(text) if is_year(text) or is_month_or_year(text) else None
    if match is None or not FIRST_YEAR <= int(match["start"]) <= LAST_YEAR:
        fault("AV212", text=text, suggestion="")
    start = int(match["start"])
    written = f"{start}/{(start + 1) % 100:02d}"
    if is_month_or_year(text):
        fault("AV212", text=text, suggestion=written if file.first_month != 1 else "")
    if match["end"]:
        if match["end"] not in (f"{(start + 1) % 100:02d}", str(start + 1)):
            fault("AV213", text=text, suggestion=written)
        if file.first_month == 1:
            fault("AV231", text=text, suggestion=str(start))
        return start
    if file.first_month == 1:
        if match["prefix"]:
            fault("AV212", text=text, suggestion=str(start))
        return start
    if not file.named:
        ends, starts = (year_label(number, file.first_month) for number in (start - 1, start))
        line = f'fiscal_year: {{starts: "{file.first_month:02d}-01", named: '
        lines = {"named_end": f"{line}end}}", "named_start": f"{line}start}}"}
        fault("AV234", text=text, ends=ends, starts=starts, day=day, **lines)
    return start - (file.named == "end")


def read_year(value: object, info: ValidationInfo) -> int:
    """A fiscal year, named by the calendar year it starts in."""
    return year(_text(value), setting(info))


def read_months(value: object) -> int:
    """A length in whole months."""
    text = _text(value)
    match = re.fullmatch(_LENGTH, text)
    if match is None or int(match[1]) == 0:
        fault("AV214", text=text, suggestion="")
    return int(match[1]) * (12 if match[2][0] in "yå" else 1)


# --- words ---------------------------------------------------------------------------------

# Words of the format that stand where a party's, an item's or a key's id can stand.
RESERVED = frozenset(
    {
        "all", "among", "as_of", "by", "default", "each", "equal", "first",
        "fixed", "mean_of_lowest", "mix", "none", "others", "parts", "rest",
        "round", "split", "steps", "tolerance",
    }
)  # fmt: skip
WORDS_FOR_PARTIES = frozenset({"any", "total", "frame"})
_ID = re.compile(r"[^\W\d_][\w-]*")
_FORBIDDEN = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
MOST_ID_LETTERS = 64
MOST_CHARACTERS = 500
"""Of a name, a title or any other text on one line."""


def read_id(value: object) -> str:
    """An id: letters, digits, ``-`` and ``_``, a letter first, no word of the format."""
    text = read_name(value)
    if text in RESERVED:
        fault("AV216", text=text)
    return text


def read_party_id(value: object) -> str:
    """A party's id, which is no word of a condition either: ``any<=900000`` means everyone."""
    text = read_id(value)
    if text in WORDS_FOR_PARTIES:
        fault("AV216", text=text)
    return text


def read_name(value: object) -> str:
    """An agreement's own id, which may be a word of the format: it stands nowhere else."""
    text = _text(value)
    if not _ID.fullmatch(text) or len(text) > MOST_ID_LETTERS:
        # The nearest thing to the text that can be an id; empty where nothing is left.
        words = re.sub(r"\W+", "-", unicodedata.normalize("NFC", text).lower()).strip("-_")
        suggestion = re.sub(r"^[\d_-]+", "", words)[:MOST_ID_LETTERS]
        fault("AV215", text=text, suggestion=suggestion)
    return text


def read_text(value: object) -> str:
    """A text on one line."""
    text = _text(value)
    if not text:
        fault("AV218")
    if re.search(_FORBIDDEN, text) or "\n" in text:
        fault("AV217", text=text, suggestion="")
    if len(text) > MOST_CHARACTERS:
        fault("AV235", text=text, most=MOST_CHARACTERS)
    return text


def read_prose(value: object) -> str:
    """A text that may have line breaks."""
    text = _text(value)
    if not text:
        fault("AV218")
    if re.search(_FORBIDDEN, text):
        fault("AV217", text=text, suggestion="")
    return text


def read_yes(value: object) -> bool:
    """Yes or no, written ``true`` or ``false`` (or ja, nej, yes, no)."""
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text.lower() in ("true", "yes", "ja"):
        return True
    if text.lower() in ("false", "no", "nej"):
        return False
    fault("AV219", text=text)


_CURRENCIES = {
    **dict.fromkeys(("kr", "kronor", "svenska kronor"), "SEK"),
    **dict.fromkeys(("euro", "euros", "€"), "EUR"),
    **dict.fromkeys(("pund", "brittiska pund", "pounds", "sterling", "£"), "GBP"),
    **dict.fromkeys(("dollar", "dollars", "us-dollar", "$"), "USD"),
    "norska kronor": "NOK",
    "danska kronor": "DKK",
}


def read_currency(value: object) -> str:
    """A currency's three letters."""
    text = _text(value)
    if text not in CURRENCIES:
        meant = _CURRENCIES.get(text.lower(), text.upper())
        fault("AV228", text=text, suggestion=meant if meant in CURRENCIES else "")
    return text


def read_version(value: object) -> int:
    """The format's version."""
    text = _text(value)
    if text != "1":
        fault("AV232", text=text)
    return 1


def read_org_no(value: object) -> str:
    """A Swedish organisation number, ``212000-1553``, its check digit right."""
    text = _text(value)
    digits = re.sub(r"[-.\s\u2010-\u2015\u2212]", "", text)
    if not re.fullmatch("[0-9]{10}", digits):
        fault("AV220", text=text)
    # Luhn: every other digit counts double, and of what that makes the digits are added.
    doubled = "".join(str(int(digit) * (2 - place % 2)) for place, digit in enumerate(digits))
    if sum(map(int, doubled)) % 10:
        fault("AV220", text=text)
    return f"{digits[:6]}-{digits[6:]}"


def read_municipality_code(value: object) -> str:
    """A municipality's four digits (two for a region)."""
    text = _text(value)
    if not re.fullmatch(r"[0-9]{2}(?:[0-9]{2})?", text):
        fault("AV229", text=text)
    return text


# What people write for a choice, in the paper's language.
_MEANT = {
    "godkänd": "approved", "beslutad": "approved", "godkänt": "approved", "beslutat": "approved",
    "väntar": "pending", "avvaktar": "pending", "föreslagen": "proposed", "förslag": "proposed",
    "avslagen": "refused", "avslag": "refused", "nekad": "refused", "avslaget": "refused",
    "bifall": "approved", "bifallen": "approved", "antagen": "approved", "ja": "approved",
    "ej beslutad": "pending", "ej beslutat": "pending", "obeslutad": "pending",
    "återremitterad": "pending", "föreslås": "proposed", "tjänsteskrivelse": "proposed",
    "kostnad": "cost", "intäkt": "revenue", "bidrag": "grant", "statsbidrag": "grant",
    "justering": "adjustment", "rättelse": "adjustment", "år": "year", "helår": "year",
    "dagar": "days", "månader": "months", "kvartal": "quarters",
    "likalydande beslut": "identical_decision",
    "månadsvis": "monthly", "kvartalsvis": "quarterly", "halvårsvis": "half_yearly",
    "årsvis": "yearly",
    "tertialvis": "tertial", "förskott": "advance", "efterskott": "arrears", "lika": "equal",
    "behålls": "kept", "regleras": "settle", "preliminär": "preliminary", "slutlig": "final",
}  # fmt: skip


def choice(*options: str) -> "Read":
    """One of some words of the format; the nearest is named when it is none of them."""
    return Read(lambda value: read_choice(value, options), {"enum": list(options)})


def read_choice(value: object, options: tuple[str, ...], forms: tuple[str, ...] = ()) -> str:
    """One of some words of the format, as `choice`; ``forms`` are no words, but allowed too."""
    if value in options:
        return str(value)
    text = _text(value)
    if text not in options:
        choices = (*options, *forms)
        meant = _MEANT.get(text.lower(), nearest(text, choices, 0.5))
        fault("AV222", text=text, choices=choices, suggestion=meant if meant in choices else "")
    return text


# --- pydantic ------------------------------------------------------------------------------

Schema = Mapping[str, Any]
TEXT: Schema = {"type": "string"}
TEXT_OR_NUMBER: Schema = {"type": ["string", "number"]}


class Read:
    """A pydantic annotation: the value is read by a function; ``schema`` is its JSON Schema."""

    def __init__(self, function: Callable[..., Any], schema: Schema, *, info: bool = False) -> None:
        """Keep the function; with ``info`` it also takes pydantic's `ValidationInfo`."""
        self.function, self.schema, self.info = function, schema, info

    def read(self, value: object, info: ValidationInfo) -> Any:  # noqa: ANN401 - whatever it reads
        """Read a value, as pydantic would."""
        return self.function(value, info) if self.info else self.function(value)

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate by the function alone."""
        if self.info:
            return core_schema.with_info_plain_validator_function(self.function)
        return core_schema.no_info_plain_validator_function(self.function)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Say what an editor may accept."""
        return dict(self.schema)


def text_like(pattern: str, *other: str) -> Schema:
    """A text that an editor expects to look so; one that must hold is checked by its reader."""
    return {"type": ["string", *other] if other else "string", "pattern": pattern}


_WITH_FIGURE = text_like("[0-9]", "number")
_WITH_PERCENT = text_like("[0-9].*(%|\u2030|procent|promille|percent|/)")
_DAY = text_like("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")

AMOUNT = Read(read_amount, _WITH_FIGURE, info=True)
AMOUNT_OR_SHARE = Read(read_amount_or_share, _WITH_FIGURE, info=True)
PRICE = Read(read_price, _WITH_FIGURE, info=True)
PRICE_OR_SHARE = Read(read_price_or_share, _WITH_FIGURE, info=True)
NUMBER = Read(read_number, _WITH_FIGURE, info=True)
UNIT = Read(read_unit, TEXT_OR_NUMBER, info=True)
STEP = Read(read_step, _WITH_FIGURE, info=True)
SHARE_STEP = Read(read_share_step, _WITH_PERCENT)
WHOLE = Read(read_whole, text_like("^[-+]?[0-9]{1,3}$", "integer"))
SHARE = Read(read_share, _WITH_PERCENT)
ADDITION = Read(read_addition, _WITH_PERCENT)
CHANGE = Read(read_change, _WITH_PERCENT)
FIRST_DAY = Read(read_first_day, _DAY)
LAST_DAY = Read(read_last_day, _DAY)
MONTH = Read(read_month, _DAY)
DAY_OF_YEAR = Read(read_day_of_year, text_like("^[0-9]{2}-[0-9]{2}$"))
FISCAL_START = Read(read_fiscal_start, text_like("^[0-9]{2}-01$"))
PAPER_DATE = Read(read_paper_date, TEXT_OR_NUMBER)
YEAR = Read(read_year, text_like("[0-9]{4}", "integer"), info=True)
MONTHS = Read(read_months, text_like("^[0-9]{1,3} ?[a-zåä]+$"))
NAME = Read(read_name, text_like(r"^[^\s\d_.,:;/%-][^\s.,:;/%]*$"))
# Where names are keys, pydantic would make a pattern a condition of its own.
ID = Read(read_id, TEXT)
PARTY_ID = Read(read_party_id, TEXT)
LINE = Read(read_text, {"type": ["string", "number", "boolean"], "maxLength": MOST_CHARACTERS})
PROSE = Read(read_prose, {"type": ["string", "number", "boolean"]})
YES = Read(read_yes, {"enum": [True, False, "true", "false", "yes", "no", "ja", "nej"]})
NUMBERS = Read(read_way_of_writing, {"enum": [*WAYS_OF_WRITING, 1234.5]})
CURRENCY = Read(read_currency, {"type": "string", "pattern": "^[A-Z]{3}$"})
VERSION = Read(read_version, {"enum": [1, "1"]})
ORG_NO = Read(read_org_no, text_like("^([0-9][^0-9a-zåäö]*){10}$", "number"))
MUNICIPALITY_CODE = Read(read_municipality_code, text_like("^[0-9]{2}([0-9]{2})?$", "number"))
