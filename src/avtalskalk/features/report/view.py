"""Reports as documents: each agreement's sections as a layout has them, and all agreements'."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from avtalskalk.diagnostics import Argument
from avtalskalk.features.report.layout import Layout
from avtalskalk.features.report.report import Report
from avtalskalk.features.report.sections import SECTIONS, worded
from avtalskalk.features.settle.settlement import settle
from avtalskalk.features.workbook.view import MOST_ROWS, sheets
from avtalskalk.model.files_beside import SectionChoice
from avtalskalk.report.document import Chart, Document, Paragraph, Section, Table
from avtalskalk.report.group_view import Portfolio, group_tables
from avtalskalk.report.options import Options
from avtalskalk.words.formats import fill
from avtalskalk.words.workbook import WORDS

_BRIEF = ("summary", "amounts", "change", "proposals", "settlement")
IN_BRIEF = Layout(tuple(map(SectionChoice, _BRIEF)))
"""What each of several agreements has where no layout says otherwise."""


def documents(
    reports: Sequence[Report],
    layout: Layout | None,
    options: Options,
    in_turn: Callable[[Sequence[Report]], Iterable[Report]] = iter,
    *,
    computing: bool = False,
) -> Iterator[Document]:
    """One agreement whole; of several the sums over all of them first, and each in brief.

    With ``computing``, sheets that compute the figures come before all else.
    ``in_turn`` goes through them, for one who keeps track of which is being shown.
    """
    if computing:
        yield workbook(reports, options)
    if len(reports) > 1:
        tables: list[Table] = []
        for by in ("agreement", "party"):
            view = options._replace(by=by)
            portfolio = Portfolio(view)
            for report in in_turn(reports):
                portfolio.add([report.statement])
            tables += group_tables(portfolio, view)
        years = ", ".join(sorted({report.statement.year for report in reports}))
        title = worded("agreements", options.language, year=years)
        unaffected: dict[str, list[str]] = {}
        for report in reports:
            for name in report.unaffected_by:
                unaffected.setdefault(name, []).append(report.statement.heading.title)
        texts = (
            worded(
                "unaffected",
                options.language,
                scenario=name,
                count=len(titles),
                all=len(reports),
                agreements=tuple(titles),
            )
            for name, titles in unaffected.items()
        )
        blocks: tuple[Table | Paragraph, ...] = (*tables, *map(Paragraph, texts))
        yield Document(title, tuple(Section("", (block,)) for block in blocks))
    chosen = layout or (IN_BRIEF if len(reports) > 1 else Layout())
    for report in in_turn(reports):
        yield document(report, chosen, options)


def workbook(reports: Sequence[Report], options: Options) -> Document:
    """The reports' years as sheets that compute; why there are none where they are too many."""
    years = [(report.plan, statement) for report in reports for statement in report.statements]
    rows = sum(len(statement.rows) for _, statement in years)
    if rows <= MOST_ROWS:
        return Document("", (), tuple(sheets(years, options.language)))
    about: dict[str, Argument] = {"rows": rows, "most": MOST_ROWS}
    text = fill(WORDS["too_many"].text(options.language), about, options.language)
    return Document(text.partition(":")[0], (Section("", (Paragraph(text),)),))


def document(report: Report, layout: Layout, options: Options) -> Document:
    """One agreement's sections, in the layout's order and under its headings."""
    heading = report.statement.heading
    names = {choice.name for choice in layout.sections}
    report = replace(report, explained="explanations" in names)
    if names & {"summary", "settlement"}:
        numbers = [int(statement.year[:4]) for statement in report.statements]
        settlements = settle(
            report.loaded, numbers, today=report.today, assume_extended=report.assume_extended
        )
        report = replace(report, settlements=tuple(settlements))
    sections: list[Section] = []
    for choice in layout.sections:
        if choice.name == "text":
            sections.append(Section("", (Paragraph(choice.text),)))
            continue
        chosen = list(SECTIONS[choice.name](report, options))
        if choice.heading and chosen:
            # It stands above the first; a table or a chart has a title of its own.
            first, *others = chosen[0].blocks
            if chosen[0].heading:
                chosen[0] = chosen[0]._replace(heading=choice.heading)
            elif isinstance(first, Table):
                titled = replace(first, title=choice.heading)
                chosen[0] = chosen[0]._replace(blocks=(titled, *others))
            elif isinstance(first, Chart):
                drawn = first._replace(title=choice.heading)
                chosen[0] = chosen[0]._replace(blocks=(drawn, *others))
        sections += chosen
    return Document(layout.title or f"{heading.title} {report.statement.year}", tuple(sections))
