"""`--fail-if` and `--warn-if`: the report first, the verdict on stderr, then the exit code."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from avtalskalk.cli import messages
from avtalskalk.cli.agreements import refuse_unknown
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.settings import Settings
from avtalskalk.diagnostics import Diagnostic, Severity
from avtalskalk.model.statement import Payer, Statement

if TYPE_CHECKING:
    # Few runs have thresholds.
    from avtalskalk.features.whatif.thresholds import Threshold
    from avtalskalk.model.comparison import Comparison

Bodies = Mapping[str, Collection[Payer]]
"""The payers that a word means, where agreements call a body differently."""

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

    @property
    def parties(self) -> dict[str, str]:
        """The parties that are named, each as it is asked for."""
        return {
            party: f"--{name.replace('_', '-')} {party}"
            for name, _, threshold in self._thresholds
            for party in threshold.parties
        }

    def judge_statements(self, statements: Iterable[Statement], bodies: Bodies) -> None:
        """Measure what is paid, with nothing changed, against every threshold."""
        in_force = [statement for statement in statements if statement.in_force]
        if self._thresholds and in_force:
            from avtalskalk.calculation.comparison import compare

            self.judge(compare(in_force, in_force), bodies)

    def judge(self, comparison: "Comparison", bodies: Bodies, scenario: str = "") -> None:
        """Measure an agreement's years, as they become in a scenario, against every threshold."""
        from avtalskalk.features.whatif.thresholds import Judged, passed
        from avtalskalk.model.values import Fault

        heading = comparison.heading
        judged = Judged(heading, comparison.figures, comparison.totals, bodies)
        path = (heading.agreement, scenario) if scenario else (heading.agreement,)
        for name, text, threshold in self._thresholds:
            try:
                beyond = list(passed(threshold, judged))
            except Fault:
                raise _unreadable(name, text) from None
            self._diagnostics += (replace(diagnostic, path=path) for diagnostic in beyond)

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
