"""Caps and floors on what the parties pay, and who takes the difference: in order, each once."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.calculation.missing import Unknown, faulty, wrong
from avtalskalk.diagnostics import Argument, Diagnostic, Number, Path
from avtalskalk.model.limits import Limit

ExactAmounts = dict[str, Fraction]
"""Each party's exact amount in minor units, in the file's order."""


class Before(NamedTuple):
    """What the parties paid the year before, counted up to a whole year; None: no year before.

    ``year`` is what that year is called, ``path`` where the amounts are written; () where they
    have been computed.
    """

    amounts: Mapping[str, Fraction] | None
    year: str = ""
    path: Path = ()


BoundKey = Literal["max", "min", "max_increase", "min_increase"]
AMOUNTS: tuple[BoundKey, ...] = ("max", "min")
INCREASES: tuple[BoundKey, ...] = ("max_increase", "min_increase")


class LimitBound(NamedTuple):
    """One of a limit's bounds for a party: the key and its value, per year, and as it binds."""

    key: BoundKey
    value: Fraction
    yearly: Fraction
    amount: Fraction


class Bounds(NamedTuple):
    """A party's bounds under one limit; None where it does not bind that way."""

    least: Fraction | None
    most: Fraction | None
    bounds: tuple[LimitBound, ...]

    @property
    def contradict(self) -> bool:
        """Whether the party would have to pay at least more than at most."""
        return self.least is not None and self.most is not None and self.least > self.most


class Block(NamedTuple):
    """Days of a year under the same limits: each party's exact amount in them.

    ``part`` is for how much of a year each party takes part in them, those that do at all.
    """

    amounts: ExactAmounts
    part: Mapping[str, Fraction]


class YearLimit(NamedTuple):
    """A limit as it stands in a year: where it is written, and the blocks it holds in.

    ``before`` is the year before, which it may compare with.
    """

    limit: Limit
    path: Path
    blocks: tuple[int, ...]
    before: Before


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
    broken: dict[int, Path] = {}
    for place, (limit, path, places, before) in enumerate(limits):
        if not (compares(limit) or limit.max is not None or limit.min is not None):
            continue
        part = _part([blocks[block] for block in places])
        amounts = of_limit(blocks, limits[place])
        if before.amounts is None and compares(limit):
            paid = ", ".join(f"{party}: …" for party in _bound_parties(amounts, limit))
            lacking: dict[str, Argument] = {"before": before.year, "paid": paid}
            remarks.append(Diagnostic("AV611", lacking, path, severity="warning"))
            if limit.max is None and limit.min is None:
                continue
        parties = _bound_parties(amounts, limit)
        bounds = {party: _bounds(party, limit, before, part) for party in parties}
        result = _apply_one(amounts, limit, bounds, path)
        if isinstance(result, Unknown):
            return result
        moved = {p: result[p] - amounts[p] for p in amounts if result[p] != amounts[p]}
        applied.append(AppliedLimit(limit, path, before, part, amounts, bounds, moved))
        blocks = list(blocks)
        for number in places:
            # Each block has as much of what is moved as its part of the limit's time.
            block = blocks[number]
            after = {
                party: block.amounts[party] + amount * block.part[party] / part[party]
                for party, amount in moved.items()
                if party in block.part
            }
            blocks[number] = block._replace(amounts=block.amounts | after)
        for earlier in range(place):
            if not _broken(blocks, limits[earlier]):
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


def compares(limit: Limit) -> bool:
    """Whether a limit looks at the year before."""
    return limit.max_increase is not None or limit.min_increase is not None


def _bound_parties(amounts: ExactAmounts, limit: Limit) -> list[str]:
    """The parties that a limit binds."""
    if not limit.each:
        return [limit.party] if limit.party in amounts else []
    return [party for party in amounts if party != limit.difference]


def _bounds(party: str, limit: Limit, before: Before, part: Mapping[str, Fraction]) -> Bounds:
    """What a party may pay at least and at most for its part of a year."""
    bounds: list[LimitBound] = []
    for key in AMOUNTS:
        value = getattr(limit, key)
        if value is not None:
            bounds.append(LimitBound(key, Fraction(value), Fraction(value), value * part[party]))
    if before.amounts is not None and party in before.amounts:
        last = before.amounts[party]
        for key in INCREASES:
            value = getattr(limit, key)
            if value is not None:
                yearly = last + abs(last) * value
                bounds.append(LimitBound(key, value, yearly, yearly * part[party]))
    most = [bound.amount for bound in bounds if bound.key.startswith("max")]
    least = [bound.amount for bound in bounds if bound.key.startswith("min")]
    return Bounds(max(least, default=None), min(most, default=None), tuple(bounds))


def _capped(amount: Fraction, bounds: Bounds) -> Fraction:
    """An amount brought within its bounds."""
    if bounds.most is not None and amount > bounds.most:
        return bounds.most
    if bounds.least is not None and amount < bounds.least:
        return bounds.least
    return amount


def _broken(blocks: Sequence[Block], year_limit: YearLimit) -> bool:
    amounts, (limit, _, places, before) = of_limit(blocks, year_limit), year_limit
    part = _part([blocks[place] for place in places])
    return any(
        _capped(amounts[party], _bounds(party, limit, before, part)) != amounts[party]
        for party in _bound_parties(amounts, limit)
    )


def _apply_one(
    amounts: ExactAmounts, limit: Limit, bounds: Mapping[str, Bounds], path: Path
) -> ExactAmounts | Unknown:
    """The amounts after one limit; with ``each``, again until nobody breaks it."""
    if any(of_party.contradict for of_party in bounds.values()):
        # Each would push the amount over the other, for ever.
        least = "min" if limit.min is not None else "min_increase"
        most = "max" if limit.max is not None else "max_increase"
        return wrong("AV528", path, least=least, most=most)
    capped: set[str] = set()
    while True:
        breaking = {
            party: to
            for party, of_party in bounds.items()
            if (to := _capped(amounts[party], of_party)) != amounts[party]
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
            party: amount for party, amount in amounts.items() if amount > 0 and party not in capped
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
