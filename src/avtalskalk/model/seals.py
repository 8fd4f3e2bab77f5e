"""What the file of a sealed result says, `avtalskalk/seal/1`.

A seal comes from an archive or a mail: everything has its form, and nothing is taken on trust.
"""

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from pydantic import ConfigDict, Field, NonNegativeInt, StringConstraints

from avtalskalk.model.record import Record
from avtalskalk.model.statement import Basis, Line
from avtalskalk.model.values import TEXT, Read, fault

# No figure of ours is this long, and Python will not write one that is much longer.
_DIGITS = "[0-9]{1,1000}"


def _read(form: str, convert: Callable[[str], object]) -> Read:
    """A text of a form, as something else."""
    pattern = re.compile(form)

    def read(value: object) -> object:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            fault("AV935")
        try:
            return convert(value)
        except (ValueError, ZeroDivisionError):
            fault("AV935")

    return Read(read, TEXT)


def _inside(path: str) -> str:
    """A path below the folder that the seal is of, on every system."""
    parts = [part for part in re.split(r"[/\\]", path) if part not in ("", ".")]
    # No root, no drive, and no way up.
    if not parts or path[0] in "/\\" or path[1:2] == ":" or ".." in parts:
        raise ValueError
    return path


Year = Annotated[str, StringConstraints(pattern=r"^(19|20|21)[0-9]{2}(/[0-9]{2})?$")]
CalendarYear = Annotated[int, _read("(19|20|21)[0-9]{2}", int)]
Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
Currency = Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]
Day = Annotated[date, _read("[0-9]{4}-[0-9]{2}-[0-9]{2}", date.fromisoformat)]
FilePath = Annotated[str, _read("(?s).*", _inside)]
MajorAmount = Annotated[Fraction, _read(rf"-?{_DIGITS}(\.{_DIGITS})?", Fraction)]
"""An amount as people write it, in kronor and not in öre."""
Exact = Annotated[Fraction, _read(rf"-?{_DIGITS}(\.{_DIGITS}|/{_DIGITS})?", Fraction)]


class SealPart(Record):
    """A part of a sealed result: nothing but what is compared may stand there."""

    model_config = ConfigDict(strict=True)


class SealOptions(SealPart):
    """What was asked for."""

    basis: Basis
    years: list[CalendarYear] | None
    today: Day | None
    assume_extended: bool
    settlement: bool = False


class SealInput(SealPart):
    """A file that the figures rest on."""

    path: FilePath
    sha256: Sha256
    size: NonNegativeInt


class SealHeading(SealPart):
    """An agreement, its own words and the years that are sealed."""

    agreement: str
    title: str
    file: FilePath
    format: NonNegativeInt
    reading: str
    currency: Currency
    years: list[Year] = Field(min_length=1)
    parties: dict[str, str]
    items: dict[str, str]


class SealAssumption(SealPart):
    """What was assumed of an agreement, in all its years where they are not named."""

    agreement: str
    text: str
    years: list[Year] | None = None


class SealRow(SealPart):
    """What every row has: its agreement and year."""

    agreement: str
    year: Year


class SealFigure(SealRow):
    """What every row with an amount has: the currency of its agreement."""

    currency: str


class SealAllocation(SealFigure):
    """A row of `allocations`."""

    start: Day = Field(alias="from")
    end: Day = Field(alias="to")
    item: str
    line: Line
    basis: Basis
    party: str
    share: Exact | None
    amount: MajorAmount
    conditional: bool
    source: str


class SealTotal(SealFigure):
    """A row of `totals`."""

    party: str
    amount: MajorAmount | None
    conditional: bool
    complete: bool


class SealItem(SealFigure):
    """A row of `items`."""

    item: str
    kind: str
    exact: Exact | None
    amount: MajorAmount | None
    solved: bool
    conditional: bool
    source: str


class SealSettled(SealFigure):
    """A row of `settlements`: a figure of a party's settlement, or of the whole."""

    party: str
    figure: str
    amount: MajorAmount | None


class SealMissing(SealRow):
    """A row of `missing`."""

    what: str


class SealNote(SealRow):
    """A row of `notes`; its arguments are whatever the note has."""

    key: str
    arguments: dict[str, Any]


class SealContent(SealPart):
    """The whole file."""

    structure: str = Field(alias="schema")
    checksum: str
    version: str
    options: SealOptions
    inputs: list[SealInput]
    agreements: list[SealHeading] = Field(min_length=1)
    allocations: list[SealAllocation]
    totals: list[SealTotal]
    items: list[SealItem]
    missing: list[SealMissing]
    notes: list[SealNote]
    assumptions: list[SealAssumption]
    settlements: list[SealSettled] | None = None
