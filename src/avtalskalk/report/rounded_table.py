"""A table in the unit asked for: rounded as a whole, or each figure by itself, and what it says."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from avtalskalk.money import half_up
from avtalskalk.report.document import Cell, Column, Table
from avtalskalk.report.options import Options
from avtalskalk.report.scale import Scale
from avtalskalk.words.formats import phrase


def in_unit(
    build: Callable[[int], Table], shown: Scale, amounts: Iterable[int], options: Options
) -> Table:
    """A table rounded to its scale, where some amount is finer; below it stands how.

    ``build`` makes the table with amounts in steps of so many minor units, so that they add up.
    With 1 it is exact: then each figure can be rounded by itself, and what is rounded as a whole
    compared with it.
    """
    if not shown.rounds(amounts):
        return build(1)
    exact, language = build(1), options.language
    alone = options.rounding == "plain"
    table = plain(exact, shown.step) if alone else build(shown.step)
    how = phrase("rounded_each" if alone else "rounded", language)
    notes = [how.replace("{unit}", shown.unit_name(language, "rounded"))]
    moved = [
        (abs(cell.value - before.value), cell.value == half_up(before.value, 1, shown.step))
        for row, exact_row in zip(table.rows, exact.rows, strict=True)
        for cell, before, column in zip(row.cells, exact_row.cells, table.columns, strict=True)
        if _is_amount(cell, column)
        if isinstance(cell.value, int) and isinstance(before.value, int)
    ]
    far = sum(distance >= shown.step for distance, _ in moved)
    other_way = sum(not nearest for _, nearest in moved) - far
    for key, count in (("rounded_other_way", other_way), ("rounded_far", far)):
        if count:
            about = {"count": count, "amounts": len(moved)}
            notes.append(phrase(key, language).format_map(about))
    return replace(table, notes=(*table.notes, *notes))


def plain(table: Table, step: int) -> Table:
    """An exact table with each of its amounts rounded half up by itself."""
    rows = tuple(
        row._replace(
            cells=tuple(
                cell._replace(value=half_up(cell.value, 1, step))
                if isinstance(cell.value, int) and _is_amount(cell, column)
                else cell
                for cell, column in zip(row.cells, table.columns, strict=True)
            )
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def _is_amount(cell: Cell, column: Column) -> bool:
    return (cell.kind or column.kind) in {"money", "difference"}
