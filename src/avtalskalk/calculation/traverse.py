"""Walks over an agreement's file: its splits and its figures, each with its place."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avtalskalk.calculation.split_rules import Written
from avtalskalk.diagnostics import Path
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.costs import Annual, Figure
from avtalskalk.model.splits import Fixed, MeanOfLowest, Mix, Split, Steps, Tolerance
from avtalskalk.model.statement import Basis


def written_splits(agreement: Agreement) -> Iterator[Written]:
    """Every split in the file, those inside others too."""
    for place, period in enumerate(agreement.periods):
        path: Path = ("periods", place)
        if period.split is not None:
            yield from nested(period.split, (*path, "split"))
        for name, split in (period.splits or {}).items():
            yield from nested(split, (*path, "splits", name))
    for name, item in agreement.costs.items():
        if item.split is not None:
            yield from nested(item.split, ("costs", name, "split"))
    for name, split in agreement.shares.items():
        yield from nested(split, ("shares", name))
    settlement = agreement.reconciliation
    for key in ("surplus", "deficit"):
        deviation = getattr(settlement, key, None)
        if deviation is not None and deviation.split is not None:
            yield from nested(deviation.split, ("reconciliation", key, "split"))


def nested(split: Split, path: Path) -> Iterator[Written]:
    """A split and the splits inside it."""
    yield Written(split, path)
    if isinstance(split, Fixed):
        # The usual one, with none inside: whether it is another kind takes long to ask.
        return
    match split:
        case Mix():
            for place, part in enumerate(split.mix):
                yield from nested(part.split, (*path, "mix", place, "split"))
        case Steps():
            for place, stage in enumerate(split.steps):
                for key, inner in (("split", stage.split), ("rest", stage.rest)):
                    if inner is not None:
                        yield from nested(inner, (*path, "steps", place, key))
        case Tolerance():
            yield from nested(split.tolerance.actual, (*path, "tolerance", "actual"))
            for change in split.tolerance.agreed:
                end: Path = (change.key,) if change.key else ()
                yield from nested(change.value, (*path, "tolerance", "agreed", *end))
        case MeanOfLowest():
            inside = (*path, "mean_of_lowest")
            for place, one in enumerate(split.mean_of_lowest.of):
                yield from nested(one, (*inside, "of", place))
            yield from nested(split.mean_of_lowest.others, (*inside, "others"))
        case _:
            pass


class Told(NamedTuple):
    """An annual figure of an item, and where it is written."""

    item: str
    year: int
    figure: Figure
    path: Path


def told_figures(name: str, stated: Iterable[tuple[Basis, Annual]]) -> Iterator[Told]:
    """An item's annual figures that are more than an amount: a known part, or with their source."""
    for basis, annual in stated:
        for year, figure in annual.figures.items():
            if figure.party or figure.source:
                yield Told(name, year, figure, ("costs", name, basis, annual.keys[year]))
