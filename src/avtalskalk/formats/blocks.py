"""Documents as text: their titles, headings and blocks with an empty line between them."""

from collections.abc import Callable, Iterable, Iterator

from avtalskalk.report.document import Chart, Document, TextBlock


def blocks_apart(
    documents: Iterable[Document],
    title: Callable[[str], str],
    heading: Callable[[str], str],
    block: Callable[[TextBlock], str],
) -> Iterator[bytes]:
    """The texts that three functions make, each with its lines ended, as UTF-8."""
    between = ""
    for document in documents:
        texts = [title(document.title)] if document.title else []
        for section in document.sections:
            texts += [heading(section.heading)] if section.heading else []
            texts += [block(part) for part in section.blocks if not isinstance(part, Chart)]
        if texts:
            yield (between + "\n".join(texts)).encode("utf-8", "backslashreplace")
            between = "\n"
