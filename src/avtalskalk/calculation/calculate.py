"""An agreement and a year to a statement: flat rows that sum to what each party pays."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from avtalskalk.calculation.allocation import Line, NotKnown
from avtalskalk.calculation.costs import item_span, years_between, years_of
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.notes import remarks
from avtalskalk.calculation.plain import plain_year
from avtalskalk.calculation.prepared import Plan, YearOf, prepare, prepared, weighing_of
from avtalskalk.calculation.year_result import Charged, Result, of_year
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import (
    Allocation,
    Basis,
    Input,
    ItemTotal,
    Missing,
    Statement,
    Total,
)
from avtalskalk.money import half_up

__all__ = ["Plan", "calculate", "prepare", "years_with_figures"]


def years_with_figures(plan: Plan, basis: Basis) -> list[int] | None:
    """The years that an agreement has figures for on a basis; None where these have no end."""
    found: set[int] = set()
    for item in plan.agreement.costs.values():
        years = years_of(plan, item, basis)
        if years is not None:
            found |= years
            continue
        for term in plan.terms:
            own = item_span(item).overlap(term.span)
            between = years_between(own, plan.first_month) if own else {}
            if between is None:
                return None
            found |= between.keys()
    return sorted(found)


def calculate(
    agreement: Agreement | Plan,
    year: int,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
    rows: bool = True,
) -> Statement:
    """What each party pays in a fiscal year (named by the year it starts in) on a basis.

    The agreement must have passed the checks.  Without ``rows`` the statement may leave out
    rows and items, where only the totals are wanted.  A `Plan` spares working out the terms for
    each year anew.  What is wrong with the data of the year is in ``diagnostics``.  How a figure
    comes about is `explain`'s to tell.
    """
    # Whether something is a plan is quick to tell; pydantic's models take a hundred times as long.
    if isinstance(agreement, Plan):
        plan = prepared(agreement, today=today, assume_extended=assume_extended)
    else:
        plan = prepare(agreement, today=today, assume_extended=assume_extended)
    return each_year(plan, (year,), basis, rows=rows)[0]


def each_year(
    plan: Plan,
    years: Iterable[int],
    basis: Basis,
    *,
    rows: bool,
    inputs: tuple[Input, ...] = (),
) -> list[Statement]:
    """What each party pays in some years, as `calculate`; ``inputs`` are the files it rests on."""
    found = []
    for number in years:
        year = plan.year(number)
        statement = None
        if not year.segments:
            statement = Statement(plan.heading, year.label, basis, in_force=False, inputs=inputs)
        elif plan.plain and year.whole and plan.trace is None:
            # Whoever listens hears every step, so then the year goes the whole way.
            statement = plain_year(plan, year, basis, rows, inputs)
        found.append(statement or _statement(plan, year, basis, inputs))
    return found


def _statement(plan: Plan, year: YearOf, basis: Basis, inputs: tuple[Input, ...]) -> Statement:
    """A year's result as rows, totals and what stands beside them."""
    result = of_year(plan, year.number, basis)
    conditional = any(segment.term.conditional for segment in year.segments)
    unknown = list(result.unknown)
    if not plan.agreement.costs:
        unknown.append(NotKnown("", Unknown("costs", ("costs",))))
    reasons = dict.fromkeys(one.why for one in unknown)
    return Statement(
        heading=plan.heading,
        year=year.label,
        basis=basis,
        rows=tuple(_rows(plan, year, basis, result)),
        totals=_totals(plan, year, result, unknown, conditional=conditional),
        items=tuple(_item_totals(plan, year, result, conditional=conditional)),
        missing=tuple(
            Missing(plan.agreement.id, year.label, why.what, why.path)
            for why in reasons
            if why.fault is None
        ),
        notes=remarks(plan, year, result),
        assumptions=plan.agreement.assumptions,
        diagnostics=(
            *(why.fault for why in reasons if why.fault is not None),
            *result.remarks,
            *(remark for one in result.charged for remark in one.line.remarks),
        ),
        inputs=inputs,
    )


def _totals(
    plan: Plan,
    year: YearOf,
    result: Result,
    unknown: Sequence[NotKnown],
    *,
    conditional: bool,
) -> tuple[Total, ...]:
    """Each party's total, surcharges included; None where something it needs is not known."""
    agreement = plan.agreement
    amounts = list(result.totals)
    for one in result.charged:
        if one.surcharge is not None:
            amounts = [a + b for a, b in zip(amounts, one.surcharge, strict=True)]
    incomplete = _incomplete(plan, year, unknown) if unknown else ()
    return tuple(
        Total(
            agreement.id, year.label, party, None if party in incomplete else amount,
            agreement.currency, conditional, party not in incomplete,
        )
        for party, amount in zip(plan.parties, amounts, strict=True)
    )  # fmt: skip


def _incomplete(plan: Plan, year: YearOf, unknown: Sequence[NotKnown]) -> frozenset[str]:
    """The parties whose total needs something that is not known."""
    everyone = frozenset(plan.parties)
    if plan.rounds_at_total:
        return everyone
    found: set[str] = set()
    for one in unknown:
        if not one.name or not plan.shares_are_known(one.name):
            return everyone
        for segment in year.segments:
            weighing = weighing_of(plan, one.name, segment)
            if isinstance(weighing, Unknown):
                return everyone
            found |= {p for p, share in zip(plan.parties, weighing.shares, strict=True) if share}
    return frozenset(found)


# --- the rows ------------------------------------------------------------------------------


def _rows(plan: Plan, year: YearOf, basis: Basis, result: Result) -> Iterator[Allocation]:
    """Every row of a year; they sum to the totals."""
    for one in result.charged:
        yield from _line_rows(plan, year, basis, one)
        source = one.line.source
        if one.limit is not None:
            yield from _moved(plan, year, basis, "limit", one.line.label, one.limit, source)
        if one.surcharge is not None:
            own = one.line.item.surcharge
            said = (own.source if own else "") or source
            yield from _moved(plan, year, basis, "surcharge", one.line.label, one.surcharge, said)
    if result.limit is not None:
        yield from _moved(plan, year, basis, "limit", "", result.limit, "")
    if result.rounding is not None:
        source = plan.agreement.rounding.source
        yield from _moved(plan, year, basis, "rounding", "", result.rounding, source)


def _line_rows(plan: Plan, year: YearOf, basis: Basis, one: Charged) -> Iterator[Allocation]:
    """A line's rows: a segment's row is its part of the party's rounded year."""
    line = one.line
    agreement, currency = plan.agreement.id, plan.agreement.currency
    label, source = line.label, line.source
    kind: Literal["own", "split"] = "own" if line.own else "split"
    for portion, amounts in zip(line.portions, _by_segment(line, one.split), strict=True):
        span, term = portion.segment.span, portion.segment.term
        first, last = span.first, span.last
        shares: Sequence[Fraction | None] = portion.shares or (None,) * len(plan.parties)
        for party, share, amount in zip(plan.parties, shares, amounts, strict=True):
            if share or amount:
                yield Allocation(
                    agreement, year.label, first, last, label, kind, basis, party, share,
                    amount, currency, term.conditional, source,
                )  # fmt: skip


def _by_segment(line: Line, rounded: Sequence[int]) -> list[Sequence[int]]:
    """Each party's rounded year divided over the line's segments, by its exact parts there."""
    if len(line.portions) == 1:
        return [rounded]
    exact = [portion.parts.fractions for portion in line.portions]
    by_party = [
        _divided([parts[place] for parts in exact], amount) for place, amount in enumerate(rounded)
    ]
    return [list(column) for column in zip(*by_party, strict=True)]


def _divided(exact: Sequence[Fraction], amount: int) -> list[int]:
    """A whole amount over exact parts; the last that is not zero takes what rounding leaves."""
    result = [half_up(part.numerator, part.denominator) for part in exact]
    takers = [place for place, part in enumerate(exact) if part]
    result[takers[-1] if takers else -1] += amount - sum(result)
    return result


def _moved(
    plan: Plan,
    year: YearOf,
    basis: Basis,
    line: Literal["limit", "rounding", "surcharge"],
    item: str,
    amounts: Sequence[int],
    source: str,
) -> Iterator[Allocation]:
    """Rows for what is added to or taken from the parties beside a split."""
    first, last = year.segments[0].span.first, year.segments[-1].span.last
    conditional = any(segment.term.conditional for segment in year.segments)
    for party, amount in zip(plan.parties, amounts, strict=True):
        if amount:
            yield Allocation(
                plan.agreement.id, year.label, first, last, item, line, basis, party, None,
                amount, plan.agreement.currency, conditional, source,
            )  # fmt: skip


def _item_totals(
    plan: Plan, year: YearOf, result: Result, *, conditional: bool
) -> Iterator[ItemTotal]:
    """What each line comes to, limits and surcharges included, and the items not known."""
    agreement = plan.agreement
    order = {name: place for place, name in enumerate(agreement.costs)}
    found: list[tuple[int, ItemTotal]] = []
    for one in result.charged:
        line = one.line
        exact = Fraction(sum(line.exact.numerators), line.exact.denominator)
        amount = sum(one.amounts) + sum(one.surcharge or ())
        title = " + ".join(plan.heading.items[name] for name in line.names)
        total = ItemTotal(
            agreement.id, year.label, line.label, title, line.item.kind, exact, amount,
            agreement.currency, line.costs[0].solved, conditional, line.source,
        )  # fmt: skip
        found.append((order[line.names[0]], total))
    for name in dict.fromkeys(one.name for one in result.unknown if one.name):
        item = agreement.costs[name]
        total = ItemTotal(
            agreement.id, year.label, name, item.title or name, item.kind, None, None,
            agreement.currency, False, conditional, item.source,  # noqa: FBT003
            _known_shares(plan, name, year),
        )  # fmt: skip
        found.append((order[name], total))
    found.sort(key=lambda one: one[0])
    return (total for _, total in found)


def _known_shares(plan: Plan, name: str, year: YearOf) -> dict[str, Fraction]:
    """How an item without an amount would be split, where that is the same all the year."""
    if len(year.segments) != 1 or not plan.shares_are_known(name):
        return {}
    weighing = weighing_of(plan, name, year.segments[0])
    if isinstance(weighing, Unknown):
        return {}
    shares = zip(plan.parties, weighing.shares, strict=True)
    return {party: share for party, share in shares if share}
