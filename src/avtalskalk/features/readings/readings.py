"""An agreement under each of its readings, and the money at stake between them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from avtalskalk.calculation.comparison import together
from avtalskalk.checks.readings import names as reading_names
from avtalskalk.features.computed import compute, with_reading
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.comparison import NOBODY, Paid
from avtalskalk.model.statement import Basis, Heading, Statement
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
    readings = (with_reading(loaded, name) for name in reading_names(loaded.data))
    versions = [loaded, *filter(None, readings)]
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


def stakes(readings: Readings) -> Iterator[Stake]:
    """Each year's parties, and then all of them together."""
    for years in zip(*(reading.statements for reading in readings.read), strict=True):
        columns = [
            {total.party: Paid(total.amount, total.conditional) for total in year.totals}
            for year in years
        ]
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
