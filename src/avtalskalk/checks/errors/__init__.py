"""What a file may say but an agreement may not: one function for each check, one list of them all.

A check takes the plan of an agreement and yields diagnostics with their paths in its file.  It
never stops at the first, and never guesses what was meant.
"""

from collections.abc import Callable

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.errors import (
    accounting,
    calculated,
    costs,
    data,
    names,
    periods,
    settling,
    shares,
    suppressions,
)
from avtalskalk.diagnostics import Diagnostic, Findings

Check = Callable[[Plan], Findings]

CHECKS: tuple[Check, ...] = (
    *names.CHECKS,
    *periods.CHECKS,
    *shares.CHECKS,
    *costs.CHECKS,
    *data.CHECKS,
    *settling.CHECKS,
    *accounting.CHECKS,
    *suppressions.CHECKS,
)

CHECKS_OF_VALID: tuple[Check, ...] = (shares.idle_parties, calculated.years)
"""Checks that need an agreement without other errors."""


def findings(plan: Plan) -> list[Diagnostic]:
    """Everything that is wrong with an agreement whose values are each right."""
    diagnostics = partial_findings(plan)
    if not any(diagnostic.stops_all for diagnostic in diagnostics):
        reported = {(diagnostic.code, diagnostic.path) for diagnostic in diagnostics}
        further = (diagnostic for check in CHECKS_OF_VALID for diagnostic in check(plan))
        diagnostics += [d for d in further if (d.code, d.path) not in reported]
    return suppressions.without(plan.agreement, diagnostics)


def partial_findings(plan: Plan) -> list[Diagnostic]:
    """As `findings`, by the checks that need no valid agreement, and nothing suppressed."""
    return [diagnostic for check in CHECKS for diagnostic in check(plan)]
