"""Plain data to an agreement that can be calculated, or everything that is wrong with it.

Values and checks are reported in one run: where values are wrong, the checks look at the rest.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from avtalskalk.calculation.prepared import Plan, prepare
from avtalskalk.checks.errors import findings, partial_findings
from avtalskalk.checks.errors.suppressions import without
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import validate, validate_changed
from avtalskalk.read_only import ReadOnly

Sources = Mapping[str, Plan]
"""The plans of the agreements that amounts come from, by id."""

NO_SOURCES: Sources = ReadOnly()

MOST_NESTED = 40


class Examined(NamedTuple):
    """The agreement (None where an error stops all of it) and all findings, warnings too.

    ``plan`` is the agreement made ready, as the checks used it.
    """

    agreement: Agreement | None
    diagnostics: tuple[Diagnostic, ...]
    plan: Plan | None = None


def examine(data: object, sources: Sources = NO_SOURCES) -> Examined:
    """Validate plain data and check the agreement in it; paths lead into ``data``."""
    try:
        agreement, wrong = validate(data)
        if agreement is None:
            # Few files have anything wrong, and a start need not wait for what only they need.
            from avtalskalk.checks.error_recovery import Recovery

            recovery = Recovery(data, wrong)
            further = recovery.uncovered
            if recovery.agreement is not None:
                reported = recovery.reported(
                    partial_findings(prepare(recovery.agreement, sources=sources))
                )
                further = without(recovery.agreement, reported)
            return Examined(None, (*wrong, *map(recovery.as_written, further)))
        plan = prepare(agreement, sources=sources)
        diagnostics = tuple(findings(plan))
    except RecursionError:
        # A long chain of names, or data nested deeper than any file that the reader lets in.
        return Examined(None, (Diagnostic("AV008", {"limit": MOST_NESTED}),))
    if any(diagnostic.stops_all for diagnostic in diagnostics):
        return Examined(None, diagnostics)
    return Examined(agreement, diagnostics, plan)


def plan_of_changed(valid: Plan, before: Any, after: Any) -> Plan | None:  # noqa: ANN401
    """The plan of a valid agreement as its plain data become; None where an error stops it all.

    Only the keys that differ are validated, and no year is calculated to see whether it can be:
    the caller calculates those that it needs.
    """
    try:
        changed = validate_changed(valid.agreement, before, after)
    except RecursionError:
        return None
    if changed is None:
        return None
    plan = prepare(changed, sources=valid.sources)
    wrong = any(diagnostic.stops_all for diagnostic in partial_findings(plan))
    return None if wrong else plan
