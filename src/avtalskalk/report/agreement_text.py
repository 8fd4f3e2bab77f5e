"""An agreement described to a person who has not read its file: the view of `show`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from avtalskalk.calculation.timeline import DEFAULT, Stated, Term, option_end, terms
from avtalskalk.model.agreement import (
    Agreement,
    Body,
    Condition,
    Decision,
    Period,
    RestTo,
    Source,
)
from avtalskalk.model.costs import Annual, Bands, Figure, Item
from avtalskalk.model.statement import BASES
from avtalskalk.periods import Span, year_label, year_of
from avtalskalk.report.clauses import (
    deviation_words,
    index_words,
    invoicing_words,
    key_words,
    limit_words,
    series_words,
    surcharge_words,
    table_words,
)
from avtalskalk.report.document import Bullets, Document, Paragraph, Section
from avtalskalk.report.ownership_table import ownership_table
from avtalskalk.report.rule_text import Wording
from avtalskalk.words import Language
from avtalskalk.words.formats import NO_BREAK, safe

_MOST_YEARS = 200


def describe(agreement: Agreement, language: Language, today: date | None = None) -> Document:
    """What an agreement says and what it leaves out.

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
        "costs": _costs(words),
        "limits": _limits(words, known),
        "keys": (key_words(words, name, key) for name, key in agreement.keys.items()),
        "indices": (series_words(words, name, one) for name, one in agreement.indices.items()),
        "figures_beside": _figures_beside(words),
        "rules": _rules(words),
        "missing": _missing(words, known),
        "assumptions": map(safe, agreement.assumptions),
        "readings": (safe(reading.title) for reading in agreement.readings.values()),
        "sources": _sources(words),
        "notes": _notes(agreement),
    }
    sections = [Section("", (Paragraph(_opening(words, known)),))]
    for heading, texts in lists.items():
        points = tuple(texts)
        if points:
            sections.append(Section(words(heading), (Bullets(points),)))
        if heading == "splits" and ownership:
            sections.append(Section("", (ownership,)))
    return Document(safe(agreement.title), tuple(sections))


def _opening(words: Wording, known: Sequence[Term]) -> str:
    """Who the parties are, when the agreement is in force, who hosts it and does the work."""
    agreement = words.agreement
    sentences = [words("between", parties=words.parties(agreement.parties))]
    spans = [term.span for term in known]
    whole = Span(min(span.start for span in spans), max(span.stop for span in spans))
    sentences.append(words("in_force", time=words.span(whole)))
    if agreement.host:
        sentences.append(_host(words, agreement.host))
    if agreement.provider:
        sentences.append(words("provider", name=safe(agreement.provider.name)))
    return " ".join(sentences)


def _host(words: Wording, host: str | Body) -> str:
    """Who books the cost, and whom it bills: the other party by name where there is one."""
    if isinstance(host, Body):
        return words("host", name=safe(host.name), others=words("the_parties"))
    others = [party for party in words.agreement.parties if party != host]
    billed = words.parties(others) if len(others) == 1 else words("the_others")
    return words("host", name=words.party(host), others=billed)


# --- Parties and terms --------------------------------------------------------------------


def _parties(words: Wording) -> Iterator[str]:
    for name, party in words.agreement.parties.items():
        details = [safe(party.kind), party.org_no, party.municipality_code]
        if party.joined:
            details.append(words("joined", day=party.joined))
        if party.left:
            details.append(words("left", day=party.left))
        yield _joined([f"{name}: {safe(party.name)}", *details])


def _terms(words: Wording, known: Sequence[Term]) -> Iterator[str]:
    """The terms in the order of time: when, how the cost is split, and how they stand."""
    before: Mapping[str, Stated] | None = None
    for term in known:
        split = _split(words, term)
        if before is not None and term.splits and _same(term.splits, before):
            split = words("as_before", split=split)
        standing = _standing(words, term, words.agreement.periods[term.place])
        title = words.agreement.periods[term.place].title
        time = f"{words.span(term.span)} ({safe(title)})" if title else words.span(term.span)
        yield "; ".join(filter(None, (f"{time}: {split}", standing)))
        before = term.splits


def _split(words: Wording, term: Term) -> str:
    """The split that holds where a cost says nothing else."""
    stated = term.splits.get(DEFAULT)
    if stated:
        return words.split(stated.split)
    if term.splits:
        return words("see_names")
    return words("no_split" if _needs_default(words) else "own_amounts")


def _splits(words: Wording, known: Sequence[Term]) -> Iterator[str]:
    """The splits by name, each where it is written, and the shares that splits may name."""
    for term in known:
        for name, stated in term.splits.items():
            if name != DEFAULT and stated.place == term.place and term.standing == "written":
                said, time = words.split(stated.split), words.span(term.span)
                yield words("by_name", name=name, time=time, split=said)
    for name, split in words.agreement.shares.items():
        yield f"{name}: {words.split(split)}"


def _same(one: Mapping[str, Stated], other: Mapping[str, Stated]) -> bool:
    return {name: stated.split for name, stated in one.items()} == {
        name: stated.split for name, stated in other.items()
    }


def _standing(words: Wording, term: Term, period: Period) -> str:
    """Whether a term is decided, and what may follow it."""
    said = []
    if term.standing != "written":
        said.append(words("if_extended" if term.standing == "extended" else "if_renewed"))
    if term.standing == "written" and period.condition:
        said += _condition(words, period.condition)
    said += _decided(words, term, period)
    if term.standing == "written":
        said += afterwards(words, period)
    return "; ".join(said)


def _condition(words: Wording, condition: Condition) -> Iterator[str]:
    """What a period needs to hold."""
    if condition.at_least is not None:
        parties = words.parties(condition.of or ())
        yield words("needs_at_least", count=condition.at_least, parties=parties)
    elif condition.silence_by is None:
        yield words("needs_all")
    if condition.silence_by:
        yield words("needs_no_answer", day=condition.silence_by)


def _decided(words: Wording, term: Term, period: Period) -> Iterator[str]:
    """Whether the parties have decided a period, and what its condition waits for."""
    by_status = {
        status: [party for party, decisions in period.decisions.items()
                 if any(one.status == status for one in decisions)]
        for status in ("approved", "refused")
    }  # fmt: skip
    if term.conditional:
        yield words("conditional", parties=words.parties(term.waiting))
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
            who = words.party(party)
            for one in decisions:
                reference = (_dnr(words, one.dnr), _paragraph(one.paragraph))
                decision = _joined([decision_words(words, one), *reference])
                yield f"{time}, {_joined([who, safe(one.body)])}: {decision}"


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


# --- Costs --------------------------------------------------------------------------------


def _costs(words: Wording) -> Iterator[str]:
    for name, item in words.agreement.costs.items():
        stated = "; ".join(item_words(words, item))
        source = _source(words, item)
        source = f" ({words('as_source', source=source)})" if source else ""
        yield f"{safe(item.title) or name}: {stated}{source}"


def _source(words: Wording, item: Item) -> str:
    """The titles of the papers that an item's figures come from."""
    figures = [annual for basis in BASES if (annual := item.figures(basis))]
    named = [item.source, *(f.source for annual in figures for f in annual.figures.values())]
    sources = words.agreement.sources
    titles = [safe(sources[n].title) if n in sources else safe(n) for n in named if n]
    return ", ".join(dict.fromkeys(filter(None, titles)))


def item_words(words: Wording, item: Item) -> Iterator[str]:
    """What an item costs and what holds for it, in the order a reader asks."""
    if item.kind == "adjustment":
        key = "adjustment" if item.adjusts else "adjustment_plain"
        yield words(key, year=item.adjusts)
    elif item.kind != "cost":
        yield words(item.kind)
    yield from _form(words, item)
    yield from _terms_of(words, item)


def _form(words: Wording, item: Item) -> Iterator[str]:
    """The form in which an item's cost is stated."""
    if item.amount:
        for change in item.amount:
            key = "amount_from" if change.key else "amount"
            yield words(key, amount=words.money(change.value), when=change.key)
    if item.total is not None:
        yield words("total", amount=words.money(item.total))
    if item.price:
        yield _price(words, item)
    if item.bands:
        table = table_words(words, item.bands)
        yield words("bands", key=words.key(item.bands.by), table=table)
    among = item.among or (item.bands.among if item.bands else None)
    if among:
        yield words("only_among", parties=words.parties(among))
    for year, amounts in (item.amounts or {}).items():
        parts = [f"{words.party(party)} {words.money(a)}" for party, a in amounts.items()]
        yield words("amounts", year=_year(words, year), amounts=words.listed(parts))
    if item.percent is not None:
        titles = [_title(words, name) for name in item.of or ()]
        yield words("percent", percent=words.percent(item.percent), items=words.listed(titles))
    for basis in BASES:
        annual = item.figures(basis)
        if annual:
            yield _annual(words, basis, annual)


def _title(words: Wording, name: str) -> str:
    item = words.agreement.costs.get(name)
    return safe(item.title or name) if item else safe(name)


def _year(words: Wording, year: int) -> str:
    return year_label(year, words.agreement.first_month)


def _annual(words: Wording, basis: str, annual: Annual) -> str:
    """The figures of a basis, year by year."""
    figures = {
        _year(words, year): figure_words(words, annual.figures[year])
        for year in sorted(annual.figures)
    }
    if len(figures) == 1:
        ((year, figure),) = figures.items()
        return words("figure", basis=words(basis), year=year, figure=figure)
    listed = ", ".join(f"{year} {figure}" for year, figure in figures.items())
    return words("figures", basis=words(basis), figures=listed)


def figure_words(words: Wording, figure: Figure) -> str:
    """An annual amount, or the part of it that is known."""
    if figure.amount is None:
        part = words.money(figure.part)
        return words("known_part", party=words.party(figure.party), amount=part)
    return words.money(figure.amount)


def _price(words: Wording, item: Item) -> str:
    """A price with its quantity, or per unit of a key."""
    price = words.amounts(item.price or ())
    if item.per:
        return words("price_per", price=price, key=words.key(item.per))
    quantity = item.quantity
    if isinstance(quantity, tuple):
        counts = ", ".join(
            words("price_from", price=words.quantity(c.value), when=c.key)
            if c.key
            else words.quantity(c.value)
            for c in quantity
        )
    else:
        counts = safe(quantity or "")
    return words("price_quantity", price=price, quantity=counts)


def _terms_of(words: Wording, item: Item) -> Iterator[str]:
    """What holds for an item beside its amount."""
    if item.split is not None:
        yield words("own_split", split=words.split(item.split))
    if item.start or item.to:
        yield words("from_to", time=words.time(item.start, item.to))
    if item.portion is not None:
        yield words("portion", share=words.percent(item.portion))
    yield from _covers(words, item)
    yield from _changes(words, item)
    if item.paid_by:
        yield words("paid_by", party=words.party(item.paid_by))
    if item.surcharge:
        yield surcharge_words(words, item.surcharge)
    for limit in item.limits:
        yield from limit_words(words, limit)
    for year, amounts in (item.paid or {}).items():
        yield _paid(words, year, amounts)
    if item.notes:
        yield safe(item.notes)


def _covers(words: Wording, item: Item) -> Iterator[str]:
    """What the item's annual amounts cover, each word once."""
    covers = item.covers
    bases = (covers.budget, covers.forecast, covers.actual) if covers else ()
    return (words(f"covers_{covered}") for covered in dict.fromkeys(bases) if covered)


def _changes(words: Wording, item: Item) -> Iterator[str]:
    """How the item's amount changes by itself."""
    if item.index:
        yield from index_words(words, item.index)
    if isinstance(item.factor, Bands):
        table = table_words(words, item.factor)
        yield words("factor_by", key=words.key(item.factor.by), table=table)
    elif item.factor is not None:
        yield words("factor", factor=words.percent(item.factor))


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
            for said in limit_words(words, limit):
                yield words("limit_in", time=words.span(span), limit=said)


def _figures_beside(words: Wording) -> Iterator[str]:
    """What figures the agreement has that are nobody's cost: frames, volumes, what was paid."""
    agreement = words.agreement
    for party, frames in agreement.frames.items():
        figures = [f"{_year(words, year)} {words.money(minor)}" for year, minor in frames.items()]
        yield words("frame", party=words.party(party), figures=", ".join(figures))
    for name, volumes in agreement.volumes.items():
        figures = [f"{_year(words, year)} {words.quantity(one)}" for year, one in volumes.items()]
        yield words("volume", name=safe(name), figures=", ".join(figures))
    for year, amounts in (agreement.paid or {}).items():
        yield _paid(words, year, amounts)


def _paid(words: Wording, year: int, amounts: Mapping[str, int]) -> str:
    parts = [f"{words.party(party)} {words.money(minor)}" for party, minor in amounts.items()]
    return words("paid", year=_year(words, year), amounts=words.listed(parts))


# --- Rules, gaps and papers ---------------------------------------------------------------


def _rules(words: Wording) -> Iterator[str]:
    """What the agreement says about counting, where it differs from what is usual."""
    agreement = words.agreement
    if agreement.first_month != 1:
        yield words("fiscal_year", month=words.month(agreement.first_month))
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
        if term.conditional:
            parties, time = words.parties(term.waiting), words.span(term.span)
            yield words("missing_decision", parties=parties, time=time)
    if not words.agreement.costs:
        yield words("missing_costs")
    yield from _missing_figures(words, known)


def _needs_default(words: Wording) -> bool:
    """Whether some item is split as the agreement usually is, or none says what it costs."""
    costs = words.agreement.costs.values()
    return not costs or any(
        not (item.split or item.per or item.bands or item.amounts) for item in costs
    )


def _missing_figures(words: Wording, known: Sequence[Term]) -> Iterator[str]:
    """The years in force that an item given year by year has no budget for."""
    years = _years(words, known)
    for name, item in words.agreement.costs.items():
        annual = item.budget
        if annual is None or item.kind == "adjustment":
            continue
        lacking = [year for year in years if year not in annual.figures]
        if lacking:
            spoken = _ranges(words, lacking)
            title = _title(words, name)
            yield words("missing_figures", item=title, basis=words("budget"), years=spoken)


def _years(words: Wording, known: Sequence[Term]) -> list[int]:
    """The years in force, as far as they are bounded."""
    first_month = words.agreement.first_month
    found: set[int] = set()
    for term in known:
        if term.span.has_start and term.span.has_end:
            first, last = (year_of(d, first_month) for d in (term.span.first, term.span.last))
            found.update(range(first, min(last, first + _MOST_YEARS) + 1))
    return sorted(found)


def _ranges(words: Wording, years: Sequence[int]) -> str:
    """Years as a person writes them: ``2019–2021, 2023``."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(
        _year(words, run[0]) if len(run) == 1 else f"{_year(words, run[0])}–{_year(words, run[-1])}"
        for run in runs
    )


def _sources(words: Wording) -> Iterator[str]:
    for name, source in words.agreement.sources.items():
        yield _joined([safe(source.title) or name, *_paper(words, source)])


def _paper(words: Wording, source: Source) -> list[str]:
    return [
        _dnr(words, source.dnr),
        _paragraph(source.paragraph),
        words.paper_date(source.date),
        safe(source.url),
    ]


def _notes(agreement: Agreement) -> Iterator[str]:
    """The notes, one point for each line or paragraph."""
    return (safe(" ".join(line.split())) for line in agreement.notes.split("\n") if line.strip())


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))
