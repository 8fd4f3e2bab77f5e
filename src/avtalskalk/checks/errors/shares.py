"""Splits that do not add up: shares, weights, proportions, steps."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Literal

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.split_rules import Written, depends_on_amount, not_whole, share_at
from avtalskalk.calculation.timeline import DEFAULT, Segment, segments
from avtalskalk.diagnostics import Diagnostic, Findings, Path, out_of_range
from avtalskalk.model.dated import Dated
from avtalskalk.model.splits import (
    AsOf,
    Fixed,
    MeanOfLowest,
    Mix,
    Parts,
    Split,
    Steps,
    Tolerance,
    children,
    parties,
)
from avtalskalk.model.values import REST
from avtalskalk.money import common
from avtalskalk.periods import Span, year_label, year_of


def fixed_shares(plan: Plan) -> Findings:
    """Agreed shares make 100 % exactly in every year, or leave a rest that is not below zero."""
    for split, path in plan.splits:
        if isinstance(split, Fixed):
            paths = {party: (*path, party) for party in split.shares}
            yield from _whole(plan, split.shares, path, paths, "share")


def mix_weights(plan: Plan) -> Findings:
    """The weights of a mix make 100 %, like agreed shares."""
    for split, path in plan.splits:
        if isinstance(split, Mix):
            weights = {str(place): part.weight for place, part in enumerate(split.mix, 1)}
            paths = {name: (*path, "mix", int(name) - 1, "weight") for name in weights}
            yield from _whole(plan, weights, (*path, "mix"), paths, "weight")


def _whole(
    plan: Plan,
    terms: Mapping[str, Dated],
    path: Path,
    paths: Mapping[str, Path],
    word: Literal["share", "weight"],
) -> Findings:
    """Whether named shares or weights make a whole on each day that one of them changes."""
    rests = {
        name: paths[name]
        for name, dated in terms.items()
        if any(change.value is REST for change in dated)
    }
    if len(rests) > 1:
        yield not_whole({}, rests, path, word=word, year="")
        return
    starts = sorted({change.start for dated in terms.values() for change in dated if change.start})
    for day in starts or [date.max]:
        values = {name: share_at(dated, day) for name, dated in terms.items()}
        if any(value is None for value in values.values()):
            continue
        shares = {name: value for name, value in values.items() if isinstance(value, Fraction)}
        numerators, whole = common([*shares.values()])
        total = sum(numerators)
        if total == whole or (rests and total < whole):
            continue
        year = year_label(year_of(day, plan.first_month), plan.first_month) if starts else ""
        fault = not_whole(shares, rests, path, word=word, year=year)
        parties_without = [party for party in plan.parties if party not in terms]
        if word == "share" and len(parties_without) == 1 and total < whole:
            rest = f"{parties_without[0]}: rest"
            fault = replace(fault, arguments={**fault.arguments, "add": rest})
        yield fault
        return


def idle_parties(plan: Plan) -> Findings:
    """A party that no split names: perhaps it only receives, or does the work."""
    agreement = plan.agreement
    paying: set[str] = set()
    for split, path in plan.splits:
        if not isinstance(split, Fixed):
            return
        if path[0] not in ("shares", "reconciliation"):
            paying |= split.shares.keys()
    if not paying or any(
        item.per or item.by_size or item.amounts for item in agreement.costs.values()
    ):
        return
    for name, party in agreement.parties.items():
        if name not in paying:
            yield Diagnostic(
                "AV124", {"party": party.name}, ("parties", name), at="key", severity="warning"
            )


def weights_of_nothing(plan: Plan) -> Findings:
    """Proportions that are below zero or sum to nothing."""
    for split, path in plan.splits:
        if isinstance(split, Parts):
            below = [party for party, part in split.parts.items() if part < 0]
            for party in below:
                yield Diagnostic("AV109", {"what": party}, (*path, "parts", party))
            if not below and not any(split.parts.values()):
                yield Diagnostic("AV110", {}, (*path, "parts"))


def absent_parties(plan: Plan) -> Findings:
    """A fixed share or amount for a party that is not in."""
    agreement = plan.agreement
    if not plan.changes:
        return
    reported: set[Path] = set()
    cut: dict[Span, list[Segment]] = {}
    for (split, path), span in in_force(plan):
        if span not in cut:
            cut[span] = list(segments(agreement, plan.terms, span, plan.changes))
        for segment in cut[span]:
            for named in parties(split):
                absent = named.party in agreement.parties and named.party not in segment.parties
                shared = named.dated is None or share_at(named.dated, segment.span.first)
                place = (*path, *named.path)
                if absent and shared and not named.present and place not in reported:
                    reported.add(place)
                    yield Diagnostic(
                        "AV111",
                        {
                            "party": agreement.parties[named.party].name,
                            "day": segment.span.known_day,
                        },
                        place,
                        at=named.at,
                    )


def in_force(plan: Plan) -> Iterator[tuple[Written, Span]]:
    """Every split, those inside others too, with the days that it holds."""
    for term in plan.terms:
        for name, (split, place) in term.splits.items():
            key: Path = ("split",) if name == DEFAULT else ("splits", name)
            yield from _with_days(plan, Written(split, ("periods", place, *key)), term.span)
    for name, item in plan.agreement.costs.items():
        if item.split is not None:
            days = Span.between(item.start, item.to)
            yield from _with_days(plan, Written(item.split, ("costs", name, "split")), days)


def _with_days(plan: Plan, written: Written, days: Span) -> Iterator[tuple[Written, Span]]:
    """A split and those inside it, with their days: in ``as_of`` those of the earlier year."""
    yield written, days
    split, path = written
    if isinstance(split, AsOf):
        days = plan.year(split.as_of).span
    for below, inner in children(split):
        yield from _with_days(plan, Written(inner, (*path, *below)), days)


def steps(plan: Plan) -> Findings:
    """Steps that do not say how they flow: each is one kind, and only the last takes the rest."""
    for split, path in plan.splits:
        stages = split.steps if isinstance(split, Steps) else ()
        for place, stage in enumerate(stages):
            inside = (*path, "steps", place)
            kinds = [key for key in ("fixed", "first", "rest") if getattr(stage, key) is not None]
            if len(kinds) != 1 or (stage.first is None) != (stage.split is None):
                yield Diagnostic("AV115", {}, inside)
            elif "rest" in kinds and stage is not stages[-1]:
                yield Diagnostic("AV116", {}, (*inside, "rest"), at="key")
            for party, dated in (stage.fixed or {}).items():
                if any(change.value < 0 for change in dated):
                    yield Diagnostic("AV109", {"what": party}, (*inside, "fixed", party))
            if any(change.value < 0 for change in stage.first or ()):
                yield Diagnostic("AV109", {"what": "first"}, (*inside, "first"))


def lowest(plan: Plan) -> Findings:
    """A mean of more results than there are; steps where only shares can stand."""
    for split, path in plan.splits:
        share_splits: list[tuple[Path, Split]] = []
        if isinstance(split, MeanOfLowest):
            rule = split.mean_of_lowest
            if not 1 <= rule.count <= len(rule.of):
                arguments = out_of_range("count", rule.count, 1, len(rule.of))
                yield Diagnostic("AV118", arguments, (*path, "mean_of_lowest", "count"))
            share_splits = [*children(split)]
        elif isinstance(split, Tolerance):
            share_splits = [(("tolerance", "actual"), split.tolerance.actual)]
            if split.tolerance.points < 0:
                yield Diagnostic("AV109", {"what": "points"}, (*path, "tolerance", "points"))
        elif isinstance(split, AsOf) or (isinstance(split, Mix) and split.round):
            share_splits = [*children(split)]
        for below, inner in share_splits:
            inner_path = (*path, *below)
            if depends_on_amount(Written(inner, inner_path), lambda _: None):
                yield Diagnostic("AV120", {}, inner_path)


CHECKS = (
    fixed_shares,
    mix_weights,
    weights_of_nothing,
    absent_parties,
    steps,
    lowest,
)
