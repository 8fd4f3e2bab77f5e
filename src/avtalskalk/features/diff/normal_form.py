"""An agreement as a tree of what it means, the same however its file writes it.

Amounts are exact amounts whether in tkr or kronor, years are years however they are written, and
where a file may be short or long the tree is one.  What a file leaves out has its default here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, cast

from avtalskalk.diagnostics import Amount, Argument, Number, Phrase
from avtalskalk.model.agreement import Agreement, Decision, Period, Reading
from avtalskalk.model.costs import Annual, AnnualFigure
from avtalskalk.model.dated import DatedValue
from avtalskalk.model.indices import IndexValue
from avtalskalk.model.keys import KeyPercent, Observation
from avtalskalk.model.record import Record
from avtalskalk.model.splits import Fixed, Named
from avtalskalk.model.values import REST, NumberStep, PriceShare
from avtalskalk.periods import Span, year_label
from avtalskalk.words.formats import currency_digits


class Leaf(NamedTuple):
    """A value, exact."""

    value: Argument


class Branch(NamedTuple):
    """Values by key; ``model`` is the part of the agreement that they are of, for words."""

    children: Mapping[str, "Child"]
    model: Any = None


class Child(NamedTuple):
    """A tree and how its key is written in the file; a list's places are numbers from 0."""

    written: str | int
    tree: "Tree"


Tree = Leaf | Branch

# Whole numbers and fractions do not say themselves what they count.
_MONEY = frozenset(
    {
        *("amount", "amounts", "budget", "forecast", "actual", "total", "price", "paid", "frames"),
        "billed",
        *("fixed", "first", "max", "min", "nothing_below", "to", "round_total", "known_part"),
    }
)
_OR_SHARES = frozenset({"max", "min", "nothing_below"})
_NUMBERS = frozenset(
    {"quantity", "volumes", "values", "links", "value", "parts", "points", "below", "up_to"}
)

# Lists of ids that are the same in any order.
_SETS = frozenset({"among", "except", "of", "equal", "parties"})


def tree(agreement: Agreement, periods: Sequence[str]) -> Branch:
    """An agreement's tree; ``periods`` are the keys for its periods, in the file's order.

    What its readings set is not in it: that is plain data, whose meaning is in the agreement
    that it gives.
    """
    building = _Building(agreement.currency, agreement.first_month)
    whole = building.record(agreement)
    by_key = {
        key: Child(place, building.record(period))
        for place, (key, period) in enumerate(zip(periods, agreement.periods, strict=True))
    }
    return Branch({**whole.children, "periods": Child("periods", Branch(by_key))}, agreement)


def of_split(agreement: Agreement, split: object) -> Tree | None:
    """A split's tree; None for none."""
    return _Building(agreement.currency, agreement.first_month).tree(split, "split")


def same(a: Tree | None, b: Tree | None) -> bool:
    """Whether two trees mean the same; the order of keys and how they are written do not count."""
    if isinstance(a, Branch) and isinstance(b, Branch):
        return a.children.keys() == b.children.keys() and all(
            same(child.tree, b.children[key].tree) for key, child in a.children.items()
        )
    return type(a) is type(b) and a == b


class _Building(NamedTuple):
    """What values mean depends on: the currency, and the month that years start in."""

    currency: str
    first_month: int

    def record(self, record: Record) -> Branch:
        """A record's fields under the names that a file has for them."""
        children: dict[str, Child] = {}
        for name, field in type(record).model_fields.items():
            if isinstance(record, Reading) and name == "set":
                continue
            written = field.alias or name
            below = self.tree(getattr(record, name), written)
            if below is not None:
                children[written] = Child(written, below)
        return Branch(children, record)

    def tree(self, value: object, name: str) -> Tree | None:
        """A value under a name; None where there is nothing."""
        return None if value is None or value in ("", (), {}) else self._full(value, name)

    def _full(self, value: object, name: str) -> Tree:
        """A value that is there."""
        match value:
            case Record():
                return self.record(value)
            case Fixed(shares):
                return Branch(dict(self._children(shares.items(), name)), value)
            case Named():
                return Branch({"": Child("", Leaf(value.name))}, value)
            case Annual():
                written = ((value.keys[year], figure) for year, figure in value.figures.items())
                return Branch(dict(self._children(written, name, list(value.figures))))
            case AnnualFigure():
                return self._figure(value)
            case dict():
                return Branch(dict(self._children(value.items(), name)))
            case tuple():
                return self._several(value, name)
            case _:
                return Leaf(self._leaf(value, name))

    def _children(
        self, items: Iterable[tuple[Any, Any]], name: str, meant: Sequence[object] | None = None
    ) -> Iterator[tuple[str, Child]]:
        """Values by the meaning of their keys, which are as written but where ``meant`` says."""
        for place, (key, value) in enumerate(items):
            below = self.tree(value, name)
            if below is not None:
                meant_key = key if meant is None else meant[place]
                meaning = str(meant_key)
                if isinstance(meant_key, int):
                    meaning = year_label(meant_key, self.first_month)
                yield meaning, Child(key if isinstance(key, str) else meaning, below)

    def _figure(self, figure: AnnualFigure) -> Tree:
        """An annual amount alone, or with what stands beside it, or one party's part of it."""
        if figure.amount is None:
            part = Child(figure.party, Leaf(Amount(figure.part, self.currency)))
            known = {"known_part": Child("known_part", Branch({figure.party: part}))}
        elif not (figure.source or figure.assumption):
            return Leaf(Amount(figure.amount, self.currency))
        else:
            known = {"value": Child("value", Leaf(Amount(figure.amount, self.currency)))}
        for key, text in (("source", figure.source), ("assumption", figure.assumption)):
            if text:
                known[key] = Child(key, Leaf(text))
        return Branch(known, figure)

    def _several(self, values: tuple[Any, ...], name: str) -> Tree:
        """Values that change over time, observations, names in any order, or a list."""
        match values[0]:
            case DatedValue():
                return self._dated(values, name)
            case Observation():
                return self._observed(values, name)
            case str() if name in _SETS:
                return Leaf(tuple(sorted(values)))
            case str():
                # Sentences are known by what they say: their order means nothing.
                return Branch({text: Child(n, Leaf(text)) for n, text in enumerate(values)})
            case date() | int():
                days = tuple(map(str, sorted(values)))
                if isinstance(values[0], int):
                    days = ("{:02d}-{:02d}".format(*values),)
                return Leaf(days if len(days) > 1 else days[0])
            case IndexValue(value=number) if values == (IndexValue.model_construct(value=number),):
                return Leaf(Number(number))
            case Decision() | IndexValue() if len(values) == 1:
                return self.record(values[0])
            case _:
                listed = ((place, self._full(item, name)) for place, item in enumerate(values))
                return Branch(
                    {str(place + 1): Child(place, item) for place, item in listed}, values
                )

    def _dated(self, changes: Sequence[DatedValue], name: str) -> Tree:
        """One value for all time, or values by the day from which each holds."""
        if changes[0].start is None:
            return self._full(changes[0].value, name)
        return Branch(
            {
                str(change.start): Child(change.key, self._full(change.value, name))
                for change in changes
            }
        )

    def _observed(self, observations: Sequence[Observation], name: str) -> Tree:
        """A key's values for all time, or by day; a whole year is not the same as its first day."""
        by_day: dict[str, Child] = {}
        for when, whole_year, values, written in observations:
            if when is None:
                return self._full(values, name)
            day = str(when.year) if whole_year else str(when)
            by_day[day] = Child(written, self._full(values, name))
        return Branch(by_day)

    def _leaf(self, value: Any, name: str) -> Argument:  # noqa: ANN401 - whatever a file holds
        """A single value, as exact as it is written."""
        if value is REST:
            return Phrase("rest")
        if isinstance(value, bool):
            return Phrase("yes" if value else "no")
        if isinstance(value, int | Fraction):
            if isinstance(value, PriceShare):
                return Fraction(value / 10 ** currency_digits(self.currency))
            if name in _MONEY and not (name in _OR_SHARES and isinstance(value, Fraction)):
                return Amount(value, self.currency)
            if isinstance(value, KeyPercent):
                return Fraction(value)
            if isinstance(value, NumberStep) or (isinstance(value, Fraction) and name in _NUMBERS):
                return Number(value)
        return cast("Argument", value)


# What makes two periods the same, the surest sign first: their first day, their last, any day.
_ALIKE: tuple[Callable[[Period, Period], bool], ...] = (
    lambda old, new: old.start == new.start,
    lambda old, new: old.to == new.to,
    lambda old, new: bool(Span.between(old.start, old.to).overlap(Span.between(new.start, new.to))),
)


def matched(old: Agreement, new: Agreement) -> tuple[list[str], list[str]]:
    """Keys for the periods of two agreements; a period that stands in both has the same in each.

    It is the period's first day in the new agreement, where it stands there.
    """
    old_days = [str(period.start or "") for period in old.periods]
    new_days = [str(period.start or "") for period in new.periods]
    unmatched = dict(enumerate(new.periods))
    pairs: dict[int, int] = {}
    for alike in _ALIKE:
        for place, period in enumerate(old.periods):
            matches = (n for n, candidate in unmatched.items() if alike(period, candidate))
            match = None if place in pairs else next(matches, None)
            if match is not None:
                pairs[place] = match
                del unmatched[match]
    keys = [new_days[pairs[n]] if n in pairs else day for n, day in enumerate(old_days)]
    return keys, new_days
