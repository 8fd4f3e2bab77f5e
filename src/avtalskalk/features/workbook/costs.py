"""What is to be split, as formulas: the steps that an amount is the product of."""

from collections.abc import Sequence
from fractions import Fraction

from avtalskalk.calculation.costs import (
    AmountStep,
    BandRow,
    Bases,
    Counted,
    KnownPart,
    Piece,
)
from avtalskalk.calculation.indices import RoundedAmount
from avtalskalk.calculation.keys import Values
from avtalskalk.features.workbook.book import BookYear
from avtalskalk.features.workbook.expression import (
    Expression,
    constant,
    nearest,
    total,
)
from avtalskalk.features.workbook.keys import key_value
from avtalskalk.features.workbook.tables import brackets, by_row
from avtalskalk.model.dated import at
from avtalskalk.report.workbook import CellKind
from avtalskalk.words.formats import phrase

_KINDS: dict[str, CellKind] = {
    "stated": "money",
    "adjustment": "money",
    "from_agreement": "money",
    "amount": "money",
    "total_for_time": "money",
    "agreed_amount": "money",
    "price": "money",
    "own_price": "money",
    "quantity": "number",
    "volume": "number",
    "portion": "share",
    "percent": "share",
    "index": "number",
    "index_rounded": "number",
    "factor": "number",
}


def piece_amount(year: BookYear, piece: Piece) -> Expression:
    """A piece of a cost, exactly and in minor units."""
    if piece.added:
        return total([piece_amount(year, part) for part in piece.added])
    if piece.whole is not None:
        return piece_amount(year, piece.whole) * constant(Fraction(piece.steps[0].value))
    if piece.own_amounts is not None:
        return total(
            [product(year, piece, own.steps, party) for party, own in piece.own_amounts.items()]
        )
    return product(year, piece, piece.steps)


def product(
    year: BookYear, piece: Piece, steps: Sequence[AmountStep], party: str = ""
) -> Expression:
    """The product of an amount's steps; ``party`` is whose own amount it is."""
    used = [step for step in steps if step.rule != "index_not_of_actual"]
    if used[0].rule in {"band_price", "scale_price"}:
        # The size is in the table's formula: another row may have an amount instead of a price.
        del used[1]
    factors = [step_number(year, piece, step, party) for step in used]
    for place, step in enumerate(used):
        if isinstance(step.because, RoundedAmount):
            # What is stated, times the index, is rounded before the year's part of it is taken.
            unit = constant(step.because.unit)
            factors[0] = nearest(factors[0] * factors.pop(place) / unit) * unit
    amount, *others = factors or [constant(1)]
    for factor in others:
        amount *= factor
    return amount


def step_number(year: BookYear, piece: Piece, step: AmountStep, party: str) -> Expression:
    """One number that an amount is a product of."""
    because = step.because
    match because:
        case Counted():
            return constant(because.long) / constant(because.all)
        case KnownPart():
            return solved_cost(year, piece, step)
        case BandRow():
            return by_size(year, piece, step, because, party)
        case Values():
            return key_value(year, because, party)
        case RoundedAmount() if not because.by_year_before:
            step = step._replace(rule="index", value=because.factor.value)
        case Bases() if step.rule == "percent_of":
            return total([piece_amount(year, base) for base in because.pieces])
        case _:
            pass
    if step.rule not in _KINDS:
        return constant(Fraction(step.value))
    kind = _KINDS[step.rule]
    texts = {**year.items((piece.item,)), **year.party(party)}
    what = year.book.word(
        f"step_{step.rule}", basis=phrase(year.statement.basis, year.book.language)
    )
    day = year.statement.year if step.rule in {"index", "index_rounded", "volume"} else ""
    return year.entry(step.path, step.value, kind, {**texts, "what": what}, day)


def solved_cost(year: BookYear, piece: Piece, step: AmountStep) -> Expression:
    """The cost whose split gives the part that is known."""
    costs = [cost for charged in year.result.charged for cost in charged.line.costs]
    figure = next(cost.figure for cost in costs if cost.pieces[0].item == piece.item)
    assert figure is not None  # noqa: S101 - it has been solved from it
    texts = {**year.items((piece.item,)), **year.party(figure.party)}
    what = year.book.word("step_known_part", basis=phrase(year.statement.basis, year.book.language))
    path = (*step.path, "known_part", figure.party)
    part = year.entry(path, figure.part, "money", {**texts, "what": what})
    # When shares change, the cost stays as it was solved, in whole minor units as in `whatif`.
    return nearest(part / constant(figure.part / Fraction(step.value)))


def by_size(year: BookYear, piece: Piece, step: AmountStep, row: BandRow, party: str) -> Expression:
    """What a table has for a size: by the row that it falls in, or by the brackets of a scale."""
    parties = [party] if party else [*row.sizes.by_party]
    size = total([key_value(year, row.sizes.key, name) for name in parties])
    scale = step.rule == "scale_price"
    base = (*step.path, "table") if scale else step.path[: step.path.index("table") + 1]
    values: list[Expression] = []
    for place, band in enumerate(row.bands.table):
        word = "factor" if band.factor is not None else "price" if band.price else "amount"
        change = at(band.amount or band.price or (), piece.segment.span.first)
        value = band.factor if change is None else change.value
        kind: CellKind = "number" if word == "factor" else "money"
        what = year.book.word("step_band", place=place + 1)
        path = (*base, place, word, *([change.key] if change and change.key else []))
        texts = {**year.items((piece.item,)), "what": what}
        entry = year.entry(path, value or Fraction(0), kind, texts)
        values.append(entry * size if word == "price" and not scale else entry)
    if scale:
        return total(brackets(row.bands.table, size, values))
    return by_row(row.bands.table, size, values)
