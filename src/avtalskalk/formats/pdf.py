"""Documents as PDF that anyone can read and keep: PDF/UA-1 and PDF/A-2a, set by Typst."""

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, Literal

import typst

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.formats.cells import begins_sums, column_widths, row_texts, without_bars
from avtalskalk.formats.charts import svg
from avtalskalk.formats.timelines import text_lines
from avtalskalk.report.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Paragraph,
    Role,
    Table,
    Timeline,
)
from avtalskalk.report.options import Options
from avtalskalk.words import Language
from avtalskalk.words.formats import safe

_TIMELINE_COLUMNS = 80
_STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]

# How many characters a line has room for in text of a size, in points; with more the text gets
# smaller, and with too many the page lies down.
_ROOM, _LYING_ROOM, _MOST_UPRIGHT = 95, 145, 125
_SIZE, _SMALLEST = 9.5, 5


def write(documents: Iterable[Document], options: Options) -> Iterator[bytes]:
    """One file, each document on pages of its own; wide tables on lying pages."""
    language = options.language
    parts = []
    for document in documents:
        sections: list[dict[str, Any]] = [
            {
                "heading": safe(section.heading),
                "blocks": [_block(block, language) for block in section.blocks],
            }
            for section in document.sections
        ]
        blocks = [block for section in sections for block in section["blocks"]]
        titles = [block["title"] for block in blocks if block.get("title")]
        parts.append(
            {
                "title": safe(document.title),
                "name": (titles or ["avtalskalk"])[0],
                "wide": any(block.get("width", 0) > _MOST_UPRIGHT for block in blocks),
                "sections": sections,
            }
        )
    today = options.today
    data = {
        "title": next((part["title"] or part["name"] for part in parts), "avtalskalk"),
        "lang": language,
        "today": [today.year, today.month, today.day] if today else None,
        "documents": parts,
    }
    layout = files("avtalskalk.formats").joinpath("pdf.typ").read_bytes()
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    settings: dict[str, Any] = {"format": "pdf", "sys_inputs": inputs, "timestamp": 0}
    try:
        yield typst.compile(
            layout, ignore_system_fonts=True, pdf_standards=[*_STANDARDS], **settings
        )
    except typst.TypstError:
        # A character that the fonts lack cannot be archived; it is shown as well as it can be.
        yield typst.compile(layout, **settings)


def _block(block: Block, language: Language) -> dict[str, Any]:
    """A block as the layout takes it."""
    match block:
        case Paragraph(text):
            return {"kind": "paragraph", "text": safe(text)}
        case Bullets(points):
            return {"kind": "bullets", "points": list(map(safe, points))}
        case Timeline():
            return {"kind": "message", "text": "\n".join(text_lines(block, _TIMELINE_COLUMNS))}
        case Diagnostic():
            from avtalskalk.report.messages import message

            return {"kind": "message", "text": message(block, language)}
        case Chart():
            return {
                "kind": "chart",
                "title": safe(block.title),
                "about": safe(block.about),
                "svg": svg(block, language),
            }
        case Table():
            return _table(block, language)


def _table(table: Table, language: Language) -> dict[str, Any]:
    """A table's cells as text, and how large they are set."""
    table = without_bars(table)
    wide = sum(column_widths(table, language))
    room = _ROOM if wide <= _MOST_UPRIGHT else _LYING_ROOM
    rows = []
    before: Role = "body"
    for row in table.rows:
        rows.append(
            {
                "cells": row_texts(row, table.columns, language),
                "level": row.level,
                "strong": row.role in {"head", "subtotal", "total"},
                "above": begins_sums(row.role, before),
            }
        )
        before = row.role
    return {
        "kind": "table",
        "title": safe(table.title),
        "subtitle": safe(table.subtitle),
        "columns": [
            {"title": safe(column.title), "text": column.kind == "text"} for column in table.columns
        ],
        "rows": rows,
        "notes": list(map(safe, table.notes)),
        "width": wide,
        "size": max(_SMALLEST, min(_SIZE, _SIZE * room / max(wide, 1))),
    }
