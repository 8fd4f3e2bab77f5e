"""Many what-ifs for programs: every combination, each input alone, or a range."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from avtalskalk.features.whatif.inputs import Quantity
from avtalskalk.features.whatif.sweep import Combination, Outcomes, Ranges, Tornado
from avtalskalk.features.whatif.sweep_sums import SweptTogether
from avtalskalk.features.whatif.sweep_view import SweptAgreement, reason_of
from avtalskalk.report.options import Options
from avtalskalk.report.plain import Exact
from avtalskalk.report.records import Field, Records, Rows, fields
from avtalskalk.words.formats import currency_digits, phrase

_FIGURE = fields("text", "agreement", "year", "party")
_RANGE = (
    *_FIGURE,
    *fields("money", *Outcomes._fields),
    *fields("text", "currency", "method"),
    *fields("count", "looked_at", "seed"),
)
_TORNADO = (
    *_FIGURE,
    Field("input"),
    *fields("number", "lowest", "highest"),
    *fields("money", "amount", "at_lowest", "at_highest"),
    Field("currency"),
)


def grid_records(
    subject: SweptAgreement, pieces: Iterable[Iterable[Combination]], options: Options
) -> Records:
    """A grid, piece by piece, so that memory stays flat.

    ``reason`` says why an amount is not known.
    """
    inputs = (Field(axis.input.name, "number", within="values") for axis in subject.axes)
    amount = (Field("amount", "money"), Field("currency", alone=True))
    columns = (_FIGURE[0], *inputs, *_FIGURE[1:], *amount, Field("reason"))
    rows = (Rows("rows", _grid_rows(subject, piece, options), subject.currency) for piece in pieces)
    return _records("sweep", subject, columns, rows)


def together_records(swept: Iterable[SweptTogether], options: Options) -> Records:
    """Grids over many agreements, each currency's rows after the other's."""
    grids = [grid_records(grid.subject, [grid.combinations], options) for grid in swept]
    columns = [field._replace(alone=False) for field in grids[0].lists["rows"]]
    head = {name: value for name, value in grids[0].head.items() if name != "currency"}
    rows = (rows for grid in grids for rows in grid.rows)
    return grids[0]._replace(head=head, lists={"rows": tuple(columns)}, rows=rows)


def _grid_rows(
    subject: SweptAgreement, combinations: Iterable[Combination], options: Options
) -> Iterator[tuple[object, ...]]:
    agreement, currency, figures = subject.heading.agreement, subject.currency, subject.figures
    values = [[plain_value(value, currency) for value in axis.values] for axis in subject.axes]
    language = options.language
    incomplete = phrase("not_complete", language)
    for coordinates, amounts, fault in combinations:
        reason = f"{fault.code}: {reason_of(fault, language)}" if fault else incomplete
        chosen = [known[place] for known, place in zip(values, coordinates, strict=True)]
        for (year, party), amount in zip(figures, amounts, strict=True):
            because = reason if amount is None else None
            yield (agreement, *chosen, year, party, amount, currency, because)


def tornado_records(subject: SweptAgreement, tornado: Tornado) -> Records:
    """Each input alone, for each amount; ``amount`` is as the agreement stands."""
    currency = subject.currency
    rows = [
        (subject.heading.agreement, year, party, bar.axis.input.name,
         *(plain_value(value, currency) for value in bar.axis.ends),
         tornado.base[place], bar.low[place], bar.high[place], currency)
        for place, (year, party) in enumerate(subject.figures)
        for bar in tornado.ordered(place)
    ]  # fmt: skip
    return _records("tornado", subject, _TORNADO, [Rows("rows", rows, currency)])


def range_records(subject: SweptAgreement, ranges: Ranges) -> Records:
    """The range of each amount, with how it was found."""
    unknown = (None,) * len(Outcomes._fields)
    seed = ranges.seed if ranges.how == "sample" else None
    method = (subject.currency, ranges.how, ranges.looked_at, seed)
    rows = [
        (subject.heading.agreement, *figure, *(outcomes or unknown), *method)
        for figure, outcomes in zip(subject.figures, ranges.outcomes, strict=True)
    ]
    return _records("range", subject, _RANGE, [Rows("rows", rows, subject.currency)])


def _records(
    kind: str, subject: SweptAgreement, columns: tuple[Field, ...], rows: Iterable[Rows]
) -> Records:
    head: Mapping[str, object] = {
        "basis": subject.statements[0].basis,
        "currency": subject.currency,
        "since": subject.since,
        "inputs": [file._asdict() for file in subject.inputs],
    }
    return Records(f"avtalskalk/{kind}/1", head, {"rows": columns}, rows, main="rows")


def plain_value(quantity: Quantity, currency: str) -> Exact:
    """A value as a day, an amount in the currency's own unit, or a number."""
    if quantity.unit == "day":
        return quantity.day
    if quantity.unit == "amount":
        return Fraction(quantity.value, 10 ** currency_digits(currency))
    return quantity.value
