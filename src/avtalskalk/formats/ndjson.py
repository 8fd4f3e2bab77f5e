"""The main list of a result as a JSON object on each line, which programs read one at a time."""

from collections.abc import Iterator

from avtalskalk.formats.json import encoded, row_lines
from avtalskalk.report.options import Options
from avtalskalk.report.records import Records


def write(records: Records, options: Options) -> Iterator[bytes]:  # noqa: ARG001 - as each format
    """The rows, as they stand in the list of the JSON."""
    fields = records.lists[records.main]
    for rows in records.rows:
        if rows.list == records.main:
            lines = row_lines(rows, fields, alone=True)
            if lines:
                yield encoded("\n".join([*lines, ""]))
