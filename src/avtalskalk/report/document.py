"""A report as blocks that follow each other, before any format."""

from typing import NamedTuple

from avtalskalk.report.table import Table


class Heading(NamedTuple):
    """A heading; level 1 is the document's own."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """Running text."""

    text: str


class Bullets(NamedTuple):
    """A list, one text for each point."""

    points: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Table


class Document(NamedTuple):
    """Blocks in reading order."""

    blocks: tuple[Block, ...]
