"""An agreement's readings for programs: each party's year under each, and what is at stake."""

from collections.abc import Iterable, Iterator

from avtalskalk.features.readings.readings import Readings, stakes
from avtalskalk.model.statement import Input
from avtalskalk.report.options import Options
from avtalskalk.report.records import Field, Records, Rows, fields
from avtalskalk.report.statement_records import INPUT, assumption_rows, diagnostic_rows, input_rows

_AMOUNT = (Field("amount", "money"), Field("currency"))
_LISTS = {
    "inputs": INPUT,
    "readings": fields("text", "agreement", "reading", "title"),
    "totals": (
        *fields("text", "agreement", "year", "reading", "party"),
        *_AMOUNT,
        *fields("flag", "conditional", "complete"),
        # In a list of its own where there is room for more than one.
        Field("at_stake", "money", alone=True),
    ),
    "stakes": (*fields("text", "agreement", "year", "party"), *_AMOUNT),
    "missing": fields("text", "agreement", "reading", "year", "what"),
    "assumptions": (),
    "diagnostics": (),
}


def records(compared: Iterable[Readings], options: Options) -> Records:
    """Readings for a program, one agreement at a time."""
    rows = _rows(compared, options)
    head = {"basis": options.basis}
    return Records("avtalskalk/readings/1", head, _LISTS, rows, main="totals")


def _rows(compared: Iterable[Readings], options: Options) -> Iterator[Rows]:
    inputs: set[Input] = set()
    diagnostics: list[object] = []
    for readings in compared:
        heading = readings.heading
        agreement, currency = heading.agreement, heading.currency
        titles = [(agreement, reading.name, reading.title) for reading in readings.read]
        yield Rows("readings", titles)
        for stake in stakes(readings.select(options)):
            row = (agreement, stake.year, stake.party or None, stake.amount, currency)
            yield Rows("stakes", [row], currency)
            if stake.party:
                totals = [
                    (agreement, stake.year, reading.name, stake.party, paid.amount, currency,
                     paid.conditional, paid.amount is not None, stake.amount)
                    for reading, paid in zip(readings.read, stake.amounts, strict=True)
                    if paid.there
                ]  # fmt: skip
                yield Rows("totals", totals, currency)
        missing = [
            (agreement, reading.name, figure.year, figure.what)
            for reading in readings.read
            for year in reading.statements
            for figure in year.missing
        ]
        yield Rows("missing", missing)
        yield assumption_rows(readings.read[0].statements)
        yield input_rows(readings.statements, inputs)
        yield diagnostic_rows(readings.statements, diagnostics)
