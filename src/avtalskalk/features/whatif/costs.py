"""Costs and prices as they become: ``+3 %``, ``+250 tkr``, ``2 mkr``."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from avtalskalk.calculation.costs import cost
from avtalskalk.calculation.missing import Unknown
from avtalskalk.diagnostics import Path
from avtalskalk.features.whatif.change_request import ChangeRequest, Draft, Refused
from avtalskalk.features.whatif.relative_change import PERCENT, Shift, read_shift
from avtalskalk.model.costs import Item
from avtalskalk.model.statement import BASES, Basis
from avtalskalk.model.value_text import amount_text, number_text, price_text
from avtalskalk.model.values import FIRST_YEAR, amount, number, price
from avtalskalk.money import half_up


def _amount(draft: Draft) -> Callable[[str], Fraction]:
    return lambda text: Fraction(amount(text, draft.setting.currency))


def _price(draft: Draft) -> Callable[[str], Fraction]:
    return lambda text: price(text, draft.setting.currency)


# --- costs and prices ------------------------------------------------------------------------


def change_cost(draft: Draft, asked: ChangeRequest) -> None:
    """A cost item's amount in what way it is stated; without a target all costs' amounts."""
    shift = read_shift(asked.value, _amount(draft))
    items = draft.plan.agreement.costs
    names = [asked.target]
    if asked.target:
        draft.known("an_item", asked.target, items)
    else:
        names = [name for name, item in items.items() if item.kind == "cost"]
        if shift.part is None and len(names) > 1:
            raise Refused("AV752", text=str(asked.value), first=names[0], known=tuple(names))
    changed = [_change_item(draft, asked, name, shift) for name in names]
    if not any(changed):
        raise draft.nothing(names or ["costs"])


def change_price(draft: Draft, asked: ChangeRequest) -> None:
    """The price of an item; without a target those of all that have one."""
    items = draft.plan.agreement.costs
    if asked.target:
        draft.known("an_item", asked.target, items)
    named = [asked.target] if asked.target else list(items)
    priced = [name for name in named if items[name].price is not None]
    if not priced:
        raise draft.nothing([f"{name}.price" for name in named] or ["costs"])
    shift = read_shift(asked.value, _price(draft))
    for name in priced:
        _change_price(draft, asked, name, shift)


def _change_item(draft: Draft, asked: ChangeRequest, name: str, shift: Shift) -> bool:
    """Change one item by its form; whether there was anything to change."""
    item = draft.plan.agreement.costs[name]
    form = form_of(item, draft.baseline.basis)
    if form in BASES:
        return _change_annual(draft, asked, name, shift)
    if form == "total" and asked.start is not None:
        raise Refused("AV766", path=f"costs.{name}.total")
    if form in ("amount", "total"):
        _change_dated(draft, asked, ("costs", name, form), _new_amount(draft, shift))
        return True
    if form == "percent" and not asked.target:
        # An overhead follows what it is on.
        return False
    if shift.part is None:
        raise Refused("AV753", item=name, text=str(asked.value))
    if form == "price":
        _change_price(draft, asked, name, shift)
    elif form == "bands":
        for place in range(len(draft.at("costs", name, "bands", "table"))):
            path: Path = ("costs", name, "bands", "table", place, "amount")
            _change_dated(draft, asked, path, _new_amount(draft, shift))
    elif form == "amounts":
        return _change_agreed(draft, asked, name, shift)
    else:
        raise Refused("AV753", item=name, text=str(asked.value))
    return True


def form_of(item: Item, basis: Basis) -> str:
    """Which of its keys states an item's amount on a basis; a missing basis is the basis."""
    if item.figures(basis) is not None:
        return basis
    for form in ("amounts", "bands", "percent"):
        if getattr(item, form) is not None:
            return form
    if item.price is not None and (item.per is not None or basis != "actual"):
        return "price"
    if basis != "actual":
        for form in ("amount", "total"):
            if getattr(item, form) is not None:
                return form
    return basis


def _new_amount(draft: Draft, shift: Shift) -> Callable[[str], str]:
    """An amount's text as it becomes, rounded half up to the currency's smallest unit."""
    currency = draft.setting.currency

    def new(old: str) -> str:
        becomes = shift.of(Fraction(amount(old, currency)) if shift.to is None else Fraction(0))
        return amount_text(half_up(becomes.numerator, becomes.denominator), currency, old)

    return new


def _change_annual(draft: Draft, asked: ChangeRequest, name: str, shift: Shift) -> bool:
    """The figures of the years asked about, from a day on those of the years after it."""
    done = False
    for year in draft.years_from(asked.start):
        fix_total(draft, asked, name, draft.baseline.basis, year)
        holder = draft.at("costs", name, draft.baseline.basis)
        path: Path = ("costs", name, draft.baseline.basis, draft.year_key(holder, year))
        old = draft.at(*path)
        if isinstance(old, dict) and "value" in old:
            path, old = (*path, "value"), old["value"]
        if old is None and shift.to is None:
            continue
        draft.put(asked, path, _new_amount(draft, shift)(old if isinstance(old, str) else ""))
        done = True
    return done


def _change_agreed(draft: Draft, asked: ChangeRequest, name: str, shift: Shift) -> bool:
    """Agreed amounts per party, in the years asked about."""
    done = False
    for year in draft.years_from(asked.start):
        holder = draft.at("costs", name, "amounts")
        key = draft.year_key(holder, year)
        if key in holder:
            for party, old in holder[key].items():
                path = ("costs", name, "amounts", key, party)
                draft.put(asked, path, _new_amount(draft, shift)(old))
                done = True
    return done


def _change_price(draft: Draft, asked: ChangeRequest, name: str, shift: Shift) -> None:
    """A price, which has the decimals it needs; one that is a share of a value stays a share."""
    currency = draft.setting.currency

    def new(old: str) -> str:
        if shift.to is not None:
            return str(asked.value)
        if old.endswith(PERCENT):
            unit = next(unit for unit in PERCENT if old.endswith(unit))
            if shift.part is None:
                raise Refused("AV753", item=name, text=str(asked.value))
            return f"{number_text(shift.of(number(old.removesuffix(unit).strip())), old)} {unit}"
        return price_text(shift.of(price(old, currency)), currency, old)

    _change_dated(draft, asked, ("costs", name, "price"), new)


def _change_dated(
    draft: Draft, asked: ChangeRequest, path: Path, new: Callable[[str], str]
) -> None:
    """A value that may be dated: what holds in the years asked about, or all from a day on."""
    old = draft.at(*path)
    start = asked.start
    if not isinstance(old, dict):
        first = _first_day(draft)
        if start is None or start <= first:
            draft.put(asked, path, new(old))
        else:
            both = {_key(draft, first, ()): old, _key(draft, start, ()): new(old)}
            draft.put(asked, path, both)
        return
    days = sorted((draft.first_day(key), key) for key in old)
    for place, (day, key) in enumerate(days):
        following = days[place + 1][0] if place + 1 < len(days) else date.max
        if start is not None and day < start < following:
            draft.put(asked, (*path, _key(draft, start, tuple(old))), new(old[key]))
        elif (start is None and _in_years(draft, day, following)) or (start and day >= start):
            draft.put(asked, (*path, key), new(old[key]))


def _first_day(draft: Draft) -> date:
    """The agreement's first day, or one before any."""
    span = draft.plan.terms[0].span
    return span.first if span.has_start else date(FIRST_YEAR, 1, 1)


def _key(draft: Draft, day: date, others: tuple[str, ...]) -> str:
    """A day as a key among others: the year where all of them are years and it starts one."""
    first_month = draft.setting.first_month
    starts_year = (day.month, day.day) == (first_month, 1) and first_month == 1
    return str(day.year) if starts_year and all(map(str.isdigit, others)) else day.isoformat()


def _in_years(draft: Draft, first: date, following: date) -> bool:
    """Whether any year asked about has a day from the first up to the following."""
    start, stop = first.toordinal(), following.toordinal()
    return any(start < span.stop and span.start < stop for span in draft.spans)


# --- totals solved from a known part ----------------------------------------------------------


def fix_total(draft: Draft, asked: ChangeRequest, name: str, basis: Basis, year: int) -> None:
    """Write a total in instead of the known part that it is solved from, by the agreed terms.

    A what-if changes the terms of a known cost, or the cost itself, so the total stays.
    """
    plan = draft.baseline.plan
    item = plan.agreement.costs.get(name)
    figures = item.figures(basis) if item else None
    figure = figures.figures.get(year) if figures else None
    if figures is None or figure is None or figure.amount is not None:
        return
    path: Path = ("costs", name, basis, figures.keys[year])
    if not isinstance(written := draft.at(*path), dict) or "known_part" not in written:
        return
    the_year = plan.year(year)
    solved = cost(plan, name, the_year, basis) if the_year.segments else None
    if solved is None or isinstance(solved, Unknown):
        return
    minor = half_up(solved.stated.numerator, solved.stated.denominator)
    (part,) = written["known_part"].values()
    text = amount_text(minor, draft.setting.currency, part)
    source = written.get("source")
    draft.put(asked, path, {"value": text, "source": source} if source else text)


def fix_totals(draft: Draft, asked: ChangeRequest, left: Callable[[Path], bool]) -> None:
    """Write in every total that is solved from a known part, but those ``left`` as they are."""
    for name, item in draft.baseline.plan.agreement.costs.items():
        for basis in BASES:
            figures = item.figures(basis)
            for year, key in figures.keys.items() if figures else ():
                if not left(("costs", name, basis, key)):
                    fix_total(draft, asked, name, basis, year)
