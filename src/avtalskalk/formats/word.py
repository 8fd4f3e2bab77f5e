"""Documents as a Word file: headings, tables and pictures that can be worked on further."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as TextParagraph

from avtalskalk.diagnostics import Diagnostic
from avtalskalk.formats.cells import begins_sums, column_widths, row_texts, without_bars
from avtalskalk.formats.charts import png
from avtalskalk.formats.timelines import text_lines
from avtalskalk.report.document import (
    Block,
    Bullets,
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

_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_UPRIGHT = 110
# In twentieths of a point: the text's width upright and lying, and a figure's in a table.
_ROOM, _LYING_ROOM, _CHARACTER = 9638, 14570, 118
_FOLDED = 48
_KEPT = 25
_TIMELINE_COLUMNS = 80
_CHART_CENTIMETRES = 16
_PAGE, _MARGIN = (21.0, 29.7), 2.0
_SMALL_POINTS, _HALF_POINTS, _INDENT = 8, 19, 230
_QUIET = 0x55, 0x5C, 0x63

# The same documents give the same bytes, so a file is as old as the format.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_ZIPPED = (1980, 1, 1, 0, 0, 0)


def write(documents: Iterable[Document], options: Options) -> Iterator[bytes]:
    """One file; each document begins on a page of its own."""
    writer = _Writer(options.language)
    for document in documents:
        writer.document(document)
    file, result = BytesIO(), BytesIO()
    writer.file.save(file)
    # It was zipped just now; its parts are put as if they were zipped long ago.
    with ZipFile(file) as before, ZipFile(result, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name, _ZIPPED), before.read(name), ZIP_DEFLATED)
    yield result.getvalue()


class _Writer:
    """A Word file that is being written."""

    def __init__(self, language: Language) -> None:
        """Begin one with quiet styles, in the documents' language."""
        self.language = language
        self.file = docx.Document()
        self.started, self.room = False, _ROOM
        properties = self.file.core_properties
        properties.author, properties.title, properties.comments = "avtalskalk", "", ""
        properties.language = _LANGUAGES[language]
        properties.created = properties.modified = _MADE
        styles = self.file.styles
        for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
            style: Any = styles[name]
            style.font.name = "Calibri"
            if name != "Normal":
                style.font.color.rgb = RGBColor(0, 0, 0)
                fonts = style.element.rPr.rFonts
                for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                    fonts.attrib.pop(qn(f"w:{theme}"), None)
        normal: Any = styles["Normal"]
        normal.font.size = Pt(10.5)
        normal.paragraph_format.space_after = Pt(4)
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), _LANGUAGES[language])
        normal.element.get_or_add_rPr().append(spoken)

    def document(self, document: Document) -> None:
        """A document on pages of its own, lying where a table is wide."""
        blocks = [block for section in document.sections for block in section.blocks]
        tables = [block for block in blocks if isinstance(block, Table)]
        wide = any(
            sum(column_widths(without_bars(table), self.language)) > _UPRIGHT for table in tables
        )
        # The first pages are there already.
        page = self.file.add_section() if self.started else self.file.sections[0]
        self.started = True
        page.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        page.page_width, page.page_height = map(Cm, _PAGE[::-1] if wide else _PAGE)
        self.room = _LYING_ROOM if wide else _ROOM
        page.left_margin = page.right_margin = Cm(_MARGIN)
        page.top_margin = page.bottom_margin = Cm(_MARGIN)
        title = document.title or next((table.title for table in tables), "")
        if not self.file.core_properties.title:
            self.file.core_properties.title = safe(title)[:255]
        level = 1
        if document.title:
            self.file.add_heading(safe(document.title), 1)
            level = 2
        for section in document.sections:
            below = level
            if section.heading:
                self.file.add_heading(safe(section.heading), level)
                below = level + 1
            for block in section.blocks:
                self.block(block, below)

    def block(self, block: Block, level: int) -> None:
        """One block."""
        match block:
            case Paragraph(text):
                self.file.add_paragraph(safe(text))
            case Bullets(points):
                for point in points:
                    self.file.add_paragraph(safe(point), "List Bullet")
            case Table():
                self.table(block, level)
            case Chart():
                self.file.add_heading(safe(block.title), level)
                picture = BytesIO(png(block, self.language))
                self.file.add_picture(picture, width=Cm(_CHART_CENTIMETRES))
                # The last element of the body is that of its pages.
                for properties in self.file.element.body[-2].iter(qn("wp:docPr")):
                    properties.set("descr", safe(block.about))
            case Timeline():
                lines = "\n".join(text_lines(block, _TIMELINE_COLUMNS))
                # So many signs of this size are as wide as the page.
                font = self.file.add_paragraph().add_run(lines).font
                font.name, font.size = "Courier New", Pt(_SMALL_POINTS)
            case Diagnostic():
                from avtalskalk.report.messages import message

                paragraph = self.file.add_paragraph()
                paragraph.add_run(message(block, self.language)).font.name = "Courier New"

    # --- Tables ------------------------------------------------------------------------------

    def table(self, table: Table, level: int) -> None:
        """Title, what it shows, the grid and the notes."""
        self.file.add_heading(safe(table.title), level)
        if table.subtitle:
            self.quiet(table.subtitle).paragraph_format.keep_with_next = True
        if table.rows:
            self.grid(without_bars(table))
        for note in table.notes:
            self.quiet(note)

    def quiet(self, text: str) -> TextParagraph:
        """A text beside the table."""
        paragraph = self.file.add_paragraph()
        run = paragraph.add_run(safe(text))
        run.font.size = Pt(_SMALL_POINTS)
        run.font.color.rgb = RGBColor(*_QUIET)
        return paragraph

    def grid(self, table: Table) -> None:
        """The titles, which are repeated on each page, and the rows."""
        columns = table.columns
        rows = [_row([column.title for column in columns], columns, bold=True, line="bottom")]
        before: Role = "body"
        for place, row in enumerate(table.rows, 1):
            # A short table stands on one page.
            keep = place < len(table.rows) <= _KEPT
            texts = row_texts(row, columns, self.language)
            bold = row.role in {"head", "subtotal", "total"}
            line = "top" if begins_sums(row.role, before) else ""
            rows.append(_row(texts, columns, bold=bold, line=line, level=row.level, keep=keep))
            before = row.role
        rows[0] = rows[0].replace("<w:trPr>", "<w:trPr><w:tblHeader/>", 1)
        caption = quoteattr(safe(table.title))
        # As wide as asked for, or as the page is: then text is folded, and figures are not.
        asked = [_CHARACTER * size for size in column_widths(table, self.language, _FOLDED)]
        is_text = [column.kind == "text" for column in columns]
        texts_asked = sum(size for size, text in zip(asked, is_text, strict=True) if text) or 1
        left = max(self.room - sum(asked) + texts_asked, texts_asked // 3)
        widths = [
            size * min(left, texts_asked) // texts_asked if text else size
            for size, text in zip(asked, is_text, strict=True)
        ]
        grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
        body = self.file.element.body
        body.insert(
            len(body) - 1,
            parse_xml(
                f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
                f"<w:tblCaption w:val={caption}/></w:tblPr>"
                f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
            ),
        )


def _row(
    texts: Sequence[str],
    columns: Sequence[Column],
    *,
    bold: bool,
    line: str,
    level: int = 0,
    keep: bool = True,
) -> str:
    """One row in Word's XML: figures to the right, the first text indented by its level.

    One to ``keep`` stands on the same page as the next.
    """
    side = f'<w:{line} w:val="single" w:sz="6" w:color="333333"/>' if line else ""
    borders = f"<w:tcPr><w:tcBorders>{side}</w:tcBorders></w:tcPr>" if side else ""
    strong = "<w:b/>" if bold else ""
    cells = []
    for place, (text, column) in enumerate(zip(texts, columns, strict=True)):
        layout = ("<w:keepNext/>" if keep else "") + '<w:spacing w:after="0"/>'
        if column.kind != "text":
            layout += '<w:jc w:val="right"/>'
        elif place == 0 and level:
            layout += f'<w:ind w:left="{_INDENT * level}"/>'
        cells.append(
            f"<w:tc>{borders}<w:p><w:pPr>{layout}</w:pPr><w:r><w:rPr>{strong}"
            f'<w:sz w:val="{_HALF_POINTS}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(safe(text))}</w:t></w:r></w:p></w:tc>'
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
