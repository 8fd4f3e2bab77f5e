"""What an item costs in one part of a year, as a tree: read off what the cost's rules noted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

from avtalskalk.calculation.costs import Change, Cost, Piece, band_of, total_spans
from avtalskalk.calculation.prepared import Plan, YearOf
from avtalskalk.calculation.timeline import Segment
from avtalskalk.calculation.trace import Record
from avtalskalk.diagnostics import Amount, Argument, Number, Path
from avtalskalk.features.explain.indices import Indices
from avtalskalk.features.explain.nodes import Node, Unit, aside, held, product, told, total
from avtalskalk.features.explain.shares import Shares
from avtalskalk.model.costs import Bands, Item
from avtalskalk.model.dated import Dated
from avtalskalk.model.statement import Basis
from avtalskalk.periods import Proration, Span, measure

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Costs:
    """Explains the costs of one year on one basis."""

    plan: Plan
    year: YearOf
    basis: Basis
    records: Mapping[str, Record]
    costs: Mapping[str, Cost]

    @property
    def shares(self) -> Shares:
        """Explains the shares."""
        return Shares(self.plan.agreement)

    def amount(self, names: Iterable[str], segment: Segment) -> Node:
        """What items come to together in a part of the year."""
        found = [node for name in names for node in self._within(name, segment)]
        if len(found) == 1:
            return found[0]
        return Node("net", total(found), "amount", "sum", self.days(segment), children=tuple(found))

    def own(self, name: str, segment: Segment, party: str) -> Node:
        """A party's own amount of an item in a part of the year."""
        pieces = enumerate(self.costs[name].pieces)
        place, piece = next(one for one in pieces if one[1].segment.span == segment.span)
        if (piece.own or {}).get(party) is None:
            facts = {**self._facts(name, segment), "party": self.shares.keys.name(party)}
            return Node("no_own", _NONE, facts=facts, path=("costs", name))
        children = (*self._own(name, place, piece, party), *self._after(name, piece))
        facts = {**self._facts(name, segment), "party": self.shares.keys.name(party)}
        return self._multiplied("own_amount", name, facts, children)

    def pieces(self, name: str, *, own: str = "") -> list[Node]:
        """An item's cost piece by piece; with ``own``, that party's own amounts."""
        pieces = self.costs[name].pieces
        if own:
            return [self.own(name, piece.segment, own) for piece in pieces]
        return [self.piece(name, piece) for piece in pieces]

    def days(self, segment: Segment) -> dict[str, Argument]:
        """The days of a part of the year, and whether it is all of it."""
        return {
            "first": segment.span.first,
            "last": segment.span.last,
            "year": self.year.label,
            "whole": segment.span == self.year.span,
        }

    def _title(self, name: str) -> str:
        return self.plan.heading.items[name]

    def _money(self, minor: Fraction | int) -> Amount:
        return Amount(minor, self.plan.agreement.currency)

    def _facts(self, name: str, segment: Segment) -> dict[str, Argument]:
        kind = self.plan.agreement.costs[name].kind
        return {"item": self._title(name), "kind": kind, **self.days(segment)}

    # --- Amounts that are split -----------------------------------------------------------

    def _within(self, name: str, segment: Segment) -> Iterable[Node]:
        """The item's pieces as far as they lie in a part of the year."""
        for piece in self.costs[name].pieces:
            span, term = piece.segment.span, piece.segment.term
            inside = span.overlap(segment.span)
            if inside is None or term.place != segment.term.place:
                continue
            node = self.piece(name, piece)
            if inside == span:
                yield node
                continue
            kind, month = self.plan.agreement.proration, self.plan.first_month
            part = measure(inside, kind, month) / measure(span, kind, month)
            days = self.days(segment)
            children = node, Node("part_of_piece", part, "share", facts=days)
            yield Node("cut", product(children), "amount", "product", days, children=children)

    def piece(self, name: str, piece: Piece) -> Node:
        """An item's cost in one of its pieces."""
        facts = self._facts(name, piece.segment)
        if piece.own is not None:
            every = tuple(self.own(name, piece.segment, party) for party in piece.own)
            path, source = ("costs", name), self._source(name)
            return Node("own_together", total(every), "amount", "sum", facts, path, source, every)
        children = (
            *self._stated(name, piece),
            *self._part(name, piece),
            *self._after(name, piece),
        )
        return (
            children[0] if len(children) == 1 else self._multiplied("cost", name, facts, children)
        )

    def _multiplied(
        self, rule: str, name: str, facts: Mapping[str, Argument], children: tuple[Node, ...]
    ) -> Node:
        """Factors multiplied."""
        value = product(one for one in children if one.counts)
        path, source = ("costs", name), self._source(name)
        return Node(rule, value, "amount", "product", facts, path, source, children)

    def _source(self, name: str) -> str:
        figure = self.costs[name].figure
        return (figure.source if figure else "") or self.plan.agreement.costs[name].source

    # --- What the paper says ----------------------------------------------------------------

    def _given(self, rule: str, name: str, value: Fraction | int, path: Path, piece: Piece) -> Node:
        facts = self._facts(name, piece.segment) | {"basis": self.basis}
        unit: Unit = "price" if rule in ("price", "own_price") else "amount"
        return Node(rule, Fraction(value), unit, facts=facts, path=path, source=self._source(name))

    def _dated(self, rule: str, name: str, dated: Dated | None, path: Path, piece: Piece) -> Node:
        """What holds of a dated amount or price in a piece."""
        written = held(dated or (), piece.segment.span.first)
        node = self._given(rule, name, written.value, (*path, *written.end), piece)
        return told(node, **written.facts)

    def _stated(self, name: str, piece: Piece) -> tuple[Node, ...]:
        """What the paper says an item costs, before anything is done to it."""
        item, cost = self.plan.agreement.costs[name], self.costs[name]
        base: Path = ("costs", name)
        if item.percent is not None:
            return self._percent(name, item, item.percent, piece)
        if cost.figure is not None:
            return (self._annual(name, item, cost, piece),)
        if item.total is not None:
            return (self._given("total_for_time", name, item.total, (*base, "total"), piece),)
        if item.amount is not None:
            return (self._dated("amount", name, item.amount, (*base, "amount"), piece),)
        price = self._dated("price", name, item.price, (*base, "price"), piece)
        return price, self._quantity(name, item, piece)

    def _annual(self, name: str, item: Item, cost: Cost, piece: Piece) -> Node:
        """An annual figure as written, or as one party's known part gives it."""
        figure, annual = cost.figure, item.figures(cost.key)
        assert figure is not None  # noqa: S101 - it has been looked at
        assert annual is not None  # noqa: S101
        path = ("costs", name, cost.key, annual.keys[self.year.number])
        if figure.amount is None:
            return self._solved(name, figure.party, figure.part, path, piece)
        if item.kind != "adjustment":
            return self._given("stated", name, figure.amount, path, piece)
        node = self._given("adjustment", name, figure.amount, path, piece)
        return node if item.adjusts is None else told(node, adjusts=item.adjusts)

    def _solved(self, name: str, party: str, part: int, path: Path, piece: Piece) -> Node:
        """A total worked out from one party's known part."""
        titled = self.shares.keys.name(party)
        where = (*path, "known_part", party)
        known = told(self._given("known_part", name, part, where, piece), party=titled)
        share = self._borne(name, party)
        facts = self._facts(name, piece.segment) | {
            "party": titled,
            "part": self._money(part),
            "share": share.value or _NONE,
        }
        return Node(
            "solved",
            Fraction(self.costs[name].stated),
            "amount",
            "quotient",
            facts,
            path,
            self._source(name),
            (known, share),
        )

    def _borne(self, name: str, party: str) -> Node:
        """The share of a year that a party bears, each part of it weighing as it is long."""
        record = self.records[name]
        weights = [Fraction(one) for one in record.facts["weights"]]
        shares = [self.shares.share(one, party) for one in record.inside if one.rule != "index"]
        if len(shares) == 1:
            return shares[0]
        together = sum(weights, _NONE)
        parts = tuple(
            _weighed(share, weight / together)
            for share, weight in zip(shares, weights, strict=True)
        )
        facts: dict[str, Argument] = {"party": self.shares.keys.name(party)}
        return Node("borne_share", total(parts), "share", "sum", facts, children=parts)

    def _quantity(self, name: str, item: Item, piece: Piece) -> Node:
        """The quantity of a price."""
        facts = self._facts(name, piece.segment)
        quantity = item.quantity
        if isinstance(quantity, str):
            value = self.plan.agreement.volumes[quantity][self.year.number]
            path: Path = ("volumes", quantity, self.year.label)
            return Node("volume", value, "number", facts=facts | {"name": quantity}, path=path)
        written = held(quantity or (), piece.segment.span.first)
        path = ("costs", name, "quantity", *written.end)
        return Node(
            "quantity", written.value, "number", facts={**facts, **written.facts}, path=path
        )

    def _percent(self, name: str, item: Item, percent: Fraction, piece: Piece) -> tuple[Node, ...]:
        """A percentage on other items' amounts."""
        named = [one for one in item.of or () if one in self.costs]
        bases = tuple(node for one in named for node in self._within(one, piece.segment))
        facts = self._facts(name, piece.segment) | {"items": tuple(map(self._title, named))}
        path: Path = ("costs", name)
        base = Node(
            "percent_of", total(bases), "amount", "sum", facts, (*path, "of"), children=bases
        )
        return Node("percent", percent, "share", facts=facts, path=(*path, "percent")), base

    # --- The parties' own amounts ---------------------------------------------------------

    def _own(self, name: str, place: int, piece: Piece, party: str) -> tuple[Node, ...]:
        """What a party's own amount is made of."""
        item = self.plan.agreement.costs[name]
        if item.amounts is not None:
            return self._agreed(name, item.amounts[self.year.number][party], piece, party)
        record = list(self.records[name].all("own"))[place]
        key = self.shares.keys.value(record.inside[0], party)
        if item.bands is not None:
            chosen: tuple[Node, ...] = (self._band(name, item.bands, key, piece),)
        else:
            path = ("costs", name, "price")
            chosen = (self._dated("own_price", name, item.price, path, piece), key)
        if isinstance(item.factor, Bands):
            size = self.shares.keys.value(record.inside[-1], party)
            chosen = (*chosen, self._factor_row(name, item.factor, size))
        return (*chosen, *self._part(name, piece))

    def _agreed(self, name: str, amount: int, piece: Piece, party: str) -> tuple[Node, ...]:
        """An agreed amount, which is never prorated, only laid on the parts of the year."""
        path: Path = ("costs", name, "amounts", self.year.label, party)
        agreed = self._given("agreed_amount", name, amount, path, piece)
        if piece.part == 1:
            return (agreed,)
        return agreed, self._coverage("part_of_days", Fraction(piece.part), piece, "days")

    def _band(self, name: str, bands: Bands, by: Node, piece: Piece) -> Node:
        """The amount of the row that a party's size falls in."""
        place = band_of(bands, by.value or _NONE)
        path = ("costs", name, "bands", "table", place, "amount")
        node = self._dated("band", name, bands.table[place].amount, path, piece)
        return _in_row(node, bands, place, by)

    def _factor_row(self, name: str, factor: Bands, by: Node) -> Node:
        """The factor of the row that a size falls in."""
        place = band_of(factor, by.value or _NONE)
        value = factor.table[place].factor or _NONE
        path = ("costs", name, "factor", "table", place, "factor")
        node = Node("factor_band", value, "share", facts={"item": self._title(name)}, path=path)
        return _in_row(node, factor, place, by)

    # --- What an amount is multiplied by --------------------------------------------------

    def _part(self, name: str, piece: Piece) -> tuple[Node, ...]:
        """How much of a year, or of the whole time, a piece is; nothing where it is all of it."""
        item, cost = self.plan.agreement.costs[name], self.costs[name]
        kind = self.plan.agreement.proration
        if item.percent is not None:
            return ()
        if item.total is not None and cost.figure is None:
            spans = total_spans(self.plan, item)
            whole = sum((self._long(span, kind) for span in spans), _NONE)
            part = self._long(piece.segment.span, kind) / whole
            rule = "part_of_time"
        else:
            part, rule = Fraction(piece.part), self._rule_of_part(item, cost)
        if part == 1:
            return ()
        path = () if rule == "part_of_adjustment" else self._cut_by(name, piece)
        return (self._coverage(rule, part, piece, kind, path),)

    def _rule_of_part(self, item: Item, cost: Cost) -> str:
        """What a piece's part is a part of."""
        if item.kind == "adjustment":
            return "part_of_adjustment"
        covers = item.covers if cost.figure is not None else None
        whole_time = covers is not None and getattr(covers, cost.key, None) == "period"
        return "part_of_covered" if whole_time else "part_of_year"

    def _long(self, span: Span, kind: str) -> Fraction:
        return measure(span, cast("Proration", kind), self.plan.first_month)

    def _coverage(
        self, rule: str, part: Fraction, piece: Piece, kind: str, path: Path = ()
    ) -> Node:
        """A part of a year or of a time, with what is counted: 184 of 366 days."""
        long = self._long(piece.segment.span, kind)
        facts = self.days(piece.segment) | {
            "proration": kind,
            "long": Number(long),
            "all": Number(long / part),
        }
        return Node(rule, part, "share", facts=facts, path=path)

    def _cut_by(self, name: str, piece: Piece) -> Path:
        """What makes a piece begin or end inside the year: the item's days or the period's."""
        item, span = self.plan.agreement.costs[name], piece.segment.span
        place = piece.segment.term.place
        period = self.plan.agreement.periods[place]
        ends: tuple[tuple[object, object, Path], ...] = (
            (item.start, span.first, ("costs", name, "from")),
            (item.to, span.last, ("costs", name, "to")),
            (period.start, span.first, ("periods", place, "from")),
            (period.to, span.last, ("periods", place, "to")),
        )
        inside = (self.year.span.first, self.year.span.last)
        found = (path for own, end, path in ends if own == end and own not in inside)
        return next(found, ())

    def _after(self, name: str, piece: Piece) -> tuple[Node, ...]:
        """Portion, index and factor, and the sign of what reduces the cost."""
        item, cost = self.plan.agreement.costs[name], self.costs[name]
        facts = self._facts(name, piece.segment)
        found = [self._changed(name, change, facts) for change in cost.changes]
        if item.index is not None and cost.key == "actual":
            path: Path = ("costs", name, "index")
            not_used = Node("index_not_of_actual", Fraction(1), "number", facts=facts, path=path)
            found.append(aside(not_used))
        if item.kind in ("revenue", "grant"):
            path = ("costs", name, "kind")
            found.append(
                Node(f"reduces_{item.kind}", Fraction(-1), "number", facts=facts, path=path)
            )
        return tuple(found)

    def _changed(self, name: str, change: Change, facts: Mapping[str, Argument]) -> Node:
        """One thing that the amount is multiplied by."""
        factor = self.plan.agreement.costs[name].factor
        record = self.records[name]
        if change.rule == "index":
            index = record.find("index")
            assert index is not None  # noqa: S101 - the index was used
            return Indices(self.plan, index, facts).node(change.value)
        if change.rule == "factor" and isinstance(factor, Bands):
            sizes = record.find("sizes")
            assert sizes is not None  # noqa: S101 - the sizes were looked up
            return self._factor_of_sum(name, factor, sizes)
        return Node(change.rule, change.value, "share", facts=facts, path=change.path)

    def _factor_of_sum(self, name: str, factor: Bands, record: Record) -> Node:
        """A factor by the size of all parties together."""
        (key,) = record.inside
        segment = self.costs[name].pieces[0].segment
        values = {
            party: value
            for party in segment.parties
            if (factor.among is None or party in factor.among)
            and (value := key.result.of(party)) is not None
        }
        return self._factor_row(name, factor, self.shares.keys.total(key, values))


def _weighed(share: Node, weight: Fraction) -> Node:
    """A share for a part of the time."""
    children = share, Node("weight_in_time", weight, "share")
    return Node(
        "borne_part", product(children), "share", "product", share.facts, share.path, "", children
    )


def _in_row(node: Node, bands: Bands, place: int, by: Node) -> Node:
    """A node for a row of a table, with the row's bounds and the size that falls in it."""
    row, above = bands.table[place], bands.table[place - 1] if place else None
    least = None
    if above is not None:
        least = above.below if above.below is not None else above.up_to
    most = row.below if row.below is not None else row.up_to
    facts: dict[str, Argument] = {
        "row": place + 1,
        "rows": len(bands.table),
        "size": Number(by.value or 0),
        "least": "" if least is None else Number(least),
        "most": "" if most is None else Number(most),
        "from_inclusive": above is not None and above.below is not None,
        "to_inclusive": row.below is None,
    }
    known = {**by.facts, **node.facts, **facts}
    return replace(node, facts=known, children=(aside(by),), bound=True)
