"""What rounding, surcharges and earlier years add to a party's amounts, as trees."""

from collections.abc import Iterator
from fractions import Fraction

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.year_result import Charged, Result, RoundedParts
from avtalskalk.diagnostics import Argument, Path, Phrase
from avtalskalk.features.explain.nodes import Node, money, party_name


def line_rounding(plan: Plan, party: str, charged: Charged, exact: Fraction) -> Iterator[Node]:
    """What rounding adds to a line or takes away, where it does; ``exact`` is as explained."""
    place, rounded = plan.parties.index(party), charged.rounded
    kept = rounded.exact.fractions
    if exact != kept[place]:
        message = f"{charged.line.label}: explained as {exact}, calculated as {kept[place]}"
        raise ValueError(message)
    if exact != rounded.amounts[place]:
        most = rounded.unit * (len(plan.parties) if rounded.method == "rest_to" else 1)
        yield rounding_node(plan, party, rounded, exact, most)


def total_rounding(plan: Plan, party: str, result: Result, exact: Fraction) -> Iterator[Node]:
    """The rounding of the total; where the agreement has one, also if it changes nothing."""
    rounded = result.rounded
    if rounded is None:
        return
    amounts, place = rounded.amounts, plan.parties.index(party)
    changes = {exact, rounded.exact.fractions[place]} != {Fraction(amounts[place])}
    method = rounded.method if changes else "none"
    if exact == amounts[place] and not _path(plan):
        return
    # Each line, and each surcharge, has been rounded to the smallest unit before.
    before = len(result.charged) + sum(charged.surcharge is not None for charged in result.charged)
    most = rounded.unit * (len(plan.parties) if method == "rest_to" else 1) + before
    yield rounding_node(plan, party, rounded._replace(method=method), exact, most)


def _path(plan: Plan) -> Path:
    """Where the agreement speaks of rounding; () where it does not."""
    return ("rounding",) if "rounding" in plan.agreement.model_fields_set else ()


def rounding_node(
    plan: Plan, party: str, rounded: RoundedParts, exact: Fraction, most: int
) -> Node:
    """What rounding adds to a party's amount, with those who got more than their exact part.

    The rows above, rounded one by one, may add up to something other than the exact part, which
    is what was rounded.
    """
    place, method = plan.parties.index(party), rounded.method
    kept, amounts = rounded.exact.fractions, rounded.amounts
    amount, part = amounts[place], kept[place]
    if abs(amount - exact) >= most:
        # What a tree leaves out, or counts twice, must not hide in the rounding.
        message = f"rounding from {exact} to {amount} for {party}"
        raise ValueError(message)
    takers = [
        taker
        for taker, was, now in zip(plan.parties, kept, amounts, strict=True)
        if abs(now) > abs(was)
    ]
    rest_to = "" if plan.rest_to is None else plan.parties[plan.rest_to]
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "exact": money(plan, part),
        "amount": money(plan, amount),
        "to": money(plan, rounded.unit),
        "taker": rest_to and party_name(plan, rest_to),
        "takers": tuple(party_name(plan, taker) for taker in takers),
    }
    if exact != part:
        facts["rows"] = money(plan, exact)
    rule = method
    if method != "none" and part == amount:
        rule = "exact"
    elif method == "largest_remainder":
        rule += "" if party in takers else "_others" if takers else "_even"
    path = () if method == "line" else _path(plan)
    source = plan.agreement.rounding.source
    return Node(f"rounding_{rule}", amount - exact, facts=facts, path=path, source=source)


# --- Surcharges ------------------------------------------------------------------------------


def surcharge_nodes(plan: Plan, party: str, charged: Charged) -> tuple[Node, ...]:
    """The surcharge on a line; nothing where the party has none."""
    surcharged, place = charged.surcharge, plan.parties.index(party)
    if surcharged is None or party not in surcharged.exact:
        return ()
    surcharge, name = surcharged.surcharge, charged.line.names[0]
    on, exact = surcharged.on[party], surcharged.exact[party]
    value = Fraction(surcharged.amounts[place])
    path: Path = ("costs", name, "surcharge")
    facts: dict[str, Argument] = {
        "party": party_name(plan, party),
        "item": plan.heading.items[name],
        "title": surcharge.title,
        "percent": surcharge.percent,
        "amount": money(plan, on),
        "exact": money(plan, exact),
        "to": money(plan, 1 if plan.rounds_at_total else plan.unit),
    }
    percent = Node(
        "surcharge_percent", surcharge.percent, "share", facts=facts, path=(*path, "percent")
    )
    factors, source = (percent, Node("surcharge_on", on, facts=facts)), surcharge.source
    if exact == value:
        return (Node("surcharge", exact, "amount", "product", facts, path, source, factors),)
    whole = Node("surcharge_exact", exact, "amount", "product", facts, path, source, factors)
    parts = whole, Node("surcharge_rounding", value - exact, facts=facts)
    return (Node("surcharge_rounded", value, "amount", "sum", facts, path, source, parts),)


def carried_nodes(plan: Plan, party: str, result: Result) -> Iterator[Node]:
    """What earlier years' settlements have carried to the year, of what a party pays."""
    agreed = plan.agreement.reconciliation
    for carried in result.carried:
        moved = carried.adjustment
        amount = moved.amounts[plan.parties.index(party)]
        if amount:
            facts: dict[str, Argument] = {
                "kind": Phrase(moved.kind),
                "year": carried.year,
                "party": party_name(plan, party),
                "whole": money(plan, abs(moved.moved)),
            }
            source = agreed.source if agreed else ""
            path = ("reconciliation", moved.kind)
            yield Node("carried", Fraction(amount), facts=facts, path=path, source=source)
