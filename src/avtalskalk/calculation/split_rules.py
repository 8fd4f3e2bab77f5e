"""How each split rule shares a cost between the parties: one pure function per kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import lcm
from typing import NamedTuple, assert_never

from avtalskalk.calculation.keys import Values
from avtalskalk.calculation.missing import Unknown, faulty, missing, wrong
from avtalskalk.calculation.trace import Recorder
from avtalskalk.diagnostics import Amount, Diagnostic, Path, Phrase, Sum
from avtalskalk.model.dated import Dated, at
from avtalskalk.model.splits import (
    By,
    Equal,
    Fixed,
    MeanOfLowest,
    Mix,
    Named,
    Parts,
    Split,
    Steps,
    Tolerance,
)
from avtalskalk.money import common, half_up


@dataclass(frozen=True, slots=True)
class Shares:
    """Each party's exact share of one whole, as whole weights over ``total``, which they sum to.

    A party that is not named has none.  Whole numbers are many times quicker than fractions.
    Weights that do not sum to their total are refused: they would lose or invent money without
    a word.
    """

    weights: Mapping[str, int]
    total: int

    def __post_init__(self) -> None:
        """Refuse weights that are not a whole."""
        weights = self.weights.values()
        if self.total <= 0 or sum(weights) != self.total or min(weights, default=0) < 0:
            message = f"weights that do not sum to {self.total}: {dict(self.weights)}"
            raise ValueError(message)

    def of(self, party: str) -> Fraction:
        """One party's share."""
        return Fraction(self.weights.get(party, 0), self.total)


def shares_of(exact: Mapping[str, Fraction]) -> Shares:
    """Exact shares as whole weights over their least common denominator."""
    weights, total = common(list(exact.values()))
    return Shares(dict(zip(exact, weights, strict=True)), total)


class Written(NamedTuple):
    """A split and the place in the file where it is written."""

    split: Split
    path: Path


class Moment(NamedTuple):
    """Where and when a split is asked for its weights.

    ``taking_part`` are the parties that are in, in the file's order; ``values`` gives a key's
    values for the year, ``named`` the split that a name stands for; ``steps_left`` counts down
    how many splits may still be gone through; ``known`` keeps what simple splits came to, and
    ``trace`` hears how they are used.  Amounts are in minor units of ``currency``.
    """

    taking_part: tuple[str, ...]
    day: date
    year: str
    values: Callable[[str], Values | Unknown]
    named: Callable[[str], Written | None]
    steps_left: Iterator[int]
    known: dict[object, Shares]
    currency: str
    trace: Recorder | None = None


MOST_SPLITS = 5_000
"""So many splits one cost may go through: names that name each other can multiply without end."""


def weigh(written: Written, moment: Moment) -> Shares | Unknown:
    """Each party's exact share under a split that does not depend on the amount; they sum to 1."""
    if next(moment.steps_left, None) is None:
        return wrong("AV125", written.path, limit=MOST_SPLITS)
    if moment.trace is not None:
        with moment.trace.inside(_kind(written.split), written.path) as record:
            record.result = shares = _weigh(written, moment)
        return shares
    where = _rests_on(written, moment)
    if where in moment.known:
        return moment.known[where]
    shares = _weigh(written, moment)
    if where and isinstance(shares, Shares):
        moment.known[where] = shares
    return shares


def _rests_on(written: Written, moment: Moment) -> tuple[object, ...] | None:
    """All that a simple split's shares depend on; None for splits with others inside."""
    split, path = written
    match split:
        case Fixed():
            return None
        case Equal() | Parts():
            return path, moment.taking_part
        case By():
            among = split.among and tuple(split.among)
            return split.by, among, split.round, moment.taking_part, moment.year
        case _:
            return None


def _kind(split: Split) -> str:
    return type(split).__name__.lower()


def _weigh(written: Written, moment: Moment) -> Shares | Unknown:  # noqa: PLR0911 - one per kind
    split, path = written
    match split:
        case Fixed():
            return fixed(split, path, moment)
        case Equal():
            among = moment.taking_part if split.equal is None else split.equal
            return equal(among, split.round, path, moment)
        case Parts():
            return parts(split, path, moment)
        case By():
            return by(split, path, moment)
        case Mix():
            return mix(split, path, moment)
        case Tolerance():
            return tolerance(split, path, moment)
        case MeanOfLowest():
            return mean_of_lowest(split, path, moment)
        case Named():
            if moment.trace is not None:
                moment.trace.note(name=split.name)
            found = moment.named(split.name)
            return missing(*path) if found is None else weigh(found, _below(split, moment))
        case Steps():
            return wrong("AV120", path)
        case _:
            assert_never(split)


def depends_on_amount(written: Written, named: Callable[[str], Written | None]) -> bool:
    """Whether a split has steps in it, so that its shares depend on the size of the cost."""
    return any(isinstance(split, Steps) for split in _inside(written.split, named))


def changes(written: Written, named: Callable[[str], Written | None]) -> Iterator[date]:
    """The days from which an amount inside a split's steps is another one."""
    for split in _inside(written.split, named):
        for stage in split.steps if isinstance(split, Steps) else ():
            for dated in (stage.first or (), *(stage.fixed or {}).values()):
                yield from (change.start for change in dated if change.start)


def _inside(split: Split, named: Callable[[str], Written | None]) -> Iterator[Split]:
    """A split and those that its amount flows on to, each name followed once."""
    waiting: list[Split] = [split]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        yield one
        match one:
            case Steps():
                inner = (part for stage in one.steps for part in (stage.split, stage.rest))
                waiting += [part for part in inner if part is not None]
            case Mix():
                waiting += [part.split for part in one.mix]
            case Named() if one.name not in seen:
                seen.add(one.name)
                found = named(one.name)
                if found is not None:
                    waiting.append(found.split)
            case _:
                pass


def _below(split: Named, moment: Moment) -> Moment:
    """The moment inside a split by its name."""
    return moment._replace(named=_without(split.name, moment.named))


def _without(name: str, named: Callable[[str], Written | None]) -> Callable[[str], Written | None]:
    """Names without one: a split that in the end names itself leads nowhere, not round."""
    return lambda other: None if other == name else named(other)


# --- one function per kind -----------------------------------------------------------------


def undated_shares(split: Fixed) -> Shares | None:
    """Agreed shares that never change, the rest filled in; None where one does, or they are wrong.

    What is wrong with them is for a check to tell (see `not_whole`).
    """
    exact: dict[str, Fraction] = {}
    rests: list[str] = []
    for party, dated in split.shares.items():
        if len(dated) != 1 or dated[0].start is not None:
            return None
        value = dated[0].value
        if isinstance(value, Fraction):
            exact[party] = value
        else:
            rests.append(party)
    return None if not_whole(exact, rests, ()) else _with_rest(exact, rests)


def not_whole(
    exact: Mapping[str, Fraction], rests: Sequence[str], path: Path, year: str = ""
) -> Diagnostic | None:
    """What is wrong with shares that do not make the whole; None where they do.

    ``rests`` are those who take what is left, one at most.  Weights of a mix are shares by their
    number in the ``mix`` that the path leads to.
    """
    if len(rests) > 1:
        first, second = (*path, rests[0]), (*path, rests[1])
        return Diagnostic("AV105", {"parties": tuple(rests)}, second, related=(first,))
    total = sum(exact.values(), Fraction(0))
    if total == 1 or (rests and total < 1):
        return None
    weights = path[-1:] == ("mix",)
    return Diagnostic(
        "AV103" if rests else "AV104",
        {
            "total": total,
            "what": Phrase("the_weights" if weights else "the_shares"),
            "one": Phrase("one_weight" if weights else "one_share"),
            "of_one": Phrase("of_one_weight" if weights else "of_one_share"),
            # One term alone is its own sum, and need not be said twice.
            "shares": Sum(tuple(exact.items())) if len(exact) > 1 else (),
            "difference": abs(1 - total),
            "add": "",
            "year": year,
        },
        path,
    )


def _with_rest(exact: Mapping[str, Fraction], rests: Sequence[str]) -> Shares:
    """Exact shares as whole weights, with what is left of the whole for the rest, if any is."""
    weights, total = common(list(exact.values()))
    by_party = dict(zip(exact, weights, strict=True))
    return Shares(by_party | {rest: total - sum(weights) for rest in rests}, total)


def fixed(split: Fixed, path: Path, moment: Moment) -> Shares | Unknown:
    """Agreed shares on the day, the rest filled in."""
    exact: dict[str, Fraction] = {}
    rests: list[str] = []
    for party, dated in split.shares.items():
        value = share_at(dated, moment.day)
        if value is None:
            return missing(*path, party, moment.year)
        if isinstance(value, Fraction):
            exact[party] = value
        else:
            rests.append(party)
    fault = not_whole(exact, rests, path, moment.year)
    if fault is not None:
        return faulty(fault)
    if moment.trace is not None:
        moment.trace.note(split=split, day=moment.day, rest=rests[0] if rests else "")
    return _with_rest(exact, rests)


def share_at(dated: Dated, day: date) -> object | None:
    """A dated share's value on a day; None before the first."""
    change = at(dated, day)
    return None if change is None else change.value


def equal(
    among: Iterable[str], step: Fraction | None, path: Path, moment: Moment
) -> Shares | Unknown:
    """The same share for each that takes part."""
    named = set(among)
    each = {party: 1 for party in moment.taking_part if party in named}
    return in_proportion(each, step, path, moment)


def parts(split: Parts, path: Path, moment: Moment) -> Shares | Unknown:
    """Shares in proportion to agreed numbers."""
    taking_part = {p: split.parts[p] for p in moment.taking_part if p in split.parts}
    return in_proportion(taking_part, split.round, path, moment)


def by(split: By, path: Path, moment: Moment) -> Shares | Unknown:
    """Shares in proportion to a key."""
    among: Sequence[str] = moment.taking_part
    if split.among is not None:
        among = [party for party in among if party in split.among]
    values = key_values(split.by, among, moment)
    if isinstance(values, Unknown):
        return values
    if values and not any(values.values()):
        return wrong("AV508", ("keys", split.by), key=split.by, year=moment.year)
    return in_proportion(values, split.round, path, moment)


def key_values(name: str, parties: Sequence[str], moment: Moment) -> dict[str, Fraction] | Unknown:
    """A key's value for each of the parties: all must have one, none below zero."""
    found = moment.values(name)
    if isinstance(found, Unknown):
        return found
    values: dict[str, Fraction] = {}
    when = found.observed[-1] if found.observed else ""
    path: Path = ("keys", name, "values", when) if when else ("keys", name, "values")
    for party in parties:
        value = found.of(party)
        if value is None:
            lacking = wrong("AV503", path, key=name, party=party, when=when or moment.year)
            return found.faults.get(party, lacking)
        if value.numerator < 0:
            return wrong("AV507", (*path, party), key=name, party=party, year=moment.year)
        values[party] = value
    return values


def mix(split: Mix, path: Path, moment: Moment) -> Shares | Unknown:
    """A weighted mean of other splits' shares."""
    weights = mix_weights(split, path, moment)
    if isinstance(weights, Unknown):
        return weights
    terms: list[tuple[int, Shares]] = []
    for place, (weight, part) in enumerate(zip(weights.each, split.mix, strict=True)):
        if not weight:
            continue
        inner = weigh(Written(part.split, (*path, "mix", place, "split")), moment)
        if isinstance(inner, Unknown):
            return inner
        terms.append((weight, inner))
    return rounded(_added(terms, weights.total), split.round, path, moment)


def _added(terms: Sequence[tuple[int, Shares]], total: int) -> Shares:
    """Shares times their weights, which sum to ``total``, added party by party."""
    under = lcm(*(shares.total for _, shares in terms))
    sums: dict[str, int] = {}
    for weight, shares in terms:
        times = weight * (under // shares.total)
        for party, one in shares.weights.items():
            sums[party] = sums.get(party, 0) + one * times
    return Shares(sums, under * total)


class MixWeights(NamedTuple):
    """The weights of a mix's parts in the order written, over ``total``, which they sum to."""

    each: Sequence[int]
    total: int

    def of(self, place: int) -> Fraction:
        """The weight of the part at a place."""
        return Fraction(self.each[place], self.total)


def mix_weights(split: Mix, path: Path, moment: Moment) -> MixWeights | Unknown:
    """The weights of a mix on the day, the rest filled in."""
    exact: dict[str, Fraction] = {}
    rests: list[str] = []
    for place, part in enumerate(split.mix):
        value = share_at(part.weight, moment.day)
        if value is None:
            return missing(*path, "mix", place, "weight", moment.year)
        if isinstance(value, Fraction):
            exact[str(place + 1)] = value
        else:
            rests.append(str(place + 1))
    fault = not_whole(exact, rests, (*path, "mix"), moment.year)
    if fault is not None:
        return faulty(fault)
    each, total = common(list(exact.values()))
    for rest in rests:
        each.insert(int(rest) - 1, total - sum(each))
    weights = MixWeights(each, total)
    if moment.trace is not None:
        left = weights.of(int(rests[0]) - 1) if rests else Fraction(0)
        moment.trace.note(split=split, day=moment.day, rest=left)
    return weights


def tolerance(split: Tolerance, path: Path, moment: Moment) -> Shares | Unknown:
    """The agreed shares, unless some party's actual share is more than so many points away."""
    band = split.tolerance
    change = at(band.agreed, moment.day)
    if change is None:
        return missing(*path, "tolerance", "agreed", moment.year)
    end: Path = (change.key,) if change.key else ()
    agreed = weigh(Written(change.value, (*path, "tolerance", "agreed", *end)), moment)
    actual = weigh(Written(band.actual, (*path, "tolerance", "actual")), moment)
    if isinstance(agreed, Unknown):
        return agreed
    if isinstance(actual, Unknown):
        return actual
    parties = {**agreed.weights, **actual.weights}
    moved = {party: abs(actual.of(party) - agreed.of(party)) for party in parties}
    if moment.trace is not None:
        moment.trace.note(moved=moved, points=band.points)
    if all(points <= band.points / 100 for points in moved.values()):
        return agreed
    return rounded(actual, band.round, path, moment)


def mean_of_lowest(split: MeanOfLowest, path: Path, moment: Moment) -> Shares | Unknown:
    """One party bears the mean of its lowest shares under several splits; the rest by another."""
    rule, inside = split.mean_of_lowest, (*path, "mean_of_lowest")
    results: list[Fraction] = []
    for place, one in enumerate(rule.of):
        shares = weigh(Written(one, (*inside, "of", place)), moment)
        if isinstance(shares, Unknown):
            return shares
        results.append(shares.of(rule.party))
    lowest = sorted(results)[: rule.count]
    if moment.trace is not None:
        moment.trace.note(rule=rule)
    own = sum(lowest, Fraction(0)) / len(lowest)
    others = weigh(Written(rule.others, (*inside, "others")), moment)
    if isinstance(others, Unknown):
        return others
    alone = Shares({rule.party: 1}, 1)
    left = own.denominator - own.numerator
    return _added([(left, others), (own.numerator, alone)], own.denominator)


# --- shared by the kinds -------------------------------------------------------------------


def in_proportion(
    values: Mapping[str, Fraction | int], step: Fraction | None, path: Path, moment: Moment
) -> Shares | Unknown:
    """Shares in proportion to values that are zero or above."""
    numerators, _ = common(list(values.values()))
    total = sum(numerators)
    if not total:
        return wrong("AV112", path, year=moment.year)
    if moment.trace is not None:
        moment.trace.note(values=values)
    shares = Shares(dict(zip(values, numerators, strict=True)), total)
    return rounded(shares, step, path, moment)


def rounded(shares: Shares, step: Fraction | None, path: Path, moment: Moment) -> Shares | Unknown:
    """Shares rounded half up to a step, the last party that has a share taking the rest."""
    if not step:
        return shares
    sharing = [party for party in moment.taking_part if shares.weights.get(party)]
    result: dict[str, Fraction] = {}
    for party in sharing[:-1]:
        steps = shares.of(party) / step
        result[party] = half_up(steps.numerator, steps.denominator) * step
    left = 1 - sum(result.values(), Fraction(0))
    if moment.trace is not None:
        moment.trace.note(step=step, exact=shares, taker=sharing[-1])
    if left < 0:
        return wrong("AV114", path, year=moment.year, party=sharing[-1])
    return shares_of(result | {sharing[-1]: left})


# --- splits that depend on the amount ------------------------------------------------------


class Flow(NamedTuple):
    """A cost on its way through a split with steps.

    ``part`` is how much of a year the amounts inside the split are counted for.
    """

    amount: Fraction
    part: Fraction


def divide(written: Written, flow: Flow, moment: Moment) -> Mapping[str, Fraction] | Unknown:
    """Each party's exact part of an amount (zero or above) under any split; they sum to it."""
    if moment.trace is None:
        return _divide(written, flow, moment)
    with moment.trace.inside("flow", written.path, flow=flow, split=written.split) as record:
        record.result = found = _divide(written, flow, moment)
    return found


def _divide(written: Written, flow: Flow, moment: Moment) -> Mapping[str, Fraction] | Unknown:
    split, path = written
    match split:
        case Steps():
            return steps(split, path, flow, moment)
        case Mix():
            return _divided_mix(split, path, flow, moment)
        case Named():
            found = moment.named(split.name)
            return missing(*path) if found is None else divide(found, flow, _below(split, moment))
        case _:
            shares = weigh(written, moment)
            if isinstance(shares, Unknown):
                return shares
            return {party: flow.amount * shares.of(party) for party in shares.weights}


def _divided_mix(
    split: Mix, path: Path, flow: Flow, moment: Moment
) -> Mapping[str, Fraction] | Unknown:
    """A mix that has steps in one of its parts: each part of the amount goes its own way."""
    weights = mix_weights(split, path, moment)
    if isinstance(weights, Unknown):
        return weights
    found: dict[str, Fraction] = {}
    for place, part in enumerate(split.mix):
        inside = Written(part.split, (*path, "mix", place, "split"))
        inner = divide(inside, flow._replace(amount=flow.amount * weights.of(place)), moment)
        if isinstance(inner, Unknown):
            return inner
        _add(found, inner)
    return found


def steps(split: Steps, path: Path, flow: Flow, moment: Moment) -> Mapping[str, Fraction] | Unknown:
    """The amount flows through the steps in order; the last takes all that is left."""
    left = flow.amount
    found: dict[str, Fraction] = {}
    taken_by: list[tuple[Fraction, Fraction]] = []
    if moment.trace is not None:
        moment.trace.note(taken=taken_by, day=moment.day)
    for place, stage in enumerate(split.steps):
        inside = (*path, "steps", place)
        if stage.fixed is not None:
            off = _fixed_amounts(stage.fixed, inside, flow, moment)
            if isinstance(off, Unknown):
                return off
            taken = sum(off.values(), Fraction(0))
            if taken > left:
                amounts = {"fixed": Amount(taken, moment.currency)}
                amounts["cost"] = Amount(left, moment.currency)
                return wrong("AV121", (*inside, "fixed"), year=moment.year, **amounts)
            inner: Mapping[str, Fraction] | Unknown = off
        else:
            taken = left
            if stage.first is not None:
                first = at(stage.first, moment.day)
                if first is None:
                    return missing(*inside, "first", moment.year)
                taken = min(left, first.value * flow.part)
            key = "rest" if stage.rest is not None else "split"
            inner_split = stage.rest if stage.rest is not None else stage.split
            assert inner_split is not None  # noqa: S101 - a check has refused it
            inner = divide(
                Written(inner_split, (*inside, key)), flow._replace(amount=taken), moment
            )
        if isinstance(inner, Unknown):
            return inner
        _add(found, inner)
        taken_by.append((left, taken))
        left -= taken
    if left:
        lacking = Amount(left, moment.currency)
        return wrong("AV122", (*path, "steps"), year=moment.year, left=lacking)
    return found


def _fixed_amounts(
    amounts: Mapping[str, Dated], path: Path, flow: Flow, moment: Moment
) -> dict[str, Fraction] | Unknown:
    found: dict[str, Fraction] = {}
    for party, dated in amounts.items():
        change = at(dated, moment.day)
        if change is None:
            return missing(*path, "fixed", party, moment.year)
        found[party] = change.value * flow.part
    return found


def _add(found: dict[str, Fraction], inner: Mapping[str, Fraction]) -> None:
    for party, amount in inner.items():
        found[party] = found.get(party, Fraction(0)) + amount
