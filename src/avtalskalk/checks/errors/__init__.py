"""What a file may say but an agreement may not: one function for each check, one list of them all.

A check takes the plan of an agreement and yields diagnostics with their paths in its file.  It
never stops at the first, and never guesses what was meant.
"""

from collections.abc import Callable

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.errors import calculated, costs, data, names, periods, shares, suppressions
from avtalskalk.diagnostics import Diagnostic, Findings

Check = Callable[[Plan], Findings]

CHECKS: tuple[Check, ...] = (
    names.few_parties,
    names.party_names,
    names.split_names,
    names.circular_splits,
    names.key_names,
    names.item_names,
    names.volumes,
    names.source_names,
    periods.memberships,
    periods.period_days,
    periods.period_words,
    periods.refusals,
    shares.fixed_shares,
    shares.mix_weights,
    shares.weights_of_nothing,
    shares.absent_parties,
    shares.steps,
    shares.lowest,
    costs.item_forms,
    costs.item_days,
    costs.signs,
    costs.part_years,
    costs.known_parts,
    costs.netted,
    data.keys,
    data.key_parties,
    data.formulas,
    data.bands,
    data.clauses,
    data.index_values,
    data.limits,
    suppressions.codes,
    calculated.forms,
)

CHECKS_OF_VALID: tuple[Check, ...] = (shares.idle_parties, calculated.years)
"""Checks that need an agreement without other errors."""


def findings(plan: Plan) -> list[Diagnostic]:
    """Everything that is wrong with an agreement whose values are each right."""
    diagnostics = [diagnostic for check in CHECKS for diagnostic in check(plan)]
    if not any(diagnostic.severity == "error" for diagnostic in diagnostics):
        diagnostics += [diagnostic for check in CHECKS_OF_VALID for diagnostic in check(plan)]
    return suppressions.without(plan.agreement, diagnostics)


def partial_findings(plan: Plan) -> list[Diagnostic]:
    """As `findings`, without the checks that need an agreement without other errors."""
    diagnostics = (diagnostic for check in CHECKS for diagnostic in check(plan))
    return suppressions.without(plan.agreement, diagnostics)
