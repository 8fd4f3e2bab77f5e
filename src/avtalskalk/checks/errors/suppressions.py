"""What a file asks not to be told: its ``lints``, a reason for each code, told instead."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from avtalskalk.calculation.prepared import Plan
from avtalskalk.diagnostics import Diagnostic, Findings, unknown_name
from avtalskalk.model.agreement import Agreement

SUPPRESSIBLE: Final = (
    *("AV124", "AV303", "AV314", "AV412", "AV415", "AV517", "AV603"),
    *(f"AV{number}" for number in range(721, 737)),
    "AV740",
)
"""The warnings and notes that are about what an agreement says; no error is among them."""

TOLD_INSTEAD = "AV738"

_CODE = re.compile("AV[0-9]{3}")


def codes(plan: Plan) -> Findings:
    """A code under ``lints`` that no warning or note has."""
    for code in plan.agreement.lints:
        if code not in SUPPRESSIBLE:
            # What is written otherwise than as a code of three digits is a slip; another number
            # says nothing of which was meant.
            known = () if _CODE.fullmatch(code) else SUPPRESSIBLE
            arguments = unknown_name("lint", code, known, "lint")
            yield Diagnostic("AV101", arguments, ("lints", code), at="key")


def without(agreement: Agreement, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings but those suppressed; a note for each code that is, with its reason."""
    lints = agreement.lints
    kept: list[Diagnostic] = []
    counts: Counter[str] = Counter()
    for one in found:
        if one.severity != "error" and one.code in lints:
            counts[one.code] += 1
        else:
            kept.append(one)
    return kept + [
        Diagnostic(
            TOLD_INSTEAD,
            {"lint": code, "count": count, "reason": lints[code]},
            ("lints", code),
            at="key",
            severity="note",
        )
        for code, count in counts.items()
    ]


def idle(agreement: Agreement, said: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The suppressions that suppress nothing, after everything has been ``said``."""
    used = {one.arguments["lint"] for one in said if one.code == TOLD_INSTEAD}
    for code in agreement.lints:
        if code not in used:
            yield Diagnostic("AV739", {"lint": code}, ("lints", code), at="key", severity="warning")
