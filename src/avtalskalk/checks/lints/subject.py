"""What a lint looks at, and which years and terms concern it."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.calculate import years_with_figures
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.timeline import Term
from avtalskalk.checks.errors.calculated import years_with_data
from avtalskalk.model.statement import BASES
from avtalskalk.model.values import FIRST_YEAR, LAST_YEAR
from avtalskalk.money import half_up
from avtalskalk.periods import year_of


class Subject(NamedTuple):
    """An agreement made ready, its plain data, the day (None: unknown) and the keys in common."""

    plan: Plan
    written: object
    today: date | None
    common: frozenset[str]

    @property
    def term(self) -> Term | None:
        """The term in force today."""
        if self.today is None or not FIRST_YEAR <= self.today.year <= LAST_YEAR:
            return None
        day = self.today.toordinal()
        inside = (term for term in self.plan.terms if term.span.start <= day < term.span.stop)
        return next(inside, None)

    @property
    def year(self) -> int:
        """The fiscal year that today lies in; only where there is a term today."""
        return year_of(self.today or date.min, self.plan.first_month)

    def years(self) -> list[int]:
        """The years with figures on any basis; of figures without end those that data concern."""
        years: set[int] = set()
        for basis in BASES:
            known: Iterable[int] | None = years_with_figures(self.plan, basis)
            years.update(years_with_data(self.plan) if known is None else known)
        if self.term is not None:
            years.add(self.year)
        return sorted(years)


def to_tenths(share: Fraction) -> Fraction:
    """A share, or a change, to a tenth of a percentage point, as messages show it."""
    return Fraction(half_up(share.numerator * 1000, share.denominator), 1000)
