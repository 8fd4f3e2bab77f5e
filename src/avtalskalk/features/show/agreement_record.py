"""An agreement described for a program: terms as values, the words in both languages."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from avtalskalk.calculation.indices import level_of
from avtalskalk.calculation.timeline import Term, terms
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.formats.cells import cell_text
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.dated import Dated
from avtalskalk.model.indices import Indexation, month_label
from avtalskalk.model.keys import Key
from avtalskalk.model.limits import IndexedChange, Limit
from avtalskalk.model.splits import Fixed, Split
from avtalskalk.report.agreement_text import describe
from avtalskalk.report.document import (
    Bullets,
    Chart,
    Document,
    Paragraph,
    Section,
    Table,
    TextBlock,
    Timeline,
)
from avtalskalk.report.messages import record
from avtalskalk.report.plain import decimal
from avtalskalk.report.records import Records, Rows
from avtalskalk.words import LANGUAGES, Language
from avtalskalk.words.formats import currency_digits

_NONE: Mapping[Language, Section | None] = MappingProxyType({})


def records(agreements: Iterable[Mapping[str, object]]) -> Records:
    """Agreements for a program, each as `described`."""
    rows = (Rows("agreements", [agreement]) for agreement in agreements)
    return Records("avtalskalk/agreement/1", {}, {"agreements": ()}, rows, nested=True)


def described(
    agreement: Agreement,
    today: date | None = None,
    timelines: Mapping[Language, Section | None] = _NONE,
) -> dict[str, object]:
    """What `describe` says, for a program; shares are exact, days inclusive, None is unknown."""
    documents = {
        language: describe(agreement, language, today, timelines.get(language))
        for language in LANGUAGES
    }
    return {
        "id": agreement.id,
        "title": agreement.title,
        "currency": agreement.currency,
        "parties": {name: party.name for name, party in agreement.parties.items()},
        "terms": [_term(term, agreement.currency) for term in terms(agreement, today)],
        "decisions": [
            {
                "from": period.start.isoformat() if period.start else None,
                "to": period.to.isoformat() if period.to else None,
                "party": party,
                "status": decision.status,
                "date": decision.date or None,
                "dnr": decision.dnr or None,
                "paragraph": decision.paragraph or None,
            }
            for period in agreement.periods
            for party, decisions in period.decisions.items()
            for decision in decisions
        ],
        "costs": {
            name: {
                "title": item.title or None,
                "kind": item.kind,
                "index": _clause(item.index, agreement.currency) if item.index else None,
                "limits": [_limit(limit, agreement.currency) for limit in item.limits],
            }
            for name, item in agreement.costs.items()
        },
        "keys": {name: _key(key) for name, key in agreement.keys.items()},
        "assumptions": list(agreement.all_assumptions),
        "description": {
            language: list(_blocks(document, language)) for language, document in documents.items()
        },
    }


def _term(term: Term, currency: str) -> dict[str, object]:
    span = term.span
    return {
        "from": span.first.isoformat() if span.has_start else None,
        "to": span.last.isoformat() if span.has_end else None,
        "standing": term.standing,
        "conditional": term.conditional,
        "waiting": list(term.waiting),
        "refusing": list(term.refusing),
        "falls_back": term.falls_back,
        "splits": {name: _shares(stated.split) for name, stated in term.splits.items()},
        "limits": [_limit(limit, currency) for limit in term.limits.limits],
    }


def _limit(limit: Limit, currency: str) -> dict[str, object]:
    """A limit: shares exact, amounts as decimals; None where it does not bind that way."""
    digits = currency_digits(currency)
    return {
        "party": limit.party,
        "each": limit.each,
        "except": list(limit.excepted),
        **{name: _text(getattr(limit, name)) for name in ("max_increase", "min_increase")},
        "since": limit.since,
        "after_zero": limit.after_zero,
        **dict.fromkeys(("max", "min", "nothing_below")),
        **{
            name: str(bound) if isinstance(bound, Fraction) else decimal(bound, digits)
            for name, bound in limit.amounts.items()
        },
        "warn_above_share": _text(limit.warn_above_share),
        "difference": limit.difference,
    }


def _clause(clause: Indexation, currency: str) -> dict[str, object]:
    """An index clause; ``level`` is also told where the file says it by ``use``."""
    digits = currency_digits(currency)
    return {
        "series": clause.series or None,
        "base": month_label(clause.base) if clause.base else None,
        "level": level_of(clause) if clause.base else None,
        "share": str(clause.share),
        "floor": _text(clause.floor),
        "cap": _text(clause.cap),
        "one_way": clause.one_way,
        "threshold": clause.threshold
        and {"above": str(clause.threshold.above), "since": clause.threshold.since},
        "round": clause.round
        and {
            "index": _text(clause.round.index),
            "change": _text(clause.round.change),
            "factor": _text(clause.round.factor),
            "to": None if clause.round.to is None else decimal(clause.round.to, digits),
            "next_from": clause.round.next_from or "exact",
        },
        "published_by": _text(clause.published_by),
        "yearly": _text(clause.yearly),
        "from": clause.start,
    }


def _key(key: Key) -> dict[str, object]:
    """Which observation of a key a year uses, and which there are."""
    uses: list[dict[str, object]] = [
        {
            "date": _recurring(use.date),
            "latest": _recurring(use.latest),
            "every": use.every or None,
            "year": use.year,
        }
        for use in key.use
    ]
    return {
        "title": key.title or None,
        "unit": key.unit or None,
        "source": key.source or None,
        "formula": key.formula or None,
        "file": key.file or None,
        "use": uses[0] if len(uses) == 1 else uses,
        "holds": key.holds and {"years": key.holds.years, "from": key.holds.start},
        "average": key.years,
        "average_of": "shares" if key.of_shares else "values",
        "frozen": _text(key.frozen),
        "observations": [value.key or None for value in key.values or ()],
    }


def _recurring(day: tuple[int, int] | None) -> str | None:
    """A day of the year as it is written: ``11-01``."""
    return f"{day[0]:02d}-{day[1]:02d}" if day else None


def _text(value: Fraction | date | Dated | IndexedChange | None) -> object:
    """A value as a program reads it: exact, by the day from which it holds, or by an index."""
    if isinstance(value, IndexedChange):
        use = value.use and {"month": value.use.month, "year": value.use.year}
        return {"series": value.series, "use": use, "plus": str(value.plus)}
    if isinstance(value, tuple):
        by_day = {change.label: str(change.value) for change in value}
        return by_day.get("", by_day)
    return None if value is None else str(value)


def _shares(split: Split) -> object:
    """Each party's share where they are fixed once and for all, otherwise only the kind."""
    if isinstance(split, Fixed) and not any(dated[0].key for dated in split.shares.values()):
        values = {party: dated[0].value for party, dated in split.shares.items()}
        return {
            party: str(value) if isinstance(value, Fraction) else "rest"
            for party, value in values.items()
        }
    return {"kind": type(split).__name__.lower()}


def _blocks(document: Document, language: Language) -> Iterator[dict[str, object]]:
    """A document for a program: its headings and texts in order."""
    yield {"heading": document.title, "level": 1}
    for section in document.sections:
        if section.heading:
            yield {"heading": section.heading, "level": 2}
        for block in section.blocks:
            if not isinstance(block, Chart):
                yield _block(block, language)


def _block(block: TextBlock, language: Language) -> dict[str, object]:
    match block:
        case Paragraph(text):
            return {"paragraph": text}
        case Bullets(points):
            return {"list": list(points)}
        case Timeline(about, first, last, lanes):
            return {
                "timeline": about,
                "from": first.isoformat(),
                "to": last.isoformat(),
                "lanes": [
                    {
                        "name": lane.name,
                        "stretches": [
                            {
                                "from": stretch.first.isoformat(),
                                "to": None if stretch.goes_on else stretch.last.isoformat(),
                                "certain": stretch.certain,
                            }
                            for stretch in lane.stretches
                        ],
                        "days": [day.isoformat() for day in lane.days],
                    }
                    for lane in lanes
                ],
            }
        case Table(title, columns, rows):
            return {
                "table": title,
                "columns": [column.title for column in columns],
                "rows": [
                    [cell_text(*cell, language) for cell in zip(row.cells, columns, strict=True)]
                    for row in rows
                ],
            }
        case Diagnostic():
            return record(block)
