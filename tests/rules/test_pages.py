"""The pages on the kinds of rules: each kind has one, and what they show is true."""

from pathlib import Path

import pytest
from tests.test_docs import PROJECT, carried_out, refresh, shown_in, walked

from avtalskalk.model.costs import FORMS
from avtalskalk.model.splits import KINDS

DOCS = PROJECT / "docs"
PAGES = sorted([*(DOCS / "splits").glob("*.md"), *(DOCS / "costs").glob("*.md")])
OTHERS = ("keys.md", "indices.md", "limits.md")
# What the format page opens with needs no words of the paper to be found by.
USUAL = {"costs/annual.md", "costs/amount.md", "costs/total.md"}
BASES = ("budget", "forecast", "actual")


def name_of(page: Path) -> str:
    """A page's name below the documentation."""
    return page.relative_to(DOCS).as_posix()


def test_every_kind_of_split_has_its_page() -> None:
    """There is one page for each kind of split, and none for anything else."""
    assert {page.stem for page in (DOCS / "splits").glob("*.md")} == {"fixed", *KINDS}


def test_every_form_of_cost_has_its_page() -> None:
    """There is a page for each form that a cost is stated in; the bases share one."""
    forms = {"annual" if form in BASES else form for form in FORMS}
    assert forms - {page.stem for page in (DOCS / "costs").glob("*.md")} == set()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_print_what_the_page_shows(page: Path) -> None:
    """Every command in a page prints what stands below it."""
    for block in walked(page, PROJECT):
        if block["info"].startswith("console"):
            for shown in shown_in(block):
                output, code = carried_out(shown.words, PROJECT, "C.UTF-8")
                assert (output, code) == (shown.output, shown.code), shown.line


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_pages_show_the_very_files_that_they_calculate(page: Path) -> None:
    """The YAML in a page is a piece of the example that the command below it calculates."""
    piece = ""
    for block in walked(page, PROJECT):
        if block["info"] == "yaml":
            piece = block["text"]
        elif block["info"].startswith("console"):
            for shown in shown_in(block):
                (file,) = (word for word in shown.words if word.endswith(".yaml"))
                assert piece.strip() in (PROJECT / file).read_text(encoding="utf-8")


def test_the_way_to_the_right_kind_leads_to_every_page() -> None:
    """The page of the paper's words links to every kind, and all of its links hold."""
    text = (DOCS / "which-kind.md").read_text(encoding="utf-8")
    linked = {part.partition(")")[0].partition("#")[0] for part in text.split("](")[1:]}
    assert all((DOCS / one).is_file() for one in linked)
    assert {*map(name_of, PAGES), *OTHERS} - USUAL - linked == set()


if __name__ == "__main__":
    for each in PAGES:
        refresh(each, PROJECT, "C.UTF-8")
