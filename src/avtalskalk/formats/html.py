"""Documents as one HTML page that stands by itself: nothing is fetched, and it is ready to print.

Its only script, which sorts rows and moves sliders, is our own; the page forbids any other.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from fractions import Fraction
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import chain, count, cycle, repeat

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.formats import CHARTS, lacking
from avtalskalk.formats.cells import begins_sums, cell_text
from avtalskalk.money import half_up
from avtalskalk.report.document import (
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Document,
    Paragraph,
    Role,
    Table,
    Timeline,
)
from avtalskalk.report.options import Options
from avtalskalk.words import Language
from avtalskalk.words.formats import safe

_STYLE = files("avtalskalk.formats").joinpath("page.css").read_text("utf-8")
_SCRIPT = files("avtalskalk.formats").joinpath("page.js").read_text("utf-8")
_DIGEST = b64encode(sha256(_SCRIPT.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{_DIGEST}'"
_FEWEST_SORTED, _SORTED_TO = 3, 10**6


def write(documents: Iterable[Document], options: Options) -> Iterator[bytes]:
    """A page with an article for each document."""
    documents = iter(documents)
    first = next(documents, None)
    # The page up to its first article; its title is that of the first document or table.
    title = "avtalskalk"
    if first:
        blocks = (block for section in first.sections for block in section.blocks)
        tables = (block.title for block in blocks if isinstance(block, Table))
        title = first.title or next(tables, title)
    yield (
        f'<!DOCTYPE html>\n<html lang="{options.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n"
    ).encode()
    for article in _articles(chain([first] if first else [], documents), options.language):
        yield article.encode("utf-8", "backslashreplace")
    yield f"</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n".encode()


def articles(documents: Iterable[Document], options: Options) -> str:
    """The documents without the page around them, to stand in another."""
    return "".join(_articles(documents, options.language))


def _articles(documents: Iterable[Document], language: Language) -> Iterator[str]:
    numbers = count(1)
    # A page has one heading of the first level; further documents have theirs one level below.
    for top, document in zip(chain([1], repeat(2)), documents, strict=False):
        yield "".join(_article(document, language, numbers, top))


def _text(text: str) -> str:
    return escape(safe(text))


def _article(
    document: Document, language: Language, numbers: Iterator[int], top: int
) -> Iterator[str]:
    """A document; tables have numbers, so that they can be named after their headings.

    The first heading is its title, on the level ``top``; all others are below it.
    """
    yield "<article>\n"
    level = top
    if document.title:
        yield f'<h{top} class="title">{_text(document.title)}</h{top}>\n'
        level = top + 1
    for section in document.sections:
        anchor = f' id="{_text(section.anchor)}"' if section.anchor else ""
        yield f"<section{anchor}>\n"
        below = level
        if section.heading:
            heading = f"<h{level}>{_text(section.heading)}</h{level}>"
            below = level + 1
            yield f"<details>\n<summary>{heading}</summary>\n" if section.folded else f"{heading}\n"
        for block in section.blocks:
            if isinstance(block, Table):
                yield from _table(block, language, next(numbers), below, title=below == top)
                below = max(below, top + 1)
            else:
                yield _running_text(block, language)
        level = top + 1
        yield "</details>\n</section>\n" if section.heading and section.folded else "</section>\n"
    yield "</article>\n"


def _running_text(block: Block, language: Language) -> str:
    match block:
        case Paragraph(text):
            return f"<p>{_text(text)}</p>\n"
        case Bullets(points):
            return _list(points, "<ul>")
        case Timeline():
            from avtalskalk.formats.timelines import html

            return "".join(html(block))
        case Diagnostic():
            from avtalskalk.report.messages import message

            return f"<pre>{escape(message(block, language))}</pre>\n"
        case Chart() if lacking(CHARTS):
            # The table on the page has its figures.
            return ""
        case Chart():
            from avtalskalk.formats.charts import svg

            # It is read out as what it shows; a table on the page has its figures.
            picture = svg(block, language, "currentColor").replace(
                "<svg ", f'<svg role="img" aria-label="{_text(block.about)}" ', 1
            )
            caption = f"<figcaption>{_text(block.title)}</figcaption>"
            return f'<figure tabindex="0">\n{caption}\n{picture}\n</figure>\n'
        case Table():
            return ""


def _list(points: Iterable[str], opening: str) -> str:
    return "".join((f"{opening}\n", *(f"<li>{_text(p)}</li>\n" for p in points), "</ul>\n"))


# --- Tables ----------------------------------------------------------------------------------


def _table(
    table: Table, language: Language, number: int, level: int, *, title: bool
) -> Iterator[str]:
    """Title, what it shows, a grid that can be scrolled where it is wide, and the notes."""
    heading = f"table-{number}"
    named = ' class="title"' if title else ""
    yield f'<h{level} id="{heading}"{named}>{_text(table.title)}</h{level}>\n'
    if table.subtitle:
        yield f'<p class="about">{_text(table.subtitle)}</p>\n'
    if table.sliders:
        yield from _sliders(table, heading, language)
    if table.rows:
        yield f'<div class="grid" role="group" aria-labelledby="{heading}" tabindex="0">\n'
        # Rows that belong together keep their order.
        parts = [row for row in table.rows if row.role == "body"]
        others = {row.role for row in table.rows if row.role != "body"}
        can_sort = (
            len(parts) >= _FEWEST_SORTED
            and not table.sliders
            and not any(row.level for row in parts)
            and others <= {"total"}
        )
        sortable = ' class="sortable"' if can_sort else ""
        yield f'<table aria-labelledby="{heading}"{sortable}>\n<thead>\n<tr>'
        yield "".join(_title(column, can_sort=can_sort) for column in table.columns)
        yield "</tr>\n</thead>\n<tbody>\n"
        before: Role = "body"
        for row in table.rows:
            above = begins_sums(row.role, before)
            # A row under its name; a line above the first of the sums.
            classes: list[str] = [row.role]
            if above:
                classes.append("above")
            if row.level:
                classes.append(f"level{row.level}")
            name = f'<th scope="row">{_content(row.cells[0], table.columns[0], language)}</th>'
            values = "".join(
                _cell(cell, column, language, can_sort=can_sort)
                for cell, column in zip(row.cells[1:], table.columns[1:], strict=True)
            )
            yield f'<tr class="{" ".join(classes)}">{name}{values}</tr>\n'
            before = row.role
        yield "</tbody>\n</table>\n</div>\n"
    if table.notes:
        yield _list(table.notes, '<ul class="notes">')


def _sliders(table: Table, heading: str, language: Language) -> Iterator[str]:
    """The sliders above a table, and all that it can show as texts and their places."""
    assert table.sliders  # noqa: S101 - asked by the caller
    sliders, combinations = table.sliders
    yield f'<form class="sliders" aria-labelledby="{heading}" autocomplete="off">\n'
    for number, slider in enumerate(sliders):
        name, last = f"{heading}-{number}", len(slider.values) - 1
        yield (
            f'<label for="{name}">{_text(slider.name)}</label>\n<input id="{name}" type="range"'
            f' min="0" max="{last}" value="{slider.place}">\n'
            f'<output for="{name}">{_text(slider.values[slider.place])}</output>\n'
        )
    texts: dict[str, int] = {}
    places = [
        texts.setdefault(cell_text(cell, column, language), len(texts))
        for cells in combinations
        for cell, column in zip(cells, cycle(table.columns[1:]), strict=False)
    ]
    data = {"values": [slider.values for slider in sliders], "texts": [*texts], "places": places}
    # A text that would end the element, or begin a comment, is written without its first sign.
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    yield f'<script type="application/json">{written}</script>\n</form>\n'


def _title(column: Column, *, can_sort: bool) -> str:
    if column.kind == "bar":
        # The figures beside say the same.
        return '<td aria-hidden="true"></td>'
    figure = "" if column.kind == "text" else ' class="figure"'
    # A column without a title is that of the names below it.
    tag = "th" if column.title else "td"
    scope = ' scope="col"' if column.title else ""
    title = _text(column.title)
    if can_sort and title and column.kind != "text":
        scope += ' aria-sort="none"'
        title = f'<button type="button">{title}</button>'
    return f"<{tag}{scope}{figure}>{title}</{tag}>"


def _cell(cell: Cell, column: Column, language: Language, *, can_sort: bool) -> str:
    if column.kind == "bar":
        bar = ""
        if isinstance(cell.value, Fraction):
            # From the middle, to the left for less and to the right for more, in tenths of 1 %.
            tenths = half_up(abs(cell.value.numerator) * 500, cell.value.denominator)
            side, left = ("less", 500 - tenths) if cell.value < 0 else ("more", 500)
            style = f"width:{tenths / 10}%;margin-left:{left / 10}%"
            bar = f'<span class="{side}" style="{style}"></span>'
        return f'<td class="bar" aria-hidden="true">{bar}</td>'
    figure = "" if column.kind == "text" else ' class="figure"'
    if can_sort and isinstance(cell.value, int | Fraction):
        figure += f' data-value="{cell.value * _SORTED_TO // 1}"'
    return f"<td{figure}>{_content(cell, column, language)}</td>"


def _content(cell: Cell, column: Column, language: Language) -> str:
    mark = f'<span class="mark">{escape(cell.mark)}</span>' if cell.mark else ""
    text = escape(cell_text(cell, column, language))
    if cell.target:
        text = f'<a href="#{_text(cell.target)}">{text}</a>'
    return text + mark
