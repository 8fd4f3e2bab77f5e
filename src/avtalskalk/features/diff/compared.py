"""Two versions of an agreement beside each other: the files, what differs, and the amounts."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from avtalskalk.calculation.calculate import years_with_figures
from avtalskalk.calculation.comparison import compare, volumes
from avtalskalk.features.computed import compute, plan_of
from avtalskalk.features.diff.differences import Differences, differences
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.comparison import Comparison
from avtalskalk.model.statement import Basis


class AgreementDiff(NamedTuple):
    """Two valid versions of one agreement, what differs, and what that does to the amounts.

    ``comparison`` is None where the amounts have not been compared.
    """

    old: Agreement
    new: Agreement
    differences: Differences
    comparison: Comparison | None

    @property
    def reordered(self) -> bool:
        """Whether all there is to it is the order of the parties, which settles ties."""
        return not self.differences and bool(self.comparison and self.comparison.differs)

    @property
    def differs(self) -> bool:
        """Whether anything does."""
        return bool(self.differences) or self.reordered


class Diffed(NamedTuple):
    """One agreement in two versions, of which one may be lacking, and what differs.

    ``endless`` says that the amounts are not compared because no years were asked for and the
    figures have no end.  ``comparison`` has an agreement that is only in one of them on that side.
    """

    name: str
    old: Loaded | None
    new: Loaded | None
    compared: AgreementDiff | None = None
    endless: bool = False
    comparison: Comparison | None = None

    @property
    def differs(self) -> bool:
        """Whether the two versions do, or one of them is lacking."""
        return self.compared is None or self.compared.differs


Pair = tuple[Loaded | None, Loaded | None]
"""An agreement's old and new version; one of them may be lacking."""


def paired(old: list[Loaded], new: list[Loaded], *, whole: bool = True) -> Iterator[Pair]:
    """The versions that belong together, in the new side's order and then those that are gone.

    The only one on each side belong together, where both sides are ``whole``.
    """
    if whole and len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    before, after = ({loaded.name: loaded for loaded in side} for side in (old, new))
    for name, loaded in after.items():
        yield before.get(name), loaded
    for name, loaded in before.items():
        if name not in after:
            yield loaded, None


def diffed(
    old: Loaded | None,
    new: Loaded | None,
    years: tuple[int, ...] | None,
    basis: Basis,
    *,
    today: date | None,
    assume_extended: bool,
) -> Diffed:
    """What differs between two versions, of which one may be lacking, and what it does in money."""
    question: dict[str, Any] = {"today": today, "assume_extended": assume_extended}
    if old is None or new is None:
        sides = [compute(side, years, basis, **question) if side else None for side in (old, new)]
        (alone,) = filter(None, sides)
        before, after = (side.statements if side else () for side in sides)
        comparison = compare(before, after) if alone.statements else None
        return Diffed(alone.name, old, new, None, alone.endless, comparison)
    plans = [plan_of(version, **question) for version in (old, new)]
    was, becomes = (plan.agreement for plan in plans)
    found = differences(was, becomes, new.data, plans[1].sources)
    compared = AgreementDiff(was, becomes, found, None)
    if years is None:
        with_figures = [years_with_figures(plan, basis) for plan in plans]
        if None in with_figures:
            return Diffed(new.name, old, new, compared, endless=True)
        years = tuple(sorted({year for known in with_figures for year in known or ()}))
    if years:
        before, after = (
            compute(version, years, basis, **question).statements for version in (old, new)
        )
        quantities = volumes(plans[0], years), volumes(plans[1], years)
        compared = compared._replace(comparison=compare(before, after, quantities))
    return Diffed(new.name, old, new, compared, comparison=compared.comparison)
