"""Which terms apply when, who takes part, and whether the terms are decided."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from avtalskalk.model.agreement import Agreement, Period
from avtalskalk.model.limits import Limit
from avtalskalk.model.splits import Named, Split
from avtalskalk.periods import LAST_DAY, Span, add_months

DEFAULT = "default"
MOST_YEARS = 1000  # more renewals than the calendar can count reach no further year than these
Standing = Literal["written", "renewed", "extended"]


class TermLimits(NamedTuple):
    """The limits of a period and the place (from 0) of the period that writes them."""

    limits: tuple[Limit, ...]
    place: int


NO_LIMITS = TermLimits((), 0)


class StatedSplit(NamedTuple):
    """A split and the place (from 0) of the period that writes it, which may be an earlier one."""

    split: Split
    place: int


class Term(NamedTuple):
    """A period as it stands, with what it takes over from the one before.

    ``place`` is the period's in the file, from 0.  ``standing`` says whether the days are the
    period's own, a renewal beyond its end, or an option that is assumed to be used.
    ``waiting`` are the parties whose approval the condition waits for, ``refusing`` those that have
    made it fail.  Where it has, ``falls_back`` says that the terms are those before.
    """

    place: int
    span: Span
    splits: Mapping[str, StatedSplit]
    limits: TermLimits
    conditional: bool
    waiting: tuple[str, ...]
    standing: Standing
    refusing: tuple[str, ...] = ()
    falls_back: bool = False


class Segment(NamedTuple):
    """A part of a year under one term, with the parties that take part, in the file's order."""

    span: Span
    term: Term
    parties: tuple[str, ...]


def in_order(agreement: Agreement) -> list[tuple[int, Period]]:
    """The periods by their first day, each with its place in the file."""
    return sorted(
        enumerate(agreement.periods), key=lambda item: (item[1].start or date.min, item[0])
    )


def terms(
    agreement: Agreement, today: date | None = None, *, assume_extended: bool = False
) -> tuple[Term, ...]:
    """The agreement's terms in the order of time.

    ``today`` decides whether silence has become consent; without it, it has not.
    """
    known: list[Term] = []
    ordered = in_order(agreement)
    for number, (place, period) in enumerate(ordered):
        following = ordered[number + 1][1].start if number + 1 < len(ordered) else None
        span = _span(period)
        if span is None:
            continue
        waiting = unmet(agreement, period, today)
        term = Term(
            place=place,
            span=span,
            splits=_splits(period, place, known[-1].splits if known else {}),
            limits=_limits(period, place, known[-1].limits if known else NO_LIMITS),
            conditional=waiting is not None,
            waiting=waiting or (),
            standing="written",
            refusing=refusing(agreement, period),
        )
        if term.refusing and period.otherwise and known:
            earlier = known[-1]._replace(span=span, place=place, standing="written")
            known.append(earlier._replace(refusing=term.refusing, falls_back=True))
            continue
        known.append(term)
        beyond = _beyond(period, following, assume_extended=assume_extended)
        if beyond:
            known.append(term._replace(span=beyond[0], standing=beyond[1]))
    return tuple(known)


def _span(period: Period) -> Span | None:
    """A period's own days; None where its dates make no sense (a check says so)."""
    last = period.to
    if period.terminated and (last is None or period.terminated < last):
        last = period.terminated
    if period.start and last and last < period.start:
        return None
    return Span.between(period.start, last)


def _splits(
    period: Period, place: int, before: Mapping[str, StatedSplit]
) -> Mapping[str, StatedSplit]:
    """The period's splits by name; one that continues keeps those it does not write."""
    splits = dict(before) if period.continues else {}
    for name, split in (period.splits or {}).items():
        splits[name] = StatedSplit(split, place)
    if period.split is not None:
        splits[DEFAULT] = StatedSplit(period.split, place)
    return splits


def _limits(period: Period, place: int, before: TermLimits) -> TermLimits:
    """The period's limits; one that continues and writes none keeps those before."""
    if period.limits is None:
        return before if period.continues else NO_LIMITS
    return TermLimits(period.limits, place)


def _beyond(
    period: Period, following: date | None, *, assume_extended: bool
) -> tuple[Span, Standing] | None:
    """The days after a period's end that it still covers, by renewal or by an assumed option."""
    if period.to is None:
        return None
    first = date.fromordinal(period.to.toordinal() + 1)
    if period.renews:
        times = period.renews.times
        last = LAST_DAY
        if times is not None:
            years = min(max(period.renews.years * times, 0), MOST_YEARS)
            last = before(add_months(first, 12 * years))
        standing: Standing = "renewed"
    elif period.option and assume_extended:
        last = option_end(period) or period.to
        standing = "extended"
    else:
        return None
    if period.terminated:
        last = min(last, period.terminated)
    if following:
        last = min(last, before(following))
    return (Span.between(first, last), standing) if first <= last else None


def before(day: date) -> date:
    """The day before."""
    return date.fromordinal(day.toordinal() - 1)


def option_end(period: Period) -> date | None:
    """The last day of a period's option; None where the paper does not say."""
    if period.option is None or period.to is None:
        return None
    if period.option.extend_to:
        return period.option.extend_to
    if period.option.extend is None:
        return None
    return before(add_months(date.fromordinal(period.to.toordinal() + 1), period.option.extend))


def approved(period: Period, party: str) -> bool:
    """Whether all of a party's decisions on a period approve it; none is no approval."""
    decisions = period.decisions.get(party, ())
    return bool(decisions) and all(decision.status == "approved" for decision in decisions)


def undecided(period: Period, party: str) -> bool:
    """Whether a party has neither approved nor refused a period."""
    decisions = period.decisions.get(party, ())
    return not any(decision.status in ("approved", "refused") for decision in decisions)


def unmet(agreement: Agreement, period: Period, today: date | None) -> tuple[str, ...] | None:
    """The parties that a period's condition waits for; None where there is none or it is met."""
    condition = period.condition
    if condition is None:
        return None
    deciding = condition.of or tuple(agreement.parties)
    silent = bool(condition.silence_by and today and today > condition.silence_by)
    waiting = tuple(
        party
        for party in deciding
        if not (approved(period, party) or (silent and undecided(period, party)))
    )
    needed = len(deciding) if condition.at_least is None else condition.at_least
    return None if len(deciding) - len(waiting) >= needed else waiting


def refusing(agreement: Agreement, period: Period) -> tuple[str, ...]:
    """The parties that have made a period's condition fail; () while it can still be met."""
    condition = period.condition
    if condition is None:
        return ()
    deciding = condition.of or tuple(agreement.parties)
    against = tuple(
        party
        for party in deciding
        if any(decision.status == "refused" for decision in period.decisions.get(party, ()))
    )
    needed = len(deciding) if condition.at_least is None else condition.at_least
    return against if len(deciding) - len(against) < needed else ()


def memberships(agreement: Agreement) -> tuple[int, ...]:
    """The days (ordinals) from which other parties take part."""
    return tuple(
        [
            day.toordinal() + (place >= len(party.joined))
            for party in agreement.parties.values()
            for place, day in enumerate((*party.joined, *party.left))
        ]
    )


def segments(
    agreement: Agreement, known: tuple[Term, ...], year: Span, changes: tuple[int, ...]
) -> list[Segment]:
    """A year's parts in the order of time, cut where terms or memberships (``changes``) change."""
    everyone = tuple(agreement.parties)
    parts = []
    for term in known:
        covers = term.span.start <= year.start and year.stop <= term.span.stop
        inside = year if covers else term.span.overlap(year)
        if inside is None:
            continue
        if not changes:
            parts.append(Segment(inside, term, everyone))
            continue
        parts += [
            Segment(span, term, tuple(p for p in everyone if _takes_part(agreement, p, span)))
            for span in inside.cut(changes)
        ]
    return parts


def _takes_part(agreement: Agreement, party: str, span: Span) -> bool:
    first = span.first
    return any(
        (joined is None or joined <= first) and (left is None or first <= left)
        for joined, left in agreement.parties[party].memberships
    )


def split_named(agreement: Agreement, term: Term, name: str) -> StatedSplit | None:
    """The split that a name stands for in a term; names of names are followed."""
    stated = _stated(agreement, term, name)
    if stated is None or not isinstance(stated.split, Named):
        return stated
    seen = {name}
    while stated is not None and isinstance(stated.split, Named):
        if stated.split.name in seen:
            return None
        seen.add(stated.split.name)
        stated = _stated(agreement, term, stated.split.name)
    return stated


def _stated(agreement: Agreement, term: Term, name: str) -> StatedSplit | None:
    """A split by its own name: one of the term's, or of the agreement's shares."""
    if name in term.splits:
        return term.splits[name]
    shared = agreement.shares.get(name)
    return None if shared is None else StatedSplit(shared, -1)
