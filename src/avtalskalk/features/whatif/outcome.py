"""An agreement with what is asked for changed, validated and checked as a file is.

The years asked about say what a change is for: the figures of those years, the terms that hold in
them, the observations that they use.  With a day of its own it holds from that day on.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final, NamedTuple

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.validation import examine, plan_of_changed
from avtalskalk.diagnostics import AgreementError, Diagnostic, Path
from avtalskalk.features.whatif.change_request import ChangeRequest, Kind, Refused
from avtalskalk.features.whatif.changes import Baseline, Draft, SetValue
from avtalskalk.features.whatif.cost_changes import change_cost, change_price, fix_totals
from avtalskalk.features.whatif.data_changes import change_index, change_key, cut_key
from avtalskalk.features.whatif.extension import extend
from avtalskalk.features.whatif.term_changes import (
    ask_for_value,
    change_membership,
    change_share,
    change_split,
    cut,
    join,
)
from avtalskalk.model.data_paths import MisfitError, misfit
from avtalskalk.model.values import Fault


class ChangedData(NamedTuple):
    """The values set in order, the data with them, where each stands there, and what is wrong.

    ``since`` is the day that something was cut at for changes that are asked for without a day.
    """

    changes: tuple[SetValue, ...]
    data: Any
    places: tuple[tuple[Path, ChangeRequest], ...]
    diagnostics: tuple[Diagnostic, ...]
    since: date | None = None


def _set(draft: Draft, request: ChangeRequest) -> None:
    """Anything in the file, by its path."""
    if request.start is not None:
        raise Refused("AV766", path=request.target)
    draft.put(request.target, request.value)
    draft.unsure = True


_Rules = Mapping[Kind, Callable[[Draft, ChangeRequest], None]]

_RULES: Final[_Rules] = {
    "set": _set,
    "split": change_split,
    "share": change_share,
    "cost": change_cost,
    "price": change_price,
    "index": change_index,
    "key": change_key,
    "leave": change_membership,
}
"""The changes to what there is."""

_GROWTH: Final[_Rules] = {
    "extend": extend,
    "join": join,
}
"""The changes that come first, for others may be about what they bring."""

_QUESTIONS: Final[_Rules] = {"join": ask_for_value}
"""What can only be asked when all is changed."""


def _apply(rules: _Rules, draft: Draft, request: ChangeRequest) -> None:
    """Make a change, if it is one of these, once what was set has been validated: it reads that."""
    rule = rules.get(request.kind)
    if rule and (request.kind == "set" or draft.look_again()):
        rule(draft, request)


def change_data(baseline: Baseline, requests: Sequence[ChangeRequest]) -> ChangedData:
    """An agreement's data with what is asked for changed, or why that cannot be.

    Periods and observations are cut first, so that what is asked for meets the same terms in any
    order; then the totals that rest on a known part are written in, where terms change.
    """
    draft = Draft(baseline)
    requests = _in_order(draft, requests)
    paths_set = [tuple(r.target.split(".")) for r in requests if r.kind == "set"]

    def set_by_path(path: Path) -> bool:
        return any(path[: len(keys)] == keys[: len(path)] for keys in paths_set)

    def cut_time(request: ChangeRequest) -> None:
        if request.kind == "key":
            cut_key(draft, request)
        if request.kind in ("split", "share", "leave"):
            cut(draft, draft.start)

    def write_totals(request: ChangeRequest) -> None:
        if _changes_terms(request):
            fix_totals(draft, set_by_path)

    grow, change, ask = (partial(_apply, rules, draft) for rules in (_GROWTH, _RULES, _QUESTIONS))
    diagnostics: list[Diagnostic] = []
    for step in (grow, cut_time, write_totals, change, ask):
        draft.claims = [] if step is change else None
        for request in requests:
            draft.request = request
            try:
                step(request)
            except (Refused, MisfitError, Fault) as error:
                diagnostics.append(_refusal(request, error))
        if diagnostics:
            break
    made = tuple(draft.changes), draft.data, tuple(draft.places), tuple(diagnostics)
    return ChangedData(*made, draft.since)


def _in_order(draft: Draft, requests: Sequence[ChangeRequest]) -> list[ChangeRequest]:
    """Changes in the order that they are made in, whatever order they are written in.

    What holds from a later day comes after, so that it holds from its own day.  Of one scenario,
    or of the options, what is for all there is gives way to the particular, and who leaves does
    so from the split that is asked for.
    """
    files = list(dict.fromkeys(request.file for request in requests))
    # What is phased in holds from the first of its years.
    requests = [
        request._replace(start=draft.span_of(request.years[0]).first)
        if request.phase_in
        else request
        for request in requests
    ]

    def order(request: ChangeRequest) -> tuple[bool, date, int, bool]:
        last = request.general or request.kind == "leave"
        start = request.start or date.min
        return request.kind != "extend", start, files.index(request.file), last

    return sorted(requests, key=order)


def _refusal(request: ChangeRequest, error: Refused | MisfitError | Fault) -> Diagnostic:
    """What is wrong with a change, at the change."""
    if isinstance(error, Refused):
        return request.finding(error.code, error.arguments)
    if isinstance(error, MisfitError):
        finding = misfit(error, request.target)
        return request.finding(finding.code, finding.arguments)
    return request.finding(error.type, error.context or {})


def _changes_terms(request: ChangeRequest) -> bool:
    """Whether a known part may come to be another part of its total."""
    if request.kind != "set":
        return request.kind in ("split", "share", "key", "leave", "join")
    root, *below = request.target.split(".")
    return root in ("periods", "shares", "keys", "parties") or (
        root == "costs" and below[1:2] == ["split"]
    )


class Outcome(NamedTuple):
    """A changed agreement: its plan, where it is valid.

    ``made`` are the changes to its data.  ``diagnostics`` are what is wrong and what was not
    reported of the agreement before, each at the change that it comes from.
    """

    plan: Plan | None
    made: ChangedData
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
    """An agreement's data with changes, validated and checked as a file; see `change_data`."""
    outcome, findings = _examined(baseline, requests)
    if not findings:
        return outcome
    before = examine(baseline.data, baseline.plan.sources).diagnostics
    # Whoever leaves bears nothing on purpose.
    left = {"AV124"} if any(request.kind == "leave" for request in requests) else set()
    # An error of a year is the same with other amounts.
    known = {(d.code, d.path) for d in before if d.years}
    new = [
        d
        for d in findings
        if d not in before and d.code not in left and (d.code, d.path) not in known
    ]
    placed = [outcome.at_request(finding) for finding in new]
    strays = [finding for finding, moved in zip(new, placed, strict=True) if moved is finding]
    if strays:
        culprits = dict(_culprits(strays, baseline, requests))
        placed = [_moved(d, culprits[id(d)]) if id(d) in culprits else d for d in placed]
    return outcome._replace(diagnostics=tuple(placed))


def _examined(
    baseline: Baseline, requests: Sequence[ChangeRequest]
) -> tuple[Outcome, Sequence[Diagnostic]]:
    """The outcome, and what is wrong with the changed data where these could be made."""
    made = change_data(baseline, requests)
    if made.diagnostics:
        return Outcome(None, made, tuple(requests), made.diagnostics), ()
    examined = examine(made.data, baseline.plan.sources)
    plan = examined.plan and baseline.prepared(examined.plan)
    return Outcome(plan, made, tuple(requests)), examined.diagnostics


def _culprits(
    strays: Sequence[Diagnostic], baseline: Baseline, requests: Sequence[ChangeRequest]
) -> Iterator[tuple[int, ChangeRequest]]:
    """The change with which each finding shows first that stands where nothing is changed."""
    waiting = list(strays)
    for count, request in enumerate(requests, 1):
        _, findings = _examined(baseline, requests[:count])
        for stray in [d for d in waiting if count == len(requests) or d in findings]:
            waiting.remove(stray)
            yield id(stray), request


def changed_plan(baseline: Baseline, requests: Sequence[ChangeRequest]) -> Plan:
    """The plan of an agreement with changes; raises AgreementError at the change that is wrong.

    This is `try_out` for very many trials: the parts of the data that the changes touch are
    validated, the agreement is put together with them, and all checks see it, but no year is
    calculated that is not asked about.
    """
    made = change_data(baseline, requests)
    plan = None
    if not made.diagnostics:
        plan = plan_of_changed(baseline.plan, baseline.data, made.data)
    if plan is not None:
        return baseline.prepared(plan)
    outcome = try_out(baseline, requests)
    if outcome.plan is None:
        raise AgreementError(outcome.diagnostics)
    return outcome.plan
