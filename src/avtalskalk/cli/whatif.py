"""`avtalskalk whatif`: what each party would pay with something changed, beside what it pays."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from os.path import realpath
from typing import TYPE_CHECKING, Annotated, Final

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options, watching
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, FINDINGS, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.reading_option import ALL, Sought
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.cli.thresholds import Thresholds
from avtalskalk.cli.view_options import view_options
from avtalskalk.diagnostics import AgreementError, Diagnostic, Phrase, unknown_name
from avtalskalk.features.whatif.change_request import ChangeRequest, Kind
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
from avtalskalk.model.values import Fault, read_first_day
from avtalskalk.report.comparison import Scenario, ScenarioSet
from avtalskalk.report.comparison_records import records
from avtalskalk.report.comparison_view import documents
from avtalskalk.report.options import Options
from avtalskalk.words.help import VERDICTS

if TYPE_CHECKING:
    from avtalskalk.features.whatif.scenarios import ScenarioFile

# What is set as such comes first, so that `+3 %` is of the value that was set.
_KINDS: Final[dict[str, Kind]] = {
    "set": "set",
    "split": "split",
    "new_share": "share",
    "leave": "leave",
    "price": "price",
    "cost": "cost",
    "index": "index",
    "key": "key",
}

# An agreement that lacks what is to be changed: no such name, no figures or terms in the years.
_NOT_CONCERNED: Final = frozenset({"AV750", "AV754", "AV762", "AV763"})


@dataclass(slots=True)
class _Run:
    """One run: what was asked for, and what has been seen so far."""

    settings: Settings
    form: str
    options: Options
    asked: tuple[ChangeRequest, ...]
    sought: Sought
    thresholds: Thresholds
    save: Output | None
    files: list[str] = field(default_factory=list)
    count: int = 0
    wrong: int = 0
    refused: bool = False
    left_out: dict[str, list[Diagnostic]] = field(default_factory=dict)
    written: int = 0
    saved: list[str] = field(default_factory=list)
    parties: dict[str, str] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)


def whatif(
    context: typer.Context,
    paths: options.Paths = None,
    scenario: options.Scenario = None,
    split: Annotated[options.Texts, options.option("split")] = None,
    new_share: Annotated[options.Texts, options.option("new_share")] = None,
    cost: Annotated[options.Texts, options.option("cost")] = None,
    price: Annotated[options.Texts, options.option("price")] = None,
    index: Annotated[options.Texts, options.option("index")] = None,
    key: Annotated[options.Texts, options.option("key")] = None,
    leave: Annotated[options.Texts, options.option("leave")] = None,
    set: Annotated[options.Texts, options.option("set")] = None,
    since: Annotated[options.Text, options.option("since")] = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    party: options.Party = None,
    item: options.Item = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    fail_if: options.FailIf = None,
    warn_if: options.WarnIf = None,
    unit: options.Unit = None,
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
    paths = paths or []
    if not paths:
        raise Misuse(code="AV805", command="whatif")
    if not settings.flag("watch"):
        this = _begun(settings)
        return _once(paths, this)
    if settings.text("save") or "-" in paths:
        raise Misuse(code="AV824", first="--watch", second="-" if "-" in paths else "--save")
    _begun(settings)
    rounds = count()
    watching.watch(lambda: _again(paths, settings, first=next(rounds) == 0), paths)
    return DONE


def _begun(settings: Settings) -> _Run:
    """A run that has not read anything; options that make no sense are refused."""
    form = file_format(settings)
    options = view_options(settings, form)
    asked = tuple(_asked(settings))
    if not asked and not settings.many("scenario"):
        raise Misuse(code="AV771")
    sought = Sought(settings.text("reading"))
    save = settings.text("save")
    conflicts = {
        f"--reading {ALL}": sought.reading == ALL,
        "--reading": bool(save and sought.reading),
        "--scenario": bool(save and len(settings.many("scenario")) > 1),
        # Standard output has the report, and so has its file.
        "-": save == "-",
        "--output": bool(save) and realpath(save) == realpath(settings.text("output")),
    }
    for name, conflict in conflicts.items():
        if conflict:
            raise Misuse(code="AV824", first=name, second="--save" if save else "whatif")
    return _Run(
        settings,
        form,
        options,
        asked,
        sought,
        Thresholds(settings, compares=True),
        Output(save, new=True) if save else None,
    )


def _asked(settings: Settings) -> Iterator[ChangeRequest]:
    """What the options ask for."""
    start = _start(settings.text("since"))
    for name, kind in _KINDS.items():
        for text in settings.many(name):
            try:
                yield api.change(kind, text, start)
            except AgreementError as error:
                (one,) = error.diagnostics
                raise Misuse(one.code, **one.arguments) from None


def _start(text: str) -> date | None:
    try:
        return read_first_day(text) if text else None
    except Fault:
        raise Misuse(code="AV808", given=text, option="--from") from None


# --- One round ---------------------------------------------------------------------------


def _again(paths: Sequence[str], settings: Settings, *, first: bool) -> list[str]:
    """One round of many: what is wrong is said, and waits to be mended.

    A slip in the command ends the first.  Later it is the file that no longer has what is named.
    """
    this = _begun(settings)
    try:
        _once(paths, this)
    except Invalid as invalid:
        messages.findings(invalid.diagnostics, settings)
    except Misuse as misuse:
        if first:
            raise
        messages.findings([misuse.diagnostic], settings)
    return [*this.files, *paths]


def _once(paths: Sequence[str], this: _Run) -> int:
    """Work out all agreements and write them; nothing is written unless all are sound."""
    output = Output(this.settings.text("output"))
    compared = _compared(paths, this)
    faces = documents(compared, this.options), records(compared, this.options)
    with Spool() as result:
        result.extend(write(this.form, *faces, this.options))
        return _finished(this, result, output)


def _compared(paths: Sequence[str], this: _Run) -> Iterator[ScenarioSet]:
    """Each agreement's scenarios; after one that is wrong the others are only read."""
    for loaded in api.stream(paths, stdin=sys.stdin.buffer):
        this.count += 1
        this.files += [loaded.location] if loaded.location else []
        messages.findings(loaded.diagnostics, this.settings)
        if loaded.agreement is None:
            this.wrong += 1
        elif not (this.wrong or this.refused):
            scenarios = _scenarios(this.sought.under(loaded), this)
            if scenarios:
                yield scenarios


def _scenarios(loaded: Loaded, this: _Run) -> ScenarioSet | None:
    """Work out one agreement's scenarios; None where there is nothing to show."""
    scenarios = [api.scenario(name, loaded) for name in this.settings.many("scenario")]
    this.files += [location for one in scenarios for location in one.locations]
    each: list[ScenarioFile | None] = [*scenarios] or [None]
    found = [_tried(loaded, one, this) for one in each]
    said: list[Diagnostic] = []
    for what in found:
        said += [one for one in what.diagnostics if one not in said]
    name = loaded.agreement.id if loaded.agreement else loaded.file
    errors = {one.code for one in said if one.severity == "error"}
    if errors and errors <= _NOT_CONCERNED:
        this.left_out[name] = said
        return None
    messages.findings(said, this.settings)
    compared = [Scenario(w.name, w.title, w.comparison) for w in found if w.comparison]
    if errors:
        this.refused = True
        return None
    if len(compared) < len(found):
        messages.note(this.settings, "AV821", agreement=name, basis=Phrase(this.options.basis))
        return None
    return _judged(ScenarioSet(tuple(compared)), loaded, found, this)


def _tried(loaded: Loaded, file: "ScenarioFile | None", this: _Run) -> api.WhatIf:
    found = api.whatif(
        loaded,
        this.asked,
        this.settings.years,
        this.options.basis,
        scenario=file,
        today=this.options.today,
        assume_extended=this.settings.flag("assume_extended"),
    )
    if found.endless:
        raise Misuse(code="AV809", agreement=loaded.file)
    return found


def _judged(
    scenarios: ScenarioSet, loaded: Loaded, found: Sequence[api.WhatIf], this: _Run
) -> ScenarioSet | None:
    """An agreement's scenarios, once held to the thresholds and kept in the file to save."""
    name = loaded.agreement.id if loaded.agreement else loaded.file
    this.parties.update(scenarios.parties)
    this.items.update(scenarios.heading.items)
    years = tuple(scenarios.years)
    if not any(one.comparison.figures for one in scenarios.scenarios):
        messages.note(this.settings, "AV822", agreement=name, years=years)
        return None
    if not any(one.comparison.differs for one in scenarios.scenarios):
        messages.note(this.settings, "AV772", agreement=name, years=years)
    this.written += 1
    for one in found:
        plan = one.outcome.plan if one.outcome else None
        if plan and one.comparison:
            this.thresholds.judge(plan, one.comparison, one.name)
    if this.save is not None:
        _keep(found[0], this.save, this)
    return scenarios


def _keep(what: api.WhatIf, save: Output, this: _Run) -> None:
    """Make the changed agreement's text, which is written once all is sound."""
    if this.saved:
        raise Misuse(code="AV780")
    text = api.saved(what, str(save.file.absolute()) if save.file else "")
    if not isinstance(text, str):
        raise Invalid(*text)
    this.saved.append(text)


def _finished(this: _Run, result: Spool, output: Output) -> int:
    """Write the result, if there is one, and say how it went."""
    settings = this.settings
    if this.wrong:
        files = messages.counted(settings, "files", this.wrong)
        messages.verdict(settings, VERDICTS["nothing_written"], files=files, all=str(this.count))
        return INVALID
    _say_left_out(this)
    if this.refused:
        messages.verdict(settings, VERDICTS["nothing_changed"])
        return INVALID
    this.sought.finish(settings)
    for kind, known in (("party", this.parties), ("item", this.items)):
        for name in settings.many(kind):
            if name not in known:
                raise Misuse(code="AV101", **unknown_name(kind, name, known))
    this.thresholds.parties_are_known(this.parties)
    if not this.written:
        raise Invalid(_nothing_left(settings))
    output.write(result.read())
    if this.save is not None and this.save.file:
        this.save.write_text(*this.saved)
        messages.verdict(settings, VERDICTS["written"], file=this.save.file.as_posix())
    return FINDINGS if this.thresholds.verdict() else DONE


def _say_left_out(this: _Run) -> None:
    """Name the agreements that the change does not concern; with nothing else, that is wrong."""
    said: list[Diagnostic] = []
    for name, found in this.left_out.items():
        if this.written:
            messages.note(this.settings, "AV781", agreement=name)
        else:
            this.refused = True
            said += [one for one in found if one not in said]
    messages.findings(said, this.settings)


def _nothing_left(settings: Settings) -> Diagnostic:
    """Why there is no result."""
    if settings.years is None:
        return Diagnostic("AV820", {"basis": Phrase(settings["basis"])})
    return Diagnostic("AV819", {"years": tuple(map(str, settings.years))})
