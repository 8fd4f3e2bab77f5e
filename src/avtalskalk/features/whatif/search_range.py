"""Between which values an answer is looked for, and how far apart values are that may be one."""

from collections.abc import Iterator
from fractions import Fraction

from avtalskalk.calculation.costs import Cost, cost
from avtalskalk.calculation.keys import Values
from avtalskalk.calculation.missing import dotted
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.features.whatif.change_request import PERCENT, ChangeRequest
from avtalskalk.features.whatif.changes import Baseline
from avtalskalk.features.whatif.cost_changes import form_of
from avtalskalk.features.whatif.inputs import (
    AT,
    Axis,
    Input,
    Quantity,
    decimals_needed,
    is_cost,
    read_input,
    read_quantity,
    read_values,
)
from avtalskalk.features.whatif.outcome import changed_plan
from avtalskalk.model.data_paths import patched
from avtalskalk.model.limits import Limit
from avtalskalk.model.statement import BASES
from avtalskalk.model.validation import at_path, setting_of
from avtalskalk.model.values import Fault
from avtalskalk.money import half_up
from avtalskalk.words.formats import currency_digits

TIMES = 10
"""An amount or a number is looked for up to so many times what it is."""

_WHOLE = Quantity("share", Fraction(1))
_NOTHING = Quantity("share", Fraction(0))
_RELATIVE = (Quantity("change", Fraction(-1)), Quantity("change", Fraction(TIMES - 1)))
_YEARLY = (Quantity("change", Fraction(-1, 10)), Quantity("change", Fraction(1, 5)))

DATE = "date"
"""The day from which what else is changed holds."""


def read_search_range(text: str, baseline: Baseline) -> Axis | Diagnostic:
    """An input and the lowest and the highest value that is looked at, or what is wrong.

    ``cost``, ``share.alingsas``, ``cap`` … are with or without ``=LOW..HIGH``.
    """
    name, equals, values = (part.strip() for part in text.partition("="))
    what = _input(name, baseline)
    if isinstance(what, Diagnostic):
        return what
    if equals:
        if not values:
            return Diagnostic("AV850", {"given": text}, AT)
        setting = setting_of(baseline.data)
        axis = read_values(what, values, setting, is_amount=takes_amount(what, baseline))
        if what.name == DATE and isinstance(axis, Axis) and axis.ends[0].unit != "day":
            return Diagnostic("AV808", {"given": values, "option": "--vary date"}, AT)
        return axis
    return _usual(what, baseline) or Diagnostic("AV852", {"given": text.strip()}, AT)


def _input(name: str, baseline: Baseline) -> Input | Diagnostic:
    """An input by its name; ``cap`` is the path of a limit, ``cost`` the only cost."""
    kind, _, target = name.partition(".")
    if kind == "cap":
        path = next(_caps(baseline, target), None)
        return Input("set", path, name) if path else Diagnostic("AV857", {"given": name}, AT)
    if name == DATE:
        return Input("set", DATE, DATE)
    if name == "cost":
        costs = [key for key, item in baseline.plan.agreement.costs.items() if item.kind == "cost"]
        return Input("cost", costs[0] if len(costs) == 1 else "", name)
    return read_input(name)


def _caps(baseline: Baseline, party: str) -> Iterator[str]:
    """The paths of the caps that hold in the year: of periods, and then of costs."""

    def capped(limits: tuple[Limit, ...], *path: str | int) -> Iterator[str]:
        for place, limit in enumerate(limits):
            if party in ("", limit.party):
                for key in ("max", "max_increase"):
                    if getattr(limit, key) is not None:
                        yield dotted((*path, "limits", place, key))

    for segment in baseline.plan.year(baseline.years[0]).segments:
        yield from capped(segment.term.limits.limits, "periods", segment.term.limits.place)
    for name, item in baseline.plan.agreement.costs.items():
        yield from capped(item.limits, "costs", name)


def _usual(what: Input, baseline: Baseline) -> Axis | None:
    """The values that make sense for an input; None where that is not known."""
    match what.kind:
        case "share":
            return _between(what, _NOTHING, _WHOLE)
        case "index":
            return _between(what, *_YEARLY)
        case "cost":
            now = _cost_now(what.target, baseline)
        case "price":
            now = _price_now(what.target, baseline)
        case "key":
            now = _key_now(what.target, baseline)
        case _:
            now = None if what.name == DATE else _stands(what, baseline)
            if now and now.unit == "share":
                return _between(what, _NOTHING, _WHOLE)
            if what.name == DATE or (now and now.unit == "day"):
                span = baseline.plan.year(baseline.years[0]).span
                first, last = (Fraction(day) for day in (span.start, span.stop - 1))
                return _between(what, Quantity("day", first), Quantity("day", last))
    if now is None:
        relative = what.kind in ("cost", "price")
        return _between(what, *_RELATIVE, relative=True) if relative else None
    if now.value <= 0:
        return None
    return _between(what, now._replace(value=Fraction(0)), now._replace(value=now.value * TIMES))


def _between(what: Input, low: Quantity, high: Quantity, *, relative: bool = False) -> Axis:
    return Axis(what, (low, high), (low, high), relative)


def _cost_now(name: str, baseline: Baseline) -> Quantity | None:
    """What a cost is; None for one that is no plain amount, or for all together."""
    plan, basis = baseline.plan, baseline.basis
    item = plan.agreement.costs.get(name)
    if item is None or form_of(item, basis) not in (*BASES, "amount", "total"):
        return None
    known = cost(plan, name, plan.year(baseline.years[0]), basis)
    if not isinstance(known, Cost) or known.stated <= 0:
        return None
    return Quantity("amount", Fraction(half_up(known.stated.numerator, known.stated.denominator)))


def _price_now(name: str, baseline: Baseline) -> Quantity | None:
    """A price that never changes, in the currency; None for others, and where it is a share."""
    agreement = baseline.plan.agreement
    item = agreement.costs.get(name)
    written = at_path(baseline.data, ("costs", name, "price"))
    if item is None or not isinstance(written, str) or written.endswith(PERCENT):
        return None
    digits = currency_digits(agreement.currency)
    return Quantity("number", Fraction(item.prices[""][0].value) / 10**digits)


def _key_now(target: str, baseline: Baseline) -> Quantity | None:
    """A party's value of a key in the year."""
    key, _, party = target.partition(".")
    if key not in baseline.plan.agreement.keys:
        return None
    values = baseline.plan.key_values(key, baseline.years[0])
    value = values.of(party) if isinstance(values, Values) else None
    return None if value is None else Quantity("number", value)


def _stands(what: Input, baseline: Baseline) -> Quantity | None:
    """What stands at the path of an input, where it is a value of a kind that can be varied."""
    place = patched(baseline.data, {what.target: "0"}).places.get(what.target)
    written = at_path(baseline.data, place) if place else None
    if not isinstance(written, str):
        return None
    try:
        value = read_quantity(written, setting_of(baseline.data))
    except Fault:
        return None
    if value.unit == "number" and takes_amount(what, baseline):
        # An amount's unit need not be written.
        digits = currency_digits(baseline.plan.agreement.currency)
        return Quantity("amount", value.value * 10**digits)
    return value


def takes_amount(what: Input, baseline: Baseline) -> bool:
    """Whether the file takes a plain number at an input as an amount: then decimals are too many.

    The model itself answers, for any path.
    """
    if what.kind != "set" or what.name == DATE:
        return is_cost(what)
    try:
        changed_plan(baseline, [ChangeRequest("set", what.target, "0.1234")])
    except AgreementError as error:
        return any(finding.code == "AV203" for finding in error.diagnostics)
    return False


# --- How far apart values are that may be an answer --------------------------------------------

_SHARES = (6, 8, 10, 12, 14)


def grains(axis: Axis, baseline: Baseline) -> tuple[Fraction, ...]:
    """The steps between values that may be an answer, in the input's own unit; coarsest first.

    Money has öre, a key whole inhabitants where the file has no decimals of them, and a price its
    öre or what the file has.  A share has no smallest part: it is looked for more finely as long
    as no value meets exactly what is wanted.
    """
    unit = axis.ends[0].unit
    if unit in ("share", "change"):
        return tuple(Fraction(1, 10**places) for places in _SHARES)
    if unit in ("amount", "day"):
        return (Fraction(1),)
    values = [end.value for end in axis.ends]
    plan, (key, _, _) = baseline.plan, axis.input.target.partition(".")
    match axis.input.kind:
        case "key" if key in plan.agreement.keys:
            used = plan.key_values(key, baseline.years[0])
            if isinstance(used, Values):
                numbers = used.by_party
                values += [numbers] if isinstance(numbers, Fraction) else numbers.values()
        case "price" | "index":
            values.append(Fraction(1, 100))
        case _:
            stands = _stands(axis.input, baseline)
            values += [stands.value] if stands and stands.unit == "number" else []
    return (Fraction(1, 10 ** max(decimals_needed(value) or 0 for value in values)),)
