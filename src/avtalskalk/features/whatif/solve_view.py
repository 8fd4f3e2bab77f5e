"""What was looked for and found, in words, with what each party then pays beside what it pays."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalskalk.calculation.comparison import compare
from avtalskalk.features.whatif.inputs import Quantity
from avtalskalk.features.whatif.solve import LOOKED_AT, TOLERANCE, Solved
from avtalskalk.features.whatif.sweep_view import value
from avtalskalk.report.comparison import single
from avtalskalk.report.comparison_view import table
from avtalskalk.report.document import Block, Document, Paragraph, Section
from avtalskalk.report.options import Options
from avtalskalk.words.formats import phrase, safe


def document(solved: Solved, options: Options, scenarios: Sequence[str] = ()) -> Document:
    """What was wanted, the answers, what they hang on, and the amounts with each put back.

    ``scenarios`` are the names of those that are changed to besides: two for a break-even, of
    which the second may be empty, the agreement as it stands.
    """
    blocks = tuple(_blocks(solved, options, scenarios))
    return Document(solved.before.heading.title, (Section("", blocks),))


def _blocks(solved: Solved, options: Options, scenarios: Sequence[str]) -> Iterator[Block]:
    language = options.language
    solution, heading = solved.solution, solved.before.heading

    def quantity(number: Quantity) -> str:
        return value(number, heading.currency, language, relative=solved.axis.relative)

    about = {
        "want": safe(solved.want),
        "input": safe(solved.axis.input.name),
        "year": solved.before.year,
        "low": quantity(solution.low),
        "high": quantity(solution.high),
        "count": str(len(solution.answers)),
        "party": heading.parties.get(solved.party, ""),
        "scenario": ", ".join(map(safe, filter(None, scenarios))),
        "here": safe(next(iter(scenarios), "")),
        "there": safe(scenarios[-1] if len(scenarios) > 1 else "") or phrase("unchanged", language),
    }

    def words(key: str, **more: str) -> str:
        return phrase(key, language).format_map({**about, **more})

    yield Paragraph(words("break_even" if solved.party else "wanted"))
    if scenarios and not solved.party:
        yield Paragraph(words("under_scenario"))
    if not solution.answers:
        yield Paragraph(words("all_hold" if solution.holds else "none_holds"))
    if len(solution.answers) > 1:
        yield Paragraph(words("answers_several"))
    for answer in solution.answers:
        tried = answer.trial.value
        near = quantity(tried._replace(value=TOLERANCE[tried.unit]))
        how = words("answer_exact") if answer.exact else words("answer_near", tolerance=near)
        # The year as the agreement stands, and with the answer put back.
        compared = single(compare([solved.before], [answer.trial.payment.statement]))
        amounts = table(compared, options)
        title = words(f"answer_{answer.side}", value=quantity(tried))
        yield replace(amounts, title=title, notes=(how, *amounts.notes))
    if solution.answers or not solution.linear:
        line = "in_a_line" if solution.linear else "not_in_a_line"
        yield Paragraph(words(line, count=str(LOOKED_AT)))
