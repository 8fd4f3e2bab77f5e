"""A table's amounts as a chart: a place for each row, and a series for each column of amounts."""

from avtalskalk.report.document import Chart, Series, Table

MOST_BARS = 60
"""More can be drawn, but not be read."""


def table_chart(table: Table, about: str) -> Chart | None:
    """The chart of a table, a year's rows under its name; None where there is no room, or nothing.

    All its amounts are in the same unit.
    """
    columns = [
        p for p, column in enumerate(table.columns) if column.kind in ("money", "difference")
    ]
    heading, places, rows = "", [], []
    for row in table.rows:
        label = str(row.cells[0].value)
        if row.role == "head":
            heading = label
            continue
        places.append(f"{heading}: {label}" if heading else label)
        rows.append(row)
    figures = [[row.cells[place].value for row in rows] for place in columns]
    if not any(map(any, figures)) or len(rows) * len(columns) > MOST_BARS:
        return None
    series = (
        Series(table.columns[place].title, tuple(values))
        for place, values in zip(columns, figures, strict=True)
    )
    return Chart(table.title, about, table.columns[columns[0]], tuple(places), tuple(series))
