"""What rounding and surcharges add to a party's amounts, as trees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.year_result import Charged, Result
from avtalskalk.diagnostics import Amount, Argument, Path
from avtalskalk.features.explain.nodes import Node
from avtalskalk.model.agreement import RestTo
from avtalskalk.model.costs import Surcharge


@dataclass(frozen=True, slots=True)
class Rounding:
    """Explains rounding for one party."""

    plan: Plan
    party: str

    @property
    def _place(self) -> int:
        return self.plan.parties.index(self.party)

    def _name(self, party: str) -> str:
        return self.plan.agreement.parties[party].name

    def _money(self, minor: Fraction | int) -> Amount:
        return Amount(minor, self.plan.agreement.currency)

    def of_line(self, exact: Fraction, one: Charged) -> Iterator[Node]:
        """What rounding adds to a line or takes away, where it does."""
        amount, kept = one.amounts[self._place], one.kept.fractions
        if exact != kept[self._place]:
            message = f"{one.line.label}: explained as {exact}, calculated as {kept[self._place]}"
            raise ValueError(message)
        if exact == amount:
            return
        if self.plan.rounds_at_total:
            yield self._node("line", exact, amount, kept, one.amounts, 1)
        elif one.line.own:
            up = self.plan.agreement.rounding.method == "up"
            yield self._node(
                "up" if up else "half_up", exact, amount, kept, one.amounts, self._most
            )
        else:
            yield self._node(self._method(kept), exact, amount, kept, one.amounts, self._most)

    def of_total(self, exact: Fraction, result: Result) -> Iterator[Node]:
        """The rounding of the total; where the agreement has one, also if it changes nothing."""
        amount = result.totals[self._place]
        # Each line has been rounded to the smallest unit before.
        most = self._most + len(result.charged)
        kept = [
            Fraction(now - by) for now, by in zip(result.totals, result.rounding or (), strict=True)
        ]
        if exact != amount:
            yield self._node(self._method(kept), exact, amount, kept, result.totals, most)
        elif self._path:
            yield self._node("none", exact, amount, kept, result.totals, most)

    @property
    def _most(self) -> int:
        """What rounding cannot reach: the unit, or as many as there are parties for the rest."""
        rounding = self.plan.agreement.rounding
        return rounding.to * (len(self.plan.parties) if isinstance(rounding.method, RestTo) else 1)

    @property
    def _path(self) -> Path:
        """Where the agreement speaks of rounding; () where it does not."""
        return ("rounding",) if "rounding" in self.plan.agreement.model_fields_set else ()

    def _method(self, kept: Sequence[Fraction]) -> str:
        """The method by its name; one who bears nothing takes no rest."""
        method = self.plan.agreement.rounding.method
        if not isinstance(method, RestTo):
            return method
        takes = kept[self.plan.parties.index(method.rest_to)]
        return "rest_to" if takes else "largest_remainder"

    def _node(
        self,
        name: str,
        exact: Fraction,
        amount: int,
        kept: Sequence[Fraction],
        amounts: Sequence[int],
        most: int,
    ) -> Node:
        if abs(amount - exact) >= most:
            # What a tree leaves out, or counts twice, must not hide in the rounding.
            message = f"rounding from {exact} to {amount} for {self.party}"
            raise ValueError(message)
        rounding = self.plan.agreement.rounding
        takers = [
            party
            for party, was, now in zip(self.plan.parties, kept, amounts, strict=True)
            if abs(now) > abs(was)
        ]
        method = rounding.method
        facts: dict[str, Argument] = {
            "party": self._name(self.party),
            "exact": self._money(exact),
            "amount": self._money(amount),
            "to": self._money(1 if name == "line" else rounding.to),
            "taker": self._name(method.rest_to) if isinstance(method, RestTo) else "",
            "takers": tuple(map(self._name, takers)),
        }
        if name == "largest_remainder":
            kind = "" if self.party in takers else "_others" if takers else "_even"
            name = f"largest_remainder{kind}"
        path = () if name == "line" else self._path
        return Node(
            f"rounding_{name}", amount - exact, facts=facts, path=path, source=rounding.source
        )

    # --- Surcharges -----------------------------------------------------------------------

    def surcharge(self, one: Charged) -> tuple[Node, ...]:
        """The surcharge on a line; nothing where the party has none."""
        surcharge = one.line.item.surcharge
        if surcharge is None or one.surcharge is None:
            return ()
        among = self.plan.parties if surcharge.parties is None else surcharge.parties
        return (self._surcharge(surcharge, one),) if self.party in among else ()

    def _surcharge(self, surcharge: Surcharge, one: Charged) -> Node:
        value = Fraction((one.surcharge or ())[self._place])
        on = one.amounts[self._place]
        exact = surcharge.percent * on
        name = one.line.names[0]
        path: Path = ("costs", name, "surcharge")
        facts: dict[str, Argument] = {
            "party": self._name(self.party),
            "item": self.plan.heading.items[name],
            "title": surcharge.title,
            "percent": surcharge.percent,
            "amount": self._money(on),
            "exact": self._money(exact),
            "to": self._money(self.plan.agreement.rounding.to),
        }
        percent = Node(
            "surcharge_percent", surcharge.percent, "share", facts=facts, path=(*path, "percent")
        )
        factors = percent, Node("surcharge_on", Fraction(on), facts=facts)
        source = surcharge.source
        if exact == value:
            return Node("surcharge", exact, "amount", "product", facts, path, source, factors)
        whole = Node("surcharge_exact", exact, "amount", "product", facts, path, source, factors)
        parts = whole, Node("surcharge_rounding", value - exact, facts=facts)
        return Node("surcharge_rounded", value, "amount", "sum", facts, path, source, parts)
