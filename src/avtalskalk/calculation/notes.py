"""What a reader of a year's figures must know beside them: conditions, ends, solved totals."""

from collections.abc import Iterator
from datetime import date

from avtalskalk.calculation.costs import covered, signed
from avtalskalk.calculation.missing import dotted
from avtalskalk.calculation.prepared import Plan, YearOf
from avtalskalk.calculation.timeline import Segment
from avtalskalk.calculation.year_result import Charged, Result
from avtalskalk.diagnostics import Amount, Argument, Path
from avtalskalk.model.statement import Note
from avtalskalk.money import half_up
from avtalskalk.periods import Span


def remarks(plan: Plan, year: YearOf, result: Result) -> tuple[Note, ...]:
    """The notes to a year, those of its terms first, each once."""
    found = list(of_terms(plan, year))
    part = covered(plan, year.segments, year)
    if part != 1:
        first, last = year.segments[0].span.first, year.segments[-1].span.last
        found.append(_note(plan, year, "partial_year", first=first, last=last, part=part))
    for one in result.charged:
        found += _of_line(plan, year, one)
    said = [*result.remarks, *(one for each in result.charged for one in each.line.remarks)]
    found += [
        _note(plan, year, "limit_untried", one.path, limit=dotted(one.path))
        for one in said
        if one.code == "AV611"
    ]
    return tuple(found)


def of_terms(plan: Plan, year: YearOf) -> tuple[Note, ...]:
    """What the year's terms rest on, each once."""
    notes: dict[tuple[str, Path], Note] = {}
    for segment in year.segments:
        term = segment.term
        if term.standing == "written" and term.span.has_start and not term.conditional:
            continue
        for note in _of_term(plan, year, segment):
            notes.setdefault((note.key, note.path), note)
    return tuple(notes.values())


def _note(plan: Plan, year: YearOf, key: str, path: Path = (), **arguments: Argument) -> Note:
    return Note(plan.agreement.id, year.label, key, arguments, path)


def _of_term(plan: Plan, year: YearOf, segment: Segment) -> Iterator[Note]:
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


def _of_line(plan: Plan, year: YearOf, one: Charged) -> Iterator[Note]:
    """What was done with a line's stated amounts, where that is not plain."""
    agreement, line = plan.agreement, one.line
    currency = agreement.currency
    for name, cost in zip(line.names, line.costs, strict=True):
        figure, path = cost.figure, ("costs", name)
        title = plan.heading.items[name]
        if figure is not None and cost.solved:
            yield _note(
                plan, year, "solved_total", (*path, cost.key, year.label), item=title,
                total=Amount(cost.stated, currency),
                party=agreement.parties[figure.party].name,
                part=Amount(figure.part, currency),
            )  # fmt: skip
        if any(change.clause and change.clause.preliminary for change in cost.changes):
            yield _note(plan, year, "preliminary_index", (*path, "index"), item=title)
        if figure is not None and not cost.changes:
            used = signed(agreement.costs[name], sum(piece.amount for piece in cost.pieces))
            if used != cost.stated:
                segments = [piece.segment for piece in cost.pieces]
                yield _note(
                    plan, year, "prorated", path, item=title,
                    stated=Amount(cost.stated, currency), used=Amount(used, currency),
                    first=segments[0].span.first, last=segments[-1].span.last,
                )  # fmt: skip
    if plan.rounds_at_total or line.own:
        return
    exact = line.exact
    difference = sum(one.split) - half_up(sum(exact.numerators), exact.denominator)
    if difference:
        yield _note(
            plan, year, "rounding_changed", ("costs", line.names[0]),
            item=" + ".join(plan.heading.items[name] for name in line.names),
            difference=Amount(difference, currency),
        )  # fmt: skip
