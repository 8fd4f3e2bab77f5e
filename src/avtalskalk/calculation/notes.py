"""What a reader of a year's figures must know beside them: conditions, ends, solved totals."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import prod
from typing import Final

from avtalskalk.calculation.costs import Cost, ExactNumber, covered
from avtalskalk.calculation.indices import Factor
from avtalskalk.calculation.missing import Unknown, dotted, path_in_agreement
from avtalskalk.calculation.prepared import Plan, PlanYear, named, split_of, usual_shares
from avtalskalk.calculation.timeline import DEFAULT, Segment
from avtalskalk.calculation.year_result import Result
from avtalskalk.diagnostics import Amount, Argument, Path, Sum
from avtalskalk.model.statement import Basis, Note
from avtalskalk.money import half_up
from avtalskalk.periods import Span

_FACTORS: Final = ("factor", "factor_band")


def notes_of(plan: Plan, year: PlanYear, basis: Basis, result: Result) -> tuple[Note, ...]:
    """The notes to a year, those of its terms first, each once."""
    of_terms: dict[tuple[str, Path], Note] = {}
    for segment in year.segments:
        term = segment.term
        unusual = term.conditional or term.falls_back or term.standing != "written"
        if unusual or not term.span.has_start:
            for note in _of_term(plan, year, segment):
                of_terms.setdefault((note.key, note.path), note)
    notes = list(of_terms.values())
    if not plan.profiles:
        # What the paper says all the same, for each part of the year.
        key = "shares_alone" if len(year.segments) == 1 else "shares_alone_between"
        for segment, shares in ((part, usual_shares(plan, part)) for part in year.segments):
            if shares is not None:
                notes.append(
                    _note(
                        plan, year, key, ("periods", segment.term.place),
                        shares=Sum(
                            tuple(
                                [
                                    (plan.heading.parties[party], Fraction(weight, shares.total))
                                    for party, weight in shares.weights.items()
                                    if weight
                                ]
                            )
                        ),
                        first=segment.span.first, last=segment.span.last,
                    )
                )  # fmt: skip
    part = covered(plan, year.segments, year)
    if part != 1:
        first, last = year.segments[0].span.first, year.segments[-1].span.last
        notes.append(_note(plan, year, "partial_year", first=first, last=last, part=part))
    for charged in result.charged:
        for name, cost in zip(charged.line.names, charged.line.costs, strict=True):
            notes += _of_cost(plan, year, basis, name, cost)
        if not (plan.rounds_at_total or charged.line.own_amounts):
            exact = charged.line.exact
            difference = sum(charged.split.amounts) - half_up(sum(exact[0]), exact[1])
            if difference:
                path: Path = ("costs", charged.line.names[0])
                item = " + ".join(plan.heading.items[name] for name in charged.line.names)
                of = Amount(difference, plan.heading.currency)
                notes.append(_note(plan, year, "rounding_changed", path, item=item, difference=of))
    notes += [
        _note(plan, year, "limit_untried", remark.path, limit=dotted(remark.path))
        for remark in result.remarks
        if remark.code == "AV611"
    ]
    return tuple(notes)


def share_sources(plan: Plan, year: PlanYear) -> tuple[str, ...]:
    """The papers of the periods whose splits are used, and of those that go on with them."""
    periods, sources = plan.agreement.periods, dict[str, None]()
    if not any(period.source for period in periods):
        return ()
    for segment in year.segments:
        term = segment.term
        splits = [split_of(plan, name, segment) for name in plan.profiles]
        for written in splits or [named(plan.agreement, term, DEFAULT)]:
            if written is not None and written.path[0] == "periods":
                for place in (int(written.path[1]), term.place):
                    sources[periods[place].source] = None
    return tuple(filter(None, sources))


def _note(plan: Plan, year: PlanYear, key: str, path: Path = (), **arguments: Argument) -> Note:
    return Note(plan.agreement.id, year.label, key, arguments, path)


def _of_term(plan: Plan, year: PlanYear, segment: Segment) -> Iterator[Note]:
    """What the terms of a segment rest on."""
    agreement, term = plan.agreement, segment.term
    period = agreement.periods[term.place]
    path: Path = ("periods", term.place)
    first, last = dates(term.span)
    against = tuple(agreement.parties[party].name for party in term.refusing)
    if term.falls_back:
        yield _note(plan, year, "falls_back", path, first=first, last=last, party=against)
    elif term.refusing:
        yield _note(plan, year, "condition_failed", path, first=first, last=last, party=against)
    if term.conditional and (term.falls_back or not term.refusing):
        waiting = tuple(agreement.parties[p].name for p in term.waiting if p in agreement.parties)
        yield _note(plan, year, "conditional", path, first=first, last=last, waiting=waiting)
        refused = tuple(
            party.name
            for name, party in agreement.parties.items()
            if any(decision.status == "refused" for decision in period.decisions.get(name, ()))
        )
        if refused and not term.refusing:
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


def _of_cost(plan: Plan, year: PlanYear, basis: Basis, name: str, cost: Cost) -> Iterator[Note]:
    """What was done with an item's stated amount, where that is not plain."""
    figure, changes, pieces = cost.figure, cost.changes, cost.pieces
    path: Path = ("costs", name)
    if figure is not None and figure.amount is None:
        yield _note(
            plan, year, "solved_total", (*path, cost.key, year.label),
            item=plan.heading.items[name],
            total=Amount(cost.stated, plan.heading.currency),
            party=plan.heading.parties[figure.party],
            part=Amount(figure.part, plan.heading.currency),
        )  # fmt: skip
    if cost.key == "from_agreement":
        (source,) = cost.taken
        heading = source.statement.heading
        yield _note(
            plan, year, "from_agreement", (*path, "from_agreement"),
            item=plan.heading.items[name], party=heading.parties[source.party],
            title=heading.title,
        )  # fmt: skip
        for note in source.statement.notes:
            arguments = {"of": heading.title, **note.arguments}
            below = path_in_agreement(heading.agreement, note.path)
            yield _note(plan, year, note.key, below, **arguments)
    for change in changes:
        if isinstance(change.because, Factor) and change.because.preliminary:
            item = plan.heading.items[name]
            yield _note(plan, year, "preliminary_index", (*path, "index"), item=item)
    if plan.profiles[name].multiplied:
        yield from _of_factor(plan, year, name, cost)
    terms = plan.agreement.costs[name]
    by_size = terms.by_size.by if terms.by_size else None
    volume = {"price": terms.per, "bands": by_size, "scale": by_size}.get(cost.key)
    if basis == "actual" and volume is not None:
        # The values of a key are the same on every basis.
        values = plan.key_values(volume, year.number)
        observed = () if isinstance(values, Unknown) else values.observed
        yield _note(
            plan, year, "actual_volume" if any(observed) else "actual_volume_undated", path,
            item=plan.heading.items[name], volume=volume, observed=observed,
        )  # fmt: skip
    if figure is None or changes:
        return
    used = plan.profiles[name].sign * sum([piece.amount for piece in pieces])
    if used != cost.stated:
        yield _note(
            plan, year, "prorated", path,
            item=plan.heading.items[name],
            stated=Amount(cost.stated, plan.heading.currency),
            used=Amount(used, plan.heading.currency),
            first=pieces[0].segment.span.first, last=pieces[-1].segment.span.last,
        )  # fmt: skip


def _of_factor(plan: Plan, year: PlanYear, name: str, cost: Cost) -> Iterator[Note]:
    """What a factor has made of an item's amount, which need not be what anybody expects."""
    without: ExactNumber = 0
    for piece in cost.pieces:
        products = piece.own_amounts.values() if piece.own_amounts else [piece]
        for product in products:
            steps = product.steps or cost.changes
            factors = [step.value for step in steps if step.rule in _FACTORS]
            if not factors:
                return
            if factors[0]:
                without += Fraction(product.amount) / factors[0]
            else:
                without += prod(step.value for step in steps if step.rule not in _FACTORS)
    amount = sum([piece.amount for piece in cost.pieces])
    if amount != without:
        currency = plan.heading.currency
        yield _note(
            plan, year, "factor_changed", ("costs", name, "factor"),
            item=plan.heading.items[name],
            before=Amount(without, currency), after=Amount(amount, currency),
        )  # fmt: skip
