"""What was looked for and found, in words, with what each party then pays beside what it pays."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalskalk.calculation.comparison import compare
from avtalskalk.features.whatif.inputs import Quantity
from avtalskalk.features.whatif.solve import Solved
from avtalskalk.features.whatif.sweep_view import value
from avtalskalk.report.comparison import single
from avtalskalk.report.comparison_view import table
from avtalskalk.report.document import Block, Document, Paragraph, Section
from avtalskalk.report.messages import text_and_help
from avtalskalk.report.options import Options
from avtalskalk.words.formats import number, phrase, safe


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

    def quantity(tried: Quantity) -> str:
        return value(tried, heading.currency, language, relative=solved.axis.relative)

    about = {
        "want": safe(solved.want),
        "input": safe(solved.axis.input.name),
        "year": solved.before.year,
        "low": quantity(solution.low),
        "high": quantity(solution.high),
        "bounds": str(len(solution.answers)),
        "count": number(solution.tried, language),
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
    if solved.since:
        yield Paragraph(phrase("holds_since", language).replace("{day}", solved.since))
    whole = "every" if solution.complete else "tried"
    if solution.states == {"met"}:
        yield Paragraph(words(f"all_hold_{whole}"))
    elif not solution.holds:
        yield Paragraph(words(f"none_holds_{whole}"))
    if len(solution.answers) > 1:
        yield Paragraph(words("answers_several"))
    for answer in solution.answers:
        between = {"first": quantity(answer.low), "last": quantity(answer.high)}
        how = [words("answer_checked")]
        if answer.side == "nearest" or (answer.side == "only" and answer.low != answer.high):
            how.insert(0, words(f"answer_{answer.side}_between", **between))
        # The year as the agreement stands, and with the answer put back.
        compared = single(compare([solved.before], [answer.payment.statement]))
        amounts = table(compared, options)
        title = words(f"answer_{answer.side}", value=quantity(answer.trial.value))
        yield replace(amounts, title=title, notes=(*how, *amounts.notes))
    for low, high in solution.unknown:
        if low.fault:
            reason, _, _ = text_and_help(low.fault, language)[0].partition("\n")
            between = {"first": quantity(low.value), "last": quantity(high.value)}
            yield Paragraph(words("not_calculated_between", **between, reason=safe(reason)))
    if solution.answers or not solution.complete:
        yield Paragraph(words(f"looked_at_{whole}"))
