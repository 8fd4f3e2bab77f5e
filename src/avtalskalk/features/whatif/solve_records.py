"""What was looked for and found, for programs."""

from collections.abc import Iterable, Iterator

from avtalskalk.features.whatif.solve import Solved
from avtalskalk.features.whatif.sweep_records import plain_value
from avtalskalk.model.statement import Basis, Input
from avtalskalk.report.plain import decimal, shortest
from avtalskalk.report.records import Field, Records, Rows
from avtalskalk.report.statement_records import INPUT
from avtalskalk.words.formats import currency_digits


def records(solved: Solved, basis: Basis, inputs: Iterable[Input]) -> Records:
    """What was asked, what was tried, and each answer with what every party then pays.

    ``unique`` is None where it has not been shown that there are no other answers.
    """
    heading, solution = solved.before.heading, solved.solution
    head = {
        "basis": basis,
        "agreement": heading.agreement,
        "year": solved.before.year,
        "want": solved.want or None,
        "party": solved.party or None,
        "input": solved.axis.input.name,
        "low": shortest(plain_value(solution.low, heading.currency)),
        "high": shortest(plain_value(solution.high, heading.currency)),
        "since": solved.since,
        "holds": "all" if solution.states == {"met"} else "some" if solution.holds else "none",
        "tried": solution.tried,
        "complete": solution.complete,
        "unique": solution.unique,
        "currency": heading.currency,
    }
    unknown = [
        {
            "from": shortest(plain_value(low.value, heading.currency)),
            "to": shortest(plain_value(high.value, heading.currency)),
            "code": low.fault.code if low.fault else "",
        }
        for low, high in solution.unknown
    ]
    rows = [
        Rows("inputs", list(dict.fromkeys(inputs))),
        Rows("answers", _answers(solved)),
        Rows("unknown", unknown),
    ]
    lists: dict[str, tuple[Field, ...]] = {"inputs": INPUT, "answers": (), "unknown": ()}
    return Records("avtalskalk/solution/1", head, lists, rows)


def _answers(solved: Solved) -> Iterator[dict[str, object]]:
    heading = solved.before.heading
    for answer in solved.solution.answers:
        amounts = {
            party: decimal(int(minor), currency_digits(heading.currency))
            for party, minor in answer.payment.amounts.paid.items()
            if party in heading.parties
        }
        yield {
            "input": solved.axis.input.name,
            "relative": solved.axis.relative,
            "value": shortest(plain_value(answer.trial.value, heading.currency)),
            "unit": answer.trial.value.unit,
            "side": answer.side,
            "from": shortest(plain_value(answer.low, heading.currency)),
            "to": shortest(plain_value(answer.high, heading.currency)),
            "amounts": amounts,
        }
