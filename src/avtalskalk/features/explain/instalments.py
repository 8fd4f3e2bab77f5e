"""A bill of a year as a tree: from its amount back to what is owed for the year."""

from collections.abc import Iterator
from fractions import Fraction

from avtalskalk.calculation.bills import Bill, bills
from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Argument, Path
from avtalskalk.features.explain.costs import CalculatedYear
from avtalskalk.features.explain.debts import advance_node, again, debt_node, taken_off
from avtalskalk.features.explain.nodes import Derivation, Node, aside, money, party_name
from avtalskalk.features.explain.tree import Explained, calculated_year, year_node


def explain_instalment(plan: Plan, number: int, party: str, instalment: int) -> Explained:
    """Why a party is billed what it is in an instalment of a year, by the year's budget.

    What is left for the settlement has the number after the last.  The year must have terms and
    the party be the agreement's.
    """
    calculated = calculated_year(plan, number, "budget")
    statement = calculated.statement
    of_party = [b for b in bills(plan, number, statement) if b.payer == party]
    of_number = [b for b in of_party if b.number == instalment]
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "year": calculated.year.label,
        "number": instalment,
    }
    if any(total.amount is None for total in statement.totals):
        whole = tuple(year_node(calculated, name) for name in plan.parties)
        tree = Node("bill_instalment", None, "amount", "given", facts, children=whole)
    elif of_number:
        invoicing, first = plan.agreement.invoicing, of_number[0]
        days = {name: getattr(first, name) for name in ("billed", "due")}
        facts |= {name: day for name, day in days.items() if day is not None}
        parts = (node for bill in of_number for node in _parts(calculated, bill, facts))
        stated = (plan.agreement.billed or {}).get(number, {}).get(party)
        billed: tuple[Node, ...] = ()
        if stated is not None:
            # The bills are those of the budget; what was billed in fact stands beside.
            where: Path = ("billed", calculated.year.label, party)
            billed = (aside(Node("billed", Fraction(stated), facts=facts, path=where)),)
        children = (*parts, *billed)
        value = Fraction(sum(bill.total for bill in of_number))
        facts["item"] = plan.heading.items.get(first.debt.item, "")
        path: Path = ("invoicing",) if invoicing else ()
        if first.debt.item:
            path = "costs", first.debt.item, "billed_on"
        source = invoicing.source if invoicing else ""
        tree = Node(f"bill_{first.kind}", value, "amount", "sum", facts, path, source, children)
    else:
        tree = Node("no_bill", Fraction(0), facts=facts)
    return Explained(statement, party, "", tree, "instalment", instalment)


def _parts(calculated: CalculatedYear, bill: Bill, facts: dict[str, Argument]) -> Iterator[Node]:
    """What a bill is the sum of: its part of the year, rounding, and VAT where it is agreed."""
    plan, debt = calculated.plan, bill.debt
    invoicing = plan.agreement.invoicing
    whole = debt_node(calculated, debt)
    match bill.kind:
        case "year" | "item" | "billed" | "correction":
            yield whole
        case "balance":
            yield whole
            yield taken_off("advance_billed", again(advance_node(calculated, debt, again(whole))))
        case "instalment":
            advance = advance_node(calculated, debt, whole)
            yield from _instalment(calculated, bill, advance, facts)
    percent = invoicing.vat if invoicing else None
    if percent:
        path = "invoicing", "vat"
        net = Fraction(bill.net)
        about = {**facts, "amount": money(plan, bill.net)}
        rate = Node("vat_percent", percent, "share", facts=about, path=path)
        factors = rate, Node("bill_net", net)
        yield Node("vat", percent * net, "amount", "product", about, path, children=factors)
        if bill.vat != percent * net:
            yield Node("vat_rounding", bill.vat - percent * net, facts=about)
    if bill.rounding:
        path = "invoicing", "round_total"
        yield Node("bill_rounding", Fraction(bill.rounding), facts=facts, path=path)


def _instalment(
    calculated: CalculatedYear, bill: Bill, advance: Node, facts: dict[str, Argument]
) -> Iterator[Node]:
    """An instalment's part of what is billed in advance, and what cutting it down changes."""
    weight, weighed = bill.weights
    before = advance.value or Fraction(0)
    if not weighed:
        yield advance
        return
    path = "invoicing", "instalments"
    about = {**facts, "amount": money(calculated.plan, before)}
    factors: tuple[Node, ...] = ()
    if bill.span is not None:
        about |= {"first": bill.span.first, "last": bill.span.last}
        weights = ("instalment_weight", weight), ("instalment_weights", weighed)
        factors = tuple(Node(rule, value, "number", facts=about) for rule, value in weights)
    how: Derivation = "quotient" if factors else "given"
    rule = f"instalment_{'share' if factors else 'stated'}"
    share = Node(rule, weight / weighed, "share", how, about, path, children=factors)
    exact = before * weight / weighed
    children = share, advance
    yield Node("instalment_part", exact, "amount", "product", about, path, children=children)
    if exact != bill.net:
        rule = "instalment_rest" if abs(bill.net) > abs(exact) else "instalment_cut"
        yield Node(rule, bill.net - exact, facts=about)
