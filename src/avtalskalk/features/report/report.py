"""A report's subject: one agreement, the year it is about, and the years before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import AgreementError, Diagnostic
from avtalskalk.features.computed import compute, plan_of
from avtalskalk.features.readings.readings import with_stakes
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.features.whatif.change_request import ChangeRequest
from avtalskalk.features.whatif.concern import Place, concerned
from avtalskalk.features.whatif.scenarios import ScenarioFile
from avtalskalk.features.whatif.whatif import WhatIf, whatif
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.report.comparison import ComparedScenario, ScenarioSet


@dataclass(frozen=True, slots=True)
class Report:
    """One agreement's years on a basis, at least one; the last is the one reported on.

    The years before are there to compare with, as far as any amount of theirs is known.
    ``explained`` says that how each party's amount is worked out is part of it.  ``proposals`` are
    scenarios beside the agreement as it is, in the years asked about; ``settlements`` are of its
    years, where they are part of it.  ``unaffected_by`` are the scenarios that change nothing that
    it has, ``unused`` what it lacks of that which scenarios change, with the place of each change;
    ``used`` are the places of the others.
    """

    loaded: Loaded
    plan: Plan
    statements: tuple[Statement, ...]
    basis: Basis
    today: date
    assume_extended: bool
    explained: bool = False
    proposals: ScenarioSet | None = None
    settlements: tuple[Settlement, ...] = ()
    unaffected_by: tuple[str, ...] = ()
    unused: tuple[tuple[Place, Diagnostic], ...] = ()
    used: frozenset[Place] = frozenset()

    @property
    def statement(self) -> Statement:
        """The year reported on."""
        return self.statements[-1]

    @property
    def before(self) -> Statement | None:
        """The year before, where it is known."""
        if len(self.statements) == 1:
            return None
        before = self.statements[-2]
        return before if int(before.year[:4]) == self.number - 1 else None

    @property
    def number(self) -> int:
        """The calendar year that the reported year starts in."""
        return int(self.statement.year[:4])


def report(
    loaded: Loaded,
    years: Iterable[int] | None,
    basis: Basis = "budget",
    *,
    scenarios: Sequence[ScenarioFile] = (),
    today: date,
    assume_extended: bool = False,
) -> Report | None:
    """A report on the last of some years; None where there is nothing to report on.

    A single year is compared with the one before it.  Without ``years``, it is on this year, or
    else on the last with figures; where these have no end, on this year and the one before.
    Scenarios change what the agreement has of that which they change, and say what it lacks.
    Raises AgreementError where one of them cannot be worked out.
    """
    asked = None if years is None else tuple(sorted(set(years)))
    if asked is not None and len(asked) == 1:
        asked = (asked[0] - 1, *asked)
    computed = compute(loaded, asked, basis, today=today, assume_extended=assume_extended)
    if computed.endless:
        now = (today.year - 1, today.year)
        computed = compute(loaded, now, basis, today=today, assume_extended=assume_extended)
    if loaded.agreement is not None and loaded.agreement.readings:
        computed = with_stakes(computed, basis, today=today, assume_extended=assume_extended)
    statements = computed.statements
    if years is None:
        # Figures for years to come are no report yet.
        begun = tuple(s for s in statements if int(s.year[:4]) <= today.year)
        statements = begun or statements[:1]
    if not statements:
        return None
    *earlier, last = statements
    known = [
        statement
        for statement in earlier
        if any(total.amount is not None for total in statement.totals)
        and all(d.severity != "error" for d in statement.diagnostics)
    ]
    plan = plan_of(loaded, today=today, assume_extended=assume_extended)
    made = Report(loaded, plan, (*known, last), basis, today, assume_extended)
    if not scenarios:
        return made

    def ask(requests: Sequence[ChangeRequest], scenario: ScenarioFile | None) -> WhatIf:
        of_years = sorted(set(years)) if years else (made.number,)
        question: dict[str, Any] = {"today": today, "assume_extended": assume_extended}
        return whatif(loaded, requests, of_years, basis, scenario=scenario, **question)

    parts = [concerned(ask, scenario) for scenario in scenarios]
    compared: list[ComparedScenario] = []
    for part in parts:
        if part.whatif.compared is None:
            raise AgreementError(part.whatif.diagnostics)
        if part.places:
            compared.append(part.whatif.compared)
    return replace(
        made,
        proposals=ScenarioSet(tuple(compared)) if compared else None,
        unaffected_by=tuple(part.whatif.name for part in parts if not part.places),
        unused=tuple(finding for part in parts for finding in part.unused),
        used=frozenset().union(*(part.places for part in parts)),
    )
