"""Time lines drawn by hand: text of one width, and rows in HTML."""

from datetime import date
from io import BytesIO

import docx
from docx.shared import Pt
from openpyxl import load_workbook
from pypdf import PdfReader

from avtalskalk import api
from avtalskalk.formats.timelines import html, text_lines
from avtalskalk.report.document import Lane, Stretch, Timeline, of_blocks
from avtalskalk.report.options import Options

TIMELINE = Timeline(
    "Two years",
    date(2022, 1, 1),
    date(2023, 12, 31),
    (
        Lane("Now", (Stretch(date(2022, 1, 1), date(2022, 12, 31)),), ()),
        Lane("May be", (Stretch(date(2023, 1, 1), date(2023, 12, 31), certain=False),), ()),
        Lane("On", (Stretch(date(2023, 7, 1), date(2023, 12, 31), goes_on=True),), ()),
        Lane("<Days>", (), (date(2022, 7, 1), date(2024, 1, 1))),
    ),
)


def test_a_month_is_a_sign_in_24_columns() -> None:
    """730 days in 24: the first of July is day 181, 181 / 730 x 24 = 5,95: the sixth sign."""
    assert text_lines(TIMELINE, 32) == [
        "Now     ████████████",
        "May be              ░░░░░░░░░░░░",
        "On                       ██████▶",
        "<Days>       ◆",
        "        ┴───────────┴───────────",
        "        2022        2023",
    ]


def test_html_has_the_same_in_parts_of_the_time() -> None:
    """A stretch of half the time is half as wide; what cannot be seen is read out."""
    text = "".join(html(TIMELINE))
    assert 'role="img" aria-label="Two years"' in text
    assert '<span>Now</span><div><b class="ends" style="left:0.0%;width:50.0%"></b></div>' in text
    assert '<b class="ends maybe" style="left:50.0%;width:50.0%"></b>' in text
    assert '<i style="left:24.8%" title="2022-07-01"></i></div>' in text
    assert "<span>&lt;Days&gt;</span>" in text
    assert '<small style="left:50.0%">2023</small>' in text


def test_years_that_do_not_fit_are_passed_over() -> None:
    """A hundred years in 40 columns: every twentieth is named, and nothing runs into another."""
    long = TIMELINE._replace(last=date(2121, 12, 31))
    assert text_lines(long, 48)[-1].split() == ["2022", "2042", "2062", "2082", "2102"]


def test_markdown_keeps_the_lines_as_they_stand() -> None:
    """In a block of code, where every sign is as wide as another."""
    text = api.render(of_blocks(TIMELINE), "md", Options(language="en"))
    assert text.startswith("```text\nNow ")
    assert text.endswith("\n```\n")


def test_office_files_have_the_lines_as_text() -> None:
    """In letters of one width; in Word so small that 80 of them are as wide as the page."""
    page = of_blocks(TIMELINE)
    word = docx.Document(BytesIO(api.render_bytes(page, "docx", Options())))
    (lines,) = (paragraph for paragraph in word.paragraphs if "█" in paragraph.text)
    assert (lines.runs[0].font.name, lines.runs[0].font.size) == ("Courier New", Pt(8))
    assert lines.text.splitlines()[-1].split() == ["2022", "2023"]
    sheet = load_workbook(BytesIO(api.render_bytes(page, "xlsx", Options()))).worksheets[0]
    assert "█" in str(sheet["A1"].value)
    pdf = PdfReader(BytesIO(api.render_bytes(page, "pdf", Options())))
    assert "May be" in pdf.pages[0].extract_text()
