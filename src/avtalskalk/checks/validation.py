"""Plain data to an agreement that can be calculated, or everything that is wrong with it.

Values and checks are reported in one run: where values are wrong, the checks look at the data with
something sound in their places, and what only follows from that is not said.
"""

from collections.abc import Iterable
from typing import NamedTuple

from avtalskalk.calculation.prepared import Plan, prepare
from avtalskalk.checks.errors import findings
from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.model.agreement import Agreement
from avtalskalk.model.validation import Checked, validate

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
    if agreement is not None:
        plan = prepare(agreement)
        found = tuple(findings(plan))
        if any(one.severity == "error" for one in found):
            return Examined(None, found)
        return Examined(agreement, found, plan)
    return Examined(None, (*wrong, *_besides(data, wrong)))


def _besides(data: object, wrong: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What is wrong besides, whatever should have stood where something is wrong.

    The checks see two sound values in turn in the place of each wrong one: what they find only
    with one of them, or with both but not alike, rests on a value that nobody wrote.
    """
    # Few files have anything wrong, and a start need not wait for what only they need.
    from avtalskalk.checks.error_recovery import Mended

    first, second = (Mended(data, wrong, which) for which in (0, 1))
    if first.agreement is None or second.agreement is None:
        return [first.at_home(one) for one in first.beyond]
    both = {repr(one) for one in findings(prepare(second.agreement))}
    found = [one for one in findings(prepare(first.agreement)) if repr(one) in both]
    follows = _Following(first.taken | second.taken, first.put | second.put)
    besides = [one for one in found if not follows(one)]
    return [first.at_home(one) for one in (*first.beyond, *besides)]


# What is said of a value because of the one beside it.
_BESIDE = ("AV407", "AV408", "AV418")


class _Following:
    """Whether a finding may only follow from what was taken out, or is about what was put in."""

    def __init__(self, taken: Iterable[Path], put: Iterable[Path]) -> None:
        """Look up what a finding's path is compared with: thousands may be wrong."""
        self.taken = frozenset(taken)
        self.at = self.taken | frozenset(put)
        self.above = {path[:length] for path in self.taken for length in range(len(path))}
        self.holders = {path[:-1] for path in self.taken}
        self.sections = {path[:1] for path in self.taken}
        # A party, or all of them.
        self.parties = any(path[:1] == ("parties",) and len(path) <= 2 for path in self.taken)  # noqa: PLR2004

    def __call__(self, one: Diagnostic) -> bool:
        """Whether to leave it unsaid."""
        if one.code in ("AV101", "AV102") and self.parties:
            return True
        if one.code == "AV124" and self.taken:
            # What was taken out may be what the party has: too little is left to wonder.
            return True
        if one.code == "AV501" and ("keys",) in self.sections:
            return True
        upwards = [one.path[:length] for length in range(len(one.path) + 1)]
        if one.code in _BESIDE and not self.holders.isdisjoint(upwards):
            return True
        return one.path in self.above or not self.at.isdisjoint(upwards)
