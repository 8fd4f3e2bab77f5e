"""What an item costs in a year: its amount on a basis, its factors, prorated piece by piece.

An amount is a product of steps: what the paper states, how much of a year it is for, and what it
is multiplied by.  The steps stay with the amount, for an explanation to read.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import Literal, NamedTuple

from avtalskalk.calculation import indices
from avtalskalk.calculation.missing import Unknown, faulty, missing, wrong
from avtalskalk.calculation.prepared import Plan, PlanYear, Profile, Weighing, weighing_of
from avtalskalk.calculation.split_rules import PartyValues, key_values
from avtalskalk.calculation.tables import brackets_of, row_of
from avtalskalk.calculation.taken import Taken, taken, years_taken
from avtalskalk.calculation.timeline import Segment, terms
from avtalskalk.diagnostics import Amount, Argument, Diagnostic, Path, Sum
from avtalskalk.model.costs import Annual, AnnualFigure, FromAgreement, Item
from avtalskalk.model.dated import Dated, DatedValue, at
from avtalskalk.model.statement import BASES, Basis
from avtalskalk.model.tables import Bands
from avtalskalk.periods import FIRST_DAY, LAST_DAY, Span, coverage, measure, year_span

ExactNumber = int | Fraction
"""An exact number; whole ones stay whole numbers, which is quicker."""


class AmountStep(NamedTuple):
    """A number that an amount is a product of: the rule that gives it, and where it is written.

    ``because`` is what the number rests on, by the rule: an `AnnualFigure`, the `DatedValue` that
    holds, `Values` of a key, a `BandRow`, an index's `Factor` or a `RoundedAmount` by it, a
    `KnownPart`, `Counted` days, what is `Taken` from another agreement, or an overhead's `Bases`.
    """

    rule: str
    value: ExactNumber
    path: Path = ()
    because: object = None


class BandRow(NamedTuple):
    """The row of a table that a size falls in: a party's value of a key, or the sum of several's.

    ``change`` is the dated amount or price of the row that holds, where it has one, written at
    ``path``.  A scale is its first row with all ``brackets``, each of a size that falls in it.
    """

    bands: Bands
    place: int
    sizes: PartyValues
    size: Fraction
    change: DatedValue | None = None
    path: Path = ()
    brackets: "tuple[BandRow, ...]" = ()


class KnownPart(NamedTuple):
    """How an amount was solved: each segment's weighing, and how much it weighs in the year."""

    weighings: Sequence[Weighing]
    weights: Sequence[ExactNumber]


class Counted(NamedTuple):
    """A part of a time, counted: so many of so many days, months or quarters."""

    long: Fraction
    all: Fraction


class Bases(NamedTuple):
    """What an overhead is on: the items that there are, and their pieces that it is added for."""

    names: tuple[str, ...]
    pieces: "tuple[Piece, ...]"


class Product(NamedTuple):
    """An amount in minor units, and the steps that it is the product of."""

    amount: ExactNumber
    steps: tuple[AmountStep, ...]


class Piece(NamedTuple):
    """An item's cost in one segment of a year, exact and in minor units.

    ``part`` is how much of a year amounts inside its split are counted for; ``own_amounts`` are
    the parties', where nothing is split.  ``steps`` are what the amount is a product of;
    ``added`` the pieces that it is the sum of, and ``whole`` the one that it is cut from.
    """

    item: str
    segment: Segment
    amount: ExactNumber
    part: ExactNumber = 1
    steps: tuple[AmountStep, ...] = ()
    own_amounts: Mapping[str, Product] | None = None
    added: "tuple[Piece, ...]" = ()
    whole: "Piece | None" = None


class Stretch(NamedTuple):
    """Days of a year in which an item exists, and how much of an amount for the year is theirs.

    By ``rule`` the part is one of the year, or of the time that is covered.
    """

    segment: Segment
    part: ExactNumber
    rule: str


class Cost(NamedTuple):
    """An item's cost in a year with its sign, in pieces.

    ``stated`` is the amount as written, or as solved from ``figure``'s known part, for what it
    covers; ``key`` where it is written; ``changes`` what it was multiplied by, one after the other.
    ``taken`` are the amounts of other agreements that it rests on.
    """

    pieces: tuple[Piece, ...]
    stated: ExactNumber
    figure: AnnualFigure | None = None
    key: str = ""
    changes: tuple[AmountStep, ...] = ()
    taken: tuple[Taken, ...] = ()

    @property
    def solved(self) -> bool:
        """Whether the amount was solved from one party's known part."""
        return self.figure is not None and self.figure.amount is None

    @property
    def conditional(self) -> bool:
        """Whether it rests on another agreement's condition that is not met."""
        return any(taken.conditional for taken in self.taken)


def item_span(item: Item) -> Span:
    """An item's own days; without ends of its own, as long as the agreement."""
    return Span.between(item.start, item.to)


def pieces_of(profile: Profile, year: PlanYear) -> Sequence[Segment]:
    """The year's segments as far as the item exists in them, cut where its own values change."""
    if profile.span is None and not profile.cuts:
        return year.segments
    pieces = []
    for segment in year.segments:
        inside = segment.span if profile.span is None else segment.span.overlap(profile.span)
        if inside is not None:
            pieces += [segment._replace(span=span) for span in inside.cut(profile.cuts)]
    return pieces


def part_of_year(plan: Plan, segment: Segment, year: PlanYear) -> ExactNumber:
    """The part of the year that a segment covers; 1 where it is all of it."""
    if segment.span == year.span:
        return 1
    return coverage(segment.span, year.span, plan.agreement.proration)  # type: ignore[arg-type]


def covered(plan: Plan, segments: Iterable[Segment], year: PlanYear) -> ExactNumber:
    """The part of the year that segments cover together."""
    return sum([part_of_year(plan, segment, year) for segment in segments])


def cost(plan: Plan, name: str, year: PlanYear, basis: Basis) -> Cost | Unknown | None:
    """An item's cost in a year on a basis, with its sign; None where it does not exist then.

    An overhead is not known here: it rests on other items (see `overhead`).
    """
    known = stated_cost(plan, name, year, basis)
    if plan.profiles[name].multiplied and isinstance(known, Cost):
        return _changed(plan, name, year, known)
    return known


def stated_cost(  # noqa: PLR0911 - one return for each form
    plan: Plan, name: str, year: PlanYear, basis: Basis
) -> Cost | Unknown | None:
    """An item's cost as its form states it, before portion, index and factor."""
    stretches = _stretches(plan, name, year, basis)
    if not stretches:
        return None
    profile = plan.profiles[name]
    item = profile.item
    if item.amounts is not None:
        return _agreed(plan, name, item, year, stretches)
    if item.kind == "adjustment":
        return _adjustment(plan, name, profile, year, stretches)
    if item.from_agreement is not None:
        return _taken(plan, name, item.from_agreement, year, basis, stretches)
    annual = profile.annual.get(basis)
    if annual is not None:
        return _annual(plan, name, annual, year, basis, stretches)
    if item.per is not None:
        return _per_key(plan, name, item, year, stretches)
    if item.by_size is not None:
        form: Literal["bands", "scale"] = "scale" if item.bands is None else "bands"
        return _by_size(plan, name, form, item.by_size, year, stretches)
    if basis != "actual":
        if item.amount is not None:
            return _dated(plan, name, item.amount, year, stretches)
        if item.total is not None:
            return _spread(plan, name, item.total, year, stretches)
        if item.price is not None:
            product = _price_by_quantity(
                plan, name, item, item.dated.get(("price",), ()), year, stretches
            )
            if isinstance(product, Unknown) or _says_what_it_covers(item, basis, stretches):
                return product
            amount = Fraction(sum(piece.amount for piece in product.pieces))
            path: Path = ("costs", name, "quantity")
            related: Path = ("costs", name, "price")
            return faulty(what_it_covers(plan, name, year, basis, amount, path, (related,)))
    return missing("costs", name, basis, year.label)


def _says_what_it_covers(item: Item, basis: Basis, stretches: Sequence[Stretch]) -> bool:
    """Whether it is plain what an amount in a year is for, all of the year or a part of it."""
    said = item.covers and getattr(item.covers, basis)
    return bool(said) or sum(stretch.part for stretch in stretches) == 1


def what_it_covers(
    plan: Plan,
    name: str,
    year: PlanYear,
    basis: Basis,
    prorated: Fraction,
    path: Path,
    related: tuple[Path, ...] = (),
) -> Diagnostic:
    """The question what an amount is for, with what both answers come to."""
    pieces = pieces_of(plan.profiles[name], year)
    part, currency = Fraction(covered(plan, pieces, year)), plan.agreement.currency
    covers = plan.profiles[name].item.covers
    answers = {b: getattr(covers, b) for b in BASES if covers and getattr(covers, b)}
    # Where other bases have their answer, this one's is written beside it.
    beside = "".join(f"{b}: {answer}, " for b, answer in answers.items())
    year_answer, period_answer = (
        f"{{{beside}{basis}: {word}}}" if beside else word for word in ("year", "period")
    )
    return Diagnostic(
        "AV405",
        {
            "item": name, "year": year.label,
            "first": pieces[0].span.first, "last": pieces[-1].span.last,
            "whole": Amount(prorated / part, currency), "prorated": Amount(prorated, currency),
            "part": part, "for_year": year_answer, "for_period": period_answer,
        },
        path,
        related=related,
    )  # fmt: skip


def _stretches(plan: Plan, name: str, year: PlanYear, basis: Basis) -> list[Stretch]:
    """How much of an amount for the year each of an item's segments gets.

    It is the segment's part of the year, or of what is covered of the year where the amount is for
    no more than that.
    """
    profile = plan.profiles[name]
    item, segments = profile.item, pieces_of(profile, year)
    parts = [part_of_year(plan, segment, year) for segment in segments]
    rule, covers = "part_of_year", item.covers and getattr(item.covers, basis)
    if item.kind == "adjustment" or item.amounts is not None or covers == "period":
        rule = "part_of_adjustment" if item.kind == "adjustment" else "part_of_covered"
        together = sum(parts)
        if together != 1:
            parts = [Fraction(part) / together for part in parts]
    pairs = zip(segments, parts, strict=True)
    return [Stretch(segment, part, rule) for segment, part in pairs]


def _long(plan: Plan, span: Span) -> Fraction:
    """How long a span is, as the agreement counts."""
    return measure(span, plan.agreement.proration, plan.first_month)


def _product(plan: Plan, stretch: Stretch, steps: tuple[AmountStep, ...]) -> Product:
    """An amount by the steps that state it, as much of it as a stretch's part."""
    amount = prod([step.value for step in steps])
    if stretch.part != 1:
        long = _long(plan, stretch.segment.span)
        counted = Counted(long, long / stretch.part)
        steps = (*steps, AmountStep(stretch.rule, stretch.part, (), counted))
        amount *= stretch.part
    return Product(amount, steps)


# --- annual figures ------------------------------------------------------------------------


def _annual(
    plan: Plan,
    name: str,
    annual: Annual,
    year: PlanYear,
    basis: Basis,
    stretches: Sequence[Stretch],
) -> Cost | Unknown:
    """A stated annual amount, or the amount that one party's known part gives."""
    figure = annual.figures.get(year.number)
    if figure is None:
        return missing("costs", name, basis, year.label)
    path: Path = ("costs", name, basis, annual.keys[year.number])
    item = plan.profiles[name].item
    if not _says_what_it_covers(item, basis, stretches):
        stated_for = figure.part if figure.amount is None else figure.amount
        prorated = stated_for * sum([Fraction(stretch.part) for stretch in stretches])
        return faulty(what_it_covers(plan, name, year, basis, Fraction(prorated), path))
    if figure.amount is None:
        solved = _solved(plan, name, figure, path, year, stretches)
        if isinstance(solved, Unknown):
            return solved
        stated = solved
    else:
        stated = AmountStep("stated", figure.amount, path, figure)
    pieces = []
    for stretch in stretches:
        amount, steps = _product(plan, stretch, (stated,))
        pieces.append(Piece(name, stretch.segment, amount, stretch.part, steps))
    return Cost(tuple(pieces), stated.value, figure, basis)


def _taken(
    plan: Plan,
    name: str,
    named: FromAgreement,
    year: PlanYear,
    basis: Basis,
    stretches: Sequence[Stretch],
) -> Cost | Unknown:
    """What a party pays by another agreement, as an amount for the year."""
    source = taken(plan, named, year.number, basis)
    if isinstance(source, Unknown):
        return source
    path: Path = ("costs", name, "from_agreement")
    if not _says_what_it_covers(plan.profiles[name].item, basis, stretches):
        prorated = Fraction(source.amount * sum([stretch.part for stretch in stretches]))
        return faulty(what_it_covers(plan, name, year, basis, prorated, path))
    stated = AmountStep("from_agreement", source.amount, path, source)
    pieces = []
    for stretch in stretches:
        amount, steps = _product(plan, stretch, (stated,))
        pieces.append(Piece(name, stretch.segment, amount, stretch.part, steps))
    return Cost(tuple(pieces), source.amount, None, "from_agreement", taken=(source,))


def _solved(
    plan: Plan,
    name: str,
    figure: AnnualFigure,
    path: Path,
    year: PlanYear,
    stretches: Sequence[Stretch],
) -> AmountStep | Unknown:
    """The amount whose split gives the known part, each segment weighing by its coverage."""
    place = plan.parties.index(figure.party)
    share = Fraction(0)
    weighings: list[Weighing] = []
    together = sum(stretch.part for stretch in stretches)
    weights = [Fraction(stretch.part) / together for stretch in stretches]
    for stretch, weight in zip(stretches, weights, strict=True):
        weighing = weighing_of(plan, name, stretch.segment)
        if isinstance(weighing, Unknown):
            return weighing
        weighings.append(weighing)
        share += weighing.shares[place] * weight
    if not share:
        path = (*path, "known_part", figure.party)
        return wrong("AV406", path, party=figure.party, year=year.label)
    return AmountStep("solved", figure.part / share, path, KnownPart(weighings, weights))


def _adjustment(
    plan: Plan, name: str, profile: Profile, year: PlanYear, stretches: Sequence[Stretch]
) -> Cost | None:
    """A correction in the years it is given, on every basis and never prorated."""
    for basis, annual in profile.annual.items():
        figure = annual.figures.get(year.number)
        if figure is not None and figure.amount is not None:
            path: Path = ("costs", name, basis, annual.keys[year.number])
            stated = AmountStep("adjustment", figure.amount, path, figure)
            pieces = []
            for stretch in stretches:
                amount, steps = _product(plan, stretch, (stated,))
                pieces.append(Piece(name, stretch.segment, amount, stretch.part, steps))
            return Cost(tuple(pieces), figure.amount, figure, basis)
    return None


# --- amounts per year, for the whole time, and by quantity -----------------------------------


def _dated_step(rule: str, dated: Dated, path: Path, segment: Segment) -> AmountStep | None:
    """What holds of a dated amount, price or quantity in a segment; None before the first."""
    change = at(dated, segment.span.first)
    if change is None:
        return None
    return AmountStep(rule, change.value, (*path, change.key) if change.key else path, change)


def _dated(
    plan: Plan, name: str, dated: Dated, year: PlanYear, stretches: Sequence[Stretch]
) -> Cost | Unknown:
    """An amount per year that holds until the next, each segment by its part."""
    pieces = []
    stated: ExactNumber = 0
    for stretch in stretches:
        amount = _dated_step("amount", dated, ("costs", name, "amount"), stretch.segment)
        if amount is None:
            return missing("costs", name, "amount", year.label)
        stated = amount.value
        product = _product(plan, stretch, (amount,))
        pieces.append(Piece(name, stretch.segment, product.amount, stretch.part, product.steps))
    return Cost(tuple(pieces), stated, None, "amount")


def total_spans(plan: Plan, item: Item) -> list[Span]:
    """The days that one amount for the whole time is spread over; empty where it has no end.

    An end of the item's own holds whether or not the agreement is renewed or extended up to it;
    without one, the amount is for the time that is written.
    """
    days = item_span(item)
    if item.to is None:
        known = [term for term in plan.terms if term.standing == "written"]
    else:
        known = [*terms(plan.agreement, assume_extended=True)]
    spans = [inside for term in known if (inside := term.span.overlap(days)) is not None]
    if any(not span.has_end or not span.has_start for span in spans):
        return []
    return spans


def _spread(
    plan: Plan, name: str, total: int, year: PlanYear, stretches: Sequence[Stretch]
) -> Cost | Unknown:
    """One amount for the whole time, each day, month or quarter of it weighing the same.

    What days beyond that time cost, renewed or with an option used, it does not say.
    """
    item = plan.agreement.costs[name]
    if item.to is None and any(s.segment.term.standing != "written" for s in stretches):
        return missing("costs", name, "total", year.label)
    spans = total_spans(plan, item)
    length = sum((_long(plan, span) for span in spans), Fraction(0))
    stated = AmountStep("total_for_time", total, ("costs", name, "total"))
    pieces = []
    for segment, part, _ in stretches:
        of_time = _long(plan, segment.span) / length
        amount, steps = _product(plan, Stretch(segment, of_time, "part_of_time"), (stated,))
        pieces.append(Piece(name, segment, amount, part, steps))
    return Cost(tuple(pieces), total, None, "total")


def _price_by_quantity(
    plan: Plan,
    name: str,
    item: Item,
    price: Dated,
    year: PlanYear,
    stretches: Sequence[Stretch],
) -> Cost | Unknown:
    """A price times a quantity, both per year or for as much of it as is covered."""
    pieces = []
    stated: ExactNumber = 0
    base: Path = ("costs", name)
    path: Path
    for stretch in stretches:
        unit = _dated_step("price", price, (*base, "price"), stretch.segment)
        if unit is None:
            return missing(*base, "price", year.label)
        if isinstance(item.quantity, str):
            volume = plan.agreement.volumes.get(item.quantity, {}).get(year.number)
            path = ("volumes", item.quantity, year.label)
            if volume is None:
                return missing(*path)
            quantity = AmountStep("volume", volume, path)
        else:
            path = (*base, "quantity")
            dated = _dated_step("quantity", item.quantity or (), path, stretch.segment)
            if dated is None:
                return missing(*path, year.label)
            quantity = dated
        stated = unit.value * quantity.value
        amount, steps = _product(plan, stretch, (unit, quantity))
        pieces.append(Piece(name, stretch.segment, amount, stretch.part, steps))
    return Cost(tuple(pieces), stated, None, "price")


# --- the parties' own amounts ----------------------------------------------------------------


def _agreed(
    plan: Plan, name: str, item: Item, year: PlanYear, stretches: Sequence[Stretch]
) -> Cost | Unknown | None:
    """Agreed amounts per party, never prorated, only laid on the parts of the year."""
    amounts = (item.amounts or {}).get(year.number)
    base: Path = ("costs", name, "amounts", year.label)
    if amounts is None:
        return None if item.kind == "adjustment" else missing(*base)
    difference = unlike_sum(plan, name, year)
    if difference is not None:
        return faulty(difference)
    pieces = []
    for stretch in stretches:
        products = {
            party: _product(plan, stretch, (AmountStep("agreed_amount", amount, (*base, party)),))
            for party, amount in amounts.items()
        }
        together = sum(product.amount for product in products.values())
        piece = Piece(name, stretch.segment, together, stretch.part, own_amounts=products)
        pieces.append(piece)
    return Cost(tuple(pieces), sum(amounts.values()), None, "amounts")


def unlike_sum(plan: Plan, name: str, year: PlanYear) -> Diagnostic | None:
    """What is wrong where a year's agreed amounts do not make the sum stated beside them."""
    item, currency = plan.agreement.costs[name], plan.agreement.currency
    amounts = (item.amounts or {}).get(year.number, {})
    total = sum(amounts.values())
    stated = item.stated_sums.get(year.number, total)
    if stated == total:
        return None
    of_year = () if isinstance(item.stated_sum, int) else (year.label,)
    terms_of_sum = tuple((party, Amount(part, currency)) for party, part in amounts.items())
    arguments: dict[str, Argument] = {
        "item": name,
        "year": year.label,
        # One term alone is its own sum, and need not be written twice.
        "amounts": Sum(terms_of_sum) if len(terms_of_sum) > 1 else (),
        "total": Amount(total, currency),
        "stated": Amount(stated, currency),
        "difference": Amount(abs(stated - total), currency),
    }
    related: Path = ("costs", name, "amounts", year.label)
    path: Path = ("costs", name, "sum", *of_year)
    return Diagnostic("AV429", arguments, path, related=(related,) if amounts else ())


def _own_piece(
    plan: Plan,
    name: str,
    stretch: Stretch,
    yearly: Mapping[str, tuple[AmountStep, ...]],
) -> Piece | Unknown:
    """Each party's own amount per year in a segment, after a factor by each party's own size."""
    factor = plan.agreement.costs[name].factor
    if isinstance(factor, Bands):
        sizes = key_values(factor.by, list(yearly), plan.moment(stretch.segment))
        if isinstance(sizes, Unknown):
            return sizes
        yearly = {
            party: (*steps, _factor_row(name, factor, sizes, sizes.by_party[party]))
            for party, steps in yearly.items()
        }
    products = {party: _product(plan, stretch, steps) for party, steps in yearly.items()}
    together = sum((Fraction(product.amount) for product in products.values()), Fraction(0))
    return Piece(name, stretch.segment, together, stretch.part, own_amounts=products)


def _per_key(
    plan: Plan, name: str, item: Item, year: PlanYear, stretches: Sequence[Stretch]
) -> Cost | Unknown:
    """A price times each party's own value of a key."""
    pieces = []
    for stretch in stretches:
        segment = stretch.segment
        paying = [
            party
            for party in _paying(segment, item.among)
            if party in item.prices or "" in item.prices
        ]
        values = key_values(item.per or "", paying, plan.moment(segment))
        if isinstance(values, Unknown):
            return values
        yearly: dict[str, tuple[AmountStep, ...]] = {}
        for party, value in values.by_party.items():
            own = party if party in item.prices else ""
            path: Path = ("costs", name, "price", *filter(None, (own,)))
            price = _dated_step("own_price", item.prices[own], path, segment)
            if price is None:
                return missing(*path, year.label)
            key_step = AmountStep("key_value", value, ("keys", item.per or ""), values.key)
            yearly[party] = (price, key_step)
        piece = _own_piece(plan, name, stretch, yearly)
        if isinstance(piece, Unknown):
            return piece
        pieces.append(piece)
    return Cost(tuple(pieces), _stated_together(pieces), None, "price")


def _by_size(
    plan: Plan,
    name: str,
    form: Literal["bands", "scale"],
    table: Bands,
    year: PlanYear,
    stretches: Sequence[Stretch],
) -> Cost | Unknown:
    """A price by the size of each party's value of a key: by its row, or each bracket by its own.

    The price of a scale is the mean of its brackets' prices, so that an amount is a price times a
    size however it is stated.
    """
    pieces = []
    for stretch in stretches:
        segment = stretch.segment
        sizes = key_values(table.by, _paying(segment, table.among), plan.moment(segment))
        if isinstance(sizes, Unknown):
            return sizes
        yearly: dict[str, tuple[AmountStep, ...]] = {}
        for party, size in sizes.by_party.items():
            brackets = (
                brackets_of(table.table, size)
                if form == "scale"
                else {row_of(table.table, size): size}
            )
            rows: list[BandRow] = []
            for place, part in brackets.items():
                row = table.table[place]
                word = "amount" if row.price is None else "price"
                path: Path = ("costs", name, form, "table", place, word)
                change = at(row.amount or row.price or (), segment.span.first)
                if change is None:
                    return missing(*path, year.label)
                path = (*path, change.key) if change.key else path
                rows.append(BandRow(table, place, sizes, part, change, path))
            yearly[party] = _steps_by_size(rows, size, ("costs", name, form))
        piece = _own_piece(plan, name, stretch, yearly)
        if isinstance(piece, Unknown):
            return piece
        pieces.append(piece)
    return Cost(tuple(pieces), _stated_together(pieces), None, form)


def _steps_by_size(rows: Sequence[BandRow], size: Fraction, path: Path) -> tuple[AmountStep, ...]:
    """What the amount of a size is the product of: the amount of its row, or a price and the size.

    Several rows are the brackets of a scale.
    """
    first = rows[0]
    value = Fraction(first.change.value if first.change else 0)
    if first.bands.table[first.place].price is None:
        return (AmountStep("band", value, first.path, first),)
    key_step = AmountStep("key_value", size, ("keys", first.bands.by), first.sizes.key)
    if path[-1] != "scale":
        return AmountStep("band_price", value, first.path, first), key_step
    total = sum((row.size * Fraction(row.change.value) for row in rows if row.change), Fraction(0))
    mean = total / size if size else value
    return AmountStep("scale_price", mean, path, first._replace(brackets=tuple(rows))), key_step


def _paying(segment: Segment, among: Sequence[str] | None) -> list[str]:
    """The parties that take part and are among those named."""
    return [party for party in segment.parties if among is None or party in among]


def _stated_together(pieces: Sequence[Piece]) -> ExactNumber:
    """What own amounts come to in a whole year, as they are in the last of its pieces."""
    last = pieces[-1]
    return Fraction(last.amount) / last.part


# --- portion, index, factor ------------------------------------------------------------------


def _changed(plan: Plan, name: str, year: PlanYear, stated: Cost) -> Cost | Unknown:
    """A cost after portion, index and factor, in this order, and with its sign."""
    profile = plan.profiles[name]
    item = profile.item
    base: Path = ("costs", name)
    changes: list[AmountStep] = []
    factors: Sequence[indices.Factor] = ()
    if item.portion is not None:
        changes.append(AmountStep("portion", item.portion, (*base, "portion")))
    if item.index is not None and stated.key != "actual":
        by = indices.factor(plan.agreement.indices, item.index, year.number, name, plan.first_month)
        if isinstance(by, Unknown):
            return by
        going_on = indices.factors_to_round(
            plan.agreement.indices, by, year.number, name, plan.first_month
        )
        if isinstance(going_on, Unknown):
            return going_on
        factors = going_on
        changes.append(AmountStep("index", by.value, (*base, "index"), by))
    if isinstance(item.factor, Fraction):
        changes.append(AmountStep("factor", item.factor, (*base, "factor")))
    elif isinstance(item.factor, Bands) and item.per is None and item.by_size is None:
        # The parties' own amounts have each been multiplied by their own already.
        segment = stated.pieces[0].segment
        paying = _paying(segment, item.factor.among)
        sizes = key_values(item.factor.by, paying, plan.moment(segment))
        if isinstance(sizes, Unknown):
            return sizes
        size = sum(sizes.by_party.values(), Fraction(0))
        changes.append(_factor_row(name, item.factor, sizes, size))
    unused: tuple[AmountStep, ...] = ()
    if item.index is not None and stated.key == "actual":
        # What has been paid is in the year's own prices.
        unused = (AmountStep("index_not_of_actual", 1, (*base, "index")),)
    sign = () if profile.sign == 1 else (AmountStep(f"reduces_{item.kind}", -1, (*base, "kind")),)
    more = (*changes, *unused, *sign)

    def multiplied(amount: ExactNumber, steps: Sequence[AmountStep]) -> Product:
        times = more
        if factors:
            # What is rounded is what the paper states, for all of a year and without a portion.
            what = indices.rounded_amount(Fraction(steps[0].value), factors)
            step = AmountStep("index_rounded", what.times, (*base, "index"), what)
            times = tuple(step if by.rule == "index" else by for by in more)
        return Product(amount * prod(by.value for by in times), (*steps, *times))

    pieces: list[Piece] = []
    for piece in stated.pieces:
        if piece.own_amounts is None:
            amount, steps = multiplied(piece.amount, piece.steps)
            pieces.append(piece._replace(amount=amount, steps=steps))
            continue
        own = {party: multiplied(*product) for party, product in piece.own_amounts.items()}
        amount = sum([product.amount for product in own.values()])
        pieces.append(piece._replace(amount=amount, own_amounts=own))
    return stated._replace(pieces=tuple(pieces), changes=tuple(changes))


def _factor_row(name: str, factor: Bands, sizes: PartyValues, size: Fraction) -> AmountStep:
    """The factor of the row that a size falls in."""
    place = row_of(factor.table, size)
    path: Path = ("costs", name, "factor", "table", place, "factor")
    value = factor.table[place].factor or Fraction(0)
    return AmountStep("factor_band", value, path, BandRow(factor, place, sizes, size))


# --- several items ---------------------------------------------------------------------------


def cut_piece(plan: Plan, piece: Piece, days: Iterable[int]) -> list[Piece]:
    """A piece in several, a new one starting on each of the days inside it."""
    days = tuple(days)
    spans = piece.segment.span.cut(days)
    if len(spans) == 1:
        return [piece]
    if piece.added:
        return list(_joined([cut for added in piece.added for cut in cut_piece(plan, added, days)]))
    whole = piece.whole or piece
    long = _long(plan, whole.segment.span)
    pieces = []
    for span in spans:
        part = _long(plan, span) / long
        segment, step = piece.segment._replace(span=span), AmountStep("part_of_piece", part)
        amount, of_year = whole.amount * part, whole.part * part
        pieces.append(Piece(piece.item, segment, amount, of_year, (step,), whole=whole))
    return pieces


def overhead(
    plan: Plan, name: str, bases: Mapping[str, Cost], year: PlanYear
) -> Cost | Unknown | None:
    """A percentage on other items' amounts, with their signs, already prorated."""
    profile = plan.profiles[name]
    if not pieces_of(profile, year):
        return None
    days, percent = item_span(profile.item), profile.item.percent or Fraction(0)
    inside = [
        piece
        for base in bases.values()
        for whole in base.pieces
        for piece in cut_piece(plan, whole, (days.start, days.stop))
        if days.start <= piece.segment.span.start < days.stop
    ]
    if not inside:
        return None
    path: Path = ("costs", name)
    pieces = []
    for base in netted(plan, inside):
        of = Bases(tuple(bases), base.added or (base,))
        steps = (
            AmountStep("percent", percent, (*path, "percent"), of),
            AmountStep("percent_of", base.amount, (*path, "of"), of),
        )
        pieces.append(Piece(name, base.segment, percent * base.amount, base.part, steps))
    stated = sum(piece.amount for base in bases.values() for piece in base.pieces)
    rests_on = tuple(taken for base in bases.values() for taken in base.taken)
    cost = Cost(tuple(pieces), stated, None, "percent", taken=rests_on)
    return _changed(plan, name, year, cost) if profile.multiplied else cost


def netted(plan: Plan, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces of several costs cut at each other's bounds and added, in the order of time."""
    spans = {piece.segment.span for piece in pieces}
    if len(spans) > 1:
        days = [day for span in spans for day in (span.start, span.stop)]
        pieces = [part for piece in pieces for part in cut_piece(plan, piece, days)]
    return _joined(pieces)


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces of the same segment added, in the order of time."""
    joined: dict[tuple[Span, int], Piece] = {}
    for piece in pieces:
        place = piece.segment.span, piece.segment.term.place
        before = joined.get(place)
        if before is None:
            joined[place] = piece
            continue
        # Amounts inside steps are counted for the part of the year that the costs are: a
        # correction, which is never prorated, does not make them whole.
        amount, part = before.amount + piece.amount, min(before.part, piece.part)
        added = (*(before.added or (before,)), piece)
        joined[place] = Piece(piece.item, piece.segment, amount, part, added=added)
    return tuple(joined[place] for place in sorted(joined))


# --- which years -----------------------------------------------------------------------------


def years_of(  # noqa: PLR0911 - one return for each form
    plan: Plan, item: Item, basis: Basis
) -> set[int] | None:
    """The years an item states figures for on a basis; None where these are its whole time."""
    if item.amounts is not None:
        return set(item.amounts)
    if item.from_agreement is not None:
        return years_taken(plan, item.from_agreement, basis)
    if item.kind == "adjustment":
        return set()
    annual = item.figures(basis)
    if annual is not None:
        return set(annual.figures)
    if item.percent is not None:
        return set()
    if item.per is not None or item.by_size is not None:
        return None
    standing = (item.amount, item.total, item.price)
    if basis == "actual" or all(form is None for form in standing):
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
