"""The file of a sealed result: calc's rows and all that it takes to repeat them, read back."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, NoReturn, TypeVar

from avtalskalk.diagnostics import Diagnostic, Path, Place
from avtalskalk.features.seal.seal import (
    MOST_BYTES,
    SCHEMA,
    File,
    How,
    Seal,
    SealedAgreement,
    SettledFigure,
    checksum,
)
from avtalskalk.files.files import read_bytes, shown
from avtalskalk.formats import write_records
from avtalskalk.model.seals import (
    SealAllocation,
    SealContent,
    SealFigure,
    SealItem,
    SealMissing,
    SealNote,
    SealRow,
    SealSettled,
    SealTotal,
)
from avtalskalk.model.statement import (
    Allocation,
    Heading,
    ItemTotal,
    Missing,
    Note,
    Statement,
    Total,
)
from avtalskalk.model.validation import read_record
from avtalskalk.report.options import Options
from avtalskalk.report.plain import decimal
from avtalskalk.report.statement_records import records
from avtalskalk.words.formats import currency_digits

_KIND = SCHEMA.rpartition("/")[0]


# --- Written -------------------------------------------------------------------------------

_ROWS_OF_CALC = ("allocations", "totals", "items", "missing", "notes", "assumptions")


def content(
    version: str, how: How, inputs: Iterable[File], agreements: Sequence[SealedAgreement]
) -> dict[str, Any]:
    """What the file of a sealed result says, its checksum among it."""
    # The rows just as `calc` writes them, by the same code.
    options = Options(basis=how.basis, version=version)
    statements = (agreement.statements for agreement in agreements)
    lists = json.loads(b"".join(write_records("json", records(statements, options), options)))
    body: dict[str, Any] = {
        "schema": SCHEMA,
        "checksum": "",
        "version": version,
        "options": {
            "basis": how.basis,
            "years": None if how.years is None else [str(year) for year in how.years],
            "today": how.today.isoformat() if how.today else None,
            "assume_extended": how.assume_extended,
            **({"settlement": True} if how.settlement else {}),
        },
        "inputs": [file._asdict() for file in inputs],
        "agreements": [
            {
                "agreement": sealed.heading.agreement,
                "title": sealed.heading.title,
                "file": sealed.file,
                "format": sealed.format,
                "reading": sealed.reading,
                "currency": sealed.heading.currency,
                "years": [statement.year for statement in sealed.statements],
                "parties": dict(sealed.heading.parties),
                "items": dict(sealed.heading.items),
            }
            for sealed in agreements
        ],
        **{name: lists[name] for name in _ROWS_OF_CALC},
        # What is not known has no row here: totals, items and what is missing tell of it.
        "allocations": [row for row in lists["allocations"] if row.pop("complete")],
    }
    if how.settlement:
        # A seal without a settlement says nothing of one.
        body["settlements"] = [
            {
                "agreement": row.agreement,
                "year": row.year,
                "party": row.party,
                "figure": row.figure,
                "amount": None
                if row.amount is None
                else decimal(row.amount, currency_digits(row.currency)),
                "currency": row.currency,
            }
            for agreement in agreements
            for row in agreement.settled
        ]
    return {**body, "checksum": checksum(body)}


def written(content: dict[str, Any]) -> Iterator[bytes]:
    """The file in pieces, a row on a line: the same bytes for the same content."""
    between = "{"
    for name, value in content.items():
        if isinstance(value, list) and value:
            rows = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in value)
            text = f"[\n  {rows}]"
        else:
            text = json.dumps(value, ensure_ascii=False)
        yield f'{between}"{name}": {text}'.encode()
        between = ",\n "
    yield b"}\n"


# --- Read back -----------------------------------------------------------------------------


def read_seal(file: str) -> Seal | Diagnostic:
    """A sealed result from its file, or what is wrong with that."""
    content = read_bytes(file, MOST_BYTES)
    result = content if isinstance(content, Diagnostic) else seal(content[0])
    return result if isinstance(result, Seal) else result.within(shown(file))


def seal(raw: bytes) -> Seal | Diagnostic:
    """A sealed result from its bytes, or why they are none: first of all, that they were edited."""
    if len(raw) > MOST_BYTES:
        return Diagnostic("AV938", {"limit": MOST_BYTES // 1_000_000})
    data = _parsed(raw)
    if isinstance(data, Diagnostic):
        return data
    schema = data.get("schema")
    if schema != SCHEMA:
        newer = isinstance(schema, str) and schema.rpartition("/")[0] == _KIND
        return Diagnostic("AV931", {"schema": str(schema)}) if newer else Diagnostic("AV930")
    if data.get("checksum") != checksum(data):
        return Diagnostic("AV932")
    content, diagnostics = read_record(SealContent, data)
    if content is None:
        return Diagnostic("AV935", path=diagnostics[0].path)
    years = None if content.options.years is None else tuple(content.options.years)
    how = How(**dict(content.options) | {"years": years})
    inputs = tuple(File(**dict(file)) for file in content.inputs)
    try:
        _refuse_contradictions(content, years)
        rows = _Rows(content)
    except _InconsistentError as error:
        return Diagnostic("AV935", path=error.path)
    agreements = tuple(
        SealedAgreement(
            agreement.file,
            agreement.format,
            agreement.reading,
            tuple(rows.statement(agreement.agreement, year) for year in agreement.years),
            tuple(
                row for year in agreement.years for row in rows.settled[agreement.agreement, year]
            ),
        )
        for agreement in content.agreements
    )
    return Seal(content.checksum, content.version, how, inputs, agreements)


def _parsed(raw: bytes) -> dict[str, Any] | Diagnostic:
    """The JSON of a file; what JSON itself leaves open, as a key that comes twice, is refused."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise ValueError
        return dict(pairs)

    def refuse(_: str) -> NoReturn:
        raise ValueError

    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Diagnostic("AV930")
    try:
        data = json.loads(text, object_pairs_hook=once, parse_float=refuse, parse_constant=refuse)
    except json.JSONDecodeError as error:
        excerpt = text.split("\n")[error.lineno - 1]
        return Diagnostic("AV930", place=Place(error.lineno, error.colno, error.colno + 1, excerpt))
    except (ValueError, RecursionError):
        return Diagnostic("AV930")
    return data if isinstance(data, dict) else Diagnostic("AV930")


class _InconsistentError(Exception):
    """What stands at a path does not go with what stands elsewhere in the seal."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def _refuse_contradictions(content: SealContent, years: tuple[int, ...] | None) -> None:
    """Refuse files and years that do not go together: `seal` lists each of them once."""
    if content.options.settlement != (content.settlements is not None):
        raise _InconsistentError(("settlements",))
    files: set[str] = set()
    for index, file in enumerate(content.inputs):
        if file.path in files:
            raise _InconsistentError(("inputs", index, "path"))
        files.add(file.path)
    for index, agreement in enumerate(content.agreements):
        if agreement.file not in files:
            raise _InconsistentError(("agreements", index, "file"))
        calendar_years = [int(year[:4]) for year in agreement.years]
        repeated = len(set(calendar_years)) < len(calendar_years)
        if repeated or (years is not None and set(calendar_years) != set(years)):
            raise _InconsistentError(("agreements", index, "years"))


_Record = TypeVar("_Record", bound=SealRow)
_Row = TypeVar("_Row")


class _Rows:
    """The rows of a seal by agreement and year, as those of a statement."""

    def __init__(self, content: SealContent) -> None:
        self.basis = content.options.basis
        self.headings: dict[str, Heading] = {}
        self.years: list[tuple[str, str]] = []
        for index, agreement in enumerate(content.agreements):
            name = agreement.agreement
            if name in self.headings:
                raise _InconsistentError(("agreements", index))
            self.headings[name] = Heading(
                name, agreement.title, agreement.parties, agreement.currency, agreement.items
            )
            self.years += [(name, year) for year in agreement.years]
        self.allocations = self.by_year("allocations", content.allocations, self.allocation)
        self.totals = self.by_year("totals", content.totals, self.total)
        self.items = self.by_year("items", content.items, self.item)
        self.missing = self.by_year("missing", content.missing, self.lacking)
        self.settled = self.by_year("settlements", content.settlements or (), self.settled_figure)
        self.notes = self.by_year("notes", content.notes, self.note)
        in_force = {key for key, totals in self.totals.items() if totals}
        self.assumptions: dict[tuple[str, str], list[str]] = {key: [] for key in self.years}
        for index, assumption in enumerate(content.assumptions):
            name, text = assumption.agreement, assumption.text
            years = {(name, year) for year in assumption.years or ()}
            keys = years or {key for key in in_force if key[0] == name}
            # A year that is not in force assumes nothing.
            if not keys or not keys <= in_force:
                raise _InconsistentError(("assumptions", index))
            for key in keys:
                self.assumptions[key].append(text)

    def by_year(
        self,
        section: str,
        records: Iterable[_Record],
        convert: Callable[[_Record, Heading, Path], _Row],
    ) -> dict[tuple[str, str], tuple[_Row, ...]]:
        """The rows of a section; those of an agreement or a year that is not there are refused."""
        rows: dict[tuple[str, str], list[_Row]] = {key: [] for key in self.years}
        for index, record in enumerate(records):
            path: Path = (section, index)
            if (record.agreement, record.year) not in rows:
                raise _InconsistentError(path)
            heading = self.headings[record.agreement]
            if isinstance(record, SealFigure) and record.currency != heading.currency:
                raise _InconsistentError((*path, "currency"))
            rows[record.agreement, record.year].append(convert(record, heading, path))
        return {key: tuple(converted) for key, converted in rows.items()}

    def allocation(self, row: SealAllocation, heading: Heading, path: Path) -> Allocation:
        if row.basis != self.basis:
            raise _InconsistentError((*path, "basis"))
        return Allocation(**dict(row) | {"amount": _whole(row.amount, heading, path)})

    @staticmethod
    def total(row: SealTotal, heading: Heading, path: Path) -> Total:
        if row.complete != (row.amount is not None):
            raise _InconsistentError((*path, "complete"))
        return Total(**dict(row) | {"amount": _whole(row.amount, heading, path)})

    @staticmethod
    def item(row: SealItem, heading: Heading, path: Path) -> ItemTotal:
        figures = {
            "title": heading.items.get(row.item, row.item),
            "exact": _minor(row.exact, heading),
            "amount": _whole(row.amount, heading, path),
        }
        return ItemTotal(**dict(row) | figures)

    @staticmethod
    def settled_figure(row: SealSettled, heading: Heading, path: Path) -> SettledFigure:
        return SettledFigure(**dict(row) | {"amount": _whole(row.amount, heading, path)})

    @staticmethod
    def lacking(row: SealMissing, _: Heading, __: Path) -> Missing:
        return Missing(**dict(row), path=())

    @staticmethod
    def note(row: SealNote, _: Heading, __: Path) -> Note:
        return Note(**dict(row))

    def statement(self, agreement: str, year: str) -> Statement:
        """One year; without totals the agreement was not in force, and assumed nothing."""
        key = agreement, year
        in_force = bool(self.totals[key])
        return Statement(
            self.headings[agreement],
            year,
            self.basis,
            in_force,
            self.allocations[key],
            self.totals[key],
            self.items[key],
            self.missing[key],
            self.notes[key],
            tuple(self.assumptions[key]),
        )


def _minor(amount: Fraction | None, heading: Heading) -> Fraction | None:
    """An amount in minor units; None stays None."""
    factor: int = 10 ** currency_digits(heading.currency)
    return None if amount is None else amount * factor


def _whole(amount: Fraction | None, heading: Heading, path: Path) -> int | None:
    """An amount in whole minor units; None stays None."""
    minor = _minor(amount, heading)
    if minor is not None and minor.denominator != 1:
        raise _InconsistentError((*path, "amount"))
    return None if minor is None else minor.numerator
