"""Agreed shares that the key they came from no longer gives."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.split_rules import Written, weigh
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
"""Shares further than so many percentage points from the key's are reported."""

Exact = Mapping[str, Fraction]
"""Each party's exact share."""

_FINEST = 4
"""Shares with more decimals of a percent than these are no rounded result of a key."""


class FollowedKey(NamedTuple):
    """Agreed shares that are what a key gave in one of its observations, rounded."""

    path: Path
    shares: Exact
    key: str
    then: Observation


def outgrown(subject: Subject) -> Findings:
    """Agreed shares that a key gave once, where its latest observation gives others."""
    plan, today = subject.plan, subject.today
    for path, shares, key, then in _followed(plan):
        latest = then
        for observation in plan.agreement.keys[key].values or ():
            if today is None or observation.when is None or observation.when <= today:
                latest = observation
        now = _given(latest, shares)
        if now is None:
            continue
        moved = {party: abs(now[party] - share) for party, share in shares.items()}
        party = max(moved, key=lambda name: moved[name])
        if moved[party] * 100 > POINTS:
            yield Diagnostic(
                "AV729",
                {
                    "key": key,
                    "then": then.key,
                    "latest": latest.key,
                    "party": party,
                    "agreed": shares[party],
                    "now": to_tenths(now[party]),
                },
                path,
                related=(("keys", key, "values", latest.key),),
                severity="note",
            )


def keys_behind_shares(plan: Plan) -> frozenset[str]:
    """The keys that agreed shares came from."""
    return frozenset(followed.key for followed in _followed(plan))


def _followed(plan: Plan) -> Iterator[FollowedKey]:
    """The agreed shares in force last, each with the key and the observation that gave it."""
    dated = {
        name: key.values
        for name, key in plan.agreement.keys.items()
        if key.values and key.values[0].when is not None
    }
    last_splits: list[Written] = []
    for name, stated in plan.terms[-1].splits.items() if plan.terms else ():
        inside: Path = ("split",) if name == DEFAULT else ("splits", name)
        last_splits.append(Written(stated.split, ("periods", stated.place, *inside)))
    for name, item in plan.agreement.costs.items():
        if item.split is not None:
            last_splits.append(Written(item.split, ("costs", name, "split")))
    for split, path in last_splits if dated else ():
        shares = _last_shares(split) if isinstance(split, Fixed) else {}
        unit = _written_unit(shares)
        for name, values in dated.items():
            gave = [value for value in values if unit and _rounds_to(value, shares, unit)]
            if gave:
                yield FollowedKey(path, shares, name, gave[-1])


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


def _given(observation: Observation, shares: Exact) -> Exact | None:
    """The shares that an observation gives those parties; None where it lacks one of them."""
    values = observation.values
    if isinstance(values, Fraction) or not shares.keys() <= values.keys():
        return None
    total = sum((values[party] for party in shares), Fraction(0))
    return {party: values[party] / total for party in shares} if total > 0 else None


def _rounds_to(observation: Observation, shares: Exact, unit: Fraction) -> bool:
    """Whether agreed shares are an observation's, each within half a last decimal."""
    given = _given(observation, shares)
    return given is not None and all(
        abs(given[party] - share) <= unit / 2 for party, share in shares.items()
    )


def beyond_tolerance(subject: Subject) -> Findings:
    """Years in which the shares that a tolerance band agrees on have given way to the actual."""
    plan = subject.plan
    bands = [
        (split, path, span)
        for (split, path), span in in_force(plan)
        if isinstance(split, Tolerance)
    ]
    years: dict[Path, dict[str, None]] = {}
    for year in subject.years() if bands else ():
        for segment in plan.year(year).segments:
            for split, path, span in bands:
                moment = plan.moment(segment)
                change = at(split.tolerance.agreed, moment.day)
                if change is None or not span.overlap(segment.span):
                    continue
                key = (change.key,) if change.key else ()
                used = weigh(Written(split, path), moment)
                agreed = weigh(Written(change.value, (*path, "tolerance", "agreed", *key)), moment)
                if isinstance(used, Unknown) or isinstance(agreed, Unknown):
                    continue
                if any(used.of(party) != agreed.of(party) for party in plan.parties):
                    years.setdefault(path, {})[year_label(year, plan.first_month)] = None
    points = {path: split.tolerance.points for split, path, _ in bands}
    for path, labels in years.items():
        yield Diagnostic(
            "AV730",
            {"years": tuple(labels), "points": Number(points[path])},
            (*path, "tolerance", "agreed"),
            severity="note",
        )


LINTS = (outgrown, beyond_tolerance)
