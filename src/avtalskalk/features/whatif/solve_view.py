"""What was looked for and found, in words, with what each party then pays beside what it pays."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalskalk.calculation.comparison import compare
from avtalskalk.features.whatif.inputs import Quantity
from avtalskalk.features.whatif.solve import LOOKED_AT, TOLERANCE, Answer, Solved
from avtalskalk.features.whatif.sweep_rows import plain
from avtalskalk.features.whatif.sweep_view import value
from avtalskalk.report.comparison_view import Beside, Scenario
from avtalskalk.report.comparison_view import table as compared
from avtalskalk.report.document import Block, Document, Heading, Paragraph
from avtalskalk.report.options import Options
from avtalskalk.report.plain import decimal
from avtalskalk.words.formats import currency_digits, phrase, safe


def document(solved: Solved, options: Options, scenarios: Sequence[str] = ()) -> Document:
    """What was wanted, the answers, what they hang on, and the amounts with each put back.

    ``scenarios`` are the names of those that are changed to besides: two for a break-even, of
    which the second may be empty, the agreement as it stands.
    """
    return Document(tuple(_blocks(solved, options, scenarios)))


def _blocks(solved: Solved, options: Options, scenarios: Sequence[str]) -> Iterator[Block]:
    language = options.language
    solution, heading = solved.solution, solved.before.heading

    def said(one: Quantity) -> str:
        return value(one, heading.currency, language, relative=solved.searched.relative)

    about = {
        "want": safe(solved.want),
        "input": safe(solved.searched.input.name),
        "year": solved.before.year,
        "low": said(solution.low),
        "high": said(solution.high),
        "count": str(len(solution.answers)),
        "party": heading.parties.get(solved.party, ""),
        "scenario": ", ".join(map(safe, filter(None, scenarios))),
        "here": safe(next(iter(scenarios), "")),
        "there": safe(scenarios[-1] if len(scenarios) > 1 else "") or phrase("unchanged", language),
    }

    def words(key: str, **more: str) -> str:
        return phrase(key, language).format_map({**about, **more})

    yield Heading(heading.title)
    yield Paragraph(words("break_even" if solved.party else "wanted"))
    if scenarios and not solved.party:
        yield Paragraph(words("under_scenario"))
    if not solution.answers:
        yield Paragraph(words("all_hold" if solution.holds else "none_holds"))
    if len(solution.answers) > 1:
        yield Paragraph(words("answers_several"))
    for answer in solution.answers:
        found = answer.trial.value
        near = said(found._replace(value=TOLERANCE[found.unit]))
        how = words("answer_exact") if answer.exact else words("answer_near", tolerance=near)
        table = compared(_beside(solved, answer), options)
        title = words(f"answer_{answer.side}", value=said(found))
        yield replace(table, title=title, notes=(how, *table.notes))
    if solution.answers or not solution.linear:
        line = "in_a_line" if solution.linear else "not_in_a_line"
        yield Paragraph(words(line, count=str(LOOKED_AT)))


def _beside(solved: Solved, answer: Answer) -> Beside:
    """The year as the agreement stands, and with an answer put back."""
    return Beside((Scenario("", "", compare([solved.before], [answer.trial.payment.statement])),))


def rows(solved: Solved) -> Iterator[dict[str, object]]:
    """The answers for a program, each with what every party then pays."""
    currency = solved.before.heading.currency
    for answer in solved.solution.answers:
        amounts = {
            party: decimal(int(minor), currency_digits(currency))
            for party, minor in answer.trial.payment.rounded.items()
            if party in solved.before.heading.parties
        }
        yield {
            "input": solved.searched.input.name,
            "relative": solved.searched.relative,
            "value": plain(answer.trial.value, currency),
            "unit": answer.trial.value.unit,
            "side": answer.side,
            "exact": answer.exact,
            "amounts": amounts,
        }


def record(solved: Solved) -> dict[str, object]:
    """What was asked, for a program, and whether there are other answers."""
    heading, solution = solved.before.heading, solved.solution
    return {
        "agreement": heading.agreement,
        "year": solved.before.year,
        "want": solved.want or None,
        "party": solved.party or None,
        "input": solved.searched.input.name,
        "low": plain(solution.low, heading.currency),
        "high": plain(solution.high, heading.currency),
        "holds": None if solution.answers else "all" if solution.holds else "none",
        "linear": solution.linear,
        "unique": len(solution.answers) == 1,
        "currency": heading.currency,
    }
