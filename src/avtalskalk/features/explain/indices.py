"""What an index clause multiplies an amount by, as a tree: months, values, floor, cap and years."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from avtalskalk.calculation.indices import (
    ChainYear,
    Factor,
    Published,
    RoundedAmount,
    YearlyChange,
)
from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Argument, Number, Path
from avtalskalk.features.explain.nodes import Derivation, Node, NodeUnit, aside, money, product
from avtalskalk.model.dated import Dated
from avtalskalk.model.indices import Threshold, month_label
from avtalskalk.model.limits import IndexedChange
from avtalskalk.money import nearest
from avtalskalk.periods import year_label

Facts = Mapping[str, Argument]


def index_node(plan: Plan, factor: Factor, path: Path, facts: Facts) -> Node:
    """What an item's amount is multiplied by; ``facts`` are the item's own."""
    clause = factor.clause
    parts = (*_changes(plan, factor, path, facts), *_limits(plan, factor, path, facts))
    if clause.round and clause.round.factor:
        exact = product(part for part in parts if part.counts)
        named = {**facts, "unit": Number(clause.round.factor)}
        below = Node("index_factor", exact, "number", "product", named, path, "", parts)
        value = nearest(exact, clause.round.factor)
        end = (*path, "round", "factor")
        parts = (
            Node("index_factor_rounded", value, "number", "rounded", named, end, "", (below,)),
        )
    change = product(part for part in parts if part.counts)
    index = plan.agreement.indices.get(clause.series)
    source = clause.source or (index.source if index else "")

    def node(rule: str, value: Fraction, how: Derivation, children: tuple[Node, ...]) -> Node:
        shared = {**facts, "share": clause.share}
        return Node(rule, value, "number", how, shared, path, source, children)

    if clause.share == 1:
        return node("index", factor.value, "product", parts)
    inner = node("index_change", change, "product", parts)
    shared = {**facts, "share": clause.share}
    share = Node("index_share", clause.share, "share", facts=shared, path=(*path, "share"))
    return node("index_partly", factor.value, "partly", (share, inner))


def _changes(plan: Plan, factor: Factor, path: Path, facts: Facts) -> Iterator[Node]:
    """The index's own change and the fixed yearly one, as far as the clause has them."""
    clause, steady = factor.clause, factor.steady
    if clause.series:
        yield index_quotient(plan, factor, path, facts)
    if steady is not None:
        dated, end = clause.yearly or (), (*path, "yearly")
        facts = {
            **{key: fact for key, fact in facts.items() if key != "series"},
            "times": len(steady.changes),
            "from_year": year_label(steady.first, plan.first_month),
        }
        if dated and dated[0].start is None:
            yearly = dated[0].value
            facts |= {"yearly": yearly}
            change = Node("yearly_change", yearly, "share", facts=facts, path=end)
            yield Node("steady", steady.value, "number", "power", facts, end, children=(change,))
        else:
            years = tuple(
                Node(
                    "yearly_growth",
                    1 + year.value,
                    "number",
                    facts={**facts, "year": year.year, "yearly": year.value},
                    path=year.path,
                )
                for year in steady.changes
            )
            rule = "steady_by_year" if years else "steady_by_year_not_yet"
            yield Node(rule, steady.value, "number", "product", facts, end, children=years)


def rounded_node(plan: Plan, amount: RoundedAmount, path: Path, facts: Facts) -> Node:
    """How many times what is stated an amount is, that an index raises and that is rounded."""
    facts = {
        **facts,
        "stated": money(plan, amount.stated),
        "before": money(plan, amount.before),
        "exact": money(plan, amount.exact),
        "after": money(plan, amount.value),
        "unit": money(plan, amount.unit),
    }
    index = aside(index_node(plan, amount.factor, path, facts))
    rule = "index_rounded_on" if amount.by_year_before else "index_rounded"
    end = (*path, "round", "to")
    return Node(rule, amount.times, "number", facts=facts, path=end, children=(index,))


# --- The index ----------------------------------------------------------------------------


def index_quotient(plan: Plan, factor: Factor, path: Path, facts: Facts) -> Node:
    """The index used over its base, or each year's bounded change in turn."""
    index = plan.agreement.indices[factor.clause.series]
    facts = {**facts, "series": index.title or factor.clause.series}
    base, used = factor.base, factor.used
    if base is None or used is None:
        word = "level" if factor.clause.level is not None else "use"
        return Node("index_level", Fraction(1), "number", facts=facts, path=(*path, word))
    if factor.years:
        return _chain(plan, factor, path, facts)
    children = tuple(_published(plan, factor, value, path, facts) for value in (used, base))
    facts = {
        **facts,
        "base": Number(base.value),
        "used": Number(used.value),
        "base_month": base.month,
        "used_month": used.month,
    }
    end = (*path, "base")
    value = factor.unshared
    return Node("index_quotient", value, "number", "quotient", facts, end, "", children)


def _published(plan: Plan, factor: Factor, published: Published, path: Path, facts: Facts) -> Node:
    """A value of the index as it was published, linked, and rounded where the clause says so."""
    rounds, place = factor.clause.round, (*path, "round", "index")
    entry, series = published.entry, factor.clause.series
    facts = {
        **facts,
        "month": published.month,
        "published": entry.published or "",
        "pinned": factor.clause.published_by or "",
    }
    rule = "index_preliminary" if entry.status == "preliminary" else "index_value"
    path = ("indices", series, "values", published.month)
    source = plan.agreement.indices[series].source
    value = Node(rule, entry.value, "number", facts=facts, path=path, source=source)
    if published.links:
        links = tuple(
            Node(
                "index_link",
                link,
                "number",
                facts={**facts, "start": month_label(month)},
                path=("indices", series, "links", month_label(month)),
                source=source,
            )
            for month, link in published.links
        )
        children = (value, *links)
        linked = product(children)
        value = Node("index_linked", linked, "number", "product", facts, path, "", children)
    if rounds is None or rounds.index is None:
        return value
    facts = {**facts, "unit": Number(rounds.index)}
    rule = "index_value_rounded"
    return Node(rule, published.value, "number", "rounded", facts, place, source, (value,))


# --- Year by year -------------------------------------------------------------------------


def _chain(plan: Plan, factor: Factor, path: Path, facts: Facts) -> Node:
    """Each year's change, bounded by the clause where it says so."""
    years: list[Node] = []
    before = Fraction(1)
    for year in factor.years:
        years.append(_year(plan, factor, year, before, path, facts))
        before = year.value
    nows = [year.now for year in factor.years]
    values = {value.month: value for value in (factor.base, factor.used, *nows) if value}
    beside = [aside(_published(plan, factor, value, path, facts)) for value in values.values()]
    series = factor.clause.series
    if plan.agreement.indices[series].changes:
        beside = [
            aside(
                Node(
                    "index_change_published",
                    year.now.value / before.value - 1,
                    "share",
                    facts={**facts, "month": year.now.month},
                    path=("indices", series, "changes", year.now.month),
                    source=plan.agreement.indices[series].source,
                )
            )
            for before, year in zip((factor.base, *nows), factor.years, strict=False)
            if before
        ]
    facts = {**facts, "count": len(years)}
    children = (*years, *beside)
    return Node("index_chain", factor.unshared, "number", "product", facts, path, "", children)


def _year(
    plan: Plan, factor: Factor, year: ChainYear, before: Fraction, path: Path, facts: Facts
) -> Node:
    """One year's step in a chain, in which the factor was another ``before``."""
    clause, base = factor.clause, factor.base
    assert base is not None  # noqa: S101 - a chain has one
    above = clause.threshold.above if clause.threshold else None
    rounds = clause.round.change if clause.round else None
    bounds = {"floor": clause.floor, "cap": clause.cap, "threshold": above}
    limit = bounds.get(year.bound) or Fraction(0)
    facts = {
        **facts,
        "year": year_label(year.number, plan.first_month),
        "change": year.change,
        "before_month": year.before.month,
        "month": year.now.month,
        "now": Number(year.now.value),
        "base": Number(base.value),
        "from_base": Number(year.now.value / base.value),
        "before": Number(before),
        "limit": limit,
    }
    kind = f"_{year.bound}" if year.bound else ""
    if rounds and not year.bound:
        facts["unit"], kind = rounds, "_rounded"
    if clause.one_way and not rounds and all(value is None for value in bounds.values()):
        # Each year is compared with the base, not with the year before.
        kind = f"_from_base{kind}"
    rule, bound = f"index_year{kind}", bool(year.bound)
    return Node(rule, year.growth, "number", facts=facts, path=path, bound=bound)


def _limits(plan: Plan, factor: Factor, path: Path, facts: Facts) -> Iterator[Node]:
    """Floor, cap and one way, and whether any year was bounded by them."""
    facts = {key: fact for key, fact in facts.items() if key != "series"}
    for word in ("floor", "cap", "one_way", "threshold"):
        value = getattr(factor.clause, word)
        end = (*path, word)
        if isinstance(value, Threshold):
            value, end = value.above, (*end, "above")
        if value is None or value is False:
            continue
        years = tuple(
            year_label(year.number, plan.first_month) for year in factor.years if year.bound == word
        )
        kind = "" if years else "_free" if factor.years else "_untried"
        flag = value is True
        unit: NodeUnit = "flag" if flag else "share"
        yield Node(
            f"index_{word}{kind}",
            Fraction(1) if flag else value,
            unit,
            facts={**facts, "years": years},
            path=end,
            counts=False,
            bound=bool(years),
        )


# --- Changes that limits follow -------------------------------------------------------------


def yearly_change(plan: Plan, change: YearlyChange, limit: Dated | IndexedChange) -> Node:
    """How much an amount may change in one year, by the index where the limit follows one."""
    path, value = change.path, change.value
    facts: dict[str, Argument] = {"year": change.year}
    if change.factor is None or not isinstance(limit, IndexedChange):
        return aside(Node("limit_change", value, "share", facts=facts, path=path))
    index = replace(index_quotient(plan, change.factor, path, facts), path=path)
    facts |= {"series": index.facts["series"], "plus": limit.plus}
    rule, children = "limit_change_by_index", (aside(index),)
    return aside(Node(rule, value, "share", facts=facts, path=path, children=children))
