"""An agreement with what is asked for changed, through the same door as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.validation import examine, plan_of_changed
from avtalskalk.diagnostics import AgreementError, Diagnostic, Path
from avtalskalk.features.whatif.change_request import Baseline, ChangeRequest
from avtalskalk.features.whatif.changes import Changes, changes


class Outcome(NamedTuple):
    """A changed agreement: its plan, where it is valid.

    ``made`` are the changes to its data.  ``diagnostics`` are what is wrong and what was not said
    of the agreement before, each at the change that it comes from.
    """

    plan: Plan | None
    made: Changes
    requests: tuple[ChangeRequest, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def options(self) -> set[Path]:
        """The options that ask for something, as findings on them have it."""
        return {(request.option,) for request in self.requests if request.option}

    def at_request(self, finding: Diagnostic) -> Diagnostic:
        """A finding in the changed data at the change that it comes from, where that is plain."""
        path = finding.path
        for place, request in reversed(self.made.places):
            if path[: len(place)] == place:
                # A value in a file may have parts; an option is written on one line.
                parts = bool(request.file) and isinstance(request.value, (dict, list))
                return _moved(finding, request, path[len(place) :] if parts else ())
            if path and place[: len(path)] == path:
                return _moved(finding, request)
        return finding


def _moved(finding: Diagnostic, request: ChangeRequest, below: Path = ()) -> Diagnostic:
    """A finding at a change, or at a part of its value."""
    path = (*request.written_at, *below)
    return replace(finding, path=path, at="value", file=request.file, related=())


def try_out(baseline: Baseline, requests: Sequence[ChangeRequest]) -> Outcome:
    """An agreement's data with changes, validated and checked as a file; see `changes`."""
    outcome, findings = _examined(baseline, requests)
    if not findings:
        return outcome
    before = examine(baseline.data).diagnostics
    # Whoever leaves bears nothing on purpose.
    left = {"AV124"} if any(request.kind == "leave" for request in requests) else set()
    new = [one for one in findings if one not in before and one.code not in left]
    placed = [outcome.at_request(finding) for finding in new]
    strays = [one for one, moved in zip(new, placed, strict=True) if moved is one]
    if strays:
        culprits = dict(_culprits(strays, baseline, requests))
        placed = [_moved(one, culprits[id(one)]) if id(one) in culprits else one for one in placed]
    return outcome._replace(diagnostics=tuple(placed))


def _examined(
    baseline: Baseline, requests: Sequence[ChangeRequest]
) -> tuple[Outcome, Sequence[Diagnostic]]:
    """The outcome, and what is wrong with the changed data where these could be made."""
    made = changes(requests, baseline)
    if made.diagnostics:
        return Outcome(None, made, tuple(requests), made.diagnostics), ()
    examined = examine(made.data)
    plan = examined.plan and baseline.prepared(examined.plan)
    return Outcome(plan, made, tuple(requests)), examined.diagnostics


def _culprits(
    strays: Sequence[Diagnostic], baseline: Baseline, requests: Sequence[ChangeRequest]
) -> Iterator[tuple[int, ChangeRequest]]:
    """The change with which each finding shows first that stands where nothing is changed."""
    waiting = list(strays)
    for count, request in enumerate(requests, 1):
        _, findings = _examined(baseline, requests[:count])
        for stray in [one for one in waiting if count == len(requests) or one in findings]:
            waiting.remove(stray)
            yield id(stray), request


def changed_plan(baseline: Baseline, requests: Sequence[ChangeRequest]) -> Plan:
    """The plan of an agreement with changes; raises AgreementError at the change that is wrong.

    This is `try_out` for very many trials: the parts of the data that the changes touch are
    validated, the agreement is put together with them, and all checks see it, but no year is
    calculated that is not asked about.
    """
    made = changes(requests, baseline)
    plan = None
    if not made.diagnostics:
        plan = plan_of_changed(baseline.plan.agreement, baseline.data, made.data)
    if plan is not None:
        return baseline.prepared(plan)
    outcome = try_out(baseline, requests)
    if outcome.plan is None:
        raise AgreementError(outcome.diagnostics)
    return outcome.plan
