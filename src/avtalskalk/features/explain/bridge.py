"""From one year to another: what a party's amount changes by, and how much of that each thing is.

One thing at a time is switched to the later year's, in a fixed order: volume, price and index,
split, limits, rounding.  The bars are whole minor units and close by construction.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.calculation.allocation import Line
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan, split_of
from avtalskalk.calculation.split_rules import Flow, divide
from avtalskalk.calculation.timeline import Segment
from avtalskalk.calculation.trace import Record
from avtalskalk.calculation.year_result import Charged
from avtalskalk.diagnostics import Path
from avtalskalk.features.explain.nodes import Node
from avtalskalk.features.explain.tree import Traced, Tree, explained, traced
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.money import half_up

Rule = Literal["volume", "price_index", "split", "limits", "rounding", "surcharges"]
RULES: tuple[Rule, ...] = ("volume", "price_index", "split", "limits", "rounding", "surcharges")

# What a cost is multiplied by beside its volume.
_PRICES = frozenset({"price", "own_price", "percent", "portion", "factor", "index", "index_partly"})

# What is told of a number without those that it is made of: what all the others have.
_WHOLES = frozenset({"key_sum", "sum_of_parts", "percent_of"})


class Reasons(NamedTuple):
    """What differs between two years: the earlier's numbers and the later's."""

    earlier: tuple[Node, ...] = ()
    later: tuple[Node, ...] = ()


class Part(NamedTuple):
    """What one item adds to a bar, in minor units; ``before`` and ``after`` are what changed.

    These are the item's whole amount for volume, price and index, and the party's share for the
    split (None where it is none).
    """

    item: str
    amount: int
    before: Fraction | None
    after: Fraction | None
    reasons: Reasons


class Bar(NamedTuple):
    """One bar of a bridge; ``amount`` is None where a year is incomplete."""

    rule: Rule
    amount: int | None
    parts: tuple[Part, ...] = ()
    reasons: Reasons = Reasons()


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
        return {
            name: costs.pieces(name, own=self.party if one.line.own else "")
            for one in self.charged
            for name in one.line.names
        }

    def told(self) -> tuple[list[Node], list[Node], list[Node]]:
        """What makes the volume, the prices, and the party's part, as nodes without others'."""
        volume: list[Node] = []
        prices: list[Node] = []
        for pieces in self.pieces().values():
            for piece in pieces:
                _sort(piece, volume, prices)
        tree = Tree(self.year, self.party)
        return (
            volume,
            prices,
            [
                node
                for one in self.charged
                if not one.line.own
                for portion in tree.portions(one.line)
                for node in _of_split(portion)
            ],
        )

    @property
    def steps(self) -> bool:
        """Whether what the party bears depends on the size of the cost."""
        return any(
            record.find_flow() is not None
            for one in self.charged
            for record in self.year.portions(one.line)
        )

    def share(self) -> Fraction | None:
        """The party's share of the cost; None where there is none."""
        return None if self.own or not self.cost else self.borne / self.cost

    def through(self, cost: Fraction) -> Fraction:
        """What the party would bear of another cost, under this year's split."""
        times = cost / self.cost
        return sum((self._line_through(one.line, times) for one in self.charged), Fraction(0))

    def _line_through(self, line: Line, times: Fraction) -> Fraction:
        found = Fraction(0)
        for portion, record in zip(line.portions, self.year.portions(line), strict=True):
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
        self, line: Line, segment: Segment, record: Record, times: Fraction
    ) -> Fraction | None:
        """A cost so many times as large through a split with steps; None where it does not fit."""
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
    amounts: dict[Rule, int] = {
        rule: sum(part.amount for part in found) for rule, found in parts.items()
    }
    reasons: dict[Rule, Reasons] = {}
    for rule, kind in (("limits", "limit_"), ("surcharges", "surcharge")):
        nodes = Reasons(*(tuple(_all(tree, kind)) for tree in (before, after)))
        moved = _sum(nodes.later) - _sum(nodes.earlier)
        amounts[rule], reasons[rule] = half_up(moved.numerator, moved.denominator), nodes
    change = (after.value or Fraction(0)) - (before.value or Fraction(0))
    amounts["rounding"] = int(change) - sum(amounts.values())
    reasons["rounding"] = Reasons(*(tuple(_all(tree, "rounding_")) for tree in (before, after)))
    return tuple(
        Bar(rule, amounts[rule], tuple(parts[rule]), reasons.get(rule, Reasons())) for rule in RULES
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
        a, b = (
            tuple(one for one in year.result.charged if names & set(one.line.names))
            for year in years
        )
        yield _Side(years[0], party, a), _Side(years[1], party, b)


def _switched(a: _Side, b: _Side) -> Iterable[tuple[Rule, Part]]:
    """Volume, price and index, and split switched one after the other."""
    shown = b if b.charged else a
    titles = shown.year.plan.heading.items
    item = " + ".join(titles[name] for one in shown.charged for name in one.line.names)
    (volumes, prices, splits), (new_volumes, new_prices, new_splits) = a.told(), b.told()
    first, last = a.cost, b.cost
    if not first or not b.charged:
        # Nothing to compare with: a new item, or one that has ended.
        every = [*volumes, *prices, *splits], [*new_volumes, *new_prices, *new_splits]
        yield "volume", _part(item, b.borne - a.borne, first, last, _differing(*every))
        return
    middle = _volume(a, b)
    steps = [a.borne, a.through(middle), a.through(last), b.borne]
    # What goes through steps follows from the amount, too.
    through = _differing(splits, new_splits) if a.steps and b.steps else Reasons()
    volume = _differing(volumes, new_volumes)
    yield "volume", _part(item, steps[1] - steps[0], first, middle, _joined(volume, through))
    price = _differing(prices, new_prices)
    yield "price_index", _part(item, steps[2] - steps[1], middle, last, _joined(price, through))
    split = _differing(splits, new_splits)
    yield "split", _part(item, steps[3] - steps[2], a.share(), b.share(), split)


def _part(
    item: str,
    amount: Fraction,
    before: Fraction | None,
    after: Fraction | None,
    reasons: Reasons,
) -> Part:
    return Part(item, half_up(amount.numerator, amount.denominator), before, after, reasons)


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


def _all(tree: Node, kind: str) -> Iterator[Node]:
    """The limits, the surcharges or the roundings of a year and of its lines."""
    for one in tree.children:
        if one.rule.startswith(kind):
            yield one
        elif one.rule.startswith("line"):
            yield from _all(one, kind)


# --- Why -----------------------------------------------------------------------------------


def _sort(piece: Node, volume: list[Node], prices: list[Node]) -> None:
    """Lay an amount's numbers with the volume or with the prices; the product goes with both."""
    if piece.how != "product":
        volume += _short(piece)
        return
    volume.append(piece)
    prices.append(piece)
    for one in piece.children:
        if one.rule not in _PRICES:
            volume += _short(one)
        if one.rule in _PRICES or one.rule == "band":
            prices += _short(one)


def _of_split(portion: Node) -> Iterator[Node]:
    """A portion's numbers without the amount that is split, which stands last in it."""
    yield portion
    for one in portion.children[:-1]:
        yield from (each for each in _short(one) if each.rule != "flow_amount")


def _short(node: Node) -> Iterator[Node]:
    """A number and what it is made of, as far as that is the party's."""
    yield node
    if node.rule not in _WHOLES:
        for one in node.children:
            yield from _short(one)


def _differing(earlier: Iterable[Node], later: Iterable[Node]) -> Reasons:
    """What is not the same in both years."""
    before, after = list(earlier), list(later)
    known = {_same(one) for one in before} & {_same(one) for one in after}
    return Reasons(
        *(tuple(one for one in each if _same(one) not in known) for each in (before, after))
    )


def _same(node: Node) -> tuple[str, Path, Fraction | None]:
    """What makes two years' numbers the same one."""
    return node.rule, node.path, node.value


def _joined(one: Reasons, other: Reasons) -> Reasons:
    return Reasons((*one.earlier, *other.earlier), (*one.later, *other.later))
