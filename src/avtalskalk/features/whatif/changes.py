"""What is asked for as changes to an agreement's plain data: one value set after another.

The years asked about say what a change is for: the figures of those years, the terms that hold in
them, the observations that they use.  With ``start`` it holds from that day on.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, Protocol

from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.features.whatif.change_request import (
    Baseline,
    Change,
    ChangeRequest,
    Draft,
    Kind,
    Refused,
    applied,
    why,
)
from avtalskalk.features.whatif.costs import change_cost, change_price, fix_totals
from avtalskalk.features.whatif.data import change_index, change_key
from avtalskalk.features.whatif.terms import (
    change_membership,
    change_share,
    change_split,
    cut,
    leaving_day,
)
from avtalskalk.model.data_paths import MisfitError
from avtalskalk.model.values import Fault

__all__ = ["Change", "ChangeRequest", "Changes", "applied", "changes"]


class Changes(NamedTuple):
    """The changes in order, the data with them, where each stands there, and what is wrong."""

    changes: tuple[Change, ...]
    data: Any
    places: tuple[tuple[Path, ChangeRequest], ...]
    diagnostics: tuple[Diagnostic, ...]


class _Rule(Protocol):
    def __call__(self, draft: Draft, asked: ChangeRequest) -> None: ...


def _set(draft: Draft, asked: ChangeRequest) -> None:
    """Anything in the file, by its path."""
    if asked.start is not None:
        raise Refused("AV766", path=asked.target)
    draft.put(asked, asked.target, asked.value)
    draft.unsure = True


_RULES: Final[Mapping[Kind, _Rule]] = {
    "set": _set,
    "split": change_split,
    "share": change_share,
    "cost": change_cost,
    "price": change_price,
    "index": change_index,
    "key": change_key,
    "leave": change_membership,
}
_TERMS = ("split", "share", "key", "leave")
_TERMS_PATHS = ("periods", "shares", "keys", "parties")


def changes(asked: Sequence[ChangeRequest], baseline: Baseline) -> Changes:
    """What is asked for, as changes to an agreement's data.

    Periods are cut first, so that what is asked for meets the same terms in any order; then the
    totals that rest on a known part are written in, where terms change.
    """
    draft = Draft(baseline)
    # What holds from a later day comes after, so that it holds from its own day in any order.
    asked = sorted(asked, key=lambda one: one.start or date.min)
    found: list[Diagnostic] = []
    for rule in (_cut, _fix, _change):
        for one in asked:
            try:
                rule(draft, one, asked)
            except (Refused, MisfitError, Fault) as error:
                found.append(why(one, error))
        if found:
            break
    return Changes(tuple(draft.changes), draft.data, tuple(draft.places), tuple(found))


def _cut(draft: Draft, one: ChangeRequest, _: Sequence[ChangeRequest]) -> None:
    if one.kind == "leave":
        cut(draft, one, leaving_day(draft, one))
    elif one.kind in ("split", "share") and one.start is not None:
        cut(draft, one, one.start)


def _fix(draft: Draft, one: ChangeRequest, asked: Sequence[ChangeRequest]) -> None:
    """Write in the totals that rest on known parts, but where something is set there itself."""
    if not _changes_terms(one):
        return
    own = [tuple(each.target.split(".")) for each in asked if each.kind == "set"]

    def left(path: Path) -> bool:
        return any(path[: len(each)] == each[: len(path)] for each in own)

    fix_totals(draft, one, left)


def _changes_terms(one: ChangeRequest) -> bool:
    """Whether a known part may come to be another part of its total."""
    if one.kind != "set":
        return one.kind in _TERMS
    root, *below = one.target.split(".")
    return root in _TERMS_PATHS or (root == "costs" and below[1:2] == ["split"])


def _change(draft: Draft, one: ChangeRequest, _: Sequence[ChangeRequest]) -> None:
    # Nothing can be read out of data that is no agreement; the door says what is wrong with it.
    if one.kind == "set" or draft.look_again():
        _RULES[one.kind](draft, one)
