"""A party's value of a key, as a tree: which observation is used, and by what rule of the key."""

from collections.abc import Mapping
from fractions import Fraction

from avtalskalk.calculation.keys import Values
from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Argument, Number, Path
from avtalskalk.features.explain.nodes import Node, NodeUnit, party_name, party_names, total
from avtalskalk.model.keys import Key, KeyPercent, Observation
from avtalskalk.model.tables import Rows
from avtalskalk.periods import year_label


def key_title(values: Values) -> str:
    """What a key is called."""
    return values.key.title or values.key.unit or values.name


def key_days(values: Values) -> tuple[str, ...]:
    """The days or years of the observations that a key uses; none of a formula's own."""
    return tuple(observation.key for observation in values.used if observation.key)


def key_sum(plan: Plan, values: Values, by_party: Mapping[str, Fraction | int]) -> Node:
    """The sum of a key over parties."""
    facts: dict[str, Argument] = {
        "key": key_title(values),
        "parties": party_names(plan, by_party),
        "when": key_days(values),
    }
    children = tuple(key_value(plan, values, party) for party in by_party)
    together = sum(map(Fraction, by_party.values()), Fraction(0))
    path = ("keys", values.name)
    percent = bool(values.used) and values.used[0].in_percent
    unit: NodeUnit = "share" if values.among or percent else "number"
    return Node("key_sum", together, unit, "sum", facts, path, children=children)


def key_value(plan: Plan, values: Values, party: str) -> Node:
    """A party's value of a key."""
    return _value(plan, values, party, set())


def _value(plan: Plan, values: Values, party: str, formulas: set[str]) -> Node:
    """A value; of ``formulas`` that have been explained only the first mention has all."""
    key = values.key
    path: Path = ("keys", values.name)
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "key": key_title(values),
        "name": values.name,
    }
    value = values.of(party)
    if key.formula:
        path = (*path, "formula")
        if values.name in formulas:
            return Node("key_again", value, "number", facts=facts, path=path, source=key.source)
        formulas.add(values.name)
        inner = tuple(_value(plan, named, party, formulas) for named in values.inner.values())
        facts |= {"formula": key.formula}
        return Node("key_formula", value, "number", "formula", facts, path, key.source, inner)
    used = values.used
    if key.holds:
        start = year_label(key.holds.start, plan.first_month)
        facts |= {"holds": key.holds.years, "from_year": start}
    mean_path = (*path, "average" if key.years > 1 or values.among else "use")
    unit: NodeUnit = "share" if used and used[0].in_percent else "number"
    if values.among:
        facts |= {"count": len(used), "when": tuple(observation.key for observation in used)}
        shares = tuple(_share(plan, values, observation, party) for observation in used)
        facts |= _chosen(key, used[-1])
        rule = "key_mean_of_shares"
        return Node(rule, value, "share", "mean", facts, mean_path, key.source, shares)
    if len(used) == 1:
        return _observed(values, facts | _chosen(key, used[0]), used[0], party)
    facts |= {"count": len(used), "when": tuple(observation.key for observation in used)}
    return Node(
        "key_mean",
        value,
        unit,
        "mean",
        facts | _chosen(key, used[-1]),
        mean_path,
        key.source,
        tuple(_observed(values, facts, observation, party) for observation in used),
    )


def _share(plan: Plan, values: Values, observation: Observation, party: str) -> Node:
    """A party's share of a key's values as they were observed."""

    def observed(of: str) -> Node:
        facts = {"party": party_name(plan, of), "key": key_title(values), "name": values.name}
        return _observed(values, facts, observation, of)

    parties, path = tuple(observed(of) for of in values.among), ("keys", values.name)
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "key": key_title(values),
        "parties": party_names(plan, values.among),
        "when": observation.key,
    }
    own = observed(party)
    together = Node("key_sum", total(parties), own.unit, "sum", facts, path, children=parties)
    children, value = (own, together), (own.value or Fraction(0)) / (together.value or 1)
    numbers = [node.value or Fraction(0) for node in children]
    of, of_all = numbers if own.unit == "share" else map(Number, numbers)
    facts |= {"own": of, "all": of_all}
    return Node("key_share", value, "share", "quotient", facts, path, children=children)


def _observed(
    values: Values, facts: Mapping[str, Argument], observation: Observation, party: str
) -> Node:
    """A value as it was observed."""
    path = ("keys", values.name, "values", *([observation.key] if observation.key else []))
    value = observation.values
    if not isinstance(value, Fraction):
        value, path = value[party], (*path, party)
    rule = "key_value" if observation.key else "key_value_undated"
    facts = {**facts, "when": observation.key}
    unit: NodeUnit = "share" if isinstance(value, KeyPercent) else "number"
    return Node(rule, value, unit, facts=facts, path=path, source=values.key.source)


def row_facts(table: Rows, place: int, size: Fraction) -> dict[str, Argument]:
    """Which row of a table a size falls in, and its bounds."""
    here, above = table[place], table[place - 1] if place else None
    least = None if above is None else above.bound
    return {
        "row": place + 1,
        "rows": len(table),
        "size": Number(size),
        "least": "" if least is None else Number(least),
        "most": "" if here.bound is None else Number(here.bound),
        "from_inclusive": above is not None and above.below is not None,
        "to_inclusive": here.below is None,
    }


def _chosen(key: Key, observation: Observation) -> dict[str, Argument]:
    """By what rule of the key an observation was chosen; nothing where it is the year's own."""
    if observation.when is None:
        return {}
    if key.frozen is not None:
        return {"chosen": "frozen", "when": observation.key}
    use, *others = key.use
    if others:
        return {}
    day = use.latest or use.date
    if use.every:
        return {"chosen": f"every_{use.every}", "years": use.year}
    if day is None and not use.year:
        return {}
    rule = "latest" if use.latest else "date" if use.date else "year"
    written = "" if day is None else f"{day[0]:02d}-{day[1]:02d}"
    return {"chosen": rule, "day": written, "years": use.year}
