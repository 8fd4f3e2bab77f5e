"""The papers and decisions that a split rests on: of the period that writes it, then of its own."""

from collections.abc import Iterator

from avtalskalk.diagnostics import Path
from avtalskalk.features.explain.nodes import Paper
from avtalskalk.model.agreement import Agreement


def papers_of(agreement: Agreement, path: Path, place: int) -> tuple[Paper, ...]:
    """The papers behind what is written at a path, as it holds in the period at a place."""
    written = [int(path[1])] if path[:1] == ("periods",) else []
    return tuple(
        paper
        for period in dict.fromkeys((*written, place))
        for paper in _of_period(agreement, period)
    )


def _of_period(agreement: Agreement, place: int) -> Iterator[Paper]:
    """A period's source and its decisions, with the days of the period as far as known."""
    period = agreement.periods[place]
    first, last = (day.isoformat() if day else "" for day in (period.start, period.to))
    if period.source:
        source = agreement.sources.get(period.source)
        reference = (source.dnr, source.paragraph, source.date) if source else ("", "", "")
        yield Paper("", "", _title(agreement, period.source), *reference, first, last)
    for party, decisions in period.decisions.items():
        for decision in decisions:
            yield Paper(
                agreement.parties[party].name,
                decision.status or "unknown",
                decision.body,
                decision.dnr,
                decision.paragraph,
                decision.date,
                first,
                last,
                "" if decision.source == period.source else _title(agreement, decision.source),
            )


def _title(agreement: Agreement, source: str) -> str:
    """What a paper is called; one that is only a text as it stands."""
    paper = agreement.sources.get(source)
    return (paper.title if paper else "") or source
