"""What differs between two versions: sentences for a memo, their places, what the parties pay."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalskalk.features.diff.compared import AgreementDiff, Diffed
from avtalskalk.features.diff.difference_text import (
    Sentence,
    payment_sentences,
    phrase_of,
    sentences,
)
from avtalskalk.files.workspace import Loaded
from avtalskalk.report.comparison import single
from avtalskalk.report.comparison_sums import ComparedPortfolio
from avtalskalk.report.comparison_view import table, unit_table
from avtalskalk.report.document import Bullets, Document, Paragraph, Section, of_blocks
from avtalskalk.report.options import Options
from avtalskalk.words.formats import safe


def documents(diffed: Sequence[Diffed], options: Options) -> Iterator[Document]:
    """Each agreement that differs, and a sentence for those that do not."""
    for pair in diffed:
        if pair.compared and pair.new:
            if pair.differs or len(diffed) == 1:
                yield document(pair.compared, pair.new, options)
        else:
            # An agreement that only one of the versions has.
            known = pair.new or pair.old
            title = known.agreement.title if known and known.agreement else pair.name
            text = phrase_of("only_new" if pair.new else "only_old", options.language)
            yield Document(safe(title), (Section("", (Paragraph(text),)),))
    alike = sum(not pair.differs for pair in diffed)
    if alike and len(diffed) > 1:
        key = "all_same" if alike == len(diffed) else "others_same"
        yield of_blocks(Paragraph(phrase_of(key, options.language, count=str(alike))))
    comparisons = [pair.comparison for pair in diffed if pair.comparison]
    if len(comparisons) > 1 and options.totals:
        portfolio = ComparedPortfolio(options, versions=True)
        for comparison in comparisons:
            portfolio.add(single(comparison))
        yield of_blocks(*portfolio.blocks())


def document(compared: AgreementDiff, new: Loaded, options: Options) -> Document:
    """The sentences for a memo, each difference with its place, and what the parties pay."""
    language, comparison = options.language, compared.comparison
    title = safe(compared.new.title)
    if not compared.differs:
        same = Paragraph(phrase_of("same", language))
        return Document(title, (Section("", (same,)),))
    texts = sentences(compared, language)
    memo = [sentence.text for sentence in texts[: len(compared.differences.splits)]]
    if comparison:
        memo += payment_sentences(comparison, language)
    places = Bullets(tuple(_with_place(sentence, new) for sentence in texts))
    sections = [
        *([Section("", (Paragraph(" ".join(memo)),))] if memo else []),
        Section(phrase_of("changes", language), (places,)),
    ]
    if comparison and comparison.figures and comparison.differs:
        beside = single(comparison)
        amounts = replace(table(beside, options), title=phrase_of("what_is_paid", language))
        per_unit = unit_table(beside, options)
        sections.append(Section("", (amounts, *([per_unit] if per_unit else []))))
    return Document(title, tuple(sections))


def _with_place(sentence: Sentence, new: Loaded) -> str:
    file, line = new.file_and_line(sentence.path)
    return f"{sentence.text.removesuffix('.')} ({file}:{line})." if line else sentence.text
