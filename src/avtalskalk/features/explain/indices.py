"""What an index clause multiplies an amount by, as a tree: months, values, floor, cap and years."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.indices import month_used
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.trace import Record
from avtalskalk.diagnostics import Argument, Number, Path
from avtalskalk.features.explain.nodes import Node, Unit, aside, product
from avtalskalk.model.indices import Indexation, IndexValue
from avtalskalk.periods import year_label


class _Year(NamedTuple):
    """One year of a chain that a clause binds: the index's change and the factor so far."""

    number: int
    change: Fraction
    value: Fraction
    bound: str


@dataclass(frozen=True, slots=True)
class Indices:
    """Explains the index clause of one item in one year; ``facts`` are the item's own."""

    plan: Plan
    record: Record
    facts: Mapping[str, Argument]

    @property
    def clause(self) -> Indexation:
        """The clause."""
        return self.record.facts["clause"]  # type: ignore[no-any-return]

    @property
    def path(self) -> Path:
        """Where the clause is written."""
        return self.record.path

    def node(self, value: Fraction) -> Node:
        """What the amount is multiplied by."""
        facts = {**self.facts, "series": self._series(), "share": self.clause.share}
        parts = (*self._changes(), *self._limits())
        change = product(one for one in parts if one.counts)
        if self.clause.share == 1:
            return self._node("index", change, "product", facts, parts)
        inner = self._node("index_change", change, "product", facts, parts)
        share = Node(
            "index_share", self.clause.share, "share", facts=facts, path=(*self.path, "share")
        )
        return self._node("index_partly", value, "partly", facts, (share, inner))

    def _node(
        self,
        rule: str,
        value: Fraction,
        how: str,
        facts: Mapping[str, Argument],
        children: tuple[Node, ...],
    ) -> Node:
        named = self.plan.agreement.indices.get(self.clause.series)
        source = self.clause.source or (named.source if named else "")
        return Node(rule, value, "number", how, facts, self.path, source, children)  # type: ignore[arg-type]

    def _series(self) -> str:
        """What the index is called; "" for a fixed change alone."""
        named = self.plan.agreement.indices.get(self.clause.series)
        return (named.title if named else "") or self.clause.series

    def _label(self, year: int) -> str:
        return year_label(year, self.plan.first_month)

    def _changes(self) -> Iterator[Node]:
        """The index's own change and the fixed yearly one, as far as the clause has them."""
        if self.clause.series:
            yield self._index()
        if self.clause.yearly is not None:
            yield self._steady(self.clause.yearly)

    def _steady(self, yearly: Fraction) -> Node:
        """The fixed change, compounded."""
        path = (*self.path, "yearly")
        times: int = self.record.facts["times"]
        facts = {
            **self.facts,
            "times": times,
            "yearly": yearly,
            "from_year": self._label(self.record.facts["first"]),
        }
        change = Node("yearly_change", yearly, "share", facts=facts, path=path)
        steady = self.record.facts["steady"]
        return Node("steady", steady, "number", "power", facts, path, children=(change,))

    # --- The index ------------------------------------------------------------------------

    def _index(self) -> Node:
        """The index used over its base, or each year's bound change in turn."""
        facts = {**self.facts, "series": self._series()}
        if not any(self.record.all("published")):
            word = "level" if self.clause.level is not None else "use"
            path = (*self.path, word)
            return Node("index_level", Fraction(1), "number", facts=facts, path=path)
        if "chain" in self.record.facts:
            return self._chain(facts)
        base, used = (self._published(one) for one in list(self.record.all("published"))[:2])
        facts |= {
            "base": Number(base.value or 0),
            "used": Number(used.value or 0),
            "base_month": str(base.path[-1]),
            "used_month": str(used.path[-1]),
        }
        quotient = (used.value or Fraction(0)) / (base.value or 1)
        path = (*self.path, "base")
        children = used, base
        return Node("index_quotient", quotient, "number", "quotient", facts, path, "", children)

    def _published(self, record: Record) -> Node:
        """A value of the index as it was published."""
        found: IndexValue = record.result
        series = self.plan.agreement.indices[self.clause.series]
        facts: dict[str, Argument] = {
            **self.facts,
            "series": self._series(),
            "month": str(record.path[-1]),
            "published": found.published or "",
            "pinned": self.clause.published_by or "",
        }
        rule = "index_preliminary" if found.status == "preliminary" else "index_value"
        return Node(
            rule, found.value, "number", facts=facts, path=record.path, source=series.source
        )

    # --- Year by year ---------------------------------------------------------------------

    def _chain(self, facts: Mapping[str, Argument]) -> Node:
        """Each year's change, held by the clause where it says so."""
        chain = self._years
        values = {one.path[-1]: one for one in self.record.all("published")}
        years = tuple(self._year(chain, place, values) for place in range(len(chain)))
        beside = tuple(aside(self._published(one)) for one in values.values())
        children = *years, *beside
        facts = {**facts, "count": len(years)}
        return Node(
            "index_chain", product(years), "number", "product", facts, self.path, "", children
        )

    def _year(self, chain: list[_Year], place: int, values: Mapping[str | int, Record]) -> Node:
        """One year's step in a chain."""
        one = chain[place]
        before = chain[place - 1].value if place else Fraction(1)
        months = [_month(month_used(self.clause, year)) for year in (one.number - 1, one.number)]
        base, now = (
            values[month].result.value
            for month in (_month(month_used(self.clause, chain[0].number - 1)), months[1])
        )
        facts: dict[str, Argument] = {
            **self.facts,
            "year": self._label(one.number),
            "series": self._series(),
            "change": one.change,
            "before_month": months[0],
            "month": months[1],
            "now": Number(now),
            "base": Number(base),
            "from_base": Number(now / base),
            "before": Number(before),
            "limit": self._limit(one.bound),
        }
        kind = f"_{one.bound}" if one.bound else ""
        if self._from_base:
            kind = f"_from_base{kind}"
        return Node(
            f"index_year{kind}",
            one.value / before,
            "number",
            facts=facts,
            path=self.path,
            bound=bool(one.bound),
        )

    @property
    def _from_base(self) -> bool:
        """Whether each year is compared with the base, not with the year before."""
        return self.clause.floor is None and self.clause.cap is None

    @property
    def _years(self) -> list[_Year]:
        """The chain's years; a floor below zero is not what holds an amount that never falls."""
        chain = [_Year(*one) for one in self.record.facts.get("chain", ())]
        if not self.clause.one_way or (self.clause.floor or Fraction(0)) >= 0:
            return chain
        return [one._replace(bound="one_way") if one.bound == "floor" else one for one in chain]

    def _limit(self, bound: str) -> Fraction:
        """The floor or the cap that bound; zero for never falling."""
        return {"floor": self.clause.floor, "cap": self.clause.cap}.get(bound) or Fraction(0)

    def _limits(self) -> Iterator[Node]:
        """Floor, cap and one way, and whether any year was held by them."""
        chain = self._years
        for word in ("floor", "cap", "one_way"):
            value = getattr(self.clause, word)
            if value is None or value is False:
                continue
            years = tuple(self._label(one.number) for one in chain if one.bound == word)
            kind = "" if years else "_free" if chain else "_untried"
            flag = value is True
            unit: Unit = "flag" if flag else "share"
            yield Node(
                f"index_{word}{kind}",
                Fraction(1) if flag else value,
                unit,
                facts={**self.facts, "years": years},
                path=(*self.path, word),
                counts=False,
                bound=bool(years),
            )


def _month(day: date) -> str:
    """A month as it is written."""
    return day.isoformat()[:7]
