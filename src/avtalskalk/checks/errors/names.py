"""Names that nothing has: parties, splits, keys, indices, items, volumes and sources."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settlement import AS_AGREED
from avtalskalk.calculation.split_rules import Written
from avtalskalk.calculation.timeline import DEFAULT
from avtalskalk.calculation.traverse import nested
from avtalskalk.checks.errors.accounting import booked_parties
from avtalskalk.diagnostics import Diagnostic, Findings, Path, nearest, unknown_name
from avtalskalk.model.splits import By, Named, NamedParty, parties
from avtalskalk.model.tables import Bands
from avtalskalk.periods import year_label

"""In a settlement, the split that the amounts themselves have."""

_WORDS_FOR_EQUAL = ("equal", "equally", "even", "jämnt", "lika")


def few_parties(plan: Plan) -> Findings:
    """An agreement is between at least two."""
    count = len(plan.parties)
    if count < 2:  # noqa: PLR2004
        yield Diagnostic("AV102", {"count": count}, ("parties",))


# --- parties -------------------------------------------------------------------------------


def party_names(plan: Plan) -> Findings:
    """A name that is no party's id: one finding a name, with every place."""
    by_id = plan.agreement.parties
    unknown: dict[str, list[NamedParty]] = {}
    for named in _party_names(plan):
        if named.party not in by_id:
            unknown.setdefault(named.party, []).append(named)
    # People may write a party's name where its id should stand.
    ids = {party.name: key for key, party in by_id.items()} | {key: key for key in by_id}
    for party, (first, *further) in unknown.items():
        arguments = unknown_name("party", party, by_id)
        arguments["nearest"] = ids.get(nearest(party, ids), "")
        yield Diagnostic(
            "AV101",
            arguments,
            first.path,
            at=first.at,
            related=tuple(named.path for named in further),
        )


def _party_names(plan: Plan) -> Iterator[NamedParty]:
    """Every place that names parties, but for a key's values (AV517)."""
    agreement = plan.agreement
    for split, path in plan.splits:
        for party, below, at, *_ in parties(split):
            yield NamedParty(party, (*path, *below), at)
    for place, period in enumerate(agreement.periods):
        path = ("periods", place)
        yield from _keys(period.decisions, (*path, "decisions"))
        if period.condition:
            yield from _listed(period.condition.of, (*path, "condition", "of"))
    for stated in plan.figures:
        if stated.figure.party:
            yield NamedParty(
                stated.figure.party, (*stated.path, "known_part", stated.figure.party), "key"
            )
    for name, item in agreement.costs.items():
        path = ("costs", name)
        yield from _value(item.paid_by, (*path, "paid_by"))
        yield from _listed(item.among, (*path, "among"))
        yield from (NamedParty(p, (*path, "price", p), "key") for p in item.prices if p)
        if item.by_size is not None:
            key = "bands" if item.bands else "scale"
            yield from _listed(item.by_size.among, (*path, key, "among"))
        yield from _by_year(plan, item.amounts, (*path, "amounts"))
        yield from _by_year(plan, item.paid, (*path, "paid"))
        if item.surcharge is not None:
            yield from _listed(item.surcharge.parties, (*path, "surcharge", "parties"))
    yield from (
        NamedParty(party, (*path, *below), "value")
        for path, limit in agreement.limits
        for party, below in limit.parties
    )
    yield from _keys(agreement.frames, ("frames",))
    yield from _by_year(plan, agreement.paid, ("paid",))
    yield from _by_year(plan, agreement.billed, ("billed",))
    yield from booked_parties(agreement)
    if isinstance(agreement.host, str):
        yield from _value(agreement.host, ("host",))
    if not isinstance(agreement.rounding.method, str):
        yield from _value(agreement.rounding.method.rest_to, ("rounding", "method", "rest_to"))


def _value(party: str | None, path: Path) -> Iterator[NamedParty]:
    if party is not None:
        yield NamedParty(party, path, "value")


def _listed(names: Iterable[str] | None, path: Path) -> Iterator[NamedParty]:
    return (NamedParty(party, (*path, place), "value") for place, party in enumerate(names or ()))


def _keys(names: Iterable[str], path: Path) -> Iterator[NamedParty]:
    return (NamedParty(party, (*path, party), "key") for party in names)


def _by_year(
    plan: Plan, amounts: Mapping[int, Iterable[str]] | None, path: Path
) -> Iterator[NamedParty]:
    for year, by_party in (amounts or {}).items():
        yield from _keys(by_party, (*path, year_label(year, plan.first_month)))


# --- splits --------------------------------------------------------------------------------


def split_names(plan: Plan) -> Findings:
    """A split that is called by a name that nothing has."""
    agreement = plan.agreement
    known = {*agreement.shares}
    for period in agreement.periods:
        known |= (period.splits or {}).keys() - {DEFAULT}
    for split, path in plan.splits:
        if not isinstance(split, Named) or split.name in known:
            continue
        as_agreed = split.name == AS_AGREED and path[0] == "reconciliation"
        # Only an item can say in so many words that it has the period's own split.
        if not as_agreed and not (split.name == DEFAULT and path[0] == "costs"):
            names = sorted(known)
            near = nearest(split.name, [*_WORDS_FOR_EQUAL, *names])
            arguments = unknown_name("split", split.name, names, "split")
            arguments["nearest"] = "equal" if near not in names and near else near
            yield Diagnostic("AV101", arguments, path)


def circular_splits(plan: Plan) -> Findings:
    """A split that in the end names itself, directly or inside a mix or steps."""
    reported: set[Path] = set()
    for term in plan.terms:
        splits = {
            name: Written(split, ("shares", name)) for name, split in plan.agreement.shares.items()
        }
        for name, stated in term.splits.items():
            key: Path = ("split",) if name == DEFAULT else ("splits", name)
            splits[name] = Written(stated.split, ("periods", stated.place, *key))
        names = {
            name: [
                inner.split.name
                for inner in nested(*split)
                # No split can be called that where this one stands, which is reported already.
                if isinstance(inner.split, Named) and inner.split.name != DEFAULT
            ]
            for name, split in splits.items()
        }
        for name, split in splits.items():
            ring = circle(names, name) if split.path not in reported else ()
            if ring:
                # All in the ring have the same fault, which is reported once.
                reported |= {splits[inner].path for inner in ring}
                yield Diagnostic("AV113", {"circle": " → ".join(ring)}, split.path)


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


# --- keys, indices, items, volumes, sources ------------------------------------------------


def named_keys(plan: Plan) -> Iterator[tuple[str, Path]]:
    """Every place that names a key."""
    for split, path in plan.splits:
        if isinstance(split, By):
            yield split.by, (*path, "by")
    for name, item in plan.agreement.costs.items():
        if item.per is not None:
            yield item.per, ("costs", name, "per")
        for key, table in (("bands", item.bands), ("scale", item.scale), ("factor", item.factor)):
            if isinstance(table, Bands):
                yield table.by, ("costs", name, key, "by")


def key_names(plan: Plan) -> Findings:
    """A key or an index that is called by a name that nothing has."""
    agreement = plan.agreement
    reported = {*agreement.keys}
    for key, path in named_keys(plan):
        if key not in reported:
            reported.add(key)
            yield Diagnostic("AV101", unknown_name("key", key, agreement.keys), path)
    for name, item in agreement.costs.items():
        series = item.index.series if item.index else ""
        if series and series not in agreement.indices:
            arguments = unknown_name("index", series, agreement.indices)
            yield Diagnostic("AV101", arguments, ("costs", name, "index", "series"))
    for path, change in agreement.indexed_limits:
        if change.series not in agreement.indices:
            arguments = unknown_name("index", change.series, agreement.indices)
            yield Diagnostic("AV101", arguments, (*path, "series"))


def item_names(plan: Plan) -> Findings:
    """An overhead on items that are not there, or in the end on itself."""
    items = plan.agreement.costs
    overheads = {name: item.of or () for name, item in items.items()}
    for name, of in overheads.items():
        path: Path = ("costs", name, "of")
        for place, item in enumerate(of):
            if item not in items:
                yield Diagnostic("AV101", unknown_name("item", item, items), (*path, place))
        ring = circle(overheads, name)
        if ring:
            yield Diagnostic("AV113", {"circle": " → ".join(ring)}, path)


def other_agreements(plan: Plan) -> Findings:
    """An amount from another agreement, or one for a party, that is not there."""
    for name, item in plan.agreement.costs.items():
        if item.from_agreement is None:
            continue
        path: Path = ("costs", name, "from_agreement")
        source = plan.sources.get(item.from_agreement.id)
        if source is None:
            arguments = unknown_name("agreement", item.from_agreement.id, plan.sources)
            yield Diagnostic("AV101", arguments, (*path, "id"))
        elif item.from_agreement.party not in source.parties:
            arguments = unknown_name("party", item.from_agreement.party, source.parties)
            yield Diagnostic("AV101", arguments, (*path, "party"))


def volumes(plan: Plan) -> Findings:
    """A quantity that names volumes which are not there."""
    known = plan.agreement.volumes
    for name, item in plan.agreement.costs.items():
        if isinstance(item.quantity, str) and item.quantity not in known:
            arguments = unknown_name("volume", item.quantity, known, "volume")
            yield Diagnostic("AV101", arguments, ("costs", name, "quantity"))


def source_names(plan: Plan) -> Findings:
    """A source that is nearly, but not quite, the id of one of the agreement's sources."""
    known = plan.agreement.sources
    for source, path in _sources(plan) if known else ():
        near = nearest(source, known) if source and source not in known else ""
        if near:
            yield Diagnostic("AV603", {"source": source, "nearest": near}, path, severity="warning")


def _sources(plan: Plan) -> Iterator[tuple[str, Path]]:
    """Every place that can name a source; the name is empty where none is named."""
    agreement, settled = plan.agreement, plan.agreement.reconciliation
    records: dict[Path, object] = {
        ("host",): agreement.host,
        ("provider",): agreement.provider,
        ("rounding",): agreement.rounding,
        ("invoicing",): agreement.invoicing,
        ("reconciliation",): settled,
        ("reconciliation", "interest"): settled and settled.interest,
    }
    records |= {("parties", party): known for party, known in agreement.parties.items()}
    for place, period in enumerate(agreement.periods):
        path: Path = ("periods", place)
        records |= {path: period, (*path, "option"): period.option}
        for party, decisions in period.decisions.items():
            for number, decision in enumerate(decisions):
                inside = (number,) if len(decisions) > 1 else ()
                records[*path, "decisions", party, *inside] = decision
        records |= {(*path, "limits", n): limit for n, limit in enumerate(period.limits or ())}
    for name, item in agreement.costs.items():
        path = ("costs", name)
        records |= {path: item, (*path, "surcharge"): item.surcharge, (*path, "index"): item.index}
        records |= {(*path, "limits", n): limit for n, limit in enumerate(item.limits)}
    for path, record in records.items():
        yield getattr(record, "source", ""), (*path, "source")
    for stated in plan.figures:
        yield stated.figure.source, (*stated.path, "source")


CHECKS = (
    few_parties,
    party_names,
    split_names,
    circular_splits,
    key_names,
    item_names,
    other_agreements,
    volumes,
    source_names,
)
