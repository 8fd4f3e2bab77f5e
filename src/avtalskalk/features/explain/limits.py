"""What limits move for a party, as trees: what it came to, what it may pay, and who takes it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from avtalskalk.calculation.costs import covered
from avtalskalk.calculation.limits import Bounds
from avtalskalk.calculation.prepared import Plan, YearOf
from avtalskalk.calculation.timeline import Segment
from avtalskalk.calculation.trace import Record
from avtalskalk.diagnostics import Amount, Argument, Path
from avtalskalk.features.explain.nodes import Node, Unit, aside
from avtalskalk.model.limits import Limit

_CHANGES = ("max_increase", "min_increase")


@dataclass(frozen=True, slots=True)
class Limits:
    """Explains what limits do to one party in one year."""

    plan: Plan
    year: YearOf
    party: str

    def nodes(
        self, records: Iterable[Record], after: Mapping[str, Fraction] | None
    ) -> Iterator[Node]:
        """What each limit did, in the order written.

        ``after`` are the parties' amounts after them; None where these are not of one time.
        """
        for record in records:
            tried = {one.path: one for one in record.all("limit")}
            for place, limit in enumerate(self._written(record.path)):
                path = (*record.path, place)
                if path in tried:
                    yield from self._limit(tried[path], record.facts["segments"])
                elif _compares(limit) and self._concerned(limit):
                    facts: dict[str, Argument] = {"year": self.year.label}
                    yield Node("limit_untried", Fraction(0), facts=facts, path=path, bound=False)
                if limit.warn_above_share is not None and after is not None:
                    yield from self._warning(limit, limit.warn_above_share, path, after)

    def _written(self, path: Path) -> tuple[Limit, ...]:
        """The limits at a place, as they are written."""
        agreement = self.plan.agreement
        if path[0] == "costs":
            return agreement.costs[str(path[1])].limits
        return agreement.periods[int(path[1])].limits or ()

    def _concerned(self, limit: Limit) -> bool:
        """Whether a limit binds the party or gives it a difference."""
        return bool(limit.each) or self.party in (limit.party, limit.difference)

    def name(self, party: str) -> str:
        """A party's name."""
        return self.plan.agreement.parties[party].name

    def money(self, minor: Fraction | int) -> Amount:
        """Minor units as an amount."""
        return Amount(minor, self.plan.agreement.currency)

    def _warning(
        self, limit: Limit, most: Fraction, path: Path, after: Mapping[str, Fraction]
    ) -> Iterator[Node]:
        """Whether the party pays so large a share that the limit warns of it."""
        whole = sum(after.values(), Fraction(0))
        if whole <= 0 or not (limit.each or self.party == limit.party):
            return
        part = after[self.party] / whole
        facts: dict[str, Argument] = {"party": self.name(self.party), "part": part}
        rule = "warned" if part > most else "warned_free"
        where = (*path, "warn_above_share")
        yield aside(Node(rule, most, "share", facts=facts, path=where, bound=part > most))

    def _limit(self, record: Record, segments: list[Segment]) -> Iterator[Node]:
        """What a limit did to the party; nothing where it does not concern it."""
        limit: Limit = record.facts["limit"]
        bounds: Mapping[str, Bounds] = record.facts["bounds"]
        if self.party not in bounds and limit.difference not in ("others", self.party):
            return
        if self.party in bounds and self._ends_at_bound(record, bounds[self.party]):
            yield self._held(record, bounds[self.party], segments)
            return
        one = _Told(self, record, segments)
        if record.result:
            yield self._taken(record, one)
        else:
            yield self._free(record, one)

    def _ends_at_bound(self, record: Record, own: Bounds) -> bool:
        """Whether the party itself is moved, and to a bound of the limit."""
        moved = record.result.get(self.party, Fraction(0))
        return bool(moved) and record.facts["came"][self.party] + moved in own

    def _held(self, record: Record, own: Bounds, segments: list[Segment]) -> Node:
        """The party is held by the limit: by itself, or by what it took over from others."""
        limit: Limit = record.facts["limit"]
        one = _Told(self, record, segments)
        facts = {**one.facts(self.party), **self._takes(limit)}
        before, value = record.facts["came"][self.party], record.result[self.party]
        within = (own.most is None or before <= own.most) and (
            own.least is None or before >= own.least
        )
        came = Node("came", before, facts=facts)
        after = Node("held_at", before + value, facts=facts, path=record.path)
        return Node(
            "limit_held_after" if within else "limit_held",
            value,
            "amount",
            "difference",
            facts,
            record.path,
            limit.source,
            (after, came, *one.bounds(self.party)),
            bound=True,
        )

    def _takes(self, limit: Limit) -> dict[str, Argument]:
        """Who takes the difference: the others, nobody, or a party by its name."""
        taker = limit.difference or ""
        if taker in ("others", "none"):
            return {"takes": taker}
        return {"takes": "party", "taker": self.name(taker)}

    def _taken(self, record: Record, one: "_Told") -> Node:
        """Others are held, and the party takes something of it, or nothing."""
        value = record.result.get(self.party, Fraction(0))
        held = [party for party in record.facts["bounds"] if party in record.result]
        held = [party for party in held if self._is_held(record, party)]
        facts: dict[str, Argument] = {
            "party": self.name(self.party),
            "parties": tuple(map(self.name, held)),
        }
        return Node(
            "limit_taken" if value else "limit_passed",
            value,
            facts=facts,
            path=record.path,
            source=record.facts["limit"].source,
            children=tuple(one.told(party) for party in held),
            bound=True,
        )

    def _is_held(self, record: Record, party: str) -> bool:
        """Whether a party ends at a bound of the limit."""
        after = record.facts["came"][party] + record.result[party]
        return after in record.facts["bounds"][party]

    def _free(self, record: Record, one: "_Told") -> Node:
        """The limit did not bind, for the party or for those that it would take over from."""
        bounds = record.facts["bounds"]
        parties = [self.party] if self.party in bounds else list(bounds)
        limit: Limit = record.facts["limit"]
        if len(parties) == 1:
            facts = one.facts(parties[0])
            children = tuple(one.bounds(parties[0]))
        else:
            facts = {"parties": tuple(map(self.name, parties))}
            children = tuple(one.told(party) for party in parties)
        rule = "limit_free" if len(parties) == 1 else "limit_free_for_all"
        if facts.get("most") == facts.get("least") == "":
            rule = "limit_without_bound"
        return Node(
            rule,
            Fraction(0),
            facts=facts,
            path=record.path,
            bound=False,
            source=limit.source,
            children=children,
        )


@dataclass(frozen=True, slots=True)
class _Told:
    """Tells what one limit means for a party that it binds."""

    limits: Limits
    record: Record
    segments: list[Segment]

    def facts(self, party: str) -> dict[str, Argument]:
        """What a party came to, and what it may pay."""
        bounds: Bounds = self.record.facts["bounds"][party]
        name, money = self.limits.name, self.limits.money
        return {
            "party": name(self.limits.party),
            "bounded": name(party),
            "came": money(self.record.facts["came"][party]),
            "most": "" if bounds.most is None else money(bounds.most),
            "least": "" if bounds.least is None else money(bounds.least),
        }

    def told(self, party: str) -> Node:
        """A party that the limit binds, beside what the limit means for another."""
        came = self.record.facts["came"][party]
        children = tuple(self.bounds(party))
        return aside(Node("limit_of", came, facts=self.facts(party), children=children))

    def bounds(self, party: str) -> Iterator[Node]:
        """The bounds as they are written, what they come to, and what they are compared with."""
        limit: Limit = self.record.facts["limit"]
        before: Fraction | None = (self.record.facts["before"] or {}).get(party)
        for word in ("max", "min"):
            if getattr(limit, word) is not None:
                yearly = Fraction(getattr(limit, word))
                yield self._bound(party, word, yearly, "amount", yearly, {})
        if before is None:
            return
        facts: dict[str, Argument] = {"before": self.limits.money(before)}
        for word in _CHANGES:
            change: Fraction | None = getattr(limit, word)
            if change is not None:
                yearly = before + abs(before) * change
                yield self._bound(party, word, change, "share", yearly, facts)
        yield self._paid(party, before)

    def _bound(
        self,
        party: str,
        word: str,
        value: Fraction,
        unit: Unit,
        yearly: Fraction,
        facts: Mapping[str, Argument],
    ) -> Node:
        """One bound, as it is written and as what it comes to in the year."""
        part = self._part(party)
        facts = {
            **self.facts(party),
            **facts,
            "last_year": self._last_year,
            "part": part,
            "yearly": self.limits.money(yearly),
            "limit": self.limits.money(yearly * part),
        }
        path = (*self.record.path, word)
        bound = self._binds(party, yearly * part)
        return aside(Node(f"limit_{word}", value, unit, facts=facts, path=path, bound=bound))

    def _binds(self, party: str, limit: Fraction) -> bool:
        """Whether a party ends at a bound."""
        moved = self.record.result.get(party)
        return moved is not None and self.record.facts["came"][party] + moved == limit

    def _part(self, party: str) -> Fraction:
        """For how much of the year a party takes part under the limit."""
        own = [one for one in self.segments if party in one.parties]
        return Fraction(covered(self.limits.plan, own, self.limits.year))

    @property
    def _last_year(self) -> str:
        return self.limits.plan.year(self.limits.year.number - 1).label

    def _paid(self, party: str, before: Fraction) -> Node:
        """What a party paid the year before: as it is written, or computed."""
        path = self._where_paid(party)
        facts = {**self.facts(party), "year": self._last_year}
        rule = "paid_before" if path else "computed_before"
        return aside(Node(rule, before, facts=facts, path=path))

    def _where_paid(self, party: str) -> Path:
        """Where it is written what a party paid the year before; () where it was computed."""
        agreement, number = self.limits.plan.agreement, self.limits.year.number - 1
        item = str(self.record.path[1]) if self.record.path[0] == "costs" else ""
        own = agreement.costs[item].paid if item else None
        if own is not None:
            return ("costs", item, "paid", self._last_year, party) if number in own else ()
        if item and len(agreement.costs) > 1:
            return ()
        return ("paid", self._last_year, party) if number in (agreement.paid or {}) else ()


def _compares(limit: Limit) -> bool:
    """Whether a limit looks at the year before."""
    return any(getattr(limit, word) is not None for word in _CHANGES)
