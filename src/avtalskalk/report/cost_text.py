"""What an agreement's costs are, in words: their form, their terms, where they are from."""

from collections.abc import Iterator

from avtalskalk.model.costs import AnnualFigure, Bands, Item
from avtalskalk.model.statement import BASES
from avtalskalk.report.clauses import index_words, limit_words, surcharge_words, table_words
from avtalskalk.report.rule_text import Wording
from avtalskalk.words.formats import safe


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
    yield from _terms(words, item)


def _form(words: Wording, item: Item) -> Iterator[str]:
    """The form in which an item's cost is stated."""
    for change in item.amount or ():
        key = "amount_from" if change.key else "amount"
        yield words(key, amount=words.money(change.value), when=change.label)
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
        yield words("amounts", year=words.year(year), amounts=words.party_amounts(amounts))
    if item.percent is not None:
        titles = words.listed([item_title(words, name) for name in item.of or ()])
        yield words("percent", percent=words.percent(item.percent), items=titles)
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


def figure_words(words: Wording, figure: AnnualFigure) -> str:
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
            words("price_from", price=words.quantity(change.value), when=change.label)
            if change.key
            else words.quantity(change.value)
            for change in quantity
        )
    else:
        counts = safe(quantity or "")
    return words("price_quantity", price=price, quantity=counts)


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
        table = table_words(words, item.factor)
        yield words("factor_by", key=words.key(item.factor.by), table=table)
    elif item.factor is not None:
        yield words("factor", factor=words.percent(item.factor))
    if item.paid_by:
        yield words("paid_by", party=words.party(item.paid_by))
    if item.surcharge:
        yield surcharge_words(words, item.surcharge)
    for limit in item.limits:
        yield from limit_words(words, limit)
    for year, amounts in (item.paid or {}).items():
        yield words("paid", year=words.year(year), amounts=words.party_amounts(amounts))
    if item.notes:
        yield safe(item.notes)
