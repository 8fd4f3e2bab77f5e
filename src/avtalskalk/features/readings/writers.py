"""Readings side by side in every format, one agreement at a time."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from avtalskalk.features.readings.view import Readings, Stake, stakes, table
from avtalskalk.formats.csv import text_cell
from avtalskalk.formats.json_object import object_of
from avtalskalk.formats.row_cells import amount
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Input
from avtalskalk.report.messages import record
from avtalskalk.report.options import Options

COLUMNS = (
    *("agreement", "year", "reading", "party", "amount", "currency", "conditional", "complete"),
    "at_stake",
)


class Writer(Protocol):
    """A report on readings that is being written."""

    def add(self, readings: Readings) -> None:
        """Take one more agreement."""

    def finish(self) -> Iterator[bytes]:
        """All of the report in pieces, UTF-8 with plain line feeds; to be called once."""


class _Tables:
    """A table for each agreement, for a terminal or as Markdown."""

    def __init__(self, options: Options, *, markdown: bool = False) -> None:
        self._options = options
        self._markdown = markdown
        self._spool = Spool()
        self._between = ""

    def add(self, readings: Readings) -> None:
        self._spool.write([self._between, self._drawn(readings)])
        self._between = "\n"

    def finish(self) -> Iterator[bytes]:
        return self._spool.read()

    def _drawn(self, readings: Readings) -> str:
        one = table(readings, self._options)
        if self._markdown:
            from avtalskalk.formats.markdown import block

            return block(one, self._options.language)
        from avtalskalk.formats.terminal import block as drawn

        return drawn(one, self._options)


class _Csv:
    """A line for each party's year under each reading; what is at stake stands on all of them."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._swedish = options.dialect == "excel-sv"
        self._between = ";" if self._swedish else ","
        self._spool = Spool()
        mark = "\ufeff" if self._swedish else ""
        self._spool.write([mark, self._between.join(COLUMNS), "\n"])

    def add(self, readings: Readings) -> None:
        selected = readings.select(self._options)
        self._spool.write(
            f"{self._between.join(self._cells(row))}\n"
            for stake in stakes(selected)
            if stake.party
            for row in _rows(selected, stake)
        )

    def finish(self) -> Iterator[bytes]:
        return self._spool.read()

    def _cells(self, row: Mapping[str, object]) -> Iterator[str]:
        for name in COLUMNS:
            value = row[name]
            if name in {"amount", "at_stake"}:
                figures = str(value or "")
                yield figures.replace(".", ",") if self._swedish else figures
            elif isinstance(value, bool):
                yield "true" if value else "false"
            else:
                yield text_cell(str(value))


class _Json:
    """Flat rows, the readings' titles and what is at stake."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._inputs: dict[Input, None] = {}
        self._found: dict[str, list[object]] = {
            name: []
            for name in ("readings", "totals", "stakes", "missing", "assumptions", "diagnostics")
        }

    def add(self, readings: Readings) -> None:
        agreement, found = readings.heading.agreement, self._found
        selected = readings.select(self._options)
        for one in readings.read:
            about = {"agreement": agreement, "reading": one.name}
            found["readings"].append({**about, "title": one.title})
            for statement in one.statements:
                self._inputs.update(dict.fromkeys(statement.inputs))
                found["missing"] += [
                    {**about, "year": m.year, "what": m.what} for m in statement.missing
                ]
        main = readings.read[0].statements[0]
        found["assumptions"] += [{"agreement": agreement, "text": t} for t in main.assumptions]
        said = [one for each in readings.read for s in each.statements for one in s.diagnostics]
        for finding in map(record, said):
            if finding not in found["diagnostics"]:
                found["diagnostics"].append(finding)
        for stake in stakes(selected):
            for row in _rows(selected, stake) if stake.party else ():
                del row["at_stake"]
                found["totals"].append(row)
            currency = readings.heading.currency
            at_stake = {"amount": amount(stake.amount, currency), "currency": currency}
            whose = {"agreement": agreement, "year": stake.year, "party": stake.party or None}
            found["stakes"].append({**whose, **at_stake})

    def finish(self) -> Iterator[bytes]:
        head = {
            "schema": "avtalskalk/readings/1",
            "version": self._options.version,
            "basis": self._options.basis,
        }
        inputs: list[object] = [one._asdict() for one in self._inputs]
        return object_of(head, {"inputs": inputs, **self._found})


def _rows(readings: Readings, stake: Stake) -> Iterator[dict[str, object]]:
    """A party's year under each reading in which it is a party."""
    currency = readings.heading.currency
    for one, figure in zip(readings.read, stake.figures, strict=True):
        if figure.there:
            yield {
                "agreement": readings.heading.agreement,
                "year": stake.year,
                "reading": one.name,
                "party": stake.party,
                "amount": amount(figure.amount, currency),
                "currency": currency,
                "conditional": figure.conditional,
                "complete": figure.amount is not None,
                "at_stake": amount(stake.amount, currency),
            }


WRITERS: Mapping[str, Callable[[Options], Writer]] = MappingProxyType(
    {
        "table": _Tables,
        "csv": _Csv,
        "json": _Json,
        "md": lambda options: _Tables(options, markdown=True),
    }
)
"""The formats by name."""
