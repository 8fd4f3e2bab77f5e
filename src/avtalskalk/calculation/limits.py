"""Caps and floors on what the parties pay, and who takes the difference: in order, each once."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from avtalskalk.calculation.indices import YearlyChange
from avtalskalk.calculation.missing import Unknown, faulty, wrong
from avtalskalk.diagnostics import Argument, Diagnostic, Number, Path
from avtalskalk.model.limits import Limit
from avtalskalk.read_only import ReadOnly

ExactAmounts = dict[str, Fraction]
"""Each party's exact amount in minor units, in the file's order."""


class Before(NamedTuple):
    """What the parties paid in an earlier year, counted up to a whole one; None: no such year.

    ``year`` is what that year is called, "" where the limit has not begun; ``path`` where the
    amounts are written, () where they have been computed.
    """

    amounts: Mapping[str, Fraction] | None
    year: str = ""
    path: Path = ()


class LimitBound(NamedTuple):
    """One of a limit's bounds for a party: its key, its value, and the amount that it comes to.

    ``value`` is as written: an amount per year, or a share of ``total``; a change is all
    ``changes`` together.  ``yearly`` is what it comes to per year, ``amount`` as it binds.
    """

    key: str
    value: Fraction
    yearly: Fraction
    amount: Fraction
    total: Fraction | None = None
    changes: tuple[YearlyChange, ...] = ()


class Bounds(NamedTuple):
    """A party's bounds under one limit; None where it does not bind that way.

    ``after_zero`` says that a change was compared with nothing.
    """

    least: Fraction | None
    most: Fraction | None
    bounds: tuple[LimitBound, ...]
    after_zero: bool = False

    @property
    def contradict(self) -> bool:
        """Whether the party would have to pay at least more than at most."""
        return self.least is not None and self.most is not None and self.least > self.most

    def applied(self, amount: Fraction) -> Fraction:
        """An amount brought within the bounds."""
        if any(
            bound.key == "nothing_below" and abs(amount) < abs(bound.amount)
            for bound in self.bounds
        ):
            return Fraction(0)
        if self.most is not None and amount > self.most:
            return self.most
        if self.least is not None and amount < self.least:
            return self.least
        return amount


class Block(NamedTuple):
    """Days of a year under the same limits: each party's exact amount in them.

    ``part`` is for how much of a year each party takes part in them, those that do at all.
    """

    amounts: ExactAmounts
    part: Mapping[str, Fraction]

    def after(self, moved: Mapping[str, Fraction], part: Mapping[str, Fraction]) -> "Block":
        """The block with as much of what is moved as it has of each party's ``part``."""
        after = {
            party: self.amounts[party] + amount * self.part[party] / part[party]
            for party, amount in moved.items()
            if party in self.part
        }
        return self._replace(amounts=self.amounts | after)


class YearLimit(NamedTuple):
    """A limit as it stands in a year: where it is written, and the blocks it holds in.

    ``before`` is the year that it may compare with, ``changes`` how much may change since, by key.
    """

    limit: Limit
    path: Path
    blocks: tuple[int, ...]
    before: Before
    changes: Mapping[str, tuple[YearlyChange, ...]] = ReadOnly()


class AppliedLimit(NamedTuple):
    """One limit as it was applied: what it moved, by party (nothing where it did not bind).

    ``amounts`` are what the parties came to before it, ``part`` for how much of a year each takes
    part, ``bounds`` those of the parties it binds.
    """

    limit: Limit
    path: Path
    before: Before
    part: Mapping[str, Fraction]
    amounts: Mapping[str, Fraction]
    bounds: Mapping[str, Bounds]
    moved: Mapping[str, Fraction]


class LimitedYear(NamedTuple):
    """A year's blocks after limits, what each limit moved, and findings that are no errors.

    ``limits`` are all of them in the order they apply; one that is not ``applied`` has nothing to
    move, or nothing to compare with in the year before.
    """

    limits: Sequence[YearLimit]
    blocks: Sequence[Block]
    applied: tuple[AppliedLimit, ...]
    remarks: tuple[Diagnostic, ...]

    @property
    def amounts(self) -> ExactAmounts:
        """What each party comes to in the year."""
        return _together(self.blocks)


def apply_limits(blocks: Sequence[Block], limits: Sequence[YearLimit]) -> LimitedYear | Unknown:
    """Apply limits to exact amounts, in their order.

    Bounds are per year: a limit binds what a party comes to in all of its blocks together.  A
    limit that a later one breaks again is an error that names both.
    """
    remarks: list[Diagnostic] = []
    applied: list[AppliedLimit] = []
    bounds_at: dict[int, Mapping[str, Bounds]] = {}
    broken: dict[int, Path] = {}
    for place, year_limit in enumerate(limits):
        limit, path, places, before, _ = year_limit
        if not (limit.changes or limit.amounts):
            continue
        part = _part([blocks[block] for block in places])
        amounts = of_limit(blocks, year_limit)
        parties = _bound_parties(amounts, limit)
        if before.amounts is None and limit.changes:
            if before.year:
                paid = ", ".join(f"{party}: …" for party in parties)
                lacking: dict[str, Argument] = {"before": before.year, "paid": paid}
                remarks.append(Diagnostic("AV611", lacking, path, severity="warning"))
            if not limit.amounts:
                continue
        total = sum(amounts.values(), Fraction(0))
        bounds = {party: _bounds(party, year_limit, total, part) for party in parties}
        result = _apply_one(amounts, year_limit, bounds)
        if isinstance(result, Unknown):
            return result
        bounds_at[place] = bounds
        moved = {p: result[p] - amounts[p] for p in amounts if result[p] != amounts[p]}
        applied.append(AppliedLimit(limit, path, before, part, amounts, bounds, moved))
        blocks = [
            block.after(moved, part) if number in places else block
            for number, block in enumerate(blocks)
        ]
        for earlier, earlier_bounds in bounds_at.items():
            after = of_limit(blocks, limits[earlier])
            if all(inside.applied(after[p]) == after[p] for p, inside in earlier_bounds.items()):
                broken.pop(earlier, None)
            elif moved:
                broken.setdefault(earlier, path)
    for earlier, later in broken.items():
        path = limits[earlier].path
        first, second = int(path[-1]) + 1, int(later[-1]) + 1
        numbers: dict[str, Argument] = {"first": str(first), "second": str(second)}
        # Periods that share a limit may have others beside it, in lists of their own.
        related = () if later[:-1] == path[:-1] else (later,)
        return faulty(Diagnostic("AV612", numbers, path, related=related))
    for year_limit in limits:
        if year_limit.limit.warn_above_share is not None:
            remarks += _above_share(of_limit(blocks, year_limit), year_limit.limit, year_limit.path)
    return LimitedYear(limits, blocks, tuple(applied), tuple(remarks))


def of_limit(blocks: Sequence[Block], limit: YearLimit) -> ExactAmounts:
    """What the parties that take part come to in a limit's blocks."""
    inside = [blocks[place] for place in limit.blocks]
    part = _part(inside)
    return {party: amount for party, amount in _together(inside).items() if party in part}


def _together(blocks: Sequence[Block]) -> ExactAmounts:
    amounts = dict(blocks[0].amounts)
    for block in blocks[1:]:
        for party, amount in block.amounts.items():
            amounts[party] += amount
    return amounts


def _part(blocks: Sequence[Block]) -> Mapping[str, Fraction]:
    """For how much of a year each party takes part in blocks, those that do at all."""
    if len(blocks) == 1:
        return blocks[0].part
    parts: dict[str, Fraction] = {}
    for block in blocks:
        for party, part in block.part.items():
            parts[party] = parts.get(party, Fraction(0)) + part
    return parts


def _bound_parties(amounts: ExactAmounts, limit: Limit) -> list[str]:
    """The parties that a limit binds."""
    if not limit.each:
        return [limit.party] if limit.party in amounts else []
    free = (limit.difference, *limit.excepted)
    return [party for party in amounts if party not in free]


def _bounds(
    party: str, year_limit: YearLimit, total: Fraction, part: Mapping[str, Fraction]
) -> Bounds:
    """What a party may pay at least and at most for its part of a year."""
    limit, before = year_limit.limit, year_limit.before
    bounds: list[LimitBound] = []
    least: list[Fraction] = []
    most: list[Fraction] = []
    for key, value in limit.amounts.items():
        if isinstance(value, Fraction):
            # A party that is in for half of the time has its share of half of the total.
            in_time = total * part[party] / max(part.values())
            bound = LimitBound(key, value, value * total, value * in_time, total)
        else:
            yearly = Fraction(value)
            bound = LimitBound(key, yearly, yearly, yearly * part[party])
        bounds.append(bound)
        # Of a total below zero, the largest share is the lowest amount.
        falls = bound.total is not None and total < 0
        if key != "nothing_below":
            (most if (key == "max") != falls else least).append(bound.amount)
    last = (before.amounts or {}).get(party)
    for key, changes in year_limit.changes.items():
        if last is None:
            break
        change = prod([1 + yearly.value for yearly in changes], start=Fraction(1)) - 1
        if last or limit.after_zero != "free":
            yearly = last + abs(last) * change
            amount = yearly * part[party]
            bounds.append(LimitBound(key, change, yearly, amount, changes=changes))
            (most if key == "max_increase" else least).append(amount)
    return Bounds(
        max(least, default=None), min(most, default=None), tuple(bounds), after_zero=last == 0
    )


def _apply_one(
    amounts: ExactAmounts, year_limit: YearLimit, bounds: Mapping[str, Bounds]
) -> ExactAmounts | Unknown:
    """The amounts after one limit; with ``each``, again until nobody breaks it."""
    limit, path, _, before, _ = year_limit
    for party, of_party in bounds.items():
        binding = "max_increase" if amounts[party] > 0 else "min_increase"
        asked = binding in limit.changes and not limit.after_zero and amounts[party]
        if of_party.after_zero and asked:
            amount = Number(amounts[party])
            return wrong("AV626", path, party=party, before=before.year, amount=amount)
    if any(of_party.contradict for of_party in bounds.values()):
        # Each would push the amount over the other, for ever.
        least = "min" if limit.min is not None else "min_increase"
        most = "max" if limit.max is not None else "max_increase"
        return wrong("AV528", path, least=least, most=most)
    capped: set[str] = set()
    # Of a total below zero, those who take part of it have amounts below zero.
    in_shares = any(isinstance(bound, Fraction) for bound in limit.amounts.values())
    sign = -1 if in_shares and sum(amounts.values()) < 0 else 1
    while True:
        breaking = {
            party: to
            for party, of_party in bounds.items()
            if (to := of_party.applied(amounts[party])) != amounts[party]
        }
        if not breaking:
            return amounts
        capped |= breaking.keys()
        difference = sum((amounts[party] - to for party, to in breaking.items()), Fraction(0))
        amounts = amounts | breaking
        if limit.difference == "none":
            continue
        if limit.difference != "others":
            taker = limit.difference or ""
            if taker not in amounts:
                return wrong("AV613", path, amount=Number(difference))
            amounts = amounts | {taker: amounts[taker] + difference}
            continue
        takers = {
            party: amount
            for party, amount in amounts.items()
            if amount * sign > 0 and party not in capped
        }
        paid = sum(takers.values(), Fraction(0))
        if not paid:
            return wrong("AV613", path, amount=Number(difference))
        amounts = amounts | {
            party: amount + difference * amount / paid for party, amount in takers.items()
        }


def _above_share(amounts: ExactAmounts, limit: Limit, path: Path) -> list[Diagnostic]:
    """A warning for each party that pays more than so much of the total."""
    total = sum(amounts.values(), Fraction(0))
    most = limit.warn_above_share
    if total <= 0 or most is None:
        return []
    parties = amounts if limit.each else [limit.party or ""]
    return [
        Diagnostic(
            "AV614",
            {"party": party, "share": amounts[party] / total, "most": most},
            (*path, "warn_above_share"),
            severity="warning",
        )
        for party in parties
        if party in amounts and amounts[party] / total > most
    ]
