"""Excel, Word and PDF: what others read in them is what was written, and nothing in them runs."""

from datetime import date
from fractions import Fraction
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

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
    assert figures == [[333.34, None], [-5, 2]]
