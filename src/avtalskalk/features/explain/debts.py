"""What a party owes for a year, and pays of it before the settlement, as trees."""

from dataclasses import replace
from fractions import Fraction

from avtalskalk.calculation.instalments import Advance, preliminary
from avtalskalk.calculation.transfers import Transfer
from avtalskalk.diagnostics import Argument
from avtalskalk.features.explain.costs import CalculatedYear
from avtalskalk.features.explain.nodes import Node, money
from avtalskalk.features.explain.tree import item_node, year_node


def again(node: Node) -> Node:
    """A node that has been explained elsewhere, without those below it."""
    return replace(node, how="given", children=(), papers=())


def debt_node(calculated: CalculatedYear, debt: Transfer) -> Node:
    """What one owes another for a year: its own part, less the other's part of what it pays."""
    plan = calculated.plan
    body_name = plan.agreement.body_name
    unnamed = debt.payer == debt.payee
    facts: dict[str, Argument] = {
        "party": body_name(debt.payer),
        "payee": "" if unnamed else body_name(debt.payee),
        "year": calculated.year.label,
        "basis": calculated.basis,
    }
    value = Fraction(debt.amount)
    if all(part.party == debt.payer for part in debt.parts):
        year = year_node(calculated, debt.payer)
        if year.value == value:
            return Node("debt", value, "amount", "same", facts, children=(year,))
    parts: list[Node] = []
    for part in debt.parts:
        about = {
            **facts,
            "party": body_name(part.party),
            "item": plan.heading.items.get(part.item, ""),
        }
        node = Node("debt_beside", Fraction(part.amount), facts=about)
        if part.item:
            node = item_node(calculated, part.party, part.item)
            if node.value != part.amount:
                node = replace(taken_off("debt_deducted", node), facts=about)
        parts.append(node)
    return Node("debt", value, "amount", "sum", facts, children=tuple(parts))


def advance_node(calculated: CalculatedYear, debt: Transfer, whole: Node) -> Node:
    """What is billed of a debt before the settlement; ``whole`` is the debt's own tree."""
    invoicing = calculated.plan.agreement.invoicing
    if invoicing is None or invoicing.preliminary is None or debt.item:
        return whole
    facts = {**whole.facts, "amount": money(calculated.plan, debt.amount)}
    facts["preliminary"] = invoicing.preliminary
    path = "invoicing", "preliminary"
    children = Node("preliminary", invoicing.preliminary, "share", facts=facts, path=path), whole
    exact = invoicing.preliminary * debt.amount
    source = invoicing.source
    node = Node("advance", exact, "amount", "product", facts, path, source, children)
    amount = Fraction(preliminary(invoicing, debt))
    if exact == amount:
        return node
    children = node, Node("advance_rounding", amount - exact, facts=facts)
    return Node("advance_rounded", amount, "amount", "sum", facts, children=children)


def paid_node(calculated: CalculatedYear, advance: Advance, party: str) -> Node:
    """What a party pays of a debt before the settlement, or is paid."""
    whole = debt_node(calculated, advance.debt)
    whole = replace(whole, children=tuple(map(again, whole.children)))
    node = advance_node(calculated, advance.debt, whole)
    return node if advance.debt.payer == party else taken_off("advance_received", node)


def taken_off(rule: str, node: Node) -> Node:
    """What is the opposite of a node."""
    children = Node("deducted", Fraction(-1), "number"), node
    value = None if node.value is None else -node.value
    return Node(rule, value, "amount", "product", node.facts, children=children)
