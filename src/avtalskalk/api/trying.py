"""What if: changes tried on an agreement, swept over, or solved for."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from avtalskalk.api.calculating import Computed, compute, note_reading, plan_of
from avtalskalk.calculation.calculate import calculate as calculate_year
from avtalskalk.calculation.calculate import years_with_figures
from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Basis, Statement

if TYPE_CHECKING:
    # What describes an agreement is not needed to work it out.
    from avtalskalk.features.whatif.change_request import Baseline, Change, ChangeRequest, Kind
    from avtalskalk.features.whatif.outcome import Outcome
    from avtalskalk.features.whatif.scenario_file import ScenarioFile
    from avtalskalk.features.whatif.solve import Solved
    from avtalskalk.features.whatif.sweep import Sweep, Varied
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
    hold at every combination.  Raises AgreementError where one cannot be read, or where a value
    makes the agreement invalid.
    """
    from avtalskalk.features.whatif.sweep import Sweep

    prepared_sweep = Sweep(
        varied(
            loaded,
            vary,
            years,
            basis,
            parties=parties,
            changes=changes,
            today=today,
            assume_extended=assume_extended,
        )
    )
    prepared_sweep.try_values()
    return prepared_sweep


def varied(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded,
    vary: Iterable[str],
    years: Iterable[int] | None = None,
    basis: Basis = "budget",
    *,
    parties: Iterable[str] = (),
    changes: Iterable["ChangeRequest"] = (),
    today: date | None = None,
    assume_extended: bool = False,
) -> "Varied":
    """An agreement and the inputs to vary in it, read; see `sweep`."""
    from avtalskalk.features.whatif.inputs import Axis, read_axis
    from avtalskalk.features.whatif.sweep import Question, Varied
    from avtalskalk.model.validation import setting_of

    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    asked = years_with_figures(plan, basis) if years is None else years
    if asked is None:
        raise AgreementError((Diagnostic("AV809", {"agreement": plan.agreement.id}),))
    axes, wrong = [], []
    for text in vary:
        read = read_axis(text, setting_of(loaded.data))
        if isinstance(read, Axis):
            axes.append(read)
        else:
            wrong.append(read)
    if wrong:
        raise AgreementError(tuple(wrong))
    chosen = tuple(parties) or plan.parties
    question = Question(tuple(asked), basis, chosen, today, assume_extended)
    return Varied(loaded.data, tuple(axes), question, tuple(changes))


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
    from avtalskalk.features.whatif.solve import Changes, solved

    baseline = _baseline(loaded, year, basis, today=today, assume_extended=assume_extended)
    return solved(baseline, vary, want, Changes(tuple(changes)))


def break_even(  # noqa: PLR0913 - as many as the command has options
    loaded: Loaded,
    vary: str,
    party: str,
    year: int,
    basis: Basis = "budget",
    *,
    changes: Iterable["ChangeRequest"] = (),
    others: Iterable["ChangeRequest"] = (),
    today: date | None = None,
    assume_extended: bool = False,
) -> "Solved":
    """The value at which a party pays the same with some changes and with others; see `solve`."""
    from avtalskalk.features.whatif.solve import Changes, broken_even

    baseline = _baseline(loaded, year, basis, today=today, assume_extended=assume_extended)
    return broken_even(baseline, vary, party, Changes(tuple(changes), tuple(others)))


def _baseline(
    loaded: Loaded, year: int, basis: Basis, *, today: date | None, assume_extended: bool
) -> "Baseline":
    from avtalskalk.features.whatif.change_request import Baseline

    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    return Baseline(loaded.data, plan, (year,), basis, today, assume_extended)


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
    def changes(self) -> tuple["Change", ...]:
        """What is set in the agreement's data, in order."""
        return self.outcome.made.changes if self.outcome else ()


def change(kind: "Kind", text: str, start: date | None = None) -> "ChangeRequest":
    """One change, as the option of the same name says it: ``change("cost", "+3 %")``.

    With ``start`` it holds from that day on.  Raises AgreementError where a name or a value is
    lacking.
    """
    from avtalskalk.features.whatif.change_request import Refused
    from avtalskalk.features.whatif.scenario_file import plain_value
    from avtalskalk.features.whatif.scenarios import from_option

    try:
        one = from_option(kind, text, start)
    except Refused as refused:
        raise AgreementError((Diagnostic(refused.code, refused.arguments),)) from None
    return one._replace(value=plain_value(one.value)) if kind in {"set", "split"} else one


def scenario(name: str, loaded: Loaded) -> "ScenarioFile":
    """A scenario for an agreement, by its name or as a path, with all that it is made after."""
    from avtalskalk.features.whatif.scenario_file import folders_of, read_scenario_file

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
    """A sound agreement with a scenario's changes, and then others, beside how it stands.

    ``years`` are those compared, and what changes without a day of its own are for; without them
    every year that the agreement has figures for, before or after.
    """
    from avtalskalk.features.whatif.change_request import Baseline
    from avtalskalk.features.whatif.outcome import try_out

    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    wanted = (*(scenario.asked if scenario else ()), *changes)
    known = years_with_figures(plan, basis) if years is None else sorted(set(years))
    about = WhatIf(loaded, scenario.name if scenario else "", _whatif_title(scenario, wanted))
    if known is None:
        return about._replace(endless=True)
    if scenario and any(one.severity == "error" for one in scenario.diagnostics):
        return about._replace(diagnostics=scenario.diagnostics)
    if not known and any(one.kind != "set" for one in wanted):
        # Only what is set can bring figures where there are none; all else is for some year.
        return about
    baseline = Baseline(loaded.data, plan, tuple(known), basis, today, assume_extended)
    outcome = try_out(baseline, wanted)
    placed = partial(_placed_change, outcome, loaded, scenario)
    found = [placed(one) for one in outcome.diagnostics]
    about = about._replace(outcome=outcome, diagnostics=tuple(found))
    if outcome.plan is None:
        return about
    changed = outcome.plan
    if years is None:
        known = sorted({*known, *(years_with_figures(changed, basis) or ())})
    after = [calculate_year(changed, year, basis) for year in known]
    for one in (placed(one) for statement in after for one in statement.diagnostics):
        if one not in found:
            found.append(one)
    about = about._replace(diagnostics=tuple(found))
    if not after or any(one.severity == "error" for one in found):
        return about
    before = compute(loaded, tuple(known), basis, today=today, assume_extended=assume_extended)
    return about._replace(comparison=_compared(before, after, about, (plan, changed), scenario))


def _compared(
    before: Computed,
    after: Iterable[Statement],
    about: WhatIf,
    plans: tuple[Plan, Plan],
    scenario: "ScenarioFile | None",
) -> "Comparison":
    """How an agreement stands beside how it becomes, with what both rest on."""
    from avtalskalk.calculation.comparison import compare, volumes

    loaded = before.loaded
    inputs = (*loaded.inputs, *(scenario.inputs if scenario else ()))
    said = (*loaded.diagnostics, *about.diagnostics)
    becomes = [one._replace(inputs=inputs, diagnostics=said) for one in after]
    if loaded.reading:
        becomes = [note_reading(one, loaded) for one in becomes]
    numbers = [int(one.year[:4]) for one in becomes]
    was, now = (volumes(plan, numbers) for plan in plans)
    return compare(before.statements, becomes, (was, now))


def _whatif_title(scenario: "ScenarioFile | None", changes: Iterable["ChangeRequest"]) -> str:
    """What is changed, in the scenario's words and the options'."""
    said = [one.option for one in changes if one.option]
    title = scenario.title or scenario.name if scenario else ""
    if scenario and scenario.source:
        title = f"{title} ({scenario.source})"
    return ", ".join(filter(None, (title, *said)))


def _placed_change(
    outcome: "Outcome", loaded: Loaded, scenario: "ScenarioFile | None", one: Diagnostic
) -> Diagnostic:
    """A finding on a changed agreement at the option, or in the file, that it comes from."""
    home = outcome.at_request(one)
    if home.file:
        return scenario.placed(home) if scenario else home
    return home if home.path[:1] in outcome.options else loaded.placed(home)


def saved(what: WhatIf, location: str) -> str | tuple[Diagnostic, ...]:
    """The agreement's own text with the changes in it, comments and order kept.

    It comes to the same figures when it stands in a file at ``location``; where that cannot be,
    the findings say why.
    """
    from avtalskalk.features.whatif.change_request import applied
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
        paths = tuple(dict.fromkeys(one.path for one in what.changes))
        return (Diagnostic("AV775", {"paths": paths}, file=loaded.file),)
    return text
