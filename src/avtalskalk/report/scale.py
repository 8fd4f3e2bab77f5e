"""The unit a table is shown in, and what it is called."""

from collections.abc import Iterable
from typing import NamedTuple, assert_never

from avtalskalk.report.document import Column
from avtalskalk.report.options import Unit
from avtalskalk.words import Language
from avtalskalk.words.formats import currency_digits, phrase


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

    def note(self, language: Language) -> str:
        """The sentence that says that a table is rounded."""
        return phrase("rounded", language).replace("{unit}", self.unit_name(language, "rounded"))


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
