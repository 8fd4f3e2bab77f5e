"""Splits that do not add up: shares, weights, proportions, steps."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.split_rules import Shares, Written, depends_on_amount, share_at
from avtalskalk.calculation.timeline import DEFAULT, segments
from avtalskalk.calculation.traverse import nested
from avtalskalk.diagnostics import Diagnostic, Findings, Path, Phrase, Sum
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.dated import Dated
from avtalskalk.model.splits import Fixed, MeanOfLowest, Mix, Parts, Split, Steps, Tolerance
from avtalskalk.model.values import REST
from avtalskalk.periods import Span, year_label, year_of


def fixed_shares(plan: Plan) -> Findings:
    """Agreed shares make 100 % exactly in every year, or leave a rest that is not below zero."""
    agreement = plan.agreement
    for one in plan.splits:
        if isinstance(one.split, Fixed):
            shares = plan.undated(one)
            if shares is None or not _is_whole(shares):
                yield from _shares(one.split, one.path, agreement)


def _is_whole(shares: Shares) -> bool:
    """Whether shares that never change, as most do not, make the whole; whole numbers tell."""
    weights = shares.weights.values()
    return sum(weights) == shares.total and min(weights) >= 0


def _shares(split: Fixed, path: Path, agreement: Agreement) -> Findings:
    rests = [party for party, dated in split.shares.items() if any(c.value is REST for c in dated)]
    if len(rests) > 1:
        yield Diagnostic(
            "AV105", {"parties": tuple(rests)}, (*path, rests[1]), related=((*path, rests[0]),)
        )
        return
    starts = sorted({c.start for dated in split.shares.values() for c in dated if c.start})
    for day in starts or [date.max]:
        values = {party: share_at(dated, day) for party, dated in split.shares.items()}
        if any(value is None for value in values.values()):
            continue
        shares = {party: value for party, value in values.items() if isinstance(value, Fraction)}
        total = sum(shares.values(), Fraction(0))
        if total == 1 or (rests and total < 1):
            continue
        listed = tuple(shares.items())
        lacking = [party for party in agreement.parties if party not in split.shares]
        weights = path[-1] == "mix"
        one_lacks = len(lacking) == 1 and total < 1 and not weights
        year = year_label(year_of(day, agreement.first_month), agreement.first_month)
        yield Diagnostic(
            "AV103" if rests else "AV104",
            {
                "total": total,
                "what": Phrase("the_weights" if weights else "the_shares"),
                "one": Phrase("one_weight" if weights else "one_share"),
                "of_one": Phrase("of_one_weight" if weights else "of_one_share"),
                # One term alone is its own sum, and need not be said twice.
                "shares": Sum(listed) if len(listed) > 1 else (),
                "difference": abs(1 - total),
                "add": f"{lacking[0]}: rest" if one_lacks else "",
                "year": year if starts else "",
            },
            path,
        )
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
                yield Diagnostic("AV109", {"party": party}, (*path, "parts", party))
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
            for party, path in _fixed_parties(written, segment.span.first):
                absent = party in agreement.parties and party not in segment.parties
                if absent and path not in told:
                    told.add(path)
                    yield Diagnostic(
                        "AV111",
                        {
                            "party": agreement.parties[party].name,
                            "first": segment.span.first,
                            "last": segment.span.last,
                        },
                        path,
                        at="key",
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


def _fixed_parties(written: Written, day: date) -> Iterator[tuple[str, Path]]:
    """The parties that a split gives a share or an amount of its own on a day."""
    split, path = written
    if isinstance(split, Fixed):
        for party, dated in split.shares.items():
            if share_at(dated, day):
                yield party, (*path, party)
    elif isinstance(split, Steps):
        for place, stage in enumerate(split.steps):
            for party in stage.fixed or ():
                yield party, (*path, "steps", place, "fixed", party)


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
                yield Diagnostic("AV117", {}, (*inside, "fixed", party))
            if any(change.value < 0 for change in stage.first or ()):
                yield Diagnostic("AV117", {}, (*inside, "first"))


def lowest(plan: Plan) -> Findings:
    """A mean of more results than there are; steps where only shares can stand."""
    if plan.kinds.isdisjoint((MeanOfLowest, Tolerance, Mix)):
        return
    for split, path in plan.splits:
        inner: list[tuple[Split, Path]] = []
        if isinstance(split, MeanOfLowest):
            rule, inside = split.mean_of_lowest, (*path, "mean_of_lowest")
            if not 1 <= rule.count <= len(rule.of):
                yield Diagnostic(
                    "AV118", {"count": rule.count, "most": len(rule.of)}, (*inside, "count")
                )
            inner = [(one, (*inside, "of", place)) for place, one in enumerate(rule.of)]
            inner.append((rule.others, (*inside, "others")))
        elif isinstance(split, Tolerance):
            inner = [(split.tolerance.actual, (*path, "tolerance", "actual"))]
            if split.tolerance.points < 0:
                yield Diagnostic("AV119", {}, (*path, "tolerance", "points"))
        elif isinstance(split, Mix) and split.round:
            inner = [(part.split, (*path, "mix", n, "split")) for n, part in enumerate(split.mix)]
        for one, where in inner:
            if depends_on_amount(Written(one, where), lambda _: None):
                yield Diagnostic("AV120", {}, where)
