"""Costs and prices as they become: ``+3 %``, ``+250 tkr``, ``2 mkr``."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

from avtalskalk.calculation.costs import cost
from avtalskalk.calculation.missing import Unknown
from avtalskalk.diagnostics import Path, Phrase
from avtalskalk.features.whatif.change_request import (
    PERCENT,
    ChangeRequest,
    NumberChange,
    Refused,
    read_number_change,
)
from avtalskalk.features.whatif.changes import Draft
from avtalskalk.model.costs import Item
from avtalskalk.model.statement import BASES, Basis
from avtalskalk.model.value_text import amount_text, number_text, price_text
from avtalskalk.model.values import amount, number, price
from avtalskalk.money import half_up


def change_cost(draft: Draft, request: ChangeRequest) -> None:
    """A cost item's amount in what way it is stated; without a target all costs' amounts."""
    file = draft.setting
    change = read_number_change(
        request.value, lambda text: Fraction(amount(text, file.currency, file.numbers))
    )
    items = draft.plan.agreement.costs
    if request.target:
        draft.known("an_item", request.target, items)
        names = [request.target]
    else:
        costs = [name for name, item in items.items() if item.kind == "cost"]
        # Another agreement's amounts are as that is written, beside which the others change.
        names = [name for name in costs if items[name].from_agreement is None]
        if change.part is None and len(names) > 1:
            text = str(request.value)
            raise Refused("AV752", text=text, first=names[0], known=tuple(names))
    changed = [_change_item(draft, request, name, change) for name in names]
    if not any(changed):
        raise draft.nothing(names or ["costs"])


def change_price(draft: Draft, request: ChangeRequest) -> None:
    """The price of an item; without a target those of all that have one."""
    items = draft.plan.agreement.costs
    if request.target:
        draft.known("an_item", request.target, items)
    names = [request.target] if request.target else list(items)
    paths = [
        path
        for name in names
        for path in price_paths(name, items[name])
        if path[2] == "price" or path[-1] == "price"
    ]
    if not paths:
        raise draft.nothing([f"{name}.price" for name in names] or ["costs"])
    file = draft.setting
    change = read_number_change(
        request.value, lambda text: price(text, file.currency, file.numbers)
    )
    for path in paths:
        _change_dated(draft, path, _new_price(draft, request, path, change))


def price_paths(name: str, item: Item) -> Iterator[Path]:
    """Where an item's prices are written, and the amounts of its table by size."""
    if item.price is not None:
        for party in item.prices:
            yield ("costs", name, "price", *filter(None, (party,)))
    for place, row in enumerate(item.by_size.table if item.by_size else ()):
        word = "amount" if row.price is None else "price"
        yield ("costs", name, "bands" if item.bands else "scale", "table", place, word)


def _change_item(draft: Draft, request: ChangeRequest, name: str, change: NumberChange) -> bool:
    """Change one item by its form; whether there was anything to change."""
    file, start = draft.setting, request.start
    currency = file.currency

    def new_amount(old: str) -> str:
        """An amount's text as it becomes, half up to the currency's smallest unit."""
        before = amount(old, currency, file.numbers) if change.to is None else 0
        becomes = change.of(Fraction(before))
        return amount_text(half_up(becomes.numerator, becomes.denominator), currency, old)

    form = form_of(draft.plan.agreement.costs[name], draft.baseline.basis)
    if form in BASES:
        return _change_annual(draft, request, name, new_amount, absolute=change.to is not None)
    if form == "total":
        agreed = draft.plan.agreement.costs[name].start or draft.agreed
        if start is not None or draft.first_day_asked > agreed:
            raise Refused("AV766", path=f"costs.{name}.total")
    if form in ("amount", "total"):
        _change_dated(draft, ("costs", name, form), new_amount)
        return True
    if form == "percent" and not request.target:
        # An overhead follows what it is on.
        return False
    if change.part is None or form not in ("price", "bands", "scale", "amounts"):
        way = "change_other_agreement" if form == "from_agreement" else "change_by_percent"
        raise Refused("AV753", item=name, text=str(request.value), instead=Phrase(way))
    if form != "amounts":
        for path in price_paths(name, draft.plan.agreement.costs[name]):
            is_amount = path[2] != "price" and path[-1] == "amount"
            new_price = _new_price(draft, request, path, change)
            _change_dated(draft, path, new_amount if is_amount else new_price)
    else:
        agreed = draft.at("costs", name, "amounts")
        keys = [draft.year_key(agreed, year) for year in draft.years_from(start)]
        keys = [key for key in keys if key in agreed]
        for key in keys:
            for party, old in agreed[key].items():
                draft.put(("costs", name, "amounts", key, party), new_amount(old))
        if draft.at("costs", name, "sum"):
            # What the paper says they make is no control of other amounts.
            draft.put(("costs", name, "sum"), None)
        return bool(keys)
    return True


def form_of(item: Item, basis: Basis) -> str:
    """Which of its keys states an item's amount on a basis; a missing basis is the basis."""
    if item.figures(basis) is not None:
        return basis
    for form in ("amounts", "bands", "scale", "percent", "from_agreement"):
        if getattr(item, form) is not None:
            return form
    if item.price is not None and (item.per is not None or basis != "actual"):
        return "price"
    if basis != "actual":
        for form in ("amount", "total"):
            if getattr(item, form) is not None:
                return form
    return basis


def _change_annual(
    draft: Draft, request: ChangeRequest, name: str, new: Callable[[str], str], *, absolute: bool
) -> bool:
    """The figures of the years asked about, from a day on those of the years after it.

    Only what does not rest on the old figure can be put where there is none.
    """
    basis, changed = draft.baseline.basis, False
    for year in draft.years_from(request.start):
        fix_total(draft, name, basis, year)
        path: Path = ("costs", name, basis)
        path = (*path, draft.year_key(draft.at(*path), year))
        old = draft.at(*path)
        if isinstance(old, dict) and "value" in old:
            path, old = (*path, "value"), old["value"]
        if old is not None or absolute:
            draft.put(path, new(old if isinstance(old, str) else ""))
            changed = True
    return changed


def _new_price(
    draft: Draft, request: ChangeRequest, path: Path, change: NumberChange
) -> Callable[[str], str]:
    """What a price becomes, with the decimals it needs; a share of a value stays a share."""
    file = draft.setting

    def new(old: str) -> str:
        if change.to is not None:
            return str(request.value)
        if old.endswith(PERCENT):
            unit = next(unit for unit in PERCENT if old.endswith(unit))
            if change.part is None:
                way = Phrase("change_by_percent")
                raise Refused("AV753", item=str(path[1]), text=str(request.value), instead=way)
            percent = number(old.removesuffix(unit).strip(), file.numbers)
            return f"{number_text(change.of(percent), old)} {unit}"
        before = price(old, file.currency, file.numbers)
        return price_text(change.of(before), file.currency, old)

    return new


def _change_dated(draft: Draft, path: Path, new: Callable[[str], str]) -> None:
    """A value that may be dated, from the request's day on.

    Asked for without a day, values that are dated after the years asked about stay.
    """
    old = draft.at(*path)
    if not isinstance(old, dict):
        first, start = draft.agreed, draft.start
        if start <= first:
            draft.put(path, new(old))
        else:
            draft.note_start()
            draft.put(path, {_day_key(draft, first, ()): old, _day_key(draft, start, ()): new(old)})
        return
    days = sorted((draft.first_day(key), key) for key in old)
    start = draft.start
    following = [day for day, _ in days[1:]] + [date.max]
    last = date.max if draft.request.start else max(span.last for span in draft.spans)
    for (day, key), end in zip(days, following, strict=True):
        if max(day, draft.agreed) < start < end:
            draft.note_start()
            draft.put((*path, _day_key(draft, start, tuple(old))), new(old[key]))
        elif start < end and day <= last:
            draft.put((*path, key), new(old[key]))


def _day_key(draft: Draft, day: date, keys: tuple[str, ...]) -> str:
    """A day as a key among others: the year where all of them are years and it starts one."""
    starts_year = (day.month, day.day, draft.setting.first_month) == (1, 1, 1)
    return str(day.year) if starts_year and all(map(str.isdigit, keys)) else day.isoformat()


# --- totals solved from a known part ----------------------------------------------------------


def fix_total(draft: Draft, name: str, basis: Basis, year: int) -> None:
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
    beside = {key: value for key, value in written.items() if key != "known_part"}
    draft.put(path, {"value": text, **beside} if beside else text)


def fix_totals(draft: Draft, left: Callable[[Path], bool]) -> None:
    """Write in every total that is solved from a known part, but those ``left`` as they are."""
    for name, item in draft.baseline.plan.agreement.costs.items():
        for basis in BASES:
            figures = item.figures(basis)
            if figures is None:
                continue
            for year, figure in figures.figures.items():
                if figure.amount is None and not left(("costs", name, basis, figures.keys[year])):
                    fix_total(draft, name, basis, year)
