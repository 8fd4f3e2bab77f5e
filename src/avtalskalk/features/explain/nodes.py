"""The tree that explains a figure: each number, how it follows from those below, and its papers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from math import prod
from typing import Literal, NamedTuple, assert_never

from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Amount, Argument, Number, Path
from avtalskalk.model.dated import Dated, DatedValue, at
from avtalskalk.money import nearest

NodeUnit = Literal["amount", "price", "share", "points", "number", "flag"]
"""What a value is: minor units, a price in minor units, a share, a difference of shares (shown in
percentage points), a plain number, or 1 for what is simply so."""

Derivation = Literal[
    "given",  # as it is written, or by the calendar
    "same",  # the one below
    "sum",
    "product",
    "quotient",  # the first below over the second
    "difference",  # the first below less the others
    "rest",  # one less those below
    "mean",
    "least",
    "one_of",  # one over the fact ``count``
    "power",  # one more than the one below, to the power of the fact ``times``
    "partly",  # one and so much (the first below) of what the second is above one
    "rounded",  # the one below, to the nearest multiple of the fact ``unit``
    "formula",  # the fact ``formula`` on those below, by the fact ``key`` of each
]
"""How a value follows from those right below it that count."""


class Paper(NamedTuple):
    """A decision or a paper that a value rests on; "" for what is not given.

    ``first`` and ``last`` are the days of the period that it is about; ``recorded_in`` is the
    paper that tells of a decision, where that is another than the period's own.
    """

    party: str
    status: str
    title: str
    dnr: str
    paragraph: str
    date: str
    first: str = ""
    last: str = ""
    recorded_in: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """One number of an explanation.

    ``value`` is exact (None: not known), ``path`` where it or its rule is written.  ``counts``
    is False for what the value above does not follow from, such as a limit's bound; ``bound``
    says whether a limit, band or threshold did bind (None: it is none).
    """

    rule: str
    value: Fraction | None
    unit: NodeUnit = "amount"
    how: Derivation = "given"
    facts: Mapping[str, Argument] = field(default_factory=dict)
    path: Path = ()
    source: str = ""
    children: tuple["Node", ...] = ()
    counts: bool = True
    bound: bool | None = None
    papers: tuple[Paper, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a value that is not what those below it make: it would explain another figure."""
        if self.value is None:
            return
        counted = [child for child in self.children if child.counts]
        values = [child.value for child in counted if child.value is not None]
        if len(values) == len(counted) and _derived(self, counted, values) != self.value:
            message = f"{self.rule} at {self.path}: {self.value} is not the {self.how} of {values}"
            raise ValueError(message)


def _derived(node: Node, counted: Sequence[Node], values: Sequence[Fraction]) -> object:  # noqa: C901, PLR0911, PLR0912 - one case a way
    """What the values of the nodes below that count make, the way that the node follows from them.

    They are in the order of the nodes.
    """
    match node.how:
        case "given":
            return None if values else node.value
        case "same":
            return values[0] if len(values) == 1 else None
        case "sum":
            return sum(values, Fraction(0))
        case "product":
            return prod(values, start=Fraction(1))
        case "quotient":
            return values[0] / values[1]
        case "difference":
            return values[0] - sum(values[1:], Fraction(0))
        case "rest":
            return 1 - sum(values, Fraction(0))
        case "mean":
            return sum(values, Fraction(0)) / len(values)
        case "least":
            return min(values)
        case "one_of":
            return Fraction(1, int(str(node.facts["count"])))
        case "power":
            return (1 + values[0]) ** int(str(node.facts["times"]))
        case "partly":
            return 1 + values[0] * (values[1] - 1)
        case "rounded":
            unit = node.facts["unit"]
            return nearest(values[0], unit.value) if type(unit) is Number else None
        case "formula":
            from avtalskalk.calculation.formula import evaluate, parse

            by_name = zip((str(child.facts["name"]) for child in counted), values, strict=True)
            return evaluate(parse(str(node.facts["formula"])), dict(by_name))
        case _:
            assert_never(node.how)


def in_force(dated: Dated, day: date) -> DatedValue:
    """What holds on a day; a calculation that was done has found one."""
    change = at(dated, day)
    assert change is not None  # noqa: S101 - otherwise the year is incomplete
    return change


def since(change: DatedValue) -> dict[str, Argument]:
    """From when a dated value holds, as a node's fact; nothing where it always does."""
    return {"since": change.label} if change.key else {}


def aside(node: Node) -> Node:
    """A node that the one above does not follow from."""
    return replace(node, counts=False)


def with_facts(node: Node, **facts: Argument) -> Node:
    """A node with more facts."""
    return replace(node, facts={**node.facts, **facts})


def unused(node: Node) -> Node:
    """A node beside one that was used in its stead."""
    return with_facts(aside(node), unused=True)


def total(nodes: Iterable[Node]) -> Fraction:
    """The sum of what is known."""
    return sum((node.value for node in nodes if node.value is not None), Fraction(0))


def product(nodes: Iterable[Node]) -> Fraction:
    """The product of what is known."""
    return prod((node.value for node in nodes if node.value is not None), start=Fraction(1))


def party_name(plan: Plan, party: str) -> str:
    """A party's name."""
    return plan.heading.parties.get(party, party)


def party_names(plan: Plan, parties: Iterable[str]) -> tuple[str, ...]:
    """Several parties' names, in the file's order."""
    named = set(parties)
    return tuple(plan.heading.parties[party] for party in plan.parties if party in named)


def money(plan: Plan, minor: Fraction | int) -> Amount:
    """Minor units as an amount in the agreement's currency."""
    return Amount(minor, plan.heading.currency)
