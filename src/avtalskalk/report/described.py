"""An agreement described for a program: terms as values, the words in both languages."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from avtalskalk.engine.timeline import Term, terms
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.dated import Dated
from avtalskalk.model.splits import Fixed, Split
from avtalskalk.report.describe import describe
from avtalskalk.report.document import Block, Bullets, Heading, Paragraph
from avtalskalk.report.table import Table, written
from avtalskalk.texts import LANGUAGES, Language


def described(agreement: Agreement, today: date | None = None) -> dict[str, object]:
    """What `describe` says, for a program; shares are exact, days inclusive, None is unknown."""
    return {
        "id": agreement.id,
        "title": agreement.title,
        "currency": agreement.currency,
        "parties": {name: party.name for name, party in agreement.parties.items()},
        "terms": [_term(term) for term in terms(agreement, today)],
        "decisions": list(_decisions(agreement)),
        "assumptions": list(agreement.assumptions),
        "description": {
            language: [_block(one, language) for one in describe(agreement, language, today).blocks]
            for language in LANGUAGES
        },
    }


def _term(term: Term) -> dict[str, object]:
    span = term.span
    return {
        "from": span.first.isoformat() if span.has_start else None,
        "to": span.last.isoformat() if span.has_end else None,
        "standing": term.standing,
        "conditional": term.conditional,
        "waiting": list(term.waiting),
        "splits": {name: _shares(stated.split) for name, stated in term.splits.items()},
    }


def _shares(split: Split) -> object:
    """Each party's share where they are fixed once and for all, otherwise only the kind."""
    if isinstance(split, Fixed):
        shares = {party: _share(dated) for party, dated in split.shares.items()}
        if None not in shares.values():
            return shares
    return {"kind": type(split).__name__.lower()}


def _share(dated: Dated) -> str | None:
    """One share; None where it changes with time."""
    if dated[0].key:
        return None
    value = dated[0].value
    return str(value) if isinstance(value, Fraction) else "rest"


def _decisions(agreement: Agreement) -> Iterator[dict[str, object]]:
    for period in agreement.periods:
        for party, decisions in period.decisions.items():
            for one in decisions:
                yield {
                    "from": period.start.isoformat() if period.start else None,
                    "to": period.to.isoformat() if period.to else None,
                    "party": party,
                    "status": one.status,
                    "date": one.date or None,
                    "dnr": one.dnr or None,
                    "paragraph": one.paragraph or None,
                }


def _block(block: Block, language: Language) -> dict[str, object]:
    match block:
        case Heading(text, level):
            return {"heading": text, "level": level}
        case Paragraph(text):
            return {"paragraph": text}
        case Bullets(points):
            return {"list": list(points)}
        case Table(title, columns, rows):
            return {
                "table": title,
                "columns": [column.title for column in columns],
                "rows": [
                    [written(*cell, language) for cell in zip(row.cells, columns, strict=True)]
                    for row in rows
                ],
            }
