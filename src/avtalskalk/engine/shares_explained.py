"""One party's share under a split, as a tree: read off what the split's rules noted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from avtalskalk.diagnostics import Amount, Argument, Number, Path
from avtalskalk.engine.nodes import Node, product
from avtalskalk.engine.trace import Record
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.dated import Dated, Key, Observation, at
from avtalskalk.model.splits import Mix, Named, Stage, Steps


def end_of(dated: Dated, day: date) -> Path:
    """The key of the value that holds on a day, where values are dated; below the rest's path."""
    change = at(dated, day)
    return (change.key,) if change is not None and change.key else ()


@dataclass(frozen=True, slots=True)
class Shares:
    """Explains shares for one agreement."""

    agreement: Agreement

    def name(self, party: str) -> str:
        """A party's name."""
        known = self.agreement.parties.get(party)
        return known.name if known else party

    def names(self, parties: Mapping[str, object]) -> tuple[str, ...]:
        """Several parties' names, in the file's order."""
        return tuple(self.name(one) for one in self.agreement.parties if one in parties)

    # --- Shares that do not depend on the amount ------------------------------------------

    def share(self, record: Record, party: str) -> Node:
        """A party's share as a split's record tells it."""
        value = record.result.of(party)
        exact = record.facts.get("exact")
        if exact is None:
            return self._share(record, party, value)
        # The last party that has a share takes the rest; the others are rounded half up.
        step, takes_rest = record.facts["step"], record.facts["taker"] == party
        inner = self._share(record, party, exact.of(party))
        band = ("tolerance",) if record.rule == "tolerance" else ()
        rounding = Node(
            "share_rounding",
            value - exact.of(party),
            "share",
            facts={"step": step, "party": self.name(party)},
            path=(*record.path, *band, "round"),
        )
        rule = "rounded_share_rest" if takes_rest else "rounded_share"
        facts: dict[str, Argument] = {"step": step, "party": self.name(party)}
        return Node(rule, value, "share", "sum", facts, record.path, children=(inner, rounding))

    def _share(self, record: Record, party: str, value: Fraction) -> Node:
        """A share before it is rounded, by the kind of its split."""
        tell = {
            "fixed": self._fixed,
            "equal": self._equal,
            "parts": self._parts,
            "by": self._by,
            "mix": self._mix,
            "tolerance": self._tolerance,
            "meanoflowest": self._lowest,
            "named": self._named,
        }[record.rule]
        return tell(record, party, value)

    def _none(self, record: Record, party: str) -> Node:
        """A share of nothing: the split passes over the party."""
        facts: dict[str, Argument] = {"party": self.name(party)}
        return Node("no_share", Fraction(0), "share", facts=facts, path=record.path)

    def _fixed(self, record: Record, party: str, value: Fraction) -> Node:
        split, day = record.facts["split"], record.facts["day"]
        if party not in split.shares:
            return self._none(record, party)
        facts: dict[str, Argument] = {"party": self.name(party)}
        path = (*record.path, party, *end_of(split.shares[party], day))
        if party != record.facts["rest"]:
            return Node("fixed_share", value, "share", facts=facts, path=path)
        others = tuple(
            self._fixed(record, other, record.result.of(other))
            for other in split.shares
            if other != party
        )
        return Node("rest_share", value, "share", "rest", facts, path, children=others)

    def _equal(self, record: Record, party: str, value: Fraction) -> Node:
        values = record.facts["values"]
        if party not in values:
            return self._none(record, party)
        facts: dict[str, Argument] = {
            "party": self.name(party),
            "count": len(values),
            "parties": self.names(values),
        }
        return Node("equal_share", value, "share", "one_of", facts, record.path)

    def _parts(self, record: Record, party: str, value: Fraction) -> Node:
        values = record.facts["values"]
        if party not in values:
            return self._none(record, party)

        def part(one: str) -> Node:
            facts: dict[str, Argument] = {"party": self.name(one)}
            return Node(
                "part", values[one], "number", facts=facts, path=(*record.path, "parts", one)
            )

        every = tuple(part(one) for one in values)
        facts: dict[str, Argument] = {"parties": self.names(values)}
        whole = Node(
            "sum_of_parts",
            sum(values.values(), Fraction(0)),
            "number",
            "sum",
            facts,
            record.path,
            children=every,
        )
        facts = {
            "party": self.name(party),
            "own": Number(values[party]),
            "all": Number(whole.value or 0),
        }
        children = part(party), whole
        return Node(
            "parts_share", value, "share", "quotient", facts, record.path, children=children
        )

    def _by(self, record: Record, party: str, value: Fraction) -> Node:
        values = record.facts["values"]
        key = next(record.all("key"))
        if party not in values:
            return self._none(record, party)
        children = self.key(key, party), self.key_sum(key, values)
        facts: dict[str, Argument] = {
            "party": self.name(party),
            "key": self.title(key),
            "own": Number(values[party]),
            "all": Number(children[1].value or 0),
        }
        return Node("key_share", value, "share", "quotient", facts, record.path, children=children)

    def _mix(self, record: Record, party: str, value: Fraction) -> Node:
        split = record.facts["split"]
        parts = tuple(self._mixed(record, split, place, party) for place in range(len(split.mix)))
        facts: dict[str, Argument] = {"party": self.name(party), "count": len(parts)}
        return Node("mix_share", value, "share", "sum", facts, record.path, children=parts)

    def _mixed(self, record: Record, split: Mix, place: int, party: str) -> Node:
        """One part of a mix: its weight times the party's share of it."""
        weight = self.weight(record, split, place)
        inner = record.find_at((*record.path, "mix", place, "split"))
        facts: dict[str, Argument] = {"party": self.name(party), "place": place + 1}
        if inner is None:
            return Node(
                "mix_part_unused",
                Fraction(0),
                "share",
                "product",
                facts,
                weight.path,
                children=(weight,),
            )
        children = weight, self.share(inner, party)
        return Node(
            "mix_part",
            product(children),
            "share",
            "product",
            facts,
            (*record.path, "mix", place),
            children=children,
        )

    def weight(self, record: Record, split: Mix, place: int) -> Node:
        """The weight of one part of a mix."""
        day, part = record.facts["day"], split.mix[place]
        change = at(part.weight, day)
        value = change.value if change else None
        path = (*record.path, "mix", place, "weight", *end_of(part.weight, day))
        facts: dict[str, Argument] = {"place": place + 1}
        if isinstance(value, Fraction):
            return Node("weight", value, "share", facts=facts, path=path)
        others = tuple(self.weight(record, split, p) for p in range(len(split.mix)) if p != place)
        left = 1 - sum((one.value or Fraction(0) for one in others), Fraction(0))
        return Node("weight_rest", left, "share", "rest", facts, path, children=others)

    def _tolerance(self, record: Record, party: str, value: Fraction) -> Node:
        moved, points = record.facts["moved"], record.facts["points"]
        agreed, actual = (self.share(one, party) for one in record.inside)
        exceeded = any(one > points / 100 for one in moved.values())
        furthest = max(moved, key=lambda one: moved[one])
        facts: dict[str, Argument] = {
            "party": self.name(party),
            "points": Number(points),
            "furthest": self.name(furthest),
            "moved": Number(moved[furthest] * 100),
            "agreed": agreed.value or Fraction(0),
            "actual": actual.value or Fraction(0),
        }
        threshold = Node(
            "points",
            points,
            "number",
            facts=facts,
            counts=False,
            bound=exceeded,
            path=(*record.path, "tolerance", "points"),
        )
        held, other = (actual, agreed) if exceeded else (agreed, actual)
        children = held, threshold, aside(other)
        rule = "tolerance_actual" if exceeded else "tolerance_agreed"
        return Node(
            rule, value, "share", "same", facts, record.path, children=children, bound=exceeded
        )

    def _lowest(self, record: Record, party: str, value: Fraction) -> Node:
        rule = record.facts["rule"]
        *several, others = record.inside
        mean = self._mean(record, several)
        own = mean.value or Fraction(0)
        facts: dict[str, Argument] = {"party": self.name(party), "one": self.name(rule.party)}
        left = Node("left_share", 1 - own, "share", "rest", facts, record.path, children=(mean,))
        share = self.share(others, party)
        shared = Node(
            "others_share",
            (1 - own) * (share.value or 0),
            "share",
            "product",
            facts,
            (*record.path, "mean_of_lowest", "others"),
            children=(left, share),
        )
        if party != rule.party:
            return shared
        if not share.value:
            return mean
        return Node(
            "lowest_share", value, "share", "sum", facts, record.path, children=(mean, shared)
        )

    def _mean(self, record: Record, several: list[Record]) -> Node:
        """The mean of the lowest candidates; the others stand beside."""
        rule = record.facts["rule"]
        candidates = [self.share(one, rule.party) for one in several]
        order = sorted(range(len(candidates)), key=lambda place: candidates[place].value or 0)
        lowest = set(order[: rule.count])
        children = tuple(
            one if place in lowest else aside(one) for place, one in enumerate(candidates)
        )
        taken = [one.value or Fraction(0) for one in children if one.counts]
        facts: dict[str, Argument] = {
            "party": self.name(rule.party),
            "count": len(taken),
            "all": len(candidates),
            "taken": tuple(taken),
            "passed": tuple(one.value or Fraction(0) for one in children if not one.counts),
        }
        path = (*record.path, "mean_of_lowest")
        value = sum(taken, Fraction(0)) / len(taken)
        return Node("lowest", value, "share", "mean", facts, path, children=children)

    def _named(self, record: Record, party: str, value: Fraction) -> Node:
        (inner,) = record.inside
        facts: dict[str, Argument] = {"party": self.name(party), "name": record.facts["name"]}
        child = self.share(inner, party)
        return Node("named_share", value, "share", "same", facts, record.path, children=(child,))

    # --- Keys -----------------------------------------------------------------------------

    def title(self, record: Record) -> str:
        """What a key is called."""
        key: Key = record.facts["key"]
        return key.title or key.unit or str(record.path[1])

    def key(self, record: Record, party: str) -> Node:
        """A party's value of a key."""
        key: Key = record.facts["key"]
        value = record.result.of(party)
        facts: dict[str, Argument] = {
            "party": self.name(party),
            "key": self.title(record),
            "name": str(record.path[1]),
        }
        if key.formula:
            inner = tuple(self.key(one, party) for one in record.all("key"))
            facts["formula"] = key.formula
            return Node(
                "key_formula",
                value,
                "number",
                "formula",
                facts,
                (*record.path, "formula"),
                key.source,
                inner,
            )
        used: tuple[Observation, ...] = record.facts["used"]
        observed = tuple(self._observed(record, facts, one, party) for one in used)
        if len(observed) == 1:
            return observed[0]
        facts |= {"count": len(observed), "when": tuple(one.key for one in used)}
        return Node(
            "key_mean",
            value,
            "number",
            "mean",
            facts,
            (*record.path, "average"),
            key.source,
            observed,
        )

    def _observed(
        self, record: Record, facts: Mapping[str, Argument], one: Observation, party: str
    ) -> Node:
        """A value as it was observed."""
        path = (*record.path, "values", *([one.key] if one.key else []))
        value = one.values
        if not isinstance(value, Fraction):
            value, path = value[party], (*path, party)
        key: Key = record.facts["key"]
        rule = "key_value" if one.key else "key_value_undated"
        facts = {**facts, "when": one.key, "frozen": key.frozen is not None}
        return Node(rule, value, "number", facts=facts, path=path, source=key.source)

    def key_sum(self, record: Record, values: Mapping[str, Fraction]) -> Node:
        """The sum of a key over parties."""
        facts: dict[str, Argument] = {"key": self.title(record), "parties": self.names(values)}
        children = tuple(self.key(record, one) for one in values)
        value = sum(values.values(), Fraction(0))
        return Node("key_sum", value, "number", "sum", facts, record.path, children=children)

    # --- Splits with steps, which depend on the amount ------------------------------------

    def flow(self, record: Record, party: str) -> Node:
        """A party's part of an amount that flows through a split."""
        split = record.facts["split"]
        value = record.result.get(party, Fraction(0))
        facts = self._flowing(record, party)
        if isinstance(split, Steps):
            stages = tuple(
                self._stage(record, stage, place, party) for place, stage in enumerate(split.steps)
            )
            return Node("steps", value, "amount", "sum", facts, record.path, children=stages)
        if isinstance(split, Mix):
            parts = tuple(
                self._mixed_flow(record, split, place, party) for place in range(len(split.mix))
            )
            return Node("mix_flow", value, "amount", "sum", facts, record.path, children=parts)
        inner = record.inside[0]
        if isinstance(split, Named) and inner.rule == "flow":
            facts["name"] = split.name
            return Node(
                "named_flow",
                value,
                "amount",
                "same",
                facts,
                record.path,
                children=(self.flow(inner, party),),
            )
        return self.shared(self._amount(record), self.share(inner, party), party)

    def _flowing(self, record: Record, party: str) -> dict[str, Argument]:
        amount = Amount(record.facts["flow"].amount, self.agreement.currency)
        return {"party": self.name(party), "amount": amount}

    def _amount(self, record: Record) -> Node:
        """The amount that comes to a split; what it is has been told above."""
        return Node("flow_amount", Fraction(record.facts["flow"].amount))

    def shared(self, amount: Node, share: Node, party: str) -> Node:
        """A share of an amount."""
        facts: dict[str, Argument] = {
            "party": self.name(party),
            "share": share.value or Fraction(0),
            "amount": Amount(amount.value or 0, self.agreement.currency),
        }
        children = share, amount
        return Node(
            "share_of", product(children), "amount", "product", facts, share.path, children=children
        )

    def _mixed_flow(self, record: Record, split: Mix, place: int, party: str) -> Node:
        """A part of a mix whose amount goes its own way."""
        inner = record.find_at((*record.path, "mix", place, "split"))
        assert inner is not None  # noqa: S101 - each part of a mix is divided
        node = self.flow(inner, party)
        weighed = self.weight(record, split, place), self._amount(record)
        facts: dict[str, Argument] = {
            "place": place + 1,
            "weight": weighed[0].value or Fraction(0),
            "party": self.name(party),
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
            "mix_flow_part",
            node.value,
            "amount",
            "same",
            facts,
            (*record.path, "mix", place),
            children=(node, through),
        )

    def _stage(self, record: Record, stage: Stage, place: int, party: str) -> Node:
        """What a party bears in one step."""
        path = (*record.path, "steps", place)
        left, taken = record.facts["taken"][place]
        currency = self.agreement.currency
        facts: dict[str, Argument] = {
            "place": place + 1,
            "party": self.name(party),
            "left": Amount(left, currency),
            "taken": Amount(taken, currency),
        }
        if stage.fixed is not None:
            return self._stage_fixed(record, stage.fixed, path, facts, party)
        key = "rest" if stage.rest is not None else "split"
        inner = record.find_at((*path, key))
        assert inner is not None  # noqa: S101 - each step's amount is divided
        node = self.flow(inner, party)
        came = self._left(record, place)
        if stage.first is None:
            return Node(
                "step_rest", node.value, "amount", "same", facts, path, children=(node, aside(came))
            )
        day, part = record.facts["day"], record.facts["flow"].part
        change = at(stage.first, day)
        most = self._prorated(
            "step_most",
            Fraction(change.value if change else 0),
            part,
            (*path, "first", *end_of(stage.first, day)),
            facts,
        )
        bound = left > (most.value or 0)
        facts["most"] = Amount(most.value or 0, currency)
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
        return Node(
            rule, node.value, "amount", "same", facts, path, children=(node, amount), bound=bound
        )

    def _stage_fixed(
        self,
        record: Record,
        fixed: Mapping[str, Dated],
        path: Path,
        facts: dict[str, Argument],
        party: str,
    ) -> Node:
        """Amounts off the top."""
        if party not in fixed:
            facts = {**facts, "parties": self.names(fixed)}
            return Node("step_fixed_others", Fraction(0), facts=facts, path=(*path, "fixed"))
        day, part = record.facts["day"], record.facts["flow"].part
        change = at(fixed[party], day)
        value = Fraction(change.value if change else 0)
        end = (*path, "fixed", party, *end_of(fixed[party], day))
        return self._prorated("step_fixed", value, part, end, facts)

    def _prorated(
        self, rule: str, yearly: Fraction, part: Fraction, path: Path, facts: dict[str, Argument]
    ) -> Node:
        """An amount per year inside a split, for as much of the year as the cost is."""
        if part == 1:
            return Node(rule, yearly, facts=facts, path=path)
        facts = {**facts, "yearly": Amount(yearly, self.agreement.currency), "part": part}
        children = (
            Node("yearly", yearly, facts=facts, path=path),
            Node("part_in_split", part, "share", facts=facts),
        )
        return Node(
            f"{rule}_prorated",
            yearly * part,
            "amount",
            "product",
            facts,
            path[:-1],
            children=children,
        )

    def _left(self, record: Record, place: int) -> Node:
        """What is left of the amount when a step begins."""
        steps: Steps = record.facts["split"]
        before = tuple(
            Node(
                "step_taken",
                record.facts["taken"][earlier][1],
                facts={"place": earlier + 1},
                path=(
                    *record.path,
                    "steps",
                    earlier,
                    "first" if steps.steps[earlier].fixed is None else "fixed",
                ),
            )
            for earlier in range(place)
        )
        value = record.facts["taken"][place][0]
        facts: dict[str, Argument] = {"place": place + 1}
        if not before:
            return self._amount(record)
        return Node(
            "step_left",
            value,
            "amount",
            "difference",
            facts,
            record.path,
            children=(self._amount(record), *before),
        )


def aside(node: Node) -> Node:
    """A node that the one above does not follow from."""
    return replace(node, counts=False)
