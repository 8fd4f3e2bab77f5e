"""An agreement's kinds of shares beside each other: cost, ownership, risk, whatever it names."""

from collections.abc import Sequence
from datetime import date

from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import prepare
from avtalskalk.calculation.split_rules import Shares, Written, weigh
from avtalskalk.calculation.timeline import DEFAULT, Term, memberships, segments
from avtalskalk.periods import Span, year_label, year_of
from avtalskalk.report.document import NOTHING, Cell, Column, Row, Table
from avtalskalk.report.rule_text import Wording
from avtalskalk.words.formats import safe


def ownership_table(
    words: Wording, known: Sequence[Term], today: date | None = None
) -> Table | None:
    """The agreement's ``shares`` next to the cost shares; None where it has no others.

    They are those of today where it lies in the last of the terms, otherwise of its first day.
    A share that depends on the amount, or on figures that are not known, is a dash.
    """
    agreement = words.agreement
    if not agreement.shares or not known:
        return None
    # The part of a term that is asked about, with the parties that take part in it.
    term = known[-1]
    day = term.span.first
    if today is not None and term.span.start <= today.toordinal() < term.span.stop:
        day = today
    one_day = Span(day.toordinal(), day.toordinal() + 1)
    segment = segments(words.agreement, (term,), one_day, memberships(words.agreement))[0]
    moment = prepare(agreement).moment(segment)
    kinds: dict[str, Shares | Unknown] = {}
    stated = segment.term.splits.get(DEFAULT)
    if stated is not None:
        kinds[words("cost_shares")] = weigh(Written(stated.split, ()), moment)
    for name, split in agreement.shares.items():
        kinds[safe(name)] = weigh(Written(split, ("shares", name)), moment)
    year = year_label(year_of(segment.span.first, agreement.first_month), agreement.first_month)
    columns = (Column(words("party"), "text"), *(Column(name, "percent") for name in kinds))
    rows = (
        Row(
            (
                Cell(words.party(party)),
                *(
                    Cell(NOTHING if isinstance(shares, Unknown) else shares.of(party) or NOTHING)
                    for shares in kinds.values()
                ),
            )
        )
        for party in agreement.parties
    )
    return Table(words("shares_beside", year=year), columns, tuple(rows))
