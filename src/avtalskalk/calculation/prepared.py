"""An agreement made ready to be calculated for any year: terms, splits and keys, looked up once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from avtalskalk.calculation import keys
from avtalskalk.calculation.missing import Unknown, faulty, in_agreement, missing
from avtalskalk.calculation.split_rules import (
    MOST_SPLITS,
    Moment,
    Shares,
    Written,
    depends_on_amount,
    has_earlier_years,
    weigh,
)
from avtalskalk.calculation.timeline import (
    DEFAULT,
    Segment,
    Term,
    memberships,
    segments,
    split_named,
    terms,
)
from avtalskalk.calculation.traverse import StatedFigure, stated_figures, written_splits
from avtalskalk.diagnostics import Argument, Diagnostic, Path, unknown_name
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.costs import Annual, Item
from avtalskalk.model.splits import Equal, Fixed, Named, Parts, Steps, parties
from avtalskalk.model.statement import Basis, Heading
from avtalskalk.periods import Span, coverage, year_label, year_of, year_span
from avtalskalk.read_only import ReadOnly


class PlanYear(NamedTuple):
    """A fiscal year of an agreement: its number, its label, its days and its segments."""

    number: int
    label: str
    span: Span
    segments: tuple[Segment, ...]


class Profile(NamedTuple):
    """What is the same for an item in every year.

    ``split`` is the name of the split that it follows, None where it has one of its own;
    ``own_amounts`` says that it is the parties' own amounts, of which nothing is split.  ``span``
    are the days it exists, None where it has no ends of its own; ``cuts`` the days (ordinals) from
    which one of its values is another; ``multiplied`` says that a portion, an index, a factor or
    its sign changes its amount.  ``annual`` are its annual figures, by basis.
    """

    item: Item
    split: str | None
    own_amounts: bool
    sign: int
    span: Span | None
    cuts: tuple[int, ...]
    multiplied: bool
    annual: Mapping[Basis, Annual]


@dataclass(frozen=True, slots=True)
class Weighing:
    """What each party bears of one whole, exactly: weights over their sum, in the file's order.

    ``shares`` are the same as fractions, ``origin`` the split's own shares with all that made
    them.
    """

    weights: tuple[int, ...]
    total: int
    shares: tuple[Fraction, ...]
    origin: Shares

    def __post_init__(self) -> None:
        """Refuse weights that are not a whole."""
        if self.total <= 0 or sum(self.weights) != self.total or min(self.weights, default=0) < 0:
            message = f"weights that do not sum to {self.total}: {self.weights}"
            raise ValueError(message)


@dataclass(slots=True)
class Plan:
    """An agreement with what is the same in every year.

    ``unit`` is what is rounded to, ``method`` the rounding's by name, or empty with ``rest_to``
    the place of the party that takes the rest; ``kinds`` are those of the splits, ``figures`` the
    annual ones that are more than an amount, ``changes`` the days (ordinals) from which other
    parties take part.  ``sources`` are the plans of the agreements that amounts come from, by id.
    ``years``, ``weighings``, ``observed`` and ``results`` keep what has been worked out, for as
    long as the plan is used.
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
    figures: tuple[StatedFigure, ...]
    changes: tuple[int, ...]
    profiles: Mapping[str, Profile]
    rounds_at_total: bool
    steps: bool
    sources: "Mapping[str, Plan]"
    years: dict[int, PlanYear] = field(default_factory=dict)
    weighings: dict[tuple[object, ...], Weighing | Unknown] = field(default_factory=dict)
    observed: dict[tuple[str, int], keys.Values | Unknown] = field(default_factory=dict)
    results: dict[tuple[int, str], Any] = field(default_factory=dict)

    @property
    def fallen(self) -> frozenset[int]:
        """The places of the periods whose condition has failed, so that the terms before go on."""
        return frozenset(term.place for term in self.terms if term.falls_back)

    def shares_are_known(self, name: str) -> bool:
        """Whether an item's shares can be told without its amount."""
        if self.profiles[name].own_amounts:
            return False
        known = (segment for year in self.years.values() for segment in year.segments)
        return not any(has_steps(self, name, segment) for segment in known)

    def year(self, number: int) -> PlanYear:
        """A fiscal year, named by the calendar year it starts in, with its segments."""
        year = self.years.get(number)
        if year is None:
            span = year_span(number, self.first_month)
            parts = tuple(segments(self.agreement, self.terms, span, self.changes))
            year = PlanYear(number, year_label(number, self.first_month), span, parts)
            self.years[number] = year
        return year

    def key_values(self, name: str, number: int) -> keys.Values | Unknown:
        """A key's values for a fiscal year."""
        place = name, number
        if place not in self.observed:
            values = keys.values(self.agreement.keys, name, number, self.first_month)
            self.observed[place] = values
        return self.observed[place]

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
            earlier=partial(self.earlier, before=number),
            splits_left=iter(range(MOST_SPLITS)),
            currency=self.agreement.currency,
        )

    def earlier(self, number: int, before: int) -> list[tuple[Fraction, Moment]]:
        """The parts of an earlier year that are covered, each with how much of it; or none."""
        if number >= before:
            return []
        year, by = self.year(number), self.agreement.proration
        return [
            (coverage(segment.span, year.span, by), self.moment(segment))  # type: ignore[arg-type]
            for segment in year.segments
        ]


def prepare(
    agreement: Agreement,
    *,
    today: date | None = None,
    assume_extended: bool = False,
    sources: Mapping[str, Plan] = ReadOnly(),
) -> Plan:
    """Work out an agreement's terms; see `timeline.terms` for the arguments.

    ``sources`` are the plans, for the same day, of the agreements that its amounts come from.
    """
    everyone = tuple(agreement.parties)
    rounding = agreement.rounding
    rest_to = None if isinstance(rounding.method, str) else rounding.method.rest_to
    splits = tuple(written_splits(agreement))
    profiles = {name: _profile(item) for name, item in agreement.costs.items()}
    return Plan(
        agreement=agreement,
        terms=terms(agreement, today, assume_extended=assume_extended),
        parties=everyone,
        heading=_heading(agreement, sources),
        unit=rounding.to,
        method=rounding.method if isinstance(rounding.method, str) else "",
        # A name that is no party's is refused by a check.
        rest_to=everyone.index(rest_to) if rest_to in everyone else None,
        first_month=agreement.first_month,
        splits=splits,
        kinds=frozenset([type(written.split) for written in splits]),
        figures=tuple(
            [
                figure
                for name, profile in profiles.items()
                for figure in stated_figures(name, profile.annual)
            ]
        ),
        changes=memberships(agreement),
        profiles=profiles,
        rounds_at_total=rounding.at == "total" or any(p.limits for p in agreement.periods),
        steps=any(
            type(written.split) is Steps and written.path[0] != "reconciliation"
            for written in splits
        ),
        sources=sources,
    )


def _heading(agreement: Agreement, sources: Mapping[str, Plan]) -> Heading:
    """The agreement's own words for a report, with the papers of those that amounts come from."""
    items = agreement.costs.items()
    papers = {
        name: (source.title, source.dnr, source.paragraph, source.date)
        for name, source in agreement.sources.items()
    }
    for called, plan in sources.items():
        papers |= {in_agreement(called, name): p for name, p in plan.heading.sources.items()}
    surcharges = {name: item.surcharge for name, item in items if item.surcharge is not None}
    return Heading(
        agreement.id,
        agreement.title,
        ReadOnly({name: party.name for name, party in agreement.parties.items()}),
        agreement.currency,
        ReadOnly({name: item.title or name for name, item in items}),
        ReadOnly(papers),
        ReadOnly({name: s.title for name, s in surcharges.items() if s.title}),
        ReadOnly({name: party.org_no for name, party in agreement.parties.items() if party.org_no}),
        ReadOnly({name: ReadOnly(frame) for name, frame in agreement.frames.items()}),
    )


def _profile(item: Item) -> Profile:
    """What is the same for an item in every year."""
    split: str | None = DEFAULT
    if item.split is not None:
        split = item.split.name if isinstance(item.split, Named) else None
    rows = [row.amount or row.price for row in item.by_size.table] if item.by_size else []
    # Days that make no sense are refused by a check.
    ends = (item.start or item.to) and not (item.start and item.to and item.to < item.start)
    return Profile(
        item=item,
        split=split,
        own_amounts=item.per is not None or item.by_size is not None or item.amounts is not None,
        sign=-1 if item.kind in ("revenue", "grant") else 1,
        span=Span.between(item.start, item.to) if ends else None,
        cuts=tuple(
            [
                change.start.toordinal()
                for dated in (item.quantity, *item.dated.values(), *rows)
                if isinstance(dated, tuple)
                for change in dated
                if change.start is not None
            ]
        ),
        multiplied=item.kind in ("revenue", "grant")
        or not (item.portion is None and item.index is None and item.factor is None),
        annual=dict(item.annual),
    )


def prepared(plan: Plan, *, today: date | None = None, assume_extended: bool = False) -> Plan:
    """A plan for another day, or with options used: the same one where that changes nothing."""
    periods = plan.agreement.periods
    by_today = today is not None and any(
        period.condition and period.condition.silence_by for period in periods
    )
    sources: Mapping[str, Plan] = {
        name: prepared(source, today=today, assume_extended=assume_extended)
        for name, source in plan.sources.items()
    }
    others = any(source is not plan.sources[name] for name, source in sources.items())
    if by_today or others or (assume_extended and any(period.option for period in periods)):
        return prepare(
            plan.agreement, today=today, assume_extended=assume_extended, sources=sources
        )
    return plan


def named(agreement: Agreement, term: Term, name: str) -> Written | None:
    """The split that a name stands for in a term and where it is written; None: not agreed."""
    stated = split_named(agreement, term, name)
    if stated is None:
        return None
    if stated.place < 0:
        return Written(stated.split, ("shares", name))
    key: Path = ("split",) if name == DEFAULT else ("splits", name)
    return Written(stated.split, ("periods", stated.place, *key))


def split_of(plan: Plan, name: str, segment: Segment) -> Written | None:
    """The split that an item follows in a segment and where it is written; None: not agreed."""
    item, called, *_ = plan.profiles[name]
    if called is not None:
        return named(plan.agreement, segment.term, called)
    return None if item.split is None else Written(item.split, ("costs", name, "split"))


def has_steps(plan: Plan, name: str, segment: Segment) -> bool:
    """Whether an item's shares in a segment depend on the size of the cost."""
    written = split_of(plan, name, segment) if plan.steps else None
    if written is None or isinstance(written.split, (Fixed, Equal, Parts)):
        return False
    return depends_on_amount(written, partial(named, plan.agreement, segment.term))


def usual_shares(plan: Plan, segment: Segment) -> Shares | None:
    """The shares of what is split as the period says; None where they are not known or in steps."""
    lookup = partial(named, plan.agreement, segment.term)
    written = lookup(DEFAULT)
    if written is None or depends_on_amount(written, lookup):
        return None
    shares = weigh(written, plan.moment(segment))
    return None if isinstance(shares, Unknown) else shares


def weighing_of(plan: Plan, name: str, segment: Segment) -> Weighing | Unknown:
    """How an item without steps weighs the parties in a segment, worked out once for its term."""
    term = plan.profiles[name].split or (name,), segment.term.place, segment.parties
    weighing = plan.weighings.get(term)
    if weighing is None:
        year = (*term, year_of(segment.span.first, plan.first_month))
        weighing = plan.weighings.get(year)
        if weighing is None:
            weighing = _weighing(plan, name, segment)
            lasting = isinstance(weighing, Weighing) and weighing.origin.lasting
            plan.weighings[term if lasting else year] = weighing
    return weighing


def _weighing(plan: Plan, name: str, segment: Segment) -> Weighing | Unknown:
    written = split_of(plan, name, segment)
    if written is None:
        # The name of the split that the paper does not give.
        called = plan.profiles[name].split
        below: Path = ("split",) if called in (DEFAULT, None) else ("splits", str(called))
        return missing("periods", segment.term.place, *below)
    shares = weigh(written, plan.moment(segment))
    if isinstance(shares, Unknown):
        return shares
    outside = not_taking_part(plan, segment, shares.weights, written)
    if outside is not None:
        return outside
    weights = tuple([shares.weights.get(party, 0) for party in plan.parties])
    fractions = tuple([Fraction(weight, shares.total) for weight in weights])
    return Weighing(weights, shares.total, fractions, shares)


def not_taking_part(
    plan: Plan, segment: Segment, amounts: Mapping[str, int | Fraction], written: Written
) -> Unknown | None:
    """What is wrong where somebody is to bear something that takes no part then; or None."""
    absent = next((p for p, amount in amounts.items() if amount and p not in segment.parties), None)
    lookup = partial(named, plan.agreement, segment.term)
    if absent is None or (absent in plan.parties and has_earlier_years(written, lookup)):
        # One who has left since then still has its part of what is split as it was then.
        return None
    below = next((name for name in parties(written.split) if name.party == absent), None)
    at, path = (below.at, (*written.path, *below.path)) if below else ("value", written.path)
    if absent not in plan.parties:
        arguments = unknown_name("party", absent, plan.parties)
        return faulty(Diagnostic("AV101", arguments, path, at=at))
    name, day = plan.heading.parties[absent], segment.span.known_day
    about: dict[str, Argument] = {"party": name, "day": day}
    return faulty(Diagnostic("AV111", about, path, at=at))
