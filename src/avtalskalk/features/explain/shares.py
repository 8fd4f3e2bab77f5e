"""One party's share under a split, as a tree: read off what the split's rules noted."""

from dataclasses import dataclass
from fractions import Fraction

from avtalskalk.calculation.trace import Record
from avtalskalk.diagnostics import Amount, Argument, Number
from avtalskalk.features.explain.keys import Keys
from avtalskalk.features.explain.nodes import Node, aside, held, product, unused
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.splits import Mix


@dataclass(frozen=True, slots=True)
class Shares:
    """Explains the shares of one agreement, as far as they do not depend on the amount."""

    agreement: Agreement

    @property
    def keys(self) -> Keys:
        """Explains the keys."""
        return Keys(self.agreement)

    def share(self, record: Record, party: str) -> Node:
        """A party's share as a split's record tells it."""
        value = record.result.of(party)
        exact = record.facts.get("exact")
        if exact is None:
            return self._share(record, party, value)
        # The last party that has a share takes the rest; the others are rounded half up.
        inner = self._share(record, party, exact.of(party))
        band = ("tolerance",) if record.rule == "tolerance" else ()
        facts: dict[str, Argument] = {
            "step": record.facts["step"],
            "party": self.keys.name(party),
            "exact": exact.of(party),
        }
        path = (*record.path, *band, "round")
        rounding = Node("share_rounding", value - exact.of(party), "points", facts=facts, path=path)
        rule = "rounded_share_rest" if record.facts["taker"] == party else "rounded_share"
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
        facts: dict[str, Argument] = {"party": self.keys.name(party)}
        return Node("no_share", Fraction(0), "share", facts=facts, path=record.path)

    def _fixed(self, record: Record, party: str, value: Fraction) -> Node:
        split = record.facts["split"]
        if party not in split.shares:
            return self._none(record, party)
        written = held(split.shares[party], record.facts["day"])
        facts: dict[str, Argument] = {"party": self.keys.name(party), **written.facts}
        path = (*record.path, party, *written.end)
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
            "party": self.keys.name(party),
            "count": len(values),
            "parties": self.keys.names(values),
        }
        return Node("equal_share", value, "share", "one_of", facts, record.path)

    def _parts(self, record: Record, party: str, value: Fraction) -> Node:
        values = record.facts["values"]
        if party not in values:
            return self._none(record, party)
        every = {one: self._part(record, one) for one in values}
        whole = Node(
            "sum_of_parts",
            sum(values.values(), Fraction(0)),
            "number",
            "sum",
            {"parties": self.keys.names(values)},
            record.path,
            children=tuple(every.values()),
        )
        facts: dict[str, Argument] = {
            "party": self.keys.name(party),
            "own": Number(values[party]),
            "all": Number(whole.value or 0),
        }
        children = every[party], whole
        return Node(
            "parts_share", value, "share", "quotient", facts, record.path, children=children
        )

    def _part(self, record: Record, party: str) -> Node:
        """A party's number of parts."""
        facts: dict[str, Argument] = {"party": self.keys.name(party)}
        path = (*record.path, "parts", party)
        return Node("part", record.facts["values"][party], "number", facts=facts, path=path)

    def _by(self, record: Record, party: str, value: Fraction) -> Node:
        values = record.facts["values"]
        if party not in values:
            return self._none(record, party)
        key = next(record.all("key"))
        children = self.keys.value(key, party), self.keys.total(key, values)
        facts: dict[str, Argument] = {
            "party": self.keys.name(party),
            "key": self.keys.title(key),
            "when": self.keys.observed(key),
            "own": Number(values[party]),
            "all": Number(children[1].value or 0),
        }
        return Node("key_share", value, "share", "quotient", facts, record.path, children=children)

    # --- Mixes ----------------------------------------------------------------------------

    def _mix(self, record: Record, party: str, value: Fraction) -> Node:
        split = record.facts["split"]
        parts = tuple(self._mixed(record, split, place, party) for place in range(len(split.mix)))
        facts: dict[str, Argument] = {"party": self.keys.name(party), "count": len(parts)}
        return Node("mix_share", value, "share", "sum", facts, record.path, children=parts)

    def _mixed(self, record: Record, split: Mix, place: int, party: str) -> Node:
        """One part of a mix: its weight times the party's share of it."""
        weight = self.weight(record, split, place)
        inner = record.find_at((*record.path, "mix", place, "split"))
        facts: dict[str, Argument] = {"party": self.keys.name(party), "place": place + 1}
        if inner is None:
            children: tuple[Node, ...] = (weight,)
            rule, path = "mix_part_unused", weight.path
        else:
            children = weight, self.share(inner, party)
            rule, path = "mix_part", (*record.path, "mix", place)
        return Node(rule, product(children), "share", "product", facts, path, children=children)

    def weight(self, record: Record, split: Mix, place: int) -> Node:
        """The weight of one part of a mix."""
        written = held(split.mix[place].weight, record.facts["day"])
        path = (*record.path, "mix", place, "weight", *written.end)
        facts: dict[str, Argument] = {"place": place + 1, **written.facts}
        if isinstance(written.value, Fraction):
            return Node("weight", written.value, "share", facts=facts, path=path)
        others = tuple(self.weight(record, split, p) for p in range(len(split.mix)) if p != place)
        left = 1 - sum((one.value or Fraction(0) for one in others), Fraction(0))
        return Node("weight_rest", left, "share", "rest", facts, path, children=others)

    # --- A tolerance and the mean of the lowest -------------------------------------------

    def _tolerance(self, record: Record, party: str, value: Fraction) -> Node:
        moved, points = record.facts["moved"], record.facts["points"]
        agreed, actual = (self.share(one, party) for one in record.inside)
        furthest = max(moved, key=lambda one: moved[one])
        exceeded = moved[furthest] > points / 100
        facts: dict[str, Argument] = {
            "party": self.keys.name(party),
            "points": Number(points),
            "furthest": self.keys.name(furthest),
            "moved": Number(moved[furthest] * 100),
            "agreed": agreed.value or Fraction(0),
            "actual": actual.value or Fraction(0),
        }
        path = (*record.path, "tolerance", "points")
        threshold = aside(Node("points", points, "number", facts=facts, path=path, bound=exceeded))
        used, other = (actual, agreed) if exceeded else (agreed, actual)
        children = used, threshold, unused(other)
        rule = "tolerance_actual" if exceeded else "tolerance_agreed"
        return Node(
            rule, value, "share", "same", facts, record.path, children=children, bound=exceeded
        )

    def _lowest(self, record: Record, party: str, value: Fraction) -> Node:
        rule = record.facts["rule"]
        *several, others = record.inside
        mean = self._mean(record, several)
        share = self.share(others, party)
        if party == rule.party and not share.value:
            return mean
        shared = self._of_what_is_left(record, mean, share, party)
        if party != rule.party:
            return shared
        return Node(
            "lowest_share",
            value,
            "share",
            "sum",
            {"party": self.keys.name(party)},
            record.path,
            children=(mean, shared),
        )

    def _of_what_is_left(self, record: Record, mean: Node, share: Node, party: str) -> Node:
        """A party's share of what the mean of the lowest leaves."""
        facts: dict[str, Argument] = {
            "party": self.keys.name(party),
            "one": self.keys.name(record.facts["rule"].party),
        }
        left = Node(
            "left_share",
            1 - (mean.value or Fraction(0)),
            "share",
            "rest",
            facts,
            record.path,
            children=(mean,),
        )
        children = left, share
        path = (*record.path, "mean_of_lowest", "others")
        return Node(
            "others_share", product(children), "share", "product", facts, path, children=children
        )

    def _mean(self, record: Record, several: list[Record]) -> Node:
        """The mean of the lowest candidates; the others stand beside."""
        rule = record.facts["rule"]
        candidates = [self.share(one, rule.party) for one in several]
        order = sorted(range(len(candidates)), key=lambda place: candidates[place].value or 0)
        lowest = set(order[: rule.count])
        children = tuple(
            one if place in lowest else unused(one) for place, one in enumerate(candidates)
        )
        taken = [one.value or Fraction(0) for one in children if one.counts]
        facts: dict[str, Argument] = {
            "party": self.keys.name(rule.party),
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
        facts: dict[str, Argument] = {
            "party": self.keys.name(party),
            "name": record.facts["name"],
        }
        child = self.share(inner, party)
        return Node("named_share", value, "share", "same", facts, record.path, children=(child,))

    # --- A share of an amount ---------------------------------------------------------------

    def shared(self, amount: Node, share: Node, party: str) -> Node:
        """A share of an amount."""
        facts: dict[str, Argument] = {
            "party": self.keys.name(party),
            "share": share.value or Fraction(0),
            "amount": Amount(amount.value or 0, self.agreement.currency),
        }
        children = share, amount
        return Node(
            "share_of", product(children), "amount", "product", facts, share.path, children=children
        )
