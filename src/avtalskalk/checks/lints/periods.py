"""Days to keep and decisions to take: options, notice, what a party has not approved."""

from datetime import date

from avtalskalk.calculation.timeline import (
    MOST_YEARS,
    approved,
    before,
    in_order,
    option_end,
    unmet,
)
from avtalskalk.checks.lints.subject import Subject
from avtalskalk.diagnostics import Argument, Diagnostic, Findings, Path
from avtalskalk.periods import add_months

NEAR = 90
"""So many days before its day a thing is near."""


def _after(last: date, months: int) -> date:
    """The last day, some months after another last day."""
    return before(add_months(date.fromordinal(last.toordinal() + 1), months))


def options(subject: Subject) -> Findings:
    """An unused option that must be decided soon, or whose day has gone by.

    Without ``decide_by`` it is the last day of the period.  A later period shows what became of
    it, so only the last one is looked at.
    """
    place, period = in_order(subject.plan.agreement)[-1]
    option, today, last = period.option, subject.today, period.to
    if option is None or today is None or last is None or period.terminated:
        return
    if place in subject.plan.fallen:
        return
    day = option.decide_by or last
    path: Path = ("periods", place, "option", *(("decide_by",) if option.decide_by else ()))
    end = option_end(period) or last
    left = (day - today).days
    if left < 0:
        running = today <= last
        arguments: dict[str, Argument] = {"day": day, "end": end}
        yield Diagnostic("AV722", arguments, path, severity="warning" if running else "note")
    elif left <= NEAR:
        arguments = {"day": day, "end": end, "left": left}
        yield Diagnostic("AV721", arguments, path, severity="warning")


def notice(subject: Subject) -> Findings:
    """The last day to give notice is near, before the agreement renews itself."""
    place, period = in_order(subject.plan.agreement)[-1]
    today, renews = subject.today, period.renews
    if today is None or period.terminated or renews is None or place in subject.plan.fallen:
        return
    if renews.notice is None or period.to is None:
        return
    most = MOST_YEARS // renews.years + 1
    for number in range(most if renews.times is None else min(renews.times, most)):
        last = _after(period.to, 12 * renews.years * number)
        day = _after(last, -renews.notice)
        if day < today:
            continue
        left = (day - today).days
        if left <= NEAR:
            until = _after(last, 12 * renews.years)
            yield Diagnostic(
                "AV723",
                {"day": day, "left": left, "last": last, "until": until},
                ("periods", place, "renews"),
                severity="warning",
            )
        return


def one_sided(subject: Subject) -> Findings:
    """A period that one party has approved and another has not decided on.

    With a condition it is the condition that is met or not; AV314 is on those that have refused.
    """
    agreement = subject.plan.agreement
    for place, period in enumerate(agreement.periods):
        if period.condition is not None:
            continue
        deciding = [party for party in agreement.parties if approved(period, party)]
        lacking = [
            party
            for party in agreement.parties
            if party not in deciding
            and not any(
                decision.status == "refused" for decision in period.decisions.get(party, ())
            )
        ]
        if deciding and lacking:
            yield Diagnostic(
                "AV724",
                {
                    "approved": tuple(agreement.parties[party].name for party in deciding),
                    "lacking": tuple(agreement.parties[party].name for party in lacking),
                    "party": lacking[0],
                },
                ("periods", place, "decisions"),
                at="key",
                severity="warning",
            )


def conditions(subject: Subject) -> Findings:
    """A period whose condition is not met; a warning once the period has begun."""
    agreement, today = subject.plan.agreement, subject.today
    for place, period in enumerate(agreement.periods):
        waiting = unmet(agreement, period, today)
        if waiting is None or place in subject.plan.fallen:
            continue
        begun = today is None or period.start is None or period.start <= today
        names = tuple(agreement.parties[p].name for p in waiting if p in agreement.parties)
        yield Diagnostic(
            "AV725",
            {"waiting": names, "party": waiting[0]},
            ("periods", place, "condition"),
            severity="warning" if begun else "note",
        )


LINTS = (options, notice, one_sided, conditions)
