"""HTML: a page that stands by itself, says its language, and obeys nothing that others wrote."""

from base64 import b64encode
from fractions import Fraction
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from tests import making

from avtalskalk import api
from avtalskalk.diagnostics import Diagnostic, Place
from avtalskalk.report.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    of_blocks,
)
from avtalskalk.report.options import Options
from avtalskalk.words import Language

VOID = frozenset({"meta", "br", "input"})
HOSTILE = "<script>alert(1)</script> \" ' & javascript:x \u202e"


class Page(HTMLParser):
    """A page's elements, their attributes and texts; every element is closed where it must be."""

    def __init__(self, text: str) -> None:
        """Read all of it."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if data.strip() and self._open[-1] not in {"style", "script"}:
            self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of the elements with a tag."""
        return [attributes for name, attributes in self.elements if name == tag]


def drawn(document: Document, language: Language = "sv") -> str:
    return api.render(document, "html", Options(language))


TABLE = Table(
    "Tabell",
    (Column("", "text"), Column("2024", "money", 2, 0), Column("- │ +", "bar")),
    (
        Row((Cell("Del"), Cell(100_00, "*"), Cell(Fraction(-1, 3)))),
        Row((Cell("Under"), Cell(None), Cell("")), "body", 1),
        Row((Cell("Summa"), Cell(100_00), Cell("")), "total"),
    ),
    "Budget 2024",
    ("En not.",),
)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page(language: Language) -> None:
    """The language, the title, one heading of each level, and a table with its headings."""
    section = Section("Rubrik", (Paragraph("Text."), Bullets(("Ett", "Två")), TABLE))
    page = Page(drawn(Document("Avtal", (section,)), language))
    assert page.all("html") == [{"lang": language}]
    assert page.texts[:2] == ["Avtal", "Avtal"]
    assert [tag for tag, _ in page.elements if tag in {"h1", "h2", "h3"}] == ["h1", "h2", "h3"]
    assert page.all("th")[0] == {"scope": "col", "class": "figure"}
    assert [one for one in page.all("th") if one.get("scope") == "row"] == [{"scope": "row"}] * 3
    assert [one["class"] for one in page.all("tr")[1:]] == ["body", "body level1", "total above"]
    assert page.all("table") == [{"aria-labelledby": "table-1"}]


def test_figures_stand_to_the_right_and_bars_are_for_the_eye() -> None:
    """A mark stands beside its figure; a third to the left is drawn as so much."""
    page = Page(drawn(of_blocks(TABLE)))
    assert page.all("td").count({"class": "figure"}) == 3
    bars = [one for one in page.all("span") if one["class"] == "less"]
    assert bars == [{"class": "less", "style": "width:16.7%;margin-left:33.3%"}]
    assert all(one["aria-hidden"] == "true" for one in page.all("td") if "bar" in str(one))
    assert "saknas" in page.texts
    assert "*" in page.texts


def test_nothing_is_fetched_or_run() -> None:
    """No link, no address, no element that asks for anything, and no script but our own."""
    text = drawn(of_blocks(TABLE))
    before, _, rest = text.partition("<script>")
    script, _, after = rest.partition("</script>")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert "<script" not in after
    (policy,) = [meta for meta in Page(text).all("meta") if meta.get("http-equiv")]
    text = before.replace("http-equiv", "") + after
    assert policy["content"] == (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    )
    assert {tag for tag, _ in Page(text).elements} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "article", "section"),
        *("h1", "p", "div", "table", "thead", "tbody", "tr", "th", "td", "span", "ul", "li"),
    }
    assert not any(word in text for word in ("http", "url(", "@import", "src=", "href="))


def test_what_others_wrote_is_only_text() -> None:
    """Markup in titles, names, notes and messages is shown as it stands; controls are escaped."""
    table = Table(HOSTILE, (Column(HOSTILE, "text"),), (Row((Cell(HOSTILE, "<"),)),), HOSTILE)
    found = Diagnostic("AV104", file="<a>.yaml", place=Place(1, 1, 2, "<b>"))
    blocks = (Paragraph(HOSTILE), Bullets((HOSTILE,)), table, found)
    text = drawn(Document(HOSTILE, (Section(HOSTILE, blocks),)))
    page = Page(text)
    assert page.all("b") == page.all("a") == []
    assert page.all("script") == [{}]
    assert "\u202e" not in text
    assert sum("<script>alert(1)</script>" in one for one in page.texts) == 9


def test_only_flat_tables_can_be_sorted() -> None:
    """Rows with parts below them keep their order; amounts sort by their exact value."""
    columns = (Column("", "text"), Column("Kronor", "money"), Column("Andel", "percent"))
    rows = [
        Row((Cell(name), Cell(minor), Cell(Fraction(1, 3))))
        for name, minor in (("Alfa", 300), ("Beta", -100), ("Gamma", None))
    ]
    total = Row((Cell("Summa"), Cell(200), Cell(Fraction(1))), "total")
    flat = Page(drawn(of_blocks(Table("T", columns, (*rows, total)))))
    assert flat.all("table")[0]["class"] == "sortable"
    assert [th["aria-sort"] for th in flat.all("th") if "aria-sort" in th] == ["none", "none"]
    values = [td.get("data-value") for td in flat.all("td") if td.get("class") == "figure"]
    assert values == ["300000000", "333333", "-100000000", "333333", None, "333333",
                      "200000000", "1000000"]  # fmt: skip
    with_parts = (rows[0]._replace(role="subtotal"), *(row._replace(level=1) for row in rows))
    for others in (rows[:2], with_parts):
        assert (
            "class"
            not in Page(drawn(of_blocks(Table("T", columns, tuple(others))))).all("table")[0]
        )


def test_a_cell_leads_to_its_section() -> None:
    """A folded section is closed until it is asked for, and a link leads to it."""
    table = Table("T", (Column("", "text"),), (Row((Cell("Alfa", target="alfa"),)),))
    folded = Section("Alfas belopp", (Paragraph("Så här."),), "alfa", folded=True)
    page = Page(drawn(Document("D", (Section("", (table,)), folded))))
    assert page.all("a") == [{"href": "#alfa"}]
    assert {"id": "alfa"} in page.all("section")
    assert page.all("details") == [{}]


def test_one_agreement_after_the_other() -> None:
    """An article for each, named after the first; without any the page is still whole."""
    text = api.render((*making.lyktan(), *making.october()), "html", Options())
    page = Page(text)
    assert len(page.all("article")) == 3
    assert page.texts[0] == making.lyktan()[0].heading.title
    # One heading of the first level a page; the others' titles look the same.
    assert [one["id"] for one in page.all("h1")] == ["table-1"]
    assert [one["id"] for one in page.all("h2")] == ["table-2", "table-3"]
    assert {one["class"] for one in (*page.all("h1"), *page.all("h2"))} == {"title"}
    assert Page(api.render([], "html", Options())).texts == ["avtalskalk"]


def test_headings_are_as_deep_as_what_they_head() -> None:
    """A document's sections are on one level, and what follows its first table is below that."""
    sections = tuple(Section(name, (Paragraph(name), TABLE)) for name in ("One", "Two"))
    tags = [
        tag for tag, _ in Page(drawn(Document("Whole", sections))).elements if tag[1:].isdigit()
    ]
    assert tags == ["h1", "h2", "h3", "h2", "h3"]
    tags = [tag for tag, _ in Page(drawn(of_blocks(TABLE, TABLE))).elements if tag[1:].isdigit()]
    assert tags == ["h1", "h2"]
