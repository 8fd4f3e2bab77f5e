"""`avtalskalk solve`: the value that gives what is wanted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import options
from avtalskalk.cli.agreements import (
    misused,
    naming,
    only_agreement,
    placed,
    refuse_unknown,
    scenarios,
)
from avtalskalk.cli.errors import DONE, FINDINGS, INVALID, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.diagnostics import AgreementError, Phrase
from avtalskalk.features.whatif.search_range import DATE
from avtalskalk.features.whatif.solve import Solved
from avtalskalk.features.whatif.solve_records import records
from avtalskalk.features.whatif.solve_view import document
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write

if TYPE_CHECKING:
    from avtalskalk.features.whatif.scenarios import ScenarioFile

# What is wrong with an option, and not with the agreement at some value.
_OPTIONS = (("--vary",), ("--want",))


def solve(
    context: typer.Context,
    paths: options.Paths = None,
    scenario: options.Scenario = None,
    want: Annotated[options.Text, options.option("want")] = None,
    vary: options.Vary = None,
    break_even: Annotated[options.Text, options.option("break_even")] = None,
    year: options.Year = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    unit: options.Unit = None,
    rounding: options.Rounding = None,
    decimals: options.Decimals = None,
    format: options.Format = None,
    output: options.Output = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Look for the value and write it; exit 1 where no value will do."""
    settings = resolve(context)
    target, form, view = destination(settings)
    inputs = settings.many("vary")
    if not inputs:
        raise Misuse(code="AV849", command="solve")
    if len(inputs) > 1:
        raise Misuse(code="AV824", first=f"--vary {inputs[0]}", second=f"--vary {inputs[1]}")
    _something_is_wanted(settings)
    loaded = only_agreement("solve", paths, settings, target)
    if loaded is None:
        return INVALID
    with naming(loaded.file, settings):
        changes = scenarios(loaded, settings, target)
        solved = _solved(loaded, inputs[0], changes, settings)
        names = [scenario.name for scenario in changes]
        files = (*loaded.inputs, *(file for scenario in changes for file in scenario.inputs))
        faces = [document(solved, view, names)], records(solved, settings.basis, files)
        target.write(write(form, *faces, view))
    return DONE if solved.solution.holds else FINDINGS


def _something_is_wanted(settings: Settings) -> None:
    """Refuse what is not said, or said in two ways."""
    want, party = settings.text("want"), settings.text("break_even")
    if want and party:
        raise Misuse(code="AV824", first="--want", second="--break-even")
    if not (want or party):
        raise Misuse(code="AV876")
    count = len(settings.many("scenario"))
    if count > (2 if party else 1) or (party and not count):
        raise Misuse(code="AV877", count=count)
    if not count and settings.many("vary")[0].partition("=")[0].strip() == DATE:
        raise Misuse(code="AV878")


def _solved(
    loaded: Loaded, vary: str, changes: "Sequence[ScenarioFile]", settings: Settings
) -> Solved:
    year, basis = _year(loaded, settings), settings.basis
    changed, otherwise = (*(scenario.requests for scenario in changes), (), ())[:2]
    party = settings.text("break_even")
    if party and loaded.agreement:
        refuse_unknown("party", [party], loaded.agreement.parties)
    how = {"changes": changed, **settings.question}
    try:
        if party:
            return api.break_even(loaded, vary, party, year, basis, otherwise=otherwise, **how)
        return api.solve(loaded, vary, settings.text("want"), year, basis, **how)
    except AgreementError as error:
        if error.diagnostics[0].path in _OPTIONS:
            raise misused(error) from error
        raise placed(loaded, error) from error


def _year(loaded: Loaded, settings: Settings) -> int:
    """The year asked about, or the only one with figures."""
    computed = api.compute(loaded, settings.years, settings.basis, **settings.question)
    years = tuple(statement.year for statement in computed.statements)
    if computed.endless or len(years) > 1:
        raise Misuse(code="AV870", command="solve", known=years)
    if not years:
        raise Misuse(code="AV820", basis=Phrase(settings.basis))
    return int(years[0][:4])
