"""From one year to another: what a party's amount changes by, and how much of that each thing is.

One thing at a time is switched to the later year's, in a fixed order: volume, price and index,
split, limits, rounding.  The bars are whole minor units and close by construction.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.calculation.allocation import Portion
from avtalskalk.calculation.costs import Bases
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.split_rules import Flow, Written, divide
from avtalskalk.calculation.year_result import Charged
from avtalskalk.diagnostics import Path
from avtalskalk.features.explain.costs import CalculatedYear, piece_nodes
from avtalskalk.features.explain.nodes import Node, total
from avtalskalk.features.explain.tree import calculated_year, explained, portion_nodes
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.money import half_up

BridgeRule = Literal[
    "volume", "price_index", "split", "limits", "rounding", "surcharges", "carried"
]
RULES: tuple[BridgeRule, ...] = (
    "volume",
    "price_index",
    "split",
    "limits",
    "rounding",
    "surcharges",
    "carried",
)

# What a cost is multiplied by beside its volume.
_PRICES = frozenset(
    {
        "price",
        "own_price",
        "own_price_share",
        "index_rounded",
        "index_rounded_on",
        "band_price",
        "scale_price",
        "percent",
        "portion",
        "factor",
    }
    | {"index", "index_partly"}
)

# What is told of a number without those that it is made of: what all the others have.
_WHOLES = frozenset({"key_sum", "sum_of_parts", "sum_of_weights", "percent_of"})


class Reasons(NamedTuple):
    """What differs between two years: the earlier's numbers and the later's."""

    earlier: tuple[Node, ...] = ()
    later: tuple[Node, ...] = ()


class BridgePart(NamedTuple):
    """What one item adds to a bar, in minor units; ``before`` and ``after`` are what changed.

    These are the item's whole amount for volume, price and index, and the party's share for the
    split (None where it is none).
    """

    item: str
    amount: int
    before: Fraction | None
    after: Fraction | None
    reasons: Reasons


class BridgeBar(NamedTuple):
    """One bar of a bridge; ``amount`` is None where a year is incomplete."""

    rule: BridgeRule
    amount: int | None
    parts: tuple[BridgePart, ...] = ()
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
    bars: tuple[BridgeBar, ...]
    statements: tuple[Statement, Statement]
    lacking: tuple[Lacking, ...] = ()
    shares: tuple[tuple[str, Fraction, Fraction], ...] = ()


def bridge(plan: Plan, first: int, last: int, party: str, basis: Basis = "budget") -> Bridge:
    """Why a party pays another amount in one year than in another; both must have terms."""
    return bridge_of(
        (calculated_year(plan, first, basis), calculated_year(plan, last, basis)), party
    )


def bridge_of(years: tuple[CalculatedYear, CalculatedYear], party: str) -> Bridge:
    """As `bridge`, of two years that have been calculated."""
    before, after = (explained(year, party).tree for year in years)
    statements = years[0].statement, years[1].statement
    if before.value is None or after.value is None:
        bars = tuple(BridgeBar(rule, None) for rule in RULES)
        lacking = _lacking(years)
        return Bridge(party, before, after, bars, statements, lacking, _shares(before, after))
    return Bridge(party, before, after, _bars(years, party, before, after), statements)


def _lacking(years: Sequence[CalculatedYear]) -> tuple[Lacking, ...]:
    lacking = [
        Lacking(year.year.label, unknown.why.what)
        for year in years
        for unknown in year.result.unknown
    ]
    return tuple(dict.fromkeys(lacking))


def _shares(before: Node, after: Node) -> tuple[tuple[str, Fraction, Fraction], ...]:
    """The items whose shares are known in both years, whatever their amounts."""
    first, last = _known_shares(before), _known_shares(after)
    return tuple((item, first[item], last[item]) for item in first if item in last)


def _known_shares(tree: Node) -> dict[str, Fraction]:
    """Each item's share, where it is one and the same all the year."""
    shares: dict[str, Fraction] = {}
    for line in tree.children:
        nodes = line.children
        if line.rule != "missing":
            nodes = tuple(node.children[0] for node in nodes if node.rule == "share_of")
        values = {node.value for node in nodes if node.value is not None}
        if len(values) == 1:
            shares[str(line.facts["item"])] = values.pop()
    return shares


# --- The bars ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Side:
    """A group of items in one year: its lines, and what the party bears of them exactly."""

    year: CalculatedYear
    party: str
    charged: tuple[Charged, ...]

    @property
    def place(self) -> int:
        return self.year.plan.parties.index(self.party)

    @property
    def part(self) -> Fraction:
        """The party's exact part, before limits and rounding."""
        parts = (charged.line.exact.fractions[self.place] for charged in self.charged)
        return sum(parts, Fraction(0))

    @property
    def own_amounts(self) -> bool:
        """Whether nothing is split: then the amounts are the party's own."""
        return any(charged.line.own_amounts for charged in self.charged)

    @property
    def cost(self) -> Fraction:
        """What is split, or the party's own amount."""
        if self.own_amounts:
            return self.part
        exacts = (charged.line.exact for charged in self.charged)
        return sum((sum(exact.fractions, Fraction(0)) for exact in exacts), Fraction(0))

    @property
    def names(self) -> list[str]:
        """The items."""
        return [name for charged in self.charged for name in charged.line.names]

    def pieces(self, name: str) -> list[Node]:
        """An item's amounts as trees; none where the year does not have it."""
        lines = (charged.line for charged in self.charged)
        own = any(line.own_amounts for line in lines if name in line.names)
        if name not in self.year.costs:
            return []
        return piece_nodes(self.year, name, own_of=self.party if own else "")

    def bases(self, name: str) -> list[str]:
        """What an overhead is a percentage of."""
        pieces = self.year.costs[name].pieces
        steps = (step.because for piece in pieces for step in piece.steps)
        bases = (because.names for because in steps if isinstance(because, Bases))
        return list(dict.fromkeys(base for names in bases for base in names))

    def nodes(self) -> tuple[list[Node], list[Node], list[Node]]:
        """What makes the volume, the prices, and the party's part, as nodes without others'."""
        volume: list[Node] = []
        prices: list[Node] = []
        for name in self.names:
            for piece in self.pieces(name):
                _sort(piece, volume, prices)
        split = [
            node
            for charged in self.charged
            if not charged.line.own_amounts
            for portion in portion_nodes(self.year, self.party, charged.line)
            for node in _of_split(portion)
        ]
        return volume, prices, split

    @property
    def portions(self) -> list[Portion]:
        return [portion for charged in self.charged for portion in charged.line.portions]

    @property
    def steps(self) -> bool:
        """Whether what the party bears depends on the size of the cost."""
        return any(isinstance(portion.by, Flow) for portion in self.portions)

    def share(self) -> Fraction | None:
        """The party's share of the cost; None where there is none."""
        return None if self.own_amounts or not self.cost else self.part / self.cost

    def through(self, cost: Fraction) -> Fraction:
        """What the party would bear of another cost, under this year's split."""
        times = cost / self.cost
        return sum((self._portion(portion, times) for portion in self.portions), Fraction(0))

    def _portion(self, portion: Portion, times: Fraction) -> Fraction:
        """What the party would bear of a portion so many times as large."""
        flow = portion.by
        # A cost that has turned its sign cannot go through the steps; it goes in proportion.
        if isinstance(flow, Flow) and times > 0:
            written, moment = Written(flow.split, flow.path), self.year.plan.moment(portion.segment)
            divided = divide(written, flow.amount * times, flow.part, moment)
            if not isinstance(divided, Unknown):
                sign = -1 if portion.piece.amount < 0 else 1
                return sign * divided.amounts.get(self.party, Fraction(0))
        return portion.parts.fractions[self.place] * times


def _bars(
    years: tuple[CalculatedYear, CalculatedYear], party: str, before: Node, after: Node
) -> tuple[BridgeBar, ...]:
    """The bars, each in whole minor units; rounding takes what is left."""
    parts: dict[BridgeRule, list[BridgePart]] = {rule: [] for rule in RULES}
    for first, last in _groups(years, party):
        for rule, part in _switched(first, last):
            parts[rule].append(part)
    amounts = {rule: sum(part.amount for part in parts[rule]) for rule in RULES}
    reasons: dict[BridgeRule, Reasons] = {}
    for rule, kind in (("limits", "limit_"), ("surcharges", "surcharge"), ("carried", "carried")):
        nodes = Reasons(*(tuple(_all(tree, kind)) for tree in (before, after)))
        moved = total(nodes.later) - total(nodes.earlier)
        amounts[rule], reasons[rule] = half_up(moved.numerator, moved.denominator), nodes
    change = (after.value or Fraction(0)) - (before.value or Fraction(0))
    amounts["rounding"] = int(change) - sum(amounts.values())
    reasons["rounding"] = Reasons(*(tuple(_all(tree, "rounding_")) for tree in (before, after)))
    return tuple(
        BridgeBar(rule, amounts[rule], tuple(parts[rule]), reasons.get(rule, Reasons()))
        for rule in RULES
    )


def _groups(
    years: tuple[CalculatedYear, CalculatedYear], party: str
) -> Iterable[tuple[_Side, _Side]]:
    """The items of both years, those together that go through one line in either."""
    groups: list[set[str]] = []
    for year in years:
        for charged in year.result.charged:
            names = set(charged.line.names)
            touching = [group for group in groups if group & names]
            groups = [group for group in groups if not group & names]
            groups.append(names.union(*touching))
    order = list(years[0].plan.agreement.costs)
    for names in sorted(groups, key=lambda group: min(order.index(name) for name in group)):
        first, last = (
            tuple(charged for charged in year.result.charged if names & set(charged.line.names))
            for year in years
        )
        yield _Side(years[0], party, first), _Side(years[1], party, last)


def _switched(first: _Side, last: _Side) -> Iterable[tuple[BridgeRule, BridgePart]]:
    """Volume, price and index, and split switched one after the other."""
    shown = last if last.charged else first
    titles = shown.year.plan.heading.items
    item = " + ".join(titles[name] for charged in shown.charged for name in charged.line.names)
    (volumes, prices, splits), (new_volumes, new_prices, new_splits) = first.nodes(), last.nodes()
    before, after = first.cost, last.cost
    if not before or not last.charged:
        # Nothing to compare with: a new item, or one that has ended.
        every = [*volumes, *prices, *splits], [*new_volumes, *new_prices, *new_splits]
        yield "volume", _part(item, last.part - first.part, before, after, _differing(*every))
        return
    middle = sum((_volume(first, last, name) for name in last.names), Fraction(0))
    steps = [first.part, first.through(middle), first.through(after), last.part]
    # What goes through steps follows from the amount, too.
    through = _differing(splits, new_splits) if first.steps and last.steps else Reasons()
    volume = _joined(_differing(volumes, new_volumes), through)
    yield "volume", _part(item, steps[1] - steps[0], before, middle, volume)
    price = _joined(_differing(prices, new_prices), through)
    yield "price_index", _part(item, steps[2] - steps[1], middle, after, price)
    split = _differing(splits, new_splits)
    yield "split", _part(item, steps[3] - steps[2], first.share(), last.share(), split)


def _part(
    item: str,
    amount: Fraction,
    before: Fraction | None,
    after: Fraction | None,
    reasons: Reasons,
) -> BridgePart:
    return BridgePart(item, half_up(amount.numerator, amount.denominator), before, after, reasons)


def _volume(first: _Side, last: _Side, name: str) -> Fraction:
    """The later year's volume of an item at the earlier year's prices and indices."""
    earlier, later = first.pieces(name), last.pieces(name)
    rows = _rows(earlier) == _rows(later)
    volume = _quantity(earlier, rows=rows)
    if not volume:
        # Without a volume before there is no price before.
        return total(later)
    quantity, bases = _quantity(later, rows=rows), last.bases(name)
    whole = sum((total(last.pieces(base)) for base in bases), Fraction(0))
    if whole:
        # What an overhead is on may have risen with a price or an index of its own.
        quantity *= sum((_volume(first, last, base) for base in bases), Fraction(0)) / whole
    return quantity * total(earlier) / volume


def _rows(pieces: Sequence[Node]) -> list[object]:
    """The rows of a table that the pieces' amounts are from."""
    factors = [factor for piece in pieces for factor in piece.children]
    return [factor.facts["row"] for factor in factors if factor.rule == "band"]


def _quantity(pieces: Sequence[Node], *, rows: bool) -> Fraction:
    """The volume in amounts: all but their prices; a row's amount is one where the row stays."""
    quantity = Fraction(0)
    for piece in pieces:
        value = piece.value or Fraction(0)
        for factor in piece.children if piece.how == "product" else ():
            if factor.rule in _PRICES or (factor.rule == "band" and rows):
                value = value / factor.value if factor.value else Fraction(0)
        quantity += value
    return quantity


def _all(tree: Node, kind: str) -> Iterator[Node]:
    """The limits, the surcharges or the roundings of a year and of its lines."""
    for node in tree.children:
        if node.rule.startswith(kind):
            yield node
        elif node.rule.startswith("line"):
            yield from _all(node, kind)


# --- Why -----------------------------------------------------------------------------------


def _sort(piece: Node, volume: list[Node], prices: list[Node]) -> None:
    """Lay an amount's numbers with the volume or with the prices; the product goes with both."""
    if piece.how != "product":
        volume += _short(piece)
        return
    volume.append(piece)
    prices.append(piece)
    for factor in piece.children:
        if factor.rule not in _PRICES:
            volume += _short(factor)
        if factor.rule in _PRICES or factor.rule in ("band", "percent_of"):
            prices += _short(factor)


def _of_split(portion: Node) -> Iterator[Node]:
    """A portion's numbers without the amount that is split, which stands last in it."""
    yield portion
    for child in portion.children[:-1]:
        yield from (node for node in _short(child) if node.rule != "flow_amount")


def _short(node: Node) -> Iterator[Node]:
    """A number and what it is made of, as far as that is the party's."""
    yield node
    if node.rule not in _WHOLES:
        for child in node.children:
            yield from _short(child)


def _differing(earlier: Iterable[Node], later: Iterable[Node]) -> Reasons:
    """What is not the same in both years."""

    def same(node: Node) -> tuple[str, Path, Fraction | None]:
        """What makes two years' numbers the same one."""
        return node.rule, node.path, node.value

    before, after = list(earlier), list(later)
    known = {same(node) for node in before} & {same(node) for node in after}
    return Reasons(
        tuple(node for node in before if same(node) not in known),
        tuple(node for node in after if same(node) not in known),
    )


def _joined(first: Reasons, second: Reasons) -> Reasons:
    return Reasons((*first.earlier, *second.earlier), (*first.later, *second.later))
