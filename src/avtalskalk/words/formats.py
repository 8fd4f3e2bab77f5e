"""How Swedish and English write numbers, money, percents and dates; equal to Babel in the tests."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import assert_never

from avtalskalk.diagnostics import Amount, Argument, Number, Phrase, Sum
from avtalskalk.money import half_up
from avtalskalk.words import Language
from avtalskalk.words.phrases import PHRASES

NO_BREAK = "\u00a0"

# ISO 4217: the currencies that do not have two decimals.
_WITHOUT = (
    *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"),
    *("PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"),
)
_THREE = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
_DIGITS = dict.fromkeys(_WITHOUT, 0) | dict.fromkeys(_THREE, 3)

CURRENCIES = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP "  # noqa: SIM905 - a page
    "BYN BZD "
    "CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS "
    "GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW "
    "KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR "
    "MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR "
    "SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG".split()
)
"""The currencies of ISO 4217 that money is paid in."""

# The currencies that call themselves kronor and may be written kr, tkr and mkr.
KRONOR = frozenset({"SEK", "NOK", "DKK"})

# How far an exact number is written out; one that goes on longer is shown as a fraction or as
# nearly so much.
_DECIMALS = 6

_LONGEST_TEXT = 100

_GLANCE_DECIMALS = 2
_GLANCE_DENOMINATOR = 12
_MORE_DECIMALS = 20

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def currency_digits(currency: str) -> int:
    """How many decimals a currency has."""
    return _DIGITS.get(currency, 2)


def phrase(key: str, language: Language) -> str:
    """A word or a sentence of `phrases` in a language."""
    return PHRASES[key].text(language)


def fill(
    template: str, arguments: Mapping[str, Argument], language: Language, *, whole: bool = False
) -> str:
    """Put arguments where a template has ``{name}``; other braces, as in YAML, stay.

    A line that asks for an argument which is empty is left out, unless the template is to be
    kept ``whole``: not every typing slip has a nearest word.
    """

    def argument(match: re.Match[str]) -> str:
        name = match[1]
        return say(arguments[name], language) if name in arguments else match[0]

    def empty(line: str) -> bool:
        return any(arguments.get(name) in ("", ()) for name in _PLACEHOLDER.findall(line))

    return "\n".join(
        _PLACEHOLDER.sub(argument, line)
        for line in template.split("\n")
        if whole or not empty(line)
    )


def say(argument: Argument, language: Language) -> str:  # noqa: PLR0911 - one return per kind
    """An argument of a message as a person reads it."""
    match argument:
        case str():
            return shortened(safe(argument))
        case Amount():
            return amount(argument.minor, argument.currency, language)
        case Number():
            return number(argument.value, language)
        case Phrase():
            return phrase(argument.key, language)
        case Sum():
            return " + ".join(
                f"{safe(name)} {say(term, language)}" for name, term in argument.terms
            )
        case Fraction():
            return share(argument, language)
        case date():
            return argument.isoformat()
        case tuple():
            return ", ".join(say(item, language) for item in argument)
        case int():
            return str(argument)
        case _:
            assert_never(argument)


def safe(text: str) -> str:
    r"""Text that others wrote, with what a terminal obeys or nobody sees written as ``\\x1b``."""
    if text.isprintable():
        return text
    return "".join(
        char
        if char.isprintable() or unicodedata.category(char) == "Zs"
        else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def shortened(text: str) -> str:
    """A text that is too long for a message, with its middle left out."""
    if len(text) <= _LONGEST_TEXT:
        return text
    head = 2 * _LONGEST_TEXT // 3
    return f"{text[:head]}…{text[head + 1 - _LONGEST_TEXT :]}"


def decimals_of(value: Fraction | int) -> int | None:
    """How many decimals write a number exactly, or None where six do not."""
    return next((d for d in range(_DECIMALS + 1) if 10**d % value.denominator == 0), None)


def money(minor: int, digits: int, language: Language, decimals: int) -> str:
    """An amount without its currency: ``957 238,00``, ``957,238.00``.

    ``digits`` says how many minor units go on what is shown, as a power of ten (2 for kronor,
    5 for thousands of kronor), ``decimals`` how many of them are written; what lies beyond
    must be zero, for nothing is rounded here.
    """
    cut = 10 ** (digits - decimals)
    shown, beyond = divmod(abs(minor), cut)
    if beyond:
        message = f"{minor} has more than {decimals} decimals at {digits} digits"
        raise ValueError(message)
    return _decimal(shown, decimals, language, negative=minor < 0)


def amount(minor: Fraction | int, currency: str, language: Language) -> str:
    """An amount with its currency, without decimals where it is whole: ``957 238 kr``.

    An exact amount finer than the currency is written out up to six decimals, and one that
    never ends is rounded and marked ``≈``.
    """
    digits = currency_digits(currency)
    places = decimals_of(Fraction(minor, 10**digits))
    exact = places is not None
    places = digits if places is None else places and max(places, digits)
    figures = _rounded(Fraction(minor, 10**digits), places, language)
    nearly = "" if exact else f"≈{NO_BREAK}"
    if language == "sv":
        return f"{nearly}{figures}{NO_BREAK}{'kr' if currency == 'SEK' else currency}"
    sign, figures = ("-", figures[1:]) if figures.startswith("-") else ("", figures)
    return f"{nearly}{sign}{currency}{NO_BREAK}{figures}"


def number(value: Fraction | int, language: Language, decimals: int | None = None) -> str:
    """A number, exact (as a fraction where six decimals do not do), or rounded to decimals."""
    if decimals is None:
        decimals = decimals_of(value)
    if decimals is None:
        return f"{value.numerator}/{value.denominator}"
    return _rounded(value, decimals, language)


def percent(
    value: Fraction, language: Language, decimals: int | None = None, *, forced: bool = False
) -> str:
    """A share in percent: ``17,5 %``, ``17.5%``; exact unless decimals are given.

    It has more of them where it would read as nothing, or as the whole, and is not, unless they
    are ``forced``.
    """
    space = NO_BREAK if language == "sv" else ""
    share = value * 100
    if decimals is not None and not forced:
        for more in range(decimals, decimals + _MORE_DECIMALS):
            rounded = Fraction(half_up(share.numerator * 10**more, share.denominator), 10**more)
            if rounded == share or abs(rounded) not in (0, 100):
                decimals = more
                break
    return f"{number(share, language, decimals)}{space}%"


def share(value: Fraction, language: Language) -> str:
    """A share written exactly: in percent, or as ``1/3``."""
    if decimals_of(value * 100) is None:
        return number(value, language)
    return percent(value, language)


def roughly(value: Fraction, language: Language) -> str:
    """A share as it is read at a glance: ``12,5 %``, ``1/3``, or percent with two decimals."""
    places = decimals_of(value * 100)
    if places is not None and places <= _GLANCE_DECIMALS:
        return percent(value, language)
    if value.denominator <= _GLANCE_DENOMINATOR:
        return number(value, language)
    return percent(value, language, _GLANCE_DECIMALS)


def signed(text: str, value: Fraction | int) -> str:
    """A number in words with its sign also where it is above zero: ``+382 895,20``."""
    return f"+{text}" if value > 0 else text


def _rounded(value: Fraction | int, decimals: int, language: Language) -> str:
    """A number half up to decimals."""
    scaled = half_up(value.numerator * 10**decimals, value.denominator)
    return _decimal(abs(scaled), decimals, language, negative=scaled < 0)


def possessive(name: str, language: Language) -> str:
    """Whose something is: ``Alingsås kommuns``, ``Alingsås``, ``Alingsås kommun's``."""
    if language == "en":
        return f"{name}'s"
    return name if name[-1:] in "sxz" else f"{name}s"


def capital(text: str) -> str:
    """A text with a capital first."""
    return text[:1].upper() + text[1:]


def _decimal(scaled: int, decimals: int, language: Language, *, negative: bool) -> str:
    """Write a whole number of the last decimal with groups, decimal mark and sign."""
    whole, rest = divmod(scaled, 10**decimals)
    group, mark = (NO_BREAK, ",") if language == "sv" else (",", ".")
    figures = f"{whole:,}".replace(",", group)
    if decimals:
        figures += f"{mark}{rest:0{decimals}d}"
    return f"-{figures}" if negative else figures
