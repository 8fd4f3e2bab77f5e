"""Keys, formulas, tables by size, index clauses and limits that do not say what they need."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import starmap

from avtalskalk.calculation.indices import linked
from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.errors.names import named_keys
from avtalskalk.diagnostics import (
    Argument,
    Diagnostic,
    Findings,
    Number,
    Path,
    Phrase,
    missing_key,
    nearest,
    one_of,
    out_of_range,
    unknown_name,
)
from avtalskalk.model.indices import IndexYear, month_label
from avtalskalk.model.limits import Limit
from avtalskalk.model.splits import By
from avtalskalk.model.tables import Bands, Rows
from avtalskalk.money import nearest as nearest_multiple
from avtalskalk.read_only import ReadOnly


def of_tables(plan: Plan) -> Findings:
    """A column or a sheet belongs to a file."""
    for section in ("keys", "indices"):
        for name, holder in getattr(plan.agreement, section).items():
            for field in ("value", "sheet", "numbers"):
                if getattr(holder, field) and not holder.file:
                    arguments = missing_key("file: data/folkmangd.csv")
                    yield Diagnostic("AV292", arguments, (section, name, field), at="key")


def keys(plan: Plan) -> Findings:
    """A key has values, a formula or a file, and says one thing at most about which a year uses."""
    for name, key in plan.agreement.keys.items():
        path: Path = ("keys", name)
        sources = ("values", "formula", "file")
        stated = [source for source in sources if getattr(key, source)]
        if len(stated) > 1:
            arguments = one_of(sources, stated, required=False)
            yield Diagnostic("AV297", arguments, path, at="key")
        choices = [
            word for word in ("use", "average", "frozen", "holds") if word in key.model_fields_set
        ]
        undated = key.values is not None and key.values[0].when is None
        if choices and (key.formula or undated):
            word = choices[0]
            yield Diagnostic("AV518", {"key": name, "word": word}, (*path, word), at="key")
        for word in ("use", "holds"):
            if key.frozen is not None and word in key.model_fields_set:
                words = (word, "frozen")
                yield Diagnostic("AV297", one_of(words, words, required=False), path, at="key")
        if key.holds is not None and key.holds.years < 1:
            arguments = out_of_range("years", key.holds.years, 1)
            yield Diagnostic("AV118", arguments, (*path, "holds", "years"))
        if not key.use:
            yield Diagnostic("AV296", {"least": 1}, (*path, "use"), at="key")
        if key.years < 1:
            years = () if isinstance(key.average, int) else ("years",)
            arguments = out_of_range(("average", *years)[-1], key.years, 1)
            yield Diagnostic("AV118", arguments, (*path, "average", *years))
        for place, use in enumerate(key.use):
            days = [word for word in ("date", "latest", "every") if getattr(use, word)]
            if len(days) > 1:
                of_several = (place,) if len(key.use) > 1 else ()
                arguments = one_of(days, days, required=False)
                yield Diagnostic("AV297", arguments, (*path, "use", *of_several))


def key_parties(plan: Plan) -> Findings:
    """A key's values for somebody who is no party, each of them once."""
    for name, key in plan.agreement.keys.items():
        unknown: dict[str, Path] = {}
        for observation in key.values or ():
            path: Path = ("keys", name, "values", *([observation.key] if observation.key else []))
            named = () if isinstance(observation.values, Fraction) else observation.values
            for party in named:
                if party not in plan.parties:
                    unknown.setdefault(party, (*path, party))
        for party, path in unknown.items():
            near = nearest(party, plan.parties)
            arguments = {"key": name, "party": party, "nearest": near}
            yield Diagnostic("AV517", arguments, path, at="key")


def formulas(plan: Plan) -> Findings:
    """A formula that cannot be read, or names keys that are not there."""
    known = plan.agreement.keys
    for name, key in known.items():
        if not key.formula:
            continue
        # Few agreements have formulas, and a start need not wait for what only they need.
        from avtalskalk.calculation.formula import FormulaError, parse

        path: Path = ("keys", name, "formula")
        try:
            names = parse(key.formula).names
        except FormulaError as error:
            yield Diagnostic(error.code, {"key": name, "text": error.text}, path)
            continue
        for inner in names:
            if inner not in known:
                yield Diagnostic("AV101", unknown_name("key", inner, known), path)
            elif known[inner].of_shares:
                # Shares among whom, only a split says.
                words = ("formula", "of: shares")
                arguments = one_of(words, words, required=False)
                yield Diagnostic(
                    "AV297", arguments, ("keys", inner, "average"), at="key", related=(path,)
                )


def counted(plan: Plan) -> Findings:
    """A price or a table by size counts what a key has, and a mean of shares counts nothing."""
    known = plan.agreement.keys
    for name, path in named_keys(plan):
        splits = path[0] != "costs" or "split" in path[2:3]
        if not splits and name in known and known[name].of_shares:
            words = (str(path[2]), "of: shares")
            arguments = one_of(words, words, required=False)
            yield Diagnostic("AV297", arguments, path, related=(("keys", name, "average"),))


def bands(plan: Plan) -> Findings:
    """A table by size: bounds rise, every row but the last has one, and each says its value."""
    for name, item in plan.agreement.costs.items():
        tables = (("bands", item.bands), ("scale", item.scale), ("factor", item.factor))
        for key, table in tables:
            if isinstance(table, Bands):
                yield from _table(table.table, _ROWS[key], ("costs", name, key, "table"))


def weights_by_size(plan: Plan) -> Findings:
    """A split by size has one table, whose rows' weights or factors are not below zero."""
    keys = plan.agreement.keys
    for split, path in plan.splits:
        tables = split.tables if isinstance(split, By) else {}
        forms = [*tables]
        for form, table in tables.items():
            yield from _table(table, _ROWS_OF_SPLIT[form], (*path, form))
            for place, row in enumerate(table):
                below = [word for word in ("weight", "factor") if (getattr(row, word) or 0) < 0]
                for word in below:
                    yield Diagnostic("AV109", {"what": word}, (*path, form, place, word))
            if isinstance(split, By) and split.by in keys and keys[split.by].of_shares:
                forms.append("of: shares")
        if len(forms) > 1:
            yield Diagnostic("AV297", one_of(forms, forms, required=False), path)


_ROWS = {"bands": ("amount", "price"), "scale": ("price",), "factor": ("factor",)}
_ROWS_OF_SPLIT = {"bands": ("weight", "factor"), "scale": ("factor",)}
"""What a row of each table says, one of them."""


def _table(table: Rows, values: tuple[str, ...], path: Path) -> Findings:
    """A table whose rows each have one of some values, and none of another kind."""
    last = len(table) - 1
    before: tuple[Fraction, bool] | None = None
    for place, row in enumerate(table):
        row_path = (*path, place)
        stated = [w for w in ("amount", "price", "weight", "factor") if getattr(row, w) is not None]
        if len(stated) != 1 or stated[0] not in values:
            yield Diagnostic("AV422", {"word": values[0]}, row_path)
        has_two = row.below is not None and row.up_to is not None
        bound = row.bound
        if has_two or (bound is None) != (place == last):
            yield Diagnostic("AV423", {}, row_path)
            continue
        if bound is None:
            continue
        # At the same number, `up_to` reaches further than `below`.
        reach = (bound, row.up_to is not None)
        if before is not None and reach <= before:
            yield Diagnostic(
                "AV424",
                {"bound": Number(bound), "before": Number(before[0])},
                row_path,
                related=((*path, place - 1),),
            )
        before = reach


def clauses(plan: Plan) -> Findings:
    """An index clause says which index from which base, and in what year's level the amount is."""
    for name, item in plan.agreement.costs.items():
        clause, path = item.index, ("costs", name, "index")
        if clause is None:
            continue
        if not clause.series and clause.yearly is None:
            yield Diagnostic("AV292", missing_key("series: kpi"), path)
        bounds = ("floor", "cap", "one_way", "threshold")
        for word in ("base", "level", "use", *bounds, "published_by"):
            if clause.yearly is not None and not clause.series and word in clause.model_fields_set:
                about: dict[str, Argument] = {
                    "key": word,
                    "item": name,
                    "where": Phrase("where_series"),
                }
                yield Diagnostic("AV413", about, (*path, word), at="key")
        dated = clause.yearly is not None and clause.yearly[0].start is not None
        if dated and clause.start is not None:
            words = ("from", "yearly")
            yield Diagnostic("AV297", one_of(words, words, required=False), path)
        if clause.yearly is not None and not dated and clause.start is None:
            yield Diagnostic("AV292", missing_key("from: 2024"), (*path, "yearly"), at="key")
        if clause.series and clause.base is None:
            yield Diagnostic("AV292", missing_key("base: 2021-10"), path)
        if clause.series and (clause.level is None) == (clause.use is None):
            levels = ("level", "use")
            stated = levels if clause.level is not None else ()
            arguments = one_of(levels, stated, "level: 2022", "use: {month: 10, year: -1}")
            yield Diagnostic("AV297", arguments, path)
        if clause.floor is not None and clause.cap is not None and clause.floor > clause.cap:
            yield Diagnostic("AV528", {"least": "floor", "most": "cap"}, (*path, "floor"))
        indexed = item.amount is not None or item.price is not None or item.by_size is not None
        if not indexed or item.budget or item.forecast:
            yield Diagnostic("AV525", {"item": name}, path, at="key")


def index_rounding(plan: Plan) -> Findings:
    """An index clause rounds what it has, and says what follows on a rounded amount."""
    for name, item in plan.agreement.costs.items():
        clause, rounds = item.index, item.index.round if item.index else None
        if clause is None or rounds is None:
            continue
        path: Path = ("costs", name, "index", "round")
        words = ("index", "change", "factor", "to")
        stated = [word for word in words if getattr(rounds, word) is not None]
        if not stated:
            examples = ("factor: 0.0001", "to: 1 tkr")
            yield Diagnostic("AV297", one_of(words, (), *examples), path)
        index = plan.agreement.indices.get(clause.series)
        by_changes = index is not None and bool(index.changes)
        belongs: dict[str, str] = {}
        if by_changes:
            belongs["index"] = "where_values"
        if not clause.series:
            belongs |= {"index": "where_series", "change": "where_series"}
        if item.amount is None and item.price is None:
            belongs["to"] = "where_stated"
        for word in stated:
            if word in belongs:
                about: dict[str, Argument] = {
                    "key": word,
                    "item": name,
                    "where": Phrase(belongs[word]),
                }
                yield Diagnostic("AV413", about, (*path, word), at="key")
        if index is not None and rounds.index is not None:
            unit, series = rounds.index, index.values.items()
            linked_values = (
                (v.value * linked(index, m), unit) for m, known in series for v in known
            )
            if not all(starmap(nearest_multiple, linked_values)):
                # Nothing can be divided by what is rounded to nothing.
                yield Diagnostic("AV529", {"index": clause.series}, (*path, "index"))
        if rounds.next_from and rounds.to is None:
            yield Diagnostic("AV292", missing_key("to: 1 kr"), path)
        # An amount that follows each year's change goes on from the year before.
        bounds = (clause.floor, clause.cap, clause.threshold, clause.yearly, rounds.change)
        goes_on = by_changes or any(bound is not None for bound in bounds)
        if goes_on and rounds.to is not None and not rounds.next_from:
            answers = ("next_from: exact", "next_from: rounded")
            yield Diagnostic("AV297", one_of(answers), path)


_NO_MONTH: Mapping[str, Argument] = ReadOnly(
    {"key": "month", "item": "use", "where": Phrase("where_months")}
)
"""The value of a year is of no month."""


def clause_months(plan: Plan) -> Findings:
    """An index clause names months of an index of months, and years of an index of years."""
    for name, item in plan.agreement.costs.items():
        clause, path = item.index, ("costs", name, "index")
        if clause is None:
            continue
        use, base = clause.use, clause.base
        if clause.series and use is not None and base is not None:
            if use.month is None and not isinstance(base, IndexYear):
                line = f"month: {base.month}"
                yield Diagnostic("AV292", missing_key(line), (*path, "use"), at="key")
            elif use.month is not None and isinstance(base, IndexYear):
                yield Diagnostic("AV413", _NO_MONTH, (*path, "use", "month"), at="key")
            elif use.month not in (None, base.month):
                yield Diagnostic(
                    "AV527",
                    {"month": use.month, "base": month_label(base)},
                    (*path, "use", "month"),
                )
        index = plan.agreement.indices.get(clause.series)
        monthly = [m for m in index.values if not isinstance(m, IndexYear)] if index else []
        if index and index.changes:
            year = str(base.year if base else min(index.changes) - 1)
            if base is not None and not isinstance(base, IndexYear):
                yield Diagnostic("AV292", missing_key(f"base: {year}"), (*path, "base"))
            for word in ("published_by", "use"):
                if getattr(clause, word) is not None:
                    where: Argument = Phrase("where_values")
                    lacking: dict[str, Argument] = {"key": word, "item": name, "where": where}
                    yield Diagnostic("AV413", lacking, (*path, word), at="key")
        if isinstance(base, IndexYear) and monthly:
            month = f"{base.year}-{monthly[0].month:02d}"
            arguments = {"index": clause.series, "base": str(base.year), "month": month}
            yield Diagnostic("AV531", arguments, (*path, "base"))


def index_values(plan: Plan) -> Findings:
    """An index has values or a file; one that an amount follows is above zero, to divide by."""
    indices = plan.agreement.indices
    for name, index in indices.items():
        sources = ("values", "changes", "file")
        stated = [source for source in sources if getattr(index, source)]
        if len(stated) != 1:
            arguments = one_of(sources, stated, "file: data/kpi.csv")
            yield Diagnostic("AV297", arguments, ("indices", name), at="key")
        for month, link in index.links.items():
            if link <= 0:
                path: Path = ("indices", name, "links", month_label(month))
                yield Diagnostic("AV529", {"index": name}, path)
    followed = [item.index.series for item in plan.agreement.costs.values() if item.index]
    followed += [change.series for _, change in plan.agreement.indexed_limits]
    for name in dict.fromkeys(followed):
        for month, published in indices[name].values.items() if name in indices else ():
            if any(value.value <= 0 for value in published):
                path = ("indices", name, "values", month_label(month))
                yield Diagnostic("AV529", {"index": name}, path)


def limits(plan: Plan) -> Findings:
    """A limit binds somebody at something, and says who takes the difference."""
    agreement = plan.agreement
    for path, limit in agreement.limits:
        yield from _limit(limit, path)
    for path, change in agreement.indexed_limits:
        index = agreement.indices.get(change.series)
        months = [m for m in index.values if not isinstance(m, IndexYear)] if index else []
        named = change.use and change.use.month
        if months and named is None:
            example = f"use: {{month: {months[0].month}, year: -1}}"
            yield Diagnostic("AV292", missing_key(example), path)
        elif index and not months and named is not None:
            yield Diagnostic("AV413", _NO_MONTH, (*path, "use", "month"), at="key")
    if agreement.rounding.at == "item" and "at" in agreement.rounding.model_fields_set:
        for place, period in enumerate(agreement.periods):
            if any(limit.changes or limit.amounts for limit in period.limits or ()):
                related: Path = ("periods", place, "limits")
                yield Diagnostic("AV617", {}, ("rounding", "at"), related=(related,))


def _limit(limit: Limit, path: Path) -> Findings:
    if (limit.party is None) == (not limit.each):
        whom = ("party", "each")
        arguments = one_of(whom, whom if limit.each else (), "party: alingsas", "each: true")
        yield Diagnostic("AV297", arguments, path)
    if limit.excepted and limit.party is not None:
        whom = ("party", "except")
        yield Diagnostic("AV297", one_of(whom, whom, required=False), path)
    for word in ("since", "after_zero"):
        if getattr(limit, word) is not None and not limit.changes:
            yield Diagnostic("AV292", missing_key("max_increase: 4 %"), path)
    if not (limit.changes or limit.amounts):
        if limit.warn_above_share is None:
            changes, amounts = ("max_increase", "min_increase"), ("max", "min", "nothing_below")
            levels = (*changes, *amounts, "warn_above_share")
            examples = ("max_increase: 4 %", "max: 1 000 000 kr", "max: 22 %")
            yield Diagnostic("AV297", one_of(levels, (), *examples), path)
        return
    if limit.difference is None:
        yield Diagnostic("AV292", missing_key("difference: others"), path)
    if limit.party is not None and limit.difference == limit.party:
        yield Diagnostic("AV618", {"party": limit.party}, (*path, "difference"))
    most, least = limit.max, limit.min
    if most is not None and least is not None and type(most) is type(least) and least > most:
        yield Diagnostic("AV528", {"least": "min", "most": "max"}, (*path, "min"))
    # Those that follow the years or an index are compared in each year.
    lasting = [
        change[0].value
        for change in limit.changes.values()
        if isinstance(change, tuple) and change[0].start is None
    ]
    if len(lasting) > 1 and lasting[1] > lasting[0]:
        crossed = {"least": "min_increase", "most": "max_increase"}
        yield Diagnostic("AV528", crossed, (*path, "min_increase"))


CHECKS = (
    of_tables,
    keys,
    key_parties,
    formulas,
    counted,
    bands,
    weights_by_size,
    clauses,
    index_rounding,
    clause_months,
    index_values,
    limits,
)
