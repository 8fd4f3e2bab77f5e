"""What can be varied in an agreement, and at which values, as an option has it.

``share.alingsas=30 %..60 %:5 %`` is a range with its step, ``cost=-2 %; 0 %; +4 %`` a list.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple, overload

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.features.whatif.change_request import ChangeRequest, Kind
from avtalskalk.model.values import (
    Fault,
    Setting,
    amount,
    number,
    price,
    read_first_day,
    read_months,
    share,
)
from avtalskalk.money import half_up
from avtalskalk.periods import add_months
from avtalskalk.words.formats import KRONOR, currency_digits

Unit = Literal["share", "change", "amount", "number", "day"]

AT: Path = ("--vary",)
"""Where a value that is tried is written: in the option."""

MOST_VALUES = 100_000
USUAL_STEPS = 10
"""Into so many steps a range is cut that does not say its step."""

# The inputs with a short name; everything else is a path into the file.
_NAMED: Mapping[str, Kind] = MappingProxyType(
    {"cost": "cost", "price": "price", "share": "share", "index": "index", "key": "key"}
)
_RANGE = re.compile(r"(?P<low>.+?)\.\.(?P<high>.+?)(?::(?P<step>[^-].*))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LENGTH = re.compile(r"[0-9]+ ?(?:years?|år|m[a-zåäö]+)")
_SHARE = re.compile(r".*(?:%|\u2030|procent|promille|percent|/).*")
_UNIT = re.compile(r" *(?:%|\u2030|procent|[A-Za-z]+|:-)$")
_WITH_UNIT = re.compile(r".*(?:[A-Za-z]|:-)")
_DECIMALS = 12
_LONGEST_RATIO = 18


class Quantity(NamedTuple):
    """A value as people write it: a share, minor units, a plain number or a day's ordinal.

    A ``change`` is a share that is written in percent alone: ``+3 %``.
    """

    unit: Unit
    value: Fraction

    @property
    def day(self) -> date:
        """The day that it is."""
        return date.fromordinal(int(self.value))


class Input(NamedTuple):
    """Something in an agreement that can be another, by the name that an option has for it."""

    kind: Kind
    target: str
    name: str


@dataclass(frozen=True, slots=True)
class EvenValues(Sequence[Quantity]):
    """Values the same step apart; each is made when it is needed, for there may be very many."""

    low: Quantity
    step: Fraction
    length: int

    def __len__(self) -> int:
        """How many values there are."""
        return self.length

    @overload
    def __getitem__(self, place: int) -> Quantity: ...
    @overload
    def __getitem__(self, place: slice) -> list[Quantity]: ...
    def __getitem__(self, place: int | slice) -> Quantity | list[Quantity]:
        """The value at a place, or those at several."""
        if isinstance(place, slice):
            return [self[number] for number in range(self.length)[place]]
        number = range(self.length)[place]
        return self.low._replace(value=self.low.value + number * self.step)


class Axis(NamedTuple):
    """An input and its values; ``relative`` says that they are added to what stands there.

    ``ends`` are the lowest and the highest value, in whatever order they are written; a step may
    pass over the highest.
    """

    input: Input
    values: Sequence[Quantity]
    ends: tuple[Quantity, Quantity]
    relative: bool = False

    def request(self, value: Quantity, file: Setting) -> ChangeRequest:
        """The input at a value, as a change that somebody asks for."""
        kind, target, name = self.input
        text = written(value, file, signed=self.relative)
        return ChangeRequest(kind, target, text, option=f"{AT[0]} {name}={text}")


def read_input(text: str) -> Input:
    """An input by its name: ``cost``, ``share.alingsas``, ``index.kpi``, or a path."""
    text = text.strip()
    kind, _, target = text.partition(".")
    return Input(_NAMED[kind], target, text) if kind in _NAMED else Input("set", text, text)


def is_cost(what: Input) -> bool:
    """Whether an input is a cost, whose plain numbers are amounts."""
    return what.kind == "cost"


def read_axis(
    text: str, file: Setting, is_amount: Callable[[Input], bool] = is_cost
) -> Axis | Diagnostic:
    """``INPUT=LOW..HIGH:STEP`` or ``INPUT=VALUE; VALUE; …``, or what is wrong with it.

    ``is_amount`` says whether the file takes a plain number at an input as an amount.
    """
    name, equals, values = (part.strip() for part in text.partition("="))
    if not (name and equals and values):
        return Diagnostic("AV850", {"given": text}, AT)
    what = read_input(name)
    return read_values(what, values, file, is_amount=is_amount(what))


def read_values(what: Input, text: str, file: Setting, *, is_amount: bool) -> Axis | Diagnostic:
    """The values of an input as they are written, or what is wrong with them."""
    if not all(part.strip() for part in text.split(";")):
        return Diagnostic("AV850", {"given": f"{what.name}={text}"}, AT)

    def read(value: str) -> Quantity:
        return _fitting(what, value, file, is_amount=is_amount)

    try:
        if ".." in text:
            values, ends = _range(text, read)
        else:
            values = tuple(map(read, _with_units(text.split(";"))))
            ends = tuple(sorted(values, key=lambda quantity: quantity.value))
    except Fault as fault:
        return Diagnostic(fault.type, dict(fault.context or {}), AT)
    if not values or (isinstance(values, tuple) and len({value.unit for value in values}) > 1):
        return Diagnostic("AV851", {"given": f"{what.name}={text}"}, AT)
    # A percentage of a cost is one to add, with a sign or without.
    percent = values[0].unit == "change" and what.kind != "index"
    return Axis(what, values, (ends[0], ends[-1]), percent or is_relative(text))


def _fitting(what: Input, text: str, file: Setting, *, is_amount: bool) -> Quantity:
    """A value as its input takes it: an amount where the file has one, a price with decimals."""
    if what.kind == "price" and not _SHARE.fullmatch(text):
        # A price may have more decimals than money has.
        exact = price(text, file.currency, file.numbers)
        return Quantity("number", exact / 10 ** currency_digits(file.currency))
    quantity = read_quantity(text, file)
    if quantity.unit == "number" and is_amount:
        return Quantity("amount", Fraction(amount(text, file.currency, file.numbers)))
    if quantity.unit == "share" and what.kind not in ("share", "set"):
        return quantity._replace(unit="change")
    return quantity


def is_relative(text: str) -> bool:
    """Whether values are added to what stands there: one of them has a sign."""
    return any(
        part.strip()[:1] in ("+", "-", "\u2212", "\u2013") for part in re.split(r";|\.\.", text)
    )


def _with_units(texts: Sequence[str]) -> list[str]:
    """Values as written, a bare number with the unit of the last that has one: ``30..60 %``."""
    # A word processor makes a dash of the minus sign before a number.
    texts = [re.sub("^\u2013(?=[0-9])", "-", text.strip()) for text in texts]
    units = [match[0] if (match := _UNIT.search(text)) else "" for text in texts]
    usual = next(filter(None, reversed(units)), "")
    return [
        text if unit or _DAY.fullmatch(text) or "/" in text else text + usual
        for text, unit in zip(texts, units, strict=True)
    ]


def _range(
    text: str, read: Callable[[str], Quantity]
) -> tuple[Sequence[Quantity], tuple[Quantity, ...]]:
    """The values from the lowest to the highest, and these two; empty where they make no range."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return (), ()
    first, last, *steps = _with_units([part for part in match.groups() if part])
    low, high = read(first), read(last)
    if low.unit != high.unit or low.value > high.value:
        return (), ()
    ends = low, high
    if low.unit == "day":
        return _days(low, high, (match["step"] or "1 month").strip()), ends
    if not steps:
        width = high.value - low.value
        evenly = (low.value + width * place / USUAL_STEPS for place in range(USUAL_STEPS + 1))
        values = (writable(low._replace(value=value)) for value in evenly)
        return tuple(dict.fromkeys(values)), ends
    step = read(steps[0])
    if step.unit != low.unit or step.value <= 0:
        return (), ()
    count = (high.value - low.value) // step.value + 1
    return EvenValues(low, step.value, count) if count <= MOST_VALUES else (), ends


def _days(low: Quantity, high: Quantity, step: str) -> Sequence[Quantity]:
    """Days some months, or some days, apart."""
    if _LENGTH.fullmatch(step):
        months, days = read_months(step), [low.day]
        while (day := add_months(low.day, months * len(days))) <= high.day:
            days.append(day)
        return tuple(Quantity("day", Fraction(day.toordinal())) for day in days)
    if step.isascii() and step.isdigit() and int(step):
        return EvenValues(low, Fraction(int(step)), int(high.value - low.value) // int(step) + 1)
    return ()


def read_quantity(text: str, file: Setting) -> Quantity:
    """A value by how it is written; raises Fault where it is none."""
    if _DAY.fullmatch(text):
        return Quantity("day", Fraction(read_first_day(text).toordinal()))
    if _SHARE.fullmatch(text):
        return Quantity("share", share(text))
    if _WITH_UNIT.fullmatch(text):
        exact = price(text, file.currency, file.numbers)
        if exact.denominator == 1:
            return Quantity("amount", exact)
        # Only a price has more decimals than money.
        return Quantity("number", exact / 10 ** currency_digits(file.currency))
    return Quantity("number", number(text, file.numbers))


def writable(quantity: Quantity) -> Quantity:
    """The nearest value that can be written: whole minor units, so many decimals, whole days."""
    unit, value = quantity
    longest = len(str(max(value.numerator, value.denominator)))
    if unit == "share" and value >= 0 and longest <= _LONGEST_RATIO:
        # A share may also be one whole number over another.
        return quantity
    finest = 10**_DECIMALS
    places = {"share": finest * 100, "change": finest * 100, "number": finest}.get(unit, 1)
    return Quantity(unit, Fraction(half_up(value.numerator * places, value.denominator), places))


def written(quantity: Quantity, file: Setting, *, signed: bool = False) -> str:
    """A value as it can stand in a file, with its sign where it is one to add."""
    unit, value = quantity
    sign = "+" if signed and value >= 0 else ""
    match unit:
        case "day":
            return quantity.day.isoformat()
        case "amount":
            digits = currency_digits(file.currency)
            currency = "kr" if file.currency in KRONOR else file.currency
            return f"{sign}{_decimal(value / 10**digits)} {currency}"
        case "share" | "change":
            percent = _decimal(value * 100)
            return f"{sign}{percent} %" if percent else f"{value}"
        case _:
            return f"{sign}{_decimal(value)}"


def _decimal(value: Fraction) -> str:
    """A number with as many decimals as it needs; empty where these are too many."""
    places = decimals_needed(value)
    if places is None:
        return ""
    # Three decimals would read as a group of thousands.
    places += places == 3  # noqa: PLR2004
    scaled = abs(value.numerator) * (10**places // value.denominator)
    digits = f"{scaled:0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 else text


def decimals_needed(value: Fraction) -> int | None:
    """With how many decimals a number is exact; None where these are too many to write."""
    places = (n for n in range(_DECIMALS + 1) if 10**n % value.denominator == 0)
    return next(places, None)
