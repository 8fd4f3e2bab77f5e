"""A report's subject: one agreement, the year it is about, and the years before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import AgreementError
from avtalskalk.features.computed import compute, plan_of
from avtalskalk.features.readings.readings import with_stakes
from avtalskalk.features.settle.settlement import Settlement
from avtalskalk.features.whatif.scenarios import ScenarioFile
from avtalskalk.features.whatif.whatif import whatif
from avtalskalk.files.workspace import Loaded
from avtalskalk.model.statement import Basis, Statement
from avtalskalk.report.comparison import ScenarioSet


@dataclass(frozen=True, slots=True)
class Report:
    """One agreement's years on a basis, at least one; the last is the one reported on.

    The years before are there to compare with, as far as any amount of theirs is known.
    ``explained`` says that how each party's amount is worked out is part of it.  ``proposals`` are
    scenarios beside the agreement as it is, in the years asked about; ``settlements`` are of its
    years, where they are part of it.
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
    Raises AgreementError where one of the scenarios cannot be worked out.
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
    compared = []
    for scenario in scenarios:
        changed = whatif(
            loaded,
            (),
            sorted(set(years)) if years else (made.number,),
            basis,
            scenario=scenario,
            today=today,
            assume_extended=assume_extended,
        )
        if changed.compared is None:
            raise AgreementError(changed.diagnostics)
        compared.append(changed.compared)
    return replace(made, proposals=ScenarioSet(tuple(compared)))
