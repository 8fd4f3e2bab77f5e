"""An agreement with something changed, beside how it stands; and its text with the change in it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from avtalskalk.calculation.calculate import calculate as calculate_year
from avtalskalk.calculation.calculate import years_with_figures
from avtalskalk.calculation.comparison import compare, volumes
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.settled_years import settle_year
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.computed import compute, elsewhere, note_reading, plan_of
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.changes import Baseline, SetValue, applied
from avtalskalk.features.whatif.outcome import Outcome, try_out
from avtalskalk.features.whatif.scenarios import ScenarioFile
from avtalskalk.files.workspace import Loaded, load_text
from avtalskalk.files.yaml_edit import with_data
from avtalskalk.model.comparison import Comparison
from avtalskalk.model.data_paths import MisfitError
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.report.comparison import ComparedScenario


class WhatIf(NamedTuple):
    """An agreement with something changed, beside how it stands.

    ``comparison`` is None where the change cannot be worked out, and ``diagnostics`` say why, or
    where there are no figures for any year.
    ``endless`` says that no years were asked for and that the figures have no end.  ``outcome``
    is the agreement as it becomes, ``loaded`` as it stands.  ``baseline`` is the what-if that it
    is compared with instead of that.
    """

    loaded: Loaded
    name: str = ""
    title: str = ""
    comparison: Comparison | None = None
    outcome: Outcome | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    endless: bool = False
    baseline: "WhatIf | None" = None

    @property
    def changes(self) -> tuple[SetValue, ...]:
        """What is set in the agreement's data, in order."""
        return self.outcome.made.changes if self.outcome else ()

    @property
    def since(self) -> str:
        """The day that changes hold from without saying it, where the agreement began earlier."""
        day = self.outcome.made.since if self.outcome else None
        return day.isoformat() if day else ""

    @property
    def years(self) -> list[int]:
        """The years compared, by the calendar years that they start in."""
        return list(map(_number, self.comparison.after)) if self.comparison else []

    @property
    def compared(self) -> ComparedScenario | None:
        """It as tables and rows have it, where it can be worked out."""
        if self.comparison is None:
            return None
        return ComparedScenario(self.name, self.title, self.comparison, self.since)


def baseline_of(
    loaded: Loaded, years: Iterable[int], basis: Basis, today: date | None, *, assume_extended: bool
) -> Baseline:
    """An agreement as it stands, with the years that changes to it are for."""
    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    return Baseline(loaded.data, plan, tuple(years), basis, today, assume_extended)


def whatif(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded,
    changes: Iterable[ChangeRequest] = (),
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    scenario: ScenarioFile | None = None,
    against: WhatIf | None = None,
    today: date | None = None,
    assume_extended: bool = False,
) -> WhatIf:
    """A valid agreement with a scenario's changes, and then others, beside how it stands.

    ``years`` are those compared, and what changes without a day of its own are for; without them
    every year that the agreement has figures for, before or after.  With ``against`` it is
    compared with that what-if instead.
    """
    if against and against.comparison is None:
        return against
    baseline = baseline_of(loaded, years or (), basis, today, assume_extended=assume_extended)
    requests = (*(scenario.requests if scenario else ()), *changes)
    options = (request.option for request in requests)
    title = ", ".join(filter(None, (scenario.full_title if scenario else "", *options)))
    result = WhatIf(loaded, scenario.name if scenario else "", title)
    numbers = sorted(set(baseline.years))
    if years is None:
        with_figures = years_with_figures(baseline.plan, basis)
        if with_figures is None:
            return result._replace(endless=True)
        numbers = with_figures
    if scenario and any(d.severity == "error" for d in scenario.diagnostics):
        return result._replace(diagnostics=scenario.diagnostics)
    if not numbers and any(request.kind != "set" for request in requests):
        # Only what is set can bring figures where there are none; all else is for some year.
        return result
    outcome = try_out(baseline._replace(years=tuple(numbers)), requests)
    changed, after = outcome.plan, []
    # Errors of the years asked for show when these are calculated.
    placed = [
        elsewhere(_placed(finding, outcome, loaded, scenario))
        for finding in outcome.diagnostics
        if not set(numbers).intersection(finding.years)
    ]
    if changed is not None:
        if years is None:
            more = years_with_figures(changed, basis) or ()
            numbers = sorted({*numbers, *more, *(against.years if against else ())})
        after = [calculate_year(changed, year, basis) for year in numbers]
        for statement in after:
            for finding in statement.diagnostics:
                moved = _placed(finding, outcome, loaded, scenario)
                if moved not in placed:
                    placed.append(moved)
    result = result._replace(outcome=outcome, diagnostics=tuple(placed))
    if changed is None or not after or any(d.severity == "error" for d in placed):
        return result
    plan, before = _compared_with(loaded, baseline, against, numbers)
    inputs = (*loaded.inputs, *(scenario.inputs if scenario else ()))
    diagnostics = (*map(elsewhere, loaded.diagnostics), *placed)
    after = [statement._replace(inputs=inputs, diagnostics=diagnostics) for statement in after]
    if loaded.reading:
        after = [note_reading(statement, loaded) for statement in after]
    quantities = (volumes(plan, numbers), volumes(changed, numbers))
    return result._replace(comparison=compare(before, after, quantities), baseline=against)


def _compared_with(
    loaded: Loaded, baseline: Baseline, against: WhatIf | None, years: Sequence[int]
) -> tuple[Plan, Sequence[Statement]]:
    """The plan that a change is compared with, and its years."""
    basis, today, extended = baseline.basis, baseline.today, baseline.assume_extended
    if against and against.outcome and against.outcome.plan and against.comparison:
        plan, inputs = against.outcome.plan, against.comparison.after[0].inputs
        return plan, [calculate_year(plan, year, basis)._replace(inputs=inputs) for year in years]
    stands = compute(loaded, tuple(years), basis, today=today, assume_extended=extended)
    return baseline.plan, stands.statements


def _number(statement: Statement) -> int:
    """The calendar year that a statement's year starts in."""
    return int(statement.year[:4])


def settled(what: WhatIf, *, today: date | None = None, assume_extended: bool = False) -> WhatIf:
    """A what-if of an outcome's years, with what is left to pay when these are settled.

    What has been paid on account is the same before and after the change.
    """
    comparison, outcome = what.comparison, what.outcome
    if comparison is None or outcome is None or outcome.plan is None:
        return what
    changed = outcome.plan
    plan = plan_of(what.loaded, today=today, assume_extended=assume_extended)
    compared = what.baseline.outcome if what.baseline else None
    before: list[Statement] = []
    after: list[Statement] = []
    wrong: list[Diagnostic] = []
    for was, becomes in zip(comparison.before, comparison.after, strict=True):
        number = _number(was)
        now = settle_year(plan, number, was.basis)
        then = settle_year(changed, number, was.basis, now.paid(changed))
        if compared and compared.plan:
            now = settle_year(compared.plan, number, was.basis, now.paid(compared.plan))
        before.append(now.left_to_pay(was))
        after.append(then.left_to_pay(becomes))
        errors = (d for d in then.budget.diagnostics if d.severity == "error")
        wrong += [_placed(error, outcome, what.loaded, None) for error in errors]
    left = None if wrong else compare(before, after)
    return what._replace(comparison=left, diagnostics=(*what.diagnostics, *wrong))


def _placed(
    finding: Diagnostic, outcome: Outcome, loaded: Loaded, scenario: ScenarioFile | None
) -> Diagnostic:
    """A finding on a changed agreement at the option, or in the file, that it comes from."""
    moved = outcome.at_request(finding)
    if moved.file:
        return scenario.placed(moved) if scenario else moved
    return moved if moved.path[:1] in outcome.options else loaded.placed(moved)


def saved(what: WhatIf, location: str) -> str | tuple[Diagnostic, ...]:
    """The agreement's own text with the changes in it, comments and order kept.

    It comes to the same figures when it stands in a file at ``location``; where that cannot be,
    the findings say why.
    """
    loaded, outcome = what.loaded, what.outcome
    if outcome is None or loaded.merged is None:
        return what.diagnostics
    elsewhere = (*loaded.merged.origins, *loaded.merged.tables)
    for (place, _), change in zip(outcome.made.places, what.changes, strict=True):
        if any(place[: len(path)] == path for path in elsewhere):
            return (Diagnostic("AV774", {"path": change.path}, file=loaded.file),)
    try:
        text = with_data(loaded.documents[0], applied(loaded.documents[0].data, what.changes))
    except MisfitError:
        text = None
    again = load_text(text, location) if text is not None else None
    before = {(d.code, d.path) for d in loaded.diagnostics}
    if again and any(
        d.severity == "error" and (d.code, d.path) not in before for d in again.diagnostics
    ):
        return again.diagnostics
    if text is None or again is None or again.data != outcome.made.data:
        paths = tuple(dict.fromkeys(change.path for change in what.changes))
        return (Diagnostic("AV775", {"paths": paths}, file=loaded.file),)
    return text
