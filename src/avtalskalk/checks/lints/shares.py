"""Agreed shares that the key they came from no longer gives."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.split_rules import Moment, Written, weigh
from avtalskalk.calculation.timeline import DEFAULT
from avtalskalk.checks.errors.shares import in_force
from avtalskalk.checks.lints.subject import Subject, to_tenths
from avtalskalk.diagnostics import Diagnostic, Findings, Number, Path
from avtalskalk.model.dated import at
from avtalskalk.model.keys import Observation
from avtalskalk.model.splits import Fixed, Tolerance
from avtalskalk.model.values import REST
from avtalskalk.periods import year_label

POINTS = 1
"""Shares further than so many percentage points from the key's are told."""

Exact = Mapping[str, Fraction]
"""Each party's exact share."""

_FINEST = 4
"""Shares with more decimals of a percent than these are no rounded result of a key."""


class Followed(NamedTuple):
    """Agreed shares that are what a key gave in one of its observations, rounded."""

    path: Path
    shares: Exact
    key: str
    then: Observation


def outgrown(subject: Subject) -> Findings:
    """Agreed shares that a key gave once, where its latest observation gives others."""
    plan = subject.plan
    for one in _followed(plan):
        values = plan.agreement.keys[one.key].values or ()
        known = [each for each in values if _by(each, subject.today)]
        latest = known[-1] if known else one.then
        now = _given(latest, one.shares)
        if now is None:
            continue
        moved = {party: abs(now[party] - share) for party, share in one.shares.items()}
        party = max(moved, key=lambda each: moved[each])
        if moved[party] * 100 > POINTS:
            yield Diagnostic(
                "AV729",
                {
                    "key": one.key,
                    "then": one.then.key,
                    "latest": latest.key,
                    "party": party,
                    "agreed": one.shares[party],
                    "now": to_tenths(now[party]),
                },
                one.path,
                related=(("keys", one.key, "values", latest.key),),
                severity="note",
            )


def followed(plan: Plan) -> frozenset[str]:
    """The keys that agreed shares came from."""
    return frozenset(one.key for one in _followed(plan))


def _by(one: Observation, today: date | None) -> bool:
    return today is None or one.when is None or one.when <= today


def _followed(plan: Plan) -> Iterator[Followed]:
    """The agreed shares in force last, each with the key and the observation that gave it."""
    dated = {
        name: key.values
        for name, key in plan.agreement.keys.items()
        if key.values and key.values[0].when is not None
    }
    for written in _agreed_last(plan) if dated else ():
        shares = _last_shares(written.split) if isinstance(written.split, Fixed) else {}
        unit = _written_unit(shares)
        for name, values in dated.items():
            gave = [one for one in values if unit and _rounds_to(one, shares, unit)]
            if gave:
                yield Followed(written.path, shares, name, gave[-1])


def _agreed_last(plan: Plan) -> Iterator[Written]:
    """The splits of the last terms, and those of items."""
    for name, stated in plan.terms[-1].splits.items() if plan.terms else ():
        key: Path = ("split",) if name == DEFAULT else ("splits", name)
        yield Written(stated.split, ("periods", stated.place, *key))
    for name, item in plan.agreement.costs.items():
        if item.split is not None:
            yield Written(item.split, ("costs", name, "split"))


def _last_shares(split: Fixed) -> Exact:
    """The last agreed share of each party that has one, the rest filled in."""
    last = {party: dated[-1].value for party, dated in split.shares.items()}
    rest = 1 - sum((share for share in last.values() if share is not REST), Fraction(0))
    filled = {party: rest if share is REST else share for party, share in last.items()}
    return {party: share for party, share in filled.items() if share}


def _written_unit(shares: Exact) -> Fraction | None:
    """The last decimal of a percent that shares are written with.

    None where they are no percentages or all alike: such shares are agreed, not worked out.
    """
    if len(set(shares.values())) < 2:  # noqa: PLR2004
        return None
    for decimals in range(_FINEST + 1):
        if all(share * 100 * 10**decimals % 1 == 0 for share in shares.values()):
            return Fraction(1, 100 * 10**decimals)
    return None


def _given(one: Observation, shares: Exact) -> Exact | None:
    """The shares that an observation gives those parties; None where it lacks one of them."""
    if isinstance(one.values, Fraction) or not shares.keys() <= one.values.keys():
        return None
    values: Mapping[str, Fraction] = {party: one.values[party] for party in shares}
    total = sum(values.values(), Fraction(0))
    return {party: value / total for party, value in values.items()} if total > 0 else None


def _rounds_to(one: Observation, shares: Exact, unit: Fraction) -> bool:
    """Whether agreed shares are an observation's, each within half a last decimal."""
    given = _given(one, shares)
    return given is not None and all(
        abs(given[party] - share) <= unit / 2 for party, share in shares.items()
    )


def beyond_tolerance(subject: Subject) -> Findings:
    """Years in which the shares that a tolerance band agrees on have given way to the actual."""
    plan = subject.plan
    bands = [one for one in in_force(plan) if isinstance(one[0].split, Tolerance)]
    if not bands:
        return
    found: dict[Path, tuple[Tolerance, list[int]]] = {}
    for year in subject.years():
        for segment in plan.year(year).segments:
            for (split, path), span in bands:
                if not isinstance(split, Tolerance) or not span.overlap(segment.span):
                    continue
                if _has_given_way(Written(split, path), split, plan.moment(segment), plan.parties):
                    found.setdefault(path, (split, []))[1].append(year)
    for path, (split, years) in found.items():
        labels = dict.fromkeys(year_label(year, plan.first_month) for year in years)
        yield Diagnostic(
            "AV730",
            {"years": tuple(labels), "points": Number(split.tolerance.points)},
            (*path, "tolerance", "agreed"),
            severity="note",
        )


def _has_given_way(
    written: Written, split: Tolerance, moment: Moment, parties: Sequence[str]
) -> bool:
    """Whether other shares than the agreed are used."""
    change = at(split.tolerance.agreed, moment.day)
    used = weigh(written, moment)
    if change is None or isinstance(used, Unknown):
        return False
    end: Path = (change.key,) if change.key else ()
    agreed = weigh(Written(change.value, (*written.path, "tolerance", "agreed", *end)), moment)
    return not isinstance(agreed, Unknown) and any(
        used.of(party) != agreed.of(party) for party in parties
    )
