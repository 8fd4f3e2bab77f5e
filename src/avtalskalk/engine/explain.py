"""One figure as a tree, from what a party pays back to what is written in the papers.

The tree is read off the calculation itself: the same functions run, with a recorder that listens.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from avtalskalk.diagnostics import Amount, Argument, Path
from avtalskalk.engine.calculate import calculate
from avtalskalk.engine.costbase import Cost
from avtalskalk.engine.costs_explained import Costs
from avtalskalk.engine.lines import Line, NotKnown
from avtalskalk.engine.nodes import Node, Paper, Unit, total
from avtalskalk.engine.plan import Plan, YearOf, listening, weighing_of
from avtalskalk.engine.results import Charged, Result, of_year
from avtalskalk.engine.timeline import Segment
from avtalskalk.engine.trace import Record, Recorder
from avtalskalk.engine.unknown import Unknown
from avtalskalk.model.agreement import RestTo
from avtalskalk.model.limits import Limit
from avtalskalk.model.statement import Basis, Statement


@dataclass(frozen=True, slots=True)
class Explained:
    """A party's year, or its part of one item in it: the figure's tree and its statement."""

    statement: Statement
    party: str
    item: str
    tree: Node


@dataclass(frozen=True, slots=True)
class Traced:
    """A year that has been calculated while someone listened."""

    plan: Plan
    year: YearOf
    basis: Basis
    statement: Statement
    result: Result
    top: Record
    costs: Costs


def traced(plan: Plan, number: int, basis: Basis) -> Traced:
    """Calculate a year that has terms, and keep what its rules noted."""
    recorder = Recorder()
    plan = listening(plan, recorder)
    statement = calculate(plan, number, basis)
    year, result = plan.year(number), of_year(plan, number, basis)
    records = {str(one.path[1]): one for one in recorder.top.all("cost")}
    found: dict[str, Cost] = {
        name: cost
        for one in result.charged
        for name, cost in zip(one.line.names, one.line.costs, strict=True)
    }
    costs = Costs(plan, year, basis, records, found)
    return Traced(plan, year, basis, statement, result, recorder.top, costs)


def explain(
    plan: Plan, number: int, party: str, basis: Basis = "budget", item: str = ""
) -> Explained:
    """Why a party pays what it pays in a year; with an item, its part of that alone.

    The year must have terms and the party and the item must be the agreement's.
    """
    return explained(traced(plan, number, basis), party, item)


def explained(year: Traced, party: str, item: str = "") -> Explained:
    """As `explain`, of a year that has been calculated."""
    tree = _Tree(year, party)
    root = tree.of_item(item) if item else tree.of_year()
    return Explained(year.statement, party, item, root)


@dataclass(frozen=True, slots=True)
class _Tree:
    """Puts one party's tree together."""

    traced: Traced
    party: str

    @property
    def plan(self) -> Plan:
        return self.traced.plan

    @property
    def place(self) -> int:
        """The party's place in the file."""
        return self.plan.parties.index(self.party)

    def name(self, party: str = "") -> str:
        return self.plan.agreement.parties[party or self.party].name

    def money(self, minor: Fraction | int) -> Amount:
        return Amount(minor, self.plan.agreement.currency)

    # --- The year -------------------------------------------------------------------------

    def of_year(self) -> Node:
        """All that the party pays in the year."""
        result = self.traced.result
        children = [self.line(one) for one in result.charged]
        children += self._surcharges(result)
        children += list(self._unknown())
        if result.rounding is not None:
            children += list(self._limits(self.traced.top))
            children += self._rounded_total(children, result)
        amount = next(t.amount for t in self.traced.statement.totals if t.party == self.party)
        facts: dict[str, Argument] = {
            "party": self.name(),
            "year": self.traced.year.label,
            "basis": self.traced.basis,
            "count": len(children),
            "conditional": any(t.conditional for t in self.traced.statement.totals),
        }
        return Node(
            "total",
            None if amount is None else Fraction(amount),
            "amount",
            "sum",
            facts,
            children=tuple(children),
        )

    def of_item(self, item: str) -> Node:
        """The party's part of one item, or of the items that it goes through steps with."""
        for one in self.traced.result.charged:
            if item in one.line.names:
                line = self.line(one)
                surcharges = self._surcharge(one)
                if not surcharges:
                    return line
                return replace(
                    line, value=total((line, *surcharges)), children=(*line.children, *surcharges)
                )
        unknown = [one for one in self._unknown() if one.facts.get("name") == item]
        if unknown:
            return unknown[0]
        facts: dict[str, Argument] = {
            "item": self.plan.heading.items[item],
            "year": self.traced.year.label,
            "party": self.name(),
        }
        return Node("not_there", Fraction(0), facts=facts, path=("costs", item))

    def _unknown(self) -> Iterator[Node]:
        """What is not known, and what the party would bear of it."""
        for one in self.traced.result.unknown:
            yield self._missing(one)
        if not self.plan.agreement.costs:
            yield self._missing(NotKnown("", Unknown("costs", ("costs",))))

    def _missing(self, one: NotKnown) -> Node:
        facts: dict[str, Argument] = {
            "what": one.why.what,
            "name": one.name,
            "item": self.plan.heading.items.get(one.name, one.name),
            "party": self.name(),
            "year": self.traced.year.label,
        }
        rule = "missing" if one.why.fault is None else "faulty"
        if one.why.fault is not None:
            facts["code"] = one.why.fault.code
        shares = tuple(self._known_shares(one.name)) if one.name else ()
        # Of what the party bears nothing of, nothing is lacking.
        return Node(
            rule,
            None,
            facts=facts,
            path=one.why.path,
            children=shares,
            counts=not shares or any(share.value for share in shares),
        )

    def _known_shares(self, item: str) -> Iterator[Node]:
        """How an item without an amount would be split, as far as that can be told."""
        recorder = self.plan.trace
        assert recorder is not None  # noqa: S101 - the year has been listened to
        if not self.plan.shares_are_known(item):
            return
        for segment in self.traced.year.segments:
            with recorder.inside("portion", ("costs", item)) as record:
                weighing = weighing_of(self.plan, item, segment)
            if not isinstance(weighing, Unknown):
                share = self.traced.costs.shares.share(record.inside[0], self.party)
                yield replace(share, counts=False, papers=self._papers(share.path, segment))

    # --- A line ---------------------------------------------------------------------------

    def line(self, one: Charged) -> Node:
        """What the party pays of one line, before surcharges."""
        line = one.line
        children = [*self._portions(line), *self._limits_of(line)]
        exact, amount = total(c for c in children if c.counts), one.amounts[self.place]
        children += self._rounding(exact, amount, line, one)
        facts: dict[str, Argument] = {
            "party": self.name(),
            "item": " + ".join(self.plan.heading.items[name] for name in line.names),
            "year": self.traced.year.label,
            "count": len(children),
        }
        return Node(
            "line",
            Fraction(amount),
            "amount",
            "sum",
            facts,
            ("costs", line.names[0]),
            line.source,
            tuple(children),
        )

    def _portions(self, line: Line) -> Iterator[Node]:
        """The party's exact part of each segment."""
        records = list(self.traced.top.all("portion", ("costs", line.names[0])))
        for portion, record in zip(line.portions, records, strict=False):
            node = self._portion(line, portion.segment, record)
            days: dict[str, Argument] = {
                "first": portion.segment.span.first,
                "last": portion.segment.span.last,
                "several": len(line.portions) > 1,
                "conditional": portion.segment.term.conditional,
            }
            yield replace(
                node,
                facts={**node.facts, **days},
                papers=self._papers(node.path, portion.segment),
            )

    def _portion(self, line: Line, segment: Segment, record: Record) -> Node:
        if line.own:
            return self.traced.costs.own(line.names[0], segment, self.party)
        shares, amount = self.traced.costs.shares, self.traced.costs.amount(line.names, segment)
        (split,) = record.inside
        if split.rule != "flow":
            return shares.shared(amount, shares.share(split, self.party), self.party)
        node = shares.flow(split, self.party)
        beside = replace(amount, counts=False)
        if (amount.value or 0) >= 0:
            return Node(
                "through",
                node.value,
                "amount",
                "same",
                node.facts,
                node.path,
                children=(node, beside),
            )
        minus = Node("deducted", Fraction(-1), "number", facts=node.facts)
        return Node(
            "through_deducted",
            -(node.value or Fraction(0)),
            "amount",
            "product",
            node.facts,
            node.path,
            children=(minus, node, beside),
        )

    def _papers(self, path: Path, segment: Segment) -> tuple[Paper, ...]:
        """The papers and decisions behind a split: where it is written, then of the period."""
        places = dict.fromkeys([int(path[1])] if path[:1] == ("periods",) else [], None) | {
            segment.term.place: None
        }
        return tuple(
            self._dated(paper, place) for place in places for paper in self._of_period(place)
        )

    def _dated(self, paper: Paper, place: int) -> Paper:
        """A paper with the days of its period, as far as these are known."""
        period = self.plan.agreement.periods[place]
        first, last = (day.isoformat() if day else "" for day in (period.start, period.to))
        return paper._replace(first=first, last=last)

    def _of_period(self, place: int) -> Iterator[Paper]:
        """A period's source and its decisions."""
        period = self.plan.agreement.periods[place]
        known = self.plan.agreement.sources
        if period.source:
            one = known.get(period.source)
            if one is None:
                yield Paper("", "", period.source, "", "", "")
            else:
                yield Paper("", "", one.title or period.source, one.dnr, one.paragraph, one.date)
        for party, decisions in period.decisions.items():
            for decision in decisions:
                yield Paper(
                    self.name(party),
                    decision.status or "unknown",
                    decision.body,
                    decision.dnr,
                    decision.paragraph,
                    decision.date,
                )

    # --- Limits ---------------------------------------------------------------------------

    def _limits_of(self, line: Line) -> Iterator[Node]:
        records = [
            one
            for one in self.traced.top.all("limits")
            if one.path == ("costs", line.names[0], "limits")
        ]
        for record in records:
            yield from self._limits_in(record)

    def _limits(self, top: Record) -> Iterator[Node]:
        """The period's limits, stretch by stretch."""
        for record in top.all("limits"):
            if record.path[0] == "periods":
                yield from self._limits_in(record)

    def _limits_in(self, record: Record) -> Iterator[Node]:
        for one in record.all("limit"):
            node = self._limit(one)
            if node is not None:
                yield node

    def _limit(self, record: Record) -> Node | None:
        """What a limit moves for the party; None where it does not concern it."""
        limit: Limit = record.facts["limit"]
        bounds, moved = record.facts["bounds"], record.result
        concerned = self.party in bounds
        takes = limit.difference in ("others", self.party)
        if not concerned and not takes:
            return None
        value = moved.get(self.party, Fraction(0))
        bounded = self.party if concerned else next(iter(bounds), self.party)
        facts = self._limit_facts(record, bounded)
        children = tuple(self._bounds(record, bounded, facts))
        if not moved:
            return Node(
                "limit_free",
                Fraction(0),
                facts=facts,
                path=record.path,
                bound=False,
                source=limit.source,
                children=children,
            )
        held = concerned and self._held(record)
        came = Node("came", record.facts["came"][self.party], facts=facts, counts=held)
        if held:
            own = bounds[self.party]
            before = record.facts["came"][self.party]
            within = (own.most is None or before <= own.most) and (
                own.least is None or before >= own.least
            )
            # It broke the limit by itself, or by what it took over from others that did.
            rule = "limit_held_after" if within else "limit_held"
            result = Node("held_at", came.value + value, facts=facts, path=record.path)
            return Node(
                rule,
                value,
                "amount",
                "difference",
                facts,
                record.path,
                limit.source,
                (result, came, *children),
                bound=True,
            )
        parties = tuple(self.name(p) for p in bounds if p in moved and p != self.party)
        facts["parties"] = parties
        rule = "limit_taken" if value else "limit_passed"
        return Node(
            rule,
            value,
            facts=facts,
            path=record.path,
            source=limit.source,
            children=children,
            bound=True,
        )

    def _held(self, record: Record) -> bool:
        """Whether the party itself ends at a bound of the limit."""
        bounds = record.facts["bounds"][self.party]
        after = record.facts["came"][self.party] + record.result.get(self.party, Fraction(0))
        return self.party in record.result and after in (bounds.least, bounds.most)

    def _limit_facts(self, record: Record, bounded: str) -> dict[str, Argument]:
        limit: Limit = record.facts["limit"]
        bounds = record.facts["bounds"].get(bounded)
        taker = limit.difference or ""
        none = bounds is None
        return {
            "party": self.name(),
            "bounded": self.name(bounded),
            "came": self.money(record.facts["came"][bounded]),
            "most": "" if none or bounds.most is None else self.money(bounds.most),
            "least": "" if none or bounds.least is None else self.money(bounds.least),
            "difference": self.name(taker) if taker in self.plan.parties else taker,
            "part": record.facts["part"],
        }

    def _bounds(self, record: Record, bounded: str, facts: dict[str, Argument]) -> Iterator[Node]:
        """The bounds of a limit as they are written, and what they are compared with."""
        limit: Limit = record.facts["limit"]
        before = record.facts["before"]
        for word in ("max", "min", "max_increase", "min_increase"):
            value = getattr(limit, word)
            if value is not None:
                unit: Unit = "share" if word.endswith("increase") else "amount"
                yield Node(
                    f"limit_{word}",
                    Fraction(value),
                    unit,
                    facts=facts,
                    path=(*record.path, word),
                    counts=False,
                    bound=bool(record.result),
                )
        if (limit.max_increase, limit.min_increase) == (None, None) or before is None:
            return
        if bounded not in before:
            return
        item = str(record.path[1]) if record.path[0] == "costs" else ""
        path = self._paid(item, bounded)
        rule = "paid_before" if path else "computed_before"
        said = {**facts, "year": self.plan.year(self.traced.year.number - 1).label}
        yield Node(rule, before[bounded], facts=said, path=path, counts=False)

    def _paid(self, item: str, party: str) -> Path:
        """Where it is written what a party paid the year before; () where it was computed."""
        agreement, before = self.plan.agreement, self.traced.year.number - 1
        label = self.plan.year(before).label
        if item and agreement.costs[item].paid is not None:
            stated = agreement.costs[item].paid
            return ("costs", item, "paid", label, party) if before in (stated or {}) else ()
        if item and len(agreement.costs) > 1:
            return ()
        return ("paid", label, party) if before in (agreement.paid or {}) else ()

    # --- Rounding and surcharges ----------------------------------------------------------

    def _rounding(self, exact: Fraction, amount: int, line: Line, one: Charged) -> Iterator[Node]:
        """What rounding adds or takes away, where it does or where the agreement speaks of it."""
        if exact == amount:
            return
        at_total = self.plan.rounds_at_total
        kept = one.kept.fractions
        yield self._residue(exact, amount, kept, one.amounts, own=line.own, finest=at_total)

    def _residue(
        self,
        exact: Fraction,
        amount: int,
        kept: Sequence[Fraction],
        amounts: Sequence[int],
        *,
        own: bool,
        finest: bool,
    ) -> Node:
        rounding = self.plan.agreement.rounding
        method = rounding.method
        unit = 1 if finest else rounding.to
        name = method if isinstance(method, str) else "rest_to"
        if finest:
            name = "largest_remainder"
        elif own:
            name = "up" if name == "up" else "half_up"
        taker = method.rest_to if isinstance(method, RestTo) else ""
        if name == "rest_to" and not kept[self.plan.parties.index(taker)]:
            name = "largest_remainder"
        facts: dict[str, Argument] = {
            "party": self.name(),
            "exact": self.money(exact),
            "amount": self.money(amount),
            "to": self.money(unit),
            "taker": self.name(taker) if taker else "",
            "takes": taker == self.party,
            "takers": tuple(
                self.name(p)
                for p, was, now in zip(self.plan.parties, kept, amounts, strict=True)
                if abs(now) > abs(was)
            ),
        }
        path: Path = ("rounding",) if "rounding" in self.plan.agreement.model_fields_set else ()
        return Node(
            f"rounding_{name}", amount - exact, facts=facts, path=path, source=rounding.source
        )

    def _rounded_total(self, children: Sequence[Node], result: Result) -> Iterator[Node]:
        """The rounding of the party's total."""
        lines = [one for one in children if one.counts and not one.rule.startswith("surcharge")]
        exact, amount = total(lines), result.totals[self.place]
        if exact == amount:
            return
        before = [
            Fraction(now - by) for now, by in zip(result.totals, result.rounding or (), strict=True)
        ]
        yield self._residue(exact, amount, before, result.totals, own=False, finest=False)

    def _surcharges(self, result: Result) -> list[Node]:
        return [node for one in result.charged for node in self._surcharge(one)]

    def _surcharge(self, one: Charged) -> list[Node]:
        """The surcharge on a line."""
        surcharge = one.line.item.surcharge
        if surcharge is None or one.surcharge is None:
            return []
        among = self.plan.parties if surcharge.parties is None else surcharge.parties
        if self.party not in among:
            return []
        amount, value = one.amounts[self.place], one.surcharge[self.place]
        path: Path = ("costs", one.line.names[0], "surcharge")
        facts: dict[str, Argument] = {
            "party": self.name(),
            "item": self.plan.heading.items[one.line.names[0]],
            "title": surcharge.title,
            "percent": surcharge.percent,
            "amount": self.money(amount),
        }
        on = Node("surcharge_on", Fraction(amount), facts=facts)
        percent = Node(
            "surcharge_percent",
            surcharge.percent,
            "share",
            facts=facts,
            path=(*path, "percent"),
            source=surcharge.source,
        )
        exact = surcharge.percent * amount
        if exact == value:
            return [
                Node(
                    "surcharge",
                    exact,
                    "amount",
                    "product",
                    facts,
                    path,
                    surcharge.source,
                    (percent, on),
                )
            ]
        facts |= {"exact": self.money(exact), "to": self.money(self.plan.agreement.rounding.to)}
        whole = Node(
            "surcharge_exact",
            exact,
            "amount",
            "product",
            facts,
            path,
            surcharge.source,
            (percent, on),
        )
        residue = Node("surcharge_rounding", value - exact, facts=facts)
        return [
            Node(
                "surcharge",
                Fraction(value),
                "amount",
                "sum",
                facts,
                path,
                surcharge.source,
                (whole, residue),
            )
        ]
