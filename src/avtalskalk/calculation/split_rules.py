"""How each split rule shares a cost between the parties: one pure function per kind.

What a function returns carries how it came about, for an explanation to read.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Literal, NamedTuple, assert_never

from avtalskalk.calculation.keys import Values, mean_of_shares
from avtalskalk.calculation.missing import Unknown, faulty, missing, wrong
from avtalskalk.calculation.tables import brackets_of, row_of
from avtalskalk.diagnostics import Amount, Diagnostic, Path, Phrase, Sum
from avtalskalk.model.dated import Dated, DatedValue, at
from avtalskalk.model.splits import (
    AsOf,
    By,
    Equal,
    Fixed,
    MeanOfLowest,
    Mix,
    Named,
    Parts,
    Split,
    Stage,
    Steps,
    Tolerance,
    children,
)
from avtalskalk.money import common, half_up
from avtalskalk.read_only import ReadOnly

# How far from 100 percentages can be because a paper rounds them.
ROUNDED_IN_THE_PAPER = Fraction(1, 10)


class MixWeights(NamedTuple):
    """The weights of a mix's parts, or of a year's, in order over ``total``, which they sum to.

    ``lasting`` says that they are the same on every day.
    """

    numerators: Sequence[int]
    total: int
    lasting: bool

    def of(self, place: int) -> Fraction:
        """The weight of the part at a place."""
        return Fraction(self.numerators[place], self.total)


class SizeWeight(NamedTuple):
    """What a party weighs by its size: ``parts`` of that in rows of a table, by their places."""

    weight: Fraction
    parts: Mapping[int, Fraction]


Weights = tuple[Mapping[str, int], int]
"""Whole weights by party, and the total that they sum to."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Each party's exact share of one whole, as whole weights over ``total``, which they sum to.

    A party that is not named has none.  Whole numbers are many times quicker than fractions.
    Weights that do not sum to their total are refused: they would lose or invent money without
    a word.

    The rest is how they came about: by ``split``, written at ``path``, on ``day``; ``lasting``
    says that they are the same on every day of their term.  ``inner`` are the shares of the
    splits inside that were asked, by their paths below, ``used`` the paths of those that a choice
    fell on, and ``weights_of`` their weights in a mix.  ``values`` are the numbers that the shares
    are in proportion to, those of ``key`` where they are a key's, or what these weigh
    ``by_size``.  ``exact`` are the shares before
    they were rounded to a ``step``, and ``moved`` how far each party's actual share is from the
    agreed one.
    """

    weights: Mapping[str, int]
    total: int
    split: Split
    path: Path
    day: date
    lasting: bool = False
    inner: "Mapping[Path, Shares]" = field(default_factory=dict)
    values: Mapping[str, Fraction | int] = field(default_factory=dict)
    key: Values | None = None
    by_size: Mapping[str, SizeWeight] = field(default_factory=dict)
    exact: "Shares | None" = None
    step: Fraction | None = None
    used: tuple[Path, ...] = ()
    weights_of: MixWeights | None = None
    moved: Mapping[str, Fraction] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse weights that are not a whole."""
        weights = self.weights.values()
        if self.total <= 0 or sum(weights) != self.total or min(weights, default=0) < 0:
            message = f"weights that do not sum to {self.total}: {dict(self.weights)}"
            raise ValueError(message)

    def of(self, party: str) -> Fraction:
        """One party's share."""
        return Fraction(self.weights.get(party, 0), self.total)


class Written(NamedTuple):
    """A split and the place in the file where it is written."""

    split: Split
    path: Path


class Moment(NamedTuple):
    """Where and when a split is asked for its weights.

    ``taking_part`` are the parties that are in, in the file's order; ``values`` gives a key's
    values for the year, ``named`` the split that a name stands for; ``earlier`` an earlier year
    that the agreement covers; ``splits_left`` counts down how many splits may still be gone
    through.  Amounts are in minor units of ``currency``.
    """

    taking_part: tuple[str, ...]
    day: date
    year: str
    values: Callable[[str], Values | Unknown]
    named: Callable[[str], Written | None]
    earlier: Callable[[int], "Sequence[tuple[Fraction, Moment]]"]
    splits_left: Iterator[int]
    currency: str


MOST_SPLITS = 5_000
"""So many splits one cost may go through: names that name each other can multiply without end."""


def weigh(written: Written, moment: Moment) -> Shares | Unknown:  # noqa: PLR0911, PLR0912 - one a kind
    """Each party's exact share under a split that does not depend on the amount; they sum to 1."""
    split, path = written
    if next(moment.splits_left, None) is None:
        return wrong("AV125", path, limit=MOST_SPLITS)
    match split:
        case Fixed():
            return fixed(split, path, moment)
        case Equal():
            among = moment.taking_part if split.equal is None else split.equal
            values = {party: 1 for party in moment.taking_part if party in among}
            return in_proportion(values, split, path, moment)
        case Parts():
            parts = {p: split.parts[p] for p in moment.taking_part if p in split.parts}
            return in_proportion(parts, split, path, moment)
        case By():
            return by(split, path, moment)
        case Mix():
            return mix(split, path, moment)
        case Tolerance():
            return tolerance(split, path, moment)
        case MeanOfLowest():
            return mean_of_lowest(split, path, moment)
        case AsOf():
            return as_of(split, path, moment)
        case Named():
            named = moment.named(split.name)
            inner = missing(*path) if named is None else weigh(named, _below(split, moment))
            if isinstance(inner, Unknown):
                return inner
            weights = inner.weights, inner.total
            return Shares(*weights, split, path, moment.day, inner.lasting, {(): inner})
        case Steps():
            return wrong("AV120", path)
        case _:
            assert_never(split)


def depends_on_amount(written: Written, named: Callable[[str], Written | None]) -> bool:
    """Whether a split has steps in it, so that its shares depend on the size of the cost."""
    return any(isinstance(split, Steps) for split in _flowing(written.split, named))


def has_earlier_years(written: Written, named: Callable[[str], Written | None]) -> bool:
    """Whether a split gives, somewhere in it, shares as they were in an earlier year."""
    return any(isinstance(split, AsOf) for split in _flowing(written.split, named))


def changes(written: Written, named: Callable[[str], Written | None]) -> Iterator[date]:
    """The days from which an amount inside a split's steps is another one."""
    for split in _flowing(written.split, named):
        for stage in split.steps if isinstance(split, Steps) else ():
            for dated in (stage.first or (), *(stage.fixed or {}).values()):
                yield from (change.start for change in dated if change.start)


def _flowing(split: Split, named: Callable[[str], Written | None]) -> Iterator[Split]:
    """A split and those inside it, each name followed once."""
    waiting: list[Split] = [split]
    followed: set[str] = set()
    while waiting:
        inner = waiting.pop()
        yield inner
        waiting += [below for _, below in children(inner)]
        if isinstance(inner, Named) and inner.name not in followed:
            followed.add(inner.name)
            following = named(inner.name)
            waiting += [following.split] if following else []


def _below(split: Named, moment: Moment) -> Moment:
    """The moment inside a split by its name: one that in the end names itself leads nowhere."""
    outside = moment.named
    return moment._replace(named=lambda name: None if name == split.name else outside(name))


# --- one function per kind -----------------------------------------------------------------


def fixed(split: Fixed, path: Path, moment: Moment) -> Shares | Unknown:
    """Agreed shares on the day, the rest filled in."""
    exact: dict[str, Fraction] = {}
    rests: dict[str, Path] = {}
    lasting = True
    for party, dated in split.shares.items():
        lasting = lasting and len(dated) == 1 and dated[0].start is None
        share = share_at(dated, moment.day)
        if share is None:
            return missing(*path, party, moment.year)
        if isinstance(share, Fraction):
            exact[party] = share
        else:
            rests[party] = (*path, party)
    weights, total = common(list(exact.values()))
    left = total - sum(weights)
    by_party = dict(zip(exact, weights, strict=True))
    if len(rests) == 1 and left >= 0:
        by_party |= dict.fromkeys(rests, left)
    elif rests or left:
        return faulty(not_whole(exact, rests, path, word="share", year=moment.year))
    return Shares(by_party, total, split, path, moment.day, lasting)


def not_whole(
    exact: Mapping[str, Fraction],
    rests: Mapping[str, Path],
    path: Path,
    *,
    word: Literal["share", "weight"],
    year: str,
) -> Diagnostic:
    """What is wrong with named shares, or weights of a mix, that do not make the whole.

    ``rests`` are those who take what is left, one at most, with their paths.
    """
    if len(rests) > 1:
        first, second = list(rests.values())[:2]
        return Diagnostic("AV105", {"parties": tuple(rests)}, second, related=(first,))
    total = sum(exact.values(), Fraction(0))
    return Diagnostic(
        "AV103" if rests else "AV104",
        {
            "total": total,
            "what": Phrase(f"the_{word}s"),
            "one": Phrase(f"one_{word}"),
            "of_one": Phrase(f"of_one_{word}"),
            # One term alone is its own sum, and need not be written twice.
            "shares": Sum(tuple(exact.items())) if len(exact) > 1 else (),
            "difference": abs(1 - total),
            "add": "",
            "parts": as_parts(exact) if word == "share" and not rests else "",
            "year": year,
        },
        path,
    )


def as_parts(exact: Mapping[str, Fraction]) -> str:
    """Percentages as proportions, where a paper's rounding can be why they do not make 100."""
    percentages = {party: 100 * share for party, share in exact.items()}
    if abs(100 - sum(percentages.values(), Fraction(0))) > ROUNDED_IN_THE_PAPER:
        return ""
    written = []
    for party, percent in percentages.items():
        # Never three decimals, which can be read as thousands.
        exact_at = [digits for digits in (0, 1, 2, 4, 6) if not percent * 10**digits % 1]
        if not exact_at:
            return ""
        written.append(f"{party}: {float(percent):.{exact_at[0]}f}")
    return f"parts: {{{', '.join(written)}}}"


def share_at(dated: Dated, day: date) -> object | None:
    """A dated share's value on a day; None before the first."""
    change = at(dated, day)
    return None if change is None else change.value


def by(split: By, path: Path, moment: Moment) -> Shares | Unknown:
    """Shares in proportion to a key."""
    among = moment.taking_part if split.among is None else split.among
    values = key_values(split.by, [party for party in moment.taking_part if party in among], moment)
    if isinstance(values, Unknown):
        return values
    if split.tables:
        by_size = {party: size_weight(split, size) for party, size in values.by_party.items()}
        weights = {party: weighed.weight for party, weighed in by_size.items()}
        return in_proportion(weights, split, path, moment, values.key, by_size)
    if values.by_party and not any(values.by_party.values()):
        return wrong("AV508", ("keys", split.by), key=split.by, year=moment.year)
    return in_proportion(values.by_party, split, path, moment, values.key)


def size_weight(split: By, size: Fraction) -> SizeWeight:
    """What a party of a size weighs: by the row that it falls in, or each part of it by its own."""
    ((form, table),) = split.tables.items()
    parts = brackets_of(table, size) if form == "scale" else {row_of(table, size): size}
    weight = Fraction(0)
    for place, part in parts.items():
        row = table[place]
        weight += part * (row.factor or 0) if row.weight is None else row.weight
    return SizeWeight(weight, parts)


class PartyValues(NamedTuple):
    """A key's values for some parties, in the order asked, with the key that they are of."""

    key: Values
    by_party: Mapping[str, Fraction]


def key_values(name: str, parties: Sequence[str], moment: Moment) -> PartyValues | Unknown:
    """A key's value for each of the parties: all must have one, none below zero."""
    key = moment.values(name)
    if isinstance(key, Unknown):
        return key
    by_party: dict[str, Fraction] = {}
    when = key.observed[-1] if key.observed else ""
    path: Path = ("keys", name, "values", when) if when else ("keys", name, "values")
    for party in parties:
        value = key.of(party)
        if value is None:
            lacking = wrong("AV503", path, key=name, party=party, when=when or moment.year)
            return key.faults.get(party, lacking)
        if value.numerator < 0:
            return wrong("AV507", (*path, party), key=name, party=party, year=moment.year)
        by_party[party] = value
    if key.key.of_shares:
        key = mean_of_shares(key, parties)
        if isinstance(key, Unknown):
            return key
        by_party = {party: key.of(party) or Fraction(0) for party in parties}
    return PartyValues(key, by_party)


def in_proportion(
    values: Mapping[str, Fraction | int],
    split: Equal | Parts | By,
    path: Path,
    moment: Moment,
    key: Values | None = None,
    by_size: Mapping[str, SizeWeight] = ReadOnly(),
) -> Shares | Unknown:
    """Shares in proportion to values that are zero or above."""
    weights, _ = common(list(values.values()))
    total = sum(weights)
    if not total:
        return wrong("AV112", path, year=moment.year)
    by_party = dict(zip(values, weights, strict=True))
    shares = Shares(
        by_party, total, split, path, moment.day, key is None,
        values=values, key=key, by_size=by_size,
    )  # fmt: skip
    return rounded(shares, split.round, moment)


def mix(split: Mix, path: Path, moment: Moment) -> Shares | Unknown:
    """A weighted mean of other splits' shares."""
    weights = mix_weights(split, path, moment)
    if isinstance(weights, Unknown):
        return weights
    inner: dict[Path, Shares] = {}
    terms: list[tuple[int, Shares]] = []
    for place, (weight, part) in enumerate(zip(weights.numerators, split.mix, strict=True)):
        if not weight:
            continue
        below: Path = ("mix", place, "split")
        part_shares = weigh(Written(part.split, (*path, *below)), moment)
        if isinstance(part_shares, Unknown):
            return part_shares
        inner[below] = part_shares
        terms.append((weight, part_shares))
    lasting = weights.lasting and all(part.lasting for part in inner.values())
    sums = _sum(terms, weights.total)
    shares = Shares(*sums, split, path, moment.day, lasting, inner, weights_of=weights)
    return rounded(shares, split.round, moment)


def _sum(terms: Sequence[tuple[int, Shares]], total: int) -> Weights:
    """Shares times their weights, which sum to ``total``, added party by party."""
    under = lcm(*(shares.total for _, shares in terms))
    sums: dict[str, int] = {}
    for weight, shares in terms:
        times = weight * (under // shares.total)
        for party, numerator in shares.weights.items():
            sums[party] = sums.get(party, 0) + numerator * times
    return sums, under * total


def mix_weights(split: Mix, path: Path, moment: Moment) -> MixWeights | Unknown:
    """The weights of a mix on the day, the rest filled in."""
    exact: dict[str, Fraction] = {}
    rests: dict[str, Path] = {}
    for place, part in enumerate(split.mix):
        weight, below = share_at(part.weight, moment.day), (*path, "mix", place, "weight")
        if weight is None:
            return missing(*below, moment.year)
        if isinstance(weight, Fraction):
            exact[str(place + 1)] = weight
        else:
            rests[str(place + 1)] = below
    numerators, total = common(list(exact.values()))
    left = total - sum(numerators)
    if len(rests) == 1 and left >= 0:
        numerators.insert(int(next(iter(rests))) - 1, left)
    elif rests or left:
        fault = not_whole(exact, rests, (*path, "mix"), word="weight", year=moment.year)
        return faulty(fault)
    lasting = all(len(part.weight) == 1 and not part.weight[0].start for part in split.mix)
    return MixWeights(numerators, total, lasting)


def tolerance(split: Tolerance, path: Path, moment: Moment) -> Shares | Unknown:
    """The agreed shares, unless some party's actual share is more than so many points away."""
    band = split.tolerance
    change = at(band.agreed, moment.day)
    if change is None:
        return missing(*path, "tolerance", "agreed", moment.year)
    below: Path = ("tolerance", "agreed", *([change.key] if change.key else []))
    agreed = weigh(Written(change.value, (*path, *below)), moment)
    actual = weigh(Written(band.actual, (*path, "tolerance", "actual")), moment)
    if isinstance(agreed, Unknown):
        return agreed
    if isinstance(actual, Unknown):
        return actual
    parties = {**agreed.weights, **actual.weights}
    moved = {party: abs(actual.of(party) - agreed.of(party)) for party in parties}
    exceeded = any(points > band.points / 100 for points in moved.values())
    used = actual if exceeded else agreed
    lasting = len(band.agreed) == 1 and not change.start and agreed.lasting and actual.lasting
    inner: dict[Path, Shares] = {
        ("tolerance", "agreed"): agreed,
        ("tolerance", "actual"): actual,
    }
    shares = Shares(
        used.weights, used.total, split, path, moment.day, lasting, inner,
        used=(("tolerance", "actual" if exceeded else "agreed"),), moved=moved,
    )  # fmt: skip
    return rounded(shares, band.round, moment) if exceeded else shares


def mean_of_lowest(split: MeanOfLowest, path: Path, moment: Moment) -> Shares | Unknown:
    """One party bears the mean of its lowest shares under several splits; the rest by another."""
    rule = split.mean_of_lowest
    inner: dict[Path, Shares] = {}
    for below, inner_split in children(split):
        shares = weigh(Written(inner_split, (*path, *below)), moment)
        if isinstance(shares, Unknown):
            return shares
        inner[below] = shares
    *candidates, last = inner
    of_others = inner[last]
    lowest = sorted(candidates, key=lambda below: inner[below].of(rule.party))[: rule.count]
    mean = sum((inner[below].of(rule.party) for below in lowest), Fraction(0)) / len(lowest)
    # The party bears its mean of the whole; what is left goes by the split of the others.
    left = mean.denominator - mean.numerator
    weights = {party: left * weight for party, weight in of_others.weights.items()}
    weights[rule.party] = weights.get(rule.party, 0) + mean.numerator * of_others.total
    lasting = all(shares.lasting for shares in inner.values())
    total = mean.denominator * of_others.total
    shares = Shares(weights, total, split, path, moment.day, lasting, inner, used=(*lowest, last))
    return rounded(shares, split.round, moment)


def as_of(split: AsOf, path: Path, moment: Moment) -> Shares | Unknown:
    """The shares of an earlier year; where they changed in it, each by its part of the year."""
    earlier = moment.earlier(split.as_of)
    if not earlier:
        return wrong("AV127", (*path, "as_of"), as_of=split.as_of, year=moment.year)
    weights, total = common([part / sum(part for part, _ in earlier) for part, _ in earlier])
    inner: dict[Path, Shares] = {}
    for place, (_, then) in enumerate(earlier):
        written = then.named("default")
        if split.split is not None:
            written = Written(split.split, (*path, "split"))
        if written is None:
            return missing(*path, "as_of")
        shares = weigh(written, then._replace(splits_left=moment.splits_left))
        if isinstance(shares, Unknown):
            return shares
        inner["as_of", place] = shares
    sums = _sum([*zip(weights, inner.values(), strict=True)], total)
    of_time = MixWeights(weights, total, lasting=False)
    return Shares(*sums, split, path, moment.day, inner=inner, weights_of=of_time)


def rounded(shares: Shares, step: Fraction | None, moment: Moment) -> Shares | Unknown:
    """Shares rounded half up to a step, the last party that has a share taking the rest."""
    if not step:
        return shares
    # Who has left since an earlier year comes first, so that one who is in takes the rest.
    left_since = [party for party in shares.weights if party not in moment.taking_part]
    sharing = [p for p in (*left_since, *moment.taking_part) if shares.weights.get(p)]
    result: dict[str, Fraction] = {}
    for party in sharing[:-1]:
        steps = shares.of(party) / step
        result[party] = half_up(steps.numerator, steps.denominator) * step
    left = 1 - sum(result.values(), Fraction(0))
    if left < 0:
        return wrong("AV114", shares.path, year=moment.year, party=sharing[-1])
    result[sharing[-1]] = left
    weights, total = common(list(result.values()))
    by_party = dict(zip(result, weights, strict=True))
    return replace(shares, weights=by_party, total=total, exact=shares, step=step)


# --- splits that depend on the amount ------------------------------------------------------


class StagePart(NamedTuple):
    """What one of a split's steps took: ``taken`` of the amount that was ``left`` by then.

    ``amounts`` are the parties' parts of it; ``written`` the dated values that it rests on: fixed
    amounts by party, or the first amount alone by "".  ``most`` is what a first amount could take,
    and ``inner`` how it was divided.
    """

    stage: Stage
    left: Fraction
    taken: Fraction
    amounts: Mapping[str, Fraction]
    written: Mapping[str, DatedValue]
    most: Fraction = Fraction(0)
    inner: "Flow | None" = None


@dataclass(frozen=True, slots=True)
class Flow:
    """An amount that went through a split: each party's exact part, which sum to it.

    ``part`` is how much of a year the amounts inside the split are counted for.  ``shares`` are
    those that the amount was divided by, where it was by shares; ``inner`` its parts under a mix,
    by their paths below, or the flow under the split that a name stands for; ``stages`` the steps.
    """

    amounts: Mapping[str, Fraction]
    amount: Fraction
    part: Fraction
    split: Split
    path: Path
    day: date
    shares: Shares | None = None
    inner: "Mapping[Path, Flow]" = field(default_factory=dict)
    weights_of: MixWeights | None = None
    stages: tuple[StagePart, ...] = ()

    def __post_init__(self) -> None:
        """Refuse parts that do not make the amount."""
        if sum(self.amounts.values()) != self.amount:
            message = f"parts that do not sum to {self.amount}: {dict(self.amounts)}"
            raise ValueError(message)


def divide(written: Written, amount: Fraction, part: Fraction, moment: Moment) -> Flow | Unknown:
    """Each party's exact part of an amount (zero or above) under any split."""
    split, path = written
    match split:
        case Steps():
            return steps(split, path, amount, part, moment)
        case Mix() if not split.round:
            return _divided_mix(split, path, amount, part, moment)
        case Named():
            named = moment.named(split.name)
            if named is None:
                return missing(*path)
            inner = divide(named, amount, part, _below(split, moment))
            if isinstance(inner, Unknown):
                return inner
            return Flow(inner.amounts, amount, part, split, path, moment.day, inner={(): inner})
        case Fixed() | Equal() | Parts() | By() | Mix() | Tolerance() | MeanOfLowest() | AsOf():
            shares = weigh(written, moment)
            if isinstance(shares, Unknown):
                return shares
            amounts = {party: amount * shares.of(party) for party in shares.weights}
            return Flow(amounts, amount, part, split, path, moment.day, shares)
        case _:
            assert_never(split)


def _divided_mix(
    split: Mix, path: Path, amount: Fraction, part: Fraction, moment: Moment
) -> Flow | Unknown:
    """A mix in which there may be steps: each part of the amount goes its own way."""
    weights = mix_weights(split, path, moment)
    if isinstance(weights, Unknown):
        return weights
    amounts: dict[str, Fraction] = {}
    inner: dict[Path, Flow] = {}
    for below, inner_split in children(split):
        weighed = amount * weights.of(len(inner))
        flow = divide(Written(inner_split, (*path, *below)), weighed, part, moment)
        if isinstance(flow, Unknown):
            return flow
        inner[below] = flow
        _add(amounts, flow.amounts)
    return Flow(amounts, amount, part, split, path, moment.day, inner=inner, weights_of=weights)


def steps(
    split: Steps, path: Path, amount: Fraction, part: Fraction, moment: Moment
) -> Flow | Unknown:
    """The amount flows through the steps in order; the last takes all that is left."""
    left = amount
    amounts: dict[str, Fraction] = {}
    stages: list[StagePart] = []
    for place, stage in enumerate(split.steps):
        inside = (*path, "steps", place)
        if stage.fixed is not None:
            stage_part = _fixed_amounts(stage, stage.fixed, left, part, inside, moment)
        else:
            stage_part = _first_or_rest(stage, left, part, inside, moment)
        if isinstance(stage_part, Unknown):
            return stage_part
        stages.append(stage_part)
        _add(amounts, stage_part.amounts)
        left -= stage_part.taken
    if left:
        lacking = Amount(left, moment.currency)
        return wrong("AV122", (*path, "steps"), year=moment.year, left=lacking)
    return Flow(amounts, amount, part, split, path, moment.day, stages=tuple(stages))


def _fixed_amounts(
    stage: Stage,
    fixed: Mapping[str, Dated],
    left: Fraction,
    part: Fraction,
    path: Path,
    moment: Moment,
) -> StagePart | Unknown:
    """Amounts off the top, each for as much of the year as the cost is."""
    changes: dict[str, DatedValue] = {}
    for party, dated in fixed.items():
        change = at(dated, moment.day)
        if change is None:
            return missing(*path, "fixed", party, moment.year)
        changes[party] = change
    amounts = {party: change.value * part for party, change in changes.items()}
    taken = sum(amounts.values(), Fraction(0))
    if taken > left:
        wanted, cost = Amount(taken, moment.currency), Amount(left, moment.currency)
        return wrong("AV121", (*path, "fixed"), year=moment.year, fixed=wanted, cost=cost)
    return StagePart(stage, left, taken, amounts, changes)


def _first_or_rest(
    stage: Stage, left: Fraction, part: Fraction, path: Path, moment: Moment
) -> StagePart | Unknown:
    """The first amount of what is left, or all of it, divided by a split of its own."""
    change, most = None, left
    if stage.first is not None:
        change = at(stage.first, moment.day)
        if change is None:
            return missing(*path, "first", moment.year)
        most = change.value * part
    taken = min(left, most)
    key, inner = ("split", stage.split) if stage.rest is None else ("rest", stage.rest)
    assert inner is not None  # noqa: S101 - a check has refused it
    flow = divide(Written(inner, (*path, key)), taken, part, moment)
    if isinstance(flow, Unknown):
        return flow
    changes = {} if change is None else {"": change}
    return StagePart(stage, left, taken, flow.amounts, changes, most, flow)


def _add(amounts: dict[str, Fraction], more: Mapping[str, Fraction]) -> None:
    for party, amount in more.items():
        amounts[party] = amounts.get(party, Fraction(0)) + amount
