"""The papers and decisions that a split rests on: of the period that writes it, then of its own."""

from avtalskalk.diagnostics import Path
from avtalskalk.features.explain.nodes import Paper
from avtalskalk.model.agreement import Agreement


def papers_of(agreement: Agreement, path: Path, place: int) -> tuple[Paper, ...]:
    """The papers behind what is written at a path, as it holds in the period at a place."""
    written = [int(path[1])] if path[:1] == ("periods",) else []
    papers: list[Paper] = []
    for number in dict.fromkeys((*written, place)):
        period = agreement.periods[number]
        # The days of the period as far as known.
        first, last = (day.isoformat() if day else "" for day in (period.start, period.to))
        if period.source:
            source = agreement.sources.get(period.source)
            reference = (source.dnr, source.paragraph, source.date) if source else ("", "", "")
            papers.append(Paper("", "", _title(agreement, period.source), *reference, first, last))
        for party, decisions in period.decisions.items():
            name = agreement.parties[party].name
            for decision in decisions:
                status = decision.status or "unknown"
                reference = (decision.dnr, decision.paragraph, decision.date)
                other = decision.source != period.source
                recorded_in = _title(agreement, decision.source) if other else ""
                about = (name, status, decision.body)
                papers.append(Paper(*about, *reference, first, last, recorded_in))
    return tuple(papers)


def _title(agreement: Agreement, source: str) -> str:
    """What a paper is called; one that is only a text as it stands."""
    paper = agreement.sources.get(source)
    return (paper.title if paper else "") or source
