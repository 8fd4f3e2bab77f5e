"""A document's chart as a PNG file."""

from collections.abc import Iterable, Iterator

from avtalskalk.formats.charts import charts_of, png
from avtalskalk.report.document import Document
from avtalskalk.report.options import Options


def write(documents: Iterable[Document], options: Options) -> Iterator[bytes]:
    """The first chart; documents without one give nothing."""
    yield from (png(chart, options.language) for chart in charts_of(documents)[:1])
