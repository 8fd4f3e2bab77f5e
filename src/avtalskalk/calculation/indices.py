"""What an index clause multiplies an amount by in a year."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from avtalskalk.calculation.missing import Unknown, missing, wrong
from avtalskalk.calculation.trace import Recorder, inside
from avtalskalk.periods import year_label

if TYPE_CHECKING:
    # Few agreements have any, and a start need not know what they are.
    from avtalskalk.model.indices import Index, Indexation, IndexValue


class Factor(NamedTuple):
    """What the amount is multiplied by, exactly; the index used and its base, where there is one.

    ``bound`` names the limit that held the year's change back: ``floor``, ``cap`` or ``one_way``.
    """

    value: Fraction
    used: tuple[str, Fraction] | None = None
    base: tuple[str, Fraction] | None = None
    bound: str = ""
    preliminary: bool = False


def factor(
    indices: "Mapping[str, Index]",
    clause: "Indexation",
    year: int,
    item: str,
    first_month: int,
    trace: Recorder | None = None,
) -> Factor | Unknown:
    """The factor of an item's index clause in a fiscal year."""
    with inside(trace, "index", ("costs", item, "index"), clause=clause, year=year):
        return _factor(indices, clause, year, item, first_month, trace)


def _factor(
    indices: "Mapping[str, Index]",
    clause: "Indexation",
    year: int,
    item: str,
    first_month: int,
    trace: Recorder | None,
) -> Factor | Unknown:
    steady = Fraction(1)
    chain = _Chain(indices[clause.series], clause, trace) if clause.series else None
    if clause.yearly is not None and clause.start is not None:
        # The level's year has the amount as written, so nothing changes in it or before.
        first = max(clause.start, chain.level + 1) if chain else clause.start
        times = max(year - first + 1, 0)
        steady = (1 + clause.yearly) ** times
        if trace is not None:
            trace.note(steady=steady, first=first, times=times)
    if chain is None:
        return Factor(1 + clause.share * (steady - 1))
    level = chain.level
    if year < level:
        return wrong(
            "AV524", ("costs", item, "index"), item=item,
            year=year_label(year, first_month), level=year_label(level, first_month),
        )  # fmt: skip
    found = chain.until(year)
    if isinstance(found, Unknown):
        return found
    change = found.value * steady
    return found._replace(value=1 + clause.share * (change - 1))


def level_of(clause: "Indexation") -> int:
    """The year in whose prices an indexed amount is."""
    if clause.level is not None:
        return clause.level
    use, base = clause.use, clause.base
    return base.year - (use.year if use else 0) if base else 0


def month_used(clause: "Indexation", year: int) -> date:
    """The month whose value a year uses: as far from it as ``base`` is from ``level``."""
    base = clause.base or date.min
    return base.replace(year=base.year + year - level_of(clause))


class _Chain(NamedTuple):
    """An index and the clause that uses it."""

    series: "Index"
    clause: "Indexation"
    trace: Recorder | None

    @property
    def level(self) -> int:
        """The year in whose prices the amount is."""
        return level_of(self.clause)

    def month(self, year: int) -> date:
        """The month whose value a year uses."""
        return month_used(self.clause, year)

    def value(self, month: date) -> "IndexValue | Unknown":
        """A month's latest value, or the latest by the day that pins the vintage."""
        name = self.clause.series
        published = self.series.values.get(month)
        label = month.isoformat()[:7]
        if published is None:
            return missing("indices", name, "values", label)
        by = self.clause.published_by
        if by is not None:
            published = tuple(one for one in published if one.published and one.published <= by)
            if not published:
                return Unknown(
                    f"indices.{name}.values.{label} ({by.isoformat()})",
                    ("indices", name, "values", label),
                )
        found = max(published, key=lambda one: (one.published or date.min, one.status == "final"))
        if self.trace is not None:
            with self.trace.inside("published", ("indices", name, "values", label)) as record:
                record.result = found
        return found

    def until(self, year: int) -> Factor | Unknown:
        """The factor by the year, each year's change bound in turn where the clause says so."""
        if year == self.level:
            return Factor(Fraction(1))
        base = self.value(self.month(self.level))
        used = self.value(self.month(year))
        for one in (base, used):
            if isinstance(one, Unknown):
                return one
        assert not isinstance(base, Unknown)  # noqa: S101 - for the type checker
        assert not isinstance(used, Unknown)  # noqa: S101
        plain = Factor(
            used.value / base.value,
            (self.month(year).isoformat()[:7], used.value),
            (self.month(self.level).isoformat()[:7], base.value),
            preliminary="preliminary" in (used.status, base.status),
        )
        clause = self.clause
        if clause.floor is None and clause.cap is None and not clause.one_way:
            return plain
        bound, value, before = "", Fraction(1), base.value
        chain: list[tuple[int, Fraction, Fraction, str]] = []
        for step in range(self.level + 1, year + 1):
            now = self.value(self.month(step))
            if isinstance(now, Unknown):
                return now
            value, bound = self._bound(value, now.value, before, base.value)
            chain.append((step, now.value / before - 1, value, bound))
            before = now.value
        if self.trace is not None:
            self.trace.note(chain=chain)
        return plain._replace(value=value, bound=bound)

    def _bound(
        self, value: Fraction, now: Fraction, before: Fraction, base: Fraction
    ) -> tuple[Fraction, str]:
        """The factor after one year's change, and what held it back."""
        clause = self.clause
        if clause.floor is None and clause.cap is None:
            return (value, "one_way") if now / base < value else (now / base, "")
        change, bound = now / before - 1, ""
        floor = clause.floor
        if clause.one_way:
            floor = max(floor or Fraction(0), Fraction(0))
        if clause.cap is not None and change > clause.cap:
            change, bound = clause.cap, "cap"
        if floor is not None and change < floor:
            change, bound = floor, "floor" if clause.floor is not None else "one_way"
        return value * (1 + change), bound
