"""What a party lays out for the others, where it may be its known part that is meant."""

from collections.abc import Iterator

from avtalskalk.diagnostics import Amount, Diagnostic
from avtalskalk.engine.plan import Plan
from avtalskalk.engine.whatif.written import amount_text
from avtalskalk.model.statement import Statement


def laid_out(plan: Plan, statement: Statement) -> Iterator[Diagnostic]:
    """What a party pays the supplier in a year, and what it bears of that.

    A paper's amount for one party is easily written as `paid_by`, where it is a known part.
    """
    agreement = plan.agreement
    for name, item in agreement.costs.items():
        annual, payer = item.figures(statement.basis), item.paid_by
        figure = annual.figures.get(int(statement.year[:4])) if annual else None
        if payer is None or figure is None or not figure.amount:
            continue
        part = sum(
            row.amount
            for row in statement.rows
            if (row.item, row.line, row.party) == (name, "split", payer)
        )
        if part not in (0, figure.amount):
            yield Diagnostic(
                "AV840",
                {
                    "item": plan.heading.items[name], "year": statement.year,
                    "party": agreement.parties[payer].name,
                    "total": Amount(figure.amount, agreement.currency),
                    "part": Amount(part, agreement.currency),
                    "basis": statement.basis, "payer": payer,
                    "figure": amount_text(figure.amount, agreement.currency, "."),
                },
                ("costs", name, "paid_by"),
                severity="note",
            )  # fmt: skip
