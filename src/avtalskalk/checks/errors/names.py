"""Names that nothing has: parties, splits, keys, indices, items, volumes and sources."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.split_rules import Written
from avtalskalk.calculation.timeline import DEFAULT
from avtalskalk.calculation.traverse import nested
from avtalskalk.diagnostics import Diagnostic, Findings, Path, nearest, unknown_name
from avtalskalk.model.costs import Bands, Item
from avtalskalk.model.limits import Limit
from avtalskalk.model.splits import By, Named, parties

Kind = Literal["keys", "list", "value"]


class Naming(NamedTuple):
    """Names in one place of the file: keys of a mapping, a list, or a single value."""

    names: Iterable[str]
    path: Path
    kind: Kind = "keys"

    def place(self, name: str) -> Path:
        """Where one of the names stands."""
        if self.kind == "value":
            return self.path
        return (*self.path, name if self.kind == "keys" else list(self.names).index(name))


def _party_names(plan: Plan) -> Iterator[Naming]:
    """Every place that names parties, but for some that plainly name only those there are."""
    agreement = plan.agreement
    known = agreement.parties.keys()
    for split, path in plan.splits:
        for named in parties(split):
            if named.party not in known:
                kind: Kind = "keys" if named.at == "key" else "value"
                above = named.path[:-1] if kind == "keys" else named.path
                yield Naming((named.party,), (*path, *above), kind)
    for place, period in enumerate(agreement.periods):
        if not period.decisions.keys() <= known:
            yield Naming(period.decisions, ("periods", place, "decisions"))
        if period.condition and period.condition.of:
            yield Naming(period.condition.of, ("periods", place, "condition", "of"), "list")
        if period.limits:
            yield from _in_limits(period.limits, ("periods", place, "limits"))
    yield from _in_costs(plan)
    if agreement.frames:
        yield Naming(agreement.frames, ("frames",))
    for year, amounts in (agreement.paid or {}).items():
        yield Naming(amounts, ("paid", str(year)))
    if isinstance(agreement.host, str):
        yield Naming((agreement.host,), ("host",), "value")
    method = agreement.rounding.method
    if not isinstance(method, str):
        yield Naming((method.rest_to,), ("rounding", "method", "rest_to"), "value")


def _in_limits(limits: Sequence[Limit], path: Path) -> Iterator[Naming]:
    for place, limit in enumerate(limits):
        if limit.party is not None:
            yield Naming((limit.party,), (*path, place, "party"), "value")
        if limit.difference not in (None, "others", "none"):
            yield Naming((str(limit.difference),), (*path, place, "difference"), "value")


def _in_costs(plan: Plan) -> Iterator[Naming]:
    for told in plan.told:
        if told.figure.party:
            yield Naming((told.figure.party,), (*told.path, "known_part"))
    for name, item in plan.agreement.costs.items():
        if item.paid_by is not None:
            yield Naming((item.paid_by,), ("costs", name, "paid_by"), "value")
    for name, item in plan.unusual.items():
        yield from _in_item(item, ("costs", name))


def _in_item(item: Item, path: Path) -> Iterator[Naming]:
    if item.among is not None:
        yield Naming(item.among, (*path, "among"), "list")
    if item.bands is not None and item.bands.among is not None:
        yield Naming(item.bands.among, (*path, "bands", "among"), "list")
    for key, amounts in (("amounts", item.amounts), ("paid", item.paid)):
        for number, by_party in (amounts or {}).items():
            yield Naming(by_party, (*path, key, str(number)))
    if item.surcharge is not None and item.surcharge.parties is not None:
        yield Naming(item.surcharge.parties, (*path, "surcharge", "parties"), "list")
    if item.limits:
        yield from _in_limits(item.limits, (*path, "limits"))


def party_names(plan: Plan) -> Findings:
    """A name that is no party's id: one finding a name, with every place."""
    agreement = plan.agreement
    parties = agreement.parties
    # People may write a party's name where its id should stand.
    known_as = {party.name: key for key, party in parties.items()} | {key: key for key in parties}
    unknown: dict[str, list[tuple[Path, str]]] = {}
    for naming in _party_names(plan):
        if all(map(parties.__contains__, naming.names)):
            continue
        for party in naming.names:
            if party not in parties:
                unknown.setdefault(party, []).append((naming.place(party), naming.kind))
    for party, places in unknown.items():
        (path, kind), *others = places
        near = nearest(party, known_as)
        yield Diagnostic(
            "AV101",
            unknown_name("party", party, parties) | {"nearest": known_as.get(near, "")},
            path,
            at="key" if kind == "keys" else "value",
            related=tuple(path for path, _ in others),
        )


def few_parties(plan: Plan) -> Findings:
    """An agreement is between at least two."""
    agreement = plan.agreement
    if len(agreement.parties) < 2:  # noqa: PLR2004
        yield Diagnostic("AV102", {"count": len(agreement.parties)}, ("parties",))


AS_AGREED = "as_agreed"
"""In a settlement, the split that the amounts themselves have."""

_EQUAL = ("equal", "equally", "even", "jämnt", "lika")


def split_names(plan: Plan) -> Findings:
    """A split that is called by a name that nothing has."""
    agreement = plan.agreement
    if Named not in plan.kinds:
        return
    known = {DEFAULT, *agreement.shares}
    for period in agreement.periods:
        known |= (period.splits or {}).keys()
    for split, path in plan.splits:
        if not isinstance(split, Named):
            continue
        if path[0] == "reconciliation" and split.name == AS_AGREED:
            continue
        if split.name not in known or (split.name == DEFAULT and path[0] != "costs"):
            names = sorted(known - {DEFAULT})
            near = nearest(split.name, [*_EQUAL, *names])
            arguments = unknown_name("split", split.name, names, "split")
            arguments["nearest"] = "equal" if near in _EQUAL and near not in names else near
            yield Diagnostic("AV101", arguments, path)


def circular_splits(plan: Plan) -> Findings:
    """A split that in the end names itself, directly or inside a mix or steps."""
    if Named not in plan.kinds:
        return
    told: set[Path] = set()
    for term in plan.terms:
        written: dict[str, Written] = {
            name: Written(split, ("shares", name)) for name, split in plan.agreement.shares.items()
        }
        for name, stated in term.splits.items():
            key: Path = ("split",) if name == DEFAULT else ("splits", name)
            written[name] = Written(stated.split, ("periods", stated.place, *key))
        names = {
            name: [
                inner.split.name
                for inner in nested(*one)
                # No split can be called that where this one stands, which is said already.
                if isinstance(inner.split, Named) and inner.split.name != DEFAULT
            ]
            for name, one in written.items()
        }
        for name, one in written.items():
            ring = circle(names, name) if one.path not in told else ()
            if ring:
                # All in the ring have the same fault, which is said once.
                told |= {written[inner].path for inner in ring}
                yield Diagnostic("AV113", {"circle": " → ".join(ring)}, one.path)


def circle(names: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...]:
    """The shortest way from a name over those that each names, back to itself; () without one."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for name in names[here]:
            if name == start:
                way = [name, here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if name in names and name not in came_from:
                came_from[name] = here
                waiting.append(name)
    return ()


def volumes(plan: Plan) -> Findings:
    """A quantity that names volumes which are not there."""
    agreement = plan.agreement
    for name, item in plan.unusual.items():
        if isinstance(item.quantity, str) and item.quantity not in agreement.volumes:
            arguments = unknown_name("volume", item.quantity, agreement.volumes, "volume")
            yield Diagnostic("AV101", arguments, ("costs", name, "quantity"))


def source_names(plan: Plan) -> Findings:
    """A source that is nearly, but not quite, the id of one of the agreement's sources."""
    agreement = plan.agreement
    if not agreement.sources:
        return
    for source, path in _sources(plan):
        if source not in agreement.sources:
            near = nearest(source, agreement.sources)
            if near:
                yield Diagnostic(
                    "AV603", {"source": source, "nearest": near}, path, severity="warning"
                )


def _sources(plan: Plan) -> Iterator[tuple[str, Path]]:
    agreement = plan.agreement
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
    for told in plan.told:
        if told.figure.source:
            yield told.figure.source, (*told.path, "source")
    for key in (agreement.host, agreement.provider):
        if key is not None and not isinstance(key, str) and key.source:
            yield key.source, ("host" if key is agreement.host else "provider", "source")


def named_keys(plan: Plan) -> Iterator[tuple[str, Path]]:
    """Every place that names a key."""
    for split, path in plan.splits if By in plan.kinds else ():
        if isinstance(split, By):
            yield split.by, (*path, "by")
    for name, item in plan.unusual.items():
        if item.per is not None:
            yield item.per, ("costs", name, "per")
        for key, table in (("bands", item.bands), ("factor", item.factor)):
            if isinstance(table, Bands):
                yield table.by, ("costs", name, key, "by")


def key_names(plan: Plan) -> Findings:
    """A key or an index that is called by a name that nothing has."""
    agreement = plan.agreement
    told: set[str] = set()
    for key, path in named_keys(plan):
        if key not in agreement.keys and key not in told:
            told.add(key)
            yield Diagnostic("AV101", unknown_name("key", key, agreement.keys), path)
    for name, item in plan.unusual.items():
        series = item.index.series if item.index else ""
        if series and series not in agreement.indices:
            arguments = unknown_name("index", series, agreement.indices)
            yield Diagnostic("AV101", arguments, ("costs", name, "index", "series"))


def item_names(plan: Plan) -> Findings:
    """An overhead on items that are not there, or in the end on itself."""
    items = plan.agreement.costs
    overheads = {name: item.of or () for name, item in items.items()}
    for name, item in plan.unusual.items():
        for place, one in enumerate(item.of or ()):
            if one not in items:
                yield Diagnostic(
                    "AV101", unknown_name("item", one, items), ("costs", name, "of", place)
                )
        ring = circle(overheads, name)
        if ring:
            yield Diagnostic("AV113", {"circle": " → ".join(ring)}, ("costs", name, "of"))
