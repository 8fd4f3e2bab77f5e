"""What only shows when a year is calculated, or cannot be calculated at all."""

from dataclasses import replace

from avtalskalk.calculation.calculate import years_with_figures
from avtalskalk.calculation.missing import Unknown
from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.year_result import adjustment_of, of_year
from avtalskalk.diagnostics import Diagnostic, Findings, Path
from avtalskalk.model.statement import BASES


def years(plan: Plan) -> Findings:
    """Holes in keys, limits that contradict: what a year's calculation finds, each once."""
    first: dict[tuple[str, Path], Diagnostic] = {}
    years_of: dict[tuple[str, Path], set[int]] = {}
    for basis in BASES:
        known = years_with_figures(plan, basis)
        for year in years_with_data(plan) if known is None else known:
            if not plan.year(year).segments:
                continue
            diagnostics = of_year(plan, year, basis).diagnostics
            if basis == "actual" and plan.agreement.reconciliation is not None:
                settled = adjustment_of(plan, year)
                if isinstance(settled, Unknown) and settled.fault is not None:
                    diagnostics = (*diagnostics, settled.fault)
            for diagnostic in diagnostics:
                place = diagnostic.code, diagnostic.path
                first.setdefault(place, diagnostic)
                years_of.setdefault(place, set()).add(year)
    for place, diagnostic in first.items():
        yield replace(diagnostic, years=tuple(sorted(years_of[place])))


def years_with_data(plan: Plan) -> range:
    """The years of an agreement without end that something dated in it tells apart."""
    agreement = plan.agreement
    days = [
        *(value.when for key in agreement.keys.values() for value in key.values or ()),
        *(month for index in agreement.indices.values() for month in index.values),
        *(day for party in agreement.parties.values() for day in (*party.joined, *party.left)),
    ]
    starts = [term.span.first.year for term in plan.terms if term.span.has_start]
    paid = [agreement.paid, *(item.paid for item in agreement.costs.values())]
    after = [year + 1 for amounts in paid for year in amounts or ()]
    dated = [*starts, *after, *(day.year for day in days if day is not None)]
    if not dated:
        return range(0)
    # A year may use what was observed the year before, so the last year to look at is one later.
    return range(min(starts, default=min(dated)), max(dated) + 2)
