"""From one year to another: what a party's amount changes by, and how much of that each thing is.

One thing at a time is switched to the later year's, in a fixed order: volume, price and index,
split, limits, rounding.  The bars are whole minor units and close by construction.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.engine.explain import Traced, explained, traced
from avtalskalk.engine.lines import Line
from avtalskalk.engine.nodes import Node
from avtalskalk.engine.plan import Plan, split_of
from avtalskalk.engine.results import Charged
from avtalskalk.engine.trace import Record
from avtalskalk.engine.unknown import Unknown
from avtalskalk.engine.weights import Flow, divide
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.money import half_up

Rule = Literal["volume", "price_index", "split", "limits", "rounding", "surcharges"]
RULES: tuple[Rule, ...] = ("volume", "price_index", "split", "limits", "rounding", "surcharges")

# What a cost is multiplied by beside its volume.
_PRICES = frozenset({"price", "own_price", "percent", "portion", "factor", "index", "index_partly"})


class Part(NamedTuple):
    """What one item adds to a bar, in minor units; ``before`` and ``after`` are what changed.

    These are the item's whole amount for volume, price and index, and the party's share for the
    split (None where it is none); ``node`` is the later year's rule (the earlier's where it ends),
    ``earlier`` the one that it took the place of.
    """

    item: str
    amount: int
    before: Fraction | None
    after: Fraction | None
    node: Node
    earlier: Node | None = None


class Bar(NamedTuple):
    """One bar of a bridge; ``amount`` is None where a year is incomplete."""

    rule: Rule
    amount: int | None
    parts: tuple[Part, ...] = ()
    nodes: tuple[Node, ...] = ()


class Lacking(NamedTuple):
    """A figure that a year is incomplete without."""

    year: str
    what: str


@dataclass(frozen=True, slots=True)
class Bridge:
    """From one year to another for a party; amounts are None where a year is incomplete.

    ``shares`` are the party's shares of items whose amounts are not known, before and after.
    """

    party: str
    first: Node
    last: Node
    bars: tuple[Bar, ...]
    statements: tuple[Statement, Statement]
    lacking: tuple[Lacking, ...] = ()
    shares: tuple[tuple[str, Fraction, Fraction], ...] = ()


def bridge(plan: Plan, first: int, last: int, party: str, basis: Basis = "budget") -> Bridge:
    """Why a party pays another amount in one year than in another; both must have terms."""
    years = traced(plan, first, basis), traced(plan, last, basis)
    before, after = (explained(year, party).tree for year in years)
    statements = years[0].statement, years[1].statement
    if before.value is None or after.value is None:
        bars = tuple(Bar(rule, None) for rule in RULES)
        lacking = _lacking(years)
        return Bridge(party, before, after, bars, statements, lacking, _shares(before, after))
    return Bridge(party, before, after, _bars(years, party, before, after), statements)


def _lacking(years: Iterable[Traced]) -> tuple[Lacking, ...]:
    return tuple(
        dict.fromkeys(
            Lacking(year.year.label, why.what)
            for year in years
            for why in (one.why for one in year.result.unknown)
        )
    ) + tuple(Lacking(year.year.label, "costs") for year in years if not year.plan.agreement.costs)


def _shares(before: Node, after: Node) -> tuple[tuple[str, Fraction, Fraction], ...]:
    """The items whose shares are known in both years, whatever their amounts."""
    known = [_known_shares(one) for one in (before, after)]
    return tuple((item, known[0][item], known[1][item]) for item in known[0] if item in known[1])


def _known_shares(tree: Node) -> dict[str, Fraction]:
    """Each item's share, where it is one and the same all the year."""
    found: dict[str, Fraction] = {}
    for line in tree.children:
        shares = (
            line.children
            if line.rule == "missing"
            else [one.children[0] for one in line.children if one.rule == "share_of"]
        )
        values = {share.value for share in shares if share.value is not None}
        if len(values) == 1:
            found[str(line.facts["item"])] = values.pop()
    return found


# --- The bars ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Side:
    """A group of items in one year: its lines, and what the party bears of them exactly."""

    year: Traced
    party: str
    charged: tuple[Charged, ...]

    @property
    def place(self) -> int:
        return self.year.plan.parties.index(self.party)

    @property
    def borne(self) -> Fraction:
        """The party's exact part, before limits and rounding."""
        parts = (one.line.exact.fractions[self.place] for one in self.charged)
        return sum(parts, Fraction(0))

    @property
    def own(self) -> bool:
        """Whether nothing is split: then the amounts are the party's own."""
        return any(one.line.own for one in self.charged)

    @property
    def cost(self) -> Fraction:
        """What is split, or the party's own amount."""
        return (
            self.borne
            if self.own
            else sum(
                (
                    Fraction(sum(one.line.exact.numerators), one.line.exact.denominator)
                    for one in self.charged
                ),
                Fraction(0),
            )
        )

    def pieces(self) -> dict[str, list[Node]]:
        """Each item's amounts as trees."""
        costs = self.year.costs
        found: dict[str, list[Node]] = {}
        for one in self.charged:
            for name, cost in zip(one.line.names, one.line.costs, strict=True):
                found[name] = [
                    costs.own(name, piece.segment, self.party)
                    if one.line.own
                    else costs.piece(name, piece)
                    for piece in cost.pieces
                ]
        return found

    def node(self) -> Node:
        """The tree of the first line's first part: the rule that splits it."""
        tree = explained(self.year, self.party, self.charged[0].line.names[0]).tree
        return next((one for one in tree.children if one.counts), tree)

    def share(self) -> Fraction | None:
        """The party's share of the cost; None where there is none."""
        return None if self.own or not self.cost else self.borne / self.cost

    def through(self, cost: Fraction) -> Fraction:
        """What the party would bear of another cost, under this year's split."""
        times = cost / self.cost
        return sum((self._line_through(one.line, times) for one in self.charged), Fraction(0))

    def _line_through(self, line: Line, times: Fraction) -> Fraction:
        records = self.year.top.all("portion", ("costs", line.names[0]))
        found = Fraction(0)
        for portion, record in zip(line.portions, records, strict=False):
            own = portion.parts.fractions[self.place]
            flow = record.find_flow()
            # A cost that has turned its sign cannot go through the steps; it goes in proportion.
            if flow is not None and times > 0:
                divided = self._divided(line, portion.segment, flow, times)
                found += own * times if divided is None else divided
            else:
                found += own * times
        return found

    def _divided(
        self, line: Line, segment: object, record: Record, times: Fraction
    ) -> Fraction | None:
        """A cost so many times as large through a split with steps; None where it does not fit."""
        from avtalskalk.engine.timeline import Segment

        assert isinstance(segment, Segment)  # noqa: S101 - for the type checker
        plan = replace(self.year.plan, trace=None)
        written = split_of(plan, line.names[0], segment)
        assert written is not None  # noqa: S101 - it has been used
        flow: Flow = record.facts["flow"]
        found = divide(written, flow._replace(amount=flow.amount * times), plan.moment(segment))
        if isinstance(found, Unknown):
            return None
        total = sum(line.exact.numerators)
        return found.get(self.party, Fraction(0)) * (-1 if total < 0 else 1)


def _bars(years: tuple[Traced, Traced], party: str, before: Node, after: Node) -> tuple[Bar, ...]:
    """The bars, each in whole minor units; rounding takes what is left."""
    parts: dict[Rule, list[Part]] = {rule: [] for rule in RULES}
    for a, b in _groups(years, party):
        for rule, part in _switched(a, b):
            parts[rule].append(part)
    limits, nodes = _limits(before, after)
    surcharges = _surcharged(after) - _surcharged(before)
    amounts: dict[Rule, int] = {
        rule: sum(part.amount for part in found) for rule, found in parts.items()
    }
    amounts["limits"] = half_up(limits.numerator, limits.denominator)
    amounts["surcharges"] = half_up(surcharges.numerator, surcharges.denominator)
    change = (after.value or Fraction(0)) - (before.value or Fraction(0))
    amounts["rounding"] = int(change) - sum(amounts.values())
    return tuple(
        Bar(rule, amounts[rule], tuple(parts[rule]), nodes if rule == "limits" else ())
        for rule in RULES
    )


def _groups(years: tuple[Traced, Traced], party: str) -> Iterable[tuple[_Side, _Side]]:
    """The items of both years, those together that go through one line in either."""
    sets: list[set[str]] = []
    for year in years:
        for one in year.result.charged:
            names = set(one.line.names)
            touching = [found for found in sets if found & names]
            sets = [found for found in sets if not found & names]
            sets.append(names.union(*touching))
    order = list(years[0].plan.agreement.costs)
    for names in sorted(sets, key=lambda found: min(order.index(name) for name in found)):
        sides = [
            _Side(
                year,
                party,
                tuple(one for one in year.result.charged if names & set(one.line.names)),
            )
            for year in years
        ]
        yield sides[0], sides[1]


def _switched(a: _Side, b: _Side) -> Iterable[tuple[Rule, Part]]:
    """Volume, price and index, and split switched one after the other."""
    titles = (b if b.charged else a).year.plan.heading.items
    charged = (b if b.charged else a).charged
    item = " + ".join(titles[name] for one in charged for name in one.line.names)
    node = (b if b.charged else a).node()
    first, last = a.cost, b.cost
    if not first or not b.charged:
        # Nothing to compare with: a new item, or one that has ended.
        yield "volume", _part(item, b.borne - a.borne, first, last, node)
        return
    middle = _volume(a, b)
    steps = [a.borne, a.through(middle), a.through(last), b.borne]
    yield "volume", _part(item, steps[1] - steps[0], first, middle, node)
    yield "price_index", _part(item, steps[2] - steps[1], middle, last, node)
    split = _part(item, steps[3] - steps[2], a.share(), b.share(), node)
    yield "split", split._replace(earlier=a.node())


def _part(
    item: str, amount: Fraction, before: Fraction | None, after: Fraction | None, node: Node
) -> Part:
    return Part(item, half_up(amount.numerator, amount.denominator), before, after, node)


def _volume(a: _Side, b: _Side) -> Fraction:
    """The later year's volume at the earlier year's prices and indices."""
    before, after = a.pieces(), b.pieces()
    found = Fraction(0)
    for name, pieces in after.items():
        earlier = before.get(name, [])
        rows = _rows(earlier) == _rows(pieces)
        volume = _quantity(earlier, rows=rows)
        amount = _sum(earlier)
        # Without a volume before there is no price before.
        found += _quantity(pieces, rows=rows) * amount / volume if volume else _sum(pieces)
    return found


def _sum(pieces: Sequence[Node]) -> Fraction:
    return sum((one.value or Fraction(0) for one in pieces), Fraction(0))


def _rows(pieces: Sequence[Node]) -> list[object]:
    """The rows of a table that the pieces' amounts are from."""
    return [one.facts["row"] for piece in pieces for one in piece.children if one.rule == "band"]


def _quantity(pieces: Sequence[Node], *, rows: bool) -> Fraction:
    """The volume in amounts: all but their prices; a row's amount is one where the row stays."""
    found = Fraction(0)
    for piece in pieces:
        value = piece.value or Fraction(0)
        factors = piece.children if piece.how == "product" else ()
        for one in factors:
            if one.rule in _PRICES or (one.rule == "band" and rows):
                value = value / one.value if one.value else Fraction(0)
        found += value
    return found


def _limits(before: Node, after: Node) -> tuple[Fraction, tuple[Node, ...]]:
    """What the limits move in the later year more than in the earlier, and the later ones."""
    return _moved(after) - _moved(before), tuple(_all(after, "limit"))


def _moved(tree: Node) -> Fraction:
    return sum((one.value or Fraction(0) for one in _all(tree, "limit")), Fraction(0))


def _surcharged(tree: Node) -> Fraction:
    return sum((one.value or Fraction(0) for one in _all(tree, "surcharge")), Fraction(0))


def _all(tree: Node, rule: str) -> Iterable[Node]:
    """The limits or surcharges of a year and of its lines."""
    for one in tree.children:
        if one.rule.startswith("limit_") if rule == "limit" else one.rule == rule:
            yield one
        elif one.rule.startswith("line"):
            yield from _all(one, rule)
