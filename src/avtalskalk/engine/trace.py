"""The steps of a calculation, from what is stated to each party's amount, made when asked for.

They are read off the very values that the calculation passed from rule to rule, so they cannot
tell another story than the figures.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from avtalskalk.diagnostics import Amount, Argument, Number, Path
from avtalskalk.engine.plan import Plan, YearOf, split_of
from avtalskalk.engine.results import Charged, Result
from avtalskalk.model.statement import Basis, Step


def steps_of(plan: Plan, year: YearOf, basis: Basis, result: Result) -> Iterator[Step]:
    """Every step of a year, line by line."""
    for one in result.charged:
        yield from _stated(plan, year, basis, one)
        yield from _split(plan, one)
        yield from _rounded(plan, year, one)


def _whole(year: YearOf) -> tuple[date, date]:
    return year.segments[0].span.first, year.segments[-1].span.last


def _stated(plan: Plan, year: YearOf, basis: Basis, one: Charged) -> Iterator[Step]:
    """What is stated or solved, what it was multiplied by, and its parts of the year."""
    currency = plan.agreement.currency
    for name, cost in zip(one.line.names, one.line.costs, strict=True):
        figure = cost.figure
        key = cost.key or basis
        path: Path = ("costs", name, key, year.label) if figure else ("costs", name, key)
        item = plan.agreement.costs[name]
        source = (figure.source if figure else "") or item.source
        inputs: dict[str, Argument] = {}
        if figure is not None and cost.solved:
            inputs = {"party": figure.party, "part": Amount(figure.part, currency)}
        rule = "solved" if cost.solved else "stated"
        yield Step(rule, name, "", *_whole(year), Fraction(cost.stated), inputs, path, source)
        for change in cost.changes:
            said: dict[str, Argument] = {}
            if change.clause is not None and change.clause.used and change.clause.base:
                said = {
                    "used": (change.clause.used[0], Number(change.clause.used[1])),
                    "base": (change.clause.base[0], Number(change.clause.base[1])),
                    "bound": change.clause.bound,
                }
            yield Step(
                change.rule, name, "", *_whole(year), change.value, said, change.path, item.source
            )
        for piece in cost.pieces:
            span = piece.segment.span
            if piece.part != 1:
                yield Step(
                    "proration", name, "", span.first, span.last, Fraction(piece.amount),
                    {"part": Fraction(piece.part)}, ("periods", piece.segment.term.place),
                    plan.agreement.periods[piece.segment.term.place].source,
                )  # fmt: skip


def _split(plan: Plan, one: Charged) -> Iterator[Step]:
    """Each party's exact part in each segment, by the split that is written there."""
    line = one.line
    for portion in line.portions:
        span = portion.segment.span
        written = None if line.own else split_of(plan, line.names[0], portion.segment)
        path: Path = written.path if written else ("costs", line.names[0])
        for place, (party, value) in enumerate(
            zip(plan.parties, portion.parts.fractions, strict=True)
        ):
            share = portion.shares[place] if portion.shares else None
            if share or value:
                yield Step(
                    "own" if line.own else "split", line.label, party, span.first, span.last,
                    value, {} if share is None else {"share": share}, path,
                    plan.agreement.periods[portion.segment.term.place].source,
                )  # fmt: skip


def _rounded(plan: Plan, year: YearOf, one: Charged) -> Iterator[Step]:
    """Each party's amount in whole minor units, after the line's limits, and its surcharge."""
    rounding = plan.agreement.rounding
    for place, (party, amount) in enumerate(zip(plan.parties, one.amounts, strict=True)):
        yield Step(
            "rounding", one.line.label, party, *_whole(year), Fraction(amount),
            {"unit": Amount(rounding.to, plan.agreement.currency)}, ("rounding",),
            rounding.source,
        )  # fmt: skip
        if one.surcharge is not None and one.surcharge[place]:
            yield Step(
                "surcharge", one.line.label, party, *_whole(year),
                Fraction(one.surcharge[place]), {},
                ("costs", one.line.names[0], "surcharge"), one.line.source,
            )  # fmt: skip
