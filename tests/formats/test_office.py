"""Excel, Word and PDF: what others read in them is what was written, and nothing in them runs."""

import re
from datetime import date
from fractions import Fraction
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.formats.test_html import Page

from avtalskalk import api
from avtalskalk.formats.charts import svg
from avtalskalk.report.document import (
    Bullets,
    Cell,
    Chart,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Series,
    Table,
    of_blocks,
)
from avtalskalk.report.options import Options
from avtalskalk.words import Language

OPTIONS = Options("sv", today=date(2024, 6, 30))
SVG = "{http://www.w3.org/2000/svg}"
OFFICE = ("xlsx", "docx", "pdf")
HOSTILE = ("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A1", "<w:p>&amp;", "#set page()", "\u202egnp")
ANYWHERE = (
    *HOSTILE,
    *("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "=[x.xlsx]A!$A$1", "Lyktan!A1", "]]>"),
    *("](javascript:alert(1))", "</text><image href='http://x'/>", '#image("/etc/passwd")'),
    *("\x00\x01\x08\x1b[31m\x85", "\ufffe\uffff", "\u2066a\u2069\u200d", "שלום", "مرحبا بالعالم"),
    *("🙂" * 250, "漢字" * 250, "x" * 500, "a\u0300" * 250, "[a]:*?/\\'", "History", "\u00a0", "'"),
)
"""What a page, a workbook, a typesetter or a terminal might obey, or cannot show."""

MONEY = Column("Kronor", "money", 2, 2)
TABLE = Table(
    "Räddningstjänst åäö",
    (Column("", "text"), Column("Andel", "percent"), MONEY, Column("Skillnad", "difference", 2, 0)),
    (
        Row((Cell("Utryckning"), Cell(""), Cell(100001), Cell(0)), "subtotal"),
        Row((Cell("Stora"), Cell(Fraction(1, 3)), Cell(33334, "*"), Cell(500)), level=1),
        Row((Cell("Lilla"), Cell(Fraction(1, 2)), Cell(None), Cell(-500)), level=1),
        Row((Cell("Summa"), Cell(Fraction(1)), Cell(100001), Cell("–")), "total"),
    ),
    "Budget 2024 · kronor",
    ("* Villkorat.",),
)
CHART = Chart(
    "Kostnad per part",
    "Stora kommun 333,34 kronor",
    MONEY,
    ("Stora kommun", "Lilla kommun"),
    (Series("2023", (33334, None)), Series("2024", (-500, 200))),
)


def bytes_of(document: Document, form: str, language: Language = "sv") -> bytes:
    """A document in a format."""
    return api.render_bytes(document, form, OPTIONS._replace(language=language))


def document_of(*blocks: Paragraph | Bullets | Table | Chart) -> Document:
    """Blocks under a title and a heading."""
    return Document("Avtalet", (Section("Årets kostnad", blocks),))


@pytest.mark.parametrize("form", OFFICE)
@pytest.mark.parametrize("document", [document_of(TABLE, CHART), of_blocks()])
def test_the_same_documents_are_the_same_bytes(form: str, document: Document) -> None:
    """Nothing in a file depends on when it is written."""
    assert bytes_of(document, form) == bytes_of(document, form)


def test_figures_in_excel_are_numbers() -> None:
    """Amounts and shares can be counted with; what is missing is a word, not an empty cell."""
    sheet = load_workbook(BytesIO(bytes_of(document_of(TABLE), "xlsx"))).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    first = rows.index([None, "Andel", "Kronor", "Skillnad"]) + 1
    assert rows[first : first + 4] == [
        ["Utryckning", None, 1000.01, 0],
        ["Stora", pytest.approx(1 / 3), 333.34, 5],
        ["Lilla", 0.5, "saknas", -5],
        ["Summa", 1, 1000.01, "–"],
    ]
    assert sheet.cell(first + 2, 3).number_format == '#,##0.00"*"'
    assert sheet.cell(first + 2, 4).number_format == "+#,##0;-#,##0;#,##0"
    assert sheet.freeze_panes == f"B{first + 1}"


@settings(max_examples=60, deadline=None)
@given(minor=st.integers(-(10**16), 10**16))
def test_every_amount_in_excel_is_exact(minor: int) -> None:
    """Up to 15 digits an amount is the very number; longer ones are written as text."""
    document = of_blocks(Table("", (Column("", "text"), MONEY), (Row((Cell("a"), Cell(minor))),)))
    sheet = load_workbook(BytesIO(bytes_of(document, "xlsx"))).active
    assert sheet is not None
    value = next(cell.value for row in sheet.iter_rows(min_col=2, max_col=2) for cell in row
                 if cell.value is not None and cell.value != "Kronor")  # fmt: skip
    if len(str(abs(minor))) > 15:
        assert isinstance(value, str)
    else:
        assert isinstance(value, int | float)
        assert f"{value:.2f}" == f"{'-' * (minor < 0)}{abs(minor) // 100}.{abs(minor) % 100:02}"


def test_names_of_sheets() -> None:
    """Excel takes no long names, no signs of its own, and no name twice."""
    titles = ("a" * 40, "A" * 40, "[b]:*?/\\", "'", "History")
    documents = [Document(title, (Section("", (Paragraph("x"),)),)) for title in titles]
    from avtalskalk.formats import write_documents

    book = load_workbook(BytesIO(b"".join(write_documents("xlsx", documents, OPTIONS))))
    assert book.sheetnames == ["a" * 31, f"{'A' * 27} (2)", "b", "avtalskalk", "History (2)"]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_others_runs_in_excel(text: str) -> None:
    """What looks like a formula is text, in titles, cells and notes."""
    table = Table(text, (Column(text, "text"), MONEY), (Row((Cell(text), Cell(1))),), text, (text,))
    content = bytes_of(document_of(Paragraph(text), Bullets((text,)), table), "xlsx")
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}


def hostile_document(text: str) -> Document:
    """A document with a text of others wherever one can stand."""
    row = Row((Cell(text), Cell(1), Cell(text)))
    columns = (Column(text, "text"), MONEY._replace(title=text), Column(text, "text"))
    table = Table(text, columns, (row,), text, (text,))
    chart = Chart(text, text, MONEY, (text, f"{text} b"), (Series(text, (1, None)),) * 2)
    return Document(text, (Section(text, (Paragraph(text), Bullets((text,)), table, chart), text),))


@pytest.mark.parametrize("text", ANYWHERE)
def test_text_of_others_is_harmless_in_office_files(text: str) -> None:
    """Every part is whole XML, without formulas, fields, links or anything from outside."""
    for form in ("xlsx", "docx"):
        with ZipFile(BytesIO(bytes_of(hostile_document(text), form))) as archive:
            names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            parts = {name: parse_xml(archive.read(name)) for name in names}
        for part in parts.values():
            tags = {str(element.tag).partition("}")[2] for element in part.iter()}
            assert tags.isdisjoint({"fldSimple", "instrText", "hyperlink", "hyperlinks"})
            assert not [e for e in part.iter() if e.get("TargetMode") == "External"]
        formulas = {f.text for part in parts.values() for f in part.xpath("//*[local-name()='f']")}
        assert all(re.fullmatch(r"[^\[\]]+!\$[A-C]\$\d+(:\$[A-C]\$\d+)?", f) for f in formulas)
        # Only the chart's, of its own sheet.
        sheets = [part for name, part in parts.items() if "worksheets/" in name]
        assert not [e for part in sheets for e in part.iter() if str(e.tag).endswith("}f")]


@pytest.mark.parametrize("text", ANYWHERE)
def test_text_of_others_is_harmless_in_a_pdf(text: str) -> None:
    """It is written, also in signs that the fonts lack, and has nothing that runs or leads out."""
    reader = PdfReader(BytesIO(bytes_of(hostile_document(text), "pdf")))
    assert reader.pages
    objects = [str(reader.get_object(n)) for n in range(1, len(reader.xref[0]))]
    assert not any(word in one for word in ("/JavaScript", "/Launch", "/URI") for one in objects)


@pytest.mark.parametrize("text", ANYWHERE)
def test_text_of_others_is_harmless_in_a_page(text: str) -> None:
    """No element but our own, nothing fetched, no script but one; charts are whole SVG."""
    page = Page(bytes_of(hostile_document(text), "html").decode())
    assert page.all("script") == [{}]
    assert not page.all("image") + page.all("img") + page.all("a")
    links = [value for _, attrs in page.elements for name, value in attrs.items()
             if name.endswith(("href", "src")) or name.startswith("on")]  # fmt: skip
    assert not [value for value in links if not (value or "").startswith("#")]
    parse_xml(svg(hostile_document(text).sections[0].blocks[3], "sv"))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["🙂" * 500, "a🙂" * 40, "\U0001f600b" * 31])
def test_names_of_sheets_are_as_long_as_excel_counts(text: str) -> None:
    """It counts a sign beyond the first 65,536 as two, and refuses a file with a longer name."""
    from avtalskalk.formats import write_documents

    documents = [Document(text, (Section("", (Paragraph("x"),)),))] * 3
    book = load_workbook(BytesIO(b"".join(write_documents("xlsx", documents, OPTIONS))))
    assert len({*book.sheetnames}) == 3
    assert all(len(name.encode("utf-16-le")) <= 2 * 31 for name in book.sheetnames)


@pytest.mark.parametrize("text", ["Lyktan!A1", "=Lyktan!$A$1", "=[x.xlsx]A!A1", "=1+1"])
def test_the_title_of_a_chart_is_no_formula(text: str) -> None:
    """It is a cell with the text, above the figures, whatever the text looks like."""
    book = load_workbook(BytesIO(bytes_of(document_of(CHART._replace(title=text)), "xlsx")))
    sheet = book.worksheets[0]
    (drawn,) = sheet._charts  # type: ignore[attr-defined] # openpyxl has no other
    cell = drawn.title.tx.strRef.f.rpartition("!")[2].replace("$", "")
    assert (sheet[cell].value, sheet[cell].data_type) == (text, "s")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_others_is_shown_as_it_stands(text: str) -> None:
    """In Word and PDF too, hidden signs written out."""
    from avtalskalk.words.formats import safe

    table = Table("T", (Column("", "text"), MONEY), (Row((Cell(text), Cell(1))),))
    document = document_of(table)
    shown = [
        "".join(docx.Document(BytesIO(bytes_of(document, "docx"))).element.itertext()),
        PdfReader(BytesIO(bytes_of(document, "pdf"))).pages[0].extract_text(),
    ]
    for content in shown:
        assert "".join(safe(text).split()) in "".join(content.split())


def test_word_says_its_language_and_repeats_its_titles() -> None:
    """A screen reader knows the language, and a picture says what it shows."""
    file = docx.Document(BytesIO(bytes_of(document_of(TABLE, CHART), "docx", "en")))
    normal = file.styles["Normal"].element
    assert [lang.get(qn("w:val")) for lang in normal.iter(qn("w:lang"))] == ["en-GB"]
    assert len(file.element.xpath("//w:tblHeader")) == 1
    assert file.element.xpath("//wp:docPr/@descr") == [CHART.about]
    assert [p.text for p in file.paragraphs if p.style and p.style.name.startswith("Heading")] == [
        "Avtalet", "Årets kostnad", TABLE.title, CHART.title,
    ]  # fmt: skip


def test_a_pdf_can_be_read_aloud_and_archived() -> None:
    """It says that it is PDF/UA-1 and PDF/A-2a, its language, its title and its day."""
    reader = PdfReader(BytesIO(bytes_of(document_of(TABLE, CHART), "pdf")))
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()  # type: ignore[index]
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A" in metadata
    assert reader.trailer["/Root"]["/Lang"] == "sv"  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title == "Avtalet"
    assert reader.metadata.creation_date
    assert reader.metadata.creation_date.date() == date(2024, 6, 30)


def test_a_pdf_shows_signs_that_its_fonts_lack() -> None:
    """A document with them is no archive file, and is written all the same."""
    reader = PdfReader(BytesIO(bytes_of(document_of(Paragraph("漢字 🙂")), "pdf")))
    assert "Avtalet" in reader.pages[0].extract_text()


def test_wide_tables_lie_down() -> None:
    """A table of many years is on lying pages, a narrow one upright."""
    years = tuple(Column(str(year), "money", 2, 0) for year in range(2020, 2032))
    row = Row((Cell("Stora kommun"), *[Cell(123456700)] * len(years)))
    wide = document_of(Table("Tolv år", (Column("", "text"), *years), (row,)))
    for document, lies in ((wide, True), (document_of(TABLE), False)):
        box = PdfReader(BytesIO(bytes_of(document, "pdf"))).pages[0].mediabox
        section = docx.Document(BytesIO(bytes_of(document, "docx"))).sections[0]
        assert (box.width > box.height) is lies
        assert ((section.page_width or 0) > (section.page_height or 0)) is lies


# --- Charts ----------------------------------------------------------------------------------


def test_a_chart_has_its_figures_in_writing() -> None:
    """Each bar says its series and its amount, and what is missing says so."""
    picture = svg(CHART, "sv")
    for text in ("Stora kommun", "Lilla kommun", "2023  333,34", "2023  saknas", "2024  -5,00"):
        assert f">{text}</text>" in picture, text


def test_a_chart_in_html_is_read_out() -> None:
    """The picture is one image with its text, in the page's own colour, and fetches nothing."""
    page = api.render(document_of(CHART), "html", OPTIONS)
    assert f'<svg role="img" aria-label="{CHART.about}"' in page
    assert 'fill="currentColor"' in page
    assert "http" not in page.replace('"http://www.w3.org/', "").replace("http-equiv", "")


@pytest.mark.parametrize("name", [*HOSTILE, '"]); alert(1); (["', "</text><script>"])
def test_names_in_a_chart_are_data(name: str) -> None:
    """A name is neither an expression of the chart nor an element of the picture."""
    from avtalskalk.words.formats import safe

    picture = parse_xml(svg(CHART._replace(places=(name, "b")), "sv"))
    assert safe(name) in [element.text for element in picture.iter(f"{SVG}text")]
    assert not [element for element in picture.iter() if element.tag == f"{SVG}script"]


def test_charts_are_left_out_of_text() -> None:
    """Terminal and Markdown have the figures in a table."""
    for form in ("table", "md"):
        with_chart = api.render(document_of(TABLE, CHART), form, OPTIONS)
        assert with_chart == api.render(document_of(TABLE), form, OPTIONS)


def test_a_chart_in_excel_is_excels_own() -> None:
    """It draws the figures of its sheet, each series by its name."""
    book = load_workbook(BytesIO(bytes_of(document_of(CHART), "xlsx")))
    (drawn,) = book.worksheets[0]._charts  # type: ignore[attr-defined] # openpyxl has no other
    values = [series.val.numRef.f for series in drawn.series]
    columns = [column.replace("$", "") for column in (v.partition("!")[2] for v in values)]
    sheet = book.worksheets[0]
    figures = [[cell.value for (cell,) in sheet[column]] for column in columns]
    assert figures == [[333.34, "saknas"], [-5, 2]]


def test_a_bridge_in_excel_stands_on_what_is_below_it() -> None:
    """10, then 5 less, then 8 less below zero to -3: what is below, above and under zero."""
    values = (Series("", (1000, -500, -800, -300)),)
    chart = Chart("B", "b", MONEY, ("2023", "a", "b", "2024"), values, (0, 1000, 500, 0))
    sheet = load_workbook(BytesIO(bytes_of(document_of(chart), "xlsx"))).worksheets[0]
    rows = [
        [cell.value for cell in row]
        for row in sheet.iter_rows(min_col=51, max_col=53)
        if row[0].value is not None
    ]
    assert rows == [[0, 10, 0], [5, 5, 0], [0, 5, -3], [0, 0, -3]]
    assert sheet.column_dimensions["AY"].hidden
