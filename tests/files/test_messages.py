"""The words for reading: each code in both languages, with what its places need."""

import re
from pathlib import Path

import pytest

from avtalskalk.words.messages import MESSAGES as ALL
from avtalskalk.words.messages.reading import MESSAGES

SOURCE = Path(__file__).parent.parent.parent / "src" / "avtalskalk" / "files"
WRITTEN = "".join(path.read_text("utf-8") for path in sorted(SOURCE.glob("*.py")))


def test_every_code_has_words_and_every_words_a_code() -> None:
    """The codes in the reading modules are the codes with words, here or where they belong."""
    elsewhere = set(ALL) - set(MESSAGES)
    assert set(re.findall(r"\bAV\d{3}\b", WRITTEN)) - elsewhere == set(MESSAGES)


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_say_the_same(code: str) -> None:
    """Both languages have text, help and page, with the same places for arguments."""
    swedish, english = MESSAGES[code]
    for here, there in zip(swedish, english, strict=True):
        assert here
        assert there
        assert set(re.findall(r"{\w+}", here)) == set(re.findall(r"{\w+}", there))


@pytest.mark.parametrize("code", MESSAGES)
def test_the_form_of_messages(code: str) -> None:
    """Text and help are no full sentences; the page is, and ends."""
    for words in MESSAGES[code]:
        for part in (words.text, words.help):
            assert not part[0].isupper()
            assert not part.endswith(".")
        assert words.page.endswith((".", "?"))
        assert words.page[0].isupper() or words.page[0] == "`"
