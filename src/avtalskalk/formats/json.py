"""Statements as JSON, one at a time: flat rows, each section waiting in a file of its own."""

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction

from avtalskalk.diagnostics import Amount
from avtalskalk.formats.row_cells import Days, Shares, Texts, cut, groups
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Allocation, Input, Missing, Note, Statement
from avtalskalk.report.options import Options
from avtalskalk.report.plain import decimal, exact, plain
from avtalskalk.report.selection import select
from avtalskalk.words.formats import currency_digits

_SCHEMA = "avtalskalk/statement/1"
_SECTIONS = (
    *("inputs", "allocations", "totals", "items", "missing", "notes", "assumptions"),
    "diagnostics",
)

_NULL = "null"
_BOOLEAN = {False: "false", True: "true"}


def writer(options: Options) -> "_Writer":
    """The writer of JSON."""
    return _Writer(options)


# Made once: `json.dumps` would make one for each thing that is written.
_json = json.JSONEncoder(ensure_ascii=False).encode


class _Section:
    """An array that grows, an element on a line."""

    def __init__(self) -> None:
        self._spool = Spool()
        self._between = "\n  "

    def write(self, elements: Iterable[str]) -> None:
        text = ",\n  ".join(elements)
        if text:
            self._spool.write((self._between, text))
            self._between = ",\n  "

    def read(self) -> Iterator[bytes]:
        yield b"["
        yield from self._spool.read()
        yield b"]"


class _Writer:
    def __init__(self, options: Options) -> None:
        self._options = options
        self._sections = {name: _Section() for name in _SECTIONS}
        self._texts = Texts(_json)
        self._days = Days()
        self._shares = Shares(_share)
        self._groups = groups(options.by)
        self._inputs: tuple[Input, ...] = ()
        self._read: set[str] = set()
        self._agreement = ""
        self._said: set[str] = set()

    def add(self, statement: Statement) -> None:
        statement = select(statement, self._options)
        if self._groups:
            self._write("totals", map(_json, self._groups.add(statement)))
        else:
            self._write("allocations", self._allocations(statement))
            self._write("items", self._items(statement))
            if self._options.totals:
                self._write("totals", self._totals(statement))
        self._beside(statement)

    def finish(self) -> Iterator[bytes]:
        if self._groups:
            self._write("totals", map(_json, self._groups.finish()))
        head = {
            "schema": _SCHEMA,
            "version": self._options.version,
            "basis": self._options.basis,
        }
        yield _json(head)[:-1].encode()
        for name, section in self._sections.items():
            yield f',\n "{name}": '.encode()
            yield from section.read()
        yield b"}\n"

    def _write(self, section: str, elements: Iterable[str]) -> None:
        self._sections[section].write(elements)

    def _beside(self, statement: Statement) -> None:
        """What stands beside the figures; what the years of an agreement share, once."""
        if statement.inputs is not self._inputs:
            # One agreement's years share their inputs, and what is shared is written once.
            self._inputs = statement.inputs
            new = [one for one in statement.inputs if one.path not in self._read]
            self._read.update(one.path for one in new)
            self._write("inputs", (_json(one._asdict()) for one in new))
        if statement.missing:
            self._write("missing", map(_missing, statement.missing))
        if statement.notes:
            self._write("notes", map(_note, statement.notes))
        agreement = statement.heading.agreement
        if agreement != self._agreement:
            self._agreement, self._said = agreement, set()
        if statement.assumptions:
            self._once("assumptions", (_assumption(agreement, t) for t in statement.assumptions))
        if statement.diagnostics:
            # All the words of messages are not needed where there is nothing to say.
            from avtalskalk.report.messages import record

            self._once("diagnostics", (_json(record(one)) for one in statement.diagnostics))

    def _once(self, section: str, elements: Iterable[str]) -> None:
        """Elements that this agreement's years before have not had."""
        new = dict.fromkeys(element for element in elements if element not in self._said)
        self._said.update(new)
        self._write(section, new)

    def _allocations(self, statement: Statement) -> list[str]:
        """The rows of a statement; what stays the same from row to row is written once."""
        texts, shares = self._texts, self._shares.known
        digits = currency_digits(statement.heading.currency)
        shortest, point = cut(digits)
        rows = []
        head = tail = ""
        before: Allocation | None = None
        for row in statement.rows:
            _, _, start, end, item, line, _, party, share, minor, _, conditional, source = row
            # By identity, which is quick: where it misses, the same text is written again.
            if (
                before is None
                or item is not before[4]
                or line is not before[5]
                or start is not before[2]
                or end is not before[3]
            ):
                head = self._head(row)
            if before is None or conditional is not before[11] or source is not before[12]:
                tail = (
                    f'", "currency": {texts[row.currency]}, '
                    f'"conditional": {_BOOLEAN[conditional]}, "source": {texts[source]}}}'
                )
            before = row
            part, _ = shares.get(id(share)) or self._shares.add(share)
            figures = str(minor)
            if len(figures) > shortest:
                figures = f"{figures[:point]}.{figures[point:]}"
            else:
                figures = decimal(minor, digits)
            rows.append(f"{head}{texts[party]}{part}{figures}{tail}")
        return rows

    def _head(self, row: Allocation) -> str:
        texts, days = self._texts, self._days
        return (
            f'{{"agreement": {texts[row.agreement]}, "year": {texts[row.year]}, '
            f'"from": "{days[row.start]}", "to": "{days[row.end]}", '
            f'"item": {texts[row.item]}, "line": "{row.line}", "basis": "{row.basis}", "party": '
        )

    def _totals(self, statement: Statement) -> Iterator[str]:
        """The totals, written by hand: there is one for every party and year."""
        texts, heading = self._texts, statement.heading
        digits = currency_digits(heading.currency)
        own = f'"agreement": {texts[heading.agreement]}, "year": {texts[statement.year]}'
        currency = f', "currency": {texts[heading.currency]}, "conditional": '
        for _, _, party, minor, _, conditional, complete in statement.totals:
            yield (
                f'{{{own}, "party": {texts[party]}, "amount": {_amount(minor, digits)}{currency}'
                f'{_BOOLEAN[conditional]}, "complete": {_BOOLEAN[complete]}}}'
            )

    def _items(self, statement: Statement) -> Iterator[str]:
        """The items' totals, written by hand: there is one for every item and year."""
        texts, heading = self._texts, statement.heading
        digits = currency_digits(heading.currency)
        own = f'"agreement": {texts[heading.agreement]}, "year": {texts[statement.year]}'
        currency = f', "currency": {texts[heading.currency]}, "solved": '
        for _, _, item, _, kind, known, minor, _, solved, conditional, source, _ in statement.items:
            if known is None:
                exactly = _NULL
            elif known.denominator == 1:
                exactly = f'"{decimal(known.numerator, digits)}"'
            else:
                exactly = f'"{exact(Amount(known, heading.currency))}"'
            yield (
                f'{{{own}, "item": {texts[item]}, "kind": {texts[kind]}, '
                f'"amount": {_amount(minor, digits)}, "exact": {exactly}{currency}'
                f'{_BOOLEAN[solved]}, "conditional": {_BOOLEAN[conditional]}, '
                f'"source": {texts[source]}}}'
            )


def _share(share: Fraction | None) -> str:
    written = _NULL if share is None else f'"{share}"'
    return f', "share": {written}, "amount": "'


def _amount(minor: int | None, digits: int) -> str:
    return _NULL if minor is None else f'"{decimal(minor, digits)}"'


def _missing(one: Missing) -> str:
    return _json({"agreement": one.agreement, "year": one.year, "what": one.what})


def _assumption(agreement: str, text: str) -> str:
    return _json({"agreement": agreement, "text": text})


def _note(one: Note) -> str:
    arguments = plain(one.arguments)
    return _json(
        {"agreement": one.agreement, "year": one.year, "key": one.key, "arguments": arguments}
    )
