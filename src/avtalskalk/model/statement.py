"""What a calculation returns: flat rows that sum to the totals, and what stands beside them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.diagnostics import Argument, Diagnostic, Path
from avtalskalk.read_only import ReadOnly
from avtalskalk.words.formats import currency_digits

Basis = Literal["budget", "forecast", "actual"]
BASES: tuple[Basis, ...] = ("budget", "forecast", "actual")

_NO_SHARES: Mapping[str, Fraction] = ReadOnly()
_NO_SOURCES: Mapping[str, tuple[str, str, str, str]] = ReadOnly()
_NO_TEXTS: Mapping[str, str] = ReadOnly()
_NO_FRAMES: Mapping[str, Mapping[int, int]] = ReadOnly()

Line = Literal["split", "own", "limit", "rounding", "surcharge", "carried"]


def in_currency(minor: int, currency: str) -> Decimal:
    """Minor units as the currency's own unit, exact: 95723800 öre are ``957238.00`` kronor."""
    digits = currency_digits(currency)
    sign, figures = minor < 0, tuple(map(int, str(abs(minor))))
    return Decimal((sign, figures, -digits))


class Allocation(NamedTuple):
    """One row: what one party bears of one item in one segment of a year.

    ``amount`` is in minor units; ``start`` and ``end`` are inclusive (None where the year's
    terms have no such day); ``item`` is empty for a line that belongs to no item; ``share`` is
    exact, None where the line is not a share of anything.
    """

    agreement: str
    year: str
    start: date
    end: date
    item: str
    line: Line
    basis: Basis
    party: str
    share: Fraction | None
    amount: int
    currency: str
    conditional: bool
    source: str

    @property
    def decimal(self) -> Decimal:
        """The amount in the currency's own unit, such as kronor."""
        return in_currency(self.amount, self.currency)


class Total(NamedTuple):
    """What one party pays in a year; ``amount`` (minor units) is None where incomplete."""

    agreement: str
    year: str
    party: str
    amount: int | None
    currency: str
    conditional: bool
    complete: bool

    @property
    def decimal(self) -> Decimal | None:
        """The amount in the currency's own unit, such as kronor; None where it is not known."""
        return None if self.amount is None else in_currency(self.amount, self.currency)


class ItemTotal(NamedTuple):
    """What one cost item comes to in a year, in minor units and with its sign.

    ``exact`` is before rounding, ``amount`` what the parties' rows sum to (None where it is
    incomplete); ``solved`` says that the amount was solved from one party's known part.
    ``shares`` are the parties' where there is no amount that rows could tell them with.
    """

    agreement: str
    year: str
    item: str
    title: str
    kind: str
    exact: Fraction | int | None
    amount: int | None
    currency: str
    solved: bool
    conditional: bool
    source: str
    shares: Mapping[str, Fraction] = _NO_SHARES

    @property
    def decimal(self) -> Decimal | None:
        """The amount in the currency's own unit, such as kronor; None where it is not known."""
        return None if self.amount is None else in_currency(self.amount, self.currency)


class Missing(NamedTuple):
    """A figure that is not known, and the year that is incomplete without it.

    ``what`` is its place as the author would write it, such as ``costs.drift.budget.2024``.
    """

    agreement: str
    year: str
    what: str
    path: Path


class Note(NamedTuple):
    """Something a reader of the figures must know; ``key`` is a phrase with ``arguments``."""

    agreement: str
    year: str
    key: str
    arguments: Mapping[str, Argument]
    path: Path = ()


class Input(NamedTuple):
    """A file that the figures rest on: its path, relative with ``/``, and its fingerprint."""

    path: str
    sha256: str


class Payer(NamedTuple):
    """A party as an agreement describes it: its id there, its name and its organisation number."""

    party: str
    name: str
    org_no: str = ""


class Heading(NamedTuple):
    """An agreement's own words for a report: its title and its parties' names, in file order.

    ``sources`` has the papers by id: title, diary number, paragraph and date, "" where unknown;
    ``surcharges`` what those are called that have a name of their own, by item; ``org_nos`` the
    organisation numbers of the parties whose number is known; ``frames`` what a party has set
    aside, in minor units, by the calendar year that the year starts in.
    """

    agreement: str
    title: str
    parties: Mapping[str, str]
    currency: str
    items: Mapping[str, str]
    sources: Mapping[str, tuple[str, str, str, str]] = _NO_SOURCES
    surcharges: Mapping[str, str] = _NO_TEXTS
    org_nos: Mapping[str, str] = _NO_TEXTS
    frames: Mapping[str, Mapping[int, int]] = _NO_FRAMES

    def payer(self, party: str) -> Payer:
        """A party of the agreement, as bodies are told apart by."""
        return Payer(party, self.parties.get(party, party), self.org_nos.get(party, ""))


class Statement(NamedTuple):
    """What each party of one agreement pays in one year on one basis.

    ``rows`` sum to ``totals`` exactly.  ``in_force`` is False where the agreement has no terms
    in the year: then all else is empty.  ``today`` is the day that it was calculated for.
    """

    heading: Heading
    year: str
    basis: Basis
    in_force: bool = True
    rows: tuple[Allocation, ...] = ()
    totals: tuple[Total, ...] = ()
    items: tuple[ItemTotal, ...] = ()
    missing: tuple[Missing, ...] = ()
    notes: tuple[Note, ...] = ()
    assumptions: tuple[str, ...] = ()
    share_sources: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    inputs: tuple[Input, ...] = ()
    today: date | None = None

    def __repr__(self) -> str:
        """What it is of, in a line: all that it holds would be a page."""
        of = f"{self.heading.agreement} {self.year}, {self.basis}"
        known = [total.decimal for total in self.totals if total.decimal is not None]
        if not self.in_force:
            state = "not in force"
        elif len(known) < len(self.totals):
            state = "incomplete"
        else:
            state = f"{sum(known)} {self.heading.currency}"
        return f"<Statement of {of}: {state}>"
