"""`--fail-if` and `--warn-if`: the report first, the verdict on stderr, then the exit code."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from avtalskalk.calculation.prepared import Plan
from avtalskalk.cli import messages
from avtalskalk.cli.agreements import refuse_unknown
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.settings import Settings
from avtalskalk.diagnostics import Diagnostic, Severity
from avtalskalk.model.statement import Statement

if TYPE_CHECKING:
    # Few runs have thresholds.
    from avtalskalk.features.whatif.thresholds import Threshold
    from avtalskalk.model.comparison import Comparison

_OPTIONS: dict[str, Severity] = {"fail_if": "error", "warn_if": "warning"}


class Thresholds:
    """The thresholds of a run, and what is beyond them so far."""

    def __init__(self, settings: Settings, *, compares: bool = False) -> None:
        """Read them; without anything to compare with there is no change to judge."""
        self._settings = settings
        self._diagnostics: list[Diagnostic] = []
        self._thresholds: list[tuple[str, str, Threshold]] = []
        for name, severity in _OPTIONS.items():
            for text in settings.many(name):
                from avtalskalk.features.whatif.thresholds import read_threshold

                threshold = read_threshold(text, severity)
                if threshold is None or (threshold.difference and not compares):
                    raise _unreadable(name, text)
                self._thresholds.append((name, text, threshold))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._thresholds)

    def judge(self, plan: Plan, comparison: "Comparison", scenario: str = "") -> None:
        """Measure an agreement's years, as they become in a scenario, against every threshold."""
        self.add(self._passed(plan, comparison, scenario))

    def add(self, beyond: Iterable[Diagnostic]) -> None:
        """Take what is beyond a threshold."""
        self._diagnostics += beyond

    def beyond(self, plan: Plan, statements: Iterable[Statement]) -> list[Diagnostic]:
        """What is paid, with nothing changed, beyond a threshold."""
        in_force = [statement for statement in statements if statement.in_force]
        if not self._thresholds or not in_force:
            return []
        from avtalskalk.calculation.comparison import compare

        return list(self._passed(plan, compare(in_force, in_force), ""))

    def _passed(self, plan: Plan, comparison: "Comparison", scenario: str) -> Iterator[Diagnostic]:
        from avtalskalk.features.whatif.thresholds import Judged, passed
        from avtalskalk.model.values import Fault

        judged = Judged(plan, comparison.figures, comparison.totals)
        path = (plan.agreement.id, scenario) if scenario else (plan.agreement.id,)
        for name, text, threshold in self._thresholds:
            try:
                beyond = list(passed(threshold, judged))
            except Fault:
                raise _unreadable(name, text) from None
            yield from (replace(diagnostic, path=path) for diagnostic in beyond)

    def refuse_unknown_parties(self, known: Iterable[str]) -> None:
        """Refuse a party that none of the agreements has."""
        known = tuple(known)
        for _, _, threshold in self._thresholds:
            refuse_unknown("party", threshold.parties, known)

    def verdict(self) -> bool:
        """Report what is beyond a threshold; whether the command fails by that."""
        messages.findings(self._diagnostics, self._settings)
        return any(diagnostic.severity == "error" for diagnostic in self._diagnostics)


def _unreadable(name: str, text: str) -> Misuse:
    return Misuse("AV776", option=f"--{name.replace('_', '-')}", given=text)
