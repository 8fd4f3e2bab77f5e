"""What is known of a new agreement, before there is a file of it."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

EXAMPLE_YEAR: Final = 2025
"""The year that examples show, where none is known."""

# What people write for equal shares.
EQUAL: Final = ("equal", "lika")

_LONGEST_NAME = 64

Pairs = tuple[tuple[str, str], ...]


class Kind(NamedTuple):
    """A kind of agreement: how its costs are split ("" where that differs), and what they are.

    ``key`` is what is counted where they are split by numbers.
    """

    split: str
    items: tuple[str, ...]
    hosted: bool = False
    key: str = "population"


KINDS: Final = {
    "percent": Kind("percent", ("operations",)),
    "population": Kind("population", ("operations",)),
    "fixed": Kind("fixed", ("operations",)),
    "joint-board": Kind("", ("operations", "administration"), hosted=True),
    "family-centre": Kind("", ("staff", "premises"), hosted=True),
    "rescue": Kind("population", ("contribution",)),
    "it": Kind("population", ("it_variable", "it_fixed"), hosted=True, key="accounts"),
    "school": Kind("population", ("teaching", "premises"), hosted=True, key="pupils"),
    "transit": Kind("", ("traffic", "stops"), hosted=True),
    "utilities": Kind("population", ("operations", "investments"), key="households"),
    "finsam": Kind("percent", ("coordination",)),
    "service": Kind("population", ("services",), hosted=True, key="employees"),
    "levy": Kind("population", ("levy",), key="tax_base"),
}


@dataclass(frozen=True, slots=True)
class NewAgreement:
    """What is known of a new agreement, in the words it was given in; empty is not known.

    ``population`` holds the numbers that count for ``year``, on the day ``counted`` of the year
    before (or that year's own).  ``amounts`` are by item, for ``year``, or for every year.
    """

    kind: str = "percent"
    id: str = ""
    title: str = ""
    currency: str = ""
    parties: Pairs = ()
    host: str = ""
    start: str = ""
    end: str = ""
    split: str = ""
    equal: bool = False
    shares: Pairs = ()
    fixed: Pairs = ()
    counted: str = ""
    population: Pairs = ()
    amounts: Pairs = ()
    year: str = ""
    covers: str = ""

    @property
    def shared_by(self) -> str:
        """How the cost is split: ``percent``, ``population``, ``fixed``, or "" for not said."""
        if self.split or KINDS[self.kind].split:
            return self.split or KINDS[self.kind].split
        if self.fixed:
            return "fixed"
        if self.population or self.counted:
            return "population"
        return "percent" if self.equal or self.shares else ""

    @property
    def has_population(self) -> bool:
        """Whether every party has its number; a number of somebody else is for `check` to see."""
        numbers, parties = dict(self.population), dict(self.parties)
        return bool(numbers) and bool(numbers.keys() - parties or not parties.keys() - numbers)

    @property
    def has_split(self) -> bool:
        """Whether the split is known."""
        known = {
            "percent": self.equal or bool(self.shares),
            "population": self.has_population,
            "fixed": self.has_population and bool(self.fixed),
        }
        return known.get(self.shared_by, False)

    @property
    def is_whole(self) -> bool:
        """Whether something can be worked out."""
        return self.has_split and bool(self.amounts)

    @property
    def population_key(self) -> str:
        """The day or the year that the numbers of inhabitants are for."""
        year = self.year or str(EXAMPLE_YEAR)
        if not self.counted:
            return year
        # A year that is none is left for `check` to see, where it was given.
        return f"{int(year[:4]) - 1}-{self.counted}" if year[:4].isdecimal() else year


def short_name(text: str) -> str:
    """A short name made from a whole one; empty where nothing of it can be one."""
    name = re.sub(r"\W+", "-", re.split(r"[,(]", text.lower())[0]).strip("-_")
    return re.sub(r"^[\d_-]+", "", name)[:_LONGEST_NAME].strip("-_")
