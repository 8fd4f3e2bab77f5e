"""What an item costs in a year: its amount on a basis, its factors, prorated piece by piece."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation import indices
from avtalskalk.calculation.missing import Unknown, missing, wrong
from avtalskalk.calculation.prepared import Plan, Profile, YearOf, weighing_of
from avtalskalk.calculation.split_rules import key_values
from avtalskalk.calculation.timeline import Segment
from avtalskalk.calculation.trace import inside
from avtalskalk.diagnostics import Path
from avtalskalk.model.costs import Annual, AnnualFigure, Bands, Item
from avtalskalk.model.dated import Dated, at
from avtalskalk.model.statement import BASES, Basis
from avtalskalk.periods import FIRST_DAY, LAST_DAY, Span, coverage, measure, year_span

Exact = int | Fraction
"""An exact number; whole ones stay whole numbers, which is quicker."""


class Piece(NamedTuple):
    """An item's cost in one segment of a year, exact and in minor units.

    ``part`` is how much of a year amounts inside its split are counted for; ``own`` are the
    parties' own amounts, where nothing is split.
    """

    segment: Segment
    amount: Exact
    part: Exact = 1
    own: Mapping[str, Exact] | None = None


class Cost(NamedTuple):
    """An item's cost in a year with its sign, in pieces.

    ``stated`` is the amount as written, or as solved from ``figure``'s known part, for what it
    covers; ``changes`` are what it was multiplied by, one after the other.
    """

    pieces: tuple[Piece, ...]
    stated: Exact
    figure: AnnualFigure | None = None
    key: str = ""
    changes: tuple["Change", ...] = ()

    @property
    def solved(self) -> bool:
        """Whether the amount was solved from one party's known part."""
        return self.figure is not None and self.figure.amount is None


class Change(NamedTuple):
    """Something that an amount was multiplied by: portion, index or factor."""

    rule: str
    value: Fraction
    path: Path
    clause: indices.Factor | None = None


def signed(item: Item, amount: Exact) -> Exact:
    """An amount as it counts: revenue and grants reduce the cost."""
    return -amount if item.kind in ("revenue", "grant") else amount


def item_span(item: Item) -> Span:
    """An item's own days; without ends of its own, as long as the agreement."""
    return Span.between(item.start, item.to)


def pieces_of(item: Item, year: YearOf) -> Sequence[Segment]:
    """The year's segments as far as the item exists in them, cut where its own values change."""
    own = item_span(item) if item.start or item.to else None
    bands = (row.amount for row in item.bands.table) if item.bands else ()
    changes = [
        change.start.toordinal()
        for dated in (item.amount, item.price, item.quantity, *bands)
        if isinstance(dated, tuple)
        for change in dated
        if change.start is not None
    ]
    if own is None and not changes:
        return year.segments
    found = []
    for segment in year.segments:
        inside = segment.span if own is None else segment.span.overlap(own)
        if inside is not None:
            found += [segment._replace(span=span) for span in inside.cut(changes)]
    return found


def part_of_year(plan: Plan, segment: Segment, year: YearOf) -> Exact:
    """The part of the year that a segment covers; 1 where it is all of it."""
    if segment.span == year.span:
        return 1
    return coverage(segment.span, year.span, plan.agreement.proration)  # type: ignore[arg-type]


def covered(plan: Plan, parts: Iterable[Segment], year: YearOf) -> Exact:
    """The part of the year that segments cover together."""
    return sum(part_of_year(plan, one, year) for one in parts)


def cost(plan: Plan, name: str, year: YearOf, basis: Basis) -> Cost | Unknown | None:
    """An item's cost in a year on a basis, with its sign; None where it does not exist then.

    An overhead is not known here: it rests on other items (see `overhead`).
    """
    if plan.trace is None:
        return _cost(plan, name, year, basis)
    with plan.trace.inside("cost", ("costs", name)) as record:
        record.result = found = _cost(plan, name, year, basis)
    return found


def _cost(plan: Plan, name: str, year: YearOf, basis: Basis) -> Cost | Unknown | None:
    profile = plan.profiles[name]
    item = profile.item
    if profile.plain and year.whole and plan.trace is None:
        return _whole_year(plan, name, profile, year, basis)
    segments = pieces_of(item, year)
    if not segments:
        return None
    found = _stated(plan, name, item, year, basis, segments)
    if isinstance(found, Cost):
        found = _changed(plan, name, item, year, found)
    if isinstance(found, Cost) and item.kind in ("revenue", "grant"):
        return found._replace(
            pieces=tuple(
                piece._replace(
                    amount=-piece.amount,
                    own=piece.own and {party: -amount for party, amount in piece.own.items()},
                )
                for piece in found.pieces
            )
        )
    return found


def _stated(  # noqa: PLR0911 - one return for each form
    plan: Plan, name: str, item: Item, year: YearOf, basis: Basis, segments: Sequence[Segment]
) -> Cost | Unknown | None:
    """The amount as the item's form states it, before portion, index and factor."""
    if item.amounts is not None:
        return _agreed(name, item, year, segments)
    if item.kind == "adjustment":
        return _adjustment(plan, item, year, segments)
    annual = item.figures(basis)
    if annual is not None:
        return _annual(plan, name, annual, year, basis, segments)
    if item.per is not None:
        return _per_key(plan, name, item, year, segments)
    if item.bands is not None:
        return _banded(plan, name, item.bands, year, segments)
    if basis != "actual":
        if item.amount is not None:
            return _dated(plan, name, "amount", item.amount, year, segments)
        if item.total is not None:
            return _spread(plan, name, item, item.total, year, segments)
        if item.price is not None:
            return _price_by_quantity(plan, name, item, item.price, year, segments)
    return missing("costs", name, basis, year.label)


def _whole_year(
    plan: Plan, name: str, profile: Profile, year: YearOf, basis: Basis
) -> Cost | Unknown:
    """An annual figure of a year that one segment covers: nothing to prorate, the usual case."""
    annual = profile.item.figures(basis)
    figure = annual.figures.get(year.number) if annual else None
    if figure is None:
        return missing("costs", name, basis, year.label)
    amount: Exact | Unknown = (
        _solved(plan, name, figure, year.segments, (1,)) if figure.amount is None else figure.amount
    )
    if isinstance(amount, Unknown):
        return amount
    return Cost((Piece(year.segments[0], profile.sign * amount),), amount, figure, basis)


# --- annual figures ------------------------------------------------------------------------


def _annual(
    plan: Plan,
    name: str,
    annual: Annual,
    year: YearOf,
    basis: Basis,
    segments: Sequence[Segment],
) -> Cost | Unknown:
    """A stated annual amount, or the amount that one party's known part gives."""
    figure = annual.figures.get(year.number)
    if figure is None:
        return missing("costs", name, basis, year.label)
    parts = [part_of_year(plan, one, year) for one in segments]
    amount: Exact | Unknown = (
        _solved(plan, name, figure, segments, parts) if figure.amount is None else figure.amount
    )
    if isinstance(amount, Unknown):
        return amount
    if len(parts) == 1 and parts[0] == 1:
        return Cost((Piece(segments[0], amount),), amount, figure, basis)
    together = sum(parts)
    covers = plan.agreement.costs[name].covers
    if covers is not None and getattr(covers, basis) == "period" and together != 1:
        parts = [Fraction(part) / together for part in parts]
    pieces = tuple(
        Piece(one, amount * part, part) for one, part in zip(segments, parts, strict=True)
    )
    return Cost(pieces, amount, figure, basis)


def _solved(
    plan: Plan, name: str, figure: AnnualFigure, segments: Sequence[Segment], parts: Sequence[Exact]
) -> Exact | Unknown:
    """The amount whose split gives the known part, each segment weighing by its coverage."""
    place = plan.parties.index(figure.party)
    borne = Fraction(0)
    if plan.trace is not None:
        plan.trace.note(weights=tuple(parts))
    for segment, part in zip(segments, parts, strict=True):
        weighing = weighing_of(plan, name, segment)
        if isinstance(weighing, Unknown):
            return weighing
        borne += weighing.shares[place] * part
    if not borne:
        when = segments[0].span.first.isoformat()
        return wrong("AV406", ("costs", name), party=figure.party, year=when)
    return figure.part * sum(parts) / borne


def _adjustment(plan: Plan, item: Item, year: YearOf, segments: Sequence[Segment]) -> Cost | None:
    """A correction in the years it is given, on every basis and never prorated."""
    for basis in BASES:
        annual = item.figures(basis)
        figure = annual.figures.get(year.number) if annual else None
        if figure is not None and figure.amount is not None:
            together = covered(plan, segments, year)
            parts = [Fraction(part_of_year(plan, one, year)) / together for one in segments]
            pieces = tuple(
                Piece(one, figure.amount * part, part)
                for one, part in zip(segments, parts, strict=True)
            )
            return Cost(pieces, figure.amount, figure, basis)
    return None


def _agreed(
    name: str, item: Item, year: YearOf, segments: Sequence[Segment]
) -> Cost | Unknown | None:
    """Agreed amounts per party, never prorated."""
    amounts = (item.amounts or {}).get(year.number)
    if amounts is None:
        return None if item.kind == "adjustment" else missing("costs", name, "amounts", year.label)
    days = sum(one.span.stop - one.span.start for one in segments)
    pieces = []
    for one in segments:
        part = Fraction(one.span.stop - one.span.start, days)
        own = {party: _whole(amount * part) for party, amount in amounts.items()}
        pieces.append(Piece(one, sum(own.values()), part, own))
    return Cost(tuple(pieces), sum(amounts.values()), None, "amounts")


def _whole(number: Exact) -> Exact:
    """A number without fraction as a whole number."""
    return number.numerator if number.denominator == 1 else number


# --- amounts per year, for the whole time, and by quantity -----------------------------------


def _dated(
    plan: Plan,
    name: str,
    key: str,
    dated: Dated,
    year: YearOf,
    segments: Sequence[Segment],
) -> Cost | Unknown:
    """An amount per year that holds until the next, each segment by its part of the year."""
    pieces = []
    stated: Exact = 0
    for segment in segments:
        change = at(dated, segment.span.first)
        if change is None:
            return missing("costs", name, key, year.label)
        part = part_of_year(plan, segment, year)
        stated = change.value
        pieces.append(Piece(segment, change.value * part, part))
    return Cost(tuple(pieces), stated, None, key)


def total_spans(plan: Plan, item: Item) -> list[Span]:
    """The days that one amount for the whole time is spread over; empty where it has no end."""
    own = item_span(item)
    spans = [
        inside
        for term in plan.terms
        if term.standing == "written" and (inside := term.span.overlap(own)) is not None
    ]
    if any(not span.has_end or not span.has_start for span in spans):
        return []
    return spans


def _spread(
    plan: Plan, name: str, item: Item, total: int, year: YearOf, segments: Sequence[Segment]
) -> Cost | Unknown:
    """One amount for the whole time, each day, month or quarter of it weighing the same.

    What days beyond that time cost, renewed or with an option used, it does not say.
    """
    if any(one.term.standing != "written" for one in segments):
        return missing("costs", name, "total", year.label)

    def long(span: Span) -> Fraction:
        return measure(span, plan.agreement.proration, plan.first_month)

    length = sum((long(span) for span in total_spans(plan, item)), Fraction(0))
    pieces = tuple(
        Piece(one, total * long(one.span) / length, part_of_year(plan, one, year))
        for one in segments
    )
    return Cost(pieces, total, None, "total")


def _price_by_quantity(
    plan: Plan, name: str, item: Item, price: Dated, year: YearOf, segments: Sequence[Segment]
) -> Cost | Unknown:
    """A price times a quantity, both per year."""
    pieces = []
    stated: Exact = 0
    for segment in segments:
        change = at(price, segment.span.first)
        if change is None:
            return missing("costs", name, "price", year.label)
        quantity = _quantity(plan, name, item, segment, year)
        if isinstance(quantity, Unknown):
            return quantity
        part = part_of_year(plan, segment, year)
        stated = change.value * quantity
        pieces.append(Piece(segment, stated * part, part))
    return Cost(tuple(pieces), stated, None, "price")


def _quantity(
    plan: Plan, name: str, item: Item, segment: Segment, year: YearOf
) -> Fraction | Unknown:
    """The quantity of a segment's year, per year."""
    if isinstance(item.quantity, str):
        volume = plan.agreement.volumes.get(item.quantity, {}).get(year.number)
        return missing("volumes", item.quantity, year.label) if volume is None else volume
    change = at(item.quantity or (), segment.span.first)
    if change is None:
        return missing("costs", name, "quantity", year.label)
    return change.value  # type: ignore[no-any-return]


# --- the parties' own amounts ----------------------------------------------------------------


def _own(
    plan: Plan,
    segments: Sequence[Segment],
    year: YearOf,
    of: Callable[[Segment], Mapping[str, Fraction] | Unknown],
    key: str,
) -> Cost | Unknown:
    """Each party's own amount per year, segment by segment."""
    pieces = []
    stated: Exact = 0
    for segment in segments:
        with inside(plan.trace, "own", (), segment=segment):
            yearly = of(segment)
        if isinstance(yearly, Unknown):
            return yearly
        part = part_of_year(plan, segment, year)
        own = {party: amount * part for party, amount in yearly.items()}
        stated = sum(yearly.values(), Fraction(0))
        pieces.append(Piece(segment, sum(own.values(), Fraction(0)), part, own))
    return Cost(tuple(pieces), stated, None, key)


def _paying(segment: Segment, among: Sequence[str] | None) -> list[str]:
    """The parties that take part and are among those named."""
    return [party for party in segment.parties if among is None or party in among]


def _per_key(
    plan: Plan, name: str, item: Item, year: YearOf, segments: Sequence[Segment]
) -> Cost | Unknown:
    """A price times each party's own value of a key."""

    def yearly(segment: Segment) -> Mapping[str, Fraction] | Unknown:
        change = at(item.price or (), segment.span.first)
        if change is None:
            return missing("costs", name, "price", year.label)
        found = key_values(item.per or "", _paying(segment, item.among), plan.moment(segment))
        if isinstance(found, Unknown):
            return found
        return _by_size(plan, item, segment, {p: change.value * v for p, v in found.items()})

    return _own(plan, segments, year, yearly, "price")


def _banded(
    plan: Plan, name: str, bands: Bands, year: YearOf, segments: Sequence[Segment]
) -> Cost | Unknown:
    """A price by the size of each party's value of a key."""
    item = plan.agreement.costs[name]

    def yearly(segment: Segment) -> Mapping[str, Fraction] | Unknown:
        found = key_values(bands.by, _paying(segment, bands.among), plan.moment(segment))
        if isinstance(found, Unknown):
            return found
        amounts: dict[str, Fraction] = {}
        for party, value in found.items():
            place = band_of(bands, value)
            change = at(bands.table[place].amount or (), segment.span.first)
            if change is None:
                return missing("costs", name, "bands", "table", place, "amount", year.label)
            amounts[party] = Fraction(change.value)
        return _by_size(plan, item, segment, amounts)

    return _own(plan, segments, year, yearly, "bands")


def band_of(bands: Bands, value: Fraction) -> int:
    """The place of the first row whose bound a value is within; the last row has none."""
    for place, row in enumerate(bands.table):
        if row.below is not None and value < row.below:
            return place
        if row.up_to is not None and value <= row.up_to:
            return place
    return len(bands.table) - 1


def _by_size(
    plan: Plan, item: Item, segment: Segment, amounts: Mapping[str, Fraction]
) -> Mapping[str, Fraction] | Unknown:
    """The parties' own amounts after a factor by each party's own size."""
    factor = item.factor
    if not isinstance(factor, Bands):
        return amounts
    sizes = key_values(factor.by, list(amounts), plan.moment(segment))
    if isinstance(sizes, Unknown):
        return sizes
    if plan.trace is not None:
        plan.trace.note(sizes=sizes)
    return {
        party: amount * (factor.table[band_of(factor, sizes[party])].factor or 0)
        for party, amount in amounts.items()
    }


# --- portion, index, factor ------------------------------------------------------------------


def _changed(plan: Plan, name: str, item: Item, year: YearOf, found: Cost) -> Cost | Unknown:
    """A cost after portion, index and factor, in this order."""
    if item.portion is None and item.index is None and item.factor is None:
        return found
    changes: list[Change] = []
    if item.portion is not None:
        changes.append(Change("portion", item.portion, ("costs", name, "portion")))
    if item.index is not None and found.key != "actual":
        by = indices.factor(
            plan.agreement.indices, item.index, year.number, name, plan.first_month, plan.trace
        )
        if isinstance(by, Unknown):
            return by
        changes.append(Change("index", by.value, ("costs", name, "index"), by))
    if item.factor is not None:
        factor = _factor(plan, item, item.factor, found.pieces[0].segment)
        if isinstance(factor, Unknown):
            return factor
        if factor is not None:
            changes.append(Change("factor", factor, ("costs", name, "factor")))
    times = Fraction(1)
    for change in changes:
        times *= change.value
    pieces = tuple(
        piece._replace(
            amount=piece.amount * times,
            own=piece.own and {party: amount * times for party, amount in piece.own.items()},
        )
        for piece in found.pieces
    )
    return found._replace(pieces=pieces, changes=tuple(changes))


def _factor(
    plan: Plan, item: Item, factor: Fraction | Bands, segment: Segment
) -> Fraction | Unknown | None:
    """A factor for the whole item; None where each party's own has been used already."""
    if not isinstance(factor, Bands):
        return factor
    if item.per is not None or item.bands is not None:
        return None
    with inside(plan.trace, "sizes", ()):
        sizes = key_values(factor.by, _paying(segment, factor.among), plan.moment(segment))
    if isinstance(sizes, Unknown):
        return sizes
    return factor.table[band_of(factor, sum(sizes.values(), Fraction(0)))].factor


def cut_piece(plan: Plan, piece: Piece, days: Sequence[int]) -> list[Piece]:
    """A piece in several, a new one starting on each of the days inside it."""
    spans = piece.segment.span.cut(days)
    if len(spans) == 1:
        return [piece]
    kind, month = plan.agreement.proration, plan.first_month
    whole = measure(piece.segment.span, kind, month)
    found = []
    for span in spans:
        part = measure(span, kind, month) / whole
        segment = piece.segment._replace(span=span)
        found.append(Piece(segment, piece.amount * part, piece.part * part))
    return found


def overhead(plan: Plan, name: str, bases: Sequence[Cost], year: YearOf) -> Cost | Unknown | None:
    """A percentage on other items' amounts, with their signs, already prorated."""
    item = plan.agreement.costs[name]
    own = item_span(item)
    if not pieces_of(item, year):
        return None
    pieces = [
        piece._replace(amount=signed(item, piece.amount * (item.percent or 0)), own=None)
        for base in bases
        for whole in base.pieces
        for piece in cut_piece(plan, whole, (own.start, own.stop))
        if own.start <= piece.segment.span.start < own.stop
    ]
    if not pieces:
        return None
    stated = sum(piece.amount for base in bases for piece in base.pieces)
    return _changed(plan, name, item, year, Cost(netted(plan, pieces), stated, None, "percent"))


def netted(plan: Plan, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces of several costs cut at each other's bounds and added, in the order of time."""
    spans = {piece.segment.span for piece in pieces}
    if len(spans) > 1:
        days = [day for span in spans for day in (span.start, span.stop)]
        pieces = [part for piece in pieces for part in cut_piece(plan, piece, days)]
    return _joined(pieces)


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces of the same segment added, in the order of time."""
    found: dict[tuple[Span, int], Piece] = {}
    for piece in pieces:
        where = piece.segment.span, piece.segment.term.place
        before = found.get(where)
        # Amounts inside steps are counted for the part of the year that the costs are: a
        # correction, which is never prorated, does not make them whole.
        found[where] = (
            piece
            if before is None
            else before._replace(
                amount=before.amount + piece.amount, part=min(before.part, piece.part)
            )
        )
    return tuple(found[where] for where in sorted(found))


# --- which years -----------------------------------------------------------------------------


def years_of(plan: Plan, item: Item, basis: Basis) -> set[int] | None:
    """The years an item states figures for on a basis; None where these are its whole time."""
    if item.amounts is not None:
        return set(item.amounts)
    if item.kind == "adjustment":
        return set()
    annual = item.figures(basis)
    if annual is not None:
        return set(annual.figures)
    if item.percent is not None:
        return set()
    if item.per is not None or item.bands is not None:
        return None
    standing = (item.amount, item.total, item.price)
    if basis == "actual" or all(one is None for one in standing):
        return set()
    if isinstance(item.quantity, str):
        return set(plan.agreement.volumes.get(item.quantity, {}))
    return None


def years_between(span: Span, first_month: int) -> Mapping[int, Span] | None:
    """The fiscal years that a span touches; None where it lacks a start or an end."""
    if span.start <= FIRST_DAY.toordinal() or span.stop > LAST_DAY.toordinal():
        return None
    first = span.first.year - (span.first.month < first_month)
    last = span.last.year - (span.last.month < first_month)
    return {number: year_span(number, first_month) for number in range(first, last + 1)}
