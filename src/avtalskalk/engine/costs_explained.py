"""What an item costs in one part of a year, as a tree: read off what the cost's rules noted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from avtalskalk.diagnostics import Amount, Argument, Number, Path
from avtalskalk.engine.costbase import Cost, Piece, band_of, total_spans
from avtalskalk.engine.nodes import Node, Unit, product, total
from avtalskalk.engine.plan import Plan, YearOf
from avtalskalk.engine.shares_explained import Shares, aside, end_of
from avtalskalk.engine.timeline import Segment
from avtalskalk.engine.trace import Record
from avtalskalk.model.costs import Bands, Item
from avtalskalk.model.dated import IndexValue, at
from avtalskalk.model.statement import Basis
from avtalskalk.periods import measure, year_label

_NONE = Fraction(0)
_NEVER_PRORATED = frozenset({"part_of_days", "part_of_adjustment"})


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
        return Node(
            "net", total(found), "amount", "sum", self._days(segment), children=tuple(found)
        )

    def own(self, name: str, segment: Segment, party: str) -> Node:
        """A party's own amount of an item in a part of the year."""
        cost = self.costs[name]
        for place, piece in enumerate(cost.pieces):
            if piece.segment.span == segment.span:
                amount = (piece.own or {}).get(party)
                if amount is None:
                    facts: dict[str, Argument] = {"party": self.shares.name(party)}
                    return Node("no_own", Fraction(0), facts=facts, path=("costs", name))
                children = (*self._own(name, place, piece, party), *self._after(name, piece))
                return self._multiplied("own_amount", name, piece, children, party)
        message = f"no part of {name} for {segment.span}"
        raise AssertionError(message)  # pragma: no cover - a line's segments are its pieces'

    def _title(self, name: str) -> str:
        return self.plan.heading.items[name]

    def _days(self, segment: Segment) -> dict[str, Argument]:
        return {"first": segment.span.first, "last": segment.span.last}

    def _facts(self, name: str, segment: Segment) -> dict[str, Argument]:
        item = self.plan.agreement.costs[name]
        return {
            "item": self._title(name),
            "kind": item.kind,
            "year": self.year.label,
            **self._days(segment),
        }

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
            cut = Node("part_of_piece", part, "share", facts=self._days(segment))
            yield Node(
                "cut",
                product((node, cut)),
                "amount",
                "product",
                self._days(segment),
                children=(node, cut),
            )

    def piece(self, name: str, piece: Piece) -> Node:
        """An item's cost in one of its pieces."""
        if piece.own is not None:
            every = tuple(self.own(name, piece.segment, party) for party in piece.own)
            return Node(
                "own_together",
                total(every),
                "amount",
                "sum",
                self._facts(name, piece.segment),
                ("costs", name),
                self._source(name),
                every,
            )
        stated = self._stated(name, piece)
        part = self._part(name, piece)
        children = (*stated, *part, *self._after(name, piece))
        return self._multiplied("cost", name, piece, children)

    def _multiplied(
        self, rule: str, name: str, piece: Piece, children: tuple[Node, ...], party: str = ""
    ) -> Node:
        """Factors multiplied; a single one stands for itself."""
        if len(children) == 1 and not party:
            return children[0]
        facts = self._facts(name, piece.segment)
        if party:
            facts["party"] = self.shares.name(party)
        return Node(
            rule,
            product(one for one in children if one.counts),
            "amount",
            "product",
            facts,
            ("costs", name),
            self._source(name),
            children,
        )

    def _source(self, name: str) -> str:
        cost = self.costs[name]
        figure = cost.figure
        return (figure.source if figure else "") or self.plan.agreement.costs[name].source

    def _given(self, rule: str, name: str, value: Fraction | int, path: Path, piece: Piece) -> Node:
        facts = self._facts(name, piece.segment) | {"basis": self.basis}
        unit: Unit = "price" if rule in ("price", "own_price") else "amount"
        return Node(rule, Fraction(value), unit, facts=facts, path=path, source=self._source(name))

    def _stated(self, name: str, piece: Piece) -> tuple[Node, ...]:
        """What the paper says an item costs, before anything is done to it."""
        item, cost = self.plan.agreement.costs[name], self.costs[name]
        base: Path = ("costs", name)
        day = piece.segment.span.first
        if item.percent is not None:
            return self._percent(name, item, piece)
        if cost.figure is not None:
            return (self._annual(name, item, cost, piece),)
        if item.total is not None:
            return (self._given("total_for_time", name, item.total, (*base, "total"), piece),)
        if item.amount is not None:
            change = at(item.amount, day)
            path = (*base, "amount", *end_of(item.amount, day))
            return (self._given("amount", name, change.value if change else 0, path, piece),)
        dated = item.price or ()
        price = at(dated, day)
        path = (*base, "price", *end_of(dated, day))
        return (
            self._given("price", name, price.value if price else 0, path, piece),
            self._quantity(name, item, piece),
        )

    def _annual(self, name: str, item: Item, cost: Cost, piece: Piece) -> Node:
        """An annual figure as written, or as one party's known part gives it."""
        figure, annual = cost.figure, item.figures(cost.key)
        assert figure is not None  # noqa: S101 - it has been looked at
        assert annual is not None  # noqa: S101
        path = ("costs", name, cost.key, annual.keys[self.year.number])
        if figure.amount is not None:
            rule = "adjustment" if item.kind == "adjustment" else "stated"
            node = self._given(rule, name, figure.amount, path, piece)
            if item.adjusts is None:
                return node
            return Node(
                rule,
                node.value,
                facts={**node.facts, "adjusts": item.adjusts},
                path=path,
                source=node.source,
            )
        known = self._given(
            "known_part", name, figure.part, (*path, "known_part", figure.party), piece
        )
        known = Node(
            known.rule,
            known.value,
            facts={**known.facts, "party": self.shares.name(figure.party)},
            path=known.path,
            source=known.source,
        )
        share = self._borne(name, figure.party)
        facts = self._facts(name, piece.segment) | {
            "party": self.shares.name(figure.party),
            "part": Amount(figure.part, self.plan.agreement.currency),
            "share": share.value or Fraction(0),
        }
        return Node(
            "solved",
            Fraction(cost.stated),
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
        together = sum(weights, Fraction(0))
        shares = [self.shares.share(one, party) for one in record.inside if one.rule != "index"]
        if len(shares) == 1:
            return shares[0]
        parts = tuple(
            Node(
                "borne_part",
                product((share, weight)),
                "share",
                "product",
                share.facts,
                share.path,
                children=(share, weight),
            )
            for share, weight in zip(
                shares,
                (Node("weight_in_time", one / together, "share") for one in weights),
                strict=False,
            )
        )
        facts: dict[str, Argument] = {"party": self.shares.name(party)}
        return Node("borne_share", total(parts), "share", "sum", facts, children=parts)

    def _quantity(self, name: str, item: Item, piece: Piece) -> Node:
        """The quantity of a price."""
        facts = self._facts(name, piece.segment)
        quantity = item.quantity
        if isinstance(quantity, str):
            value = self.plan.agreement.volumes[quantity][self.year.number]
            return Node(
                "volume",
                value,
                "number",
                facts=facts | {"name": quantity},
                path=("volumes", quantity, self.year.label),
            )
        dated = quantity or ()
        change = at(dated, piece.segment.span.first)
        path = ("costs", name, "quantity", *end_of(dated, piece.segment.span.first))
        value = Fraction(change.value if change else 0)
        return Node("quantity", value, "number", facts=facts, path=path)

    def _percent(self, name: str, item: Item, piece: Piece) -> tuple[Node, ...]:
        """A percentage on other items' amounts."""
        bases = [
            node
            for one in item.of or ()
            if one in self.costs
            for node in self._within(one, piece.segment)
        ]
        facts = self._facts(name, piece.segment) | {
            "items": tuple(self._title(one) for one in item.of or ())
        }
        base = Node(
            "percent_of",
            total(bases),
            "amount",
            "sum",
            facts,
            ("costs", name, "of"),
            children=tuple(bases),
        )
        percent = Node(
            "percent", item.percent, "share", facts=facts, path=("costs", name, "percent")
        )
        return percent, base

    # --- The parties' own amounts ---------------------------------------------------------

    def _own(self, name: str, place: int, piece: Piece, party: str) -> tuple[Node, ...]:
        """What a party's own amount is made of."""
        item = self.plan.agreement.costs[name]
        day = piece.segment.span.first
        if item.amounts is not None:
            amounts = item.amounts[self.year.number]
            path: Path = ("costs", name, "amounts", self.year.label, party)
            agreed = self._given("agreed_amount", name, amounts[party], path, piece)
            part = self._fraction("part_of_days", piece)
            return (agreed, *part)
        record = list(self.records[name].all("own"))[place]
        if item.bands is not None:
            by = self.shares.key(record.inside[0], party)
            chosen: tuple[Node, ...] = (self._band(name, item.bands, by, piece),)
        else:
            dated = item.price or ()
            price = at(dated, day)
            path = ("costs", name, "price", *end_of(dated, day))
            own = self._given("own_price", name, price.value if price else 0, path, piece)
            chosen = (own, self.shares.key(record.inside[0], party))
        if isinstance(item.factor, Bands):
            size = self.shares.key(record.inside[-1], party)
            chosen = (*chosen, self._factor_row(name, item.factor, size))
        return (*chosen, *self._part(name, piece))

    def _band(self, name: str, bands: Bands, by: Node, piece: Piece) -> Node:
        """The amount of the row that a party's size falls in."""
        place = band_of(bands, by.value or Fraction(0))
        dated = bands.table[place].amount or ()
        change = at(dated, piece.segment.span.first)
        facts = {**by.facts, **self._facts(name, piece.segment), **self._row(bands, place, by)}
        path = (
            "costs",
            name,
            "bands",
            "table",
            place,
            "amount",
            *end_of(dated, piece.segment.span.first),
        )
        return Node(
            "band",
            Fraction(change.value if change else 0),
            facts=facts,
            path=path,
            children=(aside(by),),
            bound=True,
        )

    def _row(self, bands: Bands, place: int, by: Node) -> dict[str, Argument]:
        """The bounds of a row; "" for none."""
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
        }
        facts["from_inclusive"] = bool(above and above.below is not None)
        facts["to_inclusive"] = row.below is None
        return facts

    def _factor_row(self, name: str, factor: Bands, by: Node) -> Node:
        """The factor of the row that a size falls in."""
        place = band_of(factor, by.value or Fraction(0))
        facts = {**by.facts, "item": self._title(name), **self._row(factor, place, by)}
        path = ("costs", name, "factor", "table", place, "factor")
        return Node(
            "factor_band",
            factor.table[place].factor or Fraction(0),
            "share",
            facts=facts,
            path=path,
            children=(aside(by),),
            bound=True,
        )

    # --- What an amount is multiplied by --------------------------------------------------

    def _fraction(self, rule: str, piece: Piece) -> tuple[Node, ...]:
        """The part of the amount that a piece has, unless it has all."""
        if piece.part == 1:
            return ()
        node = self._coverage(rule, Fraction(piece.part), piece)
        # What is never prorated only falls on the parts of the year, whatever these are.
        return (replace(node, path=()) if rule in _NEVER_PRORATED else node,)

    def _coverage(self, rule: str, part: Fraction, piece: Piece) -> Node:
        facts = self._days(piece.segment) | {
            "year": self.year.label,
            "proration": self.plan.agreement.proration,
            "part": part,
        }
        return Node(rule, part, "share", facts=facts, path=("periods", piece.segment.term.place))

    def _part(self, name: str, piece: Piece) -> tuple[Node, ...]:
        """How much of a year, or of the whole time, a piece is."""
        item, cost = self.plan.agreement.costs[name], self.costs[name]
        if item.percent is not None:
            return ()
        if item.total is not None and cost.figure is None:
            kind, month = self.plan.agreement.proration, self.plan.first_month
            whole = [measure(one, kind, month) for one in total_spans(self.plan, item)]
            part = measure(piece.segment.span, kind, month) / sum(whole, Fraction(0))
            return () if part == 1 else (self._coverage("part_of_time", part, piece),)
        covers = cost.figure is not None and item.covers is not None
        if covers and getattr(item.covers, cost.key, None) == "period":
            return self._fraction("part_of_covered", piece)
        if item.kind == "adjustment":
            return self._fraction("part_of_adjustment", piece)
        return self._fraction("part_of_year", piece)

    def _after(self, name: str, piece: Piece) -> tuple[Node, ...]:
        """Portion, index and factor, and the sign of what reduces the cost."""
        item, cost = self.plan.agreement.costs[name], self.costs[name]
        found: list[Node] = []
        facts = self._facts(name, piece.segment)
        for change in cost.changes:
            if change.rule == "index":
                record = self.records[name].find("index")
                assert record is not None  # noqa: S101 - the index was used
                found.append(self._index(name, record, change.value))
            elif change.rule == "factor" and isinstance(item.factor, Bands):
                record = self.records[name].find("sizes")
                assert record is not None  # noqa: S101 - the sizes were looked up
                found.append(self._factor_of_sum(name, item.factor, record))
            else:
                found.append(
                    Node(change.rule, change.value, "share", facts=facts, path=change.path)
                )
        if item.kind in ("revenue", "grant"):
            found.append(
                Node("reduces", Fraction(-1), "number", facts=facts, path=("costs", name, "kind"))
            )
        return tuple(found)

    def _factor_of_sum(self, name: str, factor: Bands, record: Record) -> Node:
        """A factor by the size of all parties together."""
        (key,) = record.inside
        parties = [
            p
            for p in self.plan.parties
            if (factor.among is None or p in factor.among) and key.result.of(p) is not None
        ]
        segment = self.costs[name].pieces[0].segment
        values = {p: key.result.of(p) for p in parties if p in segment.parties}
        return self._factor_row(name, factor, self.shares.key_sum(key, values))

    # --- The index ------------------------------------------------------------------------

    def _index(self, name: str, record: Record, value: Fraction) -> Node:
        """What an index clause multiplies by."""
        clause = record.facts["clause"]
        facts: dict[str, Argument] = {
            "item": self._title(name),
            "year": self.year.label,
            "name": clause.series,
            "series": self._series(clause.series),
            "share": clause.share,
        }
        source = clause.source or (
            self.plan.agreement.indices[clause.series].source if clause.series else ""
        )
        parts = tuple(self._changes(record, facts))
        change = product(one for one in parts if one.counts)
        inner = Node("index_change", change, "number", "product", facts, record.path, source, parts)
        if clause.share == 1:
            return Node("index", value, "number", "same", facts, record.path, source, (inner,))
        share = Node(
            "index_share", clause.share, "share", facts=facts, path=(*record.path, "share")
        )
        return Node(
            "index_partly", value, "number", "partly", facts, record.path, source, (share, inner)
        )

    def _series(self, series: str) -> str:
        known = self.plan.agreement.indices.get(series)
        return (known.title if known else "") or series

    def _changes(self, record: Record, facts: Mapping[str, Argument]) -> Iterable[Node]:
        """The index's own change and the fixed yearly one, as far as the clause has them."""
        clause = record.facts["clause"]
        if clause.series:
            yield self._chain(record, facts)
            yield from self._bounds(record, facts)
        if clause.yearly is not None:
            times = record.facts["times"]
            said = {**facts, "times": times, "yearly": clause.yearly}
            said["first"] = year_label(record.facts["first"], self.plan.first_month)
            yearly = Node(
                "yearly_change", clause.yearly, "share", facts=said, path=(*record.path, "yearly")
            )
            yield Node(
                "steady",
                record.facts["steady"],
                "number",
                "power",
                said,
                (*record.path, "yearly"),
                children=(yearly,),
            )

    def _chain(self, record: Record, facts: Mapping[str, Argument]) -> Node:
        """The index used over its base, or each year's bound change in turn."""
        clause, published = record.facts["clause"], list(record.all("published"))
        if not published:
            word = "level" if clause.level is not None else "use"
            return Node(
                "index_level", Fraction(1), "number", facts=facts, path=(*record.path, word)
            )
        values = {str(one.path[-1]): one for one in published}
        if "chain" not in record.facts:
            base, used = (self._published(one, facts) for one in published[:2])
            said = {
                **facts,
                "base": Number(base.value or 0),
                "used": Number(used.value or 0),
                "base_month": str(base.path[-1]),
                "used_month": str(used.path[-1]),
            }
            return Node(
                "index_quotient",
                (used.value or _NONE) / (base.value or 1),
                "number",
                "quotient",
                said,
                (*record.path, "base"),
                children=(used, base),
            )
        years = tuple(
            self._yearly(record, facts, place) for place in range(len(record.facts["chain"]))
        )
        beside = tuple(aside(self._published(one, facts)) for one in values.values())
        return Node(
            "index_chain",
            product(years),
            "number",
            "product",
            {**facts, "count": len(years)},
            record.path,
            children=(*years, *beside),
        )

    def _published(self, record: Record, facts: Mapping[str, Argument]) -> Node:
        """A value of the index as it was published."""
        found: IndexValue = record.result
        pinned = self._pin(str(facts["name"]))
        said: dict[str, Argument] = {
            **facts,
            "month": str(record.path[-1]),
            "published": found.published or "",
            "preliminary": found.status == "preliminary",
            "pinned": pinned,
        }
        rule = "index_preliminary" if found.status == "preliminary" else "index_value"
        return Node(
            rule,
            found.value,
            "number",
            facts=said,
            path=record.path,
            source=self.plan.agreement.indices[str(facts["name"])].source,
        )

    def _pin(self, series: str) -> Argument:
        """The day by which a clause wants an index to have been published; "" for none."""
        for item in self.plan.agreement.costs.values():
            if item.index and item.index.series == series and item.index.published_by:
                return item.index.published_by
        return ""

    def _yearly(self, record: Record, facts: Mapping[str, Argument], place: int) -> Node:
        """One year's step in a chain that the clause binds."""
        chain = record.facts["chain"]
        year, change, value, bound = chain[place]
        before = chain[place - 1][2] if place else Fraction(1)
        said = {**facts, "year": year_label(year, self.plan.first_month), "change": change}
        rule = f"index_year_{bound}" if bound else "index_year"
        return Node(rule, value / before, "number", facts=said, path=record.path, bound=bool(bound))

    def _bounds(self, record: Record, facts: Mapping[str, Argument]) -> Iterable[Node]:
        """Floor, cap and one way, and whether any year was held by them."""
        clause = record.facts["clause"]
        held: dict[str, list[str]] = {}
        for year, _, _, bound in record.facts.get("chain", ()):
            held.setdefault(bound, []).append(year_label(year, self.plan.first_month))
        for word in ("floor", "cap", "one_way"):
            value = getattr(clause, word)
            if value is None or value is False:
                continue
            years = tuple(held.get(word, ()))
            rule = f"index_{word}" if years else f"index_{word}_free"
            said = {**facts, "years": years}
            yield Node(
                rule,
                Fraction(1) if value is True else value,
                "share",
                facts=said,
                path=(*record.path, word),
                counts=False,
                bound=bool(years),
            )
