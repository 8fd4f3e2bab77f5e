"""One figure as a tree, from what a party pays back to what is written in the papers.

The tree is read off the calculation itself: the same functions run, with a recorder that listens.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from avtalskalk.calculation.allocation import Line, NotKnown
from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.costs import Cost
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan, YearOf, listening, named, split_of
from avtalskalk.calculation.split_rules import Written, depends_on_amount, weigh
from avtalskalk.calculation.timeline import DEFAULT, Segment
from avtalskalk.calculation.trace import Record, Recorder
from avtalskalk.calculation.year_result import Charged, Result, of_year
from avtalskalk.diagnostics import Argument, Path
from avtalskalk.features.explain.costs import Costs
from avtalskalk.features.explain.limits import Limits
from avtalskalk.features.explain.nodes import Node, aside, told, total
from avtalskalk.features.explain.papers import papers_of
from avtalskalk.features.explain.rounding import Rounding
from avtalskalk.features.explain.steps import Flows
from avtalskalk.model.statement import BASES, Basis, Statement
from avtalskalk.periods import Span

# A period's place, ``splits`` and a name.
_NAMED = 3


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

    def portions(self, line: Line) -> list[Record]:
        """What was noted of each portion of a line."""
        return list(self.top.all("portion", ("costs", line.names[0])))


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
    tree = Tree(year, party)
    root = tree.of_item(item) if item else tree.of_year()
    return Explained(year.statement, party, item, root)


@dataclass(frozen=True, slots=True)
class Tree:
    """Puts one party's tree together."""

    traced: Traced
    party: str

    @property
    def plan(self) -> Plan:
        """The agreement, listened to."""
        return self.traced.plan

    @property
    def place(self) -> int:
        """The party's place in the file."""
        return self.plan.parties.index(self.party)

    @property
    def name(self) -> str:
        """The party's name."""
        return self.plan.agreement.parties[self.party].name

    @property
    def _rounding(self) -> Rounding:
        return Rounding(self.plan, self.party)

    # --- The year -------------------------------------------------------------------------

    def of_year(self) -> Node:
        """All that the party pays in the year."""
        result = self.traced.result
        children = [self.line(one) for one in result.charged]
        children += [node for one in result.charged for node in self._rounding.surcharge(one)]
        children += self._unknown()
        if result.rounding is not None:
            children += self._limits(result)
            # Surcharges come on the rounded amounts, and stand for themselves.
            exact = total(
                one for one in children if one.counts and not one.rule.startswith("surcharge")
            )
            children += self._rounding.of_total(exact, result)
        totals = self.traced.statement.totals
        amount = next(one.amount for one in totals if one.party == self.party)
        facts: dict[str, Argument] = {
            "party": self.name,
            "year": self.traced.year.label,
            "basis": self.traced.basis,
            "count": len(children),
            "conditional": any(one.conditional for one in totals),
            **self._taking_part(),
        }
        value = None if amount is None else Fraction(amount)
        return Node("total", value, "amount", "sum", facts, children=tuple(children))

    def of_item(self, item: str) -> Node:
        """The party's part of one item, or of the items that it goes through steps with."""
        for one in self.traced.result.charged:
            if item in one.line.names:
                return self._with_surcharge(self.line(one), one)
        unknown = next((one for one in self._unknown() if one.facts["name"] in (item, "")), None)
        if unknown:
            return unknown
        facts: dict[str, Argument] = {
            "item": self.plan.heading.items[item],
            "year": self.traced.year.label,
            "party": self.name,
        }
        return Node("not_there", Fraction(0), facts=facts, path=("costs", item))

    def _with_surcharge(self, line: Node, one: Charged) -> Node:
        """A line with the surcharge on it, where the party has one."""
        surcharges = self._rounding.surcharge(one)
        if not surcharges:
            return line
        value = total((line, *surcharges))
        return replace(line, value=value, children=(*line.children, *surcharges))

    def _taking_part(self) -> dict[str, Argument]:
        """When in the year the party takes part; nothing where it does all of it."""
        spans: list[Span] = []
        for segment in self.traced.year.segments:
            if self.party not in segment.parties:
                continue
            if spans and spans[-1].stop == segment.span.start:
                spans[-1] = Span(spans[-1].start, segment.span.stop)
            else:
                spans.append(segment.span)
        if spans == [self.traced.year.span]:
            return {}
        return {"spans": tuple((one.first, one.last) for one in spans)}

    # --- What is not known ----------------------------------------------------------------

    def _unknown(self) -> Iterator[Node]:
        """What is not known, and what the party would bear of it."""
        for one in self.traced.result.unknown:
            yield self._missing(one)
        if not self.plan.agreement.costs:
            yield self._missing(NotKnown("", Unknown("costs", ("costs",))))

    def _missing(self, one: NotKnown) -> Node:
        # What limits wait for concerns no item, and splits nothing.
        known = one.name or not self.plan.agreement.costs
        shares = tuple(self._known_shares(one.name)) if known else ()
        facts: dict[str, Argument] = {
            "what": one.why.what,
            "name": one.name,
            "item": self.plan.heading.items.get(one.name, ""),
            "basis": self.traced.basis,
            "party": self.name,
            "year": self.traced.year.label,
            **self._of_data(one.why),
        }
        if one.why.fault is not None:
            facts["code"] = one.why.fault.code
        return Node(
            "missing" if one.why.fault is None else "faulty",
            None,
            facts=facts,
            path=one.why.path,
            children=shares,
            # Of what the party bears nothing of, nothing is lacking.
            counts=not shares or any(share.value for share in shares),
        )

    def _of_data(self, why: Unknown) -> dict[str, Argument]:
        """What is missing, where it is an item's figure or an observation of a key or an index."""
        agreement, (kind, *below) = self.plan.agreement, why.path
        if kind == "costs" and len(below) > 1 and below[1] in BASES:
            item = self.plan.heading.items[str(below[0])]
            return {"lacks": "figure", "item": item, "year": str(below[-1])}
        if kind == "costs":
            return {"lacks": "other" if below else "costs"}
        if kind == "periods" and below[1:2] in (["split"], ["splits"]) and len(below) <= _NAMED:
            return {"lacks": "split"}
        when = why.what.removeprefix(f"{kind}.{below[0]}.values.")
        if kind == "keys" and len(below) > 1:
            key = agreement.keys[str(below[0])]
            return {"lacks": "key", "data": key.title or key.unit or str(below[0]), "when": when}
        if kind == "indices":
            index = agreement.indices[str(below[0])]
            return {"lacks": "index", "data": index.title or str(below[0]), "when": when}
        return {"lacks": "other"}

    def _known_shares(self, item: str) -> Iterator[Node]:
        """How a cost without an amount would be split, as far as that can be told."""
        if item and not self.plan.shares_are_known(item):
            return
        segments = self.traced.year.segments
        for segment in segments:
            written = self._split_of(item, segment)
            share = None if written is None else self._known_share(written, segment)
            if share is not None:
                several = len(segments) > 1
                yield aside(self._dated(share, segment, several=several))

    def _split_of(self, item: str, segment: Segment) -> Written | None:
        """The split of an item; without one, that of the period."""
        if item:
            return split_of(self.plan, item, segment)
        found = named(self.plan.agreement, segment.term, DEFAULT)
        if found and depends_on_amount(
            found, lambda name: named(self.plan.agreement, segment.term, name)
        ):
            return None
        return found

    def _known_share(self, written: Written, segment: Segment) -> Node | None:
        recorder = self.plan.trace
        assert recorder is not None  # noqa: S101 - the year has been listened to
        with recorder.inside("known", written.path) as record:
            found = weigh(written, self.plan.moment(segment))
        if isinstance(found, Unknown):
            return None
        if self.party not in segment.parties:
            return self._outside(segment)
        return self.traced.costs.shares.share(record.inside[0], self.party)

    # --- A line ---------------------------------------------------------------------------

    def line(self, one: Charged) -> Node:
        """What the party pays of one line, before surcharges."""
        line = one.line
        path: Path = ("costs", line.names[0])
        records = self.traced.top.all("limits", (*path, "limits"))
        after = dict(zip(self.plan.parties, one.kept.fractions, strict=True))
        limits = Limits(self.plan, self.traced.year, self.party).nodes(records, after)
        children = [*self.portions(line), *limits]
        exact = total(child for child in children if child.counts)
        children += self._rounding.of_line(exact, one)
        facts: dict[str, Argument] = {
            "party": self.name,
            "item": " + ".join(self.plan.heading.items[name] for name in line.names),
            "year": self.traced.year.label,
            "count": len(children),
        }
        amount = Fraction(one.amounts[self.place])
        return Node("line", amount, "amount", "sum", facts, path, line.source, tuple(children))

    def portions(self, line: Line) -> Iterator[Node]:
        """The party's exact part of each portion of a line."""
        several = len(line.portions) > 1
        for portion, record in zip(line.portions, self.traced.portions(line), strict=True):
            segment = portion.segment
            node = self._portion(line, segment, record)
            yield self._dated(node, segment, several=several)

    def _dated(self, node: Node, segment: Segment, *, several: bool) -> Node:
        """What holds in a part of the year, with its days, its terms and their papers."""
        period = self.plan.agreement.periods[segment.term.place]
        condition = ""
        if period.condition is not None:
            condition = "unmet" if segment.term.conditional else "met"
        goes_on = node.path[:1] == ("periods",) and node.path[1] != segment.term.place
        facts: dict[str, Argument] = {
            "first": segment.span.first,
            "last": segment.span.last,
            "several": several,
            "condition": condition,
            "goes_on": goes_on,
            "standing": segment.term.standing,
        }
        papers = papers_of(self.plan.agreement, node.path, segment.term.place)
        return replace(told(node, **facts), papers=papers)

    def _portion(self, line: Line, segment: Segment, record: Record) -> Node:
        if self.party not in segment.parties:
            return self._outside(segment)
        if line.own:
            return self.traced.costs.own(line.names[0], segment, self.party)
        shares, amount = self.traced.costs.shares, self.traced.costs.amount(line.names, segment)
        (split,) = record.inside
        if split.rule != "flow":
            return shares.shared(amount, shares.share(split, self.party), self.party)
        node = Flows(shares).flow(split, self.party)
        if (amount.value or 0) >= 0:
            return replace(node, children=(*node.children, aside(amount)))
        children = Node("deducted", Fraction(-1), "number"), node, aside(amount)
        value = -(node.value or Fraction(0))
        return Node(
            "flow_deducted", value, "amount", "product", node.facts, node.path, "", children
        )

    def _outside(self, segment: Segment) -> Node:
        """The party bears nothing while it takes no part."""
        party = self.plan.agreement.parties[self.party]
        early = party.joined is not None and segment.span.first < party.joined
        rule, day, word = (
            ("not_yet", party.joined, "joined") if early else ("no_longer", party.left, "left")
        )
        facts: dict[str, Argument] = {"party": self.name, "day": day or date.min}
        return Node(rule, Fraction(0), facts=facts, path=("parties", self.party, word))

    # --- Limits on the total ----------------------------------------------------------------

    def _limits(self, result: Result) -> Iterator[Node]:
        """The period's limits, stretch by stretch."""
        records = [one for one in self.traced.top.all("limits") if one.path[0] == "periods"]
        after = self._after_limits(result) if len(records) == 1 else None
        yield from Limits(self.plan, self.traced.year, self.party).nodes(records, after)

    def _after_limits(self, result: Result) -> Mapping[str, Fraction]:
        """What the parties pay in a year that has the same limits all through, unrounded."""
        amounts = dict.fromkeys(self.plan.parties, Fraction(0))
        for one in result.charged:
            for party, amount in zip(self.plan.parties, one.kept.fractions, strict=True):
                amounts[party] += amount
        for applied in result.applied:
            for party, moved in applied.moved.items():
                amounts[party] += moved
        return amounts
