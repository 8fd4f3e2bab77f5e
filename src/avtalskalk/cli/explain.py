"""`avtalskalk explain`: where a figure comes from, or what changed it from one year to another."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, cast

import typer

from avtalskalk import __version__, api
from avtalskalk.cli import messages, options
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.exit_codes import DONE, INVALID
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import Output, file_format
from avtalskalk.cli.reading_option import ALL, Sought
from avtalskalk.cli.settings import Settings, one_year, resolve
from avtalskalk.diagnostics import Diagnostic, out_of_range, unknown_name
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Basis
from avtalskalk.report.options import Options
from avtalskalk.words.help import VERDICTS

_DEEPEST = 1000


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
    asked = _asked(settings, file_format(settings))
    sought = Sought(settings.text("reading"))
    results: list[Any] = []
    files = wrong = 0
    for loaded in api.stream(paths, stdin=sys.stdin.buffer):
        files += 1
        messages.findings(loaded.diagnostics, settings)
        if loaded.agreement is None:
            wrong += 1
        elif not wrong:
            results += _of_agreement(sought.under(loaded), asked)
    if wrong:
        counted = messages.counted(settings, "files", wrong)
        messages.verdict(settings, VERDICTS["nothing_written"], files=counted, all=str(files))
        return INVALID
    sought.finish(settings)
    _known(asked)
    if not results:
        raise Invalid(Diagnostic("AV819", {"years": tuple(asked.unused)}))
    target.write_text(_joined(results, asked))
    return DONE


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


def _of_agreement(loaded: Loaded, asked: _Asked) -> Iterator[Any]:
    """Every figure asked for of one agreement, written in the format."""
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
                yield _written(
                    api.bridge(loaded, *asked.ends, party, asked.basis, **_how(asked)),
                    loaded,
                    asked,
                )
            continue
        for year in (one for one in years if one not in outside):
            for item in items or [""]:
                found = api.explain(loaded, year, party, asked.basis, item=item, **_how(asked))
                yield _written(found, loaded, asked)


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


def _written(found: Any, loaded: Loaded, asked: _Asked) -> Any:  # noqa: ANN401 - either kind
    if asked.form == "json":
        return api.explained(found, loaded, asked.depth)
    colored = asked.settings.colored(sys.stdout) and not asked.settings.text("output")
    options = Options(asked.settings.language, width=asked.settings.width, color=colored)
    document = api.told(found, loaded, asked.settings.language, asked.depth)
    return api.render(document, asked.form, options)


def _joined(results: list[Any], asked: _Asked) -> str:
    """All that was asked for as one text."""
    if asked.form != "json":
        return "\n".join(results)
    kind = "bridge" if asked.ends else "explanation"
    name = "bridges" if asked.ends else "explanations"
    head = {"schema": f"avtalskalk/{kind}/1", "version": __version__, name: results}
    return json.dumps(head, ensure_ascii=False, indent=1) + "\n"


def _known(asked: _Asked) -> None:
    """Refuse a party or an item that none of the agreements has."""
    for kind, known in (("party", asked.parties), ("item", asked.items)):
        for name in asked.settings.many(kind):
            if name not in known:
                raise Misuse(code="AV101", **unknown_name(kind, name, known))
