"""The interest of a settlement as a tree: amount, rate and time, part by part."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from avtalskalk.calculation.party_settlements import PartySettlement
from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Argument, Path
from avtalskalk.features.explain.nodes import Node, money


def interest_nodes(
    plan: Plan, share: PartySettlement, of_party: Mapping[str, Argument]
) -> Iterator[Node]:
    """The interest that a party has to its credit, part by part, rounded once."""
    agreed = plan.agreement.reconciliation
    if agreed is None or agreed.interest is None:
        return
    path: Path = ("reconciliation", "interest")
    parts: list[Node] = []
    for part in share.interest_parts:
        facts = {
            **of_party,
            "begins": part.first,
            "until": part.until,
            "rate": part.rate,
            "amount": money(plan, part.amount),
        }
        days = ("interest_days", part.days), ("interest_year", part.year_days)
        counted = (Node(name, Fraction(number), "number", facts=facts) for name, number in days)
        time = Node(
            "interest_time",
            Fraction(part.days, part.year_days),
            "number",
            "quotient",
            facts,
            (*path, "days") if "days" in agreed.interest.model_fields_set else (),
            children=tuple(counted),
        )
        rate = Node("interest_rate", part.rate, "share", facts=facts, path=(*path, "rate"))
        amount = Node(f"interest_on_{agreed.interest.base}", part.amount, facts=facts)
        children = amount, rate, time
        parts.append(
            Node("interest_part", part.exact, "amount", "product", facts, path, "", children)
        )
    exact = sum((part.exact for part in share.interest_parts), Fraction(0))
    if share.interest is not None and -share.interest != exact:
        parts.append(Node("interest_rounding", -share.interest - exact))
    value = None if share.interest is None else Fraction(-share.interest)
    source = agreed.interest.source or agreed.source
    yield Node("interest", value, "amount", "sum", of_party, path, source, tuple(parts))
