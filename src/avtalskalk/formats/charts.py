"""Charts as pictures: SVG and PNG, drawn by Vega-Lite without a browser or the network."""

import json
from collections.abc import Iterable
from typing import Any

import vl_convert

from avtalskalk.formats.cells import cell_text
from avtalskalk.report.document import Cell, Chart, Document
from avtalskalk.report.widths import fold, width
from avtalskalk.words import Language
from avtalskalk.words.formats import safe

# A font that the library brings along, so that a picture is the same on every machine.
_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_BAR, _INK = "#2a6f97", "#333333"
_BAR_HEIGHT, _GAP = 15, 8
_PLOT_WIDTH, _NAME_COLUMNS = 420, 45
_FIGURE_WIDTH, _LETTER_WIDTH = 110, 6
_PALEST = 0.5
_PIXELS = 2
"""How many pixels a PNG has for each of the SVG's, so that it prints well."""


def charts_of(documents: Iterable[Document]) -> list[Chart]:
    """The charts of documents, in order."""
    sections = (section for document in documents for section in document.sections)
    return [block for section in sections for block in section.blocks if isinstance(block, Chart)]


def svg(chart: Chart, language: Language, ink: str = _INK) -> str:
    """A chart as SVG; ``ink`` is the colour of text and lines."""
    picture: str = vl_convert.vegalite_to_svg(_specification(chart, language))
    return picture.replace(_INK, ink)


def png(chart: Chart, language: Language) -> bytes:
    """A chart as PNG, for what takes no SVG."""
    picture: bytes = vl_convert.vegalite_to_png(_specification(chart, language), scale=_PIXELS)
    return picture


def _specification(chart: Chart, language: Language) -> dict[str, Any]:
    """A chart in Vega-Lite's words: bars side by side, each with its figure in writing.

    Nothing is told by colour alone: places stand at their bars, and so do the series' names.
    """
    last = len(chart.series) - 1
    bars: list[dict[str, Any]] = []
    for place, name in enumerate(chart.places):
        for number, series in enumerate(chart.series):
            value = series.values[place]
            text = cell_text(Cell(value), chart.column_of(place), language)
            length = value if isinstance(value, int) else 0
            start = chart.starts[place] if chart.starts else 0
            # Only where a bar is drawn; its figure is the text.
            ends = [end / 10**chart.column.digits for end in (start, start + length)]
            shade = _PALEST + (1 - _PALEST) * number / last if last else 1
            bars.append(
                {
                    "place": str(place),
                    "name": safe(name),
                    "series": number,
                    "start": ends[0],
                    "end": ends[1],
                    "less": ends[1] < ends[0],
                    "shade": _PALEST if chart.column_of(place) != chart.column else shade,
                    "text": f"{safe(series.name)}  {text}" if last else text,
                }
            )
    # Figures stand at the ends of bars, outside them; those of bars to the left before the names.
    text_room = max([_FIGURE_WIDTH, *(_LETTER_WIDTH * width(bar["text"]) for bar in bars)])
    # A figure on the left of its bar may need the room of the names.
    widest = max((abs(end) for bar in bars for end in (bar["start"], bar["end"])), default=0)
    below = any(bar["less"] and bar["end"] < widest / 3 for bar in bars)
    # The library would cut a long name between the halves of a sign, and fail: it has no limit.
    lines = [fold(safe(name), _NAME_COLUMNS) for name in chart.places]
    # As an object in the chart's language, in which nothing of theirs is run.
    names = {str(n): f"{first} …" if more else first for n, (first, *more) in enumerate(lines)}
    y = {"field": "place", "type": "nominal", "sort": None, "title": None}
    encoding = {
        "y": {
            **y,
            "axis": {
                "domain": False,
                "ticks": False,
                "labelLimit": 0,
                "labelPadding": text_room if below else 8,
                "labelExpr": f"({json.dumps(names)})[datum.value]",
            },
        },
        "yOffset": {"field": "series", "type": "nominal", "sort": None},
        "x": {"field": "end", "type": "quantitative", "axis": None, "stack": None},
    }
    # A browser without the font may need a wider one for the names.
    longest = max(map(len, names.values()), default=0)
    step = _BAR_HEIGHT * len(chart.series) + _GAP
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _PLOT_WIDTH,
        "height": {"step": step, "for": "position"},
        "padding": {"left": 5 + 2 * longest, "right": text_room + 20, "top": 5, "bottom": 5},
        "background": None,
        "data": {"values": bars},
        "encoding": encoding,
        "layer": [
            {
                "mark": {"type": "bar", "color": _BAR, "height": _BAR_HEIGHT - 2},
                "encoding": {
                    "x2": {"field": "start"},
                    "fillOpacity": {"field": "shade", "type": "quantitative", "scale": None},
                },
            },
            {
                "transform": [{"filter": "!datum.less"}],
                "mark": {"type": "text", "align": "left", "dx": 4},
                "encoding": {"text": {"field": "text"}},
            },
            {
                "transform": [{"filter": "datum.less"}],
                "mark": {"type": "text", "align": "right", "dx": -4},
                "encoding": {"text": {"field": "text"}},
            },
        ],
        "config": {
            "font": _FONT,
            "view": {"stroke": None},
            "axis": {"labelColor": _INK, "labelFontSize": 12},
            "text": {"color": _INK, "fontSize": 11},
        },
    }
