"""Periods whose days or words do not go together."""

from datetime import date
from itertools import pairwise

from avtalskalk.calculation.prepared import Plan
from avtalskalk.calculation.timeline import in_order, option_end
from avtalskalk.diagnostics import Argument, Diagnostic, Findings, Path, one_of, out_of_range
from avtalskalk.model.agreement import Period


def reversed_days(first_key: str, first: date, last_key: str, last: date) -> dict[str, Argument]:
    """The arguments of AV301: a last day before the first."""
    return {"first_key": first_key, "first": first, "last_key": last_key, "last": last}


def memberships(plan: Plan) -> Findings:
    """A party that leaves before it joins."""
    for name, party in plan.agreement.parties.items() if plan.changes else ():
        if party.joined and party.left and party.left < party.joined:
            yield Diagnostic(
                "AV301",
                reversed_days("joined", party.joined, "left", party.left),
                ("parties", name, "left"),
                related=(("parties", name, "joined"),),
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
    for place, period in enumerate(agreement.periods):
        if period.start is None and place > 0:
            yield Diagnostic("AV304", {}, ("periods", place))
    ordered = [one for one in in_order(agreement) if one[1].start or one[0] == 0]
    for (place, period), (after_place, after) in pairwise(ordered):
        if after.start is None or (period.start and period.to and period.to < period.start):
            continue
        last = period.terminated or period.to
        key = "terminated" if period.terminated else "to"
        if last is None:
            yield Diagnostic(
                "AV305", {"next": after.start}, ("periods", place),
                related=(("periods", after_place, "from"),),
            )  # fmt: skip
        elif last >= after.start:
            yield Diagnostic(
                "AV302",
                {
                    "last": last,
                    "first": after.start,
                    "key": key,
                    "before": date.fromordinal(after.start.toordinal() - 1),
                },
                ("periods", after_place, "from"),
                related=(("periods", place, key),),
            )
        elif last.toordinal() + 1 < after.start.toordinal() and not (
            period.renews and not period.terminated
        ):
            yield Diagnostic(
                "AV303",
                {
                    "first": date.fromordinal(last.toordinal() + 1),
                    "last": date.fromordinal(after.start.toordinal() - 1),
                },
                ("periods", after_place, "from"),
                related=(("periods", place, key),),
                severity="warning",
            )


# What a period may have that goes together with everything.
_WITHOUT_WORDS = frozenset({"start", "to", "title", "split", "splits", "decisions", "source"})


def period_words(plan: Plan) -> Findings:
    """Words of a period that do not go together."""
    for number, (place, period) in enumerate(in_order(plan.agreement)):
        path: Path = ("periods", place)
        if not period.model_fields_set <= _WITHOUT_WORDS:
            yield from _words(period, path, first=number == 0)
        statuses = [one.status for each in period.decisions.values() for one in each]
        if "refused" not in statuses or period.condition:
            continue
        for party, decisions in period.decisions.items():
            if any(one.status == "refused" for one in decisions):
                where = (*path, "decisions", party)
                yield Diagnostic("AV314", {"party": party}, where, severity="warning")


def _words(period: Period, path: Path, *, first: bool) -> Findings:
    """The words that few periods have."""
    if period.continues and first:
        yield Diagnostic("AV307", {}, (*path, "continues"))
    option = period.option
    if option and (option.extend is None) == (option.extend_to is None):
        keys = ("extend", "extend_to")
        stated = keys if option.extend is not None else ()
        arguments = one_of(keys, stated, "extend: 2 years", "extend_to: 2026-12-31")
        yield Diagnostic("AV297", arguments, (*path, "option"))
    if (option or period.renews) and period.to is None:
        key = "option" if option else "renews"
        yield Diagnostic("AV309", {"key": key}, (*path, key))
    end = option_end(period)
    if option and end and period.to and end <= period.to:
        yield Diagnostic("AV310", {"end": end, "last": period.to}, (*path, "option", "extend_to"))
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
