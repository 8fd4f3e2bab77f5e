"""An agreement under each of its readings, and the money at stake between them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from avtalskalk.calculation.comparison import together
from avtalskalk.diagnostics import Amount, Argument
from avtalskalk.features.computed import Computed, compute, with_reading
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.comparison import NOBODY, Paid
from avtalskalk.model.statement import Basis, Heading, Note, Statement
from avtalskalk.report.figures import party_totals
from avtalskalk.report.options import Options
from avtalskalk.report.selection import select


class ReadingStatements(NamedTuple):
    """One reading of an agreement: its statements for the years that all readings share.

    The name of the agreement as it is written is empty.
    """

    name: str
    title: str
    statements: tuple[Statement, ...]


class Readings(NamedTuple):
    """One agreement as it is written (first) and under each of its readings."""

    read: tuple[ReadingStatements, ...]

    @property
    def heading(self) -> Heading:
        """The agreement's own words."""
        return self.read[0].statements[0].heading

    @property
    def statements(self) -> list[Statement]:
        """All readings' statements."""
        return [statement for reading in self.read for statement in reading.statements]

    @property
    def parties(self) -> dict[str, str]:
        """Every party under any reading, with its name."""
        parties: dict[str, str] = {}
        for statement in self.statements:
            parties = {**statement.heading.parties, **parties}
        return parties

    def select(self, options: Options) -> "Readings":
        """The parties and the items asked for."""
        return Readings(
            tuple(
                reading._replace(
                    statements=tuple(select(year, options) for year in reading.statements)
                )
                for reading in self.read
            )
        )


def in_each_reading(
    loaded: Loaded,
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> Readings | None:
    """One agreement as written and under each of its readings, for the years asked for.

    Without ``years`` every year that any reading has figures for; None where these have no end.
    """
    question: dict[str, Any] = {"today": today, "assume_extended": assume_extended}
    readings = (with_reading(loaded, name) for name in loaded.readings)
    versions = [loaded, *(reading for reading in readings if reading and reading.plan)]
    years = None if years is None else tuple(years)
    if years is None:
        computed = [compute(version, None, basis, **question) for version in versions]
        if any(version.endless for version in computed):
            return None
        years = tuple(sorted({int(s.year[:4]) for version in computed for s in version.statements}))
    titles = loaded.agreement.readings if loaded.agreement else {}
    return Readings(
        tuple(
            ReadingStatements(
                version.reading,
                titles[version.reading].title if version.reading else "",
                compute(version, years, basis, **question).statements,
            )
            for version in versions
        )
    )


def with_stakes(
    computed: Computed,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> Computed:
    """An agreement's statements with a note on each reading that changes what a party pays.

    Those that are under a reading say so themselves.
    """
    if computed.loaded.reading:
        return computed
    numbers = [int(statement.year[:4]) for statement in computed.statements]
    question: dict[str, Any] = {"today": today, "assume_extended": assume_extended}
    readings = in_each_reading(computed.loaded, numbers, basis, **question)
    if readings is None:
        return computed
    notes: dict[str, list[Note]] = {statement.year: [] for statement in computed.statements}
    main, *others = readings.read
    for reading in others:
        at_stake: dict[str, list[int | None]] = {}
        for stake in stakes(Readings((main, reading))):
            if stake.party:
                at_stake.setdefault(stake.year, []).append(stake.amount)
        for before, after in zip(main.statements, reading.statements, strict=True):
            amounts = at_stake.get(before.year, [])
            known = [amount for amount in amounts if amount is not None]
            about: dict[str, Argument] = {"name": reading.name, "title": reading.title}
            note = Note(before.heading.agreement, before.year, "reading_unknown", about)
            if len(known) == len(amounts):
                most = Amount(max(known, default=0), before.heading.currency)
                note = note._replace(key="other_reading", arguments={**about, "amount": most})
            if any(known) or (len(known) < len(amounts) and before.items != after.items):
                notes[before.year].append(note)
    statements = (s._replace(notes=(*s.notes, *notes[s.year])) for s in computed.statements)
    return computed._replace(statements=tuple(statements))


class Stake(NamedTuple):
    """One party's year (all parties': ``party`` is empty) under each reading."""

    year: str
    party: str
    amounts: tuple[Paid, ...]

    @property
    def amount(self) -> int | None:
        """The largest less the smallest in minor units, None where a figure is missing.

        Whoever is no party under a reading pays nothing then.
        """
        amounts = [paid.amount for paid in self.amounts]
        known = [amount for amount in amounts if amount is not None]
        return max(known) - min(known) if len(known) == len(amounts) else None


def stakes(readings: Readings, step: int = 1) -> Iterator[Stake]:
    """Each year's parties, and then all of them together, in steps of so many minor units."""
    for years in zip(*(reading.statements for reading in readings.read), strict=True):
        columns = [party_totals(year, step) for year in years]
        parties = [
            party for party in readings.parties if any(party in column for column in columns)
        ]
        for party in parties:
            yield Stake(
                years[0].year, party, tuple(column.get(party, NOBODY) for column in columns)
            )
        if parties:
            yield Stake(
                years[0].year, "", tuple(together([*column.values()]) for column in columns)
            )
