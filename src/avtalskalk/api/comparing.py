"""Two versions of an agreement: what differs, and what it means for each party."""

import os
from collections.abc import Iterable, Iterator
from datetime import date

from avtalskalk.api.calculating import Source, compute, load, plan_of
from avtalskalk.calculation.calculate import years_with_figures
from avtalskalk.features.diff.compared import Compared, Diffed
from avtalskalk.files.workspace import Loaded
from avtalskalk.files.workspace import load as read
from avtalskalk.model.statement import Basis

__all__ = ["Diffed", "diff", "stream_at"]


def diff(
    old: Source | Iterable[Loaded],
    new: Source | Iterable[Loaded],
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> list[Diffed]:
    """What differs between two versions of an agreement, in meaning and in what is paid.

    Each side is a file, a folder, or what has been read.  A single agreement on each side is
    compared whatever it is called, otherwise those of the same id.  Without ``years`` the
    amounts are compared for every year that either version has figures for.  Raises
    AgreementError for a path that is no valid agreement.
    """
    sides = [load(one) if isinstance(one, str | os.PathLike) else list(one) for one in (old, new)]
    asked = None if years is None else tuple(years)
    return [
        _diffed(before, after, asked, basis, today=today, assume_extended=assume_extended)
        for before, after in _paired(*sides)
    ]


def stream_at(revision: str, path: Source) -> list[Loaded]:
    """Agreements as they stood at a git revision, sound or not, each with its findings.

    They are called as git calls them, ``HEAD~1:agreements/lyktan.yaml``.  Raises AgreementError
    where git, the revision, or the path in it is not there.
    """
    from avtalskalk.features.diff.revisions import at_revision, called

    with at_revision(revision, os.fspath(path)) as found:
        return [called(one, revision) for one in read([found.path], cwd=found.folder)]


def _paired(old: list[Loaded], new: list[Loaded]) -> Iterator[tuple[Loaded | None, Loaded | None]]:
    """The versions that belong together, in the new side's order and then those that are gone."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    before, after = ({_id_of(one): one for one in side} for side in (old, new))
    for name, one in after.items():
        yield before.get(name), one
    for name, one in before.items():
        if name not in after:
            yield one, None


def _id_of(loaded: Loaded) -> str:
    return loaded.agreement.id if loaded.agreement else loaded.file


def _diffed(
    old: Loaded | None,
    new: Loaded | None,
    years: tuple[int, ...] | None,
    basis: Basis,
    *,
    today: date | None,
    assume_extended: bool,
) -> Diffed:
    from avtalskalk.calculation.comparison import compare, volumes
    from avtalskalk.features.diff.differences import differences

    if old is None or new is None:
        only = old or new
        return Diffed(_id_of(only) if only else "", old, new)
    plans = [plan_of(one, today=today, assume_extended=assume_extended) for one in (old, new)]
    found = differences(plans[0].agreement, plans[1].agreement, new.data)
    if years is None:
        known = [years_with_figures(plan, basis) for plan in plans]
        endless = any(one is None for one in known)
        years = tuple(sorted({year for one in known for year in one or ()}))
        if endless:
            compared = Compared(plans[0].agreement, plans[1].agreement, found, None)
            return Diffed(_id_of(new), old, new, compared, endless=True)
    before, after = (
        compute(one, years, basis, today=today, assume_extended=assume_extended).statements
        for one in (old, new)
    )
    known_volumes = volumes(plans[0], years), volumes(plans[1], years)
    comparison = compare(before, after, known_volumes) if years else None
    compared = Compared(plans[0].agreement, plans[1].agreement, found, comparison)
    return Diffed(_id_of(new), old, new, compared)
