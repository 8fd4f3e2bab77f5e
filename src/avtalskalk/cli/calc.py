"""`avtalskalk calc`: what each party pays."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, FINDINGS, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.progress import shown
from avtalskalk.cli.reading_option import ALL, Sought
from avtalskalk.cli.settings import Settings, resolve
from avtalskalk.cli.thresholds import Thresholds
from avtalskalk.cli.view_options import view_options
from avtalskalk.diagnostics import Diagnostic, Phrase, unknown_name
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Statement
from avtalskalk.report.options import Options
from avtalskalk.words.help import VERDICTS

if TYPE_CHECKING:
    from avtalskalk.features.readings.readings import Readings


@dataclass(slots=True)
class _Run:
    """One run: what was asked for, and what has been seen so far, as far as messages need it."""

    settings: Settings
    options: Options
    years: tuple[int, ...] | None
    sought: Sought
    thresholds: Thresholds
    files: int = 0
    wrong: int = 0
    in_force: int = 0
    parties: dict[str, str] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)


def calc(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    party: options.Party = None,
    item: options.Item = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
    fail_if: options.FailIf = None,
    warn_if: options.WarnIf = None,
    by: Annotated[options.Text, options.option("by")] = None,
    unit: options.Unit = None,
    totals: options.Totals = None,
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
    """Work out all agreements and write them; nothing is written unless all are sound."""
    settings = resolve(context)
    paths = paths or []
    if not paths:
        raise Misuse(code="AV805", command="calc")
    target = Output(output or "")
    form = file_format(settings)
    options = _options(settings, form)
    sought = Sought(settings.text("reading"))
    thresholds = Thresholds(settings)
    if thresholds and sought.reading == ALL:
        raise Misuse(code="AV824", first=f"--reading {ALL}", second="--fail-if")
    this = _Run(settings, options, settings.years, sought, thresholds)
    loaded = _sound(shown(api.stream(paths, stdin=sys.stdin.buffer), settings), this)
    with Spool() as result:
        # All is worked out before anything is written.
        if sought.reading == ALL:
            result.extend(_write_readings(loaded, form, this))
        else:
            statements = (statements for one in loaded if (statements := _statements(one, this)))
            result.extend(api.write_statements(statements, form, options))
        return _finished(this, result, target)


def _write_readings(loaded: Iterable[Loaded], form: str, this: _Run) -> Iterator[bytes]:
    # Few ask for readings side by side, and all the words of messages come with them.
    from avtalskalk.features.readings.records import records
    from avtalskalk.features.readings.view import documents

    readings = (found for one in loaded if (found := _readings(one, this)))
    options = this.options
    return write(form, documents(readings, options), records(readings, options), options)


def _options(settings: Settings, form: str) -> Options:
    """What the writer needs to know; options that do nothing are refused."""
    if settings.text("reading") == ALL and settings.chosen["by"].origin == "flag":
        raise Misuse(code="AV824", first=f"--reading {ALL}", second="--by")
    return view_options(settings, form)


def _sound(loaded: Iterable[Loaded], this: _Run) -> Iterator[Loaded]:
    """The agreements that can be worked out; the errors of the others are said at once.

    After the first error nothing will be written (unless told to keep going), so the rest is
    only read, for its own errors.
    """
    for one in loaded:
        this.files += 1
        messages.findings(one.diagnostics, this.settings)
        if one.agreement is None:
            this.wrong += 1
        elif not this.wrong or this.settings.flag("keep_going"):
            yield one


def _statements(loaded: Loaded, this: _Run) -> Sequence[Statement]:
    """Work out one agreement's statements; there are none where it is wrong."""
    loaded = this.sought.under(loaded)
    computed = api.compute(
        loaded,
        this.years,
        this.options.basis,
        today=this.options.today,
        assume_extended=this.settings.flag("assume_extended"),
        rows=this.options.by not in ("party", "agreement") or bool(this.options.item),
    )
    name = computed.name
    if computed.endless:
        raise Misuse(code="AV809", agreement=name)
    if not computed.statements:
        messages.note(this.settings, "AV821", agreement=name, basis=Phrase(this.options.basis))
    _note_unused(name, computed.statements, this.settings)
    said = len(loaded.diagnostics)
    told = {(one.code, one.path) for one in loaded.diagnostics}
    found = [
        one
        for each in computed.statements
        for one in each.diagnostics[said:]
        if (one.code, one.path) not in told
    ]
    messages.findings(found, this.settings)
    if any(one.severity == "error" for one in found):
        # What is wrong may show only when a year is worked out: a hole in a key, say.
        this.wrong += 1
        return ()
    for statement in computed.statements[:1]:
        this.parties.update(statement.heading.parties)
        this.items.update(statement.heading.items)
    this.in_force += sum(statement.in_force for statement in computed.statements)
    if loaded.plan is not None:
        this.thresholds.judge_statements(loaded.plan, computed.statements)
    return computed.statements


def _readings(loaded: Loaded, this: _Run) -> "Readings | None":
    """Work out one agreement under each of its readings; None where it has none, or is wrong."""
    if not this.sought.has_any(loaded):
        return None
    readings = api.readings(
        loaded,
        this.years,
        this.options.basis,
        today=this.options.today,
        assume_extended=this.settings.flag("assume_extended"),
    )
    if readings is None:
        raise Misuse(code="AV809", agreement=loaded.file)
    statements = readings.statements
    said = len(loaded.diagnostics)
    found: list[Diagnostic] = []
    for each in statements:
        found += [one for one in each.diagnostics[said:] if one not in found]
    messages.findings(found, this.settings)
    if any(one.severity == "error" for one in found):
        this.wrong += 1
        return None
    for each in statements:
        this.in_force += each.in_force
        this.parties.update(each.heading.parties)
        this.items.update(each.heading.items)
    return readings if statements else None


def _note_unused(name: str, statements: Iterable[Statement], settings: Settings) -> None:
    """Say which of the years an agreement is not in force in."""
    unused = tuple(statement.year for statement in statements if not statement.in_force)
    if unused:
        messages.note(settings, "AV822", agreement=name, years=unused)


def _finished(this: _Run, result: Spool, output: Output) -> int:
    """Write the result, if there is one, and say how it went."""
    settings = this.settings
    if this.wrong and not (settings.flag("keep_going") and this.in_force):
        _say_wrong("nothing_written", this)
        return INVALID
    this.sought.finish(settings)
    _names_are_known("party", settings.many("party"), this.parties)
    _names_are_known("item", settings.many("item"), this.items)
    this.thresholds.parties_are_known(this.parties)
    if not this.in_force:
        raise Invalid(_nothing_left(this.years, settings))
    output.write(result.read())
    failed = this.thresholds.verdict()
    if this.wrong:
        _say_wrong("kept_going", this)
        return INVALID
    if output.file and settings.flag("verbose"):
        messages.verdict(settings, VERDICTS["written"], file=output.file.as_posix())
    return FINDINGS if failed else DONE


def _say_wrong(key: str, this: _Run) -> None:
    files = messages.counted(this.settings, "files", this.wrong)
    messages.verdict(this.settings, VERDICTS[key], files=files, all=str(this.files))


def _nothing_left(years: tuple[int, ...] | None, settings: Settings) -> Diagnostic:
    """Why there is no result."""
    if years is None:
        return Diagnostic("AV820", {"basis": Phrase(settings["basis"])})
    return Diagnostic("AV819", {"years": tuple(map(str, years))})


def _names_are_known(kind: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a party or an item that none of the agreements has."""
    known = tuple(known)
    for name in given:
        if known and name not in known:
            raise Misuse(code="AV101", **unknown_name(kind, name, known))
