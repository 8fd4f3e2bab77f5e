"""What a file may say but an agreement may not: one function for each check, one visible list.

A check takes the plan of an agreement and yields diagnostics with their paths in its file.  It
never stops at the first, and never guesses what was meant.
"""

from collections.abc import Callable, Sequence

from avtalskalk.calculation.calculate import calculate, years_with_figures
from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.errors import costs, data, names, periods, shares, suppressions
from avtalskalk.checks.errors.nearest import Findings
from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.model.statement import BASES


def not_computed(plan: Plan) -> Findings:
    """Forms that the format has and the engine does not compute yet: refused, saying so."""
    settlement = plan.agreement.reconciliation
    for key in ("surplus", "deficit"):
        deviation = getattr(settlement, key, None)
        if deviation is not None and deviation.do == "carry":
            yield Diagnostic("AV901", {"form": "carry_to"}, ("reconciliation", key), at="key")


CHECKS: Sequence[Callable[[Plan], Findings]] = (
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
    data.formulas,
    data.bands,
    data.clauses,
    data.index_values,
    data.limits,
    suppressions.codes,
    not_computed,
)

OF_ORDINARY: Sequence[Callable[[Plan], Findings]] = (
    names.few_parties,
    names.party_names,
    periods.period_days,
    periods.period_words,
    shares.fixed_shares,
    costs.signs,
    costs.part_years,
)
"""Those that may find something in an ordinary agreement (`Plan.ordinary`), in the same order."""


def findings(plan: Plan) -> list[Diagnostic]:
    """Everything that is wrong with an agreement whose values are each right.

    The years are only calculated where nothing else is wrong.
    """
    found = [one for check in (OF_ORDINARY if plan.ordinary else CHECKS) for one in check(plan)]
    if not any(one.severity == "error" for one in found):
        found += shares.idle_parties(plan)
        if not plan.ordinary:
            found += calculated_years(plan)
    return suppressions.without(plan.agreement, found) if plan.agreement.lints else found


def calculated_years(plan: Plan) -> Findings:
    """What only shows when a year is calculated: holes in keys, limits that contradict.

    Agreements without keys, indices, limits, steps, rounded shares and memberships have nothing of
    the kind.
    """
    agreement = plan.agreement
    members = any(party.joined or party.left for party in agreement.parties.values())
    limits = any(item.limits for item in agreement.costs.values())
    rounded = any(getattr(one.split, "round", None) for one in plan.splits)
    data = agreement.keys or agreement.indices
    if not (data or limits or plan.steps or rounded or members or plan.rounds_at_total):
        return
    told: set[tuple[str, Path]] = set()
    for basis in BASES:
        years = years_with_figures(plan, basis)
        for number in years_with_data(plan) if years is None else years:
            statement = calculate(plan, number, basis, rows=False)
            for one in statement.diagnostics:
                if (one.code, one.path) not in told:
                    told.add((one.code, one.path))
                    yield one


def years_with_data(plan: Plan) -> range:
    """The years of an agreement without end that something dated in it tells apart."""
    agreement = plan.agreement
    starts = [term.span.first.year for term in plan.terms if term.span.has_start]
    days = [
        *(one.when for key in agreement.keys.values() for one in key.values or ()),
        *(month for index in agreement.indices.values() for month in index.values),
        *(day for party in agreement.parties.values() for day in (party.joined, party.left)),
    ]
    paid = [agreement.paid, *(item.paid for item in agreement.costs.values())]
    after = [year + 1 for by_year in paid for year in by_year or ()]
    years = [*starts, *after, *(day.year for day in days if day is not None)]
    if not years:
        return range(0)
    # A year may use what was observed the year before, so the last year to look at is one later.
    return range(min(starts, default=min(years)), max(years) + 2)
