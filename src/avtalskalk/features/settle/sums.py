"""What each party pays or gets in all, when many agreements are settled."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from avtalskalk.calculation.comparison import together
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.model.comparison import NOBODY, Paid
from avtalskalk.report.document import BLANK, Column, Table
from avtalskalk.report.group_view import Portfolio
from avtalskalk.report.grouping import Group, GroupTotal, in_order
from avtalskalk.report.options import Options
from avtalskalk.report.pivot import PART, PartyLine, YearLines, amount_cell, rounded, year_rows
from avtalskalk.report.rounded_table import in_unit
from avtalskalk.report.scale import Scale, scale
from avtalskalk.report.titles import spoken_years
from avtalskalk.words.formats import fill, phrase
from avtalskalk.words.settlement import WORDS

_COLUMNS = ("budget", "outcome", "bears", "paid", "left")


class SettledPortfolio:
    """Settlements summed by party: budget, outcome, what it bears, what is paid and left."""

    def __init__(self, options: Options) -> None:
        """Nothing is added yet."""
        self._options = options
        self._portfolio = Portfolio(options._replace(by="party"))
        self._basis = options.basis

    def add(self, settlement: Settlement) -> None:
        """Take an agreement's year."""
        heading = settlement.heading
        for share in settlement.shares:
            party = share.party
            payer = heading.payer(party)
            amounts = (share.budget, share.outcome, share.bears, share.outlaid, share.left)
            sides = [Paid(amount, party in settlement.conditional) for amount in amounts]
            # What is paid depends on nothing any more.
            sides[_COLUMNS.index("paid")] = Paid(share.outlaid)
            group = Group(heading.currency, payer)
            self._portfolio.grouping.put(group, settlement.year, sides)
        self._portfolio.know((settlement.budget, settlement.outcome))
        self._basis = settlement.outcome.basis

    def tables(self) -> Iterator[Table]:
        """The sums in each currency that more than one agreement is settled in."""
        options, language = self._options, self._options.language
        totals = self._portfolio.grouping.totals()
        for currency in dict.fromkeys(group.currency for group in totals):
            if len(self._portfolio.titles(currency)) == 1:
                continue
            groups = [group for group in totals if group.currency == currency]
            years = in_order(year for group in groups for year in totals[group])
            lines: dict[str, list[list[Paid]]] = {}
            for year in years:
                none = GroupTotal([NOBODY] * len(_COLUMNS))
                lines[year] = [totals[group].get(year, none).sides for group in groups]
            if len(years) > 1:
                by_group = zip(*lines.values(), strict=True)
                lines[phrase("all_years", language)] = [
                    [together(column) for column in zip(*of_years, strict=True)]
                    for of_years in by_group
                ]
            exact = [paid.amount or 0 for rows in lines.values() for row in rows for paid in row]
            shown = scale(currency, options.unit, exact)
            yield in_unit(
                partial(self._table, currency, groups, lines, shown), shown, exact, options
            )

    def _table(
        self,
        currency: str,
        groups: Sequence[Group],
        lines: Mapping[str, Sequence[Sequence[Paid]]],
        shown: Scale,
        step: int,
    ) -> Table:
        """The parties below each year, in steps of so many minor units."""
        language = self._options.language
        blocks = []
        for year, amounts in lines.items():
            columns = [rounded(column, step) for column in zip(*amounts, strict=True)]
            sums = PartyLine(year, tuple(amount_cell(together(column)) for column in columns))
            parties = [
                PartyLine(self._portfolio.label(group, language), tuple(map(amount_cell, row)))
                for group, row in zip(groups, zip(*columns, strict=True), strict=True)
                if any(paid.there for paid in row)
            ]
            blocks.append(YearLines(year, parties, sums))
        partial_sums = any(
            cell.mark.endswith(PART)
            for block in blocks
            if block.total
            for cell in block.total.cells
        )
        total = phrase("known_total" if partial_sums else "total", language)
        rows = tuple(year_rows(blocks, total))
        names = (self._basis if name == "outcome" else name for name in _COLUMNS)
        titles = (WORDS[name].text(language) for name in names)
        key = "title" if self._basis == "actual" else "preliminary_title"
        years = spoken_years(year for year in lines if year[:1].isdigit())
        title = fill(WORDS[key].text(language), {"year": years}, language)
        subject = self._portfolio.subject(currency, language)
        return Table(
            phrase("by_party", language),
            (Column(BLANK, "text"), *map(shown.column, titles)),
            rows,
            f"{title} · {subject} · {shown.unit_name(language)}",
            (*self._portfolio.notes(currency, rows, language), WORDS["minus"].text(language)),
        )
