"""Shares as formulas: each split's parties below each other, from what the agreement states."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from avtalskalk.calculation.missing import dotted
from avtalskalk.calculation.split_rules import Shares
from avtalskalk.diagnostics import Path
from avtalskalk.features.workbook.book import BookYear, NotComputedError, ShareCells
from avtalskalk.features.workbook.expression import (
    Expression,
    absolute,
    choose,
    constant,
    greatest,
    mean_of_lowest,
    nearest,
    total,
)
from avtalskalk.features.workbook.keys import key_value
from avtalskalk.features.workbook.tables import brackets, by_row
from avtalskalk.model.dated import Dated, at
from avtalskalk.model.splits import (
    AsOf,
    By,
    Equal,
    Fixed,
    MeanOfLowest,
    Mix,
    Named,
    Parts,
    Tolerance,
)
from avtalskalk.model.values import REST
from avtalskalk.report.workbook import CellKind

# An agreed share is a whole number of millionths, so that a split of öre is one of whole numbers.
_MILLION = 1_000_000
# Weights that are multiplied exactly, room left for larger ones.
_MOST_WEIGHTS = 5_000_000
_NOISE = constant(Fraction(1, 1_000_000))
# A difference of shares is zero where a spreadsheet's numbers say so in this many decimals.
_DECIMALS = 12

ByParty = Mapping[str, Expression]


class _Stated(NamedTuple):
    """What a split's shares rest on: numbers, ``times`` so large as whole weights, or the shares.

    Numbers without whole weights are what the shares are in proportion to.
    """

    basis: ByParty
    times: int = 0
    share: ByParty | None = None


def shares_of(year: BookYear, shares: Shares) -> ShareCells:
    """The shares that a split gave, as cells; those that are the same are written once."""
    if isinstance(shares.split, Named):
        return shares_of(year, shares.inner[()])
    agreement, exact = year.statement.heading.agreement, shares.exact is not None
    key = (agreement, shares.path, shares.day, shares.total, exact, *shares.weights.items())
    if key not in year.book.shares:
        year.book.shares[key] = share_rows(year, shares)
    return year.book.shares[key]


def share_rows(year: BookYear, shares: Shares) -> ShareCells:
    """A split's rows: a party on each, and their sum."""
    # A tolerance rounds only what it goes over to.
    asked = shares.exact or shares if isinstance(shares.split, Tolerance) else shares
    stated = stated_by(year, asked) if asked.exact is None else in_steps(year, shares)
    book, draft = year.book, year.book.sheets["shares"]
    kind = "rounded" if shares.exact else type(shares.split).__name__
    what = book.word(f"split_{kind}")
    # They are written once, in the first year that has them.
    since = {"since": year.where["year"], "agreement": year.where["agreement"]}
    texts = {**since, "what": what, "written": dotted(shares.path)}
    rows = {party: draft.row({**texts, **year.party(party)}) for party in shares.weights}
    below = draft.row({**texts, "party": book.word("sum")}, "subtotal")
    look: CellKind = "share" if shares.exact or isinstance(shares.split, Fixed) else "number"
    basis = {p: draft.put(rows[p], "basis", stated.basis[p], look) for p in stated.basis}
    weight, whole, share = None, None, stated.share
    if stated.times:
        times = constant(stated.times)
        numbers = {party: nearest(number * times) for party, number in basis.items()}
        weight = {party: draft.put(rows[party], "weight", numbers[party]) for party in rows}
        whole = draft.put(below, "weight", total([*weight.values()]))
        share = {party: weight[party] / whole for party in rows}
    elif share is None:
        share = {party: basis[party] / total([*basis.values()]) for party in rows}
    cells: dict[str, Expression] = {}
    for party, row in rows.items():
        if share[party].value != shares.of(party):
            raise NotComputedError
        cells[party] = draft.put(row, "share", share[party])
    sum_of = draft.put(below, "share", total([*cells.values()]))
    agreed = total([*basis.values()]) if isinstance(shares.split, Fixed) and basis else sum_of
    control = f'IF({(absolute(agreed - constant(1)) > _NOISE).text},"{book.word("not_whole")}","")'
    if whole is not None and weight:
        # A number with more decimals than its weight has.
        off = absolute(total([*basis.values()]) * constant(stated.times) - whole) > _NOISE
        control = f'IF({off.text},"{book.word("rounded_weights")}",{control})'
    draft.cell(below, "control", "", control)
    return ShareCells(cells, weight, whole)


def in_steps(year: BookYear, shares: Shares) -> _Stated:
    """Shares rounded to a step, the last party taking the rest."""
    assert shares.exact is not None  # noqa: S101 - asked before
    exact = shares_of(year, shares.exact).share
    share = _rounded(exact, [*shares.weights], shares.step or Fraction(1))
    return _Stated({party: exact[party] for party in shares.weights}, share=share)


def _rounded(exact: ByParty, parties: Sequence[str], step: Fraction) -> dict[str, Expression]:
    """Shares rounded to a step, the last party taking the rest."""
    steps = constant(step)
    share = {party: nearest(exact[party] / steps) * steps for party in parties[:-1]}
    share[parties[-1]] = constant(1) - total([*share.values()]) if share else constant(1)
    return share


def stated_by(year: BookYear, shares: Shares) -> _Stated:
    """What a split's shares rest on, by its kind."""
    split = shares.split
    match split:
        case Fixed():
            basis = _agreed(year, split.shares, shares.path, shares.day)
            if any(_MILLION % shares.of(party).denominator for party in basis):
                return _Stated(basis, share=basis)
            return _Stated(basis, _MILLION)
        case Equal() | Parts() | By():
            values = {party: proportion(year, shares, party) for party in shares.weights}
            return _Stated(values, whole_times(values))
        case Mix() | AsOf():
            return mixed(year, shares)
        case Tolerance():
            return within_tolerance(year, split, shares)
        case MeanOfLowest():
            return lowest_mean(year, split, shares)
        case _:
            raise TypeError(split)


def _agreed(
    year: BookYear, dated_shares: Mapping[str, Dated], path: Path, day: date, place: str = ""
) -> dict[str, Expression]:
    """Agreed shares by party, or weights by their places in a mix; the rest filled in."""
    known: dict[str, Expression] = {}
    for name, dated in dated_shares.items():
        change = at(dated, day)
        if change is None or change.value is REST:
            continue
        whose = year.party(name) if not place else {}
        what = year.book.word(place or "agreed_share", place=name)
        below = (int(name) - 1, "weight") if place else (name,)
        key = (change.key,) if change.key else ()
        texts = {"what": what, **whose}
        known[name] = year.entry((*path, *below, *key), change.value, "share", texts)
    rest = constant(1) - total([*known.values()]) if known else constant(1)
    return {name: known.get(name, rest) for name in dated_shares}


def mix_weights(year: BookYear, split: Mix, path: Path, day: date) -> list[Expression]:
    """The weights of a mix's parts."""
    weights = {str(place): part.weight for place, part in enumerate(split.mix, 1)}
    return [*_agreed(year, weights, (*path, "mix"), day, "weight").values()]


def whole_times(values: ByParty) -> int:
    """How many times larger numbers are as whole weights; 0 where they come from formulas."""
    numbers = [value.value for value in values.values()]
    if any(value.place is None and value != constant(value.value) for value in values.values()):
        return 0
    return next(
        (
            times
            for times in (1000, 1)
            if sum(numbers) * times <= _MOST_WEIGHTS
            and all((number * times).denominator == 1 for number in numbers)
        ),
        0,
    )


def proportion(year: BookYear, shares: Shares, party: str) -> Expression:
    """What a party's share is in proportion to."""
    if party not in shares.values:
        return constant(0)
    if shares.key is not None:
        size = key_value(year, shares.key, party)
        return weight_by_size(year, shares, size) if shares.by_size else size
    if isinstance(shares.split, Equal):
        return constant(1)
    texts = {"what": year.book.word("part"), **year.party(party)}
    path = (*shares.path, "parts", party)
    return year.entry(path, Fraction(shares.values[party]), "number", texts)


def weight_by_size(year: BookYear, shares: Shares, size: Expression) -> Expression:
    """What a size weighs by the table of a split: its row's weight, or parts of it by factors."""
    assert isinstance(shares.split, By)  # noqa: S101 - no other split has a table
    ((form, table),) = shares.split.tables.items()
    values: list[Expression] = []
    for place, row in enumerate(table):
        word = "factor" if row.weight is None else "weight"
        texts = {"what": year.book.word("step_band", place=place + 1)}
        value = row.factor if row.weight is None else row.weight
        entry = year.entry((*shares.path, form, place, word), value or 0, "number", texts)
        values.append(entry if form == "scale" or word == "weight" else entry * size)
    if form == "scale":
        return total(brackets(table, size, values))
    return by_row(table, size, values)


def mixed(year: BookYear, shares: Shares) -> _Stated:
    """A weighted mean of other splits' shares."""
    inner = {below: shares_of(year, part).share for below, part in shares.inner.items()}
    # A part that weighs nothing has no shares here: its weight cannot be changed.
    if isinstance(shares.split, Mix) and len(inner) == len(shares.split.mix):
        weights = mix_weights(year, shares.split, shares.path, shares.day)
    else:
        assert shares.weights_of is not None  # noqa: S101 - parts of a year have them
        parts = shares.weights_of
        weights = [constant(parts.of(place)) for place in range(len(parts.numerators))]
    share = {
        party: total(
            [weights[int(below[1])] * part[party] for below, part in inner.items() if party in part]
        )
        for party in shares.weights
    }
    return _Stated({}, share=share)


def within_tolerance(year: BookYear, split: Tolerance, shares: Shares) -> _Stated:
    """The agreed shares, or the actual ones where some are further off than so many points."""
    agreed, actual = (shares_of(year, part).share for part in shares.inner.values())
    nothing, path = constant(0), (*shares.path, "tolerance", "points")
    texts = {"what": year.book.word("points")}
    points = year.entry(path, split.tolerance.points / 100, "share", texts)
    moved = [
        absolute(actual.get(party, nothing) - agreed.get(party, nothing))
        for party in {**agreed, **actual}
    ]
    if split.tolerance.round:
        taking_part = [p for p in year.plan.parties if p in actual and actual[p].value]
        actual = _rounded(actual, taking_part, split.tolerance.round)
    exceeded = nearest(greatest(moved), _DECIMALS) > points
    share = {
        party: choose(exceeded, actual.get(party, nothing), agreed.get(party, nothing))
        for party in {**agreed, **actual}
    }
    return _Stated({}, share={party: share[party] for party in shares.weights})


def lowest_mean(year: BookYear, split: MeanOfLowest, shares: Shares) -> _Stated:
    """One party's mean of its lowest shares, and what is left by the split of the others."""
    rule, book, draft = split.mean_of_lowest, year.book, year.book.sheets["shares"]
    *candidates, others = (shares_of(year, part).share for part in shares.inner.values())
    texts = {**year.where, "what": book.word("candidate"), **year.party(rule.party)}
    rows = [draft.row(texts) for _ in candidates]
    known = [
        draft.put(row, "share", candidate.get(rule.party, constant(0)))
        for row, candidate in zip(rows, candidates, strict=True)
    ]
    mean = mean_of_lowest(known, rule.count)
    share = {
        party: (constant(1) - mean) * others.get(party, constant(0)) for party in shares.weights
    }
    share[rule.party] = share[rule.party] + mean
    return _Stated({}, share=share)
