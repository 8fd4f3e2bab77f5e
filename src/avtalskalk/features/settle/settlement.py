"""A year's settlement: its budget beside its outcome, what is paid, and what is left."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from avtalskalk.calculation.party_settlements import PartySettlement
from avtalskalk.calculation.prepared import Plan, PlanYear
from avtalskalk.calculation.settled_years import settle_year
from avtalskalk.calculation.settlement import Adjustment, settled_on
from avtalskalk.calculation.transfers import (
    Transfer,
    payers,
    transfer,
)
from avtalskalk.features.computed import chosen_years, plan_of, with_findings
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Basis, Heading, Statement


class Settlement(NamedTuple):
    """One year of an agreement, settled on an outcome.

    ``adjustment`` is None where a figure is missing; ``on`` is the day it is to be done, None
    where the agreement gives none.  ``transfers`` are what the parties and the host then owe.
    ``billed`` says that what is paid on account is stated, and not reckoned from the budget.
    """

    loaded: Loaded
    budget: Statement
    outcome: Statement
    adjustment: Adjustment | None
    on: date | None
    shares: tuple[PartySettlement, ...]
    transfers: tuple[Transfer, ...]
    billed: bool

    @property
    def heading(self) -> Heading:
        """The agreement's own words."""
        return self.budget.heading

    @property
    def conditional(self) -> frozenset[str]:
        """The parties whose amounts depend on a decision that is not taken."""
        totals = (*self.budget.totals, *self.outcome.totals)
        return frozenset(total.party for total in totals if total.conditional)

    @property
    def unbilled(self) -> list[PartySettlement]:
        """The parties that lack an amount where it is stated what was billed."""
        host = payers(self.loaded.plan).get("") if self.loaded.plan else None
        return [s for s in self.shares if self.billed and s.paid is None and s.party != host]

    @property
    def carried_to(self) -> PlanYear | None:
        """The year whose budget the difference is carried to; it may have no terms."""
        moved, plan = self.adjustment, self.loaded.plan
        if moved is None or plan is None or not moved.carried:
            return None
        return plan.year(int(self.year[:4]) + moved.carried)

    @property
    def year(self) -> str:
        """The year that is settled."""
        return self.budget.year


def settle(
    loaded: Loaded,
    years: Iterable[int] | None = None,
    basis: Basis = "actual",
    *,
    today: date | None = None,
    assume_extended: bool = False,
) -> list[Settlement]:
    """Settle an agreement's years on an outcome; without ``years`` all that have figures of it."""
    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    chosen = chosen_years(plan, loaded, years, basis)
    return [_settle(plan, loaded, number, basis) for number in chosen]


def _settle(plan: Plan, loaded: Loaded, number: int, basis: Basis) -> Settlement:
    year = settle_year(plan, number, basis)
    budget, outcome = (
        with_findings(side._replace(inputs=loaded.inputs), loaded)
        for side in (year.budget, year.outcome)
    )
    return Settlement(
        loaded,
        budget,
        outcome,
        year.adjustment,
        settled_on(plan, number),
        year.shares,
        _transfers(plan, budget, year.shares),
        number in (plan.agreement.billed or {}),
    )


def _transfers(
    plan: Plan, budget: Statement, shares: Iterable[PartySettlement]
) -> tuple[Transfer, ...]:
    """What is left of each party's year, between it and the host; () where there is none."""
    host = payers(plan).get("")
    if host is None:
        return ()
    heading = budget.heading
    return tuple(
        transfer(plan, heading, budget.year, share.party, host, share.left)
        for share in shares
        if share.left and share.party != host
    )
