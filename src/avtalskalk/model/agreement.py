"""An agreement as its file states it: parties, periods, decisions, costs and what they refer to."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import zip_longest
from typing import Annotated, Any

from pydantic import Field, ValidationInfo

from avtalskalk.diagnostics import Path
from avtalskalk.model.accounting import ACCOUNTING, Accounts
from avtalskalk.model.costs import AMOUNTS, Item
from avtalskalk.model.indices import Index
from avtalskalk.model.keys import Key
from avtalskalk.model.limits import LIMITS, IndexedChange, Limit
from avtalskalk.model.readers import mapping_of, one_or_several, record_of, record_or
from avtalskalk.model.record import Record, reference
from avtalskalk.model.settling import Invoicing, Reconciliation
from avtalskalk.model.splits import SPLIT, Split
from avtalskalk.model.values import (
    AMOUNT,
    CURRENCY,
    FIRST_DAY,
    FISCAL_START,
    ID,
    LAST_DAY,
    LINE,
    MONTHS,
    MUNICIPALITY_CODE,
    NAME,
    NUMBER,
    NUMBERS,
    ORG_NO,
    PAPER_DATE,
    PARTY_ID,
    PROSE,
    TEXT,
    TEXT_OR_NUMBER,
    UNIT,
    VERSION,
    WHOLE,
    YEAR,
    YES,
    Read,
    choice,
    fault,
    read_prose,
    read_text,
)


class Party(Record):
    """A legal body or a board that pays; may be written as its name alone."""

    name: Annotated[str, LINE]
    org_no: Annotated[str, ORG_NO] = ""
    kind: Annotated[str, LINE] = ""
    municipality_code: Annotated[str, MUNICIPALITY_CODE] = ""
    joined: Annotated[tuple[date, ...], one_or_several(FIRST_DAY)] = ()
    left: Annotated[tuple[date, ...], one_or_several(LAST_DAY)] = ()
    reference: Annotated[str, LINE] = ""
    source: Annotated[str, LINE] = ""

    @property
    def memberships(self) -> tuple[tuple[date | None, date | None], ...]:
        """The first and the last day of each time that it takes part, None where it has no end."""
        return (*zip_longest(sorted(self.joined), sorted(self.left)),) or ((None, None),)


class Body(Record):
    """A body that is no party: a host or a provider; may be written as its name alone."""

    name: Annotated[str, LINE]
    org_no: Annotated[str, ORG_NO] = ""
    source: Annotated[str, LINE] = ""


class Source(Record):
    """A paper that the agreement's figures come from."""

    title: Annotated[str, LINE] = ""
    dnr: Annotated[str, LINE] = ""
    paragraph: Annotated[str, LINE] = ""
    date: Annotated[str, PAPER_DATE] = ""
    url: Annotated[str, LINE] = ""


class Decision(Record):
    """One body's decision on a period, as far as the paper gives it.

    Without a status the paper names the decision and not how it went: it has not approved.
    """

    status: Annotated[str, choice("approved", "pending", "proposed", "refused")] = ""
    date: Annotated[str, PAPER_DATE] = ""
    dnr: Annotated[str, LINE] = ""
    paragraph: Annotated[str, LINE] = ""
    body: Annotated[str, LINE] = ""
    source: Annotated[str, LINE] = ""


class Condition(Record):
    """When a period holds: all decide the same, at least some of those named, or silence."""

    at_least: Annotated[int | None, WHOLE] = None
    of: tuple[Annotated[str, ID], ...] | None = None
    silence_by: Annotated[date | None, FIRST_DAY] = None


class Option(Record):
    """A possible extension, until a day or by a length; ``decide_by`` where the paper has one."""

    extend: Annotated[int | None, MONTHS] = None
    extend_to: Annotated[date | None, LAST_DAY] = None
    decide_by: Annotated[date | None, FIRST_DAY] = None
    source: Annotated[str, LINE] = ""


class Renewal(Record):
    """An extension by itself, some years at a time, unless somebody gives notice."""

    years: Annotated[int, WHOLE]
    notice: Annotated[int | None, MONTHS] = None
    times: Annotated[int | None, WHOLE] = None


def read_condition(value: object, info: ValidationInfo) -> Condition:
    """The words ``identical_decision``, or the condition's parts."""
    if isinstance(value, dict):
        condition = Condition.model_validate(value, context=info.context)
        if (condition.at_least is None) != (condition.of is None) or not value:
            fault("AV306")
        return condition
    choice("identical_decision").function(value)
    return Condition()


class Period(Record):
    """A period with its terms; ``continues`` takes over what it does not state itself.

    ``otherwise: previous`` says that the terms before go on if its condition fails.
    """

    start: Annotated[date | None, FIRST_DAY] = Field(None, alias="from")
    to: Annotated[date | None, LAST_DAY] = None
    title: Annotated[str, LINE] = ""
    split: Annotated[Split | None, SPLIT] = None
    splits: dict[Annotated[str, ID], Annotated[Split, SPLIT]] | None = None
    limits: Annotated[tuple[Limit, ...] | None, LIMITS] = None
    continues: Annotated[bool, YES] = False
    decisions: Annotated[
        dict[str, tuple[Decision, ...]], mapping_of(ID, one_or_several(record_of(Decision)))
    ] = Field(default_factory=dict)
    condition: Annotated[
        Condition | None,
        Read(
            read_condition,
            {"anyOf": [{"enum": ["identical_decision"]}, reference(Condition)]},
            info=True,
        ),
    ] = None
    otherwise: Annotated[str, choice("previous")] = ""
    option: Annotated[Option | None, record_of(Option)] = None
    renews: Annotated[Renewal | None, record_of(Renewal)] = None
    terminated: Annotated[date | None, LAST_DAY] = None
    notice: Annotated[int | None, MONTHS] = None
    source: Annotated[str, LINE] = ""


class RestTo(Record):
    """The others are rounded half up, this party takes the rest."""

    rest_to: Annotated[str, ID]


_METHOD = record_or(RestTo, choice("largest_remainder", "half_up", "up"))


class Rounding(Record):
    """To what, how, and at each item or at the total."""

    to: Annotated[int, UNIT] = 1
    method: Annotated[str | RestTo, _METHOD] = "largest_remainder"
    at: Annotated[str, choice("item", "total")] = "item"
    source: Annotated[str, LINE] = ""


class FiscalYear(Record):
    """The day, the first of a month, that a fiscal year starts on, and which year names it."""

    starts: Annotated[int, FISCAL_START] = 1
    named: Annotated[str, choice("start", "end")] = ""


class Reading(Record):
    """Another way to read the paper: what is set otherwise, by path."""

    title: Annotated[str, LINE]
    set: dict[str, Any] = Field(min_length=1)


_SENTENCE = Read(read_prose, TEXT)
_BODY = record_or(Body, Read(lambda value: Body(name=read_text(value)), TEXT_OR_NUMBER))
_PARTIES = mapping_of(
    PARTY_ID, record_or(Party, Read(lambda value: Party(name=read_text(value)), TEXT))
)


def read_parties(value: object, info: ValidationInfo) -> dict[str, Party]:
    """The parties by id; a list of ids is only for those that the workspace knows."""
    if isinstance(value, list):
        fault("AV106")
    parties: dict[str, Party] = _PARTIES.read(value, info)
    return parties


class Agreement(Record):
    """One agreement: format.md's whole top level."""

    version: Annotated[int, VERSION] = Field(alias="avtalskalk")
    id: Annotated[str, NAME]
    title: Annotated[str, LINE]
    currency: Annotated[str, CURRENCY] = "SEK"
    numbers: Annotated[str, NUMBERS] = ""
    fiscal_year: Annotated[FiscalYear, record_of(FiscalYear)] = FiscalYear.model_construct()
    parties: Annotated[
        dict[str, Party],
        Read(
            read_parties,
            {
                "anyOf": [
                    {**_PARTIES.schema, "minProperties": 2},
                    {"type": "array", "items": {"type": "string"}, "minItems": 2},
                ]
            },
            info=True,
        ),
    ]
    host: Annotated[str | Body | None, record_or(Body, ID)] = None
    provider: Annotated[Body | None, _BODY] = None
    periods: tuple[Period, ...] = Field(min_length=1)
    costs: dict[Annotated[str, ID], Item] = Field(default_factory=dict)
    keys: dict[Annotated[str, ID], Annotated[Key, record_of(Key)]] = Field(default_factory=dict)
    indices: dict[Annotated[str, ID], Annotated[Index, record_of(Index)]] = Field(
        default_factory=dict
    )
    shares: dict[Annotated[str, ID], Annotated[Split, SPLIT]] = Field(default_factory=dict)
    rounding: Annotated[Rounding, record_of(Rounding)] = Rounding.model_construct()
    proration: Annotated[str, choice("days", "months", "quarters")] = "days"
    invoicing: Annotated[Invoicing | None, record_of(Invoicing)] = None
    reconciliation: Annotated[Reconciliation | None, record_of(Reconciliation)] = None
    frames: Annotated[dict[str, dict[int, int]], mapping_of(ID, mapping_of(YEAR, AMOUNT))] = Field(
        default_factory=dict
    )
    volumes: Annotated[dict[str, dict[int, Fraction]], mapping_of(ID, mapping_of(YEAR, NUMBER))] = (
        Field(default_factory=dict)
    )
    paid: Annotated[dict[int, dict[str, int]] | None, AMOUNTS] = None
    billed: Annotated[dict[int, dict[str, int]] | None, AMOUNTS] = None
    accounting: Annotated[dict[str, Accounts], ACCOUNTING] = Field(default_factory=dict)
    sources: dict[Annotated[str, ID], Annotated[Source, record_of(Source)]] = Field(
        default_factory=dict
    )
    assumptions: Annotated[tuple[str, ...], one_or_several(_SENTENCE)] = ()
    readings: dict[Annotated[str, ID], Annotated[Reading, record_of(Reading)]] = Field(
        default_factory=dict
    )
    lints: dict[Annotated[str, LINE], Annotated[str, LINE]] = Field(default_factory=dict)
    notes: Annotated[str, PROSE] = ""

    @property
    def all_assumptions(self) -> tuple[str, ...]:
        """The assumptions of the whole agreement, then those that single amounts rest on."""
        annual = (figures for item in self.costs.values() for _, figures in item.annual)
        each = (figure.assumption for figures in annual for figure in figures.figures.values())
        return tuple(dict.fromkeys((*self.assumptions, *filter(None, each))))

    @property
    def limits(self) -> Iterator[tuple[Path, Limit]]:
        """The caps and floors of periods and of costs, with their paths."""
        for place, period in enumerate(self.periods):
            for number, limit in enumerate(period.limits or ()):
                yield ("periods", place, "limits", number), limit
        for name, item in self.costs.items():
            for number, limit in enumerate(item.limits):
                yield ("costs", name, "limits", number), limit

    @property
    def indexed_limits(self) -> Iterator[tuple[Path, IndexedChange]]:
        """The changes in caps and floors that follow an index, with their paths."""
        for path, limit in self.limits:
            for key, change in limit.changes.items():
                if isinstance(change, IndexedChange):
                    yield (*path, key), change

    @property
    def first_month(self) -> int:
        """The month that the fiscal year starts in."""
        return self.fiscal_year.starts

    def body_name(self, party: str) -> str:
        """What a party is called; anything else stands for a host that is none."""
        if party in self.parties:
            return self.parties[party].name
        return self.host.name if isinstance(self.host, Body) else party
