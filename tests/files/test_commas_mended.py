"""Mending commas inside braces, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalskalk.files import yaml_edit
from avtalskalk.files.yaml import read
from avtalskalk.files.yaml_edit import Fixed
from avtalskalk.files.yaml_edit import with_commas_mended as fix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {b: 12,5 %, c: 87,5 %}  # d\n", "a: {b: 12.5 %, c: 87.5 %}  # d\n"),
        ("a: {2023: 1 914 476,50 kr}", "a: {2023: 1 914 476.50 kr}"),
        ("a: {b: 1,914,476}\r\nc: d\r\n", "a: {b: 1 914 476}\r\nc: d\r\n"),
        ("\ufeffa: {name: Lerum, kommun}\n", '\ufeffa: {name: "Lerum, kommun"}\n'),
        (
            "a: {title: Hyra,\n   el, b: 12,5 %}\n",
            'a: {title: "Hyra,\n   el", b: 12.5 %}\n',
        ),
        ("a: [{b: 1,5}, c: 2,5 %]\n", "a: [{b: 1.5}, c: 2.5 %]\n"),
        ("å: {b: '😀', c: 1,5}\n", "å: {b: '😀', c: 1.5}\n"),
        ("a: {b: 1,5}\nc:\nd: 1,5\n", "a: {b: 1.5}\nc:\nd: 1,5\n"),
    ],
)
def test_only_the_slips_change(text: str, expected: str) -> None:
    """A number gets its point and a text its quotes; every other byte stays."""
    mended, fixed = fix(text)
    assert mended == expected
    assert fixed
    assert fix(mended) == (mended, [])


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "b",
                "1",
                "5 %",
                ": ",
                ", ",
                ",",
                "{",
                "}",
                "[",
                "]",
                "\n",
                " # c, 1,5\n",
                "'x'",
                "-  ",
                "  ",
            ]
        )
    )
)
def test_comments_stay(pieces: list[str]) -> None:
    """Whatever is mended, every comment stands as before."""
    text = "a: {b: 1,5 %, " + "".join(pieces)
    mended, _ = fix(text)
    assert re.findall("#.*", mended) == re.findall("#.*", text)


def test_what_has_been_mended() -> None:
    """Each change is told with its line and the words before and after."""
    _, fixed = fix("a: 1\nb: {c: 12,5 %}\nd: {name: E, F}\n")
    assert fixed == [Fixed(2, "12,5 %", "12.5 %"), Fixed(3, "E, F", '"E, F"')]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1\n",
        "a: {b: 1,914}\n",
        "a: {b: 50 %, c}\n",
        "a: [1,5]\n",
        # Which two of three pieces belong together is nothing that a program knows.
        "a: {b: 1,2,3 %}\n",
        "a: {b: 12,5 %, 3}\n",
        "a: [1,2,3 %]\n",
        "a: [b: 1,2,3 %]\n",
        # A comment is no part of a name.
        "a: {b: Ale kommun, # host\n    social board, c: d}\n",
        "a: {b: Ale kommun # host\n    , social board}\n",
        "a: {b: 12, # per cent\n    5 %}\n",
        "a: {b: 1,5\n",
        "a: {b: 1,5}\nc: d: e\n",
        "a:\n\tb: {c: 1,5}\n",
    ],
)
def test_what_would_be_a_guess_is_left(text: str) -> None:
    """Thousands or decimals, loose words and broken YAML are for a person to mend."""
    assert fix(text) == (text, [])


def test_a_question_does_not_hinder_the_rest() -> None:
    """Beside a slip that must be asked about, the sure ones are mended."""
    mended, fixed = fix("a: {b: 1,914, c: 2,5 %}\n")
    assert mended == "a: {b: 1,914, c: 2.5 %}\n"
    assert len(fixed) == 1


def test_a_text_that_would_not_read_as_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the mended text does not give the data that was meant, nothing is changed."""
    monkeypatch.setattr(yaml_edit, "quoted", lambda words: f"'{words}")
    text = "a: {title: Hyra,\n  el}\n"
    assert fix(text) == (text, [])


PIECES = st.lists(
    st.sampled_from(["12,5 %", "1 000,50 kr", "a", "b: 1", "name: Ett, två", "c: 87,5 %", "'d'"]),
    max_size=5,
)


@given(PIECES, st.sampled_from(["{}", "[]"]), st.sampled_from(["\n", "\r\n", ""]))
def test_mended_texts_read_as_meant(pieces: list[str], braces: str, end: str) -> None:
    """After mending the data is the same as the reader had taken it to mean."""
    text = f"x: {braces[0]}{', '.join(pieces)}{braces[1]}{end}y: z{end}"
    mended, fixed = fix(text)
    assert (mended != text) == bool(fixed)
    assert read(mended.encode(), "").data == read(text.encode(), "").data


@given(st.text())
def test_any_text(text: str) -> None:
    """No text makes the mending fail."""
    fix(text)
