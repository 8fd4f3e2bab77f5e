"""Periods whose days or words do not go together."""

from datetime import date, timedelta
from itertools import pairwise

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.timeline import in_order, option_end
from avtalskalk.diagnostics import (
    Argument,
    Diagnostic,
    Findings,
    Path,
    Phrase,
    missing_key,
    one_of,
    out_of_range,
)
from avtalskalk.model.agreement import Period

DAY = timedelta(days=1)


def reversed_days(first_key: str, first: date, last_key: str, last: date) -> dict[str, Argument]:
    """The arguments of AV301: a last day before the first."""
    return {"first_key": first_key, "first": first, "last_key": last_key, "last": last}


def memberships(plan: Plan) -> Findings:
    """A party that leaves before it joins, or joins again without having left."""
    for name, party in plan.agreement.parties.items():
        path: Path = ("parties", name)
        later = len(party.joined) - len(party.left)
        if later > 1 or (later < 0 and len(party.left) > 1):
            lacking = "left" if later > 1 else "joined"
            yield Diagnostic("AV292", missing_key(f"{lacking}: 2024-12-31"), path)
            continue
        days = [
            (key, day)
            for membership in party.memberships
            for key, day in zip(("joined", "left"), membership, strict=True)
            if day
        ]
        for (key, day), (next_key, next_day) in pairwise(days):
            if next_day < day:
                yield Diagnostic(
                    "AV301",
                    reversed_days(key, day, next_key, next_day),
                    (*path, next_key),
                    related=((*path, key),),
                )


def period_days(plan: Plan) -> Findings:
    """Dates that make no period, and periods that overlap or leave a gap."""
    agreement = plan.agreement
    for place, period in enumerate(agreement.periods):
        if period.start and period.to and period.to < period.start:
            yield Diagnostic(
                "AV301",
                reversed_days("from", period.start, "to", period.to),
                ("periods", place, "to"),
                related=(("periods", place, "from"),),
            )
        if period.start is None and place > 0:
            yield Diagnostic("AV304", {}, ("periods", place))
    ordered = [
        (place, period) for place, period in in_order(agreement) if period.start or place == 0
    ]
    for (place, period), (next_place, following) in pairwise(ordered):
        first, last = following.start, period.terminated or period.to
        if first is None or (period.start and period.to and period.to < period.start):
            continue
        beginning: Path = ("periods", next_place, "from")
        if last is None:
            yield Diagnostic(
                "AV305", {"next": first, "last": first - DAY}, ("periods", place),
                related=(beginning,),
            )  # fmt: skip
            continue
        key = "terminated" if period.terminated else "to"
        ending: Path = ("periods", place, key)
        if last >= first:
            arguments: dict[str, Argument] = {"last": last, "first": first, "key": key}
            arguments["before"] = first - DAY
            yield Diagnostic("AV302", arguments, beginning, related=(ending,))
        elif last + DAY < first and (period.terminated or not period.renews):
            gap: dict[str, Argument] = {"first": last + DAY, "last": first - DAY}
            yield Diagnostic("AV303", gap, beginning, related=(ending,), severity="warning")


def period_words(plan: Plan) -> Findings:
    """Words of a period that do not go together."""
    for number, (place, period) in enumerate(in_order(plan.agreement)):
        path: Path = ("periods", place)
        for key in ("continues", "otherwise"):
            if number == 0 and getattr(period, key):
                yield Diagnostic("AV307", {"key": key}, (*path, key))
        if period.otherwise and period.condition is None:
            about: dict[str, Argument] = {
                "key": "otherwise",
                "item": "periods",
                "where": Phrase("where_condition"),
            }
            yield Diagnostic("AV413", about, (*path, "otherwise"), at="key")
        yield from _option(period, path)
        if period.terminated and period.start and period.terminated < period.start:
            yield Diagnostic(
                "AV301",
                reversed_days("from", period.start, "terminated", period.terminated),
                (*path, "terminated"),
                related=((*path, "from"),),
            )
        condition = period.condition
        if condition and condition.at_least is not None and condition.of is not None:
            most = len(condition.of)
            if not 1 <= condition.at_least <= most:
                arguments = out_of_range("at_least", condition.at_least, 1, most)
                yield Diagnostic("AV118", arguments, (*path, "condition"))
        if period.renews and period.renews.years < 1:
            arguments = out_of_range("years", period.renews.years, 1)
            yield Diagnostic("AV118", arguments, (*path, "renews", "years"))


def _option(period: Period, path: Path) -> Findings:
    """An option says how far it reaches, beyond an end; a renewal needs an end too."""
    option, end = period.option, option_end(period)
    if option and (option.extend is None) == (option.extend_to is None):
        keys = ("extend", "extend_to")
        stated = keys if option.extend is not None else ()
        arguments = one_of(keys, stated, "extend: 2 years", "extend_to: 2026-12-31")
        yield Diagnostic("AV297", arguments, (*path, "option"))
    if (option or period.renews) and period.to is None:
        key = "option" if option else "renews"
        yield Diagnostic("AV309", {"key": key}, (*path, key))
    if option and end and period.to and end <= period.to:
        yield Diagnostic("AV310", {"end": end, "last": period.to}, (*path, "option", "extend_to"))


def refusals(plan: Plan) -> Findings:
    """A party that has refused a period which holds all the same."""
    for place, period in enumerate(plan.agreement.periods):
        for party, decisions in period.decisions.items() if not period.condition else ():
            if any(decision.status == "refused" for decision in decisions):
                path: Path = ("periods", place, "decisions", party)
                yield Diagnostic("AV314", {"party": party}, path, severity="warning")


CHECKS = (
    memberships,
    period_days,
    period_words,
    refusals,
)
