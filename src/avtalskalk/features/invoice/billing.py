"""What is billed of an agreement's years."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from avtalskalk.calculation.bills import Bill, bills, corrected
from avtalskalk.calculation.calculate import calculate
from avtalskalk.features.computed import chosen_years, plan_of, with_findings
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Heading, Statement


class Billing(NamedTuple):
    """A year's bills of one agreement; none where the year is incomplete."""

    loaded: Loaded
    statement: Statement
    bills: tuple[Bill, ...]

    @property
    def heading(self) -> Heading:
        """The agreement's own words."""
        return self.statement.heading


def bill(
    loaded: Loaded,
    years: Iterable[int] | None = None,
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> list[Billing]:
    """What is billed of an agreement's budgeted years; without ``years`` all that it has."""
    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    billings: list[Billing] = []
    for number in chosen_years(plan, loaded, years, "budget"):
        statement = with_findings(calculate(plan, number, inputs=loaded.inputs), loaded)
        made = corrected(plan, number, statement, bills(plan, number, statement), today)
        billings.append(Billing(loaded, statement, tuple(made)))
    return billings
