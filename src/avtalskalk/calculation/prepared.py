"""An agreement made ready to be calculated for any year: terms, splits and keys, looked up once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple

from avtalskalk.calculation import keys
from avtalskalk.calculation.missing import Unknown, faulty, missing
from avtalskalk.calculation.split_rules import (
    MOST_SPLITS,
    Moment,
    Shares,
    Written,
    depends_on_amount,
    undated_shares,
    weigh,
)
from avtalskalk.calculation.timeline import (
    DEFAULT,
    Segment,
    Stated,
    Term,
    memberships,
    segments,
    split_named,
    terms,
)
from avtalskalk.calculation.trace import Recorder
from avtalskalk.calculation.traverse import Told, told_figures, written_splits
from avtalskalk.diagnostics import Argument, Diagnostic, Path, unknown_name
from avtalskalk.model.agreement import Agreement, RestTo
from avtalskalk.model.costs import Annual, AnnualFigure, Item
from avtalskalk.model.splits import Equal, Fixed, Named, Parts, Steps, parties
from avtalskalk.model.statement import BASES, Basis, Heading
from avtalskalk.periods import Span, year_label, year_of, year_span


class YearOf(NamedTuple):
    """The year that is asked about: its number, its label, its days and its segments.

    ``whole`` says that one segment covers all of it, as in most years of most agreements.
    """

    number: int
    label: str
    span: Span
    segments: tuple[Segment, ...]
    whole: bool


class Profile(NamedTuple):
    """What is the same for an item in every year.

    ``split`` is the name of the split that it follows, None where it has one of its own.
    ``plain`` says that it has annual figures and nothing else that its amount depends on;
    ``annual`` are these, by basis.
    """

    item: Item
    split: str | None
    plain: bool
    sign: int
    annual: tuple[tuple[Basis, Annual], ...]


class Weighing:
    """What each party bears of one whole, exactly: weights over their sum, in the file's order."""

    def __init__(self, weights: tuple[int, ...], total: int, *, constant: bool = False) -> None:
        """Keep the whole weights; ``constant`` are those that hold for as long as their term."""
        if sum(weights) != total or total <= 0 or min(weights, default=0) < 0:
            message = f"weights that do not sum to {total}: {weights}"
            raise ValueError(message)
        self.weights, self.total, self.constant = weights, total, constant

    @cached_property
    def shares(self) -> tuple[Fraction, ...]:
        """The same as fractions, made once where somebody asks for them."""
        return tuple([_share(weight, self.total) for weight in self.weights])


@lru_cache(maxsize=4096)
def _share(weight: int, total: int) -> Fraction:
    """A share as a fraction; the same few come back in every file, and are written once each."""
    return Fraction(weight, total)


class Borne(NamedTuple):
    """An item with its annual figures, its sign, and what each party bears of them in a term."""

    name: str
    item: Item
    figures: Mapping[int, AnnualFigure]
    sign: int
    weighing: Weighing


@dataclass(slots=True)
class Plan:
    """An agreement with what is the same in every year.

    ``unit`` is what is rounded to, ``method`` the rounding's by name, or empty with ``rest_to``
    the place of the party that takes the rest; ``kinds`` are those of the splits, ``told`` the
    annual figures that are more than an amount.
    ``unusual`` are the items that are not plain; ``plain`` says that there are none, and no
    steps, limits or rounding at the total either.  ``ordinary`` is a plain one with agreed shares
    alone, the same parties all the time, and nothing that few agreements have.
    ``weighed``, ``simple``, ``observed``, ``years``, ``borne`` and ``results`` keep what has been
    looked up, for as long as the plan is used.  ``trace`` hears how.
    """

    agreement: Agreement
    terms: tuple[Term, ...]
    parties: tuple[str, ...]
    heading: Heading
    unit: int
    method: str
    rest_to: int | None
    first_month: int
    splits: tuple[Written, ...]
    kinds: frozenset[type]
    told: tuple[Told, ...]
    changes: tuple[int, ...]
    profiles: Mapping[str, Profile]
    unusual: Mapping[str, Item]
    rounds_at_total: bool
    steps: bool
    plain: bool
    ordinary: bool
    weighed: dict[tuple[object, ...], Weighing | Unknown] = field(default_factory=dict)
    simple: dict[object, Shares] = field(default_factory=dict)
    observed: dict[tuple[str, int], keys.Values | Unknown] = field(default_factory=dict)
    years: dict[int, YearOf] = field(default_factory=dict)
    borne: dict[tuple[object, ...], list[Borne]] = field(default_factory=dict)
    results: dict[tuple[int, str], Any] = field(default_factory=dict)
    trace: Recorder | None = None

    def shares_are_known(self, name: str) -> bool:
        """Whether an item's shares can be told without its amount."""
        item = self.agreement.costs[name]
        if item.per is not None or item.bands is not None or item.amounts is not None:
            return False
        segments = (segment for year in self.years.values() for segment in year.segments)
        return not any(has_steps(self, name, segment) for segment in segments)

    def year(self, number: int) -> YearOf:
        """A fiscal year, named by the calendar year it starts in, with its segments."""
        found = self.years.get(number)
        if found is None:
            span = year_span(number, self.first_month)
            parts = tuple(segments(self.agreement, self.terms, span, self.changes))
            # Mostly it is the very same span, which is seen quicker than that it is equal.
            whole = len(parts) == 1 and (parts[0].span is span or parts[0].span == span)
            label = year_label(number, self.first_month)
            found = self.years[number] = YearOf(number, label, span, parts, whole)
        return found

    def undated(self, written: Written) -> Shares | None:
        """What agreed shares that never change come to, kept once known; None for other splits."""
        found = self.simple.get(written.path)
        if found is None and type(written.split) is Fixed:
            found = undated_shares(written.split)
            if found is not None:
                self.simple[written.path] = found
        return found

    def key_values(self, name: str, number: int) -> keys.Values | Unknown:
        """A key's values for a fiscal year."""
        where = name, number
        if self.trace is not None:
            return keys.values(self.agreement.keys, name, number, self.first_month, self.trace)
        if where not in self.observed:
            found = keys.values(self.agreement.keys, name, number, self.first_month)
            self.observed[where] = found
        return self.observed[where]

    def moment(self, segment: Segment) -> Moment:
        """Where and when a split in a segment is asked for its weights."""
        first = segment.span.first
        number = year_of(first, self.first_month)
        return Moment(
            taking_part=segment.parties,
            day=first,
            year=year_label(number, self.first_month),
            values=partial(self.key_values, number=number),
            named=partial(named, self.agreement, segment.term),
            steps_left=iter(range(MOST_SPLITS)),
            known=self.simple,
            currency=self.agreement.currency,
            trace=self.trace,
        )


def prepare(
    agreement: Agreement, *, today: date | None = None, assume_extended: bool = False
) -> Plan:
    """Work out an agreement's terms; see `timeline.terms` for the arguments."""
    parties = tuple(agreement.parties)
    method = agreement.rounding.method
    splits = tuple(written_splits(agreement))
    kinds = frozenset([type(one.split) for one in splits])
    profiles = {name: _profile(item) for name, item in agreement.costs.items()}
    unusual = {name: one.item for name, one in profiles.items() if not one.plain}
    known = terms(agreement, today, assume_extended=assume_extended)
    steps = Steps in kinds and any(
        type(one.split) is Steps and one.path[0] != "reconciliation" for one in splits
    )
    limits = any(period.limits for period in agreement.periods)
    at_total = limits or agreement.rounding.at == "total"
    plain = not (steps or at_total or unusual)
    told = tuple(
        [told for name, one in profiles.items() for told in told_figures(name, one.annual)]
    )
    changes = memberships(agreement)
    return Plan(
        agreement=agreement,
        terms=known,
        parties=parties,
        heading=Heading(
            agreement.id,
            agreement.title,
            {name: party.name for name, party in agreement.parties.items()},
            agreement.currency,
            {name: item.title or name for name, item in agreement.costs.items()},
            {
                name: (one.title, one.dnr, one.paragraph, one.date)
                for name, one in agreement.sources.items()
            },
            {
                name: item.surcharge.title
                for name, item in unusual.items()
                if item.surcharge and item.surcharge.title
            },
        ),
        unit=agreement.rounding.to,
        method=method if isinstance(method, str) else "",
        rest_to=None if isinstance(method, str) else _place(parties, method),
        first_month=agreement.first_month,
        splits=splits,
        kinds=kinds,
        told=told,
        changes=changes,
        profiles=profiles,
        unusual=unusual,
        rounds_at_total=at_total,
        steps=steps,
        plain=plain,
        ordinary=plain
        and not (told or changes)
        and kinds <= {Fixed}
        and agreement.model_fields_set <= _ORDINARY,
    )


def _place(parties: tuple[str, ...], method: RestTo) -> int | None:
    """The place of the party that takes the rest; None where that is no party (a check says so)."""
    return parties.index(method.rest_to) if method.rest_to in parties else None


# What an ordinary agreement may say.
_ORDINARY = frozenset(
    {"version", "id", "title", "currency", "fiscal_year", "parties", "periods", "costs"}
    | {"assumptions", "notes"}
)

# What an item with annual figures may have without its amount depending on anything else.
_BASES = frozenset(BASES)
_PLAIN = frozenset({"title", "kind", "source", "split", "paid_by", "covers", "notes", *BASES})


def _profile(item: Item) -> Profile:
    kind, written = item.kind, item.model_fields_set
    annual = [(basis, one) for basis in BASES if (one := item.figures(basis)) is not None]
    return Profile(
        item=item,
        split=split_name(item),
        plain=kind != "adjustment" and written <= _PLAIN and not _BASES.isdisjoint(written),
        sign=-1 if kind in ("revenue", "grant") else 1,
        annual=tuple(annual),
    )


def listening(plan: Plan, trace: Recorder) -> Plan:
    """The same plan with someone who listens: what it has looked up is looked up again."""
    return replace(plan, trace=trace, weighed={}, observed={}, borne={}, results={})


def prepared(plan: Plan, *, today: date | None = None, assume_extended: bool = False) -> Plan:
    """A plan for another day, or with options used: the same one where that changes nothing."""
    periods = plan.agreement.periods
    by_today = today is not None and any(
        period.condition and period.condition.silence_by for period in periods
    )
    if by_today or (assume_extended and any(period.option for period in periods)):
        return prepare(plan.agreement, today=today, assume_extended=assume_extended)
    return plan


def named(agreement: Agreement, term: Term, name: str) -> Written | None:
    """The split that a name stands for in a term and where it is written; None: not agreed."""
    return _written(split_named(agreement, term, name), name)


def _written(stated: Stated | None, name: str) -> Written | None:
    if stated is None:
        return None
    if stated.place < 0:
        return Written(stated.split, ("shares", name))
    key: Path = ("split",) if name == DEFAULT else ("splits", name)
    return Written(stated.split, ("periods", stated.place, *key))


def split_name(item: Item) -> str | None:
    """The name of the split that an item follows; None where it has one of its own."""
    if item.split is None:
        return DEFAULT
    return item.split.name if isinstance(item.split, Named) else None


def split_of(plan: Plan, name: str, segment: Segment) -> Written | None:
    """The split that an item follows in a segment and where it is written; None: not agreed."""
    item, called = plan.profiles[name][:2]
    if called is None:
        return Written(item.split, ("costs", name, "split"))  # type: ignore[arg-type]
    return named(plan.agreement, segment.term, called)


def has_steps(plan: Plan, name: str, segment: Segment) -> bool:
    """Whether an item's shares in a segment depend on the size of the cost."""
    if not plan.steps:
        return False
    item, called = plan.profiles[name][:2]
    if called is None:
        split = item.split
    else:
        stated = segment.term.splits.get(called)
        split = stated.split if stated else plan.agreement.shares.get(called)
    if split is None or isinstance(split, (Fixed, Equal, Parts)):
        return False
    lookup = partial(named, plan.agreement, segment.term)
    return depends_on_amount(Written(split, ()), lookup)


def weighing_of(plan: Plan, name: str, segment: Segment) -> Weighing | Unknown:
    """How an item without steps weighs the parties in a segment."""
    where = (plan.profiles[name].split or (name,), segment.term.place, segment.parties)
    found = plan.weighed.get(where)
    if found is None:
        by_year = (*where, year_of(segment.span.first, plan.first_month))
        found = plan.weighed.get(by_year)
        if found is None:
            written = split_of(plan, name, segment)
            found = _weighed(plan, name, written, segment)
            if plan.trace is not None:
                # Every use of it is to be heard, so it is worked out each time.
                return found
            constant = isinstance(found, Weighing) and found.constant
            plan.weighed[where if constant else by_year] = found
    return found


def _weighed(
    plan: Plan, name: str, written: Written | None, segment: Segment
) -> Weighing | Unknown:
    if written is None:
        return _not_agreed(plan.profiles[name].item, segment)
    undated = plan.undated(written)
    if undated is None or plan.trace is not None:
        shares = weigh(written, plan.moment(segment))
    else:
        shares = undated
    if isinstance(shares, Unknown):
        return shares
    outside = not_taking_part(plan, segment, shares.weights, written)
    if outside is not None:
        return outside
    weights = tuple([shares.weights.get(party, 0) for party in plan.parties])
    constant = undated is not None or isinstance(written.split, (Equal, Parts))
    return Weighing(weights, shares.total, constant=constant)


def not_taking_part(
    plan: Plan, segment: Segment, amounts: Mapping[str, int | Fraction], written: Written
) -> Unknown | None:
    """What is wrong where somebody is to bear something that takes no part then; or None."""
    absent = next((p for p, amount in amounts.items() if amount and p not in segment.parties), None)
    if absent is None:
        return None
    below = next((name for name in parties(written.split) if name.party == absent), None)
    at, path = (below.at, (*written.path, *below.path)) if below else ("value", written.path)
    if absent not in plan.parties:
        arguments = unknown_name("party", absent, plan.parties)
        return faulty(Diagnostic("AV101", arguments, path, at=at))
    days: dict[str, Argument] = {"first": segment.span.first, "last": segment.span.last}
    return faulty(Diagnostic("AV111", {"party": plan.heading.parties[absent], **days}, path, at=at))


def _not_agreed(item: Item, segment: Segment) -> Unknown:
    """The name of the split that the paper does not give."""
    called = split_name(item)
    if called in (DEFAULT, None):
        return missing("periods", segment.term.place, "split")
    return missing("periods", segment.term.place, "splits", called)
