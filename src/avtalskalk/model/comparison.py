"""Two calculations of one agreement beside each other: what each party pays, and the change."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.model.statement import Heading, Statement


class Paid(NamedTuple):
    """What is paid on one of the sides, in minor units; None where the year is incomplete.

    ``there`` is False where there is nobody to pay, because the agreement has no such party or
    no terms in the year: then the amount is 0.  A sum over agreements is ``partial`` where it is
    of those that are known.
    """

    amount: int | None
    conditional: bool = False
    there: bool = True
    partial: bool = False


NOBODY = Paid(0, there=False)


class ComparedYear(NamedTuple):
    """One party's year on both sides.

    All parties' together where ``party`` is empty, and all years' where ``year`` is.
    """

    agreement: str
    year: str
    party: str
    was: Paid
    becomes: Paid

    @property
    def before(self) -> int | None:
        """The amount before, in minor units."""
        return self.was.amount

    @property
    def after(self) -> int | None:
        """The amount after, in minor units."""
        return self.becomes.amount

    @property
    def difference(self) -> int | None:
        """How much more is paid after; None where one of the amounts is not known."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def relative(self) -> Fraction | None:
        """The difference as a part of the amount before, with the difference's sign.

        None where it is not known, and where nothing was paid before.
        """
        if self.difference is None or not self.before:
            return None
        return Fraction(self.difference, abs(self.before))


class Volume(NamedTuple):
    """How many of something a party has in a year; all parties together where it is empty.

    ``unit`` is what one of them is called, in the file's own words.
    """

    name: str
    unit: str
    year: str
    party: str
    value: Fraction


class PerUnit(NamedTuple):
    """What one party's year comes to per inhabitant, visit or the like, in exact minor units.

    None where the amount, or the volume, is not known on that side.
    """

    name: str
    unit: str
    year: str
    party: str
    before: Fraction | None
    after: Fraction | None


Volumes = tuple[tuple[Volume, ...], tuple[Volume, ...]]
"""The volumes before and after a change."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One agreement before and after a change, both for the same years.

    ``figures`` are each party's year, year by year, and ``totals`` all parties' together.
    ``currency`` is empty where the two sides are not in the same: then nothing can be compared
    and there are no figures.
    """

    before: tuple[Statement, ...]
    after: tuple[Statement, ...]
    currency: str
    figures: tuple[ComparedYear, ...] = ()
    totals: tuple[ComparedYear, ...] = ()
    volumes: Volumes = ((), ())

    @property
    def heading(self) -> Heading:
        """The agreement's own words after the change."""
        return (self.after or self.before)[0].heading

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Both sides' statements."""
        return (*self.before, *self.after)

    @property
    def parties(self) -> dict[str, str]:
        """Every party of either side by id, with its name after the change."""
        names: dict[str, str] = {}
        for statement in (*self.after, *self.before):
            names = {**statement.heading.parties, **names}
        return names

    @property
    def differs(self) -> bool:
        """Whether what is paid does, or cannot be compared."""
        return not self.currency or any(figure.was != figure.becomes for figure in self.figures)
