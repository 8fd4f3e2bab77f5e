"""Documents as one HTML page that stands by itself: nothing is fetched, and it is ready to print.

Its only script, which sorts rows, is our own; the page itself forbids any other.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from fractions import Fraction
from hashlib import sha256
from html import escape
from itertools import chain, count

from avtalskalk.diagnostics import Diagnostic
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

_STYLE = """\
:root { color-scheme: light dark; --line: light-dark(#c8ccd0, #474d53);
  --quiet: light-dark(#555c63, #a9b0b7); --less: light-dark(#2a6f97, #7cc0e8);
  --more: light-dark(#b3541e, #f0a37a); --link: light-dark(#0b57a4, #8ab8f0);
  background: light-dark(#fff, #14171a); color: light-dark(#16191c, #eceff1); }
a { color: var(--link); }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3, h4 { overflow-wrap: anywhere; line-height: 1.25; margin: 2rem 0 .25rem; }
article:first-child > :first-child, article:first-child > section:first-child > :first-child {
  margin-top: 0; }
.title { font-size: 2rem; }
p, ul { margin: .5rem 0; max-width: 45rem; overflow-wrap: anywhere; }
ul { padding-left: 1.25rem; }
.about, .notes { color: var(--quiet); }
.notes { list-style: none; padding: 0; font-size: .875rem; }
.grid { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .9rem .2rem 0; text-align: left; vertical-align: bottom;
  font-weight: normal; overflow-wrap: break-word; }
tbody th { min-width: 8rem; }
thead > tr > * { border-bottom: 1px solid currentColor; font-weight: 600; }
.figure { position: relative; text-align: right; white-space: nowrap; padding-left: .6rem; }
th button { font: inherit; color: inherit; background: none; border: 0; padding: 0;
  cursor: pointer; text-decoration: underline dotted; text-underline-offset: .2em; }
[aria-sort="ascending"] button::after { content: " ↑"; }
[aria-sort="descending"] button::after { content: " ↓"; }
summary { cursor: pointer; }
summary > * { display: inline; }
details { margin: 1rem 0; }
.mark { position: absolute; }
.timeline { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem;
  align-items: center; margin: .75rem 0; max-width: 56rem; }
.timeline > div { position: relative; height: 1.1rem; border-left: 1px solid var(--line);
  border-right: 1px solid var(--line); }
.timeline > div > * { position: absolute; }
.timeline b { height: 100%; background: var(--less); box-sizing: border-box; }
.timeline .maybe { background: none; border: 1px dashed var(--less); }
.timeline .on { clip-path: polygon(0 0, calc(100% - .6rem) 0, 100% 50%, calc(100% - .6rem) 100%,
  0 100%); }
.timeline i { width: .55rem; height: .55rem; margin-left: -.1rem; top: .25rem; rotate: 45deg;
  background: var(--more); }
.timeline small { color: var(--quiet); border-left: 1px solid var(--line); padding-left: .2rem; }
.head > *, .subtotal > *, .total > * { font-weight: 600; }
.above > * { border-top: 1px solid var(--line); }
.level1 > th { padding-left: 1.25rem; }
.level2 > th, .level3 > th, .level4 > th { padding-left: 2.5rem; }
.bar { min-width: 8rem; padding: 0;
  background: linear-gradient(var(--line), var(--line)) center / 1px 100% no-repeat; }
.bar span { display: block; height: .7rem; margin-bottom: .3rem; box-sizing: border-box;
  min-width: 1px; }
.bar .less { background: var(--less); }
.bar .more { background: var(--more); }
figure { margin: .75rem 0; overflow-x: auto; }
figcaption { font-weight: 600; }
figure svg { max-width: 100%; height: auto; overflow: visible; }
pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line); }
@media print {
  @page { size: A4; margin: 18mm 15mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .grid, pre { overflow: visible; }
  th button { text-decoration: none; }
  h1, h2, h3, .about { break-after: avoid; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
}
"""

# Sorts the parts of a table by a column; what is no number, as a missing figure, goes last.
_SCRIPT = """
for (const table of document.querySelectorAll("table.sortable")) {
  for (const button of table.querySelectorAll("thead button")) {
    button.addEventListener("click", () => {
      const title = button.parentElement, place = title.cellIndex;
      const up = title.getAttribute("aria-sort") !== "ascending";
      for (const other of table.querySelectorAll("[aria-sort]")) {
        other.setAttribute("aria-sort", "none");
      }
      title.setAttribute("aria-sort", up ? "ascending" : "descending");
      const value = (row) => row.cells[place].dataset.value ?? NaN;
      const compare = (a, b) => {
        const [one, two] = [Number(value(a)), Number(value(b))];
        if (isNaN(one) || isNaN(two)) { return isNaN(one) - isNaN(two); }
        return up ? one - two : two - one;
      };
      const rows = [...table.tBodies[0].querySelectorAll("tr.body")].sort(compare);
      table.tBodies[0].prepend(...rows);
    });
  }
}
"""
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
    numbers = count(1)
    # A page has one heading of the first level; further documents have theirs one level below.
    top = 1
    for document in chain([first] if first else [], documents):
        article = "".join(_article(document, options.language, numbers, top))
        yield article.encode("utf-8", "backslashreplace")
        top = 2
    yield f"</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n".encode()


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
        case Chart():
            from avtalskalk.formats.charts import svg

            # It is read out as what it shows; a table on the page has its figures.
            picture = svg(block, language, "currentColor").replace(
                "<svg ", f'<svg role="img" aria-label="{_text(block.about)}" ', 1
            )
            caption = f"<figcaption>{_text(block.title)}</figcaption>"
            return f"<figure>\n{caption}\n{picture}\n</figure>\n"
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
    if table.rows:
        yield f'<div class="grid" role="group" aria-labelledby="{heading}" tabindex="0">\n'
        # Rows that belong together keep their order.
        parts = [row for row in table.rows if row.role == "body"]
        others = {row.role for row in table.rows if row.role != "body"}
        can_sort = (
            len(parts) >= _FEWEST_SORTED
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
