"""Splits that do not add up: shares, weights, proportions, steps."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.split_rules import (
    Written,
    depends_on_amount,
    not_whole,
    share_at,
)
from avtalskalk.calculation.timeline import DEFAULT, segments
from avtalskalk.calculation.traverse import nested
from avtalskalk.diagnostics import Diagnostic, Findings, Path, out_of_range
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.dated import Dated
from avtalskalk.model.splits import (
    Fixed,
    MeanOfLowest,
    Mix,
    Parts,
    Split,
    Steps,
    Tolerance,
    parties,
)
from avtalskalk.model.values import REST
from avtalskalk.periods import Span, year_label, year_of


def fixed_shares(plan: Plan) -> Findings:
    """Agreed shares make 100 % exactly in every year, or leave a rest that is not below zero."""
    agreement = plan.agreement
    for one in plan.splits:
        # Most never change and make the whole, which is quick to see.
        if isinstance(one.split, Fixed) and plan.undated(one) is None:
            yield from _shares(one.split, one.path, agreement)


def _shares(split: Fixed, path: Path, agreement: Agreement) -> Findings:
    rests = [party for party, dated in split.shares.items() if any(c.value is REST for c in dated)]
    starts = sorted({c.start for dated in split.shares.values() for c in dated if c.start})
    for day in starts or [date.max]:
        values = {party: share_at(dated, day) for party, dated in split.shares.items()}
        if len(rests) < 2 and any(value is None for value in values.values()):  # noqa: PLR2004
            continue
        shares = {party: value for party, value in values.items() if isinstance(value, Fraction)}
        year = year_label(year_of(day, agreement.first_month), agreement.first_month)
        fault = not_whole(shares, rests, path, year if starts else "")
        if fault is None:
            continue
        lacking = [party for party in agreement.parties if party not in split.shares]
        total = fault.arguments.get("total")
        weights = path[-1] == "mix"
        if isinstance(total, Fraction) and total < 1 and len(lacking) == 1 and not weights:
            fault = replace(fault, arguments={**fault.arguments, "add": f"{lacking[0]}: rest"})
        yield fault
        return


def idle_parties(plan: Plan) -> Findings:
    """A party that no split names: perhaps it only receives, or does the work."""
    agreement = plan.agreement
    bearing: set[str] = set()
    for split, path in plan.splits:
        if not isinstance(split, Fixed):
            return
        if path[0] not in ("shares", "reconciliation"):
            bearing |= split.shares.keys()
    own = any(item.per or item.bands or item.amounts for item in plan.unusual.values())
    if not bearing or own:
        return
    for name, party in agreement.parties.items():
        if name not in bearing:
            yield Diagnostic(
                "AV124", {"party": party.name}, ("parties", name), at="key", severity="warning"
            )


def weights_of_nothing(plan: Plan) -> Findings:
    """Proportions that are below zero or sum to nothing."""
    if Parts not in plan.kinds:
        return
    for split, path in plan.splits:
        if isinstance(split, Parts):
            below = [party for party, part in split.parts.items() if part < 0]
            for party in below:
                yield Diagnostic("AV109", {"what": party}, (*path, "parts", party))
            if not below and not any(split.parts.values()):
                yield Diagnostic("AV110", {}, (*path, "parts"))


def mix_weights(plan: Plan) -> Findings:
    """The weights of a mix make 100 %, like agreed shares."""
    if Mix not in plan.kinds:
        return
    agreement = plan.agreement
    for split, path in plan.splits:
        if isinstance(split, Mix):
            shares = {str(place + 1): part.weight for place, part in enumerate(split.mix)}
            for one in _shares(Fixed(_as_dated(shares)), (*path, "mix"), agreement):
                yield replace(one, path=_weight(one.path), related=tuple(map(_weight, one.related)))


def _weight(path: Path) -> Path:
    """Where a weight stands that a finding names by its number in the mix."""
    last = path[-1]
    if path[-2:-1] == ("mix",) and isinstance(last, str):
        return (*path[:-1], int(last) - 1, "weight")
    return path


def _as_dated(shares: Mapping[str, object]) -> dict[str, Dated]:
    return dict(shares)  # type: ignore[arg-type]


def absent_parties(plan: Plan) -> Findings:
    """A fixed share or amount for a party that is not in."""
    agreement = plan.agreement
    if not plan.changes:
        return
    told: set[Path] = set()
    for written, span in in_force(plan):
        for segment in segments(agreement, plan.terms, span, plan.changes):
            for named in parties(written.split):
                party, path = named.party, (*written.path, *named.path)
                shared = named.dated is None or share_at(named.dated, segment.span.first)
                absent = party in agreement.parties and party not in segment.parties
                if absent and shared and not named.present and path not in told:
                    told.add(path)
                    yield Diagnostic(
                        "AV111",
                        {
                            "party": agreement.parties[party].name,
                            "first": segment.span.first,
                            "last": segment.span.last,
                        },
                        path,
                        at=named.at,
                    )


def in_force(plan: Plan) -> Iterator[tuple[Written, Span]]:
    """Every split, those inside others too, with the days that it holds."""
    for term in plan.terms:
        for name, (split, place) in term.splits.items():
            key: Path = ("split",) if name == DEFAULT else ("splits", name)
            for written in nested(split, ("periods", place, *key)):
                yield written, term.span
    for name, item in plan.agreement.costs.items():
        if item.split is not None:
            for written in nested(item.split, ("costs", name, "split")):
                yield written, Span.between(item.start, item.to)


def steps(plan: Plan) -> Findings:
    """Steps that do not say how they flow: each is one kind, and only the last takes the rest."""
    for split, path in plan.splits if Steps in plan.kinds else ():
        if not isinstance(split, Steps):
            continue
        last = len(split.steps) - 1
        for place, stage in enumerate(split.steps):
            inside = (*path, "steps", place)
            kinds = [key for key in ("fixed", "first", "rest") if getattr(stage, key) is not None]
            if len(kinds) != 1 or (stage.first is None) != (stage.split is None):
                yield Diagnostic("AV115", {}, inside)
            elif "rest" in kinds and place != last:
                yield Diagnostic("AV116", {}, (*inside, "rest"), at="key")
            below = [
                party
                for party, dated in (stage.fixed or {}).items()
                if any(change.value < 0 for change in dated)
            ]
            for party in below:
                yield Diagnostic("AV109", {"what": party}, (*inside, "fixed", party))
            if any(change.value < 0 for change in stage.first or ()):
                yield Diagnostic("AV109", {"what": "first"}, (*inside, "first"))


def lowest(plan: Plan) -> Findings:
    """A mean of more results than there are; steps where only shares can stand."""
    if plan.kinds.isdisjoint((MeanOfLowest, Tolerance, Mix)):
        return
    for split, path in plan.splits:
        inner: list[tuple[Split, Path]] = []
        if isinstance(split, MeanOfLowest):
            rule, inside = split.mean_of_lowest, (*path, "mean_of_lowest")
            if not 1 <= rule.count <= len(rule.of):
                arguments = out_of_range("count", rule.count, 1, len(rule.of))
                yield Diagnostic("AV118", arguments, (*inside, "count"))
            inner = [(one, (*inside, "of", place)) for place, one in enumerate(rule.of)]
            inner.append((rule.others, (*inside, "others")))
        elif isinstance(split, Tolerance):
            inner = [(split.tolerance.actual, (*path, "tolerance", "actual"))]
            if split.tolerance.points < 0:
                yield Diagnostic("AV109", {"what": "points"}, (*path, "tolerance", "points"))
        elif isinstance(split, Mix) and split.round:
            inner = [(part.split, (*path, "mix", n, "split")) for n, part in enumerate(split.mix)]
        for one, where in inner:
            if depends_on_amount(Written(one, where), lambda _: None):
                yield Diagnostic("AV120", {}, where)
