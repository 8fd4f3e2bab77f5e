"""The same output under every locale, time zone and hash seed."""

import pytest
from tests.conftest import Run

SURROUNDINGS = (
    {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "sv_SE.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "77"},
    {"LC_ALL": "en_US.ISO-8859-1", "TZ": "America/Anchorage", "PYTHONHASHSEED": "1234567"},
)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        *(("calc", "agreements", "--years", "2019..2024", "-f", f) for f in ("csv", "json")),
        ("calc", "agreements", "--years", "2019..2024", "--lang", "sv"),
        ("calc", "agreements", "--years", "2019..2024", "--lang", "en", "-f", "md"),
        ("calc", "examples", "--year", "2024", "--by", "party", "--lang", "sv"),
        ("show", "agreements", "--lang", "sv"),
        ("show", "agreements", "-f", "json"),
        ("check", "agreements", "examples", "--lang", "en"),
        ("schema",),
    ],
)
def test_the_same_bytes(avtalskalk: Run, words: tuple[str, ...]) -> None:
    """What is printed depends on the files and the words alone."""
    done = [avtalskalk(*words, env=surroundings) for surroundings in SURROUNDINGS]
    assert done[0].stdout
    assert {(one.returncode, one.stdout) for one in done} == {(0, done[0].stdout)}
