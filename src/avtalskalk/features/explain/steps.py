"""One party's part of an amount that goes through a split with steps, as a tree."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from avtalskalk.calculation.trace import Record
from avtalskalk.diagnostics import Amount, Argument, Path
from avtalskalk.features.explain.nodes import Held, Node, aside, held, product
from avtalskalk.features.explain.shares import Shares
from avtalskalk.model.dated import Dated
from avtalskalk.model.splits import Mix, Named, Stage, Steps


@dataclass(frozen=True, slots=True)
class Flows:
    """Explains what parties bear of amounts that flow through splits."""

    shares: Shares

    def flow(self, record: Record, party: str) -> Node:
        """A party's part of an amount that flows through a split."""
        split = record.facts["split"]
        if isinstance(split, Steps):
            inside = [self._stage(record, one, place, party) for place, one in _staged(split)]
            return self._together("steps", record, party, inside)
        if isinstance(split, Mix):
            inside = [self._mixed(record, split, place, party) for place in range(len(split.mix))]
            return self._together("mix_flow", record, party, inside)
        inner = record.inside[0]
        if isinstance(split, Named) and inner.rule == "flow":
            facts: dict[str, Argument] = {**self._facts(record, party), "name": split.name}
            child = self.flow(inner, party)
            return Node(
                "named_flow", child.value, "amount", "same", facts, record.path, children=(child,)
            )
        return self.shares.shared(_amount(record), self.shares.share(inner, party), party)

    def _together(self, rule: str, record: Record, party: str, inside: list[Node]) -> Node:
        value = record.result.get(party, Fraction(0))
        facts = self._facts(record, party)
        return Node(rule, value, "amount", "sum", facts, record.path, children=tuple(inside))

    def _money(self, minor: Fraction | int) -> Amount:
        return Amount(minor, self.shares.agreement.currency)

    def _facts(self, record: Record, party: str) -> dict[str, Argument]:
        amount = self._money(record.facts["flow"].amount)
        return {"party": self.shares.keys.name(party), "amount": amount}

    def _mixed(self, record: Record, split: Mix, place: int, party: str) -> Node:
        """A part of a mix whose amount goes its own way."""
        path = (*record.path, "mix", place)
        node = self.flow(_found(record, (*path, "split")), party)
        weighed = self.shares.weight(record, split, place), _amount(record)
        facts: dict[str, Argument] = {
            "place": place + 1,
            "weight": weighed[0].value or Fraction(0),
            "party": self.shares.keys.name(party),
        }
        through = Node(
            "mix_amount",
            product(weighed),
            "amount",
            "product",
            facts,
            weighed[0].path,
            children=weighed,
            counts=False,
        )
        return Node(
            "mix_flow_part", node.value, "amount", "same", facts, path, children=(node, through)
        )

    # --- Steps ------------------------------------------------------------------------------

    def _stage(self, record: Record, stage: Stage, place: int, party: str) -> Node:
        """What a party bears in one step."""
        path = (*record.path, "steps", place)
        left, taken = record.facts["taken"][place]
        facts: dict[str, Argument] = {
            "place": place + 1,
            "party": self.shares.keys.name(party),
            "left": self._money(left),
            "taken": self._money(taken),
        }
        if stage.fixed is not None:
            return self._fixed(record, stage.fixed, path, facts, party)
        node = self.flow(_found(record, (*path, "rest" if stage.first is None else "split")), party)
        came = _left(record, place)
        if stage.first is None:
            children = node, aside(came)
            return Node("step_rest", node.value, "amount", "same", facts, path, children=children)
        written = held(stage.first, record.facts["day"])
        most = self._prorated("step_most", record, written, (*path, "first"), facts)
        facts["most"] = self._money(most.value or 0)
        bound = left > (most.value or 0)
        amount = Node(
            "step_amount",
            taken,
            "amount",
            "least",
            facts,
            (*path, "first"),
            children=(most, came),
            counts=False,
            bound=bound,
        )
        rule = "step_first" if bound else "step_first_not_filled"
        children = node, amount
        return Node(rule, node.value, "amount", "same", facts, path, children=children, bound=bound)

    def _fixed(
        self,
        record: Record,
        fixed: Mapping[str, Dated],
        path: Path,
        facts: dict[str, Argument],
        party: str,
    ) -> Node:
        """Amounts off the top."""
        if party not in fixed:
            facts = {**facts, "parties": self.shares.keys.names(fixed)}
            return Node("step_fixed_others", Fraction(0), facts=facts, path=(*path, "fixed"))
        written = held(fixed[party], record.facts["day"])
        return self._prorated("step_fixed", record, written, (*path, "fixed", party), facts)

    def _prorated(
        self, rule: str, record: Record, written: Held, path: Path, facts: Mapping[str, Argument]
    ) -> Node:
        """An amount per year inside a split, for as much of the year as the cost is."""
        yearly, part = Fraction(written.value), record.facts["flow"].part
        end = (*path, *written.end)
        if part == 1:
            return Node(rule, yearly, facts={**facts, **written.facts}, path=end)
        facts = {**facts, "yearly": self._money(yearly), "part": part}
        children = (
            Node("yearly", yearly, facts={**facts, **written.facts}, path=end),
            Node("part_in_split", part, "share", facts=facts),
        )
        return Node(
            f"{rule}_prorated", yearly * part, "amount", "product", facts, path, children=children
        )


def _staged(split: Steps) -> list[tuple[int, Stage]]:
    return list(enumerate(split.steps))


def _found(record: Record, path: Path) -> Record:
    """The record of a split inside another one that was gone through."""
    inner = record.find_at(path)
    assert inner is not None  # noqa: S101 - each step's and each part's amount is divided
    return inner


def _amount(record: Record) -> Node:
    """The amount that comes to a split; what it is has been told above."""
    return Node("flow_amount", Fraction(record.facts["flow"].amount))


def _left(record: Record, place: int) -> Node:
    """What is left of the amount when a step begins."""
    if not place:
        return _amount(record)
    steps: Steps = record.facts["split"]
    before = tuple(
        Node(
            "step_taken",
            record.facts["taken"][earlier][1],
            facts={"place": earlier + 1},
            path=(*record.path, "steps", earlier, "first" if stage.fixed is None else "fixed"),
        )
        for earlier, stage in _staged(steps)[:place]
    )
    return Node(
        "step_left",
        record.facts["taken"][place][0],
        "amount",
        "difference",
        {"place": place + 1},
        record.path,
        children=(_amount(record), *before),
    )
