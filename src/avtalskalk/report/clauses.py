"""An agreement's clauses and costs in words, beside its splits."""

from collections.abc import Iterator
from fractions import Fraction

from avtalskalk.calculation.indices import level_of
from avtalskalk.model.accounting import ACCOUNT, Accounts
from avtalskalk.model.costs import AnnualFigure, Item, Surcharge
from avtalskalk.model.indices import Index, Indexation, IndexRounding, IndexYear, month_label
from avtalskalk.model.keys import Key, KeyUse
from avtalskalk.model.limits import IndexedChange, Limit
from avtalskalk.model.settling import Deviation, Interest, Invoicing
from avtalskalk.model.statement import BASES
from avtalskalk.model.tables import Bands
from avtalskalk.report.rule_text import Wording
from avtalskalk.words.formats import phrase, safe

_MONTHS = 12
_MOST_DAYS = 6
"""So many observations are named one by one."""


def index_words(words: Wording, clause: Indexation) -> Iterator[str]:
    """How an amount follows an index, and what binds it."""
    if clause.series:
        index, base = words.agreement.indices.get(clause.series), clause.base
        series = safe(index.title if index and index.title else clause.series)
        clauses = [words("index", series=series)]
        if base is not None and (clause.level is not None or clause.use is not None):
            level = level_of(clause)
            month, when = words.month(base.month), _when(words, base.year - level)
            is_year = isinstance(base, IndexYear)
            about = {
                "base": str(base.year) if is_year else f"{month} {base.year}",
                "level": words.year(level),
            }
            rule = "index_from_year" if is_year else "index_from"
            clauses = [words(rule, series=series, month=month, when=when, **about)]
        if clause.share != 1:
            clauses.append(words("index_share", share=words.percent(clause.share)))
        if clause.floor is not None:
            clauses.append(words("index_floor", change=words.percent(clause.floor)))
        if clause.cap is not None:
            clauses.append(words("index_cap", change=words.percent(clause.cap)))
        if clause.one_way:
            clauses.append(words("index_one_way"))
        if clause.threshold:
            above = words.percent(clause.threshold.above)
            clauses.append(words(f"index_threshold_{clause.threshold.since}", above=above))
        if clause.published_by:
            clauses.append(words("index_published_by", day=clause.published_by))
        yield ", ".join(clauses)
    if clause.round:
        yield from index_rounding_words(words, clause.round)
    for dated in clause.yearly or ():
        change, year = words.percent(dated.value), dated.label
        if not dated.key:
            year = words.year(clause.start) if clause.start is not None else ""
        yield words("index_yearly_from" if year else "index_yearly", change=change, year=year)


def index_rounding_words(words: Wording, rounds: IndexRounding) -> Iterator[str]:
    """What of an index is rounded, and to what."""
    steps = {
        "index": words.quantity(rounds.index or 0),
        "change": words.percent(rounds.change or Fraction(0)),
        "factor": words.quantity(rounds.factor or 0),
        "to": words.money(rounds.to or 0),
    }
    for word, step in steps.items():
        if getattr(rounds, word) is not None:
            yield words(f"index_round_{word}", step=step)
    if rounds.next_from == "rounded":
        yield words("index_next_from_rounded")


def _when(words: Wording, years: int) -> str:
    """A year by how far it is from the one that is counted."""
    key = {-2: "two_years_before", -1: "year_before", 0: "same_year", 1: "year_after"}.get(years)
    if key:
        return words(key)
    return words("years_before" if years < 0 else "years_after", years=abs(years))


def key_words(words: Wording, name: str, key: Key) -> str:
    """Which value of a key a year uses, and where its values are from."""
    details = list(_key_values(words, key))
    if key.title and key.unit and key.unit.casefold() != key.title.casefold():
        details.append(words("key_unit", unit=safe(key.unit)))
    days = [safe(value.key) for value in key.values or () if value.when is not None]
    details += [*_observed(words, days), *source_words(words, key.source)]
    return f"{words.key(name)}: {'; '.join(details)}"


def _key_values(words: Wording, key: Key) -> Iterator[str]:
    """The observation that a year uses."""
    if key.formula:
        yield words("key_formula", formula=safe(key.formula))
        return
    if key.file:
        yield words("key_file", file=safe(key.file))
    if key.values and key.values[0].when is None:
        yield words("key_undated")
        return
    if key.frozen is not None:
        written = {value.when: value.key for value in key.values or ()}
        yield words("key_frozen", when=safe(written.get(key.frozen, str(key.frozen))))
    else:
        spoken = [use_words(words, use) for use in key.use]
        several = words("key_several", values=words.listed(spoken))
        yield several if len(spoken) > 1 else spoken[0]
    if key.holds:
        start = words.year(key.holds.start)
        yield words("key_holds", years=words.length(_MONTHS * key.holds.years), start=start)
    if key.years > 1:
        count, rule = key.years - 1, "key_average_shares" if key.of_shares else "key_average"
        yield words(f"{rule}_two" if count == 1 else rule, count=count)


def use_words(words: Wording, use: KeyUse) -> str:
    """Which value of a key a year uses."""
    day, when = use.date or use.latest, _when(words, use.year)
    if use.every:
        return words(f"key_every_{use.every}", when=when)
    if day is None:
        return words("key_own") if use.year == 0 else words("key_year", when=when)
    spoken = words("day_of_month", day=day[1], month=words.month(day[0]))
    return words("key_day" if use.date else "key_latest", day=spoken, when=when)


def _observed(words: Wording, days: list[str]) -> list[str]:
    """What days or months there are values for; of many the first and the last."""
    if not days:
        return []
    if len(days) <= _MOST_DAYS:
        return [words("key_values", days=words.listed(days))]
    return [words("key_values", days=words("span", first=days[0], last=days[-1]))]


def source_words(words: Wording, source: str) -> list[str]:
    """The title of the paper that something is from."""
    known = words.agreement.sources.get(source)
    title = known.title if known and known.title else source
    return [words("as_source", source=safe(title))] if title else []


def series_words(words: Wording, name: str, index: Index) -> str:
    """What months an index has values for, which are preliminary, and where they are from."""
    details = [words("key_file", file=safe(index.file))] if index.file else []
    details += _observed(words, [month_label(month) for month in index.values])
    if index.changes:
        by_year = [f"{words.year(y)} {words.percent(c)}" for y, c in index.changes.items()]
        details.append(words("index_changes", changes=words.listed(by_year)))
    preliminary = [
        month_label(month)
        for month, published in index.values.items()
        if published[-1].status == "preliminary"
    ]
    if preliminary:
        details.append(words("index_preliminary", months=words.listed(preliminary)))
    details += [
        words("index_link", month=month_label(month), link=words.quantity(link))
        for month, link in index.links.items()
    ]
    details += source_words(words, index.source)
    return f"{safe(index.title) or name}: {'; '.join(details)}"


def limit_words(words: Wording, limit: Limit) -> Iterator[str]:
    """What a limit holds a party to and who takes the difference, or when it warns."""
    who = words.party(limit.party) if limit.party else words("each_party")
    if limit.excepted:
        who = words("each_but", parties=words.parties(limit.excepted))
    bounds = []
    for key, change in limit.changes.items():
        if isinstance(change, IndexedChange):
            bounds.append(words(f"{key}_by_index", series=indexed_change_words(words, change)))
            continue
        for dated in change:
            rule = f"{key}_{'more' if dated.value >= 0 else 'less'}"
            text = words(rule, change=words.percent(abs(dated.value)))
            bounds.append(words("from_year", text=text, year=dated.label) if dated.key else text)
    for key, bound in limit.amounts.items():
        rule = {"max": "at_most", "min": "at_least"}.get(key, key)
        if isinstance(bound, Fraction):
            bounds.append(words(rule, amount=words("of_total", share=words.percent(bound))))
        else:
            per_year = words("per_year", amount=words.money(bound))
            bounds.append(words(rule, amount=per_year))
    if bounds:
        clauses = [words("limit", who=who, bounds=words.listed(bounds))]
        if limit.since is not None:
            clauses.append(words("limit_since", year=words.year(limit.since)))
        if limit.after_zero is not None:
            clauses.append(words(f"after_zero_{limit.after_zero}"))
        yield ", ".join(filter(None, (*clauses, _difference(words, limit))))
    if limit.warn_above_share is not None:
        anyone = who if limit.party else words("any_party")
        yield words("limit_warns", who=anyone, share=words.percent(limit.warn_above_share))


def indexed_change_words(words: Wording, change: IndexedChange) -> str:
    """Which index a change follows, and how much more."""
    index = words.agreement.indices.get(change.series)
    series = safe(index.title if index and index.title else change.series)
    if change.use is not None:
        when = _when(words, change.use.year)
        if change.use.month is None:
            series = words("index_year", series=series, when=when)
        else:
            month = words.month(change.use.month)
            series = words("index_month", series=series, month=month, when=when)
    if not change.plus:
        return series
    return words("index_plus", series=series, change=words.percent(change.plus))


def _difference(words: Wording, limit: Limit) -> str:
    """Who takes what a limit moves; the rest by name where there is only one."""
    if limit.difference is None:
        return ""
    rest = [party for party in words.agreement.parties if party != limit.party]
    if limit.difference == "others" and limit.party and len(rest) == 1:
        return words("difference", party=words.party(rest[0]))
    if limit.difference in ("others", "none"):
        return words(f"difference_{limit.difference}")
    return words("difference", party=words.party(limit.difference))


def surcharge_words(words: Wording, surcharge: Surcharge) -> str:
    """A surcharge by its name, and on whose amounts it is."""
    percent = words.percent(surcharge.percent)
    title = safe(surcharge.title) or words("surcharge_title")
    if surcharge.parties is None:
        return words("surcharge", title=title, percent=percent)
    parties = words.parties(surcharge.parties)
    return words("surcharge_for", title=title, percent=percent, parties=parties)


def deviation_words(words: Wording, kind: str, deviation: Deviation) -> str:
    """What is done with a surplus or a deficit, and on what conditions."""
    if deviation.carry_to is not None:
        key = "carried_next" if deviation.carry_to == 1 else "carried"
        done = words(key, years=deviation.carry_to)
    else:
        done = words(str(deviation.do))
    clauses = [words(kind, done=done)]
    if deviation.threshold is not None:
        clauses.append(words("threshold", share=words.percent(deviation.threshold)))
    if deviation.above is not None:
        clauses.append(words("above_share", share=words.percent(deviation.above)))
    if deviation.split is not None:
        clauses.append(words("own_split", split=words.split(deviation.split)))
    return f"{', '.join(clauses)}."


def interest_words(words: Wording, interest: Interest) -> str:
    """The rate of interest, on what, from when and until when."""
    rates = [f"{change.label} {words.percent(change.value)}".strip() for change in interest.rate]
    first = words.day_of_year(interest.start) if interest.start else words("year_end")
    last = words.day_of_year(interest.to) if interest.to else words("at_settlement")
    about = {"rate": words.listed(rates), "days": interest.days, "first": first, "last": last}
    return f"{words(f'interest_{interest.base}', **about)}."


def invoicing_words(words: Wording, invoicing: Invoicing) -> str:
    """When the host invoices, what, and when it is to be paid."""
    instalments = invoicing.instalments
    if isinstance(instalments, str):
        how = words(instalments)
    else:
        how = words.listed(
            [
                f"{words.day_of_year(instalment.date)} ({words.percent(instalment.part)})"
                for instalment in instalments
            ]
        )
    # Stated days are neither before nor after what they are for, unless the agreement says so.
    if isinstance(instalments, str) or "within" in invoicing.model_fields_set:
        how = f"{how} {words(invoicing.within)}"
    clauses = [words("invoicing", how=how)]
    if invoicing.due_days is not None:
        clauses.append(words("due_days", days=invoicing.due_days))
    if invoicing.preliminary is not None:
        clauses.append(words("preliminary", share=words.percent(invoicing.preliminary)))
    if invoicing.vat is not None:
        clauses.append(words("vat", share=words.percent(invoicing.vat)))
    if invoicing.round_total is not None:
        clauses.append(words("round_total", unit=words.money(invoicing.round_total)))
    return f"{', '.join(clauses)}."


# --- Costs --------------------------------------------------------------------------------


def cost_points(words: Wording) -> Iterator[str]:
    """Each item with its source."""
    sources = words.agreement.sources
    for name, item in words.agreement.costs.items():
        figures = [annual for basis in BASES if (annual := item.figures(basis))]
        papers = [
            item.source,
            *(figure.source for annual in figures for figure in annual.figures.values()),
        ]
        titles = [
            safe(sources[paper].title) if paper in sources else safe(paper)
            for paper in papers
            if paper
        ]
        source = ", ".join(dict.fromkeys(filter(None, titles)))
        after = f" ({words('as_source', source=source)})" if source else ""
        yield f"{safe(item.title) or name}: {'; '.join(item_words(words, item))}{after}"


def item_title(words: Wording, name: str) -> str:
    """What an item is called."""
    item = words.agreement.costs.get(name)
    return safe(item.title or name) if item else safe(name)


def item_words(words: Wording, item: Item) -> Iterator[str]:
    """What an item costs and what holds for it, in the order a reader asks."""
    if item.kind == "adjustment":
        key = "adjustment" if item.adjusts else "adjustment_plain"
        yield words(key, year=item.adjusts)
    elif item.kind != "cost":
        yield words(item.kind)
    yield from _form(words, item)
    for basis in BASES:
        annual = item.figures(basis)
        if annual is None:
            continue
        figures = [
            (words.year(year), figure_words(words, annual.figures[year]))
            for year in sorted(annual.figures)
        ]
        if len(figures) == 1:
            ((label, figure),) = figures
            yield words("figure", basis=words(basis), year=label, figure=figure)
        else:
            by_year = ", ".join(f"{label} {figure}" for label, figure in figures)
            yield words("figures", basis=words(basis), figures=by_year)
    yield from _terms(words, item)


def _form(words: Wording, item: Item) -> Iterator[str]:
    """The form in which an item's cost is stated, where it is not year by year."""
    for change in item.amount or ():
        key = "amount_from" if change.key else "amount"
        yield words(key, amount=words.money(change.value), when=change.label)
    if item.total is not None:
        yield words("total", amount=words.money(item.total))
    if isinstance(item.price, dict):
        of_parties = [f"{words.party(p)} {words.amounts(price)}" for p, price in item.price.items()]
        yield words("price_per", price=words.listed(of_parties), key=words.key(item.per or ""))
    elif item.price and item.per:
        yield words("price_per", price=words.amounts(item.price), key=words.key(item.per))
    elif item.price:
        counts = safe(item.quantity) if isinstance(item.quantity, str) else ""
        if isinstance(item.quantity, tuple):
            counts = words.quantities(item.quantity)
        yield words("price_quantity", price=words.amounts(item.price), quantity=counts)
    if item.from_agreement:
        named = item.from_agreement
        yield words("from_agreement", party=safe(named.party), agreement=safe(named.id))
    if item.by_size:
        rule = "bands" if item.bands else "scale"
        table = words.table(item.by_size.table)
        yield words(rule, key=words.key(item.by_size.by), table=table)
    among = item.among or (item.by_size.among if item.by_size else None)
    if among:
        yield words("only_among", parties=words.parties(among))
    for year, amounts in (item.amounts or {}).items():
        stated = item.stated_sums.get(year)
        rule, total = ("amounts", 0) if stated is None else ("amounts_of_sum", stated)
        listed = words.party_amounts(amounts)
        yield words(rule, year=words.year(year), amounts=listed, total=words.money(total))
    if item.percent is not None:
        titles = words.listed([item_title(words, name) for name in item.of or ()])
        yield words("percent", percent=words.percent(item.percent), items=titles)


def figure_words(words: Wording, figure: AnnualFigure) -> str:
    """An annual amount, or the part of it that is known."""
    if figure.amount is None:
        part = words.money(figure.part)
        return words("known_part", party=words.party(figure.party), amount=part)
    return words.money(figure.amount)


def _terms(words: Wording, item: Item) -> Iterator[str]:
    """What holds for an item beside its amount."""
    if item.split is not None:
        yield words("own_split", split=words.split(item.split))
    if item.start or item.to:
        yield words("from_to", time=words.time(item.start, item.to))
    if item.portion is not None:
        yield words("portion", share=words.percent(item.portion))
    covers = item.covers
    bases = (covers.budget, covers.forecast, covers.actual) if covers else ()
    yield from (words(f"covers_{covered}") for covered in dict.fromkeys(bases) if covered)
    if item.index:
        yield from index_words(words, item.index)
    if isinstance(item.factor, Bands):
        table = words.table(item.factor.table)
        yield words("factor_by", key=words.key(item.factor.by), table=table)
    elif item.factor is not None:
        yield words("factor", factor=words.percent(item.factor))
    if item.paid_by:
        yield words("paid_by", party=words.party(item.paid_by))
    if item.billed_on:
        yield words("billed_on", day=words.day_of_year(item.billed_on))
    if item.surcharge:
        yield surcharge_words(words, item.surcharge)
    for limit in item.limits:
        yield from limit_words(words, limit)
    for year, amounts in (item.paid or {}).items():
        yield words("paid", year=words.year(year), amounts=words.party_amounts(amounts))
    if item.notes:
        yield safe(item.notes)


def accounts_words(words: Wording, accounts: Accounts) -> str:
    """What a party books on: its accounts with their objects, and its dimensions' numbers."""
    clauses: list[str] = []
    for (*place, role), posting in accounts.postings():
        codes = []
        for key, stated in posting.items():
            of_parties = {} if isinstance(stated, str) else stated
            listed = [f"{words.party(party)} {safe(code)}" for party, code in of_parties.items()]
            code = words.listed(listed) if of_parties else safe(str(stated))
            codes.append(code if key == ACCOUNT else f"{safe(key)} {code}")
        what = phrase(f"role_{role}", words.language)
        if place:
            where = item_title(words, place[1]) if place[1:] else words("at_settlement")
            what = f"{what} ({where})"
        clauses.append(f"{what} {', '.join(codes)}")
    if accounts.dimensions:
        numbers = [f"{safe(name)} {number}" for name, number in accounts.dimensions.items()]
        clauses.append(words("dimensions", numbers=words.listed(numbers)))
    return "; ".join(clauses)
