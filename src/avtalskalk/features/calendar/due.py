"""What falls due under an agreement from a day on."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.indices import indexed_month, month_used
from avtalskalk.calculation.instalments import billed_on, instalments
from avtalskalk.calculation.prepared import Plan, prepared
from avtalskalk.calculation.settlement import settled_on
from avtalskalk.calculation.timeline import MOST_YEARS, before, in_order, option_end
from avtalskalk.calculation.transfers import debts, payers
from avtalskalk.diagnostics import AgreementError, Amount, Argument, Path
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.agreement import Period
from avtalskalk.model.indices import IndexYear, month_label
from avtalskalk.model.values import FIRST_YEAR, LAST_YEAR
from avtalskalk.periods import add_months, next_day, year_of

Kind = Literal["ends", "option", "notice", "silence", "key", "index", "billed", "due", "settlement"]


class Due(NamedTuple):
    """One day and what falls due on it.

    ``about`` are the arguments of its sentence, ``path`` where it is written; ``key`` tells it from
    all others of the agreement, and is the same at every run.
    """

    day: date
    kind: Kind
    about: Mapping[str, Argument]
    path: Path
    key: str


class Calendar(NamedTuple):
    """An agreement's days, in order."""

    loaded: Loaded
    days: tuple[Due, ...]

    @property
    def name(self) -> str:
        """The agreement's id."""
        return self.loaded.agreement.id if self.loaded.agreement else self.loaded.file

    @property
    def title(self) -> str:
        """The agreement's title."""
        return self.loaded.agreement.title if self.loaded.agreement else self.loaded.file


def due_days(
    loaded: Loaded, today: date, until: date, *, assume_extended: bool = False
) -> Calendar:
    """An agreement's days from one day to another, both included."""
    if loaded.plan is None:
        raise AgreementError(loaded.diagnostics)
    plan = prepared(loaded.plan, today=today, assume_extended=assume_extended)
    # A year's bills can be due, and its settlement done, in the year after.
    first = max(year_of(today, plan.first_month) - 1, FIRST_YEAR)
    last = min(year_of(until, plan.first_month) + 1, LAST_YEAR)
    days = [
        *days_of_periods(plan),
        *_of_figures(plan, first, last),
        *days_of_money(plan, first, last),
    ]
    inside = [due for due in days if today <= due.day <= until]
    return Calendar(loaded, tuple(sorted(inside, key=lambda due: (due.day, due.key))))


def days_of_periods(plan: Plan) -> Iterator[Due]:
    """Ends of terms, options, notice, and the day from which silence is consent."""
    ordered = in_order(plan.agreement)
    for number, (place, period) in enumerate(ordered):
        path: Path = ("periods", place)
        if period.condition and period.condition.silence_by:
            yield Due(
                period.condition.silence_by,
                "silence",
                {},
                (*path, "condition"),
                f"silence-{period.start}",
            )
        ends = [term.span for term in plan.terms if term.place == place]
        if ends and ends[-1].has_end:
            last = ends[-1].last
            yield Due(last, "ends", {"first": period.start or last}, path, f"ends-{period.start}")
        # A later period shows what became of the options before it.
        if number + 1 < len(ordered) or period.terminated or period.to is None:
            continue
        if place in plan.fallen:
            continue
        if period.option is not None:
            end = option_end(period) or period.to
            day = period.option.decide_by or period.to
            yield Due(day, "option", {"end": end}, (*path, "option"), f"option-{period.start}")
        yield from _notices(period, path)


def _notices(period: Period, path: Path) -> Iterator[Due]:
    """The last days to give notice, before each time the agreement renews itself."""
    renews = period.renews
    if renews is None or renews.notice is None or period.to is None:
        return
    most = MOST_YEARS // renews.years + 1
    following = date.fromordinal(period.to.toordinal() + 1)
    for number in range(most if renews.times is None else min(renews.times, most)):
        first = add_months(following, 12 * renews.years * number)
        day, last = before(add_months(first, -renews.notice)), before(first)
        yield Due(day, "notice", {"last": last}, (*path, "renews"), f"notice-{last}")


def _of_figures(plan: Plan, first: int, last: int) -> Iterator[Due]:
    """The days on which a key, or an index, that a year needs is observed."""
    agreement = plan.agreement
    for number in range(first, last + 1):
        year = plan.year(number)
        if not year.segments:
            continue
        for name, key in agreement.keys.items():
            if key.frozen is not None or key.year_used(number) != number:
                continue
            for use in key.use:
                recurring = use.date or use.latest
                if recurring is None:
                    continue
                start = date(number + use.year, 1, 1)
                about: dict[str, Argument] = {"name": key.title or name, "year": year.label}
                day = next_day(recurring, before(start))
                several = f"-{day}" if len(key.use) > 1 else ""
                yield Due(day, "key", about, ("keys", name), f"key-{name}-{year.label}{several}")
        used: list[tuple[Path, str, date]] = [
            (("costs", name, "index"), item.index.series, month_used(item.index, number))
            for name, item in agreement.costs.items()
            if item.index is not None and item.index.series
        ]
        used += [
            (path, limit.series, indexed_month(limit, number, agreement.first_month))
            for path, limit in agreement.indexed_limits
        ]
        for path, series, month in used:
            label = month_label(month)
            title = agreement.indices[series].title or series
            about = {"name": title, "month": label, "year": year.label}
            months = 12 if isinstance(month, IndexYear) else 1
            day = before(add_months(month, months))
            yield Due(day, "index", about, path, f"index-{series}-{label}")


def days_of_money(plan: Plan, first: int, last: int) -> Iterator[Due]:
    """The days on which the years' instalments are billed and due, and the years settled."""
    agreement = plan.agreement
    for number in range(first, last + 1):
        year = plan.year(number)
        if not year.segments:
            continue
        on = settled_on(plan, number)
        if on is not None:
            path: Path = ("reconciliation", "date")
            yield Due(on, "settlement", {"year": year.label}, path, f"settlement-{year.label}")
        if agreement.invoicing is None:
            continue
        all_debts = (debts(plan, calculate(plan, number)) if payers(plan) else None) or ()
        owed = [debt for debt in all_debts if not debt.item]
        for name in dict.fromkeys(debt.item for debt in all_debts if debt.item):
            billed, due = billed_on(plan, number, name)
            title = plan.heading.items[name]
            about: dict[str, Argument] = {"item": title, "year": year.label}
            path, key = ("costs", name, "billed_on"), f"{year.label}-{name}"
            yield Due(billed, "billed", about, path, f"billed-{key}")
            if due is not None:
                yield Due(due, "due", about, path, f"due-{key}")
        for part in instalments(plan, number, owed):
            about = {"number": part.number, "year": year.label}
            # With VAT, or to several, it would be another amount than that of any bill.
            if owed and not agreement.invoicing.vat and len({debt.payee for debt in owed}) == 1:
                about["amount"] = Amount(Fraction(sum(part.amounts)), agreement.currency)
            key = f"{year.label}-{part.number}"
            yield Due(part.billed, "billed", about, ("invoicing",), f"billed-{key}")
            if part.due is not None:
                yield Due(part.due, "due", about, ("invoicing",), f"due-{key}")
