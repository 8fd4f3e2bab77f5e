"""What was looked for and found, for programs."""

from collections.abc import Iterable, Iterator

from avtalskalk.features.whatif.solve import Solved
from avtalskalk.features.whatif.sweep_records import plain_value
from avtalskalk.model.statement import Basis, Input
from avtalskalk.report.plain import decimal, shortest
from avtalskalk.report.records import Records, Rows
from avtalskalk.report.statement_records import INPUT
from avtalskalk.words.formats import currency_digits


def records(solved: Solved, basis: Basis, inputs: Iterable[Input]) -> Records:
    """What was asked, whether there are other answers, and each with what every party then pays."""
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
        "holds": None if solution.answers else "all" if solution.holds else "none",
        "linear": solution.linear,
        "unique": len(solution.answers) == 1,
        "currency": heading.currency,
    }
    rows = [Rows("inputs", list(dict.fromkeys(inputs))), Rows("answers", _answers(solved))]
    return Records("avtalskalk/solution/1", head, {"inputs": INPUT, "answers": ()}, rows)


def _answers(solved: Solved) -> Iterator[dict[str, object]]:
    heading = solved.before.heading
    for answer in solved.solution.answers:
        amounts = {
            party: decimal(int(minor), currency_digits(heading.currency))
            for party, minor in answer.trial.payment.rounded.items()
            if party in heading.parties
        }
        yield {
            "input": solved.axis.input.name,
            "relative": solved.axis.relative,
            "value": shortest(plain_value(answer.trial.value, heading.currency)),
            "unit": answer.trial.value.unit,
            "side": answer.side,
            "exact": answer.exact,
            "amounts": amounts,
        }
