"""A document's chart as an SVG file."""

from collections.abc import Iterable, Iterator

from avtalskalk.formats.charts import charts_of, svg
from avtalskalk.report.document import Document
from avtalskalk.report.options import Options


def write(documents: Iterable[Document], options: Options) -> Iterator[bytes]:
    """The first chart; documents without one give nothing."""
    yield from (svg(chart, options.language).encode() for chart in charts_of(documents)[:1])
