"""What differs between two versions of an agreement: in meaning, not in how it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from avtalskalk.calculation.timeline import DEFAULT, terms
from avtalskalk.checks.readings import examine_changes
from avtalskalk.checks.validation import NO_SOURCES, Sources
from avtalskalk.diagnostics import Path
from avtalskalk.features.diff.normal_form import Branch, Tree, matched, of_split, same, tree
from avtalskalk.model.agreement import Agreement, Condition, Decision, Option, Renewal
from avtalskalk.model.costs import AnnualFigure
from avtalskalk.model.limits import Limit
from avtalskalk.model.splits import KINDS, Fixed, Named, Split
from avtalskalk.periods import Span


class Difference(NamedTuple):
    """One thing that is not the same; None where it is not there at all.

    ``keys`` lead to it, a period by its first day and a value by what its key means; ``path``
    leads to it in the new file, or to where it would stand.  What is told as one, such as a
    split, has what differs inside it as ``details``.
    """

    keys: tuple[str, ...]
    path: Path
    before: Tree | None
    after: Tree | None
    details: tuple["Difference", ...] = ()


class SplitChange(NamedTuple):
    """Days in both versions under one split in the old and another in the new.

    ``name`` is the split's; ``end`` is None where the two are not alike again afterwards.
    """

    name: str
    span: Span
    end: date | None
    path: Path
    before: Split | None
    after: Split | None


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that differs; empty where the two versions mean the same."""

    splits: tuple[SplitChange, ...] = ()
    others: tuple[Difference, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return bool(self.splits or self.others)


# What is told as one: a part of it says little without the rest.
_WHOLE = (AnnualFigure, Condition, Decision, Option, Renewal, Limit, Fixed, Named, *KINDS.values())


def differences(
    old: Agreement, new: Agreement, data: object, sources: Sources = NO_SOURCES
) -> Differences:
    """What differs between two valid versions; ``data`` is the new one's plain data.

    ``sources`` are the plans of the agreements that its amounts come from.
    """
    old_keys, new_keys = matched(old, new)
    splits = tuple(_split_changes(old, new))
    # The splits of periods that a change over time names, by their keys.
    covered = {
        ("periods", key, *(("split",) if change.name == DEFAULT else ("splits", change.name)))
        for change in splits
        for key, period in zip(new_keys, new.periods, strict=True)
        if Span.between(period.start, period.to).overlap(change.span)
    }
    others = [
        difference
        for difference in _between(tree(old, old_keys), tree(new, new_keys), (), ())
        if not {difference.keys[:3], difference.keys[:4]} & covered
    ]
    return Differences(splits, (*others, *_readings(old, new, data, sources)))


def _between(
    old: Tree | None, new: Tree | None, keys: tuple[str, ...], path: Path
) -> Iterator[Difference]:
    """The differences of two trees, each as high up as it can be told as one."""
    if same(old, new):
        return
    if _is_section(old or new, keys):
        old, new = old or _NOTHING, new or _NOTHING
    if isinstance(old, Branch) and isinstance(new, Branch):
        below = _below(old, new, keys, path)
        if _is_whole(old) or _is_whole(new):
            yield Difference(keys, path, old, new, tuple(_inside(old, new, keys, path)))
        else:
            for pair in below:
                yield from _between(*pair)
    else:
        yield Difference(keys, path, old, new)


_NOTHING = Branch({})

_Pair = tuple[Tree | None, Tree | None, tuple[str, ...], Path]


def _below(old: Branch, new: Branch, keys: tuple[str, ...], path: Path) -> Iterator[_Pair]:
    """The pairs of trees below two branches, in the new one's order, then those that are gone."""
    for key, (written, after) in new.children.items():
        before = old.children.get(key)
        yield before and before.tree, after, (*keys, key), (*path, written)
    for key, gone in old.children.items():
        if key not in new.children:
            yield gone.tree, None, (*keys, key), path


def _inside(
    old: Tree | None, new: Tree | None, keys: tuple[str, ...], path: Path
) -> Iterator[Difference]:
    """The single values that differ, however they are told."""
    if isinstance(old, Branch) and isinstance(new, Branch):
        for pair in _below(old, new, keys, path):
            yield from _inside(*pair)
    elif not same(old, new):
        yield Difference(keys, path, old, new)


def _is_whole(branch: Branch) -> bool:
    model = branch.model
    several = type(model) is tuple and bool(model) and isinstance(model[0], Decision)
    return several or isinstance(model, _WHOLE)


def _is_section(tree: Tree | None, keys: tuple[str, ...]) -> bool:
    """Whether a branch only holds things by name, each of which is told, the first one too."""
    named = len(keys) == 1 or keys[-1:] in {("splits",), ("decisions",)}
    return named and isinstance(tree, Branch) and tree.model is None


# --- Splits over time ----------------------------------------------------------------------


def _split_changes(old: Agreement, new: Agreement) -> Iterator[SplitChange]:
    """The days that both versions cover, where a split is not the same."""
    # The days that both cover, in the order of time, cut where either changes.
    old_terms = terms(old)
    covered = [
        (span, before, after)
        for after in terms(new)
        for before in old_terms
        if (span := before.span.overlap(after.span))
    ]
    names = dict.fromkeys(name for _, *both in covered for term in both for name in term.splits)
    for name in names:
        changes: list[SplitChange] = []
        alike_until = 0
        for span, before, after in covered:
            was, becomes = before.splits.get(name), after.splits.get(name)
            path: Path = ("periods", becomes.place if becomes else after.place)
            if becomes:
                path = (*path, "split") if name == DEFAULT else (*path, "splits", name)
            splits = was.split if was else None, becomes.split if becomes else None
            change, last = SplitChange(name, span, None, path, *splits), changes[-1:]
            if _same_splits(old, change.before, new, change.after):
                alike_until = span.stop
            elif last and _goes_on(old, new, last[0], change):
                changes[-1] = last[0]._replace(span=Span(last[0].span.start, span.stop))
            else:
                changes.append(change)
        for change in changes:
            end = change.span.last if change.span.stop < alike_until else None
            yield change._replace(end=end)


def _same_splits(old: Agreement, a: Split | None, new: Agreement, b: Split | None) -> bool:
    return same(of_split(old, a), of_split(new, b))


def _goes_on(old: Agreement, new: Agreement, last: SplitChange, change: SplitChange) -> bool:
    """Whether a change is the one before it, further on in time."""
    return (
        last.span.stop == change.span.start
        and _same_splits(old, last.before, old, change.before)
        and _same_splits(new, last.after, new, change.after)
    )


# --- Readings ------------------------------------------------------------------------------


def _readings(
    old: Agreement,
    new: Agreement,
    data: Any,  # noqa: ANN401 - plain data
    sources: Sources,
) -> Iterator[Difference]:
    """What readings of the same name make otherwise of the new version."""
    for name, reading in new.readings.items():
        before = old.readings.get(name)
        if before is None or before.set == reading.set:
            continue
        path = ("readings", name, "set")
        was, becomes = (
            examine_changes(data, version.set, (), sources).examined.agreement
            for version in (before, reading)
        )
        if was is None or becomes is None:
            # What the old reading sets cannot be set in the new version.
            yield Difference(path, path, None, None)
            continue
        trees = tree(was, matched(was, becomes)[0]), tree(becomes, matched(was, becomes)[1])
        for difference in _between(*trees, path, path):
            yield difference._replace(path=path)
