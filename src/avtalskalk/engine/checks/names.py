"""Names that nothing has: parties, splits, keys, indices, items, volumes and sources."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.engine.checks.walk import Findings, nearest, written_splits
from avtalskalk.engine.plan import Plan
from avtalskalk.engine.timeline import DEFAULT, split_named, terms
from avtalskalk.model.agreement import Agreement, Body, RestTo
from avtalskalk.model.costs import Bands, Item
from avtalskalk.model.splits import By, Equal, Fixed, MeanOfLowest, Named, Parts, Steps
from avtalskalk.model.statement import BASES


def _party_names(agreement: Agreement) -> Iterator[tuple[str, Path]]:
    """Every place that names a party."""
    for split, path in written_splits(agreement):
        match split:
            case Fixed():
                yield from ((party, (*path, party)) for party in split.shares)
            case Parts():
                yield from ((party, (*path, "parts", party)) for party in split.parts)
            case Equal():
                yield from _listed(split.equal, (*path, "equal"))
            case By():
                yield from _listed(split.among, (*path, "among"))
            case MeanOfLowest():
                yield split.mean_of_lowest.party, (*path, "mean_of_lowest", "party")
            case Steps():
                for place, stage in enumerate(split.steps):
                    for party in stage.fixed or ():
                        yield party, (*path, "steps", place, "fixed", party)
            case _:
                pass
    for place, period in enumerate(agreement.periods):
        inside: Path = ("periods", place)
        yield from ((party, (*inside, "decisions", party)) for party in period.decisions)
        if period.condition:
            yield from _listed(period.condition.of, (*inside, "condition", "of"))
        yield from _limit_names(period.limits or (), (*inside, "limits"))
    for name, item in agreement.costs.items():
        yield from _item_names(item, ("costs", name))
    for party in agreement.frames:
        yield party, ("frames", party)
    for year, amounts in (agreement.paid or {}).items():
        yield from ((party, ("paid", str(year), party)) for party in amounts)
    if isinstance(agreement.host, str):
        yield agreement.host, ("host",)
    if isinstance(agreement.rounding.method, RestTo):
        yield agreement.rounding.method.rest_to, ("rounding", "method", "rest_to")


def _listed(names: Sequence[str] | None, path: Path) -> Iterator[tuple[str, Path]]:
    return ((party, (*path, place)) for place, party in enumerate(names or ()))


def _limit_names(limits: Sequence[Any], path: Path) -> Iterator[tuple[str, Path]]:
    for place, limit in enumerate(limits):
        if limit.party is not None:
            yield limit.party, (*path, place, "party")
        if limit.difference not in (None, "others", "none"):
            yield limit.difference, (*path, place, "difference")


def _item_names(item: Item, path: Path) -> Iterator[tuple[str, Path]]:
    if item.paid_by is not None:
        yield item.paid_by, (*path, "paid_by")
    for basis in BASES:
        annual = item.figures(basis)
        for year, figure in annual.figures.items() if annual else ():
            if figure.party:
                written = (basis, annual.keys[year]) if annual else ()
                yield figure.party, (*path, *written, "known_part", figure.party)
    yield from _listed(item.among, (*path, "among"))
    for key, amounts in (("amounts", item.amounts), ("paid", item.paid)):
        for year, by_party in (amounts or {}).items():
            yield from ((party, (*path, key, str(year), party)) for party in by_party)
    if item.surcharge:
        yield from _listed(item.surcharge.parties, (*path, "surcharge", "parties"))
    yield from _limit_names(item.limits, (*path, "limits"))


def party_names(plan: Plan) -> Findings:
    """A name that is no party's id: one finding a name, with every place."""
    agreement = plan.agreement
    unknown: dict[str, list[Path]] = {}
    for party, path in _party_names(agreement):
        if party not in agreement.parties:
            unknown.setdefault(party, []).append(path)
    for party, paths in unknown.items():
        yield Diagnostic(
            "AV101",
            {
                "party": party,
                "nearest": nearest(party, _known_as(agreement)),
                "known": tuple(agreement.parties),
            },
            paths[0],
            at="value" if isinstance(paths[0][-1], int) or paths[0][-1] in _NAMING else "key",
            related=tuple(paths[1:]),
        )


_NAMING = ("paid_by", "host", "rest_to", "party", "difference")


def _known_as(agreement: Agreement) -> Mapping[str, str]:
    """What people may write for a party: its id, or its name."""
    names = {party.name: key for key, party in agreement.parties.items()}
    return names | {key: key for key in agreement.parties}


def few_parties(plan: Plan) -> Findings:
    """An agreement is between at least two."""
    agreement = plan.agreement
    if len(agreement.parties) < 2:  # noqa: PLR2004
        yield Diagnostic("AV102", {"count": len(agreement.parties)}, ("parties",))


def split_names(plan: Plan) -> Findings:
    """A split that is called by a name that nothing has."""
    agreement = plan.agreement
    known = {DEFAULT, *agreement.shares}
    for period in agreement.periods:
        known |= (period.splits or {}).keys()
    for split, path in written_splits(agreement):
        if not isinstance(split, Named):
            continue
        if split.name not in known or (split.name == DEFAULT and path[0] != "costs"):
            near = nearest(split.name, sorted(known - {DEFAULT}))
            yield Diagnostic("AV107", {"name": split.name, "nearest": near}, path)
    for number, term in enumerate(terms(agreement)):
        for name, stated in term.splits.items():
            if isinstance(stated.split, Named) and split_named(agreement, term, name) is None:
                key: Path = ("split",) if name == DEFAULT else ("splits", name)
                if stated.split.name in known and number == stated.place:
                    yield Diagnostic("AV113", {"name": name}, ("periods", stated.place, *key))


def volumes(plan: Plan) -> Findings:
    """A quantity that names volumes which are not there."""
    agreement = plan.agreement
    for name, item in agreement.costs.items():
        if isinstance(item.quantity, str) and item.quantity not in agreement.volumes:
            near = nearest(item.quantity, list(agreement.volumes))
            yield Diagnostic(
                "AV409", {"name": item.quantity, "nearest": near}, ("costs", name, "quantity")
            )


def source_names(plan: Plan) -> Findings:
    """A source that is nearly, but not quite, the id of one of the agreement's sources."""
    agreement = plan.agreement
    if not agreement.sources:
        return
    for source, path in _sources(agreement):
        if source not in agreement.sources:
            near = nearest(source, list(agreement.sources))
            if near:
                yield Diagnostic(
                    "AV603", {"source": source, "nearest": near}, path, severity="warning"
                )


def _sources(agreement: Agreement) -> Iterator[tuple[str, Path]]:
    for place, period in enumerate(agreement.periods):
        if period.source:
            yield period.source, ("periods", place, "source")
        for party, decisions in period.decisions.items():
            for number, one in enumerate(decisions):
                inside: Path = (number,) if len(decisions) > 1 else ()
                if one.source:
                    yield one.source, ("periods", place, "decisions", party, *inside, "source")
    for name, item in agreement.costs.items():
        if item.source:
            yield item.source, ("costs", name, "source")
        for basis in BASES:
            annual = item.figures(basis)
            for year, figure in annual.figures.items() if annual else ():
                if figure.source and annual:
                    yield figure.source, ("costs", name, basis, annual.keys[year], "source")
    for key in (agreement.host, agreement.provider):
        if isinstance(key, Body) and key.source:
            yield key.source, ("host" if key is agreement.host else "provider", "source")


def _key_names(agreement: Agreement) -> Iterator[tuple[str, Path]]:
    """Every place that names a key."""
    for split, path in written_splits(agreement):
        if isinstance(split, By):
            yield split.by, (*path, "by")
    for name, item in agreement.costs.items():
        if item.per is not None:
            yield item.per, ("costs", name, "per")
        for key, table in (("bands", item.bands), ("factor", item.factor)):
            if isinstance(table, Bands):
                yield table.by, ("costs", name, key, "by")


def key_names(plan: Plan) -> Findings:
    """A key or an index that is called by a name that nothing has."""
    agreement = plan.agreement
    told: set[str] = set()
    for key, path in _key_names(agreement):
        if key not in agreement.keys and key not in told:
            told.add(key)
            yield Diagnostic(
                "AV501",
                {
                    "key": key,
                    "nearest": nearest(key, list(agreement.keys)),
                    "known": tuple(agreement.keys),
                },
                path,
            )
    for name, item in agreement.costs.items():
        series = item.index.series if item.index else ""
        if series and series not in agreement.indices:
            yield Diagnostic(
                "AV520",
                {
                    "index": series,
                    "nearest": nearest(series, list(agreement.indices)),
                    "known": tuple(agreement.indices),
                },
                ("costs", name, "index", "series"),
            )


def item_names(plan: Plan) -> Findings:
    """An overhead on items that are not there, or in the end on itself."""
    items = plan.agreement.costs
    for name, item in items.items():
        for place, one in enumerate(item.of or ()):
            if one not in items:
                yield Diagnostic(
                    "AV420",
                    {"item": one, "nearest": nearest(one, list(items)), "known": tuple(items)},
                    ("costs", name, "of", place),
                )
        circle = _circle(items, name, (name,))
        if circle:
            yield Diagnostic(
                "AV421", {"circle": " → ".join(circle)}, ("costs", name, "of")
            )


def _circle(
    items: Mapping[str, Item], name: str, above: tuple[str, ...]
) -> tuple[str, ...]:
    """The way from an overhead back to itself; empty where there is none."""
    for one in items[name].of or ():
        if one == above[0]:
            return (*above, one)
        if one in items and one not in above:
            found = _circle(items, one, (*above, one))
            if found:
                return found
    return ()
