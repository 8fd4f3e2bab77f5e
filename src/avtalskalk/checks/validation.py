"""Plain data to an agreement that can be calculated, or everything that is wrong with it.

Values and checks are reported in one run: where values are wrong, the checks look at the rest.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from avtalskalk.calculation.prepared import Plan, prepare
from avtalskalk.checks.errors import checked, findings
from avtalskalk.diagnostics import Diagnostic
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import Checked, validate, validate_changed

MOST_NESTED = 40


class Examined(NamedTuple):
    """The agreement (None where anything is an error) and all findings, warnings too.

    ``plan`` is the agreement made ready, as the checks used it.
    """

    agreement: Agreement | None
    diagnostics: tuple[Diagnostic, ...]
    plan: Plan | None = None


def validated(data: object) -> Checked | None:
    """An agreement's values for `examine`; None where it will say that they are nested too deep."""
    try:
        return validate(data)
    except RecursionError:
        return None


def examine(data: object, values: Checked | None = None) -> Examined:
    """Validate plain data and check the agreement in it; paths lead into ``data``.

    ``values`` are those of the data where they have been validated.
    """
    try:
        return _examined(data, values or validate(data))
    except RecursionError:
        # A long chain of names, or data nested deeper than any file that the reader lets in.
        return Examined(None, (Diagnostic("AV008", {"limit": MOST_NESTED}),))


def _examined(data: object, values: Checked) -> Examined:
    agreement, wrong = values
    if agreement is None:
        return Examined(None, (*wrong, *_further(data, wrong)))
    plan = prepare(agreement)
    found = tuple(findings(plan))
    if any(diagnostic.severity == "error" for diagnostic in found):
        return Examined(None, found)
    return Examined(agreement, found, plan)


def plan_of_changed(agreement: Agreement, before: Any, after: Any) -> Plan | None:  # noqa: ANN401
    """The plan of a valid agreement as its plain data become; None where anything is an error.

    Only the keys that differ are validated, and no year is calculated to see whether it can be:
    the caller calculates those that it needs.
    """
    try:
        changed = validate_changed(agreement, before, after)
    except RecursionError:
        return None
    if changed is None:
        return None
    plan = prepare(changed)
    wrong = any(diagnostic.severity == "error" for diagnostic in checked(plan))
    return None if wrong else plan


def _further(data: object, wrong: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is wrong besides, without what only follows from a wrong value."""
    # Few files have anything wrong, and a start need not wait for what only they need.
    from avtalskalk.checks.error_recovery import Recovery

    recovery = Recovery(data, wrong)
    further = recovery.uncovered
    if recovery.agreement is not None:
        found = checked(prepare(recovery.agreement))
        further += [diagnostic for diagnostic in found if recovery.reports(diagnostic)]
    return [recovery.as_written(diagnostic) for diagnostic in further]
