"""`avtalskalk whatif`: what each party would pay with something changed, beside what it pays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from os.path import realpath
from typing import TYPE_CHECKING, Annotated, Final

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options, watching
from avtalskalk.cli.agreements import (
    ALL_READINGS,
    Agreements,
    agreements_of,
    misused,
    nothing_left,
    read,
)
from avtalskalk.cli.errors import DONE, FINDINGS, INVALID, Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.options import OPTIONS
from avtalskalk.cli.output import Output, destination, with_a_chart
from avtalskalk.cli.settings import Settings, resolve, settlement_of
from avtalskalk.cli.thresholds import Thresholds
from avtalskalk.diagnostics import AgreementError, Diagnostic, Phrase
from avtalskalk.features.whatif.change_request import ChangeRequest, Kind
from avtalskalk.features.whatif.concern import Place, concerned
from avtalskalk.features.whatif.whatif import WhatIf
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Basis
from avtalskalk.model.values import Fault, read_first_day
from avtalskalk.report.comparison import ScenarioSet
from avtalskalk.report.comparison_records import records
from avtalskalk.report.comparison_sums import documents
from avtalskalk.report.options import Options
from avtalskalk.words.help import VERDICTS

if TYPE_CHECKING:
    from avtalskalk.features.whatif.scenarios import ScenarioFile

# What is set comes first: it may be an item, or a period, that the others change.
_KINDS: Final[dict[str, Kind]] = {
    "set": "set",
    "split": "split",
    "new_share": "share",
    "leave": "leave",
    "join": "join",
    "extend": "extend",
    "price": "price",
    "cost": "cost",
    "index": "index",
    "key": "key",
}


@dataclass(slots=True)
class _Round:
    """One round: what is changed and how it is shown, and what has come of it so far.

    ``settled_on`` is the outcome that the years are settled on, where that is asked for.
    ``concerned`` are the places of the changes that some agreement has something for, ``unused``
    is why others have not, and ``unchanged`` the years of agreements where no amount changes.
    """

    settings: Settings
    target: Output
    form: str
    view: Options
    requests: tuple[ChangeRequest, ...]
    thresholds: Thresholds
    save: Output | None
    settled_on: Basis | None = None
    files: list[str] = field(default_factory=list)
    concerned: set[Place] = field(default_factory=set)
    unused: list[tuple[Place, Diagnostic]] = field(default_factory=list)
    unchanged: dict[str, tuple[str, ...]] = field(default_factory=dict)
    outside: dict[str, tuple[str, ...]] = field(default_factory=dict)
    refused: bool = False
    changed_text: str | None = None


def whatif(
    context: typer.Context,
    paths: options.Paths = None,
    scenario: options.Scenario = None,
    against: Annotated[options.Text, options.option("against")] = None,
    split: Annotated[options.Texts, options.option("split")] = None,
    new_share: Annotated[options.Texts, options.option("new_share")] = None,
    blend: Annotated[options.Text, options.option("blend")] = None,
    phase_in: Annotated[options.Text, options.option("phase_in")] = None,
    cost: Annotated[options.Texts, options.option("cost")] = None,
    price: Annotated[options.Texts, options.option("price")] = None,
    index: Annotated[options.Texts, options.option("index")] = None,
    key: Annotated[options.Texts, options.option("key")] = None,
    leave: Annotated[options.Texts, options.option("leave")] = None,
    join: Annotated[options.Texts, options.option("join")] = None,
    extend: Annotated[options.Texts, options.option("extend")] = None,
    set: Annotated[options.Texts, options.option("set")] = None,
    since: Annotated[options.Text, options.option("since")] = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    party: options.Party = None,
    item: options.Item = None,
    settlement: options.Settlement = False,
    outcome: options.Outcome = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    fail_if: options.FailIf = None,
    warn_if: options.WarnIf = None,
    by: options.By = None,
    sort: Annotated[options.Text, options.option("sort")] = None,
    per_unit: Annotated[bool, options.option("per_unit")] = False,
    unit: options.Unit = None,
    rounding: options.Rounding = None,
    decimals: options.Decimals = None,
    totals: options.Totals = None,
    save: Annotated[options.Text, options.option("save")] = None,
    watch: Annotated[bool, options.option("watch")] = False,
    format: options.Format = None,
    output: options.Output = None,
    dialect: options.Dialect = None,
    lang: options.Lang = None,
    color: options.Color = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_config: options.NoConfig = False,
    help: Help = False,
) -> int:
    """Work out all agreements both ways, and again when a file is saved if that is asked for."""
    settings = resolve(context)
    if not watch:
        return _round(paths, _begun(settings))
    names = list(paths or ())
    if save or "-" in names:
        raise Misuse(code="AV824", first="--watch", second="-" if "-" in names else "--save")
    _begun(settings)
    rounds = count()
    watching.watch(lambda: _again(names, settings, first=next(rounds) == 0), names)
    return DONE


def _begun(settings: Settings) -> _Round:
    """A round that has not read anything; options that make no sense are refused."""
    target, form, view = destination(settings)
    settled_on = settlement_of(settings)
    if settled_on:
        view = view._replace(basis=settled_on)
    requests = tuple(_requests(settings))
    if not requests and not settings.many("scenario"):
        raise Misuse(code="AV771")
    save, reading = settings.text("save"), settings.text("reading")
    changed = Output(save, new=True) if save else None
    conflicts = {
        f"--reading {ALL_READINGS}": reading == ALL_READINGS,
        "--reading": bool(save and reading),
        "--scenario": bool(save and len(settings.many("scenario")) > 1),
        # Standard output has the report, and so has its file.
        "-": save == "-",
        "--output": bool(save) and realpath(save) == realpath(settings.text("output")),
    }
    for name, conflict in conflicts.items():
        if conflict:
            raise Misuse(code="AV824", first=name, second="--save" if save else "whatif")
    thresholds = Thresholds(settings, compares=True)
    return _Round(settings, target, form, view, requests, thresholds, changed, settled_on)


def _requests(settings: Settings) -> Iterator[ChangeRequest]:
    """What the options ask for."""
    since = settings.text("since")
    try:
        start = read_first_day(since) if since else None
    except Fault:
        raise Misuse(code="AV808", given=since, option="--from") from None
    way = {name: settings.text(name) for name in ("blend", "phase_in") if settings.text(name)}
    if way and not (settings.many("split") or settings.many("new_share")):
        raise Misuse(code="AV871", given=OPTIONS[next(iter(way))].long, lacking="--split")
    for name, kind in _KINDS.items():
        for text in settings.many(name):
            how = way if kind in ("split", "share") else {}
            try:
                yield api.change(kind, text, start, **how)
            except AgreementError as error:
                raise misused(error) from None


# --- One round ---------------------------------------------------------------------------


def _again(paths: Sequence[str], settings: Settings, *, first: bool) -> list[str]:
    """One round of many, which gives the files it rests on; what is wrong waits to be mended.

    A slip in the command ends the first.  Later it is the file that no longer has what is named.
    """
    run = _begun(settings)
    try:
        _round(paths, run)
    except Invalid as invalid:
        messages.findings(invalid.diagnostics, settings)
    except Misuse as misuse:
        if first:
            raise
        messages.findings([misuse.diagnostic], settings)
    return [*run.files, *paths]


def _round(paths: Sequence[str] | None, run: _Round) -> int:
    """Work out all agreements and write them; nothing is written unless all are valid."""
    settings = run.settings
    agreements = agreements_of(read("whatif", paths, run.target), settings)
    run.view = agreements.with_bodies(run.view, run.thresholds.parties)
    compared = agreements.each(lambda loaded: _compared(loaded, agreements, run))
    with Spool() as result:
        pages = with_a_chart(documents(compared, run.view), run.form)
        faces = pages, records(compared, run.view)
        try:
            agreements.fill(result, write(run.form, *faces, run.view))
        except Misuse as misuse:
            # What is wrong is why there is nothing to draw.
            unconcerned = any(place not in run.concerned for place, _ in run.unused)
            wrong = agreements.wrong or run.refused or unconcerned
            if misuse.diagnostic.code != "AV835" or not wrong:
                raise
        finally:
            run.files += agreements.locations
        if agreements.stopped:
            return INVALID
        unused = [finding for place, finding in run.unused if place not in run.concerned]
        if unused and not run.refused:
            run.refused = True
            messages.findings([d for n, d in enumerate(unused) if d not in unused[:n]], settings)
        if run.refused:
            messages.verdict(settings, VERDICTS["nothing_changed"])
            return INVALID
        for name, years in run.outside.items():
            messages.note(settings, "AV822", agreement=name, years=years)
        agreements.refuse_unknown_names()
        run.thresholds.refuse_unknown_parties(agreements.parties)
        if not agreements.results:
            raise nothing_left(settings)
        if len(run.unchanged) == agreements.results:
            for name, years in run.unchanged.items():
                messages.note(settings, "AV772", agreement=name, years=years)
        run.target.write(result.read())
    if run.save and run.save.file and run.changed_text is not None:
        run.save.write_text(run.changed_text)
        messages.verdict(settings, VERDICTS["written"], file=run.save.file.as_posix())
    return FINDINGS if run.thresholds.verdict() else DONE


def _compared(loaded: Loaded, agreements: Agreements[Loaded], run: _Round) -> Iterator[ScenarioSet]:
    """One agreement's scenarios beside each other, if there is anything to show of them.

    After an agreement that is refused the others are only read.
    """
    if run.refused:
        return
    name, settings = loaded.name, run.settings
    scenario_names = settings.many("scenario")
    files: list[ScenarioFile | None] = [
        _scenario_file(loaded, run, scenario) for scenario in scenario_names
    ]
    baseline = None
    if against := settings.text("against"):
        file = _scenario_file(loaded, run, against, "--against")
        baseline = _whatif(loaded, file, (), run)
    whatifs = [_whatif(loaded, file, run.requests, run, baseline) for file in files or [None]]
    diagnostics: list[Diagnostic] = []
    for whatif in [*([baseline] if baseline else []), *whatifs]:
        diagnostics += [d for d in whatif.diagnostics if d not in diagnostics]
    messages.findings(diagnostics, settings)
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        run.refused = True
        return
    scenarios = [whatif.compared for whatif in whatifs if whatif.compared]
    if len(scenarios) < len(whatifs):
        messages.note(settings, "AV821", agreement=name, basis=Phrase(run.view.basis))
        return
    beside = baseline.compared if baseline else None
    result = ScenarioSet(tuple(scenarios), run.settled_on is not None, beside)
    agreements.know(result.parties, result.heading.items)
    years = tuple(result.years)
    if not any(scenario.comparison.figures for scenario in scenarios):
        run.outside[name] = years
        return
    if not result.differs:
        run.unchanged[name] = years
    for whatif in whatifs:
        if whatif.comparison:
            run.thresholds.judge(whatif.comparison, agreements.bodies, whatif.name)
    if run.save is not None and whatifs[0].changes:
        _keep_text(whatifs[0], run.save, run)
    agreements.results += 1
    yield result


def _scenario_file(
    loaded: Loaded, run: _Round, name: str, option: str = "--scenario"
) -> "ScenarioFile":
    """A scenario by its name; the result takes the place of none of its files."""
    file = api.scenario(name, loaded, option)
    run.files += file.locations
    run.target.refuse(*file.locations)
    return file


def _whatif(
    loaded: Loaded,
    file: "ScenarioFile | None",
    requests: Sequence[ChangeRequest],
    run: _Round,
    against: WhatIf | None = None,
) -> WhatIf:
    """An agreement with a scenario's changes and others after them, as far as they concern it.

    What concerns nothing in it may concern another agreement.
    """
    settings = run.settings
    basis, how = run.view.basis, settings.question

    def ask(requests: Sequence[ChangeRequest], file: "ScenarioFile | None") -> WhatIf:
        return api.whatif(
            loaded, requests, settings.years, basis, scenario=file, against=against, **how
        )

    found = concerned(ask, file, requests)
    run.unused += found.unused
    run.concerned |= found.places
    whatif = found.whatif
    if run.settled_on:
        whatif = api.whatif_settled(whatif, **how)
    if whatif.endless:
        raise Misuse(code="AV809", agreement=loaded.file)
    return whatif


def _keep_text(whatif: WhatIf, save: Output, run: _Round) -> None:
    """Make the changed agreement's text, which is written once all is valid."""
    if run.changed_text is not None:
        raise Misuse(code="AV780")
    text = api.saved(whatif, str(save.file.absolute()) if save.file else "")
    if not isinstance(text, str):
        raise Invalid(*text)
    run.changed_text = text
