"""The unit a table is shown in, and what it is called."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple, assert_never

from avtalskalk.money import half_up
from avtalskalk.report.document import Column
from avtalskalk.report.options import Unit
from avtalskalk.words import Language
from avtalskalk.words.formats import NO_BREAK, amount, currency_digits, money, phrase


class Scale(NamedTuple):
    """How amounts are shown: rounded to ``step`` minor units, in tens of ``digits`` of them."""

    currency: str
    unit: Unit
    step: int
    digits: int
    decimals: int

    def column(self, title: str) -> Column:
        """A column of amounts on this scale."""
        return Column(title, "money", self.digits, self.decimals)

    def rounds(self, amounts: Iterable[int]) -> bool:
        """Whether some amount is finer than the scale shows."""
        return any(amount % self.step for amount in amounts)

    def unit_name(self, language: Language, prefix: str = "unit") -> str:
        """What the unit is called: ``kronor``, ``SEK thousand``, ``tusental EUR``."""
        if self.currency == "SEK":
            return phrase(f"{prefix}_{self.unit}", language)
        template = phrase(f"{prefix}_other_{self.unit}", language)
        return template.replace("{currency}", self.currency)

    def text(self, minor: Fraction | int, language: Language) -> str:
        """An amount in a sentence, as a table on this scale has it: ``957 tkr``.

        It is exact without a unit, and where nothing would be left of it.
        """
        cut = half_up(minor.numerator, minor.denominator, self.step)
        if self.step == 1 or not cut:
            return amount(minor, self.currency, language)
        if self.unit == "kr":
            return amount(cut, self.currency, language)
        key = f"amount_{self.unit}" if self.currency == "SEK" else f"amount_other_{self.unit}"
        figures = money(cut, self.digits, language, self.decimals)
        words = {"figures": figures, "currency": self.currency}
        return phrase(key, language).format_map(words).replace(" ", NO_BREAK)


def scale(currency: str, unit: Unit | None, amounts: Iterable[int]) -> Scale:
    """The scale for amounts: exact, with decimals only where needed, unless a unit is asked for.

    Millions have one decimal: whole ones would leave nothing of most agreements.
    """
    digits = currency_digits(currency)
    match unit:
        case None:
            whole = not any(amount % 10**digits for amount in amounts)
            return Scale(currency, "kr", 1, digits, 0 if whole else digits)
        case "kr":
            return Scale(currency, unit, 10**digits, digits, 0)
        case "tkr":
            return Scale(currency, unit, 10 ** (digits + 3), digits + 3, 0)
        case "mkr":
            return Scale(currency, unit, 10 ** (digits + 5), digits + 6, 1)
        case _:
            assert_never(unit)
