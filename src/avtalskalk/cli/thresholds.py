"""`--fail-if` and `--warn-if`: the report first, the verdict on stderr, then the exit code."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from avtalskalk.calculation.prepared import Plan
from avtalskalk.cli import messages
from avtalskalk.cli.errors import Misuse
from avtalskalk.cli.settings import Settings
from avtalskalk.diagnostics import Diagnostic, Severity, unknown_name
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
        self._given = [(name, text) for name in _OPTIONS for text in settings.many(name)]
        self._found: list[Diagnostic] = []
        self._read = [self._threshold(name, text, compares=compares) for name, text in self._given]

    def _threshold(self, name: str, text: str, *, compares: bool) -> "Threshold":
        from avtalskalk.features.whatif.thresholds import read_threshold

        one = read_threshold(text, _OPTIONS[name])
        if one is None or (one.difference and not compares):
            raise self._unreadable(name, text)
        return one

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._read)

    def judge(self, plan: Plan, comparison: "Comparison", name: str = "") -> None:
        """Hold an agreement's years against every threshold; ``name`` is the scenario's."""
        from avtalskalk.features.whatif.thresholds import Judged, passed
        from avtalskalk.model.values import Fault

        judged = Judged(plan, comparison.figures, comparison.totals)
        for (option, text), one in zip(self._given, self._read, strict=True):
            try:
                found = list(passed(one, judged))
            except Fault:
                raise self._unreadable(option, text) from None
            path = (plan.agreement.id, name) if name else (plan.agreement.id,)
            self._found += [replace(each, path=path) for each in found]

    def judge_statements(self, plan: Plan, statements: Iterable[Statement]) -> None:
        """Hold what is paid, with nothing changed, against every threshold."""
        if self._read:
            from avtalskalk.calculation.comparison import compare

            each = [one for one in statements if one.in_force]
            if each:
                self.judge(plan, compare(each, each))

    def parties_are_known(self, known: Iterable[str]) -> None:
        """Refuse a party that none of the agreements has."""
        known = tuple(known)
        for one in self._read:
            for party in one.parties:
                if known and party not in known:
                    raise Misuse(code="AV101", **unknown_name("party", party, known))

    def verdict(self) -> bool:
        """Say what is beyond a threshold; whether the command fails by that."""
        messages.findings(self._found, self._settings)
        return any(one.severity == "error" for one in self._found)

    @staticmethod
    def _unreadable(name: str, text: str) -> Misuse:
        return Misuse("AV776", option=f"--{name.replace('_', '-')}", given=text)
