"""A formula's text and what it comes to exactly, made together by the same operators."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from avtalskalk.money import half_up, up
from avtalskalk.words.formats import decimals_of

# How closely an operator binds: what binds less closely stands in parentheses.
_ATOM, _PRODUCT, _SUM, _COMPARISON = range(4)


@dataclass(frozen=True, slots=True)
class Expression:
    """A part of a formula, with its exact value; ``place`` is the sheet, column and row of a cell.

    A comparison is worth 1 or 0.
    """

    text: str
    value: Fraction
    binds: int = _ATOM
    place: tuple[str, str, int] | None = None

    def inside(self, binds: int) -> str:
        """The text as part of one that binds so closely."""
        return f"({self.text})" if self.binds > binds else self.text

    def __add__(self, term: "Expression") -> "Expression":
        """The sum of two."""
        return Expression(f"{self.text}+{term.inside(_SUM)}", self.value + term.value, _SUM)

    def __sub__(self, term: "Expression") -> "Expression":
        """The difference of two."""
        text = f"{self.inside(_SUM)}-{term.inside(_PRODUCT)}"
        return Expression(text, self.value - term.value, _SUM)

    def __mul__(self, factor: "Expression") -> "Expression":
        """The product of two; once a number is the number."""
        if "1" in {self.text, factor.text}:
            return factor if self.text == "1" else self
        text = f"{self.inside(_PRODUCT)}*{factor.inside(_PRODUCT)}"
        return Expression(text, self.value * factor.value, _PRODUCT)

    def __truediv__(self, divisor: "Expression") -> "Expression":
        """The quotient of two; nothing divided by nothing is nothing."""
        if divisor.text == "1":
            return self
        value = self.value / divisor.value if divisor.value else Fraction(0)
        return Expression(f"{self.inside(_PRODUCT)}/{divisor.inside(_ATOM)}", value, _PRODUCT)

    def __gt__(self, than: "Expression") -> "Expression":
        """Whether it is more than another."""
        return _compared(self, ">", than, self.value > than.value)

    def __lt__(self, than: "Expression") -> "Expression":
        """Whether it is less than another."""
        return _compared(self, "<", than, self.value < than.value)

    def __le__(self, than: "Expression") -> "Expression":
        """Whether it is at most another."""
        return _compared(self, "<=", than, self.value <= than.value)


def _compared(first: Expression, sign: str, second: Expression, holds: bool) -> Expression:  # noqa: FBT001
    return Expression(f"{first.text}{sign}{second.text}", Fraction(holds), _COMPARISON)


def constant(value: Fraction | int) -> Expression:
    """A number; one whose decimals do not end is written as a fraction."""
    value = Fraction(value)
    if decimals_of(value) is None:
        return Expression(f"{value.numerator}/{value.denominator}", value, _PRODUCT)
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
    return Expression(text, value, _SUM if value < 0 else _ATOM)


def _call(name: str, value: Fraction | int, *arguments: Expression | str) -> Expression:
    texts = (a if isinstance(a, str) else a.text for a in arguments)
    return Expression(f"{name}({','.join(texts)})", Fraction(value))


def _range(cells: Sequence[Expression]) -> str:
    """Cells below each other as a range, others one by one."""
    places = [cell.place for cell in cells]
    if len(cells) > 1 and None not in places:
        (sheet, column, first), *_ = known = [place for place in places if place]
        if known == [(sheet, column, first + number) for number in range(len(known))]:
            return f"{sheet}!{column}{first}:{column}{known[-1][2]}"
    return ",".join(cell.text for cell in cells)


def total(terms: Sequence[Expression]) -> Expression:
    """The sum of some; of none it is zero."""
    if len(terms) == 1:
        return terms[0]
    if not terms:
        return constant(0)
    return _call("SUM", sum(term.value for term in terms), _range(terms))


def greatest(terms: Sequence[Expression]) -> Expression:
    """The greatest of some."""
    return _call("MAX", max(term.value for term in terms), _range(terms))


def least(terms: Sequence[Expression]) -> Expression:
    """The least of some."""
    return _call("MIN", min(term.value for term in terms), _range(terms))


def mean_of_lowest(terms: Sequence[Expression], count: int) -> Expression:
    """The mean of the lowest of some cells."""
    lowest = sorted(term.value for term in terms)[:count]
    places = range(1, len(lowest) + 1)
    return total(
        [_call("SMALL", lowest[place - 1], _range(terms), str(place)) for place in places]
    ) / constant(len(lowest))


def absolute(term: Expression) -> Expression:
    """A number without its sign."""
    return _call("ABS", abs(term.value), term)


def floor(term: Expression) -> Expression:
    """The whole number at or below."""
    return _call("INT", term.value.__floor__(), term)


def modulo(term: Expression, divisor: Expression) -> Expression:
    """What is left of a number after whole multiples of another."""
    return _call("MOD", term.value % divisor.value, term, divisor)


def nearest(term: Expression, decimals: int = 0) -> Expression:
    """Rounded to so many decimals, halves away from zero."""
    scaled = term.value * 10**decimals
    value = Fraction(half_up(scaled.numerator, scaled.denominator), 10**decimals)
    return _call("ROUND", value, term, str(decimals))


def away(term: Expression) -> Expression:
    """Rounded away from zero to a whole number."""
    return _call("ROUNDUP", up(term.value.numerator, term.value.denominator), term, "0")


def choose(condition: Expression, then: Expression, otherwise: Expression) -> Expression:
    """One of two, by whether a comparison holds."""
    value = then.value if condition.value else otherwise.value
    return _call("IF", value, condition, then, otherwise)


def order(cells: Sequence[Expression], place: int) -> Expression:
    """Which a cell is of some below each other, the greatest first, the first of equals first."""
    cell, before = cells[place], cells[: place + 1]
    rank = 1 + sum(other.value > cell.value for other in cells)
    equals = sum(other.value == cell.value for other in before)
    ranked = _call("RANK", rank, cell, _range(cells))
    return ranked + _call("COUNTIF", equals, _range(before), cell) - constant(1)
