"""An agreement and a year to a statement: flat rows that sum to what each party pays."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from avtalskalk.calculation.allocation import CostLine
from avtalskalk.calculation.costs import item_span, years_between, years_of
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.notes import notes_of, share_sources
from avtalskalk.calculation.prepared import (
    Plan,
    PlanYear,
    prepare,
    prepared,
    weighing_of,
)
from avtalskalk.calculation.year_result import Result, RoundedParts, of_year, paid
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.statement import (
    Allocation,
    Basis,
    Input,
    ItemTotal,
    Line,
    Missing,
    Statement,
    Total,
)
from avtalskalk.money import common, largest_remainder

__all__ = ["Plan", "calculate", "prepare", "years_with_figures"]


def years_with_figures(plan: Plan, basis: Basis) -> list[int] | None:
    """The years that an agreement has figures for on a basis; None where these have no end."""
    known: set[int] = set()
    for item in plan.agreement.costs.values():
        years = years_of(plan, item, basis)
        if years is not None:
            known |= years
            continue
        for term in plan.terms:
            span = item_span(item).overlap(term.span)
            between = years_between(span, plan.first_month) if span else {}
            if between is None:
                return None
            known |= between.keys()
    if not known:
        # Corrections alone: they make no year of an agreement that has other figures.
        figures = (item.figures(basis) for item in plan.agreement.costs.values())
        known = {year for annual in figures if annual for year in annual.figures}
    return sorted(known)


def calculate(
    agreement: Agreement | Plan,
    year: int,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
    inputs: tuple[Input, ...] = (),
) -> Statement:
    """What each party pays in a fiscal year (named by the year it starts in) on a basis.

    The agreement must have passed the checks.  A `Plan` spares working out the terms for each
    year anew; ``inputs`` are the files that the figures rest on.  What is wrong with the data of
    the year is in ``diagnostics``.  How a figure comes about is `explain`'s to tell.
    """
    # Whether something is a plan is quick to tell; pydantic's models take a hundred times as long.
    if isinstance(agreement, Plan):
        plan = prepared(agreement, today=today, assume_extended=assume_extended)
    else:
        plan = prepare(agreement, today=today, assume_extended=assume_extended)
    fiscal_year = plan.year(year)
    if not fiscal_year.segments:
        return Statement(plan.heading, fiscal_year.label, basis, in_force=False, inputs=inputs)
    return _statement(plan, fiscal_year, basis, inputs)


def _statement(plan: Plan, year: PlanYear, basis: Basis, inputs: tuple[Input, ...]) -> Statement:
    """A year's result as rows, totals and what stands beside them."""
    result = of_year(plan, year.number, basis)
    heading, label = plan.heading, year.label
    costs = [cost for charged in result.charged for cost in charged.line.costs]
    figures = [cost.figure for cost in costs]
    sources = [source for cost in costs for source in cost.taken]
    conditional = any(segment.term.conditional for segment in year.segments)
    conditional = conditional or any(source.conditional for source in sources)
    amounts = zip(plan.parties, paid(plan, year.number, result), strict=True)
    lacking = dict.fromkeys(
        [unknown.why for unknown in result.unknown if unknown.why.fault is None]
    )
    return Statement(
        heading=heading,
        year=label,
        basis=basis,
        rows=tuple(_rows(plan, year, basis, result, conditional=conditional)),
        totals=tuple(
            [
                Total(
                    heading.agreement, label, party, amount, heading.currency, conditional,
                    amount is not None,
                )
                for party, amount in amounts
            ]
        ),
        items=_item_totals(plan, year, result, conditional=conditional),
        missing=tuple(
            [
                Missing(heading.agreement, label, why.what, why.path)
                for why in lacking
            ]
        ),
        notes=notes_of(plan, year, basis, result),
        assumptions=tuple(
            dict.fromkeys(
                [
                    *plan.agreement.assumptions,
                    *[figure.assumption for figure in figures if figure and figure.assumption],
                    *[
                        f"{source.statement.heading.title}: {assumption}"
                        for source in sources
                        for assumption in source.statement.assumptions
                    ],
                ]
            )
        ),
        share_sources=share_sources(plan, year),
        # `check` says that they are suppressed, and why.
        diagnostics=tuple(
            diagnostic
            for diagnostic in result.diagnostics
            if diagnostic.severity == "error" or diagnostic.code not in plan.agreement.lints
        ),
        inputs=inputs,
    )  # fmt: skip


# --- the rows ------------------------------------------------------------------------------


def _rows(
    plan: Plan, year: PlanYear, basis: Basis, result: Result, *, conditional: bool
) -> Iterator[Allocation]:
    """Every row of a year; they sum to the totals."""
    agreement, currency = plan.heading.agreement, plan.heading.currency
    first, last = year.segments[0].span.first, year.segments[-1].span.last

    def moved(line: Line, item: str, amounts: Sequence[int], source: str) -> Iterator[Allocation]:
        """Rows for what is added to or taken from the parties beside a split."""
        for party, amount in zip(plan.parties, amounts, strict=True):
            if amount:
                yield Allocation(
                    agreement, year.label, first, last, item, line, basis, party, None,
                    amount, currency, conditional, source,
                )  # fmt: skip

    for charged in result.charged:
        line = charged.line
        label, source = line.label, line.source
        kind: Line = "own" if line.own_amounts else "split"
        from_condition = any(cost.conditional for cost in line.costs)
        for portion, amounts in zip(line.portions, _by_segment(line, charged.split), strict=True):
            span, term = portion.segment.span, portion.segment.term
            start, end = span.first, span.last
            shares: Sequence[Fraction | None] = portion.shares or (None,) * len(plan.parties)
            for party, share, amount in zip(plan.parties, shares, amounts, strict=True):
                if amount or share:
                    yield Allocation(
                        agreement, year.label, start, end, label, kind, basis, party, share,
                        amount, currency, from_condition or term.conditional, source,
                    )  # fmt: skip
        if charged.moved_by_limits is not None:
            yield from moved("limit", label, charged.moved_by_limits, source)
            yield from moved("rounding", label, charged.rounding, plan.agreement.rounding.source)
        if charged.surcharge is not None:
            paper = charged.surcharge.surcharge.source or source
            yield from moved("surcharge", label, charged.surcharge.amounts, paper)
    if result.moved_by_limits is not None:
        yield from moved("limit", "", result.moved_by_limits, "")
    for carried in result.carried:
        agreed = plan.agreement.reconciliation
        paper = agreed.source if agreed else ""
        yield from moved("carried", "", carried.adjustment.amounts, paper)
    if result.rounding is not None:
        yield from moved("rounding", "", result.rounding, plan.agreement.rounding.source)


def _by_segment(line: CostLine, rounded: RoundedParts) -> list[Sequence[int]]:
    """Each party's rounded year divided over the line's segments, by its exact parts there."""
    if len(line.portions) == 1:
        return [rounded.amounts]
    columns = zip(*(portion.parts.fractions for portion in line.portions), strict=True)
    return [
        *zip(
            *(
                largest_remainder(*common(exact), rounded.unit, amount)
                for exact, amount in zip(columns, rounded.amounts, strict=True)
            ),
            strict=True,
        )
    ]


def _item_totals(
    plan: Plan, year: PlanYear, result: Result, *, conditional: bool
) -> tuple[ItemTotal, ...]:
    """What each line comes to, limits and surcharges included, and the items not known."""
    heading, label, items = plan.heading, year.label, plan.agreement.costs
    totals: dict[str, ItemTotal] = {}
    for charged in result.charged:
        line = charged.line
        exact = sum([piece.amount for cost in line.costs for piece in cost.pieces])
        amount = sum(charged.rounded.amounts)
        if charged.surcharge is not None:
            amount += sum(charged.surcharge.amounts)
        title = " + ".join([heading.items[name] for name in line.names])
        totals[line.names[0]] = ItemTotal(
            heading.agreement, label, line.label, title, line.item.kind, exact, amount,
            heading.currency, line.costs[0].solved, conditional, line.source,
        )  # fmt: skip
    for name in dict.fromkeys(unknown.name for unknown in result.unknown if unknown.name):
        totals[name] = ItemTotal(
            heading.agreement, label, name, heading.items[name], items[name].kind, None, None,
            heading.currency, False, conditional, items[name].source,  # noqa: FBT003
            _known_shares(plan, name, year),
        )  # fmt: skip
    return tuple([totals[name] for name in items if name in totals])


def _known_shares(plan: Plan, name: str, year: PlanYear) -> dict[str, Fraction]:
    """How an item without an amount would be split, where that is the same all the year."""
    if len(year.segments) != 1 or not plan.shares_are_known(name):
        return {}
    weighing = weighing_of(plan, name, year.segments[0])
    if isinstance(weighing, Unknown):
        return {}
    shares = zip(plan.parties, weighing.shares, strict=True)
    return {party: share for party, share in shares if share}
