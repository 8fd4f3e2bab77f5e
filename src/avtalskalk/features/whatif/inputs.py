"""What can be varied in an agreement, and at which values, as an option says it.

``share.alingsas=30 %..60 %:5 %`` is a range with its step, ``cost=-2 %; 0 %; +4 %`` a list.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.features.whatif.change_request import ChangeRequest, Kind
from avtalskalk.model.values import (
    Fault,
    Setting,
    amount,
    number,
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
    """Something in an agreement that can be another: see `ChangeRequest` for kind and target."""

    kind: Kind
    target: str
    said: str


class Axis(NamedTuple):
    """An input and its values; ``relative`` says that they are added to what stands there."""

    input: Input
    values: tuple[Quantity, ...]
    relative: bool

    def asked(self, value: Quantity, file: Setting) -> ChangeRequest:
        """One of its values as a change that somebody asks for."""
        return asked(self.input, value, file, relative=self.relative)


def asked(what: Input, value: Quantity, file: Setting, *, relative: bool) -> ChangeRequest:
    """An input at a value, as a change that somebody asks for."""
    text = written(value, file, signed=relative)
    return ChangeRequest(what.kind, what.target, text, option=f"{AT[0]} {what.said}={text}")


def read_input(text: str) -> Input:
    """An input by its name: ``cost``, ``share.alingsas``, ``index.kpi``, or a path."""
    text = text.strip()
    kind, _, target = text.partition(".")
    return Input(_NAMED[kind], target, text) if kind in _NAMED else Input("set", text, text)


def read_axis(text: str, file: Setting) -> Axis | Diagnostic:
    """``INPUT=LOW..HIGH:STEP`` or ``INPUT=VALUE; VALUE; …``, or what is wrong with it."""
    name, equals, values = (part.strip() for part in text.partition("="))
    if not (name and equals and values):
        return _wrong("AV850", text)
    try:
        found = _range(values, file) if ".." in values else _list(values, file)
    except Fault as fault:
        return Diagnostic(fault.type, dict(fault.context or {}), AT)
    if not found or len({one.unit for one in found}) > 1:
        return _wrong("AV851", text)
    what = read_input(name)
    fits = tuple(fitting(what, one) for one in found)
    # A percentage of a cost is one to add, with a sign or without.
    percent = fits[0].unit == "change" and what.kind != "index"
    return Axis(what, fits, percent or is_relative(values))


def fitting(what: Input, one: Quantity) -> Quantity:
    """A value as its input takes it: only shares themselves may be fractions."""
    if one.unit == "share" and what.kind not in ("share", "set"):
        return one._replace(unit="change")
    return one


def _wrong(code: str, text: str) -> Diagnostic:
    return Diagnostic(code, {"given": text}, AT)


def is_relative(text: str) -> bool:
    """Whether values are added to what stands there: one of them has a sign."""
    return any(part.strip()[:1] in ("+", "-", "\u2212") for part in re.split(r";|\.\.", text))


def _list(text: str, file: Setting) -> tuple[Quantity, ...]:
    return tuple(read_quantity(one, file) for one in _with_units(text.split(";")))


def _with_units(texts: Sequence[str]) -> list[str]:
    """Values as written, a bare number with the unit of the others: ``30..60 %``."""
    plain = [text.strip() for text in texts]
    units = [found[0] if (found := _UNIT.search(one)) else "" for one in plain]
    usual = next(filter(None, reversed(units)), "")
    return [
        one if unit or _DAY.fullmatch(one) or "/" in one else one + usual
        for one, unit in zip(plain, units, strict=True)
    ]


def _range(text: str, file: Setting) -> tuple[Quantity, ...]:
    """The values from the lowest to the highest; empty where these make no range."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return ()
    ends = [match[name].strip() for name in ("low", "high", "step") if match[name]]
    unit = next((found[0] for one in reversed(ends) if (found := _UNIT.search(one))), "")
    first, last, *steps = (
        one if _DAY.match(one) or _UNIT.search(one) else one + unit for one in ends
    )
    low, high = read_quantity(first, file), read_quantity(last, file)
    step = steps[0] if steps else ""
    if low.unit != high.unit or low.value > high.value:
        return ()
    if low.unit == "day":
        return _days(low.day, high.day, step or "1 month")
    if not step:
        return _even(low, high)
    by = read_quantity(step, file)
    if by.unit != low.unit or by.value <= 0:
        return ()
    count = (high.value - low.value) // by.value + 1
    if count > MOST_VALUES:
        return ()
    return tuple(low._replace(value=low.value + place * by.value) for place in range(count))


def _even(low: Quantity, high: Quantity) -> tuple[Quantity, ...]:
    """A range that says no step, in even ones, of what can be written."""
    width = high.value - low.value
    if not width:
        return (low,)
    steps = (low._replace(value=low.value + width * p / USUAL_STEPS) for p in range(11))
    return tuple(dict.fromkeys(map(writable, steps)))


def _days(low: date, high: date, step: str) -> tuple[Quantity, ...]:
    """Days some months, or some days, apart."""
    found: list[date] = []
    if _LENGTH.fullmatch(step):
        months = read_months(step)
        while (day := add_months(low, months * len(found))) <= high:
            found.append(day)
    elif step.isascii() and step.isdigit() and int(step):
        first, last = low.toordinal(), high.toordinal()
        found = [date.fromordinal(day) for day in range(first, last + 1, int(step))]
    return tuple(Quantity("day", Fraction(day.toordinal())) for day in found)


def read_quantity(text: str, file: Setting) -> Quantity:
    """A value by how it is written; raises Fault where it is none."""
    if _DAY.fullmatch(text):
        return Quantity("day", Fraction(read_first_day(text).toordinal()))
    if _SHARE.fullmatch(text):
        return Quantity("share", share(text))
    if _WITH_UNIT.fullmatch(text):
        return Quantity("amount", Fraction(amount(text, file.currency)))
    return Quantity("number", number(text))


def writable(one: Quantity) -> Quantity:
    """The nearest value that can be written: whole minor units, so many decimals, whole days."""
    if one.unit == "share" and _ratio_fits(one.value):
        return one
    finest = 10**_DECIMALS
    places = {"share": finest * 100, "change": finest * 100, "number": finest}.get(one.unit, 1)
    scaled = half_up(one.value.numerator * places, one.value.denominator)
    return one._replace(value=Fraction(scaled, places))


def _ratio_fits(value: Fraction) -> bool:
    """Whether a share can be written as one whole number over another."""
    return value >= 0 and len(str(max(value.numerator, value.denominator))) <= _LONGEST_RATIO


def written(one: Quantity, file: Setting, *, signed: bool = False) -> str:
    """A value as it can stand in a file, with its sign where it is one to add."""
    sign = "+" if signed and one.value >= 0 else ""
    match one.unit:
        case "day":
            return one.day.isoformat()
        case "amount":
            digits = currency_digits(file.currency)
            unit = "kr" if file.currency in KRONOR else file.currency
            return f"{sign}{_decimal(one.value / 10**digits)} {unit}"
        case "share" | "change":
            percent = _decimal(one.value * 100)
            return f"{sign}{percent} %" if percent else f"{one.value}"
        case _:
            return f"{sign}{_decimal(one.value)}"


def _decimal(value: Fraction) -> str:
    """A number with as many decimals as it needs; empty where these are too many."""
    # Three decimals would read as a group of thousands.
    for places in (0, 1, 2, *range(4, _DECIMALS + 1)):
        if 10**places % value.denominator == 0:
            scaled = abs(value.numerator) * (10**places // value.denominator)
            digits = f"{scaled:0{places + 1}d}"
            text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
            return f"-{text}" if value < 0 else text
    return ""
