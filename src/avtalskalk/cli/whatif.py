"""`avtalskalk whatif`: what each party would pay with something changed, beside what it pays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from os.path import realpath
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options, watching
from avtalskalk.cli.agreements import (
    ALL_READINGS,
    Agreements,
    misused,
    nothing_left,
    work_on,
)
from avtalskalk.cli.errors import DONE, FINDINGS, INVALID, Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.options import OPTIONS
from avtalskalk.cli.output import Output, destination, with_a_chart
from avtalskalk.cli.settings import Settings, resolve, settlement_of
from avtalskalk.cli.thresholds import Thresholds
from avtalskalk.diagnostics import AgreementError, Diagnostic, Phrase
from avtalskalk.features.whatif.change_request import ChangeRequest, Kind
from avtalskalk.features.whatif.concern import Concerned, Place, concerned
from avtalskalk.features.whatif.whatif import WhatIf
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import DOCUMENT_FORMATS, write
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Basis
from avtalskalk.model.values import Fault, read_first_day
from avtalskalk.report.comparison import ScenarioSet
from avtalskalk.report.comparison_records import records
from avtalskalk.report.comparison_sums import documents
from avtalskalk.report.options import Options
from avtalskalk.report.records import Records, with_skipped
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


class _Question(NamedTuple):
    """What is asked of each agreement, in whatever process.

    ``settled_on`` is the outcome that the years are settled on, where that is asked for; ``save``
    is where the changed agreement is to be written.
    """

    scenarios: tuple[str, ...]
    against: str
    requests: tuple[ChangeRequest, ...]
    years: tuple[int, ...] | None
    basis: Basis
    how: Mapping[str, Any]
    settled_on: Basis | None
    save: str


class _Answer(NamedTuple):
    """What comes of it: the scenarios beside each other, or why there are none.

    ``places`` are those of the changes that the agreement has something for, and ``unused`` is why
    it has nothing for others.  ``locations`` are the scenarios' files, ``saved`` is the changed
    agreement's text, or what is wrong with it, and ``without_years`` says that there are none.
    """

    file: str
    name: str
    locations: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    places: frozenset[Place]
    unused: tuple[tuple[Place, Diagnostic], ...]
    without_years: bool = False
    scenarios: ScenarioSet | None = None
    saved: str | tuple[Diagnostic, ...] | None = None


@dataclass(slots=True)
class _Round:
    """One round: what is changed and how it is shown, and what has come of it so far.

    ``concerned`` are the places of the changes that some agreement has something for, ``unused``
    is why others have not, and ``unchanged`` the years of agreements where no amount changes.
    """

    settings: Settings
    target: Output
    form: str
    view: Options
    question: "_Question"
    thresholds: Thresholds
    save: Output | None
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
    keep_going: options.KeepGoing = False,
    jobs: options.Jobs = None,
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
    question = _Question(
        settings.many("scenario"),
        settings.text("against"),
        requests,
        settings.years,
        view.basis,
        settings.question,
        settled_on,
        str(changed.file.absolute()) if changed and changed.file else "",
    )
    return _Round(settings, target, form, view, question, thresholds, changed)


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
    work = partial(answered, run.question)
    agreements = Agreements(work_on("whatif", paths, run.target, settings, work), settings)
    view = agreements.with_bodies(run.view, run.thresholds.parties)

    def rows(compared: Iterable[ScenarioSet]) -> Records:
        return with_skipped(records(compared, view), agreements.skipped)

    def tried(compared: Sequence[ScenarioSet]) -> Iterator[bytes]:
        # One by itself may have no chart, where only that is asked for.
        form = "md" if run.form in DOCUMENT_FORMATS else run.form
        return write(form, documents(compared, view), rows(compared), view)

    compared = agreements.each(lambda answer: _compared(answer, agreements, run), tried)
    with Spool() as result:
        faces = with_a_chart(documents(compared, view), run.form), rows(compared)
        try:
            agreements.fill(result, write(run.form, *faces, view))
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
    failed = run.thresholds.verdict()
    return agreements.exit_code() or (FINDINGS if failed else DONE)


def _compared(
    answer: _Answer, agreements: Agreements[_Answer], run: _Round
) -> Iterator[ScenarioSet]:
    """One agreement's scenarios beside each other, if there is anything to show of them.

    After an agreement that is refused the others are only read.
    """
    if run.refused:
        return
    settings = run.settings
    run.files += answer.locations
    run.target.refuse(*answer.locations)
    run.unused += answer.unused
    run.concerned |= answer.places
    if settings.flag("keep_going"):
        if not agreements.take(answer.file, answer.diagnostics, ()):
            return
    else:
        messages.findings(answer.diagnostics, settings)
        run.refused = any(diagnostic.severity == "error" for diagnostic in answer.diagnostics)
    if answer.without_years:
        messages.note(settings, "AV821", agreement=answer.name, basis=Phrase(run.view.basis))
    result = answer.scenarios
    if run.refused or result is None:
        return
    agreements.know(result.parties, result.heading.items)
    years = tuple(result.years)
    if not any(scenario.comparison.figures for scenario in result.scenarios):
        run.outside[answer.name] = years
        return
    if not result.differs:
        run.unchanged[answer.name] = years
    for scenario in result.scenarios:
        run.thresholds.judge(scenario.comparison, agreements.bodies, scenario.name)
    if isinstance(answer.saved, tuple):
        raise Invalid(*answer.saved)
    if answer.saved is not None:
        if run.changed_text is not None:
            raise Misuse(code="AV780")
        run.changed_text = answer.saved
    agreements.results += 1
    yield result


# --- One agreement -----------------------------------------------------------------------


def answered(question: _Question, loaded: Loaded) -> _Answer:
    """An agreement with what is changed beside how it stands, in each scenario."""
    files: list[ScenarioFile | None] = [
        api.scenario(scenario, loaded) for scenario in question.scenarios
    ]
    parts = []
    against, baseline = None, None
    if question.against:
        against = api.scenario(question.against, loaded, "--against")
        parts.append(_part(loaded, against, (), question))
        baseline = parts[0].whatif
    parts += [
        _part(loaded, file, question.requests, question, baseline) for file in files or [None]
    ]
    diagnostics: list[Diagnostic] = []
    for part in parts:
        diagnostics += [d for d in part.whatif.diagnostics if d not in diagnostics]
    answer = _Answer(
        loaded.file,
        loaded.name,
        tuple(location for file in (*files, against) if file for location in file.locations),
        tuple(diagnostics),
        frozenset().union(*(part.places for part in parts)),
        tuple(finding for part in parts for finding in part.unused),
    )
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        return answer
    whatifs = [part.whatif for part in parts if part.whatif is not baseline]
    scenarios = [whatif.compared for whatif in whatifs if whatif.compared]
    if len(scenarios) < len(whatifs):
        return answer._replace(without_years=True)
    beside = baseline.compared if baseline else None
    saved = None
    if question.save and whatifs[0].changes:
        saved = api.saved(whatifs[0], question.save)
    is_settled = question.settled_on is not None
    return answer._replace(scenarios=ScenarioSet(tuple(scenarios), is_settled, beside), saved=saved)


def _part(
    loaded: Loaded,
    file: "ScenarioFile | None",
    requests: Sequence[ChangeRequest],
    question: _Question,
    against: WhatIf | None = None,
) -> Concerned:
    """An agreement with a scenario's changes and others after them, as far as they concern it.

    What concerns nothing in it may concern another agreement.
    """

    def ask(requests: Sequence[ChangeRequest], file: "ScenarioFile | None") -> WhatIf:
        of_years = question.years, question.basis
        return api.whatif(
            loaded, requests, *of_years, scenario=file, against=against, **question.how
        )

    part = concerned(ask, file, requests)
    if question.settled_on:
        part = part._replace(whatif=api.whatif_settled(part.whatif, **question.how))
    if part.whatif.endless:
        raise Misuse(code="AV809", agreement=loaded.file)
    return part
