"""Keys, formulas, tables by size, index clauses and limits that do not say what they need."""

from fractions import Fraction
from typing import TYPE_CHECKING

from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import (
    Diagnostic,
    Findings,
    Number,
    Path,
    nearest,
    one_of,
    out_of_range,
    unknown_name,
)
from avtalskalk.model.costs import Bands
from avtalskalk.model.limits import Limit

if TYPE_CHECKING:
    # Few agreements have any, and a start need not know what they are.
    from avtalskalk.model.indices import Indexation


def keys(plan: Plan) -> Findings:
    """A key has values, a formula or a file, and says one thing at most about which a year uses."""
    for name, key in plan.agreement.keys.items():
        path: Path = ("keys", name)
        stated = [one for one in ("values", "formula", "file") if getattr(key, one)]
        if len(stated) > 1:
            keys = ("values", "formula", "file")
            arguments = one_of(keys, stated, required=False)
            yield Diagnostic("AV297", arguments, path, at="key")
        chosen = [word for word in ("use", "average", "frozen") if word in key.model_fields_set]
        undated = key.values is not None and key.values[0].when is None
        if chosen and (key.formula or undated):
            yield Diagnostic(
                "AV518", {"key": name, "word": chosen[0]}, (*path, chosen[0]), at="key"
            )
        if key.average < 1:
            arguments = out_of_range("average", key.average, 1)
            yield Diagnostic("AV118", arguments, (*path, "average"))
        if key.use.date is not None and key.use.latest is not None:
            words = ("date", "latest")
            yield Diagnostic("AV297", one_of(words, words, required=False), (*path, "use"))
        for observation in key.values or ():
            by_party = observation.values
            if isinstance(by_party, Fraction):
                continue
            when: Path = (observation.key,) if observation.key else ()
            for party in by_party:
                if party not in plan.parties:
                    yield Diagnostic(
                        "AV517",
                        {"key": name, "party": party, "nearest": nearest(party, plan.parties)},
                        (*path, "values", *when, party),
                        at="key",
                        severity="warning" if _is_shared(plan, name) else "error",
                    )


def _is_shared(plan: Plan, name: str) -> bool:
    """Whether a key has values for so many others that it is not this agreement's own."""
    key = plan.agreement.keys[name]
    named = {
        party
        for observation in key.values or ()
        if not isinstance(observation.values, Fraction)
        for party in observation.values
    }
    return len(named - set(plan.parties)) > 1


def formulas(plan: Plan) -> Findings:
    """A formula that cannot be read, or names keys that are not there."""
    known = plan.agreement.keys
    for name, key in known.items():
        if not key.formula:
            continue
        from avtalskalk.calculation.formula import FormulaError, parse

        path: Path = ("keys", name, "formula")
        try:
            formula = parse(key.formula)
        except FormulaError as error:
            yield Diagnostic(error.code, {"key": name, "text": error.text}, path)
            continue
        for one in formula.names:
            if one not in known:
                yield Diagnostic("AV101", unknown_name("key", one, known), path)


def bands(plan: Plan) -> Findings:
    """A table by size: bounds rise, every row but the last has one, and each says its value."""
    for name, item in plan.unusual.items():
        for key, value, table in (
            ("bands", "amount", item.bands),
            ("factor", "factor", item.factor),
        ):
            if isinstance(table, Bands):
                yield from _table(table, value, ("costs", name, key, "table"))


def _table(table: Bands, value: str, path: Path) -> Findings:
    last = len(table.table) - 1
    before: tuple[Fraction, bool] | None = None
    for place, row in enumerate(table.table):
        where = (*path, place)
        other = "factor" if value == "amount" else "amount"
        if getattr(row, value) is None or getattr(row, other) is not None:
            yield Diagnostic("AV422", {"word": value}, where)
        both = row.below is not None and row.up_to is not None
        bound = row.up_to if row.below is None else row.below
        if both or (bound is None) != (place == last):
            yield Diagnostic("AV423", {}, where)
            continue
        if bound is None:
            continue
        now = (bound, row.up_to is not None)
        if before is not None and now <= before:
            yield Diagnostic(
                "AV424",
                {"bound": Number(bound), "before": Number(before[0])},
                where,
                related=((*path, place - 1),),
            )
        before = now


def clauses(plan: Plan) -> Findings:
    """An index clause says which index from which base, and in what year's level the amount is."""
    for name, item in plan.unusual.items():
        if item.index is not None:
            yield from _clause(item.index, ("costs", name, "index"))
            indexed = item.amount is not None or item.price is not None or item.bands is not None
            if not indexed or item.figures("budget") or item.figures("forecast"):
                yield Diagnostic("AV525", {"item": name}, ("costs", name, "index"), at="key")


def index_values(plan: Plan) -> Findings:
    """An index has values or a file; one that an amount follows is above zero, to divide by."""
    for name, index in plan.agreement.indices.items():
        if bool(index.values) == bool(index.file):
            keys = ("values", "file")
            arguments = one_of(keys, keys if index.file else (), "file: data/kpi.csv")
            yield Diagnostic("AV297", arguments, ("indices", name), at="key")
    used = [item.index.series for item in plan.unusual.values() if item.index]
    for name in dict.fromkeys(used):
        series = plan.agreement.indices.get(name)
        for month, published in series.values.items() if series else ():
            if any(one.value <= 0 for one in published):
                label = month.isoformat()[:7]
                yield Diagnostic("AV529", {"index": name}, ("indices", name, "values", label))


def _clause(clause: "Indexation", path: Path) -> Findings:
    if not clause.series and clause.yearly is None:
        yield Diagnostic("AV292", {"key": "series", "line": "series: kpi"}, path)
    if clause.yearly is not None and clause.start is None:
        yield Diagnostic(
            "AV292", {"key": "from", "line": "from: 2024"}, (*path, "yearly"), at="key"
        )
    if clause.series:
        if clause.base is None:
            yield Diagnostic("AV292", {"key": "base", "line": "base: 2021-10"}, path)
        if (clause.level is None) == (clause.use is None):
            keys = ("level", "use")
            stated = keys if clause.level is not None else ()
            arguments = one_of(keys, stated, "level: 2022", "use: {month: 10, year: -1}")
            yield Diagnostic("AV297", arguments, path)
        if clause.use is not None and clause.base and clause.use.month != clause.base.month:
            yield Diagnostic(
                "AV527",
                {"month": clause.use.month, "base": clause.base.isoformat()[:7]},
                (*path, "use", "month"),
            )
    if clause.floor is not None and clause.cap is not None and clause.floor > clause.cap:
        yield Diagnostic("AV528", {"least": "floor", "most": "cap"}, (*path, "floor"))


def limits(plan: Plan) -> Findings:
    """A limit binds somebody at something, and says who takes the difference."""
    agreement = plan.agreement
    for place, period in enumerate(agreement.periods):
        for number, limit in enumerate(period.limits or ()):
            yield from _limit(limit, ("periods", place, "limits", number))
    for name, item in plan.unusual.items():
        for number, limit in enumerate(item.limits):
            yield from _limit(limit, ("costs", name, "limits", number))
    if agreement.rounding.at == "item" and "at" in agreement.rounding.model_fields_set:
        for place, period in enumerate(agreement.periods):
            if any(_moves(limit) for limit in period.limits or ()):
                yield Diagnostic(
                    "AV617", {}, ("rounding", "at"), related=(("periods", place, "limits"),)
                )


def _moves(limit: Limit) -> bool:
    bounds = (limit.max, limit.min, limit.max_increase, limit.min_increase)
    return any(bound is not None for bound in bounds)


def _limit(limit: Limit, path: Path) -> Findings:
    if (limit.party is None) == (not limit.each):
        keys = ("party", "each")
        stated = keys if limit.each else ()
        arguments = one_of(keys, stated, "party: alingsas", "each: true")
        yield Diagnostic("AV297", arguments, path)
    if not _moves(limit):
        if limit.warn_above_share is None:
            yield Diagnostic("AV615", {}, path)
        return
    if limit.difference is None:
        yield Diagnostic("AV292", {"key": "difference", "line": "difference: others"}, path)
    if limit.party is not None and limit.difference == limit.party:
        yield Diagnostic("AV618", {"party": limit.party}, (*path, "difference"))
    if limit.max is not None and limit.min is not None and limit.min > limit.max:
        yield Diagnostic("AV528", {"least": "min", "most": "max"}, (*path, "min"))
    most, least = limit.max_increase, limit.min_increase
    if most is not None and least is not None and least > most:
        crossed = {"least": "min_increase", "most": "max_increase"}
        yield Diagnostic("AV528", crossed, (*path, "min_increase"))
