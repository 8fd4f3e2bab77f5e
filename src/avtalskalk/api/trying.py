"""What if: changes tried on an agreement, swept over, or solved for."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from avtalskalk.api.calculating import compute, note_reading, plan_of
from avtalskalk.calculation.calculate import calculate as calculate_year
from avtalskalk.calculation.calculate import years_with_figures
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Basis

if TYPE_CHECKING:
    # What describes an agreement is not needed to work it out.
    from avtalskalk.features.whatif.change_request import ChangeRequest, Kind
    from avtalskalk.features.whatif.changes import Baseline, SetValue
    from avtalskalk.features.whatif.outcome import Outcome
    from avtalskalk.features.whatif.scenarios import ScenarioFile
    from avtalskalk.features.whatif.solve import Solved
    from avtalskalk.features.whatif.sweep import Sweep
    from avtalskalk.model.comparison import Comparison


def sweep(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded,
    vary: Iterable[str],
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    parties: Iterable[str] = (),
    changes: Iterable["ChangeRequest"] = (),
    today: date | None = None,
    assume_extended: bool = False,
) -> "Sweep":
    """What an agreement comes to at every combination of some inputs' values.

    ``vary`` are as ``share.alingsas=30 %..60 %:5 %``; ``parties`` picks some of them; ``changes``
    hold at every combination.  Raises AgreementError where one cannot be read; `Sweep.try_values`
    and `Sweep.at` raise it where a value makes the agreement invalid.
    """
    from avtalskalk.features.whatif.inputs import read_axis
    from avtalskalk.features.whatif.sweep import Sweep
    from avtalskalk.model.validation import setting_of

    baseline = _baseline(loaded, years or (), basis, today, assume_extended=assume_extended)
    if years is None:
        with_figures = years_with_figures(baseline.plan, basis)
        if with_figures is None:
            raise AgreementError((Diagnostic("AV809", {"agreement": baseline.plan.agreement.id}),))
        baseline = baseline._replace(years=tuple(with_figures))
    axes = [read_axis(text, setting_of(loaded.data)) for text in vary]
    wrong = tuple(axis for axis in axes if isinstance(axis, Diagnostic))
    if wrong:
        raise AgreementError(wrong)
    known = tuple(axis for axis in axes if not isinstance(axis, Diagnostic))
    return Sweep(baseline, known, tuple(parties) or baseline.plan.parties, tuple(changes))


def solve(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded,
    vary: str,
    want: str,
    year: int,
    basis: Basis = "budget",
    *,
    changes: Iterable["ChangeRequest"] = (),
    today: date | None = None,
    assume_extended: bool = False,
) -> "Solved":
    """The value of one input that gives what is wanted in a year.

    ``vary`` is as ``cost`` or ``share.alingsas=0 %..60 %``, ``want`` as ``alingsas<=900000``;
    ``changes`` hold besides.  Raises AgreementError where one cannot be read, or where the year
    cannot be worked out.
    """
    from avtalskalk.features.whatif.solve import solved

    baseline = _baseline(loaded, (year,), basis, today, assume_extended=assume_extended)
    return solved(baseline, vary, want, tuple(changes))


def break_even(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded,
    vary: str,
    party: str,
    year: int,
    basis: Basis = "budget",
    *,
    changes: Iterable["ChangeRequest"] = (),
    otherwise: Iterable["ChangeRequest"] = (),
    today: date | None = None,
    assume_extended: bool = False,
) -> "Solved":
    """The value at which a party pays the same with some changes and with others; see `solve`."""
    from avtalskalk.features.whatif.solve import broken_even

    baseline = _baseline(loaded, (year,), basis, today, assume_extended=assume_extended)
    return broken_even(baseline, vary, party, tuple(changes), tuple(otherwise))


def _baseline(
    loaded: Loaded, years: Iterable[int], basis: Basis, today: date | None, *, assume_extended: bool
) -> "Baseline":
    """An agreement as it stands, with the years that changes to it are for."""
    from avtalskalk.features.whatif.changes import Baseline

    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    return Baseline(loaded.data, plan, tuple(years), basis, today, assume_extended)


class WhatIf(NamedTuple):
    """An agreement with something changed, beside how it stands.

    ``comparison`` is None where the change cannot be worked out, and ``diagnostics`` say why, or
    where there are no figures for any year.
    ``endless`` says that no years were asked for and that the figures have no end.  ``outcome``
    is the agreement as it becomes, ``loaded`` as it stands.
    """

    loaded: Loaded
    name: str = ""
    title: str = ""
    comparison: "Comparison | None" = None
    outcome: "Outcome | None" = None
    diagnostics: tuple[Diagnostic, ...] = ()
    endless: bool = False

    @property
    def changes(self) -> tuple["SetValue", ...]:
        """What is set in the agreement's data, in order."""
        return self.outcome.made.changes if self.outcome else ()


def change(kind: "Kind", text: str, start: date | None = None) -> "ChangeRequest":
    """One change, as the option of the same name says it: ``change("cost", "+3 %")``.

    With ``start`` it holds from that day on.  Raises AgreementError where a name or a value is
    lacking.
    """
    from avtalskalk.features.whatif.change_request import Refused, from_option

    try:
        return from_option(kind, text, start)
    except Refused as refused:
        raise AgreementError((Diagnostic(refused.code, refused.arguments),)) from None


def scenario(name: str, loaded: Loaded) -> "ScenarioFile":
    """A scenario for an agreement, by its name or as a path, with all that it is made after."""
    from avtalskalk.features.whatif.scenarios import folders_of, read_scenario_file

    return read_scenario_file(name, folders_of(loaded.location))


def whatif(
    loaded: Loaded,
    changes: Iterable["ChangeRequest"] = (),
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    scenario: "ScenarioFile | None" = None,
    today: date | None = None,
    assume_extended: bool = False,
) -> WhatIf:
    """A valid agreement with a scenario's changes, and then others, beside how it stands.

    ``years`` are those compared, and what changes without a day of its own are for; without them
    every year that the agreement has figures for, before or after.
    """
    from avtalskalk.calculation.comparison import compare, volumes
    from avtalskalk.features.whatif.outcome import try_out

    baseline = _baseline(loaded, years or (), basis, today, assume_extended=assume_extended)
    requests = (*(scenario.requests if scenario else ()), *changes)
    title = scenario.title or scenario.name if scenario else ""
    if scenario and scenario.source:
        title = f"{title} ({scenario.source})"
    options = (request.option for request in requests)
    title = ", ".join(filter(None, (title, *options)))
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
    placed = [_placed(finding, outcome, loaded, scenario) for finding in outcome.diagnostics]
    if changed is not None:
        if years is None:
            numbers = sorted({*numbers, *(years_with_figures(changed, basis) or ())})
        after = [calculate_year(changed, year, basis) for year in numbers]
        for statement in after:
            for finding in statement.diagnostics:
                moved = _placed(finding, outcome, loaded, scenario)
                if moved not in placed:
                    placed.append(moved)
    result = result._replace(outcome=outcome, diagnostics=tuple(placed))
    if changed is None or not after or any(d.severity == "error" for d in placed):
        return result
    before = compute(loaded, tuple(numbers), basis, today=today, assume_extended=assume_extended)
    inputs = (*loaded.inputs, *(scenario.inputs if scenario else ()))
    diagnostics = (*loaded.diagnostics, *placed)
    after = [statement._replace(inputs=inputs, diagnostics=diagnostics) for statement in after]
    if loaded.reading:
        after = [note_reading(statement, loaded) for statement in after]
    quantities = (volumes(baseline.plan, numbers), volumes(changed, numbers))
    return result._replace(comparison=compare(before.statements, after, quantities))


def _placed(
    finding: Diagnostic, outcome: "Outcome", loaded: Loaded, scenario: "ScenarioFile | None"
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
    from avtalskalk.features.whatif.changes import applied
    from avtalskalk.files.workspace import load_text
    from avtalskalk.files.yaml_edit import with_data
    from avtalskalk.model.data_paths import MisfitError

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
    if again and again.agreement is None:
        return again.diagnostics
    if text is None or again is None or again.data != outcome.made.data:
        paths = tuple(dict.fromkeys(change.path for change in what.changes))
        return (Diagnostic("AV775", {"paths": paths}, file=loaded.file),)
    return text
