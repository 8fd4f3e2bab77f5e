"""What a reader of a year's figures must know beside them: conditions, ends, solved totals."""

from collections.abc import Iterator
from datetime import date

from avtalskalk.calculation.costs import Cost, covered
from avtalskalk.calculation.indices import Factor
from avtalskalk.calculation.missing import dotted
from avtalskalk.calculation.prepared import FiscalYear, Plan
from avtalskalk.calculation.timeline import Segment
from avtalskalk.calculation.year_result import Charged, Result
from avtalskalk.diagnostics import Amount, Argument, Path
from avtalskalk.model.statement import Note
from avtalskalk.money import half_up
from avtalskalk.periods import Span


def notes_of(plan: Plan, year: FiscalYear, result: Result) -> tuple[Note, ...]:
    """The notes to a year, those of its terms first, each once."""
    of_terms: dict[tuple[str, Path], Note] = {}
    for segment in year.segments:
        term = segment.term
        if term.conditional or term.standing != "written" or not term.span.has_start:
            for note in _of_term(plan, year, segment):
                of_terms.setdefault((note.key, note.path), note)
    notes = list(of_terms.values())
    part = covered(plan, year.segments, year)
    if part != 1:
        first, last = year.segments[0].span.first, year.segments[-1].span.last
        notes.append(_note(plan, year, "partial_year", first=first, last=last, part=part))
    for charged in result.charged:
        for name, cost in zip(charged.line.names, charged.line.costs, strict=True):
            if cost.changes or cost.figure is not None:
                notes += _of_cost(plan, year, name, cost)
        if not (plan.rounds_at_total or charged.line.own):
            notes += _of_rounding(plan, year, charged)
    notes += [
        _note(plan, year, "limit_untried", remark.path, limit=dotted(remark.path))
        for remark in result.remarks
        if remark.code == "AV611"
    ]
    return tuple(notes)


def _note(plan: Plan, year: FiscalYear, key: str, path: Path = (), **arguments: Argument) -> Note:
    return Note(plan.agreement.id, year.label, key, arguments, path)


def _of_term(plan: Plan, year: FiscalYear, segment: Segment) -> Iterator[Note]:
    """What the terms of a segment rest on."""
    agreement, term = plan.agreement, segment.term
    period = agreement.periods[term.place]
    path: Path = ("periods", term.place)
    if term.conditional:
        waiting = tuple(agreement.parties[p].name for p in term.waiting if p in agreement.parties)
        first, last = dates(term.span)
        yield _note(plan, year, "conditional", path, first=first, last=last, waiting=waiting)
        refused = tuple(
            party.name
            for name, party in agreement.parties.items()
            if any(one.status == "refused" for one in period.decisions.get(name, ()))
        )
        if refused:
            yield _note(plan, year, "refused", path, party=refused)
    if not term.span.has_start:
        yield _note(plan, year, "no_start", path)
    if term.standing == "renewed" and period.to:
        yield _note(plan, year, "beyond_end", path, end=period.to)
    if term.standing == "extended" and period.to:
        yield _note(plan, year, "assumed_extended", path, end=period.to)


def dates(span: Span) -> tuple[date | str, date | str]:
    """A span's first and last day; an open end is empty."""
    return span.first if span.has_start else "", span.last if span.has_end else ""


def _of_cost(plan: Plan, year: FiscalYear, name: str, cost: Cost) -> list[Note]:
    """What was done with an item's stated amount, where that is not plain."""
    figure, currency = cost.figure, plan.heading.currency
    title, path = plan.heading.items[name], ("costs", name)
    notes: list[Note] = []
    if figure is not None and figure.amount is None:
        notes.append(
            _note(
                plan, year, "solved_total", (*path, cost.key, year.label), item=title,
                total=Amount(cost.stated, currency),
                party=plan.heading.parties[figure.party],
                part=Amount(figure.part, currency),
            )
        )  # fmt: skip
    factors = [change.because for change in cost.changes if isinstance(change.because, Factor)]
    if any(factor.preliminary for factor in factors):
        notes.append(_note(plan, year, "preliminary_index", (*path, "index"), item=title))
    if figure is not None and not cost.changes:
        pieces = cost.pieces
        used = plan.profiles[name].sign * sum([piece.amount for piece in pieces])
        if used != cost.stated:
            notes.append(
                _note(
                    plan, year, "prorated", path, item=title,
                    stated=Amount(cost.stated, currency), used=Amount(used, currency),
                    first=pieces[0].segment.span.first, last=pieces[-1].segment.span.last,
                )
            )  # fmt: skip
    return notes


def _of_rounding(plan: Plan, year: FiscalYear, charged: Charged) -> list[Note]:
    """That rounding each part has changed the sum of a line, where it has."""
    line = charged.line
    exact = line.exact
    difference = sum(charged.split.amounts) - half_up(sum(exact.numerators), exact.denominator)
    if not difference:
        return []
    item = " + ".join(plan.heading.items[name] for name in line.names)
    of = Amount(difference, plan.heading.currency)
    path: Path = ("costs", line.names[0])
    return [_note(plan, year, "rounding_changed", path, item=item, difference=of)]
