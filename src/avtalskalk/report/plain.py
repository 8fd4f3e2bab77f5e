"""Exact values as text, and as the plain values that JSON has: no language in them."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from avtalskalk.diagnostics import Amount, Argument, Number, Phrase, Sum
from avtalskalk.words.formats import currency_digits

_MOST_DECIMALS = 15

Exact = Fraction | int | date
"""What an input of a what-if may be: a number, or a day."""


def decimal(minor: int, digits: int) -> str:
    """An amount in minor units with a decimal point: ``957238.00``."""
    figures = str(minor)
    if not digits:
        return figures
    if len(figures) <= digits + 1:
        # Too short to have a figure before the point; the sign must not be taken for one.
        figures = f"{'-' if minor < 0 else ''}{abs(minor):0{digits + 1}d}"
    return f"{figures[:-digits]}.{figures[-digits:]}"


def exact(value: Amount) -> str:
    """An amount as a decimal where it is whole minor units, otherwise as a fraction."""
    digits = currency_digits(value.currency)
    if value.minor.denominator == 1:
        return decimal(value.minor.numerator, digits)
    return str(Fraction(value.minor, 10**digits))


def shortest(value: Exact) -> str:
    """A number as a decimal no longer than it must be, as a fraction where that does not end.

    A day is written as one.
    """
    if isinstance(value, date):
        return value.isoformat()
    for places in range(_MOST_DECIMALS):
        if 10**places % value.denominator == 0:
            return decimal(value.numerator * (10**places // value.denominator), places)
    return str(value)


def plain(arguments: Mapping[str, Argument]) -> dict[str, object]:
    """The arguments of a message or a note for a program."""
    return {name: _plain(value) for name, value in arguments.items()}


def _plain(value: Argument) -> object:
    match value:
        case Amount():
            return {"amount": exact(value), "currency": value.currency}
        case Number(number):
            return str(number)
        case Fraction():
            return str(value)
        case Phrase():
            return value.key
        case Sum():
            return [
                {"name": name, "amount" if isinstance(term, Amount) else "share": _plain(term)}
                for name, term in value.terms
            ]
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value
