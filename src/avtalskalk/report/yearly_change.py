"""What changes from one year to the next: in amounts, in percent, and on average."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from avtalskalk.model.comparison import Paid
from avtalskalk.money import half_up
from avtalskalk.report.document import BLANK, NOTHING, Cell, Kind, Row
from avtalskalk.report.options import Options
from avtalskalk.words.formats import phrase


def difference(before: Paid, after: Paid) -> int | None:
    """From one year to another; None where one is not there, or is not known in full.

    Sums of what is known may be of other agreements in another year.
    """
    for paid in (before, after):
        if not paid.there or paid.partial:
            return None
    if before.amount is None or after.amount is None:
        return None
    return after.amount - before.amount


def relative(before: Paid, after: Paid) -> Fraction | None:
    """The difference as a part of the amount before; None where that is nothing, too."""
    minor = difference(before, after)
    return None if minor is None or not before.amount else Fraction(minor, abs(before.amount))


def with_change(
    row: Row, exact: Sequence[Paid], shown: Sequence[Paid], step: int, options: Options
) -> Iterator[Row]:
    """A row of years, and where that is asked for, its change from year to year below it.

    ``shown`` are its amounts in steps of so many minor units.  The last column is the mean of
    what stands before it; it needs every year.
    """
    if not options.change:
        yield row
        return
    differences = list(map(difference, shown, shown[1:]))
    exact_differences = list(map(difference, exact, exact[1:]))
    parts = list(map(relative, exact, exact[1:]))
    amounts = [paid.amount for paid in exact if paid.there and not paid.partial]

    def mean(values: Sequence[int | None], count: int) -> int | None:
        known = [value for value in values if value is not None]
        return half_up(sum(known), count, step) if count and len(known) == count else None

    def cells(values: Sequence[Fraction | int | None], kind: Kind) -> Iterator[Cell]:
        return (Cell(NOTHING if value is None else value, kind=kind) for value in values)

    known = [part for part in parts if part is not None]
    whole = bool(parts) and len(known) == len(parts)
    mean_part = sum(known, Fraction(0)) / len(parts) if whole else None
    yield row._replace(cells=(*row.cells, *cells([mean(amounts, len(exact))], "money")))
    changes = {
        "difference": cells(
            [*differences, mean(exact_differences, len(differences))], "difference"
        ),
        "change": cells([*parts, mean_part], "relative"),
    }
    for key, changed in changes.items():
        label = Cell(phrase(key, options.language))
        yield Row((label, Cell(BLANK), *changed), "body", row.level + 1)
