"""`avtalskalk explain`: where a figure comes from, or what changed it from one year to another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated

import typer

from avtalskalk import api
from avtalskalk.cli import messages, options
from avtalskalk.cli.agreements import (
    ALL_READINGS,
    agreements_of,
    chosen_ids,
    payers_of,
    read,
    write_result,
)
from avtalskalk.cli.errors import Invalid, Misuse
from avtalskalk.cli.help_pages import Help
from avtalskalk.cli.output import destination, with_a_chart
from avtalskalk.cli.settings import Settings, one_year, resolve, settlement_of, whole_number
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.features.explain import bridge_view
from avtalskalk.features.explain import view as explanation_view
from avtalskalk.features.explain.bridge import Bridge
from avtalskalk.features.explain.bridge_sums import BridgeSums
from avtalskalk.features.explain.tree import Explained
from avtalskalk.files.workspace import Loaded
from avtalskalk.formats import write
from avtalskalk.model.statement import Basis
from avtalskalk.report.document import Document
from avtalskalk.report.options import Options
from avtalskalk.report.records import with_skipped

_DEEPEST = 1000


@dataclass(slots=True)
class _Question:
    """What is to be explained: figures of some years, or the change between two of them.

    ``settlement`` is the outcome that the years are settled on, where that is asked about.
    """

    settings: Settings
    view: Options
    years: tuple[int, ...] | None
    change: tuple[int, int] | None
    settlement: Basis | None = None
    instalment: int | None = None
    years_outside: dict[str, None] = field(default_factory=dict)
    sums: BridgeSums | None = None

    def figures(
        self, loaded: Loaded, year: int, party: str, items: Sequence[str]
    ) -> Iterator[Explained]:
        """Every figure asked for of a party's year."""
        how = self.settings.question
        if self.settlement:
            yield api.explain_settlement(loaded, year, party, self.settlement, **how)
        elif self.instalment:
            yield api.explain_instalment(loaded, year, party, self.instalment, **how)
        else:
            for item in items or [""]:
                yield api.explain(loaded, year, party, self.settings.basis, item=item, **how)


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
    settlement: options.Settlement = False,
    outcome: options.Outcome = None,
    instalment: Annotated[options.Text, options.option("instalment")] = None,
    assume_extended: options.AssumeExtended = False,
    today: options.Today = None,
    keep_going: options.KeepGoing = False,
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
    """Explain the figures asked for; nothing is written unless all agreements are valid."""
    settings = resolve(context)
    target, form, view = destination(settings)
    agreements = agreements_of(read("explain", paths, target), settings)
    question = _question(settings, view)
    question.view = agreements.with_bodies(view)
    if question.change:
        question.sums = BridgeSums(question.view)
    levels = whole_number("--depth", depth, 0, _DEEPEST) if depth else None

    def explained_of(loaded: Loaded) -> Iterator[tuple[Explained | Bridge, Loaded]]:
        try:
            for explained in _explained(loaded, question):
                agreements.results += 1
                yield explained, loaded
        except Invalid as invalid:
            # What is wrong shows when a year is worked out, before there is anything to explain.
            if not keep_going:
                raise
            agreements.take(loaded.file, invalid.diagnostics, ())

    def nothing() -> Invalid:
        return Invalid(Diagnostic("AV819", {"years": tuple(question.years_outside)}))

    figures = agreements.each(explained_of)

    def documents() -> Iterator[Document]:
        for explained, loaded in figures:
            yield api.explanation_document(explained, loaded, settings.language, levels)
        if question.sums:
            yield from question.sums.documents()

    rows = (api.explanation_record(*of, levels) for of in figures)
    sums = question.sums
    records = bridge_view.records(rows, sums) if sums else explanation_view.records(rows)
    records = with_skipped(records, agreements.skipped)
    pages = with_a_chart(documents(), form)
    return write_result(agreements, target, write(form, pages, records, view), nothing)


def _question(settings: Settings, view: Options) -> _Question:
    """The years asked for, or the two that are compared; what is said in two ways is refused."""
    if settings.text("reading") == ALL_READINGS:
        raise Misuse(code="AV873", command="explain")
    first, last = settings.text("from_year"), settings.text("to_year")
    if bool(first) != bool(last):
        lacking = "--to" if first else "--from"
        raise Misuse(code="AV871", given="--from" if first else "--to", lacking=lacking)
    years = settings.years
    change = (one_year(first), one_year(last)) if first else None
    if change and years:
        raise Misuse(code="AV824", first="--from", second="--year")
    conflicts = {
        "from": ("item", "depth", "settlement", "instalment"),
        "settlement": ("instalment",),
        "instalment": ("item", "basis"),
    }
    for name, others in conflicts.items():
        for other in others:
            given = settings.given.get("from_year" if name == "from" else name)
            if given and settings.given.get(other):
                raise Misuse(code="AV824", first=f"--{name}", second=f"--{other}")
    number = settings.text("instalment")
    instalment = whole_number("--instalment", number, 1, _DEEPEST) if number else None
    return _Question(settings, view, years, change, settlement_of(settings), instalment)


def _explained(loaded: Loaded, question: _Question) -> Iterator[Explained | Bridge]:
    """Every figure asked for of one agreement."""
    agreement, settings = loaded.agreement, question.settings
    assert agreement is not None  # noqa: S101 - only valid agreements come here
    wanted = chosen_ids(payers_of(agreement), question.view) or agreement.parties
    parties = [party for party in wanted if party in agreement.parties]
    items = [name for name in settings.many("item") if name in agreement.costs]
    if settings.many("item") and not items:
        return
    years = question.change or question.years
    basis, how = question.settlement or settings.basis, settings.question
    if years is None:
        # The only year with figures, where none was asked for.
        computed = api.compute(loaded, None, basis, **how)
        years = tuple(int(statement.year[:4]) for statement in computed.statements)
        if len(years) != 1:
            known = tuple(map(str, years))
            raise Misuse(code="AV870", command="explain", known=known)
    outside = [year for year in years if not _in_force(loaded, year, settings)]
    if outside:
        names = tuple(api.year_name(loaded, year) for year in outside)
        question.years_outside |= dict.fromkeys(names)
        messages.note(settings, "AV822", agreement=agreement.id, years=names)
    if question.sums and question.change and len(outside) == 1:
        computed = api.compute(loaded, question.change, basis, **how)
        question.sums.add_one_year(computed.statements, parties)
    for party in parties:
        if question.change:
            if not outside:
                bridge = api.bridge(loaded, *question.change, party, basis, **how)
                if question.sums:
                    question.sums.add(bridge)
                yield bridge
            continue
        for year in years:
            if year not in outside:
                yield from question.figures(loaded, year, party, items)


def _in_force(loaded: Loaded, year: int, settings: Settings) -> bool:
    """Whether an agreement is in force in a year; one that cannot be worked out is refused."""
    computed = api.compute(loaded, (year,), settings.basis, **settings.question)
    (statement,) = computed.statements
    errors = tuple(d for d in statement.diagnostics if d.severity == "error")
    if errors:
        # What is wrong may show only when a year is worked out: a hole in a key, say.
        raise Invalid(*errors)
    return statement.in_force
