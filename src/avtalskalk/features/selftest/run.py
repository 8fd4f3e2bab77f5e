"""An agreement's own tests tried: what a case comes to, beside what it must come to."""

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


class Difference(NamedTuple):
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
    differences: tuple[Difference, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    explained: "tuple[Explained, ...]" = ()

    @property
    def passed(self) -> bool:
        """Whether all came out as expected."""
        return not (self.differences or self.otherwise or self.diagnostics)


def tried(case: Case, data: Any, plan: Plan) -> Tried:  # noqa: ANN401 - plain data
    """Work a case out on a sound agreement's data, and compare."""
    found: tuple[Diagnostic, ...] = ()
    ready: Plan | None = plan
    if case.reading:
        changed = read_as(data, case.reading)
        data, ready = changed.data, changed.examined.plan
    if case.changes:
        changed = examine_changes(data, case.changes, (*case.path, "set"))
        ready, found = changed.examined.plan, changed.examined.diagnostics
    ready = ready and prepared(ready, today=case.today, assume_extended=case.assume_extended)
    statements = tuple(calculate(ready, year, case.basis) for year in case.years) if ready else ()
    found = (*found, *(one for each in statements for one in each.diagnostics))
    errors = tuple(dict.fromkeys(one.code for one in found if one.severity == "error"))
    if case.error:
        return Tried(case, statements, otherwise=tuple(_error(case, errors)))
    if errors:
        wrong = tuple(one for one in found if one.severity == "error")
        return Tried(case, statements, diagnostics=wrong)
    return Tried(
        case,
        statements,
        tuple(one for each in statements for one in _differences(case, each)),
        tuple(one for each in statements for one in _otherwise(case, each)),
        explained=tuple(_explained(case, ready, statements)) if ready else (),
    )


def _explained(case: Case, plan: Plan, statements: Iterable[Statement]) -> "Iterator[Explained]":
    """Why the parties' figures that are not those expected are what they are."""
    for year, statement in zip(case.years, statements, strict=True):
        for one in _differences(case, statement):
            if statement.in_force and one.expected.party != TOTAL:
                from avtalskalk.features.explain.tree import explain

                yield explain(plan, year, one.expected.party, case.basis, one.expected.item)


def acceptable(outcomes: Iterable[Tried]) -> dict[Path, int]:
    """The amounts that could stand instead of those expected, by their places.

    Not where something is missing, nor where the years of a case come to different amounts.
    """
    found: dict[Path, int] = {}
    for one in outcomes:
        for path in dict.fromkeys(each.expected.path for each in one.differences):
            got = [each.got for each in one.differences if each.expected.path == path]
            amount = got[0]
            if amount is not None and got == [amount] * len(one.case.years):
                found[path] = amount
    return found


def _error(case: Case, errors: tuple[str, ...]) -> Iterator[Otherwise]:
    if case.error not in errors:
        yield Otherwise("", "error", case.error, ", ".join(errors), (*case.path, "error"))


def _differences(case: Case, statement: Statement) -> Iterator[Difference]:
    for expected in case.amounts:
        got = amount_of(statement, expected.item, expected.party)
        if got is None or abs(got - expected.minor) > case.tolerance:
            yield Difference(statement.year, expected, got)


def amount_of(statement: Statement, item: str, party: str) -> int | None:
    """What a party (or all) pays of an item (or in all); None where that is not known."""
    if item:
        whole = next((one.amount for one in statement.items if one.item == item), None)
        if party == TOTAL or whole is None:
            return whole
        return sum(row.amount for row in statement.rows if (row.item, row.party) == (item, party))
    amounts = [one.amount for one in statement.totals if party in (TOTAL, one.party)]
    known = [one for one in amounts if one is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def _otherwise(case: Case, statement: Statement) -> Iterator[Otherwise]:
    got: dict[Outcome, bool] = {
        "incomplete": bool(statement.missing) or any(not t.complete for t in statement.totals),
        "conditional": any(total.conditional for total in statement.totals),
        "in_force": statement.in_force,
    }
    wanted: dict[Outcome, bool | None] = {
        "incomplete": case.incomplete,
        "conditional": case.conditional,
        "in_force": case.in_force,
    }
    for what, one in wanted.items():
        if one is not None and one != got[what]:
            path = (*case.path, what)
            yield Otherwise(statement.year, what, _word(yes=one), _word(yes=got[what]), path)


def _word(*, yes: bool) -> str:
    return "yes" if yes else "no"
