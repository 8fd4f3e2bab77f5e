"""An agreement with what is asked for changed, through the same door as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.validation import examine
from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.changes import Changes, changes
from avtalskalk.model.statement import Basis


class Outcome(NamedTuple):
    """A changed agreement: its plan, where it is sound.

    ``made`` are the changes to its data.  ``diagnostics`` are what is wrong and what was not said
    of the agreement before, each at the change that it comes from.
    """

    plan: Plan | None
    made: Changes
    asked: tuple[ChangeRequest, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def options(self) -> set[Path]:
        """The options that ask for something, as findings on them have it."""
        return {(one.option,) for one in self.asked if one.option}

    def at_home(self, one: Diagnostic) -> Diagnostic:
        """A finding in the changed data at the change that it comes from, where one is plain."""
        for place, asked in reversed(self.made.places):
            if one.path[: len(place)] == place:
                # A value in a file may have parts; an option is said on one line.
                parts = bool(asked.file) and isinstance(asked.value, (dict, list))
                below = one.path[len(place) :] if parts else ()
                return _at(one, asked, below)
            if one.path and place[: len(one.path)] == one.path:
                return _at(one, asked)
        return one


def _at(one: Diagnostic, asked: ChangeRequest, below: Path = ()) -> Diagnostic:
    return replace(one, path=(*asked.written_at, *below), at="value", file=asked.file, related=())


def try_out(
    data: Any,  # noqa: ANN401 - plain data
    plan: Plan,
    asked: Sequence[ChangeRequest],
    years: Sequence[int],
    basis: Basis,
) -> Outcome:
    """A sound agreement's data with changes, validated and checked; see `changes`."""
    outcome, found = _tried(data, plan, asked, years, basis)
    if not found:
        return outcome
    before = examine(data).diagnostics
    # Whoever leaves bears nothing on purpose.
    left = {"AV124"} if any(one.kind == "leave" for one in asked) else set()
    new = [one for one in found if one not in before and one.code not in left]
    told = [outcome.at_home(one) for one in new]
    strays = [one for one, home in zip(new, told, strict=True) if one is home]
    if strays:
        blamed = dict(_blamed(strays, data, plan, asked, years, basis))
        told = [_at(one, blamed[id(one)]) if id(one) in blamed else one for one in told]
    return outcome._replace(diagnostics=tuple(told))


def _tried(
    data: Any,  # noqa: ANN401 - plain data
    plan: Plan,
    asked: Sequence[ChangeRequest],
    years: Sequence[int],
    basis: Basis,
) -> tuple[Outcome, Sequence[Diagnostic]]:
    """The outcome, and what the door says of the changed data where that could be made."""
    made = changes(asked, data, plan, years, basis)
    if made.diagnostics:
        return Outcome(None, made, tuple(asked), made.diagnostics), ()
    examined = examine(made.data)
    return Outcome(examined.plan, made, tuple(asked)), examined.diagnostics


def _blamed(
    strays: Sequence[Diagnostic],
    data: Any,  # noqa: ANN401 - plain data
    plan: Plan,
    asked: Sequence[ChangeRequest],
    years: Sequence[int],
    basis: Basis,
) -> Iterator[tuple[int, ChangeRequest]]:
    """The change with which each finding shows first that stands where nothing is changed."""
    waiting = list(strays)
    for count, one in enumerate(asked, 1):
        _, found = _tried(data, plan, asked[:count], years, basis)
        for stray in [stray for stray in waiting if count == len(asked) or stray in found]:
            waiting.remove(stray)
            yield id(stray), one
