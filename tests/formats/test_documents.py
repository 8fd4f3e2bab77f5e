"""Terminal and Markdown: what people read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests import making

from avtalskalk import api
from avtalskalk.diagnostics import Diagnostic, Place
from avtalskalk.formats import markdown, terminal
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

PLAIN = Options()
COLOR = PLAIN._replace(color=True)
TABLE = Table("Tabell", (Column("a", "text"), Column("b", "count")), (Row((Cell("x"), Cell(1))),))
WHOLE = Document(
    "Rubrik",
    (
        Section("", (Paragraph("Löpande text som är lång nog för att brytas där det går."),)),
        Section("Underrubrik", (Bullets(("första punkten", "andra punkten som är längre")), TABLE)),
    ),
)


def drawn(options: Options) -> str:
    """The document in a terminal."""
    return api.render(WHOLE, "table", options)


def test_a_document_in_a_terminal() -> None:
    """Blocks with an empty line between them, folded to the width."""
    assert drawn(PLAIN._replace(width=24)) == (
        "Rubrik\n"
        "\n"
        "Löpande text som är lång\n"
        "nog för att brytas där\n"
        "det går.\n"
        "\n"
        "Underrubrik\n"
        "\n"
        "• första punkten\n"
        "• andra punkten som är\n"
        "  längre\n"
        "\n"
        "Tabell\n"
        "\n"
        "a  b\n"
        "────\n"
        "x  1\n"
    )


def test_a_document_in_markdown() -> None:
    """Headings, lists and pipe tables."""
    assert api.render(WHOLE, "md", PLAIN) == (
        "# Rubrik\n"
        "\n"
        "Löpande text som är lång nog för att brytas där det går.\n"
        "\n"
        "## Underrubrik\n"
        "\n"
        "- första punkten\n"
        "- andra punkten som är längre\n"
        "\n"
        "## Tabell\n"
        "\n"
        "| a   |   b |\n"
        "| --- | --: |\n"
        "| x   |   1 |\n"
    )


def test_colour_changes_no_column() -> None:
    """Without its codes a coloured table is the plain one."""
    statements = (*making.lyktan(), *making.october())
    plain, coloured = (api.render(statements, "table", options) for options in (PLAIN, COLOR))
    assert "\x1b[1m" in coloured
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rich asks the terminal about nothing: width, colour and language are options."""
    plain = [drawn(options) for options in (PLAIN, COLOR)]
    for name, value in (
        ("COLUMNS", "30"),
        ("NO_COLOR", "1"),
        ("FORCE_COLOR", "1"),
        ("TERM", "dumb"),
        ("TTY_COMPATIBLE", "1"),
        ("COLORTERM", "truecolor"),
    ):
        monkeypatch.setenv(name, value)
        assert [drawn(options) for options in (PLAIN, COLOR)] == plain


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_messages_in_colour(severity: str) -> None:
    """The label and the carets have the colour of the severity; the words are the same."""
    found = Diagnostic(
        "AV104",
        file="a.yaml",
        place=Place(1, 1, 2, "x"),
        severity=severity,  # type: ignore[arg-type]
    )
    plain, coloured = terminal.message(found, PLAIN), terminal.message(found, COLOR)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert coloured.startswith("\x1b[1;3")
    assert plain.endswith("\n")


def test_what_others_wrote_is_shown_and_not_obeyed() -> None:
    """Titles with markup, control characters and pipes are only text."""
    one = making.heading(drift="[b]|<script>")._replace(title="Alingsås [a]\x1b[31m")
    shares = {"regionen": making.HALF, "kommunen": making.HALF}
    rows = making.split(one, 2024, "drift", 10_000, shares)
    statement = making.statement(one, 2024, rows)
    texts = {form: api.render(statement, form, PLAIN) for form in ("table", "md")}
    assert texts["table"].startswith("Alingsås [a]\\x1b[31m\n[b]|<script> · budget")
    assert texts["md"].startswith("## Alingsås \\[a\\]\\\\x1b\\[31m\n\n\\[b\\]\\|&lt;script> ·")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# not a heading", "\\# not a heading"),
        ("1. not a list", "1\\. not a list"),
        ("12) not a list", "12\\) not a list"),
        ("- not a list", "\\- not a list"),
        ("---", "\\---"),
        ("](javascript:x)", "\\](javascript:x)"),
        ("> no quote", "\\> no quote"),
        ("62.5%", "62.5%"),
        ("-46 378", "-46 378"),
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("R&D <b>", "R&amp;D &lt;b>"),
    ],
)
def test_markdown_is_escaped(text: str, shown: str) -> None:
    """Text stands in Markdown as it was written."""
    assert markdown.escaped(text) == shown


@given(st.text(max_size=60), st.integers(1, 120))
def test_any_name_can_be_shown(text: str, columns: int) -> None:
    """Any title, at any width, becomes lines that end and keep the figures' column."""
    table = Table(
        text,
        (Column("", "text"), Column("Belopp", "money")),
        (Row((Cell(text), Cell(123_456_700))), Row((Cell("x"), Cell(None)), "total")),
    )
    shown = api.render(of_blocks(table), "table", PLAIN._replace(width=columns))
    assert shown.endswith("saknas\n")
    assert "1\u00a0234\u00a0567" in shown
    *_, grid = shown.partition("─\n")
    ends = {cell_len(line) for line in grid.splitlines() if line.endswith(("saknas", "567"))}
    assert len(ends) == 1
    assert api.render(of_blocks(table), "md", PLAIN).count("\n| ") == 4
