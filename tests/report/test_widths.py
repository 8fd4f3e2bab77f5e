"""How wide a text is, and how it is folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskalk.report.widths import fold, padded, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("åäö", 3), ("a\u030a", 1), ("漢字", 4), ("a\u200db", 2), ("", 0)],
)
def test_width(text: str, columns: int) -> None:
    """Wide characters take two columns, combining and joining ones none."""
    assert width(text) == columns


def test_padding() -> None:
    """A text is filled to the left or to the right; one that is too wide is left alone."""
    assert padded("漢", 4) == "漢  "
    assert padded("7", 3, right=True) == "  7"
    assert padded("long", 2) == "long"


@given(st.text("ab-/ 漢å", max_size=60), st.integers(2, 20))
def test_folded_lines_fit_and_nothing_is_lost(text: str, columns: int) -> None:
    """Every line fits, and the lines have every character but the spaces at breaks."""
    lines = fold(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_long_words_break_after_a_hyphen() -> None:
    """A word that does not fit is broken where its writer would, or where it must."""
    assert fold("hälso- och sjukvårdsnämnden", 18) == ["hälso- och", "sjukvårdsnämnden"]
    assert fold("agreements/alingsas-spadbarn", 20) == ["agreements/alingsas-", "spadbarn"]
    assert fold("sjukvårdsnämnden", 6) == ["sjukvå", "rdsnäm", "nden"]
    assert fold("漢字", 1) == ["漢", "字"]


def test_whole_words_stick_out() -> None:
    """What is to be pasted is never broken."""
    assert fold("write alingsas-spadbarn here", 8, whole=True) == [
        "write",
        "alingsas-spadbarn",
        "here",
    ]
