"""What limits move for a party, as trees: what it came to, what it may pay, and who takes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from avtalskalk.calculation.limits import (
    AppliedLimit,
    Bounds,
    ExactAmounts,
    LimitBound,
    LimitedYear,
    YearLimit,
    of_limit,
)
from avtalskalk.calculation.prepared import Plan, PlanYear
from avtalskalk.diagnostics import Argument
from avtalskalk.features.explain.indices import yearly_change
from avtalskalk.features.explain.nodes import Node, NodeUnit, aside, money, party_name
from avtalskalk.model.limits import Limit


def limit_nodes(plan: Plan, year: PlanYear, party: str, limited: LimitedYear) -> Iterator[Node]:
    """What each limit did to a party, in the order they apply, and whether it warns."""
    applied = {limit.path: limit for limit in limited.applied}
    for year_limit in limited.limits:
        limit, path = year_limit.limit, year_limit.path
        if path in applied:
            yield from _LimitNodes(plan, party, applied[path]).nodes()
        elif (
            limit.changes
            and year_limit.before.year
            and (limit.each or party in (limit.party, limit.difference))
        ):
            facts: dict[str, Argument] = {"year": year.label}
            yield Node("limit_untried", Fraction(0), facts=facts, path=path, bound=False)
        all_year = len(year_limit.blocks) == len(limited.blocks)
        if limit.warn_above_share is not None and all_year:
            amounts = of_limit(limited.blocks, year_limit)
            yield from _warning(plan, party, amounts, year_limit, limit.warn_above_share)


def _warning(
    plan: Plan, party: str, amounts: ExactAmounts, year_limit: YearLimit, most: Fraction
) -> Iterator[Node]:
    """Whether the party pays so large a share that the limit warns of it."""
    limit, whole = year_limit.limit, sum(amounts.values(), Fraction(0))
    if whole <= 0 or not (limit.each or party == limit.party):
        return
    part = amounts.get(party, Fraction(0)) / whole
    facts: dict[str, Argument] = {"party": party_name(plan, party), "part": part}
    rule = "warned" if part > most else "warned_free"
    path = (*year_limit.path, "warn_above_share")
    yield aside(Node(rule, most, "share", facts=facts, path=path, bound=part > most))


@dataclass(frozen=True, slots=True)
class _LimitNodes:
    """What one limit, as it was applied, means for a party."""

    plan: Plan
    party: str
    applied: AppliedLimit

    @property
    def limit(self) -> Limit:
        """The limit as it is written."""
        return self.applied.limit

    def nodes(self) -> Iterator[Node]:
        """What the limit did to the party; nothing where it does not concern it."""
        bounds, limit = self.applied.bounds, self.limit
        if self.party not in bounds and limit.difference not in ("others", self.party):
            return
        if self.party in bounds and self._capped(self.party):
            yield self._bound_node()
        elif self.applied.moved:
            yield self._taken()
        else:
            yield self._free()

    def _after(self, party: str) -> Fraction:
        """What a party comes to after the limit."""
        return self.applied.amounts[party] + self.applied.moved.get(party, Fraction(0))

    def _capped(self, party: str) -> bool:
        """Whether a party is moved, and to a bound of the limit."""
        bounds = self.applied.bounds[party]
        moved = party in self.applied.moved
        return moved and self._after(party) in (bounds.least, bounds.most, *self._nothing(party))

    def _nothing(self, party: str) -> tuple[Fraction, ...]:
        """Nothing, where that is what a party pays because its amount is too small."""
        before, bounds = self.applied.amounts[party], self.applied.bounds[party].bounds
        small = any(b.key == "nothing_below" and abs(before) < abs(b.amount) for b in bounds)
        return (Fraction(0),) if small else ()

    def _bound_node(self) -> Node:
        """The party is bound by the limit: by itself, or by what it took over from others."""
        limit, bounds = self.limit, self.applied.bounds[self.party]
        taker = limit.difference or ""
        facts = self._facts(self.party)
        if taker in ("others", "none"):
            facts["takes"] = taker
        else:
            facts |= {"takes": "party", "taker": party_name(self.plan, taker)}
        before, path = self.applied.amounts[self.party], self.applied.path
        within = (bounds.most is None or before <= bounds.most) and (
            bounds.least is None or before >= bounds.least
        )
        came = Node("came", before, facts=facts)
        after = Node("held_at", self._after(self.party), facts=facts, path=path)
        rule = "limit_binds_after" if within else "limit_binds"
        if self._nothing(self.party):
            rule = "limit_binds_nothing"
        return Node(
            rule,
            self.applied.moved[self.party],
            "amount",
            "difference",
            facts,
            path,
            limit.source,
            (after, came, *self._bounds(self.party)),
            bound=True,
        )

    def _taken(self) -> Node:
        """Others are bound, and the party takes something of it, or nothing."""
        value = self.applied.moved.get(self.party, Fraction(0))
        capped = [party for party in self.applied.bounds if self._capped(party)]
        facts: dict[str, Argument] = {
            "party": party_name(self.plan, self.party),
            "parties": tuple(party_name(self.plan, party) for party in capped),
        }
        return Node(
            "limit_taken" if value else "limit_passed",
            value,
            facts=facts,
            path=self.applied.path,
            source=self.limit.source,
            children=tuple(self._beside(party) for party in capped),
            bound=True,
        )

    def _free(self) -> Node:
        """The limit did not bind, for the party or for those that it would take over from."""
        bounds = self.applied.bounds
        parties = [self.party] if self.party in bounds else list(bounds)
        if len(parties) == 1:
            rule, facts = "limit_free", self._facts(parties[0])
            children = tuple(self._bounds(parties[0]))
        else:
            names = tuple(party_name(self.plan, party) for party in parties)
            rule, facts = "limit_free_for_all", {"parties": names}
            children = tuple(self._beside(party) for party in parties)
        if facts.get("most") == facts.get("least") == facts.get("smallest") == "":
            rule = "limit_without_bound"
            zero = len(parties) == 1 and self.applied.bounds[parties[0]].after_zero
            rule = "limit_after_zero" if zero else rule
            facts |= {"year": self.applied.before.year}
        return Node(
            rule,
            Fraction(0),
            facts=facts,
            path=self.applied.path,
            bound=False,
            source=self.limit.source,
            children=children,
        )

    def _facts(self, party: str) -> dict[str, Argument]:
        """What a party came to, and what it may pay."""
        bounds: Bounds = self.applied.bounds[party]
        return {
            "party": party_name(self.plan, self.party),
            "bounded": party_name(self.plan, party),
            "came": money(self.plan, self.applied.amounts[party]),
            "most": "" if bounds.most is None else money(self.plan, bounds.most),
            "least": "" if bounds.least is None else money(self.plan, bounds.least),
            "smallest": next(
                (money(self.plan, b.amount) for b in bounds.bounds if b.key == "nothing_below"), ""
            ),
        }

    def _beside(self, party: str) -> Node:
        """A party that the limit binds, beside what the limit means for another."""
        came, children = self.applied.amounts[party], tuple(self._bounds(party))
        return aside(Node("limit_of", came, facts=self._facts(party), children=children))

    def _bounds(self, party: str) -> Iterator[Node]:
        """The bounds as they are written, what they come to, and what they are compared with."""
        before = self.applied.before
        for bound in self.applied.bounds[party].bounds:
            yield self._bound(party, bound)
        if before.amounts is not None and party in before.amounts:
            paid = before.amounts[party]
            facts: dict[str, Argument] = {**self._facts(party), "year": before.year}
            path = (*before.path, party) if before.path else ()
            rule = "paid_before" if path else "computed_before"
            yield aside(Node(rule, paid, facts=facts, path=path))

    def _bound(self, party: str, bound: LimitBound) -> Node:
        """One bound, as it is written and as what it comes to in the year."""
        before, limit = self.applied.before, self.limit
        facts = self._facts(party)
        unit: NodeUnit = "amount"
        rule = f"limit_{bound.key}"
        children: tuple[Node, ...] = ()
        if bound.changes:
            unit = "share"
            paid = (before.amounts or {})[party]
            facts |= {"before": money(self.plan, paid)}
            children = tuple(
                yearly_change(self.plan, c, getattr(limit, bound.key)) for c in bound.changes
            )
            if len(children) == 1 and not children[0].children:
                children = ()
        elif bound.total is not None:
            unit, rule = "share", f"{rule}_share"
            facts |= {"total": money(self.plan, bound.total)}
        facts |= {
            "last_year": before.year,
            "part": self.applied.part[party],
            "yearly": money(self.plan, bound.yearly),
            "limit": money(self.plan, bound.amount),
        }
        after = Fraction(0) if bound.key == "nothing_below" else bound.amount
        binds = party in self.applied.moved and self._after(party) == after
        path = (*self.applied.path, bound.key)
        if bound.changes and not children:
            path = bound.changes[0].path
        return aside(
            Node(rule, bound.value, unit, facts=facts, path=path, bound=binds, children=children)
        )
