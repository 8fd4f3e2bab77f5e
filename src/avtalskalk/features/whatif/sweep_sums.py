"""A sweep of many agreements: what they come to together, by party, at every combination."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from avtalskalk.calculation.comparison import together
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.features.whatif.change_request import NOT_CONCERNED
from avtalskalk.features.whatif.inputs import Axis
from avtalskalk.features.whatif.sweep import Amounts, Combination, Sweep
from avtalskalk.features.whatif.sweep_view import SweptAgreement
from avtalskalk.model.comparison import Paid
from avtalskalk.model.statement import Heading, Input, Statement, Total
from avtalskalk.report.document import Cell, Row
from avtalskalk.report.group_view import Portfolio
from avtalskalk.report.grouping import Group, in_order
from avtalskalk.report.options import Options
from avtalskalk.words.formats import phrase


class SweptTogether(NamedTuple):
    """Many agreements in one currency, as a sweep of one agreement has its parties."""

    subject: SweptAgreement
    combinations: list[Combination]


class Swept(NamedTuple):
    """An agreement at every combination, whether it varies in it or not.

    ``axes`` has None for an input that the agreement lacks, and ``unused`` says why, by its place.
    ``combinations`` are in the order of all inputs; ``affected`` says that any changes it.
    """

    statements: tuple[Statement, ...]
    inputs: tuple[Input, ...]
    parties: tuple[str, ...]
    axes: tuple[Axis | None, ...]
    unused: Mapping[int, Sequence[Diagnostic]]
    combinations: Sequence[Amounts]
    affected: bool


def swept(sweep: Sweep, statements: Sequence[Statement], inputs: Sequence[Input]) -> Swept:
    """An agreement and its statements as it stands; what it lacks does not vary in it.

    Raises AgreementError for a value that it cannot have.
    """
    axes: list[Axis | None] = []
    unused: dict[int, Sequence[Diagnostic]] = {}
    for place, axis in enumerate(sweep.axes):
        try:
            sweep._replace(axes=(axis,)).at((0,))
        except AgreementError as error:
            if any(finding.code not in NOT_CONCERNED for finding in error.diagnostics):
                raise
            unused[place] = error.diagnostics
            axes.append(None)
        else:
            axes.append(axis)
    alone = sweep._replace(axes=tuple(axis for axis in axes if axis))
    # An agreement that cannot have a value would be left out of the sums at that one only.
    amounts = {place: alone.at(place) for place in map(alone.coordinates, range(alone.size))}
    grid = product(*(range(len(axis.values)) for axis in sweep.axes))
    combinations = [
        amounts[tuple(number for number, axis in zip(places, axes, strict=True) if axis)]
        for places in grid
    ]
    affected = any(axes) or bool(sweep.also)
    return Swept(
        tuple(statements), tuple(inputs), sweep.parties, tuple(axes), unused, combinations, affected
    )


class SweepSums:
    """Sweeps of the same inputs, added up combination by combination."""

    def __init__(self, options: Options) -> None:
        """Nothing is added yet."""
        self._options = options
        self._portfolio = Portfolio(options._replace(by="party"))
        self._axes: dict[int, Axis] = {}
        self._inputs: dict[Input, None] = {}
        self._unaffected: dict[str, int] = {}
        self.unused: dict[int, list[Diagnostic]] = {}

    def add(self, swept: Swept) -> None:
        """Take an agreement's amounts."""
        heading = swept.statements[0].heading
        for place, axis in enumerate(swept.axes):
            if axis is None:
                self.unused.setdefault(place, []).extend(swept.unused[place])
            else:
                self._axes.setdefault(place, axis)
        if not swept.affected:
            self._unaffected[heading.currency] = self._unaffected.get(heading.currency, 0) + 1
        columns = iter(zip(*swept.combinations, strict=True))
        for statement in swept.statements:
            conditional = {total.party for total in statement.totals if total.conditional}
            for party, column in zip(swept.parties, columns, strict=False):
                if statement.in_force:
                    group = Group(heading.currency, heading.payer(party))
                    sides = [Paid(amount, party in conditional) for amount in column]
                    self._portfolio.grouping.put(group, statement.year, sides)
        self._portfolio.know(swept.statements)
        self._inputs |= dict.fromkeys(swept.inputs)

    @property
    def missing_inputs(self) -> list[Diagnostic]:
        """Why what no agreement has cannot be varied."""
        unused = [self.unused[place] for place in self.unused if place not in self._axes]
        return [diagnostic for diagnostics in unused for diagnostic in diagnostics]

    def together(self, *, by_party: bool) -> Iterator[SweptTogether]:
        """The agreements in each currency: what each party pays.

        Otherwise what all pay together, and before that those that are picked out.
        """
        language = self._options.language
        axes = tuple(self._axes[place] for place in sorted(self._axes))
        sums = self._portfolio.grouping.totals()
        for currency in dict.fromkeys(group.currency for group in sums):
            totals = {group: sums[group] for group in sums if group.currency == currency}
            names: dict[str, str] = {}
            shown: list[Group] = []
            for group in totals if by_party or self._options.party else ():
                name = self._portfolio.label(group, language)
                # An id may be two bodies', in different agreements.
                party = group.payer.party if group.payer else ""
                names[name if party in names else party] = name
                shown.append(group)
            if not by_party and len(shown) != 1:
                names["total"] = phrase("total", language)
            years = in_order(year for of_year in totals.values() for year in of_year)
            title = self._portfolio.subject(currency, language)
            heading = Heading("", title, names, currency, {})
            statements, columns = [], []
            for year in years:
                parts = [totals[group][year].sides for group in totals if year in totals[group]]
                all_parties = [together(side) for side in zip(*parts, strict=True)]
                nobody = [Paid(0)] * len(all_parties)
                for group in shown:
                    total = totals[group].get(year)
                    columns.append(total.sides if total else nobody)
                if "total" in names:
                    columns.append(all_parties)
                whole = Total(
                    "",
                    year,
                    "",
                    0,
                    currency,
                    all_parties[0].conditional,
                    not all_parties[0].partial,
                )
                statements.append(Statement(heading, year, self._options.basis, totals=(whole,)))
            grid = product(*(range(len(axis.values)) for axis in axes))
            combinations = [
                # What is known of a sum is no sum: a table marks it, and a program has no mark.
                Combination(
                    places,
                    tuple(
                        None if by_party and column[number].partial else column[number].amount
                        for column in columns
                    ),
                )
                for number, places in enumerate(grid)
            ]
            subject = SweptAgreement(tuple(statements), tuple(names), axes, tuple(self._inputs))
            marks = [Row(tuple(Cell(0, subject.mark(year)) for year in years))]
            below = [*self._portfolio.notes(currency, marks, language)]
            below += self._portfolio.taken(currency, language)
            if unaffected := self._unaffected.get(currency):
                below.append(
                    phrase("unaffected", language).replace("{count}", str(unaffected)) + "."
                )
            yield SweptTogether(subject._replace(below=tuple(below)), combinations)
