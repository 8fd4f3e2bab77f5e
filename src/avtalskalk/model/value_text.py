"""Changed values as an author writes them, so that they are read back exactly."""

import re
from fractions import Fraction

from avtalskalk.model.values import MOST_DECIMALS, MOST_WHOLE_DIGITS
from avtalskalk.money import half_up
from avtalskalk.words.formats import KRONOR, currency_digits

_THREE = 3
_SHORT = 4
"""A share with more decimals than this is easier to read as a fraction."""


def amount_text(minor: int, currency: str, like: object = "") -> str:
    """An amount in minor units; with ``kr`` unless the text that it must be ``like`` has none."""
    digits = currency_digits(currency)
    least = digits if minor % 10**digits else 0
    return _decimal(Fraction(minor, 10**digits), like, digits, least) + _unit(currency, like)


def price_text(minor: Fraction, currency: str, like: object = "") -> str:
    """A price in minor units, with as many decimals as it needs."""
    return number_text(minor / 10 ** currency_digits(currency), like) + _unit(currency, like)


def number_text(value: Fraction, like: object = "") -> str:
    """A number, half up to as many decimals as the format has."""
    return _decimal(value, like, MOST_DECIMALS, 0)


def share_text(value: Fraction) -> str:
    """A share in percent, or as a fraction where it takes many decimals."""
    percent = value * 100
    if 10**_SHORT % percent.denominator == 0:
        return f"{_plain(percent, _SHORT, 0)} %"
    if len(str(value.denominator)) <= MOST_WHOLE_DIGITS:
        return f"{value.numerator}/{value.denominator}"
    return f"{_plain(percent, MOST_DECIMALS, 0)} %"


def _unit(currency: str, like: object) -> str:
    """The unit, where the currency may be written ``kr`` and the other is not bare."""
    bare = isinstance(like, str) and re.search(r"\d\s*$", like)
    return " kr" if currency in KRONOR and not bare else ""


def _decimal(value: Fraction, like: object, most: int, least: int) -> str:
    """A number with groups of three, and the decimal mark of another."""
    whole, mark, decimals = _plain(abs(value), most, least).partition(",")
    # Three decimals after so few digits could be thousands, and the format asks which.
    if len(decimals) == _THREE and len(whole) <= _THREE and whole != "0":
        decimals += "0"
    if mark and isinstance(like, str) and "." in like:
        mark = "."
    grouped = f"{int(whole):,}".replace(",", " ")
    return f"{'-' * (value < 0)}{grouped}{mark}{decimals}"


def _plain(value: Fraction, most: int, least: int) -> str:
    """A number of zero or more with a decimal comma, without groups or needless zeros."""
    whole, rest = divmod(half_up(value.numerator * 10**most, value.denominator), 10**most)
    decimals = f"{rest:0{most}d}".rstrip("0").ljust(least, "0") if most else ""
    return f"{whole}{',' * bool(decimals)}{decimals}"
