"""What an agreement's own tests say that it must come to, or what is wrong with their file."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from avtalskalk.diagnostics import Diagnostic, Path, missing_key, one_of, unknown_name
from avtalskalk.model.statement import Basis
from avtalskalk.model.tests import Tests, WrittenCase
from avtalskalk.model.validation import read_record
from avtalskalk.model.values import Setting

TOTAL = ""
"""In a place where a party stands: all of them together."""

_OUTCOMES = ("amounts", "total", "items", "incomplete", "conditional", "in_force", "error")
_AT_ODDS = (("year", "years"), *(("error", outcome) for outcome in _OUTCOMES[:-1]))


class About(NamedTuple):
    """What the cases may name of the agreement they are about."""

    parties: tuple[str, ...]
    items: tuple[str, ...]
    readings: tuple[str, ...]
    setting: Setting


class Expected(NamedTuple):
    """One amount: of an item (of the whole: ``item`` is empty) and a party, in minor units."""

    item: str
    party: str
    minor: int
    path: Path


class Case(NamedTuple):
    """One case: what is calculated, and what it must come to; None where nothing is expected."""

    path: Path
    name: str = ""
    years: tuple[int, ...] = ()
    basis: Basis = "budget"
    reading: str = ""
    changes: Mapping[str, object] = {}
    today: date | None = None
    assume_extended: bool = False
    tolerance: int = 0
    amounts: tuple[Expected, ...] = ()
    incomplete: bool | None = None
    conditional: bool | None = None
    in_force: bool | None = None
    error: str = ""


class Expectations(NamedTuple):
    """The cases that can be tried, and what is wrong with the file."""

    cases: tuple[Case, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_expectations(data: object, about: About) -> Expectations:
    """The cases of a test file's plain data; what is no data has been refused in reading."""
    if data is None:
        return Expectations((), ())
    file, wrong = read_record(Tests, data)
    diagnostics = list(wrong)
    cases: list[Case] = []
    for index, written in enumerate(file.cases if file else ()):
        path = ("cases", index)
        record, wrong = read_record(WrittenCase, written, about.setting)
        wrong = (*wrong, *_misfits(written, about)) if isinstance(written, dict) else wrong
        if record and not wrong:
            cases.append(_case(record, path))
        diagnostics += [diagnostic.within("", path) for diagnostic in wrong]
    return Expectations(tuple(cases), tuple(diagnostics))


def _misfits(written: Mapping[str, object], about: About) -> Iterator[Diagnostic]:
    """A case has a year and expects something, nothing at odds, and names what there is."""
    if "year" not in written and "years" not in written:
        yield Diagnostic("AV292", missing_key("year: …"), at="key")
    if not any(outcome in written for outcome in _OUTCOMES):
        yield Diagnostic("AV884")
    for first, second in _AT_ODDS:
        if first in written and second in written:
            arguments = one_of((first, second), (first, second), required=False)
            yield Diagnostic("AV297", arguments, (second,), "key")
    if isinstance(reading := written.get("reading"), str) and reading not in about.readings:
        arguments = unknown_name("reading", reading, about.readings)
        yield Diagnostic("AV101", arguments, ("reading",))
    items = _mapping(written.get("items"))
    for item in items:
        if item not in about.items:
            arguments = unknown_name("item", item, about.items)
            yield Diagnostic("AV101", arguments, ("items", item), "key")
    by_party: dict[Path, object] = {("amounts",): written.get("amounts")}
    by_party |= {("items", item): amounts for item, amounts in items.items()}
    for path, amounts in by_party.items():
        for party in _mapping(amounts):
            if party not in about.parties:
                arguments = unknown_name("party", party, about.parties)
                yield Diagnostic("AV101", arguments, (*path, party), "key")


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _case(record: WrittenCase, path: Path) -> Case:
    """A case that is valid, with the amounts it expects at their places."""
    amounts = [
        Expected("", party, minor, (*path, "amounts", party))
        for party, minor in record.amounts.items()
    ]
    if record.total is not None:
        amounts.append(Expected("", TOTAL, record.total, (*path, "total")))
    for item, by_party in record.items.items():
        for party, minor in by_party.items():
            below = (*path, "items", item, party) if party else (*path, "items", item)
            amounts.append(Expected(item, party, minor, below))
    years = record.years or (record.year or 0,)
    span = "–".join(dict.fromkeys(map(str, (years[0], years[-1]))))
    return Case(
        path,
        record.name or " ".join(filter(None, (span, record.reading))),
        years,
        record.basis,
        record.reading,
        record.changes,
        record.today,
        record.assume_extended,
        abs(record.tolerance),
        tuple(amounts),
        record.incomplete,
        record.conditional,
        record.in_force,
        record.error,
    )
