"""The warnings that a file suppresses: its ``lints``, a reason for each code."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Diagnostic, Findings, unknown_name
from avtalskalk.model.agreement import Agreement

SUPPRESSIBLE: Final = (
    *("AV124", "AV303", "AV314", "AV412", "AV415", "AV603", "AV611"),
    *(f"AV{number}" for number in range(721, 737)),
    *("AV740", "AV741", "AV742"),
)
"""The warnings and notes that are about what an agreement says; no error is among them."""

REPORTED_INSTEAD = "AV738"

_CODE = re.compile("AV[0-9]{3}")


def codes(plan: Plan) -> Findings:
    """A code under ``lints`` that no warning or note has."""
    for code in plan.agreement.lints:
        if code not in SUPPRESSIBLE:
            # Another number of three digits says nothing of which code was meant.
            known = () if _CODE.fullmatch(code) else SUPPRESSIBLE
            arguments = unknown_name("lint", code, known, "lint")
            yield Diagnostic("AV101", arguments, ("lints", code), at="key")


def without(agreement: Agreement, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings but those suppressed; a note for each code that is, with its reason."""
    lints = agreement.lints
    kept: list[Diagnostic] = []
    counts: Counter[str] = Counter()
    for diagnostic in findings:
        if diagnostic.severity != "error" and diagnostic.code in lints:
            counts[diagnostic.code] += 1
        else:
            kept.append(diagnostic)
    return kept + [
        Diagnostic(
            REPORTED_INSTEAD,
            {"lint": code, "count": count, "reason": lints[code]},
            ("lints", code),
            at="key",
            severity="note",
        )
        for code, count in counts.items()
    ]


def idle(agreement: Agreement, reported: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The suppressions that suppress nothing, after everything has been ``reported``."""
    notes = [diagnostic for diagnostic in reported if diagnostic.code == REPORTED_INSTEAD]
    used = {note.arguments["lint"] for note in notes}
    for code in agreement.lints:
        if code not in used:
            yield Diagnostic("AV739", {"lint": code}, ("lints", code), at="key", severity="warning")


CHECKS = (codes,)
