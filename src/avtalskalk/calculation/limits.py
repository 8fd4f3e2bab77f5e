"""Caps and floors on what the parties pay, and who takes the difference: in order, each once."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.calculation.missing import Unknown, wrong
from avtalskalk.diagnostics import Argument, Diagnostic, Path
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


class Applied(NamedTuple):
    """One limit as it was applied: what it moved, by party (nothing where it did not bind).

    ``amounts`` are what the parties came to before it, ``bounds`` those of the parties it binds.
    """

    limit: Limit
    path: Path
    amounts: Mapping[str, Fraction]
    bounds: Mapping[str, Bounds]
    moved: Mapping[str, Fraction]


class Limited(NamedTuple):
    """Amounts after limits, what each limit moved, and findings that are no errors.

    ``limits`` are all of them in the order written, at ``path``; one that is not ``applied`` has
    nothing to move, or nothing to compare with in the year ``before``.  ``part`` is for how much
    of a year each party takes part.
    """

    limits: Sequence[Limit]
    path: Path
    before: Before
    part: Mapping[str, Fraction]
    amounts: ExactAmounts
    applied: tuple[Applied, ...]
    remarks: tuple[Diagnostic, ...]


def limited(
    amounts: ExactAmounts,
    limits: Sequence[Limit],
    before: Before,
    part: Mapping[str, Fraction],
    path: Path,
) -> Limited | Unknown:
    """Apply limits to exact amounts, in the order written.

    ``amounts`` are those of the parties that take part, ``part`` for how much of a year each
    does: bounds are per year.  A limit that a later one breaks again is an error that names
    both.
    """
    remarks: list[Diagnostic] = []
    applied: list[Applied] = []
    broken: dict[int, int] = {}
    for place, limit in enumerate(limits):
        if not (compares(limit) or limit.max is not None or limit.min is not None):
            continue
        if before.amounts is None and compares(limit):
            paid = ", ".join(f"{party}: …" for party in _bound_parties(amounts, limit))
            lacking: dict[str, Argument] = {"before": before.year, "paid": paid}
            remarks.append(Diagnostic("AV611", lacking, (*path, place), severity="warning"))
            if limit.max is None and limit.min is None:
                continue
        parties = _bound_parties(amounts, limit)
        bounds = {party: _bounds(party, limit, before, part) for party in parties}
        result = _applied(amounts, limit, bounds, (*path, place))
        if isinstance(result, Unknown):
            return result
        moved = {p: result[p] - amounts[p] for p in amounts if result[p] != amounts[p]}
        applied.append(Applied(limit, (*path, place), amounts, bounds, moved))
        amounts = result
        for earlier in range(place):
            if not _broken(amounts, limits[earlier], before, part):
                broken.pop(earlier, None)
            elif moved:
                broken.setdefault(earlier, place)
    for earlier, later in broken.items():
        return wrong("AV612", (*path, earlier), first=str(earlier + 1), second=str(later + 1))
    for place, limit in enumerate(limits):
        if limit.warn_above_share is not None:
            remarks += _above_share(amounts, limit, (*path, place))
    return Limited(limits, path, before, part, amounts, tuple(applied), tuple(remarks))


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


def _broken(
    amounts: ExactAmounts, limit: Limit, before: Before, part: Mapping[str, Fraction]
) -> bool:
    return any(
        _capped(amounts[party], _bounds(party, limit, before, part)) != amounts[party]
        for party in _bound_parties(amounts, limit)
    )


def _applied(
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
                return wrong("AV613", path)
            amounts = amounts | {taker: amounts[taker] + difference}
            continue
        takers = {
            party: amount for party, amount in amounts.items() if amount > 0 and party not in capped
        }
        paid = sum(takers.values(), Fraction(0))
        if not paid:
            return wrong("AV613", path)
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
