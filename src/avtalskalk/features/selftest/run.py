"""An agreement's own tests tried: what a case comes to, and what it must come to."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from avtalskalk.calculation.calculate import calculate
from avtalskalk.calculation.prepared import Plan, prepared
from avtalskalk.checks.readings import examine_changes, read_as
from avtalskalk.diagnostics import Diagnostic, Path
from avtalskalk.features.selftest.expectations import TOTAL, Case, Expected
from avtalskalk.model.statement import Statement

if TYPE_CHECKING:
    from avtalskalk.features.explain.tree import Explained

Outcome = Literal["incomplete", "conditional", "in_force", "error"]


class AmountDifference(NamedTuple):
    """An amount that is not the one expected; ``got`` is None where it is not known."""

    year: str
    expected: Expected
    got: int | None

    @property
    def amount(self) -> int | None:
        """How much more it is than expected, in minor units; None where it is not known."""
        return None if self.got is None else self.got - self.expected.minor


class Otherwise(NamedTuple):
    """Something else that came out otherwise: what, as expected and as it is."""

    year: str
    what: Outcome
    expected: str
    got: str
    path: Path


class Tried(NamedTuple):
    """One case with all that came out otherwise.

    ``diagnostics`` say why it could not be worked out, where no error was expected: their paths
    lead into the test file where it is what the case sets that is wrong.  ``explained`` are a
    party's figures that are not those expected, as trees.
    """

    case: Case
    statements: tuple[Statement, ...] = ()
    differences: tuple[AmountDifference, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    explained: "tuple[Explained, ...]" = ()

    @property
    def passed(self) -> bool:
        """Whether all came out as expected."""
        return not (self.differences or self.otherwise or self.diagnostics)


def tried(case: Case, data: Any, plan: Plan) -> Tried:  # noqa: ANN401 - plain data
    """Calculate a case on a valid agreement's data, and compare."""
    diagnostics: tuple[Diagnostic, ...] = ()
    ready: Plan | None = plan
    if case.reading:
        changed = read_as(data, case.reading, plan.sources)
        data, ready = changed.data, changed.examined.plan
        diagnostics = _stopping(changed.examined.diagnostics)
    if case.changes:
        changed = examine_changes(data, case.changes, (*case.path, "set"), plan.sources)
        ready, diagnostics = changed.examined.plan, _stopping(changed.examined.diagnostics)
    ready = ready and prepared(ready, today=case.today, assume_extended=case.assume_extended)
    statements = tuple(calculate(ready, year, case.basis) for year in case.years) if ready else ()
    for statement in statements:
        diagnostics += statement.diagnostics
    errors = tuple(finding for finding in diagnostics if finding.severity == "error")
    if case.error:
        codes = tuple(dict.fromkeys(error.code for error in errors))
        path = (*case.path, "error")
        otherwise = Otherwise("", "error", case.error, ", ".join(codes), path)
        return Tried(case, statements, otherwise=() if case.error in codes else (otherwise,))
    if errors or ready is None:
        return Tried(case, statements, diagnostics=errors)
    differences: list[AmountDifference] = []
    outcomes: list[Otherwise] = []
    explained: list[Explained] = []
    for year, statement in zip(case.years, statements, strict=True):
        outcomes += _otherwise(case, statement)
        for expected in case.amounts:
            amount = amount_of(statement, expected.item, expected.party)
            if amount is not None and abs(amount - expected.minor) <= case.tolerance:
                continue
            differences.append(AmountDifference(statement.year, expected, amount))
            if statement.in_force and expected.party != TOTAL:
                from avtalskalk.features.explain.tree import explain

                why = explain(ready, year, expected.party, case.basis, expected.item)
                explained.append(why)
    return Tried(case, statements, tuple(differences), tuple(outcomes), explained=tuple(explained))


def _stopping(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that stop every year; those of the years tried show when they are calculated."""
    return tuple(finding for finding in findings if finding.stops_all)


def acceptable(outcomes: Iterable[Tried]) -> dict[Path, int]:
    """The amounts that could stand instead of those expected, by their places.

    Not where something is missing, nor where the years of a case come to different amounts.
    """
    acceptable: dict[Path, int] = {}
    for outcome in outcomes:
        amounts: dict[Path, list[int | None]] = {}
        for difference in outcome.differences:
            amounts.setdefault(difference.expected.path, []).append(difference.got)
        for path, by_year in amounts.items():
            amount = by_year[0]
            if amount is not None and by_year == [amount] * len(outcome.case.years):
                acceptable[path] = amount
    return acceptable


def amount_of(statement: Statement, item: str, party: str) -> int | None:
    """What a party (or all) pays of an item (or in all); None where that is not known."""
    if item:
        amount = next((total.amount for total in statement.items if total.item == item), None)
        if party == TOTAL or amount is None:
            return amount
        return sum(row.amount for row in statement.rows if (row.item, row.party) == (item, party))
    amounts = [total.amount for total in statement.totals if party in (TOTAL, total.party)]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def _otherwise(case: Case, statement: Statement) -> Iterator[Otherwise]:
    incomplete = bool(statement.missing) or any(not total.complete for total in statement.totals)
    conditional = any(total.conditional for total in statement.totals)
    outcomes: tuple[tuple[Outcome, bool | None, bool], ...] = (
        ("incomplete", case.incomplete, incomplete),
        ("conditional", case.conditional, conditional),
        ("in_force", case.in_force, statement.in_force),
    )
    words = {True: "yes", False: "no"}
    for what, expected, got in outcomes:
        if expected is not None and expected != got:
            path = (*case.path, what)
            yield Otherwise(statement.year, what, words[expected], words[got], path)
