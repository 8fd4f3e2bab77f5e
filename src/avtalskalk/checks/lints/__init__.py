"""The lints: what a valid file says that its owner should look at, one list of them all.

A calculation never needs them, so only `check` runs them.  What a check warns about already, such
as a gap in time (AV303), is not here again, but is suppressed by the same ``lints`` in the file.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from avtalskalk.calculation.prepared import Plan
from avtalskalk.checks.errors.suppressions import idle, without
from avtalskalk.checks.lints import amounts, data, periods, shares
from avtalskalk.checks.lints.subject import Subject
from avtalskalk.diagnostics import Diagnostic, Findings

LINTS: Sequence[Callable[[Subject], Findings]] = (
    *amounts.LINTS,
    *data.LINTS,
    *periods.LINTS,
    *shares.LINTS,
)

DATED = frozenset({"AV721", "AV722", "AV723", "AV726", "AV727"})
"""Those that depend on the day."""


def findings(
    plan: Plan,
    written: object,
    *,
    today: date | None = None,
    common: Collection[str] = (),
    errors: Sequence[Diagnostic] = (),
) -> list[Diagnostic]:
    """What the lints find in a valid agreement, and which suppressions suppress nothing.

    ``written`` is its plain data.  Without ``today`` what depends on the day is not reported.
    ``common`` are the keys that other agreements use too, ``errors`` what the checks reported.
    """
    subject = Subject(plan, written, today, frozenset(common))
    diagnostics = [diagnostic for lint in LINTS for diagnostic in lint(subject)]
    diagnostics.sort(key=lambda diagnostic: diagnostic.code)
    kept = without(plan.agreement, diagnostics)
    unused = idle(plan.agreement, [*errors, *kept])
    return kept + [d for d in unused if today or d.arguments["lint"] not in DATED]
