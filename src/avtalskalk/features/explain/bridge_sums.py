"""Bridges over many agreements: why what a party pays in all is another in a later year."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from avtalskalk.calculation.comparison import together
from avtalskalk.features.explain.bridge import RULES, Bridge
from avtalskalk.model.comparison import Paid
from avtalskalk.model.statement import Statement
from avtalskalk.report.document import BLANK, Cell, Column, Document, Role, Row, Table, of_blocks
from avtalskalk.report.group_view import Portfolio
from avtalskalk.report.grouping import Group, GroupTotal, parts
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import amount_cell
from avtalskalk.report.records import Rows
from avtalskalk.report.scale import scale
from avtalskalk.words.explanations import WORDS
from avtalskalk.words.formats import currency_digits, phrase, safe

CAUSES: Final = ("start", *RULES, "new", "ended", "end")
"""The amount of the first year, what changes it, and the amount of the last."""

_LABELS: Final[Mapping[str, str]] = {"new": "new_agreements", "ended": "ended_agreements"}

_IF_ANY: Final = frozenset({"surcharges", "carried", "new", "ended"})
"""What has no row where there is nothing of it."""


class BridgeSums:
    """Bridges from one year to another, added up by party; each agreement stays to be seen."""

    def __init__(self, options: Options) -> None:
        """Nothing is added yet."""
        self._options = options
        self._portfolio = Portfolio(options._replace(by="party"))
        self._years: list[dict[str, None]] = [{}, {}]

    def add(self, bridge: Bridge) -> None:
        """Take a party's bridge under an agreement that is in force in both years."""
        amounts = {bar.rule: bar.amount for bar in bridge.bars}
        ends = [
            None if end.value is None else int(end.value) for end in (bridge.first, bridge.last)
        ]
        causes = [amounts.get(rule, 0) for rule in RULES]
        self._put(bridge.statements, bridge.party, [ends[0], *causes, 0, 0, ends[1]])

    def add_one_year(self, years: Sequence[Statement], parties: Sequence[str]) -> None:
        """Take an agreement that is in force in the first year alone, or in the last."""
        ended = years[0].in_force
        for total in (years[0] if ended else years[1]).totals:
            if total.party in parties:
                amount = total.amount
                before, after = (amount, 0) if ended else (0, amount)
                none = [0] * len(RULES)
                left = -amount if ended and amount is not None else 0
                self._put(years, total.party, [before, *none, after, left, after])

    def _put(self, years: Sequence[Statement], party: str, amounts: Sequence[int | None]) -> None:
        """Take what a party's amount is made of, under an agreement."""
        self._portfolio.know(years)
        for known, statement in zip(self._years, years, strict=True):
            known[statement.year] = None
        statement = next(year for year in years if year.in_force)
        for total, (group, *_) in zip(statement.totals, parts(statement, "party"), strict=True):
            if total.party == party:
                sides = [Paid(amount) for amount in amounts]
                self._portfolio.grouping.put(group, statement.heading.agreement, sides)

    def _totals(self) -> Iterator[tuple[Group, Mapping[str, GroupTotal], list[Paid]]]:
        """Each party that more than one agreement has: by agreement, and together."""
        for group, agreements in self._portfolio.grouping.totals().items():
            if len(agreements) > 1:
                sides = zip(*(total.sides for total in agreements.values()), strict=True)
                yield group, agreements, list(map(together, sides))

    def documents(self) -> Iterator[Document]:
        """A table for each party: what changes its sum, and under which agreements."""
        options, language = self._options, self._options.language
        first, last = (", ".join(years) for years in self._years)
        for group, agreements, sums in self._totals():
            amounts = [paid.amount or 0 for total in agreements.values() for paid in total.sides]
            shown = scale(group.currency, None, amounts)
            rows: list[Row] = []
            for place, cause in enumerate(CAUSES):
                at_end = cause in ("start", "end")
                if cause in _IF_ANY and sums[place].amount == 0:
                    continue
                key = _LABELS.get(cause)
                year = first if cause == "start" else last
                label = phrase(key, language) if key else WORDS[cause].text(language)
                role: Role = "total" if at_end else "subtotal"
                cell = amount_cell(sums[place])
                below = {
                    name: total.sides[place]
                    for name, total in agreements.items()
                    if not at_end and total.sides[place].amount
                }
                if not at_end:
                    cell = cell._replace(kind="difference")
                    role = "subtotal" if below else "body"
                rows.append(Row((Cell(label.format(year=year)), cell), role))
                rows += [
                    Row(
                        (
                            Cell(self._portfolio.agreements[name].title),
                            amount_cell(paid)._replace(kind="difference"),
                        ),
                        "body",
                        1,
                    )
                    for name, paid in below.items()
                ]
            party = safe(self._portfolio.label(group, language))
            title = WORDS["bridge"].text(language).format(party=party, first=first, last=last)
            count = phrase("count_agreements", language).replace("{count}", str(len(agreements)))
            about = f"{count} · {phrase(options.basis, language)} · {shown.unit_name(language)}"
            columns = Column(BLANK, "text"), shown.column(WORDS["amount"].text(language))
            notes = self._portfolio.notes(group.currency, rows, language)
            yield of_blocks(Table(title, columns, tuple(rows), about, tuple(notes)))

    def rows(self) -> Iterator[Rows]:
        """What changes each party's sum under every agreement; null where it is not known."""
        for group, agreements, _ in self._totals():
            party = group.payer.party if group.payer else ""
            name = self._portfolio.label(group, "en")
            size = currency_digits(group.currency)
            for agreement, total in agreements.items():
                amounts = {
                    cause: None if paid.amount is None else f"{paid.amount / 10**size:.{size}f}"
                    for cause, paid in zip(CAUSES, total.sides, strict=True)
                }
                about = {"party": party, "name": name, "agreement": agreement}
                yield Rows("sums", [about | amounts | {"currency": group.currency}])
