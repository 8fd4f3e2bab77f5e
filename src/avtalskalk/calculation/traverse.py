"""Walks over an agreement's file: its splits and its figures, each with its place."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from avtalskalk.calculation.split_rules import Written
from avtalskalk.diagnostics import Path
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.costs import Annual, AnnualFigure
from avtalskalk.model.splits import Split, children
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
    for below, inner in children(split):
        yield from nested(inner, (*path, *below))


class StatedFigure(NamedTuple):
    """An annual figure of an item, and where it is written."""

    item: str
    year: int
    figure: AnnualFigure
    path: Path


def stated_figures(name: str, stated: Mapping[Basis, Annual]) -> Iterator[StatedFigure]:
    """An item's annual figures that are more than an amount: a known part, or with their source."""
    for basis, annual in stated.items():
        for year, figure in annual.figures.items():
            if figure.party or figure.source:
                yield StatedFigure(name, year, figure, ("costs", name, basis, annual.keys[year]))
