"""What a party pays by another agreement, as a tree: all that makes it there."""

from collections.abc import Container, Mapping
from dataclasses import replace
from fractions import Fraction

from avtalskalk.calculation.missing import in_agreement, path_in_agreement
from avtalskalk.calculation.taken import Taken
from avtalskalk.diagnostics import Argument, Path
from avtalskalk.features.explain.nodes import Node, party_name
from avtalskalk.features.explain.tree import calculated_year, year_node


def taken_node(source: Taken, path: Path, facts: Mapping[str, Argument]) -> Node:
    """An amount from another agreement, with the tree of what the party pays there."""
    plan = source.plan
    tree = year_node(calculated_year(plan, source.number, source.statement.basis), source.party)
    heading = plan.heading
    facts = {**facts, "party": party_name(plan, source.party), "agreement": heading.title}
    children = (in_other_agreement(tree, heading.agreement, heading.sources),)
    value = Fraction(source.amount)
    return Node("from_agreement", value, "amount", "same", facts, path, children=children)


def in_other_agreement(node: Node, agreement: str, papers: Container[str]) -> Node:
    """A node of another agreement's tree, its place and its paper called as from this one."""
    source = node.source
    return replace(
        node,
        path=path_in_agreement(agreement, node.path),
        source=in_agreement(agreement, source) if source in papers else source,
        children=tuple(in_other_agreement(child, agreement, papers) for child in node.children),
    )
