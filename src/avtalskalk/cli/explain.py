"""`avtalskalk explain`: where a figure comes from, or what changed it from one year to another."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, cast

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.reading_option import ALL, Sought
from avtalskalk.cli.settings import Settings, one_year, resolve
from avtalskalk.cli.view_options import view_options
from avtalskalk.diagnostics import Diagnostic, out_of_range, unknown_name
from avtalskalk.features.explain import bridge_view, view
from avtalskalk.features.explain.bridge import Bridge
from avtalskalk.features.explain.tree import Explained
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.formats.spool import Spool
from avtalskalk.model.statement import Basis
from avtalskalk.report.options import Options
from avtalskalk.words.help import VERDICTS

_DEEPEST = 1000

_Result = tuple[Explained | Bridge, Loaded]


@dataclass(slots=True)
class _Asked:
    """What was asked for, and what the agreements have of it."""

    settings: Settings
    form: str
    years: tuple[int, ...] | None
    ends: tuple[int, int] | None
    depth: int | None
    parties: dict[str, None] = field(default_factory=dict)
    items: dict[str, None] = field(default_factory=dict)
    unused: dict[str, None] = field(default_factory=dict)
    files: int = 0
    wrong: int = 0
    explained: int = 0

    @property
    def basis(self) -> Basis:
        return cast("Basis", self.settings["basis"])


def explain(
    context: typer.Context,
    paths: options.Paths = None,
    year: options.Year = None,
    years: options.Years = None,
    from_year: Annotated[options.Text, options.option("from_year")] = None,
    to_year: Annotated[options.Text, options.option("to_year")] = None,
    basis: options.Basis = None,
    reading: options.Reading = None,
    party: options.Party = None,
    item: options.Item = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    depth: Annotated[options.Text, options.option("depth")] = None,
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
    """Explain the figures asked for; nothing is written unless all agreements are sound."""
    settings = resolve(context)
    paths = paths or []
    if not paths:
        raise Misuse(code="AV805", command="explain")
    target = Output(output or "")
    form = file_format(settings)
    options = view_options(settings, form)
    asked = _asked(settings, form)
    sought = Sought(settings.text("reading"))
    with Spool() as result:
        result.extend(_written(_results(paths, sought, asked), asked, options))
        if asked.wrong:
            counted = messages.counted(settings, "files", asked.wrong)
            files = str(asked.files)
            messages.verdict(settings, VERDICTS["nothing_written"], files=counted, all=files)
            return INVALID
        sought.finish(settings)
        _known(asked)
        if not asked.explained:
            raise Invalid(Diagnostic("AV819", {"years": tuple(asked.unused)}))
        target.write(result.read())
    return DONE


def _results(paths: Sequence[str], sought: Sought, asked: _Asked) -> Iterator[_Result]:
    """Every figure asked for; after an agreement that is wrong the others are only read."""
    for loaded in api.stream(paths, stdin=sys.stdin.buffer):
        asked.files += 1
        messages.findings(loaded.diagnostics, asked.settings)
        if loaded.agreement is None:
            asked.wrong += 1
        elif not asked.wrong:
            for result in _of_agreement(sought.under(loaded), asked):
                asked.explained += 1
                yield result


def _asked(settings: Settings, form: str) -> _Asked:
    """The years and the depth, or why they cannot be had."""
    if settings.text("reading") == ALL:
        raise Misuse(code="AV873", command="explain")
    first, last = settings.text("from_year"), settings.text("to_year")
    if bool(first) != bool(last):
        lacking = "--to" if first else "--from"
        raise Misuse(code="AV871", given="--from" if first else "--to", lacking=lacking)
    years = settings.years
    ends = (one_year(first), one_year(last)) if first else None
    if ends and years:
        raise Misuse(code="AV824", first="--from", second="--year")
    for name in ("item", "depth"):
        if ends and settings.given.get(name):
            raise Misuse(code="AV824", first="--from", second=f"--{name}")
    return _Asked(settings, form, years, ends, _depth(settings.text("depth")))


def _depth(text: str) -> int | None:
    if not text:
        return None
    if text.isascii() and text.isdigit() and int(text[:9]) <= _DEEPEST:
        return int(text)
    raise Misuse(code="AV118", **out_of_range("--depth", text, 0, _DEEPEST))


def _of_agreement(loaded: Loaded, asked: _Asked) -> Iterator[_Result]:
    """Every figure asked for of one agreement."""
    agreement, settings = loaded.agreement, asked.settings
    assert agreement is not None  # noqa: S101 - only sound agreements come here
    asked.parties |= dict.fromkeys(agreement.parties)
    asked.items |= dict.fromkeys(agreement.costs)
    parties = [
        one for one in settings.many("party") or agreement.parties if one in agreement.parties
    ]
    items = [one for one in settings.many("item") if one in agreement.costs]
    if settings.many("item") and not items:
        return
    years = asked.ends or asked.years or _only_year(loaded, asked)
    outside = [year for year in years if not _in_force(loaded, year, asked)]
    if outside:
        said = tuple(api.year_name(loaded, year) for year in outside)
        asked.unused |= dict.fromkeys(said)
        messages.note(settings, "AV822", agreement=agreement.id, years=said)
    for party in parties:
        if asked.ends:
            if not outside:
                yield (
                    api.bridge(loaded, *asked.ends, party, asked.basis, **_how(asked)),
                    loaded,
                )
            continue
        for year in (one for one in years if one not in outside):
            for item in items or [""]:
                found = api.explain(loaded, year, party, asked.basis, item=item, **_how(asked))
                yield found, loaded


def _how(asked: _Asked) -> dict[str, Any]:
    settings = asked.settings
    return {"today": settings.today, "assume_extended": settings.flag("assume_extended")}


def _in_force(loaded: Loaded, year: int, asked: _Asked) -> bool:
    (statement,) = api.compute(loaded, (year,), asked.basis, **_how(asked)).statements
    errors = tuple(one for one in statement.diagnostics if one.severity == "error")
    if errors:
        # What is wrong may show only when a year is worked out: a hole in a key, say.
        raise Invalid(*errors)
    return statement.in_force


def _only_year(loaded: Loaded, asked: _Asked) -> tuple[int, ...]:
    """The only year with figures, where none was asked for."""
    computed = api.compute(loaded, None, asked.basis, **_how(asked))
    years = tuple(int(one.year[:4]) for one in computed.statements)
    if len(years) == 1:
        return years
    raise Misuse(code="AV870", command="explain", known=tuple(map(str, years)))


def _written(results: Iterator[_Result], asked: _Asked, options: Options) -> Iterator[bytes]:
    """All that was asked for, in the format."""
    documents = (
        api.explanation_document(explained, loaded, options.language, asked.depth)
        for explained, loaded in results
    )
    rows = (api.explanation_record(explained, loaded, asked.depth) for explained, loaded in results)
    records = bridge_view.records(rows) if asked.ends else view.records(rows)
    return write(asked.form, documents, records, options)


def _known(asked: _Asked) -> None:
    """Refuse a party or an item that none of the agreements has."""
    for kind, known in (("party", asked.parties), ("item", asked.items)):
        for name in asked.settings.many(kind):
            if name not in known:
                raise Misuse(code="AV101", **unknown_name(kind, name, known))
