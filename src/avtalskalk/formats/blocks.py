"""Documents as text: their titles, headings and blocks with an empty line between them."""

from collections.abc import Callable, Iterable, Iterator

from avtalskalk.report.document import Block, Document


def blocks_apart(
    documents: Iterable[Document],
    title: Callable[[str], str],
    heading: Callable[[str], str],
    block: Callable[[Block], str],
) -> Iterator[bytes]:
    """The texts that three functions make, each with its lines ended, as UTF-8."""
    between = ""
    for document in documents:
        for text in _texts(document, title, heading, block):
            yield f"{between}{text}".encode("utf-8", "backslashreplace")
            between = "\n"


def _texts(
    document: Document,
    title: Callable[[str], str],
    heading: Callable[[str], str],
    block: Callable[[Block], str],
) -> Iterator[str]:
    if document.title:
        yield title(document.title)
    for section in document.sections:
        if section.heading:
            yield heading(section.heading)
        yield from map(block, section.blocks)
