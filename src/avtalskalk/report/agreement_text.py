"""An agreement described to a person who has not read its file: the view of `show`."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from avtalskalk.calculation.timeline import DEFAULT, Term, option_end, terms
from avtalskalk.model.agreement import Agreement, Body, Decision, Period, RestTo
from avtalskalk.model.splits import Split
from avtalskalk.periods import Span, year_of
from avtalskalk.report.clauses import (
    accounts_words,
    cost_points,
    deviation_words,
    interest_words,
    invoicing_words,
    item_title,
    key_words,
    limit_words,
    series_words,
    source_words,
)
from avtalskalk.report.document import Bullets, Document, Paragraph, Section
from avtalskalk.report.ownership_table import ownership_table
from avtalskalk.report.rule_text import Wording
from avtalskalk.report.titles import spoken_years
from avtalskalk.words import Language
from avtalskalk.words.formats import NO_BREAK, safe

_MOST_YEARS = 200


def describe(
    agreement: Agreement,
    language: Language,
    today: date | None = None,
    timeline: Section | None = None,
) -> Document:
    """What an agreement says and what it leaves out, and its ``timeline`` after its terms.

    ``today`` decides whether silence has become consent, as in `timeline.terms`.
    """
    words = Wording(agreement, language)
    known = terms(agreement, today)
    ownership = ownership_table(words, known, today)
    lists: dict[str, Iterable[str]] = {
        "parties": _parties(words),
        "terms": _terms(words, known),
        "splits": _splits(words, known),
        "decisions": _decisions(words),
        "costs": cost_points(words),
        "limits": _limits(words, known),
        "keys": (key_words(words, name, key) for name, key in agreement.keys.items()),
        "indices": (series_words(words, name, index) for name, index in agreement.indices.items()),
        "figures_beside": _figures_beside(words),
        "rules": _rules(words),
        "accounting": (
            f"{safe(words.agreement.body_name(party))}: {accounts_words(words, accounts)}"
            for party, accounts in agreement.accounting.items()
        ),
        "missing": _missing(words, known),
        "assumptions": map(safe, agreement.all_assumptions),
        "readings": (safe(reading.title) for reading in agreement.readings.values()),
        "sources": _sources(words),
        "notes": (
            safe(" ".join(line.split())) for line in agreement.notes.split("\n") if line.strip()
        ),
    }
    sections = [Section("", (Paragraph(_opening(words, known)),))]
    for heading, texts in lists.items():
        points = tuple(texts)
        if points:
            sections.append(Section(words(heading), (Bullets(points),)))
        if heading == "terms" and timeline:
            sections.append(timeline)
        if heading == "splits" and ownership:
            sections.append(Section("", (ownership,)))
    return Document(safe(agreement.title), tuple(sections))


def _opening(words: Wording, known: Sequence[Term]) -> str:
    """When the agreement is in force, who hosts it and does the work."""
    agreement, host = words.agreement, words.agreement.host
    spans = [term.span for term in known]
    whole = Span(min(span.start for span in spans), max(span.stop for span in spans))
    sentences = [words("in_force", time=words.span(whole))]
    if isinstance(host, Body):
        sentences.append(words("host", name=_body(words, host), others=words("the_parties")))
    elif host:
        # The host books the cost and bills the rest, by name where there is a single one.
        rest = [party for party in agreement.parties if party != host]
        billed = words.parties(rest) if len(rest) == 1 else words("the_others")
        sentences.append(words("host", name=words.party(host), others=billed))
    if agreement.provider:
        sentences.append(words("provider", name=_body(words, agreement.provider)))
    return " ".join(sentences)


def _body(words: Wording, body: Body) -> str:
    """A body that is no party, with its number and the paper that names it."""
    details = _joined([body.org_no, *source_words(words, body.source)])
    return f"{safe(body.name)} ({details})" if details else safe(body.name)


# --- Parties and terms --------------------------------------------------------------------


def _parties(words: Wording) -> Iterator[str]:
    for name, party in words.agreement.parties.items():
        details = [safe(party.kind), party.org_no, party.municipality_code]
        for joined, left in party.memberships:
            details += [words("joined", day=joined)] if joined else []
            details += [words("left", day=left)] if left else []
        if party.reference:
            details.append(words("reference", reference=safe(party.reference)))
        details += source_words(words, party.source)
        yield _joined([f"{name}: {safe(party.name)}", *details])


def _terms(words: Wording, known: Sequence[Term]) -> Iterator[str]:
    """The terms in the order of time: when, how the cost is split, and how they stand."""
    splits_before: dict[str, Split] | None = None
    for term in known:
        period = words.agreement.periods[term.place]
        splits = {name: stated.split for name, stated in term.splits.items()}
        # The split that holds where a cost says nothing else.
        if DEFAULT in splits:
            split = words.split(splits[DEFAULT])
        elif splits:
            split = words("see_names")
        else:
            split = words("no_split" if _needs_default(words) else "own_amounts")
        if splits and splits == splits_before:
            split = words("as_before", split=split)
        time = words.span(term.span)
        time = f"{time} ({safe(period.title)})" if period.title else time
        yield "; ".join([f"{time}: {split}", *_standing(words, term, period)])
        splits_before = splits


def _splits(words: Wording, known: Sequence[Term]) -> Iterator[str]:
    """The splits by name, each where it is written, and the shares that splits may name."""
    for term in known:
        for name, stated in term.splits.items():
            if name != DEFAULT and stated.place == term.place and term.standing == "written":
                split, time = words.split(stated.split), words.span(term.span)
                yield words("by_name", name=name, time=time, split=split)
    for name, shares in words.agreement.shares.items():
        yield f"{name}: {words.split(shares)}"


def _standing(words: Wording, term: Term, period: Period) -> Iterator[str]:
    """Whether a term is decided, and what may follow it."""
    written = term.standing == "written"
    if not written:
        yield words("if_extended" if term.standing == "extended" else "if_renewed")
    if written and period.condition:
        condition = period.condition
        if condition.at_least is not None:
            parties = words.parties(condition.of or ())
            yield words("needs_at_least", count=condition.at_least, parties=parties)
        elif condition.silence_by is None:
            yield words("needs_all")
        if condition.silence_by:
            yield words("needs_no_answer", day=condition.silence_by)
        if period.otherwise:
            yield words("otherwise")
    yield from _decided(words, term, period)
    if written and not term.falls_back:
        yield from afterwards(words, period)


def _decided(words: Wording, term: Term, period: Period) -> Iterator[str]:
    """Whether the parties have decided a period, and what its condition waits for."""
    by_status = {
        status: [party for party, decisions in period.decisions.items()
                 if any(decision.status == status for decision in decisions)]
        for status in ("approved", "refused")
    }  # fmt: skip
    if term.falls_back or term.refusing:
        yield words("falls_back" if term.falls_back else "condition_failed")
    if term.conditional and (term.falls_back or not term.refusing):
        yield words("conditional", parties=words.parties(term.waiting))
    elif term.refusing:
        pass
    elif period.condition:
        yield words("condition_met")
    elif set(by_status["approved"]) >= set(words.agreement.parties):
        yield words("decided")
    elif by_status["approved"]:
        yield words("partly", parties=words.parties(by_status["approved"]))
    elif not period.decisions:
        yield words("not_said")
    if by_status["refused"]:
        yield words("refused", parties=words.parties(by_status["refused"]))


def afterwards(words: Wording, period: Period) -> Iterator[str]:
    """Options, renewals and notice."""
    if period.option and period.option.extend:
        yield words("option", length=words.length(period.option.extend))
    elif period.option and option_end(period):
        yield words("option_to", last=option_end(period))
    if period.option and period.option.decide_by:
        yield words("decide_by", day=period.option.decide_by)
    if period.option:
        yield from source_words(words, period.option.source)
    if period.renews:
        times = {None: "renews", 1: "renews_once"}
        key = times.get(period.renews.times, "renews_times")
        length = words.length(12 * period.renews.years)
        yield words(key, length=length, times=period.renews.times)
    notice = period.notice or (period.renews.notice if period.renews else None)
    if notice:
        yield words("notice", length=words.length(notice))
    if period.terminated:
        yield words("terminated", day=period.terminated)


def _decisions(words: Wording) -> Iterator[str]:
    """Every decision the papers give, period by period."""
    for period in words.agreement.periods:
        time = words.time(period.start, period.to)
        for party, decisions in period.decisions.items():
            for decision in decisions:
                reference = (_dnr(words, decision.dnr), _paragraph(decision.paragraph))
                decided = _joined([decision_words(words, decision), *reference])
                by = _joined([words.party(party), safe(decision.body)])
                yield f"{time}, {by}: {decided}"


def decision_words(words: Wording, decision: Decision) -> str:
    """How a body has decided, and when."""
    status = {"refused": "refused_status", "": "outcome_unknown"}.get(
        decision.status, decision.status
    )
    return " ".join(filter(None, (words(status), words.paper_date(decision.date))))


def _dnr(words: Wording, dnr: str) -> str:
    return words("dnr", dnr=safe(dnr)) if dnr else ""


def _paragraph(text: str) -> str:
    """A paragraph of a protocol, its number on the same line as its sign."""
    return safe(text).replace("§ ", f"§{NO_BREAK}")


# --- What the costs and the splits refer to -----------------------------------------------


def _limits(words: Wording, known: Sequence[Term]) -> Iterator[str]:
    """The limits on the parties' years, each with the time for which it holds."""
    spans: dict[int, Span] = {}
    for term in known:
        if term.limits.limits:
            before = spans.get(term.limits.place, term.span)
            spans[term.limits.place] = Span(before.start, term.span.stop)
    for place, span in spans.items():
        for limit in words.agreement.periods[place].limits or ():
            for text in limit_words(words, limit):
                yield words("limit_in", time=words.span(span), limit=text)


def _figures_beside(words: Wording) -> Iterator[str]:
    """What figures the agreement has that are nobody's cost: frames, volumes, what was paid."""
    agreement = words.agreement
    for party, frames in agreement.frames.items():
        figures = [f"{words.year(year)} {words.money(minor)}" for year, minor in frames.items()]
        yield words("frame", party=words.party(party), figures=", ".join(figures))
    for name, volumes in agreement.volumes.items():
        figures = [f"{words.year(year)} {words.quantity(count)}" for year, count in volumes.items()]
        yield words("volume", name=safe(name), figures=", ".join(figures))
    for year, amounts in (agreement.paid or {}).items():
        yield words("paid", year=words.year(year), amounts=words.party_amounts(amounts))
    for year, amounts in (agreement.billed or {}).items():
        yield words("billed", year=words.year(year), amounts=words.party_amounts(amounts))


# --- Rules, gaps and papers ---------------------------------------------------------------


def _rules(words: Wording) -> Iterator[str]:
    """What the agreement says about counting, where it differs from what is usual."""
    agreement = words.agreement
    if agreement.first_month != 1:
        named = agreement.fiscal_year.named
        rule = f"fiscal_year_{named}" if named else "fiscal_year"
        yield words(rule, month=words.month(agreement.first_month))
    if agreement.proration != "days":
        yield words(f"proration_{agreement.proration}")
    rounding = agreement.rounding
    plain = (rounding.to, rounding.method, rounding.at) == (1, "largest_remainder", "item")
    if not plain:
        method = rounding.method
        how = (
            words("rest_to", party=words.party(method.rest_to))
            if isinstance(method, RestTo)
            else words(method)
        )
        if rounding.at == "total":
            how = f"{how}, {words('at_total')}"
        yield words("rounding", unit=words.money(rounding.to), method=how)
    if agreement.invoicing:
        yield invoicing_words(words, agreement.invoicing)
    for kind in ("surplus", "deficit"):
        deviation = getattr(agreement.reconciliation, kind, None)
        if deviation:
            yield deviation_words(words, kind, deviation)
    if agreement.reconciliation and agreement.reconciliation.interest:
        yield interest_words(words, agreement.reconciliation.interest)
    if agreement.reconciliation and agreement.reconciliation.date:
        yield words("settled_by", day=words.day_of_year(agreement.reconciliation.date))


def _missing(words: Wording, known: Sequence[Term]) -> Iterator[str]:
    """What the agreement leaves out, and what therefore cannot be worked out."""
    if known and not known[0].span.has_start:
        yield words("missing_start")
    for before, after in pairwise(known):
        if before.span.stop < after.span.start:
            gap = Span(before.span.stop, after.span.start)
            yield words("missing_gap", time=words.span(gap))
    for term in known:
        if DEFAULT not in term.splits and _needs_default(words):
            yield words("missing_split", time=words.span(term.span))
        if term.refusing and not term.falls_back:
            yield words("missing_otherwise", time=words.span(term.span))
        elif term.conditional:
            parties, time = words.parties(term.waiting), words.span(term.span)
            yield words("missing_decision", parties=parties, time=time)
    if not words.agreement.costs:
        yield words("missing_costs")
    # The years in force that an item given year by year has no budget for.
    first_month = words.agreement.first_month
    in_force: set[int] = set()
    for span in (term.span for term in known if term.span.has_start and term.span.has_end):
        first, last = (year_of(day, first_month) for day in (span.first, span.last))
        in_force.update(range(first, min(last, first + _MOST_YEARS) + 1))
    for name, item in words.agreement.costs.items():
        annual = item.budget
        if annual is None or item.kind == "adjustment":
            continue
        lacking = [words.year(year) for year in sorted(in_force) if year not in annual.figures]
        if lacking:
            title, years = item_title(words, name), spoken_years(lacking, shortest=2)
            yield words("missing_figures", item=title, basis=words("budget"), years=years)


def _needs_default(words: Wording) -> bool:
    """Whether some item is split as the agreement usually is, or none says what it costs."""
    costs = words.agreement.costs.values()
    return not costs or any(
        not (item.split or item.per or item.by_size or item.amounts) for item in costs
    )


def _sources(words: Wording) -> Iterator[str]:
    for name, source in words.agreement.sources.items():
        paper = (_dnr(words, source.dnr), _paragraph(source.paragraph))
        day = words.paper_date(source.date)
        yield _joined([safe(source.title) or name, *paper, day, safe(source.url)])


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))
